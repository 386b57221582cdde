"""The verdict for a person at a terminal or in a notebook: marks in a table, then the first thing to mend, explained.

What a student wrote can stand in a message, in an exception's text for instance. So all text is printed literally:
control characters become visible, and nothing is read as markup. Lines end where their words end, and each mark has
a word beside it, so that the report reads the same in colour, without it, and in a file.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from autograder import course as courses
from autograder.course import Assignment
from autograder.judge.results import ExerciseResult, Result
from autograder.student import source

WIDEST = 92  # longer lines are hard to read
LITTLE_ROOM = 20
BAR = 30
MOST_PRINTED = 12  # lines of what a function printed
TAB = "    "
DONE = "Everything passes: this network is yours, from the first line to the last."


@dataclass(frozen=True)
class Mark:
    """How a status is shown: a sign, a word, a colour."""

    sign: str
    word: str
    style: str


MARKS = {
    "passed": Mark("✓", "passed", "green"),
    "failed": Mark("✗", "not right yet", "red"),
    "error": Mark("✗", "stops with an error", "red"),
    "timeout": Mark("✗", "does not end", "red"),
    "crashed": Mark("✗", "crashes", "red"),
    "forbidden": Mark("✗", "not allowed", "red"),
    "missing": Mark("·", "to be written", "dim"),
}
CARRIED = Mark("✓", "passed", "yellow")
UNREAD = Mark("✗", "can't be read", "red")
# The gate is reached rather than written.
GATE_MARKS = {"failed": Mark("✗", "not reached yet", "red"), "missing": Mark("·", "waits for the others", "dim")}

# For consoles that can't show everything, such as code page 1252: one character for one, so that columns stay aligned.
STAND_INS = str.maketrans("✓✗·━─×−–—’‘“”…", "+x.=-x---''\"\".")


def console() -> Console:
    """Standard output, ready for any text: what its encoding lacks is replaced by something like it.

    It is this moment's standard output for good: a judge in another thread keeps `sys.stdout` from a mistake it calls.
    """
    codecs.register_error("autograder", _stand_in)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="autograder")
    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(STAND_INS)
    return lost.encode("ascii", errors="replace").decode("ascii"), error.end


@contextlib.contextmanager
def waiting(assignment: Assignment, exercises: Sequence[str] = ()) -> Iterator[None]:
    """A sign of life while checks run."""
    trains = not exercises or assignment.gate.name in exercises
    with busy("Checking, then training your network …" if trains else f"Checking {', '.join(exercises)} …"):
        yield


@contextlib.contextmanager
def busy(doing: str) -> Iterator[None]:
    """A sign of life, where a person sees it; nothing in a pipe or a file."""
    screen = Console(stderr=True, highlight=False)
    if not (screen.is_terminal and sys.stdout.isatty()):
        yield
        return
    ascii_only = screen.options.ascii_only
    with screen.status(clean(doing), spinner="line" if ascii_only else "dots"):
        yield


def show(
    screen: Console, result: Result, assignment: Assignment, asked: Sequence[str] = (), again: str | None = None
) -> None:
    """Print a report. `again` is what to type to check one exercise, with {} for its name; None for no such advice."""
    if asked:
        parts = [part for exercise in result.exercises for part in one_exercise(exercise, result, assignment)]
    else:
        parts = everything(result, assignment, again)
    # In a notebook each print is an output of its own, so all is printed at once.
    screen.print(Group(*parts), width=min(screen.width, WIDEST))


def as_text(result: Result, assignment: Assignment, exercise: str) -> str:
    """One exercise's report as plain text, of an ordinary width."""
    written = io.StringIO()
    plain: dict[str, Any] = {"color_system": None, "force_terminal": False, "force_jupyter": False}
    screen = Console(file=written, markup=False, highlight=False, emoji=False, width=WIDEST, **plain)
    show(screen, result, assignment, asked=[exercise])
    return written.getvalue().rstrip()


