"""Mistakes in the activation of the hidden layer, relu, and in its derivative.

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


# relu


@relu.mistake(
    "You call `np.max` with 0 and the array, and `np.max` takes its second argument for an axis.",
    "`np.max` looks for the largest number within one array. ReLU compares every number with 0 by itself; "
    "NumPy has a function with a longer name for that.",
)
def relu_np_max(Z: Array) -> Any:
    return np.max(0, Z)


@relu.mistake(
    "You ask Python whether the whole array is larger than 0, with `if`, `and`, `not` or the built-in `max`.",
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


# relu: other curves


@relu.mistake(
    "You also cut the numbers above 6 down to 6: that is ReLU6.",
    "It is a relative for small devices. ReLU has no upper limit; only the negative numbers are changed.",
)
def relu_clipped_at_six(Z: Array) -> Any:
    return np.clip(Z, 0, 6)


@relu.mistake(
    "You also cut the numbers above 10 down to 10.",
    "ReLU has no upper limit; only the negative numbers are changed.",
)
def relu_clipped_at_ten(Z: Array) -> Any:
    return np.clip(Z, 0, 10)


@relu.mistake(
    "You cut the numbers off at -1 and at 1.",
    "ReLU has one bend, at 0: the negative numbers become 0, and the positive ones stay as they are, however large.",
)
def relu_hard_tanh(Z: Array) -> Any:
    return np.clip(Z, -1, 1)


@relu.mistake(
    "You take the tanh of the positive numbers, so that no output is above 1.",
    "ReLU changes the negative numbers only. A positive number stays as it is: 2.5 stays 2.5.",
)
def relu_tanh_of_positive(Z: Array) -> Any:
    return np.tanh(np.maximum(0, Z))


@relu.mistake(
    "You let a fifth of each negative number through: that is leaky ReLU.",
    "It is a relative with uses of its own. Here every negative number becomes exactly 0.",
)
def relu_leaky_fifth(Z: Array) -> Any:
    return np.where(Z > 0, Z, 0.2 * Z)


@relu.mistake(
    "You multiply z by its sigmoid: that is SiLU, also called swish.",
    "It only resembles ReLU. ReLU has a corner: exactly 0 below 0, and z itself above.",
)
def relu_silu(Z: Array) -> Any:
    return Z / (1 + np.exp(-Z))


@relu.mistake(
    "You compute the smooth curve called GELU.",
    "It only resembles ReLU. ReLU has a corner: exactly 0 below 0, and z itself above.",
)
def relu_gelu(Z: Array) -> Any:
    return 0.5 * Z * (1 + np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3)))


@relu.mistake(
    "You square the numbers above 0.",
    "ReLU passes a positive number on as it is: 3 stays 3. Only the negative numbers are changed.",
)
def relu_squared(Z: Array) -> Any:
    return np.maximum(0, Z) ** 2


@relu.mistake(
    "You square every number, so -3 becomes 9.",
    "A square is never negative, but ReLU makes the negative numbers 0 and leaves the others as they are.",
)
def relu_square(Z: Array) -> Any:
    return Z**2


@relu.mistake(
    "You return the sign of each number: 1, 0 or -1.",
    "ReLU passes a positive number on as it is, 2.5 stays 2.5, and makes a negative one 0.",
)
def relu_sign(Z: Array) -> Any:
    return np.sign(Z)


@relu.mistake(
    "You take the exponential of every number.",
    "That makes all numbers positive, but by bending them. ReLU is made of two straight pieces: 0 below 0, and z "
    "itself above.",
)
def relu_exponential(Z: Array) -> Any:
    return np.exp(Z)


@relu.mistake(
    "You apply softmax, which makes each column add up to 1.",
    "That is for the output layer. In the hidden layer every number is treated by itself: below 0 it becomes 0, else "
    "it stays.",
)
def relu_softmax(Z: Array) -> Any:
    return ref.softmax(Z)


@relu.mistake(
    "You double the numbers above 0: z plus its absolute value is twice what is wanted.",
    "A positive number stays as it is: 2.5 stays 2.5. If that was your formula, one factor is missing.",
)
def relu_doubled(Z: Array) -> Any:
    return Z + np.abs(Z)


# relu: other cases


@relu.mistake(
    "You turn the sign of Z round: -3 becomes 3 and 3 becomes 0.",
    "It is the other way round: a unit is silent below 0 and passes its input on above 0.",
)
def relu_of_minus(Z: Array) -> Any:
    return np.maximum(0, -Z)


@relu.mistake(
    "You keep a number only where it is above 1.",
    "The threshold of ReLU is 0: between 0 and 1 a number stays as it is too.",
)
def relu_threshold_one(Z: Array) -> Any:
    return np.where(Z > 1, Z, 0)


@relu.mistake(
    "You keep a number only where it is above 0.5.",
    "The threshold of ReLU is 0: a small positive number stays as it is too.",
)
def relu_threshold_half(Z: Array) -> Any:
    return np.where(Z > 0.5, Z, 0)


@relu.mistake(
    "You write 1 where Z is above 0 and leave the negative numbers as they are.",
    "Both cases are exchanged with others: above 0 the number itself stays, and below 0 the result is 0.",
)
def relu_positives_become_one(Z: Array) -> Any:
    return np.where(Z > 0, 1, Z)


@relu.mistake(
    "You write 1 in the place of the negative numbers.",
    "A unit below 0 is silent: it gives 0, and 1 would be heard.",
)
def relu_negatives_become_one(Z: Array) -> Any:
    return np.where(Z > 0, Z, 1)


@relu.mistake(
    "You write -1 in the place of the negative numbers.",
    "A unit below 0 is silent: it gives 0.",
)
def relu_negatives_become_minus_one(Z: Array) -> Any:
    return np.where(Z > 0, Z, -1)


@relu.mistake(
    "You raise every number to at least 0.1.",
    "A unit that is silent gives exactly 0. Look at the number that you compare Z with.",
)
def relu_floor_above_zero(Z: Array) -> Any:
    return np.maximum(0.1, Z)


@relu.mistake(
    "You look at the sum of the array and then keep all of it or nothing.",
    "ReLU decides for each number by itself: some of them are negative, others are not.",
)
def relu_decides_once(Z: Array) -> Any:
    return Z if Z.sum() > 0 else 0 * Z


@relu.mistake(
    "You set to 0 what is below the mean of the array.",
    "ReLU compares every number with 0, whatever the others are.",
)
def relu_all_below_mean(Z: Array) -> Any:
    return np.where(Z.mean() < Z, Z, 0)


@relu.mistake(
    "You subtract the smallest number, so that nothing is negative.",
    "That moves all numbers. ReLU changes the negative ones only, and treats each number by itself.",
)
def relu_shifted_up(Z: Array) -> Any:
    return Z - Z.min()


@relu.mistake(
    "You take the largest number of each row.",
    "ReLU keeps the shape of its input: every number is compared with 0, not with its neighbours. Look at what the "
    "second argument of your maximum means.",
)
def relu_max_per_row(Z: Array) -> Any:
    return np.max(Z, axis=1)


@relu.mistake(
    "You return all numbers in one flat row.",
    "The values are right, but each place belongs to one hidden unit and one digit: the shape must stay as it was.",
)
def relu_flattened(Z: Array) -> Any:
    return np.maximum(0, Z).ravel()


@relu.mistake(
    "You leave the last column at 0: a loop stops one column too early.",
    "A range already stops before its end. Look at the limits of your loop over the columns: each of them is a digit.",
)
def relu_last_column_zero(Z: Array) -> Any:
    A = np.maximum(0, Z)
    A[:, -1] = 0
    return A


@relu.mistake(
    "You leave the last column as it was, with its negative numbers: a loop stops one column too early.",
    "A range already stops before its end. Look at the limits of your loop over the columns: each of them is a digit.",
)
def relu_last_column_left(Z: Array) -> Any:
    A = np.maximum(0, Z)
    A[:, -1] = Z[:, -1]
    return A


@relu.mistake(
    "You leave the last row at 0: a loop stops one row too early.",
    "A range already stops before its end. Look at the limits of your loop over the rows.",
)
def relu_last_row_zero(Z: Array) -> Any:
    A = np.maximum(0, Z)
    A[-1] = 0
    return A


@relu.mistake(
    "You leave the last row as it was, with its negative numbers: a loop stops one row too early.",
    "A range already stops before its end. Look at the limits of your loop over the rows.",
)
def relu_last_row_left(Z: Array) -> Any:
    A = np.maximum(0, Z)
    A[-1] = Z[-1]
    return A


@relu.mistake(
    "You work on the diagonal only, with one index for rows and columns.",
    "Every row has to meet every column: that takes two loops, or none at all, as NumPy compares whole arrays.",
)
def relu_diagonal_only(Z: Array) -> Any:
    A = np.zeros(Z.shape)
    for i in range(min(Z.shape)):
        A[i, i] = max(0, Z[i, i])
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
    "You return Z where it is negative and 0 where it is above 0.",
    "Those are values of Z, and the wrong way round. A slope is asked for: ReLU is flat below 0, so 0 there, and 1 "
    "where it rises.",
)
def relu_deriv_negative_part(Z: Array) -> Any:
    return np.minimum(0, Z)


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
    "You ask for a single yes or no about the whole array, with `if`, `not`, `and` or `or`.",
    "Some of its numbers are above 0 and some are not, so Python can't say. Each number has a derivative of its own, 0 "
    "or 1.",
)
def relu_deriv_if_on_array(Z: Array) -> Any:
    return 1 if Z > 0 else 0


@relu_deriv.mistake(
    "You give one answer for the whole array.",
    "A fixed 1 is none for the numbers below 0, nor is an answer to whether any number is above it. Each hidden unit "
    "has, for each digit, a slope of its own: the result has the shape of Z.",
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


# relu_deriv: another threshold


@relu_deriv.mistake(
    "You return 1 only where Z is above 1.",
    "ReLU rises from 0 on, so its slope between 0 and 1 is 1 as well. Look at the threshold.",
)
def relu_deriv_above_one(Z: Array) -> Any:
    return (Z > 1) * 1


@relu_deriv.mistake(
    "You return 1 only where Z is above 0.5.",
    "ReLU rises from 0 on, so its slope between 0 and 0.5 is 1 as well. Look at the threshold.",
)
def relu_deriv_above_half(Z: Array) -> Any:
    return (Z > 0.5) * 1


@relu_deriv.mistake(
    "You return 1 also between -1 and 0.",
    "ReLU rises from 0 on; to the left of it the slope is 0. Look at the threshold.",
)
def relu_deriv_above_minus_one(Z: Array) -> Any:
    return (Z > -1) * 1


@relu_deriv.mistake(
    "You compare Z with its mean.",
    "The corner of ReLU is at 0, whatever the other numbers are.",
)
def relu_deriv_above_mean(Z: Array) -> Any:
    return (Z.mean() < Z) * 1


@relu_deriv.mistake(
    "You return 0 where Z is above 6: that is the derivative of ReLU6.",
    "This network's ReLU has no upper limit, so it goes on rising and its slope stays 1.",
)
def relu_deriv_of_relu6(Z: Array) -> Any:
    return (Z > 0) & (Z < 6)


@relu_deriv.mistake(
    "You return 1 only where Z lies between 0 and 1.",
    "ReLU has no upper limit: above 1 it goes on rising, and its slope stays 1.",
)
def relu_deriv_below_one(Z: Array) -> Any:
    return (Z > 0) & (Z < 1)


@relu_deriv.mistake(
    "You return 0.5 where Z is exactly 0.",
    "At the corner itself the course takes the slope as 0. A measured slope or `np.heaviside` gives the half: look "
    "at that value.",
)
def relu_deriv_half_at_zero(Z: Array) -> Any:
    return np.heaviside(Z, 0.5)


# relu_deriv: other values


@relu_deriv.mistake(
    "You give the negative side a slope of 0.1: that is the derivative of leaky ReLU.",
    "This network uses ReLU, which is flat below 0. Its derivative there is exactly 0.",
)
def relu_deriv_leaky_tenth(Z: Array) -> Any:
    return np.where(Z > 0, 1, 0.1)


@relu_deriv.mistake(
    "You give the negative side a slope of 0.2: that is the derivative of leaky ReLU.",
    "This network uses ReLU, which is flat below 0. Its derivative there is exactly 0.",
)
def relu_deriv_leaky_fifth(Z: Array) -> Any:
    return np.where(Z > 0, 1, 0.2)


@relu_deriv.mistake(
    "You return -1 where Z is not above 0.",
    "Below 0 ReLU is flat; it does not go down. What is the slope of a flat line?",
)
def relu_deriv_minus_one(Z: Array) -> Any:
    return np.where(Z > 0, 1, -1)


@relu_deriv.mistake(
    "You return exp(z) for negative numbers: that is the derivative of ELU.",
    "This network uses ReLU, which is flat below 0. Its derivative there is exactly 0.",
)
def relu_deriv_elu(Z: Array) -> Any:
    return np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))


@relu_deriv.mistake(
    "You cut Z off at 0 and 1, so the numbers in between stay as they are.",
    "A derivative is a slope, and ReLU has only two: 0 to the left of 0, and 1 to the right.",
)
def relu_deriv_clipped(Z: Array) -> Any:
    return np.clip(Z, 0, 1)


@relu_deriv.mistake(
    "You compute the sigmoid, which is the derivative of the smooth curve softplus.",
    "ReLU has a corner and two straight pieces, so its derivative has two values only, 0 and 1.",
)
def relu_deriv_softplus(Z: Array) -> Any:
    return 1 / (1 + np.exp(-Z))


@relu_deriv.mistake(
    "You use z(1 - z), the formula of the sigmoid, on Z itself.",
    "It belongs to the output of a sigmoid. For ReLU ask how steep the line is to the left and to the right of 0.",
)
def relu_deriv_sigmoid_formula_on_z(Z: Array) -> Any:
    return Z * (1 - Z)


@relu_deriv.mistake(
    "You use 1 - z², the formula of tanh, on Z itself.",
    "It belongs to the output of tanh. For ReLU ask how steep the line is to the left and to the right of 0.",
)
def relu_deriv_tanh_formula_on_z(Z: Array) -> Any:
    return 1 - Z**2


@relu_deriv.mistake(
    "You return 2z above 0: that is the derivative of a square.",
    "Above 0 ReLU is z itself, a straight line: how steep is it?",
)
def relu_deriv_of_square(Z: Array) -> Any:
    return 2 * np.maximum(0, Z)


@relu_deriv.mistake(
    "You return Z as it came in.",
    "If you compute the result, it is lost on the way: look at what your last line returns. The derivative holds "
    "only 0 and 1.",
)
def relu_deriv_unchanged(Z: Array) -> Any:
    return Z.copy()


@relu_deriv.mistake(
    "You call `np.gradient` on the array, which takes the differences between neighbours.",
    "Neighbours in Z are other units and other digits. The derivative is asked at each number by itself: how steep "
    "is ReLU there?",
)
def relu_deriv_gradient(Z: Array) -> Any:
    return np.gradient(ref.relu(Z))


@relu_deriv.mistake(
    "You call `np.gradient` down the columns, which takes the differences between neighbours.",
    "Neighbours in Z are other units. The derivative is asked at each number by itself: how steep is ReLU there?",
)
def relu_deriv_gradient_down(Z: Array) -> Any:
    return np.gradient(ref.relu(Z), axis=0)


@relu_deriv.mistake(
    "You call `np.gradient` along the rows, which takes the differences between neighbours.",
    "Neighbours in Z are other digits. The derivative is asked at each number by itself: how steep is ReLU there?",
)
def relu_deriv_gradient_along(Z: Array) -> Any:
    return np.gradient(ref.relu(Z), axis=1)


@relu_deriv.mistake(
    "You write 1 where Z is below 0 and keep Z above.",
    "The two cases of the derivative are 0 and 1: below 0 ReLU is flat, above 0 it rises with a slope of 1.",
)
def relu_deriv_ones_for_relu(Z: Array) -> Any:
    return np.where(Z > 0, Z, 1)


# relu_deriv: another shape


@relu_deriv.mistake(
    "You answer once for the whole array: are all numbers above 0?",
    "Each hidden unit has, for each digit, a slope of its own. The result has the shape of Z.",
)
def relu_deriv_all(Z: Array) -> Any:
    return np.all(Z > 0)


@relu_deriv.mistake(
    "You return all slopes in one flat row.",
    "The values are right, but the backward pass multiplies them with an array of the shape of Z, place by place.",
)
def relu_deriv_flattened(Z: Array) -> Any:
    return (Z > 0).ravel()


@relu_deriv.mistake(
    "You answer once for each column.",
    "Each hidden unit has, for each digit, a slope of its own. The result has the shape of Z.",
)
def relu_deriv_per_column(Z: Array) -> Any:
    return np.any(Z > 0, axis=0)
