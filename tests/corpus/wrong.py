"""Realistic mistakes, one each, in the words of beginners, with what a good message about it would mention.

The patterns are generous with synonyms: they ask that the message is about this mistake, not that it is worded so.
"""

from . import Wrong

# What a good message mentions, for the mistakes that several functions share.
TRANSPOSED = ("transpos", r"\.T\b", r"rows? and (the )?columns?", "examples? .*columns?", r"other way (round|around)")
ORDER = ("order", "swap", "exchang", "interchang", "other way", r"position", r"places?\b")
MODIFIED = ("modif", "argument", "in place", "chang(es|ed|ing)", "overw?rit", "alter", "copy")
NO_RETURN = ("return", r"\bNone\b", "nothing")
ONE_FEWER = r"one (row|line|example|digit|image|label|entry|column)? ?(is )?(too few|fewer|less|short|missing)"
ONE_MORE = "one (row|line|example|digit|image)? ?(too many|more|extra)"
ONE_D = (r"\(m,\)", "one-dimensional", "1-?d", "flat", "extra (axis|dimension)", "dimensions?", "vector", "shape")
LABELS_LOST = (
    "labels?.*(match|belong|own|keep|together|right|with)",
    "apart",
    "separately",
    "same (order|permutation|shuffl)",
    "no longer (belong|match|fit)",
    "mixed",
    "pair",
)
FILLED = (
    "(whole|entire|full|every) (row|column)s?",
    "more than one",
    "several",
    "exactly one",
    "one 1",
    "colon",
    r"arange",
    "sum to",
    "too many",
)
CENTRED = ("centr|center", "around (0|zero)", "mean", "average", "0\\.5|half", "positive", "negative")
LARGE = ("too (large|big|wide|great)", "large", "small", "scal", "spread", "deviation")
RNG = (r"\brng\b", "generator", "seed", r"np\.random", "every time|same (numbers|weights)", "random")
BIAS_COLUMN = ("bias", r"\bb[12]\b", r", ?1\)", "column")
OVERFLOW = (
    "overflow",
    r"\bnan\b",
    r"\binf",
    "(subtract|take away).*(max|largest)",
    "shift",
    "(large|big) (logits?|numbers?|values?)",
    "stable",
)
AXIS = ("axis", "column", r"\brows?\b", "over the examples", "across examples", "wrong (way|direction)")
OVER_ALL = (
    "whole matrix",
    "every (number|entry|element)",
    "all (the )?(columns|entries|numbers|elements|examples)",
    "not (over|for|in|per) each column",
    "each column",
    "axis",
)
LOG_ZERO = (
    "log(arithm)?( of |\\()(0|zero)",
    r"\binf",
    r"\bnan\b",
    "probability (is |of )?(exactly )?(0|zero)",
    "floor",
    "clip",
    "eps",
    "finite",
)
SUMMED = ("summed|the sum|a sum", "mean|average", "divi", "number of examples", r"\bm\b", "1/m")
MINUS = ("sign", "minus", "negat", "opposite", "Y ?[-−]|[-−] ?A2")
ALL_PAIRS = (
    "all pairs|every pair|pairs",
    "(every|each) (example|label).*(every|each|all)",
    "(whole|entire) rows?",
    "own column|its own",
    "arange",
    "all (the )?(columns|examples)",
    "fancy|index",
)
LOG_BASE = ("base", "natural", "log ?(2|10)\\b", "log2|log10", "factor", "units|bits")
DB_SCALAR = (
    "scalar",
    "single number|one number",
    "axis ?= ?1",
    "over (all|everything|every)",
    "sum.*(over )?(all|every)",
    "each (unit|neuron|row|class)",
    "keepdims",
    "summed away",
    "one (number )?(per|for each)",
)
DB_FLAT = ("keepdims", r", ?1\)", "column", "one-dimensional|1-?d|flat", "axis")
M_TWICE = ("twice", "two times", "again", "squared|²", r"m\*\*2|m ?\* ?m", "extra", "factor", "too small", "already")
NO_M = ("1 ?/ ?m", r"\bm\b", "mean|average", "divi", "number of examples", "factor", "summed|the sum", "too large")
WRONG_M = (r"\bm\b", "number of examples", "divi", "factor", "shape\\[", "batch", "wrong (axis|number|size)")
DERIVATIVE = ("relu_deriv", "derivative", r"\bmask", "relu", r"Z1 ?> ?0", "inactive|switched off|dead")
UPHILL = (
    "sign",
    "minus",
    "plus",
    "subtract",
    "uphill|ascent|ascend|climb",
    "added|adds",
    "wrong (way|direction)",
    "opposite",
)
UNTRAINED = (
    "unchanged",
    "not (changed|updated|moved|assigned|stored|used|kept)",
    "never (changed|updated|moved|assigned|used|change|move)",
    "assign",
    "as (it|they) (was|were|came)",
    "thrown away",
    "start(ing)? (values|parameters|point)",
    "same parameters",
    "initial",
    "did not (move|change)",
)

LOAD_CSV: list[Wrong] = [
    Wrong(
        "load-csv-header-becomes-nan-row",
        "load_csv",
        r"""
def load_csv(path):
    data = np.genfromtxt(path, delimiter=',')
    Y = data[:, 0]
    Y[np.isnan(Y)] = 0
    X = np.nan_to_num(data[:, 1:])
    return X.T, Y.astype(int)
""",
        ("header", "first (row|line)", ONE_MORE),
    ),
    Wrong(
        "load-csv-header-not-skipped-loadtxt",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',')
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("header", "first (row|line)", "could not convert", "pixel0|label"),
    ),
    Wrong(
        "load-csv-first-digit-skipped-too",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    data = data[1:]   # skip the header
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("first (row|line|example|digit|image)", ONE_FEWER, "header.*(twice|already)", "skipp?"),
    ),
    Wrong(
        "load-csv-last-row-dropped",
        "load_csv",
        r"""
def load_csv(path):
    f = gzip.open(path, 'rt') if str(path).endswith('.gz') else open(path)
    lines = f.read().split('\n')
    f.close()
    lines = [l for l in lines if l][1:-1]
    data = np.array([l.split(',') for l in lines], dtype=float).reshape(len(lines), -1)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("last (row|line|example|digit|image)", ONE_FEWER),
    ),
    Wrong(
        "load-csv-label-kept-as-pixel",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data.T
    Y = data[:, 0].astype(int)
    return X, Y
""",
        (
            "label.*(kept|still|left|part|row|in X|pixel|column)",
            "one (row|pixel|feature) too many",
            "first (column|row)",
        ),
    ),
    Wrong(
        "load-csv-last-pixel-dropped",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    return data[:, 1:-1].T, data[:, 0].astype(int)
""",
        ("last (pixel|column|row)", "(pixel|row|column|feature)s?.*(missing|too few|lost|dropped|short)"),
    ),
    Wrong(
        "load-csv-first-pixel-dropped",
        "load_csv",
        r"""
def load_csv(path):
    table = np.genfromtxt(path, delimiter=',', skip_header=1, ndmin=2)
    labels = table[:, 0].astype(int)
    pixels = table[:, 2:]
    return pixels.T, labels
""",
        ("first (pixel|column|row)", "pixel ?0", "(pixel|row|column|feature)s?.*(missing|too few|lost|dropped|short)"),
    ),
    Wrong(
        "load-csv-not-transposed",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data[:, 1:]
    Y = data[:, 0].astype(int)
    return X, Y
""",
        TRANSPOSED,
    ),
    Wrong(
        "load-csv-reshape-for-transpose",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    m, n = data.shape
    X = data[:, 1:].reshape(n - 1, m)
    Y = data[:, 0].astype(int)
    return X, Y
""",
        ("reshape", "transpos", "scrambl", "mix", "order", r"\.T\b"),
    ),
    Wrong(
        "load-csv-already-divided",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data[:, 1:].T / 255.
    Y = data[:, 0].astype(int)
    return X, Y
""",
        ("255", "normali[sz]", "scal", "raw"),
    ),
    Wrong(
        "load-csv-float-labels",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    return data[:, 1:].T, data[:, 0]
""",
        ("float", "integer", r"\bint", "dtype", "whole number"),
    ),
    Wrong(
        "load-csv-integer-pixels",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2).astype(int)
    return data[:, 1:].T, data[:, 0]
""",
        ("float", "integer", r"\bint", "dtype", "whole number"),
    ),
    Wrong(
        "load-csv-uint8-everything",
        "load_csv",
        r"""
def load_csv(path):
    opener = gzip.open if str(path).endswith('.gz') else open
    with opener(path, 'rt') as f:
        rows = list(csv.reader(f))[1:]
    data = np.array(rows).astype(np.uint8)
    return data[:, 1:].T, data[:, 0]
""",
        ("float", "integer", "uint8", "dtype", "whole number"),
    ),
    Wrong(
        "load-csv-label-from-last-column",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data[:, :-1].T
    Y = data[:, -1].astype(int)
    return X, Y
""",
        ("label.*(first|column 0)", "first column", "last column", "last pixel", r"\blabels?\b"),
    ),
    Wrong(
        "load-csv-swapped-outputs",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    y = data[:, 0].astype(int)
    x = data[:, 1:].T
    return y, x
""",
        ORDER,
    ),
    Wrong(
        "load-csv-labels-as-column",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data[:, 1:].T
    Y = data[:, 0:1].astype(int)
    return X, Y
""",
        ONE_D,
    ),
    Wrong(
        "load-csv-labels-as-row",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2).T
    Y = data[0].astype(int).reshape(1, -1)
    X = data[1:]
    return X, Y
""",
        ONE_D,
    ),
    Wrong(
        "load-csv-labels-one-hot-already",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data[:, 1:].T
    Y = one_hot(data[:, 0].astype(int))
    return X, Y
""",
        ("one.?hot", "whole number", "integer labels", *ONE_D),
    ),
    Wrong(
        "load-csv-gz-opened-as-text",
        "load_csv",
        r"""
def load_csv(path):
    rows = []
    with open(path) as f:
        for row in csv.reader(f):
            rows.append(row)
    data = np.array(rows[1:], dtype=float)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("gz", "compress", "decode", "unicode"),
    ),
    Wrong(
        "load-csv-always-gzip",
        "load_csv",
        r"""
def load_csv(path):
    with gzip.open(path, 'rt') as f:
        rows = list(csv.reader(f))
    data = np.array(rows[1:], dtype=float)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("gz", "compress", r"plain.*\.csv"),
    ),
    Wrong(
        "load-csv-shuffled",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    m, n = data.shape
    np.random.shuffle(data)
    data = data.T
    return data[1:], data[0].astype(int)
""",
        ("shuffl", "order", "random"),
    ),
    Wrong(
        "load-csv-path-ignored",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt('/kaggle/input/digit-recognizer/train.csv', delimiter=',', skiprows=1)
    return data[:, 1:].T, data[:, 0].astype(int)
""",
        ("path", "argument", "not found|no such file|cannot be found|does not exist", "file"),
    ),
    Wrong(
        "load-csv-strings",
        "load_csv",
        r"""
def load_csv(path):
    opener = gzip.open if str(path).endswith('.gz') else open
    with opener(path, 'rt') as f:
        reader = csv.reader(f)
        next(reader)
        data = np.array(list(reader))
    return data[:, 1:].T, data[:, 0]
""",
        ("string", r"\bstr\b", "text", "number", "<U"),
    ),
    Wrong(
        "load-csv-binarised",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = (data[:, 1:].T > 127).astype(float)
    return X, data[:, 0].astype(int)
""",
        ("0 (and|or|to) 1", "raw", "grey|gray", "255", "threshold|binar", "pixel values?"),
    ),
    Wrong(
        "load-csv-forgot-return",
        "load_csv",
        r"""
def load_csv(path):
    data = np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
    X = data[:, 1:].T
    Y = data[:, 0].astype(int)
    print(X.shape, Y.shape)
""",
        NO_RETURN,
    ),
    Wrong(
        "load-csv-whole-table-returned",
        "load_csv",
        r"""
def load_csv(path):
    return np.loadtxt(path, delimiter=',', skiprows=1, ndmin=2)
""",
        ("two", "tuple", r"\bX\b.*\bY\b", "labels?.*(separate|split|apart)", "one array"),
    ),
]

NORMALIZE: list[Wrong] = [
    Wrong("normalize-256", "normalize", "def normalize(X):\n    return X / 256\n", ("25[56]", "factor")),
    Wrong(
        "normalize-floor-division",
        "normalize",
        "def normalize(X):\n    return X // 255\n",
        ("//", "floor", "integer division", "whole number", "round"),
    ),
    Wrong(
        "normalize-nothing",
        "normalize",
        "def normalize(X):\n    return X.astype(float)\n",
        ("unchanged", "not divided", "as it (was|is|came)", "255", "still"),
    ),
    Wrong(
        "normalize-in-place",
        "normalize",
        "def normalize(X):\n    X /= 255.0\n    return X\n",
        (*MODIFIED, "integer", "cast"),
    ),
    Wrong(
        "normalize-twice",
        "normalize",
        "def normalize(X):\n    X = X / 255\n    return X / 255\n",
        ("twice", "two times", r"255.{0,4}(²|\^2|\*\*2|squared)", "65025", "factor", "too small", "again"),
    ),
    Wrong(
        "normalize-by-own-max",
        "normalize",
        "def normalize(X):\n    return X / np.max(X)\n",
        ("max", "largest", "always (by )?255", r"fixed|constant", "not 255", "by 255"),
    ),
    Wrong(
        "normalize-minus-one-to-one",
        "normalize",
        "def normalize(X):\n    return X / 127.5 - 1\n",
        ("-1|−1|minus one", "negative", "127", r"\[0, ?1\]", "0 (to|and) 1", "between 0", "centr|center"),
    ),
    Wrong(
        "normalize-standardized",
        "normalize",
        r"""
def normalize(X):
    mu = X.mean(axis=1, keepdims=True)
    sigma = X.std(axis=1, keepdims=True) + 1e-8
    return (X - mu) / sigma
""",
        ("mean", "standard", "deviation", "negative", r"\[0, ?1\]", "0 (to|and) 1", "between 0", "divide.{0,20}255"),
    ),
    Wrong(
        "normalize-min-max-per-column",
        "normalize",
        r"""
def normalize(X):
    lo = X.min(axis=0)
    hi = X.max(axis=0)
    return (X - lo) / (hi - lo + 1e-12)
""",
        ("min", "max", "largest", "each (column|image|example)", "255"),
    ),
    Wrong(
        "normalize-cast-to-int",
        "normalize",
        "def normalize(X):\n    return (X / 255).astype(int)\n",
        ("integer", r"\bint", "whole number", "round", "truncat", "cut"),
    ),
    Wrong(
        "normalize-multiplied",
        "normalize",
        "def normalize(X):\n    return X * 255\n",
        ("multipl", "divide", "times", "factor", "too large"),
    ),
    Wrong(
        "normalize-inverted-image",
        "normalize",
        "def normalize(X):\n    return 1 - X / 255\n",
        ("invert", "1 ?[-−]", "one minus", "revers", "black|white|negative", "flip"),
    ),
    Wrong("normalize-forgot-return", "normalize", "def normalize(X):\n    X_norm = X / 255\n", NO_RETURN),
    Wrong(
        "normalize-uint8-first",
        "normalize",
        "def normalize(X):\n    return X.astype(np.int8) / 255\n",
        ("int8", "wrap", "negative", "overflow", "127"),
    ),
    Wrong(
        "normalize-l2-columns",
        "normalize",
        "def normalize(X):\n    return X / np.linalg.norm(X, axis=0)\n",
        ("length", "norm", "each (column|image|example)", "255"),
    ),
]

