"""What opens the gate of better training and what does not: honest Adam, and every other way to a high accuracy.

The submissions are text, as students would hand them in, judged in this process. `TRAINED` is in their reach: weights
that were trained elsewhere, on digits as they are.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from corpus import compose

from autograder import course, digits, reference
from autograder.checks.a2_gate import stretches
from autograder.judge.checking import CheckFailed
from autograder.judge.examination import Examination, GateReport
from autograder.judge.plugin import run_checks
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent
from autograder.student.outcome import Outcome

ASSIGNMENT = course.load().assignment("a2_training_better")
GATE = ASSIGNMENT.gate
LIVE = LiveAnswers(ASSIGNMENT.name)
HEAD = "def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):\n"

# A linear classifier in the guise of a network: hidden unit k is class k's score, lifted above 0.
SOLVED = """
def solve(X, Y, params):
    X = X.astype(float)
    T = np.eye(10)[Y].T
    W1, b1, W2, b2 = (p.astype(float) for p in params)
    W1[:10] = np.linalg.solve(X @ X.T + 30 * np.eye(784), X @ (T - T.mean()).T).T
    W2[...] = 0
    b1[:10], W2[:, :10], b2[...] = 3, 10 * np.eye(10), 0
    return W1, b1, W2, b2

"""
SHUT = {
    "no training": HEAD + "    return params, [1.0]\n",
    "trained weights from the start, and no training": (
        "def start_params(n_inputs, n_hidden, n_outputs, rng):\n    return TRAINED\n\n"
        + HEAD
        + "    return params, [1.0]\n"
    ),
    "trained weights out of the training": HEAD + "    return TRAINED, [0.1]\n",
    "on the way to trained weights": HEAD
    + "    return tuple(p + (t - p) * min(1, epochs / 6) for p, t in zip(params, TRAINED)), [0.1]\n",
    "a linear classifier, solved": SOLVED + HEAD + "    return solve(X, Y, params), [0.3]\n",
    "least squares on random units": HEAD
    + """    W1, b1, W2, b2 = (p.astype(float) for p in params)
    A1 = np.vstack([np.maximum(0, W1 @ X + b1), np.ones(Y.size)])
    V = np.linalg.solve(A1 @ A1.T + np.eye(129), A1 @ np.eye(10)[Y]).T
    return (W1, b1, 10 * V[:, :128], 10 * V[:, 128:]), [0.3]
""",
}
BROKEN = {
    "NaN": ("return tuple(p * np.nan for p in params), [1.0]", "not-finite"),
    "infinity": ("return tuple(p + np.inf for p in params), [1.0]", "not-finite"),
    "the weights transposed": ("return tuple(p.T for p in params), [1.0]", "shape"),
    "flat biases": ("W1, b1, W2, b2 = params; return (W1, b1.ravel(), W2, b2.ravel()), [1.0]", "shape"),
    "three parameters": ("return params[:3], [1.0]", "count"),
    "the parameters without losses": ("return params", "gate-no-params-and-losses"),
    "nothing": ("return None", "gate-no-params-and-losses"),
    "an exception": ("raise ValueError", "outcome"),
}


@cache
def trained_weights() -> Any:
    """A network that reads digits well, trained with their pixels and classes as they are."""
    X, Y = digits.load("train")
    some = np.random.default_rng(1).choice(Y.size, 6000, replace=False)
    pixels = np.divide(X[:, some], 255, dtype=np.float32)
    rng = np.random.default_rng(1)
    start = tuple(p.astype(np.float32) for p in LIVE.module.start_params(784, 128, 10, rng))
    params, _ = LIVE.module.train_with_adam(
        pixels, Y[some].astype(int), pixels[:, :500], Y[some[:500]].astype(int), start, 0.003, 3, 64, 3, rng
    )
    return params


def judged(
    source: str, answers: LiveAnswers = LIVE, seed: int = 1, **names: Any
) -> tuple[CheckFailed | None, GateReport]:
    """Why the gate stays shut, None where it opens; and what was measured."""
    namespace: dict[str, Any] = dict(names)
    if "TRAINED" in source:
        namespace["TRAINED"] = trained_weights()
    exec(compose(source, solution=reference.solution_path(ASSIGNMENT.name)), namespace)
    examination = Examination(ASSIGNMENT, KernelStudent(namespace), answers, seed, [GATE.name])
    run_checks(examination)
    (run,) = examination.runs
    return run.failure, examination.gate_report


class NoSolutions(LiveAnswers):
    """What a student's machine has: for the gate, no right answer at all."""

    live = False

    def expected(self, *call: Any) -> Outcome:
        raise AssertionError("The gate asked for a right answer where there is none.")


@pytest.mark.slow
@pytest.mark.long
def test_honest_training_opens_it() -> None:
    """Right functions open the gate, and what is kept of the run is what happened."""
    failure, measured = judged("")
    assert failure is None
    assert measured.dev_accuracy is not None
    assert measured.dev_accuracy >= GATE.threshold
    assert [step for step, _, _ in measured.history][-1] == GATE.settings["epochs"]
    assert all(entry["label"] != entry["guess"] for entry in measured.misread)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", SHUT)
def test_shut(name: str) -> None:
    """The gate stays shut for weights from elsewhere and for other methods, and reports no accuracy that passes."""
    failure, measured = judged(SHUT[name])
    assert failure is not None
    assert measured.dev_accuracy is None or measured.dev_accuracy < GATE.threshold


@pytest.mark.slow
@pytest.mark.long
def test_weights_from_elsewhere_are_of_no_use_without_solutions() -> None:
    """On a student's machine too, with no right answer at hand, pixels and classes have an order of the run's own."""
    failure, _ = judged(SHUT["trained weights out of the training"], NoSolutions(ASSIGNMENT.name))
    assert failure is not None
    assert failure.mistake in ("gate-below-threshold", "gate-loss-rises")


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    """What is not four finite arrays of the right shapes, and losses, is refused by what it is."""
    body, seen = BROKEN[name]
    failure, measured = judged(HEAD + f"    {body}\n")
    assert failure is not None
    assert seen == (failure.mismatch.kind if failure.mismatch is not None else failure.mistake)
    assert measured.dev_accuracy is None


@pytest.mark.parametrize("seed", range(20))
def test_stretches(seed: int) -> None:
    """The epochs are cut in two at random, each of two epochs or more."""
    epochs = int(GATE.settings["epochs"])
    cut = list(stretches(np.random.default_rng(seed), epochs))
    assert sum(cut) == epochs
    assert len(cut) == 2
    assert min(cut) >= 2
