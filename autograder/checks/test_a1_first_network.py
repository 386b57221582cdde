"""What is claimed of each function of the first network, and what a network built of them must reach.

Sizes are all different wherever they can be, batches are never the one used in class, caches come from real forward
passes, and the inputs that show a rare mistake (a class missing from the batch, an extreme logit, one column) are here.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.a1_gate import run_gate
from autograder.checks.history import check_history
from autograder.judge.checking import (
    Answer,
    CheckFailed,
    Comparison,
    Expected,
    assert_all_match,
    assert_matches,
    assert_unmodified,
    check,
    demand,
)
from autograder.judge.compare import WHOLE, Mismatch, as_array, compare
from autograder.student.outcome import Raised, Returned
from autograder.student.wire import File

Array = np.ndarray[Any, Any]
Rng = np.random.Generator


# -- inputs


def csv_file(rng: Rng, m: int, n_pixels: int, name: str = "digits.csv") -> File:
    """A file as the course's: a header, then a label and n_pixels whole numbers from 0 to 255 a row."""
    table = np.column_stack([rng.integers(0, 10, m), rng.integers(0, 256, (m, n_pixels))])
    table[0, 1:3] = 255, 0
    header = "label," + ",".join(f"pixel{n}" for n in range(n_pixels))
    text = "\n".join([header, *(",".join(map(str, row)) for row in table.tolist())]) + "\n"
    return File(name, gzip.compress(text.encode(), mtime=0) if name.endswith(".gz") else text.encode())


def labels(rng: Rng, m: int, n_classes: int = 10, missing: int | None = None) -> Array:
    """m labels; `missing` is a class that none of them has."""
    Y = rng.integers(0, n_classes, m)
    return np.where(missing == Y, (Y + 1) % n_classes, Y) if missing is not None else Y


def parameters(rng: Rng, n_inputs: int, n_hidden: int, n_outputs: int) -> tuple[Array, Array, Array, Array]:
    """Weights and biases of a network in mid-training: nothing is zero, so nothing can hide."""
    return (
        rng.normal(0, 0.8, (n_hidden, n_inputs)),
        rng.normal(0.3, 0.5, (n_hidden, 1)),
        rng.normal(0, 0.8, (n_outputs, n_hidden)),
        rng.normal(-0.2, 0.5, (n_outputs, 1)),
    )


def probabilities(rng: Rng, reference: Any, n_classes: int, m: int) -> Array:
    """What a softmax gives: columns that add up to 1, none of them close to certain."""
    return np.asarray(reference.softmax(rng.normal(0, 1.2, (n_classes, m))).value)


# -- 1  load_csv


@check("load_csv", "an ordinary file of 28 × 28 digits is read")
def test_load_csv_ordinary(student: Any, reference: Any, rng: Rng) -> None:
    file = csv_file(rng, m=7, n_pixels=784)
    first, again = student.load_csv(file), student.load_csv(file)
    try:
        assert_all_match((answer, reference.load_csv(file)) for answer in (first, again))
    except CheckFailed as failure:
        if stopped_at_bytes(first):
            failure.mistake = "load-bytes-for-text"
        if (before := digits_in(first)) and digits_in(again) > before:
            failure.mistake = "load-digits-pile-up"
            failure.seen = f"the same file, read twice, gives {before} digits and then {digits_in(again)}"
        raise


def digits_in(answer: Answer) -> int:
    """How many digits a call of load_csv has brought, by its X; 0 where that is no matrix."""
    value = answer.outcome.value if isinstance(answer.outcome, Returned) else None
    X = as_array(value[0]) if isinstance(value, tuple | list) and value else None
    return X.shape[1] if X is not None and X.ndim == 2 else 0


def stopped_at_bytes(answer: Answer) -> bool:
    """Whether a call raised because it had bytes where text belongs."""
    outcome = answer.outcome
    return isinstance(outcome, Raised) and outcome.type_name in ("TypeError", "Error") and "bytes" in outcome.text


@check("load_csv", "pictures of another size are read, a few digits or many")
def test_load_csv_other_sizes(student: Any, reference: Any, rng: Rng) -> None:
    files = [csv_file(rng, m, n_pixels) for m, n_pixels in ((23, 12), (5, 16), (2, 9), (1203, 3))]
    assert_all_match((student.load_csv(file), reference.load_csv(file)) for file in files)


@check("load_csv", "a compressed file (.csv.gz) is read")
def test_load_csv_compressed(student: Any, reference: Any, rng: Rng) -> None:
    file = csv_file(rng, m=6, n_pixels=25, name="digits.csv.gz")
    answer = student.load_csv(file)
    try:
        assert_matches(answer, reference.load_csv(file))
    except CheckFailed as failure:
        if stopped_at_bytes(answer):
            failure.mistake = "load-bytes-for-text"
        raise


@check("load_csv", "pixels come as floats and labels as whole numbers")
def test_load_csv_number_types(student: Any, reference: Any, rng: Rng) -> None:
    file = csv_file(rng, m=8, n_pixels=15)
    answer = student.load_csv(file)
    assert_matches(answer, reference.load_csv(file))
    X, Y = answer.arrays(X=(15, 8), Y=(8,))
    demand(X.dtype != np.uint8, "load-pixels-uint8", f"X holds numbers of the type {X.dtype}")
    demand(X.dtype.kind == "f", "load-pixels-integers", f"X holds numbers of the type {X.dtype}")
    demand(Y.dtype.kind in "iu", "load-labels-float", f"Y holds numbers of the type {Y.dtype}")


# -- 2  normalize


