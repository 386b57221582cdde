"""A class run from beginning to end: what was handed in, graded, and summed up in the results folder."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from autograder import digits
from autograder.classroom import cluster, exports, gradebook, intake, names, store
from autograder.classroom.batch import STOPPING, Order, Progress, Report, grade_class, why_not_here
from autograder.classroom.summary import summarise
from autograder.course import Assignment, Course
from autograder.judge.answers import answers_for
from autograder.report import class_page
from autograder.student.process import Limits

SECONDS_TO_TIDY = 5.0


@dataclass(frozen=True)
class Options:
    """What the command line leaves to choose."""

    jobs: int | None = None  # a processor each, here or the cluster's
    scheduler: str | None = None
    seed: int | None = None
    sandbox: str = "bubblewrap"
    regrade: bool = False
    limits: Limits = field(default_factory=Limits)
    book: gradebook.Place | None = None


def grade_folder(
    submitted: Path, out: Path, course: Course, assignment: Assignment, options: Options, progress: Progress
) -> Report:
    """Grade all that was handed in.

    Raises IntakeError, StoreError, GradebookError, ClusterError, CourseError or DigitsError: one clear line.
    """
    entries = intake.entries(submitted, assignment.name)
    for split in digits.SPLITS:
        digits.load(split, course.root)  # complain now, and not at each submission's gate
    if options.book is not None:
        with gradebook.opened(options.book, assignment):
            pass  # complain now, and not when all is graded
    with store.opened(out) as results:
        results.names = names.file_names([entry.student for entry in entries])
        run = results.run(course, assignment, options.limits, options.seed)
        answers_for(assignment.name, course.root, run.seed)  # complain now, and not once a submission
        results.note_class(finished=False)
        progress.begin(len(entries))
        order = Order(run, options.sandbox)
        with _executors(options, order) as (make_executor, jobs):
            report = grade_class(entries, results, order, make_executor, jobs, progress, options.regrade)
        _sum_up(results, course, assignment, report)
        results.note_class(finished=True)
        if options.book is not None:
            _write_to_book(options.book, assignment, entries, results)
    return report


@contextmanager
def _executors(options: Options, order: Order) -> Iterator[tuple[Callable[[], Executor], int]]:
    """Makes executors, pools of processes here or the cluster's, and says how many jobs each does at a time."""
    if options.scheduler:
        client = cluster.connect(options.scheduler)
        try:
            cluster.demand(client, why_not_here, order)
            yield client.get_executor, options.jobs or cluster.threads(client)
        finally:
            client.close()
    else:
        context = multiprocessing.get_context("spawn")  # a fork would copy the threads that talk to workers
        others = multiprocessing.active_children()
        try:
            jobs = options.jobs or _processors()
            yield lambda: ProcessPoolExecutor(jobs, context, initializer=_prepare_pool_process), jobs
        except BaseException:  # Ctrl-C above all; what is under way may take minutes
            _end([process for process in multiprocessing.active_children() if process not in others])
            raise


def _processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end(processes: Sequence[BaseProcess]) -> None:
    """End processes, with some seconds in which they can take away their temporary files."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + SECONDS_TO_TIDY
    for process in processes:
        process.join(max(0.0, deadline - time.monotonic()))
        process.kill()


def _prepare_pool_process() -> None:
    """Ctrl-C is for the grader, which then ends its pool; and when the grader dies, however it dies, so do we."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _stop(*_: object) -> None:
    """Give up what is under way, and begin nothing more."""
    STOPPING.set()
    raise KeyboardInterrupt


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _write_to_book(
    place: gradebook.Place, assignment: Assignment, entries: Sequence[intake.Entry], results: store.Store
) -> None:
    """Every student's marks into nbgrader's gradebook, from what is on disk; the same again changes nothing."""
    by_student = {entry.student: entry for entry in entries}
    with gradebook.opened(place, assignment) as book:
        for student, result in results.results():
            book.write(by_student[student].read(), result)


def _sum_up(results: store.Store, course: Course, assignment: Assignment, report: Report) -> None:
    """The files about the whole class, made of what is on disk."""
    summaries = [summarise(student, result) for student, result in results.results()]
    results.write("grades.csv", exports.grades_csv(summaries).encode("utf-8", "replace"))
    explanations = exports.explanations(course, assignment)
    links = {student: f"{name}.html" for student, name in results.names.items()}
    page = class_page.page(assignment.title, summaries, explanations, links)
    results.write("class.html", page.encode("utf-8", "replace"))
    timings = exports.timings_csv(report.seconds, results.read("timings.csv"))
    results.write("timings.csv", timings.encode("utf-8", "replace"))
