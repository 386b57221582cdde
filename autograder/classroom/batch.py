"""A class graded: any number of submissions over any executor, each result safe before it is counted.

One path for one machine and for a cluster. A submission travels as bytes, a result comes back as data; what breaks on
the way is tried again elsewhere, and never becomes a zero.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import Any, Protocol

from autograder import course as courses
from autograder import rules
from autograder.classroom.intake import Entry, Handed
from autograder.classroom.store import Run, Store
from autograder.judge.answers import answers_for
from autograder.judge.asking import Answers
from autograder.judge.grade import Frame, Settings, grade
from autograder.judge.results import Result
from autograder.report import feedback
from autograder.student.sandbox import choose, why_no_bubblewrap

ATTEMPTS = 3
# Submissions under way for each job: enough that no job waits, few enough that memory stays flat.
AHEAD = 3
STOPPING = threading.Event()  # set in a pool's process that is told to end


@dataclass(frozen=True)
class Order:
    """How to grade a submission, as data that can travel to another machine."""

    run: Run
    sandbox: str


@dataclass(frozen=True)
class Graded:
    """A result that came back, with the seconds that it took."""

    result: Result
    seconds: float


class Progress(Protocol):
    """Whoever wants to know how far the class is."""

    def begin(self, total: int) -> None:
        """There are so many submissions."""
        ...

    def done(self, student: str, result: Result, fresh: bool) -> None:
        """A result is on disk; `fresh` where it was graded just now."""
        ...


@dataclass
class Report:
    """What became of a class run: counts, and the students who could not be read or whose grading broke, with why."""

    graded: int = 0
    kept: int = 0
    unreadable: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    other_assignment: dict[str, str] = field(default_factory=dict)  # a student's file without marks, called like one
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass
class Job:
    """A submission on its way. It goes `alone` once a pool was lost with it, which it may have been the cause of."""

    handed: Handed
    attempts: int = 0
    alone: bool = False


def why_not_here(order: Order) -> str:
    """Why this process, which may be on another machine, can't grade; empty where it can."""
    trouble = why_no_bubblewrap() if order.sandbox == "bubblewrap" else ""
    return trouble or _other_course(order.run)


def _other_course(run: Run) -> str:
    if _digest(run.assignment) == run.course:
        return ""
    return (
        f"the course in {courses.load().root} is another than where the command was given. Bring both up to date, and "
        "start the cluster's workers anew."
    )


@cache
def _digest(assignment: str) -> str:
    """That of the course as this process has loaded it, once and for all."""
    course = courses.load()
    return rules.digest(course, course.assignment(assignment))


def grade_handed(order: Order, handed: Handed) -> Graded:
    """Grade one submission, wherever this runs: the same course must be installed there, no disk need be shared.

    Raises CourseError where it is another course.
    """
    if STOPPING.is_set():
        os._exit(1)  # Python's pools go on with what is in their queue
    if trouble := _other_course(order.run):
        raise courses.CourseError(trouble)
    begun = time.monotonic()
    course = courses.load()
    assignment = course.assignment(order.run.assignment)
    settings = Settings(
        seed=order.run.seed, limits=order.run.limits, sandbox=choose(order.sandbox), reveal=False, keep=True
    )
    if handed.trouble:
        result = Frame(course, assignment, handed.student, settings).without_code("unreadable", handed.trouble)
    else:
        with handed.unpacked() as folder:
            result = grade(folder, course, assignment, _answers(order.run), settings)
    details = {**result.details, **_origin(order, handed), "handed_at": handed.handed_at}
    if handed.note:
        details["left_out"] = handed.note
    result = replace(result, submission=handed.student, course_version=order.run.course, details=details)
    return Graded(result, time.monotonic() - begun)


def _origin(order: Order, handed: Handed) -> dict[str, Any]:
    """What a result came from: the run, which stands for the secret seed too, its limits, and the content."""
    return {"run": order.run.id, "limits": asdict(order.run.limits), "content": handed.content_hash}


@cache
def _answers(run: Run) -> Answers:
    return answers_for(run.assignment, courses.find_root(), run.seed)


