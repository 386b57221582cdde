"""Mistakes in im2col and col2im: the order of rows and columns, where slices end, and what happens where they overlap.

Nearly all of them give an array of the right shape, or of one that is wrong by a step.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a4_convolution")

Array = np.ndarray[Any, Any]
Shape = tuple[int, int, int, int]

im2col = Catalogue("im2col")
col2im = Catalogue("col2im")


def windows(X: Array, kernel: int, stride: int) -> Array:
    """The patches as (channels, kernel, kernel, out_height, out_width, m), which is right."""
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    cols = np.empty((channels, kernel, kernel, rows, columns, m), dtype=X.dtype)
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i : i + stride * rows : stride, j : j + stride * columns : stride]
    return cols


def laid_back_pixels(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int, keep: Any) -> Array:
    """col2im of those of the kernel's pixels (i, j) that `keep` says."""
    patches = cols.reshape(shape[0], kernel, kernel, -1).copy()
    for i in range(kernel):
        for j in range(kernel):
            patches[:, i, j] *= keep(i, j)
    return np.asarray(ref.col2im(patches.reshape(cols.shape), shape, kernel, stride))


def laid_back_some(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int, keep: Any) -> Array:
    """col2im of those places (i, j), out of so many rows and columns, that `keep` says."""
    _, height, width, m = shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    patches = cols.reshape(-1, rows, columns, m).copy()
    for i in range(rows):
        for j in range(columns):
            patches[:, i, j] *= keep(i, j, rows, columns)
    return np.asarray(ref.col2im(patches.reshape(cols.shape), shape, kernel, stride))


@im2col.mistake(
    "Your patches are in rows: the result is transposed.",
    "Each patch has to be a column, as the examples are: then the filters, as rows, can be multiplied from the left.",
)
def im2col_patches_in_rows(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).reshape(X.shape[0] * kernel * kernel, -1).T


@im2col.mistake(
    "You count the channel last within a patch, after row and column.",
    "The rows count (channel, row, column), the channel slowest, as in W. Otherwise weights meet pixels of others.",
)
def im2col_channel_last(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).transpose(1, 2, 0, 3, 4, 5).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You read each patch column by column: its rows and columns have changed places.",
    "Within a patch the column counts fastest, as in NumPy's reshape. The row of the kernel goes with the second axis "
    "of X, the column with the third.",
)
def im2col_patch_column_by_column(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).transpose(0, 2, 1, 3, 4, 5).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You count the examples first in the columns, before the places.",
    "The columns count (row of the patch, column of the patch, example), the example fastest, as in X.",
)
def im2col_example_first(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).transpose(0, 1, 2, 5, 3, 4).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You go through the places column by column.",
    "The columns of the result count the patches row by row: the patch's column counts faster than its row.",
)
def im2col_places_column_by_column(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).transpose(0, 1, 2, 4, 3, 5).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You reshape an array whose axes are in another order, so that numbers of different patches are mixed.",
    "A reshape keeps the order in which numbers lie; it can't exchange axes. Fill an array that has the axes in the "
    "right order from the start: (channels, kernel, kernel, out_height, out_width, m).",
)
def im2col_reshaped_over(X: Array, kernel: int, stride: int) -> Any:
    cols = windows(X, kernel, stride).transpose(3, 4, 5, 0, 1, 2)
    return cols.reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You ignore the stride: the patches lie one pixel apart.",
    "With a stride of 2 every second place is taken, in both directions. A slice has a step for that.",
)
def im2col_stride_ignored(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, 1).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "Your patches do not overlap: they move on by the size of the kernel.",
    "They move on by the stride, which is mostly 1. That they overlap is intended.",
)
def im2col_kernel_as_stride(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, kernel).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "One place is missing in each direction.",
    "A kernel has (n - k) / s + 1 places, rounded down before the 1 is added. range(n - k) stops one too early.",
)
def im2col_last_place_missing(X: Array, kernel: int, stride: int) -> Any:
    rows, columns = ((n - kernel) // stride for n in X.shape[1:3])
    return windows(X, kernel, stride)[:, :, :, :rows, :columns].reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You turn each patch upside down and left to right.",
    "A turned kernel is what mathematicians call convolution. Here pixels meet weights in the order in which both lie.",
)
def im2col_flipped(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride)[:, ::-1, ::-1].reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You use the height for the width: only square pictures come out right.",
    "Take the number of columns from the width, the third axis of X.",
)
def im2col_square_only(X: Array, kernel: int, stride: int) -> Any:
    channels, height, _, m = X.shape
    rows = (height - kernel) // stride + 1
    cols = np.empty((channels, kernel, kernel, rows, rows, m))
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i : i + stride * rows : stride, j : j + stride * rows : stride]
    return cols.reshape(channels * kernel * kernel, -1)


