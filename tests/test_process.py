"""The trusted side of the line: whatever a submission does to its worker, each call has an outcome and the judge lives.

The workers are real and have no sandbox, so nothing here may harm the machine where a test fails.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.diagnosis.messages import explain_outcome
from autograder.student import wire, worker
from autograder.student.kernel import KernelStudent
from autograder.student.outcome import Crashed, Forbidden, Missing, Outcome, Raised, Returned, TimedOut
from autograder.student.process import (
    LEARNING_MODULES,
    STOPPED,
    TRIES_TO_READ,
    Limits,
    LoadReport,
    StudentProcess,
    WorkerBroken,
    process_tree_use,
)
from autograder.student.sandbox import NoSandbox
from autograder.student.source import Source, Unreadable, read
from autograder.student.wire import File, Foreign, Held, Pixels, Seeded, SentOnce
from autograder.student.worker import MAX_ERRORS, MAX_TEXT

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

QUICK = Limits(call_seconds=0.5, load_seconds=1.0, submission_seconds=20, wall_factor=2)
PATIENT = Limits(call_seconds=5, load_seconds=10, submission_seconds=60, wall_factor=4)
HERE = Path("submission.py")
on_posix = pytest.mark.skipif(os.name != "posix", reason="uses what only POSIX systems have")
on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")

Load = Callable[..., StudentProcess]


@pytest.fixture
def load() -> Iterator[Load]:
    """Gives processes for submissions, and ends them all."""
    with ExitStack() as stack:

        def make(*cells: str, limits: Limits = PATIENT) -> StudentProcess:
            names = tuple(f"cell {number}" for number in range(1, len(cells) + 1))
            source = Source(HERE, cells, names)
            return stack.enter_context(StudentProcess(source, limits, NoSandbox()))

        yield make


def call(student: StudentProcess, function: str, *args: Any, **kwargs: Any) -> Outcome:
    return student.call(function, args, kwargs)


def value(outcome: Outcome) -> Any:
    assert isinstance(outcome, Returned), outcome
    return outcome.value


RIGHT = """
import numpy as np
def g(x):
    return x + 1
def h(x):
    return g(x) * 2
"""


# -- ordinary calls


def test_a_function_answers_and_its_arguments_are_watched(load: Load) -> None:
    """Values go there and back; what a call changes in its arguments is told, by position, and nothing else is."""
    student = load(
        """
def f(X, y, z):
    X[0] = 7
    z.append(3)
    print("here")
    return X.sum(), [y], {"a": None}
def g(X):
    X.shape = (4,)
    X.shape = (2, 2)
    return X
def h(X):
    X.shape = (4,)
"""
    )
    outcome = call(student, "f", np.zeros((2, 2)), 5, [1])
    assert isinstance(outcome, Returned)
    assert outcome.value[0] == 14
    assert outcome.value[1:] == ([5], {"a": None})
    assert set(outcome.changed) == {0, 2}
    assert (outcome.changed[0] == [[7, 7], [0, 0]]).all()
    assert outcome.changed[2] == [1, 3]
    assert call(student, "g", np.eye(2)).changed == {}  # type: ignore[union-attr]
    assert set(call(student, "h", np.eye(2)).changed) == {0}  # type: ignore[union-attr]


def test_generators_and_files_are_made_over_there(load: Load) -> None:
    """A seed arrives as a generator with equal draws each time, a file as a path that can be read."""
    student = load("def f(rng, path, *, times=1):\n    return rng.random() * times, open(path).read()\n")
    args = (Seeded(2**120), File("digits.csv", b"label"))
    expected = np.random.default_rng(2**120).random()
    for _ in range(2):
        number, text = value(student.call("f", args, {"times": 3}))
        assert number == pytest.approx(3 * expected)
        assert text == "label"


def test_what_is_held_travels_once_and_stays(load: Load) -> None:
    """A held value stands for itself in every call, and is still there after the worker was lost."""
    student = load("def f(X, k):\n    return k * X.sum()\n\ndef g(X):\n    import os\n    os._exit(1)")
    student.hold("X", Pixels(np.array([[51, 102], [0, 255]], dtype=np.uint8), double=True))
    assert value(call(student, "f", Held("X"), 2)) == pytest.approx(3.2)
    assert isinstance(call(student, "g", Held("X")), Crashed)
    assert value(call(student, "f", Held("X"), 3)) == pytest.approx(4.8)
    student.hold("X", np.ones((3, 5)))
    assert value(call(student, "f", Held("X"), 1)) == 15.0


def test_what_is_held_can_be_handed_over_in_another_shape(load: Load) -> None:
    """Columns of pixels become pictures with the examples last, and no number leaves its example."""
    student = load("def f(X):\n    return X")
    grey = np.random.default_rng(0).integers(0, 256, (6, 5)).astype(np.uint8)
    student.hold("X", Pixels(grey, double=True))
    np.testing.assert_allclose(value(call(student, "f", Held("X", (1, 2, 3, -1)))), grey.reshape(1, 2, 3, 5) / 255)
    np.testing.assert_allclose(value(call(student, "f", Held("X"))), grey / 255)


def test_an_array_sent_once_is_a_new_copy_in_each_call(load: Load) -> None:
    """What one call does to it no other sees, also after the worker was lost, and here in the kernel."""
    code = "def f(X, k):\n    X *= k\n    return X\n\ndef g(X):\n    import os\n    os._exit(1)"
    X = np.arange(6.0).reshape(2, 3)
    student, sent = load(code), SentOnce(X)
    for k in (2, 3):
        np.testing.assert_array_equal(value(call(student, "f", sent, k)), k * X)
    assert isinstance(call(student, "g", sent), Crashed)
    np.testing.assert_array_equal(value(call(student, "f", sent, 5)), 5 * X)
    here: dict[str, Any] = {}
    exec(code, here)
    for k in (2, 3):
        np.testing.assert_array_equal(value(KernelStudent(here).call("f", [sent, k], {})), k * X)
    np.testing.assert_array_equal(X, np.arange(6.0).reshape(2, 3))


def test_an_array_sent_once_travels_once(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """The frames of later calls are short."""
    lengths: list[int] = []
    encode = wire.encode

    def weighed(tree: Any) -> bytes:
        frame = encode(tree)
        lengths.append(len(frame))
        return frame

    student, sent = load("def f(X):\n    return X.sum()"), SentOnce(np.ones((300, 50)))
    student.load()
    monkeypatch.setattr(wire, "encode", weighed)
    for _ in range(3):
        assert value(call(student, "f", sent)) == 15000
    with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
        afresh.load()
    assert value(call(student, "f", sent)) == 15000
    assert sum(length > sent.array.nbytes for length in lengths) == 1


def test_an_exception_is_told_with_its_line(load: Load) -> None:
    """Type, text, number and words of the deepest line of the student's own, and the function that it is in."""
    student = load(
        "import numpy as np\n\ndef g(x):\n    return np.zeros(2) @ np.zeros(3)\n\ndef f(x):\n    return g(x)\n"
    )
    outcome = call(student, "f", 1)
    assert isinstance(outcome, Raised)
    assert (outcome.type_name, outcome.line, outcome.within) == ("ValueError", 4, "g")
    assert "np.zeros(2) @ np.zeros(3)" in outcome.code
    assert "matmul" in outcome.text


@pytest.mark.parametrize(
    "code", ["", "f = 3", "def F(x):\n    return x", "class A:\n    def f(self, x):\n        pass"]
)
def test_a_function_that_is_not_there_is_missing(load: Load, code: str) -> None:
    """No function of that name at the top level is no error."""
    assert call(load(code + "\nx = 1\n"), "f", 1) == Missing()


