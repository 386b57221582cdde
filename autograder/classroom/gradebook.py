"""Marks into nbgrader's gradebook, so that formgrader and `nbgrader generate_feedback` show ours. The one file that
knows nbgrader.

One writer, and one transaction a submission: a student has all marks of one grading or of the other, never some of
each. What a person has added stays: manual scores, comments, extra credit. A late submission costs what the course's
own late policy says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.classroom import autograded
from autograder.classroom.autograded import CHECK
from autograder.classroom.intake import Handed
from autograder.course import Assignment
from autograder.files import write_whole
from autograder.judge.results import ExerciseResult, Result

CONFIG = "nbgrader_config.py"
DATABASE = "gradebook.db"  # where nbgrader keeps marks unless its configuration says otherwise
GRAMMARS = "rfc3987_syntax"
NOTES = ("timestamp.txt", "submission_secret.txt")  # when it came in, and where its feedback may be fetched
MAX_NOTE = 4096  # bytes of one
EXERCISE = "exercise-"  # as CHECK: how the notebook's cells are called, before the exercise's name


class GradebookError(Exception):
    """The gradebook can't be used; the message says why, in one line."""


@dataclass(frozen=True)
class Place:
    """A course of nbgrader's: its folder, and where its gradebook is, as a URL of SQLAlchemy's."""

    folder: Path
    url: str


def place(submitted: Path, url: str | None) -> Place | None:
    """The gradebook that a class's marks go to: the given one, else that of the nbgrader course around `submitted`.

    None where there is neither. Raises GradebookError where nbgrader is needed and missing.
    """
    folder = submitted.resolve().parent
    if url is not None:
        return Place(folder, url if "://" in url else f"sqlite:///{Path(url).resolve()}")
    if not (folder / CONFIG).is_file():
        return None
    configured = _config(folder).get("CourseDirectory", {}).get("db_url", "")
    if not configured and not (folder / DATABASE).is_file():
        return None
    return Place(folder, configured or f"sqlite:///{folder / DATABASE}")


@contextmanager
def opened(where: Place, assignment: Assignment) -> Iterator[Book]:
    """The gradebook, with the assignment in it. Raises GradebookError."""
    api = _nbgrader()
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    try:
        parsed = make_url(where.url)
    except ArgumentError:
        raise GradebookError("--gradebook takes a file, or a URL such as postgresql+psycopg://me@host/name.") from None
    shown = parsed.render_as_string(hide_password=True)
    unknown = f"{shown} has no {assignment.name} yet. Run `nbgrader generate_assignment {assignment.name}` first."
    config = _config(where.folder)
    course = config.get("CourseDirectory", {}).get("course_id", "default_course")
    try:
        if not _is_gradebook(parsed):
            raise GradebookError(unknown)
        with api.Gradebook(where.url, course) as book:
            yield Book(book, assignment, where.folder, config)
    except api.MissingEntry:
        raise GradebookError(unknown) from None
    except ImportError as error:
        raise GradebookError(f"{shown} needs a driver: pip install {error.name}.") from None
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise GradebookError(f"{shown} can't be used: {reason}") from None


def _is_gradebook(url: Any) -> bool:
    """Whether there is a gradebook already; looking makes none."""
    from sqlalchemy import create_engine, inspect

    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return False
    engine = create_engine(url)
    try:
        return bool(inspect(engine).has_table("assignment"))
    finally:
        engine.dispose()


