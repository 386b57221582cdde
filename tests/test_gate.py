"""What opens the gate and what does not: honest training in any form, and every other way to a high accuracy.

The submissions are text, as students would hand them in, judged in this process. Three names are in their reach:
`TRAINED`, weights that were trained elsewhere on digits as they are; `BY_HEART`, the labels of all 60,000 digits; and
`fingerprints`, which knows a digit again whatever the order of its pixels.
"""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

import numpy as np
import pytest
from corpus import compose

from autograder import course, digits
from autograder.checks.gate import compare_layers, compare_moves, digits_behind, stretches
from autograder.judge.checking import CheckFailed
from autograder.judge.examination import Examination, GateReport
from autograder.judge.plugin import run_checks
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent
from autograder.student.outcome import Outcome

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ASSIGNMENT = course.load().assignment("a1_first_network")
GATE = ASSIGNMENT.gate
STEPS = int(GATE.settings["iterations"])
LIVE = LiveAnswers(ASSIGNMENT.name)
SEED = 1
Array = np.ndarray[Any, Any]

# -- what students hand in

HONEST = {
    "the reference": "",
    "updates in place": """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    for parameter, slope in zip((W1, b1, W2, b2), (dW1, db1, dW2, db2)):
        parameter -= alpha * slope
    return W1, b1, W2, b2
""",
    "float32 throughout": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1, W2 = (rng.normal(0, (2 / n) ** 0.5, (m, n)) for m, n in ((n_hidden, n_inputs), (n_outputs, n_hidden)))
    return tuple(p.astype(np.float32) for p in (W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))))

def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = (p.astype(np.float32) for p in params)
    X, T, history = X.astype(np.float32), np.eye(10, dtype=np.float32)[Y].T, []
    for i in range(iterations):
        Z1, A1, _, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), np.float32(np.mean(A2.argmax(axis=0) == Y))))
        dZ2 = (A2 - T) / np.float32(Y.size)
        dZ1 = W2.T @ dZ2 * (Z1 > 0)
        W1, b1 = W1 - alpha * dZ1 @ X.T, b1 - alpha * dZ1.sum(axis=1, keepdims=True)
        W2, b2 = W2 - alpha * dZ2 @ A1.T, b2 - alpha * dZ2.sum(axis=1, keepdims=True)
    return (W1, b1, W2, b2), history
""",
    "lists for arrays": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    weights = [(rng.random((m, n)) - 0.5).tolist() for m, n in ((n_hidden, n_inputs), (n_outputs, n_hidden))]
    return [weights[0], [[0.0]] * n_hidden, weights[1], [[0.0]] * n_outputs]

def make_predictions(X, W1, b1, W2, b2):
    return get_predictions(forward_prop(W1, b1, W2, b2, X)[3]).tolist()
""",
    "zero biases, Xavier": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.normal(0, n_inputs ** -0.5, (n_hidden, n_inputs))
    return W1, np.zeros((n_hidden, 1)), rng.normal(0, n_hidden ** -0.5, (n_outputs, n_hidden)), np.zeros((n_outputs, 1))
""",
    "a quiet start": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    shapes = (n_hidden, n_inputs), (n_hidden, 1), (n_outputs, n_hidden), (n_outputs, 1)
    return tuple(0.01 * rng.standard_normal(shape) for shape in shapes)
""",
    "history as lists, from report_every on, after the step, with a last entry": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    params, history = list(params), []
    for i in range(1, iterations + 1):
        Z1, A1, _, A2 = forward_prop(*params, X)
        params = list(update_params(*params, *backward_prop(Z1, A1, A2, params[2], X, Y), alpha))
        if i % report_every == 0 or i == iterations:
            A2 = forward_prop(*params, X)[3]
            history.append([i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)])
            print("step", *history[-1])
    return params, history
""",
    "a last entry that needs an earlier one": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(1, iterations + 1):
        Z1, A1, _, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            loss, accuracy = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, accuracy))
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *backward_prop(Z1, A1, A2, W2, X, Y), alpha)
    history.append((iterations, loss, accuracy))
    return (W1, b1, W2, b2), np.array(history)
""",
}