def grade_class(
    entries: Iterable[Entry],
    store: Store,
    order: Order,
    make_executor: Callable[[], Executor],
    jobs: int,
    progress: Progress,
    regrade: bool = False,
) -> Report:
    """Grade what is not graded yet; every result is in the store before it is counted."""
    report = Report()
    title = courses.load().assignment(order.run.assignment).title
    waiting: deque[Job] = deque()
    fresh = _to_grade(entries, store, order, progress, report, regrade)
    executor = make_executor()
    under_way: dict[Future[Graded], Job] = {}
    try:
        while True:
            pool_lost = False
            while len(under_way) < jobs * AHEAD and not any(job.alone for job in under_way.values()):
                job = waiting.popleft() if waiting else next(fresh, None)
                if job is None:
                    break
                if job.alone and under_way:
                    waiting.appendleft(job)
                    break
                try:
                    under_way[executor.submit(grade_handed, order, job.handed)] = job
                except BrokenExecutor:  # it was lost while results were written
                    waiting.append(job)
                    pool_lost = True
                    break
                job.attempts += 1
            if not under_way and not pool_lost:
                return report
            finished, _ = wait(under_way, 0 if pool_lost else None, FIRST_COMPLETED)
            suspects: list[Job] = []
            for future in finished:
                job = under_way.pop(future)
                graded, reason = _outcome(future)
                if _lost_its_pool(future):
                    pool_lost = True
                    if not job.alone:
                        suspects.append(job)
                        continue
                if graded is not None and graded.result.status == "broken":
                    reason = graded.result.message
                if reason and job.attempts < ATTEMPTS:
                    waiting.append(job)
                    continue
                if graded is None:
                    graded = Graded(_broken(order, job.handed, reason), 0.0)
                _keep(store, title, job.handed.student, graded, report, progress)
                other = _of_another_assignment(order.run.assignment, job.handed)
                if other and graded.result.score == 0:
                    report.other_assignment[job.handed.student] = other
            if pool_lost:
                suspects += under_way.values()
                under_way.clear()
                for job in suspects:
                    job.attempts -= 1  # one of them may be to blame, or none
                    job.alone = True
                waiting += suspects
                _shut_down(executor)
                executor = make_executor()
    finally:
        _shut_down(executor)


def _shut_down(executor: Executor) -> None:
    """Let go of an executor without waiting; Dask's knows no `cancel_futures`."""
    try:
        executor.shutdown(wait=False, cancel_futures=True)
    except TypeError:
        executor.shutdown(wait=False)


def _to_grade(
    entries: Iterable[Entry], store: Store, order: Order, progress: Progress, report: Report, regrade: bool
) -> Iterator[Job]:
    """The submissions that have no result of this run and content yet, read one by one."""
    for entry in entries:
        handed = entry.read()
        done = None if regrade else store.finished(handed.student, order.run, handed.content_hash)
        if done is None:
            yield Job(handed)
        else:
            report.kept += 1
            progress.done(handed.student, done, fresh=False)


def _lost_its_pool(future: Future[Graded]) -> bool:
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _outcome(future: Future[Graded]) -> tuple[Graded | None, str]:
    """A future's result, or why there is none."""
    try:
        return future.result(), ""
    except CancelledError:
        return None, "the grading was cancelled"
    except Exception as error:  # whatever a pool or a cluster raises when a worker of its own dies
        return None, f"{type(error).__name__}: {error}"[:300]


def _broken(order: Order, handed: Handed, reason: str) -> Result:
    course = courses.load()
    assignment = course.assignment(order.run.assignment)
    frame = Frame(course, assignment, handed.student, Settings(seed=order.run.seed, reveal=False))
    result = frame.without_code("broken", reason)
    return replace(result, course_version=order.run.course, details=_origin(order, handed))


def _of_another_assignment(assignment: str, handed: Handed) -> str:
    """The file that was judged, where it is called like another assignment of the course; else ""."""
    others = [other.name for other in courses.load().assignments if other.name != assignment]
    return handed.main if handed.main.rpartition(".")[0] in others else ""


def _keep(store: Store, title: str, student: str, graded: Graded, report: Report, progress: Progress) -> None:
    store.put(student, graded.result, feedback.page(student, graded.result, title))
    report.graded += 1
    report.seconds[student] = graded.seconds
    if graded.result.status == "broken":
        report.broken[student] = graded.result.message
    if graded.result.status == "unreadable":
        report.unreadable[student] = graded.result.message
    progress.done(student, graded.result, fresh=True)
