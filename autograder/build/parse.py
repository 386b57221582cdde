"""A solution file's text turned into cells, strictly: what is not one of the six forms is an error with a remedy.

Strict, because everything that students see is derived from these cells. A misspelt option or marker that passed
unnoticed would give away an answer, or lose an exercise. The form is jupytext's percent format, less its freedoms.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from autograder.course import Assignment

Kind = Literal["prose", "code", "exercise", "check", "hints", "answer"]

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
# What nbgrader acts upon wherever the words stand, in any line of any cell.
RESERVED = (
    "BEGIN SOLUTION",
    "END SOLUTION",
    "BEGIN HIDDEN TESTS",
    "END HIDDEN TESTS",
    "BEGIN MARK SCHEME",
    "END MARK SCHEME",
    "AUTOTEST",
)
HINTS = 3
# The forms of a cell's first line: is it prose, which option it has, and the kind of cell that this makes.
FORMS: dict[tuple[bool, str | None], Kind] = {
    (True, None): "prose",
    (False, None): "code",
    (False, "exercise"): "exercise",
    (False, "check"): "check",
    (True, "hints"): "hints",
    (True, "answer"): "answer",
}
HEADER = re.compile(r'# %%(?P<markdown> \[markdown\])?(?P<options>(?: [\w-]+="[^"]*")*)')
OPTION = re.compile(r' ([\w-]+)="([^"]*)"')
NAME = re.compile(r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*")
HINT = re.compile(r"(\d+)\. +(\S.*)")


class BuildError(Exception):
    """A solution file that nothing can be derived from; the message names the file, the line and the remedy."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line


@dataclass(frozen=True)
class Cell:
    """One cell: what it is, the exercise or answer that it belongs to, and its text without the line `# %%`.

    The text of prose, hints and answers is Markdown, without the `# ` before each line.
    """

    kind: Kind
    name: str
    source: str
    line: int  # of the line `# %%` in the solution file, counted from 1
    solution: tuple[int, int] | None = None  # where the two markers stand among the source's lines, counted from 0

    @property
    def lines(self) -> list[str]:
        return self.source.split("\n")

    @property
    def is_markdown(self) -> bool:
        return self.kind in ("prose", "hints", "answer")

    @property
    def header(self) -> str:
        """The line `# %%` that this cell began with."""
        markdown = " [markdown]" if self.is_markdown else ""
        return f"# %%{markdown}" + (f' {self.kind}="{self.name}"' if self.name else "")


@dataclass(frozen=True)
class Lesson:
    """A whole solution file, checked: from here on nothing can be wrong with its form."""

    assignment: Assignment
    path: str  # as it is called in messages and in what is derived, such as solutions/a1_first_network.py
    cells: tuple[Cell, ...]

    def error(self, line: int, message: str) -> BuildError:
        """What to raise for something wrong in a line of the solution file."""
        return BuildError(self.path, line, message)

    def number(self, name: str) -> int:
        """An exercise's number, counted from 1 in the course's order; the gate comes last."""
        return self.assignment.names.index(name) + 1

    def hints(self, name: str) -> tuple[str, ...]:
        """An exercise's three hints, from a nudge to nearly the line, as Markdown."""
        for cell in self.cells:
            if cell.kind == "hints" and cell.name == name:
                return tuple(text for _number, text in _numbered(cell))
        return ()


def lesson(text: str, path: str, assignment: Assignment) -> Lesson:
    """Read a solution file's text. Raises BuildError for the first thing in it that is not in form."""
    cells = tuple(_marked(cell, path) for cell in _cells(text, path))
    read = Lesson(assignment, path, cells)
    for check in CHECKS:
        check(read)
    return read


