"""The two ways to grade a class that nbgrader has collected, side by side in one run.

    python benchmarks/beside_nbgrader.py [--students 6]

The same notebooks, some right and some with a mistake, are graded by `nbgrader autograde` and by `autograder grade`,
both as one command and both writing the same gradebook. Prints Markdown; the ratio is what to compare, as seconds are
this machine's. Needs nbgrader, and a POSIX system for the sandbox.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_term import MISTAKES, NAME, marks, nbgrader, right_functions, written


def make_course(folder: Path, students: int) -> None:
    """A course with its submissions collected: every other one has a mistake, each in its turn."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "source", folder / "source")
    nbgrader(folder, "generate_assignment", NAME)
    released = json.loads((folder / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    right = right_functions()
    for number in range(students):
        name, text = list(MISTAKES.items())[number // 2 % len(MISTAKES)]
        functions = {**right, name: text} if number % 2 else right
        place = folder / "submitted" / f"student-{number:03}" / NAME
        place.mkdir(parents=True)
        (place / f"{NAME}.ipynb").write_text(json.dumps(written(released, functions)), encoding="utf-8")


def grade(folder: Path, jobs: int) -> None:
    """Our command, as an instructor types it."""
    words = ["grade", "submitted", "--out", "results", "--jobs", str(jobs), "--seed", "0"]
    subprocess.run(
        [sys.executable, "-m", "autograder", *words],
        cwd=folder,
        env={**os.environ, "AUTOGRADER_COURSE": str(ROOT)},
        check=True,
        capture_output=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--students", type=int, default=6)
    count = parser.parse_args().students
    seconds = {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_course(folder, count)
        start = time.perf_counter()
        nbgrader(folder, "autograde", NAME)
        seconds["`nbgrader autograde`"] = time.perf_counter() - start
        stock = marks(folder)
        for jobs in (1, os.cpu_count() or 1):
            shutil.rmtree(folder / "results", ignore_errors=True)
            start = time.perf_counter()
            grade(folder, jobs)
            seconds[f"`autograder grade --jobs {jobs}`"] = time.perf_counter() - start
        same = sum(marks(folder)[student] == stock[student] for student in stock)
    slowest = seconds["`nbgrader autograde`"]
    print(f"{count} notebooks, {os.cpu_count()} cores; {same} of {len(stock)} have the same marks both ways.\n")
    print("| | seconds a submission | times as fast |\n|---|---|---|")
    for way, took in seconds.items():
        print(f"| {way} | {took / count:.1f} | {slowest / took:.1f} |")


if __name__ == "__main__":
    main()
