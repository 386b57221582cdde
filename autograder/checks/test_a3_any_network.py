"""What is claimed of each function of the network of any depth, and what a network built of them must reach.

Networks have one to five layers, no two sizes in a row are equal, caches come from real forward passes, biases and
running averages are never zero. What is random is judged by its properties, never by the order in which numbers are
drawn.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks.a3_gate import run_gate
from autograder.judge.checking import (
    Answer,
    CheckFailed,
    Expected,
    assert_all_match,
    assert_matches,
    assert_unmodified,
    check,
    demand,
)
from autograder.judge.compare import as_array
from autograder.student.outcome import Returned

Array = np.ndarray[Any, Any]
Rng = np.random.Generator
KINKED, SMOOTH = ("relu", "leaky_relu"), ("tanh", "sigmoid")
ACTIVATIONS = (*KINKED, *SMOOTH)


# -- inputs


def network(rng: Rng, *sizes: int) -> list[Array]:
    """W1, b1, W2, b2, ... of a network in mid-training: nothing is zero, so nothing can hide."""
    params = []
    for n_in, n_out in pairwise(sizes):
        params.append(rng.normal(0, 1.3 / n_in**0.5, (n_out, n_in)))
        params.append(rng.normal(0.2, 0.5, (n_out, 1)))
    return params


def labels(rng: Rng, m: int, n_classes: int) -> Array:
    return rng.integers(0, n_classes, m)


def assert_by_name(call: Any, right: Any, names: tuple[str, ...], inputs: list[Array]) -> None:
    """Each activation is right on each input; where one is not, the check says which, with a number of its own."""
    pairs = [(call(Z, name), right(Z, name)) for name in names for Z in inputs]
    try:
        assert_all_match(pairs)
    except CheckFailed as failure:
        if failure.mismatch is None or failure.mismatch.kind != "value":
            raise
        found = (where_wrong(answer, expected) for answer, expected in pairs)
        raise CheckFailed(failure.mismatch, seen=next(filter(None, found), "")) from None


def where_wrong(answer: Answer, expected: Expected) -> str:
    """The first entry of an activation that is not right, in words; nothing where all are, or are no numbers."""
    value, right = as_array(answer.value), np.asarray(expected.value, dtype=float)
    if value is None or value.shape != right.shape or not np.isfinite(value.astype(float)).all():
        return ""
    value = value.astype(float)
    Z, name = answer.args
    if np.allclose(value, Z):
        return f"for {name} you give z itself"
    ratios = value[right != 0] / right[right != 0]
    if ratios.size and np.ptp(ratios) < 1e-3 * abs(ratios[0]) and abs(ratios[0] - 1) > 1e-3:
        return f"your {name} is {ratios[0]:.4g} times the right one"
    for at in np.ndindex(right.shape):
        if abs(value[at] - right[at]) > 1e-4 * max(abs(float(right[at])), 1e-3):
            gives = f"for z = {Z[at]:.3g} you give {value[at]:.4g}, it should be {right[at]:.4g}"
            return f"your {name} is not right: {gives}"
    return ""


# -- 1  activate


@check("activate", "relu and leaky relu keep what is positive")
def test_activate_kinked(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 2, (7, 6)), np.array([[-3.0, 0.0, 2.5, -0.5, 0.004]])]
    assert_by_name(student.activate, reference.activate, KINKED, inputs)


@check("activate", "tanh and sigmoid bend smoothly")
def test_activate_smooth(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 2, (6, 5)), np.array([[-2.0, 0.0, 1.0, 3.0]])]
    assert_by_name(student.activate, reference.activate, SMOOTH, inputs)


@check("activate", "one column or many, and very large numbers do no harm")
def test_activate_large(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 400, (4, 9)), rng.normal(0, 1, (5, 1)), np.array([[-1000.0, 1000.0, 0.5]])]
    assert_by_name(student.activate, reference.activate, ACTIVATIONS, inputs)


@check("activate", "the answers are right, and the argument stays as it was")
def test_activate_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    Z = rng.normal(0, 2, (3, 8))
    for name in ACTIVATIONS:
        assert_unmodified(student.activate(Z, name), reference.activate(Z, name), ["Z"])


# -- 2  activate_deriv


@check("activate_deriv", "relu and leaky relu have two slopes, one for each side")
def test_activate_deriv_kinked(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 2, (7, 6)), rng.normal(0, 30, (4, 3))]
    assert_by_name(student.activate_deriv, reference.activate_deriv, KINKED, inputs)


@check("activate_deriv", "tanh and sigmoid are steepest at 0 and flat far out")
def test_activate_deriv_smooth(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.normal(0, 1.5, (6, 5)), np.array([[-2.0, 0.0, 1.0, 3.0]]), rng.normal(0, 0.7, (3, 7))]
    assert_by_name(student.activate_deriv, reference.activate_deriv, SMOOTH, inputs)


@check("activate_deriv", "at exactly 0, relu has the slope 0 and leaky relu 0.01")
def test_activate_deriv_at_zero(student: Any, reference: Any, rng: Rng) -> None:
    inputs = [rng.integers(-2, 3, (5, 8)).astype(float), np.array([[0.0, -1.5, 2.0]])]
    assert_by_name(student.activate_deriv, reference.activate_deriv, KINKED, inputs)


@check("activate_deriv", "one column or many, and large numbers do no harm")
def test_activate_deriv_large(student: Any, reference: Any, rng: Rng) -> None:
    # Up to where exp(-z) is finite, so that the lesson's other form of the sigmoid's slope is right as well.
    large = np.hstack([rng.normal(0, 100, (4, 8)), rng.normal(0, 1, (4, 1))])
    inputs = [large, rng.normal(0, 1, (5, 1)), np.array([[-300.0, 300.0, 0.5]])]
    assert_by_name(student.activate_deriv, reference.activate_deriv, ACTIVATIONS, inputs)


@check("activate_deriv", "the answers are right, and the argument stays as it was")
def test_activate_deriv_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    Z = rng.normal(0, 2, (3, 8))
    for name in ACTIVATIONS:
        assert_unmodified(student.activate_deriv(Z, name), reference.activate_deriv(Z, name), ["Z"])


# -- 3  init_layers: any sensible random weights are right, so their properties are judged


def layer_arrays(answer: Answer, sizes: list[int]) -> list[Array]:
    """The parameters that were returned, in order; fails where their number or a shape is another."""
    shapes: dict[str, tuple[int, ...]] = {}
    for layer, (n_in, n_out) in enumerate(pairwise(sizes), 1):
        shapes |= {f"W{layer}": (n_out, n_in), f"b{layer}": (n_out, 1)}
    value, asked = answer.value, len(shapes)
    if isinstance(value, tuple | list) and len(value) != asked:
        seen = f"{len(sizes)} sizes make {asked // 2} layers, that is {asked} arrays; you return {len(value)}"
        pairs = all(isinstance(item, tuple | list) for item in value)
        demand(not pairs, "init-layers-pairs", seen)
        last = asked > 2 and len(value) == 2 and np.shape(value[0]) == shapes[f"W{asked // 2}"] != shapes["W1"]
        kinds = {
            2: "init-layers-last-only" if last else "init-layers-first-only",
            asked - 1: "init-layers-last-bias-missing",
            asked - 2: "init-layers-one-short",
            asked + 2: "init-layers-one-too-many",
            asked // 2: "init-layers-no-biases",
            4: "init-layers-two-layers-always",
        }
        if asked > 8:
            kinds[6] = "init-layers-three-layers-always"
        answer.demand(len(value) not in kinds, seen, kinds.get(len(value), ""))
    arrays = answer.arrays(**shapes)
    for name, array in zip(shapes, arrays, strict=True):
        answer.demand_finite(name, array)
    return list(arrays)


def demand_alive(params: list[Array]) -> None:
    """No weight matrix is all one number."""
    for layer, W in enumerate(params[0::2], 1):
        demand(W.any(), "init-layers-zeros", f"all {W.size} weights of W{layer} are 0")
        demand((W.flat[0] != W).any(), "init-layers-constant", f"all {W.size} weights of W{layer} are {W.flat[0]:g}")


@check("init_layers", "a weight matrix and a column of biases for each layer, whatever their number and sizes")
def test_init_layers_shapes(student: Any, new_rng: Any) -> None:
    for sizes in ([5, 6, 2, 7, 4, 3], [7, 5, 4], [6, 3], [9, 8, 6, 5, 3], [784, 20, 10, 12]):
        demand_alive(layer_arrays(student.init_layers(sizes, new_rng()), sizes))


@check("init_layers", "the more inputs a layer has, the smaller are its weights")
def test_init_layers_scale(student: Any, new_rng: Any) -> None:
    sizes = [784, 120, 400, 60, 30]
    params = layer_arrays(student.init_layers(sizes, new_rng()), sizes)
    demand_alive(params)
    spreads = [float(W.std()) for W in params[0::2]]
    ratios = [spread * n_in**0.5 for spread, n_in in zip(spreads, sizes, strict=False)]
    seen = "the standard deviations of the weights are " + ", ".join(f"{spread:.3g}" for spread in spreads)
    seen += " for layers with " + ", ".join(map(str, sizes[:-1])) + " inputs"
    for layer, (W, spread) in enumerate(zip(params[0::2], spreads, strict=True), 1):
        mean = float(W.mean())
        off = f"the weights of W{layer} lie between {W.min():.2g} and {W.max():.2g} and have the mean {mean:.2g}"
        demand(abs(mean) < 0.3 * spread, "init-layers-not-centred", off)
    alike = max(spreads) < 1.3 * min(spreads)
    for number, mistake in ((sizes[0], "init-layers-first-size"), (sum(sizes), "init-layers-all-sizes")):
        shares = [spread * number**0.5 for spread in spreads]
        demand(not alike or not any(np.allclose(shares, k**0.5, rtol=0.05) for k in (1, 2)), mistake, seen)
    demand(not alike or spreads[0] < 0.7, "init-layers-unscaled", seen)
    demand(not alike, "init-layers-same-scale", seen)
    squares = [spread * n_in for spread, n_in in zip(spreads, sizes, strict=False)]
    demand(max(squares) > 1.2 * min(squares), "init-layers-no-root", seen)
    growing = [spread / n_in**0.5 for spread, n_in in zip(spreads, sizes, strict=False)]
    demand(max(growing) > 1.2 * min(growing), "init-layers-scale-inverted", seen)
    by_outputs = [spread * n_out**0.5 for spread, n_out in zip(spreads, sizes[1:], strict=True)]
    demand(max(by_outputs) > 1.15 * min(by_outputs), "init-layers-by-outputs", seen)
    demand(min(ratios) > 0.4 and max(ratios) < 2.4, "init-layers-other-scale", seen)


@check("init_layers", "no two units are alike, and the biases are small; the list of sizes stays as it was")
def test_init_layers_units_differ(student: Any, new_rng: Any) -> None:
    sizes = [11, 9, 6, 5]
    answer = student.init_layers(sizes, new_rng())
    params = layer_arrays(answer, sizes)
    demand_alive(params)
    for layer, W in enumerate(params[0::2], 1):
        different = len({row.tobytes() for row in W})
        seen = f"only {different} of the {len(W)} rows of W{layer} are different"
        demand(different == len(W), "init-layers-rows-identical", seen)
    for layer, b in enumerate(params[1::2], 1):
        largest = float(np.abs(b).max())
        demand(largest < 0.8, "init-layers-large-biases", f"a bias of b{layer} is {largest:.2g}")
    answer.keeps_arguments(["sizes"], may_change=(1,))


@check("init_layers", "the weights are drawn from rng")
def test_init_layers_rng(student: Any, new_rng: Any) -> None:
    sizes = [6, 5, 4, 3]
    one, other = new_rng(), new_rng()
    first, again, another = (layer_arrays(student.init_layers(sizes, source), sizes) for source in (one, one, other))
    demand_alive(first)
    for layer, (a, b, c) in enumerate(zip(first[0::2], again[0::2], another[0::2], strict=True), 1):
        seen = f"two calls with equal generators give two different W{layer}"
        demand((a == b).all(), "init-layers-ignores-rng", seen)
        seen = f"two calls with different generators give the same W{layer}"
        demand((a != c).any(), "init-layers-own-seed", seen)


# -- 4  forward_deep


def forward_cases(rng: Rng, *cases: tuple[tuple[int, ...], int, str]) -> list[tuple[Any, ...]]:
    return [(network(rng, *sizes), rng.normal(0.3, 1, (sizes[0], m)), name) for sizes, m, name in cases]


@check("forward_deep", "every Z and A is right in a network of three layers, with each activation")
def test_forward_deep_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = forward_cases(rng, *(((7, 5, 6, 4), 8, name) for name in ACTIVATIONS))
    assert_all_match((student.forward_deep(*case), reference.forward_deep(*case)) for case in cases)


@check("forward_deep", "networks of one, two, four and five layers")
def test_forward_deep_depths(student: Any, reference: Any, rng: Rng) -> None:
    sizes = ((6, 4), (5, 8, 3), (4, 6, 5, 7, 3), (3, 7, 4, 6, 5, 2))
    cases = forward_cases(rng, *((size, 9, name) for size, name in zip(sizes, ACTIVATIONS, strict=True)))
    assert_all_match((student.forward_deep(*case), reference.forward_deep(*case)) for case in cases)


@check("forward_deep", "one digit or many, in the sizes of class and others")
def test_forward_deep_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = forward_cases(
        rng, ((6, 4, 5, 3), 1, "tanh"), ((5, 7, 10), 123, "relu"), ((784, 12, 11, 10), 3, "leaky_relu")
    )
    ((params, X, name),) = forward_cases(rng, ((6, 5, 4), 7, "relu"))
    cases.append((params, 5000 * X, name))  # scores whose exponential is infinite
    assert_all_match((student.forward_deep(*case), reference.forward_deep(*case)) for case in cases)


@check("forward_deep", "the answer is right, and the arguments stay as they were")
def test_forward_deep_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    for case in forward_cases(rng, ((8, 6, 7, 5), 4, "sigmoid"), ((4, 5, 3), 7, "relu")):
        assert_unmodified(student.forward_deep(*case), reference.forward_deep(*case), ["params", "X"])


# -- 5  l2_penalty


@check("l2_penalty", "half of lambda times the sum of the squares of all weights")
def test_l2_penalty_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(network(rng, *sizes), 0.1) for sizes in ((7, 5, 4), (6, 3), (4, 6, 5, 7, 3))]
    assert_all_match((student.l2_penalty(*case), reference.l2_penalty(*case)) for case in cases)


@check("l2_penalty", "lambda is the one given, also 0")
def test_l2_penalty_lambda(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(network(rng, 3, 5, 6, 2), lam) for lam in (0.7, 0.004, 2.5, 0.0)]
    assert_all_match((student.l2_penalty(*case), reference.l2_penalty(*case)) for case in cases)


@check("l2_penalty", "the answer is right, and the parameters stay as they were")
def test_l2_penalty_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    params = network(rng, 5, 8, 4)
    assert_unmodified(student.l2_penalty(params, 0.3), reference.l2_penalty(params, 0.3), ["params", "lam"])


# -- 6  deep_loss


def loss_cases(rng: Rng, *cases: tuple[tuple[int, ...], int, str, float]) -> list[tuple[Any, ...]]:
    """Arguments of deep_loss: parameters, digits, labels, activation and lambda."""
    return [
        (network(rng, *sizes), rng.normal(0.3, 1, (sizes[0], m)), labels(rng, m, sizes[-1]), name, lam)
        for sizes, m, name, lam in cases
    ]


@check("deep_loss", "without a penalty it is the cross-entropy of the last layer's answers")
def test_deep_loss_plain(student: Any, reference: Any, rng: Rng) -> None:
    cases = loss_cases(rng, ((7, 5, 6, 4), 9, "relu", 0.0), ((5, 3), 8, "tanh", 0.0), ((6, 4, 3), 7, "sigmoid", 0.0))
    assert_all_match((student.deep_loss(*case), reference.deep_loss(*case)) for case in cases)


@check("deep_loss", "large weights cost as much as lambda says")
def test_deep_loss_penalty(student: Any, reference: Any, rng: Rng) -> None:
    cases = loss_cases(
        rng, ((7, 5, 6, 4), 9, "tanh", 0.2), ((4, 6, 3), 8, "leaky_relu", 0.03), ((5, 7, 4), 11, "sigmoid", 1.5)
    )
    assert_all_match((student.deep_loss(*case), reference.deep_loss(*case)) for case in cases)


@check("deep_loss", "one digit or many")
def test_deep_loss_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = loss_cases(rng, ((6, 5, 4, 3), 1, "relu", 0.1), ((4, 5, 10), 123, "tanh", 0.05))
    assert_all_match((student.deep_loss(*case), reference.deep_loss(*case)) for case in cases)


@check("deep_loss", "the answer is right, and the arguments stay as they were")
def test_deep_loss_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    (case,) = loss_cases(rng, ((8, 4, 5, 3), 6, "relu", 0.3))
    assert_unmodified(student.deep_loss(*case), reference.deep_loss(*case), ["params", "X", "Y", "activation", "lam"])


# -- 7  backward_deep

BACKWARD_ARGUMENTS = ["params", "cache", "X", "Y", "activation", "lam"]


def backward_cases(reference: Any, rng: Rng, *cases: tuple[tuple[int, ...], int, str, float]) -> list[tuple[Any, ...]]:
    """Arguments of backward_deep, with caches from real forward passes."""
    return [
        (params, list(reference.forward_deep(params, X, name).value), X, Y, name, lam)
        for params, X, Y, name, lam in loss_cases(rng, *cases)
    ]


def assert_backward(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.backward_deep(*case), reference.backward_deep(*case)) for case in cases)


@check("backward_deep", "all gradients are right in a network of three layers, with each activation")
def test_backward_deep_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = (((7, 5, 6, 4), 9, name, 0.0) for name in ACTIVATIONS)
    assert_backward(student, reference, backward_cases(reference, rng, *cases))


@check("backward_deep", "large weights are pulled towards 0 as lambda says, biases are not")
def test_backward_deep_penalty(student: Any, reference: Any, rng: Rng) -> None:
    cases = (((6, 5, 7, 4), 12, "tanh", 0.3), ((5, 4, 3), 7, "relu", 0.04), ((4, 6, 3, 5), 11, "sigmoid", 1.2))
    assert_backward(student, reference, backward_cases(reference, rng, *cases))


@check("backward_deep", "networks of one, two, four and five layers")
def test_backward_deep_depths(student: Any, reference: Any, rng: Rng) -> None:
    cases = (
        ((6, 4), 5, "relu", 0.1),
        ((5, 8, 3), 7, "leaky_relu", 0.0),
        ((4, 6, 5, 7, 3), 9, "tanh", 0.0),
        ((3, 7, 4, 6, 5, 2), 11, "leaky_relu", 0.1),
    )
    assert_backward(student, reference, backward_cases(reference, rng, *cases))


@check("backward_deep", "one digit or many: the mean is over the digits of this batch")
def test_backward_deep_batches(student: Any, reference: Any, rng: Rng) -> None:
    cases = (
        ((6, 4, 5, 3), 1, "tanh", 0.0),
        ((5, 7, 10), 123, "relu", 0.0),
        ((4, 3, 6), 101, "sigmoid", 0.02),
        ((5, 5, 5, 5), 5, "tanh", 0.0),
    )
    assert_backward(student, reference, backward_cases(reference, rng, *cases))


@check("backward_deep", "the answer is right, and the arguments stay as they were")
def test_backward_deep_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    cases = (((5, 7, 6, 4), 13, "tanh", 0.2), ((8, 3, 4), 6, "relu", 0.0))
    for case in backward_cases(reference, rng, *cases):
        assert_unmodified(student.backward_deep(*case), reference.backward_deep(*case), BACKWARD_ARGUMENTS)


# -- 8  numerical_gradient


def keeps_parameters(answer: Answer) -> None:
    """The dials have been turned back, but for the rounding that turning up and down again leaves behind."""
    changed = answer.outcome.changed.get(0) if isinstance(answer.outcome, Returned) else None
    before = answer.args[0]
    if changed is None or len(changed) != len(before):
        answer.keeps_arguments(["params", "X", "Y"])
        return
    for after, original in zip(changed, before, strict=True):
        if getattr(after, "shape", None) != original.shape or not np.allclose(after, original, rtol=1e-9, atol=1e-9):
            answer.keeps_arguments(["params", "X", "Y"])


def assert_numerical(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.numerical_gradient(*case), reference.numerical_gradient(*case)) for case in cases)


@check("numerical_gradient", "each dial is turned up and down by epsilon, and the losses compared")
def test_numerical_gradient_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = loss_cases(rng, ((3, 4, 2), 5, "tanh", 0.0), ((4, 2, 3), 6, "sigmoid", 0.0))
    assert_numerical(student, reference, [(*case, 0.25) for case in cases])


@check("numerical_gradient", "epsilon is the one given")
def test_numerical_gradient_epsilon(student: Any, reference: Any, rng: Rng) -> None:
    cases = loss_cases(rng, ((2, 3, 4), 5, "tanh", 0.1), ((3, 2), 7, "relu", 0.0))
    assert_numerical(student, reference, [(*case, epsilon) for case in cases for epsilon in (0.6, 0.04)])


@check("numerical_gradient", "the penalty counts, and the depth is any")
def test_numerical_gradient_penalty(student: Any, reference: Any, rng: Rng) -> None:
    cases = loss_cases(rng, ((2, 3, 4, 3), 6, "tanh", 0.4), ((2, 4), 4, "leaky_relu", 1.3))
    assert_numerical(student, reference, [(*case, 0.3) for case in cases])


@check("numerical_gradient", "a hair of 0.0001 is not lost in rounding")
def test_numerical_gradient_precise(student: Any, reference: Any, rng: Rng) -> None:
    (case,) = loss_cases(rng, ((3, 4, 2), 7, "tanh", 0.1))
    assert_numerical(student, reference, [(*case, 0.3)])  # what is wrong with a coarse one too is no matter of digits
    answer, expected = student.numerical_gradient(*case, 1e-4), reference.numerical_gradient(*case, 1e-4)
    shapes = {f"output {at}": parameter.shape for at, parameter in enumerate(case[0])}
    found = answer.arrays(**shapes)
    right = np.concatenate([np.ravel(part) for part in expected.value])
    error = float(np.abs(np.concatenate([np.ravel(part) for part in found]).astype(float) - right).max())
    largest = float(np.abs(right).max())
    seen = f"with epsilon = 0.0001 the slopes are off by up to {error:.2g}, where the largest is {largest:.2g}"
    demand(not 1e-4 * largest < error < 0.05 * largest, "numerical-float32", seen)
    assert_matches(answer, expected)


@check("numerical_gradient", "the answer is right, and the dials are turned back")
def test_numerical_gradient_restored(student: Any, reference: Any, rng: Rng) -> None:
    for case in loss_cases(rng, ((3, 2, 4), 6, "sigmoid", 0.2), ((2, 3), 5, "tanh", 0.1)):
        answer = student.numerical_gradient(*case, 0.2)
        assert_matches(answer, reference.numerical_gradient(*case, 0.2))
        keeps_parameters(answer)


# -- 9  gradient_check


def two_gradients(rng: Rng, *errors: float) -> tuple[list[Array], list[Array]]:
    """Gradients, and others that are off by about these shares: one array for each error."""
    first = [rng.normal(0, 10.0 ** rng.integers(-2, 2), (3 + at, 1 + at % 3)) for at in range(len(errors))]
    second = [a + error * np.abs(a).mean() * rng.normal(size=a.shape) for a, error in zip(first, errors, strict=True)]
    return first, second


def added_below(answer: Answer, expected: Expected) -> float | None:
    """The number that was added to each sum of two norms before dividing by it; None where it is not the same for all.

    Told by the answer alone, so that it is found whatever the number is.
    """
    found, right = as_array(answer.value), np.asarray(expected.value, dtype=float)
    if found is None or found.shape != right.shape or not (found[right > 0] > 0).all():
        return None
    sums = np.array([np.linalg.norm(a) + np.linalg.norm(n) for a, n in zip(*answer.args, strict=True)])
    added = sums[right > 0] * (right[right > 0] / found[right > 0] - 1)
    alike = added.size > 1 and added.min() > 1e-9 and np.ptp(added) < 0.05 * added.min()
    return float(added.mean()) if alike else None


def assert_relative(student: Any, reference: Any, cases: list[tuple[list[Array], list[Array]]]) -> None:
    pairs = [(student.gradient_check(*case), reference.gradient_check(*case)) for case in cases]
    try:
        assert_all_match(pairs)
    except CheckFailed as failure:
        if failure.mismatch is None or failure.mismatch.kind != "value":
            raise
        added = [added_below(*pair) for pair in pairs]
        if None in added:
            raise
        seen = f"to each sum of two norms about {added[0]:.2g} is added"
        mismatch = replace(failure.mismatch, kind="property")
        raise CheckFailed(mismatch, "gradient-check-floor-fine", seen) from None


@check("gradient_check", "a relative error for each parameter by itself")
def test_gradient_check_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [two_gradients(rng, *errors) for errors in ((0.1, 0.5, 0.02, 0.3), (0.8, 0.05, 1.5, 0.2, 0.4, 0.01))]
    assert_relative(student, reference, cases)


@check("gradient_check", "gradients that nearly agree have a tiny error, not 0")
def test_gradient_check_tiny(student: Any, reference: Any, rng: Rng) -> None:
    cases = [two_gradients(rng, *[size] * 4) for size in (1e-3, 1e-6, 1e-8)]
    assert_relative(student, reference, cases)


@check("gradient_check", "opposite gradients have the error 1, equal ones 0, and two zeros agree")
def test_gradient_check_extremes(student: Any, reference: Any, rng: Rng) -> None:
    first, _ = two_gradients(rng, 0.1, 0.1, 0.1, 0.1)
    zeros, tiny = np.zeros((4, 2)), 6.6e-4 * first[2] / np.linalg.norm(first[2])
    cases = [
        ([*first[:2], zeros, first[3]], [first[0], -first[1], zeros.copy(), first[3] * 3]),
        ([zeros, *first[1:]], [zeros.copy(), *(0.5 * a for a in first[1:])]),
        ([0 * first[0], first[1], tiny, first[3]], [first[0], 0 * first[1], 0.5 * tiny, first[3]]),
    ]
    assert_relative(student, reference, cases)


@check("gradient_check", "the answer is right, and the arguments stay as they were")
def test_gradient_check_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = two_gradients(rng, 0.3, 0.6, 0.1, 0.2)
    assert_unmodified(student.gradient_check(*case), reference.gradient_check(*case), ["gradients", "numerical"])


# -- 10  wrong_gradients


def suspect_case(
    reference: Any,
    rng: Rng,
    sizes: tuple[int, ...],
    spoiled: dict[int, float],
    name: str = "tanh",
    lam: float = 0.1,
    scale: float = 1.0,
) -> tuple[Any, ...]:
    """Arguments of wrong_gradients: right gradients, but for those at `spoiled`, which are off by about this share."""
    params, X, Y, name, lam = loss_cases(rng, (sizes, 7, name, lam))[0]
    X = scale * X
    cache = list(reference.forward_deep(params, X, name).value)
    gradients = [np.array(g) for g in reference.backward_deep(params, cache, X, Y, name, lam).value]
    for at, share in spoiled.items():
        gradients[at] += share * np.linalg.norm(gradients[at]) * rng.normal(size=gradients[at].shape)
    return gradients, params, X, Y, name, lam


def assert_suspects(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.wrong_gradients(*case), reference.wrong_gradients(*case)) for case in cases)


@check("wrong_gradients", "a planted mistake is found, wherever it is")
def test_wrong_gradients_one(student: Any, reference: Any, rng: Rng) -> None:
    places = (((3, 4, 2), 2), ((3, 2, 4), 1), ((2, 3, 4, 3), 5), ((4, 3, 2), 0))
    cases = [suspect_case(reference, rng, sizes, {at: 0.5}) for sizes, at in places]
    cases.append(suspect_case(reference, rng, (2, 4, 3, 2), {int(rng.integers(6)): 0.5}))
    assert_suspects(student, reference, cases)


@check("wrong_gradients", "all that are wrong are found, in order")
def test_wrong_gradients_many(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        suspect_case(reference, rng, (2, 3, 4, 3), {0: 0.1, 1: 1.0, 4: 0.01}),
        suspect_case(reference, rng, (3, 2, 4), {1: 0.4, 2: 0.02, 3: 0.1}, "sigmoid"),
        suspect_case(reference, rng, (3, 5, 2, 4), dict.fromkeys(rng.permutation(6)[:3].tolist(), 0.2)),
    ]
    assert_suspects(student, reference, cases)


@check("wrong_gradients", "a small mistake is a mistake too")
def test_wrong_gradients_small(student: Any, reference: Any, rng: Rng) -> None:
    cases = [
        suspect_case(reference, rng, (3, 4, 2), {0: 2e-4, 3: 3e-3}),
        suspect_case(reference, rng, (2, 4, 3), {1: 2e-4, 2: 0.03}),
        suspect_case(reference, rng, (4, 5, 3), {0: 4e-5, 2: 4e-5}),
        suspect_case(reference, rng, (4, 5, 3), {0: 2e-3}, lam=0.0, scale=0.001),
        suspect_case(reference, rng, (3, 5, 4), {int(rng.integers(4)): 1e-3}),
    ]
    assert_suspects(student, reference, cases)


@check("wrong_gradients", "right gradients are not accused")
def test_wrong_gradients_none(student: Any, reference: Any, rng: Rng) -> None:
    cases = [suspect_case(reference, rng, (3, 4, 2), {}, "relu"), suspect_case(reference, rng, (2, 3, 2, 3), {})]
    cases.append(suspect_case(reference, rng, (3, 4, 2), {0: 2e-6, 2: 2e-6}))
    pairs = [(student.wrong_gradients(*case), reference.wrong_gradients(*case)) for case in cases]
    try:
        assert_all_match(pairs)
    except CheckFailed as failure:
        if failure.mismatch is None or failure.mismatch.kind not in ("shape", "value"):
            raise
        seen = "of gradients that are all right, or as good as right, you accuse some"
        raise CheckFailed(failure.mismatch, "suspects-limit-too-low", seen) from None


@check("wrong_gradients", "the answer is right, and the gradients stay as they were")
def test_wrong_gradients_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = suspect_case(reference, rng, (2, 4, 3), dict.fromkeys(rng.permutation(4)[:2].tolist(), 0.4))
    answer = student.wrong_gradients(*case)
    assert_matches(answer, reference.wrong_gradients(*case))
    answer.keeps_arguments(["gradients"], may_change=range(1, 6))


# -- 11  dropout_forward: any random mask is right, so its properties are judged


def dropped(student: Any, A: Array, keep: float, source: Any) -> tuple[Answer, Array, Array]:
    """An answer with its two outputs, the mask as numbers, which are 0 and 1."""
    answer = student.dropout_forward(A, keep, source)
    value = answer.value
    if isinstance(value, np.ndarray) and value.shape == A.shape:
        demand(False, "dropout-mask-not-returned", "one array comes back, where two are asked for")
    A_dropped, mask = answer.arrays(A_dropped=A.shape, mask=A.shape)
    for name, array in (("A_dropped", A_dropped), ("mask", mask)):
        answer.demand_finite(name, array)
    mask = mask.astype(float)
    if keep < 1 and not np.isin(mask, (0, 1)).all() and np.isin(A_dropped, (0, 1)).all():
        demand(False, "dropout-outputs-swapped", "the first output holds 0 and 1 only, the second the numbers")
    values = ", ".join(f"{value:.3g}" for value in np.unique(mask)[:3])
    seen = f"with keep = {keep} the mask holds the values {values}"
    demand(not np.isclose(mask[mask != 0], 1 / keep).all() or keep == 1 or not mask.any(), "dropout-mask-scaled", seen)
    demand(np.isin(mask, (0, 1)).all(), "dropout-mask-not-binary", seen)
    return answer, A_dropped, mask


@check("dropout_forward", "an entry is switched off or scaled up, as the mask says")
def test_dropout_forward_values(student: Any, rng: Rng, new_rng: Any) -> None:
    for shape, keep in (((7, 60), 0.8), ((12, 40), 0.35), ((5, 90), 0.6)):
        A = rng.normal(1, 2, shape)
        A[1::2, 1::2] = 0.0  # as behind a ReLU
        _, A_dropped, mask = dropped(student, A, keep, new_rng())
        demand_each_entry(mask)
        seen = "the mask is 0 wherever A is 0"
        demand(mask[A == 0].any() or not mask[A != 0].any(), "dropout-mask-from-zeros", seen)
        seen = f"with keep = {keep} and the mask {mask[0, 0]:g}, {A[0, 0]:.3g} became {A_dropped[0, 0]:.3g}"
        opposite = abs(float(mask.mean()) - (1 - keep)) < 0.08
        by_rate = opposite and np.allclose(A_dropped, A * mask / (1 - keep), rtol=1e-4)
        demand(not by_rate, "dropout-keep-as-rate", f"{seen}, and {mask.mean():.0%} of the entries stay")
        for scale, mistake in (
            (1.0, "dropout-not-scaled"),
            (keep, "dropout-multiplied-by-keep"),
            (1 / (1 - keep), "dropout-divided-by-drop"),
            (keep**-2, "dropout-scaled-twice"),
            (keep**-0.5, "dropout-by-root"),
            (1 / mask.mean() if mask.any() else 1.0, "dropout-by-share"),
        ):
            right_too = np.isclose(scale, 1 / keep, rtol=1e-4)
            demand(right_too or not np.allclose(A_dropped, A * mask * scale, rtol=1e-4), mistake, seen)
        demand(not np.allclose(A_dropped, A * (1 - mask) / keep, rtol=1e-4), "dropout-mask-opposite", seen)
        demand(not np.allclose(A_dropped, A / keep, rtol=1e-4), "dropout-mask-not-applied", seen)
        demand(not np.allclose(A_dropped, A, rtol=1e-4), "dropout-nothing-dropped", seen)
        demand(not np.allclose(A_dropped, mask / keep, rtol=1e-4), "dropout-a-forgotten", seen)
        lost = (A_dropped == 0) & (mask * A != 0) & (np.abs(A) > keep)
        demand(not lost.any(), "dropout-two-draws", seen)
        demand((A_dropped[mask == 0] == 0).all(), "dropout-off-not-zero", seen)
        demand(not floored(A_dropped, A * mask / keep), "dropout-rounded-down", seen)
        demand(np.allclose(A_dropped, A * mask / keep, rtol=1e-4, atol=1e-6), "dropout-other-scale", seen)


def floored(numbers: Array, right: Array) -> bool:
    """Whether numbers are the right ones rounded down."""
    return bool((numbers == np.floor(right)).all())


@check("dropout_forward", "the share that stays is keep, and with keep = 1 everything does")
def test_dropout_forward_share(student: Any, rng: Rng, new_rng: Any) -> None:
    for keep in (0.8, 0.3, 0.55):
        A = rng.normal(1, 2, (60, 200))
        _, _, mask = dropped(student, A, keep, new_rng())
        demand_each_entry(mask)
        share = float(mask.mean())
        seen = f"with keep = {keep}, {share:.1%} of 12,000 entries stay"
        demand(abs(share - (1 - keep)) > 0.03, "dropout-keeps-the-dropped", seen)
        demand(abs(share - 0.5) > 0.03 or keep == 0.55, "dropout-half", seen)
        demand(abs(share - below_normal(keep)) > 0.03 or keep != 0.3, "dropout-normal-draws", seen)
        demand(abs(share - keep) < 0.03, "dropout-other-share", seen)
    A = rng.normal(1, 2, (9, 30))
    _, A_dropped, _ = dropped(student, A, 1.0, new_rng())
    demand(np.allclose(A_dropped, A), "dropout-keep-one", "with keep = 1 something is switched off")


def demand_each_entry(mask: Array) -> None:
    """The mask is not the same for all units, or for all examples."""
    rows, columns = (mask == mask[:, :1]).all(), (mask == mask[:1]).all()
    seen = f"the mask of {mask.shape[0]} units and {mask.shape[1]} examples is the same"
    demand(not rows or not columns, "dropout-mask-all-alike", f"{seen} everywhere")
    demand(not rows, "dropout-whole-units", f"{seen} for all examples")
    demand(not columns, "dropout-whole-examples", f"{seen} for all units")


def below_normal(x: float) -> float:
    """The share of standard normal numbers below x."""
    return float(np.mean(np.random.default_rng(0).normal(size=200_000) < x))


@check("dropout_forward", "each entry is decided by itself")
def test_dropout_forward_each_entry(student: Any, rng: Rng, new_rng: Any) -> None:
    A = rng.normal(1, 2, (40, 70))
    _, _, mask = dropped(student, A, 0.6, new_rng())
    demand_each_entry(mask)
    masks = [dropped(student, A[:5, :9], 0.6, new_rng())[2] for _ in range(8)]
    counts = {float(one.sum()) for one in masks}
    drawn_anew = any((one != masks[0]).any() for one in masks)
    seen = f"in eight calls exactly {masks[0].sum():g} of 45 entries stay"
    demand(len(counts) > 1 or not drawn_anew, "dropout-exact-share", seen)


@check("dropout_forward", "the mask is drawn from rng")
def test_dropout_forward_rng(student: Any, rng: Rng, new_rng: Any) -> None:
    A = rng.normal(1, 2, (11, 13))
    one, other = new_rng(), new_rng()
    first, again, another = (dropped(student, A, 0.5, source)[2] for source in (one, one, other))
    demand(0 < first.mean() < 1, "dropout-mask-all-alike", "the mask is the same everywhere")
    demand((first == again).all(), "dropout-ignores-rng", "two calls with equal generators give two different masks")
    demand((first != another).any(), "dropout-own-seed", "two calls with different generators give the same mask")


@check("dropout_forward", "the answer is right, and the argument stays as it was")
def test_dropout_forward_unmodified(student: Any, rng: Rng, new_rng: Any) -> None:
    A = rng.normal(1, 2, (6, 14))
    answer, A_dropped, mask = dropped(student, A, 0.7, new_rng())
    demand(
        np.allclose(A_dropped, A * mask / 0.7, rtol=1e-4, atol=1e-6),
        "dropout-other-scale",
        "A_dropped is not A * mask / keep",
    )
    answer.keeps_arguments(["A"])


# -- 12  dropout_backward


def dropout_case(rng: Rng, n_units: int, m: int, keep: float, kind: type = float) -> tuple[Array, Array, float]:
    return rng.normal(0, 1, (n_units, m)), (rng.random((n_units, m)) < keep).astype(kind), keep


@check("dropout_backward", "blame passes where the entry has stayed, scaled as it was")
def test_dropout_backward_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [dropout_case(rng, 7, 6, 0.8), dropout_case(rng, 5, 9, 0.35), dropout_case(rng, 4, 8, 0.6, bool)]
    assert_all_match((student.dropout_backward(*case), reference.dropout_backward(*case)) for case in cases)


@check("dropout_backward", "one column or many, and keep = 1 changes nothing")
def test_dropout_backward_shapes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [dropout_case(rng, 8, 1, 0.5), dropout_case(rng, 3, 123, 0.7), dropout_case(rng, 6, 5, 1.0)]
    assert_all_match((student.dropout_backward(*case), reference.dropout_backward(*case)) for case in cases)


@check("dropout_backward", "the answer is right, and the arguments stay as they were")
def test_dropout_backward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = dropout_case(rng, 6, 9, 0.75)
    answer, again = student.dropout_backward(*case), student.dropout_backward(*case)
    one, other = as_array(answer.value), as_array(again.value)
    steady = one is None or other is None or np.array_equal(one, other, equal_nan=True)
    demand(steady, "dropout-back-fresh-mask", "two calls with the same mask give different answers")
    dA_dropped, mask, keep = case
    opposite = as_array(student.dropout_backward(dA_dropped, 1 - mask, keep).value)
    if one is not None and opposite is not None and one.shape == dA_dropped.shape:
        seen = "two calls with opposite masks give the same answer, and both switch the same entries off"
        masked = 0 < np.count_nonzero(one) < one.size and set(np.sign(one[one != 0])) == {-1, 1}
        answer.demand(not (masked and np.array_equal(one, opposite)), seen, "dropout-back-fresh-mask")
    assert_unmodified(answer, reference.dropout_backward(*case), ["dA_dropped", "mask", "keep"])


# -- 13  batch_norm_forward


def norm_case(rng: Rng, n_units: int, m: int) -> tuple[Array, ...]:
    """Z with rows of quite different means and spreads, gamma, beta, and running averages that have begun already."""
    middles, spreads = rng.normal(0, 3, (n_units, 1)), rng.uniform(0.3, 4, (n_units, 1))
    return (
        middles + spreads * rng.normal(size=(n_units, m)),
        rng.normal(1.2, 0.4, (n_units, 1)),
        rng.normal(-0.3, 0.8, (n_units, 1)),
        rng.normal(0, 2, (n_units, 1)),
        rng.uniform(0.5, 5, (n_units, 1)),
    )


def assert_norm(student: Any, reference: Any, cases: list[tuple[Any, ...]]) -> None:
    assert_all_match((student.batch_norm_forward(*case), reference.batch_norm_forward(*case)) for case in cases)


@check("batch_norm_forward", "each unit gets mean 0 and variance 1 over the batch, then gamma and beta")
def test_batch_norm_forward_values(student: Any, reference: Any, rng: Rng) -> None:
    assert_norm(student, reference, [norm_case(rng, 7, 6), norm_case(rng, 4, 9)])


@check("batch_norm_forward", "two digits or many, one unit or many")
def test_batch_norm_forward_sizes(student: Any, reference: Any, rng: Rng) -> None:
    assert_norm(
        student, reference, [norm_case(rng, 5, 123), norm_case(rng, 3, 2), norm_case(rng, 1, 8), norm_case(rng, 20, 4)]
    )


@check("batch_norm_forward", "the running averages move as momentum says")
def test_batch_norm_forward_momentum(student: Any, reference: Any, rng: Rng) -> None:
    cases = [(norm_case(rng, 5, 8), momentum) for momentum in (0.6, 0.99, 0.25)]
    assert_all_match(
        (student.batch_norm_forward(*case, momentum=momentum), reference.batch_norm_forward(*case, momentum=momentum))
        for case, momentum in cases
    )


@check("batch_norm_forward", "a unit that gives the same for all digits does no harm")
def test_batch_norm_forward_constant_unit(student: Any, reference: Any, rng: Rng) -> None:
    Z, *others = norm_case(rng, 4, 6)
    Z[1] = 2.0
    Z[2] = 1.5 + np.array([-1, 1, -1, 1, -1, 1]) * 2.0**-8
    Z_quiet, gamma, beta, mean, var = norm_case(rng, 3, 7)
    assert_norm(student, reference, [(Z, *others), (Z_quiet / 256, gamma, beta, mean, var / 65536)])


@check("batch_norm_forward", "the answer is right, and Z, gamma and beta stay as they were")
def test_batch_norm_forward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = norm_case(rng, 6, 7)
    answer = student.batch_norm_forward(*case)
    assert_matches(answer, reference.batch_norm_forward(*case))
    answer.keeps_arguments(["Z", "gamma", "beta"], may_change=(3, 4))


# -- 14  batch_norm_backward


def norm_backward_case(reference: Any, rng: Rng, n_units: int, m: int) -> tuple[Array, ...]:
    Z, gamma, *others = norm_case(rng, n_units, m)
    _, Z_hat, std, _, _ = reference.batch_norm_forward(Z, gamma, *others).value
    return rng.normal(0.3, 1, (n_units, m)), np.asarray(Z_hat), np.asarray(std), gamma


@check("batch_norm_backward", "the derivatives with respect to Z, gamma and beta")
def test_batch_norm_backward_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [norm_backward_case(reference, rng, *size) for size in ((7, 6), (4, 9))]
    assert_all_match((student.batch_norm_backward(*case), reference.batch_norm_backward(*case)) for case in cases)


@check("batch_norm_backward", "three digits or many, one unit or many")
def test_batch_norm_backward_sizes(student: Any, reference: Any, rng: Rng) -> None:
    cases = [norm_backward_case(reference, rng, *size) for size in ((5, 123), (6, 3), (1, 8), (20, 4))]
    assert_all_match((student.batch_norm_backward(*case), reference.batch_norm_backward(*case)) for case in cases)


@check("batch_norm_backward", "the answer is right, and the arguments stay as they were")
def test_batch_norm_backward_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = norm_backward_case(reference, rng, 6, 11)
    names = ["dout", "Z_hat", "std", "gamma"]
    assert_unmodified(student.batch_norm_backward(*case), reference.batch_norm_backward(*case), names)


# -- 15  batch_norm_predict

PREDICT_ARGUMENTS = ["Z", "gamma", "beta", "running_mean", "running_var"]


@check("batch_norm_predict", "the running averages stand in for the batch's")
def test_batch_norm_predict_values(student: Any, reference: Any, rng: Rng) -> None:
    cases = [norm_case(rng, 7, 6), norm_case(rng, 4, 9)]
    assert_all_match((student.batch_norm_predict(*case), reference.batch_norm_predict(*case)) for case in cases)


@check("batch_norm_predict", "one digit or many, and a running variance close to 0")
def test_batch_norm_predict_sizes(student: Any, reference: Any, rng: Rng) -> None:
    quiet = [*norm_case(rng, 3, 5)]
    quiet[4] = np.array([[0.0], [2e-5], [1e-4]])
    cases = [norm_case(rng, 6, 1), norm_case(rng, 5, 123), tuple(quiet)]
    assert_all_match((student.batch_norm_predict(*case), reference.batch_norm_predict(*case)) for case in cases)


@check("batch_norm_predict", "the answer is right, and the arguments stay as they were")
def test_batch_norm_predict_unmodified(student: Any, reference: Any, rng: Rng) -> None:
    case = norm_case(rng, 5, 8)
    assert_unmodified(student.batch_norm_predict(*case), reference.batch_norm_predict(*case), PREDICT_ARGUMENTS)


# -- 16  log_uniform: random numbers, judged by their properties


def drawn(student: Any, low: float, high: float, n: int, source: Any) -> Array:
    answer = student.log_uniform(low, high, n, source)
    found = as_array(answer.value) if answer.value is not None else None
    length = found.size if found is not None and found.ndim == 1 else n
    for off, mistake in ((-1, "log-uniform-one-too-few"), (1, "log-uniform-one-too-many")):
        demand(length != n + off, mistake, f"n is {n}, and you return {length} numbers")
    (values,) = answer.arrays(values=(n,))
    answer.demand_finite("", values)
    return np.asarray(values, dtype=float)


def named_ranges(values: Array, low: float, high: float) -> list[tuple[str, str]]:
    """The mistakes that give numbers of this range, where it is not that from low to high, and what was done."""
    powers = {"np.exp": np.e, "10 **": 10.0, "2 **": 2.0}
    logs = {"np.log": np.log, "np.log10": np.log10, "np.log2": np.log2}
    ranges = [
        ("log-uniform-bases-mixed", f"{undo} with {name}", log(low) * np.log(base), log(high) * np.log(base))
        for (undo, base), (name, log) in zip_mixed(powers, logs)
    ]
    ranges += [
        ("log-uniform-borders-as-exponents", f"{undo} between low and high", low * np.log(base), high * np.log(base))
        for undo, base in powers.items()
    ]
    ranges.append(("log-uniform-low-times", "low times the rest", np.log(low), np.log(low) + np.log(high)))
    if (values <= 0).any() or (values.min() > 0.9 * low and values.max() > high / 1.2 and values.max() < 1.01 * high):
        return []
    seen = np.log(values)
    return [
        (mistake, done)
        for mistake, done, start, end in ranges
        if start < end and seen.min() > start - 0.01 and seen.max() < end + 0.01 and np.ptp(seen) > 0.93 * (end - start)
    ][:1]


def zip_mixed(powers: dict[str, Any], logs: dict[str, Any]) -> list[tuple[Any, Any]]:
    """A power and a logarithm that does not belong to it, in all ways."""
    return [(p, q) for i, p in enumerate(powers.items()) for j, q in enumerate(logs.items()) if i != j]


@check("log_uniform", "n numbers between low and high")
def test_log_uniform_range(student: Any, new_rng: Any) -> None:
    for low, high, n in ((2e-4, 2.0, 300), (0.02, 0.5, 7), (3.0, 4000.0, 200), (1e-6, 1e-3, 1)):
        values = drawn(student, low, high, n, new_rng())
        seen = f"between {low:g} and {high:g}, the {n} numbers run from {values.min():.3g} to {values.max():.3g}"
        logs = (np.log(low), np.log10(low), np.log(high), np.log10(high))
        negative = low < 1 and values.min() < 0
        demand(not negative or values.min() < 1.01 * min(logs), "log-uniform-not-undone", seen)
        logs_seen = np.log(np.maximum(values, 1e-300))
        scores = (logs_seen - logs_seen.mean()) / max(float(logs_seen.std()), 1e-9)
        bell = n > 100 and np.abs(scores).max() > 2.2 and 0.6 < float(np.mean(np.abs(scores) < 1)) < 0.76
        inside = (values >= low * (1 - 1e-6)).all() and (values <= high * (1 + 1e-6)).all()
        for mistake, names in named_ranges(values, low, high) if n > 100 else ():
            demand(False, mistake, f"{seen}, as {names} would")
        few = n > 100 and 1 < np.unique(np.round(np.log10(np.maximum(values, 1e-300)), 9)).size <= 10
        demand(not few, "log-uniform-powers-only", f"{seen}, and there are only a few different ones")
        decimals = next((d for d in range(6) if (values == np.round(values, d)).all()), None)
        demand(n == 1 or decimals is None, "log-uniform-rounded", f"{seen}, all with {decimals} decimals at most")
        powers = np.log10(np.maximum(values, 1e-300) / low) / np.log10(high / low)
        middle = n > 100 and float(np.mean((powers > 0.25) & (powers < 0.75))) > 0.6
        demand(inside or not (middle or bell), "log-uniform-normal", seen)
        demand(inside, "log-uniform-out-of-range", seen)


@check("log_uniform", "each power of ten gets the same share")
def test_log_uniform_shares(student: Any, new_rng: Any) -> None:
    for low, high in ((2e-4, 2.0), (0.03, 300.0)):
        values = drawn(student, low, high, 4000, new_rng())
        seen_range = f"between {low:g} and {high:g}"
        demand((values >= low * (1 - 1e-6)).all() and (values <= high * (1 + 1e-6)).all(), "log-uniform-out-of-range",
               f"{seen_range}, the numbers run from {values.min():.3g} to {values.max():.3g}")  # fmt: skip
        demand(
            np.unique(values).size > 1, "log-uniform-one-value", f"{seen_range}, all 4,000 numbers are {values[0]:.3g}"
        )
        logs = np.log10(values)
        kinds = np.unique(np.round(logs, 9)).size
        demand(kinds > 10, "log-uniform-powers-only", f"{seen_range}, there are only {kinds} different numbers")
        ends = float(np.mean((values < low * (1 + 1e-6)) | (values > high * (1 - 1e-6))))
        demand(ends < 0.02, "log-uniform-clipped", f"{seen_range}, {ends:.0%} of the numbers are one of these two")
        shares = np.histogram(logs, bins=4, range=(np.log10(low), np.log10(high)))[0] / values.size
        seen = f"{seen_range}, the four powers of ten get " + ", ".join(f"{share:.1%}" for share in shares)
        places = (np.log1p(np.sort(values)) - np.log1p(low)) / (np.log1p(high) - np.log1p(low))
        demand(np.abs(places - np.linspace(0, 1, values.size)).max() > 0.04, "log-uniform-log1p", seen)
        demand(shares[-1] < 0.8, "log-uniform-uniform", seen)
        demand(shares[0] < 0.6, "log-uniform-piled-up-below", seen)
        middle = shares[1] + shares[2]
        demand(middle < 0.65, "log-uniform-normal", seen)
        even = np.allclose(np.diff(np.sort(logs)), (np.log10(high) - np.log10(low)) / (values.size - 1), rtol=0.05)
        known = "log-uniform-grid" if (np.diff(values) >= 0).all() else "log-uniform-grid-shuffled"
        demand(not even, known, f"{seen_range}, the numbers stand at equal distances")
        demand(np.abs(shares - 0.25).max() < 0.04, "log-uniform-other", seen)
        demand((np.diff(values) < 0).any(), "log-uniform-sorted", f"{seen_range}, the numbers come in order of size")


@check("log_uniform", "the numbers are drawn from rng")
def test_log_uniform_rng(student: Any, new_rng: Any) -> None:
    one, other = new_rng(), new_rng()
    first, again, another = (drawn(student, 0.001, 10.0, 12, source) for source in (one, one, other))
    demand((first == again).all(), "log-uniform-ignores-rng", "two calls with equal generators give different numbers")
    demand(
        (first != another).any(), "log-uniform-own-seed", "two calls with different generators give the same numbers"
    )


# -- 17  the gate


@check("test_accuracy", "the network reads 98 of 100 handwritten digits that it has not seen")
def test_test_accuracy(
    student: Any, reference: Any, rng: Rng, new_rng: Any, gate: Any, measured: Any, live: bool
) -> None:
    run_gate(student, reference, rng, new_rng, gate, measured, live)