@check("normalize", "pixels from 0 to 255 become numbers from 0 to 1")
def test_normalize_values(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.integers(0, 256, shape).astype(float) for shape in ((784, 3), (12, 7))]
    assert_all_match((student.normalize(X), reference.normalize(X)) for X in inputs)


@check("normalize", "a dark picture stays dark: everything is divided by the same number")
def test_normalize_dark(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.integers(0, top, (16, m)).astype(float) for top, m in ((100, 5), (3, 9), (200, 1))]
    assert_all_match((student.normalize(X), reference.normalize(X)) for X in inputs)


@check("normalize", "the answer is right, and the argument stays as it was")
def test_normalize_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    X = rng.integers(0, 256, (9, 4)).astype(float)
    assert_unmodified(student.normalize(X), reference.normalize(X), ["X"])


# -- 3  train_dev_split: any random split is right, so its properties are judged


def split_inputs(rng: Rng, n_features: int, m: int) -> tuple[Array, Array]:
    """Examples that can be told apart: the first pixel of each is a number of its own."""
    X = rng.integers(1000, 2000, (n_features, m)).astype(float)
    X[0] = rng.permutation(m)
    return X, labels(rng, m)


def split_parts(answer: Answer, n_features: int, m: int, n_dev: int) -> tuple[Array, ...]:
    """The four outputs; where their sizes are wrong, the sizes tell which mistake it is."""
    outcome = answer.outcome
    beyond = f"out of bounds for axis 0 with size {n_features}"
    if isinstance(outcome, Raised) and outcome.type_name == "IndexError" and n_features < m and beyond in outcome.text:
        mismatch = Mismatch("outcome", WHOLE, None, outcome)
        answer.log.comparisons.append(Comparison(answer, None, {WHOLE: mismatch}))
        raise CheckFailed(mismatch, "split-picks-rows")
    value = answer.value
    items = [as_array(item) for item in value] if isinstance(value, tuple | list) and len(value) == 4 else []
    shapes = [item.shape for item in items if item is not None]
    if [len(shape) for shape in shapes] == [2, 1, 2, 1]:
        n_train, got = shapes[0][1], shapes[2][1]
        seen = f"of {m} examples, {n_train} are in train and {got} in dev; {n_dev} were asked for in dev"
        known = shapes[0][0] == shapes[2][0] == n_features
        sizes = {(m, n_dev): "split-train-keeps-all", (n_dev, m - n_dev): "split-sets-swapped"}
        if m > 1000:
            sizes |= {(m - 1000, 1000): "split-thousand-hard-coded", (0, m): "split-n-dev-as-fraction"}
        if known and (n_train, got) != (m - n_dev, n_dev):
            answer.demand((n_train, got) not in sizes, seen, sizes.get((n_train, got), ""))
            answer.demand(got in (n_dev, m) or n_train + got != m, seen, "split-dev-wrong-size")
            answer.demand(got != n_dev or n_train + got > m, seen, "split-digit-lost")
            copies = got - np.unique(np.asarray(value[2]), axis=1).shape[1]
            answer.demand(got != n_dev or n_train > m, seen, "split-with-replacement" if copies else "split-overlap")
    return answer.arrays(
        X_train=(n_features, m - n_dev), Y_train=(m - n_dev,), X_dev=(n_features, n_dev), Y_dev=(n_dev,)
    )


def examples_of(X_part: Array, X: Array) -> Array:
    """The column of X that each column of a part is; fails where one is no column of X."""
    demand(
        np.isfinite(X_part.astype(float)).all(), "split-pixels-shuffled", "a set that you return holds NaN or infinity"
    )
    number = {int(first): column for column, first in enumerate(X[0])}
    found = np.array([number.get(int(first), -1) for first in X_part[0]], dtype=int)
    whole = (found >= 0) & (X_part == X[:, found]).all(axis=0)
    demand(
        whole.all(),
        "split-pixels-shuffled",
        f"column {int(np.argmin(whole))} of a set that you return is none of the columns of X",
    )
    return found


@check("train_dev_split", "dev has n_dev examples, train the others, and none is lost or doubled")
def test_train_dev_split_complete(student: Any, rng: Rng, new_rng: Any) -> None:
    splits = []
    for n_features, m, n_dev in ((2, 1300, 50), (7, 60, 13), (5, 9, 4), (3, 130, 110)):
        X, Y = split_inputs(rng, n_features, m)
        splits.append((X, n_dev, student.train_dev_split(X, Y, n_dev, new_rng())))
    for X, n_dev, answer in splits:
        X_train, _, X_dev, _ = split_parts(answer, X.shape[0], X.shape[1], n_dev)
        train, dev = examples_of(X_train, X), examples_of(X_dev, X)
        both = np.intersect1d(train, dev)
        for name, part in (("train", train), ("dev", dev)):
            copies = part.size - np.unique(part).size
            demand(copies == 0, "split-with-replacement", f"{copies} of the {part.size} examples in {name} are copies")
        demand(both.size == 0, "split-overlap", f"{both.size} of the {n_dev} dev examples are in train too")


@check("train_dev_split", "every example keeps its own label")
def test_train_dev_split_labels(student: Any, rng: Rng, new_rng: Any) -> None:
    X, Y = split_inputs(rng, 6, 80)
    answer = student.train_dev_split(X, Y, 17, new_rng())
    X_train, Y_train, X_dev, Y_dev = split_parts(answer, 6, 80, 17)
    train, dev = examples_of(X_train, X), examples_of(X_dev, X)
    wrong = int((Y[train] != Y_train).sum() + (Y[dev] != Y_dev).sum())
    mistake = "split-shuffled-apart"
    if in_order(train, dev, np.arange(80)):
        mistake = "split-only-y-shuffled"
    if in_order(Y_train, Y_dev, Y):
        mistake = "split-only-x-shuffled"
    demand(wrong == 0, mistake, f"{wrong} of 80 examples have another label than before")


