"""Answers that are right by the contract in the many forms that students write: each must earn full marks."""

from . import Right

RIGHT: list[Right] = [
    # Reading the data
    Right(
        "load-csv-loadtxt",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
    ),
    Right(
        "load-csv-genfromtxt-float32",
        r"""
def load_csv(path):
    data = np.genfromtxt(path, delimiter=',', skip_header=1, dtype=np.float32, ndmin=2)
    Y = data[:, 0].astype(np.int32)
    X = np.transpose(data[:, 1:]).copy()
    return X, Y
""",
    ),
    Right(
        "load-csv-split-by-hand",
        r"""
def load_csv(path):
    path = str(path)
    if path.endswith('.gz'):
        f = gzip.open(path, 'rt')
    else:
        f = open(path)
    labels = []
    pixels = []
    first = True
    for line in f:
        if first:
            first = False
            continue
        parts = line.strip().split(',')
        if len(parts) < 2:
            continue
        labels.append(int(parts[0]))
        pixels.append([float(p) for p in parts[1:]])
    f.close()
    return np.array(pixels).T, np.array(labels)
""",
    ),
    Right(
        "load-csv-decompress-and-splitlines",
        r"""
from pathlib import Path


def load_csv(path):
    raw = Path(path).read_bytes()
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    header, *lines = raw.decode("utf-8").splitlines()
    table = [list(map(int, line.split(","))) for line in lines if line]
    Y = np.array([row[0] for row in table])
    X = np.array([row[1:] for row in table], dtype=np.float64).T
    return X, Y
""",
    ),
    Right(
        "load-csv-dictreader",
        r"""
def load_csv(path):
    if str(path)[-3:] == ".gz":
        fh = gzip.open(path, mode="rt", encoding="utf-8", newline="")
    else:
        fh = open(path, encoding="utf-8", newline="")
    with fh:
        reader = csv.DictReader(fh)
        pixel_names = [n for n in reader.fieldnames if n != "label"]
        rows = list(reader)
    Y = np.array([int(r["label"]) for r in rows])
    X = np.array([[float(r[n]) for r in rows] for n in pixel_names])
    return X, Y
""",
    ),
    Right(
        "load-csv-one-flat-array",
        r"""
def load_csv(path):
    if str(path).endswith("gz"):
        with gzip.open(path) as f:
            text = f.read().decode()
    else:
        with open(path, "rb") as f:
            text = f.read().decode()
    header, _, body = text.partition("\n")
    n_columns = header.count(",") + 1
    numbers = np.array(body.replace("\n", ",").replace("\r", "").strip(",").split(","), dtype=float)
    table = numbers.reshape(-1, n_columns).T
    return table[1:], table[0].astype("int64")
""",
    ),
    Right(
        "load-csv-preallocated-columns",
        r"""
def read_lines(path):
    open_it = gzip.open if str(path).lower().endswith(".gz") else open
    with open_it(path, "rt") as f:
        next(f)
        yield from (line.rstrip() for line in f)


def load_csv(path):
    lines = [line for line in read_lines(path) if line]
    X = np.zeros((lines[0].count(","), len(lines)))
    Y = np.zeros(len(lines), dtype=int)
    for i, line in enumerate(lines):
        label, *pixels = line.split(",")
        Y[i] = label
        X[:, i] = pixels
    return X, Y
""",
    ),
    Right(
        "load-csv-plain-lists",
        r"""
def load_csv(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt") as file:
        rows = [[float(cell) for cell in row] for row in list(csv.reader(file))[1:]]
    return [list(column) for column in zip(*rows)][1:], [int(row[0]) for row in rows]


def one_hot(Y, n_classes=10):
    return [[1 if y == c else 0 for y in Y] for c in range(n_classes)]


def train_dev_split(X, Y, n_dev, rng):
    X, Y = np.array(X), np.array(Y)
    o = rng.permutation(len(Y))
    return X[:, o[n_dev:]], Y[o[n_dev:]], X[:, o[:n_dev]], Y[o[:n_dev]]


def normalize(X):
    return np.array(X) / 255
""",
    ),
    # normalize
    Right("normalize-times-reciprocal", "def normalize(X):\n    return X * (1.0 / 255.0)\n"),
    Right("normalize-float32", "def normalize(X):\n    return (X / 255).astype(np.float32)\n"),
    Right(
        "normalize-astype-then-in-place-on-the-copy",
        r"""
PIXEL_MAX = 255.


def normalize(X):
    X = X.astype(float)
    X /= PIXEL_MAX
    return X
""",
    ),
    Right(
        "normalize-row-by-row",
        r"""
def normalize(X):
    out = np.empty(X.shape)
    for r in range(X.shape[0]):
        for c in range(X.shape[1]):
            out[r, c] = X[r, c] / 255
    return out
""",
    ),
    Right("normalize-divide-out-of-place", "normalize = lambda data: np.true_divide(data, 255)\n"),
    # train_dev_split
    Right(
        "split-choice-and-mask",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    chosen = rng.choice(len(Y), size=n_dev, replace=False)
    is_dev = np.zeros(len(Y), dtype=bool)
    is_dev[chosen] = True
    return X[:, ~is_dev], Y[~is_dev], X[:, is_dev], Y[is_dev]
""",
    ),
    Right(
        "split-shuffle-indices-dev-from-the-end",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    m = X.shape[1]
    idx = np.arange(m)
    rng.shuffle(idx)
    X, Y = X[:, idx], Y[idx]
    cut = m - n_dev
    return X[:, :cut], Y[:cut], X[:, cut:], Y[cut:]
""",
    ),
    Right(
        "split-shuffle-the-joined-table",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    # glue the labels on top so they travel with their pixels
    data = np.vstack([Y, X]).T.copy()
    rng.shuffle(data)
    dev = data[0:n_dev].T
    train = data[n_dev:].T
    return train[1:], train[0].astype(int), dev[1:], dev[0].astype(int)
""",
    ),
    Right(
        "split-argsort-of-random-keys",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    keys = rng.random(Y.shape[0])
    order = np.argsort(keys)
    dev_i = order[:n_dev]
    train_i = order[n_dev:]
    X_dev, Y_dev = np.take(X, dev_i, axis=1), np.take(Y, dev_i)
    X_train, Y_train = np.take(X, train_i, axis=1), np.take(Y, train_i)
    return [X_train, Y_train, X_dev, Y_dev]
""",
    ),
    Right(
        "split-own-fisher-yates",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    order = list(range(Y.size))
    for i in range(len(order) - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        order[i], order[j] = order[j], order[i]
    train, dev = order[n_dev:], order[:n_dev]
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
    ),
    Right(
        "split-delete-the-chosen",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    pick = rng.choice(np.arange(X.shape[1]), n_dev, replace=False)
    return np.delete(X, pick, axis=1), np.delete(Y, pick), X[:, pick], Y[pick]
""",
    ),
    # one_hot
    Right("one-hot-eye-rows", "def one_hot(Y, n_classes=10):\n    return np.eye(n_classes)[Y].T\n"),
    Right("one-hot-eye-columns-int", "def one_hot(Y, n_classes=10):\n    return np.eye(n_classes, dtype=int)[:, Y]\n"),
    Right(
        "one-hot-boolean-comparison",
        "def one_hot(Y, n_classes=10):\n    return np.arange(n_classes)[:, None] == Y[None, :]\n",
    ),
    Right(
        "one-hot-loop",
        r"""
def one_hot(Y, n_classes=10):
    result = np.zeros((n_classes, len(Y)), dtype=np.int8)
    for column, label in enumerate(Y):
        result[label][column] = 1
    return result
""",
    ),
    Right(
        "one-hot-list-of-rows",
        r"""
def one_hot(Y, n_classes=10):
    rows = []
    for k in range(n_classes):
        rows.append([1 if y == k else 0 for y in Y])
    return rows
""",
    ),
    Right(
        "one-hot-flat-index",
        r"""
def one_hot(Y, n_classes=10):
    m = len(Y)
    flat = np.zeros(n_classes * m, dtype=np.float32)
    flat[Y * m + np.arange(m)] = 1
    return flat.reshape(n_classes, m)
""",
    ),
    Right(
        "one-hot-cached-identity",
        r"""
import functools


@functools.lru_cache(maxsize=None)
def identity(n):
    return np.identity(n)


def one_hot(Y, n_classes=10):
    return identity(n_classes)[Y].transpose()
""",
    ),
    Right(
        "one-hot-where-and-recursion",
        r"""
def one_hot(Y, n_classes=10):
    if n_classes == 0:
        return np.zeros((0, Y.size))
    last = np.where(Y == n_classes - 1, 1.0, 0.0)
    return np.vstack([one_hot(Y, n_classes - 1), last])
""",
    ),
    # init_params
    Right(
        "init-uniform-half",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.uniform(-0.5, 0.5, size=(n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.uniform(-0.5, 0.5, size=(n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
    ),
    Right(
        "init-xavier-output-layer-first",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    limit2 = np.sqrt(6 / (n_hidden + n_outputs))
    W2 = rng.uniform(low=-limit2, high=limit2, size=(n_outputs, n_hidden))
    limit1 = np.sqrt(6 / (n_inputs + n_hidden))
    W1 = rng.uniform(low=-limit1, high=limit1, size=(n_hidden, n_inputs))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
    ),
    Right(
        "init-he",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    def layer(fan_in, fan_out):
        return rng.standard_normal((fan_out, fan_in)) * np.sqrt(2 / fan_in), np.zeros((fan_out, 1))

    return *layer(n_inputs, n_hidden), *layer(n_hidden, n_outputs)
""",
    ),
    Right(
        "init-small-normal",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    scale = 0.01
    W1 = rng.normal(0, scale, (n_hidden, n_inputs))
    b1 = rng.normal(0, scale, (n_hidden, 1))
    W2 = rng.normal(0, scale, (n_outputs, n_hidden))
    b2 = rng.normal(0, scale, (n_outputs, 1))
    return [W1, b1, W2, b2]
""",
    ),
    Right(
        "init-float32-small-positive-biases",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = (rng.standard_normal((n_hidden, n_inputs), dtype=np.float32) / np.float32(np.sqrt(n_inputs)))
    W2 = (rng.standard_normal((n_outputs, n_hidden), dtype=np.float32) / np.float32(np.sqrt(n_hidden)))
    b1 = np.full((n_hidden, 1), 0.01, dtype=np.float32)
    b2 = np.zeros((n_outputs, 1), dtype=np.float32)
    return W1, b1, W2, b2
""",
    ),
    # relu
    Right("relu-where", "def relu(Z):\n    return np.where(Z > 0, Z, 0)\n"),
    Right("relu-times-mask", "def relu(x):\n    return x * (x > 0)\n"),
    Right("relu-clip", "def relu(Z):\n    return np.clip(Z, 0, None)\n"),
    Right("relu-half-of-sum-with-absolute", "def relu(Z):\n    return (Z + np.abs(Z)) / 2\n"),
    Right(
        "relu-copy-and-boolean-mask",
        "def relu(Z):\n    A = Z.copy()\n    A[A < 0] = 0\n    return A\n",
    ),
    Right(
        "relu-vectorized-with-otypes",
        "relu = np.vectorize(lambda z: z if z > 0 else 0.0, otypes=[float])\n",
    ),
    Right(
        "relu-nested-lists",
        "def relu(Z):\n    return [[max(0.0, float(z)) for z in row] for row in Z]\n\n\n"
        "def forward_prop(W1, b1, W2, b2, X):\n    Z1 = W1 @ X + b1\n    A1 = np.array(relu(Z1))\n"
        "    Z2 = W2 @ A1 + b2\n    return Z1, A1, Z2, softmax(Z2)\n",
    ),
    Right("relu-default-argument", "def relu(Z, floor=0.0):\n    return np.fmax(Z, floor)\n"),
    # softmax
    Right(
        "softmax-column-loop",
        r"""
def softmax(Z):
    out = np.zeros(Z.shape)
    for j in range(Z.shape[1]):
        col = Z[:, j]
        e = np.exp(col - max(col))
        out[:, j] = e / sum(e)
    return out
""",
    ),
    Right(
        "softmax-log-sum-exp",
        r"""
def log_sum_exp(Z):
    top = Z.max(axis=0)
    return top + np.log(np.exp(Z - top).sum(axis=0))


def softmax(Z):
    return np.exp(Z - log_sum_exp(Z))
""",
    ),
    Right("softmax-logaddexp-reduce", "def softmax(Z):\n    return np.exp(Z - np.logaddexp.reduce(Z, axis=0))\n"),
    Right(
        "softmax-apply-along-axis",
        r"""
def softmax(Z):
    def one(z):
        z = z - np.max(z)
        return np.exp(z) / np.exp(z).sum()
    return np.apply_along_axis(one, 0, Z)
""",
    ),
    Right(
        "softmax-transposed-and-back-float32",
        r"""
def softmax(Z):
    rows = Z.T
    rows = rows - rows.max(axis=1)[:, np.newaxis]
    e = np.exp(rows.astype(np.float32))
    return (e / e.sum(axis=1).reshape(-1, 1)).T
""",
    ),
    Right(
        "softmax-math-exp-and-lists",
        r"""
import math


def softmax(Z):
    columns = []
    for z in np.asarray(Z).T.tolist():
        m = max(z)
        e = [math.exp(v - m) for v in z]
        s = math.fsum(e)
        columns.append([v / s for v in e])
    return np.array(columns).T
""",
    ),
    Right(
        "softmax-pairwise-differences",
        r"""
def softmax(Z):
    # p_i = 1 / sum_k exp(z_k - z_i); the cap keeps exp finite and such a p is 0 anyway
    D = np.minimum(Z[:, None, :] - Z[None, :, :], 700)
    return 1 / np.exp(D).sum(axis=0)
""",
    ),
    Right(
        "softmax-einsum-and-default-axis",
        r"""
def softmax(Z, axis=0):
    E = np.exp(Z - np.amax(Z, axis=axis, keepdims=True))
    return np.einsum('ij,j->ij', E, 1 / np.einsum('ij->j', E))
""",
    ),
    # forward_prop
    Right(
        "forward-helper-layer-and-list",
        r"""
def layer(W, b, A):
    return np.dot(W, A) + b


def forward_prop(W1, b1, W2, b2, X):
    Z1 = layer(W1, b1, X)
    A1 = relu(Z1)
    Z2 = layer(W2, b2, A1)
    A2 = softmax(Z2)
    return [Z1, A1, Z2, A2]
""",
    ),
    Right(
        "forward-column-by-column",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    m = X.shape[1]
    Z1 = np.zeros((W1.shape[0], m))
    A1 = np.zeros((W1.shape[0], m))
    Z2 = np.zeros((W2.shape[0], m))
    A2 = np.zeros((W2.shape[0], m))
    for i in range(m):
        x = X[:, [i]]
        z1 = W1.dot(x) + b1
        a1 = relu(z1)
        z2 = W2.dot(a1) + b2
        Z1[:, [i]], A1[:, [i]], Z2[:, [i]], A2[:, [i]] = z1, a1, z2, softmax(z2)
    return Z1, A1, Z2, A2
""",
    ),
    Right(
        "forward-bias-as-extra-column-einsum",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    ones = np.ones((1, X.shape[1]))
    Z1 = np.einsum('hi,im->hm', np.hstack([W1, b1]), np.vstack([X, ones]))
    A1 = np.maximum(Z1, 0)
    Z2 = np.einsum('oh,hm->om', np.hstack([W2, b2]), np.vstack([A1, ones]))
    return Z1, A1, Z2, softmax(Z2)
""",
    ),
    Right(
        "forward-float32-walrus",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    f = np.float32
    A1 = relu(Z1 := W1.astype(f) @ X.astype(f) + b1.astype(f))
    A2 = softmax(Z2 := W2.astype(f) @ A1 + b2.astype(f))
    return Z1, A1, Z2, A2
""",
    ),
    # cross_entropy
    Right(
        "cross-entropy-clip",
        r"""
def cross_entropy(A2, Y):
    m = Y.shape[0]
    p = np.clip(A2[Y, range(m)], 1e-12, 1 - 1e-12)
    return -np.sum(np.log(p)) / m
""",
    ),
    Right(
        "cross-entropy-add-eps-and-one-hot",
        r"""
EPS = 1e-8


def cross_entropy(A2, Y):
    H = one_hot(Y, A2.shape[0])
    return float(-(H * np.log(A2 + EPS)).sum() / A2.shape[1])
""",
    ),
    Right(
        "cross-entropy-loop-math-log",
        r"""
from math import log


def cross_entropy(A2, Y):
    total = 0.0
    for i, y in enumerate(Y):
        p = A2[y, i]
        total -= log(p if p > 1e-7 else 1e-7)
    return total / len(Y)
""",
    ),
    Right(
        "cross-entropy-take-along-axis-float32",
        r"""
def cross_entropy(A2, Y):
    p = np.take_along_axis(A2, Y[np.newaxis, :], axis=0)
    return np.float32(np.mean(-np.log(np.where(p < 1e-10, 1e-10, p))))
""",
    ),
    Right(
        "cross-entropy-capped-loss",
        r"""
def cross_entropy(A2, Y):
    with np.errstate(divide="ignore"):
        losses = -np.log(A2[Y, np.arange(len(Y))])
    return np.minimum(losses, 30.0).mean()
""",
    ),
    Right(
        "cross-entropy-einsum",
        r"""
def cross_entropy(A2, Y):
    logs = np.log(np.maximum(A2, 1e-9))
    return -np.einsum("cm,cm->", one_hot(Y, len(A2)).astype(float), logs) / Y.size
""",
    ),
    # relu_deriv
    Right("relu-deriv-times-one", "def relu_deriv(Z):\n    return (Z > 0) * 1.0\n"),
    Right("relu-deriv-astype-int", "def relu_deriv(Z):\n    return (Z > 0).astype(int)\n"),
    Right("relu-deriv-heaviside", "def relu_deriv(Z):\n    return np.heaviside(Z, 0)\n"),
    Right("relu-deriv-sign-of-relu", "def relu_deriv(Z):\n    return np.sign(relu(Z))\n"),
    Right(
        "relu-deriv-masks-on-a-new-array",
        r"""
def relu_deriv(Z):
    D = np.ones_like(Z)
    D[Z <= 0] = 0
    return D
""",
    ),
    Right("relu-deriv-not-lessequal", "relu_deriv = lambda Z: ~(Z <= 0)\n"),
    # backward_prop
    Right(
        "backward-subtract-one-in-place",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = X.shape[1]
    dZ2 = A2.copy()
    dZ2[Y, np.arange(m)] -= 1
    dZ2 /= m
    dW2 = dZ2.dot(A1.T)
    db2 = np.sum(dZ2, axis=1).reshape(-1, 1)
    dZ1 = W2.T.dot(dZ2)
    dZ1[Z1 <= 0] = 0
    dW1 = dZ1.dot(X.T)
    db1 = np.sum(dZ1, axis=1).reshape(-1, 1)
    return dW1, db1, dW2, db2
""",
    ),
    Right(
        "backward-one-over-m-mask-by-a1",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    one_hot_Y = one_hot(Y)
    dZ2 = A2 - one_hot_Y
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, 1)[:, None]
    dZ1 = W2.T.dot(dZ2) * (A1 > 0)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1, 1)[:, None]
    return dW1, db1, dW2, db2
""",
    ),
    Right(
        "backward-example-by-example",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    n_out, n_hid = W2.shape
    dW1 = np.zeros((n_hid, X.shape[0]))
    db1 = np.zeros((n_hid, 1))
    dW2 = np.zeros((n_out, n_hid))
    db2 = np.zeros((n_out, 1))
    m = len(Y)
    for i in range(m):
        delta2 = A2[:, i].copy()
        delta2[Y[i]] -= 1
        delta1 = W2.T @ delta2
        for h in range(n_hid):
            if Z1[h, i] <= 0:
                delta1[h] = 0
        dW2 += np.outer(delta2, A1[:, i])
        db2 += delta2[:, None]
        dW1 += np.outer(delta1, X[:, i])
        db1 += delta1[:, None]
    return dW1 / m, db1 / m, dW2 / m, db2 / m
""",
    ),
    Right(
        "backward-einsum-means",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    d2 = A2 - one_hot(Y)
    d1 = np.einsum('oh,om->hm', W2, d2) * relu_deriv(Z1)
    m = d2.shape[1]
    return (
        np.einsum('hm,im->hi', d1, X) / m,
        d1.mean(axis=1, keepdims=True),
        np.einsum('om,hm->oh', d2, A1) / m,
        d2.mean(axis=1, keepdims=True),
    )
""",
    ),
    Right(
        "backward-float32-with-helper",
        r"""
def _grads(delta, inputs):
    m = inputs.shape[1]
    ones = np.ones((m, 1), dtype=delta.dtype)
    return delta @ inputs.T / m, delta @ ones / m


def backward_prop(Z1, A1, A2, W2, X, Y):
    Z1, A1, A2, W2, X = (a.astype("float32") for a in (Z1, A1, A2, W2, X))
    delta2 = A2 - np.asarray(one_hot(Y), dtype="float32")
    dW2, db2 = _grads(delta2, A1)
    delta1 = np.where(Z1 > 0, W2.T @ delta2, np.float32(0))
    dW1, db1 = _grads(delta1, X)
    return [dW1, db1, dW2, db2]
""",
    ),
    Right(
        "backward-through-the-softmax-jacobian",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    # the long way round: dL/dA2, then the Jacobian of softmax for every column
    m = Y.size
    T = np.eye(A2.shape[0])[:, Y]
    dZ2 = np.zeros_like(A2)
    for j in range(m):
        p = A2[:, j]
        J = np.diag(p) - np.outer(p, p)
        y = Y[j]
        # dL/dp_y = -1/p_y; the row of J holds the factor p_y, so divide it out first
        dZ2[:, j] = -(T[:, j] - p) if p[y] < 1e-12 else -J[y] / p[y]
    dZ2 = dZ2 / m
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)
""",
    ),
    # update_params
    Right(
        "update-in-place",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 -= alpha * dW1
    b1 -= alpha * db1
    W2 -= alpha * dW2
    b2 -= alpha * db2
    return W1, b1, W2, b2
""",
    ),
    Right(
        "update-zip-and-tuple",
        r"""
def update_params(*args):
    *arrays, alpha = args
    params, grads = arrays[:4], arrays[4:]
    return tuple(p - alpha * g for p, g in zip(params, grads))
""",
    ),
    Right(
        "update-negative-step-list",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return [np.add(p, -alpha * d) for p, d in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2))]
""",
    ),
    # predictions and accuracy
    Right("predictions-list", "def get_predictions(A2):\n    return [int(np.argmax(col)) for col in A2.T]\n"),
    Right("predictions-argmax-zero", "def get_predictions(A2):\n    return A2.argmax(0)\n"),
    Right("predictions-argsort", "def get_predictions(A2):\n    return np.argsort(A2, axis=0)[-1, :]\n"),
    Right(
        "predictions-search-by-hand",
        r"""
def get_predictions(A2):
    answers = np.zeros(A2.shape[1], dtype=int)
    for i in range(A2.shape[1]):
        best, where = -1.0, 0
        for c in range(A2.shape[0]):
            if A2[c, i] > best:
                best, where = A2[c, i], c
        answers[i] = where
    return answers
""",
    ),
    Right(
        "accuracy-sum-over-size",
        "def get_accuracy(predictions, Y):\n    return np.sum(predictions == Y) / Y.size\n",
    ),
    Right(
        "accuracy-zip-loop",
        r"""
def get_accuracy(predictions, Y):
    hits = 0
    for p, y in zip(predictions, Y):
        if p == y:
            hits += 1
    return hits / len(Y)
""",
    ),
    Right(
        "accuracy-one-minus-errors",
        "def get_accuracy(pred, y):\n    return 1 - np.count_nonzero(pred - y) / len(y)\n",
    ),
    Right(
        "make-predictions-index",
        "def make_predictions(X, *params):\n    return get_predictions(forward_prop(*params, X)[3])\n",
    ),
    Right(
        "make-predictions-largest-logit",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    hidden = np.maximum(0, W1 @ X + b1)
    return np.argmax(W2 @ hidden + b2, axis=0)
""",
    ),
    # gradient_descent
    Right(
        "descent-in-place",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1 -= alpha * dW1
        b1 -= alpha * db1
        W2 -= alpha * dW2
        b2 -= alpha * db2
        if i % report_every == 0:
            predictions = get_predictions(A2)
            history.append((i, cross_entropy(A2, Y), get_accuracy(predictions, Y)))
    return (W1, b1, W2, b2), history
""",
    ),
    Right(
        "descent-starts-at-report-every-loss-after-lists",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    params = list(params)
    history = []
    for step in range(1, iterations + 1):
        Z1, A1, _, A2 = forward_prop(*params, X)
        grads = backward_prop(Z1, A1, A2, params[2], X, Y)
        params = list(update_params(*params, *grads, alpha))
        if step % report_every == 0:
            A2 = forward_prop(*params, X)[-1]
            history.append([step, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)])
            print("Iteration:", step, history[-1])
    return params, history
