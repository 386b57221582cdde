"""Starting an exercise over: its stub in the place of what was written, a copy kept, and nothing else touched."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import shutil
import tokenize
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.course import Assignment
from autograder.files import write_whole
from autograder.guide import Task
from autograder.student.source import Unreadable, read
from autograder.student.worker import TOP_LEVEL, without_magics

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # as Python counts lines; str.splitlines knows others too
NEXT_CELL = re.compile(r"#\s*%%")


class ResetError(Exception):
    """An exercise can't be started over; the message says why, and what to do."""


def reset(path: Path, assignment: Assignment, task: Task) -> Path | None:
    """Put an exercise's stub back into the submission at `path`, a file or a folder.

    Returns the copy that was kept of the whole file as it was; None where the stub stood there already and nothing
    was written. Raises ResetError.
    """
    try:
        file = read(path, assignment.name).path
        before = file.read_bytes()
        after = _notebook(before, task) if file.suffix.lower() == ".ipynb" else _script(before, task)
        if after == before:
            return None
        backup = _copy(file, before)
        mode = file.stat().st_mode
        write_whole(file, after)
        with contextlib.suppress(OSError):  # some disks know no rights
            os.chmod(file, mode)
    except FileNotFoundError:
        raise ResetError(f"No file or folder is called {path}.") from None
    except Unreadable as error:
        raise ResetError(str(error)) from None
    except UnicodeEncodeError as error:
        why = f"{file.name} is saved as {error.encoding}, which can't hold the stub. Save it as UTF-8."
        raise ResetError(why) from None
    except OSError as error:
        raise ResetError(f"{path} can't be written: {error.strerror}. Nothing was changed.") from None
    return backup


def _copy(file: Path, data: bytes) -> Path:
    """The file as it was, under a name that nothing has yet."""
    stem = f"{file.name}.bak-{datetime.now():%Y%m%d-%H%M%S}"
    for number in range(1, 1000):
        place = file.with_name(stem if number == 1 else f"{stem}-{number}")
        try:
            with place.open("xb") as copy:
                copy.write(data)
        except FileExistsError:
            continue
        with contextlib.suppress(OSError):
            shutil.copymode(file, place)
        return place
    raise ResetError(f"There are too many copies called {stem}. Move some of them elsewhere.")


def _script(data: bytes, task: Task) -> bytes:
    """A Python file with the stub in it, in its own encoding and with its own line ends."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    lines = LINE.findall(data.decode(encoding))
    return "".join(_replaced(lines, task) or _appended(lines, task)).encode(encoding)


def _notebook(data: bytes, task: Task) -> bytes:
    """A notebook with the stub in the cell where the function stands, else in a new cell at the end."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data.decode("utf-8-sig")
    notebook: dict[str, Any] = json.loads(text)
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise ResetError("This notebook has an old format. Open it in Jupyter, save it, and try again.")
    for cell in reversed(cells):
        if cell.get("cell_type") == "code":
            parts = cell["source"]
            lines = _replaced(LINE.findall(parts if isinstance(parts, str) else "".join(parts)), task)
            if lines is not None:
                cell["source"] = "".join(lines) if isinstance(parts, str) else lines
                break
    else:
        cells.append(_new_cell(notebook, task))
    end = "\n" if text.endswith("\n") else ""
    return mark + (json.dumps(notebook, indent=1, ensure_ascii=False) + end).encode("utf-8")


def _new_cell(notebook: dict[str, Any], task: Task) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    if (notebook.get("nbformat"), notebook.get("nbformat_minor", 0)) >= (4, 5):
        cell["id"] = f"reset-{task.name}"[:64]
    return {**cell, "source": LINE.findall(task.stub)}


def _appended(lines: Sequence[str], task: Task) -> list[str]:
    """The lines with the stub after them."""
    end = _line_end(lines)
    closed = [line if line.endswith(("\n", "\r")) else line + end for line in lines]
    return [*closed, *([end, end] if closed else []), *(line + end for line in task.stub.split("\n"))]


def _replaced(lines: Sequence[str], task: Task) -> list[str] | None:
    """The lines with the stub where the function stood; None where it does not stand in them."""
    span = _span(lines, task.name)
    if span is None:
        return None
    first, last = span
    end = _line_end(lines)
    stub = [line + end for line in task.stub.split("\n")]
    if not lines[last - 1].endswith(("\n", "\r")):
        stub[-1] = stub[-1].removesuffix(end)
    return [*lines[:first], *stub, *lines[last:]]


def _line_end(lines: Sequence[str]) -> str:
    """How the first line ends, as the others will."""
    found = re.search(r"(\r\n|\r|\n)$", lines[0]) if lines else None
    return found[1] if found else "\n"


def _span(lines: Sequence[str], name: str) -> tuple[int, int] | None:
    """The first line of a function and the one after its last; of the last function where several have the name."""
    text = "".join(line.rstrip("\r\n") + "\n" for line in lines)
    for readable in (text, without_magics(text)):
        try:
            tree = ast.parse(readable.removeprefix("\ufeff"))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        found = [
            node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
        ]
        if not found:
            return None
        node = found[-1]
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        return first - 1, node.end_lineno or node.lineno
    return _span_by_lines(lines, name)


def _span_by_lines(lines: Sequence[str], name: str) -> tuple[int, int] | None:
    """The same where Python can't read the lines: a function ends where the next statement or cell begins."""
    begins = [at for at, line in enumerate(lines) if re.match(rf"(?:async\s+)?def\s+{re.escape(name)}\b", line)]
    if not begins:
        return None
    first = begins[-1]
    last = first + 1
    while last < len(lines) and not (TOP_LEVEL.match(lines[last]) or NEXT_CELL.match(lines[last])):
        last += 1
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1  # blank lines and remarks before the next statement belong to that
    while first > 0 and lines[first - 1].startswith("@"):
        first -= 1
    return first, last
