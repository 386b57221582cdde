"""What later blind rounds brought: forms and mistakes that the grader had refused, passed or named wrongly.

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
    Right(
        "third-load-genfromtxt-whole",
        """
def load_csv(path):
    data = np.genfromtxt(path, delimiter=",", skip_header=1, dtype=int)
    Y, *columns = data.T
    return np.vstack(columns).astype(np.float32), Y
""",
    ),
    Right(
        "third-load-loadtxt-plain",
        """
def load_csv(path):
    data = np.loadtxt(path, delimiter=",", skiprows=1)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
    ),
    # The contract's "callable objects for functions", "numbers of no dimension" and "lists for tuples".
    Right(
        "callables",
        """
from functools import partial

relu = partial(np.maximum, 0)
relu_deriv = partial(np.less, 0)

class Softmax:
    def __call__(self, Z):
        e = np.exp(Z - Z.max(axis=0, keepdims=True))
        return e / e.sum(axis=0, keepdims=True)

softmax = Softmax()
""",
    ),
    Right(
        "numbers-of-no-dimension-and-lists",
        """
def cross_entropy(A2, Y):
    return np.asarray(-np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-15)).mean())

def get_predictions(A2):
    return [max(range(len(column)), key=column.__getitem__) for column in A2.T.tolist()]

def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    params, history = list(params), []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*params, X)
        if i % report_every == 0:
            history.append([i, cross_entropy(A2, Y), get_accuracy(np.array(get_predictions(A2)), Y)])
        params = list(update_params(*params, *backward_prop(Z1, A1, A2, params[2], X, Y), alpha))
    return [params, history]
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
    Wrong(
        "third-load-normalised-already",
        "load_csv",
        """
def load_csv(path):
    d = np.loadtxt(path, delimiter=",", skiprows=1)
    X = d[:, 1:].T / 255.0
    return X, d[:, 0].astype(int)
""",
        ("raw", "255", "normali", "scale"),
    ),
    Wrong(
        "third-load-header-skipped-twice",
        "load_csv",
        """
def load_csv(path):
    op = gzip.open if str(path).endswith("gz") else open
    with op(path, "rt") as f:
        next(f)
        lines = f.readlines()[1:]
    d = np.array([list(map(float, l.split(","))) for l in lines])
    return d[:, 1:].T, d[:, 0].astype(int)
""",
        ("first digit", "header.*twice", "missing", "lost"),
    ),
    Wrong(
        "third-load-y-then-x",
        "load_csv",
        """
def load_csv(path):
    d = np.loadtxt(path, delimiter=",", skiprows=1)
    return d[:, 0].astype(int), d[:, 1:].T
""",
        ("order", "swap", "first.*then", "exchang", "other way"),
    ),
    Wrong(
        "third-load-size-784",
        "load_csv",
        """
def load_csv(path):
    op = gzip.open if str(path).endswith("gz") else open
    with op(path, "rt") as f:
        lines = f.readlines()[1:]
    X = np.zeros((784, len(lines)))
    Y = np.zeros(len(lines), dtype=int)
    for i, line in enumerate(lines):
        numbers = [int(n) for n in line.split(",")]
        Y[i] = numbers[0]
        for j in range(784):
            X[j, i] = numbers[j + 1]
    return X, Y
""",
        ("784", "number of pixels", "hard"),
    ),
    Wrong(
        "third-load-return-in-loop",
        "load_csv",
        """
def load_csv(path):
    op = gzip.open if str(path).endswith("gz") else open
    X, Y = [], []
    with op(path, "rt") as f:
        next(f)
        for line in f:
            v = line.split(",")
            Y.append(int(v[0]))
            X.append([float(a) for a in v[1:]])
            return np.array(X).T, np.array(Y)
""",
        ("`return`|inside (a|the) loop",),
    ),
    Wrong(
        "third-load-labels-shifted-row",
        "load_csv",
        """
def load_csv(path):
    op = gzip.open if str(path).endswith("gz") else open
    with op(path, "rt") as f:
        rows = list(csv.reader(f))[1:]
    X = np.array([r[1:] for r in rows], float).T
    Y = np.array([int(rows[i - 1][0]) for i in range(len(rows))])
    return X, Y
""",
        ("shift", "one place", "own label", "index"),
    ),
    Wrong(
        "third-normalize-float16",
        "normalize",
        """
def normalize(X):
    return (X / 255).astype(np.float16)
""",
        ("float16", "half precision"),
    ),
    Wrong(
        "third-normalize-flattened",
        "normalize",
        """
def normalize(X):
    return np.array([x / 255 for x in X.ravel()])
""",
        ("shape", "flat", "one axis"),
    ),
    Wrong(
        "third-split-random-start-block",
        "train_dev_split",
        """
def train_dev_split(X, Y, n_dev, rng):
    start = int(rng.integers(0, X.shape[1] - n_dev + 1))
    dev = np.arange(start, start + n_dev)
    train = np.array([i for i in range(X.shape[1]) if i < start or i >= start + n_dev], dtype=int)
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
        ("one piece", "block", "side by side"),
    ),
    Wrong(
        "third-split-shuffle-gives-none",
        "train_dev_split",
        """
def train_dev_split(X, Y, n_dev, rng):
    order = rng.shuffle(np.arange(X.shape[1]))
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
        ("None", "shuffle"),
    ),
    Wrong(
        "third-one-hot-square",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, n_classes))
    for i, y in enumerate(Y):
        H[y, i] = 1
    return H
""",
        ("square", "n_classes by"),
    ),
    Wrong(
        "third-one-hot-arange-classes",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(n_classes)] = 1
    return H