""",
    ),
    Right(
        "descent-final-extra-entry",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    def measure(step):
        A2 = forward_prop(W1, b1, W2, b2, X)[3]
        return step, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)

    W1, b1, W2, b2 = params
    history = []
    for step in range(iterations):
        if not step % report_every:
            history.append(measure(step))
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *backward_prop(Z1, A1, A2, W2, X, Y), alpha)
    history.append(measure(iterations))
    return (W1, b1, W2, b2), history
""",
    ),
    Right(
        "descent-while-loop-copies-first",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = [np.copy(p) for p in params]
    history = []
    t = 0
    while t < iterations:
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if t % report_every == 0:
            A2_now = forward_prop(W1, b1, W2, b2, X)[3]
            history += [(t, cross_entropy(A2_now, Y), get_accuracy(get_predictions(A2_now), Y))]
        t += 1
    return [W1, b1, W2, b2], history
""",
    ),
    # Styles of whole files
    Right(
        "style-network-class",
        r"""
class Network:
    def __init__(self, W1, b1, W2, b2):
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    def forward(self, X):
        self.X = X
        self.Z1 = self.W1 @ X + self.b1
        self.A1 = relu(self.Z1)
        self.Z2 = self.W2 @ self.A1 + self.b2
        self.A2 = softmax(self.Z2)
        return self

    def step(self, Y, alpha):
        grads = backward_prop(self.Z1, self.A1, self.A2, self.W2, self.X, Y)
        new = update_params(*self.params, *grads, alpha)
        self.W1, self.b1, self.W2, self.b2 = new

    @property
    def params(self):
        return self.W1, self.b1, self.W2, self.b2


def forward_prop(W1, b1, W2, b2, X):
    net = Network(W1, b1, W2, b2).forward(X)
    return net.Z1, net.A1, net.Z2, net.A2


def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    net = Network(*params)
    history = []
    for i in range(iterations):
        net.forward(X)
        if i % report_every == 0:
            history.append((i, cross_entropy(net.A2, Y), get_accuracy(get_predictions(net.A2), Y)))
        net.step(Y, alpha)
    return net.params, history
""",
    ),
    Right(
        "style-timing-decorator",
        r"""
import time
from functools import wraps


def timed(f):
    @wraps(f)
    def inner(*args, **kwargs):
        start = time.perf_counter()
        try:
            return f(*args, **kwargs)
        finally:
            inner.seconds += time.perf_counter() - start
    inner.seconds = 0
    return inner


@timed
def relu(Z):
    return np.maximum(Z, 0)


@timed
def softmax(Z):
    e = np.exp(Z - np.max(Z, axis=0))
    return e / np.sum(e, axis=0)


@timed
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*params, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        params = update_params(*params, *backward_prop(Z1, A1, A2, params[2], X, Y), alpha)
    return params, history
""",
    ),
    Right(
        "style-type-hints",
        r"""
from __future__ import annotations

from typing import Any

import numpy.typing as npt

Array = npt.NDArray[np.float64]
Params = tuple[Array, Array, Array, Array]


def relu(Z: Array) -> Array:
    '''Rectify.'''
    return np.maximum(Z, 0.0)


def relu_deriv(Z: Array) -> Array:
    return np.where(Z > 0, 1.0, 0.0)


def softmax(Z: Array) -> Array:
    shifted: Array = Z - Z.max(axis=0, keepdims=True)
    exps: Array = np.exp(shifted)
    return exps / exps.sum(axis=0, keepdims=True)


def init_params(n_inputs: int, n_hidden: int, n_outputs: int, rng: np.random.Generator) -> Params:
    W1: Array = rng.normal(scale=n_inputs**-0.5, size=(n_hidden, n_inputs))
    W2: Array = rng.normal(scale=n_hidden**-0.5, size=(n_outputs, n_hidden))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))


