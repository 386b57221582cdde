"""Mistakes in the judge of gradients: numerical_gradient, gradient_check and wrong_gradients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Array = np.ndarray[Any, Any]
Arrays = Sequence[Array]
Call = Any  # the arguments of a function, handed on as they are

numerical_gradient = Catalogue("numerical_gradient")
gradient_check = Catalogue("gradient_check")
wrong_gradients = Catalogue("wrong_gradients")


def copies(params: Arrays, dtype: type = float) -> list[Array]:
    return [array.astype(dtype) for array in params]


def dials(
    params: Arrays,
    X: Array,
    Y: Array,
    activation: str,
    lam: float,
    epsilon: float,
    *,
    slope: Callable[[float, float, float, float], float] = lambda up, down, middle, e: (up - down) / (2 * e),
    nudge: Callable[[Array, tuple[int, ...], float], None] | None = None,
    loss: Callable[..., float] = ref.deep_loss,
    dtype: type = float,
) -> list[Array]:
    """Every dial turned, with another step in some place; `slope` gets the losses above, below and between."""

    def nudged(at: int, place: tuple[int, ...], by: float) -> float:
        turned = copies(params, dtype)
        if nudge is None:
            turned[at][place] += by
        else:
            nudge(turned[at], place, by)
        return float(loss(turned, X, Y, activation, lam))

    middle = float(loss(params, X, Y, activation, lam))
    gradients = []
    for at, parameter in enumerate(params):
        slopes = np.zeros(parameter.shape)
        for place in np.ndindex(parameter.shape):
            slopes[place] = slope(nudged(at, place, epsilon), nudged(at, place, -epsilon), middle, epsilon)
        gradients.append(slopes)
    return gradients


# numerical_gradient


@numerical_gradient.mistake(
    "You turn each dial one way only: (L(w + epsilon) - L(w)) / epsilon.",
    "Right in the limit, but much less exact before it. Turn it both ways, and divide by the distance between the two.",
)
def numerical_one_sided(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (up - middle) / e)


@numerical_gradient.mistake(
    "You turn each dial down only: (L(w) - L(w - epsilon)) / epsilon.",
    "Right in the limit, but much less exact before it. Turn it both ways, and divide by the distance between the two.",
)
def numerical_one_sided_down(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (middle - down) / e)


@numerical_gradient.mistake(
    "You divide by epsilon, where the two points are 2 epsilon apart.",
    "From w - epsilon to w + epsilon it is twice the way, so all your slopes are twice too steep.",
)
def numerical_one_epsilon(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (up - down) / e)


@numerical_gradient.mistake(
    "Your brackets are missing: / 2 * epsilon divides by 2 and then multiplies by epsilon.",
    "Division and multiplication go from left to right. Write / (2 * epsilon).",
)
def numerical_brackets(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (up - down) / 2 * e)


@numerical_gradient.mistake(
    "You do not divide by 2 epsilon at all.",
    "A slope is the change of the loss by the change of the dial.",
)
def numerical_not_divided(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: up - down)


@numerical_gradient.mistake(
    "Your sign is wrong: you take the loss above from the loss below.",
    "If the loss is larger above, the slope is positive: up minus down.",
)
def numerical_sign(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (down - up) / (2 * e))


@numerical_gradient.mistake(
    "You add the two losses, where their difference is asked for.",
    "(L(w + epsilon) - L(w - epsilon)): brackets and a minus sign.",
)
def numerical_sum(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (up + down) / (2 * e))


@numerical_gradient.mistake(
    "You turn both ways by halves: from w - epsilon / 2 to w + epsilon / 2.",
    "Each way it is a whole epsilon, and the distance is 2 epsilon.",
)
def numerical_half_steps(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, activation, lam, epsilon / 2)


@numerical_gradient.mistake(
    "Your slopes do not depend on `epsilon`: they are those of a very fine hair.",
    "The caller chooses how fine it is: use the argument, not a fixed 1e-5. And the gradients by formula are no second "
    "opinion.",
)
def numerical_fixed_epsilon(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, activation, lam, 1e-5)


@numerical_gradient.mistake(
    "You turn all dials of a parameter at once.",
    "Each entry has a slope of its own: nudge one, and leave all others as they are.",
)
def numerical_all_at_once(*call: Call) -> Any:
    def nudge(array: Array, place: tuple[int, ...], by: float) -> None:
        array += by

    return dials(*call, nudge=nudge)


@numerical_gradient.mistake(
    "You turn a whole row of dials at once.",
    "A two-dimensional array needs two indices for one entry: array[place] with place = (row, column).",
)
def numerical_whole_row(*call: Call) -> Any:
    def nudge(array: Array, place: tuple[int, ...], by: float) -> None:
        array[place[0]] += by

    return dials(*call, nudge=nudge)


@numerical_gradient.mistake(
    "You set the entry to epsilon and to minus epsilon, where it has to be moved by that.",
    "The slope is wanted where the network stands: w + epsilon and w - epsilon. += and not =.",
)
def numerical_set_to_epsilon(*call: Call) -> Any:
    def nudge(array: Array, place: tuple[int, ...], by: float) -> None:
        array[place] = by

    return dials(*call, nudge=nudge)


@numerical_gradient.mistake(
    "You multiply the entry by 1 + epsilon, where epsilon has to be added.",
    "Then large weights are turned further than small ones, and your division no longer fits.",
)
def numerical_multiplied(*call: Call) -> Any:
    def nudge(array: Array, place: tuple[int, ...], by: float) -> None:
        array[place] *= 1 + by

    return dials(*call, nudge=nudge)


@numerical_gradient.mistake(
    "You do not turn the dials back: after each entry the next is tried on a network that is no longer the same.",
    "Nudge a copy, or put the old value back before you go on.",
)
def numerical_not_restored(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return in_place(params, X, Y, activation, lam, epsilon, rest=-epsilon)


@numerical_gradient.mistake(
    "You turn each dial up, then down by epsilon only: the second loss is that of the place where you began.",
    "From w + epsilon to w - epsilon it is 2 epsilon down.",
)
def numerical_down_once(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, activation, lam, epsilon, slope=lambda up, down, middle, e: (up - middle) / (2 * e))


def in_place(
    params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float, rest: float
) -> list[Array]:
    """Dials turned in the caller's own arrays; `rest` is how far off each is left."""
    gradients = []
    for parameter in params:
        slopes = np.zeros(parameter.shape)
        for place in np.ndindex(parameter.shape):
            before = parameter[place]
            parameter[place] = before + epsilon
            up = ref.deep_loss(params, X, Y, activation, lam)
            parameter[place] = before - epsilon
            down = ref.deep_loss(params, X, Y, activation, lam)
            parameter[place] = before + rest
            slopes[place] = (up - down) / (2 * epsilon)
        gradients.append(slopes)
    return gradients


