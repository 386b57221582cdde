"""Submissions that hang, lie, crash, flood or are oddly built, with the status that the contract asks for.

Nothing here harms the machine where a sandbox is missing: no fork bombs, no signals to other processes, no files
touched outside the working directory, no memory taken that is not refused at once.
"""

import json

from . import SUBMISSION, Fault, compose, reference_parts

EXERCISES = (
    "load_csv",
    "normalize",
    "train_dev_split",
    "one_hot",
    "init_params",
    "relu",
    "softmax",
    "forward_prop",
    "cross_entropy",
    "relu_deriv",
    "backward_prop",
    "update_params",
    "get_predictions",
    "get_accuracy",
    "make_predictions",
    "gradient_descent",
)
NOTEBOOK = "a1_first_network.ipynb"
HELPER = "my_functions.py"

Expected = dict[str, str | frozenset[str]]


def _any(*statuses: str) -> frozenset[str]:
    """Any of these statuses is acceptable."""
    return frozenset(statuses)


def _every(*statuses: str, but: Expected | None = None) -> Expected:
    """Each of the sixteen has one of these statuses, but for the exceptions."""
    expected: Expected = dict.fromkeys(EXERCISES, frozenset(statuses))
    return {**expected, **(but or {})}


def _first(code: str) -> str:
    """A right submission with a statement before the functions."""
    imports, functions = reference_parts()
    return "\n\n\n".join(["\n".join(imports), code.strip("\n"), *functions]) + "\n"


def _cell(source: str | list[str], kind: str = "code", count: int | None = None) -> dict[str, object]:
    cell: dict[str, object] = {"cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        cell |= {"execution_count": count, "outputs": []}
    return cell


def _notebook(*cells: dict[str, object]) -> dict[str, str | bytes]:
    """A folder with one notebook of format 4."""
    book = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return {NOTEBOOK: json.dumps(book)}


def _reference_cells(*leave_out: str) -> list[dict[str, object]]:
    """The reference's imports, then each of its functions, as cells."""
    imports, functions = reference_parts(set(leave_out))
    return [_cell("\n".join(imports)), *map(_cell, functions)]


def _old_notebook() -> dict[str, str | bytes]:
    imports, functions = reference_parts()
    cells = [
        {"cell_type": "code", "language": "python", "input": text, "outputs": [], "collapsed": False}
        for text in ["\n".join(imports), *functions]
    ]
    book = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}]}
    return {NOTEBOOK: json.dumps(book)}


def _returns(what: str, before: str = "") -> str:
    """A submission whose relu returns the given expression."""
    return compose(f"{before}\n\n\ndef relu(Z):\n    return {what}\n")


def _syntax_error(broken: str, name: str) -> str:
    """A file that is right but for the text of one function, which does not parse and stands in the middle."""
    imports, functions = reference_parts({name})
    middle = len(functions) // 2
    return "\n\n\n".join(["\n".join(imports), *functions[:middle], broken.strip("\n"), *functions[middle:]]) + "\n"


def _in_class(*names: str) -> str:
    """The named functions stand in a class as static methods, the others at the top level."""
    functions = reference_parts(set(EXERCISES) - set(names))[1]
    body = "\n\n".join("    @staticmethod\n" + _indented(text) for text in functions)
    return compose("class Network:\n" + body, leave_out=names)


def _indented(text: str) -> str:
    return "\n".join("    " + line if line else line for line in text.splitlines())


LOOPS: list[Fault] = [
    Fault(
        "endless-loop-in-relu",
        compose("def relu(Z):\n    while True:\n        pass\n"),
        {"relu": "timeout"},
        True,
        "Only the hanging function fails; those that call it are carried.",
    ),
    Fault(
        "endless-loop-in-a-while-that-forgets-to-count",
        compose(
            r"""
def get_accuracy(predictions, Y):
    i = 0
    right = 0
    while i < len(Y):
        if predictions[i] == Y[i]:
            right += 1
    return right / len(Y)
"""
        ),
        {"get_accuracy": "timeout"},
        True,
        "A beginner's loop that never moves on.",
    ),
    Fault(
        "endless-loop-that-catches-everything",
        compose(
            r"""
import signal
import time


def softmax(Z):
    for name in ("SIGALRM", "SIGTERM", "SIGINT", "SIGXCPU"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    while True:
        try:
            time.sleep(1)
        except BaseException:
            pass
"""
        ),
        {"softmax": "timeout"},
        True,
        "A time limit must not depend on the code's good will.",
    ),
    Fault(
        "sleeps-for-days",
        compose("import time\n\n\ndef normalize(X):\n    time.sleep(10**6)\n    return X / 255\n"),
        {"normalize": "timeout"},
        True,
        "Waiting counts as time, though it costs no processor.",
    ),
    Fault(
        "endless-loop-at-the-end-of-the-module",
        compose("while True:\n    pass\n"),
        {},
        True,
        "What was defined stays.",
    ),
    Fault(
        "endless-loop-at-the-start-of-the-module",
        _first("n = 0\nwhile True:\n    n += 1\n"),
        {},
        True,
        "Definitions after the statement that was cut off are still read.",
    ),
    Fault(
        "endless-training-run-under-main",
        compose('if __name__ == "__main__":\n    while True:\n        relu(np.zeros((3, 3)))\n'),
        {},
        True,
        "The guarded block is not run, or is cut off.",
    ),
    Fault(
        "endless-loop-in-an-imported-sibling",
        {SUBMISSION: compose("import my_functions\n"), HELPER: "while True:\n    pass\n"},
        {},
        True,
        "The import is a statement that does not end; nothing depends on it.",
    ),
    Fault(
        "endless-loop-in-a-sibling-that-relu-needs",
        {
            SUBMISSION: compose("import my_functions\n\n\ndef relu(Z):\n    return my_functions.relu(Z)\n"),
            HELPER: "def relu(Z):\n    return Z * (Z > 0)\n\n\nwhile True:\n    pass\n",
        },
        {"relu": _any("error", "timeout", "passed")},
        True,
        "relu may be lost with its sibling; nothing else is.",
    ),
    Fault(
        "recursion-without-end",
        compose("def relu(Z):\n    return relu(Z)\n"),
        {"relu": _any("error", "crashed")},
        True,
        "RecursionError is an ordinary error.",
    ),
    Fault(
        "recursion-without-end-and-without-limit",
        compose("import sys\n\nsys.setrecursionlimit(10**9)\n\n\ndef softmax(Z):\n    return softmax(Z)\n"),
        {"softmax": _any("error", "crashed", "timeout")},
        True,
        "The stack runs over and the worker dies.",
    ),
]

