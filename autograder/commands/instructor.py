"""The commands of an instructor: grade, compare, derive, prove. The docstrings are the help that people read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.exit_status import BROKEN, NOT_PASSED, PASSED, STOPPED
from autograder.commands.shared import assignment_of_exercise_option, complain, judge_submission, without_marks

if TYPE_CHECKING:
    from autograder.classroom.gradebook import Place
    from autograder.classroom.run import Options
    from autograder.classroom.similarity import Comparison
    from autograder.course import Assignment, Course
    from autograder.judge.results import Result

SHOWN = 10  # names in the terminal; the rest stand in the tables


@click.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the first of the course]")
@click.option(
    "--json",
    "json_out",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="OUT.json",
    help="One submission: write the result there; - for standard output. Without it, a table is shown.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A class: SUBMISSION is a folder or zip of all that was handed in; results go to this folder.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="A class: how many at once. [default: one a processor, here or in the cluster]",
)
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="A class: grade on the Dask cluster at this address.")
@click.option("--gradebook", metavar="URL", help="A class: nbgrader's gradebook. [default: that beside SUBMISSION]")
@click.option("--no-gradebook", is_flag=True, help="A class: leave nbgrader's gradebook alone.")
@click.option("--regrade", is_flag=True, help="A class: grade again what has a result already.")
@click.option(
    "--seed", type=click.IntRange(min=0), help="Which random inputs. [default: the public ones; for a class a secret]"
)
@click.option(
    "--sandbox",
    type=click.Choice(["auto", "bubblewrap", "none"]),
    default="auto",
    show_default=True,
    help="How to shut in the code; auto is bubblewrap where it runs. A class is not graded without, unless by none.",
)
def grade(
    submission: Path,
    assignment: str | None,
    json_out: Path | None,
    out: Path | None,
    jobs: int | None,
    scheduler: str | None,
    gradebook: str | None,
    no_gradebook: bool,
    regrade: bool,
    seed: int | None,
    sandbox: str,
) -> int:
    """Grade one SUBMISSION (a .py file, a notebook, or a folder with one of them), or with --out a whole class.

    The exit status is 0 when all was graded, whatever the marks, and 3 when the grader itself is broken.

    \b
    autograder grade alice.ipynb --json alice.json
    autograder grade submitted/ --out results/ --jobs 4
    """
    from autograder import course as courses

    course = courses.load()
    chosen = course.assignment(assignment)
    if out is not None:
        if json_out is not None:
            raise click.UsageError("--json is for one submission, --out for a class: use one of them.")
        from autograder.classroom.run import Options

        if out.resolve().is_relative_to(submission.resolve()):
            raise click.UsageError(f"{out} lies in {submission}, and would be graded with it: choose another --out.")
        if scheduler is None:  # else the cluster's machines are asked
            _demand_sandbox(sandbox)
        walls = "none" if sandbox == "none" else "bubblewrap"
        if gradebook and no_gradebook:
            raise click.UsageError("--gradebook and --no-gradebook say the opposite: use one of them.")
        book = None if no_gradebook else _gradebook(submission, gradebook)
        options = Options(jobs, scheduler, seed, walls, regrade, book=book)
        return _grade_class(course, chosen, submission, out, options)
    for value, option in (
        (jobs, "--jobs"),
        (scheduler, "--scheduler"),
        (regrade, "--regrade"),
        (gradebook, "--gradebook"),
        (no_gradebook, "--no-gradebook"),
    ):
        if value:
            raise click.UsageError(f"{option} is for a class, which needs --out FOLDER as well.")
    seed = courses.PUBLIC_SEED if seed is None else seed
    if json_out is None or str(json_out) == "-":
        result = judge_submission(course, chosen, submission, seed, sandbox)
        status = _report(result, chosen, as_json=json_out is not None)
        if result.status == "unreadable" and _holds_folders_with(submission, chosen):
            complain(
                status, "It looks like a class: --out FOLDER grades each folder in it, and puts the results there."
            )
        return status
    from autograder.files import Unwritable, whole_file

    try:
        with whole_file(json_out) as put:
            result = judge_submission(course, chosen, submission, seed, sandbox)
            put(result.to_json())
    except Unwritable as error:
        raise click.ClickException(str(error)) from None
    return PASSED if result.status == "graded" else without_marks(result, PASSED)


def _holds_folders_with(folder: Path, assignment: Assignment) -> bool:
    """Whether files of the assignment lie in the folder's folders, as in a class."""
    return any(next(folder.glob(f"{way}/{assignment.name}.*"), None) for way in ("*", f"*/{assignment.name}"))


