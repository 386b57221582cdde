"""From one solution file, everything that is derived from it: the public door of `build/`.

A person edits `solutions/NAME.py`. The stub file, the notebook and the guide follow from its text alone, so they are
the same on every machine, and a test can tell when one is stale. The recorded answers follow from running it; they may
differ in the last digits from machine to machine, and are stale only when a comparison would notice.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from autograder.build import guide, notebook, parse, recorded, stub
from autograder.build.parse import BuildError, Cell, Lesson
from autograder.course import Assignment, Course

__all__ = ["BuildError", "Cell", "Lesson", "build", "build_all", "read", "write"]

STUB = "exercises/{name}.py"
# Where each product goes, and the function of the lesson that makes it.
PRODUCTS: tuple[tuple[str, Callable[[Lesson], str]], ...] = (
    (STUB, stub.make),  # what a student edits in any editor
    ("source/{name}/{name}.ipynb", notebook.make),  # what nbgrader releases, in the folder where it looks
)


def read(course: Course, assignment: Assignment) -> Lesson:
    """The lesson of an assignment, checked. Raises BuildError where its solution file is missing or not in form."""
    relative = f"solutions/{assignment.name}.py"
    try:
        text = (course.root / relative).read_bytes().decode("utf-8")
    except OSError as error:
        remedy = "Only instructors have the solutions, and only they can build."
        raise BuildError(relative, 1, f"can't be read ({error.strerror}). {remedy}") from None
    except UnicodeDecodeError as error:
        raise BuildError(relative, 1, f"not UTF-8 at byte {error.start}. Save it as UTF-8.") from None
    return parse.lesson(_unix(text), relative, assignment)


def build(course: Course, assignment: Assignment) -> dict[Path, str]:
    """The derived files of an assignment with their texts; nothing is written. Raises BuildError."""
    return _derive(course, read(course, assignment))


def write(course: Course, assignment: Assignment, force: bool = False) -> list[Path]:
    """Write the derived files that are stale and return their paths.

    Raises BuildError, and writes nothing, where somebody has begun to work in the stub file itself: a student's work
    is never written over, unless by `force`.
    """
    lesson = read(course, assignment)
    files = {path: text for path, text in _texts(course, lesson).items() if _is_stale(path, text)}
    stub_file = course.root / STUB.format(name=assignment.name)
    if stub_file in files and stub_file.is_file() and not force:
        written = stub.written_in(stub_file.read_text(encoding="utf-8", errors="replace"), lesson)
        if written:
            raise BuildError(
                STUB.format(name=assignment.name),
                1,
                f"somebody has worked in this file ({', '.join(written)}), and it is not written over. "
                "Move it elsewhere, or force the build.",
            )
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))  # bytes, as text would get other line ends on Windows
    return [*files, *recorded.write(assignment)]


def build_all(course: Course, check: bool, force: bool = False) -> list[str]:
    """Build every assignment; the paths written, or with `check` those that are stale, relative to the course."""
    paths: list[Path] = []
    for assignment in course.assignments:
        if check:
            texts = _texts(course, read(course, assignment))
            paths += [path for path, text in texts.items() if _is_stale(path, text)]
            paths += recorded.stale(assignment)
        else:
            paths += write(course, assignment, force)
    return [_shown(path, course.root) for path in paths]


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _derive(course: Course, lesson: Lesson) -> dict[Path, str]:
    name = lesson.assignment.name
    return {course.root / place.format(name=name): make(lesson) for place, make in PRODUCTS}


def _texts(course: Course, lesson: Lesson) -> dict[Path, str]:
    """Everything that follows from the text of a lesson: what `build` gives, and the guide beside the recording."""
    return _derive(course, lesson) | guide.files(lesson)


def _is_stale(path: Path, text: str) -> bool:
    """Whether a file on disk differs from what it should hold; not in its line ends, which Git may have changed."""
    try:
        return _unix(path.read_bytes().decode("utf-8")) != text
    except (OSError, UnicodeDecodeError):
        return True


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")
