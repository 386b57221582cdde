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


def assignment_for(course: Course, named: str | None, exercises: Sequence[str] = ()) -> Assignment:
    """The assignment that a command is about: the one named, else the one with the exercises, else the first.

    Raises CourseError where there is none, or where one of the exercises is not in it.
    """
    homes = [assignment for assignment in course.assignments if set(exercises) & set(assignment.names)]
    chosen = course.assignment(named) if named or not homes else homes[0]
    for home in homes:
        for name in set(exercises) & set(home.names) - set(chosen.names):
            raise CourseError(f"{name} is an exercise of {home.name}, not of {chosen.name}.")
    for name in exercises:
        if name not in chosen.names:
            if Path(name).exists() or Path(name).suffix in (".py", ".ipynb"):
                raise CourseError(f"{name} is a file or folder. To check what is in it, type: --submission {name}")
            known = chosen.names if named else [name for each in course.assignments for name in each.names]
            raise CourseError(f"No exercise is called {name!r}. {did_you_mean(name, known)}")
    return chosen


def assignment_with(course: Course, exercise: str) -> Assignment:
    """The assignment of the course that has this exercise. Raises CourseError where none has."""
    return assignment_for(course, None, [exercise])