def _cells(text: str, path: str) -> Iterator[Cell]:
    """Cut text at the lines `# %%`."""
    header: re.Match[str] | None = None
    start, body = 0, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if line[: len(line) - len(line.lstrip())].count("\t"):
            raise BuildError(path, number, "indented with a tab. Use four spaces.")
        if re.match(r"#\s*%%", line):
            if header is not None:
                yield _cell(header, body, start, path)
            header, start, body = HEADER.fullmatch(line), number, []
            if header is None:
                raise BuildError(
                    path,
                    number,
                    f"{line!r} begins no cell. Write `# %%` or `# %% [markdown]`, then at most one option.",
                )
        elif header is None and line.strip():
            raise BuildError(path, number, "text before the first cell. Begin the file with `# %% [markdown]`.")
        else:
            body.append(line)
    if header is None:
        raise BuildError(path, 1, "no cells. Begin the file with `# %% [markdown]`.")
    yield _cell(header, body, start, path)


def _cell(header: re.Match[str], body: list[str], line: int, path: str) -> Cell:
    options = OPTION.findall(header["options"])
    if len(options) > 1:
        raise BuildError(path, line, "a cell has at most one option. Split it, or drop one.")
    option, name = options[0] if options else (None, "")
    markdown = header["markdown"] is not None
    kind = FORMS.get((markdown, option))
    if kind is None:
        known = ", ".join(known for prose, known in FORMS if prose == markdown and known)
        cell = "markdown" if markdown else "code"
        raise BuildError(path, line, f"a {cell} cell has no option {option!r}. It may have one of: {known}.")
    if option and not NAME.fullmatch(name):
        raise BuildError(path, line, f"{name!r} is no name. Use letters, digits, underscores and single hyphens.")
    while body and not body[-1].strip():
        body.pop()
    if not body:
        raise BuildError(path, line, "an empty cell. Write something in it, or take it out.")
    if not body[0].strip():
        raise BuildError(path, line + 1, "a blank line at the top of a cell. Take it out.")
    return Cell(kind, name, "\n".join(_markdown(body, line, path) if markdown else body), line)


def _markdown(body: list[str], line: int, path: str) -> Iterator[str]:
    """The text of Markdown lines, which stand in the file as comments."""
    for number, text in enumerate(body, line + 1):
        if text.rstrip() == "#":
            yield ""
        elif text.startswith("# "):
            yield text[2:]
        else:
            raise BuildError(path, number, f"{text!r} in a markdown cell does not begin with `# `. Add that.")


def _marked(cell: Cell, path: str) -> Cell:
    """The cell with its markers found; and no marker, nor anything that resembles one, where none may be."""
    markers: list[tuple[int, str]] = []
    for index, line in enumerate(cell.lines):
        word = next((word for word in RESERVED if word in line), None)
        if word is None:
            continue
        number = cell.line + 1 + index
        if cell.kind != "exercise":
            raise BuildError(
                path, number, f"{word!r} outside an exercise cell, where nbgrader would act on it. Reword."
            )
        if line not in (f"    {BEGIN}", f"    {END}"):
            raise BuildError(
                path, number, f"{word!r} in a line of another form. A marker is {BEGIN!r} or {END!r}, indented by four."
            )
        markers.append((index, line.strip()))
    return replace(cell, solution=_pair(cell, markers, path)) if cell.kind == "exercise" else cell


def _pair(cell: Cell, markers: list[tuple[int, str]], path: str) -> tuple[int, int]:
    """Where the one BEGIN and the one END after it stand in an exercise cell."""
    found = [marker for _index, marker in markers]
    for marker in (BEGIN, END):
        if marker not in found:
            message = f"exercise {cell.name} has no line {marker!r}. Put the answer between the two markers."
            raise BuildError(path, cell.line, message)
    for (index, marker), due in zip(markers, itertools.cycle((BEGIN, END)), strict=False):
        if marker != due:
            raise BuildError(path, cell.line + 1 + index, f"{marker!r} where {due!r} is due. Markers come in pairs.")
    if len(markers) > 2:
        number = cell.line + 1 + markers[2][0]
        raise BuildError(path, number, f"exercise {cell.name} has two solutions. Put one pair of markers around both.")
    return markers[0][0], markers[1][0]


