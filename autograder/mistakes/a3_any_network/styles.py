"""Right answers in other styles than the lesson's: loops, the paper's derivation, formulas put together otherwise.

Nothing here is wrong. The diagnosis puts one slip at a time into them, as it does with the solutions
(diagnosis/slips.py), and so knows the slips of people who write in these styles. Plain functions under the exercises'
names, a tuple for each.
"""

# mypy: ignore-errors
# ruff: noqa: B905, F811, F821

from __future__ import annotations


def activate(Z, activation):
    if activation == "relu":
        return Z * (Z > 0)
    if activation == "leaky_relu":
        return Z * np.where(Z > 0, 1, 0.01)
    if activation == "tanh":
        return 2 / (1 + np.exp(-2 * Z)) - 1
    return 0.5 * (1 + np.tanh(Z / 2))


def activate_deriv(Z, activation):
    if activation == "relu":
        return 1 * (Z > 0)
    if activation == "leaky_relu":
        return 0.99 * (Z > 0) + 0.01
    if activation == "tanh":
        return 1 / np.cosh(Z) ** 2
    return np.exp(-Z) / (1 + np.exp(-Z)) ** 2


def forward_deep(params, X, activation):
    A, cache = X, []
    for at in range(0, len(params) - 2, 2):
        Z = params[at] @ A + params[at + 1]
        A = activate(Z, activation)
        cache += [Z, A]
    Z = params[-2] @ A + params[-1]
    A = softmax(Z)
    cache += [Z, A]
    return tuple(cache)


def l2_penalty(params, lam):
    total = 0.0
    for at, parameter in enumerate(params):
        if at % 2 == 0:
            total = total + np.sum(parameter * parameter)
    return total * lam / 2


def l2_penalty(params, lam):
    total = 0.0
    for at in range(0, len(params), 2):
        for row in params[at]:
            for w in row:
                total = total + w * w
    return 0.5 * lam * total


def deep_loss(params, X, Y, activation, lam):
    A = forward_deep(params, X, activation)[-1]
    m = Y.size
    total = 0.0
    for i in range(m):
        total = total - np.log(np.maximum(A[Y[i], i], 1e-15))
    penalty = 0.0
    for at in range(0, len(params), 2):
        penalty = penalty + np.sum(params[at] ** 2)
    return total / m + lam / 2 * penalty


def deep_loss(params, X, Y, activation, lam):
    A = forward_deep(params, X, activation)[-1]
    H = one_hot(Y, A.shape[0])
    m = Y.size
    return -np.sum(H * np.log(A)) / m + 0.5 * lam * sum(np.sum(W * W) for W in params[0::2])


def backward_deep(params, cache, X, Y, activation, lam):
    m = Y.size
    inputs = [X, *cache[1::2]]
    dZ = (cache[-1] - one_hot(Y, cache[-1].shape[0])) / m
    found = []
    for at in range(len(params) // 2 - 1, -1, -1):
        W = params[2 * at]
        found = [dZ @ inputs[at].T + lam * W, np.sum(dZ, axis=1, keepdims=True), *found]
        if at > 0:
            dZ = (W.T @ dZ) * activate_deriv(cache[2 * at - 2], activation)
    return tuple(found)


def numerical_gradient(params, X, Y, activation, lam, epsilon):
    found = []
    for at in range(len(params)):
        slopes = np.zeros(params[at].shape)
        for i in range(params[at].shape[0]):
            for j in range(params[at].shape[1]):
                above = [parameter.copy() for parameter in params]
                below = [parameter.copy() for parameter in params]
                above[at][i, j] = above[at][i, j] + epsilon
                below[at][i, j] = below[at][i, j] - epsilon
                up = deep_loss(above, X, Y, activation, lam)
                down = deep_loss(below, X, Y, activation, lam)
                slopes[i, j] = (up - down) / (2 * epsilon)
        found.append(slopes)
    return tuple(found)


def gradient_check(gradients, numerical):
    errors = []
    for a, n in zip(gradients, numerical):
        above = np.sqrt(np.sum((a - n) ** 2))
        below = np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(n**2))
        errors.append(above / below if below > 0 else 0.0)
    return np.array(errors)


def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    m = Z.shape[1]
    mean = np.sum(Z, axis=1, keepdims=True) / m
    centred = Z - mean
    var = np.sum(centred**2, axis=1, keepdims=True) / m
    std = np.sqrt(var + 1e-5)
    Z_hat = centred / std
    running_mean = momentum * running_mean + (1 - momentum) * mean
    running_var = momentum * running_var + (1 - momentum) * var
    return gamma * Z_hat + beta, Z_hat, std, running_mean, running_var


def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    mean = np.mean(Z, axis=1, keepdims=True)
    var = np.mean((Z - mean) ** 2, axis=1, keepdims=True)
    Z_hat = (Z - mean) / np.sqrt(var + 1e-5)
    running_mean = running_mean + (1 - momentum) * (mean - running_mean)
    running_var = running_var + (1 - momentum) * (var - running_var)
    return gamma * Z_hat + beta, Z_hat, np.sqrt(var + 1e-5), running_mean, running_var


def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dbeta = np.sum(dout, axis=1, keepdims=True)
    dgamma = np.sum(dout * Z_hat, axis=1, keepdims=True)
    dZ_hat = gamma * dout
    shift = np.sum(dZ_hat, axis=1, keepdims=True)
    stretch = np.sum(dZ_hat * Z_hat, axis=1, keepdims=True)
    return (m * dZ_hat - shift - Z_hat * stretch) / (m * std), dgamma, dbeta


def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dbeta = dout.sum(axis=1, keepdims=True)
    dgamma = (dout * Z_hat).sum(axis=1, keepdims=True)
    return gamma / std * (dout - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dbeta = dout.sum(axis=1, keepdims=True)
    dgamma = (dout * Z_hat).sum(axis=1, keepdims=True)
    dZ_hat = gamma * dout
    centred = Z_hat * std
    dvar = -0.5 * np.sum(dZ_hat * centred, axis=1, keepdims=True) / std**3
    dmean = -np.sum(dZ_hat / std, axis=1, keepdims=True)
    return dZ_hat / std + dvar * 2 * centred / m + dmean / m, dgamma, dbeta


def batch_norm_backward(dout, Z_hat, std, gamma):
    m = dout.shape[1]
    dbeta = dout.sum(axis=1, keepdims=True)
    dgamma = (dout * Z_hat).sum(axis=1, keepdims=True)
    dZ_hat = gamma * dout
    dcentred = dZ_hat / std
    dstd = -np.sum(dZ_hat * Z_hat / std, axis=1, keepdims=True)
    dvar = 0.5 * dstd / std
    dcentred = dcentred + 2 / m * (Z_hat * std) * dvar
    dmean = dcentred.sum(axis=1, keepdims=True)
    return dcentred - dmean / m, dgamma, dbeta


def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    scale = gamma / np.sqrt(running_var + 1e-5)
    shift = beta - running_mean * scale
    return Z * scale + shift


def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    std = (running_var + 1e-5) ** 0.5
    Z_hat = (Z - running_mean) / std
    return gamma * Z_hat + beta
