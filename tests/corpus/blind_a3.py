"""A blind corpus for a3_any_network: right answers in many styles, one mistake each, and two mistakes at once.

Written from the lesson, the contract and the solution alone, without sight of the checks or of the catalogue. Most
wrong functions are a plain right one with one slip in it, as a beginner's would be.
"""

from . import Pair, Right, Wrong

HEADS = {
    "activate": "def activate(Z, activation):",
    "activate_deriv": "def activate_deriv(Z, activation):",
    "init_layers": "def init_layers(sizes, rng):",
    "forward_deep": "def forward_deep(params, X, activation):",
    "l2_penalty": "def l2_penalty(params, lam):",
    "deep_loss": "def deep_loss(params, X, Y, activation, lam):",
    "backward_deep": "def backward_deep(params, cache, X, Y, activation, lam):",
    "numerical_gradient": "def numerical_gradient(params, X, Y, activation, lam, epsilon):",
    "gradient_check": "def gradient_check(gradients, numerical):",
    "wrong_gradients": "def wrong_gradients(gradients, params, X, Y, activation, lam):",
    "dropout_forward": "def dropout_forward(A, keep, rng):",
    "dropout_backward": "def dropout_backward(dA_dropped, mask, keep):",
    "batch_norm_forward": "def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):",
    "batch_norm_backward": "def batch_norm_backward(dout, Z_hat, std, gamma):",
    "batch_norm_predict": "def batch_norm_predict(Z, gamma, beta, running_mean, running_var):",
    "log_uniform": "def log_uniform(low, high, n, rng):",
}

PLAIN = {
    "activate": """
if activation == "relu":
    return np.maximum(0, Z)
elif activation == "leaky_relu":
    return np.where(Z > 0, Z, 0.01 * Z)
elif activation == "tanh":
    return np.tanh(Z)
else:
    return 1 / (1 + np.exp(-Z))
""",
    "activate_deriv": """
if activation == "relu":
    return np.where(Z > 0, 1.0, 0.0)
elif activation == "leaky_relu":
    return np.where(Z > 0, 1.0, 0.01)
elif activation == "tanh":
    return 1 - np.tanh(Z) ** 2
else:
    s = 1 / (1 + np.exp(-Z))
    return s * (1 - s)
""",
    "init_layers": """
params = []
for i in range(len(sizes) - 1):
    W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))
    b = np.zeros((sizes[i + 1], 1))
    params.append(W)
    params.append(b)
return params
""",
    "forward_deep": """
cache = []
A = X
L = len(params) // 2
for l in range(L):
    W = params[2 * l]
    b = params[2 * l + 1]
    Z = W @ A + b
    if l == L - 1:
        A = softmax(Z)
    else:
        A = activate(Z, activation)
    cache.append(Z)
    cache.append(A)
return cache
""",
    "l2_penalty": """
total = 0
for W in params[0::2]:
    total += np.sum(W ** 2)
return float(lam / 2 * total)
""",
    "deep_loss": """
cache = forward_deep(params, X, activation)
A_last = cache[-1]
loss = cross_entropy(A_last, Y)
penalty = l2_penalty(params, lam)
return loss + penalty
""",
    "backward_deep": """
m = Y.size
L = len(params) // 2
gradients = [None] * len(params)
dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])
for l in range(L - 1, -1, -1):
    if l == 0:
        A_prev = X
    else:
        A_prev = cache[2 * l - 1]
    dW = dZ @ A_prev.T / m + lam * params[2 * l]
    db = dZ.sum(axis=1, keepdims=True) / m
    gradients[2 * l] = dW
    gradients[2 * l + 1] = db
    if l > 0:
        dA = params[2 * l].T @ dZ
        dZ = dA * activate_deriv(cache[2 * l - 2], activation)
return gradients
""",
    "numerical_gradient": """
copies = [p.astype(float) for p in params]
gradients = []
for p in copies:
    grad = np.zeros(p.shape)
    for place in np.ndindex(p.shape):
        old = p[place]
        p[place] = old + epsilon
        up = deep_loss(copies, X, Y, activation, lam)
        p[place] = old - epsilon
        down = deep_loss(copies, X, Y, activation, lam)
        p[place] = old
        grad[place] = (up - down) / (2 * epsilon)
    gradients.append(grad)
return gradients
""",
    "gradient_check": """
errors = []
for a, n in zip(gradients, numerical):
    top = np.linalg.norm(a - n)
    bottom = np.linalg.norm(a) + np.linalg.norm(n)
    if bottom == 0:
        errors.append(0.0)
    else:
        errors.append(top / bottom)
return np.array(errors)
""",
    "wrong_gradients": """
numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
errors = gradient_check(gradients, numerical)
wrong = []
for i in range(len(errors)):
    if errors[i] > 1e-5:
        wrong.append(i)
return wrong
""",
    "dropout_forward": """
mask = rng.random(A.shape) < keep
A_dropped = A * mask / keep
return A_dropped, mask
""",
    "dropout_backward": """
dA = dA_dropped * mask / keep
return dA
""",
    "batch_norm_forward": """
m = Z.shape[1]
mean = Z.mean(axis=1, keepdims=True)
var = Z.var(axis=1, keepdims=True)
std = np.sqrt(var + 1e-5)
Z_hat = (Z - mean) / std
out = gamma * Z_hat + beta
new_mean = momentum * running_mean + (1 - momentum) * mean
new_var = momentum * running_var + (1 - momentum) * var
return out, Z_hat, std, new_mean, new_var
""",
    "batch_norm_backward": """
m = dout.shape[1]
dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
dbeta = np.sum(dout, axis=1, keepdims=True)
dZ_hat = gamma * dout
mean1 = dZ_hat.mean(axis=1, keepdims=True)
mean2 = (dZ_hat * Z_hat).mean(axis=1, keepdims=True)
dZ = (dZ_hat - mean1 - Z_hat * mean2) / std
return dZ, dgamma, dbeta
""",
    "batch_norm_predict": """
std = np.sqrt(running_var + 1e-5)
Z_hat = (Z - running_mean) / std
return gamma * Z_hat + beta
""",
    "log_uniform": """
a = np.log(low)
b = np.log(high)
u = rng.uniform(a, b, n)
return np.exp(u)
""",
}

RIGHT: list[Right] = []
WRONG: list[Wrong] = []
PAIRS: list[Pair] = []


def written(exercise: str, body: str) -> str:
    """A function with this body; or the body itself where it defines the function."""
    if HEADS[exercise].split("(")[0] + "(" in body:
        return body.strip("\n") + "\n"
    return (
        "\n".join([HEADS[exercise], *("    " + line if line else "" for line in body.strip("\n").split("\n"))]) + "\n"
    )


def slipped(exercise: str, old: str, new: str) -> str:
    """The plain right function with a slip in it."""
    assert old in PLAIN[exercise], (exercise, old)
    return written(exercise, PLAIN[exercise].replace(old, new))


def right(exercise: str, name: str, body: str) -> None:
    """One more right answer."""
    RIGHT.append(Right(f"{exercise}: {name}", written(exercise, body)))


def wrong(exercise: str, name: str, body: str, *says: str) -> None:
    """One more mistake, written out."""
    WRONG.append(Wrong(f"{exercise}: {name}", exercise, written(exercise, body), says))


def slip(exercise: str, name: str, old: str, new: str, *says: str) -> None:
    """One more mistake: the plain right function with a slip in it."""
    WRONG.append(Wrong(f"{exercise}: {name}", exercise, slipped(exercise, old, new), says))


for _exercise, _body in PLAIN.items():
    right(_exercise, "plain", _body)

# -- activate

right(
    "activate",
    "a table of lambdas",
    """
table = {
    "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: z * (z > 0),
    "leaky_relu": lambda z: np.maximum(0.01 * z, z),
}
return table[activation](Z)
""",
)
right(
    "activate",
    "an own copy, changed in place",
    """
A = Z.astype(float)
if activation == "relu":
    A[A < 0] = 0
if activation == "leaky_relu":
    A[A < 0] *= 0.01
if activation == "tanh":
    A = np.tanh(A)
if activation == "sigmoid":
    A = 0.5 * (1 + np.tanh(A / 2))
return A
""",
)
right(
    "activate",
    "an entry at a time",
    """
import math

def one(z, activation):
    if activation == "relu":
        return z if z > 0 else 0.0
    if activation == "leaky_relu":
        return z if z > 0 else 0.01 * z
    if activation == "tanh":
        return math.tanh(z)
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)

def activate(Z, activation):
    A = np.zeros(Z.shape)
    for place in np.ndindex(Z.shape):
        A[place] = one(float(Z[place]), activation)
    return A
""",
)
right(
    "activate",
    "single precision",
    """
Z = np.asarray(Z, dtype=np.float32)
if activation == "relu":
    A = (np.abs(Z) + Z) / 2
elif activation == "leaky_relu":
    A = np.where(Z < 0, np.float32(0.01) * Z, Z)
elif activation == "tanh":
    A = 2 / (1 + np.exp(-2 * Z)) - 1
else:
    A = (1 + np.exp(-Z)) ** -1
return A.astype(np.float32)
""",
)
right(
    "activate",
    "match, clipped before exp",
    """
match activation:
    case "relu":
        return np.clip(Z, 0, None)
    case "leaky_relu":
        return np.maximum(Z, 0) + 0.01 * np.minimum(Z, 0)
    case "tanh":
        c = np.clip(Z, -300, 300)
        return (np.exp(c) - np.exp(-c)) / (np.exp(c) + np.exp(-c))
    case "sigmoid":
        return 1 / (1 + np.exp(-np.clip(Z, -500, 500)))
""",
)
right(
    "activate",
    "np.select, and sigmoid by two branches",
    """
if activation in ("relu", "leaky_relu"):
    slope = 0.0 if activation == "relu" else 0.01
    return np.select([Z > 0], [Z], slope * Z)
if activation == "tanh":
    return np.tanh(Z)
A = np.empty(Z.shape)
up = Z >= 0
A[up] = 1 / (1 + np.exp(-Z[up]))
A[~up] = np.exp(Z[~up]) / (1 + np.exp(Z[~up]))
return A
""",
)
right(
    "activate",
    "functions of its own, vectorized",
    """
def leaky_relu(Z, slope=0.01):
    A = Z.copy()
    return np.where(A >= 0, A, slope * A)

def sigmoid(Z):
    return np.exp(-np.logaddexp(0, -Z))

def activate(Z, activation):
    if activation == "relu":
        return leaky_relu(Z, 0)
    if activation == "leaky_relu":
        return leaky_relu(Z)
    if activation == "sigmoid":
        return sigmoid(Z)
    if activation == "tanh":
        return 2 * sigmoid(2 * Z) - 1
    raise ValueError(activation)
""",
)

slip("activate", "leaky_relu has the slope 0.1", "0.01", "0.1", r"0\.1\b", "slope", "ten times")
slip("activate", "leaky_relu has the slope 0.001", "0.01", "0.001", r"0\.001", "slope")
slip(
    "activate",
    "leaky_relu has the slope 0.01 on the right",
    "np.where(Z > 0, Z, 0.01 * Z)",
    "np.where(Z > 0, 0.01 * Z, Z)",
    "wrong side",
    "right",
    "swapped",
    "other side",
    "positive",
    "turned",
)
slip("activate", "leaky_relu gives 0.01 itself on the left", "Z, 0.01 * Z)", "Z, 0.01)", "times", "itself", "constant")
slip(
    "activate",
    "leaky_relu takes the smaller of the two",
    "np.where(Z > 0, Z, 0.01 * Z)",
    "np.minimum(0.01 * Z, Z)",
    "small",
    "minimum",
    "side",
    "other way",
)
slip("activate", "leaky_relu turns the sign on the left", "0.01 * Z", "-0.01 * Z", "sign", "negative", "minus")
slip("activate", "leaky_relu is the plain relu", "np.where(Z > 0, Z, 0.01 * Z)", "np.maximum(0, Z)", "relu", "0.01")
slip("activate", "sigmoid without the minus", "np.exp(-Z)", "np.exp(Z)", "minus", "sign", "mirror", "falls")
slip(
    "activate",
    "sigmoid has the other share on top",
    "1 / (1 + np.exp(-Z))",
    "np.exp(-Z) / (1 + np.exp(-Z))",
    "minus",
    "sign",
    "mirror",
    "falls",
)
slip(
    "activate",
    "sigmoid overflows for large numbers",
    "1 / (1 + np.exp(-Z))",
    "np.exp(Z) / (1 + np.exp(Z))",
    "large",
    "nan",
    "overflow",
    "finite",
)
slip(
    "activate",
    "tanh overflows for large numbers",
    "np.tanh(Z)",
    "(np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))",
    "large",
    "nan",
    "overflow",
    "finite",
)
slip(
    "activate",
    "tanh is a stretched sigmoid of z, not of 2z",
    "np.tanh(Z)",
    "2 / (1 + np.exp(-Z)) - 1",
    "2z",
    "half",
    "twice",
    "2 z",
    "z / 2",
    "stretch",
)
slip("activate", "sigmoid without its brackets", "1 / (1 + np.exp(-Z))", "1 / 1 + np.exp(-Z)", "bracket", "parenthes")
slip("activate", "sigmoid subtracts in its denominator", "(1 + np.exp(-Z))", "(1 - np.exp(-Z))", r"plus|\+|minus|add")
slip("activate", "sigmoid with a rough e", "np.exp(-Z)", "2.7 ** -Z", r"2\.7|exp|\be\b", "rough")
wrong(
    "activate",
    "relu changes Z itself",
    """
if activation == "relu":
    Z[Z < 0] = 0
    return Z
elif activation == "leaky_relu":
    return np.where(Z > 0, Z, 0.01 * Z)
elif activation == "tanh":
    return np.tanh(Z)
else:
    return 1 / (1 + np.exp(-Z))
""",
    "copy",
    "chang",
    "write",
    "overwrit",
)
wrong(
    "activate",
    "leaky_relu changes Z itself",
    """
if activation == "relu":
    return np.maximum(0, Z)
elif activation == "leaky_relu":
    Z[Z <= 0] *= 0.01
    return Z
elif activation == "tanh":
    return np.tanh(Z)
else:
    return 1 / (1 + np.exp(-Z))
""",
    "copy",
    "chang",
    "write",
    "overwrit",
)
slip("activate", "the name leaky for leaky_relu", '"leaky_relu"', '"leaky"', "sigmoid", "name", "leaky_relu")
slip("activate", "the names tanh and sigmoid are swapped", '"tanh"', '"sigmoid"', "swap", "sigmoid", "tanh")
slip(
    "activate",
    "relu or leaky_relu is always true",
    'activation == "relu"',
    'activation == "relu" or "leaky_relu"',
    "always",
    "whatever",
)
slip("activate", "relu takes the smaller", "np.maximum(0, Z)", "np.minimum(0, Z)", "small", "minimum", "negative")
slip("activate", "relu takes the absolute value", "np.maximum(0, Z)", "np.abs(Z)", "absolute", "sign")
slip("activate", "relu gives its slope", "np.maximum(0, Z)", "(Z > 0).astype(float)", "its slope", "deriv")
slip(
    "activate",
    "relu takes one largest number of the whole array",
    "np.maximum(0, Z)",
    "np.max(Z, 0)",
    "largest",
    "maximum",
    "np.max",
    "shape",
)
slip("activate", "relu by Python's max", "np.maximum(0, Z)", "max(0, Z)", "max")
slip("activate", "tanh is np.tan", "np.tanh(Z)", "np.tan(Z)", r"\btan\b", "np.tan", "tangent")
slip("activate", "sigmoid is missing", "else:\n    return 1 / (1 + np.exp(-Z))", "", "None", "nothing", "sigmoid")
slip("activate", "softmax for sigmoid", "1 / (1 + np.exp(-Z))", "np.exp(Z) / np.exp(Z).sum()", "softmax", "sum")
slip("activate", "rounded", "return 1 / (1 + np.exp(-Z))", "return np.round(1 / (1 + np.exp(-Z)), 2)", "round")

# -- activate_deriv

right(
    "activate_deriv",
    "true and false",
    """
if activation == "relu":
    return Z > 0
if activation == "leaky_relu":
    return 0.01 + 0.99 * (Z > 0)
A = activate(Z, activation)
if activation == "tanh":
    return (1 - A) * (1 + A)
return A - A ** 2
""",
)
right(
    "activate_deriv",
    "cosh and exponentials",
    """
if activation == "relu":
    return np.heaviside(Z, 0)
if activation == "leaky_relu":
    return np.heaviside(Z, 0) * 0.99 + 0.01
if activation == "tanh":
    return 1 / np.cosh(Z) ** 2
e = np.exp(-Z)
return e / (1 + e) ** 2
""",
)
right(
    "activate_deriv",
    "an entry at a time",
    """
D = np.zeros(Z.shape)
for place, z in np.ndenumerate(Z):
    if activation == "relu":
        D[place] = 1 if z > 0 else 0
    elif activation == "leaky_relu":
        D[place] = 1 if z > 0 else 0.01
    elif activation == "tanh":
        D[place] = 1 - np.tanh(z) ** 2
    else:
        s = 1 / (1 + np.exp(-z))
        D[place] = s * (1 - s)
return D
""",
)
right(
    "activate_deriv",
    "single precision, in place on its own arrays",
    """
D = np.full(Z.shape, 1, dtype=np.float32)
if activation == "relu":
    D[Z <= 0] = 0
elif activation == "leaky_relu":
    D[Z <= 0] = 0.01
else:
    A = activate(Z.astype(np.float32), activation)
    D = D - A * A if activation == "tanh" else A * (D - A)
return D
""",
)
right(
    "activate_deriv",
    "integers for relu, a table",
    """
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

slopes = {
    "relu": lambda z: (z > 0).astype(int),
    "leaky_relu": lambda z: np.where(z <= 0, 0.01, 1),
    "tanh": lambda z: 1 - np.square(np.tanh(z)),
    "sigmoid": lambda z: sigmoid(z) * sigmoid(-z),
}

def activate_deriv(Z, activation):
    return slopes[activation](Z)
""",
)
right(
    "activate_deriv",
    "tanh from sigmoid",
    """
if activation.endswith("relu"):
    left = 0.01 if activation.startswith("leaky") else 0.0
    return np.where(Z > 0, 1, left)
k = 2 if activation == "tanh" else 1
s = activate(k * Z, "sigmoid")
return k * k * s * (1 - s)
""",
)

slip("activate_deriv", "tanh takes z for the value that came out", "1 - np.tanh(Z) ** 2", "1 - Z ** 2", "came out")
slip("activate_deriv", "sigmoid takes z for the value that came out", "s = 1 / (1 + np.exp(-Z))", "s = Z", "came out")
wrong(
    "activate_deriv",
    "both take z for the value that came out",
    """
if activation == "relu":
    return Z > 0
if activation == "leaky_relu":
    return np.where(Z > 0, 1, 0.01)
if activation == "tanh":
    return 1 - Z ** 2
return Z * (1 - Z)
""",
    "came out",
    "went in",
)
slip("activate_deriv", "relu has slope 1 at 0", "Z > 0, 1.0, 0.0", "Z >= 0, 1.0, 0.0", "at 0", "exactly 0", "zero")
slip("activate_deriv", "leaky_relu has slope 1 at 0", "Z > 0, 1.0, 0.01", "Z >= 0, 1.0, 0.01", "at 0", "exactly 0")
slip("activate_deriv", "leaky_relu is 0 on the left", "1.0, 0.01", "1.0, 0.0", "left", r"0\.01", "relu")
slip("activate_deriv", "leaky_relu has 0.1 on the left", "1.0, 0.01", "1.0, 0.1", r"0\.1\b", "ten times")
slip(
    "activate_deriv",
    "leaky_relu has 0.01 z on the left",
    "1.0, 0.01)",
    "1.0, 0.01 * Z)",
    "0.01 times z",
    "the value",
    "activation",
)
slip(
    "activate_deriv",
    "leaky_relu gives its value, not its slope",
    "Z > 0, 1.0, 0.01",
    "Z > 0, Z, 0.01 * Z",
    "value",
    "activation",
    "not its slope",
)
slip(
    "activate_deriv",
    "relu gives its value, not its slope",
    "Z > 0, 1.0, 0.0)",
    "Z > 0, Z, 0.0)",
    "value",
    "activation",
    "not its slope",
)
slip("activate_deriv", "tanh without the square", "np.tanh(Z) ** 2", "np.tanh(Z)", "square")
slip("activate_deriv", "tanh squares z", "np.tanh(Z) ** 2", "np.tanh(Z ** 2)", "square")
slip("activate_deriv", "tanh adds the square", "1 - np.tanh(Z)", "1 + np.tanh(Z)", "minus", "sign", "add", "subtract")
slip(
    "activate_deriv",
    "tanh subtracts the other way round",
    "1 - np.tanh(Z) ** 2",
    "np.tanh(Z) ** 2 - 1",
    "sign",
    "other way",
    "negative",
    "opposite",
)
slip(
    "activate_deriv",
    "tanh by the sigmoid's formula",
    "1 - np.tanh(Z) ** 2",
    "np.tanh(Z) * (1 - np.tanh(Z))",
    "sigmoid",
    "formula",
)
slip("activate_deriv", "sigmoid by tanh's formula", "s * (1 - s)", "1 - s ** 2", "tanh", "formula")
slip("activate_deriv", "sigmoid squared", "s * (1 - s)", "s * s", "a²", "a times a", "square")
slip("activate_deriv", "sigmoid with a plus", "s * (1 - s)", "s * (1 + s)", "minus", "sign", "plus")
slip("activate_deriv", "sigmoid negative", "s * (1 - s)", "s * (s - 1)", "sign", "opposite", "negative")
slip("activate_deriv", "sigmoid gives its value", "return s * (1 - s)", "return s", "value", "itself", "activation")
slip("activate_deriv", "sigmoid by the other share squared", "s * (1 - s)", "(1 - s) ** 2", r"\(1 - a\)²", "square")
slip(
    "activate_deriv",
    "sigmoid is activated twice",
    "s * (1 - s)",
    "(1 / (1 + np.exp(-s))) * (1 - 1 / (1 + np.exp(-s)))",
    "twice",
    "two times",
)
slip(
    "activate_deriv",
    "relu the wrong way round",
    "Z > 0, 1.0, 0.0",
    "Z > 0, 0.0, 1.0",
    "swap",
    "other way",
    "invert",
    "turned",
)
slip(
    "activate_deriv",
    "relu is 1 everywhere",
    "np.where(Z > 0, 1.0, 0.0)",
    "np.ones(Z.shape)",
    "everywhere",
    "on the left",
)
slip("activate_deriv", "tanh and sigmoid are swapped", '"tanh"', '"sigmoid"', "swap", "tanh", "sigmoid")
slip("activate_deriv", "1 / cosh without the square", "1 - np.tanh(Z) ** 2", "1 / np.cosh(Z)", "square", "cosh")
slip(
    "activate_deriv",
    "relu changes Z",
    "return np.where(Z > 0, 1.0, 0.0)",
    "Z[Z > 0] = 1\n    Z[Z <= 0] = 0\n    return Z",
    "copy",
    "chang",
    "write",
)
slip(
    "activate_deriv",
    "one number for the whole array",
    "np.where(Z > 0, 1.0, 0.0)",
    "1.0 if np.any(Z > 0) else 0.0",
    "shape",
    "one number",
    "single",
    "array",
)
slip(
    "activate_deriv",
    "an if on a whole array",
    "np.where(Z > 0, 1.0, 0.0)",
    "1.0 if Z > 0 else 0.0",
    "truth",
    "if",
    "array",
    "ambiguous",
)
slip("activate_deriv", "the name leaky for leaky_relu", '"leaky_relu"', '"leaky"', "sigmoid", "name", "leaky_relu")