def get_accuracy(predictions: Any, Y: npt.NDArray[np.int64]) -> float:
    return float((np.asarray(predictions) == Y).mean())
""",
    ),
    Right(
        "style-non-ascii-identifiers",
        r"""
π = np.pi
ε = 1e-12


def cross_entropy(Ŷ, y):
    вероятность = Ŷ[y, np.arange(len(y))]
    return -np.log(вероятность + ε).mean()


def update_params(W1, b1, W2, b2, δW1, δb1, δW2, δb2, α):
    return W1 - α * δW1, b1 - α * δb1, W2 - α * δW2, b2 - α * δb2


def softmax(ζ):
    größte = ζ.max(axis=0)
    指数 = np.exp(ζ - größte)
    return 指数 / 指数.sum(axis=0)
""",
    ),
    Right(
        "style-module-prints-and-guarded-run",
        r"""
print("My network, version 3 (final) (really final)")


def get_predictions(A2):
    return np.argmax(A2, 0)


def get_accuracy(predictions, Y):
    print(predictions, Y)
    return np.sum(predictions == Y) / Y.size


print(relu(np.array([[-1.0, 2.0]])))

if __name__ == "__main__":
    X, Y = load_csv("data/mnist_train.csv.gz")
    X = normalize(X)
    rng = np.random.default_rng(0)
    params, history = gradient_descent(X, Y, init_params(784, 10, 10, rng), 0.1, 500)
    print(history[-1])
