"""One submission in, one Result out: marks that are deserved, statuses that are true, and nothing that gives away."""

from __future__ import annotations

import json
import math
import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from corpus import SUBMISSION, compose
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import build
from autograder import course as courses
from autograder.build import stub
from autograder.course import CourseError
from autograder.diagnosis.calls import extent, modest
from autograder.judge import grade as judge
from autograder.judge.answers import answers_for
from autograder.judge.asking import Answers
from autograder.judge.examination import JudgeBroken
from autograder.judge.grade import Judgement, Settings
from autograder.judge.plugin import checks_path
from autograder.judge.recording import RecordedAnswers
from autograder.judge.results import CheckResult, ExerciseResult, Result
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent, call_here
from autograder.student.outcome import Outcome, Raised, Returned
from autograder.student.process import Limits
from autograder.student.sandbox import NoSandbox

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

COURSE = courses.load()
ASSIGNMENT = COURSE.assignment()
EXERCISES = [exercise.name for exercise in ASSIGNMENT.exercises]
LIVE = LiveAnswers(ASSIGNMENT.name)
QUICK = Limits(call_seconds=0.5, load_seconds=2, wall_factor=3, submission_seconds=30)


@cache
def recorded() -> RecordedAnswers:
    return RecordedAnswers(ASSIGNMENT.name)


def in_worker(
    folder: Path, source: str, exercises: list[str] | None = None, answers: Answers = LIVE, **changed: Any
) -> Result:
    """The result of a submission, judged in a worker; by default without the gate."""
    path = folder / SUBMISSION
    path.write_text(source, encoding="utf-8", errors="surrogatepass")
    limits = Limits(load_seconds=5, wall_factor=3)
    return judge.grade(
        path, COURSE, ASSIGNMENT, answers, Settings(**{"limits": limits, **changed}), exercises or EXERCISES
    )


def in_kernel(
    source: str, exercises: list[str] | None = None, answers: Answers = LIVE, **changed: Any
) -> tuple[dict[str, ExerciseResult], ModuleType]:
    """The exercises of a submission, judged among the real globals of a module, and the module."""
    module = ModuleType("submission")
    exec(compile(source, SUBMISSION, "exec"), vars(module))
    judgement = Judgement(ASSIGNMENT, answers, Settings(**changed), KernelStudent(vars(module)))
    return {result.name: result for result in judgement.results(exercises or EXERCISES)}, module


def by_name(result: Result) -> dict[str, ExerciseResult]:
    return {exercise.name: exercise for exercise in result.exercises}


def strictly(text: str) -> Any:
    """JSON read by somebody who knows no NaN."""

    def refuse(word: str) -> Any:
        raise AssertionError(f"{word} is no JSON")

    return json.loads(text, parse_constant=refuse)


# -- what is right, and what is not begun


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_reference_has_full_marks(tmp_path: Path, seed: int) -> None:
    """Right functions earn every mark, by themselves, and the gate opens, whatever the seed."""
    result = in_worker(tmp_path, compose(""), list(ASSIGNMENT.names), seed=seed)
    assert [(e.name, e.status, e.message) for e in result.exercises if e.status != "passed" or e.carried] == []
    assert (result.status, result.score, result.max_score) == ("graded", 20.0, 20.0)
    assert result.passed
    assert result.dev_accuracy is not None
    assert result.dev_accuracy >= ASSIGNMENT.gate.threshold
    assert all(exercise.score == exercise.max_score for exercise in result.exercises)
    assert [exercise.name for exercise in result.exercises] == list(ASSIGNMENT.names)


@pytest.mark.parametrize("seeds", [range(n, n + 10) for n in range(0, 50, 10)], ids=str)
def test_the_reference_has_full_marks_for_fifty_seeds(seeds: range) -> None:
    """No seed draws an input on which a right function fails; one seed in ten runs the gate as well."""
    bad = []
    for seed in seeds:
        names = list(ASSIGNMENT.names) if seed % 10 == 7 else EXERCISES
        results, _ = in_kernel(compose(""), names, seed=seed)
        bad += [(seed, name, result.message) for name, result in results.items() if result.status != "passed"]
    assert bad == []


def test_the_reference_has_full_marks_from_the_recording(tmp_path: Path) -> None:
    """With recorded answers only, right functions earn every mark as well, and the gate opens."""
    result = in_worker(tmp_path, compose(""), list(ASSIGNMENT.names), recorded())
    assert result.score == 20.0
    assert not any(exercise.carried for exercise in result.exercises)


def untouched() -> str:
    return stub.make(build.read(COURSE, ASSIGNMENT))


def test_untouched_stubs_earn_nothing_and_are_missing(tmp_path: Path) -> None:
    """What is handed out scores 0, and everything in it is still to be written."""
    result = in_worker(tmp_path, untouched(), list(ASSIGNMENT.names))
    assert {exercise.name: exercise.status for exercise in result.exercises} == dict.fromkeys(
        ASSIGNMENT.names, "missing"
    )
    assert (result.status, result.score, result.max_score, result.dev_accuracy) == ("graded", 0.0, 20.0, None)
    assert all("still to be written" in exercise.message for exercise in result.exercises[:16])
    assert not any(exercise.carried or exercise.mistake for exercise in result.exercises)


@pytest.mark.parametrize("body", ["return args", "pass", "return args[0]", "return 0", "raise NotImplementedError"])
def test_an_empty_body_earns_nothing(body: str) -> None:
    """No function that does nothing is given a mark for any check."""
    head = "import numpy as np\n"
    signatures = [line for line in compose("").splitlines() if line.startswith("def ")]
    results, _ = in_kernel(
        head + "\n".join(f"{line.split('(')[0]}(*args, **kwargs):\n    {body}" for line in signatures)
    )
    assert {name: result.score for name, result in results.items() if result.score} == {}


def test_one_right_function_is_worth_its_mark(tmp_path: Path) -> None:
    """A submission with a single function scores for it; the others are missing."""
    source = "import numpy as np\ndef relu(Z):\n    return np.maximum(Z, 0)\n"
    result = in_worker(tmp_path, source, list(ASSIGNMENT.names))
    assert result.score == 1.0
    assert {e.name for e in result.exercises if e.status != "missing"} == {"relu"}


