"""The drawing page: in a real browser its numbers are NumPy's, drawn digits are read, and everybody can use it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from browser import Browser
from click.testing import CliRunner
from strokes import strokes
from test_network import EVERY_KIND, dense, normal
from test_pages import Tags, contrast

from autograder import digits, reference
from autograder.cli import commands
from autograder.network import (
    KINDS,
    BatchNorm,
    Conv2d,
    Flatten,
    LeakyRelu,
    MaxPool,
    Network,
    Relu,
    Sigmoid,
    Softmax,
    Tanh,
    dense_network,
    save,
)
from autograder.report import page as frame
from autograder.report import play_page

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

RNG = np.random.default_rng(28)
SHEET = 280


def norm(n: int) -> BatchNorm:
    return BatchNorm(RNG.uniform(0.5, 2, n), normal(n), normal(n) / 5, RNG.uniform(0.5, 2, n), 1e-3)


def lenet(*between: Any) -> Network:
    """A small LeNet, its layers after each convolution given."""
    return Network(
        (
            Conv2d(normal(6, 1, 5, 5), normal(6), padding=2), *between, MaxPool(2),
            Conv2d(normal(16, 6, 5, 5), normal(16)), Relu(), MaxPool(2), Flatten(),
            dense(84, 400), Relu(), dense(10, 84), Softmax(),
        )
    )  # fmt: skip


NETWORKS = {
    "784-10-10": dense_network([(normal(10, 784), normal(10, 1)), (normal(10, 10), normal(10, 1))]),
    "784-128-10": dense_network([(normal(128, 784), normal(128, 1)), (normal(10, 128), normal(10, 1))]),
    "784-10, no hidden units": dense_network([(normal(10, 784), normal(10, 1))]),
    "tanh": dense_network([(normal(9, 784), normal(9, 1)), (normal(10, 9), normal(10))], Tanh()),
    "sigmoid, wide": dense_network([(normal(300, 784), normal(300, 1)), (normal(10, 300), normal(10))], Sigmoid()),
    "batch norm": Network((dense(40, 784), norm(40), LeakyRelu(0.1), dense(10, 40), Softmax())),
    "LeNet": lenet(Relu()),
    "LeNet with batch norm": lenet(norm(6), Tanh()),
    "every kind": EVERY_KIND,
}
KIND_ALONE = {
    "dense": [],
    "conv2d": [Conv2d(normal(3, 1, 4, 4), normal(3), stride=3, padding=2), Flatten(), dense(7, 300)],
    "maxpool": [MaxPool(3), Flatten(), dense(7, 81)], "flatten": [Flatten(), dense(7, 784)],
    "batchnorm": [norm(784), dense(7, 784)], "relu": [dense(7, 784), Relu()],
    "leaky_relu": [dense(7, 784), LeakyRelu()], "tanh": [dense(7, 784), Tanh()],
    "sigmoid": [dense(7, 784), Sigmoid()], "softmax": [dense(7, 784), Softmax()],
}  # fmt: skip


class Play:
    """The page in a browser, used as a person uses it."""

    def __init__(self, browser: Browser, path: Path, width: int = 1280, scheme: str = "light") -> None:
        self.browser = browser
        browser.open(path, width, scheme)

    def value(self, expression: str) -> Any:
        """The value of an expression, after the page has been painted."""
        painted = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        answer = self.browser.ask(
            "Runtime.evaluate",
            expression=f"{painted}.then(() => ({expression}))",
            awaitPromise=True,
            returnByValue=True,
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def text(self, name: str) -> str:
        return str(self.value(f"document.getElementById('{name}').textContent"))

    def click(self, selector: str) -> None:
        self.value(f"document.querySelector({selector!r}).click()")

    def places(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Points of the sheet, 0 to 280, as points of the window."""
        self.value("document.getElementById('sheet').scrollIntoView({block: 'center'})")
        box = "(() => { const b = paper.getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()"
        left, top, width, height = self.value(box)
        return [(left + x / SHEET * width, top + y / SHEET * height) for x, y in points]

    def draw(self, lines: Sequence[Sequence[tuple[float, float]]]) -> None:
        """Draw strokes with the mouse."""
        for points in lines:
            first, *others = self.places(points)
            self._mouse("mousePressed", first)
            for point in others:
                self._mouse("mouseMoved", point)
            self._mouse("mouseReleased", (others or [first])[-1])

    def _mouse(self, kind: str, point: tuple[float, float]) -> None:
        held = {"button": "left", "buttons": 0 if kind == "mouseReleased" else 1, "clickCount": 1}
        self.browser.ask("Input.dispatchMouseEvent", type=kind, x=point[0], y=point[1], **held)

    def touch(self, lines: Sequence[Sequence[tuple[float, float]]]) -> None:
        """Draw strokes with a finger."""
        for points in lines:
            for at, (x, y) in enumerate(self.places(points)):
                kind = "touchMove" if at else "touchStart"
                self.browser.ask("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y}])
            self.browser.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def key(self, key: str, times: int = 1, **more: Any) -> None:
        for _ in range(times):
            for kind in ("keyDown", "keyUp"):
                self.browser.ask("Input.dispatchKeyEvent", type=kind, key=key, **more)

    def pixels(self) -> Any:
        """`(784, 1)` of the picture that the network sees, bytes."""
        return np.array(self.value("bytes && [...bytes]"))[:, np.newaxis]

    def probabilities(self) -> Any:
        return np.array(self.value("[...outputs.at(-1)]"))[:, np.newaxis]


@pytest.fixture(scope="module")
def read() -> tuple[Any, Any]:
    """Test digits."""
    return digits.load("test")


@pytest.fixture(scope="module")
def trained() -> Network:
    """A network that the reference trained."""
    functions = reference.load("a1_first_network")
    X, Y = digits.load("train")
    start = functions.init_params(784, 20, 10, np.random.default_rng(4))
    scaled = (0.2 * start[0], start[1], start[2], start[3])
    (W1, b1, W2, b2), _ = functions.gradient_descent(X[:, :2000] / 255, Y[:2000], scaled, 0.5, 120, 120)
    return dense_network([(W1, b1), (W2, b2)])


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Any:
    def opened(network: Network, good: Any = (), bad: Any = (), **more: Any) -> Play:
        path = tmp_path / "play.html"
        path.write_text(play_page.page(network, "network.npz", good, bad), encoding="utf-8")
        return Play(browser, path, **more)

    return opened


def place(lines: Sequence[Sequence[tuple[float, float]]], scale: float, x: float, y: float) -> Any:
    """Strokes in pixels as strokes on the sheet."""
    return [[(x + scale * column, y + scale * row) for column, row in line] for line in lines]


SEVEN = [[(60.0, 70.0), (130.0, 66.0), (200.0, 64.0), (170.0, 110.0), (140.0, 160.0), (118.0, 215.0)]]
THREE_STROKES = [[(90.0, 60.0), (80.0, 140.0)], [(80.0, 140.0), (190.0, 140.0)], [(160.0, 60.0), (155.0, 230.0)]]


# In the browser


@pytest.mark.parametrize("name", [*NETWORKS, *KIND_ALONE])
def test_the_page_computes_what_numpy_computes(open_page: Any, name: str) -> None:
    """After real strokes, every layer's output on the page is NumPy's on the page's own picture, to 1e-6."""
    if name in NETWORKS:
        network = NETWORKS[name]
    else:
        layers = KIND_ALONE[name]
        network = Network((*layers, dense(10, 7 if layers else 784), Softmax()))
    play = open_page(network)
    play.draw(THREE_STROKES)
    expected = network.forward(play.pixels() / 255)
    got = play.value("outputs.map(output => [...output])")
    assert len(got) == len(expected)
    for page_output, output in zip(got, expected, strict=True):
        np.testing.assert_allclose(page_output, output.ravel(), rtol=0, atol=1e-9)
    np.testing.assert_allclose(play.probabilities(), network.probabilities(play.pixels() / 255), rtol=0, atol=1e-6)
    shown = [float(share.strip("> %")) for share in play.value("rows.map(({ share }) => share.textContent)")]
    np.testing.assert_allclose(shown, 100 * play.probabilities()[:, 0], atol=0.1)
    assert play.text("answer") == str(expected[-1].argmax())
    assert play.browser.complaints() == []


def test_every_kind_of_layer_is_on_the_page() -> None:
    """No kind that a file may hold is left out above, and the page knows each by name."""
    assert set(KIND_ALONE) == set(KINDS)


@pytest.mark.parametrize("name", ["784-10-10", "tanh", "batch norm", "LeNet with batch norm", "every kind"])
def test_what_speaks_for_a_digit_is_its_gradient(open_page: Any, name: str) -> None:
    """The slope of a digit's lead over the mean score, at each pixel that was tried, is that of finite differences."""
    network = NETWORKS[name]
    play = open_page(network)
    # A picture without bare places: there the largest number of a square may be any of it, and the slope with it.
    X = np.random.default_rng(2).uniform(size=(784, 1))
    got = play.value(f"(({{ lead, gradients }}) => [lead, ...gradients[0]])"
                     f"(evidence(layers, forward(layers, {X.ravel().tolist()}), 3))")  # fmt: skip

    def lead(pixels: Any) -> Any:
        scores = network.forward(pixels)[-2]
        return scores[3] - scores.mean(axis=0)

    tried = RNG.choice(784, 30, replace=False)
    step = np.zeros((784, 30))
    step[tried, np.arange(30)] = 1e-6
    slopes = (lead(X + step) - lead(X - step)) / 2e-6
    np.testing.assert_allclose(np.array(got[1:])[tried], slopes, atol=1e-6)
    assert got[0] == pytest.approx(lead(X)[0], abs=1e-9)


def test_the_shares_add_up_to_the_lead(open_page: Any, trained: Network) -> None:
    """With ReLUs the parts in the sum are exact: what the page shows of ink and biases makes the lead."""
    play = open_page(trained)
    play.draw(SEVEN)
    plus, minus, rest, lead = (
        float(play.text(name).replace("−", "-")) for name in ("for", "against", "rest", "lead")
    )  # fmt: skip
    assert plus + minus + rest == pytest.approx(lead, abs=0.021)
    # The biases' share by another way: the same network without ink, its units switched as the digit switched them.
    X = play.pixels() / 255
    _, Z1, A1, Z2, _ = trained.forward(X)
    (first, _, second, _) = trained.layers
    biases = second.weights @ (first.bias.reshape(-1, 1) * (Z1 > 0)) + second.bias.reshape(-1, 1)  # type: ignore[attr-defined]
    digit = int(Z2.argmax())
    assert play.value("why.lead") == pytest.approx(float(Z2[digit, 0] - Z2.mean()))
    assert rest == pytest.approx(float(biases[digit, 0] - biases.mean()), abs=0.0051)
    # And so are the hidden units': what they say for the digit, and the last bias.
    shares = sum(play.value("hidden[0].says.map(([, share]) => share)"))
    last = second.bias.ravel()  # type: ignore[attr-defined]
    assert shares == pytest.approx(float(Z2[digit, 0] - Z2.mean() - last[digit] + last.mean()))
    assert play.value("hidden[0].says.map(([activation]) => activation)") == pytest.approx(A1.ravel().tolist())


def test_drawn_digits_are_read(open_page: Any, trained: Network, read: tuple[Any, Any]) -> None:
    """Of each class a clear digit, traced into strokes and drawn with the mouse, is read off the page as what it is."""
    X, Y = read[0][:, :1500], read[1][:1500]
    sureness = trained.probabilities(X / 255)[Y, np.arange(Y.size)]
    play = open_page(trained)
    answers = []
    for digit in range(10):
        at = int(np.argmax(np.where(digit == Y, sureness, 0)))
        # At another size and place each time: the page has to bring it to the middle.
        lines = [[*line[:-1:3], line[-1]] for line in strokes(X[:, at])]
        play.draw(place(lines, scale=6.5 + digit / 4, x=10 * digit - 10, y=45 - 6 * digit))
        answers.append(play.text("answer"))
        np.testing.assert_allclose(
            play.probabilities(), trained.probabilities(play.pixels() / 255), rtol=0, atol=1e-6
        )  # fmt: skip
        play.click("#clear")
    assert answers == [str(digit) for digit in range(10)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_finger_draws_on_a_phone_and_the_page_does_not_scroll(open_page: Any, trained: Network, scheme: str) -> None:
    """Touches on the sheet are ink and no scrolling; the page is no wider than the phone and says nothing."""
    play = open_page(trained, width=390, scheme=scheme)
    play.browser.ask("Emulation.setTouchEmulationEnabled", enabled=True)
    play.places(SEVEN[0])
    before = play.value("scrollY")
    play.touch(SEVEN)
    play.browser.ask("Emulation.setTouchEmulationEnabled", enabled=False)
    assert play.value("items.length") == 1
    assert play.value("items[0].points.length") >= len(SEVEN[0])
    assert play.text("answer") == "7"
    assert play.value("scrollY") == before
    assert play.value("document.documentElement.scrollWidth") <= 390
    assert play.browser.complaints() == []


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_the_page_fits_every_width(open_page: Any, read: tuple[Any, Any], width: int) -> None:
    """Nothing but the rows of samples, which scroll by themselves, is wider than the window, for any network."""
    for name in ("784-10-10", "sigmoid, wide", "LeNet"):
        network = NETWORKS[name]
        play = open_page(network, *play_page.samples(network, *read), width=width, scheme="dark")
        assert play.value("document.documentElement.scrollWidth") <= width, name
        wide = f"[...document.querySelectorAll('body *')].filter(e => !e.closest('.samples, .spoken') && \
            e.getBoundingClientRect().right > {width} + 1).map(e => e.outerHTML.slice(0, 99))"
        assert play.value(wide) == [], name
        assert play.browser.complaints() == [], name


def test_an_empty_sheet_has_no_answer(open_page: Any, trained: Network) -> None:
    """Before anything is drawn, and after all is cleared, the page says so and claims nothing."""
    play = open_page(trained)
    for _ in range(2):
        assert (play.text("answer"), play.text("sure")) == ("–", "Nothing is drawn yet.")
        assert play.value("rows.every(({ share, button }) => share.textContent === '' && button.disabled)")
        assert play.value("bytes") is None
        play.draw(SEVEN)
        assert play.text("answer") == "7"
        play.click("#clear")


def test_undo_takes_back_one_thing_at_a_time(open_page: Any, trained: Network, read: tuple[Any, Any]) -> None:
    """A stroke, a clearing and a sample digit are each taken back, and the picture is as it was to the last byte."""
    play = open_page(trained, *play_page.samples(trained, *read))
    seen = [play.value("bytes && [...bytes]")]
    play.draw(SEVEN)
    seen.append(play.value("[...bytes]"))
    play.draw([[(100.0, 140.0), (180.0, 140.0)]])
    seen.append(play.value("[...bytes]"))
    play.click("#clear")
    seen.append(play.value("bytes"))
    play.click("#samples li:nth-child(3) button")
    assert play.value("[...bytes]") not in seen
    for expected in reversed(seen):
        play.click("#undo")
        assert play.value("bytes && [...bytes]") == expected
    assert play.value("document.getElementById('undo').disabled")


def test_the_pen_has_a_thickness(open_page: Any, trained: Network) -> None:
    """A thicker pen makes more ink, from the next stroke on."""
    play = open_page(trained)
    inks = []
    for thickness in (10, 40):
        play.value(f"document.getElementById('thickness').value = {thickness}")
        play.draw(SEVEN)
        inks.append(play.pixels().sum())
        play.click("#clear")
    assert inks[1] > 2 * inks[0]


def test_everything_can_be_done_with_keys(open_page: Any, trained: Network) -> None:
    """Tab reaches the sheet, arrows and the space bar draw a 1 that is read, Backspace and Delete take it away."""
    play = open_page(trained)
    play.key("Tab", code="Tab", windowsVirtualKeyCode=9)
    assert play.value("document.activeElement.id") == "sheet"
    play.key("ArrowUp", 8)
    play.key(" ")
    play.key("ArrowDown", 16)
    play.key(" ")
    assert play.text("answer") == "1"
    play.key("ArrowRight", 4, modifiers=8)
    assert play.value("pen") == [140 + 4 * 2, 140 - 64 + 128]
    play.key("Backspace")
    assert play.text("answer") == "–"
    play.key("Enter")
    play.key("ArrowLeft", 3)
    play.key("Enter")
    assert play.value("items.length") == 1
    play.key("Delete")
    assert play.text("answer") == "–"
    play.key("Tab", code="Tab", windowsVirtualKeyCode=9)
    assert play.value("document.activeElement.id") == "undo"
    # Among the hidden units arrows go from one to the next.
    play.value("document.querySelector('.unit').focus()")
    play.key("ArrowRight", 2)
    assert play.value("[...document.querySelectorAll('.unit')].indexOf(document.activeElement)") == 2


def test_those_who_do_not_see_it_hear_what_is_read(open_page: Any, trained: Network) -> None:
    """Once the drawing rests the answer is announced, and every hidden unit says what it does."""
    play = open_page(trained)
    play.draw(SEVEN)
    heard = "new Promise(done => setTimeout(done, 600)).then(() => document.getElementById('spoken').textContent)"
    answer = play.browser.ask("Runtime.evaluate", expression=heard, awaitPromise=True, returnByValue=True)
    assert re.match(r"Read as 7\. [> ]*[\d.]+% sure\.", answer["result"]["value"])
    nameless = "[...document.querySelectorAll('.unit')].filter(e => !e.getAttribute('aria-label'))"
    assert play.value(f"{nameless}.length") == 0


def test_another_digit_can_be_explained(open_page: Any, trained: Network) -> None:
    """Choosing a digit asks why it is not read; choosing it again goes back to the answer."""
    play = open_page(trained)
    play.draw(SEVEN)
    assert play.text("why-title") == "Why 7"
    play.click("#bars li:nth-child(10) button")
    assert play.text("why-title") == "Why not 9"
    assert play.value("rows[9].button.getAttribute('aria-pressed')") == "true"
    play.click("#bars li:nth-child(10) button")
    assert play.text("why-title") == "Why 7"


# From ink to a picture, as MNIST's were made


def test_the_data_set_was_made_as_the_page_makes_pictures() -> None:
    """What docs/play.md says of MNIST's 60,000: the longer side is 20 pixels, the centre of mass at pixel (14, 14)."""
    P = digits.load("train")[0].T.reshape(-1, 28, 28)
    longer = np.zeros(len(P), dtype=int)
    at, mass = np.arange(28), P.sum(axis=(1, 2), dtype=int)
    for axis in (1, 2):
        inked = P.any(axis=axis)
        longer = np.maximum(longer, 28 - inked[:, ::-1].argmax(axis=1) - inked.argmax(axis=1))
        assert np.abs(P.sum(axis=axis, dtype=int) @ at / mass - 14).max() < 0.525
    assert np.bincount(longer).tolist() == [*[0] * 19, 13, 59_987]


def test_a_digit_of_the_data_set_comes_back_as_it_was(open_page: Any, trained: Network, read: tuple[Any, Any]) -> None:
    """Put on the sheet, pixel by pixel, and made into a picture again, digits of the data set are the same bytes."""
    X = read[0][:, :200]
    play = open_page(trained)
    columns = base64.b64encode(X.T.tobytes()).decode()
    again = f"""(() => {{
      const all = decode("{columns}", "u1"), found = [];
      for (let at = 0; at < all.length; at += 784) {{
        const sheet = new Sheet();
        sheet.picture(all.slice(at, at + 784));
        found.push(...likeMnist(sheet.ink));
      }}
      return found;
    }})()"""
    got = np.array(play.value(again)).reshape(200, 784).T
    assert np.mean((got == X).all(axis=0)) > 0.97  # a few have their centre of mass on the edge between two pixels


@pytest.mark.parametrize("pen", [12, 22, 38])
def test_pictures_are_made_as_the_data_set_says(open_page: Any, trained: Network, pen: int) -> None:
    """Longer side 20 pixels, centre of mass nearest to pixel (14, 14), wherever and however large one draws."""
    play = open_page(trained)
    play.value(f"document.getElementById('thickness').value = {pen}")
    pictures = []
    for scale, x, y in ((1.0, 0.0, 0.0), (0.4, 0.0, 10.0), (0.4, 150.0, 140.0), (0.7, 70.0, 0.0)):
        play.draw(place(SEVEN, scale, x, y))
        picture = play.pixels().reshape(28, 28) / 255
        pictures.append(picture)
        rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
        assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
        at = np.arange(28)
        for side in (0, 1):
            assert abs(picture.sum(axis=side) @ at / picture.sum() - 14) <= 0.51
        play.click("#clear")
    # The same drawing at the same size elsewhere is the same picture, but for where the sheet's units fall.
    assert np.abs(pictures[1] - pictures[2]).mean() < 0.01


def test_ink_at_the_edge_of_the_sheet_is_cut_off_there(open_page: Any, trained: Network) -> None:
    """A stroke that leaves the sheet and comes back is drawn as far as it lies on it."""
    play = open_page(trained)
    play.draw([[(140.0, 20.0), (140.0, -30.0), (300.0, 140.0), (140.0, 250.0)]])
    assert play.pixels().max() == 255
    assert play.browser.complaints() == []


# The page as a file


def test_the_page_needs_nothing_and_allows_nothing(trained: Network, read: tuple[Any, Any]) -> None:
    """One script, allowed by its hash; no other place is named; nothing in a name can end the data or the page."""
    shown = play_page.page(trained, "</script><script>alert(1)</script>", *play_page.samples(trained, *read))
    tags = Tags(shown)
    (policy,) = [a["content"] for a in tags.named("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert [attributes.get("type") for attributes in tags.named("script")] == ["application/json", None]
    script = re.search(r"<script>(.*?)</script>", shown, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert re.findall("'sha256-(.*?)'", policy) == [digest]
    assert not re.search(r"https?://|url\(|@import|fetch\(|XMLHttp|WebSocket|eval\(|innerHTML", shown)
    assert all(attributes["href"] == "data:," for attributes in tags.named("link"))


def test_the_page_is_sound_for_those_who_do_not_see_it(trained: Network) -> None:
    """Headings in order, every canvas with words, every button and slider with a name."""
    tags = Tags(play_page.page(trained, "network.npz"))
    levels = [int(tag[1]) for tag, _ in tags.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(attributes.get("aria-label") for attributes in tags.named("canvas", "input"))
    assert all(attributes.get("type") == "button" for attributes in tags.named("button"))


def test_its_colours_are_told_apart() -> None:
    """For and against stand out from the page, light and dark, and from each other also without colour."""
    style = play_page._asset("play.css")
    found = re.findall(r"--plus: (#\w{6}); --minus: (#\w{6}); --glow: (#\w{6})", style)
    for (plus, minus, glow), grounds in zip(found, (frame.LIGHT, frame.DARK), strict=True):
        for colour in (plus, minus, glow):
            assert contrast(colour, grounds["card"]) >= 3  # WCAG AA for graphics


def test_the_same_network_gives_the_same_page(trained: Network, read: tuple[Any, Any]) -> None:
    """Pages hold no date and nothing random."""
    assert play_page.page(trained, "n", *play_page.samples(trained, *read)) == play_page.page(
        trained, "n", *play_page.samples(trained, *read)
    )


def test_samples_are_one_of_each_and_what_is_misread(trained: Network, read: tuple[Any, Any]) -> None:
    """Ten digits that are read rightly, in order, and misread ones at most one a class, each as NumPy reads it."""
    good, bad = play_page.samples(trained, *read)
    assert [sample.label for sample in good] == list(range(10))
    assert all(sample.read == sample.label for sample in good)
    assert bad
    assert len({sample.label for sample in bad}) == len(bad)
    for sample in good + bad:
        pixels = np.frombuffer(sample.pixels, np.uint8)[:, np.newaxis]
        assert trained.predictions(pixels / 255).tolist() == [sample.read]
        assert (sample.read == sample.label) == (sample in good)
    always = dense_network([(np.zeros((10, 784)), np.eye(10)[0])])
    good, bad = play_page.samples(always, *read)
    assert [sample.label for sample in good] == list(range(10))
    assert [sample.label for sample in bad] == list(range(1, 10))


def test_short_numbers_are_sent_short_and_lose_nothing() -> None:
    """float32 where that is exact, float64 where it is not."""
    exact = play_page._encoded(np.array([0.5, -3.0]))
    assert (exact["type"], len(base64.b64decode(exact["base64"]))) == ("f4", 8)
    full = play_page._encoded(np.array([0.1]))
    assert np.frombuffer(base64.b64decode(full["base64"]), "<f8").tolist() == [0.1]


# The command


def run(*words: Any) -> Any:
    return CliRunner().invoke(commands, [str(word) for word in words])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that would have been opened in a browser."""
    seen: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda url: seen.append(url) is None)
    return seen


def test_play_makes_the_page_beside_the_network_and_opens_it(tmp_path: Path, opened: list[str]) -> None:
    """Without options the page is play.html beside the network, and the browser shows it."""
    save(NETWORKS["784-10-10"], tmp_path / "mine.npz")
    result = run("play", tmp_path / "mine.npz")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{tmp_path / 'play.html'} is open in your browser.\n"
    assert opened == [(tmp_path / "play.html").as_uri()]
    shown = (tmp_path / "play.html").read_text(encoding="utf-8")
    assert "mine.npz, 784-10-10" in shown
    assert "<h2>Digits to start from" in shown


def test_play_opens_nothing_where_it_is_not_wanted_or_there_is_no_screen(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--no-open` and a machine without a screen leave the opening to the person, and say which file it is."""
    save(NETWORKS["784-10-10"], tmp_path / "network.npz")
    page = tmp_path / "a page.html"
    first = run("play", tmp_path / "network.npz", "--out", page, "--no-open")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    second = run("play", tmp_path / "network.npz", "--out", page)
    for result in (first, second):
        assert (result.exit_code, result.stdout) == (0, f"Open {page} in a browser, and draw.\n")
    assert opened == []


def test_play_without_a_network_names_the_command_that_makes_one(tmp_path: Path, opened: list[str]) -> None:
    """No network, a bad one, and a place that can't be written: one line each, exit status 2, nothing made."""
    absent = run("play", tmp_path / "network.npz")
    assert absent.stderr.endswith("network.npz yet. To make it, train your network: autograder train\n")
    (tmp_path / "bad.npz").write_bytes(b"no")
    bad = run("play", tmp_path / "bad.npz")
    assert "holds no network that can be used" in bad.stderr
    save(NETWORKS["784-10-10"], tmp_path / "good.npz")
    unwritable = run("play", tmp_path / "good.npz", "--out", tmp_path / "absent" / "play.html")
    assert "--out FILE puts the page elsewhere" in unwritable.stderr
    for result in (absent, bad, unwritable):
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
    assert opened == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.npz", "good.npz"]


def test_play_without_the_data_is_a_page_without_samples(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the digits can't be read one line says so, and the page is made all the same."""

    def load(split: str) -> Any:
        raise digits.DigitsError("data/mnist_test.csv.gz is missing.")

    monkeypatch.setattr(digits, "load", load)
    save(NETWORKS["784-10-10"], tmp_path / "network.npz")
    result = run("play", tmp_path / "network.npz")
    assert (result.exit_code, len(opened)) == (0, 1)
    assert result.stderr == "The page has no digits to start from: data/mnist_test.csv.gz is missing.\n"
    assert "<h2>Digits to start from" not in (tmp_path / "play.html").read_text(encoding="utf-8")
