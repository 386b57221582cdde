"""Is an answer right? Type, then shape, then value, with room for float32 and for every honest form of an array."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from autograder.student.outcome import Outcome, Returned
from autograder.student.wire import Foreign

Array = np.ndarray[Any, Any]
# float32 carries about seven digits and a gradient adds up hundreds of terms; a mistake of 0.001 must still be seen.
RELATIVE = 1e-4
OF_LARGEST = 2e-6
NOISE = 1e-7  # two sums that should be 0 need not have the same rest
WHOLE = ""
ARGUMENTS = "arguments"

Kind = Literal["outcome", "nothing", "type", "count", "shape", "not-finite", "value", "modified", "property"]


@dataclass(frozen=True)
class Mismatch:
    """One way in which an answer differs from the expected one, as data; prose is made of it later."""

    kind: Kind
    part: str
    expected: Any = None
    actual: Any = None
    index: tuple[int, ...] = ()


def compare(actual: Outcome, expected: Any, names: Sequence[str] = ()) -> dict[str, Mismatch]:
    """The parts of an answer that differ from the expected value, by the part's name; empty where it is right.

    `names` are the outputs' names, in the order in which the expected value has them when nested tuples are opened.
    """
    if not isinstance(actual, Returned):
        return {WHOLE: Mismatch("outcome", WHOLE, expected, actual)}
    parts = split(actual.value, expected, names)
    if isinstance(parts, Mismatch):
        return {WHOLE: parts}
    found: dict[str, Mismatch] = {}
    for (name, right), got in zip(leaves(expected, names), parts, strict=True):
        mismatch = compare_leaf(got, right, name)
        if mismatch is not None:
            found[name] = mismatch
    return found


def leaves(expected: Any, names: Sequence[str]) -> list[tuple[str, Any]]:
    """The expected value's leaves with their names; a tuple is structure, anything else a leaf."""
    found = list(_leaves(expected))
    if len(found) == 1:
        return [(WHOLE, found[0])]
    return list(zip([*names, *(f"output {n + 1}" for n in range(len(names), len(found)))], found, strict=False))


def _leaves(expected: Any) -> Iterator[Any]:
    if isinstance(expected, tuple):
        for item in expected:
            yield from _leaves(item)
    else:
        yield expected


def split(actual: Any, expected: Any, names: Sequence[str] = ()) -> list[Any] | Mismatch:
    """The actual value opened along the expected one's structure; a mismatch where it has another structure."""
    if not isinstance(expected, tuple):
        return [actual]
    if actual is None:
        return Mismatch("nothing", WHOLE, expected, None)
    if not isinstance(actual, tuple | list) or len(actual) != len(expected):
        return Mismatch("count", WHOLE, expected, actual)
    found: list[Any] = []
    for item, right in zip(actual, expected, strict=True):
        within = names[len(found) :]
        inner = split(item, right, within)
        if isinstance(inner, Mismatch):
            return replace(inner, part=", ".join(within[: len(right)]))
        found += inner
    return found


PLAIN = {bool, int, float}


def as_array(value: Any) -> Array | None:
    """A number, an array or a list of numbers as an array; None for anything else."""
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, bool | int | float):
        return np.asarray(value)
    if isinstance(value, list | tuple):
        numbers: Sequence[Any] = value
        if not set(map(type, value)) <= PLAIN:  # those of a long list are made an array of at once
            numbers = [as_array(item) for item in value]
            if any(item is None for item in numbers):
                return None
        try:
            array = np.array(numbers)
        except (ValueError, OverflowError):
            return None
        return array if array.dtype.kind in "biuf" else None
    return None


def compare_leaf(actual: Any, expected: Any, part: str = WHOLE) -> Mismatch | None:
    """The difference between one output and the expected array or number, or None."""
    if isinstance(expected, list):
        return None  # a history: many forms are right, and a check of its own looks at it
    right = np.asarray(expected)
    if actual is None:
        return Mismatch("nothing", part, right, None)
    array = as_array(actual)
    if array is None:
        return Mismatch("type", part, right, actual)
    if array.shape != right.shape and isinstance(actual, tuple) and any(np.ndim(item) > 0 for item in actual):
        return Mismatch("type", part, right, actual)  # several outputs that happen to be equally long
    if array.shape != right.shape:
        return Mismatch("shape", part, right, array)
    wrong = ~is_close(array, right)
    if not wrong.any():
        return None
    index = tuple(int(n) for n in np.argwhere(wrong)[0])
    finite = np.isfinite(array.astype(float)).all()
    return Mismatch("value" if finite else "not-finite", part, right, array, index)


def is_close(actual: Array, expected: Array, noise: float = 0.0) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Elementwise: equal but for the rounding of float32, with NaN equal to NaN. Both arrays have one shape."""
    if actual.dtype == expected.dtype and actual.tobytes() == expected.tobytes():
        return np.ones(actual.shape, bool)  # as most answers are, and soon seen
    a, e = actual.astype(float), expected.astype(float)
    with np.errstate(all="ignore"):
        finite = np.isfinite(e)
        largest = float(np.abs(e[finite]).max()) if finite.any() else 0.0
        close = np.abs(a - e) <= RELATIVE * np.abs(e) + OF_LARGEST * largest + noise
        return np.asarray((close & finite) | (a == e) | (np.isnan(a) & np.isnan(e)))


def alike(one: Array, other: Array) -> bool:
    """Whether two arrays have one shape and, but for rounding, the same numbers."""
    return one.shape == other.shape and bool(is_close(one, other).all())


def same_part(one: Any, other: Any) -> bool:
    """Whether two outputs, right or wrong, are the same output: what diagnosis asks of a student's and a mistake's."""
    if isinstance(one, Foreign | str) or isinstance(other, Foreign | str) or one is None or other is None:
        return bool(one == other) if type(one) is type(other) else False
    a, b = as_array(one), as_array(other)
    if a is None or b is None:
        return a is b and type(one) is type(other)
    return a.shape == b.shape and bool(is_close(a, b, NOISE).all())
