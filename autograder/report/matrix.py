"""The self-test's matrix in a terminal: mistakes against caught and named, right variants against accepted."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from autograder.judge.selftest import Row
from autograder.report.terminal import literal

MAX_FAULTS = 40


def show_matrix(console: Console, rows: Sequence[Row], seconds: float) -> None:
    """Print a line an exercise, the totals, and what is not as it should be."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 0))
    table.add_column("exercise", no_wrap=True)
    for heading in ("mistakes", "caught", "named", "harmed", "variants", "accepted"):
        table.add_column(f" {heading}", justify="right", no_wrap=True)
    for row in [*rows, _total(rows)]:
        table.add_row(
            row.exercise,
            str(row.mistakes),
            _share(row.caught, row.trials),
            _share(row.named, row.trials),
            str(row.harmed),
            str(row.variants),
            _share(row.accepted, row.variants),
        )
    console.print(table)
    trials = sum(row.trials + row.variants for row in rows)
    console.print(f"{trials:,} judgements in {seconds:.0f} s.")
    faults = [fault for row in rows for fault in row.faults]
    for fault in faults[:MAX_FAULTS]:
        console.print(literal(f"- {fault}"))
    if len(faults) > MAX_FAULTS:
        console.print(f"… and {len(faults) - MAX_FAULTS} more.")


def _total(rows: Sequence[Row]) -> Row:
    total = Row("all")
    for row in rows:
        for name in ("mistakes", "trials", "caught", "named", "variants", "accepted", "harmed"):
            setattr(total, name, getattr(total, name) + getattr(row, name))
    return total


def _share(part: int, whole: int) -> str:
    return "–" if not whole else f"{part / whole:.1%}" if part < whole else "100 %"