def _check_code(lesson: Lesson) -> None:
    """Code is Python: what doesn't parse here would not run there."""
    for cell in lesson.cells:
        if not cell.is_markdown:
            try:
                ast.parse(cell.source)
            except SyntaxError as error:
                raise lesson.error(cell.line + (error.lineno or 1), f"not valid Python: {error.msg}.") from None


def _check_functions(lesson: Lesson) -> None:
    """An exercise is one function of its name, without a decorator, and nothing beside it."""
    for cell in lesson.cells:
        if cell.kind != "exercise":
            continue
        name, statements = cell.name, ast.parse(cell.source).body
        functions = [node for node in statements if isinstance(node, ast.FunctionDef)]
        if [function.name for function in functions] != [name]:
            found = " and ".join(function.name for function in functions) or "none"
            raise lesson.error(
                cell.line, f"a cell for one function, called {name}, holds: {found}. Put others in a cell `# %%`."
            )
        for node in statements:
            if node is not functions[0]:
                raise lesson.error(
                    cell.line + node.lineno, f"a statement beside the function {name}. Put it in a cell `# %%`."
                )
        if functions[0].decorator_list:
            line = cell.line + functions[0].decorator_list[0].lineno
            raise lesson.error(line, f"{name} has a decorator, which students would get. Take it off.")
        _check_body(lesson, cell, functions[0])


def _check_body(lesson: Lesson, cell: Cell, function: ast.FunctionDef) -> None:
    """A docstring, then the answer between the markers, which ends in a return, and no statement outside them."""
    assert cell.solution is not None
    begin, end = (cell.line + 1 + index for index in cell.solution)
    docstring, *answer = function.body
    if not (ast.get_docstring(function) or "").strip():
        raise lesson.error(
            cell.line + function.lineno,
            f"{cell.name} has no docstring. Say what goes in, what comes out, and the formula.",
        )
    if begin <= cell.line + _last_line(docstring):
        raise lesson.error(begin, "a marker before or inside the docstring. Put it after.")
    if not answer:
        raise lesson.error(begin, f"the solution of {cell.name} is empty. Write the answer there.")
    for node in answer:
        if not begin < cell.line + node.lineno <= cell.line + _last_line(node) < end:
            raise lesson.error(
                cell.line + node.lineno, "a statement outside the markers, which students would get. Move it inside."
            )
    if not isinstance(answer[-1], ast.Return):
        # The derived notebook raises NotImplementedError after the answer; see notebook.py.
        line = cell.line + answer[-1].lineno
        raise lesson.error(line, f"the solution of {cell.name} does not end in a `return`. Let it end in one.")


def _check_checks(lesson: Lesson) -> None:
    """A check cell is its one line: the judge alone knows what is checked."""
    for cell in lesson.cells:
        line = f'check("{cell.name}")'
        if cell.kind == "check" and cell.source != line:
            raise lesson.error(cell.line, f"a check cell holds exactly `{line}`. Put anything else in a cell `# %%`.")


def _check_names(lesson: Lesson) -> None:
    """Each name is one of course.toml, or any for an answer, and is used once for each kind of cell."""
    exercises = {exercise.name for exercise in lesson.assignment.exercises}
    seen: dict[tuple[Kind, str], int] = {}
    for cell in lesson.cells:
        if not cell.name:
            continue
        known = exercises | {lesson.assignment.gate.name} if cell.kind == "check" else exercises
        if cell.kind != "answer" and cell.name not in known:
            raise lesson.error(
                cell.line,
                f"{cell.kind}={cell.name!r} is not among this assignment's in course.toml. Mend one of the two.",
            )
        if (cell.kind, cell.name) in seen:
            first = seen[cell.kind, cell.name]
            raise lesson.error(
                cell.line, f'{cell.kind}="{cell.name}" stands in line {first} already. Keep one of them.'
            )
        seen[cell.kind, cell.name] = cell.line


