"""Training as it goes: in a terminal a bar, the figures and two small curves, elsewhere plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from autograder.report.terminal import WIDEST, Hanging, heading, prose
from autograder.training.reading import Finding
from autograder.training.run import Point

ROWS = 6
LEVELS = " ▁▂▃▄▅▆▇█"
MARGIN = 7  # for the numbers beside a curve
GAP = 3
LINES_WITHOUT_TERMINAL = 10
SIGNS = {"good": ("✓", "green"), "bad": ("✗", "red"), "note": ("·", "yellow")}


class TrainingView:
    """Shows a run while it goes. Use as a context manager; what is shown last stays."""

    def __init__(self, console: Console, steps: int, unit: str) -> None:
        self.console = console
        self.steps = steps
        self.unit = unit
        self.points: list[Point] = []
        self.comparing = ""
        self.bar = Progress(
            TextColumn("training"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(f"{unit}s"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
        )
        self.task = self.bar.add_task("training", total=steps)
        self.live = Live(self._view(), console=console, refresh_per_second=8)

    def __enter__(self) -> TrainingView:
        if self.console.is_terminal:
            self.live.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self.console.is_terminal:
            self.comparing = ""
            self.live.update(self._view())
            self.live.stop()

    def point(self, point: Point) -> None:
        """The network was measured."""
        self.points.append(point)
        self.bar.update(self.task, completed=point.step)
        if self.console.is_terminal:
            self.live.update(self._view())
        elif point.step * LINES_WITHOUT_TERMINAL // self.steps != self._before * LINES_WITHOUT_TERMINAL // self.steps:
            self.console.print(f"{self.unit} {point.step} of {self.steps}: {figures(point)}")

    @property
    def _before(self) -> int:
        return self.points[-2].step if len(self.points) > 1 else -1

    def comparison(self, done: int, total: int) -> None:
        """So many of the short runs are done."""
        self.comparing = f"comparing learning rates: run {done + 1} of {total}"
        if self.console.is_terminal:
            self.live.update(self._view())
        elif not done:
            self.console.print("comparing learning rates …")

    def _view(self) -> RenderableType:
        parts: list[RenderableType] = [self.bar]
        if self.points:
            parts.append(Text(figures(self.points[-1])))
            if len(self.points) > 1 and not self.console.options.ascii_only:
                parts += [Text(), *curves(self.points, min(self.console.width, WIDEST))]
        if self.comparing:
            parts += [Text(self.comparing, "dim")]
        return Group(*parts)


def figures(point: Point) -> str:
    """Loss and accuracy in a line."""
    return f"loss {point.loss:.3f}, {point.accuracy:.1%} right; of new digits {point.new_accuracy:.1%}"


def curves(points: Sequence[Point], width: int) -> list[RenderableType]:
    """Loss and accuracy side by side, as columns of blocks over the steps."""
    room = (width - GAP) // 2 - MARGIN
    losses, shares = [point.loss for point in points], [point.new_accuracy for point in points]
    top = max((loss for loss in losses if loss < 1e9), default=1.0)
    left = _drawn(losses, top, room, f"{top:.2g}", "0")
    right = _drawn(shares, 1.0, room, "100%", "0%")
    title = Text.assemble(" " * MARGIN, (f"{'loss':<{room + GAP}}", "dim"), " " * MARGIN, ("new digits read", "dim"))
    rows = [
        Text.assemble(*one, " " * GAP, *other, no_wrap=True, overflow="crop")
        for one, other in zip(left, right, strict=True)
    ]
    return [title, *rows]


def _drawn(values: Sequence[float], top: float, room: int, high: str, low: str) -> list[list[Any]]:
    """Rows of a curve, the highest first, each as pieces of text; what is no number fills its column."""
    columns = [values[at * len(values) // room] for at in range(room)]
    heights = [ROWS * 8 if not value <= top else max(round(value / (top or 1.0) * ROWS * 8), 0) for value in columns]
    rows: list[list[Any]] = []
    for row in reversed(range(ROWS)):
        label = high if row == ROWS - 1 else low if row == 0 else ""
        line = "".join(LEVELS[min(max(height - 8 * row, 0), 8)] for height in heights)
        rows.append([(f"{label:>{MARGIN - 1}} ", "dim"), (line, "cyan")])
    return rows


def show_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print what a run means: each headline, why, and what to try."""
    parts: list[RenderableType] = []
    for finding in findings:
        sign, style = SIGNS[finding.tone]
        parts += [Text(), Hanging(Text(f"{sign} ", style), heading(finding.headline))]
        parts.append(Hanging("  ", prose(finding.meaning)))
        parts += [Hanging("  → ", prose(trying)) for trying in finding.tries]
    console.print(Group(*parts), width=min(console.width, WIDEST))
