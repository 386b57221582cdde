"""Mistakes in max_pool, max_pool_backward and flatten: which numbers make a square, and who gets the derivative."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a4_convolution")

Array = np.ndarray[Any, Any]

max_pool = Catalogue("max_pool")
max_pool_backward = Catalogue("max_pool_backward")
flatten = Catalogue("flatten")


def squares(X: Array, size: int) -> Array:
    """The pictures with two axes more, (channels, rows, size, columns, size, m)."""
    channels, height, width, m = X.shape
    return X.reshape(channels, height // size, size, width // size, size, m)


def drawn_large(A: Array, size: int) -> Array:
    """Each number repeated over its square."""
    return A.repeat(size, axis=1).repeat(size, axis=2)


def mask_of_largest(X: Array, size: int) -> Array:
    """1 at the largest numbers of each square, 0 elsewhere."""
    return np.asarray(drawn_large(ref.max_pool(X, size), size) == X).astype(float)


def placed(dA: Array, winner: Array, X: Array, size: int) -> Array:
    """dA at the place `winner` of each square, counted row by row; 0 elsewhere."""
    dX = np.zeros(X.shape)
    for at in range(size * size):
        dX[:, at // size :: size, at % size :: size] = dA * (winner == at)
    return dX


@max_pool.mistake(
    "You take the mean of each square.",
    "That is average pooling. Max-pooling keeps the largest number: how well did the filter fit, at best?",
)
def pool_mean(X: Array, size: int) -> Any:
    return squares(X, size).mean(axis=(2, 4))


@max_pool.mistake(
    "You take the sum of each square.",
    "Max-pooling keeps the largest number of each square and forgets the others.",
)
def pool_sum(X: Array, size: int) -> Any:
    return squares(X, size).sum(axis=(2, 4))


@max_pool.mistake(
    "You take the smallest number of each square.",
    "How well a filter fits, at best, is said by the largest.",
)
def pool_minimum(X: Array, size: int) -> Any:
    return squares(X, size).min(axis=(2, 4))


@max_pool.mistake(
    "You keep the upper left number of each square.",
    "All size · size numbers of a square have to be compared.",
)
def pool_corner(X: Array, size: int) -> Any:
    return X[:, ::size, ::size]


@max_pool.mistake(
    "You start the comparison from zero: squares in which all numbers are negative give 0.",
    "Nothing says that a number of a square is positive: start from the numbers themselves, or from minus infinity.",
)
def pool_from_zero(X: Array, size: int) -> Any:
    return np.maximum(0, squares(X, size).max(axis=(2, 4)))


@max_pool.mistake(
    "You compare the sizes of the numbers without their signs.",
    "The largest is meant, and -9 is smaller than 1.",
)
def pool_absolute(X: Array, size: int) -> Any:
    return np.abs(squares(X, size)).max(axis=(2, 4))


@max_pool.mistake(
    "Your squares are always 2 × 2.",
    "The size of the squares is an argument.",
)
def pool_always_two(X: Array, size: int) -> Any:
    return squares(X, 2).max(axis=(2, 4))


@max_pool.mistake(
    "You pool the rows only: the pictures keep their width.",
    "A square has a height and a width: take the maximum in both directions.",
)
def pool_height_only(X: Array, size: int) -> Any:
    return squares(X, size).max(axis=2).reshape(X.shape[0], X.shape[1] // size, X.shape[2], X.shape[3])


@max_pool.mistake(
    "You pool the columns only: the pictures keep their height.",
    "A square has a height and a width: take the maximum in both directions.",
)
def pool_width_only(X: Array, size: int) -> Any:
    return squares(X, size).max(axis=4).reshape(X.shape[0], X.shape[1], X.shape[2] // size, X.shape[3])


@max_pool.mistake(
    "You pool over width and examples: the axes are those of pictures with the examples first.",
    "Here the axes are (channels, height, width, m), so height and width are the second and the third.",
)
def pool_wrong_axes(X: Array, size: int) -> Any:
    channels, height, width, m = X.shape
    even = X[..., : m - m % size]
    return even.reshape(channels, height, width // size, size, m // size, size).max(axis=(3, 5))


@max_pool.mistake(
    "Your squares overlap: they move on by one pixel.",
    "They lie side by side, each begins where the one before ends.",
)
def pool_overlapping(X: Array, size: int) -> Any:
    rows, columns = X.shape[1] - size + 1, X.shape[2] - size + 1
    parts = [X[:, i : i + rows, j : j + columns] for i in range(size) for j in range(size)]
    return np.max(parts, axis=0)


@max_pool.mistake(
    "You split height and width into (size, count) in place of (count, size): far-apart pixels are compared.",
    "In a reshape the axis that counts fastest comes last. The size numbers of one square lie side by side, so it is "
    "(height / size, size).",
)
def pool_axes_swapped(X: Array, size: int) -> Any:
    channels, height, width, m = X.shape
    return X.reshape(channels, size, height // size, size, width // size, m).max(axis=(1, 3))


@max_pool.mistake(
    "You compare only the numbers on the diagonal of each square.",
    "Two loops are needed, one for the rows and one for the columns of the square.",
)
def pool_diagonal(X: Array, size: int) -> Any:
    return np.max([X[:, i::size, i::size] for i in range(size)], axis=0)


@max_pool.mistake(
    "The answer is right, but you write it over the pictures that were given to you.",
    "The backward pass still needs them. Compare into a new array.",
)
def pool_changes_argument(X: Array, size: int) -> Any:
    pooled = squares(X, size).max(axis=(2, 4))
    X[:, ::size, ::size] = pooled
    return pooled


# -- max_pool_backward


@max_pool.mistake(
    "You compare numbers in the same place of different squares, and not those of one square.",
    "After the reshape, the axes of the length `size` lie within a square. The maximum is taken over these two.",
)
def pool_across_squares(X: Array, size: int) -> Any:
    return squares(X, size).max(axis=(1, 3))


@max_pool.mistake(
    "You take one maximum for all channels.",
    "Each channel is treated by itself: the maximum runs over height and width only.",
)
def pool_over_channels(X: Array, size: int) -> Any:
    return np.broadcast_to(
        squares(X, size).max(axis=(0, 2, 4)), (X.shape[0], X.shape[1] // size, X.shape[2] // size, X.shape[3])
    )


@max_pool.mistake(
    "You take one maximum for all pictures.",
    "Each picture is treated by itself: the maximum runs over height and width only.",
)
def pool_over_pictures(X: Array, size: int) -> Any:
    pooled = squares(X, size).max(axis=(2, 4))
    return np.broadcast_to(pooled.max(axis=3, keepdims=True), pooled.shape)


@max_pool.mistake(
    "You leave out the last row and the last column of each square.",
    "range(size) goes up to size - 1 already: nothing has to be subtracted.",
)
def pool_last_missing(X: Array, size: int) -> Any:
    return squares(X, size)[:, :, : max(size - 1, 1), :, : max(size - 1, 1)].max(axis=(2, 4))


@max_pool.mistake(
    "You compare only the numbers in the first row of each square.",
    "A square has size · size numbers, and all of them have to be compared.",
)
def pool_first_row(X: Array, size: int) -> Any:
    return squares(X, size)[:, :, 0].max(axis=3)


@max_pool.mistake(
    "You return where the largest number of each square stands, and not the number.",
    "argmax gives the place, max the number itself.",
)
def pool_positions(X: Array, size: int) -> Any:
    parts = np.array([X[:, i::size, j::size] for i in range(size) for j in range(size)])
    return parts.argmax(axis=0)


@max_pool.mistake(
    "You pool the width and the examples, the last two axes.",
    "The axes are (channels, height, width, m): height and width are the second and the third.",
)
def pool_last_two_axes(X: Array, size: int) -> Any:
    first, second, height, width = X.shape
    return X.reshape(first, second, height // size, size, width // size, size).max(axis=(3, 5))


@max_pool.mistake(
    "Your squares begin one pixel after the other: they overlap, and the end of the picture is not seen.",
    "Square (i, j) begins at row i · size and column j · size.",
)
def pool_steps_forgotten(X: Array, size: int) -> Any:
    rows, columns = X.shape[1] // size, X.shape[2] // size
    parts = [X[:, i : i + rows, j : j + columns] for i in range(size) for j in range(size)]
    return np.maximum.reduce(parts)


@max_pool.mistake(
    "You use the height for the width: only square pictures come out right.",
    "The number of columns comes from the width, the third axis of X.",
)
def pool_square_only(X: Array, size: int) -> Any:
    rows = X.shape[1] // size
    pooled = np.zeros((X.shape[0], rows, rows, X.shape[3]))
    for i in range(rows):
        for j in range(rows):
            pooled[:, i, j] = X[:, i * size : (i + 1) * size, j * size : (j + 1) * size].max(axis=(1, 2))
    return pooled


@max_pool.mistake(
    "You keep the lower right number of each square.",
    "All size · size numbers of a square have to be compared; in a loop, each of them with the largest so far.",
)
def pool_last_corner(X: Array, size: int) -> Any:
    return X[:, size - 1 :: size, size - 1 :: size]


@max_pool.mistake(
    "You take the largest number of the whole map.",
    "Each square has a largest number of its own.",
)
def pool_whole_map(X: Array, size: int) -> Any:
    return np.broadcast_to(X.max(axis=(1, 2), keepdims=True), squares(X, size)[:, :, 0, :, 0].shape)


@max_pool.mistake(
    "You take the median of each square.",
    "Max-pooling keeps the largest number: how well did the filter fit, at best?",
)
def pool_median(X: Array, size: int) -> Any:
    return np.median(squares(X, size), axis=(2, 4))


@max_pool.mistake(
    "You start the comparison from one: squares in which all numbers are smaller give 1.",
    "Start from the numbers themselves, or from minus infinity.",
)
def pool_from_one(X: Array, size: int) -> Any:
    return np.maximum(1, squares(X, size).max(axis=(2, 4)))


@max_pool.mistake(
    "You write the largest number all over its square: the pictures keep their size.",
    "One number is kept of each square: height and width become smaller.",
)
def pool_size_kept(X: Array, size: int) -> Any:
    return drawn_large(squares(X, size).max(axis=(2, 4)), size)


@max_pool_backward.mistake(
    "Where several numbers of a square are equally large, each of them gets the whole derivative.",
    "Within a square, the derivatives must add up to what came from above. Over blank paper all four are equal, and "
    "it would count four times.",
)
def pool_back_all_ties(dA: Array, X: Array, size: int) -> Any:
    largest = squares(X, size).max(axis=(2, 4))
    return drawn_large(dA, size) * (drawn_large(largest, size) == X)


@max_pool_backward.mistake(
    "Every number of a square gets the derivative.",
    "Only the largest went on, so only it has influenced the loss. The others get 0.",
)
def pool_back_everywhere(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size)


@max_pool_backward.mistake(
    "You share the derivative equally among all numbers of a square.",
    "That is the way back through a mean. Here only the largest has influenced the loss.",
)
def pool_back_mean(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) / size**2


@max_pool_backward.mistake(
    "You give the derivative to the upper left number of each square.",
    "It belongs to the largest. Compare each number of X with the maximum of its square.",
)
def pool_back_corner(dA: Array, X: Array, size: int) -> Any:
    dX = np.zeros(X.shape)
    dX[:, ::size, ::size] = dA
    return dX


@max_pool_backward.mistake(
    "You return the mask: 1 at the largest number of each square.",
    "What came from above has to pass: the mask times dA.",
)
def pool_back_mask(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(np.ones(dA.shape), X, size)


@max_pool_backward.mistake(
    "You return the largest numbers themselves, in their places.",
    "What goes back is the derivative dA, not the number that went forward.",
)
def pool_back_values(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(ref.max_pool(X, size), X, size)


@max_pool_backward.mistake(
    "You multiply the derivative by the number itself.",
    "Forward, the largest number went on as it was, at the rate 1: it gets dA and nothing else.",
)
def pool_back_times_value(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(dA * ref.max_pool(X, size), X, size)


@max_pool_backward.mistake(
    "You give the derivative to the smallest number of each square.",
    "The largest went on; compare with the maximum of the square.",
)
def pool_back_minimum(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(dA, -X, size)


@max_pool_backward.mistake(
    "Your squares are always 2 × 2.",
    "The size of the squares is an argument.",
)
def pool_back_always_two(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(dA, X, 2)


@max_pool_backward.mistake(
    "You look for the largest number in the whole map.",
    "Each square has a largest number of its own, and gets its own derivative.",
)
def pool_back_whole_map(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) * (X.max(axis=(1, 2), keepdims=True) == X)


@max_pool_backward.mistake(
    "You return an array in the shape of dA.",
    "The gradient of X has the shape of X: the derivative stands at one place of each square, and 0 at the others.",
)
def pool_back_small(dA: Array, X: Array, size: int) -> Any:
    return dA * (ref.max_pool(X, size) > 0)


@max_pool_backward.mistake(
    "You let the derivative pass only where the largest number is positive.",
    "That is ReLU's gate, a step of its own. Pooling hands on negative numbers too.",
)
def pool_back_gated(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(dA * (ref.max_pool(X, size) > 0), X, size)


@max_pool_backward.mistake(
    "You share the derivative by softmax, or in proportion to the numbers, among the square.",
    "Max-pooling is hard: the largest gets everything, however small its lead.",
)
def pool_back_soft(dA: Array, X: Array, size: int) -> Any:
    E = np.exp(X)
    total = squares(E, size).sum(axis=(2, 4))
    return drawn_large(dA / total, size) * E


# -- flatten


@max_pool_backward.mistake(
    "You enlarge the maxima by setting the whole map side by side, not each number over its own square.",
    "np.tile repeats the map, np.repeat each number. A square's numbers are compared with its own maximum.",
)
def pool_back_tiled(dA: Array, X: Array, size: int) -> Any:
    return np.tile(dA, (1, size, size, 1)) * (np.tile(ref.max_pool(X, size), (1, size, size, 1)) == X)


@max_pool_backward.mistake(
    "You enlarge dA by setting it side by side, so that squares get the derivative of others.",
    "np.tile repeats the map, np.repeat each number. A square gets its own number of dA.",
)
def pool_back_derivative_tiled(dA: Array, X: Array, size: int) -> Any:
    return np.tile(dA, (1, size, size, 1)) * mask_of_largest(X, size)


@max_pool_backward.mistake(
    "Row and column within the square have changed places.",
    "np.unravel_index gives the row first and then the column: the derivative belongs where the largest number stands.",
)
def pool_back_transposed(dA: Array, X: Array, size: int) -> Any:
    dX = drawn_large(dA, size) * mask_of_largest(X, size)
    return squares(dX, size).swapaxes(2, 4).reshape(X.shape)


@max_pool_backward.mistake(
    "Where several numbers of a square are equally large, none of them gets the derivative.",
    "Within a square, the derivatives must add up to what came from above: one of them gets it, or they share it.",
)
def pool_back_ties_lost(dA: Array, X: Array, size: int) -> Any:
    mask = mask_of_largest(X, size)
    return drawn_large(dA * (squares(mask, size).sum(axis=(2, 4)) == 1), size) * mask


@max_pool_backward.mistake(
    "You leave out the last row and the last column of each square.",
    "range(size) goes up to size - 1 already: nothing has to be subtracted.",
)
def pool_back_last_missing(dA: Array, X: Array, size: int) -> Any:
    dX = squares(drawn_large(dA, size) * mask_of_largest(X, size), size)
    dX[:, :, -1] = dX[:, :, :, :, -1] = 0
    return dX.reshape(X.shape)


@max_pool_backward.mistake(
    "You look for the largest number without its sign.",
    "Forward, -9 was smaller than 1: the derivative goes to the number that went on.",
)
def pool_back_absolute(dA: Array, X: Array, size: int) -> Any:
    parts = np.array([X[:, i::size, j::size] for i in range(size) for j in range(size)])
    return placed(dA, np.abs(parts).argmax(axis=0), X, size)


@max_pool_backward.mistake(
    "You look for one largest number among all channels.",
    "Each channel is treated by itself, and each of its squares has a largest number.",
)
def pool_back_over_channels(dA: Array, X: Array, size: int) -> Any:
    best = ref.max_pool(X, size).max(axis=0, keepdims=True)
    return drawn_large(dA, size) * (drawn_large(best, size) == X)


@max_pool_backward.mistake(
    "You write the derivatives one pixel after the other: the place of the square is forgotten.",
    "Square (i, j) begins at row i · size and column j · size; from there the place within the square is counted.",
)
def pool_back_offsets(dA: Array, X: Array, size: int) -> Any:
    parts = np.array([X[:, i::size, j::size] for i in range(size) for j in range(size)])
    winner, dX = parts.argmax(axis=0), np.zeros(X.shape)
    for k, i, j, n in np.ndindex(*dA.shape):
        dX[k, i + winner[k, i, j, n] // size, j + winner[k, i, j, n] % size, n] = dA[k, i, j, n]
    return dX


@max_pool_backward.mistake(
    "All numbers of a square but the largest get the derivative.",
    "It is the other way round: only the largest has influenced the loss.",
)
def pool_back_others(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) * (1 - mask_of_largest(X, size))


@max_pool_backward.mistake(
    "You look for the largest number in the first picture, and use its place for all.",
    "Each picture is treated by itself.",
)
def pool_back_first_picture(dA: Array, X: Array, size: int) -> Any:
    parts = np.array([X[:, i::size, j::size] for i in range(size) for j in range(size)])
    winner = parts.argmax(axis=0)
    return placed(dA, np.broadcast_to(winner[..., :1], winner.shape), X, size)


@max_pool_backward.mistake(
    "The answer is right, but you change the dA that was given to you.",
    "`rest = dA` is no copy: both names mean the same array. Work on a new one.",
)
def pool_back_changes_derivative(dA: Array, X: Array, size: int) -> Any:
    dX = ref.max_pool_backward(dA, X, size)
    dA[:] = 0
    return dX


@max_pool_backward.mistake(
    "The answer is right, but you write it over the pictures that were given to you.",
    "The caller still needs them. Write into a new array.",
)
def pool_back_changes_pictures(dA: Array, X: Array, size: int) -> Any:
    X[:] = ref.max_pool_backward(dA, X, size)
    return X


@max_pool_backward.mistake(
    "You give the derivative to the lower right number of each square.",
    "It belongs to the largest. Compare each number of X with the maximum of its square.",
)
def pool_back_last_corner(dA: Array, X: Array, size: int) -> Any:
    return placed(dA, np.full(dA.shape, size * size - 1), X, size)


@max_pool_backward.mistake(
    "You give the derivative to the largest number of each row of a square.",
    "A square has a single largest number, over rows and columns.",
)
def pool_back_each_row(dA: Array, X: Array, size: int) -> Any:
    S = squares(X, size)
    return ((S.max(axis=4, keepdims=True) == S) * dA[:, :, None, :, None]).reshape(X.shape)


@flatten.mistake(
    "You make each example a row.",
    "Examples are columns: the last axis stays where it is, and the three before it become one.",
)
def flatten_rows(A: Array) -> Any:
    return A.reshape(-1, A.shape[-1]).T


@flatten.mistake(
    "You reshape as if the examples came first, so that numbers of different examples are mixed.",
    "A reshape keeps the order in which numbers lie. The examples are the last axis: let the first length be -1.",
)
def flatten_examples_first(A: Array) -> Any:
    return A.reshape(A.shape[-1], -1)


@flatten.mistake(
    "You reshape to (m, …) and transpose: the shape is right, but numbers of different examples are mixed.",
    "The examples are the last axis already. Keep it, and let the first length be -1; no transpose is needed.",
)
def flatten_examples_first_transposed(A: Array) -> Any:
    return A.reshape(A.shape[-1], -1).T


@flatten.mistake(
    "You make one long list of all numbers of all examples.",
    "Each example has its own column: two axes are left, (channels · height · width, m).",
)
def flatten_everything(A: Array) -> Any:
    return A.ravel()


@flatten.mistake(
    "You keep the channels as an axis.",
    "Channels, height and width become one axis together, so that a column holds everything about an example.",
)
def flatten_channels_kept(A: Array) -> Any:
    return A.reshape(A.shape[0], -1, A.shape[3])


@flatten.mistake(
    "You keep the channels apart and flatten the rest, the examples with it.",
    "The axis to keep is the last, the examples.",
)
def flatten_by_channel(A: Array) -> Any:
    return A.reshape(A.shape[0], -1)


@flatten.mistake(
    "Your columns count the channel fastest.",
    "The order is that of the axes: the channels one after the other, each row by row. A plain reshape gives it.",
)
def flatten_channel_last(A: Array) -> Any:
    return A.transpose(1, 2, 0, 3).reshape(-1, A.shape[3])


@flatten.mistake(
    "Your columns read the maps column by column.",
    "The order is that of the axes: row by row. A plain reshape gives it.",
)
def flatten_column_by_column(A: Array) -> Any:
    return A.transpose(0, 2, 1, 3).reshape(-1, A.shape[3])


@flatten.mistake(
    "You take the mean of each map.",
    "Nothing is lost in flattening: all numbers stay, and only the shape changes.",
)
def flatten_mean(A: Array) -> Any:
    return A.mean(axis=(1, 2))


@flatten.mistake(
    "You take the first example only.",
    "Each example has a column.",
)
def flatten_first_example(A: Array) -> Any:
    return A[..., 0].reshape(-1, 1)


@flatten.mistake(
    "You flatten in the order of columns (order='F').",
    "The order is NumPy's ordinary one, the last axis fastest. Then the numbers need not even move.",
)
def flatten_fortran(A: Array) -> Any:
    return A.reshape((-1, A.shape[-1]), order="F")


@flatten.mistake(
    "You take the first channel only.",
    "Nothing is lost in flattening: all channels stand in the column, one after the other.",
)
def flatten_first_channel(A: Array) -> Any:
    return A[0].reshape(-1, A.shape[3])


@flatten.mistake(
    "You add up the channels.",
    "Nothing is lost in flattening: all numbers stay, and only the shape changes.",
)
def flatten_channels_added(A: Array) -> Any:
    return A.sum(axis=0).reshape(-1, A.shape[3])


@flatten.mistake(
    "You keep the largest number of all channels.",
    "Nothing is lost in flattening: all numbers stay, and only the shape changes.",
)
def flatten_largest_channel(A: Array) -> Any:
    return A.max(axis=0).reshape(-1, A.shape[3])


@flatten.mistake(
    "You put the channels side by side.",
    "An example has one column: the channels stand below one another in it.",
)
def flatten_side_by_side(A: Array) -> Any:
    return np.hstack([channel.reshape(-1, A.shape[3]) for channel in A])


@flatten.mistake(
    "Your channels come in reverse order.",
    "The first channel comes first. A plain reshape gives this order.",
)
def flatten_channels_reversed(A: Array) -> Any:
    return A[::-1].reshape(-1, A.shape[3])


@flatten.mistake(
    "You join channels with heights and widths with examples.",
    "The first three axes become one, and the examples stay an axis of their own.",
)
def flatten_rows_kept(A: Array) -> Any:
    return A.reshape(A.shape[0] * A.shape[1], -1)


@flatten.mistake(
    "You always make 256 rows.",
    "That fits the sizes of class only. The number of rows follows from the shape of A.",
)
def flatten_always_256(A: Array) -> Any:
    return A.reshape(256, -1)


@flatten.mistake(
    "The answer is right, but you give the caller's own array the new shape.",
    "The maps are still needed as maps. `A.reshape` gives a new array and leaves A alone; setting `A.shape` or "
    "`A.resize` does not.",
)
def flatten_changes_shape(A: Array) -> Any:
    A.shape = (-1, A.shape[-1])
    return A


@flatten.mistake(
    "You keep as many columns as there are channels.",
    "The axis to keep is the last, the examples.",
)
def flatten_by_channels_last(A: Array) -> Any:
    return A.reshape(-1, A.shape[0])


@max_pool.mistake(
    "You keep the number that is farthest from 0, whatever its sign.",
    "The largest is meant: -9 is smaller than 1, although it is farther from 0.",
)
def pool_farthest_from_zero(X: Array, size: int) -> Any:
    high, low = squares(X, size).max(axis=(2, 4)), squares(X, size).min(axis=(2, 4))
    return np.where(high >= -low, high, low)


@max_pool.mistake(
    "You reshape to (height / size, width / size, size · size): numbers that follow each other in a row are "
    "compared, and not those of a square.",
    "A square takes numbers from several rows. Height and width each become two axes, (height / size, size) and "
    "(width / size, size).",
)
def pool_strips(X: Array, size: int) -> Any:
    channels, height, width, m = X.shape
    return X.reshape(channels, height // size, width // size, size * size, m).max(axis=3)


@max_pool.mistake(
    "You compare only the numbers in the first column of each square.",
    "A square has size · size numbers, and all of them have to be compared.",
)
def pool_first_column(X: Array, size: int) -> Any:
    return squares(X, size)[:, :, :, :, 0].max(axis=2)


@max_pool.mistake(
    "You compare only the numbers in the last row of each square.",
    "A square has size · size numbers, and all of them have to be compared: look at what is kept from row to row.",
)
def pool_last_row(X: Array, size: int) -> Any:
    return squares(X, size)[:, :, -1].max(axis=3)


@max_pool.mistake(
    "You leave out the first row and the first column of each square.",
    "range(size) begins at 0, and so does a square.",
)
def pool_first_missing(X: Array, size: int) -> Any:
    return squares(X, size)[:, :, min(1, size - 1) :, :, min(1, size - 1) :].max(axis=(2, 4))


@max_pool.mistake(
    "You take the largest of each row of the square, and then the mean of these.",
    "One maximum is taken over all size · size numbers.",
)
def pool_mean_of_maxima(X: Array, size: int) -> Any:
    return squares(X, size).max(axis=4).mean(axis=2)


@max_pool.mistake(
    "You keep the second largest number of each square.",
    "After sorting, the largest stands last.",
)
def pool_second(X: Array, size: int) -> Any:
    return np.sort([X[:, i::size, j::size] for i in range(size) for j in range(size)], axis=0)[-2]


@max_pool_backward.mistake(
    "You write all derivatives into the first square: row and column within the square are taken for those in the "
    "picture.",
    "argmax counts within its square. The square's own place, i · size and j · size, has to be added.",
)
def pool_back_first_square(dA: Array, X: Array, size: int) -> Any:
    dX = np.zeros(X.shape)
    for channel, i, j, n in np.ndindex(dA.shape):
        square = X[channel, i * size : (i + 1) * size, j * size : (j + 1) * size, n]
        row, column = divmod(int(square.argmax()), size)
        dX[channel, row, column, n] = dA[channel, i, j, n]
    return dX


@max_pool_backward.mistake(
    "You let the derivative pass wherever X is positive.",
    "That is ReLU's gate. Through a pooling it passes at the largest number of each square only.",
)
def pool_back_where_positive(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) * (X > 0)


@max_pool_backward.mistake(
    "You give each square the largest derivative of the whole map.",
    "Each square has a derivative of its own: square (i, j) gets dA[:, i, j].",
)
def pool_back_largest_derivative(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(np.broadcast_to(dA.max(axis=(1, 2), keepdims=True), dA.shape), X, size)


@max_pool_backward.mistake(
    "You give the derivative to the largest number of each column of a square.",
    "A square has one largest number, and only that one gets it.",
)
def pool_back_column_maxima(dA: Array, X: Array, size: int) -> Any:
    largest = squares(X, size).max(axis=2, keepdims=True)
    return drawn_large(dA, size) * (squares(X, size) == largest).reshape(X.shape)


@max_pool_backward.mistake(
    "You give the derivative to the two largest numbers of each square.",
    "Only the largest went on, so only that one gets it.",
)
def pool_back_two_largest(dA: Array, X: Array, size: int) -> Any:
    parts = np.sort([X[:, i::size, j::size] for i in range(size) for j in range(size)], axis=0)
    return drawn_large(dA, size) * (drawn_large(parts[-2], size) <= X)


@max_pool_backward.mistake(
    "You give the derivative to all numbers above the mean of their square.",
    "Only the largest went on, so only that one gets it.",
)
def pool_back_above_mean(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) * (drawn_large(squares(X, size).mean(axis=(2, 4)), size) <= X)


@max_pool_backward.mistake(
    "You divide the derivative by the number of numbers in a square.",
    "The largest went on as it was and gets the whole derivative. Dividing belongs to average pooling.",
)
def pool_back_divided(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(dA, X, size) / size**2


@max_pool_backward.mistake(
    "You divide by the number of pictures.",
    "No layer knows about m: dA is the derivative of the mean loss already.",
)
def pool_back_divided_by_m(dA: Array, X: Array, size: int) -> Any:
    return ref.max_pool_backward(dA, X, size) / X.shape[3]


@max_pool_backward.mistake(
    "You start from the pictures themselves: where no derivative goes there stands X, and not 0.",
    "Begin with zeros of X's shape.",
)
def pool_back_from_pictures(dA: Array, X: Array, size: int) -> Any:
    return np.where(mask_of_largest(X, size) > 0, drawn_large(dA, size), X)


@max_pool.mistake(
    "Your squares are one row and one column too large: they overlap.",
    "A slice from i · size to (i + 1) · size has size rows: its end does not belong to it.",
)
def pool_one_too_large(X: Array, size: int) -> Any:
    channels, height, width, m = X.shape
    pooled = np.zeros((channels, height // size, width // size, m))
    for i in range(height // size):
        for j in range(width // size):
            pooled[:, i, j] = X[:, i * size : (i + 1) * size + 1, j * size : (j + 1) * size + 1].max(axis=(1, 2))
    return pooled


@max_pool.mistake(
    "You take the root of the sum of squares of each square.",
    "Max-pooling keeps the largest number, as it is.",
)
def pool_length(X: Array, size: int) -> Any:
    return np.sqrt((squares(X, size) ** 2).sum(axis=(2, 4)))


@max_pool.mistake(
    "You take the logarithm of a sum of exponentials, a soft maximum.",
    "Max-pooling keeps the largest number, as it is.",
)
def pool_soft(X: Array, size: int) -> Any:
    return np.log(np.exp(squares(X, size)).sum(axis=(2, 4)))


@max_pool.mistake(
    "You keep the difference between the largest and the smallest number of each square.",
    "Max-pooling keeps the largest number, as it is.",
)
def pool_range(X: Array, size: int) -> Any:
    return np.ptp(squares(X, size), axis=(2, 4))


@max_pool.mistake(
    "You multiply the numbers of each square.",
    "Max-pooling keeps the largest number and forgets the others.",
)
def pool_product(X: Array, size: int) -> Any:
    return squares(X, size).prod(axis=(2, 4))


@max_pool_backward.mistake(
    "You share the derivative in proportion to the sizes of the numbers in a square.",
    "Only the largest went on, so only it has influenced the loss. The others get 0.",
)
def pool_back_in_proportion(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA / np.abs(squares(X, size)).sum(axis=(2, 4)), size) * np.abs(X)


@max_pool_backward.mistake(
    "The largest number gets its derivative, but the mean over the square is taken from all.",
    "The others get 0: they have not influenced the loss.",
)
def pool_back_less_mean(dA: Array, X: Array, size: int) -> Any:
    return mask_of_largest(X, size) * drawn_large(dA, size) - drawn_large(dA, size) / size**2


@max_pool_backward.mistake(
    "Every number that was the largest so far gets the derivative, as you go through the square.",
    "Find the largest of the whole square first, and give the derivative to that one only.",
)
def pool_back_largest_so_far(dA: Array, X: Array, size: int) -> Any:
    best = np.full(dA.shape, -np.inf)
    dX = np.zeros(X.shape)
    for i in range(size):
        for j in range(size):
            part = X[:, i::size, j::size]
            dX[:, i::size, j::size] = dA * (part > best)
            best = np.maximum(best, part)
    return dX


@max_pool_backward.mistake(
    "You add the derivative to the mask, or to the largest numbers' places, in place of multiplying.",
    "The mask times dA: dA where the number is the largest, 0 elsewhere.",
)
def pool_back_added(dA: Array, X: Array, size: int) -> Any:
    return mask_of_largest(X, size) + drawn_large(dA, size)


@max_pool.mistake(
    "You take the place of the largest number, as argmax gives it, along one side of the square.",
    "max gives the number itself, and over both axes of the square at once: axis=(1, 2).",
)
def pool_argmax_of_rows(X: Array, size: int) -> Any:
    return squares(X, size).argmax(axis=2).max(axis=3)


@max_pool.mistake(
    "You count rows and columns with the same index: each row of the answer holds one square of the diagonal.",
    "Rows go by i and columns by j: X[:, i * size : (i + 1) * size, j * size : (j + 1) * size].",
)
def pool_same_index_for_squares(X: Array, size: int) -> Any:
    right = ref.max_pool(X, size)
    pooled = np.zeros(right.shape)
    for i in range(min(right.shape[1:3])):
        pooled[:, i] = right[:, i, i][:, None]
    return pooled


@max_pool_backward.mistake(
    "You take the derivative of another square: rows and columns of dA are exchanged.",
    "dA[:, i, j] belongs to the square in row i and column j.",
)
def pool_back_other_square(dA: Array, X: Array, size: int) -> Any:
    _, rows, columns, _ = dA.shape
    other = np.stack([[dA[:, j % rows, i % columns] for j in range(columns)] for i in range(rows)])
    return ref.max_pool_backward(other.transpose(2, 0, 1, 3), X, size)


@max_pool_backward.mistake(
    "Every number above the mean of all numbers gets the derivative.",
    "In each square the largest number gets it, and no other, however small or large the numbers of that square are.",
)
def pool_back_above_all_means(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) * (X.mean() <= X)


@max_pool_backward.mistake(
    "Your squares are always two pixels wide, whatever size is.",
    "Take `size` wherever you wrote 2.",
)
def pool_back_two_always(dA: Array, X: Array, size: int) -> Any:
    dX = np.zeros(X.shape)
    rows, columns = dA.shape[1:3]
    part = X[:, : 2 * rows, : 2 * columns]
    dX[:, : 2 * rows, : 2 * columns] = ref.max_pool_backward(dA, part, 2)
    return dX


@max_pool_backward.mistake(
    "Numbers near the largest get the derivative too.",
    "Only the largest number of a square was let through, so it alone gets the derivative: compare with ==.",
)
def pool_back_near_the_largest(dA: Array, X: Array, size: int) -> Any:
    return drawn_large(dA, size) * (0.9 * drawn_large(ref.max_pool(X, size), size) <= X)


@max_pool_backward.mistake(
    "You divide by the number of largest numbers in all squares together.",
    "Where two numbers of a square are equal they share its derivative; other squares have nothing to do with it.",
)
def pool_back_over_all(dA: Array, X: Array, size: int) -> Any:
    mask = mask_of_largest(X, size)
    return drawn_large(dA, size) * mask / mask.sum()


@max_pool_backward.mistake(
    "You give each largest number the sum of all dA.",
    "Each square has a derivative of its own, dA[:, i, j].",
)
def pool_back_dA_summed(dA: Array, X: Array, size: int) -> Any:
    return mask_of_largest(X, size) * dA.sum()


@max_pool_backward.mistake(
    "You write or add the derivatives one pixel after the other: the place of the square is forgotten.",
    "Square (i, j) begins at row i · size and column j · size; from there the place within the square is counted.",
)
def pool_back_offsets_added(dA: Array, X: Array, size: int) -> Any:
    parts = np.array([X[:, i::size, j::size] for i in range(size) for j in range(size)])
    winner, dX = parts.argmax(axis=0), np.zeros(X.shape)
    for k, i, j, n in np.ndindex(*dA.shape):
        dX[k, i + winner[k, i, j, n] // size, j + winner[k, i, j, n] % size, n] += dA[k, i, j, n]
    return dX


@max_pool_backward.mistake(
    "You look for one largest number among all pictures: the others get nothing.",
    "Each picture is treated by itself: the maximum is taken over the square alone, and not over the last axis.",
)
def pool_back_over_pictures(dA: Array, X: Array, size: int) -> Any:
    best = np.asarray(ref.max_pool(X, size)).max(axis=3, keepdims=True)
    return drawn_large(dA, size) * (drawn_large(best, size) == X)


@flatten.mistake(
    "You move the examples to the front and then reshape to m columns: numbers of different examples are mixed.",
    "The examples are the last axis already, and stay there: reshape alone makes a column of each.",
)
def flatten_examples_moved(A: Array) -> Any:
    return np.moveaxis(A, -1, 0).reshape(-1, A.shape[-1])
