"""What is said about an exception, and about code that Python can't read: true for what happened, and plain."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import course
from autograder.diagnosis.exception_words import EXPLAINED
from autograder.diagnosis.exceptions import Lesson, advice
from autograder.diagnosis.messages import explain_outcome
from autograder.diagnosis.syntax import explain_unread
from autograder.judge.recording import RecordedAnswers
from autograder.student import worker
from autograder.student.outcome import Raised, Unread

A = np.ones((2, 3))
Y = np.array([1, 2, 0])


@cache
def lesson(function: str) -> Lesson:
    """The assignment with that function: its functions and their arguments."""
    assignment = next(each for each in course.load().assignments if function in each.names)
    recorded = RecordedAnswers(assignment.name)
    return {exercise.name: tuple(recorded.parameters(exercise.name)) for exercise in assignment.exercises}


def said(function: str, code: str, reveal: bool = True, **names: Any) -> str:
    """The advice on what a line raises within a function of the lesson."""
    try:
        exec(code, {"np": np, "X": A, "Y": Y, "rng": np.random.default_rng(0), **names})
    except Exception as error:
        raised = Raised(type(error).__name__, str(error), 1, code, function)
        return advice(function, raised, reveal, lesson(function))
    raise AssertionError(f"{code} raises nothing")


def called(Z: Any) -> Any:
    return Z


FOUR = (A, A, A, A)


@pytest.mark.parametrize(
    ("function", "code", "says"),
    [
        ("gradient_descent", "foward_prop(X)", "Did you mean `forward_prop`?"),
        ("make_predictions", "get_prediction(X)", "Did you mean `get_predictions`?"),
        ("forward_prop", "ReLU(X)", "Did you mean `relu`?"),
        ("start_params", "he_weight(3)", "Did you mean `he_weights`?"),
        ("forward_prop", "Z1 + 1", "Capitals count: `z1` is another name"),
        ("update_params", "dW1 + 1", "The task calls an argument `dW1`"),
        ("forward_prop", "dW1 + 1", "Capitals count: `dw1` is another name"),
        ("forward_prop", "z1 + 1", "Did you mean `Z1`?"),
        ("init_params", "n_hiden + 1", "Did you mean `n_hidden`?"),
        ("relu", "retrun(X)", "Did you mean `return`?"),
        ("relu", "maximun(0, X)", "Did you mean `np.maximum`?"),
        ("relu", "numpy.maximum(0, X)", "write `np` here"),
        ("softmax", "math.exp(X)", "write `np.exp`"),
        ("load_csv", "csv.reader(X)", "`import csv` has to stand"),
        ("init_params", "random.random((2, 3))", "write `rng.random`"),
        ("init_params", "random.randn(2, 3)", "write `rng.standard_normal`"),
        ("relu", "Z + 1", "The task calls an argument `Z`"),
        ("forward_prop", "softmax(X)", "does its `def softmax` still stand"),
        ("cross_entropy", "one-hot(Y, 3)", "the name is `one_hot`"),
        ("activate", "'relu' == relu", "quotation marks"),
        ("relu", "X.relu()", "is the function that is to be written here"),
        ("forward_prop", "X.relu()", "a function of this lesson, and called as `relu(…)`"),
        ("forward_prop", "np.softmax(X)", "NumPy has no `softmax`"),
        ("cross_entropy", "np.ln(X)", "`np.log`"),
        ("relu", "np.maximun(0, X)", "Did you mean `maximum`?"),
    ],
)
def test_names_that_are_nearly_known_are_told(function: str, code: str, says: str) -> None:
    """A name of the lesson, an argument, a module or NumPy's own, where what was typed is like it."""
    assert says in said(function, code)


@pytest.mark.parametrize("code", ["total + 1", "q + 1", "dw + 1", "helper(X)"])
def test_names_that_are_like_none_get_no_suggestion(code: str) -> None:
    assert said("relu", code) == EXPLAINED["NameError"]


def test_attributes_that_are_like_none_get_no_suggestion() -> None:
    assert "Did you mean" not in said("softmax", "X.rel()")


@pytest.mark.parametrize(
    "code", ["foward_prop(X)", "random.random(3)", "X.relu()", "np.ln(X)", "int('label')", "X[[5]]", "Y.shape[1]"]
)
def test_nothing_of_an_exceptions_text_is_told_of_a_hidden_run(code: str) -> None:
    """Advice there is one of the sentences that are written down, whatever the exception says."""
    assert "`rng" not in (says := said("init_params", code, reveal=False))
    assert says == said("init_params", code.replace("foward", "backwad").replace("5", "7"), reveal=False)
    assert not any(word in says for word in ("forward_prop", "np.log", "label"))


