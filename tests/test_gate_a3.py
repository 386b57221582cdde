"""What does not open the gate of the network of any depth: no training at all, and weights out of one leap."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import course, reference
from autograder.judge.examination import Examination
from autograder.judge.plugin import run_checks
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

ASSIGNMENT = course.load().assignment("a3_any_network")


def untrained(net: Any, *others: Any, **named: Any) -> Any:
    """Gives the network back as it came."""
    return net


def by_least_squares(net: Any, X: Any, Y: Any, *others: Any, **named: Any) -> Any:
    """The output layer in one leap, from a closed formula, on 2,000 digits; the hidden layers stay random."""
    A = X[:, :2000]
    for layer in net[:-1]:
        sums = layer[0] @ A
        layer[3], layer[4] = sums.mean(axis=1, keepdims=True), sums.var(axis=1, keepdims=True)
        A = np.maximum(0, (sums - layer[3]) / np.sqrt(layer[4] + 1e-5))
    targets = np.eye(10)[Y[:2000]].T
    net[-1][0] = np.linalg.solve(A @ A.T + 10 * np.eye(len(A)), A @ targets.T).T * 10
    return net


@pytest.mark.slow
@pytest.mark.parametrize("train_network", [untrained, by_least_squares])
def test_shut(train_network: Any) -> None:
    """Whoever does not train, or trains by another way than by steps, stays outside."""
    namespace = reference.fresh(ASSIGNMENT.name) | {"train_network": train_network}
    examination = Examination(
        ASSIGNMENT, KernelStudent(namespace), LiveAnswers(ASSIGNMENT.name), 1, [ASSIGNMENT.gate.name]
    )
    run_checks(examination)
    failure = examination.runs[0].failure
    assert failure is not None
    assert failure.mistake in ("gate-loss-rises", "gate-below-threshold", "gate-not-gradient-descent")