def _report(result: Result, assignment: Assignment, as_json: bool) -> int:
    """A result on standard output, as JSON in UTF-8 whatever the console or as a table."""
    from autograder import files
    from autograder.report import terminal

    if as_json:
        sys.stdout.buffer.write(files.encoded(result.to_json()))
        sys.stdout.buffer.flush()
    elif result.status == "graded":
        terminal.show(terminal.console(), result, assignment)
    return PASSED if result.status == "graded" else without_marks(result, PASSED)


def _grade_class(
    course: Course,
    assignment: Assignment,
    submitted: Path,
    out: Path,
    options: Options,
) -> int:
    """Grade all that was handed in, and say what came of it."""
    from autograder.classroom.cluster import ClusterError
    from autograder.classroom.gradebook import GradebookError
    from autograder.classroom.intake import IntakeError
    from autograder.classroom.run import grade_folder
    from autograder.classroom.store import StoreError, WriteError
    from autograder.report.progress import ClassProgress
    from autograder.report.terminal import clean, console, one_line

    try:
        with ClassProgress(console()) as progress:
            report = grade_folder(submitted, out, course, assignment, options, progress)
    except WriteError as error:
        return complain(BROKEN, str(error))
    except (IntakeError, StoreError, ClusterError, GradebookError) as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        return complain(STOPPED, "Stopped. What was graded is kept: the same command goes on with the rest.")
    book = " The marks are in nbgrader's gradebook too." if options.book else ""
    kept = f", {report.kept} were graded before" if report.kept else ""
    unread = f", of which {len(report.unreadable)} could not be read" if report.unreadable else ""
    click.echo(f"{report.graded} graded{unread}{kept}. Look at {clean(str(out / 'class.html'))}.{book}")
    for student, reason in sorted(report.unreadable.items())[:SHOWN]:
        click.echo(f"  {one_line(student)} has no marks, because nothing could be read: {one_line(reason)}")
    if len(report.unreadable) > SHOWN:
        click.echo(f"  … and {len(report.unreadable) - SHOWN} more: `unreadable` in grades.csv.")
    for student, file in sorted(report.other_assignment.items())[:SHOWN]:
        told = f"{one_line(student)} has 0 for {one_line(file)}, which was judged as {assignment.name}."
        click.echo(f"  {told} Is it the right --assignment?")
    for student, reason in list(report.broken.items())[:SHOWN]:
        complain(BROKEN, f"{student} could not be graded, and has no mark: {reason}")
    return BROKEN if report.broken else PASSED


def _gradebook(submitted: Path, url: str | None) -> Place | None:
    from autograder.classroom.gradebook import GradebookError, place

    try:
        return place(submitted, url)
    except GradebookError as error:
        raise click.ClickException(str(error)) from None


def _demand_sandbox(name: str) -> None:
    """A class is strangers' code: it runs without walls only where that was asked for."""
    from autograder.student.sandbox import why_no_bubblewrap

    trouble = "" if name == "none" else why_no_bubblewrap()
    if trouble:
        raise click.ClickException(f"{trouble} (--sandbox none grades without: only code that you trust.)")


