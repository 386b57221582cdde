"""What processes use, seen from outside: for benchmarks that start commands which start others.

Linux only: all of it is read from /proc.
"""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.03  # seconds; to look takes a millisecond or two


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds by the clock and of the processor, all its processes together."""

    wall: float
    cpu: float


def family(root: int) -> list[int]:
    """A process and its living descendants."""
    found, queue = [], [root]
    while queue:
        process = queue.pop()
        found.append(process)
        try:
            for task in Path(f"/proc/{process}/task").iterdir():
                queue += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def measured(work: Callable[[], object]) -> Cost:
    """Do something that starts processes, and measure them.

    The system adds up what processes have used once they are waited for. Those that are ended with their sandbox are
    not, and nobody is told. They are looked at while they live: of each the last hundredths of a second are missing,
    and one that ends by itself is counted twice.
    """
    sandboxed: dict[tuple[int, int], float] = {}
    stop = threading.Event()
    watcher = threading.Thread(target=_watch, args=(sandboxed, stop))
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    watcher.start()
    try:
        work()
    finally:
        stop.set()
        watcher.join()
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    waited_for = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, waited_for + sum(sandboxed.values()))


def _watch(sandboxed: dict[tuple[int, int], float], stop: threading.Event) -> None:
    """Note what each process in a namespace of its own has used, by its number and start, until told to stop."""
    tick = os.sysconf("SC_CLK_TCK")
    while not stop.wait(LOOK_EVERY):
        for process in family(os.getpid()):
            try:
                status = Path(f"/proc/{process}/status").read_text()
                numbers = next(line for line in status.splitlines() if line.startswith("NSpid:")).split()[1:]
                if len(numbers) > 1:
                    fields = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
                    sandboxed[process, int(fields[19])] = (int(fields[11]) + int(fields[12])) / tick
            except (OSError, StopIteration, ValueError, IndexError):
                continue
