"""`autograder pack`: the file to hand in holds the right files, and its receipt is what the class's results hold."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.classroom import packing
from autograder.classroom.intake import entries
from autograder.cli import commands

ROOT = Path(__file__).resolve().parents[1]
NAME = "a1_first_network"
CODE = (
    "import numpy as np\nfrom helpers import softly\nimport other.part\n\ndef relu(Z):\n    return np.maximum(0, Z)\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A student's folder: the assignment's file, helpers that it imports, and what else lies about."""
    place = tmp_path / "exercises"
    place.mkdir()
    for name, text in {
        f"{NAME}.py": CODE,
        "helpers.py": "from deeper import f\n",
        "deeper.py": "f = 1\n",
        "unused.py": "never = 1\n",
        "a2_training_better.py": "x = 1\n",
        f"{NAME}.py.bak-20260101-120000": "old",
        "notes.txt": "private",
    }.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def typed(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["pack", *map(str, words)], catch_exceptions=False)


def test_what_is_imported_is_packed_and_nothing_else(folder: Path) -> None:
    """The file, the helpers that it imports and theirs; no other assignment, no copy, no notes."""
    assert set(packing.collect(folder, NAME).files) == {f"{NAME}.py", "helpers.py", "deeper.py"}


def test_a_folder_that_is_imported_is_packed_with_all_its_python(folder: Path, tmp_path: Path) -> None:
    """A package beside the file is found as a class run finds it; neither editors' copies nor the grader itself are."""
    copies = ("maths/.ipynb_checkpoints/more-checkpoint.py", "autograder/cli.py")
    for name in ("maths/__init__.py", "maths/deep/more.py", "other/never.py", *copies):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("import helpers\n", encoding="utf-8")
    (folder / "maths" / "table.csv").touch()
    (folder / f"{NAME}.py").write_text(
        "from autograder import check\nfrom maths.deep.more import f\n", encoding="utf-8"
    )
    handed = packing.collect(folder, NAME)
    assert set(handed.files) == {f"{NAME}.py", "helpers.py", "deeper.py", "maths/__init__.py", "maths/deep/more.py"}
    assert handed.main == f"{NAME}.py"
    (tmp_path / "packed.zip").write_bytes(packing.archive(handed.files))
    assert packing.received(tmp_path / "packed.zip", NAME).content_hash == handed.content_hash


def test_a_file_of_another_name_gets_the_expected_one(folder: Path) -> None:
    """What is called otherwise is handed in under the name that graders look for."""
    (folder / f"{NAME}.py").rename(folder / "mine.py")
    assert packing.collect(folder / "mine.py", NAME).files[f"{NAME}.py"] == CODE.encode()


def test_an_imported_file_never_takes_the_place_of_the_one_that_is_packed(folder: Path) -> None:
    """A file of another name that imports one of the expected name: which of them counts is not for us to guess."""
    (folder / "mine.py").write_text(f"from {NAME} import relu\n", encoding="utf-8")
    with pytest.raises(packing.PackError, match=r"mine\.py would be handed in as a1_first_network\.py"):
        packing.collect(folder / "mine.py", NAME)


def test_the_same_files_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Packed at another time, of files in another order, the archive is the same."""
    first = packing.archive(packing.collect(folder, NAME).files)
    (folder / "helpers.py").touch()
    again = dict(reversed(packing.collect(folder, NAME).files.items()))
    assert packing.archive(again) == first
    (folder / "deeper.py").write_text("f = 2\n", encoding="utf-8")
    assert packing.archive(packing.collect(folder, NAME).files) != first


@pytest.mark.parametrize("layout", ["a zip for each student", "the zip in the student's folder", "unpacked"])
def test_the_receipt_is_what_a_class_run_keeps(folder: Path, tmp_path: Path, layout: str) -> None:
    """However the file arrives, the class's content hash is the receipt that the student saw."""
    done = typed("--submission", folder, "--out", tmp_path / f"{NAME}.zip")
    assert done.exit_code == 0, done.output
    receipt = done.output.split("Receipt: ")[1].split()[0]
    place = tmp_path / "submitted" / "ada"
    place.mkdir(parents=True)
    packed = tmp_path / f"{NAME}.zip"
    if layout == "a zip for each student":
        place.rmdir()
        packed.rename(place.with_suffix(".zip"))
    elif layout == "unpacked":
        (place / NAME).mkdir()
        zipfile.ZipFile(packed).extractall(place / NAME)
    else:
        packed.rename(place / f"{NAME}.zip")
    (entry,) = entries(tmp_path / "submitted", NAME)
    assert entry.read().content_hash == receipt


def test_verify_tells_the_receipt_and_whether_it_is_the_one(folder: Path, tmp_path: Path) -> None:
    """The receipt of a packed file is the one that packing told; another content is found out."""
    packed = tmp_path / "hand-in.zip"
    receipt = typed("--submission", folder, "--out", packed).output.split("Receipt: ")[1].split()[0]
    assert f"Receipt: {receipt}" in typed("--verify", packed).output
    assert typed("--verify", packed, "--receipt", receipt[:8].upper()).exit_code == 0
    other = "0" if receipt[0] != "0" else "1"
    changed = typed("--verify", packed, "--receipt", other + receipt[1:])
    assert changed.exit_code == 1
    assert "NOT" in changed.output
    assert typed("--verify", packed, "--receipt", receipt[:5]).exit_code == 2


def test_packing_again_keeps_what_was_packed_before(folder: Path, tmp_path: Path) -> None:
    """The same content leaves the file as it is; another content moves the old file aside."""
    packed = tmp_path / "hand-in.zip"
    for _ in range(2):
        assert typed("--submission", folder, "--out", packed).exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.zip")) == ["hand-in.zip"]
    before = packed.read_bytes()
    (folder / "deeper.py").write_text("f = 3\n", encoding="utf-8")
    assert "hand-in-1.zip" in typed("--submission", folder, "--out", packed).output
    assert (tmp_path / "hand-in-1.zip").read_bytes() == before


@pytest.mark.parametrize("data", [b"no zip", b""])
def test_what_is_no_archive_is_said_in_one_line(tmp_path: Path, data: bytes) -> None:
    """A damaged file has no receipt, and the reason is one line."""
    packed = tmp_path / "broken.zip"
    packed.write_bytes(data)
    done = typed("--verify", packed)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


def test_a_notebook_is_packed_as_one(tmp_path: Path) -> None:
    """A notebook stays a notebook, its cells' imports are followed."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": ["import helpers"]}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (tmp_path / "helpers.py").write_text("", encoding="utf-8")
    assert set(packing.collect(tmp_path, NAME).files) == {f"{NAME}.ipynb", "helpers.py"}
