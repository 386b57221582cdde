"""A function's wrong answers as evidence: what the catalogue's mistakes, general shapes and slips give beside them.

All answers of an exercise count together, and each output by itself. Each method looks for one kind of explanation;
diagnose.py decides which of them is believed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import numpy as np

from autograder.course import Exercise
from autograder.diagnosis.alterations import Alter, alterations
from autograder.diagnosis.arguments import arrays_in, find_argument, named
from autograder.diagnosis.common import groups, in_common
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.examples import Trial, where_wrong
from autograder.diagnosis.formulas import Sample, formula
from autograder.diagnosis.relations import RELATIONS
from autograder.diagnosis.shapes import ON_TOP, Case, Finding, find
from autograder.diagnosis.slips import Slip
from autograder.judge.asking import Answers, Explanation
from autograder.judge.checking import Comparison
from autograder.judge.compare import ARGUMENTS, WHOLE, Array, Mismatch, as_array, leaves, same_part, split
from autograder.student.kernel import call_here
from autograder.student.outcome import Outcome, Raised, Returned

Parts = dict[str, Any]


class Absent:
    """In the place of an output that an answer does not have; None would be an answer."""


ABSENT = Absent()


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


@dataclass(frozen=True)
class Match:
    """A mistake that gives the student's answers in some outputs, and where it would give others."""

    explanation: Explanation
    explains: frozenset[str]
    contradicts: frozenset[str]
    overclaims: frozenset[str]
    besides: Explanation | None = None
    alternative: Explanation | None = None


