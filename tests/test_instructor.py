"""The instructors' guide is true: its commands do their work, and its example of an exercise can be built."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest
from test_readme import BLOCK, README

from autograder import course as courses
from autograder.student.sandbox import why_no_bubblewrap

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ROOT = Path(__file__).resolve().parents[1]
COURSE = courses.load()
NAME = "a1_first_network"
GUIDE = (ROOT / "docs" / "instructor.md").read_text(encoding="utf-8")
PAGES = {"instructor.md": GUIDE, "nbgrader.md": (ROOT / "docs" / "nbgrader.md").read_text(encoding="utf-8")}
SETTING_UP = ("python3 -m venv .venv", "source .venv/bin/activate", "pip install -e '.[instructor]'")
# What other tests do, letter for letter or step by step.
ELSEWHERE = {
    "pip install digits.zip": "test_release.py",
    "autograder grade submitted --out results --gradebook": "test_postgres.py",
    "autograder selftest mean_picture": "test_an_exercise_of_ones_own",
    "autograder build": "test_an_exercise_of_ones_own",
}


def blocks(text: str, *languages: str) -> list[str]:
    return [textwrap.dedent(block["body"]) for block in BLOCK.finditer(text) if block["language"] in languages]


def commands(text: str) -> list[str]:
    """The lines to type, each once, without what explains them."""
    lines = [line.split("  # ")[0].strip() for block in blocks(text, "sh") for line in block.splitlines()]
    return list(dict.fromkeys(line for line in lines if line))


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One of our commands in a copy of the course, with the copy's own grader."""
    return subprocess.run(
        [sys.executable, "-m", "autograder", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "AUTOGRADER_COURSE": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def copy_of_course(folder: Path) -> Path:
    """A clone with one assignment, in which anything may be changed."""
    kept = shutil.ignore_patterns("__pycache__")
    for name in ("autograder", "solutions", "exercises", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=kept)
    for name in ("README.md", "LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    text = (ROOT / "course.toml").read_text(encoding="utf-8")
    head, *tables = re.split(r"^(?=\[\[assignment\]\]$)", text, flags=re.MULTILINE)
    (folder / "course.toml").write_text(head + next(table for table in tables if NAME in table), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in use: one student has handed in, and Canvas and Moodle have a download each."""
    folder = copy_of_course(tmp_path_factory.mktemp("clone"))
    shutil.copytree(ROOT / "solutions", folder / "submitted" / "ada" / NAME)
    with zipfile.ZipFile(folder / "submissions.zip", "w") as archive:
        archive.write(ROOT / "exercises" / f"{NAME}.py", f"hoppergrace_LATE_4712_90211_{NAME}.py")
    with zipfile.ZipFile(folder / "moodle.zip", "w") as archive:
        archive.write(ROOT / "exercises" / f"{NAME}.py", f"Emmy Noether_123_assignsubmission_file_/{NAME}.py")
    gradebook = 'Student,ID,SIS User ID,SIS Login ID,Section,Digits (4711)\n"Hopper, Grace",4712,,grace,,\n'
    (folder / "gradebook.csv").write_text(gradebook, encoding="utf-8")
    return folder


def ours() -> list[str]:
    lines = [line for text in PAGES.values() for line in commands(text) if line.startswith("autograder ")]
    here = [line for line in lines if line not in commands(README) and not line.startswith(tuple(ELSEWHERE))]
    return list(dict.fromkeys(here))


@pytest.mark.parametrize("command", ours())
def test_each_command_does_its_work(command: str, clone: Path) -> None:
    """A command of the guide ends well on a course in use, and has nothing to complain about."""
    if "submi" in command and why_no_bubblewrap():
        pytest.skip(why_no_bubblewrap())
    if "results" in command:
        shutil.rmtree(clone / "results", ignore_errors=True)
    for platform, download in (("canvas", "submissions.zip"), ("moodle", "moodle.zip")):
        if f"export {platform}" in command:
            assert run(clone, "grade", download, "--out", "results").returncode == 0
    done = run(clone, *shlex.split(command)[1:])
    assert (done.returncode, done.stderr) == (0, "")


def test_every_line_is_known() -> None:
    """Each line of a block is run here, in the README's test, in the term's, or sets up an environment."""
    term = (ROOT / "tests" / "test_term.py").read_text(encoding="utf-8")
    for text in PAGES.values():
        for line in commands(text):
            if line.startswith("nbgrader "):
                assert f'"{line.split()[1]}"' in term, line
            elif not line.startswith("autograder "):
                assert line in SETTING_UP or line.startswith(tuple(ELSEWHERE)), line


def test_links_lead_somewhere() -> None:
    """Each file that the guide links to or shows is there."""
    for text in PAGES.values():
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", text):
            assert (ROOT / "docs" / target).exists(), target


def test_who_cannot_be_read_is_named(clone: Path) -> None:
    """A class with odd folders is graded, and the last lines say who has no marks, why, and what there was instead."""
    (clone / "messy" / "eve").mkdir(parents=True)
    (clone / "messy" / "eve" / "essay.docx").write_text("About digits")
    (clone / "messy" / "fay").mkdir()
    done = run(clone, "grade", "messy", "--out", "messy-results", "--sandbox", "none", "--no-gradebook")
    assert done.returncode == 0, done.stderr
    count, *told = done.stdout.splitlines()[-3:]
    assert count.startswith("2 graded, of which 2 could not be read.")
    assert told[0].startswith("  eve has no marks")
    assert told[0].endswith("There is only: essay.docx.")
    assert told[1].endswith("It is empty.")


def test_an_exercise_of_ones_own(tmp_path: Path) -> None:
    """The example, typed into a copy of the course, is built, proves itself, and names its mistake to a student."""
    folder = copy_of_course(tmp_path)
    (table,) = blocks(GUIDE, "toml")
    lesson, checks, mistakes = (block for block in blocks(GUIDE, "python") if "mean_" in block)

    def put(path: Path, text: str, before: str) -> None:
        whole = path.read_text(encoding="utf-8")
        at = whole.index(before)
        path.write_text(f"{whole[:at]}{text}\n\n{whole[at:]}", encoding="utf-8")

    put(folder / "course.toml", table, '[[assignment.exercise]]\nname = "train_dev_split"')
    solution = folder / "solutions" / f"{NAME}.py"
    put(solution, lesson, "# %% [markdown]\n# ## Exercise 3")
    put(folder / "autograder" / "checks" / f"test_{NAME}.py", checks, "# -- 3 ")
    (folder / "autograder" / "mistakes" / NAME / "mean_picture.py").write_text(mistakes, encoding="utf-8")
    built = run(folder, "build")
    assert built.returncode == 0, built.stderr
    assert f"exercises/{NAME}.py written." in built.stdout
    proved = run(folder, "selftest", "mean_picture")
    assert proved.returncode == 0, proved.stdout
    assert run(folder, "check", "mean_picture", "--submission", "solutions").returncode == 0
    solution.write_text(
        solution.read_text("utf-8").replace("X.mean(axis=1, keepdims=True)", "X.mean(axis=0, keepdims=True)"), "utf-8"
    )
    shutil.copytree(folder / "solutions", folder / "mine")
    solution.unlink()  # from here on the recording answers, as on a student's machine
    wrong = run(folder, "check", "mean_picture", "--submission", "mine")
    assert wrong.returncode == 1
    assert "over its own pixels" in wrong.stdout


def test_the_workflow_is_one() -> None:
    """The workflow for GitHub Classroom is what GitHub's schema allows, and types commands that exist."""
    pytest.importorskip("check_jsonschema")
    path = ROOT / "docs" / "examples" / "classroom.yml"
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "autograder check" in path.read_text(encoding="utf-8")
