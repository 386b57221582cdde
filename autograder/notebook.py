"""What a lesson calls in its own cells: `check("relu")` for a verdict at once, `data_path(…)` for its data.

The checks are those that give official marks, run here against the caller's own functions. They are for feedback:
official marks are given to the submission in a process of its own. nbgrader adds up what `check` returns, and takes
anything on standard error for a failure, so nothing goes there.
"""

from __future__ import annotations

import contextlib
import io
import sys

from autograder import course as courses
from autograder.course import CourseError
from autograder.names import assignment_with, did_you_mean


def check(exercise: str) -> float:
    """Judge one of your own functions, say what is wrong with it, and return the marks earned.

    Raises ValueError where no exercise has that name, RuntimeError where the grader itself is broken.
    """
    from autograder.judge.answers import answers_for
    from autograder.judge.grade import Frame, Judgement, Settings
    from autograder.judge.plugin import JudgeBroken
    from autograder.report import terminal
    from autograder.student.kernel import KernelStudent

    course = courses.load()
    try:
        assignment = assignment_with(course, exercise)
    except CourseError as error:
        raise ValueError(str(error)) from None
    caller = sys._getframe(1).f_globals
    settings = Settings()
    answers = answers_for(assignment.name, course.root, settings.seed)
    judgement = Judgement(assignment, answers, settings, KernelStudent(caller))
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            exercises = judgement.results([exercise])
    except JudgeBroken as error:
        raise RuntimeError(f"The grader itself is broken, and that is not your fault: {error}") from None
    result = Frame(course, assignment, caller.get("__file__", ""), settings).graded(exercises, judgement.gate)
    terminal.show(terminal.console(), result, assignment, asked=[exercise])
    return result.score


def data_path(name: str) -> str:
    """Where a file of the course's `data` folder is, such as data_path("mnist_train.csv.gz").

    Raises FileNotFoundError, with what to do, where it is not there.
    """
    try:
        folder = courses.find_root() / "data"
    except CourseError as error:
        raise FileNotFoundError(str(error)) from None
    path = folder / name
    if not path.is_file():
        known = sorted(file.name for file in folder.glob("*.csv.gz"))
        remedy = did_you_mean(name, known) if known else "Get the course's files again: the folder holds no digits."
        raise FileNotFoundError(f"There is no {name} in {folder}. {remedy}")
    return str(path)
