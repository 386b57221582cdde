"""What a check is written with: the claim it makes, the answers it gets, and the ways in which it can fail.

A check is an ordinary pytest test that takes `student` and `reference` and holds one claim about one exercise:

    @check("relu", "negative numbers become 0")
    def test_relu_negative(student, reference, rng):
        Z = rng.normal(size=(7, 6))
        assert_matches(student.relu(Z), reference.relu(Z))
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

import numpy as np
import pytest

from autograder.judge.compare import ARGUMENTS, WHOLE, Array, Mismatch, as_array, compare
from autograder.student.outcome import Outcome, Returned


def check(exercise: str, claim: str) -> pytest.MarkDecorator:
    """Mark a test as a check of an exercise; the claim is what students read in their list of checks."""
    return pytest.mark.check(exercise=exercise, claim=claim)


@dataclass(frozen=True)
class Answer:
    """What one call of a student's function gave, with what it was given."""

    function: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    outcome: Outcome
    log: CheckLog
    key: str = ""

    @property
    def value(self) -> Any:
        """The returned value; fails the check where there is none."""
        if isinstance(self.outcome, Returned):
            return self.outcome.value
        self.fail_as(Mismatch("outcome", WHOLE, None, self.outcome))

    def arrays(self, **shapes: tuple[int, ...]) -> tuple[Array, ...]:
        """The returned outputs as arrays, in the order named; fails the check where a type or shape is another."""
        value = self.value
        items = (value,) if len(shapes) == 1 else value
        blank = tuple(np.zeros(shape) for shape in shapes.values())
        if value is None:
            self.fail_as(Mismatch("nothing", WHOLE, blank, None))
        if not isinstance(items, tuple | list) or len(items) != len(shapes):
            self.fail_as(Mismatch("count", WHOLE, blank, value))
        found = []
        for (name, shape), item in zip(shapes.items(), items, strict=True):
            array = as_array(item)
            part = name if len(shapes) > 1 else WHOLE
            if item is None or array is None:
                self.fail_as(Mismatch("nothing" if item is None else "type", part, np.zeros(shape), item))
            if array.shape != shape:
                self.fail_as(Mismatch("shape", part, np.zeros(shape), array))
            found.append(array)
        return tuple(found)

    def part(self, at: int) -> Answer:
        """One output of several, as an answer of its own."""
        assert isinstance(self.outcome, Returned)
        return replace(self, outcome=replace(self.outcome, value=self.outcome.value[at]))

    def demand_finite(self, name: str, array: Array) -> None:
        """No output holds NaN or infinity."""
        finite = np.isfinite(array.astype(float))
        if not finite.all():
            index = tuple(int(n) for n in np.argwhere(~finite)[0])
            self.fail_as(Mismatch("not-finite", name, np.zeros(array.shape), array, index))

    def demand(self, condition: Any, seen: str, mistake: str = "") -> None:
        """A property of this answer holds; where not, `seen` tells what was seen, with numbers.

        `mistake` is what the check takes it for, unless the answer itself betrays another.
        """
        if not condition:
            mismatch = Mismatch("property", WHOLE, None, self.value)
            self.log.comparisons.append(Comparison(self, None, {WHOLE: mismatch}))
            raise CheckFailed(mismatch, mistake, seen)

    def keeps_arguments(self, names: Sequence[str], may_change: Container[int] = ()) -> None:
        """The call left its arguments as they were, but for those at `may_change`; `names` are their names."""
        mismatch = self.modified(names, may_change)
        if mismatch is not None:
            known = [comparison for comparison in self.log.comparisons if comparison.answer is self]
            if not known:
                known = [Comparison(self, None, {})]
                self.log.comparisons += known
            known[-1].mismatches[ARGUMENTS] = mismatch
            known[-1].modified = mismatch
            raise CheckFailed(mismatch)

    def modified(self, names: Sequence[str], may_change: Container[int] = ()) -> Mismatch | None:
        """The first argument that the call changed and should have left, if there is one."""
        changed = self.outcome.changed if isinstance(self.outcome, Returned) else {}
        for at, name in enumerate(names):
            if at in changed and at not in may_change:
                return Mismatch("modified", name, self.args[at], changed[at])
        return None

    def fail_as(self, mismatch: Mismatch) -> NoReturn:
        """Fail the check for what this answer lacks, and note it for the diagnosis."""
        self.log.comparisons.append(Comparison(self, None, {mismatch.part: mismatch}))
        raise CheckFailed(mismatch)


@dataclass(frozen=True)
class Expected:
    """The right answer to a call, and the key under which it is recorded."""

    key: str
    value: Any


@dataclass
class Comparison:
    """An answer beside the right one; `mismatches` by the part's name, empty where the answer is right.

    `modified` is an argument that the call changed, where a check asked for that; wrong values may come before it.
    """

    answer: Answer
    expected: Expected | None
    mismatches: dict[str, Mismatch]
    modified: Mismatch | None = None


@dataclass
class CheckLog:
    """All that one run of one check has seen: every answer asked for, and every comparison made."""

    names: tuple[str, ...] = ()
    asked: list[Answer] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)

    def evidence(self) -> list[Comparison]:
        """The comparisons, and the answers that were never compared as comparisons with nothing wrong."""
        compared = {comparison.answer.key for comparison in self.comparisons}
        return [
            *self.comparisons,
            *(Comparison(answer, None, {}) for answer in self.asked if answer.key not in compared),
        ]


class CheckFailed(AssertionError):
    """A claim does not hold. `mistake` is set where the check itself recognised which mistake it is."""

    def __init__(self, mismatch: Mismatch | None, mistake: str = "", seen: str = "") -> None:
        super().__init__(seen or (f"{mismatch.kind} {mismatch.part}".strip() if mismatch else mistake))
        self.mismatch = mismatch
        self.mistake = mistake
        self.seen = seen


def assert_matches(answer: Answer, expected: Expected) -> None:
    """The answer equals the expected value in type, shape and value."""
    assert_all_match([(answer, expected)])


def assert_all_match(pairs: Iterable[tuple[Answer, Expected]]) -> None:
    """Every answer equals its expected value. All of them are asked for before the first failure is raised."""
    compared = []
    for answer, expected in pairs:
        mismatches = compare(answer.outcome, expected.value, answer.log.names)
        compared.append(Comparison(answer, expected, mismatches))
        answer.log.comparisons.append(compared[-1])
    for comparison in compared:
        for mismatch in comparison.mismatches.values():
            raise CheckFailed(mismatch)


def assert_unmodified(answer: Answer, expected: Expected, names: Sequence[str]) -> None:
    """The answer is right and the call left its arguments as they were; `names` are the arguments' names."""
    try:
        assert_matches(answer, expected)
    finally:
        answer.log.comparisons[-1].modified = answer.modified(names)
    answer.keeps_arguments(names)


def demand(condition: Any, mistake: str, seen: str) -> None:
    """A property holds; where not, the check knows which mistake it is and tells what it has seen, with numbers."""
    if not condition:
        raise CheckFailed(None, mistake, seen)


class Calls:
    """Gives `student.relu(Z)` and `reference.relu(Z)` their form: any attribute is a function to call."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self._call = call

    def __getattr__(self, function: str) -> Callable[..., Any]:
        def called(*args: Any, **kwargs: Any) -> Any:
            return self._call(function, args, kwargs)

        return called