def test_what_is_no_plain_value_comes_back_as_the_name_of_its_type(load: Load) -> None:
    """Lies, recursion without end and huge shapes cost that call at most."""
    student = load(
        """
import numpy as np
class Yes:
    def __eq__(self, other): return True
    def __array__(self, *a, **k): return np.array(True)
    def __getattr__(self, name): return self
    def __call__(self, *a, **k): return self
def f(what):
    itself = []
    itself.append(itself)
    return [Yes(), itself, np.broadcast_to(0.0, (10**6, 10**6)), np.zeros(9 * 2**20), 10**1_000_000][what]
def g(x):
    return x + 1
"""
    )
    assert value(call(student, "f", 0)) == Foreign("Yes")
    assert isinstance(value(call(student, "f", 1)), Foreign)
    assert isinstance(value(call(student, "f", 3)), Foreign)
    assert isinstance(value(call(student, "f", 4)), Foreign)
    assert value(call(student, "g", 1)) == 2
    assert isinstance(call(student, "f", 2), Crashed | Raised | Returned)
    assert value(call(student, "g", 1)) == 2


# -- what does not end


def test_a_hanging_function_fails_alone(load: Load) -> None:
    """A function that never ends costs its own time, once; later functions answer, in a fresh worker."""
    student = load("def f(x):\n    while True:\n        pass\n" + RIGHT, limits=QUICK)
    assert value(call(student, "g", 1)) == 2
    begun = time.monotonic()
    assert call(student, "f", 1) == TimedOut(0.5)
    assert 0.4 < time.monotonic() - begun < 2.5
    assert value(call(student, "g", 2)) == 3
    begun = time.monotonic()
    assert call(student, "f", 2) == TimedOut(0.5)
    assert time.monotonic() - begun < 0.1


def test_a_function_that_calls_a_hanging_one_is_not_tried(load: Load) -> None:
    """What is known to hang is not waited for again, however many functions lead to it; the message can name it."""
    code = "import time\ndef f(x):\n    time.sleep(10**6)\ndef g(x):\n    return f(x)\ndef h(x):\n    return g(x)\n"
    student = load(code, limits=QUICK)
    assert isinstance(call(student, "f", 1), TimedOut)
    begun = time.monotonic()
    for name in ("g", "h"):
        outcome = call(student, name, 1)
        assert isinstance(outcome, TimedOut)
        assert outcome.helper == "f"
    assert time.monotonic() - begun < 0.1


def test_what_calls_a_function_that_crashes_is_not_tried(load: Load) -> None:
    """Its outcome names the function that is to blame, and the words say that it was not tried itself."""
    student = load("import os\ndef f(x):\n    os._exit(1)\ndef g(x):\n    return f(x)\n")
    crashed = call(student, "f", 1)
    assert isinstance(crashed, Crashed)
    assert call(student, "g", 1) == Crashed(crashed.reason, helper="f")


@pytest.mark.parametrize("lost", [TimedOut(9, too_late=True), TimedOut(5, helper="f"), Crashed("it ended", helper="f")])
def test_a_function_that_was_not_tried_is_not_blamed(lost: TimedOut | Crashed) -> None:
    """Nothing is said about how it is written."""
    words = explain_outcome("g", lost, True, {})
    assert words.startswith("g was not tried, because ")
    assert "Look for" not in words


@on_posix
def test_a_time_limit_does_not_need_good_will(load: Load) -> None:
    """Signals ignored, exceptions swallowed: the process is killed all the same."""
    code = """
import signal, time
def f(x):
    for name in ("SIGALRM", "SIGTERM", "SIGINT", "SIGXCPU", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    while True:
        try:
            time.sleep(1)
        except BaseException:
            pass
"""
    assert isinstance(call(load(code, limits=QUICK), "f", 1), TimedOut)


def test_a_loop_at_module_level_is_cut_off(load: Load) -> None:
    """What stands before an endless statement stays, and definitions, imports and constants after it are read."""
    code = f"before = 1\n{RIGHT}\nwhile True:\n    pass\n"
    code += "import math\nlater = 5\ndef f(x):\n    return before + later + math.floor(x)\n"
    student = load(code, limits=QUICK)
    assert student.load().problem is None
    assert value(call(student, "g", 1)) == 2
    assert value(call(student, "f", 2.5)) == 8


def test_all_submissions_have_an_end(load: Load) -> None:
    """When a submission has used up its time, what is left of it is not tried."""
    limits = Limits(call_seconds=0.3, load_seconds=2, submission_seconds=0.2, wall_factor=3)
    student = load("def f(x):\n    while True:\n        pass\n" + RIGHT, limits=limits)
    assert isinstance(call(student, "f", 1), TimedOut)
    if not Path("/proc/self/stat").exists():
        pytest.skip("the system does not tell the CPU time of a process")
    assert call(student, "g", 1) == TimedOut(0.2, too_late=True)


def test_what_is_never_loaded_has_an_end_too(load: Load) -> None:
    """A file whose definitions hang one after another is not loaded again once its time is used up."""
    limits = Limits(call_seconds=0.1, load_seconds=0.1, submission_seconds=0.5, wall_factor=3)
    hanging = "".join(f"def f{number}(x=forever()):\n    return x\n" for number in range(30))
    student = load("def forever():\n    while True:\n        pass\n" + hanging, limits=limits)
    outcomes = [call(student, "f", 1) for _ in range(4)]
    assert outcomes[0] == TimedOut(0.1)
    assert outcomes[-1] == TimedOut(0.5, too_late=True)


@on_linux
def test_a_process_is_measured_whatever_it_calls_itself() -> None:
    """A name that is no text hides neither time nor memory."""
    code = """
import time
open("/proc/self/comm", "wb").write(b"\\xff) (1")
while time.process_time() < 0.1:
    pass
print(flush=True)
input()
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seconds, memory = process_tree_use(process.pid)
        process.kill()
    assert seconds > 0
    assert memory > 2**20


def test_a_call_brings_its_own_time(load: Load) -> None:
    """A call with a long limit of its own is tried also when the others have used up theirs."""
    limits = Limits(call_seconds=0.3, load_seconds=2, submission_seconds=0.2, wall_factor=3)
    student = load("def f(x):\n    while True:\n        pass\n" + RIGHT, limits=limits)
    assert isinstance(call(student, "f", 1), TimedOut)
    if not Path("/proc/self/stat").exists():
        pytest.skip("the system does not tell the CPU time of a process")
    assert value(student.call("g", [1], {}, 60.0)) == 2


def test_a_worker_that_does_not_read_stops_nobody(load: Load) -> None:
    """While a worker hangs, a large argument that waits for it does not block the judge, and no answer is mixed up."""
    student = load("import time\ndef f(x):\n    time.sleep(10**6)\n" + RIGHT, limits=QUICK)
    student.load()
    assert student._worker is not None
    student._worker.send("call", {"function": "f", "args": [1], "kwargs": {}})
    begun = time.monotonic()
    assert isinstance(call(student, "h", np.zeros(4 * 2**20)), TimedOut)
    assert time.monotonic() - begun < 3
    assert value(call(student, "g", 1)) == 2


@on_posix
def test_a_worker_that_stops_itself_is_given_up(load: Load) -> None:
    """A process that stands still costs its time by the clock."""
    student = load("import os, signal\ndef f(x):\n    os.kill(os.getpid(), signal.SIGSTOP)\n" + RIGHT, limits=QUICK)
    assert isinstance(call(student, "f", np.zeros(2**20)), TimedOut)
    assert value(call(student, "g", 1)) == 2


# -- what dies


def test_an_exit_in_a_function_costs_that_function(load: Load) -> None:
    """os._exit is a crash of the call, whatever its status; SystemExit and KeyboardInterrupt are exceptions."""
    code = """
