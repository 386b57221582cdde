"""The gate of the first network: a student's own functions train it on real digits, and it must read others.

See gate.py for how it makes sure that the learning is real.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.gate import (
    CHANCE,
    Array,
    compare_layers,
    demand_descent,
    digits_behind,
    gate_pictures,
    stretches,
)
from autograder.course import Gate
from autograder.judge.checking import Answer, demand
from autograder.judge.examination import GateReport
from autograder.student.wire import SentOnce

N_PIXELS, N_CLASSES = 784, 10


def run_gate(
    student: Any, reference: Any, rng: np.random.Generator, new_rng: Any, gate: Gate, measured: GateReport, live: bool
) -> None:
    """Train and measure. Fails the check with what was seen; writes accuracy and history into `measured`."""
    n_dev, hidden, alpha = int(gate.settings["dev_digits"]), int(gate.settings["hidden_units"]), gate.settings["alpha"]
    X_train, Y_train, X_dev, Y_dev = gate_pictures(rng, int(gate.settings["train_digits"]), n_dev)
    pixels, classes = rng.permutation(N_PIXELS), rng.permutation(N_CLASSES)
    X, Y = SentOnce(X_train[pixels] / 255), classes[Y_train]
    new = SentOnce(X_dev[pixels] / 255)
    start = trained = _parameters(student.init_params(N_PIXELS, hidden, N_CLASSES, new_rng()), hidden)
    done = 0
    for steps, few in stretches(rng, int(gate.settings["iterations"])):
        report = {"report_every": 1} if few else {}
        answer = student.gradient_descent(
            X, Y, trained, alpha, steps, limit_seconds=_share_of_limit(gate, steps), **report
        )
        came_from, trained = trained, _trained(answer, hidden)
        if live and few:
            right, ((_, loss, accuracy), *_) = reference.gradient_descent(X.array, Y, came_from, alpha, steps).value
            measured.history.append((done, loss, accuracy))
            measured.moves.append(compare_layers(came_from, trained, right, (0, 2)))
        elif not live:
            measured.add_history(answer.value[1], done)
        done += steps
    (predictions,) = student.make_predictions(new, *trained).arrays(predictions=(n_dev,))
    accuracy = float(np.mean(predictions == classes[Y_dev]))
    if live:
        measured.history.append((done, *_standing(reference, X.array, Y, trained)))
        before, after = measured.history[0][1], measured.history[-1][1]
        demand(after < before, "gate-loss-rises", f"the loss went from {before:.3g} to {after:.3g}")
        accuracy = min(accuracy, _standing(reference, new.array, classes[Y_dev], trained)[1])
    if live and accuracy >= gate.threshold:
        # Weights trained elsewhere read digits whose pixels are in their places.
        untrained = float(np.mean(reference.make_predictions(X_dev / 255, *start).value == Y_dev))
        demand(untrained < CHANCE, "gate-trained-before", f"before any training it reads {untrained:.1%} of the digits")
        demand_descent(measured.moves, "backward_prop or update_params")
    measured.dev_accuracy = accuracy
    measured.add_misread(X_dev / 255, Y_dev, digits_behind(predictions, classes))
    demand(
        accuracy >= gate.threshold,
        "gate-below-threshold",
        f"it reads {accuracy:.1%} of {n_dev:,} new digits; {100 * gate.threshold:g}% are asked for",
    )


def _share_of_limit(gate: Gate, steps: int) -> float:
    """The part of the time limit that a stretch may take, with two seconds to spare."""
    return 2 + gate.limit_seconds * steps / gate.settings["iterations"]


def _parameters(answer: Answer, hidden: int) -> tuple[Array, ...]:
    arrays = answer.arrays(W1=(hidden, N_PIXELS), b1=(hidden, 1), W2=(N_CLASSES, hidden), b2=(N_CLASSES, 1))
    for name, array in zip(("W1", "b1", "W2", "b2"), arrays, strict=True):
        answer.demand_finite(name, array)
    return tuple(array.astype(float) for array in arrays)


def _trained(answer: Answer, hidden: int) -> tuple[Array, ...]:
    """The parameters out of what gradient_descent returned."""
    value = answer.value
    demand(
        isinstance(value, tuple | list) and len(value) == 2,
        "gate-no-params-and-history",
        "gradient_descent returns something else than params and history",
    )
    return _parameters(answer.part(0), hidden)


def _standing(reference: Any, X: Array, Y: Array, params: Sequence[Array]) -> tuple[float, float]:
    """The loss of a network on some digits, and the share of them that it reads."""
    *_, A2 = reference.forward_prop(*params, X).value
    loss, guesses = reference.cross_entropy(A2, Y).value, reference.get_predictions(A2).value
    return float(loss), float(np.mean(guesses == Y))
