"""What is claimed of each function of better training, and what a network trained by them must reach.

What is random is judged by what must hold whatever was drawn. Training is random only through the order of the digits:
with all digits in one batch, or all of them alike, the order is nothing, and results can be compared number by number;
with two or three digits, each result must be one that some order gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations, product
from typing import Any

import numpy as np

from autograder.checks.a2_gate import run_gate
from autograder.judge.checking import Answer, assert_all_match, assert_matches, assert_unmodified, check, demand
from autograder.judge.compare import WHOLE, Array, as_array, is_close, same_part
from autograder.student.outcome import Raised, Returned

Rng = np.random.Generator


# -- what random weights have in common


def spread_of(n_in: int, n_out: int) -> dict[str, float]:
    """Standard deviations that people take for a layer's, by a name for each; right is xavier, or he."""
    both = n_in + n_out
    return {
        "xavier": (2 / both) ** 0.5,
        "he": (2 / n_in) ** 0.5,
        "fan-in": (1 / n_in) ** 0.5,
        "fan-out": (2 / n_out) ** 0.5,
        "one-over-fan-out": (1 / n_out) ** 0.5,
        "half": (1 / both) ** 0.5,
        "four": (4 / both) ** 0.5,
        "four-fan-in": (4 / n_in) ** 0.5,
        "six": (6 / both) ** 0.5,
        "six-fan-in": (6 / n_in) ** 0.5,
        "product": (2 / (n_in * n_out)) ** 0.5,
        "xavier-variance": 2 / both,
        "he-variance": 2 / n_in,
        "root-of-two-only": 2**0.5 / n_in,
        "root-of-two-only-both": 2**0.5 / both,
        "no-brackets": (2 / n_in + n_out) ** 0.5,
        "xavier-as-limit": (2 / both / 3) ** 0.5,
        "he-as-limit": (2 / n_in / 3) ** 0.5,
        "xavier-as-width": (2 / both / 12) ** 0.5,
        "he-as-width": (2 / n_in / 12) ** 0.5,
        "xavier-truncated": 0.8796 * (2 / both) ** 0.5,
        "he-truncated": 0.8796 * (2 / n_in) ** 0.5,
        "power-first": 1 / n_in,
        "power-first-both": 1 / both,
        "layer-of-a-library": (1 / n_in / 3) ** 0.5,
        "class-sizes": (2 / 784) ** 0.5,
        "class-sizes-both": (2 / 912) ** 0.5,
        "unscaled": 1.0,
        "lesson-one": (1 / 12) ** 0.5,
        "hundredth": 0.01,
        "inverse": (n_in / 2) ** 0.5,
        "inverse-both": (both / 2) ** 0.5,
    }


def weights(answer: Answer, n_in: int, n_out: int, mistakes: Mapping[str, str]) -> Array:
    """The array that came back; `mistakes` are the ids of what is seen, by what is seen."""
    value = as_array(answer.value) if answer.value is not None else None
    if value is not None and value.shape == (n_in, n_out) != (n_out, n_in):
        answer.demand(False, f"the shape is {value.shape} for {n_in} inputs and {n_out} units", mistakes["transposed"])
    (W,) = answer.arrays(W=(n_out, n_in))
    answer.demand_finite(WHOLE, W)
    return W


def demand_random(answer: Answer, W: Array, name: str, mistakes: Mapping[str, str]) -> None:
    """The weights are not all one number, and no two units have the same, but for the luck of few weights."""
    answer.demand(W.any() or W.size < 3, f"all {W.size} weights{name} are 0", mistakes["zeros"])
    rows, due = len({row.tobytes() for row in W}), W.shape[0] if W.shape[1] > 40 else min(2, *W.shape)
    answer.demand(rows >= due, f"only {rows} of the {W.shape[0]} units{name} are different", mistakes["alike"])
    inputs = len({column.tobytes() for column in W.T}) if W.shape[0] > 40 else W.shape[1]
    seen = f"only {inputs} of the {W.shape[1]} inputs{name} have different weights"
    answer.demand(inputs == W.shape[1], seen, mistakes["inputs-alike"])


def law_of(arrays: Sequence[Array]) -> str:
    """The formula that the standard deviations of these weights follow, if it is a simple one; else empty.

    A third root is tried last: what fits both sizes in a plainer way is likelier.
    """
    laws = {"√({} / {})": (0.5, -0.5), "√{} / {}": (0.5, -1.0), "√({} / √{})": (0.5, -0.25), "√({} · {})": (0.5, 0.5),
            "√{} / {}²": (0.5, -2.0), "the third root of {} / {}": (1 / 3, -1 / 3)}  # fmt: skip
    bases = ("n_in", "n_out", "(n_in + n_out)", "(n_in · n_out)", "max(n_in, n_out)", "min(n_in, n_out)")
    plain, third = list(laws)[:-1], list(laws)[-1:]
    for texts in (plain, third):
        for (written, c), base, text in product(VARIANCES.items(), bases, texts):
            root, power = laws[text]
            if all(abs(W.std() / (c**root * size_named(base, W) ** power) - 1) < NAMED_WITHIN for W in arrays):
                return text.format(written, base)
    return ""


def size_named(base: str, W: Array) -> int:
    """A size of a layer, or what is made of its two, by the name that it has in a formula."""
    n_out, n_in = map(int, W.shape)
    sizes = {"n_in": n_in, "n_out": n_out, "(n_in + n_out)": n_in + n_out, "(n_in · n_out)": n_in * n_out}
    return sizes.get(base, max(n_in, n_out) if base.startswith("max") else min(n_in, n_out))


def demand_spreads(draws: Sequence[Answer], arrays: Sequence[Array], right: str, others: Mapping[str, str]) -> None:
    """Mean 0 and the standard deviation called `right`, in layers of several sizes.

    `others` are the ids of what others are taken for, where they fit all sizes.
    """
    for answer, W in zip(draws, arrays, strict=True):
        demand_spread(answer, W, right, others, arrays)


def demand_spread(
    answer: Answer, W: Array, right: str, others: Mapping[str, str], arrays: Sequence[Array], tolerance: float = 0.03
) -> None:
    """The same for one of the layers; what is seen is held against all of them."""
    n_out, n_in = W.shape
    spreads = spread_of(n_in, n_out)
    mean, spread = float(W.mean()), float(W.std())
    seen = f"for {n_in} inputs and {n_out} units, the weights have the mean {mean:.3g}"
    rows, columns = W.std(axis=1), W.std(axis=0)
    least, most = min(rows.min(), columns.min()), max(rows.max(), columns.max())
    uneven = f"the weights of single units or inputs have standard deviations from {least:.3g} to {most:.3g}"
    answer.demand((least > 0.4 * spread and most < 2.5 * spread) or not spread, uneven, others["uneven"])
    if "clipped" in others:
        clipped = W.min() >= 0 and (W == 0).mean() > 0.3
        answer.demand(not clipped, "many of the weights are 0, and none is negative", others["clipped"])
    cut_off = (np.abs(W) == np.abs(W).max()).mean() > 0.01 and np.unique(W).size > 100
    answer.demand(not cut_off, f"many weights are exactly {np.abs(W).max():.3g} or minus that", others["cut-off"])
    as_mean = abs(mean / spreads[right] - 1) < 0.3 and abs(spread - 1) < tolerance
    answer.demand(not as_mean, f"{seen} and the standard deviation {spread:.3g}", others["as-mean"])
    answer.demand(abs(mean) < 0.2 * spread or not W.any(), f"{seen}; it should be near 0", others["off-centre"])
    if abs(spread / spreads[right] - 1) > tolerance:
        kinds = [(W.std(), spread_of(W.shape[1], W.shape[0])) for W in arrays]
        near = [
            other
            for key, other in others.items()
            if key in spreads and all(abs(got / known[key] - 1) < NAMED_WITHIN for got, known in kinds)
        ]
        law = law_of(arrays)
        seen = f"for {n_in} inputs and {n_out} units, the weights have the standard deviation {spread:.3g}"
        seen += f", as if it were {law}" if law and not near else ""
        answer.demand(False, f"{seen}; it should be {spreads[right]:.3g}", near[0] if len(near) == 1 else "")