def everything(result: Result, assignment: Assignment, again: str | None) -> list[RenderableType]:
    """The whole submission: the table, the bar, and what comes next."""
    parts: list[RenderableType] = [Hanging("", heading(f"{assignment.title}: {result.submission}")), Text()]
    if result.untouched:
        return [*parts, *_beginning(result, assignment, again)]
    parts += exercises_table(result.exercises, assignment)
    parts += [Text(), *_totals(result, assignment)]
    first = result.first_to_mend
    if first is not None:
        parts += [Text(), *_next(first, result, assignment, again)]
    elif again is not None:
        parts += [Text(), *last_words(assignment)]
    return parts


def last_words(assignment: Assignment) -> list[RenderableType]:
    """What is said when everything passes, and what to do with a network that is complete."""
    known = courses.load().assignments
    which = "" if assignment.name == known[0].name else f" --assignment {assignment.name.partition('_')[0]}"
    ways = [
        ("Watch it learn", f"autograder train{which}"),
        ("Draw for it", "autograder play"),
        ("Hand it in", f"autograder pack{which}"),
    ]
    names = [other.name for other in known]
    if assignment.name in names[:-1]:
        following = known[names.index(assignment.name) + 1]
        ways.append((f"Go on with “{following.title}”", f"autograder watch {following.names[0]}"))
    width = max(cell_len(way) for way, _ in ways) + 3
    lines = [Hanging("  ", Text.assemble(f"{way}:".ljust(width), (command, "bold"))) for way, command in ways]
    return [Hanging("", Text(DONE)), Text(), *lines]


def show_standing(screen: Console, exercises: Sequence[ExerciseResult], assignment: Assignment, path: Path) -> None:
    """Print how all exercises stand, and where to go on."""
    score = sum(exercise.score for exercise in exercises)
    share = f"{number_of(score)} of {number_of(assignment.max_score)}"
    parts: list[RenderableType] = [Hanging("", heading(assignment.title)), Text()]
    parts += exercises_table(exercises, assignment)
    parts += [Text(), _bar("marks", score / assignment.max_score, share), Text()]
    left = next((exercise for exercise in exercises if exercise.status != "passed"), None)
    if left is None:
        parts += last_words(assignment)
    else:
        place = place_in(path, assignment, left.name)
        parts.append(Hanging("", Text.assemble("You are at: ", heading(left.name), f" ({place})" if place else "")))
    screen.print(Group(*parts), width=min(screen.width, WIDEST))


def one_exercise(exercise: ExerciseResult, result: Result, assignment: Assignment) -> list[RenderableType]:
    """One exercise in full: its marks, each of its checks, and what is wrong."""
    mark = mark_of(exercise, assignment)
    title = Text.assemble(heading(exercise.name), "  ", (f"{mark.sign} {mark.word}", mark.style))
    marks = "mark" if exercise.max_score == 1 else "marks"
    title.append(f"  {number_of(exercise.score)} of {number_of(exercise.max_score)} {marks}", "dim")
    parts: list[RenderableType] = [Hanging("", title)]
    if exercise.status == "missing":
        place = _place(exercise.name, result, assignment)
        where = f" You find it in {place}." if place else ""
        parts.append(Hanging("  ", prose(f"{exercise.message}{where}")))
        parts.append(Hanging("  ", Text("What is checked:")))
        parts += [Hanging("  · ", literal(check.name), "dim") for check in exercise.checks]
        return [*parts, Text()]
    for check in exercise.checks:
        parts.append(claim(check.name, check.passed))
        if exercise.checks_differ and not check.passed:
            parts.append(Hanging("    ", literal(check.message, "dim")))
    parts += [*explanation(exercise), *printed(exercise)]
    return [*parts, Text()]


def exercises_table(exercises: Sequence[ExerciseResult], assignment: Assignment) -> list[RenderableType]:
    """A line for each exercise: sign, name, marks, word."""
    broad = max(cell_len(exercise.name) for exercise in exercises)
    lines: list[RenderableType] = []
    for exercise in exercises:
        mark = mark_of(exercise, assignment)
        marks = f"{number_of(exercise.score):>4} of {number_of(exercise.max_score)}"
        prefix = Text.assemble("  ", (mark.sign, mark.style), f" {exercise.name:<{broad}} ", (marks, "dim"), "  ")
        lines.append(Hanging(prefix, literal(word_of(exercise, exercises, assignment), mark.style), below=4))
    return lines


