"""One exercise's verdict as a piece of HTML for a notebook: what the terminal says, in the same words and order.

Every style stands in its element, because a notebook's page has styles of its own, light or dark, and nbgrader's
feedback has others. Colours are said by a sign and a word as well.
"""

from __future__ import annotations

from autograder.course import Assignment
from autograder.judge.results import CheckResult, ExerciseResult
from autograder.report.page import Markup, join, kind_of, prose, tag
from autograder.report.terminal import MARKS, mark_of, number_of

# Readable on white and on the dark grey of notebooks: at least 4.5 to 1 on both.
COLOURS = {"good": "#2b8a57", "bad": "#d1495b", "todo": "#7a7f87", "carried": "#7a6ff0"}
BOX = "margin: .3em 0; padding: .5em 1em; border-left: 5px solid {}; font-size: 1em; line-height: 1.45; max-width: 50em"
TABLE = "border-collapse: collapse; margin: .5em 0; font-family: monospace"
PRINTED = "margin: .2em 0 .2em 1.4em; max-height: 12em; overflow: auto; background: none"
CELL = "text-align: right; padding: .1em 0 .1em 1.4em; border: 0; background: none"


def exercise_html(exercise: ExerciseResult, assignment: Assignment, heading: str = "") -> Markup:
    """The verdict: name, status and marks; each check; what is wrong, and expected beside got where values differ."""
    mark = mark_of(exercise, assignment)
    colour = COLOURS[kind_of(exercise.status, exercise.carried)]
    got = f"{number_of(exercise.score)} of {number_of(exercise.max_score)}"
    got += " mark" if exercise.max_score == 1 else " marks"
    title = tag(
        "div",
        tag("b", tag("code", exercise.name)),
        tag("b", f"  {mark.sign} {mark.word}", style=f"color: {colour}; margin: 0 .8em"),
        tag("span", f"{got}{heading}", style="opacity: .75"),
    )
    parts = [title, _checks(exercise)]
    if exercise.message:
        parts.append(tag("p", prose(exercise.message), style="margin: .5em 0; white-space: pre-line"))
    if exercise.table:
        parts.append(_table(exercise.table))
    if exercise.printed.strip():
        parts.append(tag("div", f"Printed by {exercise.name}:", style="opacity: .75"))
        parts.append(tag("pre", exercise.printed.rstrip(), style=PRINTED))
    return tag("div", *parts, style=BOX.format(colour))


def _checks(exercise: ExerciseResult) -> Markup:
    if exercise.status == "missing":
        items = [tag("li", f"· {check.name}", style="list-style: none; opacity: .75") for check in exercise.checks]
    else:
        items = [_check(check, exercise.checks_differ) for check in exercise.checks]
    return tag("ul", *items, style="margin: .3em 0; padding: 0") if items else Markup()


def _check(check: CheckResult, with_message: bool) -> Markup:
    mark = MARKS["passed" if check.passed else "failed"]
    sign = tag("b", mark.sign, style=f"color: {COLOURS['good' if check.passed else 'bad']}; margin-right: .5em")
    said = check.message if with_message and not check.passed else ""
    below = tag("div", prose(said), style="margin-left: 1.6em; opacity: .75") if said else Markup()
    return tag("li", sign, check.name, below, style="list-style: none; margin: 0")


def _table(rows: tuple[tuple[str, ...], ...]) -> Markup:
    def line(cells: tuple[str, ...], name: str) -> Markup:
        return tag("tr", *(tag(name, cell, style=CELL) for cell in cells), style="background: none")

    heading, *body = rows
    return tag("table", join([line(heading, "th"), *(line(row, "td") for row in body)]), style=TABLE)
