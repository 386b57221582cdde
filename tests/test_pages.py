"""The pages are safe with anything that a student may write, self-contained, small, and readable in a real browser."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
import struct
import tracemalloc
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browser import Browser

from autograder.classroom.summary import Summary, summarise
from autograder.judge.results import CheckResult, ExerciseResult, Result
from autograder.report import class_page, feedback, page
from autograder.report.terminal import MARKS

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror="alert(1)">',
    "</title></style></script><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{0} %s `<b>` &amp; ]]> <!--",
    "\u202egnp.exe\u2066\x00\x1b[31m\ud800\r\n\tend",
)
STATUSES = ("passed", "failed", "missing", "error", "timeout", "crashed", "forbidden")
NAMES = ("load_csv", "normalize", "train_dev_split", "one_hot", "init_params", "relu", "softmax", "forward_prop",
         "cross_entropy", "relu_deriv", "backward_prop", "update_params", "get_predictions", "get_accuracy",
         "make_predictions", "gradient_descent", "dev_accuracy")  # fmt: skip
PIXELS = bytes(range(256)) * 3 + bytes(16)
HISTORY = [[10.0 * at, 2.4 / (1 + at / 3), min(0.1 + at / 25, 0.9)] for at in range(21)]


def exercise(name: str, status: Any = "passed", **more: Any) -> ExerciseResult:
    """An exercise of three checks, of which the first holds."""
    holds = status == "passed"
    claims = ("it is defined", "the shape is right", "the values are right")
    checks = tuple(
        CheckResult(claim, holds or at == 0, "" if holds else "other values") for at, claim in enumerate(claims)
    )
    full = 4.0 if name == "dev_accuracy" else 1.0
    return ExerciseResult(name, full if holds else 0.0, full, status, checks=checks, **more)


def result(*wrong: ExerciseResult, **more: Any) -> Result:
    """A graded submission: all passes but for the exercises given."""
    changed = {entry.name: entry for entry in wrong}
    exercises = tuple(changed.get(name, exercise(name)) for name in NAMES)
    whole = Result(
        assignment="a1_first_network",
        submission="a1_first_network.py",
        seed=0,
        status="graded",
        score=sum(entry.score for entry in exercises),
        max_score=20.0,
        dev_accuracy=0.812,
        message="",
        exercises=exercises,
        details={
            "history": HISTORY,
            "misread": [{"pixels": base64.b64encode(PIXELS).decode(), "label": 4, "guess": 9}],
        },
    )
    return replace(whole, **more)


SOFTMAX = exercise(
    "softmax",
    "failed",
    mistake="softmax-over-all",
    message="You divide by the sum of the whole matrix. Look at `axis`.",
    table=(("", "expected", "got"), ("result[0, 0]", "0.24681", "0.13579")),
)
FORWARD = exercise("forward_prop", carried=True, message="forward_prop is right on its own and has its marks.")
WRONG = result(SOFTMAX, FORWARD)
# Every text that can come from a student is hostile here.
HOSTILE_RESULT = result(
    *(
        exercise(name, status, mistake=text, message=text, table=(("", text, text), (text, text, text)))
        for name, status, text in zip(NAMES, STATUSES, HOSTILE, strict=False)
    ),
    submission=HOSTILE[0],
    message=HOSTILE[1],
    course_version=HOSTILE[2],
)


def class_of(results: Iterable[tuple[str, Result]]) -> str:
    rows = [summarise(student, found) for student, found in results]
    links = {row.student: f"{row.student}.html" for row in rows}
    return class_page.page("A first network", rows, {"softmax-over-all": "You divide by all."}, links)


HOSTILE_PAGES = {
    "feedback": feedback.page(HOSTILE[0], HOSTILE_RESULT, HOSTILE[2]),
    "unreadable": feedback.page(HOSTILE[5], replace(HOSTILE_RESULT, status="unreadable"), HOSTILE[1]),
    "class": class_of([(name, HOSTILE_RESULT) for name in HOSTILE]),
    "class, unreadable": class_of([(name, replace(HOSTILE_RESULT, status="unreadable")) for name in HOSTILE]),
    "class, broken": class_of([(name, replace(HOSTILE_RESULT, status="broken")) for name in HOSTILE]),
}
PAGES = {
    **HOSTILE_PAGES,
    "wrong": feedback.page("Ada", WRONG, "A first network"),
    "right": feedback.page("Ada", result(), "A first network"),
    "nothing written": feedback.page("Ada", result(*(exercise(name, "missing") for name in NAMES)), "A first network"),
    "class of two": class_of([("Ada", WRONG), ("Ben", result())]),
    "empty class": class_of([]),
}


class Tags(HTMLParser):
    """The elements of a page, each with its attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def named(self, *names: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in names]


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_hostile_text_stays_text(name: str) -> None:
    """Names, messages and code make no element, no attribute and no link of their own."""
    tags = Tags(HOSTILE_PAGES[name])
    assert len(tags.named("script")) == name.startswith("class")
    assert len(tags.named("style")) == 1
    assert not tags.named("iframe", "object", "form", "base", "b")
    for element, attributes in tags.elements:
        assert not any(key.startswith("on") or key == "style" for key in attributes), element
    for attributes in tags.named("a"):
        assert re.fullmatch(r"[\w.~%-]+", attributes["href"]), "a link leads to a file beside the page"


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_what_would_be_invisible_is_spelled_out(name: str) -> None:
    """Control and direction characters and halves of surrogates never reach a page; it can be written as UTF-8."""
    shown = HOSTILE_PAGES[name]
    assert all(character.isprintable() or character == "\n" for character in shown)
    shown.encode("utf-8")


