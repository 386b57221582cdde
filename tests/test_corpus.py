"""The grader measured against a blind corpus: the right pass, the wrong are caught, and most are told what they did.

The corpus was written without sight of the checks and of the catalogue. A share of messages may miss what a teacher
would have said; no right answer may be refused, and no wrong one may pass.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from corpus import SHARE_UNSAID, SUBMISSION, Fault, Right, Wrong, compose, says, shown
from corpus.faults import FAULTS
from corpus.later_a1 import PAIRS_AGAIN, RIGHT_AGAIN, WRONG_AGAIN
from corpus.pairs import PAIRS as FIRST_PAIRS
from corpus.right_a1 import RIGHT as FIRST_RIGHT
from corpus.wrong import WRONG as FIRST_WRONG

from autograder import course as courses
from autograder.judge.grade import Judgement, Settings, grade
from autograder.judge.results import ExerciseResult
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent
from autograder.student.process import Limits

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

RIGHT = [*FIRST_RIGHT, *RIGHT_AGAIN]
WRONG = [*FIRST_WRONG, *WRONG_AGAIN]
PAIRS = [*FIRST_PAIRS, *PAIRS_AGAIN]
COURSE = courses.load()
ASSIGNMENT = COURSE.assignment()
EXERCISES = [exercise.name for exercise in ASSIGNMENT.exercises]
LIVE = LiveAnswers(ASSIGNMENT.name)

Results = dict[str, ExerciseResult]


def judged_here(source: str, exercises: Sequence[str]) -> Results:
    """The exercises of a submission, judged in this process."""
    module = ModuleType("submission")
    exec(compile(source, SUBMISSION, "exec"), vars(module))
    judgement = Judgement(ASSIGNMENT, LIVE, Settings(), KernelStudent(vars(module)))
    return {result.name: result for result in judgement.results(exercises)}


def judged_there(folder: Path, files: dict[str, bytes], exercises: Sequence[str], limits: Limits) -> Results:
    """The exercises of a folder that was handed in, judged through a worker."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    result = grade(folder, COURSE, ASSIGNMENT, LIVE, Settings(limits=limits), exercises)
    assert result.status != "broken", result.message
    return {exercise.name: exercise for exercise in result.exercises}


