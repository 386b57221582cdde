"""A class run as it goes: how many are done, how fast, how long it will take, and the last troubles."""

from __future__ import annotations

import time
from collections import deque
from typing import Any

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from autograder.judge.results import Result
from autograder.report.terminal import literal

LAST_TROUBLES = 3
LINES_WITHOUT_TERMINAL = 20


class ClassProgress:
    """A live bar where there is a terminal, now and then a plain line where there is none. Use as a context manager."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.total = self.count = self.fresh = 0
        self.begun = time.monotonic()
        self.troubles: deque[str] = deque(maxlen=LAST_TROUBLES)
        self.bar = Progress(
            TextColumn("grading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console,
        )
        self.task = self.bar.add_task("grading", total=None, speed="")
        self.live = Live(self._view(), console=console, refresh_per_second=4, transient=True)

    def __enter__(self) -> ClassProgress:
        if self.console.is_terminal:
            self.live.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self.console.is_terminal:
            self.live.stop()

    def begin(self, total: int) -> None:
        """There are so many submissions."""
        self.total = total
        self.begun = time.monotonic()
        self.bar.update(self.task, total=total)

    def done(self, student: str, result: Result, fresh: bool) -> None:
        """A result is on disk."""
        self.count += 1
        self.fresh += fresh
        if result.status != "graded" and fresh:
            self.troubles.append(f"{student}: {result.status}: {result.message}"[:200])
        speed = f"{60 * self.fresh / max(time.monotonic() - self.begun, 0.1):.0f} a minute" if self.fresh else ""
        self.bar.update(self.task, completed=self.count, speed=speed)
        if self.console.is_terminal:
            self.live.update(self._view())
        elif self.total and self.count * LINES_WITHOUT_TERMINAL % self.total < LINES_WITHOUT_TERMINAL:
            self.console.print(f"{self.count} of {self.total} done{', ' + speed if speed else ''}.", highlight=False)

    def _view(self) -> Any:
        return Group(self.bar, *(Text("  ") + literal(trouble) for trouble in self.troubles))
