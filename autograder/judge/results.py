"""The result of grading one submission, as frozen data and as the JSON that outside tools read."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

SCHEMA = 1
WAITS = "Training needs all the functions."  # what is said of a gate while one is missing
Status = Literal["passed", "failed", "missing", "error", "timeout", "crashed", "forbidden"]


@dataclass(frozen=True)
class CheckResult:
    """One claim about one function, and whether it holds."""

    name: str
    passed: bool
    message: str = ""


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise's marks. `table` shows expected and got where values differ: rows of text, the first a heading.

    `unread`: Python can't read the function, which therefore never ran; its status is then "error". `printed`: what it
    printed in the first check that fails, or else in the first of all; empty where the seed is hidden. `misnamed`: what
    stands there under nearly the name of a missing function.
    """

    name: str
    score: float
    max_score: float
    status: Status
    carried: bool = False
    mistake: str | None = None
    message: str = ""
    checks: tuple[CheckResult, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    unread: bool = False
    printed: str = ""
    misnamed: str = ""

    @property
    def untouched(self) -> bool:
        """Whether the function is still to be written, and stands there under no other name either."""
        return self.status == "missing" and not self.misnamed

    @property
    def checks_differ(self) -> bool:
        """Whether the checks that fail say different things; else the exercise's message says it better."""
        return len({check.message for check in self.checks if not check.passed}) > 1

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> ExerciseResult:
        """The inverse of `asdict`, out of JSON. Raises KeyError or TypeError for anything else."""
        checks = tuple(CheckResult(**check) for check in data["checks"])
        return cls(**{**data, "checks": checks, "table": tuple(tuple(row) for row in data["table"])})


@dataclass(frozen=True)
class Result:
    """What the grader answers for one submission."""

    assignment: str
    submission: str
    seed: int | None
    status: Literal["graded", "unreadable", "broken"]
    score: float
    max_score: float
    dev_accuracy: float | None
    message: str
    exercises: tuple[ExerciseResult, ...]
    schema: int = SCHEMA
    course_version: str = ""
    sandbox: str = "none"
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def untouched(self) -> bool:
        """Whether nothing is written yet."""
        return all(exercise.untouched for exercise in self.exercises)

    @property
    def first_to_mend(self) -> ExerciseResult | None:
        """The first exercise that was tried and is wrong, else the first that is still to be written."""
        left = [exercise for exercise in self.exercises if exercise.status != "passed"]
        tried = [exercise for exercise in left if not exercise.untouched]
        return next(iter(tried or left), None)

    @property
    def passed(self) -> bool:
        return self.status == "graded" and all(exercise.status == "passed" for exercise in self.exercises)

    def to_json(self) -> str:
        """Strict JSON, a line for each field and each exercise; the same result always gives the same text."""
        data = _finite(asdict(self))
        exercises = ",\n".join(f"    {_json(exercise)}" for exercise in data["exercises"])
        fields = {name: _json(value) for name, value in data.items() if name != "exercises"}
        fields["exercises"] = f"[\n{exercises}\n  ]"
        return "{\n" + ",\n".join(f"  {_json(name)}: {text}" for name, text in fields.items()) + "\n}\n"

    @classmethod
    def from_json(cls, text: str) -> Result:
        """The inverse of `to_json`. Raises ValueError, KeyError or TypeError for anything else."""
        data = json.loads(text)
        data["exercises"] = tuple(ExerciseResult.from_data(entry) for entry in data["exercises"])
        return cls(**data)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _finite(value: Any) -> Any:
    """The value with NaN and infinity, which JSON does not have, turned into null."""
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
