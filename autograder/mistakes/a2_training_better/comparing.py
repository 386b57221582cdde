"""The mistakes of a comparison: runs that differ in more than the learning rate, and other results than asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue
from autograder.reference import load

Array = npt.NDArray[Any]
Params = Sequence[Array]
ref = load("a2_training_better")

compare_rates = Catalogue("compare_rates")


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


@compare_rates.mistake(
    "You go through the rates in the order of their size.",
    "The results stand in the order of `alphas` as they were given; otherwise nobody knows which belongs to which.",
)
def compare_sorted_rates(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, sorted(alphas), epochs, batch_size, seed)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "A rate that comes twice has only one result with you, as in a dict with the rates as its keys.",
    "There is a result for each of the alphas, also for equal ones. Collect them in a list.",
)
def compare_each_rate_once(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, list(dict.fromkeys(alphas)), epochs, batch_size, seed)
    return np.array([losses.min() for _, losses in made])


@compare_rates.mistake(
    "You return which of the rates is the best, as its place in the list.",
    "The result of each run is due, its lowest loss, so that the reader sees by how much it is better.",
)
def compare_place_of_best(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed)
    return int(np.argmin([losses.min() for _, losses in made]))


@compare_rates.mistake(
    "Your runs have a patience of three epochs, so some are stopped early.",
    "Then they have different budgets. With a patience of `epochs` nobody is stopped early.",
)
def compare_patience_of_three(
    X: Array, Y: Array, X_dev: Array, Y_dev: Array, params: Params, alphas: Sequence[float], epochs: int,
    batch_size: int, seed: int,
) -> Any:  # fmt: skip
    made = runs((X, Y, X_dev, Y_dev), params, alphas, epochs, batch_size, seed, patience=3)
    return np.array([losses.min() for _, losses in made])
