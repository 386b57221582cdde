"""Mistakes in pad_images and conv_output_size: which sides, which axes, and the counting of places."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue

Array = np.ndarray[Any, Any]

pad_images = Catalogue("pad_images")
conv_output_size = Catalogue("conv_output_size")


@pad_images.mistake(
    "You put the frame round all four axes.",
    "A frame belongs round each picture. Blank channels and blank examples are made of nothing: those two axes keep "
    "their length.",
)
def pad_all_axes(X: Array, pad: int) -> Any:
    return np.pad(X, pad)


@pad_images.mistake(
    "You pad the channels and the height, the first two axes.",
    "The axes are (channels, height, width, m): rows and columns of the pictures are the second and the third.",
)
def pad_first_two_axes(X: Array, pad: int) -> Any:
    return np.pad(X, ((pad, pad), (pad, pad), (0, 0), (0, 0)))


@pad_images.mistake(
    "You pad the width and the examples, the last two axes.",
    "That is right where the examples come first. Here they come last: (channels, height, width, m).",
)
def pad_last_two_axes(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


@pad_images.mistake(
    "You put zeros at the bottom and on the right only.",
    "The frame has four sides: `pad` rows above as well as below, and `pad` columns left as well as right.",
)
def pad_after_only(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (0, pad), (0, pad), (0, 0)))


@pad_images.mistake(
    "You put zeros at the top and on the left only.",
    "The frame has four sides: `pad` rows below as well as above, and `pad` columns right as well as left.",
)
def pad_before_only(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, 0), (pad, 0), (0, 0)))


@pad_images.mistake(
    "You pad the rows, but not the columns.",
    "A frame has a left and a right side too: the width grows by twice the padding, as the height does.",
)
def pad_height_only(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, pad), (0, 0), (0, 0)))


@pad_images.mistake(
    "You pad the columns, but not the rows.",
    "A frame has an upper and a lower side too: the height grows by twice the padding, as the width does.",
)
def pad_width_only(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)))


@pad_images.mistake(
    "You fill the frame with copies of the pixels at the edge.",
    "Paper goes on blank outside the picture. The frame is made of zeros.",
)
def pad_edge_values(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")


@pad_images.mistake(
    "You fill the frame with ones.",
    "A one is as good as ink: the filters would see a bright frame round every picture. Fill it with zeros.",
)
def pad_ones(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=1)


@pad_images.mistake(
    "Your frame is one pixel wide, whatever `pad` is.",
    "The width of the frame is an argument; it may also be 0 or 3.",
)
def pad_always_one(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)))


@pad_images.mistake(
    "The pictures grow by `pad` in all, where `pad` belongs on each side.",
    "A row above and a row below make two. The new height is the height plus twice the padding.",
)
def pad_half(X: Array, pad: int) -> Any:
    before = pad // 2
    return np.pad(X, ((0, 0), (before, pad - before), (before, pad - before), (0, 0)))


@pad_images.mistake(
    "You slice from `pad` to `-pad`, which is empty when `pad` is 0.",
    "-0 is 0, and a slice from 0 to 0 holds nothing. Count where the old rows end from the front.",
)
def pad_minus_zero(X: Array, pad: int) -> Any:
    channels, height, width, m = X.shape
    padded = np.zeros((channels, height + 2 * pad, width + 2 * pad, m))
    padded[:, pad:-pad, pad:-pad] = X
    return padded


@pad_images.mistake(
    "You make a larger array and never put the pictures into it.",
    "Zeros of the right shape are the beginning. Then the pictures have to be written into the middle.",
)
def pad_empty_frame(X: Array, pad: int) -> Any:
    channels, height, width, m = X.shape
    return np.zeros((channels, height + 2 * pad, width + 2 * pad, m))


@pad_images.mistake(
    "You put the pictures into the upper left corner of the larger ones.",
    "They belong in the middle: the first `pad` rows and columns stay blank.",
)
def pad_in_the_corner(X: Array, pad: int) -> Any:
    channels, height, width, m = X.shape
    padded = np.zeros((channels, height + 2 * pad, width + 2 * pad, m))
    padded[:, :height, :width] = X
    return padded


@pad_images.mistake(
    "You blank the outer pixels of the pictures themselves, in place of adding new ones.",
    "Padding adds rows and columns and takes nothing away; and the caller's own array stays as it was.",
)
def pad_over_the_picture(X: Array, pad: int) -> Any:
    if pad:
        X[:, :pad] = X[:, -pad:] = 0
        X[:, :, :pad] = X[:, :, -pad:] = 0
    return X


@pad_images.mistake(
    "Your frame is right, but you change the pictures that were given to you.",
    "The caller still needs them. Write into a new array only.",
)
def pad_clears_the_argument(X: Array, pad: int) -> Any:
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    X[:] = 0
    return padded


@pad_images.mistake(
    "You fill the frame with the picture's own pixels, as in a mirror.",
    "Paper goes on blank outside the picture. The frame is made of zeros.",
)
def pad_mirrored(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="symmetric")


@pad_images.mistake(
    "You fill the frame with the picture's own pixels, mirrored at the edge.",
    "Paper goes on blank outside the picture. The frame is made of zeros.",
)
def pad_reflected(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="reflect")


@pad_images.mistake(
    "Height and width have changed places in the shape of the result.",
    "The axes are (channels, height, width, m), and they stay in that order: the second one is the height.",
)
def pad_sides_exchanged(X: Array, pad: int) -> Any:
    channels, height, width, m = X.shape
    padded = np.zeros((channels, width + 2 * pad, height + 2 * pad, m))
    padded[:, pad : pad + height, pad : pad + width] = X
    return padded


@pad_images.mistake(
    "Your frame is twice as wide as `pad` says.",
    "`pad` is the width of the frame on each side. Height and width grow by twice that, because there are two sides.",
)
def pad_doubled(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (2 * pad, 2 * pad), (2 * pad, 2 * pad), (0, 0)))


@pad_images.mistake(
    "You copy the first channel only: the others are blank.",
    "The first axis counts the channels, and every one of them goes into the frame.",
)
def pad_first_channel(X: Array, pad: int) -> Any:
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    padded[1:] = 0
    return padded


@pad_images.mistake(
    "You copy the first picture only: the others are blank.",
    "The last axis counts the pictures, and every one of them goes into the frame.",
)
def pad_first_picture(X: Array, pad: int) -> Any:
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    padded[..., 1:] = 0
    return padded


@pad_images.mistake(
    "Your frame is one pixel wider than `pad` says.",
    "`pad` is the width of the frame on each side; with 0 there is none.",
)
def pad_one_more(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad + 1, pad + 1), (pad + 1, pad + 1), (0, 0)))


@pad_images.mistake(
    "You put blank channels round the pictures as well.",
    "A frame has four sides, in height and width. The channels keep their number.",
)
def pad_channels_too(X: Array, pad: int) -> Any:
    return np.pad(X, ((pad, pad), (pad, pad), (pad, pad), (0, 0)))


@pad_images.mistake(
    "Your frame is not made of zeros.",
    "Paper goes on blank outside the picture: 0 is no ink.",
)
def pad_not_zero(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=0.5)


# -- conv_output_size


@conv_output_size.mistake(
    "You forget to add 1.",
    "Between the first place and the last there are (n + 2p - k) / s steps, and there is one more place than steps.",
)
def size_without_one(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) // stride


@conv_output_size.mistake(
    "You add 1 before dividing.",
    "The steps are counted first, rounded down, and the place at the very beginning is added afterwards.",
)
def size_one_inside(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel + 1) // stride


@conv_output_size.mistake(
    "You count the frame once.",
    "There are `pad` zeros at each end of the side, which makes it longer by twice that.",
)
def size_pad_once(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + pad - kernel) // stride + 1


@conv_output_size.mistake(
    "You leave the frame out.",
    "The kernel may also lie on the zeros: the side is longer by `pad` at each end.",
)
def size_pad_ignored(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size - kernel) // stride + 1


@conv_output_size.mistake(
    "You leave the stride out.",
    "A kernel that moves on by two pixels has about half as many places.",
)
def size_stride_ignored(size: int, kernel: int, stride: int, pad: int) -> Any:
    return size + 2 * pad - kernel + 1


@conv_output_size.mistake(
    "You round up.",
    "A step that would lead over the edge is not taken, so what is left over does not count: round down.",
)
def size_rounded_up(size: int, kernel: int, stride: int, pad: int) -> Any:
    return math.ceil((size + 2 * pad - kernel) / stride) + 1


@conv_output_size.mistake(
    "You divide with / and return a number with decimals.",
    "A number of places is a whole one, and what is left over is rounded down. // does both.",
)
def size_with_decimals(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) / stride + 1


@conv_output_size.mistake(
    "The number is right, but it is a float.",
    "It will be the length of an array, and an array can't be 20.0 long. Return an int: // gives one.",
)
def size_float(size: int, kernel: int, stride: int, pad: int) -> Any:
    return float((size + 2 * pad - kernel) // stride + 1)


@conv_output_size.mistake(
    "You subtract the frame.",
    "The frame makes the side longer: it is added, at both ends.",
)
def size_pad_subtracted(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size - 2 * pad - kernel) // stride + 1


@conv_output_size.mistake(
    "You divide by the kernel in place of the stride.",
    "The kernel is how long a patch is; the stride is how far it moves. Patches may overlap.",
)
def size_kernel_for_stride(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) // kernel + 1


@conv_output_size.mistake(
    "You divide the size by the stride and leave the kernel out.",
    "The kernel has to fit: its first pixel stands at n + 2p - k at most.",
)
def size_kernel_ignored(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad) // stride + 1


@conv_output_size.mistake(
    "You divide only the kernel by the stride: a pair of brackets is missing.",
    "The whole difference is divided. Without brackets, division comes before subtraction.",
)
def size_brackets_missing(size: int, kernel: int, stride: int, pad: int) -> Any:
    return size + 2 * pad - kernel // stride + 1


@conv_output_size.mistake(
    "You round to the nearest whole number.",
    "A step that would lead over the edge is not taken, however little is missing: round down.",
)
def size_rounded(size: int, kernel: int, stride: int, pad: int) -> Any:
    return round((size + 2 * pad - kernel) / stride + 0.001) + 1


@conv_output_size.mistake(
    "You round to the nearest whole number.",
    "A step that would lead over the edge is not taken, however little is missing: round down.",
)
def size_rounded_to_even(size: int, kernel: int, stride: int, pad: int) -> Any:
    return round((size + 2 * pad - kernel) / stride) + 1


@conv_output_size.mistake(
    "You add the kernel in place of subtracting it.",
    "The larger the kernel is, the fewer places it has: its first pixel stands at n + 2p - k at most.",
)
def size_kernel_added(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad + kernel) // stride + 1


@conv_output_size.mistake(
    "You multiply by the stride in place of dividing.",
    "The longer the steps are, the fewer of them fit in.",
)
def size_times_stride(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) * stride + 1


@conv_output_size.mistake(
    "You subtract 1 at the end in place of adding it.",
    "There is one more place than steps: the one before the first step.",
)
def size_minus_one(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) // stride - 1


@conv_output_size.mistake(
    "You double the size itself, not only the frame.",
    "The picture is there once; only the frame has two ends. Look at the brackets.",
)
def size_doubled(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (2 * (size + pad) - kernel) // stride + 1


@conv_output_size.mistake(
    "You return two numbers.",
    "The function looks at one side of a picture, and one number comes back. It is called once for the height "
    "and once for the width.",
)
def size_two_numbers(size: int, kernel: int, stride: int, pad: int) -> Any:
    places = (size + 2 * pad - kernel) // stride + 1
    return places, places


@conv_output_size.mistake(
    "You only divide the size by the stride, without kernel and frame.",
    "That is right for one special frame. In general the kernel takes places away, and the frame adds some.",
)
def size_by_stride(size: int, kernel: int, stride: int, pad: int) -> Any:
    return size // stride


@conv_output_size.mistake(
    "You divide the size by the stride before you subtract the kernel.",
    "The way that the kernel can go, n + 2p - k, is divided as a whole: look at the brackets.",
)
def size_divided_first(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad) // stride - kernel + 1


@conv_output_size.mistake(
    "You add the frame after dividing.",
    "The kernel goes over the frame in steps of the stride too: the frame is part of the side that is divided.",
)
def size_frame_added_last(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size - kernel) // stride + 1 + 2 * pad


@conv_output_size.mistake(
    "Stride and pad have changed places in your formula.",
    "The frame makes the side longer, twice `pad`, and the stride divides.",
)
def size_stride_and_pad(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * stride - kernel) // pad + 1


@conv_output_size.mistake(
    "You return where the kernel stands at last, and not how many places it has.",
    "The places are counted, the first one at 0 included: with a stride of 2 there are about half as many.",
)
def size_last_start(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) // stride * stride


@conv_output_size.mistake(
    "You count all places but the one at the very end.",
    "The kernel may also stand at n + 2p - k itself. range stops before its end.",
)
def size_last_place_missing(size: int, kernel: int, stride: int, pad: int) -> Any:
    return len(range(0, size + 2 * pad - kernel, stride))


@conv_output_size.mistake(
    "You add 1 twice, once before dividing and once after.",
    "The way that the kernel can go is n + 2p - k; it is divided by the stride, and then 1 is added.",
)
def size_one_too_long(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel + 1) // stride + 1


@conv_output_size.mistake(
    "You subtract the kernel twice.",
    "The kernel's first pixel stands at n + 2p - k at most: the kernel is there once, only the frame has two ends.",
)
def size_kernel_twice(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - 2 * kernel) // stride + 1


@conv_output_size.mistake(
    "You square the frame in place of doubling it.",
    "There are `pad` zeros at each end: twice `pad` together.",
)
def size_pad_squared(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + pad**2 - kernel) // stride + 1


@conv_output_size.mistake(
    "You return a list of the places.",
    "Only their number is wanted.",
)
def size_list_of_starts(size: int, kernel: int, stride: int, pad: int) -> Any:
    return list(range(0, size + 2 * pad - kernel + 1, stride))


@conv_output_size.mistake(
    "You use the formula of the way back, from the number of places to the size of the picture.",
    "Here the picture is given and the places are counted: a larger stride makes fewer of them. It is a "
    "transposed convolution that makes pictures larger.",
)
def size_transposed(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size - 1) * stride - 2 * pad + kernel


@conv_output_size.mistake(
    "Size and kernel have changed places in your formula.",
    "The arguments come in the order size, kernel, stride, pad, and the kernel is taken away from the size.",
)
def size_and_kernel(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (kernel + 2 * pad - size) // stride + 1


@conv_output_size.mistake(
    "Kernel and stride have changed places in your formula.",
    "The arguments come in the order size, kernel, stride, pad: the kernel is subtracted, the stride divides.",
)
def size_kernel_and_stride(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - stride) // kernel + 1


@conv_output_size.mistake(
    "Kernel and pad have changed places in your formula.",
    "The arguments come in the order size, kernel, stride, pad: the frame is added twice, the kernel is "
    "subtracted once.",
)
def size_kernel_and_pad(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * kernel - pad) // stride + 1


@conv_output_size.mistake(
    "You divide the size by the stride and round up, which leaves out the kernel and the frame.",
    "That is right for one special frame, called 'same' elsewhere. Here kernel and pad are given and count.",
)
def size_same(size: int, kernel: int, stride: int, pad: int) -> Any:
    return -(-size // stride)


@conv_output_size.mistake(
    "You subtract half the kernel only.",
    "The whole kernel has to lie on the picture: its first pixel stands at n + 2p - k at most.",
)
def size_half_kernel(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel // 2) // stride + 1


@conv_output_size.mistake(
    "You subtract half the kernel at each end, rounded down: with an even kernel one pixel is missing.",
    "The whole kernel has to lie on the picture. Subtract the kernel itself, once, and add 1 at the end.",
)
def size_two_halves(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - 2 * (kernel // 2)) // stride + 1


@conv_output_size.mistake(
    "You subtract half the kernel at each end, rounded down, and forget that the division comes before adding 1.",
    "Subtract the whole kernel, divide by the stride, round down, and then add 1.",
)
def size_two_halves_inside(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - 2 * (kernel // 2)) // stride


@conv_output_size.mistake(
    "You divide only the frame by the stride: a pair of brackets is missing.",
    "The whole difference is divided. Without brackets, division comes before addition.",
)
def size_frame_divided(size: int, kernel: int, stride: int, pad: int) -> Any:
    return size - kernel + 2 * pad // stride + 1


@conv_output_size.mistake(
    "You divide the two parts of the difference one by one, and round each of them down.",
    "What is left over of both has to be put together before rounding: divide the whole difference.",
)
def size_divided_apart(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad) // stride - kernel // stride + 1


@pad_images.mistake(
    "Your frame is half as wide as `pad` says.",
    "`pad` is the width of the frame on each side: nothing is divided.",
)
def pad_halved(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (pad // 2, pad // 2), (pad // 2, pad // 2), (0, 0)))


@pad_images.mistake(
    "Your frame lies above and to the left only, twice as wide there: the pictures stand in the lower right corner.",
    "Each of the four sides gets `pad` rows or columns of zeros, so that the picture stays in the middle.",
)
def pad_all_before(X: Array, pad: int) -> Any:
    return np.pad(X, ((0, 0), (2 * pad, 0), (2 * pad, 0), (0, 0)))


@conv_output_size.mistake(
    "You take the rest of the division, with %, in place of the quotient.",
    "% gives what is left over, // how many whole steps there are.",
)
def size_rest(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) % stride + 1


@conv_output_size.mistake(
    "You count the steps right and then add the stride in place of 1.",
    "After the last step there is one place more than steps: add 1, whatever the stride is.",
)
def size_plus_stride(size: int, kernel: int, stride: int, pad: int) -> Any:
    return (size + 2 * pad - kernel) // stride + stride


@pad_images.mistake(
    "The picture stands one row too high and one column too far to the left in its frame.",
    "It begins at row `pad` and column `pad`, counted from 0, so that `pad` of them lie on each side.",
)
def pad_begins_one_early(X: Array, pad: int) -> Any:
    channels, height, width, m = X.shape
    padded, first = np.zeros((channels, height + 2 * pad, width + 2 * pad, m)), max(pad - 1, 0)
    padded[:, first : first + height, first : first + width] = X
    return padded


@pad_images.mistake(
    "The last row and the last column of each picture are left out: 0 stands there.",
    "range(height) ends at height - 1 by itself. With range(height - 1) the last row is never reached.",
)
def pad_last_left_out(X: Array, pad: int) -> Any:
    inside = X.copy()
    inside[:, -1], inside[:, :, -1] = 0, 0
    return np.pad(inside, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


@pad_images.mistake(
    "You fill the pictures up to squares, as high as they are wide.",
    "Height and width grow by 2 * pad each, whichever of them is larger.",
)
def pad_to_square(X: Array, pad: int) -> Any:
    channels, height, width, m = X.shape
    side = max(height, width) + 2 * pad
    padded = np.zeros((channels, side, side, m))
    padded[:, pad : pad + height, pad : pad + width] = X
    return padded


@pad_images.mistake(
    "You use the height for the width: only square pictures fit.",
    "Height and width may differ. X.shape gives both, and the third axis of the result is width + 2 * pad long.",
)
def pad_height_for_width(X: Array, pad: int) -> Any:
    channels, height, _, m = X.shape
    padded = np.zeros((channels, height + 2 * pad, height + 2 * pad, m))
    padded[:, pad : pad + height, pad : pad + height] = X
    return padded
