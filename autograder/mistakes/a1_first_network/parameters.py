"""The mistakes of the functions that make and move the parameters: init_params, update_params.

`init_params` is judged by the properties of what it returns, since any order of random draws is right: its entries
each leave a trace in the arrays by which a check can name them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue

Array = npt.NDArray[Any]
Parameters = tuple[Array, Array, Array, Array]

init_params = Catalogue("init_params")
update_params = Catalogue("update_params")


# init_params


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
    "Your weights are not centred on 0: they all lie between 0 and 1.",
    "`random` gives no negative numbers, so 784 inputs add up to large sums and all units fire alike. About half of "
    "the weights should be negative.",
)
def init_not_centred(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Parameters:
    W1 = rng.random((n_hidden, n_inputs))
    b1 = rng.random((n_hidden, 1))
    W2 = rng.random((n_outputs, n_hidden))
    b2 = rng.random((n_outputs, 1))
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


# update_params


@update_params.mistake(
    "You add the step: a plus sign stands where a minus sign belongs.",
    "The gradient points to where the loss grows, uphill. To go down, take a step against it.",
)
def update_plus_sign(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 + alpha * dW1, b1 + alpha * db1, W2 + alpha * dW2, b2 + alpha * db2


@update_params.mistake(
    "You compute the new parameters but return the old ones: the result is not assigned.",
    "Subtracting makes a new array and leaves the old one as it was. Look whether each result is kept, and under "
    "which name.",
)
def update_not_assigned(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    for parameter, gradient in [(W1, dW1), (b1, db1), (W2, dW2), (b2, db2)]:
        parameter = parameter - alpha * gradient
    return W1, b1, W2, b2


@update_params.mistake(
    "You leave out the learning rate: the whole gradient is subtracted.",
    "The gradient gives the direction; `alpha` says how long the step is. Without it training overshoots the valley.",
)
def update_no_alpha(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - dW1, b1 - db1, W2 - dW2, b2 - db2


@update_params.mistake(
    "You use a learning rate of 0.1 whatever `alpha` says.",
    "The caller chooses the length of the step. Look for a fixed number, or for an `alpha` set outside the function.",
)
def update_alpha_hard_coded(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    alpha = 0.1
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2


@update_params.mistake(
    "You multiply by the learning rate for the weights only; the biases take the whole gradient.",
    "Weights and biases walk down the same hill and need the same `alpha`. Compare your four lines.",
)
def update_alpha_on_weights_only(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - alpha * dW1, b1 - db1, W2 - alpha * dW2, b2 - db2


@update_params.mistake(
    "You update the weights and leave both biases as they were.",
    "Biases are parameters too, and their gradients db1 and db2 say how to change them.",
)
def update_biases_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    W1 = W1 - alpha * dW1
    W2 = W2 - alpha * dW2
    return W1, b1, W2, b2


@update_params.mistake(
    "You update the first layer and leave W2 and b2 as they were.",
    "Both layers learn: each of the four parameters takes a step against its own gradient.",
)
def update_second_layer_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    return W1, b1, W2, b2


@update_params.mistake(
    "You replace each parameter by its step: what it was before is lost.",
    "A step starts from where you are. If you meant `-=`, look at the order of the two signs: `=-` sets the parameter "
    "to a negative value.",
)
def update_step_alone(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    W1 = -alpha * dW1
    b1 = -alpha * db1
    W2 = -alpha * dW2
    b2 = -alpha * db2
    return W1, b1, W2, b2


@update_params.mistake(
    "You subtract the parameter from the step, the wrong way round.",
    "That flips the sign of every weight at every call. The parameter comes first, and the step is taken away from it.",
)
def update_wrong_way_round(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return alpha * dW1 - W1, alpha * db1 - b1, alpha * dW2 - W2, alpha * db2 - b2


@update_params.mistake(
    "You multiply the parameter by the learning rate as well.",
    "`alpha` shortens the step, not the weight: your weights shrink to a fraction at every call. Look at your "
    "brackets.",
)
def update_alpha_on_parameter(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return alpha * (W1 - dW1), alpha * (b1 - db1), alpha * (W2 - dW2), alpha * (b2 - db2)


@update_params.mistake(
    "You divide the gradient by the learning rate.",
    "`alpha` is a small number, and dividing by it makes the step larger. A small learning rate has to give small "
    "steps.",
)
def update_divided_by_alpha(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - dW1 / alpha, b1 - db1 / alpha, W2 - dW2 / alpha, b2 - db2 / alpha


@update_params.mistake(
    "You add up the gradient of each bias to one number and move all units by that.",
    "Each unit has a bias and a gradient of its own. db1 and db2 already have the shapes of b1 and b2.",
)
def update_bias_gradient_summed(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - alpha * dW1, b1 - alpha * np.sum(db1), W2 - alpha * dW2, b2 - alpha * np.sum(db2)


@update_params.mistake(
    "You update b1 with dW1, the gradient of the weights.",
    "b1 has one column and dW1 one for each input, so b1 grows into a whole matrix. Each parameter goes with the "
    "gradient that bears its name.",
)
def update_b1_with_dw1(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - alpha * dW1, b1 - alpha * dW1, W2 - alpha * dW2, b2 - alpha * db2


@update_params.mistake(
    "You update b2 with db1, the gradient of the other layer.",
    "With as many hidden units as outputs this even runs, and learns badly. Each parameter goes with the gradient "
    "that bears its name.",
)
def update_b2_with_db1(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db1
