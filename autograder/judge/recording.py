"""The public seed's answers as arrays: what lets a student's machine judge and diagnose with no answer code on it.

A recording is a gzip file of wire frames: an index, then a frame an exercise with the right answers, each mistake's
answers and words, and what the exercise's helpers gave. Arrays that occur often are stored once. It is read here;
`recorder` makes it.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import RECORDED, CourseError
from autograder.diagnosis.calls import Call, Trace
from autograder.diagnosis.slips import Slip
from autograder.judge.asking import Explanation
from autograder.judge.compare import as_array, same_part
from autograder.student import wire
from autograder.student.outcome import Outcome, Raised, Returned

# What is raised for a recording that is missing, cut short or damaged.
DAMAGED = (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error, wire.WireError)


def recording_path(assignment: str) -> Path:
    """Where the recording of an assignment is kept."""
    return RECORDED / f"{assignment}.gz"


class RecordedAnswers:
    """Answers looked up by the key of the call, for the public seed."""

    live = False

    def __init__(self, assignment: str, path: Path | None = None) -> None:
        path = path or recording_path(assignment)
        try:
            self.exercises = Frames(path.read_bytes())
        except DAMAGED as error:
            raise CourseError(f"{path} is damaged ({error}). Get the course's files again.") from None

    def expected(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        check = key.partition("/")[0].removeprefix("test_")
        for name in sorted(self.exercises, key=lambda name: not check.startswith(name)):
            exercise = self.exercises[name]
            if key in exercise["expected"]:
                return _outcome(exercise["expected"][key], exercise["arrays"])
        return Raised("KeyError", f"{key} is not recorded; run `autograder build`")

    def helper(self, exercise: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome:
        recorded = self.exercises[exercise]
        asked = self._by_position(function, args, kwargs)
        # The same seed where there is one; else any, as whatever the reference drew is right for the student too.
        for seeds in (True, False):
            for name, given, outcome in recorded["helpers"]:
                if name == function and _same_arguments(_values(given, recorded["arrays"]), asked, seeds):
                    return _outcome(outcome, recorded["arrays"])
        return Raised("ValueError", "no right solution calls it with these")

    def _by_position(self, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> dict[int, Any]:
        """A call's arguments by their places; those with names that are not known stand behind the others."""
        names = list(self.parameters(function))
        places = [names.index(name) if name in names else at for at, name in enumerate(kwargs, len(args))]
        return {**dict(enumerate(args)), **dict(zip(places, kwargs.values(), strict=True))}

    def altered(self, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Outcome | None:
        return None

    def explanations(self, exercise: str) -> tuple[Explanation, ...]:
        mistakes = self.exercises[exercise]["mistakes"] if exercise in self.exercises else {}
        return tuple(Explanation(identity, entry["did"], entry["why"]) for identity, entry in mistakes.items())

    def slips(self, exercise: str) -> Iterable[Slip]:
        return ()

    def mistaken(
        self, mistake: str, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]
    ) -> Outcome | None:
        recorded = self.exercises[function]
        entry = recorded["mistakes"][mistake]["outcomes"].get(key)
        return None if entry is None else _outcome(entry, recorded["arrays"])

    def calls(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Trace | None:
        recorded = self.exercises[function]
        calls = recorded["calls"].get(key)
        if calls is None:
            return None
        heard = (_values(call, recorded["arrays"]) for call in calls)
        return Trace(tuple(recorded["parameters"]), tuple(Call(helper, given, value) for helper, given, value in heard))

    def most_asked(self, key: str, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> None:
        return None

    def parameters(self, function: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.exercises[function]["parameters"] if function in self.exercises else {}
        return found


class Frames(Mapping[str, dict[str, Any]]):
    """The frames of a recording by exercise, each decoded when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        stream = io.BytesIO(gzip.decompress(data))
        names = wire.read_frame(stream.read)
        self._packed = {name: wire.packed_frame(stream.read) for name in names}
        self._open: dict[str, dict[str, Any]] = {}

    def __getitem__(self, exercise: str) -> dict[str, Any]:
        if exercise not in self._open:
            self._open[exercise] = wire.decode(*self._packed[exercise])
        return self._open[exercise]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def same_recording(one: Frames, other: Frames) -> bool:
    """Whether two recordings say the same, but for the rounding of another machine.

    Arrays are looked up first: which of them are stored once depends on the last digit too.
    """
    return list(one) == list(other) and all(
        _same_tree(_values(one[name][part], one[name]["arrays"]), _values(other[name][part], other[name]["arrays"]))
        for name in one
        for part in ("parameters", "expected", "mistakes", "helpers", "calls")
    )


def _same_tree(one: Any, other: Any) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(_same_tree(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(_same_tree(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, np.ndarray | float):
        return same_part(one, other)
    return bool(one == other)


def _same_arguments(recorded: Sequence[Any], given: Mapping[int, Any], seeds: bool) -> bool:
    """Whether a call is the recorded one, with its `seeds` or any; what it leaves to defaults need not be said."""
    return all(at < len(recorded) and _same_argument(recorded[at], value, seeds) for at, value in given.items())


def _same_argument(recorded: Any, given: Any, seeds: bool) -> bool:
    if isinstance(recorded, wire.Seeded) and isinstance(given, wire.Seeded):
        return recorded == given or not seeds
    if as_array(recorded) is not None:
        return same_part(recorded, given)
    if isinstance(recorded, list | tuple) and isinstance(given, list | tuple):
        return len(recorded) == len(given) and _same_arguments(recorded, dict(enumerate(given)), seeds)
    return type(recorded) is type(given) and bool(recorded == given)


def _outcome(entry: Any, arrays: Sequence[Any]) -> Outcome:
    if entry[0] == "raised":
        return Raised(entry[1], entry[2])
    changed = {int(at): value for at, value in _values(entry[2], arrays).items()}
    return Returned(_values(entry[1], arrays), changed)


def _values(node: Any, arrays: Sequence[Any]) -> Any:
    """A recorded tree with its references turned into the arrays that they stand for."""
    if isinstance(node, dict):
        if set(node) == {"array"}:
            return arrays[node["array"]].copy()
        return {key: _values(item, arrays) for key, item in node.items()}
    if isinstance(node, list | tuple):
        return type(node)(_values(item, arrays) for item in node)
    return node
