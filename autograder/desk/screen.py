"""What `autograder watch` shows, from what it knows: a full screen in a terminal, plain lines anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from autograder.course import Assignment, Gate
from autograder.guide import Task
from autograder.judge.results import ExerciseResult
from autograder.report import terminal
from autograder.report.terminal import Hanging, heading, literal, prose

Page = Literal["exercise", "list", "reset", "done"]
KEYS = (
    ("h", "hint"),
    ("n", "next"),
    ("p", "previous"),
    ("l", "list"),
    ("r", "reset"),
    ("g", "train"),
    ("q", "quit"),
)
MARGIN = "  "
FORMULA_LINE = re.compile(r"(\s*(?:.*?\s{2,})?)(.*)")  # what a line is about, then what it says
MOST_IMPORTANT = 9


@dataclass
class View:
    """All that a screen is made of."""

    assignment: Assignment
    tasks: Mapping[str, Task]
    current: str = ""
    place: str = ""
    page: Page = "exercise"
    results: dict[str, ExerciseResult] = field(default_factory=dict)
    verdict: ExerciseResult | None = None
    trouble: str = ""
    checking: bool = True
    hints: int = 0
    note: str = ""
    note_style: str = "green"

    @property
    def passed(self) -> int:
        return sum(result.status == "passed" for result in self.results.values())


def frame(view: View, screen: Console, width: int, height: int) -> list[RenderableType]:
    """The screen: what is above, what there is room for, and the keys in the last line."""
    top, bottom = _top(view, width), _keys(view)
    room = height - _lines(top, screen, width) - 2
    body = _fitted(list(_body(view)), screen, width, room)
    blank = max(room - _lines(body, screen, width), 0)
    return [*top, *body, *[Text()] * (blank + 1), bottom]


def _top(view: View, width: int) -> list[RenderableType]:
    """How far they are, and what happened last."""
    total = len(view.assignment.names)
    room = max(min(width - len(view.assignment.title) - 14, 40), 5)
    full = room * view.passed // total
    bar = Text.assemble(heading(view.assignment.title), "  ", ("━" * full, "green"), ("─" * (room - full), "dim"))
    bar.append(f"  {view.passed}/{total}")
    return [bar, _note(view)]


def _note(view: View) -> Text:
    note = prose(view.note)
    note.stylize(view.note_style)
    return note


def _keys(view: View) -> Text:
    if view.page == "reset":
        return Text.assemble(("y", "bold"), " start over   ", ("any other key", "bold"), " leave it")
    line = Text("  ").join(Text.assemble((key, "bold"), f" {word}") for key, word in KEYS)
    line.no_wrap, line.overflow = True, "ellipsis"
    return line


# Parts of a body: how important each is where there is not enough room, and what it holds.
Part = tuple[int, list[RenderableType]]


def _body(view: View) -> Iterator[Part]:
    if view.page == "list":
        yield MOST_IMPORTANT, _listed(view)
    elif view.page == "done":
        yield MOST_IMPORTANT, [Hanging(MARGIN, prose(_marks(view))), Text()]
        yield 1, [Padding(line, (0, 0, 0, len(MARGIN))) for line in terminal.last_words(view.assignment)]
    elif not view.current:
        yield MOST_IMPORTANT, [Text("Looking at what you have written …", "dim")]
    else:
        yield from _exercise(view)


def _listed(view: View) -> list[RenderableType]:
    if not view.results:
        return [Text("Looking at what you have written …", "dim")]
    return terminal.exercises_table(list(view.results.values()), view.assignment)


def _marks(view: View) -> str:
    gate = view.results.get(view.assignment.gate.name)
    got = sum(result.score for result in view.results.values())
    says = f"{terminal.number_of(got)} of {terminal.number_of(view.assignment.max_score)} marks"
    return f"{says}. {gate.message}".strip() if gate and gate.message else f"{says}."


def _exercise(view: View) -> Iterator[Part]:
    """Title, task and formula; hints; the verdict."""
    task = view.tasks.get(view.current)
    title = task.title if task else f"The last step: {view.current}"
    place = (f"   {terminal.clean(view.place)}", "dim")
    yield MOST_IMPORTANT, [Text.assemble(heading(title), place, no_wrap=True, overflow="ellipsis")]
    yield 8, [Hanging("", prose(task.task if task else gate_task(view.assignment.gate)))]
    if task is not None and task.formula:
        yield 3, [Text(), *_formula(task, "cyan")]
    for number, hint in enumerate(task.hints[: view.hints] if task else (), 1):
        yield 6 if number == view.hints else 2, [Text(), Hanging(f"Hint {number}: ", prose(" ".join(hint.split())))]
    if view.page == "reset":
        question = f"Start {view.current} over? What you have written is kept in a copy beside the file."
        yield 8, [Text(), Hanging("", literal(question, "bold yellow"))]
        return
    yield from _verdict(view)


def _formula(task: Task, style: str = "") -> list[RenderableType]:
    """What goes in and what comes out, a line each; a long one goes on below its own beginning."""
    lines: list[RenderableType] = []
    for line in task.formula.split("\n"):
        name, says = FORMULA_LINE.fullmatch(line).groups()  # type: ignore[union-attr]
        lines.append(Hanging(Text(f"{MARGIN}{name}", style), literal(says, style)))
    return lines


def gate_task(gate: Gate) -> str:
    """What the gate asks for, in a sentence."""
    return f"Your own functions train on real digits, and must read {100 * gate.threshold:g}% of others."


def _verdict(view: View) -> Iterator[Part]:
    if view.trouble:
        yield 7, [Text(), Hanging("✗ ", prose(view.trouble), "red")]
        return
    if view.verdict is None:
        yield 7, [Text(), Text("Checking …" if view.checking else "Save the file to have it checked.", "dim")]
        return
    mark = terminal.mark_of(view.verdict, view.assignment)
    dim = " dim" if view.checking else ""
    state = Text(f"{mark.sign} {mark.word}", mark.style + dim)
    if view.checking:
        state.append(" · checking …", "dim")
    yield 8, [Text(), state]
    checks = view.verdict.checks
    if view.verdict.untouched and view.current in view.tasks:
        yield 4, [Hanging(MARGIN + "· ", literal(check.name), "dim") for check in checks]
        return
    failing = [check for check in checks if not check.passed]
    yield 4, [terminal.claim(check.name, check.passed) for check in checks if check.passed]
    yield 5, [terminal.claim(check.name, check.passed) for check in failing]
    if view.verdict.message:
        yield 7, [Text(), Hanging(MARGIN, prose(view.verdict.message))]
    if view.verdict.table:
        yield 5, [Text(), *terminal.aligned(view.verdict.table)]
    if view.verdict.printed:
        yield 6, terminal.printed(view.verdict)


def _fitted(parts: Sequence[Part], screen: Console, width: int, room: int) -> list[RenderableType]:
    """The parts that there is room for: the least important goes first, and the rest is cut where it must be."""
    kept = list(parts)
    while len(kept) > 1 and _lines([line for _, lines in kept for line in lines], screen, width) > room:
        least = min(kept, key=lambda part: part[0])
        if least[0] >= 7:
            break
        kept.remove(least)
    whole = [line for _, lines in kept for line in lines]
    while whole and _lines(whole, screen, width) > max(room, 1):
        whole.pop()
    return whole


def _lines(parts: Sequence[RenderableType], screen: Console, width: int) -> int:
    """How many lines they take."""
    if not parts:
        return 0
    return len(screen.render_lines(Group(*parts), screen.options.update(width=width, height=None), pad=False))


def plain(view: View) -> list[RenderableType]:
    """The verdict as plain lines, for a pipe, a log or a screen reader."""
    if view.trouble:
        return [Hanging("", prose(view.trouble))]
    lines: list[RenderableType] = []
    if view.verdict is not None:
        mark = terminal.mark_of(view.verdict, view.assignment)
        lines.append(Text.assemble(heading(view.current), "  ", (f"{mark.sign} {mark.word}", mark.style)))
        if not view.verdict.untouched:
            lines += [terminal.claim(check.name, False) for check in view.verdict.checks if not check.passed]
            lines += terminal.explanation(view.verdict)
        lines += terminal.printed(view.verdict)
    return lines


def plain_note(view: View) -> list[RenderableType]:
    """What happened last, as a plain line, where it is worth one."""
    return [_note(view)] if view.note else []


def plain_task(view: View) -> list[RenderableType]:
    """An exercise's task as plain lines."""
    task = view.tasks.get(view.current)
    if task is None:
        return [Text(), heading(view.current), Hanging("", prose(gate_task(view.assignment.gate)))]
    place = f"   {view.place}" if view.place else ""
    lines: list[RenderableType] = [Text(), literal(f"{task.title}{place}", "bold"), Hanging("", prose(task.task))]
    if task.formula:
        lines += _formula(task)
    return lines


def plain_end(view: View) -> list[RenderableType]:
    """The last words as plain lines."""
    return [Text(), Hanging("", prose(_marks(view))), Text(), *terminal.last_words(view.assignment)]


def show(screen: Console, parts: Sequence[RenderableType]) -> None:
    """Print plain lines, no wider than what is easy to read."""
    screen.print(Group(*parts), width=min(screen.width, terminal.WIDEST))
