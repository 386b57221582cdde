"""`autograder watch`: shows an exercise, judges it each time the file is saved, and moves on when it passes.

Everything that happens comes as an event through one queue, from four threads: a key, a save, news from the judge,
or nothing for a while. `Watch.handle` is the one place that answers them.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console, Group

from autograder import guide
from autograder.course import Assignment, Course
from autograder.desk import screen
from autograder.desk.keys import END, keyboard
from autograder.desk.reset import ResetError, reset
from autograder.desk.standing import next_after
from autograder.desk.warm import Failed, News, Standing, Verdict, WarmJudge
from autograder.report import terminal

TICK = 0.25  # seconds after which the size of the terminal is looked at again
# Milliseconds: how often the system is asked what was saved, and how long a flood of saves may last.
STEP, DEBOUNCE = 10, 100


@dataclass(frozen=True)
class Key:
    """A key was pressed."""

    character: str


@dataclass(frozen=True)
class Saved:
    """A file beside the submission, or the submission, was written."""


@dataclass(frozen=True)
class Deaf:
    """Nobody tells us any more when a file is saved; `reason` is the system's."""

    reason: str


Event = Key | Saved | Deaf | News
Draw = Callable[["Watch"], None]
Stamps = dict[str, tuple[int, int]]


def run(course: Course, assignment: Assignment, path: Path, folder: Path, begin: str | None) -> bool:
    """Watch a submission until somebody quits; whether everything passes then.

    `path` is what is judged, `folder` where it lies, `begin` the exercise to begin with: the first one that does not
    pass, where none is named.
    """
    console = terminal.console()
    whole = console.is_terminal and sys.stdin.isatty() and not console.is_dumb_terminal and not console.legacy_windows
    events: queue.Queue[Event] = queue.Queue()
    with ExitStack() as stack:
        stack.enter_context(_ending_by_signals())
        draw: Draw = _plain_lines(console)
        if whole:
            stack.enter_context(console.screen())
            stack.enter_context(keyboard(lambda key: events.put(Key(key))))
            draw = _full_screen(console)
        judge = stack.enter_context(WarmJudge(course, assignment, path, events.put))
        stack.enter_context(_saves(folder, events.put))
        watch = Watch(assignment, path, folder, judge, begin)
        judge.judge(begin or "")
        while True:
            draw(watch)
            if not watch.going or (not whole and watch.view.page == "done"):
                return watch.view.passed == len(assignment.names)
            try:
                watch.handle(events.get(timeout=TICK))
            except queue.Empty:
                continue


class Watch:
    """Where a student is, and what each event does to it."""

    def __init__(self, assignment: Assignment, path: Path, folder: Path, judge: WarmJudge, begin: str | None) -> None:
        self.assignment = assignment
        self.path = path
        self.folder = folder
        self.judge = judge
        self.view = screen.View(assignment, guide.load(assignment.name))
        self.going = True
        self._moving = False  # a pass moves on: after a save it does, after a key that chose the exercise not
        self._written: Stamps = {}  # the files as we wrote them ourselves
        if begin:
            self._show(begin)

    def handle(self, event: Event) -> None:
        """Answer one event."""
        match event:
            case Key(character):
                self._press(character)
            case Saved() if self._written and self._written == _stamps(self.folder):
                pass
            case Saved():
                self._moving = True
                self.view.note = ""
                self._check()
            case Deaf(reason):
                self._say(f"What you save is not noticed any more ({reason}). Quit, and start again.", "red")
            case Verdict() as verdict:
                self._take(verdict)
            case Standing(results):
                self.view.results = dict(results)
                self._place_first()
            case Failed(error):
                raise error

    # -- verdicts

    def _check(self) -> None:
        self.view.checking = True
        self._find_place()
        self.judge.judge(self.view.current)

    def _take(self, verdict: Verdict) -> None:
        view = self.view
        view.checking = False
        view.verdict, view.trouble = verdict.result, verdict.trouble
        if verdict.result is None:
            return
        view.results[verdict.exercise] = verdict.result
        if self._moving and verdict.result.status == "passed":
            self._move_on(verdict.exercise)

    def _move_on(self, passed: str) -> None:
        following = next_after(passed, self.view.results, self.assignment)
        if following is None:
            self.view.page = "done"
        else:
            self._show(following)
            self._check()
        self._say(f"✓ {passed} passes.")

    def _place_first(self) -> None:
        """Begin where something is left to do."""
        if self.view.current:
            return
        first = next_after("", self.view.results, self.assignment)
        self._show(first or self.assignment.names[0])
        self.view.page = "done" if first is None else "exercise"
        self._check()

    def _show(self, exercise: str) -> None:
        view = self.view
        view.current, view.page, view.hints = exercise, "exercise", 0
        view.verdict, view.trouble = view.results.get(exercise), ""
        self._find_place()

    def _find_place(self) -> None:
        """Note the file and line, without the folder: there is little room."""
        self.view.place = Path(terminal.place_in(self.path, self.assignment, self.view.current)).name

    def _say(self, text: str, style: str = "green") -> None:
        self.view.note, self.view.note_style = text, style

    # -- keys

    def _press(self, key: str) -> None:
        view = self.view
        if view.page == "reset":
            view.page = "exercise"
            if key in "yY" and key:
                self._reset()
            return
        if key in ("q", "Q", END):
            self.going = False
        elif not view.current:
            return
        elif key == "l":
            view.page = "exercise" if view.page == "list" else "list"
        elif key == "h":
            self._hint()
        elif key in "np":
            self._step(1 if key == "n" else -1)
        elif key == "g":
            self._go(self.assignment.gate.name)
        elif key == "r" and view.current in view.tasks:
            view.page = "reset"

    def _hint(self) -> None:
        task = self.view.tasks.get(self.view.current)
        self.view.page = "exercise"
        if task is None or not task.hints:
            self._say("There is no hint for this one: it is made of all the others.", "yellow")
        elif self.view.hints == len(task.hints):
            self._say("That was the last hint.", "yellow")
        else:
            self.view.hints += 1

    def _step(self, by: int) -> None:
        names = self.assignment.names
        self._go(names[(names.index(self.view.current) + by) % len(names)])

    def _go(self, exercise: str) -> None:
        self._show(exercise)
        self._say("")
        self._moving = False
        self._check()

    def _reset(self) -> None:
        try:
            backup = reset(self.path, self.assignment, self.view.tasks[self.view.current])
        except ResetError as error:
            self._say(str(error), "red")
            return
        kept = f" What you had is in {backup.name}." if backup else ""
        self._say(f"{self.view.current} is as it was at first.{kept}", "yellow")
        self._written = _stamps(self.folder)
        self._check()


