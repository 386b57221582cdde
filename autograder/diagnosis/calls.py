"""What a function asks of others, held against what the right one asks of them on the same input.

A function that calls helpers can go wrong in ways that no catalogue foresees: with a wrong argument, a result that is
thrown away, a call too few. The first call that differs from the right function's says what and where. It is asked for
only where the catalogue and the general shapes of error are silent, because a right function may do without a helper.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from types import CodeType, FunctionType, ModuleType
from typing import Any

import numpy as np

from autograder.diagnosis.alterations import ARRAYS
from autograder.diagnosis.shapes import ON_TOP, Case, Finding, find
from autograder.judge.compare import Array, as_array, same_part
from autograder.student import wire, worker
from autograder.student.outcome import Oracle, Outcome, Raised, Returned

MAX_CALLS = 40
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True)
class Call:
    """One call of a helper: what it was given, by the parameters' names, and what it returned."""

    helper: str
    given: Mapping[str, Any]
    value: Any = None


@dataclass(frozen=True)
class Trace:
    """The names of a function's own arguments, and the calls that the right one makes."""

    arguments: tuple[str, ...]
    calls: tuple[Call, ...]


# -- listening


def functions_called(module: ModuleType, function: str) -> list[str]:
    """The module's other functions that a function's code names."""
    found, todo = [], [getattr(module, function).__code__]
    while todo:
        code = todo.pop()
        found += [name for name in code.co_names if isinstance(getattr(module, name, None), FunctionType)]
        todo += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return sorted(set(found) - {function})


def parameters_of(function: Callable[..., Any]) -> dict[str, Any]:
    """The names of a function's arguments, with their defaults; None for one that has none."""
    found = inspect.signature(function).parameters
    return {name: None if one.default is one.empty else one.default for name, one in found.items()}


@contextmanager
def replaced(module: ModuleType, functions: Mapping[str, Callable[..., Any]]) -> Iterator[None]:
    """While open, these functions stand in the module in the place of its own."""
    saved = {name: getattr(module, name) for name in functions}
    vars(module).update(functions)
    try:
        yield
    finally:
        vars(module).update(saved)


@contextmanager
def overheard(module: ModuleType, function: str, calls: list[Call]) -> Iterator[None]:
    """While open, the functions that `function` calls note their calls, but for those that they make themselves."""
    depth = [0]
    names = functions_called(module, function)
    with replaced(module, {name: _noting(name, getattr(module, name), calls, depth) for name in names}):
        yield


def _noting(name: str, function: Callable[..., Any], calls: list[Call], depth: list[int]) -> Callable[..., Any]:
    signature = inspect.signature(function)

    @wraps(function)
    def noting(*args: Any, **kwargs: Any) -> Any:
        outermost = not depth[0]
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given = {key: worker.copy_of(worker.as_told(value, wire)) for key, value in bound.arguments.items()}
        depth[0] += 1
        try:  # with the luck that it would have if the judge were asked
            value = function(**{key: worker.materialise(value, "", wire) for key, value in given.items()})
        finally:
            depth[0] -= 1
        if outermost and len(calls) < MAX_CALLS:
            calls.append(Call(name, given, worker.copy_of(value)))
        return value

    return noting


