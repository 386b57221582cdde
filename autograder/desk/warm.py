"""Verdicts at once: a judge that is ready before the student saves, in a thread of its own, and that can be stopped.

What takes long is done beforehand: pytest and the answers are loaded, and a worker process stands by in which Python
and NumPy have started. Each verdict uses up a worker, so every submission is loaded into a fresh one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course import Assignment, Course

if TYPE_CHECKING:
    from autograder.judge.results import ExerciseResult
    from autograder.student.process import StudentProcess
    from autograder.student.source import Source


@dataclass(frozen=True)
class Verdict:
    """What became of the exercise that was asked for; `trouble` says why the file could not be judged at all."""

    exercise: str
    result: ExerciseResult | None
    trouble: str = ""


@dataclass(frozen=True)
class Standing:
    """Every exercise as it is now."""

    results: Mapping[str, ExerciseResult]


@dataclass(frozen=True)
class Failed:
    """The judge itself can't go on."""

    error: Exception


News = Verdict | Standing | Failed


class WarmJudge:
    """Judges one exercise after another on demand; a new demand stops what is going on. Use as a context manager."""

    def __init__(self, course: Course, assignment: Assignment, path: Path, deliver: Callable[[News], None]) -> None:
        self.course = course
        self.assignment = assignment
        self.path = path
        self._deliver = deliver
        self._changed = threading.Condition()
        self._number = 0  # of the latest demand
        self._wanted: str | None = None
        self._closed = False
        self._running: StudentProcess | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> WarmJudge:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        with self._changed:
            self._closed = True
            self._stop()
        self._thread.join(timeout=5)

    def judge(self, exercise: str) -> None:
        """Ask for a verdict on an exercise, then for how all stand; with no name for the second only."""
        with self._changed:
            self._wanted = exercise
            self._stop()

    def _stop(self) -> None:
        self._number += 1
        if self._running is not None:
            self._running.stop()
        self._changed.notify()

    # -- in the judge's thread

    def _work(self) -> None:
        try:
            session = _Session(self)
            try:
                while (demand := self._next()) is not None:
                    session.serve(*demand)
            finally:
                session.close()
        except Exception as error:
            self._deliver(Failed(error))

    def _next(self) -> tuple[int, str] | None:
        """Wait for a demand: its number and its exercise. None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted is not None or self._closed)
            if self._closed or self._wanted is None:
                return None
            exercise, self._wanted = self._wanted, None
            return self._number, exercise

    def tell(self, number: int, news: News) -> bool:
        """Deliver news, unless they are no longer asked for."""
        with self._changed:
            if number != self._number:
                return False
        self._deliver(news)
        return True

    def running(self, number: int, student: StudentProcess | None) -> bool:
        """Note whom to stop when something else is asked for; False where that is so already."""
        with self._changed:
            self._running = student
            return number == self._number


class _Session:
    """What the judge's thread holds ready; made there, as importing it takes a while."""

    def __init__(self, owner: WarmJudge) -> None:
        from autograder.desk.progress import Progress
        from autograder.judge.answers import answers_for
        from autograder.judge.grade import Frame, Settings

        self.owner = owner
        self.assignment = owner.assignment
        self.settings = Settings()
        self.frame = Frame(owner.course, owner.assignment, str(owner.path), self.settings)
        self.progress = Progress(owner.course, owner.assignment)
        self.answers = answers_for(self.assignment.name, owner.course.root)
        self.spare: StudentProcess | None = self._warm_student()

    def close(self) -> None:
        if self.spare is not None:
            self.spare.close()

    def _warm_student(self) -> StudentProcess:
        from autograder.student.process import StudentProcess
        from autograder.student.source import Source

        nothing = Source(self.owner.path, (), ())
        student = StudentProcess(nothing, self.settings.limits, self.settings.sandbox)
        student.warm()
        return student

    def serve(self, number: int, exercise: str) -> None:
        """Answer one demand, then get ready for the next."""
        self._answer(number, exercise)
        self.spare = self.spare or self._warm_student()

    def _answer(self, number: int, exercise: str) -> None:
        from autograder.student.source import Unreadable, read

        try:
            source = read(self.owner.path, self.assignment.name)
        except FileNotFoundError:
            self.owner.tell(number, Verdict(exercise, None, f"{self.owner.path} is gone. Put it back."))
            return
        except Unreadable as error:
            self.owner.tell(number, Verdict(exercise, None, str(error)))
            return
        if exercise:
            results, trouble = self._judge(number, source, [exercise])
            told = self.owner.tell(number, Verdict(exercise, results[0] if results else None, trouble))
            if not told or not results:
                return
            self.spare = self._warm_student()
            self.progress.remember(source, results)
        self._survey(number, source)

    def _survey(self, number: int, source: Source) -> None:
        from autograder.desk.standing import standing

        results = standing(source, self.assignment, self.progress, lambda names: self._judge(number, source, names)[0])
        self.owner.tell(number, Standing(results))

    def _judge(self, number: int, source: Source, names: Sequence[str]) -> tuple[Sequence[ExerciseResult], str]:
        """The results of some exercises; or none, and why."""
        from autograder.judge.grade import grade_handed_in

        student, self.spare = self.spare or self._warm_student(), None
        with student:
            if not self.owner.running(number, student):
                return (), ""
            student.hand_in(source)
            result = grade_handed_in(student, self.frame, self.answers, names)
        if not self.owner.running(number, None):
            return (), ""
        if result.status == "broken":
            raise RuntimeError(result.message)
        return (result.exercises, "") if result.status == "graded" else ((), result.message)