@im2col.mistake(
    "You take the first channel only.",
    "A patch goes through all channels: channels · k · k pixels.",
)
def im2col_first_channel(X: Array, kernel: int, stride: int) -> Any:
    return windows(X[:1], kernel, stride).reshape(kernel * kernel, -1)


@im2col.mistake(
    "You take the first picture only.",
    "The last axis of X counts the pictures, and each of them has its patches.",
)
def im2col_first_picture(X: Array, kernel: int, stride: int) -> Any:
    return windows(X[..., :1], kernel, stride).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You start every slice at the upper left corner: all rows of a channel are alike.",
    "Row (i, j) of the result is pixel (i, j) of each patch, so its slice begins at row i and column j.",
)
def im2col_offsets_forgotten(X: Array, kernel: int, stride: int) -> Any:
    cols = windows(X, kernel, stride)
    return np.broadcast_to(cols[:, :1, :1], cols.shape).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "Your patches are right, but you return them with six axes.",
    "A matrix is wanted: the first three axes become its rows, the last three its columns.",
)
def im2col_not_reshaped(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride)


@im2col.mistake(
    "There are as many patches as the stride asks for, but they lie one pixel apart.",
    "Neighbouring patches lie `stride` pixels apart: patch (i, j) begins at row i · stride and column j · stride.",
)
def im2col_steps_forgotten(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, _ = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    return windows(X[:, : rows + kernel - 1, : columns + kernel - 1], kernel, 1).reshape(channels * kernel * kernel, -1)


@im2col.mistake(
    "Your slice of X ends too early where the stride is more than 1.",
    "With steps of `stride`, a slice of n entries is n · stride long: the stride belongs into its end as well.",
)
def im2col_slice_too_short(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    cols = np.zeros((channels, kernel, kernel, rows, columns, m))
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i : i + rows : stride, j : j + columns : stride]
    return cols.reshape(channels * kernel * kernel, -1)


@im2col.mistake(
    "All channels hold the pixels of the first one.",
    "A patch goes through all channels, each with its own pixels.",
)
def im2col_channel_repeated(X: Array, kernel: int, stride: int) -> Any:
    return windows(np.broadcast_to(X[:1], X.shape), kernel, stride).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "All pictures hold the pixels of the first one.",
    "The last axis of X counts the pictures, and each of them has its patches.",
)
def im2col_picture_repeated(X: Array, kernel: int, stride: int) -> Any:
    return windows(np.broadcast_to(X[..., :1], X.shape), kernel, stride).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You reshape to (patches, pixels) and transpose: the shape is right, but the numbers are mixed.",
    "A reshape keeps the order in which the numbers lie. They lie channel by channel already: rows first, no "
    "transpose.",
)
def im2col_reshaped_and_transposed(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).reshape(-1, X.shape[0] * kernel * kernel).T


@im2col.mistake(
    "You reshape windows whose axes stand in another order, so that the numbers are mixed.",
    "The axes have to stand as (channels, kernel, kernel, out_height, out_width, m) before the reshape. NumPy's "
    "sliding windows put the kernel last.",
)
def im2col_places_before_pixels(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).transpose(0, 3, 4, 5, 1, 2).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "Your patches are always 3 × 3.",
    "The size of a patch is an argument, kernel.",
)
def im2col_always_three(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, 3, stride).reshape(X.shape[0] * 9, -1)