SPLIT: list[Wrong] = [
    Wrong(
        "split-no-shuffle",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    X_dev, Y_dev = X[:, :n_dev], Y[:n_dev]
    X_train, Y_train = X[:, n_dev:], Y[n_dev:]
    return X_train, Y_train, X_dev, Y_dev
""",
        ("shuffl", "random", r"\brng\b", "same order", "in order", "first"),
    ),
    Wrong(
        "split-no-shuffle-last-ones",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    return X[:, :-n_dev], Y[:-n_dev], X[:, -n_dev:], Y[-n_dev:]
""",
        ("shuffl", "random", r"\brng\b", "same order", "in order", "last"),
    ),
    Wrong(
        "split-shuffled-apart",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    X = rng.permutation(X, axis=1)
    Y = rng.permutation(Y)
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        LABELS_LOST,
    ),
    Wrong(
        "split-labels-not-permuted",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(Y.size)
    X_shuffled = X[:, p]
    return X_shuffled[:, n_dev:], Y[n_dev:], X_shuffled[:, :n_dev], Y[:n_dev]
""",
        LABELS_LOST,
    ),
    Wrong(
        "split-images-not-permuted",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(Y.size)
    Y = Y[p]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        (*LABELS_LOST, "shuffl", "random"),
    ),
    Wrong(
        "split-train-keeps-everything",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    X, Y = X[:, p], Y[p]
    return X, Y, X[:, :n_dev], Y[:n_dev]
""",
        ("overlap", "both", "twice", "also in", "appear", "training set.*(all|whole|too)", "leak", "shape"),
    ),
    Wrong(
        "split-with-replacement",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    dev = rng.integers(0, X.shape[1], n_dev)
    train = [i for i in range(X.shape[1]) if i not in dev]
    train = train[:X.shape[1] - n_dev]
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
        ("replace", "twice", "more than once", "repeat", "duplicat", "once", "lost|missing"),
    ),
    Wrong(
        "split-choice-everything-with-replacement",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    m = X.shape[1]
    idx = rng.choice(m, m)
    return X[:, idx[n_dev:]], Y[idx[n_dev:]], X[:, idx[:n_dev]], Y[idx[:n_dev]]
""",
        ("replace", "twice", "more than once", "repeat", "duplicat", "once", "lost|missing", "overlap|both"),
    ),
    Wrong(
        "split-global-random",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = np.random.permutation(X.shape[1])
    return X[:, p[n_dev:]], Y[p[n_dev:]], X[:, p[:n_dev]], Y[p[:n_dev]]
""",
        (r"\brng\b", r"np\.random", "generator", "reproduc", "same seed"),
    ),
    Wrong(
        "split-own-seed",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    rng = np.random.default_rng(42)
    p = rng.permutation(X.shape[1])
    return X[:, p[n_dev:]], Y[p[n_dev:]], X[:, p[:n_dev]], Y[p[:n_dev]]
""",
        (r"\brng\b", "seed", "generator", "same split", "every time"),
    ),
    Wrong(
        "split-stdlib-random",
        "train_dev_split",
        r"""
import random


def train_dev_split(X, Y, n_dev, rng):
    idx = list(range(len(Y)))
    random.shuffle(idx)
    dev, train = idx[:n_dev], idx[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
        (r"\brng\b", "generator", "reproduc", "same seed", r"\brandom\b module"),
    ),
    Wrong(
        "split-sizes-swapped",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    train, dev = p[:n_dev], p[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
        ("swap", "exchang", "other way", "sizes?", "n_dev", "interchang", "order"),
    ),
    Wrong(
        "split-outputs-dev-first",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    X_dev, Y_dev = X[:, p[:n_dev]], Y[p[:n_dev]]
    X_train, Y_train = X[:, p[n_dev:]], Y[p[n_dev:]]
    return X_dev, Y_dev, X_train, Y_train
""",
        ORDER,
    ),
    Wrong(
        "split-outputs-like-sklearn",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    X_train, X_dev = X[:, p[n_dev:]], X[:, p[:n_dev]]
    Y_train, Y_dev = Y[p[n_dev:]], Y[p[:n_dev]]
    return X_train, X_dev, Y_train, Y_dev
""",
        ORDER,
    ),
    Wrong(
        "split-rows-for-columns",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(len(X))
    X, Y = X[p], Y[p]
    return X[n_dev:], Y[n_dev:], X[:n_dev], Y[:n_dev]
""",
        ("column", "axis", "rows?", "pixels?", "transpos"),
    ),
    Wrong(
        "split-one-example-lost",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    dev = p[:n_dev]
    train = p[n_dev + 1:]
    return X[:, train], Y[train], X[:, dev], Y[dev]
""",
        (ONE_FEWER, "lost", "missing", "dropped", "neither", "every example"),
    ),
    Wrong(
        "split-shuffles-the-callers-arrays",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    X[:] = X[:, p]
    Y[:] = Y[p]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        MODIFIED,
    ),
    Wrong(
        "split-n-dev-hard-coded",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    p = rng.permutation(X.shape[1])
    return X[:, p[1000:]], Y[p[1000:]], X[:, p[:1000]], Y[p[:1000]]
""",
        ("n_dev", "1000|1,000", "fixed", "hard.?coded", "empty", "sizes?"),
    ),
    Wrong(
        "split-pixels-shuffled-too",
        "train_dev_split",
        r"""
def train_dev_split(X, Y, n_dev, rng):
    data = np.vstack([Y, X])
    data = rng.permuted(data, axis=1)
    Y, X = data[0].astype(int), data[1:]
    return X[:, n_dev:], Y[n_dev:], X[:, :n_dev], Y[:n_dev]
""",
        ("each row", "row.*(own|apart|independent|separate)", "permuted", "mix|scrambl", *LABELS_LOST),
    ),
]

ONE_HOT: list[Wrong] = [
    Wrong(
        "one-hot-max-plus-one",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    one_hot_Y = np.zeros((Y.size, Y.max() + 1))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T
""",
        ("max", "largest label", "n_classes", "highest", "too few (rows|classes)", "number of classes"),
    ),
    Wrong(
        "one-hot-transposed",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    one_hot_Y = np.zeros((Y.size, n_classes))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y
""",
        TRANSPOSED,
    ),
    Wrong(
        "one-hot-eye-without-t",
        "one_hot",
        "def one_hot(Y, n_classes=10):\n    return np.eye(n_classes)[Y]\n",
        TRANSPOSED,
    ),
    Wrong(
        "one-hot-colon-fills-columns",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    oh = np.zeros((Y.size, n_classes))
    oh[:, Y] = 1
    return oh.T
""",
        FILLED,
    ),
    Wrong(
        "one-hot-whole-rows-set",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y] = 1
    return H
""",
        FILLED,
    ),
    Wrong(
        "one-hot-returns-labels",
        "one_hot",
        "def one_hot(Y, n_classes=10):\n    return Y\n",
        ("labels?", "unchanged", "one-dimensional|1-?d|flat", "two-dimensional|2-?d|matrix", "shape"),
    ),
    Wrong(
        "one-hot-hard-coded-ten",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((10, len(Y)))
    for i in range(len(Y)):
        H[Y[i], i] = 1
    return H
""",
        ("n_classes", "ten|10", "fixed|hard.?coded", "ignor"),
    ),
    Wrong(
        "one-hot-minus-one",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y - 1, np.arange(Y.size)] = 1
    return H
""",
        (
            "one (row|place|class|position)",
            "shift",
            "off by one",
            r"[-−] ?1",
            "next|previous|above|below",
            "count.*from (0|zero)",
        ),
    ),
    Wrong(
        "one-hot-reshape-for-transpose",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    return np.eye(n_classes)[Y].reshape(n_classes, Y.size)
""",
        ("reshape", "transpos", "scrambl", "mix", "order", r"\.T\b"),
    ),
    Wrong(
        "one-hot-inverted",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.ones((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 0
    return H
""",
        (
            "invert",
            "swap|exchang",
            "other way",
            "zeros? and ones?|ones? and zeros?|0s? and 1s?|1s? and 0s?",
            "opposite",
            "revers",
        ),
    ),
    Wrong(
        "one-hot-starts-from-ones",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.ones((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H
""",
        (
            "all ones",
            "only ones",
            "every(where| entry| element| number)",
            "zeros",
            "exactly one",
            "one 1",
            "more than one",
        ),
    ),
    Wrong(
        "one-hot-label-as-value",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = Y
    return H
""",
        ("label itself", "value", "label.*(instead|rather|where|in place)", "0 (and|or) 1", "should be 1", "only 0"),
    ),
    Wrong(
        "one-hot-minus-one-plus-one",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = -np.ones((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H
""",
        ("-1|−1|minus one", "negative", "0 (and|or) 1", "zero"),
    ),
    Wrong(
        "one-hot-classes-seen",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    classes = sorted(set(Y.tolist()))
    return np.array([[1 if y == c else 0 for y in Y] for c in classes])
""",
        (
            "n_classes",
            "occur|seen|present|appear",
            "missing class",
            "number of classes",
            "too few (rows|classes)",
            "rows?",
        ),
    ),
    Wrong(
        "one-hot-class-zero-skipped",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    for c in range(1, n_classes):
        H[c, Y == c] = 1
    return H
""",
        ("(class|label|digit|row) (0|zero)", "zeros?", "exactly one", "empty column", "no 1", "first (class|row)"),
    ),
    Wrong(
        "one-hot-last-example-missed",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, len(Y)))
    for i in range(len(Y) - 1):
        H[Y[i]][i] = 1
    return H
""",
        ("last (example|column|label)", "no 1", "exactly one", "empty column", "one (entry|example|column)", ONE_FEWER),
    ),
    Wrong(
        "one-hot-default-forgotten",
        "one_hot",
        r"""
def one_hot(Y, n_classes):
    return np.eye(n_classes)[Y].T
""",
        ("default", "n_classes", "argument", "missing"),
    ),
    Wrong(
        "one-hot-argument-name-changed",
        "one_hot",
        r"""
def one_hot(Y, num_classes=10):
    return np.eye(num_classes)[Y].T
""",
        ("n_classes", "argument", "keyword", "name"),
    ),
    Wrong(
        "one-hot-flattened",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H.flatten()
""",
        ("flat", "one-dimensional|1-?d", "two-dimensional|2-?d|matrix", "shape"),
    ),
    Wrong(
        "one-hot-extra-class",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes + 1, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H
""",
        ("n_classes", "one (row|class) too many", "extra (row|class)", "too many", r"\+ ?1", "shape"),
    ),
    Wrong(
        "one-hot-label-smoothing",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    eps = 0.1
    H = np.full((n_classes, Y.size), eps / n_classes)
    H[Y, np.arange(Y.size)] += 1 - eps
    return H
""",
        ("smooth", "0 (and|or) 1", "zeros? and ones?", "only 0", "exactly (0|1|one|zero)", "0\\.9"),
    ),
    Wrong(
        "one-hot-compare-without-new-axis",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    return (Y == np.arange(n_classes)).astype(int)
""",
        ("broadcast", "axis", "reshape", "newaxis|None", "shape", "compar"),
    ),
    Wrong(
        "one-hot-float-labels-as-index",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    labels = Y.astype(float)
    H = np.zeros((n_classes, Y.size))
    H[labels, np.arange(Y.size)] = 1
    return H
""",
        ("float", "integer", r"\bint", "index|indices"),
    ),
    Wrong(
        "one-hot-upside-down",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    return np.flipud(np.eye(n_classes))[:, Y]
""",
        ("upside", "revers", "flip", "mirror", "order of (the )?(rows|classes)", "backwards?"),
    ),
    Wrong(
        "one-hot-modifies-labels",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    for i in range(Y.size):
        H[Y[i], i] = 1
        Y[i] = 1
    return H
""",
        MODIFIED,
    ),
    Wrong(
        "one-hot-index-is-transposed-too",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[np.arange(Y.size), Y] = 1
    return H
""",
        ("out of bounds", "index", "swap|exchang|other way", "rows? and (the )?columns?|columns? and (the )?rows?"),
    ),
    Wrong(
        "one-hot-forgot-return",
        "one_hot",
        r"""
def one_hot(Y, n_classes=10):
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
""",
        NO_RETURN,
    ),
]

INIT: list[Wrong] = [
    Wrong(
        "init-zeros",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.zeros((n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = np.zeros((n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
        ("zero", "alike|identical|the same", "symmetr", "random"),
    ),
    Wrong(
        "init-ones",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1, b1 = np.ones((n_hidden, n_inputs)), np.ones((n_hidden, 1))
    W2, b2 = np.ones((n_outputs, n_hidden)), np.ones((n_outputs, 1))
    return W1, b1, W2, b2
""",
        ("ones", "constant", "alike|identical|the same", "symmetr", "random"),
    ),
    Wrong(
        "init-constant",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.full((n_hidden, n_inputs), 0.01)
    W2 = np.full((n_outputs, n_hidden), 0.01)
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("constant", "alike|identical|the same", "symmetr", "random"),
    ),
    Wrong(
        "init-one-random-number-for-all",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.ones((n_hidden, n_inputs)) * rng.uniform(-0.5, 0.5)
    b1 = np.zeros((n_hidden, 1))
    W2 = np.ones((n_outputs, n_hidden)) * rng.uniform(-0.5, 0.5)
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
        ("constant", "alike|identical|the same", "symmetr", "single|one (random )?number"),
    ),
    Wrong(
        "init-every-unit-the-same-row",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    row = rng.uniform(-0.5, 0.5, n_inputs)
    W1 = np.tile(row, (n_hidden, 1))
    W2 = np.tile(rng.uniform(-0.5, 0.5, n_hidden), (n_outputs, 1))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("alike|identical|the same", "symmetr", "repeat|copy|copies", "each (hidden )?unit|rows?"),
    ),
    Wrong(
        "init-not-centred",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs))
    b1 = rng.random((n_hidden, 1))
    W2 = rng.random((n_outputs, n_hidden))
    b2 = rng.random((n_outputs, 1))
    return W1, b1, W2, b2
