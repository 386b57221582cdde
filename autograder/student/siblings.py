"""The Python files of its own folder that a submission imports: handed in with it, and its verdicts hang on them.

Hidden folders are passed over, as a class run does: editors keep copies there. So is the grader, whose folder lies
beside the file in some layouts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from autograder.student import worker
from autograder.student.source import Source

OURS = "autograder"


def imported_files(source: Source) -> dict[str, Path]:
    """The files that a source imports, and those that they import, by their place in its folder.

    Of a folder that is imported all Python files count. Raises OSError where one can't be read.
    """
    found: dict[str, Path] = {}
    todo, done = _imports(source.cells), {OURS}
    while todo := todo - done:
        name = todo.pop()
        done.add(name)
        paths = {*source.folder.glob(f"{name}.py"), *source.folder.glob(f"{name}/**/*.py")} - {source.path}
        for path in sorted(paths):
            place = path.relative_to(source.folder)
            if not any(part.startswith(".") for part in place.parts):
                found[place.as_posix()] = path
                todo |= _imports([path.read_text(encoding="utf-8", errors="replace")])
    return dict(sorted(found.items()))


def _imports(cells: Iterable[str]) -> set[str]:
    """The modules that some code imports, by the first part of their names."""
    cells = list(cells)
    statements, _ = worker.parse(cells, ["" for _ in cells])
    names: set[str] = set()
    for statement in statements:
        for node in ast.walk(statement.node):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names
