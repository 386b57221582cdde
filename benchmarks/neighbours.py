"""Ours beside nbgrader and otter-grader: the same submissions, the same questions, one run.

    python benchmarks/neighbours.py [--students 40] [--sample 8] [--rounds 4]

Prints Markdown. In each round a class is graded by `autograder grade`, and the first notebooks of it, the sample, by
`nbgrader autograde` and by `otter run`, one after the other: what they take for a notebook is the same in any number of
them, and a class would take them an hour. What is quoted is for one submission, and the ratio within a round, its
median and spread over the rounds.
otter's tests ask what our checks ask, with the same inputs, and compare with answers computed beforehand, so that no
side computes more than another; linear algebra has one thread on all sides. Processor time is that of all processes
that a command started. What the students' own code needs is measured in a bare Python: their cells, and the calls that
the checks make of them. POSIX only.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import pickle
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from beside_nbgrader import grade
from processes import Cost, measured
from test_term import MISTAKES, NAME, clone, nbgrader, right_functions, written

from autograder import course as courses
from autograder.judge.answers import answers_for
from autograder.judge.grade import Judgement, Settings
from autograder.student.kernel import KernelStudent
from autograder.student.outcome import Outcome, Returned
from autograder.student.wire import File, Seeded, SentOnce
from autograder.threads import SINGLE_THREAD

COURSE = courses.load()
ASSIGNMENT = COURSE.assignment(NAME)
RANDOM = ("init_params", "train_dev_split")  # no fixed answer: their shapes are compared
Call = tuple[str, tuple[Any, ...], dict[str, Any], Any]  # function, arguments, what it returned

# One file of otter's for each function. It runs in the submission's kernel, as otter's tests do.
OTTER_TEST = """
OK_FORMAT = False
import pickle
import numpy as np
from otter.test_files import test_case

name = "{function}"
points = 1

def fresh(value):
    return np.random.default_rng(value[1]) if isinstance(value, tuple) and isinstance(value[0], str) else value

def agree(got, want):
    if isinstance(want, (tuple, list)):
        return len(got) == len(want) and all(agree(one, other) for one, other in zip(got, want))
    if {random}:
        return np.shape(got) == np.shape(want)
    return np.allclose(got, want, rtol=1e-4)

@test_case()
def judge(env):
    with open({calls!r}, "rb") as file:
        calls = pickle.load(file)
    for function, args, kwargs, want in calls:
        if function == "{function}":
            assert agree(env[function](*map(fresh, args), **kwargs), want)
"""

# The students' code by itself: `cells` as a script, then the calls, in a Python that does nothing else.
BARE = """
import json, pickle, sys, time
import numpy as np
cells, calls = json.load(open(sys.argv[1])), pickle.load(open(sys.argv[2], "rb"))
def fresh(value):
    return np.random.default_rng(value[1]) if isinstance(value, tuple) and isinstance(value[0], str) else value
ready = time.process_time()
space = {"__name__": "__main__"}
for cell in cells:
    exec(cell, space)
loaded = time.process_time()
for function, args, kwargs, _ in calls:
    space[function](*map(fresh, args), **kwargs)
print(json.dumps([loaded - ready, time.process_time() - loaded]))
"""


class Recorder(KernelStudent):
    """Functions that are called here, with a list of all that they were asked."""

    def __init__(self, namespace: dict[str, Any], folder: Path) -> None:
        super().__init__(namespace)
        self.folder = folder
        self.calls: list[Call] = []

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        """Call and note."""
        outcome = super().call(function, args, kwargs, seconds)
        plain = tuple(self._plain(argument) for argument in args)
        self.calls.append((function, plain, dict(kwargs), outcome.value if isinstance(outcome, Returned) else None))
        return outcome

    def _plain(self, argument: Any) -> Any:
        """An argument that can be pickled for a Python without the autograder."""
        if isinstance(argument, File):
            path = self.folder / f"{len(self.calls)}-{argument.name}"
            path.write_bytes(argument.data)
            return str(path)
        if isinstance(argument, SentOnce):
            return argument.array
        return ("seed", argument.seed) if isinstance(argument, Seeded) else argument


def record(folder: Path) -> list[Call]:
    """All that the checks and the gate ask of a right submission, with its answers."""
    space: dict[str, Any] = {}
    exec("import csv, gzip\nimport numpy as np\n" + "\n".join(right_functions().values()), space)
    recorder = Recorder(space, folder)
    Judgement(ASSIGNMENT, answers_for(NAME, COURSE.root), Settings(), recorder).results(ASSIGNMENT.names)
    return recorder.calls


def otter(*words: str, folder: Path) -> None:
    """One of otter's commands."""
    program = shutil.which("otter", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if program is None:
        raise SystemExit("otter-grader is not installed here: pip install -e '.[dev,bench]'")
    path = os.pathsep.join([str(Path(program).parent), os.environ["PATH"]])
    done = subprocess.run(
        [program, *words], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])


