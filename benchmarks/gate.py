"""What the gate asks, measured: do honest networks pass with room to spare, and which mistakes does it let through?

    python benchmarks/gate.py [--assignment NAME] [--seeds 20] [--mistake-seeds 4] [--exercise NAME]...
        [--set NAME=N]... [--threshold T]

prints the Markdown tables of docs/gate.md: right functions (for the first network, with each sensible initialisation),
then every mistake of the catalogue that still learns, in the place of the right function. The gate is called in this
process, on one core. (It needs a system with interval timers, so not Windows, to cut off what the gate would cut off.)
"""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import platform
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from types import FrameType
from typing import Any

import numpy as np

from autograder import course, mistakes, reference
from autograder.checks.gate import CHANCE, GREATEST_LENGTH, LEAST_COSINE
from autograder.course import Assignment
from autograder.judge.examination import Examination
from autograder.judge.plugin import run_checks
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent
from autograder.student.outcome import Outcome, Raised, TimedOut

FIRST = "a1_first_network"
LEARNS = 0.3  # a mistake that reads fewer digits than this on the first seed has learned nothing, and gets no row
REFUSED = "gate-not-gradient-descent"

Array = np.ndarray[Any, Any]
Draw = Callable[[int, int, np.random.Generator], Array]
SCALES: dict[str, Draw] = {
    "uniform ±0.5": lambda n_out, n_in, rng: rng.random((n_out, n_in)) - 0.5,
    "Xavier": lambda n_out, n_in, rng: rng.normal(size=(n_out, n_in)) * np.sqrt(1 / n_in),
    "He": lambda n_out, n_in, rng: rng.normal(size=(n_out, n_in)) * np.sqrt(2 / n_in),
    "normal · 0.01": lambda n_out, n_in, rng: rng.normal(size=(n_out, n_in)) * 0.01,
}


# -- submissions


def submission(assignment: Assignment, **changed: Any) -> dict[str, Any]:
    """The reference's functions in a namespace of their own, where they call those that stand in `changed`."""
    namespace = reference.fresh(assignment.name)
    namespace.update(changed)
    return namespace


def initialised(assignment: Assignment, draw: Draw, random_biases: bool, dtype: type = float) -> dict[str, Any]:
    """Right functions that start from these weights; biases from the same distribution, or zero."""

    def init_params(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> tuple[Array, ...]:
        W1, W2 = draw(n_hidden, n_inputs, rng), draw(n_outputs, n_hidden, rng)
        biases = draw(n_hidden, n_inputs, rng)[:, :1], draw(n_outputs, n_hidden, rng)[:, :1]
        b1, b2 = biases if random_biases else (np.zeros((n_hidden, 1)), np.zeros((n_outputs, 1)))
        return tuple(array.astype(dtype) for array in (W1, b1, W2, b2))

    return submission(assignment, init_params=init_params)


def in_float32(namespace: dict[str, Any]) -> dict[str, Any]:
    """The same submission with training in float32 throughout."""
    descend, one_hot = namespace["gradient_descent"], namespace["one_hot"]

    def narrow_one_hot(Y: Array, n_classes: int = 10) -> Array:
        return np.asarray(one_hot(Y, n_classes), np.float32)

    def narrow_descent(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
        narrow = tuple(np.asarray(array, np.float32) for array in params)
        return descend(X.astype(np.float32), Y, narrow, alpha, iterations, report_every=report_every)

    namespace.update(one_hot=narrow_one_hot, gradient_descent=narrow_descent)
    return namespace


# -- measuring


class TimedStudent(KernelStudent):
    """Functions called here, for as long as the gate allows; what they cost is kept."""

    def __init__(self, namespace: dict[str, Any], limit: float) -> None:
        super().__init__(namespace)
        self.limit = limit
        self.seconds = 0.0
        signal.signal(signal.SIGPROF, _time_is_up)

    def call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any], seconds: float | None = None) -> Outcome:
        limit = seconds or self.limit
        before = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, limit)
        try:
            outcome = super().call(function, args, kwargs)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self.seconds += time.process_time() - before
        if isinstance(outcome, Raised) and outcome.type_name == "TimeoutError":
            return TimedOut(limit)
        return outcome


