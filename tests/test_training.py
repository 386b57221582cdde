"""`autograder train`: the student's own functions train, what was learned is kept, and the files can be used."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from autograder import course as courses
from autograder import network, reference
from autograder.cli import commands
from autograder.student.source import Source
from autograder.training import recipe
from autograder.training.recipe import Options
from autograder.training.run import Point, Run
from autograder.training.session import CannotTrain, Session

ROOT = Path(__file__).resolve().parents[1]
NAME = "a1_first_network"
SOLUTION = (ROOT / "solutions" / f"{NAME}.py").read_text(encoding="utf-8")
FEW = Options(digits=70, steps=6, alpha=0.2, hidden=(5,), seed=3)
Open = Callable[..., Session]


def never() -> bool:
    return False


def unwatched(_: Point) -> None:
    pass


@pytest.fixture
def session() -> Iterator[Open]:
    """Opens sessions for the reference with something put in its place at the end of the file."""
    with ExitStack() as stack:

        def begin(*changes: str, options: Options = FEW) -> Session:
            source = Source(
                Path(f"{NAME}.py"), (SOLUTION, *changes), tuple(f"cell {n}" for n in range(1 + len(changes)))
            )
            how = recipe.find(NAME)
            assert how is not None
            return stack.enter_context(Session(source, courses.load().assignment(NAME), how, options))

        yield begin


def test_stretches_are_one_training(session: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trained in several stretches, the network is what one call of gradient_descent makes of the same start."""
    monkeypatch.setattr("autograder.training.session.POINTS", 3)
    training = session()
    run = training.run(unwatched, never)
    functions = reference.fresh(NAME)
    start = functions["init_params"](784, 5, 10, np.random.default_rng(FEW.seed))
    digits = training._train
    (W1, b1, W2, b2), _ = functions["gradient_descent"](digits.pixels, digits.Y, start, FEW.alpha, FEW.steps)
    first, _, second, _ = run.network.layers
    assert isinstance(first, network.Dense)
    assert isinstance(second, network.Dense)
    for found, right in ((first.weights, W1), (first.bias, b1), (second.weights, W2), (second.bias, b2)):
        np.testing.assert_allclose(found, right, rtol=1e-10)
    assert [point.step for point in run.points] == [0, 2, 4, 6]
    assert (run.end, run.disagreements, run.trouble) == ("done", 0, "")


def test_digits_are_learned_from_or_new_never_both(session: Open) -> None:
    """The digits that measure the result are not among those that are learned from, however many these are."""
    training = session(options=replace(FEW, digits=4000))
    both = np.concatenate([training._train.X.T, training._new.X.T])
    assert training._train.X.shape == (784, 4000)
    assert len(np.unique(both, axis=0)) == len(both)


def test_it_stops_when_it_is_asked_to(session: Open) -> None:
    """What was learned until then is kept, with the point that was shown last."""
    seen: list[Point] = []
    run = session(options=replace(FEW, steps=60)).run(seen.append, lambda: len(seen) == 3)
    assert (run.end, run.done) == ("stopped", 2)
    assert run.points == seen
    assert not np.array_equal(run.network.forward(np.eye(784))[-1], run.start.forward(np.eye(784))[-1])


def test_ctrl_c_in_a_stretch_costs_that_stretch(session: Open) -> None:
    """An interruption while functions run leaves what the stretches before have learned."""

    def interrupt(point: Point) -> None:
        if point.step == 3:
            raise KeyboardInterrupt

    run = session(options=replace(FEW, steps=60)).run(interrupt, never)
    assert (run.end, run.done) == ("stopped", 3)


FAILS_LATER = """
own, calls = gradient_descent, []

def gradient_descent(*arguments, **keywords):
    calls.append(1)
    if len(calls) > 2:
        raise ValueError("no more")
    return own(*arguments, **keywords)
"""


def test_a_function_that_fails_later_ends_the_run(session: Open) -> None:
    """A run that fails half way keeps what it has, and says which function failed, and how."""
    run = session(FAILS_LATER).run(unwatched, never)
    assert (run.end, run.done) == ("failed", 2)
    assert "gradient_descent stopped with ValueError: no more" in run.trouble


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("del init_params", "init_params is still to be written."),
        ("def relu(Z):\n    raise NotImplementedError", "gradient_descent calls relu, which is still to be written."),
        ("def init_params(*sizes):\n    return 1, 2, 3, 4", "W1 is a single number"),
        ("def init_params(*sizes):\n    return [1]", "it should return four values: W1, b1, W2 and b2."),
        ("def gradient_descent(*a, **k):\n    return a[2]", "something else than params and history"),
    ],
)
def test_what_cannot_train_says_why(session: Open, change: str, says: str) -> None:
    """A function that is missing, or gives something of another form, is named at once."""
    training = session(change)
    try:
        trouble = training.run(unwatched, never).trouble
    except CannotTrain as error:
        trouble = str(error)
    assert says in trouble


def test_an_explosion_leaves_the_last_finite_network(session: Open) -> None:
    """Training ends where a number is lost, and the network that is kept can be used."""
    grows = "def update_params(W1, b1, W2, b2, *rest):\n    return W1 * 1e60, b1 * 1e60, W2 * 1e60, b2 * 1e60"
    run = session(grows, options=replace(FEW, steps=30)).run(unwatched, never)
    assert run.done < 30
    assert not run.points[-1].is_finite
    assert all(np.isfinite(layer.weights).all() for layer in run.network.layers if isinstance(layer, network.Dense))


def test_another_reading_of_the_same_parameters_is_counted(session: Open) -> None:
    """A make_predictions that answers 0 for each digit disagrees wherever the network reads another."""
    run = session("def make_predictions(X, *params):\n    return np.zeros(X.shape[1])").run(unwatched, never)
    assert run.disagreements == (run.network.predictions(run.new.pixels) != 0).sum() > 0


