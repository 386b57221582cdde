"""Mistakes in softmax: the axis, the shift, the exponent, the sum, and every combination that people write.

Shift and sum can each run over columns, rows or everything, and most combinations give numbers that look right.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

softmax = Catalogue("softmax")


@softmax.mistake(
    "You divide by the sum of the whole matrix.",
    "Each column is one digit, so the ten numbers of each column must add up to 1 by themselves. "
    "Look at what your sum runs over.",
)
def softmax_over_all(Z: Array) -> Any:
    E = np.exp(Z - Z.max())
    return E / E.sum()


@softmax.mistake(
    "You divide by the sum of the whole matrix, and large logits overflow as well.",
    "Each column is one digit and must add up to 1 by itself: look at what your sum runs over. "
    "Then think of the shift that keeps the exponentials small.",
)
def softmax_over_all_no_shift(Z: Array) -> Any:
    return np.exp(Z) / np.sum(np.exp(Z))


@softmax.mistake(
    "You take the exponentials of logits that are still large: without the shift, or with one that is too small.",
    "exp(1000) is too large for a computer: it becomes infinite, and infinity / infinity is NaN. What you subtract "
    "from a column first has to leave nothing above 0 in it: its largest logit, and not the place where that stands "
    "(`argmax`). The result stays the same.",
)
def softmax_no_shift(Z: Array) -> Any:
    E = np.exp(Z)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the maximum of the whole matrix, the same number for every column.",
    "A column that lies far below the others then has only exponentials of 0, and 0 / 0 is NaN. "
    "Each column needs a shift of its own.",
)
def softmax_global_shift(Z: Array) -> Any:
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You make each row add up to 1: the axis is the wrong one.",
    "A row is one class over all digits, a column is one digit over all classes. "
    "The probabilities of one digit are those that add up to 1.",
)
def softmax_over_rows(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@softmax.mistake(
    "You make each row add up to 1, as the axis is the wrong one, and large logits overflow as well.",
    "A column is one digit, so its ten probabilities add up to 1. Mend the axis first, then think of the shift "
    "that keeps the exponentials small.",
)
def softmax_over_rows_no_shift(Z: Array) -> Any:
    E = np.exp(Z)
    return E / np.sum(E, axis=1, keepdims=True)


@softmax.mistake(
    "You subtract the maximum of each row instead of each column.",
    "The shift cancels only if every number of one column is moved by the same amount. "
    "Look at the axis of your maximum.",
)
def softmax_shift_over_rows(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You sum along the rows and without keepdims, so the sums do not line up with the matrix.",
    "There must be one sum for each column, as each column is one digit. Print the shape of your sums "
    "beside the shape of Z.",
)
def softmax_no_keepdims(Z: Array) -> Any:
    E = np.exp(Z - np.max(Z))
    return E / np.sum(E, axis=1)


@softmax.mistake(
    "You subtract the minimum of each column.",
    "Then the smallest logit becomes 0 and the largest stays as large as the gap between them, which still overflows. "
    "After the shift no logit should be above 0.",
)
def softmax_minimum_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.min(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the mean of each column.",
    "Logits far above the mean still overflow. After the shift no logit should be above 0: "
    "which number of the column must you take away for that?",
)
def softmax_mean_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.mean(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract mean and divide by standard deviation before the exponentials.",
    "Subtracting is harmless, but dividing changes how far the logits lie apart, and with it every probability.",
)
def softmax_standardised(Z: Array) -> Any:
    N = (Z - Z.mean(axis=0)) / Z.std(axis=0)
    E = np.exp(N)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You divide the logits by their maximum instead of subtracting it.",
    "Only subtracting leaves the result as it was. Dividing brings the logits closer together "
    "and so changes every probability.",
)
def softmax_divided_logits(Z: Array) -> Any:
    E = np.exp(Z / Z.max(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You use the shift above the line but not below it: the sum is over exponentials that are not shifted.",
    "The shift cancels only if it is in both. Take the exponentials once and use the same ones twice.",
)
def softmax_shift_above_only(Z: Array) -> Any:
    return np.exp(Z - Z.max(axis=0)) / np.sum(np.exp(Z), axis=0)


@softmax.mistake(
    "You subtract the maximum after taking the exponentials.",
    "The shift is for the logits: before the exponentials it cancels, afterwards it only leaves zeros and "
    "negative numbers.",
)
def softmax_shift_after_exp(Z: Array) -> Any:
    E = np.exp(Z)
    E = E - E.max(axis=0)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the logits from their maximum, so every exponent has its sign turned round.",
    "The largest logit must get the largest probability; yours gets the smallest. "
    "Look at the order of the subtraction, or at a minus sign.",
)
def softmax_sign_turned(Z: Array) -> Any:
    E = np.exp(Z.max(axis=0) - Z)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You apply softmax twice.",
    "The second time it takes probabilities for logits. They lie between 0 and 1, so all classes come out "
    "nearly equal.",
)
def softmax_twice(Z: Array) -> Any:
    return ref.softmax(ref.softmax(Z))


@softmax.mistake(
    "You set the negative logits to 0 before softmax: ReLU comes first.",
    "Below 0 the logits still say which class is less likely. ReLU belongs to the hidden layer only.",
)
def softmax_relu_first(Z: Array) -> Any:
    return ref.softmax(np.maximum(0, Z))


@softmax.mistake(
    "You apply the sigmoid to each number by itself.",
    "The sigmoid answers yes or no for one class. Softmax shares a probability of 1 among the ten classes of a digit.",
)
def softmax_sigmoid(Z: Array) -> Any:
    return 1 / (1 + np.exp(-Z))


@softmax.mistake(
    "You return the logarithm of the probabilities.",
    "Probabilities lie between 0 and 1; yours are negative. The logarithm comes later, in the cross-entropy.",
)
def softmax_log(Z: Array) -> Any:
    S = Z - Z.max(axis=0)
    return S - np.log(np.sum(np.exp(S), axis=0))


@softmax.mistake(
    "You shift each column but do not divide by its sum: the largest of each column comes out as 1.",
    "You have the exponentials, or the exponentials over the largest of them. Each column must add up to 1.",
)
def softmax_largest_is_one(Z: Array) -> Any:
    return np.exp(Z - Z.max(axis=0))


@softmax.mistake(
    "You return the exponentials and do not divide them.",
    "They are positive, but not yet probabilities. What must you divide a column by for it to add up to 1?",
)
def softmax_not_divided(Z: Array) -> Any:
    return np.exp(Z)


@softmax.mistake(
    "You divide the logits by their sum, without exponentials.",
    "Negative logits then give negative probabilities, or the sum is near 0. "
    "The exponential makes every number positive first.",
)
def softmax_no_exp(Z: Array) -> Any:
    return Z / Z.sum(axis=0)


@softmax.mistake(
    "You divide by the exponential of the sum, not by the sum of the exponentials.",
    "The two differ, and the columns do not add up to 1. Look at the order of exp and sum below the line.",
)
def softmax_exp_of_sum(Z: Array) -> Any:
    return np.exp(Z) / np.exp(np.sum(Z, axis=0))


@softmax.mistake(
    "You divide each column by its length as a vector (the norm).",
    "Then the squares add up to 1, not the numbers themselves. Probabilities are divided by their sum.",
)
def softmax_norm(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / np.linalg.norm(E, axis=0)


@softmax.mistake(
    "You divide by the mean of each column instead of its sum.",
    "Each column then adds up to the number of classes. What must you divide by to get 1?",
)
def softmax_divided_by_mean(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / E.mean(axis=0)


@softmax.mistake(
    "You raise 2 to the power of the logits instead of e.",
    "The columns add up to 1, but the gradient that follows in the backward pass holds for e only.",
)
def softmax_base_two(Z: Array) -> Any:
    E = np.exp2(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You add a small number to the sum instead of shifting the logits.",
    "Very negative logits then give only zeros, a column that adds up to 0, and large ones still overflow to NaN. "
    "The shift cures both.",
)
def softmax_epsilon_in_sum(Z: Array) -> Any:
    E = np.exp(Z)
    return E / (E.sum(axis=0) + 1e-8)


@softmax.mistake(
    "You cut large logits off at a limit, so that they no longer overflow.",
    "Two logits beyond the limit become equal, and so do their probabilities. A shift keeps the distance between them.",
)
def softmax_clipped(Z: Array) -> Any:
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You replace NaN by 0 after the division.",
    "The NaN comes from logits too large for exp: there the right class should have got almost 1, and gets 0. "
    "Prevent the overflow instead of hiding it.",
)
def softmax_nan_to_zero(Z: Array) -> Any:
    E = np.exp(Z)
    return np.nan_to_num(E / E.sum(axis=0))


@softmax.mistake(
    "You give 1 to the largest logit of each column and 0 to the others.",
    "That is a decision, not a probability, and it has no slope to learn from. Softmax leaves every class a share.",
)
def softmax_one_hot(Z: Array) -> Any:
    return (Z.max(axis=0) == Z).astype(float)


@softmax.mistake(
    "You round the probabilities to two decimals.",
    "Small probabilities become 0, and the logarithm of 0 is infinite. Round when you print, not when you compute.",
)
def softmax_rounded(Z: Array) -> Any:
    return np.round(ref.softmax(Z), 2)


@softmax.mistake(
    "You subtract the maximum from Z itself, so the array that you were given is changed.",
    "The values are right, but forward_prop returns Z2 as well and would find it shifted. Give the shifted logits "
    "a name of their own.",
)
def softmax_in_place(Z: Array) -> Any:
    Z -= Z.max(axis=0)
    E = np.exp(Z)
    return E / E.sum(axis=0)


# the wrong axis, in other combinations


@softmax.mistake(
    "You shift each column rightly, but then make each row add up to 1: the axis of the sum is the wrong one.",
    "A column is one digit, so its ten probabilities add up to 1. Compare the two axes in your code.",
)
def softmax_over_rows_column_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=1, keepdims=True)


@softmax.mistake(
    "You make each row add up to 1, as the axis of the sum is the wrong one, and shift all columns by one number.",
    "A column is one digit: it adds up to 1 by itself and needs a shift of its own.",
)
def softmax_over_rows_global_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=1, keepdims=True)


@softmax.mistake(
    "You shift each column rightly, but then divide by the sum of the whole matrix.",
    "Each column is one digit and must add up to 1 by itself. Look at what your sum runs over: it needs an axis.",
)
def softmax_over_all_column_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum()


@softmax.mistake(
    "You subtract the maximum of each row and divide by the sum of the whole matrix.",
    "Each column is one digit: its shift and its sum both run over that column. Look at the axis of both.",
)
def softmax_over_all_row_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum()


@softmax.mistake(
    "You shift each column rightly, but sum along the rows and without keepdims, so the sums do not line up.",
    "There must be one sum for each column, as each column is one digit. Print the shape of your sums.",
)
def softmax_no_keepdims_column_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=1)


@softmax.mistake(
    "You subtract the maximum after the exponential, not before it.",
    "`exp(Z) - max` is not `exp(Z - max)`: only inside the exponential does the shift cancel out, and keep the numbers "
    "small. Look at your brackets.",
)
def softmax_maxima_after_exp(Z: Array) -> Any:
    E = np.exp(Z) - Z.max(axis=0)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the maximum of the whole matrix after the exponential, not before it.",
    "`exp(Z) - max` is not `exp(Z - max)`: only inside the exponential does the shift cancel out, and keep the numbers "
    "small. Look at your brackets.",
)
def softmax_maximum_after_exp(Z: Array) -> Any:
    E = np.exp(Z) - Z.max()
    return E / E.sum(axis=0)


@softmax.mistake(
    "You divide by a sum that is still being added up.",
    "Each row is divided by the total of the rows so far, and only the last by the whole. First add up all the rows, "
    "then divide: two loops, one after the other, or none.",
)
def softmax_divided_by_running_sum(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / np.cumsum(E, axis=0)


@softmax.mistake(
    "You subtract the maxima of the rows, and they do not line up with the matrix.",
    "Each column needs a shift of its own, its largest logit. Look at the axis of your maximum, and print its shape "
    "beside that of Z.",
)
def softmax_shift_no_keepdims(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=1))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You take the maxima and the sums of the rows, and they do not line up with the matrix.",
    "Each column is about one digit: it needs a shift of its own and adds up to 1 by itself. Look at the axis of your "
    "maximum and of your sum.",
)
def softmax_rows_no_keepdims(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=1))
    return E / E.sum(axis=1)


@softmax.mistake(
    "You subtract the maxima of Z's columns from Z transposed, and the two do not line up.",
    "A column of Z is one digit as it is, and its maximum stands over it. Leave out the `.T`.",
)
def softmax_transposed_against_maxima(Z: Array) -> Any:
    E = np.exp(Z.T - Z.max(axis=0))
    return (E / E.sum(axis=0)).T


# the shift


@softmax.mistake(
    "You use the shift below the line but not above it.",
    "The shift cancels only if it is in both. Take the exponentials once and use the same ones twice.",
)
def softmax_shift_below_only(Z: Array) -> Any:
    return np.exp(Z) / np.sum(np.exp(Z - Z.max(axis=0)), axis=0)


@softmax.mistake(
    "You add the maximum of each column instead of subtracting it.",
    "It cancels either way, but adding makes large logits larger still, and they overflow. After the shift no logit "
    "should be above 0.",
)
def softmax_shift_added(Z: Array) -> Any:
    E = np.exp(Z + Z.max(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the largest absolute value of each column.",
    "Where all logits are far below 0 that moves them further down, to exponentials of 0. Subtract the largest logit "
    "itself.",
)
def softmax_shift_by_largest_size(Z: Array) -> Any:
    E = np.exp(Z - np.abs(Z).max(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the mean of the whole matrix, the same number for every column.",
    "Logits far above it still overflow, and columns far below it become 0 / 0. Each column needs a shift of its "
    "own, by its largest logit.",
)
def softmax_global_mean_shift(Z: Array) -> Any:
    E = np.exp(Z - Z.mean())
    return E / E.sum(axis=0)


@softmax.mistake(
    "You divide the logits by the maximum of the whole matrix.",
    "Only subtracting leaves the result as it was. Dividing brings the logits closer together and so changes every "
    "probability.",
)
def softmax_divided_by_global_maximum(Z: Array) -> Any:
    E = np.exp(Z / Z.max())
    return E / E.sum(axis=0)


@softmax.mistake(
    "You divide each column by its largest number, signs aside, before the exponentials.",
    "Only subtracting leaves the result as it was. Dividing brings the logits closer together and so changes every "
    "probability.",
)
def softmax_divided_by_largest_size(Z: Array) -> Any:
    Z = Z / np.abs(Z).max(axis=0)
    E = np.exp(Z)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You cut logits off at 50 and -50, so that they no longer overflow.",
    "Two logits beyond the limit become equal, and so do their probabilities. A shift keeps the distance between them.",
)
def softmax_clipped_at_50(Z: Array) -> Any:
    E = np.exp(np.clip(Z, -50, 50))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You cut logits off at 100 and -100, so that they no longer overflow.",
    "Two logits beyond the limit become equal, and so do their probabilities. A shift keeps the distance between them.",
)
def softmax_clipped_at_100(Z: Array) -> Any:
    E = np.exp(np.clip(Z, -100, 100))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You cut only the large logits off, at 700.",
    "Two logits beyond the limit become equal, and a column of very negative ones gives 0 / 0. A shift keeps the "
    "distance between them.",
)
def softmax_clipped_above(Z: Array) -> Any:
    E = np.exp(np.minimum(Z, 700))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the maximum of the first row, the same number for every column.",
    "The first row is one class over all digits, and a column that lies far above or below that number gives NaN. Each "
    "column needs a shift of its own, by its largest logit.",
)
def softmax_shift_by_first_row(Z: Array) -> Any:
    E = np.exp(Z - Z[0].max())
    return E / E.sum(axis=0)


@softmax.mistake(
    "You subtract the maximum after dividing it by the sum: brackets are missing.",
    "Division comes before minus. The shift belongs into the exponent, and the division comes last.",
)
def softmax_brackets_missing(Z: Array) -> Any:
    return np.exp(Z) - Z.max(axis=0) / np.sum(np.exp(Z), axis=0)


# the exponent


@softmax.mistake(
    "You turn the sign of the logits round: the smallest one gets the largest probability.",
    "Look for a minus sign in the exponent. The larger the logit, the larger the probability.",
)
def softmax_negative_exponent(Z: Array) -> Any:
    return ref.softmax(-Z)


@softmax.mistake(
    "You have a minus sign in the exponent, as in the sigmoid, so the smallest logit gets the largest probability.",
    "The larger the logit, the larger the probability. A shift against overflow is missing too.",
)
def softmax_negative_exponent_no_shift(Z: Array) -> Any:
    E = np.exp(-Z)
    return E / E.sum(axis=0)


@softmax.mistake(
    "You divide the logits by 10, a temperature, before the exponentials.",
    "That brings the probabilities closer together. Here the logits go into the exponentials as they are, but for "
    "the shift.",
)
def softmax_temperature_ten(Z: Array) -> Any:
    return ref.softmax(Z / 10)


@softmax.mistake(
    "You divide the logits by 2, a temperature, before the exponentials.",
    "That brings the probabilities closer together. Here the logits go into the exponentials as they are, but for "
    "the shift.",
)
def softmax_temperature_two(Z: Array) -> Any:
    return ref.softmax(Z / 2)


@softmax.mistake(
    "You multiply the logits by 2 before the exponentials.",
    "That drives the probabilities apart. Here the logits go into the exponentials as they are, but for the shift.",
)
def softmax_temperature_half(Z: Array) -> Any:
    return ref.softmax(Z * 2)


@softmax.mistake(
    "You divide the logits by the number of classes.",
    "That brings the probabilities closer together. Here the logits go into the exponentials as they are, but for "
    "the shift.",
)
def softmax_temperature_size(Z: Array) -> Any:
    return ref.softmax(Z / len(Z))


@softmax.mistake(
    "You raise 10 to the power of the logits instead of e.",
    "The columns add up to 1, but the gradient that follows in the backward pass holds for e only.",
)
def softmax_base_ten(Z: Array) -> Any:
    S = Z - Z.max(axis=0)
    return 10.0**S / np.sum(10.0**S, axis=0)


@softmax.mistake(
    "You write e as 2.718, and for large exponents that is too coarse.",
    "The rounding grows with the exponent: at -10 it makes a probability wrong by a thousandth part. `np.exp` has all "
    "the digits of e.",
)
def softmax_e_rounded(Z: Array) -> Any:
    E = 2.718 ** (Z - Z.max(axis=0))
    return E / E.sum(axis=0)


@softmax.mistake(
    "You take the absolute value of the logits before the exponentials.",
    "A very negative logit means very unlikely, and yours becomes very likely. The sign of a logit matters.",
)
def softmax_exponent_absolute(Z: Array) -> Any:
    return ref.softmax(np.abs(Z))


@softmax.mistake(
    "You square the logits before the exponentials.",
    "A very negative logit means very unlikely, and yours becomes very likely. The exponent is the logit itself.",
)
def softmax_exponent_squared(Z: Array) -> Any:
    return ref.softmax(Z**2)


@softmax.mistake(
    "You divide the logits by their sum before the exponentials.",
    "Then they hardly differ, and neither do the probabilities. Only the exponentials are divided by their sum.",
)
def softmax_of_shares(Z: Array) -> Any:
    return ref.softmax(Z / Z.sum(axis=0))


@softmax.mistake(
    "You put the logits through tanh before softmax.",
    "They then lie between -1 and 1 and the probabilities close together. Softmax takes the logits as they are.",
)
def softmax_of_tanh(Z: Array) -> Any:
    return ref.softmax(np.tanh(Z))


# below the line


@softmax.mistake(
    "You add 1 to the sum in the denominator.",
    "Then the columns add up to less than 1. Below the line stands only the sum of the exponentials.",
)
def softmax_one_in_sum(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / (E.sum(axis=0) + 1)


@softmax.mistake(
    "You add a small number, 0.1, to the sum in the denominator, and it is too large for its purpose.",
    "The columns no longer add up to 1. After the shift the sum is at least 1, so nothing needs to be added.",
)
def softmax_tenth_in_sum(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / (E.sum(axis=0) + 0.1)


@softmax.mistake(
    "You add a small number, 0.01, to the sum in the denominator, and it is too large for its purpose.",
    "The columns no longer add up to 1. After the shift the sum is at least 1, so nothing needs to be added.",
)
def softmax_hundredth_in_sum(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / (E.sum(axis=0) + 0.01)


@softmax.mistake(
    "You add a small number, 0.001, to the sum in the denominator, and it is too large for its purpose.",
    "The columns no longer add up to 1. After the shift the sum is at least 1, so nothing needs to be added.",
)
def softmax_thousandth_in_sum(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E / (E.sum(axis=0) + 0.001)


@softmax.mistake(
    "You divide by the sum of the shifted logits: the exponentials are missing in the denominator.",
    "The columns do not add up to 1, and the signs are wrong. The same exponentials stand above and below the line.",
)
def softmax_no_exp_below(Z: Array) -> Any:
    S = Z - Z.max(axis=0)
    return np.exp(S) / S.sum(axis=0)


@softmax.mistake(
    "You divide by the sum of the logits: the exponentials are missing in the denominator.",
    "The columns do not add up to 1. The same exponentials stand above and below the line.",
)
def softmax_no_exp_below_no_shift(Z: Array) -> Any:
    return np.exp(Z) / Z.sum(axis=0)


@softmax.mistake(
    "You divide the shifted logits by the sum of the exponentials: above the line the exponentials are missing.",
    "A probability is never negative. The same exponentials stand above and below the line.",
)
def softmax_no_exp_above(Z: Array) -> Any:
    S = Z - Z.max(axis=0)
    return S / np.sum(np.exp(S), axis=0)


@softmax.mistake(
    "You divide the logits by the sum of the exponentials: above the line the exponentials are missing.",
    "A probability is never negative. The same exponentials stand above and below the line.",
)
def softmax_no_exp_above_no_shift(Z: Array) -> Any:
    return Z / np.sum(np.exp(Z), axis=0)


@softmax.mistake(
    "You divide the shifted logits by their sum, without exponentials.",
    "The largest logit then gets 0. The exponential makes every number positive and keeps the order; it belongs "
    "above and below the line.",
)
def softmax_no_exp_shifted(Z: Array) -> Any:
    S = Z - Z.max(axis=0)
    return S / S.sum(axis=0)


@softmax.mistake(
    "You divide the shifted exponentials by the number of classes.",
    "That would be a mean, and the columns do not add up to 1. Divide each column by its own sum.",
)
def softmax_by_number_of_classes(Z: Array) -> Any:
    return np.exp(Z - Z.max(axis=0)) / len(Z)


@softmax.mistake(
    "You divide each column of logits by its length as a vector (the norm), without exponentials.",
    "Negative logits stay negative, and the columns do not add up to 1. Exponentials first, then their sum.",
)
def softmax_norm_of_logits(Z: Array) -> Any:
    return Z / np.linalg.norm(Z, axis=0)


@softmax.mistake(
    "You scale each column between its minimum and maximum.",
    "Then the largest is 1 and the smallest 0, but they do not add up to 1. Exponentials first, then divide by their "
    "sum.",
)
def softmax_min_max(Z: Array) -> Any:
    low = Z.min(axis=0)
    return (Z - low) / (Z.max(axis=0) - low)


@softmax.mistake(
    "You subtract the smallest logit and divide by the sum: the exponential is missing.",
    "The smallest logit then always has the probability 0, and twice the distance counts twice, not squared. "
    "Exponentials first, then divide by their sum.",
)
def softmax_share_above_minimum(Z: Array) -> Any:
    above = Z - Z.min(axis=0)
    return above / above.sum(axis=0)


@softmax.mistake(
    "You take squares where exponentials belong.",
    "A square too is never negative, but -3 then counts as much as 3. The exponential keeps the order of the logits.",
)
def softmax_squares(Z: Array) -> Any:
    return Z**2 / np.sum(Z**2, axis=0)


@softmax.mistake(
    "You square the shifted logits where exponentials belong.",
    "A square too is never negative, but the largest logit, which is 0 after the shift, then gets the probability 0. "
    "The exponential keeps the order of the logits.",
)
def softmax_squares_shifted(Z: Array) -> Any:
    S = (Z - Z.max(axis=0)) ** 2
    return S / S.sum(axis=0)


@softmax.mistake(
    "You take absolute values where exponentials belong.",
    "Then -3 counts as much as 3. The exponential makes every number positive and keeps the order of the logits.",
)
def softmax_absolute(Z: Array) -> Any:
    return np.abs(Z) / np.sum(np.abs(Z), axis=0)


@softmax.mistake(
    "You divide the sigmoids of a column by their sum.",
    "The columns add up to 1, but the sigmoid flattens large logits. Softmax divides exponentials by their sum.",
)
def softmax_sigmoid_shared(Z: Array) -> Any:
    S = 1 / (1 + np.exp(-Z))
    return S / S.sum(axis=0)


@softmax.mistake(
    "You subtract the sum of the exponentials where you have to divide by it.",
    "Subtracting gives negative numbers. A share is a part divided by the whole.",
)
def softmax_minus_sum(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E - E.sum(axis=0)


@softmax.mistake(
    "You divide the sum by each exponential: the fraction stands on its head.",
    "Then all numbers are above 1, and the smallest logit gets the largest. A share is a part divided by the whole.",
)
def softmax_inverted_fraction(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E.sum(axis=0) / E


@softmax.mistake(
    "You drop the fractions: you divide with `//`, or write the results into an array of whole numbers (`int`).",
    "Probabilities are fractions, so all that is left is 0 and now and then a 1.",
)
def softmax_floor_division(Z: Array) -> Any:
    E = np.exp(Z - Z.max(axis=0))
    return E // E.sum(axis=0)


@softmax.mistake(
    "You call an array as if it were a function.",
    "Either a variable has the name of a function, such as `sum`, which is then out of reach, or a dot or an operator "
    "is missing before the round bracket.",
)
def softmax_array_called(Z: Array) -> Any:
    total: Any = np.exp(Z - Z.max(axis=0))
    return total / total(axis=0)


# what is returned


@softmax.mistake(
    "You take the exponential of the probabilities at the end.",
    "All of them are then 1 or more. The exponentials come first, and dividing by their sum is the last step.",
)
def softmax_exponential_again(Z: Array) -> Any:
    return np.exp(ref.softmax(Z))


@softmax.mistake(
    "You return 1 minus the probability.",
    "That is the probability that it is not this class. Each column of the right answer adds up to 1.",
)
def softmax_one_minus(Z: Array) -> Any:
    return 1 - ref.softmax(Z)


@softmax.mistake(
    "You shift by the maximum of the whole matrix, or divide by it, and the largest number of all comes out as 1.",
    "Each column is one digit, and each must add up to 1: divide it by its own sum.",
)
def softmax_global_shift_not_divided(Z: Array) -> Any:
    return np.exp(Z - Z.max())


@softmax.mistake(
    "You return the number of the most likely class of each column.",
    "That is the work of a later function. Softmax gives a probability to every class.",
)
def softmax_predictions(Z: Array) -> Any:
    return np.argmax(Z, axis=0)


@softmax.mistake(
    "You return only the largest probability of each column.",
    "The loss and the gradient need the probabilities of all classes. The result has the shape of Z.",
)
def softmax_largest_only(Z: Array) -> Any:
    return ref.softmax(Z).max(axis=0)


@softmax.mistake(
    "You make the digits rows: the result is transposed and each row of it adds up to 1.",
    "Here a digit is a column, before and after. Look for a `.T` that is not undone.",
)
def softmax_rows_transposed(Z: Array) -> Any:
    return ref.softmax(Z).T


@softmax.mistake(
    "You transpose Z and then work down its columns, which now are the classes.",
    "A column of Z is one digit as it is. Leave out the `.T`.",
)
def softmax_of_transposed(Z: Array) -> Any:
    return ref.softmax(Z.T)


@softmax.mistake(
    "You sort the probabilities of each column.",
    "The row says which class it is. Each probability has to stay in the row of its logit.",
)
def softmax_sorted(Z: Array) -> Any:
    return np.sort(ref.softmax(Z), axis=0)


@softmax.mistake(
    "You raise every probability to at least 0.01.",
    "The columns then add up to more than 1. A guard against the log of 0 belongs to the cross-entropy, and is far "
    "smaller.",
)
def softmax_clipped_probabilities(Z: Array) -> Any:
    return np.maximum(ref.softmax(Z), 0.01)
