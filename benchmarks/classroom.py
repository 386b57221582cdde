"""A class of submissions as classes are: right, mistaken, hanging, crashing; graded, killed, resumed, and measured.

    python benchmarks/classroom.py [--submissions 1000] [--jobs 2] [--kills 3]

The submissions are made from the tests' corpus, with a fixed seed. Prints Markdown: time, submissions a minute, peak
memory of all processes together, where the processor's time went, and a simulation of larger classes on more cores from
the parts that were measured. Linux only: memory and processor time are read from /proc.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from corpus import SUBMISSION, compose
from corpus.faults import FAULTS
from corpus.right_a1 import RIGHT
from corpus.wrong import WRONG
from processes import family

from autograder import course as courses
from autograder import rules
from autograder.classroom import intake
from autograder.classroom.store import Run, opened
from autograder.judge import grade as judging
from autograder.judge.grade import Settings, grade
from autograder.judge.sources import LiveAnswers
from autograder.report import feedback
from autograder.student.process import Limits, StudentProcess
from autograder.student.sandbox import choose

COURSE = courses.load()
ASSIGNMENT = COURSE.assignment("a1_first_network")
SHARES = {"right": 0.35, "mistaken": 0.6, "faulty": 0.05}
SAMPLE = 100  # submissions of which each part is measured by itself
PICKLED = 0.001  # seconds that handing a submission to a process and taking the result back costs the coordinator


def make_class(folder: Path, count: int, rng: random.Random) -> None:
    """Submissions in nbgrader's layout: some right, most with one or two mistakes, a few faults."""
    for number in range(count):
        kind = rng.choices(list(SHARES), SHARES.values())[0]
        files = {SUBMISSION: compose(rng.choice(RIGHT).source).encode()}
        if kind == "mistaken":
            chosen = rng.sample(WRONG, rng.choice((1, 1, 2)))
            if len({wrong.exercise for wrong in chosen}) == len(chosen):
                files = {SUBMISSION: compose("\n\n".join(wrong.source for wrong in chosen)).encode()}
        elif kind == "faulty":
            files = rng.choice(FAULTS).files()
        for name, data in files.items():
            path = folder / f"student{number:05}" / ASSIGNMENT.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


# -- one run, from outside


@dataclass
class Measured:
    """A run of the command: seconds by the clock, and the most memory that was in use."""

    seconds: float
    memory: int


def run(submitted: Path, out: Path, jobs: int, kill_after: float | None = None) -> Measured:
    """Grade a class with the command; with `kill_after`, kill it after so many seconds."""
    begun = time.monotonic()
    words = [sys.executable, "-m", "autograder", "grade", str(submitted), "--out", str(out), "--jobs", str(jobs)]
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, stop = [0], threading.Event()
    watcher = threading.Thread(target=_watch_memory, args=(process.pid, peak, stop))
    watcher.start()
    try:
        process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    stop.set()
    watcher.join()
    return Measured(time.monotonic() - begun, peak[0])


def _watch_memory(root: int, peak: list[int], stop: threading.Event) -> None:
    """The most memory that a process and its descendants have at once: what they share is counted once each (PSS)."""
    while not stop.wait(0.5):
        peak[0] = max(peak[0], sum(_pss(process) for process in family(root)))


