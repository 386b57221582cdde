"""`autograder doctor` says what is wrong, and what to do, for each thing that can be."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder import course as courses
from autograder import doctor
from autograder.student.process import WorkerBroken

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ROOT = Path(__file__).resolve().parents[1]


def findings() -> dict[str, doctor.Finding]:
    return {finding.what: finding for finding in doctor.examine()}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A course's folder without anything but its list of exercises and the stubs."""
    shutil.copy(ROOT / "course.toml", tmp_path)
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises")
    monkeypatch.setenv("AUTOGRADER_COURSE", str(tmp_path))
    courses.load.cache_clear()
    yield tmp_path
    courses.load.cache_clear()


def test_a_sound_installation_has_nothing_missing() -> None:
    """Here, where the tests run, all that is needed is there."""
    assert [finding for finding in findings().values() if finding.needed and not finding.fine] == []


def test_a_missing_package_is_named_with_the_command_and_ends_the_examination(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without NumPy nothing else is tried, as nothing else could be; the line to type is told."""
    found: Callable[..., Any] = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "numpy" else found(name))
    seen = findings()
    assert not seen["numpy"].fine
    assert "-m pip install numpy" in seen["numpy"].says
    assert not seen["the rest"].fine
    assert "course" not in seen


def test_a_course_without_digits_says_where_to_get_them(course: Path) -> None:
    """Missing data is named with its remedy."""
    seen = findings()
    assert not seen["digits"].fine
    assert "mnist_train.csv.gz" in seen["digits"].says


def test_digits_that_only_later_assignments_need_are_looked_for_too(course: Path) -> None:
    """The last gates read the test digits."""
    (course / "data").mkdir()
    shutil.copy(ROOT / "data" / "mnist_train.csv.gz", course / "data")
    assert "mnist_test.csv.gz" in findings()["digits"].says


def test_a_file_that_is_no_python_is_told_with_its_line(course: Path) -> None:
    """A syntax error in the student's own file is a finding, with file and line."""
    file = course / "exercises" / "a1_first_network.py"
    file.write_text("import numpy as np\n\ndef relu(Z:\n    return Z\n", encoding="utf-8")
    seen = findings()["a1_first_network, your file"]
    assert not seen.fine
    assert "line 3" in seen.says


def test_two_copies_of_the_course_are_noticed(course: Path) -> None:
    """A grader that runs from another folder than the course's own is said so."""
    (course / "autograder").mkdir()
    assert "not from this course's folder" in findings()["grader"].says


def test_a_worker_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python may not start Python, the reason stands there."""

    def broken(*_: Any) -> None:
        raise WorkerBroken("The worker can't be started: no.")

    monkeypatch.setattr("autograder.student.process.StudentProcess.call", broken)
    seen = findings()["worker"]
    assert not seen.fine
    assert "virus scanner" in seen.says
