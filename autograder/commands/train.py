"""`autograder train`: from words typed to a session, its pictures and its files. The docstring is the help."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.commands.exit_status import NOT_PASSED, PASSED, STOPPED
from autograder.commands.shared import assignment_option, moved_aside, own_folder, own_work, submission_option

if TYPE_CHECKING:
    from autograder.course import Assignment, Course
    from autograder.student.source import Source
    from autograder.training.reading import Doubts
    from autograder.training.recipe import Options, Recipe
    from autograder.training.run import Run


@click.command()
@click.option("--digits", type=click.IntRange(min=1), help="How many digits to learn from.")
@click.option("--steps", type=click.IntRange(min=1), help="How many steps to take (epochs, where training has them).")
@click.option("--alpha", type=click.FloatRange(min=0, min_open=True), help="The learning rate.")
@click.option("--hidden", metavar="N[,N]...", help="How many units each hidden layer has.")
@click.option("--seed", type=click.IntRange(min=0), help="Which random start, and which digits.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where network.npz and report.html go. [default: the course's folder]",
)
@submission_option
@assignment_option
def train(out: Path | None, submission: Path | None, assignment: str | None, **asked: Any) -> int:
    """Train a network with your own functions, watch it learn, and read what came of it.

    It makes two files: network.npz, which `autograder play` reads, and report.html, with curves, pictures and what
    the run means. Ctrl-C ends it early, and keeps what was learned.

    \b
    autograder train
    autograder train --alpha 10 --steps 50        does it explode?
    autograder train --digits 20000 --steps 1000  better, and slower
    """
    from autograder import course as courses
    from autograder import network
    from autograder.digits import DigitsError
    from autograder.files import Unwritable, whole_file
    from autograder.report import terminal, training_page
    from autograder.report.training_view import TrainingView, show_findings
    from autograder.student.source import Unreadable, read
    from autograder.training import reading, recipe
    from autograder.training.run import ask
    from autograder.training.session import CannotTrain, Session

    course = courses.load()
    chosen = course.assignment(assignment)
    path = own_work(course, submission)
    how = recipe.find(chosen.name)
    if how is None:
        raise click.ClickException(f"`autograder train` does not know how to train {chosen.name}.")
    options = _options(how, asked)
    folder = out or own_folder(course)
    screen = terminal.console()
    try:
        source = read(path, chosen.name)
    except FileNotFoundError:
        raise click.ClickException(f"No file or folder is called {path}.") from None
    except Unreadable as error:
        raise click.ClickException(str(error)) from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with whole_file(folder / "report.html") as put:
            view = TrainingView(screen, options.steps, how.unit)
            with Session(source, chosen, how, options) as session, _stopping() as stopped, view:
                run = session.run(view.point, stopped)
                if run.end == "done":
                    session.compare_rates(run, view.comparison, stopped)
            answers = ask(run.network, run.new)
            findings = reading.read(run, answers, _doubts(course, chosen, source))
            show_findings(screen, findings)
            kept = moved_aside(folder / network.FILE)
            network.save(run.network, folder / network.FILE)
            put(training_page.page(run, answers, findings))
    except DigitsError as error:
        raise click.ClickException(str(error)) from None
    except CannotTrain as trouble:
        raise click.ClickException(f"{trouble} (See: autograder next)") from None
    except Unwritable as error:
        raise click.ClickException(f"{error} (--out FOLDER puts it elsewhere.)") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} can't be written: {error.strerror}.") from None
    for line in _written(folder, own_folder(course), kept, run):
        click.echo(terminal.clean(line))
    if run.end == "stopped":
        return STOPPED
    return NOT_PASSED if run.end == "failed" or not run.points[-1].is_finite else PASSED


def _doubts(course: Course, assignment: Assignment, source: Source) -> Doubts:
    """What `autograder check` knows about the functions that train, as they stand in the source."""
    from autograder.desk.progress import Progress
    from autograder.training.reading import Doubts

    known = Progress(course, assignment).recall(source)
    training = {name for called in assignment.gate.calls for name in (called, *assignment.all_needs(called))}
    names = [name for name in assignment.names if name in training]
    failing = (name for name in names if name in known and known[name].status != "passed")
    return Doubts(tuple(failing), tuple(name for name in names if name not in known))


def _options(how: Recipe, asked: dict[str, Any]) -> Options:
    """The recipe's defaults with what was asked for in their place."""
    from autograder.training.session import MOST_DIGITS

    given = {name: value for name, value in asked.items() if value is not None}
    if given.get("digits", 0) > MOST_DIGITS:
        raise click.BadParameter(f"there are {MOST_DIGITS:,}; the others measure the result", param_hint="--digits")
    if "hidden" in given:
        given["hidden"] = _sizes(given["hidden"], how.hidden_layers)
    return replace(how.defaults, **given)


def _sizes(text: str, layers: int | None) -> tuple[int, ...]:
    """Sizes of hidden layers as typed: "128" or "128,64"."""
    try:
        sizes = tuple(int(part) for part in text.split(","))
    except ValueError:
        sizes = ()
    if not sizes or min(sizes) < 1 or (layers is not None and len(sizes) != layers):
        wanted = "sizes with commas between, such as 128,64" if layers != 1 else "one number, such as 30"
        raise click.BadParameter(f"{text!r} is not {wanted}", param_hint="--hidden")
    return sizes


@contextmanager
def _stopping() -> Iterator[Callable[[], bool]]:
    """While open, the first Ctrl-C asks to stop after the stretch that is going on; the second one stops at once."""
    asked = False

    def ask(number: int, frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def _written(folder: Path, default: Path, kept: Path | None, run: Run) -> Iterator[str]:
    """What was written where, and what to do with it."""
    from autograder.network import FILE

    yield ""
    yield f"{folder / FILE}: the network ({run.network.sizes()})." + (f" The one before is {kept}." if kept else "")
    yield f"{folder / 'report.html'}: open it in a browser to see what it learned."
    elsewhere = "" if folder == default else f" {folder / FILE}"
    yield f"To draw digits for it:  autograder play{elsewhere}"
