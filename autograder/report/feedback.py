"""A student's page: the marks, the first thing to mend and why, then every exercise with its checks and diagnosis.

It says what the report in a terminal says, in the same words and order, and shows what a terminal can't: how training
went, and the digits that were misread. Of a run with a hidden seed it shows no seed and no table of numbers, whatever
the result holds.
"""

from __future__ import annotations

import base64
import binascii
import math
from typing import Any

from autograder import course as courses
from autograder.course import Assignment, CourseError
from autograder.judge.results import CheckResult, ExerciseResult, Result
from autograder.network import SIDE
from autograder.report.charts import STYLE as CURVES
from autograder.report.charts import Line, curve, picture
from autograder.report.page import (
    Markup,
    badge,
    bar,
    document,
    join,
    kind_of,
    percent,
    person,
    prose,
    table,
    tag,
)
from autograder.report.terminal import DONE, MARKS, mark_of, number_of, word_of

MOST_DIGITS = 24
MOST_POINTS = 400
LARGEST = 1e9  # what lies beyond is no step, loss or accuracy that a drawing can show
MARKS_EXPLAINED = (
    "Every function is judged on its own. One that is right, and goes wrong only through another function of yours, "
    "has its marks. The last exercise is the exception: there your own functions work together."
)
NOT_GRADED = (
    "Something went wrong on the grader's side, and that is not your fault. Nothing has been marked yet; "
    "your instructor has been told."
)
NOT_READ = "So nothing could be marked. `autograder check` shows whether it can be read once you have changed it."
Point = tuple[float, float, float]

STYLE = """
main, .foot { max-width: 56rem; }
.exercises { list-style: none; margin: 1.25rem 0 0; padding: 0; background: var(--card); border: 1px solid var(--line);
  border-radius: 12px; overflow: hidden; }
.exercises > li + li { border-top: 1px solid var(--line); }
.exercises summary { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .8rem; padding: .6rem 1.25rem;
  list-style: none; }
.exercises summary:focus-visible { outline-offset: -3px; border-radius: 12px; }
.exercises summary::-webkit-details-marker { display: none; }
.exercises summary::before { content: ""; width: .45rem; height: .45rem; border: solid var(--soft);
  border-width: 0 2px 2px 0; transform: rotate(-45deg); flex: none; }
.exercises details[open] > summary::before { transform: rotate(45deg); }
.exercises h3 { font-weight: 600; min-width: 10rem; }
.exercises .place { color: var(--soft); min-width: 1.4rem; text-align: right; font-variant-numeric: tabular-nums; }
.exercises .score { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.inside { padding: .2rem 1.25rem 1.2rem 3.85rem; display: grid; gap: 1rem; }
.checks { list-style: none; margin: 0; padding: 0; display: grid; gap: .3rem; }
.checks li { display: grid; grid-template-columns: 1.4rem 1fr; }
.checks .sign { font-weight: 700; }
.checks .good, .checks .bad, .checks .todo { background: none; }
.checks .said { grid-column: 2; color: var(--soft); font-size: .875rem; }
.differ { overflow-x: auto; }
.differ table { font-size: .92rem; }
.differ th, .differ td { padding: .25rem 0 .25rem 1.6rem; }
.differ th:first-child, .differ td:first-child { padding-left: 0; }
.first { border-left: 6px solid var(--heat-bad); display: grid; gap: 1rem; margin-top: 1.5rem; }
.first.done { border-left-color: var(--good); }
.first.next { border-left-color: var(--soft); }
.digits { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.25rem, 1fr)); gap: .9rem .6rem;
  margin-top: 1.25rem; }
.digits figure { text-align: center; }
.digits img { width: 4.5rem; height: 4.5rem; image-rendering: pixelated; border: 1px solid var(--line);
  border-radius: 8px; }
.digits figcaption { font-size: .875rem; line-height: 1.35; margin-top: .2rem; }
.digits .guess { color: var(--bad); font-weight: 600; }
@media (max-width: 36rem) {
  .exercises summary { display: grid; grid-template-columns: auto auto 1fr auto; padding: .7rem .9rem; }
  .exercises .mark { grid-area: 2 / 3 / 3 / 5; justify-self: start; }
  .inside { padding: .1rem .9rem 1rem; }
}
"""


def page(student: str, result: Result, title: str) -> str:
    """The whole page of one student, as HTML that needs no network and no script."""
    return document(f"{student}: {title}", _Page(student, result, title).body(), CURVES + STYLE)


