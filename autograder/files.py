"""Files that are written whole or not at all, so that nobody reads half a result."""

from __future__ import annotations

import contextlib
import os
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
    name = f".{target.name[:200]}.{os.getpid()}.tmp"
    place = target.with_name(name) if is_file else target

    def put(text: str) -> None:
        with _explained(path):
            place.write_bytes(encoded(text))
            if is_file:
                os.replace(place, target)

    with _explained(path):
        place.open("xb" if is_file else "wb").close()
    try:
        yield put
    finally:
        if is_file:
            with contextlib.suppress(OSError):
                place.unlink()


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place at once and durably: after a power cut there is the old file or the new one.

    Raises OSError where it can't be written; then the old file is as it was.
    """
    place = path.with_name(f".{path.name[:150]}.{os.getpid()}.tmp")
    try:
        with place.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(place, path)
    except OSError:
        with contextlib.suppress(OSError):
            place.unlink()
        raise


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unwritable(f"{path} can't be written: {error.strerror}.") from None


def encoded(text: str) -> bytes:
    """Text as UTF-8; half a surrogate pair, which no file may hold, becomes a question mark."""
    return text.encode("utf-8", errors="replace")
