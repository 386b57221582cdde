"""The mistakes of the functions that read the network's answer: get_predictions, get_accuracy, make_predictions."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue
from autograder.reference import load

Array = npt.NDArray[Any]

ref = load("a1_first_network")

get_predictions = Catalogue("get_predictions")
get_accuracy = Catalogue("get_accuracy")
make_predictions = Catalogue("make_predictions")


# get_predictions


@get_predictions.mistake(
    "You look for the largest probability along the wrong axis: in each row and not in each column.",
    "A row holds one class over all digits; a column holds the ten probabilities of one digit. There should be one "
    "prediction a column.",
)
def predictions_wrong_axis(A2: Array) -> Any:
    return np.argmax(A2, axis=1)


@get_predictions.mistake(
    "You look for the largest probability of the whole matrix, without an axis.",
    "That gives one number for all the digits together. Each column is a digit and needs a prediction of its own.",
)
def predictions_no_axis(A2: Array) -> Any:
    return np.argmax(A2)


@get_predictions.mistake(
    "You pick the class with the smallest probability (`argmin`).",
    "That is the digit which the network thinks least likely. Its answer is the class it finds most likely.",
)
def predictions_argmin(A2: Array) -> Any:
    return np.argmin(A2, axis=0)


@get_predictions.mistake(
    "You return the largest probability of each column, not the class it belongs to.",
    "The value says how sure the network is; the prediction is which digit it sees, so you need the place of the "
    "largest value (`argmax`).",
)
def predictions_probability(A2: Array) -> Any:
    return np.max(A2, axis=0)


@get_predictions.mistake(
    "You round the probabilities to 0 or 1, as one does with a single output.",
    "With ten classes none may reach one half, and what comes out is a matrix. A prediction is the number of one class "
    "for each column.",
)
def predictions_rounded(A2: Array) -> Any:
    return np.round(A2)


@get_predictions.mistake(
    "You return a matrix with a 1 at the largest probability, a one-hot.",
    "The place is right, but a prediction is compared with labels such as 7. Return the number of the class for each "
    "column.",
)
def predictions_one_hot(A2: Array) -> Any:
    return (np.max(A2, axis=0) == A2).astype(int)


@get_predictions.mistake(
    "You add 1 to the number of the class.",
    "Rows are counted from 0 and so are the digits: row 0 stands for the digit 0. As it is, every zero is called a "
    "one.",
)
def predictions_count_from_one(A2: Array) -> Any:
    return np.argmax(A2, axis=0) + 1


@get_predictions.mistake(
    "Your predictions are a matrix of one row, of shape (1, m); look for keepdims or a reshape.",
    "Predictions are compared with Y one by one, so they need the shape of Y, which is (m,).",
)
def predictions_row(A2: Array) -> Any:
    return np.argmax(A2, axis=0, keepdims=True)


@get_predictions.mistake(
    "Your predictions are a matrix of one column, of shape (m, 1).",
    "Compared with Y, of shape (m,), that gives a table of m by m, every prediction against every label. They need "
    "the shape of Y.",
)
def predictions_column(A2: Array) -> Any:
    return np.argmax(A2, axis=0).reshape(-1, 1)


@get_predictions.mistake(
    "You predict only the first digit.",
    "Every column is a digit and needs a prediction. If you use a loop, look at how far its `return` is indented.",
)
def predictions_first_digit_only(A2: Array) -> Any:
    return np.argmax(A2[:, 0])


@get_predictions.mistake(
    "Your loop runs over the rows, so you predict as many digits as there are classes.",
    "`len` of a matrix counts its rows, which here are classes. The digits are the columns.",
)
def predictions_one_a_class(A2: Array) -> Any:
    predictions = []
    for i in range(len(A2)):
        predictions.append(np.argmax(A2[:, i]))
    return np.array(predictions)


# get_accuracy


@get_accuracy.mistake(
    "You return per cent.",
    "Accuracy here is a share between 0 and 1, so that all right is 1. Show per cent only where you print it.",
)
def accuracy_per_cent(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions == Y) * 100


@get_accuracy.mistake(
    "You return a count: how many digits are right.",
    "90 right means little unless one knows out of how many. The share of all the digits is asked for.",
)
def accuracy_count(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y)


@get_accuracy.mistake(
    "You return the share of wrong predictions, the error rate.",
    "A network that reads every digit would get 0. Look at which comparison you count.",
)
def accuracy_error_rate(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions != Y)


@get_accuracy.mistake(
    "You compare (m, 1) with (m,), which gives m×m comparisons, and divide their sum by m.",
    "Every prediction is held against every label, so the accuracy can exceed 1. Both have to be flat before they are "
    "compared.",
)
def accuracy_all_pairs_summed(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions.reshape(-1, 1) == Y) / Y.size


@get_accuracy.mistake(
    "You compare (m, 1) with (m,), which gives m×m comparisons, and take the mean of them all.",
    "Every prediction is held against every label, so the share is about one in ten whatever the network does. Print "
    "the shape of the comparison.",
)
def accuracy_all_pairs_averaged(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions.reshape(-1, 1) == Y)


@get_accuracy.mistake(
    "You return one answer a digit, right or wrong, and not their mean.",
    "Accuracy is a single number for the whole batch: the share of digits that are right.",
)
def accuracy_not_averaged(predictions: Array, Y: Array) -> Any:
    return predictions == Y


@get_accuracy.mistake(
    "You return 1 if every digit is right and otherwise 0.",
    "Part of the digits may be right, and then the share lies in between. Look for a division without fraction, or a "
    "question about all digits at once.",
)
def accuracy_all_or_nothing(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) // Y.size


@get_accuracy.mistake(
    "You measure how far the predicted number lies from the label.",
    "Classes are names: reading a 9 as a 1 is no worse than reading it as an 8. A prediction is right or wrong, and "
    "nothing in between.",
)
def accuracy_by_distance(predictions: Array, Y: Array) -> Any:
    return 1 - np.mean(np.abs(predictions - Y))


@get_accuracy.mistake(
    "You take the argmax of the predictions again.",
    "They are classes already. The argmax of a list of classes is one place in it, and you compare that with every "
    "label.",
)
def accuracy_argmax_again(predictions: Array, Y: Array) -> Any:
    return np.mean(np.argmax(predictions, axis=0) == Y)


@get_accuracy.mistake(
    "You return inside the loop, after the first digit.",
    "`return` ends the function at once, so only one digit is ever counted. Look at how far that line is indented.",
)
def accuracy_return_in_loop(predictions: Array, Y: Array) -> Any:
    correct = 0
    for i in range(len(Y)):
        if predictions[i] == Y[i]:
            correct += 1
        return correct / len(Y)
    return 0.0


@get_accuracy.mistake(
    "You always divide by 1000.",
    "That was the size of one dev set. The number of digits differs from call to call, and Y knows it.",
)
def accuracy_thousand_hard_coded(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / 1000


@get_accuracy.mistake(
    "You round the accuracy to two places.",
    "The small gains of late training disappear in the rounding. Return the share as it is and round where you print "
    "it.",
)
def accuracy_rounded(predictions: Array, Y: Array) -> Any:
    return round(float(np.mean(predictions == Y)), 2)


# make_predictions


@make_predictions.mistake(
    "You return the probabilities A2, not the predicted classes.",
    "One step is missing: from the ten probabilities of each column to the one class that the network chooses.",
)
def make_returns_probabilities(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return A2


@make_predictions.mistake(
    "You return the largest probability of each column, not the class it belongs to.",
    "The value says how sure the network is. Asked for is which digit it sees.",
)
def make_returns_largest_probability(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return np.max(A2, axis=0)


@make_predictions.mistake(
    "You choose the strongest hidden unit (A1) and not the most probable class (A2).",
    "The hidden units have no names; only the outputs stand for digits. Look at the order of the four results of "
    "`forward_prop`.",
)
def make_from_hidden_units(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, A1, _, _ = ref.forward_prop(W1, b1, W2, b2, X)
    return ref.get_predictions(A1)


@make_predictions.mistake(
    "You hand on all four results of `forward_prop` as if they were A2.",
    "The function returns Z1, A1, Z2 and A2 together. Unpack them, and use the one that holds the probabilities.",
)
def make_not_unpacked(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You call `forward_prop` with X first.",
    "It takes the four parameters first and X last, unlike this function. Passed in another order, X is multiplied as "
    "if it were a weight.",
)
def make_arguments_out_of_order(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(X, W1, b1, W2, b2)
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You pass X transposed.",
    "The digits are columns already, as `forward_prop` wants them. Transposed, each pixel would be read as a digit.",
)
def make_x_transposed(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X.T)
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You divide X by 255 once more.",
    "X comes in scaled already, as in training. Scaled twice, every picture is nearly black and the biases decide "
    "alone.",
)
def make_scaled_again(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X / 255)
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You leave out ReLU between the two layers.",
    "The network was trained with it, and its weights fit nothing else. Use the same forward pass here as in training.",
)
def make_no_activation(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    Z1 = W1 @ X + b1
    Z2 = W2 @ Z1 + b2
    return ref.get_predictions(ref.softmax(Z2))


@make_predictions.mistake(
    "You leave out the biases.",
    "The network learned b1 and b2 along with its weights, and reads badly without them. Use the same forward pass "
    "here as in training.",
)
def make_no_biases(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A1 = ref.relu(W1 @ X)
    return ref.get_predictions(ref.softmax(W2 @ A1))


@make_predictions.mistake(
    "You look for the most probable class along the wrong axis: in each row and not in each column.",
    "A column holds the ten probabilities of one digit. There should be one prediction a column, as many as Y has "
    "labels.",
)
def make_wrong_axis(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return np.argmax(A2, axis=1)


@make_predictions.mistake(
    "You look for the largest probability of the whole matrix, without an axis.",
    "That gives one number for all the digits together. Each column of X needs a prediction of its own.",
)
def make_no_axis(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return np.argmax(A2)


@make_predictions.mistake(
    "You predict only the first digit of X.",
    "X may hold any number of digits, one in each column, and every one needs a prediction.",
)
def make_first_digit_only(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    _, _, _, A2 = ref.forward_prop(W1, b1, W2, b2, X[:, 0, None])
    return ref.get_predictions(A2)
