"""What several commands share: options, a judgement with a sign of life, and how trouble is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.exit_status import BROKEN
from autograder.course import PUBLIC_SEED

if TYPE_CHECKING:
    from autograder.course import Assignment, Course
    from autograder.judge.results import Result
    from autograder.student.source import Source

OURS = "The grader itself is broken, and that is not your fault:"


seed_option = click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=PUBLIC_SEED,
    show_default=True,
    help="Which random inputs to judge with.",
)


submission_option = click.option(
    "--submission",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Your file or folder. [default: the course's exercises folder, else the current folder]",
)


assignment_option = click.option(
    "--assignment", metavar="NAME", help="The assignment, such as a2. [default: the first]"
)


assignment_of_exercise_option = click.option(
    "--assignment",
    metavar="NAME",
    help="The assignment, such as a2. [default: the first, or the one with the exercise that you name]",
)


def complain(status: int, message: str) -> int:
    """Say in one line what went wrong."""
    from autograder.report.terminal import one_line

    click.echo(f"autograder: {one_line(message)}", err=True)
    return status


def without_marks(result: Result, status: int) -> int:
    """Say why there are no marks; the status is the given one unless the grader is to blame."""
    if result.status == "broken":
        return complain(BROKEN, f"{OURS} {result.message}")
    return complain(status, result.message)


def from_here(path: Path) -> Path:
    """A path as short as it can be typed from the current folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def own_work(course: Course, submission: Path | None) -> Path:
    """What a student works in: what was named, else the course's exercises, else what lies in the current folder."""
    folder = own_folder(course)
    return submission or (folder / "exercises" if (folder / "exercises").is_dir() else folder)


def own_folder(course: Course) -> Path:
    """Where a student's files belong: the course's folder, or the current one where the course was installed by pip."""
    return from_here(course.root) if (course.root / "exercises").is_dir() else Path()


def moved_aside(path: Path) -> Path | None:
    """Put a file that is there already out of the way, under a name that is free, and return where it is now."""
    if not path.is_file():
        return None
    number = 1
    while (place := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    path.rename(place)
    return place


def judge_submission(
    course: Course,
    assignment: Assignment,
    path: Path,
    seed: int,
    sandbox: str,
    exercises: Sequence[str] = (),
    source: Source | None = None,
) -> Result:
    """Judge a submission, or its `source` where that was read already, with a sign of life while a person waits."""
    if not path.exists() and not path.is_symlink():
        raise click.ClickException(f"No file or folder is called {path}.")
    from autograder.judge import grade as judge
    from autograder.judge.answers import answers_for
    from autograder.report import terminal
    from autograder.student.sandbox import SandboxError, choose

    with terminal.waiting(assignment, exercises):
        answers = answers_for(assignment.name, course.root, seed)
        try:
            settings = judge.Settings(seed=seed, sandbox=choose(sandbox))
        except SandboxError as error:
            raise click.ClickException(str(error)) from None
        return judge.grade(path, course, assignment, answers, settings, exercises or None, source)
