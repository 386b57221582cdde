"""What is an assignment's own about training: which functions start, advance and predict, and what network they make.

Each assignment that can be trained has one small file here, `autograder/training/ASSIGNMENT.py`, with a `RECIPE`.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import Any, Protocol

from autograder.judge.checking import Answer, Calls
from autograder.network import Network
from autograder.student.wire import Held

# What a recipe keeps between two stretches of training: parameters, and whatever else its functions need again.
State = Any


@dataclass(frozen=True)
class Options:
    """How to train: on how many digits, how many steps (or epochs), how fast, with which hidden layers, from where."""

    digits: int
    steps: int
    alpha: float
    hidden: tuple[int, ...]
    seed: int = 0


class Recipe(Protocol):
    """How an assignment's functions train a network.

    The functions are called as in a gate: `student.relu(Z)` gives an `Answer`, whose `arrays` checks what came back.
    Digits are held by the worker; `X` stands for `(784, m)` pixels in [0, 1], `Y` for `(m,)` labels. A method that
    finds an answer of another form than was agreed fails as a check does.
    """

    double: bool  # whether X is float64, as the lesson's own; else float32, which is faster
    unit: str  # what --steps counts: "step" or "epoch"
    hidden_layers: int | None  # how many sizes --hidden takes; None for any number
    defaults: Options
    comparison: tuple[int, int]  # digits and steps of the short runs that compare learning rates

    def start(self, student: Calls, options: Options) -> State:
        """The untrained state, drawn from `options.seed`."""
        ...

    def advance(self, student: Calls, state: State, X: Held, Y: Held, options: Options, done: int, steps: int) -> State:
        """The state after `steps` more, when `done` are done already."""
        ...

    def network(self, state: State) -> Network:
        """The network as it is now, for measuring, for `network.npz` and for `autograder play`."""
        ...

    def predict(self, student: Calls, state: State, X: Held) -> Answer:
        """The classes that the student's own function reads, `(m,)`."""
        ...


def find(assignment: str) -> Recipe | None:
    """The recipe of an assignment; None where it has none."""
    name = f"autograder.training.{assignment}"
    if importlib.util.find_spec(name) is None:
        return None
    recipe: Recipe = importlib.import_module(name).RECIPE
    return recipe
