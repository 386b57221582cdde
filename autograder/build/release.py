"""What students get: the course without its answers, as a folder and as a zip that pip can install.

The bundle is made in memory, from what a student needs and nothing else, and searched for answers before a byte of it
is written. It holds the grader with the recorded answers, so `autograder check` and `check()` say there what they say
here, mistake by mistake. Installed from the bundle, the course's data comes along inside the package, so that a
notebook finds it wherever it lies.
"""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.archives import member
from autograder.build import leaks, notebook, read, stub
from autograder.build.parse import Lesson
from autograder.course import BUNDLED, COURSE_FILE, Assignment, Course, CourseError
from autograder.guide import Task, guide_path, load, to_json
from autograder.judge.recording import recording_path

PACKAGE = Path(__file__).parents[1]
README = Path(__file__).with_name("bundle.md")
WITHHELD = "This hint is a line of the answer itself. Your teacher has it."
TABLE = re.compile(r"^(?=\[\[assignment\]\]$)", re.MULTILINE)
PYPROJECT = """\
# Derived by `autograder release`: it lets pip install the course with its data.
[build-system]
requires = {requires}
build-backend = "hatchling.build"

[project]
name = {name}
version = {version}
description = {description}
requires-python = {python}
dependencies = {dependencies}

[project.optional-dependencies]
notebook = {notebook}

[project.scripts]
autograder = "autograder.cli:main"

[tool.hatch.build.targets.wheel]
packages = ["autograder"]

[tool.hatch.build.targets.wheel.force-include]
"course.toml" = "autograder/{bundled}/course.toml"
"data" = "autograder/{bundled}/data"
"""


class ReleaseError(Exception):
    """Nothing can be given out; the message says why, and what to do."""


def bundle(course: Course, chosen: Sequence[Assignment], all_hints: bool = False) -> dict[str, bytes]:
    """The files of a student's bundle by path, searched for answers.

    Hints in which a line of an answer stands are kept back, unless `all_hints`. Raises ReleaseError with the files
    and the lines where an answer is in it all the same, BuildError where a lesson is not in form.
    """
    lessons = [read(course, assignment) for assignment in course.assignments]
    given = [lesson for lesson in lessons if lesson.assignment in chosen]
    known = _secrets(lessons, given)
    files: dict[str, bytes] = {}
    guides: dict[str, bytes] = {}
    for lesson in given:
        tasks = [task if all_hints else _discreet(task, known) for task in load(lesson.assignment.name).values()]
        guides[_in_package(guide_path(lesson.assignment.name))] = _text(to_json(lesson.assignment.name, tasks))
        files |= _of_assignment(lesson)
    files |= _of_course(course, given)
    files |= dict(_of_package(course, chosen))
    hintless = {path: _without_hints(data) for path, data in guides.items()} if all_hints else guides
    found = [str(leak) for leak in leaks.leaks(files | hintless, known)]
    if found:
        more = f" … and {len(found) - 5} more." if len(found) > 5 else ""
        raise ReleaseError(
            f"Nothing was written, because answers would be given out. {'; '.join(found[:5])}{more} "
            "Give out one assignment at a time (a later lesson may show what an earlier one asked for), write one of "
            "the two differently, or take the file away."
        )
    return dict(sorted((files | guides).items()))


def write(files: dict[str, bytes], folder: Path) -> Path:
    """Write the bundle as `folder`, which must not be there yet or be empty, and as the zip beside it; its path.

    Raises ReleaseError where one of them can't be written.
    """
    archive = folder.with_name(f"{folder.name}.zip")
    try:
        if folder.exists() and any(folder.iterdir()):
            raise ReleaseError(f"{folder} is not empty. Name a new folder, or take that one away first.")
        for path, data in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        archive.write_bytes(zipped(files, folder.name))
    except OSError as error:
        raise ReleaseError(f"{error.filename or folder} can't be written: {error.strerror}.") from None
    return archive


