"""What is remembered of a student's progress: verdicts by what functions are, not by where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import course as courses
from autograder import rules
from autograder.desk import progress
from autograder.desk.progress import Progress
from autograder.judge.results import ExerciseResult
from autograder.student.source import read

COURSE = courses.load()
ASSIGNMENT = COURSE.assignment("a1_first_network")
CODE = """import numpy as np

LEAST = 0


def clipped(Z):
    return np.maximum(LEAST, Z)


def relu(Z):
    return clipped(Z)


def normalize(X):
    return X / 255
"""
PASSED = ExerciseResult("relu", 1, 1, "passed")


@pytest.fixture(autouse=True)
def _kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(progress.FOLDER_VARIABLE, str(tmp_path / "state"))
    return


def remembered(folder: Path, text: str) -> dict[str, ExerciseResult]:
    """What is known of a file with this text in this folder, by a process that starts now."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{ASSIGNMENT.name}.py"
    path.write_text(text, encoding="utf-8")
    return Progress(COURSE, ASSIGNMENT).recall(read(folder, ASSIGNMENT.name))


def remember(folder: Path, *results: ExerciseResult) -> None:
    remembered(folder, CODE)
    Progress(COURSE, ASSIGNMENT).remember(read(folder, ASSIGNMENT.name), results)


def test_a_verdict_goes_with_the_function(tmp_path: Path) -> None:
    """Another folder, comments and other functions make no difference."""
    remember(tmp_path / "here", PASSED)
    assert remembered(tmp_path / "there", CODE) == {"relu": PASSED}
    assert remembered(tmp_path / "here", f"# mine\n\n{CODE}") == {"relu": PASSED}
    assert remembered(tmp_path / "here", CODE.replace("X / 255", "X / 256")) == {"relu": PASSED}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("return clipped(Z)", "return clipped(Z) + 0", id="its own line"),
        pytest.param("np.maximum(LEAST, Z)", "np.abs(Z)", id="a function that it calls"),
        pytest.param("LEAST = 0", "LEAST = 1", id="a number that this one uses"),
        pytest.param("import numpy", "import numpy.ma", id="an import"),
    ],
)
def test_what_a_function_hangs_on_makes_its_verdict_unknown(tmp_path: Path, old: str, new: str) -> None:
    """Where the function or anything that it uses is another, it has to be judged anew."""
    remember(tmp_path / "here", PASSED)
    assert remembered(tmp_path / "here", CODE.replace(old, new)) == {}


def test_a_file_beside_it_counts(tmp_path: Path) -> None:
    """A module that a student may import belongs to what was judged."""
    remember(tmp_path / "here", PASSED)
    (tmp_path / "here" / "helpers.py").write_text("x = 1\n")
    assert remembered(tmp_path / "here", CODE) == {}


def test_a_file_in_a_folder_beside_it_counts(tmp_path: Path) -> None:
    """As deep down as it is imported; a copy that an editor keeps does not."""
    code = "from maths.deep import more\n" + CODE
    for name in ("maths/deep/more.py", "maths/.ipynb_checkpoints/more-checkpoint.py"):
        (tmp_path / "here" / name).parent.mkdir(parents=True)
        (tmp_path / "here" / name).write_text("x = 1\n")
    remembered(tmp_path / "here", code)
    Progress(COURSE, ASSIGNMENT).remember(read(tmp_path / "here", ASSIGNMENT.name), [PASSED])
    (tmp_path / "here" / "maths" / ".ipynb_checkpoints" / "more-checkpoint.py").write_text("x = 2\n")
    assert remembered(tmp_path / "here", code) == {"relu": PASSED}
    (tmp_path / "here" / "maths" / "deep" / "more.py").write_text("x = 2\n")
    assert remembered(tmp_path / "here", code) == {}


@pytest.mark.parametrize("status", progress.FLEETING)
def test_what_may_be_the_machines_fault_is_not_kept(tmp_path: Path, status: str) -> None:
    """A time-out is known for the session, and tried again in the next one."""
    slow = ExerciseResult("relu", 0, 1, status)  # type: ignore[arg-type]
    remembered(tmp_path / "here", CODE)
    session, source = Progress(COURSE, ASSIGNMENT), read(tmp_path / "here", ASSIGNMENT.name)
    session.remember(source, [slow])
    assert session.recall(source) == {"relu": slow}
    assert Progress(COURSE, ASSIGNMENT).recall(source) == {}


def test_other_rules_make_all_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the judge, the checks, the gates or the answers are others, old verdicts say nothing any more."""
    remember(tmp_path / "here", PASSED)
    assert {"checks", "judge", "diagnosis"} < set(rules.FOLDERS)
    monkeypatch.setattr(rules, "FOLDERS", rules.FOLDERS[1:])
    assert remembered(tmp_path / "here", CODE) == {}


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"key": 3}', '{"key": {"name": "relu"}}'])
def test_a_damaged_file_is_no_harm(tmp_path: Path, text: str) -> None:
    """Then nothing is known, and the next verdict is kept as always."""
    place = Progress(COURSE, ASSIGNMENT).path
    place.parent.mkdir()
    place.write_text(text)
    assert remembered(tmp_path / "here", CODE) == {}
    remember(tmp_path / "here", PASSED)
    assert remembered(tmp_path / "here", CODE) == {"relu": PASSED}


def test_where_nothing_can_be_written_the_session_knows(tmp_path: Path) -> None:
    """A folder that can't be made stops nobody."""
    (tmp_path / "state").write_text("a file")
    remembered(tmp_path / "here", CODE)
    session, source = Progress(COURSE, ASSIGNMENT), read(tmp_path / "here", ASSIGNMENT.name)
    session.remember(source, [PASSED])
    assert session.recall(source) == {"relu": PASSED}


def test_the_oldest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So much is kept and no more."""
    monkeypatch.setattr(progress, "MAX_KEPT", 1)
    remember(tmp_path / "here", PASSED)
    remember(tmp_path / "here", ExerciseResult("normalize", 1, 1, "passed"))
    assert set(remembered(tmp_path / "here", CODE)) == {"normalize"}
