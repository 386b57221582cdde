"""What a class handed in, made safe: folders, archives and the bulk downloads of learning platforms, one student each.

Nothing is ever unpacked to disk, no link is followed, no header is believed. What can't be used is refused by name, and
the rest of the class goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import stat
import tempfile
import unicodedata
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from itertools import islice
from pathlib import Path
from typing import IO, Literal, Protocol
from zoneinfo import ZoneInfo

from autograder.classroom.names import folded
from autograder.student.source import MAX_FILE_BYTES, SUFFIXES

MAX_SUBMISSION_BYTES = 25 * 2**20
MAX_SUBMISSION_FILES = 200
MAX_DATA_BYTES = 2**20  # what lies beside the assignment's file and is no Python is taken along up to this size
MAX_ARCHIVE_BYTES = 2**30
MAX_ENTRIES = 50_000  # in an archive; in a student's folder as many are looked at
MAX_READ_BYTES = 2**25  # at once, of an archive: more is a table of contents that would fill the memory
MAX_RATIO = 200  # unpacked to packed, of a file larger than a submission may hold
MAX_DEPTH = 12
IGNORED = frozenset({"__MACOSX", "__pycache__", "node_modules", "venv", "Thumbs.db", "desktop.ini"})
TIMESTAMP = "timestamp.txt"  # nbgrader's note of when a submission came in
TYPED = ".typed"  # what a platform keeps of a text field becomes a hidden file, and is not graded
METADATA = "submission_metadata.yml"  # Gradescope's list of who submitted what
DRIVE = re.compile(r"[A-Za-z]:")  # a path with such a part begins anew on Windows
# Files that lie about in a folder of submissions and are nobody's.
STRAY = frozenset({".csv", ".html", ".json", ".log", ".md", ".pdf", ".toml", ".tsv", ".txt", ".xlsx", ".yaml", ".yml"})

Kind = Literal["file", "folder", "link", "device"]


class IntakeError(Exception):
    """The whole path can't be used; the message says why, in one line."""


class Refused(Exception):
    """One submission can't be used; the message says why, in one line."""


@dataclass(frozen=True)
class Handed:
    """What one student handed in, as bytes that can travel to another machine.

    `files` has paths relative to the submission's folder, with forward slashes; it is empty where there is trouble.
    `handed_at` is the POSIX time of the attempt that counts. `note` says in a line what was left out.
    """

    student: str
    files: Mapping[str, bytes]
    handed_at: float | None
    trouble: str = ""
    note: str = ""

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
            Path(folder).chmod(0o755)
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
        root = _root(tree, assignment, lenient)
        attempts = [*_attempts(tree, root, assignment, lenient)]
    except Refused as reason:
        raise IntakeError(f"{path} can't be used: {reason}") from None
    except OSError as error:
        raise IntakeError(f"{path} can't be read: {error.strerror}.") from None
    latest: dict[str, Attempt] = {}
    for attempt in attempts:
        if attempt.student not in latest or attempt.rank > latest[attempt.student].rank:
            latest[attempt.student] = attempt
    if not latest:
        raise IntakeError(f"{path} holds no submissions.")
    return [latest[student].entry() for student in sorted(latest)]


def single(folder: Path, student: str, assignment: str) -> Handed:
    """What one student handed in, from a folder of its own, as platforms give it to their graders."""
    tree = FolderTree(folder)
    return Entry(student, None, _collector(tree, "", assignment, True)).read()


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


# Trees: folders and archives seen alike


@dataclass(frozen=True)
class Node:
    """One thing in a tree. `path` is relative to the tree's top, with forward slashes; `name` is what to call it."""

    name: str
    path: str
    kind: Kind
    size: int = 0
    time: float | None = None

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.name)[1].lower()

    @property
    def is_hidden(self) -> bool:
        """Whether it is what systems and tools leave behind, and no part of anybody's work."""
        return self.name.startswith(".") or self.name in IGNORED


