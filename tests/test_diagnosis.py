"""What the diagnosis may say: no mistake that agrees with an answer by chance, and the outputs by their right names."""

from __future__ import annotations

import pytest

from autograder import course as courses
from autograder import reference
from autograder.judge.grade import Judgement, Settings
from autograder.judge.results import ExerciseResult
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

ASSIGNMENT = "a2_training_better"


def judged(exercise: str, source: str) -> ExerciseResult:
    """An exercise of the reference with one function replaced."""
    namespace = reference.fresh(ASSIGNMENT)
    exec(source, namespace)
    known = courses.load().assignment(ASSIGNMENT)
    judgement = Judgement(known, LiveAnswers(ASSIGNMENT), Settings(), KernelStudent(namespace))
    (result,) = judgement.results([exercise])
    return result


@pytest.mark.parametrize("stop", ["losses[0] > 0.95", "len(losses) % 2 == 0"])
def test_answers_of_yes_or_no_that_agree_by_chance_name_nothing(stop: str) -> None:
    """Where an answer of yes or no is wrong it is the opposite, and still nobody has turned all of them around."""
    source = f"def early_stopping(losses, patience):\n    return {stop}, losses.index(min(losses))\n"
    result = judged("early_stopping", source)
    assert result.status == "failed"
    assert result.mistake is None


def test_three_outputs_in_a_circle_are_told_by_their_order() -> None:
    """No output changes places with itself, and of three in a circle no two change places."""
    source = """
right = adam_step
def adam_step(*args):
    w, m, s = right(*args)
    return m, s, w
"""
    result = judged("adam_step", source)
    assert result.mistake == "general-order"
    assert result.message == "w does not stand in its place. The order is w, m, s. The same goes for m and s."


def test_what_a_call_leaves_behind_is_seen_where_the_wrong_answer_itself_is_repeated() -> None:
    """A list as default argument spoils the first answer, which was right, not the one that it has spoiled already."""
    source = """
def early_stopping(losses, patience, lowest=[9.0, 0]):
    for epoch, loss in enumerate(losses):
        if loss < lowest[0]:
            lowest[:] = [loss, epoch]
    return len(losses) - 1 - lowest[1] >= patience, lowest[1]
"""
    assert judged("early_stopping", source).mistake == "general-unsteady"
