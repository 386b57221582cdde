"""Similarity: a copy is found under other names, and independent work of people who were taught the same is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus import compose
from corpus.right_a1 import RIGHT

from autograder import course as courses
from autograder.classroom import intake
from autograder.cli import commands

pytest.importorskip("copydetect", reason="copydetect is not installed: it is in the extra `similarity`")
from autograder.classroom.similarity import compare

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

COURSE = courses.load()
NAME = COURSE.assignments[0].name
STUB = (COURSE.root / "exercises" / f"{NAME}.py").read_text(encoding="utf-8")
CLEVER = """
def softmax(Z):
    shifted = Z - np.amax(Z, axis=0)[None, :]
    weights = np.empty_like(shifted, dtype=float)
    for column in range(shifted.shape[1]):
        exponentials = [2.718281828459045 ** value for value in shifted[:, column]]
        total = sum(exponentials)
        for row, exponential in enumerate(exponentials):
            weights[row, column] = exponential / total
    return weights

def get_accuracy(predictions, Y):
    hits = misses = 0
    for guess, truth in zip(np.ravel(predictions).tolist(), np.ravel(Y).tolist()):
        if guess == truth:
            hits += 1
        else:
            misses += 1
    return hits / (hits + misses)
"""
RENAMED = re.sub(r"\bshifted\b", "q", CLEVER).replace("hits", "good").replace("misses", "poor").replace("weights", "w")


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of which two have the same unusual loops, in one of them under other names and with comments."""
    folder = tmp_path_factory.mktemp("class")
    submissions = {f"student{at:02}": compose(right.source) for at, right in enumerate(RIGHT[:20])}
    submissions["ada"] = compose(CLEVER)
    submissions["bob"] = "# all my own work\n" + compose(RENAMED)
    for student, source in submissions.items():
        path = folder / student / NAME / f"{NAME}.py"
        path.parent.mkdir(parents=True)
        path.write_text(source, encoding="utf-8")
    (folder / "cy" / NAME).mkdir(parents=True)
    return folder


def test_a_copy_under_other_names_comes_first(class_folder: Path) -> None:
    """Renamed variables and another comment hide nothing; and the marked places hold what was copied."""
    pairs = compare(intake.entries(class_folder, NAME), NAME, STUB).pairs
    first = pairs[0]
    assert (first.one, first.other) == ("ada", "bob")
    assert first.share > 0.9
    marked = "".join(first.code[0][start:end] for start, end in first.marked[0])
    assert "exponential / total" in marked


def test_what_everybody_has_says_nothing(class_folder: Path) -> None:
    """The rest of the class shares the reference's functions, and still no other pair is taken for a copy."""
    pairs = compare(intake.entries(class_folder, NAME), NAME, STUB).pairs
    assert [(pair.one, pair.other) for pair in pairs if pair.share > 0.9] == [("ada", "bob")]


def handed_in(folder: Path, **code: str) -> Path:
    """A class folder: who hands in what, as the expected file."""
    for student, source in code.items():
        (folder / student).mkdir(parents=True)
        (folder / student / f"{NAME}.py").write_text(source, encoding="utf-8")
    return folder


def test_much_copying_does_not_hide_itself(tmp_path: Path) -> None:
    """What most of a class has is common, and no pair; that they all have it is said. An untouched stub is no copy."""
    copies = {f"copy{at}": f"# {at}\n{CLEVER}" for at in range(6)}
    stubs = {f"stub{at}": STUB for at in range(5)}
    folder = handed_in(tmp_path / "class", **copies, **stubs)
    found = compare(intake.entries(folder, NAME), NAME, STUB)
    assert (found.pairs, found.same) == ([], [sorted(copies)])
    says = CliRunner().invoke(commands, ["similar", str(folder), "--to", str(tmp_path / "s.html")]).output
    assert "6 hold the same code" in says
    assert "6 hold the same code" in (tmp_path / "s.html").read_text(encoding="utf-8")


def test_what_is_not_compared_is_named(tmp_path: Path) -> None:
    """Another assignment's file, and one that can't be read, are no submissions to compare; one pair is no pairs."""
    folder = handed_in(tmp_path / "class", ada=CLEVER, bob=RENAMED, dan="")
    (folder / "cleo").mkdir()
    (folder / "cleo" / "a2_training_better.py").write_text(CLEVER, encoding="utf-8")
    (folder / "eve").mkdir()
    says = CliRunner().invoke(commands, ["similar", str(folder), "--to", str(tmp_path / "s.html")]).output
    lines = says.splitlines()
    assert lines[0].startswith("1 pair to look at, of 3 submissions.")
    assert [line.split(" was not compared")[0].strip() for line in lines[1:]] == ["cleo", "eve"]
    assert "a2_training_better.py" in lines[1]


def test_the_page_escapes_what_students_wrote(class_folder: Path, tmp_path: Path) -> None:
    """The command writes one page, in which code is text."""
    for student in ("ada", "bob"):
        path = class_folder / student / NAME / f"{NAME}.py"
        path.write_text(path.read_text(encoding="utf-8") + "\n# <script>alert(1)</script>\n", encoding="utf-8")
    result = CliRunner().invoke(commands, ["similar", str(class_folder), "--to", str(tmp_path / "similar.html")])
    assert result.exit_code == 0, result.output
    page = (tmp_path / "similar.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert page.index("ada") < page.index("bob")
