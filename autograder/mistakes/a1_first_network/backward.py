"""Mistakes in backward_prop, the function that people get wrong most often and notice least.

A network with a wrong gradient often still learns, only worse; so each of the four gradients is judged by itself,
and a slip which shows in one of them only has an entry of its own.

Here are the slips on the way to dZ2 and dZ1; those in the four gradients made of them have a module of their own.

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
    "You take the derivative of ReLU at dZ2 instead of Z1.",
    "dZ2 has a row for each class, and belongs to the second layer. The ReLU that you go back through had Z1 as its "
    "input.",
)
def backward_mask_from_dz2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(dZ2)
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


# dZ2, continued


@backward_prop.mistake(
    "You take the absolute value of the difference.",
    "Its sign says whether a probability is too large or too small, and must stay: the gradient has to know the "
    "direction.",
)
def backward_absolute_difference(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = np.abs(A2 - ref.one_hot(Y, A2.shape[0]))
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You take only the sign of the difference.",
    "A class that is wrong by 0.01 then pulls as hard as one that is wrong by 0.9. The difference itself is the "
    "gradient.",
)
def backward_sign_of_difference(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = np.sign(A2 - ref.one_hot(Y, A2.shape[0]))
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You divide the difference by A2(1 - A2): that is the derivative of the binary loss, before the sigmoid's.",
    "With softmax and cross-entropy together everything cancels, and the difference is all that is left.",
)
def backward_divided_by_derivative(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = (A2 - ref.one_hot(Y, A2.shape[0])) / (A2 * (1 - A2))
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply the difference by A2.",
    "That is part of a derivative of softmax. With softmax and cross-entropy together everything cancels, and the "
    "difference is all that is left.",
)
def backward_times_a2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = (A2 - ref.one_hot(Y, A2.shape[0])) * A2
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract the labels from the logarithm of A2.",
    "The logarithm belongs to the loss. Its gradient is the difference between the probabilities themselves and the "
    "labels.",
)
def backward_difference_of_logs(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = np.log(A2) - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply A2 by the one-hot labels instead of subtracting them.",
    "The difference says how far each probability is from the right one; for the true class that is negative.",
)
def backward_product_with_labels(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 * ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You add the one-hot labels to A2: a plus sign stands where a minus sign belongs.",
    "The gradient is the difference between the answer and the label. For the true class it must be negative.",
)
def backward_labels_added(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 + ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract 1 in the row above the label: Y - 1.",
    "Labels and rows both start at 0: the digit 3 has its probability in row 3.",
)
def backward_labels_one_too_small(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2.copy()
    dZ2[Y - 1, np.arange(Y.size)] -= 1
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract smoothed labels, 0.9 for the true class and a share of 0.1 for all.",
    "Label smoothing is a later lesson. The loss of this network has exactly 0 and 1.",
)
def backward_labels_smoothed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - (0.9 * ref.one_hot(Y, A2.shape[0]) + 0.1 / A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You subtract the labels from A2 itself and divide it by m, so the array that you were given is changed.",
    "The gradients are right, but A2 no longer holds probabilities when it is used again. Work on a new array.",
)
def backward_a2_changed_and_divided(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2
    dZ2[Y, np.arange(Y.size)] -= 1
    dZ2 /= Y.size
    dZ1 = (W2.T @ dZ2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, 1)


# dZ1, continued


@backward_prop.mistake(
    "You compare the whole product with 0, so dZ1 holds only true and false: brackets are missing.",
    "Python multiplies before it compares. The comparison of Z1 with 0, the derivative, needs brackets of its own.",
)
def backward_mask_precedence(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = W2.T @ dZ2 * Z1 > 0
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You add the derivative of ReLU instead of multiplying by it.",
    "The derivative lets a number through (times 1) or stops it (times 0). Adding does neither.",
)
def backward_mask_added(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) + ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You let the gradient through only where Z1 is above 1.",
    "The derivative of ReLU is 1 wherever Z1 is above 0. Look at the threshold.",
)
def backward_mask_above_one(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * (Z1 > 1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You let a hundredth of the gradient through at silent units: that is the derivative of leaky ReLU.",
    "This network uses ReLU. Where Z1 is below 0, its derivative is exactly 0.",
)
def backward_leaky_mask(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * np.where(Z1 > 0, 1, 0.01)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You let a tenth of the gradient through at silent units: that is the derivative of leaky ReLU.",
    "This network uses ReLU. Where Z1 is below 0, its derivative is exactly 0.",
)
def backward_leaky_mask_tenth(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * np.where(Z1 > 0, 1, 0.1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply by the sign of Z1, so silent units send the gradient back with a minus.",
    "Below 0 ReLU is flat, so its derivative there is 0, not -1.",
)
def backward_sign_of_z1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * np.sign(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use the derivative of the sigmoid, taken at Z1.",
    "The hidden layer of this network uses ReLU. Its derivative is an exercise that you have done.",
)
def backward_sigmoid_of_z1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    s = 1 / (1 + np.exp(-Z1))
    return averages((W2.T @ dZ2) * s * (1 - s), dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use the derivative of tanh, taken at Z1.",
    "The hidden layer of this network uses ReLU. Its derivative is an exercise that you have done.",
)
def backward_tanh_of_z1(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * (1 - np.tanh(Z1) ** 2)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply by softmax of Z1, where the derivative of ReLU belongs.",
    "The hidden layer of this network uses ReLU. Its derivative is 1 where Z1 is above 0, and 0 elsewhere.",
)
def backward_softmax_hidden(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * ref.softmax(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use a matrix product with the transposed derivative of ReLU, where elementwise multiplication is needed.",
    "The derivative opens or closes each hidden unit for each digit. So the two are multiplied number by number.",
)
def backward_mask_product_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) @ ref.relu_deriv(Z1).T
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You use matrix products with the derivative of ReLU and its transpose, where elementwise multiplication is "
    "needed.",
    "The derivative opens or closes each hidden unit for each digit: the two are multiplied number by number.",
)
def backward_mask_products_twice(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) @ ref.relu_deriv(Z1).T @ ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You do not go back through W2: dZ1 is dZ2 times the derivative of ReLU.",
    "dZ2 has a row for each class, dZ1 one for each hidden unit. The weights between them say who is to blame.",
)
def backward_w2_left_out(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = dZ2 * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply dZ2 by W2 in the wrong order.",
    "In a matrix product the order counts. Write the shapes side by side: dZ1 has a row for each hidden unit and a "
    "column for each digit.",
)
def backward_product_order(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (dZ2 @ W2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You multiply the transposed dZ2 by W2, so the digits become rows.",
    "dZ1 has a row for each hidden unit and a column for each digit, as Z1. Write the shapes side by side.",
)
def backward_product_order_transposed(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ1 = (dZ2.T @ W2) * ref.relu_deriv(Z1)
    return averages(dZ1, dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You send the one-hot labels back through W2 instead of dZ2.",
    "What goes back is the difference between the answer and the label.",
)
def backward_dz1_from_labels(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ H) * ref.relu_deriv(Z1)
    return averages(dZ1, A2 - H, A1, X, Y.size)


@backward_prop.mistake(
    "You send dZ2 back through W2 as it is after an update with 0.1.",
    "The gradients all belong to the same moment: the weights by which the numbers came forward. Updating comes "
    "afterwards.",
)
def backward_updated_w2(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    W2 = W2 - 0.1 * (dZ2 @ A1.T / Y.size)
    return averages((W2.T @ dZ2) * ref.relu_deriv(Z1), dZ2, A1, X, Y.size)


@backward_prop.mistake(
    "You put ReLU's derivative on dZ2 as well: only the positive differences are left.",
    "ReLU belongs to the hidden layer. At the output the negative differences are those of the true classes.",
)
def backward_bounded_difference(Z1: Array, A1: Array, A2: Array, W2: Array, X: Array, Y: Array) -> Any:
    dZ2 = A2 - ref.one_hot(Y, A2.shape[0])
    dZ2 = dZ2 * ref.relu_deriv(dZ2)
    return averages((W2.T @ dZ2) * ref.relu_deriv(Z1), dZ2, A1, X, Y.size)
