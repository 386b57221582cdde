"""The trusted side of the line: starts a worker, asks it, times it, kills it, starts it again.

A `StudentProcess` answers `call` with an outcome, whatever the student's code does. A function that hangs or kills the
worker costs that call; the next call finds a fresh worker with the same submission loaded.
"""

from __future__ import annotations

import contextlib
import math
import os
import queue
import secrets
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.student import wire
from autograder.student.outcome import Crashed, Forbidden, Missing, Oracle, Outcome, Raised, Returned, TimedOut, Unread
from autograder.student.sandbox import Sandbox, site_folders
from autograder.student.source import Source
from autograder.student.worker import MAX_PRINTED, MAX_TEXT

MAX_RESTARTS_WHILE_LOADING = 6
TRIES_TO_READ = 2  # for what takes half of the time to load before any of it runs: each try costs as much
TRIES_WITH_VALUES = 3  # after so many restarts only definitions, imports and plain constants are executed
MAX_ANSWERING = 60.0  # seconds for helpers' answers in one call, looked at after each: none needs a tenth of it
CPU_MAX_AGE = 0.03  # seconds; reading it costs more than many a call
STOPPED = Crashed("it was stopped")
# Modules that would do the learning for the student.
LEARNING_MODULES = (
    "torch", "torchvision", "tensorflow", "keras", "jax", "flax", "haiku", "sklearn", "autograd", "tinygrad", "theano",
    "aesara", "pytensor", "mxnet", "paddle", "chainer", "cntk", "caffe", "caffe2", "dynet", "lightgbm", "xgboost",
    "catboost", "mlx", "micrograd", "skorch", "onnxruntime", "fastai", "pytorch_lightning", "lightning", "thinc",
    "scipy.optimize", "tensorflow_core", "neurolab", "pybrain",
)  # fmt: skip


class WorkerBroken(Exception):
    """The worker could not even start: the grader's or the machine's fault, never the student's."""


@dataclass(frozen=True)
class Limits:
    """Bounds on one submission. Seconds are of CPU time where the system tells it, else of the clock."""

    call_seconds: float = 3.0
    load_seconds: float = 10.0
    submission_seconds: float = 90.0
    wall_factor: float = 5.0  # of each of these
    memory_bytes: int = 4 * 2**30


@dataclass(frozen=True)
class LoadReport:
    """What the worker read before any of the student's code ran, and what happened while it ran."""

    statements: int = 0
    errors: tuple[dict[str, Any], ...] = ()
    forbidden: tuple[dict[str, Any], ...] = ()
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    raised: tuple[dict[str, Any], ...] = ()
    problem: Outcome | None = None
    was_read: bool = True


@dataclass
class Budget:
    """What was used and may be used, in seconds: of CPU time, granted on top, and by the clock."""

    spent: float = 0.0
    granted: float = 0.0
    waited: float = 0.0


class _Seat:
    """The one worker that a submission has at a time, whoever of those that share it has loaded it there last."""

    def __init__(self) -> None:
        self.worker: _Pipe | None = None
        self.loaded_by: StudentProcess | None = None
        self.told: set[str] = set()  # helpers whose right answers this worker could ask for, and may remember
        self.stopped = threading.Event()

    def close(self) -> None:
        """End the worker, if there is one."""
        if self.worker is not None:
            self.worker.kill()
        self.worker = self.loaded_by = None
        self.told.clear()

    def cpu_seconds(self, max_age: float = 0.0) -> float:
        """CPU time of the worker that is there."""
        return self.worker.cpu_seconds(max_age) if self.worker is not None else 0.0


