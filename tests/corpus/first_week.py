"""What a first-week student found: mistakes that got another's name, words that were false for them, or none.

`denies` holds what the message said before, or would say of another mistake, and may not say of this one.
"""

from dataclasses import dataclass

from . import Wrong


@dataclass(frozen=True)
class Told(Wrong):
    """A wrong function whose message has to say what is true, and nothing that is false."""

    denies: tuple[str, ...] = ()
    assignment: str = "a1_first_network"


FIRST_WEEK = [
    Told(
        "descent-update-after-loop",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
    W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("update_params stand after the loop",),
        ("start anew",),
    ),
    Told(
        "descent-gradients-and-update-after-loop",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
    W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("only one step is left.*after the loop",),
        ("start anew",),
    ),
    Told(
        "descent-params-not-unpacked-again",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        params = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return params, history
""",
        ("what update_params returns must be what the next forward pass uses",),
        ("inside the loop that belongs before",),
    ),
    Told(
        "descent-unpacks-in-loop",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    history = []
    for i in range(iterations):
        W1, b1, W2, b2 = params
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("what unpacks `params` belongs before the loop",),
        (),
    ),
    Told(
        "descent-forward-of-old-params",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*params, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("always uses the first parameters.*the old `params`",),
        ("you run the forward pass once",),
    ),
    Told(
        "descent-forward-before-loop",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
    for i in range(iterations):
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("forward_prop stand before the loop",),
        (),
    ),
    Told(
        "descent-forward-and-backward-of-old-params",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*params, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, params[2], X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("the old ones in `params`",),
        ("once, before the loop",),
    ),
    Told(
        "one-hot-one-too-far",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, len(Y)))
    for i in range(len(Y) + 1):
        H[Y[i], i] = 1
    return H
""",
        ("one too far",),
        ("number of classes",),
    ),
    Told(
        "one-hot-from-one-and-one-too-far",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, len(Y)))
    for i in range(1, len(Y) + 1):
        H[Y[i], i] = 1
    return H
""",
        ("one too far",),
        ("number of classes",),
    ),
    Told(
        "one-hot-loop-over-classes",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, len(Y)))
    for i in range(n_classes):
        H[Y[i], i] = 1
    return H
""",
        ("number of classes",),
        ("one too far",),
    ),
    Told(
        "normalize-225",
        "normalize",
        """
def normalize(X):
    return X / 225
""",
        ("divided by 225, where X divided by 255 is due",),
        (
            "columns",
            "batch",
        ),
    ),
    Told(
        "normalize-times-one-225th",
        "normalize",
        """
def normalize(X):
    return X * (1/225)
""",
        ("divided by 225, where X divided by 255 is due",),
        (
            "columns",
            "batch",
        ),
    ),
    Told(
        "normalize-3",
        "normalize",
        """
def normalize(X):
    return X / 3
""",
        ("divided by 3, ",),
        (
            "without dividing",
            "1/3 of",
        ),
    ),
    Told(
        "normalize-5",
        "normalize",
        """
def normalize(X):
    return X / 5
""",
        ("divided by 5, ",),
        ("divide by 10",),
    ),
    Told(
        "normalize-250",
        "normalize",
        """
def normalize(X):
    return X / 250
""",
        ("divided by 250, ",),
        (),
    ),
    Told(
        "normalize-by-columns",
        "normalize",
        """
def normalize(X):
    return X / X.shape[1]
""",
        ("number of columns",),
        (),
    ),
    Told(
        "split-picks-rows",
        "train_dev_split",
        """
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(Y.size)
    dev, train = p[:n_dev], p[n_dev:]
    return X[train], Y[train], X[dev], Y[dev]
""",
        ("picks rows",),
        ("written out",),
    ),
    Told(
        "split-picks-rows-at-once",
        "train_dev_split",
        """
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(Y.size)
    X, Y = X[p], Y[p]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        ("picks rows",),
        ("written out",),
    ),
    Told(
        "softmax-argmax",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z - Z.argmax(axis=0))
    return E / E.sum(axis=0)
""",
        ("too small.*argmax",),
        ("as they are",),
    ),
    Told(
        "softmax-rows",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1))
    return E / E.sum(axis=1)
""",
        ("maxima and the sums of the rows",),
        ("keepdims",),
    ),
    Told(
        "softmax-shift-of-columns-after-exp",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z) - Z.max(axis=0)
    return E / E.sum(axis=0)
""",
        ("before it",),
        (),
    ),
    Told(
        "softmax-shift-of-all-after-exp",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z) - Z.max()
    return E / E.sum(axis=0)
