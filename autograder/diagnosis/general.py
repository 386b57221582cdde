"""General shapes of error in the evidence: they need no catalogue, as anybody can make them in any function."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.diagnosis.evidence import Evidence, Parts, arrays_within, same
from autograder.diagnosis.shapes import Case, Finding, find
from autograder.judge.checking import Comparison
from autograder.judge.compare import ARGUMENTS, WHOLE, as_array, is_close, leaves, same_part
from autograder.student.outcome import Raised

# Findings that say little: where a mistake of the catalogue lies beneath, it says more.
VAGUE = frozenset(
    {
        "general-factor-other",
        "general-stretched",
        "general-rows-add-up",
        "general-all-adds-up",
        "general-copied",
        "general-left-alone",
        "general-left-empty",
        "general-one-side",
        "general-numbers-missing",
    }
)


def general(evidence: Evidence) -> dict[str, Finding]:
    """General shapes of error, by the output that they fit on every input."""
    swapped = _swapped(evidence)
    if swapped is not None:
        return dict.fromkeys(sorted(evidence.failing, key=evidence.order), swapped)
    whole = _for_class_only(evidence) or _too_much(evidence)
    if whole is not None:
        return {WHOLE: whole}
    found = {}
    for part in sorted(evidence.failing - {ARGUMENTS}, key=evidence.order):
        cases = evidence.cases(part)
        wrong = any(not same_part(case.actual, case.expected) for case in cases)
        finding = (_another_number(cases) or find(cases) or _copied(evidence, part)) if wrong else None
        if finding is not None:
            found[part] = finding
    return found


def _for_class_only(evidence: Evidence) -> Finding | None:
    """Right for the 784 pixels of class, and an exception for all other sizes."""
    inside: list[tuple[Comparison, Parts]] = []
    outside: list[tuple[Comparison, Parts]] = []
    for comparison, student in zip(evidence.comparisons, evidence.students, strict=True):
        if comparison.expected is None:
            return None
        right = [value for _, value in leaves(comparison.expected.value, evidence.names) if not isinstance(value, list)]
        shapes = [np.shape(value) for value in (*right, *arrays_within(comparison.answer.args))]
        (inside if any(784 in shape for shape in shapes) else outside).append((comparison, student))
    raised = all(isinstance(student.get(WHOLE), Raised) for _, student in outside)
    if inside and len(outside) > 1 and raised and not any(comparison.mismatches for comparison, _ in inside):
        says = "is right for 784 pixels, the size used in class, and stops with an exception for any other. Take "
        return Finding("general-class-sizes", says + "sizes from what the function is given, or reads.")
    return None


def _too_much(evidence: Evidence) -> Finding | None:
    """Several things where one is due, and one of them is right."""
    places = set(range(9))
    for comparison, student in zip(evidence.comparisons, evidence.students, strict=True):
        if comparison.expected is None or isinstance(comparison.expected.value, tuple | list):
            return None
        value, right = student.get(WHOLE), comparison.expected.value
        if not isinstance(value, tuple | list):
            return None
        places &= {at for at, item in enumerate(value) if same(item, right)}
    if not places or not evidence.comparisons:
        return None
    at = min(places)
    nth = f"the {('first', 'second', 'third')[at]}" if at < 3 else f"number {at + 1}"
    says = f"is several things together, of which {nth} is right. Return that one alone."
    return Finding("general-too-much", says)


def _another_number(cases: Sequence[Case]) -> Finding | None:
    """An argument divided or multiplied by one number, where it is another number that is due."""
    for name in cases[0].given if cases else ():
        arrays = [case.given.get(name, np.zeros(0)).astype(float) for case in cases]
        if any(
            not a.shape == c.actual.shape == c.expected.shape or a.ndim == 0 for a, c in zip(arrays, cases, strict=True)
        ):
            continue
        given, got, due = (
            np.concatenate([np.ravel(array).astype(float) for array in column])
            for column in (arrays, [case.actual for case in cases], [case.expected for case in cases])
        )
        square = float(given @ given)
        if given.size < 6 or not square or not np.isfinite(got).all():
            continue
        k, right = float(given @ got) / square, float(given @ due) / square
        proportional = is_close(got, k * given).all() and is_close(due, right * given).all()
        if proportional and k > 1e-9 and right > 1e-9 and abs(k / right - 1) > 1e-3 and abs(k - 1) > 1e-3:
            says = f"is {name} {_scaled(k)}, where {name} {_scaled(right)} is due."
            return Finding("general-another-number", says)
    return None


def _scaled(k: float) -> str:
    """A factor in words: as a divisor, if it is below 1."""
    return f"divided by {1 / k:.4g}" if k < 1 else f"multiplied by {k:.4g}"


def _copied(evidence: Evidence, part: str) -> Finding | None:
    """An output that is the same as another one is or should be."""
    for other in evidence.names:
        if other != part and all(same(got, right) for got, right in evidence.crossed(part, other)):
            return Finding("general-copied", f"is the same as {other}.")
    return None


def _swapped(evidence: Evidence) -> Finding | None:
    """Outputs that are right but stand in each other's places."""
    if len(evidence.failing) < 2 or WHOLE in evidence.failing:
        return None
    places = {}
    for part in sorted(evidence.failing, key=evidence.order):
        for other in evidence.failing - {part}:
            if all(same(got, right) for got, right in evidence.crossed(part, other)):
                places[part] = other
    if set(places) == evidence.failing == set(places.values()):
        order = ", ".join(name for name in evidence.names)
        first = min(places, key=evidence.order)
        if places[places[first]] == first:
            return Finding("general-swapped", f"and {places[first]} have changed places. The order is {order}.")
        return Finding("general-order", f"does not stand in its place. The order is {order}.")
    return None


def misplaced(evidence: Evidence) -> tuple[tuple[str, ...], Finding] | None:
    """Outputs whose shapes say that they stand in another order, and their names in the right one."""
    orders = set()
    for comparison, student in zip(evidence.comparisons, evidence.students, strict=True):
        right = dict(leaves(comparison.expected.value, evidence.names)) if comparison.expected is not None else {}
        due = {part: np.shape(value) for part, value in right.items()}
        got = {part: array.shape for part in due if (array := as_array(student.get(part))) is not None}
        if len(set(due.values())) == len(due) == len(got) > 1:  # all of different shapes
            orders.add((tuple(due), tuple(next((o for o in due if due[o] == got[part]), "") for part in due)))
    orders = {(names, order) for names, order in orders if order != names}
    if len(orders) != 1:
        return None
    ((names, order),) = orders
    if "" in order or len(set(order)) < len(order):
        return None
    says = f"by their shapes, are {', '.join(order)}. The order is {', '.join(names)}."
    return names, Finding("general-order", says)