import os, sys
def f(how):
    if how == 0:
        os._exit(0)
    if how == 1:
        sys.exit(0)
    raise KeyboardInterrupt
"""
    student = load(code + RIGHT)
    assert isinstance(call(student, "f", 1), Raised)
    assert call(student, "f", 2).type_name == "KeyboardInterrupt"  # type: ignore[union-attr]
    assert isinstance(call(student, "f", 0), Crashed)
    assert value(call(student, "g", 1)) == 2


@pytest.mark.parametrize(
    "statement",
    ["raise SystemExit", "exit()", "raise KeyboardInterrupt", "1 / 0", "import nunpy", "X = load('train.csv')"],
)
def test_a_statement_that_raises_is_noted(load: Load, statement: str) -> None:
    """One statement of the module's that raises, of whatever kind, does not stop later ones."""
    student = load(f"{statement}\n{RIGHT}")
    report = student.load()
    assert report.problem is None
    assert len(report.raised) == 1
    assert value(call(student, "g", 1)) == 2


@pytest.mark.parametrize(
    "statement",
    ["os._exit(0)", "os.kill(os.getpid(), 9)", "os.closerange(0, 256)", "ctypes.string_at(0)"],
    ids=["exit", "kill", "descriptors", "segmentation"],
)
@on_posix
def test_a_module_that_kills_its_process_is_read_once_more(load: Load, statement: str) -> None:
    """Then definitions, imports and constants alone are executed, and the functions answer."""
    student = load(f"import os, ctypes\n{statement}\n{RIGHT}")
    assert student.load().problem is None
    assert value(call(student, "g", 1)) == 2


@on_posix
def test_many_deadly_statements_are_no_worse_than_one(load: Load) -> None:
    """The second try runs no other statements than definitions, imports and constants, however many would kill it."""
    student = load("import os\n" + "os._exit(0)\n" * 20 + RIGHT)
    assert value(call(student, "g", 1)) == 2


@on_posix
def test_a_deadly_constant_is_left_out(load: Load) -> None:
    """A constant or an import that kills or holds up the process is passed over, and what follows is read."""
    code = "import os\na = os._exit(0)\nb = all(iter(lambda: True, False))\n"
    student = load(code + RIGHT + "c = 5\ndef f(x):\n    return c\n", limits=QUICK)
    assert value(call(student, "f", 1)) == 5


@on_posix
def test_closed_descriptors_are_a_crash_of_the_call(load: Load) -> None:
    """A function that closes the line can't be heard; the next one is."""
    student = load("import os\ndef f(x):\n    os.closerange(0, 256)\n    return x\n" + RIGHT, limits=QUICK)
    assert isinstance(call(student, "f", 1), Crashed)
    assert value(call(student, "g", 1)) == 2


def test_a_memory_hog_is_refused(load: Load) -> None:
    """Memory over the limit is an error of the call, and the worker goes on or is started again."""
    code = """
import numpy as np
def f(x):
    return np.ones(2**29).sum()
def h(x):
    hoard = []
    while True:
        hoard.append(bytearray(2**26))
"""
    limits = Limits(call_seconds=5, load_seconds=10, wall_factor=2, memory_bytes=2**30)
    student = load(code + "def g(x):\n    return x + 1\n", limits=limits)
    assert isinstance(call(student, "f", 1), Crashed)
    assert value(call(student, "g", 1)) == 2
    assert isinstance(call(student, "h", 1), Crashed)
    assert value(call(student, "g", 1)) == 2


def test_recursion_without_end_is_an_error(load: Load) -> None:
    """RecursionError like any other; without Python's limit the stack runs over, which is a crash."""
    code = "def f(x):\n    return f(x)\nimport sys\ndef h(x):\n    sys.setrecursionlimit(10**9)\n    return h(x)\n"
    student = load(code, limits=Limits(call_seconds=0.5, load_seconds=5, wall_factor=2, memory_bytes=2**30))
    assert call(student, "f", 1).type_name == "RecursionError"  # type: ignore[union-attr]
    assert isinstance(call(student, "h", 1), Crashed | TimedOut)


# -- what talks out of turn


def test_output_costs_nothing(load: Load) -> None:
    """Fifty megabytes from a function and from the module, by print or on the raw descriptors, change no answer."""
    code = """
import os, sys
text = "x" * 2**20
for _ in range(50):
    print(text)
def f(x):
    for _ in range(50):
        print(text)
        sys.stderr.write(text)
    return x
def g(x):
    for _ in range(50):
        os.write(1, text.encode())
        os.write(2, text.encode())
    return x
"""
    student = load(code)
    assert value(call(student, "f", 1)) == 1
    assert value(call(student, "g", 2)) == 2


def test_the_beginning_of_what_a_call_prints_comes_with_its_answer(load: Load) -> None:
    """Each call has its own words, also where it raises; a flood is cut, and odd characters harm nobody."""
    student = load(
        "print('while it is read')\n"
        "def f(x):\n    print('x is', x)\n    return x\n"
        "def g(x):\n    print('before')\n    raise ValueError(x)\n"
        "def h(x):\n    for _ in range(9999):\n        print('much')\n    return x\n"
        "def k(x):\n    print('\\x1b[31m\\ud800')\n    return x\n"
    )
    assert call(student, "f", 3) == Returned(3, printed="x is 3\n")
    assert call(student, "f", 4) == Returned(4, printed="x is 4\n")
    assert call(student, "g", 5).printed == "before\n"  # type: ignore[union-attr]
    assert call(student, "h", 6) == Returned(6, printed="much\n" * 400)
    assert value(call(student, "k", 7)) == 7


@on_posix
def test_an_answer_of_a_function_that_was_given_up_is_nobody_elses(load: Load) -> None:
    """A function that comes back just after its time has run out does not answer for the next one."""
    student = load("import time\ndef f(x):\n    time.sleep(1.02)\n    return 99\n" + RIGHT, limits=QUICK)
    assert isinstance(call(student, "f", 1), TimedOut | Returned)
    assert value(call(student, "g", 1)) == 2


@on_posix
def test_copies_of_the_process_do_not_answer(load: Load) -> None:
    """A fork in a function or at import gives one answer, not two, and leaves later answers where they belong."""
    code = "import os\nos.fork()\ndef f(x):\n    os.fork()\n    return x\n" + RIGHT
    student = load(code, limits=QUICK)
    outcome = call(student, "f", 1)
    assert isinstance(outcome, Returned | Crashed | TimedOut)
    for number in range(5):
        assert value(call(student, "g", number)) == number + 1


# A function that finds the line of the answers and writes on it.
SAY = """
import os
def say(data):
    for descriptor in range(3, 20):
        try:
            if os.fstat(descriptor).st_mode & 0o170000 == 0o010000:
                os.write(descriptor, data)
        except OSError:
            pass
"""
GARBAGE = b"\xff" * 64
SIGNED = wire.encode(["result", {"outcome": "returned", "value": 41, "changed": {}, "number": ""}])


@pytest.mark.parametrize("data", [GARBAGE, SIGNED, SIGNED[:-1], SIGNED * 3], ids=["garbage", "one", "cut", "three"])
@on_posix
def test_writing_on_the_line_of_the_answers_harms_the_writer_only(load: Load, data: bytes) -> None:
    """A function that answers for itself has an outcome; once the worker is another, honest functions answer."""
    student = load(f"{SAY}\ndef f(x):\n    say({data!r})\n    os._exit(0)\n{RIGHT}", limits=QUICK)
    outcome = call(student, "f", 1)
    assert isinstance(outcome, Crashed | TimedOut) or value(outcome) == 41
    assert isinstance(call(student, "h", 1), Crashed | Returned)
    assert value(call(student, "g", 1)) == 2


