"""Students' names as file names: a name is data, so it passes through here before it becomes part of a path."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 200  # file systems stop at 255; the rest is for extensions and for the suffixes of temporary files
TAKEN = frozenset({"class", "grades"})  # what a class run writes beside the students' files
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {port + digit for port in ("com", "lpt") for digit in "0123456789"}
)


def file_name(student: str) -> str:
    """A file name, without extension, that is safe on Linux, macOS and Windows.

    Ordinary names (letters of any script, digits, spaces, `-_.@+`) stay as they are. Any other is cleaned and given
    the start of its SHA-256, so that `a/b` and `a:b` stay apart and the same student always has the same file.
    Names that differ in case only are left to `file_names`.
    """
    cleaned = "".join(character if _is_ordinary(character) else "_" for character in student)
    cleaned = cleaned.rstrip(". ")
    if not cleaned or cleaned[0] in ".- " or unicodedata.category(cleaned[0]).startswith("M"):
        cleaned = "_" + cleaned.lstrip(".- ")
    if is_device(cleaned):
        cleaned = "_" + cleaned
    if cleaned == student and folded(cleaned) not in TAKEN and _size(cleaned) <= MAX_BYTES:
        return student
    return _with_digest(cleaned, student, 8)


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for one of its devices, as `con.py`."""
    return folded(name.split(".")[0].rstrip(" ")) in _DEVICES


def file_names(students: Iterable[str]) -> dict[str, str]:
    """A file name for each student, no two alike even where case and Unicode normalisation are ignored.

    The answer depends on the set of names only, not on their order. Of names that differ in case or normalisation
    only, the first in code point order stays as it is.
    """
    names: dict[str, str] = {}
    used: set[str] = set()
    proposals = ((student, file_name(student)) for student in set(students))
    for student, proposal in sorted(proposals, key=lambda pair: (pair[0] != pair[1], pair[0])):
        name, digits = proposal, 8
        while folded(name) in used:
            name, digits = _with_digest(file_name(student), student, digits), digits + 4
        used.add(folded(name))
        names[student] = name
    return names


def folded(name: str) -> str:
    """What is left of a name on a file system that ignores case and Unicode normalisation."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _is_ordinary(character: str) -> bool:
    return (
        character in " -_.@+" or unicodedata.category(character)[0] in "LM" or unicodedata.category(character) == "Nd"
    )


def _size(name: str) -> int:
    """Bytes that a name takes where file names are stored decomposed, as on macOS, or composed."""
    return max(len(unicodedata.normalize(form, name).encode()) for form in ("NFC", "NFD"))


def _with_digest(name: str, student: str, digits: int) -> str:
    digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
    while _size(name) > MAX_BYTES - 1 - digits:
        name = name[:-1]
    return f"{name}-{digest}"
