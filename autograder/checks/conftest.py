"""For plain pytest: `pytest autograder/checks --submission exercises -k softmax` judges as `autograder check` does.

The judge itself starts pytest without this file, with a plugin of its own making.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import course as courses
from autograder.course import PUBLIC_SEED
from autograder.judge.answers import answers_for
from autograder.judge.examination import Examination
from autograder.judge.plugin import CheckPlugin
from autograder.student.process import Limits, StudentProcess
from autograder.student.sandbox import NoSandbox
from autograder.student.source import Unreadable, read


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options for whoever types pytest by hand."""
    group = parser.getgroup("digits from scratch")
    group.addoption("--submission", type=Path, default=None, help="file or folder to judge (default: exercises)")
    group.addoption("--assignment", default=None, help="which assignment (default: the first of the course)")
    group.addoption("--seed", type=int, default=PUBLIC_SEED, help="which random inputs")


def pytest_configure(config: pytest.Config) -> None:
    """Load the submission in a worker, and hand it to the checks."""
    try:
        course = courses.load()
        assignment = course.assignment(config.getoption("--assignment"))
        source = read(config.getoption("--submission") or course.root / "exercises", assignment.name)
        answers = answers_for(assignment.name, course.root, config.getoption("--seed"))
    except FileNotFoundError as error:
        raise pytest.UsageError(f"No file or folder is called {error}.") from None
    except (courses.CourseError, Unreadable) as error:
        raise pytest.UsageError(str(error)) from None
    student = StudentProcess(source, Limits(), NoSandbox())
    config.add_cleanup(student.close)
    examination = Examination(assignment, student, answers, config.getoption("--seed"), assignment.names)
    config.pluginmanager.register(CheckPlugin(examination=examination), "digits-checks")
