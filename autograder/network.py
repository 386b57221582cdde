"""A trained network in a file, `network.npz`, and what it answers: the line between training, drawing and reports.

The file holds float arrays and an entry `layers`, a 0-d string array of JSON: the layers in order, each with its kind,
the names of its arrays and its numbers.

    [{"kind": "dense", "weights": "W1", "bias": "b1"}, {"kind": "relu"},
     {"kind": "dense", "weights": "W2", "bias": "b2"}, {"kind": "softmax"}]

The input is 784 pixels in [0, 1], row after row; the output ten probabilities. Nothing in the file is ever unpickled,
and a file is checked from end to end before it is used, so what can be loaded can also be run.
"""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from autograder.files import write_whole

FILE = "network.npz"
SIDE = 28
PIXELS = SIDE * SIDE
CLASSES = 10
BIGGEST = 256 << 20  # bytes that the arrays of a file may take; a 784-1000-1000-10 network takes 14 MB
BATCH = 256  # digits that are read at once, so that a convolution's windows stay within some 100 MB
ANEW = "To make a new one: autograder train"

# What NumPy and zipfile raise for files that are not what they say.
DAMAGED = (
    ValueError,
    EOFError,
    KeyError,
    MemoryError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)

Array = NDArray[np.float64]
Shape = tuple[int, ...]


class NetworkError(Exception):
    """A network can't be read or is none; the message is one line that says which file, why, and what to do."""


class Layer(Protocol):
    """One step of a network. Examples are the last axis: `(n, m)` for features, `(channels, h, w, m)` for pictures."""

    kind: ClassVar[str]

    def shape(self, before: Shape) -> Shape:
        """The shape of one example after this layer. Raises NetworkError where the layer does not fit."""

    def forward(self, A: Array) -> Array:
        """The layer's output for the output of the layer before it."""


@dataclass(frozen=True)
class Dense:
    """`W A + b`: weights `(n_out, n_in)`, bias `(n_out,)` or `(n_out, 1)`."""

    weights: Array
    bias: Array
    kind: ClassVar[str] = "dense"

    def shape(self, before: Shape) -> Shape:
        _demand(len(before) == 1, f"it wants a flatten before it, as it follows {_shown(before)}")
        _demand(self.weights.ndim == 2, f"its weights have the shape {self.weights.shape}, expected (n_out, n_in)")
        n_out, n_in = self.weights.shape
        _demand(n_in == before[0], f"its weights take {n_in} numbers, and {before[0]} come in")
        _demand_one_each("bias", self.bias, n_out)
        return (n_out,)

    def forward(self, A: Array) -> Array:
        return self.weights @ A + self.bias.reshape(-1, 1)


@dataclass(frozen=True)
class Conv2d:
    """The sum of each window times a kernel, plus bias: weights `(out, in, k, k)`, bias `(out,)`; zeros around."""

    weights: Array
    bias: Array
    stride: int = 1
    padding: int = 0
    kind: ClassVar[str] = "conv2d"

    def shape(self, before: Shape) -> Shape:
        channels, height, width = _picture(before)
        _demand(self.weights.ndim == 4, f"its weights have the shape {self.weights.shape}, expected (out, in, k, k)")
        n_out, n_in, k, k_too = self.weights.shape
        _demand(k == k_too, f"its kernels are {k} x {k_too}, expected square ones")
        _demand(n_in == channels, f"its weights take {n_in} channels, and {channels} come in")
        _demand_one_each("bias", self.bias, n_out)
        _demand(self.stride >= 1 and self.padding >= 0, "its stride must be at least 1 and its padding at least 0")
        rows, columns = ((side + 2 * self.padding - k) // self.stride + 1 for side in (height, width))
        _demand(min(rows, columns) >= 1, f"its kernels of {k} x {k} are larger than the {height} x {width} picture")
        return (n_out, rows, columns)

    def forward(self, A: Array) -> Array:
        A = _pictures(A)
        around = (self.padding, self.padding)
        padded = np.pad(A, ((0, 0), around, around, (0, 0)))
        k = self.weights.shape[2]
        windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(1, 2))
        chosen = windows[:, :: self.stride, :: self.stride]  # (in, h, w, m, k, k)
        sums: Array = np.tensordot(self.weights, chosen, axes=([1, 2, 3], [0, 4, 5]))
        return sums + self.bias.reshape(-1, 1, 1, 1)


