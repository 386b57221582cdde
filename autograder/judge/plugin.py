"""The pytest plugin of the judge: runs an assignment's checks on one student after another, and gives them fixtures.

`run_checks` starts pytest with it; plain `pytest autograder/checks --submission …` makes the same object from the
command line. To start pytest and collect the checks takes longer than to run most of them. So what is judged once more
runs in the same session, and who judges a whole class keeps the session for the next student.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Container, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np
import pytest

from autograder.course import Gate
from autograder.diagnosis.messages import check_message
from autograder.judge.checking import Calls
from autograder.judge.examination import Examination, GateReport, JudgeBroken
from autograder.student.wire import Seeded

CHECKS = Path(__file__).parent.parent / "checks"
QUIET = ("cacheprovider", "terminal", "logging", "warnings", "faulthandler", "unraisableexception", "threadexception",
         "junitxml", "pastebin", "doctest", "stepwise", "debugging", "setuponly", "setupplan", "legacypath",
         "recwarn", "monkeypatch", "tmpdir", "capture", "skipping", "subtests", "unittest")  # fmt: skip

Work = Callable[["CheckPlugin"], None]


class CheckPlugin:
    """pytest's side of an examination: it collects the checks, runs those that are asked for, and passes on.

    `work` is what is done with the collected checks; without it they run once, as pytest does, for `examination`.
    `exercises` says whose checks to collect; None stands for all. `configured` is called when pytest has its options.
    """

    def __init__(
        self,
        work: Work | None = None,
        exercises: Container[str] | None = None,
        examination: Examination | None = None,
        configured: Callable[[], None] = lambda: None,
    ) -> None:
        self.work = work
        self.exercises = exercises
        self.trouble: Exception | None = None  # what the work raised
        self._examination = examination
        self._configured = configured
        self._items: list[pytest.Item] = []

    @property
    def examination(self) -> Examination:
        """Whom the checks that run now are for."""
        assert self._examination is not None
        return self._examination

    def of(self, exercises: Container[str]) -> list[pytest.Item]:
        """The checks of these exercises, in their order."""
        return [item for item in self._items if _mark(item).kwargs["exercise"] in exercises]

    def run(self, items: Sequence[pytest.Item], examination: Examination) -> None:
        """Run checks one after another, each telling the examination what became of it."""
        self._examination = examination
        try:
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        finally:
            self._examination = None

    # -- pytest's hooks

    @pytest.hookimpl
    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "check(exercise, claim): a claim about one exercise of an assignment")
        self._configured()

    @pytest.hookimpl
    def pytest_pycollect_makeitem(self, name: str, obj: object) -> list[pytest.Item] | None:
        """Leave out the checks of other exercises before pytest has made items of them, which takes its time."""
        if self.exercises is None:
            return None
        marks = [mark for mark in getattr(obj, "pytestmark", ()) if mark.name == "check"]
        return [] if marks and marks[0].kwargs["exercise"] not in self.exercises else None

    @pytest.hookimpl
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        if self.work is None:
            return None
        self._items = session.items
        try:
            if session.testsfailed:  # so pytest counts what it can't collect
                raise JudgeBroken("pytest can't collect the checks.")
            self.work(self)
        except Exception as error:  # pytest would print it, and end with a number
            self.trouble = error
        finally:  # or large arrays stay until the next full collection
            self._items, self.work = [], None
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        mark = _mark(item)
        self.examination.begin(item, mark.kwargs["exercise"], mark.kwargs["claim"])
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport | None:
        """Of a check that fails its own words: pytest would lay out a traceback, which takes its time."""
        run = None if call.excinfo is None else self.examination.failed(item, call.excinfo)
        if run is None:
            return None
        assert call.when != "collect"
        said = "" if self.work else f"{run.claim}: {check_message(run.exercise, run.failure, True)}"
        return pytest.TestReport(
            item.nodeid, item.location, {}, "failed", said, call.when, duration=call.duration, start=call.start,
            stop=call.stop,
        )  # fmt: skip

    # -- fixtures for checks

    @pytest.fixture(scope="session")
    def student(self) -> Calls:
        """The submission: `student.relu(Z)` calls its function and gives an Answer."""
        return Calls(lambda *call: self.examination.ask_student(*call))

    @pytest.fixture(scope="session")
    def reference(self) -> Calls:
        """The right answers: `reference.relu(Z)` gives an Expected."""
        return Calls(lambda *call: self.examination.ask_reference(*call))

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """Random inputs: the same for a seed and a check, and another for any other of both."""
        return self.examination.inputs()

    @pytest.fixture
    def new_rng(self) -> Callable[[], Seeded]:
        """Makes generators for the student, from which the judge's seed can't be told."""
        return self.examination.generator

    @pytest.fixture
    def gate(self) -> Gate:
        """What the gate asks for."""
        return self.examination.assignment.gate

    @pytest.fixture
    def live(self) -> bool:
        """Whether the reference can answer anything, or only what is recorded."""
        return self.examination.answers.live

    @pytest.fixture
    def measured(self) -> GateReport:
        """Where the gate writes down what it measured."""
        return self.examination.gate_report


def _mark(item: pytest.Item) -> pytest.Mark:
    mark = item.get_closest_marker("check")
    if mark is None:
        raise JudgeBroken(f"{item.name} has no @check(exercise, claim).")
    return mark


class KeptSession:
    """pytest with all checks of an assignment, kept for one examination after another.

    pytest calls its plugins, and not the other way round: it has a thread of its own, which waits for work.
    """

    def __init__(self, assignment: str) -> None:
        self.assignment = assignment
        self._work: SimpleQueue[Work] = SimpleQueue()
        self._done: SimpleQueue[BaseException | None] = SimpleQueue()
        self.ended = False
        threading.Thread(target=self._serve, name=f"checks of {assignment}", daemon=True).start()

    def do(self, work: Work) -> None:
        """Do something with the checks. Where it raises, the session has ended: pytest may be in the middle of one."""
        self._work.put(work)
        error = self._done.get()
        if error is not None:
            raise error

    def _serve(self) -> None:
        try:
            _run_pytest(self.assignment, self._work_on, None)
        except BaseException as error:  # nobody else is here to hear of it
            self.ended = True
            self._done.put(error)

    def _work_on(self, plugin: CheckPlugin) -> None:
        while True:
            self._work.get()(plugin)
            self._done.put(None)


_kept = threading.local()


def _kept_session(assignment: str) -> KeptSession:
    """This thread's session for an assignment."""
    sessions: dict[str, KeptSession] = vars(_kept)
    if assignment not in sessions or sessions[assignment].ended:
        sessions[assignment] = KeptSession(assignment)
    return sessions[assignment]


