"""How a wrong answer relates to what its call was given: an argument as a factor, as a term, or mixed in.

Tried where neither the catalogue nor a general shape of error fits. The same relation has to hold on every input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.diagnosis.shapes import Case, Finding
from autograder.judge.compare import Array, alike, as_array, is_close

# How an argument can stand in an answer as a factor, and what to say of it.
FACTORS: tuple[tuple[Callable[[Array], Array], str], ...] = (
    (lambda a: a, "is {0} times the right one: {0} is a factor too many, or a division by {0} is left out."),
    (lambda a: 1 / a, "is the right one divided by {0}: {0} is left out, or a division by {0} is one too many."),
    (lambda a: a * a, "is {0} squared times the right one: is {0} a factor where it should divide?"),
    (lambda a: 1 / (a * a), "is the right one divided by {0} squared: does {0} divide where it should be a factor?"),
    (np.sqrt, "is the root of {0} times the right one."),
    (lambda a: 1 / np.sqrt(a), "is the right one divided by the root of {0}."),
)
LESS_ONE: tuple[tuple[Callable[[Array], Array], str], ...] = (
    (lambda a: 1 - a, "is 1 - {0} times the right one."),
    (lambda a: 1 / (1 - a), "is the right one divided by 1 - {0}."),
    (lambda a: (1 - a) / a, "is wrong by the factor (1 - {0}) / {0}: is 1 - {0} in the place of {0}?"),
    (lambda a: a / (1 - a), "is wrong by the factor {0} / (1 - {0}): is {0} in the place of 1 - {0}?"),
)
# How much of an argument is too much, and what to say of it.
AMOUNTS: Mapping[float, str] = {
    1: "has {0} in it once too often.",
    -1: "is right but for {0}, which is left out, or taken away once too often.",
    2: "is right but for the sign of {0}: it is added, where it should be taken away.",
    -2: "is right but for the sign of {0}: it is taken away, where it should be added.",
    0.5: "is right but for half of {0}, which is too much.",
    -0.5: "is right but for half of {0}, which is missing.",
}


def find_argument(cases: Sequence[Case]) -> Finding | None:
    """An argument as a factor or as a term too many, the same on every input; some answer is wrong."""
    if not cases or sum(case.actual.size for case in cases if not alike(case.actual, case.expected)) < 4:
        return None
    if not all(case.actual.shape == case.expected.shape and np.isfinite(case.actual).all() for case in cases):
        return None
    with np.errstate(all="ignore"):
        return _factor(cases) or _term(cases) or _mixture(cases)


def _shared(cases: Sequence[Case]) -> Iterator[tuple[str, list[Array]]]:
    """The arguments that all cases have, in shapes that fit the answers."""
    for name in cases[0].given:
        arrays = [case.given[name].astype(float) for case in cases if name in case.given]
        if len(arrays) == len(cases) and all(map(_fits, arrays, cases)):
            yield name, arrays


def _fits(array: Array, case: Case) -> bool:
    try:
        return bool(np.broadcast_shapes(array.shape, case.expected.shape) == case.expected.shape)
    except ValueError:
        return False


def _factor(cases: Sequence[Case]) -> Finding | None:
    for name, arrays in _shared(cases):
        number = all(array.ndim == 0 for array in arrays)
        for form, says in (*FACTORS, *(LESS_ONE if number else ())):
            if all(
                is_close(case.actual, case.expected.astype(float) * form(array)).all()
                for case, array in zip(cases, arrays, strict=True)
            ):
                return Finding("general-argument-factor", says.format(name))
    return None


def _term(cases: Sequence[Case]) -> Finding | None:
    for name, arrays in _shared(cases):
        amounts = [_amount(case, array) for case, array in zip(cases, arrays, strict=True)]
        shares = np.array([amount for amount in amounts if amount is not None])
        if len(shares) < len(cases):
            continue
        for unit, what in _units(cases, name):
            if np.allclose(shares, shares[0] / unit[0] * unit, rtol=1e-3, atol=1e-6) and unit.all():
                k = float(shares[0] / unit[0])
                for amount, says in AMOUNTS.items():
                    if np.isclose(k, amount, rtol=1e-3):
                        return Finding("general-argument-term", says.format(what))
    return None


def _mixture(cases: Sequence[Case]) -> Finding | None:
    """So many times the right answer and so many times an argument: a penalty, or a step that is taken already."""
    for name, arrays in _shared(cases):
        if any(array.shape != case.expected.shape for array, case in zip(arrays, cases, strict=True)):
            continue
        given, right, got = (
            np.concatenate([np.ravel(array).astype(float) for array in column])
            for column in (arrays, [case.expected for case in cases], [case.actual for case in cases])
        )
        if got.size < 6:
            continue
        (k, c), *_ = np.linalg.lstsq(np.stack([right, given], axis=1), got, rcond=None)
        if min(abs(k), abs(c)) < 1e-4 or not is_close(got, k * right + c * given).all():
            continue
        if abs(k - 1) < 1e-3:
            says = f"is the right one with {c:.3g} times {name} added to it{_penalty(c)}: leave that out."
            return Finding("general-argument-added", says)
        if abs(c - 1) < 1e-3:
            says = f"is {name} {'less' if k < 0 else 'and'} {abs(k):.4g} times the right one: a step is taken already."
            return Finding("general-step-taken", says)
        return Finding("general-argument-added", f"is {k:.3g} times the right one plus {c:.3g} times {name}.")
    return None


def _penalty(c: float) -> str:
    return ", as a penalty on large weights (L2, weight decay) would do" if 0 < c < 0.2 else ""


def _amount(case: Case, array: Array) -> float | None:
    """How many times an argument has to be added to the right answer to give this one."""
    off = case.actual.astype(float) - case.expected.astype(float)
    laid = np.broadcast_to(array, off.shape)
    square = float((laid * laid).sum())
    if square == 0:
        return None
    k = float((off * laid).sum()) / square
    return k if is_close(case.actual, case.expected + k * laid).all() else None


def _units(cases: Sequence[Case], name: str) -> Iterator[tuple[Array, str]]:
    """In what amounts of an argument are counted: itself, so many times as another argument says, or over m."""
    yield np.ones(len(cases)), name
    for other, arrays in _shared(cases):
        if other != name and all(array.ndim == 0 for array in arrays):
            yield np.array(arrays), f"{other} times {name}"
    yield np.array([1 / case.m for case in cases]), f"{name} / m"


def named(parameters: Sequence[str], args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """A call's arguments by the names of the parameters that they fill."""
    return {**dict(zip(parameters, args, strict=False)), **kwargs}


def arrays_in(given: Mapping[str, Any]) -> dict[str, Array]:
    """The numbers and arrays among arguments, those within a list by the name of the list and their position."""
    found: dict[str, Array] = {}
    for name, value in given.items():
        if isinstance(value, np.ndarray) or (isinstance(value, int | float) and not isinstance(value, bool)):
            found[name] = np.asarray(value)
        elif isinstance(value, list | tuple):
            for at, item in enumerate(value):
                array = as_array(item)
                if array is not None:
                    found[f"{name}[{at}]"] = array
    return {name: array for name, array in found.items() if array.dtype.kind in "biuf"}
