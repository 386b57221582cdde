"""A submission's file turned into the code cells that count: found, bounded, decoded, and nothing executed."""

from __future__ import annotations

import codecs
import io
import json
import math
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_FILE_BYTES = 10 * 2**20
MAX_CODE = 500_000  # characters; no person writes as much
MAX_CELLS = 5_000
SUFFIXES = (".ipynb", ".py")
EXERCISES = "exercises"  # where the course has its files
# What editors write, by Python's names. Of the others it knows, some take hours for what a file may hold.
ENCODINGS = re.compile(r"ascii|utf-8(-sig)?|iso8859-\d+|cp125\d")
# What a browser or Moodle makes of a name that is there already: "a1_first_network (1).py".
UPLOAD = re.compile(r" ?\((?P<number>\d{1,4})\)")
STUB = re.compile(r"^[ \t]+raise[ \t]+NotImplementedError\b", re.M)
FUNCTION = re.compile(r"^[ \t]*def[ \t]", re.M)


class Unreadable(Exception):
    """There is something to grade, but no code can be got out of it; the message says why, for a person."""


@dataclass(frozen=True)
class Source:
    """The code of one submission: its cells in order, and what tracebacks call them.

    `in_folder` says that a whole folder was handed in, so that the files beside the path belong to it.
    """

    path: Path
    cells: tuple[str, ...]
    filenames: tuple[str, ...]
    in_folder: bool = False

    @property
    def folder(self) -> Path:
        return self.path.parent


def read(path: Path, assignment: str) -> Source:
    """The source of a submission: a file, or a folder that holds one for the assignment.

    Raises FileNotFoundError where nothing is there, Unreadable where what is there can't be used.
    """
    if not path.exists() and not path.is_symlink():
        raise FileNotFoundError(path)
    in_folder = path.is_dir() and not path.is_symlink()
    file = _find(path, assignment) if in_folder else path
    if file.is_symlink():
        raise Unreadable(f"{file.name} is a link. Hand in the file itself.")
    if not file.is_file():
        raise Unreadable(f"{file.name} is not a file.")
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"{file.name} can't be read: {error.strerror}.") from None
    if len(data) > MAX_FILE_BYTES:
        clear = " Clear the outputs and save it again." if file.suffix.lower() == ".ipynb" else ""
        raise Unreadable(f"{file.name} is larger than {MAX_FILE_BYTES // 2**20} MB.{clear}")
    if file.suffix.lower() == ".ipynb":
        cells = notebook_cells(data, file.name)
        names = tuple(f"{file.name}, code cell {number}" for number in range(1, len(cells) + 1))
    else:
        cells, names = (_decode(data, file.name),), (file.name,)
    if sum(map(len, cells)) > MAX_CODE or len(cells) > MAX_CELLS:
        raise Unreadable(f"{file.name} holds more code than a person writes ({MAX_CODE:,} characters at most).")
    return Source(file, cells, names, in_folder)


def upload_number(name: str, assignment: str) -> int | None:
    """Which upload of the assignment's file a name stands for: 0 is the first; None for a file of another name."""
    stem, dot, suffix = name.rpartition(".")
    if dot + suffix not in SUFFIXES or not stem.startswith(assignment):
        return None
    again = UPLOAD.fullmatch(stem, len(assignment))
    return int(again["number"]) if again else 0 if stem == assignment else None


def rank(name: str, assignment: str) -> tuple[bool, bool, int]:
    """Of several files of an assignment the one that comes first in this order counts, at home as in a class.

    The very name comes first, then notebooks, then the later upload.
    """
    number = upload_number(name, assignment) or 0
    return number > 0, not name.endswith(".ipynb"), -number


def _find(folder: Path, assignment: str) -> Path:
    """The assignment's file in a folder or its `exercises`: by its name, else the only candidate, notebooks first.

    A class run looks further down. Here the folder may be anything, as the current one, and no others are opened.
    """
    nested = folder / assignment
    if nested.is_dir() and not nested.is_symlink():
        folder = nested
    for place in (folder, folder / EXERCISES):
        if place == folder or (place.is_dir() and not place.is_symlink()):
            found = _named(place, assignment)
            if found is not None:
                return found
    for suffix in SUFFIXES:
        files = (path for path in folder.iterdir() if path.suffix.lower() == suffix and path.is_file())
        candidates = sorted(path for path in files if not path.name.startswith("."))
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            names = ", ".join(path.name for path in candidates[:5])
            raise Unreadable(
                f"{folder.name} holds several files ({names}). Call the one to grade {assignment}{suffix}."
            )
    raise Unreadable(f"{folder.name} holds no {assignment}.ipynb or {assignment}.py.")


def _named(folder: Path, assignment: str) -> Path | None:
    """The file with the assignment's name, or the one of several that counts; a link stands for itself."""
    named = [path for path in folder.iterdir() if upload_number(path.name, assignment) is not None]
    files = sorted(path for path in named if path.is_file() and not path.is_symlink())
    for suffix in SUFFIXES:
        expected = folder / f"{assignment}{suffix}"
        if expected.is_symlink():
            return expected
        if expected in files:
            break
    return min(files, key=lambda path: rank(path.name, assignment), default=None)


def _decode(data: bytes, name: str) -> str:
    """Text as Python reads it: UTF-8, a byte-order mark, or the encoding that a cookie names, of those allowed."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if not ENCODINGS.fullmatch(codecs.lookup(encoding).name):
            raise Unreadable(f"{name} says that it is written in {encoding[:40]}. Save it again as UTF-8.")
        return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except (SyntaxError, UnicodeError, LookupError):
        raise Unreadable(f"{name} is not text that Python can read. Save it again as UTF-8.") from None


def left_to_write(name: str, data: bytes) -> float:
    """How many functions are still stubs; infinite where there is no function, or nothing that can be read."""
    try:
        cells = notebook_cells(data, name) if name.endswith(".ipynb") else (_decode(data, name),)
    except Unreadable:
        return math.inf
    if not any(FUNCTION.search(cell) for cell in cells):
        return math.inf
    return sum(len(STUB.findall(cell)) for cell in cells)


def notebook_cells(data: bytes, name: str) -> tuple[str, ...]:
    """The sources of a notebook's code cells, in order; formats 3 and 4."""
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        if json.detect_encoding(data[:4]).startswith(("utf-16", "utf-32")):
            raise Unreadable(f"{name} is not text in UTF-8. Save it again as UTF-8.") from None
        raise Unreadable(f"{name} is not a notebook: its text is not JSON. Save it again in Jupyter.") from None
    cells = _cells(notebook)
    if cells is None:
        raise Unreadable(f"{name} is JSON, but not a notebook: it has no list of cells.")
    return tuple(text_of(cell) for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code")


def _cells(notebook: Any) -> list[Any] | None:
    if not isinstance(notebook, dict):
        return None
    if isinstance(notebook.get("worksheets"), list):
        sheets = [sheet.get("cells") for sheet in notebook["worksheets"] if isinstance(sheet, dict)]
        return [cell for cells in sheets if isinstance(cells, list) for cell in cells]
    cells = notebook.get("cells")
    return cells if isinstance(cells, list) else None


def text_of(cell: dict[str, Any]) -> str:
    """What stands in a cell of a notebook, in either form of the format."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""
