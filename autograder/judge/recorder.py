"""Makes the recording of an assignment: its checks run on the reference, and every mistake on the same inputs."""

from __future__ import annotations

import gzip
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any

import numpy as np

from autograder.course import PUBLIC_SEED, Assignment
from autograder.diagnosis.calls import functions_called, replaced
from autograder.judge.asking import Answers
from autograder.judge.examination import Examination
from autograder.judge.plugin import run_checks
from autograder.student import wire, worker
from autograder.student.kernel import KernelStudent
from autograder.student.outcome import Outcome, Raised, Returned

# Larger arrays come from random weights only, where the shape alone can be compared.
MAX_ENTRIES = 10_000


def record(assignment: Assignment, answers: Answers, module: Any) -> bytes:
    """The recording of an assignment: its checks run on the reference, and every mistake on the same inputs."""
    frames = [list(exercise.name for exercise in assignment.exercises)]
    frames += [_record_exercise(assignment, answers, module, exercise.name) for exercise in assignment.exercises]
    return gzip.compress(b"".join(wire.encode(frame) for frame in frames), compresslevel=9, mtime=0)


def _record_exercise(assignment: Assignment, answers: Answers, module: Any, exercise: str) -> Any:
    pool = _Pool()
    helpers: list[Any] = []
    listener = _Listener(answers, helpers)
    functions = dict(vars(module))
    called = {*assignment.all_needs(exercise), *functions_called(module, exercise)}
    with replaced(module, {name: _logged(name, getattr(module, name), helpers) for name in sorted(called)}):
        functions[exercise] = getattr(module, exercise)
        examination = Examination(assignment, KernelStudent(functions), listener, PUBLIC_SEED, [exercise])
        run_checks(examination)
    asked = [answer for run in examination.runs for answer in run.log.asked if answer.function == exercise]
    traces = {answer.key: answers.calls(answer.key, exercise, answer.args, answer.kwargs) for answer in asked}
    mistakes = {}
    for explanation in answers.explanations(exercise):
        outcomes = {}
        for answer in asked:
            np.random.seed(0)
            outcome = answers.mistaken(explanation.id, answer.key, exercise, answer.args, answer.kwargs)
            outcomes[answer.key] = pool.outcome(outcome)
        mistakes[explanation.id] = {"did": explanation.did, "why": explanation.why, "outcomes": outcomes}
    return {
        "expected": {key: pool.outcome(outcome) for key, outcome in listener.heard.items()},
        "mistakes": mistakes,
        "helpers": [[name, pool.tree(given), pool.outcome(outcome)] for name, given, outcome in _unique(helpers)],
        "parameters": dict(answers.parameters(exercise)),
        "calls": {
            key: [[call.helper, pool.tree(call.given), pool.tree(call.value)] for call in trace.calls]
            for key, trace in traces.items()
            if trace is not None and trace.calls
        },
        "arrays": pool.arrays,
    }


class _Listener:
    """Passes the reference's answers on, and remembers them by key.

    What helpers note meanwhile in `log` is taken out again: only what a student's function asks of them will be asked.
    """

    live = True

    def __init__(self, answers: Answers, log: list[Any]) -> None:
        self.answers = answers
        self.log = log
        self.heard: dict[str, Outcome] = {}

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        noted = len(self.log)
        self.heard[key] = self.answers.expected(key, function, args, kwargs)
        del self.log[noted:]
        return self.heard[key]


def _logged(name: str, function: Callable[..., Any], log: list[Any]) -> Callable[..., Any]:
    signature = inspect.signature(function)

    @wraps(function)
    def logged(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        told = [worker.as_told(argument, wire) for argument in bound.arguments.values()]
        value = function(*(worker.materialise(argument, "", wire) for argument in told))
        log.append((name, told, Returned(value)))
        return value

    return logged


def _unique(calls: Sequence[Any]) -> Iterator[Any]:
    seen = set()
    for call in calls:
        text = wire.encode([call[0], call[1]])
        if text not in seen:
            seen.add(text)
            yield call


class _Pool:
    """Arrays by content, so that what many mistakes share is stored once; in single precision, which is enough."""

    def __init__(self) -> None:
        self.arrays: list[Any] = []
        self._places: dict[Any, int] = {}

    def outcome(self, outcome: Outcome | None) -> Any:
        if isinstance(outcome, Returned):
            return ["returned", self.tree(outcome.value), self.tree({str(k): v for k, v in outcome.changed.items()})]
        assert isinstance(outcome, Raised)
        return ["raised", outcome.type_name, outcome.text[:300]]

    def tree(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return {"array": self._place(value)}
        if isinstance(value, list | tuple):
            return type(value)(self.tree(item) for item in value)
        if isinstance(value, Mapping):
            return {key: self.tree(item) for key, item in value.items()}
        return value

    def _place(self, array: Any) -> int:
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self._places:
            self._places[key] = len(self.arrays)
            self.arrays.append(_slim(array))
        return self._places[key]


def _slim(array: Any) -> Any:
    """An array in single precision, where that loses nothing that a comparison sees."""
    if array.size > MAX_ENTRIES:
        return np.zeros(array.shape, np.float32)
    if array.dtype != np.float64 or array.size < 2:
        return array
    with np.errstate(over="ignore"):
        single = array.astype(np.float32)
    return single if (np.isfinite(single) == np.isfinite(array)).all() else array
