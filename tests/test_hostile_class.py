"""A class of which most are broken, odd or hostile, graded as an instructor grades it: in one run, shut in.

There are two of them, as all together take minutes: a hundred in `make test`, the others in `make prove`.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from corpus import SUBMISSION, Fault, compose
from corpus.faults import FAULTS as FIRST
from corpus.further import FURTHER
from corpus.hostile import DO_HARM, HOSTILE, MARK, PORT, SECRET, WANT_MARKS, Hostile
from corpus.right_a1 import RIGHT

from autograder import course as courses
from autograder.classroom.run import Options, grade_folder
from autograder.judge.results import Result
from autograder.student.process import Limits
from autograder.student.sandbox import why_no_bubblewrap

WITHOUT_WALLS = why_no_bubblewrap()
walls = pytest.mark.skipif(bool(WITHOUT_WALLS), reason=WITHOUT_WALLS or "bubblewrap runs here")
# A class is graded once, in one process of a parallel run.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hostile class")]

ASSIGNMENT = courses.load().assignment("a1_first_network")
EXERCISES = [exercise.name for exercise in ASSIGNMENT.exercises]
LIMITS = Limits(call_seconds=1, load_seconds=2.5, wall_factor=4, submission_seconds=30)
HONEST = RIGHT[::12]
FAULTS = [*FIRST, *FURTHER]
FORK_BOMB = "forks-and-both-go-on"  # forks in each step of a loop: not where there are no walls
IN_FIRST = {one.name for one in [*FAULTS[::3], *HOSTILE[::3]]}


class Silent:
    """Nobody watches."""

    def begin(self, total: int) -> None: ...

    def done(self, student: str, result: Result, fresh: bool) -> None: ...


@dataclass(frozen=True)
class Graded:
    """The class afterwards, and by what its traces are known whatever else the machine does meanwhile.

    `temporary` is a folder that the grader and all its processes took for the temporary one; `mark` is a word in the
    name of whatever the attacks leave; `listener` is a socket of the machine's that they call.
    """

    results: dict[str, Result]
    out: Path
    temporary: Path
    mark: str
    listener: socket.socket


def in_class(first: bool, name: str) -> bool:
    return (name in IN_FIRST) == first


def each(everybody: Sequence[Fault] | Sequence[Hostile], what: str) -> pytest.MarkDecorator:
    """A test for each of them, after the class that it is in was graded."""
    cases = []
    for one in everybody:
        first, needs_walls = one.name in IN_FIRST, isinstance(one, Hostile) or one.name == FORK_BOMB
        marks = [walls] * needs_walls + [pytest.mark.long] * (not first)
        cases.append(pytest.param(first, one, marks=marks, id=one.name))
    return pytest.mark.parametrize(("graded", what), cases, indirect=["graded"])


in_both = pytest.mark.parametrize(
    "graded", [True, pytest.param(False, marks=pytest.mark.long)], indirect=True, ids=["first", "second"]
)


@pytest.fixture(scope="module")
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graded]:
    """Honest, broken and hostile students, mixed, graded two at a time; the grader's environment holds a secret."""
    mark = f"{MARK}-{secrets.token_hex(8)}"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = str(listener.getsockname()[1])
        yield _grade(request.param, tmp_path_factory.mktemp("class"), mark, port, listener)


def _grade(first: bool, folder: Path, mark: str, port: str, listener: socket.socket) -> Graded:
    files = {f"honest-{right.name}": {SUBMISSION: compose(right.source).encode()} for right in HONEST}
    files |= {fault.name: fault.files() for fault in FAULTS if in_class(first, fault.name)}
    if WITHOUT_WALLS:
        files.pop(FORK_BOMB, None)
    else:
        files |= {hostile.name: hostile.files for hostile in HOSTILE if in_class(first, hostile.name)}
    for student, parts in files.items():
        for name, data in parts.items():
            path = folder / "submitted" / student / ASSIGNMENT.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.replace(MARK.encode(), mark.encode()).replace(PORT.encode(), port.encode()))
    (folder / "secret.txt").write_text(SECRET)
    temporary = folder / "temporary"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COURSE_PASSWORD", SECRET)
        patched.setenv("TMPDIR", str(temporary))
        patched.setattr(tempfile, "tempdir", None)
        options = Options(jobs=2, seed=20260917, sandbox="none" if WITHOUT_WALLS else "bubblewrap", limits=LIMITS)
        report = grade_folder(folder / "submitted", folder / "out", courses.load(), ASSIGNMENT, options, Silent())
    assert report.graded == len(files)
    assert not report.broken
    read = [Result.from_json(path.read_text("utf-8")) for path in (folder / "out").glob("*.json")]
    return Graded({result.submission: result for result in read}, folder / "out", temporary, mark, listener)


def statuses(result: Result) -> dict[str, str]:
    return {exercise.name: exercise.status for exercise in result.exercises}


