"""A terminal that nobody sits at: runs a command in it, types keys, changes its size, reads its screen. POSIX only."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyte

PATIENCE = 30.0  # seconds; a machine may be busy
# Makes the pseudo-terminal the one that controls the command, so that Ctrl-C reaches it, and becomes the command.
BEGIN = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.executable, sys.argv[1:])"


class Terminal:
    """One command in a terminal of its own. Use as a context manager."""

    def __init__(
        self, *words: str | Path, folder: Path, width: int = 80, height: int = 24, environment: Mapping[str, str] = {}
    ) -> None:
        self.screen = pyte.Screen(width, height)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""  # everything, from the beginning
        self.outer, self.inner = pty.openpty()
        self._set_size(width, height)
        self.settings_before = self.settings()
        command = [sys.executable, "-c", BEGIN, sys.executable, "-m", "autograder", *map(str, words)]
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        streams: dict[str, Any] = {"stdin": self.inner, "stdout": self.inner, "stderr": self.inner}
        variables = {**kept, "TERM": "xterm-256color", **environment}
        self.process = subprocess.Popen(command, **streams, env=variables, cwd=folder, start_new_session=True)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *exception: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.inner)
        os.close(self.outer)

    def settings(self) -> list[Any]:
        """How the terminal is set: echo, line by line or key by key, and so on."""
        return termios.tcgetattr(self.inner)

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)
        self._set_size(width, height)

    def _set_size(self, width: int, height: int) -> None:
        fcntl.ioctl(self.outer, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, keys: str) -> None:
        os.write(self.outer, keys.encode())

    def shown(self) -> str:
        """The screen as it is now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *words: str, gone: str = "") -> str:
        """The screen, once it holds all the words, wherever its lines end, and no longer those that shall be gone."""
        end = time.monotonic() + PATIENCE
        while True:
            text = " ".join(self.shown().split())
            if all(word in text for word in words) and not (gone and gone in text):
                return self.shown()
            if time.monotonic() > end:
                raise AssertionError(f"{words} did not come (gone: {gone!r}). The screen:\n{self.shown()}")
            self._read(0.2)

    def end(self) -> int:
        """Wait for the command's end, and give its exit status."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        while self._read(0.1):
            continue
        return self.process.wait(timeout=1)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.outer], [], [], seconds)
        if ready:
            data = os.read(self.outer, 65536)
            self.written += data
            self.stream.feed(data)
        return bool(ready)