""",
        CENTRED,
    ),
    Wrong(
        "init-precedence-half-not-subtracted-from-w1",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs))
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
""",
        CENTRED,
    ),
    Wrong(
        "init-only-negative",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 1
    W2 = rng.random((n_outputs, n_hidden)) - 1
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        CENTRED,
    ),
    Wrong(
        "init-unscaled-normal",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.standard_normal((n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.standard_normal((n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
        LARGE,
    ),
    Wrong(
        "init-scale-hundred",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.uniform(-100, 100, (n_hidden, n_inputs))
    b1 = rng.uniform(-100, 100, (n_hidden, 1))
    W2 = rng.uniform(-100, 100, (n_outputs, n_hidden))
    b2 = rng.uniform(-100, 100, (n_outputs, 1))
    return W1, b1, W2, b2
""",
        LARGE,
    ),
    Wrong(
        "init-he-multiplied-by-fan-in",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.normal(size=(n_hidden, n_inputs)) * np.sqrt(n_inputs / 2)
    W2 = rng.normal(size=(n_outputs, n_hidden)) * np.sqrt(n_hidden / 2)
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        LARGE,
    ),
    Wrong(
        "init-w1-transposed",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_inputs, n_hidden)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
""",
        TRANSPOSED,
    ),
    Wrong(
        "init-both-transposed",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    def make(a, b):
        return (rng.random((a, b)) - 0.5) / np.sqrt(a), np.zeros((b, 1))
    W1, b1 = make(n_inputs, n_hidden)
    W2, b2 = make(n_hidden, n_outputs)
    return W1, b1, W2, b2
""",
        TRANSPOSED,
    ),
    Wrong(
        "init-global-random",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.random.rand(n_hidden, n_inputs) - 0.5
    b1 = np.random.rand(n_hidden, 1) - 0.5
    W2 = np.random.rand(n_outputs, n_hidden) - 0.5
    b2 = np.random.rand(n_outputs, 1) - 0.5
    return W1, b1, W2, b2
""",
        RNG,
    ),
    Wrong(
        "init-own-seed",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    rng = np.random.default_rng(0)
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
""",
        RNG,
    ),
    Wrong(
        "init-np-random-seed",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    np.random.seed(1)
    W1 = np.random.randn(n_hidden, n_inputs) * 0.01
    b1 = np.zeros((n_hidden, 1))
    W2 = np.random.randn(n_outputs, n_hidden) * 0.01
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
        RNG,
    ),
    Wrong(
        "init-linspace",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = np.linspace(-0.5, 0.5, n_hidden * n_inputs).reshape(n_hidden, n_inputs)
    W2 = np.linspace(-0.5, 0.5, n_outputs * n_hidden).reshape(n_outputs, n_hidden)
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        RNG,
    ),
    Wrong(
        "init-flat-biases",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = np.zeros(n_hidden)
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = np.zeros(n_outputs)
    return W1, b1, W2, b2
""",
        BIAS_COLUMN,
    ),
    Wrong(
        "init-row-biases",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((1, n_hidden)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((1, n_outputs)) - 0.5
    return W1, b1, W2, b2
""",
        (*BIAS_COLUMN, "transpos"),
    ),
    Wrong(
        "init-scalar-biases",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.uniform(-0.5, 0.5, (n_hidden, n_inputs))
    W2 = rng.uniform(-0.5, 0.5, (n_outputs, n_hidden))
    b1 = 0
    b2 = 0
    return W1, b1, W2, b2
""",
        (*BIAS_COLUMN, "single number", "scalar", "one number"),
    ),
    Wrong(
        "init-b1-of-output-size",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_outputs, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
""",
        (r"\bb1\b", "n_hidden", "hidden", "bias"),
    ),
    Wrong(
        "init-biases-per-example",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, n_hidden)) - 0.5
    return W1, b1, W2, b2
""",
        BIAS_COLUMN,
    ),
    Wrong(
        "init-hard-coded-sizes",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((10, 784)) - 0.5
    b1 = rng.random((10, 1)) - 0.5
    W2 = rng.random((10, 10)) - 0.5
    b2 = rng.random((10, 1)) - 0.5
    return W1, b1, W2, b2
""",
        ("784", "fixed|hard.?coded", "n_inputs|n_hidden", "sizes?", "only (right )?for"),
    ),
    Wrong(
        "init-weights-first",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, W2, b1, b2
""",
        ORDER,
    ),
    Wrong(
        "init-w2-sees-the-inputs",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.random((n_outputs, n_inputs)) - 0.5
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
        (r"\bW2\b", "n_hidden", "hidden", "shape"),
    ),
    Wrong(
        "init-integers",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.integers(-1, 2, (n_hidden, n_inputs))
    b1 = rng.integers(-1, 2, (n_hidden, 1))
    W2 = rng.integers(-1, 2, (n_outputs, n_hidden))
    b2 = rng.integers(-1, 2, (n_outputs, 1))
    return W1, b1, W2, b2
""",
        ("integer", r"\bint", "whole number", "float", "fraction", *LARGE),
    ),
    Wrong(
        "init-dict",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    params = {}
    params['W1'] = rng.normal(0, 0.01, (n_hidden, n_inputs))
    params['b1'] = np.zeros((n_hidden, 1))
    params['W2'] = rng.normal(0, 0.01, (n_outputs, n_hidden))
    params['b2'] = np.zeros((n_outputs, 1))
    return params
""",
        ("dict", "four", "tuple"),
    ),
    Wrong(
        "init-rng-rand",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.rand(n_hidden, n_inputs) - 0.5
    b1 = rng.rand(n_hidden, 1) - 0.5
    W2 = rng.rand(n_outputs, n_hidden) - 0.5
    b2 = rng.rand(n_outputs, 1) - 0.5
    return W1, b1, W2, b2
""",
        ("attribute", r"\brand\b", r"rng\.random", "Generator"),
    ),
    Wrong(
        "init-size-inside-minus",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.random((n_hidden, n_inputs) - 0.5)
    b1 = rng.random((n_hidden, 1) - 0.5)
    W2 = rng.random((n_outputs, n_hidden) - 0.5)
    b2 = rng.random((n_outputs, 1) - 0.5)
    return W1, b1, W2, b2
""",
        ("operand", "tuple", "bracket|parenthes", "TypeError", "unsupported"),
    ),
    Wrong(
        "init-w2-zero",
        "init_params",
        r"""
def init_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.normal(0, np.sqrt(2 / n_inputs), (n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = np.zeros((n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
        ("zero", r"\bW2\b", "alike|identical|the same", "random"),
    ),
]

RELU: list[Wrong] = [
    Wrong(
        "relu-np-max",
        "relu",
        "def relu(Z):\n    return np.max(Z, 0)\n",
        (r"np\.max\b", "maximum", "column", "largest", "elementwise|element by element|each (element|entry|number)"),
    ),
    Wrong(
        "relu-np-max-zero-first",
        "relu",
        "def relu(Z):\n    return np.max(0, Z)\n",
        (r"np\.max\b", "maximum", "axis", "TypeError", "integer"),
    ),
    Wrong(
        "relu-builtin-max",
        "relu",
        "def relu(Z):\n    return max(0, Z)\n",
        ("maximum", "ambiguous", "truth value", "elementwise|element by element|each (element|entry|number)"),
    ),
    Wrong("relu-in-place", "relu", "def relu(Z):\n    Z[Z < 0] = 0\n    return Z\n", MODIFIED),
    Wrong("relu-out-argument", "relu", "def relu(Z):\n    return np.maximum(0, Z, out=Z)\n", MODIFIED),
    Wrong(
        "relu-leaky",
        "relu",
        "def relu(Z):\n    return np.where(Z > 0, Z, 0.01 * Z)\n",
        ("leak", "negative", "0?\\.01", "slope", "below zero"),
    ),
    Wrong(
        "relu-abs", "relu", "def relu(Z):\n    return np.abs(Z)\n", ("absolute", "sign", "negative", r"\|z\|", "abs")
    ),
    Wrong(
        "relu-minimum",
        "relu",
        "def relu(Z):\n    return np.minimum(0, Z)\n",
        ("minimum", "negative", "smaller", "other (way|half|side)", "wrong (half|side)", "positive"),
    ),
    Wrong(
        "relu-sigmoid",
        "relu",
        "def relu(Z):\n    return 1 / (1 + np.exp(-Z))\n",
        ("sigmoid", "between 0 and 1", "logistic", "positive numbers? (should|must|stay|unchanged)"),
    ),
    Wrong(
        "relu-tanh",
        "relu",
        "def relu(Z):\n    return np.tanh(np.maximum(Z, 0))\n",
        ("tanh", "positive", "squash|saturat|bounded", "as (it|they) (is|are|was|were)", "unchanged", "above zero"),
    ),
    Wrong(
        "relu-mask-only",
        "relu",
        "def relu(Z):\n    return Z > 0\n",
        ("derivative", "mask", "true|false|bool", "0 (and|or) 1", "where", "multipl"),
    ),
    Wrong(
        "relu-clipped-at-one",
        "relu",
        "def relu(Z):\n    return np.clip(Z, 0, 1)\n",
        (
            "clip",
            "capped?|cut off|limited|bounded",
            "above (1|one)",
            "larger than (1|one)",
            "no upper",
            "greater than (1|one)",
        ),
    ),
    Wrong(
        "relu-vectorized-integers",
        "relu",
        "def relu(Z):\n    return np.vectorize(lambda z: max(0, z))(Z)\n",
        ("integer", r"\bint", "whole number", "round", "truncat", "fraction|decimal", "vectorize"),
    ),
    Wrong(
        "relu-identity",
        "relu",
        "def relu(Z):\n    return Z\n",
        ("unchanged", "negative", "as (it|they) (is|are|was|were)", "identity", "nothing"),
    ),
    Wrong(
        "relu-elu",
        "relu",
        "def relu(Z):\n    return np.where(Z > 0, Z, np.exp(Z) - 1)\n",
        ("elu\\b", "negative", "below zero", "exp"),
    ),
    Wrong(
        "relu-one-loop-too-few",
        "relu",
        r"""
def relu(Z):
    A = Z.copy()
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1] - 1):
            if A[i, j] < 0:
                A[i, j] = 0
    return A
""",
        ("last column", "last example", "negative", "not (all|every)", "some", "column"),
    ),
    Wrong(
        "relu-keeps-the-negatives",
        "relu",
        "def relu(Z):\n    return Z * (Z < 0)\n",
        ("negative", "other (way|half|side)", "wrong (half|side|sign)", "minimum", "positive", "invert|revers"),
    ),
    Wrong("relu-forgot-return", "relu", "def relu(Z):\n    np.maximum(0, Z)\n", NO_RETURN),
]

RELU_DERIV: list[Wrong] = [
    Wrong(
        "relu-deriv-z-times-mask",
        "relu_deriv",
        "def relu_deriv(Z):\n    return Z * (Z > 0)\n",
        (
            "relu itself",
            "relu,? (and )?not",
            "slope",
            "should be 1",
            "1 (where|for)",
            "values? of z",
            "0 (and|or) 1",
            "not its derivative",
        ),
    ),
    Wrong(
        "relu-deriv-relu-again",
        "relu_deriv",
        "def relu_deriv(Z):\n    return np.maximum(0, Z)\n",
        (
            "relu itself",
            "relu,? (and )?not",
            "slope",
            "should be 1",
            "1 (where|for)",
            "values? of z",
            "0 (and|or) 1",
            "not its derivative",
        ),
    ),
    Wrong(
        "relu-deriv-inverted",
        "relu_deriv",
        "def relu_deriv(Z):\n    return np.where(Z > 0, 0, 1)\n",
        ("invert", "other way", "opposite", "swap|exchang", "revers", "wrong way"),
    ),
    Wrong(
        "relu-deriv-one-at-zero",
        "relu_deriv",
        "def relu_deriv(Z):\n    return (Z >= 0).astype(float)\n",
        (
            "at (zero|0)",
            r"z ?= ?0",
            ">=|≥",
            "exactly (0|zero)",
            "is (0|zero)",
            "greater or equal|greater than or equal",
        ),
    ),
    Wrong(
        "relu-deriv-leaky",
        "relu_deriv",
        "def relu_deriv(Z):\n    return np.where(Z > 0, 1, 0.01)\n",
        ("leak", "0?\\.01", "negative", "below zero", "slope"),
    ),
    Wrong(
        "relu-deriv-all-ones",
        "relu_deriv",
        "def relu_deriv(Z):\n    return np.ones(Z.shape)\n",
        ("everywhere|all ones|always", "every (entry|element|number)", "negative", "constant"),
    ),
    Wrong(
        "relu-deriv-sigmoid",
        "relu_deriv",
        r"""
def relu_deriv(Z):
    s = 1 / (1 + np.exp(-Z))
    return s * (1 - s)
""",
        ("sigmoid", "logistic", "0 (and|or) 1", "1 (where|for)"),
    ),
    Wrong(
        "relu-deriv-sign",
        "relu_deriv",
        "def relu_deriv(Z):\n    return np.sign(Z)\n",
        ("sign", "-1|−1|minus one", "negative"),
    ),
    Wrong(
        "relu-deriv-above-one",
        "relu_deriv",
        "def relu_deriv(Z):\n    return (Z > 1) * 1\n",
        (
            "above (1|one)",
            "between 0 and 1",
            "threshold",
            "z > 0",
            "greater than (0|zero|1|one)",
            "larger than (0|zero)",
        ),
    ),
    Wrong(
        "relu-deriv-in-place",
        "relu_deriv",
        r"""
def relu_deriv(Z):
    Z[Z > 0] = 1
    Z[Z <= 0] = 0
    return Z
""",
        MODIFIED,
    ),
    Wrong(
        "relu-deriv-if-on-array",
        "relu_deriv",
        r"""
def relu_deriv(Z):
    if Z > 0:
        return 1
    else:
        return 0
""",
        (
            "ambiguous",
            "truth value",
            "elementwise|element by element|each (element|entry|number)",
            "one answer|whole array|single",
        ),
    ),
    Wrong(
        "relu-deriv-single-number",
        "relu_deriv",
        "def relu_deriv(Z):\n    return 1 if np.any(Z > 0) else 0\n",
        ("single|one number|scalar", "each (element|entry|number)|elementwise", "shape"),
    ),
    Wrong(
        "relu-deriv-tanh",
        "relu_deriv",
        "def relu_deriv(Z):\n    return 1 - np.tanh(Z) ** 2\n",
        ("tanh", "0 (and|or) 1", "1 (where|for)"),
    ),
    Wrong(
        "relu-deriv-sequential-masks",
        "relu_deriv",
        r"""
def relu_deriv(Z):
    D = Z.copy()
    D[D > 0] = 1
    return D
""",
        ("negative", "below zero", "should be 0", "left|unchanged|kept|stay"),
    ),
    Wrong(
        "relu-deriv-sequential-masks-overwritten",
        "relu_deriv",
        r"""
def relu_deriv(Z):
    D = Z.copy()
    D[D <= 0] = 1
    D[D > 0] = 1
    return D
""",
        ("everywhere|all ones|always", "every (entry|element|number)", "negative", "constant"),
    ),
    Wrong("relu-deriv-transposed", "relu_deriv", "def relu_deriv(Z):\n    return (Z.T > 0) * 1.0\n", TRANSPOSED),
]
SOFTMAX: list[Wrong] = [
    Wrong(
        "softmax-no-shift",
        "softmax",
        r"""
def softmax(Z):
    return np.exp(Z) / np.sum(np.exp(Z), axis=0)
""",
        OVERFLOW,
    ),
    Wrong(
        "softmax-no-shift-builtin-sum",
        "softmax",
        "def softmax(Z):\n    A = np.exp(Z) / sum(np.exp(Z))\n    return A\n",
        OVERFLOW,
    ),
    Wrong(
        "softmax-no-shift-nan-to-num",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z)
    return np.nan_to_num(e / e.sum(axis=0, keepdims=True))
""",
        OVERFLOW,
    ),
    Wrong(
        "softmax-over-rows",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
""",
        AXIS,
    ),
    Wrong(
        "softmax-sum-over-rows-shift-right",
        "softmax",
        r"""
def softmax(Z):
    shifted = Z - Z.max(axis=0, keepdims=True)
    expz = np.exp(shifted)
    return expz / expz.sum(axis=1, keepdims=True)
""",
        AXIS,
    ),
    Wrong(
        "softmax-over-all",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - np.max(Z))
    return e / np.sum(e)
""",
        OVER_ALL,
    ),
    Wrong(
        "softmax-over-all-shift-right",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    total = e.sum()
    return e / total
""",
        OVER_ALL,
    ),
    Wrong(
        "softmax-global-max",
        "softmax",
        r"""
def softmax(Z):
    Z = Z - np.max(Z)
    return np.exp(Z) / np.sum(np.exp(Z), axis=0, keepdims=True)
""",
        (
            "whole matrix",
            "far apart",
            "own (max|largest)",
            "each column",
            "column.*max",
            "global",
            "underflow",
            r"\bnan\b",
            "0/0|zero by zero|divi",
        ),
    ),
    Wrong(
        "softmax-axis-one-no-keepdims",
        "softmax",
        r"""
def softmax(Z):
    exp = np.exp(Z - np.max(Z))
    return exp / exp.sum(axis=1)
""",
        ("keepdims", "broadcast", *AXIS),
    ),
    Wrong(
        "softmax-twice",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    P = e / e.sum(axis=0)
    e = np.exp(P)
    return e / e.sum(axis=0)
""",
        ("twice", "two times", "again", "already"),
    ),
    Wrong(
        "softmax-relu-first",
        "softmax",
        r"""
def softmax(Z):
    Z = np.maximum(Z, 0)
    e = np.exp(Z - Z.max(axis=0))
    return e / e.sum(axis=0)
""",
        ("relu", "negative", "below zero", "clipp|cut"),
    ),
    Wrong(
        "softmax-sigmoid",
        "softmax",
        "def softmax(Z):\n    return 1.0 / (1.0 + np.exp(-Z))\n",
        ("sigmoid", "sum to (1|one)", "add up", "logistic", "distribution"),
    ),
    Wrong(
        "softmax-integer-buffer",
        "softmax",
        r"""
def softmax(Z):
    out = np.zeros(Z.shape, dtype=int)
    for j in range(Z.shape[1]):
        e = np.exp(Z[:, j] - Z[:, j].max())
        out[:, j] = e / e.sum()
    return out
""",
        ("integer", r"\bint", "whole number", "round", "truncat", "fraction|decimal", "zeros"),
    ),
    Wrong(
        "softmax-not-normalized",
        "softmax",
        "def softmax(Z):\n    return np.exp(Z - np.max(Z, axis=0))\n",
        ("sum to (1|one)", "add up", "divi", "normali[sz]"),
    ),
    Wrong(
        "softmax-no-exp",
        "softmax",
        "def softmax(Z):\n    return Z / np.sum(Z, axis=0)\n",
        ("exp", "negative", "divided by (their|the) sum"),
    ),
    Wrong(
        "softmax-shifted-no-exp-of-denominator",
        "softmax",
        r"""
def softmax(Z):
    Z = Z - Z.max(axis=0)
    return np.exp(Z) / np.sum(Z, axis=0)
""",
        ("exp", "sum to (1|one)", "add up", "denominator", "negative"),
    ),
    Wrong(
        "softmax-log-probabilities",
        "softmax",
        r"""
def softmax(Z):
    Z = Z - Z.max(axis=0)
    return Z - np.log(np.exp(Z).sum(axis=0))
""",
        (r"\blog", "negative", "sum to (1|one)", "add up", "exp"),
    ),
    Wrong(
        "softmax-hard-argmax",
        "softmax",
        "def softmax(Z):\n    return (Z == Z.max(axis=0)).astype(float)\n",
        ("hard", "argmax", "0 (and|or) 1", "one.?hot", "largest", "exp", "probabilit"),
    ),
    Wrong(
        "softmax-base-two",
        "softmax",
        r"""
def softmax(Z):
    e = 2 ** (Z - Z.max(axis=0))
    return e / e.sum(axis=0)
""",
        ("base", r"\bexp\b", r"\be\b", "2 ?\\*\\*|2\\^|power(s)? of (2|two)"),
    ),
    Wrong(
        "softmax-negative-exponent",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(-(Z - Z.min(axis=0)))
    return e / e.sum(axis=0)
""",
        ("sign", "minus", "negat", "smallest", "wrong way|revers|opposite"),
    ),
    Wrong(
        "softmax-shift-added",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z + Z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)
""",
        (*OVERFLOW, "added|adds|plus"),
    ),
    Wrong(
        "softmax-shift-in-numerator-only",
        "softmax",
        r"""
def softmax(Z):
    return np.exp(Z - np.max(Z, axis=0)) / np.sum(np.exp(Z), axis=0)
""",
        ("denominator", "both", "numerator", "sum to (1|one)", "add up", "overflow"),
    ),
    Wrong(
        "softmax-clipped-logits",
        "softmax",
        r"""
def softmax(Z):
    Z = np.clip(Z, -500, 500)
    e = np.exp(Z)
    return e / e.sum(axis=0)
""",
        ("clip", "large", "cut", "500", "subtract", "shift", "cap"),
    ),
    Wrong(
        "softmax-divided-by-max",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / e.max(axis=0)
""",
        ("sum to (1|one)", "add up", r"\bmax", "largest", "divi"),
    ),
    Wrong(
        "softmax-mean-shift",
        "softmax",
        r"""
def softmax(Z):
    Z = Z - Z.mean(axis=0)
    e = np.exp(Z)
    return e / e.sum(axis=0)
""",
        (*OVERFLOW, "mean|average"),
    ),
    Wrong(
        "softmax-modifies-logits",
        "softmax",
        r"""
def softmax(Z):
    Z -= np.max(Z, axis=0, keepdims=True)
    e = np.exp(Z)
    return e / e.sum(axis=0, keepdims=True)
""",
        (*MODIFIED, "cast"),
    ),
    Wrong(
        "softmax-transposed",
        "softmax",
        r"""
def softmax(Z):
    rows = Z.T
    e = np.exp(rows - rows.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
""",
        TRANSPOSED,
    ),
    Wrong(
        "softmax-rounded",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return np.round(e / e.sum(axis=0), 2)
""",
        ("round", "decimal", "precis", "exact"),
    ),
    Wrong(
        "softmax-squares",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / np.sqrt((e ** 2).sum(axis=0))
""",
        ("square", "sum to (1|one)", "add up", "norm\\b|length|root"),
    ),
    Wrong(
        "softmax-temperature",
        "softmax",
        r"""
def softmax(Z, T=10):
    Z = (Z - Z.max(axis=0)) / T
    return np.exp(Z) / np.exp(Z).sum(axis=0)
""",
        ("temperature", "10|ten", "scal", "divided", "flat", "factor", "too even|soft"),
    ),
    Wrong(
        "softmax-epsilon-too-big",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / (e.sum(axis=0) + 0.1)
""",
        ("sum to (1|one)", "add up", "0\\.1", "eps|small (number|constant)", "denominator"),
    ),
    Wrong(
        "softmax-only-first-column",
        "softmax",
        r"""
def softmax(Z):
    out = np.zeros_like(Z, dtype=float)
    for j in range(Z.shape[1]):
        e = np.exp(Z[:, j] - Z[:, j].max())
        out[:, j] = e / e.sum()
        return out
""",
        ("first (column|example)", "other columns", "zeros?", "return.*(loop|indent)", "sum to (1|one)", "add up"),
    ),
    Wrong(
        "softmax-forgot-return",
        "softmax",
        r"""
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    A = e / e.sum(axis=0)
""",
        NO_RETURN,
    ),
]

FORWARD: list[Wrong] = [
    Wrong(
        "forward-z2-from-z1",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = relu(Z1)
    Z2 = W2.dot(Z1) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("Z1", "A1", "before (the )?relu", "activation", "not used|unused"),
    ),
    Wrong(
        "forward-z2-from-x",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = relu(Z1)
    Z2 = W2.dot(X) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        (r"\bX\b", "A1", "shape", "align|mismatch", "do(es)? not fit"),
    ),
    Wrong(
        "forward-star-for-matmul",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 * X + b1
    A1 = relu(Z1)
    Z2 = W2 * A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("elementwise|element by element", "matrix (product|multipl)", "@", "broadcast", r"\*"),
    ),
    Wrong(
        "forward-b1-missing",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("bias", r"\bb1\b"),
    ),
    Wrong(
        "forward-b2-missing",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("bias", r"\bb2\b"),
    ),
    Wrong(
        "forward-no-biases",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = np.dot(W1, X)
    A1 = relu(Z1)
    Z2 = np.dot(W2, A1)
    return Z1, A1, Z2, softmax(Z2)
""",
        ("bias", r"\bb1\b", r"\bb2\b"),
    ),
    Wrong(
        "forward-no-activation",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("relu", "activation", "A1.*Z1", "linear"),
    ),
    Wrong(
        "forward-order-a-before-z",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return A1, Z1, A2, Z2
""",
        ORDER,
    ),
    Wrong(
        "forward-order-zs-then-as",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, Z2, A1, A2
""",
        ORDER,
    ),
    Wrong(
        "forward-only-a2",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    A1 = relu(W1 @ X + b1)
    return softmax(W2 @ A1 + b2)
""",
        ("four", "Z1, ?A1", "one array", "tuple", "only"),
    ),
    Wrong(
        "forward-no-softmax",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = Z2
    return Z1, A1, Z2, A2
""",
        ("softmax", "A2.*Z2", "probabilit"),
    ),
    Wrong(
        "forward-relu-on-output",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
""",
        ("softmax", "relu", "probabilit"),
    ),
    Wrong(
        "forward-activations-swapped",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = softmax(Z1)
    Z2 = W2 @ A1 + b2
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
""",
        ("softmax", "relu", "swap|exchang", "activation"),
    ),
    Wrong(
        "forward-softmax-in-both-layers",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = softmax(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("softmax", "relu", "A1"),
    ),
    Wrong(
        "forward-sigmoid-hidden",
        "forward_prop",
        r"""
def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("sigmoid", "relu", "A1"),
    ),
    Wrong(
        "forward-tanh-hidden",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("tanh", "relu", "A1"),
    ),
    Wrong(
        "forward-sigmoid-output",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = 1 / (1 + np.exp(-Z2))
    return Z1, A1, Z2, A2
""",
        ("sigmoid", "softmax", "sum to (1|one)", "add up"),
    ),
    Wrong(
        "forward-w1-transposed",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.T @ X + b1
    A1 = relu(Z1)
    Z2 = W2.T @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("transpos", r"\.T\b", "shape", "mismatch", "align", "dimension"),
    ),
    Wrong(
        "forward-x-before-w",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("order", "W1 ?@ ?X", "shape", "mismatch", "align", "dimension", "examples are (the )?columns"),
    ),
    Wrong(
        "forward-examples-as-rows",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = X.T @ W1.T + b1.T
    A1 = relu(Z1)
    Z2 = A1 @ W2.T + b2.T
    A2 = softmax(Z2.T).T
    return Z1, A1, Z2, A2
""",
        TRANSPOSED,
    ),
    Wrong(
        "forward-bias-subtracted",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X - b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 - b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("bias", "minus|subtract", "sign", r"\bb1\b"),
    ),
    Wrong(
        "forward-relu-before-softmax",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = relu(W2 @ A1 + b2)
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("relu", "negative", "logits", "second layer", "Z2"),
    ),
    Wrong(
        "forward-softmax-of-a1",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(A1)
    return Z1, A1, Z2, A2
""",
        ("A1", "Z2", "shape", "softmax of"),
    ),
    Wrong(
        "forward-softmax-twice",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = softmax(W2 @ A1 + b2)
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("twice", "two times", "already", "again", "logits", "Z2"),
    ),
    Wrong(
        "forward-z1-overwritten-by-relu",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    Z1[Z1 < 0] = 0
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
""",
        ("Z1.*(before|negative|A1|relu|overwrit|already)", "in place", "overwrit", "Z1"),
    ),
    Wrong(
        "forward-divides-by-255-again",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    X = X / 255
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("255", "scal", "normali[sz]", "divid", "factor", "Z1"),
    ),
    Wrong(
        "forward-one-bias-for-all",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1[0]
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2[0]
    return Z1, A1, Z2, softmax(Z2)
""",
        ("bias", r"\bb1\b", "first", r"\[0\]"),
    ),
    Wrong(
        "forward-biases-swapped",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b2
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b1
    return Z1, A1, Z2, softmax(Z2)
""",
        ("bias", r"\bb[12]\b", "broadcast", "shape"),
    ),
    Wrong(
        "forward-bias-flattened",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1.flatten()
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2.flatten()
    return Z1, A1, Z2, softmax(Z2)
""",
        ("bias", r"\bb[12]\b", "broadcast", "shape", "flat"),
    ),
    Wrong(
        "forward-dropout",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    A1 = A1 * (np.random.rand(*A1.shape) < 0.8) / 0.8
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("random", "dropout", "A1", "same (input|call|answer)"),
    ),
    Wrong(
        "forward-sizes-of-class-hard-coded",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = np.zeros((10, X.shape[1]))
    Z1[:] = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = np.zeros((10, X.shape[1]))
    Z2[:] = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("fixed|hard.?coded", "10|ten", "sizes?", "shape", "broadcast"),
    ),
    Wrong(
        "forward-scales-the-callers-x",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    X -= X.mean()
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        (*MODIFIED, "mean", "Z1", "centr|center"),
    ),
    Wrong(
        "forward-classes-at-the-end",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2).argmax(axis=0)
    return Z1, A1, Z2, A2
""",
        ("argmax", "class(es)?", "predict", "probabilit", "shape"),
    ),
    Wrong(
        "forward-dict",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    cache = {}
    cache["Z1"] = W1 @ X + b1
    cache["A1"] = relu(cache["Z1"])
    cache["Z2"] = W2 @ cache["A1"] + b2
    cache["A2"] = softmax(cache["Z2"])
    return cache
""",
        ("dict", "four", "tuple"),
    ),
    Wrong(
        "forward-means-over-examples",
        "forward_prop",
        r"""
def forward_prop(W1, b1, W2, b2, X):
    Z1 = (W1 @ X).mean(axis=1, keepdims=True) + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, softmax(Z2)
""",
        ("mean|average", "one column", "shape", "each example", "summed away|axis"),
    ),
]

CROSS: list[Wrong] = [
    Wrong(
        "cross-entropy-log-of-zero",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    m = Y.size
    return -np.sum(np.log(A2[Y, np.arange(m)])) / m
""",
        LOG_ZERO,
    ),
    Wrong(
        "cross-entropy-log-of-zero-one-hot",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    H = one_hot(Y, A2.shape[0])
    return -np.sum(H * np.log(A2)) / A2.shape[1]
""",
        LOG_ZERO,
    ),
    Wrong(
        "cross-entropy-zero-probability-costs-nothing",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = A2[Y, np.arange(Y.size)]
    p = p[p > 0]
    return -np.sum(np.log(p)) / Y.size
""",
        (
            "probability (is |of )?(0|zero)",
            "left out|skipped|ignored|dropped",
            "large",
            "above 9",
            "impossible",
            *LOG_ZERO,
        ),
    ),
    Wrong(
        "cross-entropy-averaged-over-all-entries",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    H = one_hot(Y, A2.shape[0])
    return -np.mean(H * np.log(A2 + 1e-12))
""",
        (
            "n_classes|number of classes",
            "10 ?[·*×]|ten times|times too small",
            "over all (entries|elements|numbers)",
            "every (entry|element|number)",
            "mean over (the )?examples",
            "factor",
            "number of examples",
            "per example",
        ),
    ),
    Wrong(
        "cross-entropy-summed",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    total = 0
    for i in range(len(Y)):
        total += -np.log(A2[Y[i], i] + 1e-12)
    return total
""",
        SUMMED,
    ),
    Wrong(
        "cross-entropy-no-minus",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = np.clip(A2[Y, np.arange(Y.size)], 1e-12, 1)
    return np.mean(np.log(p))
""",
        MINUS,
    ),
    Wrong(
        "cross-entropy-binary",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    m = Y.size
    T = one_hot(Y, A2.shape[0])
    A = np.clip(A2, 1e-10, 1 - 1e-10)
    return -np.sum(T * np.log(A) + (1 - T) * np.log(1 - A)) / m
""",
        (
            "binary",
            r"1 ?[-−] ?(Y|A|T|p)",
            "other classes",
            "only the (true|right|correct)",
            "wrong classes",
            "second term",
        ),
    ),
    Wrong(
        "cross-entropy-fancy-index-rows-only",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    return -np.mean(np.log(A2[Y] + 1e-12))
""",
        ALL_PAIRS,
    ),
    Wrong(
        "cross-entropy-all-pairs-by-dot",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    H = one_hot(Y, A2.shape[0])
    return -np.sum(np.dot(H.T, np.log(A2 + 1e-12))) / Y.size
""",
        ALL_PAIRS,
    ),
    Wrong(
        "cross-entropy-colon-labels",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    m = len(Y)
    logs = -np.log(A2[:, np.arange(m)][Y, :] + 1e-12)
    return logs.sum() / m
""",
        (*ALL_PAIRS, "factor"),
    ),
    Wrong(
        "cross-entropy-log2",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    return -np.mean(np.log2(np.maximum(A2[Y, np.arange(Y.size)], 1e-12)))
""",
        LOG_BASE,
    ),
    Wrong(
        "cross-entropy-log10",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    return -np.mean(np.log10(A2[Y, np.arange(Y.size)] + 1e-12))
""",
        LOG_BASE,
    ),
    Wrong(
        "cross-entropy-no-log",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    return np.mean(1 - A2[Y, np.arange(Y.size)])
""",
        (r"\blog", "1 ?[-−]"),
    ),
    Wrong(
        "cross-entropy-squared-error",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    H = one_hot(Y, A2.shape[0])
    return np.mean(np.sum((A2 - H) ** 2, axis=0))
""",
        ("square", "mse", r"\blog"),
    ),
    Wrong(
        "cross-entropy-of-the-largest",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = A2.max(axis=0)
    return -np.mean(np.log(np.clip(p, 1e-12, 1)))
""",
        ("largest|max|predicted|confiden", "true class|right class|correct class|label", r"\bY\b"),
    ),
    Wrong(
        "cross-entropy-log-of-the-mean",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = A2[Y, np.arange(Y.size)]
    return -np.log(np.mean(p) + 1e-12)
""",
        (
            "log of (the|a) (mean|average)",
            "mean.*(before|first)",
            "(mean|average) of (the )?logs?",
            "before (taking )?(the )?log",
        ),
    ),
    Wrong(
        "cross-entropy-floor-too-high",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = np.clip(A2[Y, np.arange(Y.size)], 0.01, 1)
    return -np.log(p).mean()
""",
        ("floor", "clip", "0?\\.01", "too (high|large|big)", "small(er)?", "large", "above 9"),
    ),
    Wrong(
        "cross-entropy-eps-too-big",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    eps = 1e-2
    return -np.log(A2[Y, np.arange(Y.size)] + eps).mean()
""",
        ("floor", "eps", "0?\\.01", "too (high|large|big)", "small(er)?", "large", "above 9", "negative"),
    ),
    Wrong(
        "cross-entropy-vector",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    return -np.log(np.maximum(A2[Y, np.arange(Y.size)], 1e-12))
""",
        ("mean|average", "one number|single number|a number|scalar|float", "each example|per example|an array"),
    ),
    Wrong(
        "cross-entropy-divided-by-classes",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    m = A2.shape[0]
    p = A2[Y, np.arange(len(Y))]
    return -np.sum(np.log(p + 1e-12)) / m
""",
        (r"shape\[", "classes", "number of examples", "columns", r"\bm\b", "factor", "rows"),
    ),
    Wrong(
        "cross-entropy-only-first-example",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    loss = 0
    for i in range(len(Y)):
        loss -= np.log(max(A2[Y[i], i], 1e-12))
        return loss / len(Y)
""",
        ("first", "return.*(loop|indent)", "only one", "every example|all (the )?examples", "factor|too small"),
    ),
    Wrong(
        "cross-entropy-entropy-of-a2",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    A = np.clip(A2, 1e-12, 1)
    return -np.sum(A * np.log(A)) / A2.shape[1]
""",
        ("entropy of", "labels?", r"\bY\b", "true class|right class|correct class", "not used|ignor|without"),
    ),
    Wrong(
        "cross-entropy-log-of-the-labels",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    H = np.clip(one_hot(Y, A2.shape[0]), 1e-12, 1)
    return -np.sum(A2 * np.log(H)) / Y.size
""",
        ("swap|exchang|other way", "log of (the )?(one.?hot|label|target)", "revers", "true class", "probabilit"),
    ),
    Wrong(
        "cross-entropy-softmax-again",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    P = softmax(A2)
    return -np.mean(np.log(P[Y, np.arange(Y.size)]))
""",
        ("softmax", "twice|again|already", "large|above 9", "probabilit"),
    ),
    Wrong(
        "cross-entropy-arange-first",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = A2[np.arange(Y.size), Y]
    return -np.mean(np.log(p + 1e-9))
""",
        ("index", "out of bounds", "rows?.*columns?|columns?.*rows?", "swap|other way|order", "transpos"),
    ),
    Wrong(
        "cross-entropy-accuracy-loss",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    return float(np.mean(np.argmax(A2, axis=0) != Y))
""",
        (r"\blog", "error rate|share|wrong (answers|predictions)", "accuracy", "probabilit"),
    ),
    Wrong(
        "cross-entropy-halved",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    m = Y.size
    p = np.maximum(A2[Y, np.arange(m)], 1e-12)
    return -(1 / (2 * m)) * np.sum(np.log(p))
""",
        ("half|halv", "factor", "2 ?m|twice|too small", "1/2|0?\\.5"),
    ),
    Wrong(
        "cross-entropy-m-minus-one",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    m = Y.size
    p = np.maximum(A2[Y, np.arange(m)], 1e-12)
    return -np.sum(np.log(p)) / max(m - 1, 1)
""",
        (r"m ?[-−] ?1", "number of examples", "factor", "one (too )?(few|less|fewer)", "divide"),
    ),
    Wrong(
        "cross-entropy-text",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    return f"{-np.log(p).mean():.4f}"
""",
        ("string", r"\bstr\b", "text", "a number"),
    ),
    Wrong(
        "cross-entropy-prints",
        "cross_entropy",
        r"""
def cross_entropy(A2, Y):
    p = np.maximum(A2[Y, np.arange(Y.size)], 1e-12)
    print("loss:", -np.log(p).mean())
""",
        NO_RETURN,
    ),
]
BACKWARD: list[Wrong] = [
    Wrong(
        "backward-scalar-db",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    one_hot_Y = one_hot(Y)
    dZ2 = A2 - one_hot_Y
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2)
    dZ1 = W2.T.dot(dZ2) * relu_deriv(Z1)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1)
    return dW1, db1, dW2, db2
""",
        DB_SCALAR,
    ),
    Wrong(
        "backward-scalar-db1",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum() / m
    return dW1, db1, dW2, db2
""",
        DB_SCALAR,
    ),
    Wrong(
        "backward-scalar-db2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        DB_SCALAR,
    ),
    Wrong(
        "backward-db-mean-of-everything",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.mean(dZ2)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.mean(dZ1)
    return dW1, db1, dW2, db2
""",
        (*DB_SCALAR, "mean|average"),
    ),
    Wrong(
        "backward-db-no-keepdims",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1) / m
    return dW1, db1, dW2, db2
""",
        DB_FLAT,
    ),
    Wrong(
        "backward-db-as-row",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1).reshape(1, -1) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1).reshape(1, -1) / m
    return dW1, db1, dW2, db2
""",
        (*DB_FLAT, "transpos"),
    ),
    Wrong(
        "backward-db-summed-over-axis-zero",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (
            "axis",
            "over the (units|rows|classes)",
            "over (the )?examples",
            "wrong (way|direction)",
            "each (unit|class)",
            "column",
            "shape",
        ),
    ),
    Wrong(
        "backward-db-per-example",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2 / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1 / m
    return dW1, db1, dW2, db2
""",
        ("not summed|summed|sum over", "over (the )?examples", "axis", "shape", r"\(.*, ?1\)", "column"),
    ),
    Wrong(
        "backward-w2-not-transposed",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2 @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("transpos", r"W2\.T", "mismatch", "align", "shape", "dimension"),
    ),
    Wrong(
        "backward-dw2-used-for-w2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = dW2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("dW2.*W2", "the weights", r"W2\.T", "W2 itself", "instead of W2", "gradient.*(instead|in place|where)"),
    ),
    Wrong(
        "backward-dw2-from-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A2.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (r"\bdW2\b.*(A[12]|shape)", r"\bA1\b", "hidden (layer|activations?)", "input of the (second|output) layer"),
    ),
    Wrong(
        "backward-dw2-from-x",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = X.shape[1]
    dZ2 = A2 - one_hot(Y)
    dW2 = (1 / m) * np.dot(dZ2, X.T)
    db2 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.dot(W2.T, dZ2) * relu_deriv(Z1)
    dW1 = (1 / m) * np.dot(dZ1, X.T)
    db1 = (1 / m) * np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        (r"\bdW2\b.*(A1|X|shape)", r"\bA1\b", "hidden (layer|activations?)", "input of the (second|output) layer"),
    ),
    Wrong(
        "backward-dw2-from-z1",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = X.shape[1]
    dZ2 = A2 - one_hot(Y)
    dW2 = (1 / m) * np.dot(dZ2, Z1.T)
    db2 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.dot(W2.T, dZ2) * relu_deriv(Z1)
    dW1 = (1 / m) * np.dot(dZ1, X.T)
    db1 = (1 / m) * np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        (r"\bZ1\b", r"\bA1\b", "after (the )?relu|before (the )?relu", r"\bdW2\b"),
    ),
    Wrong(
        "backward-dw1-from-a1",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ A1.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (r"\bX\b", r"\bdW1\b", "input of the (first|hidden) layer", r"\bA1\b"),
    ),
    Wrong(
        "backward-dw2-transposed",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = A1 @ dZ2.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        TRANSPOSED,
    ),
    Wrong(
        "backward-dw1-transposed",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = X @ dZ1.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        TRANSPOSED,
    ),
    Wrong(
        "backward-matmul-with-derivative",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2.dot(A1.T) / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T.dot(dZ2).dot(relu_deriv(Z1))
    dW1 = dZ1.dot(X.T) / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("elementwise|element by element", "mismatch", "align", "shape", "dimension", r"\*"),
    ),
    Wrong(
        "backward-matmul-with-derivative-transposed",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2.dot(A1.T) / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = W2.T @ dZ2
    dZ1 = dA1 @ relu_deriv(Z1).T @ relu_deriv(Z1)
    dW1 = dZ1.dot(X.T) / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("elementwise|element by element", "matrix (product|multipl)", r"\*", "dZ1", "dW1", "relu_deriv|derivative"),
    ),
    Wrong(
        "backward-star-for-matmul",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 * A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T * dZ2 * relu_deriv(Z1)
    dW1 = dZ1 * X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("elementwise|element by element", "matrix (product|multipl)", "@", "broadcast", "shape"),
    ),
    Wrong(
        "backward-divided-by-m-twice",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = (A2 - one_hot(Y)) / m
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        M_TWICE,
    ),
    Wrong(
        "backward-first-layer-divided-by-m-twice",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1) / m
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        M_TWICE,
    ),
    Wrong(
        "backward-db-divided-by-m-twice",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.mean(dZ2, axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.mean(dZ1, axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        M_TWICE,
    ),
    Wrong(
        "backward-no-one-over-m",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2.dot(A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * relu_deriv(Z1)
    dW1 = dZ1.dot(X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        NO_M,
    ),
    Wrong(
        "backward-no-one-over-m-on-biases",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = 1/m * dZ2.dot(A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * relu_deriv(Z1)
    dW1 = 1/m * dZ1.dot(X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        NO_M,
    ),
    Wrong(
        "backward-no-one-over-m-on-weights",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T
    db2 = dZ2.mean(axis=1, keepdims=True)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.mean(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        NO_M,
    ),
    Wrong(
        "backward-no-one-over-m-on-dw1",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*NO_M, r"\bdW1\b"),
    ),
    Wrong(
        "backward-m-is-number-of-pixels",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = X.shape[0]
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        WRONG_M,
    ),
    Wrong(
        "backward-m-is-len-of-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = len(A2)
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        WRONG_M,
    ),
    Wrong(
        "backward-m-is-a-constant-of-the-file",
        "backward_prop",
        r"""
m_train = 41000


def backward_prop(Z1, A1, A2, W2, X, Y):
    dZ2 = A2 - one_hot(Y)
    dW2 = 1 / m_train * dZ2.dot(A1.T)
    db2 = 1 / m_train * dZ2.sum(axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * relu_deriv(Z1)
    dW1 = 1 / m_train * dZ1.dot(X.T)
    db1 = 1 / m_train * dZ1.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
""",
        (*WRONG_M, "fixed|constant|hard.?coded|global", "41000|41,000"),
    ),
    Wrong(
        "backward-m-is-number-of-weights",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = A2.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        WRONG_M,
    ),
    Wrong(
        "backward-y-minus-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = one_hot(Y) - A2
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        MINUS,
    ),
    Wrong(
        "backward-first-layer-negated",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = -(W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        MINUS,
    ),
    Wrong(
        "backward-times-a2-one-minus-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = (A2 - one_hot(Y)) * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (
            "sigmoid",
            r"1 ?[-−] ?A2",
            "squared error",
            "already",
            "extra factor",
            "derivative of (the )?softmax",
            "A2 ?[-−]",
        ),
    ),
    Wrong(
        "backward-mask-by-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(A2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (r"\bZ1\b", r"\bA2\b", "broadcast", "shape"),
    ),
    Wrong(
        "backward-derivative-omitted",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        DERIVATIVE,
    ),
    Wrong(
        "backward-derivative-inverted",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2
    dZ1[Z1 > 0] = 0
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, "invert", "other way", "opposite", "revers"),
    ),
    Wrong(
        "backward-derivative-of-upstream",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * relu_deriv(dA1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (r"\bZ1\b", "upstream|incoming", *DERIVATIVE),
    ),
    Wrong(
        "backward-relu-for-its-derivative",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * relu(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, "relu itself", r"\bA1\b"),
    ),
    Wrong(
        "backward-times-z1",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * Z1
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, r"\bZ1\b"),
    ),
    Wrong(
        "backward-relu-of-the-gradient",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = relu(W2.T @ dZ2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, r"\bZ1\b", "upstream|incoming|gradient"),
    ),
    Wrong(
        "backward-sigmoid-derivative",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * A1 * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, "sigmoid"),
    ),
    Wrong(
        "backward-tanh-derivative",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = X.shape[1]
    dZ2 = A2 - one_hot(Y)
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.multiply(np.dot(W2.T, dZ2), 1 - np.power(A1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, "tanh"),
    ),
    Wrong(
        "backward-mask-on-weights-not-bias",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dA1 = W2.T @ dZ2
    dW1 = (dA1 * relu_deriv(Z1)) @ X.T / m
    db1 = dA1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (*DERIVATIVE, r"\bdb1\b"),
    ),
    Wrong(
        "backward-factor-two",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = 2 * (A2 - one_hot(Y))
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("twice|double", r"factor (of )?2", "squared error", r"2 times|2 ?×|times 2", "two times|too large"),
    ),
    Wrong(
        "backward-raw-labels",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("one.?hot", "labels?"),
    ),
    Wrong(
        "backward-one-hot-not-subtracted",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("one.?hot", "labels?", "subtract", r"\bY\b", "A2 ?[-−]"),
    ),
    Wrong(
        "backward-error-against-own-prediction",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = one_hot(get_predictions(A2)) - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("predict", "A2 ?[-−]", "probabilit", "argmax", "perceptron", "dZ2|output error"),
    ),
    Wrong(
        "backward-only-true-class-row",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    H = one_hot(Y)
    dZ2 = H * (A2 - 1)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (
            "true class|right class|correct class",
            "other classes|wrong classes",
            "A2 ?[-−]",
            "dZ2|output error",
            "every class|all (the )?classes",
        ),
    ),
    Wrong(
        "backward-order-weights-then-biases",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, dW2, db1, db2
""",
        ORDER,
    ),
    Wrong(
        "backward-order-second-layer-first",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW2, db2, dW1, db1
""",
        ORDER,
    ),
    Wrong(
        "backward-subtracts-from-the-callers-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2
    dZ2[Y, np.arange(m)] -= 1
    dZ2 /= m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dW2, db2
""",
        MODIFIED,
    ),
    Wrong(
        "backward-minus-one-from-whole-rows",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2.copy()
    dZ2[Y] -= 1
    dZ2 = dZ2 / m
    dW2 = dZ2 @ A1.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    return dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True), dW2, db2
""",
        (
            "whole rows?|every column|entire rows?|full rows?",
            "one.?hot",
            r"\[Y",
            "dZ2|output error",
            "true class|right class|correct class",
            "labels?",
        ),
    ),
    Wrong(
        "backward-only-last-example",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    H = one_hot(Y)
    for i in range(m):
        dZ2 = (A2[:, i] - H[:, i]).reshape(-1, 1)
        dW2 = dZ2 @ A1[:, i].reshape(1, -1) / m
        db2 = dZ2 / m
        dZ1 = W2.T @ dZ2 * relu_deriv(Z1[:, i].reshape(-1, 1))
        dW1 = dZ1 @ X[:, i].reshape(1, -1) / m
        db1 = dZ1 / m
    return dW1, db1, dW2, db2
""",
        (
            "last (example|column)",
            r"accumulat|add(ed)? up|\+=|summ",
            "only one",
            "every example|all (the )?examples|each example",
            "over (the )?examples",
        ),
    ),
    Wrong(
        "backward-l2-term",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    lam = 0.1
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m + lam * W2
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("regulari[sz]", "decay", r"\bL2\b", "penalt", r"\bdW2\b"),
    ),
    Wrong(
        "backward-alpha-included",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    alpha = 0.1
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = alpha * dZ2 @ A1.T / m
    db2 = alpha * dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = alpha * dZ1 @ X.T / m
    db1 = alpha * dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("alpha", "learning rate", "factor", "0?\\.1|ten times|10 times", "too small"),
    ),
    Wrong(
        "backward-clipped-gradients",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return [np.clip(g, -0.05, 0.05) for g in (dW1, db1, dW2, db2)]
""",
        ("clip", "cut", "limit", "cap", "bound", "large(st)?"),
    ),
    Wrong(
        "backward-integer-division",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T // m
    db2 = dZ2.sum(axis=1, keepdims=True) // m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T // m
    db1 = dZ1.sum(axis=1, keepdims=True) // m
    return dW1, db1, dW2, db2
""",
        ("//", "floor", "integer division", "whole number", "round"),
    ),
    Wrong(
        "backward-da1-from-a2",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ A2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        (r"\bdZ2\b", r"\bA2\b", "error of the output|output error", r"\bdW1\b.*\bdb1\b", "first layer"),
    ),
    Wrong(
        "backward-wrong-precedence-of-mask",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * Z1 > 0
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("bracket|parenthes", "precedence", "compar", "true|bool", *DERIVATIVE, r"\bdZ1\b"),
    ),
    Wrong(
        "backward-one-hot-of-examples",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y).T
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
""",
        ("transpos", "broadcast", "one.?hot", "shape"),
    ),
    Wrong(
        "backward-two-outputs",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    dZ1 = W2.T @ dZ2 * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    return dW1, dW2
""",
        ("four", "two", "bias", r"\bdb[12]\b"),
    ),
    Wrong(
        "backward-second-layer-only",
        "backward_prop",
        r"""
def backward_prop(Z1, A1, A2, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dW1 = np.zeros((W2.shape[1], X.shape[0]))
    db1 = np.zeros((W2.shape[1], 1))
    return dW1, db1, dW2, db2
""",
        ("zero", "first layer", r"\bdW1\b"),
    ),
]

UPDATE: list[Wrong] = [
    Wrong(
        "update-plus",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 + alpha * dW1
    b1 = b1 + alpha * db1
    W2 = W2 + alpha * dW2
    b2 = b2 + alpha * db2
    return W1, b1, W2, b2
""",
        UPHILL,
    ),
    Wrong(
        "update-plus-in-place",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 += alpha * dW1
    b1 += alpha * db1
    W2 += alpha * dW2
    b2 += alpha * db2
    return W1, b1, W2, b2
""",
        UPHILL,
    ),
    Wrong(
        "update-plus-on-biases-only",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return W1 - alpha * dW1, b1 + alpha * db1, W2 - alpha * dW2, b2 + alpha * db2
""",
        (*UPHILL, "bias", r"\bb[12]\b"),
    ),
    Wrong(
        "update-not-assigned",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 - alpha * dW1
    b1 - alpha * db1
    W2 - alpha * dW2
    b2 - alpha * db2
    return W1, b1, W2, b2
""",
        (
            "unchanged",
            "not (changed|updated|moved|assigned|stored)",
            "assign",
            "as (it|they) (is|are|was|were|came)",
            "thrown away",
            "did not move",
        ),
    ),
    Wrong(
        "update-assigned-to-other-names",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1_new = W1 - alpha * dW1
    b1_new = b1 - alpha * db1
    W2_new = W2 - alpha * dW2
    b2_new = b2 - alpha * db2
    return W1, b1, W2, b2
""",
        (
            "unchanged",
            "not (changed|updated|moved|assigned|stored)",
            "assign",
            "as (it|they) (is|are|was|were|came)",
            "thrown away",
            "did not move",
        ),
    ),
    Wrong(
        "update-equals-minus-typo",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 =- alpha * dW1
    b1 =- alpha * db1
    W2 =- alpha * dW2
    b2 =- alpha * db2
    return W1, b1, W2, b2
""",
        (
            "=-|-=|−=",
            "only the step",
            "replac",
            "old (value|parameter|weight)",
            "subtract",
            "forgot|lost|missing|without",
        ),
    ),
    Wrong(
        "update-alpha-on-weights-only",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - db1
    W2 = W2 - alpha * dW2
    b2 = b2 - db2
    return W1, b1, W2, b2
""",
        ("alpha", "learning rate", "bias", r"\bb[12]\b"),
    ),
    Wrong(
        "update-alpha-ignored",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return W1 - dW1, b1 - db1, W2 - dW2, b2 - db2
""",
        ("alpha", "learning rate"),
    ),
    Wrong(
        "update-alpha-hard-coded",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    alpha = 0.1
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2
""",
        ("alpha", "learning rate", "0?\\.1\\b", "fixed|hard.?coded"),
    ),
    Wrong(
        "update-order-weights-first",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    W2 = W2 - alpha * dW2
    b1 = b1 - alpha * db1
    b2 = b2 - alpha * db2
    return W1, W2, b1, b2
""",
        ORDER,
    ),
    Wrong(
        "update-biases-left-out",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    W2 = W2 - alpha * dW2
    return W1, b1, W2, b2
""",
        ("bias", r"\bb[12]\b"),
    ),
    Wrong(
        "update-only-second-layer",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2
""",
        (r"\bW1\b", "first layer", r"\bb1\b"),
    ),
    Wrong(
        "update-b2-forgotten",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    return W1, b1, W2, b2
""",
        (r"\bb2\b",),
    ),
    Wrong(
        "update-divided-by-alpha",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return W1 - dW1 / alpha, b1 - db1 / alpha, W2 - dW2 / alpha, b2 - db2 / alpha
""",
        ("divi", "multipl", "alpha", "learning rate"),
    ),
    Wrong(
        "update-alpha-squared",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    dW1, db1, dW2, db2 = alpha * dW1, alpha * db1, alpha * dW2, alpha * db2
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2
""",
        ("twice|two times|squared|²", "alpha", "learning rate", "factor"),
    ),
    Wrong(
        "update-multiplicative",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 *= 1 - alpha * dW1
    b1 *= 1 - alpha * db1
    W2 *= 1 - alpha * dW2
    b2 *= 1 - alpha * db2
    return W1, b1, W2, b2
""",
        ("multipl", "subtract"),
    ),
    Wrong(
        "update-returns-steps",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return alpha * dW1, alpha * db1, alpha * dW2, alpha * db2
""",
        ("only the step", "subtract", "old (value|parameter|weight)", "step itself", "without|missing", "gradient"),
    ),
    Wrong(
        "update-modifies-gradients",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    dW1 *= alpha
    db1 *= alpha
    dW2 *= alpha
    db2 *= alpha
    return W1 - dW1, b1 - db1, W2 - dW2, b2 - db2
""",
        MODIFIED,
    ),
    Wrong(
        "update-bias-by-mean",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * np.mean(db1)
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * np.mean(db2)
    return W1, b1, W2, b2
""",
        ("mean|average", "bias", r"\bb[12]\b", "each|same"),
    ),
    Wrong(
        "update-gradient-of-other-layer",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db2
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db1
    return W1, b1, W2, b2
""",
        (r"\bb[12]\b", r"\bdb[12]\b", "broadcast", "shape", "other layer|swap"),
    ),
    Wrong(
        "update-weight-decay",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    decay = 0.01
    W1 = W1 - alpha * (dW1 + decay * W1)
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * (dW2 + decay * W2)
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2
""",
        ("decay", "regulari[sz]", "shrink", "shrunk", r"\bW[12]\b"),
    ),
    Wrong(
        "update-sign-of-gradient",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    return [P - alpha * np.sign(G) for P, G in zip((W1, b1, W2, b2), (dW1, db1, dW2, db2))]
""",
        ("sign", "size", "magnitude", "same step", "constant"),
    ),
    Wrong(
        "update-normalized-gradient",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    out = []
    for p, g in [(W1, dW1), (b1, db1), (W2, dW2), (b2, db2)]:
        out.append(p - alpha * g / np.linalg.norm(g))
    return tuple(out)
""",
        ("norm", "length", "size", "scal", "factor"),
    ),
    Wrong(
        "update-two-outputs",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
    return W1, W2
""",
        ("four", "two", "bias"),
    ),
    Wrong(
        "update-no-return",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 -= alpha * dW1
    b1 -= alpha * db1
    W2 -= alpha * dW2
    b2 -= alpha * db2
""",
        NO_RETURN,
    ),
    Wrong(
        "update-two-steps-at-once",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 -= alpha * dW1
    b1 -= alpha * db1
    W2 -= alpha * dW2
    b2 -= alpha * db2
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2
""",
        ("twice|two (times|steps)|double", r"factor (of )?2", "2 times|2 ?×|too (far|large|big)"),
    ),
    Wrong(
        "update-divides-by-rows",
        "update_params",
        r"""
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    m = W1.shape[1]
    W1 = W1 - alpha / m * dW1
    b1 = b1 - alpha / m * db1
    W2 = W2 - alpha / m * dW2
    b2 = b2 - alpha / m * db2
    return W1, b1, W2, b2
""",
        ("divi", r"\bm\b", "too small", "factor", "already"),
    ),
    Wrong(
        "update-momentum-global",
        "update_params",
        r"""
velocity = [0, 0, 0, 0]


def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    new = []
    for i, (p, g) in enumerate(zip((W1, b1, W2, b2), (dW1, db1, dW2, db2))):
        velocity[i] = 0.9 * np.resize(velocity[i], g.shape) + g
        new.append(p - alpha * velocity[i])
    return tuple(new)
""",
        ("second (call|time|step)", "momentum", "remember|earlier|previous|between calls", "global", "state"),
    ),
]

PREDICT: list[Wrong] = [
    Wrong(
        "predictions-axis-one", "get_predictions", "def get_predictions(A2):\n    return np.argmax(A2, axis=1)\n", AXIS
    ),
    Wrong(
        "predictions-no-axis",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmax(A2)\n",
        ("axis", "single|one number|scalar", "whole matrix", "each column|per column", "flat"),
    ),
    Wrong(
        "predictions-argmin",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmin(A2, axis=0)\n",
        ("argmin", "smallest|least|lowest|minimum", "argmax", "largest"),
    ),
    Wrong(
        "predictions-max-not-argmax",
        "get_predictions",
        "def get_predictions(A2):\n    return np.max(A2, axis=0)\n",
        (
            "argmax",
            "probability (itself|and not)|probabilities",
            "which class|the class|class number|classes|index",
            "integer|whole number",
        ),
    ),
    Wrong(
        "predictions-keepdims",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmax(A2, axis=0, keepdims=True)\n",
        ONE_D,
    ),
    Wrong(
        "predictions-one-hot",
        "get_predictions",
        "def get_predictions(A2):\n    return (A2 == A2.max(axis=0)).astype(int)\n",
        ("one.?hot", "argmax", "class number|the class", "index", "shape", *ONE_D),
    ),
    Wrong(
        "predictions-count-from-one",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmax(A2, axis=0) + 1\n",
        ("from (0|zero)", "one too (large|high|big|many)", r"\+ ?1", "off by one", "shift", "count"),
    ),
    Wrong(
        "predictions-threshold",
        "get_predictions",
        "def get_predictions(A2):\n    return (A2 > 0.5).astype(int)\n",
        ("0\\.5|half|threshold", "argmax", "largest", "class number|the class", "shape", "one.?hot"),
    ),
    Wrong(
        "predictions-last-class-left-out",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmax(A2[:-1], axis=0)\n",
        ("last (class|row)", "never|left out|missing|ignored|skipped"),
    ),
    Wrong(
        "predictions-first-class-left-out",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmax(A2[1:], axis=0)\n",
        (
            "first (class|row)",
            "class (0|zero)",
            "never|left out|missing|ignored|skipped",
            "one too (small|low|few)",
            "shift",
            "off by one",
        ),
    ),
    Wrong(
        "predictions-argsort-whole",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argsort(A2, axis=0)[::-1]\n",
        ("first row|only the (first|largest|best)", "argsort|sort|order|rank", "argmax", "shape", *ONE_D),
    ),
    Wrong(
        "predictions-second-best",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argsort(A2, axis=0)[-2]\n",
        ("second", "largest", "argmax", r"-2|\[-1\]"),
    ),
    Wrong(
        "predictions-rounded",
        "get_predictions",
        "def get_predictions(A2):\n    return np.round(A2).astype(int).argmax(axis=0)\n",
        ("round", "below (0\\.5|half|one half)", "largest", "class (0|zero)", "0\\.5|half"),
    ),
    Wrong(
        "predictions-first-example-only",
        "get_predictions",
        "def get_predictions(A2):\n    return np.argmax(A2[:, 0])\n",
        (
            "first (example|column)",
            "each column|every column|all (the )?(columns|examples)",
            "single|one number|scalar",
            "shape",
        ),
    ),
    Wrong(
        "predictions-random",
        "get_predictions",
        "def get_predictions(A2):\n    return np.random.randint(0, len(A2), A2.shape[1])\n",
        ("random", "argmax", "largest", "each call|differ"),
    ),
]

ACCURACY: list[Wrong] = [
    Wrong(
        "accuracy-per-cent",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.mean(predictions == Y) * 100\n",
        ("per ?cent", "100", "0 (to|and) 1", "between 0 and 1", r"\[0, ?1\]", "share|fraction"),
    ),
    Wrong(
        "accuracy-count",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.sum(predictions == Y)\n",
        ("count", "number (of|right)", "divi", "how many", "share|fraction", "mean|average", "0 (to|and) 1"),
    ),
    Wrong(
        "accuracy-error-rate",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.mean(predictions != Y)\n",
        (
            "error",
            "wrong (answers|ones|predictions)",
            "share.*wrong",
            r"1 ?[-−]",
            "one minus",
            "!=",
            "opposite|inverted|revers",
        ),
    ),
    Wrong(
        "accuracy-column-against-row",
        "get_accuracy",
        r"""
def get_accuracy(predictions, Y):
    predictions = predictions.reshape(-1, 1)
    return np.mean(predictions == Y)
""",
        (
            "broadcast",
            "all pairs|every pair|each (prediction|example).*(every|all|each)",
            r"m ?[×x*] ?m",
            r"\(m, ?1\)",
            "column",
            "reshape",
        ),
    ),
    Wrong(
        "accuracy-column-against-row-counted",
        "get_accuracy",
        r"""
def get_accuracy(predictions, Y):
    correct = np.sum(predictions[:, np.newaxis] == Y)
    return correct / Y.size
""",
        (
            "broadcast",
            "all pairs|every pair|each (prediction|example).*(every|all|each)",
            r"m ?[×x*] ?m",
            r"\(m, ?1\)",
            "column",
            "newaxis",
            "above 1|more than 1|larger than 1|between 0 and 1|0 (to|and) 1",
        ),
    ),
    Wrong(
        "accuracy-floor-division",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.sum(predictions == Y) // Y.size\n",
        ("//", "floor", "integer division", "whole number", "round", "0 (or|unless)"),
    ),
    Wrong(
        "accuracy-all-equal",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.all(predictions == Y)\n",
        ("all\\b", "true|false|bool", "share|fraction", "mean|average", "yes or no"),
    ),
    Wrong(
        "accuracy-divided-by-ten",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.sum(predictions == Y) / 10\n",
        ("10|ten", "number of examples", "divi", "fixed|hard.?coded", "length|size", "factor"),
    ),
    Wrong(
        "accuracy-divided-by-largest-label",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.sum(predictions == Y) / (Y.max() + 1)\n",
        ("number of examples", "divi", "max|largest", "classes", "length|size", "factor"),
    ),
    Wrong(
        "accuracy-mask",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return predictions == Y\n",
        (
            "mean|average|share|fraction",
            "one number|single number|a number|scalar|float",
            "true|false|bool",
            "an array",
        ),
    ),
    Wrong(
        "accuracy-text",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return str(np.mean(predictions == Y) * 100) + '%'\n",
        ("string", r"\bstr\b", "text", "a number"),
    ),
    Wrong(
        "accuracy-within-one",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.mean(np.abs(predictions - Y) <= 1)\n",
        ("within", "equal", "near|close", "exact", "neighbour"),
    ),
    Wrong(
        "accuracy-ratio-of-sums",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return np.sum(predictions) / np.sum(Y)\n",
        ("==", "compar", "equal", "sum of the (labels|predictions)", "add", "count"),
    ),
    Wrong(
        "accuracy-one-short",
        "get_accuracy",
        r"""
def get_accuracy(predictions, Y):
    right = 0
    for i in range(len(Y) - 1):
        if predictions[i] == Y[i]:
            right += 1
    return right / len(Y)
""",
        ("last (example|one|prediction)", "one (example )?(too few|short|missing)", ONE_FEWER, "range"),
    ),
    Wrong(
        "accuracy-printed-only",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    print(np.sum(predictions == Y) / Y.size)\n",
        NO_RETURN,
    ),
    Wrong(
        "accuracy-rounded",
        "get_accuracy",
        "def get_accuracy(predictions, Y):\n    return round(np.mean(predictions == Y), 1)\n",
        ("round", "decimal", "precis", "exact"),
    ),
]

MAKE: list[Wrong] = [
    Wrong(
        "make-predictions-returns-probabilities",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
    return A2
""",
        ("probabilit", "argmax", "get_predictions", "class", r"\bA2\b"),
    ),
    Wrong(
        "make-predictions-of-a1",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, A, _, _ = forward_prop(W1, b1, W2, b2, X)
    return get_predictions(A)
""",
        (r"\bA1\b", r"\bA2\b", "hidden", "output layer", "fourth|last"),
    ),
    Wrong(
        "make-predictions-wrong-argument-order",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(X, W1, b1, W2, b2)
    return get_predictions(A2)
""",
        ("order", "argument", "mismatch", "align", "shape"),
    ),
    Wrong(
        "make-predictions-biases-swapped-in-call",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, W2, b1, b2, X)
    return get_predictions(A2)
""",
        ("order", "argument", "mismatch", "align", "shape", "broadcast"),
    ),
    Wrong(
        "make-predictions-axis-one",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    A2 = forward_prop(W1, b1, W2, b2, X)[3]
    return np.argmax(A2, axis=1)
""",
        AXIS,
    ),
    Wrong(
        "make-predictions-no-axis",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    A2 = forward_prop(W1, b1, W2, b2, X)[3]
    return A2.argmax()
""",
        ("axis", "single|one number|scalar", "whole matrix", "each (column|example)|per column", "flat"),
    ),
    Wrong(
        "make-predictions-no-biases",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    A1 = relu(W1 @ X)
    A2 = softmax(W2 @ A1)
    return get_predictions(A2)
""",
        ("bias", r"\bb[12]\b"),
    ),
    Wrong(
        "make-predictions-no-relu",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    Z1 = W1 @ X + b1
    Z2 = W2 @ Z1 + b2
    return np.argmax(Z2, axis=0)
""",
        ("relu", "activation", "linear", "hidden", r"\bA1\b"),
    ),
    Wrong(
        "make-predictions-x-transposed",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X.T)
    return get_predictions(A2)
""",
        ("transpos", r"\.T\b", "mismatch", "align", "shape"),
    ),
    Wrong(
        "make-predictions-fresh-weights",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    W1, b1, W2, b2 = init_params(X.shape[0], W1.shape[0], W2.shape[0], np.random.default_rng(0))
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X)
    return get_predictions(A2)
""",
        (
            "init_params|fresh|new (weights|parameters)",
            "given",
            "ignor",
            "(own|other) (weights|parameters)",
            "passed|arguments?",
            "parameters",
        ),
    ),
    Wrong(
        "make-predictions-as-row",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X)
    return get_predictions(A2).reshape(1, -1)
""",
        ONE_D,
    ),
    Wrong(
        "make-predictions-globals",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X_dev)
    return get_predictions(A2)
""",
        ("X_dev", "not defined", "NameError", "global", "argument"),
    ),
    Wrong(
        "make-predictions-forward-all",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    predictions = get_predictions(forward_prop(W1, b1, W2, b2, X))
    return predictions
""",
        ("tuple", r"\bA2\b", "four", "unpack", "last|fourth", "inhomogeneous"),
    ),
    Wrong(
        "make-predictions-without-last-example",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    answers = []
    for i in range(X.shape[1] - 1):
        A2 = forward_prop(W1, b1, W2, b2, X[:, i:i + 1])[3]
        answers.append(int(A2.argmax()))
    return np.array(answers)
""",
        ("last (example|one|column)", ONE_FEWER, "shape", "range"),
    ),
    Wrong(
        "make-predictions-forgot-return",
        "make_predictions",
        r"""
def make_predictions(X, W1, b1, W2, b2):
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X)
    predictions = get_predictions(A2)
""",
        NO_RETURN,
    ),
]
DESCENT: list[Wrong] = [
    Wrong(
        "descent-starts-anew-each-step",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    history = []
    for i in range(iterations):
        W1, b1, W2, b2 = params
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        (
            "anew|again from|from the (start|beginning)|starting (point|parameters|values)",
            "each (step|iteration)|every (step|iteration)",
            "one step|single step",
            "only once",
        ),
    ),
    Wrong(
        "descent-one-step-short",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations - 1):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        (
            "one (step|iteration) (too few|short|fewer|less|missing)",
            "too few",
            r"iterations ?[-−] ?1",
            "number of (steps|iterations)",
            "range",
        ),
    ),
    Wrong(
        "descent-range-from-one",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(1, iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        (
            "one (step|iteration) (too few|short|fewer|less|missing)",
            "too few",
            r"iterations ?[-−] ?1",
            "number of (steps|iterations)",
            "range",
        ),
    ),
    Wrong(
        "descent-one-step-too-many",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations + 1):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        (
            "one (step|iteration) too many",
            "too many",
            "extra (step|iteration)",
            r"iterations ?\+ ?1",
            "number of (steps|iterations)",
            "range",
        ),
    ),
    Wrong(
        "descent-gradient-computed-once",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
    grads = backward_prop(Z1, A1, A2, W2, X, Y)
    for i in range(iterations):
        if i % report_every == 0:
            A = forward_prop(W1, b1, W2, b2, X)[3]
            history.append((i, cross_entropy(A, Y), get_accuracy(get_predictions(A), Y)))
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
    return (W1, b1, W2, b2), history
""",
        ("once", "same gradient", "first gradient", "(each|every) (step|iteration)", "inside the loop", "anew"),
    ),
    Wrong(
        "descent-forward-outside-the-loop",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
    for i in range(iterations):
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        ("once", "forward", "(each|every) (step|iteration)", "inside the loop", "anew", "old activations"),
    ),
    Wrong(
        "descent-history-iterations-off-by-one",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if (i + 1) % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        ("off by one", "history", "report_every", "multiples?", "iteration numbers?"),
    ),
    Wrong(
        "descent-trains-on-first-five",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    X, Y = X[:, :5], Y[:5]
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        grads = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
    return (W1, b1, W2, b2), history
""",
        ("all (the )?(examples|data|digits)", "part|some|subset|first|fewer", "whole", "full.?batch", "every example"),
    ),
    Wrong(
        "descent-leaves-out-last-example",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    X, Y = X[:, 0:-1], Y[0:-1]
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        grads = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
    return (W1, b1, W2, b2), history
""",
        (
            "last example",
            "all (the )?(examples|data|digits)",
            "part|some|subset|fewer",
            "whole",
            "full.?batch",
            "every example",
        ),
    ),
    Wrong(
        "descent-stochastic-one-example",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        j = i % X.shape[1]
        x, y = X[:, [j]], Y[[j]]
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, x)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *backward_prop(Z1, A1, A2, W2, x, y), alpha)
        if i % report_every == 0:
            A = forward_prop(W1, b1, W2, b2, X)[3]
            history.append((i, cross_entropy(A, Y), get_accuracy(get_predictions(A), Y)))
    return (W1, b1, W2, b2), history
""",
        (
            "all (the )?(examples|data|digits)",
            "one example|single example|part|some|subset",
            "whole",
            "full.?batch",
            "every example",
            "stochastic",
            "batch",
        ),
    ),
    Wrong(
        "descent-random-mini-batch",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        pick = np.random.choice(X.shape[1], max(1, X.shape[1] // 2), replace=False)
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X[:, pick])
        grads = backward_prop(Z1, A1, A2, W2, X[:, pick], Y[pick])
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
        if i % report_every == 0:
            A = forward_prop(W1, b1, W2, b2, X)[3]
            history.append((i, cross_entropy(A, Y), get_accuracy(get_predictions(A), Y)))
    return (W1, b1, W2, b2), history
""",
        (
            "all (the )?(examples|data|digits)",
            "random",
            "whole",
            "full.?batch",
            "mini.?batch",
            "every example",
            "part|some|subset",
        ),
    ),
    Wrong(
        "descent-alpha-hard-coded",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, 0.10)
    return (W1, b1, W2, b2), history
