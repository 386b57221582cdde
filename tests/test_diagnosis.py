"""What the diagnosis may say: no mistake that agrees with an answer by chance, and the outputs by their right names."""

from __future__ import annotations

import pytest

from autograder import course as courses
from autograder import reference
from autograder.diagnosis import diagnose
from autograder.judge.grade import Judgement, Settings
from autograder.judge.results import ExerciseResult
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ASSIGNMENT = "a2_training_better"


def judged(exercise: str, source: str) -> ExerciseResult:
    """An exercise of the reference with one function replaced."""
    namespace = reference.fresh(ASSIGNMENT)
    exec(source, namespace)
    known = courses.load().assignment(ASSIGNMENT)
    judgement = Judgement(known, LiveAnswers(ASSIGNMENT), Settings(), KernelStudent(namespace))
    (result,) = judgement.results([exercise])
    return result


@pytest.mark.parametrize("stop", ["losses[0] > 0.95", "len(losses) % 2 == 0"])
def test_answers_of_yes_or_no_that_agree_by_chance_name_nothing(stop: str) -> None:
    """Where an answer of yes or no is wrong it is the opposite, and still nobody has turned all of them around."""
    source = f"def early_stopping(losses, patience):\n    return {stop}, losses.index(min(losses))\n"
    result = judged("early_stopping", source)
    assert result.status == "failed"
    assert result.mistake is None


def test_three_outputs_in_a_circle_are_told_by_their_order() -> None:
    """No output changes places with itself, and of three in a circle no two change places."""
    source = """
right = adam_step
def adam_step(*args):
    w, m, s = right(*args)
    return m, s, w
"""
    result = judged("adam_step", source)
    assert result.mistake == "general-order"
    assert result.message == "w does not stand in its place. The order is w, m, s. The same goes for m and s."


def test_what_a_call_leaves_behind_is_seen_where_the_wrong_answer_itself_is_repeated() -> None:
    """A list as default argument spoils the first answer, which was right, not the one that it has spoiled already."""
    source = """
def early_stopping(losses, patience, lowest=[9.0, 0]):
    for epoch, loss in enumerate(losses):
        if loss < lowest[0]:
            lowest[:] = [loss, epoch]
    return len(losses) - 1 - lowest[1] >= patience, lowest[1]
"""
    assert judged("early_stopping", source).mistake == "general-unsteady"


EPOCH = """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    for batch in mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = gradients(params, X[:, batch], Y[batch])
        moved = [adam_step(*entry, t, RATE) for entry in zip(params, slopes, ms, ss)]
        params, ms, ss = zip(*moved)
    return params, (ms, ss, t)
"""


def test_where_the_catalogue_is_silent_a_helper_that_is_called_with_something_else_is_told() -> None:
    """The first call that differs from the right function's says which argument it is, and of which call."""
    result = judged("adam_epoch", EPOCH.replace("RATE", "alpha if t % 2 else 0.7 * alpha"))
    assert result.mistake == "general-call"
    assert "gives another `alpha` than it should in its" in result.message
    assert "call of `adam_step`" in result.message


def test_with_a_hidden_seed_no_number_of_a_call_is_told() -> None:
    """What a helper was called with could carry an input out."""
    namespace = reference.fresh(ASSIGNMENT)
    exec(EPOCH.replace("RATE", "alpha if t % 2 else 0.7 * alpha"), namespace)
    known = courses.load().assignment(ASSIGNMENT)
    hidden = Settings(seed=3, reveal=False)
    judgement = Judgement(known, LiveAnswers(ASSIGNMENT), hidden, KernelStudent(namespace))
    (result,) = judgement.results(["adam_epoch"])
    assert result.mistake == "general-call"
    assert not any(character.isdigit() for character in result.message)


def test_right_calls_leave_what_is_done_with_the_results() -> None:
    """Where all helpers are called as they should be, the mistake lies behind the calls."""
    source = """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng) * 0.9
    W2 = xavier_weights(n_hidden, n_outputs, rng) * 1.3
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
"""
    result = judged("start_params", source)
    assert result.mistake == "general-results"
    assert "calls `he_weights` and `xavier_weights` with the right arguments" in result.message


DESCENT = """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
"""


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        (("cross_entropy(A2, Y)", "cross_entropy(Y, A2)"), "another `A2` than it should when it calls `cross_entropy`"),
        (("(W1, b1, W2, b2, X)", "(X, W1, b1, W2, b2)"), "another `W1` than it should in its first call of `forward"),
        (("A1, A2, W2, X", "A1, A2, W1, X"), "another `W2` than it should in its first call of `backward_prop`"),
        (("return (W1", "return (W9"), "name 'W9' is not defined"),
        (("= params", "= parms"), "name 'parms' is not defined"),
    ],
)
def test_a_function_that_stops_is_told_its_first_wrong_call_or_pythons_error(slip: tuple[str, str], says: str) -> None:
    """An exception agrees with many slips by chance; what stands in the call that went wrong does not."""
    result = in_first("gradient_descent", DESCENT.replace(*slip))
    assert result.status == "error"
    assert says in result.message


