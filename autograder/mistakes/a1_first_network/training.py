"""Mistakes in gradient_descent, in the parameters that it returns.

A loop that trains on the wrong thing, or once too often, still looks like training.
The entries print no progress, as printing earns no marks.

Most entries differ from the right answer in one line. The lines around it use the functions at the top.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

gradient_descent = Catalogue("gradient_descent")


def step(X: Array, Y: Array, params: Any, alpha: float) -> Any:
    """One right step: A2 as it was before the step, and the parameters after it."""
    W1, b1, W2, b2 = params
    Z1, A1, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    gradients = ref.backward_prop(Z1, A1, A2, W2, X, Y)
    return A2, ref.update_params(W1, b1, W2, b2, *gradients, alpha)


def report(iteration: int, A2: Array, Y: Array) -> Any:
    """One right entry of the history."""
    return iteration, ref.cross_entropy(A2, Y), ref.get_accuracy(ref.get_predictions(A2), Y)


def loop(
    one_step: Callable[[int, Any], Any], X: Array, Y: Array, params: Any, iterations: int, report_every: int
) -> Any:
    """A loop that is right around `one_step`, which makes new parameters of the iteration's number and the old ones."""
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append(report(iteration, ref.forward_prop(*params, X)[3], Y))
        params = one_step(iteration, params)
    return params, history


# The parameters never get anywhere


