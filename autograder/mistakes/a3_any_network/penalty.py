"""Mistakes in what weights cost, l2_penalty, and in the loss of the whole network, deep_loss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a3_any_network")

Array = np.ndarray[Any, Any]
Params = Sequence[Array]

l2_penalty = Catalogue("l2_penalty")
deep_loss = Catalogue("deep_loss")


def squares(arrays: Sequence[Array]) -> float:
    return float(sum(np.sum(array**2) for array in arrays))


# l2_penalty


@l2_penalty.mistake(
    "You let the biases cost something too.",
    "A bias multiplies nothing, so it can't make much of little. Only the weights count: every second array.",
)
def penalty_with_biases(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params)


@l2_penalty.mistake(
    "You take the biases, and leave the weights out.",
    "The weights stand in the even positions, which begin with 0: params[0::2].",
)
def penalty_of_biases(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[1::2])


@l2_penalty.mistake(
    "You leave out the half: it is lambda times the sum of squares.",
    "The ½ is there so that the derivative is lambda times W, without a 2.",
)
def penalty_no_half(params: Params, lam: float) -> Any:
    return lam * squares(params[0::2])


@l2_penalty.mistake(
    "You leave out lambda.",
    "lambda says how much large weights are minded. With 0 they cost nothing.",
)
def penalty_no_lambda(params: Params, lam: float) -> Any:
    return squares(params[0::2]) / 2


@l2_penalty.mistake(
    "You do not square the weights.",
    "Then positive and negative ones cancel, and large negative weights would even earn something.",
)
def penalty_no_square(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.sum(W) for W in params[0::2]))


@l2_penalty.mistake(
    "You add up absolute values instead of squares.",
    "That is the L1 penalty, another one. Here a weight of 2 costs four times as much as a weight of 1.",
)
def penalty_absolute(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.abs(W).sum() for W in params[0::2]))


@l2_penalty.mistake(
    "You take the root: the sum of the norms of the weight matrices, without the square.",
    "np.linalg.norm takes a root at its end. The penalty is the sum of squares itself.",
)
def penalty_norms(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.linalg.norm(W) for W in params[0::2]))


@l2_penalty.mistake(
    "You take the root of the whole sum of squares.",
    "The penalty is the sum of squares itself; its derivative is then simply lambda times W.",
)
def penalty_root(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[0::2]) ** 0.5


@l2_penalty.mistake(
    "You square the sum of the weights, where the sum of the squares is asked for.",
    "Square each weight first, then add up. Mind the brackets.",
)
def penalty_square_of_sum(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.sum(W) ** 2 for W in params[0::2]))


@l2_penalty.mistake(
    "You take the mean of the squares of each matrix, not their sum.",
    "Every weight costs by itself, however many others there are. np.sum, not np.mean.",
)
def penalty_mean(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.mean(W**2) for W in params[0::2]))


@l2_penalty.mistake(
    "You count the first layer only.",
    "All layers have weights. A return inside the loop, or params[0] for params[0::2], would do this.",
)
def penalty_first_layer(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[:1])


@l2_penalty.mistake(
    "You count the last layer only.",
    "Add up over the layers: look for an = that should be +=.",
)
def penalty_last_layer(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[-2:-1])


@l2_penalty.mistake(
    "You count two layers, whatever the depth.",
    "A network may have any number of layers: go through params[0::2] rather than naming W1 and W2.",
)
def penalty_two_layers(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[0:4:2])


@l2_penalty.mistake(
    "You leave the last layer out.",
    "The output layer's weights cost as much as the others'. Look at where your loop or slice ends.",
)
def penalty_without_last(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[0:-2:2])


@l2_penalty.mistake(
    "You multiply by lambda squared.",
    "lambda stands outside the square: only the weights are squared.",
)
def penalty_lambda_squared(params: Params, lam: float) -> Any:
    return lam**2 / 2 * squares(params[0::2])


@l2_penalty.mistake(
    "You divide by lambda.",
    "The larger lambda is, the more the weights cost. And with 0 they cost nothing.",
)
def penalty_divided(params: Params, lam: float) -> Any:
    return squares(params[0::2]) / (2 * lam)


@l2_penalty.mistake(
    "You square each matrix with itself, W @ W or W @ W.T, instead of entry by entry.",
    "A matrix product multiplies different weights with each other. Each weight by itself is W**2 or W * W.",
)
def penalty_matrix_product(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.sum(W @ W.T) for W in params[0::2]))


@l2_penalty.mistake(
    "You return a number for each layer.",
    "The loss is a single number: add up over the layers.",
)
def penalty_each_layer(params: Params, lam: float) -> Any:
    return [lam / 2 * float(np.sum(W**2)) for W in params[0::2]]


@l2_penalty.mistake(
    "You square the weights in place, with `**=` or `*=`.",
    "That overwrites the network's own weights. W**2 makes a new array.",
)
def penalty_in_place(params: Params, lam: float) -> Any:
    total = 0.0
    for W in params[0::2]:
        W **= 2
        total += W.sum()
    return lam / 2 * total


@l2_penalty.mistake(
    "You leave the first layer out.",
    "Its weights cost as much as the others'. Look at where your loop or slice begins.",
)
def penalty_without_first(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[2::2])


@l2_penalty.mistake(
    "You divide by the number of layers: a mean over layers.",
    "Every weight costs by itself, however many layers there are.",
)
def penalty_over_layers(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[0::2]) / (len(params) // 2)


@l2_penalty.mistake(
    "You divide the squares of each matrix by its number of rows, or take a mean along one axis.",
    "Every weight costs by itself: nothing is divided but by 2.",
)
def penalty_over_units(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.sum(W**2) / len(W) for W in params[0::2]))


@l2_penalty.mistake(
    "You divide the squares of each matrix by its number of columns, or take a mean along one axis.",
    "Every weight costs by itself: nothing is divided but by 2.",
)
def penalty_over_inputs(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.sum(W**2) / W.shape[1] for W in params[0::2]))


@l2_penalty.mistake(
    "You divide by the number of all weights: their mean square.",
    "Every weight costs by itself, however many others there are.",
)
def penalty_mean_of_all(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[0::2]) / sum(W.size for W in params[0::2])


@l2_penalty.mistake(
    "You halve lambda with //, which leaves whole numbers only.",
    "0.1 // 2 is 0. A plain division keeps the decimals.",
)
def penalty_whole_lambda(params: Params, lam: float) -> Any:
    return lam // 2 * squares(params[0::2])


@l2_penalty.mistake(
    "Your factor stands inside the square: each weight is multiplied by lambda / 2 first.",
    "Only the weights are squared; lambda / 2 multiplies the sum at the end.",
)
def penalty_lambda_and_half_inside(params: Params, lam: float) -> Any:
    return squares([lam / 2 * W for W in params[0::2]])


@l2_penalty.mistake(
    "Your lambda stands inside the square as well as in front of it.",
    "Only the weights are squared; lambda multiplies the sum once, at the end.",
)
def penalty_lambda_inside_too(params: Params, lam: float) -> Any:
    return lam / 2 * squares([lam * W for W in params[0::2]])


@l2_penalty.mistake(
    "You take the third power of the weights.",
    "A square: then a weight of 2 costs four times as much as a weight of 1, and a negative one costs as well.",
)
def penalty_cubes(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.sum(W**3) for W in params[0::2]))


@l2_penalty.mistake(
    "You take 0.01 for lambda, whatever `lam` says.",
    "Use the argument.",
)
def penalty_fixed_lambda_hundredth(params: Params, lam: float) -> Any:
    return 0.005 * squares(params[0::2])


@l2_penalty.mistake(
    "You take 0.1 for lambda, whatever `lam` says.",
    "Use the argument.",
)
def penalty_fixed_lambda_tenth(params: Params, lam: float) -> Any:
    return 0.05 * squares(params[0::2])


@l2_penalty.mistake(
    "You take the largest weight of each matrix instead of all of them.",
    "Every weight costs by itself: add up all the squares.",
)
def penalty_largest(params: Params, lam: float) -> Any:
    return lam / 2 * float(sum(np.max(W**2) for W in params[0::2]))


@l2_penalty.mistake(
    "You add up the squares along one axis only.",
    "A single number is asked for: np.sum without an axis adds up all entries of a matrix.",
)
def penalty_each_unit(params: Params, lam: float) -> Any:
    return lam / 2 * np.sum(params[-2] ** 2, axis=0)


# deep_loss


@deep_loss.mistake(
    "You leave the penalty out: it is the cross-entropy alone.",
    "With lambda above 0 large weights have to cost something: add l2_penalty.",
)
def loss_no_penalty(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0)


@deep_loss.mistake(
    "You subtract the penalty.",
    "Large weights should make the loss larger, so that training avoids them. As it is they are rewarded.",
)
def loss_minus_penalty(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, -lam)


@deep_loss.mistake(
    "You multiply the penalty by lambda once more.",
    "l2_penalty has lambda in it already.",
)
def loss_lambda_twice(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, lam * lam)


@deep_loss.mistake(
    "You divide the penalty by m, the number of digits.",
    "The weights do not belong to the digits. Some books divide here as well; this course does not.",
)
def loss_penalty_over_m(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, lam / Y.size)


@deep_loss.mistake(
    "You return the penalty alone.",
    "The loss is how wrong the answers are, plus what the weights cost.",
)
def loss_penalty_only(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You multiply cross-entropy and penalty, where they have to be added.",
    "Without a penalty the loss would be 0, and nothing left to learn.",
)
def loss_product(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) * ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You hand cross_entropy the last Z, not the last A.",
    "cross_entropy wants probabilities. In what forward_deep returns, the last entry is A, the last but one Z.",
)
def loss_of_logits(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    cache = ref.forward_deep(params, X, activation)
    return ref.cross_entropy(cache[-2], Y) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You apply softmax once more to what forward_deep returns.",
    "The last A are probabilities already: forward_deep ends in softmax.",
)
def loss_softmax_twice(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    cache = ref.forward_deep(params, X, activation)
    return ref.cross_entropy(ref.softmax(cache[-1]), Y) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You hand cross_entropy the whole list that forward_deep returns.",
    "It wants the probabilities alone, the last entry of the list: [-1].",
)
def loss_of_whole_cache(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.cross_entropy(ref.forward_deep(params, X, activation), Y) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You use ReLU whatever `activation` says.",
    "Pass the argument `activation` on to forward_deep.",
)
def loss_always_relu(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, "relu", lam)


@deep_loss.mistake(
    "You add up the digits' losses, where their mean is asked for.",
    "cross_entropy takes the mean already. Look for a factor m.",
)
def loss_summed(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return Y.size * ref.deep_loss(params, X, Y, activation, 0.0) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You divide the whole loss by m once more.",
    "cross_entropy takes the mean already, and the penalty has nothing to do with the number of digits.",
)
def loss_over_m(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, lam) / Y.size


@deep_loss.mistake(
    "You return cross-entropy and penalty as two numbers.",
    "Training makes one number small: their sum.",
)
def loss_two_numbers(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0), ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You count the penalty with a lambda of 0.1, whatever `lam` says.",
    "Pass the argument `lam` on to l2_penalty.",
)
def loss_fixed_lambda(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.1)


@deep_loss.mistake(
    "Your penalty is twice as large as it should be: the half is missing.",
    "It is half of lambda times the squares; l2_penalty has both in it already.",
)
def loss_penalty_doubled(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 2 * lam)


@deep_loss.mistake(
    "Your penalty is half as large as it should be.",
    "l2_penalty has the ½ in it already.",
)
def loss_penalty_halved(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, lam / 2)


@deep_loss.mistake(
    "You multiply the penalty by m, or add it once for each digit.",
    "It concerns the weights, and counts once.",
)
def loss_penalty_times_m(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, lam * Y.size)


@deep_loss.mistake(
    "You let the biases cost something too.",
    "The penalty counts weights only: l2_penalty does it right.",
)
def loss_penalty_of_biases_too(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) + lam / 2 * squares(params)


@deep_loss.mistake(
    "Your penalty counts the first layer only.",
    "All layers have weights. Hand the whole list to l2_penalty.",
)
def loss_penalty_first_layer(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) + ref.l2_penalty(params[:2], lam)


@deep_loss.mistake(
    "Your penalty counts the last layer only.",
    "All layers have weights. Hand the whole list to l2_penalty.",
)
def loss_penalty_last_layer(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) + ref.l2_penalty(params[-2:], lam)


@deep_loss.mistake(
    "Your penalty has no lambda: the squares count in full, also where lambda is 0.",
    "Pass the argument `lam` on to l2_penalty.",
)
def loss_penalty_without_lambda(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 1.0)


@deep_loss.mistake(
    "You count the penalty with a lambda of 0.01, whatever `lam` says.",
    "Pass the argument `lam` on to l2_penalty.",
)
def loss_fixed_lambda_hundredth(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.01)


@deep_loss.mistake(
    "You hand cross_entropy the first layer's Z or A, not the last A.",
    "The probabilities are the last entry of what forward_deep returns: [-1].",
)
def loss_of_first(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.cross_entropy(ref.forward_deep(params, X, activation)[0], Y) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You hand cross_entropy the first layer's A, not the last one.",
    "The probabilities are the last entry of what forward_deep returns: [-1].",
)
def loss_of_first_a(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.cross_entropy(ref.forward_deep(params, X, activation)[1], Y) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the logarithm to the base 10.",
    "Cross-entropy has the natural logarithm. cross_entropy is given; it does this right.",
)
def loss_log10(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) / np.log(10) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the logarithm to the base 2.",
    "Cross-entropy has the natural logarithm. cross_entropy is given; it does this right.",
)
def loss_log2(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) / np.log(2) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the mean over all classes too: your cross-entropy is divided by their number.",
    "Each digit has one true class. The mean is over the digits, m of them.",
)
def loss_mean_over_classes(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) / len(params[-1]) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the mean of the probabilities first, then the logarithm.",
    "Each digit has a loss of its own, -log of its probability; the mean comes last.",
)
def loss_log_of_mean(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return -np.log(np.mean(probabilities[Y, np.arange(Y.size)])) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "Your cross-entropy lacks its minus sign.",
    "The logarithm of a probability is negative, and a loss is not.",
)
def loss_no_minus(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.l2_penalty(params, lam) - ref.deep_loss(params, X, Y, activation, 0.0)


@deep_loss.mistake(
    "You return a loss for each digit.",
    "A single number: the mean over the digits.",
)
def loss_each_digit(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return -np.log(probabilities[Y, np.arange(Y.size)]) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take squared differences from the one-hot labels in the place of cross-entropy.",
    "The loss is -log of the probability that the true class gets. cross_entropy is given.",
)
def loss_squared_error(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return np.mean((probabilities - ref.one_hot(Y, len(probabilities))) ** 2) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take squared differences from the one-hot labels, added up for each digit, in the place of cross-entropy.",
    "The loss is -log of the probability that the true class gets. cross_entropy is given.",
)
def loss_squared_error_summed(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return np.sum((probabilities - ref.one_hot(Y, len(probabilities))) ** 2) / Y.size + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the share of digits that are misread in the place of cross-entropy.",
    "The loss looks at how probable the true class is, not only at which one is largest.",
)
def loss_share_wrong(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return np.mean(probabilities.argmax(axis=0) != Y) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take 1 minus the probability of the true class, without a logarithm.",
    "The loss is -log of that probability: it grows without end where the answer is surely wrong.",
)
def loss_one_minus_probability(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return 1 - np.mean(probabilities[Y, np.arange(Y.size)]) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the probability of the largest class, not of the true one.",
    "The loss depends on the labels: Y says which class is the true one.",
)
def loss_of_predicted(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return ref.cross_entropy(probabilities, probabilities.argmax(axis=0)) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You let the other classes count too: -log(1 - p) of each is added.",
    "Only the probability of the true class counts.",
)
def loss_binary(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    H = ref.one_hot(Y, len(probabilities))
    both = H * np.log(probabilities) + (1 - H) * np.log(1 - probabilities)
    return -np.mean(both.sum(axis=0)) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You multiply the cross-entropy by lambda as well.",
    "lambda belongs to the penalty alone, which has it in it already.",
)
def loss_lambda_on_cross_entropy(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return lam * ref.deep_loss(params, X, Y, activation, 0.0) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You divide the cross-entropy by m once more.",
    "cross_entropy takes the mean already.",
)
def loss_cross_entropy_over_m(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) / Y.size + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You double the cross-entropy.",
    "It is added to the penalty once.",
)
def loss_doubled(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return 2 * ref.deep_loss(params, X, Y, activation, 0.0) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the mean of all the logarithms: the labels have no influence.",
    "Only the probability of the true class counts, the one that Y names.",
)
def loss_of_all_classes(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    probabilities = ref.forward_deep(params, X, activation)[-1]
    return -np.mean(np.log(probabilities)) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "Your penalty adds up absolute values of the weights, not squares.",
    "That is another one, L1. l2_penalty has the squares.",
)
def loss_absolute_penalty(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) + lam / 2 * float(sum(np.abs(W).sum() for W in params[0::2]))


@l2_penalty.mistake(
    "You take the largest singular value, np.linalg.norm(W, 2), for the norm of a matrix.",
    "Asked for is the sum of the squares of all entries. np.linalg.norm(W) without the 2 is its root.",
)
def penalty_singular(params: Params, lam: float) -> Any:
    return lam / 2 * sum(np.linalg.norm(W, 2) ** 2 for W in params[0::2])


@l2_penalty.mistake(
    "You take the first half of the list, params[0], params[1], ..., for the weights.",
    "The weights stand in the even positions: params[2 * l], or every second array from 0 on.",
)
def penalty_first_half(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[: len(params) // 2])


@l2_penalty.mistake(
    "You take powers of 2 with the weights as exponents.",
    "A square is w ** 2, or np.square(w): first the base, then the exponent.",
)
def penalty_powers_of_two(params: Params, lam: float) -> Any:
    return lam / 2 * sum(np.sum(np.power(2.0, W)) for W in params[0::2])


@l2_penalty.mistake(
    "You divide by 60,000, a number of digits.",
    "The penalty belongs to the weights: the number of digits does not come into it.",
)
def penalty_over_digits(params: Params, lam: float) -> Any:
    return lam / (2 * 60_000) * squares(params[0::2])


@deep_loss.mistake(
    "You divide by the number of pixels, the rows of X, where the number of digits is asked for.",
    "Digits are columns: their number is Y.size, or X.shape[1].",
)
def loss_over_pixels(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    plain = ref.deep_loss(params, X, Y, activation, 0.0)
    return plain * Y.size / len(X) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "Your cross-entropy is half as large as it should be: you divide by 2m.",
    "The half belongs to the penalty. Cross-entropy is the plain mean over the digits.",
)
def loss_halved(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    return ref.deep_loss(params, X, Y, activation, 0.0) / 2 + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "Your mean is divided by m - 1.",
    "It is a mean over m digits.",
)
def loss_ddof(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    plain = ref.deep_loss(params, X, Y, activation, 0.0)
    return np.float64(plain) * Y.size / np.float64(Y.size - 1) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take the median of the digits' losses, where their mean is asked for.",
    "Every digit counts in the loss, the worst ones too: np.mean.",
)
def loss_median(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    A = ref.forward_deep(params, X, activation)[-1]
    return float(np.median(-np.log(A[Y, np.arange(Y.size)]))) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take -log(1 - p), with 1 minus the probability of the true class.",
    "The loss is large where the true class gets a small probability: -log(p).",
)
def loss_of_complement(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    A = ref.forward_deep(params, X, activation)[-1]
    return float(np.mean(-np.log(1 - A[Y, np.arange(Y.size)]))) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take whole rows of probabilities, A[Y], where each digit has one of its own.",
    "Row and column go together: A[Y, np.arange(m)] has the probability of the true class of each digit.",
)
def loss_of_rows(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    A = ref.forward_deep(params, X, activation)[-1]
    return float(np.mean(-np.log(A[Y]))) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "You take whole rows of probabilities, A[Y], and add up too many logarithms.",
    "Row and column go together: A[Y, np.arange(m)] has the probability of the true class of each digit.",
)
def loss_of_rows_summed(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    A = ref.forward_deep(params, X, activation)[-1]
    return float(np.sum(-np.log(A[Y])) / Y.size) + ref.l2_penalty(params, lam)


@deep_loss.mistake(
    "Your forward pass has ReLU or the like in front of softmax: the last Z is bent first.",
    "The output layer has softmax alone. Use what forward_deep returns.",
)
def loss_bent_output(params: Params, X: Array, Y: Array, activation: str, lam: float) -> Any:
    Z = ref.forward_deep(params, X, activation)[-2]
    return ref.cross_entropy(ref.softmax(ref.activate(Z, activation)), Y) + ref.l2_penalty(params, lam)


@l2_penalty.mistake(
    "You leave out the first array only, and count all others, biases as well.",
    "The weights stand in the even positions, 0, 2, 4, ...: only these cost something.",
)
def penalty_all_but_first_array(params: Params, lam: float) -> Any:
    return lam / 2 * squares(params[1:])


@l2_penalty.mistake(
    "You take the squares of the biases away from those of the weights.",
    "Biases have no part in it, neither added nor taken away.",
)
def penalty_minus_biases(params: Params, lam: float) -> Any:
    return lam / 2 * (squares(params[0::2]) - squares(params[1::2]))
