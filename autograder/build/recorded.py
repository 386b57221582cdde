"""The third product: the recorded answers, by which a machine without the solutions can judge."""

from __future__ import annotations

from pathlib import Path

from autograder.course import Assignment
from autograder.judge.plugin import checks_path
from autograder.judge.recorder import record
from autograder.judge.recording import DAMAGED, Frames, recording_path, same_recording
from autograder.judge.sources import LiveAnswers


def write(assignment: Assignment) -> list[Path]:
    """Record the assignment's answers, where the present recording is another; the path, if written."""
    data = _record(assignment)
    if data is None or not _differs(assignment, data):
        return []
    path = recording_path(assignment.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return [path]


def stale(assignment: Assignment) -> list[Path]:
    """The path of the recording, where it is missing or another than it should be."""
    data = _record(assignment)
    return [recording_path(assignment.name)] if data is not None and _differs(assignment, data) else []


def _record(assignment: Assignment) -> bytes | None:
    """The recording as it should be; None for an assignment that has no checks yet."""
    if not checks_path(assignment.name).is_file():
        return None
    answers = LiveAnswers(assignment.name)
    return record(assignment, answers, answers.module)


def _differs(assignment: Assignment, data: bytes) -> bool:
    path = recording_path(assignment.name)
    try:
        return not same_recording(Frames(path.read_bytes()), Frames(data))
    except DAMAGED:
        return True