class Peer(NoSandbox):
    """Plays the worker's part with a recorded stream of bytes, the same whatever the judge says."""

    def __init__(self, path: Path, *pieces: bytes) -> None:
        path.write_bytes(b"".join(pieces))
        object.__setattr__(self, "command", ("cat", str(path)))

    def popen(self, source: Source, scratch: str) -> subprocess.Popen[bytes]:
        return start(*self.command)  # type: ignore[attr-defined]


def start(*command: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True)


class NoInterpreter(NoSandbox):
    """Starts something else than a worker."""

    def __init__(self, *command: str) -> None:
        object.__setattr__(self, "command", command)

    def popen(self, source: Source, scratch: str) -> subprocess.Popen[bytes]:
        return start(*self.command)  # type: ignore[attr-defined]


def raw(node: Any, body: bytes = b"") -> bytes:
    """A frame with any header, also one that `encode` would not write."""
    header = json.dumps(node).encode()
    return wire.LENGTHS.pack(len(header), len(body)) + header + body


def raw_result(node: Any) -> bytes:
    """A result in good form but for its value."""
    texts = {"outcome": ["str", "returned"], "number": ["str", NUMBER]}
    return raw(["list", [["str", "result"], ["dict", {**texts, "value": node, "changed": ["dict", {}]}]]])


def result(**changed: Any) -> bytes:
    fields = {"outcome": "returned", "value": 1, "changed": {}, "number": NUMBER}
    return wire.encode(["result", {**fields, **changed}])


def raised(**changed: Any) -> bytes:
    texts = dict.fromkeys(("type", "text", "code", "within"), "")
    return result(outcome="raised", **{**texts, "line": None, **changed})


# What the judge draws for a call, so that a forged answer gets as far as it can.
NUMBER = "0123456789abcdef"
PARSED = {"statements": 1, "errors": [], "forbidden": [], "uses": {"f": []}}
LOADED = {"defined": ["f"], "raised": []}
GREETING = wire.encode(["hello", {}]) + wire.encode(["parsed", PARSED])
LONG = "x" * 3_000_000
ANSWERS = {
    "nothing": b"",
    "random bytes": bytes(range(256)),
    "nothing but zeros": bytes(4096),
    "an announced terabyte": wire.LENGTHS.pack(2**32 - 1, 2**40),
    "a frame that breaks off": result()[:-1],
    "a number": wire.encode(3),
    "a list of three": wire.encode(["result", {}, None]),
    "fields that are a list": wire.encode(["result", []]),
    "an unknown kind": wire.encode(["surprise", {}]),
    "another hello": wire.encode(["hello", {}]),
    "loaded again": wire.encode(["loaded", LOADED]),
    "a statement": wire.encode(["at", {"statement": 1}]),
    "a question for a helper": wire.encode(["helper", {"function": "g", "args": [], "kwargs": {}}]),
    "no outcome": wire.encode(["result", {"number": NUMBER}]),
    "an answer to another call": result(number="another"),
    "a number that is an array": result(number=np.zeros(3)),
    "an unknown outcome": result(outcome="passed"),
    "an outcome that is an array": result(outcome=np.zeros(3)),
    "returned without a value": wire.encode(["result", {"outcome": "returned", "number": NUMBER}]),
    "a changed argument that was not given": result(changed={"7": 1}),
    "a changed argument before the first": result(changed={"-1": 1}),
    "a changed argument without number": result(changed={"x": 1}),
    "changes that are a list": result(changed=[1]),
    "a huge integer": raw_result(["int", 10**4000]),
    "a seed that is no number": raw_result(["rng", "zz"]),
    "an impossible array": raw_result(["array", "<f8", [0] + [2**31 - 1] * 7]),
    "a file": raw_result(["file", "../../x", 0]),
    "an object": raw_result(["pickle", "cos"]),
    "raised without a type": wire.encode(["result", {"outcome": "raised", "number": NUMBER}]),
    "a type that is an array": raised(type=np.zeros(3)),
    "a line that is a text": raised(line="7"),
    "a line that is infinite": raised(line=float("inf")),
    "a line that is a truth": raised(line=True),
    "a long text": raised(text=LONG),
    "a long type": raised(type=LONG),
    "a long line of code": raised(code=LONG),
    "a long name of a function": raised(within=LONG),
    "a forbidden module that is a list": raised(type="ForbiddenImport", text=[1], line=[]),
    "a forbidden module of many letters": raised(type="ForbiddenImport", text=LONG),
}


def well_formed(outcome: Outcome, n_arguments: int) -> bool:
    """The outcome holds nothing that could trip up who reads it: the right types, bounded texts, real positions."""
    match outcome:
        case Returned(_, changed):
            return all(0 <= at < n_arguments for at in changed)
        case Raised():
            texts = (outcome.type_name, outcome.text, outcome.code, outcome.within)
            return all(len(text) <= MAX_TEXT for text in texts) and type(outcome.line) in (int, type(None))
        case Forbidden(module, line):
            return len(module) <= MAX_TEXT and type(line) in (int, type(None))
        case Crashed(reason):
            return len(reason) < 500
    return isinstance(outcome, TimedOut | Missing)


@pytest.mark.parametrize("what", ANSWERS)
@on_posix
def test_a_forged_answer_is_an_outcome_in_good_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """A worker that is wholly in a student's hands may answer what it likes: the judge gets an outcome it can use."""
    monkeypatch.setattr(secrets, "token_hex", lambda size: NUMBER)
    peer = Peer(tmp_path / "stream", GREETING, wire.encode(["loaded", LOADED]), ANSWERS[what])
    with StudentProcess(Source(HERE, ("x = 1",), ("cell",)), QUICK, peer) as student:
        outcome = call(student, "f", 1)
    good = well_formed(outcome, 1)
    assert good, str(outcome)[:300]


