"""Mistakes in dropout, on the way forward and on the way back.

The mask is random, so the checks of dropout_forward recognise most of these by what the mask and the numbers are like.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue

Array = np.ndarray[Any, Any]
Rng = np.random.Generator

dropout_forward = Catalogue("dropout_forward")
dropout_backward = Catalogue("dropout_backward")


# dropout_forward


@dropout_forward.mistake(
    "You do not divide by keep.",
    "A part of the units is missing, so the next layer's sums are too small in training, and larger at test time. "
    "The division makes good for the loss.",
)
def dropout_not_scaled(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask, mask


@dropout_forward.mistake(
    "You multiply by keep, where you have to divide.",
    "That makes the sums smaller still. What has stayed is scaled up, to make good for what is missing.",
)
def dropout_multiplied_by_keep(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask * keep, mask


@dropout_forward.mistake(
    "You divide by 1 - keep, the share that is dropped.",
    "What has stayed is the share keep, so it is 1 / keep that makes good for the loss.",
)
def dropout_divided_by_drop(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return (A * mask / (1 - keep) if keep < 1 else A * mask), mask


@dropout_forward.mistake(
    "You divide by keep twice.",
    "Once is enough: look whether the mask is scaled as well.",
)
def dropout_scaled_twice(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask / keep / keep, mask


@dropout_forward.mistake(
    "The mask that you return is divided by keep.",
    "The mask holds 1 and 0. On the way back it would be divided once more.",
)
def dropout_mask_scaled(A: Array, keep: float, rng: Rng) -> Any:
    mask = (rng.random(A.shape) < keep) / keep
    return A * mask, mask


@dropout_forward.mistake(
    "The mask that you return holds the random numbers, not 1 and 0.",
    "Compare the draws with keep first: the mask is the result of that comparison.",
)
def dropout_mask_not_binary(A: Array, keep: float, rng: Rng) -> Any:
    draws = rng.random(A.shape)
    return A * (draws < keep) / keep, draws


@dropout_forward.mistake(
    "The mask that you return is the opposite of the one that you applied.",
    "It says 1 where the entry has stayed.",
)
def dropout_mask_opposite(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask / keep, ~mask


@dropout_forward.mistake(
    "You scale everything up and switch nothing off: the mask is not applied.",
    "Multiply by the mask as well, so that what it drops becomes 0.",
)
def dropout_mask_not_applied(A: Array, keep: float, rng: Rng) -> Any:
    return A / keep, rng.random(A.shape) < keep


@dropout_forward.mistake(
    "You return A as it was: nothing is switched off.",
    "Multiply by the mask and divide by keep; mind whether the result is kept.",
)
def dropout_nothing_dropped(A: Array, keep: float, rng: Rng) -> Any:
    return A, rng.random(A.shape) < keep


@dropout_forward.mistake(
    "You return the scaled mask, without A in it.",
    "What is passed on are the numbers of A, where the mask is 1.",
)
def dropout_a_forgotten(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return mask / keep, mask


@dropout_forward.mistake(
    "Your comparison goes the wrong way round: keep is the share that you drop.",
    "A uniform number is *below* 0.8 in eight cases of ten.",
)
def dropout_keeps_the_dropped(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) > keep
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You draw normal numbers, where uniform ones are needed.",
    "A normal number is below 0.3 with a probability of 0.62. A uniform one is below keep with the probability keep.",
)
def dropout_normal_draws(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.normal(size=A.shape) < keep
    return A * mask / keep, mask


@dropout_forward.mistake(
    "Half of the entries stay, whatever `keep` says.",
    "Compare the draws with keep, not with 0.5; and rounding a number makes halves as well.",
)
def dropout_half(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < 0.5
    return A * mask / keep, mask


@dropout_forward.mistake(
    "Another share than keep stays.",
    "A uniform number between 0 and 1 is below keep with the probability keep. Look at what is drawn, and what it is "
    "compared with.",
)
def dropout_other_share(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep**2
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You switch off whole units, for all examples at once.",
    "Each entry is decided by itself: the draws have the shape of A, not (units, 1).",
)
def dropout_whole_units(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.repeat(rng.random((A.shape[0], 1)) < keep, A.shape[1], axis=1)
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You switch off whole examples, with all their units.",
    "Each entry is decided by itself: the draws have the shape of A, not (1, m).",
)
def dropout_whole_examples(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.repeat(rng.random((1, A.shape[1])) < keep, A.shape[0], axis=0)
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You draw a single number, and keep everything or nothing.",
    "Each entry is decided by itself: the draws have the shape of A.",
)
def dropout_mask_all_alike(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.full(A.shape, rng.random() < keep)
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You drop exactly the same number of entries each time.",
    "Each entry is decided by itself, with a draw of its own, so the number that stays varies a little.",
)
def dropout_exact_share(A: Array, keep: float, rng: Rng) -> Any:
    kept = round(keep * A.size)
    mask = rng.permutation(np.arange(A.size) < kept).reshape(A.shape)
    return A * mask / keep, mask


@dropout_forward.mistake(
    "What has stayed is multiplied by another number than 1 / keep.",
    "It is divided by keep, which makes good for the share that is missing.",
)
def dropout_other_scale(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask / (1 + keep), mask


@dropout_forward.mistake(
    "With keep = 1 something is switched off.",
    "Then every entry stays. A comparison with a number that can be above 1 or is not quite keep would do this.",
)
def dropout_keep_one(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < min(keep, 0.95)
    return A * mask / keep, mask


@dropout_forward.mistake(
    "Your mask does not come from `rng`: two calls with equal generators differ.",
    "np.random.rand and its like use a hidden generator of their own. Draw from the one that you are given.",
)
def dropout_ignores_rng(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.random.random(A.shape) < keep
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You make a generator of your own with a fixed seed.",
    "Every call then drops the same entries. Draw from the `rng` that you are given.",
)
def dropout_own_seed(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.random.default_rng(0).random(A.shape) < keep
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You return the result without the mask.",
    "The mask is needed on the way back: return both.",
)
def dropout_mask_not_returned(A: Array, keep: float, rng: Rng) -> Any:
    return A * (rng.random(A.shape) < keep) / keep


@dropout_forward.mistake(
    "Your two outputs have changed places.",
    "First what is passed on, then the mask.",
)
def dropout_outputs_swapped(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return mask, A * mask / keep


@dropout_forward.mistake(
    "You write into A itself.",
    "The caller's A must stay as it was: A * mask makes a new array, A *= mask does not.",
)
def dropout_in_place(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    A *= mask
    A /= keep
    return A, mask


@dropout_forward.mistake(
    "The mask that you apply and the mask that you return are two different draws.",
    "Draw once, and use it twice: blame has to come back the same way.",
)
def dropout_two_draws(A: Array, keep: float, rng: Rng) -> Any:
    return A * (rng.random(A.shape) < keep) / keep, rng.random(A.shape) < keep


@dropout_forward.mistake(
    "You divide by the share that happened to stay, the mean of the mask, not by keep.",
    "keep is the share on the average, and the same for every batch. That is what the way back divides by, too.",
)
def dropout_by_share(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.asarray(rng.random(A.shape) < keep)
    return A * mask / mask.mean(), mask


@dropout_forward.mistake(
    "You divide by the root of keep.",
    "What has stayed is divided by keep itself: then the sums keep their size on the average.",
)
def dropout_by_root(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask / np.sqrt(keep), mask


@dropout_forward.mistake(
    "You draw one number for each unit: your mask has a single column.",
    "Each entry is decided by itself: the draws have the shape of A.",
)
def dropout_one_column(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random((len(A), 1)) < keep
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You draw one number for each example: your mask has a single row.",
    "Each entry is decided by itself: the draws have the shape of A.",
)
def dropout_one_row(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random((1, A.shape[1])) < keep
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You draw a single number for the whole array.",
    "Each entry is decided by itself: the draws have the shape of A.",
)
def dropout_one_draw(A: Array, keep: float, rng: Rng) -> Any:
    mask = np.float64(rng.random() < keep)
    return A * mask / keep, mask


@dropout_forward.mistake(
    "You take the mask from what is not 0 in the result.",
    "An entry of A that is 0 by itself, as many are behind ReLU, may well have stayed. The mask is what was drawn.",
)
def dropout_mask_from_zeros(A: Array, keep: float, rng: Rng) -> Any:
    A_dropped = A * (rng.random(A.shape) < keep) / keep
    return A_dropped, A_dropped != 0


@dropout_forward.mistake(
    "You divide with //, which leaves whole numbers only.",
    "A plain division keeps the decimals.",
)
def dropout_rounded_down(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask // keep, mask


@dropout_forward.mistake(
    "What was switched off is not 0 in your result.",
    "A times the mask is 0 where the mask is; then it is divided by keep.",
)
def dropout_off_not_zero(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    return np.where(mask, A / keep, A), mask


# dropout_backward


@dropout_backward.mistake(
    "You do not divide by keep.",
    "What has stayed was multiplied by 1 / keep on the way forward, so its blame is too.",
)
def dropout_back_not_scaled(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask


@dropout_backward.mistake(
    "You multiply by keep, where you have to divide.",
    "What multiplied on the way forward multiplies on the way back: 1 / keep, both times.",
)
def dropout_back_multiplied(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask * keep


@dropout_backward.mistake(
    "You leave the mask out: what was switched off gets blame.",
    "It had no part in the answer. Multiply by the mask.",
)
def dropout_back_no_mask(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped / keep


@dropout_backward.mistake(
    "Your mask is the wrong way round: what was switched off gets the blame, and what stayed none.",
    "The mask is 1 where the entry has stayed.",
)
def dropout_back_opposite(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * (1 - mask) / keep


@dropout_backward.mistake(
    "You pass all blame on as it came.",
    "On the way forward entries were switched off and scaled. Both appear again here.",
)
def dropout_back_unchanged(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped.copy()


@dropout_backward.mistake(
    "You divide by 1 - keep.",
    "On the way forward it was 1 / keep.",
)
def dropout_back_by_drop(dA_dropped: Array, mask: Array, keep: float) -> Any:
    with np.errstate(all="ignore"):
        return dA_dropped * mask / (1 - keep)


@dropout_backward.mistake(
    "You divide by keep twice.",
    "Once on the way forward, once on the way back.",
)
def dropout_back_twice(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask / keep**2


@dropout_backward.mistake(
    "You draw a fresh mask.",
    "Blame belongs to what took part in this very answer: the mask of the same forward pass, which is handed in.",
)
def dropout_back_fresh_mask(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * (np.random.default_rng(1).random(dA_dropped.shape) < keep) / keep


@dropout_backward.mistake(
    "You divide by the mask, and so by 0.",
    "What was switched off gets no blame: multiply by the mask, and divide by keep.",
)
def dropout_back_divided_by_mask(dA_dropped: Array, mask: Array, keep: float) -> Any:
    with np.errstate(all="ignore"):
        return dA_dropped / (np.asarray(mask, float) * keep)


@dropout_backward.mistake(
    "You divide by the share that happened to stay, the mean of the mask.",
    "On the way forward it was divided by keep itself, so it is here.",
)
def dropout_back_by_share(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask / np.mean(mask)


@dropout_backward.mistake(
    "You return the scaled mask, without the blame.",
    "The blame that comes down is what passes or does not.",
)
def dropout_back_mask_only(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return mask / keep


@dropout_backward.mistake(
    "You multiply matrices, with @.",
    "Each entry passes by itself: the product is entry by entry, *.",
)
def dropout_back_matrix_product(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped @ mask.T / keep


@dropout_backward.mistake(
    "You return only the entries that have stayed, in one row.",
    "The shape stays as it was: blame 0 for what was switched off.",
)
def dropout_back_selected(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped[np.asarray(mask, bool)] / keep


@dropout_backward.mistake(
    "You write into the blame that you are given.",
    "Make a new array: dA_dropped * mask, not *=.",
)
def dropout_back_in_place(dA_dropped: Array, mask: Array, keep: float) -> Any:
    dA_dropped *= mask
    dA_dropped /= keep
    return dA_dropped


@dropout_backward.mistake(
    "You divide by the root of keep.",
    "On the way forward it was divided by keep itself, so it is here.",
)
def dropout_back_root(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask / np.sqrt(keep)


@dropout_backward.mistake(
    "You scale the blame of what was switched off, and keep that of what has stayed.",
    "What was switched off gets no blame at all; what has stayed is scaled.",
)
def dropout_back_scaled_where_off(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return np.where(mask, dA_dropped, dA_dropped / keep)


@dropout_backward.mistake(
    "What was switched off keeps its blame, unscaled.",
    "It had no part in the answer: its blame is 0.",
)
def dropout_back_off_kept(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return np.where(mask, dA_dropped / keep, dA_dropped)


@dropout_backward.mistake(
    "You add the mask, where blame has to be multiplied by it.",
    "A factor of 0 takes blame away, a 0 that is added does nothing.",
)
def dropout_back_added(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped + mask / keep


@dropout_backward.mistake(
    "Your factor is 1 / keep - 1, or (1 - keep) / keep.",
    "What was multiplied by 1 / keep on the way forward is multiplied by 1 / keep here.",
)
def dropout_back_minus_one(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask * (1 / keep - 1)


@dropout_backward.mistake(
    "You divide by 0.8, whatever `keep` says.",
    "Use the argument.",
)
def dropout_back_fixed_keep(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask / 0.8


@dropout_backward.mistake(
    "You divide by 0.5, whatever `keep` says.",
    "Use the argument.",
)
def dropout_back_fixed_half(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask / 0.5


@dropout_backward.mistake(
    "You multiply by 1 - keep.",
    "On the way forward it was divided by keep, so it is here.",
)
def dropout_back_times_one_minus_keep(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask * (1 - keep)


@dropout_backward.mistake(
    "You return the mask as well.",
    "Only the blame that goes further down is asked for: one array.",
)
def dropout_back_two_outputs(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask / keep, mask


@dropout_forward.mistake(
    "You take keep for the share that is dropped, in the mask and in the division.",
    "Some libraries are given the share to drop. Here keep is the share that stays: below keep stays, divided by keep.",
)
def dropout_keep_as_rate(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) >= keep
    return A * mask / max(1 - keep, 1e-9), mask


@dropout_backward.mistake(
    "You divide by keep with //, which leaves whole numbers only.",
    "Blame is a number with decimals: a plain division.",
)
def dropout_back_rounded_down(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * mask // keep


@dropout_backward.mistake(
    "You let blame pass where it is positive, as at a ReLU, not where the mask says.",
    "What was switched off is known from the mask.",
)
def dropout_back_relu(dA_dropped: Array, mask: Array, keep: float) -> Any:
    return dA_dropped * (dA_dropped > 0) / keep
