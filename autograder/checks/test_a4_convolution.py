"""What is claimed of each function of the convolutional network, and what a network built of them must reach.

Pictures are (channels, height, width, m). Heights and widths differ where they can, all other sizes always do, caches
come from real forward passes, and no number occurs twice in a picture unless a check is about that. Where a maximum is
looked for again, all numbers are such as single precision holds too: a max_pool that returns float32 is right.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.a4_gate import run_gate
from autograder.judge.checking import Answer, assert_all_match, assert_matches, assert_unmodified, check, demand
from autograder.judge.compare import as_array
from autograder.student.outcome import Returned

Array = np.ndarray[Any, Any]
Rng = np.random.Generator


# -- inputs


def single(array: Array) -> Array:
    """The nearest numbers that single precision holds, in double precision."""
    return array.astype(np.float32).astype(float)


def pictures(rng: Rng, *shape: int) -> Array:
    """Pictures of random numbers around 0, (channels, height, width, m)."""
    return single(rng.normal(0, 1, shape))


def layer(rng: Rng, filters: int, channels: int, kernel: int) -> tuple[Array, Array]:
    """Filters and biases of a convolution in mid-training: none is zero."""
    return rng.normal(0, 0.5, (filters, channels, kernel, kernel)), rng.normal(0.4, 0.5, (filters, 1))


def _side(image_size: int, kernel: int) -> int:
    """How high and wide the maps are behind two convolutions and two poolings of 2."""
    return ((image_size - kernel + 1) // 2 - kernel + 1) // 2


def lenet(rng: Rng, image_size: int, kernel: int, filters: tuple[int, int], n_classes: int) -> tuple[Array, ...]:
    """Parameters of a whole network in mid-training, (W1, b1, W2, b2, W3, b3)."""
    f1, f2 = filters
    q = _side(image_size, kernel)
    W1, b1 = layer(rng, f1, 1, kernel)
    W2, b2 = layer(rng, f2, f1, kernel)
    W3, b3 = rng.normal(0, 0.5, (n_classes, f2 * q * q)), rng.normal(-0.2, 0.5, (n_classes, 1))
    return W1, b1, W2 * 0.5, b2, W3, b3


def labels(rng: Rng, m: int, n_classes: int = 10) -> Array:
    return rng.integers(0, n_classes, m)


# -- 1  pad_images


def frame_filled(answer: Answer, right: Array) -> bool:
    """Whether an answer is right but for the frame, in which there is something."""
    padded = as_array(answer.outcome.value) if isinstance(answer.outcome, Returned) else None
    if padded is None or padded.shape != right.shape:
        return False
    inside = right != 0
    return bool(np.allclose(padded[inside], right[inside], atol=1e-4) and padded[~inside].any())


@check("pad_images", "each picture has a frame of zeros round it")
def test_pad_images_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 1, 3, 4, 2), 1), (pictures(rng, 2, 5, 3, 4), 2)]
    answers = [student.pad_images(*case) for case in cases]
    expected = [reference.pad_images(*case) for case in cases]
    filled = all(frame_filled(answer, right.value) for answer, right in zip(answers, expected, strict=True))
    answers[0].demand(not filled, "the frame holds other numbers than 0", "pad-not-zero")
    assert_all_match(zip(answers, expected, strict=True))


@check("pad_images", "a frame of any width, also 0, round one picture or many")
def test_pad_images_widths(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, *shape), pad) for shape, pad in (((3, 4, 5, 1), 0), ((1, 2, 6, 7), 3), ((4, 5, 2, 3), 0))]
    assert_all_match((student.pad_images(*case), reference.pad_images(*case)) for case in cases)


@check("pad_images", "the answer is right, and the argument stays as it was")
def test_pad_images_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    X = pictures(rng, 2, 4, 6, 3)
    assert_unmodified(student.pad_images(X, 1), reference.pad_images(X, 1), ["X"])


# -- 2  conv_output_size


def between(rng: Rng, *bounds: tuple[int, int]) -> tuple[int, ...]:
    """Whole numbers from the first of each two bounds up to the last but one."""
    return tuple(int(rng.integers(*bound)) for bound in bounds)


def assert_sizes(student: Any, reference: Any, cases: list[tuple[int, ...]]) -> None:
    """The sizes are right, and whole numbers, as they will be lengths of arrays."""
    answers = [student.conv_output_size(*case) for case in cases]
    assert_all_match((answer, reference.conv_output_size(*case)) for answer, case in zip(answers, cases, strict=True))
    for answer in answers:
        (size,) = answer.arrays(size=())
        seen = f"what comes back is {size!s}, of the type {size.dtype}"
        answer.demand(size.dtype.kind in "iu", seen, "size-float")


@check("conv_output_size", "the places of a kernel that moves by one pixel, without a frame")
def test_conv_output_size_plain(student: Any, reference: Any, rng: Rng) -> None:
    drawn = (*between(rng, (20, 40), (2, 9)), 1, 0)
    assert_sizes(student, reference, [(24, 5, 1, 0), (9, 4, 1, 0), (7, 7, 1, 0), (6, 1, 1, 0), drawn])


@check("conv_output_size", "the frame counts at both ends")
def test_conv_output_size_pad(student: Any, reference: Any, rng: Rng) -> None:
    size, kernel, pad = between(rng, (20, 40), (4, 9), (1, 4))
    assert_sizes(student, reference, [(24, 5, 1, 2), (10, 3, 1, 1), (5, 4, 1, 3), (size, kernel, 1, pad)])


@check("conv_output_size", "a longer stride, and a last step that would lead over the edge")
def test_conv_output_size_stride(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(7, 3, 2, 0), (8, 3, 2, 0), (11, 3, 3, 1), (12, 4, 5, 2), (28, 5, 2, 2)]
    assert_sizes(student, reference, [*cases, between(rng, (40, 60), (4, 9), (2, 6), (0, 4))])


# -- 3  im2col


@check("im2col", "each patch of a picture is a column")
def test_im2col_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 1, 3, 3, 1), 2, 1), (pictures(rng, 1, 4, 5, 1), 3, 1)]
    assert_all_match((student.im2col(*case), reference.im2col(*case)) for case in cases)


@check("im2col", "many channels and many pictures, in the order agreed on")
def test_im2col_order(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 2, 4, 5, 3), 2, 1), (pictures(rng, 3, 6, 5, 4), 3, 1), (pictures(rng, 4, 3, 4, 2), 1, 1)]
    assert_all_match((student.im2col(*case), reference.im2col(*case)) for case in cases)


@check("im2col", "a longer stride, and pixels at the edge that are left over")
def test_im2col_stride(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 1, 5, 7, 2), 3, 2), (pictures(rng, 2, 6, 8, 3), 3, 2), (pictures(rng, 3, 8, 5, 1), 2, 3)]
    assert_all_match((student.im2col(*case), reference.im2col(*case)) for case in cases)


@check("im2col", "a patch of a single pixel, and one as large as the picture")
def test_im2col_extremes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 2, 3, 4, 5), 1, 1), (pictures(rng, 3, 4, 4, 2), 4, 1), (pictures(rng, 1, 5, 6, 3), 5, 1)]
    assert_all_match((student.im2col(*case), reference.im2col(*case)) for case in cases)


@check("im2col", "the answer is right, and the arguments stay as they were")
def test_im2col_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (pictures(rng, 2, 4, 6, 3), 3, 1)
    assert_unmodified(student.im2col(*case), reference.im2col(*case), ["X", "kernel", "stride"])


# -- 4  conv_forward


def conv_case(
    rng: Rng, shape: tuple[int, int, int, int], filters: int, kernel: int, stride: int, pad: int
) -> tuple[Any, ...]:
    """The arguments of conv_forward."""
    return pictures(rng, *shape), *layer(rng, filters, shape[0], kernel), stride, pad


def assert_convolved(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.conv_forward(*case), reference.conv_forward(*case)) for case in cases)


@check("conv_forward", "the sum of pixel times weight for each patch, plus the bias")
def test_conv_forward_values(student: Any, reference: Any, rng: Rng) -> None:
    sizes = (((1, 4, 5, 3), 2, 3), ((2, 6, 5, 4), 3, 2))
    cases = [conv_case(rng, shape, filters, kernel, 1, 0) for shape, filters, kernel in sizes]
    assert_convolved(student, reference, cases)


@check("conv_forward", "with a frame of zeros")
def test_conv_forward_pad(student: Any, reference: Any, rng: Rng) -> None:
    sizes = (((2, 4, 6, 3), 5, 3, 1), ((1, 5, 3, 4), 2, 5, 2))
    cases = [conv_case(rng, shape, filters, kernel, 1, pad) for shape, filters, kernel, pad in sizes]
    assert_convolved(student, reference, cases)


@check("conv_forward", "with a longer stride")
def test_conv_forward_stride(student: Any, reference: Any, rng: Rng) -> None:
    sizes = (((2, 7, 5, 3), 4, 3, 2, 0), ((3, 6, 8, 2), 5, 3, 2, 1), ((1, 8, 11, 4), 2, 2, 3, 0))
    cases = [conv_case(rng, *size) for size in sizes]
    assert_convolved(student, reference, cases)


@check("conv_forward", "one picture or many, one filter or many, filters of one pixel")
def test_conv_forward_batches(student: Any, reference: Any, rng: Rng) -> None:
    sizes = (((3, 5, 4, 1), 2, 3, 1, 0), ((2, 4, 3, 37), 1, 2, 1, 1), ((4, 3, 5, 2), 6, 1, 1, 0))
    cases = [conv_case(rng, *size) for size in sizes]
    assert_convolved(student, reference, cases)


@check("conv_forward", "the answer is right, and the arguments stay as they were")
def test_conv_forward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = conv_case(rng, (2, 5, 4, 3), 4, 3, 1, 1)
    assert_unmodified(student.conv_forward(*case), reference.conv_forward(*case), ["X", "W", "b", "stride", "pad"])


# -- 5  max_pool


@check("max_pool", "the largest number of each square")
def test_max_pool_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 1, 4, 6, 1), 2), (pictures(rng, 3, 6, 4, 5), 2)]
    assert_all_match((student.max_pool(*case), reference.max_pool(*case)) for case in cases)


@check("max_pool", "squares of other sizes, one picture or many")
def test_max_pool_sizes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 2, 6, 9, 4), 3), (pictures(rng, 4, 8, 4, 1), 4), (pictures(rng, 3, 2, 4, 7), 2)]
    assert_all_match((student.max_pool(*case), reference.max_pool(*case)) for case in cases)


@check("max_pool", "squares in which all numbers are negative")
def test_max_pool_negative(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(pictures(rng, 2, 4, 8, 3) - 6, 2), (pictures(rng, 1, 6, 3, 5) - 9, 3)]
    assert_all_match((student.max_pool(*case), reference.max_pool(*case)) for case in cases)


@check("max_pool", "the answer is right, and the argument stays as it was")
def test_max_pool_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    X = pictures(rng, 3, 4, 2, 6)
    assert_unmodified(student.max_pool(X, 2), reference.max_pool(X, 2), ["X"])


# -- 6  flatten


@check("flatten", "each example's maps become one column")
def test_flatten_values(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [pictures(rng, 2, 3, 4, 5), pictures(rng, 3, 2, 2, 7)]
    assert_all_match((student.flatten(A), reference.flatten(A)) for A in inputs)


@check("flatten", "one example or many, one channel or many")
def test_flatten_shapes(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [pictures(rng, *shape) for shape in ((4, 3, 2, 1), (1, 5, 6, 3), (24, 3, 3, 11), (5, 1, 1, 4))]
    assert_all_match((student.flatten(A), reference.flatten(A)) for A in inputs)


@check("flatten", "the answer is right, and the arguments stay as they were")
def test_flatten_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (pictures(rng, 3, 2, 5, 4),)
    assert_unmodified(student.flatten(*case), reference.flatten(*case), ["A"])


# -- 7  init_lenet: any sensible random weights are right, so their properties are judged

LENET_SIZES = (28, 5, (8, 16), 10)
TELLING_SIZES = (52, 9, (3, 5), 4)  # each way to get the columns of W3 wrong gives another number
PARAMETERS = ("W1", "b1", "W2", "b2", "W3", "b3")


def init_shapes(image_size: int, kernel: int, filters: tuple[int, int], n_classes: int) -> dict[str, tuple[int, ...]]:
    """The parameters' shapes, by name."""
    f1, f2 = filters
    q = _side(image_size, kernel)
    return {
        "W1": (f1, 1, kernel, kernel), "b1": (f1, 1), "W2": (f2, f1, kernel, kernel), "b2": (f2, 1),
        "W3": (n_classes, f2 * q * q), "b3": (n_classes, 1),
    }  # fmt: skip