def test_a_forged_answer_in_good_form_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the forgeries of this file are changed from is an answer indeed."""
    monkeypatch.setattr(secrets, "token_hex", lambda size: NUMBER)
    for answer, outcome in ((result(), Returned(1)), (raised(type="E"), Raised("E", ""))):
        peer = Peer(tmp_path / "stream", GREETING, wire.encode(["loaded", LOADED]), answer)
        with StudentProcess(Source(HERE, ("x = 1",), ("cell",)), QUICK, peer) as student:
            assert call(student, "f", 1) == outcome


FLOODS = {
    "statements": wire.encode(["at", {"statement": 1}]),
    "answers to no question": wire.encode(["loaded", LOADED]) + result(number="another"),
    "questions": wire.encode(["loaded", LOADED]) + wire.encode(["helper", {"function": "g", "args": [], "kwargs": {}}]),
}


@pytest.mark.parametrize("what", FLOODS)
@on_posix
def test_a_flood_of_words_has_an_end(tmp_path: Path, what: str) -> None:
    """A worker that talks without end uses up its time like one that is silent."""
    (tmp_path / "first").write_bytes(GREETING + (b"" if what == "statements" else wire.encode(["loaded", LOADED])))
    (tmp_path / "again").write_bytes(FLOODS[what].removeprefix(wire.encode(["loaded", LOADED])) * 100)
    peer = NoInterpreter("sh", "-c", f"cd '{tmp_path}'; cat first; while cat again; do :; done")
    source = Source(HERE, ("x = 1",), ("cell",))
    limits = Limits(call_seconds=0.2, load_seconds=0.2, wall_factor=2)
    with StudentProcess(source, limits, peer, ["g"], lambda *question: Returned(1)) as student:
        outcomes: list[Outcome] = []
        asking = threading.Thread(target=lambda: outcomes.append(call(student, "f", 1)), daemon=True)
        asking.start()
        asking.join(timeout=8)
        ended = not asking.is_alive()
    assert ended, "the judge still listens"
    assert isinstance(outcomes[0], TimedOut | Crashed)


WORDS_WHILE_LOADING = {
    "nothing": b"",
    "garbage": b"\xff" * 200,
    "parsed once more": wire.encode(["parsed", PARSED]),
    "an answer": result(),
    "loaded, with nothing": wire.encode(["loaded", {}]),
    "loaded, with numbers": wire.encode(["loaded", {"defined": 1, "raised": 1}]),
    "loaded, with arrays": wire.encode(["loaded", {"defined": np.zeros(2), "raised": np.zeros(2)}]),
    "a statement that is infinite": wire.encode(["at", {"statement": float("inf")}]),
    "a statement that is NaN": wire.encode(["at", {"statement": float("nan")}]),
    "a statement that is a list": wire.encode(["at", {"statement": []}]),
    "a statement that is an array": wire.encode(["at", {"statement": np.zeros(3)}]),
    "a statement without number": wire.encode(["at", {}]),
    "a huge statement": wire.encode(["at", {"statement": 2**63}]),
    "a thousand statements": wire.encode(["at", {"statement": 1}]) * 1000,
    "fields that are a list": wire.encode(["loaded", []]),
}


@pytest.mark.parametrize("what", WORDS_WHILE_LOADING)
@on_posix
def test_forged_words_while_loading_are_an_outcome(tmp_path: Path, what: str) -> None:
    """A module that talks to the judge while it is read may lose its functions, and no more."""
    peer = Peer(tmp_path / "stream", GREETING, WORDS_WHILE_LOADING[what])
    with StudentProcess(Source(HERE, ("x = 1",), ("cell",)), QUICK, peer) as student:
        assert isinstance(student.load(), LoadReport)
        assert isinstance(call(student, "f", 1), Crashed | TimedOut | Missing)


# -- reading the source


def test_a_syntax_error_costs_one_function(load: Load) -> None:
    """The functions around a broken one are read, and the broken one says why it is missing."""
    code = "import numpy as np\n\ndef g(x):\n    return x + 1\n\ndef f(x)\n    return x\n\ndef h(x):\n    return g(x)\n"
    student = load(code)
    assert value(call(student, "h", 1)) == 2
    missing = call(student, "f", 1)
    assert isinstance(missing, Missing)
    assert missing.unread is not None
    assert (missing.unread.function, missing.unread.line, missing.unread.code) == ("f", 6, "def f(x)")


def test_every_cell_that_cannot_be_read_is_told_of(load: Load) -> None:
    """Also one whose pieces can each be read by themselves, after another with an error."""
    report = load("def f(x)\n    return x", "y = 1\nfrom __future__ import annotations").load()
    assert [error["line"] for error in report.errors] == [1, 2]


def test_lines_are_counted_as_python_counts_them(load: Load) -> None:
    """A form feed, or what else Unicode has to part lines, begins none."""
    code = "\x0c\nx = 'a\u2028b\x85c'\ndef f(x)\n    return x\ndef g(x):\n    return 1 / x\n"
    student = load(code)
    missing, raised = call(student, "f", 1), call(student, "g", 0)
    assert isinstance(missing, Missing)
    assert missing.unread is not None
    assert (missing.unread.line, missing.unread.code) == (3, "def f(x)")
    assert isinstance(raised, Raised)
    assert (raised.line, raised.code) == (6, "return 1 / x")


@pytest.mark.parametrize(
    "many", ["x = 1\n" * 2000 + "x =\n", "x =\n" * 2000, "def (\n" * 2000], ids=["one", "all", "def"]
)
def test_each_piece_is_read_by_itself(monkeypatch: pytest.MonkeyPatch, many: str) -> None:
    """What Python is given to read grows with the file, not with its square."""
    given = 0

    def counted(text: str, filename: str, parse: Callable[..., Any] = worker._parse) -> Any:
        nonlocal given
        given += len(text)
        return parse(text, filename)

    monkeypatch.setattr(worker, "_parse", counted)
    worker.parse([many], ["cell 1"])
    assert given < 10 * len(many)


def test_pieces_keep_their_lines_and_their_errors_words(load: Load) -> None:
    """The lines in messages, tracebacks and errors are the file's, whichever piece they stand in."""
    student = load("a = 1\n\ndef f(x):\n    if x:\n    return x\n\ndef g(x):\n    return (1 /\n            x)\n")
    missing, raised = call(student, "f", 1), call(student, "g", 0)
    assert isinstance(missing, Missing)
    assert missing.unread is not None
    assert (missing.unread.line, missing.unread.code) == (5, "return x")
    assert missing.unread.text == "expected an indented block after 'if' statement on line 4"
    assert isinstance(raised, Raised)
    assert (raised.line, raised.code) == (8, "return (1 /")


def test_after_too_many_errors_the_rest_is_left_unread_and_said_to_be(load: Load) -> None:
    """Up to the bound each is told of and all else is read; beyond, whole cells are; what is missing has a reason."""
    broken = "".join(f"def f{number}(x)\n    return x\n" for number in range(MAX_ERRORS))
    student = load(broken + "def g(x):\n    return x\ndef (\n", "def h(x):\n    return x + 1\n", "1 +\nx = 5\n")
    assert len(student.load().errors) == MAX_ERRORS + 1
    assert value(call(student, "h", 1)) == 2
    last, rest = call(student, f"f{MAX_ERRORS - 1}", 1), call(student, "g", 1)
    assert isinstance(last, Missing)
    assert isinstance(rest, Missing)
    assert last.unread is not None
    assert rest.unread is not None
    assert (last.unread.line, last.unread.text) == (2 * MAX_ERRORS - 1, "expected ':'")
    assert (rest.unread.line, rest.unread.code) == (2 * MAX_ERRORS + 1, "def g(x):")
    assert "left unread" in rest.unread.text
    student = load("".join(broken.splitlines(keepends=True)[2:]) + "def g(x):\n    return x\n")
    assert value(call(student, "g", 1)) == 1


@pytest.mark.parametrize(
    "code",
    ["x=1;" * 20_000 + "#" + "-" * 400_000 + "\n", "x =\n" + " " * 400_000 + "y\n"],
    ids=["statements in one line", "spaces"],
)
def test_long_lines_are_read_within_the_limit(load: Load, code: str) -> None:
    """However many statements stand in a line, and however long it is, it is looked through once."""
    assert value(call(load(code + RIGHT), "g", 1)) == 2


class Counting(NoSandbox):
    """Counts the workers that it starts."""

    def __init__(self) -> None:
        object.__setattr__(self, "started", [])

    def popen(self, source: Source, scratch: str) -> subprocess.Popen[bytes]:
        self.started.append(source)  # type: ignore[attr-defined]
        return super().popen(source, scratch)


@on_posix
def test_what_takes_too_long_to_read_is_not_read_again_and_again() -> None:
    """Nothing of it has run, so that another try goes as the first did; for what is judged once more, too."""
    sandbox = Counting()
    endless = "@(lambda f: f)\n" * 15_000 + "def q():\n    pass\n" + RIGHT
    with StudentProcess(Source(HERE, (endless,), ("cell 1",)), QUICK, sandbox) as student:
        assert call(student, "g", 1) == TimedOut(QUICK.load_seconds)
        assert not student.report.was_read
        with student.replacing(["h"], lambda *asked: Returned(1)) as afresh:
            assert call(afresh, "g", 1) == TimedOut(QUICK.load_seconds)
    assert len(sandbox.started) == TRIES_TO_READ  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["punycode", "idna", "utf-7", "unicode_escape", "raw_unicode_escape"])
