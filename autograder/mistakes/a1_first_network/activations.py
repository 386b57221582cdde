"""Mistakes in the activations: relu, its derivative, and softmax.

They are kept apart from the rest of the forward pass because one wrong activation spoils every number after it:
the student should hear of it by name, and here first.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

relu = Catalogue("relu")
relu_deriv = Catalogue("relu_deriv")
softmax = Catalogue("softmax")


# relu


@relu.mistake(
    "You call `np.max` with 0 and the array, and `np.max` takes its second argument for an axis.",
    "`np.max` looks for the largest number within one array. ReLU compares every number with 0 by itself; "
    "NumPy has a function with a longer name for that.",
)
def relu_np_max(Z: Array) -> Any:
    return np.max(0, Z)


@relu.mistake(
    "You ask Python whether the whole array is larger than 0, with `if` or with the built-in `max`.",
    "An array has many numbers, some above 0 and some below, so there is no single answer. "
    "ReLU decides for each number by itself.",
)
def relu_builtin_max(Z: Array) -> Any:
    return max(0, Z)


@relu.mistake(
    "You take the largest number of each column.",
    "ReLU keeps the shape of its input: every number is compared with 0, not with its neighbours. "
    "Look at what the second argument of your maximum means.",
)
def relu_max_per_column(Z: Array) -> Any:
    return np.max(Z, 0)


@relu.mistake(
    "You return the largest number of the whole array.",
    "The next layer needs one output for each hidden unit and each digit, so what comes out has as many numbers "
    "as what went in. Compare each number with 0.",
)
def relu_max_over_all(Z: Array) -> Any:
    return max(0, np.max(Z))


@relu.mistake(
    "You write the zeros into Z itself, so the array that you were given is changed.",
    "The backward pass asks Z where it was above 0, and so must find it as it was. Put the result into a new array.",
)
def relu_in_place(Z: Array) -> Any:
    Z[Z < 0] = 0
    return Z


@relu.mistake(
    "You let a hundredth of each negative number through: that is leaky ReLU.",
    "It is a relative with uses of its own. Here every negative number becomes exactly 0.",
)
def relu_leaky(Z: Array) -> Any:
    return np.where(Z > 0, Z, 0.01 * Z)


@relu.mistake(
    "You let a tenth of each negative number through: that is leaky ReLU.",
    "It is a relative with uses of its own. Here every negative number becomes exactly 0.",
)
def relu_leaky_tenth(Z: Array) -> Any:
    return np.maximum(0.1 * Z, Z)


@relu.mistake(
    "You curve the negative numbers towards -1 with an exponential: that is ELU, not ReLU.",
    "ReLU is made of two straight pieces. Ask what it should give for -3, and for -300.",
)
def relu_elu(Z: Array) -> Any:
    return np.where(Z > 0, Z, np.exp(np.minimum(Z, 0)) - 1)


@relu.mistake(
    "You keep the negative numbers and turn the positive ones into 0.",
    "It is the other way round: a unit is silent below 0 and passes its input on above 0. "
    "Look at the comparison, or at minimum and maximum.",
)
def relu_minimum(Z: Array) -> Any:
    return np.minimum(0, Z)


@relu.mistake(
    "You take the absolute value, so -3 becomes 3.",
    "A negative input means that the unit stays silent. What should -3 become?",
)
def relu_absolute(Z: Array) -> Any:
    return np.abs(Z)


@relu.mistake(
    "You return 1 where Z is above 0 and 0 elsewhere: that is the derivative of ReLU.",
    "ReLU itself passes a positive number on as it is: 2.5 stays 2.5. The derivative has an exercise of its own.",
)
def relu_step(Z: Array) -> Any:
    return np.where(Z > 0, 1, 0)


@relu.mistake(
    "You also cut the numbers above 1 down to 1.",
    "ReLU has no upper limit. Only the negative numbers are changed.",
)
def relu_clipped_at_one(Z: Array) -> Any:
    return np.clip(Z, 0, 1)


@relu.mistake(
    "You leave the negative numbers out instead of setting them to 0, so the result is one flat row.",
    "The shape must stay as it was, as each place belongs to one hidden unit and one digit. "
    "The negative numbers keep their places and become 0.",
)
def relu_negatives_left_out(Z: Array) -> Any:
    return Z[Z > 0]


@relu.mistake(
    "You return Z as it came in.",
    "If you compute the result, it is lost on the way: NumPy gives you a new array and leaves Z as it is. "
    "Look at what your last line returns.",
)
def relu_unchanged(Z: Array) -> Any:
    np.maximum(0, Z)
    return Z


@relu.mistake(
    "You round the results to whole numbers.",
    "The fractions are lost when the array holds integers: 0.7 becomes 0. Look at the type of the array that you fill.",
)
def relu_whole_numbers(Z: Array) -> Any:
    return np.maximum(0, Z).astype(int)


@relu.mistake(
    "You compute the sigmoid, which squeezes every number between 0 and 1.",
    "This network uses ReLU in its hidden layer: negative numbers become 0, the others stay as they are.",
)
def relu_sigmoid(Z: Array) -> Any:
    return 1 / (1 + np.exp(-Z))


@relu.mistake(
    "You compute tanh, which squeezes every number between -1 and 1.",
    "This network uses ReLU in its hidden layer: negative numbers become 0, the others stay as they are.",
)
def relu_tanh(Z: Array) -> Any:
    return np.tanh(Z)


@relu.mistake(
    "You compute log(1 + exp(z)), the smooth curve called softplus.",
    "It only resembles ReLU. ReLU has a corner: exactly 0 below 0, and z itself above.",
)
def relu_softplus(Z: Array) -> Any:
    return np.log(1 + np.exp(Z))


@relu.mistake(
    "You compare with 1 instead of 0, so no output is ever below 1.",
    "A unit that is silent gives 0. Look at the number that you compare Z with.",
)
def relu_floor_of_one(Z: Array) -> Any:
    return np.maximum(1, Z)


@relu.mistake(
    "You let both loops run over the number of rows, so the columns beyond it are never reached, or are not there.",
    "`len(Z)` counts the rows. An array has as many columns as there are digits: look at both numbers of its shape.",
)
def relu_square_loops(Z: Array) -> Any:
    A = np.zeros(Z.shape)
    for i in range(len(Z)):
        for j in range(len(Z)):
            if Z[i, j] > 0:
                A[i, j] = Z[i, j]
    return A


# relu_deriv


@relu_deriv.mistake(
    "You return 1 where Z is below 0: the derivative is inverted.",
    "The slope of ReLU is 1 where it rises and 0 where it is flat. On which side of 0 does it rise?",
)
def relu_deriv_inverted(Z: Array) -> Any:
    return Z < 0


@relu_deriv.mistake(
    "You have the two values swapped: 0 where Z is above 0, and 1 everywhere else.",
    "The slope of ReLU is 1 where it rises and 0 where it is flat. Draw the curve and look at both sides of 0.",
)
def relu_deriv_values_swapped(Z: Array) -> Any:
    return np.where(Z > 0, 0, 1)


@relu_deriv.mistake(
    "You return 1 also where Z is exactly 0.",
    "At the corner itself the course takes the slope as 0. Look at your comparison: does it hold for 0?",
)
def relu_deriv_one_at_zero(Z: Array) -> Any:
    return Z >= 0


@relu_deriv.mistake(
    "You return Z where it is above 0: that is ReLU itself, not its derivative.",
    "The derivative is a slope. Above 0 the curve is a straight line: how steep is it, whatever Z is?",
)
def relu_deriv_returns_relu(Z: Array) -> Any:
    return Z * (Z > 0)


@relu_deriv.mistake(
    "You return 1 everywhere.",
    "Where Z is below 0 ReLU is flat, so its derivative there is 0: a silent unit has no part in the error.",
)
def relu_deriv_all_ones(Z: Array) -> Any:
    return np.ones_like(Z)


@relu_deriv.mistake(
    "You return the sign of Z, so the negative numbers give -1.",
    "Below 0 ReLU is flat; it does not go down. What is the slope of a flat line?",
)
def relu_deriv_sign(Z: Array) -> Any:
    return np.sign(Z)


@relu_deriv.mistake(
    "You give the negative side a slope of 0.01: that is the derivative of leaky ReLU.",
    "This network uses ReLU, which is flat below 0. Its derivative there is exactly 0.",
)
def relu_deriv_leaky(Z: Array) -> Any:
    return np.where(Z > 0, 1, 0.01)


@relu_deriv.mistake(
    "You ask with `if` whether the whole array is above 0.",
    "Some of its numbers are and some are not, so Python can't say. Each number has a derivative of its own, 0 or 1.",
)
def relu_deriv_if_on_array(Z: Array) -> Any:
    return 1 if Z > 0 else 0


@relu_deriv.mistake(
    "You answer once for the whole array: is any number above 0?",
    "Each hidden unit has, for each digit, a slope of its own. The result has the shape of Z.",
)
def relu_deriv_any(Z: Array) -> Any:
    return np.any(Z > 0)


@relu_deriv.mistake(
    "You keep only the places where Z is above 0, so the result is one flat row.",
    "The backward pass multiplies this with an array of the shape of Z, place by place. The zeros are needed too.",
)
def relu_deriv_zeros_left_out(Z: Array) -> Any:
    return np.ones_like(Z)[Z > 0]


@relu_deriv.mistake(
    "You set the positive numbers to 1 and leave the negative ones as they are.",
    "There are two cases, and the second is not dealt with: below 0 the derivative is 0.",
)
def relu_deriv_negatives_left(Z: Array) -> Any:
    D = Z.copy()
    D[D > 0] = 1
    return D


@relu_deriv.mistake(
    "You write the ones and zeros into Z itself, so the array that you were given is changed.",
    "The values are right, but whoever uses Z afterwards finds it gone. Put the result into a new array.",
)
def relu_deriv_in_place(Z: Array) -> Any:
    Z[Z <= 0] = 0
    Z[Z > 0] = 1
    return Z


@relu_deriv.mistake(
    "You divide ReLU by Z, and where Z is 0 that is 0 / 0, not a number.",
    "The rest is right. A comparison gives the derivative without a division, and so without this gap.",
)
def relu_deriv_divided_by_z(Z: Array) -> Any:
    return ref.relu(Z) / Z


@relu_deriv.mistake(
    "You return 1 wherever Z is not 0, so for negative numbers as well.",
    "Python takes every number but 0 as true. The question is whether Z is above 0, not whether there is a number.",
)
def relu_deriv_not_zero(Z: Array) -> Any:
    return np.where(Z, 1, 0)


@relu_deriv.mistake(
    "You compute the derivative of the sigmoid.",
    "The derivative must be that of the function which the hidden layer uses, and here it is ReLU: two straight "
    "pieces, so only two slopes.",
)
def relu_deriv_sigmoid(Z: Array) -> Any:
    s = 1 / (1 + np.exp(-Z))
    return s * (1 - s)


@relu_deriv.mistake(
    "You compute the derivative of tanh.",
    "The derivative must be that of the function which the hidden layer uses, and here it is ReLU: two straight "
    "pieces, so only two slopes.",
)
def relu_deriv_tanh(Z: Array) -> Any:
    return 1 - np.tanh(Z) ** 2


@relu_deriv.mistake(
    "You use the formula a(1 - a) of the sigmoid on the output of ReLU.",
    "That formula belongs to the sigmoid alone. For ReLU ask how steep the line is to the left and to the right of 0.",
)
def relu_deriv_sigmoid_formula(Z: Array) -> Any:
    A = ref.relu(Z)
    return A * (1 - A)


# softmax


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
    "You take the exponentials of the logits as they are, without the shift.",
    "exp(1000) is too large for a computer: it becomes infinite, and infinity / infinity is NaN. Subtract something "
    "from each column first; the result stays the same.",
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
