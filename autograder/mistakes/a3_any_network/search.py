"""Mistakes in drawing settings for a search, log_uniform. The numbers are random: the checks know most of these."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Rng = np.random.Generator

log_uniform = Catalogue("log_uniform")


@log_uniform.mistake(
    "Your numbers are uniform: nearly all of them lie in the highest power of ten.",
    "Not the number is uniform but its logarithm. Draw between log(low) and log(high), and undo the logarithm.",
)
def log_uniform_uniform(low: float, high: float, n: int, rng: Rng) -> Any:
    return rng.uniform(low, high, n)


@log_uniform.mistake(
    "You return the logarithms: they are not undone.",
    "np.exp undoes np.log, and 10 ** undoes np.log10.",
)
def log_uniform_not_undone(low: float, high: float, n: int, rng: Rng) -> Any:
    return rng.uniform(np.log(low), np.log(high), n)


@log_uniform.mistake(
    "Your numbers leave the range from low to high.",
    "Draw between the logarithms of low and of high, both of them, and undo the same kind of logarithm: np.exp undoes "
    "np.log, 10 ** undoes np.log10.",
)
def log_uniform_out_of_range(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.exp(rng.uniform(np.log(low) - 1, np.log(high) + 1, n))


@log_uniform.mistake(
    "You draw a single number and repeat it.",
    "Each trial needs a draw of its own: rng.uniform(a, b, n).",
)
def log_uniform_one_value(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.full(n, np.exp(rng.uniform(np.log(low), np.log(high))))


@log_uniform.mistake(
    "There are only powers of ten among your numbers: the exponents are whole.",
    "What lies between 0.001 and 0.01 is worth a try as well. Draw exponents with rng.uniform, not rng.integers.",
)
def log_uniform_powers_only(low: float, high: float, n: int, rng: Rng) -> Any:
    first, last = round(float(np.ceil(np.log10(low)))), round(float(np.floor(np.log10(high))))
    return np.clip(10.0 ** rng.integers(min(first, last), max(first, last) + 1, n), low, high)


@log_uniform.mistake(
    "Your numbers stand on a grid at equal distances: nothing is random.",
    "Random trials beat a grid, as each of them tries a new value. Draw from `rng`.",
)
def log_uniform_grid(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.geomspace(low, high, n)


@log_uniform.mistake(
    "Your numbers stand on a grid at equal distances, and only their order is random.",
    "Random trials beat a grid, as each of them tries a new value. Draw the numbers themselves from `rng`.",
)
def log_uniform_grid_shuffled(low: float, high: float, n: int, rng: Rng) -> Any:
    return rng.permutation(np.geomspace(low, high, n))


@log_uniform.mistake(
    "Your logarithms are normal, not uniform: the middle of the range gets most of the trials.",
    "Every power of ten should get the same share: rng.uniform, not rng.normal.",
)
def log_uniform_normal(low: float, high: float, n: int, rng: Rng) -> Any:
    middle, spread = (np.log(low) + np.log(high)) / 2, (np.log(high) - np.log(low)) / 8
    return np.exp(np.clip(rng.normal(middle, spread, n), np.log(low), np.log(high)))


@log_uniform.mistake(
    "Your numbers crowd at the lower end: as often as not the lowest power of ten is taken.",
    "Every power of ten should get the same share. The logarithm itself has to be uniform, not its square or its "
    "logarithm.",
)
def log_uniform_piled_up_below(low: float, high: float, n: int, rng: Rng) -> Any:
    share = rng.random(n) ** 4
    return np.exp(np.log(low) + share * (np.log(high) - np.log(low)))


@log_uniform.mistake(
    "The four powers of ten do not get equal shares.",
    "Only where the logarithm is uniform do they. Look at what is drawn, and between which borders.",
)
def log_uniform_other(low: float, high: float, n: int, rng: Rng) -> Any:
    share = rng.random(n) ** 1.5
    return np.exp(np.log(low) + share * (np.log(high) - np.log(low)))


@log_uniform.mistake(
    "Your numbers come in order of size.",
    "The first trials would all try small values. Leave them in the order in which they were drawn.",
)
def log_uniform_sorted(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.sort(ref.log_uniform(low, high, n, rng))


@log_uniform.mistake(
    "You return one number, where n are asked for.",
    "rng.uniform(a, b, n) draws n of them.",
)
def log_uniform_single(low: float, high: float, n: int, rng: Rng) -> Any:
    return float(ref.log_uniform(low, high, 1, rng)[0])


@log_uniform.mistake(
    "Your numbers have two dimensions.",
    "A plain array of the shape (n,) is asked for.",
)
def log_uniform_column(low: float, high: float, n: int, rng: Rng) -> Any:
    return ref.log_uniform(low, high, n, rng).reshape(n, 1)


@log_uniform.mistake(
    "Your numbers do not come from `rng`: two calls with equal generators differ.",
    "np.random.uniform uses a hidden generator of its own. Draw from the one that you are given.",
)
def log_uniform_ignores_rng(low: float, high: float, n: int, rng: Rng) -> Any:
    return ref.log_uniform(low, high, n, np.random.default_rng(int(np.random.randint(2**31))))


@log_uniform.mistake(
    "You make a generator of your own with a fixed seed.",
    "Every search would try the same values. Draw from the `rng` that you are given.",
)
def log_uniform_own_seed(low: float, high: float, n: int, rng: Rng) -> Any:
    return ref.log_uniform(low, high, n, np.random.default_rng(0))


@log_uniform.mistake(
    "Your numbers are cut off at a border: many of them are exactly low or high.",
    "Draw the logarithm between the right borders; then nothing has to be cut off.",
)
def log_uniform_clipped(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.exp(np.clip(rng.uniform(np.log(low) - 1, np.log(high) + 1, n), np.log(low), np.log(high)))


@log_uniform.mistake(
    "You return one number too few.",
    "n numbers are asked for. Look at the shape of your draw, or at where your loop ends.",
)
def log_uniform_one_too_few(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.exp(rng.uniform(np.log(low), np.log(high), n - 1))


@log_uniform.mistake(
    "You return one number too many.",
    "n numbers are asked for. Look at the shape of your draw, or at where your loop ends.",
)
def log_uniform_one_too_many(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.exp(rng.uniform(np.log(low), np.log(high), n + 1))


@log_uniform.mistake(
    "You mix two kinds of logarithm: the one that you take of low and high, and the one that you undo.",
    "np.exp undoes np.log, 10 ** undoes np.log10, 2 ** undoes np.log2. Take the same kind at both ends.",
)
def log_uniform_bases_mixed(low: float, high: float, n: int, rng: Rng) -> Any:
    return 10 ** rng.uniform(np.log(low), np.log(high), n)


@log_uniform.mistake(
    "You take low and high themselves for exponents.",
    "The exponents lie between the logarithms of low and of high: take these first.",
)
def log_uniform_borders_as_exponents(low: float, high: float, n: int, rng: Rng) -> Any:
    return 10 ** rng.uniform(low, high, n)


@log_uniform.mistake(
    "Your numbers are rounded.",
    "0.00042 is as good a learning rate as 0.0004. Return the numbers with all their digits.",
)
def log_uniform_rounded(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.round(np.exp(rng.uniform(np.log(low), np.log(high), n)), 2)


@log_uniform.mistake(
    "Your numbers run from low to low times high: log(high) is added to log(low), not the way from one to the other.",
    "Between log(low) and log(high) lies log(high) - log(low), the logarithm of high / low.",
)
def log_uniform_low_times(low: float, high: float, n: int, rng: Rng) -> Any:
    return low * np.exp(rng.uniform(0, np.log(high), n))


@log_uniform.mistake(
    "You take the logarithm of 1 + low and 1 + high: np.log1p.",
    "For small numbers that is nearly the number itself, and so are your shares. np.log, undone by np.exp.",
)
def log_uniform_log1p(low: float, high: float, n: int, rng: Rng) -> Any:
    return np.expm1(rng.uniform(np.log1p(low), np.log1p(high), n))
