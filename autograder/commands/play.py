"""`autograder play`: a network becomes a page to draw on, and the page is opened. The docstring is the help."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.exit_status import PASSED
from autograder.commands.shared import own_folder

if TYPE_CHECKING:
    from autograder.network import Network
    from autograder.report.play_page import Sample


@click.command()
@click.argument("network", type=click.Path(path_type=Path), required=False)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the page goes. [default: play.html, beside the network]",
)
@click.option("--no-open", is_flag=True, help="Make the page, and leave it to you to open it.")
def play(network: Path | None, out: Path | None, no_open: bool) -> int:
    """Draw digits, and see your own network read them, and why.

    NETWORK is a file that `autograder train` made; without it, the network.npz of the course's folder. The page is one
    file that needs no server and no network connection, so that it can be kept, sent or opened on a phone.
    """
    from autograder.files import Unwritable, whole_file
    from autograder.network import NetworkError, load
    from autograder.report import play_page
    from autograder.report.terminal import clean

    path = network or _default()
    page = out or path.with_name("play.html")
    try:
        found = load(path)
    except NetworkError as error:
        raise click.ClickException(str(error)) from None
    good, bad = _samples(found)
    try:
        with whole_file(page) as put:
            put(play_page.page(found, path.name, good, bad))
    except Unwritable as error:
        raise click.ClickException(f"{error} (--out FILE puts the page elsewhere.)") from None
    opened = not no_open and _open(page)
    click.echo(clean(f"{page} is open in your browser." if opened else f"Open {page} in a browser, and draw."))
    return PASSED


def _default() -> Path:
    """The network of the course's folder, else of the current one."""
    from autograder import course
    from autograder.network import FILE

    try:
        return own_folder(course.load()) / FILE
    except course.CourseError:
        return Path(FILE)


def _samples(network: Network) -> tuple[list[Sample], list[Sample]]:
    """Digits of the course to start from. Without its data there are none, and one can draw all the same."""
    from autograder import digits
    from autograder.course import CourseError
    from autograder.report import play_page

    try:
        return play_page.samples(network, *digits.load("test"))
    except (CourseError, digits.DigitsError) as error:
        click.echo(f"The page has no digits to start from: {error}", err=True)
        return [], []


def _open(page: Path) -> bool:
    """Show a file in the browser. Where there is no screen there may be one that takes over the terminal: not that."""
    windows_or_mac = sys.platform in ("win32", "cygwin", "darwin")
    if not windows_or_mac and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")):
        return False
    return webbrowser.open(page.resolve().as_uri())