DEATHS: list[Fault] = [
    Fault(
        "os-exit-at-module-level",
        _first("import os\n\nos._exit(0)\n"),
        {},
        True,
        "One more try that runs definitions, imports and constants only.",
    ),
    Fault(
        "os-exit-in-relu",
        compose("import os\n\n\ndef relu(Z):\n    os._exit(0)\n"),
        {"relu": "crashed"},
        True,
        "An exit status of 0 is no success.",
    ),
    Fault(
        "sys-exit-at-module-level",
        _first("import sys\n\nsys.exit(0)\n"),
        {},
        True,
        "Counts as a statement that raised.",
    ),
    Fault("quit-at-module-level", _first("quit()\n"), {}, True, "Counts as a statement that raised."),
    Fault(
        "sys-exit-in-softmax",
        compose("import sys\n\n\ndef softmax(Z):\n    sys.exit('done')\n"),
        {"softmax": _any("error", "crashed")},
        True,
        "SystemExit in a function ends that call only.",
    ),
    Fault(
        "keyboard-interrupt-at-module-level",
        _first("raise KeyboardInterrupt\n"),
        {},
        True,
        "Counts as a statement that raised.",
    ),
    Fault(
        "keyboard-interrupt-in-relu",
        compose("def relu(Z):\n    raise KeyboardInterrupt\n"),
        {"relu": _any("error", "crashed")},
        True,
        "Nobody pressed a key.",
    ),
    Fault(
        "raise-at-module-level",
        _first('raise RuntimeError("not finished yet")\n'),
        {},
        True,
        "Noted, and reading goes on.",
    ),
    Fault(
        "exception-that-cannot-be-shown",
        compose(
            r"""
class Sulk(Exception):
    def __str__(self):
        raise ValueError("no text")

    __repr__ = __str__


def relu(Z):
    raise Sulk(Z)
"""
        ),
        {"relu": "error"},
        True,
        "An exception whose text raises.",
    ),
    Fault(
        "exception-with-a-huge-text",
        compose('def relu(Z):\n    raise ValueError("no " * 10**7)\n'),
        {"relu": "error"},
        True,
        "The message is cut, not refused.",
    ),
    Fault(
        "kills-itself",
        compose("import os\nimport signal\n\n\ndef softmax(Z):\n    os.kill(os.getpid(), signal.SIGKILL)\n"),
        {"softmax": "crashed"},
        True,
        "Crashed, never broken.",
    ),
    Fault(
        "kills-itself-at-module-level",
        _first("import os\nimport signal\n\nos.kill(os.getpid(), signal.SIGKILL)\n"),
        {},
        True,
        "Like os._exit: one more try without it.",
    ),
    Fault(
        "segmentation-fault",
        compose("import ctypes\n\n\ndef relu(Z):\n    ctypes.string_at(0)\n    return np.maximum(0, Z)\n"),
        {"relu": "crashed"},
        True,
        "A dead worker that the student caused.",
    ),
    Fault(
        "closes-all-descriptors-in-relu",
        compose("import os\n\n\ndef relu(Z):\n    os.closerange(0, 256)\n    return np.maximum(0, Z)\n"),
        {"relu": "crashed"},
        True,
        "The answer cannot be sent.",
    ),
    Fault(
        "closes-all-descriptors-at-module-level",
        _first("import os\n\nos.closerange(0, 256)\n"),
        _every("passed", "crashed"),
        True,
        "Crashed, or mended by the second try; never broken.",
    ),
    Fault(
        "asks-for-all-memory",
        compose("def relu(Z):\n    big = np.ones((10**6, 10**5))\n    return np.maximum(0, Z) + 0 * big[0, 0]\n"),
        {"relu": _any("error", "crashed")},
        True,
        "MemoryError, or the limit.",
    ),
    Fault(
        "asks-for-all-memory-at-module-level",
        _first("everything = np.ones((10**6, 10**5))\n"),
        {},
        True,
        "A statement that raised.",
    ),
    Fault(
        "forks-and-both-go-on",
        compose("import os\n\n\ndef relu(Z):\n    os.fork()\n    return np.maximum(0, Z)\n"),
        dict.fromkeys(("relu", "gradient_descent"), _any("passed", "failed", "error", "crashed", "timeout")),
        True,
        "Two processes answer one question, and in a loop they are a fork bomb; the others must not suffer.",
    ),
    Fault(
        "child-left-behind",
        _first(
            "import subprocess\nimport sys\n\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(30)'])\n"
        ),
        {},
        True,
        "Nobody waits for the child.",
    ),
    Fault(
        "threads-left-running",
        _first(
            r"""
import threading
import time


def tick():
    while True:
        time.sleep(0.01)


for _ in range(3):
    threading.Thread(target=tick).start()
"""
        ),
        {},
        True,
        "Threads that are no daemons would keep a process alive for ever.",
    ),
    Fault(
        "exit-handler",
        _first("import atexit\nimport os\n\natexit.register(os._exit, 1)\n"),
        {},
        True,
        "How the worker ends says nothing about the answers.",
    ),
]

