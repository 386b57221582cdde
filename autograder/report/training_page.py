"""The page of a training run: what it means in words first, then everything that there is to see.

How it learned, what the hidden units look for, who is confused with whom, which digits it misreads, how sure it is
when it is right and when it is wrong, and what other learning rates would have done. The page needs nothing but
itself, and colour never says anything alone: lines have dashes and names, cells have numbers, findings have words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.network import CLASSES, SIDE, Conv2d, Dense, Network
from autograder.report.charts import COLOUR, DOWN, HEIGHT, LEFT, UP, WIDTH, Line, curve, framed, picture
from autograder.report.charts import STYLE as CURVES
from autograder.report.page import Markup, document, join, percent, prose, table, tag, ticks
from autograder.training.reading import GUESSING, Finding
from autograder.training.run import Answers, Floats, Run

Counts = NDArray[np.int_]
Flags = NDArray[np.bool_]
MOST_UNITS = 40
MOST_DIGITS = 24
BINS = 10
EDGE = 20  # room for the half of a percentage that stands under the last tick
FEW = 5  # digits in a bin, fewer of which say nothing
# Purple against orange on white, as in the lesson's pictures: told apart with every kind of colour vision.
AGAINST, FOR = (84, 39, 136), (179, 88, 6)
WORDS = {"good": ("✓", "good"), "bad": ("✗", "to mend"), "note": ("·", "worth knowing")}

STYLE = """
main, .foot { max-width: 60rem; }
.numbers .figure { font-size: clamp(1.2rem, 5.5vw, 1.6rem); }
.findings { display: grid; gap: 1rem; margin-top: 1.5rem; }
.findings .card { border-left: 6px solid var(--soft); display: grid; gap: .5rem; }
.findings .card.is-good { border-left-color: var(--good); }
.findings .card.is-bad { border-left-color: var(--heat-bad); }
.findings h3 { font-size: 1.1rem; line-height: 1.35; }
.findings p { max-width: 46rem; }
.findings ul { margin: 0; padding-left: 1.2rem; display: grid; gap: .2rem; max-width: 46rem; }
.findings .mark { justify-self: start; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.75rem, 1fr)); gap: .9rem .6rem;
  margin-top: 1.25rem; }
