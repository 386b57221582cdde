"""Which mistake is it? A function's wrong answers held against those of the catalogue's mistakes.

All answers of an exercise count together, each output by itself: a mistake is named when it gives what the student's
function gives on every input, and no other does. Where the catalogue is silent, general shapes of error are tried,
and behind them stands the most telling difference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.judge.asking import Answers, Explanation
from autograder.judge.checking import CheckFailed, Comparison
from autograder.judge.compare import ARGUMENTS, WHOLE, Array, Mismatch, as_array, leaves, same_part, split
from autograder.judge.shapes import ON_TOP, Case, Finding, find
from autograder.student.outcome import Outcome, Raised, Returned

Parts = dict[str, Any]


class Absent:
    """In the place of an output that an answer does not have; None would be an answer."""


ABSENT = Absent()


# What the kind of the first mismatch says by itself, where nothing more is known.
PLAIN = {
    "nothing": "general-nothing-returned",
    "count": "general-number-of-outputs",
    "type": "general-type",
    "modified": "general-argument-modified",
}


@dataclass(frozen=True)
class Diagnosis:
    """What is known about a failure: the mistake that was recognised, a general finding, the first difference."""

    explanation: Explanation | None = None
    finding: Finding | None = None
    part: str = WHOLE
    also: tuple[str, ...] = ()
    seen: str = ""
    mismatch: Mismatch | None = None
    args: tuple[Any, ...] = ()

    @property
    def mistake(self) -> str | None:
        """The id of the mistake or of the general shape, where one was recognised."""
        if self.explanation is not None:
            return self.explanation.id
        if self.finding is not None:
            return self.finding.id
        return PLAIN.get(self.mismatch.kind) if self.mismatch is not None else None


def diagnose(
    exercise: str,
    names: Sequence[str],
    comparisons: Sequence[Comparison],
    failures: Sequence[CheckFailed],
    answers: Answers,
    ask_again: Callable[[Comparison], Outcome] | None = None,
) -> Diagnosis:
    """The best that can be said about an exercise that failed."""
    evidence = Evidence(exercise, names, comparisons, answers)
    first = next((failure.mismatch for failure in failures if failure.mismatch is not None), None)
    seen = next((failure.seen for failure in failures if failure.seen), "")
    culprit = next((c for c in comparisons if c.mismatches), None)
    basis = Diagnosis(seen=seen, mismatch=first, args=culprit.answer.args if culprit else ())
    by_id = {explanation.id: explanation for explanation in answers.explanations(exercise)}
    flagged = next((failure for failure in failures if failure.mistake in by_id), None)
    by_property = Diagnosis(by_id[flagged.mistake], seen=flagged.seen, mismatch=flagged.mismatch) if flagged else None

    whole = evidence.matches()
    if whole and whole[0].explains == evidence.failing and not whole[0].contradicts:
        return _explained(basis, whole[0], evidence)
    if by_property is not None and not evidence.compared:
        return by_property
    by_shape = evidence.same_shapes()
    if by_shape is not None:
        return Diagnosis(by_shape, seen=seen, mismatch=first, args=basis.args)
    found = evidence.general()
    if found and set(found) == evidence.failing:
        part = next(iter(found))
        return Diagnosis(finding=found[part], part=part, seen=seen, mismatch=first, args=basis.args)
    if whole:
        return _explained(basis, whole[0], evidence)
    covering = evidence.covering()
    if covering is not None:
        return Diagnosis(covering, seen=seen, mismatch=first, args=basis.args)
    if by_property is not None:
        return by_property
    composed = evidence.composed() if not found else None
    if composed is not None:
        explanation, on_top, part = composed
        also = tuple(sorted(evidence.failing - {part, WHOLE, ARGUMENTS}))
        return Diagnosis(explanation, on_top, part, also, seen, first, basis.args)
    if ask_again is not None and culprit is not None and _unsteady(culprit, ask_again):
        steady = Finding(
            "general-unsteady",
            "differs from call to call for the same arguments: it depends on something random, or on what an earlier "
            "call left behind (a global variable, a list as default argument).",
        )
        return Diagnosis(finding=steady, seen=seen, mismatch=first, args=basis.args)
    if found:
        part = next(iter(found))
        also = tuple(sorted(evidence.failing - {part}))
        return Diagnosis(finding=found[part], part=part, also=also, seen=seen, mismatch=first, args=basis.args)
    return basis


def _explained(basis: Diagnosis, match: Match, evidence: Evidence) -> Diagnosis:
    also = tuple(sorted(part for part in evidence.failing - match.explains if part not in (WHOLE, ARGUMENTS)))
    return Diagnosis(match.explanation, also=also, mismatch=basis.mismatch, args=basis.args)


def _unsteady(comparison: Comparison, ask_again: Callable[[Comparison], Outcome]) -> bool:
    again = ask_again(comparison)
    before = comparison.answer.outcome
    if not isinstance(again, Returned) or not isinstance(before, Returned):
        return False
    return not _same(before.value, again.value)


@dataclass(frozen=True)
class Match:
    """A mistake that gives the student's answers in some outputs, and where it would give others."""

    explanation: Explanation
    explains: frozenset[str]
    contradicts: frozenset[str]
    overclaims: frozenset[str]

    @property
    def rank(self) -> tuple[int, int, int]:
        """Small is good: much explained, nothing contradicted, nothing claimed that is wrong in another way."""
        return -len(self.explains), len(self.contradicts), len(self.overclaims)


