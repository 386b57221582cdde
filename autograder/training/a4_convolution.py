"""How the small LeNet is trained: `init_lenet` starts, `train_lenet` advances, `lenet_predictions` reads."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.judge.checking import Answer, Calls
from autograder.judge.compare import Array
from autograder.network import CLASSES, SIDE, Conv2d, Dense, Flatten, MaxPool, Network, Relu, Softmax
from autograder.student.wire import Held, Seeded
from autograder.training.recipe import Options

KERNEL, BATCH = 5, 32
PICTURES = (1, SIDE, SIDE, -1)
State = tuple[Array, ...]  # W1, b1, W2, b2, W3, b3


class SmallLeNet:
    """Two convolutions with pooling and ReLU, and an output layer; mini-batches, at a steady rate."""

    double = False
    unit = "epoch"
    hidden_layers = 2
    defaults = Options(digits=10_000, steps=4, alpha=0.1, hidden=(8, 16))
    comparison = (2000, 1)

    def start(self, student: Calls, options: Options) -> State:
        answer = student.init_lenet(SIDE, KERNEL, options.hidden, CLASSES, Seeded(options.seed))
        return tuple(array.astype(np.float32) for array in _parameters(answer, options.hidden))

    def advance(self, student: Calls, state: State, X: Held, Y: Held, options: Options, done: int, steps: int) -> State:
        for number in range(done, done + steps):
            luck = Seeded(options.seed + 1000 * (number + 1))
            answer = student.train_lenet(replace(X, shape=PICTURES), Y, state, options.alpha, BATCH, 1, luck)
            pair = isinstance(answer.value, tuple | list) and len(answer.value) == 2
            answer.demand(pair, "train_lenet returns something else than params and losses")
            state = _parameters(answer.part(0), options.hidden)
        return state

    def network(self, state: State) -> Network:
        W1, b1, W2, b2, W3, b3 = (np.asarray(array, dtype=np.float64) for array in state)
        layers = (Conv2d(W1, b1), MaxPool(2), Relu(), Conv2d(W2, b2), MaxPool(2), Relu(), Flatten(), Dense(W3, b3))
        return Network((*layers, Softmax()))

    def predict(self, student: Calls, state: State, X: Held) -> Answer:
        answer: Answer = student.lenet_predictions(replace(X, shape=PICTURES), state)
        return answer


def _parameters(answer: Answer, filters: tuple[int, ...]) -> State:
    f1, f2 = filters
    q = ((SIDE - KERNEL + 1) // 2 - KERNEL + 1) // 2
    return answer.arrays(
        W1=(f1, 1, KERNEL, KERNEL), b1=(f1, 1), W2=(f2, f1, KERNEL, KERNEL), b2=(f2, 1),
        W3=(CLASSES, f2 * q * q), b3=(CLASSES, 1),
    )  # fmt: skip


RECIPE = SmallLeNet()
