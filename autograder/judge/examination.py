"""One student's examination: an assignment's checks run on the functions handed in, and what became of each.

pytest runs the checks (plugin.py). What they ask goes through here to the student and to the right answers, and so do
the failures on their way back.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest

from autograder.course import Assignment
from autograder.diagnosis.calls import extent
from autograder.judge.asking import RightAnswers
from autograder.judge.checking import Answer, CheckFailed, CheckLog, Expected
from autograder.judge.compare import as_array
from autograder.student.outcome import Crashed, Oracle, Outcome, Returned
from autograder.student.wire import Seeded

MAX_MISREAD = 12
MAX_ITERATIONS, MAX_LOSS = 100_000, 100.0  # beyond that it is no history of a training run
MAX_KEPT = 8_000_000  # numbers in all answers of a function: a run keeps them
MAX_LISTED = 200_000  # things in lists among them: each comparison makes an array of them anew
ODD_VALUES = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)  # what an answer of odd form causes


class Student(Protocol):
    """Whoever calls a student's functions: a worker process, or this very kernel."""

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        """Call a function of the student's."""
        ...

    def replacing(self, helpers: Sequence[str], oracle: Oracle) -> AbstractContextManager[Student]:
        """The same student afresh, with the oracle answering in the place of these helpers."""
        ...


class Submission(Student, Protocol):
    """A student whose functions can be looked at, too."""

    def mentioned(self) -> Mapping[str, Collection[str]]:
        """The functions that are there, and the names that stand in each."""
        ...


class JudgeBroken(Exception):
    """A check itself went wrong: the grader's fault, never a zero for the student."""


@dataclass
class CheckRun:
    """One check, run: its failure if it failed, and all comparisons that it made."""

    exercise: str
    claim: str
    log: CheckLog
    failure: CheckFailed | None = None


@dataclass
class GateReport:
    """What the gate measured, for the result and for the pages made of it."""

    dev_accuracy: float | None = None
    history: list[tuple[float, float, float]] = field(default_factory=list)
    misread: list[dict[str, Any]] = field(default_factory=list)
    moves: list[tuple[float, float]] = field(default_factory=list)  # cosine and length of steps beside the judge's own

    def add_misread(self, X: Any, labels: Any, guesses: Any) -> None:
        """Keep a few of the digits that were misread; X (784, m) in [0, 1], labels and guesses (m,) digits."""
        for at in np.flatnonzero(labels != guesses)[:MAX_MISREAD].tolist():
            pixels = base64.b64encode(np.rint(X[:, at] * 255).astype(np.uint8).tobytes()).decode()
            self.misread.append({"pixels": pixels, "label": int(labels[at]), "guess": int(guesses[at])})

    def add_history(self, entries: Any, done: int) -> None:
        """Append a stretch's history; its iterations count from `done`.

        What is no history is left out: numbers of the student's choice could carry a hidden run's inputs to its page.
        """
        table = as_array(entries)
        if table is not None and table.ndim == 2 and table.shape[1] == 3:
            for step, loss, accuracy in table[:1000].astype(float).tolist():
                last = self.history[-1][0] if self.history else -1
                if last < done + step < MAX_ITERATIONS and 0 <= loss < MAX_LOSS and 0 <= accuracy <= 1:
                    self.history.append((done + step, loss, accuracy))


@dataclass(frozen=True)
class Right:
    """The reference in a student's place."""

    answers: RightAnswers

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        """Call a function of the reference's."""
        return self.answers.expected("right", function, args, kwargs)

    def replacing(self, helpers: Sequence[str], oracle: Oracle) -> AbstractContextManager[Student]:
        """The same: its helpers are right."""
        return nullcontext(self)


class Checks(Protocol):
    """An assignment's checks, ready to run."""

    def of(self, exercises: Container[str]) -> list[pytest.Item]:
        """The checks of these exercises, in their order."""
        ...

    def run(self, items: Sequence[pytest.Item], examination: Examination) -> None:
        """Run checks one after another, each telling the examination what became of it."""
        ...


