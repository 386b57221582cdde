"""The fourth product: the guide, which has each exercise's task, stub and hints, and no answer."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from autograder.build.parse import Cell, Lesson
from autograder.build.stub import unwritten
from autograder.guide import Task, guide_path, to_json
from autograder.judge.plugin import checks_path


def files(lesson: Lesson) -> dict[Path, str]:
    """The guide with its path; nothing for an assignment that has no checks yet."""
    name = lesson.assignment.name
    if not checks_path(name).is_file():
        return {}
    return {guide_path(name): to_json(name, _tasks(lesson))}


def _tasks(lesson: Lesson) -> Iterator[Task]:
    title = ""
    for cell in lesson.cells:
        if cell.kind == "prose":
            title = next((line.lstrip("# ") for line in cell.lines if line.startswith("## ")), title)
        if cell.kind == "exercise":
            yield _task(lesson, cell, title or cell.name)


def _task(lesson: Lesson, cell: Cell, title: str) -> Task:
    """The task as the function's docstring says it: a sentence, then shapes and formula."""
    stub = unwritten(lesson, cell)
    function = ast.parse(stub).body[0]
    assert isinstance(function, ast.FunctionDef)
    sentence, _, rest = inspect.cleandoc(ast.get_docstring(function) or "").partition("\n\n")
    return Task(cell.name, title, " ".join(sentence.split()), rest.rstrip(), stub, lesson.hints(cell.name))
