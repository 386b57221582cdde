"""A diagnosis in words, for a beginner: what was done, why it is wrong, where to look.

With `reveal` off (a hidden seed) no number and no text of an exception leaves the judge: both could carry inputs out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.exceptions import Lesson, advice
from autograder.diagnosis.shapes import Finding
from autograder.diagnosis.syntax import explain_unread
from autograder.judge.checking import CheckFailed
from autograder.judge.compare import ARGUMENTS, WHOLE, Mismatch, as_array, is_close
from autograder.student.kernel import is_builtin_exception
from autograder.student.outcome import Crashed, Forbidden, Missing, Outcome, Raised, TimedOut
from autograder.student.wire import Foreign

MAX_ROWS = 4
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DECIMALS = re.compile(r"\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+|\d{4,}")
OF_ARGUMENTS = ("ValueError", "IndexError", "TypeError", "AttributeError")  # what a wrong argument can lead to
Table = tuple[tuple[str, ...], ...]


def explain(
    function: str, diagnosis: Diagnosis, names: tuple[str, ...], reveal: bool, lesson: Lesson, claim: str = ""
) -> tuple[str, Table]:
    """The message for a failed exercise, and the table of expected and got where values differ.

    `names` are those of its outputs. `claim` is what the first check that fails claims, for where there is nothing
    better to say.
    """
    mismatch = diagnosis.mismatch
    table = _table(mismatch) if reveal and mismatch is not None else ()
    if diagnosis.explanation is not None:
        seen = f" (Seen: {diagnosis.seen}.)" if diagnosis.seen and reveal else ""
        text = f"{diagnosis.explanation.did} {diagnosis.explanation.why}{seen}"
        if diagnosis.part and diagnosis.finding is None:
            text = f"In {diagnosis.part} only: {text}"
        if diagnosis.alternative is not None:
            text = f"One of two mistakes. Either: {diagnosis.explanation.did} Or: {diagnosis.alternative.did}"
        if diagnosis.finding is not None:
            subject = diagnosis.part or "the result"
            text += f" Besides, {subject} {_says(diagnosis.finding, reveal)}"
        if diagnosis.besides is not None:
            text += f" And in {_listed(diagnosis.also)}: {diagnosis.besides.did}"
        elif diagnosis.also:
            text += f" {_too(diagnosis.also)}"
        return text, table
    if diagnosis.finding is not None:
        text = f"{_subject(function, diagnosis.part)} {_says(diagnosis.finding, reveal)}"
        if diagnosis.alike:
            text += f" The same goes for {_listed(diagnosis.alike)}."
        if diagnosis.seen and reveal:
            text += f" (Seen: {diagnosis.seen}.)"
        if diagnosis.also:
            text += f" {_too(diagnosis.also)}"
        return f"{text} {diagnosis.where}".strip(), table
    if diagnosis.seen and reveal:
        return f"{_capital(diagnosis.seen)}. {diagnosis.where}".strip(), table
    if mismatch is None or mismatch.kind == "property":
        return f"{function} does not do what is asked{': ' * bool(claim)}{claim}. {diagnosis.where}".strip(), ()
    text = _difference(function, mismatch, names, reveal, lesson)
    if diagnosis.right and mismatch.kind in ("value", "shape", "not-finite"):
        text += f" {_listed(diagnosis.right)} {'is' if len(diagnosis.right) == 1 else 'are'} right."
    return f"{text} {diagnosis.where}".strip(), table


def _says(finding: Finding, reveal: bool) -> str:
    """A finding's words; of a hidden run without its decimals, which a student's answers could carry inputs out in."""
    return finding.says if reveal else DECIMALS.sub("some number", finding.says)


def explain_outcome(function: str, outcome: Outcome, reveal: bool, lesson: Lesson) -> str:
    """The message for a call that gave no value."""
    match outcome:
        case Missing(unread) if unread is not None:
            return explain_unread(unread)
        case Missing():
            return f"{function} is still to be written."
        case Forbidden(module):
            return f"{module} is not allowed: it would do the learning for you. NumPy is all that is needed."
        case TimedOut(seconds, helper) if helper:
            return f"{function} was not tried, because it calls {helper}, which does not end."
        case TimedOut(seconds, too_late=True):
            return (
                f"{function} was not tried, because what was tried before it used up all of the {seconds:g} seconds "
                "that a submission has. Mend first what is slow or does not end."
            )
        case TimedOut(seconds):
            return (
                f"{function} did not end within {seconds:g} seconds. Look for a loop whose condition never becomes "
                "false, or for loops over single numbers where one array operation would do."
            )
        case Crashed(reason, helper) if helper:
            return f"{function} was not tried, because it calls {helper}, which brings its Python process to an end."
        case Crashed(reason):
            advice = "Look for recursion without an end, an array far larger than it should be, or `exit`."
            return f"{function} brought its Python process to an end ({reason}). {advice}"
        case Raised():
            return _raised(function, outcome, reveal, lesson)
    return f"{function} gave no answer."


def _raised(function: str, raised: Raised, reveal: bool, lesson: Lesson) -> str:
    name = raised.type_name if reveal or is_builtin_exception(raised.type_name) else "an exception of its own"
    if raised.type_name == "NotImplementedError":
        other = reveal and raised.within and raised.within != function
        return (
            f"{function} calls {raised.within}, which is still to be written."
            if other
            else f"{function} is still to be written."
        )
    says = raised.text.strip().partition("\n")[0].rstrip(". ") if reveal else ""
    text = f": {says}" if says else ""
    where = ""
    if raised.line is not None and reveal:
        inside = f" of {raised.within}" if raised.within and raised.within != function else ""
        where = f", in line {raised.line}{inside}" + (f": `{raised.code}`" if raised.code else "")
    message = f"{function} stopped with {name}{text}{where}."
    called = ""
    if reveal and raised.within and raised.within != function and raised.type_name in OF_ARGUMENTS:
        called = f" Compare what {function} gives to {raised.within}, argument by argument, with what it should get."
    return f"{message} {advice(function, raised, reveal, lesson)}".strip() + called


def _difference(function: str, mismatch: Mismatch, names: tuple[str, ...], reveal: bool, lesson: Lesson) -> str:
    """The most telling difference, in the order type, shape, value."""
    subject = _subject(function, mismatch.part)
    actual, expected = mismatch.actual, mismatch.expected
    match mismatch.kind:
        case "outcome":
            return explain_outcome(function, actual, reveal, lesson)
        case "nothing":
            return f"{subject} is None: nothing comes back. Is there a `return` at the end of {function}?"
        case "type":
            kind = _kind(actual) if reveal or not isinstance(actual, Foreign) else "something else"
            return f"{subject} is {kind}; it should be {_due(expected)}."
        case "count":
            number, listed = _spelled(len(expected)), _listed(_grouped(expected, names))
            if mismatch.part:
                return f"Where {function} should return {mismatch.part} together, there is {_count(actual)}."
            if not reveal:
                return f"{function} returns something else than the {number} values {listed}."
            return f"{function} returns {_count(actual)}; it should return {number} values: {listed}."
        case "shape":
            shape = as_array(actual)
            got = shape.shape if shape is not None else "?"
            due = np.asarray(expected).shape
            if not reveal:
                return f"{subject} has another shape than it should have."
            if got == ():
                return f"{subject} is a single number; it should be an array of the shape {due}."
            advice = " Rows and columns seem to be the wrong way round (transposed)." if got == due[::-1] else ""
            return f"{subject} has the shape {got}; it should be {due}.{advice}"
        case "not-finite":
            return f"{subject} holds NaN or infinity. Look for a division by 0, the log of 0, or exp of a large number."
        case "modified":
            advice = "Work on a new array; who called the function still needs the old one."
            return f"{function} changes its argument {mismatch.part}. {advice}"
    return f"{subject} has the right shape, but its values differ."


def _too(parts: tuple[str, ...]) -> str:
    return f"{_listed(parts)} {'is' if len(parts) == 1 else 'are'} wrong too, perhaps only in consequence."


def _subject(function: str, part: str) -> str:
    if part == ARGUMENTS:
        return f"An argument of {function}"
    return f"What {function} returns" if part == WHOLE else part


def _kind(value: Any) -> str:
    if isinstance(value, Foreign):
        if re.fullmatch(r"array of (str|bytes)\d*", value.type_name):
            return "an array of text"
        article = "an" if value.type_name[:1] in "aeiou" else "a"
        return f"{article} {value.type_name}"
    if isinstance(value, str):
        return "text"
    if not isinstance(value, list | tuple):
        return f"a {type(value).__name__}"
    if value and all(isinstance(item, str) for item in _items(value)):
        return f"a {type(value).__name__} of text"
    if any(isinstance(item, np.ndarray) and item.ndim for item in value):
        return f"a {type(value).__name__} of {_spelled(len(value))} things, of which at least one is an array"
    numbers = all(as_array(item) is not None for item in value)
    return f"a {type(value).__name__} of {'unequal parts' if numbers else 'things that are no numbers'}"


def _items(value: Any) -> Iterator[Any]:
    """What stands in a list, the lists within it opened."""
    for item in value:
        if isinstance(item, list | tuple):
            yield from _items(item)
        else:
            yield item


def _due(expected: Any) -> str:
    return "a number" if np.ndim(expected) == 0 else f"an array of the shape {np.shape(expected)}"


def _spelled(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _grouped(expected: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """The outputs' names, those in brackets that belong together in a tuple of their own."""
    left = iter(names)
    groups = [[next(left, "") for _ in item] if isinstance(item, tuple) else next(left, "") for item in expected]
    return tuple(f"({', '.join(group)})" if isinstance(group, list) else group for group in groups)


