"""Names as people type them: the exercise that is meant, or a message that says which was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from autograder.course import Assignment, Course, CourseError


def did_you_mean(typed: str, known: Sequence[str]) -> str:
    """A sentence with the nearest known name, or with all of them where none is near."""
    near = difflib.get_close_matches(typed.lower(), known, n=1)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."


def demand_exercises(assignment: Assignment, typed: Sequence[str]) -> None:
    """Raise CourseError for the first name that is no exercise of the assignment."""
    for name in typed:
        if name in assignment.names:
            continue
        if Path(name).exists() or Path(name).suffix in (".py", ".ipynb"):
            raise CourseError(f"{name} is a file or folder. To check what is in it, type: --submission {name}")
        raise CourseError(f"No exercise is called {name!r}. {did_you_mean(name, assignment.names)}")


def assignment_with(course: Course, exercise: str) -> Assignment:
    """The first assignment of the course that has this exercise. Raises CourseError where none has."""
    for assignment in course.assignments:
        if exercise in assignment.names:
            return assignment
    known = [name for assignment in course.assignments for name in assignment.names]
    raise CourseError(f"No exercise is called {exercise!r}. {did_you_mean(exercise, known)}")
