"""A term with nbgrader's own commands: released, fetched, handed in, collected, graded both ways, returned."""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nbgrader")

from corpus import reference_parts

from autograder import build
from autograder import course as courses
from autograder.build import leaks, notebook
from autograder.classroom import gradebook
from autograder.classroom.run import Options, grade_folder
from autograder.judge.results import Result
from autograder.student.process import Limits
from autograder.student.sandbox import why_no_bubblewrap

pytestmark = [
    pytest.mark.slow,
    pytest.mark.long,
    pytest.mark.skipif(os.name != "posix", reason="nbgrader's exchange needs a POSIX system"),
    pytest.mark.xdist_group("term"),
]

ROOT = Path(__file__).resolve().parents[1]
COURSE = courses.load()
ASSIGNMENT = COURSE.assignment("a1_first_network")
NAME = ASSIGNMENT.name
SANDBOX = "none" if why_no_bubblewrap() else "bubblewrap"
Notebook = dict[str, Any]
TIMEOUT = 20  # seconds for a cell under nbgrader of those who never end: it waits as long in every cell that calls them
# Two whom nbgrader can't finish, in a run of their own, because the second of them stops a whole run.
ODD = ("odd-endless", "odd-twice")

# One each, in the function of that name.
MISTAKES = {
    "relu": "def relu(Z):\n    return np.where(Z > 0, Z, 0.01 * Z)\n",
    "softmax": "def softmax(Z):\n    expZ = np.exp(Z - Z.max())\n    return expZ / expZ.sum()\n",
    "cross_entropy": "def cross_entropy(A2, Y):\n    return np.mean(np.log(A2[Y, np.arange(Y.size)] + 1e-12))\n",
    "update_params": "def update_params(params, grads, alpha):\n"
    "    return tuple(p + alpha * g for p, g in zip(params, grads))\n",
}
CRASH = "def relu(Z):\n    import os\n    os._exit(3)\n"
ENDLESS = "def gradient_descent(*given, **options):\n    while True:\n        pass\n"


def named(notebook: Notebook, name: str) -> dict[str, Any]:
    (cell,) = (cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == name)
    return cell


def written(notebook: Notebook, functions: dict[str, str]) -> Notebook:
    """The released notebook with these functions written into it."""
    made = copy.deepcopy(notebook)
    for name, text in functions.items():
        named(made, f"exercise-{name}")["source"] = text
    return made


def right_functions() -> dict[str, str]:
    """The reference's, by name; the lesson's own helpers aside, which nobody has to write."""
    found = {text.removeprefix("def ").split("(")[0]: text for text in reference_parts()[1]}
    return {exercise.name: found[exercise.name] for exercise in ASSIGNMENT.exercises}


def short(notebook: Notebook) -> Notebook:
    """The notebook without the lesson's own code, as some hand it in: the exercises, their checks, and the imports."""
    cells = [
        cell
        for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader") or cell["cell_type"] == "markdown" or "import " in "".join(cell["source"])
    ]
    return {**notebook, "cells": copy.deepcopy(cells)}


def students(whole: Notebook) -> dict[str, Notebook]:
    """Twelve students' notebooks; all but the first without what takes long and gives no marks."""
    right = right_functions()
    released = short(whole)
    done = written(released, right)
    deleted = copy.deepcopy(done)
    deleted["cells"].remove(named(deleted, "check-softmax"))
    doubled = copy.deepcopy(done)
    doubled["cells"].append(copy.deepcopy(named(doubled, "exercise-relu")))
    edited = written(released, {**right, "relu": MISTAKES["relu"]})
    named(edited, "check-relu")["source"] = "1.0"
    return {
        "right": written(whole, right),
        "untouched": released,
        **{f"wrong-{name}": written(released, {**right, name: text}) for name, text in MISTAKES.items()},
        "crash": written(released, {**right, "relu": CRASH}),
        "odd-endless": written(released, {**right, "gradient_descent": ENDLESS}),
        "deleted-check": deleted,
        "odd-twice": doubled,
        "edited-check": edited,
        "late": copy.deepcopy(done),
    }


@dataclass
class Term:
    """The course's folder, and the marks in its gradebook after each way of grading."""

    folder: Path
    stock: dict[str, dict[str, float | None]]
    ours: dict[str, dict[str, float | None]]
    results: dict[str, Result]
    solved: Notebook  # the right student's, as nbgrader's own run left it


class Silent:
    """Nobody watches."""

    def begin(self, total: int) -> None: ...

    def done(self, student: str, result: Result, fresh: bool) -> None: ...