def demand_drawn(draws: Sequence[Answer], arrays: Sequence[Array], prefix: str, where: str = "") -> None:
    """Of three draws, two with equal generators: equal ones give the same, different ones not."""
    first, again, another = arrays
    same = first.shape == again.shape and (first == again).all()
    draws[1].demand(same, f"two calls with equal generators give two different answers{where}", f"{prefix}-ignores-rng")
    other = first.shape != another.shape or (first != another).any()
    draws[2].demand(other, f"two calls with different generators give the same answer{where}", f"{prefix}-own-seed")


def three_draws(call: Callable[[Any], Answer], new_rng: Any) -> list[Answer]:
    one, other = new_rng(), new_rng()
    return [call(generator) for generator in (one, one, other)]


XAVIER = {
    "transposed": "xavier-transposed",
    "zeros": "xavier-zeros",
    "alike": "xavier-units-alike",
    "inputs-alike": "xavier-inputs-alike",
    "off-centre": "xavier-not-centred",
    "as-mean": "xavier-sigma-as-mean",
    "four": "xavier-four-for-two",
    "fan-out": "xavier-fan-out-only",
    "root-of-two-only-both": "xavier-root-of-two-only",
    "no-brackets": "xavier-no-brackets",
    "xavier-as-width": "xavier-uniform-of-width",
    "lesson-one": "xavier-lesson-one",
    "hundredth": "xavier-hundredth",
    "inverse-both": "xavier-inverse",
    "he": "xavier-he",
    "fan-in": "xavier-fan-in-only",
    "power-first-both": "xavier-power-first",
    "layer-of-a-library": "xavier-of-a-library",
    "uneven": "xavier-uneven",
    "cut-off": "xavier-cut-off",
    "xavier-truncated": "xavier-truncated",
    "half": "xavier-one-for-two",
    "six": "xavier-six",
    "product": "xavier-product",
    "xavier-variance": "xavier-variance-for-deviation",
    "xavier-as-limit": "xavier-uniform-of-sigma",
    "class-sizes-both": "xavier-sizes-of-class",
    "unscaled": "xavier-unscaled",
}
HE = {
    "transposed": "he-transposed",
    "zeros": "he-zeros",
    "alike": "he-units-alike",
    "inputs-alike": "he-inputs-alike",
    "off-centre": "he-not-centred",
    "as-mean": "he-sigma-as-mean",
    "four": "he-from-xavier",
    "four-fan-in": "he-four-for-two",
    "he-as-width": "he-uniform-of-width",
    "lesson-one": "he-lesson-one",
    "hundredth": "he-hundredth",
    "xavier": "he-xavier",
    "fan-in": "he-one-for-two",
    "fan-out": "he-fan-out",
    "six-fan-in": "he-six",
    "power-first": "he-power-first",
    "layer-of-a-library": "he-of-a-library",
    "uneven": "he-uneven",
    "cut-off": "he-cut-off",
    "he-truncated": "he-truncated",
    "clipped": "he-clipped",
    "he-variance": "he-variance-for-deviation",
    "root-of-two-only": "he-root-of-two-only",
    "he-as-limit": "he-uniform-of-sigma",
    "class-sizes": "he-sizes-of-class",
    "unscaled": "he-unscaled",
    "inverse": "he-inverse",
}
SHAPES = ((7, 5), (3, 11), (1, 4), (784, 10), (45, 60))
SPREADS = ((300, 200), (150, 400))
VARIANCES = {"2": 2, "1": 1, "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "⅙": 1 / 6, "1/12": 1 / 12, "¼": 1 / 4, "3": 3, "4": 4,
             "6": 6, "8": 8, "12": 12, "4/3": 4 / 3}  # fmt: skip
NAMED_WITHIN = 0.013  # so near has a standard deviation to be to what is named; random ones stray by a third of that


# -- 1  xavier_weights


@check("xavier_weights", "a row for each unit, a column for each input")
def test_xavier_weights_shapes(student: Any, new_rng: Any) -> None:
    answers = [student.xavier_weights(*sizes, new_rng()) for sizes in SHAPES]
    for sizes, answer in zip(SHAPES, answers, strict=True):
        demand_random(answer, weights(answer, *sizes, XAVIER), "", XAVIER)


@check("xavier_weights", "mean 0, and the standard deviation √(2 / (n_in + n_out))")
def test_xavier_weights_spread(student: Any, new_rng: Any) -> None:
    draws = [student.xavier_weights(*sizes, new_rng()) for sizes in SPREADS]
    arrays = [weights(answer, *sizes, XAVIER) for sizes, answer in zip(SPREADS, draws, strict=True)]
    demand_spreads(draws, arrays, "xavier", XAVIER)


@check("xavier_weights", "the numbers are drawn from rng")
def test_xavier_weights_rng(student: Any, new_rng: Any) -> None:
    draws = three_draws(lambda generator: student.xavier_weights(9, 8, generator), new_rng)
    demand_drawn(draws, [weights(answer, 9, 8, XAVIER) for answer in draws], "xavier")


# -- 2  he_weights


@check("he_weights", "a row for each unit, a column for each input")
def test_he_weights_shapes(student: Any, new_rng: Any) -> None:
    answers = [student.he_weights(*sizes, new_rng()) for sizes in SHAPES]
    for sizes, answer in zip(SHAPES, answers, strict=True):
        demand_random(answer, weights(answer, *sizes, HE), "", HE)


@check("he_weights", "mean 0, and the standard deviation √(2 / n_in)")
def test_he_weights_spread(student: Any, new_rng: Any) -> None:
    draws = [student.he_weights(*sizes, new_rng()) for sizes in SPREADS]
    arrays = [weights(answer, *sizes, HE) for sizes, answer in zip(SPREADS, draws, strict=True)]
    demand_spreads(draws, arrays, "he", HE)


@check("he_weights", "the numbers are drawn from rng")
def test_he_weights_rng(student: Any, new_rng: Any) -> None:
    draws = three_draws(lambda generator: student.he_weights(9, 8, generator), new_rng)
    demand_drawn(draws, [weights(answer, 9, 8, HE) for answer in draws], "he")


# -- 3  start_params

START_SIZES = (90, 200, 130)
START = {"off-centre": "start-not-centred"}