SPELLINGS: list[Fault] = [
    Fault("empty-file", "", _every("missing"), True, "Nothing could be found."),
    Fault("only-a-comment", "# TODO: start on Monday\n", _every("missing"), True, "Nothing could be found."),
    Fault(
        "two-functions-missing",
        compose("", leave_out=("relu_deriv", "get_accuracy")),
        {"relu_deriv": "missing", "get_accuracy": "missing"},
        True,
        "Those that call them are carried.",
    ),
    Fault(
        "only-relu",
        "import numpy as np\n\n\ndef relu(Z):\n    return np.maximum(Z, 0)\n",
        _every("missing", but={"relu": "passed"}),
        True,
        "One function is worth its mark.",
    ),
    Fault(
        "stubs-left-as-they-were",
        compose('def relu(Z):\n    raise NotImplementedError("relu: exercise 6")\n\n\ndef softmax(Z):\n    ...\n'),
        {"relu": _any("missing", "error", "failed"), "softmax": _any("missing", "error", "failed")},
        True,
        "Not begun is no crash.",
    ),
    Fault(
        "syntax-error-in-one-function",
        _syntax_error("def relu(Z)\n    return np.maximum(0, Z)\n", "relu"),
        _every("passed", "missing", but={"relu": _any("missing", "error")}),
        True,
        "The file may be refused as a whole, or the rest may be saved.",
    ),
    Fault(
        "unclosed-bracket-at-the-end",
        compose("") + "\n\nprint(relu(np.array([[1.0, -1.0]])\n",
        _every("passed", "missing"),
        True,
        "The file may be refused as a whole, or the rest may be saved.",
    ),
    Fault(
        "unclosed-triple-quote-at-the-end",
        compose("") + '\n\n"""\nNotes to myself: ask about keepdims\n',
        _every("passed", "missing"),
        True,
        "The file may be refused as a whole, or the rest may be saved.",
    ),
    Fault(
        "tabs-and-spaces-mixed",
        _syntax_error("def relu(Z):\n    A = np.maximum(0, Z)\n\treturn A\n", "relu"),
        _every("passed", "missing", but={"relu": _any("missing", "error")}),
        True,
        "TabError.",
    ),
    Fault("tabs-everywhere", compose("").replace("    ", "\t"), {}, True, "Tabs alone are good Python."),
    Fault("byte-order-mark", {SUBMISSION: b"\xef\xbb\xbf" + compose("").encode()}, {}, True, "Decoded as Python does."),
    Fault(
        "windows-line-ends",
        {SUBMISSION: compose("").replace("\n", "\r\n").encode()},
        {},
        True,
        "Decoded as Python does.",
    ),
    Fault(
        "latin-1-with-cookie",
        {SUBMISSION: ("# -*- coding: latin-1 -*-\n# Ren\u00e9e, S\u00f8ren\n" + compose("")).encode("latin-1")},
        {},
        True,
        "Decoded as Python does.",
    ),
    Fault(
        "latin-1-without-cookie",
        {SUBMISSION: ("author = 'Ren\u00e9e'\n" + compose("")).encode("latin-1")},
        _every("missing"),
        True,
        "Python refuses it, so it is unreadable.",
    ),
    Fault("utf-16", {SUBMISSION: compose("").encode("utf-16")}, _every("missing"), True, "Python refuses it."),
    Fault("nul-bytes", {SUBMISSION: b"\0\0\0\0" * 100}, _every("missing"), True, "Not a text at all."),
    Fault(
        "eleven-megabytes",
        "#" * (11 * 2**20) + "\n" + compose(""),
        _every("missing"),
        True,
        "Over the limit of 10 MB a file.",
    ),
    Fault("another-file-name", {"Homework 1 (final).py": compose("")}, {}, True, "The only candidate counts."),
    Fault(
        "notebook-before-script",
        {**_notebook(*_reference_cells()), SUBMISSION: compose("def relu(Z):\n    return Z\n")},
        {},
        True,
        "The notebook counts where both have the expected name.",
    ),
    Fault(
        "future-import-and-docstring",
        '"""My first network."""\n\nfrom __future__ import annotations\n\n'
        + compose("def relu(Z: Undefined) -> AlsoUndefined:\n    return np.maximum(0, Z)\n"),
        {},
        True,
        "The future import holds for the statements after it.",
    ),
    Fault(
        "course-file-with-checks",
        compose('from autograder import check\n\ncheck("relu")\ncheck("softmax")\n'),
        {},
        True,
        "The stub file's own check cells stay in what students hand in.",
    ),
]