""",
        ("number of labels", "columns"),
    ),
    Wrong(
        "third-one-hot-one-row-more",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes + 1, Y.size))
    for k in range(n_classes + 1):
        H[k, Y == k] = 1
    return H
""",
        ("one row too many", "n_classes"),
    ),
    Wrong(
        "third-init-columns-same",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.zeros((n_hidden, n_inputs)) + rng.uniform(-0.5, 0.5, (n_hidden, 1))
    W2 = rng.uniform(-0.5, 0.5, (n_outputs, n_hidden))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("single weight", "all pixels alike", "every input"),
    ),
    Wrong(
        "third-relu-return-in-loop",
        "relu",
        """
def relu(Z):
    A = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            if Z[i, j] > 0:
                A[i, j] = Z[i, j]
        return A
""",
        ("`return`|inside (a|the) loop",),
    ),
    Wrong(
        "third-softmax-minmax-scale",
        "softmax",
        """
def softmax(Z):
    z = Z - Z.min(axis=0)
    return z / z.sum(axis=0)
""",
        ("exponential",),
    ),
    Wrong(
        "third-softmax-float16",
        "softmax",
        """
def softmax(Z):
    e = np.exp((Z - Z.max(axis=0)).astype(np.float16))
    return e / e.sum(axis=0)
""",
        ("float16", "half precision"),
    ),
    Wrong(
        "third-softmax-no-keepdims-axis1",
        "softmax",
        """
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1)[:, None])
    return e / e.sum(axis=1)
""",
        ("keepdims", "axis", "row", "column", "broadcast"),
    ),
    Wrong(
        "third-forward-naive-softmax-inline",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = np.maximum(0, Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.exp(Z2) / np.exp(Z2).sum(axis=0)
    return Z1, A1, Z2, A2
""",
        ("overflow", "nan", "large", "maximum", "inf"),
    ),
    Wrong(
        "third-forward-b1-twice",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1 + b1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("b1", "bias"),
    ),
    Wrong(
        "third-forward-last-column-only",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    for i in range(X.shape[1]):
        x = X[:, i:i + 1]
        Z1 = W1 @ x + b1
        A1 = relu(Z1)
        Z2 = W2 @ A1 + b2
        A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("last column", "overwrit"),
    ),
    Wrong(
        "third-loss-minimum-for-maximum",
        "cross_entropy",
        """
def cross_entropy(A2, Y):
    p = A2[Y, np.arange(len(Y))]
    return float(-np.mean(np.log(np.minimum(p, 1e-15))))
""",
        ("minimum", "maximum", "floor", "larger"),
    ),
    Wrong(
        "third-loss-no-floor-math",
        "cross_entropy",
        """
import math
def cross_entropy(A2, Y):
    return sum(-math.log(A2[y, i]) for i, y in enumerate(Y)) / len(Y)
""",
        (r"\b0\b", "inf", "floor", "domain"),
    ),
    Wrong(
        "third-relu-deriv-np-gradient",
        "relu_deriv",
        """
def relu_deriv(Z):
    return np.gradient(relu(Z), axis=0)
""",
        ("gradient", "neighbour", "each", "differ"),
    ),
    Wrong(
        "third-relu-deriv-return-in-loop",
        "relu_deriv",
        """
def relu_deriv(Z):
    d = np.zeros_like(Z)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            if Z[i, j] > 0:
                d[i, j] = 1
            return d
""",
        ("`return`|inside (a|the) loop",),
    ),
    Wrong(
        "third-relu-deriv-row-all",
        "relu_deriv",
        """
def relu_deriv(Z):
    return np.array([1 if row.sum() > 0 else 0 for row in Z])
""",
        ("one number for each row", "each entry"),
    ),
    Wrong(
        "third-relu-deriv-zeros-buffer-never",
        "relu_deriv",
        """
def relu_deriv(Z):
    D = np.zeros(Z.shape)
    for row in Z:
        for z in row:
            if z > 0:
                z = 1
    return D
""",
        ("0 everywhere", "never", "does not get"),
    ),
    Wrong(
        "third-update-plus-in-w2",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 + alpha * dW2
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2
""",
        ("W2",),
    ),
    Wrong(
        "third-predictions-running-max-not-reset",
        "get_predictions",
        """
def get_predictions(A2):
    out = []
    best = 0
    where = 0
    for i in range(A2.shape[1]):
        for k in range(A2.shape[0]):
            if A2[k, i] > best:
                best = A2[k, i]
                where = k
        out.append(where)
    return np.array(out)
""",
        ("reset", "each column", "column", "start", "own"),
    ),
    Wrong(
        "third-predictions-last-larger-neighbour",
        "get_predictions",
        """
def get_predictions(A2):
    out = []
    for c in A2.T:
        w = 0
        for k in range(1, len(c)):
            if c[k] > c[k - 1]:
                w = k
        out.append(w)
    return np.array(out)
""",
        ("largest", "best", "compare", "updat", "neighbour"),
    ),
    Wrong(
        "third-predictions-both",
        "get_predictions",
        """
def get_predictions(A2):
    return np.argmax(A2, axis=0), np.max(A2, axis=0)
""",
        ("several", "alone", "two", "pair"),
    ),
    Wrong(
        "third-accuracy-precision",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return float(np.mean([np.mean(Y[predictions == k] == k) for k in np.unique(predictions)]))
""",
        ("class", "mean", "each", "every", "digit", "weigh"),
    ),
    Wrong(
        "third-accuracy-abs-diff-normalised",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return float(1 - np.mean(np.abs(predictions - Y)) / 9)
""",
        ("differ", "distance", "equal", "same", "==", "far", "abs", "close"),
    ),
    Wrong(
        "third-make-relu-output",
        "make_predictions",
        """
def make_predictions(X, W1, b1, W2, b2):
    A1 = relu(W1 @ X + b1)
    return np.argmax(relu(W2 @ A1 + b2), axis=0)
""",
        ("ReLU",),
    ),
    Wrong(
        "third-make-loop-column-flat",
        "make_predictions",
        """
def make_predictions(X, W1, b1, W2, b2):
    out = []
    for i in range(X.shape[1]):
        A2 = forward_prop(W1, b1, W2, b2, X[:, i])[3]
        out.append(np.argmax(A2))
    return np.array(out)
""",
        (r"column|shape|\(n|axis|broadcast|X\[:, i\]",),
    ),
    Wrong(
        "third-make-accuracy",
        "make_predictions",
        """
def make_predictions(X, W1, b1, W2, b2):
    A2 = forward_prop(W1, b1, W2, b2, X)[3]
    p = get_predictions(A2)
    return get_accuracy(p, np.argmax(A2, axis=0))
""",
        ("single number", "classes"),
    ),
    Wrong(
        "third-make-keyword-names",
        "make_predictions",
        """
def make_predictions(X, W1, b1, W2, b2):
    A2 = forward_prop(X=X, params=(W1, b1, W2, b2))[3]
    return get_predictions(A2)
""",
        ("argument", "name", "keyword", "W1"),
    ),
    Wrong(
        "third-descent-starts-anew",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = init_params(X.shape[0], 10, 10, np.random.default_rng(0))
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        grads = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        ("init_params", "params", "given", "anew", "own", "start"),
    ),
    Wrong(
        "third-descent-mini-batch-64",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        for s in range(0, X.shape[1], 64):
            x, y = X[:, s:s+64], Y[s:s+64]
            Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, x)
            W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *backward_prop(Z1, A1, A2, W2, x, y), alpha)
        if i % report_every == 0:
            A2 = forward_prop(W1, b1, W2, b2, X)[3]
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        ("batch",),
    ),
    Wrong(
        "third-descent-alpha-decay",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    p = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*p, X)
        if i % report_every == 0:
            history.append([i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)])
        p = update_params(*p, *backward_prop(Z1, A1, A2, p[2], X, Y), alpha / (1 + 0.1 * i))
    return p, history
