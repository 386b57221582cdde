"""The data set: the digits in `data/`, checked and parsed once, and memory-mapped ever after.

Reading 110 MB of CSV text takes about half a second even when it is done well, and a class run would do it over and
over. So the first use verifies the file's checksum, parses it and keeps the bytes in the user's cache folder; later
uses map that file into memory in about a millisecond, and processes side by side share one copy.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import platformdirs

from autograder import course
from autograder.files import write_whole

CACHE_VARIABLE = "DIGITS_CACHE"
PIXELS = 28 * 28
CHUNK = 1 << 20  # bytes of text parsed at once: small enough to stay in the processor's cache, measured as fastest

Bytes = npt.NDArray[np.uint8]
Split = Literal["train", "test"]


class DigitsError(Exception):
    """The digits can't be read; the message says which file, what is wrong with it, and where to get it again."""


@dataclass(frozen=True)
class Source:
    """One file of digits in `data/`, as the course publishes it."""

    name: str
    rows: int
    sha256: str


SPLITS: tuple[Split, ...] = ("train", "test")
SOURCES: dict[Split, Source] = {
    "train": Source("mnist_train.csv.gz", 60_000, "8518c90905ee1f207a98434643d1c52e205d21bb19eabf668e3b8a9b2dcace64"),
    "test": Source("mnist_test.csv.gz", 10_000, "d6ebf8052c374614247349a2c59e76b04f25dee944dabe59c77ef10bdd9ba9db"),
}


def load(split: Split, root: Path | None = None) -> tuple[Bytes, npt.NDArray[np.int64]]:
    """The digits of one file: `X` uint8 `(784, m)`, a column a digit, raw values 0–255; `Y` int64 `(m,)`, the labels.

    `X` is read-only and usually a view of a memory-mapped file whose rows are digits, so that `X[:, some]` reads only
    those digits from disk. `Y` is an ordinary array. `root` is the course's folder. Raises DigitsError where the file
    is missing or is not the published one, whatever the cache holds.
    """
    source = SOURCES[split]
    path = ((root or course.find_root()) / "data" / source.name).resolve()
    try:
        status = path.stat()
    except OSError as error:
        raise _unreadable(source, path, error) from None
    digits = _digits(source, path, f"{status.st_size} {status.st_mtime_ns}\n", cache_folder())
    return digits[source.rows :].reshape(source.rows, PIXELS).T, digits[: source.rows].astype(np.int64)


def cache_folder() -> Path:
    """Where parsed digits are kept: the folder named by DIGITS_CACHE, else the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("digits-from-scratch")


# Within a process the last answers are kept too, so that where no cache can be written a file is still parsed only
# once. What was seen of the file is part of the key: a file that changes is looked at anew.
@lru_cache(maxsize=4)
def _digits(source: Source, path: Path, seen: str, folder: Path) -> Bytes:
    """All labels, then all pixels, `(m + 784·m,)`, read-only: one file holds both, so they can't fall out of step."""
    name = f"{source.name.split('.')[0]}-{source.sha256[:16]}"
    cached = folder / f"{name}.npy"
    # Hashing 13 MB costs 6–50 ms, so a file is hashed once and then known by its size and its time of modification
    # in nanoseconds, as make and git do. One note for each place where the course lies: copies may differ.
    note = folder / f"{name}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}.seen"
    if _read_note(note) == seen and (digits := _open(cached, source)) is not None:
        return digits
    content = _verified(source, path)
    digits = _open(cached, source)
    if digits is None:
        digits = _store(_parse(source, path, gzip.decompress(content)), cached, source)
    _replace(note, seen.encode())
    return digits


