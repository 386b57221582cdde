"""The reading of a training run: each rule speaks when it should, and only then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from autograder.network import dense_network
from autograder.training import reading
from autograder.training.recipe import Options
from autograder.training.run import Answers, Digits, Point, Rate, Run, ask, is_finite, loss_and_accuracy
from autograder.training.session import MOST_DIGITS

NEW = Digits(np.zeros((784, 40), np.uint8), np.arange(40) % 10)
HIDDEN = 6
LEARNED = [2.4, 1.5, 1.0, 0.8, 0.7, 0.65, 0.62, 0.60, 0.585, 0.584, 0.583, 0.583, 0.582]


def network(hidden: int = HIDDEN) -> Any:
    rng = np.random.default_rng(3)
    return dense_network(
        [(rng.normal(size=(hidden, 784)), np.zeros(hidden)), (rng.normal(size=(10, hidden)), np.zeros(10))]
    )


def run(
    losses: Sequence[float] = LEARNED,
    accuracy: float = 0.9,
    new_accuracy: float | None = None,
    new_losses: Sequence[float] | None = None,
    **more: Any,
) -> Run:
    """A run with these losses at steps 0, 10, 20 …, that ends with these accuracies."""
    end = accuracy if new_accuracy is None else new_accuracy
    points = [
        Point(10 * at, loss, accuracy if at else 0.1, new, end if at else 0.1)
        for at, (loss, new) in enumerate(zip(losses, new_losses or losses, strict=True))
    ]
    options = more.pop("options", Options(digits=300, steps=10 * (len(losses) - 1), alpha=0.3, hidden=(HIDDEN,)))
    made = network()
    return Run("a1_first_network", "A first network", "step", options, made, made, NEW, points, **more)


def answers(accuracy: float = 0.9, sure: float = 0.9, active: Sequence[float] = (0.5,) * HIDDEN) -> Answers:
    """Answers to 40 digits, so many of them right, all as sure."""
    right = round(accuracy * NEW.Y.size)
    read = np.where(np.arange(NEW.Y.size) < right, NEW.Y, (NEW.Y + 1) % 10)
    probabilities = np.full((10, NEW.Y.size), (1 - sure) / 9)
    probabilities[read, np.arange(NEW.Y.size)] = sure
    return Answers(probabilities, NEW.Y, (np.array(active),))


def ids(run: Run, answers: Answers) -> list[str]:
    return [finding.id for finding in reading.read(run, answers)]


def test_a_good_run_is_told_as_one() -> None:
    """A run that learned and levelled off has its accuracy first, and nothing to mend."""
    found = reading.read(run(), answers())
    assert [finding.id for finding in found] == ["learned", "levelled-off"]
    assert found[0].tone == "good"
    assert "90.0%" in found[0].headline


@pytest.mark.parametrize(
    ("losses", "accuracy"),
    [([2.4, 3.0, float("nan")], 0.0), ([2.4, 5.0, 30.0], 0.1), ([2.4, 30.0, 2.303], 0.11)],
    ids=["no number", "ever higher", "leapt, then silent"],
)
def test_an_exploded_run_says_so_alone(losses: list[float], accuracy: float) -> None:
    """NaN, a loss that grows, and a leap after which nothing is learned are one thing, with a smaller rate to try."""
    found = reading.read(run(losses, accuracy), answers(accuracy, active=(0.0,) * HIDDEN))
    assert [finding.id for finding in found] == ["exploded"]
    assert "`--alpha 0.03`" in found[0].tries[0]


def test_a_leap_that_was_made_good_is_no_explosion() -> None:
    """A loss that leaps at the beginning and then falls has learned."""
    assert "exploded" not in ids(run([2.4, 9.0, *LEARNED[1:]]), answers())


@pytest.mark.parametrize(
    ("losses", "active", "found"),
    [
        ([2.31, 2.309, 2.305], 0.5, "not-learning"),
        ([2.9, 2.6, 2.4], 0.5, "slow"),
        ([2.4, 2.31, 2.303], 0.0, "all-dead"),
    ],
)
def test_a_run_that_does_not_learn_says_why(losses: list[float], active: float, found: str) -> None:
    """Steps too small, too few of them, and a network whose units are all silent are told apart."""
    assert ids(run(losses, 0.12), answers(0.12, active=(active,) * HIDDEN)) == [found]


def test_dead_units_are_counted_and_named() -> None:
    """A unit that is silent for every digit is named; one that speaks rarely is not."""
    found = reading.read(run(), answers(active=(0.0, 0.5, 0.025, 0.0, 0.9, 1.0)))
    (dead,) = [finding for finding in found if finding.id == "dead-units"]
    assert "2 of the 6" in dead.headline
    assert "0, 3." in dead.meaning


def test_overfitting_is_a_gap_or_a_turn() -> None:
    """A gap of five points counts, one of four does not; a loss on new digits that turned says when."""
    assert "overfitting" in ids(run(accuracy=0.95, new_accuracy=0.899), answers())
    assert "overfitting" not in ids(run(accuracy=0.95, new_accuracy=0.911), answers())
    turned = [2.4, 1.5, 1.0, 0.9, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.25]
    found = reading.read(run(new_losses=turned), answers())
    (by_heart,) = [finding for finding in found if finding.id == "overfitting"]
    assert "after 40 steps" in by_heart.meaning
    assert "`--steps 40`" in by_heart.tries[1]
    assert "`--digits 1200`" in by_heart.tries[0]
    everything = Options(digits=MOST_DIGITS, steps=120, alpha=0.3, hidden=(HIDDEN,))
    found = reading.read(run(new_losses=turned, options=everything), answers())
    (by_heart,) = [finding for finding in found if finding.id == "overfitting"]
    assert "`--steps 40`" in by_heart.tries[0]


def test_a_run_that_still_improves_should_go_on() -> None:
    """A loss that fell by a tenth in the last quarter asks for more steps; a level one does not."""
    falling = [2.4 * 0.9**at for at in range(13)]
    found = reading.read(run(falling), answers())
    (improving,) = [finding for finding in found if finding.id == "still-improving"]
    assert "`--steps 240`" in improving.tries[0]
    assert "still-improving" not in ids(run(), answers())


def test_a_bumpy_loss_is_noticed() -> None:
    """Rises of more than a hundredth at every third point count, those below do not."""
    bumps = [loss * (1.3 if at % 3 == 2 else 1) for at, loss in enumerate(LEARNED)]
    ripples = [loss * (1.005 if at % 3 == 2 else 1) for at, loss in enumerate([0.5] * 13)]
    assert "bumpy" in ids(run(bumps), answers())
    assert "bumpy" not in ids(run(ripples), answers())


def test_a_faster_rate_is_named_where_it_is_clearly_faster() -> None:
    """Another rate whose loss is lower by a fifth is worth a try, one by a tenth is not; an exploded one never is."""

    def rates(other: float) -> list[Rate]:
        return [Rate(0.3, ((0, 2.4), (60, 1.0))), Rate(0.9, ((0, 2.4), (60, other)))]

    found = reading.read(run(rates=rates(0.7)), answers())
    assert [finding.tries for finding in found if finding.id == "faster-rate"] == [("Try it: `--alpha 0.9`.",)]
    for other in (0.9, float("nan")):
        assert "faster-rate" not in ids(run(rates=rates(other)), answers())


def test_being_surer_than_right_is_noticed() -> None:
    """A network that is 99% sure and 85% right is told; one that is as sure as it is right is not."""
    assert "surer-than-right" in ids(run(), answers(0.85, sure=0.99))
    assert "surer-than-right" not in ids(run(), answers(0.9, sure=0.92))


def test_how_a_run_ended_is_told() -> None:
    """A stopped run says when, one that failed says why, and a function that reads otherwise is mentioned."""
    stopped = reading.read(run(end="stopped", options=Options(300, 500, 0.3, (HIDDEN,))), answers())
    assert any("after 120 of 500 steps" in finding.headline for finding in stopped)
    failed = reading.read(run(end="failed", trouble="relu hangs."), answers())
    assert failed[0].id == "failed"
    assert failed[0].meaning.startswith("relu hangs.")
    assert "disagrees" in ids(run(disagreements=7), answers())


def test_measures_are_what_they_are_called() -> None:
    """Loss and accuracy of a network that always gives a class the same share; NaN in it is no number."""
    always = dense_network([(np.zeros((10, 784)), np.log(np.arange(1, 11) / 55))])
    loss, accuracy = loss_and_accuracy(always, NEW.pixels, NEW.Y)
    assert loss == pytest.approx(-np.log(np.arange(1, 11) / 55).mean())
    assert accuracy == 0.1
    broken = dense_network([(np.full((10, 784), np.nan), np.zeros(10))])
    assert np.isnan(loss_and_accuracy(broken, NEW.pixels, NEW.Y)[0])
    assert is_finite(always)
    assert not is_finite(broken)


def test_activity_is_the_share_of_digits_at_which_a_unit_speaks() -> None:
    """A unit with a bias above 0 speaks at every blank digit, one with a bias of 0 or below at none."""
    hidden = dense_network([(np.zeros((3, 784)), np.array([1.0, 0.0, -1.0])), (np.zeros((10, 3)), np.zeros(10))])
    assert ask(hidden, NEW).activity[0].tolist() == [1.0, 0.0, 0.0]


SILENT, DOUBTED = (0.0,) * HIDDEN, reading.Doubts(unjudged=("softmax", "relu"))


@pytest.mark.parametrize(
    ("losses", "active"),
    [
        ([2.4, 3.0, float("nan")], SILENT),
        ([2.4, 2.4, 2.4], SILENT),
        ([2.4, 2.4, 2.4], (0.5,) * HIDDEN),
        ([2.4, 2.3, 2.2], (0.5,) * HIDDEN),
    ],
    ids=["exploded", "dead", "stuck", "slow"],
)
@pytest.mark.parametrize("doubts", [reading.Doubts(("softmax",), ("relu",)), DOUBTED], ids=["failing", "unjudged"])
def test_a_bad_run_is_not_laid_to_the_learning_rate_before_all_functions_pass(
    losses: list[float], active: tuple[float, ...], doubts: reading.Doubts
) -> None:
    """The functions come first, with what to type, and no other cause is told; with none in doubt it is as ever."""
    bad = run(losses, 0.1), answers(0.1, active=active)
    first, *others = reading.read(*bad, doubts)
    assert first.headline.startswith("Check your functions first")
    assert ("softmax does not pass yet" in first.headline) == bool(doubts.failing)
    assert "softmax" in first.headline + first.meaning
    assert "`autograder check " in first.tries[0]
    told = " ".join(f"{finding.headline} {finding.meaning} {finding.tries}" for finding in others)
    assert not any(word in told for word in ("alpha", "learning rate", "valley", "steps are", "weights"))
    assert [finding.id for finding in others] == ids(*bad)
    assert "--alpha" in str(reading.read(*bad))


def test_a_good_run_is_not_doubted_because_nobody_has_checked() -> None:
    """Only a function that is known not to pass is told of, and what was learned stands before it."""
    assert [finding.id for finding in reading.read(run(), answers(), DOUBTED)] == ids(run(), answers())
    wrong = reading.read(run(), answers(), reading.Doubts(("softmax",)))
    assert [finding.id for finding in wrong][:2] == ["learned", "functions"]
