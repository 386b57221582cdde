"""The public door: what a lesson imports from here, and nothing else.

Names are looked up when they are first used, so that `autograder --help` does not wait for NumPy.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.notebook import check, data_path
    from autograder.report.plots import confusion, plot_history, show_digits, show_weights

__all__ = ["check", "confusion", "data_path", "plot_history", "show_digits", "show_weights"]

HOMES = {
    "check": "autograder.notebook",
    "confusion": "autograder.report.plots",
    "data_path": "autograder.notebook",
    "plot_history": "autograder.report.plots",
    "show_digits": "autograder.report.plots",
    "show_weights": "autograder.report.plots",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