# -- init_layers

right(
    "init_layers",
    "pairs of neighbours, a tuple",
    """
params = ()
for n_in, n_out in zip(sizes[:-1], sizes[1:]):
    params = params + (rng.standard_normal((n_out, n_in)) * (2 / n_in) ** 0.5, np.zeros((n_out, 1)))
return params
""",
)
right(
    "init_layers",
    "Xavier, single precision",
    """
params = []
for n_in, n_out in zip(sizes, sizes[1:]):
    W = rng.normal(size=(n_out, n_in)).astype(np.float32) * np.float32(np.sqrt(1 / n_in))
    params += [W, np.zeros((n_out, 1), dtype=np.float32)]
return params
""",
)
right(
    "init_layers",
    "Glorot uniform",
    """
params = []
for at in range(1, len(sizes)):
    limit = np.sqrt(6 / (sizes[at - 1] + sizes[at]))
    params.append(rng.uniform(-limit, limit, (sizes[at], sizes[at - 1])))
    params.append(np.zeros((sizes[at], 1)))
return params
""",
)
right(
    "init_layers",
    "He uniform, biases of 0.01",
    """
def layer(n_in, n_out, rng):
    limit = np.sqrt(6 / n_in)
    return [2 * limit * rng.random((n_out, n_in)) - limit, np.full((n_out, 1), 0.01)]

def init_layers(sizes, rng):
    return sum((layer(a, b, rng) for a, b in zip(sizes[:-1], sizes[1:])), [])
""",
)
right(
    "init_layers",
    "from the last layer to the first",
    """
params = []
for i in reversed(range(len(sizes) - 1)):
    b = np.zeros((sizes[i + 1], 1))
    W = rng.normal(0, np.sqrt(2 / sizes[i]), size=(sizes[i + 1], sizes[i]))
    params.insert(0, b)
    params.insert(0, W)
return params
""",
)
right(
    "init_layers",
    "small random biases, drawn first",
    """
L = len(sizes) - 1
b = [0.01 * rng.standard_normal((sizes[l + 1], 1)) for l in range(L)]
W = [rng.standard_normal((sizes[l + 1], sizes[l])) / np.sqrt(sizes[l] / 2) for l in range(L)]
params = []
for l in range(L):
    params.append(W[l])
    params.append(b[l])
return params
""",
)
right(
    "init_layers",
    "a weight at a time",
    """
params = []
n_in = sizes[0]
for n_out in sizes[1:]:
    W = np.empty((n_out, n_in))
    for u in range(n_out):
        W[u] = [rng.normal(0, (2 / n_in) ** 0.5) for _ in range(n_in)]
    params.extend((W, np.array([[0.0]] * n_out)))
    n_in = n_out
return params
""",
)

slip("init_layers", "the same spread in every layer", "np.sqrt(2 / sizes[i])", "0.1", "every layer", "same", "inputs")
slip(
    "init_layers",
    "uniform between -0.5 and 0.5 in every layer",
    "rng.normal(0, np.sqrt(2 / sizes[i]), ",
    "rng.uniform(-0.5, 0.5, ",
    "every layer",
    "same",
    "inputs",
)
slip("init_layers", "the root is missing", "np.sqrt(2 / sizes[i])", "2 / sizes[i]", "root", "variance")
slip(
    "init_layers",
    "the root of 2 times the inputs",
    "np.sqrt(2 / sizes[i])",
    "np.sqrt(2 * sizes[i])",
    "divide",
    "large",
    "grow",
    "times",
)
slip(
    "init_layers",
    "units in the place of inputs",
    "np.sqrt(2 / sizes[i])",
    "np.sqrt(2 / sizes[i + 1])",
    "units",
    "outputs",
    "inputs",
)
slip(
    "init_layers",
    "inputs of the first layer for all",
    "np.sqrt(2 / sizes[i])",
    "np.sqrt(2 / sizes[0])",
    "first",
    "each layer|every layer|own inputs|same",
)
slip(
    "init_layers",
    "weights transposed",
    "(sizes[i + 1], sizes[i]))",
    "(sizes[i], sizes[i + 1]))",
    "transpos",
    "shape",
    r"rows",
)
slip("init_layers", "biases flat", "np.zeros((sizes[i + 1], 1))", "np.zeros(sizes[i + 1])", "column", "shape", r", 1\)")
slip(
    "init_layers",
    "biases as rows",
    "np.zeros((sizes[i + 1], 1))",
    "np.zeros((1, sizes[i + 1]))",
    "column",
    "row",
    "shape",
)
slip("init_layers", "a bias an input", "np.zeros((sizes[i + 1], 1))", "np.zeros((sizes[i], 1))", "bias", "units")
slip(
    "init_layers",
    "weights all zero",
    "rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))",
    "np.zeros((sizes[i + 1], sizes[i]))",
    "zero",
    "random",
    "alike",
    "same",
)
slip(
    "init_layers",
    "weights all alike",
    "rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))",
    "np.ones((sizes[i + 1], sizes[i])) * np.sqrt(2 / sizes[i])",
    "random",
    "alike",
    "same",
    "constant",
)
slip("init_layers", "NumPy's global numbers instead of rng", "rng.normal", "np.random.normal", r"\brng\b")
slip("init_layers", "a generator of its own", "params = []", "params = []\nrng = np.random.default_rng(0)", r"\brng\b")
slip("init_layers", "the generator begins anew in each layer", "W = rng", "W = np.random.default_rng(i)", r"\brng\b")
slip("init_layers", "one layer too few", "range(len(sizes) - 1)", "range(len(sizes) - 2)", "too few", "layer", "last")
slip("init_layers", "one layer too many", "range(len(sizes) - 1)", "range(len(sizes))", "index", "range")
slip(
    "init_layers",
    "the first layer is missing",
    "range(len(sizes) - 1)",
    "range(1, len(sizes) - 1)",
    "first",
    "few",
    "layer",
)
wrong(
    "init_layers",
    "all weights, then all biases",
    """
Ws = []
bs = []
for i in range(len(sizes) - 1):
    Ws.append(rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i])))
    bs.append(np.zeros((sizes[i + 1], 1)))
return Ws + bs
""",
    "order",
    "after",
)
wrong(
    "init_layers",
    "a list of pairs",
    """
params = []
for i in range(len(sizes) - 1):
    W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))
    b = np.zeros((sizes[i + 1], 1))
    params.append((W, b))
return params
""",
    "pair",
    "one list",
    "single list",
    "nested",
)
wrong(
    "init_layers",
    "the biases stand first",
    """
params = []
for i in range(len(sizes) - 1):
    params.append(np.zeros((sizes[i + 1], 1)))
    params.append(rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i])))
return params
""",
    "order",
    "first",
    "before",
    "swap",
)
wrong(
    "init_layers",
    "a dictionary",
    """
params = {}
for i in range(len(sizes) - 1):
    params["W" + str(i + 1)] = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))
    params["b" + str(i + 1)] = np.zeros((sizes[i + 1], 1))
return params
""",
    "dict",
    "list",
)
wrong(
    "init_layers",
    "three layers, whatever the sizes",
    """
W1 = rng.normal(0, np.sqrt(2 / sizes[0]), (sizes[1], sizes[0]))
W2 = rng.normal(0, np.sqrt(2 / sizes[1]), (sizes[2], sizes[1]))
W3 = rng.normal(0, np.sqrt(2 / sizes[2]), (sizes[3], sizes[2]))
return [W1, np.zeros((sizes[1], 1)), W2, np.zeros((sizes[2], 1)), W3, np.zeros((sizes[3], 1))]
""",
    "layers",
    "index",
    "number of",
)
slip(
    "init_layers", "biases of 1", "np.zeros((sizes[i + 1], 1))", "np.ones((sizes[i + 1], 1))", "bias.*(0|zero|1|large)"
)
slip("init_layers", "large random biases", "np.zeros((sizes[i + 1], 1))", "rng.normal(size=(sizes[i + 1], 1))", "bias")
slip(
    "init_layers",
    "only positive weights",
    "rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))",
    "rng.random((sizes[i + 1], sizes[i])) * np.sqrt(2 / sizes[i])",
    "positive",
    "centred",
    "mean",
    "negative",
)
slip("init_layers", "normal with the mean 1", "rng.normal(0, ", "rng.normal(1, ", "mean", "centred")
slip(
    "init_layers",
    "a spread of 1",
    "rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i + 1], sizes[i]))",
    "rng.normal(size=(sizes[i + 1], sizes[i]))",
    "spread",
    "large",
    "same",
    "inputs",
    "deviation",
)
slip(
    "init_layers",
    "the return stands in the loop",
    "return params",
    "    return params",
    "layer",
    "few",
    "loop",
    "return",
)
slip(
    "init_layers",
    "the rows of each layer are the same",
    "(sizes[i + 1], sizes[i]))",
    "(1, sizes[i])) * np.ones((sizes[i + 1], 1))",
    "alike",
    "same",
    "rows",
)

# -- forward_deep

right(
    "forward_deep",
    "zip and einsum",
    """
cache = []
A = X
last = len(params) // 2 - 1
for i, (W, b) in enumerate(zip(params[0::2], params[1::2])):
    Z = np.einsum("uj,ji->ui", W, A) + b
    A = softmax(Z) if i == last else activate(Z, activation)
    cache += [Z, A]
return tuple(cache)
""",
)
right(
    "forward_deep",
    "the hidden layers, then the output layer",
    """
cache = []
A = X
for l in range(0, len(params) - 2, 2):
    Z = np.dot(params[l], A) + params[l + 1]
    A = activate(Z, activation)
    cache.extend([Z, A])
Z = np.dot(params[-2], A) + params[-1]
cache.extend([Z, softmax(Z)])
return cache
""",
)
right(
    "forward_deep",
    "recursive",
    """
def layers(params, A, activation):
    Z = params[0] @ A + params[1]
    if len(params) == 2:
        return [Z, softmax(Z)]
    A = activate(Z, activation)
    return [Z, A] + layers(params[2:], A, activation)

def forward_deep(params, X, activation):
    return layers(list(params), X, activation)
""",
)
right(
    "forward_deep",
    "single precision and a softmax of its own",
    """
def my_softmax(Z):
    Z = Z - np.max(Z, axis=0)
    return np.exp(Z) / np.sum(np.exp(Z), axis=0)

def forward_deep(params, X, activation):
    params = [np.asarray(p, dtype=np.float32) for p in params]
    out = [None] * len(params)
    A = np.asarray(X, dtype=np.float32)
    for k in range(0, len(params), 2):
        out[k] = params[k].dot(A) + params[k + 1]
        out[k + 1] = A = activate(out[k], activation) if k + 2 < len(params) else my_softmax(out[k])
    return out
""",
)
right(
    "forward_deep",
    "an example at a time",
    """
m = X.shape[1]
columns = []
for i in range(m):
    a = X[:, i:i + 1]
    column = []
    for l in range(len(params) // 2):
        z = params[2 * l] @ a + params[2 * l + 1]
        a = softmax(z) if l == len(params) // 2 - 1 else activate(z, activation)
        column += [z, a]
    columns.append(column)
return [np.hstack([column[k] for column in columns]) for k in range(len(params))]
""",
)
right(
    "forward_deep",
    "everything activated, the last replaced",
    """
cache = []
A = X
for l in range(len(params) // 2):
    Z = (A.T @ params[2 * l].T).T + params[2 * l + 1]
    A = activate(Z, activation)
    cache.append(Z)
    cache.append(A)
cache[-1] = softmax(cache[-2])
return cache
""",
)
right(
    "forward_deep",
    "a list that is popped",
    """
rest = list(params)
cache = [X]
while rest:
    W, b = rest.pop(0), rest.pop(0)
    Z = W @ cache[-1]
    Z += b
    cache.append(Z)
    cache.append(activate(Z, activation) if rest else softmax(Z))
return cache[1:]
""",
)

slip(
    "forward_deep",
    "the activation in the output layer too",
    "A = softmax(Z)",
    "A = activate(Z, activation)",
    "softmax",
    "last",
    "output",
)
slip(
    "forward_deep",
    "softmax in every layer",
    "if l == L - 1:",
    "if True:",
    "softmax.*(hidden|every|last)",
    "every layer",
)
slip("forward_deep", "no bend at all in the output layer", "A = softmax(Z)", "A = Z", "softmax")
slip(
    "forward_deep",
    "softmax one layer too early",
    "if l == L - 1:",
    "if l == L - 2:",
    "early",
    "hidden",
    "last",
    "off by one",
)
slip("forward_deep", "softmax in the first layer", "if l == L - 1:", "if l == 0:", "first", "last")
slip("forward_deep", "no activation in hidden layers", "A = activate(Z, activation)", "A = Z", "activat", "bend")
slip(
    "forward_deep",
    "Z goes into the next layer, not A",
    "Z = W @ A + b",
    "Z = W @ (cache[-2] if cache else X) + b",
    r"\bZ\b.*(next|into|pass)",
    "not A",
    "bend",
)
slip("forward_deep", "always relu", "activate(Z, activation)", 'activate(Z, "relu")', "relu", "activation")
slip("forward_deep", "the bias is missing", "W @ A + b", "W @ A", "bias", r"\bb\b")
slip("forward_deep", "the bias is subtracted", "W @ A + b", "W @ A - b", "subtract", "minus", "add")
slip(
    "forward_deep",
    "A before Z",
    "cache.append(Z)\n    cache.append(A)",
    "cache.append(A)\n    cache.append(Z)",
    "order",
    "before",
    "swap",
)
wrong(
    "forward_deep",
    "all Z, then all A",
    """
Zs, As = [], []
A = X
L = len(params) // 2
for l in range(L):
    Z = params[2 * l] @ A + params[2 * l + 1]
    A = softmax(Z) if l == L - 1 else activate(Z, activation)
    Zs.append(Z)
    As.append(A)
return Zs + As
""",
    "order",
    "then all",
    "after",
)
slip("forward_deep", "X stands first in the cache", "cache = []", "cache = [X]", r"\bX\b", "first", "too many")
slip("forward_deep", "only the A are kept", "cache.append(Z)\n", "pass\n", r"\bZ\b", "only", "few")
slip("forward_deep", "only the probabilities come back", "return cache", "return cache[-1]", "only", "list", "all")
slip(
    "forward_deep",
    "a list of pairs",
    "cache.append(Z)\n    cache.append(A)",
    "cache.append((Z, A))",
    "pair",
    "one list",
    "nested",
)
slip(
    "forward_deep",
    "from the last layer to the first",
    "return cache",
    "return cache[::-1]",
    "order",
    "revers",
    "turned round",
    "last",
)
slip("forward_deep", "the weights transposed", "W @ A", "W.T @ A", "transpos", r"\.T")
slip("forward_deep", "softmax along the rows", "A = softmax(Z)", "A = softmax(Z.T).T", "row", "axis", "column")
slip(
    "forward_deep",
    "softmax without a column each",
    "A = softmax(Z)",
    "A = np.exp(Z) / np.exp(Z).sum()",
    "column",
    "whole|all",
    "sum",
)
slip("forward_deep", "sigmoid at the output", "A = softmax(Z)", 'A = activate(Z, "sigmoid")', "softmax", "sigmoid")
slip(
    "forward_deep",
    "activated twice",
    "A = activate(Z, activation)",
    "A = activate(activate(Z, activation), activation)",
    "twice",
)
slip(
    "forward_deep",
    "the Z are overwritten by what comes out",
    "A = activate(Z, activation)",
    "Z = A = activate(Z, activation)",
    r"\bZ\b",
)
slip("forward_deep", "every layer gets X", "W @ A + b", "W @ X + b", r"\bX\b", "shape", "before", "matmul")
slip("forward_deep", "the last layer is missing", "range(L)", "range(L - 1)", "last", "layer", "few")
wrong(
    "forward_deep",
    "two layers, whatever the network",
    """
Z1 = params[0] @ X + params[1]
A1 = activate(Z1, activation)
Z2 = params[2] @ A1 + params[3]
A2 = softmax(Z2)
return [Z1, A1, Z2, A2]
""",
    "two layers",
    "layers",
    "any depth",
    "number of",
)
wrong(
    "forward_deep",
    "a list that remembers earlier calls",
    """
def forward_deep(params, X, activation, cache=[]):
    A = X
    for l in range(len(params) // 2):
        Z = params[2 * l] @ A + params[2 * l + 1]
        A = softmax(Z) if l == len(params) // 2 - 1 else activate(Z, activation)
        cache += [Z, A]
    return cache
""",
    "call",
    "earlier",
    "again",
    "before",
    "too many",
)
slip(
    "forward_deep",
    "the return stands in the loop",
    "return cache",
    "    return cache",
    "loop",
    "return",
    "first layer",
    "few",
)
slip(
    "forward_deep",
    "the first bias for every layer",
    "b = params[2 * l + 1]",
    "b = params[1]",
    "bias",
    "first",
    "broadcast",
    "shape",
)
slip(
    "forward_deep",
    "the first layer is not activated",
    "else:\n        A = activate(Z, activation)",
    "elif l == 0:\n        A = Z\n    else:\n        A = activate(Z, activation)",
    "first",
)
slip(
    "forward_deep",
    "the last hidden layer is not activated",
    "else:\n        A = activate(Z, activation)",
    "elif l == L - 2:\n        A = Z\n    else:\n        A = activate(Z, activation)",
    "last hidden",
    "hidden",
)
wrong(
    "forward_deep",
    "the bias comes after the activation",
    """
cache = []
A = X
for l in range(len(params) // 2):
    Z = params[2 * l] @ A
    A = (softmax(Z) if l == len(params) // 2 - 1 else activate(Z, activation)) + params[2 * l + 1]
    cache += [Z, A]
return cache
""",
    "bias",
)

# -- l2_penalty

right(
    "l2_penalty",
    "one line",
    """
return float(0.5 * lam * sum(np.sum(W ** 2) for W in params[::2]))
""",
)
right(
    "l2_penalty",
    "norms",
    """
norms = [np.linalg.norm(W) for W in params[0::2]]
return lam * np.dot(norms, norms) / 2
""",
)
right(
    "l2_penalty",
    "every even position, a weight at a time",
    """
cost = 0.0
for i in range(len(params)):
    if i % 2 == 0:
        for row in params[i]:
            for w in row:
                cost += lam / 2 * w * w
return float(cost)
""",
)
right(
    "l2_penalty",
    "flattened into one",
    """
weights = np.concatenate([np.ravel(W) for W in params[0::2]])
return (lam / 2) * (weights @ weights)
""",
)
right(
    "l2_penalty",
    "einsum, single precision",
    """
return float(sum(np.einsum("ij,ij->", W, W) for W in [np.float32(p) for p in params[0::2]]) * np.float32(lam) * 0.5)
""",
)
right(
    "l2_penalty",
    "0 at once where lam is 0, trace",
    """
if lam == 0:
    return 0.0
return lam * sum([np.trace(W @ W.T) for W in params[0::2]]) / 2
""",
)
right(
    "l2_penalty",
    "skips columns by pairs",
    """
penalty = 0
for l in range(len(params) // 2):
    W, b = params[2 * l], params[2 * l + 1]
    penalty = penalty + np.square(W).sum()
return lam * penalty / 2.0
""",
)

slip("l2_penalty", "biases cost too", "params[0::2]", "params", "bias")
slip("l2_penalty", "biases only", "params[0::2]", "params[1::2]", "bias")
slip("l2_penalty", "without the half", "lam / 2 * total", "lam * total", "half", "twice", "/ 2", "½")
slip("l2_penalty", "2 lam", "lam / 2 * total", "2 * lam * total", "half", "4 times", "four times")
slip("l2_penalty", "without lam", "lam / 2 * total", "total / 2", "lam")
slip(
    "l2_penalty",
    "lam squared",
    "lam / 2 * total",
    "lam ** 2 / 2 * total",
    "lam.*(square|twice|once)|square.*lam",
    "itself",
)
slip("l2_penalty", "absolute values", "W ** 2", "np.abs(W)", "absolute", "square", "L1")
slip("l2_penalty", "the sum without squares", "W ** 2", "W", "square")
slip("l2_penalty", "the square of the sum", "np.sum(W ** 2)", "np.sum(W) ** 2", "square.*sum|sum.*square|before|after")
slip("l2_penalty", "the norm, not its square", "np.sum(W ** 2)", "np.sqrt(np.sum(W ** 2))", "root", "norm")
slip(
    "l2_penalty",
    "the norm of all weights together, not its square",
    "lam / 2 * total",
    "lam / 2 * np.sqrt(total)",
    "root",
    "norm",
)
slip("l2_penalty", "the mean, not the sum", "np.sum(W ** 2)", "np.mean(W ** 2)", "mean", "average", "sum")
slip(
    "l2_penalty",
    "divided by the number of layers",
    "float(lam / 2 * total)",
    "float(lam / 2 * total / (len(params) // 2))",
    "layers",
    "mean",
    "divid",
)
slip(
    "l2_penalty", "only the first layer", "params[0::2]", "params[0:1]", "first", "all layers|every layer|other layers"
)
slip("l2_penalty", "only the last layer", "total += np.sum(W ** 2)", "total = np.sum(W ** 2)", "last", r"\+=", "add")
slip("l2_penalty", "without the last layer", "params[0::2]", "params[0:-2:2]", "last")
slip("l2_penalty", "without the first layer", "params[0::2]", "params[2::2]", "first")
slip("l2_penalty", "the return stands in the loop", "return float", "    return float", "first", "loop")
slip("l2_penalty", "integer division of lam", "lam / 2 * total", "lam // 2 * total", "//", "whole", "0", "integer")
slip(
    "l2_penalty",
    "one number a layer",
    "total = 0\nfor W in params[0::2]:\n    total += np.sum(W ** 2)\nreturn float(lam / 2 * total)",
    "return [lam / 2 * np.sum(W ** 2) for W in params[0::2]]",
    "one number",
    "sum|add",
    "list",
)
slip(
    "l2_penalty",
    "the weights are squared in place",
    "total += np.sum(W ** 2)",
    "W *= W\n    total += np.sum(W)",
    "chang",
    "copy",
    "overwrit",
)
slip("l2_penalty", "lam in the square", "np.sum(W ** 2)", "np.sum((lam * W) ** 2)", "lam")
slip(
    "l2_penalty", "the half is squared too", "lam / 2 * total", "lam * total / 4", "half", "quarter", "½", "times|twice"
)
slip("l2_penalty", "cubes", "W ** 2", "W ** 3", "square", "cube", "third")
slip(
    "l2_penalty",
    "a product of matrices instead of squares",
    "np.sum(W ** 2)",
    "np.sum(W @ W.T)",
    "product|@|entry|square",
)
slip("l2_penalty", "a fixed lam of 0.01", "lam / 2 * total", "0.01 / 2 * total", "lam")
slip("l2_penalty", "a minus", "lam / 2 * total", "-lam / 2 * total", "sign", "negative", "minus")
slip(
    "l2_penalty",
    "divided by the number of weights",
    "np.sum(W ** 2)",
    "np.sum(W ** 2) / W.size",
    "mean",
    "number of|divid",
)
slip(
    "l2_penalty",
    "divided by the number of units",
    "np.sum(W ** 2)",
    "np.sum(W ** 2) / W.shape[0]",
    "mean",
    "number|divid",
)
slip(
    "l2_penalty",
    "prints and returns nothing",
    "return float(lam / 2 * total)",
    "print(lam / 2 * total)",
    "None",
    "return",
    "nothing",
)
slip("l2_penalty", "a whole number", "float(lam / 2 * total)", "int(lam / 2 * total)", "round", "whole", "int")

