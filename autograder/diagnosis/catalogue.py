"""The catalogue's mistakes held against the evidence: which of them gives what the student's function gives?

One mistake may explain all outputs that are wrong, or some of them, or the answers to some inputs, or what lies beneath
a general shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np

from autograder.diagnosis.evidence import ABSENT, Evidence, Parts, same
from autograder.diagnosis.general import VAGUE
from autograder.diagnosis.shapes import ON_TOP, Finding, find
from autograder.judge.asking import Explanation
from autograder.judge.checking import Comparison
from autograder.judge.compare import ARGUMENTS, WHOLE, as_array, leaves, same_part
from autograder.student.outcome import Outcome


@dataclass(frozen=True)
class Match:
    """A mistake that gives the student's answers in some outputs, and where it would give others."""

    explanation: Explanation
    explains: frozenset[str]
    contradicts: frozenset[str]
    overclaims: frozenset[str]
    besides: Explanation | None = None
    alternative: Explanation | None = None


class Catalogue:
    """The mistakes that are known of an exercise, beside its wrong answers; what each gives is asked for once."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.explanations = evidence.answers.explanations(evidence.exercise)
        self._mistaken: dict[tuple[str, str], Outcome | None] = {}

    def mistaken(self, explanation: Explanation, comparison: Comparison) -> Parts:
        """What a mistake gives on the input of a comparison, opened in the same way."""
        answer = comparison.answer
        key = (explanation.id, answer.key)
        if key not in self._mistaken:
            self._mistaken[key] = self.evidence.answers.mistaken(
                explanation.id, answer.key, answer.function, answer.args, answer.kwargs
            )
        outcome = self._mistaken[key]
        return {} if outcome is None else self.evidence.parts(comparison, outcome)

    def _agreeing(self, explanation: Explanation, parts: frozenset[str]) -> set[str]:
        """Those of these outputs in which a mistake gives what the student's function gives, on every input."""
        alive = set(parts)
        for comparison, student in zip(self.evidence.comparisons, self.evidence.students, strict=True):
            mistaken = self.mistaken(explanation, comparison)
            alive = {part for part in alive if same(student.get(part, ABSENT), mistaken.get(part, ABSENT))}
            if not alive:
                break
        return alive

    def matches(self) -> list[Match]:
        """The mistakes that explain some output on every input, best first.

        Of two that explain it equally well each is the other's alternative; of more than two none is named.
        """
        found = []
        for explanation in self.explanations:
            alive = self._agreeing(explanation, self.evidence.failing)
            if alive and self.evidence.tells(alive):
                contradicted, claimed = self._deviations(explanation)
                if contradicted - self.evidence.lists:
                    continue  # the student has right what this mistake gets wrong
                overclaims = claimed - alive - contradicted
                order = self.evidence.order
                if self.evidence.chained and min(map(order, alive)) > min(map(order, overclaims), default=99):
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
        covered = any(self.evidence.failing - match.explains <= other.explains for other in found)
        overclaims = len(match.overclaims) if covered or self.evidence.chained else -len(match.overclaims)
        return -len(match.explains), len(match.contradicts), overclaims

    def in_part(self) -> tuple[Explanation, tuple[str, ...]] | None:
        """A mistake that was made for some outputs and not for the others, and these outputs; the least of its kind."""
        if self.evidence.chained:
            return None
        found = []
        for explanation in self.explanations:
            alive = self._agreeing(explanation, self.evidence.failing - {WHOLE, ARGUMENTS})
            if alive and self.evidence.tells(alive):
                contradicted, _ = self._deviations(explanation)
                found.append((len(alive), -len(contradicted), explanation, self.evidence.in_order(alive)))
        if not found:
            return None
        *_, explanation, parts = max(found, key=lambda entry: entry[:2])
        return explanation, parts

    def _for_the_rest(self, match: Match, found: Sequence[Match]) -> Explanation | None:
        """The one mistake that explains all outputs that a match leaves over, if there is exactly one."""
        rest = self.evidence.failing - match.explains
        able = [other for other in found if rest and rest <= other.explains]
        least = min((len(other.overclaims) for other in able), default=0)
        best = [other.explanation for other in able if len(other.overclaims) == least]
        return best[0] if len(best) == 1 else None

    def _deviations(self, explanation: Explanation) -> tuple[frozenset[str], frozenset[str]]:
        """The outputs in which the student is right and the mistake is not, and all in which the mistake is not."""
        contradicted, claimed = set(), set()
        for comparison, student in zip(self.evidence.comparisons, self.evidence.students, strict=True):
            mistaken = self.mistaken(explanation, comparison)
            for part in set(student) - {ARGUMENTS}:
                if part not in self.evidence.failing and not same(student[part], mistaken.get(part, ABSENT)):
                    contradicted.add(part)
            if comparison.expected is not None:
                right = leaves(comparison.expected.value, self.evidence.names)
                claimed |= {part for part, value in right if not same(value, mistaken.get(part, ABSENT))}
        return frozenset(contradicted), frozenset(claimed)

    def same_shapes(self) -> Explanation | None:
        """For outputs that are random, and so can't be equal: the only mistake with the student's shapes throughout."""
        shaped = [
            c
            for c in self.evidence.comparisons
            if c.expected is None and any(m.kind == "shape" for m in c.mismatches.values())
        ]
        if not shaped:
            return None
        found = []
        for explanation in self.explanations:
            outcomes = [self.mistaken(explanation, comparison).get(WHOLE) for comparison in shaped]
            students = [self.evidence.parts(comparison, comparison.answer.outcome).get(WHOLE) for comparison in shaped]
            if all(_shapes(a) == _shapes(b) != () for a, b in zip(outcomes, students, strict=True)):
                found.append(explanation)
        return found[0] if len(found) == 1 else None

    def covering(self) -> Explanation | None:
        """Two mistakes at once: the one that explains most wrong answers, if many, or another explains the rest."""
        cover: dict[str, list[int]] = {}
        wrong = [n for n, comparison in enumerate(self.evidence.comparisons) if comparison.mismatches]
        by_id = {explanation.id: explanation for explanation in self.explanations}
        for identity, explanation in by_id.items():
            for n in wrong:
                comparison, student = self.evidence.comparisons[n], self.evidence.students[n]
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
            for comparison, student in zip(self.evidence.comparisons, self.evidence.students, strict=True)
            if not comparison.mismatches and comparison.expected is not None
        )

    def composed(self) -> tuple[Explanation, Finding, str] | None:
        """Two mistakes at once, one upon the other: a general error made of what a mistake of the catalogue gives."""
        for part in sorted(self.evidence.failing - {ARGUMENTS}, key=self.evidence.order):
            found = []
            for explanation in self.explanations:
                cases = self.evidence.cases(part, partial(self.mistaken, explanation))
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
        for part in self.evidence.comparisons[n].mismatches:
            value = self.evidence.students[n].get(part)
            array = as_array(value) if value is not None else None
            if array is None or not np.isfinite(array.astype(float)).all():
                return True
        return False


def _shapes(value: Any) -> tuple[tuple[int, ...], ...]:
    if not isinstance(value, tuple | list):
        return ()
    arrays = [as_array(item) for item in value]
    return tuple(array.shape for array in arrays if array is not None)
