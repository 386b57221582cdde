"""Where a function of a few numbers goes wrong, and an example of it.

Where neither the catalogue nor a general shape of error fits, it still helps to know on which inputs the answers are
wrong ("where epoch = every"), and to see one of them worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.diagnosis.shapes import Finding

Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Trial:
    """One call with single numbers and lists: its numbers by name, its text, and what came and was due, in words."""

    numbers: Numbers
    call: str
    actual: str
    expected: str
    wrong: bool


def where_wrong(trials: Sequence[Trial], reveal: bool) -> Finding | None:
    """Which inputs have wrong answers, where that can be said, with an example unless the inputs are hidden."""
    wrong = [trial for trial in trials if trial.wrong]
    if not wrong or not trials[0].numbers:
        return None
    condition = next(_conditions(trials), "") if len(wrong) < len(trials) and len(wrong) > 1 else ""
    if not condition and not reveal:
        return None
    where = f"is wrong only where {condition}" if condition else "is wrong"
    if not condition and len(wrong) < len(trials):
        where = f"is wrong for {len(wrong)} of {len(trials)} inputs"
    example = min(wrong, key=lambda trial: len(trial.call))
    shown = f": {example.call} gives {example.actual}, where {example.expected} is due" if reveal else ""
    return Finding("general-where" if condition else "general-example", f"{where}{shown}.")


def _conditions(trials: Sequence[Trial]) -> Iterator[str]:
    """Conditions on the numbers that hold exactly where the answer is wrong, the plain ones first."""
    names = list(trials[0].numbers)
    whole = [name for name in names if all(trial.numbers[name] == int(trial.numbers[name]) for trial in trials)]

    def exactly(holds: list[bool]) -> bool:
        return all(held == trial.wrong for held, trial in zip(holds, trials, strict=True))

    for name in whole:
        for number in (0, 1):
            values = [trial.numbers[name] for trial in trials]
            if exactly([value == number for value in values]):
                yield f"{name} is {number}"
            if exactly([value != number for value in values]):
                yield f"{name} is not {number}"
            if exactly([value > number for value in values]):
                yield f"{name} is more than {number}"
    for name in whole:
        for other in whole:
            pairs = [(trial.numbers[name], trial.numbers[other]) for trial in trials]
            if name == other:
                continue
            for sign, holds in (
                ("=", [a == b for a, b in pairs]),
                ("<", [a < b for a, b in pairs]),
                ("≥", [a >= b for a, b in pairs]),
            ):
                if exactly(holds):
                    yield f"{name} {sign} {other}"
            if exactly([a > 0 and b > 0 and a % b == 0 for a, b in pairs]):
                yield f"{name} is a multiple of {other}"
            if exactly([b > 0 and a % b != 0 for a, b in pairs]):
                yield f"{name} is no multiple of {other}"
            if exactly([a >= 2 * b for a, b in pairs]):
                yield f"{name} ≥ 2 · {other}"
