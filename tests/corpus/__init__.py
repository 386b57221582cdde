"""A blind corpus of submissions, written from the contract alone, against which the grader's judgement is measured.

The cases were written without sight of the checks or of the catalogue of mistakes, so that they measure how the grader
judges what students write, not how well it recognises itself. For the first network `right_a1` holds answers that
deserve full marks, `wrong` one mistake each, `pairs` two at once, and `later_a1` what later rounds brought; `right_aN`
and `blind_aN` are the same for the others. `faults` and `further` are code that hangs, lies, breaks or is oddly built,
and `hostile` code that is after marks.
"""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "solutions" / "a1_first_network.py"
SUBMISSION = "a1_first_network.py"


@dataclass(frozen=True)
class Right:
    """Functions that replace the reference's and are right by the contract."""

    name: str
    source: str


@dataclass(frozen=True)
class Wrong:
    """One mistake in one function. A good message matches at least one of the patterns in `says`, whatever the case."""

    name: str
    exercise: str
    source: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two mistakes at once. Each exercise that is wrong maps to patterns, one of which a good message matches.

    Where both mistakes lie in one function, naming either of them is good.
    """

    name: str
    source: str
    wrong: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Fault:
    """A submission that misbehaves, or is merely built in an unusual way.

    `source` is the text of the only file, or a mapping from file names to their text or bytes. `expected` maps an
    exercise to its status, or to a set of statuses each of which is acceptable. Where `others_keep_marks` is true,
    each of the sixteen exercises that `expected` leaves out has to pass, carried or by itself; the gate may not.
    """

    name: str
    source: str | Mapping[str, str | bytes]
    expected: Mapping[str, str | frozenset[str]]
    others_keep_marks: bool
    note: str

    def files(self) -> dict[str, bytes]:
        """The files to write, by name."""
        named = {SUBMISSION: self.source} if isinstance(self.source, str) else self.source
        return {name: text if isinstance(text, bytes) else text.encode() for name, text in named.items()}


def defined_names(statements: list[ast.stmt]) -> set[str]:
    """The names that top-level functions, classes and assignments among the statements define."""
    names = set()
    for statement in statements:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(statement.name)
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names |= {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}
    return names


def reference_parts(
    leave_out: frozenset[str] | set[str] = frozenset(), solution: Path = REFERENCE
) -> tuple[list[str], list[str]]:
    """A reference solution's imports and its functions, as text, without the functions to leave out."""
    imports, functions = _parts(solution)
    return [*imports], [text for name, text in functions.items() if name not in leave_out]


@cache
def _parts(solution: Path) -> tuple[list[str], dict[str, str]]:
    """A solution's imports, and its functions by name, without docstrings."""
    imports, functions = [], {}
    for statement in ast.parse(solution.read_text(encoding="utf-8")).body:
        ours = isinstance(statement, ast.ImportFrom) and (statement.module or "").split(".")[0] == "autograder"
        if isinstance(statement, ast.Import | ast.ImportFrom) and not ours:
            imports.append(ast.unparse(statement))
        elif isinstance(statement, ast.FunctionDef):
            if ast.get_docstring(statement) is not None and len(statement.body) > 1:
                del statement.body[0]
            functions[statement.name] = ast.unparse(statement)
    return imports, functions


def compose(source: str, leave_out: tuple[str, ...] = (), solution: Path = REFERENCE) -> str:
    """A whole submission: the reference's imports and functions, with those that `source` defines replaced by its own.

    All of `source` stands unchanged after the reference's functions. `leave_out` names functions to leave undefined.
    """
    imports, functions = reference_parts(defined_names(ast.parse(source).body) | set(leave_out), solution)
    future = [line for line in source.splitlines() if line.startswith("from __future__ ")]
    rest = "\n".join(line for line in source.strip("\n").splitlines() if line not in future)
    return "\n\n\n".join(["\n".join(future + imports), *functions, rest]) + "\n"


SHARE_UNSAID = 20  # one message in so many may miss the point


def says(message: str, patterns: Sequence[str]) -> bool:
    """Whether a message says what a teacher would have said."""
    return any(re.search(pattern, message, re.IGNORECASE) for pattern in patterns)


def shown(lines: Sequence[str]) -> str:
    """What went wrong, for a test that fails: how many, then each on a line."""
    return f"{len(lines)} of them:\n" + "\n".join(lines)
