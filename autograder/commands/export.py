"""The commands of `autograder export`: a class's results made ready for other systems."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.commands.exit_status import NOT_PASSED, PASSED

if TYPE_CHECKING:
    from autograder.classroom.exports import GradedClass
    from autograder.classroom.roster import People

RIVALS = "Left out, because somebody else has the same number: "
SHOWN = 10  # names of one line


class ExportGroup(click.Group):
    """A group whose commands say in one line why something can't be exported."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        from autograder.classroom.exports import ExportError

        try:
            return super().invoke(context)
        except ExportError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=ExportGroup)
def export() -> None:
    """Make a class's results ready for Canvas, Moodle or Gradescope."""


results_argument = click.argument("results", type=click.Path(path_type=Path, file_okay=False, exists=True))
to_option = click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE", help="The file to write."
)


roster_option = click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE.csv",
    help="The platform's own list of students, where their folders are not called as in its download: Canvas's "
    "gradebook, Moodle's grading worksheet.",
)


@export.command()
@results_argument
@to_option
@click.option("--title", required=True, help="The assignment as Canvas calls it, best with its number: Digits (4711).")
@roster_option
def canvas(results: Path, to: Path, title: str, roster: Path | None) -> int:
    """RESULTS as a table for Canvas's Import Grades."""
    from autograder.classroom import exports

    graded = exports.graded_class(results)
    people = _people(graded, roster, "ID")
    kept = [row for row in graded.rows if row.student not in people.rivals]
    asked = "so Canvas looks for a login or SIS ID of that name"
    unknown = [row.student for row in kept if row.student not in people.known and row.status != "broken"]
    says = _Says(left_out=[(RIVALS, people.rivals)])
    if roster is not None:
        says.left_out.append((f"Not found in {roster}, {asked}: ", unknown))
    else:
        says.notes.append((f"No Canvas ID is known (--roster with Canvas's gradebook tells it), {asked}", unknown))
    written = [row.student for row in kept if row.status != "broken"]
    return _exported(graded, to, exports.canvas_csv(kept, title, people.known), written, people, says)


@export.command()
@results_argument
@to_option
@click.option(
    "--feedback", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.zip", help="The pages too, as a zip."
)
@roster_option
def moodle(results: Path, to: Path, feedback: Path | None, roster: Path | None) -> int:
    """RESULTS as Moodle's grading worksheet, with --feedback also the pages for Moodle's multiple feedback files."""
    import io

    from autograder.classroom import exports

    graded = exports.graded_class(results)
    people = _people(graded, roster, "Identifier")
    written = [row.student for row in graded.rows if row.student in people.known and row.status != "broken"]
    unknown = [row.student for row in graded.rows if row.student not in {*people.known, *people.rivals}]
    if feedback is not None and written:
        stream = io.BytesIO()
        exports.moodle_feedback(exports.pages(results, graded), people.known, stream)
        _write(feedback, stream.getvalue())
    why = f"Not found in {roster}, so " if roster is not None else "With --roster give Moodle's grading worksheet, as "
    says = _Says(left_out=[(RIVALS, people.rivals), (f"{why}Moodle's number is not known of: ", unknown)])
    text = exports.moodle_csv(graded.rows, people.known, _explained(graded.assignment))
    return _exported(graded, to, text, written, people, says)


@export.command()
@to_option
@click.option("--assignment", metavar="NAME", help="The assignment. [default: the first of the course]")
@click.option("--seed", type=click.IntRange(min=0), help="Which random inputs. [default: a new secret]")
@click.option(
    "--sandbox",
    type=click.Choice(["bubblewrap", "none"]),
    default="bubblewrap",
    show_default=True,
    help="none grades where containers may not be nested; a submission can then reach the answers and its marks.",
)
def gradescope(to: Path, assignment: str | None, seed: int | None, sandbox: str) -> int:
    """A zip for Gradescope's Configure Autograder: the course, its answers and a seed. Keep it to yourself."""
    import io
    import secrets

    from autograder import course as courses
    from autograder.classroom.gradescope import autograder_zip

    course, stream = courses.load(), io.BytesIO()
    chosen = course.assignment(assignment)
    seed = secrets.randbits(63) if seed is None else seed
    autograder_zip(course, chosen.name, seed, stream, sandbox=sandbox)
    _write(to, stream.getvalue())
    click.echo(f"{to} written. It holds the answers: give it to Gradescope, and to nobody else.")
    return PASSED


