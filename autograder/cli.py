"""The command line: words typed turned into calls made. The docstrings are the help that people read.

Exit statuses tell the truth: 0 done or passed, 1 not all passed, 2 typed wrongly, 3 the grader is broken, 130 stopped
by Ctrl-C. Each error is one line on standard error. NumPy and pytest are imported only by what needs them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.cli_export import export
from autograder.course import Assignment, Course, CourseError
from autograder.exit_status import BROKEN, NOT_PASSED, PASSED, STOPPED, USAGE

if TYPE_CHECKING:
    from autograder.judge.results import ExerciseResult, Result

class CommandLine(click.Group):
    """A group of commands whose errors are one line each, and whose exit status is what the command returns."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command and leave the process with its status."""
        options["standalone_mode"] = False
        try:
            status = super().main(*args, **options)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "autograder"
            status = _complain(USAGE, f"{error.format_message()} (See: {command} --help)")
        except click.ClickException as error:
            status = _complain(USAGE, error.format_message())
        except CourseError as error:
            status = _complain(USAGE, str(error))
        except click.Abort:
            status = _complain(STOPPED, "Stopped.")
        except Exception as error:
            if os.environ.get("AUTOGRADER_TRACEBACK"):
                raise
            kind = type(error).__name__
            status = _complain(BROKEN, f"{OURS} {kind}: {error} (AUTOGRADER_TRACEBACK=1 shows where.)")
        sys.exit(status or PASSED)


OURS = "The grader itself is broken, and that is not your fault:"


def _complain(status: int, message: str) -> int:
    """Say in one line what went wrong."""
    from autograder.report.terminal import one_line

    click.echo(f"autograder: {one_line(message)}", err=True)
    return status


@click.group(
    cls=CommandLine,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="digits-from-scratch", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Digits from Scratch: build a neural network in NumPy, and be told which mistake you made.

    Begin with `autograder check`, which judges your exercises and explains the first mistake, or with
    `autograder watch`, which does so each time you save.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


seed_option = click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Which random inputs to judge with."
)
submission_option = click.option(
    "--submission",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Your file or folder. [default: the course's exercises folder]",
)
assignment_option = click.option(
    "--assignment", metavar="NAME", help="The assignment. [default: the first of the course]"
)


@commands.command()
@click.argument("exercises", metavar="[EXERCISE]...", nargs=-1)
@submission_option
@assignment_option
@seed_option
def check(exercises: tuple[str, ...], submission: Path | None, assignment: str | None, seed: int) -> int:
    """Judge your own functions, all of them or those that you name.

    The exit status is 0 when all that was asked for passes, and 1 when not.

    \b
    autograder check              everything, and the first thing to mend
    autograder check softmax      one exercise, check by check
    """
    from autograder import course as courses
    from autograder.names import demand_exercises
    from autograder.report import terminal

    course = courses.load()
    chosen = course.assignment(assignment)
    demand_exercises(chosen, exercises)
    path = submission or _from_here(course.root / "exercises")
    result = _judge(course, chosen, path, seed, "none", exercises)
    if result.status != "graded":
        return _without_marks(result, NOT_PASSED)
    if seed == 0:
        _remember(course, chosen, path, result)
    again = "autograder check {}" + (f" --submission {submission}" if submission else "")
    terminal.show(terminal.console(), result, chosen, asked=exercises, again=again)
    return PASSED if result.passed else NOT_PASSED


@commands.command()
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
@click.option("--jobs", type=click.IntRange(min=1), help="A class: how many at once. [default: one a processor]")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="A class: grade on the Dask cluster at this address.")
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
        return _grade_class(course, chosen, submission, out, jobs, scheduler, seed, sandbox, regrade)
    for value, option in ((jobs, "--jobs"), (scheduler, "--scheduler"), (regrade, "--regrade")):
        if value:
            raise click.UsageError(f"{option} is for a class, which needs --out FOLDER as well.")
    seed = seed or 0
    if json_out is None or str(json_out) == "-":
        result = _judge(course, chosen, submission, seed, sandbox)
        return _report(result, chosen, as_json=json_out is not None)
    from autograder.report.files import Unwritable, whole_file

    try:
        with whole_file(json_out) as put:
            result = _judge(course, chosen, submission, seed, sandbox)
            put(result.to_json())
    except Unwritable as error:
        raise click.ClickException(str(error)) from None
    return PASSED if result.status == "graded" else _without_marks(result, PASSED)


