"""The pytest plugin of a judgement: gives checks their fixtures, and keeps what becomes of each.

One object is one run of an assignment's checks against one student. `run_checks` starts pytest with it; plain
`pytest autograder/checks --submission …` builds the same object from the command line. What is judged once more runs in
the same session: to start pytest takes longer than the checks of most exercises.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest

from autograder.course import Assignment, Gate
from autograder.diagnosis.calls import extent
from autograder.diagnosis.messages import check_message
from autograder.judge.asking import RightAnswers
from autograder.judge.checking import Answer, Calls, CheckFailed, CheckLog, Expected
from autograder.judge.compare import as_array
from autograder.student.outcome import Crashed, Oracle, Outcome, Returned
from autograder.student.wire import Seeded

MAX_MISREAD = 12
MAX_ITERATIONS, MAX_LOSS = 100_000, 100.0  # beyond that it is no history of a training run
MAX_KEPT = 8_000_000  # numbers in all answers of a function: a run keeps them
ODD_VALUES = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)  # what an answer of odd form causes
CHECKS = Path(__file__).parent.parent / "checks"
QUIET = ("cacheprovider", "terminal", "logging", "warnings", "faulthandler", "unraisableexception", "threadexception",
         "junitxml", "pastebin", "doctest", "stepwise", "debugging", "setuponly", "setupplan", "legacypath",
         "recwarn", "monkeypatch", "tmpdir")  # fmt: skip


class Student(Protocol):
    """Whoever calls a student's functions: a worker process, or this very kernel."""

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        """Call a function of the student's."""
        ...

    def replacing(self, helpers: Sequence[str], oracle: Oracle) -> AbstractContextManager[Student]:
        """The same student afresh, with the oracle answering in the place of these helpers."""
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


