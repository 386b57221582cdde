"""Pictures for the lesson, because a weight matrix that is looked at teaches more than one that is printed.

Matplotlib is imported inside the functions: the grader never needs it, and a student without it loses the pictures and
nothing else. The figures are built without `pyplot`, so no window opens, nothing blocks and no figure stays behind.

In a notebook a picture is displayed where it is drawn, and the function returns None. Elsewhere the figure is returned:
`show_weights(W1).savefig("weights.png")`.
"""

from __future__ import annotations

import importlib
import io
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

# An entry of a history is (iteration, loss, accuracy).
History = Iterable[Sequence[float]]

# Okabe and Ito's colours, which people with any kind of colour vision can tell apart; dashes help in grey.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
DASHES = ("-", "--", "-.", ":")
RIGHT, WRONG, MUTED = "#333333", "#D55E00", "#888888"

DPI = 110


def show_digits(
    X: ArrayLike, Y: ArrayLike | None = None, predictions: ArrayLike | None = None, count: int = 20
) -> Figure | None:
    """Draw the first `count` digits of `X`, ten a row, each under its label.

    X            (n_pixels, m), a square picture a column, with values 0 to 255 or 0 to 1
    Y            (m,) the true digits, or None
    predictions  (m,) the digits that were read, or None; a misread one is named in orange: "4 read as 9"
    count        how many to draw at most
    Raises ValueError where the columns are not square pictures or the lengths disagree.
    """
    if not _has_matplotlib("show_digits"):
        return None
    pixels = _columns(X, "X")
    m = pixels.shape[1]
    labels = None if Y is None else _one_per_digit(Y, m, "Y")
    read = None if predictions is None else _one_per_digit(predictions, m, "predictions")
    if min(count, m) < 1:
        print("show_digits: there are no digits to show.")
        return None
    figure, axes = _grid(min(count, m))
    for i, ax in enumerate(axes):
        picture = _square(pixels[:, i])
        # The largest value decides between the two scales, so that a faint digit in 0..1 stays faint.
        ax.imshow(picture, cmap="gray_r", vmin=0, vmax=255 if pixels.max() > 1 else 1, interpolation="nearest")
        text, colour = _caption(None if labels is None else labels[i], None if read is None else read[i])
        ax.set_title(text, fontsize=9, color=colour, pad=3)
    return _show(figure)


def plot_history(history: History | Mapping[str, History]) -> Figure | None:
    """Draw loss and accuracy as training went on, side by side; dotted lines mark what ten-way guessing gets.

    history  a list of (iteration, loss, accuracy), or a dict of name -> such a list, to compare runs
    """
    if not _has_matplotlib("plot_history"):
        return None
    from matplotlib.figure import Figure
    from matplotlib.ticker import PercentFormatter

    runs = history if isinstance(history, Mapping) else {"": history}
    figure = Figure(figsize=(9, 3.2), layout="constrained", dpi=DPI)
    loss_ax, accuracy_ax = figure.subplots(1, 2)
    for number, (name, run) in enumerate(runs.items()):
        table = np.array([[float(value) for value in entry[:3]] for entry in run]).reshape(-1, 3)
        for ax, column in ((loss_ax, 1), (accuracy_ax, 2)):
            ax.plot(
                table[:, 0],
                table[:, column],
                color=COLOURS[number % len(COLOURS)],
                linestyle=DASHES[number % len(DASHES)],
                linewidth=1.8,
                label=str(name),
            )
    for ax, title, guessing in ((loss_ax, "loss", math.log(10)), (accuracy_ax, "accuracy", 0.1)):
        ax.axhline(guessing, color=MUTED, linewidth=1, linestyle=(0, (1, 3)), zorder=0)
        ax.annotate("guessing", (1, guessing), xycoords=("axes fraction", "data"), xytext=(-2, 2),
                    textcoords="offset points", ha="right", fontsize=8, color=MUTED)  # fmt: skip
        ax.set_title(title, fontsize=10)
        ax.set_xlabel("step", fontsize=9)
        ax.tick_params(labelsize=8)
        ax.spines[["top", "right"]].set_visible(False)
    # One run that blows up would press all others flat: it leaves the panel at the top instead.
    loss_ax.set_ylim(0, min(loss_ax.get_ylim()[1], 3 * math.log(10)))
    accuracy_ax.set_ylim(0, 1)
    accuracy_ax.yaxis.set_major_formatter(PercentFormatter(xmax=1))
    if len(runs) > 1:
        figure.legend(*loss_ax.get_legend_handles_labels(), loc="outside right center", fontsize=9, frameon=False)
    return _show(figure)


def show_weights(W1: ArrayLike) -> Figure | None:
    """Draw the weights of each hidden unit as the picture that it looks for.

    W1  (n_hidden, n_pixels), a square picture a row
    Orange pixels speak for the unit, purple ones against it, white is zero; all units share one scale. Both colours
    and their depth are readable with every kind of colour vision. Raises ValueError where the rows are not square.
    """
    if not _has_matplotlib("show_weights"):
        return None
    weights = _columns(np.asarray(W1, dtype=float).T, "W1, transposed,")
    finite = np.abs(weights[np.isfinite(weights)])
    # A few extreme weights would turn all others pale.
    limit = float(np.percentile(finite, 99.5)) if finite.size else 0.0
    limit = limit or 1.0
    units = weights.shape[1]
    figure, axes = _grid(units, per_row=5, inches=1.7) if units <= 10 else _grid(units)
    for unit, ax in enumerate(axes):
        image = ax.imshow(_square(weights[:, unit]), cmap="PuOr_r", vmin=-limit, vmax=limit, interpolation="nearest")
        ax.set_title(f"unit {unit}", fontsize=9, color=RIGHT, pad=3)
    bar = figure.colorbar(image, ax=axes, aspect=14, fraction=0.05, pad=0.01, extend="both")
    bar.set_ticks([-limit, 0, limit], labels=[f"-{limit:.2g}", "0", f"+{limit:.2g}"])
    bar.ax.tick_params(labelsize=8)
    return _show(figure)


