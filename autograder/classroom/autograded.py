"""The notebook that formgrader and nbgrader's feedback show: what the student wrote, with our verdict under each check.

Nothing in it is run, and nothing that a student wrote has any power: outputs are dropped, because they say what the
student's machine said or what somebody typed in; markup in prose is text; metadata is made anew from the gradebook's
own names, so that a cell that was deleted, doubled or edited changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.classroom.intake import Handed
from autograder.course import Assignment
from autograder.judge.results import ExerciseResult, Result
from autograder.report import terminal
from autograder.report.snippet import exercise_html
from autograder.student.source import text_of

CHECK = "check-"
Json = dict[str, Any]
POWERFUL = re.compile(r"\\(href|require|class|cssId|style|data|unicode)\b|javascript:", re.IGNORECASE)
SUBMITTED = "What was handed in, as it was read:"
DELETED = "The checks whose cells are not in the notebook any more:"


@dataclass(frozen=True)
class Cells:
    """The names of the assignment's cells in the gradebook: those that give marks, and those that students write."""

    graded: frozenset[str]
    written: frozenset[str]


def notebook(handed: Handed, result: Result, assignment: Assignment, cells: Cells) -> str:
    """The notebook's text."""
    checks = dict(_checks(result, assignment, cells))
    made = list(_cells(handed, cells, checks))
    if checks:
        made += [_markdown(DELETED), *checks.values()]
    for number, cell in enumerate(made):
        cell["id"] = f"cell-{number}"
    whole = {
        "cells": made,
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole) + "\n"  # in ASCII, because names and texts may hold half a surrogate pair


def _cells(handed: Handed, cells: Cells, checks: dict[str, Json]) -> Iterator[Json]:
    """The student's cells in order, the known checks among them; those are taken out of `checks`."""
    written = set(cells.written)
    for cell in _handed_in(handed):
        source = text_of(cell)
        name = _name(cell)
        if name in cells.graded:
            if name in checks:
                yield checks.pop(name)
        elif cell.get("cell_type") == "code":
            known = name in written
            written.discard(name)
            yield _code(source, _metadata(name, grade=False) if known else {})
        elif cell.get("cell_type") in ("markdown", "heading"):
            yield _markdown(source)


def _handed_in(handed: Handed) -> list[Json]:
    """The cells of the notebook that was handed in; where it was a script, or is none, its text as one cell."""
    data = handed.files.get(handed.main, b"")
    if handed.main.lower().endswith(".ipynb"):
        try:
            whole = json.loads(data.decode("utf-8-sig"))
            sheets = whole.get("worksheets") or [whole]
            return [cell for sheet in sheets for cell in sheet["cells"] if isinstance(cell, dict)]
        except (ValueError, RecursionError, AttributeError, KeyError, TypeError):
            pass
    text = data.decode("utf-8", "replace")
    return [{"cell_type": "markdown", "source": SUBMITTED}, {"cell_type": "code", "source": text}] if text else []


def _checks(result: Result, assignment: Assignment, cells: Cells) -> Iterator[tuple[str, Json]]:
    """Each check cell of the gradebook with our verdict as its output."""
    for exercise in result.exercises:
        name = f"{CHECK}{exercise.name}"
        if name in cells.graded:
            cell = _code(f'check("{exercise.name}")', _metadata(name, grade=True, points=exercise.max_score))
            cell["outputs"] = [_verdict(exercise, result, assignment)]
            yield name, cell


def _verdict(exercise: ExerciseResult, result: Result, assignment: Assignment) -> Json:
    if result.status != "graded":
        exercise = ExerciseResult(exercise.name, 0.0, exercise.max_score, "missing", message=result.message)
    text = "\n".join([f"{exercise.name}: {terminal.mark_of(exercise, assignment).word}", exercise.message]).strip()
    data = {"text/html": exercise_html(exercise, assignment), "text/plain": text}
    return {"output_type": "display_data", "metadata": {}, "data": data}


def _code(source: str, metadata: Json) -> Json:
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": [], "execution_count": None}


def _markdown(source: str) -> Json:
    """Prose in which markup is text: no element, no link that runs anything, no macro that makes one."""
    harmless = POWERFUL.sub(lambda found: found[0][:1] + "\u200b" + found[0][1:], source.replace("<", "&lt;"))
    return {"cell_type": "markdown", "metadata": {}, "source": harmless}


def _metadata(name: str, grade: bool, points: float | None = None) -> Json:
    """nbgrader's, of schema 3."""
    found: Json = {
        "grade": grade,
        "grade_id": name,
        "locked": grade,
        "schema_version": 3,
        "solution": not grade,
        "task": False,
    }
    return {"nbgrader": found | ({} if points is None else {"points": points})}


def _name(cell: Json) -> str:
    """The name by which nbgrader knows a cell; "" for none."""
    metadata = cell.get("metadata")
    known = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = known.get("grade_id") if isinstance(known, dict) else None
    return name if isinstance(name, str) else ""