def in_order(train: Array, dev: Array, all_of_them: Array) -> bool:
    """Whether the two sets, one after the other, are what was given, in its order."""
    orders = (np.concatenate([train, dev]), np.concatenate([dev, train]))
    return any(bool((order == all_of_them).all()) for order in orders)


@check("train_dev_split", "the split is random, and drawn from rng")
def test_train_dev_split_random(student: Any, rng: Rng, new_rng: Any) -> None:
    X, Y = split_inputs(rng, 4, 70)
    one, other = new_rng(), new_rng()
    drawn = []
    for generator in (one, one, other):
        answer = student.train_dev_split(X, Y, 21, generator)
        X_train, _, X_dev, _ = split_parts(answer, 4, 70, 21)
        drawn.append((examples_of(X_dev, X), examples_of(X_train, X)))
    (dev, _), (again, _), (another, _) = drawn
    ordered = all(in_one_piece(part) for part in drawn[0])
    demand(not ordered, "split-not-shuffled", f"dev holds examples {dev.min()} to {dev.max()}, in one piece")
    block = in_one_piece(dev) or in_one_piece(drawn[0][1])
    demand(not block, "split-random-block", "the examples in dev stood side by side in what was given")
    demand((dev == again).all(), "split-ignores-rng", "two calls with equal generators give two different splits")
    demand((dev != another).any(), "split-own-seed", "two calls with different generators give the same split")


def in_one_piece(part: Array) -> bool:
    """Whether examples stood side by side, whatever their order now."""
    return bool((np.sort(part) == np.arange(part.min(), part.min() + part.size)).all())


@check("train_dev_split", "the answer is right, and the arguments stay as they were")
def test_train_dev_split_unmodified(student: Any, rng: Rng, new_rng: Any) -> None:
    X, Y = split_inputs(rng, 5, 40)
    answer = student.train_dev_split(X, Y, 8, new_rng())
    X_train, Y_train, X_dev, Y_dev = split_parts(answer, 5, 40, 8)
    right = (Y[examples_of(X_train, X)] == Y_train).all() and (Y[examples_of(X_dev, X)] == Y_dev).all()
    demand(right, "split-shuffled-apart", "examples have another label than before")
    answer.keeps_arguments(["X", "Y"])


# -- 4  one_hot


@check("one_hot", "each column has one 1, in the row of its label")
def test_one_hot_values(student: Any, reference: Any, rng: Rng) -> None:
    batches = [np.concatenate([rng.permutation(10), labels(rng, 3)]), labels(rng, 123)]
    assert_all_match((student.one_hot(Y), reference.one_hot(Y)) for Y in batches)


@check("one_hot", "a class that is missing from the batch keeps its row")
def test_one_hot_missing_class(student: Any, reference: Any, rng: Rng) -> None:
    batches = [labels(rng, 12, missing=9), labels(rng, 8, n_classes=5), np.array([3]), np.array([0, 2, 0, 7])]
    assert_all_match((student.one_hot(Y), reference.one_hot(Y)) for Y in batches)


@check("one_hot", "n_classes says how many rows there are")
def test_one_hot_n_classes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(labels(rng, m, n_classes), n_classes) for m, n_classes in ((6, 4), (9, 26), (2, 3))]
    assert_all_match((student.one_hot(Y, n_classes=n), reference.one_hot(Y, n_classes=n)) for Y, n in cases)


@check("one_hot", "the answer is right, and the argument stays as it was")
def test_one_hot_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    Y = labels(rng, 11)
    assert_unmodified(student.one_hot(Y), reference.one_hot(Y), ["Y"])


# -- 5  init_params: any sensible random weights are right, so their properties are judged

CLASS_SIZES = (784, 30, 10)


def parameter_arrays(answer: Answer, n_inputs: int, n_hidden: int, n_outputs: int) -> tuple[Array, ...]:
    arrays = answer.arrays(W1=(n_hidden, n_inputs), b1=(n_hidden, 1), W2=(n_outputs, n_hidden), b2=(n_outputs, 1))
    for name, array in zip(("W1", "b1", "W2", "b2"), arrays, strict=True):
        answer.demand_finite(name, array)
    return arrays


@check("init_params", "weights and biases have the right shapes, whatever the sizes")
def test_init_params_shapes(student: Any, new_rng: Any) -> None:
    sizes = [(7, 5, 4), (13, 3, 6), (784, 10, 10), (2, 8, 3)]
    answers = [student.init_params(*size, new_rng()) for size in sizes]
    for size, answer in zip(sizes, answers, strict=True):
        W1, _, W2, _ = parameter_arrays(answer, *size)
        demand_alive(W1, W2)


def demand_alive(W1: Array, W2: Array) -> None:
    """The weights are not all one number."""
    for name, W in (("W1", W1), ("W2", W2)):
        demand(W.any(), "init-w2-zeros" if name == "W2" else "init-zeros", f"all {W.size} weights of {name} are 0")
        demand((W.flat[0] != W).any(), "init-constant", f"all {W.size} weights of {name} are {W.flat[0]:g}")


