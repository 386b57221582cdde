"""Answers computed from the solution file and the catalogue of mistakes: for any seed, where the sources are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from autograder import mistakes, reference
from autograder.diagnosis.calls import Call, Extent, Trace, metered, overheard, parameters_of
from autograder.diagnosis.slips import Slip, slips_of
from autograder.judge.asking import Explanation
from autograder.student.kernel import call_here, call_trusted
from autograder.student.outcome import Outcome

REMEMBERED = 100_000  # numbers among a call's arguments; what is larger belongs to a gate, and does not come again


Known = TypeVar("Known")


class LiveAnswers:
    """The reference's functions and the mistakes', called on whatever a check gives them."""

    live = True

    def __init__(self, assignment: str) -> None:
        self.module = reference.load(assignment)
        self.functions_of_solution = reference.function_trees(assignment)
        self.styles = mistakes.styles_of(assignment)
        self.catalogue = mistakes.mistakes_of(assignment)
        self.functions = {mistake.id: mistake.function for group in self.catalogue.values() for mistake in group}
        self._last: dict[tuple[str, str], tuple[tuple[Any, ...], Any]] = {}

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        right = getattr(self.module, function)
        return self._remembered(("", key), args, kwargs, lambda: call_trusted(right, args, kwargs))

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        return call_here(getattr(self.module, function), args, kwargs)

    def altered(self, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome | None:
        return call_here(getattr(self.module, function), args, kwargs)

    def explanations(self, exercise: str) -> tuple[Explanation, ...]:
        return tuple(Explanation(m.id, m.did, m.why) for m in self.catalogue.get(exercise, ()))

    def slips(self, exercise: str) -> Iterable[Slip]:
        return slips_of(exercise, self.functions_of_solution, self.styles, vars(self.module))

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None:
        wrong = self.functions[mistake]
        return self._remembered((mistake, key), args, kwargs, lambda: call_here(wrong, args, kwargs))

    def _remembered(
        self, key: tuple[str, str], args: Sequence[Any], kwargs: dict[str, Any], call: Callable[[], Known]
    ) -> Known:
        """What a call gave the last time, if it was the same: a run has the same inputs for all submissions."""
        given = (*args, *kwargs.items())
        before = self._last.get(key)
        if before is not None and _same_arguments(before[0], given):
            known: Known = before[1]
            return known
        outcome = call()
        if _numbers_in(given) <= REMEMBERED:
            self._last[key] = given, outcome
        return outcome

    def calls(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Trace | None:
        right = getattr(self.module, function)
        heard: list[Call] = []
        with overheard(self.module, function, heard):
            call_here(right, args, kwargs)
        return Trace(tuple(self.parameters(function)), tuple(heard))

    def most_asked(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Mapping[str, Extent]:
        return self._remembered(("helpers", key), args, kwargs, lambda: self._metered(function, args, kwargs))

    def _metered(self, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Mapping[str, Extent]:
        right = getattr(self.module, function)
        with metered(self.module) as most:
            call_here(right, args, kwargs)
        return most

    def parameters(self, function: str) -> Mapping[str, Any]:
        return parameters_of(getattr(self.module, function))


def _numbers_in(values: Sequence[Any]) -> int:
    sizes = (_numbers_in(value) if isinstance(value, tuple | list) else np.size(value) for value in values)
    return sum(sizes)


def _same_arguments(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        same = isinstance(other, np.ndarray) and one.dtype == other.dtype and one.shape == other.shape
        return same and one.tobytes() == other.tobytes()
    if isinstance(one, tuple | list):
        return type(one) is type(other) and _same_arguments(one, other)
    return type(one) is type(other) and bool(one == other)
