"""Starting an exercise over touches that function and nothing else, whatever file it stands in."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from autograder import course, guide
from autograder.desk.reset import ResetError, reset

ASSIGNMENT = course.load().assignment("a1_first_network")
RELU = guide.load(ASSIGNMENT.name)["relu"]
BEFORE = "import numpy as np\n\ndef softmax(Z):\n    return Z  # mine\n\n"
AFTER = "\n# a remark\nx = 'never touched'\n"


def put(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / f"{ASSIGNMENT.name}.py"
    path.write_bytes(text.encode(encoding))
    return path


def start_over(path: Path) -> str:
    """What the file holds after the reset; the copy holds what it held before."""
    before = path.read_bytes()
    backup = reset(path.parent, ASSIGNMENT, RELU)
    assert backup is not None
    assert backup.read_bytes() == before
    assert sorted(path.parent.iterdir()) == sorted([path, backup])
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    "written",
    [
        "def relu(Z):\n    return np.abs(Z)\n",
        "@staticmethod\n@print\ndef relu(Z):\n    def relu(Z):\n        return 1\n    return relu(Z)\n",
        "def relu(Z):\n    return (Z\n",
        "def relu(Z)\n    return Z\n",
        "async def relu(Z):\n    '''\nin no column\n    '''\n",
    ],
)
def test_only_the_function_is_replaced(tmp_path: Path, written: str) -> None:
    """Decorators go with it; code that Python can't read is cut where the next statement or remark begins."""
    assert start_over(put(tmp_path, BEFORE + written + AFTER)) == f"{BEFORE}{RELU.stub}\n{AFTER}"


def test_the_last_of_several_is_the_one_that_counts(tmp_path: Path) -> None:
    """As it is for Python."""
    first = "def relu(Z):\n    return 1\n"
    assert start_over(put(tmp_path, f"{first}{AFTER}{first}")) == f"{first}{AFTER}{RELU.stub}\n"


def test_a_function_that_is_gone_is_put_at_the_end(tmp_path: Path) -> None:
    """With a blank line before it, and the line ends of the file."""
    made = start_over(put(tmp_path, "x = 1\r\ny = 2"))
    assert made == "x = 1\r\ny = 2\r\n\r\n\r\n" + RELU.stub.replace("\n", "\r\n") + "\r\n"


def test_a_stub_that_stands_there_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written, and no copy made."""
    path = put(tmp_path, BEFORE + RELU.stub + "\n" + AFTER)
    assert reset(path, ASSIGNMENT, RELU) is None
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_knows_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rights can't be set the stub is put in all the same, and nothing else is claimed."""

    def refuse(*_: object) -> None:
        raise PermissionError

    path = put(tmp_path, BEFORE + "def relu(Z):\n    return Z\n" + AFTER)
    for name in ("chmod", "fchmod"):
        if hasattr(os, name):
            monkeypatch.setattr(os, name, refuse)
    assert reset(path, ASSIGNMENT, RELU) is not None
    assert RELU.stub in path.read_text(encoding="utf-8")


def test_an_encoding_that_lacks_a_character_is_named(tmp_path: Path) -> None:
    """And the file stays as it is."""
    text = "# coding: ascii\ndef relu(Z):\n    return 1\n"
    path = put(tmp_path, text)
    task = guide.Task("relu", "", "", "", "def relu(Z):\n    '''≥ 0'''", ())
    with pytest.raises(ResetError, match=r"saved as ascii, which can't hold the stub. Save it as UTF-8."):
        reset(path, ASSIGNMENT, task)
    assert path.read_text(encoding="utf-8") == text


def notebook(*sources: Any) -> dict[str, Any]:
    cells = [{"cell_type": "code", "metadata": {"mine": 1}, "outputs": [{"x": 1}], "source": one} for one in sources]
    return {"cells": cells, "metadata": {"language": "é"}, "nbformat": 4, "nbformat_minor": 5}


def test_in_a_notebook_its_cell_alone_changes(tmp_path: Path) -> None:
    """Sources are lists of lines or one text; outputs and metadata stay."""
    path = tmp_path / f"{ASSIGNMENT.name}.ipynb"
    given = notebook(["x = 1\n", "y"], "%time x\ndef relu(Z):\n    return 1\nz = 3", ["def f():\n", "    pass"])
    path.write_text(json.dumps(given), encoding="utf-8")
    made = json.loads(start_over(path))
    given["cells"][1]["source"] = f"%time x\n{RELU.stub}\nz = 3"
    assert made == given


def test_a_notebook_without_the_function_gets_a_cell(tmp_path: Path) -> None:
    """At its end, with an id, as the format wants."""
    path = tmp_path / f"{ASSIGNMENT.name}.ipynb"
    path.write_text(json.dumps(notebook("x = 1")), encoding="utf-8")
    made = json.loads(start_over(path))
    assert [cell.get("id") for cell in made["cells"]] == [None, "reset-relu"]
    assert "".join(made["cells"][1]["source"]) == RELU.stub
