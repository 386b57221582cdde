"""General shapes of error in pictures, (channels, height, width, m), and in what is made of them."""

import numpy as np
import pytest

from autograder.judge.compare import Array
from autograder.judge.shapes import Case, find

RNG = np.random.default_rng(0)


def found(wrong: list[Array], right: list[Array], given: tuple[Array, ...] = ()) -> str | None:
    """The id of the general shape of these wrong answers."""
    cases = [Case(a, e, given, e.shape[-1]) for a, e in zip(wrong, right, strict=True)]
    finding = find(cases)
    return finding.id if finding is not None else None


def pictures() -> list[Array]:
    return [RNG.normal(0, 1, shape) for shape in ((2, 4, 4, 3), (3, 5, 5, 2))]


def first_channel(A: Array) -> Array:
    B = np.zeros_like(A)
    B[0] = A[0]
    return B


def without_edge(A: Array) -> Array:
    B = A.copy()
    B[:, -1] = B[:, :, -1] = 0
    return B


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda A: A.swapaxes(1, 2), "general-pictures-transposed"),
        (lambda A: A[:, :, ::-1], "general-pictures-turned"),
        (first_channel, "general-one-of-many"),
        (without_edge, "general-edges-wrong"),
        (lambda A: np.maximum(0, A), "general-clipped"),
        (lambda A: np.moveaxis(A, -1, 0).reshape(A.shape), "general-permuted"),
        (lambda A: A / A.shape[-1], "general-factor-1-m"),
        (lambda A: A + RNG.normal(0, 1, A.shape), None),
    ],
)
def test_wrong_pictures_are_described(change: object, expected: str | None) -> None:
    """What is wrong with pictures is said in terms of channels, rows, columns and examples."""
    assert callable(change)
    right = pictures()
    assert found([change(A) for A in right], right) == expected


def test_a_matrix_of_numbers_in_other_places_is_told_only_where_pictures_are_given() -> None:
    """Columns made of pictures may be out of order; of other matrices that says nothing."""
    X = RNG.normal(0, 1, (2, 3, 4, 5))
    right = [X.reshape(-1, 5)]
    wrong = [X.reshape(5, -1).T]
    assert found(wrong, right, (X,)) == "general-permuted"
    assert found(wrong, right, (right[0],)) is None


def test_a_first_column_that_is_right_says_nothing_where_columns_are_no_examples() -> None:
    """A parameter's columns are inputs, not digits."""
    right = [RNG.normal(0, 1, (3, 4)) for _ in range(2)]
    wrong = [np.concatenate([A[:, :1], A[:, 1:] + 1], axis=1) for A in right]
    cases = [Case(a, e, (), 7) for a, e in zip(wrong, right, strict=True)]
    finding = find(cases)
    assert finding is None or finding.id != "general-one-column"
