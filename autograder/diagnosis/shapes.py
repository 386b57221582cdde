"""General shapes of error, which need no entry in the catalogue: transposed, negated, a constant factor off.

Each rule looks at all right and wrong answers of one output together, because a rule that fits one input can fit by
chance. A rule gives a finding in words, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from autograder.judge.compare import Array, alike, is_close


@dataclass(frozen=True, eq=False)
class Case:
    """One output on one input: what came, what was right, the call's arguments, and how many examples it had.

    `given` holds the arguments that are numbers or arrays by name, where the names are known.
    """

    actual: Array
    expected: Array
    arguments: tuple[Array, ...]
    m: int
    given: Mapping[str, Array] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """A general shape of error: its id, and words that go on from the output's name ("dW1 is …")."""

    id: str
    says: str


Rule = Callable[[Sequence[Case]], Finding | None]


def find(cases: Sequence[Case], rules: Sequence[Rule] | None = None) -> Finding | None:
    """The first rule that fits every case; the cases hold at least one wrong answer."""
    for rule in rules or RULES:
        finding = rule(cases)
        if finding is not None:
            return finding
    return None


def argument_returned(cases: Sequence[Case]) -> Finding | None:
    """An argument comes back as it went in."""
    for at in range(len(cases[0].arguments)):
        if all(at < len(case.arguments) and alike(case.actual, case.arguments[at]) for case in cases):
            return Finding("general-argument-returned", "is one of the arguments, unchanged from how it was given.")
    return None


def transposed(cases: Sequence[Case]) -> Finding | None:
    if all(case.actual.ndim == 2 and alike(case.actual.T, case.expected) for case in cases):
        return Finding("general-transposed", "is transposed: its rows and columns have changed places.")
    return None


def axis_lost(cases: Sequence[Case]) -> Finding | None:
    """The right numbers, in fewer dimensions or in more."""
    if not all(alike(case.actual.squeeze(), case.expected.squeeze()) for case in cases):
        return None
    case = next((case for case in cases if case.actual.shape != case.expected.shape), None)
    if case is None:
        return None
    if case.actual.ndim < case.expected.ndim:
        says = (
            f"has the right numbers, but lost a dimension: its shape is {case.actual.shape}, not {case.expected.shape}."
        )
        return Finding("general-axis-lost", says)
    says = (
        f"has the right numbers, but a dimension too many or elsewhere: {case.actual.shape}, not {case.expected.shape}."
    )
    return Finding("general-axis-left", says)


def wrong_length(cases: Sequence[Case]) -> Finding | None:
    """Cut short, or too long, but right as far as it goes."""

    def beginning(case: Case) -> bool:
        if case.actual.ndim != case.expected.ndim or case.actual.ndim == 0:
            return False
        common = tuple(slice(0, min(a, e)) for a, e in zip(case.actual.shape, case.expected.shape, strict=True))
        return case.actual[common].size > 0 and alike(case.actual[common], case.expected[common])

    wrong = [case for case in cases if case.actual.shape != case.expected.shape]
    if wrong and all(beginning(case) for case in cases):
        short = wrong[0].actual.size < wrong[0].expected.size
        if wrong[0].actual.ndim == 4:
            got, due = wrong[0].actual.shape, wrong[0].expected.shape
            axes = " and ".join(f"{AXES[n]}s" for n in range(4) if got[n] != due[n])
            says = f"is right as far as it goes, but has too {'few' if short else 'many'} {axes}: "
            return Finding("general-length", f"{says}its shape is {got}, not {due}.")
        shapes = f"its shape is {wrong[0].actual.shape}, not {wrong[0].expected.shape}."
        one = one_more_or_less(cases)
        what = one.says if one else f"too {'short' if short else 'long'}: {shapes}"
        ends = {case.actual.shape[-1] for case in wrong}
        if short and len(ends) == 1 and len({case.expected.shape[-1] for case in wrong}) > 1:
            what += (
                f" It always ends at {ends.pop()}: look for a number that is written out, or a loop that ends early."
            )
        return Finding("general-length", f"is right as far as it goes, but {what}")
    return None


