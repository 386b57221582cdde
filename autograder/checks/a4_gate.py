"""The gate of the convolutional network: a student's own functions train it on MNIST and read the whole test file.

See gate.py for how it makes sure that the learning is real. Pixels can't change places here, as neighbours have to stay
neighbours. What a filter does not mind is a picture turned or mirrored: a run shows all digits in one of the eight
positions of a square, and calls the classes by other names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder import digits
from autograder.checks.gate import CHANCE, Array, compare_layers, demand_descent, digits_behind
from autograder.course import Gate
from autograder.judge.checking import Answer, demand
from autograder.judge.examination import GateReport

SIDE, N_CLASSES, KERNEL = 28, 10, 5
ALL_DIGITS = 60_000
PART = 12_000  # pictures in one call: in single precision they are 38 MB of the 64 MB that a message may have
READ_AT_ONCE = 500  # as many pictures are read in one call: the patches of more would fill the memory
WEIGHTS = (0, 2, 4)  # where W1, W2 and W3 stand among the parameters
SAMPLE = 1000


def run_gate(
    student: Any, reference: Any, rng: np.random.Generator, new_rng: Any, gate: Gate, measured: GateReport, live: bool
) -> None:
    """Train and measure. Fails the check with what was seen; writes accuracy and history into `measured`."""
    own = gate.settings
    filters, batch = (int(own["filters_1"]), int(own["filters_2"])), int(own["batch_size"])
    position, classes = int(rng.integers(8)), rng.permutation(N_CLASSES)
    shapes = parameter_shapes(filters)
    start = trained = _parameters(student.init_lenet(SIDE, KERNEL, filters, N_CLASSES, new_rng()), shapes)
    n_test = int(own["test_digits"])
    X_test, Y_test = _pictures("test", np.arange(n_test), position)
    X_sample, Y_sample = X_test[..., :SAMPLE], classes[Y_test[:SAMPLE]]
    done, moves = 0, []
    for alpha, few, some in parts(rng, gate):
        X, Y = _pictures("train", some, position)
        labels = classes[Y]
        size, epochs = (Y.size, int(rng.integers(3, 6))) if few else (batch, 1)
        limit = _share_of_limit(gate, Y.size * epochs)
        answer = student.train_lenet(X, labels, trained, alpha, size, epochs, new_rng(), limit_seconds=limit)
        came_from, trained = trained, _trained(answer, shapes)
        done += -(-Y.size // size) * epochs
        if live and few:
            right = reference.train_lenet(X, labels, came_from, alpha, size, epochs, np.random.default_rng(0)).value
            moves.append(compare_layers(came_from, trained, right[0], WEIGHTS))
        elif live:
            A3 = reference.lenet_forward(X_sample, trained).value[-1]
            loss = float(reference.cross_entropy(A3, Y_sample).value)
            measured.history.append((done, loss, float(np.mean(A3.argmax(axis=0) == Y_sample))))
    guesses = _read(student, X_test, trained, gate)
    accuracy = float(np.mean(guesses == classes[Y_test]))
    if live:
        before, after = (_loss(reference, X_sample, Y_sample, params) for params in (start, trained))
        demand(after < before, "gate-loss-rises", f"the loss went from {before:.3g} to {after:.3g}")
        read = _read_by_reference(reference, X_test, trained)
        accuracy = min(accuracy, float(np.mean(read == classes[Y_test])))
    if live and accuracy >= gate.threshold:
        # Weights trained elsewhere read digits that stand upright and have their own names.
        upright, Y_upright = _pictures("test", np.arange(SAMPLE), 0)
        for X, names, Y in ((upright, np.arange(N_CLASSES), Y_upright), (X_test[..., :SAMPLE], classes, Y_upright)):
            untrained = float(np.mean(reference.lenet_predictions(X, start).value == names[Y]))
            demand(untrained < CHANCE, "gate-trained-before", f"before training it reads {untrained:.1%} of the digits")
        demand_descent(moves, "lenet_backward or conv_backward")
    measured.dev_accuracy = accuracy
    measured.add_misread(_columns(upright_again(X_test, position)), Y_test, digits_behind(guesses, classes))
    demand(
        accuracy >= gate.threshold,
        "gate-below-threshold",
        f"it reads {accuracy:.2%} of the {n_test:,} test digits; {gate.threshold:.1%} are asked for",
    )


def parameter_shapes(filters: tuple[int, int]) -> dict[str, tuple[int, ...]]:
    """The shapes of the six parameters for pictures of the gate's size, by name."""
    f1, f2 = filters
    q = ((SIDE - KERNEL + 1) // 2 - KERNEL + 1) // 2
    return {
        "W1": (f1, 1, KERNEL, KERNEL), "b1": (f1, 1), "W2": (f2, f1, KERNEL, KERNEL), "b2": (f2, 1),
        "W3": (N_CLASSES, f2 * q * q), "b3": (N_CLASSES, 1),
    }  # fmt: skip


def parts(rng: np.random.Generator, gate: Gate) -> Iterator[tuple[float, bool, Array]]:
    """The training: a learning rate, whether it is for a few steps with all pictures at once, and which pictures.

    Each epoch takes the same digits in an order of its own, in parts of lengths that nobody knows beforehand, and the
    learning rate falls from part to part, in proportion to what is still to come. Parts are whole batches, as a last
    batch of a digit or two makes the loss leap. Before each part come a few steps that the judge takes as well; all
    pictures are in one batch there, so that order is nothing.
    """
    own = gate.settings
    known = rng.permutation(ALL_DIGITS)[: int(own["train_digits"])]
    epochs, batch = int(own["epochs"]), int(own["batch_size"])
    total, done = epochs * known.size, 0
    for _ in range(epochs):
        order = rng.permutation(known)
        while order.size:
            length = batch * int(rng.integers(PART // 2 // batch, PART // batch + 1))
            part, order = order[:length], order[length:]
            alpha = own["alpha"] * (1 - (done + part.size / 2) / total)
            yield alpha, True, rng.choice(known, int(rng.integers(50, 100)), replace=False)
            yield alpha, False, part
            done += part.size


def turned(X: Array, position: int) -> Array:
    """Pictures (1, height, width, m) in one of the eight positions of a square; 0 leaves them as they are."""
    X = np.rot90(X, position % 4, axes=(1, 2))
    return X[:, :, ::-1] if position >= 4 else X


def upright_again(X: Array, position: int) -> Array:
    """Undo `turned`."""
    X = X[:, :, ::-1] if position >= 4 else X
    return np.rot90(X, -(position % 4), axes=(1, 2))


def _pictures(split: digits.Split, some: Array, position: int) -> tuple[Array, Array]:
    """Some of a file's digits as (1, 28, 28, m) in single precision from 0 to 1, turned, and their labels."""
    X, Y = digits.load(split)
    pixels = X[:, some].astype(np.float32).reshape(1, SIDE, SIDE, -1) / np.float32(255)
    return np.ascontiguousarray(turned(pixels, position)), Y[some]


def _columns(X: Array) -> Array:
    return X.reshape(SIDE * SIDE, -1)


def _share_of_limit(gate: Gate, pictures: int) -> float:
    """The part of the time limit that a call may take which trains with so many pictures, with two seconds to spare."""
    return 2 + gate.limit_seconds * pictures / (gate.settings["train_digits"] * gate.settings["epochs"])


def _read(student: Any, X: Array, params: Sequence[Array], gate: Gate) -> Array:
    """What the student's function says about all pictures, in parts."""
    guesses = []
    for begin in range(0, X.shape[-1], READ_AT_ONCE):
        some = X[..., begin : begin + READ_AT_ONCE]
        answer = student.lenet_predictions(some, params, limit_seconds=_share_of_limit(gate, READ_AT_ONCE))
        guesses.append(answer.arrays(predictions=(some.shape[-1],))[0])
    return np.concatenate(guesses)


def _read_by_reference(reference: Any, X: Array, params: Sequence[Array]) -> Array:
    parts_of_X = (X[..., begin : begin + READ_AT_ONCE] for begin in range(0, X.shape[-1], READ_AT_ONCE))
    return np.concatenate([reference.lenet_predictions(some, params).value for some in parts_of_X])


def _parameters(answer: Answer, shapes: dict[str, tuple[int, ...]]) -> tuple[Array, ...]:
    """The six parameters in single precision, in which the gate trains whatever precision the student prefers."""
    arrays = answer.arrays(**shapes)
    for name, array in zip(shapes, arrays, strict=True):
        answer.demand_finite(name, array)
    return tuple(array.astype(np.float32) for array in arrays)


def _trained(answer: Answer, shapes: dict[str, tuple[int, ...]]) -> tuple[Array, ...]:
    """The parameters out of what train_lenet returned."""
    value = answer.value
    demand(
        isinstance(value, tuple | list) and len(value) == 2,
        "gate-no-params-and-losses",
        "train_lenet returns something else than params and losses",
    )
    return _parameters(answer.part(0), shapes)


def _loss(reference: Any, X: Array, Y: Array, params: Sequence[Array]) -> float:
    return float(reference.cross_entropy(reference.lenet_forward(X, params).value[-1], Y).value)
