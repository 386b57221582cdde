"""A second round of faults, written when the first ones held: stranger types, files, imports and words on the line.

Like the first ones they harm no machine without a sandbox. Where a fault once got through, its note says what is due.
"""

from __future__ import annotations

import json

from . import SUBMISSION, Fault, compose
from .faults import EXERCISES, NOTEBOOK

ALL_LOST = dict.fromkeys(EXERCISES, "missing")
FORBIDDEN = dict.fromkeys(EXERCISES, "forbidden")
RELU = "def relu(Z):\n    return np.maximum(0, Z)\n"
RIGHT = compose("")
# The worker, as a student's code can find it in its own process.
WORKER = """
import gc, struct
def on_the_line(size, text):
    for found in gc.get_objects():
        if type(found).__name__ == "Worker":
            found.send_to.write(struct.pack(">IQ", *size) + text)
            found.send_to.flush()
"""


def _one_of(*statuses: str) -> frozenset[str]:
    return frozenset(statuses)


def _cells(*sources: object, **extra: object) -> str:
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": s} for s in sources
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **extra})


TYPES = [
    Fault(
        "metaclasses-that-lie",
        compose("""
class Lineage(type):
    __mro__ = property(lambda cls: (np.ndarray, object))
class Name(type):
    @property
    def __name__(cls):
        raise RuntimeError("no name")
class Ancestor(metaclass=Lineage):
    pass
class Anonymous(metaclass=Name):
    pass
class Trouble(Exception, metaclass=Name):
    __traceback__ = property(lambda self: 1 / 0)
def relu(Z):
    return Ancestor()
def get_predictions(A2):
    return Anonymous()
def one_hot(Y, n_classes=10):
    raise Trouble
"""),
        {"relu": "failed", "get_predictions": "failed", "one_hot": "error"},
        True,
        "What a class says of itself is not asked; the worker lives on.",
    ),
    Fault(
        "objects-that-pretend",
        compose("""
class Pretends:
    __class__ = property(lambda self: np.ndarray)
    shape, ndim, size, dtype = (2, 2), 2, 4, np.dtype(float)
    def __array__(self, *args, **kwargs):
        raise KeyboardInterrupt
    def __len__(self):
        return len(self)
    def __iter__(self):
        return iter(self)
def relu(Z):
    return Pretends()
def softmax(Z):
    return [Pretends(), Pretends()]
"""),
        {"relu": "failed", "softmax": "failed"},
        True,
        "Neither arrays nor numbers.",
    ),
    Fault(
        "a-list-with-methods-of-its-own",
        compose("""
class Own(list):
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __repr__(self): return repr(self)
    def __getitem__(self, index): return self[index]
def get_predictions(A2):
    return Own(np.argmax(A2, axis=0).tolist())
"""),
        {"gradient_descent": _one_of("passed", "error")},
        True,
        "Taken for its plain data, which is right; the student's own code may stumble over it.",
    ),
    Fault(
        "numbers-of-other-libraries",
        compose("""
import array
from decimal import Decimal
from fractions import Fraction
def get_accuracy(predictions, Y):
    return Fraction(int(np.sum(predictions == Y)), int(Y.size))
def cross_entropy(A2, Y):
    return Decimal(float(-np.mean(np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)))))
def get_predictions(A2):
    return array.array("l", np.argmax(A2, axis=0).tolist())
def relu(Z):
    return memoryview(np.ascontiguousarray(np.maximum(0, Z)))
"""),
        {name: "failed" for name in ("get_accuracy", "cross_entropy", "get_predictions", "relu")},
        True,
        "Numeric arrays, NumPy scalars, numbers and lists of numbers; anything else fails.",
    ),
    Fault(
        "arrays-of-records-and-of-durations",
        compose("""
def get_predictions(A2):
    return np.argmax(A2, axis=0).astype("timedelta64[s]")
def relu(Z):
    return np.zeros(Z.shape, dtype=[("value", float)])
"""),
        {"get_predictions": "failed", "relu": "failed"},
        True,
        "Not numeric.",
    ),
    Fault(
        "parameters-as-a-generator",
        compose("""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    for shape in ((n_hidden, n_inputs), (n_hidden, 1), (n_outputs, n_hidden), (n_outputs, 1)):
        yield rng.uniform(-0.5, 0.5, shape)
"""),
        {"init_params": "failed"},
        True,
        "It can be unpacked, and is none of the types that count.",
    ),
    Fault(
        "history-full-of-other-things",
        compose("""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    params = update_params(*params, *(np.zeros_like(p) for p in params), alpha)
    return params, [("<script>alert(1)</script>", float("nan"), float("inf"))] * 5
"""),
        {"gradient_descent": "failed"},
        True,
        "Strict JSON, no markup, no marks.",
    ),
    Fault(
        "inputs-in-names-and-messages",
        compose("""
def relu(Z):
    text = "_".join(f"{value:.3f}" for value in Z.ravel()[:8])
    return type("T" + text, (), {})()
def softmax(Z):
    raise type("E" + "_".join(str(value)[:4] for value in Z.ravel()[:20]), (Exception,), {})(str(Z))
"""),
        {"relu": "failed", "softmax": "error"},
        True,
        "Of a hidden run no message carries them.",
    ),
]

