"""The results folder: each student's result on disk before it is counted, whole or not at all.

The JSON file of a student is the mark that the grading is done. It names the run (seed, course, limits) and the content
that it judged, so that the same command, given again, grades only what is missing, changed or broken.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from autograder import rules
from autograder.course import Assignment, Course
from autograder.files import write_whole
from autograder.judge.results import Result
from autograder.student.process import Limits

RUN_FILE = ".run"
CLASS_FILE = ".class"
LOCK_FILE = ".lock"


class StoreError(Exception):
    """The results folder can't be used; the message says why, and what to do."""


class WriteError(StoreError):
    """A result could not be written in mid-run, as when the disk is full; what was written before is whole."""


@dataclass(frozen=True)
class Run:
    """What all results of a run have in common. The seed is secret; the id, which results carry, does not betray it."""

    assignment: str
    seed: int
    course: str
    limits: Limits

    @property
    def id(self) -> str:
        """A name of the run, the same for the same seed, course and limits."""
        text = json.dumps([self.assignment, self.seed, self.course, asdict(self.limits)], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class ClassNote:
    """Who is in the class of the last run, with the name of each one's files, and whether the run came to its end."""

    names: Mapping[str, str]
    finished: bool


def class_of(folder: Path) -> ClassNote | None:
    """The note of a results folder; None where there is none, as in a folder of an older version."""
    try:
        note = json.loads((folder / CLASS_FILE).read_text(encoding="utf-8"))
        return ClassNote({str(k): str(v) for k, v in note["students"].items()}, bool(note["finished"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


class Store:
    """One results folder, held by one grader at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: Mapping[str, str] = {}

    def run(self, course: Course, assignment: Assignment, limits: Limits, seed: int | None) -> Run:
        """The run of this folder: its seed is the one given, else that of the last run here, else a new secret.

        Raises StoreError where the folder holds another assignment's results, which these would replace, or where what
        it says of the last run is for others to read.
        """
        path = self.folder / RUN_FILE
        try:
            before = json.loads(path.read_text(encoding="utf-8"))
            of, last_seed = str(before["assignment"]), int(before["seed"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            of, last_seed = assignment.name, secrets.randbits(63)
        except OSError as error:  # another seed in its place would grade all of the class anew
            raise StoreError(
                f"{path}, which holds the secret seed, can't be read: {error.strerror}. Whoever began this class goes "
                "on with it; or choose another --out."
            ) from None
        if of != assignment.name:
            raise StoreError(f"{self.folder} holds the results of {of}. Choose another --out for {assignment.name}.")
        if seed is None:
            seed = last_seed
        text = json.dumps({"assignment": assignment.name, "seed": seed}, indent=2) + "\n"
        self.write(path.name, text.encode(), secret=True)
        return Run(assignment.name, seed, rules.digest(course, assignment), limits)

    def note_class(self, finished: bool) -> None:
        """Note whom this run is about, at its beginning and at its end.

        Results of people who are gone stay in the folder, and a run may be stopped: exports have to know of both.
        """
        note = {"finished": finished, "students": dict(self.names)}
        self.write(CLASS_FILE, (json.dumps(note, indent=2) + "\n").encode())

    def finished(self, student: str, run: Run, content_hash: str) -> Result | None:
        """The student's result, where it is there, whole, of this run and of this content, and not broken."""
        try:
            result = Result.from_json(self._json(student).read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        same = result.details.get("run") == run.id and result.details.get("content") == content_hash
        return result if same and result.status != "broken" else None

    def put(self, student: str, result: Result, page: str) -> None:
        """Write a student's page, then the result, each at once and durably."""
        self.write(f"{self.names[student]}.html", page.encode("utf-8", "replace"))
        self.write(self._json(student).name, result.to_json().encode("utf-8", "replace"))

    def results(self) -> Iterator[tuple[str, Result]]:
        """All students' results as they are on disk, one at a time."""
        for student in self.names:
            yield student, Result.from_json(self._json(student).read_text(encoding="utf-8"))

    def read(self, name: str) -> str:
        """One of the files about the whole class as an earlier run left it; empty where there is none."""
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def write(self, name: str, data: bytes, secret: bool = False) -> None:
        """Put a file in place, whole and durably. Raises WriteError."""
        try:
            write_whole(self.folder / name, data, secret)
        except OSError as error:
            raise WriteError(
                f"{self.folder / name} can't be written: {error.strerror}. What was graded before is kept: "
                "mend that, and give the same command again."
            ) from None

    def _json(self, student: str) -> Path:
        return self.folder / f"{self.names[student]}.json"


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The results folder, made if need be and locked while open. Raises StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK_FILE).open("a+b")
    except PermissionError as error:
        raise StoreError(
            f"{error.filename or folder} can't be written. Choose another --out, or mend its rights."
        ) from None
    except (NotADirectoryError, FileExistsError):
        raise StoreError(f"{folder} is no folder. Choose another --out.") from None
    except OSError as error:
        raise StoreError(f"{folder} can't be used: {error.strerror}. Choose another --out.") from None
    with file as lock:
        try:
            _lock(lock)
        except (BlockingIOError, PermissionError):  # Windows calls a lock of somebody else's the latter
            raise StoreError(f"Another grader works in {folder}. Wait for it, or choose another --out.") from None
        except OSError as error:
            raise StoreError(f"{folder} can't be locked: {error.strerror}. Choose an --out on a local disk.") from None
        yield Store(folder)


def _lock(file: IO[bytes]) -> None:
    """Lock a file against other processes; the system lets go when this one ends, however it ends. Raises OSError."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
