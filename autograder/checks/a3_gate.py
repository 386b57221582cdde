"""The gate of the network of any depth: the lesson's training with the student's own functions, and 98 % asked for.

See gate.py for how it makes sure that the learning is real. Training is long here and its order random, so the few
steps that the judge takes too are taken on a few digits, all of them in each step, and without dropout: there, two
right trainings go the same way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from autograder import digits
from autograder.checks.gate import CHANCE, Array, compare_layers, demand_descent, digits_behind, stretches
from autograder.course import Gate
from autograder.judge.checking import Answer, demand
from autograder.judge.examination import GateReport
from autograder.student.wire import Pixels

N_PIXELS, N_CLASSES = 784, 10
ACTIVATION = "relu"
SAMPLE = 2000  # training digits with which the judge follows the loss
AT_ONCE = 2500  # test digits a call: a forward pass sends back all that it computed
Network = list[list[Array]]


def run_gate(
    student: Any, reference: Any, rng: np.random.Generator, new_rng: Any, gate: Gate, measured: GateReport, live: bool
) -> None:
    """Train and measure. Fails the check with what was seen; writes accuracy and history into `measured`."""
    own = gate.settings
    sizes = [N_PIXELS, int(own["first_hidden"]), int(own["second_hidden"]), N_CLASSES]
    total, batch, n_few = int(own["steps"]), int(own["batch"]), int(own["few_digits"])
    (X_train, Y_train), (X_test, Y_test) = digits.load("train"), digits.load("test")
    pixels, classes = rng.permutation(N_PIXELS), rng.permutation(N_CLASSES)
    X, Y = Pixels(X_train[pixels]), classes[Y_train]
    X_new, Y_new = Pixels(X_test[pixels]).values(), classes[Y_test]
    X_some, Y_some = Pixels(X.grey[:, :SAMPLE]).values(), Y[:SAMPLE]
    start = net = _network(student.start_network(sizes, new_rng()), sizes)
    done = 0
    task: tuple[Any, ...]
    for steps, few in stretches(rng, total):
        alpha = own["alpha"] * (1 - (done + steps / 2) / total)
        limit = 2 + gate.limit_seconds * steps / total
        came_from, done = net, done + steps
        if few:
            some = rng.choice(Y.size, n_few, replace=False)
            task = (Pixels(X.grey[:, some]).values(), Y[some], steps, alpha, 1.0)
            answer = student.train_network(net, *task, new_rng(), n_few, ACTIVATION, limit_seconds=limit)
        else:
            task = (X, Y, steps, alpha, own["keep"])
            answer = student.train_network(net, *task, new_rng(), batch, ACTIVATION, limit_seconds=limit)
        net = _network(answer, sizes)
        if live and few:
            right = reference.train_network(came_from, *task, rng, n_few, ACTIVATION).value
            was, now, due = (_weights(one) for one in (came_from, net, right))
            measured.moves.append(compare_layers(was, now, due, range(0, len(was), 2)))
        if live:
            measured.history.append((done, *_measure(reference, net, X_some, Y_some)))
    predictions = _predictions(student, net, sizes, X_new)
    accuracy = float(np.mean(predictions == Y_new))
    if live:
        before, after = (_measure(reference, one, X_some, Y_some)[0] for one in (start, net))
        demand(after < before, "gate-loss-rises", f"the loss went from {before:.3g} to {after:.3g}")
        accuracy = min(accuracy, _measure(reference, net, X_new, Y_new)[1])
    if live and accuracy >= gate.threshold:
        # Weights trained elsewhere read digits whose pixels are in their places.
        untrained = _measure(reference, start, Pixels(X_test).values(), Y_test)[1]
        demand(untrained < CHANCE, "gate-trained-before", f"before any training it reads {untrained:.1%} of the digits")
        demand_descent(measured.moves, "batch_norm_backward or activate_deriv")
    measured.dev_accuracy = accuracy
    measured.add_misread(X_test / 255, Y_test, digits_behind(predictions, classes))
    demand(
        accuracy >= gate.threshold,
        "gate-below-threshold",
        f"it reads {accuracy:.2%} of {Y_new.size:,} new digits; {100 * gate.threshold:g}% are asked for",
    )


def _network(answer: Answer, sizes: list[int]) -> Network:
    """The network that came back: [W, gamma, beta, mean, var] for each hidden layer, then [W, b]."""
    value = answer.value
    as_asked = isinstance(value, tuple | list) and len(value) == len(sizes) - 1
    answer.demand(as_asked, f"no network of {len(sizes) - 1} layers came back: its functions are the lesson's own")
    net = []
    for at, (n_in, n_out) in enumerate(pairwise(sizes)):
        names = ("gamma", "beta", "running_mean", "running_var") if at < len(sizes) - 2 else ("b",)
        shapes = {"W": (n_out, n_in), **dict.fromkeys(names, (n_out, 1))}
        layer = answer.part(at).arrays(**shapes)
        for name, array in zip(shapes, layer, strict=True):
            answer.part(at).demand_finite(name, array)
        net.append([array.astype(np.float32) for array in layer])
    return net


def _weights(net: Network) -> list[Array]:
    """W1, gamma1, W2, gamma2, ..., WL, bL in double precision, for comparing moves."""
    return [array.astype(float) for layer in net for array in layer[:2]]


def _predictions(student: Any, net: Network, sizes: list[int], X: Array) -> Array:
    """The classes (m,) that the student's functions read."""
    shapes: dict[str, tuple[int, ...]] = {}
    for at, (n_in, n_out) in enumerate(pairwise(sizes), 1):
        shapes |= {f"W{at}": (n_out, n_in), f"b{at}": (n_out, 1)}
    params = list(student.fold_network(net).arrays(**shapes))
    found = []
    for begin in range(0, X.shape[1], AT_ONCE):
        part = X[:, begin : begin + AT_ONCE]
        outputs = {f"{letter}{at}": (n, part.shape[1]) for at, n in enumerate(sizes[1:], 1) for letter in "ZA"}
        found.append(student.forward_deep(params, part, ACTIVATION).arrays(**outputs)[-1].argmax(axis=0))
    return np.concatenate(found)


def _measure(reference: Any, net: Network, X: Array, Y: Array) -> tuple[float, float]:
    """Loss and accuracy of a network, computed by the judge."""
    A_last = reference.forward_deep(reference.fold_network(net).value, X, ACTIVATION).value[-1]
    return float(reference.cross_entropy(A_last, Y).value), float(np.mean(A_last.argmax(axis=0) == Y))
