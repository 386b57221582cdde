"""Mistakes in the gradients of a network of any depth, backward_deep.

The way back is one loop, so each mistake is that loop with another step in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Array = np.ndarray[Any, Any]
Arrays = Sequence[Array]

backward_deep = Catalogue("backward_deep")


def back(
    params: Arrays,
    cache: Arrays,
    X: Array,
    Y: Array,
    activation: str,
    lam: float,
    *,
    top: Callable[[Array, Array], Any] = lambda A, H: A - H,
    weights: Callable[[Array, Array, float], Any] = lambda dZ, A, m: dZ @ A.T / m,
    biases: Callable[[Array, float], Any] = lambda dZ, m: dZ.sum(axis=1, keepdims=True) / m,
    decay: Callable[[Array], Any] = lambda W: W,
    below: Callable[[Array, Array], Any] = lambda W, dZ: W.T @ dZ,
    slopes: Callable[[Array, Array, str], Any] = lambda Z, A, name: ref.activate_deriv(Z, name),
    count: Callable[[Array, Array], float] = lambda X, Y: Y.size,
) -> list[Any]:
    """All gradients, with another step in some place."""
    m = count(X, Y)
    found: list[Any] = []
    dZ = top(cache[-1], ref.one_hot(Y, cache[-1].shape[0]))
    for at in reversed(range(0, len(params), 2)):
        W, A_before = params[at], cache[at - 1] if at > 0 else X
        found = [weights(dZ, A_before, m) + lam * decay(W), biases(dZ, m), *found]
        if at > 0:
            dZ = below(W, dZ) * slopes(cache[at - 2], cache[at - 1], activation)
    return found


Call = Any  # the arguments of backward_deep, handed on as they are


def m_of_classes(params: Arrays, *others: Any) -> int:
    return len(params[-1])


@backward_deep.mistake(
    "You take the slopes at A, what came out of the bend, not at Z, what went in.",
    "With ReLU it makes no difference, which is why it is so often overlooked. activate_deriv wants the Z of the layer "
    "below.",
)
def backward_deep_slopes_at_a(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: ref.activate_deriv(A, name))


@backward_deep.mistake(
    "You leave the slopes out on the way down.",
    "Blame passes through the bend of each hidden layer and is multiplied by its slope.",
)
def backward_deep_no_slopes(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: 1.0)


@backward_deep.mistake(
    "You multiply by the activation instead of its slope.",
    "activate_deriv, not activate, on the way back.",
)
def backward_deep_activation_for_slope(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: ref.activate(Z, name))


@backward_deep.mistake(
    "You take ReLU's slopes whatever `activation` says.",
    "Pass the name on to your activate_deriv.",
)
def backward_deep_always_relu(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: Z > 0)


@backward_deep.mistake(
    "You take the slopes at the layer's own Z, not at that of the layer below.",
    "In going down from layer l, blame reaches the bend of layer l - 1: its Z is two places further to the left.",
)
def backward_deep_slopes_of_own_layer(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    m = Y.size
    found: list[Any] = []
    dZ = cache[-1] - ref.one_hot(Y, cache[-1].shape[0])
    for at in reversed(range(0, len(params), 2)):
        found = [dZ @ (cache[at - 1] if at else X).T / m + lam * params[at], dZ.sum(1, keepdims=True) / m, *found]
        if at > 0:
            dZ = params[at].T @ (dZ * ref.activate_deriv(cache[at], activation))
    return found


@backward_deep.mistake(
    "You multiply the last layer's blame by a slope as well.",
    "Softmax and cross-entropy together give A - H, with their slopes in it already. The first slope is that of the "
    "layer below.",
)
def backward_deep_slope_at_top(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(
        params, cache, X, Y, activation, lam, top=lambda A, H: (A - H) * ref.activate_deriv(cache[-2], activation)
    )


@backward_deep.mistake(
    "You multiply the last layer's blame by A (1 - A).",
    "Softmax and cross-entropy together give A - H, and nothing more: the slope of softmax is in it already.",
)
def backward_deep_softmax_slope(*call: Call) -> Any:
    return back(*call, top=lambda A, H: (A - H) * A * (1 - A))


@backward_deep.mistake(
    "The blame at the top has the wrong sign: H - A.",
    "It is what was given minus what would have been right: A - H.",
)
def backward_deep_sign(*call: Call) -> Any:
    return back(*call, top=lambda A, H: H - A)


@backward_deep.mistake(
    "You use W for W.T on the way down.",
    "Forward, W leads from the layer below to the one above; backward, its transpose leads down again.",
)
def backward_deep_w_not_transposed(*call: Call) -> Any:
    return back(*call, below=lambda W, dZ: W @ dZ)


@backward_deep.mistake(
    "You leave out 1/m.",
    "The loss is a mean over the digits, so its gradients are too.",
)
def backward_deep_no_mean(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 1)


@backward_deep.mistake(
    "You divide by m in the weights' gradients, and not in the biases'.",
    "Both add up over the digits, and both are means.",
)
def backward_deep_bias_not_mean(*call: Call) -> Any:
    return back(*call, biases=lambda dZ, m: dZ.sum(axis=1, keepdims=True))


@backward_deep.mistake(
    "You divide dZ by m and the gradients as well.",
    "1/m comes once: either at the top, or where the digits are added up.",
)
def backward_deep_mean_twice(*call: Call) -> Any:
    return back(*call, top=lambda A, H: (A - H) / A.shape[1])


@backward_deep.mistake(
    "You divide by m anew in every layer on the way down.",
    "dZ belongs to the single digits and gets no factor. 1/m comes where they are added up, in the gradients.",
)
def backward_deep_mean_in_every_layer(*call: Call) -> Any:
    return back(*call, below=lambda W, dZ: W.T @ dZ / dZ.shape[1])


@backward_deep.mistake(
    "You take the number of pixels, the rows of X, for the number of digits.",
    "Digits are columns: X.shape[1], or Y.size.",
)
def backward_deep_m_of_rows(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: X.shape[0])


@backward_deep.mistake(
    "You add up each bias gradient over the units as well, to a single number.",
    "Each unit has a bias of its own. The sum runs along the rows: axis=1.",
)
def backward_deep_bias_scalar(*call: Call) -> Any:
    return back(*call, biases=lambda dZ, m: np.full((len(dZ), 1), dZ.sum() / m))


@backward_deep.mistake(
    "Your bias gradients have one dimension: the sums lost their axis.",
    "keepdims=True keeps them as columns, of the shape of the biases.",
)
def backward_deep_bias_flat(*call: Call) -> Any:
    return back(*call, biases=lambda dZ, m: dZ.sum(axis=1) / m)


@backward_deep.mistake(
    "Your bias gradients are sums down the columns.",
    "A bias serves all digits: add up over the digits, along the rows, axis=1.",
)
def backward_deep_bias_wrong_axis(*call: Call) -> Any:
    return back(*call, biases=lambda dZ, m: dZ.sum(axis=0, keepdims=True) / m)


@backward_deep.mistake(
    "You leave lambda's term out.",
    "The penalty is part of the loss. Its derivative, lambda times W, belongs to each weight's gradient.",
)
def backward_deep_no_decay(*call: Call) -> Any:
    return back(*call, decay=lambda W: 0 * W)


@backward_deep.mistake(
    "Lambda's term has the wrong sign.",
    "The penalty is added to the loss, so its derivative is added as well. With a minus weights would be made larger.",
)
def backward_deep_decay_sign(*call: Call) -> Any:
    return back(*call, decay=lambda W: -W)


@backward_deep.mistake(
    "Lambda's term is twice as large as it should be.",
    "The penalty has a ½ in it, and the 2 of the derivative cancels with that.",
)
def backward_deep_decay_doubled(*call: Call) -> Any:
    return back(*call, decay=lambda W: 2 * W)


@backward_deep.mistake(
    "Lambda's term is half as large as it should be.",
    "The derivative of w² / 2 is w: the ½ cancels.",
)
def backward_deep_decay_halved(*call: Call) -> Any:
    return back(*call, decay=lambda W: W / 2)


@backward_deep.mistake(
    "You divide lambda's term by m.",
    "It belongs to the weight and not to the digits. Look at your brackets: what is divided by m?",
)
def backward_deep_decay_over_m(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(params, cache, X, Y, activation, lam, decay=lambda W: W / Y.size)


@backward_deep.mistake(
    "Lambda's term is the penalty itself, not its derivative.",
    "What is added to dW is a matrix, lambda times W: each weight is pulled back by its own size.",
)
def backward_deep_decay_is_penalty(*call: Call) -> Any:
    return back(*call, decay=lambda W: np.sum(W**2) / 2)


@backward_deep.mistake(
    "You add lambda itself, without W.",
    "Each weight is pulled towards 0 in proportion to itself: lambda times W.",
)
def backward_deep_decay_constant(*call: Call) -> Any:
    return back(*call, decay=lambda W: np.ones_like(W))


@backward_deep.mistake(
    "You pull the biases towards 0 as well.",
    "The penalty counts weights only, so the biases' gradients have no term of it.",
)
def backward_deep_decay_on_biases(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    found = back(params, cache, X, Y, activation, lam)
    return [g + lam * params[at] if at % 2 else g for at, g in enumerate(found)]


@backward_deep.mistake(
    "Only the last layer's weights are pulled towards 0.",
    "The penalty counts all weights: lambda's term belongs into every layer, inside the loop.",
)
def backward_deep_decay_last_layer_only(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    found = back(params, cache, X, Y, activation, 0.0)
    found[-2] = found[-2] + lam * params[-2]
    return found


@backward_deep.mistake(
    "You take the layer's own A for what came into it.",
    "A weight's gradient is blame of the output times activity of the *input*: the A of the layer below.",
)
def backward_deep_own_a(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    m = Y.size
    found: list[Any] = []
    dZ = cache[-1] - ref.one_hot(Y, cache[-1].shape[0])
    for at in reversed(range(0, len(params), 2)):
        found = [dZ @ cache[at + 1].T / m + lam * params[at], dZ.sum(axis=1, keepdims=True) / m, *found]
        if at > 0:
            dZ = (params[at].T @ dZ) * ref.activate_deriv(cache[at - 2], activation)
    return found


@backward_deep.mistake(
    "You take the Z of the layer below for what came in, not its A.",
    "The layer was given what came out of the bend.",
)
def backward_deep_z_for_a(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    swapped = [cache[at - 1] if at % 2 and at < len(cache) - 1 else array for at, array in enumerate(cache)]
    return back(params, swapped, X, Y, activation, lam)


@backward_deep.mistake(
    "Your weight gradients are transposed.",
    "A gradient has the shape of its parameter: blame, units by digits, times the input transposed.",
)
def backward_deep_weights_transposed(params: Arrays, cache: Arrays, X: Array, Y: Array, a: str, lam: float) -> Any:
    return [g.T if at % 2 == 0 else g for at, g in enumerate(ref.backward_deep(params, cache, X, Y, a, lam))]


@backward_deep.mistake(
    "You return the gradients from the last layer to the first.",
    "They are found in that order, but returned in the order of the parameters: dW1, db1, dW2, db2, ...",
)
def backward_deep_last_first(*call: Call) -> Any:
    found = ref.backward_deep(*call)
    return [array for at in reversed(range(0, len(found), 2)) for array in found[at : at + 2]]


@backward_deep.mistake(
    "In each layer you put db before dW.",
    "The order is dW1, db1, dW2, db2, ... If you turn the list round at the end, db has to be appended first.",
)
def backward_deep_bias_first(*call: Call) -> Any:
    found = ref.backward_deep(*call)
    return [array for at in range(0, len(found), 2) for array in (found[at + 1], found[at])]


@backward_deep.mistake(
    "You use the weights of the layer below on the way down.",
    "Blame goes down from layer l through the weights of layer l itself, those that it came up through.",
)
def backward_deep_weights_of_layer_below(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    m = Y.size
    found: list[Any] = []
    dZ = cache[-1] - ref.one_hot(Y, cache[-1].shape[0])
    for at in reversed(range(0, len(params), 2)):
        found = [dZ @ (cache[at - 1] if at else X).T / m + lam * params[at], dZ.sum(1, keepdims=True) / m, *found]
        if at > 0:
            dZ = (params[at - 2].T @ dZ) * ref.activate_deriv(cache[at - 2], activation)
    return found


@backward_deep.mistake(
    "You start from the labels as they are, not from one-hot columns.",
    "From each column of probabilities the right column is subtracted, with a 1 in the row of the label.",
)
def backward_deep_raw_labels(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(params, cache, X, Y, activation, lam, top=lambda A, H: A - Y)


@backward_deep.mistake(
    "The layers below the top all get the same blame: dZ is not handed down further than once.",
    "In the loop the new dZ replaces the old one, so that the next layer starts from it.",
)
def backward_deep_not_handed_on(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    m = Y.size
    found: list[Any] = []
    top = dZ = cache[-1] - ref.one_hot(Y, cache[-1].shape[0])
    for at in reversed(range(0, len(params), 2)):
        found = [dZ @ (cache[at - 1] if at else X).T / m + lam * params[at], dZ.sum(1, keepdims=True) / m, *found]
        if at > 0:
            dZ = (params[at].T @ top) * ref.activate_deriv(cache[at - 2], activation)
    return found


@backward_deep.mistake(
    "You change the cache: the blame is computed in place, with `-=`.",
    "The caller's probabilities must stay as they were. A - H makes a new array.",
)
def backward_deep_in_place(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    right = ref.backward_deep(params, cache, X, Y, activation, lam)
    cache[-1][Y, np.arange(Y.size)] -= 1
    return right


@backward_deep.mistake(
    "Lambda's term has the squares of the weights.",
    "The penalty has squares; its derivative has the weights themselves.",
)
def backward_deep_decay_squared(*call: Call) -> Any:
    return back(*call, decay=lambda W: W**2)


@backward_deep.mistake(
    "You add the penalty's own formula, lambda / 2 times the squares, to each weight's gradient.",
    "What belongs there is its derivative, lambda times the weight.",
)
def backward_deep_decay_half_squared(*call: Call) -> Any:
    return back(*call, decay=lambda W: W**2 / 2)


@backward_deep.mistake(
    "Lambda's term has only the signs of the weights.",
    "Each weight is pulled towards 0 in proportion to itself.",
)
def backward_deep_decay_sign_only(*call: Call) -> Any:
    return back(*call, decay=np.sign)


@backward_deep.mistake(
    "You take 0.01 for lambda, whatever `lam` says.",
    "Use the argument, also where it is 0.",
)
def backward_deep_fixed_lambda(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(params, cache, X, Y, activation, 0.01)


@backward_deep.mistake(
    "Only the first layer's weights are pulled towards 0.",
    "The penalty counts all weights: lambda's term belongs into every layer.",
)
def backward_deep_decay_first_layer_only(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    found = back(params, cache, X, Y, activation, 0.0)
    found[0] = found[0] + lam * params[0]
    return found


@backward_deep.mistake(
    "The output layer's weights are not pulled towards 0.",
    "The penalty counts all weights: lambda's term belongs into every layer.",
)
def backward_deep_decay_hidden_only(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    found = ref.backward_deep(params, cache, X, Y, activation, lam)
    return [*found[:-2], found[-2] - lam * params[-2], found[-1]]


@backward_deep.mistake(
    "You divide by the number of classes, not by the number of digits.",
    "Digits are columns: X.shape[1], or Y.size.",
)
def backward_deep_m_of_classes(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: m_of_classes(*call))


@backward_deep.mistake(
    "You count on ten classes, whatever the network has.",
    "As many as the last A has rows: its shape says so.",
)
def backward_deep_ten_classes(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(params, cache, X, Y, activation, lam, top=lambda A, H: A - ref.one_hot(Y, 10))


@backward_deep.mistake(
    "You return all dW first, then all db.",
    "They stand layer by layer: dW1, db1, dW2, db2, ...",
)
def backward_deep_weights_first(*call: Call) -> Any:
    found = back(*call)
    return found[0::2] + found[1::2]


@backward_deep.mistake(
    "You return a pair (dW, db) for each layer, where one long list is asked for.",
    "The arrays stand one after the other: dW1, db1, dW2, db2, ...",
)
def backward_deep_pairs(*call: Call) -> Any:
    found = back(*call)
    return list(zip(found[0::2], found[1::2], strict=True))


@backward_deep.mistake(
    "You add the slopes, where blame has to be multiplied by them.",
    "Where the bend is flat no blame passes: a factor of 0.",
)
def backward_deep_slopes_added(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    found: list[Any] = []
    dZ = cache[-1] - ref.one_hot(Y, cache[-1].shape[0])
    for at in reversed(range(0, len(params), 2)):
        A_before = cache[at - 1] if at else X
        found = [dZ @ A_before.T / Y.size + lam * params[at], dZ.mean(axis=1, keepdims=True), *found]
        if at:
            dZ = params[at].T @ dZ + ref.activate_deriv(cache[at - 2], activation)
    return found


@backward_deep.mistake(
    "You take the last Z for the last A: blame begins with scores, not probabilities.",
    "Blame is what was answered minus what is right: probabilities minus the one-hot labels.",
)
def backward_deep_logits(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.backward_deep(params, [*cache[:-1], cache[-2]], X, Y, activation, lam)


@backward_deep.mistake(
    "You leave the labels out: blame is the probabilities themselves.",
    "Blame is what was answered minus what is right: the one-hot labels are taken away.",
)
def backward_deep_no_labels(*call: Call) -> Any:
    return back(*call, top=lambda A, H: A)


@backward_deep.mistake(
    "The gradients of the first layer are missing: your loop stops above it.",
    "It has weights and biases too; what came into it is X. Look at where your loop ends.",
)
def backward_deep_first_layer_missing(*call: Call) -> Any:
    return [None, None, *back(*call)[2:]]


@backward_deep.mistake(
    "You return two gradients too few: those of the first layer are missing.",
    "It has weights and biases too; what came into it is X. Look at where your loop ends.",
)
def backward_deep_first_layer_cut(*call: Call) -> Any:
    return back(*call)[2:]


@backward_deep.mistake(
    "You return the gradients of the last layer alone.",
    "Every layer has some. Look for a return inside the loop.",
)
def backward_deep_last_layer_alone(*call: Call) -> Any:
    return back(*call)[-2:]


@backward_deep.mistake(
    "Your blame at the top is doubled, as for squared errors: 2 (A - H).",
    "Cross-entropy has no 2: blame is A - H.",
)
def backward_deep_doubled(*call: Call) -> Any:
    return back(*call, top=lambda A, H: 2 * (A - H))


@backward_deep.mistake(
    "You divide by m in the biases' gradients, and not in the weights'.",
    "Both add up over the digits, and both are means.",
)
def backward_deep_weights_no_mean(*call: Call) -> Any:
    return back(*call, weights=lambda dZ, A, m: dZ @ A.T)


@backward_deep.mistake(
    "Your bias gradients take a mean over the units as well.",
    "Each unit has a bias of its own: the mean is over the digits, along the rows.",
)
def backward_deep_bias_mean_of_all(*call: Call) -> Any:
    return back(*call, biases=lambda dZ, m: np.full((len(dZ), 1), dZ.mean()))


@backward_deep.mistake(
    "You take the first layer's Z for the slopes of every layer.",
    "Each layer has a Z of its own: dZ of the layer below meets the Z of the layer below.",
)
def backward_deep_slopes_of_x(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(params, cache, X, Y, activation, lam, slopes=lambda Z, A, name: ref.activate_deriv(cache[0], name))


@backward_deep.mistake(
    "Your list is turned round as a whole: it begins with the last layer's db.",
    "The gradients are found from the last to the first, and returned from the first to the last: dW1, db1, ...",
)
def backward_deep_turned_round(*call: Call) -> Any:
    return back(*call)[::-1]


@backward_deep.mistake(
    "Your blame at the top is the derivative of the loss by A, -H / A.",
    "It has to come down through softmax as well. Both together give A - H.",
)
def backward_deep_loss_by_a(*call: Call) -> Any:
    return back(*call, top=lambda A, H: -H / A)


@backward_deep.mistake(
    "You add the penalty itself, one number for the whole network, to each weight's gradient.",
    "Asked for is its derivative: lambda times W, a matrix.",
)
def backward_deep_decay_whole_penalty(*call: Call) -> Any:
    found = back(*call, decay=lambda W: 0.0)
    penalty = ref.l2_penalty(call[0], call[5])
    return [gradient + penalty if at % 2 == 0 else gradient for at, gradient in enumerate(found)]


@backward_deep.mistake(
    "Lambda's term is one number for all weights of a layer: the sum of the weights.",
    "Each weight is pulled towards 0 by its own size: lambda times W, without a sum.",
)
def backward_deep_decay_summed(*call: Call) -> Any:
    return back(*call, decay=lambda W: np.sum(W))


@backward_deep.mistake(
    "On the way down you multiply by dW.T, the gradient, where the weights W.T are asked for.",
    "Blame goes back the way it came: through the weights.",
)
def backward_deep_below_by_gradient(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    m, dZ = Y.size, cache[-1] - ref.one_hot(Y, cache[-1].shape[0])
    found: list[Any] = []
    for at in reversed(range(0, len(params), 2)):
        dW = dZ @ (cache[at - 1] if at else X).T / m + lam * params[at]
        found = [dW, dZ.sum(1, keepdims=True) / m, *found]
        if at > 0:
            dZ = (dW.T @ dZ) * ref.activate_deriv(cache[at - 2], activation)
    return found


@backward_deep.mistake(
    "Your blame at the top has lost its signs: you take absolute values.",
    "Blame is negative for the true class, and positive for the others: A - H.",
)
def backward_deep_absolute(*call: Call) -> Any:
    return back(*call, top=lambda A, H: np.abs(A - H))


@backward_deep.mistake(
    "Your blame at the top compares the guessed class with the true one, both as 1 and 0.",
    "It is the probabilities minus the one-hot labels: A - H. A guess has no slope.",
)
def backward_deep_of_guess(*call: Call) -> Any:
    return back(*call, top=lambda A, H: ref.one_hot(A.argmax(axis=0), len(A)) - H)


@backward_deep.mistake(
    "You multiply by the slopes twice.",
    "Blame passes through each bend once.",
)
def backward_deep_slopes_twice(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: np.asarray(ref.activate_deriv(Z, name)).astype(float) ** 2)


@backward_deep.mistake(
    "You take the slope of tanh, 1 - a², whatever `activation` says.",
    "Pass the name on to your activate_deriv.",
)
def backward_deep_always_tanh(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: 1 - A**2)


@backward_deep.mistake(
    "You take the slope of the sigmoid, a (1 - a), whatever `activation` says.",
    "Pass the name on to your activate_deriv.",
)
def backward_deep_always_sigmoid(*call: Call) -> Any:
    return back(*call, slopes=lambda Z, A, name: A * (1 - A))


@backward_deep.mistake(
    "You leave the slopes out on the way into the first layer.",
    "Blame passes through every bend, the first hidden layer's too.",
)
def backward_deep_first_slopes_missing(
    params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float
) -> Any:
    first = cache[0]
    return back(
        params,
        cache,
        X,
        Y,
        activation,
        lam,
        slopes=lambda Z, A, name: 1.0 if Z is first else ref.activate_deriv(Z, name),
    )


@backward_deep.mistake(
    "Your bias gradients are divided by m twice.",
    "The mean over the digits is divided by m already.",
)
def backward_deep_bias_mean_twice(*call: Call) -> Any:
    return back(*call, biases=lambda dZ, m: dZ.mean(axis=1, keepdims=True) / m)


@backward_deep.mistake(
    "Your weight gradients are divided by m twice.",
    "1/m comes once: at the top, or where the digits are added up.",
)
def backward_deep_weights_mean_twice(*call: Call) -> Any:
    return back(*call, weights=lambda dZ, A, m: dZ @ A.T / m / m)


@backward_deep.mistake(
    "You divide by 2m, so that all gradients but lambda's term are half as large as they should be.",
    "Cross-entropy has no ½: divide by m.",
)
def backward_deep_two_m(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 2 * Y.size)


@backward_deep.mistake(
    "You divide by 64, a fixed number, in the place of m.",
    "m is the number of digits in this batch, whatever that is: Y.size.",
)
def backward_deep_fixed_m_64(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 64)


@backward_deep.mistake(
    "You divide by 100, a fixed number, in the place of m.",
    "m is the number of digits in this batch, whatever that is: Y.size.",
)
def backward_deep_fixed_m_100(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 100)


@backward_deep.mistake(
    "You divide by 128, a fixed number, in the place of m.",
    "m is the number of digits in this batch, whatever that is: Y.size.",
)
def backward_deep_fixed_m_128(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 128)


@backward_deep.mistake(
    "You divide by 10, a fixed number, in the place of m.",
    "m is the number of digits in this batch, whatever that is: Y.size. Ten is the number of classes.",
)
def backward_deep_fixed_m_10(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 10)


@backward_deep.mistake(
    "You divide by 60,000, a fixed number, in the place of m.",
    "m is the number of digits in this batch, whatever that is: Y.size.",
)
def backward_deep_fixed_m_60000(*call: Call) -> Any:
    return back(*call, count=lambda X, Y: 60_000)


@backward_deep.mistake(
    "In the first layer you take cache[-1], the network's output, where its input X belongs.",
    "Before the first layer there is no activation in the cache: an index of -1 counts from the end. Take X there.",
)
def deep_back_output_for_input(params: Arrays, cache: Arrays, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return back(params, cache, cache[-1], Y, activation, lam)