# -- deep_loss

right(
    "deep_loss",
    "one line",
    """
return cross_entropy(forward_deep(params, X, activation)[-1], Y) + l2_penalty(params, lam)
""",
)
right(
    "deep_loss",
    "cross-entropy of its own",
    """
*_, A = forward_deep(params, X, activation)
m = Y.size
loss = 0.0
for i in range(m):
    loss -= np.log(A[Y[i], i] + 1e-15)
loss /= m
for W in params[0::2]:
    loss += lam / 2 * (W ** 2).sum()
return float(loss)
""",
)
right(
    "deep_loss",
    "by one-hot columns",
    """
cache = forward_deep(params, X, activation)
P = cache[len(cache) - 1]
H = one_hot(Y, P.shape[0])
return np.mean(-np.log(np.clip((P * H).sum(axis=0), 1e-15, 1))) + l2_penalty(params, lam)
""",
)
right(
    "deep_loss",
    "from the logits",
    """
Z = forward_deep(params, X, activation)[-2]
top = Z.max(axis=0)
log_sum = top + np.log(np.exp(Z - top).sum(axis=0))
ce = (log_sum - Z[Y, np.arange(Y.size)]).mean()
return float(ce) + l2_penalty(params, lam)
""",
)
right(
    "deep_loss",
    "single precision",
    """
params32 = [np.float32(p) for p in params]
A = forward_deep(params32, np.float32(X), activation)[-1]
return np.float32(cross_entropy(A, Y)) + np.float32(l2_penalty(params32, lam))
""",
)
right(
    "deep_loss",
    "a forward pass of its own",
    """
def deep_loss(params, X, Y, activation, lam):
    A = X
    for k in range(0, len(params), 2):
        Z = params[k] @ A + params[k + 1]
        A = activate(Z, activation)
    P = softmax(Z)
    total = sum(np.sum(params[k] * params[k]) for k in range(0, len(params), 2))
    return cross_entropy(P, Y) + 0.5 * lam * total
""",
)

slip("deep_loss", "the penalty is missing", "return loss + penalty", "return loss", "penalty")
slip("deep_loss", "only the penalty", "return loss + penalty", "return penalty", "alone", "cross", "only")
slip("deep_loss", "the penalty is subtracted", "loss + penalty", "loss - penalty", "subtract", "minus", "add", "sign")
slip(
    "deep_loss",
    "the penalty is divided by m",
    "loss + penalty",
    "loss + penalty / Y.size",
    r"\bm\b",
    "number of digits",
    "divid",
)
slip("deep_loss", "lam twice", "loss + penalty", "loss + lam * penalty", "lam", "twice")
slip("deep_loss", "the penalty without the half", "loss + penalty", "loss + 2 * penalty", "half", "twice")
slip("deep_loss", "the penalty halved again", "loss + penalty", "loss + penalty / 2", "half", "halv", "twice")
slip(
    "deep_loss",
    "the sum over examples, not the mean",
    "loss + penalty",
    "loss * Y.size + penalty",
    "mean",
    "sum",
    "divid",
)
slip("deep_loss", "the logits instead of probabilities", "cache[-1]", "cache[-2]", "logit", r"\bZ", "softmax", "last")
slip("deep_loss", "the first Z", "cache[-1]", "cache[0]", "last", "first", "index", r"cache\[-1\]")
slip("deep_loss", "always relu", "params, X, activation)", 'params, X, "relu")', "relu", "activation")
slip(
    "deep_loss",
    "without the minus of the logarithm",
    "cross_entropy(A_last, Y)",
    "np.mean(np.log(A_last[Y, np.arange(Y.size)]))",
    "minus",
    "sign",
    "negative",
)
slip(
    "deep_loss",
    "logarithm to the base 10",
    "cross_entropy(A_last, Y)",
    "-np.mean(np.log10(A_last[Y, np.arange(Y.size)]))",
    "log10",
    "base",
    "natural",
)
slip(
    "deep_loss",
    "logarithm to the base 2",
    "cross_entropy(A_last, Y)",
    "-np.mean(np.log2(A_last[Y, np.arange(Y.size)]))",
    "log2",
    "base",
    "natural",
)
slip(
    "deep_loss",
    "the mean over all classes too",
    "cross_entropy(A_last, Y)",
    "-np.mean(one_hot(Y, A_last.shape[0]) * np.log(A_last))",
    "class",
    "mean",
    r"\bm\b",
    "entries",
)
slip(
    "deep_loss",
    "the logarithm of the mean",
    "cross_entropy(A_last, Y)",
    "-np.log(np.mean(A_last[Y, np.arange(Y.size)]))",
    "mean.*log|log.*mean",
    "before",
    "first",
)
slip("deep_loss", "biases cost too", "l2_penalty(params, lam)", "lam / 2 * sum(np.sum(p ** 2) for p in params)", "bias")
slip("deep_loss", "a fixed lam", "l2_penalty(params, lam)", "l2_penalty(params, 0.01)", "lam")
slip("deep_loss", "the penalty without lam", "l2_penalty(params, lam)", "l2_penalty(params, 1)", "lam")
slip(
    "deep_loss",
    "only the first layer costs",
    "l2_penalty(params, lam)",
    "l2_penalty(params[:2], lam)",
    "first",
    "all|every",
)
slip(
    "deep_loss",
    "only the last layer costs",
    "l2_penalty(params, lam)",
    "l2_penalty(params[-2:], lam)",
    "last",
    "all|every",
)
slip("deep_loss", "a pair of numbers", "loss + penalty", "loss, penalty", "two|pair|tuple", "sum|add|one number")
slip(
    "deep_loss",
    "a number an example",
    "cross_entropy(A_last, Y)",
    "-np.log(A_last[Y, np.arange(Y.size)])",
    "mean",
    "one number",
    "example",
)
slip(
    "deep_loss",
    "squared error",
    "cross_entropy(A_last, Y)",
    "np.mean((A_last - one_hot(Y, A_last.shape[0])) ** 2)",
    "square",
    "cross",
)
slip(
    "deep_loss",
    "the share that is wrong",
    "cross_entropy(A_last, Y)",
    "np.mean(A_last.argmax(axis=0) != Y)",
    "share",
    "cross",
    "accura",
    "log",
)
slip(
    "deep_loss",
    "all of the cache goes to cross_entropy",
    "A_last = cache[-1]",
    "A_last = cache",
    "list",
    "last",
    "indices",
    "tuple",
)
slip(
    "deep_loss",
    "one minus the probability",
    "cross_entropy(A_last, Y)",
    "1 - np.mean(A_last[Y, np.arange(Y.size)])",
    "log",
)
slip("deep_loss", "the cross-entropy times lam", "loss + penalty", "lam * loss + penalty", "lam")
slip(
    "deep_loss",
    "the loss is divided by m once more",
    "loss + penalty",
    "loss / Y.size + penalty",
    "twice",
    "mean",
    r"\bm\b",
    "divid",
)
slip(
    "deep_loss",
    "all divided by m",
    "return loss + penalty",
    "return (loss + penalty) / Y.size",
    "divid",
    r"\bm\b",
    "mean",
)
slip(
    "deep_loss",
    "the mean of the predicted class, not the true one",
    "cross_entropy(A_last, Y)",
    "cross_entropy(A_last, A_last.argmax(axis=0))",
    "true",
    "predict",
    "largest",
    r"\bY\b",
    "label",
)
slip(
    "deep_loss",
    "the other classes count too",
    "cross_entropy(A_last, Y)",
    "-np.mean(np.sum(np.log(np.where(one_hot(Y, len(A_last)) == 1, A_last, 1 - A_last)), axis=0))",
    "true class",
    "other classes",
    "binary",
)

# -- backward_deep

right(
    "backward_deep",
    "lists turned round",
    """
m = len(Y)
As = [X] + list(cache[1:-1:2])
Zs = cache[0::2]
Ws = params[0::2]
dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])
backwards = []
for l in reversed(range(len(Ws))):
    backwards.append(np.sum(dZ, axis=1, keepdims=True) / m)
    backwards.append(1 / m * (dZ @ As[l].T) + lam * Ws[l])
    if l:
        dZ = (Ws[l].T @ dZ) * activate_deriv(Zs[l - 1], activation)
return backwards[::-1]
""",
)
right(
    "backward_deep",
    "1/m at the start, a tuple",
    """
dZ = np.array(cache[-1], dtype=float)
dZ[Y, np.arange(Y.size)] -= 1
dZ /= Y.size
grads = ()
layer = len(params) // 2
while layer > 0:
    layer -= 1
    before = X if layer == 0 else cache[2 * layer - 1]
    W = params[2 * layer]
    grads = (dZ.dot(before.T) + lam * W, dZ.sum(1).reshape(-1, 1)) + grads
    if layer > 0:
        dZ = W.T.dot(dZ) * activate_deriv(cache[2 * layer - 2], activation)
return grads
""",
)
right(
    "backward_deep",
    "einsum, single precision",
    """
m = Y.shape[0]
params = [np.float32(p) for p in params]
inputs = [np.float32(X)] + [np.float32(A) for A in cache[1:-2:2]]
D = np.float32(cache[-1]) - one_hot(Y, cache[-1].shape[0])
out = []
for l in range(len(inputs) - 1, -1, -1):
    W = params[2 * l]
    out = [np.einsum("ui,ji->uj", D, inputs[l]) / m + lam * W, np.einsum("ui->u", D)[:, None] / m] + out
    if l > 0:
        D = np.einsum("uj,ui->ji", W, D) * activate_deriv(cache[2 * l - 2], activation)
return out
""",
)
right(
    "backward_deep",
    "recursive",
    """
def blame(dZ, l, params, cache, X, activation, lam, m):
    A = cache[2 * l - 1] if l > 0 else X
    here = [dZ @ A.T / m + lam * params[2 * l], dZ.mean(axis=1, keepdims=True)]
    if l == 0:
        return here
    dZ_below = params[2 * l].T @ dZ * activate_deriv(cache[2 * l - 2], activation)
    return blame(dZ_below, l - 1, params, cache, X, activation, lam, m) + here

def backward_deep(params, cache, X, Y, activation, lam):
    top = cache[-1] - one_hot(Y, len(cache[-1]))
    return blame(top, len(params) // 2 - 1, params, cache, X, activation, lam, Y.size)
""",
)
right(
    "backward_deep",
    "an example at a time",
    """
grads = [np.zeros(np.shape(p)) for p in params]
L = len(params) // 2
m = X.shape[1]
for i in range(m):
    d = np.array(cache[-1][:, [i]], dtype=float)
    d[Y[i], 0] -= 1
    for l in range(L - 1, -1, -1):
        a = cache[2 * l - 1][:, [i]] if l else X[:, [i]]
        grads[2 * l] += d @ a.T
        grads[2 * l + 1] += d
        if l:
            d = (params[2 * l].T @ d) * activate_deriv(cache[2 * l - 2][:, [i]], activation)
for g in grads:
    g /= m
for l in range(L):
    grads[2 * l] += lam * params[2 * l]
return grads
""",
)
right(
    "backward_deep",
    "runs down to X and ignores it",
    """
m = Y.size
Zs, As = [X] + list(cache[0::2]), [X] + list(cache[1::2])
dZ = As[-1] - np.eye(As[-1].shape[0])[:, Y]
g = []
for k in range(len(params) - 2, -1, -2):
    l = k // 2
    g.insert(0, np.mean(dZ, axis=1, keepdims=True))
    g.insert(0, np.matmul(dZ, As[l].T) / m + params[k] * lam)
    dZ = np.multiply(params[k].T @ dZ, activate_deriv(Zs[l], activation))
return g
""",
)

slip("backward_deep", "1/m is missing everywhere", " / m", "", r"1/m|divid|mean|times as large|sum")
slip("backward_deep", "1/m is missing for the weights", "A_prev.T / m", "A_prev.T", r"1/m|divid|mean|sum")
slip("backward_deep", "1/m is missing for the biases", "keepdims=True) / m", "keepdims=True)", r"1/m|divid|mean|sum")
slip("backward_deep", "lam W is missing", " + lam * params[2 * l]", "", "lam|penalty|decay")
slip(
    "backward_deep",
    "lam W is divided by m",
    "dZ @ A_prev.T / m + lam * params[2 * l]",
    "(dZ @ A_prev.T + lam * params[2 * l]) / m",
    "divide.*lam|lam.*divid|penalty.*divid",
)
slip(
    "backward_deep",
    "lam W has the wrong sign",
    "+ lam * params[2 * l]",
    "- lam * params[2 * l]",
    "sign|minus|subtract|add",
)
slip(
    "backward_deep",
    "2 lam W",
    "+ lam * params[2 * l]",
    "+ 2 * lam * params[2 * l]",
    "twice|half|half as|two points|2 epsilon",
)
slip("backward_deep", "lam / 2 W", "+ lam * params[2 * l]", "+ lam / 2 * params[2 * l]", "half")
slip("backward_deep", "lam without W", "+ lam * params[2 * l]", "+ lam", "without W|constant|itself|proportion")
slip(
    "backward_deep", "lam W squared", "+ lam * params[2 * l]", "+ lam / 2 * params[2 * l] ** 2", "square|deriv|penalty"
)
slip(
    "backward_deep",
    "the biases decay too",
    "keepdims=True) / m",
    "keepdims=True) / m + lam * params[2 * l + 1]",
    "bias",
)
slip(
    "backward_deep",
    "labels minus probabilities",
    "cache[-1] - one_hot(Y, cache[-1].shape[0])",
    "one_hot(Y, cache[-1].shape[0]) - cache[-1]",
    "sign|opposite|other way|minus",
)
slip(
    "backward_deep",
    "the labels are forgotten",
    "cache[-1] - one_hot(Y, cache[-1].shape[0])",
    "cache[-1]",
    "label|one-hot",
)
slip("backward_deep", "the slope of what came out", "cache[2 * l - 2]", "cache[2 * l - 1]", "came out|went in")
slip(
    "backward_deep", "the slope of the layer's own Z", "cache[2 * l - 2]", "cache[2 * l]", "below|shape|own|same layer"
)
slip("backward_deep", "the activation instead of its slope", "activate_deriv(", "activate(", "slope|deriv")
slip(
    "backward_deep",
    "always relu's slope",
    "cache[2 * l - 2], activation)",
    'cache[2 * l - 2], "relu")',
    "relu|activation",
)
slip(
    "backward_deep", "no slope at all", " * activate_deriv(cache[2 * l - 2], activation)", "", "slopes? out|deriv|bend"
)
slip(
    "backward_deep",
    "the sum over units for the biases",
    "dZ.sum(axis=1, keepdims=True)",
    "dZ.sum(axis=0, keepdims=True)",
    "axis|shape|row|bias",
)
slip("backward_deep", "flat biases", "dZ.sum(axis=1, keepdims=True)", "dZ.sum(axis=1)", "keepdims|shape|column")
slip(
    "backward_deep",
    "one number for the biases",
    "dZ.sum(axis=1, keepdims=True)",
    "dZ.sum()",
    "axis|shape|one number|unit",
)
slip(
    "backward_deep",
    "from the last to the first",
    "return gradients",
    "return gradients[::-1]",
    "order|revers|last|round",
)
slip(
    "backward_deep",
    "the weights not transposed on the way down",
    "params[2 * l].T @ dZ",
    "params[2 * l] @ dZ",
    r"transpos|\bW\.T",
)
slip(
    "backward_deep",
    "dW transposed",
    "dZ @ A_prev.T / m + lam * params[2 * l]",
    "(A_prev @ dZ.T) / m + lam * params[2 * l].T",
    "transpos|shape",
)
slip(
    "backward_deep",
    "the Z before instead of the A before",
    "A_prev = cache[2 * l - 1]",
    "A_prev = cache[2 * l - 2]",
    r"\bZ\b|\bA\b|came out|activated",
)
slip(
    "backward_deep",
    "what comes out instead of what comes in",
    "A_prev = cache[2 * l - 1]",
    "A_prev = cache[2 * l + 1]",
    "shape|comes? in|came in|below|before|out",
)
slip("backward_deep", "1/m at each layer again", "dZ = dA *", "dZ = dA / m *", r"1/m|again|divid|layer|small")
slip(
    "backward_deep",
    "divides by the number of pixels",
    "m = Y.size",
    "m = X.shape[0]",
    r"\bm\b|examples|inputs|pixels|row",
)
slip(
    "backward_deep", "divides by the number of classes", "m = Y.size", "m = cache[-1].shape[0]", r"\bm\b|examples|class"
)
slip(
    "backward_deep",
    "the cache is changed",
    "dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])",
    "dZ = cache[-1]\ndZ -= one_hot(Y, cache[-1].shape[0])",
    "cache|chang|copy",
)
slip(
    "backward_deep", "stops above the first layer", "range(L - 1, -1, -1)", "range(L - 1, 0, -1)", "first|None|nothing"
)
slip("backward_deep", "two layers, whatever the network", "range(L - 1, -1, -1)", "(L - 1, 0)", "layer|shape|depth")
slip(
    "backward_deep",
    "the softmax's slope on top",
    "dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])",
    "dZ = (cache[-1] - one_hot(Y, cache[-1].shape[0])) * cache[-1] * (1 - cache[-1])",
    "softmax|slope|last|output|twice",
)
slip(
    "backward_deep",
    "the output layer's slope of the activation",
    "dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])",
    "dZ = (cache[-1] - one_hot(Y, cache[-1].shape[0])) * activate_deriv(cache[-2], activation)",
    "softmax|slope|last|output",
)
slip("backward_deep", "ten classes for certain", "one_hot(Y, cache[-1].shape[0])", "one_hot(Y, 10)", "10|ten|class")
slip(
    "backward_deep", "all dW, then all db", "return gradients", "return gradients[0::2] + gradients[1::2]", "order|then"
)
slip("backward_deep", "a fixed lam", "lam * params[2 * l]", "0.01 * params[2 * l]", "lam")
slip(
    "backward_deep",
    "only the last layer decays",
    "dW = dZ @ A_prev.T / m + lam * params[2 * l]",
    "dW = dZ @ A_prev.T / m\n    if l == L - 1:\n        dW = dW + lam * params[2 * l]",
    "last|every|lam|penalty",
)
slip(
    "backward_deep",
    "a sum instead of a product with the slope",
    "dA * activate_deriv",
    "dA + activate_deriv",
    "add the slope|multipl",
)
slip(
    "backward_deep",
    "the logits for the probabilities",
    "dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])",
    "dZ = cache[-2] - one_hot(Y, cache[-1].shape[0])",
    "probab|logit|score",
)
slip(
    "backward_deep",
    "weights and biases swapped",
    "gradients[2 * l] = dW\n    gradients[2 * l + 1] = db",
    "gradients[2 * l] = db\n    gradients[2 * l + 1] = dW",
    "order|swap|before",
)

# -- numerical_gradient

right(
    "numerical_gradient",
    "fresh copies for each nudge",
    """
result = []
for k in range(len(params)):
    d = np.zeros_like(params[k], dtype=float)
    rows, columns = d.shape
    for i in range(rows):
        for j in range(columns):
            up = [np.array(p, dtype=float) for p in params]
            down = [np.array(p, dtype=float) for p in params]
            up[k][i, j] += epsilon
            down[k][i, j] -= epsilon
            d[i, j] = deep_loss(up, X, Y, activation, lam) - deep_loss(down, X, Y, activation, lam)
    result.append(d / (2 * epsilon))
return tuple(result)
""",
)
right(
    "numerical_gradient",
    "a helper that nudges",
    """
def nudged(params, k, place, by):
    new = [p.copy() for p in params]
    new[k][place] += by
    return new

def numerical_gradient(params, X, Y, activation, lam, epsilon):
    def loss(k, place, by):
        return deep_loss(nudged(params, k, place, by), X, Y, activation, lam)
    return [
        np.array([(loss(k, at, epsilon) - loss(k, at, -epsilon)) / (2 * epsilon) for at in np.ndindex(p.shape)])
        .reshape(p.shape)
        for k, p in enumerate(params)
    ]
""",
)
right(
    "numerical_gradient",
    "the dial is turned up, down twice and up again",
    """
grads = [np.zeros(p.shape) for p in params]
for p, g in zip(params, grads):
    for place in np.ndindex(p.shape):
        p[place] += epsilon
        up = deep_loss(params, X, Y, activation, lam)
        p[place] -= 2 * epsilon
        down = deep_loss(params, X, Y, activation, lam)
        p[place] += epsilon
        g[place] = (up - down) / epsilon / 2
return grads
""",
)
right(
    "numerical_gradient",
    "flat views",
    """
copies = [np.array(p) for p in params]
grads = []
for copy in copies:
    flat = copy.ravel()
    slopes = np.empty(flat.size)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + epsilon
        plus = deep_loss(copies, X, Y, activation, lam)
        flat[i] = keep - epsilon
        minus = deep_loss(copies, X, Y, activation, lam)
        flat[i] = keep
        slopes[i] = (plus - minus) / (2.0 * epsilon)
    grads.append(slopes.reshape(copy.shape))
return grads
""",
)
right(
    "numerical_gradient",
    "a matrix of zeros with one epsilon",
    """
gradients = []
for k, parameter in enumerate(params):
    slopes = np.zeros(parameter.shape)
    for place in np.ndindex(parameter.shape):
        hair = np.zeros(parameter.shape)
        hair[place] = epsilon
        above = list(params[:k]) + [parameter + hair] + list(params[k + 1:])
        below = list(params[:k]) + [parameter - hair] + list(params[k + 1:])
        rise = deep_loss(above, X, Y, activation, lam) - deep_loss(below, X, Y, activation, lam)
        slopes[place] = rise / 2 / epsilon
    gradients.append(slopes)
return gradients
""",
)
right(
    "numerical_gradient",
    "deepcopy and nditer",
    """
from copy import deepcopy

def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = deepcopy(list(params))
    grads = []
    for p in params:
        g = np.zeros(p.shape)
        it = np.nditer(p, flags=["multi_index"])
        for _ in it:
            at = it.multi_index
            saved = float(p[at])
            losses = {}
            for side in (1, -1):
                p[at] = saved + side * epsilon
                losses[side] = deep_loss(params, X, Y, activation, lam)
            p[at] = saved
            g[at] = (losses[1] - losses[-1]) / (2 * epsilon)
        grads.append(g)
    return grads
""",
)

