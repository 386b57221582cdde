"""A class run: nothing is lost, nothing is counted before it is safe, and any number of jobs gives the same files."""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder import course as courses
from autograder.classroom import batch, cluster, intake, names, store
from autograder.classroom.run import Options, grade_folder
from autograder.student.process import Limits
from autograder.student.sandbox import why_no_bubblewrap
from tests.corpus import compose

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ASSIGNMENT = "a1_first_network"
LEAKY = "def relu(Z):\n    return np.where(Z > 0, Z, 0.01 * Z)\n"
OF_ITS_OWN = """import random
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.random.randn(n_hidden, n_inputs) / np.sqrt(n_inputs)
    W2 = np.array([[random.gauss(0, 0.1) for _ in range(n_hidden)] for _ in range(n_outputs)])
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
"""
NO_MINUS = "def cross_entropy(A2, Y):\n    return np.mean(np.log(A2[Y, np.arange(Y.size)] + 1e-12))\n"
STUDENTS = {
    "ada": compose(""),
    "class": compose(LEAKY),
    "dice": compose(OF_ITS_OWN),
    "Zoë  Müller": compose(NO_MINUS),
    "שרה 🌱": "def relu(Z):\n    return Z\n",
    "=cmd()": "this is (no Python",
}
SANDBOX = "none" if why_no_bubblewrap() else "bubblewrap"
# What a run may differ in from another: how long things took, and the note of its seed.
NOT_COMPARED = {"timings.csv", ".lock"}


class Silent:
    """Nobody watches; counts what is done."""

    def __init__(self) -> None:
        self.fresh: list[str] = []

    def begin(self, total: int) -> None:
        pass

    def done(self, student: str, result: Any, fresh: bool) -> None:
        if fresh:
            self.fresh.append(student)


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    """Six students' folders, as nbgrader collects them, and one empty one."""
    folder = tmp_path / "submitted"
    for student, text in STUDENTS.items():
        place = folder / student / ASSIGNMENT
        place.mkdir(parents=True)
        (place / f"{ASSIGNMENT}.py").write_text(text, encoding="utf-8")
    (folder / "nobody").mkdir()
    return folder


def run(submitted: Path, out: Path, jobs: int = 2, **options: Any) -> tuple[batch.Report, Silent]:
    """Grade the class with a fixed seed; the report, and who was graded freshly."""
    course = courses.load()
    watcher = Silent()
    chosen = Options(jobs=jobs, sandbox=SANDBOX, **{"seed": 11, **options})
    return grade_folder(submitted, out, course, course.assignment(ASSIGNMENT), chosen, watcher), watcher


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in NOT_COMPARED}


