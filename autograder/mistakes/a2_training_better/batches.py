"""The mistakes of cutting digits into mini-batches: some are lost, some come twice, or the order is no news."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue

Rng = np.random.Generator

mini_batches = Catalogue("mini_batches")


def cut(order: Any, m: int, batch_size: int) -> list[Any]:
    """An order cut as it should be."""
    return [order[start : start + batch_size] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "You leave out the last batch where it is short.",
    "The digits that are left over are digits all the same. Look for `m // batch_size`: rounding down loses them.",
)
def batches_last_dropped(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(m // batch_size)]


@mini_batches.mistake(
    "You fill the last batch up with digits that were in a batch before.",
    "Each digit is in exactly one batch of an epoch. The last batch may be short.",
)
def batches_last_filled_up(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    count = -(-m // batch_size)
    return cut(np.resize(order, count * batch_size), count * batch_size, batch_size)


@mini_batches.mistake(
    "You draw each number anew, so that some are drawn twice, even within a batch, and others never.",
    "Shuffle all numbers once, as one shuffles a pack of cards, and deal them out.",
)
def batches_with_replacement(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.integers(0, m, m), m, batch_size)


@mini_batches.mistake(
    "You draw each batch anew from all digits, so that two batches may hold the same digit.",
    "Within an epoch each digit has its turn once. Make one random order before the loop, and cut it.",
)
def batches_drawn_anew(m: int, batch_size: int, rng: Rng) -> Any:
    return [rng.permutation(m)[: min(batch_size, m - start)] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "You do not shuffle: the batches come in the order of the file.",
    "Files are often sorted in some way, and the same neighbours would be together in every epoch. Cut a random order.",
)
def batches_in_order(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(np.arange(m), m, batch_size)


@mini_batches.mistake(
    "You shuffle the batches, but not what is in them: the same neighbours are always together.",
    "Shuffle first and cut afterwards, not the other way round.",
)
def batches_shuffled_as_blocks(m: int, batch_size: int, rng: Rng) -> Any:
    blocks = cut(np.arange(m), m, batch_size)
    last = blocks.pop() if m % batch_size else None
    shuffled = [blocks[at] for at in rng.permutation(len(blocks))]
    return shuffled if last is None else [*shuffled, last]


@mini_batches.mistake(
    "You cut first and shuffle within each batch, which always holds the same digits.",
    "The mean over a batch does not care for the order in it. Shuffle first and cut afterwards.",
)
def batches_shuffled_within(m: int, batch_size: int, rng: Rng) -> Any:
    return [rng.permutation(block) for block in cut(np.arange(m), m, batch_size)]


@mini_batches.mistake(
    "You deal the numbers out in turn, 0 to the first batch, 1 to the second, and so on, without shuffling.",
    "The same digits are together in every epoch then. Cut a random order.",
)
def batches_strided(m: int, batch_size: int, rng: Rng) -> Any:
    sizes = [min(batch_size, m - start) for start in range(0, m, batch_size)]
    dealt = [list[int]() for _ in sizes]
    at = 0
    for number in range(m):
        while len(dealt[at % len(sizes)]) == sizes[at % len(sizes)]:
            at += 1
        dealt[at % len(sizes)].append(number)
        at += 1
    return [np.array(batch) for batch in dealt]


@mini_batches.mistake(
    "Your batches overlap: each has one digit more, which is the first of the next.",
    "A slice ends before its second number: `order[0:3]` has three entries. No `+ 1` is needed.",
)
def batches_overlap(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start : start + batch_size + 1] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "Each batch has one digit fewer than it should, and the digits between are lost.",
    "A slice ends before its second number: `order[0:3]` has three entries. No `- 1` is needed.",
)
def batches_one_missing_each(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start : min(start + batch_size, m) - 1] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "The first batch is missing.",
    "Python counts from 0: the first batch begins at 0 and not at `batch_size`.",
)
def batches_first_skipped(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.permutation(m), m, batch_size)[1:]


@mini_batches.mistake(
    "The short batch comes first.",
    "Cut from the beginning: full batches, and the last one has what is left.",
)
def batches_short_first(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    rest = m % batch_size
    return ([order[:rest]] if rest else []) + cut(order[rest:], m - rest, batch_size)


@mini_batches.mistake(
    "There is an empty batch at the end.",
    "The mean over no digits at all is NaN. Where does the last batch begin if the batches come out even?",
)
def batches_empty_at_the_end(m: int, batch_size: int, rng: Rng) -> Any:
    return [*cut(rng.permutation(m), m, batch_size), np.zeros(0, dtype=int)]


@mini_batches.mistake(
    "You make `batch_size` batches, where each batch should have `batch_size` digits.",
    "`np.array_split(order, n)` takes the number of pieces, not their size.",
)
def batches_size_is_number(m: int, batch_size: int, rng: Rng) -> Any:
    return np.array_split(rng.permutation(m), batch_size)


@mini_batches.mistake(
    "You spread the digits evenly over the batches.",
    "All batches but the last have exactly `batch_size` digits. `np.array_split` makes pieces of about the same size.",
)
def batches_evened_out(m: int, batch_size: int, rng: Rng) -> Any:
    return np.array_split(rng.permutation(m), -(-m // batch_size))


@mini_batches.mistake(
    "Your numbers go from 1 to m.",
    "Columns are counted from 0 to m − 1. There is no column m.",
)
def batches_from_one(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.permutation(m) + 1, m, batch_size)


@mini_batches.mistake(
    "You return where the batches begin, and not what is in them.",
    "Each batch is an array of column numbers: the slice of the random order that begins there.",
)
def batches_starts_only(m: int, batch_size: int, rng: Rng) -> Any:
    return list(range(0, m, batch_size))


@mini_batches.mistake(
    "You return the random order, but it is not cut into batches.",
    "A list of arrays is due, one for each batch: slice the order in steps of `batch_size`.",
)
def batches_not_cut(m: int, batch_size: int, rng: Rng) -> Any:
    return rng.permutation(m)


@mini_batches.mistake(
    "Your batches are arrays of True and False with a place for each digit.",
    "A list of column numbers is due, and short ones: with 60,000 digits a mask of all for each batch is much work.",
)
def batches_masks(m: int, batch_size: int, rng: Rng) -> Any:
    return [np.isin(np.arange(m), batch) for batch in cut(rng.permutation(m), m, batch_size)]


@mini_batches.mistake(
    "Your column numbers are floats.",
    "`X[:, batch]` needs whole numbers. Look for a division, or an array of `np.zeros` that you fill.",
)
def batches_floats(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.permutation(m) / 1.0, m, batch_size)


@mini_batches.mistake(
    "You shuffle with NumPy's global generator and not with `rng`.",
    "An experiment can be repeated only if all its random numbers come from the generator that it was given.",
)
def batches_ignores_rng(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(np.random.permutation(m), m, batch_size)


@mini_batches.mistake(
    "You make a generator of your own with a fixed seed, so the order is the same in each epoch.",
    "Draw from the `rng` that you are given: it goes on from where it stands, and gives a new order each time.",
)
def batches_own_seed(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(np.random.default_rng(0).permutation(m), m, batch_size)


@mini_batches.mistake(
    "The number m − 1 is in no batch.",
    "Columns are counted from 0 to m − 1, and a range or a permutation of m ends there by itself. No `- 1` is needed.",
)
def batches_highest_missing(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.permutation(m - 1), m - 1, batch_size)


@mini_batches.mistake(
    "You return the first batch only.",
    "Is the `return` inside the loop? It ends the function. Collect all batches, and return them after the loop.",
)
def batches_first_only(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.permutation(m), m, batch_size)[:1]


@mini_batches.mistake(
    "You add what is left over to the last full batch, which is then longer than `batch_size`.",
    "What is left is a batch of its own, a short one.",
)
def batches_rest_added(m: int, batch_size: int, rng: Rng) -> Any:
    order, full = rng.permutation(m), max(1, m // batch_size)
    return np.split(order, [k * batch_size for k in range(1, full)])


@mini_batches.mistake(
    "Each batch begins at the start of the order, so the batches grow.",
    "A batch begins where the one before it ends: the slice has a start and an end.",
)
def batches_grow(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[: start + batch_size] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "Each batch goes on to the end of the order.",
    "A batch ends after batch_size digits: the slice has a start and an end.",
)
def batches_to_the_end(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start:] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "Only the first batch has digits: all your slices end at batch_size.",
    "The end of a slice is a place in the order too, counted from its beginning and not from the start of the slice.",
)
def batches_one_end_for_all(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start:batch_size] for start in range(0, m, batch_size)]


@mini_batches.mistake(
    "A batch begins at each single place of the order.",
    "The next one begins batch_size places further on. `range` takes the length of its steps as the third argument.",
)
def batches_at_each_place(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start : start + batch_size] for start in range(m)]


@mini_batches.mistake(
    "One digit is in no batch, the first of the order: your first batch begins at 1.",
    "Places are counted from 0, so the first batch begins at 0.",
)
def batches_from_second(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start : start + batch_size] for start in range(1, m, batch_size)]


@mini_batches.mistake(
    "A last batch of a single digit is missing.",
    "The places of the order go from 0 to m − 1, and `range(0, m, batch_size)` ends before m by itself. No `- 1` is "
    "needed.",
)
def batches_single_lost(m: int, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(m)
    return [order[start : start + batch_size] for start in range(0, max(1, m - 1), batch_size)]


@mini_batches.mistake(
    "Your order is not shuffled: it begins at a random place or runs backwards, but neighbours stay together.",
    "Files are often sorted in some way. `rng.permutation(m)` mixes all numbers.",
)
def batches_turned(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(np.roll(np.arange(m), rng.integers(1, m) if m > 1 else 0), m, batch_size)


@mini_batches.mistake(
    "Each batch is there twice.",
    "In an epoch each digit has its turn once: append a batch once, in one loop.",
)
def batches_twice(m: int, batch_size: int, rng: Rng) -> Any:
    return 2 * cut(rng.permutation(m), m, batch_size)


@mini_batches.mistake(
    "The size of your batches is always the same: `batch_size` has no effect on it.",
    "How many digits a batch has, the caller decides. Look for another number in its place, such as 64, or for an "
    "order that is put into one batch as a whole.",
)
def batches_size_fixed(m: int, batch_size: int, rng: Rng) -> Any:
    return cut(rng.permutation(m), m, 64)


@mini_batches.mistake(
    "All your batches must have the same length, and your function stops where digits are left over.",
    "The last batch is a short one then. No rectangular array can hold it, and no split into equal parts: make a list "
    "of slices.",
)
def batches_equal_only(m: int, batch_size: int, rng: Rng) -> Any:
    return rng.permutation(m).reshape(-1, batch_size)
