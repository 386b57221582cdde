"""What a lesson calls in its own cells: `check("relu")` for a verdict at once, `data_path(…)` for its data.

The checks are those that give official marks, run here against the caller's own functions. They are for feedback:
official marks are given to the submission in a process of its own. nbgrader adds up what `check` returns, and takes
anything on standard error for a failure, so nothing goes there.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from typing import TYPE_CHECKING

from autograder import course as courses
from autograder.course import PUBLIC_SEED, Assignment, CourseError
from autograder.names import assignment_with, did_you_mean

if TYPE_CHECKING:
    from autograder.judge.results import Result

SEED = "AUTOGRADER_SEED"  # the environment variable with the instructor's seed, for the hidden tests


def check(exercise: str, *, hidden: bool = False) -> float:
    """Judge one of your own functions, say what is wrong with it, and return the marks earned.

    `hidden` is for the instructor's hidden tests: the same checks with the seed in AUTOGRADER_SEED, whose numbers are
    not shown; without such a seed, with the public one.

    Raises ValueError where no exercise has that name, RuntimeError where the grader itself is broken.
    """
    from autograder.judge.answers import answers_for
    from autograder.judge.examination import JudgeBroken
    from autograder.judge.grade import Frame, Judgement, Settings
    from autograder.student.kernel import KernelStudent

    course = courses.load()
    try:
        assignment = assignment_with(course, exercise)
    except CourseError as error:
        raise ValueError(str(error)) from None
    caller = sys._getframe(1).f_globals
    settings = Settings(seed=_hidden_seed(), reveal=False) if hidden else Settings()
    answers = answers_for(assignment.name, course.root, settings.seed)
    judgement = Judgement(assignment, answers, settings, KernelStudent(caller))
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            exercises = judgement.results([exercise])
    except JudgeBroken as error:
        raise RuntimeError(f"The grader itself is broken, and that is not your fault: {error}") from None
    result = Frame(course, assignment, caller.get("__file__", ""), settings).graded(exercises, judgement.gate)
    _show(result, assignment, exercise, ", with hidden inputs" if hidden else "")
    return result.score


def _hidden_seed() -> int:
    """The instructor's seed; the public one where there is none."""
    seed = os.environ.get(SEED, "")
    if not seed:
        return PUBLIC_SEED
    if not seed.isdecimal():
        raise ValueError(f"{SEED} has to be a whole number, and is {seed!r}.")
    return int(seed)


def _show(result: Result, assignment: Assignment, exercise: str, remark: str) -> None:
    """Show the verdict: as HTML in a notebook, as text anywhere else."""
    from autograder.report import terminal
    from autograder.report.plots import in_notebook

    if not in_notebook():
        terminal.show(terminal.console(), result, assignment, asked=[exercise])
        return
    from autograder.report.snippet import exercise_html

    display = importlib.import_module("IPython.display").display
    text = terminal.as_text(result, assignment, exercise)
    pieces = [exercise_html(entry, assignment, remark) for entry in result.exercises]
    display({"text/html": "".join(pieces), "text/plain": text}, raw=True)


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