def rows(out: Path) -> dict[str, dict[str, str]]:
    with (out / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_every_student_has_a_row_and_pages(submitted: Path, tmp_path: Path) -> None:
    """Each folder has a result, a page and a row with its exact name, whatever the name holds."""
    report, _ = run(submitted, tmp_path / "out")
    assert report.graded == 7
    assert not report.broken
    found = rows(tmp_path / "out")
    marks = {student.lstrip("'"): row["score"] for student, row in found.items()}
    assert float(marks["ada"]) == 20
    assert float(marks["class"]) == 19
    assert float(marks["nobody"]) == 0
    assert found["nobody"]["status"] == "unreadable"
    by_student = {json.loads(path.read_text("utf-8"))["submission"] for path in (tmp_path / "out").glob("*.json")}
    assert by_student == {*STUDENTS, "nobody"}
    assert "class.html" in files(tmp_path / "out")
    timings = (tmp_path / "out" / "timings.csv").read_text("utf-8").splitlines()
    assert len(timings) == 1 + 7


def test_any_number_of_jobs_gives_the_same_files(submitted: Path, tmp_path: Path) -> None:
    """One job and eight jobs end with identical files, even where the generator that was given is not used."""
    run(submitted, tmp_path / "one", jobs=1)
    run(submitted, tmp_path / "eight", jobs=8)
    assert files(tmp_path / "one") == files(tmp_path / "eight")


def test_the_same_command_again_grades_only_what_changed(submitted: Path, tmp_path: Path) -> None:
    """A second run grades nothing, a changed submission is graded anew, and --regrade grades all."""
    out = tmp_path / "out"
    run(submitted, out)
    before = files(out)
    _, watcher = run(submitted, out)
    assert watcher.fresh == []
    assert files(out) == before
    place = submitted / "ada" / ASSIGNMENT / f"{ASSIGNMENT}.py"
    place.write_text(compose(LEAKY), encoding="utf-8")
    _, watcher = run(submitted, out)
    assert watcher.fresh == ["ada"]
    assert len((out / "timings.csv").read_text("utf-8").splitlines()) == 1 + 7
    assert float(rows(out)["ada"]["score"]) == 19
    _, watcher = run(submitted, out, regrade=True)
    assert len(watcher.fresh) == 7


def test_a_secret_seed_is_kept_for_the_next_run(submitted: Path, tmp_path: Path) -> None:
    """Without --seed a class has a secret seed, the same when the command is given again, and no result tells it."""
    out = tmp_path / "out"
    run(submitted, out, seed=None)
    seed = json.loads((out / ".run").read_text())["seed"]
    _, watcher = run(submitted, out, seed=None)
    assert watcher.fresh == []
    for name, data in files(out).items():
        if name != ".run":
            assert str(seed).encode() not in data


def test_results_of_another_assignment_are_not_written_over(submitted: Path, tmp_path: Path) -> None:
    """A folder has one assignment's results; those of the next are refused with a word, and nothing changes."""
    out = tmp_path / "out"
    run(submitted, out)
    before = files(out)
    course = courses.load()
    with pytest.raises(store.StoreError, match=f"holds the results of {ASSIGNMENT}.*Choose another --out"):
        grade_folder(
            submitted, out, course, course.assignment("a2"), Options(jobs=1, sandbox=SANDBOX, seed=11), Silent()
        )
    assert files(out) == before


def test_a_file_of_another_assignment_is_told(tmp_path: Path) -> None:
    """Who hands in another assignment's file has no marks, and the instructor hears of it."""
    place = tmp_path / "submitted" / "ada"
    place.mkdir(parents=True)
    (place / "a2_training_better.py").write_text("def he_weights(n_out, n_in, rng):\n    return 1\n")
    report, _ = run(tmp_path / "submitted", tmp_path / "out")
    assert report.other_assignment == {"ada": "a2_training_better.py"}


def test_nbgraders_own_files_are_no_part_of_the_content(tmp_path: Path) -> None:
    """A receipt that a student packed is that of what nbgrader has collected, with its secret beside it."""
    place = tmp_path / "submitted" / "ada" / ASSIGNMENT
    place.mkdir(parents=True)
    (place / f"{ASSIGNMENT}.py").write_text(compose(""), encoding="utf-8")
    (before,) = intake.entries(tmp_path / "submitted", ASSIGNMENT)
    (place / "timestamp.txt").write_text("2026-05-01 10:00:00 UTC")
    (place / "submission_secret.txt").write_text("a secret of its own for everybody")
    (after,) = intake.entries(tmp_path / "submitted", ASSIGNMENT)
    assert after.read().content_hash == before.read().content_hash


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes as Linux lists them")
@pytest.mark.parametrize("after", [1, 3])
def test_killed_at_any_moment_and_resumed(submitted: Path, tmp_path: Path, after: int) -> None:
    """After kill -9 the same command grades only what is missing, and ends with the files of an undisturbed run."""
    run(submitted, tmp_path / "undisturbed")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "autograder",
        "grade",
        str(submitted),
        "--out",
        str(out),
        "--jobs",
        "2",
        "--seed",
        "11",
    ]
    process = subprocess.Popen(
        [*command, "--sandbox", SANDBOX], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while len(list(out.glob("*.json"))) < after and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    there = len([path for path in out.glob("*.json") if not path.name.startswith(".")])
    assert after <= there < 7
    assert _gone(process.pid), "the pool outlives its grader"
    _, watcher = run(submitted, out)
    assert len(watcher.fresh) == 7 - there
    left = {name for name in files(out) if name.endswith(".tmp")}
    assert {name: data for name, data in files(out).items() if name not in left} == files(tmp_path / "undisturbed")


def _gone(pid: int) -> bool:
    """Whether all processes of a killed grader's session end within some seconds."""
    for _ in range(200):
        left = subprocess.run(["ps", "-o", "pid=,stat=", "-s", str(pid)], capture_output=True, text=True).stdout
        if not [line for line in left.splitlines() if "Z" not in line]:
            return True
        time.sleep(0.05)
    return False


class Unlucky(Executor):
    """A pool whose first tasks die with it, as when the machine runs out of memory."""

    def __init__(self, deaths: int, refusals: int = 0) -> None:
        self.deaths = deaths
        self.refusals = refusals
        self.pool = ThreadPoolExecutor(1)

    def submit(self, function: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.refusals:
            self.refusals -= 1
            raise BrokenProcessPool("a process of the pool died before")
        if self.deaths:
            self.deaths -= 1
            lost: Future[Any] = Future()
            lost.set_exception(BrokenProcessPool("a process of the pool died"))
            return lost
        return self.pool.submit(function, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.pool.shutdown(wait, cancel_futures=cancel_futures)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[tuple[list[intake.Entry], store.Store, batch.Order]]:
    """One stub submission, ready to be graded."""
    place = tmp_path / "submitted" / "ada" / ASSIGNMENT
    place.mkdir(parents=True)
    (place / f"{ASSIGNMENT}.py").write_text("def relu(Z):\n    return Z\n")
    entries = intake.entries(tmp_path / "submitted", ASSIGNMENT)
    course = courses.load()
    with store.opened(tmp_path / "out") as results:
        results.names = names.file_names(["ada"])
        yield entries, results, batch.Order(results.run(course, course.assignment(ASSIGNMENT), Limits(), 3), "none")


def test_a_lost_pool_is_replaced_and_the_work_done_again(one: Any) -> None:
    """A pool that dies costs nobody a mark."""
    entries, results, order = one
    pools = iter([Unlucky(1), Unlucky(0, refusals=1), Unlucky(1), Unlucky(0)])
    report = batch.grade_class(entries, results, order, lambda: next(pools), 1, Silent())
    assert report.graded == 1
    assert not report.broken


def test_what_stays_broken_is_listed_and_no_zero(one: Any, tmp_path: Path) -> None:
    """After three attempts a submission is broken, named with its reason, and has no mark."""
    entries, results, order = one
    report = batch.grade_class(entries, results, order, lambda: Unlucky(1), 1, Silent())
    assert list(report.broken) == ["ada"]
    assert "pool died" in report.broken["ada"]
    assert json.loads((tmp_path / "out" / "ada.json").read_text())["status"] == "broken"
    assert results.finished("ada", order.run, entries[0].read().content_hash) is None


GRADE = batch.grade_handed


def grade_unless_deadly(order: batch.Order, handed: intake.Handed) -> batch.Graded:
    """Grades; but one student's submission takes the whole process with it, a moment after it has begun."""
    if handed.student == "class":
        time.sleep(0.2)
        os._exit(9)
    return GRADE(order, handed)


@pytest.mark.skipif(sys.platform == "win32", reason="the pool's processes are forked, so that they know this function")
def test_who_kills_the_pool_goes_alone(submitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever was under way when a pool died is graded alone: one submission is broken, and the others have marks."""
    monkeypatch.setattr(batch, "grade_handed", grade_unless_deadly)
    course = courses.load()
    assignment = course.assignment(ASSIGNMENT)
    entries = intake.entries(submitted, ASSIGNMENT)
    with store.opened(tmp_path / "out") as results:
        results.names = names.file_names([entry.student for entry in entries])
        order = batch.Order(results.run(course, assignment, Limits(), 3), "none")
        fork = multiprocessing.get_context("fork")
        report = batch.grade_class(entries, results, order, lambda: ProcessPoolExecutor(2, fork), 2, Silent())
    assert list(report.broken) == ["class"]
    assert report.graded == len(entries)


def test_two_graders_on_one_folder(submitted: Path, tmp_path: Path) -> None:
    """The second grader is told that the first is at work."""
    with store.opened(tmp_path / "out"), pytest.raises(store.StoreError, match="Another grader"):
        run(submitted, tmp_path / "out")


def test_results_folder_that_is_a_file(submitted: Path, tmp_path: Path) -> None:
    """A file where the results should go is named, and stays as it is."""
    place = tmp_path / "out"
    place.write_text("mine")
    with pytest.raises(store.StoreError, match="no folder"):
        run(submitted, place)
    assert place.read_text() == "mine"


def test_a_class_is_not_graded_without_a_sandbox(submitted: Path, tmp_path: Path) -> None:
    """Where bubblewrap is missing, the command refuses, says how to install it, and writes nothing."""
    command = [sys.executable, "-m", "autograder", "grade", str(submitted), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PATH": str(tmp_path)})
    assert done.returncode == 2
    assert "bubblewrap" in done.stderr
    assert "--sandbox none" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


class Cluster:
    """What a client of Dask's says of workers, each with some threads and a trouble."""

    def __init__(self, **workers: tuple[int, object]) -> None:
        self.workers = workers

    def nthreads(self) -> dict[str, int]:
        return {name: threads for name, (threads, _) in self.workers.items()}

    def run(self, trouble: Callable[[Any], str], about: Any, on_error: str) -> dict[str, object]:
        assert on_error == "return"
        return {name: says for name, (_, says) in self.workers.items()}


def test_a_cluster_is_asked_how_much_it_can_do() -> None:
    """As many submissions are under way as all of its workers have threads; one without workers is told."""
    assert cluster.threads(Cluster(a=(4, ""), b=(3, ""))) == 7
    with pytest.raises(cluster.ClusterError, match=r"no workers yet.*--jobs"):
        cluster.threads(Cluster())


@pytest.mark.parametrize("trouble", ["bubblewrap is not installed.", ModuleNotFoundError("No module named 'x'")])
def test_a_worker_that_cannot_grade_is_told_beforehand(trouble: object) -> None:
    """Rather than by a whole class of broken gradings."""
    cluster.demand(Cluster(a=(1, ""), b=(1, "")), batch.why_not_here, None)
    with pytest.raises(cluster.ClusterError, match=f"worker at b can't grade: .*{str(trouble)[:12]}"):
        cluster.demand(Cluster(a=(1, ""), b=(1, trouble)), batch.why_not_here, None)


def test_another_version_of_the_course_grades_nothing(one: Any) -> None:
    """A machine whose course is not the one of the run would give other marks under the same name."""
    entries, _, order = one
    assert batch.why_not_here(order) == ""
    other = replace(order, run=replace(order.run, course="0.0+old"))
    assert "Bring both up to date" in batch.why_not_here(other)
    with pytest.raises(courses.CourseError, match="is another than where the command was given"):
        batch.grade_handed(other, entries[0].read())


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_a_cluster_that_loses_a_worker(submitted: Path, tmp_path: Path) -> None:
    """With a Dask scheduler and two worker processes, one killed in mid-run, the files are those of a local run."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed (the extra `cluster`)")
    run(submitted, tmp_path / "local")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        out = tmp_path / "out"
        command = [sys.executable, "-m", "autograder", "grade", str(submitted), "--out", str(out), "--seed", "11"]
        command += ["--sandbox", SANDBOX, "--scheduler", address, "--jobs", "2"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 60
        while not list(out.glob("*.json")) and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.02)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert files(out) == files(tmp_path / "local")