slip("numerical_gradient", "divides by epsilon", "/ (2 * epsilon)", "/ epsilon", "twice|2|two")
slip(
    "numerical_gradient",
    "multiplies by epsilon for want of brackets",
    "/ (2 * epsilon)",
    "/ 2 * epsilon",
    "bracket|parenthes|divid|epsilon",
)
slip(
    "numerical_gradient",
    "one-sided, upwards",
    "p[place] = old - epsilon\n        down",
    "p[place] = old\n        down",
    "side|half|both|down",
)
wrong(
    "numerical_gradient",
    "one-sided and divided by epsilon",
    """
copies = [p.astype(float) for p in params]
base = deep_loss(copies, X, Y, activation, lam)
gradients = []
for p in copies:
    grad = np.zeros(p.shape)
    for place in np.ndindex(p.shape):
        p[place] += epsilon
        grad[place] = (deep_loss(copies, X, Y, activation, lam) - base) / epsilon
        p[place] -= epsilon
    gradients.append(grad)
return gradients
""",
    "one side|both|one-sided",
)
wrong(
    "numerical_gradient",
    "one-sided, downwards, divided by epsilon",
    """
copies = [p.astype(float) for p in params]
base = deep_loss(copies, X, Y, activation, lam)
gradients = []
for p in copies:
    grad = np.zeros(p.shape)
    for place in np.ndindex(p.shape):
        p[place] -= epsilon
        grad[place] = (base - deep_loss(copies, X, Y, activation, lam)) / epsilon
        p[place] += epsilon
    gradients.append(grad)
return gradients
""",
    "one side|both|one-sided",
)
slip("numerical_gradient", "the other way round", "(up - down)", "(down - up)", "sign|other way|opposite|minus")
slip("numerical_gradient", "adds the losses", "(up - down)", "(up + down)", "difference|subtract|minus|add")
slip("numerical_gradient", "both nudges upwards", "old - epsilon", "old + epsilon", "are 0|same place|both nudges")
slip(
    "numerical_gradient",
    "forgets to turn the dial back",
    "        p[place] = old\n",
    "",
    "back|restor|left|found|as it was",
)
wrong(
    "numerical_gradient",
    "changes params and leaves them changed",
    """
gradients = []
for p in params:
    grad = np.zeros(p.shape)
    for place in np.ndindex(p.shape):
        p[place] += epsilon
        up = deep_loss(params, X, Y, activation, lam)
        p[place] -= 2 * epsilon
        down = deep_loss(params, X, Y, activation, lam)
        grad[place] = (up - down) / (2 * epsilon)
    gradients.append(grad)
return gradients
""",
    "params|chang|back|copy|as you found",
)
wrong(
    "numerical_gradient",
    "turned down from above by one epsilon only",
    """
copies = [p.astype(float) for p in params]
gradients = []
for p in copies:
    grad = np.zeros(p.shape)
    for place in np.ndindex(p.shape):
        p[place] += epsilon
        up = deep_loss(copies, X, Y, activation, lam)
        p[place] -= epsilon
        down = deep_loss(copies, X, Y, activation, lam)
        grad[place] = (up - down) / (2 * epsilon)
    gradients.append(grad)
return gradients
""",
    "half|side|2|twice|down",
)
wrong(
    "numerical_gradient",
    "the list is copied, the arrays are not",
    """
gradients = []
for k in range(len(params)):
    grad = np.zeros(params[k].shape)
    for place in np.ndindex(params[k].shape):
        up = list(params)
        up[k][place] += epsilon
        loss_up = deep_loss(up, X, Y, activation, lam)
        down = list(params)
        down[k][place] -= epsilon
        loss_down = deep_loss(down, X, Y, activation, lam)
        grad[place] = (loss_up - loss_down) / (2 * epsilon)
    gradients.append(grad)
return gradients
""",
    "copy|copies|same array|half|down by epsilon only",
)
slip("numerical_gradient", "without the penalty", "activation, lam)", "activation, 0)", "lam|penalty")
slip("numerical_gradient", "always relu", "Y, activation, lam)", 'Y, "relu", lam)', "relu|activation")
slip(
    "numerical_gradient", "an epsilon of its own, coarse", "gradients = []", "gradients = []\nepsilon = 0.1", "epsilon"
)
slip(
    "numerical_gradient",
    "an epsilon of its own, too fine",
    "gradients = []",
    "gradients = []\nepsilon = 1e-12",
    "epsilon|fine|small",
)
slip("numerical_gradient", "single precision", "p.astype(float)", "p.astype(np.float32)", "float32|32|precision|single")
slip("numerical_gradient", "only the weights are turned", "for p in copies:", "for p in copies[0::2]:", "bias")
slip("numerical_gradient", "flat gradients", "gradients.append(grad)", "gradients.append(grad.ravel())", "shape|flat")
wrong(
    "numerical_gradient",
    "the whole parameter is nudged at once",
    """
copies = [p.astype(float) for p in params]
gradients = []
for k in range(len(copies)):
    up = [p.copy() for p in copies]
    down = [p.copy() for p in copies]
    up[k] += epsilon
    down[k] -= epsilon
    slope = (deep_loss(up, X, Y, activation, lam) - deep_loss(down, X, Y, activation, lam)) / (2 * epsilon)
    gradients.append(np.full(copies[k].shape, slope))
return gradients
""",
    "entry|one at a time|all at once|whole|every",
)
wrong(
    "numerical_gradient",
    "a row is nudged at once",
    """
copies = [p.astype(float) for p in params]
gradients = []
for p in copies:
    grad = np.zeros(p.shape)
    for i in range(p.shape[0]):
        old = p[i].copy()
        p[i] = old + epsilon
        up = deep_loss(copies, X, Y, activation, lam)
        p[i] = old - epsilon
        down = deep_loss(copies, X, Y, activation, lam)
        p[i] = old
        grad[i] = (up - down) / (2 * epsilon)
    gradients.append(grad)
return gradients
""",
    "row|entry|one at a time|whole",
)
slip(
    "numerical_gradient",
    "only the first column",
    "for place in np.ndindex(p.shape):",
    "for place in [(i, 0) for i in range(p.shape[0])]:",
    "column|first",
)
slip(
    "numerical_gradient",
    "misses the last row",
    "np.ndindex(p.shape)",
    "np.ndindex(p.shape[0] - 1, p.shape[1])",
    "last row",
)
slip(
    "numerical_gradient",
    "only the cross-entropy",
    "deep_loss(copies, X, Y, activation, lam)",
    "cross_entropy(forward_deep(copies, X, activation)[-1], Y)",
    "lam|penalty",
)
slip(
    "numerical_gradient",
    "one list for all gradients' array",
    "    grad = np.zeros(p.shape)\n",
    "    grad = np.zeros(p.shape[0])\n",
    "shape|index|dimension",
)
wrong(
    "numerical_gradient",
    "a nudge in proportion to the weight",
    PLAIN["numerical_gradient"]
    .replace("old + epsilon", "old * (1 + epsilon)")
    .replace("old - epsilon", "old * (1 - epsilon)"),
    r"1 \+ epsilon|propor",
)
slip("numerical_gradient", "whole numbers", "p.astype(float)", "p.astype(int)", "whole|integer|round|decimals")
slip(
    "numerical_gradient",
    "the return stands in the loop",
    "return gradients",
    "    return gradients",
    "first|loop|1 value",
)
slip(
    "numerical_gradient",
    "from the last to the first",
    "return gradients",
    "return gradients[::-1]",
    "order|revers|last|round",
)
slip(
    "numerical_gradient",
    "a mean over examples once more",
    "/ (2 * epsilon)",
    "/ (2 * epsilon) / Y.size",
    r"\bm\b|mean|divid|size|examples",
)

# -- gradient_check

right(
    "gradient_check",
    "comprehension, a list",
    """
def size(a):
    return float(np.sqrt(np.sum(np.square(a))))

def gradient_check(gradients, numerical):
    return [size(a - n) / (size(a) + size(n)) if np.any(a) or np.any(n) else 0.0 for a, n in zip(gradients, numerical)]
""",
)
right(
    "gradient_check",
    "an array filled in",
    """
k = len(gradients)
errors = np.zeros(k)
for i in range(k):
    a, n = np.ravel(gradients[i]), np.ravel(numerical[i])
    total = np.sqrt(a @ a) + np.sqrt(n @ n)
    if total != 0:
        errors[i] = np.sqrt((a - n) @ (a - n)) / total
return errors
""",
)
right(
    "gradient_check",
    "np.divide where",
    """
top = np.array([np.linalg.norm(a - n) for a, n in zip(gradients, numerical)])
bottom = np.array([np.linalg.norm(a) + np.linalg.norm(n) for a, n in zip(gradients, numerical)])
return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
""",
)
right(
    "gradient_check",
    "nan turned to 0",
    """
errors = []
with np.errstate(all="ignore"):
    for a, n in zip(gradients, numerical):
        errors.append(np.linalg.norm(n - a, "fro") / (np.linalg.norm(a, "fro") + np.linalg.norm(n, "fro")))
return np.nan_to_num(np.array(errors))
""",
)
right(
    "gradient_check",
    "an entry at a time",
    """
import math

def gradient_check(gradients, numerical):
    errors = []
    for a, n in zip(gradients, numerical):
        aa = nn = dd = 0.0
        for x, y in zip(a.flatten().tolist(), n.flatten().tolist()):
            aa += x * x
            nn += y * y
            dd += (x - y) ** 2
        bottom = math.sqrt(aa) + math.sqrt(nn)
        errors.append(math.sqrt(dd) / bottom if bottom else 0)
    return np.array(errors)
""",
)
right(
    "gradient_check",
    "a tiny floor under the denominator",
    """
return np.array([
    np.linalg.norm(g - n) / max(np.linalg.norm(g) + np.linalg.norm(n), 1e-100)
    for g, n in zip(gradients, numerical)
])
""",
)

slip("gradient_check", "not divided", "top / bottom", "top", "divid|relative|compared|size")
slip(
    "gradient_check",
    "only the first norm below",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "np.linalg.norm(a)",
    "sum of both|norm of one",
)
slip(
    "gradient_check",
    "only the numerical norm below",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "np.linalg.norm(n)",
    "sum of both|numerical",
)
slip(
    "gradient_check",
    "the norm of the sum below",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "np.linalg.norm(a + n)",
    "norm.*sum|sum.*norm|each",
)
slip(
    "gradient_check",
    "the product of the norms below",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "np.linalg.norm(a) * np.linalg.norm(n)",
    "product|sum|add|multipl",
)
slip(
    "gradient_check",
    "the larger norm below",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "max(np.linalg.norm(a), np.linalg.norm(n))",
    "larger|sum|max|add",
)
slip(
    "gradient_check",
    "the mean of the norms below",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "(np.linalg.norm(a) + np.linalg.norm(n)) / 2",
    "twice|half|mean|2",
)
slip(
    "gradient_check",
    "the difference of the norms",
    "np.linalg.norm(a - n)",
    "abs(np.linalg.norm(a) - np.linalg.norm(n))",
    "difference.*norm|norm.*difference|subtract",
)
slip(
    "gradient_check",
    "the norm of the sum above",
    "np.linalg.norm(a - n)",
    "np.linalg.norm(a + n)",
    "difference|minus|subtract|sum",
)
wrong(
    "gradient_check",
    "squares without roots",
    """
errors = []
for a, n in zip(gradients, numerical):
    bottom = np.sum(a ** 2) + np.sum(n ** 2)
    errors.append(np.sum((a - n) ** 2) / bottom if bottom > 0 else 0.0)
return np.array(errors)
""",
    "root|square",
)
wrong(
    "gradient_check",
    "absolute values instead of norms",
    """
errors = []
for a, n in zip(gradients, numerical):
    bottom = np.sum(np.abs(a)) + np.sum(np.abs(n))
    errors.append(np.sum(np.abs(a - n)) / bottom if bottom > 0 else 0.0)
return np.array(errors)
""",
    "absolute|norm|square|root",
)
wrong(
    "gradient_check",
    "the largest entries instead of norms",
    """
errors = []
for a, n in zip(gradients, numerical):
    bottom = np.max(np.abs(a)) + np.max(np.abs(n))
    errors.append(np.max(np.abs(a - n)) / bottom if bottom > 0 else 0.0)
return np.array(errors)
""",
    "largest|max|norm|square",
)
wrong(
    "gradient_check",
    "the largest singular values",
    """
errors = []
for a, n in zip(gradients, numerical):
    bottom = np.linalg.norm(a, 2) + np.linalg.norm(n, 2)
    errors.append(np.linalg.norm(a - n, 2) / bottom if bottom > 0 else 0.0)
return np.array(errors)
""",
    "singular|all entries",
)
wrong(
    "gradient_check",
    "0 divided by 0",
    """
errors = []
for a, n in zip(gradients, numerical):
    errors.append(np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n)))
return np.array(errors)
""",
    "0 by 0|nan|zero",
)
slip("gradient_check", "1 where both are zero", "errors.append(0.0)", "errors.append(1.0)", "zero")
slip(
    "gradient_check",
    "both zero are left out",
    "errors.append(0.0)",
    "continue",
    "left out|leave out|each param|too few|missing",
)
slip(
    "gradient_check",
    "a single number, the mean",
    "return np.array(errors)",
    "return np.mean(errors)",
    "one number|each|single|mean|parameter",
)
slip(
    "gradient_check",
    "a single number, the largest",
    "return np.array(errors)",
    "return max(errors)",
    "one number|each|single|largest|parameter",
)
wrong(
    "gradient_check",
    "all gradients as one long one",
    """
a = np.concatenate([g.ravel() for g in gradients])
n = np.concatenate([g.ravel() for g in numerical])
bottom = np.linalg.norm(a) + np.linalg.norm(n)
return np.linalg.norm(a - n) / bottom if bottom > 0 else 0.0
""",
    "one number|each|single|by itself|parameter",
)
wrong(
    "gradient_check",
    "an error an entry",
    """
errors = []
for a, n in zip(gradients, numerical):
    bottom = np.abs(a) + np.abs(n)
    errors.append(np.where(bottom > 0, np.abs(a - n) / np.where(bottom > 0, bottom, 1), 0))
return errors
""",
    "one number|entry|norm|each param|a number",
)
wrong(
    "gradient_check",
    "the mean of errors an entry",
    """
errors = []
for a, n in zip(gradients, numerical):
    bottom = np.abs(a) + np.abs(n)
    errors.append(np.mean(np.where(bottom > 0, np.abs(a - n) / np.where(bottom > 0, bottom, 1), 0)))
return np.array(errors)
""",
    "entr|norm|mean",
)
slip(
    "gradient_check",
    "norms down the columns",
    "np.linalg.norm(a - n)",
    "np.linalg.norm(a - n, axis=0)",
    "axis|one number|column|shape|whole",
)
slip(
    "gradient_check",
    "only the weights",
    "zip(gradients, numerical)",
    "zip(gradients[0::2], numerical[0::2])",
    "bias|each|number|few|weights",
)
slip(
    "gradient_check",
    "true and false",
    "return np.array(errors)",
    "return np.array(errors) < 1e-5",
    "true|bool|verdict|number|error",
)
slip("gradient_check", "in per cent", "top / bottom", "100 * top / bottom", "100|cent|hundred")
slip("gradient_check", "rounded", "return np.array(errors)", "return np.round(errors, 4)", "round")
slip(
    "gradient_check",
    "a large floor under the denominator",
    "np.linalg.norm(a) + np.linalg.norm(n)",
    "np.linalg.norm(a) + np.linalg.norm(n) + 1e-2",
    "add something|add a small|floor",
)
slip(
    "gradient_check",
    "the mean of squares, not the sum, above",
    "np.linalg.norm(a - n)",
    "np.sqrt(np.mean((a - n) ** 2))",
    "mean",
)
slip("gradient_check", "1 minus the error", "top / bottom", "1 - top / bottom", "1 −|1 -|minus|other way|agree")
slip(
    "gradient_check",
    "upside down",
    "errors.append(top / bottom)",
    "errors.append(bottom / top if top > 0 else 0.0)",
    "upside|other way|divid|invert",
)
slip(
    "gradient_check",
    "the gradient is changed in place",
    "top = np.linalg.norm(a - n)",
    "a -= n\n    top = np.linalg.norm(a)",
    "chang|copy|place",
)

# -- wrong_gradients

right(
    "wrong_gradients",
    "flatnonzero",
    """
numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
return np.flatnonzero(np.asarray(gradient_check(gradients, numerical)) > 1e-5)
""",
)
right(
    "wrong_gradients",
    "np.where",
    """
errors = np.array(gradient_check(gradients, numerical_gradient(params, X, Y, activation, lam, epsilon=1e-5)))
return np.where(errors > 1e-5)[0]
""",
)
right(
    "wrong_gradients",
    "comprehension, a tuple",
    """
errors = gradient_check(gradients, numerical_gradient(params, X, Y, activation, lam, 1e-5))
return tuple(at for at, error in enumerate(errors) if error > 1e-5)
""",
)
right(
    "wrong_gradients",
    "everything of its own",
    """
wrong = []
for k in range(len(params)):
    n = np.zeros(params[k].shape)
    for place in np.ndindex(n.shape):
        losses = []
        for e in (1e-5, -1e-5):
            copies = [np.array(p, dtype=float) for p in params]
            copies[k][place] += e
            losses.append(deep_loss(copies, X, Y, activation, lam))
        n[place] = (losses[0] - losses[1]) / 2e-5
    size = np.linalg.norm(n) + np.linalg.norm(gradients[k])
    if size > 0 and np.linalg.norm(gradients[k] - n) / size > 1e-5:
        wrong.append(k)
return wrong
""",
)
right(
    "wrong_gradients",
    "arguments of gradient_check the other way round, argwhere",
    """
EPSILON = 1e-5

def wrong_gradients(gradients, params, X, Y, activation, lam):
    n = numerical_gradient(params, X, Y, activation, lam, EPSILON)
    return np.argwhere(np.array(gradient_check(n, gradients)) >= EPSILON).flatten().tolist()
""",
)
right(
    "wrong_gradients",
    "one parameter at a time through gradient_check",
    """
answer = []
for i, n in enumerate(numerical_gradient(params, X, Y, activation, lam, 0.00001)):
    if gradient_check([gradients[i]], [n])[0] > 0.00001:
        answer += [i]
return np.array(answer, dtype=int)
""",
)

slip(
    "wrong_gradients",
    "the positions of the right ones",
    "errors[i] > 1e-5",
    "errors[i] < 1e-5",
    "that are right|other way|swap",
)
slip("wrong_gradients", "counted from 1", "wrong.append(i)", "wrong.append(i + 1)", "from 0|from 1|begin with 0")
slip(
    "wrong_gradients",
    "a limit of 1e-2",
    "errors[i] > 1e-5",
    "errors[i] > 1e-2",
    r"limit|threshold|1e-5|small|miss|bound",
)
slip(
    "wrong_gradients",
    "a limit of 1e-3",
    "errors[i] > 1e-5",
    "errors[i] > 1e-3",
    r"limit|threshold|1e-5|small|miss|bound",
)
slip(
    "wrong_gradients",
    "a limit of 1e-10",
    "errors[i] > 1e-5",
    "errors[i] > 1e-10",
    r"limit|threshold|1e-5|round|strict|bound",
)
slip("wrong_gradients", "a limit of 0", "errors[i] > 1e-5", "errors[i] > 0", r"limit|threshold|1e-5|round|strict|bound")
slip("wrong_gradients", "an epsilon of 0.1", "lam, 1e-5)", "lam, 0.1)", "epsilon|coarse|large|dial")
slip("wrong_gradients", "an epsilon of 1e-12", "lam, 1e-5)", "lam, 1e-12)", "epsilon|fine|right but for rounding")
slip("wrong_gradients", "without the penalty", "activation, lam, 1e-5", "activation, 0, 1e-5", "lam|penalty")
slip("wrong_gradients", "always relu", "activation, lam, 1e-5", '"relu", lam, 1e-5', "relu|activation")
slip("wrong_gradients", "lam and epsilon swapped", "lam, 1e-5)", "1e-5, lam)", "swap|order|lam|epsilon")
slip("wrong_gradients", "true and false", "wrong = []", "return np.array(errors) > 1e-5", "true|bool")
slip("wrong_gradients", "how many", "return wrong", "return len(wrong)", "how many|count")
slip("wrong_gradients", "whether any", "return wrong", "return len(wrong) > 0", "whether any|true|bool")
slip("wrong_gradients", "the errors themselves", "wrong.append(i)", "wrong.append(errors[i])", "errors")
slip("wrong_gradients", "all errors", "return wrong", "return errors", "errors")
slip(
    "wrong_gradients",
    "names",
    "wrong.append(i)",
    'wrong.append(("dW" if i % 2 == 0 else "db") + str(i // 2 + 1))',
    "name|text",
)
slip("wrong_gradients", "layers, not positions", "wrong.append(i)", "wrong.append(i // 2)", "layer")
slip("wrong_gradients", "only the first wrong one", "wrong.append(i)", "return [i]", "first wrong|first one")
slip("wrong_gradients", "only the last wrong one", "wrong.append(i)", "wrong = [i]", "last wrong|last one")
slip("wrong_gradients", "from the last to the first", "return wrong", "return wrong[::-1]", "order|revers|last")
slip(
    "wrong_gradients",
    "only the weights are looked at",
    "range(len(errors))",
    "range(0, len(errors), 2)",
    "bias|weights|odd|every",
)
slip("wrong_gradients", "the last one is not looked at", "range(len(errors))", "range(len(errors) - 1)", "last")
slip(
    "wrong_gradients",
    "the first one is not looked at",
    "range(len(errors))",
    "range(1, len(errors))",
    "first|position 0|dW1",
)
slip("wrong_gradients", "the largest error only", "wrong.append(i)", "return [int(np.argmax(errors))]", "largest")
slip(
    "wrong_gradients",
    "None where all are right",
    "return wrong",
    "return wrong if wrong else None",
    "none|None|empty|nothing",
)
slip(
    "wrong_gradients",
    "-1 where all are right",
    "return wrong",
    "return wrong if wrong else [-1]",
    "empty|no positions|all are right|none|-1|−1",
)
wrong(
    "wrong_gradients",
    "np.where without its [0]",
    """
errors = np.array(gradient_check(gradients, numerical_gradient(params, X, Y, activation, lam, 1e-5)))
return np.where(errors > 1e-5)
""",
    r"\[0\]|tuple|inside|np\.where|nested|list|bare",
)
wrong(
    "wrong_gradients",
    "exactly equal or wrong",
    """
numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
return [i for i in range(len(params)) if not np.array_equal(gradients[i], numerical[i])]
""",
    "exact|round|digit",
)
wrong(
    "wrong_gradients",
    "absolute differences",
    """
numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
return [i for i in range(len(params)) if np.linalg.norm(gradients[i] - numerical[i]) > 1e-5]
""",
    "relative|compared|absolute",
)
wrong(
    "wrong_gradients",
    "all from the first wrong one on",
    """
errors = gradient_check(gradients, numerical_gradient(params, X, Y, activation, lam, 1e-5))
for i in range(len(errors)):
    if errors[i] > 1e-5:
        return list(range(i, len(errors)))
return []
""",
    "behind|by itself|all from|everything after",
)
wrong(
    "wrong_gradients",
    "both gradients of a layer",
    """
errors = gradient_check(gradients, numerical_gradient(params, X, Y, activation, lam, 1e-5))
wrong = []
for l in range(len(errors) // 2):
    if errors[2 * l] > 1e-5 or errors[2 * l + 1] > 1e-5:
        wrong += [2 * l, 2 * l + 1]
return wrong
""",
    "both|by itself|whole layer",
)
slip(
    "wrong_gradients",
    "compares the sizes, not the error",
    "errors[i] > 1e-5",
    "np.linalg.norm(numerical[i]) > 1e-5",
    "relative error|all of them|compared",
)

# -- dropout_forward

right(
    "dropout_forward",
    "numbers for the mask",
    """
keeps = rng.random(size=A.shape)
mask = np.where(keeps < keep, 1.0, 0.0)
return np.multiply(A, mask) / keep, mask
""",
)
right(
    "dropout_forward",
    "binomial, single precision",
    """
mask = rng.binomial(1, keep, A.shape).astype(np.float32)
out = A.astype(np.float32)
out *= mask
out /= np.float32(keep)
return out, mask
""",
)
right(
    "dropout_forward",
    "choice",
    """
mask = rng.choice([1, 0], size=A.shape, p=[keep, 1 - keep])
return mask * (A / keep), mask
""",
)
right(
    "dropout_forward",
    "set to zero in a copy",
    """
mask = rng.uniform(0, 1, A.shape) >= 1 - keep
A_dropped = A.copy() / keep
A_dropped[~mask] = 0
return [A_dropped, mask]
""",
)
right(
    "dropout_forward",
    "an entry at a time",
    """
units, m = A.shape
A_dropped = np.zeros((units, m))
mask = np.zeros((units, m), dtype=int)
for u in range(units):
    for i in range(m):
        if rng.random() < keep:
            mask[u, i] = 1
            A_dropped[u, i] = A[u, i] / keep
return A_dropped, mask
""",
)
right(
    "dropout_forward",
    "the other side of the draw, np.where",
    """
off = rng.random(A.shape) > keep
scale = 1 / keep
return np.where(off, 0, A * scale), np.logical_not(off)
""",
)

