"""Submissions with two mistakes at once: in two functions, where one may be a helper of the other, or within one."""

from . import Pair
from .wrong import (
    ALL_PAIRS,
    AXIS,
    BIAS_COLUMN,
    CENTRED,
    DB_FLAT,
    DB_SCALAR,
    DERIVATIVE,
    FILLED,
    LABELS_LOST,
    LARGE,
    LOG_BASE,
    LOG_ZERO,
    M_TWICE,
    MINUS,
    MODIFIED,
    NO_M,
    ONE_D,
    ORDER,
    OVER_ALL,
    OVERFLOW,
    RNG,
    SUMMED,
    TRANSPOSED,
    UNTRAINED,
    UPHILL,
    WRONG,
    WRONG_M,
)

_BY_NAME = {wrong.name: wrong for wrong in WRONG}


def _both(first: str, second: str) -> Pair:
    """A submission with two of the mistakes of `wrong`, in two functions."""
    one, two = _BY_NAME[first], _BY_NAME[second]
    source = one.source.strip("\n") + "\n\n\n" + two.source.strip("\n") + "\n"
    return Pair(f"{first}+{second}", source, {one.exercise: one.says, two.exercise: two.says})


# The second function calls the first, so that the helper's mistake hides or distorts its own.
HELPER_AND_CALLER: list[Pair] = [
    _both("relu-leaky", "forward-b1-missing"),
    _both("relu-in-place", "forward-softmax-of-a1"),
    _both("relu-np-max", "forward-bias-subtracted"),
    _both("relu-abs", "forward-order-a-before-z"),
    _both("relu-forgot-return", "forward-z2-from-z1"),
    _both("softmax-over-all", "forward-no-activation"),
    _both("softmax-over-rows", "forward-z2-from-z1"),
    _both("softmax-no-shift", "forward-b2-missing"),
    _both("softmax-not-normalized", "forward-relu-before-softmax"),
    _both("softmax-transposed", "forward-z1-overwritten-by-relu"),
    _both("one-hot-transposed", "backward-no-one-over-m"),
    _both("one-hot-colon-fills-columns", "backward-scalar-db"),
    _both("one-hot-hard-coded-ten", "backward-y-minus-a2"),
    _both("one-hot-minus-one", "cross-entropy-averaged-over-all-entries"),
    _both("one-hot-forgot-return", "backward-derivative-omitted"),
    _both("relu-deriv-relu-again", "backward-dw2-transposed"),
    _both("relu-deriv-inverted", "backward-no-one-over-m-on-biases"),
    _both("relu-deriv-sign", "backward-dw2-used-for-w2"),
    _both("relu-deriv-if-on-array", "backward-order-second-layer-first"),
    _both("relu-deriv-in-place", "backward-db-no-keepdims"),
    _both("forward-only-a2", "make-predictions-axis-one"),
    _both("forward-w1-transposed", "make-predictions-of-a1"),
    _both("predictions-axis-one", "make-predictions-x-transposed"),
    _both("predictions-no-axis", "descent-one-step-short"),
    _both("update-plus", "descent-history-stays-empty"),
    _both("update-not-assigned", "descent-gradient-computed-once"),
    _both("update-alpha-ignored", "descent-leaves-out-last-example"),
    _both("backward-y-minus-a2", "descent-uphill"),
    _both("backward-divided-by-m-twice", "descent-alpha-hard-coded"),
    _both("cross-entropy-no-minus", "descent-starts-anew-each-step"),
    _both("accuracy-count", "descent-history-each-iteration"),
    _both("accuracy-column-against-row", "descent-returns-the-start"),
]

# Neither function calls the other; two of these undo each other when they are trained together.
STRANGERS: list[Pair] = [
    _both("load-csv-already-divided", "normalize-nothing"),
    _both("load-csv-not-transposed", "split-rows-for-columns"),
    _both("init-both-transposed", "forward-w1-transposed"),
    _both("backward-y-minus-a2", "update-plus"),
    _both("init-flat-biases", "backward-db-no-keepdims"),
    _both("softmax-no-shift", "cross-entropy-log-of-zero"),
    _both("split-shuffled-apart", "one-hot-max-plus-one"),
    _both("predictions-keepdims", "accuracy-column-against-row-counted"),
    _both("normalize-in-place", "relu-in-place"),
    _both("init-not-centred", "softmax-global-max"),
]

