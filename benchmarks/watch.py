"""How long a student waits: from a save to the verdict on the screen of a real `autograder watch`.

    python benchmarks/watch.py               50 saves of each of three functions
    python benchmarks/watch.py --saves 10

The command runs in a pseudo-terminal on a copy of the exercises. Two wrong versions of a function are saved in turn,
every other time by renaming, and the clock stops when the words that tell of this version's mistake have been written
to the terminal. Between two saves there is a pause, as there is while somebody types. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import pty
import random
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder import course as courses
from autograder import guide

# Two wrong versions of a function, each with a word of the message that it gets and the other does not.
PAIRS = {
    "relu": (("return np.abs(Z)", "absolute"), ("return np.minimum(0, Z)", "other way round")),
    "softmax": (
        ("return np.exp(Z) / np.exp(Z).sum()", "whole matrix"),
        ("return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)", "make each row"),
    ),
    "get_accuracy": (
        ("return 100 * np.mean(predictions == Y)", "per cent"),
        ("return np.mean(predictions != Y)", "error rate"),
    ),
}
PATIENCE = 20.0  # seconds


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--saves", type=int, default=50, help="how many, of each function")
    saves = parser.parse_args().saves
    print("| function | saves | median, ms | 90th percentile | longest |\n|---|---|---|---|---|")
    for exercise in PAIRS:
        waits = sorted(measure(exercise, saves))
        ninth = waits[min(int(0.9 * len(waits)), len(waits) - 1)]
        print(f"| {exercise} | {saves} | {statistics.median(waits):.0f} | {ninth:.0f} | {waits[-1]:.0f} |", flush=True)


def measure(exercise: str, saves: int) -> Iterator[float]:
    """The milliseconds that each save took."""
    course = courses.load()
    name = course.assignment().name
    stub = (course.root / "exercises" / f"{name}.py").read_text(encoding="utf-8")
    task = guide.load(name)[exercise]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.py")
        path.write_text(stub, encoding="utf-8")
        with watching(path, exercise) as terminal:
            wait_for(terminal, "to be written")
            for number in range(saves):
                line, word = PAIRS[exercise][number % 2]
                body = task.stub.rpartition("    # Your code here.")[0] + f"    {line}"
                begun = save(path, stub.replace(task.stub, body), by_renaming=number % 4 > 1)
                wait_for(terminal, word)
                yield 1000 * (time.perf_counter() - begun)


def save(path: Path, text: str, by_renaming: bool) -> float:
    """Save as editors do, after a pause; the moment at which the file was there."""
    time.sleep(random.uniform(0.6, 1.0))
    written = path.with_name("new.tmp") if by_renaming else path
    written.write_text(text, encoding="utf-8")
    if by_renaming:
        os.replace(written, path)
    return time.perf_counter()


@contextmanager
def watching(path: Path, exercise: str) -> Iterator[int]:
    """A watch process in a terminal of its own; gives the end at which its screen can be read."""
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "autograder", "watch", exercise, "--submission", str(path)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40"}
    environment["AUTOGRADER_PROGRESS"] = str(path.parent)
    streams = {"stdin": inner, "stdout": inner, "stderr": inner}
    root = courses.find_root()
    process = subprocess.Popen(command, **streams, env=environment, start_new_session=True, cwd=root)
    os.close(inner)
    try:
        yield outer
    finally:
        os.write(outer, b"q")
        process.wait(timeout=PATIENCE)
        os.close(outer)


def wait_for(terminal: int, words: str) -> None:
    """Read what is written to a terminal until the words come. Raises TimeoutError where they don't."""
    seen, end = b"", time.monotonic() + PATIENCE
    while words.encode() not in seen:
        if not select.select([terminal], [], [], max(end - time.monotonic(), 0))[0]:
            raise TimeoutError(f"{words!r} was not shown: {seen.decode(errors='replace')[-2000:]}")
        seen += os.read(terminal, 65536)


if __name__ == "__main__":
    main()