def start_arrays(answer: Answer, n_inputs: int, n_hidden: int, n_outputs: int) -> tuple[Array, ...]:
    """The four parameters; where their shapes are another network's, the shapes tell which mistake it is."""
    value = answer.value
    items = [as_array(item) for item in value] if isinstance(value, tuple | list) and len(value) == 4 else []
    shapes = [item.shape for item in items if item is not None]
    W1, b1, W2, b2 = (n_hidden, n_inputs), (n_hidden, 1), (n_outputs, n_hidden), (n_outputs, 1)
    known: dict[tuple[Any, ...], str] = {
        ((n_hidden,), (n_outputs,)): "start-biases-flat",
        ((1, n_hidden), (1, n_outputs)): "start-biases-rows",
        ((n_inputs, 1), (n_hidden, 1)): "start-biases-of-inputs",
        ((n_hidden, 1), (n_hidden, 1)): "start-biases-of-hidden",
    }
    if len(shapes) == 4:
        seen = f"the shapes are {', '.join(map(str, shapes))} for {n_inputs}, {n_hidden} and {n_outputs}"
        due = [W1, b1, W2, b2]
        answer.demand(shapes == due or sorted(shapes) != sorted(due), seen, "start-order")
        answer.demand(shapes[::2] != [W1[::-1], W2[::-1]], seen, "start-transposed")
        answer.demand(shapes[::2] != [W1, W2] or shapes == due or tuple(shapes[1::2]) not in known, seen,
                      known.get(tuple(shapes[1::2]), ""))  # fmt: skip
        answer.demand(shapes[0] != (128, n_inputs) or n_hidden == 128, seen, "start-units-of-class")
    arrays = answer.arrays(W1=W1, b1=b1, W2=W2, b2=b2)
    for name, array in zip(("W1", "b1", "W2", "b2"), arrays, strict=True):
        answer.demand_finite(name, array)
    return arrays


@check("start_params", "the shapes are right, whatever the sizes")
def test_start_params_shapes(student: Any, new_rng: Any) -> None:
    sizes = [(7, 5, 4), (13, 3, 6), (2, 8, 3), (784, 12, 10)]
    answers = [student.start_params(*size, new_rng()) for size in sizes]
    for size, answer in zip(sizes, answers, strict=True):
        start_arrays(answer, *size)


@check("start_params", "the hidden layer has He's weights, the output layer Xavier's")
def test_start_params_spread(student: Any, new_rng: Any) -> None:
    answer = student.start_params(*START_SIZES, new_rng())
    W1, _, W2, _ = start_arrays(answer, *START_SIZES)
    for name, W in (("W1", W1), ("W2", W2)):
        answer.demand(W.any(), f"all weights of {name} are 0", f"start-zeros-{name.lower()}")
    near = [
        {key for key, spread in spread_of(W.shape[1], W.shape[0]).items() if abs(W.std() / spread - 1) < 0.055}
        for W in (W1, W2)
    ]
    known = {
        "start-swapped": ("xavier", "he"),
        "start-he-twice": ("he", "he"),
        "start-xavier-twice": ("xavier", "xavier"),
        "start-unscaled": ("unscaled", "unscaled"),
        "start-lesson-one": ("lesson-one", "lesson-one"),
        "start-hundredth": ("hundredth", "hundredth"),
    }
    found = [mistake for mistake, (one, other) in known.items() if one in near[0] and other in near[1]]
    seen = f"for {START_SIZES}, W1 has the standard deviation {W1.std():.3g} and W2 {W2.std():.3g}"
    answer.demand("he" in near[0] and "xavier" in near[1], seen, found[0] if len(found) == 1 else "")
    for name, W in ((" of W1", W1), (" of W2", W2)):
        answer.demand(abs(W.mean()) < 0.2 * W.std(), f"the weights{name} have the mean {W.mean():.3g}", "")


@check("start_params", "the biases are 0")
def test_start_params_biases(student: Any, new_rng: Any) -> None:
    answer = student.start_params(6, 5, 4, new_rng())
    _, b1, _, b2 = start_arrays(answer, 6, 5, 4)
    if b1.any() or b2.any():
        flat = np.concatenate([b1.ravel(), b2.ravel()])
        alike = (flat == flat[0]).all()
        kind = "start-biases-one" if alike and flat[0] == 1 else "start-biases-constant" if alike else ""
        seen = f"the biases lie between {flat.min():.3g} and {flat.max():.3g}"
        answer.demand(False, seen, kind or ("start-biases-random" if b1.any() and b2.any() else ""))


@check("start_params", "all weights are drawn from rng, and none twice")
def test_start_params_rng(student: Any, new_rng: Any) -> None:
    draws = three_draws(lambda generator: student.start_params(7, 6, 5, generator), new_rng)
    matrices = [start_arrays(answer, 7, 6, 5)[::2] for answer in draws]
    for at, name in enumerate((" in W1", " in W2")):
        demand_drawn(draws, [pair[at] for pair in matrices], "start", name)
    W1, W2 = (W.ravel() for W in matrices[0])
    again = np.allclose(W1[:30] / (np.abs(W1[:30]).max() + 1e-30), W2 / (np.abs(W2).max() + 1e-30), rtol=1e-3)
    draws[0].demand(not again, "W2 is made of the same random numbers as W1", "start-same-numbers")


# -- 4  mini_batches

# What exceptions say where batches of different lengths can't be made.
UNEQUAL = ("cannot reshape array", "equal division", "inhomogeneous shape")


def batch_arrays(answer: Answer, m: int, batch_size: int) -> list[Array]:
    """The batches as arrays of whole numbers from 0 to m - 1."""
    value = answer.value
    answer.demand(isinstance(value, list | tuple | np.ndarray), "what comes back is no list of batches")
    batches = [as_array(batch) for batch in value]
    found = [batch for batch in batches if batch is not None]
    right = len(found) == len(batches) and all(batch.ndim == 1 for batch in found)
    scalars = len(found) == len(batches) and all(batch.ndim == 0 for batch in found)
    seen = "what comes back is a list of numbers" if scalars else "a batch is no one-dimensional array of numbers"
    starts = scalars and sorted(int(batch) for batch in found) == list(range(0, m, batch_size))
    flat = scalars and sorted(float(batch) for batch in found) == list(range(m))
    answer.demand(right, seen, "batches-starts-only" if starts else "batches-not-cut" if flat else "")
    masks = all(batch.dtype == bool for batch in found)
    answer.demand(not masks, "the batches are arrays of True and False", "batches-masks")
    whole = all(batch.dtype.kind in "iu" or not batch.size for batch in found)
    answer.demand(whole, "the batches hold floats, which can't be used as an index", "batches-floats")
    return [batch.astype(np.int64) for batch in found]