class Book:
    """An open gradebook."""

    def __init__(self, book: Any, assignment: Assignment, folder: Path, config: Any) -> None:
        self.book = book
        self.assignment = assignment
        self.folder = folder
        self.config = config
        notebook = book.find_notebook(assignment.name, assignment.name)
        self.cells = autograded.Cells(
            graded=frozenset(cell.name for cell in notebook.grade_cells),
            written=frozenset(cell.name for cell in notebook.solution_cells),
        )
        # Each student's marks ask for these: kept, and not forgotten with each commit, they are read once.
        self.kept = (*notebook.grade_cells, *notebook.solution_cells, *notebook.task_cells)
        book.db().expire_on_commit = False
        book.db.commit()  # nothing stays locked while a class is graded

    def write(self, handed: Handed, result: Result) -> None:
        """One student's marks, and the notebook that shows them, in the places of `nbgrader autograde`.

        A broken result is no mark: nothing is written.
        """
        if result.status == "broken":
            return
        if handed.student not in ("", ".", "..") and not set(handed.student) & set("/\\\0"):
            try:
                self._write_notebook(handed, result)
            except OSError as error:
                place = self.folder / "autograded" / handed.student
                raise GradebookError(
                    f"{place} can't be written: {error.strerror}. The results are kept: mend that, and give the same "
                    "command again."
                ) from None
        try:
            self._write_marks(handed, result)
            self.book.db.commit()
        except BaseException:
            self.book.db.rollback()
            raise

    def _write_notebook(self, handed: Handed, result: Result) -> None:
        """What feedback is made of; with the notes beside it without which nbgrader releases none."""
        place = Path(handed.student, self.assignment.name)
        target = self.folder / "autograded" / place
        target.mkdir(parents=True, exist_ok=True)
        text = autograded.notebook(handed, result, self.assignment, self.cells)
        write_whole(target / f"{self.assignment.name}.ipynb", text.encode())
        for name in NOTES:
            note = self.folder / "submitted" / place / name
            if note.is_file() and not note.is_symlink():
                with note.open("rb") as file:
                    write_whole(target / name, file.read(MAX_NOTE))

    def _write_marks(self, handed: Handed, result: Result) -> None:
        submission = self._submission(handed.student)
        if handed.handed_at is not None:
            submission.timestamp = datetime.fromtimestamp(handed.handed_at, UTC).replace(tzinfo=None)
        exercises = {exercise.name: exercise for exercise in result.exercises}
        for notebook in submission.notebooks:
            with self.book.db.no_autoflush:  # else each cell that is looked up sends what was written before it
                for grade in notebook.grades:
                    exercise = exercises.get(grade.name.removeprefix(CHECK))
                    if exercise is not None:
                        share = exercise.score / exercise.max_score if exercise.max_score else 0.0
                        grade.auto_score = share * grade.cell.max_score
                        grade.needs_manual_grade = grade.manual_score is not None
                for comment in notebook.comments:
                    exercise = exercises.get(comment.name.removeprefix(EXERCISE))
                    if exercise is not None:
                        comment.auto_comment = _comment(exercise, result)
            self._write_penalty(submission, notebook)

    def _submission(self, student: str) -> Any:
        """The student's submission with its notebooks, grades and comments, made where it is not there yet."""
        api = _nbgrader()
        try:
            return self.book.find_submission(self.assignment.name, student)
        except api.MissingEntry:
            pass
        known = self.book.db.get(api.Student, student) or api.Student(id=student)
        assignment = self.book.find_assignment(self.assignment.name)
        with self.book.db.no_autoflush:
            submission = api.SubmittedAssignment(assignment=assignment, student=known)
            for notebook in assignment.notebooks:
                made = api.SubmittedNotebook(notebook=notebook, assignment=submission)
                for cell in (*notebook.grade_cells, *notebook.task_cells):
                    api.Grade(cell_id=cell.id, cell=cell, notebook=made)
                for cell in (*notebook.solution_cells, *notebook.task_cells):
                    api.Comment(cell_id=cell.id, cell=cell, notebook=made)
            self.book.db.add(submission)
        return submission

    def _write_penalty(self, submission: Any, notebook: Any) -> None:
        """What coming late costs, by the plugin that the course's configuration names; at most the marks earned."""
        from nbgrader.preprocessors import AssignLatePenalties

        notebook.late_submission_penalty = None
        self.book.db.flush()
        self.book.db.refresh(notebook)
        late = submission.total_seconds_late
        if late > 0:
            policy = AssignLatePenalties(config=self.config)
            policy.init_plugin()
            penalty = policy.plugin_inst.late_submission_penalty(submission.student.id, notebook.score, late)
            if penalty is not None:
                notebook.late_submission_penalty = min(max(penalty, 0), notebook.score)


def _comment(exercise: ExerciseResult, result: Result) -> str | None:
    """What stands below a student's function: what is wrong with it."""
    if result.status != "graded":
        return result.message
    return None if exercise.status == "passed" else exercise.message


def _nbgrader() -> Any:
    # On its way jsonschema would compile the grammars of web addresses in all scripts, for three seconds. It does
    # without where they are not there, and nothing here asks for them.
    hidden = sys.modules.setdefault(GRAMMARS, None) is None  # type: ignore[arg-type]
    try:
        import nbgrader.api
    except ImportError:
        raise GradebookError(
            "nbgrader is not installed, and the gradebook is its own. In the course's folder: "
            "pip install -e '.[instructor]'. Or grade with --no-gradebook."
        ) from None
    finally:
        if hidden:
            del sys.modules[GRAMMARS]
    return nbgrader.api


def _config(folder: Path) -> Any:
    """The course's nbgrader configuration; empty where it has none."""
    _nbgrader()
    from traitlets.config import Config
    from traitlets.config.loader import PyFileConfigLoader

    if not (folder / CONFIG).is_file():
        return Config()
    try:
        return PyFileConfigLoader(CONFIG, path=str(folder)).load_config()
    except Exception as error:  # it is a program of the instructor's, and may fail in any way
        raise GradebookError(f"{folder / CONFIG} can't be used: {type(error).__name__}: {error}") from None
