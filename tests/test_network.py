"""A network in a file gives the answers that it gave before, every kind of layer does what it says, and bad files are
refused in one line that says what to do."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import network
from autograder.network import (
    BatchNorm,
    Conv2d,
    Dense,
    Flatten,
    LeakyRelu,
    MaxPool,
    Network,
    NetworkError,
    Relu,
    Sigmoid,
    Softmax,
    Tanh,
    dense_network,
    load,
    save,
)

RNG = np.random.default_rng(6)


def normal(*shape: int) -> Any:
    return RNG.normal(size=shape) / np.sqrt(np.prod(shape[1:]))


def dense(n_out: int, n_in: int) -> Dense:
    return Dense(normal(n_out, n_in), normal(n_out, 1))


def norm(n: int) -> BatchNorm:
    return BatchNorm(normal(n), normal(n), normal(n), RNG.uniform(0.5, 2, n), 1e-3)


SMALL = dense_network([(normal(7, 784), normal(7, 1)), (normal(10, 7), normal(10, 1))])
EVERY_KIND = Network(
    (
        Conv2d(normal(4, 1, 5, 5), normal(4), stride=1, padding=2), norm(4), LeakyRelu(0.2), MaxPool(2),
        Conv2d(normal(6, 4, 3, 3), normal(6), stride=2, padding=0), Relu(), MaxPool(4), Flatten(),
        dense(12, 6), norm(12), Tanh(), dense(11, 12), Sigmoid(), dense(10, 11), Softmax(),
    )
)  # fmt: skip
DIGITS = RNG.uniform(size=(784, 5))


@pytest.mark.parametrize("given", [SMALL, EVERY_KIND], ids=["dense", "every kind"])
def test_a_saved_network_answers_as_before(given: Network, tmp_path: Path) -> None:
    """What is saved and loaded gives the same probabilities to the last bit, and nothing else is left in the folder."""
    save(given, tmp_path / "network.npz")
    again = load(tmp_path / "network.npz")
    assert np.array_equal(again.probabilities(DIGITS), given.probabilities(DIGITS))
    assert [layer.kind for layer in again.layers] == [layer.kind for layer in given.layers]
    assert [path.name for path in tmp_path.iterdir()] == ["network.npz"]


def test_the_file_is_as_the_format_says(tmp_path: Path) -> None:
    """A first network is W1, b1, W2, b2 and the list of its layers as JSON in a text of no dimensions."""
    save(SMALL, tmp_path / "network.npz")
    with np.load(tmp_path / "network.npz", allow_pickle=False) as file:
        assert set(file.files) == {"layers", "W1", "b1", "W2", "b2"}
        assert file["layers"].shape == ()
        assert json.loads(str(file["layers"])) == [
            {"kind": "dense", "weights": "W1", "bias": "b1"},
            {"kind": "relu"},
            {"kind": "dense", "weights": "W2", "bias": "b2"},
            {"kind": "softmax"},
        ]


def test_the_shapes_along_the_way() -> None:
    """Each layer's output has the shape that was foretold, for one digit and for several."""
    assert EVERY_KIND.shapes()[:9] == [
        (784,), (4, 28, 28), (4, 28, 28), (4, 28, 28), (4, 14, 14), (6, 6, 6), (6, 6, 6), (6, 1, 1), (6,)
    ]  # fmt: skip
    for m in (1, 3):
        outputs = EVERY_KIND.forward(DIGITS[:, :m])
        assert [output.shape for output in outputs] == [(*shape, m) for shape in EVERY_KIND.shapes()]


def test_a_network_in_a_word() -> None:
    """Networks are named as the lessons name them."""
    assert SMALL.sizes() == "784-7-10"
    assert EVERY_KIND.sizes() == "784-4@5x5-6@3x3-12-11-10"