def demand_partition(answer: Answer, batches: Sequence[Array], m: int, size: int, one_size: bool = False) -> None:
    """Every number once, in batches of the right sizes; with `one_size` those of other calls had all the same one."""
    sizes, due = [batch.size for batch in batches], [min(size, m - at) for at in range(0, m, size)]
    numbers = np.concatenate([*batches, np.zeros(0, np.int64)])
    asked = f"for m = {m} and batch_size = {size}, the batches have the sizes {', '.join(map(str, sizes)) or 'none'}"
    answer.demand(
        not numbers.size or (numbers.min() >= 0 and numbers.max() < m),
        f"for m = {m}, the numbers go from {numbers.min(initial=0)} to {numbers.max(initial=0)}",
        "batches-from-one" if numbers.min(initial=m) == 1 and numbers.max(initial=0) == m else "",
    )
    missing, double = m - np.unique(numbers).size, numbers.size - np.unique(numbers).size
    if sizes != due:
        nonempty = [count for count in sizes if count]
        full = due[:-1] if due[-1] < size else due
        rest = due[0] if len(due) == 1 else due[-1]
        runs = all((np.diff(batch) == 1).all() for batch in batches)
        mistake = (
            "batches-size-fixed" if one_size
            else "batches-empty-at-the-end" if nonempty == due
            else "batches-twice" if sorted(sizes) == sorted(2 * due) and not missing
            else "batches-shuffled-as-blocks" if runs and sorted(sizes) == sorted(due) and not missing
            else "batches-single-lost" if sizes == due[:-1] and due[-1] == 1 and size > 1
            else "batches-first-only" if sizes == due[:1]
            else "batches-rest-added" if sizes == [*full[:-1], m - sum(full[:-1])] and not missing and not double
            else "batches-last-dropped" if sizes == full and double == 0
            else "batches-size-is-number" if len(sizes) == min(size, m) or len(sizes) == size
            else "batches-grow" if sizes == [min(at + size, m) for at in range(0, m, size)]
            else "batches-to-the-end" if sizes == [m - at for at in range(0, m, size)]
            else "batches-one-end-for-all" if sizes == [due[0], *[0] * (len(due) - 1)]
            else "batches-at-each-place" if len(sizes) == m
            else "batches-from-second" if missing == 1 and not double and m - 1 in numbers
            else "batches-highest-missing" if missing == 1 and not double and m - 1 not in numbers
            else "batches-evened-out" if evened_out(sizes, m, size) and not missing | double
            else "batches-last-filled-up" if sizes == [size] * len(due) and not missing
            else "batches-overlap" if double and not missing and sizes[0] == size + 1
            else "batches-first-skipped" if missing and sizes == due[1:]
            else "batches-short-first" if sizes == [rest, *full] and not missing
            else "batches-one-missing-each" if missing and sizes[0] == min(size, m) - 1
            else ""
        )  # fmt: skip
        answer.demand(False, asked, mistake)
    seen = f"for m = {m} and batch_size = {size}, {missing} numbers are in no batch and {double} are there twice"
    within = all(np.unique(batch).size == batch.size for batch in batches)
    answer.demand(not double, seen, "batches-drawn-anew" if within else "batches-with-replacement")
    answer.demand(not missing, seen)