""",
        ("alpha", "changes"),
    ),
    Wrong(
        "third-descent-accuracy-of-a2",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    p = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*p, X)
        if i % report_every == 0:
            history.append([i, cross_entropy(A2, Y), get_accuracy(A2, Y)])
        p = update_params(*p, *backward_prop(Z1, A1, A2, p[2], X, Y), alpha)
    return p, history
""",
        ("get_predictions", "probabilit"),
    ),
    Wrong(
        "third-normalize-255-in-cols",
        "normalize",
        """
def normalize(X):
    out = X.astype(float)
    for j in range(0, X.shape[1], 2):
        out[:, j] = out[:, j] / 255
    return out
""",
        ("condition", "loop", "slice", "column"),
    ),
    Wrong(
        "third-one-hot-first-row-onward",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes + 1, Y.size))
    H[Y + 1, np.arange(Y.size)] = 1
    return H[:n_classes]
""",
        ("row|label|shift|too (low|late|high|early)|below|one place",),
    ),
    Wrong(
        "third-one-hot-last-label-wins",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, len(Y)))
    for y in Y:
        for i in range(len(Y)):
            H[:, i] = 0
            H[y, i] = 1
    return H
""",
        ("row", "last", "several", "column", "each", "loop"),
    ),
    Wrong(
        "third-one-hot-strings",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    return [["1" if y == k else "0" for y in Y] for k in range(n_classes)]
""",
        ("text",),
    ),
    Wrong(
        "third-init-sample-normal-abs-b",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.standard_normal((n_hidden, n_inputs)) / np.sqrt(n_inputs)
    W2 = rng.standard_normal((n_outputs, n_hidden)) / np.sqrt(n_hidden)
    return W1, rng.random((n_hidden, 1)) * 100, W2, rng.random((n_outputs, 1)) * 100
""",
        ("bias", "b1", "large", "scale", "big"),
    ),
    Wrong(
        "third-init-w1-scaled-w2-not",
        "init_params",
        """
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.standard_normal((n_hidden, n_inputs)) / np.sqrt(n_inputs)
    W2 = rng.standard_normal((n_outputs, n_hidden)) * 20
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("W2", "large", "scale", "small", "spread"),
    ),
    Wrong(
        "third-relu-starts-loop-at-one",
        "relu",
        """
def relu(Z):
    out = Z.copy()
    for i in range(1, Z.shape[0]):
        for j in range(Z.shape[1]):
            out[i, j] = max(0, Z[i, j])
    return out
""",
        ("first", "row", "loop", "range"),
    ),
    Wrong(
        "third-update-first-row-only",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    for p, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):
        for i in range(1):
            p[i] -= alpha * g[i]
    return W1, b1, W2, b2
""",
        ("loop", "slice", "first row"),
    ),
    Wrong(
        "third-predictions-ge-not-gt-first-row",
        "get_predictions",
        """
def get_predictions(A2):
    return np.array([0 if c[0] > c[1] else 1 for c in A2.T])
""",
        ("never", "two rows"),
    ),
    Wrong(
        "third-predictions-five-classes",
        "get_predictions",
        """
def get_predictions(A2):
    return np.argmax(A2[:5], axis=0)
""",
        ("never", "first five", "rows"),
    ),
    Wrong(
        "third-accuracy-dot",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return float(predictions @ Y / np.sqrt((predictions @ predictions) * (Y @ Y)))
""",
        ("Compare", "equal", "product"),
    ),
    Wrong(
        "third-accuracy-corrcoef",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return float(np.corrcoef(predictions, Y)[0, 1])
""",
        ("correl", "equal", "compare", "==", "own"),
    ),
    Wrong(
        "third-accuracy-break-at-wrong",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    n = 0
    for p, y in zip(predictions, Y):
        if p != y:
            break
        n += 1
    return n / len(Y)
""",
        ("break", "first wrong", "stop", "loop", "ends"),
    ),
    Wrong(
        "third-accuracy-minus-one-per-wrong",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    s = 0
    for p, y in zip(predictions, Y):
        s += 1 if p == y else -1
    return s / len(Y)
""",
        ("wrong", "subtract", "minus", "negative", "share"),
    ),
    Wrong(
        "third-make-y-from-x",
        "make_predictions",
        """
def make_predictions(X, W1, b1, W2, b2):
    return np.argmax(W2 @ W1 @ X + b2, axis=0)
""",
        ("ReLU", "b1"),
    ),
    Wrong(
        "third-descent-lr-warmup",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    p = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*p, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        p = update_params(*p, *backward_prop(Z1, A1, A2, p[2], X, Y), alpha * min(1, (i + 1) / 3))
    return p, history
""",
        ("alpha", "length"),
    ),
    Wrong(
        "third-normalize-xor-typo",
        "normalize",
        """
def normalize(X):
    return X * 255 ** 1 ^ -1
""",
        (r"\^", "power", "divi", "error", "stopped"),
    ),
    Wrong(
        "fourth-update-clipped",
        "update_params",
        """
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    c = lambda g: np.clip(g, -1, 1)
    return W1 - alpha * c(dW1), b1 - alpha * c(db1), W2 - alpha * c(dW2), b2 - alpha * c(db2)
""",
        ("cut.*off|clip",),
    ),
    Wrong(
        "fourth-descent-report-outside",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    if i % report_every == 0:
        history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        print(history[-1])
    return (W1, b1, W2, b2), history
""",
        ("after the loop.*indent",),
    ),
    Wrong(
        "fourth-descent-report-after",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    print(history[-1])
    return (W1, b1, W2, b2), history
""",
        ("after the loop.*indent",),
    ),
    Wrong(
        "fourth-descent-list-anew",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    for i in range(iterations):
        history = []
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
            history.append((i, loss, acc))
            print(i, loss, acc)
    return (W1, b1, W2, b2), history
""",
        (r"history = \[\]",),
    ),
    Wrong(
        "fourth-load-gz-bytes-split",
        "load_csv",
        """
def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path) as f:
        lines = f.readlines()[1:]
    rows = [line.strip().split(",") for line in lines]
    data = np.array(rows, dtype=float)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("bytes.*text",),
    ),
    Wrong(
        "fourth-load-gz-bytes-csv",
        "load_csv",
        """
def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path) as f:
        rows = csv.reader(f)
        next(rows)
        data = np.array(list(rows), dtype=float)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("bytes.*text",),
    ),
    Wrong(
        "fourth-load-module-lists",
        "load_csv",
        """
LABELS = []
PIXELS = []
def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as f:
        for i, row in enumerate(csv.reader(f)):
            if i == 0:
                continue
            LABELS.append(int(row[0]))
            PIXELS.append([float(v) for v in row[1:]])
    return np.array(PIXELS).T, np.array(LABELS)
""",
        ("earlier calls",),
    ),
    Wrong(
        "fourth-load-default-list",
        "load_csv",
        """
def load_csv(path, rows=[]):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as f:
        next(f)
        for line in f:
            rows.append([float(v) for v in line.split(",")])
    data = np.array(rows)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("default argument",),
    ),
    Wrong(
        "fourth-softmax-int-column",
        "softmax",
        """
def softmax(Z):
    out = np.zeros(Z.shape, dtype=int)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - Z[:, i].max())
        out[:, i] = e / e.sum()
    return out