class Evidence:
    """The answers of one exercise, opened into outputs, with the outputs that failed."""

    def __init__(self, exercise: Exercise, comparisons: Sequence[Comparison], answers: Answers) -> None:
        self.exercise = exercise.name
        self.names = exercise.returns
        self.chained = exercise.chained
        self.answers = answers
        mine = [comparison for comparison in comparisons if comparison.answer.function == self.exercise]
        if any(comparison.expected is not None and comparison.mismatches for comparison in mine):
            # What is plainly wrong says more than a property that fails in its wake.
            mine = [comparison for comparison in mine if comparison.expected is not None]
        # Asked before anything that a call left behind could be in the way; only where an answer does not hang on luck.
        self.first_asked = next((comparison for comparison in mine if comparison.expected is not None), None)
        self.comparisons = sorted(mine, key=lambda comparison: not comparison.mismatches)
        self.compared = any(comparison.expected is not None and comparison.mismatches for comparison in mine)
        self.failing = frozenset(part for comparison in mine for part in comparison.mismatches)
        self.students = [self.parts(comparison, comparison.answer.outcome) for comparison in self.comparisons]
        rights = [comparison.expected.value for comparison in mine if comparison.expected is not None]
        self.lists = frozenset(
            name for right in rights for name, leaf in leaves(right, self.names) if isinstance(leaf, list)
        )
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
        """The mistakes that explain some output on every input, best first.

        Of two that explain it equally well each is the other's alternative; of more than two none is named.
        """
        found = []
        for explanation in self.answers.explanations(self.exercise):
            alive = set(self.failing)
            for comparison, student in zip(self.comparisons, self.students, strict=True):
                mistaken = self.mistaken(explanation, comparison)
                alive = {part for part in alive if same(student.get(part, ABSENT), mistaken.get(part, ABSENT))}
                if not alive:
                    break
            if alive and self._tells(alive):
                contradicted, claimed = self._deviations(explanation)
                if contradicted - self.lists:
                    continue  # the student has right what this mistake gets wrong
                overclaims = claimed - alive - contradicted
                if self.chained and min(map(self._order, alive)) > min(map(self._order, overclaims), default=99):
                    continue  # it goes wrong before the student does, so what follows agrees by chance
                found.append(Match(explanation, frozenset(alive), contradicted, overclaims))
        ranked = sorted(found, key=lambda match: self._rank(match, found))
        groups = [list(group) for _, group in groupby(ranked, lambda m: (self._rank(m, found), m.explains))]
        settled: list[Match] = []
        open_questions: list[Match] = []
        for first, *others in groups:
            if any(first.explains <= match.explains for match in open_questions):
                continue
            if len(others) > 1:
                open_questions.append(first)
            elif others:
                settled.append(replace(first, alternative=others[0].explanation))
            else:
                settled.append(replace(first, besides=self._for_the_rest(first, found)))
        return settled

    def _rank(self, match: Match, found: Sequence[Match]) -> tuple[int, int, int]:
        """Small is good: much explained, nothing contradicted.

        Where two mistakes share the wrong outputs between them, the one that claims nothing of the other's is right.
        Where nothing explains the rest, two mistakes act on it at once, and the one that reaches there is likelier.
        """
        covered = any(self.failing - match.explains <= other.explains for other in found)
        overclaims = len(match.overclaims) if covered or self.chained else -len(match.overclaims)
        return -len(match.explains), len(match.contradicts), overclaims

    def in_part(self) -> tuple[Explanation, tuple[str, ...]] | None:
        """A mistake that was made for some outputs and not for the others, and these outputs; the least of its kind."""
        if self.chained:
            return None
        found = []
        for explanation in self.answers.explanations(self.exercise):
            alive = set(self.failing - {WHOLE, ARGUMENTS})
            for comparison, student in zip(self.comparisons, self.students, strict=True):
                mistaken = self.mistaken(explanation, comparison)
                alive = {part for part in alive if same(student.get(part, ABSENT), mistaken.get(part, ABSENT))}
                if not alive:
                    break
            if alive and self._tells(alive):
                contradicted, _ = self._deviations(explanation)
                found.append((len(alive), -len(contradicted), explanation, self.in_order(alive)))
        if not found:
            return None
        *_, explanation, parts = max(found, key=lambda entry: entry[:2])
        return explanation, parts

    def _for_the_rest(self, match: Match, found: Sequence[Match]) -> Explanation | None:
        """The one mistake that explains all outputs that a match leaves over, if there is exactly one."""
        rest = self.failing - match.explains
        able = [other for other in found if rest and rest <= other.explains]
        least = min((len(other.overclaims) for other in able), default=0)
        best = [other.explanation for other in able if len(other.overclaims) == least]
        return best[0] if len(best) == 1 else None

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
                if part not in self.failing and not same(student[part], mistaken.get(part, ABSENT)):
                    contradicted.add(part)
            if comparison.expected is not None:
                right = leaves(comparison.expected.value, self.names)
                claimed |= {part for part, value in right if not same(value, mistaken.get(part, ABSENT))}
        return frozenset(contradicted), frozenset(claimed)

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
                if all(same(student.get(part, ABSENT), mistaken.get(part, ABSENT)) for part in comparison.mismatches):
                    cover.setdefault(identity, []).append(n)
            if identity in cover and self._wrong_where_right(explanation):
                del cover[identity]  # single numbers and answers of yes or no agree by chance
        best = max((len(places) for places in cover.values()), default=0)
        leading = [identity for identity, places in cover.items() if len(places) == best]
        if best < 2 or len(leading) != 1:
            return None
        rest = {n for n in wrong if n not in cover[leading[0]] and not self._broken_off(n)}
        often = best >= 3 and best * 5 >= len(wrong) * 2
        by_another = any(rest <= set(places) for identity, places in cover.items() if identity != leading[0])
        return by_id[leading[0]] if not rest or often or by_another else None

    def _wrong_where_right(self, explanation: Explanation) -> bool:
        """Whether a mistake goes wrong on an input on which the student does not."""
        return any(
            not same(student, self.mistaken(explanation, comparison))
            for comparison, student in zip(self.comparisons, self.students, strict=True)
            if not comparison.mismatches and comparison.expected is not None
        )

    def composed(self) -> tuple[Explanation, Finding, str] | None:
        """Two mistakes at once, one upon the other: a general error made of what a mistake of the catalogue gives."""
        for part in sorted(self.failing - {ARGUMENTS}, key=self._order):
            found = []
            for explanation in self.answers.explanations(self.exercise):
                cases = self._cases(part, explanation)
                something = any(not same_part(case.actual, case.expected) for case in cases)
                if something and sum(case.actual.size for case in cases) > 3:
                    finding = find(cases, ON_TOP)
                    if finding is not None:
                        found.append((explanation, finding, part))
            clear = [entry for entry in found if entry[1].id not in VAGUE] or found
            if len(clear) == 1:
                return clear[0]
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
            return dict.fromkeys(sorted(self.failing, key=self._order), swapped)
        whole = self._for_class_only() or self._too_much()
        if whole is not None:
            return {WHOLE: whole}
        found = {}
        for part in sorted(self.failing - {ARGUMENTS}, key=self._order):
            cases = self._cases(part)
            wrong = any(not same_part(case.actual, case.expected) for case in cases)
            finding = (find(cases) or self._copied(part)) if wrong else None
            if finding is not None:
                found[part] = finding
        return found

    def _for_class_only(self) -> Finding | None:
        """Right for the 784 pixels of class, and an exception for all other sizes."""
        inside: list[tuple[Comparison, Parts]] = []
        outside: list[tuple[Comparison, Parts]] = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is None:
                return None
            right = [value for _, value in leaves(comparison.expected.value, self.names) if not isinstance(value, list)]
            shapes = [np.shape(value) for value in (*right, *_arrays(comparison.answer.args))]
            (inside if any(784 in shape for shape in shapes) else outside).append((comparison, student))
        raised = all(isinstance(student.get(WHOLE), Raised) for _, student in outside)
        if inside and len(outside) > 1 and raised and not any(comparison.mismatches for comparison, _ in inside):
            says = "is right for 784 pixels, the size used in class, and stops with an exception for any other. Take "
            return Finding("general-class-sizes", says + "sizes from the arguments.")
        return None

    def _too_much(self) -> Finding | None:
        """Several things where one is due, and one of them is right."""
        places = set(range(9))
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is None or isinstance(comparison.expected.value, tuple | list):
                return None
            value, right = student.get(WHOLE), comparison.expected.value
            if not isinstance(value, tuple | list):
                return None
            places &= {at for at, item in enumerate(value) if same(item, right)}
        if not places or not self.comparisons:
            return None
        nth = ("first", "second", "third")[min(places)] if min(places) < 3 else "last"
        says = f"is several things together, of which the {nth} is right. Return that one alone."
        return Finding("general-too-much", says)

    def slip(self) -> Finding | None:
        """A slip in the right function with which it gives what the student's does, on every input."""
        calls = [(c, student) for c, student in zip(self.comparisons, self.students, strict=True) if c.expected]
        if not any(set(c.mismatches) - {ARGUMENTS} and _has_decimals(c) for c, _ in calls):
            return None  # whole numbers agree by chance
        best: Slip | None = None
        for slip in self.answers.slips(self.exercise):
            if best is not None and slip.clear == 0:
                break  # what follows are slips in what other functions do
            if (best is None or slip.clear > best.clear) and all(self._slipped_like(slip, *call) for call in calls):
                best = slip
        if best is None:
            return None
        says = f"gives what the right function would give {best.words}. Look for that in yours."
        return Finding("general-slip", says)

    def _slipped_like(self, slip: Slip, comparison: Comparison, student: Parts) -> bool:
        answer = comparison.answer
        made = self.parts(comparison, call_here(slip.function, answer.args, answer.kwargs))
        parts = (set(student) | set(made)) - {ARGUMENTS}
        return all(same(student.get(part, ABSENT), made.get(part, ABSENT)) for part in parts)

    def modified(self) -> Mismatch | None:
        """An argument that was changed, which may well be the root of all that follows."""
        return next((c.modified for c in self.comparisons if c.modified is not None), None)

    def altered(self) -> dict[str, Finding]:
        """Outputs that are what they should be for other arguments, where the right function can be asked."""
        compared = [
            (comparison, student)
            for comparison, student in zip(self.comparisons, self.students, strict=True)
            if comparison.expected is not None
        ]
        if not self.answers.live or not compared or ARGUMENTS in self.failing or not self._tells(set(self.failing)):
            return {}
        best: dict[str, Finding] = {}
        for words, alter in alterations(tuple(self.answers.parameters(self.exercise)), compared[0][0].answer.args):
            alive = {part for part in self.failing if any(part in comparison.mismatches for comparison, _ in compared)}
            for comparison, student in compared:
                parts = self._asked_otherwise(comparison, alter)
                there = {part for part in alive if part in student}
                alive -= {part for part in there if not same(student[part], parts.get(part, ABSENT))}
                if not alive:
                    break
            if len(alive) > len(best):
                finding = Finding("general-argument-altered", f"is what it should be {words}. That is not asked for.")
                best = {part: finding for part in sorted(alive, key=self._order)}
        return best

    def _asked_otherwise(self, comparison: Comparison, alter: Alter) -> Parts:
        """What the right function gives on altered arguments; nothing where it gives nothing."""
        answer = comparison.answer
        args = alter(list(answer.args))
        if args is None:
            return {}
        outcome = self.answers.altered(answer.function, args, answer.kwargs)
        return self.parts(comparison, outcome) if isinstance(outcome, Returned) else {}

    def related(self) -> dict[str, Finding]:
        """How the first wrong output that can be told relates to the right one and to the arguments."""
        for part in sorted(self.failing - {ARGUMENTS}, key=self._order):
            cases = self._cases(part)
            wrong = any(not same_part(case.actual, case.expected) for case in cases)
            finding = (find_argument(cases) or find(cases, RELATIONS)) if wrong else None
            if finding is not None:
                return {part: finding}
        return {}

    def beside(self, basis: Diagnosis) -> Diagnosis:
        """What the answers betray beside what the calls were given, and what the wrong ones have in common."""
        calls = []
        for comparison in self.comparisons:
            given = self._given(comparison)
            m = _batch_size([value for value in given.values() if isinstance(value, np.ndarray)])
            calls.append((given, m, not comparison.mismatches))
        for part in sorted(self.failing - {ARGUMENTS}, key=self._order):
            also = self.in_order(self.failing - {part})
            cases = self._cases(part)
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

    def _given(self, comparison: Comparison) -> dict[str, Any]:
        return named(tuple(self.answers.parameters(self.exercise)), comparison.answer.args, comparison.answer.kwargs)

    def _copied(self, part: str) -> Finding | None:
        """An output that is the same as another one is or should be."""
        for other in self.names:
            if other != part and all(same(got, right) for got, right in self._crossed(part, other)):
                return Finding("general-copied", f"is the same as {other}.")
        return None

    def misplaced(self) -> tuple[tuple[str, ...], Finding] | None:
        """Outputs whose shapes say that they stand in another order, and their names in the right one."""
        orders = set()
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            right = dict(leaves(comparison.expected.value, self.names)) if comparison.expected is not None else {}
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

    def right(self) -> set[str]:
        """The outputs that are right in every answer."""
        known = [set(student) for student in self.students]
        return set.intersection(*known) - self.failing - self.lists if known else set()

    def in_order(self, parts: Collection[str]) -> tuple[str, ...]:
        """Outputs that have a name, in the order in which they are returned."""
        return tuple(sorted(set(parts) - {WHOLE, ARGUMENTS}, key=self._order))

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
            if expected is None and explanation is None:
                continue  # an output that not every answer has
            actual = student.get(part)
            array = as_array(actual) if actual is not None else None
            if expected is None or array is None:
                return []
            given = comparison.answer.args
            m = _batch_size([item for item in given if isinstance(item, np.ndarray)])
            by_name = arrays_in(self._given(comparison))
            cases.append(Case(array, np.asarray(expected), tuple(_arrays(given)), m, by_name))
        return cases

    def by_formula(self, basis: Diagnosis) -> Diagnosis | None:
        """The formulas by which outputs were computed and should have been, where both can be found and differ."""
        wrong = []
        for part in self.in_order(self.failing):
            is_, due = formula(self._samples(part, False)), formula(self._samples(part, True))
            if is_ and due and is_ != due:
                wrong.append((part, is_, due))
        if not wrong:
            return None
        (part, is_, due), *others = wrong
        says = f"is {is_}, where {due} is due."
        says += "".join(f" And {other} is {is_too}, where {due_too} is due." for other, is_too, due_too in others)
        also = self.in_order(self.failing - {part, *(other for other, *_ in others)})
        also = tuple(other for other in also if other != self.names[0])  # which is made of the others
        return replace(basis, finding=Finding("general-formula", says), part=part, also=also)

    def example(self, reveal: bool) -> Finding | None:
        """On which single numbers a function of them is wrong, and one example."""
        names = tuple(self.answers.parameters(self.exercise))
        kinds = {mismatch.kind for comparison in self.comparisons for mismatch in comparison.mismatches.values()}
        if kinds != {"value"}:
            return None  # what is missing, or of another kind, is told so
        trials = []
        for comparison in self.comparisons:
            outcome, expected = comparison.answer.outcome, comparison.expected
            if expected is None:
                continue
            given = dict(zip(names, comparison.answer.args, strict=False))
            lists = {name: value for name, value in given.items() if isinstance(value, list)}
            numbers = {name: float(value) for name, value in given.items() if isinstance(value, int | float)}
            numbers |= {f"len({name})": float(len(value)) for name, value in lists.items()}
            if len(numbers) < len(given) or not isinstance(outcome, Returned):
                return None
            call = f"{self.exercise}({', '.join(map(_short, given.values()))})"
            wrong = bool(comparison.mismatches)
            trials.append(Trial(numbers, call, _short(outcome.value), _short(expected.value), wrong))
        return where_wrong(trials, reveal)

    def _samples(self, part: str, right: bool) -> list[Sample]:
        """An output on all inputs, the student's or the right one, with what it may be made of."""
        parameters = self.answers.parameters(self.exercise)
        samples = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is None:
                continue
            outputs = dict(leaves(comparison.expected.value, self.names)) if right else student
            arrays = {name: as_array(value) for name, value in outputs.items() if not isinstance(value, Outcome)}
            output = arrays.pop(part, None)
            if output is None or output.ndim == 0:
                return []
            given = {**parameters, **dict(zip(parameters, comparison.answer.args, strict=False))}
            known = {name: as_array(value) for name, value in given.items() if value is not None}
            known |= {f"new {name}": array for name, array in arrays.items() if name != self.names[0]}
            known = {part: known.get(part), **known}
            same = {name: a.astype(float) for name, a in known.items() if a is not None and a.shape == output.shape}
            settings = {name: float(a) for name, a in known.items() if a is not None and a.ndim == 0}
            samples.append(Sample(output.astype(float), same, settings))
        return samples

    def _swapped(self) -> Finding | None:
        """Outputs that are right but stand in each other's places."""
        if len(self.failing) < 2 or WHOLE in self.failing:
            return None
        places = {}
        for part in sorted(self.failing, key=self._order):
            for other in self.failing - {part}:
                if all(same(got, right) for got, right in self._crossed(part, other)):
                    places[part] = other
        if set(places) == self.failing == set(places.values()):
            order = ", ".join(name for name in self.names)
            first = min(places, key=self._order)
            if places[places[first]] == first:
                return Finding("general-swapped", f"and {places[first]} have changed places. The order is {order}.")
            return Finding("general-order", f"does not stand in its place. The order is {order}.")
        return None

    def _crossed(self, part: str, other: str) -> list[tuple[Any, Any]]:
        pairs = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is not None:
                right = dict(leaves(comparison.expected.value, self.names))
                pairs.append((student.get(part, ABSENT), right.get(other, ABSENT)))
        return pairs