.tiles.broad { grid-template-columns: repeat(5, 1fr); max-width: 46rem; }
.units .tiles { margin-top: .7rem; }
.tiles figure { text-align: center; min-width: 0; }
.tiles img { width: 100%; height: auto; max-width: 8rem; aspect-ratio: 1; image-rendering: pixelated;
  border: 1px solid var(--line); border-radius: 8px; display: block; margin: 0 auto; background: #fff; }
.tiles figcaption { font-size: .875rem; line-height: 1.35; margin-top: .25rem; overflow-wrap: normal; }
.tiles .guess { color: var(--bad); font-weight: 600; }
.tiles .sure { display: block; color: var(--soft); }
.scale { display: flex; gap: .4rem 1.2rem; flex-wrap: wrap; margin-top: .8rem; }
.scale span::before { content: ""; display: inline-block; width: .8em; height: .8em; border-radius: 3px;
  margin-right: .4em; vertical-align: -.05em; border: 1px solid var(--line); background: #fff; }
.scale .for::before { background: #b35806; }
.scale .against::before { background: #542788; }
.confusion { width: 100%; max-width: 34rem; height: auto; margin-top: .4rem; }
.confusion rect { fill: var(--heat-bad); }
.confusion rect.right { fill: var(--heat-good); }
.confusion rect.none { fill: var(--line); fill-opacity: .35; }
.confusion text { text-anchor: middle; }
.confusion .cell { fill: var(--ink); font-size: 12px; }
.confusion .class { font-weight: 600; font-size: 13px; }
.confusion-card { margin-top: 1.25rem; max-width: 38rem; }
.units h3 { margin-top: 1.5rem; }
.curve .bar-right { fill: var(--link); }
.curve .bar-wrong { fill: var(--heat-bad); }
.curve .dot { fill: var(--link); }
.curve .ideal { stroke: var(--soft); stroke-dasharray: 2 4; }
.key { display: flex; gap: .3rem 1.2rem; flex-wrap: wrap; }
.key i { display: inline-block; width: .8em; height: .8em; border-radius: 3px; margin-right: .4em;
  vertical-align: -.05em; background: var(--link); }
.key .wrong i { background: var(--heat-bad); border-radius: 50%; }
.rates { margin-top: 1.25rem; align-items: start; }
"""


def page(run: Run, answers: Answers, findings: Sequence[Finding]) -> str:
    """The whole page, as HTML that needs no network and no script."""
    body = tag(
        "main",
        tag("p", run.title, class_="eyebrow"),
        tag("h1", "How your network learned"),
        _numbers(run, answers),
        _findings(findings),
        _curves(run),
        _rates(run),
        _units(run, answers),
        _confusion(answers),
        _misread(run, answers),
        _sureness(answers),
    )
    return document(f"How your network learned: {run.title}", join([body, _foot(run)]), CURVES + STYLE)


def command(run: Run) -> str:
    """What to type to have the same run again."""
    options = run.options
    hidden = ",".join(map(str, options.hidden))
    return (
        f"autograder train --digits {options.digits} --steps {options.steps} --alpha {options.alpha:g} "
        f"--hidden {hidden} --seed {options.seed} --assignment {run.assignment}"
    )


def _numbers(run: Run, answers: Answers) -> Markup:
    last = run.points[-1]
    steps = f"{run.done:,}" if run.done == run.options.steps else f"{run.done:,} of {run.options.steps:,}"
    cards = [
        ("New digits read right", percent(answers.accuracy), f"of {answers.labels.size:,} that it never saw"),
        ("Loss on new digits", _loss(last.new_loss), f"guessing has {GUESSING:.3f}"),
        (f"{run.unit.capitalize()}s", steps, f"on {run.options.digits:,} digits in {run.seconds:,.0f} s"),
        ("Network", run.network.sizes(), f"learning rate {run.options.alpha:g}"),
    ]
    return tag(
        "div",
        *(
            tag("div", tag("h2", name, class_="small lead"), tag("p", figure, class_="figure"),
                tag("p", below, class_="small"), class_="card")
            for name, figure, below in cards
        ),
        class_="grid numbers",
    )  # fmt: skip


def _loss(loss: float) -> str:
    return f"{loss:.3f}" if math.isfinite(loss) else "no number"


def _findings(findings: Sequence[Finding]) -> Markup:
    """What the run means, and what to try."""
    cards = []
    for finding in findings:
        sign, word = WORDS[finding.tone]
        kind = {"good": "good", "bad": "bad", "note": "todo"}[finding.tone]
        parts = [
            tag("span", tag("span", sign, aria_hidden="true"), f" {word}", class_=f"mark {kind}"),
            tag("h3", finding.headline),
            tag("p", prose(finding.meaning)),
        ]
        if finding.tries:
            parts.append(tag("p", "What to try:", class_="small lead"))
            parts.append(tag("ul", *(tag("li", prose(trying)) for trying in finding.tries)))
        cards.append(tag("div", *parts, class_=f"card is-{finding.tone}"))
    return tag("section", tag("h2", "What this run says"), tag("div", *cards, class_="findings"))


def _curves(run: Run) -> Markup:
    points = [point for point in run.points if point.is_finite]
    if len(points) < 2:
        return Markup()
    top = min(max(max(point.loss, point.new_loss) for point in points), 3 * GUESSING)
    losses = [
        Line([(point.step, point.loss) for point in points], "learned"),
        Line([(point.step, point.new_loss) for point in points], "new", "other"),
    ]
    shares = [
        Line([(point.step, point.accuracy) for point in points], "learned"),
        Line([(point.step, point.new_accuracy) for point in points], "new", "other"),
    ]
    below = f"{run.unit} of training"
    return tag(
        "section",
        tag("h2", "Curves"),
        tag(
            "p",
            "On the digits that it learns from, and on new ones. Where the two part, it has begun to learn by heart.",
            class_="lead",
        ),
        tag(
            "div",
            curve("Loss", losses, max(top * 1.05, 2.5), GUESSING, below=below),
            curve("Digits read right", shares, 1.0, 0.1, in_percent=True, below=below),
            class_="grid wide",
        ),
    )


def _rates(run: Run) -> Markup:
    """The short runs with other learning rates, side by side."""
    if len(run.rates) < 2:
        return Markup()
    best = min(run.rates, key=lambda rate: rate.last)
    lines, rows = [], []
    for rate in run.rates:
        own = math.isclose(rate.alpha, run.options.alpha, rel_tol=0.1)
        finite = [(step, loss) for step, loss in rate.points if math.isfinite(loss)]
        lines.append(Line(finite, f"{rate.alpha:g}", "" if own else "other" if rate is best else "third"))
        remark = ", ".join(word for word, holds in (("yours", own), ("lowest here", rate is best)) if holds)
        rows.append((f"{rate.alpha:g}", _loss(rate.points[-1][1]), remark))
    steps = max(rate.points[-1][0] for rate in run.rates)
    return tag(
        "section",
        tag("h2", "Other learning rates"),
        tag(
            "p",
            f"The same start and {run.rate_digits:,} digits, {steps} {run.unit}s with each rate. Too small a rate "
            "crawls, too large a one leaps about or blows up. What is best in a short run need not be in a long one.",
            class_="lead",
        ),
        tag(
            "div",
            curve("Loss on new digits", lines, 1.5 * GUESSING, GUESSING, below=f"{run.unit} of training"),
            tag("div", table(("learning rate", "loss at the end", ""), rows), class_="scroll"),
            class_="grid wide rates",
        ),
    )


def _units(run: Run, answers: Answers) -> Markup:
    """The first layer's weights as pictures: as they are, and what training has changed."""
    now, before = _pictures_of(run.network), _pictures_of(run.start)
    if now is None or before is None or now.shape != before.shape:
        return Markup()
    activity = answers.activity[0] if answers.activity and answers.activity[0].size == len(now) else None
    count, side = len(now), now.shape[1]
    shown = min(count, MOST_UNITS)
    what = "hidden unit" if side == SIDE else "kernel"
    lead = (
        f"The weights of each {what}, folded back into a picture. Where a weight is orange, ink speaks for the unit; "
        "where it is purple, ink speaks against it."
    )
    parts = [tag("h2", "What it looks for"), tag("p", lead, class_="lead"), _scale()]
    for title, weights in (("What training has changed", now - before), ("The weights as they are", now)):
        figures = list(_tiles(weights[:shown], activity, title, what))
        broad = " broad" if shown <= 10 else ""
        parts += [tag("h3", title), tag("div", *figures, class_=f"tiles{broad}")]
    if shown < count:
        parts.append(tag("p", f"The first {shown} of {count}.", class_="small"))
    return tag("section", *parts, class_="units")


def _scale() -> Markup:
    words = (("for", "speaks for it"), ("zero", "zero"), ("against", "speaks against it"))
    return tag("p", *(tag("span", says, class_=name) for name, says in words), class_="scale small")


def _pictures_of(network: Network) -> Floats | None:
    """The first layer's weights as pictures `(units, side, side)`; None where they are none."""
    for layer in network.layers:
        if isinstance(layer, Dense):
            return layer.weights.reshape(-1, SIDE, SIDE) if layer.weights.shape[1] == SIDE * SIDE else None
        if isinstance(layer, Conv2d):
            return layer.weights[:, 0]
    return None


def _tiles(weights: Floats, activity: Floats | None, title: str, what: str) -> Iterator[Markup]:
    """A picture for each unit; all share one scale, so that a quiet unit looks quiet."""
    limit = float(np.percentile(np.abs(weights), 99.5)) or 1.0
    for number, unit in enumerate(weights):
        share = np.clip(unit / limit, -1, 1)[..., np.newaxis]
        ink = np.where(share > 0, FOR, AGAINST)
        pixels = np.rint(255 + (ink - 255) * np.abs(share)).astype(np.uint8)
        source = picture(pixels.tobytes(), unit.shape[1], unit.shape[0], COLOUR)
        caption: list[str] = [f"{number}"]
        if activity is not None:
            quiet = activity[number] == 0
            says = "dead" if quiet else f"speaks at {activity[number]:.0%}"
            caption.append(tag("span", says, class_="guess sure" if quiet else "sure"))
        image = tag("img", src=source, alt=f"{title}: {what} {number}", width=96, height=96)
        yield tag("figure", image, tag("figcaption", *caption))


def _confusion(answers: Answers) -> Markup:
    """How often each digit was read as each other one."""
    counts = np.zeros((CLASSES, CLASSES), dtype=int)
    np.add.at(counts, (answers.labels, answers.read), 1)
    mistakes = counts - np.diag(np.diag(counts))
    worst = max(int(mistakes.max()), 1)
    size, begin = 34, 44
    parts: list[Markup] = []
    for at in range(CLASSES):
        middle = begin + size * (at + 0.5)
        parts.append(tag("text", str(at), x=middle, y=begin - 8, class_="class"))
        parts.append(tag("text", str(at), x=begin - 14, y=middle + 4, class_="class"))
    for truth in range(CLASSES):
        for read in range(CLASSES):
            number = int(counts[truth, read])
            x, y = begin + size * read, begin + size * truth
            kind = "right" if truth == read else None if number else "none"
            opacity = None if kind else 0.1 + 0.5 * number / worst
            box = {"x": x + 1, "y": y + 1, "width": size - 2, "height": size - 2, "rx": 4}
            parts.append(tag("rect", class_=kind, fill_opacity=opacity, **box))
            if number:
                parts.append(tag("text", str(number), x=x + size / 2, y=y + size / 2 + 4, class_="cell"))
    whole = begin + size * CLASSES
    parts.append(tag("text", "read as", x=begin + size * CLASSES / 2, y=12))
    turned = f"rotate(-90 12 {begin + size * CLASSES / 2:g})"
    parts.append(tag("text", "true digit", x=12, y=begin + size * CLASSES / 2, transform=turned))
    pairs = _confused(mistakes)
    label = f"{int(np.trace(counts))} of {counts.sum()} read right. {pairs}"
    drawing = tag(
        "svg", *parts, class_="confusion", viewBox=f"0 0 {whole + 4} {whole + 4}", role="img", aria_label=label
    )
    return tag(
        "section",
        tag("h2", "Who is confused with whom"),
        tag("p", f"A row for each digit, a column for what it was read as. {pairs}", class_="lead"),
        tag("div", drawing, class_="card confusion-card"),
    )


def _confused(mistakes: Counts) -> str:
    """The most frequent confusions in a sentence."""
    worst = [divmod(int(at), CLASSES) for at in np.argsort(-mistakes, axis=None, kind="stable")[:3]]
    named = [f"{truth} read as {read} ({mistakes[truth, read]})" for truth, read in worst if mistakes[truth, read]]
    return f"Most often: {', '.join(named)}." if named else "There is no mistake in it."


def _misread(run: Run, answers: Answers) -> Markup:
    """The digits that it got wrong, those first of which it was surest."""
    wrong = np.flatnonzero(~answers.right)
    if not wrong.size:
        return Markup()
    surest = wrong[np.argsort(-answers.sureness[wrong], kind="stable")][:MOST_DIGITS]
    figures = []
    for at in surest.tolist():
        truth, read = int(answers.labels[at]), int(answers.read[at])
        source = picture((255 - run.new.X[:, at]).astype(np.uint8).tobytes(), SIDE, SIDE)
        image = tag("img", src=source, alt=f"a handwritten {truth}", width=92, height=92)
        sure = tag("span", f"{answers.sureness[at]:.0%} sure", class_="sure")
        caption = tag("figcaption", f"{truth}, read as ", tag("span", str(read), class_="guess"), sure)
        figures.append(tag("figure", image, caption))
    return tag(
        "section",
        tag("h2", "Digits that it misread"),
        tag(
            "p",
            f"It misread {wrong.size:,} of {answers.labels.size:,} new digits. Here are those of which it was surest. "
            "Which of them would you have read?",
            class_="lead",
        ),
        tag("div", *figures, class_="tiles"),
    )


def _sureness(answers: Answers) -> Markup:
    """How sure it is when it is right and when it is wrong, and whether it is as often right as it is sure."""
    sure, right = answers.sureness, answers.right
    if not np.isfinite(sure).all():
        return Markup()
    says = []
    for word, some in (("right", right), ("wrong", ~right)):
        if some.any():
            says.append(f"when it is {word} it is {sure[some].mean():.0%} sure on average")
    lead = f"{'; '.join(says).capitalize()}. A network that knows what it does not know hesitates before its mistakes."
    return tag(
        "section",
        tag("h2", "How sure it is"),
        tag("p", lead, class_="lead"),
        tag("div", _histogram(sure, right), _calibration(sure, right), class_="grid wide"),
    )


def _bins(sure: Floats) -> Counts:
    found: Counts = np.minimum((sure * BINS).astype(int), BINS - 1)
    return found


def _x(share: float) -> float:
    return LEFT + (WIDTH - LEFT - EDGE) * share


def _y(share: float) -> float:
    return HEIGHT - DOWN - (HEIGHT - UP - DOWN) * share


def _axes(below: str, top: float) -> list[Markup]:
    """Percentages to the right and upwards; `top` is what the upper edge stands for."""
    parts = []
    for value in ticks(0.0, top, 4):
        at = _y(value / top)
        parts.append(tag("line", class_="axis", x1=LEFT, x2=_x(1), y1=at, y2=at))
        parts.append(tag("text", f"{value:.0%}", x=LEFT - 7, y=at + 4, text_anchor="end"))
    for value in ticks(0.0, 1.0, 5):
        parts.append(tag("text", f"{value:.0%}", x=_x(value), y=HEIGHT - DOWN + 18, text_anchor="middle"))
    parts.append(tag("text", below, x=_x(0.5), y=HEIGHT - 4, text_anchor="middle"))
    return parts


def _histogram(sure: Floats, right: Flags) -> Markup:
    """How the sureness is spread, among right and among wrong answers, each group as shares of itself."""
    groups = [np.bincount(_bins(sure[some]), minlength=BINS) / max(some.sum(), 1) for some in (right, ~right)]
    top = max(float(max(group.max() for group in groups)), 0.1)
    parts = _axes("how sure it was", top)
    broad = (_x(1) - _x(0)) / BINS
    for offset, (group, kind) in enumerate(zip(groups, ("bar-right", "bar-wrong"), strict=True)):
        for at, share in enumerate(group.tolist()):
            if share:
                x = _x(at / BINS) + 2 + offset * (broad / 2 - 1)
                high = _y(share / top)
                parts.append(tag("rect", class_=kind, x=x, y=high, width=broad / 2 - 3, height=_y(0) - high, rx=2.0))
    says = "Share of right and of wrong answers by how sure the network was: " + "; ".join(
        f"{at * 10} to {at * 10 + 10}%: {groups[0][at]:.0%} and {groups[1][at]:.0%}" for at in range(BINS)
    )
    drawing = framed("How sure, of all right answers and of all wrong ones", says, parts, HEIGHT)
    key = tag(
        "p",
        tag("span", tag("i"), "right answers (left bars)", class_="right"),
        tag("span", tag("i"), "wrong answers (right bars)", class_="wrong"),
        class_="key small",
    )
    return Markup(drawing.replace("</figure>", f"{key}</figure>"))


def _calibration(sure: Floats, right: Flags) -> Markup:
    """For each degree of sureness, how often it was right: on the dotted line it is as often right as it is sure."""
    parts = _axes("how sure it was", 1.0)
    parts.append(tag("line", class_="ideal", x1=_x(0), y1=_y(0), x2=_x(1), y2=_y(1)))
    parts.append(tag("text", "surer than right", x=_x(0.97), y=_y(0.06), text_anchor="end"))
    parts.append(tag("text", "less sure than right", x=_x(0.03), y=_y(0.9)))
    bins, said = _bins(sure), []
    for at in range(BINS):
        some = bins == at
        if some.sum() >= FEW:
            x, y = float(sure[some].mean()), float(right[some].mean())
            radius = 3 + 7 * math.sqrt(some.sum() / sure.size)
            parts.append(tag("circle", class_="dot", cx=_x(x), cy=_y(y), r=radius))
            said.append(f"{x:.0%} sure, {y:.0%} right")
    says = f"How often it is right by how sure it is: {'; '.join(said) or 'too few digits to say'}"
    return framed("How often it is right (a larger dot: more digits)", says, parts, HEIGHT)


def _foot(run: Run) -> Markup:
    """How the figures came about, and how to have them again."""
    return tag(
        "footer",
        tag(
            "p",
            "Your own functions trained this network. All figures were measured from its parameters, on digits that it "
            "did not learn from unless said otherwise. The same again: ",
            tag("code", command(run)),
        ),
        class_="foot",
    )
