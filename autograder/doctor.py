"""What is wrong with an installation, and what to do about it: one finding a line."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from autograder import course as courses
from autograder import digits
from autograder.judge.answers import answers_for
from autograder.student.sandbox import why_no_bubblewrap


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `needed` is False for what only some people want."""

    what: str
    fine: bool
    says: str
    needed: bool = True


def examine() -> Iterator[Finding]:
    """Look at Python, the packages, the course, its data and answers, the sandbox and the notebook's parts."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= (3, 11), f"{version}; 3.11 or newer is needed")
    inside = sys.prefix != sys.base_prefix
    yield Finding(
        "environment", inside, sys.prefix if inside else "none is active; `make grade` makes one", needed=False
    )
    for package in ("numpy", "pytest", "rich", "click"):
        yield Finding(package, True, importlib.metadata.version(package))
    yield from _course()
    trouble = why_no_bubblewrap()
    yield Finding("sandbox", not trouble, trouble or "bubblewrap works", needed=False)
    for package, why in (
        ("matplotlib", "pictures in notebooks"),
        ("jupyterlab", "notebooks"),
        ("nbgrader", "instructors"),
    ):
        found = importlib.util.find_spec(package) is not None
        extra = "instructor" if package == "nbgrader" else "notebook"
        says = (
            importlib.metadata.version(package)
            if found
            else f"not installed: pip install 'digits-from-scratch[{extra}]'"
        )
        yield Finding(f"{package} ({why})", found, says, needed=False)


def _course() -> Iterator[Finding]:
    try:
        course = courses.load()
    except courses.CourseError as error:
        yield Finding("course", False, str(error))
        return
    yield Finding("course", True, f"{course.title} {course.version} in {course.root}")
    for assignment in course.assignments:
        try:
            answers = answers_for(assignment.name, course.root)
            yield Finding(
                assignment.name, True, "judged by the solutions" if answers.live else "judged by the recording"
            )
        except courses.CourseError as error:
            yield Finding(assignment.name, False, str(error))
    try:
        _, labels = digits.load("train")
        yield Finding("digits", True, f"{labels.size:,} for training")
    except digits.DigitsError as error:
        yield Finding("digits", False, str(error))
    cache = digits.cache_folder()
    writable = os.access(cache, os.W_OK)
    yield Finding(
        "cache", writable, str(cache) if writable else f"{cache} can't be written: set DIGITS_CACHE", needed=False
    )
