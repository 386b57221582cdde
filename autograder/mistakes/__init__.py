"""The catalogue of named mistakes: what beginners write instead, one small function each.

Each function here is wrong on purpose, in one way. The judge runs it on the inputs that a student's function failed
on; where both give the same answer, the student is told which mistake it is. The same functions prove in the
project's tests that every mistake is caught. No module with mistakes is handed to students.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Function = Callable[..., Any]


@dataclass(frozen=True)
class Mistake:
    """One wrong implementation of an exercise, and what to tell the person who made it.

    `did` says what the code does ("You divide by the sum of the whole matrix."); `why` makes the reader see the
    reason it is wrong and where to look, without giving the line away.
    """

    id: str
    exercise: str
    did: str
    why: str
    function: Function


class Catalogue:
    """The mistakes of one exercise, in the order in which they are written down."""

    def __init__(self, exercise: str) -> None:
        self.exercise = exercise
        self.mistakes: list[Mistake] = []

    def mistake(self, did: str, why: str) -> Callable[[Function], Function]:
        """Enter the decorated function; its name, with hyphens, becomes the mistake's id."""

        def enter(function: Function) -> Function:
            identity = function.__name__.replace("_", "-")
            self.mistakes.append(Mistake(identity, self.exercise, did, why, function))
            return function

        return enter


def styles_of(assignment: str) -> list[ast.FunctionDef]:
    """Right answers in other styles than the solution's, as syntax: what `autograder.mistakes.<assignment>.styles` has.

    None where the assignment has no such module. An exercise may have several.
    """
    path = Path(__file__).parent / assignment / "styles.py"
    if not path.is_file():
        return []
    return [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]


def mistakes_of(assignment: str) -> dict[str, tuple[Mistake, ...]]:
    """The whole catalogue of an assignment, by exercise; empty where the assignment has none.

    Reads every module of the package `autograder.mistakes.<assignment>`, in alphabetical order.
    """
    try:
        package = importlib.import_module(f"{__name__}.{assignment}")
    except ModuleNotFoundError as error:
        if error.name not in (__name__, f"{__name__}.{assignment}"):
            raise  # a module of the catalogue wants something that is not there
        return {}
    found: dict[str, tuple[Mistake, ...]] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, Catalogue):
                found[value.exercise] = found.get(value.exercise, ()) + tuple(value.mistakes)
    return found
