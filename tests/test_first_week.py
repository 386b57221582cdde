"""What a first-week student found, held against what the grader says now: each case, and none may be missed."""

from __future__ import annotations

import re

import numpy as np
import pytest
from corpus import says
from corpus.first_week import FIRST_WEEK, Told

from autograder import course as courses
from autograder import reference
from autograder.judge.grade import Judgement, Settings
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser


@pytest.mark.parametrize("told", FIRST_WEEK, ids=lambda told: told.name)
def test_the_mistake_is_told_and_no_other(told: Told) -> None:
    """The message says what is true of the code, and nothing that is not."""
    namespace = reference.fresh(told.assignment)
    exec(told.source, namespace)
    known = courses.load().assignment(told.assignment)
    judgement = Judgement(known, LiveAnswers(told.assignment), Settings(), KernelStudent(namespace))
    with np.errstate(all="ignore"):
        (result,) = judgement.results([told.exercise])
    assert result.status in ("failed", "error")
    assert says(result.message, told.says), result.message
    text = "\n".join([result.message, *(outcome.message for outcome in result.checks)])
    assert not [pattern for pattern in told.denies if re.search(pattern, text, re.IGNORECASE)], text