def _grade_class(
    course: Course,
    assignment: Assignment,
    submitted: Path,
    out: Path,
    jobs: int | None,
    scheduler: str | None,
    seed: int | None,
    sandbox: str,
    regrade: bool,
) -> int:
    """Grade all that was handed in, and say what came of it."""
    from autograder.classroom.cluster import ClusterError
    from autograder.classroom.intake import IntakeError
    from autograder.classroom.run import Options, grade_folder
    from autograder.classroom.store import StoreError
    from autograder.report.progress import ClassProgress
    from autograder.report.terminal import clean, console
    from autograder.student.sandbox import why_no_bubblewrap

    trouble = "" if sandbox == "none" else why_no_bubblewrap()
    if trouble:
        raise click.ClickException(f"{trouble} (--sandbox none grades without: only code that you trust.)")
    options = Options(
        jobs=jobs or _processors(),
        scheduler=scheduler,
        seed=seed,
        sandbox="none" if sandbox == "none" else "bubblewrap",
        regrade=regrade,
    )
    try:
        with ClassProgress(console()) as progress:
            report = grade_folder(submitted, out, course, assignment, options, progress)
    except (IntakeError, StoreError, ClusterError) as error:
        raise click.ClickException(str(error)) from None
    kept = f", {report.kept} were graded before" if report.kept else ""
    click.echo(f"{report.graded} graded{kept}. Look at {clean(str(out / 'class.html'))}.")
    for student, reason in list(report.broken.items())[:10]:
        _complain(BROKEN, f"{student} could not be graded, and has no mark: {reason}")
    return BROKEN if report.broken else PASSED


def _processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@commands.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a file is stale.")
@click.option("--force", is_flag=True, help="Write over a stub file in which somebody has worked.")
def build(only_check: bool, force: bool) -> int:
    """Derive the exercises and the notebooks from the solution files (for instructors)."""
    from autograder import course as courses
    from autograder.build import BuildError, build_all

    try:
        paths = build_all(courses.load(), check=only_check, force=force)
    except BuildError as error:
        raise click.ClickException(str(error)) from None
    for path in paths:
        click.echo(f"{path} is stale: run `autograder build`." if only_check else f"{path} written.")
    if not paths:
        click.echo("All derived files are up to date.")
    return NOT_PASSED if only_check and paths else PASSED


@commands.command()
@click.argument("exercises", metavar="[EXERCISE]...", nargs=-1)
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the first of the course]")
@click.option("--seeds", type=click.IntRange(min=1), default=1, show_default=True, help="How many seeds, from 0 on.")
@click.option("--jobs", type=click.IntRange(min=1), default=2, show_default=True, help="How many processes.")
def selftest(exercises: tuple[str, ...], assignment: str | None, seeds: int, jobs: int) -> int:
    """Prove the judge on the catalogue of mistakes and on right variants (for instructors).

    Every mistake has to be caught and named, no other function may pay for it, and every right variant has to pass.
    The exit status is 1 where that is not so.
    """
    from autograder import course as courses
    from autograder.judge.selftest import matrix
    from autograder.names import demand_exercises
    from autograder.report.matrix import show_matrix
    from autograder.report.terminal import console

    chosen = courses.load().assignment(assignment)
    demand_exercises(chosen, exercises)
    rows, seconds = matrix(chosen.name, range(seeds), exercises, jobs)
    show_matrix(console(), rows, seconds)
    return PASSED if not any(row.faults for row in rows) else NOT_PASSED


