"""The mistakes of the weights that training starts from: their spread, their shapes, and where they are drawn from."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue
from autograder.reference import load

Array = npt.NDArray[Any]
Rng = np.random.Generator
ref = load("a2_training_better")

xavier_weights = Catalogue("xavier_weights")
he_weights = Catalogue("he_weights")
start_params = Catalogue("start_params")

BOTH = (
    "The variance is 2 over the inputs and the outputs together, a compromise between the way forward and the way back."
)
FORWARD = "He's formula counts the inputs alone: n_in products are added up in each unit, and ReLU loses half of them."


# -- xavier_weights


@xavier_weights.mistake(
    "You use 2 / (n_in + n_out) as the spread: the square root is missing.",
    "That is the variance. `rng.normal` takes the standard deviation, and so does a factor before random numbers.",
)
def xavier_variance_for_deviation(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, 2 / (n_in + n_out), (n_out, n_in))


@xavier_weights.mistake("You count the inputs only: the spread is the root of 1 / n_in.", BOTH)
def xavier_fan_in_only(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (1 / n_in) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "Your weights have He's spread, the root of 2 / n_in.",
    "He's is for layers with ReLU behind them, and is the next exercise. Xavier's counts the outputs too.",
)
def xavier_he(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / n_in) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "You have 1 where a 2 belongs: the spread is the root of 1 / (n_in + n_out).",
    "With n_in = n_out = n the variance has to be 1 / n. Put that into your formula.",
)
def xavier_one_for_two(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (1 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "You have 6 where a 2 belongs: the standard deviation is the root of 6 / (n_in + n_out).",
    "The 6 is for the limit of uniform numbers, whose spread is the limit over the root of 3. Normal ones take the 2.",
)
def xavier_six(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (6 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "You draw uniform numbers between −sigma and sigma.",
    "Their spread is smaller than their limit, by the root of 3. Uniform numbers of the spread sigma go to sigma · √3.",
)
def xavier_uniform_of_sigma(n_in: int, n_out: int, rng: Rng) -> Array:
    sigma = (2 / (n_in + n_out)) ** 0.5
    return rng.uniform(-sigma, sigma, (n_out, n_in))


@xavier_weights.mistake("You multiply n_in by n_out where they should be added.", BOTH)
def xavier_product(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / (n_in * n_out)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "You use the sizes of this lesson's network, 784 and 128, whatever n_in and n_out are.",
    "The layer's own sizes are the arguments. Look for numbers in your formula that are not the 2.",
)
def xavier_sizes_of_class(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / (784 + 128)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "Your weights are not scaled at all: their standard deviation is 1.",
    "The sum of hundreds of such products is far too wide. Multiply by sigma, or give it to `rng.normal`.",
)
def xavier_unscaled(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(size=(n_out, n_in))


@xavier_weights.mistake(
    "Your weights are not centred on 0, as draws from 0 to 1 or absolute values are not.",
    "The mean has to be 0, so that ink speaks against a unit as often as for it. `rng.random` needs a shift, "
    "`rng.normal` does not.",
)
def xavier_not_centred(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.asarray(rng.random((n_out, n_in)) * (2 / (n_in + n_out)) ** 0.5)


@xavier_weights.mistake(
    "Rows and columns are exchanged: the shape is (n_in, n_out).",
    "A layer's matrix has a row for each unit and a column for each input, so that W @ X works.",
)
def xavier_transposed(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / (n_in + n_out)) ** 0.5, (n_in, n_out))


@xavier_weights.mistake(
    "All weights are 0.",
    "Units that start alike stay alike for ever. The weights have to be drawn at random, and their spread is no whole "
    "number: `//` in your formula would round it down to 0.",
)
def xavier_zeros(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.zeros((n_out, n_in))


@xavier_weights.mistake(
    "All units have the same weights: one row is drawn and repeated.",
    "Units that start alike stay alike for ever. Draw the whole array at once, with its full shape.",
)
def xavier_units_alike(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.tile(rng.normal(0, (2 / (n_in + n_out)) ** 0.5, (1, n_in)), (n_out, 1))


@xavier_weights.mistake(
    "You draw from NumPy's global generator and not from `rng`.",
    "An experiment can be repeated only if all its random numbers come from the generator that it was given. Look for "
    "`np.random`.",
)
def xavier_ignores_rng(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.random.normal(0, (2 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "You make a generator of your own with a fixed seed, so all layers get the same numbers.",
    "Draw from the `rng` that you are given; it goes on from where it stands.",
)
def xavier_own_seed(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.random.default_rng(0).normal(0, (2 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "Your variance is 4 / (n_in + n_out), twice as large as it should be.",
    "The 2 stands inside the root, and is divided by the sum of the sizes, not by their mean.",
)
def xavier_four_for_two(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (4 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@xavier_weights.mistake("You count the units only: the spread is the root of 2 / n_out; n_in is missing.", BOTH)
def xavier_fan_out_only(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / n_out) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "The root is taken of the 2 only: the spread is √2 / (n_in + n_out).",
    "The root goes over the whole fraction. Look at your brackets.",
)
def xavier_root_of_two_only(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, 2**0.5 / (n_in + n_out), (n_out, n_in))


@xavier_weights.mistake(
    "The brackets around n_in + n_out are missing: your variance is 2 / n_in, plus n_out.",
    "A division binds before a sum. What stands below the line of the fraction needs brackets.",
)
def xavier_no_brackets(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / n_in + n_out) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "You draw uniform numbers from an interval that is sigma wide, so their spread is much too small.",
    "Numbers between 0 and 1 have a spread of only 0.29. Uniform numbers of the spread sigma go to sigma · √3.",
)
def xavier_uniform_of_width(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.asarray((rng.random((n_out, n_in)) - 0.5) * (2 / (n_in + n_out)) ** 0.5)


@xavier_weights.mistake(
    "Your weights lie between −½ and ½, as in the first lesson, whatever the sizes are.",
    "Their spread has to depend on n_in and n_out. Work out sigma first.",
)
def xavier_lesson_one(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.random((n_out, n_in)) - 0.5


@xavier_weights.mistake(
    "Your weights have the standard deviation 0.01, whatever the sizes are.",
    "Their spread has to depend on n_in and n_out. Work out sigma first.",
)
def xavier_hundredth(n_in: int, n_out: int, rng: Rng) -> Array:
    return 0.01 * rng.normal(size=(n_out, n_in))


@xavier_weights.mistake(
    "Your spread is 1 / sigma: you divide where you should multiply, or the fraction is upside down.",
    "Many inputs make wide sums, so they need small weights: the more inputs, the smaller.",
)
def xavier_inverse(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, ((n_in + n_out) / 2) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "sigma stands in the place of the mean: your weights have the mean sigma and the standard deviation 1.",
    "`rng.normal` takes the mean first, which is 0, then the standard deviation.",
)
def xavier_sigma_as_mean(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal((2 / (n_in + n_out)) ** 0.5, 1, (n_out, n_in))


@xavier_weights.mistake(
    "All inputs have the same weight: one column is drawn and repeated.",
    "Then a unit can't tell one pixel from another. Draw the whole array at once, with its full shape.",
)
def xavier_inputs_alike(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.tile(rng.normal(0, (2 / (n_in + n_out)) ** 0.5, (n_out, 1)), (1, n_in))


@xavier_weights.mistake(
    "`** 1 / 2` is computed from left to right: your spread is half the fraction, 1 / (n_in + n_out), and no root.",
    "A power binds before a division. The root of x is `x ** 0.5` or `np.sqrt(x)`.",
)
def xavier_power_first(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, 1 / (n_in + n_out), (n_out, n_in))


@xavier_weights.mistake(
    "Your weights lie between ± 1 / √n_in, as those of some libraries do; n_out is missing.",
    "The standard deviation of such uniform numbers is 1 / √(3 n_in). It should be the root of 2 / (n_in + n_out).",
)
def xavier_of_a_library(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.uniform(-((1 / n_in) ** 0.5), (1 / n_in) ** 0.5, (n_out, n_in))


@xavier_weights.mistake(
    "Your weights are not all of one spread: those of some units or inputs are larger, or smaller, than the others.",
    "Every weight is drawn by itself, with the same standard deviation. Draw the whole array at once.",
)
def xavier_uneven(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / (n_in + n_out)) ** 0.5, (n_out, n_in)) * rng.normal(0, 1, (n_out, 1))


@xavier_weights.mistake(
    "You cut your weights off at a limit, where many of them now lie.",
    "That makes their spread too small. Normal numbers have no limit; leave out the clipping.",
)
def xavier_cut_off(n_in: int, n_out: int, rng: Rng) -> Array:
    sigma = (2 / (n_in + n_out)) ** 0.5
    return rng.normal(0, sigma, (n_out, n_in)).clip(-sigma, sigma)


@xavier_weights.mistake(
    "You draw weights beyond two sigma anew, so their spread is too small: 0.88 of sigma.",
    "Normal numbers without the largest are less spread. Leave them in, or divide by 0.88.",
)
def xavier_truncated(n_in: int, n_out: int, rng: Rng) -> Array:
    W: Array = rng.standard_normal((n_out, n_in))
    while (np.abs(W) > 2).any():
        W = np.where(np.abs(W) > 2, rng.standard_normal((n_out, n_in)), W)
    W *= (2 / (n_in + n_out)) ** 0.5
    return W


# -- he_weights


@he_weights.mistake(
    "Your variance is 4 / n_in, twice as large as it should be: the 2 stands outside the root.",
    "The root goes over the whole fraction, 2 / n_in.",
)
def he_four_for_two(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (4 / n_in) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "Your variance is 4 / (n_in + n_out), twice Xavier's: the number of units, n_out, is still in it.", FORWARD
)
def he_from_xavier(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (4 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "You draw uniform numbers from an interval that is sigma wide, so their spread is much too small.",
    "Numbers between 0 and 1 have a spread of only 0.29. Uniform numbers of the spread sigma go to sigma · √3.",
)
def he_uniform_of_width(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.asarray((rng.random((n_out, n_in)) - 0.5) * (2 / n_in) ** 0.5)


@he_weights.mistake(
    "Your weights lie between −½ and ½, as in the first lesson, whatever n_in is.",
    "Their spread has to depend on the number of inputs. Work out sigma first.",
)
def he_lesson_one(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.random((n_out, n_in)) - 0.5


@he_weights.mistake(
    "Your weights have the standard deviation 0.01, whatever n_in is.",
    "Their spread has to depend on the number of inputs. Work out sigma first.",
)
def he_hundredth(n_in: int, n_out: int, rng: Rng) -> Array:
    return 0.01 * rng.normal(size=(n_out, n_in))


@he_weights.mistake(
    "sigma stands in the place of the mean: your weights have the mean sigma and the standard deviation 1.",
    "`rng.normal` takes the mean first, which is 0, then the standard deviation.",
)
def he_sigma_as_mean(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal((2 / n_in) ** 0.5, 1, (n_out, n_in))


@he_weights.mistake(
    "You use 2 / n_in as the spread: the square root is missing.",
    "That is the variance. `rng.normal` takes the standard deviation, and so does a factor before random numbers.",
)
def he_variance_for_deviation(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, 2 / n_in, (n_out, n_in))


@he_weights.mistake(
    "You have 1 where a 2 belongs: the spread is the root of 1 / n_in.",
    "ReLU throws half of every sum away. The 2 puts it back.",
)
def he_one_for_two(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (1 / n_in) ** 0.5, (n_out, n_in))


@he_weights.mistake("Your weights have Xavier's spread, which counts the outputs too.", FORWARD)
def he_xavier(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / (n_in + n_out)) ** 0.5, (n_out, n_in))


@he_weights.mistake("You divide by the number of units, n_out, where the number of inputs belongs.", FORWARD)
def he_fan_out(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / n_out) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "The root is taken of the 2 only: the spread is √2 / n_in.",
    "The root goes over the whole fraction. Look at your brackets.",
)
def he_root_of_two_only(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, 2**0.5 / n_in, (n_out, n_in))


@he_weights.mistake(
    "You have 6 where a 2 belongs: the standard deviation is the root of 6 / n_in.",
    "The 6 is for the limit of uniform numbers, whose spread is the limit over the root of 3. Normal ones take the 2.",
)
def he_six(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (6 / n_in) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "You draw uniform numbers between −sigma and sigma.",
    "Their spread is smaller than their limit, by the root of 3. Uniform numbers of the spread sigma go to sigma · √3.",
)
def he_uniform_of_sigma(n_in: int, n_out: int, rng: Rng) -> Array:
    sigma = (2 / n_in) ** 0.5
    return rng.uniform(-sigma, sigma, (n_out, n_in))


@he_weights.mistake(
    "You use 784 inputs whatever n_in is.",
    "The layer's own sizes are the arguments. Look for numbers in your formula that are not the 2.",
)
def he_sizes_of_class(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / 784) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "The fraction is upside down: the more inputs, the larger your weights.",
    "Many inputs make wide sums, so they need small weights. Divide by the root of n_in / 2.",
)
def he_inverse(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (n_in / 2) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "Your weights are not scaled at all: their standard deviation is 1.",
    "The sum of hundreds of such products is far too wide. Multiply by sigma, or give it to `rng.normal`.",
)
def he_unscaled(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(size=(n_out, n_in))


@he_weights.mistake(
    "Your weights are not centred on 0.",
    "The mean has to be 0, so that ink speaks against a unit as often as for it. Look for `rng.random` without a "
    "shift, or for an absolute value.",
)
def he_not_centred(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.asarray(rng.random((n_out, n_in)) * (2 / n_in) ** 0.5)


@he_weights.mistake(
    "Rows and columns are exchanged: the shape is (n_in, n_out).",
    "A layer's matrix has a row for each unit and a column for each input, so that W @ X works.",
)
def he_transposed(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / n_in) ** 0.5, (n_in, n_out))


@he_weights.mistake(
    "All weights are 0.",
    "Units that start alike stay alike for ever. The weights have to be drawn at random, and their spread is no whole "
    "number: `//` in your formula would round it down to 0.",
)
def he_zeros(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.zeros((n_out, n_in))


@he_weights.mistake(
    "All units have the same weights: one row is drawn and repeated.",
    "Units that start alike stay alike for ever. Draw the whole array at once, with its full shape.",
)
def he_units_alike(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.tile(rng.normal(0, (2 / n_in) ** 0.5, (1, n_in)), (n_out, 1))


@he_weights.mistake(
    "You draw from NumPy's global generator and not from `rng`.",
    "An experiment can be repeated only if all its random numbers come from the generator that it was given. Look for "
    "`np.random`.",
)
def he_ignores_rng(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.random.normal(0, (2 / n_in) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "You make a generator of your own with a fixed seed, so all layers get the same numbers.",
    "Draw from the `rng` that you are given; it goes on from where it stands.",
)
def he_own_seed(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.random.default_rng(0).normal(0, (2 / n_in) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "All inputs have the same weight: one column is drawn and repeated.",
    "Then a unit can't tell one pixel from another. Draw the whole array at once, with its full shape.",
)
def he_inputs_alike(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.tile(rng.normal(0, (2 / n_in) ** 0.5, (n_out, 1)), (1, n_in))


@he_weights.mistake(
    "`** 1 / 2` is computed from left to right: your spread is half the fraction, 1 / n_in, and no root.",
    "A power binds before a division. The root of x is `x ** 0.5` or `np.sqrt(x)`.",
)
def he_power_first(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, 1 / n_in, (n_out, n_in))


@he_weights.mistake(
    "Your weights lie between ± 1 / √n_in, as those of some libraries do.",
    "The standard deviation of such numbers is 1 / √(3 n_in), too small for ReLU: it should be the root of 2 / n_in.",
)
def he_of_a_library(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.uniform(-((1 / n_in) ** 0.5), (1 / n_in) ** 0.5, (n_out, n_in))


@he_weights.mistake(
    "Your weights are not all of one spread: those of some units or inputs are larger, or smaller, than the others.",
    "Every weight is drawn by itself, with the same standard deviation. Draw the whole array at once.",
)
def he_uneven(n_in: int, n_out: int, rng: Rng) -> Array:
    return rng.normal(0, (2 / n_in) ** 0.5, (n_out, n_in)) * rng.normal(0, 1, (n_out, 1))


@he_weights.mistake(
    "None of your weights is negative, and half of them are 0: ReLU stands in the wrong place.",
    "He's weights are for a layer that is *followed* by ReLU. The weights themselves go through no ReLU.",
)
def he_clipped(n_in: int, n_out: int, rng: Rng) -> Array:
    return np.maximum(rng.normal(0, (2 / n_in) ** 0.5, (n_out, n_in)), 0)


@he_weights.mistake(
    "You cut your weights off at a limit, where many of them now lie.",
    "That makes their spread too small. Normal numbers have no limit; leave out the clipping.",
)
def he_cut_off(n_in: int, n_out: int, rng: Rng) -> Array:
    sigma = (2 / n_in) ** 0.5
    return rng.normal(0, sigma, (n_out, n_in)).clip(-sigma, sigma)


@he_weights.mistake(
    "You draw weights beyond two sigma anew, so their spread is too small: 0.88 of sigma.",
    "Normal numbers without the largest are less spread. Leave them in, or divide by 0.88.",
)
def he_truncated(n_in: int, n_out: int, rng: Rng) -> Array:
    W: Array = rng.standard_normal((n_out, n_in))
    while (np.abs(W) > 2).any():
        W = np.where(np.abs(W) > 2, rng.standard_normal((n_out, n_in)), W)
    W *= (2 / n_in) ** 0.5
    return W


# -- start_params


def matrices(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> tuple[Array, Array]:
    """The two weight matrices as they should be."""
    return ref.he_weights(n_inputs, n_hidden, rng), ref.xavier_weights(n_hidden, n_outputs, rng)


def columns(n_hidden: int, n_outputs: int) -> tuple[Array, Array]:
    """The two biases as they should be."""
    return np.zeros((n_hidden, 1)), np.zeros((n_outputs, 1))


@start_params.mistake(
    "He and Xavier are exchanged: the hidden layer has Xavier's weights, the output layer He's.",
    "He's are for a layer with ReLU behind it. Behind which of the two is it?",
)
def start_swapped(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    b1, b2 = columns(n_hidden, n_outputs)
    return ref.xavier_weights(n_inputs, n_hidden, rng), b1, ref.he_weights(n_hidden, n_outputs, rng), b2


@start_params.mistake(
    "Both layers have He's weights.", "Behind the output layer there is no ReLU that loses half. It takes Xavier's."
)
def start_he_twice(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    b1, b2 = columns(n_hidden, n_outputs)
    return ref.he_weights(n_inputs, n_hidden, rng), b1, ref.he_weights(n_hidden, n_outputs, rng), b2


@start_params.mistake(
    "Both layers have Xavier's weights.", "Behind the hidden layer there is ReLU, which loses half. It takes He's."
)
def start_xavier_twice(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    b1, b2 = columns(n_hidden, n_outputs)
    return ref.xavier_weights(n_inputs, n_hidden, rng), b1, ref.xavier_weights(n_hidden, n_outputs, rng), b2


@start_params.mistake(
    "Neither layer's weights are scaled: their standard deviation is 1.",
    "You have written two functions that scale them. Use those.",
)
def start_unscaled(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    b1, b2 = columns(n_hidden, n_outputs)
    return rng.normal(size=(n_hidden, n_inputs)), b1, rng.normal(size=(n_outputs, n_hidden)), b2


@start_params.mistake(
    "Your weights lie between −½ and ½, as in the first lesson.",
    "You have written two functions that give them the right spread. Use those.",
)
def start_lesson_one(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    b1, b2 = columns(n_hidden, n_outputs)
    return rng.random((n_hidden, n_inputs)) - 0.5, b1, rng.random((n_outputs, n_hidden)) - 0.5, b2


@start_params.mistake(
    "Your weights have the standard deviation 0.01, whatever the sizes are.",
    "You have written two functions that give them the right spread. Use those.",
)
def start_hundredth(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    b1, b2 = columns(n_hidden, n_outputs)
    return 0.01 * rng.normal(size=(n_hidden, n_inputs)), b1, 0.01 * rng.normal(size=(n_outputs, n_hidden)), b2


@start_params.mistake(
    "W2 is all zeros.", "Then no blame gets through to the hidden layer in the first step. W2 takes Xavier's weights."
)
def start_zeros_w2(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    b1, b2 = columns(n_hidden, n_outputs)
    return W1, b1, np.zeros_like(W2), b2


@start_params.mistake(
    "W1 is all zeros.", "Then all hidden units are alike, and stay so for ever. W1 takes He's weights."
)
def start_zeros_w1(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    b1, b2 = columns(n_hidden, n_outputs)
    return np.zeros_like(W1), b1, W2, b2


@start_params.mistake(
    "The biases are random.",
    "The weights have broken the symmetry already. Biases start at 0, so that no unit is louder than another.",
)
def start_biases_random(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, rng.normal(0, 0.1, (n_hidden, 1)), W2, rng.normal(0, 0.1, (n_outputs, 1))


@start_params.mistake("The biases are 1.", "They start at 0. Look for `np.ones` in the place of `np.zeros`.")
def start_biases_one(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, np.ones((n_hidden, 1)), W2, np.ones((n_outputs, 1))


@start_params.mistake(
    "The biases all start at the same small number, which is not 0.",
    "Some do so to keep ReLU open at the start. With He's weights half of it is open anyway: here they start at 0.",
)
def start_biases_constant(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, np.full((n_hidden, 1), 0.01), W2, np.full((n_outputs, 1), 0.01)


@start_params.mistake(
    "The biases have one dimension: the shapes are (n_hidden,) and (n_outputs,).",
    "They are added to columns, so they are columns: a second size of 1 belongs there.",
)
def start_biases_flat(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, np.zeros(n_hidden), W2, np.zeros(n_outputs)


@start_params.mistake(
    "The biases are rows: the shapes are (1, n_hidden) and (1, n_outputs).",
    "They are added to columns, so they are columns: the 1 comes second.",
)
def start_biases_rows(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, np.zeros((1, n_hidden)), W2, np.zeros((1, n_outputs))


@start_params.mistake(
    "Each bias has a number for each input of its layer.",
    "A bias belongs to a unit, not to an input: b1 has n_hidden numbers, b2 has n_outputs.",
)
def start_biases_of_inputs(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, np.zeros((n_inputs, 1)), W2, np.zeros((n_hidden, 1))


@start_params.mistake(
    "Both biases have a number for each hidden unit.",
    "b2 belongs to the output layer: a number for each of its units, n_outputs.",
)
def start_biases_of_hidden(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_hidden, 1))


@start_params.mistake(
    "The four parameters come back in another order.",
    "It is layer by layer, as in `params` everywhere in this lesson: W1, b1, W2, b2.",
)
def start_order(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    return *matrices(n_inputs, n_hidden, n_outputs, rng), *columns(n_hidden, n_outputs)


@start_params.mistake(
    "Both matrices are transposed.",
    "A layer's matrix has a row for each unit. Mind the order of the arguments of your two functions: inputs first.",
)
def start_transposed(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, rng)
    b1, b2 = columns(n_hidden, n_outputs)
    return W1.T, b1, W2.T, b2


@start_params.mistake(
    "The hidden layer always has 128 units.", "How many it has is the argument n_hidden. Look for a 128 in your code."
)
def start_units_of_class(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, 128, n_outputs, rng)
    b1, b2 = columns(128, n_outputs)
    return W1, b1, W2, b2


@start_params.mistake(
    "W1 and W2 are made of the same random numbers.",
    "Each of the two functions gets a generator that begins anew. Give both the one `rng`, which goes on from where it "
    "stands.",
)
def start_same_numbers(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    seed = int(rng.integers(2**32))
    b1, b2 = columns(n_hidden, n_outputs)
    W1 = ref.he_weights(n_inputs, n_hidden, np.random.default_rng(seed))
    return W1, b1, ref.xavier_weights(n_hidden, n_outputs, np.random.default_rng(seed)), b2


@start_params.mistake(
    "You draw from a generator of your own with a fixed seed.",
    "Whoever calls the function decides about the luck. Draw from the `rng` that you are given.",
)
def start_own_seed(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, np.random.default_rng(0))
    b1, b2 = columns(n_hidden, n_outputs)
    return W1, b1, W2, b2


@start_params.mistake(
    "You draw from a new generator without a seed and not from `rng`.",
    "An experiment can be repeated only if all its random numbers come from the generator that it was given.",
)
def start_ignores_rng(n_inputs: int, n_hidden: int, n_outputs: int, rng: Rng) -> Any:
    own = np.random.default_rng(np.random.randint(2**31))  # the global generator decides
    W1, W2 = matrices(n_inputs, n_hidden, n_outputs, own)
    b1, b2 = columns(n_hidden, n_outputs)
    return W1, b1, W2, b2