class Examination:
    """An assignment's checks on one student: the results in the order in which they ran."""

    def __init__(
        self, assignment: Assignment, student: Student, answers: RightAnswers, seed: int, exercises: Sequence[str]
    ) -> None:
        self.assignment = assignment
        self.student = student
        self.answers = answers
        self.seed = seed
        self.exercises = frozenset(exercises)
        self.runs: list[CheckRun] = []
        self.broken: list[str] = []
        self.gate_report = GateReport()
        self._checks: Checks | None = None
        self._doubtful: list[tuple[pytest.Item, CheckRun, str]] = []
        self._kept: Counter[str] = Counter()
        self._listed: Counter[str] = Counter()
        self._run: CheckRun | None = None
        self._check_name = ""
        self._calls = self._asked = self._draws = 0

    def take(self, checks: Checks, afterwards: Callable[[], None] | None = None) -> None:
        """Run the checks, and do something `afterwards` that may run some of them again.

        Raises JudgeBroken where a check itself goes wrong, and what `afterwards` raises.
        """
        self._checks = checks
        try:
            self.runs = self._run_items(checks.of(self.exercises), self.student)
            self._settle_doubts()
            self._demand_sound()
            if afterwards is not None:
                afterwards()
        finally:
            self._checks = None

    def run_again(self, exercise: str, student: Student) -> list[CheckRun]:
        """Run the checks of an exercise once more, on another student; for what is done `afterwards`."""
        assert self._checks is not None
        runs = self._run_items(self._checks.of({exercise}), student)
        self._settle_doubts()
        self._demand_sound()
        return runs

    def _run_items(self, items: Sequence[pytest.Item], student: Student) -> list[CheckRun]:
        assert self._checks is not None
        first, self.runs = self.runs, []
        usual, self.student = self.student, student
        try:
            self._checks.run(items, self)
            return self.runs
        finally:
            self.runs, self.student = first, usual

    def _settle_doubts(self) -> None:
        """A check that stops, but not on right functions, has met an answer that it can't use: the answer fails it."""
        doubtful, self._doubtful = self._doubtful, []
        for item, run, trouble in doubtful:
            measured, self.gate_report = self.gate_report, GateReport()
            sound = not self.answers.live or self._run_items([item], Right(self.answers))[0].failure is None
            self.gate_report = measured
            if sound and not self._doubtful:
                run.failure = CheckFailed(None)
            else:
                self.broken.append(trouble)
                self._doubtful = []

    def _demand_sound(self) -> None:
        if self.broken:
            raise JudgeBroken("; ".join(self.broken[:3]))

    # -- what pytest tells

    def begin(self, item: pytest.Item, exercise: str, claim: str) -> None:
        """A check begins."""
        self._check_name = item.name
        self._calls = self._asked = self._draws = 0
        self._run = CheckRun(exercise, claim, CheckLog(self.assignment.exercise(exercise).returns))
        self.runs.append(self._run)

    def failed(self, item: pytest.Item, error: pytest.ExceptionInfo[BaseException]) -> CheckRun | None:
        """The check that began last ended with an error. Gives it back where it failed as a check fails."""
        assert self._run is not None
        if isinstance(error.value, CheckFailed):
            self._run.failure = error.value
            return self._run
        where = error.traceback[-1]
        trouble = f"{item.name}: {error.exconly()} ({Path(where.path).name}:{where.lineno + 1})"
        if isinstance(error.value, ODD_VALUES) and self._run.log.asked:
            self._doubtful.append((item, self._run, trouble))
        else:
            self.broken.append(trouble)
        return None

    # -- what checks ask

    def inputs(self) -> np.random.Generator:
        """Random inputs: the same for a seed and a check, and another for any other of both."""
        return np.random.default_rng(self._secret("inputs"))

    def generator(self) -> Seeded:
        """A generator for the student, from which the judge's seed can't be told; another one each time."""
        self._draws += 1
        return Seeded(self._secret(f"student {self._draws}"))

    def _secret(self, purpose: str) -> int:
        text = f"{self.seed} {self._check_name} {purpose}"
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:16], "big")

    def ask_student(self, function: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Answer:
        """Call a student's function."""
        assert self._run is not None
        seconds = kwargs.pop("limit_seconds", None)
        outcome = self.student.call(function, args, kwargs, seconds)
        if isinstance(outcome, Returned):
            self._kept[function] += extent([outcome.value, *outcome.changed.values()]).numbers
            self._listed[function] += _things_in_lists([outcome.value, *outcome.changed.values()])
            if self._kept[function] > MAX_KEPT or self._listed[function] > MAX_LISTED:
                outcome = Crashed("its answers are too large to keep")
        self._asked += 1
        answer = Answer(function, args, kwargs, outcome, self._run.log, f"{self._check_name}/student/{self._asked}")
        self._run.log.asked.append(answer)
        return answer

    def ask_reference(self, function: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Expected:
        """What the reference gives."""
        self._calls += 1
        key = f"{self._check_name}/{self._calls}"
        outcome = self.answers.expected(key, function, args, kwargs)
        if not isinstance(outcome, Returned):
            raise JudgeBroken(f"The reference's {function} gives no answer: {outcome}.")
        return Expected(key, outcome.value)


def _things_in_lists(values: Sequence[Any]) -> int:
    """How many things stand in lists and tuples, those within others included; arrays are not opened."""
    if len(values) > MAX_LISTED:
        return len(values)
    return len(values) + sum(_things_in_lists(value) for value in values if isinstance(value, list | tuple))