def chunks(cases: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [cases[start : start + size] for start in range(0, len(cases), size)]


# -- right answers


def runs_something(right: Right) -> bool:
    """Whether its module does more than define: then it is judged in a process of its own."""
    plain = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign
    return not all(isinstance(node, plain) for node in ast.parse(right.source).body)


@pytest.mark.parametrize("rights", chunks(RIGHT, 14), ids=lambda chunk: f"{chunk[0].name}-and-on")
def test_right_answers_have_full_marks(tmp_path: Path, rights: Sequence[Right]) -> None:
    """Every form of a right answer earns every mark, and none is merely carried."""
    refused = []
    for right in rights:
        if runs_something(right):
            files = {SUBMISSION: compose(right.source).encode()}
            results = judged_there(tmp_path / right.name, files, EXERCISES, Limits(load_seconds=5))
        else:
            results = judged_here(compose(right.source), EXERCISES)
        refused += [
            f"{right.name}: {name} {result.status}{' carried' * result.carried}: {result.message}"
            for name, result in results.items()
            if result.status != "passed" or result.carried or result.score != result.max_score
        ]
    assert not refused, shown(refused)


@pytest.mark.parametrize("right", RIGHT[::10], ids=lambda right: right.name)
def test_right_answers_open_the_gate(tmp_path: Path, right: Right) -> None:
    """A network of right functions learns to read, in whatever style they are written."""
    files = {SUBMISSION: compose(right.source).encode()}
    gate = judged_there(tmp_path, files, [ASSIGNMENT.gate.name], Limits())[ASSIGNMENT.gate.name]
    assert gate.status == "passed", gate.message


# -- one mistake


def wrong_in(exercise: str) -> list[Wrong]:
    return [wrong for wrong in WRONG if wrong.exercise == exercise]


def may_miss(number: int) -> int:
    """How many of so many messages may miss the point: one in twenty, and one in a group that is smaller."""
    return max(1, number // SHARE_UNSAID)


def test_the_groups_together_keep_to_the_share() -> None:
    """What is allowed to each exercise adds up to no more than one message in twenty."""
    assert {wrong.exercise for wrong in WRONG} == set(EXERCISES)
    assert sum(may_miss(len(wrong_in(exercise))) for exercise in EXERCISES) <= len(WRONG) / SHARE_UNSAID


@pytest.mark.parametrize("exercise", EXERCISES)
def test_wrong_functions_are_caught_and_told_why(exercise: str) -> None:
    """Each wrong function fails in its exercise; of twenty messages, nineteen say what a teacher would."""
    passed, unsaid = [], []
    for wrong in wrong_in(exercise):
        result = judged_here(compose(wrong.source), [exercise])[exercise]
        if result.status == "passed" or result.score == result.max_score:
            passed.append(wrong.name)
        elif not says(result.message, wrong.says):
            unsaid.append(f"{wrong.name} ({result.mistake}): {result.message}")
    assert not passed, shown(passed)
    assert len(unsaid) <= may_miss(len(wrong_in(exercise))), shown(unsaid)


# -- two mistakes

# Backward returns the opposite of the gradients and gradient_descent goes uphill along them: together they do what is
# asked, so that the second mistake can't be seen from outside as long as the first stands in its own place.
CANCELLING = ("backward-y-minus-a2+descent-uphill", "gradient_descent")


@cache
def judged_pair(number: int) -> Results:
    return judged_here(compose(PAIRS[number].source), EXERCISES)


@pytest.mark.parametrize("numbers", chunks(range(len(PAIRS)), 8), ids=lambda chunk: f"{PAIRS[chunk[0]].name}-and-on")
def test_two_mistakes_are_caught_and_harm_nobody_else(numbers: Sequence[int]) -> None:
    """Both wrong functions fail, and no other loses a mark."""
    passed, harmed = [], []
    for number in numbers:
        pair = PAIRS[number]
        for name, result in judged_pair(number).items():
            if name not in pair.wrong and result.status != "passed":
                harmed.append(f"{pair.name}: {name} {result.status}: {result.message}")
            if name in pair.wrong and result.status == "passed" and (pair.name, name) != CANCELLING:
                passed.append(f"{pair.name}: {name}{' carried' * result.carried}")
    assert not passed, shown(passed)
    assert not harmed, shown(harmed)


def test_two_mistakes_are_told_apart() -> None:
    """Of twenty messages about one of two mistakes, nineteen say what a teacher would."""
    unsaid = []
    for number, pair in enumerate(PAIRS):
        for name, patterns in pair.wrong.items():
            result = judged_pair(number)[name]
            if result.status != "passed" and not says(result.message, patterns):
                unsaid.append(f"{pair.name}: {name} ({result.mistake}): {result.message}")
    due = sum(len(pair.wrong) for pair in PAIRS) // SHARE_UNSAID
    assert len(unsaid) <= due, f"{due} may miss the point; there are " + shown(unsaid)


@pytest.mark.xfail(strict=True, reason="two mistakes that cancel each other out do what is asked, and pass")
def test_two_mistakes_that_cancel_each_other_out_are_both_caught() -> None:
    """A gradient with the wrong sign and a step in the wrong direction are two mistakes, not none."""
    (pair,) = (pair for pair in PAIRS if pair.name == CANCELLING[0])
    results = judged_here(compose(pair.source), list(pair.wrong))
    assert results["backward_prop"].status == "failed", "the first of the two was not caught either"
    assert results["gradient_descent"].status == "failed"


# -- faults

FAULT_LIMITS = Limits(call_seconds=1, load_seconds=2.5, wall_factor=4, submission_seconds=60)
# All of them are graded as a class in test_hostile_class.py; these few judge each by itself, in no sandbox.
QUICK_FAULTS = {"endless-loop-in-relu", "os-exit-in-relu", "torch-in-try", "notebook-with-magics", "patches-builtins"}


@pytest.mark.parametrize(
    "fault", [fault for fault in FAULTS if fault.name in QUICK_FAULTS], ids=lambda fault: fault.name
)
def test_a_fault_costs_what_the_contract_says(tmp_path: Path, fault: Fault) -> None:
    """Code that hangs, dies, lies, floods or is oddly built has the status that is due, and costs nobody else."""
    results = judged_there(tmp_path, fault.files(), EXERCISES, FAULT_LIMITS)
    bad = []
    for name, result in results.items():
        due = fault.expected.get(name, "passed" if fault.others_keep_marks and name in EXERCISES else None)
        allowed = {due} if isinstance(due, str) else due
        if allowed is not None and result.status not in allowed:
            bad.append(f"{name} is {result.status}, due is {' or '.join(sorted(allowed))}: {result.message}")
    assert not bad, fault.note + "\n" + "\n".join(bad)


def test_the_corpus_has_no_name_twice() -> None:
    """A case is told by its name."""
    for cases in (RIGHT, WRONG, PAIRS, FAULTS):
        names = [case.name for case in cases]
        assert len(set(names)) == len(names)
