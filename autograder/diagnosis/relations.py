"""How a wrong answer relates to the right one, where nothing better is known: looser rules than those of shapes.py.

A factor that follows a length, a number of its own for each channel, zeros where numbers are due. They are tried after
the whole catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

import numpy as np

from autograder.diagnosis.shapes import AXES, Case, Finding, Rule
from autograder.judge.compare import Array, alike, is_close

LAYOUT = "(channels, height, width, examples)"


def _same_shapes(cases: Sequence[Case]) -> bool:
    """Whether all answers have the right shapes, hold numbers, and some number in them can tell."""
    return all(
        case.actual.shape == case.expected.shape and np.isfinite(case.actual.astype(float)).all() for case in cases
    ) and any(case.expected.size > 2 for case in cases)


def _wrong(cases: Sequence[Case]) -> list[Case]:
    return [case for case in cases if not alike(case.actual, case.expected)]


def axes_moved(cases: Sequence[Case]) -> Finding | None:
    """The right numbers with the axes in another order."""
    ndim = cases[0].expected.ndim
    if ndim < 3 or any(case.actual.ndim != ndim for case in cases):
        return None
    for order in permutations(range(ndim)):
        if all(alike(case.actual.transpose(order), case.expected) for case in cases):
            case = _wrong(cases)[0]
            says = f"has its axes in another order: its shape is {case.actual.shape}, not {case.expected.shape}."
            return Finding("general-axes-moved", f"{says} The order is {LAYOUT}." if ndim == 4 else says)
    return None


def collapsed(cases: Sequence[Case]) -> Finding | None:
    """Added up, averaged or the largest taken over axes that should stay apart."""
    ndim = cases[0].expected.ndim
    if ndim == 0 or not all(case.expected.ndim == ndim and case.expected.size for case in cases):
        return None
    names = {1: ("entry",), 2: ("row", "column"), 4: AXES}.get(ndim)
    for axes in (axes for n in (1, 2, 3) for axes in combinations(range(ndim), n)):
        if names is None or all(np.prod([case.expected.shape[axis] for axis in axes]) < 2 for case in cases):
            continue
        for make, words in ((np.sum, "added up"), (np.mean, "averaged"), (np.max, "one maximum is taken")):
            if all(_is_reduced(case, make(case.expected.astype(float), axis=axes, keepdims=True)) for case in cases):
                over = " and ".join(_plural(names[axis]) for axis in axes)
                says = f"is not kept apart: {words} over all {over}, where each has a number of its own."
                return Finding("general-collapsed", says)
    return None


def _plural(name: str) -> str:
    return "entries" if name == "entry" else f"{name}s"


def _is_reduced(case: Case, reduced: Array) -> bool:
    """Whether an answer is a reduced right one, spread over its old shape or not."""
    if case.actual.shape == case.expected.shape:
        return alike(case.actual, np.broadcast_to(reduced, case.expected.shape))
    return case.actual.size == reduced.size and alike(case.actual.squeeze(), reduced.squeeze())


def holes(cases: Sequence[Case]) -> Finding | None:
    """0 in some places where another number is due; all others are right."""
    if not _same_shapes(cases):
        return None
    wrong = [~is_close(case.actual, case.expected) for case in cases]
    if all((case.actual[bad] == 0).all() for case, bad in zip(cases, wrong, strict=True)) and _some_right(cases, wrong):
        empty, all_ = sum(int(bad.sum()) for bad in wrong), sum(case.actual.size for case in cases)
        says = (
            f"is right but for zeros: {empty:,} of {all_:,} numbers are missing and 0 stands in their places. Look at "
            "where your loops and slices begin and end, and at what a mask shuts out."
        )
        return Finding("general-holes", says)
    return None


def litter(cases: Sequence[Case]) -> Finding | None:
    """Something else where 0 is due; all others are right."""
    if not _same_shapes(cases):
        return None
    wrong = [~is_close(case.actual, case.expected) for case in cases]
    if all((case.expected[bad] == 0).all() for case, bad in zip(cases, wrong, strict=True)) and _some_right(
        cases, wrong
    ):
        says = "is right where a number is due, but not 0 elsewhere. What do you start from? It should be zeros."
        return Finding("general-litter", says)
    return None


def _some_right(cases: Sequence[Case], wrong: Sequence[Array]) -> bool:
    """Whether, beside the wrong numbers, there are right ones other than 0 as well."""
    return any(((case.expected != 0) & ~bad).any() for case, bad in zip(cases, wrong, strict=True))


FUNCTIONS = (
    ("the tanh", np.tanh),
    ("the sigmoid", lambda e: 1 / (1 + np.exp(-e))),
    ("the sign", np.sign),
    ("the yes or no, 1 or 0, to the sign", lambda e: e > 0),
)


def bent(cases: Sequence[Case]) -> Finding | None:
    """An activation, or another function of number by number, on top of the right answer."""
    if not _same_shapes(cases):
        return None
    for words, function in FUNCTIONS:
        with np.errstate(all="ignore"):
            if all(alike(case.actual, np.asarray(function(case.expected.astype(float)))) for case in cases):
                return Finding("general-function-of", f"is {words} of the right one, number by number.")
    return None


def factor_of_length(cases: Sequence[Case]) -> Finding | None:
    """A factor that differs between the calls as a length of the answer does, or its square."""
    if not _same_shapes(cases):
        return None
    cases = [case for case in cases if case.expected.any()]
    ratios = np.array([_ratio(case) for case in cases])
    if len(cases) < 2 or not np.isfinite(ratios).all() or np.ptp(np.abs(ratios)) < 1e-6:
        return None
    for name, lengths in _lengths(cases):
        for power, words in ((1, name), (2, f"the square of {name}")):
            for sign, verb in ((1, "multiplied"), (-1, "divided")):
                if np.ptp(lengths) and np.allclose(ratios, lengths ** (sign * power), rtol=1e-3):
                    return Finding("general-factor-of", f"is {verb} by {words}, which it should not be.")
    return None


def _ratio(case: Case) -> float:
    a, e = case.actual.astype(float), case.expected.astype(float)
    ratio = float((a * e).sum() / (e * e).sum())
    return ratio if alike(a, ratio * e) else np.nan


def _lengths(cases: Sequence[Case]) -> Iterator[tuple[str, Array]]:
    """The lengths of the answer's own axes, and how many numbers it holds."""
    for axis in range(cases[0].expected.ndim):
        if all(case.expected.ndim > axis for case in cases):
            what = f"the number of {AXES[axis]}s" if cases[0].expected.ndim == 4 else f"the length of its axis {axis}"
            yield what, np.array([float(case.expected.shape[axis]) for case in cases])
    yield "how many numbers there are", np.array([float(case.expected.size) for case in cases])