class Tree(Protocol):
    """Files in folders, wherever they are; paths have forward slashes, and the top is the empty path."""

    def children(self, folder: str) -> list[Node]:
        """What a folder holds, sorted by name, at most MAX_ENTRIES. Raises Refused where it can't be listed."""
        ...

    def node(self, path: str) -> Node | None:
        """What is at a path, if anything."""
        ...

    def read(self, node: Node, limit: int) -> bytes:
        """The bytes of a file. Raises Refused where there are more than `limit`, or where they can't be had."""
        ...

    def fault(self, path: str) -> str:
        """Why nothing at or below a path may be used; empty where all is well."""
        ...


class FolderTree:
    """A folder on disk. Links are seen as links and never followed, and only regular files are opened."""

    def __init__(self, top: Path) -> None:
        self.top = top

    def children(self, folder: str) -> list[Node]:
        """What a folder holds; the top, where the class is, is listed whole however large it is."""
        try:
            with os.scandir(self._place(folder)) as found:
                names = [entry.name for entry in islice(found, MAX_ENTRIES if folder else None)]
        except OSError as error:
            raise Refused(f"{_shown(folder) or 'the folder'} can't be listed: {error.strerror}.") from None
        nodes = (self.node(_joined(folder, name)) for name in sorted(names))
        return [node for node in nodes if node is not None]

    def node(self, path: str) -> Node | None:
        try:
            status = os.lstat(self._place(path))
        except (OSError, ValueError):
            return None
        return Node(path.rpartition("/")[2], path, _kind(status.st_mode), status.st_size, status.st_mtime)

    def read(self, node: Node, limit: int) -> bytes:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(self._place(node.path), flags)
            with open(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise Refused(f"{_shown(node.name)} is not a file.")
                data = file.read(limit + 1)
        except OSError as error:
            raise Refused(f"{_shown(node.name)} can't be read: {error.strerror}.") from None
        return _bounded(data, node.name, limit)

    def fault(self, path: str) -> str:
        return ""

    def _place(self, path: str) -> str:
        return os.path.join(self.top, *path.split("/")) if path else os.fspath(self.top)


class ZipTree:
    """A zip archive, read in place. What is wrong with it is kept under the path that it is wrong with."""

    def __init__(self, file: IO[bytes], max_bytes: int) -> None:
        """Read the table of contents. Raises Refused where the archive as a whole can't be used."""
        self.blamed: list[tuple[str, str, str]] = []  # a path, the member's name as it stands, and what is wrong
        self.faults: dict[str, str] = {}  # a path, and what is wrong there or below
        self.folders: dict[str, dict[str, Node]] = {"": {}}
        self.members: dict[str, zipfile.ZipInfo] = {}
        if file.seek(0, io.SEEK_END) > max_bytes:
            raise Refused(f"the archive is larger than {max_bytes // 2**20} MB.")
        try:
            self.archive = zipfile.ZipFile(_Cautious(file))
        except Refused:
            raise
        except Exception:  # whatever the reader makes of hostile bytes
            raise Refused("it is no zip archive, or a damaged one.") from None
        members = self.archive.infolist()
        self.unpacked = sum(member.file_size for member in members)
        overlapping = _overlapping(members)
        for member in members:
            self._add(member, member in overlapping)

    def children(self, folder: str) -> list[Node]:
        return [node for _, node in sorted(self.folders.get(folder, {}).items())]

    def node(self, path: str) -> Node | None:
        folder, _, name = path.rpartition("/")
        return self.folders.get(folder, {}).get(name)

    def read(self, node: Node, limit: int) -> bytes:
        member = self.members[node.path]
        try:
            with self.archive.open(member) as file:
                data = file.read(limit + 1)  # past the end, so that the checksum is compared
        except Refused:
            raise
        except Exception:  # whatever the reader makes of hostile bytes
            raise Refused(f"{_shown(node.name)} is damaged in the archive.") from None
        if len(data) != min(member.file_size, limit + 1):
            raise Refused(f"{_shown(node.name)} is damaged in the archive: it has another size than it says.")
        return _bounded(data, node.name, limit)

    def fault(self, path: str) -> str:
        return self.faults.get(path, "")

    def _add(self, member: zipfile.ZipInfo, overlaps: bool) -> None:
        name = _member_name(member)
        kind = _member_kind(member, name)
        parts, fault = _member_place(name)
        if fault:
            self._folder(parts)
            self._blame(parts, name, fault)
            return
        if not parts:
            return
        is_hidden = any(Node(part, "", kind).is_hidden for part in parts)
        path = "/".join(parts)
        folder = self._folder(parts[:-1])
        there = self.node(path)
        if folder is None or (there is not None and not there.kind == kind == "folder"):
            fault = "stands in the archive twice" if folder is not None else "lies in what is no folder"
        elif kind == "folder":
            self._folder(parts)
        else:
            fault = "overlaps another file, as in an archive bomb" if overlaps else _member_fault(member, kind)
            self.folders[folder][parts[-1]] = Node(parts[-1], path, kind, member.file_size, _member_time(member))
            self.members[path] = member
        if fault and not is_hidden:
            self._blame(parts, name, fault)

    def _folder(self, parts: list[str]) -> str | None:
        """Make sure of a folder and those above it; None where one of them is something else."""
        above = ""
        for part in parts:
            path = _joined(above, part)
            if self.folders[above].setdefault(part, Node(part, path, "folder")).kind != "folder":
                return None
            self.folders.setdefault(path, {})
            above = path
        return above

    def _blame(self, parts: list[str], name: str, fault: str) -> None:
        """Keep a fault under its path and under all folders above it."""
        self.blamed.append(("/".join(parts), name, f"{_shown(name)} {fault}."))
        for end in range(1, len(parts) + 1):
            self.faults.setdefault("/".join(parts[:end]), f"{_shown(name)} {fault}.")


class PickedTree:
    """Files out of another tree, each under the name that it had before a platform renamed it."""

    def __init__(self, tree: Tree, picked: Mapping[str, Node]) -> None:
        self.tree = tree
        self.picked = picked

    def children(self, folder: str) -> list[Node]:
        return [] if folder else [self._named(name) for name in sorted(self.picked)]

    def node(self, path: str) -> Node | None:
        return self._named(path) if path in self.picked else None

    def read(self, node: Node, limit: int) -> bytes:
        return self.tree.read(self.picked[node.path], limit)

    def fault(self, path: str) -> str:
        wanted = self.picked.values() if not path else [self.picked[path]]
        return next((fault for fault in (self.tree.fault(node.path) for node in wanted) if fault), "")

    def _named(self, name: str) -> Node:
        node = self.picked[name]
        return Node(name, name, node.kind, node.size, node.time)


class _Cautious:
    """A file for the zip reader which refuses a table of contents that would fill the memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size > MAX_READ_BYTES:
            raise Refused("the archive's table of contents is too long, or damaged.")
        data = self.file.read(size if size >= 0 else MAX_READ_BYTES)
        if data.startswith(b"PK\1\2") and data.count(b"PK\1\2") > MAX_ENTRIES:
            raise Refused(f"the archive has more than {MAX_ENTRIES} entries.")
        return data


def _overlapping(members: Iterable[zipfile.ZipInfo]) -> set[zipfile.ZipInfo]:
    """Members that share bytes with the one before: the trick of archives that unpack to more than they can hold."""
    found: set[zipfile.ZipInfo] = set()
    end, last = 0, None
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end and last is not None:
            found |= {member, last}
        reach = member.header_offset + 30 + member.compress_size
        if reach > end:
            end, last = reach, member
    return found


def _member_name(member: zipfile.ZipInfo) -> str:
    """A member's name with forward slashes. UTF-8 is recognised where the archive, as on macOS, fails to say so."""
    name = member.orig_filename
    if not member.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _member_place(name: str) -> tuple[list[str], str]:
    """The parts of a member's path; where it may not be used, those before the fault, and the fault."""
    if name.startswith("/"):
        return [], "names an absolute place"
    parts = [part for part in name.split("/") if part not in ("", ".")]
    for number, part in enumerate(parts):
        if part == "..":
            return parts[:number], "names a place outside of its folder"
        if DRIVE.match(part):
            return parts[:number], "names an absolute place"
        if not _is_usable(part) or number > MAX_DEPTH * 2:
            return parts[: min(number, 3)], "has a name that can't be used"
    return parts, ""


def _member_kind(member: zipfile.ZipInfo, name: str) -> Kind:
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return _kind(mode)
    return "folder" if name.endswith("/") else "file"


def _member_fault(member: zipfile.ZipInfo, kind: Kind) -> str:
    if kind == "link":
        return "is a link"
    if kind == "device":
        return "is a device or a pipe"
    if member.flag_bits & 0x41:
        return "is encrypted"
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in a way that is not supported"
    if member.file_size > MAX_FILE_BYTES and member.file_size > MAX_RATIO * member.compress_size:
        return "unpacks to far more than its size, as in an archive bomb"
    return ""


def _member_time(member: zipfile.ZipInfo) -> float | None:
    """A member's time stamp; archives do not tell the zone, and UTC is assumed."""
    try:
        return datetime(*member.date_time, tzinfo=UTC).timestamp()
    except ValueError:
        return None


def _kind(mode: int) -> Kind:
    if stat.S_ISREG(mode):
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    return "link" if stat.S_ISLNK(mode) else "device"


def _bounded(data: bytes, name: str, limit: int) -> bytes:
    if len(data) > limit:
        raise Refused(f"{_shown(name)} is larger than {limit // 2**20} MB. Clear the outputs and save it again.")
    return data


def _is_usable(name: str) -> bool:
    """Whether files may have this name: no control characters, no half characters, no drive, not endless."""
    return (
        not DRIVE.match(name)
        and not any(unicodedata.category(character) in ("Cc", "Cs") for character in name)
        and len(name.encode("utf-8")) <= 255
    )


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _shown(name: str) -> str:
    """A name fit for a message: of one line, and not endless."""
    name = "".join(character if character.isprintable() else "?" for character in name)
    return name if len(name) <= 100 else name[:60] + "…" + name[-39:]


# Who handed in what: the layouts


@dataclass(frozen=True)
class Attempt:
    """Something that a student handed in, and when. Of several the one with the highest time counts."""

    student: str
    time: float | None
    collect: Callable[[], Selection]

    @property
    def rank(self) -> float:
        return float("-inf") if self.time is None else self.time

    def entry(self) -> Entry:
        return Entry(self.student, self.time, self.collect)


# nbgrader's exchange, before `nbgrader collect`: student+assignment+time stamp, or with a random string after it.
INBOUND = re.compile(
    r"(?P<student>.+?)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(\+.*)?", re.S
)
# Moodle, mod/assign: fullname_uniqueid_plugintype_pluginname, as a folder (before 4.1 with another underscore at its
# end) or before the file's name. The unique id is the "Participant 12345" of the grading worksheet.
MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<plugin>file|onlinetext)(_(?P<file>.*))?", re.S)
# Canvas, lib/content_zipper.rb: sortable name without blanks, LATE, user id (anonymous: anon_ and a code), then the
# attachment's id and its name; or text.html and link.html for what was not a file.
CANVAS = re.compile(
    r"((?P<name>\w+?)_(LATE_)?(?P<id>\d+)|(LATE_)?(?P<anonymous>anon_[A-Za-z0-9]+))"
    r"_((?P<upload>\d+)_(?P<file>.+)|text\.html|link\.html)",
    re.S,
)
# Blackboard, as in nbgrader's documentation of zip_collect: assignment_student_attempt_time_file.
BLACKBOARD = re.compile(r".+_(?P<student>[^_]+)_attempt_(?P<time>\d{4}(-\d\d){5})(_(?P<file>.+)|\.txt)", re.S)
# Canvas tells a second upload of the same name from the first by a number.
AGAIN = re.compile(r"(?P<stem>.+?)-(?P<number>\d{1,4})(?P<suffix>\.(?:py|ipynb|zip))", re.I | re.S)


