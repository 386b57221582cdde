"""Answers that are right by the contract of the third assignment, in the many forms that students write."""

from . import Right

RIGHT: list[Right] = [
    # Any bend
    Right(
        "activate-dictionary-of-functions",
        r"""
def activate(Z, activation):
    return {
        "relu": lambda z: z * (z > 0),
        "leaky_relu": lambda z: np.maximum(0.01 * z, z),
        "tanh": np.tanh,
        "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
    }[activation](Z)
""",
    ),
    Right(
        "activate-match-and-stable-sigmoid",
        r"""
def activate(Z, activation):
    match activation:
        case "relu":
            A = np.where(Z > 0, Z, 0)
        case "leaky_relu":
            A = Z.copy()
            A[A < 0] *= 0.01
        case "tanh":
            A = 2 / (1 + np.exp(-2 * np.clip(Z, -300, 300))) - 1
        case "sigmoid":
            A = 0.5 * (1 + np.tanh(Z / 2))
    return A
""",
    ),
    Right(
        "activate-loops",
        r"""
import math

def bend(z, name):
    if name == "relu":
        return max(0.0, z)
    elif name == "leaky_relu":
        return z if z > 0 else z / 100
    elif name == "tanh":
        return math.tanh(z)
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0

def activate(Z, activation):
    return np.array([[bend(z, activation) for z in row] for row in Z.tolist()])
""",
    ),
    Right(
        "activate-sigmoid-in-two-halves",
        r"""
def activate(Z, activation):
    if activation == "sigmoid":
        A = np.empty(Z.shape)
        positive = Z >= 0
        A[positive] = 1 / (1 + np.exp(-Z[positive]))
        E = np.exp(Z[~positive])
        A[~positive] = E / (1 + E)
        return A
    if activation == "tanh":
        return np.tanh(Z)
    slope = 0.01 if activation == "leaky_relu" else 0.0
    return np.maximum(Z, 0) + slope * np.minimum(Z, 0)
""",
    ),
    Right(
        "activate-float32",
        r"""
def activate(Z, activation):
    Z = np.asarray(Z, dtype=np.float32)
    if activation == "relu":
        return np.maximum(Z, np.float32(0))
    if activation == "leaky_relu":
        return np.where(Z > 0, Z, np.float32(0.01) * Z)
    if activation == "tanh":
        return np.tanh(Z)
    return 1 / (1 + np.exp(-np.clip(Z, -80, 80)))
""",
    ),
    Right(
        "activate-deriv-booleans-to-numbers",
        r"""
def activate_deriv(Z, activation):
    if activation == "relu":
        return (Z > 0).astype(float)
    elif activation == "leaky_relu":
        D = np.ones_like(Z)
        D[Z <= 0] = 0.01
        return D
    elif activation == "tanh":
        return 1 - np.square(np.tanh(Z))
    elif activation == "sigmoid":
        s = activate(Z, "sigmoid")
        return s - s ** 2
""",
    ),
    Right(
        "activate-deriv-without-activate",
        r"""
def activate_deriv(Z, activation):
    if activation in ("relu", "leaky_relu"):
        left = 0 if activation == "relu" else 0.01
        return np.where(Z > 0, 1, left)
    if activation == "tanh":
        return 1 / np.cosh(np.clip(Z, -300, 300)) ** 2
    z = np.abs(Z)
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
""",
    ),
    Right(
        "activate-deriv-heaviside",
        r"""
def activate_deriv(Z, activation):
    step = np.heaviside(Z, 0)
    if activation == "relu":
        return step
    if activation == "leaky_relu":
        return 0.01 + 0.99 * step
    A = activate(Z, activation)
    if activation == "tanh":
        return (1 - A) * (1 + A)
    return A * (1 - A)
""",
    ),
    # Any depth
    Right(
        "init-layers-xavier-list",
        r"""
def init_layers(sizes, rng):
    params = []
    for i in range(len(sizes) - 1):
        W = rng.standard_normal((sizes[i + 1], sizes[i])) / np.sqrt(sizes[i])
        b = np.zeros((sizes[i + 1], 1))
        params.extend([W, b])
    return params
""",
    ),
    Right(
        "init-layers-uniform-he",
        r"""
def init_layers(sizes, rng):
    params = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        limit = (6 / n_in) ** 0.5
        params += [rng.uniform(-limit, limit, size=(n_out, n_in)), np.zeros(n_out).reshape(-1, 1)]
    return params
""",
    ),
    Right(
        "init-layers-small-random-biases-float32",
        r"""
def init_layers(sizes, rng):
    params = ()
    for k in range(1, len(sizes)):
        W = (2 * rng.random((sizes[k], sizes[k - 1])) - 1) * np.sqrt(3 / sizes[k - 1])
        b = 0.01 * rng.normal(size=(sizes[k], 1))
        params = params + (W.astype(np.float32), b.astype(np.float32))
    return params
""",
    ),
    Right(
        "init-layers-row-by-row",
        r"""
def init_layers(sizes, rng):
    out = []
    inputs = sizes[0]
    for units in sizes[1:]:
        out.append(np.array([rng.normal(0, (2 / inputs) ** 0.5, inputs) for _ in range(units)]))
        out.append(np.full((units, 1), 0.0))
        inputs = units
    return out
""",
    ),
    Right(
        "forward-deep-by-index",
        r"""
def forward_deep(params, X, activation):
    L = len(params) // 2
    cache = []
    A = X
    for l in range(L):
        W = params[2 * l]
        b = params[2 * l + 1]
        Z = np.dot(W, A) + b
        if l < L - 1:
            A = activate(Z, activation)
        else:
            A = softmax(Z)
        cache.append(Z)
        cache.append(A)
    return cache
""",
    ),
    Right(
        "forward-deep-last-layer-after-the-loop",
        r"""
def forward_deep(params, X, activation):
    *hidden, W_last, b_last = params
    cache = [X]
    for W, b in zip(hidden[::2], hidden[1::2]):
        Z = np.matmul(W, cache[-1]) + b
        cache += [Z, activate(Z, activation)]
    Z = W_last @ cache[-1] + b_last
    return tuple(cache[1:]) + (Z, softmax(Z))
""",
    ),
    Right(
        "forward-deep-recursive",
        r"""
def forward_deep(params, X, activation):
    Z = np.einsum("ui,im->um", params[0], X) + params[1]
    if len(params) == 2:
        return [Z, softmax(Z)]
    A = activate(Z, activation)
    return [Z, A] + list(forward_deep(params[2:], A, activation))
""",
    ),
    Right(
        "forward-deep-own-softmax-float32",
        r"""
def forward_deep(params, X, activation):
    params = [np.asarray(p, dtype=np.float32) for p in params]
    A, cache = np.asarray(X, dtype=np.float32), []
    for k in range(0, len(params), 2):
        Z = params[k] @ A + params[k + 1]
        if k + 2 == len(params):
            E = np.exp(Z - Z.max(axis=0))
            A = E / E.sum(axis=0)
        else:
            A = activate(Z, activation)
        cache += [Z, A]
    return cache
""",
    ),
    # The loss
    Right(
        "l2-penalty-loop",
        r"""
def l2_penalty(params, lam):
    total = 0
    for i in range(len(params)):
        if i % 2 == 0:
            total += np.square(params[i]).sum()
    return 0.5 * lam * total
""",
    ),
    Right(
        "l2-penalty-norms-squared",
        r"""
def l2_penalty(params, lam):
    return lam * sum(np.linalg.norm(W) ** 2 for W in params[::2]) / 2
""",
    ),
    Right(
        "l2-penalty-dot-products",
        r"""
def l2_penalty(params, lam):
    weights = np.concatenate([np.ravel(W) for W in params[0::2]])
    return np.float64(lam / 2) * (weights @ weights)
""",
    ),
    Right(
        "deep-loss-step-by-step",
        r"""
def deep_loss(params, X, Y, activation, lam):
    cache = forward_deep(params, X, activation)
    probabilities = cache[len(cache) - 1]
    data = cross_entropy(probabilities, Y)
    weights = l2_penalty(params, lam)
    return data + weights
""",
    ),
    Right(
        "deep-loss-without-helpers",
        r"""
def deep_loss(params, X, Y, activation, lam):
    A = forward_deep(params, X, activation)[-1]
    loss = -np.mean([np.log(max(A[y, i], 1e-12)) for i, y in enumerate(Y)])
    for W in params[::2]:
        loss += lam / 2 * (W * W).sum()
    return loss
""",
    ),
    Right(
        "deep-loss-in-one-line",
        r"""
def deep_loss(params, X, Y, activation, lam):
    *_, A_last = forward_deep(params, X, activation)
    return float(cross_entropy(A_last, Y)) + (l2_penalty(params, lam) if lam else 0.0)
""",
    ),
    Right(
        "backward-deep-append-and-reverse",
        r"""
def backward_deep(params, cache, X, Y, activation, lam):
    m = X.shape[1]
    L = len(params) // 2
    A_last = cache[-1]
    dZ = A_last.copy()
    dZ[Y, np.arange(m)] -= 1
    back = []
    for l in range(L - 1, -1, -1):
        A_prev = X if l == 0 else cache[2 * l - 1]
        back.append(np.sum(dZ, axis=1, keepdims=True) / m)
        back.append(np.dot(dZ, A_prev.T) / m + lam * params[2 * l])
        if l > 0:
            dA = np.dot(params[2 * l].T, dZ)
            dZ = dA * activate_deriv(cache[2 * l - 2], activation)
    return back[::-1]
""",
    ),
    Right(
        "backward-deep-mean-at-the-top",
        r"""
def backward_deep(params, cache, X, Y, activation, lam):
    dZ = (cache[-1] - one_hot(Y, len(cache[-1]))) / Y.size
    inputs = [X] + list(cache[1:-2:2])
    grads = []
    for k in range(len(inputs) - 1, -1, -1):
        grads = [dZ @ inputs[k].T + lam * params[2 * k], dZ.sum(1)[:, None]] + grads
        if k:
            dZ = params[2 * k].T @ dZ * activate_deriv(cache[2 * k - 2], activation)
    return grads
""",
    ),
    Right(
        "backward-deep-recursive",
        r"""
def go_back(params, cache, X, dZ, activation, lam):
    below = cache[-3] if len(cache) > 2 else X
    mine = (dZ @ below.T + lam * params[-2], dZ @ np.ones((dZ.shape[1], 1)))
    if len(cache) == 2:
        return mine
    dZ = (params[-2].T @ dZ) * activate_deriv(cache[-4], activation)
    return go_back(params[:-2], cache[:-2], X, dZ, activation, lam) + mine

def backward_deep(params, cache, X, Y, activation, lam):
    top = (cache[-1] - np.eye(cache[-1].shape[0])[Y].T) / len(Y)
    return go_back(params, cache, X, top, activation, lam)
""",
    ),
    Right(
        "backward-deep-float32",
        r"""
def backward_deep(params, cache, X, Y, activation, lam):
    params = [np.float32(p) for p in params]
    cache = [np.float32(c) for c in cache]
    grads = [None] * len(params)
    dZ = cache[-1] - one_hot(Y, cache[-1].shape[0])
    for l in reversed(range(len(params) // 2)):
        A = cache[2 * l - 1] if l else np.float32(X)
        grads[2 * l] = dZ @ A.T / Y.size + np.float32(lam) * params[2 * l]
        grads[2 * l + 1] = dZ.mean(axis=1, keepdims=True)
        if l:
            dZ = (params[2 * l].T @ dZ) * activate_deriv(cache[2 * l - 2], activation)
    return grads
""",
    ),
    # A judge for gradients
    Right(
        "numerical-gradient-in-place-and-back",
        r"""
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    grads = []
    for p in params:
        g = np.zeros_like(p)
        for i in range(p.shape[0]):
            for j in range(p.shape[1]):
                old = p[i, j]
                p[i, j] = old + epsilon
                up = deep_loss(params, X, Y, activation, lam)
                p[i, j] = old - epsilon
                down = deep_loss(params, X, Y, activation, lam)
                p[i, j] = old
                g[i, j] = (up - down) / (2 * epsilon)
        grads.append(g)
    return grads
""",
    ),
    Right(
        "numerical-gradient-plus-minus-plus",
        r"""
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    grads = []
    for p in params:
        g = np.empty(p.shape)
        it = np.nditer(p, flags=["multi_index"])
        while not it.finished:
            k = it.multi_index
            p[k] += epsilon
            up = deep_loss(params, X, Y, activation, lam)
            p[k] -= 2 * epsilon
            down = deep_loss(params, X, Y, activation, lam)
            p[k] += epsilon
            g[k] = (up - down) / 2 / epsilon
            it.iternext()
        grads.append(g)
    return tuple(grads)
""",
    ),
    Right(
        "numerical-gradient-deepcopy-flat",
        r"""
import copy

def numerical_gradient(params, X, Y, activation, lam, epsilon):
    result = []
    for n, p in enumerate(params):
        slopes = []
        for k in range(p.size):
            def loss(sign):
                nudged = copy.deepcopy(list(params))
                nudged[n].flat[k] += sign * epsilon
                return deep_loss(nudged, X, Y, activation, lam)
            slopes.append((loss(1) - loss(-1)) / (2 * epsilon))
        result.append(np.array(slopes).reshape(p.shape))
    return result
""",
    ),
    Right(
        "gradient-check-list-with-floor",
        r"""
def gradient_check(gradients, numerical):
    result = []
    for i in range(len(gradients)):
        up = np.linalg.norm(gradients[i] - numerical[i])
        down = np.linalg.norm(gradients[i]) + np.linalg.norm(numerical[i])
        result.append(up / (down + 1e-20))
    return result
""",
    ),
    Right(
        "gradient-check-by-hand",
        r"""
def size(a):
    return np.sqrt(np.sum(a * a))

def gradient_check(gradients, numerical):
    errors = np.zeros(len(gradients))
    for k, (a, n) in enumerate(zip(gradients, numerical)):
        if np.any(a != n):
            errors[k] = size(a - n) / (size(a) + size(n))
    return errors
""",
    ),
    Right(
        "gradient-check-tuple-and-isclose-to-zero",
        r"""
def gradient_check(gradients, numerical):
    def error(a, n):
        total = np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(n))
        return 0 if total == 0 else np.linalg.norm(np.ravel(a) - np.ravel(n)) / total
    return tuple(error(a, n) for a, n in zip(gradients, numerical))
""",
    ),
    Right(
        "wrong-gradients-loop",
        r"""
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numerical = numerical_gradient(params, X, Y, activation, lam, 1e-5)
    errors = gradient_check(gradients, numerical)
    wrong = []
    for i, e in enumerate(errors):
        if e > 1e-5:
            wrong.append(i)
    return wrong
""",
    ),
    Right(
        "wrong-gradients-where",
        r"""
def wrong_gradients(gradients, params, X, Y, activation, lam):
    numerical = numerical_gradient(params, X, Y, activation, lam, epsilon=1e-5)
    return np.where(np.array(gradient_check(gradients, numerical)) > 1e-5)[0]
""",
    ),
    Right(
        "wrong-gradients-arange-tuple",
        r"""
def wrong_gradients(gradients, params, X, Y, activation, lam):
    errors = np.asarray(gradient_check(gradients, numerical_gradient(params, X, Y, activation, lam, 1e-5)))
    return tuple(np.arange(len(errors))[errors >= 1e-5])
""",
    ),
    # Dropout
    Right(
        "dropout-forward-float-mask",
        r"""
def dropout_forward(A, keep, rng):
    mask = (rng.uniform(size=A.shape) < keep).astype(np.float32)
    dropped = np.multiply(A, mask)
    dropped /= keep
    return dropped, mask
""",
    ),
    Right(
        "dropout-forward-binomial",
        r"""
def dropout_forward(A, keep, rng):
    mask = rng.binomial(1, keep, size=A.shape)
    return np.where(mask == 1, A / keep, 0.0), mask
""",
    ),
    Right(
        "dropout-forward-choice-and-at-most",
        r"""
def dropout_forward(A, keep, rng):
    mask = rng.random(A.shape, dtype=np.float32) >= 1 - keep
    out = A.copy()
    out[~mask] = 0
    return [out * (1 / keep), mask.astype(int)]
""",
    ),
    Right(
        "dropout-backward-where",
        r"""
def dropout_backward(dA_dropped, mask, keep):
    return np.where(mask, dA_dropped, 0) / keep
""",
    ),
    Right(
        "dropout-backward-copy-and-switch-off",
        r"""
def dropout_backward(dA_dropped, mask, keep):
    dA = np.array(dA_dropped)
    dA[mask == 0] = 0
    dA /= keep
    return dA
""",
    ),
    Right(
        "dropout-backward-entry-by-entry",
        r"""
def dropout_backward(dA_dropped, mask, keep):
    return [[d / keep if on else 0.0 for d, on in zip(row, kept)] for row, kept in zip(dA_dropped, mask)]
""",
    ),
    # Batch normalisation
    Right(
        "batch-norm-forward-by-hand",
        r"""
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    m = Z.shape[1]
    mu = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mu
    var = np.sum(centred ** 2, axis=1, keepdims=True) / m
    std = (var + 1e-5) ** 0.5
    Z_hat = centred / std
    out = Z_hat * gamma + beta
    new_mean = running_mean + (1 - momentum) * (mu - running_mean)
    new_var = running_var + (1 - momentum) * (var - running_var)
    return out, Z_hat, std, new_mean, new_var
""",
    ),
    Right(
        "batch-norm-forward-running-in-place",
        r"""
EPSILON = 1e-5

def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    mu = np.mean(Z, axis=1).reshape(-1, 1)
    var = np.var(Z, axis=1).reshape(-1, 1)
    running_mean *= momentum
    running_mean += (1 - momentum) * mu
    running_var *= momentum
    running_var += (1 - momentum) * var
    std = np.sqrt(var + EPSILON)
    Z_hat = (Z - mu) / std
    return [gamma * Z_hat + beta, Z_hat, std, running_mean, running_var]
""",
    ),
    Right(
        "batch-norm-forward-row-by-row",
        r"""
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    Z_hat = np.zeros(Z.shape)
    std = np.zeros((Z.shape[0], 1))
    mean_new, var_new = running_mean.copy(), running_var.copy()
    for u in range(Z.shape[0]):
        std[u, 0] = np.sqrt(Z[u].var() + 1e-5)
        Z_hat[u] = (Z[u] - Z[u].mean()) / std[u, 0]
        mean_new[u] = momentum * running_mean[u] + (1 - momentum) * Z[u].mean()
        var_new[u] = momentum * running_var[u] + (1 - momentum) * Z[u].var()
    return gamma * Z_hat + beta, Z_hat, std, mean_new, var_new
""",
    ),
    Right(
        "batch-norm-backward-one-formula",
        r"""
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dZ = gamma / (m * std) * (m * dout - dbeta - Z_hat * dgamma)
    return dZ, dgamma, dbeta
""",
    ),
    Right(
        "batch-norm-backward-einsum",
        r"""
def batch_norm_backward(dout, Z_hat, std, gamma):
    dgamma = np.einsum("um,um->u", dout, Z_hat)[:, None]
    dbeta = np.einsum("um->u", dout)[:, None]
    d = gamma * dout
    mean = lambda a: a.mean(axis=1, keepdims=True)
    return [(d - mean(d) - Z_hat * mean(d * Z_hat)) / std, dgamma, dbeta]
""",
    ),
    Right(
        "batch-norm-backward-by-the-paths",
        r"""
def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dZ_hat = dout * gamma
    centred = Z_hat * std
    dvar = (dZ_hat * centred * -0.5 * std ** -3).sum(axis=1, keepdims=True)
    dmean = (-dZ_hat / std).sum(axis=1, keepdims=True)
    dZ = dZ_hat / std + dvar * 2 * centred / m + dmean / m
    return dZ, (dout * Z_hat).sum(axis=1, keepdims=True), dout.sum(axis=1, keepdims=True)
""",
    ),
    Right(
        "batch-norm-predict-scale-and-shift",
        r"""
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    scale = gamma / np.sqrt(running_var + 1e-5)
    return scale * Z + (beta - scale * running_mean)
""",
    ),
    Right(
        "batch-norm-predict-steps",
        r"""
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = np.power(running_var + 1e-5, 0.5)
    Z_hat = np.divide(np.subtract(Z, running_mean), std)
    return np.add(np.multiply(gamma, Z_hat), beta)
""",
    ),
    Right(
        "batch-norm-predict-digit-by-digit",
        r"""
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    out = np.empty(np.shape(Z))
    for i in range(out.shape[1]):
        z = (Z[:, i] - running_mean[:, 0]) / (running_var[:, 0] + 1e-5) ** 0.5
        out[:, i] = z * gamma[:, 0] + beta[:, 0]
    return out
""",
    ),
    # Searching
    Right(
        "log-uniform-base-ten",
        r"""
def log_uniform(low, high, n, rng):
    exponents = rng.uniform(np.log10(low), np.log10(high), size=n)
    return 10 ** exponents
""",
    ),
    Right(
        "log-uniform-share-of-the-way",
        r"""
import math

def log_uniform(low, high, n, rng):
    return [low * (high / low) ** rng.random() for _ in range(n)]
""",
    ),
    Right(
        "log-uniform-random-scaled",
        r"""
def log_uniform(low, high, n, rng):
    a, b = np.log2(low), np.log2(high)
    return np.exp2(a + (b - a) * rng.random(n))
""",
    ),
]
