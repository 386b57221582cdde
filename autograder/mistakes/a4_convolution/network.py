"""Mistakes in lenet_forward and lenet_predictions: layers fed with the wrong maps, steps left out or exchanged."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a4_convolution")

Array = np.ndarray[Any, Any]
Params = tuple[Array, Array, Array, Array, Array, Array]

lenet_forward = Catalogue("lenet_forward")
lenet_predictions = Catalogue("lenet_predictions")


def forward(X: Array, params: Params, first: Any = None, second: Any = None, last: Any = None) -> Any:
    """A forward pass in which a step after a convolution, or the last, is another."""
    W1, b1, W2, b2, W3, b3 = params

    def ordinary(Z: Array) -> Any:
        return ref.relu(ref.max_pool(Z, 2))

    Z1 = ref.conv_forward(X, W1, b1, 1, 0)
    A1 = (first or ordinary)(Z1)
    Z2 = ref.conv_forward(A1, W2, b2, 1, 0)
    A2 = (second or ordinary)(Z2)
    logits = W3 @ ref.flatten(A2) + b3
    return Z1, A1, Z2, A2, (last or ref.softmax)(logits)


@lenet_forward.mistake(
    "You forget ReLU after both poolings.",
    "Without the bend the layers collapse into fewer: A1 and A2 hold no negative numbers.",
)
def lenet_no_relu(X: Array, params: Params) -> Any:
    def pooled(Z: Array) -> Any:
        return ref.max_pool(Z, 2)

    return forward(X, params, pooled, pooled)


@lenet_forward.mistake(
    "You forget ReLU after the first pooling.",
    "Both layers have it: A1 holds no negative numbers.",
)
def lenet_no_first_relu(X: Array, params: Params) -> Any:
    return forward(X, params, first=lambda Z: ref.max_pool(Z, 2))


@lenet_forward.mistake(
    "You forget ReLU after the second pooling.",
    "Both layers have it: A2 holds no negative numbers.",
)
def lenet_no_second_relu(X: Array, params: Params) -> Any:
    return forward(X, params, second=lambda Z: ref.max_pool(Z, 2))


@lenet_forward.mistake(
    "You return the logits, without softmax.",
    "The last step turns scores into probabilities, so that each column adds up to 1.",
)
def lenet_no_softmax(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: Z)


@lenet_forward.mistake(
    "You apply ReLU to the logits before softmax.",
    "The last layer has no ReLU: a negative score says that a class is unlikely, and must be heard.",
)
def lenet_relu_before_softmax(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: ref.softmax(ref.relu(Z)))


@lenet_forward.mistake(
    "You forget the biases of the output layer.",
    "Each class has a bias of its own, b3.",
)
def lenet_no_output_bias(X: Array, params: Params) -> Any:
    return forward(X, (*params[:5], 0 * params[5]))


@lenet_forward.mistake(
    "You return Z1 and Z2 with ReLU already applied.",
    "Z1 and Z2 are what the convolutions gave; the backward pass has to see the negative numbers too.",
)
def lenet_z_after_relu(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, A3 = forward(X, params)
    return ref.relu(Z1), A1, ref.relu(Z2), A2, A3


@lenet_forward.mistake(
    "You return Z1 and Z2 after pooling.",
    "Z1 and Z2 are what the convolutions gave, at full size: the way back through the pooling has to look for the "
    "largest number in them.",
)
def lenet_z_pooled(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, A3 = forward(X, params)
    return ref.max_pool(Z1, 2), A1, ref.max_pool(Z2, 2), A2, A3


@lenet_forward.mistake(
    "Your A2 is flat already.",
    "A2 keeps the shape of maps, for the way back; only the product with W3 takes it flattened.",
)
def lenet_a2_flat(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, A3 = forward(X, params)
    return Z1, A1, Z2, ref.flatten(A2), A3


@lenet_forward.mistake(
    "You return the last array only.",
    "All five are needed on the way back: Z1, A1, Z2, A2, A3.",
)
def lenet_only_a3(X: Array, params: Params) -> Any:
    return forward(X, params)[-1]


@lenet_forward.mistake(
    "You return the activations before the sums: A1, Z1, A2, Z2, A3.",
    "The order is Z1, A1, Z2, A2, A3, in which they are computed.",
)
def lenet_order(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, A3 = forward(X, params)
    return A1, Z1, A2, Z2, A3


@lenet_forward.mistake(
    "You take the softmax along the rows, over the pictures.",
    "Each column is one picture, and its probabilities add up to 1.",
)
def lenet_softmax_over_pictures(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: ref.softmax(Z.T).T)


@lenet_forward.mistake(
    "You take the mean of each square in place of the largest number.",
    "Both poolings are max-poolings.",
)
def lenet_mean_pooling(X: Array, params: Params) -> Any:
    def mean(Z: Array) -> Any:
        channels, height, width, m = Z.shape
        return ref.relu(Z.reshape(channels, height // 2, 2, width // 2, 2, m).mean(axis=(2, 4)))

    return forward(X, params, mean, mean)


@lenet_forward.mistake(
    "You subtract the biases, or forget them in both convolutions.",
    "Hand b1 and b2 to conv_forward as they are.",
)
def lenet_no_conv_biases(X: Array, params: Params) -> Any:
    W1, b1, W2, b2, W3, b3 = params
    return forward(X, (W1, 0 * b1, W2, 0 * b2, W3, b3))


@lenet_forward.mistake(
    "You use the sigmoid in place of softmax.",
    "Softmax makes the ten scores of a picture into probabilities that add up to 1; the sigmoid looks at each "
    "score by itself.",
)
def lenet_sigmoid(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: 1 / (1 + np.exp(-Z)))


@lenet_forward.mistake(
    "You forget the biases of the first convolution.",
    "Hand b1 to conv_forward as it is.",
)
def lenet_no_first_bias(X: Array, params: Params) -> Any:
    W1, b1, W2, b2, W3, b3 = params
    return forward(X, (W1, 0 * b1, W2, b2, W3, b3))


@lenet_forward.mistake(
    "You forget the biases of the second convolution.",
    "Hand b2 to conv_forward as it is.",
)
def lenet_no_second_bias(X: Array, params: Params) -> Any:
    W1, b1, W2, b2, W3, b3 = params
    return forward(X, (W1, b1, W2, 0 * b2, W3, b3))


@lenet_forward.mistake(
    "Your second convolution looks at maps that have not been pooled.",
    "It goes on from A1, which is relu of the pooled Z1.",
)
def lenet_no_first_pooling(X: Array, params: Params) -> Any:
    return forward(X, params, first=ref.relu)


@lenet_forward.mistake(
    "You forget the second pooling.",
    "Each convolution is followed by a pooling with squares of 2, and then by ReLU.",
)
def lenet_no_second_pooling(X: Array, params: Params) -> Any:
    return forward(X, params, second=ref.relu)


@lenet_forward.mistake(
    "Your second convolution looks at the pictures X.",
    "It goes on from what the first layer gave, A1.",
)
def lenet_second_from_pictures(X: Array, params: Params) -> Any:
    return ref.conv_forward(X, params[2], params[3], 1, 0)


@lenet_forward.mistake(
    "You put a frame round the pictures.",
    "Both convolutions have no padding: pad is 0.",
)
def lenet_padded(X: Array, params: Params) -> Any:
    W1, b1, W2, b2, W3, b3 = params
    A1 = ref.relu(ref.max_pool(ref.conv_forward(X, W1, b1, 1, 1), 2))
    A2 = ref.relu(ref.max_pool(ref.conv_forward(A1, W2, b2, 1, 1), 2))
    return W3 @ ref.flatten(A2) + b3


@lenet_forward.mistake(
    "Your first convolution moves on by 2 pixels.",
    "Both convolutions have the stride 1; it is the pooling that halves the size.",
)
def lenet_long_stride(X: Array, params: Params) -> Any:
    W1, b1, W2, b2, W3, b3 = params
    A1 = ref.relu(ref.max_pool(ref.conv_forward(X, W1, b1, 2, 0), 2))
    A2 = ref.relu(ref.max_pool(ref.conv_forward(A1, W2, b2, 1, 0), 2))
    return W3 @ ref.flatten(A2) + b3


@lenet_forward.mistake(
    "Stride and pad have changed places: the stride is 0.",
    "conv_forward takes the stride before the pad: a step of 1, and no frame.",
)
def lenet_stride_and_pad(X: Array, params: Params) -> Any:
    return ref.conv_forward(X, params[0], params[1], 0, 1)


@lenet_forward.mistake(
    "You take params apart as W1, W2, W3, b1, b2, b3.",
    "The order is W1, b1, W2, b2, W3, b3, as from init_lenet.",
)
def lenet_params_taken_apart(X: Array, params: Params) -> Any:
    return ref.conv_forward(X, params[0], params[3], 1, 0)


@lenet_forward.mistake(
    "You flatten A2 with the examples first, so that numbers of different pictures are mixed.",
    "The examples are the last axis and stay there: flatten does it.",
)
def lenet_flattened_over(X: Array, params: Params) -> Any:
    *_, W3, b3 = params
    Z1, A1, Z2, A2, _ = forward(X, params)
    return Z1, A1, Z2, A2, ref.softmax(W3 @ A2.reshape(A2.shape[3], -1).T + b3)


@lenet_forward.mistake(
    "Your first ReLU lets a hundredth of negative numbers through.",
    "That is the leaky ReLU. Here relu makes negative numbers 0.",
)
def lenet_leaky(X: Array, params: Params) -> Any:
    def leaky(Z: Array) -> Any:
        pooled = ref.max_pool(Z, 2)
        return np.where(pooled > 0, pooled, 0.01 * pooled)

    return forward(X, params, first=leaky)


@lenet_forward.mistake(
    "Your ReLU lets a hundredth of negative numbers through.",
    "That is the leaky ReLU. Here relu makes negative numbers 0.",
)
def lenet_leaky_twice(X: Array, params: Params) -> Any:
    def leaky(Z: Array) -> Any:
        pooled = ref.max_pool(Z, 2)
        return np.where(pooled > 0, pooled, 0.01 * pooled)

    return forward(X, params, leaky, leaky)


@lenet_forward.mistake(
    "You return the most probable classes in place of A3.",
    "A3 holds all the probabilities. The class is looked for later, in lenet_predictions.",
)
def lenet_classes(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: Z.argmax(axis=0))


@lenet_forward.mistake(
    "The answer is right, but you change the parameters that were given to you.",
    "The caller still needs them. Compute new arrays only.",
)
def lenet_changes_params(X: Array, params: Params) -> Any:
    found = forward(X, params)
    for p in params:
        p[:] = 0
    return found


@lenet_forward.mistake(
    "You take exp of the logits and do not divide by the sum of each column.",
    "Softmax divides, so that each column adds up to 1.",
)
def lenet_exp_only(X: Array, params: Params) -> Any:
    return forward(X, params, last=np.exp)


@lenet_forward.mistake(
    "You take the logarithm of the probabilities.",
    "A3 holds the probabilities themselves. The logarithm belongs to the loss.",
)
def lenet_log_softmax(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: np.log(ref.softmax(Z)))


@lenet_forward.mistake(
    "You use tanh in place of ReLU.",
    "Both layers have ReLU: negative numbers become 0, and the others stay.",
)
def lenet_tanh(X: Array, params: Params) -> Any:
    return forward(X, params, *[lambda Z: np.tanh(ref.max_pool(Z, 2))] * 2)


@lenet_forward.mistake(
    "You use the sigmoid in place of ReLU.",
    "Both layers have ReLU: negative numbers become 0, and the others stay.",
)
def lenet_sigmoid_layers(X: Array, params: Params) -> Any:
    return forward(X, params, *[lambda Z: 1 / (1 + np.exp(-ref.max_pool(Z, 2)))] * 2)


@lenet_forward.mistake(
    "You use ReLU's derivative in place of ReLU.",
    "Forward, positive numbers stay as they are; the derivative, 1 or 0, is for the way back.",
)
def lenet_relu_deriv(X: Array, params: Params) -> Any:
    return forward(X, params, *[lambda Z: (ref.max_pool(Z, 2) > 0).astype(float)] * 2)


@lenet_forward.mistake(
    "You transpose W3.",
    "W3 has a row for each class, and its columns fit the rows of the flattened A2.",
)
def lenet_output_transposed(X: Array, params: Params) -> Any:
    A2 = forward(X, params)[3]
    return params[4].T @ ref.flatten(A2)


@lenet_forward.mistake(
    "Your second convolution uses the first one's filters, W1.",
    "Each layer has its own: W2 and b2.",
)
def lenet_first_filters_again(X: Array, params: Params) -> Any:
    return ref.conv_forward(forward(X, params)[1], params[0], params[1], 1, 0)


# -- lenet_predictions


@lenet_predictions.mistake(
    "You look for the largest probability along the rows: one picture for each class.",
    "Each column is one picture. The search runs down the column, along axis 0.",
)
def lenet_read_wrong_axis(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argmax(axis=1)


@lenet_predictions.mistake(
    "You look for the largest probability of all: a single number comes back.",
    "Without an axis, argmax takes the whole array for one long list. One place for each column is wanted.",
)
def lenet_read_no_axis(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argmax()


@lenet_predictions.mistake(
    "You return the largest probability, and not where it stands.",
    "The row number is the class. NumPy's argmax gives the place, max the number.",
)
def lenet_read_probability(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].max(axis=0)


@lenet_predictions.mistake(
    "You return all the probabilities.",
    "One class for each picture is wanted: the row of the largest probability.",
)
def lenet_read_all(X: Array, params: Params) -> Any:
    return forward(X, params)[-1]


@lenet_predictions.mistake(
    "You return the least probable class.",
    "argmin finds the smallest; the most probable class has the largest probability.",
)
def lenet_read_argmin(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argmin(axis=0)


@lenet_predictions.mistake(
    "You take the first of the five arrays for the probabilities.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities come last.",
)
def lenet_read_z1(X: Array, params: Params) -> Any:
    return forward(X, params)[0].argmax(axis=0)


@lenet_predictions.mistake(
    "You take A2, the last but one, for the probabilities.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities come last.",
)
def lenet_read_a2(X: Array, params: Params) -> Any:
    return ref.flatten(forward(X, params)[3]).argmax(axis=0)


@lenet_predictions.mistake(
    "You count the classes from 1.",
    "Rows are numbered from 0, and so are digits: nothing has to be added.",
)
def lenet_read_from_one(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argmax(axis=0) + 1


@lenet_predictions.mistake(
    "You return one-hot columns.",
    "A single number for each picture is wanted, the class itself.",
)
def lenet_read_one_hot(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return (A3.max(axis=0) == A3).astype(float)


@lenet_predictions.mistake(
    "Your answer keeps an axis too many: its shape is (1, m).",
    "The shape is (m,), as that of the labels. Otherwise comparing the two gives an (m, m) table.",
)
def lenet_read_row(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argmax(axis=0, keepdims=True)


@lenet_predictions.mistake(
    "You read the first picture only.",
    "X holds m pictures, and each has its answer.",
)
def lenet_read_first(X: Array, params: Params) -> Any:
    return forward(X, params)[-1][:, :1].argmax(axis=0)


@lenet_predictions.mistake(
    "You ask for a probability above one half and answer 0 where there is none.",
    "The most probable class need not be very probable: 0.3 is enough where the others have less.",
)
def lenet_read_above_half(X: Array, params: Params) -> Any:
    return (forward(X, params)[-1] > 0.5).argmax(axis=0)


@lenet_predictions.mistake(
    "You return the second most probable class.",
    "np.argsort sorts from small to large: the most probable class comes last.",
)
def lenet_read_second(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argsort(axis=0)[-2]


@lenet_predictions.mistake(
    "You count the classes from the end.",
    "Row 0 is class 0: the rows must stay in their order.",
)
def lenet_read_backwards(X: Array, params: Params) -> Any:
    return forward(X, params)[-1][::-1].argmax(axis=0)


@lenet_predictions.mistake(
    "You leave out the last class.",
    "All rows of A3 are classes, the last one too.",
)
def lenet_read_without_last(X: Array, params: Params) -> Any:
    return forward(X, params)[-1][:-1].argmax(axis=0)


@lenet_predictions.mistake(
    "You leave out the first class.",
    "All rows of A3 are classes, the first one too.",
)
def lenet_read_without_first(X: Array, params: Params) -> Any:
    return forward(X, params)[-1][1:].argmax(axis=0)


@lenet_predictions.mistake(
    "You forget the biases b3 of the output layer.",
    "lenet_forward gives the probabilities, the biases included.",
)
def lenet_read_without_bias(X: Array, params: Params) -> Any:
    return (params[4] @ ref.flatten(forward(X, params)[3])).argmax(axis=0)


@lenet_predictions.mistake(
    "You return the order of all classes for each picture.",
    "Only the most probable one is wanted: one number for each picture.",
)
def lenet_read_sorted(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argsort(axis=0)


@lenet_predictions.mistake(
    "You look for the largest among all five arrays of lenet_forward.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities are the last of them.",
)
def lenet_read_all_five(X: Array, params: Params) -> Any:
    return np.argmax(forward(X, params), axis=0)


@lenet_predictions.mistake(
    "You give all pictures the class that is most probable on the average.",
    "Each picture has its own probabilities, its column, and its own answer.",
)
def lenet_read_mean(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return np.full(A3.shape[1], A3.mean(axis=1).argmax())


@lenet_predictions.mistake(
    "You take the first of the five arrays for the probabilities.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities come last.",
)
def lenet_read_z1_flattened(X: Array, params: Params) -> Any:
    return ref.flatten(forward(X, params)[0]).argmax(axis=0)


@lenet_predictions.mistake(
    "The answers are right, but you change the pictures that were given to you.",
    "The caller still needs them. Compute new arrays only.",
)
def lenet_read_changes_pictures(X: Array, params: Params) -> Any:
    answers = forward(X, params)[-1].argmax(axis=0)
    X[:] = 0
    return answers


@lenet_predictions.mistake(
    "You take A1 for the probabilities.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities come last.",
)
def lenet_read_a1(X: Array, params: Params) -> Any:
    return ref.flatten(forward(X, params)[1]).argmax(axis=0)


@lenet_predictions.mistake(
    "You take A1 for the probabilities.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities come last.",
)
def lenet_read_a1_maps(X: Array, params: Params) -> Any:
    return forward(X, params)[1].argmax(axis=0)


@lenet_predictions.mistake(
    "You take A2, the last but one, for the probabilities.",
    "lenet_forward returns Z1, A1, Z2, A2, A3: the probabilities come last.",
)
def lenet_read_a2_maps(X: Array, params: Params) -> Any:
    return forward(X, params)[3].argmax(axis=0)


@lenet_predictions.mistake(
    "You do not read the last picture: its answer stays 0.",
    "range(m) goes up to m - 1 already: nothing has to be subtracted.",
)
def lenet_read_last_missing(X: Array, params: Params) -> Any:
    answers = forward(X, params)[-1].argmax(axis=0)
    answers[-1] = 0
    return answers


@lenet_predictions.mistake(
    "Your answers are sorted by class, and no longer in the order of the pictures.",
    "np.where goes through A3 row by row. argmax down each column keeps the pictures in their order.",
)
def lenet_read_by_class(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return np.where(A3.max(axis=0) == A3)[0]


@lenet_predictions.mistake(
    "You return the classes together with their probabilities.",
    "Only the classes are wanted.",
)
def lenet_read_with_probability(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return A3.argmax(axis=0), A3.max(axis=0)


@lenet_forward.mistake(
    "You apply softmax twice.",
    "Once, to the scores, makes probabilities of them. A second time makes them nearly equal.",
)
def lenet_softmax_twice(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: ref.softmax(ref.softmax(Z)))


@lenet_forward.mistake(
    "You take the softmax of the negative scores.",
    "The largest score is the most probable class: exp(z), not exp(-z). In softmax only the column's maximum is "
    "subtracted.",
)
def lenet_softmax_negative(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: ref.softmax(-Z))


@lenet_forward.mistake(
    "You subtract the biases b3 of the output layer.",
    "Biases are added: W3 times the flattened A2, plus b3.",
)
def lenet_minus_output_bias(X: Array, params: Params) -> Any:
    return forward(X, (*params[:5], -params[5]))


@lenet_forward.mistake(
    "You add the biases b3 twice.",
    "Once is enough: W3 times the flattened A2, plus b3.",
)
def lenet_output_bias_twice(X: Array, params: Params) -> Any:
    return forward(X, (*params[:5], 2 * params[5]))


@lenet_forward.mistake(
    "You cut A1 and A2 off at 1.",
    "ReLU has no upper bound: it is max(0, z), and large numbers stay as large as they are.",
)
def lenet_relu_capped(X: Array, params: Params) -> Any:
    def capped(Z: Array) -> Any:
        return np.clip(ref.max_pool(Z, 2), 0, 1)

    return forward(X, params, capped, capped)


@lenet_forward.mistake(
    "You cut A1 and A2 off at 6.",
    "ReLU has no upper bound: it is max(0, z), and large numbers stay as large as they are.",
)
def lenet_relu_six(X: Array, params: Params) -> Any:
    def capped(Z: Array) -> Any:
        return np.clip(ref.max_pool(Z, 2), 0, 6)

    return forward(X, params, capped, capped)


@lenet_forward.mistake(
    "In the first pooling you keep the upper left number of each square, and not the largest.",
    "Pooling keeps the largest number of each square: max_pool(Z1, 2).",
)
def lenet_first_subsampled(X: Array, params: Params) -> Any:
    return forward(X, params, first=lambda Z: ref.relu(Z[:, ::2, ::2]))


@lenet_forward.mistake(
    "In both poolings you keep the upper left number of each square, and not the largest.",
    "Pooling keeps the largest number of each square: max_pool(Z, 2).",
)
def lenet_subsampled(X: Array, params: Params) -> Any:
    def subsampled(Z: Array) -> Any:
        return ref.relu(Z[:, ::2, ::2])

    return forward(X, params, subsampled, subsampled)


@lenet_forward.mistake(
    "You divide the pictures by 255.",
    "They come from 0 to 1 already: X goes into the first convolution as it is.",
)
def lenet_divided_by_255(X: Array, params: Params) -> Any:
    return forward(X / 255, params)


@lenet_forward.mistake(
    "You subtract the mean of the pictures before the first convolution.",
    "X goes into the first convolution as it is.",
)
def lenet_centred(X: Array, params: Params) -> Any:
    return forward(X - X.mean(), params)


@lenet_forward.mistake(
    "You standardise the pictures before the first convolution.",
    "X goes into the first convolution as it is.",
)
def lenet_standardised(X: Array, params: Params) -> Any:
    return forward((X - X.mean()) / X.std(), params)


@lenet_forward.mistake(
    "Your convolutions move on by 2 pixels, in the place of a pooling.",
    "Both have a stride of 1. What makes the maps smaller is max_pool(Z, 2) after each.",
)
def lenet_stride_for_pooling(X: Array, params: Params) -> Any:
    W1, b1, W2, b2, W3, b3 = params
    Z1 = ref.conv_forward(X, W1, b1, 2, 0)
    A1 = ref.relu(Z1)
    Z2 = ref.conv_forward(A1, W2, b2, 2, 0)
    A2 = ref.relu(Z2)
    return Z1, A1, Z2, A2, ref.softmax(W3 @ ref.flatten(A2) + b3)


@lenet_forward.mistake(
    "You flatten A2 with the channel counted fastest: its axes are in another order before the reshape.",
    "flatten is a reshape alone: channel, row, column, in the order in which A2 has them. The columns of W3 count "
    "in that order.",
)
def lenet_channel_fastest(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, _ = forward(X, params)
    flat = ref.flatten(A2.transpose(1, 2, 0, 3))
    return Z1, A1, Z2, A2, ref.softmax(params[4] @ flat + params[5])


@lenet_forward.mistake(
    "You flatten A2 with rows and columns exchanged.",
    "flatten is a reshape alone: channel, row, column, in the order in which A2 has them. The columns of W3 count "
    "in that order.",
)
def lenet_flattened_by_columns(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, _ = forward(X, params)
    flat = ref.flatten(A2.transpose(0, 2, 1, 3))
    return Z1, A1, Z2, A2, ref.softmax(params[4] @ flat + params[5])


@lenet_forward.mistake(
    "You flatten A2 with all its axes in reverse order.",
    "flatten is a reshape alone: channel, row, column, in the order in which A2 has them. The columns of W3 count "
    "in that order.",
)
def lenet_flattened_in_reverse(X: Array, params: Params) -> Any:
    Z1, A1, Z2, A2, _ = forward(X, params)
    flat = ref.flatten(A2.transpose(2, 1, 0, 3))
    return Z1, A1, Z2, A2, ref.softmax(params[4] @ flat + params[5])


@lenet_forward.mistake(
    "Your A3 holds 1 at the most probable class and 0 elsewhere.",
    "A3 are probabilities: every class keeps its share.",
)
def lenet_hard_answers(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: (Z.max(axis=0) == Z).astype(float))


@lenet_forward.mistake(
    "You divide the scores by their sum, without exp.",
    "Softmax takes exp of each score first, and then divides by the column's sum.",
)
def lenet_no_exp(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: Z / Z.sum(axis=0, keepdims=True))


@lenet_forward.mistake(
    "You divide by the sum of all columns together.",
    "Each picture's ten probabilities add up to 1 by themselves: axis=0, keepdims=True.",
)
def lenet_softmax_over_all(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: np.exp(Z - Z.max()) / np.exp(Z - Z.max()).sum())


@lenet_forward.mistake(
    "Your A1 and A2 are the squares of what they should be.",
    "ReLU is max(0, z): positive numbers go on as they are.",
)
def lenet_relu_squared(X: Array, params: Params) -> Any:
    def bent(Z: Array) -> Any:
        return ref.relu(ref.max_pool(Z, 2)) ** 2

    return forward(X, params, bent, bent)


@lenet_forward.mistake(
    "You take the absolute value in place of ReLU.",
    "ReLU makes negative numbers 0, and does not turn their sign.",
)
def lenet_absolute(X: Array, params: Params) -> Any:
    def bent(Z: Array) -> Any:
        return np.abs(ref.max_pool(Z, 2))

    return forward(X, params, bent, bent)


@lenet_predictions.mistake(
    "You take the mean of all classes, weighted with their probabilities.",
    "The classes are names, and the mean of a 3 and a 9 is no 6. The most probable class is asked for: argmax.",
)
def lenet_read_expected(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return (np.arange(A3.shape[0]) @ A3).astype(int)


@lenet_predictions.mistake(
    "You take the mean of all classes, weighted with their probabilities, and round it.",
    "The classes are names, and the mean of a 3 and a 9 is no 6. The most probable class is asked for: argmax.",
)
def lenet_read_expected_rounded(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return np.round(np.arange(A3.shape[0]) @ A3).astype(int)


@lenet_predictions.mistake(
    "You add up the probabilities and answer where they pass one half.",
    "That is the median of the classes' numbers. The most probable class is asked for: argmax.",
)
def lenet_read_median(X: Array, params: Params) -> Any:
    return (forward(X, params)[-1].cumsum(axis=0) < 0.5).sum(axis=0)


@lenet_predictions.mistake(
    "You answer the last class for every picture.",
    "Somewhere the largest so far is not kept: compare each probability with the best of those before it, or let "
    "argmax do it.",
)
def lenet_read_always_last(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return np.full(A3.shape[1], A3.shape[0] - 1)


@lenet_predictions.mistake(
    "You answer class 0 for every picture.",
    "Look at where the answers are filled in, and along which axis you search.",
)
def lenet_read_always_zero(X: Array, params: Params) -> Any:
    return np.zeros(X.shape[3], dtype=int)


@lenet_predictions.mistake(
    "You look for the largest number in the first row of A3, and return its place.",
    "A column of A3 is a picture, a row is a class: in each column the largest is looked for, and there are m answers.",
)
def lenet_read_first_row(X: Array, params: Params) -> Any:
    return forward(X, params)[-1][:1].argmax(axis=1)


@lenet_predictions.mistake(
    "You answer with the last class whose probability is larger than that of the class before it.",
    "Keep the best so far: compare each probability with the largest of those before it, or let argmax do it.",
)
def lenet_read_last_rise(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    rises = np.vstack([np.ones((1, A3.shape[1]), bool), A3[1:] > A3[:-1]])
    return A3.shape[0] - 1 - rises[::-1].argmax(axis=0)


@lenet_predictions.mistake(
    "Your answers are in the reverse order of the pictures.",
    "The first answer is the first picture's.",
)
def lenet_read_reversed(X: Array, params: Params) -> Any:
    return forward(X, params)[-1].argmax(axis=0)[::-1]


@lenet_forward.mistake(
    "Your softmax uses powers of 2 in place of powers of e.",
    "np.exp(z) is e to the power of z; the softmax that is given does it.",
)
def lenet_powers_of_two(X: Array, params: Params) -> Any:
    def other(Z: Array) -> Any:
        E = 2 ** (Z - Z.max(axis=0))
        return E / E.sum(axis=0)

    return forward(X, params, last=other)


@lenet_forward.mistake(
    "Your softmax subtracts the largest score in the numerator, but not in the denominator: columns do not add up "
    "to 1.",
    "Take exp once, of the scores without their column's largest, and divide it by its own sum.",
)
def lenet_softmax_half_shifted(X: Array, params: Params) -> Any:
    return forward(X, params, last=lambda Z: np.exp(Z - Z.max(axis=0)) / np.exp(Z).sum(axis=0))


@lenet_predictions.mistake(
    "You look for the largest probability of all and return its row and column.",
    "Each picture has an answer of its own: argmax with the axis along which the classes stand.",
)
def lenet_read_row_and_column(X: Array, params: Params) -> Any:
    A3 = forward(X, params)[-1]
    return np.unravel_index(A3.argmax(), A3.shape)


@lenet_predictions.mistake(
    "Each class comes once in your answer, as unique makes it.",
    "There is an answer for each picture, in the pictures' order.",
)
def lenet_read_unique(X: Array, params: Params) -> Any:
    return np.unique(forward(X, params)[-1].argmax(axis=0))


@lenet_forward.mistake(
    "The A2 that you return is relu(Z2), before pooling.",
    "The same A2 that goes into the last layer is returned: pooled first, then relu.",
)
def lenet_A2_before_pooling(X: Array, params: Params) -> Any:
    Z1, A1, Z2, _, A3 = forward(X, params)
    return Z1, A1, Z2, ref.relu(Z2), A3


def framed(X: Array, params: Params, first: int, second: int) -> Any:
    """A forward pass whose two convolutions have frames of these widths."""
    W1, b1, W2, b2, W3, b3 = params
    Z1 = ref.conv_forward(X, W1, b1, 1, first)
    A1 = ref.relu(ref.max_pool(Z1, 2))
    Z2 = ref.conv_forward(A1, W2, b2, 1, second)
    A2 = ref.relu(ref.max_pool(Z2, 2))
    return Z1, A1, Z2, A2, ref.softmax(W3 @ ref.flatten(A2) + b3)


@lenet_forward.mistake(
    "Your maps are too large where W3 meets them: a convolution has a frame of zeros.",
    "Both go on without padding: the last argument of conv_forward, pad, is 0, and the stride before it is 1.",
)
def lenet_second_padded(X: Array, params: Params) -> Any:
    return framed(X, params, 0, 1)


@lenet_forward.mistake(
    "A convolution has a frame of zeros, and so the maps that it gives are too large.",
    "Both go on without padding: the last argument of conv_forward, pad, is 0, and the stride before it is 1.",
)
def lenet_first_padded(X: Array, params: Params) -> Any:
    return framed(X, params, 1, 0)


@lenet_forward.mistake(
    "Your maps are too large where W3 meets them: a convolution has a frame of zeros, or both have.",
    "Both go on without padding: the last argument of conv_forward, pad, is 0, and the stride before it is 1.",
)
def lenet_second_padded_widely(X: Array, params: Params) -> Any:
    return framed(X, params, 0, 2)


@lenet_forward.mistake(
    "Both convolutions have a wide frame of zeros, and so the maps that they give are too large.",
    "Both go on without padding: the last argument of conv_forward, pad, is 0, and the stride before it is 1.",
)
def lenet_padded_widely(X: Array, params: Params) -> Any:
    return framed(X, params, 2, 2)


@lenet_forward.mistake(
    "Your second convolution looks at the pooled Z1, without ReLU, although your A1 is right.",
    "What goes into the second convolution is A1 itself: relu of the pooled Z1.",
)
def lenet_second_from_pooled(X: Array, params: Params) -> Any:
    Z1, A1, *_ = forward(X, params)
    _, _, *others = forward(X, params, first=lambda Z: ref.max_pool(Z, 2))
    return Z1, A1, *others