@numerical_gradient.mistake(
    "You leave the dials turned up: each is put back too high.",
    "After up and down, the old value itself has to be put back.",
)
def numerical_left_up(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return in_place(params, X, Y, activation, lam, epsilon, rest=epsilon)


@numerical_gradient.mistake(
    "You compute in single precision, float32.",
    "Its seven digits are lost in the difference of two nearly equal losses. Let the copies be float: it has sixteen.",
)
def numerical_float32(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    def loss(turned: Arrays, *others: Any) -> float:
        return float(np.float32(ref.deep_loss(turned, *others)))

    return dials(params, X.astype(np.float32), Y, activation, lam, epsilon, loss=loss, dtype=np.float32)


@numerical_gradient.mistake(
    "You leave the penalty out of the loss: lambda is 0 in your calls.",
    "Pass `lam` on to deep_loss. The gradients of the penalty are to be checked too.",
)
def numerical_no_penalty(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, activation, 0.0, epsilon)


@numerical_gradient.mistake(
    "You turn the dials of the weights only, and leave the biases' gradients at 0.",
    "A mistake in a bias's gradient is as easily made. Go through all parameters.",
)
def numerical_weights_only(*call: Call) -> Any:
    return [g if at % 2 == 0 else 0 * g for at, g in enumerate(dials(*call))]


@numerical_gradient.mistake(
    "You return one long array of all slopes.",
    "The slopes come in the shapes of the parameters, so that they can be compared one by one.",
)
def numerical_flat(*call: Call) -> Any:
    return np.concatenate([g.ravel() for g in dials(*call)])


@numerical_gradient.mistake(
    "You use ReLU whatever `activation` says.",
    "Pass the name on to deep_loss.",
)
def numerical_always_relu(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, "relu", lam, epsilon)


@numerical_gradient.mistake(
    "All your slopes are 0: the two losses are taken at the same place.",
    "One is that of w + epsilon, the other that of w - epsilon. Are both nudges in the same direction, or on one copy?",
)
def numerical_zero(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return [np.zeros(array.shape) for array in params]


@numerical_gradient.mistake(
    "Your copies hold whole numbers: the weights lose their decimals.",
    "A copy has the type of what it is copied from, or is float.",
)
def numerical_whole_numbers(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    def nudge(array: Array, place: tuple[int, ...], by: float) -> None:
        before = np.trunc(array)
        array[:] = before
        array[place] = np.trunc(by + before[place])

    return dials([np.trunc(array) for array in params], X, Y, activation, lam, epsilon, nudge=nudge)


@numerical_gradient.mistake(
    "You return the gradients from the last to the first.",
    "They stand in the order of the parameters: dW1, db1, dW2, db2, ...",
)
def numerical_last_first(*call: Call) -> Any:
    return dials(*call)[::-1]


@numerical_gradient.mistake(
    "You return the weights' gradients alone.",
    "A mistake in a bias's gradient is as easily made. Go through all parameters.",
)
def numerical_weights_alone(*call: Call) -> Any:
    return dials(*call)[0::2]


@numerical_gradient.mistake(
    "You return the first gradient only.",
    "Every parameter has one. Look for a return inside the loop.",
)
def numerical_first_only(*call: Call) -> Any:
    return dials(*call)[:1]


@numerical_gradient.mistake(
    "You leave out the last row of each parameter: its slopes stay 0.",
    "Look at where your loop over the rows ends.",
)
def numerical_last_row_missing(*call: Call) -> Any:
    found = dials(*call)
    for gradient in found:
        gradient[-1] = 0
    return found


@numerical_gradient.mistake(
    "You leave out the last column of each parameter: its slopes stay 0.",
    "Look at where your loop over the columns ends.",
)
def numerical_last_column_missing(*call: Call) -> Any:
    found = dials(*call)
    for gradient in found:
        gradient[:, -1] = 0
    return found


@numerical_gradient.mistake(
    "You turn the first dial of each row only: the other slopes stay 0.",
    "Every entry has a slope: go through rows and columns.",
)
def numerical_first_column_only(*call: Call) -> Any:
    found = dials(*call)
    for gradient in found:
        gradient[:, 1:] = 0
    return found


@numerical_gradient.mistake(
    "You turn the dials on the diagonal only: the other slopes stay 0.",
    "Every entry has a slope: two loops, one in the other, over rows and columns.",
)
def numerical_diagonal(*call: Call) -> Any:
    found = dials(*call)
    for gradient in found:
        gradient *= np.eye(*gradient.shape)
    return found


@numerical_gradient.mistake(
    "You divide by m, the number of digits, once more.",
    "deep_loss is a mean already. The distance between the two points is 2 epsilon.",
)
def numerical_over_m(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(
        params, X, Y, activation, lam, epsilon, slope=lambda up, down, middle, e: (up - down) / (2 * e) / Y.size
    )


@numerical_gradient.mistake(
    "You divide by epsilon squared.",
    "That belongs to a second derivative. The distance between the two points is 2 epsilon.",
)
def numerical_epsilon_squared(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: (up - down) / (2 * e) ** 2)


@numerical_gradient.mistake(
    "You take the absolute value of the difference.",
    "A slope can point down as well: its sign matters.",
)
def numerical_absolute(*call: Call) -> Any:
    return dials(*call, slope=lambda up, down, middle, e: abs(up - down) / (2 * e))


@numerical_gradient.mistake(
    "You turn the dials by 0.1, whatever `epsilon` says.",
    "The caller chooses how far: use the argument.",
)
def numerical_coarse(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, activation, lam, 0.1)


@numerical_gradient.mistake(
    "You turn the dials by so little that the difference of the losses is mostly rounding.",
    "The caller chooses how far: use the argument `epsilon`.",
)
def numerical_fine_noise(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X, Y, activation, lam, 1e-12)


@numerical_gradient.mistake(
    "You take the penalty for the loss: the digits have no influence.",
    "Turn the dials and look at deep_loss, all of it.",
)
def numerical_penalty_only(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return [lam * array if at % 2 == 0 else 0 * array for at, array in enumerate(params)]


# gradient_check


def each(gradients: Arrays, numerical: Arrays, error: Callable[[Array, Array], Any]) -> Any:
    return np.array([error(a, n) for a, n in zip(gradients, numerical, strict=True)])


def norm(array: Array) -> float:
    return float(np.linalg.norm(array))


def share(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 0.0


@gradient_check.mistake(
    "You give the difference itself, not compared with the size of the gradients.",
    "0.001 is much for a gradient of 0.002, and nothing for one of 1,000. Divide by the sum of the two norms.",
)
def gradient_check_absolute(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: norm(a - n))


@gradient_check.mistake(
    "You divide by the norm of one of the two only.",
    "Divide by the sum of both norms; then the error is never above 1.",
)
def gradient_check_by_first(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(a)))


@gradient_check.mistake(
    "You divide by the norm of the numerical gradient only.",
    "Divide by the sum of both norms; then the error is never above 1.",
)
def gradient_check_by_second(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(n)))


@gradient_check.mistake(
    "You divide by the norm of the sum, where the sum of the norms is asked for.",
    "Two opposite gradients add up to nothing. Take each norm first, then add.",
)
def gradient_check_norm_of_sum(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(a + n)))


@gradient_check.mistake(
    "You compare the norms, and not the gradients: the difference of two norms is small also where they point apart.",
    "Subtract the arrays first, and take the norm of what is left.",
)
def gradient_check_difference_of_norms(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(abs(norm(a) - norm(n)), norm(a) + norm(n)))


@gradient_check.mistake(
    "You divide 0 by 0 where both gradients are 0.",
    "Two zeros agree: their error is 0. Look at the sum of the norms before you divide.",
)
def gradient_check_zero_by_zero(gradients: Arrays, numerical: Arrays) -> Any:
    with np.errstate(all="ignore"):
        return each(gradients, numerical, lambda a, n: np.float64(norm(a - n)) / (norm(a) + norm(n)))


@gradient_check.mistake(
    "Two zero gradients have the error 1 with you.",
    "Two zeros agree: their error is 0.",
)
def gradient_check_zeros_disagree(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(a) + norm(n)) if norm(a) + norm(n) else 1.0)


@gradient_check.mistake(
    "You put all parameters together and give one number.",
    "Each parameter gets an error of its own, so that one can see which of them is wrong.",
)
def gradient_check_all_together(gradients: Arrays, numerical: Arrays) -> Any:
    a = np.concatenate([g.ravel() for g in gradients])
    n = np.concatenate([g.ravel() for g in numerical])
    return norm(a - n) / (norm(a) + norm(n))


@gradient_check.mistake(
    "You give the largest of all the errors.",
    "Each parameter gets an error of its own, so that one can see which of them is wrong.",
)
def gradient_check_largest(gradients: Arrays, numerical: Arrays) -> Any:
    return float(np.max(ref.gradient_check(gradients, numerical)))


@gradient_check.mistake(
    "You give a relative error for each entry, not for each parameter.",
    "The norm makes one number of a whole array: np.linalg.norm without an axis.",
)
def gradient_check_each_entry(gradients: Arrays, numerical: Arrays) -> Any:
    pairs = zip(gradients, numerical, strict=True)
    with np.errstate(all="ignore"):
        return [np.abs(a - n) / (np.abs(a) + np.abs(n)) for a, n in pairs]


@gradient_check.mistake(
    "You add up absolute values, where norms are asked for.",
    "np.linalg.norm adds up squares and takes the root.",
)
def gradient_check_absolute_values(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(abs(a - n).sum(), abs(a).sum() + abs(n).sum()))


@gradient_check.mistake(
    "You leave out the roots: sums of squares in the place of norms.",
    "Then an error of a thousandth comes out as a millionth, and nothing looks suspicious.",
)
def gradient_check_no_root(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n) ** 2, norm(a) ** 2 + norm(n) ** 2))


@gradient_check.mistake(
    "You add up differences without their absolute values or squares, so that they cancel.",
    "One entry too large and one too small are two errors. The norm squares them first.",
)
def gradient_check_cancelling(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(abs(float(np.sum(a - n))), norm(a) + norm(n)))


@gradient_check.mistake(
    "Your largest difference is compared with the largest entries.",
    "One entry decides then. The norm takes all of them into account.",
)
def gradient_check_largest_entries(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(abs(a - n).max(), abs(a).max() + abs(n).max()))


@gradient_check.mistake(
    "You add the two gradients, where their difference is asked for.",
    "How far apart they are is a - n.",
)
def gradient_check_plus(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a + n), norm(a) + norm(n)))


