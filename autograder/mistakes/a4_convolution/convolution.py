"""Mistakes in conv_forward and conv_backward: kernels turned, frames forgotten, sums over the wrong axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a4_convolution")

Array = np.ndarray[Any, Any]

conv_forward = Catalogue("conv_forward")
conv_backward = Catalogue("conv_backward")


def sizes(X: Array, W: Array, stride: int, pad: int) -> tuple[int, int]:
    """Height and width of the maps."""
    rows, columns = ((n + 2 * pad - W.shape[2]) // stride + 1 for n in X.shape[1:3])
    return rows, columns


@conv_forward.mistake(
    "You forget the biases.",
    "Each filter has a bias of its own, which is added to its whole map.",
)
def conv_no_bias(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad)


@conv_forward.mistake(
    "You turn the kernel by 180°.",
    "That is the mathematicians' convolution. Here a filter is laid on a patch as it is: pixel times the weight in the "
    "same place.",
)
def conv_kernel_turned(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W[:, :, ::-1, ::-1], b, stride, pad)


@conv_forward.mistake(
    "You exchange rows and columns of the kernel.",
    "A filter is laid on a patch as it is. A reshape of W keeps the order that im2col has.",
)
def conv_kernel_transposed(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W.transpose(0, 1, 3, 2), b, stride, pad)


@conv_forward.mistake(
    "You leave out the frame: the pictures are not padded.",
    "`pad` rows and columns of zeros go round each picture before the filters are laid on it.",
)
def conv_pad_ignored(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, b, stride, 0)


@conv_forward.mistake(
    "You pad, but work out the size of the result without the frame.",
    "The size of the result depends on the frame: hand `pad` to conv_output_size with the size before padding.",
)
def conv_size_without_pad(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, 0)
    Z = W.reshape(W.shape[0], -1) @ ref.im2col(ref.pad_images(X, pad), W.shape[2], stride) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "You count the frame twice: the size is worked out from the padded pictures, and with `pad` again.",
    "Either take the size before padding together with `pad`, or the padded size together with 0.",
)
def conv_pad_twice(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    padded = ref.pad_images(X, pad)
    rows, columns = sizes(padded, W, stride, pad)
    Z = W.reshape(W.shape[0], -1) @ ref.im2col(padded, W.shape[2], stride) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "You ignore the stride: the filters move on by one pixel.",
    "Hand the stride to im2col and to conv_output_size.",
)
def conv_stride_ignored(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, b, 1, pad)


@conv_forward.mistake(
    "You reshape the result with the examples first, (m, filters, …), so that numbers of different pictures are mixed.",
    "The columns of the product count the examples fastest, so in the result they come last: (filters, out_height, "
    "out_width, m). A reshape can't exchange axes.",
)
def conv_examples_first(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    Z = ref.conv_forward(X, W, b, stride, pad)
    return Z.reshape(X.shape[3], W.shape[0], *Z.shape[1:3])


@conv_forward.mistake(
    "The numbers are right, but the examples come first in what you return.",
    "In this lesson they come last, everywhere: (filters, out_height, out_width, m).",
)
def conv_axes_moved(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return np.moveaxis(ref.conv_forward(X, W, b, stride, pad), 3, 0)


@conv_forward.mistake(
    "You return the matrix, and not pictures.",
    "The product has the shape (filters, out_height · out_width · m). Reshape it into maps.",
)
def conv_not_reshaped(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, b, stride, pad).reshape(W.shape[0], -1)


@conv_forward.mistake(
    "You apply ReLU to the result.",
    "That is a step of its own, and comes after the pooling. Here negative sums stay.",
)
def conv_relu(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return np.maximum(0, ref.conv_forward(X, W, b, stride, pad))


@conv_forward.mistake(
    "You divide by the number of pixels in a patch.",
    "A filter adds up its products and does not take their mean.",
)
def conv_mean(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad) / W[0].size + b


@conv_forward.mistake(
    "You use the first channel of the pictures only.",
    "A filter looks at all channels of its patch at once and adds up all the products.",
)
def conv_first_channel(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X[:1], W[:, :1], b, stride, pad)


@conv_forward.mistake(
    "You use the first filter for all maps.",
    "Each filter makes a map of its own: `W.reshape(filters, -1)` has a row for each.",
)
def conv_first_filter(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, np.broadcast_to(W[:1], W.shape), b, stride, pad)


@conv_forward.mistake(
    "You reshape the filters into columns in place of transposing, so that weights of different filters are mixed.",
    "`W.reshape(filters, -1)` has the weights of one filter in a row. `W.reshape(-1, filters)` cuts them elsewhere.",
)
def conv_filters_mixed(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    mixed = W.reshape(-1, W.shape[0]).T.reshape(W.shape)
    return ref.conv_forward(X, mixed, b, stride, pad)


@conv_forward.mistake(
    "You add the bias once for each channel.",
    "All channels' products are added up first, and then the bias once.",
)
def conv_bias_for_each_channel(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, X.shape[0] * b, stride, pad)


# -- conv_backward


def gradients(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> tuple[Array, Array, Array]:
    """dX, dW and db, which are right."""
    dX, dW, db = ref.conv_backward(dZ, X, W, stride, pad)
    return dX, dW, db


def padded_gradient(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Array:
    """The gradient of the padded pictures."""
    D, W_rows = dZ.reshape(W.shape[0], -1), W.reshape(W.shape[0], -1)
    shape = ref.pad_images(X, pad).shape
    return np.asarray(ref.col2im(W_rows.T @ D, shape, W.shape[2], stride))


@conv_backward.mistake(
    "Your dX still has the frame.",
    "X was padded inside the layer; its gradient has the shape of X. Cut the frame off.",
)
def conv_back_frame_left(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return padded_gradient(dZ, X, W, stride, pad), dW, db


@conv_backward.mistake(
    "You cut off the frame with a slice from `pad` to `-pad`, which is empty when `pad` is 0.",
    "-0 is 0, and a slice from 0 to 0 holds nothing. Count where X ends from the front.",
)
def conv_back_minus_zero(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return padded_gradient(dZ, X, W, stride, pad)[:, pad:-pad, pad:-pad], dW, db


@conv_backward.mistake(
    "You cut the upper left part of the padded dX, and not its middle.",
    "The frame stands on all four sides: X begins at row `pad` and column `pad`.",
)
def conv_back_wrong_corner(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return padded_gradient(dZ, X, W, stride, pad)[:, : X.shape[1], : X.shape[2]], dW, db


@conv_backward.mistake(
    "Your db is a single number: the sum over all filters as well.",
    "Each filter has a bias of its own: sum along its row, over places and examples, and keep the filters apart.",
)
def conv_back_bias_scalar(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, dZ.sum()


@conv_backward.mistake(
    "Your db has lost a dimension: it is flat.",
    "Its shape is that of b, (filters, 1). `keepdims=True` keeps the axis along which the sum ran.",
)
def conv_back_bias_flat(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, dZ.sum(axis=(1, 2, 3))


@conv_backward.mistake(
    "Your db is the mean over places and examples.",
    "The bias acts at every place of every picture, and contributions along several paths add up. Nothing is divided.",
)
def conv_back_bias_mean(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX, dW, db / dZ[0].size


@conv_backward.mistake(
    "Your db sums over the examples and leaves out the places, of which you take the first.",
    "The bias acts at every place of the map: sum over height, width and examples.",
)
def conv_back_bias_one_place(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, dZ[:, 0, 0].sum(axis=1, keepdims=True)


@conv_backward.mistake(
    "You divide by the number of pictures.",
    "The mean was taken once, at the loss, so dZ has its 1/m already. A layer adds up and never divides.",
)
def conv_back_divided_by_m(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX, dW / X.shape[3], db / X.shape[3]


@conv_backward.mistake(
    "You divide all three gradients by the number of pictures, dX too.",
    "The mean was taken once, at the loss, so dZ has its 1/m already. A layer adds up and never divides.",
)
def conv_back_all_divided_by_m(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX / X.shape[3], dW / X.shape[3], db / X.shape[3]


@conv_backward.mistake(
    "You use the pictures without the frame for dW.",
    "The filters were laid on the padded pictures: their gradient needs the same patches.",
)
def conv_back_weights_without_pad(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    filters, _, kernel, _ = W.shape
    cols = ref.im2col(X, kernel, stride)
    dX, _, db = gradients(dZ, X, W, stride, pad)
    return dX, (dZ.reshape(filters, -1) @ cols.T).reshape(W.shape), db


@conv_backward.mistake(
    "You leave dW as a matrix.",
    "A gradient has the shape of its parameter: (filters, channels, kernel, kernel).",
)
def conv_back_weights_flat(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX, dW.reshape(W.shape[0], -1), db


@conv_backward.mistake(
    "You reshape the transposed product to W's shape, so that weights of different filters are mixed.",
    "D times the transposed patches is (filters, channels · k · k), in the order of W. The other way round, a reshape "
    "cuts it in the wrong places.",
)
def conv_back_weights_mixed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX, dW.reshape(W.shape[0], -1).T.reshape(W.shape), db


@conv_backward.mistake(
    "You turn the kernel's gradient by 180°.",
    "Forward, a pixel met the weight in its own place, so backward the weight meets the same pixel.",
)
def conv_back_weights_turned(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX, dW[:, :, ::-1, ::-1], db


@conv_backward.mistake(
    "You turn the filters by 180° before you lay them back on the pictures.",
    "col2im does the laying: with the turned kernel *it* would be needed in a convolution of dZ, but not here.",
)
def conv_back_kernel_turned(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    dX, _, _ = gradients(dZ, X, W[:, :, ::-1, ::-1], stride, pad)
    return dX, dW, db


@conv_backward.mistake(
    "In dX the overlaps are written over, not added.",
    "A pixel took part in many patches, and contributions along several paths add up. col2im does that.",
)
def conv_back_overwritten(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    filters, channels, kernel, _ = W.shape
    _, dW, db = gradients(dZ, X, W, stride, pad)
    dX = np.zeros(ref.pad_images(X, pad).shape)
    rows, columns = dZ.shape[1:3]
    patches = (W.reshape(filters, -1).T @ dZ.reshape(filters, -1)).reshape(channels, kernel, kernel, rows, columns, -1)
    for i in range(kernel):
        for j in range(kernel):
            dX[:, i : i + stride * rows : stride, j : j + stride * columns : stride] = patches[:, i, j]
    return dX[:, pad : pad + X.shape[1], pad : pad + X.shape[2]], dW, db


@conv_backward.mistake(
    "You return the gradients in another order: dW, db, dX.",
    "The order is dX, dW, db.",
)
def conv_back_order(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dW, db, dX


@conv_backward.mistake(
    "You ignore the stride.",
    "Forward, the filters moved on by the stride. im2col and col2im need it here too.",
)
def conv_back_stride_ignored(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return gradients(dZ, X, W, 1, pad)


@conv_backward.mistake(
    "You return the gradient of the patches for dX, without laying it back on the pictures.",
    "dC has a column for each patch. col2im adds them up where they belong.",
)
def conv_back_no_col2im(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return W.reshape(W.shape[0], -1).T @ dZ.reshape(W.shape[0], -1), dW, db