def listener(answer: Oracle, trace: Trace, heard: list[Call]) -> Oracle:
    """An oracle that notes what it is asked, by the names that the right function's calls give to the arguments."""
    names = {call.helper: tuple(call.given) for call in trace.calls}

    def oracle(name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        if len(heard) > 2 * MAX_CALLS:
            return Raised("ValueError", "that is enough")
        named = {**dict(zip(names.get(name, ()), args, strict=False)), **kwargs}
        given = {key: worker.copy_of(value) for key, value in named.items()}
        outcome = answer(name, args, kwargs)
        heard.append(Call(name, given, worker.copy_of(outcome.value) if isinstance(outcome, Returned) else None))
        return outcome

    return oracle


# -- bounds

TIMES_AS_MUCH = 4  # as the right function asks of a helper
LEAST_NUMBERS = 1000  # or four times this, where the right one asks for next to nothing
LEAST_SIDE = 2000  # so that a product of any two is no trouble, whatever the right function asks
UNASKED = 25  # the whole number for a helper that the right function does without


@dataclass(frozen=True)
class Extent:
    """How large some arguments are.

    numbers   how many numbers they hold
    whole     the greatest whole number that stands by itself among them
    sides     the two longest axes of their arrays and lists: a product of matrices may be as large as theirs
    """

    numbers: int = 0
    whole: int = 0
    sides: tuple[int, int] = (1, 1)

    @property
    def square(self) -> int:
        return self.sides[0] * self.sides[1]

    def __or__(self, other: Extent) -> Extent:
        sides = max(self.sides[0], other.sides[0]), max(self.sides[1], other.sides[1])
        return Extent(max(self.numbers, other.numbers), max(self.whole, other.whole), sides)


def extent(arguments: Iterable[Any]) -> Extent:
    """The extent of arguments, and of what stands in lists and dicts among them; a letter counts as a number."""
    numbers = whole = 0
    sides = [1, 1]
    for argument in arguments:
        inner = Extent(1)
        if isinstance(argument, np.ndarray) and argument.ndim:
            inner = Extent(math.prod(length or 1 for length in argument.shape))  # an empty array can be made large
            sides += argument.shape
        elif isinstance(argument, list | tuple) and set(map(type, argument)) <= {int, float}:
            whole_numbers = (abs(item) for item in argument if type(item) is int)
            inner = Extent(len(argument), max(whole_numbers, default=0))
            sides.append(len(argument))
        elif isinstance(argument, list | tuple | dict):
            inner = extent(argument.values() if isinstance(argument, dict) else argument)
            sides.append(len(argument))
        elif isinstance(argument, str):
            inner = Extent(len(argument))
        elif isinstance(argument, int) or (isinstance(argument, np.ndarray) and argument.dtype.kind in "biu"):
            inner = Extent(1, abs(int(argument)))  # NumPy takes an array of one whole number as that number
        numbers, whole = numbers + inner.numbers, max(whole, inner.whole)
        sides = sorted([*sides, *inner.sides], reverse=True)[:2]
    return Extent(numbers, whole, (sides[0], sides[1]))


@contextmanager
def metered(module: ModuleType) -> Iterator[dict[str, Extent]]:
    """While open, the greatest extent of what each of the module's functions is asked, by whomever."""
    most: dict[str, Extent] = {}
    functions = {name: value for name, value in vars(module).items() if isinstance(value, FunctionType)}
    with replaced(module, {name: _metering(name, function, most) for name, function in functions.items()}):
        yield most


def _metering(name: str, function: Callable[..., Any], most: dict[str, Extent]) -> Callable[..., Any]:
    signature = inspect.signature(function)

    @wraps(function)
    def metering(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        most[name] = most.get(name, Extent()) | extent(bound.arguments.values())
        return function(*args, **kwargs)

    return metering


def modest(answer: Oracle, most: Mapping[str, Extent]) -> Oracle:
    """An oracle that refuses what is much more than the right function asks: no limit stops it while it computes."""

    def oracle(name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        asked = extent([*args, *kwargs.values()])
        due = most.get(name, Extent(0, UNASKED)) | Extent(LEAST_NUMBERS, sides=(LEAST_SIDE, LEAST_SIDE))
        compared = ((asked.numbers, due.numbers), (asked.whole, due.whole), (asked.square, due.square))
        if any(size > TIMES_AS_MUCH * right for size, right in compared):
            return Raised("ValueError", f"{name} is not asked for as much as this")
        return answer(name, args, kwargs)

    return oracle


# -- comparing


def first_difference(heard: Sequence[Call], trace: Trace, args: Sequence[Any], reveal: bool) -> Finding | None:
    """The first call that is another than any that is due, or that is missing, in words that go on from the function.

    Only single numbers are looked at where the function has not left all drawing to its helpers: arrays may then
    differ by luck.
    """
    lucky = {call.helper for call in trace.calls if any(isinstance(v, wire.Seeded) for v in call.given.values())}
    compared = lucky <= {call.helper for call in heard}
    own = dict(zip(trace.arguments, args, strict=False))
    due = list(trace.calls)
    for at, call in enumerate(heard):
        left = [other for other in due if other.helper == call.helper]
        if not left:
            known = any(other.helper == call.helper for other in trace.calls)
            complete = len(trace.calls) < MAX_CALLS
            return _too_often(call.helper, trace) if known and complete and compared else None
        right = min(left, key=lambda other: len(_differing(call, other, compared)))
        differing = _differing(call, right, compared)
        if differing:
            which = sum(other.helper == call.helper for other in heard[:at])
            before = trace.calls[: next(n for n, other in enumerate(trace.calls) if other is right)]
            words = _difference(differing[0], call, right, (own, heard[:at], before), reveal)
            ordinal = f"its {ORDINALS[which]} call" if which < len(ORDINALS) else "a call"
            several = sum(other.helper == call.helper for other in trace.calls) > 1
            where = f"in {ordinal} of `{call.helper}`" if several else f"when it calls `{call.helper}`"
            return Finding("general-call", f"gives another `{differing[0]}` than it should {where}{words}.")
        due = [other for other in due if other is not right]
    if not compared or len(trace.calls) == MAX_CALLS:
        return None
    return _missing(heard, due, trace) if due else _all_right(trace)


def _all_right(trace: Trace) -> Finding:
    called = sorted({f"`{call.helper}`" for call in trace.calls})
    listed = ", ".join(called[:-1]) + " and " + called[-1] if len(called) > 1 else called[0]
    says = f"calls {listed} with the right arguments. What goes wrong is what it does with what comes back."
    return Finding("general-results", says)


def _too_often(helper: str, trace: Trace) -> Finding:
    times = sum(other.helper == helper for other in trace.calls)
    return Finding("general-call-too-often", f"calls `{helper}` more often than the {_times(times)} that are due here.")


def _missing(heard: Sequence[Call], due: Sequence[Call], trace: Trace) -> Finding | None:
    """Calls that are due and never came, where all others are as they should be."""
    missing = sorted({call.helper for call in due})
    if len(missing) != 1:
        return None
    (helper,) = missing
    times, all_times = (sum(call.helper == helper for call in calls) for calls in (heard, trace.calls))
    if times:
        says = f"calls `{helper}` only {_times(times)}, where {_times(all_times)} are due."
        return Finding("general-call-missing", says)
    if len({call.helper for call in trace.calls}) > 1:
        says = f"does not call `{helper}`, and what it does in its place is something else. The rest is right."
        return Finding("general-call-missing", says)
    return None


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _differing(call: Call, right: Call, compared: bool) -> list[str]:
    """The arguments in which two calls differ; those left to their defaults are not looked at."""
    return [
        name
        for name in right.given
        if name in call.given
        and (compared or (_single(call.given[name]) and _single(right.given[name])))
        and not _same(call.given[name], right.given[name])
    ]


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, wire.Seeded) or isinstance(other, wire.Seeded):
        return type(one) is type(other)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and as_array(other) is None:
        return len(one) == len(other) and all(map(_same, one, other))
    return same_part(one, other)


Surroundings = tuple[Mapping[str, Any], Sequence[Call], Sequence[Call]]


def _difference(name: str, call: Call, right: Call, around: Surroundings, reveal: bool) -> str:
    """What an argument is and what it should be, as far as that can be said; with a colon in front."""
    own, heard, before = around
    got, due = call.given[name], right.given[name]
    number, whole = as_array(got), as_array(due)
    is_, should = _origin(got, own, heard), _origin(due, own, before)
    previous = next((other for other in reversed(heard) if other.helper == call.helper), None)
    if not is_ and previous is not None and name in previous.given and _same(got, previous.given[name]):
        is_ = "the same as in the call before"
    if is_ and should and is_ != should:
        return f": it is {is_}, where {should} is due"
    if number is not None and whole is not None and number.ndim == whole.ndim == 0:
        if reveal:
            return f": it is {float(number):.4g}, where {float(whole):.4g} is due"
        apart = float(number) - float(whole)
        return f": it is one too {'large' if apart > 0 else 'small'}" if abs(apart) == 1 else ""
    if number is not None and whole is not None:
        shape = find([Case(number, whole, (), whole.shape[-1] if whole.ndim else 1)], ON_TOP)
        if shape is not None:
            return f": it {shape.says.rstrip('.')}"
        altered = next((words for words, change in ARRAYS if _altered_so(number, whole, change)), "")
        if altered:
            return f": {altered}"
        if reveal and number.shape != whole.shape:
            return f": its shape is {number.shape}, where {whole.shape} is due"
    if is_ or should:
        return f": it is {is_}" if is_ else f": {should} is due"
    return ""


def _altered_so(got: Array, due: Array, change: Callable[[Any], Any]) -> bool:
    """Whether an array is what a change makes of the one that is due."""
    if not due.size:
        return False
    with np.errstate(all="ignore"):
        changed = change(due)
    return changed is not None and same_part(got, np.asarray(changed))


def _origin(value: Any, own: Mapping[str, Any], calls: Sequence[Call]) -> str:
    """Where an array or a tuple of them comes from: an argument of the function, or a call; empty if from nowhere."""
    if _single(value):
        same = [name for name, other in own.items() if _single(other) and _same(value, other)]
        return f"`{same[0]}`" if len(same) == 1 and not _same(value, 0) and not _same(value, 1) else ""
    for name, other in own.items():
        if _same(value, other):
            return f"the `{name}` that was given"
    for call in reversed(calls):
        results = [call.value, *(call.value if isinstance(call.value, list | tuple) else ())]
        if any(result is not None and not _single(result) and _same(value, result) for result in results):
            alike = [other for other in calls if other.helper == call.helper]
            which = "the" if len(alike) == 1 else "the last" if call is alike[-1] else "an earlier"
            return f"what {which} call of `{call.helper}` returned"
    return ""


def _single(value: Any) -> bool:
    """Whether a value is one number, and no array or tuple."""
    array = as_array(value) if not isinstance(value, list | tuple) else None
    return array is not None and array.ndim == 0
