"""Files that are written whole or not at all, so that nobody reads half a result."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path


class Unwritable(Exception):
    """A file can't be written; the message says which, and why."""


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Callable[[str], None]]:
    """Give a function that puts the file in place, once, with its text in UTF-8.

    The place is tried at once, so that a long run does not end with a file that can't be written: raises Unwritable,
    and leaves nothing behind. A device or a pipe, such as /dev/stdout, is written to as it is. A link stays, and the
    file that it leads to is replaced.
    """
    is_file = path.is_file() or not path.exists()
    target = path.resolve() if is_file else path

    def put(text: str) -> None:
        with _explained(path):
            if is_file:
                write_whole(target, encoded(text))
            else:
                target.write_bytes(encoded(text))

    with _explained(path):
        if is_file:
            probe = _temporary(target)
            probe.open("xb").close()
            probe.unlink()
        else:
            target.open("wb").close()
    yield put


def write_whole(path: Path, data: bytes, secret: bool = False) -> None:
    """Put a file in place at once and durably: after a power cut there is the old file or the new one.

    What is `secret` may be read by its owner alone, where the system knows such rights. Raises OSError where it can't
    be written; then the old file is as it was.
    """
    place = _temporary(path)
    try:
        with open(place, "xb", opener=lambda name, flags: os.open(name, flags, 0o600 if secret else 0o666)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(place, path)
    except BaseException:  # Ctrl-C leaves nothing behind either
        with contextlib.suppress(OSError):
            place.unlink()
        raise


def _temporary(path: Path) -> Path:
    """A name beside a file that nobody has: the process that left one behind is no hindrance to the next."""
    name = path.name.encode("utf-8", "replace")[:150].decode("utf-8", "ignore")
    return path.with_name(f".{name}.{secrets.token_hex(4)}.tmp")


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unwritable(f"{path} can't be written: {error.strerror}.") from None


def encoded(text: str) -> bytes:
    """Text as UTF-8; half a surrogate pair, which no file may hold, becomes a question mark."""
    return text.encode("utf-8", errors="replace")