def one_only(cases: Sequence[Case]) -> Finding | None:
    """The first or the last column, row or entry alone."""
    for axis, name in ((1, "column"), (0, "row")):
        if not all(case.expected.ndim > axis and case.expected.shape[axis] for case in cases):
            continue
        several = [case for case in cases if case.expected.shape[axis] > 1]
        for at, word in ((0, "first"), (-1, "last")):
            lost = all(alike(case.actual, case.expected.take(at, axis)) for case in cases)
            kept = all(alike(case.actual, case.expected.take([at], axis)) for case in cases)
            if several and (lost or kept):
                case = several[0]
                what = name if case.expected.ndim == 2 else "entry"
                advice = "A `return` inside a loop ends it at once." if at == 0 else "Does a loop overwrite the others?"
                shapes = f"its shape is {case.actual.shape}, not {case.expected.shape}"
                return Finding(f"general-{word}-only", f"is the {word} {what} only: {shapes}. {advice}")
    return None


def unfinished(cases: Sequence[Case]) -> Finding | None:
    """Right in the first row, column or entry, and 0 in all others: an array whose filling broke off."""
    if not all(case.actual.shape == case.expected.shape and case.actual.ndim in (1, 2) for case in cases):
        return None
    if not any(case.actual.any() for case in cases):
        return None
    for axis, name in ((0, "row"), (1, "column"), (None, "entry")):

        def begun(case: Case, axis: int | None = axis) -> bool:
            if axis is None:
                right, rest = alike(case.actual.ravel()[:1], case.expected.ravel()[:1]), case.actual.ravel()[1:]
            elif case.actual.ndim == 1:
                return False
            else:
                right = alike(case.actual.take([0], axis), case.expected.take([0], axis))
                rest = np.delete(case.actual, 0, axis)
            return bool(right and not rest.any()) or alike(case.actual, case.expected)

        if all(begun(case) for case in cases):
            says = f"is filled in its first {name} only, and all the rest is 0. "
            return Finding("general-unfinished", says + "A `return` inside a loop ends it at once.")
    return None


def one_more_or_less(cases: Sequence[Case]) -> Finding | None:
    """One row, column or entry too many or too few, whatever the numbers are."""
    wrong = [case for case in cases if case.actual.shape != case.expected.shape]
    for axis in range(cases[0].expected.ndim):
        for extra, word in ((1, "many"), (-1, "few")):
            if wrong and all(case.actual.shape == _longer(case.expected.shape, axis, extra) for case in wrong):
                case = wrong[0]
                name = ("row", "column")[axis] if case.expected.ndim == 2 else "entry"
                says = f"has one {name} too {word}: its shape is {case.actual.shape}, not {case.expected.shape}."
                return Finding(f"general-one-{name}-too-{word}", says)
    return None


def _longer(shape: tuple[int, ...], axis: int, extra: int) -> tuple[int, ...]:
    return tuple(n + extra if at == axis else n for at, n in enumerate(shape))


def reversed_order(cases: Sequence[Case]) -> Finding | None:
    """Rows or columns in the opposite order."""
    for axis, name in ((0, "rows"), (1, "columns")):
        if all(case.actual.ndim > axis and alike(np.flip(case.actual, axis), case.expected) for case in cases):
            what = name if cases[0].actual.ndim > 1 else "entries"
            if cases[0].actual.ndim == 4:
                what = f"{AXES[axis]}s"
            return Finding("general-reversed", f"is right, but its {what} are in reverse order.")
    return None


def shifted(cases: Sequence[Case]) -> Finding | None:
    """Rows, columns or entries one place away from where they belong."""
    for axis, name in ((0, "rows"), (1, "columns")):

        def moved(case: Case, by: int, axis: int = axis) -> bool:
            if case.actual.shape != case.expected.shape or case.actual.ndim <= axis or case.actual.ndim > 2:
                return False
            n = case.actual.shape[axis]
            here, there = (slice(1, None), slice(None, -1)) if by > 0 else (slice(None, -1), slice(1, None))
            index = (slice(None),) * axis
            return n < 2 or alike(case.actual[(*index, here)], case.expected[(*index, there)])

        wrong = [case for case in cases if not alike(case.actual, case.expected)]
        for by, word in ((1, "late"), (-1, "early")):
            numbers = np.concatenate([case.expected.ravel() for case in wrong]) if wrong else np.array([])
            enough = any(case.actual.ndim > axis and case.actual.shape[axis] > 2 for case in wrong)
            if enough and np.unique(numbers).size > 1 and all(moved(case, by) for case in wrong):
                what = name if cases[0].actual.ndim == 2 else "entries"
                says = f"is right, but its {what} stand one place too {word}. "
                return Finding("general-shifted", says + "Look for an index with 1 added or taken away.")
    return None


