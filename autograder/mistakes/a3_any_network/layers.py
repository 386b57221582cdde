"""Mistakes in the parameters of a network of any depth, init_layers, and in the way through it, forward_deep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Array = np.ndarray[Any, Any]
Params = Sequence[Array]
Rng = np.random.Generator

init_layers = Catalogue("init_layers")
forward_deep = Catalogue("forward_deep")


def drawn(sizes: Sequence[int], rng: Rng, scale: Callable[[int, int], float], middle: float = 0.0) -> list[Array]:
    """Normal weights with a standard deviation of one's own choice, and zero biases."""
    params = []
    for n_in, n_out in pairwise(sizes):
        params += [rng.normal(middle, scale(n_in, n_out), (n_out, n_in)), np.zeros((n_out, 1))]
    return params


def he(n_in: int, n_out: int) -> float:
    return float(np.sqrt(2 / n_in))


# init_layers


@init_layers.mistake(
    "All your weights are 0.",
    "Then all units of a layer are alike, and stay alike. Weights have to be drawn at random; only biases may be 0.",
)
def init_layers_zeros(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: 0.0)


@init_layers.mistake(
    "All weights of a matrix are the same number.",
    "Then all units of a layer are alike, and stay alike. Draw a number for each weight.",
)
def init_layers_constant(sizes: Sequence[int], rng: Rng) -> Any:
    params = []
    for n_in, n_out in pairwise(sizes):
        params += [np.full((n_out, n_in), 0.1), np.zeros((n_out, 1))]
    return params


@init_layers.mistake(
    "All units of a layer have the same weights: you draw one row and repeat it.",
    "Each unit needs weights of its own. The shape of the draw is (units, inputs).",
)
def init_layers_rows_identical(sizes: Sequence[int], rng: Rng) -> Any:
    params = []
    for n_in, n_out in pairwise(sizes):
        row = rng.normal(0, he(n_in, n_out), (1, n_in))
        params += [np.repeat(row, n_out, axis=0), np.zeros((n_out, 1))]
    return params


@init_layers.mistake(
    "You do not scale the weights at all: their standard deviation is 1.",
    "A unit with 784 inputs then gets sums of about 28, and the next layer multiplies again. Multiply by the root of "
    "2 / inputs.",
)
def init_layers_unscaled(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: 1.0)


@init_layers.mistake(
    "All your layers have weights of the same size, however many inputs they have.",
    "Where many products are added up, each has to be smaller: the standard deviation is the root of 2 / inputs.",
)
def init_layers_same_scale(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: 0.01)


@init_layers.mistake(
    "You leave out the root: the standard deviation is 2 / inputs.",
    "A sum of n random products grows with the root of n. With 2 / n the numbers die away from layer to layer.",
)
def init_layers_no_root(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: 2 / n_in)


@init_layers.mistake(
    "Your weights are the larger the more inputs a layer has: the fraction is upside down.",
    "It is 2 / inputs under the root, not inputs / 2.",
)
def init_layers_scale_inverted(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: float(np.sqrt(n_in / 2)))


@init_layers.mistake(
    "You scale by the number of units, where the number of inputs counts.",
    "Each unit adds up as many products as it has inputs; how many other units stand beside it makes no difference.",
)
def init_layers_by_outputs(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: float(np.sqrt(2 / n_out)))


@init_layers.mistake(
    "Your weights are far too small or too large, though they shrink with the number of inputs as they should.",
    "The standard deviation is the root of 2 / inputs. Look for another factor.",
)
def init_layers_other_scale(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, lambda n_in, n_out: 0.1 * he(n_in, n_out))


@init_layers.mistake(
    "Your weights are not centred on 0.",
    "rng.random lies between 0 and 1, so all weights come out positive. rng.normal with mean 0 is centred.",
)
def init_layers_not_centred(sizes: Sequence[int], rng: Rng) -> Any:
    params = []
    for n_in, n_out in pairwise(sizes):
        params += [rng.random((n_out, n_in)) * he(n_in, n_out), np.zeros((n_out, 1))]
    return params


@init_layers.mistake(
    "Your biases are large.",
    "0 is right for them, or something small. The weights alone break the symmetry.",
)
def init_layers_large_biases(sizes: Sequence[int], rng: Rng) -> Any:
    params = []
    for n_in, n_out in pairwise(sizes):
        params += [rng.normal(0, he(n_in, n_out), (n_out, n_in)), np.ones((n_out, 1))]
    return params


