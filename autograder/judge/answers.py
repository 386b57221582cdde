"""Who answers the judge: the sources where they are, else the recording of the public seed."""

from __future__ import annotations

from pathlib import Path

from autograder import reference
from autograder.course import PUBLIC_SEED, CourseError
from autograder.judge.asking import Answers
from autograder.judge.recording import RecordedAnswers, recording_path


def answers_for(assignment: str, root: Path, seed: int = PUBLIC_SEED) -> Answers:
    """The sources where they are, else the recording. Raises CourseError where neither can answer for the seed."""
    if reference.solution_path(assignment, root).is_file():
        from autograder.judge.sources import LiveAnswers  # needs the catalogue, which students do not have

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
