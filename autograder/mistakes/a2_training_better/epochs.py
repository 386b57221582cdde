"""The mistakes of an epoch with Adam: which digits, which gradients, which state, which t."""

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
    "An epoch has a step for each batch: the steps belong inside the loop over the batches, the `return` behind it. "
    "And each batch has `batch_size` digits, not all of them.",
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


@adam_epoch.mistake(
    "m and s are exchanged in your loop, in the call of `adam_step` and in what you take from it.",
    "It takes w, dw, m, s and gives back w, m, s: the mean of the gradients comes before that of the squares.",
)
def epoch_means_exchanged_throughout(
    X: Array, Y: Array, params: Params, state: Any, alpha: float, batch_size: int, rng: Rng
) -> Any:
    ms, ss, t = state
    with np.errstate(all="ignore"):
        for batch in ref.mini_batches(Y.size, batch_size, rng):
            t += 1
            slopes = ref.gradients(params, X[:, batch], Y[batch])
            params, ss, ms = step(params, slopes, (ss, ms, t), alpha, t)
    return params, (ms, ss, t)