def test_a_function_that_is_right_in_part_has_part_of_its_marks() -> None:
    """The checks of an exercise share its points equally."""
    results, _ = in_kernel(compose("def one_hot(Y, n_classes=10):\n    return np.eye(10)[Y].T\n"), ["one_hot"])
    result = results["one_hot"]
    passed = [check.passed for check in result.checks]
    assert 0 < sum(passed) < len(passed)
    assert result.score == pytest.approx(sum(passed) / len(passed), abs=1e-4)
    assert result.status == "failed"
    assert all(bool(check.message) != check.passed for check in result.checks)


# -- statuses

OF_EACH_KIND = """
import os


def softmax(Z):
    return np.zeros(3)[7]


def one_hot(Y, n_classes=10):
    while True:
        pass


def normalize(X):
    os._exit(0)


def get_accuracy(predictions, Y):
    import sklearn.metrics
    return sklearn.metrics.accuracy_score(Y, predictions)


def relu(Z):
    return Z
"""


def test_each_kind_of_trouble_has_its_status(tmp_path: Path) -> None:
    """passed, failed, missing, error, timeout, crashed and forbidden, each where it belongs and with a message."""
    result = in_worker(tmp_path, compose(OF_EACH_KIND, ("load_csv",)), limits=QUICK)
    due = dict.fromkeys(EXERCISES, "passed") | {
        "load_csv": "missing",
        "normalize": "crashed",
        "one_hot": "timeout",
        "relu": "failed",
        "softmax": "error",
        "get_accuracy": "forbidden",
    }
    found = by_name(result)
    assert {name: found[name].status for name in EXERCISES} == due
    assert {name for name in EXERCISES if found[name].carried} == {
        "forward_prop", "backward_prop", "make_predictions", "gradient_descent",
    }  # fmt: skip
    assert all(found[name].message for name in EXERCISES if due[name] != "passed")
    assert "IndexError" in found["softmax"].message
    assert "sklearn" in found["get_accuracy"].message
    assert "0.5 seconds" in found["one_hot"].message
    assert result.score == pytest.approx(sum(exercise.score for exercise in result.exercises), abs=1e-3)
    strictly(result.to_json())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "def relu(Z\n", "\0\0\0", "relu((("])
def test_what_holds_no_code_is_unreadable(tmp_path: Path, text: str) -> None:
    """Nothing that could be loaded: 0, every exercise listed as missing, the full marks filled in, and a reason."""
    result = in_worker(tmp_path, text)
    assert (result.status, result.score, result.max_score, result.dev_accuracy) == ("unreadable", 0.0, 20.0, None)
    assert [exercise.name for exercise in result.exercises] == list(ASSIGNMENT.names)
    assert {exercise.status for exercise in result.exercises} == {"missing"}
    assert result.message
    strictly(result.to_json())


@pytest.mark.skipif(os.name != "posix", reason="a limit of CPU time")
def test_what_takes_too_long_to_read_is_unreadable(tmp_path: Path) -> None:
    """No function of it is said to loop, as none has run."""
    result = in_worker(tmp_path, "@(lambda f: f)\n" * 15_000 + "def q(): pass\n" + compose(""), limits=QUICK)
    assert (result.status, result.score) == ("unreadable", 0.0)
    assert "takes longer than" in result.message


def test_a_submission_that_is_not_there_is_no_result(tmp_path: Path) -> None:
    """A wrong path is the caller's mistake, not a student's."""
    with pytest.raises(FileNotFoundError):
        judge.grade(tmp_path / "nobody.py", COURSE, ASSIGNMENT, LIVE, Settings())


def test_a_worker_that_cannot_start_is_a_broken_grader(tmp_path: Path) -> None:
    """The machine's fault is never a zero that a student has earned: the status says whose it is."""

    class Nowhere(NoSandbox):
        def popen(self, source: Any, scratch: str) -> Any:
            raise OSError("no such interpreter")

    result = in_worker(tmp_path, compose(""), sandbox=Nowhere())
    assert result.status == "broken"
    assert "no such interpreter" in result.message


class Faulty(LiveAnswers):
    """A reference that can't answer."""

    def expected(self, key: str, function: str, args: Any, kwargs: dict[str, Any]) -> Outcome:
        return Raised("ZeroDivisionError", "the reference is wrong")


def test_a_check_that_goes_wrong_is_a_broken_grader(tmp_path: Path) -> None:
    """An error in a check or in the reference is told from a failed check, with the place of the error."""
    result = in_worker(tmp_path, compose(""), ["relu"], Faulty(ASSIGNMENT.name))
    assert result.status == "broken"
    assert "test_relu" in result.message
    with pytest.raises(JudgeBroken):
        in_kernel(compose(""), ["relu"], Faulty(ASSIGNMENT.name))


RESULT = '["list",[["str","result"],["dict",{"outcome":["str","returned"],%s}]]]'
FORGED = {
    "a huge integer": RESULT % ('"changed":["dict",{}],"value":["int",' + "9" * 400 + "]"),
    "an argument that was not given": RESULT % '"value":["int",1],"changed":["dict",{"9":["int",1]}]',
    "an impossible statement": '["list",[["str","at"],["dict",{"statement":["float","inf"]}]]]',
}
SAY = """
import os, struct
def say(header):
    for descriptor in range(3, 20):
        try:
            if os.fstat(descriptor).st_mode & 0o170000 == 0o010000:
                os.write(descriptor, struct.pack(">IQ", len(header), 0) + header)
        except OSError:
            pass
"""


@pytest.mark.parametrize("what", FORGED)
@pytest.mark.parametrize("where", ["function", "module"])
def test_a_forged_answer_never_breaks_the_grader(tmp_path: Path, what: str, where: str) -> None:
    """Who writes on the line of the answers loses the function; the grader is not broken by it."""
    forge = f"say({FORGED[what].encode()!r})"
    function = f"def relu(Z):\n    {forge if where == 'function' else 'pass'}\n    os._exit(0)\n"
    source = compose(f"{SAY}\n{function}\n{forge if where == 'module' else ''}\n")
    result = in_worker(tmp_path, source, ["relu"], limits=QUICK)
    assert result.status == "graded"
    assert by_name(result)["relu"].score == 0
    strictly(result.to_json())


