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
    "NameError": "Python knows no such name here: look for a typing error, or for something that is defined elsewhere. "
    "What a function needs, it gets through its arguments.",
    "UnboundLocalError": "The name gets its value only later in the function, or in a branch that was not taken.",
    "IndexError": "An index lies outside: compare it with the array's shape, or with the length of the list.",
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
        "IndexError",
        "^shape mismatch: indexing arrays",
        "Two lists of indices go in pairs, so both must have the same length: one index for each digit.",
    ),
    (
        "ValueError",
        "^math domain error|^expected a positive input",
        "The log of 0 or of a negative number does not exist. Keep the number a tiny step above 0.",
    ),
    (
        "TypeError|AttributeError",
        "NoneType",
        "A value is None. A function without `return` gives None, and so does one that changes its argument in place, "
        "such as `shuffle` or `sort`.",
    ),
    (
        "TypeError",
        r"\(\) (got an unexpected keyword|got multiple values|takes \d+ positional|takes from|missing \d+ required)",
        "Compare the call with the first line of the function that is called: which arguments does it take, in which "
        "order?",
    ),
    (
        "ValueError",
        r"broadcast together with shapes \((\d+),\d+\) \(\1,\)|broadcast together with shapes \((\d+),\) \(\2,\d+\)",
        "One of the two has lost an axis: it is flat where a column is due. A sum, mean or maximum along axis 1 stays "
        "a column with `keepdims=True`.",
    ),
    (
        "ValueError",
        "broadcast",
        "Two arrays of different shapes can't be combined number by number: print their shapes just before.",
    ),
    (
        "ValueError",
        "values to unpack",
        "A list is taken apart into a fixed number of names, and holds another number of things. Where their number "
        "can be any, such as with the layers of a network, go through them in a loop.",
    ),
    (
        "ValueError",
        "zero-size|array of size 0|attempt to get arg(max|min) of an empty|need at least one array",
        "There is nothing in an array or a list: the slice that it comes from is empty, as a batch beyond the last one "
        "is. Look at where loops and slices begin and end, above all when numbers come out even.",
    ),
    (
        "ValueError",
        "truth value",
        "`if`, `and`, `or`, Python's own `max` and `min` need one yes or no, and an array has many. NumPy has "
        "functions that treat all its numbers at once.",
    ),
    (
        "TypeError|Error",
        "^a bytes-like object is required, not 'str'|^iterator should return strings, not bytes",
        'What is read is bytes, and no text: the mode "rt" of `open` and `gzip.open` gives text.',
    ),
    (
        "TypeError",
        "object is not callable",
        "Round brackets call a function, and what stands before them is none. A sign such as `*` may be missing, or a "
        "name such as `sum` or `max` has been given to a value of your own.",
    ),
    (
        "TypeError",
        r"^unsupported operand type\(s\) for \^|^ufunc 'bitwise_xor'",
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
        if re.fullmatch(name, raised.type_name) and re.search(pattern, raised.text):
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


def _outside(text: str) -> str:
    """An index beyond the end of an axis."""
    found = re.match(r"index -?\d+ is out of bounds for axis (\d) with size (\d+)", text)
    if found is None:
        return ""
    what = {"0": "rows or entries", "1": "columns"}.get(found[1], "entries")
    return (
        f"Along its axis {found[1]} the array has {found[2]} {what}, numbered from 0. How many should there be, and is "
        "a number written out that should come from an argument's shape?"
    )


CLOSER: dict[str, Callable[[str], str]] = {
    "NameError": _unknown_name,
    "AttributeError": _unknown_attribute,
    "IndexError": _outside,
}