@dataclass
class _Says:
    """What a person has to know of an export: lines that begin so, with names behind.

    left_out  what makes the table less than it should be: all names, and the exit status is 1
    notes     what should be known before it is uploaded: the first names
    """

    left_out: list[tuple[str, Collection[str]]] = field(default_factory=list)
    notes: list[tuple[str, Collection[str]]] = field(default_factory=list)


def _people(graded: GradedClass, roster: Path | None, column: str) -> People:
    """Who is who, from the folders' names or the platform's own list; those count, too, who have no result yet."""
    from autograder.classroom.roster import look_up

    try:
        text = roster.read_text(encoding="utf-8-sig") if roster is not None else ""
    except UnicodeDecodeError:
        raise click.ClickException(f"{roster} is not UTF-8 text. Export it again, as CSV.") from None
    if roster is not None and not text.strip():
        raise click.ClickException(f"{roster} is empty. Export it again from the platform.")
    return look_up(list(graded.names), text, column)


def _explained(assignment: str) -> dict[str, str]:
    """The catalogue's sentences; none for an assignment that the course has no more."""
    from autograder import course as courses
    from autograder.classroom import exports

    course = courses.load()
    try:
        return exports.explanations(course, course.assignment(assignment))
    except courses.CourseError:
        return {}


def _exported(graded: GradedClass, to: Path, text: str, written: Collection[str], people: People, says: _Says) -> int:
    """Write a table with rows for `written`, and say of whom it is not, and whose 0 is no judgement."""
    if written:
        _write(to, text.encode("utf-8", "replace"))
        click.echo(f"{to} written, with {len(written)} of {len(graded.names)} students.")
    else:
        _tell(f"{to} is not written, as nobody would be in it.")
    left_out = [
        ("No mark, because the grading broke: ", [row.student for row in graded.rows if row.status == "broken"]),
        *says.left_out,
    ]
    notes = [
        ("Given 0 marks, because nothing could be read", [r.student for r in graded.rows if r.status == "unreadable"]),
        ("Left out, because the class of the last run does not have them", graded.left_over),
        ("On the list of students, with nothing handed in", people.absent),
        *says.notes,
    ]
    if not graded.finished:
        _tell(_unfinished(graded))
    for why, students in left_out:
        if students:
            _tell(why + ", ".join(students))
    for why, students in notes:
        if students:
            _tell(f"{why} ({len(students)}): {_first(students)}")
    complete = written and graded.finished and not any(students for _, students in left_out)
    return PASSED if complete else NOT_PASSED


def _unfinished(graded: GradedClass) -> str:
    from autograder.classroom.exports import GO_ON

    waiting = graded.waiting
    missing = f"{len(waiting)} of {len(graded.names)} have no result yet ({_first(waiting)})"
    what = missing if waiting else "some marks may be older than what was handed in"
    return f"This is not the whole class, because its grading has not come to its end: {what}. Now {GO_ON}"


def _first(students: Collection[str]) -> str:
    """Names on one line; of many the first."""
    shown = ", ".join(list(students)[:SHOWN])
    return shown if len(students) <= SHOWN else f"{shown} and {len(students) - SHOWN} more"


def _tell(line: str) -> None:
    from autograder.report.terminal import clean

    click.echo(clean(line), err=True)


def _write(path: Path, data: bytes) -> None:
    from autograder.files import write_whole

    try:
        write_whole(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} can't be written: {error.strerror}.") from None
