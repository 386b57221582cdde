"""Where a student stands: every exercise with its verdict, those known from before and those given now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from autograder.course import Assignment
from autograder.desk.progress import Progress
from autograder.judge.results import WAITS, ExerciseResult
from autograder.student.source import Source

# Judges the exercises named; gives nothing where it was told to stop.
Judge = Callable[[Sequence[str]], Sequence[ExerciseResult]]


def standing(source: Source, assignment: Assignment, progress: Progress, judge: Judge) -> dict[str, ExerciseResult]:
    """Each exercise's verdict, in the course's order. The network is trained only when all functions pass."""
    known = progress.recall(source)
    functions = [exercise.name for exercise in assignment.exercises]
    known |= _judged([name for name in functions if name not in known], source, progress, judge)
    gate = assignment.gate
    if all(name in known and known[name].status == "passed" for name in functions):
        if gate.name not in known:
            known |= _judged([gate.name], source, progress, judge)
    else:
        known[gate.name] = ExerciseResult(gate.name, 0.0, gate.points, "missing", message=WAITS)
    return {name: known[name] for name in assignment.names if name in known}


def _judged(names: Sequence[str], source: Source, progress: Progress, judge: Judge) -> dict[str, ExerciseResult]:
    if not names:
        return {}
    results = judge(names)
    progress.remember(source, results)
    return {result.name: result for result in results}


def next_after(current: str, results: Mapping[str, ExerciseResult], assignment: Assignment) -> str | None:
    """The next exercise that does not pass yet, from the one after `current` round to itself; None where all pass."""
    names = assignment.names
    at = names.index(current) + 1 if current else 0
    for name in (*names[at:], *names[:at]):
        if name not in results or results[name].status != "passed":
            return name
    return None