""",
        ("alpha", "learning rate", "0?\\.1\\b", "fixed|hard.?coded"),
    ),
    Wrong(
        "descent-alpha-decays",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        alpha *= 0.95
    return (W1, b1, W2, b2), history
""",
        ("alpha", "learning rate", "decay|shrink", "constant|same|fixed"),
    ),
    Wrong(
        "descent-update-not-assigned",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        UNTRAINED,
    ),
    Wrong(
        "descent-returns-the-start",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return params, history
""",
        UNTRAINED,
    ),
    Wrong(
        "descent-no-update-at-all",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        if i % report_every == 0:
            print(i, cross_entropy(A2, Y))
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
    return (W1, b1, W2, b2), history
""",
        UNTRAINED,
    ),
    Wrong(
        "descent-uphill",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1 = W1 + alpha * dW1
        b1 = b1 + alpha * db1
        W2 = W2 + alpha * dW2
        b2 = b2 + alpha * db2
    return (W1, b1, W2, b2), history
""",
        UPHILL,
    ),
    Wrong(
        "descent-uphill-by-minus-alpha",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*params, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        grads = backward_prop(Z1, A1, A2, params[2], X, Y)
        params = update_params(*params, *grads, -alpha)
    return params, history
""",
        UPHILL,
    ),
    Wrong(
        "descent-first-layer-frozen",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        _, _, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        (r"\bW1\b", "first layer", "hidden layer", r"\bb1\b"),
    ),
    Wrong(
        "descent-report-every-ignored",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % 10 == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("report_every", "history", "10|ten"),
    ),
    Wrong(
        "descent-history-each-iteration",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        loss = cross_entropy(A2, Y)
        acc = get_accuracy(get_predictions(A2), Y)
        history.append((i, loss, acc))
        if i % report_every == 0:
            print(i, loss, acc)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("report_every", "history", "every (step|iteration)", "too many"),
    ),
    Wrong(
        "descent-history-stays-empty",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            print(f"{i}: {get_accuracy(get_predictions(A2), Y):.3f}")
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("empty", "history", "append", "no entr"),
    ),
    Wrong(
        "descent-history-losses-only",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    losses = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            losses.append(cross_entropy(A2, Y))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), losses