def evened_out(sizes: Sequence[int], m: int, size: int) -> bool:
    """Whether batches are of about the same size, and so many as there should be, or as there are full ones."""
    return len(sizes) in (m // size, -(-m // size)) and max(sizes) - min(sizes) < 2


def of_one_size(cases: Sequence[tuple[int, int]], answers: Sequence[Answer]) -> bool:
    """Whether the batches of all calls are cut in one size, the largest that any of them has."""
    sizes = []
    for answer in answers:
        value = answer.outcome.value if isinstance(answer.outcome, Returned) else None
        if not isinstance(value, list | tuple) or not value:
            return False
        batches = [as_array(batch) if batch is not None else None for batch in value]
        sizes.append([batch.size if batch is not None else 0 for batch in batches])
    most = max(map(max, sizes))
    return most > 0 and sizes == [[min(most, m - at) for at in range(0, m, most)] for m, _ in cases]


def demand_left_over(cases: Sequence[tuple[int, int]], answers: Sequence[Answer]) -> None:
    """No call stops for want of equal parts only where digits are left over."""
    stopped = [
        (m, size, answer.outcome)
        for (m, size), answer in zip(cases, answers, strict=True)
        if isinstance(answer.outcome, Raised) and any(text in answer.outcome.text for text in UNEQUAL)
    ]
    if stopped and all(m % size for m, size, _ in stopped):
        m, size, raised = stopped[0]
        seen = f"for m = {m} and batch_size = {size} it stops with {raised.type_name}: {raised.text.rstrip('.')}"
        demand(False, "batches-equal-only", seen)


@check("mini_batches", "each number is in exactly one batch, and the last batch has what is left")
def test_mini_batches_partition(student: Any, new_rng: Any) -> None:
    cases = ((50, 12), (130, 40), (23, 4), (31, 30), (36, 9))
    answers = [student.mini_batches(m, size, new_rng()) for m, size in cases]
    demand_left_over(cases, answers)
    one_size = of_one_size(cases, answers)
    for (m, size), answer in zip(cases, answers, strict=True):
        demand_partition(answer, batch_arrays(answer, m, size), m, size, one_size)


@check("mini_batches", "batches that come out even, batches of one, and one batch of all")
def test_mini_batches_even(student: Any, new_rng: Any) -> None:
    cases = ((24, 6), (5, 1), (7, 20), (9, 9))
    answers = [student.mini_batches(m, size, new_rng()) for m, size in cases]
    for (m, size), answer in zip(cases, answers, strict=True):
        demand_partition(answer, batch_arrays(answer, m, size), m, size)


@check("mini_batches", "the order is random, within the batches and between them")
def test_mini_batches_random(student: Any, new_rng: Any) -> None:
    answer = student.mini_batches(90, 20, new_rng())
    batches = batch_arrays(answer, 90, 20)
    demand_partition(answer, batches, 90, 20)
    numbers = np.concatenate(batches)
    answer.demand((numbers != np.arange(90)).any(), "the numbers come in their order, 0, 1, 2, …", "batches-in-order")
    blocks = all(batch.max() - batch.min() == batch.size - 1 for batch in batches)
    runs = all((np.diff(batch) == 1).all() for batch in batches)
    seen = "each batch is a run of neighbours, such as 20 to 39"
    answer.demand(not runs, seen, "batches-shuffled-as-blocks")
    answer.demand(not blocks, seen, "batches-shuffled-within")
    beside = float((np.abs(np.diff(numbers)) == 1).mean())
    seen = f"{beside:.0%} of the numbers are followed by a neighbour, such as 7 by 8 or 6"
    answer.demand(beside < 0.3, seen, "batches-turned")
    inside = all((np.diff(batch) > 0).all() for batch in batches)
    strided = inside and all(np.unique(np.diff(batch)).size == 1 for batch in batches)
    answer.demand(not strided, "each batch takes every so many-th number", "batches-strided")


@check("mini_batches", "the order is drawn from rng")
def test_mini_batches_rng(student: Any, new_rng: Any) -> None:
    draws = three_draws(lambda generator: student.mini_batches(40, 7, generator), new_rng)
    arrays = []
    for answer in draws:
        batches = batch_arrays(answer, 40, 7)
        demand_partition(answer, batches, 40, 7)
        arrays.append(np.concatenate(batches))
    demand_drawn(draws, arrays, "batches")


# -- 5  step_decay


def rates_match(student: Any, reference: Any, cases: Sequence[tuple[Any, ...]], function: str) -> None:
    assert_all_match((getattr(student, function)(*case), getattr(reference, function)(*case)) for case in cases)


@check("step_decay", "the staircase of the example")
def test_step_decay_example(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(0.8, epoch, 0.5, 3) for epoch in range(9)]
    cases += [(float(rng.uniform(0.1, 2)), epoch, 0.5, 3) for epoch in (2, 7)]
    rates_match(student, reference, cases, "step_decay")


@check("step_decay", "other rates, factors and lengths of a step")
def test_step_decay_other(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(float(rng.uniform(0.01, 2)), epoch, 0.3, 4) for epoch in (0, 3, 4, 5, 11, 12, 17)]
    cases += [(0.6, epoch, 0.1, 1) for epoch in (0, 1, 2)] + [(0.05, epoch, 0.9, 7) for epoch in (6, 7, 20, 48)]
    rates_match(student, reference, cases, "step_decay")


# -- 6  warmup_cosine


@check("warmup_cosine", "the rate climbs in a straight line during the warm-up")
def test_warmup_cosine_up(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(0.4, step, 10, 2) for step in (0, 1)] + [(0.9, step, 23, 7) for step in range(7)]
    cases += [(0.5, step, 9, 6) for step in range(6)]
    cases += [(float(rng.uniform(0.1, 2)), step, 16, 5) for step in (1, 4)]
    rates_match(student, reference, cases, "warmup_cosine")


@check("warmup_cosine", "then it sinks along half a cosine")
def test_warmup_cosine_down(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(0.4, step, 10, 2) for step in range(2, 10)] + [(1.3, step, 31, 6) for step in (6, 7, 12, 19, 25, 30)]
    cases += [(float(rng.uniform(0.1, 2)), step, 19, 4) for step in (5, 13)]
    rates_match(student, reference, cases, "warmup_cosine")


@check("warmup_cosine", "without a warm-up the cosine begins at once")
def test_warmup_cosine_without(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(0.7, step, 12, 0) for step in (0, 1, 5, 11)] + [(2.0, 0, 1, 0), (0.002, 3, 6, 0)]
    cases += [(float(rng.uniform(0.1, 2)), step, 15, 0) for step in (0, 8)]
    rates_match(student, reference, cases, "warmup_cosine")


# -- 7, 8, 9  the steps

STEP_SHAPES = ((5, 7), (4, 1), (3, 6))


def step_case(rng: Rng, shape: tuple[int, ...], n_means: int, squares: int) -> tuple[Array, ...]:
    """A parameter, its gradient, and what is remembered of earlier ones: `n_means`, of which `squares` are positive."""
    means = [rng.normal(0, 0.6, shape) for _ in range(n_means - squares)]
    return (
        rng.normal(0, 0.8, shape),
        rng.normal(0, 0.5, shape),
        *means,
        *(rng.uniform(0.05, 1.5, shape) for _ in range(squares)),
    )


def first_case(rng: Rng, shape: tuple[int, ...], n_means: int) -> tuple[Array, ...]:
    """A first step: nothing is remembered yet, and some gradients are 0, as those of white pixels are."""
    dw = rng.normal(0, 0.5, shape)
    dw.flat[::3] = 0
    return rng.normal(0, 0.8, shape), dw, *(np.zeros(shape) for _ in range(n_means))


def two_steps(function: str, student: Any, reference: Any, case: tuple[Array, ...], rest: Any) -> None:
    """A second step goes on from where the right first one ended; `rest` gives the other arguments of step 1 or 2."""
    w, dw, *means = case
    halfway = getattr(reference, function)(w, dw, *means, *rest(1))
    w, *means = halfway.value
    second = (w, 0.7 * dw + 0.1, *means, *rest(2))
    assert_all_match(
        [
            (getattr(student, function)(*case, *rest(1)), halfway),
            (getattr(student, function)(*second), getattr(reference, function)(*second)),
        ]
    )


def demand_squares(answer: Answer, dw: Array, s: Array, beta: float, mistake: str) -> None:
    """The last output is no mean of what matrix products of a square dw give, where its squares are due."""
    value = answer.outcome.value if isinstance(answer.outcome, Returned) else None
    got = as_array(value[-1]) if isinstance(value, tuple | list) and value and value[-1] is not None else None
    due = [beta * s + (1 - beta) * product for product in (dw @ dw, dw @ dw.T, dw.T @ dw)]
    found = got is not None and any(same_part(got, array) for array in due)
    answer.demand(not found, "the squares are those of a matrix", mistake)


@check("momentum_step", "the velocity is a running mean, and the parameter steps along it")
def test_momentum_step_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*step_case(rng, shape, 1, 0), alpha) for shape, alpha in zip(STEP_SHAPES, (0.1, 0.37, 2.0), strict=True)]
    rates_match(student, reference, cases, "momentum_step")


@check("momentum_step", "beta is the one given")
def test_momentum_step_beta(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*step_case(rng, (4, 5), 1, 0), 0.2, beta) for beta in (0.5, 0.99, 0.0)]
    rates_match(student, reference, cases, "momentum_step")


@check("momentum_step", "a first step from rest, and a second one that goes on from it")
def test_momentum_step_twice(student: Any, reference: Any, rng: Rng) -> None:
    two_steps("momentum_step", student, reference, first_case(rng, (6, 4), 1), lambda t: (0.3,))


@check("momentum_step", "the answer is right, and the arguments stay as they were")
def test_momentum_step_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (*step_case(rng, (3, 8), 1, 0), 0.25)
    assert_unmodified(student.momentum_step(*case), reference.momentum_step(*case), ["w", "dw", "v", "alpha"])


@check("rmsprop_step", "the step is divided by the root of the mean square")
def test_rmsprop_step_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*step_case(rng, shape, 1, 1), alpha) for shape, alpha in zip(STEP_SHAPES, (0.1, 0.37, 2.0), strict=True)]
    square: tuple[Any, ...] = (*step_case(rng, (4, 4), 1, 1), 0.5)
    pairs = [(student.rmsprop_step(*case), reference.rmsprop_step(*case)) for case in (*cases, square)]
    demand_squares(pairs[-1][0], square[1], square[2], 0.9, "rmsprop-matrix-product")
    assert_all_match(pairs)


@check("rmsprop_step", "beta and eps are the ones given")
def test_rmsprop_step_beta(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*step_case(rng, (4, 5), 1, 1), 0.2, beta, eps) for beta, eps in ((0.5, 0.1), (0.99, 0.03), (0.3, 1.0))]
    rates_match(student, reference, cases, "rmsprop_step")


@check("rmsprop_step", "a first step, where some gradients are 0, and a second one that goes on from it")
def test_rmsprop_step_twice(student: Any, reference: Any, rng: Rng) -> None:
    two_steps("rmsprop_step", student, reference, first_case(rng, (6, 4), 1), lambda t: (0.3,))


@check("rmsprop_step", "the answer is right, and the arguments stay as they were")
def test_rmsprop_step_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (*step_case(rng, (3, 8), 1, 1), 0.25)
    assert_unmodified(student.rmsprop_step(*case), reference.rmsprop_step(*case), ["w", "dw", "s", "alpha"])


