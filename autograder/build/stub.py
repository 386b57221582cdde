"""The stub: the lesson as one Python file in which the answers are still to be written.

It is the solution file, line for line, less its answers and hints; so editors that know `# %%` offer to run each
cell, and line numbers in questions to a teacher are the same for everyone.
"""

from __future__ import annotations

import ast

from autograder.build.parse import Cell, Lesson

# What stands in the place of an answer, here and, through nbgrader_config.py, in a notebook that nbgrader releases.
PLACEHOLDER = "# Your code here."

BANNER = '''"""{title}: this file is yours to edit.

Write each function where it says "{placeholder}", in place of the line that raises NotImplementedError, and run
`autograder check` to learn whether it is right.

This file was derived from {path} by `autograder build`.
"""
'''


def make(lesson: Lesson) -> str:
    """The text of a lesson's stub file."""
    placeholder = PLACEHOLDER.removeprefix("# ")
    parts = [BANNER.format(title=lesson.assignment.title, placeholder=placeholder, path=lesson.path)]
    parts += [_percent(lesson, cell) for cell in lesson.cells if cell.kind != "hints"]
    return "\n".join(parts)


def unwritten(lesson: Lesson, cell: Cell) -> str:
    """The text of a cell as students first meet it: an exercise without its answer, any other cell as it is."""
    if cell.solution is None:
        return cell.source
    begin, end = cell.solution
    lines = cell.lines
    return "\n".join([*lines[:begin], f"    {PLACEHOLDER}", not_implemented(lesson, cell), *lines[end + 1 :]])


def not_implemented(lesson: Lesson, cell: Cell) -> str:
    """The line by which an exercise that nobody has written yet says so."""
    return f'    raise NotImplementedError("{cell.name}: exercise {lesson.number(cell.name)}")'


def written_in(text: str, lesson: Lesson) -> list[str]:
    """The exercises of a stub file that someone has begun to write: their functions are no longer what we derive.

    All of them where the file is no valid Python: somebody is in the middle of something.
    """
    names = [exercise.name for exercise in lesson.assignment.exercises]
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return names
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    return [name for name in names if name in functions and not _raises_only(functions[name])]


def _raises_only(function: ast.FunctionDef) -> bool:
    *before, last = function.body
    return isinstance(last, ast.Raise) and all(isinstance(node, ast.Expr) for node in before)


def _percent(lesson: Lesson, cell: Cell) -> str:
    """A cell in the percent format, ending in a newline."""
    text = unwritten(lesson, cell)
    if cell.is_markdown:
        text = "\n".join(f"# {line}".rstrip() for line in text.split("\n"))
    return f"{cell.header}\n{text}\n"