def _short(value: Any) -> str:
    """A number, or a list or tuple of them, as one would write it."""
    if isinstance(value, list | tuple):
        return ("[{}]" if isinstance(value, list) else "{}").format(", ".join(map(_short, value)))
    array = as_array(value)
    if array is None or array.dtype == bool:
        return str(value)
    return f"{float(array):.4g}" if array.ndim == 0 else str(array)


def _arrays(values: Sequence[Any]) -> Iterator[Array]:
    """The arrays among arguments, those within a tuple of them included."""
    for value in values:
        if isinstance(value, np.ndarray):
            yield value
        elif isinstance(value, tuple):
            yield from _arrays(value)


def _batch_size(arguments: Sequence[Array]) -> int:
    """The number of examples in a call, the last axis of its first matrix or pictures, else of its first vector."""
    for argument in arguments:
        if argument.ndim in (2, 4):
            return int(argument.shape[-1])
    return int(arguments[0].size) if arguments else 1


def _has_decimals(comparison: Comparison) -> bool:
    """Whether the right answer is no mere list of whole numbers, or of yes and no."""
    right = leaves(comparison.expected.value, ()) if comparison.expected is not None else []
    return any(np.asarray(leaf).dtype.kind == "f" for _, leaf in right if not isinstance(leaf, list))


def _shapes(value: Any) -> tuple[tuple[int, ...], ...]:
    if not isinstance(value, tuple | list):
        return ()
    arrays = [as_array(item) for item in value]
    return tuple(array.shape for array in arrays if array is not None)


def same(one: Any, other: Any) -> bool:
    """Whether two outputs, or two ways of failing, are the same."""
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.type_name == other.type_name and one.text == other.text
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and as_array(one) is None:
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, Absent) or isinstance(other, Absent) or one is None or other is None:
        return one is other
    return same_part(one, other)
