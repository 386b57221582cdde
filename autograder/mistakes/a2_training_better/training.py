"""The mistakes of training with Adam: within an epoch, from epoch to epoch, and between runs that are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue
from autograder.reference import load

Array = npt.NDArray[Any]
Rng = np.random.Generator
Params = Sequence[Array]
ref = load("a2_training_better")

adam_epoch = Catalogue("adam_epoch")
train_with_adam = Catalogue("train_with_adam")
compare_rates = Catalogue("compare_rates")


# -- adam_epoch


def step(params: Params, slopes: Params, state: Any, alpha: float, t: int) -> Any:
    """A step for each of the four parameters: params, ms, ss."""
    ms, ss, _ = state
    moved = [ref.adam_step(*entry, t, alpha) for entry in zip(params, slopes, ms, ss, strict=True)]
    return tuple(zip(*moved, strict=True))


def epoch(
    X: Array,
    Y: Array,
    params: Params,
    state: Any,
    alpha: float,
    batches: Any,
    slopes_of: Callable[[Params, Array], Any] | None = None,
) -> Any:
    """The epoch as it should be, with these batches, or with other gradients for a batch."""
    ms, ss, t = state
    for batch in batches:
        t += 1
        slopes = slopes_of(params, batch) if slopes_of else ref.gradients(params, X[:, batch], Y[batch])
        params, ms, ss = step(params, slopes, (ms, ss, t), alpha, t)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You leave out the last batch where it is short.",
    "It is a batch all the same: take the batches that `mini_batches` gives, all of them.",
)
def epoch_last_dropped(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, rng)
    return epoch(X, Y, params, state, alpha, [batch for batch in batches if batch.size == batch_size])


@adam_epoch.mistake(
    "Each step uses all digits, not those of its batch.",
    "Index both `X` and `Y` with the batch before you compute gradients.",
)
def epoch_all_digits(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, rng)
    return epoch(X, Y, params, state, alpha, batches, lambda now, batch: ref.gradients(now, X, Y))


@adam_epoch.mistake(
    "You take only one step in the whole epoch.",
    "An epoch has a step for each batch: the steps belong inside the loop over the batches, the `return` behind it.",
)
def epoch_first_batch(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng)[:1])


@adam_epoch.mistake(
    "You compute all gradients at the parameters with which the epoch began.",
    "After each step the parameters are others. The next gradients belong to the new ones.",
)
def epoch_gradients_at_start(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, rng)
    return epoch(X, Y, params, state, alpha, batches, lambda now, batch: ref.gradients(params, X[:, batch], Y[batch]))


@adam_epoch.mistake(
    "You never count up t: all steps of the epoch have the same number.",
    "Adam's correction needs the number of the step. Each batch is a step: `t += 1`.",
)
def epoch_t_stands_still(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        params, ms, ss = step(params, ref.gradients(params, X[:, batch], Y[batch]), (ms, ss, t), alpha, max(t, 1))
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You count t up once for the whole epoch.", "Each batch is a step, so t goes up by one for each batch."
)
def epoch_t_once(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        params, ms, ss = step(params, ref.gradients(params, X[:, batch], Y[batch]), (ms, ss, t), alpha, t + 1)
    return params, (ms, ss, t + 1)


@adam_epoch.mistake(
    "You count t up after the step, so the step has the number of the one before.",
    "t says how many steps *have been* taken; this one is the next. Count first, then step: the first step has t = 1.",
)
def epoch_t_after_step(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        params, ms, ss = step(params, ref.gradients(params, X[:, batch], Y[batch]), (ms, ss, t), alpha, t)
        t += 1
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You count t up for each of the four parameters.",
    "The four parameters take one step together, with the same t. Count before the loop over them, not in it.",
)
def epoch_t_each_parameter(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        slopes, moved = ref.gradients(params, X[:, batch], Y[batch]), []
        for entry in zip(params, slopes, ms, ss, strict=True):
            t += 1
            moved.append(ref.adam_step(*entry, t, alpha))
        params, ms, ss = zip(*moved, strict=True)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You start the count at 0 in each epoch.",
    "The state says how many steps were taken before. t goes on from there, or the correction is wrong.",
)
def epoch_t_from_zero(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, (state[0], state[1], 0), alpha, ref.mini_batches(Y.size, batch_size, rng))


@adam_epoch.mistake(
    "You begin with means of 0, and not with those of the state.",
    "What was remembered in the epoch before is in `state`. Unpack it; do not make new zeros.",
)
def epoch_state_ignored(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    zeros = tuple(np.zeros_like(p) for p in params)
    return epoch(X, Y, params, (zeros, zeros, state[2]), alpha, ref.mini_batches(Y.size, batch_size, rng))


@adam_epoch.mistake(
    "Within the epoch your means are not kept: every step starts from those of the beginning.",
    "What `adam_step` returns as m and s has to go into the next step.",
)
def epoch_means_not_kept(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        params, _, _ = step(params, ref.gradients(params, X[:, batch], Y[batch]), (ms, ss, t), alpha, t)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You return the state as it came in.", "The next epoch goes on from the state at the end: the new ms, ss and t."
)
def epoch_old_state(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))[0], state


@adam_epoch.mistake(
    "You return the parameters as they came in.", "The steps have to replace them: what comes back is where they led."
)
def epoch_old_params(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return params, epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))[1]


@adam_epoch.mistake(
    "You take plain steps along the gradient, without Adam.", "Each of the four steps is a call of `adam_step`."
)
def epoch_plain_steps(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        _, ms, ss = step(params, slopes, (ms, ss, t), alpha, t)
        params = tuple(w - alpha * dw for w, dw in zip(params, slopes, strict=True))
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You move the weights only, and leave both biases where they were.", "All four parameters take a step."
)
def epoch_weights_only(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        moved, new_ms, new_ss = step(params, slopes, (ms, ss, t), alpha, t)
        params, ms, ss = (
            tuple(pair[k % 2 == 1] for k, pair in enumerate(zip(new, old, strict=True)))
            for new, old in ((moved, params), (new_ms, ms), (new_ss, ss))
        )
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You divide the learning rate by the batch size.",
    "The gradient is a mean already. alpha goes into `adam_step` as it is.",
)
def epoch_alpha_divided(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, state, alpha / batch_size, ref.mini_batches(Y.size, batch_size, rng))


@adam_epoch.mistake(
    "You use a learning rate of 0.001 whatever alpha is.", "The caller chooses it: give alpha to `adam_step`."
)
def epoch_alpha_fixed(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, state, 0.001, ref.mini_batches(Y.size, batch_size, rng))


@adam_epoch.mistake(
    "The batches come in the order of the digits: nothing is shuffled.",
    "`mini_batches` gives a new random order in each epoch. Use it, with the `rng` that you were given.",
)
def epoch_never_shuffled(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    batches = [np.arange(start, min(start + batch_size, Y.size)) for start in range(0, Y.size, batch_size)]
    return epoch(X, Y, params, state, alpha, batches)


@adam_epoch.mistake(
    "Digits and labels are shuffled apart: a digit is learned with the label of another.",
    "One order for both: index `X` and `Y` with the same batch.",
)
def epoch_labels_shuffled_apart(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, rng)
    shuffled = Y[rng.permutation(Y.size)]
    return epoch(X, shuffled, params, state, alpha, batches)


@adam_epoch.mistake(
    "ms and ss are returned in each other's place.", "The state is (ms, ss, t): the means, the mean squares, the count."
)
def epoch_state_exchanged(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    params, (ms, ss, t) = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return params, (ss, ms, t)


@adam_epoch.mistake(
    "You return the parameters without the state.", "The next epoch goes on from the state: return `params, state`."
)
def epoch_params_only(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))[0]


@adam_epoch.mistake(
    "You write into the caller's own parameters.",
    "Another run may start from them. Collect the new arrays in lists of their own.",
)
def epoch_in_place(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    moved, state = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    for old, new in zip(params, moved, strict=True):
        old[...] = new
    return params, state


@adam_epoch.mistake(
    "The t that you return is the one that came in.",
    "The next epoch goes on counting from it: return the t that has gone up with each batch.",
)
def epoch_old_t_returned(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    params, (ms, ss, _) = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return params, (ms, ss, state[2])


@adam_epoch.mistake(
    "The means that you return are those that came in; only t has moved on.",
    "The next epoch goes on from the means at the end. Keep what `adam_step` returns.",
)
def epoch_old_means_returned(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    params, (_, _, t) = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return params, (state[0], state[1], t)


@adam_epoch.mistake(
    "The digits are those of the batch, but the labels are the first ones of Y.",
    "Each digit goes with its own label: index `X` and `Y` with the same batch.",
)
def epoch_first_labels(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(
        X,
        Y,
        params,
        state,
        alpha,
        ref.mini_batches(Y.size, batch_size, rng),
        lambda now, batch: ref.gradients(now, X[:, batch], Y[: batch.size]),
    )


@adam_epoch.mistake(
    "m and s are exchanged in your call of `adam_step`.",
    "It takes w, dw, m, s: first the mean of the gradients, then that of the squares.",
)
def epoch_means_exchanged_inside(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    with np.errstate(all="ignore"):
        for batch in ref.mini_batches(Y.size, batch_size, rng):
            t += 1
            slopes = ref.gradients(params, X[:, batch], Y[batch])
            params, ms, ss = step(params, slopes, (ss, ms, t), alpha, t)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "Your state begins with t.",
    "The order is ms, ss, t: the means, the mean squares, the count.",
)
def epoch_count_first(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    params, (ms, ss, t) = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return params, (t, ms, ss)


@adam_epoch.mistake(
    "You divide the gradients of a batch by the batch size once more.",
    "`gradients` gives the mean over the digits that it gets. It needs no other division.",
)
def epoch_divided_by_batch(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    return epoch(
        X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng),
        lambda now, batch: tuple(slope / batch_size for slope in ref.gradients(now, X[:, batch], Y[batch])),
    )  # fmt: skip


@adam_epoch.mistake(
    "You divide the gradients of a batch by the number of its digits once more.",
    "`gradients` gives the mean over the digits that it gets. It needs no other division.",
)
def epoch_divided_by_number(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    return epoch(
        X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng),
        lambda now, batch: tuple(slope / batch.size for slope in ref.gradients(now, X[:, batch], Y[batch])),
    )  # fmt: skip


@adam_epoch.mistake(
    "You divide the gradients of a batch by the number of all digits once more.",
    "`gradients` gives the mean over the digits that it gets. It needs no other division.",
)
def epoch_divided_by_all(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    return epoch(
        X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng),
        lambda now, batch: tuple(slope / Y.size for slope in ref.gradients(now, X[:, batch], Y[batch])),
    )  # fmt: skip


@adam_epoch.mistake(
    "alpha and t are exchanged in your call of `adam_step`.",
    "It takes w, dw, m, s, t, alpha: first the number of the step, then the learning rate.",
)
def epoch_alpha_for_t(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        params, ms, ss = step(params, ref.gradients(params, X[:, batch], Y[batch]), (ms, ss, t), t, alpha)  # type: ignore[arg-type]
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You go through all digits twice.",
    "In an epoch each digit has its turn once: one call of `mini_batches`, one loop over what it gives.",
)
def epoch_twice_through(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, rng) + ref.mini_batches(Y.size, batch_size, rng)
    return epoch(X, Y, params, state, alpha, batches)


@adam_epoch.mistake(
    "You compute the gradients anew for each of the four parameters, after some of them have moved.",
    "All four take one step together: the gradients once for a batch, then the four steps.",
)
def epoch_gradients_between(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    now, ms, ss, t = list(params), list(state[0]), list(state[1]), state[2]
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        for k in range(4):
            slopes = ref.gradients(now, X[:, batch], Y[batch])
            now[k], ms[k], ss[k] = ref.adam_step(now[k], slopes[k], ms[k], ss[k], t, alpha)
    return now, (ms, ss, t)


@adam_epoch.mistake(
    "The means begin anew at 0 in each batch.",
    "They are what Adam remembers of earlier steps. They come from `state` and go on from batch to batch.",
)
def epoch_means_anew(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    t = state[2]
    ms = ss = tuple(np.zeros_like(p) for p in params)
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        zeros = tuple(np.zeros_like(p) for p in params)
        params, ms, ss = step(params, ref.gradients(params, X[:, batch], Y[batch]), (zeros, zeros, t), alpha, t)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You make a generator of your own, so the digits come in the same order in each epoch.",
    "Give `mini_batches` the `rng` that you were given. It goes on from where it stands.",
)
def epoch_own_seed(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, np.random.default_rng(1))
    return epoch(X, Y, params, state, alpha, batches)


@adam_epoch.mistake(
    "The last of the four parameters, b2, takes no step.",
    "`range(3)` ends at 2. The four parameters have the numbers 0 to 3.",
)
def epoch_last_not_moved(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        moved, new_ms, new_ss = step(params, slopes, (ms, ss, t), alpha, t)
        params, ms, ss = (*moved[:3], params[3]), (*new_ms[:3], ms[3]), (*new_ss[:3], ss[3])
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You write into the arrays of the caller's own state.",
    "Another run may start from it. Collect the new means in lists of their own.",
)
def epoch_state_in_place(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    moved, after = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    for old, new in zip((*state[0], *state[1]), (*after[0], *after[1]), strict=True):
        old[...] = new
    return moved, after


@adam_epoch.mistake(
    "You count t up after the step, so a step has the number of the one before, but for the very first.",
    "t says how many steps *have been* taken; this one is the next. Count first, then step: the first step has t = 1.",
)
def epoch_t_after_step_from_one(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        params, ms, ss = step(params, ref.gradients(params, X[:, batch], Y[batch]), (ms, ss, t), alpha, max(t, 1))
        t += 1
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You take rows of X as the digits of a batch.",
    "Examples are columns: the batch belongs in the second place, `X[:, ...]`.",
)
def epoch_rows(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    batches = ref.mini_batches(Y.size, batch_size, rng)
    return epoch(X, Y, params, state, alpha, batches, lambda now, batch: ref.gradients(now, X[batch], Y[batch]))


@adam_epoch.mistake(
    "The two sizes are exchanged in your call of `mini_batches`.",
    "It takes m, the number of digits, first, and then the batch size.",
)
def epoch_sizes_exchanged(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    return epoch(X, Y, params, state, alpha, ref.mini_batches(batch_size, Y.size, rng))


@adam_epoch.mistake(
    "You cut as many batches as for n_inputs digits: m is taken from the rows of X.",
    "Examples are columns. Their number is `X.shape[1]`, or the size of Y.",
)
def epoch_m_of_rows(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    return epoch(X, Y, params, state, alpha, ref.mini_batches(X.shape[0], batch_size, rng))


@adam_epoch.mistake(
    "You take plain steps along the gradient, and Adam's means stay as they came in.",
    "Each of the four steps is a call of `adam_step`, which gives new means too.",
)
def epoch_plain_without_means(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        params = tuple(w - alpha * dw for w, dw in zip(params, slopes, strict=True))
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "t goes up twice: in the loop, and again in the call of `adam_step`.",
    "It goes up by one for each batch, and the step takes it as it is then.",
)
def epoch_t_one_ahead(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        params, ms, ss = step(params, slopes, (ms, ss, t), alpha, t + 1)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "You multiply the learning rate by the batch size.",
    "The gradient is a mean already. alpha goes into `adam_step` as it is.",
)
def epoch_alpha_multiplied(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    return epoch(X, Y, params, state, alpha * batch_size, ref.mini_batches(Y.size, batch_size, rng))


@adam_epoch.mistake(
    "You return params, ms, ss and t, four things side by side.",
    "The state is one thing, a tuple of three: return two things, `params` and the state.",
)
def epoch_four_returned(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    params, (ms, ss, t) = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return params, ms, ss, t


@adam_epoch.mistake(
    "You return the state first.",
    "The order is: the parameters, then the state.",
)
def epoch_state_first(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    params, state = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return state, params


@adam_epoch.mistake(
    "The brackets are in another place: the parameters are together with the means, and t is alone.",
    "Two things come back: the parameters, and the state, which is ms, ss and t together.",
)
def epoch_brackets_elsewhere(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    params, (ms, ss, t) = epoch(X, Y, params, state, alpha, ref.mini_batches(Y.size, batch_size, rng))
    return (params, ms, ss), t


@adam_epoch.mistake(
    "t goes up by the number of digits of each batch.",
    "t counts steps. Each batch is one step, however many digits it has.",
)
def epoch_t_counts_digits(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += batch.size
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        params, ms, ss = step(params, slopes, (ms, ss, t), alpha, t)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "Your steps are those of `momentum_step`.",
    "Each of the four steps is a call of `adam_step`.",
)
def epoch_momentum(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        moved = [ref.momentum_step(*entry, alpha) for entry in zip(params, slopes, ms, strict=True)]
        params, ms = zip(*moved, strict=True)
    return params, (ms, ss, t)


@adam_epoch.mistake(
    "Your steps are those of `rmsprop_step`.",
    "Each of the four steps is a call of `adam_step`.",
)
def epoch_rmsprop(X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng) -> Any:
    ms, ss, t = state
    for batch in ref.mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = ref.gradients(params, X[:, batch], Y[batch])
        moved = [ref.rmsprop_step(*entry, alpha) for entry in zip(params, slopes, ss, strict=True)]
        params, ss = zip(*moved, strict=True)
    return params, (ms, ss, t)


# -- train_with_adam


def training(
    X: Array,
    Y: Array,
    dev: tuple[Array, Array],
    params: Params,
    alpha: float,
    epochs: int,
    batch_size: int,
    patience: int,
    rng: Any,
    rate: Callable[[int], float] | None = None,
    stops: Callable[[list[float]], bool] | None = None,
    keeps: Callable[[list[float]], bool] | None = None,
    begin: Callable[[int, Params, Any], tuple[Params, Any]] | None = None,
) -> tuple[Any, list[float], Any]:
    """Training as it should be: the kept parameters, the dev losses and the last parameters; with one part another.

    rate gives the learning rate of an epoch, stops and keeps decide on the losses so far, and begin gives parameters
    and state at the beginning of an epoch.
    """
    zeros = tuple(np.zeros_like(p) for p in params)
    state: Any = (zeros, zeros, 0)
    losses: list[float] = []
    kept = params
    for number in range(epochs):
        if begin is not None:
            params, state = begin(number, params, state)
        now = rate(number) if rate else ref.warmup_cosine(alpha, number, epochs, 0)
        luck = rng() if callable(rng) else rng
        params, state = ref.adam_epoch(X, Y, params, state, now, batch_size, luck)
        losses.append(ref.mean_loss(params, *dev))
        stop, best = ref.early_stopping(losses, patience)
        if keeps(losses) if keeps else best == number:
            kept = params
        if stops(losses) if stops else stop:
            break
    return kept, losses, params


@train_with_adam.mistake(
    "You return the last parameters, not the best ones.",
    "After the best epoch the network has got worse: keep its parameters when they are the best, and return those.",
)
def train_last_params(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    _, losses, last = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return last, np.array(losses)


@train_with_adam.mistake(
    "You never stop early: all epochs take place.",
    "When `early_stopping` says so, leave the loop: `break`.",
)
def train_never_stops(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, epochs, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You stop one epoch late.", "Ask `early_stopping` after the newest loss has been noted, with `patience` as it is."
)
def train_one_late(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience + 1, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You stop the first time that the dev loss rises.", "It is a bumpy road: `patience` says how long to wait."
)
def train_no_patience(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, 1, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "The learning rate stays at alpha: there is no schedule.",
    "Each epoch has its own rate, `warmup_cosine(alpha, epoch, epochs, 0)`.",
)
def train_constant_rate(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X,
        Y,
        (X_dev, Y_dev),
        params,
        alpha,
        epochs,
        batch_size,
        patience,
        rng,
        rate=lambda number: alpha,
    )
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your schedule is one epoch ahead: it gets epoch + 1.",
    "Epochs are counted from 0, and epoch 0 has the whole alpha.",
)
def train_rate_ahead(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: ref.warmup_cosine(alpha, number + 1, epochs, 0),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your schedule has a warm-up of one epoch.", "Here there is none: the last argument of `warmup_cosine` is 0."
)
def train_with_warmup(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: alpha if number == 0 else ref.warmup_cosine(alpha, number, epochs, 1),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Each epoch's rate is made of the last one's: the schedule is applied to a rate that it has shrunk already.",
    "`alpha` itself must stay as it is. Give the rate of an epoch a name of its own.",
)
def train_rate_of_rate(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    def rate(number: int) -> float:
        nonlocal alpha
        alpha = ref.warmup_cosine(alpha, number, epochs, 0)
        return alpha

    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, rate=rate)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Adam's state begins anew in each epoch.",
    "Make the zeros once, before the loop, and let the state that comes out of an epoch go into the next.",
)
def train_state_anew(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    zeros = tuple(np.zeros_like(p) for p in params)
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        begin=lambda number, now, state: (now, (zeros, zeros, 0)),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Each epoch begins again with the parameters from the beginning.",
    "What `adam_epoch` returns has to replace the parameters, so that the next epoch goes on from there.",
)
def train_params_anew(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        begin=lambda number, now, state: (params, state),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "The digits come in the same order in each epoch: a new generator with the same seed is made for each.",
    "Give each epoch the `rng` that you were given. It goes on from where it stands.",
)
def train_same_order(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, lambda: np.random.default_rng(0)
    )
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You measure the loss on the training digits.",
    "On those the network always gets better. Whether it is time to stop, only digits tell that it does not train on.",
)
def train_loss_of_training(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X, Y), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You train on the dev digits.",
    "Then they are no longer new to the network. Train on X and Y, measure on the others.",
)
def train_on_dev(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X_dev, Y_dev, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your losses begin with the one before any training.",
    "There is one loss for each epoch, measured after it. One more at the front shifts all epochs by one.",
)
def train_loss_before(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array([ref.mean_loss(params, X_dev, Y_dev), *losses])


@train_with_adam.mistake(
    "You measure the loss before each epoch, not after it.",
    "Mind the order of the rows of the table: first train, then measure what came of it.",
)
def train_measured_before(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    zeros = tuple(np.zeros_like(p) for p in params)
    state: Any = (zeros, zeros, 0)
    losses: list[float] = []
    kept = params
    for number in range(epochs):
        losses.append(ref.mean_loss(params, X_dev, Y_dev))
        rate = ref.warmup_cosine(alpha, number, epochs, 0)
        params, state = ref.adam_epoch(X, Y, params, state, rate, batch_size, rng)
        stop, best = ref.early_stopping(losses, patience)
        if best == number:
            kept = params
        if stop:
            break
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You return only the lowest loss.", "The loss after each epoch is due, so that one can see how training went."
)
def train_lowest_loss(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, min(losses)


@train_with_adam.mistake(
    "Your losses end with the best epoch.", "All epochs that took place are due, also those that made it worse."
)
def train_losses_cut(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array(losses[: int(np.argmin(losses)) + 1])


@train_with_adam.mistake(
    "You return accuracies in the place of losses.", "Early stopping looks at the dev *loss*, and so do the results."
)
def train_accuracies(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    shares = list[float]()

    def keeps(losses: list[float]) -> bool:
        return int(np.argmin(losses)) == len(losses) - 1

    zeros = tuple(np.zeros_like(p) for p in params)
    state: Any = (zeros, zeros, 0)
    losses: list[float] = []
    kept = params
    for number in range(epochs):
        rate = ref.warmup_cosine(alpha, number, epochs, 0)
        params, state = ref.adam_epoch(X, Y, params, state, rate, batch_size, rng)
        losses.append(ref.mean_loss(params, X_dev, Y_dev))
        shares.append(ref.share_right(params, X_dev, Y_dev))
        if keeps(losses):
            kept = params
        if ref.early_stopping(losses, patience)[0]:
            break
    return kept, np.array(shares)


@train_with_adam.mistake(
    "You keep the parameters only when the loss is lower than in the epoch before.",
    "Lower than the last is not yet the lowest. Keep them if this epoch is the best of all so far.",
)
def train_keeps_each_fall(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        keeps=lambda losses: len(losses) < 2 or losses[-1] < losses[-2],
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You return the parameters from before the best epoch.",
    "The loss of an epoch belongs to the parameters after it. Keep those that `adam_epoch` has just returned.",
)
def train_kept_too_early(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    starts = list[Any]()

    def begin(number: int, now: Params, state: Any) -> tuple[Params, Any]:
        starts.append(now)
        return now, state

    _, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, begin=begin)
    return starts[int(np.argmin(losses))], np.array(losses)


@train_with_adam.mistake(
    "You train for one epoch fewer than asked.", "`range(epochs)` has exactly `epochs` numbers, from 0 on."
)
def train_one_short(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        stops=lambda losses: ref.early_stopping(losses, patience)[0] or len(losses) >= epochs - 1,
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You use all digits in one batch, whatever batch_size says.", "Give `batch_size` to `adam_epoch`."
)
def train_one_batch(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, Y.size, patience, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You write into the caller's own parameters.", "Another run may start from them. Leave them as they were."
)
def train_in_place(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    for old, new in zip(params, kept, strict=True):
        old[...] = new
    return params, np.array(losses)


@train_with_adam.mistake(
    "Your learning rate sinks in a straight line over the epochs.",
    "Each epoch has its own rate, `warmup_cosine(alpha, epoch, epochs, 0)`.",
)
def train_straight_rate(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: alpha * (1 - number / epochs),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your learning rate comes from `step_decay`, the staircase.",
    "Each epoch has its own rate, `warmup_cosine(alpha, epoch, epochs, 0)`.",
)
def train_stairs(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: ref.step_decay(alpha, number, 0.5, 3),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your learning rate is halved in each epoch.",
    "Each epoch has its own rate, `warmup_cosine(alpha, epoch, epochs, 0)`.",
)
def train_halved_rate(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: alpha * 0.5**number,
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your schedule has a warm-up of two epochs.",
    "Here there is none: the last argument of `warmup_cosine` is 0.",
)
def train_two_for_warmup(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: ref.warmup_cosine(alpha, number, max(epochs, 3), 2),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your schedule is made for epochs − 1 epochs, so the last rate is 0.",
    "There are `epochs` of them, counted from 0. `warmup_cosine` takes their number as it is.",
)
def train_rate_of_one_less(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        rate=lambda number: ref.warmup_cosine(alpha, number, max(epochs - 1, 1), 0),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Adam's state begins with t = 1.",
    "t says how many steps have been taken: before the first step none, 0.",
)
def train_counts_from_one(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        begin=lambda number, now, state: (now, state if number else (*state[:2], 1)),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Adam's means begin with ones.",
    "Nothing is remembered before the first step: two times four arrays of zeros.",
)
def train_state_of_ones(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, 
        begin=lambda number, now, state: (now, state if number else ([np.ones_like(p) for p in params],) * 2 + (0,)),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You keep the parameters of each epoch in which training does not stop.",
    "That it goes on does not make an epoch the best. Keep them if `best` is this epoch.",
)
def train_keeps_till_stop(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, 
        keeps=lambda losses: not ref.early_stopping(losses, patience)[0],
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You keep the parameters of the epoch with the highest loss.",
    "The best epoch has the lowest dev loss. `early_stopping` says which it is.",
)
def train_keeps_the_worst(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, 
        keeps=lambda losses: losses[-1] >= max(losses),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You train for one epoch more than asked.",
    "`range(epochs)` has exactly `epochs` numbers, from 0 on.",
)
def train_one_epoch_more(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs + 1, batch_size, patience, rng, 
        rate=lambda number: ref.warmup_cosine(alpha, number, epochs, 0),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "The loss of the epoch in which training stops is not among those that you return.",
    "That epoch took place too. Note the loss first, and ask whether to stop afterwards.",
)
def train_last_not_noted(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array(losses[:-1] if ref.early_stopping(losses, patience)[0] else losses)


@train_with_adam.mistake(
    "You return the losses first.",
    "The order is: the parameters, then the losses.",
)
def train_losses_first(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return np.array(losses), kept


@train_with_adam.mistake(
    "You return the parameters without the losses.",
    "The dev loss after each epoch comes back too: return both, the parameters first.",
)
def train_params_only(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    return training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)[0]


@train_with_adam.mistake(
    "You stop after `patience` epochs in all.",
    "As long as the dev loss gets better there is no reason to stop. `early_stopping` decides.",
)
def train_stops_at_patience(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, 
        stops=lambda losses: len(losses) >= patience,
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You use the number of epochs as the batch size.",
    "`adam_epoch` takes X, Y, params, state, alpha, batch_size, rng, in this order.",
)
def train_batch_of_epochs(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, epochs, patience, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your losses have an entry for each of `epochs`, also for those that did not take place.",
    "Training may stop early. Begin with an empty list, and append the loss of each epoch.",
)
def train_padded(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array(losses + [0.0] * (epochs - len(losses)))


@train_with_adam.mistake(
    "When training stops early you return the last parameters, not the best ones.",
    "Since the best epoch the network has got worse. Leave the loop by `break`, and return what was kept.",
)
def train_last_when_stopped(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, last = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return last if ref.early_stopping(losses, patience)[0] else kept, np.array(losses)


@train_with_adam.mistake(
    "The training digits and the dev digits are exchanged.",
    "The network learns from X and Y, and is measured on X_dev and Y_dev.",
)
def train_roles_exchanged(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X_dev, Y_dev, (X, Y), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You return after the first epoch.",
    "Is the `return` inside the loop? It ends the function. It belongs behind the loop, further to the left.",
)
def train_first_epoch_only(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, 
        stops=lambda losses: True,
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You return the mean of the losses.",
    "The loss after each epoch is due, so that one can see how training went.",
)
def train_mean_of_losses(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.mean(losses)


@train_with_adam.mistake(
    "The two answers of `early_stopping` are exchanged.",
    "First it says whether to stop, then which epoch is the best.",
)
def train_answers_exchanged(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, 
        stops=lambda losses: bool(ref.early_stopping(losses, patience)[1]),
        keeps=lambda losses: ref.early_stopping(losses, patience)[0] == len(losses) - 1,
    )  # fmt: skip
    return kept, np.array(losses)


# -- compare_rates


def runs(
    data: tuple[Array, Array, Array, Array],
    params: Params,
    alphas: Sequence[float],
    epochs: int,
    batch_size: int,
    seed: int,
    patience: int | None = None,
) -> list[Any]:
    """Each run as it should be: its parameters and its losses."""
    given = epochs if patience is None else patience
    return [
        ref.train_with_adam(*data, params, alpha, epochs, batch_size, given, np.random.default_rng(seed))
        for alpha in alphas
    ]


@compare_rates.mistake(
    "Each run goes on from where the one before it ended.",
    "A fair comparison has the same start for all. Do not call what comes back `params`.",
)
def compare_goes_on(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    lowest = []
    for alpha in alphas:
        rng = np.random.default_rng(seed)
        params, losses = ref.train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng)
        lowest.append(losses.min())
    return np.array(lowest)


@compare_rates.mistake(
    "You return the loss of each run's last epoch.", "Asked for is the lowest: the run's best epoch, wherever it is."
)
def compare_last_loss(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    return np.array([losses[-1] for _, losses in runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)])


@compare_rates.mistake(
    "Your results are the losses after one epoch: each run's first loss, or runs of one epoch only.",
    "Each run has all `epochs`. Asked for is the lowest of its losses, wherever it is.",
)
def compare_first_loss(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    return np.array([losses[0] for _, losses in runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)])


@compare_rates.mistake(
    "You return the mean of each run's losses.", "Asked for is the lowest: how good the run was at its best."
)
def compare_mean_loss(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    return np.array(
        [losses.mean() for _, losses in runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)]
    )


@compare_rates.mistake("You return each run's highest loss.", "A loss is the better the lower it is: take the minimum.")
def compare_highest_loss(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    return np.array(
        [losses.max() for _, losses in runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)]
    )


@compare_rates.mistake(
    "You measure each run on its training digits.", "How good a rate is, only the dev digits tell, which are new."
)
def compare_training_loss(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([ref.mean_loss(trained, X, Y) for trained, _ in made])


@compare_rates.mistake(
    "You return the share of dev digits that each run reads rightly.", "Asked for is the dev loss, which is finer."
)
def compare_accuracy(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([ref.share_right(trained, X_dev, Y_dev) for trained, _ in made])


@compare_rates.mistake(
    "You return the best rate only.", "The result of each run is due, so that the reader sees by how much it is better."
)
def compare_best_rate(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return alphas[int(np.argmin([losses.min() for _, losses in made]))]


@compare_rates.mistake(
    "Your results are sorted.", "They stand in the order of alphas; otherwise nobody knows which belongs to which."
)
def compare_sorted(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.sort([losses.min() for _, losses in made])


@compare_rates.mistake(
    "Your runs stop as soon as they get worse once.",
    "Then they have different budgets. With a patience of `epochs` nobody is stopped early.",
)
def compare_impatient(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed, patience=1)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "Your runs stop after two epochs without a new lowest loss.",
    "Then they have different budgets. With a patience of `epochs` nobody is stopped early.",
)
def compare_some_patience(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed, patience=2)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "All runs draw from one generator, which goes on from run to run.",
    "So each run has other luck. Make a new generator from the seed inside the loop.",
)
def compare_one_generator(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    rng = np.random.default_rng(seed)
    made = [ref.train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng) for alpha in alphas]
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "You use a seed of your own, whatever `seed` is.",
    "With another seed one sees whether a result was luck. Make the generators from the argument.",
)
def compare_seed_ignored(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, 0)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "Every run has a generator without a seed.",
    "So each run has other luck, and nothing can be repeated. Make a new generator from the seed for each.",
)
def compare_no_seed(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = [
        ref.train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, np.random.default_rng(own))
        for alpha, own in zip(alphas, np.random.randint(2**31, size=len(alphas)), strict=True)
    ]
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "All your runs have the first of the rates.", "The one thing in which the runs differ is alpha: use the loop's own."
)
def compare_first_rate(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, [alphas[0]] * len(alphas), epochs, batch_size, seed)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "You return after the first run: the `return` stands inside the loop.", "There is a result for each of the alphas."
)
def compare_returns_early(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas[:1], epochs, batch_size, seed)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "Your best run overwrites the parameters that it was given.",
    "Nobody can start from them again then. Leave `params` as they were.",
)
def compare_in_place(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    lowest = np.array([losses.min() for _, losses in made])
    for old, new in zip(params, made[int(lowest.argmin())][0], strict=True):
        old[...] = new
    return lowest


@compare_rates.mistake(
    "You subtract the first run's result from all.", "The losses themselves are due; the reader can subtract."
)
def compare_differences(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    lowest = [losses.min() for _, losses in runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)]
    return np.array(lowest) - lowest[0]


@compare_rates.mistake(
    "You give the training digits in the place of the dev digits.",
    "How good a rate is, only the dev digits tell, which are new: X, Y, X_dev, Y_dev, in this order.",
)
def compare_dev_is_training(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X, Y), params, alphas, epochs, batch_size, seed)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "The training digits and the dev digits are exchanged.",
    "Each run learns from X and Y, and is measured on X_dev and Y_dev: in this order.",
)
def compare_data_exchanged(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X_dev, Y_dev, X, Y), params, alphas, epochs, batch_size, seed)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "You return the result of the last run only.",
    "There is a result for each of the alphas. Collect them in a list, made before the loop.",
)
def compare_last_run(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([made[-1][1].min()])


@compare_rates.mistake(
    "You return one number, the result of the last run.",
    "There is a result for each of the alphas. Collect them in a list, made before the loop.",
)
def compare_last_number(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return made[-1][1].min()


@compare_rates.mistake(
    "You return one number, the lowest of all runs.",
    "The lowest loss of *each* run is due, one for each of the alphas.",
)
def compare_lowest_of_all(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return min(losses.min() for _, losses in made)


@compare_rates.mistake(
    "You return in which epoch each run had its lowest loss.",
    "Asked for is that loss itself: `min`, not `argmin`.",
)
def compare_place_of_lowest(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([int(losses.argmin()) for _, losses in made])


@compare_rates.mistake(
    "epochs and batch_size are exchanged in your call of `train_with_adam`.",
    "It takes alpha, epochs, batch_size, patience, rng, in this order.",
)
def compare_sizes_exchanged(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, batch_size, epochs, seed, patience=epochs)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "You divide all results by the best one.",
    "The losses themselves are due; the reader can divide.",
)
def compare_relative(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    lowest = np.array([losses.min() for _, losses in made])
    return lowest / lowest.min()


@compare_rates.mistake(
    "Each run gets new parameters from `start_params`.",
    "A fair comparison has the same start for all: the `params` that were given.",
)
def compare_new_starts(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    lowest = []
    for alpha in alphas:
        rng = np.random.default_rng(seed)
        start = ref.start_params(X.shape[0], params[0].shape[0], params[2].shape[0], rng)
        lowest.append(ref.train_with_adam(X, Y, X_dev, Y_dev, start, alpha, epochs, batch_size, epochs, rng)[1].min())
    return np.array(lowest)


@compare_rates.mistake(
    "You return all losses of each run.",
    "One number is due for each run, the lowest of its losses.",
)
def compare_all_losses(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([losses for _, losses in made])


@compare_rates.mistake(
    "You return each rate together with its result.",
    "Only the results are due, in the order of alphas.",
)
def compare_pairs(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([(alpha, losses.min()) for alpha, (_, losses) in zip(alphas, made, strict=True)])


@compare_rates.mistake(
    "Each run has a seed of its own.",
    "So each run has other luck. Make each generator from the same `seed`, as it is.",
)
def compare_other_seeds(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    data = X, Y, X_dev, Y_dev
    made = [runs(data, params, [alpha], epochs, batch_size, seed + n)[0] for n, alpha in enumerate(alphas)]
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "You return the sum of each run's losses.",
    "Asked for is the lowest: how good the run was at its best.",
)
def compare_sum_of_losses(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return np.array([losses.sum() for _, losses in made])


@compare_rates.mistake(
    "You measure the parameters that the runs start from, not what became of them.",
    "Each run returns its losses. Asked for is the lowest of them.",
)
def compare_before_training(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    return np.array([ref.mean_loss(params, X_dev, Y_dev) for _ in alphas])


@compare_rates.mistake(
    "You use all digits in one batch, whatever batch_size says.",
    "Give `batch_size` to `train_with_adam`.",
)
def compare_one_batch(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, Y.size, seed)
    return np.array([losses.min() for _, losses in made])