@check("init_params", "no two hidden units are alike")
def test_init_params_units_differ(student: Any, new_rng: Any) -> None:
    W1, _, W2, _ = parameter_arrays(student.init_params(11, 9, 6, new_rng()), 11, 9, 6)
    demand_alive(W1, W2)
    different = len({row.tobytes() for row in W1})
    demand(different == 9, "init-rows-identical", f"only {different} of the 9 rows of W1 are different")
    demand((np.round(W1) != W1).any(), "init-integers", f"W1 holds only whole numbers, such as {W1.flat[0]:g}")
    inputs = len({column.tobytes() for column in W1.T})
    demand(inputs > 1, "init-columns-identical", "each row of W1 holds one number, 11 times over")


@check("init_params", "the weights are small and centred on 0")
def test_init_params_scale(student: Any, new_rng: Any) -> None:
    W1, b1, W2, b2 = parameter_arrays(student.init_params(*CLASS_SIZES, new_rng()), *CLASS_SIZES)
    demand_alive(W1, W2)
    for name, W in (("W1", W1), ("W2", W2)):
        mean, spread = float(W.mean()), float(W.std())
        demand((np.round(W) != W).any(), "init-integers", f"{name} holds only whole numbers, such as {W.flat[0]:g}")
        seen = f"the weights of {name} lie between {W.min():.2g} and {W.max():.2g} and have the mean {mean:.2g}"
        demand(abs(mean) < 0.5 * spread, "init-not-centred" if mean > 0 else "init-too-negative", seen)
    spread, second = float(W1.std()), float(W2.std())
    seen = f"the weights of W1 have a spread (standard deviation) of {spread:.2g}, for 784 inputs"
    demand(spread < 3 or spread < 2 * second, "init-scale-inverted", seen)
    normal = 0.8 < spread < 1.25 and np.abs(W1).max() > 2.5 * spread  # uniform numbers end at 1.73 times their spread
    demand(spread < 0.7, "init-unscaled-normal" if normal else "init-too-large", seen)
    demand(spread > 1e-4 and second > 1e-4, "init-too-small", seen)
    seen = f"the weights of W2 have a spread (standard deviation) of {second:.2g}, for 30 hidden units"
    demand(second < 0.8, "init-w2-too-large", seen)
    largest = max(float(np.abs(b).max()) for b in (b1, b2))
    demand(largest < 10, "init-biases-too-large", f"a bias is {largest:.3g}")


@check("init_params", "the weights are drawn from rng")
def test_init_params_rng(student: Any, new_rng: Any) -> None:
    one, other = new_rng(), new_rng()
    first, again, another = (
        parameter_arrays(student.init_params(6, 5, 4, generator), 6, 5, 4) for generator in (one, one, other)
    )
    demand_alive(first[0], first[2])
    for name, at in (("W1", 0), ("W2", 2)):
        demand(
            (first[at] == again[at]).all(),
            "init-ignores-rng",
            f"two calls with equal generators give two different {name}",
        )
        demand(
            (first[at] != another[at]).any(),
            "init-own-seed",
            f"two calls with different generators give the same {name}",
        )


# -- 6  relu


@check("relu", "negative numbers become 0, the others stay")
def test_relu_values(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 2, (7, 6)), np.array([[-3.0, 0.0, 2.5], [1e-3, -1e-3, -0.5]])]
    assert_all_match((student.relu(Z), reference.relu(Z)) for Z in inputs)


@check("relu", "any shape and any size of numbers, one column or many")
def test_relu_shapes(student: Any, reference: Any, rng: Rng) -> None:
    scales_and_shapes = ((1, (5, 1)), (100, (1, 8)), (1e4, (10, 123)), (1e-2, (3, 4)))
    inputs = [rng.normal(0, scale, shape) for scale, shape in scales_and_shapes]
    assert_all_match((student.relu(Z), reference.relu(Z)) for Z in inputs)


@check("relu", "the answer is right, and the argument stays as it was")
def test_relu_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    Z = rng.normal(0, 2, (4, 9))
    assert_unmodified(student.relu(Z), reference.relu(Z), ["Z"])


# -- 7  softmax


@check("softmax", "each column becomes a probability distribution")
def test_softmax_values(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 2, shape) for shape in ((10, 6), (4, 7), (3, 3))]
    assert_all_match((student.softmax(Z), reference.softmax(Z)) for Z in inputs)


@check("softmax", "one column or many")
def test_softmax_columns(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(1, 2, shape) for shape in ((5, 1), (10, 123), (2, 8))]
    assert_all_match((student.softmax(Z), reference.softmax(Z)) for Z in inputs)


@check("softmax", "large numbers do no harm")
def test_softmax_large(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [
        rng.normal(0, 3, (6, 4)) + 1000,
        rng.normal(0, 3, (4, 5)) - 1000,
        rng.normal(0, 300, (10, 7)),
        rng.uniform(-1e5, 1e5, (3, 8)),
        rng.normal(0, 3, (5, 4)) + np.array([[-2000.0], [500.0], [0.0], [900.0], [-800.0]]),  # rows far apart
    ]
    assert_all_match((student.softmax(Z), reference.softmax(Z)) for Z in map(exact_in_float32, inputs))


def exact_in_float32(array: Array) -> Array:
    """The nearest numbers that float32 holds too: beside 100,000 it has no room for a logit's decimals."""
    return array.astype(np.float32).astype(float)


@check("softmax", "columns that lie far apart do not disturb each other")
def test_softmax_far_apart(student: Any, reference: Any, rng: Rng) -> None:
    far = np.array([0.0, 2000.0, -2000.0, 1e5, -1e5])
    inputs = [rng.normal(0, 2, (7, 5)) + far, rng.normal(0, 2, (4, 3)) + np.array([-900.0, 30.0, 900.0])]
    assert_all_match((student.softmax(Z), reference.softmax(Z)) for Z in map(exact_in_float32, inputs))


@check("softmax", "the answer is right, and the argument stays as it was")
def test_softmax_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    Z = rng.normal(0, 2, (5, 8))
    assert_unmodified(student.softmax(Z), reference.softmax(Z), ["Z"])


# -- 8  forward_prop


@check("forward_prop", "Z1, A1, Z2 and A2 are right for a small network")
def test_forward_prop_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*parameters(rng, *sizes), rng.random((sizes[0], m))) for sizes, m in (((7, 5, 4), 6), ((3, 8, 6), 9))]
    assert_all_match((student.forward_prop(*case), reference.forward_prop(*case)) for case in cases)


