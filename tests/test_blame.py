"""What the judge says, and whom it blames, where two functions meet or an answer has an unusual form."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest

from autograder import course as courses
from autograder import reference
from autograder.diagnosis.shapes import Case, find
from autograder.judge.grade import Judgement, Settings
from autograder.judge.results import ExerciseResult
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ASSIGNMENT = courses.load().assignment("a3_any_network")


def judged(source: str, *exercises: str) -> dict[str, ExerciseResult]:
    """The exercises of the reference of a3 with some functions replaced."""
    namespace = reference.fresh(ASSIGNMENT.name)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(source, namespace)
        judgement = Judgement(ASSIGNMENT, LiveAnswers(ASSIGNMENT.name), Settings(), KernelStudent(namespace))
        return {result.name: result for result in judgement.results(exercises)}


def test_more_outputs_than_number_words_are_counted_in_figures() -> None:
    """Five layers make ten arrays; the message about another number of them is no trouble."""
    result = judged("def init_layers(sizes, rng):\n    return {'W1': 0}", "init_layers")["init_layers"]
    assert result.status == "failed"
    assert "should return 10 values: W1, b1" in result.message


def test_single_precision_below_does_not_cost_those_above() -> None:
    """A loss in float32 is right, and so is the gradient that it leaves too few digits for."""
    source = """
def l2_penalty(params, lam):
    return np.float32(lam) / 2 * sum(np.sum(np.float32(W) ** 2) for W in params[0::2])
"""
    results = judged(source, "l2_penalty", "deep_loss", "numerical_gradient", "wrong_gradients")
    assert {result.status for result in results.values()} == {"passed"}
    assert results["numerical_gradient"].carried
    assert "l2_penalty computes in single precision" in results["numerical_gradient"].message


def test_single_precision_of_ones_own_is_still_a_mistake() -> None:
    """What is too coarse by itself is not excused."""
    source = """
def numerical_gradient(params, X, Y, activation, lam, epsilon, exact=numerical_gradient):
    return [np.float32(g) + np.float32(1e-3) for g in exact(params, X, Y, activation, lam, epsilon)]
"""
    assert judged(source, "numerical_gradient")["numerical_gradient"].status == "failed"


def test_an_order_is_read_only_from_outputs_that_stand_in_another() -> None:
    """A call that gave its outputs in the right order says nothing about another that failed."""
    source = """
def backward_deep(params, cache, X, Y, activation, lam, right=backward_deep):
    if len(params) > 2:
        raise ValueError("operands could not be broadcast together")
    return right(params, cache, X, Y, activation, lam)
"""
    assert judged(source, "backward_deep")["backward_deep"].mistake != "general-order"


@pytest.mark.parametrize(("factor", "says"), [(4.0, "4 times the right one"), (-1.0, "wrong sign")])
def test_a_factor_is_seen_beside_answers_of_zero(factor: float, says: str) -> None:
    """Zero is any number times zero: it neither proves a factor nor speaks against one."""
    rights = [np.array(value) for value in (0.4, 1.7, 0.0, 2.5)]
    finding = find([Case(factor * right, right, (), 3) for right in rights])
    assert finding is not None
    assert says in finding.says


def test_what_is_stretched_has_something_added() -> None:
    """Rounding is no constant that was added."""
    right = np.linspace(0.5, 3, 9)
    finding = find([Case(1.0001 * right + 1e-9, right, (), 3)])
    assert finding is None or finding.id != "general-stretched"