class _Page:
    """One student's result, part by part."""

    def __init__(self, student: str, result: Result, title: str) -> None:
        self.student = student
        self.result = result
        self.title = title
        self.assignment = _assignment(result)
        self.gate = self.assignment.gate if self.assignment else None
        self.first = result.first_to_mend
        self.untouched = result.untouched

    def body(self) -> Markup:
        heading = [tag("p", self.title, class_="eyebrow"), tag("h1", "Feedback for ", person(self.student))]
        if self.result.status == "broken":
            return join([tag("main", *heading, _note("Not graded yet", NOT_GRADED)), self._foot()])
        if self.result.status == "unreadable":
            says = f"{self.result.message}\n\n{NOT_READ}".strip()
            parts = [self._numbers(), _note("Your submission could not be read", says)]
        else:
            left_out = self.result.details.get("left_out", "")
            notes = [_note("Not all files were taken", left_out)] if left_out else []
            parts = [self._numbers(), *notes, self._first(), self._exercises(), self._training(), self._misread()]
        return join([tag("main", *heading, *parts), self._foot()])

    def _numbers(self) -> Markup:
        """Marks, accuracy, and how many exercises are done."""
        result = self.result
        share = result.score / result.max_score if result.max_score else 0.0
        cards = [_card("Marks", number_of(result.score), f" of {number_of(result.max_score)}", share, share >= 1)]
        accuracy, threshold = result.dev_accuracy, self.gate.threshold if self.gate else None
        if accuracy is not None:
            asked = "" if threshold is None else f"{100 * threshold:g}% asked for"
            reached = threshold is None or accuracy >= threshold
            verdict = f": {'reached' if reached else 'not reached yet'}" if asked else ""
            cards.append(
                _card("New digits read right", percent(accuracy), "", accuracy, reached, threshold, asked + verdict)
            )
        elif result.status == "graded":
            asked = "" if threshold is None else f"{100 * threshold:g}% asked for: "
            cards.append(_card("New digits read right", "–", "", 0.0, False, threshold, f"{asked}not measured yet"))
        if result.status == "graded":
            count = len(result.exercises)
            passed = sum(exercise.status == "passed" for exercise in result.exercises)
            cards.append(
                _card("Exercises that pass", str(passed), f" of {count}", passed / max(count, 1), passed == count)
            )
        return tag("div", *cards, class_="grid")

    def _first(self) -> Markup:
        """The one thing to do now."""
        exercise = self.first
        if exercise is None:
            return tag("section", tag("h2", "Nothing to mend"), tag("p", DONE), class_="card first done")
        missing = exercise.status == "missing"
        code = tag("code", exercise.name)
        again = tag(
            "p", "When you have changed it, type ", tag("code", f"autograder check {exercise.name}"), " to see."
        )
        if self.untouched:
            say = ["Nothing is written yet. Begin with ", code, ", the first of the functions, where it says ",
                   "“Your code here.”"]  # fmt: skip
            return tag("section", tag("h2", "Where to begin"), tag("p", *say), again, class_="card first next")
        if missing:
            parts = [tag("h2", "Next: ", code), tag("p", prose(exercise.message), class_="prose"), again]
            return tag("section", *parts, class_="card first next")
        parts = [tag("h2", "First to mend: ", code), self._diagnosis(exercise), self._holding(exercise), again]
        return tag("section", *parts, class_="card first")

    def _holding(self, exercise: ExerciseResult) -> Markup:
        """How much of the exercise holds already."""
        holds = sum(check.passed for check in exercise.checks)
        if not holds:
            return Markup()
        count = len(exercise.checks)
        return tag("p", f"{holds} of its {count} checks {'holds' if holds == 1 else 'hold'} already.", class_="lead")

    def _diagnosis(self, exercise: ExerciseResult) -> Markup:
        """What is wrong and why, and expected beside got. No table where the seed is hidden."""
        parts = [tag("p", prose(exercise.message), class_="prose")] if exercise.message else []
        if exercise.table and self.result.seed is not None:
            heading, *rows = exercise.table
            cells = [[tag("span", cell, class_="code") for cell in row] for row in rows]
            parts.append(tag("div", table(heading, cells), class_="differ"))
        return join(parts)

    def _exercises(self) -> Markup:
        items = [tag("li", self._exercise(at, exercise)) for at, exercise in enumerate(self.result.exercises, 1)]
        lead = tag("p", "Each with its marks. Open one to see what was checked.", class_="lead")
        return tag("section", tag("h2", "All exercises"), lead, tag("ol", *items, class_="exercises"))

    def _exercise(self, place: int, exercise: ExerciseResult) -> Markup:
        kind = kind_of(exercise.status, exercise.carried)
        summary = tag(
            "summary",
            tag("span", str(place), class_="place"),
            tag("h3", tag("span", exercise.name, class_="code")),
            badge(mark_of(exercise, self.assignment), kind, word_of(exercise, self.result.exercises, self.assignment)),
            tag("span", f"{number_of(exercise.score)} of {number_of(exercise.max_score)}", class_="score"),
        )
        inside = [_checks(exercise)]
        if exercise is self.first and not exercise.untouched:
            inside.insert(0, tag("p", "What is wrong stands at the top of this page.", class_="lead"))
        elif not exercise.untouched:
            inside.insert(0, self._diagnosis(exercise))
        is_wrong = exercise.status != "passed" and not exercise.untouched
        return tag("details", summary, tag("div", *inside, class_="inside"), open=is_wrong)

    def _training(self) -> Markup:
        """How loss and accuracy went, as two drawings."""
        points = _points(self.result.details.get("history"))
        if len(points) < 2:
            return Markup()
        (_, begins, _), (_, ends, share) = points[0], points[-1]
        fell = f"The loss fell from {begins:.3g} to {ends:.3g}" if ends < begins else (
            f"The loss went from {begins:.3g} to {ends:.3g}, and it should fall"
        )  # fmt: skip
        says = f"{fell}; at the end the network read {percent(share)} of the digits that it learned from."
        if self.result.dev_accuracy is not None:
            says += f" Of new ones it reads {percent(self.result.dev_accuracy)}."
        top = min(max(loss for _, loss, _ in points), 3 * math.log(10))
        losses = [(step, loss) for step, loss, _ in points]
        shares = [(step, share) for step, _, share in points]
        drawings = [
            curve("Loss", [Line(losses)], max(top * 1.05, 2.5), guessing=math.log(10)),
            curve("Digits read right, of those learned from", [Line(shares)], 1.0, guessing=0.1, in_percent=True),
        ]
        return tag(
            "section",
            tag("h2", "How your network learned"),
            tag("p", says, class_="lead"),
            tag("div", *drawings, class_="grid wide"),
        )

    def _misread(self) -> Markup:
        """Some of the digits that the network got wrong, and what it took them for."""
        entries = self.result.details.get("misread")
        figures = [_digit(entry) for entry in entries[:MOST_DIGITS]] if isinstance(entries, list) else []
        figures = [figure for figure in figures if figure]
        if not figures:
            return Markup()
        lead = (
            "Some of the new digits, what each of them is, and what your network took it for. "
            "Which of them would you have read?"
        )
        return tag(
            "section",
            tag("h2", "Digits that it misread"),
            tag("p", lead, class_="lead"),
            tag("div", *figures, class_="digits"),
        )

    def _foot(self) -> Markup:
        version = f" Course version {self.result.course_version}." if self.result.course_version else ""
        says = MARKS_EXPLAINED + version if self.result.status == "graded" else version.strip()
        return tag("footer", tag("p", says), class_="foot") if says else Markup()


