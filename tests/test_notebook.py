"""The public door: what a lesson imports, in a notebook's kernel and in a script."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import autograder
from autograder import check, data_path

ROOT = Path(__file__).resolve().parents[1]
RIGHT = "import numpy as np\ndef relu(Z): return np.maximum(0, Z)\n"


def in_cell(source: str) -> Any:
    """Run a cell's code with the lesson's names; what it leaves in `it`."""
    namespace: dict[str, Any] = {"check": check}
    exec(source, namespace)
    return namespace["it"]


def test_the_door_is_sorted_and_leads_somewhere() -> None:
    """Each public name can be imported, and no other is promised."""
    assert list(autograder.__all__) == sorted(autograder.HOMES)
    assert all(callable(getattr(autograder, name)) for name in autograder.__all__)
    assert set(autograder.__all__) <= set(dir(autograder))
    with pytest.raises(AttributeError, match="no attribute 'grade_everything'"):
        _ = autograder.grade_everything


def test_check_judges_the_callers_own_function(capsys: pytest.CaptureFixture[str]) -> None:
    """A right function earns its points, a wrong one is explained, and standard error stays empty."""
    assert in_cell(RIGHT + "it = check('relu')") == 1.0
    assert "✓ passed" in capsys.readouterr().out
    assert in_cell(RIGHT.replace("maximum(0, Z)", "abs(Z)") + "it = check('relu')") == 0.0
    out, err = capsys.readouterr()
    assert "absolute value" in out
    assert err == ""


def test_check_shows_what_the_function_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """A print is how many look for a mistake; it stands below the verdict."""
    assert in_cell("def relu(Z):\n    print('I was here')\n    return abs(Z)\nit = check('relu')") == 0.0
    assert "Printed by relu:\n    I was here" in capsys.readouterr().out


def test_check_is_silent_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """nbgrader takes a warning for a failure, so neither a student's warnings nor their prints get there."""
    noisy = (
        "import sys, warnings\n"
        "def relu(Z):\n"
        "    warnings.warn('!')\n"
        "    print('!', file=sys.stderr)\n"
        "    return Z * (Z > 0)\n"
    )
    assert in_cell(noisy + "it = check('relu')") == 1.0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("seed", ["-5", "0x1", "2718 # mine"])
def test_a_seed_that_is_none_is_no_secret(monkeypatch: pytest.MonkeyPatch, seed: str) -> None:
    """The instructor hears of it, instead of having tests that hide nothing."""
    monkeypatch.setenv("AUTOGRADER_SEED", seed)
    with pytest.raises(ValueError, match="AUTOGRADER_SEED has to be a whole number"):
        in_cell(RIGHT + "it = check('relu', hidden=True)")


def test_hidden_tests_have_the_instructors_inputs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a seed in the environment a hidden test judges on other inputs, and shows no number of them."""
    wrong = RIGHT.replace("maximum(0, Z)", "where(Z > 0, Z, 0.125 * Z)")
    monkeypatch.setenv("AUTOGRADER_SEED", "2718281828")
    assert in_cell(RIGHT + "it = check('relu', hidden=True)") == 1.0
    capsys.readouterr()
    assert in_cell(wrong + "it = check('relu', hidden=True)") == 0.0
    out = capsys.readouterr().out
    assert "not right yet" in out
    assert "expected" not in out
    assert in_cell(wrong + "it = check('relu')") == 0.0
    assert "expected" in capsys.readouterr().out


def test_check_of_a_function_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A function that is not defined is still to be written, and earns nothing."""
    assert in_cell("it = check('softmax')") == 0.0
    assert "still to be written" in capsys.readouterr().out


def test_check_of_an_unknown_exercise() -> None:
    """A name that is mistyped is an error, with the name that was meant."""
    with pytest.raises(ValueError, match="Did you mean softmax"):
        check("sofmax")


def test_a_script_prints_as_a_terminal_does(tmp_path: Path) -> None:
    """`python my_file.py` shows plain text, with the place of the function in that file."""
    path = tmp_path / "my_file.py"
    path.write_text("from autograder import check\ndef relu(Z): raise NotImplementedError\ncheck('relu')\n")
    done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, check=True, encoding="utf-8",
                          env={**os.environ, "PYTHONIOENCODING": "utf-8", "AUTOGRADER_COURSE": str(ROOT)})  # fmt: skip
    assert done.stderr == ""
    assert "my_file.py,line2" in "".join(done.stdout.split())
    assert "\x1b" not in done.stdout


def test_a_notebook_shows_a_formatted_verdict() -> None:
    """In Jupyter the verdict is HTML, the marks are the cell's value, and nothing is on standard error."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    cells = ["from autograder import check", RIGHT + "check('relu')"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(ROOT)}}).execute()
    shown, value = notebook.cells[1].outputs
    assert "<b><code>relu</code></b>" in shown.data["text/html"]
    assert "✓ passed" in shown.data["text/html"]
    assert shown.data["text/plain"].startswith("relu  ✓ passed  1 of 1 mark\n")
    assert value.data["text/plain"] == "1.0"


def test_data_path_finds_the_digits() -> None:
    """The path is a string that `open` takes."""
    path = data_path("mnist_test.csv.gz")
    assert isinstance(path, str)
    assert Path(path).is_file()


def test_data_path_says_what_to_do() -> None:
    """A name that is mistyped brings the name that was meant."""
    with pytest.raises(FileNotFoundError, match=r"Did you mean mnist_test\.csv\.gz"):
        data_path("mnist_tset.csv.gz")