def test_learning_rates_are_compared_from_the_same_start(session: Open) -> None:
    """Five short runs with rates around the run's own begin with the same loss and end with others."""
    training = session()
    run = training.run(unwatched, never)
    told: list[tuple[int, int]] = []
    training.compare_rates(run, lambda done, total: told.append((done, total)), never)
    assert [rate.alpha for rate in run.rates] == [0.02, 0.067, 0.2, 0.6, 2.0]
    assert len({rate.points[0] for rate in run.rates}) == 1
    assert len({rate.last for rate in run.rates}) == 5
    assert told[-1] == (4, 5)


def test_every_recipe_begins_with_what_it_accepts() -> None:
    """An assignment's own file gives a recipe with defaults that fit it."""
    for assignment in courses.load().assignments:
        how = recipe.find(assignment.name)
        if how is not None:
            assert how.hidden_layers in (None, len(how.defaults.hidden))
            assert how.unit in ("step", "epoch")


# -- the command


def typed(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, ["train", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / f"{NAME}.py"
    path.write_text(SOLUTION, encoding="utf-8")
    return path


SMALL = ("--digits", "90", "--steps", "4", "--hidden", "3")


def test_two_files_come_of_it(file: Path, tmp_path: Path) -> None:
    """The network can be loaded and has the size that was asked for; the page tells of this run."""
    done = typed(*SMALL, "--submission", file, "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    made = network.load(tmp_path / "out" / "network.npz")
    assert made.sizes() == "784-3-10"
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "784-3-10" in page
    assert "--digits 90 --steps 4" in page
    assert "step 4 of 4: loss" in done.output


SOFTMAX = "\n\ndef softmax(Z):\n    return np.exp(Z) / np.exp(Z).sum()\n"


def test_a_function_that_does_not_pass_comes_before_the_learning_rate(file: Path, tmp_path: Path) -> None:
    """What `check` knows is told of when the run goes badly, and what nobody has checked is doubted."""
    file.write_text(SOLUTION + SOFTMAX, encoding="utf-8")
    words = ("--digits", "90", "--steps", "40", "--alpha", "900", "--submission", file, "--out", tmp_path)
    unchecked = " ".join(typed(*words).output.split())
    assert "Check your functions first" in unchecked
    assert "Not judged yet as they are now: one_hot, init_params, relu, softmax," in unchecked
    assert "load_csv" not in unchecked
    assert "--alpha" not in unchecked
    CliRunner().invoke(commands, ["check", "softmax", "--submission", str(file)], catch_exceptions=False)
    assert "first: softmax does not pass yet" in " ".join(typed(*words).output.split())


@pytest.mark.slow
def test_the_same_words_give_the_same_network_and_another_one_is_kept(file: Path, tmp_path: Path) -> None:
    """Training again repeats the run exactly; the network of before is moved aside, never written over."""
    for seed in ("5", "5", "6"):
        assert typed(*SMALL, "--seed", seed, "--submission", file, "--out", tmp_path).exit_code == 0
    first, second, last = (tmp_path / name for name in ("network-1.npz", "network-2.npz", "network.npz"))
    assert first.read_bytes() == second.read_bytes() != last.read_bytes()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--hidden", "ten"), "'ten' is not one number"),
        (("--hidden", "5,5"), "'5,5' is not one number"),
        (("--digits", "59000"), "58,000"),
        (("--alpha", "0"), "0.0"),
    ],
)
def test_what_is_typed_wrongly_is_explained(words: tuple[str, ...], says: str) -> None:
    """An option that does not fit is named before anything is trained."""
    done = typed(*words)
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_stub_is_told_what_comes_first(tmp_path: Path) -> None:
    """With nothing written there is nothing to train, and no file is made."""
    done = typed("--submission", ROOT / "exercises", "--out", tmp_path)
    assert done.exit_code == 2
    assert "init_params is still to be written. (See: autograder next)" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["file/out", "folder"])
def test_what_can_not_be_written_is_said_before_training(file: Path, tmp_path: Path, place: str) -> None:
    """Nobody waits for a network that is then lost."""
    (tmp_path / "file").touch()
    (tmp_path / "folder" / "report.html").mkdir(parents=True)
    done = typed(*SMALL, "--submission", file, "--out", tmp_path / place)
    assert done.exit_code == 2
    assert "can't be written" in done.stderr
    assert "loss" not in done.output


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal on Windows")
def test_ctrl_c_keeps_what_was_learned(file: Path, tmp_path: Path) -> None:
    """In a terminal a bar and curves are drawn; Ctrl-C ends the run early, and both files tell of it."""
    from pseudo_terminal import Terminal

    words: list[Any] = ["train", "--digits", "300", "--steps", "100000", "--submission", file, "--out", tmp_path]
    with Terminal(*words, folder=ROOT, width=300, height=40) as terminal:
        shown = terminal.wait_for("training", "loss", "new digits read", "█")
        assert re.search(r"\d+/100000 steps", shown)
        terminal.type("\x03")
        assert "You stopped it after" in terminal.wait_for("report.html")
        assert terminal.end() == 130
        assert terminal.settings() == terminal.settings_before
    assert network.load(tmp_path / "network.npz").sizes() == "784-10-10"
    assert "You stopped it after" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_run_says_how_far_it_went() -> None:
    """The steps done are those of the last measurement."""
    made = network.dense_network([(np.zeros((10, 784)), np.zeros(10))])
    points = [Point(0, 1, 0, 1, 0), Point(7, 1, 0, 1, 0)]
    assert Run(NAME, "", "step", FEW, made, made, None, points).done == 7  # type: ignore[arg-type]
