"""How long a command takes from Enter to prompt, beside a Python that only imports NumPy and pytest.

    python benchmarks/commands.py [--rounds 11]

Each command is a process of its own on a copy of the reference, all in turn, round after round. Prints Markdown: the
median with the least and the greatest, and as a multiple of Python with NumPy and pytest, within each round.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from autograder import course as courses

BARE = "python with NumPy and pytest"
COMMANDS = {
    "python": ["-c", ""],
    BARE: ["-c", "import numpy, pytest"],
    "autograder --help": ["-m", "autograder", "--help"],
    "autograder list": ["-m", "autograder", "list", "--submission", "."],
    "autograder hint relu": ["-m", "autograder", "hint", "relu"],
    "autograder check relu": ["-m", "autograder", "check", "relu", "--submission", "."],
    "autograder check backward_prop": ["-m", "autograder", "check", "backward_prop", "--submission", "."],
    "autograder check": ["-m", "autograder", "check", "--submission", "."],
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Time commands from their start to their end; prints Markdown.")
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    course = courses.load()
    name = course.assignment().name
    took: dict[str, list[float]] = {command: [] for command in COMMANDS}
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / f"{name}.py").write_bytes((course.root / "solutions" / f"{name}.py").read_bytes())
        for number in range(rounds + 1):
            for command, words in COMMANDS.items():
                seconds = timed(words, Path(place), course.root)
                if number:  # the first round only warms the disk
                    took[command].append(seconds)
    print("| command | ms | times Python with NumPy and pytest |\n|---|---|---|")
    for command, values in took.items():
        ratios = [one / other for one, other in zip(values, took[BARE], strict=True)]
        print(f"| `{command}` | {spread([1000 * value for value in values], 0)} | {spread(ratios, 1)} |")


def timed(words: Sequence[str], folder: Path, course: Path) -> float:
    """Seconds that a command takes; what is known of earlier verdicts is forgotten first."""
    with tempfile.TemporaryDirectory() as progress:
        environment = {**os.environ, "AUTOGRADER_PROGRESS": progress, "AUTOGRADER_COURSE": str(course)}
        begun = time.perf_counter()
        done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=False)
        seconds = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return seconds


def spread(values: Sequence[float], digits: int) -> str:
    """The median, and the least and the greatest."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


if __name__ == "__main__":
    main()
