"""What the judge asks of the right answers and of the mistakes, whoever knows them: the sources or the recording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from autograder.diagnosis.calls import Extent, Trace
from autograder.diagnosis.slips import Slip
from autograder.student.outcome import Outcome


@dataclass(frozen=True)
class Explanation:
    """A mistake of the catalogue in words."""

    id: str
    did: str
    why: str


class RightAnswers(Protocol):
    """What checks ask. `key` names a call: its check, whose call it is, and its number."""

    live: bool

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        """What the reference's function gives."""
        ...


class Answers(RightAnswers, Protocol):
    """What the judge asks of the right answers and of the mistakes besides, to carry errors and to explain them."""

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        """What the reference's helper gives while an exercise is judged with it in the place of the student's."""
        ...

    def altered(self, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome | None:
        """What the reference's function gives on arguments that no check has; None where it can't be asked."""
        ...

    def explanations(self, exercise: str) -> tuple[Explanation, ...]:
        """The known mistakes of an exercise, in words."""
        ...

    def slips(self, exercise: str) -> Iterable[Slip]:
        """The right function with one slip in it, in all the ways that are known; none without the solutions."""
        ...

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None:
        """What a mistake gives; None where that is not known."""
        ...

    def calls(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Trace | None:
        """What the reference's function asks of others; None where that is not known."""
        ...

    def most_asked(
        self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Mapping[str, Extent] | None:
        """How much the reference's function asks of each other; None where no helper's answer is computed."""
        ...

    def parameters(self, function: str) -> Mapping[str, Any]:
        """The names of a function's arguments, with what they are by default; None where that is nothing."""
        ...
