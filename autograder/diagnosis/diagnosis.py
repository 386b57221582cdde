"""What is known about a failure, as data: made by diagnose.py, put into words by messages.py."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.diagnosis.shapes import Finding
from autograder.judge.asking import Explanation
from autograder.judge.compare import WHOLE, Mismatch

# What the kind of the first mismatch says by itself, where nothing more is known.
PLAIN = {
    "nothing": "general-nothing-returned",
    "count": "general-number-of-outputs",
    "type": "general-type",
    "modified": "general-argument-modified",
}


@dataclass(frozen=True)
class Diagnosis:
    """What is known about a failure: the mistake that was recognised, a general finding, the first difference.

    `alike` are further outputs of which the finding is true, `also` those that are wrong in some other way; where a
    second mistake explains these, it is in `besides`. `alternative` is another mistake that would explain as much.
    `right` are the outputs that are right, where nothing else is known.
    `where` is a sentence on what all wrong answers have in common.
    """

    explanation: Explanation | None = None
    finding: Finding | None = None
    part: str = WHOLE
    also: tuple[str, ...] = ()
    seen: str = ""
    mismatch: Mismatch | None = None
    alike: tuple[str, ...] = ()
    besides: Explanation | None = None
    alternative: Explanation | None = None
    right: tuple[str, ...] = ()
    where: str = ""

    @property
    def mistake(self) -> str | None:
        """The id of the mistake or of the general shape, where one was recognised."""
        if self.explanation is not None:
            return self.explanation.id if self.alternative is None else None
        if self.finding is not None:
            return self.finding.id if self.finding.id != "general-example" else None  # it names nothing
        return PLAIN.get(self.mismatch.kind) if self.mismatch is not None else None
