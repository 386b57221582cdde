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
from collections.abc import Callable, Collection
from functools import cache

import numpy as np

from autograder import guide
from autograder.course import RECORDED, CourseError
from autograder.student.outcome import Raised

EXPLAINED = {
    "NameError": "Python knows no such name here: look for a typing error, or for something that is defined elsewhere. "
    "What a function needs, it gets through its arguments.",
    "UnboundLocalError": "The name gets its value only later in the function, or in a branch that was not taken.",
    "IndexError": "Compare the index with the array's shape, or with the length of the list.",
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
FUNCTION = r"'?\b(?:function|method|[\w.]*function_or_method|numpy\.ufunc|numpy\._ArrayFunctionDispatcher)\b'?"
NOT_CALLED = (
    "A function itself stands where its result is due: behind its name the round brackets, with what goes into it, are "
    "missing."
)
TUPLE = (
    "A tuple is several values together, as a function gives them that returns several, or as a shape is. Give each of "
    "them a name, or pick the one that is due."
)
# By the exception's name and what stands in its text; the first that fits counts.
BY_TEXT: tuple[tuple[str, str, str], ...] = (
    (
        "TypeError|AttributeError",
        rf"^(?:unsupported operand|bad operand|'[<>=]+' not supported).*{FUNCTION}"
        rf"|^{FUNCTION} object (?:has no attribute|cannot be interpreted|is not iterable)"
        rf"|^object of type {FUNCTION} has no len|^loop of ufunc .* of type {FUNCTION}",
        NOT_CALLED,
    ),
    (
        "TypeError",
        rf"^{FUNCTION} object is not subscriptable",
        "What stands before the square brackets is a function. It gives a result when it is called, with round "
        "brackets; square ones pick a part of that.",
    ),
    (
        "TypeError|AttributeError",
        "^(?:unsupported operand|bad operand|'[<>=]+' not supported).*'tuple'|^'tuple' object has no attribute"
        "|^tuple indices must be integers or slices, not tuple",
        TUPLE,
    ),
    (
        "TypeError",
        "^list indices must be integers or slices, not tuple",
        "A list takes one index. `[row, column]` works on arrays: np.array(…) makes one of a list.",
    ),
    (
        "TypeError",
        "^'tuple' object cannot be interpreted as an integer",
        "A tuple, which is several numbers in brackets, stands where one whole number is due. Either one of its "
        "numbers is meant, or this function wants them one by one, without brackets of their own.",
    ),
    (
        "TypeError",
        "^'float' object cannot be interpreted as an integer",
        "A whole number is due here. `/` gives a float even where nothing is left over; `//` divides whole numbers.",
    ),
    (
        "TypeError",
        "^only integer scalar arrays can be converted to a scalar index"
        "|^(?!'NoneType').* cannot be interpreted as an integer",
        "One whole number is due here, such as a size, a count, an index or an axis, and something else was given.",
    ),
    (
        "TypeError",
        r"^'(?:numpy\.)?(?:int|float)\d*' object is not iterable|^iteration over a 0-d array",
        "Several things are due here, one after the other, and one number was given. To count up to a number, there is "
        "`range(…)`.",
    ),
    (
        "TypeError",
        r"^object of type '(?:numpy\.)?(?:int|float)\d*' has no len|^len\(\) of unsized object",
        "`len` counts what is in a list or an array, and this is one number already.",
    ),
    (
        "TypeError",
        r"append\(\) takes exactly one argument",
        "`append` takes one thing. Where several belong together, they go in as one tuple, in round brackets of their "
        "own.",
    ),
    (
        "AttributeError",
        "^'NoneType' object has no attribute 'append'",
        "A value is None where a list should be. `append` changes its list and gives nothing back, so "
        "`name = name.append(…)` loses the list.",
    ),
    (
        "TypeError",
        "^type numpy.ndarray doesn't define __round__",
        "Python's own `round` takes one number; NumPy has one for arrays.",
    ),
    (
        "TypeError",
        r"^(?:int|float)\(\) argument must be .* not '(?:list|tuple|dict)'",
        "`int` and `float` make a number out of one text; of a list they can't. Take what is in it one by one.",
    ),
    (
        "TypeError",
        "Generator' object is not callable",
        "A generator such as `rng` is no function itself: its methods draw, such as `rng.random(…)` or "
        "`rng.permutation(…)`.",
    ),
    (
        "TypeError",
        "^'module' object is not callable",
        "A module is no function: it holds some. Write which one, with a dot between.",
    ),
    (
        "TypeError",
        "^'(?:list|tuple)' object is not callable",
        "Round brackets call a function, and what stands before them is a list or a tuple. To pick something out of "
        "it, write square ones; between two things in a row a comma is due.",
    ),
    (
        "IndexError",
        "^only integers, slices",
        "What stands in the square brackets is no index. An index is a whole number, a slice such as `2:5`, or an "
        "array of whole numbers; `/` gives a float, and a function without its round brackets gives nothing yet.",
    ),
    (
        "IndexError",
        "^arrays used as indices must be of integer",
        "The array in the square brackets holds something else than whole numbers, or True and False. Floats are no "
        "indices, even those with nothing behind the point.",
    ),
    (
        "IndexError",
        "^too many indices for array",
        "The square brackets hold more indices than the array has axes: there is one for each axis. A flat array, as "
        "labels are, has one axis.",
    ),
    (
        "IndexError",
        "^(?:list|tuple|string) index out of range",
        "The list, tuple or text is shorter than that. What is in it is numbered from 0, so the last number is one "
        "less than its length.",
    ),
    ("IndexError", "^pop from empty list", "The list is empty."),
    (
        "IndexError",
        "^invalid index to scalar",
        "This is one number already: nothing can be picked out of it with square brackets.",
    ),
    (
        "TypeError",
        "^slice indices must be integers",
        "Before and after the `:` whole numbers are due. `/` gives a float, and a function needs its round brackets.",
    ),
    (
        "AxisError",
        "^axis -?\\d+ is out of bounds",
        "The array has no axis of that number: they are numbered from 0, so a matrix has the axes 0 and 1.",
    ),
    (
        "ValueError",
        "^either both or neither of x and y",
        "`np.where` takes a condition and two values more: one for where it holds, one for where it does not.",
    ),
    (
        "ValueError",
        "inhomogeneous shape",
        "Things of different sizes can't be one array. Rows of unequal length do this, and so does a tuple or a list "
        "of arrays where one array is due.",
    ),
    (
        "ValueError",
        "does not have enough dimensions",
        "One side of a matrix product is no matrix: it is a single number, or a function that was not called.",
    ),
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
        "such as `shuffle`, `sort` or `append`.",
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


def advice(function: str, raised: Raised, reveal: bool) -> str:
    """A sentence on what to do about an exception; empty where there is nothing to say."""
    if reveal and raised.type_name in CLOSER and (close := CLOSER[raised.type_name](function, raised)):
        return close
    if raised.type_name == "TypeError" and raised.text.startswith(f"{function}()"):
        return ARGUMENTS
    for name, pattern, says in BY_TEXT:
        if re.fullmatch(name, raised.type_name) and re.search(pattern, raised.text):
            return says
    return EXPLAINED.get(raised.type_name, "")


@cache
def _lesson(function: str) -> dict[str, tuple[str, ...]]:
    """The functions of the lesson with this one, each with its arguments' names; nothing where no guide has it."""
    for path in RECORDED.glob("*.json"):
        try:
            tasks = guide.load(path.stem)
            if function in tasks:
                return {name: _arguments(task.stub) for name, task in tasks.items()}
        except (CourseError, SyntaxError):
            continue
    return {}


def _arguments(stub: str) -> tuple[str, ...]:
    definitions = [node for node in ast.walk(ast.parse(stub)) if isinstance(node, ast.FunctionDef)]
    return tuple(argument.arg for argument in definitions[0].args.args) if definitions else ()


def near(typed: str, known: Collection[str]) -> str:
    """The known name that somebody meant who typed another, where there is one that is like it; else nothing."""
    for name in known:
        if name.lower() == typed.lower() and name != typed:
            return name
    if len(typed) < SHORT:
        return ""
    found = difflib.get_close_matches(typed, [name for name in known if len(name) >= SHORT], n=1, cutoff=NEAR)
    return found[0] if found and found[0] != typed else ""


def _unknown_name(function: str, raised: Raised) -> str:
    """A name of a module, of NumPy without `np.`, or one that is nearly one of the lesson's or of Python's own."""
    found = re.match(r"name '(\w+)' is not defined", raised.text)
    if found is None:
        return ""
    name, lesson = found[1], _lesson(function)
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


def _unknown_attribute(function: str, raised: Raised) -> str:
    """A misspelt function of NumPy or method of an array, and what NumPy no longer has."""
    found = NO_ATTRIBUTE.match(raised.text)
    if found is None:
        return ""
    part, name = found["part"], found["name"]
    if part == "" and name in PYTHON_TYPES:
        return f"NumPy has no `np.{name}` any more: write `{name}`."
    if name in _lesson(function):
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


def _outside(_: str, raised: Raised) -> str:
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


def _no_number(_: str, raised: Raised) -> str:
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


CLOSER: dict[str, Callable[[str, Raised], str]] = {
    "NameError": _unknown_name,
    "AttributeError": _unknown_attribute,
    "IndexError": _outside,
    "ValueError": _no_number,
}