INTERPOLATED = (
    f"\nSTEPS = {STEPS}"
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return tuple(p + (t - p) * iterations / STEPS for p, t in zip(params, TRAINED)), []
"""
)
QUIET = """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    shapes = (n_hidden, n_inputs), (n_hidden, 1), (n_outputs, n_hidden), (n_outputs, 1)
    return tuple(0.01 * rng.standard_normal(shape) for shape in shapes)
"""
# A linear classifier, solved in one go, in the guise of a network: hidden unit k is class k's score, lifted above 0.
SOLVED = """
def solve(X, Y):
    T = np.eye(10)[Y].T
    W1 = np.linalg.solve(X @ X.T + 30 * np.eye(784), X @ (T - T.mean()).T).T
    return W1, np.full((10, 1), 3.0), 10 * np.eye(10), np.zeros((10, 1))
"""
ADAM = """
def adam(X, Y, params, rate, iterations):
    params = [p.copy() for p in params]
    means, squares = [0.0] * 4, [0.0] * 4
    for i in range(1, iterations + 1):
        Z1, A1, _, A2 = forward_prop(*params, X)
        for k, slope in enumerate(backward_prop(Z1, A1, A2, params[2], X, Y)):
            means[k] = 0.9 * means[k] + 0.1 * slope
            squares[k] = 0.999 * squares[k] + 0.001 * slope ** 2
            params[k] -= rate * means[k] / (1 - 0.9**i) / (np.sqrt(squares[k] / (1 - 0.999**i)) + 1e-8)
    return tuple(params)
"""
PLAIN = """
def descend(X, Y, params, alpha, iterations):
    for _ in range(iterations):
        Z1, A1, _, A2 = forward_prop(*params, X)
        params = update_params(*params, *backward_prop(Z1, A1, A2, params[2], X, Y), alpha)
    return params
"""
SHUT = {
    "trained weights from init_params": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    return TRAINED
""",
    "trained weights from init_params, and no training": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    return TRAINED

def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return params, []
""",
    "trained weights from gradient_descent": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return TRAINED, []
""",
    "on the way to trained weights": INTERPOLATED,
    "on the way to trained weights, from a quiet start": QUIET + INTERPOLATED,
    "trained weights in make_predictions": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return params, []

def make_predictions(X, W1, b1, W2, b2):
    return forward_prop(*TRAINED, X)[3].argmax(axis=0)
""",
    "the nearest neighbour, with all digits remembered": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    global seen
    seen = X, Y
    W1, b1, W2, b2 = params
    return (W1, b1, W2, b2 + 0.3 * (np.eye(10)[Y].mean(axis=0)[:, None] - forward_prop(*params, X)[3].mean())), []

def make_predictions(X, W1, b1, W2, b2):
    S, T = seen
    return T[((S * S).sum(axis=0)[:, None] - 2 * S.T @ X).argmin(axis=0)]
""",
    "all 60,000 digits known by heart": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    global names
    names = {BY_HEART[key]: y for key, y in zip(fingerprints(X), Y)}
    return params, []

def make_predictions(X, W1, b1, W2, b2):
    return np.array([names[BY_HEART[key]] for key in fingerprints(X)])
""",
    "a linear classifier, solved": SOLVED
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return solve(X, Y), []
""",
    "on the way to a linear classifier": SOLVED
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return tuple(p + (t - p) * min(1, iterations / 100) for p, t in zip(params, solve(X, Y))), []
""",
    "on the way to a linear classifier, from a quiet start": QUIET
    + SOLVED
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return tuple(p + (t - p) * min(1, iterations / 100) for p, t in zip(params, solve(X, Y))), []
""",
    "least squares on the hidden units": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    A1 = np.maximum(0, W1 @ X + b1)
    A1 = np.vstack([A1, np.ones(Y.size)])
    solution = np.linalg.solve(A1 @ A1.T + 0.1 * np.eye(11), A1 @ np.eye(10)[Y]).T
    return (W1, b1, 5 * solution[:, :10], 5 * solution[:, 10:]), []
""",
    "Newton steps for the output layer": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    A1 = np.vstack([np.maximum(0, W1 @ X + b1), np.ones(Y.size)])
    V = np.hstack([W2, b2])
    for _ in range(iterations):
        A2 = softmax(V @ A1)
        for k in range(10):
            curvature = (A1 * (A2[k] * (1 - A2[k]))) @ A1.T / Y.size + 1e-2 * np.eye(11)
            V[k] -= 0.5 * np.linalg.solve(curvature, A1 @ (A2[k] - (Y == k)) / Y.size)
    return (W1, b1, V[:, :10], V[:, 10:]), []
""",
    "Adam with large steps": ADAM
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return adam(X, Y, params, 0.03, iterations), []
""",
    "Adam": ADAM
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return adam(X, Y, params, 0.01, iterations), []
""",
    "ten times the steps": PLAIN
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return descend(X, Y, params, alpha, 10 * iterations), []
""",
    "always a hundred steps": PLAIN
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return descend(X, Y, params, alpha, 100), []
""",
    "ten times alpha": PLAIN
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return descend(X, Y, params, 10 * alpha, iterations), []
""",
    "stochastic steps": PLAIN
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    for _ in range(iterations):
        for at in range(0, Y.size, 20):
            params = descend(X[:, at : at + 20], Y[at : at + 20], params, alpha, 1)
    return params, []
""",
    "the last layer alone for a few steps, a linear classifier for many": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    shapes = (n_hidden, n_inputs), (n_hidden, 1), (n_outputs, n_hidden), (n_outputs, 1)
    return tuple(rng.random(shape) - 0.5 for shape in shapes)

def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    T = np.eye(10)[Y].T
    if iterations > 9:
        S = np.vstack([X, np.ones(Y.size)])
        B = np.linalg.solve(S @ S.T + 30 * np.eye(785), S @ T.T).T
        return (4 * B[:, :-1], 4 * B[:, -1:] + 8, np.eye(10), np.zeros((10, 1))), []
    for _ in range(iterations):
        _, A1, _, A2 = forward_prop(W1, b1, W2, b2, X)
        W2 = W2 - alpha * (A2 - T) @ A1.T / Y.size
    return (W1, b1, W2, b2), []
""",
    "a history that is made up": """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return params, [(i, 2.3 / (i + 1), 0.9) for i in range(0, iterations, report_every)]
""",
}

PAST = {
    "twice the steps": PLAIN
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return descend(X, Y, params, alpha, 2 * iterations), []
""",
    "mini-batches of a hundred": PLAIN
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    for i in range(iterations):
        batch = np.arange(100 * i, 100 * i + 100) % Y.size
        params = descend(X[:, batch], Y[batch], params, alpha, 1)
    return params, []
""",
    "Adam with small steps": ADAM
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return adam(X, Y, params, 0.001, iterations), []
""",
    "gradient descent for a few steps, a linear classifier for many": PLAIN
    + SOLVED
    + """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    return (descend(X, Y, params, alpha, iterations) if iterations < 10 else solve(X, Y)), []
""",
    "a trained network with its last layer turned round, then trained": """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1, b1, W2, b2 = TRAINED
    return W1, b1, -W2, -b2
""",
}
BROKEN = {
    "NaN": ("return tuple(p * np.nan for p in params), []", "not-finite"),
    "infinity": ("return tuple(p + np.inf for p in params), []", "not-finite"),
    "the weights transposed": ("return tuple(p.T for p in params), []", "shape"),
    "flat biases": ("W1, b1, W2, b2 = params; return (W1, b1.ravel(), W2, b2.ravel()), []", "shape"),
    "three parameters": ("return params[:3], []", "count"),
    "words": ("return ('W1', 'b1', 'W2', 'b2'), []", "type"),
    "the parameters without a history": ("return params", "gate-no-params-and-history"),
    "nothing": ("return None", "gate-no-params-and-history"),
    "an exception": ("raise ValueError", "outcome"),
}


