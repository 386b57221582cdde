"""The mistakes of get_accuracy: one number again, and many ways of counting that come near the right one."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue

Array = npt.NDArray[Any]

get_accuracy = Catalogue("get_accuracy")


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
    "Part of the digits may be right, and then the share lies in between. Look for a division that drops the "
    "fraction (`//`), or a question about all digits at once.",
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
    "You take the mean of the differences between prediction and label.",
    "Classes are names: reading a 9 as a 1 is no worse than reading it as an 8, and errors up and down cancel out. "
    "Ask of each digit whether the two are equal.",
)
def accuracy_mean_difference(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions - Y)


@get_accuracy.mistake(
    "You divide by the sum of the labels.",
    "Labels are names, and their sum says nothing. The share is taken of the number of digits, which is the length of "
    "Y.",
)
def accuracy_divided_by_label_sum(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / np.sum(Y)


@get_accuracy.mistake(
    "You leave the zeros out: a 0 that is read as a 0 does not count.",
    "In Python 0 counts as false, but here it is a digit like the others. Compare with `==` and nothing else.",
)
def accuracy_zeros_left_out(predictions: Array, Y: Array) -> Any:
    return np.sum((predictions == Y) & (Y > 0)) / Y.size


@get_accuracy.mistake(
    "You ask which digits occur in both, whatever their places.",
    "A prediction belongs to one picture, and must be compared with the label of the same picture, place by place.",
)
def accuracy_of_sets(predictions: Array, Y: Array) -> Any:
    return len(set(predictions.tolist()) & set(Y.tolist())) / len(set(Y.tolist()))


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


# divided by another number


@get_accuracy.mistake(
    "You always divide by 10.",
    "10 is the number of classes. The share is taken of the number of digits, which is the length of Y.",
)
def accuracy_divided_by_ten(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / 10


@get_accuracy.mistake(
    "You always divide by 100.",
    "That turns per cent into a share, but only for 100 digits. The number of examples is the length of Y.",
)
def accuracy_divided_by_hundred(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / 100


@get_accuracy.mistake(
    "You always divide by 60000, the size of the whole training file.",
    "The number of digits differs from call to call, and Y knows it.",
)
def accuracy_divided_by_60000(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / 60000


@get_accuracy.mistake(
    "You always divide by 10000, the size of the whole test file.",
    "The number of digits differs from call to call, and Y knows it.",
)
def accuracy_divided_by_10000(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / 10000


@get_accuracy.mistake(
    "You always divide by 784, the number of pixels.",
    "The share is taken of the number of digits, which is the length of Y.",
)
def accuracy_divided_by_784(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / 784


@get_accuracy.mistake(
    "You divide by the largest label plus 1, the number of classes.",
    "The share is taken of the number of digits, which is the length of Y.",
)
def accuracy_divided_by_classes(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / (Y.max() + 1)


@get_accuracy.mistake(
    "You divide by the largest label.",
    "The labels are names, not sizes. The share is taken of the number of digits, which is the length of Y.",
)
def accuracy_divided_by_largest_label(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / Y.max()


@get_accuracy.mistake(
    "You divide by the number of different labels.",
    "The share is taken of the number of digits, which is the length of Y, however many of them are alike.",
)
def accuracy_divided_by_labels_present(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / np.unique(Y).size


@get_accuracy.mistake(
    "You divide by one more than the number of digits.",
    "A counter that starts at 1, or a range with one number too many, does that. All right has to give exactly 1.",
)
def accuracy_m_plus_one(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / (Y.size + 1)


@get_accuracy.mistake(
    "You divide by one less than the number of digits.",
    "All right has to give exactly 1, and a single digit would divide by 0. The number of examples is the length of Y.",
)
def accuracy_m_minus_one(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / (Y.size - 1)


@get_accuracy.mistake(
    "You divide the right ones by the wrong ones.",
    "That is a ratio, which may exceed 1. The share is the right ones out of all digits.",
)
def accuracy_divided_by_wrong(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions == Y) / np.sum(predictions != Y)


# other digits, or not all of them


@get_accuracy.mistake(
    "You leave out the last digit, but divide by all of them: your loop stops one too early.",
    "A range already stops before its end. All right has to give exactly 1.",
)
def accuracy_last_not_counted(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions[:-1] == Y[:-1]) / Y.size


@get_accuracy.mistake(
    "You leave out the first digit, but divide by all of them: your loop starts one too late.",
    "Digits are counted from 0. All right has to give exactly 1.",
)
def accuracy_first_not_counted(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions[1:] == Y[1:]) / Y.size


@get_accuracy.mistake(
    "You look at the last digit only.",
    "In a loop each comparison has to be added to the others, not written over the one before. Look for a counter.",
)
def accuracy_last_only(predictions: Array, Y: Array) -> Any:
    return float(predictions[-1] == Y[-1])


@get_accuracy.mistake(
    "You look at the first digit only.",
    "All digits of the batch count. Look for an index 0, or for a `return` inside a loop.",
)
def accuracy_first_only(predictions: Array, Y: Array) -> Any:
    return float(predictions[0] == Y[0])


@get_accuracy.mistake(
    "You count one digit at most as right, however many are.",
    "A count grows by one with each digit that is right, from what it was before. Does yours, or is it set to 1 again "
    "each time?",
)
def accuracy_counts_to_one(predictions: Array, Y: Array) -> Any:
    right = 0
    for prediction, label in zip(predictions, Y, strict=True):
        if prediction == label:
            right = 1
    return right / Y.size


@get_accuracy.mistake(
    "You return 1 if any digit is right and otherwise 0.",
    "Part of the digits may be right, and then the share lies in between.",
)
def accuracy_any(predictions: Array, Y: Array) -> Any:
    return float(np.any(predictions == Y))


@get_accuracy.mistake(
    "You compare each prediction with the label of the next digit.",
    "The two are shifted against each other by one. Each prediction belongs to the label with the same index.",
)
def accuracy_neighbours(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions == np.roll(Y, -1))


# another comparison


@get_accuracy.mistake(
    "Your accuracy is always 0: no prediction ever counts as right.",
    "If you compare with `is`: that asks whether the two are one and the same thing in memory, and equal numbers need "
    "not be. `==` asks whether they are equal. Otherwise look whether your count gets into the result.",
)
def accuracy_always_zero(predictions: Array, Y: Array) -> Any:
    return sum(p is y for p, y in zip(predictions, Y, strict=True)) / Y.size


@get_accuracy.mistake(
    "You count a prediction as right when it lies within one of the label.",
    "Classes are names: a 4 is not nearly a 5. A prediction is right only where it equals the label.",
)
def accuracy_within_one(predictions: Array, Y: Array) -> Any:
    return np.mean(np.abs(predictions - Y) <= 1)


@get_accuracy.mistake(
    "You divide the sum of the predictions by the sum of the labels.",
    "Too large and too small ones then make up for each other. Count how many are equal, digit by digit.",
)
def accuracy_ratio_of_sums(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions) / np.sum(Y)


@get_accuracy.mistake(
    "You ask whether each prediction occurs anywhere among the labels.",
    "Each prediction belongs to one digit. Compare it with the label of that digit only: equal or not.",
)
def accuracy_label_occurs(predictions: Array, Y: Array) -> Any:
    return np.isin(predictions, Y).mean()


@get_accuracy.mistake(
    "You count the labels that both have in common, as sets.",
    "Sets lose order and number. Compare digit by digit: is this prediction equal to the label in the same place?",
)
def accuracy_common_labels(predictions: Array, Y: Array) -> Any:
    return len(set(predictions.tolist()) & set(Y.tolist())) / Y.size


@get_accuracy.mistake(
    "You count classes and not digits: the different labels that were read right, out of all different labels.",
    "`np.unique` counts a label once, however often it occurs. The share is taken of the digits: how many of them are "
    "right?",
)
def accuracy_of_labels_read(predictions: Array, Y: Array) -> Any:
    return np.unique(predictions[predictions == Y]).size / np.unique(Y).size


@get_accuracy.mistake(
    "You sort both before comparing.",
    "Then each prediction meets the label of another digit. The order of the digits ties the two together.",
)
def accuracy_sorted(predictions: Array, Y: Array) -> Any:
    return np.mean(np.sort(predictions) == np.sort(Y))


@get_accuracy.mistake(
    "You ask whether prediction and label are both other than 0 (`and`).",
    "Python takes every number but 0 as true. The question is whether the two are equal.",
)
def accuracy_both_not_zero(predictions: Array, Y: Array) -> Any:
    return np.mean(np.logical_and(predictions, Y))


@get_accuracy.mistake(
    "You average the predictions themselves, without comparing them.",
    "How large a class's number is says nothing. Count how many predictions equal their labels.",
)
def accuracy_assigned_not_compared(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions)


@get_accuracy.mistake(
    "You count the predictions that are greater than the label or equal to it.",
    "Look at the sign of your comparison: only equal ones are right.",
)
def accuracy_greater_or_equal(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions >= Y)


@get_accuracy.mistake(
    "You return the mean distance between prediction and label.",
    "Classes are names: reading a 9 as a 1 is no worse than reading it as an 8. Count how many are equal.",
)
def accuracy_mean_distance(predictions: Array, Y: Array) -> Any:
    return np.mean(np.abs(predictions - Y))


@get_accuracy.mistake(
    "You return the mean squared error between prediction and label.",
    "Classes are names: reading a 9 as a 1 is no worse than reading it as an 8. Count how many are equal.",
)
def accuracy_squared_distance(predictions: Array, Y: Array) -> Any:
    return np.mean((predictions - Y) ** 2)


@get_accuracy.mistake(
    "You take the share in each class and then the mean over the classes.",
    "A rare class then weighs as much as a frequent one. Asked for is the share of all the digits.",
)
def accuracy_mean_over_classes(predictions: Array, Y: Array) -> Any:
    return np.mean([np.mean(predictions[label == Y] == label) for label in np.unique(Y)])


@get_accuracy.mistake(
    "You take the share of right answers for each class that was read, and the mean of these shares.",
    "A class that was read once then counts as much as one that was read often. Each digit counts the same: right "
    "answers divided by m.",
)
def accuracy_mean_over_read_classes(predictions: Array, Y: Array) -> Any:
    return np.mean([np.mean(Y[predictions == k] == k) for k in np.unique(predictions)])


@get_accuracy.mistake(
    "You stop counting at the first wrong answer.",
    "Those after it count as well. Look at a `break`: the loop should go on to the last digit.",
)
def accuracy_break_at_wrong(predictions: Array, Y: Array) -> Any:
    count = 0
    for p, y in zip(predictions, Y, strict=True):
        if p != y:
            break
        count += 1
    return count / Y.size


@get_accuracy.mistake(
    "You take 1 away for each wrong answer.",
    "A wrong answer counts 0, not -1: the accuracy is the share of right ones and never below 0.",
)
def accuracy_wrong_subtracted(predictions: Array, Y: Array) -> Any:
    return np.mean(np.where(predictions == Y, 1, -1))


@get_accuracy.mistake(
    "You look at the first half of the digits only.",
    "All digits count. Look at where your slice or your loop ends.",
)
def accuracy_first_half(predictions: Array, Y: Array) -> Any:
    half = max(1, Y.size // 2)
    return np.mean(predictions[:half] == Y[:half])


@get_accuracy.mistake(
    "You compute how strongly predictions and labels are correlated.",
    "Labels are names of classes, not quantities: a 7 that is read as an 8 is as wrong as one that is read as a 0. "
    "Count the equal ones.",
)
def accuracy_correlation(predictions: Array, Y: Array) -> Any:
    with np.errstate(all="ignore"):
        return np.corrcoef(predictions, Y)[0, 1]


@get_accuracy.mistake(
    "You multiply predictions by labels, as for the angle between two vectors.",
    "Labels are names of classes, not quantities. Compare each prediction with its label, and count the equal ones.",
)
def accuracy_cosine(predictions: Array, Y: Array) -> Any:
    with np.errstate(all="ignore"):
        return predictions @ Y / np.sqrt((predictions @ predictions) * (Y @ Y))


@get_accuracy.mistake(
    "You measure how far predictions are from the labels, in ninths.",
    "Reading a 7 as an 8 is not half right because the numbers are close: an answer is equal to its label or wrong.",
)
def accuracy_by_share_of_distance(predictions: Array, Y: Array) -> Any:
    return 1 - np.mean(np.abs(predictions - Y)) / 9


# another number


@get_accuracy.mistake(
    "You count the wrong predictions.",
    "The share of right ones is asked for: count where the two are equal, and divide by the number of digits.",
)
def accuracy_count_wrong(predictions: Array, Y: Array) -> Any:
    return np.sum(predictions != Y)


@get_accuracy.mistake(
    "You return the wrong ones in per cent.",
    "Accuracy is the share of the right ones, between 0 and 1, so that all right is 1.",
)
def accuracy_error_per_cent(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions != Y) * 100


@get_accuracy.mistake(
    "You return per cent, rounded to a whole number.",
    "Accuracy here is a share between 0 and 1, and not rounded. Show per cent only where you print it.",
)
def accuracy_whole_per_cent(predictions: Array, Y: Array) -> Any:
    return round(100 * float(np.mean(predictions == Y)))


@get_accuracy.mistake(
    "You round the accuracy to one place.",
    "The gains of training disappear in the rounding. Return the exact share and round where you print it.",
)
def accuracy_rounded_to_tenths(predictions: Array, Y: Array) -> Any:
    return round(float(np.mean(predictions == Y)), 1)


@get_accuracy.mistake(
    "You round the accuracy to three places.",
    "Small gains disappear in the rounding. Return the exact share and round where you print it.",
)
def accuracy_rounded_to_thousandths(predictions: Array, Y: Array) -> Any:
    return round(float(np.mean(predictions == Y)), 3)


@get_accuracy.mistake(
    "You round the accuracy to a whole number, 0 or 1.",
    "Part of the digits may be right, and then the share lies in between. Return it as it is.",
)
def accuracy_rounded_to_whole(predictions: Array, Y: Array) -> Any:
    return float(round(float(np.mean(predictions == Y))))


@get_accuracy.mistake(
    "You divide by the number of digits twice.",
    "One division turns the count into a share. `mean` contains it already.",
)
def accuracy_squared(predictions: Array, Y: Array) -> Any:
    return np.mean(predictions == Y) / Y.size
