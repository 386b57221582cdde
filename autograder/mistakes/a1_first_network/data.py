"""The mistakes of the functions that bring in the digits: load_csv, normalize, train_dev_split, one_hot.

`train_dev_split` is judged by the properties of what it returns, since any random order is right: its entries each
leave a trace in the arrays by which a check can name them.
"""

from __future__ import annotations

import csv
import gzip
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue

Array = npt.NDArray[Any]
Digits = tuple[Array, Array]
Split = tuple[Array, Array, Array, Array]

load_csv = Catalogue("load_csv")
normalize = Catalogue("normalize")
train_dev_split = Catalogue("train_dev_split")
one_hot = Catalogue("one_hot")


# load_csv


@load_csv.mistake(
    "You read the header as if it were a digit: its words become NaN and there is one column too many.",
    "The first line of the file holds the names of its columns. The digits begin on the second line.",
)
def load_header_as_nan(path: str) -> Digits:
    table = np.genfromtxt(path, delimiter=",")
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You turn the header row into numbers, and a word such as `label` is no number.",
    "The first line of the file holds the names of its columns. Pass over it before you make numbers of the rest.",
)
def load_header_as_numbers(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You leave out the header and with it the first digit.",
    "One line of the file is the header, every other line is a digit. Look whether the header was already gone when "
    "you cut off a row.",
)
def load_first_digit_lost(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    table = table[1:]
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You stop one row too early, so the last digit is lost.",
    "Every line below the header is a digit. Compare the number of those lines with the number of columns of your X.",
)
def load_last_digit_lost(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    images, labels = [], []
    for i in range(len(table) - 1):
        labels.append(int(table[i, 0]))
        images.append(table[i, 1:])
    return np.array(images).T, np.array(labels)


@load_csv.mistake(
    "You keep the label as the first row of X, above the pixels.",
    "The network would be shown the answer along with the picture. X has one row a pixel and nothing else.",
)
def load_label_kept(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table.T
    return X, Y


@load_csv.mistake(
    "You take the labels from the last column of the file.",
    "Here each row begins with its label. What you took for labels are the pixels in the bottom right corner, which "
    "are nearly always 0.",
)
def load_labels_from_last_column(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, -1].astype(int)
    X = table[:, :-1].T
    return X, Y


@load_csv.mistake(
    "You pass over the first column of the file and take the labels from pixel0.",
    "The first column does not number the rows: it holds the labels. Read the header, it names every column.",
)
def load_first_column_skipped(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    table = table[:, 1:]
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "X is not transposed: each digit is a row of it.",
    "The file has a digit in each row; in this course a digit is a column, and a pixel is a row. Print the shape of "
    "your X.",
)
def load_not_transposed(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:]
    return X, Y


@load_csv.mistake(
    "You reshape the table where it has to be transposed.",
    "The shape comes out right, but reshape refills it number by number, so a column mixes the pixels of several "
    "digits. Draw one column as a picture.",
)
def load_reshaped(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    m, n = table.shape
    Y = table[:, 0].astype(int)
    X = table[:, 1:].reshape(n - 1, m)
    return X, Y


@load_csv.mistake(
    "You reshape the table to 784 rows where it has to be transposed.",
    "Reshape refills the shape number by number, so a column mixes the pixels of several digits; and a file need "
    "not have 784 pixels a row.",
)
def load_reshaped_to_784(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].reshape(784, -1)
    return X, Y


@load_csv.mistake(
    "You count on 784 pixels in every row.",
    "Pictures of another size have another number of pixels. The file itself says how many columns it has.",
)
def load_784_hard_coded(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    m = len(table)
    X = np.zeros((784, m))
    Y = np.zeros(m, dtype=int)
    for i in range(m):
        Y[i] = table[i, 0]
        for j in range(784):
            X[j, i] = table[i, j + 1]
    return X, Y


@load_csv.mistake(
    "You transpose the table first and then cut off the first column, which by then is the first digit.",
    "After transposing, rows and columns have changed places, and so have the labels. Follow where they are at each "
    "line.",
)
def load_sliced_after_transposing(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2).T
    Y = table[:, 0].astype(int)
    X = table[:, 1:]
    return X, Y


@load_csv.mistake(
    "You store the pixels as uint8, whole numbers that end at 255.",
    "The values are right, but the next sum past 255 or difference below 0 wraps round to a wrong number. The network "
    "computes with floats.",
)
def load_pixels_uint8(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T.astype(np.uint8)
    return X, Y


@load_csv.mistake(
    "You leave the pixels as integers.",
    "X goes into computations with fractions: an integer array cannot be divided in place, and rounds what is "
    "written into it. X has to be float; Y is right as integers.",
)
def load_pixels_integers(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2, dtype=int)
    Y = table[:, 0]
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You leave the labels as floats, such as 7.0.",
    "A label says which class it is, and later picks a row of a matrix: that takes whole numbers. Look at the dtype "
    "of Y.",
)
def load_labels_float(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0]
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You keep the labels as a matrix of one column, of shape (m, 1).",
    "Y is a flat array of m labels, of shape (m,). Compared with m predictions, a column would give a table of m by m.",
)
def load_labels_column(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, :1].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You keep the labels as a matrix of one row, of shape (1, m).",
    "Y is a flat array of m labels, of shape (m,). As a row of a matrix its length is 1, and Y[0] is all the labels.",
)
def load_labels_row(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2).T
    Y = table[:1].astype(int)
    X = table[1:]
    return X, Y


@load_csv.mistake(
    "You return the labels first and the pixels second.",
    "The two outputs are swapped: whoever calls the function expects X, then Y.",
)
def load_swapped(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return Y, X


@load_csv.mistake(
    "You open every file as plain text, also one that ends in .gz.",
    "A .gz file is compressed, and its bytes are no text until they are unpacked. Look at the end of the path before "
    "you open it.",
)
def load_gz_as_text(path: str) -> Digits:
    with open(path, encoding="utf-8") as file:
        next(file)
        table = np.array([line.split(",") for line in file], dtype=float)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You unpack every file with gzip, also a plain .csv.",
    "Both kinds occur. Look at the end of the path before you choose how to open the file.",
)
def load_plain_as_gz(path: str) -> Digits:
    with gzip.open(path, "rt", newline="") as file:
        next(file)
        table = np.array(list(csv.reader(file)), dtype=float)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You open a file whose name stands in your code, and never use the argument `path`.",
    "The function has to read whichever file it is given; the one you name need not exist on another computer.",
)
def load_path_hard_coded(path: str) -> Digits:
    table = np.loadtxt("/kaggle/input/digit-recognizer/train.csv", delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You read only the first 100 digits of the file.",
    "That is handy while trying things out, but a longer file loses the rest. Look for the limit in your reading.",
)
def load_first_hundred(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2, max_rows=100)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You read a file with a single digit as a flat list of numbers, not as a table of one row.",
    "With one row NumPy's readers drop a dimension, and there are no columns left to slice. Make sure that the table "
    "always has two dimensions.",
)
def load_one_digit_flat(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You keep pixels and labels as strings, the way the csv reader hands them out.",
    "A csv file is text: '7' is a character, not a number, and cannot be multiplied. X has to be float and Y integer.",
)
def load_strings(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2, dtype=str)
    Y = table[:, 0]
    X = table[:, 1:].T
    return X, Y


