"""`autograder pack`: the file to hand in, with a receipt. The docstring is the help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.exit_status import NOT_PASSED, PASSED
from autograder.commands.shared import assignment_option, moved_aside, own_folder, own_work, submission_option

if TYPE_CHECKING:
    from autograder.classroom.intake import Handed
    from autograder.course import Assignment, Course

SHORTEST = 8  # digits of a receipt that are enough to compare


@click.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the file goes. [default: ASSIGNMENT.zip in the course's folder]",
)
@click.option(
    "--verify",
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE",
    help="Pack nothing: tell the receipt of a file or folder that is there.",
)
@click.option("--receipt", metavar="HASH", help="With --verify: the receipt that it should have.")
@submission_option
@assignment_option
def pack(
    out: Path | None, verify: Path | None, receipt: str | None, submission: Path | None, assignment: str | None
) -> int:
    """Make the file to hand in, and a receipt for it.

    The receipt is a hash of what you hand in. The results of your class hold the same one where the same content was
    graded, so both sides can tell that nothing was lost or mixed up on the way.

    \b
    autograder pack
    autograder pack --verify a1_first_network.zip
    """
    from autograder import course as courses
    from autograder.classroom import packing
    from autograder.files import write_whole
    from autograder.report.terminal import clean

    course = courses.load()
    chosen = course.assignment(assignment)
    path = own_work(course, submission)
    if receipt is not None and verify is None:
        raise click.UsageError("--receipt goes with --verify FILE.")
    try:
        if verify is not None:
            return _verify(packing.received(verify, chosen.name), verify, receipt)
        handed = packing.collect(path, chosen.name)
    except packing.PackError as error:
        raise click.ClickException(str(error)) from None
    place = out or own_folder(course) / f"{chosen.name}.zip"
    data = packing.archive(handed.files)
    kept = None
    try:
        if not place.is_file() or place.read_bytes() != data:
            kept = moved_aside(place)
            write_whole(place, data)
    except OSError as error:
        raise click.ClickException(f"{place} can't be written: {error.strerror}.") from None
    if packing.received(place, chosen.name).content_hash != handed.content_hash:
        raise RuntimeError(f"{place} does not hold what was packed")
    click.echo(clean(f"{place} is ready to be handed in. It holds {', '.join(sorted(handed.files))}."))
    if kept:
        click.echo(clean(f"The one before is {kept}."))
    click.echo(_reached(course, chosen, path))
    click.echo(f"Receipt: {handed.content_hash}")
    click.echo("Keep the receipt, or its first eight digits: the results of your class hold it too.")
    return PASSED


def _reached(course: Course, assignment: Assignment, path: Path) -> str:
    """How much of it is known to pass: nobody should hand in by mistake what is not finished."""
    from autograder.desk.progress import Progress
    from autograder.student.source import read

    known = Progress(course, assignment).recall(read(path, assignment.name))
    passed, total = sum(result.status == "passed" for result in known.values()), len(assignment.names)
    if passed == total:
        return f"All {total} exercises pass."
    return f"{passed} of {total} exercises are known to pass. To see how the others stand: autograder list"


def _verify(handed: Handed, path: Path, receipt: str | None) -> int:
    """Tell the receipt of something that is there, and whether it is the one expected."""
    from autograder.report.terminal import clean

    if handed.trouble:
        raise click.ClickException(f"{path}: {handed.trouble}")
    click.echo(clean(f"{path} holds {', '.join(sorted(handed.files))}."))
    click.echo(f"Receipt: {handed.content_hash}")
    if receipt is None:
        return PASSED
    given = "".join(receipt.split()).lower()
    if len(given) < SHORTEST:
        raise click.UsageError(f"a receipt has 64 digits, and at least {SHORTEST} of them are needed to compare.")
    same = handed.content_hash.startswith(given)
    click.echo("That is the content of the receipt." if same else "That is NOT the content of the receipt.")
    return PASSED if same else NOT_PASSED
