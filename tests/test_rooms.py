"""Imports point one way: each room knows only what stands below it, and each heavy library is known in one file."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "autograder"
FILES = sorted(PACKAGE.rglob("*.py"))
# What may be imported of ours from each room, by the beginning of its path; the longest beginning counts.
MAY = {
    "archives": (),
    "files": (),
    "course": (),
    "threads": (),
    "digits": ("course", "files"),
    "reference": ("course",),
    "rules": ("course",),
    "names": ("course",),
    "guide": ("course",),
    "network": ("files",),
    "student/wire": (),
    "student/worker": ("student.wire",),
    "student": ("student", "course", "threads"),
    "judge/results": (),
    "judge/compare": ("student",),
    "judge/checking": ("judge.compare", "student"),
    "judge/asking": ("diagnosis.calls", "diagnosis.slips", "student"),
    "diagnosis": ("diagnosis", "judge.asking", "judge.checking", "judge.compare", "student", "course"),
    "judge": ("judge", "diagnosis", "student", "course", "reference", "mistakes"),
    "mistakes": ("mistakes", "reference"),
    "checks": ("checks", "judge", "student", "course", "digits"),
    "build": ("build", "judge", "course", "guide", "archives"),
    "desk": ("desk", "guide", "report", "judge", "student", "course", "rules", "files"),
    "report": ("report", "judge", "student", "course", "classroom.summary", "training", "network"),
    "training": ("training", "network", "diagnosis", "judge", "student", "course", "digits"),
    "classroom": ("classroom", "report", "judge", "student", "course", "rules", "digits", "archives", "files"),
}
# Libraries that one file alone knows.
ONE_FILE = {
    "distributed": "classroom/cluster.py",
    "matplotlib": "report/plots.py",
    "nbgrader": "classroom/gradebook.py",
    "sqlalchemy": "classroom/gradebook.py",
}


@cache
def imported(path: Path) -> set[str]:
    """The modules that a file imports, those for type-checkers aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {id(node) for branch in ast.walk(tree) if _for_types(branch) for node in ast.walk(branch)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def room(path: Path) -> str:
    """The entry of MAY that holds for a file; empty where any import is allowed."""
    place = path.relative_to(PACKAGE).with_suffix("").as_posix()
    rooms = [name for name in MAY if place == name or place.startswith(name + "/")]
    return max(rooms, key=len, default="")


@pytest.mark.parametrize("path", [path for path in FILES if room(path)], ids=lambda path: path.stem)
def test_a_room_imports_only_what_stands_below_it(path: Path) -> None:
    """No file imports from a room that it may not know."""
    ours = {name.removeprefix("autograder.") for name in imported(path) if name.startswith("autograder.")}
    allowed = MAY[room(path)]
    wrong = {name for name in ours if not any(name == start or name.startswith(start + ".") for start in allowed)}
    assert not wrong, f"{path.name} imports {', '.join(sorted(wrong))}"


def test_no_two_files_import_each_other() -> None:
    """Imports have no circle, however long, those inside functions included."""
    files = {place(path): path for path in FILES}
    graph = {name: {ours(module, files) for module in imported(path)} - {name, ""} for name, path in files.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail("a circle of imports: " + " <- ".join(error.args[1]))


def place(path: Path) -> str:
    """A file as the module that it is, without the package's name; empty for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def ours(module: str, files: Mapping[str, Path]) -> str:
    """The file of the package that an imported name comes from; empty where it is none of ours."""
    package, _, name = module.partition(".")
    while package == PACKAGE.name and name and name not in files:
        name = name.rpartition(".")[0]
    return name if package == PACKAGE.name else ""


@pytest.mark.parametrize("library", ONE_FILE)
def test_a_heavy_library_is_known_in_one_file(library: str) -> None:
    """Dask and Matplotlib are each imported by one file."""
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        if any(n.split(".")[0] == library for n in imported(path))
    }
    assert users <= {ONE_FILE[library]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_file_says_why_it_exists(path: Path) -> None:
    """Each module begins with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
