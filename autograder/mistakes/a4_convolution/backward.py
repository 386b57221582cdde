"""Mistakes in lenet_backward: factors of m, gates, and layers that are handed the wrong maps."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a4_convolution")

Array = np.ndarray[Any, Any]
Params = tuple[Array, Array, Array, Array, Array, Array]
Caches = tuple[Array, Array, Array, Array, Array]

lenet_backward = Catalogue("lenet_backward")


def backward(
    X: Array,
    params: Params,
    caches: Caches,
    dZ3: Array,
    gates: tuple[bool, bool] = (True, True),
    pools: Any = ref.max_pool_backward,
    gate: Any = None,
) -> Any:
    """A backward pass from dZ3 on, with or without ReLU's gates in layers 1 and 2, and with another unpooling.

    `gate` gives what a derivative dA is multiplied by, of A, dA and Z; where A is positive if left out.
    """
    W1, _, W2, _, W3, _ = params
    Z1, A1, Z2, A2, _ = caches
    gate = gate or (lambda A, dA, Z: A > 0)
    dA2 = (W3.T @ dZ3).reshape(A2.shape)
    dZ2 = pools(dA2 * gate(A2, dA2, Z2) if gates[1] else dA2, Z2, 2)
    dA1, dW2, db2 = ref.conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = pools(dA1 * gate(A1, dA1, Z1) if gates[0] else dA1, Z1, 2)
    _, dW1, db1 = ref.conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dZ3 @ ref.flatten(A2).T, dZ3.sum(axis=1, keepdims=True)


def error(Y: Array, caches: Caches) -> Array:
    """A3 minus the one-hot labels, not yet divided by m."""
    A3 = caches[4]
    return np.asarray(A3 - ref.one_hot(Y, A3.shape[0]))


def before_second(Y: Array, params: Params, caches: Caches) -> Array:
    """dZ2, the derivative with which the second convolution's way back begins."""
    A2 = caches[3]
    dA2 = (params[4].T @ error(Y, caches)).reshape(A2.shape) / Y.size * (A2 > 0)
    return np.asarray(ref.max_pool_backward(dA2, caches[2], 2))


def before_first(Y: Array, params: Params, caches: Caches) -> Array:
    """dZ1, the derivative with which the first convolution's way back begins."""
    A1 = caches[1]
    dA1, _, _ = ref.conv_backward(before_second(Y, params, caches), A1, params[2], 1, 0)
    return np.asarray(ref.max_pool_backward(dA1 * (A1 > 0), caches[0], 2))


@lenet_backward.mistake(
    "You forget to divide by m.",
    "The loss is the mean over the pictures, so its derivative has a factor of 1/m: once, in dZ3. If you do divide, "
    "look at your m: X.shape[0] counts the channels, which is 1. The pictures are the last axis, X.shape[3].",
)
def lenet_back_no_mean(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches))