@check("adam_step", "the step is the corrected mean over the root of the corrected mean square")
def test_adam_step_values(student: Any, reference: Any, rng: Rng) -> None:
    settings = ((3, 0.1), (12, 0.37), (150, 2.0))
    cases = [(*step_case(rng, shape, 2, 1), *more) for shape, more in zip(STEP_SHAPES, settings, strict=True)]
    square: tuple[Any, ...] = (*step_case(rng, (4, 4), 2, 1), 5, 0.5)
    pairs = [(student.adam_step(*case), reference.adam_step(*case)) for case in (*cases, square)]
    demand_squares(pairs[-1][0], square[1], square[3], 0.999, "adam-matrix-product")
    assert_all_match(pairs)


@check("adam_step", "the betas and eps are the ones given")
def test_adam_step_betas(student: Any, reference: Any, rng: Rng) -> None:
    settings = ((4, 0.2, 0.5, 0.8, 0.1), (2, 0.2, 0.7, 0.99, 0.03), (9, 0.2, 0.95, 0.6, 1.0))
    rates_match(student, reference, [(*step_case(rng, (4, 5), 2, 1), *more) for more in settings], "adam_step")


@check("adam_step", "a first step, where some gradients are 0, and a second one that goes on from it")
def test_adam_step_twice(student: Any, reference: Any, rng: Rng) -> None:
    two_steps("adam_step", student, reference, first_case(rng, (6, 4), 2), lambda t: (t, 0.3))


@check("adam_step", "the answer is right, and the arguments stay as they were")
def test_adam_step_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (*step_case(rng, (3, 8), 2, 1), 6, 0.25)
    assert_unmodified(student.adam_step(*case), reference.adam_step(*case), ["w", "dw", "m", "s", "t", "alpha"])


# -- 10  early_stopping


@check("early_stopping", "losses that sink, and losses that rise again")
def test_early_stopping_simple(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        ([0.9, 0.5, 0.6], 2),
        ([0.9, 0.5, 0.6, 0.7], 2),
        ([0.9, 0.5, 0.6, 0.4], 2),
        ([1.2, 1.1, 0.7, 0.6, 0.55], 1),
        ([0.8, 0.9, 1.0, 1.1], 3),
        ([0.8, 0.9, 1.0, 1.1], 4),
        ([0.8, 0.9, 1.0, 1.1], 1),
        ([2.3], 1),
    ]
    sinking = int(rng.integers(2, 7))
    cases.append(([1 - n / 10 for n in range(sinking)] + [1.1 + n / 10 for n in range(7 - sinking)], 3))
    rates_match(student, reference, cases, "early_stopping")


@check("early_stopping", "a bumpy road: only the epochs since the best one count")
def test_early_stopping_bumpy(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        ([0.9, 0.7, 0.8, 0.6, 0.7, 0.65], 3),
        ([0.9, 0.7, 0.8, 0.6, 0.7, 0.65], 2),
        ([0.5, 0.9, 0.8, 0.7, 0.6], 2),
        ([0.5, 0.9, 0.8, 0.7, 0.6], 4),
        ([0.5, 0.9, 0.8, 0.7, 0.6], 5),
        ([1.0, 1.1, 0.9, 1.0, 0.8, 0.9, 0.7], 2),
        ([3.0, 2.0, 4.0, 2.5, 2.6, 2.4], 4),
        ([0.9, 0.5, 0.49999, 0.49998, 0.49997], 2),
        ([0.9, 0.5, 0.8, 0.7, 0.51, 0.44], 2),
        (rng.permutation(np.arange(1, 12) / 8).tolist(), 3),
        (rng.permutation(np.arange(1, 14) / 9).tolist(), 6),
    ]
    rates_match(student, reference, cases, "early_stopping")


@check("early_stopping", "of several lowest losses the first counts, and the list stays as it was")
def test_early_stopping_ties(student: Any, reference: Any, rng: Rng) -> None:
    cases = [([0.9, 0.4, 0.6, 0.4, 0.5], 3), ([0.4, 0.4, 0.4], 2), ([0.7, 0.4, 0.4], 2)]
    cases.append(([0.9] * int(rng.integers(1, 5)) + [0.4, 0.6, 0.4, 0.4], 3))
    rates_match(student, reference, cases, "early_stopping")
    case = ([0.9, 0.3, 0.5, 0.4], 2)
    assert_unmodified(student.early_stopping(*case), reference.early_stopping(*case), ["losses", "patience"])


# -- 11  adam_epoch


def parameters(rng: Rng, n_inputs: int, n_hidden: int, n_outputs: int) -> tuple[Array, ...]:
    """Weights and biases of a network in mid-training: nothing is zero, so nothing can hide."""
    return (
        rng.normal(0, 0.8, (n_hidden, n_inputs)),
        rng.normal(0.3, 0.5, (n_hidden, 1)),
        rng.normal(0, 0.8, (n_outputs, n_hidden)),
        rng.normal(-0.2, 0.5, (n_outputs, 1)),
    )


def adam_state(rng: Rng, params: Sequence[Array], t: int) -> tuple[Any, ...]:
    """Adam's state after t steps: means and mean squares of gradients such as these parameters have."""
    if t == 0:
        return tuple(np.zeros_like(p) for p in params), tuple(np.zeros_like(p) for p in params), 0
    ms = tuple(rng.normal(0, 0.1, p.shape) for p in params)
    return ms, tuple(rng.uniform(0.02, 0.2, p.shape) for p in params), t


def some_digits(rng: Rng, n_inputs: int, m: int, n_classes: int) -> tuple[Array, Array]:
    return rng.random((n_inputs, m)), rng.integers(0, n_classes, m)


def epoch_case(rng: Rng, sizes: tuple[int, int, int], m: int, t: int, alpha: float, batch_size: int) -> tuple[Any, ...]:
    """The arguments of an epoch but for the generator; with a batch for all, the order of the digits is nothing."""
    params = parameters(rng, *sizes)
    return *some_digits(rng, sizes[0], m, sizes[2]), params, adam_state(rng, params, t), alpha, batch_size


