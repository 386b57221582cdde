"""The mistakes of early stopping: which epoch was the best, and how long ago that is."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue

early_stopping = Catalogue("early_stopping")

Losses = list[float]
SINCE = "What counts is how many epochs have passed since the best one of all so far."


def since(losses: Losses) -> int:
    """The epochs since the best one."""
    return len(losses) - 1 - int(np.argmin(losses))


def best_of(losses: Losses) -> int:
    return int(np.argmin(losses))


@early_stopping.mistake(
    "You stop one epoch late: `>` stands where `>=` belongs.",
    "It is time to stop as soon as `patience` epochs have passed since the best one.",
)
def stopping_one_late(losses: Losses, patience: int) -> Any:
    return since(losses) > patience, best_of(losses)


@early_stopping.mistake(
    "You stop one epoch early: the best epoch itself is counted.",
    "The newest epoch has the number len(losses) − 1. If it is the best, no epoch has passed since.",
)
def stopping_one_early(losses: Losses, patience: int) -> Any:
    return len(losses) - best_of(losses) >= patience, best_of(losses)


@early_stopping.mistake(
    "You stop only in the very epoch in which patience runs out: `==` stands where `>=` belongs.",
    "Somebody may ask again later, and it is still time to stop then.",
)
def stopping_exactly(losses: Losses, patience: int) -> Any:
    return since(losses) == patience, best_of(losses)


@early_stopping.mistake(
    "Of several lowest losses you take the last.",
    "The first of them was there earlier, with less training: an equal loss is no new lowest one.",
)
def stopping_last_of_equals(losses: Losses, patience: int) -> Any:
    best = len(losses) - 1 - int(np.argmin(losses[::-1]))
    return len(losses) - 1 - best >= patience, best


@early_stopping.mistake(
    "You stop as soon as the loss rises once; patience is not used.",
    "The dev loss is a bumpy road. " + SINCE,
)
def stopping_at_first_rise(losses: Losses, patience: int) -> Any:
    return len(losses) > 1 and losses[-1] > losses[-2], best_of(losses)


@early_stopping.mistake(
    "You count how often the loss has risen, from the beginning.",
    "Rises before the best epoch are forgiven. " + SINCE,
)
def stopping_counts_rises(losses: Losses, patience: int) -> Any:
    return int(np.sum(np.diff(losses) > 0)) >= patience, best_of(losses)


@early_stopping.mistake(
    "You count how often the loss has risen in succession.",
    "A loss that falls a little without reaching its lowest value is no progress. " + SINCE,
)
def stopping_rises_in_succession(losses: Losses, patience: int) -> Any:
    count = 0
    while count + 1 < len(losses) and losses[-1 - count] > losses[-2 - count]:
        count += 1
    return count >= patience, best_of(losses)


@early_stopping.mistake(
    "You compare the newest loss with the one of `patience` epochs ago.",
    "The lowest one may be neither of them. " + SINCE,
)
def stopping_two_compared(losses: Losses, patience: int) -> Any:
    return len(losses) > patience and losses[-1] >= losses[-1 - patience], best_of(losses)


@early_stopping.mistake(
    "You stop when there have been `patience` epochs at all.",
    "As long as the loss gets better there is no reason to stop. " + SINCE,
)
def stopping_after_patience(losses: Losses, patience: int) -> Any:
    return len(losses) >= patience, best_of(losses)


@early_stopping.mistake(
    "You stop whenever the newest loss is not the lowest; patience is not used.",
    "The dev loss is a bumpy road. " + SINCE,
)
def stopping_without_patience(losses: Losses, patience: int) -> Any:
    return since(losses) > 0, best_of(losses)


@early_stopping.mistake(
    "You never stop.", "After `patience` epochs without a new lowest loss the first answer is True."
)
def stopping_never(losses: Losses, patience: int) -> Any:
    return False, best_of(losses)


@early_stopping.mistake(
    "Your answer is the wrong way round: True where training should go on.",
    "The first answer says whether to *stop*.",
)
def stopping_inverted(losses: Losses, patience: int) -> Any:
    return since(losses) < patience, best_of(losses)


@early_stopping.mistake("You look for the highest loss.", "The best epoch has the lowest loss: `argmin`, not `argmax`.")
def stopping_highest(losses: Losses, patience: int) -> Any:
    best = int(np.argmax(losses))
    return len(losses) - 1 - best >= patience, best


@early_stopping.mistake(
    "You return the lowest loss itself.", "Asked for is the number of its epoch: its place in the list."
)
def stopping_loss_for_epoch(losses: Losses, patience: int) -> Any:
    return since(losses) >= patience, min(losses)


@early_stopping.mistake("You count the best epoch from 1.", "Epochs are counted from 0, as everything in Python.")
def stopping_best_from_one(losses: Losses, patience: int) -> Any:
    return since(losses) >= patience, best_of(losses) + 1


@early_stopping.mistake(
    "You return how long ago the best epoch is.", "Asked for is its number, counted from the beginning."
)
def stopping_age_for_epoch(losses: Losses, patience: int) -> Any:
    return since(losses) >= patience, since(losses)


@early_stopping.mistake(
    "You return the newest epoch as the best.", "The best one has the lowest loss, which may be some time ago."
)
def stopping_newest(losses: Losses, patience: int) -> Any:
    return since(losses) >= patience, len(losses) - 1


@early_stopping.mistake(
    "You look only at the newest epochs for the best one.", "The best epoch is the best of all, however long ago."
)
def stopping_best_of_newest(losses: Losses, patience: int) -> Any:
    start = max(0, len(losses) - patience)
    return since(losses) >= patience, start + int(np.argmin(losses[start:]))


@early_stopping.mistake("The two answers are exchanged.", "The order is: whether to stop, then the best epoch.")
def stopping_order(losses: Losses, patience: int) -> Any:
    return best_of(losses), since(losses) >= patience


@early_stopping.mistake(
    "You sort the caller's list.",
    "Then nobody knows any more which loss belongs to which epoch. `argmin` finds the lowest without sorting.",
)
def stopping_sorts(losses: Losses, patience: int) -> Any:
    stop, lowest = since(losses) >= patience, best_of(losses)
    losses.sort()
    return stop, lowest


@early_stopping.mistake(
    "You count all epochs without a new lowest loss, also those before the best one.",
    "With each new best epoch the count begins anew. " + SINCE,
)
def stopping_counts_on(losses: Losses, patience: int) -> Any:
    bests = np.flatnonzero(np.diff(np.minimum.accumulate(losses)) < 0).size + 1
    return len(losses) - bests >= patience, best_of(losses)


@early_stopping.mistake(
    "The first epoch, number 0, is left out when you look for the best one.",
    "It may be the best of all. Begin with its loss as the lowest so far.",
)
def stopping_skips_first(losses: Losses, patience: int) -> Any:
    best = 1 + int(np.argmin(losses[1:])) if len(losses) > 1 else 0
    return len(losses) - 1 - best >= patience, best


@early_stopping.mistake(
    "You compare the number of the best epoch itself with patience.",
    "How long ago it is counts: the newest epoch's number minus that of the best.",
)
def stopping_number_for_age(losses: Losses, patience: int) -> Any:
    return best_of(losses) >= patience, best_of(losses)


@early_stopping.mistake(
    "You sort the caller's list, and then the best epoch always has the number 0.",
    "The places in the list are the numbers of the epochs. Find the lowest without sorting.",
)
def stopping_sorted_first(losses: Losses, patience: int) -> Any:
    losses.sort()
    return len(losses) - 1 >= patience, 0


@early_stopping.mistake(
    "You stop whenever the newest loss is higher than the lowest; patience is not used.",
    "The dev loss is a bumpy road. " + SINCE,
)
def stopping_above_lowest(losses: Losses, patience: int) -> Any:
    return losses[-1] > min(losses), best_of(losses)


@early_stopping.mistake(
    "The newest epoch is left out when you look for the best one.",
    "It may be the best of all: look at the whole list.",
)
def stopping_without_newest(losses: Losses, patience: int) -> Any:
    best = best_of(losses[:-1] or losses)
    return len(losses) - 1 - best >= patience, best


@early_stopping.mistake(
    "Small improvements do not count with you: you ask for a loss that is lower by some margin.",
    "The lowest loss is the lowest, by however little. No number but `patience` is needed.",
)
def stopping_margin(losses: Losses, patience: int) -> Any:
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best] - 1e-3:
            best = epoch
    return len(losses) - 1 - best >= patience, best


@early_stopping.mistake(
    "Small improvements do not count for stopping: you ask for a loss that is lower by some margin.",
    "The lowest loss is the lowest, by however little. No number but `patience` is needed.",
)
def stopping_margin_for_stop(losses: Losses, patience: int) -> Any:
    return stopping_margin(losses, patience)[0], best_of(losses)


@early_stopping.mistake(
    "You compare the newest loss with the one from `patience` epochs ago, not with the best.", SINCE
)
def stopping_window(losses: Losses, patience: int) -> Any:
    return len(losses) > patience and losses[-1] > losses[-1 - patience], best_of(losses)


@early_stopping.mistake(
    "You look no further than the first rise: what comes after it may be lower still.",
    "The best epoch has the lowest of all losses. A single bump does not mean that the best is over.",
)
def stopping_first_valley(losses: Losses, patience: int) -> Any:
    best = 0
    while best + 1 < len(losses) and losses[best + 1] < losses[best]:
        best += 1
    return len(losses) - 1 - best >= patience, best


@early_stopping.mistake(
    "The comparison is turned round: `<=` stands where `>=` belongs, so you stop as long as there is patience left.",
    "It is time to stop when `patience` epochs or more have passed since the best one.",
)
def stopping_turned(losses: Losses, patience: int) -> Any:
    return since(losses) <= patience, best_of(losses)


@early_stopping.mistake(
    "A loss that equals the lowest counts as progress with you: the count of epochs begins anew at it.",
    "Of several lowest losses the first is the best epoch, and epochs are counted from there.",
)
def stopping_equal_is_progress(losses: Losses, patience: int) -> Any:
    last = len(losses) - 1 - int(np.argmin(losses[::-1]))
    return len(losses) - 1 - last >= patience, best_of(losses)


@early_stopping.mistake(
    "You compare each loss with the one before: a fall that is no new lowest loss begins the count again.",
    SINCE,
)
def stopping_since_the_last_fall(losses: Losses, patience: int) -> Any:
    falls = [at for at in range(1, len(losses)) if losses[at] < losses[at - 1]]
    return len(losses) - 1 - max(falls, default=0) >= patience, best_of(losses)


@early_stopping.mistake(
    "You answer with the first time that patience ran out, and do not look at the losses after it.",
    "The question is about the newest epoch, and a later loss may be the lowest. Go through the whole list first.",
)
def stopping_at_first_end(losses: Losses, patience: int) -> Any:
    for count in range(1, len(losses) + 1):
        if since(losses[:count]) >= patience:
            return True, best_of(losses[:count])
    return False, best_of(losses)


@early_stopping.mistake(
    "Once patience has run out, you say stop for good, even where a new lowest loss came later.",
    "The question is about the newest epoch: how many epochs have passed since the best one, at the end of the list?",
)
def stopping_for_good(losses: Losses, patience: int) -> Any:
    return any(since(losses[:count]) >= patience for count in range(1, len(losses) + 1)), best_of(losses)


@early_stopping.mistake(
    "Where the first epoch is the best, you count that epoch too, and stop one epoch early.",
    "Its loss, compared with itself, is not lower. Begin the loop with the second loss, or the lowest with infinity.",
)
def stopping_first_counted(losses: Losses, patience: int) -> Any:
    return since(losses) + (best_of(losses) == 0) >= patience, best_of(losses)


@early_stopping.mistake(
    "You count all epochs without a new lowest loss, also those before the best one, and the first epoch with them.",
    "With each new best epoch the count begins anew. " + SINCE,
)
def stopping_counts_on_from_first(losses: Losses, patience: int) -> Any:
    lower = np.flatnonzero(np.diff(np.minimum.accumulate(losses)) < 0).size
    return len(losses) - lower >= patience, best_of(losses)
