"""The gate: the student's own functions train a network on real digits, and it must read others.

It wants the learning to be real. The pixels and the classes come in an order of the run's own, which is nothing to a
network that starts untrained and the end of weights brought along from elsewhere. Training comes in stretches whose
lengths nobody knows beforehand, and before each long one a few steps are asked for that the judge takes too: where
gradient descent goes, the student's must go as well. docs/gate.md has the measurements behind the numbers here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder import digits
from autograder.course import Gate
from autograder.judge.checking import Answer, demand
from autograder.judge.plugin import GateReport

Array = np.ndarray[Any, Any]
N_PIXELS, N_CLASSES = 784, 10
# Measured by benchmarks/gate.py over initialisations, seeds and mistakes that learn.
CHANCE = 0.3
LEAST_COSINE = 0.05
LEAST_LENGTH = 0.05
GREATEST_LENGTH = 6.0


def run_gate(
    student: Any, reference: Any, rng: np.random.Generator, new_rng: Any, gate: Gate, measured: GateReport, live: bool
) -> None:
    """Train and measure. Fails the check with what was seen; writes accuracy and history into `measured`."""
    X_train, Y_train, X_dev, Y_dev = gate_digits(rng, gate)
    pixels, classes = rng.permutation(N_PIXELS), rng.permutation(N_CLASSES)
    X, Y = X_train[pixels], classes[Y_train]
    start = trained = _parameters(student.init_params(N_PIXELS, gate.hidden_units, N_CLASSES, new_rng()), gate)
    done, moves = 0, []
    for steps, few in stretches(rng, gate.iterations):
        report = {"report_every": 1} if few else {}
        answer = student.gradient_descent(
            X, Y, trained, gate.alpha, steps, limit_seconds=_share_of_limit(gate, steps), **report
        )
        came_from, trained = trained, _trained(answer, gate)
        done += steps
        if live:
            loss, right = _loss(reference, X, Y, trained), reference.make_predictions(X, *trained).value
            measured.history.append((done, loss, float(np.mean(right == Y))))
        else:
            measured.add_history(answer.value[1], done - steps)
        if live and few:
            right, _ = reference.gradient_descent(X, Y, came_from, gate.alpha, steps).value
            moves.append(compare_moves(came_from, trained, right))
    (predictions,) = student.make_predictions(X_dev[pixels], *trained).arrays(predictions=(gate.dev_digits,))
    accuracy = float(np.mean(predictions == classes[Y_dev]))
    if live:
        before, after = (_loss(reference, X, Y, params) for params in (start, trained))
        demand(after < before, "gate-loss-rises", f"the loss went from {before:.3g} to {after:.3g}")
        read = reference.make_predictions(X_dev[pixels], *trained).value
        accuracy = min(accuracy, float(np.mean(read == classes[Y_dev])))
    if live and accuracy >= gate.threshold:
        # Weights trained elsewhere read digits whose pixels are in their places.
        untrained = float(np.mean(reference.make_predictions(X_dev, *start).value == Y_dev))
        demand(untrained < CHANCE, "gate-trained-before", f"before any training it reads {untrained:.1%} of the digits")
        _demand_descent(moves)
    measured.dev_accuracy = accuracy
    demand(
        accuracy >= gate.threshold,
        "gate-below-threshold",
        f"it reads {accuracy:.1%} of {gate.dev_digits:,} new digits; {gate.threshold:.0%} are asked for",
    )


def gate_digits(rng: np.random.Generator, gate: Gate) -> tuple[Array, Array, Array, Array]:
    """Digits to train on and others to measure with, drawn from the 60,000: X as (784, m) in [0, 1], Y as (m,)."""
    X, Y = digits.load("train")
    chosen = rng.choice(Y.size, gate.train_digits + gate.dev_digits, replace=False)
    train, dev = chosen[: gate.train_digits], chosen[gate.train_digits :]
    return X[:, train] / 255, Y[train].astype(np.int64), X[:, dev] / 255, Y[dev].astype(np.int64)


def stretches(rng: np.random.Generator, iterations: int) -> Iterator[tuple[int, bool]]:
    """The iterations, at least 100, cut at random: five times a few steps (True), then the long rest up to the next."""
    cuts = np.sort(rng.choice(np.arange(20, iterations - 19, 20), 4, replace=False))
    for start, end in pairwise([0, *cuts.tolist(), iterations]):
        few = int(rng.integers(3, 6))
        yield few, True
        yield end - start - few, False


@np.errstate(over="ignore", invalid="ignore")
def compare_moves(before: Sequence[Array], after: Sequence[Array], right: Sequence[Array]) -> tuple[float, float]:
    """How the weights moved beside how they should have: the cosine of the angle between, and the ratio of lengths."""
    moved, expected = (
        np.concatenate([(params[at] - before[at]).ravel() for at in (0, 2)]) for params in (after, right)
    )
    length, expected_length = float(np.linalg.norm(moved)), float(np.linalg.norm(expected)) + 1e-300
    return float(moved @ expected) / (length * expected_length + 1e-300), length / expected_length


def _demand_descent(moves: Sequence[tuple[float, float]]) -> None:
    """By and large the network moved as gradient descent moves it: a wrong gradient may, a jump may not."""
    cosines, lengths = zip(*moves, strict=True)
    demand(
        np.median(cosines) > LEAST_COSINE and LEAST_LENGTH < np.median(lengths) < GREATEST_LENGTH,
        "gate-not-gradient-descent",
        "its steps do not follow the gradient (backward_prop or update_params is the usual cause)",
    )


def _share_of_limit(gate: Gate, steps: int) -> float:
    """The part of the time limit that a stretch may take, with two seconds to spare."""
    return 2 + gate.limit_seconds * steps / gate.iterations


def _parameters(answer: Answer, gate: Gate) -> tuple[Array, ...]:
    hidden = gate.hidden_units
    arrays = answer.arrays(W1=(hidden, N_PIXELS), b1=(hidden, 1), W2=(N_CLASSES, hidden), b2=(N_CLASSES, 1))
    for name, array in zip(("W1", "b1", "W2", "b2"), arrays, strict=True):
        answer.demand_finite(name, array)
    return tuple(array.astype(float) for array in arrays)


def _trained(answer: Answer, gate: Gate) -> tuple[Array, ...]:
    """The parameters out of what gradient_descent returned."""
    value = answer.value
    demand(
        isinstance(value, tuple | list) and len(value) == 2,
        "gate-no-params-and-history",
        "gradient_descent returns something else than params and history",
    )
    return _parameters(answer.part(0), gate)


def _loss(reference: Any, X: Array, Y: Array, params: Sequence[Array]) -> float:
    W1, b1, W2, b2 = params
    _, _, _, A2 = reference.forward_prop(W1, b1, W2, b2, X).value
    return float(reference.cross_entropy(A2, Y).value)
