"""Which submissions are suspiciously alike: for an instructor who asks, and to be looked at, never to be believed.

Fingerprints of the code are made by copydetect (winnowing, as in MOSS: Schleimer, Wilkerson and Aiken 2003), which does
not mind renamed variables and other comments. What the stub holds, and what a good part of the class has in common
because the task leads there, says nothing and is left out.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from autograder.classroom.intake import Entry
from autograder.student.source import Unreadable, read

K_GRAM, WINDOW = 25, 8
COMMON = 0.2  # what more than this share of a class has in common is what the task leads to
LEAST_COMMON = 3
LEAST_SHARED = 8  # fingerprints; fewer are a line or two
MOST_PAIRS = 50
MAX_CHARACTERS = 200_000


class SimilarityError(Exception):
    """The comparison can't be made; the message says why, and what to do."""


@dataclass(frozen=True)
class Pair:
    """Two submissions, the share of their rare code that both have, and the lines where it stands in each."""

    one: str
    other: str
    share: float
    code: tuple[str, str]
    marked: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


@dataclass
class Comparison:
    """What came of a comparison.

    pairs      those that share most of what is rare in the class, the most alike first
    compared   how many submissions
    same       groups that hold the same code and are too large to be among the pairs: what so many have is common
    left_out   student -> why the submission could not be compared
    """

    pairs: list[Pair] = field(default_factory=list)
    compared: int = 0
    same: list[list[str]] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def compare(entries: Iterable[Entry], assignment: str, stub: str, others: Collection[str] = ()) -> Comparison:
    """Compare all submissions with each other; `others` are the course's other assignments, whose files don't count.

    Raises SimilarityError where copydetect is not installed.
    """
    try:
        from copydetect import CodeFingerprint, compare_files
    except ImportError:
        raise SimilarityError(
            "copydetect is not installed. In the course's folder: pip install -e '.[similarity]'"
        ) from None

    def fingerprint(code: str, boilerplate: Any = ()) -> Any:
        return CodeFingerprint("submission.py", K_GRAM, WINDOW, boilerplate=list(boilerplate), fp=io.StringIO(code))

    given = fingerprint(stub).hashes
    left_out: dict[str, str] = {}
    prints = {student: fingerprint(code, given) for student, code in _sources(entries, assignment, others, left_out)}
    counts = Counter(value for one in prints.values() for value in one.hashes)
    most = max(LEAST_COMMON, COMMON * len(prints))
    rare = {student: {v for v in one.hashes if counts[v] <= most} for student, one in prints.items()}
    found = []
    for (one, other), shared in _shared(rare).most_common():
        share = shared / min(len(rare[one]), len(rare[other]))
        if shared >= LEAST_SHARED:
            found.append((share, one, other))
    found.sort(key=lambda entry: (-entry[0], entry[1:]))
    pairs = []
    for share, one, other in found[:MOST_PAIRS]:
        _, _, slices = compare_files(prints[one], prints[other])
        first, second = (tuple((int(a), int(b)) for a, b in part.T) for part in slices)
        pairs.append(Pair(one, other, share, (prints[one].raw_code, prints[other].raw_code), (first, second)))
    same = _same({student: frozenset(one.hashes) for student, one in prints.items()}, most)
    return Comparison(pairs, len(prints), same, left_out)


def _same(prints: dict[str, frozenset[int]], most: float) -> list[list[str]]:
    """The students of each code that more than `most` have, names and comments aside; the largest group first."""
    groups: dict[frozenset[int], list[str]] = {}
    for student, values in sorted(prints.items()):
        if len(values) >= LEAST_SHARED:  # an untouched stub has none
            groups.setdefault(values, []).append(student)
    return sorted((group for group in groups.values() if len(group) > most), key=lambda group: -len(group))


def _shared(rare: dict[str, set[int]]) -> Counter[tuple[str, str]]:
    """How many rare fingerprints two submissions share; counted by what holds it, so that a large class is quick."""
    holders: dict[int, list[str]] = {}
    for student in sorted(rare):
        for value in rare[student]:
            holders.setdefault(value, []).append(student)
    return Counter(pair for students in holders.values() for pair in combinations(students, 2))


def _sources(
    entries: Iterable[Entry], assignment: str, others: Collection[str], left_out: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """The students' code as text, a notebook's cells one after another; who has none is noted in `left_out`."""
    for entry in entries:
        handed = entry.read()
        if handed.trouble:
            left_out[handed.student] = handed.trouble
            continue
        with handed.unpacked() as folder:
            try:
                source = read(folder, assignment)
            except Unreadable as error:
                left_out[handed.student] = str(error)
                continue
        if source.path.stem in others:
            left_out[handed.student] = f"{source.path.name} is another assignment."
            continue
        yield handed.student, "\n".join(source.cells)[:MAX_CHARACTERS]
