"""The student guide is true: each command that it shows does what it says, for a student who has written everything."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_readme import BLOCK, ROOT

GUIDE = (ROOT / "docs" / "student.md").read_text(encoding="utf-8")
COMMANDS = [
    command
    for block in BLOCK.finditer(GUIDE)
    for line in block["body"].splitlines()
    if (command := line.partition("  # ")[0].strip())
]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course as students get it, in which the exercises are written and a small network is trained and packed."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "course.toml", folder)
    write(folder)
    for command in ("autograder train --digits 60 --steps 3", "autograder pack"):
        assert typed(command, folder).returncode == 0
    return folder


def write(folder: Path) -> None:
    (folder / "exercises").mkdir(exist_ok=True)
    for solution in (ROOT / "solutions").glob("a*.py"):
        shutil.copy(solution, folder / "exercises")


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", *shlex.split(command)]
    environment = os.environ | {"BROWSER": "true", "PYTHONPATH": str(ROOT)}  # `true` opens nothing, and is content
    return subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, env=environment)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_does_its_work(command: str, course: Path) -> None:
    """With everything written, every command succeeds and complains of nothing; `watch` ends as all passes."""
    write(course)
    done = typed(command, course)
    assert done.stderr == ""
    assert done.returncode == 0, done.stdout
    assert done.stdout


def test_every_command_of_a_student_is_told_of() -> None:
    """No command that a student needs is missing from the guide."""
    told = {command.split()[1] for command in COMMANDS}
    assert told >= {"watch", "list", "next", "check", "hint", "reset", "train", "play", "pack", "doctor"}


def test_links_lead_somewhere() -> None:
    """Each file that the guide links to or shows is there."""
    for target in re.findall(r"\]\((?!http)([^)#]+)", GUIDE):
        assert (ROOT / "docs" / target).exists(), target


def test_the_keys_are_those_of_watch() -> None:
    """The guide's keys are what the last line of the screen offers."""
    from autograder.desk.screen import KEYS

    for key, _ in KEYS:
        assert f"`{key}`" in GUIDE