def _root(tree: Tree, assignment: str, lenient: bool) -> str:
    """Where the students are: at the top, or below a folder around everything, as archives and Gradescope have it."""
    root = ""
    for _ in range(MAX_DEPTH):
        visible = [node for node in tree.children(root) if not node.is_hidden]
        if len(visible) != 1 or visible[0].kind != "folder":
            break
        only = visible[0].path
        if tree.node(_joined(only, METADATA)) is None and not (
            lenient and _is_wrapper(tree.children(only), assignment)
        ):
            break
        root = only
    return root


def _is_wrapper(inside: list[Node], assignment: str) -> bool:
    """Whether what lies in the only folder of an archive are several people's submissions, and not one's own."""
    expected = {assignment, *(assignment + suffix for suffix in SUFFIXES)}
    if any(node.name in expected for node in inside):
        return False
    return any(node.kind == "folder" or node.suffix == ".zip" or _renamed(node.name) for node in inside) or (
        sum(node.suffix in SUFFIXES for node in inside) > 1
    )


def _renamed(name: str) -> bool:
    return any(pattern.fullmatch(name) for pattern in (MOODLE, CANVAS, BLACKBOARD))


def _attempts(tree: Tree, root: str, assignment: str, lenient: bool) -> Iterator[Attempt]:
    """All that was handed in, with whose it is."""
    below = root + "/" if root else ""
    for path, name, fault in tree.blamed if isinstance(tree, ZipTree) else ():
        if not path.startswith(below) or not path:
            yield Attempt(_shown(name), None, _refusal(fault))
    submitters = _submitters(tree, root)
    loose: dict[tuple[str, float | None], dict[str, Owned]] = {}
    for node in tree.children(root):
        owned = _owned(node) if node.kind == "file" else None
        group = submitters.pop(node.name, None)
        if node.name == "__MACOSX" or (node.is_hidden and tree.node(f"{node.path}/{assignment}") is None):
            continue
        if node.kind == "folder" and group is not None:
            time = group.time or _time_of(tree, node, assignment)
            for student in group.students:
                yield Attempt(student, time, _collector(tree, node.path, assignment, True))
        elif node.kind == "folder":
            yield _of_folder(tree, node, assignment, lenient)
        elif owned is not None:
            files = loose.setdefault((owned.student, owned.time), {})
            if owned.name not in files or owned.order >= files[owned.name].order:
                files[owned.name] = owned
        elif node.kind == "link":
            yield Attempt(node.name, None, _refusal(f"{_shown(node.name)} is a link. Hand in the folder itself."))
        elif node.kind == "device":
            yield Attempt(node.name, None, _refusal(f"{_shown(node.name)} is a device or a pipe, and no folder."))
        elif node.suffix not in STRAY:
            yield Attempt(node.name, node.time, _refusal(f"{_shown(node.name)} is a file where a folder is due."))
    for (student, time), files in loose.items():
        picked = PickedTree(tree, {name: owned.node for name, owned in files.items()})
        latest = max((owned.node.time for owned in files.values() if owned.node.time is not None), default=None)
        yield Attempt(student, latest if time is None else time, _collector(picked, "", assignment, True))
    for folder, group in submitters.items():
        for student in group.students:
            yield Attempt(student, group.time, _refusal(f"The export holds no folder {_shown(folder)}."))


