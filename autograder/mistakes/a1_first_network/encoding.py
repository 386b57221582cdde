"""The mistakes of the functions that put pixels and labels into the form a network reads: normalize, one_hot.

A wrong scale or a 1 in the wrong row raises no error anywhere: the network only learns less, or something else.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = npt.NDArray[Any]

normalize = Catalogue("normalize")
one_hot = Catalogue("one_hot")


# normalize


@normalize.mistake(
    "You return the pixels without dividing them by 255.",
    "With inputs up to 255 the sums in the hidden units become huge and training jumps about. The result should lie "
    "between 0 and 1.",
)
def normalize_not_divided(X: Array) -> Any:
    return X


@normalize.mistake(
    "You divide and drop the fraction, so all greys become 0 and only pure white stays 1.",
    "Division that gives whole numbers throws away almost the whole picture. Look at the operator, or for a "
    "conversion to integers.",
)
def normalize_whole_numbers(X: Array) -> Any:
    return X // 255


@normalize.mistake(
    "You divide by 255 twice.",
    "After the first division the pixels already lie between 0 and 1; after the second, white is 0.004 and hardly "
    "differs from black.",
)
def normalize_twice(X: Array) -> Any:
    X = X / 255
    return X / 255


@normalize.mistake(
    "You divide in place, which alters the caller's own array, and fails where it holds integers.",
    "A cell that runs twice would scale twice, and an integer array has no room for fractions. Make a new array of "
    "the result.",
)
def normalize_in_place(X: Array) -> Any:
    X /= 255
    return X


@normalize.mistake(
    "You divide by 256, so that white becomes 0.996 and not 1.",
    "There are 256 different values, but they start at 0. Divide by the largest one.",
)
def normalize_by_256(X: Array) -> Any:
    return X / 256


@normalize.mistake(
    "You divide by the brightest pixel that happens to be in X.",
    "Then the scale changes with the batch: the same grey means one thing in training and another in the dev set. "
    "Use the largest value that a pixel can have.",
)
def normalize_by_largest(X: Array) -> Any:
    largest = X.max()
    return X / largest


@normalize.mistake(
    "You divide each digit by its own brightest pixel.",
    "Then every digit has another scale, and a column without ink divides by 0. All pixels share one fixed scale.",
)
def normalize_by_largest_of_digit(X: Array) -> Any:
    largest = X.max(axis=0)
    return X / largest


@normalize.mistake(
    "You subtract the mean and divide by the standard deviation.",
    "That is another way of scaling: it gives negative values, and others for each batch. Here black is 0 and "
    "white is 1.",
)
def normalize_standardised(X: Array) -> Any:
    return (X - X.mean()) / X.std()


@normalize.mistake(
    "You subtract each pixel's mean and divide by that pixel's standard deviation.",
    "That is another way of scaling: the same grey gets another value at each pixel and in each batch. Here black is "
    "0 and white is 1.",
)
def normalize_standardised_by_pixel(X: Array) -> Any:
    mean = X.mean(axis=1, keepdims=True)
    std = X.std(axis=1, keepdims=True)
    return (X - mean) / (std + 1e-8)


@normalize.mistake(
    "You scale to the range from -1 to 1.",
    "Many tutorials centre the pixels on 0, but here black has to stay 0 and white becomes 1. Look at what your code "
    "makes of a black pixel.",
)
def normalize_minus_one_to_one(X: Array) -> Any:
    return X / 127.5 - 1


@normalize.mistake(
    "After dividing you also subtract 0.1307 and divide by 0.3081.",
    "Those are the mean and spread of MNIST as found in PyTorch tutorials. Here the pixels only go from 0 to 1: black "
    "stays 0.",
)
def normalize_published_mean(X: Array) -> Any:
    X = X / 255
    return (X - 0.1307) / 0.3081


@normalize.mistake(
    "You turn each pixel into 0 or 1, whichever is nearer.",
    "The greys at the edge of a stroke are lost, and they tell the network where it runs. Every value between 0 and "
    "1 may occur.",
)
def normalize_black_and_white(X: Array) -> Any:
    return np.round(X / 255)


# normalize: divided by another number


@normalize.mistake(
    "You divide by 254, so white becomes a little more than 1.",
    "There are 256 values from 0 to 255, and the largest of them is to become 1.",
)
def normalize_by_254(X: Array) -> Any:
    return X / 254


@normalize.mistake(
    "You divide by 100, as for per cent, so white becomes 2.55.",
    "The pixels go from 0 to 255, not to 100. White has to become 1.",
)
def normalize_by_100(X: Array) -> Any:
    return X / 100


@normalize.mistake(
    "You divide by 10, the number of classes, so white becomes 25.5.",
    "The number of digits has nothing to do with grey. The pixels go from 0 to 255, and white has to become 1.",
)
def normalize_by_10(X: Array) -> Any:
    return X / 10


@normalize.mistake(
    "You divide by 784, the number of pixels, so white becomes 0.33.",
    "How many pixels there are does not matter, only how bright one can be. White has to become 1.",
)
def normalize_by_784(X: Array) -> Any:
    return X / 784


@normalize.mistake(
    "You divide by 1000, so white becomes 0.255.",
    "The pixels go from 0 to 255. White has to become 1.",
)
def normalize_by_1000(X: Array) -> Any:
    return X / 1000


@normalize.mistake(
    "You divide by 127.5, so the result goes up to 2.",
    "That is the first half of a scaling from -1 to 1. Here black stays 0 and white has to become 1.",
)
def normalize_by_half(X: Array) -> Any:
    return X / 127.5


@normalize.mistake(
    "You divide by the number of rows of X, its number of pixels.",
    "How many pixels there are does not matter, only how bright one can be: the largest value that occurs in any "
    "picture.",
)
def normalize_by_rows(X: Array) -> Any:
    return X / len(X)


@normalize.mistake(
    "You divide by the number of columns of X, its number of digits.",
    "The same grey would mean one thing in a small batch and another in a large one. Divide by the largest value of "
    "a pixel.",
)
def normalize_by_columns(X: Array) -> Any:
    return X / X.shape[1]


@normalize.mistake(
    "You divide by the sum of all the pixels.",
    "The larger the batch, the smaller every number. All pixels share one fixed scale: the largest value of a pixel "
    "becomes 1.",
)
def normalize_by_sum(X: Array) -> Any:
    return X / X.sum()


@normalize.mistake(
    "You divide each digit by the sum of its pixels, so that each column adds up to 1.",
    "A thick digit becomes paler than a thin one. The pixels are not probabilities: the same number divides them all.",
)
def normalize_by_sum_of_digit(X: Array) -> Any:
    return X / X.sum(axis=0)


@normalize.mistake(
    "You divide each column by its length as a vector, the L2 norm.",
    "Every digit then has another scale. Here normalising means only that 0 to 255 becomes 0 to 1, with the same "
    "divisor for all.",
)
def normalize_by_length_of_digit(X: Array) -> Any:
    return X / np.linalg.norm(X, axis=0)


@normalize.mistake(
    "You divide each row by its length as a vector, the L2 norm.",
    "The scale of a pixel then depends on the other digits of the batch. All pixels share one fixed scale, from 0 to "
    "255.",
)
def normalize_by_length_of_pixel(X: Array) -> Any:
    return X / np.linalg.norm(X, axis=1, keepdims=True)


@normalize.mistake(
    "You divide by the norm of the whole matrix.",
    "The larger the batch, the smaller every number. All pixels share one fixed scale: the largest value of a pixel "
    "becomes 1.",
)
def normalize_by_length_of_all(X: Array) -> Any:
    return X / np.linalg.norm(X)


@normalize.mistake(
    "You divide each row by the brightest value of that pixel.",
    "A pixel that is never inked divides 0 by 0, and every pixel has another scale. Use the largest value that any "
    "pixel can have.",
)
def normalize_by_largest_of_pixel(X: Array) -> Any:
    return X / X.max(axis=1, keepdims=True)


@normalize.mistake(
    "You multiply by 255 instead of dividing by it.",
    "That makes numbers between 0 and 1 into pixels again. Here the way is the other one: white has to become 1.",
)
def normalize_multiplied(X: Array) -> Any:
    return X * 255


# normalize: shifted, stretched or bent


@normalize.mistake(
    "You subtract the smallest value in X and divide by the range: min-max scaling with what happens to be in this "
    "batch.",
    "The same grey then depends on the other pictures. The range of a pixel is known beforehand: 0 to 255.",
)
def normalize_min_max(X: Array) -> Any:
    return (X - X.min()) / (X.max() - X.min())


@normalize.mistake(
    "You scale each column between its own minimum and maximum.",
    "Every digit then has another scale: a pale one is made bright. The range of a pixel is known beforehand: 0 to "
    "255.",
)
def normalize_min_max_of_digit(X: Array) -> Any:
    low = X.min(axis=0)
    return (X - low) / (X.max(axis=0) - low)


@normalize.mistake(
    "You scale each row between its own minimum and maximum.",
    "A pixel that never changes divides 0 by 0, and every pixel has another scale. The range is known beforehand: 0 "
    "to 255.",
)
def normalize_min_max_of_pixel(X: Array) -> Any:
    low = X.min(axis=1, keepdims=True)
    return (X - low) / (X.max(axis=1, keepdims=True) - low)


@normalize.mistake(
    "You scale each row between its own minimum and maximum, with a tiny number against dividing by 0.",
    "Every pixel then has another scale, which changes with the batch. The range is known beforehand: 0 to 255.",
)
def normalize_min_max_of_pixel_guarded(X: Array) -> Any:
    low = X.min(axis=1, keepdims=True)
    return (X - low) / (X.max(axis=1, keepdims=True) - low + 1e-8)


@normalize.mistake(
    "You invert the picture: 1 minus the right value, so ink becomes 0 and paper 1.",
    "In these files ink is white already, with high values on a background of 0. Black stays 0.",
)
def normalize_inverted(X: Array) -> Any:
    return 1 - X / 255


@normalize.mistake(
    "You subtract 128 and divide by 128.",
    "That puts the pixels between -1 and 1. Here black stays 0 and white becomes 1: look at what your code makes of "
    "a black pixel.",
)
def normalize_about_128(X: Array) -> Any:
    return (X - 128) / 128


@normalize.mistake(
    "You subtract 0.5 at the end, so the pixels lie between -0.5 and 0.5.",
    "Many tutorials centre the pixels on 0, but here black stays 0 and white becomes 1.",
)
def normalize_half_to_half(X: Array) -> Any:
    return X / 255 - 0.5


@normalize.mistake(
    "You divide by 255 and then subtract the mean.",
    "Black is then a negative number, another one in each batch. Here black stays 0 and white becomes 1.",
)
def normalize_centred(X: Array) -> Any:
    return X / 255 - np.mean(X / 255)


@normalize.mistake(
    "You subtract the mean and do not divide.",
    "The values still reach far beyond 1, and black becomes negative. Divide by one fixed number, so that white "
    "becomes 1.",
)
def normalize_mean_subtracted(X: Array) -> Any:
    return X - X.mean()


@normalize.mistake(
    "You divide by the standard deviation.",
    "It changes with the batch: the same grey means one thing in training and another in the dev set. White has to "
    "become 1.",
)
def normalize_by_deviation(X: Array) -> Any:
    return X / X.std()


@normalize.mistake(
    "You subtract the mean of each digit and divide by its standard deviation.",
    "That is another way of scaling, with another scale for every digit. Here black is 0 and white is 1.",
)
def normalize_standardised_by_digit(X: Array) -> Any:
    return (X - X.mean(axis=0)) / X.std(axis=0)


@normalize.mistake(
    "You turn every pixel above 0 into 1, by a comparison or by clipping.",
    "The greys at the edge of a stroke are lost, and they tell the network where it runs. Every value between 0 and "
    "1 may occur.",
)
def normalize_any_ink(X: Array) -> Any:
    return (X > 0).astype(float)


@normalize.mistake(
    "You put the pixels through the sigmoid.",
    "Black becomes 0.5, and nearly everything else 1. A straight division keeps the greys apart.",
)
def normalize_sigmoid(X: Array) -> Any:
    return 1 / (1 + np.exp(-X))


@normalize.mistake(
    "You put the pixels through tanh.",
    "Everything but black comes out as almost 1. A straight division keeps the greys apart.",
)
def normalize_tanh(X: Array) -> Any:
    return np.tanh(X)


@normalize.mistake(
    "You take the logarithm of 1 plus the pixel.",
    "That bends the scale, and white becomes 5.5. A straight division keeps the greys as far apart as they were.",
)
def normalize_log(X: Array) -> Any:
    return np.log1p(X)


@normalize.mistake(
    "You scale the logarithms of the pixels to 0 to 1.",
    "The ends are right, but the dark greys are stretched and the bright ones pressed together. Divide the pixels "
    "themselves.",
)
def normalize_log_scaled(X: Array) -> Any:
    return np.log1p(X) / np.log(256)


@normalize.mistake(
    "You take the square root of the scaled pixels.",
    "The ends are right, but all the greys come out too bright. A straight division is enough.",
)
def normalize_square_root(X: Array) -> Any:
    return np.sqrt(X / 255)


@normalize.mistake(
    "You square the scaled pixels.",
    "The ends are right, but all the greys come out too dark. A straight division is enough.",
)
def normalize_squared(X: Array) -> Any:
    return (X / 255) ** 2


@normalize.mistake(
    "You take the remainder of a division by 255: `%` where `/` belongs.",
    "The remainder leaves most pixels as they are and makes white 0. Look at the operator.",
)
def normalize_remainder(X: Array) -> Any:
    return X % 255


@normalize.mistake(
    "You subtract 255 instead of dividing by it.",
    "All values become negative or 0. A scale is changed by a division: white has to become 1, black stays 0.",
)
def normalize_minus_255(X: Array) -> Any:
    return X - 255


@normalize.mistake(
    "You turn the pixels into int8 before dividing.",
    "This type ends at 127: brighter pixels wrap round to negative numbers. Leave the pixels as floats.",
)
def normalize_int8(X: Array) -> Any:
    return X.astype(int).astype(np.int8) / 255


# one_hot


@one_hot.mistake(
    "You make as many classes as the largest label plus 1 (`max() + 1`).",
    "A batch without a 9 then has too few rows, and no longer fits the network's outputs. `n_classes` says how many "
    "there are.",
)
def one_hot_max_plus_one(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((Y.max() + 1, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H


@one_hot.mistake(
    "Your one-hot matrix is transposed: each digit is a row.",
    "Like everything in this course, a digit is a column: its 1 stands in the row of its class. Compare the shape "
    "with that of A2.",
)
def one_hot_transposed(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((Y.size, n_classes))
    H[np.arange(Y.size), Y] = 1
    return H


@one_hot.mistake(
    "You reshape the one-hot matrix where it has to be transposed.",
    "The shape comes out right, but reshape refills it number by number, and the ones land in other places. Each "
    "column should add up to 1.",
)
def one_hot_reshaped(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((Y.size, n_classes))
    H[np.arange(Y.size), Y] = 1
    return H.reshape(n_classes, Y.size)


@one_hot.mistake(
    "You fill the whole row of every class that occurs, for all digits at once.",
    "Each column may hold a single 1. Say for each digit both where it stands, its column, and which class it is.",
)
def one_hot_whole_rows(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    H[Y, :] = 1
    return H


@one_hot.mistake(
    "You use the labels as column numbers and fill those columns with ones.",
    "A column is a digit of the batch, a row is a class. The label names the row, and each column may hold a single 1.",
)
def one_hot_whole_columns(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    H[:, Y] = 1
    return H


@one_hot.mistake(
    "You use the label as column and the digit's number as row.",
    "The two are swapped: rows are classes and columns are digits, so with more digits than classes the index runs "
    "off the matrix.",
)
def one_hot_indices_swapped(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    H[np.arange(Y.size), Y] = 1
    return H


@one_hot.mistake(
    "You index the matrix with float labels, such as 7.0.",
    "A row number has to be a whole number, so NumPy refuses. The labels come as integers: find where they turn into "
    "floats.",
)
def one_hot_float_labels(Y: Array, n_classes: int = 10) -> Array:
    labels = np.array(Y, dtype=float)
    H = np.zeros((n_classes, labels.size))
    H[labels, np.arange(labels.size)] = 1
    return H


@one_hot.mistake(
    "You return the raw labels as they are.",
    "As a target a 9 is not nine times a 1: labels are names. One-hot gives each class a row of its own, with a 1 "
    "where it is meant.",
)
def one_hot_raw_labels(Y: Array, n_classes: int = 10) -> Array:
    return Y


@one_hot.mistake(
    "You write the label itself into the matrix, where a 1 should stand.",
    "The label has done its work by choosing the row. What stands there is a probability, and the "
    "true class of every digit has 1, that of a zero too.",
)
def one_hot_label_as_value(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = Y
    return H


@one_hot.mistake(
    "You always make 10 rows, and leave the argument `n_classes` unused.",
    "With another number of classes the matrix no longer fits the network's outputs. Look for the fixed 10.",
)
def one_hot_ten_hard_coded(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((10, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H


@one_hot.mistake(
    "You number the classes from 1, so every 1 stands one row too high, and that of a zero in the last row.",
    "Labels and rows both start at 0: the digit 3 belongs in row 3.",
)
def one_hot_counts_from_one(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    H[Y - 1, np.arange(Y.size)] = 1
    return H


@one_hot.mistake(
    "You give rows only to the classes that occur in Y.",
    "When a class is missing from the batch, every class after it moves up a row. There are always `n_classes` rows, "
    "used or not.",
)
def one_hot_classes_present(Y: Array, n_classes: int = 10) -> Array:
    classes = np.unique(Y)
    H = np.zeros((classes.size, Y.size))
    for row, label in enumerate(classes):
        H[row, label == Y] = 1
    return H


@one_hot.mistake(
    "You number anew the classes that occur in Y, as `np.unique` does with `return_inverse`.",
    "When a class is missing from the batch, every class after it moves up a row. The label itself says which row.",
)
def one_hot_classes_renumbered(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[np.unique(Y, return_inverse=True)[1], np.arange(Y.size)] = 1
    return H


@one_hot.mistake(
    "Your loop runs over the number of classes, so only the first columns are filled.",
    "There is one column a digit, and there may be more digits than classes, or fewer. Look at how often your loop "
    "has to run.",
)
def one_hot_loop_over_classes(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    for i in range(n_classes):
        H[Y[i], i] = 1
    return H


@one_hot.mistake(
    "You ask for one label more than there are: your loop goes one too far.",
    "Labels and columns are numbered from 0, so the last one is m - 1, and a range stops by itself before its end. "
    "Count by hand for three labels.",
)
def one_hot_one_digit_too_far(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    for i in range(Y.size + 1):
        H[Y[i], i] = 1
    return H


@one_hot.mistake(
    "You return inside the loop, when only the first digit has its 1.",
    "`return` ends the function at once, so the other columns stay 0. Look at how far that line is indented.",
)
def one_hot_return_in_loop(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    for i in range(Y.size):
        H[Y[i], i] = 1
        return H
    return H


# one_hot: other numbers than 0 and 1


@one_hot.mistake(
    "You have the two values swapped: 0 at the label and 1 everywhere else.",
    "The 1 says which class it is. Each column has a single 1, and its zeros are the other classes.",
)
def one_hot_inverted(Y: Array, n_classes: int = 10) -> Any:
    H = np.ones((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 0
    return H


@one_hot.mistake(
    "You write -1 where a 0 belongs.",
    "Each column is a probability distribution: 1 for the true class and 0, not a negative number, for the others.",
)
def one_hot_minus_one(Y: Array, n_classes: int = 10) -> Any:
    H = -np.ones((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H


@one_hot.mistake(
    "You take a tenth from the 1 and share it among all classes: label smoothing.",
    "That is a refinement of later lessons. One-hot means exactly 0 and 1: a single 1 in each column.",
)
def one_hot_smoothed(Y: Array, n_classes: int = 10) -> Any:
    return 0.9 * ref.one_hot(Y, n_classes) + 0.1 / n_classes


@one_hot.mistake(
    "You write 0.9 at the label and share the other 0.1 among the other classes: label smoothing.",
    "That is a refinement of later lessons. One-hot means exactly 0 and 1: a single 1 in each column.",
)
def one_hot_smoothed_around(Y: Array, n_classes: int = 10) -> Any:
    H = np.full((n_classes, Y.size), 0.1 / (n_classes - 1))
    H[Y, np.arange(Y.size)] = 0.9
    return H


@one_hot.mistake(
    "You write 0.91 at the label and 0.01 elsewhere: label smoothing for ten classes.",
    "That is a refinement of later lessons. One-hot means exactly 0 and 1: a single 1 in each column.",
)
def one_hot_smoothed_for_ten(Y: Array, n_classes: int = 10) -> Any:
    return 0.9 * ref.one_hot(Y, n_classes) + 0.01


@one_hot.mistake(
    "You divide the matrix by the number of digits.",
    "Each column is about one digit and holds a single 1. The mean over the digits is taken later, in the loss.",
)
def one_hot_divided_by_m(Y: Array, n_classes: int = 10) -> Any:
    return ref.one_hot(Y, n_classes) / Y.size


@one_hot.mistake(
    "You fill each column with ones up to the label.",
    'That says "as large as", but a 9 is not more than a 3: classes are names. Each column holds a single 1, in '
    "the row of its label.",
)
def one_hot_up_to_label(Y: Array, n_classes: int = 10) -> Any:
    return (np.arange(n_classes)[:, None] <= Y).astype(float)


@one_hot.mistake(
    "You fill each column with ones up to the row before the label.",
    "Look at your comparison: it holds for all smaller classes. Each column has a single 1, where class and label "
    "are equal.",
)
def one_hot_below_label(Y: Array, n_classes: int = 10) -> Any:
    return (np.arange(n_classes)[:, None] < Y).astype(float)


@one_hot.mistake(
    "You fill each column with ones from the label to the end.",
    "Look at your comparison, or for a slice where a single index belongs. Each column has exactly one 1.",
)
def one_hot_from_label(Y: Array, n_classes: int = 10) -> Any:
    return (np.arange(n_classes)[:, None] >= Y).astype(float)


@one_hot.mistake(
    "You count how often each class occurs.",
    "The order of the digits is lost in that. Each digit has a column of its own, with a single 1 in the row of its "
    "label.",
)
def one_hot_counts(Y: Array, n_classes: int = 10) -> Any:
    return np.bincount(Y, minlength=n_classes)


# one_hot: the 1 in another place, or missing


@one_hot.mistake(
    "You leave the columns of the zeros without a 1: class 0 is skipped.",
    "Classes are counted from 0. Look at where your loop over the classes begins, or for a label that Python takes "
    "as false.",
)
def one_hot_class_zero_left_out(Y: Array, n_classes: int = 10) -> Any:
    H = ref.one_hot(Y, n_classes)
    H[0] = 0
    return H


@one_hot.mistake(
    "You leave the columns of the last class without a 1.",
    "The last class is `n_classes - 1`, and a range already stops before its end. Look at where your loop over the "
    "classes ends.",
)
def one_hot_last_class_left_out(Y: Array, n_classes: int = 10) -> Any:
    H = ref.one_hot(Y, n_classes)
    H[-1] = 0
    return H


@one_hot.mistake(
    "You leave the last column without a 1: your loop stops one digit too early.",
    "A range already stops before its end. Each column has exactly one 1.",
)
def one_hot_last_digit_left_out(Y: Array, n_classes: int = 10) -> Any:
    H = ref.one_hot(Y, n_classes)
    H[:, -1] = 0
    return H


@one_hot.mistake(
    "You leave the first column without a 1: your loop starts one digit too late.",
    "Digits are counted from 0. Each column has exactly one 1.",
)
def one_hot_first_digit_left_out(Y: Array, n_classes: int = 10) -> Any:
    H = ref.one_hot(Y, n_classes)
    H[:, 0] = 0
    return H


@one_hot.mistake(
    "You fill the first column only, with a 1 for every label that occurs.",
    "The second index is the digit, and yours stays 0. Each label goes into a column of its own.",
)
def one_hot_first_digit_filled(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[Y, 0] = 1
    return H


@one_hot.mistake(
    "You use the first label for every digit, so one row is full of ones.",
    "Look at the index of Y: each column has its own label.",
)
def one_hot_first_label_for_all(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[Y[0], :] = 1
    return H


@one_hot.mistake(
    "You give every digit the last label.",
    "Each digit has its own. Look at two loops of which one stands inside the other, where one over both is meant.",
)
def one_hot_last_label_for_all(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[Y[-1]] = 1
    return H


@one_hot.mistake(
    "You fill each column with its label.",
    "The label only says in which row the 1 of its column stands; all the other rows have 0.",
)
def one_hot_filled_with_label(Y: Array, n_classes: int = 10) -> Any:
    return np.repeat(Y[None, :], n_classes, axis=0)


@one_hot.mistake(
    "You make one column for all digits together, with a 1 for every label that occurs.",
    "Each digit has a column of its own: the matrix has as many columns as Y has labels.",
)
def one_hot_single_column(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, 1))
    H[Y] = 1
    return H


@one_hot.mistake(
    "You make a square, n_classes by n_classes, and not a column for each label.",
    "There are as many columns as there are labels in Y. With more labels than classes a square has no room for them.",
)
def one_hot_square(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, n_classes))
    for i, y in enumerate(Y):
        H[y, i] = 1
    return H


@one_hot.mistake(
    "You count the columns up to n_classes (`np.arange(n_classes)`), and not up to the number of labels.",
    "Each label goes with the number of its own column, so there are as many columns to count as labels in Y.",
)
def one_hot_columns_of_classes(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(n_classes)] = 1
    return H


@one_hot.mistake(
    "You have the rows in reversed order: the matrix is upside down.",
    "Row 0 belongs to class 0, row 1 to class 1. Look for a flip, or for a step of -1.",
)
def one_hot_upside_down(Y: Array, n_classes: int = 10) -> Any:
    return ref.one_hot(Y, n_classes)[::-1]


@one_hot.mistake(
    "You have the columns in reversed order: the last digit comes first.",
    "Column j belongs to the label Y[j]. Look for a flip, or for a step of -1.",
)
def one_hot_columns_reversed(Y: Array, n_classes: int = 10) -> Any:
    return ref.one_hot(Y, n_classes)[:, ::-1]


@one_hot.mistake(
    "You put the 1 in the row of the digit's number in the batch, not of its label.",
    "That gives a diagonal, whatever the labels are. Y says in which row the 1 of each column stands.",
)
def one_hot_number_of_digit(Y: Array, n_classes: int = 10) -> Any:
    return np.eye(n_classes, Y.size)


@one_hot.mistake(
    "You use the label both as row and as column.",
    "The label names the row, the place of the digit in the batch names the column. Several digits of one class need "
    "several columns.",
)
def one_hot_label_twice(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[Y, Y] = 1
    return H


@one_hot.mistake(
    "You add 1 to the label, so every 1 stands one row too low, and that of the last class falls off the matrix.",
    "Labels and rows both start at 0: the digit 3 belongs in row 3.",
)
def one_hot_one_row_too_low(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((n_classes, Y.size))
    H[Y + 1, np.arange(Y.size)] = 1
    return H


@one_hot.mistake(
    "You put every 1 one row too low, and that of the last class in row 0.",
    "Labels and rows both start at 0: the digit 3 belongs in row 3.",
)
def one_hot_shifted_round(Y: Array, n_classes: int = 10) -> Any:
    return np.roll(ref.one_hot(Y, n_classes), 1, axis=0)


# one_hot: another shape


@one_hot.mistake(
    "You flatten the matrix to one long row of numbers.",
    "Each class needs its row and each digit its column: the shape is (n_classes, m), as that of A2.",
)
def one_hot_flattened(Y: Array, n_classes: int = 10) -> Any:
    return ref.one_hot(Y, n_classes).flatten()


@one_hot.mistake(
    "You compare the labels with the classes as two flat arrays of different lengths.",
    "Every label has to meet every class. Give one of the two an axis of length 1, so that rows and columns are made.",
)
def one_hot_no_new_axis(Y: Array, n_classes: int = 10) -> Any:
    return (Y == np.arange(n_classes)).astype(int)  # noqa: SIM300


@one_hot.mistake(
    "You make one row a digit, and as many classes as the largest label plus 1 (`max() + 1`).",
    "Two things: digits are columns here, and `n_classes` says how many rows there are, also when the batch has no 9.",
)
def one_hot_max_plus_one_transposed(Y: Array, n_classes: int = 10) -> Any:
    H = np.zeros((Y.size, Y.max() + 1))
    H[np.arange(Y.size), Y] = 1
    return H


@one_hot.mistake(
    "You keep a third axis of length 1.",
    "The result is a plain matrix of shape (n_classes, m), as A2 is. Look for an index with `None` or for a reshape.",
)
def one_hot_extra_axis(Y: Array, n_classes: int = 10) -> Any:
    return ref.one_hot(Y, n_classes)[:, :, None]


# one_hot: the argument n_classes


@one_hot.mistake(
    "You give `n_classes` no default value, so the function can't be called with the labels alone.",
    "The first line of the function has to read as in the task: n_classes=10.",
)
def one_hot_default_forgotten(Y: Array, n_classes: int | None = None) -> Any:
    if n_classes is None:
        raise TypeError("one_hot() missing 1 required positional argument: 'n_classes'")
    return ref.one_hot(Y, n_classes)


@one_hot.mistake(
    "You have another name for the argument `n_classes`.",
    "Other code calls the function with `n_classes=…`, so names belong to the task. Compare your first line with the "
    "one that was given.",
)
def one_hot_argument_renamed(Y: Array, **names: Any) -> Any:
    if names:
        raise TypeError("one_hot() got an unexpected keyword argument 'n_classes'")
    return ref.one_hot(Y)