class StudentProcess:
    """A submission, loaded in a worker process. Use as a context manager.

    `oracle(name, args, kwargs)`, with `replaced`, answers for helpers of the student's that stand replaced by the
    reference's; it returns an outcome.
    """

    def __init__(
        self,
        source: Source,
        limits: Limits,
        sandbox: Sandbox,
        replaced: Sequence[str] = (),
        oracle: Oracle | None = None,
        budget: Budget | None = None,
        seat: _Seat | None = None,
    ) -> None:
        self.source = source
        self.limits = limits
        self.sandbox = sandbox
        self.replaced = tuple(replaced)
        self.oracle = oracle
        self.report = LoadReport()
        self._read: LoadReport | None = None
        self._soon_read = False
        self._lost: dict[str, TimedOut | Crashed] = {}
        self._held: dict[str, Any] = {}
        self._skip: set[int] = set()
        self._definitions_only = False
        self._tries = 0
        self._seat = seat or _Seat()
        self._budget = budget or Budget()
        self._budget_afresh = Budget()  # for all that is judged once more, so that no submission takes for ever
        self._since = time.monotonic()
        self._cpu_before = self._seat.cpu_seconds()

    def __enter__(self) -> StudentProcess:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def _worker(self) -> _Pipe | None:
        return self._seat.worker

    @contextlib.contextmanager
    def replacing(self, helpers: Sequence[str], oracle: Oracle) -> Iterator[StudentProcess]:
        """The same submission loaded afresh, with the oracle in the place of these helpers.

        It is loaded in the worker that is there, unless that has been told what it could not ask for now: code can
        keep what it hears, and a function is not to be judged with answers of another's helpers. What is called here
        after that finds the submission loaded anew as well.
        """
        self._settle()
        if not self._seat.told <= set(helpers):
            self.close()
        shared = (self._budget_afresh, self._seat)
        afresh = type(self)(self.source, self.limits, self.sandbox, helpers, oracle, *shared)
        afresh._read, afresh._skip, afresh._tries = self._read, set(self._skip), self._tries
        afresh._definitions_only, afresh._soon_read = self._definitions_only, self._soon_read
        afresh.report = LoadReport(problem=self.report.problem)
        try:
            yield afresh
        finally:
            afresh._settle()
            self._cpu_before, self._since = afresh._cpu_before, afresh._since

    def close(self) -> None:
        """End the worker and everything that it started."""
        self._settle()
        self._seat.close()
        self._cpu_before = 0.0

    def _settle(self) -> None:
        """Write down what was used until now."""
        spent, now = self._seat.cpu_seconds(), time.monotonic()
        self._budget.spent += spent - self._cpu_before
        self._budget.waited += now - self._since
        self._cpu_before, self._since = spent, now

    def start(self) -> None:
        """Start a worker without waiting for it, so that the judge can get ready meanwhile."""
        worker = self._worker
        if worker is None:
            worker = self._seat.worker = _Pipe(self.sandbox, self.source)
            self._cpu_before = 0.0
        if self._seat.stopped.is_set():
            worker.process.kill()

    def warm(self) -> None:
        """Start a worker, without waiting for it, that gets NumPy ready for a submission that is still to come."""
        self.start()
        assert self._worker is not None
        self._worker.send("warm", {"site": list(site_folders())})

    def hand_in(self, source: Source) -> None:
        """Take this submission; to be called before anything was loaded. Its time begins now."""
        self.source = source
        self._since = time.monotonic()

    def stop(self) -> None:
        """Give up, from another thread: whoever waits for an answer is told at once that the worker is gone."""
        self._seat.stopped.set()
        worker = self._worker
        if worker is not None:
            worker.process.kill()

    def load(self) -> LoadReport:
        """Load the submission if need be, again and more carefully where its module level hangs or kills the worker."""
        if self._is_loaded or self.report.problem is not None:
            return self.report
        for _ in range(MAX_RESTARTS_WHILE_LOADING):
            problem = self._try_load()
            if self._seat.stopped.is_set():
                problem = STOPPED
                break
            if problem is None:
                self._seat.loaded_by = self
                for name in self._held:
                    self._hand_over(name)
                return self.report
            self._tries += 1
            self.close()
            if self._tries >= TRIES_TO_READ and not self._soon_read:
                break
        self.report = LoadReport(problem=problem, was_read=self._read is not None)
        return self.report

    @property
    def _is_loaded(self) -> bool:
        return self._worker is not None and self._seat.loaded_by is self

    def _try_load(self) -> Outcome | None:
        self.start()
        worker = self._worker
        assert worker is not None
        self._seat.loaded_by = None
        worker.expect_hello()
        self._seat.told.update(self.replaced)
        reused = worker.load_seconds > 0
        statement: int | None = None
        try:
            worker.send("load", self._order())
            clock = _Clock(worker, self.limits.load_seconds, self.limits)
            kind, fields = worker.receive(clock)
            if kind != "parsed":
                return Crashed("the worker's first word was out of order")
            self._soon_read = worker.cpu_seconds() - clock.cpu < self.limits.load_seconds / 2
            # A worker in which a submission has run is not believed about what stands in it.
            report = self._read = self._read or LoadReport(
                statements=int(fields["statements"]),
                errors=tuple(fields["errors"]),
                forbidden=tuple(fields["forbidden"]),
                uses={name: tuple(names) for name, names in fields["uses"].items()},
            )
            if any(not entry["function"] for entry in report.forbidden):
                self.report = report
                return None
            worker.send(
                "run",
                {
                    "skip": sorted(self._skip),
                    "definitions_only": self._definitions_only,
                    "plain_only": self._tries >= TRIES_WITH_VALUES,
                    "helpers": list(self.replaced),
                },
            )
            while True:
                kind, fields = worker.receive(clock)
                if kind == "at" and (statement is None or fields["statement"] > statement):
                    statement = _line(fields["statement"])
                elif kind == "loaded":
                    break
                else:
                    raise _Lost(Crashed("the worker's words were out of order"))
            self.report = replace(report, raised=tuple(fields["raised"]))
            return None
        except _Lost as lost:
            if not reused:  # else what ran there before may be to blame, and a new worker shows whether
                if statement is not None:
                    self._skip.add(statement)
                self._definitions_only = True
            return lost.outcome
        except (KeyError, TypeError, ValueError, AttributeError):
            self._definitions_only = True
            return Crashed("the worker's words were out of order")

    def _order(self) -> dict[str, Any]:
        return {
            "name": self.source.path.stem,
            "cells": list(self.source.cells),
            "filenames": list(self.source.filenames),
            "forbidden": list(LEARNING_MODULES),
            "siblings": self.sandbox.siblings(self.source),
            "site": list(site_folders()),
            "memory_bytes": self.limits.memory_bytes,
            # One worker may serve a submission, its gate and what is judged once more.
            "cpu_seconds": 30 + 5 * math.ceil(self.limits.submission_seconds),
        }

    def hold(self, name: str, value: Any) -> None:
        """Send a value once, for any number of calls in which `wire.Held(name)` stands for it.

        Functions get the value itself, not a copy. Raises WireError where it is too large.
        """
        self._held[name] = value
        if self._is_loaded:
            self._hand_over(name)

    def _hand_over(self, name: str) -> None:
        worker, value = self._worker, self._held[name]
        assert worker is not None
        if worker.held.get(name) is not value:
            worker.send("hold", {"name": name, "value": value})
            worker.held[name] = value

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        """Call one of the student's functions; never raises for what the student's code does.

        `seconds`, where given, is this call's own limit. What it has beyond the usual one comes on top of what the
        whole submission may take: a gate that trains for minutes brings its time along.
        """
        if self._seat.stopped.is_set():
            return STOPPED
        lost = self._known_lost(function)
        if lost is not None:
            return lost
        living = self._seat.cpu_seconds(CPU_MAX_AGE) - self._cpu_before
        budget = self._budget
        budget.granted += max(0.0, (seconds or 0.0) - self.limits.call_seconds)
        limit = self.limits.submission_seconds + budget.granted
        waited = budget.waited + time.monotonic() - self._since
        if budget.spent + living > limit or waited > limit * self.limits.wall_factor:
            return TimedOut(limit, too_late=True)
        report = self.load()
        for entry in report.forbidden:
            if entry["function"] in ("", function):
                return Forbidden(str(entry["module"]), int(entry["line"]))
        if report.problem is not None:
            return report.problem
        try:
            return self._ask(function, args, kwargs, seconds or self.limits.call_seconds)
        except _Lost as problem:
            self._lost[function] = problem.outcome
            self._definitions_only = self._definitions_only or self._slow_to_load
            self.close()
            return problem.outcome

    def mentioned(self) -> Mapping[str, tuple[str, ...]]:
        """The functions that are there, and the names that stand in each."""
        return self.report.uses

    def _known_lost(self, function: str) -> Outcome | None:
        """What is known beforehand: the function hung or crashed before, or it calls one that did."""
        if function in self._lost:
            return self._lost[function]
        seen, todo = {function}, [function]
        while todo:
            for name in self.report.uses.get(todo.pop(), ()):
                if name in self._lost:
                    return replace(self._lost[name], helper=name)
                if name in self.report.uses and name not in seen:
                    seen.add(name)
                    todo.append(name)
        return None

    @property
    def _slow_to_load(self) -> bool:
        return self._worker is not None and self._worker.load_seconds > 1.0

    def _ask(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float) -> Outcome:
        worker = self._worker
        assert worker is not None
        clock = _Clock(worker, seconds, self.limits)
        answering = 0.0
        number = secrets.token_hex(8)  # what the student's code may have written on the line before is not the answer
        sent, named = [*map(self._as_sent, args)], {key: self._as_sent(kwargs[key]) for key in kwargs}
        worker.send("call", {"function": function, "args": sent, "kwargs": named, "number": number})
        while True:
            kind, fields = worker.receive(clock)
            if kind == "helper" and self.oracle is not None:
                asked = time.monotonic()
                try:
                    worker.send("answer", self._consult(fields))
                except wire.WireError as error:
                    raise _Lost(Crashed(f"it asked for an answer that can't be sent: {error}")) from None
                took = time.monotonic() - asked
                clock.heard(took)
                answering += took
                if answering > MAX_ANSWERING:
                    raise _Lost(TimedOut(seconds))
            elif kind == "result":
                if isinstance(fields.get("number"), str) and fields["number"] == number:
                    return _outcome(fields, function, len(args), self.report)
            else:
                raise _Lost(Crashed("the worker's words were out of order"))

    def _as_sent(self, argument: Any) -> Any:
        """An argument as it travels; the array of a `SentOnce` goes ahead of the first call that is given it."""
        if not isinstance(argument, wire.SentOnce):
            return argument
        name = next((name for name, value in self._held.items() if value is argument.array), "")
        if not name:
            name = f"array {len(self._held)}"
            self.hold(name, argument.array)
        return wire.Held(name, argument.array.shape)

    def _consult(self, fields: Any) -> dict[str, Any]:
        try:
            name, args, kwargs = fields["function"], fields["args"], fields["kwargs"]
            if (
                not isinstance(name, str)
                or name not in self.replaced
                or not isinstance(args, list)
                or not isinstance(kwargs, dict)
            ):
                raise KeyError(name)
        except (KeyError, TypeError):
            raise _Lost(Crashed("the worker's words were out of order")) from None
        assert self.oracle is not None
        outcome = self.oracle(name, args, kwargs)
        if isinstance(outcome, Returned):
            return {"outcome": "returned", "value": outcome.value}
        text = outcome.text if isinstance(outcome, Raised) else "no answer"
        return {"outcome": "raised", "text": f"{name} can't use these arguments: {text}"}