def zipped(files: dict[str, bytes], name: str) -> bytes:
    """The bundle as a zip with one folder in it, as pip wants it; the same bytes for the same files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, data in files.items():
            archive.writestr(member(f"{name}/{path}"), data)
    return stream.getvalue()


def _secrets(lessons: Sequence[Lesson], given: Sequence[Lesson]) -> dict[bytes, tuple[str, str]]:
    """All lines that must not be given out.

    A lesson may show what another one asks for: what was handed in long ago, or a loop that is given here and written
    there. So a line that the given lessons themselves show is no secret where it belongs to other assignments alone.
    """
    known = leaks.secrets(lessons, PACKAGE / "mistakes")
    own = leaks.secrets(given, PACKAGE / "mistakes")
    others = known.keys() - own.keys()
    shown = set[bytes]().union(*(leaks.shown(stub.make(lesson), others) for lesson in given))
    return {line: origin for line, origin in known.items() if line not in shown}


def _of_assignment(lesson: Lesson) -> dict[str, bytes]:
    """What a student writes in, twice, and the recorded answers."""
    name = lesson.assignment.name
    try:
        recording = recording_path(name).read_bytes()
    except OSError:
        raise ReleaseError(f"The answers of {name} are not recorded. Run `autograder build` first.") from None
    return {
        f"exercises/{name}.py": _text(stub.make(lesson)),
        f"notebooks/{name}.ipynb": _text(notebook.make(lesson, answers=False)),
        _in_package(recording_path(name)): recording,
    }


def _of_course(course: Course, given: Sequence[Lesson]) -> dict[str, bytes]:
    """The course's own files: settings of these assignments, data, licence, what pip reads and what people read."""
    licence = course.root / "LICENSE"
    lessons = "\n".join(f"| {lesson.assignment.title} | `{lesson.assignment.name}` |" for lesson in given)
    first = given[0].assignment
    words = {"title": course.title, "lessons": lessons, "name": first.name, "exercise": first.names[0]}
    return {
        COURSE_FILE: _text(_settings(course, [lesson.assignment for lesson in given])),
        "README.md": _text(README.read_text(encoding="utf-8").format(**words)),
        "pyproject.toml": _text(_pyproject(course)),
        **({"LICENSE": licence.read_bytes()} if licence.is_file() else {}),
        **{f"data/{path.name}": path.read_bytes() for path in sorted((course.root / "data").glob("[!.]*"))},
    }


def _of_package(course: Course, chosen: Sequence[Assignment]) -> Iterator[tuple[str, bytes]]:
    """The grader, without the catalogue of mistakes and without what belongs to assignments that are not given out."""
    later = {assignment.name for assignment in course.assignments if assignment not in chosen}
    for path in sorted(PACKAGE.rglob("*")):
        place = path.relative_to(PACKAGE)
        private = place.parts[0] == "mistakes" and len(place.parts) > 2
        recorded = place.parts[0] == "recorded"
        hidden = any(part.startswith(".") or part == "__pycache__" for part in place.parts) or path.name.endswith("~")
        ours = path.stem.removeprefix("test_") not in later
        if path.is_file() and ours and not (private or recorded or hidden):
            yield _in_package(path), path.read_bytes()


def _settings(course: Course, chosen: Sequence[Assignment]) -> str:
    """The text of course.toml with the tables of these assignments only."""
    head, *tables = TABLE.split((course.root / COURSE_FILE).read_text(encoding="utf-8"))
    names = {assignment.name for assignment in chosen}
    return head + "".join(table for table in tables if tomllib.loads(table)["assignment"][0]["name"] in names)


def _pyproject(course: Course) -> str:
    """What pip reads, with the versions that the course itself asks for."""
    path = course.root / "pyproject.toml"
    try:
        ours = tomllib.loads(path.read_text(encoding="utf-8"))
        project = ours["project"]
        values = {
            "requires": ours["build-system"]["requires"],
            "name": project["name"],
            "version": project["version"],
            "description": project["description"],
            "python": project["requires-python"],
            "dependencies": project["dependencies"],
            "notebook": project["optional-dependencies"]["notebook"],
        }
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise CourseError(f"{path} lacks what a bundle needs ({error}). Get the course again.") from None
    # Texts and lists of texts are written in TOML as they are in JSON.
    return PYPROJECT.format(bundled=BUNDLED, **{name: json.dumps(value) for name, value in values.items()})


def _discreet(task: Task, known: dict[bytes, tuple[str, str]]) -> Task:
    """A task whose hints hold no whole line of an answer."""
    return replace(task, hints=tuple(WITHHELD if leaks.shown(hint, known) else hint for hint in task.hints))


def _without_hints(guide: bytes) -> bytes:
    whole = json.loads(guide)
    return _text(json.dumps({**whole, "exercises": [{**task, "hints": []} for task in whole["exercises"]]}))


def _in_package(path: Path) -> str:
    return f"autograder/{path.relative_to(PACKAGE).as_posix()}"


def _text(text: str) -> bytes:
    return text.encode("utf-8")
