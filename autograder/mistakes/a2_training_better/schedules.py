"""The mistakes of the two schedules for the learning rate."""

from __future__ import annotations

import math
from typing import Any

from autograder.mistakes import Catalogue

step_decay = Catalogue("step_decay")
warmup_cosine = Catalogue("warmup_cosine")

ROUND = "Within `every` epochs the rate stands still: divide and round down, which is `//`."


# -- step_decay


@step_decay.mistake("You divide without rounding down: the rate sinks a little in each epoch.", ROUND)
def decay_without_rounding(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch / every)


@step_decay.mistake("You round up where you should round down.", ROUND)
def decay_rounded_up(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** math.ceil(epoch / every)


@step_decay.mistake("You round to the nearest whole number where you should round down.", ROUND)
def decay_rounded(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** round(epoch / every)


@step_decay.mistake(
    "Your staircase goes down one epoch early.",
    "Epochs are counted from 0: with every = 3, the epochs 0, 1 and 2 have the first rate. No `+ 1` is needed.",
)
def decay_one_epoch_early(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** ((epoch + 1) // every)


@step_decay.mistake(
    "Your staircase begins one step down: even epoch 0 has a rate multiplied by the factor.",
    "Epoch 0 has the rate alpha itself, as factor ** 0 is 1.",
)
def decay_one_step_down(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // every + 1)


@step_decay.mistake(
    "You multiply by the factor in each epoch; `every` is not used.",
    "The factor comes in once for each `every` epochs.",
)
def decay_in_each_epoch(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor**epoch


@step_decay.mistake(
    "You multiply the factor by the number of steps where a power belongs.",
    "Multiplying again and again is a power: after two steps the rate has been multiplied by factor · factor.",
)
def decay_product_for_power(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor * (epoch // every)


@step_decay.mistake(
    "You use the rest of the division, `%`, where the whole part belongs.",
    "`epoch % every` begins again at 0; `epoch // every` counts the steps of the staircase.",
)
def decay_modulo(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch % every)


@step_decay.mistake(
    "Your rate is multiplied by the factor once at most.",
    "After 2 · every epochs it has been multiplied twice. How many steps down is the epoch?",
)
def decay_once(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor if epoch >= every else alpha


@step_decay.mistake(
    "Your rate is smaller only in the epochs that `every` divides, and jumps back up in the others.",
    "The rate depends on how many steps down the epoch is, not on whether a step is taken in it.",
)
def decay_only_at_steps(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor if epoch % every == 0 and epoch else alpha


@step_decay.mistake("You divide by the factor, so the rate grows.", "A factor of 0.5 halves the rate: multiply by it.")
def decay_divides(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha / factor ** (epoch // every)


@step_decay.mistake(
    "You multiply by 1 − factor.",
    "The factor is what is left of the rate, not what is taken away: 0.9 leaves nine tenths.",
)
def decay_takes_away(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * (1 - factor) ** (epoch // every)


@step_decay.mistake(
    "The power is taken of alpha too.",
    "A power binds before a product: only the factor is multiplied again and again. Look at your brackets.",
)
def decay_power_of_all(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return (alpha * factor) ** (epoch // every)


@step_decay.mistake(
    "alpha and factor are exchanged.", "The rate begins at alpha, and the factor is what is raised to a power."
)
def decay_exchanged(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return factor * alpha ** (epoch // every)


@step_decay.mistake(
    "You return only the factor's power, without alpha.", "What comes back is a learning rate: alpha times the power."
)
def decay_without_alpha(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return factor ** (epoch // every)


@step_decay.mistake(
    "Your rate falls along the exponential function, with `factor` in the exponent.",
    "That is another schedule. Here the rate is multiplied by the factor once for each step.",
)
def decay_exponential(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * math.exp(-factor * (epoch // every))


@step_decay.mistake(
    "You divide by 1 + factor · steps.",
    "That is another schedule. Here the rate is multiplied by the factor once for each step.",
)
def decay_by_inverse(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha / (1 + factor * (epoch // every))


@step_decay.mistake(
    "Your steps are ten epochs long, whatever `every` says.", "How long a step is, the caller decides. Look for a 10."
)
def decay_every_ten(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // 10)


@step_decay.mistake(
    "You halve the rate, whatever `factor` says.", "By how much, the caller decides. Look for a 0.5 or a 2."
)
def decay_halves(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * 0.5 ** (epoch // every)


@step_decay.mistake(
    "Your staircase goes down one epoch late.",
    "With every = 3, the epochs 0, 1 and 2 have the first rate, and epoch 3 has the next. No `- 1` is needed.",
)
def decay_one_epoch_late(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** ((epoch - 1) // every)


@step_decay.mistake(
    "Your staircase goes down one epoch late: `>` stands where `>=` belongs.",
    "With every = 3, the epochs 0, 1 and 2 have the first rate, and epoch 3 has the next.",
)
def decay_strictly_after(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (max(epoch - 1, 0) // every)


@step_decay.mistake(
    "Each of your steps lasts one epoch too long: every + 1.",
    "With every = 3, three epochs have the same rate. Divide by `every` as it is.",
)
def decay_steps_too_long(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // (every + 1))


@step_decay.mistake(
    "Your steps are three epochs long, whatever `every` says.",
    "Three is only the example. How long a step is, the caller decides.",
)
def decay_every_three(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // 3)


@step_decay.mistake(
    "The rounding down is done to the whole, after the power, and leaves 0.",
    "Only epoch / every is rounded down. It needs brackets, since a power binds before a division.",
)
def decay_rounds_the_whole(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor**epoch // every


@step_decay.mistake(
    "Brackets are missing: you take the power first and divide by `every` afterwards.",
    "A power binds before a division. The exponent is the whole of epoch / every, rounded down.",
)
def decay_power_first(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor**epoch / every


@step_decay.mistake(
    "You subtract for each step where you should multiply.",
    "Multiplying again and again is a power. A difference would reach 0, and go below it.",
)
def decay_subtracts(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha - factor * (epoch // every)


@step_decay.mistake(
    "Your staircase begins one step up: epoch 0 has alpha divided by the factor.",
    "Epoch 0 has the rate alpha itself, as factor ** 0 is 1. Nothing is to be subtracted.",
)
def decay_one_step_up(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // every - 1)


@step_decay.mistake(
    "You take the factor off once for each step, a part of alpha, where you should multiply.",
    "Multiplying again and again is a power. A difference would reach 0, and go below it.",
)
def decay_takes_off_the_factor(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * (1 - factor * (epoch // every))


@step_decay.mistake(
    "You multiply the epoch by `every` where you should divide.",
    "How often does `every` fit into the epoch? That is a division, rounded down.",
)
def decay_multiplied_by_every(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch * every)


@step_decay.mistake(
    "epoch and factor are in each other's place in your power.",
    "The factor is multiplied again and again: it stands below, and the number of steps is the exponent.",
)
def decay_powers_of_every(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * (epoch // every) ** factor


@step_decay.mistake(
    "From the first stair on, the rate is multiplied by the factor in each epoch.",
    "The factor comes in once for each `every` epochs, all the way down: a staircase has many steps.",
)
def decay_each_epoch_after_first(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** max(0, epoch - every + 1)


@step_decay.mistake(
    "The division is the wrong way round: you divide `every` by the epoch.",
    "How many steps lie behind an epoch is the epoch divided by `every`, rounded down.",
)
def decay_division_turned(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (every // epoch if epoch else 0)


@step_decay.mistake(
    "The division is the wrong way round, and not rounded: you divide `every` by the epoch.",
    "How many steps lie behind an epoch is the epoch divided by `every`, rounded down.",
)
def decay_division_turned_unrounded(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (every / epoch if epoch else 0)


@step_decay.mistake(
    "Your first stair comes late: in the epoch that equals `every` the rate has not gone down yet.",
    "Epochs are counted from 0, so epoch `every` is the first of the second stair. No `if` is needed.",
)
def decay_first_stair_late(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // every) if epoch > every else alpha


@step_decay.mistake(
    "You do not let the rate sink below a hundredth of alpha.",
    "Here there is no lowest rate: the staircase goes on, however small the rate has become.",
)
def decay_not_below(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return max(alpha * factor ** (epoch // every), 0.01 * alpha)


@step_decay.mistake(
    "You add alpha · factor for each step, so the rate grows.",
    "At each step the rate is multiplied by the factor. Multiplying again and again is a power.",
)
def decay_added(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha + alpha * factor * (epoch // every)


@step_decay.mistake(
    "Your staircase shows only in the epochs that `every` divides: in all others the rate is alpha again.",
    "A step down is for good. How many steps down an epoch is, the division says, in every epoch: no `if` is needed.",
)
def decay_back_in_between(alpha: float, epoch: int, factor: float, every: int) -> Any:
    return alpha * factor ** (epoch // every) if epoch % every == 0 else alpha


# -- warmup_cosine


def cosine(alpha: float, progress: float) -> float:
    """The way down as it should be."""
    return alpha / 2 * (1 + math.cos(math.pi * progress))


def rate(alpha: float, step: int, n_steps: int, n_warmup: int, up: Any = None, down: Any = None) -> Any:
    """The schedule with another way up or another way down, each given as a function of nothing."""
    if step < n_warmup:
        return up() if up else alpha * (step + 1) / n_warmup
    return down() if down else cosine(alpha, (step - n_warmup) / (n_steps - n_warmup))


@warmup_cosine.mistake(
    "There is no warm-up: your cosine begins at step 0.",
    "In the first n_warmup steps the rate climbs. That is the first of the two cases.",
)
def cosine_no_warmup(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return cosine(alpha, step / n_steps)


@warmup_cosine.mistake(
    "Your warm-up begins at a rate of 0: the `+ 1` is missing.",
    "Step 0 would change nothing at all. It is the first of n_warmup steps up, so it has 1 / n_warmup of the rate.",
)
def cosine_warmup_from_zero(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * step / n_warmup)


@warmup_cosine.mistake(
    "Your warm-up stands still at alpha / n_warmup.",
    "It climbs in a straight line: which step it is, has to be in the formula.",
)
def cosine_warmup_flat(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha / n_warmup)


@warmup_cosine.mistake(
    "During the warm-up your rate is alpha already.",
    "It has to climb to alpha, one step at a time, in a straight line.",
)
def cosine_warmup_full(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha)


@warmup_cosine.mistake(
    "Your warm-up climbs over all n_steps.", "It is over after n_warmup steps: divide by these, not by all."
)
def cosine_warmup_over_all(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * (step + 1) / n_steps)


@warmup_cosine.mistake(
    "Your cosine counts from step 0, also after a warm-up.",
    "Then the rate jumps where the warm-up ends. The way down begins at step n_warmup: count from there.",
)
def cosine_counts_from_zero(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, step / n_steps))


@warmup_cosine.mistake(
    "Your way down is divided by all n_steps, so it does not reach the bottom.",
    "The way down has only n_steps − n_warmup steps.",
)
def cosine_divided_by_all(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, (step - n_warmup) / n_steps))


@warmup_cosine.mistake(
    "Your cosine reaches 0 one step early.",
    "The last step still has a small rate; 0 would be the step after it. No `- 1` belongs in the divisor.",
)
def cosine_ends_early(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    left = max(n_steps - n_warmup - 1, 1)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, (step - n_warmup) / left))


@warmup_cosine.mistake(
    "Your cosine is one step ahead.",
    "The first step after the warm-up has the whole alpha: the way down is at 0 there. The `+ 1` belongs only to the "
    "warm-up.",
)
def cosine_one_ahead(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    down = (step + 1 - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, down))


@warmup_cosine.mistake(
    "You count in degrees: 180 stands where π belongs.", "`math.cos` counts in radians, where half a wave is `math.pi`."
)
def cosine_in_degrees(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * (1 + math.cos(180 * progress)))


@warmup_cosine.mistake(
    "π is missing in your cosine.", "The cosine falls from 1 to −1 between 0 and π, not between 0 and 1."
)
def cosine_without_pi(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * (1 + math.cos(progress)))


@warmup_cosine.mistake(
    "Your cosine goes through a whole wave: the rate falls and climbs again.", "Half a wave is π, a whole one 2π."
)
def cosine_whole_wave(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, 2 * progress))


@warmup_cosine.mistake(
    "The factor one half is missing: your rate begins at twice alpha.",
    "1 + cos goes from 2 down to 0. Half of it goes from 1 to 0.",
)
def cosine_without_half(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: 2 * cosine(alpha, progress))


@warmup_cosine.mistake(
    "The 1 is missing before the cosine, so the rate becomes negative.",
    "The cosine goes from 1 to −1. One more makes it 2 to 0, and half of that 1 to 0.",
)
def cosine_without_one(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * math.cos(math.pi * progress))


@warmup_cosine.mistake(
    "Your rate climbs after the warm-up: a minus stands before the cosine, or its angle runs backwards.",
    "At the beginning of the way down the cosine is 1, and 1 + 1 gives the whole rate.",
)
def cosine_climbs(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * (1 - math.cos(math.pi * progress)))


@warmup_cosine.mistake(
    "One half multiplies only the 1, not the cosine.", "It multiplies the whole bracket. Look at your brackets."
)
def cosine_half_of_one(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha * (0.5 + math.cos(math.pi * progress)))


@warmup_cosine.mistake(
    "Your rate sinks in a straight line.", "That is another schedule. Here it sinks along half a wave of the cosine."
)
def cosine_straight(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha * (1 - progress))


@warmup_cosine.mistake(
    "Your rate sinks along a quarter of a wave.",
    "cos(π/2 · progress) is steepest at the end. Half a wave, lifted by 1, is flat at both ends.",
)
def cosine_quarter_wave(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha * math.cos(math.pi / 2 * progress))


@warmup_cosine.mistake(
    "Your warm-up is one step too long: `<=` stands where `<` belongs.",
    "Steps are counted from 0, so the warm-up is steps 0 to n_warmup − 1.",
)
def cosine_warmup_too_long(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    if step <= n_warmup:
        return alpha * (step + 1) / n_warmup
    return rate(alpha, step, n_steps, n_warmup)


@warmup_cosine.mistake(
    "Your function divides by n_warmup even where there is no warm-up.",
    "n_warmup may be 0. Divide by it only inside the case for the warm-up.",
)
def cosine_divides_by_no_warmup(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    share = min(1.0, (step + 1) / n_warmup)
    return alpha * share if step < n_warmup else rate(alpha, step, n_steps, n_warmup)


@warmup_cosine.mistake(
    "You return how large a part of alpha it is, and not the rate.", "Multiply by alpha in both cases."
)
def cosine_without_alpha(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(1.0, step, n_steps, n_warmup)


@warmup_cosine.mistake(
    "Your warm-up is one step ahead: it has step + 2 where step + 1 belongs.",
    "Step 0 has 1 / n_warmup of the rate, and the last step of the warm-up has alpha.",
)
def cosine_warmup_one_ahead(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * (step + 2) / n_warmup)


@warmup_cosine.mistake(
    "Your warm-up never reaches alpha: it is divided by n_warmup + 1.",
    "Steps are counted from 0, and the last step of the warm-up, n_warmup − 1, has the whole rate.",
)
def cosine_warmup_too_slow(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * (step + 1) / (n_warmup + 1))


@warmup_cosine.mistake(
    "Your warm-up begins at a rate of 0: it is step / (n_warmup − 1).",
    "Step 0 would change nothing at all. It is the first of n_warmup steps up, so it has 1 / n_warmup of the rate.",
)
def cosine_warmup_to_the_end(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * step / max(n_warmup - 1, 1))


@warmup_cosine.mistake(
    "In your cosine the step is counted from 0, and only the divisor is without the warm-up.",
    "The way down begins at step n_warmup: above the line stand the steps since then, step − n_warmup.",
)
def cosine_top_from_zero(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, step / (n_steps - n_warmup)))


@warmup_cosine.mistake(
    "Your cosine goes only to π/2, a quarter of a wave, so the rate sinks to one half of alpha.",
    "Half a wave is π: there the cosine is −1, and 1 + cos is 0.",
)
def cosine_lifted_quarter(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, progress / 2))


@warmup_cosine.mistake(
    "You divide the steps by `//`, which rounds down: your rate does not sink.",
    "The way down is a part between 0 and 1. Divide by `/`.",
)
def cosine_rounded_down(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, (step - n_warmup) // (n_steps - n_warmup)))


@warmup_cosine.mistake(
    "The two cases are exchanged: the cosine comes first, and the straight line afterwards.",
    "The warm-up is at the beginning, while step is less than n_warmup.",
)
def cosine_branches_exchanged(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    if step < n_warmup:
        return cosine(alpha, (step - n_warmup) / (n_steps - n_warmup))
    return alpha * (step + 1) / n_warmup if n_warmup else rate(alpha, step, n_steps, n_warmup)


@warmup_cosine.mistake(
    "The two cases are exchanged: the straight line comes after the warm-up.",
    "The warm-up is at the beginning, while step is less than n_warmup.",
)
def cosine_cases_exchanged(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    if step < n_warmup:
        return cosine(alpha, (step - n_warmup) / (n_steps - n_warmup))
    return alpha * (step + 1) / n_warmup


@warmup_cosine.mistake(
    "alpha / 2 and the cosine are added, not multiplied.",
    "1 + cos is multiplied by alpha / 2: the whole bracket. Look at your brackets.",
)
def cosine_half_added(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 + math.cos(math.pi * progress))


@warmup_cosine.mistake(
    "You use the sine where the cosine belongs.",
    "The sine begins at 0 and climbs. The cosine begins at 1 and falls.",
)
def cosine_of_sine(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * (1 + math.sin(math.pi * progress)))


@warmup_cosine.mistake(
    "There is no warm-up: the formula of the cosine is used for all steps.",
    "In the first n_warmup steps the rate climbs in a straight line. That is the first of the two cases.",
)
def cosine_before_its_time(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return cosine(alpha, (step - n_warmup) / (n_steps - n_warmup))


@warmup_cosine.mistake(
    "In the warm-up your rate is multiplied by the cosine as well.",
    "There are two cases, and each step is in one of them. Return from the first, or use an `else`.",
)
def cosine_both_at_once(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(
        alpha,
        step,
        n_steps,
        n_warmup,
        up=lambda: cosine(alpha, (step - n_warmup) / (n_steps - n_warmup)) * (step + 1) / n_warmup,
    )


@warmup_cosine.mistake(
    "Your warm-up is without alpha: it climbs to 1.",
    "It climbs to the highest rate, alpha: multiply by it.",
)
def cosine_up_without_alpha(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: (step + 1) / n_warmup)


@warmup_cosine.mistake(
    "Your way down is without alpha: it begins at 1.",
    "It begins at the highest rate, alpha: multiply by it.",
)
def cosine_down_without_alpha(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(1.0, progress))


@warmup_cosine.mistake(
    "The fraction of your warm-up is upside down: the rate falls while it should climb.",
    "Step k has (k + 1) / n_warmup of the rate.",
)
def cosine_warmup_upside_down(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * n_warmup / (step + 1))


@warmup_cosine.mistake(
    "Your warm-up is one step too long, where there is one: `<=` stands where `<` belongs.",
    "Steps are counted from 0, so the warm-up is steps 0 to n_warmup − 1.",
)
def cosine_warmup_too_long_if_any(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    if n_warmup and step <= n_warmup:
        return alpha * (step + 1) / n_warmup
    return rate(alpha, step, n_steps, n_warmup)


@warmup_cosine.mistake(
    "Your way down begins at half of alpha: the one half comes in twice.",
    "1 + cos goes from 2 down to 0. Multiplied by alpha / 2 it begins at alpha.",
)
def cosine_down_halved(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, progress) / 2)


@warmup_cosine.mistake(
    "Your warm-up climbs only to half of alpha.",
    "The last step of the warm-up has the whole alpha. The one half belongs to the cosine.",
)
def cosine_up_halved(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha / 2 * (step + 1) / n_warmup)


@warmup_cosine.mistake(
    "You divide by `//` in the warm-up, which rounds down: the rate stays at 0 until its last step.",
    "It climbs in a straight line. Divide by `/`.",
)
def cosine_up_rounded_down(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup, up=lambda: alpha * ((step + 1) // n_warmup))


@warmup_cosine.mistake(
    "π and the way down are added in your cosine, not multiplied.",
    "The angle goes from 0 to π: it is π times a number from 0 to 1.",
)
def cosine_pi_added(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * (1 + math.cos(math.pi + progress)))


@warmup_cosine.mistake(
    "Without a warm-up, where n_warmup is 0, your rate stays at alpha.",
    "Then the cosine begins at once, at step 0. Only the warm-up itself is left out.",
)
def cosine_not_without_warmup(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup) if n_warmup else alpha


@warmup_cosine.mistake(
    "Your condition is turned round: the straight line comes after the warm-up, where the cosine belongs.",
    "While step < n_warmup the rate climbs in a straight line. Look at your condition.",
)
def cosine_condition_turned(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    if step > n_warmup and n_warmup:
        return alpha * (step + 1) / n_warmup
    return cosine(alpha, (step - n_warmup) / (n_steps - n_warmup))


@warmup_cosine.mistake(
    "Your rate sinks to a tenth of alpha only, not towards 0.",
    "Here there is no lowest rate: alpha / 2 times 1 + cos(…) is all.",
)
def cosine_above_a_tenth(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: 0.1 * alpha + 0.9 * cosine(alpha, progress))


@warmup_cosine.mistake(
    "You take the absolute value of the cosine, which comes back up.",
    "The cosine goes from 1 to −1. 1 + cos(…) goes from 2 to 0, and half of it from 1 to 0.",
)
def cosine_absolute(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha * abs(math.cos(math.pi * progress)))


@warmup_cosine.mistake(
    "Your cosine is squared, so the rate comes back up.",
    "alpha / 2 · (1 + cos(…)): the cosine itself goes from 1 to −1, and the rate from alpha to 0.",
)
def cosine_squared(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: alpha / 2 * (1 + math.cos(math.pi * progress) ** 2))


@warmup_cosine.mistake(
    "Your cosine is one step ahead: a `+ 1` stands above and below the line of the fraction.",
    "The first step after the warm-up has the whole alpha. Only the warm-up has a `+ 1`.",
)
def cosine_one_ahead_of_more(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    progress = (step - n_warmup + 1) / (n_steps - n_warmup + 1)
    return rate(alpha, step, n_steps, n_warmup, down=lambda: cosine(alpha, progress))


@warmup_cosine.mistake(
    "You compute both rates, the line and the cosine, and return the smaller one; and where n_warmup is 0, the line "
    "divides by 0.",
    "In the warm-up the cosine does not count, even where it is below the line. An `if` tells the two cases apart.",
)
def cosine_smaller_of_both(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return min(alpha * (step + 1) / n_warmup, cosine(alpha, (step - n_warmup) / (n_steps - n_warmup)))


@warmup_cosine.mistake(
    "You return the smaller one of the two rates, the line and the cosine.",
    "In the warm-up the cosine does not count, even where it is below the line. An `if` tells the two cases apart.",
)
def cosine_smaller_if_any(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    up = alpha * (step + 1) / n_warmup if n_warmup else alpha
    return min(up, cosine(alpha, (step - n_warmup) / (n_steps - n_warmup)))


@warmup_cosine.mistake(
    "Your warm-up is one step too short: its last step has the cosine.",
    "Steps are counted from 0, so the warm-up is steps 0 to n_warmup − 1. Look at your condition.",
)
def cosine_warmup_too_short(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    if step < n_warmup - 1:
        return alpha * (step + 1) / n_warmup
    return cosine(alpha, (step - n_warmup) / (n_steps - n_warmup))


@warmup_cosine.mistake(
    "Where n_warmup is 0, you have a warm-up all the same: one of one step.",
    "Then there is none, and the cosine begins at step 0. The line can't divide by 0: no step is less than an n_warmup "
    "of 0.",
)
def cosine_one_warmup_at_least(alpha: float, step: int, n_steps: int, n_warmup: int) -> Any:
    return rate(alpha, step, n_steps, n_warmup or 1)