@im2col.mistake(
    "The last row and the last column of each patch are missing: they stay 0.",
    "range(kernel) goes up to kernel - 1 already: nothing has to be subtracted.",
)
def im2col_kernel_short(X: Array, kernel: int, stride: int) -> Any:
    cols = windows(X, kernel, stride)
    cols[:, -1] = cols[:, :, -1] = 0
    return cols.reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You put a frame round the pictures in im2col.",
    "X comes padded already, where padding is wanted. im2col takes the pictures as they are.",
)
def im2col_pads(X: Array, kernel: int, stride: int) -> Any:
    half = kernel // 2
    padded = np.pad(X, ((0, 0), (half, half), (half, half), (0, 0)))
    return windows(padded, kernel, stride).reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You count the columns with the height where the width is due: only square pictures come out right.",
    "One row of patches has out_width of them: that many columns lie between a patch and the one below it.",
)
def im2col_height_for_width(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    patches = windows(X, kernel, stride).reshape(channels * kernel * kernel, rows, columns, m)
    cols = np.zeros((channels * kernel * kernel, rows * columns * m))
    for i in range(rows):
        for j in range(columns):
            for n in range(m):
                cols[:, (i * rows + j) * m + n] = patches[:, i, j, n]
    return cols


@im2col.mistake(
    "The patches are right, but you change the pictures that were given to you.",
    "The caller still needs them. Write into a new array only.",
)
def im2col_changes_pictures(X: Array, kernel: int, stride: int) -> Any:
    cols = windows(X, kernel, stride).reshape(X.shape[0] * kernel * kernel, -1)
    X[:] = 0
    return cols


@im2col.mistake(
    "Your channels come in reverse order.",
    "The first channel comes first: rows count (channel, row, column).",
)
def im2col_channels_reversed(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride)[::-1].reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You turn each patch upside down.",
    "Row i of the patch is row i of what it was cut from.",
)
def im2col_upside_down(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride)[:, ::-1].reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You turn each patch left to right.",
    "Column j of the patch is column j of what it was cut from.",
)
def im2col_left_to_right(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride)[:, :, ::-1].reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You join the channels to a single one.",
    "A patch goes through all channels: channels · k · k pixels.",
)
def im2col_channels_averaged(X: Array, kernel: int, stride: int) -> Any:
    return windows(X.mean(axis=0, keepdims=True), kernel, stride).reshape(kernel * kernel, -1)


@im2col.mistake(
    "You use the stride within the patches, and not between them.",
    "The pixels of a patch lie side by side; it is the patches that lie `stride` pixels apart.",
)
def im2col_stride_within_patch(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    cols = np.zeros((channels, kernel, kernel, rows, columns, m))
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i * stride : i * stride + rows, j * stride : j * stride + columns]
    return cols.reshape(channels * kernel * kernel, -1)


@im2col.mistake(
    "You use the stride from row to row, but not from column to column.",
    "The patches lie `stride` pixels apart in both directions.",
)
def im2col_stride_in_rows_only(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, 1)[:, :, :, ::stride].reshape(X.shape[0] * kernel * kernel, -1)