def checks_path(assignment: str) -> Path:
    """The file with the checks of an assignment."""
    return CHECKS / f"test_{assignment}.py"


def run_checks(examination: Examination, afterwards: Callable[[], None] | None = None, keep: bool = False) -> None:
    """Run the assignment's checks with pytest, quietly, and do something `afterwards` that may run some of them again.

    With `keep` pytest stays for the next examination in this thread; all happens in another thread then.

    Raises JudgeBroken where a check itself goes wrong, and what `afterwards` raises.
    """

    def work(plugin: CheckPlugin) -> None:
        with np.errstate(all="ignore"):  # what a student's numbers do is no news about the judge
            examination.take(plugin, afterwards)

    if keep:
        _kept_session(examination.assignment.name).do(work)
    else:
        _run_pytest(examination.assignment.name, work, examination.exercises)


def _run_pytest(assignment: str, work: Work, exercises: Container[str] | None) -> None:
    path = checks_path(assignment)
    arguments = [str(path), "--rootdir", str(CHECKS), "-c", os.devnull, "--noconftest", "--assert=plain"]
    arguments += ["--confcutdir", str(CHECKS)]  # or pytest lists every folder above, each time, whatever lies in it
    for name in QUIET:
        arguments += ["-p", f"no:{name}"]
    with ExitStack() as environment:
        environment.enter_context(_without_options())
        plugin = CheckPlugin(work, exercises, configured=environment.close)
        status = pytest.main(arguments, plugins=[plugin])
    if plugin.trouble is not None:
        raise plugin.trouble
    if status == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise JudgeBroken(f"pytest ended with {status!r} on {path.name}.")


@contextmanager
def _without_options() -> Iterator[None]:
    """The environment without what else would tell pytest how to run."""
    variables = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    saved = {name: os.environ.pop(name, None) for name in variables}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        os.environ.update({name: value for name, value in saved.items() if value is not None})
