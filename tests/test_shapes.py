"""General shapes of error: in matrices, and in pictures, (channels, height, width, m), and what is made of them."""

import numpy as np
import pytest

from autograder.diagnosis.shapes import Case, find
from autograder.judge.compare import Array

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


def test_right_numbers_in_other_places_are_told() -> None:
    """A reshape in the place of a transposition, of columns made of pictures and of any matrix."""
    X = RNG.normal(0, 1, (2, 3, 4, 5))
    right = [X.reshape(-1, 5)]
    wrong = [X.reshape(5, -1).T]
    assert found(wrong, right, (X,)) == "general-permuted"
    assert found(wrong, right, (right[0],)) == "general-permuted"
    assert found([right[0].ravel()], right) == "general-reshaped"


def begun(A: Array) -> Array:
    B = np.zeros_like(A)
    B[0] = A[0]
    return B


def shifted_down(A: Array) -> Array:
    return np.concatenate([np.zeros_like(A[:1]), A[:-1]])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (begun, "general-unfinished"),
        (shifted_down, "general-shifted"),
        (lambda A: np.roll(A, -1, axis=1), "general-shifted"),
        (lambda A: A[:, :1], "general-first-only"),
        (lambda A: A[:, -1], "general-last-only"),
        (lambda A: A[:-1], "general-length"),
        (lambda A: A[:, :3], "general-length"),
        (lambda A: A.astype(np.float16), "general-half-precision"),
        (lambda A: A[:, [2] * A.shape[1]], "general-columns-alike"),
        (lambda A: A.sum(axis=1), "general-one-a-row"),
        (lambda A: A.sum(), "general-one-number"),
        (lambda A: np.where(A > 0, A, np.exp(A)), "general-one-side"),
        (lambda A: np.where(A > 0.5, A, 0), "general-left-empty"),
        (lambda A: A + np.sin(A), None),
    ],
)
def test_wrong_matrices_are_described(change: object, expected: str | None) -> None:
    """What is wrong with a matrix is said in terms of rows, columns and numbers, whichever function gave it."""
    assert callable(change)
    right = [RNG.normal(0, 1, shape) for shape in ((4, 6), (5, 8), (3, 7))]
    cases = [Case(change(A), A, (A,), A.shape[1]) for A in right]
    finding = find(cases)
    assert (finding.id if finding else None) == expected


def test_answers_that_never_come_are_listed() -> None:
    """A class that no prediction ever names."""
    right = [RNG.integers(0, 10, 40) for _ in range(2)]
    wrong = [np.where(Y > 7, 0, Y) for Y in right]
    finding = find([Case(a, e, (), e.size) for a, e in zip(wrong, right, strict=True)])
    assert finding is not None
    assert finding.id == "general-numbers-missing"
    assert "never holds 8 and 9" in finding.says


def test_a_batch_size_that_is_written_out_is_told() -> None:
    """Right for small batches, wrong for a large one."""
    right = [RNG.normal(0, 1, (3, 2)) for _ in range(4)]
    wrong = [*right[:3], right[3] + np.sin(right[3])]
    cases = [Case(a, e, (), m) for a, e, m in zip(wrong, right, (7, 12, 23, 130), strict=True)]
    finding = find(cases)
    assert finding is not None
    assert finding.id == "general-large-batches"
    assert "right for 23 digits and fewer, and wrong for 130" in finding.says


def test_a_first_column_that_is_right_says_nothing_where_columns_are_no_examples() -> None:
    """A parameter's columns are inputs, not digits."""
    right = [RNG.normal(0, 1, (3, 4)) for _ in range(2)]
    wrong = [np.concatenate([A[:, :1], A[:, 1:] + 1], axis=1) for A in right]
    cases = [Case(a, e, (), 7) for a, e in zip(wrong, right, strict=True)]
    finding = find(cases)
    assert finding is None or finding.id != "general-one-column"
