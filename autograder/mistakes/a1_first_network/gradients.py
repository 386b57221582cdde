"""Mistakes in backward_prop, continued: in the four gradients that are made of dZ1 and dZ2.

The sum over the digits, the 1/m and the factors of a product can each go wrong in one gradient, in two or in all.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.mistakes.a1_first_network.backward import averages, errors
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

backward_prop = Catalogue("backward_prop")


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
    "The values are right, their order is not: whoever calls it unpacks dW1, db1, dW2, db2, layer by layer.",
)
def backward_weights_first(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dW2, db1, db2


@backward_prop.mistake(
    "Your gradients are ten times too small: you multiply by a learning rate of 0.1, or divide by `A2.size`.",
    "The learning rate belongs to update_params. And m is the number of digits, the columns of A2, not of all its "
    "numbers.",
)
def backward_learning_rate_inside(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return 0.1 * dW1, 0.1 * db1, 0.1 * dW2, 0.1 * db2


# other digits than all


@backward_prop.mistake(
    "You return the gradients of the last digit alone: each one writes over the one before.",
    "In a loop the gradients of the digits have to be added up, and then divided by m. Look for `=` where `+=` "
    "belongs.",
)
def backward_last_digit_only(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1[:, -1:], dZ2[:, -1:], A1[:, -1:], X[:, -1:], 1)


@backward_prop.mistake(
    "You return the gradients of the last digit alone, divided by m: each one writes over the one before.",
    "In a loop the gradients of the digits have to be added up. Look for `=` where `+=` belongs.",
)
def backward_last_digit_over_m(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1[:, -1:], dZ2[:, -1:], A1[:, -1:], X[:, -1:], Y.size)


@backward_prop.mistake(
    "You return the gradients of the first digit alone.",
    "The gradients are means over all digits. In a loop, look at how far the `return` is indented.",
)
def backward_first_digit_only(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1[:, :1], dZ2[:, :1], A1[:, :1], X[:, :1], 1)


@backward_prop.mistake(
    "You return the gradients of the first digit alone, divided by m.",
    "The gradients of all digits have to be added up. In a loop, look at how far the `return` is indented.",
)
def backward_first_digit_over_m(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1[:, :1], dZ2[:, :1], A1[:, :1], X[:, :1], Y.size)


@backward_prop.mistake(
    "You leave out the last digit: a loop stops one too early.",
    "A range already stops before its end. Every digit of the batch counts in the mean.",
)
def backward_last_digit_left_out(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1[:, :-1], dZ2[:, :-1], A1[:, :-1], X[:, :-1], Y.size)


@backward_prop.mistake(
    "You use the first 100 digits of the batch only.",
    "Every digit that is given takes part in the gradient. Look for a slice that was left in.",
)
def backward_first_hundred(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1[:, :100], dZ2[:, :100], A1[:, :100], X[:, :100], min(Y.size, 100))


@backward_prop.mistake(
    "You take the means over the digits first and multiply them afterwards.",
    "The mean of products is not the product of means. The matrix product adds up over the digits by itself; then "
    "divide by m.",
)
def backward_product_of_means(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, _, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return db1 @ X.mean(axis=1, keepdims=True).T, db1, db2 @ A1.mean(axis=1, keepdims=True).T, db2


# m, continued


@backward_prop.mistake(
    "You divide by m - 1.",
    "That is for estimating a variance. A mean over m digits is a sum divided by m.",
)
def backward_m_minus_one(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, max(Y.size - 1, 1))


@backward_prop.mistake(
    "You divide by m + 1.",
    "A mean over m digits is a sum divided by m. Look at how you count the digits.",
)
def backward_m_plus_one(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, Y.size + 1)


@backward_prop.mistake(
    "You have an extra factor of 1/2, as for squared error (1 / 2m).",
    "The loss of this network is the mean cross-entropy, and its gradient is divided by m alone.",
)
def backward_m_doubled(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 2 * Y.size)


@backward_prop.mistake(
    "You take m from `X.size`, so you divide by the number of all pixels of all digits.",
    "`size` counts every number of a matrix. m is the number of digits, which are the columns.",
)
def backward_m_is_size_of_x(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, X.size)


@backward_prop.mistake(
    "You take m from the size of A1 or Z1, so you divide by hidden units times digits.",
    "`size` counts every number of a matrix. m is the number of digits, which are the columns.",
)
def backward_m_is_size_of_a1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, A1.size)


@backward_prop.mistake(
    "You take m from the size of W2, so you divide by the number of its weights.",
    "m is the number of digits, and the digits are the columns of X and A2. The weights know nothing of them.",
)
def backward_m_is_size_of_w2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, W2.size)


@backward_prop.mistake(
    "You take `np.mean` of whole products, or divide each gradient by its own size.",
    "Only the digits are averaged. A gradient keeps one number for each weight, divided by m, the number of digits.",
)
def backward_means_over_own_arrays(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(g / g.size for g in averages(dZ1, dZ2, A1, X, 1))


@backward_prop.mistake(
    "You divide 1 by m with `//`, which gives 0 for every m above 1: all gradients are 0.",
    "`//` drops the fraction, and 1/m is nothing but a fraction. Use `/`.",
)
def backward_zero_for_one_over_m(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(1 // Y.size * g for g in averages(dZ1, dZ2, A1, X, 1))


@backward_prop.mistake(
    "You divide by m with `//`, which drops the fraction and rounds down to whole numbers.",
    "Gradients are small fractions, so all that is left is 0 and -1. Look at the operator.",
)
def backward_floor_division(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(g // Y.size for g in averages(dZ1, dZ2, A1, X, 1))


@backward_prop.mistake(
    "You multiply by m where you have to divide by it.",
    "The sum over the digits becomes a mean by dividing. As it is the steps grow with the batch, twice over.",
)
def backward_multiplied_by_m(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2, A1, X, 1 / Y.size)


@backward_prop.mistake(
    "You divide db1 and db2 by m twice.",
    "`mean` already contains the division by m. Take the sum and divide, or take the mean, but not both.",
)
def backward_db_m_twice(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1 / Y.size, dW2, db2 / Y.size


@backward_prop.mistake(
    "You divide dW1 and dW2 by m twice.",
    "One 1/m turns the sum over the digits into a mean. Look whether dZ1 and dZ2 have been divided before.",
)
def backward_dw_m_twice(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1 / Y.size, db1, dW2 / Y.size, db2


@backward_prop.mistake(
    "You divide by m twice in the second layer: at dZ2, and again at dW2 and db2.",
    "One 1/m turns the sum over the digits into a mean. Take it where the digits are added up.",
)
def backward_m_twice_in_layer2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return averages(dZ1, dZ2 / Y.size, A1, X, Y.size)


# the biases, continued


@backward_prop.mistake(
    "You return dZ1 and dZ2 themselves as db1 and db2.",
    "They have a column for each digit, and a bias is shared by all digits. Its gradient is the mean over them.",
)
def backward_db_is_dz(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dZ1, dW2, dZ2


@backward_prop.mistake(
    "You take the mean of dZ1 and dZ2 down the columns: the axis is the wrong one.",
    "That gives one number for each digit. A bias belongs to a unit, and the mean is over the digits.",
)
def backward_db_mean_wrong_axis(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dZ1.mean(axis=0, keepdims=True), dW2, dZ2.mean(axis=0, keepdims=True)


@backward_prop.mistake(
    "You take db1 and db2 from the first digit alone.",
    "A bias is shared by all digits, so its gradient is the mean of what they say.",
)
def backward_db_first_digit(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dZ1[:, :1], dW2, dZ2[:, :1]


@backward_prop.mistake(
    "You take the largest number of each row for db1 and db2.",
    "A bias is shared by all digits, so its gradient is the mean of what they say, not the maximum.",
)
def backward_db_largest(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dZ1.max(axis=1, keepdims=True), dW2, dZ2.max(axis=1, keepdims=True)


@backward_prop.mistake(
    "You return 0 for db1 and db2.",
    "Then the biases never learn. A bias is a parameter like any other, and its gradient is the mean of dZ over the "
    "digits.",
)
def backward_db_zero(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, np.zeros_like(db1), dW2, np.zeros_like(db2)


@backward_prop.mistake(
    "You take db1 and db2 from A1 and A2, the outputs of the layers.",
    "A bias's gradient is the mean of what comes back to its layer: dZ1 and dZ2.",
)
def backward_db_from_activations(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, A1.mean(axis=1, keepdims=True), dW2, A2.mean(axis=1, keepdims=True)


# the weights, continued


@backward_prop.mistake(
    "You compute dW1 from Z1 instead of X.",
    "A weight of the first layer lies between a pixel and a hidden unit. What came in on the side of the pixel?",
)
def backward_dw1_from_z1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    _, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dZ1 @ Z1.T / Y.size, db1, dW2, db2


@backward_prop.mistake(
    "You add a hundredth of W2 to its gradient, to keep the weights small.",
    "That is L2 regularisation, a later lesson. Here the loss is the cross-entropy alone, and so is its gradient.",
)
def backward_weight_decay_hundredth(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2 + 0.01 * W2, db2


@backward_prop.mistake(
    "You add a tenth of W2 to its gradient, to keep the weights small.",
    "That is L2 regularisation, a later lesson. Here the loss is the cross-entropy alone, and so is its gradient.",
)
def backward_weight_decay_tenth(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2 + 0.1 * W2, db2


@backward_prop.mistake(
    "You add W2 / m to its gradient, to keep the weights small.",
    "That is L2 regularisation, a later lesson. Here the loss is the cross-entropy alone, and so is its gradient.",
)
def backward_weight_decay_over_m(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, db1, dW2 + W2 / Y.size, db2


# the finished gradients, changed


@backward_prop.mistake(
    "You cut the gradients off at 0.1 and -0.1.",
    "Clipping is a remedy against exploding gradients, a later lesson. Here the gradients are wanted as they are.",
)
def backward_clipped(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(np.clip(g, -0.1, 0.1) for g in averages(dZ1, dZ2, A1, X, Y.size))


@backward_prop.mistake(
    "You cut the gradients off at 0.05 and -0.05.",
    "Clipping is a remedy against exploding gradients, a later lesson. Here the gradients are wanted as they are.",
)
def backward_clipped_at_twentieth(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(np.clip(g, -0.05, 0.05) for g in averages(dZ1, dZ2, A1, X, Y.size))


@backward_prop.mistake(
    "You divide each gradient by its length (the norm).",
    "Near the valley the gradients become small, and that must show. Here they are wanted as they are.",
)
def backward_normalised(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(g / np.linalg.norm(g) for g in averages(dZ1, dZ2, A1, X, Y.size))


@backward_prop.mistake(
    "You return only the signs of the gradients.",
    "How steep it is matters as well as in which direction. Here the gradients are wanted as they are.",
)
def backward_signs_only(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(np.sign(g) for g in averages(dZ1, dZ2, A1, X, Y.size))


@backward_prop.mistake(
    "You multiply the gradients by a learning rate of 0.01.",
    "The learning rate alpha belongs to update_params, which is given it. Here only the gradients are wanted.",
)
def backward_learning_rate_hundredth(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return tuple(0.01 * g for g in averages(dZ1, dZ2, A1, X, Y.size))


@backward_prop.mistake(
    "You return the gradients in the order of the calculation, from last to first: dW2, db2 and so on, each bias "
    "before its weights.",
    "Whoever calls this function unpacks dW1, db1, dW2, db2.",
)
def backward_last_first(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return db2, dW2, db1, dW1


@backward_prop.mistake(
    "You return each bias before its weights: db1, dW1, db2, dW2.",
    "The values are right, but the order is another: whoever calls this function unpacks dW1, db1, dW2, db2.",
)
def backward_biases_before_weights(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return db1, dW1, db2, dW2


@backward_prop.mistake(
    "You return dW2, dW1, db2, db1.",
    "The values are right, but the order is another: whoever calls this function unpacks dW1, db1, dW2, db2.",
)
def backward_weights_first_layer2_first(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, db1, dW2, db2 = averages(dZ1, dZ2, A1, X, Y.size)
    return dW2, dW1, db2, db1


@backward_prop.mistake(
    "You return dW1 and dW2 without the gradients of the biases.",
    "Four arrays are to be returned: dW1, db1, dW2, db2. The biases learn too.",
)
def backward_returns_weights_only(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    dW1, _, dW2, _ = averages(dZ1, dZ2, A1, X, Y.size)
    return dW1, dW2


@backward_prop.mistake(
    "You return dZ1 and dZ2 along with the four gradients.",
    "Four arrays are to be returned: dW1, db1, dW2, db2. What was needed on the way stays inside.",
)
def backward_returns_differences_too(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ1, dZ2 = errors(Z1, A2, W2, Y)
    return dZ1, dZ2, *averages(dZ1, dZ2, A1, X, Y.size)