""",
    ),
    Right(
        "style-warnings-emitted",
        r"""
import warnings


def normalize(X):
    warnings.warn("assuming pixels from 0 to 255", stacklevel=2)
    return X / 255.0


def cross_entropy(A2, Y):
    logs = np.log(A2)  # RuntimeWarning for a 0, mended on the next line
    logs[np.isinf(logs)] = np.log(1e-15)
    return -logs[Y, np.arange(Y.size)].mean()


def softmax(Z):
    warnings.warn("softmax called", UserWarning)
    e = np.exp(Z - Z.max(0))
    return e / e.sum(0)
""",
    ),
    Right(
        "style-positional-other-names",
        r"""
def forward_prop(w_hidden, bias_hidden, w_out, bias_out, images, /):
    pre_hidden = w_hidden @ images + bias_hidden
    hidden = relu(pre_hidden)
    pre_out = w_out @ hidden + bias_out
    return pre_hidden, hidden, pre_out, softmax(pre_out)


def make_predictions(images, w_hidden, bias_hidden, w_out, bias_out, /):
    return get_predictions(forward_prop(w_hidden, bias_hidden, w_out, bias_out, images)[-1])


def backward_prop(pre_hidden, hidden, probs, w_out, images, labels, /):
    count = len(labels)
    err = (probs - one_hot(labels)) / count
    back = (w_out.T @ err) * relu_deriv(pre_hidden)
    return back @ images.T, back.sum(1, keepdims=True), err @ hidden.T, err.sum(1, keepdims=True)