slip(
    "dropout_forward",
    "keeps what should go",
    "rng.random(A.shape) < keep",
    "rng.random(A.shape) > keep",
    "other way|wrong way|1 - keep|1 − keep|swap|turned",
)
slip("dropout_forward", "not divided", "A * mask / keep", "A * mask", "divid|scale")
slip("dropout_forward", "multiplied by keep", "A * mask / keep", "A * mask * keep", "divid|multipl")
slip("dropout_forward", "divided by 1 - keep", "A * mask / keep", "A * mask / (1 - keep)", "1 - keep|1 − keep|divid")
slip("dropout_forward", "divided twice", "A * mask / keep", "A * mask / keep / keep", "twice|divid|square")
slip("dropout_forward", "divided by the root of keep", "A * mask / keep", "A * mask / np.sqrt(keep)", "root|divid")
slip(
    "dropout_forward",
    "divided by the share that stayed",
    "A * mask / keep",
    "A * mask / mask.mean()",
    "share|stayed|mean|keep",
)
slip("dropout_forward", "whole units", "rng.random(A.shape)", "rng.random((A.shape[0], 1))", "unit|row|entry|each")
slip(
    "dropout_forward",
    "whole digits",
    "rng.random(A.shape)",
    "rng.random((1, A.shape[1]))",
    "column|example|digit|entry|each",
)
slip(
    "dropout_forward",
    "one draw for everything",
    "rng.random(A.shape)",
    "rng.random()",
    "one draw|entry|each|shape|single",
)
slip(
    "dropout_forward",
    "whole units, the mask spread out",
    "mask = rng.random(A.shape) < keep",
    "mask = np.ones(A.shape) * (rng.random((A.shape[0], 1)) < keep)",
    "unit|row|entry|each",
)
slip("dropout_forward", "NumPy's global numbers", "rng.random(A.shape)", "np.random.rand(*A.shape)", r"\brng\b")
slip(
    "dropout_forward",
    "a generator of its own",
    "rng.random(A.shape)",
    "np.random.default_rng(0).random(A.shape)",
    r"\brng\b",
)
slip(
    "dropout_forward",
    "normal numbers",
    "rng.random(A.shape)",
    "rng.normal(size=A.shape)",
    "normal|uniform|random|share",
)
slip(
    "dropout_forward",
    "normal numbers, absolute",
    "rng.random(A.shape)",
    "abs(rng.normal(size=A.shape))",
    "normal|uniform|share",
)
slip(
    "dropout_forward",
    "uniform between -1 and 1",
    "rng.random(A.shape)",
    "rng.uniform(-1, 1, A.shape)",
    "uniform|between|share|0 and 1|0 to 1",
)
slip(
    "dropout_forward",
    "the mask comes first",
    "return A_dropped, mask",
    "return mask, A_dropped",
    "order|swap|first|second",
)
slip(
    "dropout_forward",
    "the mask is divided too",
    "rng.random(A.shape) < keep",
    "(rng.random(A.shape) < keep) / keep",
    "mask|twice|divid",
)
wrong(
    "dropout_forward",
    "the mask holds 1 / keep",
    """
mask = (rng.random(A.shape) < keep) / keep
return A * mask, mask
""",
    "mask.*(1|0|keep|divid|scale)",
)
slip(
    "dropout_forward",
    "the mask is turned round",
    "return A_dropped, mask",
    "return A_dropped, ~mask",
    "mask|other way|turned|swap",
)
slip(
    "dropout_forward", "only A comes back", "return A_dropped, mask", "return A_dropped", "two|mask|both|second|values"
)
slip(
    "dropout_forward",
    "A itself is changed",
    "A_dropped = A * mask / keep",
    "A *= mask\nA /= keep\nA_dropped = A",
    "chang|copy|write|overwrit",
)
slip("dropout_forward", "always half", "< keep", "< 0.5", "keep|0.5|half")
slip(
    "dropout_forward",
    "an exact share is kept",
    "mask = rng.random(A.shape) < keep",
    "flat = np.zeros(A.size)\nflat[rng.permutation(A.size)[:round(keep * A.size)]] = 1\nmask = flat.reshape(A.shape)",
    "exact|itself|each|share|same number|always",
)
slip(
    "dropout_forward",
    "the same mask every time",
    "mask = rng.random(A.shape) < keep",
    "mask = np.random.RandomState(1).rand(*A.shape) < keep",
    r"\brng\b|same",
    "seed",
)
slip(
    "dropout_forward",
    "mask from what is not zero",
    "return A_dropped, mask",
    "return A_dropped, A_dropped != 0",
    "mask|zero|0",
)
slip("dropout_forward", "the dropped A without the mask", "A * mask / keep", "A / keep", "mask|0|zero|switch")
slip(
    "dropout_forward",
    "keep is the probability of going",
    "rng.random(A.shape) < keep",
    "rng.random(A.shape) < 1 - keep",
    "other way|wrong way|1 - keep|1 − keep|swap|turned|stay",
)
slip("dropout_forward", "also drops at test time by halving", "A * mask / keep", "A * mask / (keep + 1)", "divid|keep")
slip("dropout_forward", "integer division", "A * mask / keep", "A * mask // keep", "//|whole|integer|round")
slip(
    "dropout_forward",
    "two different draws",
    "A_dropped = A * mask / keep",
    "A_dropped = A * (rng.random(A.shape) < keep) / keep",
    "same mask|mask|second|drawn|two|fresh",
)

# -- dropout_backward

right(
    "dropout_backward",
    "where",
    """
return np.where(mask, dA_dropped / keep, 0)
""",
)
right(
    "dropout_backward",
    "a copy, in place",
    """
dA = np.array(dA_dropped, dtype=float)
dA[np.asarray(mask) == 0] = 0.0
dA /= keep
return dA
""",
)
right(
    "dropout_backward",
    "an entry at a time",
    """
dA = np.zeros(dA_dropped.shape)
for u in range(dA.shape[0]):
    for i in range(dA.shape[1]):
        if mask[u][i]:
            dA[u][i] = dA_dropped[u][i] / keep
return dA
""",
)
right(
    "dropout_backward",
    "single precision, einsum",
    """
scale = np.asarray(mask, dtype=np.float32) / np.float32(keep)
return np.einsum("ui,ui->ui", np.asarray(dA_dropped, dtype=np.float32), scale)
""",
)
right(
    "dropout_backward",
    "the power of keep",
    """
M = mask.astype(int)
return np.multiply(M, dA_dropped) * keep ** -1
""",
)
right(
    "dropout_backward",
    "zeros filled at the mask",
    """
out = np.zeros_like(dA_dropped)
stayed = mask > 0
out[stayed] = dA_dropped[stayed] * (1.0 / keep)
return out
""",
)

slip("dropout_backward", "not divided", "dA_dropped * mask / keep", "dA_dropped * mask", "divid|scale|keep")
slip("dropout_backward", "multiplied by keep", "dA_dropped * mask / keep", "dA_dropped * mask * keep", "divid|multipl")
slip("dropout_backward", "the mask is forgotten", "dA_dropped * mask / keep", "dA_dropped / keep", "mask")
slip("dropout_backward", "handed through", "dA_dropped * mask / keep", "dA_dropped", "mask|unchanged|keep|as it came")
slip(
    "dropout_backward",
    "the mask turned round",
    "dA_dropped * mask / keep",
    "dA_dropped * (1 - mask) / keep",
    "mask|turned|other|stayed|off",
)
slip(
    "dropout_backward",
    "divided by 1 - keep",
    "dA_dropped * mask / keep",
    "dA_dropped * mask / (1 - keep)",
    "1 - keep|1 − keep|divid",
)
slip("dropout_backward", "divided twice", "dA_dropped * mask / keep", "dA_dropped * mask / keep ** 2", "twice|square")
slip(
    "dropout_backward",
    "divided by the root",
    "dA_dropped * mask / keep",
    "dA_dropped * mask / np.sqrt(keep)",
    "root|divid",
)
slip(
    "dropout_backward",
    "divided by the share that stayed",
    "dA_dropped * mask / keep",
    "dA_dropped * mask / mask.mean()",
    "share|mean|stayed|keep",
)
slip(
    "dropout_backward",
    "a fresh mask",
    "dA_dropped * mask / keep",
    "dA_dropped * (np.random.rand(*mask.shape) < keep) / keep",
    "fresh|same|mask|random|given",
)
slip(
    "dropout_backward",
    "a product of matrices",
    "dA_dropped * mask / keep",
    "dA_dropped @ mask.T / keep",
    "entry|matrix|@|shape|product",
)
slip(
    "dropout_backward",
    "a product of square matrices",
    "dA_dropped * mask / keep",
    "dA_dropped.T @ mask / keep",
    "entry|matrix|@|shape|product|transpos",
)
slip(
    "dropout_backward",
    "changes its argument",
    "dA = dA_dropped * mask / keep",
    "dA_dropped[mask == 0] = 0\ndA = dA_dropped / keep",
    "chang|copy|write|overwrit",
)
slip("dropout_backward", "a fixed keep", "/ keep", "/ 0.8", r"0\.8|keep")
slip("dropout_backward", "a fixed keep of a half", "/ keep", "/ 0.5", r"0\.5|keep|twice|2")
slip(
    "dropout_backward",
    "divides the ones that went",
    "dA_dropped * mask / keep",
    "np.where(mask, dA_dropped, dA_dropped / keep)",
    "mask|off|0|zero|stayed",
)
slip(
    "dropout_backward",
    "unscaled where it stayed, rest kept",
    "dA_dropped * mask / keep",
    "np.where(mask, dA_dropped / keep, dA_dropped)",
    "mask|off|0|zero|went|switched",
)
slip(
    "dropout_backward",
    "integer division",
    "dA_dropped * mask / keep",
    "dA_dropped * mask // keep",
    "//|whole|round|integer",
)
slip("dropout_backward", "a minus", "dA_dropped * mask / keep", "-dA_dropped * mask / keep", "sign|minus|negative")
slip(
    "dropout_backward",
    "a mean over the examples",
    "dA_dropped * mask / keep",
    "dA_dropped * mask / keep / mask.shape[1]",
    r"1/m|\bm\b|mean|examples|divid|column",
)
slip("dropout_backward", "transposed", "return dA", "return dA.T", "transpos|shape")
slip("dropout_backward", "a row's sum", "return dA", "return dA.sum(axis=1, keepdims=True)", "sum|shape|entry")
slip(
    "dropout_backward",
    "keep where it stayed, and 1 elsewhere",
    "dA_dropped * mask / keep",
    "dA_dropped / np.where(mask, keep, 1)",
    "mask|off|0|zero",
)
slip(
    "dropout_backward",
    "1 / keep alone",
    "dA_dropped * mask / keep",
    "mask / keep",
    "without the blame|blame that|multipl",
)
slip(
    "dropout_backward",
    "keep in the place of 1/keep, times the mask twice",
    "dA_dropped * mask / keep",
    "dA_dropped * mask * (1 / keep - 1)",
    "keep|divid",
)
slip("dropout_backward", "added", "dA_dropped * mask / keep", "dA_dropped + mask / keep", "multipl|add|times")

# -- batch_norm_forward

right(
    "batch_norm_forward",
    "by hand",
    """
m = Z.shape[1]
mu = np.sum(Z, axis=1, keepdims=True) / m
v = np.sum((Z - mu) ** 2, axis=1, keepdims=True) / m
std = (v + 1e-5) ** 0.5
Z_hat = (Z - mu) / std
return (gamma * Z_hat + beta, Z_hat, std,
        running_mean * momentum + mu * (1 - momentum), running_var * momentum + v * (1 - momentum))
""",
)
right(
    "batch_norm_forward",
    "running averages in place",
    """
mu = Z.mean(1)[:, None]
centred = Z - mu
var = (centred * centred).mean(1)[:, None]
std = np.sqrt(var + 0.00001)
Z_hat = centred / std
running_mean *= momentum
running_mean += (1 - momentum) * mu
running_var *= momentum
running_var += (1 - momentum) * var
return [Z_hat * gamma + beta, Z_hat, std, running_mean, running_var]
""",
)
right(
    "batch_norm_forward",
    "a unit at a time",
    """
units, m = Z.shape
out, Z_hat = np.zeros((units, m)), np.zeros((units, m))
std, new_mean, new_var = np.zeros((units, 1)), np.zeros((units, 1)), np.zeros((units, 1))
for u in range(units):
    mean, var = np.mean(Z[u]), np.var(Z[u])
    std[u, 0] = np.sqrt(var + 1e-5)
    for i in range(m):
        Z_hat[u, i] = (Z[u, i] - mean) / std[u, 0]
        out[u, i] = gamma[u, 0] * Z_hat[u, i] + beta[u, 0]
    new_mean[u, 0] = momentum * running_mean[u, 0] + (1 - momentum) * mean
    new_var[u, 0] = momentum * running_var[u, 0] + (1 - momentum) * var
return out, Z_hat, std, new_mean, new_var
""",
)
right(
    "batch_norm_forward",
    "the difference form of the average",
    """
mean = np.average(Z, axis=1).reshape(-1, 1)
var = np.std(Z, axis=1).reshape(-1, 1) ** 2
std = np.sqrt(1e-5 + var)
Z_hat = (1 / std) * (Z - mean)
out = beta + np.multiply(gamma, Z_hat)
new = 1 - momentum
return out, Z_hat, std, running_mean + new * (mean - running_mean), running_var - new * (running_var - var)
""",
)
right(
    "batch_norm_forward",
    "single precision",
    """
Z = Z.astype(np.float32)
mean = Z.mean(axis=1, keepdims=True)
var = Z.var(axis=1, keepdims=True)
std = np.sqrt(var + np.float32(1e-5))
Z_hat = Z - mean
Z_hat /= std
k = np.float32(momentum)
return gamma * Z_hat + beta, Z_hat, std, k * running_mean + (1 - k) * mean, k * running_var + (1 - k) * var
""",
)
right(
    "batch_norm_forward",
    "einsum and a constant of its own",
    """
EPS = 1e-5

def average(old, new, momentum):
    return momentum * old + (1.0 - momentum) * new

def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    m = Z.shape[-1]
    mean = np.einsum("ui->u", Z)[:, np.newaxis] / m
    D = Z - mean
    var = np.einsum("ui,ui->u", D, D)[:, np.newaxis] / m
    std = np.sqrt(var + EPS)
    Z_hat = D / std
    return gamma * Z_hat + beta, Z_hat, std, average(running_mean, mean, momentum), average(running_var, var, momentum)
""",
)

slip("batch_norm_forward", "over the units, not the digits", "axis=1", "axis=0", "axis|row|column")
slip("batch_norm_forward", "over everything", "axis=1, keepdims=True", "keepdims=True", "axis|row|each unit|whole")
slip(
    "batch_norm_forward",
    "divided by m - 1",
    "Z.var(axis=1, ",
    "Z.var(axis=1, ddof=1, ",
    "m - 1|m − 1|ddof|divided by m",
)
slip("batch_norm_forward", "the tiny number is missing", "np.sqrt(var + 1e-5)", "np.sqrt(var)", "1e-5|tiny|0")
slip(
    "batch_norm_forward",
    "the tiny number outside the root",
    "np.sqrt(var + 1e-5)",
    "np.sqrt(var) + 1e-5",
    "root|inside|outside|1e-5",
)
slip("batch_norm_forward", "the tiny number is 1e-3", "1e-5", "1e-3", r"1e-5|0\.001|1e-3")
slip("batch_norm_forward", "the tiny number is 1e-8", "1e-5", "1e-8", r"1e-5|1e-8")
slip(
    "batch_norm_forward",
    "gamma and beta swapped",
    "gamma * Z_hat + beta",
    "beta * Z_hat + gamma",
    "swap|gamma.*beta|beta.*gamma",
)
slip("batch_norm_forward", "beta is missing", "gamma * Z_hat + beta", "gamma * Z_hat", "beta")
slip("batch_norm_forward", "gamma is missing", "gamma * Z_hat + beta", "Z_hat + beta", "gamma")
slip(
    "batch_norm_forward", "gamma multiplies beta too", "gamma * Z_hat + beta", "gamma * (Z_hat + beta)", "beta|bracket"
)
slip("batch_norm_forward", "gamma times Z", "gamma * Z_hat + beta", "gamma * Z + beta", "Z_hat|normal")
slip(
    "batch_norm_forward",
    "divided by the variance",
    "Z_hat = (Z - mean) / std",
    "Z_hat = (Z - mean) / (var + 1e-5)",
    "variance|root|std",
)
slip("batch_norm_forward", "the mean is not taken away", "(Z - mean) / std", "Z / std", "mean")
slip("batch_norm_forward", "brackets are missing", "(Z - mean) / std", "Z - mean / std", "bracket|parenthes|divid|mean")
slip("batch_norm_forward", "not divided at all", "(Z - mean) / std", "Z - mean", "divid|std|spread")
slip(
    "batch_norm_forward",
    "momentum the other way round",
    "momentum * running_mean + (1 - momentum) * mean\nnew_var = momentum * running_var + (1 - momentum) * var",
    "(1 - momentum) * running_mean + momentum * mean\nnew_var = (1 - momentum) * running_var + momentum * var",
    "momentum|swap|other way|old",
)
slip(
    "batch_norm_forward",
    "momentum the other way round for the variance",
    "momentum * running_var + (1 - momentum) * var",
    "(1 - momentum) * running_var + momentum * var",
    "momentum|swap|other way|old",
)
slip(
    "batch_norm_forward",
    "the running averages stay as they were",
    "return out, Z_hat, std, new_mean, new_var",
    "return out, Z_hat, std, running_mean, running_var",
    "running|old|unchanged|updat|as they were",
)
slip(
    "batch_norm_forward",
    "this batch's mean and variance come back",
    "return out, Z_hat, std, new_mean, new_var",
    "return out, Z_hat, std, mean, var",
    "running|batch|average|old",
)
slip("batch_norm_forward", "a fixed momentum", "m = Z.shape[1]", "momentum = 0.9", r"momentum|0\.9")
slip("batch_norm_forward", "a fixed momentum of 0.99", "m = Z.shape[1]", "momentum = 0.99", r"momentum|0\.99")
slip(
    "batch_norm_forward",
    "the running variance takes the std",
    "(1 - momentum) * var",
    "(1 - momentum) * std",
    "variance|root|std",
)
slip(
    "batch_norm_forward",
    "the running variance has the tiny number in it",
    "(1 - momentum) * var",
    "(1 - momentum) * (var + 1e-5)",
    "1e-5|tiny|variance",
)
slip(
    "batch_norm_forward",
    "the running variance is divided by m - 1",
    "(1 - momentum) * var",
    "(1 - momentum) * var * m / (m - 1)",
    "m - 1|m − 1|variance|running",
)
slip(
    "batch_norm_forward",
    "the old averages are not weakened",
    "momentum * running_mean + (1 - momentum) * mean",
    "running_mean + (1 - momentum) * mean",
    "momentum|old|running",
)
slip(
    "batch_norm_forward",
    "this batch counts in full",
    "momentum * running_mean + (1 - momentum) * mean",
    "momentum * running_mean + mean",
    "1 - momentum|1 − momentum|momentum|running|batch",
)
slip(
    "batch_norm_forward",
    "running mean and variance swapped",
    "std, new_mean, new_var",
    "std, new_var, new_mean",
    "order|swap",
)
slip("batch_norm_forward", "Z_hat first", "return out, Z_hat,", "return Z_hat, out,", "order|swap|first")
slip("batch_norm_forward", "var in the place of std", "out, Z_hat, std,", "out, Z_hat, var,", "std|root|variance")
slip(
    "batch_norm_forward",
    "std without the tiny number comes back",
    "out, Z_hat, std,",
    "out, Z_hat, np.sqrt(var),",
    "1e-5|tiny|std",
)
slip("batch_norm_forward", "std flat", "out, Z_hat, std,", "out, Z_hat, std.ravel(),", "shape|column|keepdims")
slip(
    "batch_norm_forward",
    "the running averages normalise",
    "(Z - mean) / std",
    "(Z - running_mean) / np.sqrt(running_var + 1e-5)",
    "running|batch",
)
slip(
    "batch_norm_forward",
    "the new averages normalise",
    "Z_hat = (Z - mean) / std\nout = gamma * Z_hat + beta\nnew_mean = momentum * running_mean + (1 - momentum) * mean",
    "new_mean = momentum * running_mean + (1 - momentum) * mean\n"
    "Z_hat = (Z - new_mean) / std\nout = gamma * Z_hat + beta",
    "running|batch|mean",
)
slip(
    "batch_norm_forward",
    "Z itself is changed",
    "Z_hat = (Z - mean) / std",
    "Z -= mean\nZ_hat = Z / std",
    "chang|copy|write|overwrit",
)
slip(
    "batch_norm_forward",
    "the running mean of what comes out",
    "(1 - momentum) * mean",
    "(1 - momentum) * out.mean(axis=1, keepdims=True)",
    "mean|running|out|batch",
)
slip(
    "batch_norm_forward",
    "three outputs",
    "return out, Z_hat, std, new_mean, new_var",
    "return out, Z_hat, std",
    "five|three|3|5|outputs|values",
)
slip(
    "batch_norm_forward",
    "the variance without squares",
    "Z.var(axis=1, keepdims=True)",
    "np.abs(Z - mean).mean(axis=1, keepdims=True)",
    "square|absolute|variance",
)
slip(
    "batch_norm_forward",
    "the mean square, not the variance",
    "Z.var(axis=1, keepdims=True)",
    "(Z ** 2).mean(axis=1, keepdims=True)",
    "mean|square|variance",
)

# -- batch_norm_backward

right(
    "batch_norm_backward",
    "one line of sums",
    """
m = dout.shape[1]
dbeta = dout.sum(axis=1).reshape(-1, 1)
dgamma = (dout * Z_hat).sum(axis=1).reshape(-1, 1)
dZ = gamma / (m * std) * (m * dout - dbeta - Z_hat * dgamma)
return dZ, dgamma, dbeta
""",
)
right(
    "batch_norm_backward",
    "einsum, a list",
    """
d = gamma * dout
m = d.shape[1]
shift = np.einsum("ui->u", d)[:, None] / m
stretch = np.einsum("ui,ui->u", d, Z_hat)[:, None] / m
dZ = (d - shift - stretch * Z_hat) / std
return [dZ, np.einsum("ui,ui->u", dout, Z_hat)[:, None], np.einsum("ui->u", dout)[:, None]]
""",
)
right(
    "batch_norm_backward",
    "a unit at a time",
    """
units, m = dout.shape
dZ = np.zeros((units, m))
dgamma = np.zeros((units, 1))
dbeta = np.zeros((units, 1))
for u in range(units):
    for i in range(m):
        dgamma[u] += dout[u, i] * Z_hat[u, i]
        dbeta[u] += dout[u, i]
    d = gamma[u, 0] * dout[u]
    dZ[u] = (d - np.mean(d) - Z_hat[u] * np.mean(d * Z_hat[u])) / std[u, 0]
return dZ, dgamma, dbeta
""",
)
right(
    "batch_norm_backward",
    "single precision",
    """
dout = dout.astype(np.float32)
Z_hat = Z_hat.astype(np.float32)
dh = dout * gamma
dZ = dh - dh.mean(axis=1, keepdims=True)
dZ = dZ - Z_hat * np.mean(dh * Z_hat, axis=1, keepdims=True)
return (dZ / std).astype(np.float32), np.sum(dout * Z_hat, 1, keepdims=True), np.sum(dout, 1, keepdims=True)
""",
)
right(
    "batch_norm_backward",
    "a projection matrix a unit",
    """
rows = []
m = dout.shape[1]
for d, z, s, g in zip(dout, Z_hat, std, gamma):
    P = np.eye(m) - np.ones((m, m)) / m - np.outer(z, z) / m
    rows.append(P @ d * g / s)
ones = np.ones((m, 1))
return np.array(rows), (dout * Z_hat) @ ones, dout @ ones
""",
)
right(
    "batch_norm_backward",
    "the three paths",
    """
m = dout.shape[1]
centred = Z_hat * std
dZ_hat = dout * gamma
dvar = np.sum(dZ_hat * centred * -0.5 * std ** -3, axis=1, keepdims=True)
dmean = np.sum(-dZ_hat / std, axis=1, keepdims=True) + dvar * np.mean(-2 * centred, axis=1, keepdims=True)
dZ = dZ_hat / std + dvar * 2 * centred / m + dmean / m
dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
return dZ, dgamma, np.sum(dout, axis=1, keepdims=True)
""",
)

