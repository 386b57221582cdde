"""How a network of any depth is trained: by the lesson's `train_network`, which calls the student's functions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from autograder.judge.checking import Answer, Calls
from autograder.judge.compare import Array
from autograder.network import CLASSES, PIXELS, Network, dense_network
from autograder.student.outcome import Returned
from autograder.student.wire import Held, Seeded
from autograder.training.recipe import Options

BATCH, KEEP, ACTIVATION = 128, 0.9, "relu"
EPSILON = 1e-5
State = list[tuple[Array, ...]]  # W, gamma, beta, running mean and variance of each hidden layer; W, b of the last


class AnyNetwork:
    """784 pixels, hidden layers with batch normalisation, ReLU and dropout, ten probabilities; Adam in mini-batches."""

    double = False
    unit = "step"
    hidden_layers = None
    defaults = Options(digits=20_000, steps=900, alpha=0.001, hidden=(128, 64))
    comparison = (4000, 60)

    def start(self, student: Calls, options: Options) -> State:
        sizes = [PIXELS, *options.hidden, CLASSES]
        return _layers(student.start_network(sizes, Seeded(options.seed)), options.hidden)

    def advance(self, student: Calls, state: State, X: Held, Y: Held, options: Options, done: int, steps: int) -> State:
        luck = Seeded(options.seed + 1000 * (done + 1))
        net = [list(layer) for layer in state]
        answer = student.train_network(net, X, Y, steps, options.alpha, KEEP, luck, BATCH, ACTIVATION)
        return _layers(answer, options.hidden)

    def network(self, state: State) -> Network:
        return dense_network(_folded(state))

    def predict(self, student: Calls, state: State, X: Held) -> Answer:
        """The classes that `forward_deep` finds most probable: the lesson has no function that names them."""
        params = [array for layer in _folded(state) for array in layer]
        answer: Answer = student.forward_deep(params, X, ACTIVATION)
        answer.demand(isinstance(answer.value, tuple | list) and answer.value, "forward_deep returns no list")
        probabilities = np.atleast_2d(np.asarray(answer.part(-1).value))
        return replace(answer, outcome=Returned(probabilities.argmax(axis=0)))


def _folded(state: State) -> list[tuple[Array, Array]]:
    """Weights and bias of each layer. With the running averages fixed, batch normalisation is a scale and a shift."""
    layers = []
    for W, gamma, beta, mean, variance in state[:-1]:
        scale = gamma / np.sqrt(variance + EPSILON)
        layers.append((scale * W, beta - scale * mean))
    W, b = state[-1]
    return [*layers, (W, b)]


def _layers(answer: Answer, hidden: tuple[int, ...]) -> State:
    """The network that came back, of the right shapes."""
    sizes = [PIXELS, *hidden, CLASSES]
    as_asked = isinstance(answer.value, tuple | list) and len(answer.value) == len(sizes) - 1
    answer.demand(as_asked, f"no network of {len(sizes) - 1} layers came back: its functions are the lesson's own")
    layers = []
    for at, (n_in, n_out) in enumerate(pairwise(sizes)):
        names = ("b",) if at == len(hidden) else ("gamma", "beta", "running_mean", "running_var")
        shapes = {"W": (n_out, n_in), **dict.fromkeys(names, (n_out, 1))}
        layers.append(answer.part(at).arrays(**shapes))
    return layers


RECIPE = AnyNetwork()
