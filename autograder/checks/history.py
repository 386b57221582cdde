"""Is the history of a training run right? Many forms are, so each property is looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.judge.checking import Answer
from autograder.judge.compare import RELATIVE, as_array


def check_history(
    answer: Answer, every_step: Sequence[tuple[int, float, float]], iterations: int, report_every: int
) -> None:
    """Demand a history of (iteration, loss, accuracy).

    Args:
        answer: what `gradient_descent` gave, with parameters that are right.
        every_step: the right history with an entry a step, entry k holding loss and accuracy after k steps.
        iterations: how many steps were asked for.
        report_every: how many steps lie between two entries.

    Starting at 0 or at `report_every`, measured before or after the step, a last extra entry or none: all right.
    """
    history = answer.value[1]
    is_list = isinstance(history, list | tuple) or (isinstance(history, np.ndarray) and history.ndim > 0)
    answer.demand(is_list, "history is no list; it should be a list with an entry (iteration, loss, accuracy) each")
    answer.demand(len(history) > 0, "history is empty after the training", "descent-history-empty")
    table = as_array(history)
    answer.demand(
        table is not None and table.ndim == 2 and table.shape[1] == 3,
        f"an entry of history is {_shown(history[0])}, where (iteration, loss, accuracy) is due",
    )
    assert table is not None
    finite = np.isfinite(table.astype(float)).all()
    answer.demand(finite, "history holds NaN or infinity")
    steps = [int(step) for step in table[:, 0]]
    due = list(range(report_every, iterations, report_every))
    allowed = {0, *due, iterations, iterations - 1}
    seen = f"with {iterations} iterations and report_every={report_every}, history has entries for {_listed(steps)}"
    answer.demand(len(set(steps)) < iterations - 1 or report_every == 1, seen, "descent-history-each-step")
    last_only = len(due) > 1 and steps in ([iterations - 1], [iterations])
    answer.demand(not last_only, seen, "descent-history-last-iteration-only")
    answer.demand(set(due) <= set(steps) <= allowed and len(set(steps)) == len(steps), seen)
    losses = np.array([loss for _, loss, _ in every_step])
    accuracies = np.array([accuracy for _, _, accuracy in every_step])
    for step, loss, accuracy in table.tolist():
        near = slice(max(0, int(step) - 1), int(step) + 2)
        answer.demand(
            np.isclose(loss, losses[near], rtol=10 * RELATIVE, atol=1e-5).any(),
            f"at iteration {int(step)} history says loss {loss:.4g}; it is {losses[int(step)]:.4g}",
        )
        answer.demand(
            np.isclose(accuracy, accuracies[near], atol=1e-3).any(),
            f"at iteration {int(step)} history says accuracy {accuracy:.4g}; it is {accuracies[int(step)]:.4g}",
        )


def _shown(entry: object) -> str:
    return f"{entry!r}"[:60]


def _listed(steps: list[int]) -> str:
    head = ", ".join(str(step) for step in steps[:6])
    return head + (", …" if len(steps) > 6 else "")