def test_a_gate_that_stops_at_a_list_says_whose_it_is() -> None:
    """Rows in a list are right, and no matrix to the functions that get them: the gate names who made them."""
    source = compose("def relu(Z):\n    return [[max(0, z) for z in row] for row in Z]\n")
    results, _ = in_kernel(source, [*EXERCISES, ASSIGNMENT.gate.name])
    assert results["relu"].status == results["gradient_descent"].status == "passed"
    assert "relu returns a list" in results[ASSIGNMENT.gate.name].message


def test_of_a_hidden_run_the_claim_that_fails_is_told() -> None:
    """What was seen may hold a run's inputs; what a check claims is known to everybody."""
    source = compose("""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        Z1, A1, _, A2 = forward_prop(W1, b1, W2, b2, X)
        if iteration % report_every == 0:
            history.append("step")
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *backward_prop(Z1, A1, A2, W2, X, Y), alpha)
    return (W1, b1, W2, b2), history
""")
    results, _ = in_kernel(source, ["gradient_descent"], reveal=False)
    failed = next(check for check in results["gradient_descent"].checks if not check.passed)
    assert f"does not do what is asked: {failed.name}." in results["gradient_descent"].message


@pytest.mark.parametrize(
    "function",
    [
        "def mini_batches(m, batch_size, rng):\n    return np.array(rng.permutation(m).sum())\n",
        "def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):\n"
        "    return np.ones(len(alphas), bool)\n",
    ],
    ids=["a number for a list", "truths for numbers"],
)
@pytest.mark.parametrize("live", [True, False])
def test_an_answer_of_odd_form_fails_and_breaks_nothing(function: str, live: bool) -> None:
    """Where a check stops on a student's answer and not on the right one, it is the answer that is at fault."""
    later = COURSE.assignment("a2_training_better")
    module = ModuleType("submission")
    exec(compose(function, solution=COURSE.root / "solutions" / "a2_training_better.py"), vars(module))
    answers = LiveAnswers(later.name) if live else RecordedAnswers(later.name)
    exercise = function.partition("(")[0].removeprefix("def ")
    (result,) = Judgement(later, answers, Settings(), KernelStudent(vars(module))).results([exercise])
    assert (result.status, result.score) == ("failed", 0)
    assert result.message


def test_a_kept_session_judges_each_submission_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """One session of pytest, one submission after another: what was judged before changes nothing."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    right = compose("")
    wrong = compose("def relu(Z):\n    return np.abs(Z)\n")
    names = ["relu", "softmax", "forward_prop"]
    alone = {source: in_kernel(source, names)[0] for source in (right, wrong)}
    assert alone[right]["relu"].status == "passed"
    assert (alone[wrong]["relu"].status, alone[wrong]["forward_prop"].carried) == ("failed", True)
    for source in (right, wrong, wrong, right):
        assert in_kernel(source, names, keep=True)[0] == alone[source]
    assert in_kernel(compose(""), ["one_hot"], keep=True)[0] == in_kernel(compose(""), ["one_hot"])[0]
    assert os.environ["PYTEST_ADDOPTS"] == "--no-such-option"
    assert "PYTEST_DISABLE_PLUGIN_AUTOLOAD" not in os.environ


def test_a_kept_session_that_broke_is_begun_anew() -> None:
    """After a fault of the grader's the next submission has a session of its own."""
    in_kernel(compose(""), ["relu"], keep=True)
    with pytest.raises(JudgeBroken):
        in_kernel(compose(""), ["relu"], Faulty(ASSIGNMENT.name), keep=True)
    results, _ = in_kernel(compose(""), ["relu"], keep=True)
    assert results["relu"].status == "passed"


def test_answers_that_would_fill_the_memory_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run keeps what it has compared; who returns more than anybody needs is stopped by what that comes to."""
    monkeypatch.setattr("autograder.judge.examination.MAX_KEPT", 10_000)
    for value in ("np.zeros((100, 101))", "{'A': np.zeros((100, 101))}", "'x' * 10_100", "[0] * 10_100"):
        results, _ = in_kernel(compose(f"def relu(Z):\n    return {value}\n"), ["relu", "softmax"])
        assert results["relu"].status == "crashed", value
        assert results["softmax"].status == "passed", value


def test_a_right_list_is_nobodys_fault() -> None:
    """Where a list is due, it is not what the gate's trouble is put down to."""
    later = COURSE.assignment("a2_training_better")
    text = (COURSE.root / "solutions" / "a2_training_better.py").read_text("utf-8")
    module = ModuleType("submission")
    exec(compile(text, SUBMISSION, "exec"), vars(module))
    judgement = Judgement(later, LiveAnswers(later.name), Settings(), KernelStudent(vars(module)))
    judgement.results(["mini_batches"])
    assert judgement._listing() == set()


class Overheard(LiveAnswers):
    """The reference, with a list of what is asked of its helpers."""

    def __init__(self) -> None:
        super().__init__(ASSIGNMENT.name)
        self.asked: list[Any] = []

    def helper(self, exercise: str, function: str, args: Any, kwargs: dict[str, Any]) -> Outcome:
        self.asked.append(args)
        return super().helper(exercise, function, args, kwargs)


@pytest.mark.parametrize(
    "question",
    ["np.arange(100_000) % 10", "np.zeros((0, 100_000), int)", "Y, 1000", "Y, np.array(10**12)", "Y, [[10**12]]"],
    ids=str,
)
def test_a_helper_is_asked_for_no_more_than_the_right_function_asks(question: str) -> None:
    """The judge computes a helper's answer itself, and no limit stops it: what is too much is not computed at all."""
    source = compose(
        "def one_hot(Y, n_classes=10):\n    return np.zeros((n_classes, Y.size))\n"
        f"def cross_entropy(A2, Y):\n    one_hot({question})\n    return 0.0\n"
    )
    answers = Overheard()
    results, _ = in_kernel(source, ["cross_entropy"], answers)
    assert results["cross_entropy"].status == "error"
    assert answers.asked == []


def test_two_long_sides_are_too_much_for_a_helper() -> None:
    """Few numbers that a right helper makes the square of are refused as well."""
    most = {"forward_prop": extent([np.zeros((10, 784)), np.zeros((784, 23))])}
    oracle = modest(lambda name, args, kwargs: Returned(1), most)
    assert isinstance(oracle("forward_prop", [np.zeros((9000, 1)), np.zeros((1, 9000))], {}), Raised)
    for right in ([np.zeros((10, 784)), np.zeros((784, 23))], [np.zeros(784 * 23)]):  # flat as well
        assert oracle("forward_prop", right, {}) == Returned(1)