def _pss(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def same_results(one: Path, other: Path) -> int:
    """How many files differ between two results folders, but for what tells the time."""
    names = {path.name for folder in (one, other) for path in folder.iterdir()} - {"timings.csv", ".lock"}
    return sum(not _same_file(one / name, other / name) for name in names)


def _same_file(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


# -- the parts of one submission

WORKERS: list[float] = []  # processor time of each worker that has ended


class Metered(StudentProcess):
    """A student's process that notes what its worker has used."""

    def close(self) -> None:
        """Note the worker's time, and end it."""
        if self._worker is not None:
            WORKERS.append(self._worker.cpu_seconds())
        super().close()


@dataclass(frozen=True)
class Parts:
    """Seconds that one submission costs: the judge's and its workers' processor time, and the coordinator's."""

    wall: float
    judge: float
    workers: float
    coordinator: float


def measure_parts(submitted: Path, results: Path) -> tuple[list[Parts], float]:
    """The parts of a sample, and the processor time that starting Python, NumPy and the worker takes each time."""
    judging.StudentProcess = Metered  # type: ignore[misc]
    run = Run(ASSIGNMENT.name, 1, rules.digest(COURSE, ASSIGNMENT), Limits())
    settings = Settings(seed=run.seed, limits=run.limits, sandbox=choose("bubblewrap"), reveal=False)
    answers = LiveAnswers(ASSIGNMENT.name)
    entries = intake.entries(submitted, ASSIGNMENT.name)
    parts = []
    with opened(results) as store:
        store.names = {entry.student: entry.student for entry in entries}
        for entry in entries[:SAMPLE]:
            begun, at_start = time.process_time(), time.monotonic()
            handed = entry.read()
            reading = time.process_time() - begun
            del WORKERS[:]
            begun = time.process_time()
            with handed.unpacked() as folder:
                result = grade(folder, COURSE, ASSIGNMENT, answers, settings)
            judge, workers = time.process_time() - begun, sum(WORKERS)
            wall = time.monotonic() - at_start
            begun = time.process_time()
            store.put(entry.student, result, feedback.page(entry.student, result, ASSIGNMENT.title))
            parts.append(Parts(wall, judge, workers, reading + time.process_time() - begun + PICKLED))
    return parts, _start_up(settings)


def _start_up(settings: Settings) -> float:
    """The processor time of a worker that has nothing to do."""
    spent = []
    for _ in range(9):
        del WORKERS[:]
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            Path(folder, SUBMISSION).write_text("answer = 42\n")
            grade(Path(folder), COURSE, ASSIGNMENT, LiveAnswers(ASSIGNMENT.name), settings, ["relu"])
        spent.append(sum(WORKERS))
    return statistics.median(spent)


# -- larger classes, simulated


def simulate(
    parts: Sequence[Parts], submissions: int, cores: int, rng: random.Random, busy_machine: bool
) -> tuple[float, float]:
    """Seconds that a class takes on so many cores, and the share of them in which the coordinator is busy.

    Each worker grades one submission at a time, as long as one of the measured ones took; the one coordinator reads
    each submission, hands it out, renders its page and writes its files, one after the other. With `busy_machine` a
    submission takes as long as its processor time: what others do on this machine is not to count.
    """
    now = busy = 0.0
    under_way: list[float] = []
    for _ in range(submissions):
        if len(under_way) == cores:
            now = max(now, heappop(under_way))
        part = rng.choice(parts)
        now += part.coordinator
        busy += part.coordinator
        heappush(under_way, now + (part.judge + part.workers if busy_machine else part.wall))
    end = max(under_way)
    return end, busy / end


# -- the report


def main() -> None:
    """Make a class, grade it undisturbed and with interruptions, and print what was measured."""
    parser = argparse.ArgumentParser(description="Measure the grading of a class; prints Markdown.")
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=3, help="how often a second run is killed; 0 for none (3)")
    options = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # each figure as soon as it is there
    rng = random.Random(20)
    with tempfile.TemporaryDirectory(prefix="digits-bench-") as name:
        folder = Path(name)
        make_class(folder / "submitted", options.submissions, rng)
        report(folder, options.submissions, options.jobs, options.kills, rng)


def first_of(folder: Path, size: int) -> Path:
    """A folder with the first so many submissions of the class."""
    some = folder / f"first-{size}"
    for student in sorted((folder / "submitted").iterdir())[:size] if not some.exists() else ():
        shutil.copytree(student, some / student.name)
    return some


def interrupt(folder: Path, jobs: int, kills: int, seconds: float, rng: random.Random) -> None:
    """Grade the class once more, killed several times on the way, and print what differs from the undisturbed run."""
    interrupted = folder / "interrupted"
    interrupted.mkdir()
    shutil.copy(folder / "whole" / ".run", interrupted)  # the same secret seed
    spent = 0.0
    for _ in range(kills):
        spent += run(folder / "submitted", interrupted, jobs, rng.uniform(0.05, 0.9) * seconds / kills).seconds
    spent += run(folder / "submitted", interrupted, jobs).seconds
    differing = same_results(folder / "whole", interrupted)
    print(f"- killed {kills} times and resumed: {spent:.0f} s in all; {differing} files differ from the other run.")


def report(folder: Path, count: int, jobs: int, kills: int, rng: random.Random) -> None:
    """Print each measurement as soon as it is there."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    machine = f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, {platform.machine()}"
    print(f"{machine}; load average at the start {load:.1f}.\n")
    whole = run(folder / "submitted", folder / "whole", jobs)
    print(f"- {count} submissions, {jobs} jobs: {whole.seconds:.0f} s, {60 * count / whole.seconds:.0f} a minute;")
    print(f"  peak memory {whole.memory / 2**20:.0f} MiB, of all processes together.")
    print("\n| submissions | seconds a submission | peak memory, MiB |\n|---|---|---|")
    for size in (size for size in (10, SAMPLE) if size < count):
        some = run(first_of(folder, size), folder / f"out-{size}", jobs)
        print(f"| {size} | {some.seconds / size:.2f} | {some.memory / 2**20:.0f} |")
    print(f"| {count} | {whole.seconds / count:.2f} | {whole.memory / 2**20:.0f} |\n")
    if kills:
        interrupt(folder, jobs, kills, whole.seconds, rng)
    few = first_of(folder, SAMPLE)
    single, double = (run(few, folder / f"few-{jobs}", jobs).seconds for jobs in (1, 2))
    efficiency = single / double / 2
    print(
        f"- {min(SAMPLE, count)} submissions: 1 job {single:.0f} s, 2 jobs {double:.0f} s, efficiency {efficiency:.0%}."
    )
    parts, start_up = measure_parts(folder / "submitted", folder / "parts")
    judge, workers = sum(part.judge for part in parts), sum(part.workers for part in parts)
    own = max(workers - start_up * len(parts), 0.0)
    total = judge + workers
    print(f"- processor time: students' code {own / total:.0%}, the judge {judge / total:.0%},")
    print(f"  starting Python and NumPy {(workers - own) / total:.0%}; {total / len(parts):.2f} s a submission.")
    coordinator = statistics.mean(part.coordinator for part in parts)
    print(f"- the coordinator: {1000 * coordinator:.1f} ms a submission, so {1 / coordinator:.0f} a second at most.\n")
    print("| simulated | cores | minutes | coordinator busy |\n|---|---|---|---|")
    for submissions, cores in ((1_000, 2), (10_000, 64), (100_000, 64), (100_000, 512)):
        seconds, busy = simulate(parts, submissions, cores, rng, load > 1)
        print(f"| {submissions:,} | {cores} | {seconds / 60:.1f} | {busy:.0%} |")


if __name__ == "__main__":
    main()
