"""Values to bytes and back, with nothing that runs: the only language that judge and worker share.

A frame is two lengths, a JSON header that describes a tree of values, and the raw bytes of the arrays in it. What
arrives is checked for size, depth, dtype and shape before any of it is used, so a hostile peer can at most be refused.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

LENGTHS = struct.Struct(">IQ")
MAX_HEADER = 4 * 2**20
MAX_BODY = 64 * 2**20
MAX_DEPTH = 16
MAX_NODES = 100_000
MAX_DIMENSIONS = 8
DTYPES = frozenset({"|b1", "|i1", "|u1", *(f"<{kind}{size}" for kind in "iu" for size in "248"), "<f2", "<f4", "<f8"})
MAX_TYPE_NAME = 60
HEXADECIMAL = frozenset("0123456789abcdef")
# A class's ancestors and name as they are, whatever its metaclass says.
BASES: Callable[[type], tuple[type, ...]] = vars(type)["__mro__"].__get__
NAME: Callable[[type], str] = vars(type)["__name__"].__get__


class WireError(Exception):
    """A frame that breaks the format or a limit. Its sender can't be believed any more."""


@dataclass(frozen=True)
class Foreign:
    """A value that can't travel: only the name of its type does."""

    type_name: str


@dataclass(frozen=True)
class Seeded:
    """Stands for a `numpy.random.Generator`; the worker makes one from the seed (an integer below 2**128)."""

    seed: int


@dataclass(frozen=True, eq=False)
class Pixels:
    """Stands for many pictures' pixels, floats from 0 to 1, which would be four or eight times as long as `grey`.

    `grey` is (n_pixels, m) of whole numbers from 0 to 255, one byte each; whoever is given it gets grey / 255 in
    float32, or, where `double` is set, in float64.
    """

    grey: np.ndarray[Any, Any]
    double: bool = False

    def values(self) -> np.ndarray[Any, Any]:
        """The pixels, (n_pixels, m) from 0 to 1; the pixels of one picture lie side by side in memory."""
        precision = np.float64 if self.double else np.float32
        pictures: np.ndarray[Any, Any] = np.divide(self.grey.T, precision(255), dtype=precision, order="C")
        return pictures.T


@dataclass(frozen=True)
class File:
    """Stands for a file; the worker writes it to a folder of its own and hands on the path."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Held:
    """Stands for a value that was sent before, under this name, and is still there: large data travels once.

    `shape`, where given, is the one in which an array is handed over, with -1 for a length that follows.
    """

    name: str
    shape: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class SentOnce:
    """Stands for a large array that many calls are given, each a copy of its own.

    It does not travel itself: a worker is sent the array before the first of these calls, and `Held` in each.
    """

    array: np.ndarray[Any, Any]


def encode(value: Any) -> bytes:
    """A whole frame for a tree of None, bool, int, float, str, list, tuple, dict, arrays and the classes above.

    Anything else in the tree becomes `Foreign`. Subclasses count as the plain type below them, read with that type's
    own methods. Raises WireError where the tree is too deep or too large.
    """
    writer = _Writer()
    header = json.dumps(writer.node(value, 0), separators=(",", ":")).encode()
    size = sum(len(piece) for piece in writer.body)
    if len(header) > MAX_HEADER or size > MAX_BODY:
        raise WireError(f"too large to send: {(len(header) + size) // 2**20} MB")
    return b"".join([LENGTHS.pack(len(header), size), header, *writer.body])


def decode(header: bytes, body: bytes, orders: bool = False) -> Any:
    """The value of a frame. Raises WireError for whatever is not exactly as `encode` would have written it.

    Files, pixels and held arrays make their receiver do something: they are taken for `orders` alone, which come from
    the judge. A worker that sends one is a student's code that would have a file written outside its sandbox.
    """
    try:
        node = json.loads(header)
    except (ValueError, RecursionError) as error:
        raise WireError("the header is no JSON") from error
    reader = _Reader(body, orders)
    value = reader.value(node, 0)
    if reader.offset != len(body):
        raise WireError("more bytes than the header announces")
    return value


def read_frame(read: Callable[[int], bytes], orders: bool = False) -> Any:
    """Read one frame with `read(n)`, which gives up to n bytes. Raises EOFError at the end of the stream."""
    return decode(*packed_frame(read), orders)


def packed_frame(read: Callable[[int], bytes]) -> tuple[bytes, bytes]:
    """A frame's header and body, bounded but not decoded yet. Raises EOFError at the end of the stream."""
    n_header, n_body = LENGTHS.unpack(_exactly(read, LENGTHS.size))
    if n_header > MAX_HEADER or n_body > MAX_BODY:
        raise WireError("a frame over the size limit")
    return _exactly(read, n_header), _exactly(read, n_body)


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    pieces = []
    while size:
        piece = read(min(size, 2**20))
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