class CheckPlugin:
    """Fixtures for checks, and their results in the order in which they ran."""

    def __init__(
        self, assignment: Assignment, student: Student, answers: RightAnswers, seed: int, exercises: Sequence[str]
    ) -> None:
        self.assignment = assignment
        self.callable = student
        self.answers = answers
        self.key = seed
        self.exercises = frozenset(exercises)
        self.runs: list[CheckRun] = []
        self.broken: list[str] = []
        self.gate_report = GateReport()
        self.afterwards: Callable[[], None] | None = None  # to be done while pytest is still there
        self.trouble: Exception | None = None  # what that raised
        self._items: list[pytest.Item] = []
        self._doubtful: list[tuple[pytest.Item, CheckRun, str]] = []
        self._kept: Counter[str] = Counter()
        self._run: CheckRun | None = None
        self._check_name = ""
        self._calls = self._asked = self._draws = 0

    # -- pytest's hooks

    @pytest.hookimpl
    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "check(exercise, claim): a claim about one exercise of an assignment")
        config.option.tbstyle = "native"  # the usual style parses the whole file of checks anew for each failure

    @pytest.hookimpl
    def pytest_pycollect_makeitem(self, name: str, obj: object) -> list[pytest.Item] | None:
        """Leave out the checks of other exercises before pytest has made items of them, which takes its time."""
        marks = [mark for mark in getattr(obj, "pytestmark", ()) if mark.name == "check"]
        return [] if marks and marks[0].kwargs["exercise"] not in self.exercises else None

    @staticmethod
    def _mark(item: pytest.Item) -> pytest.Mark:
        mark = item.get_closest_marker("check")
        if mark is None:
            raise JudgeBroken(f"{item.name} has no @check(exercise, claim).")
        return mark

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        mark = self._mark(item)
        exercise = mark.kwargs["exercise"]
        names = self.assignment.exercise(exercise).returns
        self._check_name = item.name
        self._calls = self._asked = self._draws = 0
        self._run = CheckRun(exercise, mark.kwargs["claim"], CheckLog(names))
        self.runs.append(self._run)
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.excinfo is not None and self._run is not None:
            if isinstance(call.excinfo.value, CheckFailed):
                self._run.failure = call.excinfo.value
                report.longrepr = f"{self._run.claim}: {check_message(self._run.exercise, call.excinfo.value, True)}"
            else:
                where = call.excinfo.traceback[-1]
                trouble = f"{item.name}: {call.excinfo.exconly()} ({Path(where.path).name}:{where.lineno + 1})"
                if isinstance(call.excinfo.value, ODD_VALUES) and self._run.log.asked:
                    self._doubtful.append((item, self._run, trouble))
                else:
                    self.broken.append(trouble)
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        result = yield
        self._settle_doubts()
        if self.afterwards is not None and not self.broken:
            self._items = session.items
            try:
                self.afterwards()
            except Exception as error:  # pytest would print it, and end with a number
                self.trouble = error
            finally:  # or large arrays stay until the next full collection
                self._items, self.afterwards = [], None
        return result

    def run_again(self, exercise: str, student: Student) -> list[CheckRun]:
        """Run the checks of an exercise once more, on another student; for what is done `afterwards`."""
        items = [item for item in self._items if self._mark(item).kwargs["exercise"] == exercise]
        runs = self._run_items(items, student)
        self._settle_doubts()
        self.demand_sound()
        return runs

    def _run_items(self, items: Sequence[pytest.Item], student: Student) -> list[CheckRun]:
        first, self.runs = self.runs, []
        usual, self.callable = self.callable, student
        try:
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            return self.runs
        finally:
            self.runs, self.callable = first, usual

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

    def demand_sound(self) -> None:
        """Raise JudgeBroken where a check itself went wrong."""
        if self.broken:
            raise JudgeBroken("; ".join(self.broken[:3]))

    # -- fixtures for checks

    @pytest.fixture(scope="session")
    def student(self) -> Calls:
        """The submission: `student.relu(Z)` calls its function and gives an Answer."""
        return Calls(self._ask_student)

    @pytest.fixture(scope="session")
    def reference(self) -> Calls:
        """The right answers: `reference.relu(Z)` gives an Expected."""
        return Calls(self._ask_reference)

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """Random inputs: the same for a seed and a check, and another for any other of both."""
        return np.random.default_rng(self._secret("inputs"))

    @pytest.fixture
    def new_rng(self) -> Any:
        """Makes generators for the student, from which the judge's seed can't be told."""

        def make() -> Seeded:
            self._draws += 1
            return Seeded(self._secret(f"student {self._draws}"))

        return make

    @pytest.fixture(scope="session")
    def gate(self) -> Gate:
        """What the gate asks for."""
        return self.assignment.gate

    @pytest.fixture(scope="session")
    def live(self) -> bool:
        """Whether the reference can answer anything, or only what is recorded."""
        return self.answers.live

    @pytest.fixture
    def measured(self) -> GateReport:
        """Where the gate writes down what it measured."""
        return self.gate_report

    def _secret(self, purpose: str) -> int:
        text = f"{self.key} {self._check_name} {purpose}"
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:16], "big")

    def _ask_student(self, function: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Answer:
        assert self._run is not None
        seconds = kwargs.pop("limit_seconds", None)
        outcome = self.callable.call(function, args, kwargs, seconds)
        if isinstance(outcome, Returned):
            self._kept[function] += extent([outcome.value, *outcome.changed.values()]).numbers
            if self._kept[function] > MAX_KEPT:
                outcome = Crashed("its answers are too large to keep")
        self._asked += 1
        answer = Answer(function, args, kwargs, outcome, self._run.log, f"{self._check_name}/student/{self._asked}")
        self._run.log.asked.append(answer)
        return answer

    def _ask_reference(self, function: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Expected:
        self._calls += 1
        key = f"{self._check_name}/{self._calls}"
        outcome = self.answers.expected(key, function, args, kwargs)
        if not isinstance(outcome, Returned):
            raise JudgeBroken(f"The reference's {function} gives no answer: {outcome}.")
        return Expected(key, outcome.value)


def checks_path(assignment: str) -> Path:
    """The file with the checks of an assignment."""
    return CHECKS / f"test_{assignment}.py"


def run_checks(plugin: CheckPlugin, afterwards: Callable[[], None] | None = None) -> None:
    """Run the assignment's checks with pytest, quietly, and do something `afterwards` that may run some of them again.

    Raises JudgeBroken where a check itself goes wrong, and what `afterwards` raises.
    """
    plugin.afterwards = afterwards
    path = checks_path(plugin.assignment.name)
    arguments = [str(path), "--rootdir", str(CHECKS), "-c", os.devnull, "--noconftest", "--assert=plain", "-s"]
    arguments += ["--confcutdir", str(CHECKS)]  # or pytest lists every folder above, each time, whatever lies in it
    for name in QUIET:
        arguments += ["-p", f"no:{name}"]
    variables = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    saved = {name: os.environ.pop(name, None) for name in variables}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        status = pytest.main(arguments, plugins=[plugin])
    finally:
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        os.environ.update({name: value for name, value in saved.items() if value is not None})
    if status == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if plugin.trouble is not None:
        raise plugin.trouble
    plugin.demand_sound()
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise JudgeBroken(f"pytest ended with {status!r} on {path.name}.")
