"""Folders and archives seen alike: nothing is unpacked to disk, no link is followed, no header is believed."""

from __future__ import annotations

import contextlib
import io
import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Literal, Protocol

from autograder.classroom.names import is_device
from autograder.student.source import MAX_FILE_BYTES

MAX_ARCHIVE_BYTES = 2**30
MAX_SUBMISSION_BYTES = 25 * 2**20
MAX_ENTRIES = 50_000  # in an archive; in a student's folder as many are looked at
MAX_READ_BYTES = 2**25  # at once, of an archive: more is a table of contents that would fill the memory
MAX_RATIO = 200  # unpacked to packed, of a file larger than a submission may hold
MAX_DEPTH = 12
IGNORED = frozenset({"__MACOSX", "__pycache__", "node_modules", "venv", "Thumbs.db", "desktop.ini"})
DRIVE = re.compile(r"[A-Za-z]:")  # a path with such a part begins anew on Windows
WINDOWS = os.name == "nt"
NOT_ON_WINDOWS = re.compile(r'[<>"|?*:]|[. ]$')

Kind = Literal["file", "folder", "link", "device"]


class Refused(Exception):
    """One submission can't be used; the message says why, in one line."""


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
            raise Refused(f"{shown(folder) or 'the folder'} can't be listed: {error.strerror}.") from None
        nodes = (self.node(joined(folder, name)) for name in sorted(names))
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
                    raise Refused(f"{shown(node.name)} is not a file.")
                data = file.read(limit + 1)
        except OSError as error:
            raise Refused(f"{shown(node.name)} can't be read: {error.strerror}.") from None
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
            raise Refused(f"{shown(node.name)} is damaged in the archive.") from None
        if len(data) != min(member.file_size, limit + 1):
            raise Refused(f"{shown(node.name)} is damaged in the archive: it has another size than it says.")
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
            path = joined(above, part)
            if self.folders[above].setdefault(part, Node(part, path, "folder")).kind != "folder":
                return None
            self.folders.setdefault(path, {})
            above = path
        return above

    def _blame(self, parts: list[str], name: str, fault: str) -> None:
        """Keep a fault under its path and under all folders above it."""
        self.blamed.append(("/".join(parts), name, f"{shown(name)} {fault}."))
        for end in range(1, len(parts) + 1):
            self.faults.setdefault("/".join(parts[:end]), f"{shown(name)} {fault}.")


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
        if not is_usable(part) or number > MAX_DEPTH * 2:
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
        clear = " Clear the outputs and save it again." if name.lower().endswith(".ipynb") else ""
        raise Refused(f"{shown(name)} is larger than {limit // 2**20} MB.{clear}")
    return data


def is_usable(name: str) -> bool:
    """Whether files may have this name: no control characters, no half characters, no drive, not endless."""
    return (
        not DRIVE.match(name)
        and not any(unicodedata.category(character) in ("Cc", "Cs") for character in name)
        and len(name.encode("utf-8")) <= 255
    )


def is_storable(name: str) -> bool:
    """Whether this system can keep a usable name: Windows takes some for a device, or for no name."""
    return is_usable(name) and not (WINDOWS and (NOT_ON_WINDOWS.search(name) or is_device(name)))


def joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def shown(name: str) -> str:
    """A name fit for a message: of one line, and not endless."""
    name = "".join(character if character.isprintable() else "?" for character in name)
    return name if len(name) <= 100 else name[:60] + "…" + name[-39:]
