"""Answers computed from the solution file and the catalogue of mistakes: for any seed, where the sources are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder import mistakes, reference
from autograder.judge.answers import Explanation
from autograder.student.kernel import call_here
from autograder.student.outcome import Outcome


class LiveAnswers:
    """The reference's functions and the mistakes', called on whatever a check gives them."""

    live = True

    def __init__(self, assignment: str) -> None:
        self.module = reference.load(assignment)
        self.catalogue = mistakes.mistakes_of(assignment)
        self.functions = {mistake.id: mistake.function for group in self.catalogue.values() for mistake in group}

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        return call_here(getattr(self.module, function), args, kwargs)

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        return call_here(getattr(self.module, function), args, kwargs)

    def explanations(self, exercise: str) -> tuple[Explanation, ...]:
        return tuple(Explanation(m.id, m.did, m.why) for m in self.catalogue.get(exercise, ()))

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None:
        return call_here(self.functions[mistake], args, kwargs)