@init_layers.mistake(
    "Your weight matrices are transposed.",
    "A row for each unit, a column for each input: (n_out, n_in).",
)
def init_layers_transposed(sizes: Sequence[int], rng: Rng) -> Any:
    return [array.T if at % 2 == 0 else array for at, array in enumerate(drawn(sizes, rng, he))]


@init_layers.mistake(
    "Your biases have one dimension, (units,), not (units, 1).",
    "Added to a matrix, they would be laid along its rows and not its columns. A column has two dimensions.",
)
def init_layers_flat_biases(sizes: Sequence[int], rng: Rng) -> Any:
    return [array if at % 2 == 0 else array.ravel() for at, array in enumerate(drawn(sizes, rng, he))]


@init_layers.mistake(
    "Your biases have as many entries as the layer has inputs.",
    "Each unit has one bias: as many as the layer has rows.",
)
def init_layers_biases_of_inputs(sizes: Sequence[int], rng: Rng) -> Any:
    params = []
    for n_in, n_out in pairwise(sizes):
        params += [rng.normal(0, he(n_in, n_out), (n_out, n_in)), np.zeros((n_in, 1))]
    return params


@init_layers.mistake(
    "A layer is missing.",
    "Four sizes make three layers, the output layer included: a layer for each pair of neighbours. Look at where your "
    "loop begins and ends.",
)
def init_layers_one_short(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, he)[:-2]