def left_alone(cases: Sequence[Case]) -> Finding | None:
    """Right in some places, and in all others still an argument, as it was given, or 0."""
    wrong = [case for case in cases if not alike(case.actual, case.expected)]
    if not wrong or not all(case.actual.shape == case.expected.shape for case in cases):
        return None
    places = [~is_close(case.actual, case.expected) for case in wrong]
    some = sum(int(place.sum()) for place in places)
    if some < 3 or not any(not place.all() for place in places):
        return None
    for at in range(len(wrong[0].arguments)):
        if all(
            at < len(case.arguments)
            and case.arguments[at].shape == case.actual.shape
            and is_close(case.actual, case.arguments[at])[place].all()
            for case, place in zip(wrong, places, strict=True)
        ):
            says = f"is right in places; elsewhere, first at {_first(places[0])}, it still is what was given. "
            return Finding("general-left-alone", says + "Look at a condition, or at where a loop or a slice ends.")
    if all(not case.actual[place].any() for case, place in zip(wrong, places, strict=True)):
        says = f"is right in places; elsewhere, first at {_first(places[0])}, it is 0. "
        return Finding("general-left-empty", says + "Look at a condition, or at where a loop or a slice ends.")
    return None


def _first(places: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> str:
    return _place(tuple(int(n) for n in np.argwhere(places)[0]))


def side_of_zero(cases: Sequence[Case]) -> Finding | None:
    """A function of each number by itself that is wrong on one side only: for negative numbers, say."""
    pairs = [(case, case.arguments[0]) for case in cases if case.arguments]
    if len(pairs) < len(cases) or not all(a.shape == c.actual.shape == c.expected.shape for c, a in pairs):
        return None
    given = np.concatenate([argument.astype(float).ravel() for _, argument in pairs])
    wrong = np.concatenate([~is_close(case.actual, case.expected).ravel() for case, _ in pairs])
    if wrong.sum() < 3 or not all(case.expected.ndim > 1 for case in cases):
        return None
    sides = (
        (given == 0, "exactly 0"),
        ((given > 0) & (given < 1), "between 0 and 1"),
        ((given < 0) & (given > -1), "between -1 and 0"),
        (given > 1, "above 1"),
        (given < -1, "below -1"),
        (given > 0, "above 0"),
        (given < 0, "below 0"),
    )
    for side, words in sides:
        if not wrong[~side].any() and wrong[side].mean() > 0.5:
            says = f"is wrong where the number that goes in is {words}, and right elsewhere."
            return Finding("general-one-side", says)
    return None


def columns_alike(cases: Sequence[Case]) -> Finding | None:
    """The same column, or the same number, for all digits of a batch."""
    if not all(case.actual.shape == case.expected.shape and case.actual.ndim in (1, 2) for case in cases):
        return None
    several = [case for case in cases if case.actual.shape[-1] > 2 and case.actual.shape[-1] == case.m]
    differ = [case for case in several if not is_close(case.expected, case.expected[..., :1] + 0 * case.expected).all()]
    if len(differ) < 2 or not all((case.actual == case.actual[..., :1]).all() for case in several):
        return None
    what = "column" if cases[0].actual.ndim == 2 else "number"
    says = f"is the same {what} for all digits of a batch. Look at what a loop does with the number of the digit."
    return Finding("general-columns-alike", says)


def classes_missing(cases: Sequence[Case]) -> Finding | None:
    """Whole numbers of which some never come, and the others are right where they are due."""
    if not all(case.actual.shape == case.expected.shape and case.actual.ndim == 1 for case in cases):
        return None
    actual = np.concatenate([case.actual for case in cases])
    expected = np.concatenate([case.expected for case in cases])
    if actual.dtype.kind not in "iu" or actual.size < 20:
        return None
    never = np.setdiff1d(expected, actual)
    if not 0 < never.size < np.unique(expected).size or (actual != expected)[~np.isin(expected, never)].any():
        return None
    listed = ", ".join(str(n) for n in never[:-1]) + (" and " if never.size > 1 else "") + str(never[-1])
    says = f"never holds {listed}, and is right where another number is due. Look at which rows or numbers are tried."
    return Finding("general-numbers-missing", says)


def complement(cases: Sequence[Case]) -> Finding | None:
    """1 minus the right answer: 0 and 1 have changed places."""
    if all(alike(1 - case.actual.astype(float), case.expected) for case in cases):
        return Finding(
            "general-inverted", "is inverted: it is 1 minus the right answer, so 0 and 1 have changed places."
        )
    return None


def rounded(cases: Sequence[Case]) -> Finding | None:
    """The right answer with its decimals cut."""
    if not all(case.actual.shape == case.expected.shape for case in cases):
        return None
    for cut, words in ((np.floor, "rounded down to whole numbers (integer division, or whole-number arrays)"),
                       (np.trunc, "cut to whole numbers"), (np.round, "rounded to whole numbers")):  # fmt: skip
        if all(alike(case.actual, cut(case.expected.astype(float))) for case in cases):
            return Finding("general-rounded", f"is {words}: the decimals are lost.")
    for decimals in range(1, 6):
        if all(alike(case.actual, np.round(case.expected.astype(float), decimals)) for case in cases):
            return Finding("general-rounded", f"is rounded to {decimals} decimals. Return it with all its digits.")
    return None


def absolute(cases: Sequence[Case]) -> Finding | None:
    if all(alike(case.actual, np.abs(case.expected.astype(float))) for case in cases):
        return Finding("general-absolute", "has lost the signs: negative numbers have become positive.")
    return None


def half_precision(cases: Sequence[Case]) -> Finding | None:
    """About right, in float16."""
    wrong = [case for case in cases if not alike(case.actual, case.expected)]
    near = all(
        case.actual.dtype == np.float16
        and case.actual.shape == case.expected.shape
        and np.allclose(case.actual.astype(float), case.expected, rtol=1e-2, atol=1e-3)
        for case in wrong
    )
    if not wrong or not near:
        return None
    says = "is about right, but in half precision (float16), which keeps only three digits. "
    return Finding("general-half-precision", says + "float32 and float are precise enough.")


def squared(cases: Sequence[Case]) -> Finding | None:
    if all(alike(case.actual, case.expected.astype(float) ** 2) for case in cases):
        return Finding("general-squared", "is the square of the right answer.")
    return None


def of_the_right(cases: Sequence[Case]) -> Finding | None:
    """A well-known function of the right answer: its root, its inverse, its logarithm, e to its power."""
    if sum(case.actual.size for case in cases) < 3:
        return None
    with np.errstate(all="ignore"):
        for form, words in OF_THE_RIGHT:
            if all(alike(case.actual, form(case.expected.astype(float))) for case in cases):
                return Finding("general-function-of", f"is {words} the right answer.")
    return None


OF_THE_RIGHT: tuple[tuple[Callable[[Array], Array], str], ...] = (
    (np.sqrt, "the root of"),
    (lambda right: 1 / right, "1 divided by"),
    (np.log, "the logarithm of"),
    (np.exp, "e to the power of"),
)


def cut_off(cases: Sequence[Case]) -> Finding | None:
    """The right answer, but never above or below a certain number."""
    if not all(case.actual.shape == case.expected.shape and np.isfinite(case.actual).all() for case in cases):
        return None
    actual = np.concatenate([case.actual.astype(float).ravel() for case in cases])
    expected = np.concatenate([case.expected.astype(float).ravel() for case in cases])
    if actual.size < 6 or not np.isfinite(expected).all():
        return None
    low, high = float(actual.min()), float(actual.max())
    below, above = (expected < low) & ~is_close(actual, expected), (expected > high) & ~is_close(actual, expected)
    inside = int((~below & ~above & (actual > low) & (actual < high)).sum())
    if inside < 3 or not (below.any() or above.any()) or not is_close(actual, expected.clip(low, high)).all():
        return None
    ends = [f"below {low:.3g}" for _ in range(bool(below.any()))] + [
        f"above {high:.3g}" for _ in range(bool(above.any()))
    ]
    return Finding("general-cut-off", f"is cut off: it never goes {' or '.join(ends)}, where it should.")


def confined(cases: Sequence[Case]) -> Finding | None:
    """Wrong in one place only: the first or last row, column or entry."""
    wrong = [case for case in cases if not alike(case.actual, case.expected)]
    if not wrong or not all(case.actual.shape == case.expected.shape and case.actual.ndim for case in wrong):
        return None
    for axis in range(wrong[0].actual.ndim):
        for at, word in ((-1, "last"), (0, "first")):

            def elsewhere(case: Case, axis: int = axis, at: int = at) -> bool:
                if case.actual.ndim <= axis:
                    return False
                rest = np.delete(~is_close(case.actual, case.expected), at, axis=axis)
                return not rest.any()

            large = [case for case in wrong if case.actual.ndim > axis and case.actual.shape[axis] > 2]
            if large and sum(case.actual.size for case in large) > 3 and all(elsewhere(case) for case in wrong):
                names = {2: ("row", "column"), 4: AXES}.get(wrong[0].actual.ndim)
                name = names[axis] if names else "entry"
                says = f"is wrong in the {word} {name} only. Look at where your loop or your slice begins and ends."
                return Finding(f"general-{word}-{name}-wrong", says)
    return None


def constant(cases: Sequence[Case]) -> Finding | None:
    """The same number everywhere, whatever the input."""
    if not all(case.actual.shape == case.expected.shape and case.actual.size > 0 for case in cases):
        return None
    first = cases[0].actual.flat[0]
    if len(cases) > 1 and all(bool((case.actual == first).all()) for case in cases):
        advice = "" if first else " What is computed does not get into it."
        return Finding("general-constant", f"is {first:g} everywhere, whatever the input.{advice}")
    return None


def factor(cases: Sequence[Case]) -> Finding | None:
    """A number times the right answer: one number for all inputs, or one that follows the size of the batch."""
    cases = [case for case in cases if case.expected.any() or case.actual.any()]  # 0 is any number times 0
    ratios = [_ratio(case) for case in cases]
    if not ratios or any(ratio is None for ratio in ratios):
        return None
    k = np.array([ratio for ratio in ratios if ratio is not None])
    m = np.array([case.m for case in cases], dtype=float)
    if (k == 1).all():
        return None
    sign = -1.0 if (k < 0).all() else 1.0
    verb = "has the wrong sign and is" if sign < 0 else "is"
    if np.allclose(k, -1, rtol=1e-3):
        return Finding("general-negated", "has the wrong sign: each number is the negative of the right one.")
    if np.allclose(k, k[0], rtol=1e-3):
        words = _times(float(k[0] * sign))
        known = "general-factor" if words else "general-factor-other"
        return Finding(known, f"{verb} {words or f'{k[0] * sign:.4g} times'} the right one, everywhere.")
    if np.ptp(m) == 0:
        return None
    if np.allclose(k * sign, m, rtol=1e-3):
        return Finding("general-factor-m", f"{verb} m times too large, m being the number of digits in the batch.")
    if np.allclose(k * sign, 1 / m, rtol=1e-3):
        return Finding("general-factor-1-m", f"{verb} divided by m once too often, m being the number of digits.")
    fixed = m / (k * sign)
    if np.allclose(fixed, fixed[0], rtol=1e-3) and abs(fixed[0] - round(fixed[0])) < 0.01 and fixed[0] > 1.5:
        says = f"{verb} divided by {round(fixed[0]):,} in place of m, the number of digits in this batch."
        return Finding("general-fixed-m", says)
    return None


def _times(k: float) -> str:
    """A factor in words a person would use; empty where it is no number that one meets."""
    for number in (2, 3, 4, 10, 100, 255):
        if np.isclose(k, number, rtol=1e-3):
            return f"{number} times"
        if np.isclose(k, 1 / number, rtol=1e-3):
            return "half" if number == 2 else f"1/{number} of"
    return ""


def _ratio(case: Case) -> float | None:
    """The factor between an answer and the right one, where there is exactly one and the right one is not all 0."""
    if case.actual.shape != case.expected.shape or not np.isfinite(case.actual.astype(float)).all():
        return None
    e, a = case.expected.astype(float), case.actual.astype(float)
    scale = float((e * e).sum())
    if scale == 0:
        return None
    ratio = float((a * e).sum()) / scale
    if case.m == 1 and abs(ratio - 1) <= 1e-3 and alike(a, e):
        return 1.0  # with a single example, a factor of m does not show
    return ratio if abs(ratio) > 1e-9 and abs(ratio - 1) > 1e-3 and alike(a, ratio * e) else None


def offset(cases: Sequence[Case]) -> Finding | None:
    """The right answer and a constant."""
    if not all(case.actual.shape == case.expected.shape and case.actual.size > 0 for case in cases):
        return None
    shifts = [case.actual.astype(float) - case.expected.astype(float) for case in cases]
    first = float(shifts[0].flat[0])
    enough = sum(case.actual.size for case in cases) > 2
    if enough and abs(first) > 1e-3 and all(np.allclose(shift, first, rtol=1e-3) for shift in shifts):
        side = "more" if first > 0 else "less"
        return Finding("general-offset", f"is {abs(first):.4g} {side} than the right one, everywhere.")
    return None


def stretched(cases: Sequence[Case]) -> Finding | None:
    """A number times the right answer, and another one added: the same two for all inputs."""
    if not all(case.actual.shape == case.expected.shape and case.actual.size > 0 for case in cases):
        return None
    actual = np.concatenate([case.actual.astype(float).ravel() for case in cases])
    expected = np.concatenate([case.expected.astype(float).ravel() for case in cases])
    if np.unique(expected).size < 2 or actual.size < 6 or not np.isfinite(actual).all():
        return None
    k, c = np.polyfit(expected, actual, 1)
    if abs(k) < 1e-3 or not is_close(actual, k * expected + c).all():
        return None
    if abs(c) < 1e-4 * abs(k) * np.ptp(expected):
        return None  # nothing to speak of is added: a factor, or rounding
    words = f"{abs(c):.4g} {'more' if c > 0 else 'less'} than {k:.4g} times the right one, everywhere."
    return Finding("general-stretched", f"is {words}")


def not_finite(cases: Sequence[Case]) -> Finding | None:
    """NaN or infinity in an answer; the finite ones are right."""
    bad = [case for case in cases if not np.isfinite(case.actual.astype(float)).all()]
    if not bad or not all(alike(case.actual, case.expected) for case in cases if case not in bad):
        return None
    case = bad[0]
    values = case.actual.astype(float)
    index = tuple(int(n) for n in np.argwhere(~np.isfinite(values))[0])
    kind = "NaN (not a number)" if np.isnan(values[index]) else "infinite"
    where = f", first at {_place(index)}" if index else ""
    return Finding(
        "general-not-finite", f"is {kind}{where}. Look for a division by 0, the log of 0, or exp of a large number."
    )


def wrong_axis(cases: Sequence[Case]) -> Finding | None:
    """An entry for each row of the first argument, where one for each column is due."""

    def fits(case: Case) -> bool:
        first = case.arguments[0] if case.arguments else case.actual
        return bool(case.expected.shape == first.shape[1:] and case.actual.shape == first.shape[:1])

    if all(case.expected.ndim == 1 and fits(case) for case in cases):
        return Finding(
            "general-wrong-axis",
            "has a number for each row of the array that is given, where one for each column is due: the axis is the "
            "wrong one.",
        )
    return None


def sums_elsewhere(cases: Sequence[Case]) -> Finding | None:
    """The right columns add up to 1; here the rows do, or everything together."""
    if not all(case.actual.ndim == 2 and case.actual.shape == case.expected.shape for case in cases):
        return None
    finite = [case for case in cases if np.isfinite(case.actual.astype(float)).all()]
    if len(finite) < 2 or not all(np.allclose(case.expected.sum(axis=0), 1, atol=1e-4) for case in cases):
        return None
    if all(np.allclose(case.actual.sum(axis=1), 1, atol=1e-4) for case in finite):
        return Finding("general-rows-add-up", "adds up to 1 in each row, where each column should: look at the axis.")
    if any(case.m > 1 for case in finite) and all(np.isclose(case.actual.sum(), 1, atol=1e-4) for case in finite):
        return Finding(
            "general-all-adds-up", "adds up to 1 altogether, where each column should add up to 1 by itself."
        )
    return None


def one_column(cases: Sequence[Case]) -> Finding | None:
    """Right in the first column alone."""

    def fits(case: Case) -> bool:
        if case.actual.ndim != 2 or case.actual.shape != case.expected.shape or case.actual.shape[1] != case.m:
            return False
        return alike(case.actual[:, :1], case.expected[:, :1])

    if all(fits(case) for case in cases) and any(case.actual.shape[1] > 2 for case in cases):
        wrong = [case for case in cases if not alike(case.actual, case.expected)]
        if all(not is_close(case.actual, case.expected)[:, 1:].all(axis=0).any() for case in wrong):
            return Finding("general-one-column", "is right in the first column only; the others are different digits.")
    return None


AXES = ("channel", "row", "column", "picture")


def _pictures(cases: Sequence[Case]) -> bool:
    """Whether the output is pictures, (channels, height, width, m), and has the right shape throughout."""
    return all(case.expected.ndim == 4 and case.actual.shape == case.expected.shape for case in cases)


def pictures_turned(cases: Sequence[Case]) -> Finding | None:
    """Pictures transposed, upside down, left to right, or both."""
    if not all(case.expected.ndim == case.actual.ndim == 4 for case in cases):
        return None
    if all(alike(case.actual.swapaxes(1, 2), case.expected) for case in cases):
        return Finding("general-pictures-transposed", "has rows and columns of the pictures the wrong way round.")
    for axes, words in (((1,), "upside down"), ((2,), "left to right"), ((1, 2), "turned by 180°")):
        if all(alike(np.flip(case.actual, axes), case.expected) for case in cases):
            return Finding("general-pictures-turned", f"is right, but its pictures are {words}.")
    return None


def one_of_many(cases: Sequence[Case]) -> Finding | None:
    """Right in the first or the last channel or picture alone."""
    if not _pictures(cases):
        return None
    wrong = [case for case in cases if not alike(case.actual, case.expected)]
    for axis in (0, 3):
        for at, word in ((0, "first"), (-1, "last")):
            right = all(alike(case.actual.take(at, axis), case.expected.take(at, axis)) for case in cases)
            others = [np.delete(is_close(case.actual, case.expected), at, axis) for case in wrong]
            if right and not any(other.all(axis=tuple({0, 1, 2, 3} - {axis})).any() for other in others):
                return Finding("general-one-of-many", f"is right in the {word} {AXES[axis]} only.")
    return None


def edges(cases: Sequence[Case]) -> Finding | None:
    """Wrong in the last row and the last column of the pictures alone."""
    if _pictures(cases) and all(min(case.actual.shape[1:3]) > 1 for case in cases):
        inner = [np.s_[:, :-1, :-1], np.s_[:, 1:, 1:]]
        for within, word in zip(inner, ("last", "first"), strict=True):
            if all(is_close(case.actual, case.expected)[within].all() for case in cases):
                says = (
                    f"is wrong in the {word} row and column of the pictures only. Look at where your loop or your slice"
                )
                return Finding("general-edges-wrong", f"{says} begins and ends.")
    return None


def clipped(cases: Sequence[Case]) -> Finding | None:
    """Pictures with 0 in the place of negative numbers."""
    if any(_of_pictures(case) for case in cases) and all(
        alike(case.actual, np.maximum(0, case.expected.astype(float))) for case in cases
    ):
        return Finding("general-clipped", "has 0 where negative numbers are due.")
    return None


def permuted(cases: Sequence[Case]) -> Finding | None:
    """The right numbers in other places."""
    pictures = any(_of_pictures(case) for case in cases)
    if not all(case.actual.size == case.expected.size and case.actual.dtype.kind != "b" for case in cases):
        return None
    several = any(np.unique(case.expected).size > 4 for case in cases)
    if not (several or pictures) or not all(
        alike(np.sort(case.actual, axis=None), np.sort(case.expected, axis=None)) for case in cases
    ):
        return None
    other = next((case for case in cases if case.actual.shape != case.expected.shape), None)
    if other is not None and all(alike(case.actual.ravel(), case.expected.ravel()) for case in cases):
        says = f"has the right numbers, but in the shape {other.actual.shape} instead of {other.expected.shape}."
        return Finding("general-reshaped", says)
    if other is not None and pictures:
        return None
    says = "has the right numbers, but in other places. "
    if pictures:
        advice = "Look at the order of axes in a reshape or transpose, and at what your loops count."
    else:
        advice = "Did a shuffle, a sort or a reshape change their order? A reshape does not turn rows into columns."
    return Finding("general-permuted", says + advice)


def condensed(cases: Sequence[Case]) -> Finding | None:
    """One number for each row or column, or one altogether, where every entry should have its own."""
    full = [case for case in cases if case.expected.ndim and min(case.expected.shape) > 1]
    if not full:
        return None
    case = full[0]
    due = f"where an array of the shape {case.expected.shape} is due."
    if all(case.actual.ndim == 0 and case.expected.ndim for case in cases):
        return Finding("general-one-number", f"is a single number, {due}")
    if not all(case.expected.ndim == 2 for case in cases):
        return None
    for axis, name in ((0, "row"), (1, "column")):
        if all(case.actual.shape == (case.expected.shape[axis],) for case in cases):
            return Finding(f"general-one-a-{name}", f"is one number for each {name}, {due}")
    return None


def large_batches(cases: Sequence[Case]) -> Finding | None:
    """Right for small batches and wrong for large ones."""
    right = [case.m for case in cases if alike(case.actual, case.expected)]
    wrong = [case.m for case in cases if not alike(case.actual, case.expected)]
    if len(right) < 3 or not wrong or max(right) >= min(wrong) or min(wrong) < 30:
        return None
    says = f"is right for {max(right)} digits and fewer, and wrong for {min(wrong)} and more. "
    advice = "Look for a number of digits that is written out, such as a batch size."
    return Finding("general-large-batches", says + advice)


def _of_pictures(case: Case) -> bool:
    return case.expected.ndim == 4 or any(argument.ndim == 4 for argument in case.arguments)


def class_sizes(cases: Sequence[Case]) -> Finding | None:
    """Right for 784 pixels and 10 hidden units, wrong for other sizes."""

    def of_class(case: Case) -> bool:
        return 784 in case.expected.shape or any(784 in argument.shape for argument in case.arguments)

    inside = [case for case in cases if of_class(case)]
    outside = [case for case in cases if not of_class(case)]
    right = all(alike(case.actual, case.expected) for case in inside)
    if inside and outside and right and not any(alike(case.actual, case.expected) for case in outside):
        return Finding(
            "general-class-sizes", "is right for the sizes used in class only. Take sizes from the arguments."
        )
    return None


def _place(index: tuple[int, ...]) -> str:
    if len(index) == 1:
        return f"position {index[0]}"
    return f"row {index[0]}, column {index[1]}" if len(index) == 2 else str(index)


RULES: tuple[Rule, ...] = (
    argument_returned,
    transposed,
    axis_lost,
    one_only,
    wrong_length,
    one_more_or_less,
    wrong_axis,
    reversed_order,
    constant,
    unfinished,
    shifted,
    columns_alike,
    classes_missing,
    factor,
    complement,
    absolute,
    offset,
    stretched,
    rounded,
    half_precision,
    squared,
    of_the_right,
    not_finite,
    one_column,
    class_sizes,
    large_batches,
    confined,
    sums_elsewhere,
    pictures_turned,
    one_of_many,
    edges,
    clipped,
    permuted,
    condensed,
    left_alone,
    side_of_zero,
    cut_off,
)
# Rules that can stand on top of a mistake of the catalogue: "… and besides, it is transposed".
ON_TOP: tuple[Rule, ...] = (transposed, axis_lost, reversed_order, factor, complement, absolute, rounded)