def test_a_name_is_isolated_and_stays_on_one_line() -> None:
    """A name that turns the direction of text can't turn its neighbours; a line break in it is visible."""
    shown = feedback.page("a\u202eb\nc", result(), "A first network")
    assert r"<bdi>a\u202eb\nc</bdi>" in shown


@pytest.mark.parametrize("name", PAGES)
def test_a_page_allows_nothing_but_itself(name: str) -> None:
    """The policy forbids everything from elsewhere, and allows the one script by its hash."""
    tags = Tags(PAGES[name])
    (policy,) = [a["content"] for a in tags.named("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    script = re.search(r"<script>(.*?)</script>", PAGES[name], re.DOTALL)
    hashes = re.findall("'sha256-(.*?)'", policy)
    found = [] if script is None else [base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()]
    assert hashes == found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_no_network(name: str) -> None:
    """Pictures are part of the page, and nothing refers to another place."""
    tags = Tags(PAGES[name])
    assert all(attributes["src"].startswith("data:image/png;base64,") for attributes in tags.named("img"))
    assert all(attributes["href"] == "data:," for attributes in tags.named("link"))
    style = re.search(r"<style>(.*?)</style>", PAGES[name], re.DOTALL)
    assert style is not None
    assert not re.search(r"url\(|@import|@font-face|//", style[1])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_sound_for_those_who_do_not_see_it(name: str) -> None:
    """Language, title, headings in order, headers of tables with their scope, pictures with words."""
    tags = Tags(PAGES[name])
    assert tags.named("html") == [{"lang": "en"}]
    levels = [int(tag[1]) for tag, _ in tags.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(attributes.get("scope") in ("col", "row") for attributes in tags.named("th"))
    assert all(attributes.get("alt") for attributes in tags.named("img"))
    assert all(a.get("aria-label") or a.get("aria-hidden") for a in tags.named("svg"))


def test_the_same_result_gives_the_same_bytes() -> None:
    """Pages hold no date and nothing random."""
    assert feedback.page("Ada", WRONG, "A") == feedback.page("Ada", WRONG, "A")
    assert class_of([("Ada", WRONG)]) == class_of([("Ada", WRONG)])


def test_text_and_its_ground_contrast_enough() -> None:
    """Every ink is readable on every ground that it stands on, light and dark (WCAG AA, 4.5 to 1)."""
    pairs = [(ink, ground) for ink in ("ink", "soft", "link", "bad") for ground in ("page", "card")]
    pairs += [(kind, f"{kind}-tint") for kind in ("good", "bad", "todo", "carried")]
    pairs += [("good", "card"), ("ink", "todo-tint"), ("soft", "todo-tint")]
    for colours in (page.LIGHT, page.DARK):
        for ink, ground in pairs:
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground, colours["page"])


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminances, as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# A student's page


def test_marks_and_accuracy_stand_at_the_top_against_what_is_asked() -> None:
    """Marks, accuracy and threshold come before everything else."""
    text = " ".join(Tags(feedback.page("Ada", WRONG, "A first network")).text.split())
    top = text[: text.index("First to mend")]
    assert "19 of 20" in top
    assert "81.2%" in top
    assert "75% asked for: reached" in top


def test_the_first_thing_to_mend_comes_first_with_its_reason() -> None:
    """The diagnosis, and expected beside got, stand before the list of exercises, and only there."""
    shown = PAGES["wrong"]
    first = shown.index("First to mend: <code>softmax</code>")
    assert first < shown.index("You divide by the sum of the whole matrix.") < shown.index("All exercises")
    assert "<code>axis</code>" in shown
    assert shown.count("0.24681") == shown.count("0.13579") == 1


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_also_a_word(status: str) -> None:
    """Nobody needs to see colours to know what became of an exercise."""
    shown = Tags(feedback.page("Ada", result(exercise("relu", status)), "A")).text
    assert f"{MARKS[status].sign} {MARKS[status].word}" in shown


def test_a_carried_exercise_names_the_helper() -> None:
    """What is right on its own says through which helper it goes wrong."""
    assert "passed; wrong only through softmax" in Tags(PAGES["wrong"]).text


def test_every_check_of_every_exercise_is_shown() -> None:
    """Each claim stands there, passed or not."""
    assert Tags(PAGES["wrong"]).text.count("the values are right") == len(NAMES)


def test_nothing_of_a_hidden_seed_is_shown() -> None:
    """With a hidden seed no table of numbers appears, even where the result holds one; nor does a run's id."""
    hidden = replace(WRONG, seed=None, details={**WRONG.details, "run": "feedc0de", "content": "ba5eba11"})
    shown = feedback.page("Ada", hidden, "A")
    assert not re.search("0\\.24681|0\\.13579|feedc0de|ba5eba11", shown)
    assert "987654321" not in feedback.page("Ada", replace(WRONG, seed=987654321), "A")


def test_a_broken_grading_shows_no_marks_and_no_blame() -> None:
    """A student whose grading broke sees no zero, and nothing of the grader's inside."""
    text = Tags(feedback.page("Ada", replace(WRONG, status="broken", message="worker 7 lost"), "A")).text
    assert "not your fault" in text
    assert not re.search("19|of 20|worker 7|softmax", text)


def test_an_unreadable_submission_says_why() -> None:
    """The reason stands on the page, with 0 marks."""
    found = replace(result(), status="unreadable", score=0.0, dev_accuracy=None, message="line 3: invalid syntax.")
    text = " ".join(Tags(feedback.page("Ada", found, "A")).text.split())
    assert "line 3: invalid syntax." in text
    assert "0 of 20" in text


@pytest.mark.parametrize(
    "history",
    [None, "x", [], [[0, 1, 2]], [[0.0, None, 0.5]] * 9, [[0, 1e308, -1e308], [1e308, -1e308, 1e308]],
     [[0, 9e8, -9e8], [9e8, -9e8, 9e8]], [[5, 2, 0.5]] * 9, [[1e-300, 0, 0], [2e-300, 0, 0]],
     [[float("nan")] * 3, [1, 2, 3], [2, 1, 3]], HISTORY * 500],
)  # fmt: skip
def test_any_history_gives_a_page(history: Any) -> None:
    """Whatever a student's training reported, the drawing stays inside its frame and the page small."""
    shown = feedback.page("Ada", result(details={"history": history}), "A")
    numbers = re.findall(r'points="([^"]*)"', shown)
    assert all(0 <= float(n) <= 420 for line in numbers for n in re.split("[ ,]", line))
    assert len(shown) < 120_000


@pytest.mark.parametrize(
    "misread",
    [None, 7, [None], [{}], [{"pixels": "!", "label": 1, "guess": 2}], [{"pixels": "AAAA", "label": 1, "guess": 2}]],
)
def test_a_digit_that_is_none_is_left_out(misread: Any) -> None:
    """What is no picture makes no picture and no harm."""
    assert "Digits that it misread" not in feedback.page("Ada", result(details={"misread": misread}), "A")


def test_a_misread_digit_is_drawn_as_ink_on_paper() -> None:
    """The picture is a PNG of 28 by 28 pixels, dark where the digit is, with what it is and what it was taken for."""
    (picture,) = Tags(PAGES["wrong"]).named("img")
    data = base64.b64decode(picture["src"].partition(",")[2])
    assert struct.unpack(">II", data[16:24]) == (28, 28)
    length = struct.unpack(">I", data[33:37])[0]
    lines = zlib.decompress(data[41 : 41 + length])
    rows = [lines[at + 1 : at + 29] for at in range(0, len(lines), 29)]
    assert b"".join(rows) == bytes(255 - value for value in PIXELS)
    assert "4, read as 9" in Tags(PAGES["wrong"]).text


# The page of a class


def test_mistakes_are_counted_and_told_with_names() -> None:
    """The commonest mistake comes first, with how many made it, its sentence, and who."""
    general = exercise("relu", "failed", mistake="general-argument-modified")
    shown = class_of([("Ada", WRONG), ("Ben", WRONG), ("Cleo", result(general)), ("Dan", result())])
    text = " ".join(Tags(shown).text.split())
    table = text[text.index("The most common mistakes") : text.index("Marks earned")]
    assert re.search(r"2 ?softmax You divide by all\. ?Ada, Ben", table)
    assert re.search(r"1 ?relu Argument modified\. ?Cleo", table)
    assert "Dan" not in table


def test_broken_gradings_are_named_and_count_nowhere() -> None:
    """No mark, no exercise and no accuracy of a broken grading is counted; it is listed once, by name."""
    broken = replace(result(*(exercise(name, "missing") for name in NAMES)), status="broken", message="worker lost")
    text = Tags(class_of([("Ada", result()), ("Ben", broken)])).text
    assert text.count("worker lost") == 1
    assert "1 not graded" in text
    assert re.search(r"Full marks\s*1 of 1", text)
    many = Tags(class_of([(f"student {number}", broken) for number in range(60)])).text
    assert many.count("worker lost") == 50
    assert "and 10 more" in many


def test_time_limits_and_unreadable_submissions_are_listed_by_name() -> None:
    """Who needs a word stands under what happened."""
    unreadable = replace(result(), status="unreadable", score=0.0, message="no code")
    text = Tags(class_of([("Ada", result(exercise("relu", "timeout"))), ("Ben", unreadable)])).text
    assert re.search(r"Used up a time limit: 1\s*Ada: relu", text)
    assert re.search(r"Could not be read: 1\s*Ben: no code", text)


def test_who_was_graded_and_has_nothing_needs_a_look() -> None:
    """A 0 that was given is listed with its reason, as what could not be read is: it may be the wrong file."""
    nothing = result(*(exercise(name, "missing") for name in NAMES))
    wrong = result(exercise("relu", "failed"))
    zero = [("Ada", replace(nothing, score=0.0)), ("Ben", replace(wrong, score=0.0)), ("Cleo", result())]
    text = Tags(class_of(zero)).text
    assert re.search(r"Graded, with 0 marks: 2\s*Ada: nothing written yet\s*Ben: relu", text)
    assert "Graded, with 0 marks" not in Tags(class_of(zero[2:])).text
    other = {"left_out": "Left out: a1.py (a1.ipynb counts)."}
    text = Tags(class_of([("Ada", replace(nothing, score=0.0, details=other))])).text
    assert "Ada: nothing written yet. Left out: a1.py (a1.ipynb counts)" in text


def test_students_are_linked_to_their_pages() -> None:
    """A link is a quoted file name and nothing else; a student without a page is not linked."""
    rows = [summarise("a b/ü", result()), summarise("Ben", result())]
    tags = Tags(class_page.page("A", rows, {}, {"a b/ü": "a b_ü:1.html"}))
    assert {a["href"] for a in tags.named("a")} == {"a%20b_%C3%BC%3A1.html", "timings.csv"}


def many(count: int, longer: str = "") -> Iterator[Summary]:
    """Students of every kind, one at a time."""
    kinds = [
        summarise("", WRONG),
        summarise("", result()),
        summarise("", result(*(exercise(name, "failed", mistake=f"{name}-{n}") for n in range(3) for name in NAMES))),
        summarise("", replace(result(), status="unreadable", message="no code")),
        summarise("", replace(result(), status="broken", message="worker lost")),
    ]
    for number in range(count):
        yield replace(kinds[number % len(kinds)], student=f"family-name-first-name-{number:06}{longer}")


class Links(dict[str, str]):
    """A page for every student, without a table of them."""

    def get(self, student: str, default: Any = None) -> Any:
        return f"{student}.html"


@pytest.mark.slow
@pytest.mark.parametrize(("count", "longer"), [(10_000, ""), (10_000, '<&">' * 50), (200, "&" * 200)])
def test_a_large_class_gives_a_small_page(count: int, longer: str) -> None:
    """Ten thousand students make less than 2 MB, also with names that grow when they are escaped."""
    shown = class_page.page("A", many(count, longer), {}, Links())
    assert len(shown.encode()) < 2_000_000
    assert f"{count:,}" in shown


@pytest.mark.slow
def test_every_one_of_ten_thousand_is_in_the_table() -> None:
    """With ordinary names nobody is left out."""
    shown = class_page.page("A", many(10_000), {}, Links())
    assert shown.count('<tr><th scope="row"><a ') == 10_000


@pytest.mark.slow
def test_memory_does_not_grow_with_the_class(monkeypatch: pytest.MonkeyPatch) -> None:
    """Students are read once, and once the table is full no more of them is kept."""
    monkeypatch.setattr(class_page, "TABLE_BYTES", 50_000)
    peaks = []
    for count in (1_000, 4_000):
        tracemalloc.start()
        try:
            class_page.page("A", many(count), {}, Links())
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


# In a real browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages as files, and those of large classes."""
    place = tmp_path_factory.mktemp("pages")
    large = {f"class of {n}": class_page.page("A", many(n, "-" + "n" * 60), {}, Links()) for n in (150, 2_000)}
    for name, shown in (PAGES | large).items():
        (place / f"{name}.html").write_text(shown, encoding="utf-8")
    return place


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit_and_are_silent_in_a_browser(browser: Browser, folder: Path, width: int, scheme: str) -> None:
    """Every page fits the width of a desktop and of a phone, follows the scheme, and says nothing on the console."""
    for path in sorted(folder.iterdir()):
        browser.open(path, width, scheme)
        # With everything unfolded.
        browser.value("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        assert browser.value("document.documentElement.scrollWidth") <= width, path.name
        # Nothing but tables, which scroll by themselves, is wider than the window.
        wide = f"[...document.querySelectorAll('body *')].filter(e => !e.closest('table') && \
            e.getBoundingClientRect().right > {width} + 1).map(e => e.outerHTML.slice(0, 99))"
        assert browser.value(wide) == [], path.name
        ground = browser.value("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground))) < 3 * 128) == (scheme == "dark")
        assert browser.value("[...document.images].every(i => i.complete && i.naturalWidth === 28)"), path.name
        assert browser.complaints() == [], path.name


@pytest.mark.slow
def test_the_table_of_students_sorts_and_finds(browser: Browser, folder: Path) -> None:
    """A click on a heading sorts, a second one turns the order round, and the field narrows the table by name."""
    browser.open(folder / "class of 150.html", 1280, "light")
    table = "document.querySelector('table.students')"
    marks = f"[...{table}.tBodies[0].rows].map(row => parseFloat(row.cells[1].textContent) || 0)"
    for direction in (1, -1):
        browser.value(f"{table}.tHead.rows[0].cells[1].querySelector('button').click()")
        found = browser.value(marks)
        assert len(found) == 150
        assert found == sorted(found, reverse=direction < 0)
    assert browser.value(f"{table}.tHead.rows[0].cells[1].getAttribute('aria-sort')") == "descending"
    browser.value(
        "{ const f = document.querySelector('.find input'); f.value = '000042'; f.dispatchEvent(new Event('input')); }"
    )
    assert browser.value(f"[...{table}.tBodies[0].rows].filter(row => !row.hidden).length") == 1
    assert browser.complaints() == []


def test_what_was_left_out_of_a_submission_is_said_on_its_page() -> None:
    """A helper that was not taken explains an import that fails; its name is text, whatever it is."""
    left_out = replace(result(), details={"left_out": "Left out: <b>helper.py (a link)."})
    shown = feedback.page("Ada", left_out, "A first network")
    assert "Not all files were taken" in shown
    assert "&lt;b&gt;helper.py (a link)." in shown
    assert "Not all files were taken" not in feedback.page("Ada", result(), "A first network")