def nbgrader(folder: Path, *words: str, check: bool = True) -> str:
    """One of nbgrader's commands, run as an instructor or a student does."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # nbgrader calls alembic
    home = {"HOME": str(folder), "JUPYTER_NO_CONFIG": "1"}
    environment = {**os.environ, **home, "PATH": path, "AUTOGRADER_COURSE": str(ROOT)}
    command = [sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert not check or done.returncode == 0, done.stderr[-3000:]
    return done.stdout + done.stderr


def marks(folder: Path) -> dict[str, dict[str, float | None]]:
    """What the gradebook says the autograder gave, by student and check."""
    with opened(folder) as book:
        return {
            submission.student.id: {grade.name: grade.auto_score for grade in submission.notebooks[0].grades}
            for submission in book.assignment_submissions(NAME)
        }


def opened(folder: Path) -> Any:
    """nbgrader's own view of the gradebook, as a context manager."""
    from nbgrader.api import Gradebook

    return Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "digits_from_scratch")


def grade_with_ours(folder: Path) -> None:
    options = Options(
        jobs=2,
        seed=0,
        sandbox=SANDBOX,
        limits=Limits(call_seconds=1.5),
        book=gradebook.place(folder / "submitted", None),
    )
    grade_folder(folder / "submitted", folder / "results", COURSE, ASSIGNMENT, options, Silent())


def clone(folder: Path) -> None:
    """What nbgrader needs of a fresh clone."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "source", folder / "source")


def collected(folder: Path) -> None:
    """A course with the twelve submissions collected, made with the stock commands and without an edit."""
    clone(folder)
    nbgrader(folder, "generate_assignment", NAME)
    nbgrader(folder, "release_assignment", NAME)
    released = json.loads((folder / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    for student, handed_in in students(released).items():
        place = folder / "submitted" / student / NAME
        place.mkdir(parents=True)
        (place / f"{NAME}.ipynb").write_text(json.dumps(handed_in), encoding="utf-8")
        day = 9 if student == "late" else 1
        (place / "timestamp.txt").write_text(f"2026-11-0{day} 12:00:00 UTC")
        (place / "submission_secret.txt").write_text(student.encode().hex())
    nbgrader(folder, "db", "assignment", "add", NAME, "--duedate=2026-11-05 12:00:00 UTC")


def grade_with_nbgrader(folder: Path) -> None:
    nbgrader(folder, "autograde", NAME, f"--CourseDirectory.student_id_exclude={','.join(ODD)}", check=False)
    nbgrader(folder, "autograde", NAME, "--student=odd-*", f"--Execute.timeout={TIMEOUT}", check=False)


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> Term:
    """A course from its release to its marks."""
    folder = tmp_path_factory.mktemp("course")
    collected(folder)
    grade_with_nbgrader(folder)
    stock = marks(folder)
    solved = json.loads((folder / "autograded" / "right" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    grade_with_ours(folder)
    found = [Result.from_json(path.read_text("utf-8")) for path in (folder / "results").glob("*.json")]
    return Term(folder, stock, marks(folder), {result.submission: result for result in found}, solved)


FINISHED = ["right", "untouched", *(f"wrong-{name}" for name in MISTAKES), "edited-check", "late"]


@pytest.mark.parametrize("student", FINISHED)
def test_both_routes_give_the_same_marks(term: Term, student: str) -> None:
    """Wherever nbgrader finishes, `nbgrader autograde` and `autograder grade` agree on every check."""
    assert term.ours[student] == pytest.approx(term.stock[student])


def test_the_solved_lesson_runs_in_a_kernel(term: Term) -> None:
    """From top to bottom without an error or a word on standard error, its pictures in it, a verdict at each check."""
    outputs = [(cell, output) for cell in term.solved["cells"] for output in cell.get("outputs", ())]
    assert not [output for _cell, output in outputs if output["output_type"] == "error"]
    assert not [output["text"] for _cell, output in outputs if output.get("name") == "stderr"]
    assert sum("image/png" in output.get("data", {}) for _cell, output in outputs) > 3
    shown = {cell["id"] for cell, output in outputs if "passed" in str(output.get("data", {}).get("text/html"))}
    assert {f"check-{name}" for name in ASSIGNMENT.names} <= shown


def test_what_never_ends_costs_only_its_function(term: Term) -> None:
    """A function that never ends loses its marks and the last check's, both ways; nbgrader waits for it each time."""
    lost = {name for name, score in term.ours["odd-endless"].items() if score == 0}
    assert lost == {"check-gradient_descent", f"check-{ASSIGNMENT.gate.name}"}
    assert not any(term.stock["odd-endless"][name] for name in lost)