def word_of(exercise: ExerciseResult, exercises: Sequence[ExerciseResult], assignment: Assignment | None) -> str:
    """The status in words; a carried exercise names the helpers through which it goes wrong."""
    word = mark_of(exercise, assignment).word
    if not exercise.carried:
        return word
    wrong = {other.name for other in exercises if other.status != "passed"}
    needs = assignment.all_needs(exercise.name) if assignment else ()
    helpers = [name for name in needs if name in wrong] or ["a helper"]
    if len(helpers) > 2:
        helpers = [helpers[0], "others"]
    return f"{word}; wrong only through {' and '.join(helpers)}"


def _totals(result: Result, assignment: Assignment) -> list[RenderableType]:
    """The marks as a bar, and the accuracy against what is asked."""
    share = result.score / result.max_score if result.max_score else 0.0
    lines = [_bar("marks", share, f"{number_of(result.score)} of {number_of(result.max_score)}")]
    if result.dev_accuracy is not None:
        says = f"{result.dev_accuracy:.1%} read right, {100 * assignment.gate.threshold:g}% asked for"
        lines.append(_bar("digits", result.dev_accuracy, says, assignment.gate.threshold))
    return lines


def _bar(name: str, share: float, says: str, goal: float = 1.0) -> RenderableType:
    """A bar with words; green when it reaches its goal. Rounded down: only everything fills it."""
    full = int(share * BAR)
    style = "green" if share >= goal else "yellow"
    prefix = Text.assemble(f"  {name:<6}  ", ("━" * full, style), ("─" * (BAR - full), "dim"), "  ")
    return Hanging(prefix, Text(says), below=10)


def _beginning(result: Result, assignment: Assignment, again: str | None) -> list[RenderableType]:
    """What to say to someone who has not written anything yet."""
    first = result.exercises[0]
    count = len(assignment.exercises)
    place = _place(first.name, result, assignment) or result.submission
    steps = [
        f"Open {place}. There stands {first.name}, the first of {count} functions.",
        'Write it where it says "Your code here.", in place of the line below that.',
        f"Save the file and type:  {again.format(first.name)}" if again else "Save the file and check it.",
    ]
    lines: list[RenderableType] = [Hanging("", Text("Nothing is written yet, so here is where to begin:")), Text()]
    lines += [Hanging(f"  {number}. ", prose(step)) for number, step in enumerate(steps, 1)]
    lines += [Text(), *_totals(result, assignment)]
    return lines


def _next(exercise: ExerciseResult, result: Result, assignment: Assignment, again: str | None) -> list[RenderableType]:
    """The one thing to do now."""
    place = _place(exercise.name, result, assignment)
    where = f" ({place})" if place else ""
    if exercise.untouched:
        number = assignment.names.index(exercise.name) + 1
        title = Text.assemble("Next: ", heading(exercise.name), f", exercise {number}{where}")
        lines: list[RenderableType] = [Hanging("", title)]
    else:
        lines = [Hanging("", Text.assemble("First to mend: ", heading(exercise.name), where))]
        lines += [*explanation(exercise), *printed(exercise)]
        failing = [check.name for check in exercise.checks if not check.passed]
        lines += [Text(), *[claim(name, False) for name in failing]]
        holding = len(exercise.checks) - len(failing)
        if holding:
            lines.append(Hanging("  ✓ ", Text(f"and {holding} of {len(exercise.checks)} checks hold already"), "green"))
    if again is not None:
        lines += [Text(), Hanging("", Text.assemble("Then type:  ", (clean(again.format(exercise.name)), "bold")))]
    return lines


def explanation(exercise: ExerciseResult) -> list[RenderableType]:
    """The message and, where values differ, the small table of expected and got."""
    if not exercise.message:
        return []
    lines: list[RenderableType] = [Text(), Hanging("  ", prose(exercise.message))]
    if exercise.table:
        lines += [Text(), *aligned(exercise.table)]
    return lines


def printed(exercise: ExerciseResult) -> list[RenderableType]:
    """The first lines of what the function printed, as it was printed."""
    lines = exercise.printed.rstrip().split("\n")
    if lines == [""]:
        return []
    more = [Hanging("    ", Text("…", "dim"))] if len(lines) > MOST_PRINTED else []
    shown = [Hanging("    ", literal(line)) for line in lines[:MOST_PRINTED]]
    return [Text(), Hanging("  ", Text(f"Printed by {exercise.name}:", "dim")), *shown, *more]