@commands.command()
@click.argument("exercise")
@click.argument("number", type=click.IntRange(1, 3), default=1)
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the first of the course]")
def hint(exercise: str, number: int, assignment: str | None) -> int:
    """Show a hint for an EXERCISE: NUMBER 1 is a nudge, 3 is nearly the line.

    \b
    autograder hint softmax
    autograder hint softmax 2
    """
    from autograder import course as courses
    from autograder import guide
    from autograder.names import assignment_with, demand_exercises
    from autograder.report.terminal import clean

    course = courses.load()
    chosen = course.assignment(assignment) if assignment else assignment_with(course, exercise)
    demand_exercises(chosen, [exercise])
    if exercise == chosen.gate.name:
        raise click.ClickException(f"There is no hint for {exercise}: it is made of all the others.")
    hints = guide.load(chosen.name)[exercise].hints
    click.echo(clean(hints[number - 1]))
    if number < len(hints):
        click.echo(f"\nMore, if you want it: autograder hint {exercise} {number + 1}")
    return PASSED


@commands.command("list")
@submission_option
@assignment_option
def list_(submission: Path | None, assignment: str | None) -> int:
    """List all exercises: what passes, what is to be mended or written, and where you are."""
    from autograder.report import terminal

    course, chosen, path = _desk(submission, assignment)
    results = _standing(course, chosen, path)
    terminal.show_standing(terminal.console(), list(results.values()), chosen, path)
    return PASSED


@commands.command("next")
@submission_option
@assignment_option
def next_(submission: Path | None, assignment: str | None) -> int:
    """Say which exercise comes next, and what it asks for."""
    from autograder import guide
    from autograder.desk import screen
    from autograder.desk.standing import next_after
    from autograder.report import terminal

    course, chosen, path = _desk(submission, assignment)
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


@commands.command()
@click.argument("exercise")
@submission_option
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the one with this exercise]")
def reset(exercise: str, submission: Path | None, assignment: str | None) -> int:
    """Start an EXERCISE over: put its stub back, keep a copy of your file, and touch nothing else."""
    from autograder import course as courses
    from autograder import guide
    from autograder.desk.reset import ResetError
    from autograder.desk.reset import reset as put_back
    from autograder.names import assignment_with, demand_exercises
    from autograder.report.terminal import clean

    course = courses.load()
    chosen = course.assignment(assignment) if assignment else assignment_with(course, exercise)
    demand_exercises(chosen, [exercise])
    if exercise == chosen.gate.name:
        raise click.ClickException(f"{exercise} is no function: it is made of all the others. Reset one of those.")
    path = submission or _from_here(course.root / "exercises")
    try:
        backup = put_back(path, chosen, guide.load(chosen.name)[exercise])
    except ResetError as error:
        raise click.ClickException(str(error)) from None
    if backup is None:
        click.echo(f"{exercise} is as it was at first already.")
    else:
        click.echo(f"{exercise} is as it was at first. Your file as it was until now: {clean(str(backup))}")
    return PASSED


@commands.command()
@click.argument("exercise", required=False)
@submission_option
@assignment_option
def watch(exercise: str | None, submission: Path | None, assignment: str | None) -> int:
    """Watch your file: each time you save it, the exercise that you are at is judged.

    Begins with the first exercise that does not pass, or with EXERCISE, and moves on when it passes. In a terminal,
    single keys give hints, go back and forth, and quit.
    """
    from autograder.desk.watch import run
    from autograder.names import demand_exercises
    from autograder.student.source import Unreadable, read

    course, chosen, path = _desk(submission, assignment)
    demand_exercises(chosen, [exercise] if exercise else [])
    try:
        folder = read(path, chosen.name).folder
    except Unreadable as error:
        raise click.ClickException(str(error)) from None
    return PASSED if run(course, chosen, path, folder, exercise) else NOT_PASSED


