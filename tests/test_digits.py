"""Claims about the data set: the published digits, quickly, or a message that says what to do."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import mmap
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from autograder import digits

ROOT = Path(__file__).resolve().parent.parent
ROWS = 40


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Each test has a cache folder of its own and no memory of earlier tests."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(digits.CACHE_VARIABLE, str(folder))
    forget()
    yield folder
    forget()


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with forty made digits, published as the training file."""
    root = tmp_path / "course"
    write_course(root, made_csv(0))
    publish(root, monkeypatch)
    return root


def forget() -> None:
    """What a new process starts with: nothing in memory, the cache folder as it is."""
    digits._digits.cache_clear()


def made_csv(seed: int) -> bytes:
    """A small file in the published format, with numbers of one, two and three digits in all places."""
    rng = np.random.default_rng(seed)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["label", *(f"pixel{i}" for i in range(digits.PIXELS))])
    largest = rng.choice([1, 10, 100, 256], size=(ROWS, digits.PIXELS))
    writer.writerows(np.column_stack((rng.integers(0, 10, ROWS), rng.integers(0, largest))).tolist())
    return text.getvalue().encode()


def write_course(root: Path, text: bytes) -> Path:
    path = root / "data" / "mnist_train.csv.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text, mtime=0))
    return path


def publish(root: Path, monkeypatch: pytest.MonkeyPatch) -> digits.Source:
    """Declare the course's present training file to be the published one."""
    content = (root / "data" / "mnist_train.csv.gz").read_bytes()
    source = digits.Source("mnist_train.csv.gz", ROWS, hashlib.sha256(content).hexdigest())
    monkeypatch.setitem(digits.SOURCES, "train", source)
    return source


def expected(text: bytes) -> tuple[np.ndarray, np.ndarray]:
    table = np.loadtxt(io.BytesIO(text), delimiter=",", skiprows=1, dtype=int)
    return table[:, 1:].T, table[:, 0]


def assert_digits(answer: tuple[np.ndarray, np.ndarray], text: bytes) -> None:
    X, Y = expected(text)
    np.testing.assert_array_equal(answer[0], X)
    np.testing.assert_array_equal(answer[1], Y)


def is_mapped(array: np.ndarray) -> bool:
    """Whether an array's bytes lie in a memory-mapped file."""
    base = array.base
    while isinstance(base, np.ndarray):
        base = base.base
    return isinstance(base, mmap.mmap)


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were parsed, in order; empty while the cache serves."""
    done: list[Path] = []
    parse = digits._parse

    def noted(source: digits.Source, path: Path, text: bytes) -> digits.Bytes:
        done.append(path)
        return parse(source, path, text)

    monkeypatch.setattr(digits, "_parse", noted)
    return done


@pytest.mark.slow
@pytest.mark.parametrize(("split", "rows", "labels"), [("train", 60_000, "5041921314"), ("test", 10_000, "7210414959")])
def test_published_digits(split: digits.Split, rows: int, labels: str) -> None:
    """The course's own files are the published ones: as many rows, and MNIST's well-known first labels."""
    X, Y = digits.load(split, ROOT)
    assert X.shape == (784, rows)
    assert X.dtype == np.uint8
    assert Y.dtype == np.int64
    assert "".join(map(str, Y[:10])) == labels
    assert X[:, :100].max() == 255
    assert set(Y.tolist()) == set(range(10))


@pytest.mark.slow
def test_second_use_takes_milliseconds() -> None:
    """With a warm cache the training digits are there in far less than a tenth of a second."""
    digits.load("train", ROOT)
    forget()
    start = time.perf_counter()
    digits.load("train", ROOT)
    assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize("chunk", [2_000, 1 << 20])
@pytest.mark.parametrize("ending", [b"\n", b""])
def test_parsing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int, ending: bytes) -> None:
    """Numbers of any length are read as NumPy's own parser reads them, wherever a chunk of text ends."""
    text = made_csv(1).rstrip(b"\n") + ending
    monkeypatch.setattr(digits, "CHUNK", max(chunk, text.index(b"\n")))
    write_course(tmp_path, text)
    publish(tmp_path, monkeypatch)
    assert_digits(digits.load("train", tmp_path), text)