@gradient_check.mistake(
    "You multiply the two norms, where they have to be added.",
    "Only with the sum does the error lie between 0 and 1.",
)
def gradient_check_product(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(a) * norm(n)))


@gradient_check.mistake(
    "Your brackets are missing: only the first norm is divided by, and the second is added.",
    "A division goes before a sum. Put brackets round the sum of the two norms.",
)
def gradient_check_brackets(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(a)) + norm(n))


@gradient_check.mistake(
    "You give `True` and `False`, not the errors.",
    "How large an error may be is judged in the next exercise. Return the numbers.",
)
def gradient_check_verdicts(gradients: Arrays, numerical: Arrays) -> Any:
    return ref.gradient_check(gradients, numerical) < 1e-5


@gradient_check.mistake(
    "You look at the weights only.",
    "A bias's gradient can be wrong as well: a number for each parameter.",
)
def gradient_check_weights_only(gradients: Arrays, numerical: Arrays) -> Any:
    return ref.gradient_check(gradients[0::2], numerical[0::2])


@gradient_check.mistake(
    "You take the norm of a matrix as np.linalg.norm(a, 2) does: its largest singular value.",
    "The root of the sum of the squares of all entries is asked for, which is what it does without a 2.",
)
def gradient_check_singular(gradients: Arrays, numerical: Arrays) -> Any:
    return each(
        gradients,
        numerical,
        lambda a, n: share(float(np.linalg.norm(a - n, 2)), float(np.linalg.norm(a, 2) + np.linalg.norm(n, 2))),
    )


