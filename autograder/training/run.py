"""What came of a training run, as data: how it went, what the network answers, and what was asked for.

Everything is measured here, from the network that the student's functions made; nothing is taken on their word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from autograder.network import Network
from autograder.training.recipe import Options

SMALLEST = 1e-15  # a probability of 0 would make the loss infinite
Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
End = Literal["done", "stopped", "failed"]


@dataclass(frozen=True)
class Digits:
    """Digits with their labels: X uint8 `(784, m)`, raw values, and Y `(m,)`."""

    X: NDArray[np.uint8]
    Y: Labels

    @property
    def pixels(self) -> Floats:
        """`(784, m)` in [0, 1]."""
        return self.X / 255

    def first(self, count: int) -> Digits:
        return Digits(self.X[:, :count], self.Y[:count])


@dataclass(frozen=True)
class Point:
    """How the network stood after so many steps: on digits that it learns from, and on new ones."""

    step: int
    loss: float
    accuracy: float
    new_loss: float
    new_accuracy: float

    @property
    def is_finite(self) -> bool:
        return bool(np.isfinite([self.loss, self.new_loss]).all())


@dataclass(frozen=True)
class Rate:
    """A short run with one learning rate: its loss on new digits, `(step, loss)` each."""

    alpha: float
    points: tuple[tuple[int, float], ...]

    @property
    def last(self) -> float:
        """The loss at the end; infinite where it is no number, so that it compares as the worst."""
        last = self.points[-1][1]
        return last if np.isfinite(last) else float("inf")


@dataclass
class Run:
    """A training run. `network` is the last one whose numbers were all finite."""

    assignment: str
    title: str
    unit: str
    options: Options
    start: Network  # untrained
    network: Network
    new: Digits
    points: list[Point] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    rate_digits: int = 0  # that the short runs learned from
    seconds: float = 0.0
    end: End = "done"
    trouble: str = ""  # why it failed
    disagreements: int = 0  # new digits that the student's own function reads in another way than the network

    @property
    def done(self) -> int:
        """The steps that were taken."""
        return self.points[-1].step


@dataclass(frozen=True)
class Answers:
    """What the network says of the new digits: probabilities `(10, m)`, and each hidden layer's share of activity."""

    probabilities: Floats
    labels: Labels
    activity: tuple[Floats, ...]  # for each ReLU layer `(n_units,)`: at which share of digits the unit is not silent

    @property
    def read(self) -> Labels:
        found: Labels = self.probabilities.argmax(axis=0)
        return found

    @property
    def sureness(self) -> Floats:
        """`(m,)`: the probability of what was read."""
        found: Floats = self.probabilities.max(axis=0)
        return found

    @property
    def right(self) -> NDArray[np.bool_]:
        return np.asarray(self.read == self.labels)

    @property
    def accuracy(self) -> float:
        return float(self.right.mean())


def ask(network: Network, digits: Digits) -> Answers:
    """Have the network read digits."""
    outputs = network.forward(digits.pixels)
    silent = tuple(
        (output > 0).reshape(output.shape[0], -1).mean(axis=1)
        for layer, output in zip(network.layers, outputs[1:], strict=True)
        if layer.kind == "relu"
    )
    return Answers(outputs[-1], digits.Y, silent)


def loss_and_accuracy(network: Network, pixels: Floats, labels: Labels) -> tuple[float, float]:
    """The mean cross-entropy and the share read right, of digits `(784, m)` in [0, 1]."""
    with np.errstate(all="ignore"):
        probabilities = network.probabilities(pixels)
        true = probabilities[labels, np.arange(labels.size)]
        loss = -np.log(np.maximum(true, SMALLEST)).mean()
    if not np.isfinite(probabilities).all():
        return float("nan"), 0.0
    return float(loss), float((probabilities.argmax(axis=0) == labels).mean())


def is_finite(network: Network) -> bool:
    """Whether all numbers in the network are finite."""
    arrays: list[Any] = [value for layer in network.layers for value in vars(layer).values()]
    return all(np.isfinite(array).all() for array in arrays if isinstance(array, np.ndarray))
