"""What goes wrong around a class run: disks, other programs, people. Nothing is lost, and one line says what to do."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from autograder import course as courses
from autograder import digits
from autograder.classroom import exports, gradebook, intake, store
from autograder.classroom import run as class_run
from autograder.cli import commands
from autograder.judge.results import Result
from autograder.student.process import Limits
from autograder.student.sandbox import why_no_bubblewrap

pytestmark = pytest.mark.xdist_group("faults of a class")  # what is undisturbed is graded once
ASSIGNMENT = "a1_first_network"
SANDBOX = "none" if why_no_bubblewrap() else "bubblewrap"
# One function alone: the rest is missing, and is graded at once.
STUDENTS = {
    name: f"def relu(Z):\n    return Z * (Z > {number})\n" for number, name in enumerate(("ada", "ben", "cleo"))
}


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three students' folders."""
    folder = tmp_path_factory.mktemp("class") / "submitted"
    for student, text in STUDENTS.items():
        place = folder / student / ASSIGNMENT
        place.mkdir(parents=True)
        (place / f"{ASSIGNMENT}.py").write_text(text)
    return folder


@pytest.fixture(scope="module")
def undisturbed(submitted: Path) -> dict[str, bytes]:
    """What a run writes that nothing happens to."""
    assert graded(submitted, submitted.parent / "undisturbed").exit_code == 0
    return files(submitted.parent / "undisturbed")


def words(submitted: Path, out: Path, *more: str) -> list[str]:
    return ["grade", str(submitted), "--out", str(out), "--jobs", "1", "--seed", "5", "--sandbox", SANDBOX, *more]


def graded(submitted: Path, out: Path, *more: str) -> Any:
    """The command's result; its standard error is at most one line, and never a traceback."""
    result = CliRunner().invoke(commands, words(submitted, out, *more), prog_name="autograder")
    assert len(result.stderr.strip().splitlines()) <= 1, result.stderr
    return result


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in ("timings.csv", ".lock")}


@pytest.mark.slow
@pytest.mark.parametrize("room_for", [0, 3, 7])
def test_a_full_disk(
    submitted: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room_for: int
) -> None:
    """Status 3 and the file's name; with room again the same command ends with the files of an undisturbed run."""
    out, written, write = tmp_path / "out", [0], store.write_whole

    def full(path: Path, data: bytes, secret: bool = False) -> None:
        written[0] += 1
        if written[0] > room_for:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        write(path, data, secret)

    with monkeypatch.context() as patched:
        patched.setattr(store, "write_whole", full)
        result = graded(submitted, out)
    assert result.exit_code == 3
    assert str(out) in result.stderr
    assert os.strerror(errno.ENOSPC) in result.stderr
    assert "same command again" in result.stderr
    assert not [name for name in files(out) if name.endswith(".tmp")]
    assert graded(submitted, out).exit_code == 0
    assert files(out) == undisturbed


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files")
def test_a_file_that_is_cut_off_is_none(tmp_path: Path) -> None:
    """Where the system stops a write half-way, the old file is as it was and no half one is left."""
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom autograder.files import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_whole(Path(sys.argv[1]), bytes(5000))\nexcept OSError:\n    print('told')\n"
    )
    place = tmp_path / "grades.csv"
    place.write_text("before")
    done = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True)
    assert done.stdout == "told\n"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"grades.csv": "before"}


def test_a_results_folder_that_cannot_be_written(submitted: Path, tmp_path: Path) -> None:
    """Status 2 before anything is graded, and the folder's name."""
    if os.name == "posix" and os.geteuid() != 0:
        out = tmp_path / "out"
        out.mkdir()
        out.chmod(0o500)
    elif Path("/proc/self").exists():
        out = Path("/proc/self/out")  # root may write anywhere but there
    else:
        pytest.skip("no folder here refuses this user")
    result = graded(submitted, out)
    assert result.exit_code == 2
    assert str(out) in result.stderr
    assert "--out" in result.stderr