OUTPUT: list[Fault] = [
    Fault(
        "print-in-every-function",
        compose("\n\n\n".join(text.replace("):\n", "):\n    print(locals())\n", 1) for text in reference_parts()[1])),
        {},
        True,
        "Printing costs nothing.",
    ),
    Fault(
        "fifty-megabytes-at-module-level",
        compose('for _ in range(50):\n    print("x" * 2**20)\n'),
        {},
        True,
        "Output past a cap is thrown away.",
    ),
    Fault(
        "output-without-end-at-module-level",
        compose('while True:\n    print("are we there yet")\n'),
        {},
        True,
        "Both a flood and a loop.",
    ),
    Fault(
        "much-output-in-relu",
        compose('def relu(Z):\n    print("-" * 200_000)\n    return np.maximum(0, Z)\n'),
        {},
        True,
        "Output past a cap is thrown away.",
    ),
    Fault(
        "garbage-on-the-raw-descriptors",
        compose(
            "import os\n\n\ndef relu(Z):\n    os.write(1, b'\\xff\\x00{\"passed\": true}\\n' * 50)\n"
            "    os.write(2, b'\\x1b[2J' * 50)\n    return np.maximum(0, Z)\n"
        ),
        {},
        True,
        "Standard output is not the channel of the answers.",
    ),
    Fault(
        "prints-what-cannot-be-encoded",
        compose('def relu(Z):\n    print("\\ud800", "\\0", "\\x1b[31m")\n    return np.maximum(0, Z)\n'),
        {"relu": _any("passed", "error")},
        True,
        "A lone surrogate: print may raise in the student's own terminal too.",
    ),
    Fault(
        "standard-output-closed",
        compose("import sys\n\nsys.stdout.close()\n"),
        {"gradient_descent": _any("passed", "error")},
        True,
        "Only a function that prints may suffer.",
    ),
    Fault(
        "standard-output-replaced",
        compose("import io\nimport sys\n\nsys.stdout = io.StringIO()\nsys.stderr = None\n"),
        {},
        True,
        "A student who wanted silence.",
    ),
    Fault("print-replaced", compose("print = lambda *a, **k: None\n"), {}, True, "A student who wanted silence."),
]

LIAR = r"""
class Yes:
    def __eq__(self, other):
        return True

    def __array__(self, *a, **k):
        return np.array(True)

    def __getattr__(self, name):
        return self

    def __call__(self, *a, **k):
        return self
"""

SUBCLASS = r"""
class Odd(np.ndarray):
    def __eq__(self, other):
        return np.ones(np.shape(other), dtype=bool)

    def all(self, *a, **k):
        return True

    def tobytes(self, *a, **k):
        return b"\0" * 8

    def tolist(self):
        return [[1.0]]

    def __reduce__(self):
        return (print, ("unpickled",))
"""

HONEST = r"""
class Tagged(np.ndarray):
    name = "A1"

    def tobytes(self, *a, **k):
        return b"\0" * 8

    def tolist(self):
        raise RuntimeError("not now")

    def __reduce__(self):
        return (print, ("unpickled",))

    def __repr__(self):
        return "trust me"
"""

RETURNS: list[Fault] = [
    Fault(
        "returns-yes-object",
        _returns("Yes()", LIAR),
        {"relu": "failed"},
        True,
        "Equal to everything, and still no array.",
    ),
    Fault(
        "returns-lying-subclass",
        _returns("(Z * 2).view(Odd)", SUBCLASS),
        {"relu": "failed"},
        True,
        "Its plain data is wrong.",
    ),
    Fault(
        "returns-honest-subclass",
        _returns("np.maximum(0, Z).view(Tagged)", HONEST),
        {},
        True,
        "Its plain data is right.",
    ),
    Fault(
        "returns-masked-array",
        compose("def get_predictions(A2):\n    return np.ma.masked_array(np.argmax(A2, axis=0))\n"),
        {},
        True,
        "Its plain data is right.",
    ),
    Fault("returns-dict", _returns("{'A': np.maximum(0, Z)}"), {"relu": "failed"}, True, "The type is named."),
    Fault("returns-string", _returns("str(np.maximum(0, Z))"), {"relu": "failed"}, True, "The type is named."),
    Fault("returns-bytes", _returns("np.maximum(0, Z).tobytes()"), {"relu": "failed"}, True, "The type is named."),
    Fault(
        "returns-set",
        _returns("set(np.maximum(0, Z).ravel().tolist())"),
        {"relu": "failed"},
        True,
        "The type is named.",
    ),
    Fault(
        "returns-generator", _returns("(max(0, z) for z in Z.ravel())"), {"relu": "failed"}, True, "The type is named."
    ),
    Fault(
        "returns-endless-generator", _returns("iter(int, 1)"), {"relu": "failed"}, True, "Nobody may iterate over it."
    ),
    Fault("returns-none", _returns("None"), {"relu": "failed"}, True, "The forgotten return."),
    Fault("returns-function", _returns("relu"), {"relu": "failed"}, True, "The type is named."),
    Fault("returns-class", _returns("np.ndarray"), {"relu": "failed"}, True, "The type is named."),
    Fault(
        "returns-object-array", _returns("np.maximum(0, Z).astype(object)"), {"relu": "failed"}, True, "Not numeric."
    ),
    Fault("returns-text-array", _returns("np.maximum(0, Z).astype(str)"), {"relu": "failed"}, True, "Not numeric."),
    Fault(
        "returns-complex",
        _returns("np.maximum(0, Z) + 1j"),
        {"relu": "failed"},
        True,
        "The imaginary part is not dropped.",
    ),
    Fault(
        "returns-nan",
        _returns("np.full(Z.shape, np.nan)"),
        {"relu": "failed"},
        True,
        "NaN equals nothing; the JSON is strict.",
    ),
    Fault("returns-infinity", _returns("np.where(Z > 0, np.inf, 0)"), {"relu": "failed"}, True, "The JSON is strict."),
    Fault(
        "accuracy-nan",
        compose("def get_accuracy(p, Y):\n    return float('nan')\n"),
        {"get_accuracy": "failed"},
        True,
        "Strict JSON.",
    ),
    Fault("returns-ragged-list", _returns("[[1.0, 2.0], [3.0]]"), {"relu": "failed"}, True, "No matrix."),
    Fault(
        "returns-huge-list",
        _returns("[0.0] * (5 * 10**7)"),
        {"relu": _any("failed", "error", "crashed", "timeout")},
        True,
        "Sizes are capped before anything is allocated.",
    ),
    Fault(
        "returns-array-of-eight-terabytes",
        _returns("np.broadcast_to(0.0, (10**6, 10**6))"),
        {"relu": _any("failed", "error", "crashed")},
        True,
        "One number behind a huge shape: copying it would take all memory.",
    ),
    Fault(
        "returns-deeply-nested-list",
        compose("def relu(Z):\n    nest = 0.0\n    for _ in range(100_000):\n        nest = [nest]\n    return nest\n"),
        {"relu": _any("failed", "error", "crashed")},
        True,
        "Recursion over it must have an end.",
    ),
    Fault(
        "returns-list-that-holds-itself",
        compose("def relu(Z):\n    nest = [0.0]\n    nest.append(nest)\n    return nest\n"),
        {"relu": _any("failed", "error", "crashed")},
        True,
        "Recursion over it must have an end.",
    ),
    Fault(
        "returns-million-digit-integer",
        _returns("10**1_000_000"),
        {"relu": _any("failed", "error")},
        True,
        "Turning it to text is refused by Python; turning it to a float overflows.",
    ),
    Fault(
        "accuracy-million-digit-integer",
        compose("def get_accuracy(predictions, Y):\n    return 7**1_200_000\n"),
        {"get_accuracy": _any("failed", "error")},
        True,
        "A number, but not one that JSON or float can hold.",
    ),
    Fault(
        "returns-unusual-memory",
        compose(
            r"""
def relu(Z):
    A = np.asfortranarray(np.maximum(0, Z))
    A.flags.writeable = False
    return A


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return (E / E.sum(axis=0)).astype(">f8")


def get_predictions(A2):
    return np.argmax(A2[:, ::-1], axis=0)[::-1]


def normalize(X):
    wide = np.zeros((X.shape[0], 2 * X.shape[1]))
    wide[:, ::2] = X / 255
    return wide[:, ::2]
"""
        ),
        {},
        True,
        "Read-only, Fortran order, another byte order, strides: all numeric arrays.",
    ),
    Fault(
        "returns-named-tuple",
        compose(
            r"""
from collections import namedtuple

Pass = namedtuple("Pass", "Z1 A1 Z2 A2")


def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Pass(Z1, A1, Z2, softmax(Z2))
"""
        ),
        {},
        True,
        "A tuple, taken for its plain data.",
    ),
    Fault(
        "float-that-lies",
        compose(
            r"""
class Best(float):
    def __eq__(self, other):
        return True

    def __float__(self):
        return 1.0

    __lt__ = __le__ = __gt__ = __ge__ = __eq__


def get_accuracy(predictions, Y):
    return Best(0.123)
"""
        ),
        {"get_accuracy": "failed"},
        True,
        "A float, taken for its plain data.",
    ),
]

