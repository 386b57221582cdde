"""Who is who on a learning platform: its numbers for our students, by their names or by its own list of them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from autograder.classroom.exports import ExportError

# Columns of a roster that say who somebody is.
PERSONAL = re.compile(
    r"Student|Full name|(SIS )?(User |Login )?ID( number)?|Identifier|User ?name|E-?mail( address)?", re.I
)


@dataclass(frozen=True)
class People:
    """A class as a platform knows it.

    known   the platform's number of each student of whom it is certain
    rivals  who would have the number of another: whose mark it would be is not known
    absent  who is on the platform's list and not in the class, by the name that stands there
    """

    known: dict[str, str]
    rivals: list[str]
    absent: list[str]


def look_up(students: Collection[str], roster: str = "", column: str = "ID") -> People:
    """Find a class's students on a platform.

    Where all are called as intake calls those of a bulk download (`lovelaceada_101`), the number is in the name. Else
    they are looked for in `roster`, a table that the platform gives out, by number, name, login and address: Canvas's
    gradebook (`column` is "ID") or Moodle's grading worksheet ("Identifier": "Participant 12345").

    Raises ExportError where the roster has no such column.
    """
    listed = _listed(roster, column) if roster else _Roster({}, {})
    endings = {student: re.fullmatch(r".*_(\d+)", student, re.S) for student in students}
    claimed = {student: found[1] for student, found in endings.items() if found}
    if len(claimed) == len(endings):
        if roster:
            claimed = {student: number for student, number in claimed.items() if listed.numbers.get(number) == {number}}
    else:
        matches = {student: listed.matching(student) for student in students}
        claimed = {student: next(iter(found)) for student, found in matches.items() if len(found) == 1}
    claims = Counter(claimed.values())
    # A name that several share, or a number that is claimed twice, is in the class.
    there = {*claims, *(number for student in students for number in listed.matching(student))}
    return People(
        known={student: number for student, number in claimed.items() if claims[number] == 1},
        rivals=sorted(student for student, number in claimed.items() if claims[number] > 1),
        absent=[name for number, name in listed.people.items() if number not in there],
    )


@dataclass(frozen=True)
class _Roster:
    """A platform's list of students: the numbers behind each text that says who somebody is, and a name a number."""

    numbers: dict[str, set[str]]
    people: dict[str, str]

    def matching(self, student: str) -> set[str]:
        """The numbers that a student may have; more than one where it is not certain."""
        return self.numbers.get(_key(student)) or self.numbers.get(_key(_turned(student))) or set()


def _listed(roster: str, column: str) -> _Roster:
    """A roster by each number, name, login and address in it; a name also the other way round."""
    reader = csv.DictReader(io.StringIO(roster.removeprefix("\ufeff")))
    if column not in (reader.fieldnames or ()):
        raise ExportError(f"The list of students has no column {column!r}. Export it again from the platform.")
    numbers: dict[str, set[str]] = {}
    people: dict[str, str] = {}
    for row in reader:
        found = re.search(r"\d+$", (row[column] or "").strip())
        if found is None:
            continue
        texts = [text for name, text in row.items() if name and PERSONAL.fullmatch(name) and isinstance(text, str)]
        keys = {_key(text) for text in texts} | {_key(_turned(text)) for text in texts}
        for text in {found[0], *keys} - {""}:
            numbers.setdefault(text, set()).add(found[0])
        people.setdefault(found[0], (row.get("Student") or row.get("Full name") or found[0]).strip())
    return _Roster(numbers, people)


def _key(text: str) -> str:
    """What is compared of a name: neither case nor the way in which its accents are stored (a Mac's zip differs)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text.strip()).casefold())


def _turned(name: str) -> str:
    """`Lovelace, Ada` as `Ada Lovelace`; nothing for a name without one comma."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}".strip() if comma and "," not in first else ""