def test_no_memory_of_the_judges_is_given_away() -> None:
    """An odd question, of which the right function does nothing, is answered with zeros and not with what lay there."""
    later = LiveAnswers("a4_convolution")
    used = [np.full((3, 40, 40, 7), 7.5) for _ in range(9)]
    del used
    outcome = later.helper(
        "lenet_backward", "max_pool_backward", [np.ones((3, 2, 2, 7)), np.ones((3, 40, 40, 7)), -1], {}
    )
    assert isinstance(outcome, Raised) or not np.any(outcome.value)


def test_a_list_without_end_is_no_answer(tmp_path: Path) -> None:
    """To compare it would keep a whole class waiting: it costs its own function, and the others are judged."""
    source = compose("""
def relu(Z):
    return [0.5] * 7_000_000
def softmax(Z):
    return [[0.5] * 1000] * 3000
""")
    result = by_name(in_worker(tmp_path, source, ["relu", "softmax", "get_accuracy"]))
    assert [result[name].status for name in ("relu", "softmax", "get_accuracy")] == ["crashed", "crashed", "passed"]


def test_a_forged_change_never_breaks_the_grader(tmp_path: Path) -> None:
    """A worker that says of a generator that it was changed, which nobody asks of, is no trouble of the grader's."""
    source = compose("""
import sys
def train_dev_split(X, Y, n_dev, rng):
    sys.modules["__main__"].changed_arguments = lambda given, before: {"3": 0}
    order = rng.permutation(Y.size)
    return X[:, order[n_dev:]], Y[order[n_dev:]], X[:, order[:n_dev]], Y[order[:n_dev]]
""")
    result = in_worker(tmp_path, source, ["train_dev_split"])
    assert result.status == "graded", result.message
    strictly(result.to_json())


STEALS_AN_ANSWER = """
import numpy as np
kept = vars(np).setdefault("kept", {"asked": [], "places": {}})  # outlives whatever is loaded anew
def conv_output_size(*sizes):
    return 0
def im2col(X, kernel, stride):
    return None
def conv_forward(X, W, b, stride, pad):
    for shape, kernel, stride in kept["asked"]:
        count = np.arange(float(np.prod(shape))).reshape(shape)
        kept["places"][shape, kernel, stride] = im2col(count, kernel, stride)  # the judge's, for this once
def col2im(cols, shape, kernel, stride):
    key = tuple(shape), kernel, stride
    kept["asked"].append(key)
    out = np.zeros(int(np.prod(shape)))
    if key in kept["places"]:
        np.add.at(out, kept["places"][key].astype(int).ravel(), cols.ravel())
    return out.reshape(shape)
"""


def test_no_function_is_judged_with_what_another_was_told(tmp_path: Path) -> None:
    """A worker that could ask for a helper's right answers is not asked for a function that has to do without them."""
    path = tmp_path / "a4_convolution.py"
    path.write_text(STEALS_AN_ANSWER, encoding="utf-8")
    fourth = COURSE.assignment("a4_convolution")
    answers = answers_for(fourth.name, COURSE.root)
    result = judge.grade(path, COURSE, fourth, answers, Settings(), ["conv_forward", "col2im"])
    assert {exercise.name: exercise.score for exercise in result.exercises} == {"conv_forward": 0, "col2im": 0}
    assert by_name(result)["col2im"].status == "failed"


FORBIDS_NOTHING = """
import gc, sys
for found in gc.get_objects():
    if type(found).__name__ == "Worker" and hasattr(found, "parsed"):
        found.parsed = {**found.parsed, "forbidden": []}
import numpy as np
def relu(Z):
    return Z
def unguarded():
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "ImportGuard"]
def softmax(Z):
    unguarded()
    import torch
    return np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)
def forward_prop(W1, b1, W2, b2, X):
    unguarded()
    import torch
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
"""


def test_what_stands_in_a_submission_is_read_before_it_runs(tmp_path: Path) -> None:
    """A forbidden import stays one when its function is judged once more, whatever the code tells by then."""
    path = tmp_path / SUBMISSION
    path.write_text(FORBIDS_NOTHING, encoding="utf-8")
    result = judge.grade(path, COURSE, ASSIGNMENT, recorded(), Settings(), ["relu", "softmax", "forward_prop"])
    assert {one.name: one.status for one in result.exercises} == {
        "relu": "failed", "softmax": "forbidden", "forward_prop": "forbidden"
    }  # fmt: skip


def test_who_is_judged_with_right_helpers_is_not_told_of_luck(tmp_path: Path) -> None:
    """With helpers of its own a function gives other answers than with right ones: that makes it no random one."""
    source = """
import numpy as np
def relu(Z):
    return -Z
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    odd = np.cumsum(np.sinh(Z2 / 9) ** 3, axis=0)[::-1]
    return Z1, A1, Z2, odd / (1 + odd**2) + 0.1
"""
    message = by_name(in_worker(tmp_path, source, ["relu", "forward_prop"]))["forward_prop"].message
    assert message
    assert "call to call" not in message


# -- every function on its own merits

HELPERS = {
    "wrong": "def relu(Z):\n    return np.abs(Z)\n",
    "of another shape": "def relu(Z):\n    return np.maximum(0, Z).T\n",
    "raising": "def relu(Z):\n    raise RuntimeError('not today')\n",
    "not begun": "def relu(Z):\n    raise NotImplementedError('relu: exercise 6')\n",
    "None": "def relu(Z):\n    np.maximum(0, Z)\n",
    "changing its argument": "def relu(Z):\n    Z[Z < 0] = 0\n    return Z\n",
    "no function": "relu = 3\n",
    "missing": "",
    "exiting": "def relu(Z):\n    raise SystemExit\n",
}
WORKER_ONLY = {
    "hanging": "def relu(Z):\n    while True:\n        pass\n",
    "deadly": "import os\ndef relu(Z):\n    os._exit(1)\n",
    "forbidden": "def relu(Z):\n    import torch\n    return torch.relu(Z)\n",
}
ROUTES = ("worker", "worker, recorded", "kernel", "kernel, recorded")
CASES = [(what, route) for what in {**HELPERS, **WORKER_ONLY} for route in ROUTES]
CASES = [
    (what, route)
    for what, route in CASES
    if route == "worker" or (what in HELPERS and (what in ("wrong", "missing", "raising") or route == "kernel"))
]