LINE = [
    Fault(
        "announces-a-terabyte",
        compose(WORKER + "def relu(Z):\n    on_the_line((100, 2**40), b'')\n    return Z\n"),
        {"relu": "crashed"},
        True,
        "Refused before anything is allocated.",
    ),
    Fault(
        "brackets-without-end-on-the-line",
        compose(WORKER + "def relu(Z):\n    on_the_line((2**21, 0), b'[' * 2**21)\n    return Z\n"),
        {"relu": "crashed"},
        True,
        "A header that nests without end.",
    ),
    Fault(
        "answers-with-the-number-of-the-question",
        compose("""
import sys
def relu(Z):
    frame = sys._getframe()
    while frame:
        worker, fields = frame.f_locals.get("self"), frame.f_locals.get("fields")
        if isinstance(fields, dict) and "number" in fields:
            answer = {"outcome": "returned", "value": 1.0, "changed": {}, "printed": ""}
            worker.send("result", {**answer, "number": fields["number"]})
            break
        frame = frame.f_back
    return np.maximum(0, Z)
"""),
        {name: _one_of("passed", "failed", "crashed") for name in ALL_LOST},
        False,
        "Its own answer, twice: no other answer is won.",
    ),
    Fault(
        "tells-of-statements-that-there-are-not",
        compose("""
import gc
for found in gc.get_objects():
    if type(found).__name__ == "Worker":
        found.send("at", {"statement": 10**18})
        found.send("at", {"statement": "first"})
        found.send("loaded", {"defined": ["relu"] * 9, "raised": [{"text": "<script>alert(1)</script>"}] * 99})
"""),
        {},
        False,
        "Never broken.",
    ),
    Fault(
        "a-thread-that-writes-everywhere",
        compose("""
import os, threading
def scribble():
    for _ in range(2000):
        for descriptor in range(3, 12):
            try:
                os.write(descriptor, b"garbage")
            except OSError:
                pass
def relu(Z):
    threading.Thread(target=scribble, daemon=True).start()
    return np.maximum(0, Z)
"""),
        {},
        False,
        "It may cost any of its own marks, and the grader nothing.",
    ),
    Fault(
        "alarms-that-keep-ringing",
        compose(
            "import signal\nif hasattr(signal, 'setitimer'):\n    signal.setitimer(signal.ITIMER_REAL, 0.3, 0.3)\n"
        ),
        {},
        False,
        "It kills its own worker now and then.",
    ),
    Fault(
        "writes-over-its-own-memory",
        compose("""
import ctypes
def relu(Z):
    ctypes.memset(0, 1, 100)
    return Z
def softmax(Z):
    with open("/proc/self/mem", "wb", buffering=0) as file:
        file.seek(id(None))
        file.write(bytes(64))
    return Z
"""),
        {"relu": "crashed", "softmax": _one_of("crashed", "error")},
        True,
        "A dead worker that the student caused.",
    ),
    Fault(
        "becomes-another-program",
        compose("import os, sys\ndef relu(Z):\n    os.execv(sys.executable, [sys.executable, '-c', 'print(1)'])\n"),
        {"relu": "crashed"},
        True,
        "Its process goes on as something else.",
    ),
    Fault(
        "a-tracer-that-raises",
        compose("import sys\ndef tracer(frame, event, arg):\n    raise RuntimeError\nsys.settrace(tracer)\n"),
        {},
        False,
        "Python takes such a tracer away; the functions may suffer.",
    ),
    Fault(
        "turns-the-clocks-back",
        compose("""
import time
time.time = time.monotonic = time.perf_counter = lambda: 0.0
def relu(Z):
    while time.time() < 1:
        pass
"""),
        {"relu": "timeout"},
        True,
        "Time is taken elsewhere.",
    ),
]

