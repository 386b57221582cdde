"""Where right answers and mistakes' answers come from: the sources, or the recording of the public seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from autograder import mistakes, reference
from autograder.student.kernel import call_here
from autograder.student.outcome import Outcome, Raised


@dataclass(frozen=True)
class Explanation:
    """A mistake of the catalogue in words."""

    id: str
    did: str
    why: str


class Answers(Protocol):
    """What the judge asks of the right answers. `key` names the call: a check and the number of the call in it."""

    live: bool

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome: ...

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome: ...

    def explanations(self, exercise: str) -> tuple[Explanation, ...]: ...

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None: ...


class LiveAnswers:
    """Answers computed from the solution file and the catalogue, for any seed."""

    live = True

    def __init__(self, assignment: str) -> None:
        self.module = reference.load(assignment)
        self.catalogue = mistakes.mistakes_of(assignment)
        self.functions = {mistake.id: mistake.function for group in self.catalogue.values() for mistake in group}

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        return call_here(getattr(self.module, function), args, kwargs)

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        try:
            return call_here(getattr(self.module, function), args, kwargs)
        except Exception as error:  # arguments that no lesson knows
            return Raised(type(error).__name__, str(error))

    def explanations(self, exercise: str) -> tuple[Explanation, ...]:
        return tuple(Explanation(m.id, m.did, m.why) for m in self.catalogue.get(exercise, ()))

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None:
        return call_here(self.functions[mistake], args, kwargs)
