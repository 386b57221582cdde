"""How the first network is trained: `init_params` starts, `gradient_descent` advances, `make_predictions` reads."""

from __future__ import annotations

from autograder.judge.checking import Answer, Calls
from autograder.judge.compare import Array
from autograder.network import CLASSES, PIXELS, Network, dense_network
from autograder.student.wire import Held, Seeded
from autograder.training.recipe import Options

State = tuple[Array, ...]  # W1, b1, W2, b2


class FirstNetwork:
    """784 pixels, one hidden layer with ReLU, ten probabilities; full-batch gradient descent."""

    double = True
    unit = "step"
    hidden_layers = 1
    defaults = Options(digits=4000, steps=500, alpha=0.3, hidden=(10,))
    comparison = (1000, 60)

    def start(self, student: Calls, options: Options) -> State:
        return _parameters(
            student.init_params(PIXELS, *options.hidden, CLASSES, Seeded(options.seed)), options.hidden[0]
        )

    def advance(self, student: Calls, state: State, X: Held, Y: Held, options: Options, done: int, steps: int) -> State:
        answer: Answer = student.gradient_descent(X, Y, state, options.alpha, steps, report_every=steps)
        pair = isinstance(answer.value, tuple | list) and len(answer.value) == 2
        answer.demand(pair, "gradient_descent returns something else than params and history")
        return _parameters(answer.part(0), options.hidden[0])

    def network(self, state: State) -> Network:
        W1, b1, W2, b2 = state
        return dense_network([(W1, b1), (W2, b2)])

    def predict(self, student: Calls, state: State, X: Held) -> Answer:
        answer: Answer = student.make_predictions(X, *state)
        return answer


def _parameters(answer: Answer, hidden: int) -> State:
    return answer.arrays(W1=(hidden, PIXELS), b1=(hidden, 1), W2=(CLASSES, hidden), b2=(CLASSES, 1))


RECIPE = FirstNetwork()
