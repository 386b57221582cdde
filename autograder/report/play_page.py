"""The drawing page: draw a digit, and your own network reads it while you draw. One file that needs no server.

The network travels inside the page, and `network.js` there computes what `autograder/network.py` computes here. What
is drawn never leaves the page: its policy forbids every connection.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.network import CLASSES, Network, description
from autograder.report.page import Markup, document, join, tag

LOOK_AT = 2_000  # digits among which those are looked for that the network misreads
THICKNESS = 22  # of the pen at first, in units of which the sheet has 280; see docs/play.md


@dataclass(frozen=True)
class Sample:
    """A digit of the data set to start from: 784 bytes, what it is, and what the network reads."""

    pixels: bytes
    label: int
    read: int


def samples(network: Network, X: NDArray[np.uint8], Y: NDArray[np.int64]) -> tuple[list[Sample], list[Sample]]:
    """Digits to start from: one of each class that the network reads rightly, and of each one that it misreads.

    X, Y  digits `(784, m)` with raw values 0–255, and their labels `(m,)`
    The first list has a digit of each class, where the network reads any of it the first such. The second has those
    misread digits of which the network is surest, at most one of each class.
    """
    X, Y = X[:, :LOOK_AT], Y[:LOOK_AT]
    probabilities = network.probabilities(X / 255.0)
    read, sureness = probabilities.argmax(axis=0), probabilities.max(axis=0)

    def sample(at: int) -> Sample:
        return Sample(X[:, at].tobytes(), int(Y[at]), int(read[at]))

    good, bad = [], []
    for digit in range(CLASSES):
        of_class = np.flatnonzero(digit == Y)
        right, wrong = of_class[read[of_class] == digit], of_class[read[of_class] != digit]
        if of_class.size:
            good.append(sample((right if right.size else of_class)[0]))
        if wrong.size:
            bad.append(sample(wrong[sureness[wrong].argmax()]))
    return good, bad


def page(network: Network, name: str, good: Sequence[Sample] = (), bad: Sequence[Sample] = ()) -> str:
    """The page of a network, as HTML that needs nothing but itself.

    name       what the network's file is called
    good, bad  digits to start from, as `samples` finds them; both may be empty
    """
    body = tag(
        "main",
        tag("p", f"{name}, {network.sizes()}", class_="eyebrow"),
        tag("h1", "Draw a digit"),
        tag("p", "Your own network reads it while you draw. Nothing that you draw leaves this page.", class_="lead"),
        tag("noscript", tag("p", "This page needs JavaScript, all of which is part of it.", class_="lead")),
        _desk(),
        _samples(good, bad),
        _why(network),
        _inside(network),
    )
    data = {
        "network": _exported(network),
        "samples": [_as_json(sample) for sample in good],
        "misread": [_as_json(sample) for sample in bad],
    }
    # A block of data, which no browser executes; `<` is written so that nothing in it can end the block.
    block = Markup(json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"))
    inside = join([body, Markup('<script type="application/json" id="data">'), block, Markup("</script>")])
    return document("Draw a digit", inside, _asset("play.css"), script())


@cache
def script() -> str:
    """The page's script: what makes ink, what computes, and what ties both to the page."""
    return '"use strict";\n' + "".join(_asset(name) for name in ("ink.js", "network.js", "play.js"))


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _as_json(sample: Sample) -> dict[str, Any]:
    return {"pixels": base64.b64encode(sample.pixels).decode(), "label": sample.label, "read": sample.read}


def _exported(network: Network) -> dict[str, Any]:
    """A network as network.js reads it: its layers, the shapes between them, and its arrays in base64."""
    layers, arrays = description(network)
    return {"layers": layers, "shapes": network.shapes(), "arrays": {name: _encoded(a) for name, a in arrays.items()}}


def _encoded(array: NDArray[np.float64]) -> dict[str, str]:
    """Numbers as little-endian bytes in base64: float32 where that loses nothing, else float64."""
    with np.errstate(over="ignore"):
        short = array.astype("<f4")
    kept, kind = (short, "f4") if np.array_equal(short, array) else (array.astype("<f8"), "f8")
    return {"type": kind, "base64": base64.b64encode(kept.tobytes()).decode()}


def _canvas(name: str, words: str) -> Markup:
    return tag("canvas", id=name, class_="picture", width=28, height=28, role="img", aria_label=words)


def _explained() -> Markup:
    """Where the script writes which digit is explained."""
    return tag("span", class_="explained")