def _verified(source: Source, path: Path) -> bytes:
    """The file's bytes, which are the published ones."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(source, path, error) from None
    found = hashlib.sha256(content).hexdigest()
    if found != source.sha256:
        raise DigitsError(
            f"{path} is not the published file: its SHA-256 checksum is {found}, expected {source.sha256}. "
            f"It may be damaged or only half downloaded. {_remedy(source)}"
        )
    return content


def _parse(source: Source, path: Path, text: bytes) -> Bytes:
    """Labels, then pixels, of CSV text with a header row; every number is a byte, 0–255.

    A number of one to three digits ends just before a comma or a line's end. So three looks back from each
    separator give all numbers at once: about 0.2 s for the training file, where `np.fromstring` takes 3.4 s.
    """
    table = np.empty(source.rows * (1 + PIXELS), np.uint8)
    if not text.endswith(b"\n"):
        text += b"\n"
    start, filled = text.index(b"\n") + 1, 0
    while start < len(text):
        stop = text.rfind(b"\n", start, start + CHUNK) + 1
        numbers = _numbers(np.frombuffer(text, np.uint8, stop - start, start))
        if filled + numbers.size > table.size:
            break
        table[filled : filled + numbers.size] = numbers
        start, filled = stop, filled + numbers.size
    if start < len(text) or filled < table.size:
        raise DigitsError(f"{path} does not hold {source.rows:,} rows of {1 + PIXELS} numbers. {_remedy(source)}")
    rows = table.reshape(source.rows, 1 + PIXELS)
    digits = np.concatenate((rows[:, 0], rows[:, 1:].ravel()))
    digits.flags.writeable = False
    return digits


def _numbers(text: Bytes) -> Bytes:
    """The numbers in whole lines of text, given as bytes."""
    ends = np.flatnonzero(text < ord("0"))  # commas and newlines come before the digits in ASCII
    lengths = np.diff(ends, prepend=-1) - 1
    numbers = text[ends - 1] - ord("0")
    # Four pixels in five are 0: only the few longer numbers need a second and a third look.
    longer = np.flatnonzero(lengths > 1)
    numbers[longer] += 10 * (text[ends[longer] - 2] - ord("0"))
    longest = longer[lengths[longer] > 2]
    numbers[longest] += 100 * (text[ends[longest] - 3] - ord("0"))
    return numbers


def _open(cached: Path, source: Source) -> Bytes | None:
    """The cached digits mapped into memory, or None where there are none or the file is cut short or foreign."""
    header, size = _header(source), source.rows * (1 + PIXELS)
    try:
        with cached.open("rb") as file:
            if file.read(len(header)) != header or os.fstat(file.fileno()).st_size != len(header) + size:
                return None
            return np.asarray(np.memmap(file, np.uint8, "r", offset=len(header), shape=(size,)))
    except (OSError, ValueError):
        return None


def _store(digits: Bytes, cached: Path, source: Source) -> Bytes:
    """Keep digits in the cache and return them mapped, or as they are where the cache can't be written."""
    _replace(cached, _header(source) + digits.tobytes())
    # Whether our file is there or that of another process which was quicker: both hold the same digits.
    mapped = _open(cached, source)
    return digits if mapped is None else mapped


def _header(source: Source) -> bytes:
    """The one right beginning of a cached file, in NumPy's `.npy` format: `np.load` opens the file too."""
    buffer = io.BytesIO()
    shape = (source.rows * (1 + PIXELS),)
    np.lib.format.write_array_header_1_0(buffer, {"descr": "|u1", "fortran_order": False, "shape": shape})
    return buffer.getvalue()


def _replace(target: Path, content: bytes) -> None:
    """Put a whole file in place at once, or quietly leave things as they are: the cache is a help, not a need.

    A folder may be read-only or full, and on Windows another process may have the target open.
    """
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content)


def _read_note(note: Path) -> str | None:
    try:
        return note.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _unreadable(source: Source, path: Path, error: OSError) -> DigitsError:
    if isinstance(error, FileNotFoundError):
        return DigitsError(f"{path} is missing. {_remedy(source)}")
    return DigitsError(f"{path} can't be read ({error.strerror}). {_remedy(source)}")


def _remedy(source: Source) -> str:
    return (
        f"Get it again with `git checkout data/` in the course's folder, or copy {source.name} from the course's page "
        f"to data/ (SHA-256 {source.sha256})."
    )
