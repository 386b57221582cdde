"""What a training run means, in words: what happened, why, and what to try. Rules with numbers, each tested.

Every rule looks at one thing and says nothing where it finds nothing. The one that explains most comes first; where
training blew up or never began, the finer rules have nothing to add and are not asked.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from autograder.network import CLASSES
from autograder.training.run import Answers, Rate, Run
from autograder.training.session import MOST_DIGITS

GUESSING = math.log(CLASSES)
# Where the line is drawn; shares are of one.
WELL = 0.75  # accuracy on new digits
EXPLODED = 1.5  # times the loss at the start, and above guessing, with nothing learned in the end
NO_BETTER_THAN_GUESSING = 0.2  # accuracy; guessing has 0.1
STUCK = 0.01  # the loss fell by less than this share of what it was
STEEP = 0.03  # the last quarter lowered the loss by at least this share
FLAT = 0.005
GAP = 0.05  # between the accuracy on digits learned from and on new ones
TURNED = 1.05  # the loss on new digits, over its lowest
EARLY = 0.8  # of the run: before that the lowest loss on new digits is a turning point
BUMP, BUMPY = 0.01, 0.2  # a rise of the loss that counts, and the share of points that rise
SURER, HALF = 0.05, 0.5  # mean sureness over accuracy, where at least so many are right
FASTER = 0.8  # of this rate's loss: another rate's was lower by a fifth
FEW = 8  # points, fewer of which show no trend

Tone = Literal["good", "bad", "note"]


@dataclass(frozen=True)
class Finding:
    """One thing that a run shows: a headline, what it means, and what to try."""

    id: str
    tone: Tone
    headline: str
    meaning: str
    tries: tuple[str, ...] = ()
    seen: str = ""  # the part of the meaning that was measured, where the rest explains it


@dataclass(frozen=True)
class Doubts:
    """Which of the functions that train are known not to pass, and which nobody has judged as they are now."""

    failing: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.failing or self.unjudged)


NO_DOUBTS = Doubts()


def read(run: Run, answers: Answers, doubts: Doubts = NO_DOUBTS) -> list[Finding]:
    """What the run shows, the most important first.

    A run that goes badly has its cause in the functions, as long as they do not all pass: then no other is told.
    """
    broken = [*_failed(run), *_exploded(run)] or [*_not_learning(run, answers)]
    if broken and doubts:
        return [_check_first(run, doubts), *(_as_seen(finding) for finding in broken)]
    if broken:
        return [*broken, *_disagrees(run)]
    troubles = [*_disagrees(run), *_dead(answers), *_overfitting(run), *_bumpy(run)]
    remarks = [*_stopped(run), *_improving(run), *_faster_rate(run), *_surer_than_right(answers)]
    wrong = [_check_first(run, doubts)] if doubts.failing else []
    return [_learned(run, answers), *wrong, *troubles, *remarks]


def _check_first(run: Run, doubts: Doubts) -> Finding:
    failing, unjudged = doubts.failing, doubts.unjudged
    if failing:
        does = "does" if len(failing) == 1 else "do"
        headline = f"Check your functions first: {_listed(failing)} {does} not pass yet"
        first = f"`autograder check {failing[0]}` says what to mend."
    else:
        headline = "Check your functions first"
        first = f"{_check(run)} judges each function and says what to mend."
    return Finding(
        "functions",
        "bad",
        headline,
        "A run shows how well the functions work together. "
        + ("With a wrong one among them nobody can tell whether a setting is to blame." if failing else "")
        + (f"Not judged yet as they are now: {_listed(unjudged)}." if unjudged and not failing else ""),
        (first, "When all of them pass, train again: then it is worth while to look at the settings."),
    )


def _as_seen(finding: Finding) -> Finding:
    """A finding with what was measured, and without what it would mean if all functions were right."""
    return replace(finding, meaning=finding.seen or finding.meaning, tries=())


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _learned(run: Run, answers: Answers) -> Finding:
    first, last = run.points[0], run.points[-1]
    return Finding(
        "learned",
        "good" if answers.accuracy >= WELL else "note",
        f"It reads {answers.accuracy:.1%} of digits that it has never seen",
        f"Untrained it read {first.new_accuracy:.1%}, and guessing gets 10%. The loss on the digits that it learned "
        f"from went from {first.loss:.3g} to {last.loss:.3g}; guessing has {GUESSING:.3g}.",
    )


def _failed(run: Run) -> Iterator[Finding]:
    if run.end == "failed":
        yield Finding(
            "failed",
            "bad",
            f"Training ended in {run.unit} {run.done}",
            f"{run.trouble} What was learned until then is kept.",
            (f"{_check(run)} judges each function and says what to mend.",),
        )


def _exploded(run: Run) -> Iterator[Finding]:
    first, last = run.points[0], run.points[-1]
    peak = max(point.loss for point in run.points if point.is_finite or point is first)
    leapt = peak > EXPLODED * first.loss and peak > GUESSING and last.accuracy < NO_BETTER_THAN_GUESSING
    if last.is_finite and not leapt:
        return
    how = f"leapt from {first.loss:.3g} to {peak:.3g}" if last.is_finite else "became infinite, or no number at all"
    yield Finding(
        "exploded",
        "bad",
        "The training blew up",
        f"The loss {how}. Each step went so far that it landed higher on the other side of the valley, and the next "
        "one went farther still.",
        (
            f"A smaller learning rate, such as {_alpha(run, 0.1)}.",
            f"If a small one blows up too, look at the signs in your gradients and steps: {_check(run)}.",
        ),
        seen=f"The loss {how}.",
    )


def _not_learning(run: Run, answers: Answers) -> Iterator[Finding]:
    first, last = run.points[0], run.points[-1]
    if last.accuracy >= NO_BETTER_THAN_GUESSING or len(run.points) < 2:
        return
    fell = 1 - last.loss / first.loss
    headline = f"It has not learned to read: {last.accuracy:.1%} right, where guessing gets 10%"
    if all((activity == 0).all() for activity in answers.activity) and answers.activity:
        yield Finding(
            "all-dead",
            "bad",
            headline,
            "Every hidden unit is silent for every digit. A silent ReLU lets no blame through, so its weights get no "
            "gradient and can't come back; all digits get the same answer.",
            (
                f"A smaller learning rate, such as {_alpha(run, 0.1)}: one step too large does this.",
                "Smaller weights to begin with.",
            ),
            seen="Every hidden unit is silent for every digit; all digits get the same answer.",
        )
    elif fell < STUCK:
        yield Finding(
            "not-learning",
            "bad",
            headline,
            f"The loss hardly moved: from {first.loss:.3g} to {last.loss:.3g}. Either the steps are far too small, or "
            "they do not follow the gradient.",
            (
                f"A larger learning rate, such as {_alpha(run, 10)}.",
                f"Look at the gradients: {_check(run)}. Weights that all begin as 0 do this too.",
            ),
            seen=f"The loss hardly moved: from {first.loss:.3g} to {last.loss:.3g}.",
        )
    else:
        yield Finding(
            "slow",
            "bad",
            headline,
            f"But the loss falls, from {first.loss:.3g} to {last.loss:.3g}: it has only begun.",
            (
                f"More {run.unit}s, such as `--steps {run.options.steps * 5}`.",
                f"A larger learning rate, such as {_alpha(run, 3)}.",
            ),
            seen=f"The loss fell, from {first.loss:.3g} to {last.loss:.3g}.",
        )


def _dead(answers: Answers) -> Iterator[Finding]:
    for number, activity in enumerate(answers.activity, 1):
        dead = [str(unit) for unit in np.flatnonzero(activity == 0)]
        if not dead:
            continue
        where = f" of hidden layer {number}" if len(answers.activity) > 1 else ""
        names = ", ".join(dead[:10]) + (" …" if len(dead) > 10 else "")
        yield Finding(
            "dead-units",
            "bad",
            f"{len(dead)} of the {activity.size} hidden units{where} {'is' if len(dead) == 1 else 'are'} dead",
            f"Silent for every new digit: {names}. A silent ReLU gets no gradient, so it will not come back by itself; "
            "the network is smaller than it looks.",
            (
                "A smaller learning rate: one large step can push a unit below 0 for good.",
                "Another start (`--seed`), or weights that begin smaller.",
            ),
        )


def _overfitting(run: Run) -> Iterator[Finding]:
    last = run.points[-1]
    gap = last.accuracy - last.new_accuracy
    lowest = min(run.points, key=lambda point: point.new_loss)
    turned = last.new_loss > TURNED * lowest.new_loss and lowest.step < EARLY * run.done
    if gap < GAP and not turned:
        return
    says = (
        f"It reads {last.accuracy:.1%} of the digits that it learned from, and {last.new_accuracy:.1%} of new ones: "
        "part of what it knows is these very pictures, not what a digit looks like."
    )
    if turned:
        says += f" On new digits the loss was lowest after {lowest.step} {run.unit}s, at {lowest.new_loss:.3g}."
    tries = []
    if run.options.digits < MOST_DIGITS:
        tries.append(f"More digits, which always helps: `--digits {min(run.options.digits * 4, MOST_DIGITS)}`.")
    if turned:
        tries.append(f"Stopping earlier: `--steps {lowest.step}`.")
    tries.append("Fewer hidden units, which can remember less.")
    yield Finding("overfitting", "bad", "It learns its digits by heart", says, tuple(tries))


def _bumpy(run: Run) -> Iterator[Finding]:
    losses = [point.loss for point in run.points]
    if len(losses) < FEW:
        return
    rises = sum(after > (1 + BUMP) * before for before, after in pairwise(losses))
    if rises / (len(losses) - 1) < BUMPY:
        return
    yield Finding(
        "bumpy",
        "note",
        "The loss jumps up and down",
        f"It rose between {rises} of {len(losses) - 1} measurements. The steps are about as wide as the valley: they "
        "land now on one side, now on the other.",
        (f"A smaller learning rate, such as {_alpha(run, 1 / 3)}, with more {run.unit}s.",),
    )


def _improving(run: Run) -> Iterator[Finding]:
    if len(run.points) < FEW:
        return
    last = run.points[-1]
    before = next(point for point in run.points if point.step >= 0.75 * run.done)
    fell = 1 - last.loss / before.loss if before.loss > 0 else 0.0
    if fell >= STEEP and last.new_loss < before.new_loss:
        yield Finding(
            "still-improving",
            "note",
            "It was still getting better",
            f"In the last quarter of the run the loss fell by another {fell:.0%}. More training is likely to pay.",
            (f"More {run.unit}s: `--steps {run.options.steps * 2}`.",),
        )
    elif abs(fell) < FLAT:
        yield Finding(
            "levelled-off",
            "note",
            "It has learned what it can in this way",
            "The loss is level: more of the same will change little.",
            (
                "More digits (`--digits`), or more hidden units (`--hidden`).",
                "Another start (`--seed`), to see how much of the result is luck.",
            ),
        )


def _faster_rate(run: Run) -> Iterator[Finding]:
    own = _rate_of(run)
    if own is None:
        return
    best = min(run.rates, key=lambda rate: rate.last)
    if best is not own and best.last < FASTER * own.last:
        size = "larger" if best.alpha > own.alpha else "smaller"
        yield Finding(
            "faster-rate",
            "note",
            f"A {size} learning rate is faster at first",
            f"After {own.points[-1][0]} {run.unit}s with alpha {own.alpha:g} the loss was {own.last:.3g}, and with "
            f"{best.alpha:g} it was {best.last:.3g}. A short run does not show what happens later.",
            (f"Try it: `--alpha {best.alpha:g}`.",),
        )


def _rate_of(run: Run) -> Rate | None:
    """The short run with about the learning rate of the run itself."""
    near = [rate for rate in run.rates if math.isclose(rate.alpha, run.options.alpha, rel_tol=0.1)]
    return near[0] if near else None


def _surer_than_right(answers: Answers) -> Iterator[Finding]:
    sure = float(answers.sureness.mean())
    if sure - answers.accuracy >= SURER and answers.accuracy >= HALF:
        yield Finding(
            "surer-than-right",
            "note",
            "It is surer than it should be",
            f"On average it gives its answer a probability of {sure:.1%}, and is right in {answers.accuracy:.1%}. "
            "Learning by heart does this: on its own digits it had every reason to be sure.",
            ("More digits, or fewer steps.",),
        )


def _stopped(run: Run) -> Iterator[Finding]:
    if run.end == "stopped":
        yield Finding(
            "stopped",
            "note",
            f"You stopped it after {run.done} of {run.options.steps} {run.unit}s",
            "What was learned until then is kept.",
        )


def _disagrees(run: Run) -> Iterator[Finding]:
    count, of = run.disagreements, run.new.Y.size
    if count:
        yield Finding(
            "disagrees",
            "bad",
            f"Your own function reads {count:,} of {of:,} new digits in another way",
            "All figures here are measured from the parameters that your training returned. The function of yours that "
            "reads digits answers something else with the same parameters.",
            (f"{_check(run)} says which of your functions is to be mended.",),
        )


def _check(run: Run) -> str:
    """What to type to have the functions of this assignment judged."""
    return f"`autograder check --assignment {run.assignment}`"


def _alpha(run: Run, times: float) -> str:
    """So many times the run's learning rate, rounded, as it is typed."""
    return f"`--alpha {float(f'{run.options.alpha * times:.1g}'):g}`"
