"""What the gate of the convolutional network asks, measured: the reference over seeds, and mistakes that still learn.

    python benchmarks/lenet_gate.py [--seeds 20] [--mistakes [EXERCISE ...]]

prints Markdown. A run of the whole gate takes about half a minute of one core. So mistakes train at a small one, with
4,000 digits for two epochs, beside the reference: enough to see which of them learn, and how much they lose by it.
"""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import platform
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import numpy as np
from gate import LEARNS, REFUSED, run

from autograder import course, mistakes, reference
from autograder.judge.sources import LiveAnswers

ASSIGNMENT = course.load().assignment("a4_convolution")
ANSWERS = LiveAnswers(ASSIGNMENT.name)
SMALL = {"train_digits": 4000, "test_digits": 2000, "epochs": 2}
CLOSE = 0.01  # a mistake that reads as many digits as the reference, but for so many, costs next to nothing


def over_seeds(seeds: Sequence[int]) -> Iterator[str]:
    """The reference at the whole gate."""
    yield "| seed | accuracy | opened | CPU seconds | of these the student's |"
    yield "|---|---|---|---|---|"
    found = []
    for seed in seeds:
        one = run(ASSIGNMENT, ANSWERS, reference.fresh(ASSIGNMENT.name), seed)
        found.append(one.accuracy or 0.0)
        opened = "yes" if one.opened else one.refusal or "no"
        yield f"| {seed} | {found[-1]:.4f} | {opened} | {one.seconds:.1f} | {one.student_seconds:.1f} |"
    yield f"| **all {len(found)}** | **lowest {min(found):.4f}, median {median(found):.4f}** | | | |"


def learning_mistakes(seed: int, exercises: Sequence[str]) -> Iterator[str]:
    """The mistakes of these exercises at the small gate, a row for each that learns; then how many."""
    gate = replace(ASSIGNMENT.gate, threshold=0.0, settings={**ASSIGNMENT.gate.settings, **SMALL})
    small = replace(ASSIGNMENT, gate=gate)
    yield "| exercise | mistake | accuracy | refused |"
    yield "|---|---|---|---|"
    right = run(small, ANSWERS, reference.fresh(ASSIGNMENT.name), seed).accuracy or 0.0
    yield f"| | *the reference* | {right:.3f} | |"
    catalogue = mistakes.mistakes_of(ASSIGNMENT.name)
    summaries = []
    for exercise in exercises:
        tried = catalogue.get(exercise, ())
        refused = learned = close = 0
        for mistake in tried:
            namespace = reference.fresh(ASSIGNMENT.name)
            namespace[exercise] = mistake.function
            one = run(small, ANSWERS, namespace, seed)
            accuracy = one.accuracy or 0.0
            refused += not one.opened
            learned += one.opened and accuracy >= LEARNS
            close += one.opened and accuracy >= right - CLOSE
            if accuracy >= LEARNS or one.refusal == REFUSED:
                shown = "–" if one.accuracy is None else f"{accuracy:.3f}"
                yield f"| {exercise} | {mistake.id} | {shown} | {one.refusal} |"
        summaries.append(f"| {exercise} | {len(tried)} | {learned} | {close} | {refused} |")
    yield ""
    yield f"| exercise | mistakes tried | learn and are let through | within {CLOSE} of the reference | refused |"
    yield "|---|---|---|---|---|"
    yield from summaries


def main() -> None:
    """Print what was measured on, and the tables."""
    parser = argparse.ArgumentParser(description="Measure the gate of a4; prints Markdown.")
    parser.add_argument("--seeds", type=int, default=20, help="seeds of the whole gate (20); 0 for no such table")
    parser.add_argument("--mistakes", metavar="EXERCISE", nargs="*", help="mistakes at the small gate (all exercises)")
    options = parser.parse_args()
    own = ", ".join(f"{name} {value:g}" for name, value in ASSIGNMENT.gate.settings.items())
    print(f"{own}; threshold {ASSIGNMENT.gate.threshold}. Python {platform.python_version()}, NumPy {np.__version__}, "
          f"{platform.machine()}, {os.cpu_count()} cores.\n")  # fmt: skip
    tables = [over_seeds(range(1, options.seeds + 1))] if options.seeds else []
    if options.mistakes is not None:
        tables.append(learning_mistakes(1, options.mistakes or [exercise.name for exercise in ASSIGNMENT.exercises]))
    for table in tables:
        for line in table:
            print(line, flush=True)
        print()


if __name__ == "__main__":
    main()
