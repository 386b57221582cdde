"""What counts as equal: every honest form of a right answer passes, and an error of 0.001 does not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.judge.compare import (
    ARGUMENTS,
    WHOLE,
    as_array,
    compare,
    compare_leaf,
    is_close,
    leaves,
    same_part,
    split,
)
from autograder.student import worker
from autograder.student.kernel import as_received
from autograder.student.outcome import Crashed, Forbidden, Missing, Raised, Returned, TimedOut
from autograder.student.wire import Foreign

RNG = np.random.default_rng(7)
MATRIX = RNG.normal(size=(7, 6))
PROBABILITIES = RNG.dirichlet(np.ones(10), 9).T
COLUMN = RNG.normal(size=(5, 1))
LABELS = np.array([3, 0, 9, 1])
ONE_HOT = np.eye(10)[LABELS].T


def kind(actual: Any, expected: Any) -> str:
    """The kind of the first mismatch, as the judge sees the value when it has come over the wire; "" where none."""
    mismatch = compare_leaf(as_received(actual), expected)
    return mismatch.kind if mismatch is not None else ""


# -- what is equal

EQUAL: dict[str, tuple[Any, Any]] = {
    "the same": (MATRIX, MATRIX),
    "float32": (MATRIX.astype(np.float32), MATRIX),
    "float32 of very small numbers": ((PROBABILITIES * 1e-12).astype(np.float32), PROBABILITIES * 1e-12),
    "float32 of very large numbers": ((MATRIX * 1e12).astype(np.float32), MATRIX * 1e12),
    "a few hundred-thousandths off": (MATRIX * (1 + 5e-5), MATRIX),
    "big-endian": (MATRIX.astype(">f8"), MATRIX),
    "Fortran order": (np.asfortranarray(MATRIX), MATRIX),
    "a view backwards": (MATRIX[::-1][::-1], MATRIX),
    "a list of lists": (MATRIX.tolist(), MATRIX),
    "a tuple of lists": (tuple(MATRIX.tolist()), MATRIX),
    "a list of arrays": (list(MATRIX), MATRIX),
    "a list of NumPy scalars": ([[np.float32(x) for x in row] for row in MATRIX], MATRIX),
    "np.matrix": (MATRIX.view(np.matrix), MATRIX),
    "a masked array": (np.ma.masked_array(MATRIX), MATRIX),
    "integers for floats": (ONE_HOT.astype(int), ONE_HOT),
    "bytes for floats": (ONE_HOT.astype(np.uint8), ONE_HOT),
    "truths for ones": (ONE_HOT.astype(bool), ONE_HOT),
    "a list of truths": (ONE_HOT.astype(bool).tolist(), ONE_HOT),
    "labels as floats": (LABELS.astype(float), LABELS),
    "labels as a list": (LABELS.tolist(), LABELS),
    "a float": (0.5, 0.5),
    "an int for a float": (1, 1.0),
    "a truth for a float": (True, 1.0),
    "a NumPy scalar": (np.float64(0.5), 0.5),
    "a float32 scalar": (np.float32(1 / 3), 1 / 3),
    "an array without dimensions": (np.array(0.5), 0.5),
    "a number for an array without dimensions": (0.5, np.array(0.5)),
    "minus zero": (np.array([-0.0, 1.0]), np.array([0.0, 1.0])),
    "minus zero as a number": (-0.0, 0.0),
    "empty": (np.zeros((0, 3)), np.zeros((0, 3))),
    "an empty list": ([], np.zeros(0)),
    "all zeros": (np.zeros((3, 2)), np.zeros((3, 2))),
    "infinity where it is due": (np.array([np.inf, 1.0]), np.array([np.inf, 1.0])),
}


@pytest.mark.parametrize("what", EQUAL)
def test_every_honest_form_is_equal(what: str) -> None:
    """Form is free: what counts is the numbers."""
    actual, expected = EQUAL[what]
    assert kind(actual, expected) == ""


@pytest.mark.parametrize("seed", range(5))
def test_a_whole_pass_in_float32_is_equal(seed: int) -> None:
    """Sums of hundreds of products, a softmax and a gradient in single precision are within the bounds."""
    rng = np.random.default_rng(seed)
    X, W, b = rng.random((784, 130)), rng.uniform(-0.5, 0.5, (10, 784)), rng.normal(size=(10, 1))

    def pass_in(dtype: type) -> tuple[Any, ...]:
        x, w, shift = X.astype(dtype), W.astype(dtype), b.astype(dtype)
        Z = w @ x + shift
        E = np.exp(Z - Z.max(axis=0))
        A = E / E.sum(axis=0)
        D = A - np.eye(10, dtype=dtype)[:, np.arange(130) % 10]
        return Z, A, D @ x.T / dtype(130), D.sum(axis=1, keepdims=True) / dtype(130)

    for single, double in zip(pass_in(np.float32), pass_in(np.float64), strict=True):
        assert kind(single, double) == ""


# -- what is not

EMPTY = np.zeros((0, 3))
VALUE: dict[str, tuple[Any, Any]] = {
    "0.001 too much": (MATRIX + 0.001, MATRIX),
    "0.001 too much in one probability": (PROBABILITIES + 0.001 * np.eye(10, 9), PROBABILITIES),
    "a thousandth too much": (MATRIX * 1.001, MATRIX),
    "a number 0.001 off": (0.501, 0.5),
    "0.001 in the place of 0": (np.full((2, 2), 0.001), np.zeros((2, 2))),
    "negated": (-MATRIX, MATRIX),
    "one entry exchanged with its neighbour": (ONE_HOT[:, [1, 0, 2, 3]], ONE_HOT),
    "a truth that is false": (False, 1.0),
    "labels one too large": (LABELS + 1, LABELS),
    "small numbers 1% off": (PROBABILITIES * 1e-12 * 1.01, PROBABILITIES * 1e-12),
    "wrapped round in a byte": ((LABELS * 100).astype(np.uint8), LABELS * 100),
    "a finite number for infinity": (1e300, np.inf),
}


@pytest.mark.parametrize("what", VALUE)
def test_an_error_of_a_thousandth_is_seen(what: str) -> None:
    """Wrong numbers are wrong, however few or small."""
    actual, expected = VALUE[what]
    assert kind(actual, expected) == "value"


@pytest.mark.parametrize("at", [(0, 0), (3, 2), (6, 5)], ids=str)
def test_one_entry_off_is_found_where_it_is(at: tuple[int, int]) -> None:
    """The mismatch names the first entry that differs, and holds both arrays."""
    wrong = MATRIX.copy()
    wrong[at] += 0.01
    mismatch = compare_leaf(wrong, MATRIX, "Z1")
    assert mismatch is not None
    assert (mismatch.kind, mismatch.part, mismatch.index) == ("value", "Z1", at)
    assert mismatch.actual is wrong
    assert (mismatch.expected == MATRIX).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_nan_and_infinity_are_no_numbers(bad: float) -> None:
    """NaN or infinity in one entry, or for a single number, is told from an ordinary wrong value."""
    wrong = MATRIX.copy()
    wrong[2, 3] = bad
    assert kind(wrong, MATRIX) == "not-finite"
    assert kind(wrong.astype(np.float32), MATRIX) == "not-finite"
    assert kind(bad, 0.5) == "not-finite"
    assert kind([0.5, bad], np.array([0.5, 0.5])) == "not-finite"


def test_infinity_of_the_other_sign_is_wrong() -> None:
    """Where infinity is due, minus infinity and NaN are not."""
    assert kind(-np.inf, np.inf)
    assert kind(np.nan, np.inf)


SHAPE: dict[str, tuple[Any, Any]] = {
    "(1,) for a number": (np.array([0.5]), 0.5),
    "(1, 1) for a number": (np.array([[0.5]]), 0.5),
    "[x] for a number": ([0.5], 0.5),
    "a number for (1,)": (0.5, np.array([0.5])),
    "(n,) for (n, 1)": (COLUMN[:, 0], COLUMN),
    "(1, n) for (n, 1)": (COLUMN.T, COLUMN),
    "(n, 1) for (n,)": (COLUMN, COLUMN[:, 0]),
    "a number for a column that is constant": (0.5, np.full((5, 1), 0.5)),
    "transposed": (MATRIX.T, MATRIX),
    "a row too few": (MATRIX[:-1], MATRIX),
    "an axis too many": (MATRIX[None], MATRIX),
    "empty for full": (np.zeros((7, 0)), MATRIX),
    "full for empty": (np.zeros((1, 3)), EMPTY),
    "an empty list": ([], MATRIX),
    "broadcast": (MATRIX[:1], MATRIX),
    "square and transposed": (np.ones((3, 4)), np.ones((4, 3))),
}


@pytest.mark.parametrize("what", SHAPE)
def test_another_shape_is_wrong_whatever_the_numbers(what: str) -> None:
    """Nothing is broadcast, squeezed or transposed for the student."""
    actual, expected = SHAPE[what]
    assert kind(actual, expected) == "shape"


TYPE: dict[str, Any] = {
    "text": "0.5",
    "a dict": {"A": MATRIX},
    "complex numbers": MATRIX + 0j,
    "an array of objects": MATRIX.astype(object),
    "an array of text": MATRIX.astype(str),
    "a set": {1.0},
    "a generator": (x for x in (1.0,)),
    "a function": len,
    "a list with a text": [[1.0, "2"]],
    "a list with None": [1.0, None],
    "rows of unequal lengths": [[1.0, 2.0], [3.0]],
    "an integer of many digits": 10**400,
    "bytes": b"\0" * 8,
}


@pytest.mark.parametrize("what", TYPE)
def test_another_type_is_wrong_before_all_else(what: str) -> None:
    """What is no number, array or list of numbers fails for its type."""
    assert kind(TYPE[what], MATRIX) == "type"
    assert kind(TYPE[what], 0.5) == "type"


def test_nothing_is_told_from_a_wrong_type() -> None:
    """The forgotten `return` has a kind of its own."""
    assert kind(None, MATRIX) == "nothing"
    assert kind(None, 0.5) == "nothing"
    assert compare(Returned(None), (MATRIX, 0.5))[WHOLE].kind == "nothing"
    assert compare(Returned((MATRIX, None)), (MATRIX, 0.5), ["A", "loss"])["loss"].kind == "nothing"


def test_type_comes_before_shape_and_shape_before_value() -> None:
    """An answer that is wrong in several ways is wrong in the most basic of them."""
    assert kind("text", MATRIX) == "type"
    assert kind(np.full((2, 2), 1 + 1j), MATRIX) == "type"
    assert kind(np.full((6, 7), np.nan), MATRIX) == "shape"
    assert kind(MATRIX.T + 1, MATRIX) == "shape"
    assert kind(np.where(MATRIX > 0, np.nan, MATRIX + 1), MATRIX) == "not-finite"
    assert kind(MATRIX + 1, MATRIX) == "value"


# -- several outputs

NAMES = ("W1", "b1", "history")
EXPECTED = ((MATRIX, COLUMN), [(0, 2.3, 0.1)])


def test_each_output_is_compared_under_its_name() -> None:
    """One wrong output is no mark against another, nested tuples are opened, and a history is left to its check."""
    assert compare(Returned(EXPECTED), EXPECTED, NAMES) == {}
    assert compare(Returned([[MATRIX.tolist(), COLUMN], "anything"]), EXPECTED, NAMES) == {}
    found = compare(Returned(((MATRIX, COLUMN[:, 0]), [])), EXPECTED, NAMES)
    assert {name: mismatch.kind for name, mismatch in found.items()} == {"b1": "shape"}
    found = compare(Returned(((MATRIX + 1, "b1"), [])), EXPECTED, NAMES)
    assert {name: mismatch.kind for name, mismatch in found.items()} == {"W1": "value", "b1": "type"}


@pytest.mark.parametrize(
    "actual",
    [(MATRIX, COLUMN), MATRIX, ((MATRIX,), []), ((MATRIX, COLUMN, COLUMN), []), (), {"W1": MATRIX}, "text", 1.0],
    ids=lambda value: type(value).__name__,
)
def test_another_number_of_outputs_is_one_mismatch(actual: Any) -> None:
    """Where the structure is another, single outputs are not compared."""
    found = compare(Returned(as_received(actual)), EXPECTED, NAMES)
    assert set(found) == {WHOLE}
    assert found[WHOLE].kind == "count"


def test_an_array_is_not_unpacked_for_outputs() -> None:
    """An array with as many rows as there are outputs is one value."""
    assert compare(Returned(np.zeros((2, 3))), (np.zeros(3), np.zeros(3)), ["a", "b"])[WHOLE].kind == "count"


@pytest.mark.parametrize(
    "outcome", [Raised("ValueError", "x"), TimedOut(1.0), Crashed("gone"), Missing(), Forbidden("torch")], ids=str
)
def test_a_call_without_a_value_is_a_mismatch_as_a_whole(outcome: Any) -> None:
    """What became of the call is kept for the message."""
    found = compare(outcome, EXPECTED, NAMES)
    assert found[WHOLE].kind == "outcome"
    assert found[WHOLE].actual is outcome


def test_outputs_without_names_are_numbered() -> None:
    """More outputs than names are told apart all the same, and a single output needs no name."""
    assert [name for name, _ in leaves((1, (2, 3)), ["a"])] == ["a", "output 2", "output 3"]
    assert leaves(MATRIX, ["A"])[0][0] == WHOLE


def test_opening_an_answer_keeps_its_parts() -> None:
    """An answer is opened along the structure of the right one and no further."""
    assert split([[1, 2], [3]], ((0, 0), [9])) == [1, 2, [3]]
    assert split(5, 6) == [5]


# -- what the rest is made of


def test_as_array_takes_numbers_only() -> None:
    """Numbers, arrays and lists of numbers become arrays of numbers; for all else there is None."""
    for value in (3, 2.5, True, [[1, 2], [3, 4]], (1.0, np.array(2.0)), [COLUMN, COLUMN], MATRIX, np.array(3), []):
        array = as_array(value)
        assert array is not None
        assert array.dtype.kind in "biuf"
    for other in (None, "1", {"a": 1}, [1, "2"], [[1], [2, 3]], Foreign("set"), 1j, [10**400]):
        assert as_array(other) is None


def test_noise_is_allowed_only_where_it_is_asked_for() -> None:
    """Two wrong answers may differ by the rest of a sum that should be 0; a right one may not."""
    rest = np.array([[1e-9, -1e-9]])
    assert not is_close(rest, np.zeros((1, 2))).any()
    assert is_close(rest, np.zeros((1, 2)), noise=1e-7).all()
    assert same_part(rest, np.zeros((1, 2)))


def test_what_is_the_same_output() -> None:
    """Diagnosis takes two outputs for the same where shapes and numbers agree, or both are the same thing."""
    assert same_part(MATRIX, MATRIX.astype(np.float32))
    assert same_part([1.0, np.nan], np.array([1.0, np.nan]))
    assert same_part(None, None)
    assert same_part("abc", "abc")
    assert not same_part("abc", "xyz")
    assert same_part(Foreign("set"), Foreign("set"))
    assert not same_part(MATRIX, MATRIX.T)
    assert not same_part(MATRIX, MATRIX + 0.001)
    assert not same_part(0.5, np.array([0.5]))
    assert not same_part(None, 0.0)
    assert not same_part(Foreign("set"), Foreign("dict"))
    assert not same_part(1.0, "1.0")


def test_the_name_for_arguments_is_no_name_of_an_output() -> None:
    """A changed argument is told apart from every output and from the whole."""
    assert ARGUMENTS != WHOLE
    assert ARGUMENTS not in NAMES


# -- whatever the numbers

# What a right answer may hold: also nothing at all, a single number, zeros of both signs; no number that float32 lacks.
NUMBERS = st.floats(-1e6, 1e6, width=32, allow_subnormal=False) | st.sampled_from([0.0, -0.0])
SHAPES = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=6)
ARRAYS = hnp.arrays(np.float64, SHAPES, elements=NUMBERS)


def in_another_layout(array: Any, form: str) -> Any:
    """The same numbers, otherwise kept in memory."""
    match form:
        case "float32":
            return array.astype(np.float32)
        case "big-endian":
            return array.astype(">f8")
        case "Fortran":
            return np.array(array, order="F")
        case "every second":
            wide = np.full((*array.shape, 2), np.nan)
            wide[..., 0] = array
            return wide[..., 0]
        case "backwards":
            return array[..., ::-1].copy()[..., ::-1] if array.ndim else array
        case _:
            return np.where(array == 0, -array, array)


@given(ARRAYS, st.sampled_from(["float32", "big-endian", "Fortran", "every second", "backwards", "other zeros"]))
@settings(deadline=None, database=None)
def test_any_array_equals_itself_in_any_layout(array: Any, form: str) -> None:
    """Precision, byte order, strides and the sign of zero do not count, nor does being empty or a single number."""
    other = in_another_layout(array, form)
    assert kind(other, array) == ""
    assert same_part(as_received(other), array)
    assert same_part(array, as_received(other))


@given(ARRAYS.filter(lambda array: array.size > 0), st.data(), st.sampled_from([0.001, -0.001, np.inf, np.nan]))
@settings(deadline=None, database=None)
def test_one_wrong_entry_is_found_wherever_it_is(array: Any, data: Any, error: float) -> None:
    """An entry that is off by a thousandth of the largest, infinite or NaN is seen, and pointed at."""
    place = data.draw(st.tuples(*(st.integers(0, n - 1) for n in array.shape)))
    wrong = array.copy()
    wrong[place] += error * max(1.0, float(np.abs(array).max()))
    mismatch = compare_leaf(as_received(wrong), array)
    assert mismatch is not None
    assert mismatch.kind == ("value" if np.isfinite(error) else "not-finite")
    assert mismatch.index == place
    assert not same_part(wrong, array)


@given(ARRAYS, SHAPES)
@settings(deadline=None, database=None)
def test_another_shape_is_never_equal(array: Any, shape: tuple[int, ...]) -> None:
    """Not even where there is no number to differ in."""
    if shape != array.shape:
        assert kind(np.zeros(shape), array) == "shape"
        assert not same_part(np.zeros(shape), array)


def test_an_item_that_was_replaced_is_a_change() -> None:
    """Whatever stands in its place: the judge looks at it, and does not break."""
    before = [np.zeros(2), (np.ones(3), 1)]
    for after in (
        [None, before[1]],
        [[0.0, 0.0], before[1]],
        [before[0], (np.ones(3), 1.0)],
        [before[0], before[1][0]],
    ):
        assert worker.differs(after, before)
    assert not worker.differs([np.zeros(2), (np.ones(3), 1)], before)


@pytest.mark.parametrize(
    ("value", "kind"),
    [([1, 2.5, True], "f"), ([], "f"), ((3, 4), "i"), ([[1, 2], [3, 4.5]], "f"), ([[1, 2], [3]], ""),
     ([10**400, 1.5], ""), ([10**30], ""), (["1"], ""), ([1, None], ""), ([np.float64(1.5), 2], "f")],
)  # fmt: skip
def test_what_numbers_in_lists_are(value: Any, kind: str) -> None:
    """A list of numbers is an array of them; one with anything else, or with numbers that NumPy lacks, is none."""
    array = as_array(value)
    assert array is None if not kind else array is not None and array.dtype.kind == kind