def shape_of(value: Any) -> tuple[int, ...]:
    """The shape of what may be an array; nothing where it is none."""
    array = as_array(value)
    return () if array is None else array.shape


def init_arrays(answer: Answer, *sizes: Any) -> dict[str, Array]:
    """The six parameters by name; fails where one has another shape, holds NaN, or all weights are one number."""
    shapes = init_shapes(*sizes)
    value = answer.value
    if sizes == TELLING_SIZES and isinstance(value, tuple | list) and len(value) == 6:
        W1, W2, W3 = map(shape_of, value[::2])
        image_size, kernel, (_, f2), _ = sizes
        first = image_size - kernel + 1
        unpooled, half = first - kernel + 1, (first // 2 - kernel + 1)
        known = {
            f2 * half * half: "lenet-init-one-pooling",
            f2 * unpooled * unpooled: "lenet-init-no-pooling",
            f2 * (unpooled // 4) ** 2: "lenet-init-poolings-at-the-end",
            f2 * (image_size // 4) ** 2: "lenet-init-kernel-forgotten",
            f2: "lenet-init-map-forgotten",
            (half // 2) ** 2: "lenet-init-filters-forgotten",
            f2 * (half // 2): "lenet-init-not-squared",
            f2 * (((image_size - kernel) // 2 - kernel) // 2) ** 2: "lenet-init-without-one",
            f2 * 16: "lenet-init-size-of-class",
            sizes[2][0] * (half // 2) ** 2: "lenet-init-first-filters",
        }
        if (shapes["W1"], shapes["W2"]) == (W1, W2) and len(W3) == 2 and W3[1] != shapes["W3"][1] and W3[1] in known:
            seen = f"W3 has the shape {W3} and should have {shapes['W3']}"
            answer.demand(False, seen, known[W3[1]])
    if isinstance(value, tuple | list) and len(value) == 6:
        demand_layout(answer, dict(zip(shapes, map(shape_of, value), strict=True)), shapes)
    arrays = dict(zip(shapes, answer.arrays(**shapes), strict=True))
    for name, array in arrays.items():
        answer.demand_finite(name, array)
        if name.startswith("W"):
            demand(array.any(), "lenet-init-zeros", f"all {array.size} weights of {name} are 0")
            seen = f"all {array.size} weights of {name} are {array.flat[0]:g}"
            demand((array.flat[0] != array).any(), "lenet-init-constant", seen)
    return arrays


def demand_layout(answer: Answer, found: dict[str, tuple[int, ...]], due: dict[str, tuple[int, ...]]) -> None:
    """No parameter has the right length and lacks an axis or has two of them exchanged, in however many layers."""
    for name in ("b1", "b2", "b3"):
        seen = f"{name} has the shape {found[name]} and should have {due[name]}"
        answer.demand(found[name] != due[name][:1], seen, "lenet-init-flat-biases")
    for name in ("W1", "W2"):
        filters, *lengths = due[name]
        seen = f"{name} has the shape {found[name]} and should have {due[name]}"
        answer.demand(found[name] != (filters, int(np.prod(lengths))), seen, "lenet-init-filters-flat")
    exchanged = (due["W2"][1], due["W2"][0], *due["W2"][2:])
    known = found["W1"] == due["W1"] and exchanged != due["W2"]
    seen = f"W2 has the shape {found['W2']} and should have {due['W2']}"
    answer.demand(not known or found["W2"] != exchanged, seen, "lenet-init-channels-first")


@check("init_lenet", "weights and biases have the right shapes, whatever the sizes")
def test_init_lenet_shapes(student: Any, new_rng: Any) -> None:
    sizes = [TELLING_SIZES, (20, 5, (2, 7), 6), LENET_SIZES, (22, 3, (5, 2), 9)]
    answers = [student.init_lenet(*size, new_rng()) for size in sizes]
    for size, answer in zip(sizes, answers, strict=True):
        init_arrays(answer, *size)


@check("init_lenet", "the spread of each layer's weights suits the number of products in one sum")
def test_init_lenet_scale(student: Any, new_rng: Any) -> None:
    arrays = init_arrays(student.init_lenet(28, 5, (20, 30), 10, new_rng()), 28, 5, (20, 30), 10)
    spreads = [float(arrays[name].std()) for name in ("W1", "W2", "W3")]
    for name, sum_of, units in (("W1", 25, 20), ("W2", 500, 30), ("W3", 480, 10)):
        W = arrays[name]
        mean, spread = float(W.mean()), float(W.std())
        seen = f"{name} has the mean {mean:.2g} and the standard deviation {spread:.2g}, for sums of {sum_of} products"
        demand(abs(mean) < 0.4 * spread, "lenet-init-not-centred", seen)
        right = (2 / sum_of) ** 0.5
        if not 0.18 * right < spread < 2.2 * right:  # Xavier's W1 has 0.2 of it
            known = {
                1.0: "lenet-init-unscaled",
                (2 / units) ** 0.5: "lenet-init-fan-out",
                2 / sum_of: "lenet-init-no-square-root",
                (sum_of / 2) ** 0.5: "lenet-init-scale-inverted",
                0.01: "lenet-init-too-small",
            }
            if smaller_with_kernel(student, new_rng, W):
                known[(2 / 25) ** 0.5] = "lenet-init-spread-without-channels"
            elif max(spreads) < 1.05 * min(spreads):  # a number of its own, whatever the filters
                del known[(2 / units) ** 0.5]
            nearest = min(known, key=lambda value: abs(np.log(spread / value)))
            other = "lenet-init-too-large" if spread > right else "lenet-init-too-small"
            demand(False, known[nearest] if 0.8 < spread / nearest < 1.25 else other, seen)


def smaller_with_kernel(student: Any, new_rng: Any, W: Array) -> bool:
    """Whether the spread of filters of the second convolution with kernels of 5 by 5 is 3/5 of that with 3 by 3."""
    if W.shape != (30, 20, 5, 5):
        return False
    sizes = (28, 3, (20, 30), 10)
    spread = float(init_arrays(student.init_lenet(*sizes, new_rng()), *sizes)["W2"].std())
    return 0.55 < float(W.std()) / max(spread, 1e-9) < 0.65


@check("init_lenet", "each weight is drawn by itself")
def test_init_lenet_weights_differ(student: Any, new_rng: Any) -> None:
    arrays = init_arrays(student.init_lenet(20, 5, (30, 40), 10, new_rng()), 20, 5, (30, 40), 10)
    for name, copied in (("W1", ""), ("W2", "channels"), ("W3", "")):
        columns = arrays[name].reshape(arrays[name].shape[0], -1).T
        different = np.unique(columns, axis=0).shape[0]
        seen = f"of the {columns.shape[0]} weights in each filter of {name}, only {different} are different ones"
        known = "lenet-init-channels-alike" if copied and different > 1 else "lenet-init-weights-copied"
        demand(different > columns.shape[0] / 2, known, seen)


@check("init_lenet", "the biases are 0, and no two filters are alike")
def test_init_lenet_filters_differ(student: Any, new_rng: Any) -> None:
    arrays = init_arrays(student.init_lenet(18, 3, (6, 5), 4, new_rng()), 18, 3, (6, 5), 4)
    for name in ("b1", "b2", "b3"):
        largest = float(np.abs(arrays[name]).max())
        demand(largest <= 0.1, "lenet-init-large-biases", f"a bias in {name} is {largest:.2g} away from 0")
    for name, filters in (("W1", 6), ("W2", 5)):
        different = len({row.tobytes() for row in arrays[name]})
        seen = f"only {different} of the {filters} filters in {name} are different"
        demand(different == filters, "lenet-init-filters-alike", seen)


@check("init_lenet", "the weights are drawn from rng")
def test_init_lenet_rng(student: Any, new_rng: Any) -> None:
    sizes = (16, 3, (4, 3), 5)
    one, other = new_rng(), new_rng()
    first, again, another = (
        init_arrays(student.init_lenet(*sizes, generator), *sizes) for generator in (one, one, other)
    )
    for name in ("W1", "W2", "W3"):
        seen = f"two calls with equal generators give two different {name}"
        demand((first[name] == again[name]).all(), "lenet-init-ignores-rng", seen)
        seen = f"two calls with different generators give the same {name}"
        demand((first[name] != another[name]).any(), "lenet-init-own-seed", seen)


# -- 8  lenet_forward


def assert_lenet(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.lenet_forward(*case), reference.lenet_forward(*case)) for case in cases)


@check("lenet_forward", "Z1, A1, Z2, A2 and A3 are right for a small network")
def test_lenet_forward_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        (pictures(rng, 1, 14, 14, 3), lenet(rng, 14, 3, (2, 4), 5)),
        (pictures(rng, 1, 10, 10, 6), lenet(rng, 10, 3, (3, 5), 4)),
    ]
    assert_lenet(student, reference, cases)


def undecided(params: tuple[Array, ...]) -> tuple[Array, ...]:
    """The same network with small weights in its last layer: probabilities of 1 and 0 would hide what went in."""
    *others, W3, b3 = params
    return (*others, 0.1 * W3, b3)


@check("lenet_forward", "one picture or many, in the sizes of class and others")
def test_lenet_forward_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        (pictures(rng, 1, 16, 16, 1), lenet(rng, 16, 5, (3, 2), 10)),
        (pictures(rng, 1, 10, 10, 40), lenet(rng, 10, 3, (2, 3), 7)),
        (rng.random((1, 28, 28, 2)), undecided(lenet(rng, *LENET_SIZES))),
    ]
    assert_lenet(student, reference, cases)


@check("lenet_forward", "the answer is right, and the arguments stay as they were")
def test_lenet_forward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (pictures(rng, 1, 10, 10, 4), lenet(rng, 10, 3, (2, 5), 6))
    assert_unmodified(student.lenet_forward(*case), reference.lenet_forward(*case), ["X", "params"])


# -- 9  lenet_predictions


@check("lenet_predictions", "the class that the network finds most probable")
def test_lenet_predictions_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        (pictures(rng, 1, 14, 14, 13), lenet(rng, 14, 3, (3, 4), 10)),
        (pictures(rng, 1, 10, 10, 9), lenet(rng, 10, 3, (2, 5), 6)),
    ]
    assert_all_match((student.lenet_predictions(*case), reference.lenet_predictions(*case)) for case in cases)


def favouring(label: int, reference: Any, X: Array, params: tuple[Array, ...]) -> tuple[Array, ...]:
    """The same network with its classes in another order, so that most pictures have this label."""
    shift = label - int(np.bincount(reference.lenet_predictions(X, params).value).argmax())
    *others, W3, b3 = params
    return (*others, np.roll(W3, shift, axis=0), np.roll(b3, shift, axis=0))


@check("lenet_predictions", "one picture or many")
def test_lenet_predictions_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        (pictures(rng, 1, 16, 16, 1), lenet(rng, 16, 5, (4, 3), 10)),
        (pictures(rng, 1, 10, 10, 61), lenet(rng, 10, 3, (3, 2), 10)),
    ]
    cases.append((cases[1][0], favouring(9, reference, *cases[1])))
    assert_all_match((student.lenet_predictions(*case), reference.lenet_predictions(*case)) for case in cases)


@check("lenet_predictions", "the answer is right, and the arguments stay as they were")
def test_lenet_predictions_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (pictures(rng, 1, 10, 10, 12), lenet(rng, 10, 3, (3, 4), 10))
    assert_unmodified(student.lenet_predictions(*case), reference.lenet_predictions(*case), ["X", "params"])


# -- 10  col2im


def cols_case(rng: Rng, shape: tuple[int, int, int, int], kernel: int, stride: int) -> tuple[Any, ...]:
    """The arguments of col2im."""
    channels, height, width, m = shape
    places = ((height - kernel) // stride + 1) * ((width - kernel) // stride + 1)
    return rng.normal(0, 1, (channels * kernel * kernel, places * m)), shape, kernel, stride


def assert_laid_back(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.col2im(*case), reference.col2im(*case)) for case in cases)


@check("col2im", "numbers add up where patches overlap")
def test_col2im_overlap(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(np.ones((4, 4)), (1, 3, 3, 1), 2, 1), cols_case(rng, (1, 4, 5, 1), 3, 1)]
    assert_laid_back(student, reference, cases)


@check("col2im", "many channels and many pictures, in the order of im2col")
def test_col2im_order(student: Any, reference: Any, rng: Rng) -> None:
    cases = [cols_case(rng, (2, 4, 5, 3), 2, 1), cols_case(rng, (3, 5, 6, 4), 3, 1)]
    assert_laid_back(student, reference, cases)


@check("col2im", "a longer stride: patches apart, and pixels that no patch covers")
def test_col2im_stride(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        cols_case(rng, (1, 5, 7, 2), 3, 2),
        cols_case(rng, (2, 6, 8, 3), 3, 2),
        cols_case(rng, (3, 4, 6, 2), 2, 2),
        cols_case(rng, (2, 8, 5, 1), 2, 3),
    ]
    assert_laid_back(student, reference, cases)


@check("col2im", "the answer is right, and the columns stay as they were")
def test_col2im_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = cols_case(rng, (2, 3, 6, 4), 2, 1)
    assert_unmodified(student.col2im(*case), reference.col2im(*case), ["cols", "shape", "kernel", "stride"])


# -- 11  conv_backward


def conv_backward_case(
    rng: Rng, shape: tuple[int, int, int, int], filters: int, kernel: int, stride: int, pad: int
) -> tuple[Any, ...]:
    """The arguments of conv_backward."""
    channels, height, width, m = shape
    out_height = (height + 2 * pad - kernel) // stride + 1
    out_width = (width + 2 * pad - kernel) // stride + 1
    W, _ = layer(rng, filters, channels, kernel)
    return rng.normal(0.2, 1, (filters, out_height, out_width, m)), pictures(rng, *shape), W, stride, pad


def assert_conv_backward(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.conv_backward(*case), reference.conv_backward(*case)) for case in cases)


@check("conv_backward", "the three gradients, with stride 1 and no frame")
def test_conv_backward_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        conv_backward_case(rng, (1, 4, 5, 3), 2, 3, 1, 0),
        conv_backward_case(rng, (2, 6, 5, 4), 3, 2, 1, 0),
    ]
    assert_conv_backward(student, reference, cases)


@check("conv_backward", "with a frame of zeros, which is no part of dX")
def test_conv_backward_pad(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        conv_backward_case(rng, (2, 4, 6, 3), 5, 3, 1, 1),
        conv_backward_case(rng, (1, 5, 3, 4), 2, 5, 1, 2),
    ]
    assert_conv_backward(student, reference, cases)


@check("conv_backward", "with a longer stride, and pixels that no filter has seen")
def test_conv_backward_stride(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        conv_backward_case(rng, (2, 7, 5, 3), 4, 3, 2, 0),
        conv_backward_case(rng, (3, 6, 8, 2), 5, 3, 2, 1),
        conv_backward_case(rng, (1, 8, 10, 4), 2, 2, 3, 0),
    ]
    assert_conv_backward(student, reference, cases)


@check("conv_backward", "one picture or many: the sums are not divided by anything")
def test_conv_backward_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        conv_backward_case(rng, (3, 5, 4, 1), 2, 3, 1, 0),
        conv_backward_case(rng, (2, 4, 3, 37), 3, 2, 1, 1),
    ]
    assert_conv_backward(student, reference, cases)