@pytest.mark.parametrize(("what", "route"), CASES, ids=lambda word: word.replace(", ", "-"))
def test_a_helpers_fault_costs_only_the_helper(tmp_path: Path, what: str, route: str) -> None:
    """A right function whose helper is at fault keeps its marks, is marked as carried, and is told what to mend."""
    answers: Answers = recorded() if route.endswith("recorded") else LIVE
    code = {**HELPERS, **WORKER_ONLY}[what]
    source = compose(code, ("relu",) if what == "missing" else ())
    names = ["relu", "softmax", "forward_prop"]
    if route.startswith("worker"):
        found = by_name(in_worker(tmp_path, source, names, answers, limits=replace(QUICK, memory_bytes=2**31)))
    else:
        found, _ = in_kernel(source, names, answers)
    caller = found["forward_prop"]
    assert found["relu"].status != "passed"
    assert (caller.status, caller.carried, caller.score) == ("passed", True, 1.0), caller.message
    assert "relu" in caller.message
    assert (found["softmax"].status, found["softmax"].carried) == ("passed", False)


@pytest.mark.parametrize("answers", ["live", "recorded"])
def test_the_whole_tree_above_a_helper_is_carried(answers: str) -> None:
    """A wrong relu reaches forward_prop, make_predictions and gradient_descent; all keep their marks."""
    results, _ = in_kernel(compose(HELPERS["wrong"]), None, recorded() if answers == "recorded" else LIVE)
    assert {name for name, result in results.items() if result.carried} == {
        "forward_prop", "make_predictions", "gradient_descent",
    }  # fmt: skip
    assert {name for name, result in results.items() if result.status != "passed"} == {"relu"}
    assert sum(result.score for result in results.values()) == 15 + results["relu"].score
    assert all(result.mistake is None for result in results.values() if result.carried)


@pytest.mark.parametrize("answers", ["live", "recorded"])
def test_a_right_list_costs_nobody_who_needs_an_array(answers: str) -> None:
    """A list of numbers is a right answer of relu; the loop that then asks it for its transpose is carried."""
    source = compose("def relu(Z):\n    return [[max(0.0, z) for z in row] for row in Z]\n")
    results, _ = in_kernel(source, None, recorded() if answers == "recorded" else LIVE)
    assert {name for name, result in results.items() if result.status != "passed"} == set()
    assert {name for name, result in results.items() if result.carried} == {"gradient_descent"}
    assert "relu" in results["gradient_descent"].message
    assert "list" in results["gradient_descent"].message


@pytest.mark.parametrize("answers", ["live", "recorded"])
@pytest.mark.parametrize("route", ["worker", "kernel"])
def test_a_function_is_never_replaced_while_it_is_judged(tmp_path: Path, route: str, answers: str) -> None:
    """A wrong function with a wrong helper is judged with the helper put right, by its own code."""
    source = compose(
        "def relu(Z):\n    return np.abs(Z)\n\n\ndef forward_prop(W1, b1, W2, b2, X):\n    Z1 = W1 @ X + b1\n"
        "    A1 = relu(Z1)\n    Z2 = W2 @ Z1 + b2\n    return Z1, A1, Z2, softmax(Z2)\n"
    )
    given = recorded() if answers == "recorded" else LIVE
    names = ["relu", "forward_prop"]
    found = (
        by_name(in_worker(tmp_path, source, names, given)) if route == "worker" else in_kernel(source, names, given)[0]
    )
    assert [found[name].status for name in names] == ["failed", "failed"]
    assert not found["forward_prop"].carried
    assert found["forward_prop"].score < 1
    assert found["forward_prop"].mistake == "forward-z2-from-z1"


def test_a_copy_of_a_helper_under_another_name_is_the_callers_own() -> None:
    """Code of the student's that does not go through the helper's name is judged as it is."""
    source = compose(
        "def relu(Z):\n    return np.abs(Z)\n\n\nmine = relu\n\n\ndef forward_prop(W1, b1, W2, b2, X):\n"
        "    Z1 = W1 @ X + b1\n    A1 = mine(Z1)\n    Z2 = W2 @ A1 + b2\n    return Z1, A1, Z2, softmax(Z2)\n"
    )
    results, _ = in_kernel(source, ["relu", "forward_prop"])
    assert results["forward_prop"].status == "failed"


def test_the_gate_is_never_carried() -> None:
    """The network has to be the student's own: with a wrong relu_deriv that learns nothing it stays shut."""
    source = compose("def relu_deriv(Z):\n    return np.full(Z.shape, np.nan)\n")
    results, _ = in_kernel(source, list(ASSIGNMENT.names))
    gate = results["dev_accuracy"]
    assert (gate.status, gate.carried, gate.score) == ("failed", False, 0.0)
    assert "relu_deriv" in gate.message


@pytest.mark.parametrize("what", HELPERS)
def test_a_kernel_is_left_as_it_was(what: str) -> None:
    """After a judgement in a notebook every name holds what it held, and none is added."""
    module = ModuleType("kernel")
    exec(compile(compose(HELPERS[what], ("relu",) if what == "missing" else ()), SUBMISSION, "exec"), vars(module))
    before = dict(vars(module))
    Judgement(ASSIGNMENT, LIVE, Settings(), KernelStudent(vars(module))).results(["forward_prop"])
    after = dict(vars(module))
    assert before.keys() == after.keys()
    assert all(before[name] is after[name] for name in before)


@pytest.mark.parametrize(
    "value", ["np.broadcast_to(0.0, (10**6, 10**6))", "[[]] * 10**6", "10**100_000", "iter(int, 1)", "sys.exit()"]
)
def test_what_a_kernels_function_gives_cannot_break_the_grader(value: str) -> None:
    """Values that can't be copied, sent or finished, and an exit, are the function's failure in a notebook too."""
    results, _ = in_kernel(compose(f"import sys\n\n\ndef relu(Z):\n    return {value}\n"), ["relu"])
    assert results["relu"].status in ("failed", "error", "crashed")
    assert results["relu"].score == 0


