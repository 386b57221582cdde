"""Who handed in what, in the layouts of nbgrader and of bulk downloads: a folder a student, or files at the top."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from autograder.classroom.platforms import (
    BLACKBOARD,
    METADATA,
    MOODLE,
    STRAY,
    Owned,
    blackboard_users,
    name_tells,
    parsed_time,
    platform_of,
    submitters,
)
from autograder.classroom.selection import COURSE, TIMESTAMP, Selection, select
from autograder.classroom.trees import MAX_DEPTH, Node, PickedTree, Refused, Tree, ZipTree, joined, shown
from autograder.student.source import EXERCISES, SUFFIXES


@dataclass(frozen=True)
class Attempt:
    """Something that a student handed in, and when. Of several the one with the highest time counts."""

    student: str
    time: float | None
    collect: Callable[[], Selection]

    @property
    def rank(self) -> float:
        return float("-inf") if self.time is None else self.time


# nbgrader's exchange, before `nbgrader collect`: student+assignment+time stamp, or with a random string after it.
INBOUND = re.compile(
    r"(?P<student>.+?)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(\+.*)?", re.S
)


def assignment_root(tree: Tree, assignment: str, lenient: bool) -> str:
    """Where the students are: at the top, or below a folder around everything, as archives and Gradescope have it."""
    root = ""
    for _ in range(MAX_DEPTH):
        visible = [node for node in tree.children(root) if not node.is_hidden]
        if len(visible) != 1 or visible[0].kind != "folder" or MOODLE.fullmatch(visible[0].name):
            break
        only = visible[0].path
        if tree.node(joined(only, METADATA)) is None and not _is_wrapper(tree, only, assignment, lenient):
            break
        root = only
    return root


def _is_wrapper(tree: Tree, only: str, assignment: str, lenient: bool) -> bool:
    """Whether what lies in the only folder there is are several people's submissions, and not one's own.

    In an archive, which is `lenient`, any folder may be a person's; on disk the only folder may well be the only
    student.
    """
    try:
        inside = [node for node in tree.children(only) if not node.is_hidden]
    except Refused:
        return False
    names = {node.name for node in inside}
    if names & {assignment, EXERCISES, COURSE, *_expected(assignment)}:
        return False
    folders = [node for node in inside if node.kind == "folder"]
    loose = [node for node in inside if node.kind == "file" and node.suffix in (*SUFFIXES, ".zip")]
    if platform_of(inside) is not None or sum(node.suffix in SUFFIXES for node in loose) > 1:
        return True
    if lenient:
        return bool(folders) or any(node.suffix == ".zip" for node in loose)
    if any(_has_own_folder(tree, node, assignment) for node in folders):
        return True
    if len(inside) == len(folders) == 1 and only.count("/") < MAX_DEPTH:
        return _is_wrapper(tree, folders[0].path, assignment, lenient)
    return len(loose) > 1 or (not loose and sum(_has_work(tree, node) for node in folders) > 1)


def _expected(assignment: str) -> set[str]:
    return {assignment + suffix for suffix in SUFFIXES}


def _has_own_folder(tree: Tree, folder: Node, assignment: str) -> bool:
    own = tree.node(joined(folder.path, assignment))
    return own is not None and own.kind == "folder"


def _has_work(tree: Tree, folder: Node) -> bool:
    """Whether something that can be graded lies in a folder."""
    try:
        return any(node.kind == "file" and node.suffix in (*SUFFIXES, ".zip") for node in tree.children(folder.path))
    except Refused:
        return False


def refuse_one_students(tree: Tree, root: str, assignment: str) -> None:
    """Raise Refused where what is given as a class is one student's work, whose name then is nowhere."""
    visible = [node for node in tree.children(root) if not node.is_hidden]
    if platform_of(visible) is not None:
        return
    for node in visible:
        is_file = node.kind == "file" and node.name in _expected(assignment)
        if node.kind == "folder" and node.name in (assignment, EXERCISES):
            inside = (tree.node(joined(node.path, name)) for name in _expected(assignment))
            is_file = any(found is not None and found.kind == "file" for found in inside)
        if is_file:
            is_bundle = node.name == EXERCISES or any(other.name == EXERCISES for other in visible)
            others = [other for other in visible if other.kind == "folder" and other is not node]
            if is_bundle or not any(
                _has_own_folder(tree, other, assignment) or _has_work(tree, other) for other in others
            ):
                place = f"{shown(node.name)}/" if node.kind == "folder" else shown(node.name)
                raise Refused(
                    f"it holds {place} itself, and so it is one student's work, and no class. "
                    "Give the folder in which the students' folders are, or leave out --out to grade this one."
                )