def confusion(predictions: ArrayLike, Y: ArrayLike, n_classes: int = 10) -> Figure | None:
    """Draw how often each digit was read as each other one.

    predictions  (m,) the digits that were read
    Y            (m,) the true digits
    Row: the true digit; column: what it was read as. The grey diagonal holds the right answers; the rest are mistakes,
    darker where they are more frequent. Raises ValueError where the lengths disagree or a digit is out of range.
    """
    if not _has_matplotlib("confusion"):
        return None
    from matplotlib.figure import Figure

    truth = np.asarray(Y).ravel().astype(int)
    read = _one_per_digit(predictions, truth.size, "predictions")
    counts = np.zeros((n_classes, n_classes), dtype=int)
    if truth.size and (min(truth.min(), read.min()) < 0 or max(truth.max(), read.max()) >= n_classes):
        raise ValueError(f"confusion: every digit must lie between 0 and {n_classes - 1}.")
    np.add.at(counts, (truth, read), 1)
    right = int(np.trace(counts))
    mistakes = counts - np.diag(np.diag(counts))
    worst = max(int(mistakes.max()), 1)

    figure = Figure(figsize=(5.4, 5.2), layout="constrained", dpi=DPI)
    ax = figure.subplots()
    ax.imshow(mistakes, cmap="Oranges", vmin=0, vmax=worst * 1.3)
    for row in range(n_classes):
        ax.add_patch(_tile(row))
        for column in range(n_classes):
            number = counts[row, column]
            if number:
                dark = row != column and number > 0.8 * worst
                ax.text(column, row, str(number), ha="center", va="center", fontsize=9,
                        color="white" if dark else RIGHT)  # fmt: skip
    ax.set_xticks(range(n_classes))
    ax.set_yticks(range(n_classes))
    ax.set_xlabel("read as")
    ax.set_ylabel("true digit")
    ax.set_title(f"{right:,} of {truth.size:,} read correctly", fontsize=10)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    return _show(figure)


def _has_matplotlib(function: str) -> bool:
    """Whether pictures can be drawn; where they can't, one line says what to install."""
    try:
        import matplotlib.figure  # noqa: F401
    except ImportError:
        print(f"{function}: no picture without Matplotlib. To install it: python -m pip install matplotlib")
        return False
    return True


def _show(figure: Figure) -> Figure | None:
    """Display the figure where a notebook can, and return it where one can't."""
    if not in_notebook():
        return figure
    ipython = importlib.import_module("IPython.display")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=2 * DPI)
    width, _ = figure.get_size_inches() * DPI
    ipython.display(ipython.Image(buffer.getvalue(), width=int(width)))
    return None


def in_notebook() -> bool:
    """Whether this process is a Jupyter kernel. IPython is asked only where it runs already."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None
    return hasattr(shell, "kernel")


def _grid(count: int, per_row: int = 10, inches: float = 0.95) -> tuple[Figure, list[Axes]]:
    """A figure with `count` bare squares of a size in inches."""
    from matplotlib.figure import Figure

    columns = min(count, per_row)
    rows = math.ceil(count / per_row)
    size = (max(inches * columns, 2.0), (inches + 0.2) * rows + 0.1)
    figure = Figure(figsize=size, layout="constrained", dpi=DPI)
    axes: list[Axes] = list(figure.subplots(rows, columns, squeeze=False).flat)
    for ax in axes:
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_color("#dddddd")
    for ax in axes[count:]:
        ax.set_visible(False)
    return figure, axes[:count]


def _tile(position: int) -> Rectangle:
    """A grey square on the diagonal of the confusion picture."""
    from matplotlib.patches import Rectangle

    return Rectangle((position - 0.5, position - 0.5), 1, 1, facecolor="#e6e6e6", edgecolor="none")


def _caption(label: int | None, read: int | None) -> tuple[str, str]:
    """The words over a digit and their colour."""
    if label is None:
        return ("", RIGHT) if read is None else (f"read as {read}", RIGHT)
    if read is None or read == label:
        return str(label), RIGHT
    return f"{label} read as {read}", WRONG


def _columns(X: ArrayLike, name: str) -> NDArray[Any]:
    """`X` as a two-dimensional array of square pictures; a single picture may come as `(n_pixels,)`."""
    pixels = np.asarray(X)
    if pixels.ndim == 1:
        pixels = pixels[:, np.newaxis]
    if pixels.ndim != 2 or math.isqrt(pixels.shape[0]) ** 2 != pixels.shape[0]:
        raise ValueError(f"{name} has the shape {pixels.shape}; each column must be a square picture (784 is 28 x 28).")
    return pixels


def _square(column: NDArray[Any]) -> NDArray[Any]:
    """A column of pixels as a picture, `(784,)` to `(28, 28)`."""
    side = math.isqrt(column.size)
    return column.reshape(side, side)


def _one_per_digit(values: ArrayLike, m: int, name: str) -> NDArray[Any]:
    """Whole numbers, one for each of the `m` digits."""
    numbers = np.asarray(values).ravel().astype(int)
    if numbers.size != m:
        raise ValueError(f"{name} has {numbers.size} entries for {m} digits.")
    return numbers
