"""A digit of the data set as a person would draw it: its skeleton, followed by a pen in strokes.

So that tests and benchmarks can draw real digits with real pointer events.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Cell = tuple[int, int]
AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))  # clockwise from above
INK = 90  # of 255: from here on a pixel counts as drawn


def strokes(pixels: NDArray[np.uint8]) -> list[list[Point]]:
    """The strokes of a digit of 784 raw pixels: lists of points (x, y), in pixels from the picture's upper left."""
    cells = {(int(row), int(column)) for row, column in np.argwhere(skeleton(pixels.reshape(28, 28) >= INK))}
    left, found = set(cells), []
    while left:
        # Ends of lines first, then where a line that was drawn already goes on, then anywhere on a ring.
        done = cells - left
        start = min(left, key=lambda cell: (len(neighbours(cell, cells)) != 1, not neighbours(cell, done), cell))
        joint = neighbours(start, done)[:1]
        path = [*joint, start]
        left.discard(start)
        while ahead := neighbours(path[-1], left):
            path.append(min(ahead, key=lambda cell: turn(path, cell)))
            left.discard(path[-1])
        # A ring is closed, a branch ends at the line that it meets.
        path += [cell for cell in neighbours(path[-1], cells) if cell not in path[-3:]][:1]
        if len(path) > 2 or not found:
            found.append(smooth([(column + 0.5, row + 0.5) for row, column in path]))
    return found


def skeleton(drawn: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Lines one pixel wide, by the algorithm of Zhang and Suen (1984)."""
    picture = np.pad(drawn, 1)
    while True:
        before = picture.copy()
        for first, second in (((0, 2, 4), (2, 4, 6)), ((0, 2, 6), (0, 4, 6))):
            ring = [np.roll(picture, (-row, -column), (0, 1)) for row, column in AROUND]
            count = sum(cell.astype(int) for cell in ring)
            rises = sum((~ring[at] & ring[(at + 1) % 8]).astype(int) for at in range(8))
            goes = picture & (count >= 2) & (count <= 6) & (rises == 1)
            for three in (first, second):
                goes &= ~(ring[three[0]] & ring[three[1]] & ring[three[2]])
            picture &= ~goes
        if np.array_equal(before, picture):
            return picture[1:-1, 1:-1]


def neighbours(cell: Cell, cells: set[Cell]) -> list[Cell]:
    """Those of `cells` that touch a cell, the ones beside it before the ones at its corners."""
    order = sorted(AROUND, key=lambda step: abs(step[0]) + abs(step[1]))
    return [(cell[0] + row, cell[1] + column) for row, column in order if (cell[0] + row, cell[1] + column) in cells]


def turn(path: list[Cell], cell: Cell) -> float:
    """How much a pen would have to turn to go on to a cell."""
    if len(path) < 2:
        return 0.0
    back = path[-min(len(path), 4)]
    come = np.array(path[-1]) - back
    go = np.array(cell) - path[-1]
    return -float(come @ go) / float(np.linalg.norm(come) * np.linalg.norm(go) or 1.0)


def smooth(points: list[Point]) -> list[Point]:
    """The same line with rounder corners; its ends stay."""
    line = np.array(points)
    for _ in range(2):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return [(float(x), float(y)) for x, y in line]
