"""Mistakes in train_lenet: batches that are lost or repeated, steps that lead nowhere, losses that are not kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a4_convolution")

Array = np.ndarray[Any, Any]
Params = tuple[Array, ...]
Rng = np.random.Generator

train_lenet = Catalogue("train_lenet")


def batches(m: int, batch_size: int, epochs: int, rng: Rng) -> Iterator[Array]:
    """The numbers of the pictures in each batch, which is right."""
    for _ in range(epochs):
        order = rng.permutation(m)
        for start in range(0, m, batch_size):
            yield order[start : start + batch_size]


def look(X: Array, Y: Array, params: Params) -> tuple[float, Params]:
    """Loss and gradients of a batch."""
    caches = ref.lenet_forward(X, params)
    return ref.cross_entropy(caches[-1], Y), ref.lenet_backward(X, Y, params, caches)


def step(params: Params, gradients: Params, alpha: float) -> Params:
    """One step downhill."""
    return tuple(p - alpha * dp for p, dp in zip(params, gradients, strict=True))


def follow(X: Array, Y: Array, params: Params, alpha: float, some: Iterator[Array]) -> tuple[Params, list[float]]:
    """Train on these batches, which is right."""
    losses = []
    for batch in some:
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "You step uphill: plus where minus is due.",
    "The gradient points to where the loss rises fastest. Go the other way.",
)
def lenet_train_uphill(X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng) -> Any:
    return follow(X, Y, params, -alpha, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "You leave out alpha: each step is as long as the gradient.",
    "The learning rate says how long a step is. Multiply the gradient by it.",
)
def lenet_train_no_alpha(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, 1.0, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "The parameters that come back are those that went in: the steps are lost.",
    "What a step gives has to replace params, so that the next batch starts from it and the end returns it.",
)
def lenet_train_steps_lost(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return params, [look(X[..., b], Y[b], params)[0] for b in batches(Y.size, batch_size, epochs, rng)]


@train_lenet.mistake(
    "You start anew from the first parameters in each step.",
    "Each batch goes on from where the one before has led.",
)
def lenet_train_starts_anew(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses, last = [], params
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        last = step(params, gradients, alpha)
    return last, losses


@train_lenet.mistake(
    "Only a single epoch counts, whatever `epochs` is.",
    "The outer loop runs epochs times, and each epoch goes on from where the one before has led. Look at where your "
    "return stands, and at what it is indented under.",
)
def lenet_train_one_epoch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, batch_size, 1, rng))


@train_lenet.mistake(
    "You train on a single batch and stop.",
    "All batches of an epoch have their turn. Look at where your return stands, and at what it is indented under.",
)
def lenet_train_one_batch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, iter([rng.permutation(Y.size)[:batch_size]]))


@train_lenet.mistake(
    "You take one epoch too many.",
    "range(epochs) counts from 0 and gives epochs rounds.",
)
def lenet_train_epoch_too_many(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs + 1, rng))


@train_lenet.mistake(
    "You drop the last batch where it is shorter than the others.",
    "It counts like the others: a slice that ends beyond the end of the order is just shorter.",
)
def lenet_train_short_batch_dropped(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    whole = (b for b in batches(Y.size, batch_size, epochs, rng) if b.size == min(batch_size, Y.size))
    return follow(X, Y, params, alpha, whole)


@train_lenet.mistake(
    "Each step uses all pictures in place of its batch.",
    "The forward and the backward pass get the pictures and labels of the batch only.",
)
def lenet_train_whole_batches(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    everything = (np.arange(Y.size) for _ in batches(Y.size, batch_size, epochs, rng))
    return follow(X, Y, params, alpha, everything)


@train_lenet.mistake(
    "You only update the weights, not the biases.",
    "All six parameters take a step: params and gradients go hand in hand.",
)
def lenet_train_weights_only(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = tuple(
            p - alpha * dp if at % 2 == 0 else p for at, (p, dp) in enumerate(zip(params, gradients, strict=True))
        )
    return params, losses


@train_lenet.mistake(
    "You take the pictures in the order in which they came.",
    "Draw a new order in each epoch, rng.permutation(m): neighbours in a file may be alike.",
)
def lenet_train_not_shuffled(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    in_order = (np.arange(i, min(i + batch_size, Y.size)) for _ in range(epochs) for i in range(0, Y.size, batch_size))
    return follow(X, Y, params, alpha, in_order)


@train_lenet.mistake(
    "You draw the order once and use it in every epoch.",
    "A new order in each epoch makes new batches. The permutation belongs inside the outer loop.",
)
def lenet_train_same_order(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    order = rng.permutation(Y.size)
    again = (order[i : i + batch_size] for _ in range(epochs) for i in range(0, Y.size, batch_size))
    return follow(X, Y, params, alpha, again)


@train_lenet.mistake(
    "You draw each batch at random from all pictures: some come twice in an epoch and some never.",
    "One order of all pictures, cut into batches, gives each of them its turn.",
)
def lenet_train_repeated(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    drawn = (rng.integers(0, Y.size, b.size) for b in batches(Y.size, batch_size, epochs, rng))
    return follow(X, Y, params, alpha, drawn)


@train_lenet.mistake(
    "You shuffle the pictures and leave the labels where they are.",
    "Pictures and labels are picked with the same numbers: X[..., batch] and Y[batch].",
)
def lenet_train_labels_left(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for _ in range(epochs):
        order = rng.permutation(Y.size)
        for start in range(0, Y.size, batch_size):
            batch = order[start : start + batch_size]
            loss, gradients = look(X[..., batch], Y[start : start + batch_size], params)
            losses.append(loss)
            params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "You draw the orders from a generator of your own.",
    "Then each run is the same, whatever the caller asks for. Draw from the `rng` that is given.",
)
def lenet_train_own_seed(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, np.random.default_rng(0)))


@train_lenet.mistake(
    "You draw the orders from NumPy's global generator and not from `rng`.",
    "With equal generators two runs must be equal, or an experiment can't be repeated.",
)
def lenet_train_ignores_rng(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    own = np.random.default_rng(np.random.randint(2**31))  # the global generator decides
    return follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, own))


@train_lenet.mistake(
    "You note each batch's loss after its step.",
    "The loss of the forward pass before the step is wanted: it is there already, and costs no second pass.",
)
def lenet_train_loss_after(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        params = step(params, look(X[..., batch], Y[batch], params)[1], alpha)
        losses.append(look(X[..., batch], Y[batch], params)[0])
    return params, losses


@train_lenet.mistake(
    "You return the last loss only, not a list of all.",
    "losses holds an entry for each batch: append to a list that begins empty before the loops.",
)
def lenet_train_last_loss(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    params, losses = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    return params, losses[-1:]


@train_lenet.mistake(
    "Your list has one loss for each epoch.",
    "It holds an entry for each batch: the loss is appended in the inner loop.",
)
def lenet_train_loss_an_epoch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    params, losses = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    return params, [float(part.mean()) for part in np.array_split(np.array(losses), epochs)]


@train_lenet.mistake(
    "Your list of losses is empty.",
    "Append each batch's loss to it in the inner loop.",
)
def lenet_train_no_losses(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    params, _ = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    return params, list[float]()


@train_lenet.mistake(
    "You return the parameters without the losses.",
    "Two things come back: the tuple of six parameters, and the list of losses.",
)
def lenet_train_params_only(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))[0]


@train_lenet.mistake(
    "You divide the step by the size of the batch.",
    "lenet_backward gives the gradient of the mean already: the step is alpha times it.",
)
def lenet_train_divided_again(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha / batch_size, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "The training is right, but it shuffles the caller's own labels.",
    "Pick a batch with its numbers, Y[batch], and leave Y as it is.",
)
def lenet_train_changes_labels(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    result = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    Y[:] = Y[::-1].copy()
    return result


@train_lenet.mistake(
    "You drop the last batch of each epoch, also where it is a whole one.",
    "range stops before its end: with m - batch_size as the end, the last start is left out.",
)
def lenet_train_last_batch_dropped(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    starts = range(0, Y.size - batch_size, batch_size)
    orders = (rng.permutation(Y.size) for _ in range(epochs))
    return follow(X, Y, params, alpha, (order[i : i + batch_size] for order in orders for i in starts))


@train_lenet.mistake(
    "You shuffle the labels and leave the pictures where they are.",
    "Pictures and labels are picked with the same numbers: X[..., batch] and Y[batch].",
)
def lenet_train_pictures_left(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for _ in range(epochs):
        order = rng.permutation(Y.size)
        for start in range(0, Y.size, batch_size):
            batch = order[start : start + batch_size]
            loss, gradients = look(X[..., start : start + batch_size], Y[batch], params)
            losses.append(loss)
            params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "You take one epoch too few.",
    "range(epochs) counts from 0 and gives epochs rounds; range(1, epochs) gives one less.",
)
def lenet_train_epoch_missing(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs - 1, rng))


@train_lenet.mistake(
    "You multiply the step by the number of pictures in the batch.",
    "lenet_backward gives the gradient of the mean, and so it stays: the step is alpha times it.",
)
def lenet_train_times_batch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, alpha * batch.size)
    return params, losses


@train_lenet.mistake(
    "You divide the step by the number of pictures in the batch.",
    "lenet_backward gives the gradient of the mean already: the step is alpha times it.",
)
def lenet_train_divided_by_pictures(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, alpha / batch.size)
    return params, losses


@train_lenet.mistake(
    "You divide the step by the number of all pictures.",
    "lenet_backward gives the gradient of the mean already: the step is alpha times it.",
)
def lenet_train_divided_by_all(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha / Y.size, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "You make the step of a short batch shorter.",
    "The last batch counts like the others, and its gradient is the mean over its own pictures.",
)
def lenet_train_short_batch_counts_less(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, alpha * batch.size / batch_size)
    return params, losses


@train_lenet.mistake(
    "Your batches are one picture short, and that picture is never used.",
    "A slice stops before its end: from start to start + batch_size there are batch_size entries.",
)
def lenet_train_batch_too_small(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, (b[: batch_size - 1] for b in batches(Y.size, batch_size, epochs, rng)))


@train_lenet.mistake(
    "Your learning rate is always 0.1.",
    "It is an argument, alpha.",
)
def lenet_train_fixed_alpha(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, 0.1, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "Your batches always have 32 pictures.",
    "The size of a batch is an argument, batch_size.",
)
def lenet_train_fixed_batch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, 32, epochs, rng))


@train_lenet.mistake(
    "You take one step in each epoch, with all pictures or with a single batch.",
    "An epoch makes a step for each batch of batch_size pictures: the step belongs in the inner loop.",
)
def lenet_train_no_batches(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha, batches(Y.size, Y.size, epochs, rng))


@train_lenet.mistake(
    "You train on the first batch of the order again and again.",
    "Each batch has its turn: the slice begins where the one before has ended.",
)
def lenet_train_first_batch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    orders = (rng.permutation(Y.size) for _ in range(epochs))
    return follow(X, Y, params, alpha, (order[:batch_size] for order in orders for _ in range(0, Y.size, batch_size)))


@train_lenet.mistake(
    "You cut the pictures into batches of nearly equal size.",
    "All batches have batch_size pictures but the last, which has what is left. np.array_split shares them out evenly.",
)
def lenet_train_even_batches(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    count = -(-Y.size // batch_size)
    return follow(
        X, Y, params, alpha, (b for _ in range(epochs) for b in np.array_split(rng.permutation(Y.size), count))
    )


@train_lenet.mistake(
    "Your steps carry momentum over from those before.",
    "Each step is alpha times the gradient of its batch, and nothing else.",
)
def lenet_train_momentum(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses: list[float] = []
    speed = tuple(0 * p for p in params)
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        speed = tuple(0.9 * v + dp for v, dp in zip(speed, gradients, strict=True))
        params = step(params, speed, alpha)
    return params, losses


@train_lenet.mistake(
    "You return the parameters from before the last step, perhaps those with the lowest loss.",
    "What comes back are the parameters after the last step.",
)
def lenet_train_step_before_last(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses, before = [], params
    for batch in batches(Y.size, batch_size, epochs, rng):
        before = params
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, alpha)
    return before, losses


@train_lenet.mistake(
    "The gradients of an epoch's batches all come from the parameters at its beginning.",
    "Each batch looks at the network as the batch before has left it.",
)
def lenet_train_old_gradients(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for _ in range(epochs):
        old = params
        for batch in batches(Y.size, batch_size, 1, rng):
            loss, gradients = look(X[..., batch], Y[batch], old)
            losses.append(loss)
            params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "You keep the loss of the last batch of each epoch only.",
    "losses holds an entry for each batch: the loss is appended in the inner loop.",
)
def lenet_train_last_loss_of_epoch(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    trained, losses = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    count = -(-Y.size // batch_size)
    return trained, losses[count - 1 :: count]


@train_lenet.mistake(
    "Your losses are sums over the pictures of a batch.",
    "The loss is the mean: cross_entropy gives it, and nothing is multiplied.",
)
def lenet_train_loss_sum(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss * batch.size)
        params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "You keep the share of pictures that were read rightly, not the loss.",
    "losses holds the cross-entropy of each batch.",
)
def lenet_train_accuracy(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    shares = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        answers = ref.lenet_forward(X[..., batch], params)[-1].argmax(axis=0)
        shares.append(float(np.mean(answers == Y[batch])))
        params = step(params, look(X[..., batch], Y[batch], params)[1], alpha)
    return params, shares


@train_lenet.mistake(
    "You return the losses before the parameters.",
    "The order is params, losses.",
)
def lenet_train_swapped(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    trained, losses = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    return losses, trained


@train_lenet.mistake(
    "You drop the last batch where it is shorter than the others.",
    "It counts like the others: a slice that ends beyond the end of the order is just shorter.",
)
def lenet_train_whole_batches_only(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    whole = (b for b in batches(Y.size, batch_size, epochs, rng) if b.size == batch_size)
    return follow(X, Y, params, alpha, whole)


@train_lenet.mistake(
    "Only W3 and b3 learn: the convolutions stay as they were.",
    "All six parameters take a step: params and gradients go hand in hand.",
)
def lenet_train_output_only(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = (*params[:4], *step(params[4:], gradients[4:], alpha))
    return params, losses


@train_lenet.mistake(
    "The pictures do not keep their labels.",
    "Pictures and labels are picked with the same numbers: X[..., batch] and Y[batch].",
)
def lenet_train_labels_exchanged(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for _ in range(epochs):
        order, other = rng.permutation(Y.size), rng.permutation(Y.size)
        for start in range(0, Y.size, batch_size):
            batch = slice(start, start + batch_size)
            loss, gradients = look(X[..., order[batch]], Y[other[batch]], params)
            losses.append(loss)
            params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "The numbers in your list are not the losses of the batches.",
    "Each of them is the cross-entropy of one batch, from the forward pass before its step, as it is.",
)
def lenet_train_other_losses(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    params, losses = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    return params, [sum(losses[: n + 1]) for n in range(len(losses))]


@train_lenet.mistake(
    "Each batch makes two steps.",
    "One step for each batch, and then the next batch has its turn.",
)
def lenet_train_two_steps(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, 2 * alpha)
    return params, losses


@train_lenet.mistake(
    "You multiply by alpha twice.",
    "A step is alpha times the gradient.",
)
def lenet_train_alpha_squared(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha**2, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "Your learning rate falls from epoch to epoch.",
    "All steps have the alpha that is given. Who calls the function makes it smaller from call to call.",
)
def lenet_train_alpha_falls(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses: list[float] = []
    for epoch in range(epochs):
        params, more = follow(X, Y, params, alpha / (1 + epoch), batches(Y.size, batch_size, 1, rng))
        losses += more
    return params, losses


@train_lenet.mistake(
    "Your learning rate falls from step to step.",
    "All steps have the alpha that is given. Who calls the function makes it smaller from call to call.",
)
def lenet_train_alpha_falls_each_step(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses: list[float] = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        params, more = follow(X, Y, params, alpha / (1 + len(losses)), iter([batch]))
        losses += more
    return params, losses


@train_lenet.mistake(
    "Your steps use the sign of the gradient only.",
    "A step is alpha times the gradient itself: where it is steep, the step is long.",
)
def lenet_train_signs(X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, tuple(np.sign(g) for g in gradients), alpha)
    return params, losses


@train_lenet.mistake(
    "You divide each gradient by its length, so that all steps are equally long.",
    "A step is alpha times the gradient itself: where it is steep, the step is long.",
)
def lenet_train_normalised(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, tuple(g / (np.linalg.norm(g) + 1e-8) for g in gradients), alpha)
    return params, losses


@train_lenet.mistake(
    "You cut the gradients off at -1 and 1 before the step.",
    "A step is alpha times the gradient as it is. Nobody asks for clipping here.",
)
def lenet_train_clipped(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, tuple(np.clip(g, -1, 1) for g in gradients), alpha)
    return params, losses


@train_lenet.mistake(
    "The gradients all come from the parameters at the very beginning, although the steps add up.",
    "Each batch looks at the newest parameters, forward and backward. If you keep W1, b1, … in variables of their "
    "own, these have to go into lenet_forward and lenet_backward, and not the old tuple.",
)
def lenet_train_gradients_of_the_start(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    start, losses = params, []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], start)
        losses.append(loss)
        params = step(params, gradients, alpha)
    return params, losses


@train_lenet.mistake(
    "You go forward with the newest parameters, but hand those of the beginning to lenet_backward.",
    "Forward and backward belong together: both need the parameters as they are at this step.",
)
def lenet_train_backward_with_old(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    start, losses = params, []
    for batch in batches(Y.size, batch_size, epochs, rng):
        caches = ref.lenet_forward(X[..., batch], params)
        losses.append(ref.cross_entropy(caches[-1], Y[batch]))
        params = step(params, ref.lenet_backward(X[..., batch], Y[batch], start, caches), alpha)
    return params, losses


@train_lenet.mistake(
    "You go forward only once in an epoch, and the batches take their caches from there.",
    "Each batch needs a forward pass of its own, with the parameters that the batch before has left.",
)
def lenet_train_old_caches(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for _ in range(epochs):
        seen = ref.lenet_forward(X, params)
        for batch in batches(Y.size, batch_size, 1, rng):
            caches = tuple(cache[..., batch] for cache in seen)
            losses.append(ref.cross_entropy(caches[-1], Y[batch]))
            params = step(params, ref.lenet_backward(X[..., batch], Y[batch], params, caches), alpha)
    return params, losses


@train_lenet.mistake(
    "You add each batch's gradients to those of all batches before, and step along the sum.",
    "Each step has the gradients of its own batch alone: start them anew.",
)
def lenet_train_gradients_added_up(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses, total = [], tuple(0 * p for p in params)
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        total = tuple(a + g for a, g in zip(total, gradients, strict=True))
        params = step(params, total, alpha)
    return params, losses


@train_lenet.mistake(
    "Your losses are those of the batches, but each step has the gradient of all pictures.",
    "The gradients come from the same pictures as the loss: X[..., batch] and Y[batch] go into lenet_backward too.",
)
def lenet_train_gradient_of_all(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        losses.append(look(X[..., batch], Y[batch], params)[0])
        params = step(params, look(X, Y, params)[1], alpha)
    return params, losses


@train_lenet.mistake(
    "You start from other parameters than those that are given.",
    "params is where the training starts, so that a second call can go on where the first has ended. Nothing is "
    "drawn anew.",
)
def lenet_train_other_start(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    fresh = tuple(np.asarray(rng.normal(0, 0.3, p.shape)) for p in params)
    return follow(X, Y, fresh, alpha, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "Your losses have the wrong sign.",
    "cross_entropy has its minus already, and a loss is never negative.",
)
def lenet_train_losses_negative(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    params, losses = follow(X, Y, params, alpha, batches(Y.size, batch_size, epochs, rng))
    return params, [-loss for loss in losses]


@train_lenet.mistake(
    "You divide the loss of a short batch by batch_size.",
    "Each loss is the mean over the pictures of its own batch, and the last batch may have fewer: cross_entropy "
    "gives that mean as it is.",
)
def lenet_train_short_loss(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    some = list(batches(Y.size, batch_size, epochs, rng))
    params, losses = follow(X, Y, params, alpha, iter(some))
    return params, [loss * batch.size / batch_size for loss, batch in zip(losses, some, strict=True)]


@train_lenet.mistake(
    "You take the root of alpha.",
    "A step is alpha times the gradient.",
)
def lenet_train_root_of_alpha(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha**0.5, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "Your steps are half as long as they should be.",
    "A step is alpha times the gradient, and nothing is averaged with what was before.",
)
def lenet_train_half_steps(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha / 2, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "You divide the step by the number of epochs.",
    "Each step is alpha times the gradient, however many epochs there are.",
)
def lenet_train_divided_by_epochs(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    return follow(X, Y, params, alpha / epochs, batches(Y.size, batch_size, epochs, rng))


@train_lenet.mistake(
    "You make all parameters a little smaller in each step: weight decay.",
    "A step is alpha times the gradient and nothing else.",
)
def lenet_train_weight_decay(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, tuple(g + 0.01 * p for p, g in zip(params, gradients, strict=True)), alpha)
    return params, losses


@train_lenet.mistake(
    "You make all parameters a little smaller in each step: weight decay.",
    "A step is alpha times the gradient and nothing else.",
)
def lenet_train_weight_decay_small(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, tuple(g + 0.001 * p for p, g in zip(params, gradients, strict=True)), alpha)
    return params, losses


@train_lenet.mistake(
    "You make all parameters a little smaller in each step: weight decay.",
    "A step is alpha times the gradient and nothing else.",
)
def lenet_train_weight_decay_tiny(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, tuple(g + 0.0001 * p for p, g in zip(params, gradients, strict=True)), alpha)
    return params, losses


@train_lenet.mistake(
    "alpha becomes smaller from epoch to epoch.",
    "The learning rate is the same in all epochs: whoever calls train_lenet decides over it.",
)
def lenet_train_decays(X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng) -> Any:
    losses: list[float] = []
    for epoch in range(epochs):
        params, more = follow(X, Y, params, alpha * 0.95**epoch, batches(Y.size, batch_size, 1, rng))
        losses += more
    return params, losses


@train_lenet.mistake(
    "You stop an epoch at the first loss that is larger than the one before.",
    "Losses of single batches jump up and down. Go through all batches of all epochs.",
)
def lenet_train_stops_at_a_rise(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses: list[float] = []
    for _ in range(epochs):
        for batch in batches(Y.size, batch_size, 1, rng):
            loss, gradients = look(X[..., batch], Y[batch], params)
            losses.append(loss)
            params = step(params, gradients, alpha)
            if len(losses) > 1 and losses[-1] > losses[-2]:
                break
    return params, losses


@train_lenet.mistake(
    "You multiply each step by the batch's share of all pictures.",
    "lenet_backward gives the gradient of the batch's mean already, and so it stays: the step is alpha times it.",
)
def lenet_train_times_share(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses = []
    for batch in batches(Y.size, batch_size, epochs, rng):
        loss, gradients = look(X[..., batch], Y[batch], params)
        losses.append(loss)
        params = step(params, gradients, alpha * batch.size / Y.size)
    return params, losses


@train_lenet.mistake(
    "Your batches are one picture too long, so that each overlaps the next.",
    "A slice stops before its end: from start to start + batch_size there are batch_size entries.",
)
def lenet_train_batches_overlap(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    orders = (rng.permutation(Y.size) for _ in range(epochs))
    starts = range(0, Y.size, batch_size)
    return follow(X, Y, params, alpha, (order[i : i + batch_size + 1] for order in orders for i in starts))


@train_lenet.mistake(
    "alpha becomes smaller from epoch to epoch, and is smaller in the first one already.",
    "The learning rate is the same in all epochs: whoever calls train_lenet decides over it.",
)
def lenet_train_decays_at_once(
    X: Array, Y: Array, params: Params, alpha: float, batch_size: int, epochs: int, rng: Rng
) -> Any:
    losses: list[float] = []
    for epoch in range(epochs):
        params, more = follow(X, Y, params, alpha * 0.9 ** (epoch + 1), batches(Y.size, batch_size, 1, rng))
        losses += more
    return params, losses