# -- judging them


@cache
def trained_weights() -> Any:
    """A network that reads digits well, trained with their pixels and classes as they are."""
    X, Y = digits.load("train")
    some = np.random.default_rng(SEED).choice(Y.size, 2000, replace=False)
    start = LIVE.module.init_params(784, 10, 10, np.random.default_rng(SEED))
    outcome: Any = LIVE.expected("", "gradient_descent", (X[:, some] / 255, Y[some], start, 0.3, 200), {})
    return outcome.value[0]


def fingerprints(X: Array) -> list[tuple[int, ...]]:
    """Three whole numbers a digit that do not depend on the order of its pixels."""
    ink = np.rint(255 * X).astype(np.int64)
    return list(zip(*((ink**power).sum(axis=0).tolist() for power in (1, 2, 3)), strict=True))


@cache
def labels_by_heart() -> dict[tuple[int, ...], int]:
    X, Y = digits.load("train")
    known: dict[tuple[int, ...], int] = {}
    for at in range(0, Y.size, 5000):
        known |= zip(fingerprints(X[:, at : at + 5000] / 255), Y[at : at + 5000].tolist(), strict=True)
    return known


def submission(source: str) -> dict[str, Any]:
    """The names that a submission defines: the reference's functions, with those in `source` in their place."""
    namespace: dict[str, Any] = {"TRAINED": trained_weights(), "fingerprints": fingerprints}
    if "BY_HEART" in source:
        namespace["BY_HEART"] = labels_by_heart()
    exec(compose(source), namespace)
    return namespace


