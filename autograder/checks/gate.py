"""What the gates of all assignments share: digits nobody knows beforehand, and whether steps follow the gradient.

A gate wants the learning to be real. The pixels and the classes come in an order of the run's own, which is nothing to
a network that starts untrained and the end of weights brought along from elsewhere. Training comes in stretches whose
lengths nobody knows beforehand, and before each long one a few steps are asked for that the judge takes too: where
gradient descent goes, the student's must go as well. docs/gate.md has the measurements behind the numbers here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder import digits
from autograder.judge.checking import demand

Array = np.ndarray[Any, Any]
# Measured by benchmarks/gate.py over initialisations, seeds and mistakes that learn.
CHANCE = 0.3
LEAST_COSINE = 0.05
LEAST_LENGTH = 0.05
GREATEST_LENGTH = 6.0


def gate_pictures(rng: np.random.Generator, n_train: int, n_dev: int) -> tuple[Array, Array, Array, Array]:
    """Digits to train on and others to measure with: X as (784, m) grey values of one byte, Y as (m,)."""
    X, Y = digits.load("train")
    chosen = rng.choice(Y.size, n_train + n_dev, replace=False)
    train, dev = chosen[:n_train], chosen[n_train:]
    return X[:, train], Y[train].astype(np.int64), X[:, dev], Y[dev].astype(np.int64)


def digits_behind(guesses: Array, classes: Array) -> Array:
    """The digits behind classes in a run's own order, (m,); -1 for what is no class."""
    known = np.argsort(classes)
    is_class = (guesses >= 0) & (guesses < classes.size) & (guesses == np.floor(guesses))
    return np.where(is_class, known[np.where(is_class, guesses, 0).astype(np.int64)], -1)


def stretches(rng: np.random.Generator, iterations: int) -> Iterator[tuple[int, bool]]:
    """The iterations, at least 100, cut at random: five times a few steps (True), then the long rest up to the next."""
    cuts = np.sort(rng.choice(np.arange(20, iterations - 19, 20), 4, replace=False))
    for start, end in pairwise([0, *cuts.tolist(), iterations]):
        few = int(rng.integers(3, 6))
        yield few, True
        yield end - start - few, False


def compare_layers(
    before: Sequence[Array], after: Sequence[Array], right: Sequence[Array], weights: Sequence[int]
) -> tuple[float, float]:
    """The move of the layer that goes the right way least: the last one alone is soon learnt without backpropagation.

    `weights` says where among the parameters the weights stand.
    """
    return min(compare_moves(before, after, right, [at]) for at in weights)


@np.errstate(over="ignore", invalid="ignore")
def compare_moves(
    before: Sequence[Array], after: Sequence[Array], right: Sequence[Array], weights: Sequence[int]
) -> tuple[float, float]:
    """How the weights moved beside how they should have: the cosine of the angle between, and the ratio of lengths.

    `weights` says where among the parameters the weights stand.
    """
    moved, expected = (
        np.concatenate([(params[at] - before[at]).ravel() for at in weights]) for params in (after, right)
    )
    length, expected_length = float(np.linalg.norm(moved)), float(np.linalg.norm(expected)) + 1e-300
    return float(moved @ expected) / (length * expected_length + 1e-300), length / expected_length


def demand_descent(moves: Sequence[tuple[float, float]], causes: str) -> None:
    """By and large the network moved as gradient descent moves it: a wrong gradient may, a jump may not.

    `causes` names the functions in which the mistake usually is.
    """
    cosines, lengths = zip(*moves, strict=True)
    demand(
        np.median(cosines) > LEAST_COSINE and LEAST_LENGTH < np.median(lengths) < GREATEST_LENGTH,
        "gate-not-gradient-descent",
        f"its steps do not follow the gradient ({causes} is the usual cause)",
    )