def _desk(submission: Path | None, assignment: str | None) -> tuple[Course, Assignment, Path]:
    """The course, the assignment and the student's own file or folder."""
    from autograder import course as courses

    course = courses.load()
    path = submission or _from_here(course.root / "exercises")
    if not path.exists():
        raise click.ClickException(f"No file or folder is called {path}.")
    return course, course.assignment(assignment), path


def _standing(course: Course, assignment: Assignment, path: Path) -> dict[str, ExerciseResult]:
    """How all exercises stand: what is remembered, and verdicts on the rest."""
    from autograder.desk.progress import Progress
    from autograder.desk.standing import standing
    from autograder.student.source import Unreadable, read

    def judge(names: Sequence[str]) -> Sequence[ExerciseResult]:
        result = _judge(course, assignment, path, 0, "none", names)
        if result.status != "graded":
            raise click.ClickException(result.message)
        return result.exercises

    try:
        return standing(read(path, assignment.name), assignment, Progress(course, assignment), judge)
    except Unreadable as error:
        raise click.ClickException(str(error)) from None


def _remember(course: Course, assignment: Assignment, path: Path, result: Result) -> None:
    """Keep the verdicts, so that nobody has to wait for them again."""
    from autograder.desk.progress import Progress
    from autograder.student.source import read

    Progress(course, assignment).remember(read(path, assignment.name), result.exercises)


@commands.command()
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


def _from_here(path: Path) -> Path:
    """A path as short as it can be typed from the current folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _judge(
    course: Course, assignment: Assignment, path: Path, seed: int, sandbox: str, exercises: Sequence[str] = ()
) -> Result:
    """Judge a submission, with a sign of life while a person waits."""
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
        return judge.grade(path, course, assignment, answers, settings, exercises or None)


def _report(result: Result, assignment: Assignment, as_json: bool) -> int:
    """A result on standard output, as JSON in UTF-8 whatever the console or as a table."""
    from autograder.report import files, terminal

    if as_json:
        sys.stdout.buffer.write(files.encoded(result.to_json()))
        sys.stdout.buffer.flush()
    elif result.status == "graded":
        terminal.show(terminal.console(), result, assignment)
    return PASSED if result.status == "graded" else _without_marks(result, PASSED)


def _without_marks(result: Result, status: int) -> int:
    """Say why there are no marks; the status is the given one unless the grader is to blame."""
    if result.status == "broken":
        return _complain(BROKEN, f"{OURS} {result.message}")
    return _complain(status, result.message)


@commands.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the first of the course]")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.html")
def similar(submission: Path, assignment: str | None, to: Path) -> int:
    """Show which of a class's submissions are suspiciously alike (for instructors).

    SUBMISSION is a folder or zip of all that was handed in. What the stub holds and what much of the class has in
    common is left out. The page is for a person to look at: alike is not yet copied.
    """
    from autograder import course as courses
    from autograder.classroom import intake, similarity
    from autograder.report import similar_page
    from autograder.report.files import Unwritable, whole_file

    course = courses.load()
    chosen = course.assignment(assignment)
    stub = course.root / "exercises" / f"{chosen.name}.py"
    try:
        with whole_file(to) as put:
            entries = intake.entries(submission, chosen.name)
            known = stub.read_text(encoding="utf-8") if stub.is_file() else ""
            pairs = similarity.alike(entries, chosen.name, known)
            put(similar_page.page(chosen.title, len(entries), pairs))
    except (intake.IntakeError, similarity.SimilarityError, Unwritable) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(pairs)} pairs to look at, of {len(entries)} submissions. Look at {to}.")
    return PASSED


commands.add_command(export)


def main() -> None:
    """The entry point of `autograder`."""
    for name in ("OMP", "OPENBLAS", "MKL"):  # small matrices: more threads than one only wait for each other
        os.environ.setdefault(f"{name}_NUM_THREADS", "1")
    commands(prog_name="autograder")
