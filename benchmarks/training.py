"""How fast does the course's own NumPy train, beside scikit-learn and PyTorch doing the same?

    python benchmarks/training.py [--digits 20000] [--epochs 2] [--rounds 5] [--batch 64] [--hidden 128]

One network, 784-128-10 with ReLU and softmax, trained by Adam in mini-batches: the functions of
solutions/a2_training_better.py, scikit-learn's MLPClassifier and PyTorch on the CPU, on the same digits, with the same
batch size, epochs, precision (float32) and one thread each. Whoever is not installed is left out:
`pip install -e '.[bench]'`. They take turns, round after round, so that what else the machine does hits all alike;
what counts is CPU time, as a ratio to ours, and the least of the rounds. Prints Markdown for docs/training_speed.md.
"""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import importlib
import platform
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from autograder import digits, reference

ALPHA = 0.002
Array = np.ndarray[Any, Any]
Train = Callable[[], Callable[[Array], Array]]


@dataclass(frozen=True)
class Task:
    """What all of them train: float32 digits (784, m) and labels (m,), others to measure with, and how."""

    X: Array
    Y: Array
    X_dev: Array
    Y_dev: Array
    hidden: int
    batch: int
    epochs: int


def task(n_train: int, hidden: int, batch: int, epochs: int) -> Task:
    """Digits drawn from the 60,000, 5,000 of them for measuring; those of one picture lie side by side in memory."""
    X, Y = digits.load("train")
    chosen = np.random.default_rng(0).permutation(Y.size)[: n_train + 5000]
    pixels = np.divide(X[:, chosen].T, 255, dtype=np.float32, order="C").T
    labels = Y[chosen].astype(np.int64)
    return Task(pixels[:, :n_train], labels[:n_train], pixels[:, n_train:], labels[n_train:], hidden, batch, epochs)


# -- the three; each gives a function that trains and returns what reads digits


def ours(work: Task) -> Train:
    """The lesson's own functions: NumPy's products and elementwise passes."""
    lesson = reference.load("a2_training_better")

    def train() -> Callable[[Array], Array]:
        rng = np.random.default_rng(1)
        params = tuple(p.astype(np.float32) for p in lesson.start_params(784, work.hidden, 10, rng))
        zeros = tuple(np.zeros_like(p) for p in params)
        state = (zeros, zeros, 0)
        for _ in range(work.epochs):
            params, state = lesson.adam_epoch(work.X, work.Y, params, state, ALPHA, work.batch, rng)
        return lambda X: np.asarray(lesson.read_digits(params, X))

    return train


def sklearns(work: Task) -> Train | None:
    """scikit-learn's MLPClassifier, with its own Adam; no regularisation, no early stopping, as ours."""
    try:
        network = importlib.import_module("sklearn.neural_network")
    except ImportError:
        return None
    X, X_as_rows = np.ascontiguousarray(work.X.T), np.ascontiguousarray
    warnings.simplefilter("ignore")  # it warns that so few epochs are not convergence

    def train() -> Callable[[Array], Array]:
        classifier = network.MLPClassifier(
            (work.hidden,), solver="adam", alpha=0.0, batch_size=work.batch, learning_rate_init=ALPHA,
            max_iter=work.epochs, tol=0.0, n_iter_no_change=10**6, random_state=1,
        )  # fmt: skip
        classifier.fit(X, work.Y)
        return lambda digits_: np.asarray(classifier.predict(X_as_rows(digits_.T)))

    return train


def torchs(work: Task) -> Train | None:
    """PyTorch on the CPU: autograd and torch.optim.Adam, digits cut into batches without a DataLoader."""
    try:
        torch = importlib.import_module("torch")
    except ImportError:
        return None
    torch.set_num_threads(1)
    X, Y = torch.from_numpy(np.ascontiguousarray(work.X.T)), torch.from_numpy(work.Y)

    def train() -> Callable[[Array], Array]:
        torch.manual_seed(1)
        nn = torch.nn
        net = nn.Sequential(nn.Linear(784, work.hidden), nn.ReLU(), nn.Linear(work.hidden, 10))
        optimiser = torch.optim.Adam(net.parameters(), lr=ALPHA)
        loss = nn.CrossEntropyLoss()
        for _ in range(work.epochs):
            for batch in torch.randperm(Y.numel()).split(work.batch):
                optimiser.zero_grad()
                loss(net(X[batch]), Y[batch]).backward()
                optimiser.step()

        def read(digits_: Array) -> Array:
            with torch.no_grad():
                return np.asarray(net(torch.from_numpy(np.ascontiguousarray(digits_.T))).argmax(dim=1).numpy())

        return read

    return train


