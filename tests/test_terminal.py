"""The report in a terminal: at any width, without colour, and whatever a student's text holds."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from autograder import course as courses
from autograder import guide
from autograder.classroom.summary import summarise
from autograder.desk import screen
from autograder.judge.results import CheckResult, ExerciseResult, Result
from autograder.report import feedback, terminal

ASSIGNMENT = courses.load().assignment()
EVIL = "[red]bold[/red] \x1b[31mred\x1b[0m \x07 \u202e \ud800 :smile: \r gone"


def result_of(**changed: ExerciseResult) -> Result:
    """A result in which everything passes but for the exercises given."""
    exercises = tuple(
        changed.get(name, ExerciseResult(name, points, points, "passed"))
        for name in ASSIGNMENT.names
        for points in [ASSIGNMENT.exercise(name).points]
    )
    score = sum(exercise.score for exercise in exercises)
    return Result(ASSIGNMENT.name, "handed-in", 0, "graded", score, ASSIGNMENT.max_score, 0.78125, "", exercises)


def softmax(message: str = "You divide by the sum of the whole matrix. " * 3) -> ExerciseResult:
    """A wrong softmax, with everything that a report can show."""
    checks = (
        CheckResult("each column becomes a probability distribution", False, "other values"),
        CheckResult("one column or many", True),
    )
    table = (("", "expected", "got"), ("result[0, 0]", "0.028407", "0.00061104"), ("result[12, 3]", "1", "-2"))
    return ExerciseResult("softmax", 0.5, 1.0, "failed", False, "softmax-over-all", message, checks, table)


WRONG = result_of(softmax=softmax(), forward_prop=ExerciseResult("forward_prop", 1.0, 1.0, "passed", carried=True))


def printed(result: Result, width: int = 80, asked: tuple[str, ...] = (), again: str | None = "autograder check {}",
            colour: bool = False) -> str:  # fmt: skip
    """What a terminal of that width shows, or a file where there is no colour."""
    stream = io.StringIO()
    screen = Console(file=stream, width=width, force_terminal=colour, highlight=False, markup=False, emoji=False)
    if asked:
        result = replace(result, exercises=tuple(e for e in result.exercises if e.name in asked))
    terminal.show(screen, result, ASSIGNMENT, asked=asked, again=again)
    return stream.getvalue()


@pytest.mark.parametrize("asked", [(), ("softmax",)])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_report_fits_its_terminal(width: int, asked: tuple[str, ...]) -> None:
    """No line is wider than the terminal, none ends in blanks, and no word is lost at any width."""
    lines = printed(WRONG, width, asked).splitlines()
    assert max(map(len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    assert " ".join(printed(WRONG, 200, asked).split()) == " ".join(" ".join(lines).split())


def test_lines_stay_readable_on_a_wide_screen() -> None:
    """Prose does not run over the whole of a wide screen."""
    assert max(map(len, printed(WRONG, 250).splitlines())) <= terminal.WIDEST


def test_a_pipe_gets_plain_text() -> None:
    """Without colour there is no escape sequence, and each sign has a word beside it."""
    text = printed(WRONG)
    assert "\x1b" not in text
    rows = [line for line in text.splitlines() if " of " in line and line[2:3] in "✓✗·"]
    lines = {row.split()[1]: row for row in rows}
    assert "not right yet" in lines["softmax"]
    assert "0.5 of 1" in lines["softmax"]
    assert "passed" in lines["relu"]


def test_colour_adds_no_words() -> None:
    """With colour the report says the same."""
    coloured = printed(WRONG, colour=True)
    assert "\x1b[" in coloured
    assert terminal.Text.from_ansi(coloured).plain.split() == printed(WRONG).split()


def test_no_colour_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR takes the colours away, as people who set it expect."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in printed(WRONG, colour=True)


def test_the_first_thing_to_mend_is_explained() -> None:
    """Below the table stand the first mistake's name, message, numbers and failing claims, and what to type then."""
    below = printed(WRONG).split("First to mend: ")[1]
    assert below.startswith("softmax")
    assert "sum of the whole matrix" in below
    assert "✗ each column becomes a probability distribution" in below
    assert "1 of 2 checks hold already" in below
    assert "    result[0, 0]   0.028407  0.00061104\n    result[12, 3]         1          -2\n" in below
    assert below.rstrip().endswith("autograder check softmax")


