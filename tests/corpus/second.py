"""What a second blind round brought: forms and mistakes that the grader had refused, passed or named wrongly.

Written from the contract and the lesson alone, like the first round; the cases that were judged rightly at once are
not repeated here.
"""

from . import Pair, Right, Wrong

RIGHT_AGAIN = [
    Right(
        "second-load-magic",
        """
import zlib


def load_csv(path):
    with open(path, 'rb') as f:
        blob = f.read()
    if blob[:2] == b'\\x1f\\x8b':
        blob = zlib.decompress(blob, 16 + zlib.MAX_WBITS)
    rows = blob.decode().strip().split('\\n')[1:]
    d = np.array([r.split(',') for r in rows]).astype(np.float64)
    return d.T[1:, :], d.T[0, :].astype(int)
""",
    ),
    Right(
        "second-load-list-labels",
        """
def load_csv(path):
    d = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    return d[:, 1:].T, [int(v) for v in d[:, 0]]
""",
    ),
    Right(
        "second-split-permuted",
        """
def train_dev_split(X, Y, n_dev, rng):
    both = rng.permutation(np.concatenate((X, Y[None, :])), axis=1)
    d, t = np.split(both, [n_dev], axis=1)
    return t[:-1], t[-1].astype(int), d[:-1], d[-1].astype(int)
""",
    ),
    Right(
        "second-split-fisher",
        """
def train_dev_split(X, Y, n_dev, rng):
    p = list(range(Y.size))
    for i in range(Y.size - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        p[i], p[j] = p[j], p[i]
    return X[:, p[n_dev:]], Y[p[n_dev:]], X[:, p[:n_dev]], Y[p[:n_dev]]
""",
    ),
    Right(
        "second-onehot-list",
        """
def one_hot(Y, n_classes=10):
    return [[1 if y == k else 0 for y in Y] for k in range(n_classes)]
""",
    ),
    Right(
        "second-init-randomstate-spawn",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    r1, r2 = rng.spawn(2)
    W1, b1 = r1.random((n_hidden, n_inputs)) - .5, r1.random((n_hidden, 1)) - .5
    return W1, b1, r2.random((n_outputs, n_hidden)) - .5, r2.random((n_outputs, 1)) - .5
""",
    ),
    Right(
        "second-softmax-pairwise",
        """
def softmax(Z):
    with np.errstate(over='ignore'):
        return 1 / np.exp(Z[None, :, :] - Z[:, None, :]).sum(axis=1)
""",
    ),
    Right(
        "second-ce-0d",
        """
def cross_entropy(A2, Y):
    return np.array(-np.log(np.fmax(A2[Y, np.arange(len(Y))], 1e-15)).mean())
""",
    ),
    Right(
        "second-pred-where",
        """
def get_predictions(A2):
    rows, cols = np.where(A2 == A2.max(axis=0))
    out = np.empty(A2.shape[1], dtype=int)
    out[cols] = rows
    return out
""",
    ),
    Right(
        "second-gd-generator",
        """
def steps(X, Y, params, alpha, n):
    for i in range(n):
        Z1, A1, _, A2 = forward_prop(*params, X)
        params = update_params(*params, *backward_prop(Z1, A1, A2, params[2], X, Y), alpha)
        yield i, params, A2


def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    history = []
    for i, params, A2 in steps(X, Y, params, alpha, iterations):
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return params, history
""",
    ),
    Right(
        "second-gd-history-array",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, acc))
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), np.array(history)
""",
    ),
    Right(
        "second-callable-object",
        """
class Softmax:
    def __call__(self, Z):
        E = np.exp(Z - Z.max(axis=0))
        return E / E.sum(axis=0)
softmax = Softmax()
""",
    ),
    Right(
        "second-all-in-float32",
        """
F = np.float32
def load_csv(path):
    d = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2, dtype=F)
    return d[:, 1:].T, d[:, 0].astype(int)
def normalize(X):
    return (X / 255).astype(F)
def one_hot(Y, n_classes=10):
    return (np.arange(n_classes)[:, None] == Y).astype(F)
def init_params(n_inputs, n_hidden, n_outputs, rng):
    shapes = ((n_hidden, n_inputs), (n_hidden, 1), (n_outputs, n_hidden), (n_outputs, 1))
    return tuple(rng.random(s, dtype=F) - F(0.5) for s in shapes)
def softmax(Z):
    Z = Z.astype(F)
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)
def forward_prop(W1, b1, W2, b2, X):
    W1, b1, W2, b2, X = (a.astype(F) for a in (W1, b1, W2, b2, X))
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
def cross_entropy(A2, Y):
    return float(-np.log(np.maximum(A2.astype(F)[Y, np.arange(Y.size)], F(1e-15))).mean())
def backward_prop(Z1, A1, A2, W2, X, Y):
    Z1, A1, A2, W2, X = (a.astype(F) for a in (Z1, A1, A2, W2, X))
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    return dZ1 @ X.T / m, dZ1.sum(axis=1, keepdims=True) / m, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return tuple((p.astype(F) - F(alpha) * g.astype(F)) for p, g in zip((W1, b1, W2, b2), (dW1, db1, dW2, db2)))
""",
    ),
]