def test_a_disk_that_knows_no_locks(submitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that can't be locked, as on some clusters' disks, is not said to be somebody else's."""

    def refuse(file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(store, "_lock", refuse)
    result = graded(submitted, tmp_path / "out")
    assert result.exit_code == 2
    assert "No locks available" in result.stderr
    assert "Another grader" not in result.stderr


def test_a_seed_that_others_began_with_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may not read the note of the run does not begin another with other inputs in its place."""
    course = courses.load()
    assignment = course.assignment(ASSIGNMENT)
    with store.opened(tmp_path / "out") as results:
        results.run(course, assignment, Limits(), 7)
        before = (tmp_path / "out" / store.RUN_FILE).read_bytes()
        monkeypatch.setattr(Path, "read_text", refused)
        with pytest.raises(store.StoreError, match="Permission denied"):
            results.run(course, assignment, Limits(), None)
    assert (tmp_path / "out" / store.RUN_FILE).read_bytes() == before


def refused(*_: object, **__: object) -> str:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_the_secret_seed_is_nobody_elses(tmp_path: Path) -> None:
    """Who may look into the results folder of a shared machine does not see which inputs come next."""
    course = courses.load()
    with store.opened(tmp_path / "out") as results:
        results.run(course, course.assignment(ASSIGNMENT), Limits(), 7)
    assert stat.S_IMODE((tmp_path / "out" / store.RUN_FILE).stat().st_mode) == 0o600


def test_a_gradebooks_folder_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebooks that nbgrader makes feedback of can't be written: one line, and the results are kept."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", ".hidden.tmp")

    monkeypatch.setattr(gradebook, "write_whole", full)
    book = object.__new__(gradebook.Book)
    book.folder, book.assignment = tmp_path, courses.load().assignment(ASSIGNMENT)
    book.cells = gradebook.autograded.Cells(frozenset(), frozenset())
    result = Result(ASSIGNMENT, "ada", None, "graded", 0.0, 20.0, None, "", ())
    with pytest.raises(gradebook.GradebookError, match=r"autograded.ada can't be written: No space .*\. The results"):
        book.write(intake.Handed("ada", {}, None), result)


@pytest.mark.parametrize("damaged", digits.SPLITS)
def test_digits_that_are_damaged(
    submitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: digits.Split
) -> None:
    """A data file cut short is named before anything is graded: nobody is charged for it."""

    load = digits.load

    def cut(split: digits.Split, root: Path | None = None) -> object:
        if split == damaged:
            raise digits.DigitsError(f"data/mnist_{split}.csv.gz is damaged. Get it again.")
        return load(split, root)

    monkeypatch.setattr(class_run.digits, "load", cut)
    result = graded(submitted, tmp_path / "out")
    assert result.exit_code == 3
    assert f"mnist_{damaged}.csv.gz is damaged" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_run_notes_its_class(submitted: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    """Exports give out whom grades.csv lists: who is gone, or called otherwise, is not in the class any more."""
    assert undisturbed
    everybody = exports.graded_class(submitted.parent / "undisturbed")
    assert (set(everybody.names), everybody.finished) == (set(STUDENTS), True)
    out, fewer = tmp_path / "out", tmp_path / "submitted"
    shutil.copytree(submitted.parent / "undisturbed", out)
    shutil.copytree(submitted, fewer)
    gone = sorted(STUDENTS)[0]
    shutil.rmtree(fewer / gone)
    assert graded(fewer, out).exit_code == 0
    now = exports.graded_class(out)
    assert (now.left_over, gone in now.names) == ([gone], False)
    listed = (out / "grades.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert sorted(line.split(",")[0] for line in listed) == [row.student for row in now.rows]


@pytest.mark.slow
def test_a_clock_that_goes_backwards(
    submitted: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of day is not asked for: yesterday's clock gives today's files."""
    ticks = iter(range(10**9, 0, -3600))
    monkeypatch.setattr(time, "time", lambda: float(next(ticks)))
    graded(submitted, tmp_path / "yesterday")
    assert files(tmp_path / "yesterday") == undisturbed


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C can't be sent to one process alone on Windows")
@pytest.mark.parametrize("after", [0, 1])
def test_ctrl_c(submitted: Path, undisturbed: dict[str, bytes], tmp_path: Path, after: int) -> None:
    """Status 130 and one line; what was graded is kept, and the same command ends with the files of any run."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "autograder", *words(submitted, out)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while not (out / ".run").exists() or len(list(out.glob("[!.]*.json"))) < after:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    # Where Ctrl-C falls into an `exec`, as of data classes, Python ends by the signal, which a shell calls 130 too.
    assert process.returncode in (130, -signal.SIGINT), errors
    assert errors.strip().splitlines() == [
        "autograder: Stopped. What was graded is kept: the same command goes on with the rest."
    ]
    there = {path.name: path.read_bytes() for path in out.glob("[!.]*.json")}
    assert after <= len(there) < len(STUDENTS)
    if after:
        assert not exports.graded_class(out).finished
    assert graded(submitted, out).exit_code == 0
    assert files(out) == undisturbed
    assert there.items() <= files(out).items()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C can't be sent to one process alone on Windows")
def test_ctrl_c_waits_for_nobody(tmp_path: Path) -> None:
    """A submission that takes minutes holds up nobody who gives up, and its temporary files go with it."""
    names = ("load_csv", "normalize", "one_hot", "init_params", "relu", "softmax", "update_params")
    functions = (f"def {name}(*args):\n    time.sleep(1000)\n" for name in names)
    text = "import time\n" + "".join(functions)
    for student in ("dan", "eve", "fay"):
        place = tmp_path / "submitted" / student / ASSIGNMENT
        place.mkdir(parents=True)
        (place / f"{ASSIGNMENT}.py").write_text(text)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "autograder", *words(tmp_path / "submitted", tmp_path / "out")]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(temporary)}
    )
    deadline = time.monotonic() + 120
    while not list(temporary.iterdir()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    time.sleep(3)  # the worker is there; now its code is loaded, and waits
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in (130, -signal.SIGINT), errors
    assert not list(temporary.iterdir())


@pytest.mark.slow
def test_a_locked_gradebook(submitted: Path, tmp_path: Path) -> None:
    """While another program writes to it, one line names it and the results are kept; then the marks arrive."""
    api = pytest.importorskip("nbgrader.api", reason="nbgrader is not installed (the extra `instructor`)")
    path = tmp_path / "gradebook.db"
    with api.Gradebook(f"sqlite:///{path}") as book:
        book.add_assignment(ASSIGNMENT)
        book.add_notebook(ASSIGNMENT, ASSIGNMENT)
        book.add_grade_cell("check-relu", ASSIGNMENT, ASSIGNMENT, max_score=1, cell_type="code")
    course = tmp_path / "course"
    shutil.copytree(submitted, course / "submitted")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    result = graded(course / "submitted", tmp_path / "out", "--gradebook", str(path))
    writer.close()
    assert result.exit_code == 2
    assert "gradebook.db" in result.stderr
    assert "locked" in result.stderr
    assert len(list((tmp_path / "out").glob("[!.]*.json"))) == len(STUDENTS)
    again = graded(course / "submitted", tmp_path / "out", "--gradebook", str(path))
    assert again.exit_code == 0
    assert f"0 graded, {len(STUDENTS)} were graded before" in again.stdout
    with api.Gradebook(f"sqlite:///{path}") as book:
        assert len(book.assignment_submissions(ASSIGNMENT)) == len(STUDENTS)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the pool's processes as Linux lists them")
def test_the_kernel_ends_a_process_of_the_pool(submitted: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    """As when memory runs out: the work is done again, and the files are those of any run."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "autograder", *words(submitted, out)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while not list(out.glob("[!.]*.json")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    killed = 0
    for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
            killed += 1
    _, errors = process.communicate(timeout=120)
    assert killed == 1
    assert (process.returncode, errors) == (0, "")
    assert files(out) == undisturbed