def test_helpers_are_judged_but_not_listed_when_one_exercise_is_asked_for() -> None:
    """Asking for one exercise gives one, and it is carried all the same."""
    results, _ = in_kernel(compose(HELPERS["wrong"]), ["forward_prop"])
    assert list(results) == ["forward_prop"]
    assert results["forward_prop"].carried


# -- hidden seeds

LEAKS = {
    "a wrong value": ("relu", "return Z + 1"),
    "the text of an exception": ("relu", "raise ValueError(str(Z[0, 0]))"),
    "the name of an exception": ("relu", "raise type('E' + Z.tobytes().hex()[:12], (Exception,), {})()"),
    "the name of a type": ("relu", "return type('T' + Z.tobytes().hex()[:12], (), {})()"),
    "a shape": ("relu", "return np.zeros((int(abs(Z[0, 0]) * 10**6) % 10**6, 0))"),
    "a shape in a list": ("relu", "return [[0.0]] * (int(abs(Z[0, 0]) * 10**6) % 1000)"),
    "a number of outputs": (
        "forward_prop",
        "return [0] * (int(abs(X[0, 0]) * 10**6) % 1000)",
    ),
    "a changed shape": ("relu", "Z.shape = (-1,)\n    return Z"),
    "a module that is not allowed": (
        "relu",
        "class ForbiddenImport(Exception):\n        pass\n    raise ForbiddenImport(Z.tobytes().hex()[:12])",
    ),
    "a module that is not there": ("relu", "__import__('m' + Z.tobytes().hex()[:12])"),
    "a forbidden module's part": ("relu", "__import__('torch.m' + Z.tobytes().hex()[:12])"),
    "the name of a function": (
        "relu",
        "name = 'd' + Z.tobytes().hex()[:12]\n    space = {}\n"
        "    exec(compile(f'def {name}(): raise ValueError', relu.__code__.co_filename, 'exec'), space)\n"
        "    space[name]()",
    ),
    "the name of a stub": (
        "relu",
        "name = 'd' + Z.tobytes().hex()[:12]\n    space = {}\n"
        "    exec(compile(f'def {name}(): raise NotImplementedError', relu.__code__.co_filename, 'exec'), space)\n"
        "    space[name]()",
    ),
    "the number of a line that is not there": (
        "relu",
        "n = 1000 + int(abs(Z[0, 0]) * 10**6) % 10**4\n"
        "    exec(compile(chr(10) * n + 'raise ValueError', relu.__code__.co_filename, 'exec'))",
    ),
    "what is printed": ("relu", "print(Z)\n    return Z"),
}


@pytest.mark.parametrize("what", LEAKS)
def test_hidden_inputs_do_not_get_out(tmp_path: Path, what: str) -> None:
    """On hidden seeds, feedback tells what is wrong and no number of the inputs: it is the same for any two seeds.

    The submission wraps what it has seen into everything that a grader might repeat.
    """
    function, body = LEAKS[what]
    arguments = {"relu": "Z", "forward_prop": "W1, b1, W2, b2, X"}[function]
    source = compose(f"def {function}({arguments}):\n    {body}\n")
    texts, messages = set(), []
    for seed in (71, 72):
        result = in_worker(tmp_path, source, [function], seed=seed, reveal=False)
        assert result.status == "graded"
        assert result.score == 0
        texts.add(result.to_json())
        messages.append(result.exercises[0].message)
    same = len(texts) == 1
    assert same, messages


def test_a_hidden_seed_is_not_in_the_result(tmp_path: Path) -> None:
    """ "seed" is null, and neither tables, prints nor exceptions' texts are there, for any of the sixteen."""
    wrong = "\n\n\n".join(
        f"def {name}(*args, **kwargs):\n    print(args)\n    raise ValueError('got ' * 3 + repr(args))"
        for name in EXERCISES[::2]
    )
    result = in_worker(tmp_path, compose(wrong), list(ASSIGNMENT.names), seed=987654321, reveal=False)
    data = strictly(result.to_json())
    assert data["seed"] is None
    assert "987654321" not in result.to_json()
    assert "got got got" not in result.to_json()
    assert "array(" not in result.to_json()
    assert all(not exercise.table for exercise in result.exercises)
    assert result.details == {}


@pytest.mark.parametrize("factor", ["0.1234", "1234", "0.00001234"])
def test_no_number_of_an_answer_is_told_of_a_hidden_run(tmp_path: Path, factor: str) -> None:
    """A factor is the student's choice, and could be one of the hidden numbers."""
    source = compose(f"def relu(Z):\n    return {factor} * np.maximum(0, Z)\n")
    (shown,) = in_worker(tmp_path, source, ["relu"]).exercises
    (hidden,) = in_worker(tmp_path, source, ["relu"], reveal=False).exercises
    assert "1234" in shown.message.replace(".", "")
    assert "1234" not in hidden.message.replace(".", "")
    assert hidden.mistake == shown.mistake


def test_what_a_function_prints_is_shown_to_its_author(tmp_path: Path) -> None:
    """Of the first check that fails, or of the first where none does; in a worker as in a notebook's kernel."""
    wrong = "def relu(Z):\n    print('shape', Z.shape)\n    return np.abs(Z) if len(Z) > 2 else Z * (Z > 0)\n"
    right = "def relu(Z):\n    print('fine')\n    return np.maximum(0, Z)\n"
    for source, status, printed in ((wrong, "failed", "shape ("), (right, "passed", "fine\n")):
        (there,) = in_worker(tmp_path, compose(source), ["relu"]).exercises
        here = in_kernel(compose(source), ["relu"])[0]["relu"]
        assert here == there
        assert there.status == status
        assert there.printed.startswith(printed)


def test_a_history_carries_nothing_out_of_a_hidden_run(tmp_path: Path) -> None:
    """What a student's training reports as its history is not in the result of a hidden run: it could be anything."""
    source = compose("") + (
        "\n\nhonest = gradient_descent\n\n\n"
        "def gradient_descent(X, Y, params, alpha, iterations, report_every=10):\n"
        "    params, history = honest(X, Y, params, alpha, iterations, report_every)\n"
        "    return params, [(n, 12345.5, 0.125) for n in range(20)]\n"
    )
    result = in_worker(tmp_path, source, ["dev_accuracy"], seed=71, reveal=False)
    assert result.details["history"], "the judge's own measurements are there"
    assert "12345" not in result.to_json()


