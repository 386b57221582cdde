"""The mistakes of the functions that read the network's answer: get_predictions, make_predictions."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue
from autograder.reference import load

Array = npt.NDArray[Any]

ref = load("a1_first_network")

get_predictions = Catalogue("get_predictions")
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


# get_predictions: another choice


@get_predictions.mistake(
    "You leave the last class out, so a 9 is never predicted.",
    "A slice that ends at -1 stops before the last row. Every row of A2 is a class that may win.",
)
def predictions_last_class_left_out(A2: Array) -> Any:
    return np.argmax(A2[:-1], axis=0)


@get_predictions.mistake(
    "You leave the first row out, so every number is one too small and class 0 is never meant.",
    "Row 0 stands for the digit 0 and may win like the others. Look for a slice that begins at 1.",
)
def predictions_first_class_left_out(A2: Array) -> Any:
    return np.argmax(A2[1:], axis=0)


@get_predictions.mistake(
    "You leave the first row out and add 1, so a zero is never predicted.",
    "Row 0 stands for the digit 0 and may win like the others. Look for a slice that begins at 1.",
)
def predictions_class_zero_never(A2: Array) -> Any:
    return np.argmax(A2[1:], axis=0) + 1


@get_predictions.mistake(
    "You take the rows whose probability is above one half.",
    "There may be none, and they come in the order of the rows. Each column has a prediction: the class with its "
    "largest probability.",
)
def predictions_above_half(A2: Array) -> Any:
    return np.where(A2 > 0.5)[0]


@get_predictions.mistake(
    "You pick the second largest probability.",
    "Sorted from small to large, the largest stands last, at -1. Or let NumPy look for it directly (`argmax`).",
)
def predictions_second_best(A2: Array) -> Any:
    return np.argsort(A2, axis=0)[-2]


@get_predictions.mistake(
    "You round the probabilities, or compare them with 0.5, before looking for the largest.",
    "Where none reaches one half all become 0, and class 0 wins by default. The largest may be small.",
)
def predictions_rounded_first(A2: Array) -> Any:
    return np.argmax(np.round(A2), axis=0)


@get_predictions.mistake(
    "You take the first class whose probability is above 0.1.",
    "Several may be. The prediction is the class with the largest one, whatever its size.",
)
def predictions_above_tenth(A2: Array) -> Any:
    return np.argmax(A2 > 0.1, axis=0)


@get_predictions.mistake(
    "You take the mean of the labels, weighted with their probabilities.",
    "Classes are names: between a 1 and a 7 there is no 4. The prediction is the single class with the largest "
    "probability.",
)
def predictions_expected_label(A2: Array) -> Any:
    return np.arange(len(A2)) @ A2


@get_predictions.mistake(
    "You round the mean of the labels, weighted with their probabilities.",
    "Classes are names: between a 1 and a 7 there is no 4. The prediction is the single class with the largest "
    "probability.",
)
def predictions_expected_label_rounded(A2: Array) -> Any:
    return np.round(np.arange(len(A2)) @ A2).astype(int)


@get_predictions.mistake(
    "You subtract 1 from the number of the class.",
    "Rows are counted from 0 and so are the digits: row 0 stands for the digit 0.",
)
def predictions_one_too_small(A2: Array) -> Any:
    return np.argmax(A2, axis=0) - 1


@get_predictions.mistake(
    "You count the classes from the last row: the order is reversed.",
    "Row 0 stands for the digit 0. Look for a flip, or for a step of -1.",
)
def predictions_upside_down(A2: Array) -> Any:
    return np.argmax(A2[::-1], axis=0)


@get_predictions.mistake(
    "You cut the probabilities down to whole numbers before looking for the largest.",
    "All of them are below 1 and become 0, so class 0 wins every time.",
)
def predictions_whole_number_of_probability(A2: Array) -> Any:
    return np.argmax(A2.astype(int), axis=0)


# get_predictions: another shape, or another order


@get_predictions.mistake(
    "You return the whole ranking of the classes, the most likely first.",
    "Only the first row of that is asked for: one class for each digit.",
)
def predictions_ranking(A2: Array) -> Any:
    return np.argsort(A2, axis=0)[::-1]


@get_predictions.mistake(
    "You return the whole ranking of the classes, the least likely first.",
    "Only one row of that is asked for, the most likely class of each digit.",
)
def predictions_ranking_rising(A2: Array) -> Any:
    return np.argsort(A2, axis=0)


@get_predictions.mistake(
    "You look for the places of the maxima with `np.where`, which lists them row by row: the predictions come out "
    "sorted.",
    "They have to stand in the order of the digits, one for each column from left to right.",
)
def predictions_where_rows(A2: Array) -> Any:
    return np.where(A2.max(axis=0) == A2)[0]


@get_predictions.mistake(
    "You take the columns of the maxima and not their rows.",
    "The column only says which digit of the batch it is. The row is the class.",
)
def predictions_where_columns(A2: Array) -> Any:
    return np.where(A2.max(axis=0) == A2)[1]


@get_predictions.mistake(
    "You return rows and columns of the maxima together, as `np.where` gives them.",
    "One array is asked for: the class of each digit, in the order of the digits.",
)
def predictions_where_whole(A2: Array) -> Any:
    return np.array(np.where(A2.max(axis=0) == A2))


@get_predictions.mistake(
    "You return a row and a column for each maximum, as `np.argwhere` gives them.",
    "One array is asked for: the class of each digit, in the order of the digits.",
)
def predictions_argwhere(A2: Array) -> Any:
    return np.argwhere(A2.max(axis=0) == A2)


@get_predictions.mistake(
    "You return one number: the class that is predicted most often.",
    "Each digit needs a prediction of its own, so there are as many as A2 has columns.",
)
def predictions_most_frequent(A2: Array) -> Any:
    return np.bincount(np.argmax(A2, axis=0)).argmax()


@get_predictions.mistake(
    "You add up or average the probabilities of all digits and return one class.",
    "Each digit needs a prediction of its own, so there are as many as A2 has columns.",
)
def predictions_of_the_average(A2: Array) -> Any:
    return np.argmax(A2.mean(axis=1))


@get_predictions.mistake(
    "You predict only the last digit.",
    "Every column is a digit and needs a prediction. In a loop each one has to be kept, not overwritten by the next.",
)
def predictions_last_digit_only(A2: Array) -> Any:
    return np.argmax(A2[:, -1])


@get_predictions.mistake(
    "You return each class only once.",
    "The predictions stand in the order of the digits, one for each, and may repeat. Look for `unique` or a set.",
)
def predictions_distinct(A2: Array) -> Any:
    return np.unique(np.argmax(A2, axis=0))


@get_predictions.mistake(
    "You compare each column with the largest probability of the columns before it.",
    "Each digit has a largest probability of its own, so what you remember must start anew at each column. Look at "
    "what stands before the outer loop and belongs inside it.",
)
def predictions_maximum_not_reset(A2: Array) -> Any:
    answers = []
    best, place = 0.0, 0
    for column in A2.T:
        for k, p in enumerate(column):
            if p > best:
                best, place = p, k
        answers.append(place)
    return np.array(answers)


@get_predictions.mistake(
    "You compare each probability with the one just above it, not with the largest so far.",
    "The last one that is larger than its neighbour need not be the largest of the column. Look at what your "
    "comparison remembers.",
)
def predictions_larger_than_neighbour(A2: Array) -> Any:
    answers = []
    for column in A2.T:
        rises = [k for k in range(1, column.size) if column[k] > column[k - 1]]
        answers.append(rises[-1] if rises else 0)
    return np.array(answers)


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


# make_predictions: what is returned


@make_predictions.mistake(
    "You return Z2, the logits, not the predicted classes.",
    "From the ten numbers of each column to the one class that the network chooses a step is missing. Look at the "
    "order of the results of `forward_prop`.",
)
def make_returns_logits(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.forward_prop(W1, b1, W2, b2, X)[2]


@make_predictions.mistake(
    "You return A1, what the hidden units put out.",
    "Asked for is the class that the network chooses for each digit. It is found from A2, the last of the results.",
)
def make_returns_hidden(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.forward_prop(W1, b1, W2, b2, X)[1]


@make_predictions.mistake(
    "You return all that `forward_prop` gives.",
    "Only the predicted classes are asked for: one whole number for each column of X.",
)
def make_returns_everything(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.forward_prop(W1, b1, W2, b2, X)


@make_predictions.mistake(
    "You return the probabilities along with the predictions.",
    "One array is asked for: the predicted class of each digit.",
)
def make_returns_pair(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A2 = ref.forward_prop(W1, b1, W2, b2, X)[3]
    return ref.get_predictions(A2), A2


@make_predictions.mistake(
    "You return a matrix with a 1 at the chosen class, a one-hot.",
    "The place is right, but a prediction is compared with labels such as 7. Return the number of the class for each "
    "column.",
)
def make_one_hot(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A2 = ref.forward_prop(W1, b1, W2, b2, X)[3]
    return ref.one_hot(ref.get_predictions(A2), len(A2))


@make_predictions.mistake(
    "You pick the class with the smallest probability.",
    "That is the digit which the network thinks least likely. Its answer is the class it finds most likely.",
)
def make_argmin(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return np.argmin(ref.forward_prop(W1, b1, W2, b2, X)[3], axis=0)


@make_predictions.mistake(
    "You add 1 to the number of the class.",
    "Rows are counted from 0 and so are the digits: row 0 stands for the digit 0.",
)
def make_count_from_one(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.make_predictions(X, W1, b1, W2, b2) + 1


@make_predictions.mistake(
    "Your predictions are a matrix of one column, of shape (m, 1).",
    "Compared with Y, of shape (m,), that gives a table of m by m, every prediction against every label.",
)
def make_column(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.make_predictions(X, W1, b1, W2, b2).reshape(-1, 1)


@make_predictions.mistake(
    "Your predictions are a matrix of one row, of shape (1, m).",
    "Predictions are compared with Y one by one, so they need the shape of Y, which is (m,).",
)
def make_row(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.make_predictions(X, W1, b1, W2, b2).reshape(1, -1)


@make_predictions.mistake(
    "You look for the places of the maxima with `np.where`, which lists them row by row: the predictions come out "
    "sorted.",
    "They have to stand in the order of the digits, one for each column from left to right.",
)
def make_where_rows(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return np.sort(ref.make_predictions(X, W1, b1, W2, b2))


@make_predictions.mistake(
    "You round the probabilities before you choose.",
    "Where none reaches one half all become 0, and class 0 wins by default. Choose the largest, whatever its size.",
)
def make_rounded_first(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return np.argmax(np.round(ref.forward_prop(W1, b1, W2, b2, X)[3]), axis=0)


# make_predictions: what goes in


@make_predictions.mistake(
    "You make fresh random weights, from the seed 0, and do not use the parameters that are given.",
    "An untrained network only guesses. W1, b1, W2 and b2 hold what was learned: pass them on.",
)
def make_fresh_weights(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    params = ref.init_params(X.shape[0], W1.shape[0], W2.shape[0], np.random.default_rng(0))
    return ref.make_predictions(X, *params)


@make_predictions.mistake(
    "You make fresh random weights, from the seed 42, and do not use the parameters that are given.",
    "An untrained network only guesses. W1, b1, W2 and b2 hold what was learned: pass them on.",
)
def make_fresh_weights_of_42(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    params = ref.init_params(X.shape[0], W1.shape[0], W2.shape[0], np.random.default_rng(42))
    return ref.make_predictions(X, *params)


@make_predictions.mistake(
    "You hand over both weights first and then both biases.",
    "`forward_prop` takes them layer by layer: W1, b1, W2, b2, X. In another order a bias is multiplied as if it "
    "were a weight.",
)
def make_weights_before_biases(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A2 = ref.forward_prop(W1, W2, b1, b2, X)[3]
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You hand over b2 where b1 belongs, and b1 where b2 belongs.",
    "`forward_prop` takes the parameters layer by layer: W1, b1, W2, b2. Compare the order of your arguments.",
)
def make_biases_swapped(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.get_predictions(ref.forward_prop(W1, b2, W2, b1, X)[3])


@make_predictions.mistake(
    "You call `forward_prop` without X.",
    "It needs the four parameters and the digits to be read, in the order W1, b1, W2, b2, X.",
)
def make_x_forgotten(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A2 = ref.forward_prop(W1, b1, W2, b2)[3]
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You use `X_dev`, a name from outside, where the argument X belongs.",
    "The function has to read whichever digits it is given. Inside it knows only its arguments.",
)
def make_dev_set_inside(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A2 = ref.forward_prop(W1, b1, W2, b2, X_dev)[3]  # type: ignore[name-defined]  # noqa: F821
    return ref.get_predictions(A2)


@make_predictions.mistake(
    "You subtract the mean of X and divide by its standard deviation.",
    "X comes in scaled already, as in training. The weights fit the digits only as they are.",
)
def make_standardised(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.make_predictions((X - X.mean()) / X.std(), W1, b1, W2, b2)


# make_predictions: another network


@make_predictions.mistake(
    "You leave out the bias b1.",
    "The network learned it along with its weights, and reads badly without it. Use the same forward pass here as in "
    "training.",
)
def make_no_b1(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.make_predictions(X, W1, np.zeros_like(b1), W2, b2)


@make_predictions.mistake(
    "You leave out the bias b2.",
    "The network learned it along with its weights, and reads badly without it. Use the same forward pass here as in "
    "training.",
)
def make_no_b2(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return ref.make_predictions(X, W1, b1, W2, np.zeros_like(b2))


@make_predictions.mistake(
    "You use the sigmoid in the hidden layer.",
    "The network was trained with ReLU there, and its weights fit nothing else. Use the same forward pass here as in "
    "training.",
)
def make_sigmoid_hidden(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A1 = 1 / (1 + np.exp(-(W1 @ X + b1)))
    return ref.get_predictions(W2 @ A1 + b2)


@make_predictions.mistake(
    "You use tanh in the hidden layer.",
    "The network was trained with ReLU there, and its weights fit nothing else. Use the same forward pass here as in "
    "training.",
)
def make_tanh_hidden(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A1 = np.tanh(W1 @ X + b1)
    return ref.get_predictions(W2 @ A1 + b2)


@make_predictions.mistake(
    "You put the output layer's sums through ReLU before you look for the largest.",
    "Where all ten are negative, all ten become 0, and class 0 is read. ReLU belongs to the hidden layer alone.",
)
def make_relu_output(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    A1 = np.maximum(0, W1 @ X + b1)
    return np.argmax(np.maximum(0, W2 @ A1 + b2), axis=0)


@make_predictions.mistake(
    "You leave out ReLU and the bias b1.",
    "The hidden layer is relu(W1 X + b1). Your own `forward_prop` has all of it; call it.",
)
def make_w2_w1_x(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return np.argmax(W2 @ (W1 @ X) + b2, axis=0)


@make_predictions.mistake(
    "You hand single digits to `forward_prop` as flat rows, `X[:, i]`.",
    "Added to the column b1, a flat row of sums becomes a whole matrix (broadcasting). A single digit still is a "
    "column: `X[:, i : i + 1]`. Better, hand over all of X at once.",
)
def make_digits_flat(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    return np.array([np.argmax(ref.forward_prop(W1, b1, W2, b2, x)[3]) for x in X.T])


@make_predictions.mistake(
    "You use `exp` of the output layer's sums as they are.",
    "exp(1000) is too large for a computer: it becomes infinite, and infinity / infinity is NaN, in which no largest "
    "number can be found. Your own `softmax` has the remedy.",
)
def make_no_shift(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    E = np.exp(ref.forward_prop(W1, b1, W2, b2, X)[2])
    return np.argmax(E / E.sum(axis=0), axis=0)


@make_predictions.mistake(
    "You apply softmax along the rows before you choose.",
    "A row is one class over all digits. The probabilities of one digit stand in a column, and are compared with "
    "each other.",
)
def make_softmax_over_rows(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    Z2 = ref.forward_prop(W1, b1, W2, b2, X)[2]
    return ref.get_predictions(ref.softmax(Z2.T).T)