@gradient_check.mistake(
    "You take the norm of a matrix as np.linalg.norm(a, 1) does: its largest column sum.",
    "The root of the sum of the squares of all entries is asked for, which is what it does without a 1.",
)
def gradient_check_norm_one(gradients: Arrays, numerical: Arrays) -> Any:
    return each(
        gradients,
        numerical,
        lambda a, n: share(float(np.linalg.norm(a - n, 1)), float(np.linalg.norm(a, 1) + np.linalg.norm(n, 1))),
    )


@gradient_check.mistake(
    "You divide by the larger of the two norms.",
    "Divide by the sum of both norms; then the error is never above 1.",
)
def gradient_check_by_larger(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), max(norm(a), norm(n))))


@gradient_check.mistake(
    "You divide by the smaller of the two norms.",
    "Divide by the sum of both norms; then the error is never above 1.",
)
def gradient_check_by_smaller(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), min(norm(a), norm(n))))


@gradient_check.mistake(
    "Your errors are twice as large as they should be: you divide by the mean of the two norms.",
    "Divide by their sum; then the error is never above 1.",
)
def gradient_check_by_mean(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), (norm(a) + norm(n)) / 2))


@gradient_check.mistake(
    "You take a relative error for each entry, and then the mean of those.",
    "A tiny entry would count as much as a large one. The norms of the whole arrays are compared.",
)
def gradient_check_mean_of_entries(gradients: Arrays, numerical: Arrays) -> Any:
    return each(
        gradients,
        numerical,
        lambda a, n: np.mean([share(abs(x - y), abs(x) + abs(y)) for x, y in zip(a.flat, n.flat, strict=True)]),
    )


@gradient_check.mistake(
    "You add something like 0.01 to what you divide by.",
    "For small gradients that is a lot. Look whether the sum of the norms is 0 instead.",
)
def gradient_check_floor(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: norm(a - n) / (norm(a) + norm(n) + 1e-2))


@gradient_check.mistake(
    "You add a number to what you divide by, and for small gradients it is not small enough.",
    "It is there against a division by 0, and changes every error. Look whether the sum of the norms is 0 instead.",
)
def gradient_check_floor_fine(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: norm(a - n) / (norm(a) + norm(n) + 1e-4))


@gradient_check.mistake(
    "Above the line you take a mean of squares, below it sums.",
    "Both are norms: the root of the sum of the squares.",
)
def gradient_check_mean_above(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.sqrt(np.mean((a - n) ** 2))), norm(a) + norm(n)))


@gradient_check.mistake(
    "Your fraction is upside down.",
    "How far they are apart stands above the line, how large they are below it.",
)
def gradient_check_upside_down(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a) + norm(n), norm(a - n)))


