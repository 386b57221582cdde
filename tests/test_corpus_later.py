"""The grader measured against the blind corpora of the later assignments, as test_corpus.py does for the first.

Each has a corpus `corpus.blind_aN`, written by somebody who had not seen its checks and catalogue: no right answer may
be refused, no wrong one may pass or cost an innocent function its marks, and of twenty messages nineteen say what a
teacher would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from corpus import SHARE_UNSAID, Pair, Right, Wrong, blind_a2, blind_a3, blind_a4, compose, says, shown

from autograder import course as courses
from autograder.judge.grade import Judgement, Settings
from autograder.judge.results import ExerciseResult
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

pytestmark = [pytest.mark.slow, pytest.mark.long]

COURSE = courses.load()
SOLUTIONS = Path(__file__).resolve().parents[1] / "solutions"
CORPORA = {"a2_training_better": blind_a2, "a3_any_network": blind_a3, "a4_convolution": blind_a4}
EXERCISES = [
    (assignment, exercise.name) for assignment in CORPORA for exercise in COURSE.assignment(assignment).exercises
]

# What was judged for one test is at hand for the other, where the same process runs both.
TOGETHER = {assignment: pytest.mark.xdist_group(f"wrong functions of {assignment}") for assignment in CORPORA}
WITH_CALLERS = 4  # the catalogue's own proof has all of its mistakes with their callers

Results = dict[str, ExerciseResult]


@cache
def answers(assignment: str) -> LiveAnswers:
    return LiveAnswers(assignment)


def judged(assignment: str, source: str, exercises: Sequence[str]) -> Results:
    """The exercises of a submission that is the reference but for `source`, judged in this process."""
    module = ModuleType("submission")
    text = compose(source, solution=SOLUTIONS / f"{assignment}.py")
    exec(compile(text, f"{assignment}.py", "exec"), vars(module))
    judgement = Judgement(COURSE.assignment(assignment), answers(assignment), Settings(), KernelStudent(vars(module)))
    return {result.name: result for result in judgement.results(exercises)}


def with_callers(assignment: str, names: Sequence[str]) -> list[str]:
    """Exercises together with all that need one of them, in the order of the assignment."""
    known = COURSE.assignment(assignment)
    return [e.name for e in known.exercises if e.name in names or set(names) & set(known.all_needs(e.name))]


def defined(source: str) -> list[str]:
    return re.findall(r"^def (\w+)", source, re.MULTILINE)


def right_in(assignment: str, exercise: str) -> list[Right]:
    """The right answers in which an exercise is the first of the assignment's that is replaced."""
    names = [e.name for e in COURSE.assignment(assignment).exercises]
    first = {right.name: next(n for n in defined(right.source) if n in names) for right in CORPORA[assignment].RIGHT}
    return [right for right in CORPORA[assignment].RIGHT if first[right.name] == exercise]


def wrong_in(assignment: str, exercise: str) -> list[Wrong]:
    return [wrong for wrong in CORPORA[assignment].WRONG if wrong.exercise == exercise]


def pairs() -> list[Any]:
    return [pytest.param(a, pair, id=f"{a}-{pair.name}") for a in CORPORA for pair in CORPORA[a].PAIRS]


@cache
def judged_wrong(assignment: str, exercise: str) -> list[tuple[Wrong, Results]]:
    """Every wrong function judged, and of one in WITH_CALLERS all that need it as well."""
    callers = with_callers(assignment, [exercise])
    return [
        (wrong, judged(assignment, wrong.source, callers if number % WITH_CALLERS == 0 else [exercise]))
        for number, wrong in enumerate(wrong_in(assignment, exercise))
    ]


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_right_answers_have_full_marks(assignment: str, exercise: str) -> None:
    """Every form of a right answer earns every mark, and no function that needs it loses one."""
    refused = []
    for right in right_in(assignment, exercise):
        mine = set(defined(right.source))
        results = judged(assignment, right.source, with_callers(assignment, sorted(mine)))
        refused += [
            f"{right.name}: {name} {result.status}: {result.message}"
            for name, result in results.items()
            if result.status != "passed" or result.score != result.max_score or (name in mine and result.carried)
        ]
    assert not refused, shown(refused)


@pytest.mark.parametrize(
    ("assignment", "exercise"), [pytest.param(a, exercise, marks=TOGETHER[a]) for a, exercise in EXERCISES]
)
def test_wrong_functions_are_caught_and_harm_nobody_else(assignment: str, exercise: str) -> None:
    """Each wrong function fails in its exercise, and no other loses a mark."""
    bad = []
    for wrong, results in judged_wrong(assignment, exercise):
        if results[exercise].status == "passed" or results[exercise].score == results[exercise].max_score:
            bad.append(f"{wrong.name} passes")
        bad += [
            f"{wrong.name} harms {name}: {result.message}"
            for name, result in results.items()
            if name != exercise and result.status != "passed"
        ]
    assert not bad, shown(bad)


@pytest.mark.parametrize("assignment", [pytest.param(a, marks=TOGETHER[a]) for a in CORPORA])
def test_wrong_functions_are_told_why(assignment: str) -> None:
    """Of twenty messages, nineteen say what a teacher would."""
    unsaid = []
    names = [e.name for e in COURSE.assignment(assignment).exercises]
    for exercise in names:
        for wrong, results in judged_wrong(assignment, exercise):
            if not says(results[exercise].message, wrong.says):
                unsaid.append(f"{wrong.name} ({results[exercise].mistake}): {results[exercise].message}")
    assert len(unsaid) <= len(CORPORA[assignment].WRONG) // SHARE_UNSAID, shown(unsaid)


@pytest.mark.parametrize(("assignment", "pair"), pairs())
def test_two_mistakes_are_caught_and_harm_nobody_else(assignment: str, pair: Pair) -> None:
    """Both wrong functions fail, and no other loses a mark."""
    results = judged(assignment, pair.source, [e.name for e in COURSE.assignment(assignment).exercises])
    failed = {name for name, result in results.items() if result.status != "passed"}
    carried = {name for name in pair.wrong if results[name].carried}
    assert failed == set(pair.wrong), f"{pair.name}: failed {sorted(failed)}, carried {sorted(carried)}"


@pytest.mark.parametrize("assignment", CORPORA)
def test_the_corpus_has_no_name_twice(assignment: str) -> None:
    """A case is told by its name."""
    corpus = CORPORA[assignment]
    for cases in (corpus.RIGHT, corpus.WRONG, corpus.PAIRS):
        names = [case.name for case in cases]
        assert len(set(names)) == len(names)