@dataclass(frozen=True)
class Owned:
    """A file at the top: whose it is, when it came, what it was called, and which upload of that name it is."""

    node: Node
    student: str
    name: str
    time: float | None = None
    order: tuple[int, int] = (0, 0)


def _owned(node: Node) -> Owned | None:
    """What a file's name tells, or None where it is nobody's submission."""
    if found := BLACKBOARD.fullmatch(node.name):
        return Owned(node, found["student"], found["file"] or TYPED, _parsed_time(found["time"]))
    if found := MOODLE.fullmatch(node.name):
        return Owned(node, f"{found['name']}_{found['id']}", found["file"] or node.name)
    if found := CANVAS.fullmatch(node.name):
        student = found["anonymous"] or f"{found['name']}_{found['id']}"
        if not found["file"]:
            return Owned(node, student, TYPED)
        again = AGAIN.fullmatch(found["file"])
        name, number = (again["stem"] + again["suffix"], int(again["number"])) if again else (found["file"], 0)
        return Owned(node, student, name, order=(number, int(found["upload"])))
    if node.suffix in (*SUFFIXES, ".zip"):
        return Owned(node, os.path.splitext(node.name)[0], node.name)
    return None


def _of_folder(tree: Tree, node: Node, assignment: str, lenient: bool) -> Attempt:
    """The attempt in a folder: Moodle's, one of nbgrader's exchange, or a student's by its exact name."""
    time = _time_of(tree, node, assignment)
    if found := MOODLE.fullmatch(node.name):
        student = f"{found['name']}_{found['id']}"
        time = time if found["plugin"] == "file" else None  # a text typed beside files is older than they
        return Attempt(student, time, _collector(tree, node.path, assignment, True))
    if (found := INBOUND.fullmatch(node.name)) and found["assignment"] == assignment:
        time = _parsed_time(found["time"]) or time
        return Attempt(found["student"], time, _collector(tree, node.path, assignment, lenient))
    return Attempt(node.name, time, _collector(tree, node.path, assignment, lenient))


