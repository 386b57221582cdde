"""The commands of a student at work. The docstrings are the help that people read."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.exit_status import NOT_PASSED, PASSED
from autograder.commands.shared import (
    assignment_of_exercise_option,
    assignment_option,
    judge_submission,
    own_work,
    seed_option,
    submission_option,
    without_marks,
)
from autograder.course import PUBLIC_SEED

if TYPE_CHECKING:
    from autograder.course import Assignment, Course
    from autograder.judge.results import ExerciseResult


@click.command()
@click.argument("exercises", metavar="[EXERCISE]...", nargs=-1)
@submission_option
@assignment_of_exercise_option
@seed_option
def check(exercises: tuple[str, ...], submission: Path | None, assignment: str | None, seed: int) -> int:
    """Judge your own functions, all of them or those that you name.

    The exit status is 0 when all that was asked for passes, and 1 when not.

    \b
    autograder check              everything, and the first thing to mend
    autograder check softmax      one exercise, check by check
    """
    from autograder import course as courses
    from autograder.desk.progress import Progress
    from autograder.names import assignment_for
    from autograder.report import terminal
    from autograder.student.source import Unreadable, read

    course = courses.load()
    chosen = assignment_for(course, assignment, exercises)
    path = own_work(course, submission)
    source = None  # read once: whoever saves meanwhile has no verdict yet on what is new
    with contextlib.suppress(FileNotFoundError, Unreadable):  # as the judge will say
        source = read(path, chosen.name)
    result = judge_submission(course, chosen, path, seed, "none", exercises, source)
    if result.status != "graded":
        return without_marks(result, NOT_PASSED)
    if seed == PUBLIC_SEED and source is not None:
        Progress(course, chosen).remember(source, result.exercises)
    again = "autograder check {}" + (f" --submission {submission}" if submission else "")
    terminal.show(terminal.console(), result, chosen, asked=exercises, again=again)
    return PASSED if result.passed else NOT_PASSED


@click.command()
@click.argument("exercise")
@click.argument("number", type=int, default=1)
@assignment_of_exercise_option
def hint(exercise: str, number: int, assignment: str | None) -> int:
    """Show a hint for an EXERCISE: NUMBER 1 is a nudge, 3 is nearly the line.

    \b
    autograder hint softmax
    autograder hint softmax 2
    """
    from autograder import course as courses
    from autograder import guide
    from autograder.names import assignment_for
    from autograder.report.terminal import clean

    course = courses.load()
    chosen = assignment_for(course, assignment, [exercise])
    if exercise == chosen.gate.name:
        raise click.ClickException(f"There is no hint for {exercise}: it is made of all the others.")
    hints = guide.load(chosen.name)[exercise].hints
    if not 1 <= number <= len(hints):
        raise click.ClickException(f"There are {len(hints)} hints for {exercise}, numbered from 1.")
    click.echo(clean(hints[number - 1]))
    if number < len(hints):
        click.echo(f"\nMore, if you want it: autograder hint {exercise} {number + 1}")
    return PASSED


@click.command("list")
@click.argument("name", metavar="[ASSIGNMENT]", required=False)
@submission_option
@assignment_option
def list_(name: str | None, submission: Path | None, assignment: str | None) -> int:
    """List all exercises: what passes, what is to be mended or written, and where you are."""
    from autograder.report import terminal

    course, chosen, path = _desk(submission, _one_of(name, assignment))
    results = _standing(course, chosen, path)
    terminal.show_standing(terminal.console(), list(results.values()), chosen, path)
    return PASSED


@click.command("next")
@click.argument("name", metavar="[ASSIGNMENT]", required=False)
@submission_option
@assignment_option
def next_(name: str | None, submission: Path | None, assignment: str | None) -> int:
    """Say which exercise comes next, and what it asks for."""
    from autograder import guide
    from autograder.desk import screen
    from autograder.desk.standing import next_after
    from autograder.report import terminal

    course, chosen, path = _desk(submission, _one_of(name, assignment))
    results = _standing(course, chosen, path)
    following = next_after("", results, chosen)
    view = screen.View(chosen, guide.load(chosen.name), following or "", results=results)
    if following is None:
        screen.show(terminal.console(), screen.plain_end(view))
        return PASSED
    view.place = terminal.place_in(path, chosen, following)
    screen.show(terminal.console(), screen.plain_task(view))
    click.echo(f"\nWhen it is written:  autograder check {following}")
    return PASSED


@click.command()
@click.argument("exercise")
@submission_option
@assignment_of_exercise_option
def reset(exercise: str, submission: Path | None, assignment: str | None) -> int:
    """Start an EXERCISE over: put its stub back, keep a copy of your file, and touch nothing else."""
    from autograder import course as courses
    from autograder import guide
    from autograder.desk.reset import ResetError
    from autograder.desk.reset import reset as put_back
    from autograder.names import assignment_for
    from autograder.report.terminal import clean

    course = courses.load()
    chosen = assignment_for(course, assignment, [exercise])
    if exercise == chosen.gate.name:
        raise click.ClickException(f"{exercise} is no function: it is made of all the others. Reset one of those.")
    path = own_work(course, submission)
    try:
        backup = put_back(path, chosen, guide.load(chosen.name)[exercise])
    except ResetError as error:
        raise click.ClickException(str(error)) from None
    if backup is None:
        click.echo(f"{exercise} is as it was at first already.")
    else:
        click.echo(f"{exercise} is as it was at first. Your file as it was until now: {clean(str(backup))}")
    return PASSED


@click.command()
@click.argument("exercise", required=False)
@submission_option
@assignment_of_exercise_option
def watch(exercise: str | None, submission: Path | None, assignment: str | None) -> int:
    """Watch your file: each time you save it, the exercise that you are at is judged.

    Begins with the first exercise that does not pass, or with EXERCISE, and moves on when it passes. In a terminal,
    single keys give hints, go back and forth, and quit.
    """
    from autograder.desk.watch import run
    from autograder.student.source import Unreadable, read

    course, chosen, path = _desk(submission, assignment, [exercise] if exercise else [])
    try:
        folder = read(path, chosen.name).folder
    except Unreadable as error:
        raise click.ClickException(str(error)) from None
    return PASSED if run(course, chosen, path, folder, exercise) else NOT_PASSED


def _one_of(name: str | None, assignment: str | None) -> str | None:
    """The assignment, which may be named in two ways."""
    if name is not None and assignment is not None:
        raise click.UsageError(f"{name} and --assignment {assignment}: name one assignment.")
    return name or assignment


def _desk(
    submission: Path | None, assignment: str | None, exercises: Sequence[str] = ()
) -> tuple[Course, Assignment, Path]:
    """The course, the assignment and the student's own file or folder."""
    from autograder import course as courses
    from autograder.names import assignment_for

    course = courses.load()
    path = own_work(course, submission)
    if not path.exists():
        raise click.ClickException(f"No file or folder is called {path}.")
    return course, assignment_for(course, assignment, exercises), path


def _standing(course: Course, assignment: Assignment, path: Path) -> dict[str, ExerciseResult]:
    """How all exercises stand: what is remembered, and verdicts on the rest."""
    from autograder.desk.progress import Progress
    from autograder.desk.standing import standing
    from autograder.student.source import Unreadable, read

    def judge(names: Sequence[str]) -> Sequence[ExerciseResult]:
        result = judge_submission(course, assignment, path, PUBLIC_SEED, "none", names, source)
        if result.status != "graded":
            raise click.ClickException(result.message)
        return result.exercises

    try:
        source = read(path, assignment.name)
    except Unreadable as error:
        raise click.ClickException(str(error)) from None
    return standing(source, assignment, Progress(course, assignment), judge)


@click.command()
def doctor() -> int:
    """Look for what is wrong with the installation, and say what to do."""
    from autograder.doctor import examine
    from autograder.report.terminal import clean

    fine = True
    for finding in examine():
        sign = "ok     " if finding.fine else "MISSING" if finding.needed else "absent "
        click.echo(f"{sign}  {finding.what}: {clean(finding.says)}")
        fine = fine and (finding.fine or not finding.needed)
    return PASSED if fine else NOT_PASSED
