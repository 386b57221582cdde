"""The reference functions of an assignment, taken from its solution file without running its lesson.

Only imports, definitions and plain constants are executed: the cells that train, plot or check stay on paper.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from autograder import course

DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)


def solution_path(assignment: str, root: Path | None = None) -> Path:
    """Where the source of an assignment is kept; instructors have it, students don't."""
    return (root or course.find_root()) / "solutions" / f"{assignment}.py"


@cache
def load(assignment: str) -> ModuleType:
    """The assignment's functions as a module. Raises CourseError where the solution file is absent."""
    module = ModuleType(assignment)
    exec(_definitions(solution_path(assignment)), vars(module))
    return module


def fresh(assignment: str) -> dict[str, Any]:
    """A namespace of its own with the assignment's functions, in which one can be replaced for all its callers."""
    namespace: dict[str, Any] = {"__name__": assignment}
    exec(_definitions(solution_path(assignment)), namespace)
    return namespace


def function_trees(assignment: str) -> dict[str, ast.FunctionDef]:
    """The assignment's functions as syntax, by name."""
    tree = ast.parse(solution_path(assignment).read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


@cache
def _definitions(path: Path) -> CodeType:
    """The solution file's imports and definitions, compiled."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    except FileNotFoundError:
        raise course.CourseError(f"{path} is missing. Other seeds than the public one need the solutions.") from None
    tree.body = [node for node in tree.body if _is_definition(node) and not _imports_ourselves(node)]
    return compile(tree, str(path), "exec")


def _is_definition(node: ast.stmt) -> bool:
    """Whether a statement only gives a name to something: an import, a function, a class, a constant written out."""
    if isinstance(node, ast.Assign):
        try:
            ast.literal_eval(node.value)
        except ValueError:
            return False
        return True
    return isinstance(node, DEFINITIONS)


def _imports_ourselves(node: ast.stmt) -> bool:
    """The lesson's own `from autograder import check`, of no use to the functions."""
    return isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "autograder"