def test_a_kernel_that_dies_costs_only_its_function(term: Term) -> None:
    """nbgrader loses others' marks with the kernel; ours takes only relu's and the gate's."""
    lost = {name for name, score in term.ours["crash"].items() if score == 0}
    assert lost == {"check-relu", f"check-{ASSIGNMENT.gate.name}"}
    stock = term.stock.get("crash", {})
    assert sum(score or 0 for score in stock.values()) < sum(score or 0 for score in term.ours["crash"].values())


def test_a_doubled_cell_costs_nothing(term: Term) -> None:
    """nbgrader gives a notebook with two cells of one name no mark at all; ours reads the functions."""
    assert not any(term.stock.get("odd-twice", {}).values())
    assert sum(score or 0 for score in term.ours["odd-twice"].values()) == ASSIGNMENT.max_score


def test_a_deleted_check_costs_nothing(term: Term) -> None:
    """Whoever deletes a check cell has its marks by us, because the function is judged, and not the cell."""
    assert not term.stock["deleted-check"]["check-softmax"]
    assert term.ours["deleted-check"]["check-softmax"] == 1
    assert sum(score or 0 for score in term.ours["deleted-check"].values()) == ASSIGNMENT.max_score


def test_an_edited_check_gains_nothing(term: Term) -> None:
    """A check cell that says 1.0 is not asked."""
    assert term.ours["edited-check"]["check-relu"] == term.ours["wrong-relu"]["check-relu"] < 1


def test_the_gradebook_has_what_the_results_have(term: Term) -> None:
    """For every student and exercise."""
    for student, result in term.results.items():
        assert term.ours[student] == {f"check-{e.name}": e.score for e in result.exercises}


def test_a_late_submission_is_known_to_be_late(term: Term) -> None:
    """Its time came from timestamp.txt, and nbgrader counts the seconds."""
    with opened(term.folder) as book:
        assert book.find_submission(NAME, "late").total_seconds_late == 4 * 24 * 3600
        assert book.find_submission(NAME, "right").total_seconds_late == 0


def test_what_a_person_added_stays(term: Term) -> None:
    """Manual scores, extra credit and comments outlive another run; the manual score wins, as in nbgrader."""
    with opened(term.folder) as book:
        grade = book.find_grade("check-relu", NAME, NAME, "wrong-relu")
        grade.manual_score, grade.extra_credit = 0.75, 0.5
        book.find_comment("exercise-relu", NAME, NAME, "wrong-relu").manual_comment = "Nearly."
        book.db.commit()
    grade_with_ours(term.folder)
    with opened(term.folder) as book:
        grade = book.find_grade("check-relu", NAME, NAME, "wrong-relu")
        assert (grade.manual_score, grade.extra_credit, grade.score) == (0.75, 0.5, 1.25)
        assert grade.needs_manual_grade
        comment = book.find_comment("exercise-relu", NAME, NAME, "wrong-relu")
        assert comment.comment == "Nearly."
        assert "negative" in comment.auto_comment


def test_a_late_policy_is_the_courses_own(term: Term) -> None:
    """With nbgrader's policy that lateness costs everything, only the late one loses the marks."""
    config = term.folder / "nbgrader_config.py"
    before = config.read_text("utf-8")
    config.write_text(before + "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n", encoding="utf-8")
    try:
        grade_with_ours(term.folder)
        with opened(term.folder) as book:
            late = book.find_submission_notebook(NAME, NAME, "late")
            assert late.late_submission_penalty == late.score == ASSIGNMENT.max_score
            assert book.find_submission_notebook(NAME, NAME, "right").late_submission_penalty is None
    finally:
        config.write_text(before, encoding="utf-8")


def test_feedback_and_export_show_our_marks(term: Term) -> None:
    """nbgrader's own commands read what we wrote: feedback with the verdicts, and a table of marks."""
    nbgrader(term.folder, "generate_feedback", NAME, "--force", "--student=edited-check")
    page = (term.folder / "feedback" / "edited-check" / NAME / f"{NAME}.html").read_text("utf-8")
    assert "not right yet" in page
    total = term.results["edited-check"].score
    assert re.search(rf"Score: {total:.3g}", page), re.findall("Score: .{20}", page)
    nbgrader(term.folder, "export")
    rows = (term.folder / "grades.csv").read_text("utf-8").splitlines()
    (row,) = (row.split(",") for row in rows if ",untouched," in row)
    assert "0.0" in row


def test_students_fetch_and_hand_in(term: Term, tmp_path: Path) -> None:
    """The released notebook reaches a student, comes back, is collected, and its feedback is released."""
    exchange = f"--Exchange.root={term.folder / 'exchange'}"
    nbgrader(tmp_path, "fetch_assignment", NAME, "--course=digits_from_scratch", exchange)
    assert (tmp_path / NAME / f"{NAME}.ipynb").is_file()
    nbgrader(tmp_path, "submit", NAME, "--course=digits_from_scratch", exchange)
    assert "Collecting submission" in nbgrader(term.folder, "collect", NAME)
    nbgrader(term.folder, "release_feedback", NAME)


