"""A training session: the student's own functions in a worker process, in short stretches, so that it can be watched.

Between two stretches the network is measured and shown, and it can be asked to stop. What was learned until then is
kept, however it ends: by itself, by Ctrl-C, or with a function that hangs or fails.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np

from autograder import digits
from autograder.course import Assignment
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.diagnosis.messages import explain
from autograder.judge.checking import Answer, Calls, CheckFailed, CheckLog
from autograder.network import NetworkError
from autograder.student.outcome import Returned
from autograder.student.process import Limits, StudentProcess
from autograder.student.sandbox import NoSandbox
from autograder.student.source import Source
from autograder.student.wire import Held, Pixels
from autograder.training.recipe import Options, Recipe, State
from autograder.training.run import Digits, Floats, Labels, Point, Rate, Run, is_finite, loss_and_accuracy

NEW_DIGITS = 2000  # that the network never learns from
MOST_DIGITS = digits.SOURCES["train"].rows - NEW_DIGITS
MEASURED = 2000  # of the digits learned from, so that measuring stays quick
POINTS = 60  # measurements in a run
SLOW = 1.0  # seconds: a stretch that takes longer makes the next ones shorter, so that Ctrl-C is soon obeyed
RATES = (0.1, 1 / 3, 1, 3, 10)  # times the learning rate of the run
RATE_POINTS = 15
# A call may take this long, the whole run a day: whoever waits can see how it goes, and stop it.
LIMITS = Limits(call_seconds=120, load_seconds=30, submission_seconds=86_400, memory_bytes=12 * 2**30)

Watch = Callable[[Point], None]
Stopped = Callable[[], bool]


class CannotTrain(Exception):
    """There is nothing to train with: a function is missing or fails at once. The message says which and why."""


class Session:
    """Trains one network. Use as a context manager."""

    def __init__(self, source: Source, assignment: Assignment, recipe: Recipe, options: Options) -> None:
        self.assignment = assignment
        self.recipe = recipe
        self.options = options
        self._process = StudentProcess(source, LIMITS, NoSandbox())
        self._student = Calls(self._call)
        self._train, self._new = _drawn(options)
        self._seen: list[tuple[Floats, Labels]] = []
        self._called = ""

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.close()

    def run(self, watch: Watch, stopped: Stopped) -> Run:
        """Train to the end, until `stopped` says so, or as far as it goes. Raises CannotTrain where it can't begin.

        `watch` is told of each point at once. KeyboardInterrupt, where it comes in a stretch, costs that stretch.
        """
        begun = time.monotonic()
        options = self.options
        sample = self._train.first(MEASURED)
        self._seen = [(part.pixels, part.Y) for part in (sample, self._new)]
        with self._told():
            state, run = self._begin()
        run.points.append(self._point(run, state, 0))
        watch(run.points[0])
        stretch = max(1, math.ceil(options.steps / POINTS))
        try:
            while run.done < options.steps:
                if stopped():
                    run.end = "stopped"
                    break
                steps, at = min(stretch, options.steps - run.done), time.monotonic()
                with self._told():
                    state = self._advance(state, "train", options, run.done, steps)
                    run.points.append(self._point(run, state, run.done + steps))
                watch(run.points[-1])
                if not run.points[-1].is_finite:
                    break
                if time.monotonic() - at > SLOW:
                    stretch = max(1, stretch // 2)
        except KeyboardInterrupt:
            run.end = "stopped"
        except CannotTrain as trouble:
            run.end, run.trouble = "failed", str(trouble)
        run.seconds = time.monotonic() - begun
        if run.end == "done" and run.points[-1].is_finite:
            run.disagreements = self._disagreements(run, state)
        return run

    def compare_rates(self, run: Run, watch: Callable[[int, int], None], stopped: Stopped) -> None:
        """Add short runs with other learning rates to a run; `watch` is told how many are done, of how many."""
        count, steps = self.recipe.comparison
        options = replace(self.options, digits=min(count, self.options.digits), steps=min(steps, self.options.steps))
        self._hold("few", self._train.first(options.digits))
        run.rate_digits = options.digits
        for number, factor in enumerate(RATES):
            watch(number, len(RATES))
            alpha = float(f"{self.options.alpha * factor:.2g}")
            try:
                with self._told():
                    rate = self._rate(replace(options, alpha=alpha), stopped)
            except (CannotTrain, KeyboardInterrupt):
                return
            if stopped():
                return
            run.rates.append(rate)

    def _begin(self) -> tuple[State, Run]:
        self._hold("train", self._train)
        self._hold("new", self._new)
        state = self.recipe.start(self._student, self.options)
        network = self.recipe.network(state)
        run = Run(
            self.assignment.name, self.assignment.title, self.recipe.unit, self.options, network, network, self._new
        )
        return state, run

    def _hold(self, name: str, part: Digits) -> None:
        self._process.hold(f"{name} X", Pixels(part.X, self.recipe.double))
        self._process.hold(f"{name} Y", part.Y)

    def _advance(self, state: State, name: str, options: Options, done: int, steps: int) -> State:
        return self.recipe.advance(self._student, state, Held(f"{name} X"), Held(f"{name} Y"), options, done, steps)

    def _point(self, run: Run, state: State, step: int) -> Point:
        """Measure, and keep the network where its numbers are finite."""
        network = self.recipe.network(state)
        if is_finite(network):
            run.network = network
        (loss, accuracy), (new_loss, new_accuracy) = (loss_and_accuracy(network, X, Y) for X, Y in self._seen)
        return Point(step, loss, accuracy, new_loss, new_accuracy)

    def _rate(self, options: Options, stopped: Stopped) -> Rate:
        state = self.recipe.start(self._student, options)
        X, Y = self._seen[1]
        points = [(0, loss_and_accuracy(self.recipe.network(state), X, Y)[0])]
        stretch = max(1, math.ceil(options.steps / RATE_POINTS))
        while points[-1][0] < options.steps and math.isfinite(points[-1][1]) and not stopped():
            done = points[-1][0]
            steps = min(stretch, options.steps - done)
            state = self._advance(state, "few", options, done, steps)
            points.append((done + steps, loss_and_accuracy(self.recipe.network(state), X, Y)[0]))
        return Rate(options.alpha, tuple(points))

    def _disagreements(self, run: Run, state: State) -> int:
        """How often the student's own function reads something else than the network; all where it gives no labels."""
        try:
            (read,) = self.recipe.predict(self._student, state, Held("new X")).arrays(predictions=(run.new.Y.size,))
        except CheckFailed:
            return int(run.new.Y.size)
        return int((read != run.network.predictions(run.new.pixels)).sum())

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What fails as a check does is told in words. Raises CannotTrain."""
        try:
            yield
        except CheckFailed as failure:
            names = self.assignment.exercise(self._called).returns
            found = Diagnosis(seen=failure.seen, mismatch=failure.mismatch)
            lesson = dict.fromkeys(self.assignment.names, ())
            raise CannotTrain(explain(self._called, found, names, True, lesson)[0]) from None
        except NetworkError as error:
            raise CannotTrain(f"What {self._called} returns is no network: {error}.") from None

    def _call(self, function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Answer:
        self._called = function
        outcome = self._process.call(function, args, kwargs)
        answer = Answer(function, tuple(args), kwargs, outcome, CheckLog())
        if not isinstance(outcome, Returned):
            _ = answer.value  # fails as a check does
        return answer


def _drawn(options: Options) -> tuple[Digits, Digits]:
    """The digits to learn from and the new ones, drawn at random from the 60,000. Raises DigitsError."""
    X, Y = digits.load("train")
    order = np.random.default_rng(options.seed).permutation(Y.size)
    new, train = order[:NEW_DIGITS], order[NEW_DIGITS : NEW_DIGITS + options.digits]
    drawn = [Digits(np.ascontiguousarray(X[:, part]), Y[part]) for part in (train, new)]
    return drawn[0], drawn[1]