@dataclass(frozen=True)
class MaxPool:
    """The largest of each `size` x `size` square; rows and columns that fill no square are left out."""

    size: int
    kind: ClassVar[str] = "maxpool"

    def shape(self, before: Shape) -> Shape:
        channels, height, width = _picture(before)
        _demand(1 <= self.size <= min(height, width), f"its size must lie between 1 and {min(height, width)}")
        return (channels, height // self.size, width // self.size)

    def forward(self, A: Array) -> Array:
        channels, height, width, m = _pictures(A).shape
        rows, columns, k = height // self.size, width // self.size, self.size
        squares = _pictures(A)[:, : rows * k, : columns * k].reshape(channels, rows, k, columns, k, m)
        largest: Array = squares.max(axis=(2, 4))
        return largest


@dataclass(frozen=True)
class Flatten:
    """A picture as features: channel after channel, row after row."""

    kind: ClassVar[str] = "flatten"

    def shape(self, before: Shape) -> Shape:
        return (int(np.prod(before)),)

    def forward(self, A: Array) -> Array:
        pixels = int(np.prod(A.shape[:-1]))
        return A.reshape(pixels, -1)


@dataclass(frozen=True)
class BatchNorm:
    """`gamma (A - mean) / sqrt(variance + epsilon) + beta` for each feature, or each channel of a picture.

    Mean and variance are the running ones that training kept, each `(n,)` or `(n, 1)` as gamma and beta are.
    """

    gamma: Array
    beta: Array
    mean: Array
    variance: Array
    epsilon: float = 1e-5
    kind: ClassVar[str] = "batchnorm"

    def shape(self, before: Shape) -> Shape:
        for name in ("gamma", "beta", "mean", "variance"):
            _demand_one_each(name, getattr(self, name), before[0])
        _demand(self.epsilon >= 0 and not (self.variance + self.epsilon <= 0).any(), "its variance must be positive")
        return before

    def forward(self, A: Array) -> Array:
        each = (-1,) + (1,) * (A.ndim - 1)
        scale = self.gamma.reshape(each) / np.sqrt(self.variance.reshape(each) + self.epsilon)
        return scale * (A - self.mean.reshape(each)) + self.beta.reshape(each)


class _Elementwise:
    """What activations have in common: each number by itself, so that the shape stays."""

    def shape(self, before: Shape) -> Shape:
        return before


@dataclass(frozen=True)
class Relu(_Elementwise):
    kind: ClassVar[str] = "relu"

    def forward(self, A: Array) -> Array:
        return np.maximum(A, 0.0)


@dataclass(frozen=True)
class LeakyRelu(_Elementwise):
    slope: float = 0.01
    kind: ClassVar[str] = "leaky_relu"

    def forward(self, A: Array) -> Array:
        return np.where(A > 0, A, self.slope * A)


@dataclass(frozen=True)
class Tanh(_Elementwise):
    kind: ClassVar[str] = "tanh"

    def forward(self, A: Array) -> Array:
        return np.tanh(A)


@dataclass(frozen=True)
class Sigmoid(_Elementwise):
    """`1 / (1 + exp(-z))`, written with tanh, which never overflows."""

    kind: ClassVar[str] = "sigmoid"

    def forward(self, A: Array) -> Array:
        return 0.5 * (1.0 + np.tanh(0.5 * A))


@dataclass(frozen=True)
class Softmax:
    kind: ClassVar[str] = "softmax"

    def shape(self, before: Shape) -> Shape:
        _demand(len(before) == 1, f"it wants a flatten before it, as it follows {_shown(before)}")
        return before

    def forward(self, A: Array) -> Array:
        powers = np.exp(A - A.max(axis=0, keepdims=True))
        shares: Array = powers / powers.sum(axis=0, keepdims=True)
        return shares


KINDS: dict[str, type[Any]] = {
    layer.kind: layer for layer in (Dense, Conv2d, MaxPool, Flatten, BatchNorm, Relu, LeakyRelu, Tanh, Sigmoid, Softmax)
}
# What an array is called in a file, before its layer's number: W1, b1, W2, … as in the lessons.
SHORT = {"weights": "W", "bias": "b"}


@dataclass(frozen=True)
class Network:
    """Layers in order, from 784 pixels to ten probabilities. Raises NetworkError where they don't fit together."""

    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        self.shapes()

    def shapes(self) -> list[Shape]:
        """The shape of one example before the first layer and after each."""
        found: list[Shape] = [(PIXELS,)]
        for number, layer in enumerate(self.layers, start=1):
            try:
                found.append(layer.shape(found[-1]))
            except NetworkError as error:
                raise NetworkError(f"layer {number}, {layer.kind}: {error}") from None
        if not self.layers or self.layers[-1].kind != "softmax" or found[-1] != (CLASSES,):
            raise NetworkError(f"it has to end in a softmax of {CLASSES} classes, one for each digit")
        return found

    def forward(self, X: ArrayLike) -> list[Array]:
        """The input and every layer's output, for digits `X` `(784, m)` in [0, 1]."""
        outputs = [np.asarray(X, dtype=np.float64)]
        if outputs[0].ndim != 2 or outputs[0].shape[0] != PIXELS:
            raise ValueError(f"X has the shape {outputs[0].shape}, expected ({PIXELS}, m): a column for each digit.")
        for layer in self.layers:
            outputs.append(layer.forward(outputs[-1]))
        return outputs

    def probabilities(self, X: ArrayLike) -> Array:
        """`(10, m)`: how sure the network is of each class, for digits `X` `(784, m)` in [0, 1]."""
        pixels = np.asarray(X, dtype=np.float64)
        parts = [self.forward(pixels[:, at : at + BATCH])[-1] for at in range(0, pixels.shape[1], BATCH)]
        return np.concatenate(parts, axis=1) if parts else np.zeros((CLASSES, 0))

    def predictions(self, X: ArrayLike) -> NDArray[np.int64]:
        """`(m,)`: the most probable class of each digit of `X` `(784, m)` in [0, 1]."""
        found: NDArray[np.int64] = self.probabilities(X).argmax(axis=0)
        return found

    def sizes(self) -> str:
        """The network in a word: 784-10-10 for one of dense layers, convolutions as `6@5x5`."""
        words = [str(PIXELS)]
        for layer in self.layers:
            if isinstance(layer, Dense):
                words.append(str(layer.weights.shape[0]))
            elif isinstance(layer, Conv2d):
                n_out, _, k, _ = layer.weights.shape
                words.append(f"{n_out}@{k}x{k}")
        return "-".join(words)


def dense_network(parameters: Sequence[tuple[ArrayLike, ArrayLike]], activation: Layer | None = None) -> Network:
    """A network of dense layers, `(weights, bias)` each, an activation (ReLU) between them and a softmax at the end.

    The first assignment's is `dense_network([(W1, b1), (W2, b2)])` with W1 `(n_hidden, 784)`, b1 `(n_hidden, 1)`,
    W2 `(10, n_hidden)`, b2 `(10, 1)`. Raises NetworkError where the shapes don't fit together.
    """
    layers: list[Layer] = []
    for weights, bias in parameters:
        layers += [Dense(_floats(weights), _floats(bias)), activation or Relu()]
    return Network((*layers[:-1], Softmax()))


def description(network: Network) -> tuple[list[dict[str, Any]], dict[str, Array]]:
    """What a file says of a network: its layers as JSON has them, and its arrays by name."""
    layers: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    numbers = {"norm": 0, "linear": 0}
    for layer in network.layers:
        fields = {field.name: getattr(layer, field.name) for field in dataclasses.fields(layer)}  # type: ignore[arg-type]
        counter = "linear" if "weights" in fields else "norm"
        numbers[counter] += any(isinstance(value, np.ndarray) for value in fields.values())
        entry: dict[str, Any] = {"kind": layer.kind}
        for name, value in fields.items():
            if isinstance(value, np.ndarray):
                entry[name] = f"{SHORT.get(name, name)}{numbers[counter]}"
                arrays[entry[name]] = value
            else:
                entry[name] = value
        layers.append(entry)
    return layers, arrays


def save(network: Network, path: Path | str = FILE) -> None:
    """Write a network to a file, whole or not at all. Raises OSError where that can't be."""
    layers, arrays = description(network)
    content = io.BytesIO()
    # Not with allow_pickle=False, which NumPy before 2.1 takes for the name of an array.
    np.savez(content, layers=np.array(json.dumps(layers)), **arrays)  # type: ignore[arg-type]
    write_whole(Path(path), content.getvalue())


def load(path: Path | str = FILE) -> Network:
    """Read a network from a file. Raises NetworkError where it is absent, damaged, not a network, or not finite."""
    place = Path(path)
    try:
        return _read(place)
    except FileNotFoundError:
        raise NetworkError(f"There is no {place} yet. To make it, train your network: autograder train") from None
    except OSError as error:
        raise NetworkError(f"{place} can't be read: {error.strerror or error}.") from None
    except NetworkError as error:
        raise NetworkError(f"{place} holds no network that can be used: {error}. {ANEW}") from None


def _read(path: Path) -> Network:
    arrays = _arrays(path)
    if "layers" not in arrays:
        raise NetworkError("its entry `layers` is missing")
    text = arrays.pop("layers")
    if text.dtype.kind != "U" or text.ndim:
        raise NetworkError("its entry `layers` is not a text")
    try:
        layers = json.loads(str(text))
    except (json.JSONDecodeError, RecursionError):
        raise NetworkError("its entry `layers` is not JSON") from None
    if not isinstance(layers, list) or not all(isinstance(layer, dict) for layer in layers):
        raise NetworkError("its entry `layers` is not a list of layers")
    return Network(tuple(_layer(number, layer, arrays) for number, layer in enumerate(layers, start=1)))


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    """All arrays of an .npz file, without unpickling, and only where they are of a sane size together."""
    try:
        with path.open("rb") as file:
            with zipfile.ZipFile(file) as archive:
                size = sum(entry.file_size for entry in archive.infolist())
            if size > BIGGEST:
                raise NetworkError(f"its arrays take {size >> 20} MB, and {BIGGEST >> 20} MB are the most")
            file.seek(0)
            with np.load(file, allow_pickle=False) as opened:
                # An entry that is no array comes as bytes.
                return {name: np.asarray(opened[name]) for name in opened.files}
    except DAMAGED as error:
        why = "it holds pickled objects" if "pickle" in str(error) else "it is damaged, or not an .npz file"
        raise NetworkError(why) from None


def _layer(number: int, given: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Layer:
    """A layer from its description."""
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise NetworkError(f"layer {number} is of the kind {kind!r}, expected one of: {', '.join(KINDS)}")
    values: dict[str, Any] = {}
    fields = dataclasses.fields(KINDS[kind])
    if unknown := set(given) - {"kind"} - {field.name for field in fields}:
        raise NetworkError(f"layer {number}, {kind}: it has an unknown entry {min(unknown)!r}")
    for field in fields:
        name, value = field.name, given.get(field.name, field.default)
        if value is dataclasses.MISSING:
            raise NetworkError(f"layer {number}, {kind}: it has no {name}")
        if field.type == "Array":
            if not isinstance(value, str) or value not in arrays:
                raise NetworkError(f"layer {number}, {kind}: there is no array {value!r} for its {name}")
            values[name] = _finite(value, arrays[value])
        elif isinstance(value, bool) or not isinstance(value, int if field.type == "int" else (int, float)):
            raise NetworkError(f"layer {number}, {kind}: its {name} is {value!r}, expected a number")
        elif not np.isfinite(value):
            raise NetworkError(f"layer {number}, {kind}: its {name} is {value}")
        else:
            values[name] = value
    layer: Layer = KINDS[kind](**values)
    return layer


def _finite(name: str, array: NDArray[Any]) -> Array:
    """An array of a file as float64."""
    if array.dtype.kind not in "fiu":
        raise NetworkError(f"its array {name} does not hold numbers, but {array.dtype}")
    floats = _floats(array)
    if not np.isfinite(floats).all():
        raise NetworkError(
            f"its array {name} holds numbers that are not finite, so the training exploded; "
            "a smaller learning rate keeps them in bounds"
        )
    return floats


def _floats(array: ArrayLike) -> Array:
    return np.asarray(array, dtype=np.float64)


def _picture(before: Shape) -> Shape:
    """One example's shape as `(channels, height, width)`; 784 features are one 28 x 28 picture."""
    if before == (PIXELS,):
        return (1, SIDE, SIDE)
    _demand(len(before) == 3, f"it wants pictures, and {_shown(before)} come in")
    return before


def _pictures(A: Array) -> Array:
    return A.reshape(1, SIDE, SIDE, A.shape[-1]) if A.ndim == 2 else A


def _shown(shape: Shape) -> str:
    return f"{shape[0]} numbers" if len(shape) == 1 else "pictures of {} x {} x {}".format(*shape)


def _demand_one_each(name: str, array: Array, n: int) -> None:
    _demand(array.shape in ((n,), (n, 1)), f"its {name} has the shape {array.shape}, expected ({n}, 1)")


def _demand(holds: bool, trouble: str) -> None:
    if not holds:
        raise NetworkError(trouble)