# -- what limits ours


def parts(work: Task) -> Iterator[tuple[str, float]]:
    """The parts of one of our steps, in microseconds of CPU time each."""
    lesson = reference.load("a2_training_better")
    rng = np.random.default_rng(1)
    params = tuple(p.astype(np.float32) for p in lesson.start_params(784, work.hidden, 10, rng))
    batch = rng.permutation(work.Y.size)[: work.batch]
    x, y = work.X[:, batch], work.Y[batch]
    back = rng.random((work.hidden, work.batch)).astype(np.float32)
    W1 = params[0]
    slopes = lesson.gradients(params, x, y)
    means = [(np.zeros_like(p), np.zeros_like(p)) for p in params]

    def steps() -> None:
        for w, dw, (m, s) in zip(params, slopes, means, strict=True):
            lesson.adam_step(w, dw, m, s, 5, ALPHA)

    yield "taking the batch out of X", microseconds(lambda: work.X[:, batch])
    yield "the two large matrix products", microseconds(lambda: (W1 @ x, back @ x.T))
    yield "forward and backward in all", microseconds(lambda: lesson.gradients(params, x, y))
    yield "Adam for four parameters", microseconds(steps)


def microseconds(call: Callable[[], object], times: int = 100) -> float:
    """CPU time of one call, the least of five tries."""
    tries = []
    for _ in range(5):
        before = time.process_time()
        for _ in range(times):
            call()
        tries.append((time.process_time() - before) / times)
    return 1e6 * min(tries)


def main() -> None:
    """Let them take turns, and print the tables."""
    parser = argparse.ArgumentParser(description="Training speed beside scikit-learn and PyTorch; prints Markdown.")
    parser.add_argument("--digits", type=int, default=20_000)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--hidden", type=int, default=128)
    options = parser.parse_args()
    work = task(options.digits, options.hidden, options.batch, options.epochs)
    made = {"this course (NumPy)": ours(work), "scikit-learn": sklearns(work), "PyTorch": torchs(work)}
    trains = {name: train for name, train in made.items() if train is not None}
    seconds: dict[str, list[float]] = {name: [] for name in trains}
    accuracy = {}
    for _ in range(options.rounds):
        for name, train in trains.items():
            before = time.process_time()
            read = train()
            seconds[name].append(time.process_time() - before)
            accuracy[name] = float(np.mean(read(work.X_dev) == work.Y_dev))
    versions = {module: version(module) for module in ("numpy", "sklearn", "torch")}
    print(
        f"784-{work.hidden}-10, {options.digits:,} digits, {work.epochs} epochs, batches of {work.batch}, float32, one "
        f"thread, {options.rounds} rounds; Python {platform.python_version()}, {platform.machine()}, "
        + ", ".join(f"{module} {found}" for module, found in versions.items() if found)
        + ".\n"
    )
    first = min(seconds["this course (NumPy)"])
    print("| | CPU seconds, least | median | times ours | dev accuracy |")
    print("|---|---|---|---|---|")
    for name, took in seconds.items():
        row = f"| {min(took):.2f} | {median(took):.2f} | {min(took) / first:.2f} | {accuracy[name]:.3f} |"
        print(f"| {name} {row}")
    print("\n| part of one of our steps | µs |\n|---|---|")
    for part, took_us in parts(work):
        print(f"| {part} | {took_us:.0f} |")


def version(module: str) -> str:
    """A module's version; "" where it is not installed."""
    try:
        return str(importlib.import_module(module).__version__)
    except ImportError:
        return ""


if __name__ == "__main__":
    main()