def test_what_was_tried_comes_before_what_is_missing() -> None:
    """A mistake is explained before an earlier exercise that is still to be written."""
    missing = ExerciseResult("load_csv", 0.0, 1.0, "missing", message="load_csv is still to be written.")
    assert "First to mend: softmax" in printed(result_of(load_csv=missing, softmax=softmax()))
    assert "Next: load_csv, exercise 1" in printed(result_of(load_csv=missing))


MISNAMED = ExerciseResult(
    "relu", 0.0, 1.0, "missing", message="There is no `relu`, but a `ReLU`.", checks=(CheckResult("zero", False),),
    misnamed="ReLU",
)  # fmt: skip


def test_a_function_with_nearly_the_right_name_is_told_everywhere() -> None:
    """Whoever wrote `ReLU` has begun, and hears that its name is another: in each report, on screen and on paper."""
    missing = {name: ExerciseResult(name, 0.0, 1.0, "missing", message="Still.") for name in ASSIGNMENT.names}
    result = result_of(**{**missing, "relu": MISNAMED})
    view = screen.View(ASSIGNMENT, guide.load(ASSIGNMENT.name), "relu", results={"relu": MISNAMED}, verdict=MISNAMED)
    wide = Console(file=io.StringIO(), width=100, markup=False, emoji=False)
    whole, plain = (_text(wide, parts) for parts in (screen.frame(view, wide, 100, 40), screen.plain(view)))
    page = feedback.page("Ada", result, ASSIGNMENT.title)
    for text in (printed(result), printed(result, asked=("relu",)), whole, plain, page):
        assert "but a" in text
        assert "ReLU" in text
        assert "Nothing is written yet" not in text
    first = result_of(**{**missing, "relu": MISNAMED, "load_csv": replace(softmax(), name="load_csv")})
    assert "ReLU" in feedback.page("Ada", first, ASSIGNMENT.title)
    assert summarise("Ada", result).first_to_mend == "relu"
    assert summarise("Ada", first).first_to_mend == "load_csv"
    assert not summarise("Ada", result).untouched
    assert summarise("Ada", result_of(**missing)).untouched


def _text(screen: Console, parts: Sequence[RenderableType]) -> str:
    with screen.capture() as caught:
        screen.print(*parts)
    return caught.get()


def test_a_carried_exercise_names_the_helper() -> None:
    """What is wrong only through a helper is shown as passed, with the helper's name."""
    (line,) = [line for line in printed(WRONG).splitlines() if "forward_prop" in line]
    assert line.startswith("  ✓ forward_prop")
    assert line.endswith("passed; wrong only through softmax")


def test_accuracy_stands_beside_what_is_asked() -> None:
    """The accuracy and the threshold are in one line."""
    assert "78.1% read right, 75% asked for" in printed(WRONG)


@pytest.mark.parametrize("asked", [(), ("softmax",)])
@pytest.mark.parametrize("colour", [False, True])
def test_what_a_student_wrote_is_printed_literally(asked: tuple[str, ...], colour: bool) -> None:
    """Markup, escape sequences and other controls in a message are shown, not obeyed."""
    text = printed(result_of(softmax=softmax(EVIL)), 120, asked, colour=colour)
    assert "[red]bold[/red]" in text
    assert ":smile:" in text
    for spelled in (r"\x1b[31m", r"\x07", r"\u202e", r"\ud800", r"\r"):
        assert spelled in text
    for character in ("\x1b[31mred", "\x07", "\u202e", "\ud800", "\r"):
        assert character not in text


def test_everything_that_comes_from_a_submission_is_cleaned() -> None:
    """Names, claims and table entries too can hold no control characters."""
    checks = (CheckResult("\x1bclaim", False, "\x1bm"),)
    table = (("", "\x1bgot"), ("\x1brow", "\x1b1"))
    evil = ExerciseResult("softmax", 0.0, 1.0, "failed", message="m", checks=checks, table=table)
    result = replace(result_of(softmax=evil), submission="\x1b]0;title\x07")
    assert "\x1b" not in printed(result, again="type {} \x1b")
    assert "\x1b" not in printed(result, asked=("softmax",))


def test_a_complete_network_gets_a_last_word() -> None:
    """When everything passes, nothing is left to mend."""
    text = printed(result_of())
    assert terminal.DONE in text
    assert "autograder play" in text
    assert "autograder watch xavier_weights" in text, "the next assignment begins with this"
    assert "mend" not in text
    assert "✗" not in text
