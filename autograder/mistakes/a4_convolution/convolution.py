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
    return ref.conv_forward(X, W, 0 * b, stride, pad) / W[0].size + b[:, :, None, None]


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


@conv_forward.mistake(
    "You subtract the biases.",
    "The bias is added to the sum of the products.",
)
def conv_minus_bias(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, -b, stride, pad)


@conv_forward.mistake(
    "You leave out the frame when you cut out the patches, but count it in the size of the result.",
    "The columns are made of the padded pictures. Otherwise there are fewer patches than places.",
)
def conv_patches_without_pad(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    Z = W.reshape(W.shape[0], -1) @ ref.im2col(X, W.shape[2], stride) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "You leave out the stride when you cut out the patches, but count it in the size of the result.",
    "im2col needs the stride too. Otherwise there are more patches than places.",
)
def conv_patches_without_stride(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    Z = W.reshape(W.shape[0], -1) @ ref.im2col(ref.pad_images(X, pad), W.shape[2], 1) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "You reshape the product as if the examples counted before the places, so that numbers are mixed.",
    "The columns count (row, column, example), the example fastest. In the reshape it comes last.",
)
def conv_examples_before_places(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    Z = ref.conv_forward(X, W, b, stride, pad)
    return Z.reshape(W.shape[0], X.shape[3], *Z.shape[1:3]).transpose(0, 2, 3, 1)


@conv_forward.mistake(
    "You put the frame round the pictures twice.",
    "One frame of the width `pad` is wanted: pad once, and use the padded pictures from then on.",
)
def conv_padded_twice(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(ref.pad_images(X, pad), W, b, stride, pad)


@conv_forward.mistake(
    "Your frame is always one pixel wide.",
    "The width of the frame is an argument, pad; it may also be 0.",
)
def conv_always_padded(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, b, stride, 1)


@conv_forward.mistake(
    "You choose the frame so that pictures keep their size.",
    "The width of the frame is an argument, pad, whatever the kernel is.",
)
def conv_size_kept(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, b, stride, (W.shape[2] - 1) // 2)


@conv_forward.mistake(
    "You use the height for the width: only square pictures come out right.",
    "The width of the maps comes from the width of the pictures, the third axis of X.",
)
def conv_square_only(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, _ = sizes(X, W, stride, pad)
    return ref.conv_forward(X, W, b, stride, pad).reshape(W.shape[0], -1).reshape(W.shape[0], rows, rows, X.shape[3])


@conv_forward.mistake(
    "Height and width of the maps have changed places in your reshape.",
    "The columns of the product count the places row by row: (out_height, out_width), in that order.",
)
def conv_sides_exchanged(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    return ref.conv_forward(X, W, b, stride, pad).reshape(W.shape[0], columns, rows, X.shape[3])


@conv_forward.mistake(
    "You add the first filter's bias to all maps.",
    "Each filter has a bias of its own.",
)
def conv_first_bias(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, np.broadcast_to(b[:1], b.shape), stride, pad)


@conv_forward.mistake(
    "You add the bias once for each pixel of the kernel.",
    "All products are added up first, and then the bias once: it belongs behind the loops.",
)
def conv_bias_for_each_pixel(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, W.shape[2] ** 2 * b, stride, pad)


@conv_forward.mistake(
    "You add the bias once for each product.",
    "All products are added up first, and then the bias once.",
)
def conv_bias_for_each_product(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, W[0].size * b, stride, pad)


@conv_forward.mistake(
    "There are as many places as the stride asks for, but they lie one pixel apart.",
    "Place (i, j) begins at row i · stride and column j · stride.",
)
def conv_steps_forgotten(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    return ref.conv_forward(X, W, b, 1, pad)[:, :rows, :columns]


@conv_forward.mistake(
    "Each channel of the pictures meets the weights of all channels.",
    "A filter has weights of its own for each channel: channel c of the patch is multiplied by channel c of the "
    "filter.",
)
def conv_channels_mixed(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, np.broadcast_to(W.sum(axis=1, keepdims=True), W.shape), b, stride, pad)


@conv_forward.mistake(
    "Stride and pad have changed places.",
    "pad_images gets the width of the frame, and im2col the stride.",
)
def conv_stride_and_pad(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    Z = W.reshape(W.shape[0], -1) @ ref.im2col(ref.pad_images(X, stride), W.shape[2], pad) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "The maps are right, but you change the filters that were given to you.",
    "The caller still needs them in their own shape: give the matrix a name of its own.",
)
def conv_changes_filters(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    Z = ref.conv_forward(X, W, b, stride, pad)
    W.shape = (W.shape[0], -1)
    return Z


@conv_forward.mistake(
    "Only the last channel counts: what the others gave is written over.",
    "A filter looks at all channels of its patch and adds up all the products: in a loop, +=.",
)
def conv_last_channel(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X[-1:], W[:, -1:], b, stride, pad)


@conv_forward.mistake(
    "You divide by the number of pixels in a kernel.",
    "A filter adds up its products and does not take their mean.",
)
def conv_divided_by_kernel(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad) / W.shape[2] ** 2 + b[:, :, None, None]


@conv_forward.mistake(
    "You turn the biases into a row before you add them.",
    "They are a column already, and broadcasting adds each of them to its filter's row.",
)
def conv_bias_in_a_row(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return W.reshape(W.shape[0], -1) @ ref.im2col(ref.pad_images(X, pad), W.shape[2], stride) + b.T


@conv_forward.mistake(
    "You transpose the filters' matrix.",
    "It has a row for each filter, and the columns fit the rows of im2col: nothing has to be transposed.",
)
def conv_filters_transposed(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return W.reshape(W.shape[0], -1).T @ ref.im2col(ref.pad_images(X, pad), W.shape[2], stride) + b


@conv_forward.mistake(
    "You multiply filters and patches entry by entry, with *.",
    "The matrix product, @, multiplies a filter by each patch and adds up.",
)
def conv_entry_by_entry(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return W.reshape(W.shape[0], -1) * ref.im2col(ref.pad_images(X, pad), W.shape[2], stride) + b


@conv_forward.mistake(
    "You count one place too few in each direction.",
    "A kernel has (n + 2p - k) / s + 1 places, rounded down before the 1 is added: conv_output_size counts them.",
)
def conv_size_without_one(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    return ref.conv_forward(X, W, b, stride, pad).reshape(W.shape[0], rows - 1, columns - 1, X.shape[3])


@conv_forward.mistake(
    "You count the frame once in the size of the result.",
    "There are `pad` zeros at each end, which makes the side longer by twice that.",
)
def conv_size_pad_once(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = ((n + pad - W.shape[2]) // stride + 1 for n in X.shape[1:3])
    return ref.conv_forward(X, W, b, stride, pad).reshape(W.shape[0], rows, columns, X.shape[3])


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


def over_places(dZ: Array, X: Array, W: Array, steps: tuple[int, int], pad: int, add: bool = True) -> Array:
    """dX by a loop over filters and places, added up or written over."""
    kernel = W.shape[2]
    dP = np.zeros(ref.pad_images(X, pad).shape)
    for n, i, j in np.ndindex(*dZ.shape[:3]):
        place = np.s_[:, i * steps[0] : i * steps[0] + kernel, j * steps[1] : j * steps[1] + kernel]
        dP[place] = W[n][..., None] * dZ[n, i, j] + (dP[place] if add else 0)
    return dP[:, pad : pad + X.shape[1], pad : pad + X.shape[2]]


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


@conv_backward.mistake(
    "In your dX the last patch wins where patches overlap: the numbers are written over, not added.",
    "A pixel influences the loss through each patch that it belongs to, and contributions along several paths add up.",
)
def conv_back_overwritten_by_places(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return over_places(dZ, X, W, (stride, stride), pad, add=False), dW, db


@conv_backward.mistake(
    "Your dW holds the contribution of one place only: the last one wins.",
    "A filter's weights are used at every place, and contributions along several paths add up.",
)
def conv_back_last_place(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, _, db = gradients(dZ, X, W, stride, pad)
    last = np.zeros(dZ.shape)
    last[:, -1, -1] = dZ[:, -1, -1]
    return dX, gradients(last, X, W, stride, pad)[1], db


@conv_backward.mistake(
    "Rows and columns of the kernel have changed places in your dW.",
    "dW has the order of W: (filters, channels, row, column). A reshape of the product keeps it.",
)
def conv_back_weights_transposed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX, dW.swapaxes(2, 3), db


@conv_backward.mistake(
    "You reshape dZ with the filters last and transpose, so that numbers of different filters are mixed.",
    "The filters are the first axis of dZ already: keep it, and let the others become one.",
)
def conv_back_derivatives_mixed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return gradients(dZ.reshape(-1, dZ.shape[0]).T.reshape(dZ.shape), X, W, stride, pad)


@conv_backward.mistake(
    "You put dZ's examples before its places, which is not the order of im2col's columns.",
    "The columns count (row, column, example). A plain reshape of dZ gives the same order.",
)
def conv_back_examples_before_places(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return gradients(np.moveaxis(dZ, 3, 1).reshape(dZ.shape), X, W, stride, pad)


@conv_backward.mistake(
    "You reshape W into columns in place of transposing, so that weights of different filters are mixed.",
    "`W.reshape(filters, -1)` has a filter in each row; its transpose has a filter in each column.",
)
def conv_back_filters_mixed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    mixed = W.reshape(-1, W.shape[0]).T.reshape(W.shape)
    return gradients(dZ, X, mixed, stride, pad)[0], dW, db


@conv_backward.mistake(
    "You forget to transpose the filters in the product for dX.",
    "dC is W transposed, times D: it has a row for each row of C.",
)
def conv_back_filters_not_transposed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    D = dZ.reshape(W.shape[0], -1)
    return W.reshape(W.shape[0], -1) @ D


@conv_backward.mistake(
    "You forget to transpose the patches in the product for dW.",
    "dW is D times C transposed: the sum runs over the places and the examples, which are the columns of both.",
)
def conv_back_patches_not_transposed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return dZ.reshape(W.shape[0], -1) @ ref.im2col(ref.pad_images(X, pad), W.shape[2], stride)


@conv_backward.mistake(
    "You put the frame round the pictures twice.",
    "One frame of the width `pad` is wanted, as forward.",
)
def conv_back_padded_twice(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    padded = ref.pad_images(ref.pad_images(X, pad), pad)
    D = dZ.reshape(W.shape[0], -1)
    dW = (D @ ref.im2col(padded, W.shape[2], stride).T).reshape(W.shape)
    dX = ref.col2im(W.reshape(W.shape[0], -1).T @ D, padded.shape, W.shape[2], stride)
    return dX[:, pad : pad + X.shape[1], pad : pad + X.shape[2]], dW, D.sum(axis=1, keepdims=True)


@conv_backward.mistake(
    "You take the places to lie one pixel apart, whatever the stride is.",
    "Place (i, j) begins at row i · stride and column j · stride, as forward.",
)
def conv_back_steps_forgotten(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    rows, columns = dZ.shape[1:3]
    padded = ref.pad_images(X, pad)
    near = padded[:, : rows + W.shape[2] - 1, : columns + W.shape[2] - 1]
    dX, dW, db = gradients(dZ, near, W, 1, 0)
    dP = np.zeros(padded.shape)
    dP[:, : dX.shape[1], : dX.shape[2]] = dX
    return dP[:, pad : pad + X.shape[1], pad : pad + X.shape[2]], dW, db


@conv_backward.mistake(
    "You let dX pass only where X is positive.",
    "That is ReLU's gate, a step of its own. A convolution has none.",
)
def conv_back_gated(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = gradients(dZ, X, W, stride, pad)
    return dX * (X > 0), dW, db


@conv_backward.mistake(
    "You use the first filter's weights for all filters in dX.",
    "Each filter's derivative goes back through its own weights.",
)
def conv_back_first_filter(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return gradients(dZ, X, np.broadcast_to(W[:1], W.shape), stride, pad)[0], dW, db


@conv_backward.mistake(
    "Your db sums over the filters and keeps the places.",
    "It is the other way round: each filter has one bias. Sum along the rows of D, axis 1.",
)
def conv_back_bias_over_filters(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, dZ.reshape(W.shape[0], -1).sum(axis=0, keepdims=True)


@conv_backward.mistake(
    "Your db sums over the examples only, and keeps the places.",
    "A filter has one bias, which acts at every place: sum over height, width and examples.",
)
def conv_back_bias_places_kept(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, dZ.sum(axis=3)


@conv_backward.mistake(
    "The gradients are right, but you change the dZ that was given to you.",
    "The caller may still need it. Write into a new array only.",
)
def conv_back_changes_derivatives(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    found = gradients(dZ, X, W, stride, pad)
    dZ[:] = 0
    return found


@conv_backward.mistake(
    "You divide by the number of places.",
    "A filter's weights are used at every place, and contributions along several paths add up. Nothing is divided.",
)
def conv_back_divided_by_places(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return gradients(dZ / (dZ.shape[1] * dZ.shape[2]), X, W, stride, pad)


@conv_backward.mistake(
    "You exchange rows and columns of the filters before you lay them back on the pictures.",
    "Each weight goes back to the pixel that it met forward: W is used as it is.",
)
def conv_back_kernel_transposed(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = gradients(dZ, X, W, stride, pad)
    return gradients(dZ, X, W.swapaxes(2, 3), stride, pad)[0], dW, db


@conv_backward.mistake(
    "You ignore the stride in col2im.",
    "The patches go back to where they came from, `stride` pixels apart.",
)
def conv_back_stride_in_im2col_only(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    D, W_rows = dZ.reshape(W.shape[0], -1), W.reshape(W.shape[0], -1)
    return ref.col2im(W_rows.T @ D, ref.pad_images(X, pad).shape, W.shape[2], 1)


@conv_backward.mistake(
    "You lay the columns back on pictures without the frame.",
    "The patches were cut from the padded pictures: col2im needs their shape, and the frame is cut off afterwards.",
)
def conv_back_shape_without_pad(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    D, W_rows = dZ.reshape(W.shape[0], -1), W.reshape(W.shape[0], -1)
    return ref.col2im(W_rows.T @ D, X.shape, W.shape[2], stride)


@conv_backward.mistake(
    "Your db sums over the places only, and keeps the examples.",
    "A filter has one bias, which acts in every picture: sum over height, width and examples.",
)
def conv_back_bias_examples_kept(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, dZ.sum(axis=(1, 2))


@conv_forward.mistake(
    "You add the sum of all biases to every map.",
    "Each filter has a bias of its own: b is a column, and broadcasting adds each number to its filter's row.",
)
def conv_sum_of_biases(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad) + b.sum()


@conv_forward.mistake(
    "You add the mean of all biases to every map.",
    "Each filter has a bias of its own: b is a column, and broadcasting adds each number to its filter's row.",
)
def conv_mean_of_biases(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad) + b.mean()


@conv_forward.mistake(
    "You add the last filter's bias to all maps.",
    "Each filter has a bias of its own.",
)
def conv_last_bias(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad) + b[-1]


@conv_forward.mistake(
    "You multiply by the biases in place of adding them.",
    "A bias is added to its filter's whole map.",
)
def conv_times_bias(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 0 * b, stride, pad) * b[:, :, None, None]


@conv_forward.mistake(
    "You add the biases twice.",
    "Each filter's bias is added to its whole map once.",
)
def conv_bias_twice(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, 2 * b, stride, pad)


@conv_forward.mistake(
    "You take the mean over the channels.",
    "A filter looks at all channels of its patch and adds everything up: nothing is divided.",
)
def conv_mean_over_channels(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W / X.shape[0], b, stride, pad)


@conv_forward.mistake(
    "You add weights and pixels in place of multiplying them.",
    "For each patch it is the sum of pixel *times* weight, a matrix product.",
)
def conv_added_weights(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    ones = ref.conv_forward(X, np.ones(W.shape), b, stride, pad)
    return ones + W.sum(axis=(1, 2, 3))[:, None, None, None]


@conv_forward.mistake(
    "You turn the kernel upside down, in one direction only.",
    "A filter is laid on a patch as it is: pixel times the weight in the same place.",
)
def conv_kernel_upside_down(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W[:, :, ::-1], b, stride, pad)


@conv_forward.mistake(
    "You turn the kernel left to right.",
    "A filter is laid on a patch as it is: pixel times the weight in the same place.",
)
def conv_kernel_left_to_right(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W[:, :, :, ::-1], b, stride, pad)


@conv_forward.mistake(
    "You meet the channels in reverse order: the first channel's weights lie on the last channel.",
    "Channel after channel, in the order in which they come.",
)
def conv_channels_reversed(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W[:, ::-1], b, stride, pad)


@conv_forward.mistake(
    "You put the frame round with copies of the pixels at the edge, not with zeros.",
    "`pad_images` makes a frame of zeros.",
)
def conv_edge_frame(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    framed = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")
    return ref.conv_forward(framed, W, b, stride, 0)


@conv_forward.mistake(
    "Your frame lies on one side only.",
    "`pad` rows and columns of zeros go on each of the four sides.",
)
def conv_frame_at_one_side(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    framed = np.pad(X, ((0, 0), (2 * pad, 0), (2 * pad, 0), (0, 0)))
    return ref.conv_forward(framed, W, b, stride, 0)


@conv_forward.mistake(
    "You use the stride from row to row, but not from column to column.",
    "The filter moves on by `stride` pixels in both directions.",
)
def conv_stride_in_rows_only(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return ref.conv_forward(X, W, b, 1, pad)[:, ::stride]


@conv_forward.mistake(
    "You stop one place too early in each direction: there stands 0 in place of a sum.",
    "range(out_height) goes up to out_height - 1 already: nothing has to be subtracted.",
)
def conv_last_place_empty(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    Z = ref.conv_forward(X, W, b, stride, pad)
    Z[:, -1] = 0
    Z[:, :, -1] = 0
    return Z


@conv_backward.mistake(
    "You return dX alone.",
    "Three gradients come back, one after the other: dX, dW, db.",
)
def conv_back_dx_alone(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return ref.conv_backward(dZ, X, W, stride, pad)[0]


@conv_backward.mistake(
    "You return dW alone.",
    "Three gradients come back, one after the other: dX, dW, db.",
)
def conv_back_dw_alone(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return ref.conv_backward(dZ, X, W, stride, pad)[1]


@conv_backward.mistake(
    "You let dZ pass only where it is positive.",
    "That looks like ReLU's gate, but dZ is a derivative and there is no ReLU in this layer: all of it goes back.",
)
def conv_back_derivative_gated(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return ref.conv_backward(np.maximum(0, dZ), X, W, stride, pad)


@conv_backward.mistake(
    "You leave out the last place in each direction in dX and dW.",
    "range(out_height) goes up to out_height - 1 already: nothing has to be subtracted.",
)
def conv_back_last_place_missing(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    inner = dZ.copy()
    inner[:, -1] = 0
    inner[:, :, -1] = 0
    dX, dW, _ = ref.conv_backward(inner, X, W, stride, pad)
    return dX, dW, dZ.sum(axis=(1, 2, 3))[:, None]


@conv_backward.mistake(
    "You leave out the last place in each direction.",
    "range(out_height) goes up to out_height - 1 already: nothing has to be subtracted.",
)
def conv_back_last_place_missing_everywhere(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    inner = dZ.copy()
    inner[:, -1] = 0
    inner[:, :, -1] = 0
    return ref.conv_backward(inner, X, W, stride, pad)


@conv_backward.mistake(
    "You put dZ's filters last and reshape to (filters, …), so that numbers of different filters are mixed.",
    "dZ has the filters first already, in the order of im2col's columns: reshape alone makes D of it.",
)
def conv_back_filters_last(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    mixed = dZ.transpose(1, 2, 3, 0).reshape(dZ.shape)
    dX, dW, db = ref.conv_backward(mixed, X, W, stride, pad)
    return dX, dW, db


@conv_backward.mistake(
    "Your dW and db are those of the last picture alone: the sums start anew with each picture.",
    "Make the zeros once, before the loop over the pictures, and add up what all of them say.",
)
def conv_back_last_picture(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, _, _ = ref.conv_backward(dZ, X, W, stride, pad)
    _, dW, db = ref.conv_backward(dZ[..., -1:], X[..., -1:], W, stride, pad)
    return dX, dW, db


@conv_backward.mistake(
    "Your dW and db are those of the first picture alone.",
    "All pictures have been met with the same weights: what they say is added up.",
)
def conv_back_first_picture(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, _, _ = ref.conv_backward(dZ, X, W, stride, pad)
    _, dW, db = ref.conv_backward(dZ[..., :1], X[..., :1], W, stride, pad)
    return dX, dW, db


@conv_backward.mistake(
    "You cut the lower right part of the padded dX, and not its middle.",
    "The frame lies on all four sides: the middle begins at `pad` and ends at `pad + height`.",
)
def conv_back_lower_corner(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = ref.conv_backward(dZ, X, W, stride, pad)
    framed, _, _ = ref.conv_backward(dZ, ref.pad_images(X, pad), W, stride, 0)
    return framed[:, 2 * pad :, 2 * pad :], dW, db


@conv_backward.mistake(
    "You cut the frame off in one direction only.",
    "The frame lies on all four sides: it is cut off from the rows and from the columns.",
)
def conv_back_frame_half_cut(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    _, dW, db = ref.conv_backward(dZ, X, W, stride, pad)
    framed, _, _ = ref.conv_backward(dZ, ref.pad_images(X, pad), W, stride, 0)
    return framed[:, pad : pad + X.shape[1]], dW, db


@conv_backward.mistake(
    "Your gradients are cut off at -1 and 1.",
    "A gradient is as large as it is. Nobody asks for clipping here.",
)
def conv_back_clipped(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return tuple(np.clip(g, -1, 1) for g in ref.conv_backward(dZ, X, W, stride, pad))


@conv_backward.mistake(
    "All three gradients have the wrong sign.",
    "They say how the loss rises. The minus comes later, in the step.",
)
def conv_back_negative(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    return tuple(-g for g in ref.conv_backward(dZ, X, W, stride, pad))


@conv_forward.mistake(
    "You leave out the last row and the last column of the kernel.",
    "range(kernel) goes up to kernel - 1 already: nothing has to be subtracted.",
)
def conv_kernel_short(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    mask = np.zeros(W.shape)
    mask[:, :, : max(W.shape[2] - 1, 0), : max(W.shape[3] - 1, 0)] = 1
    return ref.conv_forward(X, W * mask, b, stride, pad)


@conv_forward.mistake(
    "You use the first row of the kernel only.",
    "All kernel · kernel weights of a filter meet the pixels of the patch. Look at where your loops end.",
)
def conv_first_kernel_row(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    mask = np.zeros(W.shape)
    mask[:, :, 0] = 1
    return ref.conv_forward(X, W * mask, b, stride, pad)


@conv_forward.mistake(
    "You use the last row of the kernel only: the sum starts anew in the loop.",
    "All kernel · kernel weights of a filter meet the pixels of the patch, and all products are added up.",
)
def conv_last_kernel_row(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    mask = np.zeros(W.shape)
    mask[:, :, -1] = 1
    return ref.conv_forward(X, W * mask, b, stride, pad)


@conv_forward.mistake(
    "You use the kernel's diagonal only.",
    "Two loops are needed, one for the rows of the kernel and one for its columns.",
)
def conv_kernel_diagonal(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    mask = np.zeros(W.shape)
    mask[:, :, range(W.shape[2]), range(W.shape[2])] = 1
    return ref.conv_forward(X, W * mask, b, stride, pad)


@conv_forward.mistake(
    "You keep the largest product of each patch.",
    "All products of a patch are added up. Taking the largest is what pooling does.",
)
def conv_largest_product(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    cols = ref.im2col(ref.pad_images(X, pad), W.shape[2], stride)
    Z = (W.reshape(W.shape[0], -1)[:, :, None] * cols).max(axis=1) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "You multiply the products of a patch with each other.",
    "All products of pixel and weight are added up.",
)
def conv_multiplied_up(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    rows, columns = sizes(X, W, stride, pad)
    cols = ref.im2col(ref.pad_images(X, pad), W.shape[2], stride)
    Z = (W.reshape(W.shape[0], -1)[:, :, None] * cols).prod(axis=1) + b
    return Z.reshape(W.shape[0], rows, columns, X.shape[3])


@conv_forward.mistake(
    "Of the channels' sums you keep the largest.",
    "A filter adds up what it finds in all channels, and then its bias.",
)
def conv_largest_channel(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    sums = [ref.conv_forward(X[c : c + 1], W[:, c : c + 1], 0 * b, stride, pad) for c in range(X.shape[0])]
    return np.max(sums, axis=0) + b[:, :, None, None]


@conv_forward.mistake(
    "You take the kernel's size from W.shape[1], which is the number of channels.",
    "W is (filters, channels, kernel, kernel): the size stands third and last.",
)
def conv_kernel_of_channels(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    filters, kernel = W.shape[:2]
    cols = ref.im2col(ref.pad_images(X, pad), kernel, stride)
    rows = ref.conv_output_size(X.shape[1], kernel, stride, pad)
    return (W.reshape(filters, -1) @ cols + b).reshape(filters, rows, -1, X.shape[3])


@conv_backward.mistake(
    "You divide dX by the number of weights in a kernel.",
    "What several patches say of a pixel is added up and not averaged.",
)
def conv_back_dX_averaged(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = ref.conv_backward(dZ, X, W, stride, pad)
    return dX / W.shape[2] ** 2, dW, db


@conv_backward.mistake(
    "You add the biases' derivatives db to dW.",
    "Weights and biases each have a gradient of their own: dW comes from dZ and the patches alone.",
)
def conv_back_db_in_dW(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, db = ref.conv_backward(dZ, X, W, stride, pad)
    return dX, dW + db[:, :, None, None], db


@conv_forward.mistake(
    "You add b to the finished maps, where it meets their last two axes, width and m, and not the filters.",
    "Add it before the reshape, while a filter is a row: (filters, 1) then fits each row. Maps need it with four axes, "
    "(filters, 1, 1, 1).",
)
def conv_bias_added_to_maps(X: Array, W: Array, b: Array, stride: int, pad: int) -> Any:
    return np.asarray(ref.conv_forward(X, W, 0 * b, stride, pad)) + b


@conv_backward.mistake(
    "Your db has the same number for all filters: the sum over all of dZ.",
    "Each filter has a bias of its own: sum along its row, over places and examples, and keep the filters apart.",
)
def conv_back_bias_of_all(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    dX, dW, _ = gradients(dZ, X, W, stride, pad)
    return dX, dW, np.full((W.shape[0], 1), dZ.sum())


@conv_backward.mistake(
    "In your dX the last patch wins where patches overlap: you write with = where += is due.",
    "A pixel influences the loss through each patch that it belongs to, and contributions along several paths add up.",
)
def conv_back_overwritten_by_patches(dZ: Array, X: Array, W: Array, stride: int, pad: int) -> Any:
    kernel = W.shape[2]
    _, dW, db = gradients(dZ, X, W, stride, pad)
    dX = np.zeros(ref.pad_images(X, pad).shape)
    for i in range(dZ.shape[1]):
        for j in range(dZ.shape[2]):
            patch = np.einsum("fm,fcab->cabm", dZ[:, i, j], W)
            dX[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel] = patch
    return dX[:, pad : pad + X.shape[1], pad : pad + X.shape[2]], dW, db