@init_layers.mistake(
    "You return a layer too many.",
    "Four sizes make three layers: each pair of neighbours is one. The first size has no layer of its own.",
)
def init_layers_one_too_many(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn([sizes[0], *sizes], rng, he)


@init_layers.mistake(
    "You always make two layers.",
    "The list says how many there are: a loop over its neighbours.",
)
def init_layers_two_layers_always(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn([sizes[0], sizes[1], sizes[-1]], rng, he)


@init_layers.mistake(
    "The biases are missing.",
    "Each layer appends two arrays, its weights and its biases.",
)
def init_layers_no_biases(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, rng, he)[0::2]


@init_layers.mistake(
    "All weights come first, then all biases.",
    "The order is layer by layer: W1, b1, W2, b2, ...",
)
def init_layers_weights_first(sizes: Sequence[int], rng: Rng) -> Any:
    params = drawn(sizes, rng, he)
    return [*params[0::2], *params[1::2]]


@init_layers.mistake(
    "You return a pair (W, b) for each layer, where one long list is asked for.",
    "The arrays stand one after the other: W1, b1, W2, b2, ... Append both by themselves.",
)
def init_layers_pairs(sizes: Sequence[int], rng: Rng) -> Any:
    params = drawn(sizes, rng, he)
    return list(zip(params[0::2], params[1::2], strict=True))


@init_layers.mistake(
    "Your weights do not come from `rng`: two calls with equal generators differ.",
    "np.random.randn and its like use a hidden generator of their own. Draw from the one that you are given.",
)
def init_layers_ignores_rng(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, np.random.default_rng(int(np.random.randint(2**31))), he)


@init_layers.mistake(
    "You make a generator of your own with a fixed seed.",
    "Every call then gives the same weights, whoever asks. Draw from the `rng` that you are given.",
)
def init_layers_own_seed(sizes: Sequence[int], rng: Rng) -> Any:
    return drawn(sizes, np.random.default_rng(0), he)


@init_layers.mistake(
    "In each layer you put the biases before the weights.",
    "The order is W1, b1, W2, b2, ...: the weights first.",
)
def init_layers_biases_before(sizes: Sequence[int], rng: Rng) -> Any:
    params = drawn(sizes, rng, he)
    return [array for at in range(0, len(params), 2) for array in (params[at + 1], params[at])]


@init_layers.mistake(
    "You always make three layers, whatever the sizes.",
    "There are as many layers as pairs of neighbours in `sizes`: use a loop.",
)
def init_layers_three_layers_always(sizes: Sequence[int], rng: Rng) -> Any:
    params = drawn(sizes, rng, he)
    if len(params) < 6:
        raise IndexError("list index out of range")
    return params[:6]


@init_layers.mistake(
    "Your biases are rows, (1, units).",
    "A bias belongs to a row of the weights: a column, of the shape (units, 1).",
)
def init_layers_row_biases(sizes: Sequence[int], rng: Rng) -> Any:
    return [array if at % 2 == 0 else array.T for at, array in enumerate(drawn(sizes, rng, he))]


@init_layers.mistake(
    "The parameters are right, but you change the list of sizes that was given to you.",
    "pop and its like take entries out of the caller's own list. Read `sizes` by position, or pop from a copy.",
)
def init_layers_changes_sizes(sizes: Sequence[int], rng: Rng) -> Any:
    params = drawn(sizes, rng, he)
    if isinstance(sizes, list):
        del sizes[:-1]
    return params


# forward_deep


def through(
    params: Params,
    X: Array,
    activation: str,
    total: Callable[[Array, Array, Array], Any] = lambda W, A, b: W @ A + b,
    hidden: Callable[[Array, str], Any] = ref.activate,
    last: Callable[[Array], Any] = ref.softmax,
) -> list[Any]:
    """All Z and A, with another step in some place."""
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = total(params[at], A, params[at + 1])
        A = last(Z) if at == len(params) - 2 else hidden(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Your output layer has the hidden layers' activation, not softmax.",
    "Only softmax turns the ten scores into probabilities. The last layer is a case of its own.",
)
def forward_deep_no_softmax(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: ref.activate(Z, activation))


@forward_deep.mistake(
    "Your output layer applies the activation first, and softmax to that.",
    "Softmax takes the sums Z themselves. A ReLU before it would make all negative scores equal.",
)
def forward_deep_activation_then_softmax(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: ref.softmax(ref.activate(Z, activation)))


@forward_deep.mistake(
    "All your layers have softmax.",
    "Softmax makes probabilities of the last layer's scores. The hidden layers have the activation that is named.",
)
def forward_deep_softmax_everywhere(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, hidden=lambda Z, name: ref.softmax(Z))


@forward_deep.mistake(
    "Your hidden layers have no activation.",
    "Layers without a bend between them collapse into one.",
)
def forward_deep_no_activation(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, hidden=lambda Z, name: Z)


@forward_deep.mistake(
    "Your hidden layers have ReLU whatever `activation` says.",
    "Pass the name on to your activate.",
)
def forward_deep_always_relu(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, hidden=lambda Z, name: np.maximum(0, Z))


@forward_deep.mistake(
    "You leave the biases out.",
    "Each layer adds its b, which stands behind its W in the list.",
)
def forward_deep_no_bias(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W @ A)


@forward_deep.mistake(
    "You subtract the biases.",
    "A layer computes W A + b.",
)
def forward_deep_minus_bias(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W @ A - b)


@forward_deep.mistake(
    "You use W.T for W.",
    "With a row a unit and a column an input, W @ A fits as it is.",
)
def forward_deep_transposed(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W.T @ A + b)


@forward_deep.mistake(
    "You multiply the wrong way round, A @ W.",
    "Row of W times column of A: the weights come first.",
)
def forward_deep_wrong_way_round(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: A @ W + b)


@forward_deep.mistake(
    "You multiply entry by entry, with *.",
    "Each unit adds up products over its inputs: that is the matrix product, @.",
)
def forward_deep_star(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W * A + b)


@forward_deep.mistake(
    "Every layer gets X, not what the layer before it gave.",
    "What goes into a layer is the A of the one before. Only the first one gets X.",
)
def forward_deep_x_everywhere(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W @ X + b)


@forward_deep.mistake(
    "You hand Z on to the next layer, not A.",
    "The next layer gets what came out of the bend. As it is the bends have no effect.",
)
def forward_deep_z_handed_on(params: Params, X: Array, activation: str) -> Any:
    cache: list[Array] = []
    into = X
    for at in range(0, len(params), 2):
        Z = params[at] @ into + params[at + 1]
        cache += [Z, ref.softmax(Z) if at == len(params) - 2 else ref.activate(Z, activation)]
        into = Z
    return cache


@forward_deep.mistake(
    "You apply the activation twice.",
    "Once for each hidden layer: look whether A is put through activate again before the next layer.",
)
def forward_deep_twice(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, hidden=lambda Z, name: ref.activate(ref.activate(Z, name), name))


@forward_deep.mistake(
    "You return the last A alone.",
    "All Z and A are needed on the way back: Z1, A1, Z2, A2, ..., in one list.",
)
def forward_deep_last_only(params: Params, X: Array, activation: str) -> Any:
    return ref.forward_deep(params, X, activation)[-1]


@forward_deep.mistake(
    "You return all Z first, then all A.",
    "They stand in the order in which they arise: Z1, A1, Z2, A2, ...",
)
def forward_deep_z_then_a(params: Params, X: Array, activation: str) -> Any:
    cache = ref.forward_deep(params, X, activation)
    return [*cache[0::2], *cache[1::2]]


@forward_deep.mistake(
    "In each layer you return A before Z.",
    "They stand in the order in which they arise: Z1, A1, Z2, A2, ...",
)
def forward_deep_a_before_z(params: Params, X: Array, activation: str) -> Any:
    cache = ref.forward_deep(params, X, activation)
    return [array for at in range(0, len(cache), 2) for array in (cache[at + 1], cache[at])]


@forward_deep.mistake(
    "Your list begins with X.",
    "It begins with Z1. Whoever needs X has it.",
)
def forward_deep_with_x(params: Params, X: Array, activation: str) -> Any:
    return [X, *ref.forward_deep(params, X, activation)]


@forward_deep.mistake(
    "You return the A only, without the Z.",
    "The slopes on the way back are taken at Z. Both are needed for each layer.",
)
def forward_deep_a_only(params: Params, X: Array, activation: str) -> Any:
    return ref.forward_deep(params, X, activation)[1::2]


@forward_deep.mistake(
    "You return a pair (Z, A) for each layer, where one long list is asked for.",
    "The arrays stand one after the other: Z1, A1, Z2, A2, ...",
)
def forward_deep_pairs(params: Params, X: Array, activation: str) -> Any:
    cache = ref.forward_deep(params, X, activation)
    return list(zip(cache[0::2], cache[1::2], strict=True))


@forward_deep.mistake(
    "You stop one layer early.",
    "The output layer belongs to the list too. Look at where your loop ends.",
)
def forward_deep_one_short(params: Params, X: Array, activation: str) -> Any:
    return through(params[:-2], X, activation) if len(params) > 2 else []


@forward_deep.mistake(
    "The output layer is missing from your list.",
    "The last Z and its probabilities belong to it too. Look at where your loop ends.",
)
def forward_deep_last_missing(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation)[:-2]


@forward_deep.mistake(
    "You always compute two layers, whatever the depth.",
    "How many there are is half the length of `params`.",
)
def forward_deep_two_layers(params: Params, X: Array, activation: str) -> Any:
    return through(params[:4], X, activation)


@forward_deep.mistake(
    "Every layer but the first has softmax.",
    "Softmax is for the last layer only: look at the condition that chooses.",
)
def forward_deep_softmax_after_first(params: Params, X: Array, activation: str) -> Any:
    cache: list[Array] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at > 0 or len(params) == 2 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Softmax comes one layer early, and the output layer has the activation.",
    "The last layer is the one with the highest number. Counted from 0 that is the number of layers, minus 1.",
)
def forward_deep_softmax_early(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == len(params) - 4 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Softmax is in the first layer, and not in the last.",
    "Softmax makes probabilities of the output layer's scores. Look at which layer your condition picks.",
)
def forward_deep_softmax_first(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == 0 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Your output layer has no softmax: its A is the same as its Z.",
    "The scores have to become probabilities, which are positive and add up to 1.",
)
def forward_deep_output_plain(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: Z)


@forward_deep.mistake(
    "Your output layer has the sigmoid, not softmax.",
    "Only with softmax do the probabilities of a digit add up to 1.",
)
def forward_deep_output_sigmoid(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: ref.activate(Z, "sigmoid"))


@forward_deep.mistake(
    "Your softmax runs along the rows, over the digits.",
    "Each digit is a column, and its probabilities add up to 1 down that column.",
)
def forward_deep_softmax_rows(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: ref.softmax(Z.T).T)


@forward_deep.mistake(
    "Your softmax divides by the sum over the whole matrix.",
    "Each digit is a column, and its probabilities add up to 1 by themselves: the sum goes down each column.",
)
def forward_deep_softmax_whole(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: np.exp(Z) / np.exp(Z).sum())


@forward_deep.mistake(
    "Your list is turned round: it begins with the last layer.",
    "They stand in the order in which they arise: Z1, A1, Z2, A2, ...",
)
def forward_deep_reversed(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation)[::-1]


@forward_deep.mistake(
    "You return the layers from the last to the first.",
    "They stand in the order in which they arise: Z1, A1, Z2, A2, ...",
)
def forward_deep_last_layer_first(params: Params, X: Array, activation: str) -> Any:
    cache = through(params, X, activation)
    return [array for at in reversed(range(0, len(cache), 2)) for array in cache[at : at + 2]]


@forward_deep.mistake(
    "You return the first layer only.",
    "All layers belong to the list. Look for a return inside the loop.",
)
def forward_deep_first_layer_only(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation)[:2]


@forward_deep.mistake(
    "You return the Z only, without the A.",
    "Weights on the way back meet the A of the layer below. Both are needed for each layer.",
)
def forward_deep_z_only(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation)[0::2]


@forward_deep.mistake(
    "Your first layer has no activation: its A is the same as its Z.",
    "Every hidden layer bends, the first one too.",
)
def forward_deep_first_not_activated(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == len(params) - 2 else Z if at == 0 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Your last hidden layer has no activation: its A is the same as its Z.",
    "Every hidden layer bends. Only the output layer is a case of its own.",
)
def forward_deep_last_hidden_not_activated(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == len(params) - 2 else Z if at == len(params) - 4 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "In hidden layers your Z is the same as its A: what went into the bend is lost.",
    "The way back needs both. Is Z changed in place, or is one variable used for the two?",
)
def forward_deep_z_overwritten(params: Params, X: Array, activation: str) -> Any:
    cache = through(params, X, activation)
    return [cache[at + 1] if at % 2 == 0 and at < len(cache) - 2 else cache[at] for at in range(len(cache))]


@forward_deep.mistake(
    "You add the biases after the activation.",
    "The bias belongs to the sum that goes into the bend: it says where the bend is.",
)
def forward_deep_bias_after(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A
        A = ref.softmax(Z + params[at + 1]) if at == len(params) - 2 else ref.activate(Z, activation) + params[at + 1]
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "The Z that you keep lacks its biases.",
    "What goes into the bend is W A + b, and that is what the way back needs.",
)
def forward_deep_z_without_bias(params: Params, X: Array, activation: str) -> Any:
    cache = through(params, X, activation)
    return [cache[at] - params[at + 1] if at % 2 == 0 else cache[at] for at in range(len(cache))]


@forward_deep.mistake(
    "You add the biases twice.",
    "A layer computes W A + b, once.",
)
def forward_deep_bias_twice(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W @ A + 2 * b)


@forward_deep.mistake(
    "Your last A are the logarithms of the probabilities.",
    "The probabilities themselves are asked for; cross_entropy takes the logarithm.",
)
def forward_deep_log_softmax(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: np.log(ref.softmax(Z)))


@forward_deep.mistake(
    "You apply the activation to what softmax gives.",
    "What softmax gives are the probabilities. Nothing comes behind it.",
)
def forward_deep_softmax_then_activation(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, last=lambda Z: ref.activate(ref.softmax(Z), activation))


@init_layers.mistake(
    "You return the first layer's parameters only.",
    "Each two sizes that stand side by side make a layer. Look for a `return` inside the loop.",
)
def init_layers_first_only(sizes: Sequence[int], rng: Rng) -> Any:
    return list(ref.init_layers(sizes, rng))[:2]


@init_layers.mistake(
    "You return the last layer's parameters only.",
    "Each two sizes that stand side by side make a layer, and all of them go into one flat list. Look for the list "
    "that you collect them in, and for what your `return` names.",
)
def init_layers_last_only(sizes: Sequence[int], rng: Rng) -> Any:
    return list(ref.init_layers(sizes, rng))[-2:]


@init_layers.mistake(
    "You scale all layers by the number of pixels, the first of the sizes, or by another fixed number.",
    "Each layer has a number of inputs of its own: the size before it.",
)
def init_layers_first_size(sizes: Sequence[int], rng: Rng) -> Any:
    params = list(ref.init_layers(sizes, rng))
    return [p * np.sqrt(p.shape[1] / sizes[0]) if at % 2 == 0 else p for at, p in enumerate(params)]


@init_layers.mistake(
    "You scale by the sum of all sizes.",
    "Each layer has a number of inputs of its own: the size before it.",
)
def init_layers_all_sizes(sizes: Sequence[int], rng: Rng) -> Any:
    params = list(ref.init_layers(sizes, rng))
    return [p * np.sqrt(p.shape[1] / sum(sizes)) if at % 2 == 0 else p for at, p in enumerate(params)]


@init_layers.mistake(
    "The last layer's bias is missing.",
    "Every layer has one, the output layer too.",
)
def init_layers_last_bias_missing(sizes: Sequence[int], rng: Rng) -> Any:
    return list(ref.init_layers(sizes, rng))[:-1]


@forward_deep.mistake(
    "You take params[l] and params[l + 1] for layer l: the list has two arrays for each layer.",
    "The weights of layer l, counted from 0, stand in params[2 * l], its biases in params[2 * l + 1].",
)
def forward_deep_index_not_doubled(params: Params, X: Array, activation: str) -> Any:
    n_layers, A = len(params) // 2, X
    cache: list[Any] = []
    for at in range(n_layers):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == n_layers - 1 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "The output layer lacks its biases.",
    "Every layer computes W A + b, the last one too.",
)
def forward_deep_last_without_bias(params: Params, X: Array, activation: str) -> Any:
    return through([*params[:-1], 0 * params[-1]], X, activation)


