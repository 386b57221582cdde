"""What students get: no answer is in it, whatever was planted, and pip makes a whole grader of it."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from autograder import build
from autograder import course as courses
from autograder.build import leaks, notebook
from autograder.build.release import WITHHELD, ReleaseError, bundle, write
from autograder.cli import commands

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ROOT = Path(__file__).resolve().parents[1]
COURSE = courses.load()
ASSIGNMENT = COURSE.assignment("a1_first_network")
NAME = ASSIGNMENT.name
MISTAKES = ROOT / "autograder" / "mistakes"
LINE = "E = np.exp(Z - Z.max(axis=0, keepdims=True))"  # of the answer to softmax


@pytest.fixture(scope="module")
def known() -> dict[bytes, tuple[str, str]]:
    return leaks.secrets([build.read(COURSE, assignment) for assignment in COURSE.assignments], MISTAKES)


@pytest.fixture
def small(tmp_path: Path) -> courses.Course:
    """A course of our own to plant things in; without digits, because nothing is trained."""
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    tables = re.split(r"^(?=\[\[assignment\]\]$)", (ROOT / "course.toml").read_text("utf-8"), flags=re.MULTILINE)
    (tmp_path / "course.toml").write_text(tables[0] + tables[1], encoding="utf-8")
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    (tmp_path / "data").mkdir()
    return courses.load(tmp_path)


# -- the search for answers


def test_every_line_is_found(known: dict[bytes, tuple[str, str]]) -> None:
    """Each telling line of an answer or a mistake is a leak wherever it stands, alone or in a sentence."""
    assert len(known) > 1000
    planted = {f"{number}.md": f"Try this: {text}.".encode() for number, (text, _origin) in enumerate(known.values())}
    found = {(leak.path, leak.origin) for leak in leaks.leaks(planted, known)}
    assert {(path, origin) for path, (_text, origin) in zip(planted, known.values(), strict=True)} <= found


HIDDEN: dict[str, tuple[str, bytes]] = {
    "in code, written otherwise": ("a.py", b"E  =  np.exp(Z-Z.max(axis = 0,keepdims = True))  # shift"),
    "as a remark": ("a.py", f"# {LINE}".encode()),
    "in a notebook's metadata": ("a.ipynb", json.dumps({"metadata": {"old": LINE}}).encode()),
    "in a notebook's output": ("a.ipynb", json.dumps({"outputs": [{"text": ["1\n", LINE]}]}, indent=1).encode()),
    "in an attachment": ("a.ipynb", json.dumps({"attachments": {"a.txt": {"text/plain": LINE}}}).encode()),
    "packed": ("a.gz", gzip.compress(b"\x00\x01" + LINE.encode() + b"\xff\x00")),
    "at the end of a table": ("a.csv.gz", gzip.compress(f"label,pixel0\n7,0\n{LINE}\n".encode())),
    "compiled": ("__pycache__/a.cpython-311.pyc", b"anything"),
    "in an archive": ("a.zip", b"anything"),
    "in git's data": (".git/objects/aa/bb", b"anything"),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_nothing_hides(where: str, known: dict[bytes, tuple[str, str]]) -> None:
    """A line of an answer is found in any file, and a file that can't be searched is a leak by itself."""
    path, data = HIDDEN[where]
    assert next(leaks.leaks({path: data}, known)).path == path


def test_what_is_no_answer_is_none(known: dict[bytes, tuple[str, str]]) -> None:
    """The task's own words, and lines that any function may have, give nothing away."""
    text = 'def softmax(Z):\n    """exp(z) / sum of exp(z)"""\n    return W1, b1, W2, b2\n    return None\n    n = 10\n'
    assert list(leaks.leaks({"a.py": text.encode()}, known)) == []