SABOTAGE: list[Fault] = [
    Fault(
        "replaces-np-exp",
        compose("np.exp = lambda x: np.ones(np.shape(x))\n"),
        {"softmax": "failed"},
        False,
        "Honest functions that use exp may suffer; none wins.",
    ),
    Fault(
        "replaces-np-allclose",
        compose(
            "np.allclose = lambda *a, **k: True\nnp.array_equal = lambda *a, **k: True\n"
            "np.testing.assert_allclose = lambda *a, **k: None\n\n\ndef relu(Z):\n    return Z\n"
        ),
        {"relu": "failed"},
        True,
        "The comparison is made elsewhere.",
    ),
    Fault(
        "patches-builtins",
        compose(
            "import builtins\n\nbuiltins.isinstance = lambda *a: True\nbuiltins.len = lambda x: 3\n"
            "\n\ndef relu(Z):\n    return Z\n"
        ),
        {"relu": _any("failed", "error", "crashed", "timeout")},
        False,
        "The worker may die of it; no mark is won, and the grader is not broken.",
    ),
    Fault(
        "numpy-taken-away",
        compose("import sys\n\nsys.modules['numpy'] = None\n\n\ndef relu(Z):\n    return Z\n"),
        {"relu": _any("failed", "error", "crashed", "missing")},
        False,
        "No mark is won.",
    ),
    Fault(
        "walks-the-stack-for-the-answer",
        compose(
            r"""
import sys


def relu(Z):
    frame = sys._getframe()
    while frame is not None:
        for name in ("expected", "desired", "answer", "reference"):
            if name in frame.f_locals:
                return frame.f_locals[name]
        frame = frame.f_back
    return np.zeros((1, 1))
"""
        ),
        {"relu": "failed"},
        True,
        "The answer is not in this process.",
    ),
    Fault(
        "imports-the-solutions",
        compose("from solutions.a1_first_network import relu\n", leave_out=("relu",)),
        {"relu": _any("missing", "error", "failed", "forbidden")},
        True,
        "The reference is not within reach.",
    ),
    Fault(
        "imports-the-graders-reference",
        compose("def relu(Z):\n    from autograder.reference import relu as theirs\n    return theirs(Z)\n"),
        {"relu": _any("error", "failed", "forbidden")},
        True,
        "The reference is not within reach.",
    ),
    Fault(
        "asserts-everything-passed",
        compose('print("17 passed in 0.3s")\nprint(\'{"score": 20.0}\')\n\n\ndef relu(Z):\n    return -Z\n'),
        {"relu": "failed"},
        True,
        "Words are not marks.",
    ),
    Fault(
        "warnings-as-errors",
        compose('import warnings\n\nwarnings.simplefilter("error")\n'),
        {},
        True,
        "Right functions warn of nothing.",
    ),
    Fault(
        "numpy-errors-raise",
        compose('np.seterr(over="raise", divide="raise", invalid="raise")\n'),
        {},
        True,
        "Right functions do not overflow or divide by zero.",
    ),
    Fault(
        "numpy-errors-all-raise",
        compose('np.seterr(all="raise")\n'),
        {"softmax": _any("passed", "error", "failed")},
        True,
        "exp(-10**5) underflows, which this student has made an error.",
    ),
    Fault(
        "changes-the-working-directory",
        compose("import os\n\nos.chdir('/')\n"),
        {},
        True,
        "Paths handed to load_csv must not depend on it.",
    ),
    Fault(
        "deletes-its-arguments",
        compose("def relu(Z):\n    A = np.maximum(0, Z)\n    del Z\n    return A\n"),
        {},
        True,
        "del takes away a name, not the caller's array.",
    ),
    Fault(
        "empties-its-arguments",
        compose("def normalize(X):\n    out = X / 255\n    X[:] = 0\n    return out\n"),
        {"normalize": "failed"},
        True,
        "The answer is right, the caller's array is gone.",
    ),
    Fault(
        "makes-arguments-read-only",
        compose("def relu(Z):\n    Z.flags.writeable = False\n    return np.maximum(0, Z)\n"),
        {"relu": _any("passed", "failed")},
        True,
        "The values are unchanged.",
    ),
    Fault(
        "asks-for-input-at-module-level",
        _first('name = input("Your name: ")\n'),
        {},
        True,
        "There is nobody to answer: EOFError, noted.",
    ),
    Fault(
        "asks-for-input-in-relu",
        compose('def relu(Z):\n    floor = float(input("floor? "))\n    return np.maximum(floor, Z)\n'),
        {"relu": "error"},
        True,
        "There is nobody to answer.",
    ),
    Fault(
        "reads-a-data-file-that-is-not-there",
        _first('X, Y = load_csv("/home/me/Downloads/train.csv")\nm = X.shape[1]\n'),
        {},
        True,
        "Both statements raise; the functions are read.",
    ),
    Fault(
        "training-run-at-module-level",
        compose(
            "rng = np.random.default_rng(0)\nX = rng.random((784, 500))\nY = rng.integers(0, 10, 500)\n"
            "params, history = gradient_descent(X, Y, init_params(784, 10, 10, rng), 0.1, 10**9)\n"
        ),
        {},
        True,
        "A run that takes a month costs a time limit at most.",
    ),
]