@forward_deep.mistake(
    "Only your output layer has biases.",
    "Every layer computes W A + b, the hidden ones too.",
)
def forward_deep_hidden_without_bias(params: Params, X: Array, activation: str) -> Any:
    return through([0 * p if at % 2 and at < len(params) - 1 else p for at, p in enumerate(params)], X, activation)


@forward_deep.mistake(
    "You add the same number, the mean of the biases, to all units.",
    "Each unit has a bias of its own: b is a column, and is added as it is.",
)
def forward_deep_mean_bias(params: Params, X: Array, activation: str) -> Any:
    return through(params, X, activation, total=lambda W, A, b: W @ A + b.mean())


@forward_deep.mistake(
    "Softmax and activation have changed places: hidden layers have softmax, and the output layer has not.",
    "The last layer has softmax, all others the activation. Look at the condition.",
)
def forward_deep_softmax_and_activation_swapped(params: Params, X: Array, activation: str) -> Any:
    return through(
        params, X, activation, hidden=lambda Z, name: ref.softmax(Z), last=lambda Z: ref.activate(Z, activation)
    )


@forward_deep.mistake(
    "The last hidden layer has softmax as well as the output layer.",
    "Only the last layer has softmax. Look at where the condition begins to be true.",
)
def forward_deep_softmax_one_early(params: Params, X: Array, activation: str) -> Any:
    n_layers, A = len(params) // 2, X
    cache: list[Any] = []
    for at in range(n_layers):
        Z = params[2 * at] @ A + params[2 * at + 1]
        A = ref.softmax(Z) if at >= n_layers - 2 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Your softmax fails for large scores: exp of a large number is infinite.",
    "Take the largest score of each column away first, as the softmax of the lesson does. Or call that.",
)
def forward_deep_softmax_overflow(params: Params, X: Array, activation: str) -> Any:
    def plain(Z: Array) -> Any:
        with np.errstate(all="ignore"):
            return np.exp(Z) / np.exp(Z).sum(axis=0)

    return through(params, X, activation, last=plain)


@forward_deep.mistake(
    "Your second layer always has softmax, as in a network of two layers.",
    "Softmax is for the last layer, and which one that is depends on the length of `params`.",
)
def forward_deep_softmax_in_second(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == 2 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache


@forward_deep.mistake(
    "Your third layer always has softmax, as in a network of three layers.",
    "Softmax is for the last layer, and which one that is depends on the length of `params`.",
)
def forward_deep_softmax_in_third(params: Params, X: Array, activation: str) -> Any:
    cache: list[Any] = []
    A = X
    for at in range(0, len(params), 2):
        Z = params[at] @ A + params[at + 1]
        A = ref.softmax(Z) if at == 4 else ref.activate(Z, activation)
        cache += [Z, A]
    return cache
