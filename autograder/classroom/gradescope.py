"""The grader inside Gradescope's containers: what is uploaded there, how it grades, and the results as it reads them.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from autograder import rules
from autograder.archives import member
from autograder.classroom import batch, intake
from autograder.classroom.exports import ExportError
from autograder.classroom.store import Run
from autograder.course import Course, CourseError, load
from autograder.files import write_whole
from autograder.judge.results import ExerciseResult, Result
from autograder.student.process import Limits
from autograder.student.sandbox import SandboxError


def results_json(result: Result) -> str:
    """The results.json of Gradescope's autograders. Raises ExportError for a broken result, which has no marks."""
    if result.status == "broken":
        raise ExportError(f"The grader itself is broken, and that is not the student's fault: {result.message}")
    data: dict[str, Any] = {
        "score": result.score,
        "output": result.message or ("All right." if result.passed else "Below is what to mend, and why."),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(exercise) for exercise in result.exercises],
        "extra_data": {"dev_accuracy": result.dev_accuracy, "course_version": result.course_version},
    }
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return text.encode("utf-8", "replace").decode()


def _test(exercise: ExerciseResult) -> dict[str, Any]:
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


SETUP = """\
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
RUN = """\
#!/usr/bin/env bash
# Grades the submission in /autograder/submission. Where that fails no results are written: no mark is not a zero.
set -euo pipefail
export AUTOGRADER_COURSE=/autograder/source/course
cd /tmp
exec /opt/digits-from-scratch/bin/python -m autograder.classroom.gradescope
"""
COURSE_FILES = ("LICENSE", "README.md", "course.toml", "pyproject.toml")
ORDER = "order.json"


def autograder_zip(course: Course, assignment: str, seed: int, stream: IO[bytes], sandbox: str = "bubblewrap") -> None:
    """An autograder for Gradescope's *Configure autograder*: the course, its answers, and a secret seed.

    The same arguments give the same bytes. With `sandbox="none"` it also grades where containers may not be nested; but
    then a submission can reach the answers and the marks in its container. Raises ExportError, CourseError.
    """
    order = {"assignment": course.assignment(assignment).name, "seed": seed, "sandbox": sandbox}
    package = Path(__file__).parent.parent
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member("setup.sh", 0o755), SETUP)
        archive.writestr(member("run_autograder", 0o755), RUN)
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


def grade_in_container(base: Path = Path("/autograder")) -> int:
    """Grade the submission of Gradescope's container; the exit status is 3, and no results are there, where broken."""
    try:
        order = json.loads((base / "source" / ORDER).read_text(encoding="utf-8"))
        course = load()
        assignment = course.assignment(order["assignment"])
        handed = intake.single(base / "submission", "submission", assignment.name)
        run = Run(assignment.name, order["seed"], rules.digest(course, assignment), Limits())
        for attempt in range(batch.ATTEMPTS):
            result = batch.grade_handed(batch.Order(run, order["sandbox"]), handed).result
            if result.status != "broken" or attempt == batch.ATTEMPTS - 1:
                break
        write_whole(base / "results" / "results.json", results_json(result).encode())
    except (ExportError, SandboxError, CourseError, OSError) as error:
        print(error, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(grade_in_container())