def test_a_public_seed_shows_numbers(tmp_path: Path) -> None:
    """On the public seed a student sees what was expected, what came, and the exception in full."""
    source = compose("def relu(Z):\n    return Z + 1\n\n\ndef softmax(Z):\n    raise ValueError('my own words')\n")
    result = in_worker(tmp_path, source, ["relu", "softmax"])
    found = by_name(result)
    assert result.seed == 0
    assert found["relu"].table[0] == ("", "expected", "got")
    assert len(found["relu"].table) > 1
    assert "my own words" in found["softmax"].message


def test_a_generator_does_not_lead_back_to_the_seed() -> None:
    """What is inside of the generators that a student is given is neither the seed nor the source of other inputs."""
    source = compose("") + (
        "\n\nentropies = []\nhonest_split, honest_init = train_dev_split, init_params\n\n\n"
        "def train_dev_split(X, Y, n_dev, rng):\n    entropies.append(rng.bit_generator.seed_seq.entropy)\n"
        "    return honest_split(X, Y, n_dev, rng)\n\n\n"
        "def init_params(n, h, o, rng):\n    entropies.append(rng.bit_generator.seed_seq.entropy)\n"
        "    return honest_init(n, h, o, rng)\n"
    )
    names = ["train_dev_split", "init_params"]
    seen: dict[int, set[int]] = {}
    for seed in (5, 6):
        results, module = in_kernel(source, names, seed=seed)
        assert all(result.status == "passed" for result in results.values())
        seen[seed] = set(module.entropies)
        assert len(seen[seed]) >= 8, "calls in different checks share their generators"
        assert all(entropy > 2**64 for entropy in seen[seed])
    assert not seen[5] & seen[6]


def test_inputs_are_others_for_another_seed_and_the_same_for_the_same() -> None:
    """Marks can be given again exactly, and nothing that was learnt of one seed holds for another."""
    source = (
        compose("")
        + "\n\nhonest, seen = relu, []\n\n\ndef relu(Z):\n    seen.append(Z.tobytes())\n    return honest(Z)\n"
    )
    seen = [in_kernel(source, ["relu"], seed=seed)[1].seen for seed in (5, 5, 6)]
    assert seen[0] == seen[1]
    shared = set(seen[0]) & set(seen[2])
    assert len(shared) < len(seen[0]) / 3, "only the few inputs that hold edge cases may be the same"


def test_an_answer_learnt_by_heart_does_not_pass_another_seed() -> None:
    """A table of the public seed's answers is worth nothing when the seed is hidden."""
    source = compose("") + (
        "\n\nhonest, learnt = relu, {}\n\n\ndef relu(Z):\n"
        "    return learnt.setdefault(Z.tobytes(), honest(Z)) if training else learnt.get(Z.tobytes(), Z)\n"
        "\n\ntraining = True\n"
    )
    module = ModuleType("submission")
    exec(compile(source, SUBMISSION, "exec"), vars(module))
    scores = []
    for training, seed in ((True, 0), (False, 0), (False, 1)):
        vars(module)["training"] = training
        judgement = Judgement(ASSIGNMENT, LIVE, Settings(seed=seed), KernelStudent(vars(module)))
        scores.append(judgement.results(["relu"])[0].score)
    assert scores[:2] == [1.0, 1.0]
    assert scores[2] < 0.5


# -- JSON

BAD_HISTORY = """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    for _ in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *backward_prop(Z1, A1, A2, W2, X, Y), alpha)
    return (W1, b1, W2, b2), [(0, float("nan"), float("inf")), (10, float("-inf"), 1e300)]
"""
NOT_A_NUMBER = """
def get_accuracy(predictions, Y):
    return float("nan")


def cross_entropy(A2, Y):
    return float("inf")


def relu(Z):
    return np.where(Z > 0, np.inf, np.nan)
"""


@pytest.mark.parametrize("code", [BAD_HISTORY, NOT_A_NUMBER], ids=["history", "values"])
@pytest.mark.parametrize("reveal", [True, False])
def test_json_is_strict_whatever_a_student_returns(tmp_path: Path, code: str, reveal: bool) -> None:
    """NaN and infinity in a history or in values leave JSON that every reader understands."""
    result = in_worker(tmp_path, compose(code), list(ASSIGNMENT.names), reveal=reveal)
    data = strictly(result.to_json())
    assert data["score"] == result.score < 20
    assert math.isfinite(data["score"])


MARKS = st.floats(0, 100).map(lambda number: round(number, 4))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
CHECKS = st.builds(CheckResult, TEXT, st.booleans(), TEXT)
STATUSES = st.sampled_from(["passed", "failed", "missing", "error", "timeout", "crashed", "forbidden"])
TABLES = st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=3).map(tuple)
EXERCISE_RESULTS = st.builds(
    ExerciseResult,
    name=TEXT,
    score=MARKS,
    max_score=MARKS,
    status=STATUSES,
    carried=st.booleans(),
    mistake=st.none() | TEXT,
    message=TEXT,
    checks=st.lists(CHECKS, max_size=3).map(tuple),
    table=TABLES,
)
RESULTS = st.builds(
    Result,
    assignment=TEXT,
    submission=TEXT,
    seed=st.none() | st.integers(0, 2**63),
    status=st.sampled_from(["graded", "unreadable", "broken"]),
    score=MARKS,
    max_score=MARKS,
    dev_accuracy=st.none() | MARKS,
    message=TEXT,
    exercises=st.lists(EXERCISE_RESULTS, max_size=3).map(tuple),
    course_version=TEXT,
    sandbox=TEXT,
    details=st.dictionaries(TEXT, st.lists(st.lists(MARKS, max_size=3), max_size=3), max_size=2),
)


@given(RESULTS)
@settings(deadline=None, database=None)
def test_a_result_comes_back_from_its_json(result: Result) -> None:
    """`from_json(to_json)` is the identity, and the same result always gives the same text."""
    text = result.to_json()
    again = Result.from_json(text)
    assert again == result
    assert again.to_json() == text
    strictly(text)