class Evidence:
    """The answers of one exercise, opened into outputs, with the outputs that failed."""

    def __init__(
        self, exercise: str, names: Sequence[str], comparisons: Sequence[Comparison], answers: Answers
    ) -> None:
        self.exercise = exercise
        self.names = tuple(names)
        self.answers = answers
        mine = [comparison for comparison in comparisons if comparison.answer.function == exercise]
        if any(comparison.expected is not None and comparison.mismatches for comparison in mine):
            # What is plainly wrong says more than a property that fails in its wake.
            mine = [comparison for comparison in mine if comparison.expected is not None]
        self.comparisons = sorted(mine, key=lambda comparison: not comparison.mismatches)
        self.compared = any(comparison.expected is not None and comparison.mismatches for comparison in mine)
        self.failing = frozenset(part for comparison in mine for part in comparison.mismatches)
        self.students = [self.parts(comparison, comparison.answer.outcome) for comparison in self.comparisons]
        self._mistaken: dict[tuple[str, str], Outcome | None] = {}

    def parts(self, comparison: Comparison, outcome: Outcome) -> Parts:
        """An outcome as its outputs by name; as a whole where it has not the structure of the right one."""
        if not isinstance(outcome, Returned):
            return {WHOLE: outcome}
        changed = {ARGUMENTS: outcome.changed} if outcome.changed else {}
        value = outcome.value
        if comparison.expected is not None:
            opened = split(value, comparison.expected.value, self.names)
            if isinstance(opened, Mismatch):
                return {WHOLE: value, **changed}
            named = leaves(comparison.expected.value, self.names)
            return {**{name: got for (name, _), got in zip(named, opened, strict=True)}, **changed}
        return {WHOLE: value, **changed}

    def mistaken(self, explanation: Explanation, comparison: Comparison) -> Parts:
        """What a mistake gives on the input of a comparison, opened in the same way."""
        answer = comparison.answer
        key = (explanation.id, answer.key)
        if key not in self._mistaken:
            self._mistaken[key] = self.answers.mistaken(
                explanation.id, answer.key, answer.function, answer.args, answer.kwargs
            )
        outcome = self._mistaken[key]
        return {} if outcome is None else self.parts(comparison, outcome)

    def matches(self) -> list[Match]:
        """The mistakes that explain some output on every input, best first; none where two explain it equally well."""
        found = []
        for explanation in self.answers.explanations(self.exercise):
            alive = set(self.failing)
            for comparison, student in zip(self.comparisons, self.students, strict=True):
                mistaken = self.mistaken(explanation, comparison)
                alive = {part for part in alive if _same(student.get(part, ABSENT), mistaken.get(part, ABSENT))}
                if not alive:
                    break
            if alive and self._tells(alive):
                contradicted, claimed = self._deviations(explanation)
                found.append(Match(explanation, frozenset(alive), contradicted, claimed - alive - contradicted))
        found.sort(key=lambda match: match.rank)
        return [match for match in found if not self._ambiguous(match, found)]

    def _tells(self, parts: set[str]) -> bool:
        """Whether a match can hardly be chance: several numbers, or something that no right answer holds."""
        numbers = 0
        for student in self.students:
            for part in parts & set(student):
                array = as_array(student.get(part)) if student.get(part) is not None else None
                if array is None or not np.isfinite(array.astype(float)).all():
                    return True
                numbers += array.size
        return numbers > 1

    def _deviations(self, explanation: Explanation) -> tuple[frozenset[str], frozenset[str]]:
        """The outputs in which the student is right and the mistake is not, and all in which the mistake is not."""
        contradicted, claimed = set(), set()
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            mistaken = self.mistaken(explanation, comparison)
            for part in set(student) - {ARGUMENTS}:
                if part not in self.failing and not _same(student[part], mistaken.get(part, ABSENT)):
                    contradicted.add(part)
            if comparison.expected is not None:
                right = leaves(comparison.expected.value, self.names)
                claimed |= {part for part, value in right if not _same(value, mistaken.get(part, ABSENT))}
        return frozenset(contradicted), frozenset(claimed)

    @staticmethod
    def _ambiguous(match: Match, found: Sequence[Match]) -> bool:
        return any(
            other.explanation.id != match.explanation.id
            and other.explains == match.explains
            and other.rank == match.rank
            for other in found
        )

    def same_shapes(self) -> Explanation | None:
        """For outputs that are random, and so can't be equal: the only mistake with the student's shapes throughout."""
        shaped = [
            c for c in self.comparisons if c.expected is None and any(m.kind == "shape" for m in c.mismatches.values())
        ]
        if not shaped:
            return None
        found = []
        for explanation in self.answers.explanations(self.exercise):
            outcomes = [self.mistaken(explanation, comparison).get(WHOLE) for comparison in shaped]
            students = [self.parts(comparison, comparison.answer.outcome).get(WHOLE) for comparison in shaped]
            if all(_shapes(a) == _shapes(b) != () for a, b in zip(outcomes, students, strict=True)):
                found.append(explanation)
        return found[0] if len(found) == 1 else None

    def covering(self) -> Explanation | None:
        """Two mistakes at once: the one that explains most wrong answers, if many, or another explains the rest."""
        cover: dict[str, list[int]] = {}
        wrong = [n for n, comparison in enumerate(self.comparisons) if comparison.mismatches]
        by_id = {explanation.id: explanation for explanation in self.answers.explanations(self.exercise)}
        for identity, explanation in by_id.items():
            for n in wrong:
                comparison, student = self.comparisons[n], self.students[n]
                mistaken = self.mistaken(explanation, comparison)
                if all(_same(student.get(part, ABSENT), mistaken.get(part, ABSENT)) for part in comparison.mismatches):
                    cover.setdefault(identity, []).append(n)
        best = max((len(places) for places in cover.values()), default=0)
        leading = [identity for identity, places in cover.items() if len(places) == best]
        if best < 2 or len(leading) != 1:
            return None
        rest = {n for n in wrong if n not in cover[leading[0]] and not self._broken_off(n)}
        often = best >= 3 and best * 5 >= len(wrong) * 2
        by_another = any(rest <= set(places) for identity, places in cover.items() if identity != leading[0])
        return by_id[leading[0]] if not rest or often or by_another else None

    def composed(self) -> tuple[Explanation, Finding, str] | None:
        """Two mistakes at once, one upon the other: a general error made of what a mistake of the catalogue gives."""
        for part in sorted(self.failing - {ARGUMENTS}, key=self._order):
            found = []
            for explanation in self.answers.explanations(self.exercise):
                cases = self._cases(part, explanation)
                if sum(case.actual.size for case in cases) > 3:
                    finding = find(cases, ON_TOP)
                    if finding is not None:
                        found.append((explanation, finding, part))
            if len(found) == 1:
                return found[0]
        return None

    def _broken_off(self, n: int) -> bool:
        """Whether an answer is no number at all: an exception, NaN or infinity."""
        for part in self.comparisons[n].mismatches:
            value = self.students[n].get(part)
            array = as_array(value) if value is not None else None
            if array is None or not np.isfinite(array.astype(float)).all():
                return True
        return False

    def general(self) -> dict[str, Finding]:
        """General shapes of error, by the output that they fit on every input."""
        swapped = self._swapped()
        if swapped is not None:
            return dict.fromkeys(sorted(self.failing), swapped)
        found = {}
        for part in sorted(self.failing - {ARGUMENTS}, key=self._order):
            cases = self._cases(part)
            wrong = any(not same_part(case.actual, case.expected) for case in cases)
            finding = find(cases) if wrong else None
            if finding is not None:
                found[part] = finding
        return found

    def _order(self, part: str) -> int:
        return self.names.index(part) if part in self.names else -1

    def _cases(self, part: str, explanation: Explanation | None = None) -> list[Case]:
        """An output on all inputs beside the right one, or beside what a mistake gives; empty where one is no array."""
        cases = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is None:
                continue
            expected = dict(leaves(comparison.expected.value, self.names)).get(part)
            if explanation is not None:
                expected = as_array(self.mistaken(explanation, comparison).get(part))
            actual = student.get(part)
            array = as_array(actual) if actual is not None else None
            if expected is None or array is None:
                return []
            arguments = tuple(item for item in comparison.answer.args if isinstance(item, np.ndarray))
            cases.append(Case(array, np.asarray(expected), arguments, _batch_size(arguments)))
        return cases

    def _swapped(self) -> Finding | None:
        """Outputs that are right but stand in each other's places."""
        if len(self.failing) < 2 or WHOLE in self.failing:
            return None
        places = {}
        for part in sorted(self.failing, key=self._order):
            for other in self.failing - {part}:
                if all(_same(got, right) for got, right in self._crossed(part, other)):
                    places[part] = other
        if set(places) == self.failing == set(places.values()):
            order = ", ".join(name for name in self.names)
            return Finding(
                "general-swapped",
                f"and {places[min(places, key=self._order)]} have changed places. The order is {order}.",
            )
        return None

    def _crossed(self, part: str, other: str) -> list[tuple[Any, Any]]:
        pairs = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is not None:
                pairs.append((student.get(part), dict(leaves(comparison.expected.value, self.names))[other]))
        return pairs


def _batch_size(arguments: Sequence[Array]) -> int:
    """The number of examples in a call: the columns of its first matrix, else the length of its first vector."""
    for argument in arguments:
        if argument.ndim == 2:
            return int(argument.shape[1])
    return int(arguments[0].size) if arguments else 1


def _shapes(value: Any) -> tuple[tuple[int, ...], ...]:
    if not isinstance(value, tuple | list):
        return ()
    arrays = [as_array(item) for item in value]
    return tuple(array.shape for array in arrays if array is not None)


def _same(one: Any, other: Any) -> bool:
    """Whether two outputs, or two ways of failing, are the same."""
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.type_name == other.type_name and one.text == other.text
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and as_array(one) is None:
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, Absent) or isinstance(other, Absent) or one is None or other is None:
        return one is other
    return same_part(one, other)
