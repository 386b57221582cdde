# %%
import csv
import gzip

import numpy as np


def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        table = np.array(list(rows), dtype=float)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y


def normalize(X):
    return X / 255


def train_dev_split(X, Y, n_dev, rng):
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]


def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H


def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2


def relu(Z):
    return np.maximum(0, Z)


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2


def cross_entropy(A2, Y):
    p = A2[Y, np.arange(Y.size)]
    return float(-np.mean(np.log(np.maximum(p, 1e-15))))


def relu_deriv(Z):
    return Z > 0


def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2


def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2


def get_predictions(A2):
    return np.argmax(A2, axis=0)


def get_accuracy(predictions, Y):
    return float(np.mean(predictions == Y))


def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X)
    return get_predictions(A2)


def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if iteration % report_every == 0:
            loss = cross_entropy(A2, Y)
            accuracy = get_accuracy(get_predictions(A2), Y)
            history.append((iteration, loss, accuracy))
            print(f"step {iteration:4}: loss {loss:.3f}, accuracy {accuracy:.1%}")
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