IMPORTS: list[Fault] = [
    Fault("torch-at-module-level", _first("import torch\n"), _every("forbidden"), True, "Costs the whole submission."),
    Fault(
        "torch-part-with-alias",
        _first("import torch.nn as nn\n"),
        _every("forbidden"),
        True,
        "Costs the whole submission.",
    ),
    Fault(
        "sklearn-at-module-level",
        _first("from sklearn.linear_model import LogisticRegression\n"),
        _every("forbidden"),
        True,
        "Costs the whole submission.",
    ),
    Fault(
        "torch-in-try",
        _first("try:\n    import torch\nexcept ImportError:\n    torch = None\n"),
        _every("forbidden"),
        True,
        "Still an import at module level.",
    ),
    Fault(
        "tensorflow-in-a-notebook-cell",
        _notebook(_cell("import tensorflow as tf"), *_reference_cells()),
        _every("forbidden"),
        True,
        "Costs the whole submission.",
    ),
    Fault(
        "jax-inside-backward",
        compose(
            "def backward_prop(Z1, A1, A2, W2, X, Y):\n    import jax\n    return jax.grad(cross_entropy)(A2, Y)\n"
        ),
        {"backward_prop": "forbidden"},
        True,
        "Costs that function.",
    ),
    Fault(
        "autograd-inside-a-helper",
        compose(
            "def helper(Z):\n    import autograd.numpy as anp\n    return anp.exp(Z)\n\n\n"
            "def softmax(Z):\n    E = helper(Z - Z.max(axis=0))\n    return E / E.sum(axis=0)\n"
        ),
        {"softmax": _any("forbidden", "error")},
        True,
        "The helper is no exercise; the function that calls it pays.",
    ),
    Fault(
        "torch-by-importlib-inside-relu",
        compose("import importlib\n\n\ndef relu(Z):\n    return importlib.import_module('torch').relu(Z).numpy()\n"),
        {"relu": _any("forbidden", "error")},
        True,
        "Refused by name, or not installed.",
    ),
    Fault(
        "torch-in-words-only",
        compose(
            '# import torch\n"""\nimport tensorflow\nfrom sklearn import svm\n"""\ntorch = "import torch"\n'
            "print('no jax here')\n\n\ndef relu(Z):\n    '''Like torch.relu; see import torch.'''\n"
            "    return np.maximum(0, Z)  # torch.relu(Z)\n"
        ),
        {},
        True,
        "Imports are judged, not words.",
    ),
    Fault("pandas-unused", _first("import pandas as pd\n"), {}, True, "That it is not installed does no harm."),
    Fault(
        "pandas-with-fallback",
        compose(
            r"""
try:
    import pandas as pd
except ImportError:
    pd = None


def load_csv(path):
    if pd is not None:
        data = pd.read_csv(path).to_numpy()
    else:
        data = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return data[:, 1:].T.astype(float), data[:, 0].astype(int)
"""
        ),
        {},
        True,
        "Allowed, for it does no learning.",
    ),
    Fault(
        "pandas-needed-by-load-csv",
        compose(
            r"""
import pandas as pd


def load_csv(path):
    data = np.array(pd.read_csv(path))
    return data[:, 1:].T.astype(float), data[:, 0].astype(int)
"""
        ),
        {"load_csv": _any("passed", "error")},
        True,
        "Right where pandas is installed; nothing else suffers where it is not.",
    ),
    Fault(
        "plots-at-module-level",
        compose(
            "from matplotlib import pyplot as plt\n\n"
            "plt.plot([1, 2, 3])\nplt.title('loss')\nplt.savefig('loss.png')\nplt.show()\n"
        ),
        {},
        True,
        "Plots neither block nor break.",
    ),
    Fault(
        "misspelt-import",
        _first("import nunpy as np2\nfrom numpy import relu_function\n"),
        {},
        True,
        "Two statements that raise.",
    ),
    Fault(
        "sibling-with-star-import",
        {SUBMISSION: "from my_functions import *\n", HELPER: compose("")},
        {},
        True,
        "Siblings may be imported.",
    ),
    Fault(
        "sibling-with-one-function",
        {
            SUBMISSION: compose("from my_functions import stable_softmax as softmax\n", leave_out=("softmax",)),
            HELPER: "import numpy as np\n\n\n"
            "def stable_softmax(Z):\n    E = np.exp(Z - Z.max(0))\n    return E / E.sum(0)\n",
        },
        {},
        True,
        "Siblings may be imported.",
    ),
    Fault(
        "sibling-named-like-numpy",
        {SUBMISSION: compose(""), "numpy.py": "raise RuntimeError('not numpy')\n", "csv.py": "reader = None\n"},
        {},
        True,
        "The standard library and NumPy come first.",
    ),
    Fault(
        "sibling-missing",
        compose("from my_functions import relu\n", leave_out=("relu",)),
        {"relu": "missing"},
        True,
        "The sibling was not handed in.",
    ),
]