WITHIN_ONE: list[Pair] = [
    Pair(
        "backward-scalar-db-and-no-one-over-m",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2.dot(A1.T)
    db2 = np.sum(dZ2)
    dZ1 = W2.T.dot(dZ2) * relu_deriv(Z1)
    dW1 = dZ1.dot(X.T)
    db1 = np.sum(dZ1)
    return dW1, db1, dW2, db2
""",
        {"backward_prop": DB_SCALAR + NO_M},
    ),
    Pair(
        "backward-sign-and-derivative-omitted",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = one_hot(Y) - A2
    dW2 = dZ2.dot(A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = W2.T.dot(dZ2)
    dW1 = dZ1.dot(X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        {"backward_prop": MINUS + DERIVATIVE},
    ),
    Pair(
        "backward-twice-m-and-no-keepdims",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = (A2 - one_hot(Y)) / m
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1) / m
    return dW1, db1, dW2, db2
""",
        {"backward_prop": M_TWICE + DB_FLAT},
    ),
    Pair(
        "backward-both-weights-transposed",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = A1 @ dZ2.T / m
    db2 = dZ2.sum(axis=1) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = X @ dZ1.T / m
    db1 = dZ1.sum(axis=1) / m
    return dW1, db1, dW2, db2
""",
        {"backward_prop": TRANSPOSED + DB_FLAT},
    ),
    Pair(
        "backward-wrong-m-and-order",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = X.shape[0]
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, dW2, db1, db2
""",
        {"backward_prop": WRONG_M + ORDER},
    ),
    Pair(
        "backward-factor-two-and-relu-for-derivative",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = 2 * (A2 - one_hot(Y))
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        {"backward_prop": ("twice|double", "2", *DERIVATIVE)},
    ),
    Pair(
        "backward-dw2-from-z1-and-scalar-db2",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ Z1.T / m
    db2 = dZ2.sum() / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        {"backward_prop": (r"\bZ1\b", r"\bA1\b", r"\bdW2\b", *DB_SCALAR)},
    ),
    Pair(
        "backward-sigmoid-output-and-sigmoid-hidden",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = (A2 - one_hot(Y)) * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        {"backward_prop": ("sigmoid", r"1 ?[-−] ?A2", "squared error", "extra factor", *DERIVATIVE)},
    ),
    Pair(
        "backward-modifies-a2-and-no-one-over-m",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    dZ2 = A2
    dZ2[Y, np.arange(Y.size)] -= 1
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dW2, db2
""",
        {"backward_prop": MODIFIED + NO_M},
    ),
    Pair(
        "backward-sign-and-no-one-over-m",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    dZ2 = -(A2 - one_hot(Y))
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        {"backward_prop": MINUS + NO_M},
    ),
    Pair(
        "softmax-rows-and-no-shift",
        "def softmax(Z):\n    return np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)\n",
        {"softmax": AXIS + OVERFLOW},
    ),
    Pair(
        "softmax-all-and-no-shift",
        "def softmax(Z):\n    A = np.exp(Z) / np.sum(np.exp(Z))\n    return A\n",
        {"softmax": OVER_ALL + OVERFLOW},
    ),
    Pair(
        "softmax-not-normalized-and-no-shift",
        "def softmax(Z):\n    return np.exp(Z)\n",
        {"softmax": ("sum to (1|one)", "add up", "divi", "normali[sz]", *OVERFLOW)},
    ),
    Pair(
        "softmax-relu-first-and-no-shift",
        "def softmax(Z):\n    e = np.exp(np.maximum(0, Z))\n    return e / e.sum(axis=0)\n",
        {"softmax": ("relu", "negative", "below zero", *OVERFLOW)},
    ),
    Pair(
        "softmax-in-place-and-rows",
        "def softmax(Z):\n    Z -= Z.max()\n    e = np.exp(Z)\n    return e / e.sum(axis=1, keepdims=True)\n",
        {"softmax": MODIFIED + AXIS},
    ),
    Pair(
        "softmax-base-two-and-no-shift",
        "def softmax(Z):\n    e = 2.0 ** Z\n    return e / e.sum(axis=0)\n",
        {"softmax": ("base", r"\bexp\b", "power(s)? of (2|two)", *OVERFLOW)},
    ),
    Pair(
        "cross-entropy-no-minus-and-summed",
        r"""
def cross_entropy(A2, Y):
    return np.sum(np.log(A2[Y, np.arange(Y.size)] + 1e-12))
""",
        {"cross_entropy": MINUS + SUMMED},
    ),
    Pair(
        "cross-entropy-log-zero-and-summed",
        r"""
def cross_entropy(A2, Y):
    return -np.sum(np.log(A2[Y, np.arange(Y.size)]))
""",
        {"cross_entropy": LOG_ZERO + SUMMED},
    ),
    Pair(
        "cross-entropy-log2-and-log-zero",
        r"""
def cross_entropy(A2, Y):
    H = one_hot(Y, A2.shape[0])
    return -np.sum(H * np.log2(A2)) / Y.size
""",
        {"cross_entropy": LOG_BASE + LOG_ZERO},
    ),
    Pair(
        "cross-entropy-all-pairs-and-log-zero",
        "def cross_entropy(A2, Y):\n    return -np.mean(np.log(A2[Y]))\n",
        {"cross_entropy": ALL_PAIRS + LOG_ZERO},
    ),
    Pair(
        "cross-entropy-all-entries-and-no-minus",
        r"""
def cross_entropy(A2, Y):
    return np.mean(one_hot(Y, A2.shape[0]) * np.log(A2 + 1e-10))
""",
        {"cross_entropy": ("classes", "over all", "every (entry|element|number)", "factor", "examples", *MINUS)},
    ),
    Pair(
        "one-hot-transposed-and-max-plus-one",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((Y.size, Y.max() + 1))
    H[np.arange(Y.size), Y] = 1
    return H
""",
        {"one_hot": ("max", "largest label", "n_classes", "number of classes", *TRANSPOSED)},
    ),
    Pair(
        "one-hot-filled-and-transposed",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((Y.size, n_classes))
    H[:, Y] = 1
    return H
""",
        {"one_hot": FILLED + TRANSPOSED},
    ),
    Pair(
        "one-hot-ten-hard-coded-and-off-by-one",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((10, Y.size))
    for i in range(Y.size):
        H[Y[i] - 1, i] = 1
    return H
""",
        {"one_hot": ("n_classes", "ten|10", "hard.?coded", "one (row|place|class)", "shift", "off by one")},
    ),
    Pair(
        "init-transposed-and-not-centred",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_inputs, n_hidden))
    b1 = rng.random((n_hidden, 1))
    W2 = rng.random((n_hidden, n_outputs))
    b2 = rng.random((n_outputs, 1))
    return W1, b1, W2, b2
