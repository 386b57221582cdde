"""The commands of `autograder export`: a class's results made ready for other systems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.commands.exit_status import NOT_PASSED, PASSED

if TYPE_CHECKING:
    from autograder.classroom.summary import Summary


RIVALS = "Left out, because somebody else has the same number: "


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

    rows = exports.summaries(results)
    known, rivals = _known(rows, roster, "ID")
    kept = [row for row in rows if row.student not in rivals]
    return _exported(rows, to, exports.canvas_csv(kept, title, known), {RIVALS: rivals})


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

    rows = exports.summaries(results)
    known, rivals = _known(rows, roster, "Identifier")
    unknown = [row.student for row in rows if row.student not in known and row.student not in rivals]
    if feedback is not None:
        stream = io.BytesIO()
        exports.moodle_feedback(exports.pages(results, rows), known, stream)
        _write(feedback, stream.getvalue())
    left_out = {RIVALS: rivals, "Moodle's number is not known of: ": unknown}
    return _exported(rows, to, exports.moodle_csv(rows, known), left_out)


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
    from autograder.classroom import exports

    course, stream = courses.load(), io.BytesIO()
    chosen = course.assignment(assignment)
    seed = secrets.randbits(63) if seed is None else seed
    exports.gradescope_zip(course, chosen.name, seed, stream, sandbox=sandbox)
    _write(to, stream.getvalue())
    click.echo(f"{to} written. It holds the answers: give it to Gradescope, and to nobody else.")
    return PASSED


def _known(rows: Sequence[Summary], roster: Path | None, column: str) -> tuple[dict[str, str], list[str]]:
    """The platform's numbers of the students, from their folders' names or its own list, and who would share one."""
    from autograder.classroom import exports

    try:
        text = roster.read_text(encoding="utf-8-sig") if roster is not None else ""
    except UnicodeDecodeError:
        raise click.ClickException(f"{roster} is not UTF-8 text. Export it again, as CSV.") from None
    students = [row.student for row in rows]
    return exports.ids(students, text, column), exports.rivals(students, text, column)


def _exported(rows: Sequence[Summary], to: Path, text: str, left_out: Mapping[str, Sequence[str]]) -> int:
    """Write a table, and name those who are not in it: without a mark here, or without a number over there."""
    from autograder.report.terminal import clean

    _write(to, text.encode("utf-8", "replace"))
    click.echo(f"{to} written.")
    reasons = {
        "No mark, because the grading broke: ": [row.student for row in rows if row.status == "broken"],
        **left_out,
    }
    for why, students in reasons.items():
        if students:
            click.echo(clean(why + ", ".join(students)), err=True)
    return NOT_PASSED if any(reasons.values()) else PASSED


def _write(path: Path, data: bytes) -> None:
    from autograder.files import write_whole

    try:
        write_whole(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} can't be written: {error.strerror}.") from None