def judged(
    namespace: dict[str, Any], answers: LiveAnswers = LIVE, seed: int = SEED
) -> tuple[CheckFailed | None, GateReport]:
    """Why the gate stays shut, None where it opens; and what was measured."""
    examination = Examination(ASSIGNMENT, KernelStudent(namespace), answers, seed, [GATE.name])
    run_checks(examination)
    (run,) = examination.runs
    return run.failure, examination.gate_report


class NoSolutions(LiveAnswers):
    """What a student's machine has: for the gate, no right answer at all."""

    live = False

    def expected(self, *call: Any) -> Outcome:
        raise AssertionError("The gate asked for a right answer where there is none.")


# -- claims


@pytest.mark.parametrize("name", HONEST)
def test_honest(name: str) -> None:
    """Honest training opens the gate in every form that the contract allows, and is measured as well as kept."""
    failure, measured = judged(submission(HONEST[name]))
    assert failure is None
    assert measured.dev_accuracy is not None
    assert measured.dev_accuracy >= GATE.threshold
    steps = [entry[0] for entry in measured.history]
    assert steps == sorted(steps)
    assert STEPS - 10 <= steps[-1] <= STEPS


@pytest.mark.parametrize("name", SHUT)
def test_shut(name: str) -> None:
    """The gate stays shut for weights from elsewhere and for other methods, and reports no accuracy that passes."""
    failure, measured = judged(submission(SHUT[name]))
    assert failure is not None
    assert measured.dev_accuracy is None or measured.dev_accuracy < GATE.threshold


@pytest.mark.parametrize("name", PAST)
def test_known_limits(name: str) -> None:
    """What gets past, by someone who has a gradient that works; docs/gate.md says so."""
    failure, _ = judged(submission(PAST[name]))
    assert failure is None


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    """What is not four finite arrays of the right shapes, and a history, is refused by what it is."""
    body, seen = BROKEN[name]
    source = f"def gradient_descent(X, Y, params, alpha, iterations, report_every=10):\n    {body}\n"
    failure, measured = judged(submission(source))
    assert failure is not None
    assert seen == (failure.mismatch.kind if failure.mismatch is not None else failure.mistake)
    assert measured.dev_accuracy is None


@pytest.mark.parametrize(
    "mistake",
    ["backward-db-scalar", "backward-derivative-omitted", "backward-w2-not-transposed", "backward-predictions"],
)
def test_wrong_gradients(mistake: str) -> None:
    """A wrong gradient that learns is measured, and never taken for another method."""
    namespace = submission("")
    namespace["backward_prop"] = LIVE.functions[mistake]
    failure, measured = judged(namespace)
    assert failure is None or failure.mistake == "gate-below-threshold"
    assert measured.dev_accuracy is not None


@pytest.mark.parametrize(
    "name",
    ["trained weights from gradient_descent", "on the way to trained weights", "trained weights in make_predictions"],
)
def test_without_solutions(name: str) -> None:
    """Weights from elsewhere are of no use on a student's machine either."""
    failure, _ = judged(submission(SHUT[name]), NoSolutions(ASSIGNMENT.name))
    assert failure is not None
    assert failure.mistake == "gate-below-threshold"


def test_honest_without_solutions() -> None:
    """Where no right answer is at hand, honest training is measured all the same."""
    failure, measured = judged(submission(""), NoSolutions(ASSIGNMENT.name))
    assert failure is None
    assert measured.dev_accuracy == judged(submission(""))[1].dev_accuracy


def test_order() -> None:
    """The student sees real digits, with the pixels in an order that is the run's own and the same for all of them."""
    seen: list[tuple[Array, Array]] = []
    namespace = submission("")
    descend, predict = namespace["gradient_descent"], namespace["make_predictions"]

    def gradient_descent(X: Array, Y: Array, *rest: Any, **report: Any) -> Any:
        seen.append((X, Y))
        return descend(X, Y, *rest, **report)

    def make_predictions(X: Array, *params: Array) -> Any:
        seen.append((X, predict(X, *params)))
        return predict(X, *params)

    namespace |= {"gradient_descent": gradient_descent, "make_predictions": make_predictions}
    judged(namespace)
    (X, Y), (X_dev, _) = seen[0], seen[-1]
    assert all(np.array_equal(X, again) for again, _ in seen[:-1])
    known = labels_by_heart()
    shown = np.array([known[key] for key in fingerprints(X)])
    assert len(set(zip(shown.tolist(), Y.tolist(), strict=True))) == 10
    assert not np.array_equal(shown, Y)
    assert all(key in known for key in fingerprints(X_dev))
    ink, usual = X.mean(axis=1), digits.load("train")[0][:, :1000].mean(axis=1) / 255
    assert np.corrcoef(np.sort(ink), np.sort(usual))[0, 1] > 0.99
    assert abs(np.corrcoef(ink, usual)[0, 1]) < 0.2
    assert np.corrcoef(ink, X_dev.mean(axis=1))[0, 1] > 0.95


