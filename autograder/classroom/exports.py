"""Marks made ready for other systems: a plain table, and those of Canvas and Moodle.

A broken result has no mark: it is listed without a score in the table, and left out of what other systems read.
"""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from autograder.archives import member
from autograder.classroom.store import class_of
from autograder.classroom.summary import Summary, summarise
from autograder.course import Assignment, Course
from autograder.judge.answers import answers_for
from autograder.judge.results import Result
from autograder.report.terminal import GATE_MARKS, MARKS

COLUMNS = ("student", "score", "max_score", "status", "dev_accuracy")
# Spreadsheets take a cell that begins so for a formula, the full-width signs included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# What to do about a run that was stopped, or still goes on.
GO_ON = "give the same `autograder grade` command again, and export when it is done."


class ExportError(Exception):
    """Something can't be exported; the message says why, in one line."""


# What is exported


@dataclass(frozen=True)
class GradedClass:
    """What a results folder holds of the class of its last run, which is what grades.csv lists when it is finished.

    names      each student's file name, those included who have no result yet
    rows       the results, by student
    left_over  people of earlier runs, who are not in the class any more
    finished   the run came to its end
    """

    assignment: str
    names: Mapping[str, str]
    rows: list[Summary]
    left_over: list[str]
    finished: bool

    @property
    def waiting(self) -> list[str]:
        """Those who have no result yet."""
        graded = {row.student for row in self.rows}
        return sorted(student for student in self.names if student not in graded)


def graded_class(folder: Path) -> GradedClass:
    """The class of the last run into a folder. Raises ExportError where it holds no results, or a damaged one.

    A folder that an older version has filled does not say who is in the class: all that lies there counts.
    """
    paths = {path.stem: path for path in sorted(folder.glob("*.json"))}
    note = class_of(folder)
    if note is None:
        found = {result.submission: (stem, result) for stem, result in _read(paths)}
    else:
        wanted = {name: student for student, name in note.names.items()}
        there = {name: path for name, path in paths.items() if name in wanted}
        found = {wanted[name]: (name, result) for name, result in _read(there)}
    if not found and note is not None and not note.finished:
        raise ExportError(f"{folder} holds no results yet: {GO_ON}")
    if not found:
        raise ExportError(f"{folder} holds no results. Give the folder that `autograder grade --out` has filled.")
    assignments = sorted({result.assignment for _, result in found.values()})
    if len(assignments) > 1:
        listed = " and ".join(assignments)
        raise ExportError(f"{folder} holds results of {listed}. Grade each assignment into a folder of its own.")
    return GradedClass(
        assignment=assignments[0],
        names={student: name for student, (name, _) in found.items()} if note is None else note.names,
        rows=[summarise(student, result) for student, (_, result) in sorted(found.items())],
        left_over=[] if note is None else _submissions(paths[name] for name in paths if name not in wanted),
        finished=note is None or note.finished,
    )


def _read(paths: Mapping[str, Path]) -> Iterator[tuple[str, Result]]:
    for name, path in paths.items():
        try:
            yield name, Result.from_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            raise ExportError(f"{path} is no result. Grade the class again into this folder: it is mended.") from None


def _submissions(paths: Iterable[Path]) -> list[str]:
    """The students of these results; the file's name stands for one that can't be read."""
    found = []
    for path in paths:
        try:
            found += [result.submission for _, result in _read({path.stem: path})]
        except ExportError:
            found.append(path.stem)
    return sorted(found)


def pages(folder: Path, graded: GradedClass) -> Iterator[tuple[str, bytes]]:
    """Each student's feedback page, out of the results folder. Raises ExportError where one is missing."""
    for row in graded.rows:
        path = folder / f"{graded.names[row.student]}.html"
        if not path.is_file():
            raise ExportError(f"{path} is missing. Grade the class again into this folder: it is mended.")
        yield row.student, path.read_bytes()


def explanations(course: Course, assignment: Assignment) -> dict[str, str]:
    """What each mistake of the catalogue is, in a sentence, by its id."""
    answers = answers_for(assignment.name, course.root)
    return {e.id: e.did for exercise in assignment.exercises for e in answers.explanations(exercise.name)}


# A table


def grades_csv(rows: Iterable[Summary]) -> str:
    """All marks as CSV (RFC 4180, but with LF): a row a student, a column an exercise, an empty score where broken.

    An exercise that is called as one of the first columns is, `dev_accuracy`, has `_marks` after its name.
    """
    kept = list(rows)
    exercises = list(dict.fromkeys(entry[0] for row in kept for entry in row.exercises))
    lines = [[*COLUMNS, *(f"{name}_marks" if name in COLUMNS else name for name in exercises)]]
    for row in kept:
        marks = {} if row.status == "broken" else {name: number(score) for name, score, *_ in row.exercises}
        total = "" if row.status == "broken" else number(row.score)
        lines.append([row.student, total, number(row.max_score), row.status, number(row.dev_accuracy)])
        lines[-1] += [marks.get(name, "") for name in exercises]
    return table(lines)


