"""The page of a training run: everything is on it, for everybody, and it needs nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.network import Conv2d, Dense, Flatten, MaxPool, Network, Relu, Softmax, dense_network
from autograder.report import charts, training_page
from autograder.training import reading
from autograder.training.recipe import Options
from autograder.training.run import Answers, Digits, Point, Rate, Run, ask

COUNT = 90
rng = np.random.default_rng(11)
NEW = Digits(rng.integers(0, 256, (784, COUNT)).astype(np.uint8), np.arange(COUNT) % 10)


def dense(hidden: int, scale: float = 0.05) -> Network:
    draw = np.random.default_rng(5)
    biases = np.full(hidden, 50.0)
    biases[0] = -1e6  # a dead unit
    return dense_network(
        [(draw.normal(size=(hidden, 784)) * scale, biases), (draw.normal(size=(10, hidden)), np.zeros(10))]
    )


def convolutional() -> Network:
    draw = np.random.default_rng(6)
    layers: Sequence[Any] = (
        Conv2d(draw.normal(size=(6, 1, 5, 5)), np.zeros(6)),
        Relu(),
        MaxPool(2),
        Flatten(),
        Dense(draw.normal(size=(10, 6 * 12 * 12)) / 100, np.zeros(10)),
        Softmax(),
    )
    return Network(tuple(layers))


def run(network: Network, **more: Any) -> Run:
    points = [Point(10 * at, 2.4 / (1 + at), 0.1 + 0.02 * at, 2.5 / (1 + at), 0.1 + 0.015 * at) for at in range(30)]
    rates = [Rate(alpha, ((0, 2.4), (30, 2.4 - alpha), (60, 2.3 - alpha))) for alpha in (0.03, 0.1, 0.3, 0.9)]
    rates.append(Rate(3.0, ((0, 2.4), (30, float("nan")))))
    made = Run(
        "a1_first_network", "A first network", "step", Options(700, 290, 0.3, (12,)), network, network, NEW, points
    )
    made.rates, made.rate_digits, made.seconds = rates, 500, 12.3
    return replace(made, **more)


def page(run: Run) -> str:
    answers = ask(run.network, run.new)
    return training_page.page(run, answers, reading.read(run, answers))


PAGES = {
    "usual": page(run(dense(12))),
    "many units": page(run(dense(128))),
    "convolution": page(run(convolutional(), unit="epoch")),
    "stopped at once": page(run(dense(12), end="stopped", points=run(dense(12)).points[:1], rates=[])),
    "exploded": page(
        run(dense(12), points=[Point(0, 2.4, 0.1, 2.4, 0.1), Point(1, np.nan, 0.0, np.nan, 0.0)], rates=[])
    ),
    "failed": page(run(dense(12), end="failed", trouble="<script>alert(1)</script> & `relu` hangs.")),
}
SECTIONS = ("What this run says", "Curves", "Other learning rates", "What it looks for", "Who is confused with whom",
            "Digits that it misread", "How sure it is")  # fmt: skip


@pytest.mark.parametrize("section", SECTIONS)
def test_everything_is_on_the_page(section: str) -> None:
    """Words, curves, rates, weights, confusions, misread digits and sureness each have their section."""
    assert f"<h2>{section}</h2>" in PAGES["usual"]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_needs_nothing_but_itself(name: str) -> None:
    """No script, no address but of pictures that are part of it; text of the student's stays text."""
    shown = PAGES[name]
    assert "<script" not in shown
    assert not re.search(r"(?:src|href)=\"(?!data:)", shown)
    assert not re.search(r"url\(|@import|//", re.sub(r'src="[^"]*"', "", shown).split("<body>")[0])


@pytest.mark.parametrize("name", PAGES)
def test_the_page_can_be_read_without_seeing_it(name: str) -> None:
    """Every picture and drawing has words, and no number is missing or no number."""
    shown = PAGES[name]
    assert all('alt="' in image for image in re.findall(r"<img[^>]*>", shown))
    assert all('aria-label="' in drawing for drawing in re.findall(r"<svg[^>]*>", shown))
    assert not re.search(r"\bnan\b|\binf\b", shown)


def test_a_dead_unit_is_marked_under_its_picture() -> None:
    """Among the pictures of the weights the silent unit is called dead, twice: changed, and as it is."""
    assert PAGES["usual"].count(">dead<") == 2


def test_many_units_are_shown_in_part() -> None:
    """Of 128 units 40 are drawn, and the page says so; kernels of a convolution are pictures too."""
    assert "The first 40 of 128." in PAGES["many units"]
    assert PAGES["convolution"].count("kernel 5") == 2


def test_the_confusions_add_up() -> None:
    """The numbers in the cells are all digits, each once."""
    drawing = re.search(r'<svg[^>]*class="confusion".*?</svg>', PAGES["usual"], re.DOTALL)
    assert drawing is not None
    assert sum(map(int, re.findall(r'class="cell">(\d+)<', drawing[0]))) == COUNT


def test_the_surest_mistakes_come_first() -> None:
    """Misread digits are sorted by how sure the network was, and right ones are not among them."""
    probabilities = np.full((10, COUNT), 0.01)
    read = np.where(np.arange(COUNT) < 30, NEW.Y, (NEW.Y + 3) % 10)
    probabilities[read, np.arange(COUNT)] = np.random.default_rng(2).uniform(0.3, 0.9, COUNT)
    shown = training_page.page(run(dense(12)), Answers(probabilities, NEW.Y, ()), [])
    sure = [int(share) for share in re.findall(r'class="sure">(\d+)% sure<', shown)]
    assert len(sure) == training_page.MOST_DIGITS
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > sure[-1]


def test_the_command_repeats_the_run() -> None:
    """The page names the very options of the run."""
    assert "autograder train --digits 700 --steps 290 --alpha 0.3 --hidden 12 --seed 0" in PAGES["usual"]


def test_names_beside_lines_do_not_cover_each_other() -> None:
    """Names of lines that end at one place stand a line of text apart, inside the frame."""
    heights = charts._apart([100.0, 101.0, 102.0, 99.0])
    assert min(b - a for a, b in zip(sorted(heights), sorted(heights)[1:], strict=False)) >= charts.LINE_HEIGHT
    low = charts._apart([1e9, 1e9, 1e9])
    assert max(low) <= charts.HEIGHT


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_fits_and_is_silent_in_a_browser(browser: Any, tmp_path: Path, width: int, scheme: str) -> None:
    """It fits a desktop and a phone, light and dark, shows all its pictures, and says nothing on the console."""
    for name, shown in PAGES.items():
        path = tmp_path / f"{name}.html"
        path.write_text(shown, encoding="utf-8")
        browser.open(path, width, scheme)
        assert browser.value("document.documentElement.scrollWidth") <= width, name
        wide = f"[...document.querySelectorAll('body *')].filter(e => !e.closest('table') && \
            e.getBoundingClientRect().right > {width} + 1).map(e => e.outerHTML.slice(0, 99))"
        assert browser.value(wide) == [], name
        assert browser.value("[...document.images].every(i => i.complete && i.naturalWidth > 0)"), name
        squares = "[...document.images].every(i => Math.abs(i.offsetWidth - i.offsetHeight) <= 1)"
        assert browser.value(squares), name
        ground = browser.value("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground))) < 3 * 128) == (scheme == "dark")
        assert browser.complaints() == [], name
