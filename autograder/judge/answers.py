"""Where right answers and mistakes' answers come from: the sources, or the recording of the public seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from autograder.course import CourseError
from autograder.student.outcome import Outcome

PUBLIC_SEED = 0


@dataclass(frozen=True)
class Explanation:
    """A mistake of the catalogue in words."""

    id: str
    did: str
    why: str


class Answers(Protocol):
    """What the judge asks of the right answers. `key` names a call: its check, whose call it is, and its number."""

    live: bool

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        """What the reference's function gives."""
        ...

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        """What the reference's helper gives while an exercise is judged with it in the place of the student's."""
        ...

    def explanations(self, exercise: str) -> tuple[Explanation, ...]:
        """The known mistakes of an exercise, in words."""
        ...

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None:
        """What a mistake gives; None where that is not known."""
        ...


def answers_for(assignment: str, root: Path, seed: int = PUBLIC_SEED) -> Answers:
    """The sources where they are, else the recording. Raises CourseError where neither can answer for the seed."""
    from autograder.judge.recording import RecordedAnswers, recording_path

    if (root / "solutions" / f"{assignment}.py").is_file():
        from autograder.judge.sources import LiveAnswers

        return LiveAnswers(assignment)
    if seed != PUBLIC_SEED:
        raise CourseError(
            f"Seed {seed} needs the solutions, which are not in {root}. Without them only the public seed "
            f"({PUBLIC_SEED}) can be judged: leave --seed out."
        )
    if recording_path(assignment).is_file():
        return RecordedAnswers(assignment)
    raise CourseError(
        f"There is neither solutions/{assignment}.py nor a recording of its answers. "
        "Get the course again, or run `autograder build` where the solutions are."
    )