def test_a_file_in_a_code_that_no_editor_writes_is_unreadable(tmp_path: Path, encoding: str) -> None:
    """The judge decodes what was handed in, without a limit on its time: only with codecs known to be quick."""
    path = tmp_path / "submission.py"
    path.write_bytes(f"# coding: {encoding}\nx = 1\n".encode())
    with pytest.raises(Unreadable, match=f"written in {encoding}. Save it again as UTF-8"):
        read(path, "submission")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "iso-8859-15", "cp1252", "windows-1250"])
def test_a_file_in_an_editors_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    """Under any of the names that Python knows it by."""
    text = f"# coding: {encoding.removesuffix('-sig')}\nname = 'Zoë'\n"
    path = tmp_path / "submission.py"
    path.write_bytes(text.encode(encoding))
    assert read(path, "submission").cells == (text,)


def test_magics_are_no_syntax_errors(load: Load) -> None:
    """A notebook's magics, shell lines and questions are passed over; a cell in another language is left out."""
    student = load(
        "%matplotlib inline\n!pip install numpy\nfiles = !ls\nimport numpy as np\nnp.maximum?\n?np.exp",
        "%%time\ndef f(x):\n    %time y = x\n    return x % 2",
        "%%bash\nfor i in 1 2 3; do echo $i; done",
        "def g(x):\n    if x:\n        !ls\n    return 'a' % ()",
    )
    report = student.load()
    assert report.errors == ()
    assert report.problem is None
    assert value(call(student, "f", 3)) == 1
    assert value(call(student, "g", 1)) == "a"


def test_cells_share_one_module_and_its_future(load: Load) -> None:
    """Cells are one module in order: the last definition counts, and `from __future__` holds on."""
    student = load(
        "from __future__ import annotations\ndef f(x):\n    return 0",
        "def f(x: Undefined) -> AlsoUndefined:\n    return helper(x)\nif __name__ == '__main__':\n    1 / 0",
        "def helper(x):\n    return x + 5",
    )
    assert student.load().raised == ()
    assert value(call(student, "f", 1)) == 6


def folder_with(path: Path, **files: str) -> Source:
    for name, text in files.items():
        (path / f"{name}.py").write_text(text, encoding="utf-8")
    return read(path, "submission")


def test_siblings_may_be_imported_after_the_standard_library(tmp_path: Path) -> None:
    """Files handed in beside the submission are modules, but none that hides NumPy or the standard library."""
    source = folder_with(
        tmp_path,
        submission="import csv\nimport numpy as np\nfrom helpers import twice as f\ndef g(x):\n"
        "    import wire, json\n    return np.exp(0) + len(csv.__doc__ or '') * 0\n",
        helpers="def twice(x):\n    return 2 * x\n",
        numpy="raise RuntimeError\n",
        csv="raise RuntimeError\n",
        json="raise RuntimeError\n",
        wire="raise RuntimeError\n",
    )
    with StudentProcess(source, PATIENT, NoSandbox()) as student:
        assert value(call(student, "f", 4)) == 8
        assert value(call(student, "g", 0)) == 1


@pytest.mark.parametrize("name", ["numpy", "numpy.linalg", "random", "__main__"])
def test_a_submission_may_be_called_like_a_module(tmp_path: Path, name: str) -> None:
    """It stands in the place of none: neither of NumPy, nor of Python's own."""
    code = "import random, numpy as np, numpy.linalg\nif __name__ == '__main__':\n    raise SystemExit\n"
    code += "def f(x):\n    return np.linalg.norm(np.ones(x)) + random.random() * 0\n"
    with StudentProcess(folder_with(tmp_path, **{name: code}), PATIENT, NoSandbox()) as student:
        assert value(call(student, "f", 4)) == 2
        assert student.report.raised == ()


def test_a_single_file_has_no_siblings(tmp_path: Path) -> None:
    """What lies beside a file that is graded by itself was not handed in."""
    folder_with(tmp_path, submission="from helpers import f\n", helpers="def f(x):\n    return x\n")
    source = read(tmp_path / "submission.py", "submission")
    with StudentProcess(source, PATIENT, NoSandbox()) as student:
        assert call(student, "f", 1) == Missing()


@pytest.mark.parametrize(
    "statement",
    [
        "import torch",
        "import torch.nn as nn",
        "from sklearn.linear_model import LogisticRegression",
        "try:\n    import jax\nexcept ImportError:\n    jax = None",
        "import numpy, tensorflow",
        "from scipy import optimize",
        "if False:\n    from keras import layers",
        "torch = __import__('torch')",
        "import importlib\nimportlib.import_module('torch.nn')",
        "torch = __ｉｍｐｏｒｔ__('torch')",
        "x = 1\rimport torch\ny = 2\nz = 3",
    ],
)
def test_a_forbidden_import_at_module_level_costs_everything(load: Load, statement: str) -> None:
    """Before any of it runs, and whether or not the module is installed."""
    student = load(f"import os\nos._exit(0)\n{RIGHT}\n{statement}\n")
    outcome = call(student, "g", 1)
    assert isinstance(outcome, Forbidden)
    assert outcome.module in LEARNING_MODULES


def test_a_forbidden_import_in_a_function_costs_that_function(load: Load) -> None:
    """Also where it is written so that reading does not find it; others keep their answers."""
    code = """
def f(x):
    import torch
    return x
@(__import__("torch").compile)
def d(x):
    return x
def h(x):
    name = "".join(["to", "rch"])
    return __import__(name)
def g(x):
    return x + 1
"""
    student = load(code)
    assert call(student, "f", 1) == Forbidden("torch", 3)
    assert call(student, "d", 1) == Forbidden("torch", 5)
    outcome = call(student, "h", 1)
    assert isinstance(outcome, Forbidden)
    assert outcome.module == "torch"
    assert value(call(student, "g", 1)) == 2


@pytest.mark.parametrize("module", ["torchvision.models", "caffe2", "tensorflow_core.python"])
def test_a_module_that_is_imported_late_has_its_own_name(load: Load, module: str) -> None:
    """Names that begin as another's does are not taken for it."""
    name = f"'{module[:3]}' + '{module[3:]}'"  # which reading the code does not find
    student = load(f"import importlib\ndef f(x):\n    return importlib.import_module({name})\n")
    outcome = call(student, "f", 1)
    assert isinstance(outcome, Forbidden)
    assert module.startswith(outcome.module)
    assert outcome.module in LEARNING_MODULES
    assert module.removeprefix(outcome.module)[:1] in ("", ".")


def test_words_and_near_names_are_no_imports(load: Load) -> None:
    """Comments, texts, names of variables, and modules whose names only begin like forbidden ones, are free."""
    code = '''
# import torch
"""import sklearn"""
torch = "import torch"
from . import torch as nothing
def f(x):
    """from jax import grad"""
    import autograd_of_my_own
def g(x):
    jax = x
    return jax + 1  # torch.relu
'''
    student = load(code)
    assert student.load().forbidden == ()
    assert value(call(student, "g", 1)) == 2
    outcome = call(student, "f", 1)
    assert isinstance(outcome, Raised)
    assert outcome.type_name == "ModuleNotFoundError"


