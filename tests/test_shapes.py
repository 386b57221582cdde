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


def matrices(positive: bool = False) -> list[Array]:
    found = [RNG.normal(0, 2, shape) for shape in ((4, 6), (5, 8), (3, 7))]
    return [np.abs(A) + 0.5 for A in found] if positive else found


def last_row_wrong(A: Array) -> Array:
    return np.concatenate([A[:-1], A[-1:] + np.sin(A[-1:])])


def with_infinity(A: Array) -> Array:
    B = A.copy()
    B[1, 2] = np.inf
    return B


SAID = [
    (lambda A: A.T, "rows and columns have changed places"),
    (lambda A: A[::-1], "its rows are in reverse order"),
    (lambda A: A[:, ::-1], "its columns are in reverse order"),
    (lambda A: 0 * A + 7, "is 7 everywhere"),
    (lambda A: 2 * A, "is 2 times the right one"),
    (lambda A: A / 2, "is half the right one"),
    (lambda A: A / 255, "is 1/255 of the right one"),
    (lambda A: -A, "each number is the negative"),
    (lambda A: -3 * A, "has the wrong sign and is 3 times"),
    (lambda A: A * A.shape[1], "is m times too large"),
    (lambda A: A / A.shape[1], "divided by m once too often"),
    (lambda A: A * A.shape[1] / 12, "divided by 12 in place of m"),
    (lambda A: 1 - A, "1 minus the right answer"),
    (lambda A: np.abs(A), "has lost the signs"),
    (lambda A: A + 0.25, "is 0.25 more than the right one"),
    (lambda A: A - 4, "is 4 less than the right one"),
    (lambda A: 0.3 * A - 2, "is 2 less than 0.3 times"),
    (np.floor, "rounded down to whole numbers"),
    (np.trunc, "cut to whole numbers"),
    (np.round, "rounded to whole numbers"),
    (lambda A: A.round(2), "rounded to 2 decimals"),
    (lambda A: A**2, "is the square of"),
    (np.exp, "is e to the power of the right answer"),
    (with_infinity, "is infinite, first at row 1, column 2"),
    (last_row_wrong, "is wrong in the last row only"),
    (lambda A: last_row_wrong(A[::-1])[::-1], "is wrong in the first row only"),
    (lambda A: last_row_wrong(A.T).T, "is wrong in the last column only"),
    (lambda A: np.where(np.arange(A.shape[1]) > 0, A + np.sin(A), A), "is right in the first column only"),
    (lambda A: A[:, :-1], "one column too few"),
    (lambda A: np.concatenate([A, A[:1]]), "one row too many"),
    (lambda A: A.sum(axis=0), "is one number for each column"),
    (lambda A: A.clip(-1, 1.5), "never goes below -1 or above 1.5"),
    (lambda A: A[:, RNG.permutation(A.shape[1])], "the right numbers, but in other places"),
]


@pytest.mark.parametrize(("change", "says"), SAID, ids=[says for _, says in SAID])
def test_each_general_shape_is_told_in_its_words(change: object, says: str) -> None:
    """No catalogue is needed for what may go wrong in any function."""
    assert callable(change)
    finding = find([Case(np.asarray(change(A)), A, (), A.shape[1]) for A in matrices()])
    assert finding is not None
    assert says in finding.says


@pytest.mark.parametrize(
    ("change", "says"),
    [(np.sqrt, "the root of"), (lambda A: 1 / A, "1 divided by"), (np.log, "the logarithm of")],
)
def test_a_function_of_positive_numbers_is_told(change: object, says: str) -> None:
    """Where roots and logarithms are numbers, they are known."""
    assert callable(change)
    finding = find([Case(change(A), A, (), A.shape[1]) for A in matrices(positive=True)])
    assert finding is not None
    assert says in finding.says


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda A, given: given, "is one of the arguments"),
        (lambda A, given: np.where(np.arange(len(A))[:, None] < 2, A, given), "it still is what was given"),
        (lambda A, given: np.where(given < 0, A + np.cos(9 * A), A), "where the number that goes in is below 0"),
        (lambda A, given: np.where(given > 1, A + np.cos(9 * A), A), "where the number that goes in is above 1"),
        (lambda A, given: np.where(abs(given - 0.5) < 0.5, A + np.cos(9 * A), A), "is between 0 and 1"),
    ],
)
def test_what_was_given_tells_where_it_goes_wrong(change: object, says: str) -> None:
    """An argument that comes back, or that shows on which numbers a function goes wrong."""
    assert callable(change)
    rights = [(A, 2 * RNG.normal(0, 1, A.shape)) for A in matrices()]
    finding = find([Case(change(A, given), A, (given,), A.shape[1]) for A, given in rights])
    assert finding is not None
    assert says in finding.says


def test_columns_of_probabilities_that_add_up_elsewhere_are_told() -> None:
    """Probabilities of a row, or of the whole batch, where those of a column are due."""
    scores = [np.exp(A) for A in matrices()]
    right = [A / A.sum(axis=0) for A in scores]
    assert found([A / A.sum(axis=1, keepdims=True) for A in scores], right) == "general-rows-add-up"
    assert found([A / A.sum() for A in scores], right) == "general-all-adds-up"


def test_columns_that_lost_or_won_a_dimension_are_told() -> None:
    """(n,) in the place of (n, 1), and the other way round."""
    columns = [RNG.normal(0, 1, (n, 1)) for n in (3, 5)]
    assert found([A[:, 0] for A in columns], columns) == "general-axis-lost"
    assert found(columns, [A[:, 0] for A in columns]) == "general-axis-left"


def test_sizes_of_class_are_told() -> None:
    """Right for 784 pixels, and wrong for all others."""
    right = [RNG.normal(0, 1, (3, 784)), RNG.normal(0, 1, (3, 5)), RNG.normal(0, 1, (4, 6))]
    wrong = [right[0], *(A + np.sin(A) for A in right[1:])]
    assert found(wrong, right) == "general-class-sizes"
