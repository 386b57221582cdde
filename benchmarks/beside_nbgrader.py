"""The two ways to grade a class that nbgrader has collected, side by side in one run.

    python benchmarks/beside_nbgrader.py

The twelve submissions of `tests/test_term.py` (right, untouched, mistakes, a crash, an endless loop, tampered cells)
are graded by `nbgrader autograde` and by `autograder grade`, both writing the same gradebook. Prints Markdown; the
ratio is what to compare, as seconds are this machine's. Needs nbgrader, and a POSIX system for the sandbox.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_term import FINISHED, collected, grade_with_nbgrader, marks


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
    seconds = {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        collected(folder)
        count = len(list((folder / "submitted").iterdir()))
        start = time.perf_counter()
        grade_with_nbgrader(folder)
        seconds["`nbgrader autograde`"] = time.perf_counter() - start
        stock = marks(folder)
        for jobs in (1, os.cpu_count() or 1):
            shutil.rmtree(folder / "results", ignore_errors=True)
            start = time.perf_counter()
            grade(folder, jobs)
            seconds[f"`autograder grade --jobs {jobs}`"] = time.perf_counter() - start
        ours = marks(folder)
    same = sum(ours[student] == stock[student] for student in FINISHED)
    slowest = seconds["`nbgrader autograde`"]
    print(f"{count} submissions, {os.cpu_count()} cores; nbgrader finishes {len(FINISHED)}, and {same} of them")
    print("have the same marks both ways.\n")
    print("| | seconds a submission | times as fast |\n|---|---|---|")
    for way, took in seconds.items():
        print(f"| {way} | {took / count:.1f} | {slowest / took:.1f} |")


if __name__ == "__main__":
    main()
