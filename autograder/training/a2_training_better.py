"""How the second network is trained: `start_params` starts, `adam_epoch` advances, the given `read_digits` reads."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judge.checking import Answer, Calls
from autograder.judge.compare import Array
from autograder.network import CLASSES, PIXELS, Network, dense_network
from autograder.student.wire import Held, Seeded
from autograder.training.recipe import Options

BATCH = 64
State = tuple[tuple[Array, ...], Any]  # W1, b1, W2, b2, and Adam's ms, ss and t


class TrainingBetter:
    """784 pixels, one hidden layer with ReLU, ten probabilities; Adam in mini-batches, at a steady rate."""

    double = False
    unit = "epoch"
    hidden_layers = 1
    defaults = Options(digits=20_000, steps=5, alpha=0.002, hidden=(128,))
    comparison = (4000, 1)

    def start(self, student: Calls, options: Options) -> State:
        answer = student.start_params(PIXELS, *options.hidden, CLASSES, Seeded(options.seed))
        params = tuple(array.astype(np.float32) for array in _arrays(answer, options.hidden[0]))
        zeros = tuple(np.zeros_like(array) for array in params)
        return params, (zeros, zeros, 0)

    def advance(self, student: Calls, state: State, X: Held, Y: Held, options: Options, done: int, steps: int) -> State:
        for number in range(done, done + steps):
            luck = Seeded(options.seed + 1000 * (number + 1))
            state = _advanced(student.adam_epoch(X, Y, *state, options.alpha, BATCH, luck), options.hidden[0])
        return state

    def network(self, state: State) -> Network:
        (W1, b1, W2, b2), _ = state
        return dense_network([(W1, b1), (W2, b2)])

    def predict(self, student: Calls, state: State, X: Held) -> Answer:
        answer: Answer = student.read_digits(state[0], X)
        return answer


def _advanced(answer: Answer, hidden: int) -> State:
    """Parameters and Adam's state out of what adam_epoch returned."""
    pair = isinstance(answer.value, tuple | list) and len(answer.value) == 2
    answer.demand(pair, "adam_epoch returns something else than params and state")
    after = answer.part(1)
    three = isinstance(after.value, tuple | list) and len(after.value) == 3
    after.demand(three, "the state that adam_epoch returns is not (ms, ss, t)")
    ms, ss = (_arrays(after.part(at), hidden) for at in (0, 1))
    return _arrays(answer.part(0), hidden), (ms, ss, after.value[2])


def _arrays(answer: Answer, hidden: int) -> tuple[Array, ...]:
    return answer.arrays(W1=(hidden, PIXELS), b1=(hidden, 1), W2=(CLASSES, hidden), b2=(CLASSES, 1))


RECIPE = TrainingBetter()