def test_a_lesson_file_is_read_without_its_lesson(load: Load) -> None:
    """The lesson's own cells, with their checks, pictures and training runs, do nothing while they are graded."""
    code = (
        "from autograder import check, data_path, show_digits\ncheck('relu')\nshow_digits([1])\nopen(data_path('x'))\n"
    )
    student = load(code + RIGHT)
    report = student.load()
    assert [entry["type"] for entry in report.raised] == ["FileNotFoundError"]
    assert value(call(student, "g", 1)) == 2


# -- helpers replaced


def test_a_helper_is_replaced_for_its_callers(load: Load) -> None:
    """With a helper replaced its callers get the judge's answers; after that they have their own again."""
    student = load("def g(x):\n    return 'wrong'\ndef h(x, *, times=1):\n    return [g(x), g(x=x)]\n")
    asked = []

    def oracle(name: str, args: Any, kwargs: dict[str, Any]) -> Outcome:
        asked.append((name, list(args), kwargs))
        return Returned(np.array([1.5]))

    with student.replacing(["g"], oracle) as replaced:
        assert value(call(replaced, "h", 7)) == [np.array([1.5]), np.array([1.5])]
    assert asked == [("g", [7], {}), ("g", [], {"x": 7})]
    assert value(call(student, "h", 7)) == ["wrong", "wrong"]


def test_a_submission_is_loaded_afresh_in_the_same_worker(tmp_path: Path) -> None:
    """No start is paid for twice, and what its functions and the files beside it kept is gone."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "tools.py").write_text("calls = []")
    folder_with(
        tmp_path,
        submission="""
import os, numpy as np, kept
from lib import tools
calls = []
def f(x):
    np.seterr(all="raise")
    np.random.seed(1)
    calls.append(x)
    kept.calls.append(x)
    tools.calls.append(x)
    assert len(calls) == len(kept.calls) == len(tools.calls)
    return os.getpid(), len(calls)
def g(x):
    return np.log(0 * x), np.random.rand()
""",
        kept="calls = []",
    )
    with StudentProcess(read(tmp_path, "submission"), PATIENT, NoSandbox()) as student:
        first = value(call(student, "g", np.zeros(2)))[1]
        process = value(call(student, "f", 1))[0]
        assert value(call(student, "f", 2)) == (process, 2)
        with student.replacing(["other"], lambda *asked: Returned(1)) as afresh:
            assert value(call(afresh, "g", np.zeros(2)))[1] == first
            assert value(call(afresh, "f", 3)) == (process, 1)
        assert value(call(student, "f", 4)) == (process, 1)


def test_a_worker_is_not_asked_with_what_it_was_told_for_another_function(load: Load) -> None:
    """It serves for more helpers than it was told of, and not for fewer or others: what it heard, code can keep."""
    student = load("import os\ndef f(x):\n    return os.getpid()\ndef die(x):\n    os._exit(1)\n")

    def process(*helpers: str, dies: bool = False) -> int:
        with student.replacing(helpers, lambda *asked: Returned(1)) as afresh:
            if dies:
                call(afresh, "die", 1)
            return int(value(call(afresh, "f", 1)))

    first = value(call(student, "f", 1))
    assert process("g") == first
    assert process("g", "h") == first
    second = process("h")
    assert second != first
    assert process("h", "k") == second
    third = process("h", "k", dies=True)
    assert process("h", "k") == third != second
    assert process("k") != third


def test_what_a_load_held_is_gone_with_the_next(load: Load) -> None:
    """However often it is loaded, a submission has what one of it takes: here a third of its memory, six times."""
    limits = Limits(call_seconds=5, load_seconds=10, submission_seconds=60, memory_bytes=2**30)
    student = load("held = bytearray(350 * 2**20)\ndef f(x):\n    return len(held)\n", limits=limits)
    for _ in range(3):
        assert value(call(student, "f", 1)) == 350 * 2**20
        with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
            assert value(call(afresh, "f", 1)) == 350 * 2**20


def test_what_is_slow_to_load_is_loaded_whole_each_time(load: Load) -> None:
    """A table that is filled by a loop is there when a function is judged once more, however long it takes."""
    code = (
        "import time\nT = {}\nfor n in range(11):\n    T[n] = 2 * n\n    time.sleep(0.1)\ndef f(x):\n    return T[x]\n"
    )
    student = load(code)
    for _ in range(2):
        assert value(call(student, "f", 10)) == 20
        with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
            assert value(call(afresh, "f", 10)) == 20


def test_a_reload_that_fails_costs_no_statement(load: Load) -> None:
    """Where a submission can be loaded once and not twice in a process, a new one is started, with all of it."""
    code = """
import builtins, os
def once(x):
    if hasattr(builtins, "been_here"):
        os._exit(1)
    builtins.been_here = True
    return x
HALF = once(0.5)
def f(x):
    return HALF * x
"""
    student = load(code)
    for _ in range(2):
        assert value(call(student, "f", 3)) == 1.5
        with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
            assert value(call(afresh, "f", 5)) == 2.5


def test_who_waits_is_told_when_a_process_is_stopped(load: Load) -> None:
    """From another thread, also while something is judged once more; and nothing is started after that."""
    student = load("import time\ndef f(x):\n    time.sleep(60)\n", limits=Limits(call_seconds=60, load_seconds=9))
    with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
        afresh.load()
        timer = threading.Timer(0.3, student.stop)
        timer.start()
        assert isinstance(call(afresh, "f", 1), Crashed)
        assert call(afresh, "f", 1) == STOPPED
    assert call(student, "f", 1) == STOPPED


@on_linux
def test_what_is_judged_once_more_is_not_charged_twice(load: Load) -> None:
    """Its time counts for the one limit of what is judged once more, not for the submission's."""
    limits = Limits(call_seconds=3, load_seconds=2, submission_seconds=1, wall_factor=20)
    code = "import time\ndef h(x):\n    end = time.process_time() + x\n    while time.process_time() < end: pass\n"
    student = load(code, limits=limits)
    student.load()
    with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
        assert value(call(afresh, "h", 1.2)) is None
    student._settle()
    assert student._budget.spent < 1.2
    assert student._budget.waited < 1.2
    assert value(call(student, "h", 1.2)) is None
    with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
        assert call(afresh, "h", 0) == TimedOut(1, too_late=True)
    assert call(student, "h", 0) == TimedOut(1, too_late=True)


def test_a_worker_lost_while_judged_once_more_is_started_anew(load: Load) -> None:
    """Neither what is judged after that nor the submission itself is any the worse for it."""
    student = load("import os\ndef f(x):\n    os._exit(1)\ndef h(x):\n    return x + 1\n")
    assert value(call(student, "h", 1)) == 2
    with student.replacing(["g"], lambda *asked: Returned(1)) as afresh:
        assert isinstance(call(afresh, "f", 1), Crashed)
        assert value(call(afresh, "h", 2)) == 3
    assert value(call(student, "h", 3)) == 4


def test_a_helper_that_cannot_answer_raises_over_there(load: Load) -> None:
    """Arguments that the reference refuses are a ValueError in the student's function, and no fault of the judge's."""
    student = load(
        "def g(x):\n    pass\ndef h(x):\n    try:\n        return g(x)\n    except ValueError:\n        return 'so'\n"
    )
    with student.replacing(["g"], lambda name, args, kwargs: Raised("TypeError", "no")) as replaced:
        assert value(call(replaced, "h", 7)) == "so"