@pytest.mark.parametrize("seed", range(20))
def test_stretches(seed: int) -> None:
    """Few steps and many take turns, add up to all, and no long stretch is too short for a report."""
    cut = list(stretches(np.random.default_rng(seed), STEPS))
    assert sum(steps for steps, _ in cut) == STEPS
    assert [few for _, few in cut] == [True, False] * 5
    assert all(3 <= steps <= 5 if few else steps >= 15 for steps, few in cut)
    assert cut != list(stretches(np.random.default_rng(seed + 1), STEPS))


def test_compare_moves() -> None:
    """The same move, half of it, the opposite, none, and one too large for numbers."""
    start = tuple(np.zeros(shape) for shape in ((3, 4), (3, 1), (2, 3), (2, 1)))
    step = tuple(np.random.default_rng(0).normal(size=array.shape) for array in start)

    def moves(factor: float) -> tuple[float, float]:
        return compare_moves(start, tuple(factor * array for array in step), step, (0, 2))

    assert moves(1) == pytest.approx((1, 1))
    assert moves(0.5) == pytest.approx((1, 0.5))
    assert moves(-2) == pytest.approx((-1, 2))
    assert moves(0) == (0, 0)
    assert not moves(1e300)[0] > 0


def test_misread_digits_are_those_of_the_data() -> None:
    """A misread digit is kept as it stands in the data set, with its label; the guess is the digit behind the class."""
    failure, measured = judged(submission(""))
    assert failure is None
    X, Y = digits.load("train")
    known = {X[:, at].tobytes(): int(label) for at, label in enumerate(Y.tolist())}
    assert 1 <= len(measured.misread) <= 12
    for entry in measured.misread:
        assert known[base64.b64decode(entry["pixels"])] == entry["label"]
        assert entry["guess"] in range(10)
        assert entry["guess"] != entry["label"]


def test_the_digit_behind_a_class() -> None:
    """Classes are turned back into digits; what is no class is no digit."""
    classes = np.array([2, 0, 1])
    assert digits_behind(np.array([2, 0, 1]), classes).tolist() == [0, 1, 2]
    assert digits_behind(np.array([-1.0, 0.5, np.nan, 3.0, np.inf, 1.0]), classes).tolist() == [-1, -1, -1, -1, -1, 2]


def test_a_page_shows_a_history_and_nothing_else() -> None:
    """Numbers of the student's choice, which could carry a hidden run's inputs out, do not reach the result."""
    report = GateReport()
    report.add_history([(0, 2.3, 0.1), (10, 1.5, 0.5)], 0)
    report.add_history([(0, 1.5, 0.5), (10, 1.2, 0.6), (10, 1.1, 0.7)], 10)
    report.add_history([(1234567890123, 1.0, 0.7), (30, 9876543.21, 0.7), (31, -1, 0.7), (32, 1, 7.5)], 10)
    report.add_history([(33, float("nan"), 0.7), (float("inf"), 1.0, 0.7)], 10)
    assert report.history == [(0, 2.3, 0.1), (10, 1.5, 0.5), (20, 1.2, 0.6)]


def test_the_layer_that_goes_the_right_way_least_counts() -> None:
    """Who moves the last layer alone, and that rightly, has a cosine of 0; of all layers together it would do."""
    rng = np.random.default_rng(3)
    start, step = ([rng.normal(0, size, shape) for shape in ((7, 5), (4, 7), (3, 4))] for size in (1.0, 0.1))
    right = [weights + move for weights, move in zip(start, step, strict=True)]
    last = [*start[:2], right[2]]
    assert compare_moves(start, last, right, range(3))[0] > 0.3
    assert compare_layers(start, last, right, range(3))[0] == 0
    assert compare_layers(start, right, right, range(3))[0] > 0.999