MODULE = [
    Fault(
        "nine-deaths-at-module-level",
        compose(
            "import os\n" + "".join(f"x{n} = os._exit({n})\n" for n in range(9)) + "K = 0\n"
            "def relu(Z):\n    return np.maximum(K, Z)\n"
        ),
        {},
        True,
        "However many there are, later definitions and constants are read.",
    ),
    Fault(
        "deaths-in-decorators-and-defaults",
        compose("""
import os
def deadly(function):
    os._exit(1)
@deadly
def relu(Z):
    return np.maximum(0, Z)
def normalize(X, unit=os.abort()):
    return X / 255
class Network:
    os._exit(3)
"""),
        {"relu": _one_of("missing", "crashed", "error"), "normalize": _one_of("missing", "crashed", "error")},
        True,
        "Only what can't be defined is lost.",
    ),
    Fault(
        "exceptions-that-are-no-errors",
        compose("""
import asyncio
class Odd(BaseException):
    pass
raise Odd
raise GeneratorExit
raise asyncio.CancelledError
"""),
        {},
        True,
        "Statements that raised.",
    ),
    Fault(
        "tidies-up-too-much",
        compose("import os, shutil\nshutil.rmtree(os.getcwd(), ignore_errors=True)\n"),
        {},
        True,
        "The folder that load_csv's file goes to is made again.",
    ),
    Fault(
        "numbers-too-large-to-be-made",
        compose("x = 'a' * 10**11\ny = [0] * 10**12\nz = 1 << 10**12\n"),
        {},
        True,
        "MemoryError or OverflowError: statements that raised.",
    ),
    Fault(
        "a-function-that-deletes-itself",
        compose("def relu(Z):\n    global relu\n    del relu\n    return np.maximum(0, Z)\n"),
        {"relu": _one_of("missing", "failed", "error")},
        True,
        "The second call finds nothing.",
    ),
    Fault(
        "right-once",
        compose("N = [0]\ndef relu(Z):\n    N[0] += 1\n    return np.maximum(0, Z) if N[0] == 1 else Z\n"),
        {"relu": "failed"},
        True,
        "A function that changes its meaning.",
    ),
    Fault(
        "callables-of-all-kinds",
        compose("""
import functools
class Relu:
    def __call__(self, Z):
        return np.maximum(0, Z)
    def __getattr__(self, name):
        raise RuntimeError(name)
relu = Relu()
def counted(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        inner.calls = getattr(inner, "calls", 0) + 1
        return function(*args, **kwargs)
    return inner
@counted
def normalize(X):
    return X / 255
get_predictions = staticmethod(lambda A2: np.argmax(A2, axis=0))
exec("def relu_deriv(Z):\\n    return Z > 0")
match 1:
    case 1:
        def get_accuracy(predictions, Y):
            return np.mean(predictions == Y)
"""),
        {},
        True,
        "Callable is enough.",
    ),
]

IMPORTS = [
    Fault(
        "forbidden-in-a-lambda-and-in-a-method",
        compose("""
class Network:
    def fit(self):
        import torch
relu = lambda Z: __import__("torch").relu(Z)
if True:
    def softmax(Z):
        from jax import nn
        return nn.softmax(Z)
"""),
        {"relu": "forbidden", "softmax": "forbidden"},
        True,
        "Inside a function it costs that function, wherever the function stands.",
    ),
    Fault(
        "forbidden-in-a-block-that-never-runs",
        compose("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import torch\n"),
        FORBIDDEN,
        False,
        "At module level it costs the submission.",
    ),
    Fault(
        "forbidden-in-a-sibling",
        {
            SUBMISSION: compose("from my_functions import own\ndef relu(Z):\n    return own(Z)\n"),
            "my_functions.py": "import torch\ndef own(Z):\n    return torch.relu(Z)\n",
        },
        {"relu": _one_of("error", "forbidden")},
        True,
        "The import raises, and relu lacks what it needs.",
    ),
    Fault(
        "names-that-begin-like-forbidden-ones",
        {SUBMISSION: compose("import torchlight\nimport jaxter\nfrom . import torch\n"), "torchlight.py": "x = 1\n"},
        {},
        True,
        "Whole names are judged; what is not there is a statement that raised.",
    ),
    Fault(
        "an-allowed-package-with-a-forbidden-part",
        {
            SUBMISSION: compose("from scipy.stats import floor\n\ndef relu(Z):\n    return np.maximum(floor, Z)\n"),
            "scipy/__init__.py": "",
            "scipy/stats.py": "from scipy import optimize\nimport scipy.optimize\nfloor = optimize.floor\n",
            "scipy/optimize.py": "floor = 0\n",
        },
        {"relu": _one_of("passed", "error", "failed")},
        True,
        "scipy.stats loads scipy.optimize for itself, and does no learning. It may be SciPy's own.",
    ),
    Fault(
        "numba-that-is-not-there",
        compose("try:\n    from numba import njit\nexcept ImportError:\n    njit = lambda f: f\n@njit\n" + RELU),
        {},
        True,
        "That it is not installed does no harm.",
    ),
]

