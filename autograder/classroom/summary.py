"""The few facts of a result that tables and reports of a class need, so that a large class fits in memory."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.judge.results import Result


@dataclass(frozen=True)
class Summary:
    """One student's result without its checks: an exercise is name, score, max_score, status, carried, mistake."""

    student: str
    status: str
    score: float
    max_score: float
    dev_accuracy: float | None
    exercises: tuple[tuple[str, float, float, str, bool, str | None], ...]
    message: str
    first_to_mend: str = ""  # the exercise that the student is told to mend first
    untouched: bool = False  # nothing is written yet
    left_out: str = ""  # what of the submission was not taken


def summarise(student: str, result: Result) -> Summary:
    """The summary of a result, under the student's exact name (the result's own `submission` may be a path)."""
    first = result.first_to_mend
    return Summary(
        student=student,
        status=result.status,
        score=result.score,
        max_score=result.max_score,
        dev_accuracy=result.dev_accuracy,
        exercises=tuple(
            (entry.name, entry.score, entry.max_score, entry.status, entry.carried, entry.mistake)
            for entry in result.exercises
        ),
        message=result.message,
        first_to_mend=first.name if first is not None else "",
        untouched=result.untouched,
        left_out=str(result.details.get("left_out", "")),
    )