def alike(case: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same case with all digits like the first: batches of a size are the same, whichever digits are in them."""
    X, Y, *rest = case
    return np.repeat(X[:, :1], Y.size, axis=1), np.repeat(Y[:1], Y.size), *rest


def same_tree(one: Any, other: Any) -> bool:
    """Whether two trees of numbers are the same but for rounding."""
    if isinstance(other, tuple):
        return isinstance(one, tuple | list) and len(one) == len(other) and all(map(same_tree, one, other))
    a, b = as_array(one) if one is not None else None, as_array(other)
    return a is not None and b is not None and a.shape == b.shape and bool(is_close(a, b, 1e-6).all())


@check("adam_epoch", "one batch of all digits: gradients, a step for each parameter, the new state")
def test_adam_epoch_one_batch(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    cases = [
        epoch_case(rng, (5, 4, 3), 6, 7, 0.1, 6),
        epoch_case(rng, (3, 6, 4), 9, 2, 0.02, 20),
        epoch_case(rng, (4, 3, 5), 7, 0, 0.3, 7),
    ]
    given = [(*case, new_rng()) for case in cases]
    assert_all_match((student.adam_epoch(*case), reference.adam_epoch(*case)) for case in given)


@check("adam_epoch", "a step for each batch, also for the short one at the end")
def test_adam_epoch_steps(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    cases = [
        alike(epoch_case(rng, (5, 4, 3), 10, 5, 0.1, 4)),
        alike(epoch_case(rng, (3, 6, 4), 11, 0, 0.05, 3)),
        alike(epoch_case(rng, (4, 3, 5), 8, 9, 0.2, 4)),
    ]
    given = [(*case, new_rng()) for case in cases]
    assert_all_match((student.adam_epoch(*case), reference.adam_epoch(*case)) for case in given)


@check("adam_epoch", "each digit goes with its own label, once in an epoch")
def test_adam_epoch_orders(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    X, _, params, state, alpha, _ = epoch_case(rng, (4, 5, 3), 3, 4, 0.1, 1)
    Y = rng.permutation(3)
    ends = {
        order: one_by_one(reference, X, Y, order, params, state, alpha, new_rng) for order in permutations(range(3))
    }
    demand_own_labels(student, reference, (X[:, :2], np.array([0, 2]), params, state, alpha), new_rng)
    seen = []
    for _ in range(8):
        answer = student.adam_epoch(X, Y, params, state, alpha, 1, new_rng())
        found = [order for order, end in ends.items() if same_tree(answer.value, end)]
        what = "with three digits and batches of one, the result is none that learning from each digit once gives"
        answer.demand(bool(found), what)
        seen += found[:1]
    same = "in eight epochs the digits came in the same order each time"
    X, Y, *_ = epoch_case(rng, (4, 5, 3), 6, 4, 0.1, 1)
    in_order = one_by_one(reference, X, Y, range(6), params, state, alpha, new_rng)
    kept = same_tree(student.adam_epoch(X, Y, params, state, alpha, 1, new_rng()).value, in_order)
    demand(len(set(seen)) > 1, "epoch-never-shuffled" if kept else "epoch-own-seed", same)


def demand_own_labels(student: Any, reference: Any, case: tuple[Any, ...], new_rng: Any) -> None:
    """Of two digits with two labels, none is learned with the label of the other."""
    X, Y, params, state, alpha = case
    mixed = [one_by_one(reference, X, Y[::-1], order, params, state, alpha, new_rng) for order in ((0, 1), (1, 0))]
    for _ in range(6):
        answer = student.adam_epoch(X, Y, params, state, alpha, 1, new_rng())
        wrong = any(same_tree(answer.value, end) for end in mixed)
        answer.demand(not wrong, "a digit was learned with the label of another", "epoch-labels-shuffled-apart")


def one_by_one(
    reference: Any, X: Array, Y: Array, order: Sequence[int], params: Any, state: Any, alpha: float, new_rng: Any
) -> Any:
    """What an epoch with batches of one gives if the digits come in this order."""
    for at in order:
        params, state = reference.adam_epoch(X[:, [at]], Y[[at]], params, state, alpha, 1, new_rng()).value
    return params, state


@check("adam_epoch", "the answer is right, and the arguments stay as they were")
def test_adam_epoch_unmodified(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    case = (*epoch_case(rng, (3, 5, 4), 6, 3, 0.15, 8), new_rng())
    names = ["X", "Y", "params", "state", "alpha", "batch_size", "rng"]
    assert_unmodified(student.adam_epoch(*case), reference.adam_epoch(*case), names)


# -- 12  train_with_adam


def training_case(
    rng: Rng, sizes: tuple[int, int, int], m: int, m_dev: int, alpha: float, epochs: int, batch_size: int, patience: int
) -> tuple[Any, ...]:
    params = parameters(rng, *sizes)
    train, dev = some_digits(rng, sizes[0], m, sizes[2]), some_digits(rng, sizes[0], m_dev, sizes[2])
    return *train, *dev, params, alpha, epochs, batch_size, patience


def dev_losses(reference: Any, case: tuple[Any, ...], epochs: int, new_rng: Any) -> Array:
    """The dev losses of a run that nobody stops."""
    X, Y, X_dev, Y_dev, params, alpha, _, batch_size, _ = case
    run = reference.train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, new_rng())
    return np.asarray(run.value[1])


def rising_case(
    reference: Any,
    rng: Rng,
    new_rng: Any,
    best: range,
    epochs: int,
    patience: int,
    bumpy: bool = False,
    before: bool = False,
) -> tuple[Any, ...]:
    """A run that reaches its lowest dev loss in an epoch of `best`, and then does worse for at least `patience`.

    On a bumpy road it gets better in between, but not as good as it was. With `before` some epochs before the best were
    no progress either, so that whoever counts these too stops earlier.
    """
    low, high = (0.4, 1.6) if bumpy else (0.05, 0.4)
    for _ in range(500):
        case = training_case(rng, (4, 5, 3), 6, 7, float(rng.uniform(low, high)), epochs, 6, patience)
        losses = dev_losses(reference, case, epochs, new_rng)
        at = int(losses.argmin())
        clear = np.sort(losses)[1] - losses.min() > 1e-3
        end = stopped_at(losses, patience)
        falls_again = (np.diff(losses[at : end + 1]) < -1e-3).any()
        progress = np.diff(np.minimum.accumulate(losses[: at + 1])) < 0
        if at in best and clear and end < epochs - 1 and falls_again >= bumpy and (not progress.all()) >= before:
            return case
    raise RuntimeError("no run with a dev loss that rises again was found")


def stopped_at(losses: Array, patience: int) -> int:
    """The epoch after which training stops."""
    for epoch in range(losses.size):
        if epoch - int(losses[: epoch + 1].argmin()) >= patience:
            return epoch
    return int(losses.size) - 1


@check("train_with_adam", "epoch after epoch with the cosine schedule, and the dev loss after each")
def test_train_with_adam_values(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    cases = [
        training_case(rng, (5, 4, 3), 9, 6, 0.05, 5, 9, 7),
        training_case(rng, (3, 6, 4), 7, 5, 0.02, 3, 30, 4),
        training_case(rng, (4, 3, 5), 8, 11, 0.1, 1, 8, 2),
    ]
    given = [(*case, new_rng()) for case in cases]
    assert_all_match((student.train_with_adam(*case), reference.train_with_adam(*case)) for case in given)


@check("train_with_adam", "training stops in time, and the best parameters are kept, not the last")
def test_train_with_adam_stops(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    cases = [
        rising_case(reference, rng, new_rng, best=range(1, 5), epochs=12, patience=2),
        rising_case(reference, rng, new_rng, best=range(1, 6), epochs=14, patience=4, bumpy=True),
        rising_case(reference, rng, new_rng, best=range(0, 1), epochs=9, patience=3),
        rising_case(reference, rng, new_rng, best=range(2, 8), epochs=14, patience=3, bumpy=True, before=True),
        rising_case(reference, rng, new_rng, best=range(1, 6), epochs=9, patience=1),
    ]
    given = [(*case, new_rng()) for case in cases]
    assert_all_match((student.train_with_adam(*case), reference.train_with_adam(*case)) for case in given)


@check("train_with_adam", "mini-batches of the size given, whose steps are counted on from epoch to epoch")
def test_train_with_adam_batches(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    cases = []
    for sizes, m, batch_size in (((5, 4, 3), 10, 4), ((3, 5, 4), 7, 3)):
        X, Y, *rest = training_case(rng, sizes, m, 6, 0.05, 3, batch_size, 3)
        cases.append((*alike((X, Y)), *rest, new_rng()))
    assert_all_match((student.train_with_adam(*case), reference.train_with_adam(*case)) for case in cases)


@check("train_with_adam", "the digits come in a new order in each epoch")
def test_train_with_adam_order(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    X, Y, X_dev, Y_dev, params, alpha, *_ = training_case(rng, (4, 5, 3), 2, 6, 0.05, 2, 1, 2)
    Y = np.array([0, 2])
    state = adam_state(rng, params, 0)
    rates = [float(reference.warmup_cosine(alpha, epoch, 2, 0).value) for epoch in range(2)]
    ends = {}
    for first in ((0, 1), (1, 0)):
        between = one_by_one(reference, X, Y, first, params, state, rates[0], new_rng)
        for second in ((0, 1), (1, 0)):
            last = one_by_one(reference, X, Y, second, between[0], between[1], rates[1], new_rng)
            losses = [float(reference.mean_loss(end[0], X_dev, Y_dev).value) for end in (between, last)]
            kept = between[0] if losses[0] <= losses[1] else last[0]
            ends[first, second] = (kept, np.array(losses))
    same = 0
    for _ in range(18):
        answer = student.train_with_adam(X, Y, X_dev, Y_dev, params, alpha, 2, 1, 2, new_rng())
        found = [orders for orders, end in ends.items() if same_tree(answer.value, end)]
        what = "with two digits, batches of one and two epochs, the result is none that any order of the digits gives"
        answer.demand(bool(found), what)
        same += found[0][0] == found[0][1]
    demand(same < 18, "train-same-order", "in 18 runs the digits came in the same order in both epochs")


@check("train_with_adam", "the answer is right, and the arguments stay as they were")
def test_train_with_adam_unmodified(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    case = (*training_case(rng, (3, 4, 5), 6, 7, 0.08, 2, 6, 2), new_rng())
    names = ["X", "Y", "X_dev", "Y_dev", "params", "alpha", "epochs", "batch_size", "patience", "rng"]
    assert_unmodified(student.train_with_adam(*case), reference.train_with_adam(*case), names)


# -- 13  compare_rates


def comparison(rng: Rng, sizes: tuple[int, int, int], m: int, alphas: list[float], epochs: int, seed: int) -> Any:
    """The arguments of a comparison in which the order of the digits is nothing."""
    X, Y, X_dev, Y_dev, params, *_ = training_case(rng, sizes, m, 8, 0.1, epochs, m, epochs)
    return X, Y, X_dev, Y_dev, params, alphas, epochs, m + 1, seed


@check("compare_rates", "the lowest dev loss of each run, in the order of alphas")
def test_compare_rates_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        comparison(rng, (4, 5, 3), 6, [0.3, 0.02, 0.1, 0.8], 6, 3),
        comparison(rng, (5, 3, 4), 9, [0.01, 0.5], 4, 11),
        comparison(rng, (3, 4, 3), 7, [0.2], 5, 0),
    ]
    rates_match(student, reference, cases, "compare_rates")


@check("compare_rates", "nobody is stopped early: a run that gets worse first may get better")
def test_compare_rates_budget(student: Any, reference: Any, rng: Rng, new_rng: Any) -> None:
    found: dict[int, Any] = {}
    for _ in range(600):
        case = comparison(rng, (4, 5, 3), 7, [0.3, 0.9, 0.6], 7, 5)
        X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, _ = case
        runs = [
            np.asarray(
                reference.train_with_adam(
                    X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, new_rng()
                ).value[1]
            )
            for alpha in alphas
        ]
        if any(losses.argmin() < epochs - 1 for losses in runs):
            for patience in (1, 2, 3):
                if any(would_miss(losses, patience) for losses in runs):
                    found.setdefault(patience, case)
        if len(found) == 3:
            rates_match(student, reference, list(found.values()), "compare_rates")
            return
    raise RuntimeError("no comparison in which patience matters was found")


def would_miss(losses: Array, patience: int) -> bool:
    """Whether a run of this patience misses a loss, clearly lower, that one more patient by 1 still sees."""
    seen, longer = (losses[: stopped_at(losses, p) + 1].min() for p in (patience, patience + 1))
    return bool(seen - longer > 0.01)


@check("compare_rates", "each run has the same start and the same luck")
def test_compare_rates_fair(student: Any, reference: Any, rng: Rng) -> None:
    X, Y, X_dev, Y_dev, params, *_ = training_case(rng, (4, 5, 3), 9, 6, 0.1, 3, 2, 3)
    rest = (3, 2)
    once = student.compare_rates(X, Y, X_dev, Y_dev, params, [0.1, 0.1, 0.1], *rest, 7)
    twice = student.compare_rates(X, Y, X_dev, Y_dev, params, [0.1, 0.1, 0.1], *rest, 7)
    again = student.compare_rates(X, Y, X_dev, Y_dev, params, [0.1], *rest, 7)
    pair = [0.1, 0.03]
    other = [student.compare_rates(X, Y, X_dev, Y_dev, params, pair, *rest, seed) for seed in (1, 2, 3, 4)]
    (losses,) = once.arrays(losses=(3,))
    shown = ", ".join(f"{loss:.4f}" for loss in losses)
    (repeated,) = twice.arrays(losses=(3,))
    steady = (repeated == losses).all()
    twice.demand(steady, "the same call twice gives two different results", "compare-no-seed")
    seen = f"the same rate three times gives {shown}"
    (apart,) = student.compare_rates(X, Y, X_dev, Y_dev, params, [0.1, 0.1, 0.1], *rest, 8).arrays(losses=(3,))
    shifted = np.ptp(losses) > 1e-6 and np.abs(losses[1:] - apart[:-1]).max() < 1e-9
    once.demand(not shifted, seen, "compare-other-seeds")
    once.demand(np.ptp(losses) < 1e-6, seen)
    first = float(again.arrays(losses=(1,))[0][0])
    again.demand(abs(first - losses[0]) < 1e-6, "the same comparison twice gives two different results")
    results = [answer.arrays(losses=(2,))[0] for answer in other]
    moved = any(np.abs(result - results[0]).max() > 1e-9 for result in results)
    whole = reference.compare_rates(X, Y, X_dev, Y_dev, params, pair, 3, 9, 1).value
    one_batch = np.abs(results[0] - np.asarray(whole)).max() < 1e-9
    mistake = "compare-one-batch" if one_batch else "compare-seed-ignored"
    other[0].demand(moved, "four different seeds give the same result", mistake)


@check("compare_rates", "the answer is right, and the arguments stay as they were")
def test_compare_rates_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = comparison(rng, (3, 4, 5), 6, [0.4, 0.05], 3, 2)
    names = ["X", "Y", "X_dev", "Y_dev", "params", "alphas", "epochs", "batch_size", "seed"]
    answer = student.compare_rates(*case)
    assert_matches(answer, reference.compare_rates(*case))
    answer.keeps_arguments(names)


# -- 14  the gate


@check("dev_accuracy_97", "the network reads 97 of 100 handwritten digits that it has not seen")
def test_dev_accuracy_97(
    student: Any, reference: Any, rng: Rng, new_rng: Any, gate: Any, measured: Any, live: bool
) -> None:
    run_gate(student, reference, rng, new_rng, gate, measured, live)
