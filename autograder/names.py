"""Names as people type them: the exercise that is meant, or a message that says which was probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from autograder.course import Assignment, Course, CourseError

WORD_FOR_IT = re.compile("exercises?|ex|nr|no|number", re.IGNORECASE)  # typed before an exercise's number


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
            raise CourseError(_unknown(course, chosen, bool(named), name, exercises))
    return chosen


def _unknown(course: Course, chosen: Assignment, is_named: bool, name: str, typed: Sequence[str]) -> str:
    """What to type for something that is no exercise: a number, an assignment, a word misspelt."""
    number = next((each for each in typed if each.isdecimal()), "") if WORD_FOR_IT.fullmatch(name) else name
    if number.isdecimal():
        if not 1 <= int(number) <= len(chosen.exercises):
            return f"{chosen.name} has {len(chosen.exercises)} exercises. Call them by their names: autograder list"
        return f"Exercise {int(number)} of {chosen.name} is {chosen.exercises[int(number) - 1].name}: type that name."
    for assignment in course.assignments:
        if name.lower() in (assignment.name, assignment.name.partition("_")[0]):
            return f"{name} is an assignment, and no exercise. Leave it out, and add: --assignment {name.lower()}"
    known = chosen.names if is_named else [name for each in course.assignments for name in each.names]
    near = did_you_mean(name, known)
    if near.startswith("Did"):
        return f"No exercise is called {name!r}. {near}"
    others = ", ".join(each.name.partition("_")[0] for each in course.assignments if each is not chosen)
    rest = f" Those of {others} are shown by: autograder list --assignment NAME" if others and not is_named else ""
    return f"No exercise is called {name!r}. {did_you_mean(name, chosen.names)}{rest}"


def assignment_with(course: Course, exercise: str) -> Assignment:
    """The assignment of the course that has this exercise. Raises CourseError where none has."""
    return assignment_for(course, None, [exercise])
