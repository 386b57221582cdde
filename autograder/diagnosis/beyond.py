"""What can be found where the catalogue and the general shapes are silent.

A slip in the right function, altered arguments, relations to what was given, a formula behind the numbers, an example.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from autograder.diagnosis.alterations import Alter, alterations
from autograder.diagnosis.arguments import find_argument
from autograder.diagnosis.common import groups, in_common
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import ABSENT, Evidence, Parts, batch_size, same
from autograder.diagnosis.examples import Trial, where_wrong
from autograder.diagnosis.formulas import Sample, formula
from autograder.diagnosis.general import VAGUE
from autograder.diagnosis.relations import RELATIONS
from autograder.diagnosis.shapes import Finding, find
from autograder.diagnosis.slips import Slip
from autograder.judge.checking import Comparison
from autograder.judge.compare import ARGUMENTS, as_array, leaves, same_part
from autograder.student.kernel import call_here
from autograder.student.outcome import Outcome, Returned


def slip(evidence: Evidence) -> Finding | None:
    """A slip in the right function with which it gives what the student's does, on every input."""
    calls = [(c, student) for c, student in zip(evidence.comparisons, evidence.students, strict=True) if c.expected]
    if not any(_returned_wrong(c) and _has_decimals(c) for c, _ in calls):
        return None  # whole numbers agree by chance, and exceptions too
    best: Slip | None = None
    for slip in evidence.answers.slips(evidence.exercise):
        if best is not None and slip.clear == 0:
            break  # what follows are slips in what other functions do
        if (best is None or slip.clear > best.clear) and all(_slipped_like(evidence, slip, *call) for call in calls):
            best = slip
    if best is None:
        return None
    says = (
        f"gives what the right function would give {best.words}. Look for that in yours, or for what comes to the same."
    )
    return Finding("general-slip", says)


def _slipped_like(evidence: Evidence, slip: Slip, comparison: Comparison, student: Parts) -> bool:
    answer = comparison.answer
    made = evidence.parts(comparison, call_here(slip.function, answer.args, answer.kwargs))
    parts = (set(student) | set(made)) - {ARGUMENTS}
    return all(same(student.get(part, ABSENT), made.get(part, ABSENT)) for part in parts)


def altered(evidence: Evidence) -> dict[str, Finding]:
    """Outputs that are what they should be for other arguments, where the right function can be asked."""
    compared = [
        (comparison, student)
        for comparison, student in zip(evidence.comparisons, evidence.students, strict=True)
        if comparison.expected is not None
    ]
    if (
        not evidence.answers.live
        or not compared
        or ARGUMENTS in evidence.failing
        or not evidence.tells(set(evidence.failing))
    ):
        return {}
    best: dict[str, Finding] = {}
    for words, alter in alterations(tuple(evidence.answers.parameters(evidence.exercise)), compared[0][0].answer.args):
        alive = {part for part in evidence.failing if any(part in comparison.mismatches for comparison, _ in compared)}
        for comparison, student in compared:
            parts = _asked_otherwise(evidence, comparison, alter)
            there = {part for part in alive if part in student}
            alive -= {part for part in there if not same(student[part], parts.get(part, ABSENT))}
            if not alive:
                break
        if len(alive) > len(best):
            finding = Finding("general-argument-altered", f"is what it should be {words}. That is not asked for.")
            best = {part: finding for part in sorted(alive, key=evidence.order)}
    return best


def _asked_otherwise(evidence: Evidence, comparison: Comparison, alter: Alter) -> Parts:
    """What the right function gives on altered arguments; nothing where it gives nothing."""
    answer = comparison.answer
    args = alter(list(answer.args))
    if args is None:
        return {}
    outcome = evidence.answers.altered(answer.function, args, answer.kwargs)
    return evidence.parts(comparison, outcome) if isinstance(outcome, Returned) else {}


def related(evidence: Evidence) -> dict[str, Finding]:
    """How the first wrong output that can be told relates to the right one and to the arguments."""
    for part in sorted(evidence.failing - {ARGUMENTS}, key=evidence.order):
        cases = evidence.cases(part)
        wrong = any(not same_part(case.actual, case.expected) for case in cases)
        finding = (find_argument(cases) or find(cases, RELATIONS)) if wrong else None
        if finding is not None:
            return {part: finding}
    return {}


