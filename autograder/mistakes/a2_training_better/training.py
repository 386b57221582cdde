"""The mistakes from epoch to epoch: the schedule, the state, when to stop, what to keep."""

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

train_with_adam = Catalogue("train_with_adam")


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
    measure: Callable[[Params, Array, Array], float] = ref.mean_loss,
    begin: Callable[[int, Params, Any], tuple[Params, Any]] | None = None,
) -> tuple[Any, list[float], Any]:
    """Training as it should be: the kept parameters, the dev losses and the last parameters; with one part another.

    rate gives the learning rate of an epoch, stops and keeps decide on the losses so far, measure stands in the place
    of the dev loss, and begin gives parameters and state at the beginning of an epoch.
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
        losses.append(measure(params, *dev))
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
    "When `early_stopping` says so, with the `patience` that was given, leave the loop: `break`.",
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


@train_with_adam.mistake(
    "You count all epochs without a new lowest loss, also those before the best one: the count never begins anew.",
    "With each new best epoch it goes back to 0. `early_stopping` counts since the best one.",
)
def train_counts_on(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        stops=lambda losses: len(losses) - np.unique(np.minimum.accumulate(losses)).size >= patience,
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You keep the parameters of the epoch with the highest dev accuracy.",
    "The best epoch is the one with the lowest dev *loss*, which is finer than a count of digits.",
)
def train_kept_by_accuracy(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    zeros = tuple(np.zeros_like(p) for p in params)
    state: Any = (zeros, zeros, 0)
    losses, kept, highest = list[float](), params, -1.0
    for number in range(epochs):
        rate = ref.warmup_cosine(alpha, number, epochs, 0)
        params, state = ref.adam_epoch(X, Y, params, state, rate, batch_size, rng)
        losses.append(ref.mean_loss(params, X_dev, Y_dev))
        share = ref.share_right(params, X_dev, Y_dev)
        if share > highest:
            kept, highest = params, share
        if ref.early_stopping(losses, patience)[0]:
            break
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You keep the parameters of the epoch in which training stops, and else those from the start.",
    "Keep them whenever an epoch is the best so far, that is if `best` is its number.",
)
def train_kept_at_stop(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        keeps=lambda losses: bool(ref.early_stopping(losses, patience)[0]),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "Your losses are the lowest so far after each epoch.",
    "The loss of each epoch itself is due, also where it has become worse.",
)
def train_lowest_so_far(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng)
    return kept, np.minimum.accumulate(losses)


@train_with_adam.mistake(
    "Each epoch goes on from the best parameters so far, not from those of the epoch before.",
    "Training goes on where it stands, over bumps too. The best parameters are only kept aside, to be returned.",
)
def train_from_the_best(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    zeros = tuple(np.zeros_like(p) for p in params)
    state: Any = (zeros, zeros, 0)
    losses, kept = list[float](), params
    for number in range(epochs):
        rate = ref.warmup_cosine(alpha, number, epochs, 0)
        new, state = ref.adam_epoch(X, Y, kept, state, rate, batch_size, rng)
        losses.append(ref.mean_loss(new, X_dev, Y_dev))
        stop, best = ref.early_stopping(losses, patience)
        if best == number:
            kept = new
        if stop:
            break
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You measure the share of wrong answers after each epoch, where the dev loss belongs.",
    "`mean_loss` gives it. The loss is finer than a count of digits: it changes with every step.",
)
def train_error_rates(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng,
        measure=lambda *network: 1 - ref.share_right(*network),
    )  # fmt: skip
    return kept, np.array(losses)


@train_with_adam.mistake(
    "You measure the accuracy after each epoch, where the dev loss belongs, and keep the epoch in which it is lowest.",
    "`mean_loss` gives the dev loss. Low is good for a loss, and bad for an accuracy.",
)
def train_accuracies_for_losses(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alpha: float, epochs: int, batch_size: int,
    patience: int, rng: Rng,
) -> Any:  # fmt: skip
    kept, losses, _ = training(
        X, Y, (X_dev, Y_dev), params, alpha, epochs, batch_size, patience, rng, measure=ref.share_right
    )
    return kept, np.array(losses)