def test_every_attack_is_in_the_documentation() -> None:
    """The table of attacks names each of them, and none that there is not."""
    text = (Path(__file__).parents[1] / "docs" / "security.md").read_text("utf-8")
    table = text[text.index("| what is tried |") : text.index("`tests/test_sandbox.py` tries")]
    listed = [name for row in table.splitlines()[2:] if row for name in re.findall("`(.+?)`", row.split("|")[2])]
    assert sorted(listed) == sorted(hostile.name for hostile in HOSTILE)


@walls
@in_both
def test_the_class_is_worth_its_name(graded: Graded) -> None:
    """There are more than sixty that misbehave, and honest ones among them."""
    assert len(graded.results) - len(HONEST) > 60
    assert {f"honest-{right.name}" for right in HONEST} < set(graded.results)


@in_both
@pytest.mark.parametrize("name", [right.name for right in HONEST])
def test_honest_neighbours_keep_full_marks(graded: Graded, name: str) -> None:
    """Whatever runs beside them, right functions earn every mark."""
    result = graded.results[f"honest-{name}"]
    assert result.score == ASSIGNMENT.max_score, statuses(result)


@each(FAULTS, "fault")
def test_a_fault_costs_what_the_contract_says(graded: Graded, fault: Fault) -> None:
    """Code that hangs, dies, lies, floods or is oddly built has the status that is due."""
    bad = []
    for name, status in statuses(graded.results[fault.name]).items():
        due = fault.expected.get(name, "passed" if fault.others_keep_marks and name in EXERCISES else None)
        allowed = {due} if isinstance(due, str) else due
        if allowed is not None and status not in allowed:
            bad.append(f"{name} is {status}, due is {' or '.join(sorted(allowed))}")
    assert not bad, fault.note + "\n" + "\n".join(bad)


@each(WANT_MARKS, "hostile")
def test_who_did_nothing_earns_nothing(graded: Graded, hostile: Hostile) -> None:
    """An attack for marks has none."""
    assert graded.results[hostile.name].score == 0, statuses(graded.results[hostile.name])


@each(DO_HARM, "hostile")
def test_an_attack_harms_at_most_its_own_marks(graded: Graded, hostile: Hostile) -> None:
    """Each attack is graded to the end, and right functions beside one that was in vain keep their marks."""
    result = graded.results[hostile.name]
    assert result.status == "graded"
    assert not hostile.keeps_marks or result.score == ASSIGNMENT.max_score, statuses(result)


@in_both
def test_no_secret_is_in_what_is_written(graded: Graded) -> None:
    """No result and no page holds the environment, a file of the machine, or the seed."""
    for path in graded.out.iterdir():
        if path.name != ".run":
            text = path.read_bytes()
            assert SECRET.encode() not in text, path.name
            assert b"root:x:0" not in text, path.name
            assert b"20260917" not in text, path.name


@in_both
def test_no_page_runs_what_a_student_wrote(graded: Graded) -> None:
    """Markup in a message or a name is text."""
    for path in graded.out.glob("*.html"):
        assert "<script>alert" not in path.read_text("utf-8"), path.name


@in_both
def test_no_file_is_left(graded: Graded) -> None:
    """The class's temporary folder is empty, and no folder that everybody may write to has a file of an attack's."""
    assert not list(graded.temporary.iterdir())
    shared = [Path(name) for name in ("/", "/tmp", "/var/tmp", "/dev/shm") if Path(name).is_dir()]
    assert not [path for folder in shared for path in folder.iterdir() if graded.mark in path.name]


def traces(graded: Graded) -> list[str]:
    """Processes of this class: with its mark or its temporary folder in their words, environment or mounts."""
    known = (graded.mark.encode(), os.fsencode(graded.temporary))
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        told = {}
        for file in ("cmdline", "environ", "mountinfo"):
            with contextlib.suppress(OSError):  # ended meanwhile, or another user's
                told[file] = (process / file).read_bytes()
        words = told.get("cmdline", b"")
        if any(word in text for word in known for text in told.values()) and b"resource_tracker" not in words:
            found.append(f"{process.name}: {words!r}")
    return found


@in_both
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes as Linux lists them")
def test_no_process_is_left(graded: Graded) -> None:
    """Neither a submission's process nor one of the grader's pool outlives the class by more than some seconds."""
    deadline = time.monotonic() + 20
    while (left := traces(graded)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not left


@in_both
def test_nobody_called(graded: Graded) -> None:
    """A server on this machine, whose address the attacks know, was not reached."""
    with pytest.raises(BlockingIOError):
        graded.listener.accept()


@in_both
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads sockets as Linux lists them")
def test_no_socket_is_left(graded: Graded) -> None:
    """No socket has the name that an attack gave to its own."""
    assert graded.mark not in Path("/proc/net/unix").read_text()
