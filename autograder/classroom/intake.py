"""What a class handed in, made safe: folders, archives and the bulk downloads of learning platforms, one student each.

Nothing is ever unpacked to disk, no link is followed, no header is believed. What can't be used is refused by name, and
the rest of the class goes on. `layouts.py` tells who handed in what, `platforms.py` whose a platform's files are,
`selection.py` what of it is taken, and `trees.py` sees folders and archives alike.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.layouts import Attempt, assignment_root, attempts, collector, refuse_one_students
from autograder.classroom.selection import Selection
from autograder.classroom.trees import MAX_ARCHIVE_BYTES, FolderTree, Refused, Tree, ZipTree


class IntakeError(Exception):
    """The whole path can't be used; the message says why, in one line."""


@dataclass(frozen=True)
class Handed:
    """What one student handed in, as bytes that can travel to another machine.

    `files` has paths relative to the submission's folder, with forward slashes, the one that is judged first; it is
    empty where there is trouble.
    `handed_at` is the POSIX time of the attempt that counts. `note` says in a line what was left out.
    """

    student: str
    files: Mapping[str, bytes]
    handed_at: float | None
    trouble: str = ""
    note: str = ""

    @property
    def main(self) -> str:
        """The path of the file that is judged; empty where there is none."""
        return next(iter(self.files), "")

    @property
    def content_hash(self) -> str:
        """SHA-256 over names, bytes and trouble: the same for the same content, whoever handed it in and when."""
        digest = hashlib.sha256()
        for name in sorted(self.files):
            for part in (name.encode("utf-8", "surrogatepass"), self.files[name]):
                digest.update(len(part).to_bytes(8, "big") + part)
        digest.update(self.trouble.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    @contextlib.contextmanager
    def unpacked(self) -> Iterator[Path]:
        """The files in a temporary folder, which everybody may read."""
        with tempfile.TemporaryDirectory(prefix="digits-handed-") as folder:
            for name, data in self.files.items():
                path = Path(folder, *name.split("/"))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                path.chmod(0o644)
            for inner in (Path(folder), *(path for path in Path(folder).rglob("*") if path.is_dir())):
                inner.chmod(0o755)
            yield Path(folder)


@dataclass(frozen=True)
class Entry:
    """One student and the attempt that counts; its bytes are read and checked only when asked for."""

    student: str
    handed_at: float | None
    collect: Callable[[], Selection]

    def read(self) -> Handed:
        """The submission, or why there is none. Raises nothing that a submission could cause."""
        try:
            selection = self.collect()
        except Refused as reason:
            return Handed(self.student, {}, self.handed_at, trouble=str(reason))
        return Handed(self.student, selection.files, self.handed_at, note=selection.note)


def entries(path: Path, assignment: str) -> list[Entry]:
    """All students of a class with the attempt that counts, sorted by name; nothing but names is read.

    `path` is a folder or a zip. Known are nbgrader's layout (`submitted/STUDENT/ASSIGNMENT/…`), a folder, file or zip
    for each student, and the bulk downloads of Canvas, Moodle, Gradescope and Blackboard. Raises IntakeError.
    """
    try:
        tree, lenient = _opened(path)
        root = assignment_root(tree, assignment, lenient)
        refuse_one_students(tree, root, assignment)
        found = [*attempts(tree, root, assignment, lenient)]
    except Refused as reason:
        raise IntakeError(f"{path} can't be used: {reason}") from None
    except OSError as error:
        raise IntakeError(f"{path} can't be read: {error.strerror}.") from None
    latest: dict[str, Attempt] = {}
    for attempt in found:
        if attempt.student not in latest or attempt.rank > latest[attempt.student].rank:
            latest[attempt.student] = attempt
    if not latest:
        raise IntakeError(f"{path} holds no submissions.")
    return [Entry(student, latest[student].time, latest[student].collect) for student in sorted(latest)]


def single(folder: Path, student: str, assignment: str) -> Handed:
    """What one student handed in, from a folder of its own, as platforms give it to their graders."""
    tree = FolderTree(folder)
    return Entry(student, None, collector(tree, "", assignment, True)).read()


def _opened(path: Path) -> tuple[Tree, bool]:
    """The path as a tree, and whether people's own folders in it are to be looked through, as in archives."""
    if path.is_dir():
        return FolderTree(path), False
    if not path.is_file():
        raise IntakeError(f"{path} is neither a folder nor a zip file." if path.exists() else f"{path} does not exist.")
    file = path.open("rb")
    try:
        return ZipTree(file, MAX_ARCHIVE_BYTES), True
    except Refused:
        file.close()
        raise
