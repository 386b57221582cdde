"""Mistakes in gradient_descent: in the parameters that it returns, and in the history that it keeps.

A loop that trains on the wrong thing, or once too often, still looks like training; and a history that is off hides it.
The entries print no progress, as printing earns no marks.

Most entries differ from the right answer in one line. The lines around it use the two functions at the top.
"""

from __future__ import annotations

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
    "You train, but return the parameters with which you began.",
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
    "You start anew each step: every iteration begins with the first parameters again.",
    "However many iterations there are, only one step is left in the end. Look at what you do inside the loop that "
    "belongs before it.",
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
    "You compute the gradient once, before the loop, and walk along it in every iteration.",
    "After a step the slope is another one. Forward and backward pass belong inside the loop.",
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
    "You run the forward pass once, before the loop, so A2 is stale from the second step on.",
    "The backward pass must see what the network answers now, with the parameters of the last update.",
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


# The history: when it is kept


@gradient_descent.mistake(
    "You never put anything into the history.",
    "Without it nobody can see whether the loss fell. Each time you report, the same numbers go into the list.",
)
def descent_history_empty(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history: list[Any] = []
    for _ in range(iterations):
        _, params = step(X, Y, params, alpha)
    return params, history


@gradient_descent.mistake(
    "You put every iteration into the history.",
    "`report_every` says how many iterations lie between two entries. Look at the condition.",
)
def descent_history_each_step(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report every 10 iterations and ignore `report_every`.",
    "10 is its value only when nobody gives another. Use the argument in your condition.",
)
def descent_history_every_ten(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % 10 == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You have the condition for reporting inverted: you report in every iteration but those.",
    "A remainder of 0 counts as false in Python. For which remainder do you want an entry?",
)
def descent_history_inverted(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You begin a new history each time you report, so only the last entry is left.",
    "The list is made once, before the loop, and each report is added to it.",
)
def descent_history_last_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history = [report(iteration, A2, Y)]
    return params, history


# The history: what an entry holds


@gradient_descent.mistake(
    "You put the loss alone into the history.",
    "Each entry has three numbers, the iteration, the loss and the accuracy, so that a curve can be drawn from it.",
)
def descent_history_loss_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(ref.cross_entropy(A2, Y))
    return params, history


@gradient_descent.mistake(
    "You put the accuracy alone into the history.",
    "Each entry has three numbers: the iteration, the loss and the accuracy. The loss often moves where "
    "the accuracy stands still.",
)
def descent_history_accuracy_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(ref.get_accuracy(ref.get_predictions(A2), Y))
    return params, history


@gradient_descent.mistake(
    "You leave the iteration out of the entries of the history.",
    "Loss and accuracy need to be placed in time. Each entry begins with the number of the iteration.",
)
def descent_history_no_iteration(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((loss, accuracy))
    return params, history


@gradient_descent.mistake(
    "You put the accuracy before the loss in the history.",
    "Each entry is the iteration, then the loss, then the accuracy. In another order the curves are mistaken "
    "for each other.",
)
def descent_history_accuracy_first(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, accuracy, loss))
    return params, history


@gradient_descent.mistake(
    "You number the reports 0, 1, 2 … instead of giving the iteration.",
    "The second report is not made at iteration 1. The first number of an entry says how many iterations have passed.",
)
def descent_history_counts_reports(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history: list[Any] = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(len(history), A2, Y))
    return params, history


@gradient_descent.mistake(
    "You put the three numbers into the history one by one, so it is one long list of numbers.",
    "Each report is one entry that holds three numbers together.",
)
def descent_history_flat(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history: list[Any] = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.extend(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You keep three lists, one of iterations, one of losses and one of accuracies.",
    "The history is one list with an entry for each report, and each entry holds the three numbers of that moment.",
)
def descent_history_three_lists(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    moments, losses, accuracies = [], [], []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            moments.append(iteration)
            losses.append(loss)
            accuracies.append(accuracy)
    return params, [moments, losses, accuracies]


@gradient_descent.mistake(
    "You give the accuracy in per cent.",
    "It is a share from 0 to 1, as get_accuracy returns it. Multiply by 100 only when you print.",
)
def descent_history_per_cent(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, loss, 100 * accuracy))
    return params, history


@gradient_descent.mistake(
    "You give the accuracy as a count of the right answers.",
    "A count says little without the number of digits. The accuracy is a share from 0 to 1, "
    "as get_accuracy returns it.",
)
def descent_history_count(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            right = np.sum(ref.get_predictions(A2) == Y)
            history.append((iteration, ref.cross_entropy(A2, Y), right))
    return params, history


@gradient_descent.mistake(
    "You give the share of wrong answers instead of right ones.",
    "Accuracy should grow while the network learns, and yours falls. Look at the comparison, or at a 1 minus.",
)
def descent_history_share_wrong(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, loss, 1 - accuracy))
    return params, history


@gradient_descent.mistake(
    "You report the loss of the first step again and again.",
    "The parameters do change, and so does the loss: it is computed anew for each report. "
    "Look for a line that stands before the loop.",
)
def descent_history_first_loss(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    first_loss = ref.cross_entropy(ref.forward_prop(*params, X)[3], Y)
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, _, accuracy = report(iteration, A2, Y)
            history.append((iteration, first_loss, accuracy))
    return params, history


@gradient_descent.mistake(
    "You report the accuracy of the first parameters again and again.",
    "The predictions must be made anew for each report, with the parameters of that moment.",
)
def descent_history_first_accuracy(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    first_accuracy = ref.get_accuracy(ref.make_predictions(X, *params), Y)
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, _ = report(iteration, A2, Y)
            history.append((iteration, loss, first_accuracy))
    return params, history


@gradient_descent.mistake(
    "You report loss and accuracy of the first parameters again and again, while the training goes on.",
    "The history should show the network as it is at each report. Look at which parameters the report is made with.",
)
def descent_history_first_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    _, _, _, A2 = ref.forward_prop(*params, X)
    history = []
    for iteration in range(iterations):
        _, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You round the loss in the history to two decimals.",
    "Late in training the loss falls by less than that, and progress seems to stop. "
    "Round when you print, not in what you keep.",
)
def descent_history_rounded(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, round(loss, 2), accuracy))
    return params, history


# What is returned


@gradient_descent.mistake(
    "You return the parameters without the history.",
    "Whoever calls this function unpacks two things: the four parameters together, and the history.",
)
def descent_returns_only_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    for _ in range(iterations):
        _, params = step(X, Y, params, alpha)
    return params


@gradient_descent.mistake(
    "You return the history without the parameters.",
    "What has been learnt is in W1, b1, W2 and b2. Return the four together, and then the history.",
)
def descent_returns_only_history(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return history


@gradient_descent.mistake(
    "You return five things in a row: the four parameters and the history.",
    "Two are asked for. The four parameters belong together in one tuple, as they came in, and the history follows.",
)
def descent_returns_five(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    W1, b1, W2, b2 = params
    return W1, b1, W2, b2, history


@gradient_descent.mistake(
    "You return the history first and the parameters second.",
    "Whoever calls this function unpacks the parameters first, then the history.",
)
def descent_history_before_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return history, params
