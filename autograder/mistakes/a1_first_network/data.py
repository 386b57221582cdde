"""The mistakes of the functions that bring in the digits and set some aside: load_csv, train_dev_split.

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
from autograder.reference import load

ref = load("a1_first_network")

Array = npt.NDArray[Any]
Digits = tuple[Array, Array]
Split = tuple[Array, Array, Array, Array]

load_csv = Catalogue("load_csv")
train_dev_split = Catalogue("train_dev_split")


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
    "You read bytes where text is needed: `gzip.open` gives bytes unless you ask for text, and so does `open` with "
    '`"rb"`.',
    'Bytes can\'t be split at a comma, or handed to the csv reader, as text can. The mode `"rt"` gives text with both.',
)
def load_bytes_for_text(path: str) -> Digits:
    opener: Any = gzip.open if str(path).endswith(".gz") else open
    with opener(path) as file:
        next(file)
        table = np.array([line.split(",") for line in file], dtype=float)
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


# load_csv, continued


@load_csv.mistake(
    "You drop the last column of the file, so the last pixel of every digit is missing.",
    "Only the label has to be cut off, and it stands first. Compare the number of pixels in the header with the rows "
    "of your X.",
)
def load_last_pixel_dropped(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, 1:-1].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You cut off two columns at the front, so pixel0 of every digit is missing.",
    "Only the first column is the label. Compare the number of pixels in the header with the rows of your X.",
)
def load_first_pixel_dropped(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, 2:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You read the header as a digit of its own: its words became NaN and then 0, a black picture labelled 0.",
    "That is one digit too many. The first line of the file holds names; pass over it instead of repairing it.",
)
def load_header_as_zeros(path: str) -> Any:
    table = np.nan_to_num(np.genfromtxt(path, delimiter=","))
    return table[:, 1:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You turn the pixels into 0 and 1 with a threshold in the middle.",
    "This function hands over the raw values, all the greys from 0 to 255. What is thrown away here nobody can bring "
    "back.",
)
def load_binarised(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return (table[:, 1:].T > 127).astype(float), table[:, 0].astype(int)


@load_csv.mistake(
    "You turn every pixel above 0 into 1.",
    "This function hands over the raw values, all the greys from 0 to 255. What is thrown away here nobody can bring "
    "back.",
)
def load_ink_or_none(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return (table[:, 1:].T > 0).astype(float), table[:, 0].astype(int)


@load_csv.mistake(
    "You invert the pixels: 0 becomes 255 and 255 becomes 0.",
    "This function hands over the raw values as they stand in the file. The white of the file is the ink, and stays "
    "255.",
)
def load_inverted(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return 255 - table[:, 1:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You sort the digits by their labels.",
    "This function keeps the order of the file. Sorted, the first part of the digits would be nothing but zeros and "
    "ones.",
)
def load_sorted_by_label(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    table = table[np.argsort(table[:, 0], kind="stable")]
    return table[:, 1:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You return the digits in reversed order, the last line of the file first.",
    "This function keeps the order of the file, so that a digit can be found again. Look for a step of -1 or for "
    "inserting at the front.",
)
def load_digits_reversed(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)[::-1]
    return table[:, 1:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You reverse the order of the pixels: every picture stands on its head.",
    "Row 0 of X is pixel0, row 1 is pixel1, and so on, as in the header of the file.",
)
def load_pixels_reversed(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, :0:-1].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You return the labels as one-hot columns already.",
    "Y holds the plain labels, one whole number a digit, of shape (m,). Turning them into columns is the work of "
    "`one_hot`.",
)
def load_labels_one_hot(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, 1:].T, ref.one_hot(table[:, 0].astype(int))


@load_csv.mistake(
    "You sort the labels, or put them through `np.unique`, and leave the pixels in their order.",
    "Every label then belongs to another digit. The label of a line stays with the pixels of that line.",
)
def load_labels_sorted(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, 1:].T, np.sort(table[:, 0]).astype(int)


@load_csv.mistake(
    "You do not say that the numbers are separated by commas, so a whole line is taken for one number.",
    "NumPy separates at spaces unless it is told otherwise. Look at the argument `delimiter`.",
)
def load_delimiter_forgotten(path: str) -> Any:
    table = np.loadtxt(path, skiprows=1, ndmin=2)
    return table[:, 1:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You return the whole table in one piece, labels and pixels together.",
    "Two values are asked for: X with the pixels, one digit a column, and Y with the labels.",
)
def load_whole_table(path: str) -> Any:
    return np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)


@load_csv.mistake(
    "You store the pixels as int8, whole numbers that end at 127.",
    "Every brighter pixel wraps round to a negative number: 255 becomes -1. X has to be float.",
)
def load_pixels_int8(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, 1:].T.astype(int).astype(np.int8), table[:, 0].astype(int)


@load_csv.mistake(
    "You reshape each digit to a square of 28 by 28.",
    "In this course a digit is one column of pixels, and a file may hold pictures of another size. A square is "
    "needed only where a picture is shown.",
)
def load_squares_of_28(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return table[:, 1:].reshape(-1, 28, 28), table[:, 0].astype(int)


@load_csv.mistake(
    "You pass over every second line of the file.",
    "Each line below the header is a digit. Look whether your loop reads a line and its body reads another.",
)
def load_every_second_digit(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)[::2]
    return table[:, 1:].T, table[:, 0].astype(int)


@load_csv.mistake(
    "You return more digits than the file has: your list keeps those of earlier calls, or gets each of them twice.",
    "A list that is made outside the function, or as a default argument such as `rows=[]`, is made only once and grows "
    "from call to call. Make it inside the function.",
)
def load_digits_pile_up(path: str) -> Any:
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    table = np.concatenate([table, table])
    return table[:, 1:].T, table[:, 0].astype(int)


# train_dev_split


@train_dev_split.mistake(
    "You split the digits in the order in which they stand, without shuffling.",
    "A file may be sorted: then the dev set has digits of a few classes only. Which digits go to dev has to be drawn "
    "from `rng`.",
)
def split_not_shuffled(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You take the dev set in one piece, from a random place.",
    "Digits that stand side by side in a file may be alike: if it is sorted, the dev set has digits of a few classes "
    "only. Each digit's place has to be drawn, not just that of the first.",
)
def split_random_block(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    first = rng.integers(0, Y.size - n_dev + 1)
    dev = np.arange(first, first + n_dev)
    return np.delete(X, dev, axis=1), np.delete(Y, dev), X[:, dev], Y[dev]


@train_dev_split.mistake(
    "You shuffle X and leave Y in the old order.",
    "Each digit now carries the label of another. Whatever moves a column of X has to move its label with it.",
)
def split_only_x_shuffled(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    X = X[:, rng.permutation(X.shape[1])]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]


@train_dev_split.mistake(
    "You shuffle Y and leave X in the old order.",
    "Each digit now carries the label of another. Whatever moves a label has to move its column of X with it.",
)
def split_only_y_shuffled(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    Y = rng.permutation(Y)
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
    "At least one digit is missing: it is in neither of the two sets.",
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
    "You look for digits in the rows of X: a single index in `X[…]` picks rows.",
    "Rows are pixels, and there are fewer of them than digits, so the index lies outside. A digit is a column: which "
    "place in the brackets is that of the columns?",
)
def split_picks_rows(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(Y.size)
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


# train_dev_split: further shapes


@train_dev_split.mistake(
    "You return the digits as rows: X_train and X_dev are transposed.",
    "In this course a digit is a column, before the split and after it. Look for a `.T` that is not undone.",
)
def split_digits_as_rows(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X.T[train], Y[train], X.T[dev], Y[dev]


@train_dev_split.mistake(
    "You return the labels as matrices of one column.",
    "Y_train and Y_dev are flat, as Y was: of shape (m,). Compared with predictions, a column would give a table of "
    "m by m.",
)
def split_labels_as_columns(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train].reshape(-1, 1), X[:, dev], Y[dev].reshape(-1, 1)


@train_dev_split.mistake(
    "You return the labels as matrices of one row.",
    "Y_train and Y_dev are flat, as Y was: of shape (m,).",
)
def split_labels_as_rows(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train].reshape(1, -1), X[:, dev], Y[dev].reshape(1, -1)


@train_dev_split.mistake(
    "You return the labels before the pixels: Y_train, X_train, Y_dev, X_dev.",
    "The order of the outputs is X_train, Y_train, X_dev, Y_dev. Whoever unpacks them relies on it.",
)
def split_labels_first(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return Y[train], X[:, train], Y[dev], X[:, dev]


@train_dev_split.mistake(
    "You call `rng.shuffle` and use what it returns.",
    "`shuffle` works in place and returns None, so the index is None and only adds an axis. `permutation` returns "
    "the new order.",
)
def split_rng_shuffle_of_number(X: Array, Y: Array, n_dev: int, rng: np.random.Generator) -> Split:
    order = rng.shuffle(np.arange(X.shape[1]))
    return X[:, order][:, n_dev:], Y[order][n_dev:], X[:, order][:, :n_dev], Y[order][:n_dev]