def test_probabilities_of_many_digits_are_those_of_each() -> None:
    """Reading in batches changes no answer, and no digits give no answers."""
    many = np.random.default_rng(1).uniform(size=(784, network.BATCH + 3))
    together = SMALL.probabilities(many)
    assert together.shape == (10, network.BATCH + 3)
    for at in (0, network.BATCH - 1, network.BATCH, network.BATCH + 2):
        np.testing.assert_allclose(together[:, at], SMALL.forward(many[:, [at]])[-1][:, 0], rtol=1e-12)
    assert np.array_equal(SMALL.predictions(many), together.argmax(axis=0))
    assert SMALL.probabilities(np.zeros((784, 0))).shape == (10, 0)


def test_digits_of_another_size_are_refused() -> None:
    """Pictures of another size are no input, and the message says which shape is expected."""
    with pytest.raises(ValueError, match=r"\(28, 28\), expected \(784, m\)"):
        SMALL.probabilities(np.zeros((28, 28)))


# Each kind against its formula, written as plainly as possible


def test_a_convolution_is_a_sum_over_each_window() -> None:
    """Stride, padding, several channels in and out: as four loops compute it."""
    layer = Conv2d(normal(3, 2, 4, 4), normal(3, 1), stride=3, padding=2)
    A = RNG.normal(size=(2, 9, 11, 2))
    padded = np.zeros((2, 13, 15, 2))
    padded[:, 2:11, 2:13] = A
    assert layer.shape((2, 9, 11)) == (3, 4, 4)
    got = layer.forward(A)
    for o, y, x, example in np.ndindex(3, 4, 4, 2):
        window = padded[:, 3 * y : 3 * y + 4, 3 * x : 3 * x + 4, example]
        assert got[o, y, x, example] == pytest.approx((window * layer.weights[o]).sum() + layer.bias[o, 0])


def test_a_pool_is_the_largest_of_each_square() -> None:
    """Rows and columns that fill no square are left out."""
    A = RNG.normal(size=(2, 7, 5, 3))
    got = MaxPool(3).forward(A)
    assert got.shape == (2, 2, 1, 3)
    for c, y, x, example in np.ndindex(2, 2, 1, 3):
        assert got[c, y, x, example] == A[c, 3 * y : 3 * y + 3, 3 * x : 3 * x + 3, example].max()


def test_batch_norm_is_by_feature_and_by_channel() -> None:
    """The kept mean and variance are used, for features one each and for pictures one a channel."""
    layer = norm(3)
    for A in (RNG.normal(size=(3, 4)), RNG.normal(size=(3, 2, 5, 4))):
        got = layer.forward(A)
        for at in range(3):
            expected = (A[at] - layer.mean[at]) / np.sqrt(layer.variance[at] + 1e-3)
            np.testing.assert_allclose(got[at], layer.gamma[at] * expected + layer.beta[at])


def test_activations_are_their_formulas_and_never_overflow() -> None:
    """Elementwise functions at ordinary and extreme inputs; softmax's columns are distributions."""
    z = np.array([[-1e4, -2.0, 0.0, 0.5, 1e4]])
    with np.errstate(all="raise", under="ignore"):
        assert Relu().forward(z).tolist() == [[0, 0, 0, 0.5, 1e4]]
        assert LeakyRelu(0.1).forward(z).tolist() == [[-1e3, -0.2, 0, 0.5, 1e4]]
        np.testing.assert_allclose(Tanh().forward(z), np.tanh(z))
        np.testing.assert_allclose(Sigmoid().forward(z), [[0, 1 / (1 + np.e**2), 0.5, 1 / (1 + np.e**-0.5), 1]])
        np.testing.assert_allclose(Softmax().forward(z.T)[:, 0], [0, 0, 0, 0, 1])
    np.testing.assert_allclose(Softmax().forward(np.log([[1.0, 2], [3, 2]])), [[0.25, 0.5], [0.75, 0.5]])


def test_flattening_goes_channel_after_channel_row_after_row() -> None:
    """The order of features is C's, as NumPy's reshape and PyTorch's flatten have it."""
    A = np.arange(2 * 3 * 4.0).reshape(2, 3, 4, 1)
    assert Flatten().forward(A)[:, 0].tolist() == list(range(24))


