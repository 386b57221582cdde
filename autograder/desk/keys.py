"""Single keys from a terminal, and the terminal as it was before, whatever happens in between."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Put = Callable[[str], None]
PAUSE = 0.05  # seconds between two looks at the keyboard, where it can't be waited for
END = ""  # put when nobody can type any more
ESCAPED = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)  # what arrows, function keys and Alt send


@contextmanager
def keyboard(put: Put) -> Iterator[None]:
    """While open, give each key to `put` from a thread; END when the terminal is gone."""
    closed = threading.Event()
    with _single_keys():
        thread = threading.Thread(target=_listen, args=(put, closed), daemon=True)
        thread.start()
        try:
            yield
        finally:
            closed.set()
            thread.join(timeout=1)


if sys.platform == "win32":

    @contextmanager
    def _single_keys() -> Iterator[None]:
        """Windows gives single keys without asking."""
        yield

    def _listen(put: Put, closed: threading.Event) -> None:
        import msvcrt

        while not closed.is_set():
            if not msvcrt.kbhit():
                time.sleep(PAUSE)
                continue
            key = msvcrt.getwch()
            if key in "\x00\xe0":  # an arrow or a function key; its second half follows
                msvcrt.getwch()
            else:
                put(key)

else:

    @contextmanager
    def _single_keys() -> Iterator[None]:
        """Keys come one by one and are not shown; Ctrl-C works, Ctrl-Z and Ctrl-\\ would leave the screen behind."""
        import termios

        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        ours = termios.tcgetattr(descriptor)
        ours[3] &= ~(termios.ECHO | termios.ICANON)
        off = os.fpathconf(descriptor, "PC_VDISABLE").to_bytes(1, "big")
        for character, value in ((termios.VMIN, 1), (termios.VTIME, 0), (termios.VSUSP, off), (termios.VQUIT, off)):
            ours[6][character] = value
        termios.tcsetattr(descriptor, termios.TCSADRAIN, ours)
        try:
            yield
        finally:
            with suppress(termios.error):  # the terminal may be gone; keys that nobody read are not for the shell
                termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)

    def _listen(put: Put, closed: threading.Event) -> None:
        import select

        descriptor = sys.stdin.fileno()
        while not closed.is_set():
            try:
                ready, _, _ = select.select([descriptor], [], [], PAUSE)
                typed = os.read(descriptor, 64) if ready else None
            except OSError:
                typed = b""
            if typed == b"":
                put(END)
                return
            for key in ESCAPED.sub("", (typed or b"").decode("utf-8", errors="replace")):
                put(key)