@load_csv.mistake(
    "You divide by 255 while loading.",
    "This function hands over the raw values, 0 to 255. Scaling is the work of the next one, `normalize`, and the "
    "pixels would be scaled twice.",
)
def load_scaled(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T / 255
    return X, Y


@load_csv.mistake(
    "You shuffle the digits while loading them.",
    "This function keeps the order of the file, so that a digit can be found again. The shuffling belongs to "
    "`train_dev_split`.",
)
def load_shuffled(path: str) -> Digits:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    np.random.default_rng(0).shuffle(table)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


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
    "Use the brightest value that a pixel can have.",
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


# train_dev_split


@train_dev_split.mistake(
    "You split the digits in the order in which they stand, without shuffling.",
    "A file may be sorted: then the dev set has digits of a few classes only. Which digits go to dev has to be drawn "
    "from `rng`.",
)
def split_not_shuffled(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You shuffle X and leave Y in the old order.",
    "Each digit now carries the label of another. Whatever moves a column of X has to move its label too.",
)
def split_only_x_shuffled(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    X = X[:, rng.permutation(X.shape[1])]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You shuffle X and Y apart, each in its own random order.",
    "Two draws give two different orders, so each digit gets the label of another. A digit and its label have to move "
    "together.",
)
def split_shuffled_apart(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    X = X[:, rng.permutation(X.shape[1])]
    Y = rng.permutation(Y)
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You shuffle the rows of X, which are pixels, and not its columns.",
    "Every picture is scrambled and the digits stay in their old order. NumPy shuffles the first axis unless it is "
    "told otherwise.",
)
def split_pixels_shuffled(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    X = rng.permutation(X)
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You put some digits both in dev and in train.",
    "The dev set asks how well the network reads digits it has never seen, so the two must not overlap. Look whether "
    "both parts come from one and the same shuffled order.",
)
def split_overlap(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    m = X.shape[1]
    dev = rng.choice(m, size=n_dev, replace=False)
    train = rng.choice(m, size=m - n_dev, replace=False)
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You keep all the digits in train, those of the dev set too: the two overlap.",
    "Then the network is examined on digits that it has learned from, and the accuracy flatters it. What goes to dev "
    "has to leave train.",
)
def split_train_keeps_all(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    X, Y = X[:, order], Y[order]
    return X, Y, X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You lose a digit between the two sets.",
    "Train and dev together have to hold every digit once. Look at where one slice ends and the other begins, and at "
    "the very end.",
)
def split_digit_lost(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:-1]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You draw the digits with replacement: some come several times and others never.",
    "Drawing one number after another may give the same one twice. Shuffling an order of all the digits cannot.",
)
def split_with_replacement(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.choice(Y.size, size=Y.size)
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You set your own seed, so the split is the same whatever `rng` is given.",
    "The caller chooses the randomness by handing over `rng`. Draw from that one and make none of your own.",
)
def split_own_seed(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = np.random.default_rng(0).permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You draw from `np.random` and leave the argument `rng` unused.",
    "With the same `rng` the split has to come out the same, or nobody can repeat your experiment. Draw from the one "
    "that is handed over.",
)
def split_ignores_rng(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = np.random.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "Train and dev are swapped: the training set has `n_dev` digits and dev has the rest.",
    "`n_dev` is the size of the dev set, and train comes first among the outputs. Check both the slices and the order "
    "of what you return.",
)
def split_sets_swapped(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, dev], Y[dev], X[:, train], Y[train]


