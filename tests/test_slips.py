"""Slips made by rule: every one of them runs or fails like any function, and what it is called is what was changed."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder import course as courses
from autograder.diagnosis.arguments import find_argument
from autograder.diagnosis.common import in_common
from autograder.diagnosis.shapes import Case
from autograder.diagnosis.slips import slips_of
from autograder.judge.sources import LiveAnswers
from autograder.mistakes import styles_of
from autograder.student.kernel import call_here
from autograder.student.outcome import Returned

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

PLAIN = ast.parse("def f(a, b):\n    return np.sqrt(a + 2 * b)").body[0]
assert isinstance(PLAIN, ast.FunctionDef)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("with a minus where a plus belongs", lambda a, b: np.sqrt(a - 2 * b)),
        ("without the root", lambda a, b: a + 2 * b),
        ("with a in the place of b", lambda a, b: np.sqrt(a + 2 * a)),
        ("with the number 3 where another one belongs", lambda a, b: np.sqrt(a + 3 * b)),
        ("with b squared", lambda a, b: np.sqrt(a + 2 * b**2)),
    ],
)
def test_a_slip_is_called_what_it_is(words: str, wrong: Callable[..., Any]) -> None:
    """The slip of these words gives what somebody gets who makes it."""
    assert isinstance(PLAIN, ast.FunctionDef)
    named = [slip for slip in slips_of("f", {"f": PLAIN}, [], {"np": np}) if slip.words == words]
    assert any(np.isclose(slip.function(9.0, 2.0), wrong(9.0, 2.0)) for slip in named)


def test_the_tree_stays_as_it_was() -> None:
    """Each slip is made in the tree itself, and taken back."""
    assert isinstance(PLAIN, ast.FunctionDef)
    before = ast.dump(PLAIN)
    list(slips_of("f", {"f": PLAIN}, [], {"np": np}))
    assert ast.dump(PLAIN) == before


@pytest.mark.parametrize("assignment", [assignment.name for assignment in courses.load().assignments])
def test_no_words_quote_the_solution(assignment: str) -> None:
    """What is said of a slip holds no piece of code but names and the signs of operations."""
    answers = LiveAnswers(assignment)
    for exercise in courses.load().assignment(assignment).exercises:
        for slip in answers.slips(exercise.name):
            assert not re.search(r"\w\(|\w\[|\bdef\b|\breturn \w", slip.words), slip.words


def test_other_styles_are_right() -> None:
    """The styles into which slips are put give what the solution gives."""
    answers = LiveAnswers("a3_any_network")
    rng = np.random.default_rng(0)
    Z, column = rng.normal(size=(4, 6)), rng.uniform(0.5, 2, (4, 1))
    params = [rng.normal(size=(5, 4)), column[:1] + np.zeros((5, 1)), rng.normal(size=(3, 5)), np.ones((3, 1))]
    Y = np.array([0, 2, 1, 0, 1, 2])
    Z_hat = (Z - Z.mean(axis=1, keepdims=True)) / Z.std(axis=1, keepdims=True)
    cache = answers.module.forward_deep(params, Z, "tanh")
    calls: dict[str, tuple[Any, ...]] = {
        "activate": (Z, "tanh"),
        "activate_deriv": (Z, "tanh"),
        "forward_deep": (params, Z, "tanh"),
        "l2_penalty": (params, 0.3),
        "deep_loss": (params, Z, Y, "tanh", 0.3),
        "backward_deep": (params, cache, Z, Y, "tanh", 0.3),
        "numerical_gradient": (params, Z, Y, "tanh", 0.3, 1e-4),
        "gradient_check": (params, [2 * array for array in params]),
        "batch_norm_forward": (Z, column, 2 * column, 3 * column, column),
        "batch_norm_backward": (rng.normal(size=Z.shape), Z_hat, column, 2 * column),
        "batch_norm_predict": (Z, column, 2 * column, 3 * column, column),
    }
    for style in styles_of("a3_any_network"):
        around = dict(vars(answers.module))
        exec(compile(ast.Module([style], []), "<style>", "exec"), around)
        made = call_here(around[style.name], calls[style.name], {})
        right = call_here(getattr(answers.module, style.name), calls[style.name], {})
        assert isinstance(made, Returned), style.name
        assert isinstance(right, Returned)
        pairs = (
            zip(made.value, right.value, strict=True) if isinstance(right.value, tuple) else [(made.value, right.value)]
        )
        assert all(np.allclose(a, b) for a, b in pairs), ast.unparse(style)


def case(wrong: Any, right: Any, **given: Any) -> Case:
    return Case(np.asarray(wrong), np.asarray(right), (), 3, {name: np.asarray(value) for name, value in given.items()})


def test_an_argument_is_recognised_as_factor_or_term() -> None:
    """A factor or a term too many is called by its name."""
    rng = np.random.default_rng(1)
    rights = [rng.normal(size=(4, 3)) for _ in range(3)]
    columns = [rng.uniform(1, 3, (4, 1)) for _ in range(3)]
    for wrong, words in (
        (lambda right, std: right * std, "std is a factor too many"),
        (lambda right, std: right / std, "divided by std"),
        (lambda right, std: right + std, "has std in it once too often"),
        (lambda right, std: right - 2 * std, "sign of std"),
    ):
        found = find_argument([case(wrong(r, c), r, std=c) for r, c in zip(rights, columns, strict=True)])
        assert found is not None
        assert words in found.says


def test_what_wrong_answers_have_in_common_is_told() -> None:
    """A sentence where one argument tells right and wrong answers apart, and none where nothing does."""
    calls = [({"lam": 0.0, "name": "relu"}, 3, True), ({"lam": 0.5, "name": "relu"}, 3, False)]
    assert "where lam is 0" in in_common(calls)
    calls = [({"name": "relu"}, 3, True), ({"name": "tanh"}, 3, False)]
    assert '"tanh" only' in in_common(calls)
    calls = [({"name": "relu"}, 3, True), ({"name": "relu"}, 3, False)]
    assert in_common(calls) == ""