@dataclass
class Submitters:
    """Who stands behind a folder of Gradescope's, and when it was handed in."""

    students: list[str] = field(default_factory=list)
    time: float | None = None


def _submitters(tree: Tree, root: str) -> dict[str, Submitters]:
    """Gradescope's metadata: a folder's submitters by student id, else by address, else by name.

    The file is YAML with Ruby's tags, and students' names stand in it: it is read line by line, and built by nobody.

        submission_123456:
          :submitters:
          - :name: Ada Lovelace
            :sid: '1815'
            :email: ada@example.org
          :created_at: 2024-09-02 12:33:43.170735000 Z
    """
    node = tree.node(_joined(root, METADATA))
    if node is None or node.kind != "file":
        return {}
    text = tree.read(node, MAX_SUBMISSION_BYTES).decode("utf-8", "replace")
    found: dict[str, Submitters] = {}
    people: list[dict[str, str]] = []
    section, folder = "", ""
    for line in [*text.splitlines(), "end:"]:
        if top := re.match(r"([\w.-]+):\s*$", line):
            if folder:
                found[folder].students = [_identity(person) or folder for person in people] or [folder]
            folder, section, people = top[1], "", []
            found[folder] = Submitters()
        elif folder and (key := re.match(r"  :(\w+):(.*)", line)):
            section = key[1]
            if section == "created_at":
                found[folder].time = _parsed_time(key[2])
        elif section == "submitters" and (entry := re.match(r"\s+(- )?:(\w+):\s*(.*)", line)):
            if entry[1]:
                people.append({})
            if people:
                people[-1][entry[2]] = _scalar(entry[3])
        elif section == "created_at" and found[folder].time is None and "utc:" in line:
            found[folder].time = _parsed_time(line)
    found.pop("end", None)
    return found