def _outcome(fields: Any, function: str, n_arguments: int, report: LoadReport) -> Outcome:
    """The worker's words about a call, believed only as far as their form is right."""
    try:
        match fields["outcome"]:
            case "returned":
                changed = {
                    int(at): value for at, value in fields["changed"].items() if at in map(str, range(n_arguments))
                }
                return Returned(fields["value"], changed, _printed(fields))
            case "missing":
                return Missing(_unread(function, report))
            case "raised":
                if fields["type"] == "ForbiddenImport":
                    name = str(fields["text"])
                    known = [module for module in LEARNING_MODULES if f"{name}.".startswith(f"{module}.")]
                    return Forbidden(known[0] if known else "this module", _line(fields["line"]))
                if fields["type"] == "MemoryError":
                    return Crashed("it asked for more memory than there is")
                return Raised(
                    _text(fields["type"]),
                    _text(fields["text"]),
                    _line(fields["line"]),
                    _text(fields["code"]),
                    _text(fields["within"]),
                    _printed(fields),
                )
    except (KeyError, TypeError, ValueError, AttributeError):
        pass
    raise _Lost(Crashed("the worker's words were out of order"))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value[:MAX_TEXT]


def _printed(fields: dict[str, Any]) -> str:
    printed = fields.get("printed", "")
    return printed[:MAX_PRINTED] if isinstance(printed, str) else ""