@check("conv_backward", "the answer is right, and the arguments stay as they were")
def test_conv_backward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = conv_backward_case(rng, (2, 5, 4, 3), 4, 3, 1, 1)
    assert_unmodified(student.conv_backward(*case), reference.conv_backward(*case), ["dZ", "X", "W", "stride", "pad"])


# -- 12  max_pool_backward


def pool_case(rng: Rng, shape: tuple[int, int, int, int], size: int) -> tuple[Any, ...]:
    """The arguments of max_pool_backward; no two numbers of a picture are equal."""
    channels, height, width, m = shape
    return rng.normal(0.3, 1, (channels, height // size, width // size, m)), pictures(rng, *shape), size


@check("max_pool_backward", "the derivative goes to the largest number of each square, 0 elsewhere")
def test_max_pool_backward_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [pool_case(rng, (1, 4, 6, 1), 2), pool_case(rng, (3, 6, 4, 5), 2)]
    assert_all_match((student.max_pool_backward(*case), reference.max_pool_backward(*case)) for case in cases)


@check("max_pool_backward", "squares of other sizes, one picture or many")
def test_max_pool_backward_sizes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [pool_case(rng, (2, 6, 9, 4), 3), pool_case(rng, (4, 8, 4, 1), 4), pool_case(rng, (3, 2, 4, 7), 2)]
    assert_all_match((student.max_pool_backward(*case), reference.max_pool_backward(*case)) for case in cases)


@check("max_pool_backward", "of several that are equally large, one gets the derivative or they share it")
def test_max_pool_backward_ties(student: Any, reference: Any, rng: Rng) -> None:
    plain = pool_case(rng, (2, 4, 2, 3), 2)
    right = reference.max_pool_backward(*plain)
    answer = student.max_pool_backward(*plain)
    found = []
    for shape, size in (((2, 4, 6, 3), 2), ((1, 6, 3, 5), 3)):
        dA, _, _ = pool_case(rng, shape, size)
        X = rng.integers(0, 2, shape).astype(float)
        X[:, :size, :size] = 0.0  # blank paper
        found.append((student.max_pool_backward(dA, X, size), dA, X, size))
    assert_matches(answer, right)
    for answer, dA, X, size in found:
        (dX,) = answer.arrays(dX=X.shape)
        got, largest = in_squares(dX, size).sum(axis=0), in_squares(X, size).max(axis=0)
        wrong = np.abs(got - dA) > 1e-4 * (1 + np.abs(dA))
        at = tuple(int(n) for n in np.argwhere(wrong)[0]) if wrong.any() else ()
        seen = f"a square of equal numbers got {got[at]:.3g} in all, and {dA[at]:.3g} came from above" if at else ""
        answer.demand(not wrong.any(), seen)
        misplaced = (in_squares(dX, size) != 0) & (in_squares(X, size) != largest)
        answer.demand(not misplaced.any(), "a number that is not the largest of its square got a derivative")


@check("max_pool_backward", "the answer is right, and the arguments stay as they were")
def test_max_pool_backward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = pool_case(rng, (3, 4, 6, 2), 2)
    assert_unmodified(student.max_pool_backward(*case), reference.max_pool_backward(*case), ["dA", "X", "size"])


def in_squares(X: Array, size: int) -> Array:
    """The numbers of each square along the first axis: (size * size, channels, height / size, width / size, m)."""
    return np.stack([X[:, i::size, j::size] for i in range(size) for j in range(size)])


# -- 13  lenet_backward


def lenet_backward_case(
    reference: Any, rng: Rng, image_size: int, kernel: int, filters: tuple[int, int], m: int
) -> tuple[Any, ...]:
    """The arguments of one backward pass, with caches from a real forward pass through ten outputs."""
    params = lenet(rng, image_size, kernel, filters, 10)
    X = pictures(rng, 1, image_size, image_size, m)
    caches = tuple(single(cache) for cache in reference.lenet_forward(X, params).value)
    return X, labels(rng, m), params, caches


def assert_lenet_backward(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.lenet_backward(*case), reference.lenet_backward(*case)) for case in cases)


@check("lenet_backward", "the six gradients are right for a small network")
def test_lenet_backward_values(student: Any, reference: Any, rng: Rng) -> None:
    sizes = ((14, 3, (2, 4), 3), (10, 3, (3, 5), 6))
    assert_lenet_backward(student, reference, [lenet_backward_case(reference, rng, *size) for size in sizes])


@check("lenet_backward", "one picture or many: the mean is over the pictures of this batch")
def test_lenet_backward_batches(student: Any, reference: Any, rng: Rng) -> None:
    sizes = ((16, 5, (3, 2), 1), (10, 3, (2, 3), 40), (14, 3, (4, 3), 10))
    assert_lenet_backward(student, reference, [lenet_backward_case(reference, rng, *size) for size in sizes])


@check("lenet_backward", "the sizes of class")
def test_lenet_backward_class_sizes(student: Any, reference: Any, rng: Rng) -> None:
    assert_lenet_backward(student, reference, [lenet_backward_case(reference, rng, 28, 5, (8, 16), 2)])


@check("lenet_backward", "the answer is right, and the arguments stay as they were")
def test_lenet_backward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = lenet_backward_case(reference, rng, 10, 3, (3, 2), 4)
    assert_unmodified(student.lenet_backward(*case), reference.lenet_backward(*case), ["X", "Y", "params", "caches"])


# -- 14  train_lenet: the order of the pictures is random, so with several batches properties are judged


def training_case(rng: Rng, filters: tuple[int, int], m: int) -> tuple[Array, Array, tuple[Array, ...]]:
    """A small problem in single precision: pictures, labels and parameters to start from."""
    params = tuple(parameter.astype(np.float32) for parameter in lenet(rng, 10, 3, filters, 10))
    return pictures(rng, 1, 10, 10, m).astype(np.float32), labels(rng, m), params


@check("train_lenet", "the parameters are right after steps with all pictures in one batch")
def test_train_lenet_one_batch(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    cases = []
    for filters, m, alpha, batch_size, epochs in (((2, 3), 6, 0.1, 6, 1), ((3, 4), 9, 0.05, 12, 3)):
        cases.append((*training_case(rng, filters, m), alpha, batch_size, epochs, new_rng()))
    pairs = [(student.train_lenet(*case), reference.train_lenet(*case)) for case in cases]
    assert_all_match(pairs)


@check("train_lenet", "losses holds the loss of each batch before its step")
def test_train_lenet_losses(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    case = (*training_case(rng, (3, 2), 8), 0.1, 8, 4, new_rng())
    answer, right = student.train_lenet(*case), reference.train_lenet(*case)
    assert_matches(answer, right)
    losses, expected = loss_list(answer, 4), np.array(right.value[1])
    later = np.append(expected[1:], np.nan)
    wrong = np.abs(losses - expected) > 1e-3 * (1 + expected)
    seen = f"the losses are {_shown(losses)}; they should be {_shown(expected)}"
    known = {
        "lenet-train-loss-after": np.allclose(losses[:-1], later[:-1], rtol=1e-3),
        "lenet-train-losses-negative": np.allclose(losses, -expected, rtol=1e-3),
        "lenet-train-loss-sum": np.allclose(losses, 8 * expected, rtol=1e-3),
        "lenet-train-accuracy": np.allclose(losses * 8, np.round(losses * 8), atol=1e-3) and losses.max() <= 1,
    }
    found = next((mistake for mistake in known if known[mistake]), "lenet-train-other-losses")
    answer.demand(not wrong.any(), seen, found)


@check("train_lenet", "as many steps as there are batches, a short last one included")
def test_train_lenet_short_batch(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    pairs = []
    for filters, m, batch_size, epochs in (((2, 3), 10, 4, 2), ((3, 2), 7, 3, 1), ((2, 2), 40, 16, 1)):
        X, Y, params = training_case(rng, filters, 1)
        same = np.repeat(X, m, axis=3), np.repeat(Y, m)  # all alike, so that any order gives the same
        case = (*same, params, 0.04, batch_size, epochs, new_rng())
        pairs.append((student.train_lenet(*case), reference.train_lenet(*case)))
    assert_all_match(pairs)


@check("train_lenet", "each epoch takes every picture once, in a new random order drawn from rng")
def test_train_lenet_epochs(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    X, Y, params = training_case(rng, (2, 3), 10)
    each = np.array([-np.log(reference.lenet_forward(X[..., [i]], params).value[-1][Y[i], 0]) for i in range(Y.size)])
    one, other = new_rng(), new_rng()
    calls = [(X, Y, params, 1e-9, 4, 2, generator) for generator in (one, one, other)]
    answers = [student.train_lenet(*call) for call in calls]
    single = student.train_lenet(X, Y, params, 1e-9, 1, 1, new_rng())
    tables = [loss_list(answer, 6).reshape(2, 3) for answer in answers]
    ended = trained_arrays(answers[0], params)
    apart_by = max(float(np.abs(after - before).max()) for after, before in zip(ended, params, strict=True))
    seen = f"with steps of almost no length, a parameter ends {apart_by:.2g} away from where it was to start"
    demand(apart_by < 1e-2, "lenet-train-other-start", seen)
    alike = np.allclose(tables[0], each.mean(), rtol=1e-4)
    demand(not alike, "lenet-train-whole-batches", f"all batches have the same loss, {each.mean():.4g}")
    singles = loss_list(single, 10)
    seen = "batches of one picture have the losses of two, one of which comes again in the next batch"
    demand(not pairs_of_neighbours(singles, each), "lenet-train-batches-overlap", seen)
    apart = ~np.isclose(singles[:, None], each, rtol=1e-3, atol=1e-3).any(axis=1)
    demand(not apart.any(), "lenet-train-labels-exchanged", "a batch of one picture has the loss of none of them")
    sizes, even = np.array([4, 4, 2]), np.array([4, 3, 3])
    for table in tables:
        totals = table @ sizes
        seen = f"an epoch's losses add up to {totals[0]:.4g}, and those of all pictures to {each.sum():.4g}"
        known = "lenet-train-repeated"
        if np.allclose(table @ even, each.sum(), rtol=1e-3):
            known = "lenet-train-even-batches"
        elif np.allclose(table.sum(axis=1) * 4, each.sum(), rtol=1e-3):
            known = "lenet-train-short-loss"
        elif np.ptp(table, axis=1).max() < 1e-5 * np.abs(table).max():
            known = "lenet-train-first-batch"
        demand(np.allclose(totals, each.sum(), rtol=1e-3), known, seen)
    first, again, another = tables
    in_order = np.array([each[:4].mean(), each[4:8].mean(), each[8:].mean()])
    seen = "the batches are the pictures in the order in which they came"
    demand(not np.allclose(first[0], in_order, rtol=1e-3), "lenet-train-not-shuffled", seen)
    seen = "the second epoch takes the pictures in the same order as the first"
    demand(not np.allclose(first[0], first[1], rtol=1e-4), "lenet-train-same-order", seen)
    seen = "two calls with equal generators take the pictures in different orders"
    demand(np.allclose(first, again, rtol=1e-3), "lenet-train-ignores-rng", seen)
    seen = "two calls with different generators take the pictures in the same order"
    demand(not np.allclose(first, another, rtol=1e-4), "lenet-train-own-seed", seen)


@check("train_lenet", "every picture moves the parameters, and pictures keep their labels")
def test_train_lenet_all_pictures(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    X, Y, params = training_case(rng, (2, 3), 12)
    alpha, batches = 1e-3, 3
    gradients = reference.lenet_backward(X, Y, params, reference.lenet_forward(X, params).value).value
    answer = student.train_lenet(X, Y, params, alpha, 4, 1, new_rng())
    trained = trained_arrays(answer, params)
    moved = np.concatenate([(after - before).ravel() for before, after in zip(params, trained, strict=True)])
    expected = -alpha * batches * np.concatenate([gradient.ravel() for gradient in gradients])
    away = float(np.linalg.norm(moved - expected) / np.linalg.norm(expected))
    seen = f"the parameters' way differs by {away:.0%} from what all twelve pictures together ask for"
    length = float(np.linalg.norm(moved) / np.linalg.norm(expected))
    if np.dot(moved, expected) > 0.98 * np.linalg.norm(moved) * np.linalg.norm(expected):
        seen = f"the parameters go {length:.2g} times as far as they should"
    elsewhere = away > 0.4 and 0.6 < length < 1.5  # as far as it should be, and in another direction
    demand(away < 0.15, "lenet-train-labels-exchanged" if elsewhere else "", seen)


@check("train_lenet", "each step has the gradient of its own batch")
def test_train_lenet_own_batch(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    X, Y, params = training_case(rng, (2, 3), 3)
    alpha = 1e-4  # so short a step that it changes the gradients and the losses very little
    each, gradients = [], []
    for i in range(3):
        caches = reference.lenet_forward(X[..., [i]], params).value
        each.append(-np.log(caches[-1][Y[i], 0]))
        gradient = reference.lenet_backward(X[..., [i]], Y[[i]], params, caches).value
        gradients.append(np.concatenate([part.ravel() for part in gradient]))
    answer = student.train_lenet(X, Y, params, alpha, 2, 1, new_rng())
    trained, losses = trained_arrays(answer, params), loss_list(answer, 2)
    moved = np.concatenate([(after - before).ravel() for before, after in zip(params, trained, strict=True)])
    last = int(np.abs(np.array(each) - losses[1]).argmin())  # the picture that was left for the short batch
    shares = {"": np.where(np.arange(3) == last, 1, 0.5), "lenet-train-gradient-of-all": np.full(3, 2 / 3)}
    due = {known: -alpha * share @ np.array(gradients) for known, share in shares.items()}
    away = {known: float(np.linalg.norm(moved - way) / np.linalg.norm(way)) for known, way in due.items()}
    seen = f"the parameters' way differs by {away['']:.0%} from what the two batches ask for"
    answer.demand(away[""] < 0.1, seen, min(away, key=lambda known: away[known]))


@check("train_lenet", "a parameter without influence on the loss does not move")
def test_train_lenet_blank(student: Any, rng: Rng, new_rng: Any) -> None:
    X, Y, params = training_case(rng, (2, 1), 1)
    answer = student.train_lenet(0 * X, Y, params, 0.5, 1, 60, new_rng())
    W1 = trained_arrays(answer, params)[0]
    away = float(np.abs(W1 / params[0] - 1).max())
    seen = f"all pictures are blank, and a weight in W1 has changed by {away:.2%}"
    answer.demand(away < 1e-6, seen, "lenet-train-weight-decay-tiny")


@check("train_lenet", "the pictures and their labels stay as they were")
def test_train_lenet_unmodified(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    case = (*training_case(rng, (3, 2), 5), 0.08, 5, 2, new_rng())
    answer = student.train_lenet(*case)
    assert_matches(answer, reference.train_lenet(*case))
    answer.keeps_arguments(["X", "Y"], may_change=range(2, 7))


def trained_arrays(answer: Answer, params: tuple[Array, ...]) -> list[Array]:
    """The six trained parameters, in the shapes of those that went in."""
    value = answer.value
    two = isinstance(value, tuple | list) and len(value) == 2
    answer.demand(two, "train_lenet returns something else than two values, params and losses")
    shapes = {name: array.shape for name, array in zip(PARAMETERS, params, strict=True)}
    return [array.astype(float) for array in answer.part(0).arrays(**shapes)]


def loss_list(answer: Answer, count: int) -> Array:
    """The losses as an array of that length."""
    value = answer.value
    answer.demand(
        isinstance(value, tuple | list) and len(value) == 2,
        "train_lenet returns something else than two values, params and losses",
    )
    part = value[1]
    if _is_number(part) and np.ndim(part) == 0:
        answer.demand(False, "losses is a single number", "lenet-train-last-loss")
    array = np.asarray(part, dtype=float).ravel() if _numbers(part) else None
    if array is None:
        answer.demand(False, "losses is not a list of numbers")
        raise AssertionError
    known = {1: "lenet-train-last-loss"}
    seen = f"losses has {array.size} entries; there were {count} batches"
    answer.demand(array.size == count, seen, known.get(array.size, ""))
    return array


def pairs_of_neighbours(losses: Array, each: Array) -> bool:
    """Whether all losses but the last are means of two pictures' losses, with one picture in common with the next."""
    alone = [losses[-1]]
    for loss in losses[-2::-1]:
        alone.append(2 * loss - alone[-1])
    return bool(np.allclose(np.sort(alone), np.sort(each), rtol=1e-2, atol=1e-2)) and not np.allclose(
        np.sort(losses), np.sort(each), rtol=1e-3
    )


def _numbers(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "iuf"
    return isinstance(value, tuple | list) and all(_is_number(item) and np.ndim(item) == 0 for item in value)


def _is_number(item: Any) -> bool:
    return isinstance(item, int | float | np.ndarray | np.generic)


def _shown(losses: Array) -> str:
    return ", ".join(f"{loss:.3g}" for loss in losses)


# -- 15  the gate


@check("lenet_accuracy", "the network reads handwritten digits that it has not seen")
def test_lenet_accuracy(
    student: Any, reference: Any, rng: Rng, new_rng: Any, gate: Any, measured: Any, live: bool
) -> None:
    run_gate(student, reference, rng, new_rng, gate, measured, live)
