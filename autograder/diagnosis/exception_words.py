"""What to say about an exception by its name and its text, in words for somebody who meets it for the first time."""

from __future__ import annotations

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
