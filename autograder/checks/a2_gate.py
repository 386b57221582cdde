"""The gate of better training: a student's own Adam, batches and schedule train a network that reads 97 of 100 digits.

See gate.py for how it makes sure that the learning is real. Here training is random, so the judge can't take the
student's very steps; but a few steps with the same few digits go much the same way in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.checks.gate import CHANCE, Array, compare_moves, demand_descent, digits_behind, gate_pictures
from autograder.course import Gate
from autograder.judge.checking import Answer, demand
from autograder.judge.examination import GateReport
from autograder.student.wire import Pixels

N_PIXELS, N_CLASSES = 784, 10
N_STOP = 1000  # digits for the student's early stopping, of those that are not measured with
N_FEW = 320  # digits of a probe, which is five steps long
NAMES = ("W1", "b1", "W2", "b2")


def run_gate(
    student: Any, reference: Any, rng: np.random.Generator, new_rng: Any, gate: Gate, measured: GateReport, live: bool
) -> None:
    """Train and measure. Fails the check with what was seen; writes accuracy and history into `measured`."""
    settings = {name: int(value) for name, value in gate.settings.items()}
    n_train, n_dev, hidden = settings["train_digits"], settings["dev_digits"], settings["hidden_units"]
    alpha, batch_size = gate.settings["alpha"], settings["batch_size"]
    X, Y, X_new, Y_new = gate_pictures(rng, n_train, N_STOP + n_dev)
    pixels, classes = rng.permutation(N_PIXELS), rng.permutation(N_CLASSES)
    X, Y, X_new, Y_new = X[pixels], classes[Y], X_new[pixels], classes[Y_new]
    X_stop, Y_stop = X_new[:, :N_STOP], Y_new[:N_STOP]
    X_dev, Y_dev = np.divide(X_new[:, N_STOP:], 255, dtype=np.float32), Y_new[N_STOP:]
    begun = student.start_params(N_PIXELS, hidden, N_CLASSES, new_rng())
    start = trained = tuple(array.astype(np.float32) for array in parameters(begun, hidden))
    untrained = share_right(start, X_dev, Y_dev)
    done = 0
    for epochs in stretches(rng, settings["epochs"]):
        few = rng.choice(n_train, N_FEW, replace=False)
        probe = (Pixels(X[:, few]), Y[few], Pixels(X_stop), Y_stop, trained, alpha, 1, batch_size, 1)
        came_from, trained = trained, trained_params(student.train_with_adam(*probe, new_rng()), hidden)
        if live:
            right, _ = reference.train_with_adam(*probe, new_rng()).value
            measured.moves.append(compare_moves(came_from, trained, right, (0, 2)))
        seconds = 2 + gate.limit_seconds * epochs / settings["epochs"]
        run = (Pixels(X), Y, Pixels(X_stop), Y_stop, trained, alpha, epochs, batch_size, epochs)
        trained = trained_params(student.train_with_adam(*run, new_rng(), limit_seconds=seconds), hidden)
        done += epochs
        measured.history.append((done, mean_loss(trained, X_dev, Y_dev), share_right(trained, X_dev, Y_dev)))
    accuracy = share_right(trained, X_dev, Y_dev)
    demand(
        mean_loss(trained, X_dev, Y_dev) < mean_loss(start, X_dev, Y_dev),
        "gate-loss-rises",
        "the loss on new digits is no smaller after the training than before it",
    )
    if accuracy >= gate.threshold:
        # Weights trained elsewhere read digits whose pixels and classes are in their places.
        as_it_was, its_label = X_dev[np.argsort(pixels)], np.argsort(classes)[Y_dev]
        known = max(untrained, share_right(start, as_it_was, its_label))
        demand(known < CHANCE, "gate-trained-before", f"before any training it reads {known:.1%} of the digits")
        if live:
            demand_descent(measured.moves, "adam_epoch or adam_step")
    measured.dev_accuracy = accuracy
    guesses = probabilities(trained, X_dev).argmax(axis=0)
    measured.add_misread(X_dev[np.argsort(pixels)], digits_behind(Y_dev, classes), digits_behind(guesses, classes))
    demand(
        accuracy >= gate.threshold,
        "gate-below-threshold",
        f"it reads {accuracy:.1%} of {n_dev:,} new digits; {100 * gate.threshold:g}% are asked for",
    )


def stretches(rng: np.random.Generator, epochs: int) -> Iterator[int]:
    """The epochs cut in two at random, so that nobody knows beforehand which call is the last."""
    first = int(rng.integers(2, epochs - 2))
    yield first
    yield epochs - first


def parameters(answer: Answer, hidden: int) -> tuple[Array, ...]:
    """The four parameters that came back, of the right shapes and finite."""
    arrays = answer.arrays(W1=(hidden, N_PIXELS), b1=(hidden, 1), W2=(N_CLASSES, hidden), b2=(N_CLASSES, 1))
    for name, array in zip(NAMES, arrays, strict=True):
        answer.demand_finite(name, array)
    return arrays


def trained_params(answer: Answer, hidden: int) -> tuple[Array, ...]:
    """The parameters out of what train_with_adam returned."""
    value = answer.value
    demand(
        isinstance(value, tuple | list) and len(value) == 2,
        "gate-no-params-and-losses",
        "train_with_adam returns something else than params and losses",
    )
    return parameters(answer.part(0), hidden)


def probabilities(params: tuple[Array, ...], X: Array) -> Array:
    """What the network with these parameters says: (10, m). The accuracy counts by this, not by the student's word."""
    W1, b1, W2, b2 = params
    logits = W2 @ np.maximum(W1 @ X + b1, 0) + b2
    shares = np.exp(logits - logits.max(axis=0))
    return np.asarray(shares / shares.sum(axis=0))


def share_right(params: tuple[Array, ...], X: Array, Y: Array) -> float:
    return float((probabilities(params, X).argmax(axis=0) == Y).mean())


def mean_loss(params: tuple[Array, ...], X: Array, Y: Array) -> float:
    return float(-np.log(np.maximum(probabilities(params, X)[Y, np.arange(Y.size)], 1e-12)).mean())