@train_dev_split.mistake(
    "You return both X first and then both Y.",
    "That is the order of another library. Here a set and its labels stand together: X_train, Y_train, X_dev, Y_dev.",
)
def split_x_before_y(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], X[:, dev], Y[train], Y[dev]


@train_dev_split.mistake(
    "You split the rows of X, which are pixels.",
    "A digit is a column here, not a row as in many tutorials. Each set has to keep all the pixels of its digits.",
)
def split_rows(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(len(X))
    dev, train = order[:n_dev], order[n_dev:]
    return X[train], Y[train], X[dev], Y[dev]


@train_dev_split.mistake(
    "You count the rows of X where you need the number of digits.",
    "Rows are pixels, and there may be more or fewer of them than digits. The digits are the columns.",
)
def split_counts_pixels(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(len(X))
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You use `n_dev` as a fraction of all the digits.",
    "`n_dev` is a number of digits already. Multiplied by the number of digits it takes them all, and train is left "
    "empty.",
)
def split_n_dev_as_fraction(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    m = X.shape[1]
    n = int(n_dev * m)
    order = rng.permutation(m)
    dev, train = order[:n], order[n:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You always put 1000 digits into dev, and leave the argument `n_dev` unused.",
    "The caller says how many digits the dev set has. Look for the fixed number in your slices.",
)
def split_thousand_hard_coded(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:1000], order[1000:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You give the dev set another size than `n_dev`.",
    "Every digit is in one of the sets, but the border between them is in the wrong place. The caller says how many "
    "digits go to dev: a fixed share does not.",
)
def split_dev_wrong_size(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    m = X.shape[1]
    n = int(0.2 * m)
    order = rng.permutation(m)
    dev, train = order[:n], order[n:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


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
    "You return inside the loop, when only the first digit has its 1.",
    "`return` ends the function at once, so the other columns stay 0. Look at how far that line is indented.",
)
def one_hot_return_in_loop(Y: Array, n_classes: int = 10) -> Array:
    H = np.zeros((n_classes, Y.size))
    for i in range(Y.size):
        H[Y[i], i] = 1
        return H
    return H