slip("batch_norm_backward", "the means for dgamma and dbeta", "np.sum(", "np.mean(", r"1/m|mean|sum")
slip(
    "batch_norm_backward",
    "the mean for dgamma",
    "np.sum(dout * Z_hat",
    "np.mean(dout * Z_hat",
    r"1/m|mean|divided by m",
)
slip("batch_norm_backward", "the mean for dbeta", "np.sum(dout, ", "np.mean(dout, ", r"1/m|mean|divided by m")
slip("batch_norm_backward", "dgamma without Z_hat", "np.sum(dout * Z_hat", "np.sum(dout", "Z_hat")
slip("batch_norm_backward", "over the units", "axis=1", "axis=0", "axis|row|shape")
slip(
    "batch_norm_backward",
    "dgamma and dbeta over the units",
    "np.sum(dout * Z_hat, axis=1, keepdims=True)\ndbeta = np.sum(dout, axis=1, ",
    "np.sum(dout * Z_hat, axis=0, keepdims=True)\ndbeta = np.sum(dout, axis=0, ",
    "axis|row|shape",
)
slip(
    "batch_norm_backward",
    "flat dgamma and dbeta",
    "np.sum(dout * Z_hat, axis=1, keepdims=True)\ndbeta = np.sum(dout, axis=1, keepdims=True)",
    "np.sum(dout * Z_hat, axis=1)\ndbeta = np.sum(dout, axis=1)",
    "keepdims|column|shape",
)
slip("batch_norm_backward", "gamma is forgotten in dZ", "dZ_hat = gamma * dout", "dZ_hat = dout", "gamma")
slip("batch_norm_backward", "divided by the variance", ") / std", ") / std ** 2", "std|variance|square|twice")
slip("batch_norm_backward", "multiplied by std", ") / std", ") * std", "divid|multipl|std")
slip("batch_norm_backward", "not divided by std", ") / std", ")", "std|divid")
slip(
    "batch_norm_backward",
    "only the first is divided by std",
    "(dZ_hat - mean1 - Z_hat * mean2) / std",
    "dZ_hat / std - mean1 - Z_hat * mean2",
    "bracket|parenthes|std|divid|all three",
)
slip("batch_norm_backward", "the mean's path is missing", " - mean1", "", "mean")
slip("batch_norm_backward", "the spread's path is missing", " - Z_hat * mean2", "", "spread|Z_hat|third|stretch|last")
slip(
    "batch_norm_backward",
    "as if mean and spread were fixed",
    "(dZ_hat - mean1 - Z_hat * mean2) / std",
    "dZ_hat / std",
    "mean|spread|path",
)
slip(
    "batch_norm_backward",
    "sums instead of means in dZ",
    "dZ_hat.mean(axis=1, keepdims=True)\nmean2 = (dZ_hat * Z_hat).mean(",
    "dZ_hat.sum(axis=1, keepdims=True)\nmean2 = (dZ_hat * Z_hat).sum(",
    "mean",
)
slip("batch_norm_backward", "the mean is added", "dZ_hat - mean1", "dZ_hat + mean1", "minus|sign|add|subtract")
slip("batch_norm_backward", "the third term is added", "- Z_hat * mean2", "+ Z_hat * mean2", "minus|sign|add|subtract")
slip("batch_norm_backward", "Z_hat outside is missing", "- Z_hat * mean2", "- mean2", "Z_hat|times")
slip(
    "batch_norm_backward",
    "the product of the means",
    "(dZ_hat * Z_hat).mean(axis=1, keepdims=True)",
    "dZ_hat.mean(axis=1, keepdims=True) * Z_hat.mean(axis=1, keepdims=True)",
    "product|mean of|each",
)
slip(
    "batch_norm_backward",
    "the mean with dout, not dZ_hat",
    "mean2 = (dZ_hat * Z_hat)",
    "mean2 = (dout * Z_hat)",
    "gamma|dout|dZ_hat",
)
slip(
    "batch_norm_backward",
    "the row mean of dout, not dZ_hat",
    "mean1 = dZ_hat.mean",
    "mean1 = dout.mean",
    "gamma|dout|dZ_hat",
)
slip(
    "batch_norm_backward",
    "dgamma from dZ_hat",
    "np.sum(dout * Z_hat, axis=1, keepdims=True)",
    "np.sum(gamma * dout * Z_hat, axis=1, keepdims=True)",
    "gamma",
)
slip(
    "batch_norm_backward",
    "dbeta times gamma",
    "np.sum(dout, axis=1, keepdims=True)",
    "np.sum(gamma * dout, axis=1, keepdims=True)",
    "gamma",
)
slip(
    "batch_norm_backward",
    "dgamma and dbeta swapped",
    "return dZ, dgamma, dbeta",
    "return dZ, dbeta, dgamma",
    "order|swap",
)
slip("batch_norm_backward", "dZ last", "return dZ, dgamma, dbeta", "return dgamma, dbeta, dZ", "order|first|last|shape")
slip("batch_norm_backward", "dZ divided by m", ") / std\n", ") / std / m\n", r"1/m|\bm\b|divid|mean")
slip(
    "batch_norm_backward",
    "dout itself is changed",
    "dZ_hat = gamma * dout",
    "dout *= gamma\ndZ_hat = dout",
    "chang|copy|write|overwrit",
)
slip(
    "batch_norm_backward",
    "dgamma after dout was changed",
    "m = dout.shape[1]",
    "dout = gamma * dout\nm = dout.shape[1]",
    "gamma",
)
slip("batch_norm_backward", "means over everything", ".mean(axis=1, keepdims=True)", ".mean()", "axis|row|whole|each")
slip(
    "batch_norm_backward",
    "the mean of Z_hat squared",
    "(dZ_hat * Z_hat).mean",
    "(Z_hat * Z_hat).mean",
    "Z_hat times Z_hat|square|without any blame",
)
slip(
    "batch_norm_backward",
    "divided by m - 1",
    "(dZ_hat * Z_hat).mean(axis=1, keepdims=True)",
    "(dZ_hat * Z_hat).sum(axis=1, keepdims=True) / (m - 1)",
    "m - 1|m − 1|mean",
)
slip(
    "batch_norm_backward",
    "only dZ comes back",
    "return dZ, dgamma, dbeta",
    "return dZ",
    "three|3|outputs|values|dgamma",
)
slip(
    "batch_norm_backward",
    "dgamma as an array of Z's shape",
    "np.sum(dout * Z_hat, axis=1, keepdims=True)",
    "dout * Z_hat",
    "sum|shape",
)
slip(
    "batch_norm_backward",
    "gamma below, not above",
    "dZ_hat = gamma * dout",
    "dZ_hat = dout / gamma",
    "gamma|multipl|divid",
)
slip(
    "batch_norm_backward",
    "the opposite sign",
    "return dZ, dgamma, dbeta",
    "return -dZ, dgamma, dbeta",
    "sign|opposite|minus",
)

# -- batch_norm_predict

right(
    "batch_norm_predict",
    "one line",
    """
return gamma * (Z - running_mean) / np.sqrt(running_var + 1e-5) + beta
""",
)
right(
    "batch_norm_predict",
    "a scale and a shift",
    """
scale = gamma * (running_var + 1e-5) ** -0.5
return Z * scale + (beta - running_mean * scale)
""",
)
right(
    "batch_norm_predict",
    "an entry at a time",
    """
import math

def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    out = []
    for u in range(Z.shape[0]):
        s = math.sqrt(running_var[u, 0] + 1e-5)
        out.append([gamma[u, 0] * (z - running_mean[u, 0]) / s + beta[u, 0] for z in Z[u]])
    return np.array(out)
""",
)
right(
    "batch_norm_predict",
    "a copy, in place",
    """
out = np.array(Z, dtype=float)
out -= running_mean
out /= np.sqrt(running_var + 0.00001)
out *= gamma
out += beta
return out
""",
)
right(
    "batch_norm_predict",
    "transposed and back",
    """
return (((Z.T - running_mean.T) / np.sqrt(running_var.T + 1e-5)) * gamma.T + beta.T).T
""",
)
right(
    "batch_norm_predict",
    "single precision",
    """
f = np.float32
Z_hat = (f(Z) - f(running_mean)) / np.sqrt(f(running_var) + f(1e-5))
return np.add(np.multiply(f(gamma), Z_hat), f(beta))
""",
)

slip(
    "batch_norm_predict",
    "the batch's own mean and variance",
    "std = np.sqrt(running_var + 1e-5)",
    "running_mean = Z.mean(axis=1, keepdims=True)\nrunning_var = Z.var(axis=1, keepdims=True)\n"
    "std = np.sqrt(running_var + 1e-5)",
    "running|batch",
)
slip(
    "batch_norm_predict",
    "the batch's own mean",
    "Z - running_mean",
    "Z - Z.mean(axis=1, keepdims=True)",
    "running|batch|mean",
)
slip(
    "batch_norm_predict",
    "the batch's own variance",
    "running_var + 1e-5",
    "Z.var(axis=1, keepdims=True) + 1e-5",
    "running|batch|variance",
)
slip("batch_norm_predict", "without the root", "np.sqrt(running_var + 1e-5)", "running_var + 1e-5", "root|variance")
slip("batch_norm_predict", "the tiny number is missing", "running_var + 1e-5", "running_var", "1e-5|tiny")
slip(
    "batch_norm_predict",
    "the tiny number outside the root",
    "np.sqrt(running_var + 1e-5)",
    "np.sqrt(running_var) + 1e-5",
    "root|inside|outside|1e-5",
)
slip("batch_norm_predict", "the tiny number is 1e-3", "1e-5", "1e-3", r"1e-5|1e-3|0\.001")
slip("batch_norm_predict", "the tiny number is 1e-8", "1e-5", "1e-8", r"1e-5|1e-8")
slip("batch_norm_predict", "beta is missing", " + beta", "", "beta")
slip("batch_norm_predict", "gamma is missing", "gamma * Z_hat", "Z_hat", "gamma")
slip(
    "batch_norm_predict",
    "gamma and beta swapped",
    "gamma * Z_hat + beta",
    "beta * Z_hat + gamma",
    "swap|gamma.*beta|beta.*gamma",
)
slip(
    "batch_norm_predict",
    "mean and variance swapped",
    "std = np.sqrt(running_var + 1e-5)",
    "running_mean, running_var = running_var, running_mean\nstd = np.sqrt(running_var + 1e-5)",
    "swap|mean|variance",
)
slip("batch_norm_predict", "the mean is added", "Z - running_mean", "Z + running_mean", "subtract|add|minus|plus|sign")
slip("batch_norm_predict", "the mean is not taken away", "(Z - running_mean)", "Z", "mean")
slip(
    "batch_norm_predict",
    "the variance is taken for a std",
    "np.sqrt(running_var + 1e-5)",
    "running_var",
    "root|variance",
)
slip(
    "batch_norm_predict",
    "the variance squared",
    "np.sqrt(running_var + 1e-5)",
    "np.sqrt(running_var ** 2 + 1e-5)",
    "root|square|variance|twice",
)
slip("batch_norm_predict", "multiplied by std", "/ std", "* std", "divid|multipl")
slip("batch_norm_predict", "not divided", "(Z - running_mean) / std", "Z - running_mean", "divid|std|variance|spread")
slip(
    "batch_norm_predict",
    "brackets are missing",
    "(Z - running_mean) / std",
    "Z - running_mean / std",
    "bracket|parenthes|divid|mean",
)
slip(
    "batch_norm_predict",
    "beta is scaled too",
    "gamma * Z_hat + beta",
    "gamma * (Z_hat + beta)",
    "beta|bracket|parenthes",
)
slip("batch_norm_predict", "beta is subtracted", "Z_hat + beta", "Z_hat - beta", "beta|minus|subtract|add")
slip("batch_norm_predict", "gamma divides", "gamma * Z_hat", "Z_hat / gamma", "gamma|divid|multipl")
slip("batch_norm_predict", "gamma is added", "gamma * Z_hat", "gamma + Z_hat", "gamma|multipl|times|add")
slip(
    "batch_norm_predict",
    "Z itself is changed",
    "Z_hat = (Z - running_mean) / std",
    "Z -= running_mean\nZ_hat = Z / std",
    "chang|copy|write|overwrit",
)
slip(
    "batch_norm_predict",
    "the running averages are brought up to date",
    "std = np.sqrt",
    "running_mean = 0.9 * running_mean + 0.1 * Z.mean(axis=1, keepdims=True)\nstd = np.sqrt",
    "running|batch|updat|mean",
)
slip(
    "batch_norm_predict",
    "the parameters as rows",
    "gamma * Z_hat + beta",
    "gamma.T * Z_hat + beta.T",
    "shape|transpos|row|column|broadcast",
)
slip(
    "batch_norm_predict",
    "Z_hat comes back as well",
    "return gamma * Z_hat + beta",
    "return gamma * Z_hat + beta, Z_hat",
    "two|one|tuple|only|values|array",
)
slip(
    "batch_norm_predict",
    "only for a batch of one",
    "std = np.sqrt(running_var + 1e-5)",
    "if Z.shape[1] > 1:\n    running_mean = Z.mean(axis=1, keepdims=True)\n"
    "    running_var = Z.var(axis=1, keepdims=True)\nstd = np.sqrt(running_var + 1e-5)",
    "running|batch",
)
slip("batch_norm_predict", "Z in the place of Z_hat", "gamma * Z_hat", "gamma * Z", "Z_hat|normal|mean")
slip(
    "batch_norm_predict",
    "the mean over std is taken twice",
    "Z_hat = (Z - running_mean) / std",
    "Z_hat = (Z - running_mean / std) / std",
    "mean|divid|twice|bracket",
)

# -- log_uniform

right(
    "log_uniform",
    "powers of ten",
    """
return 10 ** rng.uniform(np.log10(low), np.log10(high), n)
""",
)
right(
    "log_uniform",
    "a power of the ratio",
    """
return low * (high / low) ** rng.random(n)
""",
)
right(
    "log_uniform",
    "one at a time, a list",
    """
import math

def log_uniform(low, high, n, rng):
    numbers = []
    while len(numbers) < n:
        numbers.append(math.exp(rng.uniform(math.log(low), math.log(high))))
    return numbers
""",
)
right(
    "log_uniform",
    "powers of two, from a unit interval",
    """
a, b = np.log2(low), np.log2(high)
u = a + (b - a) * rng.random(size=n)
return np.power(2.0, u)
""",
)
right(
    "log_uniform",
    "by size=, single precision",
    """
u = rng.uniform(low=np.log(low), high=np.log(high), size=(n,))
return np.exp(u).astype(np.float64)
""",
)
right(
    "log_uniform",
    "from the top down",
    """
def log_uniform(low, high, n, rng):
    ratio = np.log(high / low)
    return np.array([high * np.exp(-ratio * rng.random()) for _ in range(n)])
""",
)

slip(
    "log_uniform",
    "ordinary uniform numbers",
    "a = np.log(low)\nb = np.log(high)\nu = rng.uniform(a, b, n)\nreturn np.exp(u)",
    "return rng.uniform(low, high, n)",
    "log|uniform|power",
)
slip("log_uniform", "exp is missing", "np.exp(u)", "u", "exp|logarithm")
slip("log_uniform", "10 to the natural logarithm", "np.exp(u)", "10 ** u", "base|exp|10|log10")
slip("log_uniform", "e to the logarithm of base 10", "np.log(", "np.log10(", "base|10|exp|log")
slip("log_uniform", "2 to the natural logarithm", "np.exp(u)", "2 ** u", "base|exp|2|range|log")
slip("log_uniform", "a single number", "rng.uniform(a, b, n)", "rng.uniform(a, b)", r"\bn\b|one number|single|shape")
slip(
    "log_uniform",
    "the same number n times",
    "rng.uniform(a, b, n)",
    "np.full(n, rng.uniform(a, b))",
    "same|each|one draw|alike",
)
slip("log_uniform", "NumPy's global numbers", "rng.uniform", "np.random.uniform", r"\brng\b")
slip("log_uniform", "a generator of its own", "rng.uniform", "np.random.default_rng(0).uniform", r"\brng\b")
slip(
    "log_uniform",
    "evenly spaced, not random",
    "rng.uniform(a, b, n)",
    "np.linspace(a, b, n)",
    r"random|\brng\b|space|draw",
)
slip("log_uniform", "a column", "rng.uniform(a, b, n)", "rng.uniform(a, b, (n, 1))", "shape|column|flat")
slip("log_uniform", "one too few", "rng.uniform(a, b, n)", "rng.uniform(a, b, n - 1)", r"\bn\b|few|shape|number")
slip("log_uniform", "one too many", "rng.uniform(a, b, n)", "rng.uniform(a, b, n + 1)", r"\bn\b|many|shape|number")
slip(
    "log_uniform",
    "the logarithm of uniform numbers",
    "a = np.log(low)\nb = np.log(high)\nu = rng.uniform(a, b, n)\nreturn np.exp(u)",
    "return np.log(rng.uniform(np.exp(low), np.exp(high), n))",
    "log|exp|other way|swap|uniform",
)
slip(
    "log_uniform",
    "exp of uniform numbers between low and high",
    "a = np.log(low)\nb = np.log(high)",
    "a, b = low, high",
    "log|exp",
)
slip(
    "log_uniform",
    "whole powers of ten only",
    "a = np.log(low)\nb = np.log(high)\nu = rng.uniform(a, b, n)\nreturn np.exp(u)",
    "k = rng.integers(round(np.log10(low)), round(np.log10(high)) + 1, n)\nreturn 10.0 ** k",
    "power|whole|between|integer|few",
)
slip(
    "log_uniform",
    "normal in the logarithm",
    "rng.uniform(a, b, n)",
    "rng.normal((a + b) / 2, (b - a) / 6, n)",
    "normal|uniform|middle|equal",
)
slip(
    "log_uniform",
    "only between 0 and the width",
    "rng.uniform(a, b, n)",
    "rng.uniform(0, b - a, n)",
    "low|range|from|below|above|log",
)
slip("log_uniform", "starts at 1", "rng.uniform(a, b, n)", "b * rng.random(n)", "low|range|start|log")
slip(
    "log_uniform",
    "the width is not added to low",
    "rng.uniform(a, b, n)",
    "a + b * rng.random(n)",
    "range|high|width|difference|between|−|-",
)
slip(
    "log_uniform",
    "clipped from a wider range",
    "rng.uniform(a, b, n)",
    "np.clip(rng.uniform(a - 1, b + 1, n), a, b)",
    "clip|edge|low|high|exactly|ends|share|uniform",
)
slip(
    "log_uniform",
    "the upper half only",
    "rng.uniform(a, b, n)",
    "rng.uniform((a + b) / 2, b, n)",
    "low|range|half|reach|equal shares",
)
slip(
    "log_uniform",
    "always between 1e-4 and 1",
    "np.log(low)\nb = np.log(high)",
    "np.log(1e-4)\nb = np.log(1)",
    "low|high|fixed|range",
)
slip(
    "log_uniform",
    "uniform in the root",
    "a = np.log(low)\nb = np.log(high)\nu = rng.uniform(a, b, n)\nreturn np.exp(u)",
    "return rng.uniform(np.sqrt(low), np.sqrt(high), n) ** 2",
    "log|root|uniform|share|power",
)
slip(
    "log_uniform",
    "uniform in 1 / x",
    "a = np.log(low)\nb = np.log(high)\nu = rng.uniform(a, b, n)\nreturn np.exp(u)",
    "return 1 / rng.uniform(1 / high, 1 / low, n)",
    "log|uniform|share|power|small",
)
slip(
    "log_uniform",
    "np.log1p and expm1",
    "a = np.log(low)\nb = np.log(high)\nu = rng.uniform(a, b, n)\nreturn np.exp(u)",
    "return np.expm1(rng.uniform(np.log1p(low), np.log1p(high), n))",
    "log|uniform|share|power",
)
slip(
    "log_uniform",
    "a product of two uniform numbers",
    "return np.exp(u)",
    "return np.exp(rng.uniform(a / 2, b / 2, n) + rng.uniform(a / 2, b / 2, n))",
    "uniform|middle|two|share|equal",
)
slip("log_uniform", "lognormal numbers", "rng.uniform(a, b, n)", "rng.normal(size=n)", "normal|uniform|low|high|range")
slip(
    "log_uniform",
    "the sign is lost",
    "rng.uniform(a, b, n)",
    "np.abs(rng.uniform(a, b, n))",
    "range|sign|high|above|abs|log",
)
slip("log_uniform", "rounded to whole numbers", "np.exp(u)", "np.round(np.exp(u))", "round|whole")


# -- what later rounds found untold or uncaught at first

wrong(
    "activate",
    "loop with return inside",
    """
def activate(Z, activation):
    out = np.zeros_like(Z)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            z = Z[i, j]
            if activation == "relu":
                out[i, j] = max(0, z)
            elif activation == "leaky_relu":
                out[i, j] = z if z > 0 else 0.01 * z
            elif activation == "tanh":
                out[i, j] = np.tanh(z)
            else:
                out[i, j] = 1 / (1 + np.exp(-z))
        return out
""",
    r"return.*(loop|indent)|first row|only .*row|one row|indent",
)

wrong(
    "activate",
    "integer zeros_like (dtype)",
    """
def activate(Z, activation):
    A = np.zeros(Z.shape, dtype=int)
    if activation == "relu":
        A[Z > 0] = Z[Z > 0]
    elif activation == "leaky_relu":
        A = np.where(Z > 0, Z, 0.01 * Z)
    elif activation == "tanh":
        A = np.tanh(Z)
    else:
        A = 1 / (1 + np.exp(-Z))
    return A
""",
    r"integer|whole number|round|decimal|fraction|dtype|int\b",
)

wrong(
    "activate",
    "clips sigmoid input at 5",
    """
def activate(Z, activation):
    if activation == "relu":
        return np.maximum(0, Z)
    if activation == "leaky_relu":
        return np.where(Z > 0, Z, 0.01 * Z)
    if activation == "tanh":
        return np.tanh(Z)
    return 1 / (1 + np.exp(-np.clip(Z, -5, 5)))
""",
    r"clip|cut|limit|beyond|large|flat|stop|bound",
)