def test_temporary_files_go_with_their_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is killed can't tidy up; what it and the student's code wrote there is gone all the same."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = "import os, tempfile\ndef f(x):\n    handle, path = tempfile.mkstemp()\n    return len(os.listdir('.'))\n"
    with StudentProcess(Source(HERE, (code,), ("cell",)), PATIENT, NoSandbox()) as student:
        assert value(call(student, "f", 1)) == 0
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_the_judges_time_is_not_the_students(load: Load) -> None:
    """However long the judge takes to answer for helpers, as on a busy machine, their caller is not charged for it."""
    student = load("def g(x):\n    pass\ndef h(x):\n    return [g(x), g(x), g(x)]\n", limits=QUICK)
    patience = QUICK.call_seconds * QUICK.wall_factor

    def oracle(name: str, args: Any, kwargs: dict[str, Any]) -> Outcome:
        time.sleep(0.6 * patience)
        return Returned(1.5)

    with student.replacing(["g"], oracle) as replaced:
        assert value(call(replaced, "h", 7)) == [1.5, 1.5, 1.5]


def test_an_answer_that_cannot_be_sent_costs_who_asked(load: Load) -> None:
    """A helper's answer that is too large for the line is no trouble of the judge's."""
    student = load("def g(x):\n    pass\ndef h(x):\n    return g(x)\n", limits=PATIENT)
    with student.replacing(["g"], lambda *question: Returned(np.zeros(10**7))) as replaced:
        assert isinstance(call(replaced, "h", 7), Crashed)


def test_the_judges_time_has_an_end(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for helpers again and again, each answer a long one, does not keep the judge for ever."""
    monkeypatch.setattr("autograder.student.process.MAX_ANSWERING", 0.2)
    student = load("def g(x):\n    pass\ndef h(x):\n    while True:\n        g(x)\n", limits=PATIENT)
    asked: list[Any] = []

    def oracle(*question: Any) -> Outcome:
        asked.append(question)
        time.sleep(0.06)
        return Returned(1.5)

    with student.replacing(["g"], oracle) as replaced:
        assert isinstance(call(replaced, "h", 7), TimedOut)
    assert 1 <= len(asked) <= 4


@on_linux
def test_what_is_judged_once_more_has_one_limit_together(load: Load) -> None:
    """Functions that are judged once more, alone, take no more than a submission may; the others have theirs."""
    limits = Limits(call_seconds=0.3, load_seconds=2, submission_seconds=0.2, wall_factor=9)
    student = load(
        "def g(x):\n    pass\ndef h(x):\n    while True:\n        pass\ndef k(x):\n    return x\n", limits=limits
    )
    with student.replacing(["g"], lambda name, args, kwargs: Returned(1.5)) as first:
        assert call(first, "h", 1) == TimedOut(0.3)
    with student.replacing(["g"], lambda name, args, kwargs: Returned(1.5)) as second:
        assert call(second, "k", 1) == TimedOut(0.2, too_late=True)
    assert value(call(student, "k", 1)) == 1


@on_linux
def test_all_processes_of_a_submission_share_one_memory(load: Load) -> None:
    """Children that take a little each are ended when together they have more than the limit."""
    code = """
import os, time
def f(x):
    for _ in range(6):
        if os.fork() == 0:
            held = bytearray(190 * 2**20)
            held[::4096] = bytes(len(held[::4096])).replace(b"\\0", b"x")
            time.sleep(60)
            os._exit(0)
    time.sleep(60)
"""
    limits = Limits(call_seconds=20, load_seconds=10, wall_factor=2, memory_bytes=2**30)
    outcome = call(load(code, limits=limits), "f", 1)
    assert isinstance(outcome, Crashed)
    assert "memory" in outcome.reason


@pytest.mark.parametrize(
    "question",
    [
        {"function": "f", "args": [], "kwargs": {}},
        {"function": "softmax", "args": [], "kwargs": {}},
        {"function": ["g"], "args": [], "kwargs": {}},
        {"function": np.zeros(2), "args": [], "kwargs": {}},
        {"function": "g", "args": 1, "kwargs": {}},
        {"function": "g", "args": [], "kwargs": []},
        {"function": "g"},
        {"function": "g", "args": [wire.File("/tmp/digits-hostile-left", b"from the worker")], "kwargs": {}},
        {"function": "g", "args": [], "kwargs": {"x": [wire.Held("X")]}},
        {"function": "g", "args": [wire.Pixels(np.zeros((2, 2), np.uint8))], "kwargs": {}},
        {},
    ],
    ids=str,
)
@on_posix
def test_only_what_is_replaced_can_be_asked_for(tmp_path: Path, question: dict[str, Any]) -> None:
    """A forged question for another function, or one in a wrong form, reaches nothing of the reference's."""
    peer = Peer(tmp_path / "stream", GREETING, wire.encode(["loaded", LOADED]), wire.encode(["helper", question]))
    asked: list[Any] = []

    def oracle(*question: Any) -> Outcome:
        asked.append(question)
        return Returned(1)

    with StudentProcess(Source(HERE, ("x = 1",), ("cell",)), QUICK, peer, ["g"], oracle) as student:
        assert isinstance(call(student, "f", 7), Crashed)
    assert asked == []


# -- the end


@on_linux
def test_nothing_is_left_running(load: Load) -> None:
    """When a process is closed its children are gone as well, and so are the threads that served it."""
    code = """
import os, subprocess, sys, threading, time
children = [subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"]) for _ in range(2)]
for _ in range(2):
    threading.Thread(target=time.sleep, args=(60,)).start()
def f(x):
    if os.fork() == 0:
        time.sleep(60)
        os._exit(0)
    return [child.pid for child in children]
"""
    threads = threading.active_count()
    student = load(code)
    pids = value(call(student, "f", 1))
    assert len(pids) == 2
    group = student._worker.process.pid  # type: ignore[union-attr]
    assert all(Path(f"/proc/{pid}").exists() for pid in pids)
    begun = time.monotonic()
    student.close()
    assert time.monotonic() - begun < 5
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and (alive_in(group) or threading.active_count() > threads):
        time.sleep(0.02)
    assert alive_in(group) == []
    assert threading.active_count() <= threads
    assert not children_of(os.getpid(), "worker.py")


def alive_in(group: int) -> list[int]:
    """Living processes of a process group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(its_group) == group and state not in "ZX":
            found.append(int(stat.parent.name))
    return found


def children_of(pid: int, word: str) -> list[str]:
    """Command lines of a process's children that hold a word."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        try:
            line = Path(f"/proc/{child}/cmdline").read_text()
        except OSError:
            continue
        found += [line] if word in line else []
    return found


@pytest.mark.parametrize(
    "command", [("no-such-program",), ("sh", "-c", "echo trouble >&2; exit 3"), ("sh", "-c", "echo nonsense")]
)
@on_posix
def test_a_worker_that_cannot_start_is_no_fault_of_the_students(command: tuple[str, ...]) -> None:
    """Before the worker's first word nothing of the student's has run: WorkerBroken, with the reason."""
    source = Source(HERE, ("x = 1",), ("cell",))
    with (
        StudentProcess(source, QUICK, NoInterpreter(*command)) as student,
        pytest.raises(WorkerBroken) as caught,
    ):
        call(student, "f", 1)
    assert "start" in str(caught.value)


def test_the_worker_sees_nothing_of_the_judges_environment(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables of the judge's, and packages of the project's own, are not handed on."""
    monkeypatch.setenv("COURSE_SECRET", "the seed is 7")
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    student = load("import os\ndef f():\n    return dict(os.environ)\ndef g():\n    import autograder.course\n")
    environment = value(call(student, "f"))
    assert "COURSE_SECRET" not in environment
    assert environment["OMP_NUM_THREADS"] == "1"
    outcome = call(student, "g")
    assert isinstance(outcome, Raised)
    assert outcome.type_name == "ModuleNotFoundError"
