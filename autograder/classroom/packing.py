"""The file to hand in, and its receipt: a hash of the content that student and instructor can compare.

The receipt is the content hash that a class run keeps with each result, made of what intake takes from the file. So
what a student packs and what an instructor graded are the same content exactly where the receipts are the same.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from autograder.archives import member
from autograder.classroom.intake import Handed, single
from autograder.classroom.selection import MAX_SUBMISSION_FILES, select
from autograder.classroom.trees import MAX_SUBMISSION_BYTES, Refused, ZipTree
from autograder.student.siblings import imported_files
from autograder.student.source import Unreadable, read


class PackError(Exception):
    """Nothing can be packed, or what is there can't be read; the message says why."""


def collect(path: Path, assignment: str) -> Handed:
    """A student's file for an assignment, under the name that is expected, and the Python beside it that it imports.

    Raises PackError.
    """
    try:
        source = read(path, assignment)
        files = {f"{assignment}{source.path.suffix.lower()}": source.path.read_bytes()}
        for name, module in imported_files(source).items():
            if name in files:
                raise PackError(
                    f"{source.path.name} would be handed in as {name}, and imports a file of that name. "
                    "Rename the one that is imported."
                )
            files[name] = module.read_bytes()
        if len(files) > MAX_SUBMISSION_FILES:
            raise PackError(f"{source.path.name} imports more files than are taken ({MAX_SUBMISSION_FILES}).")
    except FileNotFoundError:
        raise PackError(f"No file or folder is called {path}.") from None
    except Unreadable as error:
        raise PackError(str(error)) from None
    except OSError as error:
        raise PackError(f"{error.filename or path} can't be read: {error.strerror}.") from None
    return Handed("", files, None)


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip with these files; the same files give the same bytes on every machine."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name in sorted(files):
            packed.writestr(member(name, packed=False), files[name])
    return written.getvalue()


def received(path: Path, assignment: str) -> Handed:
    """What a class run would take from a zip, a folder or a file. Raises PackError."""
    if path.suffix.lower() != ".zip":
        return single(path, "", assignment) if path.is_dir() else collect(path, assignment)
    try:
        with path.open("rb") as file:
            tree = ZipTree(file, MAX_SUBMISSION_BYTES)
            if tree.blamed:
                raise PackError(tree.blamed[0][2])
            return Handed("", select(tree, "", assignment, lenient=True, nested=True).files, None)
    except Refused as reason:
        raise PackError(f"{path}: {reason}") from None
    except OSError as error:
        raise PackError(f"{path} can't be read: {error.strerror}.") from None