wrong(
    "activate_deriv",
    "tanh derivative 2 missing from identity",
    """
def activate_deriv(Z, activation):
    if activation == "relu":
        return Z > 0
    if activation == "leaky_relu":
        return np.where(Z > 0, 1, 0.01)
    s = 1 / (1 + np.exp(-Z))
    if activation == "tanh":
        s = 1 / (1 + np.exp(-2 * Z))
        return 2 * s * (1 - s)
    return s * (1 - s)
""",
    r"half|twice|factor|2 times|times 2|too small|½",
)

wrong(
    "init_layers",
    "return in loop",
    """
def init_layers(sizes, rng):
    params = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        W = rng.standard_normal(size=(n_out, n_in)) * np.sqrt(2 / n_in)
        b = np.zeros((n_out, 1))
        params.extend([W, b])
        return params
""",
    r"first layer|return.*loop|indent|one layer|only",
)

wrong(
    "init_layers",
    "first size used for all",
    """
def init_layers(sizes, rng):
    params = []
    for l in range(1, len(sizes)):
        params.append(rng.normal(0, np.sqrt(2 / sizes[0]), (sizes[l], sizes[l - 1])))
        params.append(np.zeros((sizes[l], 1)))
    return params
""",
    r"own|each layer|that layer|first (size|layer)|number of inputs|every layer|sizes\[0\]",
)

wrong(
    "forward_deep",
    "hard-coded two layers",
    """
def forward_deep(params, X, activation):
    W1, b1, W2, b2 = params
    Z1 = W1.dot(X) + b1
    A1 = activate(Z1, activation)
    Z2 = W2.dot(A1) + b2
    A2 = softmax(Z2)
    return [Z1, A1, Z2, A2]
""",
    r"two layers|number of layers|any (depth|number)|layers",
)

wrong(
    "forward_deep",
    "range step wrong: hidden layer reuse W1",
    """
def forward_deep(params, X, activation):
    L = len(params) // 2
    A = X
    cache = []
    for l in range(L):
        W, b = params[l], params[l + 1]
        Z = W @ A + b
        A = softmax(Z) if l == L - 1 else activate(Z, activation)
        cache += [Z, A]
    return cache
""",
    r"2 ?\*|position|even|2 ?· ?l|index|params\[|every second|2l",
)

wrong(
    "forward_deep",
    "flattened bias broadcast along examples",
    """
def forward_deep(params, X, activation):
    L = len(params) // 2
    A = X
    cache = []
    for l in range(L):
        Z = params[2 * l] @ A + params[2 * l + 1].mean()
        A = softmax(Z) if l == L - 1 else activate(Z, activation)
        cache += [Z, A]
    return cache
""",
    r"bias|\bb\b",
)

wrong(
    "l2_penalty",
    "norm 2 squared (spectral)",
    """
def l2_penalty(params, lam):
    return lam / 2 * sum(np.linalg.norm(W, 2) ** 2 for W in params[::2])
""",
    r"norm|frobenius|singular|spectral|matrix|entries",
)

wrong(
    "l2_penalty",
    "range(L) rather than step 2",
    """
def l2_penalty(params, lam):
    total = 0
    L = len(params) // 2
    for l in range(L):
        total += np.sum(params[l] ** 2)
    return 0.5 * lam * total
""",
    r"position|even|bias|every second|half of|first half|2 ?\*|params\[",
)

wrong(
    "deep_loss",
    "A1 used instead of AL",
    """
def deep_loss(params, X, Y, activation, lam):
    Z1, A1, Z2, A2 = forward_deep(params, X, activation)
    return cross_entropy(A2, Y) + l2_penalty(params, lam)
""",
    r"two layers|any (depth|number)|number of layers|layers|last|cache\[-1\]",
)

wrong(
    "deep_loss",
    "m is number of pixels",
    """
def deep_loss(params, X, Y, activation, lam):
    A = forward_deep(params, X, activation)[-1]
    m = X.shape[0]
    return -np.sum(np.log(A[Y, np.arange(Y.size)])) / m + l2_penalty(params, lam)
""",
    r"number of (digits|examples)|rows|inputs|pixels|columns|shape\[|mean",
)

wrong(
    "backward_deep",
    "lam/2 W^2 penalty itself",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + l2_penalty(params, lam)
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"derivative|penalty|λ ?W|lam \* W|W itself",
)

wrong(
    "backward_deep",
    "W updated by lam",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        W *= 1 - lam
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"unchanged|params|in place|changes?|overwr|argument",
)

wrong(
    "backward_deep",
    "hard coded two layers",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    W1, b1, W2, b2 = params
    Z1, A1, Z2, A2 = cache
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / m + lam * W2
    db2 = dZ2.mean(axis=1, keepdims=True)
    dZ1 = W2.T @ dZ2 * activate_deriv(Z1, activation)
    return dZ1 @ X.T / m + lam * W1, dZ1.mean(axis=1, keepdims=True), dW2, db2
""",
    r"two layers|number of layers|any (depth|number)|layers",
)

wrong(
    "backward_deep",
    "updates params with alpha",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return [p - 0.1 * g for p, g in zip(params, grads)]
""",
    r"gradient.*(not|instead)|parameter|step|updated",
)

wrong(
    "numerical_gradient",
    "lam zero",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = [np.array(p, dtype=float) for p in params]
    grads = []
    for p in params:
        g = np.zeros_like(p)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            ix = it.multi_index
            old = p[ix]
            p[ix] = old + epsilon
            plus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old - epsilon
            minus = deep_loss(params, X, Y, activation, 0)
            p[ix] = old
            g[ix] = (plus - minus) / (2 * epsilon)
            it.iternext()
        grads.append(g)
    return grads
""",
    r"lam|λ|penalty|both|same loss",
)

wrong(
    "gradient_check",
    "zero if either is 0",
    """
def gradient_check(gradients, numerical):
    out = []
    for a, n in zip(gradients, numerical):
        na, nn = np.linalg.norm(a), np.linalg.norm(n)
        if na == 0 or nn == 0:
            out.append(0.0)
        else:
            out.append(np.linalg.norm(a - n) / (na + nn))
    return np.array(out)
""",
    r"both|either|only one|one of",
)

wrong(
    "gradient_check",
    "threshold skip tiny",
    """
def gradient_check(gradients, numerical):
    out = []
    for a, n in zip(gradients, numerical):
        s = np.linalg.norm(a) + np.linalg.norm(n)
        out.append(np.linalg.norm(a - n) / s if s > 1e-3 else 0)
    return np.array(out)
""",
    r"small|tiny|threshold|exactly|only where both|0",
)

wrong(
    "dropout_backward",
    "fresh mask",
    """
def dropout_backward(dA_dropped, mask, keep):
    mask = np.random.rand(*dA_dropped.shape) < keep
    return dA_dropped * mask / keep
""",
    r"fresh|same mask|new mask|mask",
)

wrong(
    "dropout_backward",
    "keep - mask",
    """
def dropout_backward(dA_dropped, mask, keep):
    return dA_dropped * (mask - keep)
""",
    r"divid|/ ?keep|minus|subtract",
)

wrong(
    "batch_norm_forward",
    "default 0.1",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.1):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mu
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = np.sqrt(var + eps)
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, new_mean, new_var
""",
    r"momentum|0\.9|default",
)

wrong(
    "batch_norm_forward",
    "normalises with running",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - running_mean
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = np.sqrt(var + eps)
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, new_mean, new_var
""",
    r"batch|running",
)

wrong(
    "batch_norm_forward",
    "normalises with new running",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mu
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = np.sqrt(var + eps)
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    Z_hat = (Z - new_mean) / np.sqrt(new_var + eps)
    out = gamma * Z_hat + beta
    return out, Z_hat, std, new_mean, new_var
""",
    r"batch|running",
)

wrong(
    "batch_norm_backward",
    "mean all",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dxhat = dout * gamma
    dZ = (1 / (m * std)) * (m * dxhat - np.sum(dxhat) - Z_hat * np.sum(dxhat * Z_hat, axis=1, keepdims=True))
    return dZ, dgamma, dbeta
""",
    r"row|axis|each unit|whole|all",
)

wrong(
    "batch_norm_backward",
    "m hard 128",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = 128
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dxhat = dout * gamma
    total = np.sum(dxhat * Z_hat, axis=1, keepdims=True)
    dZ = (1 / (m * std)) * (m * dxhat - np.sum(dxhat, axis=1, keepdims=True) - Z_hat * total)
    return dZ, dgamma, dbeta
""",
    r"number of (examples|digits)|m\b|128|hard|fixed|mean|divid",
)

wrong(
    "batch_norm_backward",
    "m is units",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = len(dout)
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dxhat = dout * gamma
    total = np.sum(dxhat * Z_hat, axis=1, keepdims=True)
    dZ = (1 / (m * std)) * (m * dxhat - np.sum(dxhat, axis=1, keepdims=True) - Z_hat * total)
    return dZ, dgamma, dbeta
""",
    r"number of (examples|digits|units|rows)|units|row|m\b|columns|mean|divid",
)

wrong(
    "batch_norm_backward",
    "paper derivation with var missing -1/2",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dgamma = (dout * Z_hat).sum(axis=1, keepdims=True)
    dbeta = dout.sum(axis=1, keepdims=True)
    dZ_hat = dout * gamma
    centred = Z_hat * std
    dvar = -(dZ_hat * centred).sum(axis=1, keepdims=True) * std ** -3
    dmu = -(dZ_hat / std).sum(axis=1, keepdims=True)
    dZ = dZ_hat / std + dvar * 2 * centred / m + dmu / m
    return dZ, dgamma, dbeta
""",
    r"twice|2|half|stretch|factor|Z_hat|too (large|strong|much)",
)

wrong(
    "batch_norm_predict",
    "beta in numerator",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    return (gamma * (Z - running_mean) + beta) / np.sqrt(running_var + 1e-5)
""",
    r"beta|β|bracket",
)

wrong(
    "batch_norm_predict",
    "mean var swapped",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    return gamma * (Z - running_var) / np.sqrt(np.abs(running_mean) + 1e-5) + beta
""",
    r"swap|exchang|running_mean|mean",
)

wrong(
    "batch_norm_predict",
    "fold without mean",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    scale = gamma / np.sqrt(running_var + 1e-5)
    return scale * Z + beta - running_mean
""",
    r"mean|scale|bracket|before",
)

wrong(
    "batch_norm_predict",
    "mean momentum",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    return gamma * (Z - 0.9 * running_mean) / np.sqrt(0.9 * running_var + 1e-5) + beta
""",
    r"0\.9|momentum|running|as (it|they) (is|are)",
)

wrong(
    "log_uniform",
    "normal",
    """
def log_uniform(low, high, n, rng):
    mid = (np.log(low) + np.log(high)) / 2
    return np.exp(rng.normal(mid, (np.log(high) - np.log(low)) / 4, n))
""",
    r"uniform|normal|outside|beyond|below|above",
)

wrong(
    "activate",
    "leaky z - 0.01",
    """
def activate(Z, activation):
    funcs = {}
    funcs["relu"] = lambda z: np.maximum(0.0, z)
    funcs["leaky_relu"] = lambda z: np.where(z > 0.0, z, z - 0.01)
    funcs["tanh"] = lambda z: np.tanh(z)
    funcs["sigmoid"] = lambda z: 1.0 / (1.0 + np.exp(-z))
    return funcs[activation](Z)
""",
    r"times|multipl|0\.01 ?(\*|·|z)|slope",
)

wrong(
    "forward_deep",
    "softmax unstable",
    """
def forward_deep(params, X, activation):
    n_layers = len(params) // 2
    activations, cache = [X], []
    for layer in range(n_layers):
        W, b = params[2 * layer], params[2 * layer + 1]
        Z = W @ activations[-1] + b
        if layer == n_layers - 1:
            A = np.exp(Z) / np.exp(Z).sum(axis=0)
        else:
            A = activate(Z, activation)
        activations.append(A)
        cache.extend([Z, A])
    return cache
""",
    r"overflow|large|max|finite|nan|softmax",
)

wrong(
    "l2_penalty",
    "m=60000",
    """
def l2_penalty(params, lam):
    weights = [params[i] for i in range(0, len(params), 2)]
    return lam * sum(np.sum(np.power(w, 2)) for w in weights) / (2 * 60000)
""",
    r"divid|number of|60|digits|m\b",
)

wrong(
    "l2_penalty",
    "2 inside power",
    """
def l2_penalty(params, lam):
    weights = [params[i] for i in range(0, len(params), 2)]
    return lam * sum(np.sum(np.power(2, w)) for w in weights) / 2
""",
    r"square|power|\*\* ?2|base|swap|turned",
)

wrong(
    "deep_loss",
    "all rows fancy index",
    """
def deep_loss(params, X, Y, activation, lam):
    probs = forward_deep(params, X, activation)[-1]
    N = Y.shape[0]
    log_probs = -np.log(probs[Y])
    data_loss = np.sum(log_probs) / N
    reg_loss = 0.5 * lam * sum(np.sum(W * W) for W in params[0::2])
    return data_loss + reg_loss
""",
    r"true class|index|each example|pairs|column|own",
)

wrong(
    "deep_loss",
    "log1p",
    """
def deep_loss(params, X, Y, activation, lam):
    probs = forward_deep(params, X, activation)[-1]
    N = Y.shape[0]
    log_probs = -np.log(1 - probs[Y, np.arange(N)])
    data_loss = np.sum(log_probs) / N
    reg_loss = 0.5 * lam * sum(np.sum(W * W) for W in params[0::2])
    return data_loss + reg_loss
""",
    r"1 ?[-−]|true class|probability",
)

wrong(
    "deep_loss",
    "median",
    """
def deep_loss(params, X, Y, activation, lam):
    probs = forward_deep(params, X, activation)[-1]
    N = Y.shape[0]
    log_probs = -np.log(probs[Y, np.arange(N)])
    data_loss = np.median(log_probs)
    reg_loss = 0.5 * lam * sum(np.sum(W * W) for W in params[0::2])
    return data_loss + reg_loss
""",
    r"mean|median|average",
)

wrong(
    "deep_loss",
    "N + 1",
    """
def deep_loss(params, X, Y, activation, lam):
    probs = forward_deep(params, X, activation)[-1]
    N = Y.shape[0]
    log_probs = -np.log(probs[Y, np.arange(N)])
    data_loss = np.sum(log_probs) / (N - 1)
    reg_loss = 0.5 * lam * sum(np.sum(W * W) for W in params[0::2])
    return data_loss + reg_loss
""",
    r"number of (examples|digits)|mean|m ?[-−] ?1|divid",
)

