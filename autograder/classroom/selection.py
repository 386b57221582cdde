"""What of a submission is taken: the assignment's file, the Python beside it, small data, up to the limits."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from autograder.classroom.names import folded
from autograder.classroom.trees import (
    MAX_ARCHIVE_BYTES,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_SUBMISSION_BYTES,
    FolderTree,
    Node,
    Refused,
    Tree,
    ZipTree,
    is_usable,
    joined,
    shown,
)
from autograder.student.source import MAX_FILE_BYTES, SUFFIXES

MAX_SUBMISSION_FILES = 200
MAX_DATA_BYTES = 2**20  # what lies beside the assignment's file and is no Python is taken along up to this size
TIMESTAMP = "timestamp.txt"  # nbgrader's note of when a submission came in
NBGRADERS = (TIMESTAMP, "submission_secret.txt")  # what it puts beside a student's files; no part of the content


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
        self.left_out.append(f"{shown(node.name)} ({reason})")


def select(tree: Tree, root: str, assignment: str, lenient: bool, nested: bool) -> Selection:
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
    siblings = [node for node in _walk(tree, folder, selection, assignment) if node.path != main.path]
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
        own = tree.node(joined(folder, assignment))
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
        node = tree.node(joined(folder, assignment + suffix))
        if node is not None and node.kind == "link":
            raise Refused(f"{node.name} is a link. Hand in the file itself.")
        if node is not None and node.kind == "file":
            return node
    visible = [node for node in tree.children(folder) if not node.is_hidden and node.kind == "file"]
    for suffix in SUFFIXES:
        candidates = [node for node in visible if node.suffix == suffix and is_usable(node.name)]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            names = ", ".join(shown(node.name) for node in candidates[:5])
            raise Refused(f"There are several files ({names}). Call the one to grade {assignment}{suffix}.")
    return [node for node in visible if node.suffix == ".zip"]


def _nothing(tree: Tree, root: str, assignment: str, archives: list[Node]) -> str:
    """Why nothing can be graded."""
    for name in (assignment + SUFFIXES[0], assignment + SUFFIXES[1]):
        for place in (joined(root, assignment), root):
            node = tree.node(joined(place, name))
            if node is not None:
                return f"{name} is a {'folder' if node.kind == 'folder' else 'device or a pipe'}, and no file."
    own = tree.node(joined(root, assignment))
    if own is not None and own.kind != "folder":
        return f"{assignment} is a file where a folder is due."
    if archives:
        return "There are several archives, or archives in an archive. Hand in the file itself."
    found = [node for node in tree.children(root) if not node.is_hidden and node.name not in NBGRADERS]
    names = [shown(node.name) + ("/" if node.kind == "folder" else "") for node in found]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    there = f"There is only: {', '.join(names[:5])}{more}." if names else "It is empty."
    return f"The submission holds no {assignment}.ipynb or {assignment}.py. {there}"


def _unzipped(tree: Tree, node: Node, assignment: str) -> Selection:
    """The selection from a student's own archive."""
    if node.size > MAX_SUBMISSION_BYTES:
        raise Refused(f"{shown(node.name)} is larger than {MAX_SUBMISSION_BYTES // 2**20} MB.")
    try:
        inner = ZipTree(io.BytesIO(tree.read(node, MAX_SUBMISSION_BYTES)), MAX_SUBMISSION_BYTES)
        if inner.blamed:
            raise Refused(inner.blamed[0][2])
        if inner.unpacked > MAX_ARCHIVE_BYTES:
            raise Refused("it unpacks to far more than its size, as an archive bomb does.")
    except Refused as reason:
        raise Refused(f"{shown(node.name)} is refused: {reason}") from None
    return select(inner, "", assignment, lenient=True, nested=True)


def _walk(tree: Tree, folder: str, selection: Selection, assignment: str) -> Iterator[Node]:
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
            if node.is_hidden or (here.path == folder and node.name in NBGRADERS):
                continue
            if folded(node.name) in alike:
                if isinstance(tree, ZipTree):
                    raise Refused(f"Refused: {shown(node.path)} stands in the archive twice but for its case.")
                selection.leave_out(node, "the same name twice but for its case")
                continue
            alike.add(folded(node.name))
            if here.path == folder and node.name == assignment:
                selection.leave_out(node, "another copy of the submission")
            elif not is_usable(node.name):
                selection.leave_out(node, "its name can't be used")
            elif node.kind == "folder" and node.path.count("/") < folder.count("/") + MAX_DEPTH:
                queue.append(node)
            elif node.kind != "file":
                selection.leave_out(node, "a link" if node.kind == "link" else "no file")
            elif node.suffix not in (".ipynb", ".zip"):
                yield node
