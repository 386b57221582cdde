"""The README is true: each command that it shows does what it says, on a copy of the course."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.student.sandbox import why_no_bubblewrap

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?P<indent> *)```(?P<language>\w+)\n(?P<body>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL)
# Lines that set up an environment: .ci/run carries them out, by way of make.
SETTING_UP = (
    "python3 -m venv .venv",
    "py -m venv .venv",
    ".venv/bin/python -m pip install -e .",
    r".venv\Scripts\python -m pip install -e .",
    "source .venv/bin/activate",
    r'$env:Path = "$PWD\.venv\Scripts;$env:Path"',
)


def lines(*languages: str) -> Iterator[str]:
    """The lines of the code blocks in these languages, without what explains them."""
    for block in BLOCK.finditer(README):
        if block["language"] in languages:
            for line in textwrap.dedent(block["body"]).splitlines():
                if command := line.split("  # ")[0].strip():
                    yield command


def autograder_commands() -> list[str]:
    """What is typed after `autograder`, wherever that is installed, each once."""
    commands = [re.sub(r"^\.venv[/\\](bin|Scripts)[/\\]", "", line) for line in lines("sh", "powershell")]
    return list(dict.fromkeys(line for line in commands if line.startswith("autograder ")))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course, where commands may write."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("exercises", "solutions", "source", "data"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("course.toml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "exercises", folder / "submitted" / "ada" / "a1_first_network")
    return folder


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", *shlex.split(command)]
    return subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", timeout=120)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    # `build --check` derives all assignments anew, which test_build.py does too.
    [pytest.param(words, marks=[pytest.mark.long] * words.endswith("--check")) for words in autograder_commands()],
)
def test_each_command_does_its_work(command: str, course: Path) -> None:
    """A command of the README has nothing to complain about; only `check` may find work that is still to be done."""
    if "--out" in command and why_no_bubblewrap():
        pytest.skip(why_no_bubblewrap())
    done = typed(command, course)
    assert done.returncode in ((0, 1) if command.startswith("autograder check") else (0,)), done.stderr
    assert done.stderr == ""


@pytest.mark.slow
def test_the_first_green_tick_is_real(course: Path) -> None:
    """Following "Your first five minutes" to the letter makes relu pass."""
    (answer,) = [block["body"] for block in BLOCK.finditer(README) if block["language"] == "python"]
    stub = course / "exercises" / "a1_first_network.py"
    before = stub.read_text(encoding="utf-8")
    start = before.index("def relu(")
    line = re.compile(r"^    raise .*\n", re.MULTILINE)
    found = line.search(before, start)
    assert found is not None
    written = "    " + textwrap.dedent(answer).strip() + "\n"
    stub.write_text(before[: found.start()] + written + before[found.end() :], encoding="utf-8")
    try:
        assert typed("autograder check relu", course).returncode == 0
    finally:
        stub.write_text(before, encoding="utf-8")


def test_every_line_is_known() -> None:
    """Each line in a block is run by a test, is a target of the Makefile, or sets up an environment."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in lines("sh", "powershell"):
        if line.startswith("make "):
            assert re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE), line
        else:
            assert line in SETTING_UP or "autograder " in line, line


PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")]
PAGES += sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Each file that a page links to or shows is there, and each heading in it that is linked to."""
    text = page.read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\((?!http|mailto)([^)#]*)(#[^)]*)?\)", text):
        place = page.parent / target if target else page
        assert place.exists(), target
        if anchor:
            assert anchor[1:] in anchors(place.read_text(encoding="utf-8")), f"{target}{anchor}"


def anchors(text: str) -> set[str]:
    """The names that headings of a page have as targets of links."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_what_is_listed_is_there() -> None:
    """Each folder and file in the README's table of places."""
    for target in re.findall(r"^\| `([\w./]+)`", README, re.MULTILINE):
        assert (ROOT / target).exists(), target


def test_the_picture_is_of_this_grader() -> None:
    """The picture shows the course's exercises, and loads nothing from elsewhere."""
    picture = (ROOT / "docs" / "images" / "check.svg").read_text(encoding="utf-8")
    assert "gradient_descent" in picture
    assert "wrong&#160;only&#160;through&#160;softmax" in picture
    assert "url(http" not in picture
