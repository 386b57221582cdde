"""What to do about an exception, for somebody who meets it for the first time.

Advice that quotes from an exception's text is for the public seed only: on a hidden one the text may carry inputs.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import keyword
import re
import warnings
from collections.abc import Callable, Collection, Mapping

import numpy as np

from autograder.diagnosis.exception_words import ARGUMENTS, BY_TEXT, EXPLAINED
from autograder.student.outcome import Raised

Lesson = Mapping[str, tuple[str, ...]]  # the functions of an assignment, each with its arguments' names

PYTHON_TYPES = ("bool", "float", "int", "object", "str", "complex")  # which NumPy once had under its own name, too
OTHER_NAMES = {"ln": "log", "arcus": "arctan", "length": "size", "mult": "multiply", "pow": "power"}  # for NumPy's
FOR_GENERATORS = {"randn": "standard_normal", "rand": "random", "gauss": "normal", "randint": "integers"}
MODULES = (
    "collections",
    "copy",
    "csv",
    "functools",
    "gzip",
    "io",
    "itertools",
    "json",
    "math",
    "os",
    "pathlib",
    "random",
    "re",
    "sys",
    "time",
)
OF_THE_PROMPT = ("help", "exit", "quit", "copyright", "credits", "license")  # nobody writes these in a function
PYTHONS = [*keyword.kwlist, *(name for name in dir(builtins) if name.islower() and name not in OF_THE_PROMPT)]
NEAR = 0.8  # what is less alike is another name
SHORT = 4  # shorter names are all alike: with them only capitals may differ


def advice(function: str, raised: Raised, reveal: bool, lesson: Lesson) -> str:
    """A sentence on what to do about an exception; empty where there is nothing to say."""
    if reveal and raised.type_name in CLOSER and (close := CLOSER[raised.type_name](function, raised, lesson)):
        return close
    if raised.type_name == "TypeError" and raised.text.startswith(f"{function}()"):
        return ARGUMENTS
    for name, pattern, says in BY_TEXT:
        if re.fullmatch(name, raised.type_name) and re.search(pattern, raised.text):
            return says
    return EXPLAINED.get(raised.type_name, "")


def near(typed: str, known: Collection[str]) -> str:
    """The known name that somebody meant who typed another, where there is one that is like it; else nothing."""
    for name in known:
        if name.lower() == typed.lower() and name != typed:
            return name
    if len(typed) < SHORT:
        return ""
    found = difflib.get_close_matches(typed, [name for name in known if len(name) >= SHORT], n=1, cutoff=NEAR)
    return found[0] if found and found[0] != typed else ""


def _unknown_name(function: str, raised: Raised, lesson: Lesson) -> str:
    """A name of a module, of NumPy without `np.`, or one that is nearly one of the lesson's or of Python's own."""
    found = re.match(r"name '(\w+)' is not defined", raised.text)
    if found is None:
        return ""
    name = found[1]
    own = lesson.get(raised.within or function, ())
    if name == "np":
        return "`import numpy as np` has to stand at the top of the file, and to be run."
    if name == "numpy":
        return "The course calls NumPy `np`: write `np` here."
    if name == "random" and "rng" in own:
        return _drawn(raised.code)
    if module := _unknown_module(name, raised.code):
        return module
    if name in own and name not in lesson:
        return f"The task calls an argument `{name}`: is it called so in the first line of your function, too?"
    if name in lesson:
        return (
            f"`{name}` is a function of this lesson, and there is none of that name: does its `def {name}` still stand "
            "in your file, can Python read it, and, in a notebook, has its cell been run?"
        )
    for known in (*lesson, *own):
        if "_" in known and name in known.split("_") and known.replace("_", "-") in raised.code.replace(" ", ""):
            return f"A `-` is a minus: the name is `{known}`, with an underscore."
    arguments = {argument for all_of_one in lesson.values() for argument in all_of_one if 1 < len(argument) < SHORT}
    if meant := near(name, own) or near(name, [*lesson]) or near(name, arguments):
        return f"Did you mean `{meant}`?"
    if name in arguments:
        other = name.lower() if name != name.lower() else name.upper()
        return f"Nothing is called `{name}` here so far. Capitals count: `{other}` is another name."
    if re.search(rf"[=!]=\s*{name}\b(?![.(\[])", raised.code):
        return f'Python looks for a variable called `{name}`. If the text "{name}" is meant, it needs quotation marks.'
    if hasattr(np, name):
        return f"NumPy's functions begin with `np.`: write `np.{name}`."
    if meant := near(name, PYTHONS):
        return f"Did you mean `{meant}`?"
    meant = near(name, [known for known in dir(np) if known.islower()])
    return f"Did you mean `np.{meant}`?" if meant else ""


def _drawn(code: str) -> str:
    """Python's `random` where a generator is an argument."""
    found = re.search(r"\brandom\.(\w+)", code)
    method = FOR_GENERATORS.get(found[1], found[1]) if found else ""
    if method and hasattr(np.random.Generator, method):
        return f"Random numbers come from the argument `rng` here: write `rng.{method}`."
    return "Random numbers come from the argument `rng` here: its methods draw them."