""",
        ("three", "iteration, ?loss, ?accuracy", "entr(y|ies)", "history", "accuracy", "tuple"),
    ),
    Wrong(
        "descent-history-without-accuracy",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("accuracy", "three", "entr(y|ies)", "history"),
    ),
    Wrong(
        "descent-history-accuracy-before-loss",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, get_accuracy(get_predictions(A2), Y), cross_entropy(A2, Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("order", "swap|exchang", "iteration, ?loss, ?accuracy", "loss.*accuracy|accuracy.*loss", "history"),
    ),
    Wrong(
        "descent-history-of-the-start",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    A2 = forward_prop(W1, b1, W2, b2, X)[3]
    loss, accuracy = cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, loss, accuracy))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("history", "loss", "same (value|number|loss)", "never changes|constant|not change", "start"),
    ),
    Wrong(
        "descent-history-last-entry-only",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history = []
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("history", "last|only one|single", "before the loop", "entr(y|ies)"),
    ),
    Wrong(
        "descent-history-shared-between-calls",
        "gradient_descent",
        r"""
history = []


def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        (
            "second (call|time|run)",
            "earlier|previous|first (call|run)",
            "between calls",
            "global",
            "new list|fresh|start.*empty",
            "history",
            "too many",
        ),
    ),
    Wrong(
        "descent-history-default-argument",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10, history=[]):
    W1, b1, W2, b2 = params
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        (
            "second (call|time|run)",
            "earlier|previous|first (call|run)",
            "between calls",
            "default",
            "new list|fresh|start.*empty",
            "history",
            "too many",
        ),
    ),
    Wrong(
        "descent-stops-early",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    best = float('inf')
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        loss = cross_entropy(A2, Y)
        if best - loss < 0.02:
            break
        best = loss
        if i % report_every == 0:
            history.append((i, loss, get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("early", "stop", "too few", "number of (steps|iterations)", "all (the )?iterations", "break", "fewer"),
    ),
    Wrong(
        "descent-own-start",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    n_hidden, n_inputs = params[0].shape
    W1, b1, W2, b2 = init_params(n_inputs, n_hidden, params[2].shape[0], np.random.default_rng())
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("params", "init_params", "given", "start(ing)?", "own", "ignor", "random"),
    ),
    Wrong(
        "descent-only-params",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % report_every == 0:
            print("Iteration: ", i)
            print(get_accuracy(get_predictions(A2), Y))
    return W1, b1, W2, b2
""",
        ("history", "two", "pair", "params, ?history"),
    ),
    Wrong(
        "descent-history-first",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return history, (W1, b1, W2, b2)
""",
        (*ORDER, "history"),
    ),
    Wrong(
        "descent-five-outputs",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return W1, b1, W2, b2, history
""",
        ("five|5", "two|pair", "params, ?history", "tuple", "together"),
    ),
    Wrong(
        "descent-iterations-hard-coded",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(500):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("iterations", "500", "too many", "fixed|hard.?coded", "number of steps"),
    ),
    Wrong(
        "descent-update-indented-into-report",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
            W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        (
            "indent",
            "only (when|where|each|every|at).*report",
            "every (step|iteration)",
            "each (step|iteration)",
            "report_every",
            "too few",
            "number of (steps|iterations)",
        ),
    ),
    Wrong(
        "descent-return-inside-the-loop",
        "gradient_descent",
        r"""
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
        (
            "return.*(loop|indent)",
            "one step|single step",
            "after (the )?first",
            "only once",
            "too few",
            "number of (steps|iterations)",
        ),
    ),
    Wrong(
        "descent-two-updates-a-step",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        grads = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
    return (W1, b1, W2, b2), history
""",
        ("twice|two (times|steps|updates)|double", "too many", "too (far|large|big)", "factor (of )?2|2 times"),
    ),
    Wrong(
        "descent-gradients-unpacked-in-other-order",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW2, db2, dW1, db1 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("order", "swap|exchang", "unpack", "broadcast", "shape"),
    ),
    Wrong(
        "descent-history-accuracy-in-per-cent",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), 100 * get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("per ?cent", "100", "accuracy", "history"),
    ),
    Wrong(
        "descent-momentum",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    params = list(params)
    v = [np.zeros_like(p) for p in params]
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(*params, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        grads = backward_prop(Z1, A1, A2, params[2], X, Y)
        for k in range(4):
            v[k] = 0.9 * v[k] + grads[k]
            params[k] = params[k] - alpha * v[k]
    return tuple(params), history
""",
        (
            "momentum",
            "plain",
            "more than the gradient",
            "too (far|large|big)",
            "velocity",
            "other (rule|method|step)",
            "parameters",
        ),
    ),
    Wrong(
        "descent-shuffles-the-callers-data",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    order = np.random.permutation(Y.size)
    X[:] = X[:, order]
    Y[:] = Y[order]
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
        MODIFIED,
    ),
    Wrong(
        "descent-labels-as-text-entries",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            line = f"{i}: loss {cross_entropy(A2, Y):.3f}, accuracy {get_accuracy(get_predictions(A2), Y):.3f}"
            history.append(line)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("string", r"\bstr\b", "text", "three", "iteration, ?loss, ?accuracy", "history"),
    ),
    Wrong(
        "descent-backward-gets-the-new-w2",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % report_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        _, _, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W2 = W2 - alpha * dW2
        b2 = b2 - alpha * db2
        dW1, db1, _, _ = backward_prop(Z1, A1, A2, W2, X, Y)
        W1 = W1 - alpha * dW1
        b1 = b1 - alpha * db1
    return (W1, b1, W2, b2), history
""",
        (
            "W2",
            "already (changed|updated|moved)",
            "updated (before|too early|first)",
            "same (time|moment)",
            "old",
            "W1|first layer",
        ),
    ),
    Wrong(
        "descent-keyword-renamed",
        "gradient_descent",
        r"""
def gradient_descent(X, Y, params, alpha, iterations, print_every=10):
    W1, b1, W2, b2 = params
    history = []
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        if i % print_every == 0:
            history.append((i, cross_entropy(A2, Y), get_accuracy(get_predictions(A2), Y)))
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
""",
        ("report_every", "argument", "keyword", "name"),
    ),
]

WRONG: list[Wrong] = [
    *LOAD_CSV,
    *NORMALIZE,
    *SPLIT,
    *ONE_HOT,
    *INIT,
    *RELU,
    *SOFTMAX,
    *FORWARD,
    *CROSS,
    *RELU_DERIV,
    *BACKWARD,
    *UPDATE,
    *PREDICT,
    *ACCURACY,
    *MAKE,
    *DESCENT,
]