def test_a_leak_stops_the_release(small: courses.Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an answer in the course's own files nothing is written, and one line says where it is."""
    (small.root / "data" / "README.md").write_text(f"By the way: {LINE}\n")
    monkeypatch.setattr(courses, "load", lambda: small)
    done = CliRunner().invoke(commands, ["release", "--to", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "data/README.md: a line of an answer, solutions/a1_first_network.py:" in done.output
    assert not list(tmp_path.glob("out*"))


# -- the bundle


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return bundle(COURSE, [ASSIGNMENT])


def test_the_bundle_has_what_a_student_needs(files: dict[str, bytes]) -> None:
    """Stub, notebook, data, recorded answers; and neither solutions nor mistakes nor anything of the project's own."""
    assert {f"exercises/{NAME}.py", f"notebooks/{NAME}.ipynb", "course.toml", "README.md", "LICENSE"} <= set(files)
    assert {"data/mnist_train.csv.gz", f"autograder/recorded/{NAME}.gz"} <= set(files)
    assert files[f"exercises/{NAME}.py"] == (ROOT / "exercises" / f"{NAME}.py").read_bytes()
    assert [path for path in files if path.startswith("autograder/mistakes/")] == ["autograder/mistakes/__init__.py"]
    assert {path.split("/")[0] for path in files} == {
        "LICENSE", "README.md", "autograder", "course.toml", "data", "exercises", "notebooks", "pyproject.toml",
    }  # fmt: skip


def test_the_same_course_gives_the_same_bundle(files: dict[str, bytes], tmp_path: Path) -> None:
    """Folder and zip hold the same bytes, and a second zip is the first."""
    first = write(files, tmp_path / "one" / "digits")
    second = write(files, tmp_path / "two" / "digits")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert {name.removeprefix("digits/"): archive.read(name) for name in archive.namelist()} == files
    assert (tmp_path / "one" / "digits" / "course.toml").read_bytes() == files["course.toml"]


def test_what_stands_there_is_not_written_over(files: dict[str, bytes], tmp_path: Path) -> None:
    """A folder with something in it stays as it is."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="is not empty"):
        write(files, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_hints_that_give_the_line_away_are_kept_back(files: dict[str, bytes]) -> None:
    """By default no hint holds a line of an answer; a teacher may give them all out."""
    path = f"autograder/recorded/{NAME}.json"
    ours = json.loads((ROOT / path).read_text("utf-8"))["exercises"]
    kept = {task["name"]: task["hints"] for task in json.loads(files[path])["exercises"]}
    assert kept["softmax"][2] == WITHHELD
    assert kept["softmax"][:2] == next(task["hints"] for task in ours if task["name"] == "softmax")[:2]
    assert json.loads(bundle(COURSE, [ASSIGNMENT], all_hints=True)[path])["exercises"] == ours


def test_one_assignment_of_several(small: courses.Course) -> None:
    """What belongs to another assignment stays at home, and the course's file names only what is given out."""
    text = (small.root / "course.toml").read_text("utf-8")
    first = text[text.index("[[assignment]]") :].partition("\n[[assignment]]\n")[0]
    later = first.replace(NAME, "a9_later")
    for exercise in ASSIGNMENT.names:
        later = later.replace(f'"{exercise}"', f'"{exercise}_9"')
    (small.root / "course.toml").write_text(text + "\n" + later)
    lesson = (small.root / "solutions" / f"{NAME}.py").read_text("utf-8")
    for exercise in ASSIGNMENT.names:
        lesson = lesson.replace(f'"{exercise}"', f'"{exercise}_9"').replace(f"def {exercise}(", f"def {exercise}_9(")
    secret = "return np.maximum(0, Z)"
    (small.root / "solutions" / "a9_later.py").write_text(lesson.replace(secret, "return Z.clip(min=0)"))
    courses.load.cache_clear()
    course = courses.load(small.root)
    made = bundle(course, [course.assignment(NAME)])
    (small.root / "out").mkdir()
    (small.root / "out" / "course.toml").write_bytes(made["course.toml"])
    assert courses.load(small.root / "out").assignments == (course.assignment(NAME),)
    assert not [path for path in made if "a9" in path]
    (small.root / "data" / "README.md").write_text("return Z.clip(min=0)")
    with pytest.raises(ReleaseError, match="a9_later"):  # the answers of what comes later are answers too
        bundle(course, [course.assignment(NAME)])


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda assignment: assignment.name)
def test_each_assignment_can_be_given_out(assignment: courses.Assignment, files: dict[str, bytes]) -> None:
    """One after another: a later lesson may show an earlier answer, and nothing else may be in its bundle."""
    made = files if assignment == ASSIGNMENT else bundle(COURSE, [assignment])
    assert [path for path in made if path.startswith("exercises/")] == [f"exercises/{assignment.name}.py"]


def test_several_assignments_in_one_bundle() -> None:
    """The first two go together, and all that follow the first; the third shows what the first asks for."""
    first, second, third, fourth = COURSE.assignments
    for together in ([first, second], [second, third, fourth]):
        made = bundle(COURSE, together)
        assert {f"notebooks/{assignment.name}.ipynb" for assignment in together} <= set(made)
    with pytest.raises(ReleaseError, match=r"exercises/a3.*solutions/a1.*one assignment at a time"):
        bundle(COURSE, [first, third])


# -- installed


@dataclass
class Machine:
    """A student's machine: an environment with the bundle in it, and the unpacked bundle."""

    python: Path
    folder: Path

    def run(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "AUTOGRADER_COURSE")}
        return subprocess.run(
            [str(self.python), *words],
            cwd=cwd or self.folder,
            env={**kept, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    def autograder(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "autograder", *words, cwd=cwd)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> Machine:
    """A new environment, that borrows this one's NumPy, pytest and builder, so that no network is needed."""
    pytest.importorskip("hatchling", reason="hatchling builds the bundle")
    base = tmp_path_factory.mktemp("student")
    archive = write(files, base / "digits")
    venv.create(base / "env", symlinks=os.name == "posix")
    python = base / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    made = Machine(python, base / "digits")
    place = made.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    Path(place, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed", "--quiet")
    done = made.run("-m", "pip", "install", *options, str(archive), cwd=base)
    assert done.returncode == 0, done.stderr
    return made


WRONG = {
    "relu": "    return np.where(Z > 0, Z, 0.01 * Z)",
    "normalize": "    return X // 255",
    "get_predictions": "    return np.argmax(A2, axis=1)",
}


def written(text: str, exercise: str, line: str) -> str:
    """A stub file with this line in the place of what an exercise raises."""
    start = text.index(f"def {exercise}(")
    begin = text.index("    raise NotImplementedError", start)
    return text[:begin] + line + text[text.index("\n", begin) :]


def test_a_student_works_through_an_exercise(machine: Machine, tmp_path: Path) -> None:
    """In the unpacked bundle: the stub fails, a wrong answer is named, the right one passes."""
    folder = tmp_path / "digits"
    shutil.copytree(machine.folder, folder)
    stub = folder / "exercises" / f"{NAME}.py"
    before = stub.read_text("utf-8")
    untouched = machine.autograder("check", "relu", cwd=folder)
    assert untouched.returncode == 1
    assert "still to be written" in untouched.stdout
    stub.write_text(written(before, "relu", WRONG["relu"]), encoding="utf-8")
    wrong = machine.autograder("check", "relu", cwd=folder)
    assert wrong.returncode == 1
    assert "negative" in wrong.stdout
    stub.write_text(written(before, "relu", "    return np.maximum(0, Z)"), encoding="utf-8")
    right = machine.autograder("check", "relu", cwd=folder)
    assert (right.returncode, right.stderr) == (0, "")
    assert machine.autograder("hint", "relu", cwd=folder).returncode == 0


def test_the_diagnosis_is_as_with_the_sources(machine: Machine, tmp_path: Path) -> None:
    """A file with several mistakes gets the same marks, mistakes and words there as here; nothing else is around."""
    text = (ROOT / "exercises" / f"{NAME}.py").read_text("utf-8")
    for exercise, line in WRONG.items():
        text = written(text, exercise, line)
    (tmp_path / "mine.py").write_text(text, encoding="utf-8")
    there = machine.autograder("grade", "mine.py", "--json", "-", cwd=tmp_path)
    assert there.returncode == 0, there.stderr
    here = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", str(tmp_path / "mine.py"), "--json", "-"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found: list[Sequence[dict[str, Any]]] = [json.loads(out)["exercises"] for out in (there.stdout, here.stdout)]
    assert found[0] == found[1]
    assert {entry["name"]: bool(entry["mistake"]) for entry in found[0] if entry["name"] in WRONG} == dict.fromkeys(
        WRONG, True
    )


def test_check_in_a_kernel(machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a hub's image: the notebook lies alone in a folder, and `check()` and the course's data work in it."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    spec = tmp_path / "kernels" / "student"
    spec.mkdir(parents=True)
    words = [str(machine.python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(json.dumps({"argv": words, "display_name": "S", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    for name in ("PYTHONPATH", "AUTOGRADER_COURSE"):
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "work"
    place.mkdir()
    head = "import numpy as np\nfrom autograder import check, data_path\n"
    cells = [
        "import autograder; print(autograder.__file__)",
        head + f"def relu(Z):\n{WRONG['relu']}\ncheck('relu')",
        "def relu(Z):\n    return np.maximum(0, Z)\ncheck('relu')",
        "print(data_path('mnist_test.csv.gz'))",
    ]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    client = nbclient.NotebookClient(made, kernel_name="student", resources={"metadata": {"path": str(place)}})
    client.execute()
    where, wrong, right, data = (cell.outputs for cell in made.cells)
    assert str(ROOT) not in where[0]["text"] + data[0]["text"]
    assert "negative" in wrong[0].data["text/html"]
    assert float(wrong[1].data["text/plain"]) < 1
    assert right[1].data["text/plain"] == "1.0"


def test_without_a_folder_of_exercises_the_current_one_counts(machine: Machine, tmp_path: Path) -> None:
    """On a hub's image `autograder check` judges the notebook that lies in the current folder."""
    lesson = build.read(COURSE, ASSIGNMENT)
    (tmp_path / f"{NAME}.ipynb").write_text(notebook.make(lesson, answers=False), encoding="utf-8")
    done = machine.autograder("check", "relu", cwd=tmp_path)
    assert done.returncode == 1
    assert "still to be written" in done.stdout
    assert machine.autograder("doctor", cwd=tmp_path).returncode == 0
