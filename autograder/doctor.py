"""What is wrong with an installation, and what to do about it: one finding a line.

What is looked at comes in the order in which one thing needs another. Where a package is missing the rest can't be
looked at, so nothing but the standard library is imported before that is known.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder import course as courses

NEEDED = ("numpy", "pytest", "click", "rich", "platformdirs", "watchfiles")
WANTED = (
    ("matplotlib", "pictures in notebooks"),
    ("jupyterlab", "notebooks"),
    ("nbgrader", "instructors with nbgrader"),
)
PROBE = "def probe(x):\n    return x + 1\n"


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `needed` is False for what only some people want."""

    what: str
    fine: bool
    says: str
    needed: bool = True


def examine() -> Iterator[Finding]:
    """Look at Python, the packages, the course, its data and answers, whether code can be run, and what is optional."""
    yield from _python()
    packages = [_package(name) for name in NEEDED]
    yield from packages
    if not all(finding.fine for finding in packages):
        yield Finding("the rest", False, "can't be looked at before these are installed")
        return
    yield from _course()
    yield from _folders()
    yield _worker()
    yield from _options()


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    new = sys.version_info >= (3, 11)
    remedy = "" if new else ". Get it from python.org, and make the environment anew with it"
    yield Finding("Python", new, f"{version}; 3.11 or newer is needed{remedy}")
    inside = sys.prefix != sys.base_prefix
    says = sys.prefix if inside else "none is active. The README says how to make one: `python3 -m venv .venv`"
    yield Finding("environment", inside, says, needed=False)


def _package(name: str, why: str = "") -> Finding:
    """Whether a package is installed; with a reason it is one that only some people want."""
    what = f"{name} ({why})" if why else name
    try:
        if importlib.util.find_spec(name) is None:
            raise importlib.metadata.PackageNotFoundError
        return Finding(what, True, importlib.metadata.version(name), needed=not why)
    except importlib.metadata.PackageNotFoundError:
        return Finding(what, False, f"not installed. To install it: {_pip()} install {name}", needed=not why)


def _pip() -> str:
    return f'"{sys.executable}" -m pip' if " " in sys.executable else f"{sys.executable} -m pip"


def _course() -> Iterator[Finding]:
    from autograder import digits
    from autograder.judge.answers import answers_for

    try:
        course = courses.load()
    except courses.CourseError as error:
        yield Finding("course", False, str(error))
        return
    yield Finding("course", True, f"{course.title} {course.version} in {course.root}")
    grader = Path(__file__).resolve().parent
    beside = course.root / "autograder"
    if beside.is_dir() and beside.resolve() != grader:
        remedy = f"To use the one that lies there: {_pip()} install -e ."
        yield Finding("grader", False, f"runs from {grader}, not from this course's folder. {remedy}", needed=False)
    for assignment in course.assignments:
        try:
            answers = answers_for(assignment.name, course.root)
            says = "judged by the solutions" if answers.live else "judged by the recording"
            yield Finding(assignment.name, True, says)
            yield _exercises(course, assignment)
        except courses.CourseError as error:
            yield Finding(assignment.name, False, str(error))
    try:
        counts = [f"{digits.load(split)[1].size:,} in {split}" for split in digits.SPLITS]
        yield Finding("digits", True, ", ".join(counts))
    except digits.DigitsError as error:
        yield Finding("digits", False, str(error))


def _exercises(course: courses.Course, assignment: courses.Assignment) -> Finding:
    """Whether the student's file is there and can be read, and where it can't, in which line."""
    from autograder.student import worker
    from autograder.student.source import Unreadable, read

    what = f"{assignment.name}, your file"
    try:
        source = read(course.root / "exercises", assignment.name)
    except FileNotFoundError:
        return Finding(what, False, f"there is no folder {course.root / 'exercises'}", needed=False)
    except Unreadable as error:
        return Finding(what, False, str(error), needed=False)
    _, errors = worker.parse(source.cells, source.filenames)
    if errors:
        where = f"{source.filenames[errors[0]['cell']]}, line {errors[0]['line']}"
        return Finding(what, False, f"{source.path}: {errors[0]['text']} ({where})", needed=False)
    return Finding(what, True, str(source.path))


def _folders() -> Iterator[Finding]:
    """Whether what is remembered can be written; without it all works, and takes longer."""
    from autograder import digits
    from autograder.desk import progress

    for what, folder, variable in (
        ("cache", digits.cache_folder(), digits.CACHE_VARIABLE),
        ("progress", progress.folder(), progress.FOLDER_VARIABLE),
    ):
        there = next(place for place in (folder, *folder.parents) if os.path.exists(place))
        writable = there.is_dir() and os.access(there, os.W_OK)
        says = str(folder) if writable else f"{folder} can't be written: set {variable} to a folder that can"
        yield Finding(what, writable, says, needed=False)


def _worker() -> Finding:
    """Whether a function can be run in a process of its own, as every judgement does."""
    from autograder.student.outcome import Returned
    from autograder.student.process import Limits, StudentProcess, WorkerBroken
    from autograder.student.sandbox import NoSandbox
    from autograder.student.source import Source

    source = Source(Path("probe.py"), (PROBE,), ("probe.py",))
    try:
        with StudentProcess(source, Limits(), NoSandbox()) as student:
            outcome = student.call("probe", (1,), {})
    except WorkerBroken as error:
        return Finding("worker", False, f"{error} Does a virus scanner keep Python from starting Python?")
    fine = isinstance(outcome, Returned) and outcome.value == 2
    return Finding("worker", fine, "a function can be run" if fine else f"a function can't be run: {outcome}")


def _options() -> Iterator[Finding]:
    from autograder.student.sandbox import why_no_bubblewrap

    trouble = why_no_bubblewrap()
    says = f"{trouble} Only instructors who grade others' work need it." if trouble else "bubblewrap works"
    yield Finding("sandbox", not trouble, says, needed=False)
    for package, why in WANTED:
        yield _package(package, why)