def _line(value: Any) -> int | None:
    return value if type(value) is int else None


def _unread(function: str, report: LoadReport) -> Unread | None:
    """What kept Python from reading a function that the submission does define."""
    for error in report.errors:
        if error.get("function") == function or error.get("rest") is True:
            line, column = _line(error.get("line")) or 0, _line(error.get("column")) or 0
            return Unread(function, _text(error.get("text")), line, column, _text(error.get("code")))
    return None


class _Lost(Exception):
    """The worker is of no more use; the outcome says why."""

    def __init__(self, outcome: TimedOut | Crashed) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class _Pipe:
    """One worker process and the thread that reads its frames."""

    def __init__(self, sandbox: Sandbox, source: Source) -> None:
        self.frames: queue.Queue[Any] = queue.Queue(maxsize=2)  # whoever floods the line waits
        self.load_seconds = 0.0
        self.held: dict[str, Any] = {}
        self._cpu = 0.0
        self._cpu_read = -1.0
        self._memory = 0
        self._greeted = False
        self.killed = False
        self.scratch = ""
        try:
            self.scratch = tempfile.mkdtemp(prefix="digits-")
            self.process = sandbox.popen(source, self.scratch)
        except OSError as error:
            self._tidy()
            raise WorkerBroken(f"The worker can't be started: {error}.") from error
        self.outbox: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._write, daemon=True).start()

    def _read(self) -> None:
        """Put what the worker sends into the queue, to the end; a killed worker's reader finds nobody who listens."""
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            try:
                while not self.killed:
                    self.frames.put(wire.read_frame(stream.read))
            except EOFError:
                self._last_word("its process ended")
            except wire.WireError as error:
                self._last_word(f"its answer could not be used: {error}")
            except (OSError, ValueError):
                self._last_word("its process ended")

    def _last_word(self, reason: str) -> None:
        if not self.killed:
            self.frames.put(_Lost(Crashed(reason)))

    def _write(self) -> None:
        """Write what is to be sent, in a thread: a worker that does not read must not stop the judge."""
        assert self.process.stdin is not None
        try:
            while frame := self.outbox.get():
                self.process.stdin.write(frame)
                self.process.stdin.flush()
        except (OSError, ValueError):
            return  # the reader notices that the process is gone

    def send(self, kind: str, fields: dict[str, Any]) -> None:
        self.outbox.put(wire.encode([kind, fields]))

    def receive(self, clock: _Clock) -> tuple[str, Any]:
        """The next frame, as a pair of its kind and its fields. Raises _Lost on time-out, end or nonsense."""
        while True:
            try:
                frame = self.frames.get(timeout=clock.patience())
                break
            except queue.Empty:
                if self.process.poll() is not None and self.frames.empty():
                    raise _Lost(Crashed("its process ended")) from None
                clock.check()
        clock.check()  # also while frames come: somebody may send them without end
        if isinstance(frame, _Lost):
            raise frame
        match frame:
            case [str(kind), dict(fields)]:
                if kind == "loaded":
                    self.load_seconds = clock.elapsed()
                return kind, fields
        raise _Lost(Crashed("its answer could not be used"))

    def expect_hello(self) -> None:
        """Wait until the worker is there; what goes wrong before that is our fault."""
        if self._greeted:
            return
        try:
            frame = self.frames.get(timeout=60)
        except queue.Empty:
            frame = None
        if frame != ["hello", {}]:
            self.process.kill()
            assert self.process.stderr is not None
            detail = self.process.stderr.read(2000).decode(errors="replace").strip().splitlines()
            self.kill()
            raise WorkerBroken(f"The worker did not start: {detail[-1] if detail else 'it said nothing'}.")
        self._greeted = True

    def cpu_seconds(self, max_age: float = 0.0) -> float:
        """CPU time of the worker and its children so far, read at most so long ago; 0 where nobody tells it."""
        now = time.monotonic()
        if now - self._cpu_read > max_age:
            cpu, self._memory = process_tree_use(self.process.pid)
            self._cpu, self._cpu_read = max(self._cpu, cpu), now
        return self._cpu

    def memory_bytes(self) -> int:
        """Memory of the worker and its children together, read at most CPU_MAX_AGE ago; 0 where nobody tells it."""
        self.cpu_seconds(CPU_MAX_AGE)
        return self._memory

    def kill(self) -> None:
        """End the worker's whole process group, then reap it."""
        self.killed = True
        if os.name == "posix":
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait()
        self.outbox.put(b"")
        with contextlib.suppress(queue.Empty):
            while True:  # let a reader that waits for room go on to the end of its stream, which it then closes
                self.frames.get_nowait()
        for stream in (self.process.stdin, self.process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._tidy()

    def _tidy(self) -> None:
        """Take away the worker's temporary files: it ends by being killed, and can't do so itself."""
        with contextlib.suppress(OSError, RecursionError):  # folders may lie in each other a thousand deep
            shutil.rmtree(self.scratch, ignore_errors=True)


class _Clock:
    """The time one request may take: so much CPU, and several times as much by the wall clock.

    Where the system does not tell the CPU time of a process, the wall clock alone counts.
    """

    def __init__(self, worker: _Pipe, seconds: float, limits: Limits) -> None:
        self.worker = worker
        self.seconds = seconds
        self.wall = seconds * limits.wall_factor
        self.memory_bytes = limits.memory_bytes
        self.begun = time.monotonic()
        self.cpu = worker.cpu_seconds(CPU_MAX_AGE)

    def elapsed(self) -> float:
        return time.monotonic() - self.begun

    def heard(self, judge_seconds: float) -> None:
        """The worker asked for a helper: how long the judge took to answer is not its time."""
        self.begun += judge_seconds

    def patience(self) -> float:
        """How long to wait before looking again."""
        return max(0.02, min(self.seconds - self.elapsed(), 0.25)) if self.elapsed() < self.seconds else 0.1

    def check(self) -> None:
        """Raise _Lost when the time is used up, or more memory than all processes of a submission may have."""
        elapsed = self.elapsed()
        if elapsed < CPU_MAX_AGE:
            return
        if self.worker.memory_bytes() > self.memory_bytes:
            raise _Lost(Crashed("it took more memory than there is"))
        if elapsed < self.seconds:
            return
        cpu = self.worker.cpu_seconds()
        if elapsed >= self.wall or not cpu or cpu - self.cpu >= self.seconds:
            raise _Lost(TimedOut(self.seconds))


def process_tree_use(pid: int) -> tuple[float, int]:
    """CPU seconds and bytes of memory of a process and its living descendants, from /proc; 0 where there is none."""
    seconds, pages, todo = 0.0, 0, [pid]
    ticks = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
    while todo:
        current = todo.pop()
        try:
            fields = _proc(f"{current}/stat").rpartition(b")")[2].split()
            seconds += sum(map(int, fields[11:15])) / ticks
            pages += int(fields[21])
            for thread in os.listdir(f"/proc/{current}/task"):  # each thread has children of its own
                todo += map(int, _proc(f"{current}/task/{thread}/children").split())
        except (OSError, ValueError, IndexError):
            continue
    return seconds, pages * (os.sysconf("SC_PAGE_SIZE") if pages else 0)


def _proc(name: str) -> bytes:
    """A file below /proc, in bytes, because a process may call itself anything; without what pathlib would cost."""
    with open(f"/proc/{name}", "rb", buffering=0) as file:
        return file.read()
