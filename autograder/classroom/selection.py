"""What of a submission is taken: the assignment's file, the Python beside it, small data, up to the limits.

The assignment's file is the one with its name that lies furthest up. Of several in a folder `student.source.rank` tells
which counts, as it does at home; of several folders the one in which more of the work is done. Only where no file has
the name, one of another name is taken, if there is no second.
"""

from __future__ import annotations

import io
import math
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
    is_storable,
    joined,
    shown,
)
from autograder.student.source import EXERCISES, MAX_FILE_BYTES, SUFFIXES, left_to_write, rank, upload_number

MAX_SUBMISSION_FILES = 200
MAX_DATA_BYTES = 2**20  # what lies beside the assignment's file and is no Python is taken along up to this size
MAX_CANDIDATES = 8  # so many files with the assignment's name are read, to choose one
# Why one of several such files counts, in the order of what decides: in a folder, and among folders.
REASONS = ("it has the very name", "a notebook comes before a script", "it is the later upload")
PLACES = ("less is left to write in it", "it lies in exercises", "")
GRADER = "autograder"  # in a folder that also holds this file, it is the course's own
COURSE = "course.toml"
ENVIRONMENT = "pyvenv.cfg"  # the mark of a virtual environment, whatever it is called
CHECKPOINTS = ".ipynb_checkpoints"
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


@dataclass(frozen=True)
class Choice:
    """The file that is graded, and those that might have been, each with the reason why it is not."""

    main: Node
    others: tuple[tuple[Node, str], ...] = ()

    @property
    def folder(self) -> str:
        return self.main.path.rpartition("/")[0]


def select(tree: Tree, root: str, assignment: str, lenient: bool, nested: bool) -> Selection:
    """The assignment's file first, then Python files, then small data, up to the limits. Raises Refused."""
    if fault := tree.fault(root):
        raise Refused(f"Refused: {fault}")
    choice = _assignment_file(tree, root, assignment, lenient)
    if isinstance(choice, list):
        if nested or len(choice) != 1:
            raise Refused(_nothing(tree, root, assignment, choice))
        return _unzipped(tree, choice[0], assignment)
    main, folder = choice.main, choice.folder
    selection = Selection()
    name = f"{assignment}{main.suffix}" if upload_number(main.name, assignment) else main.name
    _take(tree, main, name, selection)
    for node, reason in choice.others:
        selection.left_out.append(f"{shown(_below(root, node.path))} ({shown(_below(root, main.path))} counts{reason})")
    siblings = [node for node in _walk(tree, folder, selection, assignment) if node.path != main.path]
    siblings.sort(key=lambda node: (node.suffix != ".py", node.path.count("/"), node.path))
    for node in siblings:
        is_python = node.suffix == ".py"
        name = _below(folder, node.path)
        if name in selection.files or upload_number(name, assignment):
            continue  # another upload of what is graded
        if len(selection.files) >= MAX_SUBMISSION_FILES:
            selection.leave_out(node, f"more than {MAX_SUBMISSION_FILES} files")
        elif node.size > (MAX_FILE_BYTES if is_python else MAX_DATA_BYTES):
            selection.leave_out(node, "too large")
        elif selection.size + node.size > MAX_SUBMISSION_BYTES:
            selection.leave_out(node, f"more than {MAX_SUBMISSION_BYTES // 2**20} MB in all")
        else:
            try:
                _take(tree, node, name, selection)
            except Refused:
                if not isinstance(tree, FolderTree):
                    raise
                selection.leave_out(node, "can't be read")
    return selection


def _below(folder: str, path: str) -> str:
    return path[len(folder) + 1 :] if folder else path


def _take(tree: Tree, node: Node, name: str, selection: Selection) -> None:
    limit = min(MAX_FILE_BYTES, MAX_SUBMISSION_BYTES - selection.size)
    data = tree.read(node, limit)
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
        if isinstance(tree, FolderTree) and tree.node(joined(visible[0].path, TIMESTAMP)) is not None:
            return folder  # nbgrader's, of another assignment
        folder = visible[0].path
    return root


def _assignment_file(tree: Tree, root: str, assignment: str, lenient: bool) -> Choice | list[Node]:
    """The file to grade; where there is none, the archives that may hold it."""
    folder = _submission_folder(tree, root, assignment, lenient)
    _refuse_link(tree, folder, assignment)
    is_own = folder.rpartition("/")[2] == assignment
    named = _named_files(tree, folder, assignment, deep=lenient or is_own)
    visible = [node for node in tree.children(folder) if not node.is_hidden and node.kind == "file"]
    if named:
        choice = _best(tree, named, assignment)
        is_above = choice.folder != folder
        unlike = (*SUFFIXES, ".zip") if is_above else (".zip",)
        why = ": it has the assignment's name" if is_above else ": an archive beside it is not opened"
        return Choice(choice.main, (*choice.others, *((node, why) for node in visible if node.suffix in unlike)))
    for suffix in SUFFIXES:
        candidates = [node for node in visible if node.suffix == suffix and is_storable(node.name)]
        if len(candidates) == 1:
            return Choice(candidates[0])
        if candidates:
            names = ", ".join(shown(node.name) for node in candidates[:5])
            raise Refused(f"There are several files ({names}). Call the one to grade {assignment}{suffix}.")
    return [node for node in visible if node.suffix == ".zip"]


