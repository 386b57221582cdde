"""Learning platforms' bulk downloads: whose each file is, by what the platform wrote into its name or beside it."""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

from autograder.classroom.trees import MAX_SUBMISSION_BYTES, FolderTree, Node, Refused, Tree, joined
from autograder.student.source import SUFFIXES

TYPED = ".typed"  # what a platform keeps of a text field becomes a hidden file, and is not graded
METADATA = "submission_metadata.yml"  # Gradescope's list of who submitted what
# Files that lie about in a folder of submissions and are nobody's.
STRAY = frozenset({".csv", ".html", ".json", ".log", ".md", ".pdf", ".toml", ".tsv", ".txt", ".xlsx", ".yaml", ".yml"})
# What the learning platforms write stands first in a name. What comes after it is the student's own, who may have made
# it look like anything: so each pattern takes as little as it can, and `file` is the student's part.
#
# Moodle, mod/assign: fullname_uniqueid_plugintype_pluginname, as a folder (before 4.1 with another underscore at its
# end) or before the file's name. The unique id is the "Participant 12345" of the grading worksheet.
MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<plugin>file|onlinetext)(_(?P<file>.*))?", re.S)
# Canvas, lib/content_zipper.rb: sortable name without blanks and punctuation, of any script and maybe empty, LATE, user
# id (anonymous: anon_ and a code), then the attachment's id and its name; or text.html and link.html for what was not a
# file.
CANVAS = re.compile(
    r"((LATE_)?(?P<anonymous>anon_(?!LATE_)[A-Za-z0-9]+)|(?P<name>[\w\x80-\U0010ffff]*?)_(LATE_)?(?P<id>\d+))"
    r"_((?P<upload>\d+)_(?P<file>.+)|text\.html|link\.html)",
    re.S,
)
# Blackboard, as in nbgrader's documentation of zip_collect: assignment_student_attempt_time_file. Both parts of the
# head may hold underscores: `blackboard_users` tells where the user's name begins.
BLACKBOARD = re.compile(
    r"(?P<head>.+?_(?P<student>[^_]+_*))_attempt_(?P<time>\d{4}(-\d\d){5})(_(?P<file>.+)|\.txt)", re.S
)
# The first line of the text that Blackboard puts beside each attempt: Name: Wei Chen (wei_chen). A name may have
# brackets of its own, and the last are the user's.
BLACKBOARD_NAME = re.compile(r"\ufeff?Name: .*\((?P<user>[^()\r\n]+)\)[ \t]*(\r?\n|$)")
MAX_NOTE_BYTES = 2**20  # a text of Blackboard's that is longer is not read
PLATFORMS = (BLACKBOARD, MOODLE, CANVAS)
# Canvas tells a second upload of the same name from the first by a number.
AGAIN = re.compile(r"(?P<stem>.+?)-(?P<number>\d{1,4})(?P<suffix>\.(?:py|ipynb|zip))", re.I | re.S)


def platform_of(nodes: Iterable[Node]) -> re.Pattern[str] | None:
    """Whose download this is, by the pattern of its names; None for nobody's.

    It is decided once for all, so that nobody's file name decides it. All names of a platform's own download fit its
    pattern, and more than half have to. Where each of them fits another's as well, it is the student's part that does;
    so that platform has written them whose part ends first. (Of one file alone, for an assignment called like lab_2_1,
    that is not to be told: it is read as Canvas's.)
    """
    names = [node.name for node in nodes if not node.is_hidden and (node.kind == "folder" or not _is_stray(node))]

    def rank(platform: re.Pattern[str]) -> tuple[int, bool, int]:
        found = [match for name in names if (match := platform.fullmatch(name))]
        written = [match[0] if match["file"] is None else match[0][: match.start("file")] for match in found]
        # Canvas numbers each upload. Where many have the same number, it is in the assignment's name: lab_2_1.
        stems = {os.path.splitext(match[0])[0] for match in found}
        is_numbered = platform is not CANVAS or len(set(written)) == len(stems)
        return len(found), is_numbered, -sum(map(len, written))

    best = max(PLATFORMS, key=rank)
    return best if rank(best)[0] * 2 > len(names) else None


def _is_stray(node: Node) -> bool:
    return node.suffix in STRAY and not any(platform.fullmatch(node.name) for platform in PLATFORMS)


@dataclass(frozen=True)
class Owned:
    """A file at the top: whose it is, when it came, what it was called, and which upload of that name it is."""

    node: Node
    student: str
    name: str
    time: float | None = None
    order: tuple[int, int] = (0, 0)