def test_an_exception_is_no_slip() -> None:
    """That the right function with a slip stops as well says nothing about the slip."""
    source = """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
"""
    result = in_first("forward_prop", source)
    assert (result.status, result.mistake) == ("error", None)
    assert "stopped with ValueError" in result.message


def test_lines_beside_a_stubs_last_line_are_seen() -> None:
    """Who writes and leaves the stub's last line has begun, and is told which line is in the way."""
    for body in (
        "raise NotImplementedError('relu')\n    return np.maximum(0, Z)",
        "A = 2 * Z\n    raise NotImplementedError",
    ):
        result = in_first("relu", f"def relu(Z):\n    {body}\n")
        assert result.status == "error"
        assert "Delete that line" in result.message
    assert in_first("relu", "def relu(Z):\n    raise NotImplementedError('relu')\n").status == "missing"


def test_a_function_with_nearly_the_right_name_is_seen() -> None:
    """Names count: who writes `ReLU` hears that it is not `relu`."""
    result = in_first("relu", "del relu\ndef ReLU(Z):\n    return np.maximum(0, Z)\n")
    assert result.status == "missing"
    assert "There is no `relu`, but a `ReLU`" in result.message


def in_first(exercise: str, source: str) -> ExerciseResult:
    """A function's verdict in the first assignment, all others being right."""
    first = courses.load().assignment("a1_first_network")
    namespace = reference.fresh(first.name)
    exec(compile(source, "<submission>", "exec"), namespace)
    (result,) = Judgement(first, LiveAnswers(first.name), Settings(), KernelStudent(namespace)).results([exercise])
    return result


@pytest.mark.parametrize(
    ("mean", "step", "says"),
    [
        (
            "beta * v + alpha**2 * dw",
            "alpha * v",
            "v is beta · v + alpha · alpha · dw, where beta · v + (1 − beta) · dw",
        ),
        (
            "beta * v + (1 - beta) * dw",
            "alpha * v + 0.01 * w",
            "w is 0.99 · w − alpha · new v, where w − alpha · new v",
        ),
    ],
)
def test_where_the_catalogue_is_silent_the_formula_behind_the_numbers_is_told(mean: str, step: str, says: str) -> None:
    """A sum of arrays with factors made of the settings is found from the numbers, and the right one beside it."""
    source = f"def momentum_step(w, dw, v, alpha, beta=0.9):\n    v = {mean}\n    return w - ({step}), v\n"
    result = judged("momentum_step", source)
    assert result.mistake == "general-formula"
    assert says in result.message


def test_a_tuple_of_unlike_arrays_in_the_place_of_one_is_a_mistake_and_no_fault_of_the_grader() -> None:
    """Weights together with their spread: a function that uses them is judged with the right ones."""
    source = """
def he_weights(n_in, n_out, rng):
    sigma = np.sqrt(2 / n_in)
    return rng.normal(0, sigma, (n_out, n_in)), sigma
"""
    namespace = reference.fresh(ASSIGNMENT)
    exec(source, namespace)
    known = courses.load().assignment(ASSIGNMENT)
    judgement = Judgement(known, LiveAnswers(ASSIGNMENT), Settings(), KernelStudent(namespace))
    he, start = judgement.results(["he_weights", "start_params"])
    assert (he.status, start.status, start.carried) == ("failed", "passed", True)


def test_where_nothing_is_known_the_inputs_with_wrong_answers_are_told() -> None:
    """A condition that holds exactly where the answers are wrong, and an example; a hidden one is not shown."""
    source = """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (epoch // every) * (1.1 if epoch == every else 1)
"""
    result = judged("step_decay", source)
    assert result.mistake == "general-where"
    assert (
        "is wrong only where epoch = every: step_decay(0.8, 3, 0.5, 3) gives 0.44, where 0.4 is due" in result.message
    )


def test_an_explanation_that_goes_wrong_costs_its_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The marks are known before; what is tried next says what can be said."""

    def raising(self: diagnose.Search) -> None:
        raise IndexError("of the judge's own")

    source = "def momentum_step(w, dw, v, alpha, beta=0.9):\n    return w + beta * v - alpha * dw, beta * v + dw\n"
    monkeypatch.setattr(diagnose.Search, "by_formula", raising)
    with pytest.raises(IndexError, match="of the judge's own"):
        judged("momentum_step", source)
    monkeypatch.setattr(diagnose, "STRICT", False)
    result = judged("momentum_step", source)
    assert result.status == "failed"
    assert result.message