def test_first_and_later_uses_agree(small: Path, parses: list[Path]) -> None:
    """A file is parsed once; a new process gets the same digits from the cache, mapped and not copied."""
    first = digits.load("train", small)
    forget()
    second = digits.load("train", small)
    assert_digits(first, made_csv(0))
    assert_digits(second, made_csv(0))
    assert len(parses) == 1
    assert is_mapped(second[0])


def test_digits_are_read_only(small: Path) -> None:
    """Nobody can change the cached digits by accident, the first time or later."""
    for _ in range(2):
        X, _Y = digits.load("train", small)
        with pytest.raises(ValueError, match="read-only"):
            X[0, 0] = 1
        forget()


def test_known_file_is_not_hashed_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was verified before, and has not been touched since, is not read again."""
    digits.load("train", small)
    forget()
    monkeypatch.setattr(digits, "_verified", lambda source, path: pytest.fail("hashed again"))
    digits.load("train", small)


def test_second_copy_of_the_course_shares_the_cache(small: Path, tmp_path: Path, parses: list[Path]) -> None:
    """Another copy of the course verifies its own file but does not parse it."""
    digits.load("train", small)
    write_course(tmp_path / "copy", made_csv(0))
    assert_digits(digits.load("train", tmp_path / "copy"), made_csv(0))
    assert len(parses) == 1


def test_changed_file_is_refused(small: Path) -> None:
    """A file with other content is refused even though the cache still holds the published digits."""
    digits.load("train", small)
    path = write_course(small, made_csv(2))
    os.utime(path, ns=(1, 1))
    with pytest.raises(digits.DigitsError, match="not the published file"):
        digits.load("train", small)


def test_newly_published_file_is_not_served_stale(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the course publishes other digits, nobody gets the old ones from the cache."""
    digits.load("train", small)
    write_course(small, made_csv(2))
    publish(small, monkeypatch)
    assert_digits(digits.load("train", small), made_csv(2))


def test_missing_file(small: Path) -> None:
    """A missing file is named, with its checksum and both ways to get it again."""
    path = small / "data" / "mnist_train.csv.gz"
    path.unlink()
    with pytest.raises(digits.DigitsError) as caught:
        digits.load("train", small)
    for part in (str(path.resolve()), "is missing", "git checkout data/", digits.SOURCES["train"].sha256):
        assert part in str(caught.value)


def test_unreadable_file(small: Path) -> None:
    """A folder in the file's place is an error with a message, not a traceback of ours."""
    path = small / "data" / "mnist_train.csv.gz"
    path.unlink()
    path.mkdir()
    with pytest.raises(digits.DigitsError, match="can't be read"):
        digits.load("train", small)


def test_damaged_file(small: Path) -> None:
    """Half a download is refused: path, both checksums, remedy."""
    path = small / "data" / "mnist_train.csv.gz"
    content = path.read_bytes()[:500]
    path.write_bytes(content)
    with pytest.raises(digits.DigitsError) as caught:
        digits.load("train", small)
    found = hashlib.sha256(content).hexdigest()
    for part in (str(path.resolve()), found, digits.SOURCES["train"].sha256, "git checkout data/"):
        assert part in str(caught.value)


@pytest.mark.parametrize("edit", [lambda text: text[:-1000], lambda text: text + text.split(b"\n")[1] + b"\n"])
def test_published_file_with_other_rows(
    small: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[bytes], bytes]
) -> None:
    """A file that does not hold what the course declares is refused, whether it has too few numbers or too many."""
    write_course(small, edit(made_csv(0)))
    publish(small, monkeypatch)
    with pytest.raises(digits.DigitsError, match="does not hold 40 rows of 785 numbers"):
        digits.load("train", small)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content[:60],
        lambda content: b"",
        lambda content: content + b"0",
        lambda content: bytes(len(content)),
        lambda content: content.replace(b"|u1", b"|i1"),
    ],
    ids=["cut short", "half a header", "empty", "too long", "zeros", "another type"],
)
def test_damaged_cache_is_rebuilt(
    small: Path, cache: Path, parses: list[Path], damage: Callable[[bytes], bytes]
) -> None:
    """A cached file that is not whole is noticed, and replaced for the next process."""
    digits.load("train", small)
    forget()
    (cached,) = cache.glob("*.npy")
    whole = cached.read_bytes()
    cached.write_bytes(damage(whole))
    assert_digits(digits.load("train", small), made_csv(0))
    assert len(parses) == 2
    assert cached.read_bytes() == whole


