"""The mistakes of the function that makes the parameters, init_params.

It is judged by the properties of what it returns, since any order of random draws is right: its entries each leave a
trace in the arrays by which a check can name them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue

Array = npt.NDArray[Any]
Parameters = tuple[Array, Array, Array, Array]

init_params = Catalogue("init_params")


@init_params.mistake(
    "You start with weights that are all zeros.",
    "Then all hidden units compute the same and get the same gradient, so they stay alike for ever. Chance has to "
    "make them different.",
)
def init_zeros(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = np.zeros((n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = np.zeros((n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "The weights of the second layer, W2, are all zeros.",
    "On the way back, each unit's blame is multiplied by the weights in W2: with zeros there, the first step leaves "
    "the hidden layer as it was. W2 needs random draws like W1.",
)
def init_w2_zeros(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = np.zeros((n_hidden, 1))
    W2 = np.zeros((n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "You give every weight the same constant value.",
    "All hidden units then compute the same and learn the same: ten units do the work of one. Each weight needs its "
    "own draw from `rng`.",
)
def init_constant(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = np.full((n_hidden, n_inputs), 0.01)
    b1 = np.zeros((n_hidden, 1))
    W2 = np.full((n_outputs, n_hidden), 0.01)
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "The rows of W1 are identical: all hidden units have the same weights.",
    "Units that start alike get the same gradient and stay alike, so ten units do the work of one. Draw each row anew.",
)
def init_rows_identical(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    row = rng.random(n_inputs) - 0.5
    W1 = np.array([row for _ in range(n_hidden)])
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "Each hidden unit has a single weight, repeated for all its inputs.",
    "A unit that weighs all pixels alike can only ask how much ink there is, not where. Draw a number for each weight, "
    "so give the generator both sizes.",
)
def init_columns_identical(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = np.zeros((n_hidden, n_inputs)) + rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))


@init_params.mistake(
    "The weights of W2 are too large; those of W1 are well.",
    "The output layer then begins with strong opinions, and its first losses are huge. Give it the same kind of small "
    "numbers.",
)
def init_w2_too_large(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.standard_normal((n_hidden, n_inputs)) * np.sqrt(2 / n_inputs)
    W2 = rng.standard_normal((n_outputs, n_hidden))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))


@init_params.mistake(
    "Your biases are very large.",
    "A bias of 100 drowns what the pixels say: the unit is always on or always silent. Biases start small, or at 0.",
)
def init_biases_too_large(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, 255 * rng.random((n_hidden, 1)), W2, 255 * rng.random((n_outputs, 1))


@init_params.mistake(
    "Your weights are not centred on 0: there are far more positive ones than negative ones.",
    "Then 784 inputs add up to large sums and all units fire alike. `random` by itself gives no negative numbers; "
    "about half of the weights should be negative.",
)
def init_not_centred(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs))
    b1 = rng.random((n_hidden, 1))
    W2 = rng.random((n_outputs, n_hidden))
    b2 = rng.random((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "Your weights are not centred on 0: there are far more negative ones than positive ones.",
    "Then the sums of most hidden units are below 0, and they stay silent. About half of the weights should be "
    "positive: look at the number that you subtract.",
)
def init_too_negative(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 1
    b1 = rng.random((n_hidden, 1)) - 1
    W2 = rng.random((n_outputs, n_hidden)) - 1
    b2 = rng.random((n_outputs, 1)) - 1
    return W1, b1, W2, b2


@init_params.mistake(
    "You draw the weights from the unscaled normal distribution.",
    "Their spread of 1 is too large for so many inputs: 784 such terms add up to sums of 10 and more, and softmax "
    "starts out certain of wrong answers. Make them smaller.",
)
def init_unscaled_normal(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.standard_normal((n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.standard_normal((n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "Your weights are far too large.",
    "A unit adds up 784 products. With weights of this size the sums become so large that softmax starts out certain "
    "of wrong answers. Look at the range from which you draw.",
)
def init_too_large(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = 100 * rng.random((n_hidden, n_inputs)) - 50
    b1 = 100 * rng.random((n_hidden, 1)) - 50
    W2 = 100 * rng.random((n_outputs, n_hidden)) - 50
    b2 = 100 * rng.random((n_outputs, 1)) - 50
    return W1, b1, W2, b2


@init_params.mistake(
    "Your weights grow with the number of inputs, where they should shrink.",
    "The more inputs a unit adds up, the smaller each weight has to be. Look whether you multiply by the root where "
    "you should divide.",
)
def init_scale_inverted(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.standard_normal((n_hidden, n_inputs)) * np.sqrt(n_inputs / 2)
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.standard_normal((n_outputs, n_hidden)) * np.sqrt(n_hidden / 2)
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "Your weights are so small that they might as well be zero.",
    "The signal, and the gradient on its way back, vanish in them, and hundreds of steps change nothing. Look at the "
    "factor that you multiply with.",
)
def init_too_small(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.standard_normal((n_hidden, n_inputs)) * 1e-6
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.standard_normal((n_outputs, n_hidden)) * 1e-6
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "Your weights are whole numbers.",
    "Integers are coarse as weights, and an integer array rounds away the small steps of training. Draw numbers with "
    "a fraction.",
)
def init_integers(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.integers(-1, 2, (n_hidden, n_inputs))
    b1 = rng.integers(-1, 2, (n_hidden, 1))
    W2 = rng.integers(-1, 2, (n_outputs, n_hidden))
    b2 = rng.integers(-1, 2, (n_outputs, 1))
    return W1, b1, W2, b2


@init_params.mistake(
    "You set your own seed, so the weights are the same whatever `rng` is given.",
    "The caller chooses the randomness by handing over `rng`. Draw from that one and make none of your own.",
)
def init_own_seed(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    rng = np.random.default_rng(42)
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "You draw from `np.random` and leave the argument `rng` unused.",
    "With the same `rng` the weights have to come out the same, or nobody can repeat your training. Draw from the one "
    "that is handed over.",
)
def init_ignores_rng(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = np.random.rand(n_hidden, n_inputs) - 0.5
    b1 = np.random.rand(n_hidden, 1) - 0.5
    W2 = np.random.rand(n_outputs, n_hidden) - 0.5
    b2 = np.random.rand(n_outputs, 1) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "W1 is transposed: it has a row for each input.",
    "W1 @ X makes the hidden units out of the inputs, so W1 has a row for each hidden unit and a column for each "
    "input.",
)
def init_w1_transposed(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_inputs, n_hidden)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "W2 is transposed: it has a row for each hidden unit.",
    "W2 @ A1 makes the outputs out of the hidden units, so W2 has a row for each output. With 10 of both you would "
    "not notice.",
)
def init_w2_transposed(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_hidden, n_outputs)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "W1 and W2 are both transposed, as in courses where a digit is a row.",
    "Here digits are columns and the weights stand on the left, W1 @ X: each row belongs to a unit that is computed, "
    "each column to one that it reads.",
)
def init_weights_transposed(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_inputs, n_hidden)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_hidden, n_outputs)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "The sizes 784 and 10 stand in your code, and the arguments are unused.",
    "The function has to make a network of whatever size it is asked for. Look for fixed numbers in your shapes.",
)
def init_sizes_hard_coded(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((10, 784)) - 0.5
    b1 = rng.random((10, 1)) - 0.5
    W2 = rng.random((10, 10)) - 0.5
    b2 = rng.random((10, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "You always make 10 hidden units, whatever `n_hidden` says.",
    "10 is the number of the lesson. How many units the hidden layer has is for the caller to say: look for a fixed "
    "10 in your shapes.",
)
def init_hidden_hard_coded(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((10, n_inputs)) - 0.5
    b1 = rng.random((10, 1)) - 0.5
    W2 = rng.random((n_outputs, 10)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "You always make 10 outputs, whatever `n_outputs` says.",
    "10 is the number of the lesson. How many classes there are is for the caller to say: look for a fixed 10 in your "
    "shapes.",
)
def init_outputs_hard_coded(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((10, n_hidden)) - 0.5
    b2 = rng.random((10, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "You always make weights for 784 inputs, whatever `n_inputs` says.",
    "784 is the number of pixels in the lesson. How many inputs there are is for the caller to say: look for a fixed "
    "784 in your shapes.",
)
def init_inputs_hard_coded(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, 784)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "You always make 10 hidden units and 10 outputs, whatever `n_hidden` and `n_outputs` say.",
    "10 is the number of the lesson, for both. The caller says how many there are: look for fixed numbers in your "
    "shapes.",
)
def init_tens_hard_coded(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((10, n_inputs)) - 0.5
    b1 = rng.random((10, 1)) - 0.5
    W2 = rng.random((10, 10)) - 0.5
    b2 = rng.random((10, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "W2 has the sizes of W1.",
    "The second layer does not see the pixels: it reads the hidden units and makes the outputs. Its sizes come from "
    "those two numbers.",
)
def init_w2_like_w1(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_hidden, n_inputs)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "b2 has the size of b1.",
    "b2 is added to the outputs, so it has one number for each output, not for each hidden unit. With 10 of both you "
    "would not notice.",
)
def init_b2_like_b1(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_hidden, 1)) - 0.5
    return W1, b1, W2, b2


@init_params.mistake(
    "Your biases are flat, of shape (n,), where columns are needed.",
    "NumPy would lay a flat bias along the digits, and not give one number to each unit. Each bias needs a second "
    "dimension, of size 1.",
)
def init_biases_flat(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = np.zeros(n_hidden)
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = np.zeros(n_outputs)
    return W1, b1, W2, b2


@init_params.mistake(
    "Your biases are rows, of shape (1, n).",
    "That fits courses where a digit is a row. Here units are rows and digits are columns, so a bias stands upright: "
    "one number below the other.",
)
def init_biases_row(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = np.zeros((1, n_hidden))
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = np.zeros((1, n_outputs))
    return W1, b1, W2, b2


@init_params.mistake(
    "Each bias is a single number, shared by the whole layer.",
    "Every unit has a bias of its own, which says how soon it fires. A layer's bias has as many numbers as the layer "
    "has units.",
)
def init_biases_scalar(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = np.zeros(1)
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = np.zeros(1)
    return W1, b1, W2, b2


@init_params.mistake(
    "You return both weights first and then both biases.",
    "The order of the outputs is layer by layer: W1, b1, W2, b2. Whoever unpacks them relies on it.",
)
def init_weights_before_biases(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, W2, b1, b2


# further shapes, and calls that stop


@init_params.mistake(
    "Your biases are plain numbers, such as 0.",
    "Every unit has a bias of its own. A layer's bias is a column with as many numbers as the layer has units: "
    "(n_hidden, 1) and (n_outputs, 1).",
)
def init_biases_plain_numbers(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    return rng.random((n_hidden, n_inputs)) - 0.5, 0.0, rng.random((n_outputs, n_hidden)) - 0.5, 0.0  # type: ignore[return-value]


@init_params.mistake(
    "Each bias is a matrix with a single number in it, shared by the whole layer.",
    "Every unit has a bias of its own. A layer's bias is a column with as many numbers as the layer has units.",
)
def init_biases_one_by_one(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((1, 1)), W2, np.zeros((1, 1))


@init_params.mistake(
    "b1 has as many numbers as there are outputs.",
    "b1 belongs to the hidden layer: one number for each hidden unit. With ten of each nobody notices.",
)
def init_b1_like_b2(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((n_outputs, 1)), W2, np.zeros((n_outputs, 1))


@init_params.mistake(
    "b1 has the size of the output layer, and b2 that of the hidden layer: the two are swapped.",
    "b1 has one number for each hidden unit, b2 one for each output.",
)
def init_biases_swapped(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((n_outputs, 1)), W2, np.zeros((n_hidden, 1))


@init_params.mistake(
    "Your biases have the shapes of the weights, a number for each input of each unit.",
    "A unit has a weight for each input, but only one bias. A bias is a single column.",
)
def init_biases_like_weights(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((n_hidden, n_inputs)), W2, np.zeros((n_outputs, n_hidden))


@init_params.mistake(
    "Each bias has as many numbers as its layer has inputs.",
    "A bias belongs to a unit, not to an input: b1 has one number for each hidden unit, b2 one for each output.",
)
def init_biases_of_previous_layer(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((n_inputs, 1)), W2, np.zeros((n_hidden, 1))


@init_params.mistake(
    "W2 has a column for each input of the network.",
    "The second layer never sees the pixels: it reads the hidden units, so W2 has a column for each of those.",
)
def init_w2_from_inputs(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_inputs)) - 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))


@init_params.mistake(
    "W2 is a square of hidden units by hidden units.",
    "The second layer has a row for each output. With as many outputs as hidden units nobody notices.",
)
def init_w2_square(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_hidden, n_hidden)) - 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))


@init_params.mistake(
    "W1 is a square of inputs by inputs.",
    "The first layer has a row for each hidden unit, with a weight for each input.",
)
def init_w1_square(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_inputs, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))


@init_params.mistake(
    "You return the second layer first: W2, b2, W1, b1.",
    "The order of the outputs is W1, b1, W2, b2. Whoever unpacks them relies on it.",
)
def init_second_layer_first(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W2, np.zeros((n_outputs, 1)), W1, np.zeros((n_hidden, 1))


@init_params.mistake(
    "You return each bias before its weights: b1, W1, b2, W2.",
    "The order of the outputs is W1, b1, W2, b2. Whoever unpacks them relies on it.",
)
def init_biases_before_weights(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    return np.zeros((n_hidden, 1)), W1, np.zeros((n_outputs, 1)), W2


@init_params.mistake(
    "You call `rng.rand`, which belongs to `np.random`; a generator has no such function.",
    "A `Generator` has `random`, `normal` and `uniform`, and each of them takes the shape as a tuple.",
)
def init_rng_rand(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.rand(n_hidden, n_inputs) - 0.5  # type: ignore[attr-defined]
    return W1, np.zeros((n_hidden, 1)), W1, np.zeros((n_outputs, 1))


@init_params.mistake(
    "You call `rng.randn`, which belongs to `np.random`; a generator has no such function.",
    "A `Generator` has `standard_normal` and `normal`, and each of them takes the shape as a tuple.",
)
def init_rng_randn(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = 0.01 * rng.randn(n_hidden, n_inputs)  # type: ignore[attr-defined]
    return W1, np.zeros((n_hidden, 1)), W1, np.zeros((n_outputs, 1))


@init_params.mistake(
    "You call `rng.randint`, which belongs to `np.random`; a generator has no such function.",
    "Nor are whole numbers wanted: a `Generator` has `random`, `normal` and `uniform` for fractions.",
)
def init_rng_randint(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.randint(-1, 2, (n_hidden, n_inputs))  # type: ignore[attr-defined]
    return W1, np.zeros((n_hidden, 1)), W1, np.zeros((n_outputs, 1))


@init_params.mistake(
    "You give the generator two sizes as two arguments.",
    "Its functions want the shape as one argument, a tuple in brackets of its own; the second is taken for the type "
    "of the numbers.",
)
def init_size_not_a_tuple(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random(n_hidden, n_inputs) - 0.5  # type: ignore[call-overload]
    return W1, np.zeros((n_hidden, 1)), W1, np.zeros((n_outputs, 1))


@init_params.mistake(
    "You subtract 0.5 from the shape and not from the random numbers.",
    "The bracket closes in the wrong place: first the random numbers are drawn, and then they are moved down.",
)
def init_minus_inside_size(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs) - 0.5)  # type: ignore[operator, call-overload]
    return W1, np.zeros((n_hidden, 1)), W1, np.zeros((n_outputs, 1))


@init_params.mistake(
    "You call `np.zeros` with two sizes as two arguments.",
    "It wants the shape as one argument, a tuple in brackets of its own; the second is taken for the type of the "
    "numbers.",
)
def init_zeros_two_arguments(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    b1 = np.zeros(n_hidden, 1)  # type: ignore[call-overload]
    return b1, b1, b1, b1
