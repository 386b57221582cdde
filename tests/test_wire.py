"""The wire is the only language that judge and worker share: honest values arrive whole, hostile bytes are refused."""

from __future__ import annotations

import io
import json
import math
import tracemalloc
from collections import OrderedDict, namedtuple
from collections.abc import Iterator
from enum import IntEnum
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from autograder.student import wire, worker
from autograder.student.wire import File, Foreign, Held, Seeded, WireError

# A slow machine is no error, and an example that failed once must not be kept in the folder of the course.
settings.register_profile("course", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")

MEGABYTE = 2**20


def sent(value: Any) -> Any:
    """The value as it arrives at the other end."""
    return received(wire.encode(value))


def received(data: bytes) -> Any:
    stream = io.BytesIO(data)
    value = wire.read_frame(stream.read, orders=True)
    assert not stream.read(), "a frame was not read to its end"
    return value


def frame(node: Any, body: bytes = b"") -> bytes:
    """A frame with any header, also one that `encode` would not write."""
    header = node if isinstance(node, bytes) else json.dumps(node).encode()
    return wire.LENGTHS.pack(len(header), len(body)) + header + body


def alike(one: Any, other: Any) -> bool:
    """Equal in type and in every bit, the sign of zero included; of a lone NaN the sign is nothing."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        same_kind = one.dtype == other.dtype.newbyteorder("=") or one.dtype.newbyteorder("=") == other.dtype
        return same_kind and one.shape == other.shape and one.tobytes() == other.astype(one.dtype).tobytes()
    if isinstance(one, float):
        both_nan = one != one and other != other
        return both_nan or (one == other and math.copysign(1, one) == math.copysign(1, other))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(alike(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    return bool(one == other)


# -- what arrives as it was sent

DTYPES = ("?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8")
ARRAYS = st.sampled_from(DTYPES).flatmap(
    lambda dtype: npst.arrays(dtype, npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5))
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=20),
    st.builds(Seeded, st.integers(0, 2**128 - 1)),
    st.builds(File, st.text(max_size=8), st.binary(max_size=40)),
    st.builds(Held, st.text(max_size=8)),
    ARRAYS,
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.lists(inner, max_size=5).map(tuple),
        st.dictionaries(st.text(max_size=5), inner, max_size=4),
    ),
    max_leaves=25,
)
NUMBERS = st.one_of(st.lists(st.floats(), min_size=9, max_size=30), st.lists(st.integers(), min_size=9, max_size=30))


@given(TREES)
@example(-0.0)
@example(-math.nan)
@example([-0.0, math.nan, math.inf, -math.inf])
@example(-(2**63))
@example(2**64 - 1)
@example("\ud800 \0 \N{GREEK SMALL LETTER PI}")
@example({"": {}, "a": ()})
def test_a_tree_of_plain_values_arrives_as_it_was_sent(tree: Any) -> None:
    """Every value that may travel comes back with its type and all of its bits."""
    assert alike(sent(tree), tree)


@given(st.lists(st.floats(), min_size=9, max_size=30))
@example([-0.0, math.nan, math.inf, -math.inf, 5e-324, 1.7e308, 0.1, 1.0, -1.0])
def test_a_long_list_of_floats_arrives_as_it_was_sent(numbers: list[float]) -> None:
    """The short form for lists of numbers loses nothing, as a list or as a tuple."""
    assert alike(sent(numbers), numbers)
    assert alike(sent(tuple(numbers)), tuple(numbers))


@given(st.lists(st.integers(-(2**63), 2**64 - 1), min_size=9, max_size=30))
@example([2**63 - 1, -(2**63)] * 5)
@example([2**64 - 1] * 9)
@example([2**63, -1, 0, 0, 0, 0, 0, 0, 0])
def test_a_long_list_of_integers_arrives_as_it_was_sent(numbers: list[int]) -> None:
    """Whole numbers stay whole and exact at the edges of 64 bits, also where no single dtype holds them all."""
    assert alike(sent(numbers), numbers)


@pytest.mark.parametrize("dtype", [order + kind for kind in DTYPES for order in "<>"])
@pytest.mark.parametrize("shape", [(), (0,), (1,), (3, 4), (2, 0, 3), (2, 1, 3, 2)], ids=str)
def test_arrays_of_every_dtype_and_byte_order_arrive(dtype: str, shape: tuple[int, ...]) -> None:
    """Numbers of every size, little- and big-endian, of no dimension or several, empty or not, arrive in order."""
    array = np.arange(math.prod(shape)).reshape(shape).astype(dtype)
    arrived = sent(array)
    assert arrived.dtype == np.dtype(dtype).newbyteorder("=")
    assert arrived.shape == shape
    assert (arrived == array).all()


MATRIX = np.arange(60.0).reshape(5, 12) - 7.25


@pytest.mark.parametrize(
    "array",
    [
        np.asfortranarray(MATRIX),
        MATRIX.T,
        MATRIX[::-1, ::-2],
        MATRIX[1:4, 3:9],
        np.broadcast_to(3.5, (4, 3)),
        MATRIX.astype(">f4").T[::2],
        np.array([np.nan, -np.nan, np.inf, -np.inf, -0.0, 0.0]),
        np.array(-0.0),
        np.array([np.nan, -np.inf], np.float16),
    ],
    ids=["fortran", "transposed", "backwards", "cut-out", "broadcast", "big-endian", "special", "zero", "half"],
)
def test_arrays_in_any_memory_layout_arrive(array: np.ndarray[Any, Any]) -> None:
    """How an array lies in memory says nothing about how it arrives; the arrived one is free to be written to."""
    arrived = sent(array)
    assert arrived.shape == array.shape
    assert arrived.tobytes() == np.ascontiguousarray(array).astype(array.dtype.newbyteorder("=")).tobytes()
    arrived[...] = 1


def test_numpy_scalars_arrive_as_arrays_without_dimensions() -> None:
    """np.float64(…), np.int8(…) and np.bool_(…) are numbers like any other."""
    for scalar in (np.float64(-0.0), np.float16(2.5), np.int8(-3), np.uint64(2**64 - 1), np.bool_(True)):
        arrived = sent(scalar)
        assert isinstance(arrived, np.ndarray)
        assert arrived.shape == ()
        assert arrived.tobytes() == scalar.tobytes()


def test_long_doubles_arrive_as_doubles() -> None:
    """What only this machine knows is sent as what every machine knows."""
    arrived = sent(np.array([1.5, np.longdouble("1e-300")], np.longdouble))
    assert arrived.dtype == np.float64
    assert arrived.tolist() == [1.5, 1e-300]


# -- subclasses count as the plain data below them


class LyingArray(np.ndarray):
    """An array that answers every question about itself with a lie."""

    shape = property(lambda self: (1,))  # type: ignore[assignment]
    dtype = property(lambda self: np.dtype("O"))  # type: ignore[assignment]

    def tobytes(self, *args: Any, **kwargs: Any) -> bytes:
        return b"\0" * 8

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        return np.zeros((1,))

    def __array_finalize__(self, other: Any) -> None:
        pass

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        return np.zeros((1,))

    astype = copy

    def __reduce__(self) -> Any:
        raise AssertionError("nothing is pickled")


class LyingFloat(float):
    def __add__(self, other: Any) -> Any:
        return 1.0

    __pos__ = __float__ = hex = __add__  # type: ignore[assignment]


class LyingInt(int):
    def __add__(self, other: Any) -> Any:
        return 1

    __int__ = __index__ = __le__ = __lt__ = __ge__ = __gt__ = __add__  # type: ignore[assignment]


class LyingText(str):
    def __str__(self) -> str:
        return "a lie"

    __repr__ = __str__


class LyingList(list):
    def __iter__(self) -> Iterator[Any]:
        return iter([0])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, at: Any) -> Any:
        return 0


class LyingTuple(tuple):
    def __iter__(self) -> Iterator[Any]:
        return iter((0,))

    def __len__(self) -> int:
        return 1


class Colour(IntEnum):
    RED = 3


Point = namedtuple("Point", "x y")


def test_a_lying_array_is_taken_for_its_data() -> None:
    """No method or property of a subclass of ndarray is asked."""
    assert alike(sent(MATRIX.view(LyingArray)), MATRIX)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (LyingFloat(0.25), 0.25),
        (LyingInt(7), 7),
        (LyingText("word"), "word"),
        (LyingList([1, [2.5]]), [1, [2.5]]),
        (LyingList([float(n) for n in range(20)]), [float(n) for n in range(20)]),
        (LyingTuple((1, "b")), (1, "b")),
        (Colour.RED, 3),
        (Point(1.0, [2]), (1.0, [2])),
        (np.array([[1.0, 2.0], [3.0, 4.0]]).view(np.matrix), np.array([[1.0, 2.0], [3.0, 4.0]])),
        (np.ma.masked_array([1.0, 2.0], mask=[True, False]), np.array([1.0, 2.0])),
        (np.rec.array(np.arange(3)), np.arange(3)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_subclasses_are_taken_for_their_plain_data(value: Any, plain: Any) -> None:
    """A subclass of a plain type travels as that type, read without any method of its own."""
    assert alike(sent(value), plain)


class FakeFloat:
    """Claims to be a float when asked."""

    __class__ = float  # type: ignore[assignment]

    def __float__(self) -> float:
        return 1.0


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (np.array([1, "a", None], object), "array of object"),
        (np.array([1 + 2j]), "array of complex128"),
        (np.complex64(1j), "array of complex64"),
        (np.array(["a", "bc"]), "array of str"),
        (np.array([b"a"]), "array of bytes"),
        (np.zeros(2, [("x", float), ("y", int)]), "array of void"),
        (np.array(["2020-01-01"], "M8[D]"), "array of datetime64"),
        (np.zeros((1,) * 9), "array of float64"),
        (1j, "complex"),
        (b"raw", "bytes"),
        ({1, 2}, "set"),
        (OrderedDict(a=1), "OrderedDict"),
        ((n for n in range(3)), "generator"),
        (len, "builtin_function_or_method"),
        (np.ndarray, "type"),
        (2**64, "int with very many digits"),
        (-(2**63) - 1, "int with very many digits"),
        (10**100_000, "int with very many digits"),
        (FakeFloat(), "FakeFloat"),
        (type("X" * 5000, (), {})(), "X" * 10),
    ],
    ids=lambda value: type(value).__name__,
)
def test_anything_else_arrives_as_the_name_of_its_type(value: Any, says: str) -> None:
    """What can't travel is told by a short name, also deep inside a list, and nothing of it is called."""
    arrived, beside = sent([value, 5])
    assert isinstance(arrived, Foreign)
    assert arrived.type_name.startswith(says)
    assert len(arrived.type_name) <= wire.MAX_TYPE_NAME
    assert beside == 5


def test_a_name_that_controls_the_terminal_is_cleaned() -> None:
    """The name of a foreign type holds only what can be printed."""
    arrived = sent(type("Red\x1b[31m\n\u202e", (), {})())
    assert arrived == Foreign("Red[31m")


def test_what_is_too_large_or_too_deep_is_refused_by_the_sender() -> None:
    """The sender finds out that a value is over a limit, with WireError and nothing else."""
    nest: Any = 0.0
    for _ in range(wire.MAX_DEPTH + 1):
        nest = [nest]
    itself: list[Any] = [0.0]
    itself.append(itself)
    many = [[None] * 1000] * (wire.MAX_NODES // 1000 + 1)
    for value in (nest, itself, many, np.zeros(wire.MAX_BODY + 1, np.uint8), "x" * (wire.MAX_HEADER + 1)):
        with pytest.raises(WireError):
            wire.encode(value)


@pytest.mark.slow
def test_what_is_just_within_the_limits_arrives() -> None:
    """The limits are those that are named."""
    nest: Any = 0.0
    for _ in range(wire.MAX_DEPTH):
        nest = [nest]
    assert sent(nest) == nest
    assert sent([None] * (wire.MAX_NODES - 1)) == [None] * (wire.MAX_NODES - 1)
    assert sent(np.ones(wire.MAX_BODY, np.uint8)).all()


@given(TREES)
@settings(max_examples=30)
def test_the_same_value_gives_the_same_bytes(tree: Any) -> None:
    """Recordings made of frames can be compared byte by byte."""
    assert wire.encode(tree) == wire.encode(tree)


# -- what is refused

TAGS = (
    "none",
    "bool",
    "int",
    "float",
    "str",
    "list",
    "tuple",
    "numbers",
    "dict",
    "array",
    "rng",
    "file",
    "foreign",
    "",
)
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(),
        st.sampled_from([*TAGS, "<f8", ">f8", "|b1", "|O", "<c16", "<f16", "nan", "0x1p9999", "zz", "-1"]),
        st.text(max_size=6),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.tuples(st.sampled_from(TAGS), inner).map(list),
        st.tuples(st.just("array"), st.sampled_from(["<f8", "|b1", "<i2"]), inner).map(list),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=20,
)


def is_refused_or_read(data: bytes) -> None:
    """Reading these bytes gives a value that could have been sent, WireError or EOFError."""
    try:
        value = wire.read_frame(io.BytesIO(data).read)
    except (WireError, EOFError):
        return
    wire.encode(value)


@given(st.binary(max_size=300))
def test_random_bytes_do_no_harm(data: bytes) -> None:
    """Bytes that are no frame raise WireError or EOFError, never anything else."""
    is_refused_or_read(data)


@pytest.mark.slow
@given(JSON, st.binary(max_size=64))
@settings(max_examples=400)
@example(["rng", "zz"], b"")
@example(["rng", ""], b"")
@example(["rng", "-1"], b"")
@example(["array", "<f8", [0] + [2**31 - 1] * 7], b"")
@example(["numbers", "list", "array", "<f8", [0, 2]], b"")
@example(["file", "x", -1], b"")
@example(["file", "x", True], b"1")
@example(["float", "0x1p99999"], b"")
@example(["float", math.nan], b"")
@example(["int", math.inf], b"")
def test_random_headers_do_no_harm(node: Any, body: bytes) -> None:
    """A header of JSON in any form, with any bytes behind it, raises WireError or is read."""
    is_refused_or_read(frame(node, body))


@pytest.mark.slow
@given(TREES, st.data())
def test_a_damaged_frame_does_no_harm(tree: Any, data: Any) -> None:
    """A frame with bytes changed, cut off or added raises WireError or EOFError, or is another frame."""
    whole = bytearray(wire.encode(tree))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole) - 1))
        match data.draw(st.sampled_from(["change", "cut", "add"])):
            case "change":
                whole[at] = data.draw(st.integers(0, 255))
            case "cut" if len(whole) > 1:
                del whole[at:]
            case "add":
                whole[at:at] = data.draw(st.binary(min_size=1, max_size=4))
        if not whole:
            break
    is_refused_or_read(bytes(whole))


