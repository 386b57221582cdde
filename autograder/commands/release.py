"""The command that makes what students get."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.commands.exit_status import PASSED


@click.command()
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="The folder to write; FOLDER.zip is written beside it.",
)
@click.option(
    "--assignment",
    "names",
    metavar="NAME",
    multiple=True,
    help="The assignment; or several. [default: the first]",
)
@click.option("--all-hints", is_flag=True, help="Give out also the hints in which a line of an answer stands.")
def release(to: Path, names: tuple[str, ...], all_hints: bool) -> int:
    """Make what students get: exercises, notebooks, data and the grader, without any answer.

    Nothing is written where a line of an answer or of a known mistake would be given out. Students install the folder
    or the zip with pip, as does whoever makes an image for JupyterHub.

    \b
    autograder release --to digits
    autograder release --to week2 --assignment a2_training_better
    """
    from autograder import course as courses
    from autograder.build import BuildError
    from autograder.build.release import ReleaseError, bundle, write
    from autograder.report.terminal import clean

    course = courses.load()
    chosen = [course.assignment(name) for name in names] or [course.assignment()]
    try:
        files = bundle(course, chosen, all_hints)
        archive = write(files, to)
    except (BuildError, ReleaseError) as error:
        raise click.ClickException(str(error)) from None
    size = sum(map(len, files.values())) / 1e6
    click.echo(clean(f"{to} and {archive} written: {len(files)} files, {size:.1f} MB, and no answer in them."))
    return PASSED
