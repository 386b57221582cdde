"""The mistakes of the three steps: momentum, RMSProp and Adam. Each is the rule with one thing wrong in it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.mistakes import Catalogue

Array = npt.NDArray[Any]

momentum_step = Catalogue("momentum_step")
rmsprop_step = Catalogue("rmsprop_step")
adam_step = Catalogue("adam_step")

IN_PLACE = "The caller still needs it as it was: another run may start from it. Write `w = ...` and not `w -= ...`."
DOWNHILL = "The gradient points uphill. The step goes against it, so it is subtracted."


# -- momentum_step


@momentum_step.mistake(
    "The factor 1 − beta before the gradient is missing.",
    "Without it the velocity is no mean but a sum, up to ten times as large with beta = 0.9.",
)
def momentum_sum(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + dw
    return w - alpha * v, v


@momentum_step.mistake(
    "You forget the old velocity: v is made of this gradient alone.",
    "What makes the ball roll is that most of the old velocity is kept: beta · v belongs in the sum.",
)
def momentum_reset(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = (1 - beta) * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "beta and 1 − beta are exchanged.", "beta is how much of the old velocity is kept, and is the larger one."
)
def momentum_betas_exchanged(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = (1 - beta) * v + beta * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "You step along the old velocity and compute the new one afterwards.",
    "First the velocity takes in the gradient, then w moves along it. Mind the order of the two lines.",
)
def momentum_old_velocity(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    return w - alpha * v, beta * v + (1 - beta) * dw


@momentum_step.mistake("You add the step: a plus sign stands where a minus sign belongs.", DOWNHILL)
def momentum_uphill(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w + alpha * v, v


@momentum_step.mistake(
    "Your velocity points downhill: the gradient is subtracted in it.",
    "Here v is the mean of the gradients themselves, and the minus sign is in the step.",
)
def momentum_velocity_downhill(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v - (1 - beta) * dw
    return w + alpha * v, v


@momentum_step.mistake(
    "The learning rate is inside your velocity.",
    "v is the mean of the gradients, without alpha. Then a rate that changes later would not change old gradients.",
)
def momentum_alpha_in_velocity(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + alpha * dw
    return w - v, v


@momentum_step.mistake(
    "You step along the gradient; the velocity is computed but not used.", "It is v, the running mean, that moves w."
)
def momentum_plain_step(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    return w - alpha * dw, beta * v + (1 - beta) * dw


@momentum_step.mistake(
    "You step along the velocity and along the gradient as well.", "The gradient is in the velocity already."
)
def momentum_both(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - alpha * (v + dw), v


@momentum_step.mistake("The learning rate is missing.", "v gives the direction; alpha says how long the step is.")
def momentum_no_alpha(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - v, v


@momentum_step.mistake(
    "You use 0.9 whatever beta is.", "How much is kept, the caller decides. Look for a 0.9 or a 0.1 in your formula."
)
def momentum_beta_fixed(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = 0.9 * v + 0.1 * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "You return the old velocity.", "The next step needs the new one, or the ball starts from rest every time."
)
def momentum_old_returned(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    return w - alpha * (beta * v + (1 - beta) * dw), v


@momentum_step.mistake("You return v first.", "The order is w, v.")
def momentum_order(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return v, w - alpha * v


@momentum_step.mistake(
    "You return only the parameter.", "The velocity has to come out too: the next step goes on from it."
)
def momentum_w_only(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    return w - alpha * (beta * v + (1 - beta) * dw)


@momentum_step.mistake("You change w in place, in the caller's own array.", IN_PLACE)
def momentum_w_in_place(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    w -= alpha * v
    return w, v


@momentum_step.mistake(
    "You change v in place, in the caller's own array.", "Write `v = ...` and not `v *= ...` or `v += ...`."
)
def momentum_v_in_place(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v *= beta
    v += (1 - beta) * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "beta multiplies the gradient too.", "beta · v + (1 − beta) · dw: the two have factors that add up to 1."
)
def momentum_beta_on_both(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * (v + dw)
    return w - alpha * v, v


@momentum_step.mistake(
    "The learning rate is inside your velocity, and not in the step.",
    "v is the mean of the gradients, without alpha. The step along it is multiplied by alpha.",
)
def momentum_alpha_in_mean(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * alpha * dw
    return w - v, v


@momentum_step.mistake(
    "The learning rate comes in twice: in your velocity and again in the step.",
    "v is the mean of the gradients, without alpha. The step along it is multiplied by alpha.",
)
def momentum_alpha_twice(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * alpha * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "The learning rate comes in twice: in your velocity, where 1 − beta belongs, and again in the step.",
    "v is the mean of the gradients, without alpha. The step along it is multiplied by alpha.",
)
def momentum_alpha_twice_in_sum(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + alpha * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "Your velocity is the step itself, with alpha and the minus sign in it, as in some books.",
    "Here v is the mean of the gradients, beta · v + (1 − beta) · dw, and alpha and the minus are in the step.",
)
def momentum_classical(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v - alpha * dw
    return w + v, v


@momentum_step.mistake(
    "beta is missing before the old velocity: all of it is kept.",
    "What is kept of the old one is beta, and 1 − beta of the new gradient: the two add up to 1.",
)
def momentum_nothing_forgotten(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = v + (1 - beta) * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "The gradient is squared in your velocity.",
    "v is a mean of the gradients themselves. The squares belong to the next exercise.",
)
def momentum_squared(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw**2
    return w - alpha * v, v


@momentum_step.mistake(
    "You take in the gradient twice: in the velocity and again in the step, as Nesterov does.",
    "That is another method. Here the step is along the new velocity, as it is.",
)
def momentum_looks_ahead(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - alpha * (beta * v + (1 - beta) * dw), v


@momentum_step.mistake(
    "You divide the velocity by 1 − beta in the step.",
    "The factor 1 − beta is in the velocity on purpose: alpha then means the same whatever beta is.",
)
def momentum_corrected(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - alpha * v / (1 - beta), v


@momentum_step.mistake(
    "You take one mean of the gradient for the whole array.",
    "Each number has its own velocity. No sum and no mean over the array is needed.",
)
def momentum_one_for_all(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * np.mean(dw)
    return w - alpha * v, v


@momentum_step.mistake(
    "The step is multiplied by beta once more.",
    "beta belongs to the velocity only. The step is alpha times the new velocity.",
)
def momentum_beta_in_step(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - alpha * beta * v, v


@momentum_step.mistake(
    "The gradient is subtracted in your velocity, and the velocity in the step: two minus signs.",
    "Two of them make a plus. The velocity is a mean of the gradients, where nothing is subtracted.",
)
def momentum_minus_in_velocity(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v - (1 - beta) * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "1 − beta multiplies the old velocity as well.",
    "beta · v + (1 − beta) · dw: the two have factors that add up to 1.",
)
def momentum_one_factor_for_both(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = (1 - beta) * (v + dw)
    return w - alpha * v, v


@momentum_step.mistake(
    "alpha stands in the place of beta in your velocity.",
    "How much of the old velocity is kept, beta says. alpha is the length of the step.",
)
def momentum_alpha_for_beta(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = alpha * v + (1 - alpha) * dw
    return w - alpha * v, v


@momentum_step.mistake(
    "You divide by the learning rate where you should multiply.",
    "A small alpha makes a short step: alpha times the velocity.",
)
def momentum_alpha_below(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - v / alpha, v


@momentum_step.mistake(
    "beta stands in the place of alpha in your step.",
    "How long the step is, alpha says. beta belongs to the velocity.",
)
def momentum_beta_for_alpha(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * dw
    return w - beta * v, v


@momentum_step.mistake(
    "Your velocity is a mean of the parameters: w stands where dw belongs.",
    "It is the gradients, dw, that are averaged.",
)
def momentum_mean_of_w(w: Array, dw: Array, v: Array, alpha: float, beta: float = 0.9) -> Any:
    v = beta * v + (1 - beta) * w
    return w - alpha * v, v


# -- rmsprop_step


def mean_square(dw: Array, s: Array, beta: float) -> Array:
    """The running mean of the squares as it should be."""
    return beta * s + (1 - beta) * dw**2


@rmsprop_step.mistake(
    "The gradient is not squared in your mean.",
    "Gradients of both signs would cancel, and the root of a negative number is NaN. It is a mean of squares.",
)
def rmsprop_not_squared(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + (1 - beta) * dw
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You take the mean of absolute values, not of squares.", "It is called root mean *square*: dw² goes in."
)
def rmsprop_absolute(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + (1 - beta) * np.abs(dw)
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You divide by the mean square itself: the root is missing.",
    "A square is not of the size of a gradient. Its root is, and dividing by that makes every step about alpha long.",
)
def rmsprop_no_root(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (s + eps), s


@rmsprop_step.mistake(
    "eps stands inside the root.", "It is added to the root, outside: first the root of s, then + eps."
)
def rmsprop_eps_inside(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / np.sqrt(s + eps), s


@rmsprop_step.mistake(
    "eps is missing.", "A white pixel's gradient is always 0, and so is its s. 0 / 0 is NaN; 0 / eps is 0."
)
def rmsprop_no_eps(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / np.sqrt(s), s


@rmsprop_step.mistake(
    "The factor 1 − beta before the square is missing.",
    "Without it s is no mean but a sum, and steps come out much too short.",
)
def rmsprop_sum(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "All squares are added up, without beta.",
    "That is Adagrad, whose steps become shorter and shorter. A running mean forgets what is long ago.",
)
def rmsprop_adagrad(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = s + dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You forget the old mean square: s is made of this gradient alone.",
    "Then every number moves by the same amount, whatever its gradient. beta · s belongs in the sum.",
)
def rmsprop_reset(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = (1 - beta) * dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "beta and 1 − beta are exchanged.", "beta is how much of the old mean is kept, and is the larger one."
)
def rmsprop_betas_exchanged(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = (1 - beta) * s + beta * dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You divide by the root of the old mean square.",
    "In the first step that is 0, and the step would be enormous. First s takes in the gradient, then w moves.",
)
def rmsprop_old_mean(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    return w - alpha * dw / (np.sqrt(s) + eps), mean_square(dw, s, beta)


@rmsprop_step.mistake("You add the step: a plus sign stands where a minus sign belongs.", DOWNHILL)
def rmsprop_uphill(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w + alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You take one mean square for the whole array.",
    "Each number has its own: that is the point. No sum and no mean over the array is needed.",
)
def rmsprop_one_for_all(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + (1 - beta) * np.mean(dw**2)
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You return the root of the mean square.",
    "What is returned goes in again, and is squared numbers: s itself. Keep the root under a name of its own.",
)
def rmsprop_root_returned(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    root = np.sqrt(s)
    return w - alpha * dw / (root + eps), root


@rmsprop_step.mistake(
    "You return the old mean square.", "The next step needs the new one, or nothing is ever remembered."
)
def rmsprop_old_returned(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    return w - alpha * dw / (np.sqrt(mean_square(dw, s, beta)) + eps), s


@rmsprop_step.mistake(
    "The learning rate is missing.", "The quotient is about 1 in size; alpha says how long the step is."
)
def rmsprop_no_alpha(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You use 0.9 whatever beta is.", "How much is kept, the caller decides. Look for a 0.9 or a 0.1 in your formula."
)
def rmsprop_beta_fixed(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, 0.9)
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake("You return s first.", "The order is w, s.")
def rmsprop_order(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return s, w - alpha * dw / (np.sqrt(s) + eps)


@rmsprop_step.mistake("You change w in place, in the caller's own array.", IN_PLACE)
def rmsprop_w_in_place(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    w -= alpha * dw / (np.sqrt(s) + eps)
    return w, s


@rmsprop_step.mistake(
    "You change s in place, in the caller's own array.", "Write `s = ...` and not `s *= ...` or `s += ...`."
)
def rmsprop_s_in_place(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s *= beta
    s += (1 - beta) * dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "Brackets are missing: you divide by the root, and eps is added to the quotient.",
    "A division binds before a sum. What stands below the line, root + eps, needs brackets.",
)
def rmsprop_no_brackets(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * (dw / np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "Brackets are missing: you divide by the root, and eps is added to the step.",
    "A division binds before a sum. What stands below the line, root + eps, needs brackets.",
)
def rmsprop_eps_after_step(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - (alpha * dw / np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "Brackets are missing: you divide by the root, and eps is added to the new w.",
    "A division binds before a sum. What stands below the line, root + eps, needs brackets.",
)
def rmsprop_eps_to_weight(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / np.sqrt(s) + eps, s


@rmsprop_step.mistake(
    "1 − beta is squared along with the gradient.",
    "Only dw is squared: square first, then multiply by 1 − beta. Look at your brackets.",
)
def rmsprop_weight_squared(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + ((1 - beta) * dw) ** 2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You divide by one root of the sum over the whole array, a norm.",
    "Each number has its own root: all operations are number by number.",
)
def rmsprop_norm(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.sqrt(np.sum(s)) + eps), s


@rmsprop_step.mistake(
    "You divide by the norm of s, one number for the whole array.",
    "Each number has its own root, `np.sqrt`: all operations are number by number.",
)
def rmsprop_norm_of_means(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.linalg.norm(s) + eps), s


@rmsprop_step.mistake(
    "You multiply by the root where you should divide.",
    "Numbers whose gradients are usually large shall take smaller steps: divide by the root.",
)
def rmsprop_multiplied(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw * (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "The gradient is missing in your step: above the line stands alpha alone.",
    "The gradient says in which direction to go. It is divided by the root.",
)
def rmsprop_gradient_missing(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "Your step has the mean square above the line, where the gradient belongs.",
    "The gradient says in which direction to go. The mean square is only what it is divided by.",
)
def rmsprop_mean_on_top(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * s / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You double the gradient where you should square it.",
    "A square is `dw**2`, with two stars: dw · dw.",
)
def rmsprop_doubled(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + (1 - beta) * dw * 2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You divide the mean square by 1 − beta before the root, as a correction.",
    "A correction comes with Adam, in the next exercise. Here the root is taken of s itself.",
)
def rmsprop_corrected(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.sqrt(s / (1 - beta)) + eps), s


@rmsprop_step.mistake(
    "You use an eps of 10^−8, whatever `eps` is.",
    "The caller decides. Look for a 1e-8 in your formula.",
)
def rmsprop_eps_fixed(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.sqrt(s) + 1e-8), s


@rmsprop_step.mistake(
    "beta is missing before the old mean square: all of it is kept.",
    "What is kept of the old one is beta, and 1 − beta of the new square: the two add up to 1.",
)
def rmsprop_nothing_forgotten(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = s + (1 - beta) * dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "eps is subtracted from the root.",
    "It is added, so that the divisor can't be 0.",
)
def rmsprop_subtracted(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.sqrt(s) - eps), s


@rmsprop_step.mistake(
    "eps is multiplied with the root, not added.",
    "The divisor is root + eps, so that it can't be 0.",
)
def rmsprop_eps_multiplied(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.sqrt(s) * eps), s


@rmsprop_step.mistake(
    "The learning rate is inside your mean square.",
    "s is the mean of the squares, without alpha. alpha multiplies the step.",
)
def rmsprop_alpha_in_mean(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + (1 - beta) * alpha * dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "Your step has the squared gradient above the line.",
    "A square has lost its sign, the direction. The gradient itself is divided by the root.",
)
def rmsprop_square_on_top(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw**2 / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "beta multiplies the new square too.",
    "beta · s + (1 − beta) · dw²: the two have factors that add up to 1.",
)
def rmsprop_beta_on_both(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * (s + dw**2)
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You square s where its root belongs.",
    "s is made of squares already. The root brings it back to the size of a gradient.",
)
def rmsprop_squared_for_root(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (s**2 + eps), s


@rmsprop_step.mistake(
    "You divide by the size of this gradient alone; s is computed but not used.",
    "It is the root of s, the running mean, that divides. Otherwise all steps have the same length.",
)
def rmsprop_root_of_gradient(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / (np.sqrt(dw**2) + eps), s


@rmsprop_step.mistake(
    "You multiply dw by itself as a matrix, with `@` or `np.dot`, where each number is to be squared.",
    "Each number has a mean square of its own. `dw**2` or `dw * dw` works number by number, and keeps the shape.",
)
def rmsprop_matrix_product(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = beta * s + (1 - beta) * (dw @ dw.T)
    return w - alpha * dw / (np.sqrt(s) + eps), s


@rmsprop_step.mistake(
    "You divide by the larger one of the root and eps; they are not added.",
    "The divisor is root + eps: a sum, which can't be 0 either.",
)
def rmsprop_larger_of_both(w: Array, dw: Array, s: Array, alpha: float, beta: float = 0.9, eps: float = 1e-8) -> Any:
    s = mean_square(dw, s, beta)
    return w - alpha * dw / np.maximum(np.sqrt(s), eps), s


# -- adam_step


def adam(
    w: Array,
    means: tuple[Array, Array],
    corrections: tuple[Any, Any],
    alpha: float,
    eps: float,
    top: Array | None = None,
) -> Any:
    """Adam's step with these means and corrections; `top` stands in the place of the corrected mean."""
    (m, s), (for_m, for_s) = means, corrections
    above = m / for_m if top is None else top
    return w - alpha * above / (np.sqrt(s / for_s) + eps), m, s