@click.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the first of the course]")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.html")
def similar(submission: Path, assignment: str | None, to: Path) -> int:
    """Show which of a class's submissions are suspiciously alike.

    SUBMISSION is a folder or zip of all that was handed in. What the stub holds and what much of the class has in
    common is left out. The page is for a person to look at: alike is not yet copied.
    """
    from autograder import course as courses
    from autograder.classroom import intake, similarity
    from autograder.files import Unwritable, whole_file
    from autograder.report import similar_page

    course = courses.load()
    chosen = course.assignment(assignment)
    stub = course.root / "exercises" / f"{chosen.name}.py"
    try:
        with whole_file(to) as put:
            entries = intake.entries(submission, chosen.name)
            known = stub.read_text(encoding="utf-8") if stub.is_file() else ""
            others = {assignment.name for assignment in course.assignments} - {chosen.name}
            found = similarity.compare(entries, chosen.name, known, others)
            put(similar_page.page(chosen.title, found.compared, found.pairs, found.same))
    except (intake.IntakeError, similarity.SimilarityError, Unwritable) as error:
        raise click.ClickException(str(error)) from None
    pairs = "1 pair" if len(found.pairs) == 1 else f"{len(found.pairs)} pairs"
    click.echo(f"{pairs} to look at, of {found.compared} submissions. Look at {to}.")
    _tell_of_comparison(found)
    return PASSED


def _tell_of_comparison(found: Comparison) -> None:
    """What the pairs do not show: code that is common because many have copied it, and who was not compared."""
    from autograder.report.terminal import one_line

    for group in found.same[:SHOWN]:
        listed = ", ".join(group[:SHOWN]) + (f" and {len(group) - SHOWN} more" if len(group) > SHOWN else "")
        click.echo(
            one_line(f"{len(group)} hold the same code, too many for the pairs, which show what is rare: {listed}.")
        )
    for student, why in sorted(found.left_out.items())[:SHOWN]:
        click.echo(f"  {one_line(student)} was not compared: {one_line(why)}")
    if len(found.left_out) > SHOWN:
        click.echo(f"  … and {len(found.left_out) - SHOWN} more were not compared.")


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a file is stale.")
@click.option("--force", is_flag=True, help="Write over a stub file in which somebody has worked.")
def build(only_check: bool, force: bool) -> int:
    """Derive the exercises and the notebooks from the solution files."""
    from autograder import course as courses
    from autograder.build import BuildError, build_all
    from autograder.report import terminal

    try:
        with terminal.busy("Deriving files, and recording answers; a minute for each assignment or so …"):
            paths = build_all(courses.load(), check=only_check, force=force)
    except BuildError as error:
        raise click.ClickException(str(error)) from None
    for path in paths:
        click.echo(f"{path} is stale: run `autograder build`." if only_check else f"{path} written.")
    if not paths:
        click.echo("All derived files are up to date.")
    return NOT_PASSED if only_check and paths else PASSED


@click.command()
@click.argument("exercises", metavar="[EXERCISE]...", nargs=-1)
@assignment_of_exercise_option
@click.option("--seeds", type=click.IntRange(min=1), default=1, show_default=True, help="How many seeds, from 0 on.")
@click.option("--jobs", type=click.IntRange(min=1), default=2, show_default=True, help="How many processes.")
def selftest(exercises: tuple[str, ...], assignment: str | None, seeds: int, jobs: int) -> int:
    """Prove the judge on the catalogue of mistakes and on right variants.

    Every mistake has to be caught and named, no other function may pay for it, and every right variant has to pass.
    The exit status is 1 where that is not so.
    """
    from autograder import course as courses
    from autograder.judge.selftest import matrix
    from autograder.names import assignment_for
    from autograder.report.matrix import show_matrix
    from autograder.report.terminal import console

    chosen = assignment_for(courses.load(), assignment, exercises)
    rows, seconds = matrix(chosen.name, range(seeds), exercises, jobs)
    show_matrix(console(), rows, seconds)
    return PASSED if not any(row.faults for row in rows) else NOT_PASSED
