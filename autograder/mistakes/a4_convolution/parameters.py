"""Mistakes in init_lenet: sizes followed wrongly through the network, and spreads that suit another sum.

It is judged by the properties of what it returns, as any order of draws is right: each mistake here leaves a trace by
which a check can name it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue

Array = np.ndarray[Any, Any]
Filters = tuple[int, int]
Rng = np.random.Generator

init_lenet = Catalogue("init_lenet")


def shapes(image_size: int, kernel: int, filters: Filters, n_classes: int) -> list[tuple[int, ...]]:
    """The shapes of W1, W2 and W3, which are right."""
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    return [(f1, 1, kernel, kernel), (f2, f1, kernel, kernel), (n_classes, f2 * q * q)]


def drawn(some: list[tuple[int, ...]], rng: Rng, spread: Any = None) -> tuple[Array, ...]:
    """Normal weights with zero biases; `spread` gives the standard deviation for a shape, He's rule if left out."""
    found: list[Array] = []
    for shape in some:
        sigma = (2 / np.prod(shape[1:])) ** 0.5 if spread is None else spread(shape)
        found += [rng.normal(0, sigma, shape), np.zeros((shape[0], 1))]
    return tuple(found)


def with_columns(count: Any) -> Any:
    """An init_lenet whose W3 has `count(image_size, kernel, f1, f2)` columns."""

    def function(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
        W1, W2, _ = shapes(image_size, kernel, filters, n_classes)
        return drawn([W1, W2, (n_classes, count(image_size, kernel, *filters))], rng)

    return function


@init_lenet.mistake(
    "W3 has too many columns: the second pooling is forgotten.",
    "Each convolution is followed by a pooling, which halves height and width. Follow the table to its last row.",
)
def lenet_init_one_pooling(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * ((n - k + 1) // 2 - k + 1) ** 2)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has too many columns: both poolings are forgotten.",
    "Each convolution is followed by a pooling, which halves height and width.",
)
def lenet_init_no_pooling(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * (n - 2 * (k - 1)) ** 2)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has the wrong number of columns: you let both convolutions come before both poolings.",
    "The order is convolution, pooling, convolution, pooling: the second kernel meets maps that are halved already.",
)
def lenet_init_poolings_at_the_end(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * ((n - 2 * (k - 1)) // 4) ** 2)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has the wrong number of columns: you only halve the size twice and forget that kernels make pictures smaller.",
    "Without padding a kernel has n - k + 1 places on a side of n.",
)
def lenet_init_kernel_forgotten(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * (n // 4) ** 2)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has a column for each filter, as if a map were a single number.",
    "A map of the last layer has q · q numbers, and all of them go on.",
)
def lenet_init_map_forgotten(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return with_columns(lambda n, k, f1, f2: f2)(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has the columns of a single map: the number of filters is forgotten.",
    "All f2 maps go on, each with q · q numbers.",
)
def lenet_init_filters_forgotten(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: (((n - k + 1) // 2 - k + 1) // 2) ** 2)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has f2 · q columns: the maps' width is forgotten.",
    "A map is q numbers high and q wide: q · q.",
)
def lenet_init_not_squared(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * (((n - k + 1) // 2 - k + 1) // 2))
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "You start with weights that are all zeros.",
    "Then all filters compute the same and get the same gradient, for ever. Chance has to make them different.",
)
def lenet_init_zeros(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: 0.0)


@init_lenet.mistake(
    "You give every weight of a layer the same value.",
    "All filters then compute the same and learn the same. Each weight needs its own draw from `rng`.",
)
def lenet_init_constant(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    parameters = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return tuple(np.full(p.shape, 0.1) if at % 2 == 0 else p for at, p in enumerate(parameters))


@init_lenet.mistake(
    "All filters of a layer start alike.",
    "Filters that start alike get the same gradient and stay alike: eight do the work of one. Draw each anew.",
)
def lenet_init_filters_alike(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, b1, W2, b2, W3, b3 = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return np.repeat(W1[:1], len(W1), axis=0), b1, np.repeat(W2[:1], len(W2), axis=0), b2, W3, b3


@init_lenet.mistake(
    "Your weights are not centred on 0.",
    "Ink should be as likely to speak for a filter as against it: normal numbers with the mean 0, or uniform ones that "
    "are shifted.",
)
def lenet_init_not_centred(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    parameters = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return tuple(np.abs(p) for p in parameters)


@init_lenet.mistake(
    "Your weights are normal numbers with a standard deviation of 1.",
    "A sum of hundreds of such products is far too large. Scale them by the square root of 2 / (products in one sum).",
)
def lenet_init_unscaled(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: 1.0)


@init_lenet.mistake(
    "You scale by the number of filters, that is by the outputs of the layer.",
    "What matters is how many products are in one sum: the product of all lengths of W's shape but the first.",
)
def lenet_init_fan_out(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: (2 / shape[0]) ** 0.5)


@init_lenet.mistake(
    "You forget the square root in the spread of the weights.",
    "The standard deviation is the square root of 2 / n; 2 / n is the variance. The signal would die out from layer "
    "to layer.",
)
def lenet_init_no_square_root(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: 2 / np.prod(shape[1:]))


@init_lenet.mistake(
    "You turn the fraction round: the spread grows with the number of products.",
    "The more products a sum has, the smaller each weight must be: 2 is above the line.",
)
def lenet_init_scale_inverted(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: (np.prod(shape[1:]) / 2) ** 0.5)


@init_lenet.mistake(
    "Your weights are all very small.",
    "The signal shrinks from layer to layer until nothing of it is left, and learning begins very slowly.",
)
def lenet_init_too_small(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: 0.01)


@init_lenet.mistake(
    "Your biases are large numbers.",
    "They start at 0, so that no filter begins with an opinion of its own.",
)
def lenet_init_large_biases(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    parameters = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return tuple(p if at % 2 == 0 else rng.normal(0, 1, p.shape) for at, p in enumerate(parameters))


@init_lenet.mistake(
    "You make a generator of your own, with a fixed seed.",
    "Then each network starts with the same weights, whatever the caller asks for. Draw from the `rng` that is given.",
)
def lenet_init_own_seed(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), np.random.default_rng(0))


@init_lenet.mistake(
    "You draw from NumPy's global generator and not from `rng`.",
    "With equal generators two calls must give equal weights, or an experiment can't be repeated.",
)
def lenet_init_ignores_rng(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    own = np.random.default_rng(np.random.randint(2**31))  # the global generator decides
    return drawn(shapes(image_size, kernel, filters, n_classes), own)


@init_lenet.mistake(
    "W3 has too few columns: you forget the + 1 when a convolution makes the picture smaller.",
    "A kernel has n - k + 1 places on a side of n. conv_output_size counts them.",
)
def lenet_init_without_one(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * (((n - k) // 2 - k) // 2) ** 2)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "W3 has as many columns as in class, 4 · 4 for each filter.",
    "How large the last maps are follows from image_size and kernel: go through the table.",
)
def lenet_init_size_of_class(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    count = with_columns(lambda n, k, f1, f2: f2 * 16)
    return count(image_size, kernel, filters, n_classes, rng)


@init_lenet.mistake(
    "You exchange the numbers of filters of the two convolutions.",
    "filters is (f1, f2): the first number belongs to the first convolution.",
)
def lenet_init_filters_exchanged(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    f1, f2 = filters
    return drawn(shapes(image_size, kernel, (f2, f1), n_classes), rng)


@init_lenet.mistake(
    "Each filter of W2 has one channel only.",
    "The second convolution looks at all maps of the first: a filter of W2 has f1 channels.",
)
def lenet_init_channels_forgotten(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, (f2, *_), W3 = shapes(image_size, kernel, filters, n_classes)
    return drawn([W1, (f2, 1, kernel, kernel), W3], rng)


@init_lenet.mistake(
    "The first two axes of W2 have changed places.",
    "The filters come first and then the channels, which are the filters of the first convolution: (f2, f1, k, k).",
)
def lenet_init_channels_first(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, (f2, f1, *_), W3 = shapes(image_size, kernel, filters, n_classes)
    return drawn([W1, (f1, f2, kernel, kernel), W3], rng)


@init_lenet.mistake(
    "You return the weights first and the biases after them.",
    "The order is W1, b1, W2, b2, W3, b3: each layer's weights with its biases.",
)
def lenet_init_weights_first(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, b1, W2, b2, W3, b3 = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return W1, W2, W3, b1, b2, b3


@init_lenet.mistake(
    "Your biases are flat, without a second axis.",
    "They are columns, (filters, 1), so that broadcasting adds each of them to its filter's whole row.",
)
def lenet_init_flat_biases(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return tuple(
        p if at % 2 == 0 else p.ravel()
        for at, p in enumerate(drawn(shapes(image_size, kernel, filters, n_classes), rng))
    )


@init_lenet.mistake(
    "Your kernels are always 5 × 5.",
    "The size of a kernel is an argument, kernel.",
)
def lenet_init_always_five(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, 5, filters, n_classes), rng)


@init_lenet.mistake(
    "Your network always has ten outputs.",
    "The number of outputs is an argument, n_classes.",
)
def lenet_init_always_ten(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, 10), rng)


@init_lenet.mistake(
    "W1 has no axis for the channels.",
    "Grey pictures have one channel, and it is an axis all the same: (f1, 1, k, k).",
)
def lenet_init_channel_axis_missing(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, *others = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return W1[:, 0], *others


@init_lenet.mistake(
    "Your W3 is transposed.",
    "It has a row for each class and a column for each number that goes in: (n_classes, f2 · q · q).",
)
def lenet_init_transposed(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, b1, W2, b2, W3, b3 = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return W1, b1, W2, b2, W3.T, b3


@init_lenet.mistake(
    "Your weights are much too large.",
    "The more products a sum has, the smaller each weight must be: a spread of the square root of 2 / (products "
    "in one sum).",
)
def lenet_init_too_large(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return drawn(shapes(image_size, kernel, filters, n_classes), rng, lambda shape: 2.5)


@init_lenet.mistake(
    "W3 has as many columns as the first convolution's filters ask for: f1 in place of f2.",
    "What is flattened is A2, the maps of the second convolution: f2 · q · q numbers.",
)
def lenet_init_first_filters(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return with_columns(lambda n, k, f1, f2: f1 * (((n - k + 1) // 2 - k + 1) // 2) ** 2)(
        image_size, kernel, filters, n_classes, rng
    )


@init_lenet.mistake(
    "Weights of one filter are copies of each other: they are not all drawn by themselves.",
    "A filter whose weights are all the same can only measure how bright a patch is. Draw as many numbers as there are "
    "weights, with the weights' whole shape.",
)
def lenet_init_weights_copied(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, b1, W2, b2, W3, b3 = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return np.broadcast_to(W1[:, :, :1, :1], W1.shape).copy(), b1, W2, b2, W3, b3


@init_lenet.mistake(
    "Weights of one filter are copies of each other: they are not all drawn by themselves.",
    "Each channel of a filter has weights of its own. Draw as many numbers as there are weights, with the weights' "
    "whole shape.",
)
def lenet_init_channels_alike(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    W1, b1, W2, b2, W3, b3 = drawn(shapes(image_size, kernel, filters, n_classes), rng)
    return W1, b1, np.broadcast_to(W2[:, :1], W2.shape).copy(), b2, W3, b3


@init_lenet.mistake(
    "W3 has too many columns: an odd side is rounded up where it is halved.",
    "A pooling leaves out a last row that fills no square: half a side is `// 2`, rounded down.",
)
def lenet_init_rounded_up(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    return with_columns(lambda n, k, f1, f2: f2 * (((n - k + 1) // 2 - k + 1) // 2 + 1) ** 2)(
        image_size, kernel, filters, n_classes, rng
    )


@init_lenet.mistake(
    "You count kernel · kernel products in a sum and leave the channels out, so that weights are too large.",
    "A filter of W2 looks at all f1 channels of its patch at once: f1 · kernel · kernel products. In general it is the "
    "product of all lengths of W's shape but the first.",
)
def lenet_init_spread_without_channels(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    some = shapes(image_size, kernel, filters, n_classes)
    return drawn(some, rng, lambda shape: (2 / (kernel * kernel if len(shape) == 4 else shape[1])) ** 0.5)


@init_lenet.mistake(
    "Your filters are rows of a matrix: W1 and W2 have two axes.",
    "They have four, (filters, channels, kernel, kernel). conv_forward makes the matrix itself, with a reshape.",
)
def lenet_init_filters_flat(image_size: int, kernel: int, filters: Filters, n_classes: int, rng: Rng) -> Any:
    some = shapes(image_size, kernel, filters, n_classes)
    return drawn([(shape[0], int(np.prod(shape[1:]))) for shape in some], rng)