def _identity(person: Mapping[str, str]) -> str:
    return person.get("sid") or person.get("email") or person.get("name") or ""


def _scalar(text: str) -> str:
    """A plain or quoted value of a line of YAML."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return "" if text in ("null", "~") else text


def _time_of(tree: Tree, folder: Node, assignment: str) -> float | None:
    """When a folder was handed in: what nbgrader noted, else the assignment's file's own time, else the folder's."""
    for place in (_joined(folder.path, assignment), folder.path):
        node = tree.node(_joined(place, TIMESTAMP))
        if node is not None and node.kind == "file":
            with contextlib.suppress(Refused):
                time = _parsed_time(tree.read(node, 200).decode("utf-8", "replace"))
                if time is not None:
                    return time
    for place in (_joined(folder.path, assignment), folder.path):
        for suffix in SUFFIXES:
            node = tree.node(_joined(place, assignment + suffix))
            if node is not None and node.kind == "file":
                return node.time
    return folder.time


def _parsed_time(text: str) -> float | None:
    """POSIX time of a time stamp with or without a zone (offset or name); without one it is UTC, as for nbgrader."""
    found = re.search(
        r"(\d{4}-\d\d-\d\d)[ T-](\d\d)[:-](\d\d)[:-](\d\d)(\.\d+)?[ ]*(Z|[+-]\d\d:?\d\d|[A-Za-z_/]+)?", text
    )
    if found is None:
        return None
    day, hours, minutes, seconds, fraction, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{hours}:{minutes}:{seconds}")
        return moment.replace(tzinfo=_zone(zone or "UTC")).timestamp() + float(fraction or 0)
    except (ValueError, OverflowError):
        return None


