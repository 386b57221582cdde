"""What is known already about a student's functions, so that nobody waits for a verdict that was given before.

A verdict is kept under a hash of what it was given for: the function's code with all that it uses, and the rules that
it was judged by. So moving or copying the folder loses nothing, and changing the code makes the old verdict unknown.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

import platformdirs

from autograder import rules
from autograder.course import Assignment, Course
from autograder.files import write_whole
from autograder.judge.results import ExerciseResult
from autograder.student import worker
from autograder.student.siblings import imported_files
from autograder.student.source import Source

FOLDER_VARIABLE = "AUTOGRADER_PROGRESS"
MAX_KEPT = 1000  # verdicts; the oldest go first
# What hangs on how busy the machine is can be another way the next time, so it is kept for this session only.
FLEETING = ("timeout", "crashed")


def folder() -> Path:
    """Where progress is kept: the folder named by AUTOGRADER_PROGRESS, else the user's state folder."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_state_path("digits-from-scratch")


class Progress:
    """The verdicts known for an assignment, by content."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        self.assignment = assignment
        self.path = folder() / f"{assignment.name}.json"
        self._rules = rules.digest(course, assignment)

    @cached_property
    def _known(self) -> dict[str, ExerciseResult]:
        return self._read()

    def recall(self, source: Source) -> dict[str, ExerciseResult]:
        """The known verdicts on these very functions, by exercise."""
        keys = self.keys(source)
        return {name: self._known[key] for name, key in keys.items() if key in self._known}

    def remember(self, source: Source, results: Iterable[ExerciseResult]) -> None:
        """Keep verdicts on this source. Where nothing can be written they are known in this process only."""
        keys = self.keys(source)
        fresh = {keys[result.name]: result for result in results if result.name in keys}
        if all(self._known.get(key) == result for key, result in fresh.items()):
            return
        self._known.update(fresh)
        lasting = {key: result for key, result in fresh.items() if result.status not in FLEETING}
        kept = {key: result for key, result in self._read().items() if key not in lasting} | lasting
        text = json.dumps({key: asdict(kept[key]) for key in list(kept)[-MAX_KEPT:]}, ensure_ascii=False)
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, text.encode("utf-8", errors="replace"))

    def keys(self, source: Source) -> dict[str, str]:
        """The key of each exercise that stands in the source and can be read; the gate's is made of everything."""
        statements, _ = worker.parse(source.cells, source.filenames)
        nodes = [statement.node for statement in statements]
        beside = "".join(_beside(source))
        found = {
            exercise.name: self._key(exercise.name, beside, used)
            for exercise in self.assignment.exercises
            if (used := _used_by(exercise.name, nodes))
        }
        if len(found) == len(self.assignment.exercises):
            found[self.assignment.gate.name] = self._key(self.assignment.gate.name, beside, nodes)
        return found

    def _key(self, exercise: str, beside: str, nodes: Sequence[ast.stmt]) -> str:
        code = "\n".join(ast.unparse(node) for node in nodes)  # so comments and blank lines make no difference
        return hashlib.sha256("\0".join((self._rules, exercise, beside, code)).encode("utf-8", "replace")).hexdigest()

    def _read(self) -> dict[str, ExerciseResult]:
        """What is on the disk; nothing where there is nothing, or nothing of use."""
        try:
            entries = json.loads(self.path.read_text(encoding="utf-8"))
            return {key: ExerciseResult.from_data(entry) for key, entry in entries.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _beside(source: Source) -> Iterator[str]:
    """The Python files handed in beside the source, which it may import, and those in folders that it does import."""
    if source.in_folder:
        with contextlib.suppress(OSError):
            paths = {*source.folder.glob("*.py"), *imported_files(source).values()} - {source.path}
            for path in sorted(paths):
                yield f"{path.relative_to(source.folder).as_posix()}\n{path.read_bytes().hex()}\n"


def _used_by(name: str, nodes: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The definition of a function with all top-level statements that it may hang on; empty where there is none."""
    binds = [(node, _bound(node)) for node in nodes]
    if not any(isinstance(node, ast.FunctionDef) and node.name == name for node in nodes):
        return []
    wanted, todo = {name}, [name]
    while todo:
        current = todo.pop()
        for node, bound in binds:
            if current in bound:
                mentioned = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)} - wanted
                wanted |= mentioned
                todo += mentioned
    return [node for node, bound in binds if bound & wanted or _counts_always(node)]


def _bound(node: ast.stmt) -> set[str]:
    """The names that a top-level statement gives a value."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}


def _counts_always(node: ast.stmt) -> bool:
    """Imports, branches and the like: what they do to a function can't be told from names."""
    plain = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr)
    return not isinstance(node, plain)