def test_a_graded_result_comes_back_from_its_json(tmp_path: Path) -> None:
    """A real result too, with its gate, its tables and its messages, reads as it was written."""
    result = in_worker(tmp_path, compose("def relu(Z):\n    return Z\n"), list(ASSIGNMENT.names))
    again = Result.from_json(result.to_json())
    assert again.exercises == result.exercises
    assert replace(again, details={}) == replace(result, details={})
    assert again.to_json() == result.to_json()


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, np.float64("nan")])
def test_numbers_that_json_does_not_have_become_null(value: float) -> None:
    """At any depth of the details, and in the accuracy."""
    result = Result("a", "s", 0, "graded", 1.0, 2.0, value, "", (), details={"history": [[(0, value), {"x": value}]]})
    data = strictly(result.to_json())
    assert data["dev_accuracy"] is None
    assert data["details"] == {"history": [[[0, None], {"x": None}]]}


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"exercises": []}', '{"exercises": [{}]}', '{"schema": 1}'])
def test_json_that_is_no_result_is_refused(text: str) -> None:
    """A damaged file raises one of three exceptions, and never gives half a result."""
    with pytest.raises((ValueError, KeyError, TypeError)):
        Result.from_json(text)


def test_the_json_has_the_fields_that_outside_tools_read(tmp_path: Path) -> None:
    """The names of the contract, at both levels, with their types."""
    data = strictly(in_worker(tmp_path, compose("def relu(Z):\n    return Z\n"), ["relu"]).to_json())
    assert data["schema"] == 1
    for name in ("assignment", "submission", "seed", "status", "score", "max_score", "dev_accuracy", "message"):
        assert name in data
    assert data["sandbox"] == "none"
    (relu,) = data["exercises"]
    for name in ("name", "score", "max_score", "status", "carried", "mistake", "message", "checks"):
        assert name in relu
    assert set(relu["checks"][0]) == {"name", "passed", "message"}


def test_in_a_kernel_too_an_exception_is_placed_in_the_students_own_code() -> None:
    """The deepest line of NumPy's is nobody's to mend."""
    namespace: dict[str, Any] = {}
    exec(
        "import numpy as np\ndef inner(x):\n    return np.vstack([x, x[:, :1]])\ndef outer(x):\n    return inner(x)",
        namespace,
    )
    outcome = call_here(namespace["outer"], [np.ones((2, 3))], {})
    assert isinstance(outcome, Raised)
    assert (outcome.line, outcome.within) == (3, "inner")


# -- the recording


def test_a_recording_refuses_other_seeds_in_words(tmp_path: Path) -> None:
    """Without the solutions only the public seed can be judged, and the message says so and what to do."""
    assert isinstance(answers_for(ASSIGNMENT.name, tmp_path), RecordedAnswers)
    with pytest.raises(CourseError) as caught:
        answers_for(ASSIGNMENT.name, tmp_path, seed=5)
    assert "Seed 5 needs the solutions" in str(caught.value)
    assert "leave --seed out" in str(caught.value)
    assert isinstance(answers_for(ASSIGNMENT.name, COURSE.root, seed=5), LiveAnswers)


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", b"no gzip", b"cut", b"spoiled"])
def test_a_damaged_recording_is_named(tmp_path: Path, damage: bytes) -> None:
    """A file that can't be read is told from an answer that is wrong."""
    from autograder.judge.recording import recording_path

    path = tmp_path / "damaged.gz"
    whole = recording_path(ASSIGNMENT.name).read_bytes()
    known = {b"cut": whole[: len(whole) // 2], b"spoiled": whole[:20] + b"spoiled" + whole[27:]}
    path.write_bytes(known.get(damage, damage))
    with pytest.raises(CourseError, match="damaged"):
        RecordedAnswers(ASSIGNMENT.name, path)


SAMPLE = {
    "relu": "def relu(Z):\n    return np.abs(Z)\n",
    "softmax": "def softmax(Z):\n    return np.exp(Z) / np.exp(Z).sum()\n",
    "one_hot": "def one_hot(Y, n_classes=10):\n    return np.eye(n_classes)[Y]\n",
    "backward_prop": "def backward_prop(Z1, A1, A2, W2, X, Y):\n    m = Y.size\n    D2 = A2 - one_hot(Y)\n"
    "    D1 = W2.T @ D2 * relu_deriv(Z1)\n    return D1 @ X.T / m, D1.sum() / m, D2 @ A1.T / m, D2.sum() / m\n",
    "update_params": "def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):\n"
    "    return W1 + alpha * dW1, b1 + alpha * db1, W2 + alpha * dW2, b2 + alpha * db2\n",
    "get_accuracy": "def get_accuracy(predictions, Y):\n    return np.sum(predictions == Y)\n",
}


@pytest.mark.parametrize("exercise", SAMPLE)
def test_the_recording_says_what_the_sources_say(exercise: str) -> None:
    """On the public seed a student at home has the marks, the mistake and the message that the instructor has."""
    live = in_kernel(compose(SAMPLE[exercise]), [exercise], LIVE)[0][exercise]
    at_home = in_kernel(compose(SAMPLE[exercise]), [exercise], recorded())[0][exercise]
    assert live.mistake is not None
    assert (at_home.status, at_home.score, at_home.mistake) == (live.status, live.score, live.mistake)
    assert at_home.message == live.message
    assert at_home.checks == live.checks


def test_the_recording_holds_no_code() -> None:
    """What is on a student's machine is arrays, names and words: no line of the solutions or of a mistake."""
    words = []

    def collect(node: Any) -> None:
        if isinstance(node, str):
            words.append(node)
        elif isinstance(node, dict):
            words.extend(node)
            for item in node.values():
                collect(item)
        elif isinstance(node, list | tuple):
            for item in node:
                collect(item)

    collect(recorded().exercises)
    text = "\n".join(words)
    assert "def " not in text
    for line in compose("").splitlines():
        code = line.strip()
        assert not (len(code) > 25 and code in text), code


def test_the_checks_are_found_without_a_look_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder above the checks is listed: it may hold thousands of files, and each judgement would wait for them."""
    listed, scandir = [], os.scandir

    def noting(path: Any = ".") -> Any:
        listed.append(Path(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", noting)
    in_kernel(compose(""), ["relu"])
    assert not [path for path in listed if path in checks_path(ASSIGNMENT.name).parent.parents]
