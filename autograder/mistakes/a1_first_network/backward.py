"""Mistakes in backward_prop, the function that people get wrong most often and notice least.

A network with a wrong gradient often still learns, only worse; so each of the four gradients is judged by itself,
and a slip which shows in one of them only has an entry of its own.

Most entries differ from the right answer in one line. The lines around it are the two functions at the top.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

backward_prop = Catalogue("backward_prop")


def errors(Z1: Array, A2: Array, W2: Array, Y: Array) -> Any:
    """The right dZ1 and dZ2, before any mean over the digits."""
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return dZ1, dZ2


def averages(dZ1: Array, dZ2: Array, A1: Array, X: Array, m: float) -> Any:
    """The right dW1, db1, dW2, db2 for given dZ1, dZ2 and m."""
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2


# dZ2: the difference at the output


@backward_prop.mistake(
    "You subtract the other way round, one-hot minus A2: every gradient has the wrong sign.",
    "The update subtracts the gradient, so with this sign it walks uphill and the loss grows.",
)
def backward_sign_flipped(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = ref.one_hot(Y, A2.shape[0]) - A2
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract the raw labels from A2 instead of their one-hot form.",
    "A probability can't be compared with a label like 7. Each label must become a column of ten numbers first.",
)
def backward_raw_labels(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - Y
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract the one-hot labels transposed.",
    "A2 has a row for each class and a column for each digit, and the one-hot labels must have the same shape.",
)
def backward_one_hot_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0]).T
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You count the classes from the labels of the batch, as the largest label plus 1.",
    "When the batch holds no 9, a row is missing and the one-hot labels no longer fit A2. "
    "There are always ten classes.",
)
def backward_classes_from_batch(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, Y.max() + 1)
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use A2 itself and do not subtract the labels.",
    "The gradient says how far the answer is from the right one, so the labels must come in.",
)
def backward_labels_left_out(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract 1 with digits as rows: row and column of the index are in the wrong order.",
    "Here the classes are the rows of A2 and the digits its columns. The first index is the row.",
)
def backward_index_order(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2.copy()
    dZ2[np.arange(Y.size), Y] -= 1
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract 1 from whole rows: every class that occurs in the batch loses 1 for every digit.",
    "One index picks rows. Only the true class of each digit loses 1, so the column must be given as well.",
)
def backward_whole_rows(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2.copy()
    dZ2[Y] -= 1
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract the labels from A2 itself, so the array that you were given is changed.",
    "The gradients are right, but A2 no longer holds probabilities when it is used for the loss or the accuracy. "
    "Work on a new array.",
)
def backward_a2_changed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2
    dZ2[Y, np.arange(Y.size)] -= 1
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply the difference by A2(1 - A2), the derivative of the sigmoid.",
    "That belongs to squared error with a sigmoid output. With softmax and cross-entropy together almost everything "
    "cancels, and the difference is all that is left.",
)
def backward_sigmoid_output(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = (A2 - ref.one_hot(Y, A2.shape[0])) * A2 * (1 - A2)
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You have a factor of 2 in front of the difference, as for squared error.",
    "The loss of this network is cross-entropy. Its gradient is the difference itself, without the 2.",
)
def backward_factor_two(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = 2 * (A2 - ref.one_hot(Y, A2.shape[0]))
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use the gradient of squared error: a factor of 2 and A2(1 - A2) with the difference.",
    "The loss of this network is cross-entropy with softmax before it. There neither of the two extra factors is left.",
)
def backward_squared_error(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = 2 * (A2 - ref.one_hot(Y, A2.shape[0])) * A2 * (1 - A2)
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You square the difference: that is a loss, not its gradient.",
    "A square is never negative, so the gradient could not say in which direction to go. The difference itself can.",
)
def backward_difference_squared(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = (A2 - ref.one_hot(Y, A2.shape[0])) ** 2
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You differentiate softmax for the true class only (the diagonal), so the nine other classes get no gradient.",
    "In softmax each logit moves all ten probabilities. When the true class rises, the others must fall.",
)
def backward_true_class_only(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = -ref.one_hot(Y, A2.shape[0]) * (1 - A2)
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You take the derivative of the logarithm, -1 / A2 at the true class, and leave out that of softmax.",
    "That is the gradient for A2. To reach Z2 it must pass through softmax, and the two together become very short.",
)
def backward_softmax_left_out(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = -ref.one_hot(Y, A2.shape[0]) / A2
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You apply softmax to A2 once more.",
    "A2 already holds the probabilities: it comes out of the forward pass that way.",
)
def backward_softmax_again(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = ref.softmax(A2) - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You compare the predicted classes with the labels instead of the probabilities.",
    "A digit that is read correctly with a probability of 0.3 then teaches nothing. The gradient needs A2 itself.",
)
def backward_predictions(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    predicted = ref.one_hot(np.argmax(A2, axis=0), A2.shape[0])
    dZ2 = predicted - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


# m: the number of digits


@backward_prop.mistake(
    "You do not divide by m anywhere: the gradients are sums over the digits.",
    "The loss is a mean, so its gradient is one too. Without 1/m the steps grow with the batch "
    "and the learning rate no longer fits.",
)
def backward_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 1)


@backward_prop.mistake(
    "You divide by m twice, at dZ2 and again at each gradient.",
    "One 1/m turns the sum over the digits into a mean. With the extra 1/m the network hardly moves.",
)
def backward_m_twice(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    m = Y.size
    dZ2 = (A2 - ref.one_hot(Y, A2.shape[0])) / m
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, m)


@backward_prop.mistake(
    "You divide by m twice in the first layer: at dZ1, and again at dW1 and db1.",
    "dZ1 says what each single digit wants. The mean is taken once, where the digits are added up.",
)
def backward_m_twice_in_layer1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    m = Y.size
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1 / m, dZ2, A1, X, m)


@backward_prop.mistake(
    "You take m from the rows of X, so you divide by the number of pixels.",
    "m is the number of digits, and the digits are columns. `len(X)` and the first number of the shape count rows.",
)
def backward_m_from_pixels(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, X.shape[0])


@backward_prop.mistake(
    "You take m from the rows of A2, so you divide by the number of classes.",
    "m is the number of digits, and the digits are columns. Look at which number of the shape you use.",
)
def backward_m_from_classes(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, A2.shape[0])


@backward_prop.mistake(
    "You take m from the rows of A1 or Z1, so you divide by the number of hidden units.",
    "m is the number of digits, and the digits are columns. Look at which number of the shape you use.",
)
def backward_m_from_hidden_units(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, A1.shape[0])


@backward_prop.mistake(
    "You divide each layer by the number of its units instead of by m.",
    "m is the number of digits, and both layers see the same digits. Look at the shape from which you take it.",
)
def backward_m_from_each_layer(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, _ = averages(dZ1, dZ2, A1, X, len(dZ1))
    _, _, dW2, db2 = averages(dZ1, dZ2, A1, X, len(dZ2))
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You always divide by 1000.",
    "m is the number of digits in this batch. A number written into the function, or an `m` set outside it, "
    "is wrong for every other batch.",
)
def backward_m_1000(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 1000)


@backward_prop.mistake(
    "You always divide by 41000, the number of training digits in a notebook that many people copy.",
    "m is the number of digits in this batch: read it from an array that you are given, not from a number outside.",
)
def backward_m_41000(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 41000)


@backward_prop.mistake(
    "You always divide by 42000, the number of rows in a file that many people use.",
    "m is the number of digits in this batch: read it from an array that you are given, not from a number outside.",
)
def backward_m_42000(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 42000)


@backward_prop.mistake(
    "You always divide by 60000, the number of digits in the whole training file.",
    "m is the number of digits in this batch: read it from an array that you are given, not from a number outside.",
)
def backward_m_60000(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 60000)


@backward_prop.mistake(
    "You do not divide dW1 by m.",
    "The loss is a mean over the digits, so each of the four gradients has its 1/m. Compare your line for dW1 "
    "with the others.",
)
def backward_dw1_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1 * Y.size, db1, dW2, db2


@backward_prop.mistake(
    "You do not divide db1 by m.",
    "The loss is a mean over the digits, so each of the four gradients has its 1/m. Compare your line for db1 "
    "with the others.",
)
def backward_db1_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1 * Y.size, dW2, db2


@backward_prop.mistake(
    "You do not divide dW2 by m.",
    "The loss is a mean over the digits, so each of the four gradients has its 1/m. Compare your line for dW2 "
    "with the others.",
)
def backward_dw2_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2 * Y.size, db2


@backward_prop.mistake(
    "You do not divide db2 by m.",
    "The loss is a mean over the digits, so each of the four gradients has its 1/m. Compare your line for db2 "
    "with the others.",
)
def backward_db2_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2, db2 * Y.size


@backward_prop.mistake(
    "You divide dW1 and dW2 by m, but not db1 and db2.",
    "A bias is a parameter like any other. The loss is a mean over the digits, so all four gradients have their 1/m.",
)
def backward_db_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1 * Y.size, dW2, db2 * Y.size


@backward_prop.mistake(
    "You divide db1 and db2 by m, but not dW1 and dW2.",
    "The matrix product adds up the digits as a sum does. The loss is a mean, so all four gradients have their 1/m.",
)
def backward_dw_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1 * Y.size, db1, dW2 * Y.size, db2


@backward_prop.mistake(
    "You divide by m in the second layer only, so dW1 and db1 are sums.",
    "The 1/m of dW2 and db2 does not reach the first layer by itself. All four gradients have their 1/m.",
)
def backward_layer1_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1 * Y.size, db1 * Y.size, dW2, db2


@backward_prop.mistake(
    "You divide by m in the first layer only, so dW2 and db2 are sums.",
    "The loss is a mean over the digits, so all four gradients have their 1/m. Look at the second layer.",
)
def backward_layer2_no_mean(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2 * Y.size, db2 * Y.size


# dW2: the weights of the second layer


@backward_prop.mistake(
    "You compute dW2 from A2 instead of A1.",
    "A weight of the second layer lies between a hidden unit and a class. What came in on the side of the hidden unit?",
)
def backward_dw2_from_a2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW2 = dZ2 @ A2.T / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You compute dW2 from X instead of A1.",
    "The second layer never sees the pixels. What does it read in the forward pass?",
)
def backward_dw2_from_x(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW2 = dZ2 @ X.T / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You compute dW2 from Z1 instead of A1.",
    "The second layer reads what the hidden units put out, after ReLU. A silent unit has no part in the error.",
)
def backward_dw2_from_z1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW2 = dZ2 @ Z1.T / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You compute dW2 from dZ1 instead of dZ2.",
    "Each layer's weights use the difference that arrives at their own layer. Look for a line copied from dW1.",
)
def backward_dw2_from_dz1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW2 = dZ1 @ A1.T / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You return dW2 transposed.",
    "A gradient has the shape of its parameter, so that the two can be subtracted. "
    "Look at the order of the two factors and at which of them has the `.T`.",
)
def backward_dw2_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2.T, db2


@backward_prop.mistake(
    "You multiply dZ2 and A1 number by number to get dW2.",
    "One weight is used by all digits, and its gradient adds up what each of them says. "
    "A matrix product does that sum.",
)
def backward_dw2_elementwise(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW2 = dZ2 * A1 / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You multiply dZ2 by A1 without transposing A1.",
    "The product must add up over the digits, so the digits have to be the inner number of both shapes. "
    "Write the two shapes side by side.",
)
def backward_dw2_not_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW2 = dZ2 @ A1 / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You add a share of W2 to its gradient, to keep the weights small.",
    "That is L2 regularisation, a later lesson. Here the loss is the cross-entropy alone, and so is its gradient.",
)
def backward_weight_decay(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2 + 1e-3 * W2, db2


# db1 and db2: the biases


@backward_prop.mistake(
    "You sum all of dZ1 into one number: db1 is a scalar.",
    "Each hidden unit has a bias of its own and needs a gradient of its own. Over what should the sum run: "
    "units, digits or both?",
)
def backward_db1_scalar(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    db1 = np.sum(dZ1) / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You sum all of dZ2 into one number: db2 is a scalar, and always about 0.",
    "The columns of dZ2 add up to 0, so b2 never moves. Each class needs a gradient of its own: "
    "over what should the sum run?",
)
def backward_db2_scalar(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db2 = np.sum(dZ2) / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You sum everything into one number: db1 and db2 are scalars.",
    "Each unit has a bias of its own and needs a gradient of its own. For b2 the sum is even always 0. "
    "Over what should it run: units, digits or both?",
)
def backward_db_scalar(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db1 = np.sum(dZ1) / Y.size
    db2 = np.sum(dZ2) / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You take the mean of all of dZ1 and of all of dZ2: db1 and db2 are scalars.",
    "The mean is over the digits only. Each unit has a bias of its own and needs a gradient of its own.",
)
def backward_db_mean_of_all(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db1 = np.mean(dZ1)
    db2 = np.mean(dZ2)
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You sum dZ1 without keepdims, so db1 is a flat row and not a column.",
    "b1 is a column. A column minus a flat row makes a whole matrix, and NumPy does not warn.",
)
def backward_db1_flat(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1.ravel(), dW2, db2


@backward_prop.mistake(
    "You sum dZ2 without keepdims, so db2 is a flat row and not a column.",
    "b2 is a column. A column minus a flat row makes a whole matrix, and NumPy does not warn.",
)
def backward_db2_flat(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2, db2.ravel()


@backward_prop.mistake(
    "You sum without keepdims, so db1 and db2 are flat rows and not columns.",
    "The biases are columns. A column minus a flat row makes a whole matrix, and NumPy does not warn.",
)
def backward_db_flat(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1.ravel(), dW2, db2.ravel()


@backward_prop.mistake(
    "You sum db1 and db2 down the columns: the axis is the wrong one.",
    "That gives one number for each digit. A bias belongs to a unit, and the digits are what is added up.",
)
def backward_db_wrong_axis(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db1 = dZ1.sum(axis=0, keepdims=True) / Y.size
    db2 = dZ2.sum(axis=0, keepdims=True) / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You sum db1 and db2 down the columns, along the wrong axis, and without keepdims.",
    "That gives a flat row with one number for each digit. A bias belongs to a unit, and is a column.",
)
def backward_db_wrong_axis_flat(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db1 = dZ1.sum(axis=0) / Y.size
    db2 = dZ2.sum(axis=0) / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You sum along axis 2, and a matrix has no such axis.",
    "Axes are counted from 0: a matrix has axis 0, down the columns, and axis 1, along the rows.",
)
def backward_db_axis_two(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db2 = np.sum(dZ2, 2) / Y.size
    db1 = np.sum(dZ1, 2) / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You do not sum db1 and db2 over the digits: they keep a column for each digit.",
    "A bias is shared by all digits, so its gradient is the mean of what they say, one number for each unit.",
)
def backward_db_not_summed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dZ1 / Y.size, dW2, dZ2 / Y.size


@backward_prop.mistake(
    "You compute db1 and db2 by summing dW1 and dW2.",
    "The weights' gradients contain the inputs, and a bias has no input. Sum what arrives at the unit itself.",
)
def backward_db_from_dw(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    db1 = dW1.sum(axis=1, keepdims=True)
    db2 = dW2.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You compute db1 from dZ2.",
    "Each layer's bias uses the difference that arrives at its own layer. Look for a line copied from db2.",
)
def backward_db1_from_dz2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db2, dW2, db2


@backward_prop.mistake(
    "You compute db2 from dZ1.",
    "Each layer's bias uses the difference that arrives at its own layer. Look for a line copied from db1.",
)
def backward_db2_from_dz1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2, db1


# dZ1: back through W2 and ReLU


@backward_prop.mistake(
    "You omit the derivative of ReLU in dZ1.",
    "A hidden unit that was silent for a digit had no part in its answer, so its gradient for that digit is 0.",
)
def backward_derivative_omitted(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = W2.T @ dZ2
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You take the derivative of ReLU inverted: you keep the silent units and stop the others.",
    "The gradient flows back where the forward pass let the number through, so where Z1 was above 0.",
)
def backward_mask_inverted(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * (Z1 <= 0)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use W2 without transposing it to get back to the hidden layer.",
    "The forward pass leads from hidden units to classes, the way back from classes to hidden units. "
    "With ten of each the shapes fit by accident.",
)
def backward_w2_not_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2 @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use dW2 where W2 is needed.",
    "The difference goes back along the weights by which the number came forward. dW2 is how they are about to change.",
)
def backward_dw2_for_w2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / Y.size
    dZ1 = (dW2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use W1, which this function is not given.",
    "Between dZ2 and dZ1 lie the weights of the second layer. A W1 from elsewhere in the notebook may have any value "
    "by now.",
)
def backward_w1_for_w2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W1.T @ dZ2) * ref.relu_deriv(Z1)  # type: ignore[name-defined]  # noqa: F821
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply the transposed W2 and dZ2 number by number.",
    "A hidden unit hears from all ten classes, each with its weight: that sum is a matrix product. "
    "Only the derivative is multiplied number by number.",
)
def backward_dz1_elementwise(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T * dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use a matrix product with the derivative of ReLU, where elementwise multiplication is needed.",
    "The derivative opens or closes each hidden unit for each digit. So the two are multiplied number by number.",
)
def backward_mask_matrix_product(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) @ ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply dZ2 by the derivative of ReLU before it goes back through W2.",
    "dZ2 belongs to the classes, the derivative to the hidden units. First go back to the hidden layer, then multiply.",
)
def backward_mask_before_product(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = W2.T @ (dZ2 * ref.relu_deriv(Z1))
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You take the derivative of ReLU at A2 instead of Z1.",
    "A2 has a row for each class, and its probabilities are all above 0. The ReLU that you go back through had Z1 "
    "as its input.",
)
def backward_mask_from_a2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(A2)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You apply the derivative of ReLU to the gradient that comes back, so dZ1 holds only 0 and 1.",
    "The derivative is taken at Z1, the input of ReLU in the forward pass, and then multiplied with what comes back.",
)
def backward_derivative_of_upstream(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = ref.relu_deriv(W2.T @ dZ2)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You apply ReLU to the gradient that comes back: its negative numbers become 0.",
    "A gradient may be negative. What counts is whether Z1 was above 0 in the forward pass: use the derivative there.",
)
def backward_relu_of_upstream(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = ref.relu(W2.T @ dZ2)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply by A1, ReLU itself, instead of by its derivative.",
    "The derivative is a slope: 1 where the unit was active, however strongly, and 0 elsewhere.",
)
def backward_times_a1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * A1
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply by Z1 instead of by the derivative of ReLU at Z1.",
    "Z1 is a value and the derivative a slope: 1 where Z1 is above 0, and 0 elsewhere.",
)
def backward_times_z1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * Z1
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use A1(1 - A1), the derivative of the sigmoid, in the hidden layer.",
    "The hidden layer of this network uses ReLU. Its derivative is an exercise that you have done.",
)
def backward_sigmoid_hidden(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * A1 * (1 - A1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use 1 - A1², the derivative of tanh, in the hidden layer.",
    "The hidden layer of this network uses ReLU. Its derivative is an exercise that you have done.",
)
def backward_tanh_hidden(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You send A2 back through W2 instead of dZ2.",
    "What goes back is the difference between the answer and the label. A2 alone does not know what was right.",
)
def backward_dz1_from_a2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ A2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


# dW1: the weights of the first layer


@backward_prop.mistake(
    "You compute dW1 from A1 instead of X.",
    "A weight of the first layer lies between a pixel and a hidden unit. What came in on the side of the pixel?",
)
def backward_dw1_from_a1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW1 = dZ1 @ A1.T / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You compute dW1 from dZ2 instead of dZ1.",
    "Each layer's weights use the difference that arrives at their own layer. Look for a line copied from dW2.",
)
def backward_dw1_from_dz2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW1 = dZ2 @ X.T / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You return dW1 transposed.",
    "A gradient has the shape of its parameter, so that the two can be subtracted. "
    "Look at the order of the two factors and at which of them has the `.T`.",
)
def backward_dw1_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1.T, db1, dW2, db2


@backward_prop.mistake(
    "You return dW1 and dW2 transposed, as where digits are rows.",
    "Here they are columns, and a gradient has the shape of its parameter. "
    "Look at the order of the two factors and at which of them has the `.T`.",
)
def backward_dw_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1.T, db1, dW2.T, db2


@backward_prop.mistake(
    "You multiply dZ1 and X number by number to get dW1.",
    "One weight is used by all digits, and its gradient adds up what each of them says. "
    "A matrix product does that sum.",
)
def backward_dw1_elementwise(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW1 = dZ1 * X / Y.size
    return dW1, db1, dW2, db2


@backward_prop.mistake(
    "You multiply dZ1 by X without transposing X.",
    "The product must add up over the digits, so the digits have to be the inner number of both shapes. "
    "Write the two shapes side by side.",
)
def backward_dw1_not_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    dW1 = dZ1 @ X / Y.size
    return dW1, db1, dW2, db2


# what is returned


@backward_prop.mistake(
    "You return dZ1 and dZ2 in the place of dW1 and dW2.",
    "They are steps on the way, with a column for each digit. The update needs gradients in the shapes of W1 and W2.",
)
def backward_returns_dz(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dZ1, db1, dZ2, db2


@backward_prop.mistake(
    "You return the second layer first: dW2, db2, dW1, db1.",
    "That is the order of the calculation, but whoever calls this function unpacks dW1, db1, dW2, db2.",
)
def backward_layer2_first(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW2, db2, dW1, db1


@backward_prop.mistake(
    "You return the weights first: dW1, dW2, db1, db2.",
    "The values are right, but whoever calls this function unpacks dW1, db1, dW2, db2, layer by layer.",
)
def backward_weights_first(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dW2, db1, db2


@backward_prop.mistake(
    "You multiply the gradients by a learning rate of 0.1.",
    "The learning rate alpha belongs to update_params, which is given it. Here only the gradients are wanted.",
)
def backward_learning_rate_inside(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return 0.1 * dW1, 0.1 * db1, 0.1 * dW2, 0.1 * db2