wrong(
    "backward_deep",
    "db mean then /m",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.mean(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"twice|again|already|two times|doubl|once more",
)

wrong(
    "backward_deep",
    "m=10",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = 10
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"number of (examples|digits)|m\b|hard|fixed|10|constant|divid",
)

wrong(
    "backward_deep",
    "uses updated W: dW",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (dW.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"W\b|weights|gradient",
)

wrong(
    "backward_deep",
    "double derivative",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation) ** 2
    return grads
""",
    r"twice|square|once|slope",
)

wrong(
    "backward_deep",
    "activation of deriv tanh 1-A^2 for all",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * (1 - A[l - 1] ** 2)
    return grads
""",
    r"tanh|activation",
)

wrong(
    "backward_deep",
    "deriv forgotten for first layer",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * (activate_deriv(Z[l - 2], activation) if l > 2 else 1)
    return grads
""",
    r"slope|first|deriv|bend",
)

wrong(
    "backward_deep",
    "abs",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = np.abs(A[L] - one_hot(Y, A[L].shape[0]))
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"abs|sign|negative|positive|size",
)

wrong(
    "backward_deep",
    "argmax",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = one_hot(A[L].argmax(axis=0), A[L].shape[0]) - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * W
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"probabilit|guess|argmax|predict|A_L|largest",
)

wrong(
    "backward_deep",
    "lam for weights but sum",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A = [X] + list(cache[1::2])
    Z = list(cache[0::2])
    grads = []
    dZ = A[L] - one_hot(Y, A[L].shape[0])
    for l in range(L, 0, -1):
        W = params[2 * l - 2]
        dW = dZ @ A[l - 1].T / m + lam * np.sum(W)
        db = np.sum(dZ, axis=1, keepdims=True) / m
        grads = [dW, db] + grads
        if l > 1:
            dZ = (W.T @ dZ) * activate_deriv(Z[l - 2], activation)
    return grads
""",
    r"sum|lam|own|each|λ|penalty|entry",
)

wrong(
    "numerical_gradient",
    "up step 2eps",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = [np.array(p, dtype=float) for p in params]
    grads = []
    for p in params:
        g = np.zeros_like(p)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            ix = it.multi_index
            old = p[ix]
            p[ix] = old + 2 * epsilon
            plus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old - epsilon
            minus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old
            g[ix] = (plus - minus) / (2 * epsilon)
            it.iternext()
        grads.append(g)
    return grads
""",
    r"epsilon|2|far|distance|step|up|both|symmetric",
)

wrong(
    "numerical_gradient",
    "only biases",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = [np.array(p, dtype=float) for p in params]
    grads = []
    for p in params[1::2]:
        g = np.zeros_like(p)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            ix = it.multi_index
            old = p[ix]
            p[ix] = old + epsilon
            plus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old - epsilon
            minus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old
            g[ix] = (plus - minus) / (2 * epsilon)
            it.iternext()
        grads.append(g)
    return grads
""",
    r"weight|every|all|missing|too few|half|bias",
)

wrong(
    "numerical_gradient",
    "single layer: only last",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = [np.array(p, dtype=float) for p in params]
    grads = []
    for p in params[-2:]:
        g = np.zeros_like(p)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            ix = it.multi_index
            old = p[ix]
            p[ix] = old + epsilon
            plus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old - epsilon
            minus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old
            g[ix] = (plus - minus) / (2 * epsilon)
            it.iternext()
        grads.append(g)
    return grads
""",
    r"every|all|missing|too few|last|layer",
)

wrong(
    "numerical_gradient",
    "first example only",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = [np.array(p, dtype=float) for p in params]
    grads = []
    for p in params:
        g = np.zeros_like(p)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            ix = it.multi_index
            old = p[ix]
            p[ix] = old + epsilon
            plus = deep_loss(params, X[:, :1], Y[:1], activation, lam)
            p[ix] = old - epsilon
            minus = deep_loss(params, X[:, :1], Y[:1], activation, lam)
            p[ix] = old
            g[ix] = (plus - minus) / (2 * epsilon)
            it.iternext()
        grads.append(g)
    return grads
""",
    r"example|digit|all|first|whole|mean",
)

wrong(
    "numerical_gradient",
    "loss minus penalty diff",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    params = [np.array(p, dtype=float) for p in params]
    grads = []
    for p in params:
        g = np.zeros_like(p)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            ix = it.multi_index
            old = p[ix]
            p[ix] = old + epsilon
            plus = deep_loss(params, X, Y, activation, lam)
            p[ix] = old - epsilon
            minus = cross_entropy(forward_deep(params, X, activation)[-1], Y)
            p[ix] = old
            g[ix] = (plus - minus) / (2 * epsilon)
            it.iternext()
        grads.append(g)
    return grads
""",
    r"lam|λ|penalty|same loss|both",
)

wrong(
    "gradient_check",
    "weights only",
    """
def gradient_check(gradients, numerical):
    result = np.zeros(len(gradients))
    for k, (g, num) in enumerate(zip(gradients[::2], numerical[::2])):
        top = np.linalg.norm(g - num)
        bottom = np.linalg.norm(g) + np.linalg.norm(num)
        if bottom > 0:
            result[k] = top / bottom
    return result
""",
    r"each parameter|bias|every|missing|too few|all",
)

wrong(
    "gradient_check",
    "eps 1e-8 in denominators",
    """
def gradient_check(gradients, numerical):
    result = np.zeros(len(gradients))
    for k, (g, num) in enumerate(zip(gradients, numerical)):
        top = np.linalg.norm(g - num)
        bottom = np.linalg.norm(g) + np.linalg.norm(num) + 1e-5
        if bottom > 0:
            result[k] = top / bottom
    return result
""",
    r"added|denominator|tiny|small|1e-5",
)

wrong(
    "gradient_check",
    "abs difference mean",
    """
def gradient_check(gradients, numerical):
    result = np.zeros(len(gradients))
    for k, (g, num) in enumerate(zip(gradients, numerical)):
        top = np.abs(g - num).mean()
        bottom = np.linalg.norm(g) + np.linalg.norm(num)
        if bottom > 0:
            result[k] = top / bottom
    return result
""",
    r"norm|mean|squares|root|average",
)

wrong(
    "gradient_check",
    "wrong axis norm",
    """
def gradient_check(gradients, numerical):
    result = np.zeros(len(gradients))
    for k, (g, num) in enumerate(zip(gradients, numerical)):
        top = np.linalg.norm(g - num, axis=0).max()
        bottom = np.linalg.norm(g) + np.linalg.norm(num)
        if bottom > 0:
            result[k] = top / bottom
    return result
""",
    r"norm|column|axis|all entries|whole|row",
)

wrong(
    "gradient_check",
    "squared denominators",
    """
def gradient_check(gradients, numerical):
    result = np.zeros(len(gradients))
    for k, (g, num) in enumerate(zip(gradients, numerical)):
        top = np.linalg.norm(g - num)
        bottom = np.linalg.norm(g) ** 2 + np.linalg.norm(num) ** 2
        if bottom > 0:
            result[k] = top / bottom
    return result
""",
    r"square|norm|root",
)

wrong(
    "gradient_check",
    "signed",
    """
def gradient_check(gradients, numerical):
    result = np.zeros(len(gradients))
    for k, (g, num) in enumerate(zip(gradients, numerical)):
        top = np.sum(g - num)
        bottom = np.linalg.norm(g) + np.linalg.norm(num)
        if bottom > 0:
            result[k] = top / bottom
    return result
""",
    r"norm|square|root|sum|cancel",
)

wrong(
    "wrong_gradients",
    "all positions",
    """
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numeric = numerical_gradient(params, X, Y, activation, lam, 1e-5)
    diffs = np.array(gradient_check(gradients, numeric))
    found = []
    for pos in range(len(diffs)):
        found.append(pos)
    return found
""",
    r"all|only|wrong ones|threshold|every",
)

wrong(
    "wrong_gradients",
    "returns params",
    """
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numeric = numerical_gradient(params, X, Y, activation, lam, 1e-5)
    diffs = np.array(gradient_check(gradients, numeric))
    found = []
    for pos in range(len(diffs)):
        if diffs[pos] > 1e-5:
            found.append(gradients[pos])
    return found
""",
    r"position|gradient.*(itself|themselves)|number|array",
)

wrong(
    "wrong_gradients",
    "returns pairs",
    """
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numeric = numerical_gradient(params, X, Y, activation, lam, 1e-5)
    diffs = np.array(gradient_check(gradients, numeric))
    found = []
    for pos in range(len(diffs)):
        if diffs[pos] > 1e-5:
            found.append((pos, diffs[pos]))
    return found
""",
    r"position|pair|tuple|only|number",
)

wrong(
    "dropout_backward",
    "+mask",
    """
def dropout_backward(dA_dropped, mask, keep):
    dA = dA_dropped + mask
    dA = dA / keep
    return dA
""",
    r"multipl|times|added|plus|0 where",
)

wrong(
    "dropout_backward",
    "mask from dA",
    """
def dropout_backward(dA_dropped, mask, keep):
    dA = np.multiply(dA_dropped, dA_dropped > 0)
    dA = dA / keep
    return dA
""",
    r"mask|sign|negative|relu",
)

wrong(
    "batch_norm_forward",
    "mean over sqrt m",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mu
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = np.sqrt((var + eps) / m)
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, new_mean, new_var
""",
    r"std|m\b|root|deviation|divid|number of",
)

wrong(
    "batch_norm_forward",
    "minus eps",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mu
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = np.sqrt(var - eps)
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, new_mean, new_var
""",
    r"1e-5|eps|tiny|added|plus|minus|nan",
)

wrong(
    "batch_norm_forward",
    "mean by max",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - Z.max(axis=1, keepdims=True)
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = np.sqrt(var + eps)
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, new_mean, new_var
""",
    r"mean|max|largest",
)

wrong(
    "batch_norm_forward",
    "min-max",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    eps = 1e-5
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mu
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = Z.max(axis=1, keepdims=True) - Z.min(axis=1, keepdims=True) + eps
    Z_hat = centred / std
    out = gamma * Z_hat + beta
    new_mean = momentum * running_mean + (1 - momentum) * mu
    new_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, new_mean, new_var
""",
    r"std|variance|deviation|largest|range|root",
)

wrong(
    "batch_norm_backward",
    "Z_hat squared",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dxhat = dout * gamma
    total = np.sum(dxhat * Z_hat, axis=1, keepdims=True)
    dZ = (1 / (m * std)) * (m * dxhat - np.sum(dxhat, axis=1, keepdims=True) - Z_hat**2 * total)
    return dZ, dgamma, dbeta
""",
    r"Z_hat|square|stretch",
)

wrong(
    "batch_norm_predict",
    "std doubled",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = np.sqrt(running_var) + np.sqrt(1e-5)
    Z_norm = (Z - running_mean) / std
    return gamma * Z_norm + beta
""",
    r"1e-5|eps|root|inside|under",
)

wrong(
    "batch_norm_predict",
    "std is var^2",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = np.square(running_var + 1e-5)
    Z_norm = (Z - running_mean) / std
    return gamma * Z_norm + beta
""",
    r"root|sqrt|square",
)

wrong(
    "batch_norm_predict",
    "mean over everything",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = np.sqrt(running_var + 1e-5)
    Z_norm = (Z - running_mean.mean()) / std
    return gamma * Z_norm + beta
""",
    r"each unit|row|own|one number|mean|unit",
)

wrong(
    "batch_norm_predict",
    "beta scaled",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = np.sqrt(running_var + 1e-5)
    Z_norm = (Z - running_mean) / std
    return gamma * Z_norm + beta / std
""",
    r"beta|std|divid",
)

wrong(
    "batch_norm_predict",
    "gamma twice",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = np.sqrt(running_var + 1e-5)
    Z_norm = (Z - running_mean) / std
    return gamma * (gamma * Z_norm + beta)
""",
    r"gamma|beta|twice",
)

wrong(
    "log_uniform",
    "normal draws",
    """
def log_uniform(low, high, n, rng):
    log_low = np.log(low)
    log_high = np.log(high)
    u = log_low + (log_high - log_low) * rng.standard_normal(n)
    return np.exp(u)
""",
    r"uniform|normal|outside|beyond|below|above|border",
)

wrong(
    "forward_deep",
    "normalises X",
    """
def forward_deep(params, X, activation):
    A = X / 255
    caches = []
    L = len(params) // 2
    for l in range(1, L):
        A_prev = A
        W, b = params[2 * (l - 1)], params[2 * (l - 1) + 1]
        Z = W.dot(A_prev) + b
        A = activate(Z, activation)
        caches.append(Z)
        caches.append(A)
    Z = params[-2].dot(A) + params[-1]
    AL = softmax(Z)
    caches.append(Z)
    caches.append(AL)
    return caches
""",
    r"255|\bX\b|divid|scale",
)

wrong(
    "forward_deep",
    "softmax of negative",
    """
def forward_deep(params, X, activation):
    A = X
    caches = []
    L = len(params) // 2
    for l in range(1, L):
        A_prev = A
        W, b = params[2 * (l - 1)], params[2 * (l - 1) + 1]
        Z = W.dot(A_prev) + b
        A = activate(Z, activation)
        caches.append(Z)
        caches.append(A)
    Z = params[-2].dot(A) + params[-1]
    AL = softmax(-Z)
    caches.append(Z)
    caches.append(AL)
    return caches
""",
    r"sign|minus|negative",
)

wrong(
    "l2_penalty",
    "i > 0",
    """
def l2_penalty(params, lam):
    cost = 0.0
    for i, p in enumerate(params):
        if i > 0:
            cost += np.sum(np.square(p))
    return 0.5 * lam * cost
""",
    r"bias|first",
)

wrong(
    "l2_penalty",
    "minus biases",
    """
def l2_penalty(params, lam):
    cost = 0.0
    for i, p in enumerate(params):
        if i % 2 == 0:
            cost += np.sum(np.square(p))
        else:
            cost -= np.sum(np.square(p))
    return 0.5 * lam * cost
""",
    r"bias",
)

wrong(
    "l2_penalty",
    "1 + lam",
    """
def l2_penalty(params, lam):
    cost = 0.0
    for i, p in enumerate(params):
        if i % 2 == 0:
            cost += np.sum(np.square(p))
    return 0.5 * (1 + lam) * cost
""",
    r"lam|1",
)

wrong(
    "deep_loss",
    "loop misses last example",
    """
def deep_loss(params, X, Y, activation, lam):
    m = Y.shape[0]
    probs = forward_deep(params, X, activation)[-1]
    ce = 0.0
    for i in range(m - 1):
        ce += -np.log(max(probs[Y[i], i], 1e-15))
    ce = ce / m
    reg = 0.0
    for l in range(0, len(params), 2):
        reg += np.sum(params[l] ** 2)
    return ce + lam / 2 * reg
""",
    r"last|early|m ?[-−] ?1|digit|example|round",
)

wrong(
    "deep_loss",
    "loop starts 1",
    """
def deep_loss(params, X, Y, activation, lam):
    m = Y.shape[0]
    probs = forward_deep(params, X, activation)[-1]
    ce = 0.0
    for i in range(1, m):
        ce += -np.log(max(probs[Y[i], i], 1e-15))
    ce = ce / m
    reg = 0.0
    for l in range(0, len(params), 2):
        reg += np.sum(params[l] ** 2)
    return ce + lam / 2 * reg
""",
    r"first|late|digit|example|round",
)

wrong(
    "deep_loss",
    "probs of class i",
    """
def deep_loss(params, X, Y, activation, lam):
    m = Y.shape[0]
    probs = forward_deep(params, X, activation)[-1]
    ce = 0.0
    for i in range(m):
        ce += -np.log(max(probs[i % len(probs), i], 1e-15))
    ce = ce / m
    reg = 0.0
    for l in range(0, len(params), 2):
        reg += np.sum(params[l] ** 2)
    return ce + lam / 2 * reg
""",
    r"true class|label|Y\b|class",
)

wrong(
    "deep_loss",
    "eps clip 0.1",
    """
def deep_loss(params, X, Y, activation, lam):
    m = Y.shape[0]
    probs = forward_deep(params, X, activation)[-1]
    ce = 0.0
    for i in range(m):
        ce += -np.log(max(probs[Y[i], i], 0.1))
    ce = ce / m
    reg = 0.0
    for l in range(0, len(params), 2):
        reg += np.sum(params[l] ** 2)
    return ce + lam / 2 * reg
""",
    r"0\.1|clip|floor|cut|small|limit|off|never",
)

wrong(
    "deep_loss",
    "squared log",
    """
def deep_loss(params, X, Y, activation, lam):
    m = Y.shape[0]
    probs = forward_deep(params, X, activation)[-1]
    ce = 0.0
    for i in range(m):
        ce += np.log(max(probs[Y[i], i], 1e-15)) ** 2
    ce = ce / m
    reg = 0.0
    for l in range(0, len(params), 2):
        reg += np.sum(params[l] ** 2)
    return ce + lam / 2 * reg
""",
    r"square|log",
)

wrong(
    "deep_loss",
    "focal weight",
    """
def deep_loss(params, X, Y, activation, lam):
    m = Y.shape[0]
    probs = forward_deep(params, X, activation)[-1]
    ce = 0.0
    for i in range(m):
        ce += -(1 - probs[Y[i], i]) * np.log(probs[Y[i], i])
    ce = ce / m
    reg = 0.0
    for l in range(0, len(params), 2):
        reg += np.sum(params[l] ** 2)
    return ce + lam / 2 * reg
""",
    r"log|probab|factor|weight|multipl",
)

wrong(
    "backward_deep",
    "sqrt m",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    grads = {}
    m = X.shape[1]
    L = len(params) // 2
    Zs, As = cache[0::2], [X] + list(cache[1::2])
    dZ = As[-1].copy()
    dZ[Y, range(m)] -= 1
    dZ /= np.sqrt(m)
    for l in reversed(range(L)):
        grads["dW" + str(l)] = dZ @ As[l].T + lam * params[2 * l]
        grads["db" + str(l)] = dZ.sum(axis=1, keepdims=True)
        if l > 0:
            dA = params[2 * l].T @ dZ
            dZ = dA * activate_deriv(Zs[l - 1], activation)
    out = []
    for l in range(L):
        out += [grads["dW" + str(l)], grads["db" + str(l)]]
    return out
""",
    r"root|m\b|divid",
)

wrong(
    "backward_deep",
    "deriv of dA",
    """
def backward_deep(params, cache, X, Y, activation, lam):
    grads = {}
    m = X.shape[1]
    L = len(params) // 2
    Zs, As = cache[0::2], [X] + list(cache[1::2])
    dZ = As[-1].copy()
    dZ[Y, range(m)] -= 1
    dZ /= m
    for l in reversed(range(L)):
        grads["dW" + str(l)] = dZ @ As[l].T + lam * params[2 * l]
        grads["db" + str(l)] = dZ.sum(axis=1, keepdims=True)
        if l > 0:
            dA = params[2 * l].T @ dZ
            dZ = dA * activate_deriv(dA, activation)
    out = []
    for l in range(L):
        out += [grads["dW" + str(l)], grads["db" + str(l)]]
    return out
""",
    r"Z|slope|dA|blame|went",
)

wrong(
    "numerical_gradient",
    "different idx minus",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    def f(ps):
        return deep_loss(ps, X, Y, activation, lam)
    result = []
    for k in range(len(params)):
        grad = np.zeros_like(params[k], dtype=float)
        for idx, value in np.ndenumerate(params[k]):
            theta_plus = [p.astype(float).copy() for p in params]
            theta_minus = [p.astype(float).copy() for p in params]
            theta_plus[k][idx] = value + epsilon
            theta_minus[k][0, 0] = value - epsilon
            grad[idx] = (f(theta_plus) - f(theta_minus)) / (2 * epsilon)
        result.append(grad)
    return result
""",
    r"same entry|entry|index|place|first|dial",
)

wrong(
    "numerical_gradient",
    "3-point with weights",
    """
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    def f(ps):
        return deep_loss(ps, X, Y, activation, lam)
    result = []
    for k in range(len(params)):
        grad = np.zeros_like(params[k], dtype=float)
        for idx, value in np.ndenumerate(params[k]):
            theta_plus = [p.astype(float).copy() for p in params]
            theta_minus = [p.astype(float).copy() for p in params]
            theta_plus[k][idx] = value + epsilon
            theta_minus[k][idx] = value - epsilon
            grad[idx] = (f(theta_plus) - 2 * f(params) + f(theta_minus)) / epsilon ** 2
        result.append(grad)
    return result
""",
    r"second|square|curv|difference|middle",
)

wrong(
    "gradient_check",
    "sum abs vector",
    """
def gradient_check(gradients, numerical):
    diffs = []
    for grad, approx in zip(gradients, numerical):
        numerator = np.linalg.norm(np.abs(grad) - np.abs(approx))
        denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
        diffs.append(numerator / denominator if denominator != 0 else 0.0)
    return np.array(diffs)
""",
    r"abs|sign",
)

wrong(
    "gradient_check",
    "clip at 1e-3",
    """
def gradient_check(gradients, numerical):
    diffs = []
    for grad, approx in zip(gradients, numerical):
        numerator = np.linalg.norm(grad - approx)
        denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
        e = numerator / denominator if denominator != 0 else 0.0
        diffs.append(e if e > 1e-3 else 0.0)
    return np.array(diffs)
""",
    r"small|tiny|forgiv|0|limit|threshold",
)

wrong(
    "gradient_check",
    "mean square",
    """
def gradient_check(gradients, numerical):
    diffs = []
    for grad, approx in zip(gradients, numerical):
        numerator = np.mean((grad - approx) ** 2)
        denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
        diffs.append(numerator / denominator if denominator != 0 else 0.0)
    return np.array(diffs)
""",
    r"root|mean|norm|square",
)

wrong(
    "gradient_check",
    "log10",
    """
def gradient_check(gradients, numerical):
    diffs = []
    for grad, approx in zip(gradients, numerical):
        numerator = np.linalg.norm(grad - approx)
        denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
        diffs.append(numerator / denominator if denominator != 0 else 0.0)
    return np.log10(np.array(diffs) + 1e-300)
""",
    r"log",
)

wrong(
    "wrong_gradients",
    "params positions reversed",
    """
def wrong_gradients(gradients, params, X, Y, activation, lam):
    eps = tol = 1e-5
    approx = numerical_gradient(params, X, Y, activation, lam, eps)
    errs = gradient_check(gradients, approx)
    return [i for i, e in enumerate(errs[::-1]) if e > tol]
""",
    r"order|revers|end|last|from the",
)

wrong(
    "dropout_backward",
    "mask + 1",
    """
def dropout_backward(dA_dropped, mask, keep):
    dA = dA_dropped * (mask + 1)
    dA /= keep
    return dA
""",
    r"mask|1|0|off|added",
)

wrong(
    "dropout_backward",
    "mask/keep where mask int div",
    """
def dropout_backward(dA_dropped, mask, keep):
    dA = dA_dropped * mask
    dA = dA * (1 // keep)
    return dA
""",
    r"//|whole|keep|divid|scale|integer|round",
)

wrong(
    "batch_norm_forward",
    "median",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    mu = np.median(Z, axis=1, keepdims=True)
    xc = Z - mu
    var = (xc ** 2).mean(axis=1, keepdims=True)
    std = np.sqrt(var + 1e-5)
    xn = xc / std
    out = gamma * xn + beta
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * var
    return out, xn, std, running_mean, running_var
""",
    r"median|mean",
)

wrong(
    "batch_norm_forward",
    "gamma+1",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    mu = Z.mean(axis=1, keepdims=True)
    xc = Z - mu
    var = (xc ** 2).mean(axis=1, keepdims=True)
    std = np.sqrt(var + 1e-5)
    xn = xc / std
    out = (1 + gamma) * xn + beta
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * var
    return out, xn, std, running_mean, running_var
""",
    r"gamma|1",
)

wrong(
    "batch_norm_backward",
    "dstd extra std",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    N = dout.shape[1]
    dbeta = dout.sum(axis=1, keepdims=True)
    dgamma = (dout * Z_hat).sum(axis=1, keepdims=True)
    dxn = gamma * dout
    dxc = dxn / std
    dstd = -(dxn * Z_hat).sum(axis=1, keepdims=True)
    dvar = 0.5 * dstd / std
    dxc = dxc + (2.0 / N) * Z_hat * std * dvar
    dmu = dxc.sum(axis=1, keepdims=True)
    return dxc - dmu / N, dgamma, dbeta
""",
    r"std|spread|divid|stretch",
)

wrong(
    "batch_norm_backward",
    "dxc not std in Z_hat",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    N = dout.shape[1]
    dbeta = dout.sum(axis=1, keepdims=True)
    dgamma = (dout * Z_hat).sum(axis=1, keepdims=True)
    dxn = gamma * dout
    dxc = dxn / std
    dstd = -(dxn * Z_hat / std).sum(axis=1, keepdims=True)
    dvar = 0.5 * dstd / std
    dxc = dxc + (2.0 / N) * Z_hat * dvar
    dmu = dxc.sum(axis=1, keepdims=True)
    return dxc - dmu / N, dgamma, dbeta
""",
    r"std|spread|stretch|divid",
)

wrong(
    "batch_norm_predict",
    "sub shift",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    eps = 1e-5
    scale = gamma / np.sqrt(running_var + eps)
    shift = beta - running_mean * scale
    return Z * scale - shift
""",
    r"sign|plus|minus|subtract|beta|turned",
)

wrong(
    "batch_norm_predict",
    "scale twice",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    eps = 1e-5
    scale = gamma / np.sqrt(running_var + eps)
    shift = beta - running_mean * scale
    return (Z + shift) * scale
""",
    r"brack|scale|beta|gamma|twice|multipl",
)

wrong(
    "batch_norm_predict",
    "gamma 1+",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    eps = 1e-5
    scale = (1 + gamma) / np.sqrt(running_var + eps)
    shift = beta - running_mean * scale
    return Z * scale + shift
""",
    r"gamma|1",
)

wrong(
    "batch_norm_predict",
    "mean gamma only",
    """
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    eps = 1e-5
    scale = gamma / np.sqrt(running_var + eps)
    shift = beta - running_mean * gamma
    return Z * scale + shift
""",
    r"mean|divid|std|spread|scale|brack|root",
)


# -- what an examiner found untold, falsely told or not caught

wrong(
    "init_layers",
    "takes sizes apart with pop",
    """
def init_layers(sizes, rng):
    params = []
    while len(sizes) > 1:
        n_in = sizes.pop(0)
        n_out = sizes[0]
        params.append(rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)))
        params.append(np.zeros((n_out, 1)))
    return params
""",
    r"change.*list of sizes|changes.*sizes",
)

wrong(
    "forward_deep",
    "softmax in the second layer, whatever the depth",
    """
def forward_deep(params, X, activation):
    cache = []
    A = X
    for l in range(len(params) // 2):
        Z = params[2 * l] @ A + params[2 * l + 1]
        A = softmax(Z) if l == 1 else activate(Z, activation)
        cache.extend([Z, A])
    return cache
""",
    r"second layer.*softmax|softmax.*second layer",
)

wrong(
    "batch_norm_forward",
    "axis 0, with keepdims",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    mu = Z.mean(axis=0, keepdims=True)
    var = Z.var(axis=0, keepdims=True)
    std = np.sqrt(var + 1e-5)
    Z_hat = (Z - mu) / std
    out = gamma * Z_hat + beta
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * var
    return out, Z_hat, std, running_mean, running_var
""",
    r"down the columns.*axis=1",
)

wrong(
    "dropout_backward",
    "a mask drawn anew, from a seed of its own",
    """
def dropout_backward(dA_dropped, mask, keep):
    mask = np.random.default_rng(0).random(dA_dropped.shape) < keep
    return dA_dropped * mask / keep
""",
    r"fresh mask",
)

wrong(
    "batch_norm_forward",
    "std of the running variance",
    """
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * var
    std = np.sqrt(running_var + 1e-5)
    Z_hat = (Z - mu) / std
    return gamma * Z_hat + beta, Z_hat, std, running_mean, running_var
""",
    r"running variance.*batch",
)

wrong(
    "activate",
    '== "relu" or "leaky_relu"',
    """
def activate(Z, activation):
    if activation == "relu" or "leaky_relu":
        return np.maximum(0.01 * Z if activation == "leaky_relu" else 0, Z)
    elif activation == "tanh":
        return np.tanh(Z)
    else:
        return 1 / (1 + np.exp(-Z))
""",
    r"always true",
)

wrong(
    "gradient_check",
    "0.001 added below",
    """
def gradient_check(gradients, numerical):
    pairs = zip(gradients, numerical)
    norm = np.linalg.norm
    return np.array([norm(a - n) / (norm(a) + norm(n) + 1e-3) for a, n in pairs])
""",
    r"add.*divide by",
)

wrong(
    "wrong_gradients",
    "numbers of the layers, each once",
    """
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
    errs = gradient_check(gradients, numerical)
    return sorted({i // 2 for i in range(len(errs)) if errs[i] > 1e-5})
""",
    r"layer.*position",
)

wrong(
    "wrong_gradients",
    "names in place of positions",
    """
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
    errs = gradient_check(gradients, numerical)
    return [("dW" if i % 2 == 0 else "db") + str(i // 2 + 1) for i in range(len(errs)) if errs[i] > 1e-5]
""",
    r"names.*position",
)

wrong(
    "batch_norm_backward",
    "m - 1 below",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dZ_hat = gamma * dout
    mean1 = np.sum(dZ_hat, axis=1, keepdims=True) / (m - 1)
    mean2 = np.sum(dZ_hat * Z_hat, axis=1, keepdims=True) / (m - 1)
    dZ = (dZ_hat - mean1 - Z_hat * mean2) / std
    return dZ, dgamma, dbeta
""",
    r"m - 1",
)

wrong(
    "activate_deriv",
    "0.01 into an array of whole numbers",
    """
def activate_deriv(Z, activation):
    D = (Z > 0).astype(int)
    if activation == "relu":
        return D
    if activation == "leaky_relu":
        D[Z <= 0] = 0.01
        return D
    A = activate(Z, activation)
    return 1 - A * A if activation == "tanh" else A * (1 - A)
""",
    r"whole numbers",
)

wrong(
    "batch_norm_backward",
    "the product of two means",
    """
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dZ_hat = gamma * dout
    mean1 = np.sum(dZ_hat, axis=1, keepdims=True) / m
    mean2 = dZ_hat.mean(axis=1, keepdims=True) * Z_hat.mean(axis=1, keepdims=True)
    dZ = (dZ_hat - mean1 - Z_hat * mean2) / std
    return dZ, dgamma, dbeta
""",
    r"mean of the product",
)

wrong(
    "log_uniform",
    "a grid in random order",
    """
def log_uniform(low, high, n, rng):
    return rng.permutation(np.geomspace(low, high, n))
""",
    r"only their order is random",
)


# -- two mistakes at once


def pair(*numbers: str) -> None:
    """Two wrong functions in one file."""
    chosen = [next(wrong for wrong in WRONG if wrong.name == name) for name in numbers]
    PAIRS.append(Pair(" + ".join(numbers), "\n\n".join(w.source for w in chosen), {w.exercise: w.says for w in chosen}))


pair("activate: sigmoid without the minus", "activate_deriv: relu has slope 1 at 0")
pair("activate: leaky_relu has the slope 0.1", "activate_deriv: leaky_relu has 0.1 on the left")
pair("activate_deriv: tanh without the square", "backward_deep: the slope of what came out")
pair("forward_deep: softmax along the rows", "deep_loss: the penalty is divided by m")
pair("forward_deep: A before Z", "backward_deep: lam W is missing")
pair("forward_deep: the bias is missing", "numerical_gradient: divides by epsilon")
pair("l2_penalty: without the half", "backward_deep: 2 lam W")
pair("l2_penalty: biases cost too", "deep_loss: the penalty is subtracted")
pair("l2_penalty: without the half", "numerical_gradient: the other way round")
pair("deep_loss: the sum over examples, not the mean", "backward_deep: 1/m is missing everywhere")
pair("numerical_gradient: divides by epsilon", "wrong_gradients: counted from 1")
pair("gradient_check: not divided", "wrong_gradients: a limit of 1e-2")
pair("gradient_check: a single number, the mean", "wrong_gradients: without the penalty")
pair("dropout_forward: the mask is turned round", "dropout_backward: the mask turned round")
pair("dropout_forward: not divided", "dropout_backward: not divided")
pair("batch_norm_forward: var in the place of std", "batch_norm_backward: divided by the variance")
pair("batch_norm_forward: momentum the other way round", "batch_norm_predict: gamma and beta swapped")
pair("batch_norm_forward: the tiny number outside the root", "batch_norm_backward: the mean's path is missing")
pair("init_layers: weights transposed", "forward_deep: the weights transposed")
pair("activate: the names tanh and sigmoid are swapped", "log_uniform: exp is missing")
