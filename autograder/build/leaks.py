"""Whether something that is given out holds an answer: each telling line of a solution or of a mistake is looked for.

Bytes are searched, without what a line loses or gains on its way through an editor, a notebook or a JSON string:
spaces, backslashes, the kind of quotation mark, a comment at its end. So a line is found in prose, in a notebook's
metadata and in a packed recording as well as in code. Files of a kind that can't be looked into are leaks by
themselves: compiled Python, archives, git's own.
"""

from __future__ import annotations

import ast
import gzip
import io
import re
import tokenize
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from autograder.build.parse import Lesson

TEXT = {".py", ".md", ".toml", ".json", ".ipynb", ".csv", ".css", ".js", ".html", ".svg", ".txt", ".yml", ""}
PACKED = ".gz"
START = np.dtype(np.uint64)  # the beginning of a line as one number, so that a text is searched for all at once
SHORTEST = 9  # characters without spaces: shorter lines, such as `m = Y.size`, give nothing away
RUN = re.compile(rb"[\t\n\r -~\x80-\xff]{%d,}" % SHORTEST)
# Lines that only name things, which the task names too, or give a number or nothing yet to a name, or begin a block
# that any function may hold.
EMPTY = re.compile(
    r"[\w,]+"
    r"|return[\w.,()]*"
    r"|[\w,]+(:[\w\[\],]+)?=([\w.]+\(?|\[\]|\{\}|\(\))"
    r"|for[\w,]+in[\w.,()]+:?"
    r"|withnp\.errstate\([^)]*\):"
)
KEPT = bytes.maketrans(b"'", b'"')
DROPPED = b" \t\r\n\\"
NUMBERS = b"0123456789.,\r\n"  # what a table of digits is made of


@dataclass(frozen=True)
class Leak:
    """Something that must not be given out: the file it is in, the line found there, and where that comes from."""

    path: str
    line: str
    origin: str

    def __str__(self) -> str:
        return f"{self.path}: {self.origin}" + (f": {self.line}" if self.line else "")


def secrets(lessons: Sequence[Lesson], mistakes: Path) -> dict[bytes, tuple[str, str]]:
    """The telling lines of these lessons' answers and mistakes, each with its text and place.

    `mistakes` is the folder that has one of its own for each assignment's mistakes.
    """
    found = answers(lessons)
    for path in sorted(path for lesson in lessons for path in (mistakes / lesson.assignment.name).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                for number, code in _code(lines, node.body[0].lineno - 1, node.end_lineno or node.lineno):
                    _add(found, code, f"a line of a mistake, {path.relative_to(mistakes).as_posix()}:{number + 1}")
    return found


def answers(lessons: Iterable[Lesson]) -> dict[bytes, tuple[str, str]]:
    """The telling lines of these lessons' answers, each with its text and place."""
    found: dict[bytes, tuple[str, str]] = {}
    for lesson in lessons:
        for cell in lesson.cells:
            if cell.solution is not None:
                begin, end = cell.solution
                for number, text in _code(cell.lines, begin + 1, end):
                    _add(found, text, f"a line of an answer, {lesson.path}:{cell.line + 1 + number}")
    return found


def leaks(files: Mapping[str, bytes], known: Mapping[bytes, tuple[str, str]]) -> Iterator[Leak]:
    """What must not be given out in these files, given by path; `known` are the secrets."""
    by_start: dict[int, list[bytes]] = {}
    for line in known:
        by_start.setdefault(int(np.frombuffer(line, START, 1)[0]), []).append(line)
    for path, data in files.items():
        trouble = _not_to_be_seen(path)
        if trouble:
            yield Leak(path, "", trouble)
            continue
        for line in _within(_squeezed(_opened(path, data)), by_start):
            text, origin = known[line]
            yield Leak(path, text, origin)


def shown(text: str, known: Iterable[bytes]) -> set[bytes]:
    """Those of the telling lines that stand somewhere in a text."""
    squeezed = _squeezed(text.encode("utf-8"))
    return {line for line in known if line in squeezed}


def _not_to_be_seen(path: str) -> str:
    parts = PurePosixPath(path)
    if ".git" in parts.parts:
        return "git's own data, in which old versions lie"
    if parts.suffix not in TEXT and parts.suffix != PACKED:
        return "a kind of file that can't be searched for answers"
    return ""


def _opened(path: str, data: bytes) -> bytes:
    """What can be read in a file: a packed one unpacked, without the numbers of a table and without what is no text."""
    if path.endswith(PACKED):
        data = gzip.decompress(data)
        path = path.removesuffix(PACKED)
    if path.endswith(".csv"):
        return b"\n".join(row for row in data.split(b"\n") if row.translate(None, NUMBERS))
    return data if PurePosixPath(path).suffix in TEXT - {""} else b"\n".join(RUN.findall(data))


def _within(text: bytes, by_start: Mapping[int, list[bytes]]) -> Iterator[bytes]:
    """The secrets in a squeezed text: those whose first eight bytes stand anywhere in it are looked for as a whole."""
    known, found = np.array(list(by_start), START), set[int]()
    for offset in range(min(START.itemsize, len(text) - START.itemsize + 1)):
        words = np.frombuffer(text, START, (len(text) - offset) // START.itemsize, offset)
        found.update(words[np.isin(words, known)].tolist())
    for start in sorted(found):
        yield from (line for line in by_start[start] if line in text)


def _add(found: dict[bytes, tuple[str, str]], text: str, origin: str) -> None:
    line = _squeezed(text.encode("utf-8"))
    if len(line) >= SHORTEST and not EMPTY.fullmatch(line.decode("utf-8")):
        found.setdefault(line, (text, origin))


def _squeezed(data: bytes) -> bytes:
    return data.translate(KEPT, DROPPED)


def _code(lines: list[str], first: int, stop: int) -> Iterator[tuple[int, str]]:
    """The lines from `first` up to `stop`, counted from 0, without indentation, comments and blank lines."""
    for number in range(first, stop):
        text = _without_comment(lines[number]).strip()
        if text:
            yield number, text


def _without_comment(line: str) -> str:
    """A line up to its comment; whole where it is part of something longer, such as a text over several lines."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(line.strip()).readline):
            if token.type == tokenize.COMMENT:
                return line.strip()[: token.start[1]]
    except (tokenize.TokenError, SyntaxError):
        pass
    return line