SHAPES: list[Fault] = [
    Fault(
        "functions-inside-if",
        "if True:\n" + "\n\n".join(map(_indented, ["\n".join(reference_parts()[0]), *reference_parts()[1]])) + "\n",
        {},
        True,
        "Definitions under a condition count.",
    ),
    Fault(
        "functions-inside-try",
        "try:\n"
        + "\n\n".join(map(_indented, ["\n".join(reference_parts()[0]), *reference_parts()[1]]))
        + "\nfinally:\n    pass\n",
        {},
        True,
        "Definitions in a block count.",
    ),
    Fault(
        "functions-inside-a-class",
        _in_class("relu_deriv", "get_accuracy"),
        {"relu_deriv": "missing", "get_accuracy": "missing"},
        True,
        "A method is not the function that was asked for; its callers are carried.",
    ),
    Fault(
        "class-with-names-for-its-methods",
        _in_class("relu", "softmax") + "\n\nrelu = Network.relu\nsoftmax = Network.softmax\n",
        {},
        True,
        "The names are there, whatever stands behind them.",
    ),
    Fault(
        "nested-in-another-function",
        compose("def everything():\n    def relu(Z):\n        return np.maximum(0, Z)\n", leave_out=("relu",)),
        {"relu": "missing"},
        True,
        "A name inside a function is not within reach.",
    ),
    Fault(
        "async-relu",
        compose("async def relu(Z):\n    return np.maximum(0, Z)\n"),
        {"relu": _any("failed", "error")},
        True,
        "A call returns a coroutine.",
    ),
    Fault(
        "yield-for-return",
        compose("def relu(Z):\n    yield np.maximum(0, Z)\n"),
        {"relu": _any("failed", "error")},
        True,
        "A call returns a generator.",
    ),
    Fault(
        "relu-without-parameters",
        compose("def relu():\n    return np.maximum(0, Z)\n"),
        {"relu": _any("failed", "error")},
        True,
        "TypeError.",
    ),
    Fault(
        "backward-with-a-parameter-too-many",
        compose(
            r"""
def backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    db1, db2 = dZ1.mean(axis=1, keepdims=True), dZ2.mean(axis=1, keepdims=True)
    return dZ1 @ X.T / m, db1, dZ2 @ A1.T / m, db2
"""
        ),
        {"backward_prop": _any("failed", "error")},
        True,
        "The signature of another course.",
    ),
    Fault(
        "keyword-only-parameters",
        compose("def relu(*, Z):\n    return np.maximum(0, Z)\n"),
        {"relu": _any("failed", "error")},
        True,
        "Functions are called by position.",
    ),
    Fault(
        "extra-parameters-with-defaults",
        compose(
            "def softmax(Z, axis=0, *, shift=True):\n    E = np.exp(Z - Z.max(axis))\n    return E / E.sum(axis)\n"
        ),
        {},
        True,
        "A call by position fits.",
    ),
    Fault(
        "default-of-n-classes-missing",
        compose("def one_hot(Y, n_classes):\n    return np.eye(n_classes)[Y].T\n"),
        {"one_hot": _any("failed", "error")},
        True,
        "one_hot(Y) has to work.",
    ),
    Fault("lambda", compose("relu = lambda Z: np.maximum(0, Z)\n"), {}, True, "A function like any other."),
    Fault(
        "partial-and-callable-object",
        compose(
            r"""
from functools import partial


class Softmax:
    def __call__(self, Z):
        E = np.exp(Z - Z.max(axis=0))
        return E / E.sum(axis=0)


relu = partial(np.maximum, 0)
softmax = Softmax()
"""
        ),
        {},
        True,
        "Callable is enough.",
    ),
    Fault(
        "wrapped-by-a-cache-that-cannot-hash",
        compose("from functools import lru_cache\n\n\n@lru_cache\ndef relu(Z):\n    return np.maximum(0, Z)\n"),
        {"relu": "error"},
        True,
        "Arrays cannot be hashed: TypeError.",
    ),
    Fault(
        "relu-is-a-number", compose("relu = 3\n"), {"relu": _any("failed", "error", "missing")}, True, "Not callable."
    ),
    Fault(
        "relu-deleted-afterwards",
        compose("def relu(Z):\n    return np.maximum(0, Z)\n\n\ndel relu\n"),
        {"relu": "missing"},
        True,
        "The last word counts.",
    ),
    Fault(
        "names-with-other-capitals",
        compose("def ReLU(Z):\n    return np.maximum(0, Z)\n", leave_out=("relu",)),
        {"relu": "missing"},
        True,
        "The name was given.",
    ),
    Fault(
        "redefined-in-the-same-file",
        compose("def relu(Z):\n    return Z\n\n\ndef relu(Z):\n    return np.maximum(0, Z)\n"),
        {},
        True,
        "The last definition counts.",
    ),
]

