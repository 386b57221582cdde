"""Marks made ready for other systems: a plain table, Canvas, Moodle, Gradescope.

A broken result has no mark: it is listed without a score in the table, and left out of what other systems read.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from autograder.archives import member
from autograder.classroom import batch, intake
from autograder.classroom.store import Run, class_of, course_digest
from autograder.classroom.summary import Summary, summarise
from autograder.course import Assignment, Course, load
from autograder.files import write_whole
from autograder.judge.answers import answers_for
from autograder.judge.results import ExerciseResult, Result
from autograder.report.terminal import GATE_MARKS, MARKS
from autograder.student.process import Limits
from autograder.student.sandbox import SandboxError

COLUMNS = ("student", "score", "max_score", "status", "dev_accuracy")
# Spreadsheets take a cell that begins so for a formula, the full-width signs included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# Columns of a roster that say who somebody is.
PERSONAL = re.compile(
    r"Student|Full name|(SIS )?(User |Login )?ID( number)?|Identifier|User ?name|E-?mail( address)?", re.I
)


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


# Who is who elsewhere


def ids(students: Collection[str], roster: str = "", column: str = "ID") -> dict[str, str]:
    """The numbers by which a platform knows the students; those that it does not know for certain are missing.

    A number that several would have is nobody's. Raises ExportError where the roster has no such column.
    """
    claimed = _claimed(students, roster, column)
    claims = Counter(claimed.values())
    return {student: known for student, known in claimed.items() if claims[known] == 1}


def rivals(students: Collection[str], roster: str = "", column: str = "ID") -> list[str]:
    """The students who would have the number of another: whose mark it would be is not known. Raises ExportError."""
    claimed = _claimed(students, roster, column)
    claims = Counter(claimed.values())
    return [student for student, known in claimed.items() if claims[known] > 1]


def _claimed(students: Collection[str], roster: str, column: str) -> dict[str, str]:
    """The number of each student, where one was found, whoever else has it.

    Where all students are called as intake calls those of a bulk download (`lovelaceada_101`), the number is in the
    name. Else they are looked for in `roster`, a table that the platform gives out, by number, name, login and address:
    Canvas's gradebook (`column` is "ID") or Moodle's grading worksheet ("Identifier": "Participant 12345").
    """
    endings = {student: re.fullmatch(r".*_(\d+)", student, re.S) for student in students}
    from_names = {student: found[1] for student, found in endings.items() if found}
    if not roster:
        return from_names if len(from_names) == len(endings) else {}
    listed = _listed(roster, column)
    if len(from_names) == len(endings):
        return {student: known for student, known in from_names.items() if {known} == listed.numbers.get(known)}
    matches = {student: listed.matching(student) for student in students}
    return {student: next(iter(found)) for student, found in matches.items() if len(found) == 1}


def absent(students: Collection[str], roster: str, column: str = "ID") -> list[str]:
    """Who is on the roster and not in the class; a name that several share, or a number claimed twice, is in it."""
    listed = _listed(roster, column)
    there = set(_claimed(students, roster, column).values())
    there.update(number for student in students for number in listed.matching(student))
    return [name for number, name in listed.people.items() if number not in there]


@dataclass(frozen=True)
class _Roster:
    """A platform's list of students: the numbers behind each text that says who somebody is, and a name a number."""

    numbers: dict[str, set[str]]
    people: dict[str, str]

    def matching(self, student: str) -> set[str]:
        """The numbers that a student may have; more than one where it is not certain."""
        return self.numbers.get(_key(student)) or self.numbers.get(_key(_turned(student))) or set()


def _listed(roster: str, column: str) -> _Roster:
    """A roster by each number, name, login and address in it; a name also the other way round."""
    reader = csv.DictReader(io.StringIO(roster.removeprefix("\ufeff")))
    if column not in (reader.fieldnames or ()):
        raise ExportError(f"The list of students has no column {column!r}. Export it again from the platform.")
    numbers: dict[str, set[str]] = {}
    people: dict[str, str] = {}
    for row in reader:
        found = re.search(r"\d+$", (row[column] or "").strip())
        if found is None:
            continue
        texts = [text for name, text in row.items() if name and PERSONAL.fullmatch(name) and isinstance(text, str)]
        keys = {_key(text) for text in texts} | {_key(_turned(text)) for text in texts}
        for text in {found[0], *keys} - {""}:
            numbers.setdefault(text, set()).add(found[0])
        people.setdefault(found[0], (row.get("Student") or row.get("Full name") or found[0]).strip())
    return _Roster(numbers, people)


def _key(text: str) -> str:
    """What is compared of a name: neither case nor the way in which its accents are stored (a Mac's zip differs)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text.strip()).casefold())


def _turned(name: str) -> str:
    """`Lovelace, Ada` as `Ada Lovelace`; nothing for a name without one comma."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}".strip() if comma and "," not in first else ""


# Canvas