@check("forward_prop", "one digit or many, in the sizes of class and others")
def test_forward_prop_batches(student: Any, reference: Any, rng: Rng) -> None:
    sizes_and_m = (((6, 4, 3), 1), ((5, 7, 10), 123), ((784, 10, 10), 8), ((10, 10, 10), 10))
    cases = [
        (W1 * (6 / sizes[0]) ** 0.5, b1, W2, b2, rng.random((sizes[0], m)))
        for sizes, m in sizes_and_m
        for W1, b1, W2, b2 in [parameters(rng, *sizes)]
    ]
    W1, b1, W2, b2 = parameters(rng, 6, 5, 7)
    cases.append((W1, b1, 4000 * W2, b2, rng.random((6, 9))))  # logits of thousands, each column sure of one class
    assert_all_match((student.forward_prop(*case), reference.forward_prop(*case)) for case in cases)


@check("forward_prop", "the answer is right, and the arguments stay as they were")
def test_forward_prop_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (*parameters(rng, 8, 6, 5), rng.random((8, 7)))
    assert_unmodified(student.forward_prop(*case), reference.forward_prop(*case), ["W1", "b1", "W2", "b2", "X"])


# -- 9  cross_entropy


@check("cross_entropy", "the mean of −log of the probability of the true class")
def test_cross_entropy_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(probabilities(rng, reference, 10, m), labels(rng, m)) for m in (7, 6)]
    assert_all_match((student.cross_entropy(A2, Y), reference.cross_entropy(A2, Y)) for A2, Y in cases)


@check("cross_entropy", "one digit or many, and a class missing from the batch")
def test_cross_entropy_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        (probabilities(rng, reference, 10, 1), labels(rng, 1)),
        (probabilities(rng, reference, 10, 123), labels(rng, 123)),
        (probabilities(rng, reference, 10, 8), labels(rng, 8, n_classes=6)),
    ]
    assert_all_match((student.cross_entropy(A2, Y), reference.cross_entropy(A2, Y)) for A2, Y in cases)


@check("cross_entropy", "finite and large where the true class has probability 0")
def test_cross_entropy_zero(student: Any, reference: Any, rng: Rng) -> None:
    A2, Y = probabilities(rng, reference, 10, 5), labels(rng, 5)
    with_one = A2.copy()
    with_one[:, 2] = np.eye(10)[(Y[2] + 3) % 10]
    sure_and_wrong = np.eye(10)[:, [3]]
    others = -np.log(np.delete(A2[Y, np.arange(5)], 2)).sum()
    ordinary = student.cross_entropy(A2, Y)
    answers = [
        (student.cross_entropy(sure_and_wrong, np.array([7])), 1, 0.0),
        (student.cross_entropy(with_one, Y), 5, others),
    ]
    found = [(answer, float(answer.arrays(loss=())[0]), 9 / m + rest / m) for answer, m, rest in answers]
    asked = "where the true class has probability 0, the loss is"
    p, usual = A2[Y, np.arange(5)], float(ordinary.arrays(loss=())[0])
    with np.errstate(all="ignore"):
        floor = np.exp(-found[0][1])
        by_floor = np.isclose(usual, [-np.log(np.maximum(p, floor)).mean(), -np.log(p + floor).mean()], rtol=1e-3).any()
    if not by_floor:
        assert_matches(ordinary, reference.cross_entropy(A2, Y))
    for answer, loss, least in found:
        answer.demand(not np.isnan(loss), f"{asked} NaN (not a number)")
        answer.demand(np.isfinite(loss), f"{asked} infinite")
        seen = f"{asked} {loss:.3g}; it should be above {least:.2g}"
        answer.demand(loss > least, seen, "cross-entropy-floor-too-high" if loss > 0 and by_floor else "")
    assert_matches(ordinary, reference.cross_entropy(A2, Y))


@check("cross_entropy", "the answer is right, and the arguments stay as they were")
def test_cross_entropy_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    A2, Y = probabilities(rng, reference, 10, 9), labels(rng, 9)
    A2[(Y[0] + 1) % 10, 0] = 0  # a class that is not the true one: what a floor does to it must not show
    assert_unmodified(student.cross_entropy(A2, Y), reference.cross_entropy(A2, Y), ["A2", "Y"])


# -- 10  relu_deriv


@check("relu_deriv", "1 where z is positive, 0 elsewhere")
def test_relu_deriv_values(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 2, (7, 6)), rng.normal(0, 50, (4, 9))]
    assert_all_match((student.relu_deriv(Z), reference.relu_deriv(Z)) for Z in inputs)


@check("relu_deriv", "at exactly 0 it is 0")
def test_relu_deriv_at_zero(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.integers(-2, 3, (5, 8)).astype(float), np.array([[0.0, -1.5, 2.0]])]
    assert_all_match((student.relu_deriv(Z), reference.relu_deriv(Z)) for Z in inputs)


