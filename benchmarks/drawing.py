"""How well drawn digits are read beside those of the data set: the same 1,000 test digits in three ways.

    raw       as the data set has them
    enlarged  drawn on the page's sheet as smooth pictures, each at a size and a place of its own, and made into 28 x 28
              pixels by the page
    strokes   their skeletons drawn with the page's pen, as a person draws, and made into 28 x 28 pixels by the page

Needs Chromium. The networks are trained here by the reference of the first assignment, from `--seed`; a file made by
`autograder train` can be measured too.

    python benchmarks/drawing.py
    python benchmarks/drawing.py --network network.npz
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import numpy as np
from browser import BROWSER, Browser
from strokes import strokes

from autograder import digits, reference
from autograder.network import Network, dense_network, load
from autograder.report import play_page

# What is done with each digit on the page: a sheet of ink, of which the page makes the picture.
ENLARGED = """({bytes, size, left, top}) => {
  const pixels = decode(bytes, "u1"), sheet = new Sheet();
  const pixel = (row, column) => (row < 0 || column < 0 || row > 27 || column > 27 ? 0 : pixels[row * 28 + column]);
  for (let y = 0; y < SHEET; y++) {
    for (let x = 0; x < SHEET; x++) {
      const row = (y + 0.5 - top) / size - 0.5, column = (x + 0.5 - left) / size - 0.5;
      const i = Math.floor(row), j = Math.floor(column), v = row - i, u = column - j;
      const ink = (1 - v) * ((1 - u) * pixel(i, j) + u * pixel(i, j + 1))
        + v * ((1 - u) * pixel(i + 1, j) + u * pixel(i + 1, j + 1));
      // As a smooth pen leaves it: black inside, one soft edge.
      sheet.ink[y * SHEET + x] = Math.min(1, Math.max(0, (ink / 255 - 0.5) * size + 0.5));
    }
  }
  return [...(likeMnist(sheet.ink) ?? new Uint8Array(784))];
}"""
DRAWN = """({lines, pen}) => {
  const sheet = new Sheet();
  for (const points of lines) sheet.stroke(points, pen);
  return [...likeMnist(sheet.ink)];
}"""
PENS = (12, 17, 22, 27, 32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--digits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--network", type=Path, action="append", default=[])
    asked = parser.parse_args()
    if BROWSER is None:
        sys.exit("This needs Chromium.")
    networks = {f"{path}": load(path) for path in asked.network} or {
        f"784-{n}-10": trained(n, asked.seed) for n in (10, 64)
    }
    X, Y = digits.load("test")
    X, Y = np.asarray(X[:, : asked.digits]), Y[: asked.digits]
    rng = np.random.default_rng(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "play.html"
        path.write_text(play_page.page(next(iter(networks.values())), "n"), encoding="utf-8")
        browser = Browser(BROWSER, Path(folder) / "profile")
        browser.open(path, 1280, "light")
        try:
            pictures = {"raw": X, "enlarged": enlarged(browser, X, rng)}
            places = [(*rng.uniform(0, 280 - 28 * 9, 2),) for _ in Y]
            for pen in PENS:
                pictures[f"strokes, pen {pen}"] = drawn(browser, X, places, pen)
        finally:
            browser.close()
    print(f"| {len(Y):,} test digits | mean ink | centre of mass | {' | '.join(networks)} |")
    print("|---" * (3 + len(networks)) + "|")
    for name, picture in pictures.items():
        rates = [f"{np.mean(network.predictions(picture / 255) == Y):.1%}" for network in networks.values()]
        print(f"| {name} | {picture.mean() / 255:.3f} | {centre(picture)} | {' | '.join(rates)} |")


def trained(hidden: int, seed: int) -> Network:
    """A network of the first assignment, trained by its reference."""
    functions = reference.load("a1_first_network")
    X, Y = digits.load("train")
    start = functions.init_params(784, hidden, 10, np.random.default_rng(seed))
    W1, b1, W2, b2 = start
    # Narrower than the lesson's start, in which the weights of pixels that are always bare stay as large as they were.
    start = (W1 * 0.1, b1, W2 * 0.5, b2)
    with contextlib.redirect_stdout(io.StringIO()):
        (W1, b1, W2, b2), _ = functions.gradient_descent(X[:, :4000] / 255, Y[:4000], start, 0.3, 250, 250)
    return dense_network([(W1, b1), (W2, b2)])


def enlarged(browser: Browser, X: Any, rng: np.random.Generator) -> Any:
    """Digits as smooth pictures on the sheet, 4 to 9 units a pixel, somewhere."""
    things = []
    for column in X.T:
        size = rng.uniform(4, 9)
        left, top = rng.uniform(0, 280 - 28 * size, 2)
        bytes_ = base64.b64encode(column.tobytes()).decode()
        things.append({"bytes": bytes_, "size": size, "left": left, "top": top})
    return on_page(browser, ENLARGED, things)


def drawn(browser: Browser, X: Any, places: list[tuple[float, float]], pen: int) -> Any:
    """Skeletons drawn with a pen, 9 units a pixel, so that a digit takes two thirds of the sheet, at some place."""
    things = []
    for column, (left, top) in zip(X.T, places, strict=True):
        lines = [[(left + 9 * x, top + 9 * y) for x, y in line] for line in strokes(column)]
        things.append({"lines": lines, "pen": pen})
    return on_page(browser, DRAWN, things)


def on_page(browser: Browser, work: str, things: list[dict[str, Any]]) -> Any:
    """What the page makes of each thing: `(784, m)` bytes."""
    found = []
    for at in range(0, len(things), 50):
        found += browser.value(f"{json.dumps(things[at : at + 50])}.map({work})")
    return np.array(found, dtype=np.uint8).T


def centre(pictures: Any) -> str:
    """How far the centres of mass lie from pixel (14, 14), row and column, at most and in the mean."""
    P = pictures.T.reshape(-1, 28, 28) / 255
    at, mass = np.arange(28), P.sum(axis=(1, 2))
    off = np.abs(np.stack([P.sum(axis=2) @ at, P.sum(axis=1) @ at]) / mass - 14)
    return f"{off.max():.2f} at most"


if __name__ == "__main__":
    main()