def beside(evidence: Evidence, basis: Diagnosis) -> Diagnosis:
    """What the answers betray beside what the calls were given, and what the wrong ones have in common."""
    calls = []
    for comparison in evidence.comparisons:
        given = evidence.given(comparison)
        m = batch_size([value for value in given.values() if isinstance(value, np.ndarray)])
        calls.append((given, m, not comparison.mismatches))
    for part in sorted(evidence.failing - {ARGUMENTS}, key=evidence.order):
        also = evidence.in_order(evidence.failing - {part})
        cases = evidence.cases(part)
        finding = find_argument(cases)
        if finding is not None:
            return replace(basis, finding=finding, part=part, also=also)
        for group, where in groups(calls) if len(cases) == len(calls) else ():
            inside = [cases[at] for at in group]
            wrong = sum(case.actual.size for case in inside if not same_part(case.actual, case.expected))
            finding = (find(inside) or find_argument(inside)) if wrong > 3 else None
            if finding is not None and finding.id not in VAGUE:
                return replace(basis, finding=finding, part=part, also=also, where=where)
    return replace(basis, where=in_common(calls))


def by_formula(evidence: Evidence, basis: Diagnosis) -> Diagnosis | None:
    """The formulas by which outputs were computed and should have been, where both can be found and differ."""
    wrong = []
    for part in evidence.in_order(evidence.failing):
        is_, due = formula(_samples(evidence, part, False)), formula(_samples(evidence, part, True))
        if is_ and due and is_ != due:
            wrong.append((part, is_, due))
    if not wrong:
        return None
    (part, is_, due), *others = wrong
    says = f"is {is_}, where {due} is due."
    says += "".join(f" And {other} is {is_too}, where {due_too} is due." for other, is_too, due_too in others)
    also = evidence.in_order(evidence.failing - {part, *(other for other, *_ in others)})
    also = tuple(other for other in also if other != evidence.names[0])  # which is made of the others
    return replace(basis, finding=Finding("general-formula", says), part=part, also=also)


def example(evidence: Evidence, reveal: bool) -> Finding | None:
    """On which single numbers a function of them is wrong, and one example."""
    names = tuple(evidence.answers.parameters(evidence.exercise))
    kinds = {mismatch.kind for comparison in evidence.comparisons for mismatch in comparison.mismatches.values()}
    if kinds != {"value"}:
        return None  # what is missing, or of another kind, is told so
    trials = []
    for comparison in evidence.comparisons:
        outcome, expected = comparison.answer.outcome, comparison.expected
        if expected is None:
            continue
        given = dict(zip(names, comparison.answer.args, strict=False))
        lists = {name: value for name, value in given.items() if isinstance(value, list)}
        numbers = {name: float(value) for name, value in given.items() if isinstance(value, int | float)}
        numbers |= {f"len({name})": float(len(value)) for name, value in lists.items()}
        if len(numbers) < len(given) or not isinstance(outcome, Returned):
            return None
        call = f"{evidence.exercise}({', '.join(map(_short, given.values()))})"
        wrong = bool(comparison.mismatches)
        trials.append(Trial(numbers, call, _short(outcome.value), _short(expected.value), wrong))
    return where_wrong(trials, reveal)


def _samples(evidence: Evidence, part: str, right: bool) -> list[Sample]:
    """An output on all inputs, the student's or the right one, with what it may be made of."""
    parameters = evidence.answers.parameters(evidence.exercise)
    samples = []
    for comparison, student in zip(evidence.comparisons, evidence.students, strict=True):
        if comparison.expected is None:
            continue
        outputs = dict(leaves(comparison.expected.value, evidence.names)) if right else student
        arrays = {name: as_array(value) for name, value in outputs.items() if not isinstance(value, Outcome)}
        output = arrays.pop(part, None)
        if output is None or output.ndim == 0:
            return []
        given = {**parameters, **dict(zip(parameters, comparison.answer.args, strict=False))}
        known = {name: as_array(value) for name, value in given.items() if value is not None}
        known |= {f"new {name}": array for name, array in arrays.items() if name != evidence.names[0]}
        known = {part: known.get(part), **known}
        same = {name: a.astype(float) for name, a in known.items() if a is not None and a.shape == output.shape}
        settings = {name: float(a) for name, a in known.items() if a is not None and a.ndim == 0}
        samples.append(Sample(output.astype(float), same, settings))
    return samples


def _returned_wrong(comparison: Comparison) -> bool:
    return isinstance(comparison.answer.outcome, Returned) and bool(set(comparison.mismatches) - {ARGUMENTS})


def _has_decimals(comparison: Comparison) -> bool:
    """Whether the right answer is no mere list of whole numbers, or of yes and no."""
    right = leaves(comparison.expected.value, ()) if comparison.expected is not None else []
    return any(np.asarray(leaf).dtype.kind == "f" for _, leaf in right if not isinstance(leaf, list))


def _short(value: Any) -> str:
    """A number, or a list or tuple of them, as one would write it."""
    if isinstance(value, list | tuple):
        return ("[{}]" if isinstance(value, list) else "{}").format(", ".join(map(_short, value)))
    array = as_array(value)
    if array is None or array.dtype == bool:
        return str(value)
    return f"{float(array):.4g}" if array.ndim == 0 else str(array)