""",
        ("whole numbers",),
    ),
    Wrong(
        "fourth-softmax-int-array",
        "softmax",
        """
def softmax(Z):
    out = np.zeros_like(Z, dtype=int)
    out[:] = np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)
    return out
""",
        ("whole numbers",),
    ),
    Wrong(
        "fourth-forward-both-overwritten",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    Z1 = relu(Z1)
    A1 = Z1
    Z2 = W2 @ A1 + b2
    Z2 = softmax(Z2)
    A2 = Z2
    return Z1, A1, Z2, A2
""",
        ("Z1 after ReLU and Z2 after softmax",),
    ),
    Wrong(
        "fourth-forward-b2-flat",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2.flatten()
    return Z1, A1, Z2, softmax(Z2)
""",
        ("flatten b2",),
    ),
    Wrong(
        "fourth-forward-b1-grows",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    b1 += W1 @ X
    Z1 = b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("b1 itself",),
    ),
    Wrong(
        "fourth-forward-bare-product",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ (W1 @ X) + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("without b1 and without ReLU",),
    ),
    Wrong(
        "fourth-forward-w2-transposed",
        "forward_prop",
        """
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2.T @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("W2 transposed",),
    ),
    Wrong(
        "fourth-backward-one-over-m",
        "backward_prop",
        """
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1, db1 = 1 // m * dZ1 @ X.T, 1 // m * dZ1.sum(1, keepdims=True)
    return dW1, db1, 1 // m * dZ2 @ A1.T, 1 // m * dZ2.sum(1, keepdims=True)
""",
        ("divide 1 by m with `//`",),
    ),
    Wrong(
        "fourth-softmax-sum-shadowed",
        "softmax",
        """
def softmax(Z):
    sum = np.exp(Z - Z.max(axis=0))
    return sum / sum(axis=0)
""",
        ("such as `sum`",),
    ),
    Wrong(
        "fourth-softmax-transposed",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z.T - Z.max(axis=0))
    return (E / E.sum(axis=0)).T