def of_its_own(cases: Sequence[Case]) -> Finding | None:
    """Right but for one number that is added to, or multiplied with, a whole channel or picture."""
    if not _same_shapes(cases) or any(case.expected.ndim not in (2, 4) for case in cases):
        return None
    if sum(case.expected.size > case.expected.shape[0] > 1 for case in cases) < 2:
        return None
    for axis in (0, cases[0].expected.ndim - 1):
        rest = tuple(n for n in range(cases[0].expected.ndim) if n != axis)
        if all(np.prod([case.expected.shape[n] for n in rest]) < 3 for case in cases):
            continue
        off = [case.actual.astype(float) - case.expected.astype(float) for case in cases]
        what = {2: ("row", "column"), 4: AXES}[cases[0].expected.ndim][axis]
        if all(alike(shift, np.broadcast_to(shift.mean(axis=rest, keepdims=True), shift.shape)) for shift in off):
            says = f"is off by one number everywhere in each {what}: look at what is added to a whole {what} (a bias?)."
            return Finding("general-offset-of-each", says)
        scale = [
            (case.actual * case.expected).sum(axis=rest, keepdims=True)
            / np.maximum((case.expected.astype(float) ** 2).sum(axis=rest, keepdims=True), 1e-30)
            for case in cases
        ]
        if all(alike(case.actual, k * case.expected) for case, k in zip(cases, scale, strict=True)):
            says = f"is right but for a factor, which is another one in each {what}: look at what a whole {what} is "
            return Finding("general-factor-of-each", says + "multiplied with or divided by.")
    return None


RELATIONS: tuple[Rule, ...] = (
    axes_moved,
    collapsed,
    holes,
    litter,
    bent,
    factor_of_length,
    of_its_own,
)
