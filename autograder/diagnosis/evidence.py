"""A function's wrong answers as evidence: opened into outputs, beside the right ones, with what the calls were given.

All answers of an exercise count together, and each output by itself. What explains them is looked for in catalogue.py,
general.py and beyond.py; diagnose.py decides which explanation is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.course import Exercise
from autograder.diagnosis.arguments import arrays_in, named
from autograder.diagnosis.shapes import Case
from autograder.judge.asking import Answers
from autograder.judge.checking import Comparison
from autograder.judge.compare import ARGUMENTS, WHOLE, Array, Mismatch, as_array, leaves, same_part, split
from autograder.student.outcome import Outcome, Raised, Returned

Parts = dict[str, Any]


class Absent:
    """In the place of an output that an answer does not have; None would be an answer."""


ABSENT = Absent()


class Evidence:
    """The answers of one exercise, opened into outputs, with the outputs that failed."""

    def __init__(self, exercise: Exercise, comparisons: Sequence[Comparison], answers: Answers) -> None:
        self.exercise = exercise.name
        self.names = exercise.returns
        self.chained = exercise.chained
        self.answers = answers
        mine = [comparison for comparison in comparisons if comparison.answer.function == self.exercise]
        self.compared = any(comparison.expected is not None and comparison.mismatches for comparison in mine)
        if self.compared:
            # What is plainly wrong says more than a property that fails in its wake.
            mine = [comparison for comparison in mine if comparison.expected is not None]
        # Asked before anything that a call left behind could be in the way; only where an answer does not hang on luck.
        self.first_asked = next((comparison for comparison in mine if comparison.expected is not None), None)
        self.comparisons = sorted(mine, key=lambda comparison: not comparison.mismatches)
        self.failing = frozenset(part for comparison in mine for part in comparison.mismatches)
        self.students = [self.parts(comparison, comparison.answer.outcome) for comparison in self.comparisons]
        rights = [comparison.expected.value for comparison in mine if comparison.expected is not None]
        self.lists = frozenset(
            name for right in rights for name, leaf in leaves(right, self.names) if isinstance(leaf, list)
        )

    def parts(self, comparison: Comparison, outcome: Outcome) -> Parts:
        """An outcome as its outputs by name; as a whole where it has not the structure of the right one."""
        if not isinstance(outcome, Returned):
            return {WHOLE: outcome}
        changed = {ARGUMENTS: outcome.changed} if outcome.changed else {}
        value = outcome.value
        if comparison.expected is not None:
            opened = split(value, comparison.expected.value, self.names)
            if isinstance(opened, Mismatch):
                return {WHOLE: value, **changed}
            due = leaves(comparison.expected.value, self.names)
            return {**{name: got for (name, _), got in zip(due, opened, strict=True)}, **changed}
        return {WHOLE: value, **changed}

    def modified(self) -> Mismatch | None:
        """An argument that was changed, which may well be the root of all that follows."""
        return next((c.modified for c in self.comparisons if c.modified is not None), None)

    def right(self) -> set[str]:
        """The outputs that are right in every answer."""
        known = [set(student) for student in self.students]
        return set.intersection(*known) - self.failing - self.lists if known else set()

    def in_order(self, parts: Collection[str]) -> tuple[str, ...]:
        """Outputs that have a name, in the order in which they are returned."""
        return tuple(sorted(set(parts) - {WHOLE, ARGUMENTS}, key=self.order))

    def order(self, part: str) -> int:
        """The place of an output among those that are returned."""
        return self.names.index(part) if part in self.names else -1

    def tells(self, parts: set[str]) -> bool:
        """Whether a match can hardly be chance: several numbers, or something that no right answer holds."""
        numbers = 0
        for student in self.students:
            for part in parts & set(student):
                array = as_array(student.get(part)) if student.get(part) is not None else None
                if array is None or not np.isfinite(array.astype(float)).all():
                    return True
                numbers += array.size
        return numbers > 1

    def given(self, comparison: Comparison) -> dict[str, Any]:
        """The arguments of a call by their names."""
        return named(tuple(self.answers.parameters(self.exercise)), comparison.answer.args, comparison.answer.kwargs)

    def cases(self, part: str, mistaken: Callable[[Comparison], Parts] | None = None) -> list[Case]:
        """An output on all inputs beside the right one, or beside what a mistake gives; empty where one is no array."""
        cases = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is None:
                continue
            expected = dict(leaves(comparison.expected.value, self.names)).get(part)
            if mistaken is not None:
                expected = as_array(mistaken(comparison).get(part))
            elif expected is None:
                continue  # an output that not every answer has
            actual = student.get(part)
            array = as_array(actual) if actual is not None else None
            if expected is None or array is None:
                return []
            given = comparison.answer.args
            m = batch_size([item for item in given if isinstance(item, np.ndarray)])
            by_name = arrays_in(self.given(comparison))
            cases.append(Case(array, np.asarray(expected), tuple(arrays_within(given)), m, by_name))
        return cases

    def crossed(self, part: str, other: str) -> list[tuple[Any, Any]]:
        """An output on all inputs beside what another one should be."""
        pairs = []
        for comparison, student in zip(self.comparisons, self.students, strict=True):
            if comparison.expected is not None:
                right = dict(leaves(comparison.expected.value, self.names))
                pairs.append((student.get(part, ABSENT), right.get(other, ABSENT)))
        return pairs


def arrays_within(values: Sequence[Any]) -> Iterator[Array]:
    """The arrays among arguments, those within a tuple of them included."""
    for value in values:
        if isinstance(value, np.ndarray):
            yield value
        elif isinstance(value, tuple):
            yield from arrays_within(value)


def batch_size(arguments: Sequence[Array]) -> int:
    """The number of examples in a call, the last axis of its first matrix or pictures, else of its first vector."""
    for argument in arguments:
        if argument.ndim in (2, 4):
            return int(argument.shape[-1])
    return int(arguments[0].size) if arguments else 1


def same(one: Any, other: Any) -> bool:
    """Whether two outputs, or two ways of failing, are the same."""
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.type_name == other.type_name and one.text == other.text
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and as_array(one) is None:
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, Absent) or isinstance(other, Absent) or one is None or other is None:
        return one is other
    return same_part(one, other)