@lenet_backward.mistake(
    "You divide by m twice.",
    "Once, in dZ3, is enough: everything further back is made of it.",
)
def lenet_back_mean_twice(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return tuple(g / Y.size for g in backward(X, params, caches, error(Y, caches) / Y.size))


@lenet_backward.mistake(
    "You divide dW3 and db3 by m a second time.",
    "dZ3 has its 1/m already, and no later step divides.",
)
def lenet_back_output_mean_twice(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, dW3 / Y.size, db3 / Y.size


@lenet_backward.mistake(
    "You divide by the number of classes in place of the number of pictures.",
    "The mean is over the m pictures of this batch: m is the length of Y.",
)
def lenet_back_divided_by_classes(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / caches[4].shape[0])


@lenet_backward.mistake(
    "You divide by the size of the whole array A3.",
    "The mean is over the m pictures, not over all 10 · m probabilities.",
)
def lenet_back_divided_by_all(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / caches[4].size)


@lenet_backward.mistake(
    "You subtract the other way round: labels minus probabilities.",
    "The derivative is A3 minus the one-hot labels. With the opposite sign, each step goes uphill.",
)
def lenet_back_sign(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, -error(Y, caches) / Y.size)


@lenet_backward.mistake(
    "You forget the labels: dZ3 is made of the probabilities alone.",
    "What should have been answered has to be subtracted, as one-hot columns.",
)
def lenet_back_no_labels(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, caches[4] / Y.size)


@lenet_backward.mistake(
    "You multiply dZ3 by A3 · (1 − A3).",
    "A3 minus the labels is the derivative with respect to the logits already: softmax is included.",
)
def lenet_back_sigmoid_factor(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    A3 = caches[4]
    return backward(X, params, caches, error(Y, caches) * A3 * (1 - A3) / Y.size)


@lenet_backward.mistake(
    "You forget ReLU's gates in both layers.",
    "Where A1 or A2 is 0, ReLU was silent, and nothing passes on the way back.",
)
def lenet_back_no_gates(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, (False, False))


@lenet_backward.mistake(
    "You forget ReLU's gate in the first layer.",
    "Both layers have it: where A1 is 0, nothing passes on the way back.",
)
def lenet_back_no_first_gate(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, (False, True))


@lenet_backward.mistake(
    "You forget ReLU's gate in the second layer.",
    "Both layers have it: where A2 is 0, nothing passes on the way back.",
)
def lenet_back_no_second_gate(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, (True, False))


@lenet_backward.mistake(
    "You give the derivative to all four numbers of each square, not to the largest.",
    "Use max_pool_backward on the way back: only the largest number of a square has influenced the loss.",
)
def lenet_back_unpooled_everywhere(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    def repeated(dA: Array, X: Array, size: int) -> Any:
        return dA.repeat(size, axis=1).repeat(size, axis=2)

    return backward(X, params, caches, error(Y, caches) / Y.size, pools=repeated)


@lenet_backward.mistake(
    "You give the derivative in equal parts to all four numbers of each square.",
    "That is the way back through a mean. Use max_pool_backward.",
)
def lenet_back_mean_pooling(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    def shared(dA: Array, X: Array, size: int) -> Any:
        return dA.repeat(size, axis=1).repeat(size, axis=2) / size**2

    return backward(X, params, caches, error(Y, caches) / Y.size, pools=shared)


@lenet_backward.mistake(
    "You reshape dA2 with the examples first, so that numbers of different pictures are mixed.",
    "W3ᵀ dZ3 has a column for each picture; reshaped to A2.shape, each number finds its place.",
)
def lenet_back_reshaped_over(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    W1, _, W2, _, W3, _ = params
    A2 = caches[3]
    dZ3 = error(Y, caches) / Y.size
    mixed = np.moveaxis((W3.T @ dZ3).reshape(A2.shape[3], *A2.shape[:3]), 0, 3)
    dZ2 = ref.max_pool_backward(mixed * (A2 > 0), caches[2], 2)
    dA1, dW2, db2 = ref.conv_backward(dZ2, caches[1], W2, 1, 0)
    dZ1 = ref.max_pool_backward(dA1 * (caches[1] > 0), caches[0], 2)
    _, dW1, db1 = ref.conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dZ3 @ ref.flatten(A2).T, dZ3.sum(axis=1, keepdims=True)


@lenet_backward.mistake(
    "Your db3 is a single number.",
    "Each class has a bias of its own: sum along the rows, axis 1, and keep the dimension.",
)
def lenet_back_bias_scalar(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, _ = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, error(Y, caches).sum() / Y.size


@lenet_backward.mistake(
    "Your db3 is flat: its shape is (n_classes,).",
    "It has the shape of b3, (n_classes, 1): keepdims=True.",
)
def lenet_back_bias_flat(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, db3.ravel()


@lenet_backward.mistake(
    "Your dW3 is transposed.",
    "It has the shape of W3, (n_classes, numbers in a column of the flattened A2).",
)
def lenet_back_dw3_transposed(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, dW2, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return dW1, db1, dW2, db2, dW3.T, db3


@lenet_backward.mistake(
    "You return the gradients from the last layer to the first.",
    "The order is that of the parameters: dW1, db1, dW2, db2, dW3, db3.",
)
def lenet_back_order(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, dW2, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return dW3, db3, dW2, db2, dW1, db1


@lenet_backward.mistake(
    "You return weights first and biases after them: dW1, dW2, dW3, db1, db2, db3.",
    "The order is that of the parameters: dW1, db1, dW2, db2, dW3, db3.",
)
def lenet_back_weights_first(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, dW2, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return dW1, dW2, dW3, db1, db2, db3


@lenet_backward.mistake(
    "You multiply by the activations in place of ReLU's derivative.",
    "The gate is 1 where A is positive and 0 elsewhere: relu_deriv gives it.",
)
def lenet_back_gates_by_value(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: A)


@lenet_backward.mistake(
    "You ask the derivative dA where ReLU's gate is open.",
    "The gate is open where A is positive; the derivative itself may have any sign.",
)
def lenet_back_gates_of_derivative(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: dA > 0)


@lenet_backward.mistake(
    "You ask the upper left number of each square where ReLU's gate is open.",
    "It is the largest number of the square that went on: ask A, or the pooled Z.",
)
def lenet_back_gates_of_corners(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: Z[:, ::2, ::2] > 0)


@lenet_backward.mistake(
    "You transpose W3ᵀ dZ3 before you reshape it, so that numbers of different pictures are mixed.",
    "Its columns are the pictures already, and the last axis of A2 counts them: reshape it as it is.",
)
def lenet_back_transposed_over(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    W1, _, W2, _, W3, _ = params
    A2 = caches[3]
    dZ3 = error(Y, caches) / Y.size
    mixed = (W3.T @ dZ3).T.reshape(A2.shape)
    dZ2 = ref.max_pool_backward(mixed * (A2 > 0), caches[2], 2)
    dA1, dW2, db2 = ref.conv_backward(dZ2, caches[1], W2, 1, 0)
    dZ1 = ref.max_pool_backward(dA1 * (caches[1] > 0), caches[0], 2)
    _, dW1, db1 = ref.conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dZ3 @ ref.flatten(A2).T, dZ3.sum(axis=1, keepdims=True)


@lenet_backward.mistake(
    "You subtract the labels themselves, not their one-hot columns.",
    "The label 7 is no 7, it is a 1 in row 7: one_hot makes the columns.",
)
def lenet_back_labels_as_numbers(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, (caches[4] - Y) / Y.size)


@lenet_backward.mistake(
    "Your one-hot labels are transposed: a row for each picture.",
    "A3 has a column for each picture, and one_hot gives columns too.",
)
def lenet_back_labels_in_rows(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, (caches[4] - ref.one_hot(Y, caches[4].shape[0]).T) / Y.size)


@lenet_backward.mistake(
    "Your one-hot labels are one row too high: the 1 stands in row Y - 1.",
    "Rows are numbered from 0, and so are digits.",
)
def lenet_back_labels_shifted(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, (caches[4] - ref.one_hot(Y - 1, caches[4].shape[0])) / Y.size)


@lenet_backward.mistake(
    "You go back through dW3 in place of W3.",
    "The derivative goes back along the weights with which the numbers came forward.",
)
def lenet_back_derivative_for_weights(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *_, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    other = backward(X, (*params[:4], dW3, params[5]), caches, error(Y, caches) / Y.size)
    return *other[:4], dW3, db3


@lenet_backward.mistake(
    "You hand the pictures X to the second convolution's backward pass.",
    "It needs what went into that convolution: A1.",
)
def lenet_back_pictures_for_maps(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    _, _, Z2, A2, _ = caches
    dA2 = (params[4].T @ error(Y, caches)).reshape(A2.shape)
    return ref.conv_backward(ref.max_pool_backward(dA2, Z2, 2), X, params[2], 1, 0)


@lenet_backward.mistake(
    "You hand what came out of the pooling to max_pool_backward.",
    "It looks for the largest number of each square in what went in: Z2 and Z1.",
)
def lenet_back_pooling_after_pooling(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    A2 = caches[3]
    return ref.max_pool_backward((params[4].T @ error(Y, caches)).reshape(A2.shape), A2, 2)


@lenet_backward.mistake(
    "Your db3 is a mean over the pictures.",
    "dZ3 has its 1/m already: db3 is the sum of each row.",
)
def lenet_back_bias_mean(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, db3 / Y.size


@lenet_backward.mistake(
    "Your db3 sums over the classes and keeps the pictures.",
    "It is the other way round: each class has one bias. Sum along the rows, axis 1.",
)
def lenet_back_bias_over_classes(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, _ = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, (error(Y, caches) / Y.size).sum(axis=0, keepdims=True)


@lenet_backward.mistake(
    "The gradients are right, but you change A3 in the caches that were given to you.",
    "`dZ3 = A3` is no copy, and -= changes the array itself. Compute a new one.",
)
def lenet_back_changes_caches(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    found = backward(X, params, caches, error(Y, caches) / Y.size)
    caches[4][:] = error(Y, caches) / Y.size
    return found


@lenet_backward.mistake(
    "You divide by the number of all pixels, X.size.",
    "The mean is over the pictures: m is the length of Y.",
)
def lenet_back_divided_by_pixels(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / X.size)


@lenet_backward.mistake(
    "You take the network's own answers for the labels.",
    "A3 is compared with what is right, Y.",
)
def lenet_back_own_answers(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(caches[4].argmax(axis=0), caches) / Y.size)


@lenet_backward.mistake(
    "You forget to transpose W3 on the way back.",
    "Forward, W3 made class scores of the flattened A2. Back it goes the other way: its transpose, times dZ3.",
)
def lenet_back_weights_not_transposed(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return params[4] @ error(Y, caches)


@lenet_backward.mistake(
    "You do not give dA2 the shape of A2.",
    "W3ᵀ dZ3 is flat, as what went into W3 was; the pooling has to get maps.",
)
def lenet_back_not_reshaped(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return (params[4].T @ error(Y, caches)) * (caches[3] > 0)


@lenet_backward.mistake(
    "You forget to flatten A2 in the product for dW3.",
    "W3 was multiplied by the flattened A2, and dW3 is made of the same matrix.",
)
def lenet_back_not_flattened(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return error(Y, caches) @ caches[3].T


@lenet_backward.mistake(
    "You forget to transpose the flattened A2 in the product for dW3.",
    "The sum runs over the pictures, which are the columns of both.",
)
def lenet_back_flat_not_transposed(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return error(Y, caches) @ ref.flatten(caches[3])


@lenet_backward.mistake(
    "You ask Z2 where ReLU's gate is open, before the derivative has gone back through the pooling.",
    "There the maps have the size of A2: ask A2.",
)
def lenet_back_gates_of_sums(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dA2 = (params[4].T @ error(Y, caches)).reshape(caches[3].shape)
    return dA2 * (caches[2] > 0)


@lenet_backward.mistake(
    "You round the probabilities before you compare them with the labels: dZ3 is made of answers, and not of A3.",
    "dZ3 is (A3 minus the one-hot labels) / m. A probability of 0.6 is still 0.4 away from 1.",
)
def lenet_back_hard_answers(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    A3 = caches[4]
    hard = (A3.max(axis=0) == A3).astype(float)
    return backward(X, params, caches, (hard - ref.one_hot(Y, A3.shape[0])) / Y.size)


@lenet_backward.mistake(
    "In the first layer you ask the derivative dA1 where ReLU's gate is open.",
    "The gate is open where A1 is positive: what went forward decides what may go back, not the derivative itself.",
)
def lenet_back_first_gate_of_derivative(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    which = caches[1]
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: dA > 0 if A is which else A > 0)


@lenet_backward.mistake(
    "In the second layer you ask the derivative dA2 where ReLU's gate is open.",
    "The gate is open where A2 is positive: what went forward decides what may go back, not the derivative itself.",
)
def lenet_back_second_gate_of_derivative(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    which = caches[3]
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: dA > 0 if A is which else A > 0)


@lenet_backward.mistake(
    "ReLU's gates are the wrong way round: you let pass where A is 0, and stop where it is positive.",
    "Where A is positive, ReLU has let the number through, and its derivative is 1.",
)
def lenet_back_gates_inverted(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: A <= 0)


@lenet_backward.mistake(
    "You use the sigmoid's derivative, A · (1 − A), in place of ReLU's.",
    "Our layers have ReLU: its derivative is 1 where A is positive and 0 elsewhere.",
)
def lenet_back_gates_of_sigmoid(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: A * (1 - A))


@lenet_backward.mistake(
    "You use the derivative of tanh, 1 − A², in place of ReLU's.",
    "Our layers have ReLU: its derivative is 1 where A is positive and 0 elsewhere.",
)
def lenet_back_gates_of_tanh(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: 1 - A**2)


@lenet_backward.mistake(
    "You use a leaky ReLU's derivative, 0.01 where A is 0.",
    "Ours lets nothing through there: 0.",
)
def lenet_back_gates_leaky(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: np.where(A > 0, 1, 0.01))


@lenet_backward.mistake(
    "You send the derivative to the smallest number of each square on the way through the second pooling.",
    "max_pool_backward needs what went into the pooling, Z2 as it is.",
)
def lenet_back_second_pool_negative(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    second = caches[2]

    def pools(dA: Array, Z: Array, size: int) -> Any:
        return ref.max_pool_backward(dA, -Z if Z is second else Z, size)

    return backward(X, params, caches, error(Y, caches) / Y.size, pools=pools)


@lenet_backward.mistake(
    "On the way back through the first pooling you give the derivative to all four numbers of each square, not to "
    "the largest.",
    "max_pool_backward finds the largest again: it needs Z1, what went into the pooling.",
)
def lenet_back_first_unpooled_everywhere(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    own = caches[0]

    def pools(dA: Array, Z: Array, size: int) -> Any:
        return dA.repeat(size, axis=1).repeat(size, axis=2) if Z is own else ref.max_pool_backward(dA, Z, size)

    return backward(X, params, caches, error(Y, caches) / Y.size, pools=pools)


@lenet_backward.mistake(
    "On the way back through the second pooling you give the derivative to all four numbers of each square, not "
    "to the largest.",
    "max_pool_backward finds the largest again: it needs Z2, what went into the pooling.",
)
def lenet_back_second_unpooled_everywhere(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    own = caches[2]

    def pools(dA: Array, Z: Array, size: int) -> Any:
        return dA.repeat(size, axis=1).repeat(size, axis=2) if Z is own else ref.max_pool_backward(dA, Z, size)

    return backward(X, params, caches, error(Y, caches) / Y.size, pools=pools)


@lenet_backward.mistake(
    "You hand the pooled Z1 without ReLU to the second convolution's backward pass.",
    "What went into the second convolution is A1, after ReLU.",
)
def lenet_back_maps_before_relu(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, _, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    Z1, _, Z2, A2, _ = caches
    dA2 = (params[4].T @ error(Y, caches)).reshape(A2.shape) / Y.size * (A2 > 0)
    _, dW2, _ = ref.conv_backward(ref.max_pool_backward(dA2, Z2, 2), ref.max_pool(Z1, 2), params[2], 1, 0)
    return dW1, db1, dW2, db2, dW3, db3


@lenet_backward.mistake(
    "You use the pooled Z2 without ReLU in dW3.",
    "What went into the output layer is A2, after ReLU, flattened.",
)
def lenet_back_flat_before_relu(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, _, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, error(Y, caches) / Y.size @ ref.flatten(ref.max_pool(caches[2], 2)).T, db3


@lenet_backward.mistake(
    "You reshape W3 in place of transposing it, so that its numbers are mixed.",
    "W3.T exchanges rows and columns; a reshape to the same shape does not.",
)
def lenet_back_weights_reshaped(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    W3 = params[4]
    mixed = W3.reshape(W3.shape[1], W3.shape[0]).T
    *others, _, _ = backward(X, (*params[:4], mixed, params[5]), caches, error(Y, caches) / Y.size)
    return (
        *others,
        error(Y, caches) / Y.size @ ref.flatten(caches[3]).T,
        (error(Y, caches) / Y.size).sum(axis=1, keepdims=True),
    )


@lenet_backward.mistake(
    "You divide by m only in the output layer: dW3 and db3 are means, and what goes further back is a sum.",
    "Divide once, in dZ3: everything further back is made of it.",
)
def lenet_back_mean_in_output_only(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *others, _, _ = backward(X, params, caches, error(Y, caches))
    *_, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return *others, dW3, db3


@lenet_backward.mistake(
    "You divide the convolutions' gradients by m a second time.",
    "dZ3 has its 1/m already, and no later step divides.",
)
def lenet_back_convolutions_mean_twice(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    *convolutions, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return *(g / Y.size for g in convolutions), dW3, db3


@lenet_backward.mistake(
    "You divide by 32 in place of the number of pictures.",
    "The mean is over the pictures of this batch, however many they are: Y.size.",
)
def lenet_back_divided_by_32(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / 32)


@lenet_backward.mistake(
    "You use the derivative of the squared error, with a factor of 2.",
    "For cross-entropy and softmax together it is (A3 minus the one-hot labels) / m, without a factor.",
)
def lenet_back_factor_two(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, 2 * error(Y, caches) / Y.size)


@lenet_backward.mistake(
    "You go back through cross-entropy alone: dZ3 is -H / A3, without the softmax.",
    "Softmax and cross-entropy together give (A3 minus the one-hot labels) / m.",
)
def lenet_back_without_softmax(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, -ref.one_hot(Y, caches[4].shape[0]) / np.maximum(caches[4], 1e-15) / Y.size)


@lenet_backward.mistake(
    "You return the parameters after a step, and not the gradients.",
    "The step is taken elsewhere, in train_lenet. Here only the gradients come back.",
)
def lenet_back_stepped(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return tuple(
        p - 0.1 * g for p, g in zip(params, backward(X, params, caches, error(Y, caches) / Y.size), strict=True)
    )


@lenet_backward.mistake(
    "db1 and db2 have changed places.",
    "Each bias has a gradient in its own shape; the order is dW1, db1, dW2, db2, dW3, db3.",
)
def lenet_back_biases_exchanged(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, dW2, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return dW1, db2, dW2, db1, dW3, db3


@lenet_backward.mistake(
    "You go back through the second convolution with a frame of 1.",
    "Forward it had no frame: stride 1, pad 0, and backward the same.",
)
def lenet_back_second_padded(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(dZ2, caches[1], params[2], 1, 1)


@lenet_backward.mistake(
    "You go back through the second convolution with a stride of 2.",
    "Forward it had the stride 1, and backward the same. The pooling by 2 has a way back of its own.",
)
def lenet_back_second_stride(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(dZ2, caches[1], params[2], 2, 0)


@lenet_backward.mistake(
    "Stride and pad have changed places in the call of conv_backward.",
    "It takes dZ, X, W, stride, pad: 1 and 0 at the end.",
)
def lenet_back_second_stride_and_pad(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(dZ2, caches[1], params[2], 0, 1)


@lenet_backward.mistake(
    "You give conv_backward the pictures before the derivative.",
    "It takes dZ, X, W, stride, pad, in this order.",
)
def lenet_back_second_arguments(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(caches[1], dZ2, params[2], 1, 0)


@lenet_backward.mistake(
    "You give conv_backward the filters before the maps.",
    "It takes dZ, X, W, stride, pad, in this order.",
)
def lenet_back_second_filters_before_maps(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(dZ2, params[2], caches[1], 1, 0)


@lenet_backward.mistake(
    "You give Z1 to the second convolution's backward pass.",
    "What went into the second convolution is A1, after pooling and ReLU.",
)
def lenet_back_second_sums_for_maps(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(dZ2, caches[0], params[2], 1, 0)


@lenet_backward.mistake(
    "You give max_pool_backward the sums before the derivative.",
    "It takes dA, X, size: first the derivative, then what went into the pooling.",
)
def lenet_back_second_pool_arguments(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dA2 = (params[4].T @ error(Y, caches)).reshape(caches[3].shape) / Y.size * (caches[3] > 0)
    return ref.conv_backward(ref.max_pool_backward(caches[2], dA2, 2), caches[1], params[2], 1, 0)


@lenet_backward.mistake(
    "You give A2 to the second convolution's backward pass.",
    "It needs what went into the convolution, A1, and not what came out of the layer.",
)
def lenet_back_own_maps_for_input(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    return ref.conv_backward(dZ2, caches[3], params[2], 1, 0)


@lenet_backward.mistake(
    "You go back through the first convolution with a frame of 1.",
    "Forward it had no frame: stride 1, pad 0, and backward the same.",
)
def lenet_back_first_padded(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ1 = before_first(Y, params, caches)
    return ref.conv_backward(dZ1, X, params[0], 1, 1)


@lenet_backward.mistake(
    "You go back through the first convolution with a stride of 2.",
    "Forward it had the stride 1, and backward the same. The pooling by 2 has a way back of its own.",
)
def lenet_back_first_stride(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ1 = before_first(Y, params, caches)
    return ref.conv_backward(dZ1, X, params[0], 2, 0)


@lenet_backward.mistake(
    "You give A1 to the first convolution's backward pass.",
    "It needs what went into the convolution, the pictures X, and not what came out of the layer.",
)
def lenet_back_first_own_maps(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ1 = before_first(Y, params, caches)
    return ref.conv_backward(dZ1, caches[1], params[0], 1, 0)


@lenet_backward.mistake(
    "You give W2 to the first convolution's backward pass.",
    "Each layer goes back through its own filters: W1.",
)
def lenet_back_first_other_filters(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ1 = before_first(Y, params, caches)
    return ref.conv_backward(dZ1, X, params[2], 1, 0)


@lenet_backward.mistake(
    "You take what conv_backward returns apart in another order: dW comes first.",
    "It returns dX, dW, db: what goes further down stands first.",
)
def lenet_back_taken_apart(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    _, dA1, _ = ref.conv_backward(dZ2, caches[1], params[2], 1, 0)
    return ref.max_pool_backward(dA1 * (caches[1] > 0), caches[0], 2)


@lenet_backward.mistake(
    "You take what conv_backward returns apart as dW, db, dX.",
    "It returns dX, dW, db: what goes further down stands first.",
)
def lenet_back_taken_apart_last(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dZ2 = before_second(Y, params, caches)
    _, _, dA1 = ref.conv_backward(dZ2, caches[1], params[2], 1, 0)
    return ref.max_pool_backward(dA1 * (caches[1] > 0), caches[0], 2)


@lenet_backward.mistake(
    "You take caches apart as Z1, Z2, A1, A2, A3.",
    "lenet_forward returns Z1, A1, Z2, A2, A3.",
)
def lenet_back_caches_sums_first(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dA2 = (params[4].T @ error(Y, caches)).reshape(caches[3].shape) / Y.size * (caches[3] > 0)
    return ref.max_pool_backward(dA2, caches[1], 2)


@lenet_backward.mistake(
    "You take caches apart as A1, Z1, A2, Z2, A3.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: before each activation its sum.",
)
def lenet_back_caches_activations_first(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return (params[4].T @ error(Y, caches)).reshape(caches[2].shape)


@lenet_backward.mistake(
    "You add a penalty on large weights to dW3.",
    "The loss has no such term: each gradient comes from the digits alone.",
)
def lenet_back_penalty(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, dW2, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return dW1, db1, dW2, db2, dW3 + 0.01 * params[4], db3


@lenet_backward.mistake(
    "You begin with -1/A3 of the right class, the derivative with respect to A3.",
    "dZ3 is the derivative with respect to Z3. Softmax and cross-entropy together give A3 minus the one-hot labels.",
)
def lenet_back_minus_over_probability(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    A3 = caches[4]
    return backward(X, params, caches, -ref.one_hot(Y, A3.shape[0]) / A3 / Y.size)


@lenet_backward.mistake(
    "You run the forward pass again without the biases, in place of using caches.",
    "caches holds what lenet_forward computed with these parameters: take it apart and use it.",
)
def lenet_back_forward_without_biases(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    again = ref.lenet_forward(X, tuple(p * (at % 2 == 0) for at, p in enumerate(params)))
    return backward(X, params, again, error(Y, again) / Y.size)


@lenet_backward.mistake(
    "You take the mean of dZ1 where its sum belongs, in db1.",
    "Each bias is added at all places of its map, so its derivative is the sum over them, as conv_backward gives it.",
)
def lenet_back_db1_mean(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    dW1, db1, dW2, db2, dW3, db3 = backward(X, params, caches, error(Y, caches) / Y.size)
    return dW1, db1 / (caches[0].size / caches[0].shape[0]), dW2, db2, dW3, db3


@lenet_backward.mistake(
    "You divide by the height or the width of the pictures in place of their number.",
    "The mean is over the pictures, and they are the last axis: m is X.shape[3], or the length of Y.",
)
def lenet_back_by_height(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    return backward(X, params, caches, error(Y, caches) / X.shape[1])


@lenet_backward.mistake(
    "In the second layer you multiply by A2, the value of ReLU, in place of its derivative.",
    "The gate is 1 where A2 is positive and 0 elsewhere: relu_deriv gives it, and relu does not.",
)
def lenet_back_second_gate_by_value(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    A2 = caches[3]
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: A if A is A2 else A > 0)


@lenet_backward.mistake(
    "In the first layer you multiply by A1, the value of ReLU, in place of its derivative.",
    "The gate is 1 where A1 is positive and 0 elsewhere: relu_deriv gives it, and relu does not.",
)
def lenet_back_first_gate_by_value(X: Array, Y: Array, params: Params, caches: Caches) -> Any:
    A1 = caches[1]
    return backward(X, params, caches, error(Y, caches) / Y.size, gate=lambda A, dA, Z: A if A is A1 else A > 0)