@gradient_check.mistake(
    "You add up the differences and the entries with their signs.",
    "Positive and negative ones cancel. The norm squares them first.",
)
def gradient_check_signed(gradients: Arrays, numerical: Arrays) -> Any:
    return each(
        gradients, numerical, lambda a, n: share(float(np.sum(a - n)), float(np.abs(np.sum(a)) + np.abs(np.sum(n))))
    )


@gradient_check.mistake(
    "You take the root only of the sum of both sums of squares below the line.",
    "Each gradient has a norm of its own; the two norms are added.",
)
def gradient_check_root_of_sum(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), float(np.sqrt(norm(a) ** 2 + norm(n) ** 2))))


@gradient_check.mistake(
    "You compare the directions only, by a scalar product.",
    "Two gradients that point the same way can still be of different length. Take the norm of their difference.",
)
def gradient_check_cosine(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: 1 - share(float(np.sum(a * n)), norm(a) * norm(n)))


@gradient_check.mistake(
    "You give the mean of all the errors.",
    "Each parameter gets an error of its own, so that one can see which of them is wrong.",
)
def gradient_check_mean_of_all(gradients: Arrays, numerical: Arrays) -> Any:
    return np.mean(ref.gradient_check(gradients, numerical))


@gradient_check.mistake(
    "You write the difference into a gradient itself, with `-=`.",
    "Then its own norm is lost, and the caller's gradient is changed. a - n makes a new array.",
)
def gradient_check_in_place(gradients: Arrays, numerical: Arrays) -> Any:
    errors = []
    for a, n in zip(gradients, numerical, strict=True):
        a -= n
        errors.append(share(norm(a), norm(a) + norm(n)))
    return np.array(errors)


@gradient_check.mistake(
    "You leave out the parameters whose gradients are both 0.",
    "There is a number for each parameter. Two zeros agree: their error is 0.",
)
def gradient_check_zeros_left_out(gradients: Arrays, numerical: Arrays) -> Any:
    pairs = [(a, n) for a, n in zip(gradients, numerical, strict=True) if a.any() or n.any()]
    return each([a for a, _ in pairs], [n for _, n in pairs], lambda a, n: norm(a - n) / (norm(a) + norm(n)))


@gradient_check.mistake(
    "Above the line you take the largest difference, below it norms.",
    "Above the line stands a norm as well: that of a - n.",
)
def gradient_check_largest_above(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.abs(a - n).max()), norm(a) + norm(n)))


@gradient_check.mistake(
    "Above the line you add up absolute differences, below it stand norms.",
    "Above the line stands a norm as well: that of a - n.",
)
def gradient_check_absolute_above(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.abs(a - n).sum()), norm(a) + norm(n)))


@gradient_check.mistake(
    "You divide by the difference of the two norms.",
    "They have to be added. Their difference is close to 0 where the gradients agree.",
)
def gradient_check_norms_subtracted(gradients: Arrays, numerical: Arrays) -> Any:
    def error(a: Array, n: Array) -> float:
        size = norm(a) - norm(n)
        return norm(a - n) / size if size != 0 else 0.0

    return each(gradients, numerical, error)


@gradient_check.mistake(
    "You give the sum of all the errors.",
    "Each parameter gets an error of its own, so that one can see which of them is wrong.",
)
def gradient_check_sum_of_all(gradients: Arrays, numerical: Arrays) -> Any:
    return np.sum(ref.gradient_check(gradients, numerical))


@gradient_check.mistake(
    "Each of your errors stands in a list of its own: the shape is (parameters, 1).",
    "A plain array of numbers is asked for.",
)
def gradient_check_column(gradients: Arrays, numerical: Arrays) -> Any:
    return ref.gradient_check(gradients, numerical)[:, np.newaxis]


# wrong_gradients


def errors(gradients: Arrays, params: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Array:
    return np.asarray(ref.gradient_check(gradients, ref.numerical_gradient(params, X, Y, activation, lam, 1e-5)))


@wrong_gradients.mistake(
    "You give those that are right.",
    "Asked for are the suspicious ones, whose error is *above* 1e-5.",
)
def suspects_right_ones(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) < 1e-5)


@wrong_gradients.mistake(
    "You give the position of the largest error only.",
    "There can be several wrong ones, or none.",
)
def suspects_largest_only(*call: Call) -> Any:
    return np.argmax(errors(*call))


@wrong_gradients.mistake(
    "You give the first wrong one only.",
    "Go through all of them: look for a return inside the loop.",
)
def suspects_first_only(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-5)[:1]


@wrong_gradients.mistake(
    "You give the errors themselves, not the positions of the large ones.",
    "np.flatnonzero(condition) gives the positions where a condition holds.",
)
def suspects_errors(*call: Call) -> Any:
    return errors(*call)


@wrong_gradients.mistake(
    "You give `True` and `False` for all, not the positions of the wrong ones.",
    "np.flatnonzero(condition) gives the positions where a condition holds.",
)
def suspects_booleans(*call: Call) -> Any:
    return errors(*call) > 1e-5


@wrong_gradients.mistake(
    "You give how many are wrong, not which.",
    "np.flatnonzero(condition) gives the positions where a condition holds.",
)
def suspects_count(*call: Call) -> Any:
    return int((errors(*call) > 1e-5).sum())


@wrong_gradients.mistake(
    "You use np.argwhere, which puts each position into a row of its own.",
    "np.flatnonzero gives a plain list of positions, of the shape (how many,).",
)
def suspects_argwhere(*call: Call) -> Any:
    return np.argwhere(errors(*call) > 1e-5)