def both_means(dw: Array, m: Array, s: Array, beta1: float, beta2: float) -> tuple[Array, Array]:
    """The two running means as they should be."""
    return beta1 * m + (1 - beta1) * dw, beta2 * s + (1 - beta2) * dw**2


def both_corrections(t: int, beta1: float, beta2: float) -> tuple[float, float]:
    """The two corrections as they should be."""
    return 1 - beta1**t, 1 - beta2**t


@adam_step.mistake(
    "The correction by 1 − beta^t is missing.",
    "Both means start at 0 and are far too small in the first steps. Divide each by 1 − beta^t before it is used.",
)
def adam_uncorrected(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), (1, 1), alpha, eps)


@adam_step.mistake(
    "Only m is corrected, not s.", "Both means start at 0, and s is even slower: it needs its own 1 − beta2^t."
)
def adam_only_m_corrected(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), (1 - beta1**t, 1), alpha, eps)


@adam_step.mistake("Only s is corrected, not m.", "Both means start at 0: m needs its own 1 − beta1^t.")
def adam_only_s_corrected(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), (1, 1 - beta2**t), alpha, eps)


@adam_step.mistake(
    "You return the corrected means, which then go in again and are corrected once more.",
    "The correction is for this step only. Give m_hat and s_hat names of their own, and return m and s.",
)
def adam_corrected_returned(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    m, s = m / (1 - beta1**t), s / (1 - beta2**t)
    return w - alpha * m / (np.sqrt(s) + eps), m, s


@adam_step.mistake(
    "You count t from 0: your exponent is t − 1.",
    "In the first step t is 1. With an exponent of 0 you would divide by 1 − 1.",
)
def adam_t_from_zero(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t - 1, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "Your exponent is t + 1.", "t is the number of this step, counted from 1 already. Nothing is to be added."
)
def adam_t_plus_one(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t + 1, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You correct as in the first step, by 1 − beta, whatever t is.",
    "As time goes by the means need less and less correction: it is beta to the power of t.",
)
def adam_t_ignored(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(1, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You multiply beta by t where a power belongs.", "It is beta to the power of t: `beta1**t`, with two stars."
)
def adam_t_times_beta(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), (1 - beta1 * t, 1 - beta2 * t), alpha, eps)


@adam_step.mistake(
    "You multiply by 1 − beta^t where you should divide.",
    "The means are too small at first: dividing makes them larger.",
)
def adam_multiplied(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    for_m, for_s = both_corrections(t, beta1, beta2)
    return adam(w, both_means(dw, m, s, beta1, beta2), (1 / for_m, 1 / for_s), alpha, eps)


@adam_step.mistake(
    "eps stands inside the root.", "It is added to the root, outside: first the root of the corrected s, then + eps."
)
def adam_eps_inside(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    return w - alpha * m / (1 - beta1**t) / np.sqrt(s / (1 - beta2**t) + eps), m, s


@adam_step.mistake(
    "eps is missing.", "A white pixel's gradient is always 0, and so are its m and s. 0 / 0 is NaN; 0 / eps is 0."
)
def adam_no_eps(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, 0.0)


@adam_step.mistake(
    "You divide by the mean square itself: the root is missing.",
    "A square is not of the size of a gradient. Its root is.",
)
def adam_no_root(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    return w - alpha * m / (1 - beta1**t) / (s / (1 - beta2**t) + eps), m, s


@adam_step.mistake(
    "The root goes over s only, and the correction is divided after it.",
    "The corrected s comes first, and the root is taken of that. Look at your brackets.",
)
def adam_root_before_correction(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    return w - alpha * m / (1 - beta1**t) / (np.sqrt(s) / (1 - beta2**t) + eps), m, s


@adam_step.mistake(
    "The gradient is not squared in s.",
    "Gradients of both signs would cancel, and the root of a negative number is NaN. s is a mean of squares.",
)
def adam_not_squared(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = beta1 * m + (1 - beta1) * dw, beta2 * s + (1 - beta2) * dw
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You square the mean of the gradients where the gradient itself is to be squared.",
    "The mean of the squares is not the square of the mean: it is dw² that goes into s.",
)
def adam_square_of_mean(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m = beta1 * m + (1 - beta1) * dw
    return adam(w, (m, beta2 * s + (1 - beta2) * m**2), both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "beta1 and beta2 are exchanged.",
    "beta1 belongs to m, the mean of the gradients, and beta2 to s, that of the squares.",
)
def adam_betas_exchanged(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta2, beta1), both_corrections(t, beta2, beta1), alpha, eps)


@adam_step.mistake("You use beta1 for both means.", "s has a beta of its own, beta2, which is nearer to 1.")
def adam_one_beta(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta1), both_corrections(t, beta1, beta1), alpha, eps)


@adam_step.mistake(
    "You use 0.9 and 0.999 whatever beta1 and beta2 are.",
    "The caller decides. Look for these numbers in your formulas.",
)
def adam_betas_fixed(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, 0.9, 0.999), both_corrections(t, 0.9, 0.999), alpha, eps)


@adam_step.mistake(
    "Your step has the gradient itself above the line, as RMSProp has.",
    "In Adam it is the corrected mean of the gradients that moves w.",
)
def adam_gradient_on_top(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, eps, top=dw)


@adam_step.mistake(
    "The factor 1 − beta1 before the gradient is missing in m.",
    "Without it m is no mean but a sum, ten times as large.",
)
def adam_m_is_sum(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = beta1 * m + dw, both_means(dw, m, s, beta1, beta2)[1]
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "The factor 1 − beta2 before the square is missing in s.",
    "Without it s is no mean but a sum, up to a thousand times as large.",
)
def adam_s_is_sum(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = both_means(dw, m, s, beta1, beta2)[0], beta2 * s + dw**2
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You forget the old means: m and s are made of this gradient alone.",
    "beta1 · m and beta2 · s belong in the sums. Without them nothing is remembered.",
)
def adam_reset(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = (1 - beta1) * dw, (1 - beta2) * dw**2
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You step with the old means and compute the new ones afterwards.",
    "First m and s take in the gradient, then w moves. In the first step the old ones are 0.",
)
def adam_old_means(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    moved, _, _ = adam(w, (m, s), both_corrections(t, beta1, beta2), alpha, eps)
    return moved, *both_means(dw, m, s, beta1, beta2)


@adam_step.mistake("You return the old m and s.", "The next step needs the new ones, or nothing is ever remembered.")
def adam_old_returned(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    moved, _, _ = adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, eps)
    return moved, m, s


@adam_step.mistake("You add the step: a plus sign stands where a minus sign belongs.", DOWNHILL)
def adam_uphill(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), -alpha, eps)


@adam_step.mistake(
    "m and s are returned in each other's place.",
    "The order is w, m, s: the mean of the gradients, then of the squares.",
)
def adam_means_exchanged(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    moved, m, s = adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, eps)
    return moved, s, m


@adam_step.mistake("You change w in place, in the caller's own array.", IN_PLACE)
def adam_w_in_place(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    w[...], m, s = adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, eps)
    return w, m, s


@adam_step.mistake(
    "You change m and s in place, in the caller's own arrays.", "Write `m = ...` and not `m *= ...` or `m += ...`."
)
def adam_means_in_place(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m[...], s[...] = both_means(dw, m, s, beta1, beta2)
    return adam(w, (m, s), both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "The corrections are exchanged: m is divided by 1 − beta2^t and s by 1 − beta1^t.",
    "Each mean is corrected with its own beta: beta1 for m, beta2 for s.",
)
def adam_corrections_exchanged(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta2, beta1), alpha, eps)


@adam_step.mistake(
    "Both means are corrected with beta1.",
    "Each mean is corrected with its own beta: beta1 for m, beta2 for s.",
)
def adam_corrections_of_beta1(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta1), alpha, eps)


@adam_step.mistake(
    "s is a mean with beta1, where beta2 belongs.",
    "m has beta1, s has beta2, in the mean and in the correction.",
)
def adam_mean_of_beta1(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta1), both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "Brackets are missing: you divide by the root, and eps is added to the quotient.",
    "A division binds before a sum. What stands below the line, root + eps, needs brackets.",
)
def adam_eps_to_quotient(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - alpha * (m / for_m / np.sqrt(s / for_s) + eps), m, s


@adam_step.mistake(
    "Brackets are missing: you divide by the root, and eps is added to the step.",
    "A division binds before a sum. What stands below the line, root + eps, needs brackets.",
)
def adam_eps_to_step(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - (alpha * m / for_m / np.sqrt(s / for_s) + eps), m, s


@adam_step.mistake(
    "Brackets are missing: you divide by the root, and eps is added to the new w.",
    "A division binds before a sum. What stands below the line, root + eps, needs brackets.",
)
def adam_eps_to_weight(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - alpha * m / for_m / np.sqrt(s / for_s) + eps, m, s


@adam_step.mistake(
    "beta1 and 1 − beta1 are exchanged in m.",
    "beta1 is how much of the old mean is kept, and is the larger one.",
)
def adam_m_weights_exchanged(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = (1 - beta1) * m + beta1 * dw, both_means(dw, m, s, beta1, beta2)[1]
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "beta2 and 1 − beta2 are exchanged in s.",
    "beta2 is how much of the old mean is kept, and is the larger one.",
)
def adam_s_weights_exchanged(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = both_means(dw, m, s, beta1, beta2)[0], (1 - beta2) * s + beta2 * dw**2
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "beta and 1 − beta are exchanged in both means.",
    "beta is how much of the old mean is kept, and is the larger one.",
)
def adam_weights_exchanged(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = (1 - beta1) * m + beta1 * dw, (1 - beta2) * s + beta2 * dw**2
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "The factors 1 − beta1 and 1 − beta2 before the new terms are missing.",
    "Without them m and s are no means but sums, many times too large.",
)
def adam_means_are_sums(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = beta1 * m + dw, beta2 * s + dw**2
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "The learning rate is missing.",
    "The quotient is about 1 in size; alpha says how long the step is.",
)
def adam_no_alpha(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), 1, eps)


@adam_step.mistake(
    "You correct the old means, before the gradient comes in.",
    "First m and s take in the gradient. Then their corrected forms are made, for the step only.",
)
def adam_old_means_corrected(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    for_m, for_s = both_corrections(t, beta1, beta2)
    return adam(w, both_means(dw, m / for_m, s / for_s, beta1, beta2), (1, 1), alpha, eps)


@adam_step.mistake(
    "You use an eps of 10^−8, whatever `eps` is.",
    "The caller decides. Look for a 1e-8 in your formula.",
)
def adam_eps_fixed(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, 1e-8)


@adam_step.mistake(
    "Your correction is (1 − beta)^t: the power is taken of the difference.",
    "It is 1 minus beta^t: the power comes first. Look at your brackets.",
)
def adam_power_of_difference(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), ((1 - beta1) ** t, (1 - beta2) ** t), alpha, eps)


@adam_step.mistake(
    "You divide by beta^t, where 1 − beta^t belongs.",
    "At first beta^t is large and 1 − beta^t is small: dividing by that makes the means larger.",
)
def adam_corrected_by_power(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), (beta1**t, beta2**t), alpha, eps)


@adam_step.mistake(
    "You multiply by the root where you should divide.",
    "Numbers whose gradients are usually large shall take smaller steps: divide by the root.",
)
def adam_multiplied_by_root(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - alpha * m / for_m * (np.sqrt(s / for_s) + eps), m, s


@adam_step.mistake(
    "You forget the old s: it is made of this gradient alone.",
    "beta2 · s belongs in the sum. Without it nothing is remembered.",
)
def adam_s_reset(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = both_means(dw, m, s, beta1, beta2)[0], (1 - beta2) * dw**2
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You forget the old m: it is made of this gradient alone.",
    "beta1 · m belongs in the sum. Without it nothing is remembered.",
)
def adam_m_reset(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = (1 - beta1) * dw, both_means(dw, m, s, beta1, beta2)[1]
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "Your correction is 1 + beta^t: a plus stands where a minus belongs.",
    "The means are too small at first, and 1 − beta^t, which is small too, makes up for that.",
)
def adam_plus_in_correction(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), (1 + beta1**t, 1 + beta2**t), alpha, eps)


@adam_step.mistake(
    "eps is multiplied with the root, not added.",
    "The divisor is root + eps, so that it can't be 0.",
)
def adam_eps_multiplied(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - alpha * m / for_m / (np.sqrt(s / for_s) * eps), m, s


@adam_step.mistake(
    "The gradient is squared in m too.",
    "m is the mean of the gradients themselves. Only s is made of squares.",
)
def adam_m_of_squares(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = beta1 * m + (1 - beta1) * dw**2, both_means(dw, m, s, beta1, beta2)[1]
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "m is a mean with beta2, where beta1 belongs.",
    "m has beta1, s has beta2, in the mean and in the correction.",
)
def adam_m_of_beta2(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta2, beta2), both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You return the corrected m, which then goes in again and is corrected once more.",
    "The correction is for this step only. Give it a name of its own, and return m as it is.",
)
def adam_m_corrected_returned(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    moved, m, s = adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, eps)
    return moved, m / (1 - beta1**t), s


@adam_step.mistake(
    "You return the corrected s, which then goes in again and is corrected once more.",
    "The correction is for this step only. Give it a name of its own, and return s as it is.",
)
def adam_s_corrected_returned(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    moved, m, s = adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, beta1, beta2), alpha, eps)
    return moved, m, s / (1 - beta2**t)


@adam_step.mistake(
    "beta and t are in each other's place in your power: t to the power of beta.",
    "It is beta to the power of t. As t grows it goes to 0, and the correction to 1.",
)
def adam_base_and_exponent(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    with np.errstate(all="ignore"):
        for_m, for_s = 1 - np.float64(t) ** beta1, 1 - np.float64(t) ** beta2
        return adam(w, both_means(dw, m, s, beta1, beta2), (for_m, for_s), alpha, eps)


@adam_step.mistake(
    "You square the corrected s where its root belongs.",
    "s is made of squares already. The root brings it back to the size of a gradient.",
)
def adam_squared_for_root(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - alpha * m / for_m / ((s / for_s) ** 2 + eps), m, s


@adam_step.mistake(
    "s never sinks with you: the larger of the old and the new mean square is kept.",
    "That is another method, AMSGrad. Here s is the running mean itself.",
)
def adam_never_sinking(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, fresh = both_means(dw, m, s, beta1, beta2)
    return adam(w, (m, np.maximum(s, fresh)), both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You step by the largest gradient so far, as AdaMax does, not by the root of the mean square.",
    "s is the running mean of the squares, beta2 · s + (1 − beta2) · dw², and the step is divided by its root.",
)
def adam_of_the_largest(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)[0], np.maximum(beta2 * s, np.abs(dw))
    return w - alpha / (1 - beta1**t) * m / (s + eps), m, s


@adam_step.mistake(
    "You take two steps, one along the velocity and one divided by the root.",
    "Adam takes one: the corrected mean over the root of the corrected mean square.",
)
def adam_two_steps(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    return w - alpha * m - alpha * dw / (np.sqrt(s) + eps), m, s


@adam_step.mistake(
    "You take t steps in one call, with the same gradient.",
    "One call is one step, the t-th. The t − 1 steps before it have been taken by the calls before. No loop is needed.",
)
def adam_t_steps(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    for count in range(1, t + 1):
        m, s = both_means(dw, m, s, beta1, beta2)
        w, m, s = adam(w, (m, s), both_corrections(count, beta1, beta2), alpha, eps)
    return w, m, s


@adam_step.mistake(
    "Your step takes in the gradient twice: in m, and once more on top of it, as Nesterov does.",
    "That is another method. Here the step has the corrected m, as it is.",
)
def adam_looks_ahead(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    top = (beta1 * m + (1 - beta1) * dw) / (1 - beta1**t)
    return w - alpha * top / (np.sqrt(s / (1 - beta2**t)) + eps), m, s


@adam_step.mistake(
    "Your corrections have 0.9 and 0.999 in them, whatever beta1 and beta2 are.",
    "The caller decides. The corrections need the same betas as the means: look for these numbers in your formulas.",
)
def adam_corrections_fixed(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    return adam(w, both_means(dw, m, s, beta1, beta2), both_corrections(t, 0.9, 0.999), alpha, eps)


@adam_step.mistake(
    "You multiply dw by itself as a matrix, with `@` or `np.dot`, where each number is to be squared.",
    "Each number has a mean square of its own. `dw**2` or `dw * dw` works number by number, and keeps the shape.",
)
def adam_matrix_product(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    means = both_means(dw, m, s, beta1, beta2)[0], beta2 * s + (1 - beta2) * (dw @ dw.T)
    return adam(w, means, both_corrections(t, beta1, beta2), alpha, eps)


@adam_step.mistake(
    "You divide by the larger one of the root and eps; they are not added.",
    "The divisor is root + eps: a sum, which can't be 0 either.",
)
def adam_larger_of_both(
    w: Array, dw: Array, m: Array, s: Array, t: int, alpha: float,
    beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8,
) -> Any:  # fmt: skip
    m, s = both_means(dw, m, s, beta1, beta2)
    for_m, for_s = both_corrections(t, beta1, beta2)
    return w - alpha * m / for_m / np.maximum(np.sqrt(s / for_s), eps), m, s