@gradient_descent.mistake(
    "You throw the result of update_params away, so the parameters stay as they were.",
    "update_params returns new arrays. If they get no name, the next forward pass uses the old ones and the loss "
    "stands still.",
)
def descent_update_not_assigned(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, _ = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You train, but return the parameters as they were before it.",
    "The loss in the history falls, and then the trained arrays are lost. Look at the names in your last line.",
)
def descent_returns_initial_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    trained = params
    for iteration in range(iterations):
        A2, trained = step(X, Y, trained, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "Only one step is left in the end, however many iterations there are: no step starts from where the one before it "
    "has led.",
    "Does the line with update_params stand after the loop? Then it belongs inside: indent it. If it stands inside, "
    "every iteration begins with the first parameters again: what update_params returns must be what the next forward "
    "pass uses, and what unpacks `params` belongs before the loop.",
)
def descent_starts_anew(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, trained = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return trained, history


@gradient_descent.mistake(
    "You return from inside the loop, after the first step.",
    "`return` ends the function at once, so the other iterations never come. Look at how far the line is indented.",
)
def descent_returns_inside_loop(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        return params, history
    return None


@gradient_descent.mistake(
    "You make parameters of your own at random instead of starting from `params`.",
    "Whoever calls this function decides where training begins; a second call could never go on from the first. "
    "Unpack the argument.",
)
def descent_random_start(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    W1, _, W2, _ = params
    params = ref.init_params(X.shape[0], W1.shape[0], W2.shape[0], np.random.default_rng(0))
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You start from zeros instead of from `params`.",
    "With all weights 0 every hidden unit is silent, and no gradient ever reaches the first layer. "
    "Training begins with the parameters that the function is given.",
)
def descent_zero_start(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    params = tuple(np.zeros(p.shape) for p in params)
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


# The wrong number of steps


@gradient_descent.mistake(
    "You make one step too few.",
    "A range from 1 to `iterations` leaves its last number out. Count the steps by hand for three iterations.",
)
def descent_one_step_short(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(1, iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You make one step too many.",
    "A range from 0 has one number more than its last number says. Count the steps by hand for three iterations.",
)
def descent_one_step_more(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations + 1):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You make a step only when you report.",
    "Training goes on in every iteration, reporting only in some. Look at how far the update is indented, "
    "and at the third number of your range.",
)
def descent_steps_only_when_reporting(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            A2, params = step(X, Y, params, alpha)
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You make two steps in each iteration.",
    "One forward pass, one backward pass, one update: that is an iteration. Look whether your update is called twice.",
)
def descent_two_steps_each(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You always make 500 steps, whatever `iterations` says.",
    "500 is the number of the lesson. Whoever calls this function chooses another: use the argument.",
)
def descent_always_500_steps(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(500):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You stop as soon as the loss rises.",
    "The loss may rise for a step and fall again. The function makes as many steps as `iterations` says.",
)
def descent_stops_when_loss_rises(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    lowest = float("inf")
    for iteration in range(iterations):
        A2, after = step(X, Y, params, alpha)
        loss = ref.cross_entropy(A2, Y)
        if loss > lowest:
            break
        lowest = loss
        params = after
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You stop as soon as all digits of the batch are read correctly.",
    "The loss can still fall when the accuracy is 1: the network becomes more certain. "
    "The function makes as many steps as `iterations` says.",
)
def descent_stops_when_all_right(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, after = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        if ref.get_accuracy(ref.get_predictions(A2), Y) == 1:
            break
        params = after
    return params, history


# The wrong step


@gradient_descent.mistake(
    "You walk along one and the same gradient in every iteration: that of the first parameters.",
    "After a step the slope is another one. Forward and backward pass belong inside the loop, not before it, and both "
    "use the parameters of the last update, not the old ones in `params`.",
)
def descent_gradient_once(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    W1, b1, W2, b2 = params
    Z1, A1, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    gradients = ref.backward_prop(Z1, A1, A2, W2, X, Y)
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        W1, b1, W2, b2 = ref.update_params(W1, b1, W2, b2, *gradients, alpha)
    return (W1, b1, W2, b2), history


@gradient_descent.mistake(
    "Your forward pass always uses the first parameters, so A2 is stale from the second step on.",
    "The backward pass must see what the network answers now. Does forward_prop stand before the loop, where it runs "
    "only once, or does it get the old `params` in every iteration, in place of what the last update returned?",
)
def descent_forward_once(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    W1, b1, W2, b2 = params
    Z1, A1, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        gradients = ref.backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = ref.update_params(W1, b1, W2, b2, *gradients, alpha)
    return (W1, b1, W2, b2), history


@gradient_descent.mistake(
    "You add the gradient of every step to those before it and never clear the sum.",
    "Old gradients belong to places that you have left. Each step uses the gradient of this iteration alone.",
)
def descent_adds_up_gradients(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    W1, b1, W2, b2 = params
    sums = [np.zeros(p.shape) for p in params]
    history = []
    for iteration in range(iterations):
        Z1, A1, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        gradients = ref.backward_prop(Z1, A1, A2, W2, X, Y)
        sums = [total + gradient for total, gradient in zip(sums, gradients, strict=True)]
        W1, b1, W2, b2 = ref.update_params(W1, b1, W2, b2, *sums, alpha)
    return (W1, b1, W2, b2), history


@gradient_descent.mistake(
    "You add the gradient instead of subtracting it: that is gradient ascent.",
    "The gradient points uphill, so the loss grows with every step. Look at a minus sign.",
)
def descent_ascent(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, -alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You always use a learning rate of 0.1 and ignore alpha.",
    "0.1 is the value of the lesson. Whoever calls this function chooses another: pass the argument on.",
)
def descent_alpha_hard_coded(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, 0.1)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You subtract the whole gradient, without the learning rate alpha.",
    "That is a learning rate of 1, and the steps may jump over the valley. Each gradient is multiplied by alpha.",
)
def descent_no_alpha(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, 1.0)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You divide the learning rate by m.",
    "The gradients from backward_prop already have their 1/m. With a second one the network hardly moves.",
)
def descent_alpha_over_m(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha / Y.size)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You let the learning rate alpha shrink by a hundredth with every step.",
    "That is a good idea for long training, but the exercise asks for the same alpha from first to last.",
)
def descent_alpha_decays(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        alpha *= 0.99
    return params, history


@gradient_descent.mistake(
    "Your first step is right and a later one is not: something changes on the way, or is not made anew.",
    "Every step does the same, from where the step before has led: forward, gradients, update, with the same alpha and "
    "the same digits. Look at what is kept from step to step, and at what stands before the loop.",
)
def descent_changes_on_the_way(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha / (1 + 0.1 * iteration))
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "Your first step has the right direction, but not the right length.",
    "Each step is alpha times the gradient, and the gradient is a mean over the digits already. Look for a further "
    "factor, or for an alpha that is not the one given.",
)
def descent_other_step_length(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha * min(1, (iteration + 1) / 3))
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You use the learning rate alpha for the weights and not for the biases.",
    "The biases then take far larger steps than the weights. All four parameters move by alpha times their gradient.",
)
def descent_alpha_on_weights_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        Z1, A1, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        dW1, db1, dW2, db2 = ref.backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = W1 - alpha * dW1, b1 - db1, W2 - alpha * dW2, b2 - db2
    return (W1, b1, W2, b2), history


@gradient_descent.mistake(
    "You update the weights W1 and W2, but not the biases.",
    "b1 and b2 come back as they were. They learn in the same way, each with its own gradient.",
)
def descent_weights_only(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        A2, (W1, _, W2, _) = step(X, Y, (W1, b1, W2, b2), alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return (W1, b1, W2, b2), history


@gradient_descent.mistake(
    "You update the second layer only.",
    "W1 and b1 come back as they were, so the hidden units never learn what to look for. Look at the names to which "
    "you assign the result of the update.",
)
def descent_second_layer_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        A2, (_, _, W2, b2) = step(X, Y, (W1, b1, W2, b2), alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return (W1, b1, W2, b2), history


@gradient_descent.mistake(
    "You update the first layer only.",
    "W2 and b2 come back as they were, so the outputs never learn to read the hidden units. Look at the names to which "
    "you assign the result of the update.",
)
def descent_first_layer_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        A2, (W1, b1, _, _) = step(X, Y, (W1, b1, W2, b2), alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return (W1, b1, W2, b2), history


# The wrong digits


@gradient_descent.mistake(
    "You train on the first half of the batch only.",
    "Every digit that is given to the function takes part in every step. Setting some aside for dev is done before.",
)
def descent_first_half(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    half = (Y.size + 1) // 2
    X, Y = X[:, :half], Y[:half]
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You train on the first half of the batch only, rounded down.",
    "Every digit that is given to the function takes part in every step. Setting some aside for dev is done before.",
)
def descent_smaller_half(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    half = Y.size // 2
    X, Y = X[:, :half], Y[:half]
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You train on the first 100 digits only.",
    "That is quick to try out, but the other digits then teach nothing. Look for a slice that was left in.",
)
def descent_first_100(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    X, Y = X[:, :100], Y[:100]
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You leave out the last digit.",
    "A slice that ends at -1 stops before the last column. Every digit takes part in every step.",
)
def descent_last_digit_left_out(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    X, Y = X[:, :-1], Y[:-1]
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You make a step after every 32 digits, so one iteration takes many steps.",
    "Those are mini-batches, a later lesson. Here all digits together make one gradient and one step.",
)
def descent_mini_batches(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append(report(iteration, ref.forward_prop(*params, X)[3], Y))
        for start in range(0, Y.size, 32):
            _, params = step(X[:, start : start + 32], Y[start : start + 32], params, alpha)
    return params, history


@gradient_descent.mistake(
    "You make a step after every 64 digits, so one iteration takes many steps.",
    "Those are mini-batches, a later lesson. Here all digits together make one gradient and one step.",
)
def descent_mini_batches_of_64(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append(report(iteration, ref.forward_prop(*params, X)[3], Y))
        for start in range(0, Y.size, 64):
            _, params = step(X[:, start : start + 64], Y[start : start + 64], params, alpha)
    return params, history


@gradient_descent.mistake(
    "You make a step after every single digit.",
    "That is a way to train, but another one. Here the gradients of all digits are averaged "
    "before one step is made: backward_prop takes the whole batch.",
)
def descent_digit_by_digit(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append(report(iteration, ref.forward_prop(*params, X)[3], Y))
        for j in range(Y.size):
            _, params = step(X[:, j : j + 1], Y[j : j + 1], params, alpha)
    return params, history


@gradient_descent.mistake(
    "You divide X by 255 once more.",
    "The pixels are scaled before they come here, so now they are almost 0 and the first layer hardly learns.",
)
def descent_divides_by_255(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    X = X / 255
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


# Other digits than all


@gradient_descent.mistake(
    "You train on the first digit of the batch only.",
    "Every digit that is given to the function takes part in every step. Look for an index or a slice that was left "
    "in.",
)
def descent_first_digit_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X[:, :1], Y[:1], p, alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You train on the first five digits only.",
    "That is quick to try out, but the other digits then teach nothing. Look for a slice that was left in.",
)
def descent_first_five(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X[:, :5], Y[:5], p, alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You train on the first ten digits only.",
    "That is quick to try out, but the other digits then teach nothing. Look for a slice that was left in.",
)
def descent_first_ten(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X[:, :10], Y[:10], p, alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You train on the first 32 digits only.",
    "Every digit that is given to the function takes part in every step: all the data, not one mini-batch.",
)
def descent_first_32(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X[:, :32], Y[:32], p, alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You leave out the first digit of the batch.",
    "Digits are counted from 0, and every one that is given takes part in every step. Look for a slice that begins "
    "at 1.",
)
def descent_first_left_out(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X[:, 1:], Y[1:], p, alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You use a single example in each step, one after another: stochastic descent.",
    "That is a way to train, but another one. Here all digits, the full batch, are averaged for every step.",
)
def descent_one_digit_a_step(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        j = i % Y.size
        return step(X[:, j : j + 1], Y[j : j + 1], p, alpha)[1]

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You train on every second digit only.",
    "Every digit that is given to the function takes part in every step. Look for a step of 2 in a slice.",
)
def descent_every_second_digit(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X[:, ::2], Y[::2], p, alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You hand the predictions to the backward pass where the labels Y belong.",
    "The network then learns to stay with its own answers. What is right only Y knows.",
)
def descent_learns_own_predictions(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        return step(X, ref.make_predictions(X, *p), p, alpha)[1]

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You subtract the mean of X before training.",
    "X comes in as it is to be used: scaling is done before, and make_predictions knows nothing of this one.",
)
def descent_x_centred(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X - X.mean(), Y, p, alpha)[1], X, Y, params, iterations, report_every)


# Another learning rate


@gradient_descent.mistake(
    "You let the learning rate alpha shrink by 5 per cent with every step.",
    "Decay is a good idea for long training, but the exercise asks for the same alpha from first to last.",
)
def descent_alpha_decays_by_twentieth(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha * 0.95**i)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You let the learning rate alpha shrink by a tenth with every step.",
    "Decay is a good idea for long training, but the exercise asks for the same alpha from first to last.",
)
def descent_alpha_decays_by_tenth(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha * 0.9**i)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You let the learning rate alpha shrink by a thousandth with every step.",
    "Decay is a good idea for long training, but the exercise asks for the same alpha from first to last.",
)
def descent_alpha_decays_by_thousandth(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha * 0.999**i)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You halve the learning rate alpha with every step.",
    "Decay is for long training, and a slow one. The exercise asks for the same alpha from first to last.",
)
def descent_alpha_halved(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha * 0.5**i)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You divide the learning rate alpha by the number of the step.",
    "The steps then shrink fast. Decay is a later idea: the exercise asks for the same alpha from first to last.",
)
def descent_alpha_over_iteration(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha / (i + 1))[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You divide the learning rate alpha by the root of the number of the step.",
    "Decay is a later idea: the exercise asks for the same alpha from first to last.",
)
def descent_alpha_over_root(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha / np.sqrt(i + 1))[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You divide the learning rate alpha by 1 plus a hundredth of the step's number.",
    "Decay is a good idea for long training, but the exercise asks for the same alpha from first to last.",
)
def descent_alpha_decays_slowly(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha / (1 + 0.01 * i))[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You let the learning rate alpha fall in a straight line towards 0.",
    "Decay is a good idea for long training, but the exercise asks for the same alpha from first to last.",
)
def descent_alpha_decays_linearly(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha * (1 - i / iterations))[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You always use a learning rate of 0.01 and ignore alpha.",
    "Whoever calls this function chooses another: pass the argument on.",
)
def descent_alpha_hundredth(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, 0.01)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You multiply the gradients by the learning rate twice, here and in update_params.",
    "The step is alpha times the gradient, once. `update_params` does it already.",
)
def descent_alpha_squared(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha**2)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You divide the learning rate by the number of iterations.",
    "More iterations would then not mean more training. Each step is alpha times its gradient.",
)
def descent_alpha_over_iterations(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha / iterations)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You multiply the gradients by m, or leave out their 1/m: the steps grow with the batch.",
    "The gradient of the mean loss is a mean too. `backward_prop` has its 1/m already.",
)
def descent_gradients_summed(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha * Y.size)[1], X, Y, params, iterations, report_every)