@check("relu_deriv", "one column or many")
def test_relu_deriv_shapes(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 1, shape) for shape in ((6, 1), (10, 123), (1, 5))]
    assert_all_match((student.relu_deriv(Z), reference.relu_deriv(Z)) for Z in inputs)


@check("relu_deriv", "the answer is right, and the argument stays as it was")
def test_relu_deriv_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    Z = rng.normal(0, 2, (3, 9))
    assert_unmodified(student.relu_deriv(Z), reference.relu_deriv(Z), ["Z"])


# -- 11  backward_prop

BACKWARD_ARGUMENTS = ["Z1", "A1", "A2", "W2", "X", "Y"]


def backward_case(reference: Any, rng: Rng, n_inputs: int, n_hidden: int, m: int) -> tuple[Array, ...]:
    """The arguments of one backward pass, with caches from a real forward pass through ten outputs."""
    W1, b1, W2, b2 = parameters(rng, n_inputs, n_hidden, 10)
    W1 = W1 * (6 / n_inputs) ** 0.5
    X = rng.random((n_inputs, m))
    Z1, A1, _, A2 = reference.forward_prop(W1, b1, W2, b2, X).value
    return Z1, A1, A2, W2, X, labels(rng, m)


def assert_backward(student: Any, reference: Any, cases: list[tuple[Array, ...]]) -> None:
    assert_all_match((student.backward_prop(*case), reference.backward_prop(*case)) for case in cases)


@check("backward_prop", "the four gradients are right for a small network")
def test_backward_prop_values(student: Any, reference: Any, rng: Rng) -> None:
    sizes = ((7, 5, 6), (4, 12, 9))
    assert_backward(student, reference, [backward_case(reference, rng, *size) for size in sizes])


@check("backward_prop", "one digit or many: the mean is over the digits of this batch")
def test_backward_prop_batches(student: Any, reference: Any, rng: Rng) -> None:
    sizes = ((6, 3, 1), (5, 8, 123), (9, 4, 101), (10, 10, 10))
    assert_backward(student, reference, [backward_case(reference, rng, *size) for size in sizes])


@check("backward_prop", "the sizes of class: 784 pixels, 10 hidden units")
def test_backward_prop_class_sizes(student: Any, reference: Any, rng: Rng) -> None:
    assert_backward(student, reference, [backward_case(reference, rng, 784, 10, 16)])


@check("backward_prop", "a batch in which a class is missing")
def test_backward_prop_missing_class(student: Any, reference: Any, rng: Rng) -> None:
    *caches, Y = backward_case(reference, rng, 8, 6, 14)
    case = (*caches, Y % 7)
    assert_backward(student, reference, [case])


@check("backward_prop", "the answer is right, and the arguments stay as they were")
def test_backward_prop_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = backward_case(reference, rng, 3, 7, 11)
    assert_unmodified(student.backward_prop(*case), reference.backward_prop(*case), BACKWARD_ARGUMENTS)


# -- 12  update_params


def update_case(rng: Rng, n_inputs: int, n_hidden: int, n_outputs: int, alpha: float) -> tuple[Any, ...]:
    gradients = [0.3 * array for array in parameters(rng, n_inputs, n_hidden, n_outputs)]
    return *parameters(rng, n_inputs, n_hidden, n_outputs), *gradients, alpha


@check("update_params", "each parameter takes one step against its gradient")
def test_update_params_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [update_case(rng, 7, 5, 4, 0.1), update_case(rng, 3, 6, 8, 0.1)]
    assert_all_match((student.update_params(*case), reference.update_params(*case)) for case in cases)


@check("update_params", "the learning rate alpha is the one given")
def test_update_params_alpha(student: Any, reference: Any, rng: Rng) -> None:
    cases = [update_case(rng, 4, 3, 5, alpha) for alpha in (0.37, 2.5, 0.004)]
    *params, dW1, db1, dW2, db2, alpha = update_case(rng, 5, 4, 6, 0.02)
    steep = (*params, *(100 * gradient for gradient in (dW1, db1, dW2, db2)), alpha)  # a cliff has a gradient too
    answers = [student.update_params(*case) for case in (*cases, steep)]
    due = [reference.update_params(*case) for case in (*cases, steep)]
    try:
        assert_all_match(zip(answers, due, strict=True))
    except CheckFailed as failure:
        if not any(compare(a.outcome, d.value) for a, d in zip(answers[:-1], due[:-1], strict=True)):
            kinds = {mismatch.kind for mismatch in compare(answers[-1].outcome, due[-1].value).values()}
            if kinds == {"value"} and no_longer_steps(answers[-1], due[-1], params):
                failure.mistake = "update-large-gradients-bounded"
                failure.seen = "the step is right where the gradients are small, and too short where they are large"
        raise


def no_longer_steps(answer: Answer, expected: Expected, start: Sequence[Array]) -> bool:
    """Whether no number has moved further than it should, but for rounding."""
    moved = [np.abs(np.asarray(new) - old) for new, old in zip(answer.value, start, strict=True)]
    due = [np.abs(new - old) for new, old in zip(expected.value, start, strict=True)]
    return all((went <= 1.001 * right + 1e-6).all() for went, right in zip(moved, due, strict=True))


@check("update_params", "a second step goes on from the first")
def test_update_params_twice(student: Any, reference: Any, rng: Rng) -> None:
    *_, dW1, db1, dW2, db2, alpha = first = update_case(rng, 6, 4, 3, 0.25)
    halfway = reference.update_params(*first)
    second = (*halfway.value, dW1, db1, dW2, db2, alpha)
    assert_all_match(
        [(student.update_params(*first), halfway), (student.update_params(*second), reference.update_params(*second))]
    )