# Networks that do not fit together

MISFITS = {
    "W takes other pixels": ([dense(10, 783), Softmax()], "layer 1, dense: its weights take 783 numbers, and 784 come"),
    "bias too long": ([Dense(normal(10, 784), normal(11)), Softmax()], r"its bias has the shape \(11,\), expected"),
    "weights of one axis": ([Dense(normal(784), normal(10)), Softmax()], r"shape \(784,\), expected \(n_out, n_in\)"),
    "no softmax": ([dense(10, 784)], "it has to end in a softmax of 10 classes"),
    "nothing": ([], "it has to end in a softmax"),
    "nine classes": ([dense(9, 784), Softmax()], "a softmax of 10 classes"),
    "no flatten": ([MaxPool(2), dense(10, 196), Softmax()], "wants a flatten before it, as it follows pictures of 1 x"),
    "softmax of pictures": ([MaxPool(2), Softmax()], "softmax: it wants a flatten"),
    "conv of features": ([dense(9, 784), Conv2d(normal(4, 1, 3, 3), normal(4))], "pictures, and 9 numbers come in"),
    "conv of two axes": ([Conv2d(normal(4, 9), normal(4))], "expected .out, in, k, k."),
    "oblong kernels": ([Conv2d(normal(4, 1, 3, 5), normal(4))], "kernels are 3 x 5"),
    "other channels": ([Conv2d(normal(4, 3, 5, 5), normal(4))], "take 3 channels, and 1 come in"),
    "stride 0": ([Conv2d(normal(4, 1, 5, 5), normal(4), stride=0)], "stride must be at least 1"),
    "kernels too large": ([Conv2d(normal(4, 1, 29, 29), normal(4))], "larger than the 28 x 28 picture"),
    "pool too large": ([MaxPool(29)], "size must lie between 1 and 28"),
    "norm of other size": ([norm(5)], r"its gamma has the shape \(5,\), expected \(784, 1\)"),
    "no variance": ([BatchNorm(*[np.zeros(784)] * 4, epsilon=0.0)], "variance must be positive"),
}


@pytest.mark.parametrize("name", MISFITS)
def test_layers_that_do_not_fit_are_named(name: str) -> None:
    """A network whose layers don't fit together can't be made; the message says which layer, and why."""
    layers, message = MISFITS[name]
    with pytest.raises(NetworkError, match=message):
        Network(tuple(layers))


# Bad files

FIRST = {"kind": "dense", "weights": "W1", "bias": "b1"}
LAST = {"kind": "softmax"}
ARRAYS = {"W1": normal(10, 784), "b1": normal(10, 1)}


def npz(layers: Any = (FIRST, LAST), **arrays: Any) -> bytes:
    content = io.BytesIO()
    text = layers if isinstance(layers, np.ndarray) else np.array(json.dumps(layers))
    np.savez(content, allow_pickle=True, layers=text, **(ARRAYS | arrays))
    return content.getvalue()


def without_layers() -> bytes:
    content = io.BytesIO()
    np.savez(content, W1=ARRAYS["W1"])
    return content.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def huge() -> bytes:
    """A header that promises more than there is."""
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f8", "fortran_order": False, "shape": (1 << 50,)})
    return zipped("layers.npy", header.getvalue())


