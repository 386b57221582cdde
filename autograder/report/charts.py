"""Drawings that the pages share: lines over the steps of training, and pictures as PNG files without a library.

Every line has a colour, a dash and its name beside it, so nobody needs to tell colours apart.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.report.page import Markup, percent, tag, ticks

STYLE = """
.curve { width: 100%; height: auto; margin-top: .6rem; }
.curve .line { fill: none; stroke: var(--link); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.curve .guess { stroke: var(--soft); stroke-dasharray: 2 4; }
.curve .last { fill: var(--link); }
.curve .line.other { stroke: var(--bad); stroke-dasharray: 7 4; }
.curve .last.other { fill: var(--bad); }
.curve .line.third { stroke: var(--soft); stroke-dasharray: 2 3; }
.curve .last.third { fill: var(--soft); }
.curve .name { fill: var(--ink); }
"""
WIDTH, HEIGHT = 420, 230
LEFT, RIGHT, UP, DOWN = 40, 10, 12, 40
LINE_HEIGHT = 14
GREY, COLOUR = 0, 2  # PNG's kinds of picture


@dataclass(frozen=True)
class Line:
    """One line of a drawing: `(x, y)` points, its name where there are several, and how it looks."""

    points: Sequence[tuple[float, float]]
    name: str = ""
    look: str = ""  # "", "other" or "third"


def curve(
    title: str,
    lines: Sequence[Line],
    top: float,
    guessing: float | None,
    in_percent: bool = False,
    below: str = "step of training",
) -> Markup:
    """Lines over the steps of training, from 0 to `top`; what lies beyond is drawn at the edge."""
    steps = [step for line in lines for step, _ in line.points]
    first, last = min(steps), max(steps)
    span = (last - first) or 1.0
    named = any(line.name for line in lines)
    right = RIGHT + (8 + 7 * max(len(line.name) for line in lines) if named else 0)

    def x(step: float) -> float:
        return LEFT + (WIDTH - LEFT - right) * (step - first) / span

    def y(value: float) -> float:
        return HEIGHT - DOWN - (HEIGHT - UP - DOWN) * min(max(value / top, 0.0), 1.0)

    parts: list[Markup] = []
    for value in ticks(0.0, top, 4):
        shown = f"{value:.0%}" if in_percent else f"{value:g}"
        parts.append(tag("line", class_="axis", x1=LEFT, x2=WIDTH - right, y1=y(value), y2=y(value)))
        parts.append(tag("text", shown, x=LEFT - 7, y=y(value) + 4, text_anchor="end"))
    for step in ticks(first, last, 5):
        parts.append(tag("text", f"{step:g}", x=x(step), y=HEIGHT - DOWN + 18, text_anchor="middle"))
    parts.append(tag("text", below, x=(LEFT + WIDTH - right) / 2, y=HEIGHT - 4, text_anchor="middle"))
    if guessing is not None:
        parts.append(tag("line", class_="guess", x1=LEFT, x2=WIDTH - right, y1=y(guessing), y2=y(guessing)))
        parts.append(tag("text", "guessing", x=WIDTH - right - 2, y=y(guessing) - 5, text_anchor="end"))
    says = []
    for line, at in zip(lines, _apart([y(line.points[-1][1]) for line in lines]), strict=True):
        drawn = " ".join(f"{x(step):.1f},{y(value):.1f}" for step, value in line.points)
        end = line.points[-1]
        parts.append(tag("polyline", class_=f"line {line.look}".strip(), points=drawn))
        parts.append(tag("circle", class_=f"last {line.look}".strip(), cx=x(end[0]), cy=y(end[1]), r=3.5))
        if line.name:
            parts.append(tag("text", line.name, class_="name", x=x(end[0]) + 8, y=at + 4))
        begins, ends = (percent(v) if in_percent else f"{v:.3g}" for v in (line.points[0][1], end[1]))
        what = f"{title}, {line.name}" if line.name else title
        says.append(f"{what}: from {begins} at step {line.points[0][0]:g} to {ends} at step {end[0]:g}")
    return framed(title, "; ".join(says), parts, HEIGHT)


def framed(title: str, says: str, parts: Sequence[Markup], height: float) -> Markup:
    """A drawing of the usual width under its title; `says` is for those who do not see it."""
    box = f"0 0 {WIDTH} {height:g}"
    drawing = tag("svg", tag("title", says), *parts, class_="curve", viewBox=box, role="img", aria_label=says)
    return tag("figure", tag("figcaption", title, class_="small"), drawing, class_="card")


def _apart(heights: Sequence[float]) -> list[float]:
    """Heights for names, near those of their lines and at least a line of text from each other, inside the frame."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    placed = dict.fromkeys(order, 0.0)
    lowest = HEIGHT - DOWN - LINE_HEIGHT * (len(order) - 1)
    above = UP - float(LINE_HEIGHT)
    for number, at in enumerate(order):
        above = placed[at] = max(min(heights[at], lowest + LINE_HEIGHT * number), above + LINE_HEIGHT)
    return [placed[at] for at in range(len(heights))]


def picture(pixels: bytes, width: int, height: int, kind: int = GREY) -> str:
    """A picture as an address for `img`: rows of grey bytes, or of red, green and blue ones."""
    size = width * (3 if kind == COLOUR else 1)
    rows = b"".join(b"\0" + pixels[at : at + size] for at in range(0, len(pixels), size))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(chunks)).decode()