def code_cells(notebook: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of a notebook's code cells."""
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            text = cell["source"]
            yield (
                cell["metadata"].get("nbgrader", {}).get("grade_id", ""),
                text if isinstance(text, str) else "".join(text),
            )


def without_checks(notebook: Path, to: Path) -> None:
    """The same notebook with nothing in it that is ours: otter's tests are run after it."""
    made = json.loads(notebook.read_text("utf-8"))
    made["cells"] = [
        cell
        for cell in made["cells"]
        if not cell["metadata"].get("nbgrader", {}).get("grade_id", "").startswith("check-")
    ]
    to.write_text(json.dumps(made), encoding="utf-8")


def own_code(folder: Path, notebook: Path, calls: Path) -> Own:
    """What the students' own code takes in a bare Python."""
    cells = [text for name, text in code_cells(notebook) if not name.startswith("check-")]
    (folder / "cells.json").write_text(json.dumps(cells), encoding="utf-8")
    environment = {**os.environ, "MPLBACKEND": "Agg", "AUTOGRADER_COURSE": str(ROOT), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", BARE, str(folder / "cells.json"), str(calls)],
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    cells_took, asked = json.loads(done.stdout.splitlines()[-1])
    return Own(empty_python(), cells_took, asked)


def empty_python() -> float:
    """Processor seconds of a Python that imports NumPy and ends."""
    words = [sys.executable, "-c", "import numpy"]
    return statistics.median(measured(lambda: subprocess.run(words, check=True)).cpu for _ in range(9))


def make_course(folder: Path, students: int) -> None:
    """A course with its submissions collected: every other one has a mistake, each in its turn."""
    clone(folder)
    nbgrader(folder, "generate_assignment", NAME)
    released = json.loads((folder / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    right = right_functions()
    for number in range(students):
        name, text = list(MISTAKES.items())[number // 2 % len(MISTAKES)]
        functions = {**right, name: text} if number % 2 else right
        place = folder / "submitted" / f"student-{number:03}" / NAME
        place.mkdir(parents=True)
        (place / f"{NAME}.ipynb").write_text(json.dumps(written(released, functions)), encoding="utf-8")


@dataclass(frozen=True)
class Own:
    """Processor seconds of the students' own code: Python's start with NumPy, a notebook's cells, the checks' calls."""

    empty: float
    cells: float
    asked: float


@dataclass(frozen=True)
class Round:
    """What one submission costs in each way, and the students' own code just before and after ours."""

    costs: dict[str, Cost]
    own: Own


def round_of(folder: Path, students: int, sample: int, calls: Path) -> Round:
    """Grade a class of so many students, or a sample of it, in each way."""
    make_course(folder, students)
    tests = folder / "tests"
    tests.mkdir()
    for exercise in ASSIGNMENT.exercises:
        text = OTTER_TEST.format(function=exercise.name, random=exercise.name in RANDOM, calls=str(calls))
        (tests / f"{exercise.name}.py").write_text(text, encoding="utf-8")
    otter("generate", "-t", "tests", "-o", "tests.zip", "--no-requirements", "--no-environment", folder=folder)
    handed = sorted((folder / "submitted").glob(f"*/{NAME}/{NAME}.ipynb"))[:sample]
    for notebook in handed:
        without_checks(notebook, folder / f"{notebook.parts[-3]}.ipynb")
        shutil.copytree(notebook.parents[1], folder / "sample" / notebook.parts[-3])

    def with_otter() -> None:
        for notebook in handed:
            otter("run", "-a", "tests.zip", "-o", ".", "--no-logo", f"{notebook.parts[-3]}.ipynb", folder=folder)

    def with_nbgrader() -> None:
        nbgrader(folder, "autograde", NAME, "--CourseDirectory.submitted_directory=sample")

    costs = {"otter-grader": _each(measured(with_otter), len(handed))}
    costs["nbgrader"] = _each(measured(with_nbgrader), len(handed))
    own = [own_code(folder, handed[0], calls)]
    for jobs in (1, os.cpu_count() or 1):
        shutil.rmtree(folder / "results", ignore_errors=True)
        cost = measured(lambda jobs=jobs: grade(folder, jobs))  # type: ignore[misc]
        costs[f"ours, {jobs} job{'s' * (jobs > 1)}"] = _each(cost, students)
        if jobs == 1:
            own.append(own_code(folder, handed[0], calls))
    return Round(costs, Own(*(statistics.mean(parts) for parts in zip(*map(astuple, own), strict=True))))


def _each(cost: Cost, submissions: int) -> Cost:
    return Cost(cost.wall / submissions, cost.cpu / submissions)


def spread(values: Sequence[float], digits: int = 1) -> str:
    """The median, and the least and the greatest."""
    median, least, greatest = (f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{median} ({least} to {greatest})"


def main() -> None:
    parser = argparse.ArgumentParser(description="Grade the same notebooks with three graders; prints Markdown.")
    parser.add_argument("--students", type=int, default=40, help="in the class, each round (40)")
    parser.add_argument("--sample", type=int, default=8, help="how many of them the others grade (8)")
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    os.environ |= SINGLE_THREAD  # for all sides: threads that wait for each other count as CPU time
    with tempfile.TemporaryDirectory(prefix="digits-bench-") as place:
        folder = Path(place)
        asked = record(folder)
        calls = folder / "calls.pickle"
        calls.write_bytes(pickle.dumps(asked))
        compileall.compile_dir(ROOT / "autograder", quiet=1)  # as pip has done with the others
        rounds = []
        for number in range(options.rounds):
            (folder / str(number)).mkdir()
            rounds.append(round_of(folder / str(number), options.students, options.sample, calls))
    report(rounds, options.students, options.sample)


def report(rounds: Sequence[Round], students: int, sample: int) -> None:
    """Print the tables."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{len(rounds)} rounds of {students} notebooks, of which the others grade {sample}; ", end="")
    print(f"{os.cpu_count()} cores, {memory:.0f} GiB, ", end="")
    print(f"Python {platform.python_version()}.\n")
    single = "ours, 1 job"
    print("| | seconds a submission | CPU seconds | ours (1 job) is as many times as fast |\n|---|---|---|---|")
    for way in rounds[0].costs:
        walls, cpus = [r.costs[way].wall for r in rounds], [r.costs[way].cpu for r in rounds]
        ratio = spread([r.costs[way].wall / r.costs[single].wall for r in rounds])
        print(f"| {way} | {statistics.median(walls):.2f} | {statistics.median(cpus):.2f} | {ratio} |")
    empty, cells, asked = (statistics.median(part) for part in zip(*(astuple(r.own) for r in rounds), strict=True))
    print(f"\nThe students' own code in a bare Python: {cells:.2f} CPU seconds for a notebook's cells, {asked:.2f} for")
    print(f"what the checks ask; Python with NumPy takes {empty:.2f} to start.\n")
    overheads = [without_own_code(r) for r in rounds]
    print("| | CPU seconds without the students' own code | as many times ours |\n|---|---|---|")
    for way in overheads[0]:
        ratio = spread([over[way] / over[single] for over in overheads])
        print(f"| {way} | {statistics.median(over[way] for over in overheads):.2f} | {ratio} |")
    ratios = [r.costs[single].cpu / (r.own.empty + r.own.asked) for r in rounds]
    print(f"\nAll CPU of our grading over that of the students' code alone: {spread(ratios, 2)}.")


def without_own_code(round_: Round) -> dict[str, float]:
    """CPU seconds of each way without the students' own code.

    Ours runs the functions alone; the others run the notebook, and nbgrader asks twice (visible and hidden tests).
    """
    own, costs = round_.own, round_.costs
    alone = own.empty + own.asked
    times = {"ours, 1 job": alone, "nbgrader": alone + own.cells + own.asked, "otter-grader": alone + own.cells}
    return {way: costs[way].cpu - spent for way, spent in times.items()}


if __name__ == "__main__":
    main()