REFUSED = {
    "no JSON": (b"{", b""),
    "no text": (b"\xff\xfe\xfa", b""),
    "an empty header": (b"", b""),
    "no node": (b"7", b""),
    "an object": ({"array": 1}, b""),
    "an unknown tag": (["pickle", "cos\nsystem"], b""),
    "no tag": ([], b""),
    "a part too many": (["none", 1], b""),
    "a bool that is a number": (["bool", 1], b""),
    "an int that is a bool": (["int", True], b""),
    "an int that is a float": (["int", 1.0], b""),
    "an int that is NaN": (b'["int",NaN]', b""),
    "an int over 64 bits": (["int", 2**64], b""),
    "an int of 4,000 digits": (b'["int",' + b"9" * 4000 + b"]", b""),
    "an int of a million digits": (b'["int",' + b"9" * 10**6 + b"]", b""),
    "a float that is a JSON number": (["float", 1.5], b""),
    "a float that is no float": (["float", "one"], b""),
    "a float beyond all floats": (["float", "0x1p+5000"], b""),
    "a seed that is no number": (["rng", "seed"], b""),
    "a seed below 0": (["rng", "-5"], b""),
    "a seed over 128 bits": (["rng", "f" * 33], b""),
    "a dtype that holds objects": (["array", "|O", [1]], b"\0" * 8),
    "a dtype that is complex": (["array", "<c16", [1]], b"\0" * 16),
    "a dtype in another byte order": (["array", ">f8", [1]], b"\0" * 8),
    "a dtype that is structured": (["array", "<f8,<f8", [1]], b"\0" * 16),
    "a dtype that is a list": (["array", ["<f8"], [1]], b"\0" * 8),
    "a negative dimension": (["array", "<f8", [-1]], b""),
    "two negative dimensions": (["array", "<f8", [-1, -1]], b"\0" * 8),
    "a dimension that is a bool": (["array", "<f8", [True]], b"\0" * 8),
    "a dimension that is a float": (["array", "<f8", [1.0]], b"\0" * 8),
    "nine dimensions": (["array", "<f8", [1] * 9], b"\0" * 8),
    "more entries than bytes": (["array", "<f8", [2]], b"\0" * 15),
    "fewer entries than bytes": (["array", "<f8", [1]], b"\0" * 9),
    "bytes without an array": (["none"], b"\0"),
    "a file with a negative size": (["file", "x", -3], b""),
    "two files whose sizes cancel out": (["list", [["file", "x", -3], ["file", "y", 3]]], b""),
    "a file of more bytes than there are": (["file", "x", 4], b"abc"),
    "a file's name that is a number": (["file", 3, 0], b""),
    "a very long type name": (["foreign", "x" * 61], b""),
    "numbers in two dimensions": (["numbers", "list", "array", "<f8", [1, 1]], b"\0" * 8),
    "numbers in a set": (["numbers", "set", "array", "<f8", [1]], b"\0" * 8),
    "a list whose parts are no nodes": (["list", [1, 2]], b""),
    "a dict of a list": (["dict", []], b""),
    "too deep a tree": (b'["list",[' * 17 + b'["none"]' + b"]]" * 17, b""),
    "far too deep a tree": (b"[" * 10**6, b""),
    "too many parts": (["list", [["none"]] * wire.MAX_NODES], b""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_encode_would_never_write_is_refused(what: str) -> None:
    """Each form of nonsense is a WireError, and not an error of another kind."""
    node, body = REFUSED[what]
    with pytest.raises(WireError):
        received(frame(node, body))


def test_a_frame_that_breaks_off_is_the_end_of_the_stream() -> None:
    """A peer that dies in the middle of a word is told from one that speaks nonsense."""
    whole = wire.encode([np.arange(5), "text"])
    for size in range(len(whole)):
        with pytest.raises(EOFError):
            wire.read_frame(io.BytesIO(whole[:size]).read)


def test_frames_follow_each_other_and_may_come_in_pieces() -> None:
    """A stream that gives one byte at a time is read as well as one that gives all."""
    values = [1.5, [np.arange(4.0)], "end"]
    stream = io.BytesIO(b"".join(map(wire.encode, values)))
    for value in values:
        assert alike(wire.read_frame(lambda n: stream.read(min(n, 1))), value)


def peak_of_refusing(data: bytes) -> int:
    """Bytes of memory taken at most while a frame is read and refused."""
    stream = io.BytesIO(data)
    tracemalloc.start()
    try:
        with pytest.raises((WireError, EOFError)):
            wire.read_frame(stream.read)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


ANNOUNCED = {
    "a header of 4 GB": wire.LENGTHS.pack(2**32 - 1, 0),
    "a body of all bytes there are": wire.LENGTHS.pack(0, 2**64 - 1),
    "a header over the limit": wire.LENGTHS.pack(wire.MAX_HEADER + 1, 0) + b" " * 100,
    "a body over the limit": wire.LENGTHS.pack(10, wire.MAX_BODY + 1) + b" " * 100,
    "both at the limit, and nothing behind": wire.LENGTHS.pack(wire.MAX_HEADER, wire.MAX_BODY) + b" " * 100,
    "a long vector": frame(["array", "<f8", [2**31 - 1]]),
    "eight long dimensions": frame(["array", "<f8", [2**31 - 1] * 8]),
    "a long vector with a few bytes": frame(["array", "|u1", [2**31 - 1]], b"1234"),
    "seven long dimensions and an empty one": frame(["array", "<f8", [0] + [2**31 - 1] * 7]),
    "a long list of numbers": frame(["numbers", "list", "array", "<i8", [2**31 - 1]]),
    "a large file": frame(["file", "x", 2**62]),
    "many long vectors": frame(["list", [["array", "<f8", [10**9]]] * 1000]),
}


@pytest.mark.parametrize("what", ANNOUNCED)
def test_an_announced_size_allocates_nothing(what: str) -> None:
    """Sizes are checked before memory is taken for them: a short frame costs little, whatever it announces."""
    assert peak_of_refusing(ANNOUNCED[what]) < MEGABYTE


@pytest.mark.parametrize("sizes", [(wire.MAX_HEADER + 1, 0), (0, wire.MAX_BODY + 1), (2**32 - 1, 2**64 - 1)], ids=str)
def test_a_frame_over_the_limit_is_refused_before_it_is_read(sizes: tuple[int, int]) -> None:
    """The two lengths are enough to refuse it: not a byte of what follows is asked for."""
    stream = io.BytesIO(wire.LENGTHS.pack(*sizes) + b" " * 100)
    with pytest.raises(WireError):
        wire.read_frame(stream.read)
    assert stream.tell() == wire.LENGTHS.size


@pytest.mark.slow
def test_a_frame_costs_no_more_memory_than_some_times_its_bytes() -> None:
    """Nothing that fits into a frame unfolds into very much more: the worst is a list of small numbers."""
    body = bytes(MEGABYTE)
    frames = [
        frame(["array", "|u1", [len(body)]], body),
        frame(["numbers", "list", "array", "<f8", [len(body) // 8]], body),
        frame(["list", [["none"]] * 20_000]),
        frame(["dict", {f"{n}": ["list", []] for n in range(20_000)}]),
    ]
    for data in frames:
        tracemalloc.start()
        try:
            wire.read_frame(io.BytesIO(data).read)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 12 * len(data) + 10 * MEGABYTE


def test_short_forms_are_for_whole_and_floating_numbers_only() -> None:
    """A list of bytes or truths in the short form would unfold to eight times its size; `encode` never writes one."""
    for dtype, size in (("|b1", 1), ("|u1", 1), ("|i1", 1), ("<f2", 2)):
        with pytest.raises(WireError):
            received(frame(["numbers", "list", "array", dtype, [16]], bytes(16 * size)))


@pytest.mark.parametrize(
    "order",
    [wire.File("digits.csv", b"1,2"), wire.Held("X"), wire.Held("X", (2, -1)), wire.Pixels(np.zeros((3, 2), np.uint8))],
    ids=repr,
)
def test_only_a_worker_takes_orders(order: Any) -> None:
    """What makes its receiver write a file or look up a value is refused by the judge, wherever it stands."""
    for tree in (order, ["helper", {"args": [order]}], ["result", {"value": (1, [order])}]):
        with pytest.raises(wire.WireError):
            wire.read_frame(io.BytesIO(wire.encode(tree)).read)


def test_pixels_travel_as_bytes_and_arrive_as_floats() -> None:
    """Many pictures take one byte a pixel on the wire, and are what dividing by 255 gives, in single precision."""
    grey = np.random.default_rng(0).integers(0, 256, (12, 7)).astype(np.uint8)
    frame = wire.encode([wire.Pixels(grey)])
    assert len(frame) < grey.size + 120
    n_header, _ = wire.LENGTHS.unpack(frame[: wire.LENGTHS.size])
    start = wire.LENGTHS.size + n_header
    (arrived,) = wire.decode(frame[wire.LENGTHS.size : start], frame[start:], orders=True)
    values = worker.materialise(arrived, "", wire)
    assert values.dtype == np.float32
    assert np.array_equal(values, grey.astype(np.float32) / np.float32(255))