def blackboard_users(tree: Tree, nodes: Iterable[Node]) -> dict[str, str]:
    """The user in each head of a download from Blackboard: `A1 First Network_wei_chen` is wei_chen's.

    The text beside an attempt, which Blackboard has written, tells the user; so it tells the assignment's name too, and
    with it the users of heads that have no such text. Without any text the assignment's name is what all heads begin
    with, up to an underscore. Where two heads would still give one user without a text that says so, each keeps all of
    its head: an odd name is seen, marks that went to another are not.
    """
    matches = [(node, found) for node in nodes if (found := BLACKBOARD.fullmatch(node.name))]
    heads = {found["head"]: found["student"] for _, found in matches}
    told: dict[str, str] = {}
    for node, found in matches:
        if found["file"] is None and node.kind == "file" and found["head"] not in told:
            user = _user_in_note(tree, node)
            if user and found["head"].endswith("_" + user):
                told[found["head"]] = user
    starts = Counter(head.removesuffix(user) for head, user in told.items())
    start = starts.most_common(1)[0][0] if starts else _common_start(heads)
    users = {head: head[len(start) :] if start and head.startswith(start) else last for head, last in heads.items()}
    users = {head: told.get(head) or user or heads[head] for head, user in users.items()}
    times = Counter(users.values())
    return {head: user if times[user] == 1 or head in told else head for head, user in users.items()}


def _common_start(heads: Collection[str]) -> str:
    """What all heads begin with, up to an underscore after which each has something left; empty for one head alone."""
    if len(heads) < 2:
        return ""
    first, last = min(heads), max(heads)  # what these two have in common, all in between have
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    start = "".join(letter for letter, _ in same)
    while start and (not start.endswith("_") or start in heads):
        start = start[: start.rfind("_", 0, len(start) - 1) + 1]
    return start


def _user_in_note(tree: Tree, note: Node) -> str:
    with contextlib.suppress(Refused):
        found = BLACKBOARD_NAME.match(tree.read(note, MAX_NOTE_BYTES).decode("utf-8", "replace"))
        return found["user"] if found else ""
    return ""


def name_tells(node: Node, platform: re.Pattern[str] | None, users: Mapping[str, str]) -> Owned | None:
    """What a file's name tells in a platform's download, or in none; None where it is nobody's submission.

    `users` are those of the heads of names from Blackboard.
    """
    found = platform.fullmatch(node.name) if platform is not None else None
    if found is not None and platform is BLACKBOARD:
        return Owned(
            node, users.get(found["head"], found["student"]), found["file"] or TYPED, parsed_time(found["time"])
        )
    if found is not None and platform is MOODLE:
        return Owned(node, f"{found['name']}_{found['id']}", found["file"] or node.name)
    if found is not None:
        student = found["anonymous"] or f"{found['name']}_{found['id']}"
        if not found["file"]:
            return Owned(node, student, TYPED)
        again = AGAIN.fullmatch(found["file"])
        name, number = (again["stem"] + again["suffix"], int(again["number"])) if again else (found["file"], 0)
        return Owned(node, student, name, order=(number, int(found["upload"])))
    if node.suffix in (*SUFFIXES, ".zip"):
        return Owned(node, os.path.splitext(node.name)[0], node.name)
    return None


def owner(path: Path, top: Path) -> tuple[str, str] | None:
    """Whose a file of downloads unpacked at `top` is, and what it was called, by its own name or its folder's.

    The outermost name that a platform gave tells; what lies in it is called as the student likes. The student's name is
    that under which we grade such a download. None where no platform named it.
    """
    folder = top
    for name in path.relative_to(top).parts:
        platform, users = _platform_at(folder)
        found = name_tells(Node(name, name, "file"), platform, users)
        if found is not None and platform is not None and platform.fullmatch(name):
            return found.student, path.name if found.name == name else found.name
        folder /= name
    return None


@lru_cache(maxsize=64)
def _platform_at(folder: Path) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    tree = FolderTree(folder)
    nodes = tree.children("")
    platform = platform_of(nodes)
    return platform, blackboard_users(tree, nodes) if platform is BLACKBOARD else {}


@dataclass
class Submitters:
    """Who stands behind a folder of Gradescope's, and when it was handed in."""

    students: list[str] = field(default_factory=list)
    time: float | None = None


def submitters(tree: Tree, root: str) -> dict[str, Submitters]:
    """Gradescope's metadata: a folder's submitters by student id, else by address, else by name.

    The file is YAML with Ruby's tags, and students' names stand in it: it is read line by line, and built by nobody.

        submission_123456:
          :submitters:
          - :name: Ada Lovelace
            :sid: '1815'
            :email: ada@example.org
          :created_at: 2024-09-02 12:33:43.170735000 Z
    """
    node = tree.node(joined(root, METADATA))
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
                found[folder].time = parsed_time(key[2])
        elif section == "submitters" and (entry := re.match(r"\s+(- )?:(\w+):\s*(.*)", line)):
            if entry[1]:
                people.append({})
            if people:
                people[-1][entry[2]] = _scalar(entry[3])
        elif section == "created_at" and found[folder].time is None and "utc:" in line:
            found[folder].time = parsed_time(line)
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


def parsed_time(text: str) -> float | None:
    """POSIX time of a time stamp with or without a zone (offset or name); without one it is UTC, as for nbgrader.

    None for what is no time, or so far away that a date in another zone would be beyond the calendar.
    """
    found = re.search(
        r"(\d{4}-\d\d-\d\d)[ T-](\d\d)[:-](\d\d)[:-](\d\d)(\.\d+)?[ ]*(Z|[+-]\d\d:?\d\d|[A-Za-z_/]+)?", text
    )
    if found is None:
        return None
    day, hours, minutes, seconds, fraction, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{hours}:{minutes}:{seconds}")
        if not 1970 < moment.year < 9999:
            return None
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