def _check_order(lesson: Lesson) -> None:
    """Each exercise of course.toml, in its order, has its function, its check and its hints; the gate has a check."""
    kinds: tuple[Kind, ...] = ("exercise", "check", "hints")
    due = [(kind, exercise.name) for exercise in lesson.assignment.exercises for kind in kinds]
    due.append(("check", lesson.assignment.gate.name))
    cells = [cell for cell in lesson.cells if cell.kind in kinds]
    found = {(cell.kind, cell.name): cell.line for cell in cells}
    for kind, name in due:
        if (kind, name) not in found:
            line = found.get(("exercise", name), lesson.cells[-1].line)
            markdown = " [markdown]" if kind == "hints" else ""
            raise lesson.error(line, f'course.toml asks for a cell `# %%{markdown} {kind}="{name}"`. Add it.')
    for cell, (kind, name) in zip(cells, due, strict=True):
        if (cell.kind, cell.name) != (kind, name):
            raise lesson.error(
                cell.line,
                f'{cell.kind}="{cell.name}" is out of order: {kind}="{name}" is due here. Exercises stand as in '
                "course.toml, each followed by its check and then by its hints.",
            )


def _check_hints(lesson: Lesson) -> None:
    """Hints are a numbered list of three, so that they can be shown one at a time."""
    for cell in lesson.cells:
        if cell.kind == "hints":
            numbers = [number for number, _text in _numbered(cell)]
            if not HINT.fullmatch(cell.lines[0]) or numbers != list(range(1, HINTS + 1)):
                raise lesson.error(
                    cell.line, f"hints are a list of {HINTS}, numbered `1.` `2.` `3.` from the first line."
                )


def _check_leaks(lesson: Lesson) -> None:
    """No line of an answer stands in anything that students get."""
    for cell in lesson.cells:
        for number, answer in answer_lines(cell):
            for other in lesson.cells:
                if other.kind != "hints" and any(answer in line for line in _given(other)):
                    raise lesson.error(
                        number,
                        f"this line of an answer also stands in the cell of line {other.line}, which students get: "
                        f"{answer!r}. Write one of the two differently.",
                    )


# In this order: each check may rely on what the ones before it found to be so.
CHECKS: tuple[Callable[[Lesson], None], ...] = (
    _check_code,  # syntax first: the next ones read the syntax tree
    _check_functions,  # an exercise is one function, and its answer is between the markers
    _check_checks,  # a check cell is one line
    _check_names,  # names are known and unique …
    _check_order,  # … so that order is a plain comparison
    _check_hints,  # three hints
    _check_leaks,  # last, as it needs the answers of all
)


def answer_lines(cell: Cell) -> Iterator[tuple[int, str]]:
    """The telling lines of an exercise's answer with their numbers in the file: long enough, and more than a return."""
    if cell.solution is None:
        return
    begin, end = cell.solution
    for index, line in enumerate(cell.lines[begin + 1 : end], begin + 1):
        text = line.strip()
        # `return W1, b1, W2, b2` gives nothing away: the docstring says so too.
        if len(text) > 12 and not text.startswith("#") and not re.fullmatch(r"return [\w, ]+", text):
            yield cell.line + 1 + index, text


def _given(cell: Cell) -> list[str]:
    """The lines of a cell that students get."""
    if cell.solution is None:
        return cell.lines
    begin, end = cell.solution
    return cell.lines[:begin] + cell.lines[end + 1 :]


def _numbered(cell: Cell) -> list[tuple[int, str]]:
    """The items of a numbered list with their numbers; lines that begin no item go on with the one before."""
    items: list[tuple[int, str]] = []
    for line in cell.lines:
        if match := HINT.fullmatch(line):
            items.append((int(match[1]), match[2]))
        elif items:
            number, text = items[-1]
            items[-1] = (number, f"{text}\n{line.strip()}".rstrip())
    return items


def _last_line(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
