"""The mistakes of the function that moves the parameters, update_params.

Four lines that look alike: what is wrong in one of them, or in all, shows in the parameters after a single step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue

Array = npt.NDArray[Any]
Parameters = tuple[Array, Array, Array, Array]

update_params = Catalogue("update_params")


def each(step: Callable[[Array, Array], Any], parameters: Sequence[Array], gradients: Sequence[Array]) -> Any:
    """The same step for all four parameters."""
    return tuple(step(p, g) for p, g in zip(parameters, gradients, strict=True))


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
    "You add the whole gradient: a plus sign stands where a minus sign belongs, and the learning rate is left out.",
    "The gradient points to where the loss grows, uphill, and `alpha` says how long a step is. Look at both.",
)
def update_plus_no_alpha(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 + dW1, b1 + db1, W2 + dW2, b2 + db2


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
    "You subtract the whole gradient of a bias: the learning rate is missing.",
    "Weights and biases walk down the same hill and need the same `alpha`. Compare your four lines.",
)
def update_alpha_on_weights_only(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return W1 - alpha * dW1, b1 - db1, W2 - alpha * dW2, b2 - db2


@update_params.mistake(
    "You divide alpha by the gradient instead of multiplying the two.",
    "The steeper the slope, the shorter would be the step, and where it is 0 the step would be infinite. Look at the "
    "sign between them.",
)
def update_alpha_over_gradient(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    with np.errstate(all="ignore"):
        return W1 - alpha / dW1, b1 - alpha / db1, W2 - alpha / dW2, b2 - alpha / db2


@update_params.mistake(
    "You return the new W1 alone; the other three are missing.",
    "Does a `return` stand inside a loop? It ends the function at once, after the first of the four. All of them go "
    "back, together and in order.",
)
def update_first_only(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1


@update_params.mistake(
    "You return a list that holds the new W1 alone; the other three are missing.",
    "Does a `return` stand inside the loop? It ends the function at once, after the first of the four. Look at how far "
    "that line is indented.",
)
def update_list_of_first(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return [W1 - alpha * dW1]


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


# another step


@update_params.mistake(
    "You multiply by the learning rate twice.",
    "The step is alpha times the gradient, once. Look whether the gradients have been multiplied by `alpha` before.",
)
def update_alpha_squared(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha**2 * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You multiply the parameter by 1 minus the step, where the step has to be subtracted.",
    "A weight of 0 could never move then, and a negative one goes the wrong way. Look for `*=` in the place of `-=`.",
)
def update_multiplicative(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p * (1 - alpha * g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You multiply the parameter by the step, where the step has to be subtracted.",
    "A step moves a weight a little; a product with a small number makes it almost 0. Look at your operators.",
)
def update_product_with_step(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p * alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You subtract alpha from the parameter first, and multiply by the gradient then.",
    "A step is alpha times the gradient, and it is subtracted. Look at your brackets.",
)
def update_alpha_subtracted_in_brackets(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: (p - alpha) * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You shrink the parameter by alpha as well as taking the step: it is multiplied by 1 - alpha.",
    "With such a factor all weights fade away. A parameter changes by alpha times its gradient and nothing else.",
)
def update_shrunk_by_alpha(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: (1 - alpha) * p - alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You multiply the gradient by 1 - alpha, and the parameter itself has no part in it.",
    "A step starts from where the parameter is, and is alpha times the gradient. Look at your brackets.",
)
def update_gradient_times_rest(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: (1 - alpha) * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You return only the step, alpha times the gradient.",
    "It is not yet subtracted from the old parameter. What comes back are the parameters after the step.",
)
def update_step_returned(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You return the gradients and not the parameters.",
    "The gradients say which way to go; asked for is where the parameters are after the step. Look at the names in "
    "your last line.",
)
def update_gradients_returned(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Parameters:
    return dW1, db1, dW2, db2


@update_params.mistake(
    "You take two steps at once: each gradient is subtracted twice.",
    "Look whether a `-=` has already moved the parameter before you subtract once more.",
)
def update_two_steps(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - 2 * alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You take half a step: there is an extra factor of 0.5.",
    "The step is alpha times the gradient. How large it is the caller decides with `alpha`.",
)
def update_half_a_step(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - 0.5 * alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You use only the sign of the gradient, so every number moves by the same amount.",
    "The size of the gradient tells how steep it is there: the step is alpha times the gradient itself.",
)
def update_sign_of_gradient(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * np.sign(g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You use the absolute value of the gradient, so every number moves down.",
    "The sign of the gradient tells in which direction the loss grows. It has to stay.",
)
def update_size_of_gradient(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * np.abs(g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You square the gradient.",
    "Then its sign is lost, and small numbers become smaller. The step is alpha times the gradient itself.",
)
def update_gradient_squared(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * g**2, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide each gradient by its length (the norm), so every step is equally long.",
    "Near the valley the gradient becomes small, and the steps should too. The step is alpha times the gradient "
    "itself.",
)
def update_gradient_normalised(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * g / np.linalg.norm(g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide all gradients by their common length (the norm), so every step is equally long.",
    "Near the valley the gradient becomes small, and the steps should too. The step is alpha times the gradient "
    "itself.",
)
def update_gradients_normalised_together(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    length = np.sqrt(sum(np.sum(g**2) for g in (dW1, db1, dW2, db2)))
    return each(lambda p, g: p - alpha * g / length, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide each gradient by its largest number.",
    "Near the valley the gradient becomes small, and the steps should too. The step is alpha times the gradient "
    "itself.",
)
def update_gradient_by_largest(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * g / np.abs(g).max(), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You cut the gradients off at 0.1 and -0.1.",
    "Clipping is a remedy against exploding gradients, a later lesson. The step is alpha times the whole gradient.",
)
def update_gradient_clipped(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * np.clip(g, -0.1, 0.1), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You bound large gradients: what lies beyond a limit, such as 1 and -1, is cut off, or the whole is shortened.",
    "Clipping is a remedy against exploding gradients, a later lesson. The step is alpha times the whole gradient.",
)
def update_large_gradients_bounded(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * np.clip(g, -1, 1), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You replace each gradient by its mean, one number for the whole array.",
    "Each weight has its own slope. The gradient has the shape of its parameter: subtract number from number.",
)
def update_gradient_averaged(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * np.mean(g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You add each gradient up to one number for the whole array.",
    "Each weight has its own slope. The gradient has the shape of its parameter: subtract number from number.",
)
def update_gradient_summed(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * np.sum(g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You take the mean of each bias's gradient and move all units by that one number.",
    "Each unit has a bias and a gradient of its own. db1 and db2 already have the shapes of b1 and b2.",
)
def update_bias_gradient_averaged(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 - alpha * np.mean(db1), W2 - alpha * dW2, b2 - alpha * np.mean(db2)


# divided once more


@update_params.mistake(
    "You divide the step by the number of inputs, the columns of W1.",
    "The gradients are means over the digits already: nothing more has to be divided. The step is alpha times the "
    "gradient.",
)
def update_divided_by_inputs(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha / W1.shape[1] * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide the step by the number of hidden units, the rows of W1.",
    "The gradients are means over the digits already: nothing more has to be divided. The step is alpha times the "
    "gradient.",
)
def update_divided_by_hidden_units(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha / W1.shape[0] * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide each step by the number of rows of its parameter.",
    "The gradients are means over the digits already: nothing more has to be divided. The step is alpha times the "
    "gradient.",
)
def update_divided_by_own_rows(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * g / len(p), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide each step by the number of columns of its parameter.",
    "Those are not digits, and the gradients are means already: nothing more has to be divided. The step is alpha "
    "times the gradient.",
)
def update_divided_by_own_columns(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * g / p.shape[1], (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You divide each step by how many numbers its parameter has.",
    "The gradients are means over the digits already: nothing more has to be divided. The step is alpha times the "
    "gradient.",
)
def update_divided_by_own_size(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * g / p.size, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


# the learning rate in the wrong place


@update_params.mistake(
    "You use a learning rate of 0.01 whatever `alpha` says.",
    "The caller chooses the length of the step. Look for a fixed number, or for an `alpha` set outside the function.",
)
def update_alpha_hundredth(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - 0.01 * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You use a learning rate of 0.001 whatever `alpha` says.",
    "The caller chooses the length of the step. Look for a fixed number, or for an `alpha` set outside the function.",
)
def update_alpha_thousandth(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - 0.001 * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You add alpha to the gradient instead of multiplying by it.",
    "The step is alpha times the gradient: a small alpha has to make it small. Look at your brackets and operators.",
)
def update_alpha_added_to_gradient(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - (alpha + g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You subtract alpha and add the gradient.",
    "The two belong together in one product, and that product is subtracted. Look at your operators.",
)
def update_alpha_subtracted_first(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha + g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You subtract alpha alone: the gradient has no part in it.",
    "Each number of a parameter has its own slope. The step is alpha times the gradient.",
)
def update_alpha_alone(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You multiply the parameter by alpha and not the gradient.",
    "`alpha` shortens the step. As it is your weights shrink, and the whole gradient is subtracted.",
)
def update_alpha_times_parameter(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: alpha * p - g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You subtract alpha times the parameter itself: the gradient has no part in it.",
    "The weights then only shrink and learn nothing. Which way to go each gradient tells, dW1 for W1 and so on.",
)
def update_gradient_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * p, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You mix parameter and gradient: (1 - alpha) of the one and alpha of the other.",
    "That is a moving average. The step is alpha times the gradient, subtracted from the whole parameter.",
)
def update_running_mean(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: (1 - alpha) * p + alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You subtract the gradient once whole and once times alpha.",
    "Only the product is subtracted. Look whether a line without `alpha` was left in.",
)
def update_one_plus_alpha(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - (1 + alpha) * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


@update_params.mistake(
    "You multiply by the learning rate for the biases only; the weights take the whole gradient.",
    "Weights and biases walk down the same hill and need the same `alpha`. Compare your four lines.",
)
def update_alpha_on_biases_only(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - dW1, b1 - alpha * db1, W2 - dW2, b2 - alpha * db2


@update_params.mistake(
    "You multiply by the learning rate in the first layer only.",
    "Both layers walk down the same hill and need the same `alpha`. Compare your four lines.",
)
def update_alpha_on_first_layer_only(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - dW2, b2 - db2


# regularisation, which is a later lesson


@update_params.mistake(
    "You also shrink the weights: weight decay of 0.01, or L2 regularisation.",
    "That is a later lesson. Here a parameter changes by alpha times its gradient and nothing else.",
)
def update_weight_decay(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * (dW1 + 0.01 * W1), b1 - alpha * db1, W2 - alpha * (dW2 + 0.01 * W2), b2 - alpha * db2


@update_params.mistake(
    "You also shrink the weights: weight decay of 0.1, or L2 regularisation.",
    "That is a later lesson. Here a parameter changes by alpha times its gradient and nothing else.",
)
def update_weight_decay_tenth(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * (dW1 + 0.1 * W1), b1 - alpha * db1, W2 - alpha * (dW2 + 0.1 * W2), b2 - alpha * db2


@update_params.mistake(
    "You also shrink the weights: weight decay of 0.001, or L2 regularisation.",
    "That is a later lesson. Here a parameter changes by alpha times its gradient and nothing else.",
)
def update_weight_decay_thousandth(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * (dW1 + 0.001 * W1), b1 - alpha * db1, W2 - alpha * (dW2 + 0.001 * W2), b2 - alpha * db2


@update_params.mistake(
    "You multiply the parameters by 0.99 before the step.",
    "That is weight decay, a later lesson. Here a parameter changes by alpha times its gradient and nothing else.",
)
def update_shrunk_first(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: 0.99 * p - alpha * g, (W1, b1, W2, b2), (dW1, db1, dW2, db2))


# some parameters left out or mixed up


@update_params.mistake(
    "You update the second layer and leave W1 and b1 as they were.",
    "Both layers learn: each of the four parameters takes a step against its own gradient.",
)
def update_first_layer_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1, b1, W2 - alpha * dW2, b2 - alpha * db2


@update_params.mistake(
    "You update the biases and leave both weights W1 and W2 as they were.",
    "The weights hold most of what a network learns. Each of the four parameters takes a step.",
)
def update_weights_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1, b1 - alpha * db1, W2, b2 - alpha * db2


@update_params.mistake(
    "You update W1 only; the other three stay as they were.",
    "Each of the four parameters takes a step against its own gradient. Look for a `return` too early, or for a name "
    "repeated.",
)
def update_only_w1(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1, W2, b2


@update_params.mistake(
    "You update W2 only; the other three stay as they were.",
    "Each of the four parameters takes a step against its own gradient. Look whether the results are kept under "
    "their own names.",
)
def update_only_w2(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1, b1, W2 - alpha * dW2, b2


@update_params.mistake(
    "You leave W1 as it was.",
    "Each of the four parameters takes a step against its own gradient. Compare your four lines.",
)
def update_w1_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2


@update_params.mistake(
    "You leave b1 as it was.",
    "Each of the four parameters takes a step against its own gradient. Compare your four lines.",
)
def update_b1_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1, W2 - alpha * dW2, b2 - alpha * db2


@update_params.mistake(
    "You leave W2 as it was.",
    "Each of the four parameters takes a step against its own gradient. Compare your four lines.",
)
def update_w2_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 - alpha * db1, W2, b2 - alpha * db2


@update_params.mistake(
    "You leave b2 as it was.",
    "Each of the four parameters takes a step against its own gradient. Compare your four lines.",
)
def update_b2_forgotten(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2


@update_params.mistake(
    "You add the step of the biases: a plus sign stands where a minus sign belongs.",
    "The weights go downhill and the biases uphill. Compare your four lines.",
)
def update_plus_on_biases(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 + alpha * db1, W2 - alpha * dW2, b2 + alpha * db2


@update_params.mistake(
    "You add the step of the weights: a plus sign stands where a minus sign belongs.",
    "The biases go downhill and the weights uphill. Compare your four lines.",
)
def update_plus_on_weights(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 + alpha * dW1, b1 - alpha * db1, W2 + alpha * dW2, b2 - alpha * db2


@update_params.mistake(
    "You update b1 with db2 and b2 with db1: the gradients are swapped.",
    "With as many hidden units as outputs this even runs, and learns badly. Each parameter goes with the gradient "
    "that bears its name.",
)
def update_biases_with_each_others_gradient(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 - alpha * db2, W2 - alpha * dW2, b2 - alpha * db1


@update_params.mistake(
    "You update W1 with dW2, the gradient of the other layer.",
    "Their shapes differ. Each parameter goes with the gradient that bears its name.",
)
def update_weights_with_each_others_gradient(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW2, b1 - alpha * db1, W2 - alpha * dW1, b2 - alpha * db2


@update_params.mistake(
    "You update W2 with dW1, the gradient of the other layer.",
    "Their shapes differ. Each parameter goes with the gradient that bears its name.",
)
def update_w2_with_dw1(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW1, b2 - alpha * db2


@update_params.mistake(
    "You return both weights first and then both biases.",
    "The order of the outputs is layer by layer: W1, b1, W2, b2. Whoever unpacks them relies on it.",
)
def update_weights_returned_first(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W1 - alpha * dW1, W2 - alpha * dW2, b1 - alpha * db1, b2 - alpha * db2


@update_params.mistake(
    "You return the second layer first: W2, b2, W1, b1.",
    "The order of the outputs is W1, b1, W2, b2. Whoever unpacks them relies on it.",
)
def update_second_layer_returned_first(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return W2 - alpha * dW2, b2 - alpha * db2, W1 - alpha * dW1, b1 - alpha * db1


@update_params.mistake(
    "You multiply parameter and gradient as matrices.",
    "The step is alpha times the gradient, and it is subtracted number by number. No product of the two is needed.",
)
def update_gradients_matrix_product(
    W1: Array, b1: Array, W2: Array, b2: Array, dW1: Array, db1: Array, dW2: Array, db2: Array, alpha: float
) -> Any:
    return each(lambda p, g: p - alpha * (p @ g), (W1, b1, W2, b2), (dW1, db1, dW2, db2))