""",
        (r"\.T",),
    ),
    Wrong(
        "fourth-softmax-first-row",
        "softmax",
        """
def softmax(Z):
    E = np.exp(Z - max(Z[0]))
    return E / sum(E)
""",
        ("first row",),
    ),
    Wrong(
        "fourth-softmax-brackets",
        "softmax",
        """
def softmax(Z):
    return np.exp(Z) - np.max(Z, axis=0) / np.sum(np.exp(Z), axis=0)
""",
        ("brackets",),
    ),
    Wrong(
        "fourth-softmax-squares",
        "softmax",
        """
def softmax(Z):
    E = (Z - Z.max(axis=0)) ** 2
    return E / E.sum(axis=0)
""",
        ("square",),
    ),
    Wrong(
        "fourth-softmax-e",
        "softmax",
        """
def softmax(Z):
    E = 2.718 ** (Z - Z.max(axis=0))
    return E / E.sum(axis=0)
""",
        (r"2\.718",),
    ),
    Wrong(
        "fourth-descent-noted-first",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    loss, acc = 0.0, 0.0
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, loss, acc))
            print(history[-1])
        loss, acc = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("before you measure",),
    ),
    Wrong(
        "fourth-descent-two-lists",
        "gradient_descent",
        """
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    losses, accs = [], []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            losses.append(cross_entropy(A2, Y)); accs.append(get_accuracy(get_predictions(A2), Y))
            print(i, losses[-1], accs[-1])
    return (W1, b1, W2, b2), (losses, accs)
""",
        ("two lists",),
    ),
    Wrong(
        "fourth-accuracy-is",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    return sum(1 for p, y in zip(predictions, Y) if p is y) / len(Y)
""",
        ("`is`.*`==`",),
    ),
    Wrong(
        "fourth-accuracy-of-classes",
        "get_accuracy",
        """
def get_accuracy(predictions, Y):
    right = predictions[predictions == Y]
    return len(np.unique(right)) / len(np.unique(Y))
""",
        ("classes and not digits",),
    ),
    Wrong(
        "fourth-make-biases-swapped",
        "make_predictions",
        """
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, b2, W2, b1, X)
    return get_predictions(A2)
""",
        ("b2 where b1 belongs",),
    ),
    Wrong(
        "fourth-one-hot-renumbered",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    _, inv = np.unique(Y, return_inverse=True)
    H[inv, np.arange(Y.size)] = 1
    return H
""",
        ("anew|missing",),
    ),
    Wrong(
        "fourth-one-hot-smoothed",
        "one_hot",
        """
def one_hot(Y, n_classes=10):
    H = np.full((n_classes, Y.size), 0.01)
    H[Y, np.arange(Y.size)] = 0.91
    return H
""",
        ("smooth",),
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