class _Writer:
    """Turns a tree into JSON nodes `[tag, …]` and collects the arrays' bytes."""

    def __init__(self) -> None:
        self.body: list[bytes] = []
        self.nodes = 0

    def node(self, value: Any, depth: int) -> list[Any]:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise WireError("a value too deeply nested or with too many parts")
        if value is None:
            return ["none"]
        bases = BASES(type(value))
        if bool in bases:
            return ["bool", value is True]
        if int in bases:
            number = int.__add__(value, 0)
            return ["int", number] if -(2**63) <= number < 2**64 else self._foreign("int with very many digits")
        if np.generic in bases or np.ndarray in bases:
            return self._array(value)
        if float in bases:
            return ["float", float.__pos__(value).hex()]
        if str in bases:
            return ["str", str.__str__(value)]
        if list in bases or tuple in bases:
            return self._sequence(value, "list" if list in bases else "tuple", depth)
        if type(value) is dict:
            return ["dict", {str(key): self.node(item, depth + 1) for key, item in value.items()}]
        if type(value) is Seeded:
            return ["rng", f"{value.seed:x}"]
        if type(value) is Pixels:
            return ["pixels", value.double, self._array(value.grey)]
        if type(value) is File:
            self.body.append(value.data)
            return ["file", value.name, len(value.data)]
        if type(value) is Held:
            return ["held", value.name, list(value.shape)]
        return self._foreign(value.type_name if type(value) is Foreign else NAME(type(value)))

    def _foreign(self, name: str) -> list[Any]:
        return ["foreign", str(name)[:MAX_TYPE_NAME]]

    def _array(self, value: Any) -> list[Any]:
        if np.ndarray in BASES(type(value)) and np.ndarray.nbytes.__get__(value) > MAX_BODY:
            raise WireError("array too large to send")
        array = np.array(value, copy=True, order="C", subok=False)
        if array.dtype.kind not in "biuf" or array.ndim > MAX_DIMENSIONS:
            return self._foreign(f"array of {array.dtype.name}")
        if array.dtype.itemsize > 8:
            array = array.astype(np.float64)
        array = array.astype(array.dtype.newbyteorder("<"), copy=False)
        self.body.append(array.tobytes())
        return ["array", array.dtype.str, list(array.shape)]

    def _sequence(self, value: Any, tag: str, depth: int) -> list[Any]:
        kind = list if tag == "list" else tuple
        items = list(kind.__iter__(value))
        plain = {type(item) for item in items}
        if len(items) > 8 and plain in ({int}, {float}):
            array = np.array(items)
            if array.dtype in (np.int64, np.float64) and (array.dtype == np.float64) == (plain == {float}):
                return ["numbers", tag, *self._array(array)]
        return [tag, [self.node(item, depth + 1) for item in items]]


class _Reader:
    """Turns JSON nodes back into values, taking the arrays' bytes in order."""

    def __init__(self, body: bytes, orders: bool) -> None:
        self.body = body
        self.orders = orders
        self.offset = 0
        self.nodes = 0

    def value(self, node: Any, depth: int) -> Any:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise WireError("a value too deeply nested or with too many parts")
        match node:
            case ["none"]:
                return None
            case ["bool", bool(flag)]:
                return flag
            case ["int", int(number)] if not isinstance(number, bool) and -(2**63) <= number < 2**64:
                return number
            case ["float", str(text)] if len(text) < 40:
                try:
                    return float.fromhex(text)
                except (ValueError, OverflowError):
                    raise WireError("a float that is none") from None
            case ["str", str(text)]:
                return text
            case ["list", list(items)]:
                return [self.value(item, depth + 1) for item in items]
            case ["tuple", list(items)]:
                return tuple(self.value(item, depth + 1) for item in items)
            case ["numbers", ("list" | "tuple") as tag, "array", ("<i8" | "<f8") as dtype, list(shape)] if (
                len(shape) == 1
            ):
                numbers = self._array(dtype, shape).tolist()
                return numbers if tag == "list" else tuple(numbers)
            case ["dict", dict(items)]:
                return {key: self.value(item, depth + 1) for key, item in items.items()}
            case ["array", str(dtype), list(shape)]:
                return self._array(dtype, shape)
            case ["rng", str(text)] if 0 < len(text) <= 32 and set(text) <= HEXADECIMAL:
                return Seeded(int(text, 16))
            case ["pixels", bool(double), ["array", "|u1", [int(rows), int(columns)]]] if self.orders:
                return Pixels(self._array("|u1", [rows, columns]), double)
            case ["file", str(name), int(size)] if self.orders and not isinstance(size, bool):
                return File(name, self._take(size))
            case ["held", str(name), list(shape)] if self.orders and all(type(n) is int for n in shape):
                return Held(name, tuple(shape))
            case ["foreign", str(name)] if len(name) <= MAX_TYPE_NAME:
                return Foreign("".join(char for char in name if char.isprintable()))
        raise WireError("a node of unknown form")

    def _array(self, dtype: str, shape: list[Any]) -> np.ndarray[Any, Any]:
        if dtype not in DTYPES or len(shape) > MAX_DIMENSIONS:
            raise WireError("an array of a dtype or dimension that does not travel")
        if not all(type(n) is int and 0 <= n < 2**31 for n in shape):
            raise WireError("an array with an impossible shape")
        if math.prod(n or 1 for n in shape) > MAX_BODY:
            raise WireError("an array with an impossible shape")
        count = math.prod(shape)
        raw = self._take(count * np.dtype(dtype).itemsize)
        return np.frombuffer(raw, dtype=dtype).reshape(shape).astype(np.dtype(dtype).newbyteorder("="), copy=True)

    def _take(self, size: int) -> bytes:
        if size < 0 or self.offset + size > len(self.body):
            raise WireError("fewer bytes than the header announces")
        self.offset += size
        return self.body[self.offset - size : self.offset]