def attempts(tree: Tree, root: str, assignment: str, lenient: bool) -> Iterator[Attempt]:
    """All that was handed in, with whose it is."""
    below = root + "/" if root else ""
    for path, name, fault in tree.blamed if isinstance(tree, ZipTree) else ():
        if not path.startswith(below) or not path:
            yield Attempt(shown(name), None, _refusal(fault))
    groups = submitters(tree, root)
    children = tree.children(root)
    platform = platform_of(children)
    users = blackboard_users(tree, children) if platform is BLACKBOARD else {}
    # Where students' folders hold the assignment's it is nbgrader's layout, and other folders are other assignments.
    folders = (node for node in children if node.kind == "folder" and not node.is_hidden)
    lenient = lenient or not any(_has_own_folder(tree, node, assignment) for node in folders)
    loose: dict[tuple[str, float | None], dict[str, Owned]] = {}
    for node in children:
        owned = name_tells(node, platform, users) if node.kind == "file" else None
        group = groups.pop(node.name, None)
        if node.name == "__MACOSX" or (node.is_hidden and tree.node(f"{node.path}/{assignment}") is None):
            continue
        if node.kind == "folder" and group is not None:
            time = group.time or _time_of_files(tree, node, assignment)
            for student in group.students:
                yield Attempt(student, time, collector(tree, node.path, assignment, True))
        elif node.kind == "folder":
            yield _of_folder(tree, node, assignment, lenient, platform)
        elif owned is not None:
            files = loose.setdefault((owned.student, owned.time), {})
            if owned.name not in files or owned.order >= files[owned.name].order:
                files[owned.name] = owned
        elif node.kind == "link":
            yield Attempt(node.name, None, _refusal(f"{shown(node.name)} is a link. Hand in the folder itself."))
        elif node.kind == "device":
            yield Attempt(node.name, None, _refusal(f"{shown(node.name)} is a device or a pipe, and no folder."))
        elif node.suffix not in STRAY:
            yield Attempt(node.name, node.time, _refusal(f"{shown(node.name)} is a file where a folder is due."))
    for (student, time), files in loose.items():
        picked = PickedTree(tree, {name: owned.node for name, owned in files.items()})
        latest = max((owned.node.time for owned in files.values() if owned.node.time is not None), default=None)
        yield Attempt(student, latest if time is None else time, collector(picked, "", assignment, True))
    for folder, group in groups.items():
        for student in group.students:
            yield Attempt(student, group.time, _refusal(f"The export holds no folder {shown(folder)}."))


def _of_folder(tree: Tree, node: Node, assignment: str, lenient: bool, platform: re.Pattern[str] | None) -> Attempt:
    """The attempt in a folder: Moodle's, one of nbgrader's exchange, or a student's by its exact name."""
    if platform is MOODLE and (found := MOODLE.fullmatch(node.name)):
        student = f"{found['name']}_{found['id']}"
        is_file = found["plugin"] == "file"  # a text typed beside files is older than they
        time = _time_of_files(tree, node, assignment) if is_file else None
        return Attempt(student, time, collector(tree, node.path, assignment, True))
    time = _time_of(tree, node, assignment)
    if (found := INBOUND.fullmatch(node.name)) and found["assignment"] == assignment:
        time = parsed_time(found["time"]) or time
        return Attempt(found["student"], time, collector(tree, node.path, assignment, lenient))
    return Attempt(node.name, time, collector(tree, node.path, assignment, lenient))


def _time_of(tree: Tree, folder: Node, assignment: str) -> float | None:
    """When a folder was handed in: what nbgrader noted, else the time of its files."""
    for place in (joined(folder.path, assignment), folder.path):
        node = tree.node(joined(place, TIMESTAMP))
        if node is not None and node.kind == "file":
            with contextlib.suppress(Refused):
                time = parsed_time(tree.read(node, 200).decode("utf-8", "replace"))
                if time is not None:
                    return time
    return _time_of_files(tree, folder, assignment)


def _time_of_files(tree: Tree, folder: Node, assignment: str) -> float | None:
    """The time of the assignment's file, else the folder's. In a platform's download a note would be the student's."""
    for place in (joined(folder.path, assignment), folder.path):
        for suffix in SUFFIXES:
            node = tree.node(joined(place, assignment + suffix))
            if node is not None and node.kind == "file":
                return node.time
    return folder.time


def _refusal(reason: str) -> Callable[[], Selection]:
    def refuse() -> Selection:
        raise Refused(reason)

    return refuse


def collector(tree: Tree, root: str, assignment: str, lenient: bool) -> Callable[[], Selection]:
    return lambda: select(tree, root, assignment, lenient, nested=False)
