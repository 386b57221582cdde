"""The pictures in play.md, made of the real page: `python docs/play.py` writes docs/images/play*.png. Needs Chromium.

The network is the first assignment's, trained by its reference as the lesson does; the digits are drawn by the mouse.
"""

from __future__ import annotations

import base64
import contextlib
import io
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

import numpy as np
from browser import BROWSER, Browser
from strokes import strokes

from autograder import digits, reference
from autograder.network import Network, dense_network
from autograder.report import play_page

# Name of the picture, width of the window, colour scheme, what is drawn (its place among the test digits), where the
# picture begins and ends: at elements of the page, or None for its beginning.
PICTURES = (
    ("play", 1280, "light", 30, None, "#samples"),
    ("play-why", 1280, "dark", 30, "#why-title", ".tiles"),
    ("play-phone", 390, "light", 0, None, "#bars"),
    ("play-phone-dark", 390, "dark", 4, "#why-title", ".why > :last-child"),
)


def trained() -> Network:
    """A network as the lesson trains it."""
    functions = reference.load("a1_first_network")
    X, Y = digits.load("train")
    start = functions.init_params(784, 10, 10, np.random.default_rng(0))
    with contextlib.redirect_stdout(io.StringIO()):
        (W1, b1, W2, b2), _ = functions.gradient_descent(X[:, :5000] / 255, Y[:5000], start, 0.3, 300, 300)
    return dense_network([(W1, b1), (W2, b2)])


def main() -> None:
    if BROWSER is None:
        sys.exit("This needs Chromium.")
    network = trained()
    X, Y = digits.load("test")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "play.html"
        path.write_text(play_page.page(network, "network.npz", *play_page.samples(network, X, Y)), encoding="utf-8")
        browser = Browser(BROWSER, Path(folder) / "profile")
        try:
            for name, width, scheme, at, first, last in PICTURES:
                browser.open(path, width, scheme)
                draw(browser, [[(18 + 9 * x, 15 + 9 * y) for x, y in line] for line in strokes(X[:, at])])
                (HERE / "images" / f"{name}.png").write_bytes(picture(browser, width, first, last))
        finally:
            browser.close()


def draw(browser: Browser, lines: list[list[tuple[float, float]]]) -> None:
    """Draw strokes on the sheet, 280 x 280 units, with the mouse."""
    left, top, size = browser.value("(b => [b.left, b.top, b.width])(paper.getBoundingClientRect())")
    for line in lines:
        points = [(left + x * size / 280, top + y * size / 280) for x, y in line]
        kinds = ["mousePressed", *["mouseMoved"] * (len(points) - 1), "mouseReleased"]
        for kind, (x, y) in zip(kinds, [*points, points[-1]], strict=True):
            browser.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)


def picture(browser: Browser, width: int, first: str | None, last: str) -> bytes:
    """What lies between two elements, as PNG."""
    top = browser.value(f"document.querySelector({first!r}).getBoundingClientRect().top + scrollY") - 24 if first else 0
    bottom = browser.value(f"document.querySelector({last!r}).getBoundingClientRect().bottom + scrollY") + 28
    clip = {"x": 0, "y": top, "width": width, "height": bottom - top, "scale": 1}
    shot = browser.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
    return base64.b64decode(shot["data"])


if __name__ == "__main__":
    main()