@wrong_gradients.mistake(
    "You return what np.where gives, a tuple with the positions inside.",
    "Take its first entry, [0], or use np.flatnonzero.",
)
def suspects_where_tuple(*call: Call) -> Any:
    return np.where(errors(*call) > 1e-5)


@wrong_gradients.mistake(
    "You count the positions from 1.",
    "Positions in Python begin with 0: dW1 stands at 0.",
)
def suspects_from_one(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-5) + 1


@wrong_gradients.mistake(
    "You give the numbers of the layers, not the positions in the list.",
    "dW1 and db1 have the positions 0 and 1. Each parameter is judged by itself.",
)
def suspects_layers(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-5) // 2


@wrong_gradients.mistake(
    "You forgive errors of up to 1%.",
    "A factor of 1.001 somewhere is a mistake too, and two right gradients agree far better. The limit is 1e-5.",
)
def suspects_limit_too_high(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-2)


@wrong_gradients.mistake(
    "You forgive errors of up to one thousandth.",
    "Two right gradients agree far better than that. The limit is 1e-5.",
)
def suspects_limit_thousandth(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-3)


@wrong_gradients.mistake(
    "You accuse gradients that are right but for rounding.",
    "No two gradients agree to the last digit. What counts is the relative error, and its limit is 1e-5; the dials are "
    "turned by 1e-5: with a much larger epsilon they are too coarse, with a much smaller one rounding is all that is "
    "left.",
)
def suspects_limit_too_low(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-13)