def _count(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, tuple | list):
        return f"{len(value)} value{'s' if len(value) != 1 else ''}"
    return "a single array" if isinstance(value, np.ndarray) else _kind(value)


def _table(mismatch: Mismatch) -> Table:
    """Expected and got, for the first entries that differ."""
    if mismatch.kind not in ("value", "not-finite") or mismatch.expected is None:
        return ()
    actual, expected = as_array(mismatch.actual), np.asarray(mismatch.expected)
    if actual is None or actual.shape != expected.shape:
        return ()
    if expected.ndim == 0:
        return (("", "expected", "got"), ("value", _number(expected), _number(actual)))
    wrong = np.argwhere(~is_close(actual, expected))
    places = [tuple(int(n) for n in place) for place in wrong[:MAX_ROWS]]
    heading = mismatch.part or "result"
    rows = [(f"{heading}[{', '.join(map(str, at))}]", _number(expected[at]), _number(actual[at])) for at in places]
    return (("", "expected", "got"), *rows)


def _number(value: Any) -> str:
    return f"{float(value):.5g}"


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else "several"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lost_outcome(failure: CheckFailed | None) -> Outcome | None:
    """What became of the call that failed a check, where it gave no value."""
    if failure is None or failure.mismatch is None or failure.mismatch.kind != "outcome":
        return None
    outcome: Outcome = failure.mismatch.actual
    return outcome


def check_message(function: str, failure: CheckFailed | None, reveal: bool) -> str:
    """A check's own few words; the exercise's message says more."""
    if failure is None:
        return ""
    outcome = lost_outcome(failure)
    if isinstance(outcome, Raised) and outcome.type_name != "NotImplementedError":
        name = outcome.type_name if reveal or is_builtin_exception(outcome.type_name) else "an exception of its own"
        return f"{function} stopped with {name}"
    if isinstance(outcome, Missing) and outcome.unread is not None:
        return f"{outcome.unread.function} can't be read"
    if outcome is not None:
        return explain_outcome(function, outcome, reveal, {})
    if failure.seen:
        return failure.seen if reveal else WORDS["property"]
    return f"{failure.mismatch.part or function}: {WORDS[failure.mismatch.kind]}" if failure.mismatch else ""


WORDS = {
    "outcome": "no answer",
    "nothing": "nothing is returned",
    "type": "another type",
    "count": "another number of outputs",
    "shape": "another shape",
    "not-finite": "NaN or infinity",
    "value": "other values",
    "modified": "the argument is changed",
    "property": "a property does not hold",
}