def gradient_descent(images, labels, start, rate, steps, report_every=10):
    log = []
    for s in range(steps):
        pre, hid, _, probs = forward_prop(*start, images)
        if s % report_every == 0:
            log.append((s, cross_entropy(probs, labels), get_accuracy(get_predictions(probs), labels)))
        start = update_params(*start, *backward_prop(pre, hid, probs, start[2], images, labels), rate)
    return start, log
""",
    ),
    Right(
        "style-constants-of-the-recipe",
        r"""
N_CLASSES = 10
ALPHA = 0.10
ITERATIONS = 500


def one_hot(Y, n_classes=N_CLASSES):
    one_hot_Y = np.zeros((Y.size, n_classes))
    one_hot_Y[np.arange(Y.size), Y] = 1
    one_hot_Y = one_hot_Y.T
    return one_hot_Y


def ReLU(Z):
    return np.maximum(Z, 0)


def ReLU_deriv(Z):
    return Z > 0


relu = ReLU
relu_deriv = ReLU_deriv


def gradient_descent(X, Y, params=None, alpha=ALPHA, iterations=ITERATIONS, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            print("Iteration: ", i)
            predictions = get_predictions(A2)
            acc = get_accuracy(predictions, Y)
            print(acc)
            history.append((i, cross_entropy(A2, Y), acc))
    return (W1, b1, W2, b2), history
""",
    ),
    Right(
        "style-dataclass-and-enum",
        r"""
from dataclasses import dataclass
from enum import IntEnum


class Axis(IntEnum):
    CLASSES = 0
    EXAMPLES = 1


@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray

    def __call__(self, A):
        return self.W @ A + self.b

    def stepped(self, dW, db, alpha):
        return Layer(self.W - alpha * dW, self.b - alpha * db)


def forward_prop(W1, b1, W2, b2, X):
    first, second = Layer(W1, b1), Layer(W2, b2)
    A1 = relu(Z1 := first(X))
    Z2 = second(A1)
    return Z1, A1, Z2, softmax(Z2)


def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    one = Layer(W1, b1).stepped(dW1, db1, alpha)
    two = Layer(W2, b2).stepped(dW2, db2, alpha)
    return one.W, one.b, two.W, two.b


def get_predictions(A2):
    return np.argmax(A2, axis=Axis.CLASSES)
""",
    ),
    Right(
        "style-explicit-loops-everywhere",
        r"""
def matmul(A, B):
    out = np.zeros((A.shape[0], B.shape[1]))
    for k in range(A.shape[1]):
        out += A[:, k:k + 1] * B[k:k + 1, :]
    return out


def forward_prop(W1, b1, W2, b2, X):
    Z1 = np.dot(W1, X)
    for i in range(Z1.shape[1]):
        Z1[:, i] = Z1[:, i] + b1[:, 0]
    A1 = relu(Z1)
    Z2 = matmul(W2, A1)
    for i in range(Z2.shape[1]):
        Z2[:, i] += b2.flatten()
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2


def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    out = []
    for P, D in [(W1, dW1), (b1, db1), (W2, dW2), (b2, db2)]:
        N = np.empty_like(P)
        for r in range(P.shape[0]):
            N[r] = P[r] - alpha * D[r]
        out.append(N)
    return out
""",
    ),
    Right(
        "style-from-numpy-import",
        r"""
from numpy import *
from numpy import sum as total


def softmax(Z):
    e = exp(Z - amax(Z, axis=0))
    return e / total(e, axis=0)


def relu(Z):
    return maximum(Z, 0)


def get_predictions(A2):
    return argmax(A2, axis=0)
""",
    ),
]
