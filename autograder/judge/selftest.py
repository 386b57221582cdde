"""The judge judged: every mistake of the catalogue is caught and named, and every right variant passes.

For the project's own tests, and for whoever adds an exercise: it shows which mistakes no check sees, which two can't
be told apart, and where an innocent function pays for another's mistake.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from autograder import course as courses
from autograder import reference
from autograder.course import PUBLIC_SEED
from autograder.judge.grade import Judgement, Settings
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent


@dataclass(frozen=True)
class Trial:
    """One mistake or one right variant under one seed, and what the judge said."""

    exercise: str
    name: str
    seed: int
    caught: bool
    named: str | None
    harmed: tuple[str, ...] = ()
    failed: frozenset[str] = frozenset()


@dataclass
class Row:
    """The matrix's line for one exercise. `faults` says in words what is not as it should be."""

    exercise: str
    mistakes: int = 0
    trials: int = 0
    caught: int = 0
    named: int = 0
    variants: int = 0
    accepted: int = 0
    harmed: int = 0
    unused: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def matrix(
    assignment: str, seeds: Sequence[int], exercises: Iterable[str] = (), jobs: int = 2
) -> tuple[list[Row], float]:
    """The rows of the matrix, and the seconds that it took."""
    begun = time.monotonic()
    known = courses.load().assignment(assignment)
    wanted = [exercise.name for exercise in known.exercises if not exercises or exercise.name in set(exercises)]
    rows = {name: Row(name) for name in wanted}
    answers = _answers(assignment)
    mistaken = [(name, m.id, seed) for seed in seeds for name in wanted for m in answers.explanations(name)]
    variants = [(name, seed) for seed in seeds for name in right_variants(assignment, courses.find_root())]
    for name in wanted:
        rows[name].mistakes = len(answers.explanations(name))
        rows[name].unused = claims(known, name)
    with ProcessPoolExecutor(jobs) as executor:
        for trial in executor.map(partial(_try_mistake, assignment), mistaken, chunksize=8):
            _count(rows[trial.exercise], trial)
        for tried in executor.map(partial(_try_variant, assignment, wanted), variants, chunksize=4):
            for trial in tried:
                _count_variant(rows[trial.exercise], trial)
    for row in rows.values():
        row.faults += [f"no mistake fails the check {claim!r}" for claim in sorted(row.unused)]
    return list(rows.values()), time.monotonic() - begun


def claims(assignment: courses.Assignment, exercise: str) -> set[str]:
    """What the checks of an exercise claim: those of the reference's own judgement."""
    results = _judge(assignment, _answers(assignment.name), reference.fresh(assignment.name), PUBLIC_SEED, [exercise])
    return {check.name for check in results[exercise].checks}


def _count(row: Row, trial: Trial) -> None:
    row.trials += 1
    row.caught += trial.caught
    row.named += trial.named == trial.name
    row.harmed += bool(trial.harmed)
    row.unused -= trial.failed
    if not trial.caught:
        row.faults.append(f"{trial.name} is not caught (seed {trial.seed})")
    elif trial.named != trial.name:
        row.faults.append(f"{trial.name} is taken for {trial.named} (seed {trial.seed})")
    if trial.harmed:
        row.faults.append(f"{trial.name} costs marks in {', '.join(trial.harmed)} (seed {trial.seed})")


def _count_variant(row: Row, trial: Trial) -> None:
    row.variants += 1
    row.accepted += not trial.caught
    if trial.caught:
        row.faults.append(f"right variant {trial.name} is refused (seed {trial.seed})")


def _try_mistake(assignment: str, entry: tuple[str, str, int]) -> Trial:
    """Judge the reference with one function replaced; with the public seed, its callers as well."""
    exercise, mistake, seed = entry
    answers = _answers(assignment)
    known = courses.load().assignment(assignment)
    namespace = reference.fresh(assignment)
    namespace[exercise] = answers.functions[mistake]
    callers = [entry.name for entry in known.exercises if exercise in known.all_needs(entry.name)]
    asked = [exercise, *callers] if seed == PUBLIC_SEED else [exercise]
    results = _judge(known, answers, namespace, seed, asked)
    harmed = tuple(name for name in callers if name in results and results[name].status != "passed")
    mine = results[exercise]
    failed = frozenset(check.name for check in mine.checks if not check.passed)
    return Trial(exercise, mistake, seed, mine.status != "passed", mine.mistake, harmed, failed)


def _try_variant(assignment: str, wanted: Sequence[str], entry: tuple[str, int]) -> list[Trial]:
    """Judge a right variant: a trial for each wanted function that it replaces; with the public seed, beside all."""
    variant, seed = entry
    known = courses.load().assignment(assignment)
    namespace = reference.fresh(assignment)
    before = dict(namespace)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(right_variants(assignment, courses.find_root())[variant], variant, "exec"), namespace)
    names = [e.name for e in known.exercises]
    replaced = [name for name in wanted if namespace.get(name) is not before.get(name)]
    if not replaced:
        return []
    results = _judge(known, _answers(assignment), namespace, seed, names if seed == PUBLIC_SEED else replaced)
    return [Trial(name, variant, seed, results[name].status != "passed", results[name].mistake) for name in replaced]


def _judge(
    assignment: courses.Assignment, answers: LiveAnswers, namespace: dict[str, Any], seed: int, asked: Sequence[str]
) -> dict[str, Any]:
    judgement = Judgement(assignment, answers, Settings(seed=seed), KernelStudent(namespace))
    return {result.name: result for result in judgement.results(asked)}


@cache
def _answers(assignment: str) -> LiveAnswers:
    return LiveAnswers(assignment)


@cache
def right_variants(assignment: str, root: Path) -> dict[str, str]:
    """The right variants of an assignment by name, as source text, out of the project's tests.

    Those of `a1_first_network` stand in tests/corpus/right_a1.py; none where the tests are not at hand.
    """
    sys.path.insert(0, str(root))
    module = f"tests.corpus.right_{assignment.partition('_')[0]}"
    try:
        return {variant.name: variant.source for variant in importlib.import_module(module).RIGHT}
    except ModuleNotFoundError:
        return {}
    finally:
        sys.path.remove(str(root))
