"""Mistakes in the forward pass and in the loss: forward_prop and cross_entropy.

Two lines a layer leave room for many slips, and most of them still train to something; so each of the four arrays
is judged, and the slip is named.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.mistakes import Catalogue
from autograder.reference import load

ref = load("a1_first_network")

Array = np.ndarray[Any, Any]

forward_prop = Catalogue("forward_prop")
cross_entropy = Catalogue("cross_entropy")


# forward_prop: what goes into each product


@forward_prop.mistake(
    "You compute Z2 from Z1, before ReLU.",
    "The second layer reads what the hidden units put out. Without ReLU between them two layers are worth only one.",
)
def forward_z2_from_z1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ Z1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You compute Z2 from X, so the hidden layer is left out.",
    "W2 has a column for each hidden unit, not for each pixel. What does the second layer read?",
)
def forward_z2_from_x(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ X + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You multiply W1 and X with `*`, number by number.",
    "A hidden unit adds up all pixels, each with its weight: that is a matrix product, and NumPy has another sign "
    "for it. Compare the shapes of W1 and X.",
)
def forward_elementwise_z1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 * X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 * A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You multiply W2 and A1 with `*`, number by number.",
    "An output adds up all hidden units, each with its weight: that is a matrix product, as in the first layer.",
)
def forward_elementwise_z2(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 * A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You multiply X by W1, in the wrong order.",
    "In a matrix product the order counts. Write the shapes side by side: the two inner numbers must agree, "
    "and here the digits are columns.",
)
def forward_product_order(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = X @ W1 + b1
    A1 = ref.relu(Z1)
    Z2 = A1 @ W2 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use X transposed.",
    "In this course the digits are the columns of X, so W1 fits X as it is. Write the two shapes side by side.",
)
def forward_x_transposed(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X.T + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use the weights transposed.",
    "W1 has a row for each hidden unit and a column for each pixel, so it fits X as it is. "
    "Write the two shapes side by side.",
)
def forward_weights_transposed(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1.T @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2.T @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You make the digits rows, as many tutorials do: all four results are transposed.",
    "Here each digit is a column, from X to A2. Softmax works down a column, and yours then runs over the digits.",
)
def forward_digits_as_rows(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = X.T @ W1.T + b1.T
    A1 = ref.relu(Z1)
    Z2 = A1 @ W2.T + b2.T
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You divide X by 255 once more.",
    "The pixels are scaled before they come here, so now they are almost 0 and the digits can hardly be told apart. "
    "Scaling is the work of normalize.",
)
def forward_divides_by_255(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ (X / 255) + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You work on the first digit only.",
    "X holds many digits, one a column, and each result needs a column for each of them. "
    "The matrix product does them all at once.",
)
def forward_first_digit_only(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X[:, :1] + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You write 784 pixels into the function.",
    "It fits the digits of the lesson and nothing else. The function is tested with other sizes too: "
    "take them from the arrays that you are given.",
)
def forward_784_pixels(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    X = X.reshape(784, -1)
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You write 10 hidden units into the function.",
    "It fits the network of the lesson and nothing else. The function is tested with other sizes too: "
    "the number of hidden units is a number in the shape of W1.",
)
def forward_ten_hidden_units(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = np.zeros((10, X.shape[1]))
    for unit in range(10):
        Z1[unit] = W1[unit] @ X + b1[unit]
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


# forward_prop: the biases


@forward_prop.mistake(
    "You leave out both biases.",
    "Each layer adds its bias after the product. With biases of 0 nobody notices, and then they can never learn.",
)
def forward_no_biases(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You leave out the bias b1.",
    "Each layer adds its bias after the product. Compare your first line with your third.",
)
def forward_no_b1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You leave out the bias b2.",
    "Each layer adds its bias after the product. Compare your third line with your first.",
)
def forward_no_b2(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You subtract the biases.",
    "They are added. The update moves them against their gradient, which holds only if the forward pass adds them.",
)
def forward_biases_subtracted(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X - b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 - b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You add b1 in the second layer too.",
    "The second layer has a bias of its own. With ten hidden units and ten classes the two have the same shape, "
    "so NumPy can't notice.",
)
def forward_b1_for_b2(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b1
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You flatten the biases before you add them.",
    "As a flat row they run along the digits instead of down the units. A bias has one number for each unit: "
    "the column shape of b1 is there for that.",
)
def forward_biases_flattened(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1.flatten()
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2.flatten()
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You add the first number of each bias to every unit.",
    "Each unit has a bias of its own. Look at the index after b1 and b2.",
)
def forward_first_bias_for_all(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1[0]
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2[0]
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You add b1 after ReLU instead of before it.",
    "The bias decides from which point on a unit speaks, so ReLU must see it. It belongs to Z1.",
)
def forward_bias_after_relu(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X
    A1 = ref.relu(Z1) + b1
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


# forward_prop: the activations


@forward_prop.mistake(
    "You leave out ReLU: A1 is the same as Z1.",
    "Without it two layers are worth only one, as a product of products is again a product.",
)
def forward_no_relu(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You leave out softmax: A2 is the same as Z2.",
    "Logits can be any number. The loss needs probabilities, which are positive and add up to 1 for each digit.",
)
def forward_no_softmax(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = Z2
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use no activation in either layer.",
    "ReLU makes two layers more than one, and softmax turns logits into probabilities. Both of your functions "
    "wait to be used here.",
)
def forward_no_activations(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = Z2
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use the sigmoid in the hidden layer.",
    "This network has ReLU there. The backward pass of the lesson uses ReLU's derivative, and the two must match.",
)
def forward_sigmoid_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = 1 / (1 + np.exp(-Z1))
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use tanh in the hidden layer.",
    "This network has ReLU there. The backward pass of the lesson uses ReLU's derivative, and the two must match.",
)
def forward_tanh_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use softmax in the hidden layer.",
    "Softmax makes the units share a total of 1. That is right for ten classes, of which one is true; "
    "hidden units may speak all at once.",
)
def forward_softmax_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.softmax(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use ReLU in the output layer.",
    "The output must be probabilities, which add up to 1 for each digit. The lesson has another function for that.",
)
def forward_relu_output(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.relu(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You use the sigmoid in the output layer.",
    "It treats each class by itself, so the ten numbers of a digit do not add up to 1. Softmax weighs them "
    "against each other.",
)
def forward_sigmoid_output(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = 1 / (1 + np.exp(-Z2))
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You put Z2 through ReLU before softmax.",
    "Negative logits say which classes are unlikely, and ReLU makes them all alike. ReLU belongs to the hidden "
    "layer only.",
)
def forward_relu_before_softmax(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(ref.relu(Z2))
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You store Z2 after ReLU, with no negative logits left.",
    "Z2 is the product plus the bias and nothing else. ReLU belongs to the hidden layer only.",
)
def forward_z2_through_relu(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = ref.relu(W2 @ A1 + b2)
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You apply softmax to A1 instead of Z2.",
    "A1 belongs to the hidden units, Z2 to the classes. Then W2 has no part in the answer.",
)
def forward_softmax_of_a1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(A1)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You apply softmax along the rows.",
    "Your softmax already works down each column, and each column is one digit. Look for a `.T` that is not needed.",
)
def forward_softmax_over_rows(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2.T).T
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You apply softmax twice, once on the way to Z2 and once more for A2.",
    "Z2 holds the logits, before softmax. A softmax of probabilities makes all classes nearly equal.",
)
def forward_softmax_twice(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = ref.softmax(W2 @ A1 + b2)
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You return the predicted class of each digit in the place of A2.",
    "A2 is the ten probabilities of each digit: the loss and the gradient need them all. "
    "Choosing the largest is a later exercise.",
)
def forward_predictions(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.argmax(ref.softmax(Z2), axis=0)
    return Z1, A1, Z2, A2


# forward_prop: what is returned


@forward_prop.mistake(
    "You return Z1 after ReLU: it is the same as A1.",
    "The backward pass needs Z1 as it was before. Look whether you use one name twice, or whether your relu "
    "changes the array that it is given.",
)
def forward_z1_overwritten(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    Z1 = ref.relu(Z1)
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You return Z2 after softmax: it is the same as A2.",
    "Z2 is the logits, A2 the probabilities. Look whether you use one name twice.",
)
def forward_z2_overwritten(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = ref.softmax(W2 @ A1 + b2)
    A2 = Z2
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You return Z1, Z2, A1, A2: A1 and Z2 have changed places.",
    "The values are right. Whoever calls this function unpacks Z1, A1, Z2, A2, layer by layer.",
)
def forward_z_before_a(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1, A1, Z2, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return Z1, Z2, A1, A2


@forward_prop.mistake(
    "You return A1, Z1, A2, Z2: in each layer A and Z have changed places.",
    "The values are right. Whoever calls this function unpacks Z1, A1, Z2, A2, in the order of the calculation.",
)
def forward_a_before_z(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1, A1, Z2, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return A1, Z1, A2, Z2


@forward_prop.mistake(
    "You return the four arrays from last to first.",
    "The values are right. Whoever calls this function unpacks Z1, A1, Z2, A2, in the order of the calculation.",
)
def forward_last_first(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1, A1, Z2, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return A2, Z2, A1, Z1


@forward_prop.mistake(
    "You return A2 alone.",
    "The backward pass needs what was computed on the way, too. Four arrays are to be returned: Z1, A1, Z2, A2.",
)
def forward_only_a2(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return ref.softmax(Z2)


@forward_prop.mistake(
    "You return A1 and A2 without Z1 and Z2.",
    "The backward pass asks Z1 where each hidden unit was above 0. Four arrays are to be returned: Z1, A1, Z2, A2.",
)
def forward_only_activations(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    A1 = ref.relu(W1 @ X + b1)
    A2 = ref.softmax(W2 @ A1 + b2)
    return A1, A2


# cross_entropy: where the probability is 0


@cross_entropy.mistake(
    "You take the log of 0 when the true class has the probability 0, so the loss is infinite.",
    "One such digit spoils the mean over all. Keep the probability a tiny step above 0 before you take its logarithm.",
)
def cross_entropy_log_of_zero(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(A2[Y, np.arange(Y.size)]))


@cross_entropy.mistake(
    "You multiply 0 by the log of 0, which gives NaN as soon as any class has the probability 0.",
    "The one-hot zeros don't cancel an infinite logarithm. Keep the probabilities a tiny step above 0, "
    "or look up the true class only.",
)
def cross_entropy_zero_times_infinity(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(H * np.log(A2)) / Y.size


@cross_entropy.mistake(
    "You count a loss of 0 where the true class has the probability 0.",
    "There the network is as wrong as it can be, so the loss must be large. Put a tiny number in the place of 0.",
)
def cross_entropy_zero_counts_nothing(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    logs = np.log(p, where=p > 0, out=np.zeros(Y.size))
    return -np.mean(logs)


@cross_entropy.mistake(
    "You leave out the digits whose true class has the probability 0.",
    "Those are the digits that the network gets most wrong. Each of them must count, with a large loss.",
)
def cross_entropy_zero_left_out(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    return -np.mean(np.log(p[p > 0]))


@cross_entropy.mistake(
    "You raise every probability to at least 0.001 before the logarithm.",
    "The guard against the log of 0 is too high: wrong answers can't cost more than 6.9. Choose a far smaller number.",
)
def cross_entropy_floor_too_high(A2: Array, Y: Array) -> Any:
    p = A2[Y, np.arange(Y.size)]
    return -np.mean(np.log(np.maximum(p, 1e-3)))


@cross_entropy.mistake(
    "You add 1 to the probability before the logarithm.",
    "That avoids the log of 0 but changes every loss: a probability of 1 must cost 0, and yours gives log 2. "
    "Only a tiny number may be added.",
)
def cross_entropy_log_of_one_plus(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(A2[Y, np.arange(Y.size)] + 1))


# cross_entropy: the mean


@cross_entropy.mistake(
    "You average over all entries of the matrix, ten for each digit.",
    "Nine of the ten are 0, so the loss comes out ten times too small. Divide by the number of digits.",
)
def cross_entropy_mean_over_all_entries(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.mean(H * np.log(A2 + 1e-15))


@cross_entropy.mistake(
    "You sum the losses of the digits without dividing by m.",
    "A larger batch then looks worse than a small one. The loss is the mean over the digits, so 1/m belongs to it.",
)
def cross_entropy_summed(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.sum(np.log(p))


@cross_entropy.mistake(
    "You return one loss for each digit.",
    "The exercise asks for one number, by which a whole batch is judged: the mean of these.",
)
def cross_entropy_not_averaged(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.log(p)


@cross_entropy.mistake(
    "You divide by the number of classes instead of the number of digits.",
    "The length of A2 counts its rows, which are classes. The mean runs over its columns.",
)
def cross_entropy_divided_by_classes(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.sum(np.log(p)) / len(A2)


@cross_entropy.mistake(
    "You take the logarithm of the mean probability.",
    "The order counts: first the logarithm for each digit, then the mean. Otherwise one very wrong digit hardly shows.",
)
def cross_entropy_log_of_mean(A2: Array, Y: Array) -> Any:
    return -np.log(np.mean(A2[Y, np.arange(Y.size)]) + 1e-15)


# cross_entropy: another formula


@cross_entropy.mistake(
    "You forget the minus sign.",
    "The logarithm of a probability is negative or 0, and a loss is positive: the worse the answer, the larger.",
)
def cross_entropy_no_minus(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return np.mean(np.log(p))


@cross_entropy.mistake(
    "You leave out the logarithm and average the probabilities of the true class, with a minus sign.",
    "Without the logarithm a certain but wrong answer costs hardly more than a doubtful one. "
    "Cross-entropy is about -log p.",
)
def cross_entropy_no_log(A2: Array, Y: Array) -> Any:
    return -np.mean(A2[Y, np.arange(Y.size)])


@cross_entropy.mistake(
    "You average 1 minus the probability of the true class.",
    "That grows as the answer gets worse, but never above 1. Cross-entropy uses the logarithm, "
    "so that a certain but wrong answer costs a lot.",
)
def cross_entropy_one_minus_p(A2: Array, Y: Array) -> Any:
    return np.mean(1 - A2[Y, np.arange(Y.size)])


@cross_entropy.mistake(
    "You take the logarithm to the base 2.",
    "The gradients of the backward pass belong to the natural logarithm. With ten equal probabilities "
    "the loss should be 2.303.",
)
def cross_entropy_log_two(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.mean(np.log2(p))


@cross_entropy.mistake(
    "You take the logarithm to the base 10.",
    "The gradients of the backward pass belong to the natural logarithm. With ten equal probabilities "
    "the loss should be 2.303.",
)
def cross_entropy_log_ten(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-15)
    return -np.mean(np.log10(p))


@cross_entropy.mistake(
    "You add the term with 1 - Y and log(1 - A2) of the binary cross-entropy.",
    "That formula is for one yes-or-no question. Here ten classes share a probability of 1, so the true class says "
    "it all.",
)
def cross_entropy_binary(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    eps = 1e-15
    return -np.sum(H * np.log(A2 + eps) + (1 - H) * np.log(1 - A2 + eps)) / Y.size


@cross_entropy.mistake(
    "You average the binary cross-entropy, with its 1 - Y term, over all entries of the matrix.",
    "That formula is for yes-or-no questions. Here only the true class of each digit counts, "
    "and the mean runs over the digits.",
)
def cross_entropy_binary_mean(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    eps = 1e-15
    return -np.mean(H * np.log(A2 + eps) + (1 - H) * np.log(1 - A2 + eps))


@cross_entropy.mistake(
    "You compute the squared error, summed over the classes.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class. "
    "The gradient of the lesson belongs to that.",
)
def cross_entropy_squared_error(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return np.sum((A2 - H) ** 2) / Y.size


@cross_entropy.mistake(
    "You compute the mean squared error over all entries.",
    "It measures a distance, and the exercise asks for -log of the probability of the true class. "
    "The gradient of the lesson belongs to that.",
)
def cross_entropy_mean_squared_error(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return np.mean((A2 - H) ** 2)


@cross_entropy.mistake(
    "You measure how undecided the network is (A2 times log A2), and the labels have no part in it.",
    "A certain but wrong answer then costs nothing. The labels must say which probability counts.",
)
def cross_entropy_without_labels(A2: Array, Y: Array) -> Any:
    return -np.sum(A2 * np.log(A2 + 1e-15)) / Y.size


@cross_entropy.mistake(
    "You have the roles swapped: the logarithm of the one-hot labels, times A2.",
    "The labels are 0 and 1, so their logarithm is 0 or a log of 0. The logarithm is taken of the probabilities.",
)
def cross_entropy_roles_swapped(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(A2 * np.log(H + 1e-15)) / Y.size


@cross_entropy.mistake(
    "You apply softmax to A2 once more, as losses in some libraries do by themselves.",
    "A2 already holds probabilities. A second softmax makes all classes nearly equal, "
    "and the loss can never come near 0.",
)
def cross_entropy_softmax_again(A2: Array, Y: Array) -> Any:
    p = ref.softmax(A2)[Y, np.arange(Y.size)]
    return -np.mean(np.log(p))


@cross_entropy.mistake(
    "You round the loss to two decimals.",
    "Near the end of training the loss changes by less than that, and progress seems to stop. "
    "Round when you print, not when you compute.",
)
def cross_entropy_rounded(A2: Array, Y: Array) -> Any:
    return round(ref.cross_entropy(A2, Y), 2)


# cross_entropy: which probabilities


@cross_entropy.mistake(
    "You combine every digit with the label of every other digit: a dot product makes all pairs.",
    "Each label belongs to one column only. Multiply number by number, or look up one entry in each column.",
)
def cross_entropy_all_pairs(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(np.dot(H.T, np.log(A2 + 1e-15))) / Y.size


@cross_entropy.mistake(
    "You pick whole rows of A2 by the labels, so every digit is combined with every label.",
    "One index picks rows. To get one entry a column, the row and the column must both be given.",
)
def cross_entropy_whole_rows(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[Y], 1e-15)))


@cross_entropy.mistake(
    "You add up the logarithms of all ten classes of each digit: the dot product lets the labels drop out.",
    "Only the true class counts. Multiply the one-hot labels and the logarithms number by number.",
)
def cross_entropy_all_classes(A2: Array, Y: Array) -> Any:
    H = ref.one_hot(Y, A2.shape[0])
    return -np.sum(np.dot(H, np.log(A2 + 1e-15).T)) / Y.size


@cross_entropy.mistake(
    "You use the labels to choose columns of A2.",
    "A label is a class, and the classes are the rows. The columns are the digits, which you want one after another.",
)
def cross_entropy_columns_by_label(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(np.maximum(A2[:, Y], 1e-15)))


@cross_entropy.mistake(
    "You give row and column in the wrong order, as for digits in rows.",
    "Here the classes are the rows of A2 and the digits its columns. The first index is the row.",
)
def cross_entropy_index_order(A2: Array, Y: Array) -> Any:
    p = np.maximum(A2[np.arange(Y.size), Y], 1e-15)
    return -np.mean(np.log(p))


@cross_entropy.mistake(
    "You use the largest probability of each column, whichever class it belongs to.",
    "Then a certain but wrong answer costs nothing. Use the probability of the class that the label names.",
)
def cross_entropy_largest_probability(A2: Array, Y: Array) -> Any:
    return -np.mean(np.log(A2.max(axis=0)))


@cross_entropy.mistake(
    "You multiply by the raw labels instead of their one-hot form.",
    "Then a 9 counts nine times and a 0 not at all. A label is a name, not an amount.",
)
def cross_entropy_raw_labels(A2: Array, Y: Array) -> Any:
    return -np.sum(Y * np.log(A2 + 1e-15)) / Y.size
