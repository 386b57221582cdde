"""The notebook: the lesson with its answers as nbgrader's source notebook, from which nbgrader makes the release.

A notebook is JSON, written here as nbformat 4.5 writes it, so that neither nbformat nor nbgrader is needed to build
the course; the tests have both read it. Cell ids come from names, never from chance: the same lesson gives the same
bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from autograder.build.parse import Cell, Lesson
from autograder.build.stub import not_implemented, unwritten

LONGEST_ID = 64  # characters, in nbformat's schema
HEADING = re.compile(r"(?P<level>#{1,2}) (?P<title>.+)")
# The instructor's part of a check cell: the same checks with inputs that nobody has seen. nbgrader cuts it out of what
# it releases, and puts it back when it grades. The last value of a cell is what nbgrader takes for its marks.
HIDDEN_TESTS = """
### BEGIN HIDDEN TESTS
check("{name}", hidden=True)
### END HIDDEN TESTS"""


def make(lesson: Lesson, answers: bool = True) -> str:
    """The text of a lesson's source notebook; without `answers`, of what nbgrader makes of it for students."""
    cells = [cell for cell in lesson.cells if cell.kind != "hints"]
    made = [_cell(lesson, cell, name, answers) for cell, name in zip(cells, _ids(lesson, cells), strict=True)]
    notebook = {
        "cells": [made[0], _contents(cells), *made[1:]],
        "metadata": {
            "derived": {"by": "autograder build", "from": lesson.path},
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _contents(cells: list[Cell]) -> dict[str, Any]:
    """The table of contents: a link to each part and, below it, to each of its exercises.

    The links are those that Jupyter gives to headings. VS Code has others, and shows the headings in its outline.
    """
    lines = ["## Contents", ""]
    for line in (line for cell in cells[1:] if cell.is_markdown for line in cell.lines):
        if heading := HEADING.fullmatch(line):
            indent = "  " * (len(heading["level"]) - 1)
            lines.append(f"{indent}- [{heading['title']}](#{heading['title'].replace(' ', '-')})")
    return {"cell_type": "markdown", "id": "contents", "metadata": {}, "source": "\n".join(lines).splitlines(True)}


def _ids(lesson: Lesson, cells: list[Cell]) -> Iterator[str]:
    """An id for each cell: its kind and name, or the last such before it and a number for a cell without a name.

    So a paragraph that is added renumbers only its neighbours, up to the next named cell.
    """
    anchor, number = "start", 0
    for cell in cells:
        if cell.name:
            anchor, number = f"{cell.kind}-{cell.name}", 0
            name = anchor
        else:
            number += 1
            name = f"after-{anchor}-{number}"
        if len(name) > LONGEST_ID:
            raise lesson.error(cell.line, f"the cell id {name!r} is too long. Shorten the name {cell.name!r}.")
        yield name


def _cell(lesson: Lesson, cell: Cell, name: str, answers: bool) -> dict[str, Any]:
    text = _source(lesson, cell) if answers else unwritten(lesson, cell)
    fields: dict[str, Any] = {
        "cell_type": "markdown" if cell.is_markdown else "code",
        "id": name,
        "metadata": _metadata(lesson, cell, name),
        "source": text.splitlines(keepends=True),
    }
    if not cell.is_markdown:
        fields |= {"execution_count": None, "outputs": []}
    return fields


def _source(lesson: Lesson, cell: Cell) -> str:
    """A cell's text; after an answer stands the line by which the released exercise says that it is not written.

    nbgrader puts one fixed text in the place of every answer, `# Your code here.` by our nbgrader_config.py, and so
    could not name the exercise. Therefore the line that names it stands here already, below the markers, where it is
    never reached because every answer ends in a `return`: the source notebook runs from top to bottom, and what is
    left of a function when nbgrader has cut the answer out is, letter for letter, the function of the stub file.
    """
    if cell.kind == "check":
        return cell.source + HIDDEN_TESTS.format(name=cell.name)
    if cell.solution is None:
        return cell.source
    _begin, end = cell.solution
    lines = cell.lines
    return "\n".join([*lines[: end + 1], not_implemented(lesson, cell), *lines[end + 1 :]])


def _metadata(lesson: Lesson, cell: Cell, name: str) -> dict[str, Any]:
    """What nbgrader needs to know: exercises are to be written, checks are locked and give the marks.

    Prose and ordinary code stay plain. Locking them would add nothing to a mark, but nbgrader records every locked
    cell and, once there are submissions, refuses a lesson that has one more or fewer: no paragraph could be added
    during a course. Answers are plain too: nbgrader knows written answers only as cells that a person marks.
    """
    if cell.kind == "exercise":
        return {"nbgrader": _nbgrader(name, grade=False)}
    if cell.kind == "check":
        points = _points(lesson, cell.name)
        return {"nbgrader": _nbgrader(name, grade=True) | {"points": int(points) if points.is_integer() else points}}
    return {}


def _nbgrader(name: str, grade: bool) -> dict[str, Any]:
    """Metadata of nbgrader's schema 3 for a cell that is either marked and locked, or a solution."""
    return {
        "grade": grade,
        "grade_id": name,
        "locked": grade,
        "schema_version": 3,
        "solution": not grade,
        "task": False,
    }


def _points(lesson: Lesson, name: str) -> float:
    gate = lesson.assignment.gate
    return float(gate.points if name == gate.name else lesson.assignment.exercise(name).points)