def table(lines: Iterable[Iterable[str]]) -> str:
    """Rows of text as CSV."""
    return "".join(",".join(cell(text) for text in line) + "\n" for line in lines)


def cell(text: str) -> str:
    """Text as one cell of CSV, which no spreadsheet takes for a formula: an apostrophe before it says that it is text.

    Half a surrogate pair, which no file may hold, is written as its code.
    """
    text = text.encode("utf-8", "backslashreplace").decode()
    if text.lstrip(" ").startswith(FORMULA) and text != "-":
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if re.search(r'[",\r\n]|^\s|\s$', text) else text


def timings_csv(seconds: Mapping[str, float], before: str = "") -> str:
    """How long each student's grading took, the slowest first.

    `before` is the table of an earlier run: who was not graded anew is kept from it.
    """
    fresh = table([student, f"{took:.2f}"] for student, took in seconds.items())
    known = {**_timings(before), **_timings(fresh)}
    slowest = sorted(known.items(), key=lambda item: -item[1])
    return table([("student", "seconds"), *((student, f"{took:.2f}") for student, took in slowest)])


def _timings(text: str) -> dict[str, float]:
    """Seconds by the student's cell; what is no such row is passed over."""
    found: dict[str, float] = {}
    for row in csv.reader(io.StringIO(text)):
        with suppress(ValueError, IndexError):
            found[row[0]] = float(row[1])
    return found


def number(value: float | None) -> str:
    """A number as short as it can be written; nothing for none."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


# Canvas


def canvas_csv(rows: Iterable[Summary], title: str, known: Mapping[str, str]) -> str:
    """A table for Canvas's *Import grades*; `title` is the assignment's, best with its number: `Digits (4711)`.

    Canvas looks for a student by its own ID, then by SIS user id, then by login (lib/gradebook_importer.rb); `known`
    are the numbers from `roster.look_up`, and a student without one is given by name as both of the others. Leave out
    its `rivals`: Canvas would find one student by both names.
    """
    kept = [row for row in rows if row.status != "broken"]
    points = number(kept[0].max_score) if kept else ""
    lines = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]]
    lines.append(["    Points Possible", "", "", "", "", points])
    for row in kept:
        number_known = known.get(row.student, "")
        other = "" if number_known else row.student
        lines.append([row.student, number_known, other, other, "", number(row.score)])
    return table(lines)


# Moodle


def moodle_csv(rows: Iterable[Summary], known: Mapping[str, str], explained: Mapping[str, str]) -> str:
    """A table for Moodle's *Upload grading worksheet*, with feedback comments; only students whose number is known.

    `explained` says what each mistake is, from `explanations`.

    Moodle wants these column names in the language of the site, this is English; and where there was a mark before, the
    box "Allow updating records that have been modified more recently in Moodle" (mod/assign/feedback/offline).
    """
    lines = [["Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)", "Feedback comments"]]
    for row in rows:
        if row.status != "broken" and row.student in known:
            name = re.sub(r"_\d+$", "", row.student)
            lines.append([f"Participant {known[row.student]}", name, number(row.score), number(row.max_score)])
            lines[-1] += ["-", html.escape(comment(row, explained))]
    return table(lines)


def comment(row: Summary, explained: Mapping[str, str]) -> str:
    """A result in a few sentences, for people who do not open the feedback page. It shows no input of a hidden run."""
    parts = [f"{number(row.score)} of {number(row.max_score)} points."]
    if row.dev_accuracy is not None:
        parts.append(f"The network reads {row.dev_accuracy:.1%} of the dev digits.")
    if row.message:
        parts.append(row.message)
    if row.status != "graded":
        return " ".join(parts)
    others: dict[str, list[str]] = {}
    for place, (name, _, _, status, _, mistake) in enumerate(row.exercises, 1):
        if status == "passed":
            continue
        if mistake is not None and mistake in explained:
            parts.append(f"{name}: {explained[mistake]}")
        else:
            words = {**MARKS, **GATE_MARKS} if place == len(row.exercises) else MARKS
            others.setdefault(words[status].word, []).append(name)
    parts += [f"{word.capitalize()}: {', '.join(names)}." for word, names in others.items()]
    return " ".join(parts)


def moodle_feedback(pages: Iterable[tuple[str, bytes]], known: Mapping[str, str], stream: IO[bytes]) -> None:
    """A zip for Moodle's *Upload multiple feedback files in a zip*: each student's page as feedback.html.

    Moodle reads the participant's number out of a folder that is called as in its own downloads, and of the name only
    that it has no underscore (mod/assign/feedback/file/importziplib.php); so no name of a student's is needed.
    """
    with zipfile.ZipFile(stream, "w") as archive:
        for student, page in pages:
            if student in known:
                folder = f"Participant_{known[student]}_assignsubmission_file_"
                archive.writestr(member(f"{folder}/feedback.html"), page)