BAD = {
    "empty": (b"", "damaged, or not an .npz file"),
    "text": (b"W1 = 3", "damaged, or not an .npz file"),
    "cut off": (npz()[:3000], "damaged, or not an .npz file"),
    "altered": (npz().replace(b"NUMPY", b"LUMPY"), "damaged, or not an .npz file|it holds pickled objects"),
    "promises": (huge(), "damaged, or not an .npz file"),
    "bomb": (zipped("W1.npy", bytes(network.BIGGEST + 1)), "its arrays take 256 MB, and 256 MB are the most"),
    "no arrays": (zipped("W1.txt", b"hello"), "its entry `layers` is missing"),
    "no layers": (without_layers(), "its entry `layers` is missing"),
    "layers a number": (npz(np.array(3.0)), "`layers` is not a text"),
    "layers a list": (npz(np.array(["[]"])), "`layers` is not a text"),
    "not JSON": (npz(np.array("[{'kind'")), "`layers` is not JSON"),
    "deep": (npz(np.array("[" * 100_000)), "`layers` is not JSON"),
    "an object": (npz(np.array("{}")), "not a list of layers"),
    "words": (npz(["dense"]), "not a list of layers"),
    "unknown kind": (npz([FIRST, {"kind": "sofmax"}]), "layer 2 is of the kind 'sofmax', expected one of: dense, conv"),
    "no kind": (npz([{}]), "layer 1 is of the kind None"),
    "odd kind": (npz([{"kind": ["dense"]}]), "layer 1 is of the kind"),
    "no bias": (npz([{"kind": "dense", "weights": "W1"}, LAST]), "layer 1, dense: it has no bias"),
    "absent": (npz([FIRST | {"bias": "b9"}, LAST]), "layer 1, dense: there is no array 'b9' for its bias"),
    "an odd name": (npz([FIRST | {"bias": 3}, LAST]), "there is no array 3 for its bias"),
    "an odd entry": (npz([FIRST | {"biass": "b1"}, LAST]), "layer 1, dense: it has an unknown entry 'biass'"),
    "an odd slope": (npz([FIRST, {"kind": "leaky_relu", "slope": "x"}, LAST]), "its slope is 'x', expected a number"),
    "half a pool": (npz([{"kind": "maxpool", "size": 1.5}, FIRST, LAST]), "its size is 1.5, expected a number"),
    "true pool": (npz([{"kind": "maxpool", "size": True}, FIRST, LAST]), "its size is True, expected a number"),
    "infinite": (npz([FIRST, {"kind": "leaky_relu", "slope": float("inf")}, LAST]), "its slope is inf"),
    "words for weights": (npz(W1=np.array(["a"])), "its array W1 does not hold numbers, but <U1"),
    "pickled": (npz(W1=np.array([{}], dtype=object)), "it holds pickled objects"),
    "exploded": (npz(b1=np.full((10, 1), np.nan)), "b1 holds numbers that are not finite, so the training exploded"),
    "misfit": (npz(b1=np.zeros(9)), r"layer 1, dense: its bias has the shape \(9,\), expected \(10, 1\)"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    """The message names the file, what is wrong with it, and the command that makes a new one."""
    content, message = BAD[name]
    path = tmp_path / "network.npz"
    path.write_bytes(content)
    with pytest.raises(NetworkError, match=message) as caught:
        load(path)
    said = str(caught.value)
    assert said.startswith(f"{path} holds no network that can be used: ")
    assert said.endswith("To make a new one: autograder train")
    assert "\n" not in said
    assert not re.search(r"\.\.|: :", said)


def test_where_there_is_no_network_the_command_that_makes_one_is_named(tmp_path: Path) -> None:
    """No file, and a folder in its place, are told apart."""
    with pytest.raises(NetworkError, match=r"There is no .*network.npz yet. To make it, .*: autograder train$"):
        load(tmp_path / "network.npz")
    with pytest.raises(NetworkError, match="can't be read"):
        load(tmp_path)


def test_whole_numbers_and_float32_are_numbers(tmp_path: Path) -> None:
    """Weights of another numeric type, and flat biases, are taken as they are."""
    path = tmp_path / "network.npz"
    path.write_bytes(npz(W1=np.ones((10, 784), np.float32), b1=np.arange(10)))
    assert load(path).predictions(DIGITS).tolist() == [9] * 5


def test_a_network_that_can_not_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    """Saving into a folder that is not there raises, and makes nothing."""
    with pytest.raises(OSError, match="No such file"):
        save(SMALL, tmp_path / "absent" / "network.npz")
    assert not any(tmp_path.iterdir())
