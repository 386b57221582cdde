"""What a student has of a lesson besides the file to write in: each exercise's task, its stub and its hints.

The solution file, where all this is written, stays with the instructor. `autograder build` puts a guide beside the
recording instead, so that hints, `reset` and `watch` work on a machine without the solutions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from autograder.course import RECORDED, CourseError


@dataclass(frozen=True)
class Task:
    """One exercise in words: `task` is a sentence, `formula` what goes in and what comes out, with the formula.

    `stub` is the function as a student first meets it, `hints` go from a nudge to nearly the line, as Markdown.
    """

    name: str
    title: str
    task: str
    formula: str
    stub: str
    hints: tuple[str, ...]


def guide_path(assignment: str) -> Path:
    """Where the guide of an assignment is kept."""
    return RECORDED / f"{assignment}.json"


def to_json(assignment: str, tasks: Iterable[Task]) -> str:
    """The text of a guide."""
    guide = {
        "note": f"Derived from solutions/{assignment}.py by `autograder build`.",
        "exercises": [asdict(task) for task in tasks],
    }
    return json.dumps(guide, indent=1, ensure_ascii=False) + "\n"


@cache
def load(assignment: str) -> dict[str, Task]:
    """The tasks of an assignment by name, in the course's order. Raises CourseError where the guide is no good."""
    path = guide_path(assignment)
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["exercises"]
        tasks = [Task(**{**entry, "hints": tuple(entry["hints"])}) for entry in entries]
    except FileNotFoundError:
        raise CourseError(
            f"{path} is missing. Get the course again, or run `autograder build` where the solutions are."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CourseError(f"{path} is damaged ({error}). Get the course's files again.") from None
    return {task.name: task for task in tasks}