def test_cache_is_an_ordinary_npy_file(small: Path, cache: Path) -> None:
    """The cached file opens with `np.load`, and nothing else but the note of what was seen is left in the folder."""
    _X, Y = digits.load("train", small)
    (cached,) = cache.glob("*.npy")
    np.testing.assert_array_equal(np.load(cached)[:ROWS], Y)
    assert sorted(path.suffix for path in cache.iterdir()) == [".npy", ".seen"]


def test_cache_folder_that_cannot_be_made(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place for a cache the digits are served from memory, and parsed once a process."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(digits.CACHE_VARIABLE, str(tmp_path / "file" / "cache"))
    answer = digits.load("train", small)
    assert_digits(answer, made_csv(0))
    assert not is_mapped(answer[0])
    monkeypatch.setattr(digits, "_parse", lambda *_: pytest.fail("parsed again"))
    assert_digits(digits.load("train", small), made_csv(0))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions don't bind this user")
def test_read_only_cache_folder(small: Path, cache: Path) -> None:
    """A read-only cache folder does no harm."""
    cache.mkdir()
    cache.chmod(0o500)
    assert_digits(digits.load("train", small), made_csv(0))
    assert not list(cache.iterdir())


@pytest.mark.parametrize("step", ["mkdir", "fsync", "replace"])
def test_full_or_read_only_disk(small: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whichever step of writing fails, the digits are served from memory and no temporary file stays."""

    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path if step == "mkdir" else os, step, refuse)
    assert_digits(digits.load("train", small), made_csv(0))
    assert not list(cache.glob("*"))


def test_cached_file_held_open(small: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the target can't be replaced because another process just made it and has it open, that one is used."""
    digits.load("train", small)
    forget()
    (cached,) = cache.glob("*.npy")
    content = cached.read_bytes()
    cached.unlink()

    def replace(temporary: Path, target: Path) -> None:
        if target == cached:
            cached.write_bytes(content)
        raise PermissionError(13, "The file is used by another process")

    monkeypatch.setattr(digits.os, "replace", replace)
    X, Y = digits.load("train", small)
    assert_digits((X, Y), made_csv(0))
    assert is_mapped(X)
    assert not list(cache.glob("*.tmp"))


def test_two_processes_at_once(small: Path, cache: Path) -> None:
    """Processes that start with an empty cache side by side all get the digits and leave one whole file."""
    source = digits.SOURCES["train"]
    script = (
        "import sys; from pathlib import Path; from autograder import digits\n"
        f"digits.SOURCES['train'] = digits.Source({source.name!r}, {source.rows}, {source.sha256!r})\n"
        "sys.stdin.readline()\n"
        "X, Y = digits.load('train', Path(sys.argv[1]))\n"
        "print(int(X.sum()), int(Y.sum()))\n"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(small)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for _ in range(4)
    ]
    for run in runs:
        assert run.stdin is not None
        run.stdin.write("go\n")
        run.stdin.flush()
    answers = [run.communicate(timeout=60) for run in runs]
    X, Y = expected(made_csv(0))
    assert answers == [(f"{X.sum()} {Y.sum()}\n", "")] * 4
    assert len(list(cache.glob("*.npy"))) == 1
    assert not list(cache.glob("*.tmp"))


def test_cache_folder_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without DIGITS_CACHE the cache lies in the user's cache folder, never in the course."""
    monkeypatch.delenv(digits.CACHE_VARIABLE)
    folder = digits.cache_folder()
    assert "digits-from-scratch" in folder.parts
    assert ROOT not in folder.parents
