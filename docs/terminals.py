"""Pictures of terminals and of the report, made of the real thing: `python docs/terminals.py` writes docs/images/.

Each command runs in a pseudo-terminal on a copy of the exercises, and what stands on its screen becomes an SVG. The
report is a page of a run of the reference, seen by a real browser. POSIX only; the pages need Chromium.
"""

from __future__ import annotations

import base64
import io
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import pseudo_terminal
from browser import BROWSER, Browser
from picture import submission
from pseudo_terminal import Terminal

IMAGES = Path(__file__).parent / "images"
NAME = "a1_first_network"
WIDTH = 80
# pyte's names of colours in rich's words.
COLOURS = {"brown": "yellow", "default": "", "brightblack": "bright_black"}
SIZES = {"report": (1280, 1500), "report-phone": (390, 1500)}


def main() -> None:
    """Make all pictures."""
    pseudo_terminal.PATIENCE = 600.0  # training takes its time, on a busy machine much of it
    IMAGES.mkdir(exist_ok=True)
    solution = (ROOT / "solutions" / f"{NAME}.py").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        for name in ("course.toml", "data"):
            (course / name).symlink_to(ROOT / name)
        file = course / "exercises" / f"{NAME}.py"
        file.parent.mkdir()
        file.write_text(submission(solution), encoding="utf-8")
        with opened(course, "watch", "softmax", height=24) as terminal:
            terminal.wait_for("not right yet", "whole matrix", gone="checking")
            save("watch", terminal, "autograder watch softmax")
        with opened(course, "hint", "softmax", "2", height=9) as terminal:
            terminal.wait_for("More, if you want it")
            save("hint", terminal, "autograder hint softmax 2")
        file.write_text(solution, encoding="utf-8")
        with opened(course, "train", height=29) as terminal:
            terminal.end()
            save("train", terminal, "autograder train")
        if BROWSER is not None:
            photograph(course / "report.html")


@contextmanager
def opened(course: Path, *words: str, height: int) -> Iterator[Terminal]:
    """A command in a terminal, in a course's folder, with no memory of what was judged before."""
    with tempfile.TemporaryDirectory() as progress:
        environment = {"AUTOGRADER_PROGRESS": progress, "PYTHONPATH": str(ROOT)}
        with Terminal(*words, folder=course, width=WIDTH, height=height, environment=environment) as terminal:
            yield terminal


def save(name: str, terminal: Terminal, command: str) -> None:
    """Write the terminal's screen as an SVG, under the line that was typed."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(Text(f"$ {command}\n", "bold"))
    lines = [line(terminal, row) for row in range(terminal.screen.lines)]
    while lines and not lines[-1].plain.strip():
        lines.pop()
    for text in lines:
        console.print(text, no_wrap=True, overflow="crop")
    # Without rich's fonts from elsewhere: a page that shows the picture may not load them.
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    form = form.replace("Fira Code", "ui-monospace, Menlo, Consolas")
    picture = console.export_svg(title="Digits from Scratch", code_format=form, unique_id=name)
    (IMAGES / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")
    print(f"{name}.svg written.")


def line(terminal: Terminal, row: int) -> Text:
    """One line of the screen with its colours."""
    text = Text()
    for column in range(terminal.screen.columns):
        cell = terminal.screen.buffer[row][column]
        colour = COLOURS.get(cell.fg, cell.fg)
        text.append(cell.data, f"{'bold ' if cell.bold else ''}{'#' + colour if len(colour) == 6 else colour}".strip())
    text.rstrip()
    return text


def photograph(page: Path) -> None:
    """Pictures of the top of the page, on a desktop and on a phone."""
    assert BROWSER is not None
    with tempfile.TemporaryDirectory() as home:
        browser = Browser(BROWSER, Path(home))
        for name, (width, height) in SIZES.items():
            browser.open(page, width, "light")
            clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
            data = browser.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
            (IMAGES / f"{name}.png").write_bytes(base64.b64decode(data))
            print(f"{name}.png written.")
        browser.close()


if __name__ == "__main__":
    main()