def _refuse_link(tree: Tree, folder: str, assignment: str) -> None:
    """Raise Refused where a link stands for the assignment's file, and no file before it."""
    for suffix in SUFFIXES:
        node = tree.node(joined(folder, assignment + suffix))
        if node is not None and node.kind == "link":
            raise Refused(f"{node.name} is a link. Hand in the file itself.")
        if node is not None and node.kind == "file":
            return


def _named_files(tree: Tree, folder: str, assignment: str, deep: bool) -> list[Node]:
    """The files with the assignment's name that lie furthest up; if not `deep`, at the top or in `exercises` only.

    Not looked into are leftovers of systems and tools, virtual environments, and the course's own grader, which has
    files called as assignments are. The number of things looked at is bounded, however many were handed in.
    """
    level, seen = [folder], 0
    for _ in range(MAX_DEPTH if deep else 2):
        found: list[Node] = []
        below: list[str] = []
        for here in level:
            if seen > MAX_ENTRIES:
                break
            try:
                children = tree.children(here)
            except Refused:
                if here == folder:
                    raise
                continue
            seen += len(children)
            names = {node.name for node in children}
            if here != folder and ENVIRONMENT in names:
                continue
            found += [n for n in children if n.kind == "file" and upload_number(n.name, assignment) is not None]
            folders = (node for node in children if node.kind == "folder" and not node.is_hidden)
            ours = {GRADER} if COURSE in names else set()
            below += [node.path for node in folders if node.name not in ours and (deep or node.name == EXERCISES)]
        if found or not below:
            return found
        level = below
    return []


def _best(tree: Tree, named: list[Node], assignment: str) -> Choice:
    """Which of the files with the assignment's name counts, and why the others do not. Nothing is executed.

    In one folder their names tell. Of several folders, as the course's with scripts and with notebooks, the one counts
    in which the student has worked.
    """
    if len(named) == 1:
        return Choice(named[0])

    def in_folder(node: Node) -> tuple[bool, bool, int]:
        return rank(node.name, assignment)

    def among_folders(node: Node) -> tuple[float, bool, str]:
        try:
            left = left_to_write(node.name, tree.read(node, MAX_FILE_BYTES)) if len(heads) > 1 else 0
        except Refused:
            left = math.inf
        return left, not _in_exercises(node), node.path

    folders: dict[str, list[Node]] = {}
    for node in sorted(named, key=in_folder):
        folders.setdefault(node.path.rpartition("/")[0], []).append(node)
    heads = sorted((nodes[0] for nodes in folders.values()), key=lambda node: (not _in_exercises(node), node.path))
    keys = {node.path: among_folders(node) for node in heads[:MAX_CANDIDATES]}
    first = min(heads[:MAX_CANDIDATES], key=lambda node: keys[node.path])
    others = []
    for node in sorted(named, key=lambda node: node.path):
        if node.path.rpartition("/")[0] == first.path.rpartition("/")[0]:
            why = _reason(in_folder(first), in_folder(node), REASONS)
        else:
            why = _reason(keys[first.path], keys.get(node.path, keys[first.path]), PLACES)
        others.append((node, why))
    return Choice(first, tuple((node, why) for node, why in others if node is not first))


def _in_exercises(node: Node) -> bool:
    return node.path.split("/")[-2:-1] == [EXERCISES]


def _reason(best: tuple[object, ...], other: tuple[object, ...], reasons: tuple[str, ...]) -> str:
    """The first of what decides in which they differ, as the end of a sentence."""
    why = next((words for one, two, words in zip(best, other, reasons, strict=True) if one != two), "")
    return f": {why}" if why else ""


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
    place = root if own is None else own.path
    if not any(not node.is_hidden for node in tree.children(place)) and tree.node(joined(place, CHECKPOINTS)):
        return (
            f"There is only {CHECKPOINTS}, where Jupyter keeps copies of its own, and they are not graded. "
            f"Hand in {assignment}.ipynb itself."
        )
    is_other = any(node.kind == "file" for node in found)
    taken = " Only .ipynb, .py and .zip files are taken." if is_other else ""
    names = [shown(node.name) + ("/" if node.kind == "folder" else "") for node in found]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    there = f"There is only: {', '.join(names[:5])}{more}." if names else "It is empty."
    return f"The submission holds no {assignment}.ipynb or {assignment}.py.{taken} {there}"


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
            elif not is_storable(node.name):
                selection.leave_out(node, "its name can't be used")
            elif node.kind == "folder" and node.path.count("/") < folder.count("/") + MAX_DEPTH:
                queue.append(node)
            elif node.kind != "file":
                selection.leave_out(node, "a link" if node.kind == "link" else "no file")
            elif here.path != folder and upload_number(node.name, assignment) is not None:
                selection.leave_out(node, f"in {shown(_below(folder, here.path))}: the one further up counts")
                if node.suffix == ".py":
                    yield node
            elif node.suffix not in (".ipynb", ".zip"):
                yield node