@pytest.mark.parametrize(
    ("code", "says", "never"),
    [
        ("Y[rng.permutation]", "no index", "outside"),
        ("X[X]", "Floats are no indices", "outside"),
        ("Y[:, Y]", "more indices than the array has axes", "outside"),
        ("Y.shape[1]", "a flat array, as labels are, has `shape[0]` alone", "outside"),
        ("[][0]", "numbered from 0", "array's shape"),
        ("X[Y]", "Are columns meant?", "written out"),
        ("np.zeros((2, 3))[Y, Y]", "numbered from 0", "Are columns meant?"),
        ("X[Y[0] + Y[1], 0]", "where the array gets its size", "Are columns meant?"),
        ("np.zeros((10, 3))[Y + 10, 0]", "is a number written out", "Are columns meant?"),
    ],
)
def test_words_about_an_index_are_true_for_what_happened(code: str, says: str, never: str) -> None:
    with np.errstate(all="ignore"):
        found = said("train_dev_split", code)
    assert says in found
    assert never not in found


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("X * called", "A function itself stands"),
        ("X - called", "A function itself stands"),
        ("called.shape", "A function itself stands"),
        ("np.log(called)", "A function itself stands"),
        ("rng.permutation[0]", "What stands before the square brackets is a function"),
        ("X @ called", "no matrix"),
        ("four.argmax()", "A tuple is several values"),
        ("four[Y, Y]", "A tuple is several values"),
        ("[1, 2][Y[0], Y[1]]", "A list takes one index"),
        ("rng((2, 3))", "its methods draw"),
        ("rng()", "its methods draw"),
        ("np.random.rand((2, 3))", "one by one, without brackets of their own"),
        ("np.random((2, 3))", "A module is no function"),
        ("for i in len(Y): pass", "`range(…)`"),
        ("len(3)", "this is one number already"),
        ("[].append(1, 2)", "`append` takes one thing"),
        ("None.append(1)", "gives nothing back"),
        ("int('label')", "the file's first line"),
        ("float('pixel0')", "the file's first line"),
        ("int('5,0,0')", "split it at the commas"),
        ("int('')", "The text is empty"),
        ("int(['5', '0'])", "one by one"),
        ("range(2.5)", "A whole number is due"),
        ("range(None)", "A value is None"),
        ("range(Y)", "One whole number is due"),
        ("round(X)", "Python's own `round`"),
        ("np.where(X > 0, 1)", "two values more"),
        ("X.max(axis=2)", "the axes 0 and 1"),
        ("Y.shape(0)", "square ones"),
        ("np.array([X, Y])", "Things of different sizes"),
    ],
)
def test_what_happened_is_said(code: str, says: str) -> None:
    """Each kind of exception that a beginner meets has words of its own, in hidden runs too where nothing is quoted."""
    assert says in said("forward_prop", code, called=called, four=FOUR)


@pytest.mark.parametrize("code", ["(" * 600, "-" * 600 + "1", "X[", "", "'\\d'", "\0"])
def test_a_line_that_is_none_costs_no_words(code: str, recwarn: pytest.WarningsRecorder) -> None:
    """What a worker gives as the line need not be Python."""
    raised = Raised("IndexError", "index 5 is out of bounds for axis 0 with size 2", 1, code, "relu")
    assert "where the array gets its size" in advice("relu", raised, True, {})
    assert not recwarn.list


def test_a_wrong_argument_is_looked_for_where_it_comes_from() -> None:
    """A tuple handed to a function that is right makes that one stop."""
    raised = Raised("AttributeError", "'tuple' object has no attribute 'argmax'", 3, "A2.argmax()", "get_predictions")
    message = explain_outcome("make_predictions", raised, True, {})
    assert "Compare what make_predictions gives to get_predictions" in message
    assert "Compare" not in explain_outcome("make_predictions", raised, False, {})


def unread(source: str) -> str:
    """What is said about the first piece of a source that can't be read."""
    entry = worker.parse([source], ["a.py"])[1][0]
    where = Unread(entry["function"] or "f", entry["text"], entry["line"], entry["column"], entry["code"])
    return explain_unread(where).partition(f"`{entry['code']}`. ")[2]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("returm np.maximum(0, Z)", "`returm`: did you mean `return`?"),
        ("retrun np.maximum(0, Z)", "`retrun`: did you mean `return`?"),
        ("Return np.maximum(0, Z)", "`Return`: did you mean `return`?"),
        ("fro i in Z:\n        pass", "`fro`: did you mean `for`?"),
        ("wihle Z:\n        pass", "`wihle`: did you mean `while`?"),
        (">>> return Z", "The `>>>`"),
        ("```python\n    return Z", "backticks"),
        ("if Z:\n        pass\n    else if Y:\n        pass", "Python writes `elif`"),
        ("H(Y[i], i) = 1", "square brackets"),
        ("if H(Y) = 1:\n        pass", "to compare, write `==`"),
        ("one-hot = 1", "underscores"),
        ("return Z && Y", "Python writes `and`"),
        ("return Z Z", "a bracket, a colon, a comma or a sign may be missing"),
        ("total Z", "a bracket, a colon, a comma or a sign may be missing"),
    ],
)
def test_what_stands_in_the_line_is_looked_at(line: str, says: str) -> None:
    """A word misspelt and a sign that was pasted along are named; where nothing is known, the general words stay."""
    found = unread(f"def f(Z):\n    {line}\n")
    assert says in found
    assert ("may be missing" in found) == ("may be missing" in says)


def test_pythons_own_warnings_do_not_stand_above_the_report(tmp_path: Path) -> None:
    """A comparison by `is` makes Python warn while it reads; what reads here keeps that off the screen."""
    path = tmp_path / "relu.py"
    path.write_text('def relu(Z):\n    return Z * (Z is "relu")\n', encoding="utf-8")
    command = [sys.executable, "-m", "autograder", "check", "relu", "--submission", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert done.returncode == 1
    assert done.stderr == ""
    assert "SyntaxWarning" not in done.stdout
