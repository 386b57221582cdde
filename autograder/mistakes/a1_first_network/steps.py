"""Mistakes in gradient_descent, continued: in the step itself, and in how many of them are made.

Optimisers and regularisers of later lessons are here too: cleverer than asked for is not what is asked for.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.mistakes.a1_first_network.training import loop, report, step
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

gradient_descent = Catalogue("gradient_descent")


def gradients(X: Array, Y: Array, params: Any) -> Any:
    """The right dW1, db1, dW2, db2 for the parameters as they are."""
    Z1, A1, _, A2 = ref.forward_prop(*params, X)
    return ref.backward_prop(Z1, A1, A2, params[2], X, Y)


def decayed(decay: float, X: Array, Y: Array, params: Any, alpha: float) -> Any:
    """A step that also takes a share off the weights."""
    W1, b1, W2, b2 = step(X, Y, params, alpha)[1]
    return W1 - alpha * decay * params[0], b1, W2 - alpha * decay * params[2], b2


def until_slow(least: float, X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int) -> Any:
    """A loop that ends before the first step after which the loss has fallen by less than `least`."""
    history = []
    before = float("inf")
    for iteration in range(iterations):
        A2, after = step(X, Y, params, alpha)
        loss = ref.cross_entropy(A2, Y)
        if before - loss < least:
            break
        before = loss
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
        params = after
    return params, history


# Another step


@gradient_descent.mistake(
    "You update twice with the same gradients, so every step is twice as long.",
    "One forward pass, one backward pass, one update: that is an iteration. Look for the second call.",
)
def descent_two_updates(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X, Y, p, 2 * alpha)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You make every step half as long: there is an extra factor of 0.5.",
    "The step is alpha times the gradient. How large it is the caller decides with alpha.",
)
def descent_half_steps(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha / 2)[1], X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You use momentum: 0.9 of the last step is added to each new one.",
    "That is a later lesson, and goes further than asked. Here a step is alpha times the gradient of this moment and "
    "nothing else.",
)
def descent_momentum(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    velocity = [np.zeros(p.shape) for p in params]

    def one(i: int, p: Any) -> Any:
        velocity[:] = [0.9 * v + g for v, g in zip(velocity, gradients(X, Y, p), strict=True)]
        return ref.update_params(*p, *velocity, alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You use momentum: a running mean of the gradients, 0.9 of the old one and 0.1 of the new.",
    "That is a later lesson. Here a step is alpha times the gradient of this moment and nothing else.",
)
def descent_momentum_averaged(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    velocity = [np.zeros(p.shape) for p in params]

    def one(i: int, p: Any) -> Any:
        velocity[:] = [0.9 * v + 0.1 * g for v, g in zip(velocity, gradients(X, Y, p), strict=True)]
        return ref.update_params(*p, *velocity, alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You use momentum: half of the last step is added to each new one.",
    "That is a later lesson, and goes further than asked. Here a step is alpha times the gradient of this moment and "
    "nothing else.",
)
def descent_momentum_half(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    velocity = [np.zeros(p.shape) for p in params]

    def one(i: int, p: Any) -> Any:
        velocity[:] = [0.5 * v + g for v, g in zip(velocity, gradients(X, Y, p), strict=True)]
        return ref.update_params(*p, *velocity, alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You use Adam, which gives every weight a learning rate of its own.",
    "That is a later lesson. Here a step is alpha times the gradient and nothing else.",
)
def descent_adam(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    first = [np.zeros(p.shape) for p in params]
    second = [np.zeros(p.shape) for p in params]

    def one(i: int, p: Any) -> Any:
        new = []
        for k, (value, g) in enumerate(zip(p, gradients(X, Y, p), strict=True)):
            first[k] = 0.9 * first[k] + 0.1 * g
            second[k] = 0.999 * second[k] + 0.001 * g**2
            m, v = first[k] / (1 - 0.9 ** (i + 1)), second[k] / (1 - 0.999 ** (i + 1))
            new.append(value - alpha * m / (np.sqrt(v) + 1e-8))
        return tuple(new)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You also shrink the weights in every step: weight decay of 0.01, or L2 regularisation.",
    "That is a later lesson. Here a parameter changes by alpha times its gradient and nothing else.",
)
def descent_weight_decay(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: decayed(0.01, X, Y, p, alpha), X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You also shrink the weights in every step: weight decay of 0.001, or L2 regularisation.",
    "That is a later lesson. Here a parameter changes by alpha times its gradient and nothing else.",
)
def descent_weight_decay_thousandth(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: decayed(0.001, X, Y, p, alpha), X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You step by the sign of the gradient only, so every number moves by the same amount.",
    "Where it is flat the steps should be small: a step is alpha times the gradient itself.",
)
def descent_sign_of_gradient(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        return ref.update_params(*p, *(np.sign(g) for g in gradients(X, Y, p)), alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You divide each gradient by its length (the norm), so every step is equally long.",
    "Near the valley the steps should become small: a step is alpha times the gradient itself.",
)
def descent_gradient_normalised(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        return ref.update_params(*p, *(g / np.linalg.norm(g) for g in gradients(X, Y, p)), alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You update the second layer before the gradients of the first are computed, so the backward pass gets the new W2.",
    "All four gradients belong to the same moment: first all of them, then the update.",
)
def descent_new_w2_in_backward(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        W1, b1, W2, b2 = p
        Z1, A1, _, A2 = ref.forward_prop(W1, b1, W2, b2, X)
        _, _, dW2, db2 = ref.backward_prop(Z1, A1, A2, W2, X, Y)
        W2, b2 = W2 - alpha * dW2, b2 - alpha * db2
        dW1, db1, _, _ = ref.backward_prop(Z1, A1, A2, W2, X, Y)
        return W1 - alpha * dW1, b1 - alpha * db1, W2, b2

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You update the second layer, run the network again, and then update the first.",
    "All four gradients belong to the same moment: one forward pass, one backward pass, one update of all.",
)
def descent_layers_in_turn(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        W1, b1, _, _ = p
        _, (_, _, W2, b2) = step(X, Y, p, alpha)
        _, (W1, b1, _, _) = step(X, Y, (W1, b1, W2, b2), alpha)
        return W1, b1, W2, b2

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You update the biases, but not the weights W1 and W2.",
    "The weights come back as they were, and they hold most of what a network learns. All four take a step.",
)
def descent_biases_only(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    def one(i: int, p: Any) -> Any:
        _, (_, b1, _, b2) = step(X, Y, p, alpha)
        return p[0], b1, p[2], b2

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You hand Z1 to the backward pass where A1 belongs.",
    "dW2 needs what the hidden units put out, after ReLU. Look at the order of what forward_prop returns: Z1, A1, "
    "Z2, A2.",
)
def descent_z1_for_a1(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    def one(i: int, p: Any) -> Any:
        Z1, _, _, A2 = ref.forward_prop(*p, X)
        return ref.update_params(*p, *ref.backward_prop(Z1, Z1, A2, p[2], X, Y), alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You hand Z2 to the backward pass where A2 belongs.",
    "The difference to the labels needs probabilities, after softmax. Look at the order of what forward_prop "
    "returns: Z1, A1, Z2, A2.",
)
def descent_z2_for_a2(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    def one(i: int, p: Any) -> Any:
        Z1, A1, Z2, _ = ref.forward_prop(*p, X)
        return ref.update_params(*p, *ref.backward_prop(Z1, A1, Z2, p[2], X, Y), alpha)

    return loop(one, X, Y, params, iterations, report_every)


# Things unpacked in another order


@gradient_descent.mistake(
    "You unpack the gradients as dW2, db2, dW1, db1.",
    "backward_prop returns dW1, db1, dW2, db2, in this order. In another, each parameter gets the gradient of the "
    "other layer.",
)
def descent_gradients_layer2_first(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        dW1, db1, dW2, db2 = gradients(X, Y, p)
        return ref.update_params(*p, dW2, db2, dW1, db1, alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You unpack the gradients as dW1, dW2, db1, db2.",
    "backward_prop returns dW1, db1, dW2, db2, in this order. In another, a weight gets the gradient of a bias.",
)
def descent_gradients_weights_first(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        dW1, db1, dW2, db2 = gradients(X, Y, p)
        return ref.update_params(*p, dW1, dW2, db1, db2, alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You unpack `params` as W1, W2, b1, b2.",
    "The parameters come layer by layer: W1, b1, W2, b2. In another order a bias is multiplied as if it were a weight.",
)
def descent_params_weights_first(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    W1, W2, b1, b2 = params
    return loop(lambda i, p: step(X, Y, p, alpha)[1], X, Y, (W1, b1, W2, b2), iterations, report_every)


@gradient_descent.mistake(
    "You unpack the result of update_params as W1, W2, b1, b2.",
    "It returns W1, b1, W2, b2, layer by layer. In another order b1 and W2 change places at every step.",
)
def descent_result_weights_first(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        W1, b1, W2, b2 = step(X, Y, p, alpha)[1]
        return W1, W2, b1, b2

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You unpack the forward pass as Z1, Z2, A1, A2.",
    "forward_prop returns Z1, A1, Z2, A2, layer by layer. As it is the backward pass gets Z2 for A1.",
)
def descent_forward_z_before_a(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    def one(i: int, p: Any) -> Any:
        Z1, _, Z2, A2 = ref.forward_prop(*p, X)
        return ref.update_params(*p, *ref.backward_prop(Z1, Z2, A2, p[2], X, Y), alpha)

    return loop(one, X, Y, params, iterations, report_every)


@gradient_descent.mistake(
    "You hand `params` to forward_prop as one argument.",
    "It takes four: W1, b1, W2, b2. Unpack the tuple first, or put a star before it.",
)
def descent_params_not_unpacked(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return ref.forward_prop(params, X), []


# Other numbers of steps, and other ends


@gradient_descent.mistake(
    "You stop as soon as the loss falls by less than 0.01.",
    "Early stopping is for later. The function makes as many steps as `iterations` says, also slow ones.",
)
def descent_stops_when_loss_hardly_falls(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return until_slow(0.01, X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You stop as soon as the loss falls by less than 0.001.",
    "Early stopping is for later. The function makes as many steps as `iterations` says, also slow ones.",
)
def descent_stops_when_loss_stands_still(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return until_slow(0.001, X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You stop as soon as the loss falls by less than 0.02.",
    "Early stopping is for later. The function makes as many steps as `iterations` says, also slow ones.",
)
def descent_stops_when_loss_falls_slowly(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return until_slow(0.02, X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You make as many steps as `report_every` says.",
    "That is how often to report. How many steps are made is told by `iterations`: look at your range.",
)
def descent_report_every_steps(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha)[1], X, Y, params, report_every, report_every)


@gradient_descent.mistake(
    "You make half as many steps as asked for.",
    "The function makes as many steps as `iterations` says. Look at your range, or for a counter that is raised twice.",
)
def descent_half_the_iterations(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha)[1], X, Y, params, (iterations + 1) // 2, report_every)


@gradient_descent.mistake(
    "You make half as many steps as asked for, and none for a single iteration.",
    "The function makes as many steps as `iterations` says. Look at your range, or for a `continue` that passes over "
    "every second step.",
)
def descent_half_rounded_down(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha)[1], X, Y, params, iterations // 2, report_every)


@gradient_descent.mistake(
    "You always make 10 steps, whatever `iterations` says.",
    "Whoever calls this function chooses how many: use the argument in your range.",
)
def descent_ten_steps(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha)[1], X, Y, params, 10, report_every)


@gradient_descent.mistake(
    "You always make 100 steps, whatever `iterations` says.",
    "Whoever calls this function chooses how many: use the argument in your range.",
)
def descent_hundred_steps(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(lambda i, p: step(X, Y, p, alpha)[1], X, Y, params, 100, report_every)


@gradient_descent.mistake(
    "You make no step in the iterations that report.",
    "Training goes on in every iteration, reporting only in some. Look for `else` or `continue` before the update.",
)
def descent_no_step_when_reporting(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return loop(
        lambda i, p: p if i % report_every == 0 else step(X, Y, p, alpha)[1], X, Y, params, iterations, report_every
    )


@gradient_descent.mistake(
    "You return the mean of the parameters over all the steps.",
    "Averaging is a later idea. Asked for are the parameters after the last step.",
)
def descent_returns_mean(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    sums = [np.zeros(p.shape) for p in params]

    def one(i: int, p: Any) -> Any:
        p = step(X, Y, p, alpha)[1]
        sums[:] = [total + value for total, value in zip(sums, p, strict=True)]
        return p

    _, history = loop(one, X, Y, params, iterations, report_every)
    return tuple(total / iterations for total in sums), history
