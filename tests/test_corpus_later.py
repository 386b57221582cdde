"""The later assignments measured against their blind corpora: one module `corpus.blind_aN` for each that there is.

As in test_corpus.py: no right answer may be refused and no wrong one may pass; of twenty messages nineteen say what a
teacher would.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

import numpy as np
import pytest
from corpus import Pair, Right, Wrong

from autograder import course as courses
from autograder import reference
from autograder.judge.grade import Judgement, Settings
from autograder.judge.results import ExerciseResult
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

COURSE = courses.load()
SHARE_UNSAID = 20  # one message in so many may miss the point

Results = dict[str, ExerciseResult]


@dataclass(frozen=True)
class Corpus:
    """An assignment with the cases written for it."""

    assignment: courses.Assignment
    right: Sequence[Right]
    wrong: Sequence[Wrong]
    pairs: Sequence[Pair]

    @property
    def exercises(self) -> list[str]:
        return [exercise.name for exercise in self.assignment.exercises]

    def callers(self, exercise: str) -> list[str]:
        """The exercises that need another one's function."""
        return [name for name in self.exercises if exercise in self.assignment.all_needs(name)]


def corpus_of(name: str) -> Corpus:
    module = importlib.import_module(f"corpus.blind_{name.partition('_')[0]}")
    return Corpus(COURSE.assignment(name), module.RIGHT, module.WRONG, getattr(module, "PAIRS", []))


NAMES = ("a2_training_better", "a3_any_network", "a4_convolution")
CORPORA = {name: corpus_of(name) for name in NAMES if find_spec(f"corpus.blind_{name.partition('_')[0]}")}


@cache
def live(name: str) -> LiveAnswers:
    return LiveAnswers(name)


def judged(corpus: Corpus, source: str, exercises: Sequence[str]) -> Results:
    """The exercises of the reference with some of its functions replaced, judged in this process."""
    name = corpus.assignment.name
    namespace = reference.fresh(name)
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        exec(compile(source, f"{name}.py", "exec"), namespace)
        judgement = Judgement(corpus.assignment, live(name), Settings(), KernelStudent(namespace))
        return {result.name: result for result in judgement.results(exercises)}


def says(message: str, patterns: Sequence[str]) -> bool:
    return any(re.search(pattern, message, re.IGNORECASE) for pattern in patterns)


def shown(lines: Sequence[str]) -> str:
    return f"{len(lines)} of them:\n" + "\n".join(lines)


EACH = [(name, exercise) for name, corpus in CORPORA.items() for exercise in corpus.exercises]
each_exercise = pytest.mark.parametrize(("name", "exercise"), EACH, ids=[f"{name[:2]}-{ex}" for name, ex in EACH])


def replaces(source: str, exercise: str) -> bool:
    return f"def {exercise}(" in source


@pytest.mark.slow
@each_exercise
def test_right_answers_have_full_marks(name: str, exercise: str) -> None:
    """Every form of a right answer earns every mark, and costs none of those who call it.

    A caller may be carried: single precision below leaves too few digits for a numerical gradient above.
    """
    corpus, refused = CORPORA[name], []
    for right in corpus.right:
        if replaces(right.source, exercise):
            for result in judged(corpus, right.source, [exercise, *corpus.callers(exercise)]).values():
                own = result.name == exercise
                if result.status != "passed" or result.score != result.max_score or (own and result.carried):
                    refused.append(f"{right.name}: {result.name} {result.status}: {result.message}")
    assert not refused, shown(refused)


@pytest.mark.slow
@each_exercise
def test_wrong_functions_are_caught_and_told_why(name: str, exercise: str) -> None:
    """Each wrong function fails in its exercise; of twenty messages, nineteen say what a teacher would."""
    corpus, passed, unsaid = CORPORA[name], [], []
    mine = [wrong for wrong in corpus.wrong if wrong.exercise == exercise]
    for wrong in mine:
        result = judged(corpus, wrong.source, [exercise])[exercise]
        if result.status == "passed" or result.score == result.max_score:
            passed.append(wrong.name)
        elif not says(result.message, wrong.says):
            unsaid.append(f"{wrong.name} ({result.mistake}): {result.message}")
    assert not passed, shown(passed)
    assert len(unsaid) <= max(1, len(mine) // SHARE_UNSAID), shown(unsaid)


@pytest.mark.slow
@pytest.mark.long
@each_exercise
def test_wrong_functions_harm_nobody_else(name: str, exercise: str) -> None:
    """Who calls a wrong function keeps every mark."""
    corpus = CORPORA[name]
    callers = corpus.callers(exercise)
    harmed = [
        f"{wrong.name}: {result.name} {result.status}: {result.message}"
        for wrong in corpus.wrong
        if callers and wrong.exercise == exercise
        for result in judged(corpus, wrong.source, callers).values()
        if result.status != "passed"
    ]
    assert not harmed, shown(harmed)


@pytest.mark.slow
@pytest.mark.parametrize("name", CORPORA)
def test_two_mistakes_are_caught_and_told_apart(name: str) -> None:
    """Both wrong functions fail, no other loses a mark, and of twenty messages nineteen say what a teacher would."""
    corpus, passed, harmed, unsaid = CORPORA[name], [], [], []
    for pair in corpus.pairs:
        for exercise, result in judged(corpus, pair.source, corpus.exercises).items():
            line = f"{pair.name}: {exercise} {result.status} ({result.mistake}): {result.message}"
            if exercise not in pair.wrong:
                harmed += [line] * (result.status != "passed")
            elif result.status == "passed":
                passed.append(line)
            elif not says(result.message, pair.wrong[exercise]):
                unsaid.append(line)
    assert not passed, shown(passed)
    assert not harmed, shown(harmed)
    assert len(unsaid) <= max(1, sum(len(pair.wrong) for pair in corpus.pairs) // SHARE_UNSAID), shown(unsaid)


@pytest.mark.parametrize("name", CORPORA)
def test_the_corpus_has_no_name_twice_and_leaves_no_exercise_out(name: str) -> None:
    """A case is told by its name."""
    corpus = CORPORA[name]
    for cases in (corpus.right, corpus.wrong, corpus.pairs):
        names = [case.name for case in cases]
        assert len(set(names)) == len(names)
    assert {wrong.exercise for wrong in corpus.wrong} == set(corpus.exercises)