def cells_of(path: Path) -> list[tuple[str, str]]:
    return [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(path.read_text("utf-8"))["cells"]]


def test_the_released_notebook_is_ours_without_answers(term: Term, tmp_path: Path) -> None:
    """Cell by cell what `autograder release` gives out; and no answer in it, in metadata, outputs or anywhere."""
    released = term.folder / "release" / NAME / f"{NAME}.ipynb"
    ours = tmp_path / "ours.ipynb"
    ours.write_text(notebook.make(build.read(COURSE, ASSIGNMENT), answers=False), encoding="utf-8")
    assert cells_of(released) == cells_of(ours)
    lessons = [build.read(COURSE, assignment) for assignment in COURSE.assignments]
    known = leaks.secrets(lessons, ROOT / "autograder" / "mistakes")
    assert list(leaks.leaks({"released.ipynb": released.read_bytes()}, known)) == []
    assert not any(cell.get("outputs") or cell.get("attachments") for cell in json.loads(released.read_text())["cells"])


def test_downloads_from_platforms_are_collected(term: Term, tmp_path: Path) -> None:
    """`nbgrader zip_collect` finds the students in Canvas's file names and Moodle's, as `autograder grade` does."""
    clone(tmp_path)
    shutil.copytree(term.folder / "release", tmp_path / "release")
    text = (term.folder / "submitted" / "late" / NAME / f"{NAME}.ipynb").read_text("utf-8")
    archive = tmp_path / "downloaded" / NAME / "archive"
    archive.mkdir(parents=True)
    with zipfile.ZipFile(archive / "canvas.zip", "w") as canvas:
        canvas.writestr(f"lovelaceada_4711_90210_{NAME}.ipynb", text)
        canvas.writestr(f"hoppergrace_LATE_4712_90211_{NAME}-1.ipynb", text)
    with zipfile.ZipFile(archive / "moodle.zip", "w") as moodle:
        moodle.writestr(f"Emmy Noether_1234567_assignsubmission_file_/{NAME}.ipynb", text)
        moodle.writestr("Emmy Noether_1234567_assignsubmission_file_/notes.txt", "hello")
    nbgrader(tmp_path, "zip_collect", NAME)
    names = {"lovelaceada_4711", "hoppergrace_4712", "Emmy Noether_1234567"}
    collected = {path.parent.parent.name: path.name for path in (tmp_path / "submitted").glob(f"*/{NAME}/*.ipynb")}
    assert collected == dict.fromkeys(names, f"{NAME}.ipynb")


@pytest.fixture
def server(term: Term) -> Iterator[Callable[..., str]]:
    """Jupyter's server with nbgrader's extensions, in the course's folder; asks it for a page."""
    pytest.importorskip("jupyter_server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--no-browser", f"--port={port}", "--allow-root", "--ServerApp.token=t"]
    for name in ("formgrader", "validate_assignment"):
        words += ["--ServerApp.jpserver_extensions", f"nbgrader.server_extensions.{name}=True"]
    environment = {**os.environ, "HOME": str(term.folder), "JUPYTER_NO_CONFIG": "1", "AUTOGRADER_COURSE": str(ROOT)}
    command = [sys.executable, "-m", "jupyter_server", *words]
    running = subprocess.Popen(
        command, cwd=term.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def ask(path: str, data: bytes | None = None) -> str:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/{path}", data, {"Authorization": "token t"})
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.read().decode()

    try:
        while running.poll() is None:
            try:
                ask("api")
                break
            except OSError:
                time.sleep(0.2)
        yield ask
    finally:
        running.terminate()
        running.wait(30)


def test_jupyter_shows_what_we_wrote(term: Term, server: Callable[..., str]) -> None:
    """Formgrader lists our marks and opens our notebook; Validate runs the released one and names what fails."""
    listed = json.loads(server(f"formgrader/api/submissions/{NAME}"))
    scores = {entry["student"]: entry["score"] for entry in listed}
    assert scores["edited-check"] == pytest.approx(term.results["edited-check"].score)
    with opened(term.folder) as book:
        identity = book.find_submission_notebook(NAME, NAME, "edited-check").id
    page = server(f"formgrader/submissions/{identity}")
    assert "not right yet" in page
    found = json.loads(server("assignments/validate", f"path=release/{NAME}/{NAME}.ipynb".encode()))
    assert found["success"] is True
    failed = [cell["source"] for cell in found["value"]["failed"]]
    assert any("relu" in source for source in failed)