def aligned(table: Sequence[Sequence[str]]) -> list[RenderableType]:
    """Rows of text under a heading, the first column to the left and numbers to the right."""
    rows = [[clean(cell) for cell in row] for row in table]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines: list[RenderableType] = []
    for number, row in enumerate(rows):
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append(Hanging("    ", Text("  ".join(cells), "" if number else "dim")))
    return lines


def claim(name: str, holds: bool) -> Hanging:
    mark = MARKS["passed" if holds else "failed"]
    return Hanging(f"  {mark.sign} ", literal(name), mark.style)


def mark_of(exercise: ExerciseResult, assignment: Assignment | None) -> Mark:
    """How an exercise's status is shown; the gate has words of its own, where the assignment is known."""
    if exercise.carried:
        return CARRIED
    if exercise.unread:
        return UNREAD
    is_gate = assignment is not None and exercise.name == assignment.gate.name
    return (MARKS | GATE_MARKS if is_gate else MARKS)[exercise.status]


def number_of(marks: float) -> str:
    """A number without needless zeros: 17.5, 20."""
    return f"{marks:.2f}".rstrip("0").rstrip(".")


def _place(exercise: str, result: Result, assignment: Assignment) -> str:
    """Where a function stands in the submission; "" for functions in a notebook's kernel, which are in no file."""
    return place_in(Path(result.submission), assignment, exercise) if result.submission else ""


def place_in(path: Path, assignment: Assignment, exercise: str) -> str:
    """Where a function stands, such as "exercises/a1_first_network.py, line 117"; "" if nowhere."""
    try:
        found = source.read(path, assignment.name)
    except (OSError, source.Unreadable):
        return ""
    definition = re.compile(rf"^def {re.escape(exercise)}\b", re.MULTILINE)
    for cell, filename in zip(found.cells, found.filenames, strict=True):
        match = definition.search(cell)
        if match:
            line = cell.count("\n", 0, match.start()) + 1
            name = str(found.path.with_name(filename))
            return name if len(found.cells) > 1 else f"{name}, line {line}"
    return ""


def heading(text: str) -> Text:
    """A name or a title."""
    return literal(text, "bold")


def prose(text: str) -> Text:
    """A message in sentences; code between backticks stands out."""
    words = literal(text)
    words.highlight_regex(r"`[^`\n]+`", "cyan")
    return words


def literal(text: str, style: str = "") -> Text:
    """Text as it is, with control characters made visible."""
    return Text(clean(text), style)


def clean(text: str) -> str:
    """Text without power over a terminal: what is not printable is spelled out, but for the ends of lines."""
    if text.isprintable():
        return text
    lines = text.replace("\t", TAB).replace("\r\n", "\n").split("\n")
    return "\n".join(line if line.isprintable() else "".join(map(_shown, line)) for line in lines)


def one_line(text: str) -> str:
    """Text as one line for standard error, without power over a terminal."""
    return " ".join(clean(text).split())


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() and ord(character) > 0x7F else ascii(character)[1:-1]


@dataclass(frozen=True)
class Hanging:
    """Text behind a prefix, its further lines indented as the first; nothing pads a line's end.

    With `below`, text for which there is little room beside its prefix goes under it, indented by so much.
    """

    prefix: Text | str
    text: Text
    style: str = ""
    below: int | None = None

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> RenderResult:
        prefix = Text(self.prefix, self.style) if isinstance(self.prefix, str) else self.prefix.copy()
        indent, room = prefix.cell_len, options.max_width - prefix.cell_len
        if self.below is not None and room < min(self.text.cell_len, LITTLE_ROOM):
            prefix.rstrip()
            yield prefix
            prefix = Text()
            indent, room = self.below, options.max_width - self.below
            prefix.append(" " * indent)
        for number, line in enumerate(self.text.wrap(screen, max(room, 8))):
            line.rstrip()
            yield Text.assemble(" " * indent if number else prefix, line, no_wrap=True)
