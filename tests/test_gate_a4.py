"""The gate of the convolutional network, with fewer digits than students face: who passes, who does not, and why.

The submissions are text, as students would hand them in, judged in this process. `TRAINED`, weights that were trained
elsewhere on digits as they are, is in their reach.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from autograder import course, digits, reference
from autograder.checks import a4_gate
from autograder.judge.examination import Examination, GateReport
from autograder.judge.plugin import run_checks
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

ASSIGNMENT = course.load().assignment("a4_convolution")
SMALL = replace(
    ASSIGNMENT.gate,
    threshold=0.85,
    settings={**ASSIGNMENT.gate.settings, "train_digits": 4000, "test_digits": 1500, "epochs": 2},
)
LIVE = LiveAnswers(ASSIGNMENT.name)
Array = np.ndarray[Any, Any]

HONEST = {
    "the reference": "",
    "double precision, pictures before ReLU": """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params, losses = [p.astype(float) for p in params], []
    for _ in range(epochs):
        order = rng.permutation(Y.size)
        for start in range(0, Y.size, batch_size):
            batch = order[start : start + batch_size]
            caches = lenet_forward(X[..., batch].astype(float), params)
            losses.append(cross_entropy(caches[-1], Y[batch]))
            gradients = lenet_backward(X[..., batch].astype(float), Y[batch], params, caches)
            params = [p - alpha * dp for p, dp in zip(params, gradients)]
    return params, losses
""",
}
SHUT = {
    "trained weights from init_lenet": (
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    return TRAINED

def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    return params, []
""",
        "gate-",
    ),
    "trained weights from train_lenet": (
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    return TRAINED, []
""",
        "gate-",
    ),
    "trained weights, and the classes' names learned": (
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    W1, b1, W2, b2, W3, b3 = TRAINED
    read = lenet_predictions(X[..., :200], TRAINED)
    rows = [np.bincount(read[Y[:200] == k], minlength=10).argmax() if (Y[:200] == k).any() else k for k in range(10)]
    return (W1, b1, W2, b2, W3[rows], b3[rows]), []

def lenet_predictions(X, params):
    return np.argmax(lenet_forward(X, params)[-1], axis=0)
""",
        "gate-",
    ),
    "the nearest neighbour": (
        """
SEEN = []

def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    SEEN.append((X.reshape(784, -1), Y))
    return params, []

def lenet_predictions(X, params):
    S, T = np.hstack([s for s, _ in SEEN]), np.concatenate([t for _, t in SEEN])
    return T[((S * S).sum(axis=0)[:, None] - 2 * S.T @ X.reshape(784, -1)).argmin(axis=0)]
""",
        "gate-",
    ),
    "only a bias moves": (
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    W1, b1, W2, b2, W3, b3 = params
    return (W1, b1, W2, b2, W3, b3 + 0.01), []
""",
        "gate-",
    ),
    "the parameters without the losses": (
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    return params
""",
        "gate-no-params-and-losses",
    ),
}


@cache
def trained_weights() -> Any:
    """A network that reads digits well, trained with the classes' own names and every picture as it is."""
    X, Y = digits.load("train")
    pictures = X[:, :4000].astype(np.float32).reshape(1, 28, 28, -1) / np.float32(255)
    rng = np.random.default_rng(0)
    filters = int(SMALL.settings["filters_1"]), int(SMALL.settings["filters_2"])
    start = LIVE.module.init_lenet(28, 5, filters, 10, rng)
    return LIVE.module.train_lenet(pictures, Y[:4000], start, 0.15, 32, 2, rng)[0]


def at_the_gate(source: str, monkeypatch: pytest.MonkeyPatch, seed: int = 1) -> tuple[str, GateReport]:
    """What refuses a submission at the small gate ("" if nothing does), and what was measured."""
    namespace = reference.fresh(ASSIGNMENT.name)
    if "TRAINED" in source:
        namespace["TRAINED"] = trained_weights()
    exec(source, namespace)
    monkeypatch.setattr(a4_gate, "PART", 2500)
    small = replace(ASSIGNMENT, gate=SMALL)
    examination = Examination(small, KernelStudent(namespace), LIVE, seed, [SMALL.name])
    run_checks(examination)
    failure = examination.runs[0].failure
    return (failure.mistake or str(failure)) if failure else "", examination.gate_report


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", HONEST)
def test_honest(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever trains a network with gradients passes, in either precision."""
    refusal, report = at_the_gate(HONEST[name], monkeypatch)
    assert refusal == ""
    assert report.dev_accuracy is not None
    assert report.dev_accuracy >= SMALL.threshold
    assert len(report.history) >= 2
    assert all(len(entry) == 3 for entry in report.history)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", SHUT)
def test_shut(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other ways to an accuracy do not pass."""
    source, why = SHUT[name]
    refusal, _ = at_the_gate(source, monkeypatch)
    assert refusal.startswith(why)


@pytest.mark.parametrize("position", range(8))
def test_a_turned_picture_can_be_turned_back(position: int) -> None:
    """The eight positions are eight, each of them keeps neighbours neighbours, and each can be undone."""
    X = np.arange(1 * 4 * 4 * 3).reshape(1, 4, 4, 3)
    turned = a4_gate.turned(X, position)
    assert (a4_gate.upright_again(turned, position) == X).all()
    assert sum(np.array_equal(turned, a4_gate.turned(X, other)) for other in range(8)) == 1
    near = np.abs(np.diff(turned[0, :, :, 0].astype(int), axis=0))
    assert set(near.ravel().tolist()) <= {3, 12}


@pytest.mark.parametrize("seed", range(4))
def test_every_digit_has_its_turn(seed: int) -> None:
    """The long parts are all digits once an epoch, none is larger than a message may be, and the rate always falls."""
    gate = ASSIGNMENT.gate
    parts = list(a4_gate.parts(np.random.default_rng(seed), gate))
    assert [few for _, few, _ in parts] == [True, False] * (len(parts) // 2)
    long = [some for _, few, some in parts if not few]
    counts = np.bincount(np.concatenate(long), minlength=60_000)
    assert (counts == gate.settings["epochs"]).all()
    assert all(0 < some.size <= a4_gate.PART for some in long)
    assert all(50 <= some.size < 100 for _, few, some in parts if few)
    rates = [alpha for alpha, few, _ in parts if few]
    assert all(earlier > later > 0 for earlier, later in pairwise(rates))
