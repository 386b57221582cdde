"""Which mistake is it? The explanations of a failure, tried in order: the surest and the most telling first.

A mistake of the catalogue is named when it gives what the student's function gives on every input, and no other does.
Where the catalogue is silent, general shapes of error are tried, then a formula, a slip, what the function asks of its
helpers; and behind all of them stands the most telling difference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from autograder.course import Exercise
from autograder.diagnosis import beyond, general
from autograder.diagnosis.catalogue import Catalogue, Match
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.evidence import Evidence, same
from autograder.diagnosis.shapes import Finding
from autograder.judge.asking import Answers, Explanation
from autograder.judge.checking import CheckFailed, Comparison
from autograder.judge.compare import WHOLE
from autograder.student.outcome import Outcome, Returned

Ask = Callable[[Comparison], Outcome]
Listen = Callable[[Comparison], Finding | None]
STRICT = False  # whether an explanation that goes wrong itself is an error; for whoever works on them
# Findings that are surer than what explains an answer in part.
TELLING = frozenset({"general-call", "general-formula"})


def diagnose(
    exercise: Exercise,
    comparisons: Sequence[Comparison],
    failures: Sequence[CheckFailed],
    answers: Answers,
    ask_again: Ask | None = None,
    listen: Listen | None = None,
    reveal: bool = True,
) -> Diagnosis:
    """The best that can be said about an exercise that failed.

    `ask_again` puts a question to the student's function once more, `listen` hears what it asks of its helpers; without
    `reveal` no input is told.
    """
    search = Search(exercise, comparisons, failures, answers, ask_again, listen, reveal)
    for explain in search.in_order():
        try:
            known = explain()
        except Exception:
            if STRICT:
                raise
            continue  # the marks are known already, and another explanation will do
        if known is not None:
            return known
    return search.basis


class Search:
    """One failure, and the explanations that are tried; each gives None where it does not fit."""

    def __init__(
        self,
        exercise: Exercise,
        comparisons: Sequence[Comparison],
        failures: Sequence[CheckFailed],
        answers: Answers,
        ask_again: Ask | None,
        listen: Listen | None,
        reveal: bool,
    ) -> None:
        self.exercise = exercise
        self.ask_again = ask_again
        self.listen = listen
        self.reveal = reveal
        self.evidence = Evidence(exercise, comparisons, answers)
        self.catalogue = Catalogue(self.evidence)
        self.culprit = next((comparison for comparison in comparisons if comparison.mismatches), None)
        first = next((failure.mismatch for failure in failures if failure.mismatch is not None), None)
        seen = next((failure.seen for failure in failures if failure.seen), "")
        self.basis = Diagnosis(seen=seen, mismatch=first)
        by_id = {explanation.id: explanation for explanation in answers.explanations(exercise.name)}
        flagged = next((failure for failure in failures if failure.mistake in by_id), None)
        self.flagged = (
            Diagnosis(by_id[flagged.mistake], seen=flagged.seen, mismatch=flagged.mismatch) if flagged else None
        )

    def in_order(self) -> tuple[Callable[[], Diagnosis | None], ...]:
        """All explanations, as they are tried."""
        return (
            self.one_mistake,
            self.property_without_answers,
            self.mistake_of_shapes,
            self.general_shape,
            self.property_seen,
            self.beside_the_arguments,
            self.by_formula,
            self.mistake_in_all_that_fails,
            self.slip,
            self.vague_shape,
            self.mistake_in_part,
            self.mistake_that_covers,
            self.property,
            self.mistake_with_a_shape_on_top,
            self.mistake_in_one_output,
            self.misplaced,
            self.unsteady,
            self.changed_argument,
            self.call_of_a_helper,
            self.loose_relation,
            self.example,
            self.what_is_common,
        )

    # -- what is known for several of them

    @cached_property
    def matches(self) -> list[Match]:
        return self.catalogue.matches()

    @cached_property
    def found(self) -> dict[str, Finding]:
        return general.general(self.evidence)

    @cached_property
    def vague(self) -> bool:
        return all(finding.id in general.VAGUE for finding in self.found.values())

    @cached_property
    def composed(self) -> tuple[Explanation, Finding, str] | None:
        return self.catalogue.composed() if self.vague else None

    @cached_property
    def found_everywhere(self) -> bool:
        """Whether general shapes account for all that is wrong."""
        return bool(self.found) and set(self.found) == self.evidence.failing and self.composed is None

    @cached_property
    def given_back(self) -> bool:
        """Whether an argument came back as it was: that says more than how its numbers relate to the right ones."""
        return any(finding.id == "general-argument-returned" for finding in self.found.values())

    @cached_property
    def nothing_known(self) -> bool:
        return not (self.found or self.matches or self.composed)

    @cached_property
    def single(self) -> bool:
        """Whether one output, and the only one, is wrong beside the right one."""
        return bool(self.evidence.compared) and self.evidence.failing == {WHOLE}

    @cached_property
    def heard(self) -> Diagnosis | None:
        """What its calls of other functions betray, where it came back from a call on which it went wrong."""
        if self.listen is None or self.culprit is None or self.culprit.answer.function != self.exercise.name:
            return None
        kinds = {mismatch.kind for mismatch in self.culprit.mismatches.values()}
        if not kinds <= {"value", "property", "shape", "not-finite", "outcome"}:
            return None
        finding = self.listen(self.culprit)
        if finding is None or (finding.id == "general-results" and "shape" in kinds):
            return None  # what has another shape is told so
        if "outcome" in kinds and finding.id != "general-call":
            return None  # Python's own error says more than what did not come because of it
        return replace(self.basis, finding=finding, part=self.exercise.name)

    @property
    def heard_clearly(self) -> Diagnosis | None:
        """What its calls betray, where that is sure; a changed argument is the root of what it then passes on."""
        if self.evidence.modified() is not None or self.heard is None:
            return None
        return self.heard if self.heard.mistake in TELLING else None

    def _explained(self, match: Match) -> Diagnosis:
        also = self.evidence.in_order(self.evidence.failing - match.explains)
        besides = match.besides if also else None
        known = replace(self.basis, explanation=match.explanation, alternative=match.alternative, seen="")
        if WHOLE in self.evidence.failing and besides is None:
            also = ()  # a call stopped, or gave something else altogether: no output came that could be wrong too
        return replace(known, also=also, besides=besides)

    def _in_general(self) -> Diagnosis:
        part = next(iter(self.found))
        alike = tuple(o for o in self.found if self.found[o].says == self.found[part].says and o != part)
        also = self.evidence.in_order(set(self.found) - {part, *alike})
        return replace(self.basis, finding=self.found[part], part=part, also=also, alike=alike)

    # -- the explanations, in order

    def one_mistake(self) -> Diagnosis | None:
        """A mistake of the catalogue gives all that the student's function gives."""
        if self.matches and self.matches[0].explains == self.evidence.failing and not self.matches[0].contradicts:
            return self._explained(self.matches[0])
        return None

    def property_without_answers(self) -> Diagnosis | None:
        """A check knows the mistake, and there is no right answer to compare with."""
        return self.flagged if not self.evidence.compared else None

    def mistake_of_shapes(self) -> Diagnosis | None:
        """A mistake gives the same shapes, where nothing else can be compared."""
        explanation = self.catalogue.same_shapes()
        return replace(self.basis, explanation=explanation) if explanation is not None else None

    def general_shape(self) -> Diagnosis | None:
        """General shapes of error, in all outputs that are wrong."""
        return self._in_general() if self.found_everywhere and not self.vague else None

    def property_seen(self) -> Diagnosis | None:
        """Seen by a check in what came back, and in words that a formula has not."""
        mismatch = self.flagged.mismatch if self.flagged is not None else None
        return self.flagged if mismatch is not None and mismatch.kind == "property" else None

    def beside_the_arguments(self) -> Diagnosis | None:
        """An argument as a factor or a term too many."""
        if not (self.nothing_known and self.single):
            return None
        beside = beyond.beside(self.evidence, self.basis)
        return replace(beside, seen="") if beside.finding is not None else None

    def by_formula(self) -> Diagnosis | None:
        """The formula behind the numbers, and the one that is due."""
        return beyond.by_formula(self.evidence, self.basis) if not self.given_back else None

    def mistake_in_all_that_fails(self) -> Diagnosis | None:
        """A mistake that was made in all outputs that are wrong, and not in the others."""
        in_part = self.catalogue.in_part() if self.nothing_known else None
        if in_part is None or set(in_part[1]) != self.evidence.failing:
            return None
        return replace(self.basis, explanation=in_part[0], part=" and ".join(in_part[1]), seen="")

    def slip(self) -> Diagnosis | None:
        """The right function with one slip in it."""
        finding = beyond.slip(self.evidence) if not self.given_back else None
        if finding is None:
            return None
        where = beyond.beside(self.evidence, self.basis).where if self.single else ""
        return replace(self.basis, finding=finding, part=self.exercise.name, seen="", where=where)

    def vague_shape(self) -> Diagnosis | None:
        """General shapes that say little, where its calls say no more."""
        return (self.heard_clearly or self._in_general()) if self.found_everywhere else None

    def mistake_in_part(self) -> Diagnosis | None:
        """A mistake that explains some of what is wrong."""
        return self._explained(self.matches[0]) if self.matches else None

    def mistake_that_covers(self) -> Diagnosis | None:
        """A mistake that is wrong wherever the student's function is, though not always in the same way."""
        explanation = self.catalogue.covering()
        if explanation is None:
            return None
        return self.heard_clearly or replace(self.basis, explanation=explanation)

    def property(self) -> Diagnosis | None:
        """A check knows the mistake; but altered arguments that explain every output are surer."""
        if self.flagged is None:
            return None
        altered = beyond.altered(self.evidence) if self.evidence.compared else {}
        if not altered or set(altered) < self.evidence.failing - {WHOLE}:
            return self.flagged
        part = next(iter(altered))
        return replace(self.basis, finding=altered[part], part=part, alike=tuple(altered)[1:], seen="")

    def mistake_with_a_shape_on_top(self) -> Diagnosis | None:
        """A mistake of the catalogue, and a general shape besides."""
        if self.composed is None:
            return None
        explanation, on_top, part = self.composed
        also = self.evidence.in_order(self.evidence.failing - {part})
        return replace(self.basis, explanation=explanation, finding=on_top, part=part, also=also)

    def mistake_in_one_output(self) -> Diagnosis | None:
        """A mistake that was made in some of the outputs that are wrong."""
        in_part = self.catalogue.in_part() if not self.found else None
        if in_part is None:
            return None
        explanation, parts = in_part
        also = self.evidence.in_order(self.evidence.failing - set(parts))
        return replace(self.basis, explanation=explanation, part=" and ".join(parts), also=also, seen="")

    def misplaced(self) -> Diagnosis | None:
        """Outputs that stand in each other's places."""
        misplaced = general.misplaced(self.evidence) if not self.found else None
        if misplaced is None:
            return None
        names, finding = misplaced
        return replace(self.basis, finding=finding, part=", ".join(names))

    def unsteady(self) -> Diagnosis | None:
        """Another answer to the same question."""
        asked = [comparison for comparison in (self.culprit, self.evidence.first_asked) if comparison is not None]
        if self.ask_again is None or not any(_unsteady(comparison, self.ask_again) for comparison in asked):
            return None
        steady = Finding(
            "general-unsteady",
            "differs from call to call for the same arguments: it depends on something random, on what an earlier call "
            "left behind (a global variable, a list as default argument), or on memory that nothing was written to "
            "(`np.empty` fills nothing in; `np.zeros` does).",
        )
        return replace(self.basis, finding=steady)

    def changed_argument(self) -> Diagnosis | None:
        """An argument that the call changed."""
        modified = self.evidence.modified() if not self.found else None
        return replace(self.basis, mismatch=modified) if modified is not None else None

    def call_of_a_helper(self) -> Diagnosis | None:
        """The first call of a helper that is another than it should be."""
        return self.heard_clearly or (self.heard if not self.found else None)

    def loose_relation(self) -> Diagnosis | None:
        """General shapes in some outputs, or how they relate to the right ones and to the arguments."""
        related = self.found or beyond.altered(self.evidence) or beyond.related(self.evidence)
        if not related:
            return None
        part = next(iter(related))
        also = self.evidence.in_order(self.evidence.failing - {part})
        return replace(self.basis, finding=related[part], part=part, also=also)

    def example(self) -> Diagnosis | None:
        """On which inputs a function of single numbers is wrong."""
        example = beyond.example(self.evidence, self.reveal)
        return replace(self.basis, finding=example) if example is not None else None

    def what_is_common(self) -> Diagnosis:
        """The first difference, with what all wrong answers have in common and which outputs are right."""
        return replace(beyond.beside(self.evidence, self.basis), right=self.evidence.in_order(self.evidence.right()))


def _unsteady(comparison: Comparison, ask_again: Ask) -> bool:
    again = ask_again(comparison)
    before = comparison.answer.outcome
    if not isinstance(again, Returned) or not isinstance(before, Returned):
        return False
    return not same(before.value, again.value)
