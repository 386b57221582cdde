"""What is said where neither the catalogue nor a general shape of error fits: an answer beside what was given.

A factor or a term too many is one of the arguments; and that every wrong answer has something in common with the other
wrong ones, which no right answer has, says where to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.judge.compare import Array, alike, as_array, is_close
from autograder.judge.shapes import Case, Finding

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


def find_beside(cases: Sequence[Case]) -> Finding | None:
    """An argument as a factor or as a term too many, the same on every input; some answer is wrong."""
    if not cases or sum(case.actual.size for case in cases if not alike(case.actual, case.expected)) < 4:
        return None
    if not all(case.actual.shape == case.expected.shape and np.isfinite(case.actual).all() for case in cases):
        return None
    with np.errstate(all="ignore"):
        return _factor(cases) or _term(cases) or _step(cases)


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


def _step(cases: Sequence[Case]) -> Finding | None:
    """An argument and a number times the right answer: a step taken, where only its direction is asked for."""
    for name, arrays in _shared(cases):
        if any(array.shape != case.expected.shape for array, case in zip(arrays, cases, strict=True)):
            continue
        given, right, got = (
            np.concatenate([np.ravel(array).astype(float) for array in column])
            for column in (arrays, [case.expected for case in cases], [case.actual for case in cases])
        )
        k = float(((got - given) * right).sum() / (right * right).sum()) if right.any() else 0.0
        if given.size > 3 and abs(k) > 1e-9 and is_close(got, given + k * right).all():
            says = f"is {name} {'less' if k < 0 else 'and'} {abs(k):.4g} times the right one: a step is taken already."
            return Finding("general-step-taken", says)
    return None


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


# -- what wrong answers have in common


Call = tuple[Mapping[str, Any], int, bool]  # arguments by name, the number of examples, whether the answer is right


def groups(calls: Sequence[Call]) -> Iterator[tuple[list[int], str]]:
    """Calls in which a general shape may show that is not in all of them, each group with a sentence on it."""
    everything = range(len(calls))
    for name in calls[0][0] if calls else ():
        values = [given.get(name) for given, *_ in calls]
        if not all(isinstance(value, str) for value in values) or len(set(values)) == 1:
            continue
        for value in sorted({str(value) for value in values}):
            group = [at for at in everything if values[at] == value]
            if not all(calls[at][2] for at in group):
                yield group, f'That is so with "{value}".'
    common = in_common(calls)
    if common:
        yield [at for at in everything if not calls[at][2]], common


def in_common(calls: Sequence[Call]) -> str:
    """A sentence on what all wrong answers have in common and no right one has; empty where there is nothing."""
    right = [(given, m) for given, m, is_right in calls if is_right]
    wrong = [(given, m) for given, m, is_right in calls if not is_right]
    if not right or not wrong:
        return ""
    for name in wrong[0][0]:
        if all(name in given for given, _ in (*right, *wrong)):
            said = _of_argument(name, [given[name] for given, _ in right], [given[name] for given, _ in wrong])
            if said:
                return said
    if all(m == 1 for _, m in right) and all(m > 1 for _, m in wrong):
        return "It is right for a single example, and wrong for more."
    if all(m > 1 for _, m in right) and all(m == 1 for _, m in wrong):
        return "It is wrong for a single example only."
    return ""


def _of_argument(name: str, right: Sequence[Any], wrong: Sequence[Any]) -> str:
    """A sentence on one argument by which right and wrong answers can be told apart; empty where there is none."""
    if all(isinstance(value, str) for value in (*right, *wrong)):
        listed = " and ".join(f'"{value}"' for value in sorted(set(wrong)))
        return f"It is wrong with {listed} only." if not set(wrong) & set(right) else ""
    if all(isinstance(value, list | tuple) for value in (*right, *wrong)):
        here, there = {len(value) for value in right}, {len(value) for value in wrong}
        if here & there:
            return ""
        if len(here) == 1 and len(there) > 1:
            number = next(iter(here))
            return f"It is right where {name} holds {number} arrays, and wrong for any other number of them."
        return f"It is right where {name} holds few arrays, and wrong for more." if max(here) < min(there) else ""
    if not all(isinstance(value, bool | int | float) for value in (*right, *wrong)):
        return ""
    for number in (0, 1):
        if {float(value) for value in right} == {number} and number not in wrong:
            return f"It is right where {name} is {number}, and wrong elsewhere: look at what you do with {name}."
        if {float(value) for value in wrong} == {number} and number not in right:
            return f"It is wrong where {name} is {number}, and right elsewhere."
    if len(set(right)) == 1 < len(right) and len(set(wrong)) > 1 and not set(right) & set(wrong):
        return f"It is right for one value of {name} only: is a number written in its place?"
    return ""


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
