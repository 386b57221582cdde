"""Mistakes in gradient_descent, continued: in the history that it keeps, and in the form of what it returns.

A history that is off hides how the training went. The entries print no progress, as printing earns no marks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.mistakes.a1_first_network.training import report, step
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

gradient_descent = Catalogue("gradient_descent")


def recorded(
    entry: Callable[[int, float, float], Any],
    X: Array,
    Y: Array,
    params: Any,
    alpha: float,
    iterations: int,
    report_every: int,
) -> Any:
    """A right training, with a history of what `entry` makes of iteration, loss and accuracy."""
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(entry(*report(iteration, A2, Y)))
    return params, history


# The history: when it is kept


@gradient_descent.mistake(
    "Your history is empty at the end: you never put anything into it, or it is made anew after that.",
    "Without it nobody can see whether the loss fell. The list is made once, before the loop, and gets an entry each "
    "time you report.",
)
def descent_history_empty(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history: list[Any] = []
    for _ in range(iterations):
        _, params = step(X, Y, params, alpha)
    return params, history


@gradient_descent.mistake(
    "You put every iteration into the history.",
    "`report_every` says how many iterations lie between two entries. Look at the condition.",
)
def descent_history_each_step(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report every 10 iterations and ignore `report_every`.",
    "10 is its value only when nobody gives another. Use the argument in your condition.",
)
def descent_history_every_ten(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % 10 == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You have the condition for reporting inverted: you report in every iteration but those.",
    "A remainder of 0 counts as false in Python. For which remainder do you want an entry?",
)
def descent_history_inverted(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You begin a new history each time you report, so only the last entry is left.",
    "The list is made once, before the loop, and each report is added to it.",
)
def descent_history_last_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history = [report(iteration, A2, Y)]
    return params, history


@gradient_descent.mistake(
    "You keep no report but that of the very last iteration, if one is due there: the lines of the report stand after "
    "the loop, or `history = []` stands in it.",
    "The list is made once, before the loop, and the report stands in the loop. Look at how far these lines are "
    "indented.",
)
def descent_history_outside_loop(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history: list[Any] = []
    for iteration in range(iterations):
        history = []
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


# The history: what an entry holds


@gradient_descent.mistake(
    "You put the loss alone into the history.",
    "Each entry has three numbers, the iteration, the loss and the accuracy, so that a curve can be drawn from it.",
)
def descent_history_loss_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(ref.cross_entropy(A2, Y))
    return params, history


@gradient_descent.mistake(
    "You put the accuracy alone into the history.",
    "Each entry has three numbers: the iteration, the loss and the accuracy. The loss often moves where "
    "the accuracy stands still.",
)
def descent_history_accuracy_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(ref.get_accuracy(ref.get_predictions(A2), Y))
    return params, history


@gradient_descent.mistake(
    "You leave the iteration out of the entries of the history.",
    "Loss and accuracy need to be placed in time. Each entry begins with the number of the iteration.",
)
def descent_history_no_iteration(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((loss, accuracy))
    return params, history


@gradient_descent.mistake(
    "You put the accuracy before the loss in the history.",
    "Each entry is the iteration, then the loss, then the accuracy. In another order the curves are mistaken "
    "for each other.",
)
def descent_history_accuracy_first(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, accuracy, loss))
    return params, history


@gradient_descent.mistake(
    "You number the reports 0, 1, 2 … instead of giving the iteration.",
    "The second report is not made at iteration 1. The first number of an entry says how many iterations have passed.",
)
def descent_history_counts_reports(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history: list[Any] = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(len(history), A2, Y))
    return params, history


@gradient_descent.mistake(
    "You put the three numbers into the history one by one, so it is one long list of numbers.",
    "Each report is one entry that holds three numbers together.",
)
def descent_history_flat(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history: list[Any] = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.extend(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You keep three lists, one of iterations, one of losses and one of accuracies.",
    "The history is one list with an entry for each report, and each entry holds the three numbers of that moment.",
)
def descent_history_three_lists(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    moments, losses, accuracies = [], [], []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            moments.append(iteration)
            losses.append(loss)
            accuracies.append(accuracy)
    return params, [moments, losses, accuracies]


@gradient_descent.mistake(
    "You keep two lists, one of losses and one of accuracies.",
    "The history is one list with an entry for each report, and each entry holds three numbers: the iteration, the "
    "loss and the accuracy.",
)
def descent_history_two_lists(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    losses, accuracies = [], []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            losses.append(loss)
            accuracies.append(accuracy)
    return params, (losses, accuracies)


@gradient_descent.mistake(
    "You give the accuracy in per cent.",
    "It is a share from 0 to 1, as get_accuracy returns it. Multiply by 100 only when you print.",
)
def descent_history_per_cent(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, loss, 100 * accuracy))
    return params, history


@gradient_descent.mistake(
    "You give the accuracy as a count of the right answers.",
    "A count says little without the number of digits. The accuracy is a share from 0 to 1, "
    "as get_accuracy returns it.",
)
def descent_history_count(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            right = np.sum(ref.get_predictions(A2) == Y)
            history.append((iteration, ref.cross_entropy(A2, Y), right))
    return params, history


@gradient_descent.mistake(
    "You give the share of wrong answers instead of right ones.",
    "Accuracy should grow while the network learns, and yours falls. Look at the comparison, or at a 1 minus.",
)
def descent_history_share_wrong(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, loss, 1 - accuracy))
    return params, history


@gradient_descent.mistake(
    "You hand the probabilities A2 to `get_accuracy`, not predictions.",
    "A probability is never equal to a label, so the accuracy stays 0. `get_predictions` makes classes of A2 first.",
)
def descent_history_accuracy_of_probabilities(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i % report_every == 0:
            history.append((i, ref.cross_entropy(A2, Y), ref.get_accuracy(A2, Y)))
    return params, history


@gradient_descent.mistake(
    "You report the loss of the first step again and again.",
    "The parameters do change, and so does the loss: it is computed anew for each report. "
    "Look for a line that stands before the loop.",
)
def descent_history_first_loss(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    first_loss = ref.cross_entropy(ref.forward_prop(*params, X)[3], Y)
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, _, accuracy = report(iteration, A2, Y)
            history.append((iteration, first_loss, accuracy))
    return params, history


@gradient_descent.mistake(
    "You report the accuracy of the first parameters again and again.",
    "The predictions must be made anew for each report, with the parameters of that moment.",
)
def descent_history_first_accuracy(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    first_accuracy = ref.get_accuracy(ref.make_predictions(X, *params), Y)
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, _ = report(iteration, A2, Y)
            history.append((iteration, loss, first_accuracy))
    return params, history


@gradient_descent.mistake(
    "You report loss and accuracy of the first parameters again and again, while the training goes on.",
    "The history should show the network as it is at each report. Look at which parameters the report is made with.",
)
def descent_history_first_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    _, _, _, A2 = ref.forward_prop(*params, X)
    history = []
    for iteration in range(iterations):
        _, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You round the loss in the history to two decimals.",
    "Late in training the loss falls by less than that, and progress seems to stop. "
    "Round when you print, not in what you keep.",
)
def descent_history_rounded(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            _, loss, accuracy = report(iteration, A2, Y)
            history.append((iteration, round(loss, 2), accuracy))
    return params, history


@gradient_descent.mistake(
    "You put an entry into the history before you measure: it holds loss and accuracy of the iteration before.",
    "So the first entry has nothing but what stood there before the loop. Measure first, and note then.",
)
def descent_history_noted_before_measured(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    loss, accuracy = 0.0, 0.0
    for iteration in range(iterations):
        if iteration % report_every == 0:
            history.append((iteration, loss, accuracy))
        A2, params = step(X, Y, params, alpha)
        _, loss, accuracy = report(iteration, A2, Y)
    return params, history


# What is returned


@gradient_descent.mistake(
    "You return the parameters without the history.",
    "Whoever calls this function unpacks two things: the four parameters together, and the history.",
)
def descent_returns_only_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    for _ in range(iterations):
        _, params = step(X, Y, params, alpha)
    return params


@gradient_descent.mistake(
    "You return the history without the parameters.",
    "What has been learnt is in W1, b1, W2 and b2. Return the four together, and then the history.",
)
def descent_returns_only_history(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return history


@gradient_descent.mistake(
    "You return five things in a row: the four parameters and the history.",
    "Two are asked for. The four parameters belong together in one tuple, as they came in, and the history follows.",
)
def descent_returns_five(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    W1, b1, W2, b2 = params
    return W1, b1, W2, b2, history


@gradient_descent.mistake(
    "You return the history first and the parameters second.",
    "Whoever calls this function unpacks the parameters first, then the history.",
)
def descent_history_before_params(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if iteration % report_every == 0:
            history.append(report(iteration, A2, Y))
    return history, params


# The history, continued


@gradient_descent.mistake(
    "You put the iteration and the loss into the history, but not the accuracy.",
    "Each entry has three numbers: the iteration, the loss and the accuracy.",
)
def descent_history_no_accuracy(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i, loss), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put the iteration and the accuracy into the history, but not the loss.",
    "Each entry has three numbers: the iteration, the loss and the accuracy.",
)
def descent_history_no_loss(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i, accuracy), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put only the number of the iteration into the history.",
    "Each entry has three numbers: the iteration, the loss and the accuracy.",
)
def descent_history_iterations_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: i, X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put the iteration last in the entries of the history.",
    "Each entry is the iteration, then the loss, then the accuracy.",
)
def descent_history_iteration_last(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (loss, accuracy, i), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put the learning rate into the entries of the history as well.",
    "Each entry has three numbers: the iteration, the loss and the accuracy. Other code unpacks exactly these.",
)
def descent_history_alpha_too(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i, loss, accuracy, alpha), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You add 1 to the iteration in the history, but report when the number before it is due.",
    "The entries then say 1, 5, 9 where 0, 4, 8 are due. Condition and entry have to use the same number.",
)
def descent_history_one_late(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i + 1, loss, accuracy), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put the sum of the losses over the digits into the history.",
    "The loss is the mean over the digits, as cross_entropy returns it. A larger batch would look worse.",
)
def descent_history_loss_summed(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(
        lambda i, loss, accuracy: (i, loss * Y.size, accuracy), X, Y, params, alpha, iterations, report_every
    )


@gradient_descent.mistake(
    "You divide the loss in the history by m.",
    "cross_entropy returns a mean already.",
)
def descent_history_loss_over_m(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(
        lambda i, loss, accuracy: (i, loss / Y.size, accuracy), X, Y, params, alpha, iterations, report_every
    )


@gradient_descent.mistake(
    "You put the loss into the history with a minus sign.",
    "A loss is positive and falls towards 0 in training, as cross_entropy returns it.",
)
def descent_history_loss_negative(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i, -loss, accuracy), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You round the accuracy in the history to two decimals.",
    "Small gains disappear in that. Round when you print, not in what you keep.",
)
def descent_history_accuracy_rounded(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(
        lambda i, loss, accuracy: (i, loss, round(accuracy, 2)), X, Y, params, alpha, iterations, report_every
    )


@gradient_descent.mistake(
    "You put the loss into the history twice, and the accuracy nowhere.",
    "Each entry has the iteration, the loss and the accuracy. Look at the names in your entry.",
)
def descent_history_loss_twice(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i, loss, loss), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put the accuracy into the history twice, and the loss nowhere.",
    "Each entry has the iteration, the loss and the accuracy. Look at the names in your entry.",
)
def descent_history_accuracy_twice(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(lambda i, loss, accuracy: (i, accuracy, accuracy), X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You put the number of iterations that are left into the history.",
    "The first number of an entry says how many iterations have passed.",
)
def descent_history_steps_left(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    return recorded(
        lambda i, loss, accuracy: (iterations - i, loss, accuracy), X, Y, params, alpha, iterations, report_every
    )


@gradient_descent.mistake(
    "You report at the right time, but give the number of the iteration before: 3, 7, 11 where 4, 8, 12 are due.",
    "Condition and entry have to use the same number. Look for `+ 1` in one of them only.",
)
def descent_history_one_early(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if (i + 1) % report_every == 0:
            history.append(report(i, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report only once, when the iteration equals `report_every`.",
    "A report is due at every multiple of it. The remainder of a division tells when.",
)
def descent_history_once(X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i == report_every:
            history.append(report(i, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report only once, at the beginning.",
    "A report is due every `report_every` iterations. Look at the condition: the remainder of which division by "
    "which number?",
)
def descent_history_start_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i == 0:
            history.append(report(i, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report only once, after the training.",
    "The history shows how the loss falls: an entry is due every `report_every` iterations. Look at how far the line "
    "is indented.",
)
def descent_history_end_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    for _ in range(iterations):
        _, params = step(X, Y, params, alpha)
    return params, [report(iterations, ref.forward_prop(*params, X)[3], Y)]


@gradient_descent.mistake(
    "Your history has one entry only, that of the last iteration: the lines of the report stand after the loop, or "
    "the list is made anew in it.",
    "The history shows how the loss falls: an entry is due every `report_every` iterations. Look at how far these "
    "lines are indented.",
)
def descent_history_last_iteration_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for iteration in range(iterations):
        A2, params = step(X, Y, params, alpha)
        history = [report(iteration, A2, Y)]
    return params, history


@gradient_descent.mistake(
    "You make `report_every` reports in all.",
    "It is the number of iterations between two reports, not the number of reports.",
)
def descent_history_number_of_reports(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i % max(1, iterations // report_every) == 0:
            history.append(report(i, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report while the whole part of i / report_every is 0: `//` stands where `%` belongs.",
    "The remainder tells whether a number is a multiple. Look at the operator in your condition.",
)
def descent_history_divided(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i // report_every == 0:
            history.append(report(i, A2, Y))
    return params, history


@gradient_descent.mistake(
    "You report the loss and accuracy of the first digit only.",
    "The history is about the whole batch: hand all predictions and all labels on.",
)
def descent_history_of_first_digit(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i % report_every == 0:
            history.append(report(i, A2[:, :1], Y[:1]))
    return params, history


@gradient_descent.mistake(
    "You put every report into the history twice.",
    "One entry for each report is enough. Look for a second `append`.",
)
def descent_history_twice(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    history = []
    for i in range(iterations):
        A2, params = step(X, Y, params, alpha)
        if i % report_every == 0:
            history += [report(i, A2, Y), report(i, A2, Y)]
    return params, history


@gradient_descent.mistake(
    "You return the last loss in the place of the history.",
    "The history is a list with an entry for each report: the iteration, the loss and the accuracy.",
)
def descent_returns_last_loss(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    loss = 0.0
    for _ in range(iterations):
        A2, params = step(X, Y, params, alpha)
        loss = ref.cross_entropy(A2, Y)
    return params, loss


@gradient_descent.mistake(
    "You return W1 in the place of all the parameters.",
    "The network needs all four: W1, b1, W2 and b2 together in one tuple, and then the history.",
)
def descent_returns_w1_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    params, history = ref.gradient_descent(X, Y, params, alpha, iterations, report_every)
    return params[0], history


@gradient_descent.mistake(
    "You return W1 and W2 without the biases.",
    "The network needs all four: W1, b1, W2 and b2 together in one tuple, and then the history.",
)
def descent_returns_weights_only(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    params, history = ref.gradient_descent(X, Y, params, alpha, iterations, report_every)
    return (params[0], params[2]), history


@gradient_descent.mistake(
    "You return the parameters as W1, W2, b1, b2.",
    "The order is layer by layer, W1, b1, W2, b2, as they came in. Whoever unpacks them relies on it.",
)
def descent_returns_other_order(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int = 10
) -> Any:
    (W1, b1, W2, b2), history = ref.gradient_descent(X, Y, params, alpha, iterations, report_every)
    return (W1, W2, b1, b2), history


# The argument report_every


@gradient_descent.mistake(
    "You give `report_every` no default value, so the function can't be called without it.",
    "The first line of the function has to read as in the task: report_every=10.",
)
def descent_default_forgotten(
    X: Array, Y: Array, params: Any, alpha: float, iterations: int, report_every: int | None = None
) -> Any:
    if report_every is None:
        raise TypeError("gradient_descent() missing 1 required positional argument: 'report_every'")
    return ref.gradient_descent(X, Y, params, alpha, iterations, report_every)


@gradient_descent.mistake(
    "You have another name for the argument `report_every`.",
    "Other code calls the function with `report_every=…`, so names belong to the task. Compare your first line with "
    "the one that was given.",
)
def descent_argument_renamed(X: Array, Y: Array, params: Any, alpha: float, iterations: int, **names: Any) -> Any:
    if names:
        raise TypeError("gradient_descent() got an unexpected keyword argument 'report_every'")
    return ref.gradient_descent(X, Y, params, alpha, iterations)