def _assignment(result: Result) -> Assignment | None:
    """The assignment that was graded; None where the course at hand does not have it."""
    try:
        return courses.load().assignment(result.assignment)
    except CourseError:
        return None


def _note(heading: str, message: str) -> Markup:
    return tag("section", tag("h2", heading), tag("p", prose(message), class_="prose"), class_="card first")


def _card(
    name: str, figure: str, of: str, share: float, reached: bool, goal: float | None = None, below: str = ""
) -> Markup:
    """A number with what it is, a bar, and what is asked for."""
    parts = [
        tag("h2", name, class_="small lead"),
        tag("p", figure, tag("span", of, class_="of"), class_="figure"),
        bar(share, "good" if reached else "todo", goal),
    ]
    if below:
        parts.append(tag("p", below, class_="small"))
    return tag("div", *parts, class_="card")


def _checks(exercise: ExerciseResult) -> Markup:
    """Each check: its sign, its claim and, where the failing ones differ, what it has to say."""
    if exercise.status == "missing":
        items = [tag("li", tag("span", "·", class_="sign todo", aria_hidden="true"), tag("span", check.name))
                 for check in exercise.checks]  # fmt: skip
        lead = tag("p", "What will be checked:", class_="lead")
        return join([lead, tag("ul", *items, class_="checks")]) if items else Markup()
    return tag("ul", *(_check(check, exercise.checks_differ) for check in exercise.checks), class_="checks")


def _check(check: CheckResult, with_message: bool) -> Markup:
    mark = MARKS["passed" if check.passed else "failed"]
    kind = "good" if check.passed else "bad"
    sign = tag("span", mark.sign, class_=f"sign {kind}", role="img", aria_label="holds" if check.passed else "fails")
    parts = [sign, tag("span", check.name)]
    if with_message and not check.passed and check.message:
        parts.append(tag("span", prose(check.message), class_="said"))
    return tag("li", *parts)


def _points(history: Any) -> list[Point]:
    """The entries of a history that can be drawn; of very many a part, with the first and the last."""
    if not isinstance(history, list):
        return []
    points = [
        (float(entry[0]), float(entry[1]), float(entry[2]))
        for entry in history
        if isinstance(entry, list | tuple) and len(entry) == 3 and all(_is_drawable(value) for value in entry)
    ]
    stride = max(1, math.ceil(len(points) / MOST_POINTS))
    return points if stride == 1 else [*points[:-1:stride], points[-1]]


def _is_drawable(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) < LARGEST  # which NaN is not


def _digit(entry: Any) -> Markup:
    """One misread digit as a small picture, dark on light as on paper; nothing where the entry is no such thing."""
    try:
        pixels = base64.b64decode(entry["pixels"], validate=True)
        label, guess = int(entry["label"]), int(entry["guess"])
    except (TypeError, KeyError, ValueError, binascii.Error):
        return Markup()
    if len(pixels) != SIDE * SIDE:
        return Markup()
    taken = str(guess) if 0 <= guess <= 9 else "no digit"
    ink = picture(bytes(255 - value for value in pixels), SIDE, SIDE)
    image = tag("img", src=ink, alt=f"a handwritten {label}", width=72, height=72)
    caption = tag("figcaption", f"{label}, read as ", tag("span", taken, class_="guess"))
    return tag("figure", image, caption)
