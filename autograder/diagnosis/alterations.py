"""What a function would give if it used one of its arguments otherwise: the right one, on altered arguments.

A slip in the use of an argument (its sign lost, two of them exchanged, a length taken for another) makes a function
give the right answer to another question. No catalogue foresees all of these, but where the right function can be
called, they can be tried one after the other. Only what no mistake of the catalogue explains is held against them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from autograder.judge.compare import Array

Alter = Callable[[list[Any]], list[Any] | None]  # None where a call has nothing that could be altered in this way


def alterations(names: Sequence[str], args: Sequence[Any]) -> Iterator[tuple[str, Alter]]:
    """Ways to alter arguments like these, the likeliest first, in words that go on from "what it should be"."""
    numbers = [at for at, value in enumerate(args) if _is_number(value)]
    arrays = [at for at, value in enumerate(args) if _is_array(value)]
    named = dict(enumerate(names))
    for group in (numbers, arrays):
        for one, other in combinations([at for at in group if at in named], 2):
            yield f"if `{named[one]}` and `{named[other]}` had changed places", _exchanged(one, other)
    for at in numbers:
        for words, change in NUMBERS:
            if at in named:
                yield f"{words.format(named[at])}", _changed(at, change)
    for at in arrays:
        for words, change in ARRAYS:
            if at in named:
                yield f"for another `{named[at]}`: {words}", _changed(at, change)
    for at, value in enumerate(args):
        if at in named and isinstance(value, tuple) and sum(map(_is_array, value)) > 1:
            for inner in range(len(value)):
                for words, change in ARRAYS:
                    name = f"`{named[at]}[{inner}]`"
                    yield f"for another {name}: {words}", _changed_within(at, inner, change)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "iuf" and value.ndim > 0


def _exchanged(one: int, other: int) -> Alter:
    def alter(args: list[Any]) -> list[Any] | None:
        if max(one, other) >= len(args):
            return None
        args[one], args[other] = args[other], args[one]
        return args

    return alter


def _changed(at: int, change: Callable[[Any], Any]) -> Alter:
    def alter(args: list[Any]) -> list[Any] | None:
        changed = change(args[at]) if at < len(args) else None
        return None if changed is None else [*args[:at], changed, *args[at + 1 :]]

    return alter


def _changed_within(at: int, inner: int, change: Callable[[Any], Any]) -> Alter:
    def alter(args: list[Any]) -> list[Any] | None:
        there = at < len(args) and len(args[at]) > inner and _is_array(args[at][inner])
        changed = change(args[at][inner]) if there else None
        if changed is None:
            return None
        within = (*args[at][:inner], changed, *args[at][inner + 1 :])
        return [*args[:at], within, *args[at + 1 :]]

    return alter


NUMBERS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("if `{}` were always 1", lambda n: 1),
    ("if `{}` were always 0", lambda n: 0),
    ("if `{}` were always 2", lambda n: 2),
    ("if `{}` were one larger", lambda n: n + 1),
    ("if `{}` were one smaller", lambda n: n - 1),
    ("if `{}` were doubled", lambda n: 2 * n),
    ("if `{}` were half as large", lambda n: n // 2 if isinstance(n, int) else n / 2),
    ("if `{}` were squared", lambda n: n * n if n < 10 else None),  # a large number of steps would take its time
    ("for the root of `{}`", lambda n: n**0.5 if isinstance(n, float) else None),
    ("if the sign of `{}` were turned", lambda n: -n),
)


def _axis(axes_of_four: tuple[int, ...], change: Callable[[Array, tuple[int, ...]], Array]) -> Callable[[Array], Any]:
    """A change along axes of pictures or filters, for arrays that have four."""
    return lambda array: change(array, axes_of_four) if array.ndim == 4 else None


def _flip(array: Array, axes: tuple[int, ...]) -> Array:
    return np.flip(array, axes)


def _mean(array: Array, axes: tuple[int, ...]) -> Array:
    return np.broadcast_to(array.mean(axis=axes, keepdims=True), array.shape).astype(float)


def _swap(array: Array, axes: tuple[int, ...]) -> Any:
    one, other = axes
    return array.swapaxes(one, other) if array.shape[one] == array.shape[other] else None


def _only(at: int, axis: int) -> Callable[[Array], Any]:
    return lambda array: np.broadcast_to(array.take([at], axis), array.shape).copy() if array.ndim > abs(axis) else None


def _unit(array: Array) -> Any:
    return array / max(float(np.linalg.norm(array)), 1e-12)


def _unit_rows(array: Array) -> Any:
    if array.ndim < 2:
        return None
    lengths = np.linalg.norm(array.reshape(array.shape[0], -1).astype(float), axis=1)
    return array / np.maximum(lengths, 1e-12).reshape(-1, *[1] * (array.ndim - 1))


def _floats(change: Callable[[Array], Any]) -> Callable[[Array], Any]:
    return lambda array: change(array) if array.dtype.kind == "f" else None


def _labels(change: Callable[[Array], Any]) -> Callable[[Array], Any]:
    return lambda array: change(array) if array.dtype.kind in "iu" and array.ndim == 1 else None


# What is done to the array, as words after a colon.
ARRAYS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("its signs are lost, as by abs", _floats(np.abs)),
    ("negative numbers in it are 0, as behind ReLU", _floats(lambda A: np.maximum(A, 0))),
    ("its sign is turned", _floats(lambda A: -A)),
    ("only 1 or 0 is left of its numbers, whether they are positive", _floats(lambda A: (A > 0).astype(float))),
    ("only the signs of its numbers are left", _floats(np.sign)),
    ("it is divided by 255", _floats(lambda A: A / 255)),
    ("it is multiplied by 255", _floats(lambda A: A * 255)),
    ("its mean is subtracted", _floats(lambda A: A - A.mean())),
    ("it is standardised, its mean subtracted and divided by its spread", _floats(lambda A: (A - A.mean()) / A.std())),
    ("it is divided by its largest number", _floats(lambda A: A / A.max())),
    ("it is divided by its length, as when normalised", _floats(_unit)),
    ("each of its rows or filters is divided by its length, as when normalised", _floats(_unit_rows)),
    ("its numbers are cut to whole ones", _floats(np.trunc)),
    ("its numbers are rounded", _floats(np.round)),
    ("its numbers are squared", _floats(lambda A: A * A)),
    ("its numbers are cut off at 0 and 1", _floats(lambda A: np.clip(A, 0, 1))),
    ("its numbers are cut off at -1 and 1", _floats(lambda A: np.clip(A, -1, 1))),
    ("it is doubled", _floats(lambda A: 2 * A)),
    ("it is halved", _floats(lambda A: A / 2)),
    ("it is left out, as if all were 0", _floats(lambda A: 0 * A)),
    ("it is left out, as if all were 1", _floats(lambda A: 0 * A + 1)),
    ("it is the mean of all its numbers", _floats(lambda A: 0 * A + A.mean())),
    ("it is the sum of all its numbers", _floats(lambda A: 0 * A + A.sum())),
    ("only its first picture or column is used", _floats(_only(0, -1))),
    ("only its first channel, filter or row is used", _floats(_only(0, 0))),
    ("only its last picture or column is used", _floats(_only(-1, -1))),
    ("only its last channel, filter or row is used", _floats(_only(-1, 0))),
    ("its last axis is in reverse order", lambda A: A[..., ::-1] if A.ndim else None),
    ("its first axis is in reverse order", lambda A: A[::-1] if A.ndim > 1 else None),
    ("its second axis is upside down", _axis((1,), _flip)),
    ("its third axis is left to right", _axis((2,), _flip)),
    ("its rows and columns are turned by 180°", _axis((1, 2), _flip)),
    ("its kernels are turned by 180°", _axis((2, 3), _flip)),
    ("its rows and columns have changed places", _axis((1, 2), _swap)),
    ("rows and columns of its kernels have changed places", _axis((2, 3), _swap)),
    ("it is transposed", lambda A: A.T if A.ndim == 2 and A.shape[0] == A.shape[1] else None),
    ("its mean over the first axis is taken", _axis((0,), _mean)),
    ("its mean over the second axis is taken", _axis((1,), _mean)),
    ("its labels are one too large", _labels(lambda Y: (Y + 1) % 10)),
    ("its labels are one too small", _labels(lambda Y: (Y - 1) % 10)),
    ("all its labels are the first one", _labels(lambda Y: 0 * Y + Y[0])),
)
