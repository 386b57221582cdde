"""The gate: the student's own functions train a network on real digits, and it must read others.

It wants the learning to be real. The network starts untrained, training comes in stretches whose lengths nobody knows
beforehand, and where the solutions are at hand each stretch must move as gradient descent can move: weights brought
along from elsewhere, or found by another method, do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder import digits
from autograder.course import Gate
from autograder.judge.checking import Answer, demand
from autograder.judge.plugin import GateReport

Array = np.ndarray[Any, Any]
N_PIXELS, N_CLASSES = 784, 10
CHANCE = 0.45  # random weights read about one digit in ten; no sensible start comes near this
# Measured over inits, seeds and mistakes that learn: honest stretches have a cosine above 0.3 and a length below 3.
LEAST_COSINE = 0.05
GREATEST_LENGTH = 8.0
TOO_SLOW = "too-slow"


def run_gate(
    student: Any, reference: Any, rng: np.random.Generator, new_rng: Any, gate: Gate, measured: GateReport, live: bool
) -> None:
    """Train and measure. Fails the check with what was seen; writes accuracy and history into `measured`."""
    X_train, Y_train, X_dev, Y_dev = gate_digits(rng, gate)
    params = trained = _parameters(student.init_params(N_PIXELS, gate.hidden_units, N_CLASSES, new_rng()), gate)
    done = 0
    for steps in _stretches(rng, gate.iterations):
        answer = student.gradient_descent(
            X_train, Y_train, trained, gate.alpha, steps, limit_seconds=_share_of_limit(gate, steps)
        )
        came_from, trained = trained, _trained(answer, gate)
        measured.add_history(answer.value[1], done)
        done += steps
        if live:
            _demand_descent(reference, X_train, Y_train, came_from, trained, gate.alpha * steps)
    answer = student.make_predictions(X_dev, *trained)
    (predictions,) = answer.arrays(predictions=(gate.dev_digits,))
    accuracy = float(np.mean(predictions == Y_dev))
    if live:
        start, end = (
            float(np.mean(reference.make_predictions(X_dev, *found).value == Y_dev)) for found in (params, trained)
        )
        before, after = (_loss(reference, X_train, Y_train, found) for found in (params, trained))
        demand(after < before, "gate-loss-rises", f"the loss went from {before:.3g} to {after:.3g}")
        demand(start < CHANCE, "gate-trained-before", f"before any training it reads {start:.1%} of the digits")
        accuracy = min(accuracy, end)
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


def _stretches(rng: np.random.Generator, iterations: int) -> list[int]:
    """The iterations cut into five pieces at random places, the first of them short."""
    cuts = np.sort(rng.choice(np.arange(20, iterations - 20), 3, replace=False))
    return [int(n) for n in np.diff([0, int(rng.integers(5, 15)), *cuts, iterations])]


def _share_of_limit(gate: Gate, steps: int) -> float:
    """The part of the time limit that a stretch may take, with a second to spare."""
    return 1 + gate.limit_seconds * steps / gate.iterations


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


def _demand_descent(
    reference: Any, X: Array, Y: Array, before: Sequence[Array], after: Sequence[Array], alpha_steps: float
) -> None:
    """The way from `before` to `after` is one that gradient descent can go."""
    slope_before, slope_after = (_slope(reference, X, Y, params) for params in (before, after))
    for at in (0, 2):
        moved = after[at] - before[at]
        downhill = -(slope_before[at] + slope_after[at])
        cosine = float((moved * downhill).sum() / (np.linalg.norm(moved) * np.linalg.norm(downhill) + 1e-300))
        steepest = max(float(np.linalg.norm(slope_before[at])), float(np.linalg.norm(slope_after[at])))
        length = float(np.linalg.norm(moved)) / (alpha_steps * steepest + 1e-300)
        demand(
            cosine > LEAST_COSINE and length < GREATEST_LENGTH,
            "gate-not-gradient-descent",
            "the parameters move as gradient descent can't move them",
        )


def _slope(reference: Any, X: Array, Y: Array, params: Sequence[Array]) -> Sequence[Array]:
    """The gradients of the loss at these parameters."""
    W1, b1, W2, b2 = params
    Z1, A1, _, A2 = reference.forward_prop(W1, b1, W2, b2, X).value
    gradients: Sequence[Array] = reference.backward_prop(Z1, A1, A2, W2, X, Y).value
    return gradients


def _loss(reference: Any, X: Array, Y: Array, params: Sequence[Array]) -> float:
    W1, b1, W2, b2 = params
    _, _, _, A2 = reference.forward_prop(W1, b1, W2, b2, X).value
    return float(reference.cross_entropy(A2, Y).value)
