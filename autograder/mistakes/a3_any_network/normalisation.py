"""Mistakes in batch normalisation: in training, on the way back, and at test time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Array = np.ndarray[Any, Any]
Call = Any  # the arguments of a function, handed on as they are
TINY = 1e-5


def ddof(call: Sequence[Array]) -> float:
    """What makes a variance that was divided by m one that is divided by m - 1."""
    m = call[0].shape[1]
    return float(m / max(m - 1, 1))


batch_norm_forward = Catalogue("batch_norm_forward")
batch_norm_backward = Catalogue("batch_norm_backward")
batch_norm_predict = Catalogue("batch_norm_predict")


def normalised(
    Z: Array,
    gamma: Array,
    beta: Array,
    running_mean: Array,
    running_var: Array,
    momentum: float = 0.9,
    *,
    mean: Callable[[Array], Any] = lambda Z: Z.mean(axis=1, keepdims=True),
    var: Callable[[Array], Any] = lambda Z: Z.var(axis=1, keepdims=True),
    root: Callable[[Array], Any] = lambda v: np.sqrt(v + TINY),
    hat: Callable[[Array, Array, Array], Any] = lambda Z, mu, std: (Z - mu) / std,
    out: Callable[[Array, Array, Array], Any] = lambda gamma, hat, beta: gamma * hat + beta,
    running: Callable[[Array, Array, float], Any] = lambda old, new, keep: keep * old + (1 - keep) * new,
    running_of_var: Callable[[Array, Array, float], Any] | None = None,
) -> tuple[Any, ...]:
    """The right outputs, with another step in some place."""
    mu, v = mean(Z), var(Z)
    std = root(v)
    Z_hat = hat(Z, mu, std)
    new_var = (running_of_var or running)(running_var, v, momentum)
    return out(gamma, Z_hat, beta), Z_hat, std, running(running_mean, mu, momentum), new_var


# batch_norm_forward


@batch_norm_forward.mistake(
    "You take means and variances down the columns, over the units of each example.",
    "That is layer normalisation. Batch normalisation treats each unit by itself, over the batch: axis=1.",
)
def batch_norm_wrong_axis(*call: Call, **named: Any) -> Any:
    def mean(Z: Array) -> Any:
        return Z.mean(axis=0, keepdims=True)

    return normalised(*call, **named, mean=mean, var=lambda Z: Z.var(axis=0, keepdims=True))


@batch_norm_forward.mistake(
    "You take one mean and one variance over the whole matrix.",
    "Each unit has a mean and a variance of its own: axis=1, and keepdims=True.",
)
def batch_norm_over_all(*call: Call, **named: Any) -> Any:
    def spread(value: float, Z: Array) -> Any:
        return np.full((len(Z), 1), value)

    return normalised(*call, **named, mean=lambda Z: spread(Z.mean(), Z), var=lambda Z: spread(Z.var(), Z))


@batch_norm_forward.mistake(
    "Your means lost their axis: keepdims is missing.",
    "A mean of the shape (units,) is laid along the columns, and does not fit or fits wrongly. keepdims=True keeps a "
    "column.",
)
def batch_norm_no_keepdims(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, mean=lambda Z: Z.mean(axis=1), var=lambda Z: Z.var(axis=1))


@batch_norm_forward.mistake(
    "You divide by the variance, not by its root.",
    "The spread of numbers is the root of the variance. As it is, rows with a large spread end up nearly flat.",
)
def batch_norm_no_root(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: v + TINY)


@batch_norm_forward.mistake(
    "The tiny number is added after the root, not under it.",
    "std = sqrt(var + 1e-5): with a variance of 0 that is 0.003, and not 0.00001.",
)
def batch_norm_tiny_outside(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: np.sqrt(v) + TINY)


@batch_norm_forward.mistake(
    "The tiny number is missing: a unit that gives the same for all digits divides by 0.",
    "std = sqrt(var + 1e-5).",
)
def batch_norm_no_tiny(*call: Call, **named: Any) -> Any:
    with np.errstate(all="ignore"):
        return normalised(*call, **named, root=np.sqrt)


@batch_norm_forward.mistake(
    "Your tiny number is 1e-8, where 1e-5 is asked for.",
    "For a unit that hardly varies it makes a difference. The docstring says which.",
)
def batch_norm_other_tiny(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: np.sqrt(v + 1e-8))


@batch_norm_forward.mistake(
    "You divide the variance by m - 1.",
    "Batch normalisation divides by m, as np.var does by itself: no ddof=1.",
)
def batch_norm_ddof(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, var=lambda Z: Z.var(axis=1, ddof=1, keepdims=True))


@batch_norm_forward.mistake(
    "You do not subtract the mean.",
    "Each row is brought to the mean 0 first, then divided by its spread.",
)
def batch_norm_mean_not_subtracted(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, hat=lambda Z, mu, std: Z / std)


@batch_norm_forward.mistake(
    "You do not divide by the spread.",
    "After the mean is subtracted, each row is divided by its std, so that its variance becomes 1.",
)
def batch_norm_not_divided(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, hat=lambda Z, mu, std: Z - mu)


@batch_norm_forward.mistake(
    "Your brackets are missing: only the mean is divided by the spread.",
    "A division goes before a difference. It is (Z - mean) / std.",
)
def batch_norm_brackets(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, hat=lambda Z, mu, std: Z - mu / std)


@batch_norm_forward.mistake(
    "You normalise with the running averages while training.",
    "In training each batch is measured by itself. The running averages are for later.",
)
def batch_norm_uses_running(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array, momentum: float = 0.9
) -> Any:
    def hat(Z: Array, mu: Array, std: Array) -> Any:
        return (Z - running_mean) / np.sqrt(running_var + TINY)

    return normalised(Z, gamma, beta, running_mean, running_var, momentum, hat=hat)


@batch_norm_forward.mistake(
    "You leave gamma and beta out: `out` is Z_hat.",
    "The unit may choose another spread and another mean: gamma times Z_hat, plus beta.",
)
def batch_norm_no_gamma_beta(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: hat)


@batch_norm_forward.mistake(
    "You leave beta out.",
    "gamma times Z_hat, plus beta.",
)
def batch_norm_no_beta(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: gamma * hat)


@batch_norm_forward.mistake(
    "gamma and beta have changed places.",
    "gamma multiplies, beta is added.",
)
def batch_norm_gamma_beta_swapped(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: beta * hat + gamma)


@batch_norm_forward.mistake(
    "gamma multiplies beta as well: gamma (Z_hat + beta).",
    "gamma times Z_hat, plus beta: mind the brackets.",
)
def batch_norm_gamma_times_beta(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: gamma * (hat + beta))


@batch_norm_forward.mistake(
    "gamma is applied to Z, not to Z_hat.",
    "First each row gets mean 0 and variance 1, then gamma and beta.",
)
def batch_norm_gamma_on_z(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array, momentum: float = 0.9
) -> Any:
    def out(gamma: Array, hat: Array, beta: Array) -> Any:
        return gamma * Z + beta

    return normalised(Z, gamma, beta, running_mean, running_var, momentum, out=out)


@batch_norm_forward.mistake(
    "Your running averages have momentum the wrong way round: they take nine tenths of the new.",
    "momentum says how much of the *old* is kept; they should move slowly.",
)
def batch_norm_momentum_swapped(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: (1 - keep) * old + keep * new)


@batch_norm_forward.mistake(
    "You do not keep running averages: you return this batch's mean and variance.",
    "One batch is a chance sample. momentum times the old, plus (1 - momentum) times this batch's.",
)
def batch_norm_running_replaced(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: new)


@batch_norm_forward.mistake(
    "Your running averages stay as they were.",
    "In training they move a little with each batch, and the new ones are returned.",
)
def batch_norm_running_unchanged(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: old)


@batch_norm_forward.mistake(
    "You add all of this batch's to momentum times the old: the factor (1 - momentum) is missing.",
    "The two shares have to make 1 together. As it is the averages grow to ten times what they should be.",
)
def batch_norm_running_too_large(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: keep * old + new)


@batch_norm_forward.mistake(
    "You keep a momentum of 0.9, whatever `momentum` says.",
    "Use the argument.",
)
def batch_norm_fixed_momentum(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: 0.9 * old + 0.1 * new)


@batch_norm_forward.mistake(
    "Your running variance averages std, the root.",
    "It is a variance that is kept; the root is taken when it is used.",
)
def batch_norm_running_std(*call: Call, **named: Any) -> Any:
    def running_of_var(old: Array, new: Array, keep: float) -> Any:
        return keep * old + (1 - keep) * np.sqrt(new + TINY)

    return normalised(*call, **named, running_of_var=running_of_var)


@batch_norm_forward.mistake(
    "You return the variance where std is asked for.",
    "std is its root, with the tiny number under it; the way back needs it.",
)
def batch_norm_returns_var(*call: Call, **named: Any) -> Any:
    out, Z_hat, std, mean, var = normalised(*call, **named)
    return out, Z_hat, std**2 - TINY, mean, var


@batch_norm_forward.mistake(
    "You return `out` alone.",
    "Five outputs: out, Z_hat and std for the way back, and the two running averages.",
)
def batch_norm_out_only(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named)[0]


@batch_norm_forward.mistake(
    "You return `out` and Z_hat in each other's places.",
    "The order is out, Z_hat, std, running_mean, running_var.",
)
def batch_norm_out_and_hat_swapped(*call: Call, **named: Any) -> Any:
    out, Z_hat, *others = normalised(*call, **named)
    return Z_hat, out, *others


@batch_norm_forward.mistake(
    "You write into Z.",
    "The caller's Z must stay as it was: Z - mean makes a new array, Z -= mean does not.",
)
def batch_norm_in_place(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array, momentum: float = 0.9
) -> Any:
    right = normalised(Z, gamma, beta, running_mean, running_var, momentum)
    Z -= Z.mean(axis=1, keepdims=True)
    return right


@batch_norm_forward.mistake(
    "Your tiny number is 1e-3, where 1e-5 is asked for.",
    "For a unit that hardly varies it makes a difference. The docstring says which.",
)
def batch_norm_tiny_thousandth(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: np.sqrt(v + 1e-3))


@batch_norm_forward.mistake(
    "You leave gamma out: out is Z_hat plus beta.",
    "gamma times Z_hat, plus beta.",
)
def batch_norm_no_gamma(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: hat + beta)


@batch_norm_forward.mistake(
    "You subtract beta.",
    "gamma times Z_hat, plus beta.",
)
def batch_norm_minus_beta(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: gamma * hat - beta)


@batch_norm_forward.mistake(
    "You divide by gamma.",
    "gamma is the new spread: it multiplies Z_hat.",
)
def batch_norm_by_gamma(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: hat / gamma + beta)


@batch_norm_forward.mistake(
    "You add gamma, where it has to multiply.",
    "gamma times Z_hat, plus beta.",
)
def batch_norm_plus_gamma(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, out=lambda gamma, hat, beta: gamma + hat + beta)


@batch_norm_forward.mistake(
    "You multiply by the spread, where you have to divide.",
    "A row with a large spread is made narrower, so that its variance becomes 1.",
)
def batch_norm_multiplied(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, hat=lambda Z, mu, std: (Z - mu) * std)


@batch_norm_forward.mistake(
    "You add the mean, where it has to be subtracted.",
    "Each row is brought to the mean 0.",
)
def batch_norm_mean_added(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, hat=lambda Z, mu, std: (Z + mu) / std)


@batch_norm_forward.mistake(
    "You take the mean of absolute differences for the variance.",
    "The variance is the mean of their squares.",
)
def batch_norm_mean_deviation(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, var=lambda Z: np.abs(Z - row_means(Z)).mean(axis=1, keepdims=True))


@batch_norm_forward.mistake(
    "You take the mean of the squares for the variance: the mean is not subtracted first.",
    "The variance says how far the numbers lie from their own mean, not from 0.",
)
def batch_norm_mean_square(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, var=lambda Z: row_means(Z**2))


@batch_norm_forward.mistake(
    "You take the sum of the squares for the variance, without the 1/m.",
    "The variance is a mean over the digits.",
)
def batch_norm_sum_of_squares(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, var=lambda Z: ((Z - row_means(Z)) ** 2).sum(axis=1, keepdims=True))


@batch_norm_forward.mistake(
    "The old averages count in full: momentum does not multiply them.",
    "The two shares have to make 1 together. As it is the averages grow and grow.",
)
def batch_norm_old_in_full(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: old + (1 - keep) * new)


@batch_norm_forward.mistake(
    "Your running averages are the mean of old and new, whatever `momentum` says.",
    "momentum says how much of the old is kept.",
)
def batch_norm_running_half(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: (old + new) / 2)


@batch_norm_forward.mistake(
    "You keep a momentum of 0.99, whatever `momentum` says.",
    "Use the argument; its default is 0.9.",
)
def batch_norm_momentum_hundredth(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running=lambda old, new, keep: 0.99 * old + 0.01 * new)


@batch_norm_forward.mistake(
    "The tiny number is in your running variance.",
    "The variance itself is kept; the tiny number is added under the root, each time.",
)
def batch_norm_running_var_tiny(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running_of_var=lambda old, new, keep: keep * old + (1 - keep) * (new + TINY))


@batch_norm_forward.mistake(
    "Your running variance is divided by m - 1.",
    "It takes the variance that you have computed, divided by m.",
)
def batch_norm_running_var_ddof(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running_of_var=lambda old, new, keep: keep * old + (1 - keep) * new * ddof(call))


@batch_norm_forward.mistake(
    "Your running variance stays as it was.",
    "It moves with each batch, as the running mean does.",
)
def batch_norm_running_var_old(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running_of_var=lambda old, new, keep: old)


@batch_norm_forward.mistake(
    "Your running variance has momentum the wrong way round: it takes most of the new.",
    "momentum says how much of the *old* is kept, in both averages.",
)
def batch_norm_running_var_swapped(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, running_of_var=lambda old, new, keep: (1 - keep) * old + keep * new)


@batch_norm_forward.mistake(
    "The std that you return lacks its tiny number.",
    "The way back divides by the same std as the way forward: the root of the variance plus 1e-5.",
)
def batch_norm_std_bare(*call: Call, **named: Any) -> Any:
    out, Z_hat, std, *others = normalised(*call, **named)
    return out, Z_hat, np.sqrt(np.maximum(std**2 - TINY, 0)), *others


@batch_norm_forward.mistake(
    "Your running mean averages what comes out, not Z.",
    "Measured is what comes in: the mean of each row of Z.",
)
def batch_norm_running_of_out(*call: Call, **named: Any) -> Any:
    *others, var = normalised(*call, **named)
    old, keep = call[3], named.get("momentum", 0.9)
    return others[0], others[1], others[2], keep * old + (1 - keep) * row_means(others[0]), var


@batch_norm_forward.mistake(
    "You normalise with the running averages, after they have moved.",
    "In training each batch is measured by itself. The running averages are for later.",
)
def batch_norm_with_new_averages(*call: Call, **named: Any) -> Any:
    _, _, std, mean, var = normalised(*call, **named)
    Z_hat = (call[0] - mean) / std
    return call[1] * Z_hat + call[2], Z_hat, std, mean, var


@batch_norm_forward.mistake(
    "The running mean and the running variance have changed places.",
    "The order is out, Z_hat, std, running_mean, running_var.",
)
def batch_norm_running_swapped(*call: Call, **named: Any) -> Any:
    out, Z_hat, std, mean, var = normalised(*call, **named)
    return out, Z_hat, std, var, mean


@batch_norm_forward.mistake(
    "Your tiny number is 1e-6, where 1e-5 is asked for.",
    "For a unit that hardly varies it makes a difference. The docstring says which.",
)
def batch_norm_tiny_millionth(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: np.sqrt(v + 1e-6))


@batch_norm_forward.mistake(
    "You return 1 / std where std is asked for.",
    "std is the root of the variance plus 1e-5; the way back divides by it.",
)
def batch_norm_inverse_std(*call: Call, **named: Any) -> Any:
    out, Z_hat, std, *others = normalised(*call, **named)
    return out, Z_hat, 1 / std, *others


@batch_norm_forward.mistake(
    "You return the mean where std is asked for.",
    "The third output is std, which the way back divides by.",
)
def batch_norm_returns_mean(*call: Call, **named: Any) -> Any:
    out, Z_hat, _, *others = normalised(*call, **named)
    return out, Z_hat, row_means(call[0]), *others


@batch_norm_forward.mistake(
    "Your running mean has momentum the wrong way round: it takes most of the new.",
    "momentum says how much of the *old* is kept, in both averages.",
)
def batch_norm_running_mean_swapped(*call: Call, **named: Any) -> Any:
    *others, _, var = normalised(*call, **named)
    keep = named.get("momentum", 0.9)
    return *others, (1 - keep) * call[3] + keep * row_means(call[0]), var


# batch_norm_backward


def row_sums(array: Array) -> Array:
    return np.asarray(array.sum(axis=1, keepdims=True))


def row_means(array: Array) -> Array:
    return np.asarray(array.mean(axis=1, keepdims=True))


def blame(
    dout: Array,
    Z_hat: Array,
    std: Array,
    gamma: Array,
    *,
    dhat: Callable[[Array, Array], Any] = lambda dout, gamma: gamma * dout,
    inner: Callable[[Array, Array], Any] = lambda d, hat: d - row_means(d) - hat * row_means(d * hat),
    scale: Callable[[Array, Array], Any] = lambda d, std: d / std,
    dgamma: Callable[[Array, Array], Any] = lambda dout, hat: row_sums(dout * hat),
    dbeta: Callable[[Array], Any] = row_sums,
) -> tuple[Any, ...]:
    """The right derivatives, with another step in some place."""
    d = dhat(dout, gamma)
    return scale(inner(d, Z_hat), std), dgamma(dout, Z_hat), dbeta(dout)


@batch_norm_backward.mistake(
    "Your dZ is only gamma times dout, divided by std: the mean and the spread count as fixed.",
    "They are computed from Z as well, and move with it. Two terms have to be taken away.",
)
def batch_norm_back_statistics_fixed(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d)


@batch_norm_backward.mistake(
    "In dZ you leave out the path through the spread.",
    "Turning up one entry of Z changes the row's std too: Z_hat times the mean of the product, dZ_hat times Z_hat, is "
    "taken away. (The product of the two means is nothing: the mean of Z_hat is 0.)",
)
def batch_norm_back_no_stretch(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d))


@batch_norm_backward.mistake(
    "In dZ you leave out the path through the mean.",
    "Turning up one entry of Z raises the row's mean too: the row mean of dZ_hat is taken away.",
)
def batch_norm_back_no_shift(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "The path through the spread lacks its factor Z_hat.",
    "An entry far from the mean moves the spread more than one close to it: Z_hat times the row mean.",
)
def batch_norm_back_stretch_without_hat(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - row_means(d * hat))


@batch_norm_backward.mistake(
    "In the path through the spread you take the mean of dZ_hat alone, without Z_hat in it.",
    "It is the mean of the product dZ_hat times Z_hat.",
)
def batch_norm_back_stretch_of_blame(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * row_means(d))


@batch_norm_backward.mistake(
    "In dZ you add the two terms, where they have to be taken away.",
    "They are what would merely shift or stretch the row, which normalisation undoes.",
)
def batch_norm_back_plus(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d + row_means(d) + hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "The second term has the wrong sign: in dZ the path through the spread is added.",
    "Both terms are taken away.",
)
def batch_norm_back_stretch_plus(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) + hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "In dZ you take sums along the rows, where means are asked for.",
    "The mean of a row moves by 1/m when one entry of it moves.",
)
def batch_norm_back_sums(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_sums(d) - hat * row_sums(d * hat))


@batch_norm_backward.mistake(
    "In dZ your means run down the columns.",
    "Mean and spread were those of each row, over the batch: axis=1.",
)
def batch_norm_back_wrong_axis(*call: Call) -> Any:
    def inner(d: Array, hat: Array) -> Any:
        return d - d.mean(axis=0) - hat * (d * hat).mean(axis=0)

    return blame(*call, inner=inner)


@batch_norm_backward.mistake(
    "In dZ your means are those of the whole matrix.",
    "Each unit has a mean and a spread of its own: axis=1.",
)
def batch_norm_back_over_all(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - d.mean() - hat * (d * hat).mean())


@batch_norm_backward.mistake(
    "You do not divide dZ by std.",
    "Z_hat moves at the rate 1 / std when Z moves.",
)
def batch_norm_back_not_divided(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: d)


@batch_norm_backward.mistake(
    "You multiply dZ by std, where you have to divide.",
    "Z was divided by std on the way forward, so blame is too.",
)
def batch_norm_back_multiplied(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: d * std)


@batch_norm_backward.mistake(
    "You divide dZ by the variance, the square of std.",
    "std is handed in already rooted: divide by it once.",
)
def batch_norm_back_by_variance(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: d / std**2)


@batch_norm_backward.mistake(
    "You take the root of std.",
    "std is the root of the variance already.",
)
def batch_norm_back_root_of_std(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: d / np.sqrt(std))


@batch_norm_backward.mistake(
    "You leave gamma out of dZ.",
    "out is gamma times Z_hat, so blame for Z_hat is gamma times dout.",
)
def batch_norm_back_no_gamma(*call: Call) -> Any:
    return blame(*call, dhat=lambda dout, gamma: dout)


@batch_norm_backward.mistake(
    "You divide by gamma in dZ.",
    "out is gamma times Z_hat, so blame for Z_hat is gamma times dout.",
)
def batch_norm_back_by_gamma(*call: Call) -> Any:
    return blame(*call, dhat=lambda dout, gamma: dout / gamma)


@batch_norm_backward.mistake(
    "Your dgamma and dbeta are means, where sums are asked for.",
    "gamma and beta serve all digits, and contributions add up. 1/m is in dout already.",
)
def batch_norm_back_means_for_parameters(*call: Call) -> Any:
    return blame(*call, dgamma=lambda dout, hat: row_means(dout * hat), dbeta=row_means)


@batch_norm_backward.mistake(
    "Your dgamma is the sum of dout, without Z_hat.",
    "gamma multiplies Z_hat: its derivative is dout times Z_hat, added up along the row.",
)
def batch_norm_back_dgamma_without_hat(*call: Call) -> Any:
    return blame(*call, dgamma=lambda dout, hat: row_sums(dout))


@batch_norm_backward.mistake(
    "You do not add up dgamma and dbeta over the digits.",
    "gamma and beta have the shape (units, 1), and so have their gradients: sums along the rows.",
)
def batch_norm_back_not_summed(*call: Call) -> Any:
    return blame(*call, dgamma=lambda dout, hat: dout * hat, dbeta=lambda dout: dout)


@batch_norm_backward.mistake(
    "Your dgamma and dbeta have one dimension: the sums lost their axis.",
    "keepdims=True keeps them as columns, of the shape of gamma and beta.",
)
def batch_norm_back_flat(*call: Call) -> Any:
    return blame(*call, dgamma=lambda dout, hat: (dout * hat).sum(axis=1), dbeta=lambda dout: dout.sum(axis=1))


@batch_norm_backward.mistake(
    "Your dbeta is 1, or the number of digits.",
    "beta is added to every entry of the row, so its derivative is the sum of dout along the row.",
)
def batch_norm_back_dbeta_count(*call: Call) -> Any:
    return blame(*call, dbeta=lambda dout: np.full((len(dout), 1), float(dout.shape[1])))


@batch_norm_backward.mistake(
    "dgamma and dbeta have changed places.",
    "The order is dZ, dgamma, dbeta.",
)
def batch_norm_back_swapped(*call: Call) -> Any:
    dZ, dgamma, dbeta = blame(*call)
    return dZ, dbeta, dgamma


@batch_norm_backward.mistake(
    "You return dZ alone.",
    "Three outputs: dZ, dgamma, dbeta.",
)
def batch_norm_back_dz_only(*call: Call) -> Any:
    return blame(*call)[0]


@batch_norm_backward.mistake(
    "You write into dout.",
    "The caller's array must stay as it was: gamma * dout makes a new one.",
)
def batch_norm_back_in_place(dout: Array, Z_hat: Array, std: Array, gamma: Array) -> Any:
    right = blame(dout, Z_hat, std, gamma)
    dout *= gamma
    return right


@batch_norm_backward.mistake(
    "Only the first term of dZ is divided by std: brackets are missing.",
    "All three terms are divided by std.",
)
def batch_norm_back_first_divided_only(*call: Call) -> Any:
    return blame(
        *call, inner=lambda d, hat: d / call[2] - row_means(d) - hat * row_means(d * hat), scale=lambda d, std: d
    )


@batch_norm_backward.mistake(
    "Only the last term of dZ is divided by std: brackets are missing.",
    "All three terms are divided by std.",
)
def batch_norm_back_last_divided_only(*call: Call) -> Any:
    return blame(
        *call, inner=lambda d, hat: d - row_means(d) - hat * row_means(d * hat) / call[2], scale=lambda d, std: d
    )


@batch_norm_backward.mistake(
    "In dZ the path through the mean is added.",
    "Both terms are taken away.",
)
def batch_norm_back_shift_plus(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d + row_means(d) - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "In the path through the spread you take dout, without gamma.",
    "Both means are those of blame for Z_hat: gamma times dout.",
)
def batch_norm_back_stretch_without_gamma(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * row_means(d * hat) / call[3])


@batch_norm_backward.mistake(
    "In the path through the mean you take dout, without gamma.",
    "Both means are those of blame for Z_hat: gamma times dout.",
)
def batch_norm_back_shift_without_gamma(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) / call[3] - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "In both means you take dout, without gamma.",
    "Both means are those of blame for Z_hat: gamma times dout.",
)
def batch_norm_back_means_without_gamma(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) / call[3] - hat * row_means(d * hat) / call[3])


@batch_norm_backward.mistake(
    "You multiply by gamma twice in dZ.",
    "out is gamma times Z_hat, so blame for Z_hat is gamma times dout, once.",
)
def batch_norm_back_gamma_twice(*call: Call) -> Any:
    return blame(*call, dhat=lambda dout, gamma: gamma * gamma * dout)


@batch_norm_backward.mistake(
    "You multiply dbeta by gamma.",
    "beta is added behind gamma: its derivative is dout, added up along the row.",
)
def batch_norm_back_dbeta_gamma(*call: Call) -> Any:
    return blame(*call, dbeta=lambda dout: row_sums(call[3] * dout))


@batch_norm_backward.mistake(
    "You multiply dgamma by gamma.",
    "The derivative with respect to gamma is dout times Z_hat, added up along the row: gamma itself has dropped out.",
)
def batch_norm_back_dgamma_gamma(*call: Call) -> Any:
    return blame(*call, dgamma=lambda dout, hat: row_sums(call[3] * dout * hat))


@batch_norm_backward.mistake(
    "You multiply dout by gamma first, and use that for dgamma and dbeta too.",
    "Only dZ has gamma in it. gamma and beta get their blame from dout as it came.",
)
def batch_norm_back_gamma_on_all(*call: Call) -> Any:
    dZ, dgamma, dbeta = blame(*call)
    return dZ, call[3] * dgamma, call[3] * dbeta


@batch_norm_backward.mistake(
    "You multiply dout by gamma first: it counts twice in dZ, and once too often in dgamma and dbeta.",
    "gamma times dout is blame for Z_hat, a number of its own. dout stays as it came.",
)
def batch_norm_back_gamma_on_all_and_twice(*call: Call) -> Any:
    dout, Z_hat, std, gamma = call
    return blame(gamma * dout, Z_hat, std, gamma)


@batch_norm_backward.mistake(
    "The path through the spread has the mean of Z_hat times Z_hat, without any blame.",
    "It is the mean of dZ_hat times Z_hat: how much blame would like to stretch the row.",
)
def batch_norm_back_hat_squared(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * row_means(hat * hat))


@batch_norm_backward.mistake(
    "One of the means in dZ is divided by m - 1.",
    "All means are divided by m, as the variance was.",
)
def batch_norm_back_ddof(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * row_sums(d * hat) / (d.shape[1] - 1))


@batch_norm_backward.mistake(
    "Your dZ is divided by m once too often.",
    "1/m is in dout already, and the means have one of their own.",
)
def batch_norm_back_over_m(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: d / std / d.shape[1])


@batch_norm_backward.mistake(
    "Your dZ is m times too large.",
    "Two terms have sums where means belong, and the first one m: all of it is to be divided by m.",
)
def batch_norm_back_times_m(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: d * d.shape[1] / std)


@batch_norm_backward.mistake(
    "Your dZ has the wrong sign.",
    "Blame for Z_hat comes first and counts positive; the two means are taken away.",
)
def batch_norm_back_negated(*call: Call) -> Any:
    return blame(*call, scale=lambda d, std: -d / std)


@batch_norm_backward.mistake(
    "Your dgamma and dbeta are sums down the columns.",
    "gamma and beta have an entry for each unit, each row: add up along the rows, axis=1.",
)
def batch_norm_back_parameters_over_units(*call: Call) -> Any:
    dout, Z_hat, *_ = call
    return blame(*call)[0], (dout * Z_hat).sum(axis=0, keepdims=True), dout.sum(axis=0, keepdims=True)


@batch_norm_backward.mistake(
    "In dZ the first term is multiplied by m, and the others hold means.",
    "Either sums everywhere, and all of it divided by m, or means and no m at all.",
)
def batch_norm_back_first_times_m(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d.shape[1] * d - row_means(d) - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "The first term of dZ is not divided by std: brackets are missing.",
    "All three terms are divided by std.",
)
def batch_norm_back_first_not_divided(*call: Call) -> Any:
    return blame(
        *call, inner=lambda d, hat: d - (row_means(d) + hat * row_means(d * hat)) / call[2], scale=lambda d, std: d
    )


@batch_norm_backward.mistake(
    "In the path through the mean you take a sum along the row, where a mean is asked for.",
    "The mean of a row moves by 1/m when one entry of it moves.",
)
def batch_norm_back_shift_sum(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_sums(d) - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "In the path through the spread you take a sum along the row, where a mean is asked for.",
    "The spread is made of a mean of squares: a single entry has a share of 1/m in it.",
)
def batch_norm_back_stretch_sum(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * row_sums(d * hat))


# batch_norm_predict


@batch_norm_predict.mistake(
    "You measure this batch, and leave the running averages aside.",
    "At test time the answer to one digit must not depend on which others are asked about with it. And a batch of one "
    "has no spread.",
)
def batch_norm_predict_batch(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return ref.batch_norm_forward(Z, gamma, beta, running_mean, running_var)[0]


@batch_norm_predict.mistake(
    "You take the running mean, but the spread of this batch.",
    "Both running averages stand in for the batch's.",
)
def batch_norm_predict_batch_spread(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(Z.var(axis=1, keepdims=True) + TINY) + beta


@batch_norm_predict.mistake(
    "You divide by the variance, not by its root.",
    "What is kept is a variance. Its root is the spread.",
)
def batch_norm_predict_no_root(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean) / (running_var + TINY) + beta


@batch_norm_predict.mistake(
    "The tiny number is added after the root, not under it.",
    "sqrt(running_var + 1e-5), exactly as in training.",
)
def batch_norm_predict_tiny_outside(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / (np.sqrt(running_var) + TINY) + beta


@batch_norm_predict.mistake(
    "The tiny number is missing.",
    "sqrt(running_var + 1e-5), exactly as in training: the variance of a unit can be 0.",
)
def batch_norm_predict_no_tiny(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    with np.errstate(all="ignore"):
        return gamma * (Z - running_mean) / np.sqrt(running_var) + beta


@batch_norm_predict.mistake(
    "You do not subtract the running mean.",
    "Each unit is brought to the mean 0 first.",
)
def batch_norm_predict_no_mean(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * Z / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You do not divide by the running spread.",
    "After the mean is subtracted, each unit is divided by the root of its running variance.",
)
def batch_norm_predict_not_divided(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean) + beta


@batch_norm_predict.mistake(
    "Your brackets are missing: only the running mean is divided.",
    "A division goes before a difference: (Z - running_mean) / ...",
)
def batch_norm_predict_brackets(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * Z - running_mean / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You leave gamma and beta out.",
    "They are learned parameters, and count at test time as in training.",
)
def batch_norm_predict_no_gamma_beta(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return (Z - running_mean) / np.sqrt(running_var + TINY)


@batch_norm_predict.mistake(
    "You leave beta out.",
    "gamma times the normalised Z, plus beta.",
)
def batch_norm_predict_no_beta(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(running_var + TINY)


@batch_norm_predict.mistake(
    "gamma and beta have changed places.",
    "gamma multiplies, beta is added.",
)
def batch_norm_predict_swapped(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return beta * (Z - running_mean) / np.sqrt(running_var + TINY) + gamma


@batch_norm_predict.mistake(
    "gamma multiplies beta as well.",
    "gamma times the normalised Z, plus beta: mind the brackets.",
)
def batch_norm_predict_gamma_times_beta(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * ((Z - running_mean) / np.sqrt(running_var + TINY) + beta)


@batch_norm_predict.mistake(
    "The running mean and the running variance have changed places.",
    "The mean is subtracted, the root of the variance divides. Look at the order of the arguments.",
)
def batch_norm_predict_averages_swapped(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    with np.errstate(all="ignore"):
        return gamma * (Z - running_var) / np.sqrt(running_mean + TINY) + beta


@batch_norm_predict.mistake(
    "You move the running averages on, and normalise with the moved ones.",
    "At test time nothing is learned: the averages are used as they are.",
)
def batch_norm_predict_moves_averages(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    *_, mean, var = ref.batch_norm_forward(Z, gamma, beta, running_mean, running_var)
    return gamma * (Z - mean) / np.sqrt(var + TINY) + beta


@batch_norm_predict.mistake(
    "You write into Z.",
    "The caller's Z must stay as it was: Z - running_mean makes a new array, the operator -= writes into the old one.",
)
def batch_norm_predict_in_place(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    Z -= running_mean
    return gamma * Z / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "Your tiny number is 1e-3, where 1e-5 is asked for.",
    "It is the same as in training: the docstring says which.",
)
def batch_norm_predict_tiny_thousandth(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(running_var + 1e-3) + beta


@batch_norm_predict.mistake(
    "Your tiny number is 1e-8, where 1e-5 is asked for.",
    "It is the same as in training: the docstring says which.",
)
def batch_norm_predict_other_tiny(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(running_var + 1e-8) + beta


@batch_norm_predict.mistake(
    "You leave gamma out.",
    "gamma times the normalised Z, plus beta.",
)
def batch_norm_predict_no_gamma(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return (Z - running_mean) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You add the running mean, where it has to be subtracted.",
    "Each unit is brought to the mean 0 first.",
)
def batch_norm_predict_mean_added(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z + running_mean) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You multiply by the running spread, where you have to divide.",
    "A unit with a large spread is made narrower.",
)
def batch_norm_predict_multiplied(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean) * np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "Your brackets are missing: only the running mean is divided by the spread.",
    "A division goes before a difference. First subtract the mean, then divide all of it.",
)
def batch_norm_predict_brackets_inside(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean / np.sqrt(running_var + TINY)) + beta


@batch_norm_predict.mistake(
    "You divide the running mean by the spread twice, Z once.",
    "First subtract the mean, then divide all of it once.",
)
def batch_norm_predict_mean_divided_twice(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean / np.sqrt(running_var + TINY)) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You subtract beta.",
    "gamma times the normalised Z, plus beta.",
)
def batch_norm_predict_beta_subtracted(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(running_var + TINY) - beta


@batch_norm_predict.mistake(
    "You divide by gamma.",
    "gamma multiplies the normalised Z.",
)
def batch_norm_predict_by_gamma(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return (Z - running_mean) / np.sqrt(running_var + TINY) / gamma + beta


@batch_norm_predict.mistake(
    "You add gamma, where it has to multiply.",
    "gamma times the normalised Z, plus beta.",
)
def batch_norm_predict_gamma_added(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma + (Z - running_mean) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "gamma multiplies Z as it came, not the normalised Z.",
    "First subtract the mean and divide by the spread; then gamma and beta.",
)
def batch_norm_predict_gamma_on_z(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * Z + beta


@batch_norm_predict.mistake(
    "You subtract the mean of this batch, and take only the spread from the running averages.",
    "Both running averages stand in for the batch's.",
)
def batch_norm_predict_batch_mean(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - Z.mean(axis=1, keepdims=True)) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You move the running mean on, and subtract the moved one.",
    "At test time nothing is learned: the averages are used as they are.",
)
def batch_norm_predict_moves_mean(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - 0.9 * running_mean - 0.1 * Z.mean(axis=1, keepdims=True)) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You use the running averages for a single digit only, and measure larger batches.",
    "At test time the answer to one digit must not depend on which others are asked about with it.",
)
def batch_norm_predict_batch_of_one_only(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    if Z.shape[1] > 1:
        return ref.batch_norm_forward(Z, gamma, beta, running_mean, running_var)[0]
    return ref.batch_norm_predict(Z, gamma, beta, running_mean, running_var)


@batch_norm_predict.mistake(
    "You take the running variance for a spread: its square stands under the root.",
    "What is kept is a variance. Its root is the spread.",
)
def batch_norm_predict_variance_squared(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(running_var**2 + TINY) + beta


@batch_norm_predict.mistake(
    "You divide by the running variance itself.",
    "What is kept is a variance. Its root is the spread.",
)
def batch_norm_predict_variance_bare(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / running_var + beta


@batch_norm_predict.mistake(
    "You return the normalised Z as well.",
    "At test time only what goes on to the next step is asked for: one array.",
)
def batch_norm_predict_two_outputs(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    Z_hat = (Z - running_mean) / np.sqrt(running_var + TINY)
    return gamma * Z_hat + beta, Z_hat


@batch_norm_predict.mistake(
    "Your tiny number is 1e-6, where 1e-5 is asked for.",
    "It is the same as in training: the docstring says which.",
)
def batch_norm_predict_tiny_millionth(
    Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array
) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(running_var + 1e-6) + beta


@batch_norm_predict.mistake(
    "You take the root twice.",
    "What is kept is a variance. Its root, taken once, is the spread.",
)
def batch_norm_predict_root_twice(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean) / np.sqrt(np.sqrt(running_var + TINY)) + beta


@batch_norm_predict.mistake(
    "You take Z from the running mean, the wrong way round.",
    "Z minus the running mean: what lies above the mean is positive.",
)
def batch_norm_predict_turned(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (running_mean - Z) / np.sqrt(running_var + TINY) + beta


@batch_norm_predict.mistake(
    "You take one mean and one variance for all units.",
    "Each unit has running averages of its own, a row of them.",
)
def batch_norm_predict_one_mean(Z: Array, gamma: Array, beta: Array, running_mean: Array, running_var: Array) -> Any:
    return gamma * (Z - running_mean.mean()) / np.sqrt(running_var.mean() + TINY) + beta


# more of batch_norm_forward


@batch_norm_forward.mistake(
    "Your momentum is 0.1 where the caller leaves it out.",
    "The default is 0.9: that much of the old average is kept. Compare the function's first line with the task.",
)
def batch_norm_default_tenth(*call: Call, **named: Any) -> Any:
    return normalised(*call, **{"momentum": 0.1, **named})


@batch_norm_forward.mistake(
    "Your momentum is 0.99 where the caller leaves it out.",
    "The default is 0.9. Compare the function's first line with the task.",
)
def batch_norm_default_hundredth(*call: Call, **named: Any) -> Any:
    return normalised(*call, **{"momentum": 0.99, **named})


@batch_norm_forward.mistake(
    "You subtract the running mean, where the mean of this batch is asked for.",
    "In training each batch is measured by itself. The running averages are for later.",
)
def batch_norm_minus_running_mean(*call: Call, **named: Any) -> Any:
    _, _, std, mean, var = normalised(*call, **named)
    Z_hat = (call[0] - call[3]) / std
    return call[1] * Z_hat + call[2], Z_hat, std, mean, var


@batch_norm_forward.mistake(
    "You normalise with the running averages after they have moved, and return the std of this batch.",
    "In training each batch is measured by itself. The running averages are for later.",
)
def batch_norm_by_moved_averages(*call: Call, **named: Any) -> Any:
    _, _, std, mean, var = normalised(*call, **named)
    Z_hat = (call[0] - mean) / np.sqrt(var + TINY)
    return call[1] * Z_hat + call[2], Z_hat, std, mean, var


@batch_norm_forward.mistake(
    "Your `out` is that of test time, made with the running averages; the rest is right.",
    "In training each batch is measured by itself: out = gamma * Z_hat + beta.",
)
def batch_norm_out_of_test_time(*call: Call, **named: Any) -> Any:
    _, *others = normalised(*call, **named)
    return call[1] * (call[0] - call[3]) / np.sqrt(call[4] + TINY) + call[2], *others


@batch_norm_forward.mistake(
    "Your running variance is made of the old running mean.",
    "Each average goes on from its own old value: running_var from running_var.",
)
def batch_norm_running_var_of_mean(*call: Call, **named: Any) -> Any:
    *others, _ = normalised(*call, **named)
    keep = named.get("momentum", 0.9)
    return *others, keep * call[3] + (1 - keep) * call[0].var(axis=1, keepdims=True)


@batch_norm_forward.mistake(
    "Your running mean takes the whole of this batch's mean: the factor (1 - momentum) is missing there.",
    "The two shares add up to 1: momentum times the old, and (1 - momentum) times the new.",
)
def batch_norm_running_mean_too_large(*call: Call, **named: Any) -> Any:
    *others, _, var = normalised(*call, **named)
    return *others, named.get("momentum", 0.9) * call[3] + row_means(call[0]), var


@batch_norm_forward.mistake(
    "Your running variance takes the whole of this batch's variance: the factor (1 - momentum) is missing there.",
    "The two shares add up to 1: momentum times the old, and (1 - momentum) times the new.",
)
def batch_norm_running_var_too_large(*call: Call, **named: Any) -> Any:
    *others, _ = normalised(*call, **named)
    return *others, named.get("momentum", 0.9) * call[4] + call[0].var(axis=1, keepdims=True)


@batch_norm_forward.mistake(
    "Your running mean has a momentum of 0.9 written into it, whatever `momentum` says.",
    "Use the argument, in both averages.",
)
def batch_norm_running_mean_fixed(*call: Call, **named: Any) -> Any:
    *others, _, var = normalised(*call, **named)
    return *others, 0.9 * call[3] + 0.1 * row_means(call[0]), var


@batch_norm_forward.mistake(
    "Your running variance has a momentum of 0.9 written into it, whatever `momentum` says.",
    "Use the argument, in both averages.",
)
def batch_norm_running_var_fixed(*call: Call, **named: Any) -> Any:
    *others, _ = normalised(*call, **named)
    return *others, 0.9 * call[4] + 0.1 * call[0].var(axis=1, keepdims=True)


@batch_norm_forward.mistake(
    "Your running mean is the plain mean of the old one and this batch's.",
    "momentum says how much of the old is kept, 0.9 as a rule; the rest is the new one's.",
)
def batch_norm_running_mean_half(*call: Call, **named: Any) -> Any:
    *others, _, var = normalised(*call, **named)
    return *others, (call[3] + row_means(call[0])) / 2, var


@batch_norm_forward.mistake(
    "In `out`, gamma multiplies the centred Z, which is not divided by std.",
    "gamma times Z_hat, plus beta: Z_hat is what has been centred and divided.",
)
def batch_norm_out_of_centred(*call: Call, **named: Any) -> Any:
    _, *others = normalised(*call, **named)
    return call[1] * (call[0] - row_means(call[0])) + call[2], *others


@batch_norm_forward.mistake(
    "You return `out` twice: what stands in the place of Z_hat has gamma and beta in it.",
    "Z_hat is Z with mean 0 and variance 1, before gamma and beta.",
)
def batch_norm_out_twice(*call: Call, **named: Any) -> Any:
    out, _, *others = normalised(*call, **named)
    return out, out, *others


@batch_norm_forward.mistake(
    "You divide by the root of m as well: that is the error of a mean, not the spread.",
    "std = sqrt(var + 1e-5), with the variance divided by m already.",
)
def batch_norm_over_root_m(*call: Call, **named: Any) -> Any:
    m = call[0].shape[1]
    return normalised(*call, **named, root=lambda v: np.sqrt((v + TINY) / m))


@batch_norm_forward.mistake(
    "You divide by the range of each row, the largest minus the smallest number.",
    "The spread that is asked for is the standard deviation: std = sqrt(var + 1e-5).",
)
def batch_norm_by_range(*call: Call, **named: Any) -> Any:
    span = np.ptp(call[0], axis=1, keepdims=True)
    return normalised(*call, **named, root=lambda v: span + TINY)


@batch_norm_forward.mistake(
    "You put the tiny number under the root with a minus sign.",
    "It is added, so that no variance of 0 is left: sqrt(var + 1e-5).",
)
def batch_norm_tiny_subtracted(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: np.sqrt(v - TINY))


# more of batch_norm_backward


@batch_norm_backward.mistake(
    "In the path through the mean you add up the whole matrix, where each row has a sum of its own.",
    "Each unit is normalised by itself: axis=1 and keepdims=True, and the mean, not the sum.",
)
def batch_norm_back_shift_sum_over_all(*call: Call) -> Any:
    m = call[0].shape[1]
    return blame(*call, inner=lambda d, hat: d - d.sum() / m - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "In the path through the mean you take the mean of the whole matrix, where each row has a mean of its own.",
    "Each unit is normalised by itself: axis=1 and keepdims=True.",
)
def batch_norm_back_shift_over_all(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - d.mean() - hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "In the path through the spread you add up the whole matrix, where each row has a sum of its own.",
    "Each unit is normalised by itself: axis=1 and keepdims=True, and the mean, not the sum.",
)
def batch_norm_back_stretch_sum_over_all(*call: Call) -> Any:
    m = call[0].shape[1]
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * (d * hat).sum() / m)


@batch_norm_backward.mistake(
    "In the path through the spread you take the mean of the whole matrix, where each row has a mean of its own.",
    "Each unit is normalised by itself: axis=1 and keepdims=True.",
)
def batch_norm_back_stretch_over_all(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * (d * hat).mean())


@batch_norm_backward.mistake(
    "The path through the spread counts twice: the ½ of the root's derivative is missing.",
    "The derivative of the root of v is ½ divided by that root, and the 2 of the square cancels it.",
)
def batch_norm_back_stretch_doubled(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - 2 * hat * row_means(d * hat))


@batch_norm_backward.mistake(
    "The path through the spread counts half: the 2 of the square's derivative is missing.",
    "The derivative of (Z - mean)² has a 2, and the ½ of the root's cancels it.",
)
def batch_norm_back_stretch_halved(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat * row_means(d * hat) / 2)


@batch_norm_backward.mistake(
    "In dZ the first term is divided by m, as only the two sums should be.",
    "In front of a common 1/m the first term has a factor m: (m dZ_hat - sum - Z_hat sum) / (m std).",
)
def batch_norm_back_first_over_m(*call: Call) -> Any:
    m = call[0].shape[1]
    return blame(*call, inner=lambda d, hat: d / m - row_means(d) - hat * row_means(d * hat))


def means_over(count: float) -> Callable[[Array, Array], Any]:
    """The inner part of dZ, whose two means are divided by another number than m."""
    return lambda d, hat: d - row_sums(d) / count - hat * row_sums(d * hat) / count


@batch_norm_backward.mistake(
    "For m you take the number of units, the rows of dout.",
    "The means run along a row, over the digits: m is dout.shape[1].",
)
def batch_norm_back_m_of_units(*call: Call) -> Any:
    return blame(*call, inner=means_over(len(call[0])))


@batch_norm_backward.mistake(
    "For m you take 128, a fixed number, in the two means.",
    "m is the number of digits in this batch, whatever that is: dout.shape[1].",
)
def batch_norm_back_m_of_128(*call: Call) -> Any:
    return blame(*call, inner=means_over(128))


@batch_norm_backward.mistake(
    "For m you take 64, a fixed number, in the two means.",
    "m is the number of digits in this batch, whatever that is: dout.shape[1].",
)
def batch_norm_back_m_of_64(*call: Call) -> Any:
    return blame(*call, inner=means_over(64))


@batch_norm_backward.mistake(
    "For m you take 100, a fixed number, in the two means.",
    "m is the number of digits in this batch, whatever that is: dout.shape[1].",
)
def batch_norm_back_m_of_100(*call: Call) -> Any:
    return blame(*call, inner=means_over(100))


@batch_norm_backward.mistake(
    "The path through the spread has Z_hat squared in front.",
    "It is Z_hat itself, times the row mean.",
)
def batch_norm_back_hat_squared_outside(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d - row_means(d) - hat**2 * row_means(d * hat))


@batch_norm_backward.mistake(
    "Your dgamma has Z in it, or Z less its mean, not Z_hat.",
    "gamma multiplies Z_hat, which is divided by std: dgamma is the row sum of dout times Z_hat.",
)
def batch_norm_back_dgamma_of_centred(*call: Call) -> Any:
    return blame(*call, dgamma=lambda dout, hat: row_sums(dout * hat * call[2]))


@batch_norm_backward.mistake(
    "What you return for dZ is dZ_hat: gamma times dout, and nothing else.",
    "Go on from there: take away the two means, and divide by std.",
)
def batch_norm_back_dhat_returned(*call: Call) -> Any:
    return blame(*call, inner=lambda d, hat: d, scale=lambda d, std: d)


# more of batch_norm_predict


@batch_norm_predict.mistake(
    "beta is divided by the running spread as well.",
    "gamma times the normalised Z, plus beta: beta stands behind the fraction. Mind the brackets.",
)
def batch_norm_predict_beta_divided(Z: Array, gamma: Array, beta: Array, mean: Array, var: Array) -> Any:
    return (gamma * (Z - mean) + beta) / np.sqrt(var + TINY)


@batch_norm_predict.mistake(
    "You subtract the running mean after Z has been scaled.",
    "Z minus the running mean comes first, then the scale: or scale the mean as well.",
)
def batch_norm_predict_mean_not_scaled(Z: Array, gamma: Array, beta: Array, mean: Array, var: Array) -> Any:
    return gamma * Z / np.sqrt(var + TINY) + beta - mean


@batch_norm_predict.mistake(
    "gamma multiplies Z alone, not the running mean.",
    "gamma times the whole fraction: mind the brackets.",
)
def batch_norm_predict_gamma_on_z_alone(Z: Array, gamma: Array, beta: Array, mean: Array, var: Array) -> Any:
    return (gamma * Z - mean) / np.sqrt(var + TINY) + beta


@batch_norm_predict.mistake(
    "gamma counts twice, and beta once too often.",
    "gamma times the normalised Z, plus beta: one step.",
)
def batch_norm_predict_twice(Z: Array, gamma: Array, beta: Array, mean: Array, var: Array) -> Any:
    return gamma * (gamma * (Z - mean) / np.sqrt(var + TINY) + beta)


# and more, where two steps go astray together


@batch_norm_forward.mistake(
    "You take the running mean for the mean of this batch, in the variance too.",
    "In training each batch is measured by itself. The running averages are for later.",
)
def batch_norm_about_running_mean(*call: Call, **named: Any) -> Any:
    off = call[0] - call[3]
    out, Z_hat, std, _, var = normalised(*call, **named, mean=lambda Z: call[3], var=lambda Z: row_means(off**2))
    return out, Z_hat, std, normalised(*call, **named)[3], var


@batch_norm_forward.mistake(
    "You add the root of the tiny number to the root of the variance.",
    "Both stand under one root: sqrt(var + 1e-5).",
)
def batch_norm_two_roots(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, root=lambda v: np.sqrt(v) + np.sqrt(TINY))


@batch_norm_predict.mistake(
    "You add the root of the tiny number to the root of the variance.",
    "Both stand under one root: sqrt(running_var + 1e-5).",
)
def batch_norm_predict_two_roots(Z: Array, gamma: Array, beta: Array, mean: Array, var: Array) -> Any:
    return gamma * (Z - mean) / (np.sqrt(var) + np.sqrt(TINY)) + beta


@batch_norm_forward.mistake(
    "You take means and variances along axis 0, over the units of each example, and without keepdims.",
    "That is layer normalisation. Batch normalisation treats each unit by itself, over the batch: axis=1 and keepdims.",
)
def batch_norm_wrong_axis_no_keepdims(*call: Call, **named: Any) -> Any:
    return normalised(*call, **named, mean=lambda Z: Z.mean(axis=0), var=lambda Z: Z.var(axis=0))


@batch_norm_forward.mistake(
    "Your std is the root of the running variance, after it has moved.",
    "In training each batch is measured by itself, its spread too. The running averages are for later.",
)
def batch_norm_std_of_moved_variance(*call: Call, **named: Any) -> Any:
    *_, mean, var = normalised(*call, **named)
    std = np.sqrt(var + TINY)
    Z_hat = (call[0] - row_means(call[0])) / std
    return call[1] * Z_hat + call[2], Z_hat, std, mean, var


@batch_norm_forward.mistake(
    "Your std is the root of the old running variance.",
    "In training each batch is measured by itself, its spread too. The running averages are for later.",
)
def batch_norm_std_of_old_variance(*call: Call, **named: Any) -> Any:
    *_, mean, var = normalised(*call, **named)
    std = np.sqrt(call[4] + TINY)
    Z_hat = (call[0] - row_means(call[0])) / std
    return call[1] * Z_hat + call[2], Z_hat, std, mean, var


@batch_norm_backward.mistake(
    "In dZ you divide the sums along the rows by m - 1, where means are asked for.",
    "A mean divides by m, the number of digits in the batch, here as on the way forward.",
)
def batch_norm_back_by_m_minus_one(*call: Call) -> Any:
    more = ddof(call)
    return blame(*call, inner=lambda d, hat: d - more * row_means(d) - more * hat * row_means(d * hat))