def _zone(name: str) -> tzinfo:
    if name[0] in "+-":
        offset = datetime.strptime(name.replace(":", ""), "%z").tzinfo
        return offset or UTC
    try:
        return UTC if name in ("Z", "UTC") else ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def _refusal(reason: str) -> Callable[[], Selection]:
    def refuse() -> Selection:
        raise Refused(reason)

    return refuse


def _collector(tree: Tree, root: str, assignment: str, lenient: bool) -> Callable[[], Selection]:
    return lambda: _selection(tree, root, assignment, lenient, nested=False)


# What of a submission is taken


@dataclass
class Selection:
    """The files that travel, and those that were left out with the reason."""

    files: dict[str, bytes] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def note(self) -> str:
        """One line about what was left out."""
        if not self.left_out:
            return ""
        more = len(self.left_out) - 5
        return "Left out: " + ", ".join(self.left_out[:5]) + (f" and {more} more." if more > 0 else ".")

    def leave_out(self, node: Node, reason: str) -> None:
        self.left_out.append(f"{_shown(node.name)} ({reason})")


def _selection(tree: Tree, root: str, assignment: str, lenient: bool, nested: bool) -> Selection:
    """The assignment's file first, then Python files, then small data, up to the limits. Raises Refused."""
    if fault := tree.fault(root):
        raise Refused(f"Refused: {fault}")
    folder = _submission_folder(tree, root, assignment, lenient)
    main = _assignment_file(tree, folder, assignment)
    if isinstance(main, list):
        if nested or len(main) != 1:
            raise Refused(_nothing(tree, root, assignment, main))
        return _unzipped(tree, main[0], assignment)
    selection = Selection()
    _take(tree, main, folder, selection)
    siblings = [node for node in _walk(tree, folder, selection) if node.path != main.path]
    siblings.sort(key=lambda node: (node.suffix != ".py", node.path.count("/"), node.path))
    for node in siblings:
        is_python = node.suffix == ".py"
        if len(selection.files) >= MAX_SUBMISSION_FILES:
            selection.leave_out(node, f"more than {MAX_SUBMISSION_FILES} files")
        elif node.size > (MAX_FILE_BYTES if is_python else MAX_DATA_BYTES):
            selection.leave_out(node, "too large")
        elif selection.size + node.size > MAX_SUBMISSION_BYTES:
            selection.leave_out(node, f"more than {MAX_SUBMISSION_BYTES // 2**20} MB in all")
        else:
            try:
                _take(tree, node, folder, selection)
            except Refused:
                if not isinstance(tree, FolderTree):
                    raise
                selection.leave_out(node, "can't be read")
    return selection


def _take(tree: Tree, node: Node, folder: str, selection: Selection) -> None:
    limit = min(MAX_FILE_BYTES, MAX_SUBMISSION_BYTES - selection.size)
    data = tree.read(node, limit)
    name = node.path[len(folder) + 1 :] if folder else node.path
    selection.files[name] = data
    selection.size += len(data)


def _submission_folder(tree: Tree, root: str, assignment: str, lenient: bool) -> str:
    """The assignment's own folder below the student's, where there is one, else the student's.

    `lenient` looks through folders that hold nothing but another folder, as people's own archives have them.
    """
    folder = root
    for _ in range(MAX_DEPTH):
        own = tree.node(_joined(folder, assignment))
        if own is not None and own.kind == "link":
            raise Refused(f"{assignment} is a link. Hand in the folder itself.")
        if own is not None and own.kind == "folder":
            return own.path
        visible = [node for node in tree.children(folder) if not node.is_hidden] if lenient else []
        if len(visible) != 1 or visible[0].kind != "folder":
            return folder
        folder = visible[0].path
    return root


