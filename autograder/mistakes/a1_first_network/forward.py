"""Mistakes in the forward pass, forward_prop.

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
    "You compute Z2 from the product of W1 and X, without b1 and without ReLU.",
    "The second layer reads what the hidden units put out. You have that already: which of your arrays is it?",
)
def forward_z2_from_product(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ (W1 @ X) + b2
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
    "You use W2 transposed.",
    "W2 has a row for each class and a column for each hidden unit, so it fits A1 as it is. Write the two shapes side "
    "by side.",
)
def forward_w2_transposed(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
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
    "You subtract the bias b1.",
    "A bias is added. The update moves it against its gradient, which holds only if the forward pass adds it.",
)
def forward_b1_subtracted(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X - b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You subtract the bias b2.",
    "A bias is added. The update moves it against its gradient, which holds only if the forward pass adds it.",
)
def forward_b2_subtracted(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
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
    "You flatten b2 before you add it.",
    "As a flat row it runs along the digits instead of down the classes. A bias has one number for each unit: the "
    "column shape of b2 is there for that.",
)
def forward_b2_flattened(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2.flatten()
    A2 = ref.softmax(Z2)
    return Z1, A1, Z2, A2


@forward_prop.mistake(
    "You add the product to b1 itself, with `+=`.",
    "b1 is one column and can't grow to a column for each digit; and it belongs to the caller, who needs it unchanged. "
    "Give the sum a name of its own.",
)
def forward_added_to_b1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    b1 += W1 @ X
    Z1 = b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
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
    "You return Z1 after ReLU and Z2 after softmax: they are the same as A1 and A2.",
    "The backward pass needs Z1 as it was before ReLU. Look whether you use one name twice in each layer.",
)
def forward_both_overwritten(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = ref.relu(W1 @ X + b1)
    A1 = Z1
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


# forward_prop: further slips in the sums and the biases


@forward_prop.mistake(
    "You add b2 in the first layer and b1 in the second: the two are swapped.",
    "Each layer has a bias of its own. With ten hidden units and ten classes the two have the same shape, so NumPy "
    "can't notice.",
)
def forward_biases_swapped(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b2
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b1
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You transpose the biases before you add them.",
    "As a row they run along the digits instead of down the units. A bias has one number for each unit: its column "
    "shape is there for that.",
)
def forward_biases_row(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1.T
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2.T
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You add the sum of all biases of a layer to every unit.",
    "Each unit has a bias of its own, one number of the column. NumPy adds the column to every digit by itself.",
)
def forward_biases_summed(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + np.sum(b1)
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + np.sum(b2)
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You add the mean of all biases of a layer to every unit.",
    "Each unit has a bias of its own, one number of the column. NumPy adds the column to every digit by itself.",
)
def forward_biases_averaged(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + np.mean(b1)
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + np.mean(b2)
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You add each bias twice.",
    "It belongs to the sum of a unit once. Look whether `+=` repeats what an earlier line has done.",
)
def forward_biases_twice(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + 2 * b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + 2 * b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You add b1 twice: to Z1, and once more before ReLU.",
    "A bias belongs to the sum of a unit once. Z1 holds it already, so A1 is just relu of Z1.",
)
def forward_b1_twice(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1 + b1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You write softmax out once more, without the shift.",
    "exp(1000) is too large for a computer: it becomes infinite, and infinity / infinity is NaN. Your own `softmax` "
    "subtracts something first; call it.",
)
def forward_no_shift(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    with np.errstate(over="ignore", invalid="ignore"):
        E = np.exp(Z2)
        return Z1, A1, Z2, E / E.sum(axis=0)


@forward_prop.mistake(
    "You leave b2 out of what goes into softmax.",
    "Z2 holds the bias already: A2 is softmax of Z2 itself. There is no need to write the product out a second time.",
)
def forward_softmax_without_b2(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    return Z1, A1, W2 @ A1 + b2, ref.softmax(W2 @ A1)


@forward_prop.mistake(
    "You add b1 to X before the product.",
    "X has a row for each pixel, b1 one for each hidden unit. The bias is added to the finished sum: look at your "
    "brackets.",
)
def forward_bias_inside_brackets(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ (X + b1)
    A1 = ref.relu(Z1)
    Z2 = W2 @ (A1 + b2)
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You add b1 to X itself: the weights W1 are missing.",
    "X has a row for each pixel, b1 one for each hidden unit, so the two do not fit. A hidden unit first multiplies "
    "the pixels by its weights and adds them up, and its bias comes on top.",
)
def forward_without_w1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You make room for exactly 10 rows, whatever the number of units is.",
    "It fits the network of the lesson and nothing else. Take the sizes from the arrays that you are given.",
)
def forward_ten_rows_reserved(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = np.zeros((10, X.shape[1]))
    Z1[:] = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = np.zeros((10, X.shape[1]))
    Z2[:] = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You take the mean over the digits in the first layer, so one column is left.",
    "Every digit goes through the network by itself. A mean over them comes only in the loss.",
)
def forward_means_over_digits(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = (W1 @ X).mean(axis=1, keepdims=True) + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You divide the first sum by the number of inputs.",
    "Z1 is the plain sum of weight times pixel, and the bias. Keeping it small is the task of the starting weights.",
)
def forward_sums_divided(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X / X.shape[0] + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You subtract the mean of X first.",
    "X comes in as it is to be used: scaling belongs before this function. And with `-=` the caller's own array "
    "would change.",
)
def forward_x_centred(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ (X - X.mean()) + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You standardise X first, with its mean and standard deviation.",
    "X comes in as it is to be used: scaling belongs before this function, and is the same for every batch.",
)
def forward_x_standardised(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ ((X - X.mean()) / X.std()) + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You standardise Z1 over the batch, as in batch normalisation.",
    "That is a later lesson. Here a digit's answer does not depend on the other digits of the batch.",
)
def forward_z1_standardised(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    Z1 = (Z1 - Z1.mean(axis=1, keepdims=True)) / (Z1.std(axis=1, keepdims=True) + 1e-8)
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


# forward_prop: further activations


@forward_prop.mistake(
    "You use leaky ReLU in the hidden layer: a hundredth of each negative number passes.",
    "This network has plain ReLU there, and the backward pass uses its derivative. The two must match.",
)
def forward_leaky_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = np.where(Z1 > 0, Z1, 0.01 * Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You take the absolute value in the hidden layer.",
    "ReLU makes a negative number 0: the unit is silent. What should -3 become?",
)
def forward_absolute_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = np.abs(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You use the derivative of ReLU in the hidden layer, so A1 holds only 0 and 1.",
    "The derivative belongs to the backward pass. Forward, ReLU passes a positive number on as it is.",
)
def forward_step_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = np.where(Z1 > 0, 1.0, 0.0)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You cut A1 off at 1.",
    "ReLU has no upper limit; only the negative numbers are changed.",
)
def forward_clipped_hidden(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = np.clip(Z1, 0, 1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You use the sigmoid in both layers.",
    "This network has ReLU in its hidden layer, and softmax at the end, so that the ten numbers of a digit add up to "
    "1.",
)
def forward_sigmoid_everywhere(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = 1 / (1 + np.exp(-Z1))
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, 1 / (1 + np.exp(-Z2))


@forward_prop.mistake(
    "You use softmax in the hidden layer and ReLU at the end: the two have changed places.",
    "Hidden units may speak all at once, the classes share a probability of 1. Which of the two adds up to 1?",
)
def forward_activations_exchanged(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.softmax(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.relu(Z2)


@forward_prop.mistake(
    "You use tanh in the output layer.",
    "The output must be probabilities, positive and with a sum of 1 for each digit. The lesson has a function for "
    "that.",
)
def forward_tanh_output(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, np.tanh(Z2)


@forward_prop.mistake(
    "You make the whole of A2 add up to 1.",
    "Each column is one digit and must add up to 1 by itself. Look at what the sum in your softmax runs over.",
)
def forward_softmax_over_all(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    E = np.exp(Z2 - Z2.max())
    return Z1, A1, Z2, E / E.sum()


@forward_prop.mistake(
    "You return the logarithm of the probabilities as A2.",
    "A2 holds the probabilities themselves, from 0 to 1. The logarithm comes later, in the cross-entropy.",
)
def forward_log_softmax(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, np.log(ref.softmax(Z2))


@forward_prop.mistake(
    "You return a 1 for the most likely class and 0 for the others as A2.",
    "A2 is the ten probabilities of each digit: the loss and the gradient need them all. Choosing is a later exercise.",
)
def forward_one_hot_answer(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1, A1, Z2, A2 = ref.forward_prop(W1, b1, W2, b2, X)
    return Z1, A1, Z2, (A2.max(axis=0) == A2).astype(float)


@forward_prop.mistake(
    "You apply softmax to Z1 instead of Z2.",
    "Z1 belongs to the hidden units, Z2 to the classes. Then W2 has no part in the answer.",
)
def forward_softmax_of_z1(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z1)


@forward_prop.mistake(
    "You put X through ReLU and call it A1.",
    "A1 is what the hidden units make of their sums Z1. The pixels are never negative, so ReLU leaves them as they "
    "are.",
)
def forward_a1_from_x(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W1 @ X + b1
    A1 = ref.relu(X)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)


@forward_prop.mistake(
    "You use W2 in the first layer and W1 in the second.",
    "W1 has a column for each pixel, so it comes first; W2 reads the hidden units.",
)
def forward_layers_exchanged(W1: Array, b1: Array, W2: Array, b2: Array, X: Array) -> Any:
    Z1 = W2 @ X + b1
    A1 = ref.relu(Z1)
    Z2 = W1 @ A1 + b2
    return Z1, A1, Z2, ref.softmax(Z2)