@im2col.mistake(
    "You round the number of places up.",
    "A step that would lead over the edge is not taken: round down.",
)
def im2col_rounded_up(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = -(-(height - kernel) // stride) + 1, -(-(width - kernel) // stride) + 1
    cols = np.zeros((channels, kernel, kernel, rows, columns, m))
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i : i + stride * rows : stride, j : j + stride * columns : stride]
    return cols.reshape(channels * kernel * kernel, -1)


@im2col.mistake(
    "You read each patch in the order of columns (order='F'), the channel fastest.",
    "The order is NumPy's ordinary one: rows count (channel, row, column), the column fastest.",
)
def im2col_patch_in_fortran_order(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).transpose(2, 1, 0, 3, 4, 5).reshape(X.shape[0] * kernel * kernel, -1)


# -- col2im


def laid(cols: Array, shape: Shape, kernel: int, stride: int) -> tuple[Array, Array, int, int]:
    """The columns with their six axes, zeros of the pictures' shape, and how many places there are each way."""
    channels, height, width, m = shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    return cols.reshape(channels, kernel, kernel, rows, columns, m), np.zeros(shape), rows, columns


def added(patches: Array, X: Array, kernel: int, stride: int) -> Array:
    """The patches added to X in their places, which is right."""
    rows, columns = patches.shape[3:5]
    for i in range(kernel):
        for j in range(kernel):
            X[:, i : i + stride * rows : stride, j : j + stride * columns : stride] += patches[:, i, j]
    return X


@col2im.mistake(
    "Where patches overlap, the last one wins: the numbers are written over, not added.",
    "A pixel influences the loss through each patch that it belongs to, and contributions along several paths add up.",
)
def col2im_overwritten(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(kernel):
        for j in range(kernel):
            X[:, i : i + stride * rows : stride, j : j + stride * columns : stride] = patches[:, i, j]
    return X


@col2im.mistake(
    "You divide by the number of patches that cover a pixel: the overlaps are averaged.",
    "Contributions along several paths add up. This is no restoring of a picture, it is a sum of derivatives.",
)
def col2im_averaged(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    count = added(np.ones(patches.shape), np.zeros(shape), kernel, stride)
    return added(patches, X, kernel, stride) / np.maximum(count, 1)


@col2im.mistake(
    "You keep the largest of the overlapping numbers.",
    "Contributions along several paths add up; that one is larger than another does not matter.",
)
def col2im_maximum(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(kernel):
        for j in range(kernel):
            place = np.s_[:, i : i + stride * rows : stride, j : j + stride * columns : stride]
            X[place] = np.maximum(X[place], patches[:, i, j])
    return X


@col2im.mistake(
    "You ignore the stride: the patches are laid one pixel apart.",
    "In im2col their pixels were read in steps of the stride. They go back to where they came from.",
)
def col2im_stride_ignored(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(kernel):
        for j in range(kernel):
            X[:, i : i + rows, j : j + columns] += patches[:, i, j]
    return X


@col2im.mistake(
    "You turn each patch upside down and left to right.",
    "Pixel (i, j) of a patch goes back to the slice from which it came, which begins at row i and column j.",
)
def col2im_flipped(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(patches[:, ::-1, ::-1], X, kernel, stride)


@col2im.mistake(
    "You exchange rows and columns within the patches.",
    "The second axis of the patches is the row in the kernel and the third is the column, as in im2col.",
)
def col2im_patches_transposed(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(patches.transpose(0, 2, 1, 3, 4, 5), X, kernel, stride)


@col2im.mistake(
    "You take the rows of cols in the order (row, column, channel).",
    "im2col counts the channel slowest: the first axis after the reshape is the channel.",
)
def col2im_channel_last(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    channels = shape[0]
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    patches = cols.reshape(kernel, kernel, channels, rows, columns, -1).transpose(2, 0, 1, 3, 4, 5)
    return added(patches, X, kernel, stride)


@col2im.mistake(
    "You take the columns of cols in the order (example, row, column).",
    "im2col counts the example fastest: it is the last axis after the reshape, as in the pictures.",
)
def col2im_example_first(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    channels, _, _, m = shape
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    patches = cols.reshape(channels, kernel, kernel, m, rows, columns).transpose(0, 1, 2, 4, 5, 3)
    return added(patches, X, kernel, stride)


@col2im.mistake(
    "You leave out the last place in each direction.",
    "There are (n - k) / s + 1 places, as in im2col, and each of their patches is laid back.",
)
def col2im_last_place_missing(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    return added(patches[:, :, :, : rows - 1, : columns - 1], X, kernel, stride)


@col2im.mistake(
    "You start from ones in place of zeros.",
    "What no patch covers gets 0, and everything else begins with nothing.",
)
def col2im_from_ones(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, _, _, _ = laid(cols, shape, kernel, stride)
    return added(patches, np.ones(shape), kernel, stride)


@col2im.mistake(
    "You add the first pixel of each patch only.",
    "All kernel · kernel pixels of a patch have to go back, so the two loops run over the whole kernel.",
)
def col2im_first_pixel(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    X[:, : stride * rows : stride, : stride * columns : stride] += patches[:, 0, 0]
    return X


@col2im.mistake(
    "You reshape the columns to the pictures' shape without laying them anywhere.",
    "There are more numbers in cols than in the pictures, as patches overlap. Each has to be added in its place.",
)
def col2im_reshaped(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    return cols.reshape(shape)


@col2im.mistake(
    "The pictures are right, but you change the columns that were given to you.",
    "The caller still needs them. Add to the new array only.",
)
def col2im_changes_columns(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    X = added(patches, X, kernel, stride)
    patches[:] = 0
    return X


@col2im.mistake(
    "Where patches overlap, the last one wins: the numbers are written over, not added.",
    "A pixel influences the loss through each patch that it belongs to, and contributions along several paths add up.",
)
def col2im_overwritten_by_places(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(rows):
        for j in range(columns):
            X[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel] = patches[:, :, :, i, j]
    return X


@col2im.mistake(
    "The last row and the last column of each patch are not laid back.",
    "range(kernel) goes up to kernel - 1 already: nothing has to be subtracted.",
)
def col2im_kernel_short(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    patches = patches.copy()
    patches[:, -1] = patches[:, :, -1] = 0
    return added(patches, X, kernel, stride)


@col2im.mistake(
    "You use the height for the width: only square pictures come out right.",
    "The number of columns of patches comes from the width, the third number of the shape.",
)
def col2im_square_only(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    channels, height, _, m = shape
    rows = (height - kernel) // stride + 1
    patches = cols.reshape(channels, kernel, kernel, rows, rows, m)
    return added(patches, np.zeros(shape), kernel, stride)


@col2im.mistake(
    "You count one place too few in each direction, so that the columns can't be reshaped.",
    "A kernel has (n - k) / s + 1 places, rounded down before the 1 is added.",
)
def col2im_without_one(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    channels, height, width, m = shape
    rows, columns = (height - kernel) // stride, (width - kernel) // stride
    patches = cols.reshape(channels, kernel, kernel, rows, columns, m)
    return added(patches, np.zeros(shape), kernel, stride)


@col2im.mistake(
    "You lay back the first channel only.",
    "The first axis counts the channels, and all of them have numbers to get back.",
)
def col2im_first_channel(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    X = added(patches, X, kernel, stride)
    X[1:] = 0
    return X


@col2im.mistake(
    "You divide by the number of pixels in a patch.",
    "Contributions along several paths add up. Nothing is divided.",
)
def col2im_divided_by_kernel(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(patches, X, kernel, stride) / kernel**2


@col2im.mistake(
    "You divide by the number of pictures.",
    "Contributions along several paths add up. The mean was taken once, at the loss.",
)
def col2im_divided_by_m(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(patches, X, kernel, stride) / shape[3]


@col2im.mistake(
    "You cut the numbers to whole ones before you add them.",
    "Derivatives are small numbers with decimals: the array that they are added to must hold such numbers too.",
)
def col2im_whole_numbers(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(np.trunc(patches), X, kernel, stride)


@col2im.mistake(
    "You count the patches that cover each pixel, and do not look at cols.",
    "That is right for a matrix of ones. In general the numbers of cols are added.",
)
def col2im_counted(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(np.ones(patches.shape), X, kernel, stride)


@col2im.mistake(
    "You go through the places column by column.",
    "The columns of cols count the patches row by row: the patch's column counts faster than its row.",
)
def col2im_places_column_by_column(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    other = cols.reshape(*patches.shape[:3], columns, rows, shape[3]).swapaxes(3, 4)
    return added(other, X, kernel, stride)


@col2im.mistake(
    "You transpose cols before you reshape it, so that the numbers are mixed.",
    "cols comes as im2col left it. A reshape alone gives it its six axes again.",
)
def col2im_transposed_columns(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(cols.T.reshape(patches.shape), X, kernel, stride)


@col2im.mistake(
    "You lay the patches side by side: they move on by the size of the kernel.",
    "They go back to where they came from: patch (i, j) begins at row i · stride and column j · stride.",
)
def col2im_side_by_side(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(rows):
        for j in range(columns):
            X[:, i * kernel : (i + 1) * kernel, j * kernel : (j + 1) * kernel] += patches[:, :, :, i, j]
    return X


@col2im.mistake(
    "Your slice of the pictures ends too early where the stride is more than 1.",
    "With steps of `stride`, a slice of n entries is n · stride long: the stride belongs into its end as well.",
)
def col2im_slice_too_short(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(kernel):
        for j in range(kernel):
            X[:, i : i + rows : stride, j : j + columns : stride] += patches[:, i, j]
    return X


@col2im.mistake(
    "You turn each patch upside down.",
    "Row i of a patch goes back to the slice that begins at row i.",
)
def col2im_upside_down(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, _, _ = laid(cols, shape, kernel, stride)
    return added(patches[:, ::-1], X, kernel, stride)


@col2im.mistake(
    "You use the stride from row to row, but not from column to column.",
    "The patches lie `stride` pixels apart in both directions.",
)
def col2im_stride_in_rows_only(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    patches, X, rows, columns = laid(cols, shape, kernel, stride)
    for i in range(rows):
        for j in range(columns):
            X[:, i * stride : i * stride + kernel, j : j + kernel] += patches[:, :, :, i, j]
    return X


@col2im.mistake(
    "You count the columns with the height where the width is due: only square pictures come out right.",
    "One row of patches has out_width of them: that many columns lie between a patch and the one below it.",
)
def col2im_height_for_width(cols: Array, shape: Shape, kernel: int, stride: int) -> Any:
    _, X, rows, columns = laid(cols, shape, kernel, stride)
    m = shape[3]
    for i in range(rows):
        for j in range(columns):
            start = (i * rows + j) * m
            patch = cols[:, start : start + m].reshape(shape[0], kernel, kernel, m)
            X[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel] += patch
    return X


@im2col.mistake(
    "You stop one place too early: the last row and the last column of patches are missing.",
    "The last patch begins at height - kernel, and range stops before its end: it has to go up to height - kernel + 1.",
)
def im2col_range_too_short(X: Array, kernel: int, stride: int) -> Any:
    _, height, width, m = X.shape
    cols = [
        X[:, i : i + kernel, j : j + kernel].reshape(-1, m)
        for i in range(0, height - kernel, stride)
        for j in range(0, width - kernel, stride)
    ]
    return np.concatenate(cols, axis=1)


@im2col.mistake(
    "You stop one place too early: the last row and the last column of patches are missing.",
    "A slice that begins at i and holds every place ends at height - kernel + i + 1.",
)
def im2col_slices_too_short(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, _ = X.shape
    rows = [
        X[c, i : height - kernel + i : stride, j : width - kernel + j : stride].ravel()
        for c in range(channels)
        for i in range(kernel)
        for j in range(kernel)
    ]
    return np.array(rows)


@col2im.mistake(
    "The last place in each row is left out: your loop over the columns of places ends too early.",
    "range(out_width) goes up to out_width - 1 already: nothing has to be subtracted.",
)
def col2im_last_column_missing(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return laid_back_some(cols, shape, kernel, stride, lambda i, j, rows, columns: j < columns - 1)


@col2im.mistake(
    "The last row of places is left out: your loop over the rows of places ends too early.",
    "range(out_height) goes up to out_height - 1 already: nothing has to be subtracted.",
)
def col2im_last_row_missing(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return laid_back_some(cols, shape, kernel, stride, lambda i, j, rows, columns: i < rows - 1)


@col2im.mistake(
    "You reshape cols in the order of columns (order='F'), so that the numbers are mixed.",
    "im2col counts the last axis fastest, and reshape does so too when nothing else is asked for.",
)
def col2im_in_fortran_order(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    channels, height, width, m = shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    patches = cols.reshape((channels, kernel, kernel, rows, columns, m), order="F")
    return ref.col2im(patches.reshape(cols.shape), shape, kernel, stride)


@col2im.mistake(
    "The zeros that you add to are made anew in the loop: only the last row of the kernel is left.",
    "Make the zeros once, before both loops.",
)
def col2im_started_anew(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return laid_back_pixels(cols, shape, kernel, stride, lambda i, j: i == kernel - 1)


@col2im.mistake(
    "The zeros that you add to are made anew in the inner loop: only the last pixel of the kernel is left.",
    "Make the zeros once, before both loops.",
)
def col2im_started_anew_within(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return laid_back_pixels(cols, shape, kernel, stride, lambda i, j: i == j == kernel - 1)


@col2im.mistake(
    "Only the first row of the kernel is laid back: your return stands within the loop.",
    "Both loops have to end before the function returns. Look at how far the return is indented.",
)
def col2im_first_row_of_kernel(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return laid_back_pixels(cols, shape, kernel, stride, lambda i, j: i == 0)


@col2im.mistake(
    "You only use the kernel's pixels on the diagonal.",
    "Two loops are needed, one for the rows of the kernel and one for its columns.",
)
def col2im_diagonal(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return laid_back_pixels(cols, shape, kernel, stride, lambda i, j: i == j)


@col2im.mistake(
    "You fill the pictures with the numbers of cols one after the other, cut off where the pictures are full.",
    "Each patch has a place of its own on the pictures, and where patches overlap, their numbers are added.",
)
def col2im_resized(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    return np.resize(cols, shape)


@col2im.mistake(
    "You add up what belongs to all channels.",
    "The rows of cols count the channel first: each channel's patches go back to that channel.",
)
def col2im_channels_added(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    X = ref.col2im(cols, shape, kernel, stride)
    return np.broadcast_to(X.sum(axis=0, keepdims=True), X.shape)


@im2col.mistake(
    "You write each patch where the product of its row and column says, so that some places are written twice and "
    "others stay 0.",
    "The columns count row by row: the place (i, j) is number i · out_width + j, and each has m columns.",
)
def im2col_placed_by_product(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    cols = np.zeros((channels * kernel * kernel, rows * columns * m))
    for i in range(rows):
        for j in range(columns):
            patch = X[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel].reshape(-1, m)
            cols[:, (i * j) * m : (i * j + 1) * m] = patch
    return cols


@im2col.mistake(
    "You write each patch where the sum of its row and column says, so that some places are written twice and "
    "others stay 0.",
    "The columns count row by row: the place (i, j) is number i · out_width + j, and each has m columns.",
)
def im2col_placed_by_sum(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    cols = np.zeros((channels * kernel * kernel, rows * columns * m))
    for i in range(rows):
        for j in range(columns):
            patch = X[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel].reshape(-1, m)
            cols[:, (i + j) * m : (i + j + 1) * m] = patch
    return cols


@im2col.mistake(
    "You write each patch where row times the number of rows, plus column says, so that some places are written "
    "twice and others stay 0.",
    "The columns count row by row: the place (i, j) is number i · out_width + j, and each has m columns.",
)
def im2col_placed_by_height(X: Array, kernel: int, stride: int) -> Any:
    channels, height, width, m = X.shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    cols = np.zeros((channels * kernel * kernel, rows * columns * m))
    for i in range(rows):
        for j in range(columns):
            patch = X[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel].reshape(-1, m)
            cols[:, (i * rows + j) * m : (i * rows + j + 1) * m] = patch
    return cols


@col2im.mistake(
    "Where patches overlap you take the mean of what is there and what comes.",
    "What several patches say of a pixel is added: += and no division.",
)
def col2im_halved_again_and_again(cols: Array, shape: tuple[int, int, int, int], kernel: int, stride: int) -> Any:
    channels, height, width, m = shape
    rows, columns = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    patches = cols.reshape(channels, kernel, kernel, rows, columns, m)
    X = np.zeros(shape)
    for i in range(rows):
        for j in range(columns):
            place = X[:, i * stride : i * stride + kernel, j * stride : j * stride + kernel]
            place[:] = (place + patches[:, :, :, i, j]) / 2
    return X


@im2col.mistake(
    "Each channel of a patch gets a column of its own.",
    "A filter looks at all channels at once: a column holds a patch of all channels, one channel below the other.",
)
def im2col_channels_apart(X: Array, kernel: int, stride: int) -> Any:
    return np.concatenate([ref.im2col(channel[None], kernel, stride) for channel in X], axis=1)


@im2col.mistake(
    "You reshape with order='F', and so the numbers of the patches are counted in another order.",
    "The order is NumPy's ordinary one, where the last axis is the fastest: leave `order` out.",
)
def im2col_in_fortran_order(X: Array, kernel: int, stride: int) -> Any:
    return windows(X, kernel, stride).reshape(X.shape[0] * kernel * kernel, -1, order="F")