""",
        {"init_params": TRANSPOSED + CENTRED},
    ),
    Pair(
        "init-global-random-and-flat-biases",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.random.randn(n_hidden, n_inputs) * 0.01
    b1 = np.zeros(n_hidden)
    W2 = np.random.randn(n_outputs, n_hidden) * 0.01
    b2 = np.zeros(n_outputs)
    return W1, b1, W2, b2
""",
        {"init_params": RNG + BIAS_COLUMN},
    ),
    Pair(
        "init-unscaled-and-global",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.random.randn(n_hidden, n_inputs)
    b1 = np.random.randn(n_hidden, 1)
    W2 = np.random.randn(n_outputs, n_hidden)
    b2 = np.random.randn(n_outputs, 1)
    return W1, b1, W2, b2
""",
        {"init_params": RNG + LARGE},
    ),
    Pair(
        "update-plus-and-alpha-on-weights-only",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return W1 + alpha * dW1, b1 + db1, W2 + alpha * dW2, b2 + db2
""",
        {"update_params": ("alpha", "learning rate", *UPHILL)},
    ),
    Pair(
        "update-plus-and-order",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 + alpha * dW1
    W2 = W2 + alpha * dW2
    b1 = b1 + alpha * db1
    b2 = b2 + alpha * db2
    return W1, W2, b1, b2
""",
        {"update_params": UPHILL + ORDER},
    ),
    Pair(
        "update-alpha-ignored-and-biases-left-out",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 -= dW1
    W2 -= dW2
    return W1, b1, W2, b2
""",
        {"update_params": ("alpha", "learning rate", "bias", r"\bb[12]\b")},
    ),
    Pair(
        "forward-no-biases-and-no-activation",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X
    A1 = Z1
    Z2 = W2 @ A1
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        {"forward_prop": ("bias", r"\bb[12]\b", "relu", "activation")},
    ),
    Pair(
        "forward-sigmoid-and-z2-from-z1",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = 1 / (1 + np.exp(-Z1))
    Z2 = W2 @ Z1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        {"forward_prop": ("sigmoid", "relu", r"\bZ1\b", r"\bA1\b")},
    ),
    Pair(
        "forward-bias-subtracted-and-no-softmax",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X - b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 - b2
    return Z1, A1, Z2, Z2
""",
        {"forward_prop": ("bias", "sign", "minus|subtract", r"\bb[12]\b", "softmax", "probabilit")},
    ),
    Pair(
        "predictions-argmin-and-axis",
        "def get_predictions(A2):\n    return np.argmin(A2, axis=1)\n",
        {"get_predictions": ("argmin", "smallest|lowest", "argmax", *AXIS)},
    ),
    Pair(
        "accuracy-pairs-and-per-cent",
        "def get_accuracy(predictions, Y):\n    return (predictions.reshape(-1, 1) == Y).mean() * 100\n",
        {"get_accuracy": ("per ?cent", "100", "broadcast", "pair", "between 0 and 1|0 (to|and) 1", "reshape")},
    ),
    Pair(
        "load-csv-not-transposed-and-divided",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return data[:, 1:] / 255, data[:, 0].astype(int)
""",
        {"load_csv": ("255", "normali[sz]", "scal", "raw", *TRANSPOSED)},
    ),
    Pair(
        "load-csv-label-kept-and-float-labels",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return data.T, data[:, 0:1]
""",
        {"load_csv": ("label", "first (column|row)", "float|integer", *ONE_D)},
    ),
    Pair(
        "normalize-256-and-floor",
        "def normalize(X):\n    return X // 256\n",
        {"normalize": ("25[56]", "//", "floor", "whole number", "integer", "zero")},
    ),
    Pair(
        "split-apart-and-global-random",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    X = X[:, np.random.permutation(X.shape[1])]
    Y = Y[np.random.permutation(Y.size)]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        {"train_dev_split": LABELS_LOST + RNG},
    ),
    Pair(
        "relu-deriv-inverted-and-relu",
        "def relu_deriv(Z):\n    return np.where(Z > 0, 0, Z)\n",
        {
            "relu_deriv": (
                "invert",
                "other way",
                "opposite",
                "values? of z",
                "0 (and|or) 1",
                "1 (where|for)",
                "negative",
            )
        },
    ),
    Pair(
        "descent-uphill-and-one-short",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(1, iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1 = W1 + alpha * dW1, b1 + alpha * db1
        W2, b2 = W2 + alpha * dW2, b2 + alpha * db2
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        {"gradient_descent": ("too few", "one (step|iteration)", "number of (steps|iterations)", *UPHILL)},
    ),
    Pair(
        "descent-not-assigned-and-history-each-step",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        grads = backward_prop(Z1, A1, A2, W2, X, Y)
        update_params(W1, b1, W2, b2, *grads, alpha)
        history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        {"gradient_descent": ("report_every", "history", "every (step|iteration)", *UNTRAINED)},
    ),
    Pair(
        "descent-alpha-ignored-and-swapped-outputs",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        grads = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, 0.1)
    return history, (W1, b1, W2, b2)
""",
        {"gradient_descent": ("alpha", "learning rate", "history", *ORDER)},
    ),
]

PAIRS: list[Pair] = [*HELPER_AND_CALLER, *STRANGERS, *WITHIN_ONE]