""",
        ("before it",),
        (),
    ),
    Told(
        "softmax-running-sum",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    total = 0
    for row in range(E.shape[0]):
        total = total + E[row]
        E[row] = E[row] / total
    return E
""",
        ("still being added up",),
        (),
    ),
    Told(
        "backward-relu-deriv-of-dz2",
        "backward_prop",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(dZ2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("at dZ2",),
        ("at A2",),
    ),
    Told(
        "relu-deriv-one",
        "relu_deriv",
        """
def relu_deriv(Z):
    return 1
""",
        ("one answer for the whole array",),
        ("array: is any",),
    ),
    Told(
        "relu-deriv-not",
        "relu_deriv",
        """
def relu_deriv(Z):
    return not Z <= 0
""",
        ("`not`",),
        ("you ask with `if`",),
    ),
    Told(
        "relu-deriv-and",
        "relu_deriv",
        """
def relu_deriv(Z):
    return Z > 0 and 1
""",
        ("`and`",),
        ("you ask with `if`",),
    ),
    Told(
        "accuracy-set-to-one",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    c = 0
    for i in range(len(Y)):
        if predictions[i] == Y[i]:
            c = 1
    return c / len(Y)
""",
        ("set to 1 again",),
        ("divided by m",),
    ),
    Told(
        "update-b1-without-alpha",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2
""",
        ("in b1 only.*learning rate is missing",),
        ("weights only",),
    ),
    Told(
        "update-alpha-over-gradient",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha / dW1
    b1 = b1 - alpha / db1
    W2 = W2 - alpha / dW2
    b2 = b2 - alpha / db2
    return W1, b1, W2, b2
""",
        ("divide alpha by the gradient",),
        (),
    ),
    Told(
        "update-return-in-loop",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    for p, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):
        return p - alpha * g
""",
        ("`return` stand inside",),
        (),
    ),
    Told(
        "update-return-of-list-in-loop",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    new = []
    for p, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):
        new.append(p - alpha * g)
        return new
""",
        ("`return` stand inside",),
        (),
    ),
    Told(
        "forward-x-plus-b1",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("weights W1 are missing",),
        (
            "product",
            "wrong too",
        ),
    ),
    Told(
        "forward-b1-inside-brackets",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ (X + b1)
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("before the product",),
        ("wrong too",),
    ),
    Told(
        "forward-dot-order",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("wrong order",),
        ("wrong too",),
    ),
    Told(
        "cross-entropy-times-labels-averaged",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    return -np.mean(np.log(A2 * Y + 1e-15))
""",
        ("raw labels.*average",),
        (),
    ),
    Told(
        "cross-entropy-times-labels",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    return -np.sum(np.log(A2 * Y + 1e-15)) / Y.size
""",
        ("probabilities by the raw labels",),
        (),
    ),
    Told(
        "cross-entropy-times-labels-added-up",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    return -np.log((A2 * Y).sum(axis=0) + 1e-15).mean()
""",
        ("each column's sum",),
        (),
    ),
    Told(
        "cross-entropy-log-of-masked-averaged",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    return -np.mean(np.log(A2 * one_hot(Y, A2.shape[0]) + 1e-15))
""",
        ("log after.*average",),
        ("more than",),
    ),
    Told(
        "cross-entropy-log-of-masked",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    return -np.sum(np.log(A2 * one_hot(Y, A2.shape[0]) + 1e-15)) / Y.size
""",
        ("log after",),
        (),
    ),
    Told(
        "load-reads-784-always",
        "load_csv",
        """
def load_csv(path):
    D = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    return D[:, 1:].reshape(-1, 784).T, D[:, 0].astype(int)
""",
        ("or reads",),
        ("from the arguments",),
        "a1_first_network",
    ),
    Told(
        "he-twice-xavier",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return 2 * xavier_weights(n_in, n_out, rng)
""",
        ("√\\(8 / \\(n_in \\+ n_out\\)\\)",),
        ("third root",),
        "a2_training_better",
    ),
    Told(
        "xavier-whole-division",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 // (n_in + n_out)), (n_out, n_in))
""",
        ("are 0",),
        ("mean 0; it should be near 0",),
        "a2_training_better",
    ),
    Told(
        "init-layers-last-only",
        "init_layers",
        """
def init_layers(sizes, rng):
    for n_in, n_out in zip(sizes, sizes[1:]):
        W = rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))
        b = np.zeros((n_out, 1))
    return W, b
""",
        ("last layer's",),
        ("first layer's",),
        "a3_any_network",
    ),
    Told(
        "init-layers-return-in-loop",
        "init_layers",
        """
def init_layers(sizes, rng):
    for n_in, n_out in zip(sizes, sizes[1:]):
        W = rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))
        b = np.zeros((n_out, 1))
        return W, b
""",
        ("first layer's",),
        ("last layer's",),
        "a3_any_network",
    ),
]