def _desk() -> Markup:
    keys = "With the keyboard: arrow keys move a pen (finer with Shift), Space puts it down and lifts it, "
    return tag(
        "section",
        tag(
            "div",
            tag("h2", "Your drawing", id="sheet-title"),
            tag(
                "div",
                tag(
                    "canvas",
                    id="sheet",
                    width=280,
                    height=280,
                    tabindex=0,
                    role="application",
                    aria_label="Sheet to draw a digit on",
                    aria_describedby="keys",
                ),
                tag("p", "Draw here", id="invitation", class_="invitation"),
                class_="board",
            ),
            tag(
                "div",
                tag("button", "Undo", type="button", id="undo"),
                tag("button", "Clear", type="button", id="clear"),
                tag("label", "Pen", tag("input", type="range", id="thickness", min=10, max=40, value=THICKNESS,
                                        aria_label="Thickness of the pen")),
                class_="tools",
            ),
            tag("p", f"{keys}Backspace undoes, Delete clears.", id="keys", class_="small keys"),
            class_="card draw",
        ),
        tag(
            "div",
            tag("h2", "What the network sees"),
            _canvas("seen", "Your drawing as 28 by 28 pixels"),
            tag(
                "p",
                "28 × 28 pixels, made as MNIST’s were: scaled to fit 20 × 20, then moved until the centre of its mass "
                "is in the middle. So it does not matter where, or how large, you draw.",
                class_="small note",
            ),
            class_="card seen",
        ),
        tag(
            "div",
            tag("h2", "What it reads"),
            tag("p", tag("strong", "–", id="answer", class_="none"), tag("span", id="sure"), class_="verdict"),
            tag("ol", id="bars", class_="bars", aria_label="How sure it is of each digit"),
            tag("p", "Choose a digit to see what speaks for it.", class_="small note"),
            class_="card",
        ),
        tag("p", id="spoken", class_="spoken", role="status"),
        class_="desk",
    )  # fmt: skip


def _samples(good: Sequence[Sample], bad: Sequence[Sample]) -> Markup:
    if not good:
        return Markup()
    lead = "Digits of MNIST that it was not trained on. Put one on the sheet, change it, and watch where it tips."
    parts = [
        tag("h2", "Digits to start from"),
        tag("p", lead, class_="lead"),
        tag("ul", id="samples", class_="samples"),
    ]
    if bad:
        parts.append(tag("h3", "Digits that your network misreads"))
        parts.append(tag("ul", id="misread", class_="samples"))
    return tag("section", *parts)


def _why(network: Network) -> Markup:
    def swatch(kind: str) -> Markup:
        return tag("span", class_=f"key {kind}", aria_hidden="true")

    rows = (
        (join([swatch("plus"), "ink for it"]), "for", ""),
        (join([swatch("minus"), "ink against it"]), "against", ""),
        (join(["the biases"]), "rest", ""),
        (join(["lead over the mean score"]), "lead", "total"),
    )
    curved = any(layer.kind in ("tanh", "sigmoid") for layer in network.layers)
    note = "Shares of its score, as it is before softmax. " + (
        "Each is what a little more or less of that ink would change, times the ink; as tanh and sigmoid are curved, "
        "the rest of the sum goes to the biases."
        if curved
        else "They are exact, as everything up to there is made of straight pieces."
    )
    return tag(
        "section",
        tag("h2", "Why", id="why-title"),
        tag("p", "Each pixel has a say in the score of each digit. Orange speaks for ", _explained(),
            ", purple against it.", class_="lead"),
        tag(
            "div",
            tag("figure", _canvas("said", "What each pixel of your drawing says"),
                tag("figcaption", "What your ink says about ", _explained()), class_="card"),
            tag("figure", _canvas("wanted", "What more ink at each pixel would say"),
                tag("figcaption", "What more ink would say: orange places would help ", _explained(),
                    ", purple ones would harm it"), class_="card"),
            tag(
                "div",
                tag("dl", *(join([tag("dt", words, class_=kind or None), tag("dd", id=name, class_=kind or None)])
                            for words, name, kind in rows), class_="sum"),
                tag("p", note, class_="small note"),
                class_="card",
            ),
            class_="why",
        ),
    )  # fmt: skip


def _inside(network: Network) -> Markup:
    filters = any(layer.kind == "conv2d" for layer in network.layers)
    pictures = (
        "Each picture is where one filter finds what it looks for."
        if filters
        else "Each picture is what one unit looks for; it lights up as it finds it."
    )
    return tag(
        "section",
        tag("h2", "Its hidden units"),
        tag("p", f"{pictures} The bar below shows what it then says about ", _explained(),
            ": to the right for it, to the left against it. Choose one to see it large.", class_="lead"),
        tag(
            "div",
            tag("div", id="layers"),
            tag(
                "div",
                tag("h3", id="unit-title"),
                tag(
                    "div",
                    tag("figure", _canvas("unit-weights", "The unit’s weights"), tag("figcaption", "its weights")),
                    tag("figure", _canvas("unit-found", "What the unit finds in your drawing"),
                        tag("figcaption", id="unit-found-words")),
                    class_="pair",
                    id="unit-pictures",
                ),
                tag("p", id="unit-words", class_="small"),
                class_="card",
            ),
            class_="inside",
        ),
        id="inside",
    )  # fmt: skip