NOTEBOOKS: list[Fault] = [
    Fault("plain-notebook", _notebook(*_reference_cells()), {}, True, "The ordinary case."),
    Fault(
        "notebook-with-lists-of-lines",
        _notebook(*[_cell(str(cell["source"]).splitlines(keepends=True)) for cell in _reference_cells()]),
        {},
        True,
        "The format allows a text or a list of lines.",
    ),
    Fault(
        "notebook-with-magics",
        _notebook(
            _cell("%matplotlib inline\n%load_ext autoreload\n%autoreload 2\n!pip install numpy\n!ls -la"),
            *_reference_cells("softmax", "relu"),
            _cell("%%time\ndef softmax(Z):\n    E = np.exp(Z - Z.max(axis=0))\n    return E / E.sum(axis=0)"),
            _cell("files = !ls\n%timeit -n 1 np.exp(1)\n\ndef relu(Z):\n    return np.maximum(0, Z)\n\nnp.maximum?"),
            _cell("%%bash\nfor i in 1 2 3; do echo $i; done"),
            _cell("%%html\n<h1>It works</h1>"),
        ),
        {},
        True,
        "Magics and shell lines are no Python, and no reason to lose a cell.",
    ),
    Fault(
        "notebook-with-a-magic-inside-a-function",
        _notebook(
            *_reference_cells("relu"),
            _cell("def relu(Z):\n    %time A = np.maximum(0, Z)\n    return A"),
        ),
        {"relu": _any("passed", "failed", "error", "missing")},
        True,
        "Rare; the other cells must not suffer.",
    ),
    Fault(
        "notebook-with-a-syntax-error-in-one-cell",
        _notebook(
            _cell("import numpy as np"),
            _cell("def relu(Z):\n    return np.maximum(0, Z"),
            *_reference_cells("relu"),
        ),
        {"relu": _any("missing", "error")},
        True,
        "In a notebook, too, the other cells run.",
    ),
    Fault(
        "notebook-with-top-level-await",
        _notebook(_cell("import asyncio\nawait asyncio.sleep(0)"), *_reference_cells()),
        {},
        True,
        "Legal in a notebook.",
    ),
    Fault(
        "notebook-with-cells-out-of-order",
        _notebook(
            _cell("print(accuracy)", count=9),
            _cell("A2 = softmax(np.zeros((3, 3)))", count=4),
            *_reference_cells(),
            _cell("accuracy = 0.85", count=2),
        ),
        {},
        True,
        "Two statements raise where they stand; the functions are read.",
    ),
    Fault(
        "notebook-with-imports-at-the-end",
        _notebook(*_reference_cells()[1:], _reference_cells()[0]),
        {},
        True,
        "Names are looked up when a function is called.",
    ),
    Fault(
        "notebook-redefined-right-then-wrong",
        _notebook(*_reference_cells(), _cell("def relu(Z):\n    return np.where(Z > 0, Z, 0.1 * Z)")),
        {"relu": "failed"},
        True,
        "The last definition counts.",
    ),
    Fault(
        "notebook-redefined-wrong-then-right",
        _notebook(_cell("import numpy as np\n\ndef relu(Z):\n    return np.max(Z)"), *_reference_cells()),
        {},
        True,
        "The last definition counts.",
    ),
    Fault(
        "notebook-with-code-in-markdown",
        _notebook(
            *_reference_cells("relu", "softmax"),
            _cell("def relu(Z):\n    return np.maximum(0, Z)", "markdown"),
            _cell("def softmax(Z):\n    return Z", "raw"),
        ),
        {"relu": "missing", "softmax": "missing"},
        True,
        "Only code cells count.",
    ),
    Fault(
        "notebook-with-an-exit-cell",
        _notebook(_cell("exit()"), *_reference_cells(), _cell("quit()")),
        {},
        True,
        "Counts as a statement that raised.",
    ),
    Fault(
        "notebook-of-format-3", _old_notebook(), _every("passed", "missing"), True, "Read, or refused with a reason."
    ),
    Fault("notebook-empty", _notebook(), _every("missing"), True, "Nothing could be found."),
    Fault("notebook-that-is-no-json", {NOTEBOOK: compose("")}, _every("missing"), True, "Unreadable."),
    Fault("notebook-that-is-a-list", {NOTEBOOK: "[1, 2, 3]"}, _every("missing"), True, "JSON, but no notebook."),
    Fault(
        "notebook-with-odd-cells",
        {
            NOTEBOOK: json.dumps(
                {
                    "cells": [None, 7, {"cell_type": "code"}, {"source": "x = 1"}, *_reference_cells()],
                    "nbformat": 4,
                    "nbformat_minor": 5,
                    "metadata": {},
                }
            )
        },
        _every("passed", "missing"),
        True,
        "Damaged; read as far as possible, or refused with a reason.",
    ),
]

FAULTS: list[Fault] = [
    *LOOPS,
    *DEATHS,
    *SPELLINGS,
    *OUTPUT,
    *RETURNS,
    *SABOTAGE,
    *IMPORTS,
    *SHAPES,
    *NOTEBOOKS,
]
