"""What verdicts depend on, as one digest: where it is another, what was judged before is not known any more."""

from __future__ import annotations

import hashlib
from pathlib import Path

from autograder.course import COURSE_FILE, RECORDED, Assignment, Course

FOLDERS = ("checks", "diagnosis", "judge", "mistakes", "student")  # the code that asks, judges and explains
FILES = ("digits.py", "reference.py")


def digest(course: Course, assignment: Assignment) -> str:
    """The course's version, and a digest of its file, the assignment's answers, and the code that judges."""
    package = Path(__file__).parent
    solution = course.root / "solutions" / f"{assignment.name}.py"
    answers = solution if solution.is_file() else RECORDED / f"{assignment.name}.gz"
    paths = [course.root / COURSE_FILE, answers, *(package / name for name in FILES)]
    for folder in FOLDERS:
        paths += sorted((package / folder).rglob("*.py"))
    found = hashlib.sha256()
    for path in paths:
        if path.is_file():
            found.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return f"{course.version}+{found.hexdigest()[:12]}"