@check("update_params", "the answer is right, and the gradients stay as they were")
def test_update_params_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = update_case(rng, 5, 7, 6, 0.6)
    answer = student.update_params(*case)
    assert_matches(answer, reference.update_params(*case))
    answer.keeps_arguments(["W1", "b1", "W2", "b2", "dW1", "db1", "dW2", "db2"], may_change=range(4))


# -- 13  get_predictions


@check("get_predictions", "the row of the largest probability in each column")
def test_get_predictions_values(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [probabilities(rng, reference, 10, 7), probabilities(rng, reference, 10, 13)]
    assert_all_match((student.get_predictions(A2), reference.get_predictions(A2)) for A2 in inputs)


@check("get_predictions", "one digit or many, ten classes or fewer")
def test_get_predictions_shapes(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [probabilities(rng, reference, n_classes, m) for n_classes, m in ((10, 1), (10, 123), (4, 6), (3, 9))]
    assert_all_match((student.get_predictions(A2), reference.get_predictions(A2)) for A2 in inputs)


@check("get_predictions", "the answer is right, and the argument stays as it was")
def test_get_predictions_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    A2 = probabilities(rng, reference, 10, 8)
    assert_unmodified(student.get_predictions(A2), reference.get_predictions(A2), ["A2"])


# -- 14  get_accuracy


def guesses(rng: Rng, m: int, right: int) -> tuple[Array, Array]:
    """Predictions for m digits, of which `right` are right, in random places."""
    Y = labels(rng, m)
    predictions = (Y + rng.integers(1, 10, m)) % 10
    at = rng.permutation(m)[:right]
    predictions[at] = Y[at]
    return predictions, Y


def with_ends(predictions: Array, Y: Array, first: bool) -> tuple[Array, Array]:
    """The same digits in another order: the first is right and the last is wrong, or the other way round."""
    right = predictions == Y
    begin, end = np.flatnonzero(right == first)[0], np.flatnonzero(right != first)[0]
    order = [begin, *(at for at in range(Y.size) if at not in (begin, end)), end]
    return predictions[order], Y[order]


@check("get_accuracy", "the share of predictions that are right")
def test_get_accuracy_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [with_ends(*guesses(rng, m, n), first) for m, n, first in ((7, 3, True), (12, 9, True), (5, 1, False))]
    cases.append(guesses(rng, 17, int(rng.integers(2, 16))))
    assert_all_match((student.get_accuracy(*case), reference.get_accuracy(*case)) for case in cases)


@check("get_accuracy", "all right is 1, none right is 0, and the size of the batch does not matter")
def test_get_accuracy_extremes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [guesses(rng, m, right) for m, right in ((6, 6), (8, 0), (1, 1), (130, int(rng.integers(40, 120))))]
    assert_all_match((student.get_accuracy(*case), reference.get_accuracy(*case)) for case in cases)


@check("get_accuracy", "the answer is right, and the arguments stay as they were")
def test_get_accuracy_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = guesses(rng, 9, int(rng.integers(2, 8)))
    assert_unmodified(student.get_accuracy(*case), reference.get_accuracy(*case), ["predictions", "Y"])


# -- 15  make_predictions


@check("make_predictions", "the class that the network finds most probable")
def test_make_predictions_values(student: Any, reference: Any, rng: Rng) -> None:
    sizes_and_m = (((7, 5, 10), 17), ((4, 6, 3), 13))
    cases = [(rng.random((sizes[0], m)), *parameters(rng, *sizes)) for sizes, m in sizes_and_m]
    assert_all_match((student.make_predictions(*case), reference.make_predictions(*case)) for case in cases)


@check("make_predictions", "one digit or many, in the sizes of class and others")
def test_make_predictions_batches(student: Any, reference: Any, rng: Rng) -> None:
    sizes_and_m = (((6, 4, 10), 1), ((5, 8, 10), 123), ((784, 10, 10), 14))
    cases = [(rng.random((sizes[0], m)), *parameters(rng, *sizes)) for sizes, m in sizes_and_m]
    W1, b1, W2, b2 = parameters(rng, 5, 6, 10)
    X = rng.random((5, 31))
    cases += [(X, W1, b1, W2, b2 - 20), (X, W1, b1, 4000 * W2, b2)]  # no logit above 0; logits of thousands
    assert_all_match((student.make_predictions(*case), reference.make_predictions(*case)) for case in cases)


@check("make_predictions", "the answer is right, and the arguments stay as they were")
def test_make_predictions_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (rng.random((8, 9)), *parameters(rng, 8, 6, 10))
    assert_unmodified(student.make_predictions(*case), reference.make_predictions(*case), ["X", "W1", "b1", "W2", "b2"])


# -- 16  gradient_descent


def training_case(rng: Rng, n_inputs: int, n_hidden: int, m: int) -> tuple[Array, Array, tuple[Array, ...]]:
    """A small problem: examples, labels and parameters to start from."""
    W1, b1, W2, b2 = parameters(rng, n_inputs, n_hidden, 10)
    return rng.random((n_inputs, m)), labels(rng, m), (W1, b1, W2, b2)


@check("gradient_descent", "the parameters are right after a few steps")
def test_gradient_descent_parameters(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        (*training_case(rng, 7, 5, 23), 0.37, 7),
        (*training_case(rng, 4, 6, 9), 0.1, 12),
        (*training_case(rng, 5, 3, 130), 0.2, 1),
    ]
    try:
        assert_all_match((student.gradient_descent(*case), reference.gradient_descent(*case)) for case in cases)
    except CheckFailed as failure:
        if failure.mismatch is not None and failure.mismatch.kind == "shape":
            failure.mistake = "descent-random-start"  # the parameters that came back are not those that went in
        raise


@check("gradient_descent", "the second step and the third are as right as the first")
def test_gradient_descent_steps(student: Any, reference: Any, rng: Rng) -> None:
    case = (*training_case(rng, 4, 5, 16), 0.3)
    answers = [student.gradient_descent(*case, steps) for steps in (1, 2, 3)]
    pairs = [(answer, reference.gradient_descent(*case, steps)) for steps, answer in enumerate(answers, start=1)]
    try:
        assert_all_match(pairs)
    except CheckFailed as failure:
        first, *_ = answers[0].log.comparisons
        if not first.mismatches:
            failure.mistake = "descent-changes-on-the-way"
            failure.seen = "after one step the parameters are right, after two or three they are not"
        elif length := step_length(answers[0], pairs[0][1], case[2]):
            failure.mistake = "descent-other-step-length"
            failure.seen = f"the first step is {length:.3g} times as long as it should be"
        raise


def step_length(answer: Answer, expected: Expected, start: tuple[Array, ...]) -> float:
    """How many times as long as the right step a step is, where it has the same direction; else 0."""
    mismatches = compare(answer.outcome, expected.value, answer.log.names)
    if any(mismatch.kind != "value" for mismatch in mismatches.values()):
        return 0.0
    went = np.concatenate([(after - before).ravel() for after, before in zip(answer.value[0], start, strict=True)])
    due = np.concatenate([(after - before).ravel() for after, before in zip(expected.value[0], start, strict=True)])
    length = float(went @ due / (due @ due))
    return length if length > 1e-6 and np.abs(went - length * due).max() < 1e-4 * np.abs(went).max() else 0.0


@check("gradient_descent", "the learning rate alpha is the one given")
def test_gradient_descent_alpha(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*training_case(rng, 3, 4, m), alpha, 6) for m, alpha in ((11, 0.02), (8, 0.8))]
    assert_all_match((student.gradient_descent(*case), reference.gradient_descent(*case)) for case in cases)


@check("gradient_descent", "all steps are taken, also when the loss rises or all digits are read rightly")
def test_gradient_descent_to_the_end(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(*training_case(rng, 5, 4, 1), 0.5, 25)]
    for alpha in (1.0, 2.0, 4.0, 8.0, 16.0) * 8:
        rising = (*training_case(rng, 3, 4, 13), alpha, 8)
        losses = [loss for _, loss, _ in reference.gradient_descent(*rising, report_every=1).value[1]]
        if max(np.diff(losses[:-2])) > 0.01 and is_steady(reference, *rising):
            cases.append(rising)
            break
    assert_all_match((student.gradient_descent(*case), reference.gradient_descent(*case)) for case in cases)


def is_steady(reference: Any, X: Array, Y: Array, params: tuple[Array, ...], alpha: float, iterations: int) -> bool:
    """Whether a start that is a hair away ends a hair away, so that float32 is precise enough for this problem."""
    hair = 1e-6
    starts = (params, tuple(parameter * (1 + hair) for parameter in params))
    ends = [reference.gradient_descent(X, Y, start, alpha, iterations).value[0] for start in starts]
    return all(np.abs(a - b).max() < 8 * hair * np.abs(a).max() for a, b in zip(*ends, strict=True))


@check("gradient_descent", "a second call goes on from the parameters it is given")
def test_gradient_descent_twice(student: Any, reference: Any, rng: Rng) -> None:
    X, Y, params = training_case(rng, 6, 5, 17)
    halfway = reference.gradient_descent(X, Y, params, 0.3, 4)
    second = (X, Y, halfway.value[0], 0.3, 6)
    assert_all_match(
        [
            (student.gradient_descent(X, Y, params, 0.3, 4), halfway),
            (student.gradient_descent(*second), reference.gradient_descent(*second)),
        ]
    )


@check("gradient_descent", "the answer is right, and the digits and their labels stay as they were")
def test_gradient_descent_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = (*training_case(rng, 8, 4, 14), 0.3, 3)
    answer = student.gradient_descent(*case)
    assert_matches(answer, reference.gradient_descent(*case))
    answer.keeps_arguments(["X", "Y"], may_change=[2])


@check("gradient_descent", "history holds the iteration, the loss and the accuracy, as often as asked")
def test_gradient_descent_history(student: Any, reference: Any, rng: Rng) -> None:
    for n_inputs, n_hidden, m, iterations, report_every in ((7, 5, 31, 21, 4), (5, 6, 40, 30, 10), (4, 3, 19, 9, 3)):
        X, Y, params = training_case(rng, n_inputs, n_hidden, m)
        answer = student.gradient_descent(X, Y, params, 0.4, iterations, report_every=report_every)
        every_step = reference.gradient_descent(X, Y, params, 0.4, iterations + 1, report_every=1)
        assert_matches(answer, reference.gradient_descent(X, Y, params, 0.4, iterations, report_every=report_every))
        check_history(answer, every_step.value[1], iterations, report_every)


# -- 17  the gate


@check("dev_accuracy", "the network reads handwritten digits that it has not seen")
def test_dev_accuracy(
    student: Any, reference: Any, rng: Rng, new_rng: Any, gate: Any, measured: Any, live: bool
) -> None:
    run_gate(student, reference, rng, new_rng, gate, measured, live)