# -- drawing


def _full_screen(console: Console) -> Draw:
    """Draws the whole screen where it is another than before, or the terminal has another size."""
    shown: list[Any] = []

    def draw(watch: Watch) -> None:
        width, height = console.size
        parts = screen.frame(watch.view, console, min(width, terminal.WIDEST), height)
        lines = console.render_lines(Group(*parts), console.options.update(width=width, height=height), pad=True)
        if shown != [(width, height), lines]:
            shown[:] = [(width, height), lines]
            console.update_screen_lines(lines[:height])

    return draw


def _plain_lines(console: Console) -> Draw:
    """Prints each note, each task and each verdict once."""
    last: list[Any] = [None, None, ""]

    def draw(watch: Watch) -> None:
        view = watch.view
        if view.note != last[2]:
            last[2] = view.note
            screen.show(console, screen.plain_note(view))
        if view.page == "done":
            screen.show(console, screen.plain_end(view))
            return
        if view.current and view.current != last[0]:
            last[0] = view.current
            screen.show(console, screen.plain_task(view))
        told = (view.verdict, view.trouble)
        if not view.checking and told != last[1]:
            last[1] = told
            screen.show(console, screen.plain(view))

    return draw


# -- where events come from


@contextmanager
def _saves(folder: Path, put: Callable[[Event], None]) -> Iterator[None]:
    """While open, tell when a Python file or a notebook in the folder was written, renamed or put there."""
    stop = threading.Event()
    thread = threading.Thread(target=_follow, args=(folder, put, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=1)


def _follow(folder: Path, put: Callable[[Event], None], stop: threading.Event) -> None:
    """Told by the system what is saved; where that has no more room for it, by looking again and again."""
    from watchfiles import watch

    def counts(_change: object, name: str) -> bool:
        return _is_watched(Path(name))

    quick: dict[str, Any] = {"step": STEP, "debounce": DEBOUNCE, "recursive": False, "raise_interrupt": False}
    reason = ""
    for polling in (None, True):  # None: as the system is used to
        try:
            for _ in watch(folder, watch_filter=counts, stop_event=stop, force_polling=polling, **quick):
                put(Saved())
        except Exception as error:  # whatever it is: this thread may not end in silence
            reason = getattr(error, "strerror", None) or str(error)
        if stop.is_set():
            return
    put(Deaf(reason or "the folder is gone"))


def _is_watched(path: Path) -> bool:
    return path.suffix.lower() in (".py", ".ipynb") and not path.name.startswith(".")


def _stamps(folder: Path) -> Stamps:
    """What tells whether a file of the folder was written since: its time and size."""
    found: Stamps = {}
    with contextlib.suppress(OSError):  # a file may go away while we look
        for entry in os.scandir(folder):
            if _is_watched(Path(entry.name)):
                told = entry.stat()
                found[entry.name] = told.st_mtime_ns, told.st_size
    return found


@contextmanager
def _ending_by_signals() -> Iterator[None]:
    """While open, being told to end, or losing the terminal, unwinds as any other way out does."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