WRONG_AGAIN = [
    Wrong(
        "second-load-first-1000",
        "load_csv",
        """
def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as f:
        rows = [line.split(",") for line in f.read().strip().split("\\n")[1:]]
    data = np.array(rows, dtype=float)
    data = data[:1000]
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("1000|1,000|few|miss|all|part",),
    ),
    Wrong(
        "second-load-x-list-of-int-labels-str",
        "load_csv",
        """
def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as f:
        rows = [line.split(",") for line in f.read().strip().split("\\n")[1:]]
    data = np.array(rows, dtype=float)
    return data[:, 1:].T, [str(int(v)) for v in data[:, 0]]
""",
        ("str|text",),
    ),
    Wrong(
        "second-split-only-Y",
        "train_dev_split",
        """
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    Y = Y[p]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        ("label",),
    ),
    Wrong(
        "second-split-choice-replace",
        "train_dev_split",
        """
def train_dev_split(X, Y, n_dev, rng):
    p = rng.choice(X.shape[1], n_dev)
    mask = np.ones(X.shape[1], bool); mask[p] = False
    return X[:, mask], Y[mask], X[:, p], Y[p]
""",
        ("replace|twice|more than once|repeat",),
    ),
    Wrong(
        "second-onehot-float-01",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    return 0.1 + 0.8 * np.eye(n_classes)[Y].T
""",
        (r"0\.1|0 and 1|1 .*0|smooth",),
    ),
    Wrong(
        "second-init-minus-one",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 1
    b1 = rng.random((n_hidden, 1)) - 1
    W2 = rng.random((n_outputs, n_hidden)) - 1
    b2 = rng.random((n_outputs, 1)) - 1
    return W1, b1, W2, b2
""",
        (r"negative|centr|0\.5|half",),
    ),
    Wrong(
        "second-init-times-100",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = 100 * rng.random((n_hidden, n_inputs)) - 50
    b1 = 100 * rng.random((n_hidden, 1)) - 50
    W2 = 100 * rng.random((n_outputs, n_hidden)) - 50
    b2 = 100 * rng.random((n_outputs, 1)) - 50
    return W1, b1, W2, b2
""",
        ("large|scale|small|big",),
    ),
    Wrong(
        "second-init-zeros-W2",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = np.zeros((n_outputs, n_hidden))
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
""",
        ("zero|W2|0",),
    ),
    Wrong(
        "second-init-hard-hidden",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((10, n_inputs)) - 0.5
    b1 = rng.random((10, 1)) - 0.5
    W2 = rng.random((n_outputs, 10)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
""",
        ("10|size|n_hidden",),
    ),
    Wrong(
        "second-softmax-divide-max",
        "softmax",
        """
def softmax(Z):
    Z = Z / np.abs(Z).max(axis=0)
    E = np.exp(Z)
    return E / E.sum(axis=0)
""",
        ("divid|max|subtract|scale",),
    ),
    Wrong(
        "second-softmax-flat-col",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z[:, 0] - Z[:, 0].max())
    return E / E.sum()
""",
        ("first|column|shape",),
    ),
    Wrong(
        "second-fwd-minus-b1",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X - b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("b1|bias|minus|subtract",),
    ),
    Wrong(
        "second-fwd-transposed-out",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1.T, A1.T, Z2.T, A2.T
""",
        (r"transpos|\.T",),
    ),
    Wrong(
        "second-ce-clip-inplace",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    np.clip(A2, 1e-15, 1, out=A2)
    return float(-np.mean(np.log(A2[Y, np.arange(Y.size)])))
""",
        ("argument|in place|chang|caller",),
    ),
    Wrong(
        "second-ce-eps-0.1",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    p = A2[Y, np.arange(Y.size)]
    return float(-np.mean(np.log(p + 0.1)))
""",
        (r"floor|0\.1|add|small|large",),
    ),
    Wrong(
        "second-back-db-both",
        "backward_prop",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.mean(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (r"db2|twice|m\b|mean",),
    ),
    Wrong(
        "second-upd-returns-grad",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return dW1, db1, dW2, db2
""",
        ("gradient|dW1",),
    ),
    Wrong(
        "second-upd-multiply",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 * alpha * dW1
    b1 = b1 * alpha * db1
    W2 = W2 * alpha * dW2
    b2 = b2 * alpha * db2
    return W1, b1, W2, b2
""",
        ("minus|multipl|product|subtract",),
    ),
    Wrong(
        "second-upd-shrink",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = (1 - alpha) * W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2
""",
        ("W1|alpha|shr|decay|multipl",),
    ),
    Wrong(
        "second-upd-factor",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = (1 - alpha) * dW1
    b1 = (1 - alpha) * db1
    W2 = (1 - alpha) * dW2
    b2 = (1 - alpha) * db2
    return W1, b1, W2, b2
""",
        ("gradient|param|alpha|W1",),
    ),
    Wrong(
        "second-pred-strings",
        "get_predictions",
        """
def get_predictions(A2):
    return [str(i) for i in A2.argmax(axis=0)]
""",
        ("str|text",),
    ),
    Wrong(
        "second-acc-diff",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return np.mean(predictions - Y)
""",
        ("differ|minus|subtract|==|equal",),
    ),
    Wrong(
        "second-acc-sets",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return len(set(predictions.tolist()) & set(Y.tolist())) / len(set(Y.tolist()))
""",
        ("set|order|occur|position|place|digit|class|share",),
    ),
    Wrong(
        "second-acc-sum-y",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return np.sum(predictions == Y) / np.sum(Y)
""",
        (r"sum|Y|m\b|divid|number",),
    ),
    Wrong(
        "second-gd-half",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    k = X.shape[1] // 2
    X, Y = X[:, :k], Y[:k]
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, acc))
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("part|half|all|every|some",),
    ),
    Wrong(
        "second-gd-W1-frozen",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, acc))
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        W1 = params[0]
    return (W1, b1, W2, b2), history
