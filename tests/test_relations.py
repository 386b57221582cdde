"""What is said where no catalogue helps: relations to the right answer, and altered arguments."""

import numpy as np
import pytest

from autograder.diagnosis.alterations import alterations
from autograder.diagnosis.arguments import find_argument
from autograder.diagnosis.relations import RELATIONS
from autograder.diagnosis.shapes import Case, find
from autograder.judge.compare import Array

RNG = np.random.default_rng(0)


def cases(change: object, given: bool = False) -> list[Case]:
    """Right answers and changed ones, of pictures; with an argument of the same shape if `given`."""
    found = []
    for shape, size in (((2, 4, 5, 3), 2), ((3, 6, 3, 2), 3)):
        right, argument = RNG.normal(0, 1, shape), RNG.normal(0, 1, shape)
        right[:, 0] = 0
        wrong = change(right, argument, size)  # type: ignore[operator]
        names = {"size": np.array(size)} | ({"X": argument} if given else {})
        found.append(Case(wrong, right, (argument,) if given else (), shape[-1], names))
    return found


def with_hole(right: Array, argument: Array, size: int) -> Array:
    wrong = right.copy()
    wrong[0, 1, 1, 1] = wrong[1, 2, 0, 0] = 0
    return wrong


@pytest.mark.parametrize(
    ("change", "expected", "says"),
    [
        (lambda e, a, n: e.transpose(3, 0, 1, 2), "general-axes-moved", "examples"),
        (lambda e, a, n: np.broadcast_to(e.sum(axis=0, keepdims=True), e.shape), "general-collapsed", "channels"),
        (lambda e, a, n: np.broadcast_to(e.mean(axis=3, keepdims=True), e.shape), "general-collapsed", "pictures"),
        (with_hole, "general-holes", "0 stands"),
        (lambda e, a, n: np.where(e == 0, 1, e), "general-litter", "zeros"),
        (lambda e, a, n: np.tanh(e), "general-function-of", "tanh"),
        (lambda e, a, n: e / n**2, "general-argument-factor", "size squared"),
        (lambda e, a, n: e * e.shape[1], "general-factor-of", "the number of row"),
        (lambda e, a, n: e + np.arange(e.shape[0]).reshape(-1, 1, 1, 1), "general-offset-of-each", "channel"),
        (lambda e, a, n: e * (1 + np.arange(e.shape[3])), "general-factor-of-each", "picture"),
        (lambda e, a, n: e + 0.01 * a, "general-argument-added", "0.01 times X"),
        (lambda e, a, n: a - 0.1 * e, "general-step-taken", "step"),
    ],
)
def test_relation_is_recognised(change: object, expected: str, says: str) -> None:
    """A relation to the right answer is named, in words that tell where to look."""
    related = cases(change, given=True)
    finding = find_argument(related) or find(related, RELATIONS)
    assert finding is not None
    assert finding.id == expected
    assert says in finding.says


def test_numbers_without_relation_are_left_alone() -> None:
    """Of numbers that have nothing to do with the right ones, nothing is said."""
    assert find(cases(lambda e, a, n: RNG.normal(0, 1, e.shape), given=True), RELATIONS) is None


def test_alterations_leave_the_arguments_alone() -> None:
    """Every way to alter arguments makes new ones."""
    args = (RNG.normal(0, 1, (2, 3, 3, 4)), 2, (RNG.normal(0, 1, (2, 3)), RNG.normal(0, 1, (2, 1))), 0.1)
    before = [np.copy(args[0]), np.copy(args[2][0])]
    ways = list(alterations(("X", "size", "params", "alpha"), args))
    assert {"if `size` and `alpha` had changed places", "if `size` were always 1"} <= {words for words, _ in ways}
    for _, alter in ways:
        altered = alter(list(args))
        assert altered is None or len(altered) == len(args)
    assert np.array_equal(args[0], before[0])
    assert np.array_equal(args[2][0], before[1])