def _assignment_file(tree: Tree, folder: str, assignment: str) -> Node | list[Node]:
    """The file to grade, as `source` chooses it; where there is none, the archives that may hold it."""
    for suffix in SUFFIXES:
        node = tree.node(_joined(folder, assignment + suffix))
        if node is not None and node.kind == "link":
            raise Refused(f"{node.name} is a link. Hand in the file itself.")
        if node is not None and node.kind == "file":
            return node
    visible = [node for node in tree.children(folder) if not node.is_hidden and node.kind == "file"]
    for suffix in SUFFIXES:
        candidates = [node for node in visible if node.suffix == suffix and _is_usable(node.name)]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            names = ", ".join(_shown(node.name) for node in candidates[:5])
            raise Refused(f"There are several files ({names}). Call the one to grade {assignment}{suffix}.")
    return [node for node in visible if node.suffix == ".zip"]


def _nothing(tree: Tree, root: str, assignment: str, archives: list[Node]) -> str:
    """Why nothing can be graded."""
    for name in (assignment + SUFFIXES[0], assignment + SUFFIXES[1]):
        for place in (_joined(root, assignment), root):
            node = tree.node(_joined(place, name))
            if node is not None:
                return f"{name} is a {'folder' if node.kind == 'folder' else 'device or a pipe'}, and no file."
    own = tree.node(_joined(root, assignment))
    if own is not None and own.kind != "folder":
        return f"{assignment} is a file where a folder is due."
    if archives:
        return "There are several archives, or archives in an archive. Hand in the file itself."
    return f"The submission holds no {assignment}.ipynb or {assignment}.py."


def _unzipped(tree: Tree, node: Node, assignment: str) -> Selection:
    """The selection from a student's own archive."""
    if node.size > MAX_SUBMISSION_BYTES:
        raise Refused(f"{_shown(node.name)} is larger than {MAX_SUBMISSION_BYTES // 2**20} MB.")
    try:
        inner = ZipTree(io.BytesIO(tree.read(node, MAX_SUBMISSION_BYTES)), MAX_SUBMISSION_BYTES)
        if inner.blamed:
            raise Refused(inner.blamed[0][2])
        if inner.unpacked > MAX_ARCHIVE_BYTES:
            raise Refused("it unpacks to far more than its size, as an archive bomb does.")
    except Refused as reason:
        raise Refused(f"{_shown(node.name)} is refused: {reason}") from None
    return _selection(inner, "", assignment, lenient=True, nested=True)


def _walk(tree: Tree, folder: str, selection: Selection) -> Iterator[Node]:
    """The files of a submission that may be of use, level by level; of the rest it is noted that they are left out.

    Raises Refused for names in an archive that are the same where case and normalisation do not count.
    """
    queue = deque([Node("", folder, "folder")])
    seen = 0
    while queue and seen < MAX_ENTRIES:
        here = queue.popleft()
        alike: set[str] = set()
        try:
            children = tree.children(here.path)
        except Refused:
            selection.leave_out(here, "can't be listed")
            continue
        seen += len(children)
        for node in children:
            if node.is_hidden or (here.path == folder and node.name == TIMESTAMP):
                continue
            if folded(node.name) in alike:
                if isinstance(tree, ZipTree):
                    raise Refused(f"Refused: {_shown(node.path)} stands in the archive twice but for its case.")
                selection.leave_out(node, "the same name twice but for its case")
                continue
            alike.add(folded(node.name))
            if not _is_usable(node.name):
                selection.leave_out(node, "its name can't be used")
            elif node.kind == "folder" and node.path.count("/") < folder.count("/") + MAX_DEPTH:
                queue.append(node)
            elif node.kind != "file":
                selection.leave_out(node, "a link" if node.kind == "link" else "no file")
            elif node.suffix not in (".ipynb", ".zip"):
                yield node
