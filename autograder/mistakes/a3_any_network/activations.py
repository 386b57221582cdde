"""Mistakes in the four activations and in their slopes.

One function holds four formulas, so most mistakes concern one of the four names and leave the other three right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Array = np.ndarray[Any, Any]

activate = Catalogue("activate")
activate_deriv = Catalogue("activate_deriv")


def value(Z: Array, activation: str, **wrong: Callable[[Array], Any]) -> Any:
    """The right activation, but for those of the names in `wrong`."""
    return wrong[activation](Z) if activation in wrong else ref.activate(Z, activation)


def slope(Z: Array, activation: str, **wrong: Callable[[Array], Any]) -> Any:
    """The right slope, but for those of the names in `wrong`."""
    return wrong[activation](Z) if activation in wrong else ref.activate_deriv(Z, activation)


def sigmoid(Z: Array) -> Array:
    return np.asarray(ref.activate(Z, "sigmoid"))


# activate


@activate.mistake(
    "Your sigmoid lacks the minus sign: it is 1 / (1 + exp(z)).",
    "So it falls where it should rise, from 1 at the left to 0 at the right. For large z, exp(-z) is tiny, and the "
    "sigmoid close to 1.",
)
def activate_sigmoid_sign(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1 / (1 + np.exp(Z)))


@activate.mistake(
    "Your sigmoid is exp(z) / (1 + exp(z)), and for large z that is infinity divided by infinity.",
    "The two forms are equal on paper, but exp(1000) is more than a float can hold. With exp(-z) the large one stands "
    "below the fraction line alone, and 1 / infinity is 0, which is right.",
)
def activate_sigmoid_overflow(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: np.exp(Z) / (1 + np.exp(Z)))


@activate.mistake(
    "Your sigmoid lacks the brackets round its denominator: 1 / 1 + exp(-z) is 1 + exp(-z).",
    "A division goes before a sum. Put brackets round the whole of 1 + exp(-z).",
)
def activate_sigmoid_brackets(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1 / 1 + np.exp(-Z))


@activate.mistake(
    "Your sigmoid lacks the 1 in its denominator: it is 1 / exp(-z).",
    "That is exp(z), which grows without end. The sigmoid stays between 0 and 1.",
)
def activate_sigmoid_no_one(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1 / np.exp(-Z))


@activate.mistake(
    "You use softmax where the sigmoid is asked for.",
    "Softmax lets the units of a column compete for a total of 1. The sigmoid looks at each number by itself.",
)
def activate_sigmoid_is_softmax(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=ref.softmax)


@activate.mistake(
    "You compute tanh by its formula with exp(z) and exp(-z), which for large numbers gives NaN.",
    "Infinity divided by infinity has no value. NumPy has this function ready, and its own is right far out too.",
)
def activate_tanh_overflow(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=lambda Z: (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z)))


@activate.mistake(
    "Your tanh is the tangent, np.tan.",
    "The tangent goes round the circle and jumps to infinity. The hyperbolic one, with an h, rises once from -1 to 1.",
)
def activate_tanh_tangent(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=np.tan)


@activate.mistake(
    "Your tanh is 2 * sigmoid(z) - 1, which rises half as fast.",
    "The two are relatives: tanh(z) = 2 * sigmoid(2z) - 1. Or simply use NumPy's own.",
)
def activate_tanh_half_speed(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=lambda Z: 2 * sigmoid(Z) - 1)


@activate.mistake(
    'You give the sigmoid for "tanh".',
    "The sigmoid runs from 0 to 1, tanh from -1 to 1. Look at your cases: which names lead where?",
)
def activate_tanh_is_sigmoid(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=sigmoid)


@activate.mistake(
    'You give tanh for "sigmoid".',
    "The sigmoid runs from 0 to 1, tanh from -1 to 1. Look at your cases: which names lead where?",
)
def activate_sigmoid_is_tanh(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=np.tanh)


@activate.mistake(
    "Your leaky ReLU leaks 0.1 of what is negative, not 0.01.",
    "The slope on the left is one hundredth. Count the zeros.",
)
def activate_leaky_tenth(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, 0.1 * Z))


@activate.mistake(
    "Your leaky ReLU gives 0.01 itself for what is negative, not 0.01 times it.",
    "The slope on the left is 0.01; the value is the slope times z, and negative.",
)
def activate_leaky_constant(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, 0.01))


@activate.mistake(
    "Your leaky ReLU is max(0.01, z).",
    "That puts a floor of 0.01 under all numbers. What is compared with z is 0.01 times z.",
)
def activate_leaky_floor(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.maximum(0.01, Z))


@activate.mistake(
    "Your leaky ReLU does not leak: it is the ordinary one.",
    "What is negative is not cut to 0 but shrunk to one hundredth.",
)
def activate_leaky_is_relu(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.maximum(0, Z))


@activate.mistake(
    "Your leaky ReLU takes the smaller of z and 0.01 z.",
    "For positive z the smaller one is 0.01 z: the leak is on the wrong side.",
)
def activate_leaky_minimum(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.minimum(Z, 0.01 * Z))


@activate.mistake(
    "Your ReLU cuts off what is positive: it takes the minimum of 0 and z.",
    "ReLU keeps what is positive and puts 0 for the rest.",
)
def activate_relu_minimum(Z: Array, activation: str) -> Any:
    return value(Z, activation, relu=lambda Z: np.minimum(0, Z))


@activate.mistake(
    "Your ReLU gives its slope, 1 or 0, in place of its value.",
    "Where z is positive the value is z itself. The slope is the next exercise.",
)
def activate_relu_step(Z: Array, activation: str) -> Any:
    return value(Z, activation, relu=lambda Z: (Z > 0).astype(float))


@activate.mistake(
    "Your ReLU writes into the array that it is given.",
    "The caller still needs Z, for the way back. Make a new array, or copy first.",
)
def activate_relu_in_place(Z: Array, activation: str) -> Any:
    if activation == "relu":
        Z[Z < 0] = 0
        return Z
    return ref.activate(Z, activation)


@activate.mistake(
    "You apply ReLU whatever `activation` says.",
    "The name decides: four cases. Look at the conditions, or for a return that comes too early. `a == b or c` is true "
    "for every c that is a text: compare on both sides of `or`.",
)
def activate_always_relu(Z: Array, activation: str) -> Any:
    return np.maximum(0, Z)


@activate.mistake(
    'You return nothing for "sigmoid": no case of yours fits the name.',
    "Compare the spelling of your four names with those in the docstring. A function that reaches its end without "
    "`return` gives None.",
)
def activate_sigmoid_nothing(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: None)


@activate.mistake(
    'You return nothing for "leaky_relu": no case of yours fits the name.',
    "Compare the spelling of your four names with those in the docstring: this one is written with an underscore.",
)
def activate_leaky_nothing(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: None)


@activate.mistake(
    "Your leaky ReLU leaks 0.001 of what is negative, not 0.01.",
    "The slope on the left is one hundredth. Count the zeros.",
)
def activate_leaky_thousandth(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, 0.001 * Z))


@activate.mistake(
    "Your leaky ReLU leaks 0.2 of what is negative, not 0.01.",
    "Other books have other slopes. Here the slope on the left is one hundredth.",
)
def activate_leaky_fifth(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, 0.2 * Z))


@activate.mistake(
    "Your leaky ReLU turns the sign of what is negative: it is -0.01 z on the left.",
    "The line goes on downwards on the left, only less steeply. There is no minus in front of the 0.01.",
)
def activate_leaky_turned(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, -0.01 * Z))


@activate.mistake(
    'You give the sigmoid for "leaky_relu".',
    "Most likely no case of yours fits the name, and the last one takes it. Compare the spelling with the docstring's.",
)
def activate_leaky_is_sigmoid(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: sigmoid(Z))


@activate.mistake(
    "Your leaky ReLU adds 0.01 z on both sides.",
    "On the right z stays as it is. The leak is for the left side alone.",
)
def activate_leaky_added(Z: Array, activation: str) -> Any:
    return value(Z, activation, leaky_relu=lambda Z: np.maximum(0, Z) + 0.01 * Z)


@activate.mistake(
    "Your sigmoid has a minus sign in its denominator: 1 - exp(-z).",
    "That is 0 at z = 0, and a division by 0. The sigmoid adds: 1 + exp(-z).",
)
def activate_sigmoid_difference(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1 / (1 - np.exp(-Z)))


@activate.mistake(
    "Your sigmoid takes a rounded number for e, such as 2.718.",
    "e has digits without end. NumPy's exponential function has as many as a float can hold.",
)
def activate_sigmoid_rough_e(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1 / (1 + 2.718 ** (-Z)))


@activate.mistake(
    "Your sigmoid takes 2.7 for e.",
    "e has digits without end. NumPy's exponential function has as many as a float can hold.",
)
def activate_sigmoid_rough_e_one_digit(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1 / (1 + 2.7 ** (-Z)))


@activate.mistake(
    "For the sigmoid you divide by the sum over the whole array, as if it were softmax.",
    "The sigmoid looks at each number by itself: no number knows of the others.",
)
def activate_sigmoid_share_of_all(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: np.exp(Z) / np.exp(Z).sum())


@activate.mistake(
    'You give z itself for "sigmoid".',
    "Each name has a formula of its own. Look where your cases lead for this one.",
)
def activate_sigmoid_identity(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: 1.0 * Z)


@activate.mistake(
    "Your sigmoid rises twice as fast: it has exp(-2z).",
    "The 2 belongs to tanh. The sigmoid has exp(-z).",
)
def activate_sigmoid_double_speed(Z: Array, activation: str) -> Any:
    return value(Z, activation, sigmoid=lambda Z: sigmoid(2 * Z))


@activate.mistake(
    "You give the sigmoid for tanh, and tanh for the sigmoid.",
    "The two have changed places. The sigmoid runs from 0 to 1, tanh from -1 to 1.",
)
def activate_tanh_and_sigmoid_swapped(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=lambda Z: sigmoid(Z), sigmoid=lambda Z: np.tanh(Z))


@activate.mistake(
    "Your tanh is turned round: it falls where it should rise.",
    "Look at the signs: exp(z) - exp(-z) stands above, and is positive where z is.",
)
def activate_tanh_turned(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=lambda Z: -np.tanh(Z))


@activate.mistake(
    "Your tanh is upside down: sum over difference.",
    "exp(z) - exp(-z) stands above the fraction line, their sum below.",
)
def activate_tanh_upside_down(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=lambda Z: 1 / np.tanh(Z))


@activate.mistake(
    "Your tanh is sinh or half of it: it lacks its denominator.",
    "Without the division it grows without end. tanh stays between -1 and 1.",
)
def activate_tanh_sinh(Z: Array, activation: str) -> Any:
    return value(Z, activation, tanh=lambda Z: np.sinh(Z))


@activate.mistake(
    "Your ReLU takes the absolute value.",
    "What is negative becomes 0, and not positive.",
)
def activate_relu_absolute(Z: Array, activation: str) -> Any:
    return value(Z, activation, relu=lambda Z: np.abs(Z))


@activate.mistake(
    "Your ReLU leaks: it gives 0.01 z on the left.",
    "That is the leaky one. The plain one gives 0 there.",
)
def activate_relu_is_leaky(Z: Array, activation: str) -> Any:
    return value(Z, activation, relu=lambda Z: np.where(Z > 0, Z, 0.01 * Z))


@activate.mistake(
    "Your ReLU is cut off above as well.",
    "On the right z stays as it is, however large it is.",
)
def activate_relu_capped(Z: Array, activation: str) -> Any:
    return value(Z, activation, relu=lambda Z: np.clip(Z, 0, 1))


@activate.mistake(
    'You give z itself for "relu".',
    "What is negative becomes 0.",
)
def activate_relu_identity(Z: Array, activation: str) -> Any:
    return value(Z, activation, relu=lambda Z: 1.0 * Z)


# activate_deriv


@activate_deriv.mistake(
    "For tanh and the sigmoid you take Z for the value that came out, not for what went in.",
    "1 - a² and a (1 - a) are right with a = activate(z). Here the argument is z: compute the activation first.",
)
def deriv_of_z_as_a(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 - Z**2, sigmoid=lambda Z: Z * (1 - Z))


@activate_deriv.mistake(
    "For the sigmoid you take Z for the value that came out, not for what went in.",
    "a (1 - a) is right with a = sigmoid(z). Here the argument is z: compute the activation first.",
)
def deriv_sigmoid_of_z_as_a(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: Z * (1 - Z))


@activate_deriv.mistake(
    "For tanh you take Z for the value that came out, not for what went in.",
    "1 - a² is right with a = tanh(z). Here the argument is z: compute the activation first.",
)
def deriv_tanh_of_z_as_a(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 - Z**2)


@activate_deriv.mistake(
    "Your slope of tanh is 1 - tanh(z): the square is missing.",
    "At z = -3 that would be nearly 2, steeper than in the middle. The square makes it flat on both sides.",
)
def deriv_tanh_no_square(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 - np.tanh(Z))


@activate_deriv.mistake(
    "Your slope of tanh squares the outside: (1 - tanh(z))².",
    "Only tanh(z) is squared, and then taken away from 1. Mind the brackets.",
)
def deriv_tanh_square_outside(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: (1 - np.tanh(Z)) ** 2)


@activate_deriv.mistake(
    "Your slope of tanh is tanh(z)², without the 1 -.",
    "That is 0 in the middle, where tanh is steepest, and 1 far out, where it is flat.",
)
def deriv_tanh_square_only(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: np.tanh(Z) ** 2)


@activate_deriv.mistake(
    "Your slope of tanh is that of the sigmoid, a (1 - a).",
    "Each bend has a formula of its own: tanh has 1 - a².",
)
def deriv_tanh_as_sigmoid(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: np.tanh(Z) * (1 - np.tanh(Z)))


@activate_deriv.mistake(
    "Your slope of the sigmoid is that of tanh, 1 - a².",
    "Each bend has a formula of its own: the sigmoid has a (1 - a).",
)
def deriv_sigmoid_as_tanh(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: 1 - sigmoid(Z) ** 2)


@activate_deriv.mistake(
    "Your slope of the sigmoid is 1 - a: the factor a is missing.",
    "The sigmoid is flat at the left as well, where a is close to 0. The product a (1 - a) is small at both ends.",
)
def deriv_sigmoid_no_factor(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: 1 - sigmoid(Z))


@activate_deriv.mistake(
    "You give the sigmoid itself, not its slope.",
    "The slope is a (1 - a), at most a quarter.",
)
def deriv_sigmoid_itself(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=sigmoid)


@activate_deriv.mistake(
    "You give tanh itself, not its slope.",
    "The slope is 1 - a², always positive, and 1 in the middle.",
)
def deriv_tanh_itself(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=np.tanh)


@activate_deriv.mistake(
    "Your slope of tanh is 1 / cosh(z) or the like without its square.",
    "The slope is 1 / cosh²(z), which is the same as 1 - tanh²(z).",
)
def deriv_tanh_one_over_cosh(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 / np.cosh(Z))


@activate_deriv.mistake(
    "Your slope of leaky ReLU is 0 on the left, as that of the ordinary one.",
    "The leak is the point: blame passes on the left as well, one hundredth of it. If you do write 0.01, look at the "
    "array that it goes into: one of whole numbers or of True and False makes 0 of it.",
)
def deriv_leaky_as_relu(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: Z > 0)


@activate_deriv.mistake(
    "Your slope of leaky ReLU is 0.01 times z on the left.",
    "That is the value. The slope there is 0.01, wherever on the left.",
)
def deriv_leaky_value_left(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, 1, 0.01 * Z))


@activate_deriv.mistake(
    "Your slope of leaky ReLU is -0.01 on the left.",
    "The line on the left rises too, only slowly: its slope is positive.",
)
def deriv_leaky_negative(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, 1, -0.01))


@activate_deriv.mistake(
    "Your slope of leaky ReLU is 0.1 on the left, not 0.01.",
    "One hundredth. Count the zeros, and compare with your activate.",
)
def deriv_leaky_tenth(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, 1, 0.1))


@activate_deriv.mistake(
    "Your slope of leaky ReLU is z on the right, not 1.",
    "A line that goes up as z does has the slope 1 everywhere.",
)
def deriv_leaky_z_right(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, 0.01))


@activate_deriv.mistake(
    "At exactly 0 you take the slopes of the right side.",
    "There is a kink, and no slope; this course takes those of the left side, 0 and 0.01. Compare with > and not >=.",
)
def deriv_at_zero(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: Z >= 0, leaky_relu=lambda Z: np.where(Z >= 0, 1, 0.01))


@activate_deriv.mistake(
    "At exactly 0 you give ReLU the slope 1.",
    "There is a kink, and no slope; by custom we take 0. Compare with > and not >=.",
)
def deriv_relu_at_zero(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: Z >= 0)


@activate_deriv.mistake(
    "Your slope of ReLU is inverted: 1 where z is negative.",
    "Blame passes where the unit spoke, which is where z is positive.",
)
def deriv_relu_inverted(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: Z < 0)


@activate_deriv.mistake(
    "Your slope of ReLU is its value, z or 0.",
    "The line on the right rises as z does: its slope is 1, however large z is.",
)
def deriv_relu_value(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: np.maximum(0, Z))


@activate_deriv.mistake(
    "You give the slope of ReLU whatever `activation` says.",
    "The name decides: four cases. Look at the conditions, or for a return that comes too early.",
)
def deriv_always_relu(Z: Array, activation: str) -> Any:
    return Z > 0


@activate_deriv.mistake(
    "You give the activation in place of its slope, for all four.",
    "The slope says how fast the value changes with z. Each name has a formula of its own; see the table.",
)
def deriv_is_activation(Z: Array, activation: str) -> Any:
    return ref.activate(Z, activation)


@activate_deriv.mistake(
    "Your slope of ReLU writes into the array that it is given.",
    "The caller's Z must stay as it was. A comparison makes a new array.",
)
def deriv_relu_in_place(Z: Array, activation: str) -> Any:
    if activation == "relu":
        Z[Z <= 0] = 0
        Z[Z > 0] = 1
        return Z
    return ref.activate_deriv(Z, activation)


@activate_deriv.mistake(
    "Your slope of tanh squares z, not tanh(z).",
    "First tanh, then the square.",
)
def deriv_tanh_squares_z(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 - np.tanh(Z**2))


@activate_deriv.mistake(
    "Your slope of tanh is 1 + tanh²(z): a plus for a minus.",
    "Far out tanh is flat, so its slope goes to 0 there. With a plus it would be 2.",
)
def deriv_tanh_plus(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 + np.tanh(Z) ** 2)


@activate_deriv.mistake(
    "Your slope of tanh has the wrong sign: tanh²(z) - 1.",
    "tanh rises everywhere, so its slope is positive.",
)
def deriv_tanh_negated(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: np.tanh(Z) ** 2 - 1)


@activate_deriv.mistake(
    "For tanh you apply tanh twice before you square.",
    "The formula has a single tanh. Is `activate` called on what is activated already?",
)
def deriv_tanh_twice(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: 1 - np.tanh(np.tanh(Z)) ** 2)


@activate_deriv.mistake(
    "Your slope of the sigmoid is a², or a times a.",
    "The second factor is 1 - a. The slope is small on both sides.",
)
def deriv_sigmoid_squared(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: sigmoid(Z) ** 2)


@activate_deriv.mistake(
    "Your slope of the sigmoid is a (1 + a): a plus for a minus.",
    "Far to the right the sigmoid is flat, so its slope goes to 0 there.",
)
def deriv_sigmoid_plus(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: sigmoid(Z) * (1 + sigmoid(Z)))


@activate_deriv.mistake(
    "Your slope of the sigmoid has the wrong sign: a (a - 1).",
    "The sigmoid rises everywhere, so its slope is positive.",
)
def deriv_sigmoid_negated(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: sigmoid(Z) * (sigmoid(Z) - 1))


@activate_deriv.mistake(
    "Your slope of the sigmoid is (1 - a)².",
    "The two factors are different: a, and 1 - a.",
)
def deriv_sigmoid_other_squared(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: (1 - sigmoid(Z)) ** 2)


@activate_deriv.mistake(
    "For the sigmoid you apply the sigmoid twice.",
    "The formula takes a = sigmoid(z). Is `activate` called on what is activated already?",
)
def deriv_sigmoid_twice(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: sigmoid(sigmoid(Z)) * (1 - sigmoid(sigmoid(Z))))


@activate_deriv.mistake(
    "Your slope of the sigmoid is a (1 - z): one of the factors has z in it.",
    "Both factors are made of a, the value that comes out.",
)
def deriv_sigmoid_z_as_factor(Z: Array, activation: str) -> Any:
    return slope(Z, activation, sigmoid=lambda Z: sigmoid(Z) * (1 - Z))


@activate_deriv.mistake(
    "The slopes of tanh and of the sigmoid have changed places.",
    "tanh has 1 - a², at most 1; the sigmoid has a (1 - a), at most a quarter.",
)
def deriv_tanh_and_sigmoid_swapped(Z: Array, activation: str) -> Any:
    return slope(Z, activation, tanh=lambda Z: sigmoid(Z) * (1 - sigmoid(Z)), sigmoid=lambda Z: 1 - np.tanh(Z) ** 2)


@activate_deriv.mistake(
    'You give the slope of the sigmoid for "leaky_relu".',
    "Most likely no case of yours fits the name, and the last one takes it. Compare the spelling with the docstring's.",
)
def deriv_leaky_is_sigmoid(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: sigmoid(Z) * (1 - sigmoid(Z)))


@activate_deriv.mistake(
    "Your slope of leaky ReLU is 0.001 on the left, not 0.01.",
    "One hundredth. Count the zeros, and compare with your activate.",
)
def deriv_leaky_thousandth(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, 1, 0.001))


@activate_deriv.mistake(
    "Your slopes of leaky ReLU have changed sides: 0.01 where z is positive.",
    "On the right the line rises as z does: its slope is 1. The leak is on the left.",
)
def deriv_leaky_swapped(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, 0.01, 1))


@activate_deriv.mistake(
    "For leaky ReLU you give its value, not its slope.",
    "The slope is the same number all along one side: 1 on the right, 0.01 on the left.",
)
def deriv_leaky_value(Z: Array, activation: str) -> Any:
    return slope(Z, activation, leaky_relu=lambda Z: np.where(Z > 0, Z, 0.01 * Z))


@activate_deriv.mistake(
    "Your slope of ReLU is 1 everywhere.",
    "On the left the line is flat: its slope is 0 there.",
)
def deriv_relu_everywhere(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: np.ones(Z.shape))


@activate_deriv.mistake(
    "Your slope of ReLU is the sign of z, with -1 on the left.",
    "On the left the line is flat, and does not fall: its slope is 0 there.",
)
def deriv_relu_sign(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: np.sign(Z))


@activate_deriv.mistake(
    "Your slope of ReLU is 0.01 on the left.",
    "That is the leaky one's. The plain one is flat there: 0.",
)
def deriv_relu_is_leaky(Z: Array, activation: str) -> Any:
    return slope(Z, activation, relu=lambda Z: np.where(Z > 0, 1, 0.01))


@activate.mistake(
    "ReLU and leaky ReLU have changed places.",
    "The plain one gives 0 on the left, the leaky one 0.01 z.",
)
def activate_relu_and_leaky_swapped(Z: Array, activation: str) -> Any:
    return ref.activate(Z, {"relu": "leaky_relu", "leaky_relu": "relu"}.get(activation, activation))


@activate.mistake(
    "For ReLU you use np.max, which looks for the largest number of each column.",
    "np.maximum compares each entry with 0, and keeps the shape.",
)
def activate_relu_max_of_columns(Z: Array, activation: str) -> Any:
    return np.max(Z, 0) if activation == "relu" else ref.activate(Z, activation)


@activate.mistake(
    'You return nothing for "tanh": no case of yours fits the name, or it lacks its `return`.',
    "Compare the spelling with the docstring's, and see that each case returns something.",
)
def activate_tanh_nothing(Z: Array, activation: str) -> Any:
    return None if activation == "tanh" else ref.activate(Z, activation)


@activate.mistake(
    "You return nothing for any of the four names: no case of yours fits.",
    'The names are "relu", "leaky_relu", "tanh" and "sigmoid", in small letters. If a case fits, is there a `return`?',
)
def activate_nothing_at_all(Z: Array, activation: str) -> Any:
    return None


@activate.mistake(
    "Your leaky ReLU subtracts 0.01 from what is negative, where it has to multiply.",
    "The slope on the left is 0.01: it is 0.01 times z there.",
)
def activate_leaky_subtracted(Z: Array, activation: str) -> Any:
    return np.where(Z > 0, Z, Z - 0.01) if activation == "leaky_relu" else ref.activate(Z, activation)


@activate.mistake(
    "Your leaky ReLU leaks 0.02 of what is negative, not 0.01.",
    "The slope on the left is one hundredth.",
)
def activate_leaky_fiftieth(Z: Array, activation: str) -> Any:
    return np.where(Z > 0, Z, 0.02 * Z) if activation == "leaky_relu" else ref.activate(Z, activation)


@activate.mistake(
    "Your tanh is the arcus tangent, np.arctan.",
    "The hyperbolic tangent lies between -1 and 1: np.tanh.",
)
def activate_tanh_arcus(Z: Array, activation: str) -> Any:
    return np.arctan(Z) if activation == "tanh" else ref.activate(Z, activation)


@activate_deriv.mistake(
    "Your slope of leaky ReLU is 1.01 on the right: 0.01 is added on both sides.",
    "On the right the line rises as z does: its slope is 1. The 0.01 is for the left side alone.",
)
def deriv_leaky_added(Z: Array, activation: str) -> Any:
    return (Z > 0) + 0.01 if activation == "leaky_relu" else ref.activate_deriv(Z, activation)


@activate_deriv.mistake(
    "Your slope of leaky ReLU is 1 on both sides.",
    "It is 0.01 on the left. If you write into an array in two steps: the 0.01 of the first step is above 0 as well, "
    "and the second step takes it for a number on the right.",
)
def deriv_leaky_everywhere(Z: Array, activation: str) -> Any:
    return np.ones(Z.shape) if activation == "leaky_relu" else ref.activate_deriv(Z, activation)


@activate_deriv.mistake(
    "Your slope of the sigmoid is multiplied by z.",
    "It is a (1 - a), with a = sigmoid(z), and no z by itself.",
)
def deriv_sigmoid_times_z(Z: Array, activation: str) -> Any:
    slopes = ref.activate_deriv(Z, activation)
    return slopes * Z if activation == "sigmoid" else slopes


@activate.mistake(
    "You give ReLU for tanh and for the sigmoid too: their cases never have their turn.",
    'A condition such as `activation == "relu" or "leaky_relu"` is always true, as a text that is not empty counts as '
    "true. Compare on both sides of `or`.",
)
def activate_always_kinked(Z: Array, activation: str) -> Any:
    return np.maximum(0.01 * Z if activation == "leaky_relu" else 0, Z)


@activate.mistake(
    "You give leaky ReLU whatever the name is.",
    'Look at your conditions: `activation == "leaky_relu" or "relu"` is always true, as a text that is not empty '
    "counts as true. Compare on both sides of `or`.",
)
def activate_always_leaky(Z: Array, activation: str) -> Any:
    return np.maximum(0.01 * Z, Z)
