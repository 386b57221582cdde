"""The course as data: course.toml read into frozen dataclasses, and where its files are."""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

COURSE_FILE = "course.toml"
RECORDED = Path(__file__).parent / "recorded"  # what `autograder build` derives: recordings and guides
PUBLIC_SEED = 0  # the random inputs that students' own checks have
BUNDLED = "bundled"  # the folder in the installed package, in what students install, with the course's file and data


class CourseError(Exception):
    """The course's own files are missing or wrong; the message says which, and what to do."""


@dataclass(frozen=True)
class Exercise:
    """One function that a student writes."""

    name: str
    points: float
    returns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    chained: bool = False


@dataclass(frozen=True)
class Gate:
    """The end-to-end check: the student's own functions `calls` train on real digits and reach `threshold` on others.

    `settings` are the assignment's own (how many digits, how many steps), by name, for its check to read.
    """

    name: str
    points: float
    threshold: float
    limit_seconds: float
    calls: tuple[str, ...]
    settings: Mapping[str, float]


@dataclass(frozen=True)
class Assignment:
    """One assignment: its exercises in order, then the gate."""

    name: str
    title: str
    exercises: tuple[Exercise, ...]
    gate: Gate

    @property
    def names(self) -> tuple[str, ...]:
        """The exercises' names in order, the gate's last."""
        return (*(exercise.name for exercise in self.exercises), self.gate.name)

    @property
    def max_score(self) -> float:
        return sum(exercise.points for exercise in self.exercises) + self.gate.points

    def exercise(self, name: str) -> Exercise:
        """The exercise of that name; the gate counts as one that returns nothing and needs nothing."""
        for exercise in self.exercises:
            if exercise.name == name:
                return exercise
        if name == self.gate.name:
            return Exercise(self.gate.name, self.gate.points)
        raise CourseError(f"{self.name} has no exercise called {name!r}. It has: {', '.join(self.names)}.")

    def all_needs(self, name: str) -> tuple[str, ...]:
        """The helpers of an exercise, and theirs, in the course's order."""
        found: set[str] = set()
        queue = list(self.exercise(name).needs)
        while queue:
            helper = queue.pop()
            if helper not in found:
                found.add(helper)
                queue.extend(self.exercise(helper).needs)
        return tuple(exercise.name for exercise in self.exercises if exercise.name in found)


@dataclass(frozen=True)
class Course:
    """A whole course, and the folder it lives in."""

    title: str
    version: str
    root: Path
    assignments: tuple[Assignment, ...]

    def assignment(self, name: str | None = None) -> Assignment:
        """The assignment whose name is, or alone begins with, what was given; the first where nothing was."""
        if name is None:
            return self.assignments[0]
        exactly = [assignment for assignment in self.assignments if assignment.name == name]
        found = exactly or [assignment for assignment in self.assignments if assignment.name.startswith(name)]
        if len(found) == 1:
            return found[0]
        known = ", ".join(assignment.name for assignment in self.assignments)
        raise CourseError(f"No assignment is called {name!r}. This course has: {known}.")


def find_root() -> Path:
    """The folder with course.toml: named by AUTOGRADER_COURSE, else this one or one above it, else with the code."""
    named = os.environ.get("AUTOGRADER_COURSE")
    if named:
        return Path(named).resolve()
    here = Path.cwd()
    package = Path(__file__).resolve().parent
    for folder in (here, *here.parents, package.parent, package / BUNDLED):
        if (folder / COURSE_FILE).is_file():
            return folder
    raise CourseError(f"No {COURSE_FILE} in this folder or above it. Run the command inside the course's folder.")


@cache
def load(root: Path | None = None) -> Course:
    """Read and check course.toml. Raises CourseError, naming the table and the mend."""
    root = root or find_root()
    path = root / COURSE_FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CourseError(f"{path} can't be read ({error.strerror}). Is the course complete?") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"{path} is not valid TOML: {error}.") from None
    try:
        assignments = tuple(_assignment(table) for table in data["assignment"])
        _check_unique([name for assignment in assignments for name in assignment.names])
        return Course(data["title"], data["version"], root, assignments)
    except (KeyError, TypeError, ValueError) as error:
        raise CourseError(f"{path}: {error}. See docs/architecture.md for what an assignment needs.") from None


def _assignment(table: dict[str, Any]) -> Assignment:
    exercises = tuple(
        Exercise(
            name=entry["name"],
            points=float(_points(entry)),
            returns=tuple(entry.get("returns", ())),
            needs=tuple(entry.get("needs", ())),
            chained=bool(entry.get("chained", False)),
        )
        for entry in table["exercise"]
    )
    names: list[str] = []
    for exercise in exercises:  # what others need is judged before them, so that the judge knows whom to blame
        unknown = sorted(set(exercise.needs) - set(names))
        if unknown:
            raise ValueError(f"no {', '.join(unknown)} stands before exercise {exercise.name!r}, which needs it")
        names.append(exercise.name)
    return Assignment(table["name"], table["title"], exercises, _gate(table, names))


def _gate(table: dict[str, Any], names: list[str]) -> Gate:
    """The gate of an assignment: what all gates have by name, anything else as its own settings."""
    own = dict(table["gate"])
    calls = tuple(own.pop("calls"))
    unknown = sorted(set(calls) - set(names))
    if unknown:
        raise ValueError(f"the gate calls {', '.join(unknown)}, which {table['name']} lacks")
    common = {name: own.pop(name) for name in ("name", "points", "threshold", "limit_seconds")}
    _points(common)
    return Gate(**common, calls=calls, settings=own)


def _points(table: Mapping[str, Any]) -> float:
    """The points of an exercise or gate. 0 is an exercise without marks; less than that, or NaN, spoils every total."""
    points = table["points"]
    if isinstance(points, bool) or not isinstance(points, int | float) or not 0 <= points < math.inf:
        raise ValueError(f"points of {table['name']!r} are {points!r}, and have to be a number that is 0 or more")
    return points


def _check_unique(names: list[str]) -> None:
    """A name is one exercise, whichever assignment it is in, so that `check("relu")` says enough."""
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"exercise {name!r} stands twice in the course")
