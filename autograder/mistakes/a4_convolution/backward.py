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


@lenet_backward.mistake(
    "You forget to divide by m.",
    "The loss is the mean over the pictures, so its derivative has a factor of 1/m: once, in dZ3.",
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