def _time_is_up(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError


@dataclass(frozen=True)
class Run:
    """What became of one network at the gate; no accuracy where it did not get to its end or was refused."""

    opened: bool
    seconds: float
    student_seconds: float
    refusal: str = ""
    accuracy: float | None = None
    cosine: float = 1.0
    length: float = 1.0


def run(assignment: Assignment, answers: LiveAnswers, namespace: dict[str, Any], seed: int) -> Run:
    """One submission at the gate, with one seed."""
    student = TimedStudent(namespace, assignment.gate.limit_seconds)
    examination = Examination(assignment, student, answers, seed, [assignment.gate.name])
    before = time.process_time()
    run_checks(examination)
    seconds = time.process_time() - before
    failure = examination.runs[0].failure
    refusal = failure.mistake if failure is not None else ""
    accuracy = examination.gate_report.dev_accuracy
    if accuracy is None and refusal != REFUSED:
        return Run(False, seconds, student.seconds, refusal)
    cosines, lengths = zip(*(examination.gate_report.moves or [(1.0, 1.0)]), strict=True)
    cosine, length = float(np.median(cosines)), float(np.median(lengths))
    return Run(failure is None, seconds, student.seconds, refusal, accuracy, cosine, length)


# -- the tables


ROW = "| lowest | median | opened | CPU seconds | of these the student's |"


def spread(runs: Sequence[Run]) -> str:
    """What became of several networks, as the cells of a row."""
    found = [one.accuracy or 0.0 for one in runs]
    return (
        f"| {min(found):.3f} | {median(found):.3f} | {sum(one.opened for one in runs)} of {len(runs)} "
        f"| {median(one.seconds for one in runs):.2f} | {median(one.student_seconds for one in runs):.2f} |"
    )


def right_functions(assignment: Assignment, answers: LiveAnswers, seeds: range) -> Iterator[str]:
    """The reference; of the first network, a row for each initialisation that is right there."""
    if assignment.name != FIRST:
        yield f"| functions {ROW}"
        yield "|---|---|---|---|---|---|"
        yield "| the reference's " + spread([run(assignment, answers, submission(assignment), seed) for seed in seeds])
        return
    yield f"| weights | biases | numbers {ROW}"
    yield "|---|---|---|---|---|---|---|---|"
    for dtype in (np.float64, np.float32):
        for name, draw in SCALES.items():
            for random_biases in (False, True):
                namespace = initialised(assignment, draw, random_biases, dtype)
                namespace = in_float32(namespace) if dtype is np.float32 else namespace
                runs = [run(assignment, answers, namespace, seed) for seed in seeds]
                yield f"| {name} | {'random' if random_biases else 'zero'} | {dtype.__name__} {spread(runs)}"


def learning_mistakes(
    assignment: Assignment, answers: LiveAnswers, seeds: range, exercises: Sequence[str]
) -> Iterator[str]:
    """Mistakes which still learn: a row each, and what they are worth at the gate; then how many of each exercise."""
    yield "| exercise | mistake | lowest | highest | opened | refused | median cosine, least | median length, greatest |"  # noqa: E501
    yield "|---|---|---|---|---|---|---|---|"
    catalogue = mistakes.mistakes_of(assignment.name)
    summaries = []
    for exercise in exercises:
        summary = {"always": 0, "sometimes": 0, "never": 0}
        for mistake in catalogue.get(exercise, ()):
            runs: list[Run] = []
            for seed in seeds:
                runs.append(run(assignment, answers, submission(assignment, **{exercise: mistake.function}), seed))
                if (runs[0].accuracy or 0.0) < LEARNS and runs[0].refusal != REFUSED:
                    break
            opened, refused = sum(one.opened for one in runs), sum(one.refusal == REFUSED for one in runs)
            summary["never" if opened == 0 else "always" if opened == len(runs) else "sometimes"] += 1
            if len(runs) == len(seeds):
                found = [one.accuracy for one in runs if one.accuracy is not None]
                reach = f"{min(found):.3f} | {max(found):.3f}" if found else "– | –"
                yield (
                    f"| {exercise} | {mistake.id} | {reach} | {opened} of {len(runs)} | {refused} "
                    f"| {min(one.cosine for one in runs):.2f} | {max(one.length for one in runs):.2g} |"
                )
        summaries.append(f"| {exercise} | {sum(summary.values())} | {' | '.join(map(str, summary.values()))} |")
    yield ""
    yield "| exercise | mistakes tried | open the gate with every seed | with some | with none |"
    yield "|---|---|---|---|---|"
    yield from summaries


def main() -> None:
    """Print what was measured on, and the tables."""
    parser = argparse.ArgumentParser(description="Measure a gate; prints Markdown.")
    parser.add_argument("--assignment", default=FIRST, help=f"whose gate ({FIRST})")
    parser.add_argument("--seeds", type=int, default=20, help="seeds for right functions (20); 0 for no such table")
    parser.add_argument("--mistake-seeds", type=int, default=4, help="seeds a mistake (4); 0 for no such table")
    parser.add_argument("--exercise", action="append", help="whose mistakes (of all that the gate calls)")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=N", help="another setting: a smaller gate")
    parser.add_argument("--threshold", type=float, help="another threshold (the gate's)")
    options = parser.parse_args()
    assignment = course.load().assignment(options.assignment)
    answers = LiveAnswers(assignment.name)
    others = {name: int(number) for name, _, number in (text.partition("=") for text in options.set)}
    gate = replace(
        assignment.gate,
        settings={**assignment.gate.settings, **others},
        threshold=options.threshold or assignment.gate.threshold,
    )
    assignment = replace(assignment, gate=gate)
    settings = ", ".join(f"{name} {value:,}" for name, value in gate.settings.items())
    print(
        f"{settings}; threshold {gate.threshold}; "
        f"start below {CHANCE}, cosine above {LEAST_COSINE}, length below {GREATEST_LENGTH}. "
        f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}, {os.cpu_count()} cores.\n"
    )
    called = set(gate.calls).union(*(assignment.all_needs(name) for name in gate.calls))
    exercises = options.exercise or [exercise.name for exercise in assignment.exercises if exercise.name in called]
    if options.seeds:
        for line in right_functions(assignment, answers, range(1, options.seeds + 1)):
            print(line, flush=True)
        print()
    if options.mistake_seeds:
        for line in learning_mistakes(assignment, answers, range(1, options.mistake_seeds + 1), exercises):
            print(line, flush=True)


if __name__ == "__main__":
    main()