""",
        ("W1",),
    ),
]

PAIRS_AGAIN = [
    Pair(
        "second-b2-no-m+no-mask",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        {
            "backward_prop": (
                r"m\b|mean|divid|number of examples",
                "relu|deriv|gate|mask",
            )
        },
    ),
    Pair(
        "second-b2-no-m+y-a",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = one_hot(Y, A2.shape[0]) - A2
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        {
            "backward_prop": (
                r"m\b|mean|divid|number of examples",
                "sign|minus|negat|opposite|uphill",
            )
        },
    ),
    Pair(
        "second-b2-scalar+no-m",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum()
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum()
    return dW1, db1, dW2, db2
""",
        {
            "backward_prop": (
                "one number|single|axis|sum|db",
                r"m\b|mean|divid|number of examples",
            )
        },
    ),
    Pair(
        "second-b2-no-m-W+scalar",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum() / m
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum() / m
    return dW1, db1, dW2, db2
""",
        {
            "backward_prop": (
                r"m\b|mean|divid|number of examples",
                "one number|single|axis|sum|db",
            )
        },
    ),
    Pair(
        "second-b2-scalar+no-mask",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum() / m
    dZ1 = (W2.T @ dZ2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum() / m
    return dW1, db1, dW2, db2
""",
        {
            "backward_prop": (
                "one number|single|axis|sum|db",
                "relu|deriv|gate|mask",
            )
        },
    ),
    Pair(
        "second-b2-Z1+no-mask",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ Z1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        {
            "backward_prop": (
                "Z1|A1",
                "relu|deriv|gate|mask",
            )
        },
    ),
    Pair(
        "second-b2-order+no-m",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dW2, db2, dW1, db1
""",
        {
            "backward_prop": (
                "order|swap|exchang",
                r"m\b|mean|divid|number of examples",
            )
        },
    ),
    Pair(
        "second-b2-order+y-a",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = one_hot(Y, A2.shape[0]) - A2
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, dW2, db1, db2
""",
        {
            "backward_prop": (
                "order|swap|exchang",
                "sign|minus|negat|opposite|uphill",
            )
        },
    ),
    Pair(
        "second-f2-no-relu+sig",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = 1/(1+np.exp(-Z2))
    return Z1, A1, Z2, A2
""",
        {
            "forward_prop": (
                "relu|activation|A1",
                "sigmoid|A2|softmax",
            )
        },
    ),
    Pair(
        "second-c2-sum-nominus",
        """
def cross_entropy(A2, Y):
    m = Y.size
    p = np.maximum(A2[Y, np.arange(m)], 1e-15)
    return float(np.log(p).sum())
""",
        {
            "cross_entropy": (
                "minus|sign|negat",
                r"sum|mean|m\b|divid",
            )
        },
    ),
    Pair(
        "second-c2-log2-nominus",
        """
def cross_entropy(A2, Y):
    m = Y.size
    p = np.maximum(A2[Y, np.arange(m)], 1e-15)
    return float(np.log2(p).mean())
""",
        {
            "cross_entropy": (
                "minus|sign|negat",
                "log2|base",
            )
        },
    ),
    Pair(
        "second-c2-log10-sum",
        """
def cross_entropy(A2, Y):
    m = Y.size
    p = np.maximum(A2[Y, np.arange(m)], 1e-15)
    return float(-np.log10(p).sum())
""",
        {
            "cross_entropy": (
                "log10|base",
                r"sum|mean|m\b|divid",
            )
        },
    ),
    Pair(
        "second-s2-neg-axis1",
        """
def softmax(Z):
    E = np.exp(-Z)
    return E / E.sum(axis=1, keepdims=True)
""",
        {
            "softmax": (
                "row|axis|column",
                "-Z|−Z|sign|minus|negat",
                "overflow|nan",
            )
        },
    ),
    Pair(
        "second-u2-plus-noalpha",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 + dW1
    b1 = b1 + db1
    W2 = W2 + dW2
    b2 = b2 + db2
    return W1, b1, W2, b2
""",
        {
            "update_params": (
                r"plus|\+|sign|uphill|add",
                "alpha|rate",
            )
        },
    ),
    Pair(
        "second-u2-plus-nob",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 + alpha * dW1
    W2 = W2 + alpha * dW2
    return W1, b1, W2, b2
""",
        {
            "update_params": (
                r"plus|\+|sign|uphill|add",
                "b1|bias",
            )
        },
    ),
    Pair(
        "second-u2-hard-alphaW",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - 0.1 * dW1
    b1 = b1 - db1
    W2 = W2 - 0.1 * dW2
    b2 = b2 - db2
    return W1, b1, W2, b2
""",
        {"update_params": (r"alpha|0\.1",)},
    ),
    Pair(
        "second-g2-axis1-plus",
        """
def get_predictions(A2):
    return A2.argmax(axis=1) + 1
""",
        {
            "get_predictions": (
                "axis|row|column",
                r"\+ ?1|one",
            )
        },
    ),
    Pair(
        "second-q2-fresh-hist10",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        W1, b1, W2, b2 = params
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % 10 == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, acc))
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        {
            "gradient_descent": (
                "start|anew|params",
                "report_every|10",
            )
        },
    ),
    Pair(
        "second-q2-unassigned-hist2",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((loss, acc))
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        {
            "gradient_descent": (
                "assign|unchanged|start|result|thrown|lost|same",
                "three|two|iteration",
            )
        },
    ),
    Pair(
        "second-q2-swap-order",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, acc))
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, 0.1)
    return history, (W1, b1, W2, b2)
""",
        {
            "gradient_descent": (
                "order|swap|exchang|history|first",
                r"alpha|0\.1",
            )
        },
    ),
]