def canvas_csv(rows: Iterable[Summary], title: str, known: Mapping[str, str]) -> str:
    """A table for Canvas's *Import grades*; `title` is the assignment's, best with its number: `Digits (4711)`.

    Canvas looks for a student by its own ID, then by SIS user id, then by login (lib/gradebook_importer.rb); `known`
    are the ids from `ids`, and a student without one is given by name as both of the others. Leave out `rivals`: Canvas
    would find one student by both names.
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


# Gradescope


def gradescope_results(result: Result) -> str:
    """The results.json of Gradescope's autograders. Raises ExportError for a broken result, which has no marks.

    https://gradescope-autograders.readthedocs.io/en/latest/specs/
    """
    if result.status == "broken":
        raise ExportError(f"The grader itself is broken, and that is not the student's fault: {result.message}")
    data: dict[str, Any] = {
        "score": result.score,
        "output": result.message or ("All right." if result.passed else "Below is what to mend, and why."),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_gradescope_test(exercise) for exercise in result.exercises],
        "extra_data": {"dev_accuracy": result.dev_accuracy, "course_version": result.course_version},
    }
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return text.encode("utf-8", "replace").decode()


def _gradescope_test(exercise: ExerciseResult) -> dict[str, Any]:
    lines = [exercise.message] if exercise.message else []
    lines += [f"{'ok' if check.passed else '--'} {check.name}" for check in exercise.checks]
    return {
        "name": exercise.name,
        "score": exercise.score,
        "max_score": exercise.max_score,
        "status": "passed" if exercise.status == "passed" else "failed",
        "output": "\n".join(lines),
        "output_format": "text",
        "visibility": "visible",
    }


GRADESCOPE_SETUP = """\
#!/usr/bin/env bash
# Prepares Gradescope's container for the course: Python 3.11 or newer, bubblewrap, the grader and its packages.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends bubblewrap python3 python3-venv
python=python3
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    apt-get install -y -qq --no-install-recommends python3.11 python3.11-venv
    python=python3.11
fi
"$python" -m venv /opt/digits-from-scratch
/opt/digits-from-scratch/bin/python -m pip install --quiet --disable-pip-version-check /autograder/source/course
"""
GRADESCOPE_RUN = """\
#!/usr/bin/env bash
# Grades the submission in /autograder/submission. Where that fails no results are written: no mark is not a zero.
set -euo pipefail
export AUTOGRADER_COURSE=/autograder/source/course
cd /tmp
exec /opt/digits-from-scratch/bin/python -m autograder.classroom.exports
"""
COURSE_FILES = ("LICENSE", "README.md", "course.toml", "pyproject.toml")
ORDER = "order.json"


def gradescope_zip(course: Course, assignment: str, seed: int, stream: IO[bytes], sandbox: str = "bubblewrap") -> None:
    """An autograder for Gradescope's *Configure autograder*: the course, its answers, and a secret seed.

    The same arguments give the same bytes. With `sandbox="none"` it also grades where containers may not be nested; but
    then a submission can reach the answers and the marks in its container. Raises ExportError, CourseError.
    """
    order = {"assignment": course.assignment(assignment).name, "seed": seed, "sandbox": sandbox}
    package = Path(__file__).parent.parent
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member("setup.sh", 0o755), GRADESCOPE_SETUP)
        archive.writestr(member("run_autograder", 0o755), GRADESCOPE_RUN)
        archive.writestr(member(ORDER), json.dumps(order, indent=2) + "\n")
        for name in COURSE_FILES:
            path = course.root / name
            if not path.is_file():
                raise ExportError(f"{path} is missing. Build the autograder in a complete clone of the course.")
            archive.writestr(member(f"course/{name}"), path.read_bytes())
        for folder in (course.root / "data", course.root / "solutions", package):
            for path in _files(folder):
                name = path.relative_to(folder.parent).as_posix()
                archive.writestr(member(f"course/{name}"), path.read_bytes())


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder of ours, in order, without what Python and editors leave in it."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and "__pycache__" not in parts and not any(part.startswith(".") for part in parts):
            yield path


def run_on_gradescope(base: Path = Path("/autograder")) -> int:
    """Grade the submission of Gradescope's container; the exit status is 3, and no results are there, where broken."""
    order = json.loads((base / "source" / ORDER).read_text(encoding="utf-8"))
    course = load()
    assignment = course.assignment(order["assignment"])
    handed = intake.single(base / "submission", "submission", assignment.name)
    run = Run(assignment.name, order["seed"], course_digest(course, assignment), Limits())
    try:
        for attempt in range(batch.ATTEMPTS):
            result = batch.grade_handed(batch.Order(run, order["sandbox"]), handed).result
            if result.status != "broken" or attempt == batch.ATTEMPTS - 1:
                break
        text = gradescope_results(result)
    except (ExportError, SandboxError) as error:
        print(error, file=sys.stderr)
        return 3
    write_whole(base / "results" / "results.json", text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(run_on_gradescope())