TEXTS = [
    Fault("cookie-of-no-encoding", {SUBMISSION: f"# coding: klingon\n{RIGHT}"}, ALL_LOST, False, "Python refuses it."),
    Fault(
        "cookie-of-no-text-encoding", {SUBMISSION: f"# coding: rot13\n{RIGHT}"}, ALL_LOST, False, "No text encoding."
    ),
    Fault(
        "cookie-against-byte-order-mark",
        {SUBMISSION: b"\xef\xbb\xbf# coding: latin-1\n" + RIGHT.encode()},
        ALL_LOST,
        False,
        "Python refuses it.",
    ),
    Fault(
        "cookie-on-the-second-line",
        {SUBMISSION: b"#!/usr/bin/env python\n# vim: set fileencoding=cp1252 :\n# \x80 caf\xe9\n" + RIGHT.encode()},
        {},
        True,
        "Decoded as Python does.",
    ),
    Fault("line-ends-of-old-macs", {SUBMISSION: RIGHT.replace("\n", "\r")}, {}, True, "Decoded as Python does."),
    Fault(
        "characters-between-the-lines",
        {
            SUBMISSION: RIGHT + "\x0c\nS = 'a\u2028b\u2029c\x1cd\x85e'\n\x0cdef \\\n  relu(Z):\n\x0c    return \\\n"
            "        np.maximum(0, Z)  # \u202e right to left \u2066\n\x0c\n# the end\x1a"
        },
        {},
        True,
        "Form feeds, separators, continued lines, right-to-left marks.",
    ),
    Fault(
        "names-in-other-letters",
        compose("def ｒｅｌｕ(Ζ):\n    return np.maximum(0, Ζ)\n"),
        {},
        True,
        "Python folds full-width letters: it is relu.",
    ),
    Fault(
        "conflict-markers-and-prompts",
        {SUBMISSION: RIGHT + "\n<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n>>> relu(3)\n3\n... \n"},
        {},
        True,
        "What can be read counts.",
    ),
    Fault(
        "a-page-to-sign-in",
        {SUBMISSION: "<!DOCTYPE html><html><body>Sign in</body></html>"},
        ALL_LOST,
        False,
        "A download that went wrong.",
    ),
    Fault("a-zip-by-another-name", {SUBMISSION: b"PK\x03\x04" + bytes(200)}, ALL_LOST, False, "Not a text at all."),
    Fault(
        "the-submission-twice",
        {SUBMISSION: RIGHT, f"a1_first_network/{SUBMISSION}": "x = 1\n", "a1_first_network/other.py": "y = 1\n"},
        {},
        True,
        "A copy in a folder of the assignment's name does not count.",
    ),
    Fault(
        "files-that-systems-leave",
        {"network.py": RIGHT, "._network.py": b"\0\5\x16\7", ".ipynb_checkpoints/network-checkpoint.py": "x = 1\n"},
        {},
        True,
        "The only candidate, but for what nobody wrote.",
    ),
]

NOTEBOOKS = [
    Fault(
        "notebook-with-sources-that-are-none",
        {
            NOTEBOOK: _cells(
                None, 5, {"a": 1}, ["z = 1\n", None, "y = 2\n"], RIGHT, "s = '\ud800'\n", "  x = 1\n  y = 2"
            )
        },
        {},
        True,
        "Read as far as possible.",
    ),
    Fault(
        "notebook-with-a-key-twice-and-no-number",
        {NOTEBOOK: '{"cells": [], "x": NaN, ' + _cells(RIGHT)[1:]},
        {},
        True,
        "JSON as Python reads it: the last one counts.",
    ),
    Fault(
        "notebook-full-of-commands",
        {
            NOTEBOOK: _cells(
                "%%time\n" + RIGHT,
                "%%writefile x.py\nimport torch\n",
                "files = !ls\nx = %timeit -o 1",
                "?np.exp",
                "get_ipython().system('id')",
                "from IPython.display import display\ndisplay(1)",
                "import asyncio\nawait asyncio.sleep(1000)",
            )
        },
        {},
        True,
        "Magics, shell lines and what only a notebook knows.",
    ),
    Fault(
        "notebook-of-too-many-cells", {NOTEBOOK: _cells(*["x = 1"] * 5001)}, ALL_LOST, False, "Nobody writes as much."
    ),
]

FURTHER: list[Fault] = [*TYPES, *LINE, *MODULE, *IMPORTS, *TEXTS, *NOTEBOOKS]
