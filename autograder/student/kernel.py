"""Calls in this very process: the functions of a notebook kernel, the reference's, and the catalogue's mistakes.

The same outcomes as from a worker, for code that is trusted or that is the user's own. Nothing is timed here.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import tempfile
import traceback
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from autograder.student import wire, worker
from autograder.student.outcome import Missing, Oracle, Outcome, Raised, Returned

Function = Callable[..., Any]


class KernelStudent:
    """Functions by name in a namespace, called where they are."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        """Call a function of the namespace; `seconds` is not enforced in one's own process."""
        found = self.namespace.get(function)
        return call_here(found, args, kwargs) if callable(found) else Missing()

    def mentioned(self) -> Mapping[str, Collection[str]]:
        """The functions that are there, and the names that stand in each, behind its arguments'."""
        codes = {name: getattr(found, "__code__", None) for name, found in self.namespace.items()}
        return {
            name: {*code.co_names, *code.co_varnames[code.co_argcount + code.co_kwonlyargcount :]}
            for name, code in codes.items()
            if code is not None
        }

    @contextmanager
    def replacing(self, helpers: Sequence[str], oracle: Oracle) -> Iterator[KernelStudent]:
        """While open, the oracle stands in the namespace in the place of these helpers."""
        saved = {name: self.namespace[name] for name in helpers if name in self.namespace}
        self.namespace.update({name: _consulting(name, oracle) for name in helpers})
        try:
            yield self
        finally:
            for name in helpers:
                del self.namespace[name]
            self.namespace.update(saved)


def _consulting(name: str, oracle: Oracle) -> Function:
    """A function that answers as the oracle does."""

    def helper(*args: Any, **kwargs: Any) -> Any:
        named = {key: worker.as_told(argument, wire) for key, argument in kwargs.items()}
        outcome = oracle(name, [worker.as_told(argument, wire) for argument in args], named)
        if isinstance(outcome, Returned):
            return outcome.value
        raise ValueError(f"{name} can't use these arguments")

    return helper


def call_here(function: Function, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Outcome:
    """Call a function on copies of the arguments, its output and warnings kept away from the screen."""
    with contextlib.ExitStack() as stack:
        folder = _folder_for(args, stack)
        given = [worker.copy_of(worker.materialise(argument, folder, wire)) for argument in args]
        before = [worker.copy_of(argument) for argument in given]
        printed = stack.enter_context(contextlib.redirect_stdout(worker.Printed()))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        stack.enter_context(np.errstate(all="ignore"))
        try:
            value = function(*given, **{key: worker.materialise(kwargs[key], folder, wire) for key in kwargs})
        except (Exception, SystemExit) as error:
            return Raised(type(error).__name__, str(error), *_place(error, function), printed.take())
        changed = {int(at): now for at, now in worker.changed_arguments(given, before).items()}
    return Returned(as_received(value), changed, printed.take())


def _place(error: BaseException, function: Function) -> tuple[int | None, str, str]:
    """The deepest line of the function's own module, not of NumPy, that an exception passed; its code, its function."""
    own = getattr(function, "__globals__", None)
    walked = [frame for frame in traceback.walk_tb(error.__traceback__) if frame[0].f_globals is own]
    frames = traceback.StackSummary.extract(iter(walked[-1:]))
    return (frames[0].lineno, frames[0].line or "", frames[0].name) if frames else (None, "", "")


def _folder_for(args: Sequence[Any], stack: contextlib.ExitStack) -> str:
    """A folder for the files among the arguments, gone when the stack is closed; none is made where there are none."""
    if any(isinstance(argument, wire.File) for argument in args):
        return stack.enter_context(tempfile.TemporaryDirectory(prefix="digits-"))
    return ""


def call_trusted(function: Function, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Outcome:
    """Call a function of ours on the arguments themselves, which it can't write to; what it raises is raised."""
    with contextlib.ExitStack() as stack:
        folder = _folder_for(args, stack)
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(np.errstate(all="ignore"))
        given = (worker.materialise(argument, folder, wire) for argument in args)
        return Returned(as_received(function(*map(_locked, given), **kwargs)))


def _locked(value: Any) -> Any:
    """A view of an array through which nobody can change it."""
    if isinstance(value, np.ndarray):
        value = value.view()
        value.flags.writeable = False
    if isinstance(value, list | tuple):
        value = type(value)(map(_locked, value))
    return value


def as_received(value: Any) -> Any:
    """The value as it would arrive over the wire, so that both routes are judged alike."""
    try:
        frame = wire.encode(value)
    except wire.WireError as error:
        return wire.Foreign(str(error))
    n_header, _ = wire.LENGTHS.unpack(frame[: wire.LENGTHS.size])
    start = wire.LENGTHS.size
    return wire.decode(frame[start : start + n_header], frame[start + n_header :])


def is_builtin_exception(name: str) -> bool:
    """Whether an exception's name is Python's own, and so can't carry anything out."""
    found = getattr(builtins, name, None)
    return isinstance(found, type) and issubclass(found, BaseException)
