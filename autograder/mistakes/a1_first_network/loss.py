"""Mistakes in the loss, cross_entropy: one number, so each has to show in the value of a mean.

Where an entry guards against the log of 0, its floor is one that students often choose.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

cross_entropy = Catalogue("cross_entropy")


# where the probability is 0


@cross_entropy.mistake(
    "You take the log of 0 when the true class has the probability 0, so the loss is infinite.",
    "One such digit spoils the mean over all. Keep the probability a tiny step above 0 before you take its logarithm.",
)
def cross_entropy_log_of_zero(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(A2[Y, np.arange(Y.size)]))


@cross_entropy.mistake(
    "You multiply 0 by the log of 0, which gives NaN as soon as any class has the probability 0.",
    "The one-hot zeros don't cancel an infinite logarithm. Keep the probabilities a tiny step above 0, "
    "or look up the true class only.",
)
def cross_entropy_zero_times_infinity(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(H * np.log(A2)) / Y.size


@cross_entropy.mistake(
    "You count a loss of 0 where the true class has the probability 0.",
    "There the network is as wrong as it can be, so the loss must be large. Put a tiny number in the place of 0.",
)
def cross_entropy_zero_counts_nothing(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    logs = np.log(p, where=p > 0, out=np.zeros(Y.size))
    return -np.mean(logs)


@cross_entropy.mistake(
    "You leave out the digits whose true class has the probability 0.",
    "Those are the digits that the network gets most wrong. Each of them must count, with a large loss.",
)
def cross_entropy_zero_left_out(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    return -np.mean(np.log(p[p > 0]))


@cross_entropy.mistake(
    "Your guard against the log of 0 is too high: it lifts small probabilities far up before the logarithm.",
    "A digit that is read quite wrongly then costs far too little. Choose a far smaller number.",
)
def cross_entropy_floor_too_high(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    return -np.mean(np.log(np.maximum(p, 1e-3)))


@cross_entropy.mistake(
    "You add 1 to the probability before the logarithm.",
    "That avoids the log of 0 but changes every loss: a probability of 1 must cost 0, and yours gives log 2. "
    "Only a tiny number may be added.",
)
def cross_entropy_log_of_one_plus(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(A2[Y, np.arange(Y.size)] + 1))


@cross_entropy.mistake(
    "You take the minimum of the probability and the floor, so every probability becomes the floor.",
    "Then all digits have the same large loss. A floor is what nothing may fall below: of the two numbers the larger "
    "one counts.",
)
def cross_entropy_minimum(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.minimum(A2[Y, np.arange(Y.size)], 1e-15)))


# the mean


@cross_entropy.mistake(
    "You average over all entries of the matrix, ten for each digit.",
    "Nine of the ten are 0, so the loss comes out ten times too small. Divide by the number of digits.",
)
def cross_entropy_mean_over_all_entries(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.mean(H * np.log(A2 + 1e-15))


@cross_entropy.mistake(
    "You sum the losses of the digits without dividing by m.",
    "A larger batch then looks worse than a small one. The loss is the mean over the digits, so 1/m belongs to it.",
)
def cross_entropy_summed(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.sum(np.log(p))


@cross_entropy.mistake(
    "You return one loss for each digit.",
    "The exercise asks for one number, by which a whole batch is judged: the mean of these.",
)
def cross_entropy_not_averaged(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.log(p)


@cross_entropy.mistake(
    "You divide by the number of classes instead of the number of digits.",
    "The length of A2 counts its rows, which are classes. The mean runs over its columns.",
)
def cross_entropy_divided_by_classes(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.sum(np.log(p)) / len(A2)


@cross_entropy.mistake(
    "You take the logarithm of the mean probability.",
    "The order counts: first the logarithm for each digit, then the mean. Otherwise one very wrong digit hardly shows.",
)
def cross_entropy_log_of_mean(A2: Array, Y: Array) -> Any:
    return -np.log(np.mean(A2[Y, np.arange(Y.size)]) + 1e-15)


# another formula


@cross_entropy.mistake(
    "You forget the minus sign.",
    "The logarithm of a probability is negative or 0, and a loss is positive: the worse the answer, the larger.",
)
def cross_entropy_no_minus(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return np.mean(np.log(p))


@cross_entropy.mistake(
    "You leave out the logarithm and average the probabilities of the true class, with a minus sign.",
    "Without the logarithm a certain but wrong answer costs hardly more than a doubtful one. "
    "Cross-entropy is about -log p.",
)
def cross_entropy_no_log(A2: Array, Y: Array) -> Any:
    return -np.mean(A2[Y, np.arange(Y.size)])


@cross_entropy.mistake(
    "You average 1 minus the probability of the true class.",
    "That grows as the answer gets worse, but never above 1. Cross-entropy uses the logarithm, "
    "so that a certain but wrong answer costs a lot.",
)
def cross_entropy_one_minus_p(A2: Array, Y: Array) -> Any:
    return np.mean(1 - A2[Y, np.arange(Y.size)])


@cross_entropy.mistake(
    "You take the logarithm to the base 2.",
    "The gradients of the backward pass belong to the natural logarithm. With ten equal probabilities "
    "the loss should be 2.303.",
)
def cross_entropy_log_two(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.mean(np.log2(p))


@cross_entropy.mistake(
    "You take the logarithm to the base 10.",
    "The gradients of the backward pass belong to the natural logarithm. With ten equal probabilities "
    "the loss should be 2.303.",
)
def cross_entropy_log_ten(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.mean(np.log10(p))


@cross_entropy.mistake(
    "You add the term with 1 - Y and log(1 - A2) of the binary cross-entropy.",
    "That formula is for one yes-or-no question. Here ten classes share a probability of 1, so the true class says "
    "it all.",
)
def cross_entropy_binary(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    eps = 1e-15
    return -np.sum(H * np.log(A2 + eps) + (1 - H) * np.log(1 - A2 + eps)) / Y.size


@cross_entropy.mistake(
    "You average the binary cross-entropy, with its 1 - Y term, over all entries of the matrix.",
    "That formula is for yes-or-no questions. Here only the true class of each digit counts, "
    "and the mean runs over the digits.",
)
def cross_entropy_binary_mean(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    eps = 1e-15
    return -np.mean(H * np.log(A2 + eps) + (1 - H) * np.log(1 - A2 + eps))


@cross_entropy.mistake(
    "You compute the squared error, summed over the classes.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class. "
    "The gradient of the lesson belongs to that.",
)
def cross_entropy_squared_error(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return np.sum((A2 - H) ** 2) / Y.size


@cross_entropy.mistake(
    "You compute the mean squared error over all entries.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class. "
    "The gradient of the lesson belongs to that.",
)
def cross_entropy_mean_squared_error(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return np.mean((A2 - H) ** 2)


@cross_entropy.mistake(
    "You measure how undecided the network is (A2 times log A2), and the labels have no part in it.",
    "A certain but wrong answer then costs nothing. The labels must say which probability counts.",
)
def cross_entropy_without_labels(A2: Array, Y: Array) -> Any:
    return -np.sum(A2 * np.log(A2 + 1e-15)) / Y.size


@cross_entropy.mistake(
    "You have the roles swapped: the logarithm of the one-hot labels, times A2.",
    "The labels are 0 and 1, so their logarithm is 0 or a log of 0. The logarithm is taken of the probabilities.",
)
def cross_entropy_roles_swapped(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(A2 * np.log(H + 1e-15)) / Y.size


@cross_entropy.mistake(
    "You apply softmax to A2 once more, as losses in some libraries do by themselves.",
    "A2 already holds probabilities. A second softmax makes all classes nearly equal, "
    "and the loss can never come near 0.",
)
def cross_entropy_softmax_again(A2: Array, Y: Array) -> Any:
    p = ref.softmax(A2)[Y, np.arange(Y.size)]
    return -np.mean(np.log(p))


@cross_entropy.mistake(
    "You round the loss to two decimals.",
    "Near the end of training the loss changes by less than that, and progress seems to stop. "
    "Round when you print, not when you compute.",
)
def cross_entropy_rounded(A2: Array, Y: Array) -> Any:
    return round(ref.cross_entropy(A2, Y), 2)


# which probabilities


@cross_entropy.mistake(
    "You combine every digit with the label of every other digit: a dot product makes all pairs.",
    "Each label belongs to one column only. Multiply number by number, or look up one entry in each column.",
)
def cross_entropy_all_pairs(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(np.dot(H.T, np.log(A2 + 1e-15))) / Y.size


@cross_entropy.mistake(
    "You pick whole rows of A2 by the labels, so every digit is combined with every label.",
    "One index picks rows. To get one entry a column, the row and the column must both be given.",
)
def cross_entropy_whole_rows(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[Y], 1e-15)))


@cross_entropy.mistake(
    "You add up the logarithms of all ten classes of each digit: the dot product lets the labels drop out.",
    "Only the true class counts. Multiply the one-hot labels and the logarithms number by number.",
)
def cross_entropy_all_classes(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(np.dot(H, np.log(A2 + 1e-15).T)) / Y.size


@cross_entropy.mistake(
    "You use the labels to choose columns of A2.",
    "A label is a class, and the classes are the rows. The columns are the digits, which you want one after another.",
)
def cross_entropy_columns_by_label(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[:, Y], 1e-15)))


@cross_entropy.mistake(
    "You give row and column in the wrong order, as for digits in rows.",
    "Here the classes are the rows of A2 and the digits its columns. The first index is the row.",
)
def cross_entropy_index_order(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[np.arange(Y.size), Y], 1e-15)
    return -np.mean(np.log(p))


@cross_entropy.mistake(
    "You use the largest probability of each column, whichever class it belongs to.",
    "Then a certain but wrong answer costs nothing. Use the probability of the class that the label names.",
)
def cross_entropy_largest_probability(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(A2.max(axis=0)))


@cross_entropy.mistake(
    "You multiply by the raw labels instead of their one-hot form.",
    "Then a 9 counts nine times and a 0 not at all. A label is a name, not an amount.",
)
def cross_entropy_raw_labels(A2: Array, Y: Array) -> Any:
    return -np.sum(Y * np.log(A2 + 1e-15)) / Y.size


# the mean, in other forms


@cross_entropy.mistake(
    "You divide by m - 1.",
    "That is for estimating a variance. The mean of m losses is their sum divided by m, the number of digits.",
)
def cross_entropy_m_minus_one(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.sum(np.log(p)) / max(Y.size - 1, 1)


@cross_entropy.mistake(
    "You divide by m + 1.",
    "A counter that starts at 1, or a range with one number too many, does that. The mean of m losses is their sum "
    "divided by m.",
)
def cross_entropy_m_plus_one(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.sum(np.log(p)) / (Y.size + 1)


@cross_entropy.mistake(
    "You have an extra factor of 1/2, as for squared error (1 / 2m).",
    "The mean of the losses is their sum divided by m alone. With ten equal probabilities the loss should be 2.303.",
)
def cross_entropy_halved(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.sum(np.log(p)) / (2 * Y.size)


@cross_entropy.mistake(
    "You divide by m twice.",
    "`mean` already contains the division by m, the number of digits. Look for a second one.",
)
def cross_entropy_m_twice(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.mean(np.log(p)) / Y.size


@cross_entropy.mistake(
    "You always divide by 1000.",
    "m is the number of digits in this batch. A number written into the function is wrong for every other batch.",
)
def cross_entropy_thousand_hard_coded(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.sum(np.log(p)) / 1000


@cross_entropy.mistake(
    "You take the median of the losses.",
    "The exercise asks for the mean, in which every digit counts, also one that is very wrong.",
)
def cross_entropy_median(A2: Array, Y: Array) -> Any:
    return np.median(-np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)))


@cross_entropy.mistake(
    "You take the largest of the losses.",
    "The exercise asks for the mean over all digits, not for the worst of them.",
)
def cross_entropy_largest_loss(A2: Array, Y: Array) -> Any:
    return np.max(-np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)))


@cross_entropy.mistake(
    "You take the smallest of the losses.",
    "The exercise asks for the mean over all digits, not for the best of them. Look for `min` or for a largest "
    "logarithm.",
)
def cross_entropy_smallest_loss(A2: Array, Y: Array) -> Any:
    return np.min(-np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)))


@cross_entropy.mistake(
    "You return the loss of the first digit alone.",
    "The loss is the mean over all digits. In a loop, look at how far the `return` is indented.",
)
def cross_entropy_first_digit(A2: Array, Y: Array) -> Any:
    return -np.log(max(A2[Y[0], 0], 1e-12))


@cross_entropy.mistake(
    "You return inside the loop, after the first digit, and divide by m.",
    "`return` ends the function at once, so only the first loss is ever added. Look at how far that line is indented.",
)
def cross_entropy_return_in_loop(A2: Array, Y: Array) -> Any:
    return -np.log(max(A2[Y[0], 0], 1e-12)) / Y.size


@cross_entropy.mistake(
    "You return the loss of the last digit alone.",
    "In a loop each loss has to be added to the sum, not written over the one before. Look for `+=` and for the "
    "division by m.",
)
def cross_entropy_last_digit(A2: Array, Y: Array) -> Any:
    return -np.log(max(A2[Y[-1], -1], 1e-12))


@cross_entropy.mistake(
    "You divide the loss of the last digit by m: the others are overwritten.",
    "In a loop each loss has to be added to the sum. Look for `=` where `+=` belongs.",
)
def cross_entropy_last_digit_over_m(A2: Array, Y: Array) -> Any:
    return -np.log(max(A2[Y[-1], -1], 1e-12)) / Y.size


@cross_entropy.mistake(
    "You leave out the last digit, but divide by all: your loop stops one too early.",
    "A range already stops before its end. Every digit counts in the mean.",
)
def cross_entropy_last_left_out(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y[:-1], np.arange(Y.size - 1)], 1e-12)
    return -np.sum(np.log(p)) / Y.size


@cross_entropy.mistake(
    "You leave out the first digit, but divide by all: your loop starts one too late.",
    "Digits are counted from 0. Every digit counts in the mean.",
)
def cross_entropy_first_left_out(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y[1:], np.arange(1, Y.size)], 1e-12)
    return -np.sum(np.log(p)) / Y.size


@cross_entropy.mistake(
    "You take the logarithm of the sum of the probabilities.",
    "The order counts: first the logarithm for each digit, then the mean.",
)
def cross_entropy_log_of_sum(A2: Array, Y: Array) -> Any:
    return -np.log(np.sum(A2[Y, np.arange(Y.size)]) + 1e-12)


@cross_entropy.mistake(
    "You return an array with a single number in it, of shape (1,).",
    "The loss is a plain number. Look for `keepdims`, or for an axis that was left.",
)
def cross_entropy_shape_of_one(A2: Array, Y: Array) -> Any:
    return np.array([-np.mean(np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)))])


# another formula, continued


@cross_entropy.mistake(
    "You take the exponential of the loss at the end: that is the perplexity.",
    "With ten equal probabilities you get 10, and the loss should be 2.303. It is the mean of -log p itself.",
)
def cross_entropy_perplexity(A2: Array, Y: Array) -> Any:
    return np.exp(-np.mean(np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12))))


@cross_entropy.mistake(
    "You average 1 / p instead of -log p.",
    "Both grow as the answer gets worse, but differently. Cross-entropy uses the logarithm of the probability.",
)
def cross_entropy_inverse_probability(A2: Array, Y: Array) -> Any:
    return np.mean(1 / np.maximum(A2[Y, np.arange(Y.size)], 1e-12))


@cross_entropy.mistake(
    "You square the logarithms.",
    "That makes them positive too, but it is another loss. A minus sign does it.",
)
def cross_entropy_log_squared(A2: Array, Y: Array) -> Any:
    return np.mean(np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)) ** 2)


@cross_entropy.mistake(
    "You multiply each logarithm by its probability: p log p.",
    "That is a term of the entropy. The true class has the weight 1 from the label, not p.",
)
def cross_entropy_p_log_p(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.mean(p * np.log(p))


@cross_entropy.mistake(
    "You weight each loss with 1 - p: that is a focal loss.",
    "Every digit counts the same here, also one that is nearly right. The loss is the mean of -log p.",
)
def cross_entropy_focal(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return -np.mean((1 - p) * np.log(p))


@cross_entropy.mistake(
    "You take the logarithm of 1 minus the probability of the true class.",
    "The loss then grows as the answer gets better. Take the logarithm of that probability itself.",
)
def cross_entropy_log_of_the_other(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(1 - A2[Y, np.arange(Y.size)], 1e-12)))


@cross_entropy.mistake(
    "You compute the absolute error, summed over the classes.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class.",
)
def cross_entropy_absolute_error(A2: Array, Y: Array) -> Any:
    return np.sum(np.abs(A2 - ref.one_hot(Y, A2.shape[0]))) / Y.size


@cross_entropy.mistake(
    "You compute the mean absolute error over all entries.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class.",
)
def cross_entropy_mean_absolute_error(A2: Array, Y: Array) -> Any:
    return np.mean(np.abs(A2 - ref.one_hot(Y, A2.shape[0])))


@cross_entropy.mistake(
    "You compute half the squared error, summed over the classes.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class. The gradient of "
    "the lesson belongs to that.",
)
def cross_entropy_half_squared_error(A2: Array, Y: Array) -> Any:
    return np.sum((A2 - ref.one_hot(Y, A2.shape[0])) ** 2) / (2 * Y.size)


@cross_entropy.mistake(
    "You return the share of digits that are read correctly.",
    "That is the accuracy. The loss also asks how sure the network is: the mean of -log of the probability of the "
    "true class.",
)
def cross_entropy_accuracy(A2: Array, Y: Array) -> Any:
    return np.mean(np.argmax(A2, axis=0) == Y)


@cross_entropy.mistake(
    "You return the share of digits that are read wrongly.",
    "A loss also asks how sure the network is: the mean of -log of the probability of the true class.",
)
def cross_entropy_share_wrong(A2: Array, Y: Array) -> Any:
    return np.mean(np.argmax(A2, axis=0) != Y)


@cross_entropy.mistake(
    "You compute a hinge loss, the margin between the true class and the best other one.",
    "That is for other networks. Here only the probability of the true class counts, by its logarithm.",
)
def cross_entropy_hinge(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    others = np.where(ref.one_hot(Y, A2.shape[0]) == 1, -1, A2).max(axis=0)
    return np.mean(np.maximum(0, 1 - p + others))


@cross_entropy.mistake(
    "You take only the term of the wrong classes, with 1 - Y and log(1 - A2).",
    "That is half of the binary formula. Here the true class of each digit says it all: -log of its probability.",
)
def cross_entropy_other_classes_only(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum((1 - H) * np.log(1 - A2 + 1e-12)) / Y.size


@cross_entropy.mistake(
    "You have the roles swapped: the logarithm of the labels, kept above 1e-12, times A2.",
    "The logarithm is taken of the probabilities; the one-hot labels only choose which of them counts, that of the "
    "true class.",
)
def cross_entropy_log_of_labels(A2: Array, Y: Array) -> Any:
    H = np.clip(ref.one_hot(Y, A2.shape[0]), 1e-12, 1)
    return -np.sum(A2 * np.log(H)) / Y.size


@cross_entropy.mistake(
    "You have the roles swapped: the logarithm of the labels, kept above 1e-10, times A2.",
    "The logarithm is taken of the probabilities; the one-hot labels only choose which of them counts, that of the "
    "true class.",
)
def cross_entropy_log_of_labels_ten(A2: Array, Y: Array) -> Any:
    H = np.clip(ref.one_hot(Y, A2.shape[0]), 1e-10, 1)
    return -np.sum(A2 * np.log(H)) / Y.size


@cross_entropy.mistake(
    "You have the roles swapped: the logarithm of the labels, kept above 1e-8, times A2.",
    "The logarithm is taken of the probabilities; the one-hot labels only choose which of them counts, that of the "
    "true class.",
)
def cross_entropy_log_of_labels_wide(A2: Array, Y: Array) -> Any:
    H = np.clip(ref.one_hot(Y, A2.shape[0]), 1e-8, 1)
    return -np.sum(A2 * np.log(H)) / Y.size


# which probabilities, continued


@cross_entropy.mistake(
    "You average the logarithms of all probabilities, and the labels have no part in it.",
    "The labels must say which probability counts: that of the true class of each digit.",
)
def cross_entropy_log_of_all(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2, 1e-12)))


@cross_entropy.mistake(
    "You take the log after the other classes were multiplied by 0.",
    "Each of these zeros then counts with the log of a tiny number, a loss of 30 or more. Take the log first, or look "
    "up the true class only.",
)
def cross_entropy_log_of_masked(A2: Array, Y: Array) -> Any:
    masked = np.maximum(A2 * ref.one_hot(Y, A2.shape[0]), 1e-15)
    return -np.sum(np.log(masked)) / Y.size


@cross_entropy.mistake(
    "You take the log after the other classes were multiplied by 0, and average over all entries.",
    "Each of these zeros then counts with the log of a tiny number, a loss of 30 or more. Take the log first, or look "
    "up the true class only.",
)
def cross_entropy_log_of_masked_averaged(A2: Array, Y: Array) -> Any:
    masked = np.maximum(A2 * ref.one_hot(Y, A2.shape[0]), 1e-15)
    return -np.mean(np.log(masked))


@cross_entropy.mistake(
    "You multiply the probabilities by the raw labels, and then take the log.",
    "A label is a name, not an amount: a 9 does not make anything nine times as likely. It says which row of its "
    "column counts.",
)
def cross_entropy_times_labels(A2: Array, Y: Array) -> Any:
    weighted = np.maximum(A2 * Y, 1e-15)
    return -np.sum(np.log(weighted)) / Y.size


@cross_entropy.mistake(
    "You multiply the probabilities by the raw labels, take the log, and average over all entries.",
    "A label is a name, not an amount: a 9 does not make anything nine times as likely. It says which row of its "
    "column counts.",
)
def cross_entropy_times_labels_averaged(A2: Array, Y: Array) -> Any:
    weighted = np.maximum(A2 * Y, 1e-15)
    return -np.mean(np.log(weighted))


@cross_entropy.mistake(
    "You multiply the probabilities by the raw labels and take the log of each column's sum.",
    "A label is a name, not an amount: a 9 does not make anything nine times as likely. It says which row of its "
    "column counts.",
)
def cross_entropy_times_labels_added_up(A2: Array, Y: Array) -> Any:
    sums = np.maximum((A2 * Y).sum(axis=0), 1e-15)
    return -np.mean(np.log(sums))


@cross_entropy.mistake(
    "You multiply by the raw labels instead of their one-hot form, and average over all entries.",
    "Then a 9 counts nine times and a 0 not at all. A label is a name, not an amount.",
)
def cross_entropy_raw_labels_averaged(A2: Array, Y: Array) -> Any:
    return -np.mean(Y * np.log(A2 + 1e-12))


@cross_entropy.mistake(
    "You look one row above the label: Y - 1.",
    "Labels and rows both start at 0: the digit 3 has its probability in row 3.",
)
def cross_entropy_label_too_small(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[Y - 1, np.arange(Y.size)], 1e-12)))


@cross_entropy.mistake(
    "You look up every label in the first column.",
    "The column says which digit it is, and each digit has its own. Row and column must both be given.",
)
def cross_entropy_first_column(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[Y, 0], 1e-12)))


@cross_entropy.mistake(
    "You take the probability of class 0 for every digit: A2[0] is the first row.",
    "Each digit has a label that says which row counts for it. Row and column must both be given.",
)
def cross_entropy_class_zero(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[0], 1e-12)))


@cross_entropy.mistake(
    "You use the first label for every digit.",
    "Each column has its own label. Look at the index of Y.",
)
def cross_entropy_first_label(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[Y[0]], 1e-12)))


@cross_entropy.mistake(
    "You use the smallest probability of each column, whichever class it belongs to.",
    "Use the probability of the class that the label names.",
)
def cross_entropy_smallest_probability(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2.min(axis=0), 1e-12)))


@cross_entropy.mistake(
    "You multiply with the one-hot labels transposed.",
    "A2 has a row for each class and a column for each digit, and the one-hot labels must have the same shape.",
)
def cross_entropy_one_hot_transposed(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0]).T
    return -np.sum(H * np.log(A2 + 1e-12)) / Y.size


@cross_entropy.mistake(
    "You count the classes from the labels of the batch, as the largest label plus 1.",
    "When the batch holds no 9, a row is missing and the labels no longer fit A2. A2 knows how many classes there are.",
)
def cross_entropy_classes_from_batch(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, Y.max() + 1)
    return -np.sum(H * np.log(A2 + 1e-12)) / Y.size


@cross_entropy.mistake(
    "You apply softmax to A2 once more and average over all entries.",
    "A2 already holds probabilities, and of each digit only that of the true class counts. The mean runs over the "
    "digits.",
)
def cross_entropy_z2_expected(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.mean(H * np.log(ref.softmax(A2)))
