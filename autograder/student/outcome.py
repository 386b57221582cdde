"""What became of one call of a student's function: plain data, whoever made the call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Returned:
    """The function came back. `changed` holds the arguments it modified, by position, as they are now."""

    value: Any
    changed: dict[int, Any] = field(default_factory=dict)
    printed: str = ""


@dataclass(frozen=True)
class Raised:
    """The function raised. `line` and `code` are the deepest line of the student's own file, where there is one."""

    type_name: str
    text: str
    line: int | None = None
    code: str = ""
    within: str = ""
    printed: str = ""


@dataclass(frozen=True)
class TimedOut:
    """The call did not end within its limit of `seconds`.

    It was not made at all where a helper was known to hang, which `helper` then names, or where all of the submission's
    `seconds` were used up before, which is `too_late`.
    """

    seconds: float
    helper: str = ""
    too_late: bool = False


@dataclass(frozen=True)
class Crashed:
    """The process ended, broke the wire's rules or ran out of memory during the call.

    It was not made at all where a helper was known to do that, which `helper` then names.
    """

    reason: str
    helper: str = ""


@dataclass(frozen=True)
class Unread:
    """Where Python stopped reading a function, and what it said. `code` is the line; a column of 0 is unknown."""

    function: str
    text: str
    line: int
    column: int
    code: str


@dataclass(frozen=True)
class Missing:
    """The submission defines no such function; or it does, and Python can't read it."""

    unread: Unread | None = None


@dataclass(frozen=True)
class Forbidden:
    """The function imports a module that would do the learning for the student."""

    module: str
    line: int | None = None


Outcome = Returned | Raised | TimedOut | Crashed | Missing | Forbidden

# Answers a call of a helper that stands in the place of the student's: (name, arguments, keywords).
Oracle = Callable[[str, Sequence[Any], dict[str, Any]], Outcome]
