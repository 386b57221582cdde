"""What to do about an exception, for somebody who meets it for the first time.

Advice that quotes from an exception's text is for the public seed only: on a hidden one the text may carry inputs.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

import numpy as np

from autograder.student.outcome import Raised

EXPLAINED = {
    "NameError": "Python knows no such name here: look for a typing error, or for something that is defined elsewhere.",
    "UnboundLocalError": "The name gets its value only later in the function, or in a branch that was not taken.",
    "IndexError": "An index lies outside of the array: compare it with the array's shape.",
    "AttributeError": "The value has no such attribute: look at what it is, with print(type(…)).",
    "ZeroDivisionError": "Something is divided by 0.",
    "RecursionError": "The function calls itself without end.",
    "FileNotFoundError": "No file has that name: use the path that the function is given.",
    "ModuleNotFoundError": "That module is not installed here; NumPy and Python's own are enough.",
    "EOFError": "The function waits for input from the keyboard; it gets everything through its arguments.",
    "KeyboardInterrupt": "The function raises it by itself.",
    "SystemExit": "The function ends the program; end it with `return` instead.",
}
ARGUMENTS = "Compare the arguments in the function's first line with those in the task."
# By the exception's name and what stands in its text.
BY_TEXT: tuple[tuple[str, str, str], ...] = (
    (
        "ValueError",
        "matmul|not aligned",
        "Two matrices do not fit: the columns of the left one must be as many as the rows of the right one.",
    ),
    (
        "ValueError",
        "broadcast",
        "Two arrays of different shapes can't be combined number by number: print their shapes just before.",
    ),
    (
        "ValueError",
        "truth value",
        "`if`, `and`, `or`, Python's own `max` and `min` need one yes or no, and an array has many. NumPy has "
        "functions that treat all its numbers at once.",
    ),
    (
        "TypeError",
        r"^unsupported operand type\(s\) for \^",
        "A power is written `**` in Python; `^` is something else.",
    ),
    (
        "TypeError",
        "^ufunc 'bitwise_xor' not supported",
        "A power is written `**` in Python; `^` is something else.",
    ),
    (
        "TypeError",
        "^Cannot interpret '.*' as a data type",
        "A shape is one argument, in brackets of its own: `np.zeros((rows, columns))`.",
    ),
    (
        "TypeError",
        "^only .* arrays can be converted to Python scalars",
        "A function of Python's own, such as `math.exp` or `float`, takes one number. NumPy's, such as `np.exp`, take "
        "a whole array.",
    ),
)
PYTHON_TYPES = ("bool", "float", "int", "object", "str", "complex")  # which NumPy once had under its own name, too


def advice(function: str, raised: Raised, reveal: bool) -> str:
    """A sentence on what to do about an exception; empty where there is nothing to say."""
    if reveal and raised.type_name in CLOSER and (close := CLOSER[raised.type_name](raised.text)):
        return close
    if raised.type_name == "TypeError" and raised.text.startswith(f"{function}()"):
        return ARGUMENTS
    for name, pattern, says in BY_TEXT:
        if raised.type_name == name and re.search(pattern, raised.text):
            return says
    return EXPLAINED.get(raised.type_name, "")


def _unknown_name(text: str) -> str:
    """A name that NumPy has, used without `np.`, and the missing import of NumPy itself."""
    found = re.match(r"name '(\w+)' is not defined", text)
    if found is None:
        return ""
    if found[1] == "np":
        return "`import numpy as np` has to stand at the top of the file, and to be run."
    return f"NumPy's functions begin with `np.`: write `np.{found[1]}`." if hasattr(np, found[1]) else ""


NO_ATTRIBUTE = re.compile(
    r"(?:module 'numpy(?P<part>[\w.]*)'|'numpy\.ndarray' object) has no attribute '(?P<name>\w+)'"
)


def _unknown_attribute(text: str) -> str:
    """A misspelt function of NumPy or method of an array, and what NumPy no longer has."""
    found = NO_ATTRIBUTE.match(text)
    if found is None:
        return ""
    part, name = found["part"], found["name"]
    if part == "" and name in PYTHON_TYPES:
        return f"NumPy has no `np.{name}` any more: write `{name}`."
    if part is None and hasattr(np, name):
        return f"Arrays have no `.{name}`: write `np.{name}(…)`."
    home: object = np.ndarray
    if part is not None:
        home = np
        for step in part.split(".")[1:]:
            home = getattr(home, step, home)
    near = difflib.get_close_matches(name, [known for known in dir(home) if not known.startswith("_")], n=1)
    return f"Did you mean `{near[0]}`?" if near else ""


CLOSER: dict[str, Callable[[str], str]] = {"NameError": _unknown_name, "AttributeError": _unknown_attribute}