@wrong_gradients.mistake(
    "You find no mistake, whatever is handed in: it is not `gradients` that you compare with the dials.",
    "The gradients that somebody hands you are the suspects, not those of your own. Or else your limit is so high that "
    "no error is ever above it.",
)
def suspects_own_gradients(gradients: Arrays, params: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    own = ref.backward_deep(params, ref.forward_deep(params, X, activation), X, Y, activation, lam)
    return np.flatnonzero(errors(own, params, X, Y, activation, lam) > 1e-5)


@wrong_gradients.mistake(
    "You leave the penalty out of the numerical gradient, or take another lambda: all weights are accused.",
    "Pass `lam` on; the gradients in question are those of the whole loss.",
)
def suspects_no_penalty(gradients: Arrays, params: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return np.flatnonzero(errors(gradients, params, X, Y, activation, 0.0) > 1e-5)


@wrong_gradients.mistake(
    "You use ReLU whatever `activation` says.",
    "Pass the name on to numerical_gradient.",
)
def suspects_always_relu(gradients: Arrays, params: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return np.flatnonzero(errors(gradients, params, X, Y, "relu", lam) > 1e-5)


@wrong_gradients.mistake(
    "You look at the weights only.",
    "A bias's gradient can be wrong as well.",
)
def suspects_weights_only(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[wrong % 2 == 0]


@wrong_gradients.mistake(
    "You look at the last layer only.",
    "Blame flows on from there. A mistake lower down shows in the lower layers alone.",
)
def suspects_last_layer(*call: Call) -> Any:
    found = errors(*call)
    wrong = np.flatnonzero(found > 1e-5)
    return wrong[wrong >= found.size - 2]


@wrong_gradients.mistake(
    "You look at how large the difference is, not at how large it is compared with the gradients.",
    "In a small gradient a small difference is a mistake. gradient_check makes the comparison.",
)
def suspects_absolute(gradients: Arrays, params: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    numerical = ref.numerical_gradient(params, X, Y, activation, lam, 1e-5)
    return np.flatnonzero([norm(a - n) > 1e-5 for a, n in zip(gradients, numerical, strict=True)])


@wrong_gradients.mistake(
    "You forgive errors of up to 1e-4.",
    "Two right gradients agree far better than that. The limit is 1e-5.",
)
def suspects_limit_ten_thousandth(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-4)


@wrong_gradients.mistake(
    "Your limit is lower than 1e-5, about 1e-6: you accuse gradients that count as right.",
    "Look at the limit that the docstring names, and count the zeros.",
)
def suspects_limit_millionth(*call: Call) -> Any:
    return np.flatnonzero(errors(*call) > 1e-7)


@wrong_gradients.mistake(
    "You hand numerical_gradient lambda and epsilon in each other's places.",
    "Compare your call with its first line: lam, then epsilon.",
)
def suspects_lambda_and_epsilon_swapped(
    gradients: Arrays, params: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    numerical = ref.numerical_gradient(params, X, Y, activation, 1e-5, lam)
    return np.flatnonzero(ref.gradient_check(gradients, numerical) > 1e-5)


@wrong_gradients.mistake(
    "You give the errors of the wrong ones, not their positions.",
    "Asked for is where they stand in the list: 0, 1, 2, ...",
)
def suspects_errors_of_wrong(*call: Call) -> Any:
    found = errors(*call)
    return found[found > 1e-5]


@wrong_gradients.mistake(
    "You say whether any is wrong, not which.",
    "The positions are asked for, as many as there are wrong ones.",
)
def suspects_any(*call: Call) -> Any:
    return bool((errors(*call) > 1e-5).any())


@wrong_gradients.mistake(
    "You return -1 where all are right.",
    "No position at all is the answer then: an empty list.",
)
def suspects_minus_one(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong if wrong.size else np.array([-1])


@wrong_gradients.mistake(
    "You never look at the last gradient.",
    "Its bias can be wrong as well. Look at where your loop ends.",
)
def suspects_last_not_looked_at(*call: Call) -> Any:
    return np.flatnonzero(errors(*call)[:-1] > 1e-5)


@wrong_gradients.mistake(
    "You never look at the first gradient, dW1.",
    "Positions begin with 0. Look at where your loop begins.",
)
def suspects_first_not_looked_at(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[wrong > 0]


@wrong_gradients.mistake(
    "You give the last wrong one only.",
    "Go through all of them and collect: look for an = that should append.",
)
def suspects_last_wrong_only(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[-1:]


@wrong_gradients.mistake(
    "You give the one with the largest error only.",
    "Several can be wrong: all positions whose error is above the limit.",
)
def suspects_worst(*call: Call) -> Any:
    found = errors(*call)
    return np.argmax(found, keepdims=True) if (found > 1e-5).any() else np.zeros(0, dtype=int)


@wrong_gradients.mistake(
    "You accuse all that stand behind the first wrong one.",
    "Each parameter is judged by itself: those behind it can be right.",
)
def suspects_all_from_first(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return np.arange(wrong[0], errors(*call).size) if wrong.size else wrong


@wrong_gradients.mistake(
    "You accuse both gradients of a layer where one is wrong.",
    "Weights and biases are judged each by itself.",
)
def suspects_whole_layers(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return np.array([at for layer in np.unique(wrong // 2) for at in (2 * layer, 2 * layer + 1)], dtype=int)


@wrong_gradients.mistake(
    "You look at the biases only.",
    "A weight's gradient can be wrong as well.",
)
def suspects_biases_only(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[wrong % 2 == 1]


@wrong_gradients.mistake(
    "Your positions are in reverse order.",
    "They come in the order of the list, the smallest first.",
)
def suspects_reversed(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[::-1]


@wrong_gradients.mistake(
    "You look at the first gradient only.",
    "Go through all of them: look for a return inside the loop.",
)
def suspects_first_position_only(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[wrong == 0]


@wrong_gradients.mistake(
    "You stop at the first gradient that is right.",
    "Those behind it can be wrong all the same: go through all of them.",
)
def suspects_until_right(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong[wrong == np.arange(wrong.size)]


@wrong_gradients.mistake(
    "You give the numbers of the layers, counted from 1, not the positions in the list.",
    "dW1 and db1 have the positions 0 and 1. Each parameter is judged by itself.",
)
def suspects_layers_from_one(*call: Call) -> Any:
    wrong = np.flatnonzero(errors(*call) > 1e-5)
    return wrong // 2 + 1


def one_penalty(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float, sign: float) -> Any:
    """Numerical gradients of losses of which only one, above or below, has the penalty in it."""
    plain = dials(params, X, Y, activation, 0.0, epsilon)
    for gradient, place in ((g, p) for g in range(len(plain)) for p in np.ndindex(plain[g].shape)):
        turned = copies(params)
        turned[gradient][place] += sign * epsilon
        plain[gradient][place] += sign * ref.l2_penalty(turned, lam) / (2 * epsilon)
    return plain


@numerical_gradient.mistake(
    "Only the loss above has the penalty in it, the one below has not.",
    "Both are the same loss, with the same lambda: pass `lam` on in both calls.",
)
def numerical_penalty_above_only(
    params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float
) -> Any:
    return one_penalty(params, X, Y, activation, lam, epsilon, 1.0)


@numerical_gradient.mistake(
    "Only the loss below has the penalty in it, the one above has not.",
    "Both are the same loss, with the same lambda: pass `lam` on in both calls.",
)
def numerical_penalty_below_only(
    params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float
) -> Any:
    return one_penalty(params, X, Y, activation, lam, epsilon, -1.0)


@numerical_gradient.mistake(
    "You measure the loss of the first digit alone.",
    "It is the loss of the whole batch, the mean over all digits, that has the gradients.",
)
def numerical_first_digit(params: Arrays, X: Array, Y: Array, activation: str, lam: float, epsilon: float) -> Any:
    return dials(params, X[:, :1], Y[:1], activation, lam, epsilon)


@numerical_gradient.mistake(
    "You turn each dial up by 2 epsilon, and down by one.",
    "Up and down by the same step: then the errors of both sides cancel.",
)
def numerical_up_twice(*call: Call) -> Any:
    def nudge(array: Array, place: tuple[int, ...], by: float) -> None:
        array[place] += 2 * by if by > 0 else by

    return dials(*call, nudge=nudge)


@numerical_gradient.mistake(
    "You return the biases' gradients alone.",
    "Every parameter has a gradient, the weights first of all. Go through the whole list.",
)
def numerical_biases_alone(*call: Call) -> Any:
    return dials(*call)[1::2]


@numerical_gradient.mistake(
    "You return the last layer's gradients alone.",
    "Every parameter has a gradient. Go through the whole list.",
)
def numerical_last_layer_alone(*call: Call) -> Any:
    return dials(*call)[-2:]


@gradient_check.mistake(
    "You give 0 where one of the two gradients is 0, and the other is not.",
    "Then they have nothing to do with each other: the error is 1. Only two zeros agree.",
)
def gradient_check_either_zero(gradients: Arrays, numerical: Arrays) -> Any:
    return each(
        gradients, numerical, lambda a, n: share(norm(a - n), norm(a) + norm(n)) if norm(a) * norm(n) > 0 else 0.0
    )


@gradient_check.mistake(
    "You give 0 for gradients that are small but not 0.",
    "The error is relative: small gradients can be as wrong as large ones. Only where both are exactly 0 it is 0.",
)
def gradient_check_small_forgiven(gradients: Arrays, numerical: Arrays) -> Any:
    return each(
        gradients, numerical, lambda a, n: share(norm(a - n), norm(a) + norm(n)) if norm(a) + norm(n) > 1e-3 else 0.0
    )


@gradient_check.mistake(
    "You square the norms under the fraction line.",
    "The sum of the norms themselves: np.linalg.norm has its root already.",
)
def gradient_check_squared_below(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(a - n), norm(a) ** 2 + norm(n) ** 2))


@gradient_check.mistake(
    "You take the mean of the absolute differences, not the norm of the difference.",
    "The norm is the root of the sum of squares: np.linalg.norm(a - n).",
)
def gradient_check_mean_difference(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.abs(a - n).mean()), norm(a) + norm(n)))


@wrong_gradients.mistake(
    "Your positions are sorted by the size of the error.",
    "They come in the order of the list, the smallest position first.",
)
def suspects_sorted_by_error(*call: Call) -> Any:
    found = errors(*call)
    return [int(at) for at in np.argsort(-found) if found[at] > 1e-5]


@wrong_gradients.mistake(
    "You give a pair for each wrong gradient, its position and its error.",
    "The positions alone are asked for.",
)
def suspects_pairs(*call: Call) -> Any:
    return [(at, float(error)) for at, error in enumerate(errors(*call)) if error > 1e-5]


@gradient_check.mistake(
    "You add something like 1e-5 to what you divide by.",
    "For small gradients that is much. Look whether the sum of the norms is 0 instead.",
)
def gradient_check_floor_hundred_thousandth(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: norm(a - n) / (norm(a) + norm(n) + 1e-5))


@gradient_check.mistake(
    "You add up the differences with their signs, so that they cancel, in the place of a norm.",
    "The norm is the root of the sum of squares: np.linalg.norm(a - n).",
)
def gradient_check_sum_of_differences(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.sum(a - n)), norm(a) + norm(n)))


@gradient_check.mistake(
    "You take the norm of each column, and not that of the whole array.",
    "np.linalg.norm without an axis takes all entries together.",
)
def gradient_check_norm_of_columns(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.linalg.norm(a - n, axis=0).max()), norm(a) + norm(n)))


@gradient_check.mistake(
    "You look at every second gradient only, and give 0 for the rest or nothing.",
    "There is a number for each parameter, weights and biases.",
)
def gradient_check_half_looked_at(gradients: Arrays, numerical: Arrays) -> Any:
    found = np.zeros(len(gradients))
    part = ref.gradient_check(gradients[::2], numerical[::2])
    found[: len(part)] = part
    return found


@wrong_gradients.mistake(
    "You give the wrong gradients themselves, not their positions.",
    "Asked for is where they stand in the list, counted from 0.",
)
def suspects_gradients_themselves(gradients: Arrays, *call: Call) -> Any:
    return [gradients[int(at)] for at in np.flatnonzero(errors(gradients, *call) > 1e-5)]


@gradient_check.mistake(
    "You take the mean of the squared differences, without a root.",
    "The norm is the root of the sum of squares: np.linalg.norm(a - n).",
)
def gradient_check_mean_square(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(float(np.mean((a - n) ** 2)), norm(a) + norm(n)))


@gradient_check.mistake(
    "You take absolute values first, and then the difference: opposite gradients look alike.",
    "The signs count. Subtract the arrays as they are.",
)
def gradient_check_without_signs(gradients: Arrays, numerical: Arrays) -> Any:
    return each(gradients, numerical, lambda a, n: share(norm(np.abs(a) - np.abs(n)), norm(a) + norm(n)))


@gradient_check.mistake(
    "You give 0 where the error is small, below 1e-3 or so.",
    "Give every error as it is. How large one may be is judged in the next exercise.",
)
def gradient_check_small_errors_forgiven(gradients: Arrays, numerical: Arrays) -> Any:
    found = np.asarray(ref.gradient_check(gradients, numerical))
    return np.where(found > 1e-3, found, 0.0)


@wrong_gradients.mistake(
    "You count the positions from the end of the list.",
    "They are counted from 0 at the beginning: dW1 stands at 0.",
)
def suspects_from_the_end(*call: Call) -> Any:
    return np.flatnonzero(errors(*call)[::-1] > 1e-5)


@wrong_gradients.mistake(
    "You give each layer once, counted from 0, not the positions in the list.",
    "dW1 and db1 have the positions 0 and 1, dW2 and db2 2 and 3. Each parameter is judged by itself.",
)
def suspects_layers_once(*call: Call) -> Any:
    return np.unique(np.flatnonzero(errors(*call) > 1e-5) // 2)


@wrong_gradients.mistake(
    "You give each layer once, counted from 1, not the positions in the list.",
    "dW1 and db1 have the positions 0 and 1. Each parameter is judged by itself.",
)
def suspects_layers_once_from_one(*call: Call) -> Any:
    return np.unique(np.flatnonzero(errors(*call) > 1e-5) // 2) + 1


@wrong_gradients.mistake(
    "You give names, where positions are asked for.",
    "Asked for is where they stand in the list: 0 for dW1, 1 for db1, 2 for dW2 and so on.",
)
def suspects_names(*call: Call) -> Any:
    return [f"d{'Wb'[at % 2]}{at // 2 + 1}" for at in np.flatnonzero(errors(*call) > 1e-5)]