def _unknown_module(name: str, code: str) -> str:
    """A module of Python's that is used and not imported."""
    used = re.search(rf"\b{name}\.(\w+)", code)
    if used is None or name not in MODULES:
        return ""
    if name == "math" and hasattr(np, used[1]):
        return (
            f"`math` is not imported, and takes single numbers only: write `np.{used[1]}`, which takes arrays as well."
        )
    return f"`{name}` is a module of Python's: `import {name}` has to stand at the top of the file."


NO_ATTRIBUTE = re.compile(
    r"(?:module 'numpy(?P<part>[\w.]*)'|'numpy\.ndarray' object) has no attribute '(?P<name>\w+)'"
)


def _unknown_attribute(function: str, raised: Raised, lesson: Lesson) -> str:
    """A misspelt function of NumPy or method of an array, and what NumPy no longer has."""
    found = NO_ATTRIBUTE.match(raised.text)
    if found is None:
        return ""
    part, name = found["part"], found["name"]
    if part == "" and name in PYTHON_TYPES:
        return f"NumPy has no `np.{name}` any more: write `{name}`."
    if name in lesson:
        what = "the function that is to be written here" if name == function else "a function of this lesson"
        whose = "Arrays have" if part is None else "NumPy has"
        return f"{whose} no `{name}`: it is {what}, and called as `{name}(…)`, with nothing before its name."
    if part is None and hasattr(np, name):
        return f"Arrays have no `.{name}`: write `np.{name}(…)`."
    if part in (None, "") and hasattr(np, OTHER_NAMES.get(name, "")):
        return f"NumPy calls it `np.{OTHER_NAMES[name]}`."
    home: object = np.ndarray
    if part is not None:
        home = np
        for step in part.split(".")[1:]:
            home = getattr(home, step, home)
    meant = near(name, [known for known in dir(home) if not known.startswith("_")])
    return f"Did you mean `{meant}`?" if meant else ""


def _outside(_: str, raised: Raised, __: Lesson) -> str:
    """An index beyond the end of an axis, and a second number asked of a shape that has one."""
    if raised.text == "tuple index out of range" and re.search(r"\.shape\[[1-9]\]", raised.code):
        return (
            "A shape has as many numbers as the array has axes. `shape[1]` is there from two axes on; a flat array, as "
            "labels are, has `shape[0]` alone."
        )
    found = re.match(r"index -?\d+ is out of bounds for axis (\d) with size (\d+)", raised.text)
    if found is None:
        return ""
    what = {"0": "rows or entries", "1": "columns"}.get(found[1], "entries")
    says = f"Along its axis {found[1]} the array has {found[2]} {what}, numbered from 0."
    if found[1] == "0" and _picks_rows(raised.code):
        return f"{says} One index alone, without a comma, picks rows where there are several axes. Are columns meant?"
    if re.search(r"(?<![\w.])(?:[2-9]|\d{2,})(?![\w.])", raised.code):
        return (
            f"{says} How many should there be, and is a number written out that should come from an argument's shape?"
        )
    return f"{says} Look at where the array gets its size, and where the index comes from."


def _picks_rows(code: str) -> bool:
    """Whether a line picks by one index alone out of what the lesson calls like its matrices, and by no pair."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(f"{code} pass" if code.endswith(":") else code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the line is whatever the worker says it is
        return False
    picked = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    return any(
        isinstance(node.value, ast.Name) and re.match("[XZAW]", node.value.id) and not isinstance(node.slice, ast.Slice)
        for node in picked
    ) and not any(isinstance(node.slice, ast.Tuple) for node in picked)


def _no_number(_: str, raised: Raised, __: Lesson) -> str:
    """A text out of which no number can be made, as those in a file's first line."""
    found = re.match(
        r"(?:invalid literal for int\(\) with base 10: |could not convert string to float: (?:np\.str_\()?)'(.*)",
        raised.text,
    )
    if found is None:
        return ""
    text = found[1].rstrip(")").rstrip("'")
    if re.match(r"(?:label|pixel\d*)\b", text):
        return "This is the file's first line: names of the columns, and no numbers. Step over it before you read on."
    if "," in text:
        return "This is several numbers with commas between, and no single one: split it at the commas."
    return "The text is empty: is there a line with nothing in it, or a comma at its end?" if not text else ""


CLOSER: dict[str, Callable[[str, Raised, Lesson], str]] = {
    "NameError": _unknown_name,
    "AttributeError": _unknown_attribute,
    "IndexError": _outside,
    "ValueError": _no_number,
}
