"""A blind corpus for the assignment on convolution: answers that are right, and slips that beginners make.

It was written from the lesson and the contract, without sight of the checks and of the catalogue. A wrong answer is
mostly a right one with a few words changed: what was changed is the mistake.
"""

from . import Pair, Right, Wrong


def changed(source: str, *changes: tuple[str, str]) -> str:
    """The source with each old text replaced by the new one, wherever it stands."""
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return source


PAD = r"""
def pad_images(X, pad):
    c, h, w, m = X.shape
    out = np.zeros((c, h + 2 * pad, w + 2 * pad, m))
    out[:, pad:pad + h, pad:pad + w, :] = X
    return out
"""

PADNP = r"""
def pad_images(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
"""

COS = r"""
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad - kernel) // stride + 1
"""

IM = r"""
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    cols = np.zeros((c, kernel, kernel, oh, ow, m))
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i:i + stride * oh:stride, j:j + stride * ow:stride]
    return cols.reshape(c * kernel * kernel, oh * ow * m)
"""

IMLOOP = r"""
def im2col(X, kernel, stride):
    channels, height, width, m = X.shape
    out_h = conv_output_size(height, kernel, stride, 0)
    out_w = conv_output_size(width, kernel, stride, 0)
    cols = np.zeros((channels * kernel * kernel, out_h * out_w * m))
    for i in range(out_h):
        for j in range(out_w):
            for n in range(m):
                patch = X[:, i * stride:i * stride + kernel, j * stride:j * stride + kernel, n]
                cols[:, (i * out_w + j) * m + n] = patch.reshape(-1)
    return cols
"""

IMWIN = r"""
def im2col(X, kernel, stride):
    windows = np.lib.stride_tricks.sliding_window_view(X, (kernel, kernel), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    c, oh, ow, m, _, _ = windows.shape
    return windows.transpose(0, 4, 5, 1, 2, 3).reshape(c * kernel ** 2, oh * ow * m)
"""

CF = r"""
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    _, h, w, m = X.shape
    cols = im2col(pad_images(X, pad), k, stride)
    Z = W.reshape(f, c * k * k) @ cols + b
    oh = conv_output_size(h, k, stride, pad)
    ow = conv_output_size(w, k, stride, pad)
    return Z.reshape(f, oh, ow, m)
"""

CFLOOP = r"""
def conv_forward(X, W, b, stride, pad):
    filters, channels, k, _ = W.shape
    P = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    oh = (P.shape[1] - k) // stride + 1
    ow = (P.shape[2] - k) // stride + 1
    Z = np.zeros((filters, oh, ow, X.shape[3]))
    for f in range(filters):
        for i in range(oh):
            for j in range(ow):
                patch = P[:, i * stride:i * stride + k, j * stride:j * stride + k, :]
                Z[f, i, j] = np.sum(patch * W[f][..., None], axis=(0, 1, 2)) + b[f]
    return Z
"""

CFEIN = r"""
def conv_forward(X, W, b, stride, pad):
    k = W.shape[2]
    P = pad_images(X, pad)
    windows = np.lib.stride_tricks.sliding_window_view(P, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("fckl,chwmkl->fhwm", W, windows) + b[:, :, None, None]
"""

MP = r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    return X.reshape(c, h // size, size, w // size, size, m).max(axis=(2, 4))
"""

MPLOOP = r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    out = np.zeros((c, h // size, w // size, m))
    for i in range(h // size):
        for j in range(w // size):
            out[:, i, j] = X[:, i * size:(i + 1) * size, j * size:(j + 1) * size].max(axis=(1, 2))
    return out
"""

MPSL = r"""
def max_pool(X, size):
    largest = X[:, ::size, ::size]
    for i in range(size):
        for j in range(size):
            largest = np.maximum(largest, X[:, i::size, j::size])
    return largest
"""

IL = r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.normal(0, np.sqrt(2 / kernel ** 2), (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.normal(0, np.sqrt(2 / (f1 * kernel ** 2)), (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, np.sqrt(2 / (f2 * q * q)), (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
"""

LF = r"""
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, 1, 0)
    A1 = relu(max_pool(Z1, 2))
    Z2 = conv_forward(A1, W2, b2, 1, 0)
    A2 = relu(max_pool(Z2, 2))
    Z3 = W3 @ flatten(A2) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
"""

LP = r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return np.argmax(A3, axis=0)
"""

CI = r"""
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    patches = cols.reshape(c, kernel, kernel, oh, ow, m)
    X = np.zeros(shape)
    for i in range(kernel):
        for j in range(kernel):
            X[:, i:i + stride * oh:stride, j:j + stride * ow:stride] += patches[:, i, j]
    return X
"""

CILOOP = r"""
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    out = np.zeros((c, h, w, m))
    oh = conv_output_size(h, kernel, stride, 0)
    ow = conv_output_size(w, kernel, stride, 0)
    for i in range(oh):
        for j in range(ow):
            start = (i * ow + j) * m
            patch = cols[:, start:start + m].reshape(c, kernel, kernel, m)
            out[:, i * stride:i * stride + kernel, j * stride:j * stride + kernel] += patch
    return out
"""

CIIDX = r"""
def col2im(cols, shape, kernel, stride):
    places = im2col(np.arange(np.prod(shape)).reshape(shape), kernel, stride).astype(int)
    out = np.zeros(int(np.prod(shape)))
    np.add.at(out, places.ravel(), cols.ravel())
    return out.reshape(shape)
"""

CB = r"""
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, h, w, m = X.shape
    P = pad_images(X, pad)
    cols = im2col(P, k, stride)
    D = dZ.reshape(f, -1)
    dW = (D @ cols.T).reshape(W.shape)
    db = D.sum(axis=1, keepdims=True)
    dcols = W.reshape(f, -1).T @ D
    dP = col2im(dcols, P.shape, k, stride)
    dX = dP[:, pad:pad + h, pad:pad + w]
    return dX, dW, db
"""

CBLOOP = r"""
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    P = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dP = np.zeros(P.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((f, 1))
    for n in range(f):
        for i in range(oh):
            for j in range(ow):
                g = dZ[n, i, j]
                patch = P[:, i * stride:i * stride + k, j * stride:j * stride + k]
                dW[n] += (patch * g).sum(axis=-1)
                dP[:, i * stride:i * stride + k, j * stride:j * stride + k] += W[n][..., None] * g
        db[n] = dZ[n].sum()
    return dP[:, pad:dP.shape[1] - pad, pad:dP.shape[2] - pad], dW, db
"""

MB = r"""
def max_pool_backward(dA, X, size):
    largest = max_pool(X, size)
    rest = dA.copy()
    dX = np.zeros(X.shape)
    for i in range(size):
        for j in range(size):
            hit = X[:, i::size, j::size] == largest
            dX[:, i::size, j::size] = rest * hit
            rest[hit] = 0
    return dX
"""

MBLOOP = r"""
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros((c, h, w, m))
    for k in range(c):
        for i in range(h // size):
            for j in range(w // size):
                for n in range(m):
                    square = X[k, i * size:(i + 1) * size, j * size:(j + 1) * size, n]
                    a, b = np.unravel_index(np.argmax(square), square.shape)
                    dX[k, i * size + a, j * size + b, n] = dA[k, i, j, n]
    return dX
"""

MBREP = r"""
def max_pool_backward(dA, X, size):
    def spread(a):
        return a.repeat(size, axis=1).repeat(size, axis=2)
    mask = X == spread(max_pool(X, size))
    c, h, w, m = X.shape
    ties = mask.reshape(c, h // size, size, w // size, size, m).sum(axis=(2, 4))
    return mask * spread(dA / ties)
"""

LB = r"""
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = Y.size
    dZ3 = (A3 - one_hot(Y)) / m
    dW3 = dZ3 @ flatten(A2).T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = (W3.T @ dZ3).reshape(A2.shape)
    dZ2 = max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
"""

TL = r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    m = Y.size
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(m)
        for start in range(0, m, batch_size):
            batch = order[start:start + batch_size]
            Xb, Yb = X[..., batch], Y[batch]
            caches = lenet_forward(Xb, params)
            losses.append(cross_entropy(caches[-1], Yb))
            grads = lenet_backward(Xb, Yb, params, caches)
            params = [p - alpha * g for p, g in zip(params, grads)]
    return params, losses
"""

RIGHT: list[Right] = [
    Right(
        "pad-zeros",
        PAD,
    ),
    Right(
        "pad-np-pad-mode",
        changed(PADNP, ("(0, 0)))", '(0, 0)), mode="constant", constant_values=0)')),
    ),
    Right(
        "pad-if-none",
        r"""
def pad_images(X, pad):
    if pad == 0:
        return X
    c, h, w, m = X.shape
    out = np.zeros((c, h + 2 * pad, w + 2 * pad, m), dtype=X.dtype)
    out[:, pad:-pad, pad:-pad] = X
    return out
""",
    ),
    Right(
        "pad-loops",
        r"""
def pad_images(X, pad):
    c, h, w, m = X.shape
    out = np.zeros((c, h + pad + pad, w + pad + pad, m), dtype="float32")
    for k in range(c):
        for i in range(h):
            for j in range(w):
                for n in range(m):
                    out[k][i + pad][j + pad][n] = X[k][i][j][n]
    return out
""",
    ),
    Right(
        "pad-concatenate",
        r"""
def pad_images(X, pad):
    c, h, w, m = X.shape
    side = np.zeros((c, h, pad, m))
    X = np.concatenate([side, X, side], axis=2)
    top = np.zeros((c, pad, w + 2 * pad, m))
    return np.concatenate((top, X, top), axis=1)
""",
    ),
    Right(
        "pad-lists",
        r"""
def pad_images(X, pad):
    c, h, w, m = X.shape
    out = []
    for channel in X:
        blank = [[0.0] * m for _ in range(w + 2 * pad)]
        rows = [blank for _ in range(pad)]
        for row in channel:
            rows.append([[0.0] * m] * pad + row.tolist() + [[0.0] * m] * pad)
        rows += [blank for _ in range(pad)]
        out.append(rows)
    return np.array(out)
""",
    ),
    Right(
        "pad-ring-by-ring",
        r"""
def _ring(X):
    return np.pad(X, [(0, 0), (1, 1), (1, 1), (0, 0)], "constant")

def pad_images(X, pad):
    out = X.copy()
    while pad > 0:
        out = _ring(out)
        pad -= 1
    return out
""",
    ),
    Right(
        "pad-indices",
        r"""
def pad_images(X, pad):
    channels, height, width, m = np.shape(X)
    padded = np.zeros((channels, height + 2 * pad, width + 2 * pad, m), X.dtype)
    rows = np.arange(height) + pad
    columns = np.arange(width) + pad
    padded[:, rows[:, None], columns[None, :], :] = X
    return padded
""",
    ),
    Right(
        "cos-floor",
        r"""
import math

def conv_output_size(size, kernel, stride, pad):
    return math.floor((size + 2 * pad - kernel) / stride + 1)
""",
    ),
    Right(
        "cos-int-np",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return int(np.floor((size - kernel + 2 * pad) / stride)) + 1
""",
    ),
    Right(
        "cos-count",
        r"""
def conv_output_size(size, kernel, stride, pad):
    places = 0
    first = -pad
    while first + kernel <= size + pad:
        places += 1
        first += stride
    return places
""",
    ),
    Right(
        "cos-range",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return len(range(0, size + 2 * pad - kernel + 1, stride))
""",
    ),
    Right(
        "cos-divmod",
        r"""
def conv_output_size(size, kernel, stride, pad):
    steps, _ = divmod(size + pad + pad - kernel, stride)
    return 1 + steps
""",
    ),
    Right(
        "cos-other-form",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad - kernel + stride) // stride
""",
    ),
    Right(
        "cos-npint",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return np.arange(0, size + 2 * pad - kernel + 1, stride).size
""",
    ),
    Right(
        "cos-np-int64",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return np.floor_divide(size + 2 * pad - kernel, stride) + 1
""",
    ),
    Right(
        "im-loop-places",
        IMLOOP,
    ),
    Right(
        "im-windows",
        IMWIN,
    ),
    Right(
        "im-list-stack",
        r"""
def im2col(X, kernel, stride):
    oh = conv_output_size(X.shape[1], kernel, stride, 0)
    ow = conv_output_size(X.shape[2], kernel, stride, 0)
    rows = []
    for channel in X:
        for i in range(kernel):
            for j in range(kernel):
                part = channel[i:, j:][::stride, ::stride][:oh, :ow]
                rows.append(part.ravel())
    return np.vstack(rows)
""",
    ),
    Right(
        "im-fancy",
        r"""
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    oh, ow = (h - kernel) // stride + 1, (w - kernel) // stride + 1
    ki, kj = np.meshgrid(np.arange(kernel), np.arange(kernel), indexing="ij")
    pi, pj = np.meshgrid(np.arange(oh) * stride, np.arange(ow) * stride, indexing="ij")
    rows = ki.reshape(-1, 1) + pi.reshape(1, -1)
    columns = kj.reshape(-1, 1) + pj.reshape(1, -1)
    return X[:, rows, columns, :].reshape(c * kernel * kernel, oh * ow * m)
""",
    ),
    Right(
        "im-columns-stack",
        r"""
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    columns = []
    for top in range(0, h - kernel + 1, stride):
        for left in range(0, w - kernel + 1, stride):
            columns.append(X[:, top:top + kernel, left:left + kernel].reshape(c * kernel * kernel, m))
    return np.hstack(columns).astype(np.float32)
""",
    ),
    Right(
        "im-strided",
        r"""
from numpy.lib.stride_tricks import as_strided

def im2col(X, kernel, stride):
    X = np.ascontiguousarray(X)
    c, h, w, m = X.shape
    oh = conv_output_size(h, kernel, stride, 0)
    ow = conv_output_size(w, kernel, stride, 0)
    sc, sh, sw, sm = X.strides
    view = as_strided(X, (c, kernel, kernel, oh, ow, m), (sc, sh, sw, sh * stride, sw * stride, sm))
    return view.reshape(c * kernel * kernel, -1)
""",
    ),
    Right(
        "im-all-loops",
        r"""
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    result = []
    for k in range(c):
        for a in range(kernel):
            for b in range(kernel):
                row = []
                for i in range(0, h - kernel + 1, stride):
                    for j in range(0, w - kernel + 1, stride):
                        row.extend(X[k, i + a, j + b])
                result.append(row)
    return np.array(result)
""",
    ),
    Right(
        "cf-loops",
        CFLOOP,
    ),
    Right(
        "cf-einsum",
        CFEIN,
    ),
    Right(
        "cf-kernel-loops",
        r"""
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    P = pad_images(X, pad)
    oh = conv_output_size(X.shape[1], k, stride, pad)
    ow = conv_output_size(X.shape[2], k, stride, pad)
    Z = np.zeros((f, oh, ow, X.shape[-1]), dtype=X.dtype) + b.reshape(f, 1, 1, 1)
    for i in range(k):
        for j in range(k):
            part = P[:, i:i + stride * oh:stride, j:j + stride * ow:stride]
            Z += np.tensordot(W[:, :, i, j], part, axes=1)
    return Z
""",
    ),
    Right(
        "cf-dot-float32",
        changed(
            CF,
            (
                "W.reshape(f, c * k * k) @ cols + b",
                "np.dot(np.reshape(W, (f, -1)).astype(np.float32), cols.astype(np.float32)) + b",
            ),
        ),
    ),
    Right(
        "cf-bias-row",
        r"""
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    m = X.shape[-1]
    padded = pad_images(X, pad)
    cols = im2col(padded, k, stride)
    ones = np.ones((1, cols.shape[1]))
    Z = np.hstack([W.reshape(f, -1), b]) @ np.vstack([cols, ones])
    out = (padded.shape[1] - k) // stride + 1
    return Z.reshape(f, out, -1, m)
""",
    ),
    Right(
        "cf-per-example",
        r"""
def conv_forward(X, W, b, stride, pad):
    f, _, k, _ = W.shape
    oh = conv_output_size(X.shape[1], k, stride, pad)
    results = []
    for n in range(X.shape[3]):
        cols = im2col(pad_images(X[..., n:n + 1], pad), k, stride)
        results.append((W.reshape(f, -1).dot(cols) + b).reshape(f, oh, -1))
    return np.stack(results, axis=-1)
""",
    ),
    Right(
        "cf-per-filter",
        r"""
def conv_forward(X, W, b, stride, pad):
    cols = im2col(pad_images(X, pad), W.shape[-1], stride)
    oh = conv_output_size(X.shape[1], W.shape[-1], stride, pad)
    ow = conv_output_size(X.shape[2], W.shape[-1], stride, pad)
    maps = []
    for kernel, bias in zip(W, b):
        maps.append((kernel.flatten() @ cols + bias).reshape(oh, ow, X.shape[-1]))
    return np.array(maps)
""",
    ),
    Right(
        "mp-reshape",
        MP,
    ),
    Right(
        "mp-loops",
        MPLOOP,
    ),
    Right(
        "mp-inf",
        r"""
def max_pool(X, size):
    channels, height, width, m = X.shape
    best = np.full((channels, height // size, width // size, m), -np.inf, dtype=X.dtype)
    for i in range(size):
        for j in range(size):
            part = X[:, i::size, j::size, :]
            best = np.where(part > best, part, best)
    return best
""",
    ),
    Right(
        "mp-sort",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    squares = X.reshape(c, h // size, size, w // size, size, m).transpose(0, 1, 3, 5, 2, 4)
    squares = np.sort(squares.reshape(c, h // size, w // size, m, size * size), axis=-1)
    return squares[..., -1]
""",
    ),
    Right(
        "mp-reduce",
        r"""
def max_pool(X, size):
    parts = [X[:, i::size, j::size] for i in range(size) for j in range(size)]
    return np.maximum.reduce(parts)
""",
    ),
    Right(
        "mp-two-steps",
        r"""
def max_pool(X, size):
    rows = X[:, 0::size].copy()
    for i in range(1, size):
        np.maximum(rows, X[:, i::size], out=rows)
    best = rows[:, :, 0::size].copy()
    for j in range(1, size):
        np.maximum(best, rows[:, :, j::size], out=best)
    return best
""",
    ),
    Right(
        "mp-python",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    out = np.empty((c, int(h / size), int(w / size), m), dtype=np.float32)
    for k, i, j, n in np.ndindex(*out.shape):
        out[k, i, j, n] = max(X[k, i * size + a, j * size + b, n] for a in range(size) for b in range(size))
    return out
""",
    ),
    Right(
        "mp-windows",
        r"""
def max_pool(X, size):
    view = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(1, 2))
    return view[:, ::size, ::size].max(axis=(-2, -1))
""",
    ),
    Right(
        "fl-product",
        r"""
def flatten(A):
    c, h, w, m = A.shape
    return A.reshape(c * h * w, m)
""",
    ),
    Right(
        "fl-columns",
        r"""
def flatten(A):
    return np.array([A[..., n].ravel() for n in range(A.shape[3])]).T
""",
    ),
    Right(
        "fl-vstack",
        r"""
def flatten(A):
    return np.vstack([row for channel in A for row in channel])
""",
    ),
    Right(
        "fl-moveaxis",
        r"""
def flatten(A):
    m = A.shape[-1]
    return np.moveaxis(A, -1, 0).reshape(m, -1).T
""",
    ),
    Right(
        "fl-loops",
        r"""
def flatten(A):
    c, h, w, m = A.shape
    out = np.zeros((c * h * w, m))
    r = 0
    for k in range(c):
        for i in range(h):
            for j in range(w):
                out[r, :] = A[k, i, j, :]
                r += 1
    return out
""",
    ),
    Right(
        "fl-list",
        r"""
def flatten(A):
    return [A[k, i, j].tolist() for k in range(len(A)) for i in range(A.shape[1]) for j in range(A.shape[2])]
""",
    ),
    Right(
        "fl-concatenate",
        r"""
def flatten(A):
    return np.concatenate([maps.reshape(-1, A.shape[-1]) for maps in A], axis=0).astype(np.float32)
""",
    ),
    Right(
        "fl-ravel-copy",
        r"""
def flatten(A):
    return np.reshape(A.ravel(), (int(np.prod(A.shape[:3])), A.shape[3])).copy()
""",
    ),
    Right(
        "il-double",
        IL,
    ),
    Right(
        "il-list-float32",
        changed(
            IL, ("return W1, b1, W2, b2, W3, b3", "return [p.astype(np.float32) for p in [W1, b1, W2, b2, W3, b3]]")
        ),
    ),
    Right(
        "il-xavier",
        changed(
            IL,
            ("np.sqrt(2 / kernel ** 2)", "np.sqrt(2 / (kernel ** 2 + f1 * kernel ** 2))"),
            ("np.sqrt(2 / (f1 * kernel ** 2))", "np.sqrt(2 / ((f1 + f2) * kernel ** 2))"),
            ("np.sqrt(2 / (f2 * q * q))", "np.sqrt(2 / (f2 * q * q + n_classes))"),
        ),
    ),
    Right(
        "il-uniform-he",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    first, second = filters
    half = conv_output_size(image_size, kernel, 1, 0) // 2
    q = conv_output_size(half, kernel, 1, 0) // 2

    def weights(*shape):
        limit = np.sqrt(6 / np.prod(shape[1:]))
        return rng.uniform(-limit, limit, size=shape)

    W3 = weights(n_classes, second * q * q)
    W2 = weights(second, first, kernel, kernel)
    W1 = weights(first, 1, kernel, kernel)
    return W1, np.zeros((first, 1)), W2, np.zeros((second, 1)), W3, np.zeros((n_classes, 1))
""",
    ),
    Right(
        "il-standard-normal",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    side = image_size
    for _ in range(2):
        side = (side - kernel + 1) // 2
    k2 = kernel * kernel
    W1 = (rng.standard_normal((f1, k2)) * (2 / k2) ** 0.5).reshape(f1, 1, kernel, kernel).astype("float32")
    W2 = (rng.standard_normal((f2, f1 * k2)) * (2 / (f1 * k2)) ** 0.5).reshape(f2, f1, kernel, kernel).astype("float32")
    W3 = (rng.standard_normal((n_classes, f2 * side ** 2)) * (2 / (f2 * side ** 2)) ** 0.5).astype("float32")
    b1, b2, b3 = (np.zeros((n, 1), np.float32) for n in (f1, f2, n_classes))
    return W1, b1, W2, b2, W3, b3
""",
    ),
    Right(
        "il-small-bias",
        changed(IL, ("np.zeros((f1, 1))", "np.full((f1, 1), 0.01)"), ("np.zeros((f2, 1))", "np.full((f2, 1), 0.01)")),
    ),
    Right(
        "il-lecun-uniform",
        changed(
            IL,
            ("rng.normal(0, np.sqrt(2 / kernel ** 2),", "rng.uniform(-1 / kernel, 1 / kernel,"),
            (
                "rng.normal(0, np.sqrt(2 / (f1 * kernel ** 2)),",
                "rng.uniform(-1 / np.sqrt(f1 * kernel ** 2), 1 / np.sqrt(f1 * kernel ** 2),",
            ),
            (
                "rng.normal(0, np.sqrt(2 / (f2 * q * q)),",
                "rng.uniform(-1 / np.sqrt(f2 * q * q), 1 / np.sqrt(f2 * q * q),",
            ),
        ),
    ),
    Right(
        "lf-relu-first",
        changed(
            LF,
            ("relu(max_pool(Z1, 2))", "max_pool(relu(Z1), 2)"),
            ("relu(max_pool(Z2, 2))", "max_pool(np.maximum(Z2, 0), 2)"),
        ),
    ),
    Right(
        "lf-list",
        changed(LF, ("return Z1, A1, Z2, A2, A3", "return [Z1, A1, Z2, A2, A3]")),
    ),
    Right(
        "lf-helper",
        r"""
def block(A, W, b):
    Z = conv_forward(A, W, b, stride=1, pad=0)
    pooled = max_pool(Z, 2)
    return Z, pooled * (pooled > 0)

def lenet_forward(X, params):
    Z1, A1 = block(X, params[0], params[1])
    Z2, A2 = block(A1, params[2], params[3])
    logits = np.dot(params[4], flatten(A2)) + params[5]
    return Z1, A1, Z2, A2, softmax(logits)
""",
    ),
    Right(
        "lf-own-softmax",
        changed(LF, ("A3 = softmax(Z3)", ("E = np.exp(Z3 - np.max(Z3, axis=0))\n    A3 = E / np.sum(E, axis=0)"))),
    ),
    Right(
        "lf-loop",
        r"""
def lenet_forward(X, params):
    caches = []
    A = X
    for W, b in ((params[0], params[1]), (params[2], params[3])):
        Z = conv_forward(A, W, b, 1, 0)
        A = relu(max_pool(Z, 2))
        caches += [Z, A]
    caches.append(softmax(params[4] @ A.reshape(-1, X.shape[-1]) + params[5]))
    return tuple(caches)
""",
    ),
    Right(
        "lf-einsum",
        changed(LF, ("W3 @ flatten(A2) + b3", 'np.einsum("kchw,chwm->km", W3.reshape(-1, *A2.shape[:3]), A2) + b3')),
    ),
    Right(
        "lf-examples-one-by-one",
        r"""
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = [np.asarray(p) for p in params]
    parts = []
    for n in range(X.shape[-1]):
        Z1 = conv_forward(X[..., n:n + 1], W1, b1, 1, 0)
        A1 = relu(max_pool(Z1, 2))
        Z2 = conv_forward(A1, W2, b2, 1, 0)
        A2 = relu(max_pool(Z2, 2))
        parts.append((Z1, A1, Z2, A2, softmax(W3 @ flatten(A2) + b3)))
    return tuple(np.concatenate(group, axis=-1) for group in zip(*parts))
""",
    ),
    Right(
        "lp-argmax",
        r"""
def lenet_predictions(X, params):
    Z1, A1, Z2, A2, A3 = lenet_forward(X, params)
    return A3.argmax(0)
""",
    ),
    Right(
        "lp-transposed",
        r"""
def lenet_predictions(X, params):
    return np.argmax(lenet_forward(X, params)[4].T, axis=1)
""",
    ),
    Right(
        "lp-loop",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    out = np.zeros(X.shape[-1], dtype=int)
    for n in range(X.shape[-1]):
        best = 0
        for k in range(A3.shape[0]):
            if A3[k, n] > A3[best, n]:
                best = k
        out[n] = best
    return out
""",
    ),
    Right(
        "lp-list",
        r"""
def lenet_predictions(X, params):
    *_, A3 = lenet_forward(X, params)
    return [int(np.argmax(column)) for column in A3.T]
""",
    ),
    Right(
        "lp-one-by-one",
        r"""
def lenet_predictions(X, params):
    answers = []
    for n in range(X.shape[3]):
        probabilities = lenet_forward(X[..., [n]], params)[-1][:, 0]
        answers.append(probabilities.argmax())
    return np.array(answers)
""",
    ),
    Right(
        "lp-sort",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return np.argsort(A3, axis=0)[-1]
""",
    ),
    Right(
        "lp-logits",
        r"""
def lenet_predictions(X, params):
    A2 = lenet_forward(X, params)[3]
    return np.argmax(params[4] @ flatten(A2) + params[5], axis=0)
""",
    ),
    Right(
        "lp-keepdims-ravel",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return np.argmax(A3, axis=0, keepdims=True).ravel().astype(np.int32)
""",
    ),
    Right(
        "ci-loop-places",
        CILOOP,
    ),
    Right(
        "ci-add-at",
        CIIDX,
    ),
    Right(
        "ci-bincount",
        r"""
def col2im(cols, shape, kernel, stride):
    n = int(np.prod(shape))
    where = im2col(np.arange(n, dtype=float).reshape(shape), kernel, stride).astype(np.int64)
    return np.bincount(where.ravel(), weights=np.asarray(cols, dtype=float).ravel(), minlength=n).reshape(shape)
""",
    ),
    Right(
        "ci-float32",
        changed(CI, ("np.zeros(shape)", "np.zeros(shape, dtype=np.float32)")),
    ),
    Right(
        "ci-all-loops",
        r"""
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh, ow = (h - kernel) // stride + 1, (w - kernel) // stride + 1
    X = np.zeros(shape)
    for row in range(cols.shape[0]):
        k, rest = divmod(row, kernel * kernel)
        a, b = divmod(rest, kernel)
        for place in range(oh * ow):
            i, j = divmod(place, ow)
            X[k, i * stride + a, j * stride + b] += cols[row, place * m:(place + 1) * m]
    return X
""",
    ),
    Right(
        "ci-per-channel",
        r"""
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = conv_output_size(h, kernel, stride, 0)
    ow = conv_output_size(w, kernel, stride, 0)
    channels = []
    for block in np.split(cols, c):
        picture = np.zeros((h, w, m), dtype=cols.dtype)
        for row, values in enumerate(block):
            i, j = row // kernel, row % kernel
            view = picture[i:i + (oh - 1) * stride + 1:stride, j:j + (ow - 1) * stride + 1:stride]
            view += values.reshape(oh, ow, m)
        channels.append(picture)
    return np.stack(channels)
""",
    ),
    Right(
        "cb-loops",
        CBLOOP,
    ),
    Right(
        "cb-plain",
        CB,
    ),
    Right(
        "cb-einsum",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    k = W.shape[-1]
    P = pad_images(X, pad)
    windows = np.lib.stride_tricks.sliding_window_view(P, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    dW = np.einsum("fhwm,chwmij->fcij", dZ, windows)
    db = np.einsum("fhwm->f", dZ)[:, None]
    dP = np.zeros_like(P)
    oh, ow = dZ.shape[1:3]
    for i in range(k):
        for j in range(k):
            dP[:, i:i + stride * oh:stride, j:j + stride * ow:stride] += np.einsum("fc,fhwm->chwm", W[:, :, i, j], dZ)
    if pad:
        dP = dP[:, pad:-pad, pad:-pad]
    return dP, dW, db
""",
    ),
    Right(
        "cb-kernel-loops",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    oh, ow = dZ.shape[1], dZ.shape[2]
    P = pad_images(X, pad)
    dP, dW = np.zeros_like(P), np.empty_like(W)
    flat = dZ.reshape(f, -1)
    for i in range(k):
        for j in range(k):
            area = (slice(None), slice(i, i + stride * oh, stride), slice(j, j + stride * ow, stride))
            dW[:, :, i, j] = flat @ P[area].reshape(c, -1).T
            dP[area] += np.tensordot(W[:, :, i, j].T, dZ, 1)
    db = dZ.sum(axis=(1, 2, 3)).reshape(f, 1)
    return dP[:, pad:pad + X.shape[1], pad:pad + X.shape[2]], dW, db
""",
    ),
    Right(
        "cb-full-convolution",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    P = pad_images(X, pad)
    dW = (dZ.reshape(f, -1) @ im2col(P, k, stride).T).reshape(f, c, k, k)
    wide = np.zeros((f, P.shape[1] - k + 1, P.shape[2] - k + 1, m))
    wide[:, :stride * oh:stride, :stride * ow:stride] = dZ
    turned = W[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    cols = im2col(pad_images(wide, k - 1), k, 1)
    dP = (turned.reshape(c, -1) @ cols).reshape(P.shape)
    return dP[:, pad:pad + X.shape[1], pad:pad + X.shape[2]], dW, dZ.sum((1, 2, 3))[:, None]
""",
    ),
    Right(
        "cb-list-float32",
        changed(
            CB, ("return dX, dW, db", "return [dX.astype(np.float32), dW.astype(np.float32), db.astype(np.float32)]")
        ),
    ),
    Right(
        "cb-per-example",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    dX = np.zeros(X.shape)
    dW = np.zeros((f, c * k * k))
    db = np.zeros((f, 1))
    for n in range(X.shape[-1]):
        D = dZ[..., n].reshape(f, -1)
        P = pad_images(X[..., n:n + 1], pad)
        dW += D @ im2col(P, k, stride).T
        db += D.sum(1)[:, np.newaxis]
        back = col2im(W.reshape(f, -1).T @ D, P.shape, k, stride)
        dX[..., n:n + 1] = back[:, pad:back.shape[1] - pad, pad:back.shape[2] - pad]
    return dX, dW.reshape(W.shape), db
""",
    ),
    Right(
        "mb-copy",
        MB,
    ),
    Right(
        "mb-loops",
        MBLOOP,
    ),
    Right(
        "mb-share",
        MBREP,
    ),
    Right(
        "mb-argmax",
        r"""
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    squares = X.reshape(c, h // size, size, w // size, size, m).transpose(0, 1, 3, 5, 2, 4)
    squares = squares.reshape(c, h // size, w // size, m, size * size)
    out = np.zeros(squares.shape, dtype=dA.dtype)
    np.put_along_axis(out, squares.argmax(axis=-1)[..., None], dA[..., None], axis=-1)
    out = out.reshape(c, h // size, w // size, m, size, size).transpose(0, 1, 4, 2, 5, 3)
    return out.reshape(X.shape)
""",
    ),
    Right(
        "mb-last-of-ties",
        r"""
def max_pool_backward(dA, X, size):
    largest = max_pool(X, size)
    given = np.zeros(dA.shape, dtype=bool)
    dX = np.zeros_like(X)
    for i in reversed(range(size)):
        for j in reversed(range(size)):
            mine = (X[:, i::size, j::size] == largest) & ~given
            dX[:, i::size, j::size] = np.where(mine, dA, 0)
            given |= mine
    return dX
""",
    ),
    Right(
        "mb-kron-share",
        r"""
def max_pool_backward(dA, X, size):
    ones = np.ones((1, size, size, 1))
    mask = (X == np.kron(max_pool(X, size), ones)).astype(np.float32)
    count = sum(mask[:, i::size, j::size] for i in range(size) for j in range(size))
    return mask * np.kron(dA / count, ones)
""",
    ),
    Right(
        "mb-places",
        r"""
def max_pool_backward(dA, X, size):
    dX = np.zeros(X.shape, dtype=np.float32)
    parts = np.array([X[:, i::size, j::size] for i in range(size) for j in range(size)])
    winner = np.argmax(parts, axis=0)
    for number in range(size * size):
        i, j = divmod(number, size)
        dX[:, i::size, j::size] = dA * (winner == number)
    return dX
""",
    ),
    Right(
        "lb-eye",
        changed(LB, ("one_hot(Y)", "np.eye(10)[Y].T")),
    ),
    Right(
        "lb-subtract-one",
        changed(LB, ("dZ3 = (A3 - one_hot(Y)) / m", ("dZ3 = A3.copy()\n    dZ3[Y, np.arange(m)] -= 1\n    dZ3 /= m"))),
    ),
    Right(
        "lb-gate-after",
        changed(
            LB,
            ("max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)", "max_pool_backward(dA2, Z2, 2) * (Z2 > 0)"),
            ("max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)", "max_pool_backward(dA1, Z1, 2) * relu_deriv(Z1)"),
        ),
    ),
    Right(
        "lb-divide-last",
        changed(
            LB,
            (" / m\n", "\n"),
            ("return dW1, db1, dW2, db2, dW3, db3", "return [g / m for g in (dW1, db1, dW2, db2, dW3, db3)]"),
        ),
    ),
    Right(
        "lb-helper",
        r"""
def undo(dA, A, Z, inputs, W):
    dA = np.where(A > 0, dA, 0)
    return conv_backward(max_pool_backward(dA, Z, 2), inputs, W, 1, 0)

def lenet_backward(X, Y, params, caches):
    Z1, A1, Z2, A2, A3 = caches
    error = (A3 - one_hot(Y, A3.shape[0])) / X.shape[-1]
    back = np.dot(params[4].T, error)
    dA1, dW2, db2 = undo(back.reshape(A2.shape), A2, Z2, A1, params[2])
    _, dW1, db1 = undo(dA1, A1, Z1, X, params[0])
    return dW1, db1, dW2, db2, np.dot(error, flatten(A2).T), error @ np.ones((X.shape[-1], 1))
""",
    ),
    Right(
        "lb-einsum-float32",
        changed(
            LB,
            ("dZ3 @ flatten(A2).T", 'np.einsum("km,chwm->kchw", dZ3, A2).reshape(W3.shape)'),
            ("(W3.T @ dZ3).reshape(A2.shape)", 'np.einsum("kp,km->pm", W3, dZ3).reshape(A2.shape).astype(np.float32)'),
        ),
    ),
    Right(
        "lb-pooled-gate",
        changed(
            LB,
            ("relu_deriv(A2)", "relu_deriv(max_pool(Z2, 2))"),
            ("relu_deriv(A1)", "(max_pool(Z1, 2) > 0).astype(int)"),
        ),
    ),
    Right(
        "tl-list",
        TL,
    ),
    Right(
        "tl-in-place",
        changed(
            TL,
            (
                "params = [p - alpha * g for p, g in zip(params, grads)]",
                ("for p, g in zip(params, grads):\n                p -= alpha * g"),
            ),
        ),
    ),
    Right(
        "tl-shuffle",
        changed(TL, ("order = rng.permutation(m)", ("order = np.arange(m)\n        rng.shuffle(order)"))),
    ),
    Right(
        "tl-split",
        r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    W1, b1, W2, b2, W3, b3 = params
    for _ in range(epochs):
        order = rng.choice(len(Y), size=len(Y), replace=False)
        for batch in np.split(order, range(batch_size, len(Y), batch_size)):
            params = (W1, b1, W2, b2, W3, b3)
            Z1, A1, Z2, A2, A3 = lenet_forward(X[:, :, :, batch], params)
            losses += [cross_entropy(A3, Y[batch])]
            dW1, db1, dW2, db2, dW3, db3 = lenet_backward(X[:, :, :, batch], Y[batch], params, (Z1, A1, Z2, A2, A3))
            W1, b1 = W1 - alpha * dW1, b1 - alpha * db1
            W2, b2 = W2 - alpha * dW2, b2 - alpha * db2
            W3, b3 = W3 - alpha * dW3, b3 - alpha * db3
    return (W1, b1, W2, b2, W3, b3), np.array(losses)
""",
    ),
    Right(
        "tl-while",
        r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = [p.copy() for p in params]
    losses = []
    epoch = 0
    while epoch < epochs:
        todo = list(np.argsort(rng.random(Y.size)))
        while todo:
            batch, todo = todo[:batch_size], todo[batch_size:]
            caches = lenet_forward(X[..., batch], params)
            probabilities = caches[4][Y[batch], np.arange(len(batch))]
            losses.append(-np.log(probabilities + 1e-12).mean())
            for place, slope in enumerate(lenet_backward(X[..., batch], Y[batch], params, caches)):
                params[place] = params[place] - alpha * slope
        epoch += 1
    return tuple(params), losses
""",
    ),
    Right(
        "tl-shuffled-copies",
        r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    n_batches = -(-Y.shape[0] // batch_size)
    for _ in range(epochs):
        order = rng.permutation(Y.shape[0])
        Xs, Ys = X[..., order], Y[order]
        for k in range(n_batches):
            part = slice(k * batch_size, (k + 1) * batch_size)
            caches = lenet_forward(Xs[..., part], params)
            losses.append(float(cross_entropy(caches[-1], Ys[part])))
            grads = lenet_backward(Xs[..., part], Ys[part], params, caches)
            params = tuple(p - np.float32(alpha) * g for p, g in zip(params, grads))
    return params, losses
""",
    ),
    Right(
        "tl-generator",
        r"""
def shuffled_batches(m, batch_size, rng):
    order = rng.permutation(np.arange(m))
    i = 0
    while i < m:
        yield order[i:i + batch_size]
        i += batch_size

def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    for _ in range(epochs):
        for b in shuffled_batches(X.shape[3], batch_size, rng):
            caches = lenet_forward(X[..., b], params)
            gradients = lenet_backward(X[..., b], Y[b], params, caches)
            losses.append(cross_entropy(caches[-1], Y[b]))
            params = list(map(lambda pair: pair[0] - alpha * pair[1], zip(params, gradients)))
    return params, losses
""",
    ),
]

WRONG: list[Wrong] = [
    # pads the channels and the examples too
    Wrong(
        "pad-all-axes",
        "pad_images",
        r"""
def pad_images(X, pad):
    return np.pad(X, pad)
""",
        (
            "channel.*example",
            "all (four )?axes",
            "every axis",
            "all the axes",
            "only.*height",
        ),
    ),
    # pads width and examples
    Wrong(
        "pad-last-two-axes",
        "pad_images",
        changed(PADNP, ("(0, 0), (pad, pad), (pad, pad), (0, 0)", "(0, 0), (0, 0), (pad, pad), (pad, pad)")),
        (
            "width.*example",
            "example",
            "last two axes",
            "wrong axes",
        ),
    ),
    # pads channels and height, not the width
    Wrong(
        "pad-first-two-axes",
        "pad_images",
        changed(PADNP, ("(0, 0), (pad, pad), (pad, pad), (0, 0)", "(pad, pad), (pad, pad), (0, 0), (0, 0)")),
        (
            "channel",
            "first two axes",
        ),
    ),
    # zeros only on top and left
    Wrong(
        "pad-top-left-only",
        "pad_images",
        changed(PAD, ("h + 2 * pad", "h + pad"), ("w + 2 * pad", "w + pad")),
        (
            "top and",
            "left",
            "two sides",
            "four sides",
            "all sides",
            "both",
            "each side",
        ),
    ),
    # zeros only at bottom and right
    Wrong(
        "pad-bottom-right-only",
        "pad_images",
        changed(PADNP, ("(pad, pad), (pad, pad)", "(0, pad), (0, pad)")),
        (
            "bottom",
            "right",
            "two sides",
            "four sides",
            "both",
            "each side",
        ),
    ),
    # only rows are added
    Wrong(
        "pad-height-only",
        "pad_images",
        changed(PADNP, ("(pad, pad), (pad, pad)", "(pad, pad), (0, 0)")),
        (
            "width",
            "left and right",
            "columns",
            "sides",
        ),
    ),
    # only columns are added
    Wrong(
        "pad-width-only",
        "pad_images",
        changed(PADNP, ("(pad, pad), (pad, pad)", "(0, 0), (pad, pad)")),
        (
            "height",
            "above and below",
            "top and bottom",
            "rows",
            "four sides",
        ),
    ),
    # the slice pad:-pad is empty when pad is 0
    Wrong(
        "pad-negative-slice",
        "pad_images",
        changed(PAD, ("pad:pad + h, pad:pad + w", "pad:-pad, pad:-pad")),
        (
            "pad.{0,20}0",
            "-pad",
            "empty",
        ),
    ),
    # a frame of one pixel whatever pad is
    Wrong(
        "pad-always-one",
        "pad_images",
        changed(PADNP, ("(pad, pad), (pad, pad)", "(1, 1), (1, 1)")),
        (
            "one pixel",
            "always",
            "whatever .?pad",
            "one row",
            "width 1",
            "ignore",
        ),
    ),
    # frame of ones
    Wrong(
        "pad-ones",
        "pad_images",
        changed(PAD, ("np.zeros", "np.ones")),
        (
            "zero",
            "ones",
        ),
    ),
    # repeats the edge pixels
    Wrong(
        "pad-edge",
        "pad_images",
        changed(PADNP, ("(0, 0)))", '(0, 0)), mode="edge")')),
        (
            "edge",
            "repeat",
            "zero",
            "nearest",
        ),
    ),
    # mirrors the picture in the frame
    Wrong(
        "pad-reflect",
        "pad_images",
        changed(PADNP, ("(0, 0)))", '(0, 0)), "symmetric")')),
        (
            "mirror",
            "reflect",
            "zero",
        ),
    ),
    # the picture is put into the top left corner, all zeros are below and right
    Wrong(
        "pad-corner",
        "pad_images",
        changed(PAD, ("pad:pad + h, pad:pad + w", ":h, :w")),
        (
            "corner",
            "middle",
            "below",
            "right",
            "top left",
            "one side",
        ),
    ),
    # returns X as it is
    Wrong(
        "pad-nothing",
        "pad_images",
        r"""
def pad_images(X, pad):
    if pad > 0:
        np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return X
""",
        (
            "unchanged",
            "no frame",
            "as it was",
            "as they (were|are)",
            "same shape",
            "without",
        ),
    ),
    # integer zeros cut off the fractions
    Wrong(
        "pad-int",
        "pad_images",
        changed(PAD, ("2 * pad, m))", "2 * pad, m), dtype=int)")),
        (
            "integer",
            "whole number",
            "fraction",
            "decimal",
            "dtype",
            "cut off",
            "0 or 1",
        ),
    ),
    # height and width change places in the new shape
    Wrong(
        "pad-swapped-sides",
        "pad_images",
        changed(PAD, ("(c, h + 2 * pad, w + 2 * pad, m)", "(c, w + 2 * pad, h + 2 * pad, m)")),
        (
            "height and (the )?width",
            "width and height",
            "swap",
            "square",
            "not fit",
        ),
    ),
    # 2 * pad on each side
    Wrong(
        "pad-twice",
        "pad_images",
        changed(PADNP, ("(pad, pad), (pad, pad)", "(2 * pad, 2 * pad), (2 * pad, 2 * pad)")),
        (
            "twice",
            "2 \\* pad",
            "double",
            "too wide",
            "two times",
        ),
    ),
    # sets the edge pixels to 0 instead of putting a frame round
    Wrong(
        "pad-blanks-edge",
        "pad_images",
        r"""
def pad_images(X, pad):
    out = X.copy()
    if pad:
        out[:, :pad] = 0
        out[:, -pad:] = 0
        out[:, :, :pad] = 0
        out[:, :, -pad:] = 0
    return out
""",
        (
            "edge",
            "overwrit",
            "larger",
            "frame",
            "lost",
            "same (size|shape)",
            "round",
            "blank the outer pixels",
        ),
    ),
    # only the first channel is copied
    Wrong(
        "pad-first-channel",
        "pad_images",
        changed(PAD, ("out[:, pad:pad + h, pad:pad + w, :] = X", "out[0, pad:pad + h, pad:pad + w] = X[0]")),
        (
            "first channel",
            "channels",
        ),
    ),
    # no return
    Wrong("pad-no-return", "pad_images", changed(PAD, ("    return out\n", "")), ("return",)),
    # treats the first axis as the examples: pads height/width at axes 2 and 3
    Wrong(
        "pad-examples-first",
        "pad_images",
        r"""
def pad_images(X, pad):
    m, c, h, w = X.shape
    out = np.zeros((m, c, h + 2 * pad, w + 2 * pad))
    out[:, :, pad:pad + h, pad:pad + w] = X
    return out
""",
        (
            "example",
            "width",
            "last",
        ),
    ),
    # pad is added once
    Wrong(
        "cos-pad-once",
        "conv_output_size",
        changed(COS, ("2 * pad", "pad")),
        (
            "both ends",
            "twice",
            "2 ?\\*? ?pad",
            "one end",
            "once",
        ),
    ),
    # the +1 is missing
    Wrong(
        "cos-no-plus-one",
        "conv_output_size",
        changed(COS, (" + 1\n", "\n")),
        (
            "plus 1",
            "\\+ ?1",
            "first place",
            "one too few",
            "1 too (small|few|little)",
            "one place",
            "add(ing)? 1",
        ),
    ),
    # rounds up
    Wrong(
        "cos-ceil",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return int(np.ceil((size + 2 * pad - kernel) / stride)) + 1
""",
        (
            "round",
            "over the edge",
        ),
    ),
    # rounds to the nearest
    Wrong(
        "cos-round",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return round((size + 2 * pad - kernel) / stride) + 1
""",
        ("round",),
    ),
    # true division: not a whole number
    Wrong(
        "cos-true-division",
        "conv_output_size",
        changed(COS, ("//", "/")),
        (
            "round",
            "whole",
        ),
    ),
    # adds 1 before dividing
    Wrong(
        "cos-plus-one-inside",
        "conv_output_size",
        changed(COS, ("- kernel) // stride + 1", "- kernel + 1) // stride")),
        (
            "before",
            "after",
            "inside",
            "plus 1",
            "add.{0,10}1",
        ),
    ),
    # kernel added instead of subtracted
    Wrong(
        "cos-kernel-added",
        "conv_output_size",
        changed(COS, ("- kernel", "+ kernel")),
        (
            "subtract",
            "minus",
            "kernel",
            "taken",
        ),
    ),
    # the kernel is forgotten
    Wrong("cos-no-kernel", "conv_output_size", changed(COS, (" - kernel", "")), ("kernel",)),
    # ignores the stride
    Wrong("cos-no-stride", "conv_output_size", changed(COS, (" // stride", "")), ("stride",)),
    # multiplies by the stride
    Wrong(
        "cos-times-stride",
        "conv_output_size",
        changed(COS, ("//", "*")),
        (
            "multipl",
            "divid",
            "times",
        ),
    ),
    # ignores the pad
    Wrong("cos-no-pad", "conv_output_size", changed(COS, (" + 2 * pad", "")), ("frame",)),
    # brackets missing: only the kernel is divided
    Wrong(
        "cos-precedence",
        "conv_output_size",
        changed(COS, ("(size + 2 * pad - kernel) // stride", "size + 2 * pad - kernel // stride")),
        (
            "bracket",
            "parenthes",
            "only.*kernel",
            "whole sum",
        ),
    ),
    # -1 for +1
    Wrong(
        "cos-minus-one",
        "conv_output_size",
        changed(COS, ("+ 1\n", "- 1\n")),
        (
            "plus 1",
            "\\+ ?1",
            "minus",
            "2 too (small|few|little)",
            "two too few",
            "add(ing)? 1",
            "subtract",
        ),
    ),
    # counts kernels side by side
    Wrong(
        "cos-tiles",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad) // kernel
""",
        (
            "side by side",
            "overlap",
            "stride",
            "kernel",
        ),
    ),
    # stride and pad have changed places
    Wrong(
        "cos-stride-pad-swapped",
        "conv_output_size",
        changed(COS, ("2 * pad", "2 * stride"), ("// stride", "// pad")),
        (
            "stride and .?pad",
            "pad.{0,10}stride",
            "swap",
            "changed? places",
            "divi.*zero",
            "divid.*pad",
        ),
    ),
    # doubles size and pad
    Wrong(
        "cos-two-times-all",
        "conv_output_size",
        changed(COS, ("size + 2 * pad", "2 * (size + pad)")),
        (
            "only.*pad",
            "size",
            "twice",
            "double",
            "bracket",
        ),
    ),
    # returns a pair
    Wrong(
        "cos-tuple",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    n = (size + 2 * pad - kernel) // stride + 1
    return n, n
""",
        (
            "tuple",
            "pair",
            "one number",
            "an int",
        ),
    ),
    # size // stride, as with same padding
    Wrong(
        "cos-same",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return size // stride
""",
        ("kernel",),
    ),
    # a float
    Wrong(
        "cos-float",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return np.floor((size + 2 * pad - kernel) / stride) + 1
""",
        (
            "float",
            "whole",
        ),
    ),
    # pad subtracted
    Wrong(
        "cos-pad-subtracted",
        "conv_output_size",
        changed(COS, ("+ 2 * pad", "- 2 * pad")),
        (
            "subtract",
            "minus",
            "larger",
        ),
    ),
    # size // stride before kernel is taken off
    Wrong(
        "cos-stride-first",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad) // stride - kernel + 1
""",
        (
            "bracket",
            "first",
            "before",
            "whole",
            "kernel",
        ),
    ),
    # forgets to use pad and takes kernel // 2 on both sides
    Wrong(
        "cos-kernel-twice",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad - 2 * (kernel // 2)) // stride
""",
        ("kernel",),
    ),
    # prints and returns nothing
    Wrong(
        "cos-no-return-print",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    print((size + 2 * pad - kernel) // stride + 1)
""",
        ("return",),
    ),
    # rows count (row, column, channel)
    Wrong(
        "im-channel-last",
        "im2col",
        changed(IM, ("return cols", ("cols = cols.transpose(1, 2, 0, 3, 4, 5)\n    return cols"))),
        (
            "channel",
            "order of the rows",
            "rows",
        ),
    ),
    # columns count examples slowest
    Wrong(
        "im-example-first",
        "im2col",
        changed(IM, ("return cols", ("cols = cols.transpose(0, 1, 2, 5, 3, 4)\n    return cols"))),
        ("example",),
    ),
    # rows and columns of the kernel swapped
    Wrong(
        "im-kernel-transposed",
        "im2col",
        changed(IM, ("cols[:, i, j]", "cols[:, j, i]")),
        (
            "transpos",
            "row.*column",
            "swap",
            "column by column",
        ),
    ),
    # the patches move one pixel although there are as many as with the stride
    Wrong(
        "im-no-stride",
        "im2col",
        changed(IM, ("i:i + stride * oh:stride, j:j + stride * ow:stride", "i:i + oh, j:j + ow")),
        (
            "stride",
            "step",
        ),
    ),
    # one place too few each way
    Wrong(
        "im-no-plus-one",
        "im2col",
        changed(IM, ("stride + 1", "stride")),
        (
            "last",
            "plus 1",
            "too few",
            "\\+ ?1",
        ),
    ),
    # slice end forgets the stride
    Wrong(
        "im-slice-end",
        "im2col",
        changed(IM, ("i:i + stride * oh:stride, j:j + stride * ow:stride", "i:i + oh:stride, j:j + ow:stride")),
        (
            "stride",
            "slice",
        ),
    ),
    # patches as rows
    Wrong(
        "im-transposed",
        "im2col",
        changed(IM, ("oh * ow * m)", "oh * ow * m).T")),
        (
            "transpos",
            "rows and columns",
            "column",
            "patch.*row",
        ),
    ),
    # width of the result taken from the height
    Wrong(
        "im-square-assumed",
        "im2col",
        changed(IM, ("ow = (w", "ow = (h")),
        (
            "width",
            "square",
        ),
    ),
    # only the first channel
    Wrong(
        "im-first-channel",
        "im2col",
        changed(IM, ("= X[:, i", "= X[0, i")),
        (
            "first channel",
            "channels",
        ),
    ),
    # only the first example
    Wrong(
        "im-first-example",
        "im2col",
        changed(IM, ("j + stride * ow:stride]", "j + stride * ow:stride, :1]")),
        (
            "example",
            "picture",
        ),
    ),
    # reshape to (places, values) without moving numbers, then transposed
    Wrong(
        "im-wrong-reshape",
        "im2col",
        changed(
            IM,
            (
                "return cols.reshape(c * kernel * kernel, oh * ow * m)",
                "return cols.reshape(oh * ow * m, c * kernel * kernel).T",
            ),
        ),
        (
            "reshape",
            "order",
        ),
    ),
    # kernel read backwards
    Wrong(
        "im-flipped",
        "im2col",
        changed(IM, ("cols[:, i, j]", "cols[:, kernel - 1 - i, kernel - 1 - j]")),
        (
            "turn",
            "flip",
            "backward",
            "revers",
            "mirror",
            "upside",
        ),
    ),
    # patches side by side, stride taken to be the kernel
    Wrong(
        "im-tiles",
        "im2col",
        changed(IM, ("    cols = np", ("    stride = kernel\n    oh, ow = h // kernel, w // kernel\n    cols = np"))),
        (
            "overlap",
            "stride",
            "side by side",
        ),
    ),
    # kernel fixed to 3
    Wrong("im-fixed-kernel", "im2col", changed(IM, ("    oh =", ("    kernel = 3\n    oh ="))), ("kernel",)),
    # columns count (column, row) of the places
    Wrong(
        "im-places-transposed",
        "im2col",
        changed(IM, ("return cols", ("cols = cols.swapaxes(3, 4)\n    return cols"))),
        ("column",),
    ),
    # integer array cuts off fractions
    Wrong(
        "im-int",
        "im2col",
        changed(IM, ("oh, ow, m))", "oh, ow, m), dtype=int)")),
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
        ),
    ),
    # range(kernel - 1): last row and column stay 0
    Wrong(
        "im-last-missing",
        "im2col",
        changed(IM, ("range(kernel)", "range(kernel - 1)")),
        (
            "last",
            "range",
        ),
    ),
    # patches start at i, j instead of i * stride
    Wrong("im-loop-no-stride", "im2col", changed(IMLOOP, ("i * stride", "i"), ("j * stride", "j")), ("stride",)),
    # columns count the example slowest
    Wrong(
        "im-loop-example-first",
        "im2col",
        changed(IMLOOP, ("(i * out_w + j) * m + n", "n * out_h * out_w + i * out_w + j")),
        ("example",),
    ),
    # i * out_h + j
    Wrong(
        "im-loop-wrong-index",
        "im2col",
        changed(IMLOOP, ("i * out_w + j", "i * out_h + j")),
        (
            "width",
            "square",
            "out_w",
        ),
    ),
    # pads by itself
    Wrong(
        "im-pads",
        "im2col",
        changed(
            IM,
            (
                "    c, h, w, m = X.shape\n",
                (
                    "    X = np.pad(X, ((0, 0), (kernel // 2, kernel // 2), (kernel // 2, kernel // 2), (0, 0)))\n"
                    "    c, h, w, m = X.shape\n"
                ),
            ),
        ),
        ("frame",),
    ),
    # the windows' axes are not put in order before the reshape
    Wrong(
        "im-windows-no-transpose",
        "im2col",
        changed(IMWIN, (".transpose(0, 4, 5, 1, 2, 3)", "")),
        (
            "order",
            "reshape",
            "transpose",
            "axes",
        ),
    ),
    # not reshaped to a matrix
    Wrong(
        "im-six-axes",
        "im2col",
        changed(IM, ("return cols.reshape(c * kernel * kernel, oh * ow * m)", "return cols")),
        (
            "six axes",
            "shape",
            "reshape",
            "matrix",
            "two axes",
        ),
    ),
    # a stride step too many: patches beyond the edge
    Wrong(
        "im-loop-too-many",
        "im2col",
        r"""
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    columns = []
    for i in range(0, h - kernel, stride):
        for j in range(0, w - kernel, stride):
            columns.append(X[:, i:i + kernel, j:j + kernel, :].reshape(-1, m))
    return np.concatenate(columns, axis=1)
""",
        (
            "edge",
            "too many",
            "last",
            "place is missing",
        ),
    ),
    # bias forgotten
    Wrong("cf-no-bias", "conv_forward", changed(CF, (" @ cols + b", " @ cols")), ("bias",)),
    # bias subtracted
    Wrong("cf-minus-bias", "conv_forward", changed(CF, (" @ cols + b", " @ cols - b")), ("bias",)),
    # bias added once a channel
    Wrong(
        "cf-bias-per-channel",
        "conv_forward",
        r"""
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    P = pad_images(X, pad)
    oh = conv_output_size(X.shape[1], k, stride, pad)
    ow = conv_output_size(X.shape[2], k, stride, pad)
    Z = np.zeros((f, oh, ow, X.shape[3]))
    for channel in range(c):
        Z = Z + (W[:, channel].reshape(f, -1) @ im2col(P[channel:channel + 1], k, stride) + b).reshape(Z.shape)
    return Z
""",
        ("bias",),
    ),
    # not padded, the maps come out smaller
    Wrong(
        "cf-no-pad",
        "conv_forward",
        changed(
            CF,
            ("pad_images(X, pad)", "X"),
            (("stride, pad)\n    ow"), ("stride, 0)\n    ow")),
            ("conv_output_size(w, k, stride, pad)", "conv_output_size(w, k, stride, 0)"),
        ),
        ("frame",),
    ),
    # im2col of X without frame, sizes as with it: reshape fails
    Wrong("cf-no-pad-error", "conv_forward", changed(CF, ("pad_images(X, pad)", "X")), ("frame",)),
    # stride ignored
    Wrong(
        "cf-stride-one",
        "conv_forward",
        changed(CF, (("k, stride)\n    Z"), ("k, 1)\n    Z")), ("k, stride, pad)", "k, 1, pad)")),
        ("stride",),
    ),
    # im2col with stride 1, sizes with stride: reshape fails
    Wrong("cf-stride-one-error", "conv_forward", changed(CF, (("k, stride)\n    Z"), ("k, 1)\n    Z"))), ("stride",)),
    # kernel turned by 180
    Wrong(
        "cf-flipped",
        "conv_forward",
        changed(CF, ("W.reshape", "W[:, :, ::-1, ::-1].reshape")),
        (
            "turn",
            "flip",
            "revers",
        ),
    ),
    # kernel transposed
    Wrong(
        "cf-kernel-transposed",
        "conv_forward",
        changed(CF, ("W.reshape", "W.swapaxes(2, 3).reshape")),
        (
            "transpos",
            "rows and columns",
        ),
    ),
    # W.reshape(-1, filters).T mixes the filters
    Wrong(
        "cf-w-reshape",
        "conv_forward",
        changed(CF, ("W.reshape(f, c * k * k)", "W.reshape(c * k * k, f).T")),
        (
            "reshape",
            "filter",
        ),
    ),
    # columns read as (example, row, column)
    Wrong(
        "cf-example-order",
        "conv_forward",
        changed(CF, ("return Z.reshape(f, oh, ow, m)", "return Z.reshape(f, m, oh, ow).transpose(0, 2, 3, 1)")),
        (
            "example",
            "order",
        ),
    ),
    # output size from the padded size and pad again
    Wrong(
        "cf-pad-counted-twice",
        "conv_forward",
        changed(
            CF,
            ("    _, h, w, m = X.shape\n", ("    X = pad_images(X, pad)\n    _, h, w, m = X.shape\n")),
            ("pad_images(X, pad), k", "X, k"),
        ),
        (
            "twice",
            "padded",
            "frame",
        ),
    ),
    # pads twice
    Wrong(
        "cf-padded-twice",
        "conv_forward",
        changed(CF, ("    _, h, w, m = X.shape\n", ("    X = pad_images(X, pad)\n    _, h, w, m = X.shape\n"))),
        ("twice",),
    ),
    # only the first channel
    Wrong(
        "cf-first-channel",
        "conv_forward",
        changed(CFLOOP, ("patch * W[f][..., None], axis=(0, 1, 2)", "patch[0] * W[f, 0][..., None], axis=(0, 1)")),
        ("channel",),
    ),
    # mean rather than sum
    Wrong("cf-mean", "conv_forward", changed(CFLOOP, ("np.sum(", "np.mean(")), ("mean",)),
    # relu at the end
    Wrong(
        "cf-relu",
        "conv_forward",
        changed(CF, ("return Z.reshape(f, oh, ow, m)", "return relu(Z.reshape(f, oh, ow, m))")),
        (
            "relu",
            "negative",
        ),
    ),
    # width of the maps from the height
    Wrong(
        "cf-square",
        "conv_forward",
        changed(CF, ("ow = conv_output_size(w", "ow = conv_output_size(h")),
        (
            "width",
            "square",
        ),
    ),
    # the first filter's bias for all
    Wrong("cf-first-bias", "conv_forward", changed(CFLOOP, ("b[f]", "b[0]")), ("bias",)),
    # stride and pad swapped
    Wrong(
        "cf-stride-pad-swapped",
        "conv_forward",
        changed(CF, ("pad_images(X, pad), k, stride", "pad_images(X, stride), k, pad")),
        ("stride",),
    ),
    # always a frame of one
    Wrong("cf-pad-one", "conv_forward", changed(CFLOOP, ("(pad, pad), (pad, pad)", "(1, 1), (1, 1)")), ("frame",)),
    # a matrix is returned
    Wrong(
        "cf-matrix",
        "conv_forward",
        changed(CF, ("return Z.reshape(f, oh, ow, m)", "return Z")),
        (
            "reshape",
            "shape",
            "matrix",
        ),
    ),
    # returns the columns too
    Wrong(
        "cf-with-cols",
        "conv_forward",
        changed(CF, ("return Z.reshape(f, oh, ow, m)", "return Z.reshape(f, oh, ow, m), cols")),
        (
            "only",
            "tuple",
        ),
    ),
    # the maps' height and width swapped in the reshape
    Wrong(
        "cf-sides-swapped",
        "conv_forward",
        changed(CF, ("Z.reshape(f, oh, ow, m)", "Z.reshape(f, ow, oh, m)")),
        (
            "height and width",
            "width and height",
            "transpos",
            "out_height",
            "rows",
        ),
    ),
    # integer result
    Wrong(
        "cf-int",
        "conv_forward",
        changed(CFLOOP, ("X.shape[3]))", "X.shape[3]), dtype=int)")),
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
        ),
    ),
    # einsum forgets W's channels: W of channel 0 ... uses the sum of W over channels
    Wrong(
        "cf-no-channel-sum",
        "conv_forward",
        changed(CFEIN, ('"fckl,chwmkl->fhwm"', '"fdkl,chwmkl->fhwm"')),
        ("channel",),
    ),
    # bias inside the kernel loop, added k*k times
    Wrong(
        "cf-bias-scaled",
        "conv_forward",
        r"""
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    P = pad_images(X, pad)
    oh = conv_output_size(X.shape[1], k, stride, pad)
    ow = conv_output_size(X.shape[2], k, stride, pad)
    Z = np.zeros((f, oh, ow, X.shape[-1]))
    for i in range(k):
        for j in range(k):
            part = P[:, i:i + stride * oh:stride, j:j + stride * ow:stride]
            Z += np.tensordot(W[:, :, i, j], part, axes=1) + b.reshape(f, 1, 1, 1)
    return Z
""",
        ("bias",),
    ),
    # patch begins at i, not i * stride, in a map of the right size
    Wrong(
        "cf-loop-no-stride-step",
        "conv_forward",
        changed(CFLOOP, ("i * stride:i * stride + k, j * stride:j * stride + k", "i:i + k, j:j + k")),
        ("stride",),
    ),
    # mean pooling
    Wrong(
        "mp-mean",
        "max_pool",
        changed(MP, (".max(", ".mean(")),
        (
            "mean",
            "average",
        ),
    ),
    # the smallest
    Wrong(
        "mp-min",
        "max_pool",
        changed(MP, (".max(", ".min(")),
        (
            "smallest",
            "minimum",
        ),
    ),
    # the sum
    Wrong(
        "mp-sum",
        "max_pool",
        changed(MP, (".max(", ".sum(")),
        (
            "sum",
            "add",
        ),
    ),
    # only the top left of each square
    Wrong(
        "mp-top-left",
        "max_pool",
        r"""
def max_pool(X, size):
    return X[:, ::size, ::size]
""",
        (
            "top left",
            "first",
            "corner",
            "upper left",
        ),
    ),
    # squares of 2 whatever size is
    Wrong(
        "mp-size-two",
        "max_pool",
        changed(MP, ("    c, h", ("    size = 2\n    c, h"))),
        (
            "size",
            "always",
        ),
    ),
    # stride 1: overlapping squares
    Wrong(
        "mp-overlap",
        "max_pool",
        r"""
def max_pool(X, size):
    view = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(1, 2))
    return view.max(axis=(-2, -1))
""",
        (
            "overlap",
            "stride",
            "move",
        ),
    ),
    # largest by absolute value
    Wrong(
        "mp-abs",
        "max_pool",
        changed(MP, ("X.reshape", "np.abs(X).reshape")),
        (
            "absolute",
            "sign",
        ),
    ),
    # the reshape takes far-apart rows together
    Wrong(
        "mp-reshape-order",
        "max_pool",
        changed(
            MP,
            (
                "h // size, size, w // size, size, m).max(axis=(2, 4))",
                "size, h // size, size, w // size, m).max(axis=(1, 3))",
            ),
        ),
        (
            "reshape",
            "neighbour",
            "apart",
            "order",
            "square",
        ),
    ),
    # takes the maximum over the squares instead of within
    Wrong(
        "mp-wrong-axes",
        "max_pool",
        changed(MP, ("axis=(2, 4)", "axis=(1, 3)")),
        (
            "axis",
            "axes",
            "within",
            "across",
            "square",
        ),
    ),
    # maximum over the channels too
    Wrong("mp-over-channels", "max_pool", changed(MPLOOP, (".max(axis=(1, 2))", ".max(axis=(0, 1, 2))")), ("channel",)),
    # one maximum for all examples
    Wrong(
        "mp-over-examples",
        "max_pool",
        changed(
            MPLOOP,
            ("    for i in range(h", ("    for k in range(c):\n      for i in range(h")),
            ("        for j in range(w", "          for j in range(w"),
            ("            out[:, i, j] = X[:, i * size", "              out[k, i, j] = X[k, i * size"),
            (".max(axis=(1, 2))", ".max()"),
        ),
        (
            "example",
            "picture",
        ),
    ),
    # only pairs of rows
    Wrong(
        "mp-height-only",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    return X.reshape(c, h // size, size, w, m).max(axis=2)
""",
        (
            "width",
            "column",
            "height",
        ),
    ),
    # starts at zero, so negative squares give 0
    Wrong(
        "mp-from-zero",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    best = np.zeros((c, h // size, w // size, m))
    for i in range(size):
        for j in range(size):
            best = np.maximum(best, X[:, i::size, j::size])
    return best
""",
        (
            "negative",
            "zero",
        ),
    ),
    # last row and column of each square are not seen
    Wrong(
        "mp-range-short",
        "max_pool",
        changed(MPSL, ("range(size)", "range(size - 1)")),
        (
            "last",
            "range",
            "whole square",
            "miss",
            "not seen",
            "some",
        ),
    ),
    # only the diagonal
    Wrong(
        "mp-diagonal",
        "max_pool",
        r"""
def max_pool(X, size):
    best = X[:, ::size, ::size]
    for i in range(size):
        best = np.maximum(best, X[:, i::size, i::size])
    return best
""",
        ("diagonal",),
    ),
    # returns places
    Wrong(
        "mp-argmax",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    squares = X.reshape(c, h // size, size, w // size, size, m).transpose(0, 1, 3, 5, 2, 4)
    return squares.reshape(c, h // size, w // size, m, -1).argmax(axis=-1)
""",
        (
            "place",
            "position",
            "index",
            "argmax",
            "where",
        ),
    ),
    # largest is a view of X and np.maximum writes into it
    Wrong(
        "mp-in-place",
        "max_pool",
        r"""
def max_pool(X, size):
    largest = X[:, ::size, ::size]
    for i in range(size):
        for j in range(size):
            np.maximum(largest, X[:, i::size, j::size], out=largest)
    return largest
""",
        (
            "changed",
            "unchanged",
            "argument",
            "modif",
            "copy",
            "view",
            "in place",
            "write it over",
        ),
    ),
    # largest[...] = on a view of X
    Wrong(
        "mp-assign-in-place",
        "max_pool",
        changed(MPSL, ("largest = np.maximum", "largest[:] = np.maximum")),
        (
            "changed",
            "unchanged",
            "argument",
            "modif",
            "copy",
            "view",
            "in place",
            "write it over",
        ),
    ),
    # relu included
    Wrong(
        "mp-relu",
        "max_pool",
        changed(MP, (".max(axis=(2, 4))", ".max(axis=(2, 4)).clip(0)")),
        (
            "negative",
            "relu",
            "zero",
        ),
    ),
    # six axes
    Wrong(
        "mp-keepdims",
        "max_pool",
        changed(MP, ("axis=(2, 4)", "axis=(2, 4), keepdims=True")),
        (
            "keepdims",
            "axes",
            "shape",
            "dimension too many",
        ),
    ),
    # pools width and examples
    Wrong(
        "mp-last-axes",
        "max_pool",
        r"""
def max_pool(X, size):
    m, c, h, w = X.shape
    return X.reshape(m, c, h // size, size, w // size, size).max(axis=(3, 5))
""",
        (
            "example",
            "axis",
            "axes",
            "last",
        ),
    ),
    # result has height and width swapped
    Wrong(
        "mp-transposed",
        "max_pool",
        changed(MP, (".max(axis=(2, 4))", ".max(axis=(2, 4)).transpose(0, 2, 1, 3)")),
        (
            "transpos",
            "height and width",
            "rows and columns",
        ),
    ),
    # integers
    Wrong(
        "mp-int",
        "max_pool",
        changed(MPLOOP, ("size, m))", "size, m), int)")),
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
        ),
    ),
    # loop moves by one pixel: out[i, j] from X[i:i+size]
    Wrong(
        "mp-no-step",
        "max_pool",
        changed(MPLOOP, ("i * size:(i + 1) * size, j * size:(j + 1) * size", "i:i + size, j:j + size")),
        (
            "overlap",
            "step",
            "times size",
            "stride",
            "square",
        ),
    ),
    # height used for the width
    Wrong(
        "mp-square",
        "max_pool",
        changed(MPLOOP, ("w // size", "h // size")),
        (
            "width",
            "square",
        ),
    ),
    # reshape(m, -1).T mixes the examples
    Wrong(
        "fl-m-first-T",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(A.shape[-1], -1).T
""",
        (
            "reshape",
            "different examples",
            "example",
        ),
    ),
    # reshape(m, -1): rows, mixed
    Wrong(
        "fl-m-first",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(A.shape[-1], -1)
""",
        (
            "column",
            "transpos",
            "example",
            "last axis",
        ),
    ),
    # one long vector
    Wrong(
        "fl-ravel",
        "flatten",
        r"""
def flatten(A):
    return A.ravel()
""",
        (
            "column",
            "vector",
            "one axis",
            "two axes",
            "shape",
            "example",
        ),
    ),
    # order F
    Wrong(
        "fl-fortran",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(-1, A.shape[-1], order='F')
""",
        (
            "order",
            "column by column",
        ),
    ),
    # examples as rows
    Wrong(
        "fl-rows",
        "flatten",
        r"""
def flatten(A):
    return np.moveaxis(A, -1, 0).reshape(A.shape[-1], -1)
""",
        (
            "transpos",
            "column",
        ),
    ),
    # channels count fastest
    Wrong(
        "fl-channel-last",
        "flatten",
        r"""
def flatten(A):
    return A.transpose(1, 2, 0, 3).reshape(-1, A.shape[-1])
""",
        ("channel",),
    ),
    # maps read column by column
    Wrong(
        "fl-column-major",
        "flatten",
        r"""
def flatten(A):
    return A.transpose(0, 2, 1, 3).reshape(-1, A.shape[-1])
""",
        (
            "column",
            "row by row",
            "transpos",
        ),
    ),
    # keeps the channels: reshape(c, -1)
    Wrong(
        "fl-keep-channels",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(A.shape[0], -1)
""",
        (
            "channel",
            "first axis",
        ),
    ),
    # takes the first axis for the examples: reshape(shape[0], -1).T
    Wrong(
        "fl-examples-first-assumed",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(A.shape[0], -1).T
""",
        (
            "first axis",
            "channel",
            "example",
        ),
    ),
    # only the first channel
    Wrong(
        "fl-first-channel",
        "flatten",
        r"""
def flatten(A):
    return A[0].reshape(-1, A.shape[-1])
""",
        (
            "first channel",
            "channels",
        ),
    ),
    # sums the channels
    Wrong(
        "fl-sum",
        "flatten",
        r"""
def flatten(A):
    return A.sum(axis=0).reshape(-1, A.shape[-1])
""",
        ("channel",),
    ),
    # mean of each map (global pooling)
    Wrong(
        "fl-mean-maps",
        "flatten",
        r"""
def flatten(A):
    return A.mean(axis=(1, 2))
""",
        (
            "mean",
            "every pixel",
            "average",
            "all pixels",
        ),
    ),
    # maximum over channels
    Wrong(
        "fl-max-maps",
        "flatten",
        r"""
def flatten(A):
    return A.max(axis=0).reshape(-1, A.shape[-1])
""",
        (
            "channel",
            "largest",
        ),
    ),
    # sets A.shape
    Wrong(
        "fl-in-place",
        "flatten",
        r"""
def flatten(A):
    A.shape = (-1, A.shape[-1])
    return A
""",
        (
            "changed",
            "unchanged",
            "argument",
            "copy",
            "modif",
            "in place",
            "own array",
        ),
    ),
    # A.resize
    Wrong(
        "fl-resize-in-place",
        "flatten",
        r"""
def flatten(A):
    c, h, w, m = A.shape
    A.resize((c * h * w, m), refcheck=False)
    return A
""",
        (
            "changed",
            "unchanged",
            "argument",
            "copy",
            "modif",
            "in place",
            "own array",
        ),
    ),
    # concatenates the channels side by side
    Wrong(
        "fl-hstack",
        "flatten",
        r"""
def flatten(A):
    return np.hstack([channel.reshape(-1, A.shape[-1]) for channel in A])
""",
        (
            "one after the other",
            "side by side",
            "below",
            "channel",
        ),
    ),
    # adds a row of ones
    Wrong(
        "fl-ones-row",
        "flatten",
        r"""
def flatten(A):
    flat = A.reshape(-1, A.shape[-1])
    return np.vstack([flat, np.ones((1, A.shape[-1]))])
""",
        (
            "ones",
            "extra row",
            "more row",
            "too long",
        ),
    ),
    # reversed channel order
    Wrong(
        "fl-reversed",
        "flatten",
        r"""
def flatten(A):
    return A[::-1].reshape(-1, A.shape[-1])
""",
        (
            "channel",
            "order",
            "revers",
        ),
    ),
    # integers
    Wrong(
        "fl-int",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(-1, A.shape[-1]).astype(int)
""",
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
        ),
    ),
    # c*h and w*m as axes
    Wrong(
        "fl-half",
        "flatten",
        r"""
def flatten(A):
    c, h, w, m = A.shape
    return A.reshape(c * h, w * m)
""",
        (
            "width",
            "last axis",
            "example",
            "three",
        ),
    ),
    # only the first example
    Wrong(
        "fl-first-example",
        "flatten",
        r"""
def flatten(A):
    return A[..., 0].reshape(-1, 1)
""",
        (
            "first example",
            "all examples",
            "example",
        ),
    ),
    # 256 and nothing else
    Wrong(
        "fl-fixed-256",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(256, -1)
""",
        (
            "size",
            "fixed",
            "shape",
        ),
    ),
    # scales the columns
    Wrong(
        "fl-normalised",
        "flatten",
        r"""
def flatten(A):
    flat = A.reshape(-1, A.shape[-1])
    return flat / flat.max()
""",
        (
            "scale",
            "divid",
            "same numbers",
            "change",
        ),
    ),
    # weights all zero
    Wrong(
        "il-zeros",
        "init_lenet",
        changed(
            IL,
            (
                "W1 = rng.normal(0, np.sqrt(2 / kernel ** 2), (f1, 1, kernel, kernel))",
                "W1 = np.zeros((f1, 1, kernel, kernel))",
            ),
            (
                "W2 = rng.normal(0, np.sqrt(2 / (f1 * kernel ** 2)), (f2, f1, kernel, kernel))",
                "W2 = np.zeros((f2, f1, kernel, kernel))",
            ),
            (
                "W3 = rng.normal(0, np.sqrt(2 / (f2 * q * q)), (n_classes, f2 * q * q))",
                "W3 = np.zeros((n_classes, f2 * q * q))",
            ),
        ),
        (
            "zero",
            "random",
            "alike",
        ),
    ),
    # np.random instead of rng
    Wrong("il-global-random", "init_lenet", changed(IL, ("rng.normal", "np.random.normal")), ("rng",)),
    # own default_rng(0)
    Wrong(
        "il-own-seed",
        "init_lenet",
        changed(IL, ("    f1, f2 = filters\n", ("    f1, f2 = filters\n    rng = np.random.default_rng(0)\n"))),
        ("seed",),
    ),
    # q without pooling
    Wrong(
        "il-no-pooling",
        "init_lenet",
        changed(IL, ("((image_size - kernel + 1) // 2 - kernel + 1) // 2", "image_size - kernel + 1 - kernel + 1")),
        (
            "pool",
            "half",
        ),
    ),
    # q without the second pooling
    Wrong(
        "il-one-pooling",
        "init_lenet",
        changed(IL, ("- kernel + 1) // 2\n", "- kernel + 1)\n")),
        (
            "pool",
            "half",
            "second",
        ),
    ),
    # q = image_size // 4, as with padding
    Wrong(
        "il-quarter",
        "init_lenet",
        changed(IL, ("((image_size - kernel + 1) // 2 - kernel + 1) // 2", "image_size // 4")),
        (
            "convolution",
            "kernel",
            "smaller",
        ),
    ),
    # n - k without + 1
    Wrong(
        "il-no-plus-one",
        "init_lenet",
        changed(
            IL, ("((image_size - kernel + 1) // 2 - kernel + 1) // 2", "((image_size - kernel) // 2 - kernel) // 2")
        ),
        (
            "\\+ ?1",
            "plus 1",
            "size",
        ),
    ),
    # W2 has one channel
    Wrong(
        "il-w2-one-channel",
        "init_lenet",
        changed(IL, ("(f2, f1, kernel, kernel)", "(f2, 1, kernel, kernel)")),
        ("channel",),
    ),
    # W2 (f1, f2, k, k)
    Wrong(
        "il-w2-swapped", "init_lenet", changed(IL, ("(f2, f1, kernel, kernel)", "(f1, f2, kernel, kernel)")), ("W2",)
    ),
    # f2, f1 = filters
    Wrong(
        "il-filters-swapped",
        "init_lenet",
        changed(IL, ("f1, f2 = filters", "f2, f1 = filters")),
        (
            "filters",
            "swap",
            "order",
        ),
    ),
    # W3 transposed
    Wrong(
        "il-w3-transposed", "init_lenet", changed(IL, ("(n_classes, f2 * q * q))", "(f2 * q * q, n_classes))")), ("W3",)
    ),
    # biases of shape (f,)
    Wrong(
        "il-flat-biases",
        "init_lenet",
        changed(IL, ("(f1, 1))", "f1)"), ("(f2, 1))", "f2)"), ("(n_classes, 1))", "n_classes)")),
        (
            "column",
            "bias",
            "\\(f1, 1\\)",
        ),
    ),
    # biases of 1
    Wrong("il-bias-ones", "init_lenet", changed(IL, ("np.zeros", "np.ones")), ("bias",)),
    # random biases of spread 1
    Wrong(
        "il-bias-normal",
        "init_lenet",
        changed(
            IL,
            ("np.zeros((f1, 1))", "rng.normal(size=(f1, 1))"),
            ("np.zeros((f2, 1))", "rng.normal(size=(f2, 1))"),
            ("np.zeros((n_classes, 1))", "rng.normal(size=(n_classes, 1))"),
        ),
        ("bias",),
    ),
    # standard normal weights
    Wrong(
        "il-unscaled",
        "init_lenet",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.normal(0, 1, (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.normal(0, 1, (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, 1, (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (
            "large",
            "spread",
            "standard deviation",
            "scale",
        ),
    ),
    # variance instead of standard deviation
    Wrong(
        "il-variance",
        "init_lenet",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.normal(0, (2 / kernel ** 2), (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.normal(0, (2 / (f1 * kernel ** 2)), (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, (2 / (f2 * q * q)), (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (
            "small",
            "spread",
            "standard deviation",
            "root",
            "sqrt",
            "variance",
        ),
    ),
    # uniform between 0 and 1
    Wrong(
        "il-positive",
        "init_lenet",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.random((f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.random((f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.random((n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (
            "positive",
            "centre",
            "negative",
            "around 0",
            "mean",
        ),
    ),
    # weights first, then biases
    Wrong(
        "il-order",
        "init_lenet",
        changed(IL, ("return W1, b1, W2, b2, W3, b3", "return W1, W2, W3, b1, b2, b3")),
        (
            "order",
            "W1, b1",
        ),
    ),
    # no biases returned
    Wrong(
        "il-no-biases",
        "init_lenet",
        changed(IL, ("return W1, b1, W2, b2, W3, b3", "return W1, W2, W3")),
        (
            "bias",
            "three",
            "3 values",
        ),
    ),
    # kernel fixed to 5
    Wrong(
        "il-kernel-five",
        "init_lenet",
        changed(IL, ("    f1, f2 = filters\n", ("    f1, f2 = filters\n    kernel = 5\n"))),
        ("kernel",),
    ),
    # 10 classes always
    Wrong(
        "il-ten-classes",
        "init_lenet",
        changed(IL, ("    f1, f2 = filters\n", ("    f1, f2 = filters\n    n_classes = 10\n"))),
        (
            "n_classes",
            "class",
        ),
    ),
    # q fixed to 4
    Wrong(
        "il-q-four",
        "init_lenet",
        changed(IL, ("((image_size - kernel + 1) // 2 - kernel + 1) // 2", "4")),
        (
            "image_size",
            "size of the last",
        ),
    ),
    # one filter repeated
    Wrong(
        "il-alike",
        "init_lenet",
        changed(
            IL,
            (
                "rng.normal(0, np.sqrt(2 / kernel ** 2), (f1, 1, kernel, kernel))",
                "np.repeat(rng.normal(0, np.sqrt(2 / kernel ** 2), (1, 1, kernel, kernel)), f1, axis=0)",
            ),
            (
                "rng.normal(0, np.sqrt(2 / (f1 * kernel ** 2)), (f2, f1, kernel, kernel))",
                "np.repeat(rng.normal(0, np.sqrt(2 / (f1 * kernel ** 2)), (1, f1, kernel, kernel)), f2, axis=0)",
            ),
        ),
        (
            "alike",
            "same",
            "equal",
        ),
    ),
    # centred on 0.5
    Wrong(
        "il-mean-half",
        "init_lenet",
        changed(IL, ("rng.normal(0,", "rng.normal(0.5,")),
        (
            "centre",
            "mean",
            "around 0",
        ),
    ),
    # sqrt(n / 2)
    Wrong(
        "il-inverted",
        "init_lenet",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.normal(0, np.sqrt(0.5 * kernel ** 2), (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.normal(0, np.sqrt(0.5 * (f1 * kernel ** 2)), (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, np.sqrt(0.5 * (f2 * q * q)), (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (
            "large",
            "spread",
            "standard deviation",
            "scale",
        ),
    ),
    # W1 without the channel axis
    Wrong("il-w1-three-axes", "init_lenet", changed(IL, ("(f1, 1, kernel, kernel)", "(f1, kernel, kernel)")), ("W1",)),
    # W3 (n_classes, f2 * q)
    Wrong(
        "il-w3-missing-square", "init_lenet", changed(IL, ("(n_classes, f2 * q * q))", "(n_classes, f2 * q))")), ("W3",)
    ),
    # weights rounded to integers
    Wrong(
        "il-int",
        "init_lenet",
        changed(
            IL, ("return W1, b1", ("W1, W2, W3 = W1.astype(int), W2.astype(int), W3.astype(int)\n    return W1, b1"))
        ),
        (
            "zero",
            "integer",
            "whole",
            "small",
            "alike",
        ),
    ),
    # all biases have f1 rows
    Wrong(
        "il-biases-f1",
        "init_lenet",
        changed(
            IL,
            ("b2 = np.zeros((f2, 1))", "b2 = np.zeros((f1, 1))"),
            ("b3 = np.zeros((n_classes, 1))", "b3 = np.zeros((f1, 1))"),
        ),
        (
            "bias",
            "b2 has the shape",
        ),
    ),
    # A1 without relu
    Wrong(
        "lf-no-relu-1", "lenet_forward", changed(LF, ("A1 = relu(max_pool(Z1, 2))", "A1 = max_pool(Z1, 2)")), ("relu",)
    ),
    # A2 without relu
    Wrong(
        "lf-no-relu-2", "lenet_forward", changed(LF, ("A2 = relu(max_pool(Z2, 2))", "A2 = max_pool(Z2, 2)")), ("relu",)
    ),
    # no relu at all
    Wrong(
        "lf-no-relu",
        "lenet_forward",
        changed(LF, ("relu(max_pool(Z1, 2))", "max_pool(Z1, 2)"), ("relu(max_pool(Z2, 2))", "max_pool(Z2, 2)")),
        ("relu",),
    ),
    # A3 are the logits
    Wrong(
        "lf-no-softmax",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", "A3 = Z3")),
        (
            "softmax",
            "logit",
        ),
    ),
    # softmax over the examples
    Wrong(
        "lf-softmax-axis",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", ("E = np.exp(Z3 - Z3.max())\n    A3 = E / E.sum(axis=1, keepdims=True)"))),
        (
            "column",
            "axis",
            "each example",
        ),
    ),
    # softmax over everything
    Wrong(
        "lf-softmax-all",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", ("E = np.exp(Z3 - Z3.max())\n    A3 = E / E.sum()"))),
        (
            "column",
            "whole",
            "example",
        ),
    ),
    # sigmoid instead of softmax
    Wrong(
        "lf-sigmoid",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", "A3 = 1 / (1 + np.exp(-Z3))")),
        (
            "softmax",
            "sigmoid",
        ),
    ),
    # Z1 returned after pooling
    Wrong(
        "lf-z1-pooled",
        "lenet_forward",
        changed(
            LF,
            ("    A1 = relu(max_pool(Z1, 2))\n", ("    Z1 = max_pool(Z1, 2)\n    A1 = relu(Z1)\n")),
            ("    A2 = relu(max_pool(Z2, 2))\n", ("    Z2 = max_pool(Z2, 2)\n    A2 = relu(Z2)\n")),
        ),
        ("pool",),
    ),
    # Z1 and Z2 returned after relu
    Wrong(
        "lf-z-relu",
        "lenet_forward",
        changed(
            LF,
            ("Z1 = conv_forward(X, W1, b1, 1, 0)", "Z1 = relu(conv_forward(X, W1, b1, 1, 0))"),
            ("Z2 = conv_forward(A1, W2, b2, 1, 0)", "Z2 = relu(conv_forward(A1, W2, b2, 1, 0))"),
        ),
        ("relu",),
    ),
    # b3 forgotten
    Wrong("lf-no-b3", "lenet_forward", changed(LF, (" + b3", "")), ("bias",)),
    # first pooling forgotten
    Wrong("lf-no-pool-1", "lenet_forward", changed(LF, ("relu(max_pool(Z1, 2))", "relu(Z1)")), ("pool",)),
    # wrong order: Z1, Z2, A1, A2, A3
    Wrong(
        "lf-order", "lenet_forward", changed(LF, ("return Z1, A1, Z2, A2, A3", "return Z1, Z2, A1, A2, A3")), ("order",)
    ),
    # only A3
    Wrong("lf-only-a3", "lenet_forward", changed(LF, ("return Z1, A1, Z2, A2, A3", "return A3")), ("five",)),
    # also Z3
    Wrong(
        "lf-six",
        "lenet_forward",
        changed(LF, ("return Z1, A1, Z2, A2, A3", "return Z1, A1, Z2, A2, Z3, A3")),
        ("five",),
    ),
    # returns Z3 in A3's place
    Wrong(
        "lf-z3-for-a3",
        "lenet_forward",
        changed(LF, ("return Z1, A1, Z2, A2, A3", "return Z1, A1, Z2, A2, Z3")),
        (
            "softmax",
            "logit",
        ),
    ),
    # padding 1
    Wrong(
        "lf-pad",
        "lenet_forward",
        changed(LF, ("W1, b1, 1, 0", "W1, b1, 1, 1"), ("W2, b2, 1, 0", "W2, b2, 1, 1")),
        ("frame",),
    ),
    # stride 2
    Wrong("lf-stride-2", "lenet_forward", changed(LF, ("W1, b1, 1, 0", "W1, b1, 2, 0")), ("stride",)),
    # stride 0, pad 1
    Wrong(
        "lf-stride-pad-swapped",
        "lenet_forward",
        changed(LF, ("W1, b1, 1, 0", "W1, b1, 0, 1"), ("W2, b2, 1, 0", "W2, b2, 0, 1")),
        ("stride",),
    ),
    # second convolution of X
    Wrong(
        "lf-second-from-x",
        "lenet_forward",
        changed(LF, ("conv_forward(A1", "conv_forward(X")),
        (
            "A1",
            "X",
        ),
    ),
    # second convolution of Z1, not A1
    Wrong(
        "lf-second-from-z1",
        "lenet_forward",
        changed(LF, ("conv_forward(A1", "conv_forward(Z1")),
        (
            "A1",
            "Z1",
        ),
    ),
    # second convolution of the pooled Z1 before relu
    Wrong(
        "lf-second-from-pooled",
        "lenet_forward",
        changed(
            LF,
            ("    A1 = relu(max_pool(Z1, 2))\n", ("    P1 = max_pool(Z1, 2)\n    A1 = relu(P1)\n")),
            ("conv_forward(A1", "conv_forward(P1"),
        ),
        ("relu",),
    ),
    # A2.reshape(m, -1).T
    Wrong(
        "lf-flat-mixed",
        "lenet_forward",
        changed(LF, ("flatten(A2)", "A2.reshape(A2.shape[-1], -1).T")),
        (
            "flatten",
            "reshape",
            "example",
        ),
    ),
    # mean pooling
    Wrong(
        "lf-mean-pool",
        "lenet_forward",
        changed(
            LF,
            (
                "relu(max_pool(Z1, 2))",
                "relu(Z1.reshape(Z1.shape[0], Z1.shape[1] // 2, 2, Z1.shape[2] // 2, 2, -1).mean(axis=(2, 4)))",
            ),
            (
                "relu(max_pool(Z2, 2))",
                "relu(Z2.reshape(Z2.shape[0], Z2.shape[1] // 2, 2, Z2.shape[2] // 2, 2, -1).mean(axis=(2, 4)))",
            ),
        ),
        (
            "mean",
            "average",
        ),
    ),
    # relu before the softmax
    Wrong(
        "lf-relu-logits",
        "lenet_forward",
        changed(LF, ("softmax(Z3)", "softmax(relu(Z3))")),
        (
            "relu",
            "logit",
            "negative",
        ),
    ),
    # A3 is (m, classes)
    Wrong(
        "lf-a3-transposed",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", "A3 = softmax(Z3).T")),
        (
            "transpos",
            "column",
        ),
    ),
    # leaky relu
    Wrong(
        "lf-leaky",
        "lenet_forward",
        changed(
            LF, ("relu(max_pool(Z1, 2))", "np.where(max_pool(Z1, 2) > 0, max_pool(Z1, 2), 0.01 * max_pool(Z1, 2))")
        ),
        (
            "relu",
            "negative",
        ),
    ),
    # b2 replaced by nothing: zeros
    Wrong("lf-b1-twice", "lenet_forward", changed(LF, ("W2, b2, 1, 0", "W2, np.zeros_like(b2), 1, 0")), ("bias",)),
    # b1 replaced by zeros
    Wrong("lf-no-b1", "lenet_forward", changed(LF, ("W1, b1, 1, 0", "W1, 0 * b1, 1, 0")), ("bias",)),
    # returns A1 before pooling but goes on with the pooled
    Wrong(
        "lf-relu-of-unpooled",
        "lenet_forward",
        changed(
            LF, ("A1 = relu(max_pool(Z1, 2))", "A1 = relu(Z1)"), ("conv_forward(A1", "conv_forward(max_pool(A1, 2)")
        ),
        (
            "pool",
            "A1 has the shape",
        ),
    ),
    # unpacks W1, W2, W3, b1, b2, b3
    Wrong(
        "lf-params-order",
        "lenet_forward",
        changed(LF, ("W1, b1, W2, b2, W3, b3 = params", "W1, W2, W3, b1, b2, b3 = params")),
        (
            "order",
            "W1, b1",
            "unpack",
            "params",
        ),
    ),
    # returns classes for A3
    Wrong(
        "lf-argmax",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", "A3 = np.argmax(softmax(Z3), axis=0)")),
        (
            "probabilit",
            "softmax",
            "argmax",
            "class",
        ),
    ),
    # relu works in place on the pooled view (Z unchanged): clips Z1 in place
    Wrong(
        "lf-in-place-relu",
        "lenet_forward",
        changed(LF, ("    A1 = relu(max_pool(Z1, 2))\n", ("    Z1[Z1 < 0] = 0\n    A1 = max_pool(Z1, 2)\n"))),
        (
            "changed",
            "relu",
            "negative",
        ),
    ),
    # argmax along the examples
    Wrong(
        "lp-axis-1",
        "lenet_predictions",
        changed(LP, ("axis=0", "axis=1")),
        (
            "axis",
            "column",
            "example",
        ),
    ),
    # argmax over everything
    Wrong(
        "lp-overall",
        "lenet_predictions",
        changed(LP, (", axis=0", "")),
        (
            "axis",
            "column",
            "one number",
            "each",
        ),
    ),
    # largest probability instead of its class
    Wrong(
        "lp-max",
        "lenet_predictions",
        changed(LP, ("argmax", "max")),
        (
            "probabilit",
            "argmax",
            "place",
            "class",
        ),
    ),
    # least probable
    Wrong(
        "lp-argmin",
        "lenet_predictions",
        changed(LP, ("argmax", "argmin")),
        (
            "least",
            "smallest",
            "argmin",
        ),
    ),
    # counts from 1
    Wrong(
        "lp-one-based",
        "lenet_predictions",
        changed(LP, ("axis=0)", "axis=0) + 1")),
        (
            "from 0",
            "one too",
            "1 too",
            "from 1",
            "\\+ ?1",
            "plus 1",
        ),
    ),
    # one-hot columns
    Wrong(
        "lp-one-hot",
        "lenet_predictions",
        changed(LP, ("return np.argmax(A3, axis=0)", "return (A3 == A3.max(axis=0)).astype(int)")),
        (
            "one-hot",
            "class",
            "label",
            "number",
        ),
    ),
    # returns A3
    Wrong(
        "lp-probabilities",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "A3")),
        (
            "probabilit",
            "argmax",
            "class",
        ),
    ),
    # shape (1, m)
    Wrong(
        "lp-keepdims",
        "lenet_predictions",
        changed(LP, ("axis=0)", "axis=0, keepdims=True)")),
        (
            "shape",
            "keepdims",
            "axis",
            "\\(m,\\)",
            "two axes",
        ),
    ),
    # shape (m, 1)
    Wrong(
        "lp-column",
        "lenet_predictions",
        changed(LP, ("axis=0)", "axis=0).reshape(-1, 1)")),
        (
            "shape",
            "axis",
            "\\(m,\\)",
            "column",
            "dimension too many",
        ),
    ),
    # takes the first of the five
    Wrong(
        "lp-z1",
        "lenet_predictions",
        changed(LP, ("[-1]", "[0]"), ("np.argmax(A3, axis=0)", "np.argmax(A3.reshape(-1, A3.shape[-1]), axis=0)")),
        (
            "last",
            "first",
        ),
    ),
    # argmax of the flattened A2
    Wrong(
        "lp-a2",
        "lenet_predictions",
        changed(LP, ("[-1]", "[3]"), ("np.argmax(A3, axis=0)", "np.argmax(flatten(A3), axis=0)")),
        (
            "last",
            "output layer",
            "class",
        ),
    ),
    # argmax of the tuple
    Wrong(
        "lp-all-five",
        "lenet_predictions",
        changed(LP, ("[-1]", "")),
        (
            "last",
            "five",
            "tuple",
            "forward",
        ),
    ),
    # only the first example
    Wrong(
        "lp-first-example",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.argmax(A3[:, 0])")),
        (
            "first",
            "every",
            "each",
            "example",
            "picture",
        ),
    ),
    # classes in reversed order
    Wrong(
        "lp-reversed",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.argmax(A3[::-1], axis=0)")),
        (
            "revers",
            "order",
            "from the end",
        ),
    ),
    # a class only where the probability is above 0.5, else 0
    Wrong(
        "lp-threshold",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.argmax(A3 > 0.5, axis=0)")),
        (
            "threshold",
            "largest",
            "most probable",
            "half",
        ),
    ),
    # rounds probabilities before argmax
    Wrong(
        "lp-round",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.argmax(np.round(A3), axis=0)")),
        (
            "round",
            "half",
            "largest",
        ),
    ),
    # second most probable
    Wrong(
        "lp-second",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.argsort(A3, axis=0)[-2]")),
        (
            "second",
            "most probable",
            "largest",
        ),
    ),
    # never answers the last class
    Wrong(
        "lp-last-class-missing",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.argmax(A3[:-1], axis=0)")),
        (
            "last class",
            "all classes",
            "every class",
        ),
    ),
    # logits without b3
    Wrong(
        "lp-no-bias",
        "lenet_predictions",
        r"""
def lenet_predictions(X, params):
    A2 = lenet_forward(X, params)[3]
    return np.argmax(params[4] @ flatten(A2), axis=0)
""",
        ("bias",),
    ),
    # argsort returned whole
    Wrong(
        "lp-argsort",
        "lenet_predictions",
        changed(LP, ("argmax", "argsort")),
        (
            "argmax",
            "argsort",
            "only",
            "largest",
            "first",
            "one class",
        ),
    ),
    # axis=-1
    Wrong(
        "lp-axis-minus-1",
        "lenet_predictions",
        changed(LP, ("axis=0", "axis=-1")),
        (
            "axis",
            "example",
            "column",
        ),
    ),
    # strings
    Wrong(
        "lp-strings",
        "lenet_predictions",
        changed(LP, ("return np.argmax(A3, axis=0)", "return [str(k) for k in np.argmax(A3, axis=0)]")),
        (
            "number",
            "text",
        ),
    ),
    # argmax of the mean over the examples
    Wrong(
        "lp-batch-mean",
        "lenet_predictions",
        changed(LP, ("np.argmax(A3, axis=0)", "np.full(A3.shape[1], np.argmax(A3.mean(axis=1)))")),
        (
            "each",
            "mean",
            "every",
            "example",
        ),
    ),
    # turns the picture: X transposed height/width
    Wrong(
        "lp-abs-x",
        "lenet_predictions",
        changed(LP, ("lenet_forward(X", "lenet_forward(X.swapaxes(1, 2)")),
        (
            "transpos",
            "turn",
            "picture",
        ),
    ),
    # = instead of +=
    Wrong(
        "ci-assign",
        "col2im",
        changed(CI, ("] += p", "] = p")),
        (
            "overlap",
            "wipe",
        ),
    ),
    # = instead of += in a loop over places
    Wrong(
        "ci-loop-assign",
        "col2im",
        changed(CILOOP, ("] += p", "] = p")),
        (
            "overlap",
            "wipe",
        ),
    ),
    # divides by the number of patches
    Wrong(
        "ci-average",
        "col2im",
        changed(
            CI,
            ("    X = np.zeros(shape)\n", ("    X = np.zeros(shape)\n    count = np.zeros(shape)\n")),
            (
                "+= patches[:, i, j]",
                ("+= patches[:, i, j]\n            count[:, i:i + stride * oh:stride, j:j + stride * ow:stride] += 1"),
            ),
            ("return X", "return X / np.maximum(count, 1)"),
        ),
        (
            "mean",
            "average",
            "divid",
        ),
    ),
    # maximum instead of sum
    Wrong(
        "ci-max",
        "col2im",
        changed(
            CI,
            (
                "X[:, i:i + stride * oh:stride, j:j + stride * ow:stride] += patches[:, i, j]",
                (
                    "part = X[:, i:i + stride * oh:stride, j:j + stride * ow:stride]\n"
                    "            part[:] = np.maximum(part, patches[:, i, j])"
                ),
            ),
        ),
        (
            "maximum",
            "largest",
        ),
    ),
    # stride ignored in the places
    Wrong(
        "ci-no-stride",
        "col2im",
        changed(CI, ("i:i + stride * oh:stride, j:j + stride * ow:stride", "i:i + oh, j:j + ow")),
        ("stride",),
    ),
    # stride ignored in the places, loop
    Wrong("ci-loop-no-stride", "col2im", changed(CILOOP, ("i * stride", "i"), ("j * stride", "j")), ("stride",)),
    # last row and column of the kernel missing
    Wrong(
        "ci-range-short",
        "col2im",
        changed(CI, ("range(kernel)", "range(kernel - 1)")),
        (
            "last",
            "range",
            "miss",
            "kernel",
        ),
    ),
    # rows and columns of the kernel swapped
    Wrong(
        "ci-ij-swapped",
        "col2im",
        changed(CI, ("patches[:, i, j]", "patches[:, j, i]")),
        (
            "transpos",
            "swap",
            "row.*column",
        ),
    ),
    # kernel flipped
    Wrong(
        "ci-flipped",
        "col2im",
        changed(CI, ("patches[:, i, j]", "patches[:, kernel - 1 - i, kernel - 1 - j]")),
        (
            "turn",
            "flip",
            "revers",
            "mirror",
        ),
    ),
    # rows read as (row, column, channel)
    Wrong(
        "ci-channel-last",
        "col2im",
        changed(
            CI,
            (
                "cols.reshape(c, kernel, kernel, oh, ow, m)",
                "cols.reshape(kernel, kernel, c, oh, ow, m).transpose(2, 0, 1, 3, 4, 5)",
            ),
        ),
        ("channel",),
    ),
    # columns read as (example, row, column)
    Wrong(
        "ci-example-first",
        "col2im",
        changed(
            CI,
            (
                "cols.reshape(c, kernel, kernel, oh, ow, m)",
                "cols.reshape(c, kernel, kernel, m, oh, ow).transpose(0, 1, 2, 4, 5, 3)",
            ),
        ),
        ("example",),
    ),
    # out size without + 1: reshape fails
    Wrong(
        "ci-no-plus-one",
        "col2im",
        changed(CI, ("stride + 1", "stride")),
        (
            "\\+ ?1",
            "plus 1",
            "reshape",
            "places",
            "out_height",
        ),
    ),
    # width from the height
    Wrong(
        "ci-square",
        "col2im",
        changed(CI, ("ow = (w", "ow = (h")),
        (
            "width",
            "square",
        ),
    ),
    # X[places] += cols counts each place once
    Wrong(
        "ci-fancy-plus",
        "col2im",
        changed(CIIDX, ("np.add.at(out, places.ravel(), cols.ravel())", "out[places] += cols")),
        (
            "overlap",
            "once",
            "add.at",
        ),
    ),
    # only the first channel
    Wrong(
        "ci-first-channel",
        "col2im",
        changed(CI, ("X[:, i:i", "X[0, i:i"), ("patches[:, i, j]", "patches[0, i, j]")),
        ("channel",),
    ),
    # starts from ones
    Wrong(
        "ci-ones",
        "col2im",
        changed(CI, ("np.zeros(shape)", "np.ones(shape)")),
        (
            "ones",
            "zero",
            "1 too",
        ),
    ),
    # divides by kernel squared
    Wrong(
        "ci-over-kernel",
        "col2im",
        changed(CI, ("return X", "return X / kernel ** 2")),
        (
            "divid",
            "kernel",
            "mean",
            "too small",
            "times",
        ),
    ),
    # divides by m
    Wrong(
        "ci-over-m",
        "col2im",
        changed(CI, ("return X", "return X / m")),
        (
            "divid",
            "example",
        ),
    ),
    # integers
    Wrong(
        "ci-int",
        "col2im",
        changed(
            CI,
            ("np.zeros(shape)", "np.zeros(shape, dtype=int)"),
            (
                "X[:, i:i + stride * oh:stride, j:j + stride * ow:stride] += patches[:, i, j]",
                "X[:, i:i + stride * oh:stride, j:j + stride * ow:stride] += patches[:, i, j].astype(int)",
            ),
        ),
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
            "float",
        ),
    ),
    # integers: += raises a casting error
    Wrong(
        "ci-int-error",
        "col2im",
        changed(CI, ("np.zeros(shape)", "np.zeros(shape, dtype=int)")),
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
            "float",
        ),
    ),
    # counts patches, ignoring cols
    Wrong(
        "ci-count",
        "col2im",
        changed(CI, ("+= patches[:, i, j]", "+= 1")),
        (
            "count",
            "cols",
            "number of patches",
        ),
    ),
    # result has height and width swapped
    Wrong(
        "ci-transposed",
        "col2im",
        changed(CI, ("return X", "return X.swapaxes(1, 2)")),
        (
            "transpos",
            "height and width",
            "row.*column",
        ),
    ),
    # columns read as (column, row) of the place
    Wrong(
        "ci-columns-as-places-transposed",
        "col2im",
        changed(
            CI,
            ("cols.reshape(c, kernel, kernel, oh, ow, m)", "cols.reshape(c, kernel, kernel, ow, oh, m).swapaxes(3, 4)"),
        ),
        ("column",),
    ),
    # reads cols transposed
    Wrong(
        "ci-adds-to-cols",
        "col2im",
        changed(CI, ("cols.reshape", "cols.T.reshape")),
        (
            "transpos",
            "reshape",
            "order",
        ),
    ),
    # not given the shape back
    Wrong(
        "ci-flat",
        "col2im",
        changed(CI, ("return X", "return X.reshape(c, -1)")),
        (
            "shape",
            "reshape",
        ),
    ),
    # -=
    Wrong(
        "ci-minus",
        "col2im",
        changed(CI, ("+= patches", "-= patches")),
        (
            "sign",
            "opposite",
            "minus",
            "subtract",
            "negative",
        ),
    ),
    # takes stride = kernel
    Wrong(
        "ci-tiles",
        "col2im",
        changed(
            CILOOP,
            (
                "i * stride:i * stride + kernel, j * stride:j * stride + kernel",
                "i * kernel:i * kernel + kernel, j * kernel:j * kernel + kernel",
            ),
        ),
        (
            "overlap",
            "stride",
        ),
    ),
    # dW divided by m
    Wrong(
        "cb-dw-over-m",
        "conv_backward",
        changed(CB, ("(D @ cols.T).reshape(W.shape)", "(D @ cols.T).reshape(W.shape) / m")),
        (
            "divid",
            "mean",
        ),
    ),
    # dW and db divided by m
    Wrong(
        "cb-all-over-m",
        "conv_backward",
        changed(
            CB,
            ("(D @ cols.T).reshape(W.shape)", "(D @ cols.T).reshape(W.shape) / m"),
            ("keepdims=True)", "keepdims=True) / m"),
        ),
        (
            "divid",
            "mean",
        ),
    ),
    # db is a mean
    Wrong(
        "cb-db-mean",
        "conv_backward",
        changed(CB, ("D.sum(", "D.mean(")),
        (
            "mean",
            "divid",
        ),
    ),
    # db divided by m
    Wrong("cb-db-over-m", "conv_backward", changed(CB, ("keepdims=True)", "keepdims=True) / m")), ("divid",)),
    # db (filters,)
    Wrong(
        "cb-db-flat",
        "conv_backward",
        changed(CB, (", keepdims=True", "")),
        (
            "column",
            "keepdims",
            "shape",
        ),
    ),
    # db one number
    Wrong("cb-db-scalar", "conv_backward", changed(CB, ("D.sum(axis=1, keepdims=True)", "D.sum()")), ("each filter",)),
    # db summed over the filters
    Wrong(
        "cb-db-wrong-axis",
        "conv_backward",
        changed(CB, ("D.sum(axis=1, keepdims=True)", "D.sum(axis=0, keepdims=True)")),
        (
            "axis",
            "filter",
        ),
    ),
    # db summed over examples only
    Wrong(
        "cb-db-examples-only",
        "conv_backward",
        changed(CB, ("D.sum(axis=1, keepdims=True)", "dZ.sum(axis=3)")),
        ("place",),
    ),
    # db summed over examples, one place only
    Wrong(
        "cb-db-first-place",
        "conv_backward",
        changed(CB, ("D.sum(axis=1, keepdims=True)", "dZ[:, 0, 0].sum(axis=1, keepdims=True)")),
        ("place",),
    ),
    # the frame is not cut off
    Wrong("cb-frame-kept", "conv_backward", changed(CB, ("dP[:, pad:pad + h, pad:pad + w]", "dP")), ("frame",)),
    # pad:-pad is empty with pad 0
    Wrong(
        "cb-negative-slice",
        "conv_backward",
        changed(CB, ("pad:pad + h, pad:pad + w", "pad:-pad, pad:-pad")),
        (
            "pad.{0,20}0",
            "-pad",
            "empty",
        ),
    ),
    # cuts at the wrong corner: [:h, :w]
    Wrong(
        "cb-cut-one-side",
        "conv_backward",
        changed(CB, ("pad:pad + h, pad:pad + w", ":h, :w")),
        (
            "frame",
            "shift",
        ),
    ),
    # X not padded: sizes do not fit
    Wrong(
        "cb-no-pad",
        "conv_backward",
        changed(CB, ("P = pad_images(X, pad)", "P = X"), ("dX = dP[:, pad:pad + h, pad:pad + w]", "dX = dP")),
        ("frame",),
    ),
    # dW, db, dX
    Wrong("cb-order", "conv_backward", changed(CB, ("return dX, dW, db", "return dW, db, dX")), ("order",)),
    # dX missing
    Wrong("cb-two", "conv_backward", changed(CB, ("return dX, dW, db", "return dW, db")), ("three",)),
    # dX with the kernel turned
    Wrong(
        "cb-dx-flipped",
        "conv_backward",
        changed(CB, ("W.reshape(f, -1).T", "W[:, :, ::-1, ::-1].reshape(f, -1).T")),
        (
            "turn",
            "flip",
            "revers",
        ),
    ),
    # dX: overlapping patches overwritten
    Wrong(
        "cb-dx-no-overlap",
        "conv_backward",
        changed(CBLOOP, ("] += W[n]", "] = W[n]")),
        (
            "overlap",
            "wipe",
        ),
    ),
    # dW: = instead of +=: only the last place
    Wrong(
        "cb-dw-assign",
        "conv_backward",
        changed(CBLOOP, ("dW[n] +=", "dW[n] =")),
        (
            "last",
            "place",
        ),
    ),
    # dW: mean over the examples
    Wrong(
        "cb-dw-mean-examples",
        "conv_backward",
        changed(CBLOOP, ("(patch * g).sum(axis=-1)", "(patch * g).mean(axis=-1)")),
        (
            "divid",
            "mean",
        ),
    ),
    # stride 1 in im2col and col2im: fails
    Wrong(
        "cb-stride-one",
        "conv_backward",
        changed(CB, ("cols = im2col(P, k, stride)", "cols = im2col(P, k, 1)"), ("P.shape, k, stride", "P.shape, k, 1")),
        ("stride",),
    ),
    # dW has rows and columns of the kernel swapped
    Wrong(
        "cb-dw-kernel-transposed",
        "conv_backward",
        changed(CB, ("(D @ cols.T).reshape(W.shape)", "(D @ cols.T).reshape(W.shape).swapaxes(2, 3)")),
        (
            "transpos",
            "row.*column",
            "swap",
        ),
    ),
    # dW = (cols @ D.T).reshape(W.shape): mixed
    Wrong(
        "cb-dw-reshape",
        "conv_backward",
        changed(CB, ("(D @ cols.T).reshape(W.shape)", "(cols @ D.T).reshape(W.shape)")),
        (
            "transpos",
            "reshape",
            "order",
        ),
    ),
    # dW with the wrong sign
    Wrong(
        "cb-dw-sign",
        "conv_backward",
        changed(CB, ("dW = (D", "dW = -(D")),
        (
            "sign",
            "opposite",
            "minus",
            "negative",
        ),
    ),
    # D = dZ.reshape(-1, filters).T mixes
    Wrong("cb-d-reshape", "conv_backward", changed(CB, ("dZ.reshape(f, -1)", "dZ.reshape(-1, f).T")), ("reshape",)),
    # dZ's examples put first, cols' not
    Wrong(
        "cb-d-example-first",
        "conv_backward",
        changed(CB, ("dZ.reshape(f, -1)", "np.moveaxis(dZ, -1, 1).reshape(f, -1)")),
        (
            "example",
            "order",
        ),
    ),
    # dZ /= m in place and all divided
    Wrong(
        "cb-dz-in-place",
        "conv_backward",
        changed(CB, ("    D = dZ.reshape(f, -1)\n", ("    dZ /= m\n    D = dZ.reshape(f, -1)\n"))),
        (
            "changed",
            "unchanged",
            "divid",
        ),
    ),
    # X is centred in place
    Wrong(
        "cb-x-in-place",
        "conv_backward",
        changed(CB, ("    P = pad_images(X, pad)\n", ("    X -= X.mean()\n    P = pad_images(X, pad)\n"))),
        (
            "changed",
            "unchanged",
            "argument",
        ),
    ),
    # gates dZ with X > 0 like relu
    Wrong(
        "cb-relu-gate",
        "conv_backward",
        changed(CB, ("    return dX", ("    dX = dX * (X > 0)\n    return dX"))),
        (
            "relu",
            "gate",
            "negative",
        ),
    ),
    # dX divided by kernel squared
    Wrong(
        "cb-dx-over-kernel",
        "conv_backward",
        changed(CB, ("    return dX", ("    dX = dX / (k * k)\n    return dX"))),
        ("divid",),
    ),
    # dX divided by m
    Wrong(
        "cb-dx-over-m", "conv_backward", changed(CB, ("    return dX", ("    dX = dX / m\n    return dX"))), ("divid",)
    ),
    # W not transposed: the product fails or mixes
    Wrong(
        "cb-w-no-transpose",
        "conv_backward",
        changed(CB, ("W.reshape(f, -1).T @ D", "W.reshape(-1, f) @ D")),
        ("transpos",),
    ),
    # W.reshape(f, -1) @ D fails
    Wrong(
        "cb-w-missing-T",
        "conv_backward",
        changed(CB, ("W.reshape(f, -1).T @ D", "W.reshape(f, -1) @ D")),
        ("transpos",),
    ),
    # D @ cols fails
    Wrong("cb-cols-missing-T", "conv_backward", changed(CB, ("D @ cols.T", "D @ cols")), ("transpos",)),
    # dX only from the first filter
    Wrong(
        "cb-dx-first-filter",
        "conv_backward",
        changed(
            CBLOOP,
            (
                "dP[:, i * stride:i * stride + k, j * stride:j * stride + k] += W[n]",
                "dP[:, i * stride:i * stride + k, j * stride:j * stride + k] += W[0]",
            ),
        ),
        ("filter",),
    ),
    # dW as a matrix
    Wrong(
        "cb-dw-flat",
        "conv_backward",
        changed(CB, ("(D @ cols.T).reshape(W.shape)", "D @ cols.T")),
        (
            "shape",
            "reshape",
        ),
    ),
    # pads X twice
    Wrong(
        "cb-pad-twice",
        "conv_backward",
        changed(CB, ("    P = pad_images(X, pad)\n", "    P = pad_images(pad_images(X, pad), pad)\n")),
        (
            "twice",
            "frame",
        ),
    ),
    # patch begins at i, not i * stride
    Wrong(
        "cb-loop-no-stride",
        "conv_backward",
        changed(CBLOOP, ("i * stride:i * stride + k, j * stride:j * stride + k", "i:i + k, j:j + k")),
        ("stride",),
    ),
    # all equal ones get the whole
    Wrong(
        "mb-ties-all",
        "max_pool_backward",
        changed(MB, ("            rest[hit] = 0\n", "")),
        (
            "equal",
            "several",
            "share",
        ),
    ),
    # every pixel of the square gets dA
    Wrong(
        "mb-everyone",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    return dA.repeat(size, axis=1).repeat(size, axis=2)
""",
        (
            "largest",
            "every",
        ),
    ),
    # dA / size**2 to all, as for mean pooling
    Wrong(
        "mb-mean-pool",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    return dA.repeat(size, axis=1).repeat(size, axis=2) / size ** 2
""",
        (
            "mean",
            "largest",
            "spread",
            "every",
        ),
    ),
    # always the top left
    Wrong(
        "mb-top-left",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    dX = np.zeros(X.shape)
    dX[:, ::size, ::size] = dA
    return dX
""",
        (
            "top left",
            "first",
            "largest",
            "corner",
        ),
    ),
    # one place for each map: compares with the largest of the whole map
    Wrong(
        "mb-whole-map",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    mask = X == X.max(axis=(1, 2), keepdims=True)
    return mask * dA.repeat(size, axis=1).repeat(size, axis=2)
""",
        (
            "square",
            "whole",
        ),
    ),
    # to the smallest
    Wrong("mb-min", "max_pool_backward", changed(MBLOOP, ("np.argmax", "np.argmin")), ("smallest",)),
    # writes X's values instead of dA
    Wrong(
        "mb-x-values",
        "max_pool_backward",
        changed(MB, ("rest * hit", "X[:, i::size, j::size] * hit")),
        (
            "value",
            "derivative",
        ),
    ),
    # returns the mask only
    Wrong(
        "mb-mask",
        "max_pool_backward",
        changed(MBREP, ("return mask * spread(dA / ties)", "return mask")),
        (
            "mask",
            "True",
        ),
    ),
    # times X
    Wrong("mb-times-x", "max_pool_backward", changed(MB, ("return dX", "return dX * X")), ("multipl",)),
    # size 2 always
    Wrong("mb-size-two", "max_pool_backward", changed(MB, ("    largest", ("    size = 2\n    largest"))), ("size",)),
    # rest is dA itself and is changed
    Wrong(
        "mb-da-in-place",
        "max_pool_backward",
        changed(MB, ("rest = dA.copy()", "rest = dA")),
        (
            "changed",
            "unchanged",
            "argument",
            "copy",
            "in place",
        ),
    ),
    # X is overwritten
    Wrong(
        "mb-x-in-place",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    largest = max_pool(X, size)
    rest = dA
    for i in range(size):
        for j in range(size):
            hit = X[:, i::size, j::size] == largest
            X[:, i::size, j::size] = rest * hit
            rest = rest * ~hit
    return X
""",
        (
            "changed",
            "unchanged",
            "argument",
            "copy",
            "in place",
            "write it over",
        ),
    ),
    # tile instead of repeat
    Wrong(
        "mb-tile",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    largest = np.tile(max_pool(X, size), (1, size, size, 1))
    return np.tile(dA, (1, size, size, 1)) * (X == largest)
""",
        (
            "tile",
            "repeat",
            "square",
            "place",
        ),
    ),
    # mask right, dA tiled instead of repeated
    Wrong(
        "mb-tile-da",
        "max_pool_backward",
        changed(MBREP, ("mask * spread(dA / ties)", "mask * np.tile(dA / ties, (1, size, size, 1))")),
        (
            "tile",
            "repeat",
            "another square",
            "own square",
            "square",
        ),
    ),
    # row and column in the square swapped
    Wrong(
        "mb-ab-swapped",
        "max_pool_backward",
        changed(MBLOOP, ("a, b = np", "b, a = np")),
        (
            "column",
            "transpos",
            "swap",
        ),
    ),
    # divided by m
    Wrong("mb-over-m", "max_pool_backward", changed(MB, ("return dX", "return dX / X.shape[-1]")), ("divid",)),
    # of ties nobody gets it
    Wrong(
        "mb-ties-none",
        "max_pool_backward",
        changed(MBREP, ("mask * spread(dA / ties)", "mask * spread(dA * (ties == 1))")),
        (
            "equal",
            "several",
            "lost",
        ),
    ),
    # only where X > 0
    Wrong(
        "mb-relu-gate",
        "max_pool_backward",
        changed(MB, ("return dX", "return dX * (X > 0)")),
        (
            "relu",
            "negative",
            "positive",
            "gate",
        ),
    ),
    # last row and column of the square missing
    Wrong(
        "mb-range-short",
        "max_pool_backward",
        changed(MB, ("range(size)", "range(size - 1)")),
        (
            "last",
            "range",
        ),
    ),
    # by absolute value
    Wrong(
        "mb-abs",
        "max_pool_backward",
        changed(MBLOOP, ("np.argmax(square)", "np.argmax(np.abs(square))")),
        (
            "absolute",
            "sign",
        ),
    ),
    # dA's shape: not unpooled
    Wrong(
        "mb-small",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    return dA * (max_pool(X, size) > 0)
""",
        (
            "shape",
            "size",
        ),
    ),
    # argmax over channels too
    Wrong(
        "mb-only-one-each-channel",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    best = max_pool(X, size).max(axis=0, keepdims=True)
    mask = X == best.repeat(size, axis=1).repeat(size, axis=2)
    return mask * dA.repeat(size, axis=1).repeat(size, axis=2)
""",
        ("channel",),
    ),
    # shares but with the wrong factor: size**2
    Wrong(
        "mb-times-four",
        "max_pool_backward",
        changed(MBREP, ("spread(dA / ties)", "spread(dA / ties) * size ** 2")),
        (
            "times",
            "size",
            "adds up",
            "too large",
        ),
    ),
    # integers
    Wrong(
        "mb-int",
        "max_pool_backward",
        changed(MBLOOP, ("np.zeros((c, h, w, m))", "np.zeros((c, h, w, m), dtype=int)")),
        (
            "integer",
            "whole",
            "fraction",
            "decimal",
            "dtype",
        ),
    ),
    # minus
    Wrong(
        "mb-sign",
        "max_pool_backward",
        changed(MBLOOP, ("= dA[k", "= -dA[k")),
        (
            "sign",
            "opposite",
            "minus",
        ),
    ),
    # written at i + a, not i * size + a
    Wrong(
        "mb-loop-no-size",
        "max_pool_backward",
        changed(MBLOOP, ("dX[k, i * size + a, j * size + b, n]", "dX[k, i + a, j + b, n]")),
        (
            "square",
            "size",
            "place",
        ),
    ),
    # everything but the largest gets it
    Wrong(
        "mb-others-too",
        "max_pool_backward",
        changed(MBREP, ("X == spread", "X != spread"), ("dA / ties", "dA")),
        (
            "largest",
            "all but",
            "others",
        ),
    ),
    # the place is taken from the first example only
    Wrong(
        "mb-first-example-winner",
        "max_pool_backward",
        changed(MBLOOP, ("(j + 1) * size, n]", "(j + 1) * size, 0]")),
        (
            "example",
            "picture",
        ),
    ),
    # not divided by m
    Wrong(
        "lb-no-m",
        "lenet_backward",
        changed(LB, (" / m\n", "\n")),
        (
            "divid",
            "mean",
            "times",
        ),
    ),
    # dW3 and db3 divided by m once more
    Wrong(
        "lb-m-twice",
        "lenet_backward",
        changed(
            LB,
            ("dW3 = dZ3 @ flatten(A2).T", "dW3 = dZ3 @ flatten(A2).T / m"),
            ("db3 = dZ3.sum(axis=1, keepdims=True)", "db3 = dZ3.sum(axis=1, keepdims=True) / m"),
        ),
        (
            "twice",
            "divid",
            "once",
        ),
    ),
    # every layer divides by m again
    Wrong(
        "lb-m-all-layers",
        "lenet_backward",
        changed(
            LB, ("    return dW1", ("    dW1, db1, dW2, db2 = dW1 / m, db1 / m, dW2 / m, db2 / m\n    return dW1"))
        ),
        (
            "twice",
            "divid",
            "once",
            "no layer",
        ),
    ),
    # H - A3
    Wrong(
        "lb-sign",
        "lenet_backward",
        changed(LB, ("A3 - one_hot(Y)", "one_hot(Y) - A3")),
        (
            "sign",
            "opposite",
            "minus",
            "A3 minus",
        ),
    ),
    # no relu gate at A1
    Wrong(
        "lb-no-gate-1",
        "lenet_backward",
        changed(LB, ("dA1 * relu_deriv(A1)", "dA1")),
        (
            "relu",
            "gate",
        ),
    ),
    # no relu gate at A2
    Wrong(
        "lb-no-gate-2",
        "lenet_backward",
        changed(LB, ("dA2 * relu_deriv(A2)", "dA2")),
        (
            "relu",
            "gate",
        ),
    ),
    # no relu gates
    Wrong(
        "lb-no-gates",
        "lenet_backward",
        changed(LB, ("dA2 * relu_deriv(A2)", "dA2"), ("dA1 * relu_deriv(A1)", "dA1")),
        (
            "relu",
            "gate",
        ),
    ),
    # multiplies by relu(A) instead of its derivative
    Wrong(
        "lb-relu-gate",
        "lenet_backward",
        changed(LB, ("relu_deriv(A2)", "relu(A2)"), ("relu_deriv(A1)", "relu(A1)")),
        (
            "relu",
            "deriv",
        ),
    ),
    # gate asks dA, not A
    Wrong(
        "lb-gate-of-da",
        "lenet_backward",
        changed(LB, ("relu_deriv(A2)", "relu_deriv(dA2)"), ("relu_deriv(A1)", "relu_deriv(dA1)")),
        (
            "relu",
            "gate",
        ),
    ),
    # dW3 transposed
    Wrong(
        "lb-dw3-transposed",
        "lenet_backward",
        changed(LB, ("dZ3 @ flatten(A2).T", "flatten(A2) @ dZ3.T")),
        ("transpos",),
    ),
    # db3 (10,)
    Wrong(
        "lb-db3-flat",
        "lenet_backward",
        changed(LB, (", keepdims=True", "")),
        (
            "keepdims",
            "column",
            "shape",
        ),
    ),
    # db3 summed over the classes
    Wrong("lb-db3-axis", "lenet_backward", changed(LB, ("axis=1, keepdims=True", "axis=0, keepdims=True")), ("axis",)),
    # weights first
    Wrong(
        "lb-order",
        "lenet_backward",
        changed(LB, ("return dW1, db1, dW2, db2, dW3, db3", "return dW1, dW2, dW3, db1, db2, db3")),
        ("order",),
    ),
    # from the last to the first
    Wrong(
        "lb-reversed",
        "lenet_backward",
        changed(LB, ("return dW1, db1, dW2, db2, dW3, db3", "return dW3, db3, dW2, db2, dW1, db1")),
        (
            "order",
            "revers",
        ),
    ),
    # dX returned too
    Wrong(
        "lb-dx-too",
        "lenet_backward",
        changed(LB, ("return dW1", "return dX, dW1")),
        (
            "seven",
            "7 values",
        ),
    ),
    # dA2 reshaped the wrong way: transposed first
    Wrong(
        "lb-da2-reshape",
        "lenet_backward",
        changed(LB, ("(W3.T @ dZ3).reshape(A2.shape)", "(W3.T @ dZ3).T.reshape(A2.shape)")),
        (
            "reshape",
            "example",
            "transpos",
        ),
    ),
    # conv_backward gets X for A1
    Wrong("lb-x-for-a1", "lenet_backward", changed(LB, ("conv_backward(dZ2, A1", "conv_backward(dZ2, X")), ("A1",)),
    # A3 - Y
    Wrong(
        "lb-no-one-hot",
        "lenet_backward",
        changed(LB, ("one_hot(Y)", "Y")),
        (
            "one-hot",
            "one_hot",
            "label",
        ),
    ),
    # max_pool_backward gets A instead of Z
    Wrong(
        "lb-pool-with-a",
        "lenet_backward",
        changed(
            LB, ("relu_deriv(A2), Z2, 2", "relu_deriv(A2), A2, 2"), ("relu_deriv(A1), Z1, 2", "relu_deriv(A1), A1, 2")
        ),
        ("pool",),
    ),
    # times A3 (1 - A3) as well
    Wrong(
        "lb-softmax-deriv",
        "lenet_backward",
        changed(LB, ("(A3 - one_hot(Y)) / m", "(A3 - one_hot(Y)) * A3 * (1 - A3) / m")),
        (
            "softmax",
            "deriv",
            "already",
        ),
    ),
    # factor 2, squared error
    Wrong(
        "lb-squared-loss",
        "lenet_backward",
        changed(LB, ("(A3 - one_hot(Y)) / m", "2 * (A3 - one_hot(Y)) / m")),
        (
            "twice",
            "factor",
            "2 times",
        ),
    ),
    # db1 and db2 swapped
    Wrong(
        "lb-db-swapped",
        "lenet_backward",
        changed(LB, ("return dW1, db1, dW2, db2", "return dW1, db2, dW2, db1")),
        ("order",),
    ),
    # divides by the number of classes
    Wrong(
        "lb-m-classes",
        "lenet_backward",
        changed(LB, ("m = Y.size", "m = A3.shape[0]")),
        (
            "class",
            "example",
            "divid",
        ),
    ),
    # m = X.shape[0], which is 1
    Wrong(
        "lb-m-x0",
        "lenet_backward",
        changed(LB, ("m = Y.size", "m = X.shape[0]")),
        (
            "divid",
            "mean",
            "last",
        ),
    ),
    # A3 of the caches is changed
    Wrong(
        "lb-a3-in-place",
        "lenet_backward",
        changed(LB, ("dZ3 = (A3 - one_hot(Y)) / m", ("dZ3 = A3\n    dZ3[Y, np.arange(m)] -= 1\n    dZ3 /= m"))),
        (
            "changed",
            "unchanged",
            "caches",
            "copy",
            "argument",
        ),
    ),
    # A3 -= H changes the caches
    Wrong(
        "lb-a3-minus-in-place",
        "lenet_backward",
        changed(LB, ("dZ3 = (A3 - one_hot(Y)) / m", ("A3 -= one_hot(Y)\n    dZ3 = A3 / m"))),
        (
            "changed",
            "unchanged",
            "caches",
            "copy",
            "argument",
        ),
    ),
    # one-hot rows
    Wrong(
        "lb-one-hot-transposed",
        "lenet_backward",
        changed(LB, ("one_hot(Y)", "one_hot(Y).T")),
        (
            "one-hot",
            "one_hot",
            "transpos",
        ),
    ),
    # uses dW3 for W3 on the way back
    Wrong("lb-w3-updated", "lenet_backward", changed(LB, ("W3.T @ dZ3", "dW3.T @ dZ3")), ("W3",)),
    # dW1 from the ungated dA1 sum: db1 is a mean
    Wrong(
        "lb-forward-again-wrong",
        "lenet_backward",
        changed(
            LB,
            ("    return dW1", ("    db1 = dZ1.reshape(dZ1.shape[0], -1).mean(axis=1, keepdims=True)\n    return dW1")),
        ),
        ("mean",),
    ),
    # db3 is a mean
    Wrong(
        "lb-db3-mean",
        "lenet_backward",
        changed(LB, ("dZ3.sum(axis=1", "dZ3.mean(axis=1")),
        (
            "mean",
            "twice",
            "divid",
        ),
    ),
    # one-hot of Y - 1
    Wrong(
        "lb-y-shift",
        "lenet_backward",
        changed(LB, ("one_hot(Y)", "one_hot(Y - 1)")),
        (
            "label",
            "one-hot",
            "one_hot",
            "class",
        ),
    ),
    # divides by 2 m
    Wrong(
        "lb-m-sum-half",
        "lenet_backward",
        changed(LB, ("/ m\n", "/ (2 * m)\n")),
        (
            "half",
            "divid",
        ),
    ),
    # weight decay added
    Wrong(
        "lb-l2",
        "lenet_backward",
        changed(LB, ("    return dW1", ("    dW3 = dW3 + 0.01 * W3\n    return dW1"))),
        (
            "weight decay",
            "penalty",
            "regular",
            "extra",
        ),
    ),
    # gate asks Z2 at the wrong place: relu_deriv(Z2)[::2, ::2]
    Wrong(
        "lb-gate-z",
        "lenet_backward",
        changed(
            LB, ("relu_deriv(A2)", "relu_deriv(Z2[:, ::2, ::2])"), ("relu_deriv(A1)", "relu_deriv(Z1[:, ::2, ::2])")
        ),
        (
            "gate",
            "relu",
        ),
    ),
    # unpool by repeat / 4 instead of max_pool_backward
    Wrong(
        "lb-no-unpool-mean",
        "lenet_backward",
        changed(
            LB,
            (
                "max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)",
                "(dA2 * relu_deriv(A2)).repeat(2, axis=1).repeat(2, axis=2) / 4",
            ),
            (
                "max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)",
                "(dA1 * relu_deriv(A1)).repeat(2, axis=1).repeat(2, axis=2) / 4",
            ),
        ),
        (
            "pool",
            "largest",
        ),
    ),
    # the short last batch is dropped
    Wrong(
        "tl-drop-short",
        "train_lenet",
        changed(TL, ("range(0, m, batch_size)", "range(0, m - batch_size + 1, batch_size)")),
        (
            "last",
            "short",
            "left",
        ),
    ),
    # m // batch_size batches
    Wrong(
        "tl-drop-short-count",
        "train_lenet",
        changed(
            TL,
            (
                "for start in range(0, m, batch_size):",
                ("for k in range(m // batch_size):\n            start = k * batch_size"),
            ),
        ),
        (
            "last",
            "short",
            "left",
        ),
    ),
    # the last batch is always dropped, even a full one
    Wrong(
        "tl-drop-always",
        "train_lenet",
        changed(TL, ("range(0, m, batch_size)", "range(0, m - batch_size, batch_size)")),
        ("last",),
    ),
    # the order is drawn once
    Wrong(
        "tl-one-order",
        "train_lenet",
        changed(
            TL,
            ("        order = rng.permutation(m)\n", ""),
            ("    losses = []\n", ("    losses = []\n    order = rng.permutation(m)\n")),
        ),
        (
            "order",
            "epoch",
            "once",
        ),
    ),
    # no random order
    Wrong(
        "tl-no-shuffle",
        "train_lenet",
        changed(TL, ("rng.permutation(m)", "np.arange(m)")),
        (
            "order",
            "random",
            "shuffle",
        ),
    ),
    # default_rng(0) of its own
    Wrong(
        "tl-own-rng",
        "train_lenet",
        changed(TL, ("    losses = []\n", ("    losses = []\n    rng = np.random.default_rng(0)\n"))),
        ("rng",),
    ),
    # np.random.permutation
    Wrong("tl-global-rng", "train_lenet", changed(TL, ("rng.permutation", "np.random.permutation")), ("rng",)),
    # the same order each epoch: rng made anew
    Wrong(
        "tl-new-rng-each-epoch",
        "train_lenet",
        changed(TL, ("order = rng.permutation(m)", "order = np.random.default_rng(42).permutation(m)")),
        ("order",),
    ),
    # loss after the step
    Wrong(
        "tl-loss-after",
        "train_lenet",
        changed(
            TL,
            ("            losses.append(cross_entropy(caches[-1], Yb))\n", ""),
            (
                "zip(params, grads)]\n",
                ("zip(params, grads)]\n            losses.append(cross_entropy(lenet_forward(Xb, params)[-1], Yb))\n"),
            ),
        ),
        (
            "before",
            "after",
        ),
    ),
    # one loss an epoch
    Wrong(
        "tl-loss-epoch",
        "train_lenet",
        changed(
            TL,
            ("    for epoch in range(epochs):\n", ("    for epoch in range(epochs):\n        parts = []\n")),
            ("losses.append(", "parts.append("),
            ("zip(params, grads)]\n", ("zip(params, grads)]\n        losses.append(np.mean(parts))\n")),
        ),
        (
            "each batch",
            "every batch",
            "batch",
            "epoch",
        ),
    ),
    # loss appended outside the inner loop: last batch only
    Wrong(
        "tl-loss-last-of-epoch",
        "train_lenet",
        changed(
            TL,
            ("            losses.append(cross_entropy(caches[-1], Yb))\n", ""),
            ("zip(params, grads)]\n", ("zip(params, grads)]\n        losses.append(cross_entropy(caches[-1], Yb))\n")),
        ),
        (
            "each batch",
            "every batch",
            "batch",
            "epoch",
        ),
    ),
    # steps uphill
    Wrong(
        "tl-plus",
        "train_lenet",
        changed(TL, ("p - alpha", "p + alpha")),
        (
            "uphill",
            "sign",
            "minus",
            "subtract",
            "plus",
        ),
    ),
    # each step takes all digits
    Wrong(
        "tl-full-gradient",
        "train_lenet",
        changed(TL, ("Xb, Yb = X[..., batch], Y[batch]", "Xb, Yb = X, Y")),
        (
            "batch",
            "whole",
        ),
    ),
    # labels are not taken with the batch
    Wrong(
        "tl-labels-unshuffled",
        "train_lenet",
        changed(TL, ("Y[batch]", "Y[start:start + batch_size]")),
        (
            "label",
            "belong",
        ),
    ),
    # pictures are not taken with the batch
    Wrong(
        "tl-pictures-unshuffled",
        "train_lenet",
        changed(TL, ("X[..., batch]", "X[..., start:start + batch_size]")),
        (
            "label",
            "picture",
            "belong",
        ),
    ),
    # drawn with replacement
    Wrong(
        "tl-replacement",
        "train_lenet",
        changed(TL, ("rng.permutation(m)", "rng.integers(0, m, m)")),
        (
            "each",
            "once",
            "twice",
            "replacement",
            "every",
        ),
    ),
    # only one epoch
    Wrong("tl-one-epoch", "train_lenet", changed(TL, ("range(epochs)", "range(1)")), ("epoch",)),
    # one epoch too few
    Wrong("tl-epoch-short", "train_lenet", changed(TL, ("range(epochs)", "range(1, epochs)")), ("epoch",)),
    # one epoch too many
    Wrong("tl-epoch-long", "train_lenet", changed(TL, ("range(epochs)", "range(epochs + 1)")), ("epoch",)),
    # each step starts from the original params
    Wrong(
        "tl-not-carried",
        "train_lenet",
        changed(TL, ("            params = [", "            new = ["), ("return params,", "return new,")),
        (
            "start",
            "original",
            "carried",
            "next batch",
            "params",
            "replace",
        ),
    ),
    # trained are thrown away: params returned as given
    Wrong(
        "tl-not-returned",
        "train_lenet",
        changed(TL, ("            params = [", "            new = [")),
        (
            "unchanged",
            "not trained",
            "as they",
            "start",
            "original",
            "replace",
            "step",
        ),
    ),
    # losses, params
    Wrong(
        "tl-swapped",
        "train_lenet",
        changed(TL, ("return params, losses", "return losses, params")),
        (
            "order",
            "params first",
            "swap",
        ),
    ),
    # losses missing
    Wrong("tl-params-only", "train_lenet", changed(TL, ("return params, losses", "return params")), ("losses",)),
    # only the weights are updated
    Wrong(
        "tl-weights-only",
        "train_lenet",
        changed(
            TL,
            (
                "[p - alpha * g for p, g in zip(params, grads)]",
                "[p - alpha * g if p.shape[-1] > 1 else p for p, g in zip(params, grads)]",
            ),
        ),
        ("bias",),
    ),
    # gradient divided by the batch size again
    Wrong(
        "tl-over-batch",
        "train_lenet",
        changed(TL, ("alpha * g", "alpha / len(batch) * g")),
        (
            "divid",
            "twice",
            "batch",
        ),
    ),
    # gradient times batch size
    Wrong(
        "tl-times-batch",
        "train_lenet",
        changed(TL, ("alpha * g", "alpha * len(batch) * g")),
        (
            "times",
            "batch",
            "large",
            "multipl",
        ),
    ),
    # short batch counts less: rescaled by len / batch_size
    Wrong(
        "tl-over-batch-size",
        "train_lenet",
        changed(TL, ("alpha * g", "alpha * len(batch) / batch_size * g")),
        (
            "short",
            "last",
            "batch",
            "mean",
        ),
    ),
    # a batch is one short
    Wrong(
        "tl-batch-off-by-one",
        "train_lenet",
        changed(TL, ("order[start:start + batch_size]", "order[start:start + batch_size - 1]")),
        (
            "batch",
            "miss",
            "left",
            "every",
        ),
    ),
    # alpha 0.1 always
    Wrong("tl-alpha-fixed", "train_lenet", changed(TL, ("p - alpha * g", "p - 0.1 * g")), ("alpha",)),
    # no alpha
    Wrong("tl-no-alpha", "train_lenet", changed(TL, ("p - alpha * g", "p - g")), ("alpha",)),
    # batches of 32 always
    Wrong(
        "tl-batch-32",
        "train_lenet",
        changed(TL, ("    m = Y.size\n", ("    m = Y.size\n    batch_size = 32\n"))),
        (
            "batch_size",
            "batch",
        ),
    ),
    # always the first batch
    Wrong(
        "tl-first-batch",
        "train_lenet",
        changed(TL, ("order[start:start + batch_size]", "order[:batch_size]")),
        (
            "first",
            "batch",
            "same",
        ),
    ),
    # shuffles the caller's X and Y in place
    Wrong(
        "tl-x-in-place",
        "train_lenet",
        changed(
            TL,
            (
                "order = rng.permutation(m)",
                (
                    "order = rng.permutation(m)\n"
                    "        X[...] = X[..., order]\n"
                    "        Y[:] = Y[order]\n"
                    "        order = np.arange(m)"
                ),
            ),
        ),
        (
            "changed",
            "unchanged",
            "argument",
        ),
    ),
    # evenly sized batches by array_split
    Wrong(
        "tl-array-split",
        "train_lenet",
        changed(
            TL,
            (
                ("for start in range(0, m, batch_size):\n            batch = order[start:start + batch_size]"),
                "for batch in np.array_split(order, -(-m // batch_size)):",
            ),
        ),
        (
            "batch_size",
            "size",
            "even",
            "last",
            "batch",
        ),
    ),
    # loss of all digits each time
    Wrong(
        "tl-loss-all",
        "train_lenet",
        changed(TL, ("cross_entropy(caches[-1], Yb)", "cross_entropy(lenet_forward(X, params)[-1], Y)")),
        ("batch",),
    ),
    # returns the last loss only
    Wrong(
        "tl-loss-float",
        "train_lenet",
        changed(TL, ("return params, losses", "return params, losses[-1]")),
        (
            "list",
            "every",
            "each",
            "last",
        ),
    ),
    # alpha falls every epoch
    Wrong(
        "tl-decay",
        "train_lenet",
        changed(TL, ("        order =", ("        alpha = alpha * 0.95 if epoch else alpha\n        order ="))),
        (
            "alpha",
            "rate",
            "epoch",
        ),
    ),
    # momentum
    Wrong(
        "tl-momentum",
        "train_lenet",
        changed(
            TL,
            ("    losses = []\n", ("    losses = []\n    v = [0 * p for p in params]\n")),
            (
                "            params = [p - alpha * g for p, g in zip(params, grads)]",
                (
                    "            v = [0.9 * a + g for a, g in zip(v, grads)]\n"
                    "            params = [p - alpha * a for p, a in zip(params, v)]"
                ),
            ),
        ),
        (
            "momentum",
            "gradient",
            "step",
        ),
    ),
    # returns the params of the lowest loss
    Wrong(
        "tl-best",
        "train_lenet",
        changed(
            TL,
            ("    losses = []\n", ("    losses = []\n    best = (np.inf, params)\n")),
            (
                "            grads",
                ("            best = min(best, (losses[-1], params), key=lambda pair: pair[0])\n            grads"),
            ),
            ("return params, losses", "return best[1], losses"),
        ),
        (
            "last",
            "best",
            "lowest",
        ),
    ),
    # losses in a default argument: kept between calls
    Wrong(
        "tl-state",
        "train_lenet",
        changed(TL, ("epochs, rng):", "epochs, rng, losses=[]):"), ("    losses = []\n", "")),
        (
            "call",
            "list",
            "default",
            "before",
            "kept",
            "too many",
            "earlier",
        ),
    ),
    # loss times batch size (sum)
    Wrong(
        "tl-loss-sum",
        "train_lenet",
        changed(TL, ("cross_entropy(caches[-1], Yb))", "cross_entropy(caches[-1], Yb) * len(batch))")),
        (
            "mean",
            "batch",
        ),
    ),
    # keeps the accuracy instead of the loss
    Wrong(
        "tl-accuracy",
        "train_lenet",
        changed(TL, ("cross_entropy(caches[-1], Yb))", "np.mean(caches[-1].argmax(0) == Yb))")),
        (
            "loss",
            "accuracy",
        ),
    ),
    # forward once per epoch: gradients from old params
    Wrong(
        "tl-stale-gradients",
        "train_lenet",
        changed(
            TL,
            ("        order =", ("        old = params\n        order =")),
            ("lenet_forward(Xb, params)", "lenet_forward(Xb, old)"),
            ("Yb, params, caches", "Yb, old, caches"),
        ),
        (
            "params",
            "each batch",
            "epoch",
            "step",
        ),
    ),
    # return inside the epoch loop
    Wrong(
        "tl-return-early",
        "train_lenet",
        changed(TL, ("    return params, losses", "        return params, losses")),
        ("epoch",),
    ),
    # frame pad + 1
    Wrong(
        "pad2-one-more",
        "pad_images",
        changed(PADNP, ("(pad, pad), (pad, pad)", "(pad + 1, pad + 1), (pad + 1, pad + 1)")),
        (
            "too wide",
            "wider",
        ),
    ),
    # wraps round
    Wrong(
        "pad2-wrap",
        "pad_images",
        changed(PADNP, ("(0, 0)))", '(0, 0)), mode="wrap")')),
        (
            "zero",
            "wrap",
            "other side",
        ),
    ),
    # frame of -1
    Wrong("pad2-minus-one", "pad_images", changed(PADNP, ("(0, 0)))", "(0, 0)), constant_values=-1)")), ("zero",)),
    # frame of the mean
    Wrong("pad2-mean", "pad_images", changed(PADNP, ("(0, 0)))", '(0, 0)), mode="mean")')), ("zero",)),
    # pads channels, height and width
    Wrong(
        "pad2-channel-axis",
        "pad_images",
        changed(PADNP, ("(0, 0), (pad, pad), (pad, pad), (0, 0)", "(pad, pad), (pad, pad), (pad, pad), (0, 0)")),
        ("channel",),
    ),
    # starts at pad - 1
    Wrong(
        "pad2-shifted",
        "pad_images",
        changed(
            PAD,
            ("pad:pad + h, pad:pad + w", "max(pad - 1, 0):max(pad - 1, 0) + h, max(pad - 1, 0):max(pad - 1, 0) + w"),
        ),
        (
            "shift",
            "middle",
            "corner",
        ),
    ),
    # pads and transposes
    Wrong(
        "pad2-transposed",
        "pad_images",
        changed(PAD, ("return out", "return out.transpose(0, 2, 1, 3)")),
        (
            "transpos",
            "rows and columns",
            "height and width",
        ),
    ),
    # uses height for width
    Wrong(
        "pad2-square",
        "pad_images",
        changed(PAD, ("w + 2 * pad, m", "h + 2 * pad, m")),
        (
            "width",
            "square",
            "height",
        ),
    ),
    # loses channels
    Wrong(
        "pad2-sum-channels",
        "pad_images",
        changed(PAD, ("return out", "return out[:1]")),
        (
            "channel",
            "too short",
        ),
    ),
    # ceil without + 1
    Wrong(
        "cos2-ceil-noplus",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return -(-(size + 2 * pad - kernel) // stride)
""",
        (
            "\\+ ?1",
            "add 1",
            "round",
            "plus",
            "but the one at the very end",
        ),
    ),
    # subtracts kernel - 1 but adds 1 too
    Wrong("cos2-kernel-minus-1", "conv_output_size", changed(COS, ("- kernel)", "- (kernel - 1))")), ("kernel",)),
    # subtracts kernel twice
    Wrong(
        "cos2-two-kernels",
        "conv_output_size",
        changed(COS, ("- kernel)", "- 2 * kernel)")),
        (
            "kernel",
            "twice",
        ),
    ),
    # pad ** 2
    Wrong(
        "cos2-pad-squared",
        "conv_output_size",
        changed(COS, ("2 * pad", "pad ** 2")),
        (
            "twice",
            "frame",
            "power",
        ),
    ),
    # returns text
    Wrong(
        "cos2-string",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return str((size + 2 * pad - kernel) // stride + 1)
""",
        ("text",),
    ),
    # the last start, not the count
    Wrong(
        "cos2-last-start",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return list(range(0, size + 2 * pad - kernel + 1, stride))[-1]
""",
        (
            "\\+ ?1",
            "place",
            "start",
            "stride",
            "number",
        ),
    ),
    # the list of starts
    Wrong(
        "cos2-starts",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return list(range(0, size + 2 * pad - kernel + 1, stride))
""",
        (
            "one number",
            "list",
            "shape",
            "count",
            "number",
        ),
    ),
    # range without + 1
    Wrong(
        "cos2-range-short",
        "conv_output_size",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return len(range(0, size + 2 * pad - kernel, stride))
""",
        (
            "last",
            "\\+ ?1",
            "add 1",
            "before",
        ),
    ),
    # kernel rows reversed only
    Wrong(
        "im2-full-reverse-rows",
        "im2col",
        changed(IM, ("cols[:, i, j]", "cols[:, kernel - 1 - i, j]")),
        (
            "upside",
            "revers",
            "flip",
            "turn",
        ),
    ),
    # columns hstacked per example
    Wrong(
        "im2-loop-row-major-patch",
        "im2col",
        r"""
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    columns = []
    for n in range(m):
        for i in range(0, h - kernel + 1, stride):
            for j in range(0, w - kernel + 1, stride):
                columns.append(X[:, i:i + kernel, j:j + kernel, n].ravel())
    return np.array(columns).T
""",
        ("example",),
    ),
    # patches as rows, loop
    Wrong(
        "im2-loop-rows",
        "im2col",
        changed(IMLOOP, ("    return cols", "    return cols.T")),
        (
            "transpos",
            "column",
        ),
    ),
    # patch ravelled in order F
    Wrong(
        "im2-fortran-patch",
        "im2col",
        changed(IMLOOP, ("patch.reshape(-1)", "patch.ravel(order='F')")),
        (
            "order",
            "channel",
            "column",
        ),
    ),
    # channels averaged
    Wrong(
        "im2-channel-mean",
        "im2col",
        changed(
            IM, ("    c, h, w, m = X.shape\n", ("    X = X.mean(axis=0, keepdims=True)\n    c, h, w, m = X.shape\n"))
        ),
        ("channel",),
    ),
    # i * stride within the kernel
    Wrong(
        "im2-stride-kernel-offset",
        "im2col",
        changed(
            IM,
            (
                "i:i + stride * oh:stride, j:j + stride * ow:stride",
                "i * stride:i * stride + oh, j * stride:j * stride + ow",
            ),
        ),
        (
            "stride",
            "kernel",
            "step",
        ),
    ),
    # stride only for rows: width as if 1
    Wrong(
        "im2-stride-rows-only",
        "im2col",
        changed(
            IM, ("ow = (w - kernel) // stride + 1", "ow = w - kernel + 1"), ("j:j + stride * ow:stride", "j:j + ow")
        ),
        (
            "stride",
            "column",
            "both",
        ),
    ),
    # rounds the number of places up
    Wrong(
        "im2-ceil",
        "im2col",
        changed(
            IM,
            ("(h - kernel) // stride + 1", "-(-(h - kernel) // stride) + 1"),
            ("(w - kernel) // stride + 1", "-(-(w - kernel) // stride) + 1"),
        ),
        (
            "round",
            "edge",
        ),
    ),
    # X[..., 0] used, columns of one picture
    Wrong(
        "im2-one-picture-only",
        "im2col",
        changed(IM, ("    c, h, w, m = X.shape\n", ("    X = X[..., :1]\n    c, h, w, m = X.shape\n"))),
        (
            "picture",
            "example",
        ),
    ),
    # channels order reversed
    Wrong(
        "im2-append-twice",
        "im2col",
        changed(IM, ("return cols", ("cols = cols[::-1]\n    return cols"))),
        (
            "channel",
            "order",
            "revers",
        ),
    ),
    # no return
    Wrong(
        "im2-no-return",
        "im2col",
        r"""
def im2col(X, kernel, stride):
    channels, height, width, m = X.shape
    out_h = conv_output_size(height, kernel, stride, 0)
    out_w = conv_output_size(width, kernel, stride, 0)
    cols = np.zeros((channels * kernel * kernel, out_h * out_w * m))
    for i in range(out_h):
        for j in range(out_w):
            for n in range(m):
                patch = X[:, i * stride:i * stride + kernel, j * stride:j * stride + kernel, n]
                cols[:, (i * out_w + j) * m + n] = patch.reshape(-1)
""",
        ("return",),
    ),
    # b.T, broadcast fails
    Wrong(
        "cf2-bias-shape",
        "conv_forward",
        changed(CF, ("@ cols + b", "@ cols + b.T")),
        (
            "bias",
            "broadcast",
            "shape",
        ),
    ),
    # W.reshape(f, -1).T: product fails
    Wrong(
        "cf2-transposed-w",
        "conv_forward",
        changed(CF, ("W.reshape(f, c * k * k)", "W.reshape(f, c * k * k).T")),
        (
            "transpos",
            "matri",
        ),
    ),
    # * for @
    Wrong(
        "cf2-times",
        "conv_forward",
        changed(CF, (" @ cols", " * cols")),
        (
            "product",
            "broadcast",
            "shape",
        ),
    ),
    # absolute value
    Wrong(
        "cf2-abs",
        "conv_forward",
        changed(CF, ("return Z", ("Z = np.abs(Z)\n    return Z"))),
        (
            "sign",
            "negative",
        ),
    ),
    # only the first filter's map is filled
    Wrong(
        "cf2-only-first-filter-maps",
        "conv_forward",
        changed(CFLOOP, ("range(filters)", "range(1)")),
        (
            "filter",
            "first channel only",
        ),
    ),
    # the last row and column of places missing
    Wrong(
        "cf2-loop-short",
        "conv_forward",
        changed(CFLOOP, ("range(oh)", "range(oh - 1)"), ("range(ow)", "range(ow - 1)")),
        (
            "last",
            "range",
        ),
    ),
    # max over channels rather than sum
    Wrong(
        "cf2-max-channel",
        "conv_forward",
        changed(
            CFLOOP,
            (
                "np.sum(patch * W[f][..., None], axis=(0, 1, 2))",
                "np.sum(patch * W[f][..., None], axis=(1, 2)).max(axis=0)",
            ),
        ),
        ("channel",),
    ),
    # loop over channels overwrites: last channel only
    Wrong(
        "cf2-assign-channel",
        "conv_forward",
        r"""
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    P = pad_images(X, pad)
    oh = conv_output_size(X.shape[1], k, stride, pad)
    ow = conv_output_size(X.shape[2], k, stride, pad)
    for channel in range(c):
        Z = W[:, channel].reshape(f, -1) @ im2col(P[channel:channel + 1], k, stride)
    return (Z + b).reshape(f, oh, ow, X.shape[3])
""",
        (
            "channel",
            "last",
        ),
    ),
    # divides by kernel squared
    Wrong(
        "cf2-normalised",
        "conv_forward",
        changed(CF, (" @ cols + b", " @ cols / k ** 2 + b")),
        (
            "divid",
            "mean",
        ),
    ),
    # no + 1: reshape fails
    Wrong(
        "cf2-out-no-plus-one",
        "conv_forward",
        changed(
            CF,
            ("conv_output_size(h, k, stride, pad)", "(h + 2 * pad - k) // stride"),
            ("conv_output_size(w, k, stride, pad)", "(w + 2 * pad - k) // stride"),
        ),
        (
            "\\+ ?1",
            "size",
            "reshape",
        ),
    ),
    # size counts pad once: reshape fails
    Wrong(
        "cf2-pad-once",
        "conv_forward",
        changed(
            CF,
            ("conv_output_size(h, k, stride, pad)", "(h + pad - k) // stride + 1"),
            ("conv_output_size(w, k, stride, pad)", "(w + pad - k) // stride + 1"),
        ),
        (
            "both",
            "frame",
            "once",
        ),
    ),
    # m first in the reshape
    Wrong(
        "cf2-examples-first",
        "conv_forward",
        changed(CF, ("Z.reshape(f, oh, ow, m)", "Z.reshape(m, f, oh, ow)")),
        (
            "example",
            "last",
            "order",
        ),
    ),
    # median
    Wrong(
        "mp2-median",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    return np.median(X.reshape(c, h // size, size, w // size, size, m), axis=(2, 4))
""",
        (
            "median",
            "largest",
        ),
    ),
    # bottom right only
    Wrong(
        "mp2-bottom-right",
        "max_pool",
        r"""
def max_pool(X, size):
    return X[:, size - 1::size, size - 1::size]
""",
        (
            "lower right",
            "bottom right",
            "last",
        ),
    ),
    # index in whole map
    Wrong(
        "mp2-argmax-flat",
        "max_pool",
        changed(MPLOOP, (".max(axis=(1, 2))", ".argmax(axis=1).max(axis=1)")),
        (
            "place",
            "position",
            "where",
            "index",
        ),
    ),
    # one maximum for the map
    Wrong(
        "mp2-whole-map",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    return np.broadcast_to(X.max(axis=(1, 2), keepdims=True), (c, h // size, w // size, m)).copy()
""",
        (
            "square",
            "whole",
        ),
    ),
    # max spread back to X's shape
    Wrong(
        "mp2-same-shape",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    p = X.reshape(c, h // size, size, w // size, size, m).max(axis=(2, 4))
    return p.repeat(size, 1).repeat(size, 2)
""",
        (
            "shape",
            "size",
            "smaller",
        ),
    ),
    # starts with one
    Wrong(
        "mp2-ones-start",
        "max_pool",
        r"""
def max_pool(X, size):
    c, h, w, m = X.shape
    best = np.ones((c, h // size, w // size, m))
    for i in range(size):
        for j in range(size):
            best = np.maximum(best, X[:, i::size, j::size])
    return best
""",
        ("start",),
    ),
    # X[:, i:i+size] loops with step wrong: [i*size:i*size+1]
    Wrong(
        "mp2-slice-i",
        "max_pool",
        changed(
            MPLOOP, ("i * size:(i + 1) * size, j * size:(j + 1) * size", "i * size:i * size + 1, j * size:j * size + 1")
        ),
        (
            "square",
            "corner",
            "first",
            "left",
        ),
    ),
    # returns last of loop: largest = instead of np.maximum
    Wrong(
        "mp2-max-of-row",
        "max_pool",
        r"""
def max_pool(X, size):
    for i in range(size):
        for j in range(size):
            largest = X[:, i::size, j::size]
    return largest
""",
        (
            "last",
            "compar",
            "right",
            "overwrit",
        ),
    ),
    # rows reversed within the maps
    Wrong(
        "fl2-swap",
        "flatten",
        r"""
def flatten(A):
    return A[:, ::-1].reshape(-1, A.shape[-1])
""",
        (
            "order",
            "revers",
            "upside",
        ),
    ),
    # np.append of channels twice
    Wrong(
        "fl2-double",
        "flatten",
        r"""
def flatten(A):
    f = A.reshape(-1, A.shape[-1])
    return np.vstack([f, f])
""",
        (
            "twice",
            "long",
            "shape",
        ),
    ),
    # returns A
    Wrong(
        "fl2-same",
        "flatten",
        r"""
def flatten(A):
    return A
""",
        (
            "shape",
            "unchanged",
            "argument",
        ),
    ),
    # squeeze
    Wrong(
        "fl2-squeeze",
        "flatten",
        r"""
def flatten(A):
    return A.squeeze()
""",
        (
            "shape",
            "axes",
            "reshape",
        ),
    ),
    # sorted
    Wrong(
        "fl2-sorted",
        "flatten",
        r"""
def flatten(A):
    return np.sort(A.reshape(-1, A.shape[-1]), axis=0)
""",
        (
            "order",
            "sort",
        ),
    ),
    # c, h*w, m
    Wrong(
        "fl2-three",
        "flatten",
        r"""
def flatten(A):
    c, h, w, m = A.shape
    return A.reshape(c, h * w, m)
""",
        (
            "channel",
            "axis",
            "axes",
        ),
    ),
    # relu
    Wrong(
        "fl2-relu",
        "flatten",
        r"""
def flatten(A):
    return np.maximum(0, A).reshape(-1, A.shape[-1])
""",
        (
            "negative",
            "relu",
            "sign",
        ),
    ),
    # reshape(-1, shape[0])
    Wrong(
        "fl2-m-minus1",
        "flatten",
        r"""
def flatten(A):
    return A.reshape(-1, A.shape[0])
""",
        (
            "last",
            "channel",
            "example",
            "first axis",
        ),
    ),
    # q rounds: uses round/2 + 1
    Wrong(
        "il2-ceil",
        "init_lenet",
        changed(
            IL,
            (
                "((image_size - kernel + 1) // 2 - kernel + 1) // 2",
                "((image_size - kernel + 1) // 2 - kernel + 1) // 2 + 1",
            ),
        ),
        (
            "column",
            "size",
        ),
    ),
    # q with / : float sizes
    Wrong(
        "il2-float-q",
        "init_lenet",
        changed(
            IL,
            ("((image_size - kernel + 1) // 2 - kernel + 1) // 2", "((image_size - kernel + 1) / 2 - kernel + 1) / 2"),
        ),
        (
            "float",
            "whole",
        ),
    ),
    # W3 all zero
    Wrong(
        "il2-w3-zero",
        "init_lenet",
        changed(
            IL,
            ("rng.normal(0, np.sqrt(2 / (f2 * q * q)), (n_classes, f2 * q * q))", "np.zeros((n_classes, f2 * q * q))"),
        ),
        ("zero",),
    ),
    # biases (1, f)
    Wrong(
        "il2-bias-row",
        "init_lenet",
        changed(IL, ("(f1, 1))", "(1, f1))"), ("(f2, 1))", "(1, f2))"), ("(n_classes, 1))\n", "(1, n_classes))\n")),
        (
            "column",
            "bias",
        ),
    ),
    # W1 (k, k, 1, f1)
    Wrong(
        "il2-channel-last", "init_lenet", changed(IL, ("(f1, 1, kernel, kernel)", "(kernel, kernel, 1, f1)")), ("W1",)
    ),
    # W1 (f1, k*k)
    Wrong("il2-flat-weights", "init_lenet", changed(IL, ("(f1, 1, kernel, kernel)", "(f1, kernel * kernel)")), ("W1",)),
    # all weights one
    Wrong(
        "il2-ones",
        "init_lenet",
        changed(
            IL, ("rng.normal(0, np.sqrt(2 / kernel ** 2), (f1, 1, kernel, kernel))", "np.ones((f1, 1, kernel, kernel))")
        ),
        (
            "alike",
            "same",
            "random",
        ),
    ),
    # W3 has f1 not f2 maps
    Wrong(
        "il2-n-out-classes",
        "init_lenet",
        changed(IL, ("(n_classes, f2 * q * q))", "(n_classes, f1 * q * q))")),
        ("W3",),
    ),
    # a dict
    Wrong(
        "il2-dict",
        "init_lenet",
        changed(
            IL, ("return W1, b1, W2, b2, W3, b3", "return {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2, 'W3': W3, 'b3': b3}")
        ),
        (
            "dict",
            "tuple",
            "values",
        ),
    ),
    # uniform ±5
    Wrong(
        "il2-uniform-big",
        "init_lenet",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.uniform(-5, 5, (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.uniform(-5, 5, (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.uniform(-5, 5, (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (
            "large",
            "spread",
        ),
    ),
    # absolute values
    Wrong(
        "il2-abs",
        "init_lenet",
        changed(IL, ("return W1, b1, W2, b2, W3, b3", "return abs(W1), b1, abs(W2), b2, abs(W3), b3")),
        (
            "centre",
            "positive",
            "negative",
            "mean",
        ),
    ),
    # rng made from the seed 42 outside
    Wrong(
        "il2-seeded-each",
        "init_lenet",
        changed(
            IL, ("    f1, f2 = filters\n", ("    f1, f2 = filters\n    np.random.seed(42)\n    rng = np.random\n"))
        ),
        (
            "seed",
            "generator",
        ),
    ),
    # A1 is pooled relu but A2 = relu(Z2) unpooled in return
    Wrong(
        "lf2-relu-on-z-too",
        "lenet_forward",
        changed(LF, ("return Z1, A1, Z2, A2, A3", "return Z1, A1, Z2, relu(Z2), A3")),
        (
            "pool",
            "A2 has the shape",
        ),
    ),
    # returns X for Z1
    Wrong("lf2-first-z", "lenet_forward", changed(LF, ("return Z1,", "return X,")), ("Z1",)),
    # b3 twice
    Wrong(
        "lf2-b3-twice",
        "lenet_forward",
        changed(LF, ("+ b3", "+ 2 * b3")),
        (
            "twice",
            "bias",
        ),
    ),
    # exp without normalising
    Wrong(
        "lf2-exp-only",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", "A3 = np.exp(Z3)")),
        (
            "softmax",
            "divid",
        ),
    ),
    # log of softmax
    Wrong(
        "lf2-log-softmax",
        "lenet_forward",
        changed(LF, ("A3 = softmax(Z3)", "A3 = np.log(softmax(Z3))")),
        (
            "softmax",
            "logarithm",
        ),
    ),
    # A2 returned flat
    Wrong(
        "lf2-flat-a2",
        "lenet_forward",
        changed(LF, ("    Z3 = W3 @ flatten(A2) + b3\n", ("    A2 = flatten(A2)\n    Z3 = W3 @ A2 + b3\n"))),
        ("flat",),
    ),
    # W3.T
    Wrong("lf2-w3t", "lenet_forward", changed(LF, ("W3 @", "W3.T @")), ("transpos",)),
    # W1 used twice: fails for channels
    Wrong(
        "lf2-same-weights",
        "lenet_forward",
        changed(LF, ("A1, W2, b2", "A1, W1, b1")),
        (
            "W2",
            "W1",
        ),
    ),
    # tanh
    Wrong(
        "lf2-tanh",
        "lenet_forward",
        changed(
            LF,
            ("relu(max_pool(Z1, 2))", "np.tanh(max_pool(Z1, 2))"),
            ("relu(max_pool(Z2, 2))", "np.tanh(max_pool(Z2, 2))"),
        ),
        (
            "relu",
            "tanh",
        ),
    ),
    # sigmoid
    Wrong(
        "lf2-sigmoid-hidden",
        "lenet_forward",
        changed(
            LF,
            ("relu(max_pool(Z1, 2))", "1 / (1 + np.exp(-max_pool(Z1, 2)))"),
            ("relu(max_pool(Z2, 2))", "1 / (1 + np.exp(-max_pool(Z2, 2)))"),
        ),
        (
            "relu",
            "sigmoid",
        ),
    ),
    # relu_deriv for relu
    Wrong(
        "lf2-relu-deriv",
        "lenet_forward",
        changed(
            LF,
            ("relu(max_pool(Z1, 2))", "relu_deriv(max_pool(Z1, 2)).astype(float)"),
            ("relu(max_pool(Z2, 2))", "relu_deriv(max_pool(Z2, 2)).astype(float)"),
        ),
        (
            "relu",
            "deriv",
        ),
    ),
    # A3 missing
    Wrong("lf2-four", "lenet_forward", changed(LF, ("return Z1, A1, Z2, A2, A3", "return Z1, A1, Z2, A2")), ("five",)),
    # reversed order
    Wrong(
        "lf2-reversed",
        "lenet_forward",
        changed(LF, ("return Z1, A1, Z2, A2, A3", "return A3, A2, Z2, A1, Z1")),
        ("order",),
    ),
    # 1.0-based etc: returns A3 max index as share
    Wrong(
        "lp2-float-one",
        "lenet_predictions",
        changed(LP, ("axis=0)", "axis=0) / 10")),
        (
            "class",
            "divid",
            "place",
            "times",
            "1/10 of",
        ),
    ),
    # takes A1
    Wrong(
        "lp2-a1",
        "lenet_predictions",
        changed(LP, ("[-1]", "[1]"), ("np.argmax(A3, axis=0)", "np.argmax(flatten(A3), axis=0)")),
        (
            "last",
            "probabilit",
        ),
    ),
    # takes A1, argmax axis 0
    Wrong(
        "lp2-a1-3d",
        "lenet_predictions",
        changed(LP, ("[-1]", "[1]")),
        (
            "last",
            "shape",
            "probabilit",
        ),
    ),
    # takes A2, argmax axis 0 without flatten
    Wrong(
        "lp2-a2-3d",
        "lenet_predictions",
        changed(LP, ("[-1]", "[-2]")),
        (
            "last",
            "shape",
            "probabilit",
        ),
    ),
    # last picture not read
    Wrong(
        "lp2-loop-one-missing",
        "lenet_predictions",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    out = np.zeros(X.shape[-1], dtype=int)
    for n in range(X.shape[-1] - 1):
        out[n] = A3[:, n].argmax()
    return out
""",
        (
            "last",
            "picture",
            "range",
        ),
    ),
    # np.nonzero(A3 == max) rows in order of row
    Wrong(
        "lp2-nonzero",
        "lenet_predictions",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return np.where(A3 == A3.max(axis=0))[0]
""",
        (
            "order",
            "nonzero",
            "argmax",
            "picture",
        ),
    ),
    # returns class and probability
    Wrong(
        "lp2-pairs",
        "lenet_predictions",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return A3.argmax(axis=0), A3.max(axis=0)
""",
        (
            "only",
            "class",
            "shape",
            "tuple",
        ),
    ),
    # prints only
    Wrong(
        "lp2-print",
        "lenet_predictions",
        r"""
def lenet_predictions(X, params):
    print(np.argmax(lenet_forward(X, params)[-1], axis=0))
""",
        ("return",),
    ),
    # stride in rows only
    Wrong(
        "ci2-row-only-stride",
        "col2im",
        changed(CILOOP, ("j * stride:j * stride + kernel", "j:j + kernel")),
        (
            "stride",
            "column",
            "broadcast",
            "both",
        ),
    ),
    # only the first picture
    Wrong(
        "ci2-first-example",
        "col2im",
        changed(CI, ("+= patches[:, i, j]", "+= patches[:, i, j, :, :, :1]")),
        (
            "picture",
            "example",
        ),
    ),
    # start computed with the example slowest
    Wrong(
        "ci2-loop-example-slow",
        "col2im",
        changed(
            CILOOP,
            (
                (
                    "            start = (i * ow + j) * m\n"
                    "            patch = cols[:, start:start + m].reshape(c, kernel, kernel, m)"
                ),
                "            patch = cols[:, i * ow + j::oh * ow].reshape(c, kernel, kernel, m)",
            ),
        ),
        ("example",),
    ),
    # i * oh + j
    Wrong(
        "ci2-loop-wrong-index",
        "col2im",
        changed(CILOOP, ("(i * ow + j) * m", "(i * oh + j) * m")),
        (
            "width",
            "square",
            "height",
        ),
    ),
    # patch upside down only
    Wrong(
        "ci2-reversed-rows",
        "col2im",
        changed(CI, ("patches[:, i, j]", "patches[:, kernel - 1 - i, j]")),
        (
            "upside",
            "revers",
            "turn",
            "flip",
        ),
    ),
    # added twice
    Wrong(
        "ci2-twice",
        "col2im",
        changed(CI, ("return X", "return 2 * X")),
        (
            "twice",
            "2 times",
        ),
    ),
    # cols scaled in place
    Wrong(
        "ci2-in-cols",
        "col2im",
        changed(CI, ("    X = np.zeros(shape)\n", ("    cols /= 2\n    X = np.zeros(shape)\n"))),
        (
            "divid",
            "changed",
            "kernel",
            "half",
            "factor",
        ),
    ),
    # loop over places short
    Wrong(
        "ci2-outer-only",
        "col2im",
        changed(CILOOP, ("range(oh)", "range(oh - 1)"), ("range(ow)", "range(ow - 1)")),
        (
            "last",
            "place",
            "range",
        ),
    ),
    # sizes without stride: reshape fails
    Wrong(
        "ci2-no-stride-size",
        "col2im",
        changed(CI, ("(h - kernel) // stride + 1", "h - kernel + 1"), ("(w - kernel) // stride + 1", "w - kernel + 1")),
        (
            "stride",
            "reshape",
            "size",
        ),
    ),
    # slice end forgets the stride: += fails
    Wrong(
        "ci2-slice-end",
        "col2im",
        changed(CI, ("i:i + stride * oh:stride, j:j + stride * ow:stride", "i:i + oh:stride, j:j + ow:stride")),
        (
            "stride",
            "slice",
        ),
    ),
    # X padded, dX of the unpadded shape in col2im: fails
    Wrong(
        "cb2-dx-no-pad-shape",
        "conv_backward",
        changed(CB, ("col2im(dcols, P.shape", "col2im(dcols, X.shape"), ("dP[:, pad:pad + h, pad:pad + w]", "dP")),
        (
            "frame",
            "shape",
            "reshape",
        ),
    ),
    # db added to dW
    Wrong(
        "cb2-w-flat-add",
        "conv_backward",
        changed(
            CB, ("(D @ cols.T).reshape(W.shape)", "(D @ cols.T).reshape(W.shape) + D.sum(axis=1).reshape(-1, 1, 1, 1)")
        ),
        ("dW",),
    ),
    # everything divided by places
    Wrong(
        "cb2-dz-mean-places",
        "conv_backward",
        changed(CB, ("    D = dZ.reshape(f, -1)\n", "    D = dZ.reshape(f, -1) / (dZ.shape[1] * dZ.shape[2])\n")),
        (
            "divid",
            "place",
        ),
    ),
    # dX negative
    Wrong(
        "cb2-dx-sign",
        "conv_backward",
        changed(CB, ("    return dX", ("    dX = -dX\n    return dX"))),
        (
            "sign",
            "negative",
        ),
    ),
    # dW turned
    Wrong(
        "cb2-dw-flipped",
        "conv_backward",
        changed(CB, ("(D @ cols.T).reshape(W.shape)", "(D @ cols.T).reshape(W.shape)[:, :, ::-1, ::-1]")),
        (
            "turn",
            "flip",
        ),
    ),
    # dX zeros
    Wrong(
        "cb2-dx-zero",
        "conv_backward",
        changed(CB, ("    return dX", ("    dX = np.zeros(X.shape)\n    return dX"))),
        (
            "dX",
            "0",
        ),
    ),
    # all three divided by m in D
    Wrong(
        "cb2-all-m",
        "conv_backward",
        changed(CB, ("    D = dZ.reshape(f, -1)\n", "    D = dZ.reshape(f, -1) / m\n")),
        ("divid",),
    ),
    # db sum over the places only
    Wrong(
        "cb2-db-sum-axis-12",
        "conv_backward",
        changed(CB, ("D.sum(axis=1, keepdims=True)", "dZ.sum(axis=(1, 2))")),
        ("example",),
    ),
    # dX with kernel transposed
    Wrong(
        "cb2-dx-kernel-transposed",
        "conv_backward",
        changed(CB, ("W.reshape(f, -1).T", "W.swapaxes(2, 3).reshape(f, -1).T")),
        (
            "transpos",
            "rows and columns",
        ),
    ),
    # dW, dX, db
    Wrong("cb2-swap-dx-dw", "conv_backward", changed(CB, ("return dX, dW, db", "return dW, dX, db")), ("order",)),
    # dX the first channel only
    Wrong(
        "cb2-dx-first-channel",
        "conv_backward",
        changed(CB, ("    return dX", ("    dX[1:] = 0\n    return dX"))),
        ("channel",),
    ),
    # im2col with stride 1 fails
    Wrong(
        "cb2-x-for-cols-stride", "conv_backward", changed(CB, ("im2col(P, k, stride)", "im2col(P, k, 1)")), ("stride",)
    ),
    # col2im with stride 1 fails
    Wrong("cb2-col2im-stride", "conv_backward", changed(CB, ("P.shape, k, stride)", "P.shape, k, 1)")), ("stride",)),
    # db summed in place loop overwritten
    Wrong(
        "cb2-bias-in-loop",
        "conv_backward",
        changed(CBLOOP, ("db[n] = dZ[n].sum()", "db[n] = dZ[n, -1, -1].sum()")),
        ("db",),
    ),
    # shares in proportion
    Wrong(
        "mb2-soft",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    S = np.abs(X).reshape(c, h // size, size, w // size, size, m)
    S = S / S.sum(axis=(2, 4), keepdims=True)
    return (S * dA[:, :, None, :, None]).reshape(X.shape)
""",
        (
            "largest",
            "proportion",
        ),
    ),
    # ones: += 1
    Wrong("mb2-ones", "max_pool_backward", changed(MBLOOP, ("= dA[k, i, j, n]", "= 1")), ("dA",)),
    # dA[k, j, i, n]
    Wrong(
        "mb2-dA-transposed",
        "max_pool_backward",
        changed(MBLOOP, ("= dA[k, i, j, n]", "= dA[k, j % dA.shape[1], i % dA.shape[2], n]")),
        (
            "column",
            "index",
            "axis",
            "transpos",
        ),
    ),
    # largest of each row of the square
    Wrong(
        "mb2-row-max",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    S = X.reshape(c, h // size, size, w // size, size, m)
    mask = S == S.max(axis=4, keepdims=True)
    return (mask * dA[:, :, None, :, None]).reshape(X.shape)
""",
        ("square",),
    ),
    # mask X >= mean
    Wrong(
        "mb2-threshold",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    big = X >= X.mean()
    return big * dA.repeat(size, 1).repeat(size, 2)
""",
        (
            "largest",
            "mean",
        ),
    ),
    # always bottom right
    Wrong(
        "mb2-bottom-right",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    dX = np.zeros(X.shape)
    dX[:, size - 1::size, size - 1::size] = dA
    return dX
""",
        (
            "largest",
            "lower",
            "right",
            "last",
        ),
    ),
    # zeros only
    Wrong(
        "mb2-zeros",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    return np.zeros(X.shape)
""",
        (
            "zero",
            "0 everywhere",
        ),
    ),
    # argmax over all sizes, += ties counted twice
    Wrong(
        "mb2-rest-not-updated",
        "max_pool_backward",
        r"""
def max_pool_backward(dA, X, size):
    largest = max_pool(X, size)
    dX = np.zeros(X.shape)
    for i in range(size):
        for j in range(size):
            dX[:, i::size, j::size] += (X[:, i::size, j::size] >= largest) * dA
    return dX
""",
        ("equal",),
    ),
    # shared over size
    Wrong(
        "mb2-half",
        "max_pool_backward",
        changed(MBREP, ("mask * spread(dA / ties)", "mask * spread(dA / ties) / 2")),
        (
            "share",
            "half",
            "size",
            "factor",
        ),
    ),
    # all biases are means
    Wrong(
        "lb2-b-db-mean",
        "lenet_backward",
        changed(LB, ("    return dW1", ("    db1, db2, db3 = db1 / m, db2 / m, db3 / m\n    return dW1"))),
        (
            "bias",
            "mean",
            "db1 is divided",
        ),
    ),
    # gate with Z before pooling fails
    Wrong(
        "lb2-gate-z2-only",
        "lenet_backward",
        changed(LB, ("relu_deriv(A2)", "relu_deriv(Z2)")),
        (
            "gate",
            "shape",
            "pool",
        ),
    ),
    # dW3 with A2 not flattened: fails
    Wrong("lb2-no-flatten", "lenet_backward", changed(LB, ("flatten(A2).T", "A2.T")), ("flatten",)),
    # dW3 = dZ3 @ flatten(A2) fails
    Wrong("lb2-a1-flatten", "lenet_backward", changed(LB, ("flatten(A2).T", "flatten(A2)")), ("transpos",)),
    # dA2 not reshaped: fails
    Wrong(
        "lb2-no-reshape",
        "lenet_backward",
        changed(LB, (".reshape(A2.shape)", "")),
        (
            "reshape",
            "shape",
        ),
    ),
    # W3 @ dZ3 fails
    Wrong("lb2-w3-not-transposed", "lenet_backward", changed(LB, ("W3.T @", "W3 @")), ("transpos",)),
    # dW1 from A1 sized... swaps Z1 and Z2: fails
    Wrong(
        "lb2-dz1-from-x",
        "lenet_backward",
        changed(LB, ("Z1, A1, Z2, A2, A3 = caches", "Z2, A2, Z1, A1, A3 = caches")),
        ("shape",),
    ),
    # unpacks caches wrongly
    Wrong(
        "lb2-caches-order",
        "lenet_backward",
        changed(LB, ("Z1, A1, Z2, A2, A3 = caches", "Z1, Z2, A1, A2, A3 = caches")),
        (
            "caches",
            "order",
            "shape",
        ),
    ),
    # conv_backward with pad 1
    Wrong(
        "lb2-stride-pad",
        "lenet_backward",
        changed(LB, ("W2, 1, 0)", "W2, 1, 1)")),
        (
            "shape",
            "frame",
        ),
    ),
    # weights only
    Wrong(
        "lb2-only-three",
        "lenet_backward",
        changed(LB, ("return dW1, db1, dW2, db2, dW3, db3", "return dW1, dW2, dW3")),
        (
            "bias",
            "3 values",
        ),
    ),
    # dW1 computed with dA1 not unpooled: fails
    Wrong(
        "lb2-no-first-conv",
        "lenet_backward",
        changed(LB, ("max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)", "dA1 * relu_deriv(A1)")),
        (
            "pool",
            "shape",
        ),
    ),
    # only the true class: -H/A3
    Wrong(
        "lb2-minus-h-only",
        "lenet_backward",
        changed(LB, ("(A3 - one_hot(Y)) / m", "-one_hot(Y) / A3 / m")),
        (
            "minus",
            "softmax",
        ),
    ),
    # m = X.size
    Wrong(
        "lb2-wrong-m",
        "lenet_backward",
        changed(LB, ("m = Y.size", "m = X.size")),
        (
            "divid",
            "pixel",
            "picture",
        ),
    ),
    # predictions instead of labels
    Wrong(
        "lb2-argmax-h",
        "lenet_backward",
        changed(LB, ("one_hot(Y)", "one_hot(A3.argmax(axis=0))")),
        (
            "label",
            "predict",
        ),
    ),
    # dA2 scaled by relu'(A2) twice and /2
    Wrong(
        "lb2-dx-scale",
        "lenet_backward",
        changed(LB, ("(W3.T @ dZ3)", "0.5 * (W3.T @ dZ3)")),
        (
            "half",
            "factor",
        ),
    ),
    # returns gradients
    Wrong(
        "tl2-sign-and-return-grads",
        "train_lenet",
        changed(TL, ("return params, losses", "return grads, losses")),
        (
            "gradient",
            "param",
        ),
    ),
    # alpha / 2
    Wrong(
        "tl2-alpha-half",
        "train_lenet",
        changed(TL, ("- alpha * g", "- alpha / 2 * g")),
        (
            "half",
            "alpha",
            "long",
            "0.5 times",
        ),
    ),
    # only the last layer is trained
    Wrong(
        "tl2-only-w3",
        "train_lenet",
        changed(
            TL,
            (
                "params = [p - alpha * g for p, g in zip(params, grads)]",
                "params = list(params[:4]) + [p - alpha * g for p, g in zip(params[4:], grads[4:])]",
            ),
        ),
        (
            "all six",
            "layer",
        ),
    ),
    # losses not appended
    Wrong(
        "tl2-empty-losses",
        "train_lenet",
        changed(TL, ("            losses.append(cross_entropy(caches[-1], Yb))\n", "")),
        (
            "empty",
            "losses",
            "append",
        ),
    ),
    # losses are (epoch, loss)
    Wrong(
        "tl2-loss-pairs",
        "train_lenet",
        changed(
            TL,
            ("losses.append(cross_entropy(caches[-1], Yb))", "losses.append((epoch, cross_entropy(caches[-1], Yb)))"),
        ),
        (
            "losses",
            "number",
            "list",
        ),
    ),
    # a list of lists by epoch
    Wrong(
        "tl2-losses-nested",
        "train_lenet",
        changed(
            TL,
            ("    for epoch in range(epochs):\n", ("    for epoch in range(epochs):\n        losses.append([])\n")),
            ("losses.append(cross_entropy", "losses[-1].append(cross_entropy"),
        ),
        (
            "losses",
            "list",
            "number",
            "epoch",
        ),
    ),
    # one pass of random batches, epochs times batches... a single batch per epoch
    Wrong(
        "tl2-no-epochs",
        "train_lenet",
        changed(TL, ("        for start in range(0, m, batch_size):\n", "        for start in [0]:\n")),
        (
            "batch",
            "single",
            "epoch",
        ),
    ),
    # two permutations
    Wrong(
        "tl2-shuffle-labels-separately",
        "train_lenet",
        changed(
            TL,
            (
                "        order = rng.permutation(m)\n",
                ("        order = rng.permutation(m)\n        other = rng.permutation(m)\n"),
            ),
            (
                "            Xb, Yb = X[..., batch], Y[batch]",
                "            Xb, Yb = X[..., batch], Y[other[start:start + batch_size]]",
            ),
        ),
        (
            "label",
            "belong",
            "same",
        ),
    ),
    # rng.shuffle(Y)
    Wrong(
        "tl2-y-shuffle-in-place",
        "train_lenet",
        changed(
            TL,
            ("        order = rng.permutation(m)\n", ("        order = rng.permutation(m)\n        rng.shuffle(Y)\n")),
        ),
        (
            "label",
            "changed",
        ),
    ),
    # params reset every epoch
    Wrong(
        "tl2-params-reset",
        "train_lenet",
        changed(
            TL,
            ("        order =", ("        params = start_params\n        order =")),
            ("    losses = []\n", ("    losses = []\n    start_params = params\n")),
        ),
        (
            "epoch",
            "anew",
            "start",
        ),
    ),
    # negated loss
    Wrong(
        "tl2-minus-loss",
        "train_lenet",
        changed(TL, ("losses.append(cross", "losses.append(-cross")),
        (
            "sign",
            "loss",
            "negative",
        ),
    ),
    # running total
    Wrong(
        "tl2-loss-total",
        "train_lenet",
        changed(
            TL,
            (
                "losses.append(cross_entropy(caches[-1], Yb))",
                "losses.append(cross_entropy(caches[-1], Yb) + (losses[-1] if losses else 0))",
            ),
        ),
        (
            "total",
            "each",
            "loss",
        ),
    ),
    # running mean of losses
    Wrong(
        "tl2-loss-running-mean",
        "train_lenet",
        changed(
            TL,
            (
                "losses.append(cross_entropy(caches[-1], Yb))",
                "losses.append((cross_entropy(caches[-1], Yb) + sum(losses)) / (len(losses) + 1))",
            ),
        ),
        (
            "mean",
            "each",
            "loss",
        ),
    ),
    # steps twice
    Wrong(
        "tl2-double-step",
        "train_lenet",
        changed(
            TL,
            (
                "            params = [p - alpha * g for p, g in zip(params, grads)]\n",
                (
                    "            params = [p - alpha * g for p, g in zip(params, grads)]\n"
                    "            params = [p - alpha * g for p, g in zip(params, grads)]\n"
                ),
            ),
        ),
        (
            "twice",
            "step",
            "long",
        ),
    ),
    # weight decay
    Wrong(
        "tl2-weight-decay",
        "train_lenet",
        changed(TL, ("p - alpha * g", "p - alpha * (g + 0.01 * p)")),
        (
            "decay",
            "gradient",
        ),
    ),
    # gradient sign only
    Wrong(
        "tl2-clip",
        "train_lenet",
        changed(TL, ("p - alpha * g", "p - alpha * np.sign(g)")),
        (
            "sign",
            "gradient",
            "long",
        ),
    ),
    # batch taken from X by slices of unshuffled, order unused
    Wrong(
        "tl2-batches-by-position",
        "train_lenet",
        changed(
            TL, ("batch = order[start:start + batch_size]", "batch = np.arange(start, min(start + batch_size, m))")
        ),
        (
            "order",
            "shuffle",
            "random",
        ),
    ),
    # choice of a batch with replacement
    Wrong(
        "tl2-rng-choice",
        "train_lenet",
        changed(TL, ("batch = order[start:start + batch_size]", "batch = rng.choice(m, batch_size)")),
        (
            "twice",
            "once",
            "never",
            "random",
            "order",
        ),
    ),
    # returns six and losses, flat
    Wrong(
        "tl2-flat-params",
        "train_lenet",
        changed(TL, ("return params, losses", "return (*params, losses)")),
        (
            "tuple",
            "losses",
            "values",
            "return",
        ),
    ),
]

# A second blind round: what was not told, or passed, when it was first measured.
WRONG += [
    Wrong(
        "again-pad_images-half-pad",
        "pad_images",
        """
def pad_images(X, pad):
    p = pad // 2
    return np.pad(X, ((0, 0), (p, p), (p, p), (0, 0)))
""",
        (
            "half",
            "each|both|four sides",
            r"2 \* pad|twice",
        ),
    ),
    Wrong(
        "again-pad_images-last-row-lost",
        "pad_images",
        """
def pad_images(X, pad):
    c, h, w, m = X.shape
    new = np.zeros((c, h + 2 * pad, w + 2 * pad, m), dtype=X.dtype)
    for i in range(h - 1):
        for j in range(w - 1):
            new[:, pad + i, pad + j, :] = X[:, i, j, :]
    return new
""",
        (
            "last (row|column|pixel)",
            "one (row|too few|short|row fewer)|too early|stops",
            "missing|lost|left out|cut off",
        ),
    ),
    Wrong(
        "again-pad_images-examples-first-result",
        "pad_images",
        """
def pad_images(X, pad):
    images = np.moveaxis(X, -1, 0)
    return np.array([[np.pad(ch, pad) for ch in img] for img in images])
""",
        (
            "example",
            "last",
            "axis|axes|order",
        ),
    ),
    Wrong(
        "again-conv_output_size-transposed-conv",
        "conv_output_size",
        """
def conv_output_size(size, kernel, stride, pad):
    return (size - 1) * stride - 2 * pad + kernel
""",
        (
            "transpos|upsampl|backward|reverse|larger|other way|input",
            r"\(size \+ 2|divid",
            "kernel.{0,40}(subtract|minus|take)",
        ),
    ),
    Wrong(
        "again-conv_output_size-argument-order-2",
        "conv_output_size",
        """
def conv_output_size(kernel, size, stride, pad):
    return (size - kernel + 2 * pad) // stride + 1
""",
        (
            "order|swap|exchang|chang.{0,10}place",
            "size.{0,40}kernel|kernel.{0,40}size",
        ),
    ),
    Wrong(
        "again-conv_output_size-same-padding",
        "conv_output_size",
        """
def conv_output_size(size, kernel, stride, pad):
    # padding="same"
    return (size + stride - 1) // stride
""",
        (
            "kernel",
            "pad",
        ),
    ),
    Wrong(
        "again-conv_output_size-half-kernel",
        "conv_output_size",
        """
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad - kernel // 2) // stride + 1
""",
        (
            "half",
            "kernel",
        ),
    ),
    Wrong(
        "again-im2col-range-off-by-one",
        "im2col",
        """
def im2col(X, kernel, stride):
    c, h, w, n = X.shape
    cols = []
    for y in range(0, h - kernel, stride):
        for x in range(0, w - kernel, stride):
            cols.append(X[:, y:y+kernel, x:x+kernel].reshape(-1, n))
    return np.concatenate(cols, axis=1)
""",
        (
            "last",
            "one (too few|place|row|fewer)|too few|missing",
            r"\+ ?1|plus 1",
        ),
    ),
    Wrong(
        "again-im2col-channels-as-columns",
        "im2col",
        """
def im2col(X, kernel, stride):
    c, h, w, n = X.shape
    cols = []
    for ch in range(c):
        for y in range(0, h - kernel + 1, stride):
            for x in range(0, w - kernel + 1, stride):
                cols.append(X[ch, y:y+kernel, x:x+kernel].reshape(-1, n))
    return np.concatenate(cols, axis=1)
""",
        ("channel",),
    ),
    Wrong(
        "again-im2col-slice-end-no-stride",
        "im2col",
        """
def im2col(X, kernel, stride):
    c, h, w, n = X.shape
    rows = []
    for ch in range(c):
        for i in range(kernel):
            for j in range(kernel):
                rows.append(X[ch, i:h - kernel + i:stride, j:w - kernel + j:stride].ravel())
    return np.array(rows)
""",
        (r"last|one (too few|short|fewer)|too few|\+ ?1|missing|end",),
    ),
    Wrong(
        "again-conv_forward-sum-of-biases",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    k = W.shape[2]
    v = np.lib.stride_tricks.sliding_window_view(pad_images(X, pad), (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("chwmij,fcij->fhwm", v, W) + np.sum(b)
""",
        (r"bias|\bb\b",),
    ),
    Wrong(
        "again-conv_forward-mean-over-channels",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    v = np.lib.stride_tricks.sliding_window_view(pad_images(X, pad), (k, k), axis=(1, 2))[:, ::stride, ::stride]
    per_channel = np.einsum("chwmij,fcij->cfhwm", v, W)
    return per_channel.mean(axis=0) + b.reshape(f, 1, 1, 1)
""",
        ("mean|average|divid|channel",),
    ),
    Wrong(
        "again-conv_forward-kernel-from-channels",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    filters, kernel = W.shape[:2]
    oh = conv_output_size(X.shape[1], kernel, stride, pad)
    cols = im2col(pad_images(X, pad), kernel, stride)
    return (W.reshape(filters, -1) @ cols + b).reshape(filters, oh, -1, X.shape[-1])
""",
        ("kernel|shape|channel",),
    ),
    Wrong(
        "again-conv_forward-bias-times",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    k = W.shape[2]
    v = np.lib.stride_tricks.sliding_window_view(pad_images(X, pad), (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("chwmij,fcij->fhwm", v, W) * b.reshape(-1, 1, 1, 1)
""",
        (r"bias|\bb\b",),
    ),
    Wrong(
        "again-conv_forward-abs-difference",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    cols = im2col(pad_images(X, pad), k, stride)
    oh = conv_output_size(X.shape[1], k, stride, pad)
    Wr = W.reshape(f, -1)
    Z = np.array([(Wr[q][:, None] + cols).sum(axis=0) for q in range(f)]) + b
    return Z.reshape(f, oh, -1, X.shape[3])
""",
        ("product|multipl|times",),
    ),
    Wrong(
        "again-max_pool-largest-by-size-keeps-sign",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    blocks = X.reshape(c, h // size, size, w // size, size, m)

    hi, lo = blocks.max(axis=(2, 4)), blocks.min(axis=(2, 4))
    return np.where(hi >= -lo, hi, lo)
""",
        ("sign|negative|absolut|magnitude|largest|far from 0|farthest",),
    ),
    Wrong(
        "again-max_pool-global",
        "max_pool",
        """
def max_pool(X, size):
    return X.max(axis=(1, 2), keepdims=True)
""",
        ("square|whole|size|all",),
    ),
    Wrong(
        "again-max_pool-wrong-reshape",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    return X.reshape(c, h // size, w // size, size * size, m).max(axis=3)
""",
        ("reshape|square|order|neighbour|side by side|strip|same row|run",),
    ),
    Wrong(
        "again-max_pool-rows-only-subsampled",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    return X[:, :, ::size].reshape(c, h // size, size, w // size, m).max(axis=2)
""",
        ("width|column|both|row|all|whole square|each square|every number",),
    ),
    Wrong(
        "again-init_lenet-q-f1",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.standard_normal((f1, 1, kernel, kernel)) * np.sqrt(2 / kernel**2)
    b1 = np.zeros((f1, 1))
    W2 = rng.standard_normal((f2, f1, kernel, kernel)) * np.sqrt(2 / (f1 * kernel**2))
    b2 = np.zeros((f2, 1))
    W3 = rng.standard_normal((n_classes, f1 * q * q)) * 0.1
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        ("f2|filters",),
    ),
    Wrong(
        "again-init_lenet-kernel-constant",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.standard_normal((f1, 1, 1, 1)) * 0.3 * np.ones((f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.standard_normal((f2, f1, kernel, kernel)) * np.sqrt(2 / (f1 * kernel**2))
    b2 = np.zeros((f2, 1))
    W3 = rng.standard_normal((n_classes, f2 * q * q)) * np.sqrt(2 / (f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        ("alike|same|equal|W1|constant",),
    ),
    Wrong(
        "again-init_lenet-W2-same-over-channels",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    W1 = rng.standard_normal((f1, 1, kernel, kernel)) * np.sqrt(2 / kernel**2)
    b1 = np.zeros((f1, 1))
    W2 = np.tile(rng.standard_normal((f2, 1, kernel, kernel)) * 0.1, (1, f1, 1, 1))
    b2 = np.zeros((f2, 1))
    W3 = rng.standard_normal((n_classes, f2 * q * q)) * np.sqrt(2 / (f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        ("W2|alike|same|equal|channel",),
    ),
    Wrong(
        "again-lenet_forward-softmax-twice",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = flatten(A2)
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(softmax(Z3))
    return Z1, A1, Z2, A2, A3
""",
        ("softmax|twice",),
    ),
    Wrong(
        "again-lenet_forward-minus-b3",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = flatten(A2)
    Z3 = W3 @ F - b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("b3|bias",),
    ),
    Wrong(
        "again-lenet_forward-z2-from-z1",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = relu(P1)
    Z2 = conv_forward(Z1, W2, b2, 1, 0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = flatten(A2)[:W3.shape[1]]
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("A1|Z1|pool|relu",),
    ),
    Wrong(
        "again-lenet_forward-b1-for-2",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2 * 0 + b1[0], 1, 0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = flatten(A2)
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("b2|bias|b1",),
    ),
    Wrong(
        "again-lenet_forward-relu6",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = np.clip(P1, 0, 1)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = np.clip(P2, 0, 1)
    F = flatten(A2)
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("relu|6|large|upper|cap",),
    ),
    Wrong(
        "again-lenet_forward-pool-1-subsample",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = Z1[:, ::2, ::2]
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = flatten(A2)
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("pool|largest",),
    ),
    Wrong(
        "again-lenet_forward-scaled-255",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X / 255, W1, b1, 1, 0)
    P1 = max_pool(Z1, 2)
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = flatten(A2)
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("255|divid|scale|normal|X",),
    ),
    Wrong(
        "again-lenet_forward-stride-2-no-pool",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, 2, 0)
    P1 = Z1
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2, 2, 0)
    P2 = Z2
    A2 = relu(P2)
    F = flatten(A2)
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("stride|pool",),
    ),
    Wrong(
        "again-lenet_forward-flatten-order",
        "lenet_forward",
        """
def lenet_forward(X, params):
    (W1, b1, W2, b2, W3, b3) = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = relu(P1)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = relu(P2)
    F = A2.transpose(1, 2, 0, 3).reshape(-1, A2.shape[-1])
    Z3 = np.dot(W3, F) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, A3
""",
        ("flatten|order|reshape",),
    ),
    Wrong(
        "again-lenet_predictions-expected-value",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    *_, A3 = lenet_forward(X, params)
    return (np.arange(A3.shape[0]) @ A3).astype(int)
""",
        ("mean|average|expect|weight|argmax|largest|most probable",),
    ),
    Wrong(
        "again-lenet_predictions-cumsum",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    *_, A3 = lenet_forward(X, params)
    return (A3.cumsum(axis=0) < 0.5).sum(axis=0)
""",
        ("largest|most|argmax|cumul|half|median",),
    ),
    Wrong(
        "again-lenet_predictions-skip-zero-class",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    *_, A3 = lenet_forward(X, params)
    return A3[1:].argmax(axis=0) + 1
""",
        (r"class|first|\b0\b|never|all",),
    ),
    Wrong(
        "again-lenet_predictions-manual-best-from-zero",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    labels = np.zeros(A3.shape[1], dtype=int)
    for k in range(A3.shape[1]):
        best = 0
        for c in range(A3.shape[0]):
            if A3[c, k] > best:
                labels[k] = c
    return labels
""",
        ("largest|best|most|last class|argmax|9|always",),
    ),
    Wrong(
        "again-lenet_predictions-list-index-of-first-row",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return np.array([list(A3[0]).index(max(A3[0]))])
""",
        ("axis|column|example|each|row|one",),
    ),
    Wrong(
        "again-col2im-last-column-left",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    img = np.zeros(shape)
    P = cols.reshape(c, kernel, kernel, oh, ow, m)
    for y in range(oh):
        for x in range(ow - 1):
            img[:, y*stride:y*stride+kernel, x*stride:x*stride+kernel] += P[:, :, :, y, x]
    return img
""",
        ("last|too few|one (short|too)|missing|stop|edge|all|column|width",),
    ),
    Wrong(
        "again-col2im-examples-first-result",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    img = np.zeros(shape)
    P = cols.reshape(c, kernel, kernel, oh, ow, m)
    for y in range(oh):
        for x in range(ow):
            img[:, y*stride:y*stride+kernel, x*stride:x*stride+kernel] += P[:, :, :, y, x]
    return img.transpose(3, 0, 1, 2)
""",
        ("example|last|order|axis|axes",),
    ),
    Wrong(
        "again-col2im-sum-channels",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    img = np.zeros(shape)
    P = cols.reshape(c, kernel, kernel, oh, ow, m)
    for y in range(oh):
        for x in range(ow):
            img[:, y*stride:y*stride+kernel, x*stride:x*stride+kernel] += P[:, :, :, y, x].sum(axis=0)
    return img
""",
        ("channel",),
    ),
    Wrong(
        "again-col2im-sum-examples",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    img = np.zeros(shape)
    P = cols.reshape(c, kernel, kernel, oh, ow, m)
    for y in range(oh):
        for x in range(ow):
            img[:, y*stride:y*stride+kernel, x*stride:x*stride+kernel] += P[:, :, :, y, x].sum(axis=-1, keepdims=True)
    return img
""",
        ("example|picture",),
    ),
    Wrong(
        "again-col2im-reshape-F",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    img = np.zeros(shape)
    P = cols.reshape((c, kernel, kernel, oh, ow, m), order='F')
    for y in range(oh):
        for x in range(ow):
            img[:, y*stride:y*stride+kernel, x*stride:x*stride+kernel] += P[:, :, :, y, x]
    return img
""",
        ("order|reshape",),
    ),
    Wrong(
        "again-col2im-out-reset-in-loop",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh = (h - kernel) // stride + 1
    ow = (w - kernel) // stride + 1
    patches = cols.reshape(c, kernel, kernel, oh, ow, m)
    for i in range(kernel):
        out = np.zeros(shape)
        for j in range(kernel):
            out[:, i:i+stride*oh:stride, j:j+stride*ow:stride] += patches[:, i, j]
    return out
""",
        ("loop|last|before|zeros|start|only|once",),
    ),
    Wrong(
        "again-col2im-resize-only",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    return np.resize(cols, shape)
""",
        ("overlap|add|reshape|size|patch|place",),
    ),
    Wrong(
        "again-conv_backward-dX-cut-end",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dXp = np.zeros(Xp.shape)
    dW = np.zeros(W.shape)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cyxm->fcyx", dZ[:, i, j], Xp[:, rows, columns])
            dXp[:, rows, columns] += np.einsum("fm,fcyx->cyxm", dZ[:, i, j], W)
    dX = dXp[:, 2 * pad:, 2 * pad:]
    db = dZ.sum(axis=(1, 2, 3)).reshape(f, 1)
    return dX, dW, db
""",
        ("frame|pad|cut|middle",),
    ),
    Wrong(
        "again-conv_backward-dX-height-only-cut",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dXp = np.zeros(Xp.shape)
    dW = np.zeros(W.shape)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cyxm->fcyx", dZ[:, i, j], Xp[:, rows, columns])
            dXp[:, rows, columns] += np.einsum("fm,fcyx->cyxm", dZ[:, i, j], W)
    dX = dXp[:, pad:Xp.shape[1] - pad]
    db = dZ.sum(axis=(1, 2, 3)).reshape(f, 1)
    return dX, dW, db
""",
        ("frame|pad|cut|width",),
    ),
    Wrong(
        "again-conv_backward-dX-only",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dXp = np.zeros(Xp.shape)
    dW = np.zeros(W.shape)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cyxm->fcyx", dZ[:, i, j], Xp[:, rows, columns])
            dXp[:, rows, columns] += np.einsum("fm,fcyx->cyxm", dZ[:, i, j], W)
    dX = dXp[:, pad:Xp.shape[1] - pad, pad:Xp.shape[2] - pad]
    db = dZ.sum(axis=(1, 2, 3)).reshape(f, 1)
    return dX
""",
        ("dW|three|one|only|tuple|two",),
    ),
    Wrong(
        "again-conv_backward-dZ-gate",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dZ = dZ * (dZ > 0)
    dXp = np.zeros(Xp.shape)
    dW = np.zeros(W.shape)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cyxm->fcyx", dZ[:, i, j], Xp[:, rows, columns])
            dXp[:, rows, columns] += np.einsum("fm,fcyx->cyxm", dZ[:, i, j], W)
    dX = dXp[:, pad:Xp.shape[1] - pad, pad:Xp.shape[2] - pad]
    db = dZ.sum(axis=(1, 2, 3)).reshape(f, 1)
    return dX, dW, db
""",
        ("relu|gate|mask|positive|negative|dZ",),
    ),
    Wrong(
        "again-conv_backward-clipped",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dXp = np.zeros(Xp.shape)
    dW = np.zeros(W.shape)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cyxm->fcyx", dZ[:, i, j], Xp[:, rows, columns])
            dXp[:, rows, columns] += np.einsum("fm,fcyx->cyxm", dZ[:, i, j], W)
    dX = dXp[:, pad:Xp.shape[1] - pad, pad:Xp.shape[2] - pad]
    db = dZ.sum(axis=(1, 2, 3)).reshape(f, 1)
    return np.clip(dX, -1, 1), np.clip(dW, -1, 1), np.clip(db, -1, 1)
""",
        (r"clip|large|cut|bound|limit|\b1\b",),
    ),
    Wrong(
        "again-conv_backward-last-place-left",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    oh -= 1
    ow -= 1
    dXp = np.zeros(Xp.shape)
    dW = np.zeros(W.shape)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cyxm->fcyx", dZ[:, i, j], Xp[:, rows, columns])
            dXp[:, rows, columns] += np.einsum("fm,fcyx->cyxm", dZ[:, i, j], W)
    dX = dXp[:, pad:Xp.shape[1] - pad, pad:Xp.shape[2] - pad]
    db = (dXp, dZ.sum(axis=(1, 2, 3)).reshape(f, 1))[1]
    return dX, dW, db
""",
        ("last|place|too few|missing|one (short|too)|all",),
    ),
    Wrong(
        "again-conv_backward-cs231n-dout-nchw",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    D = dZ.transpose(1, 2, 3, 0).reshape(f, -1)
    Xp = pad_images(X, pad)
    cols = im2col(Xp, k, stride)
    dW = (D @ cols.T).reshape(W.shape)
    db = D.sum(axis=1).reshape(f, -1)
    dX = col2im(W.reshape(f, -1).T @ D, Xp.shape, k, stride)
    return dX[:, pad:pad + X.shape[1], pad:pad + X.shape[2]], dW, db
""",
        (r"order|transpos|reshape|\bD\b|mix|filter",),
    ),
    Wrong(
        "again-conv_backward-dW-reset-per-example",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, oh, ow, m = dZ.shape
    Xp = pad_images(X, pad)
    dXp = np.zeros(Xp.shape)
    for n in range(m):
        dW, db = np.zeros(W.shape), np.zeros((f, 1))
        for q in range(f):
            for i in range(oh):
                for j in range(ow):
                    a, b = i * stride, j * stride
                    dXp[:, a:a+k, b:b+k, n] += W[q] * dZ[q, i, j, n]
                    dW[q] += Xp[:, a:a+k, b:b+k, n] * dZ[q, i, j, n]
                    db[q] += dZ[q, i, j, n]
    return dXp[:, pad:pad + X.shape[1], pad:pad + X.shape[2]], dW, db
""",
        ("last|example|reset|loop|add|sum|one (picture|example)|only",),
    ),
    Wrong(
        "again-max_pool_backward-no-offset",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    dX[ch, y, x, n] = dA[ch, i, j, n]
    return dX
""",
        ("place|square|offset|within|own|each",),
    ),
    Wrong(
        "again-max_pool_backward-positive-mask",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    dX[ch, i*size:(i+1)*size, j*size:(j+1)*size, n] = (block > 0) * dA[ch, i, j, n]
    return dX
""",
        ("largest|positive|relu",),
    ),
    Wrong(
        "again-max_pool_backward-dA-max",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    dX[ch, i*size + y, j*size + x, n] = dA[ch, :, :, n].max()
    return dX
""",
        ("dA|square|own|each|one",),
    ),
    Wrong(
        "again-max_pool_backward-ones-start",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.ones(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    dX[ch, i*size + y, j*size + x, n] = dA[ch, i, j, n]
    return dX
""",
        (r"zero|0|ones|\b1\b",),
    ),
    Wrong(
        "again-max_pool_backward-X-in-place",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = X
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    dX[ch, i*size + y, j*size + x, n] = dA[ch, i, j, n]
    return dX
""",
        (r"chang|unchanged|copy|alter|zero|elsewhere|overwr|\b0\b",),
    ),
    Wrong(
        "again-max_pool_backward-column-maxima",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    dX[ch, i*size:(i+1)*size, j*size:(j+1)*size, n] = (block == block.max(axis=0)) * dA[ch, i, j, n]
    return dX
""",
        ("largest|column|one|whole square",),
    ),
    Wrong(
        "again-max_pool_backward-by-size",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    dX[ch, i*size + y, j*size + x, n] = dA[ch, i, j, n]
    return dX / size**2
""",
        ("divid|size|share|largest|mean",),
    ),
    Wrong(
        "again-max_pool_backward-pair",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    dX[ch, i*size + y, j*size + x, n] = dA[ch, i, j, n]
    return (dX, X)
""",
        ("tuple|two|only|one array",),
    ),
    Wrong(
        "again-max_pool_backward-top-two",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    s = np.sort(block.ravel())
                    dX[ch, i*size:(i+1)*size, j*size:(j+1)*size, n] = (block >= s[-2]) * dA[ch, i, j, n]
    return dX
""",
        ("largest|second|two|only",),
    ),
    Wrong(
        "again-max_pool_backward-last-row-skipped",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for n in range(m):
            for i in range(h // size):
                for j in range(w // size):
                    block = X[ch, i*size:(i+1)*size, j*size:(j+1)*size, n]
                    y, x = np.unravel_index(block.argmax(), block.shape)
                    if i < h // size - 1:
                        dX[ch, i*size + y, j*size + x, n] = dA[ch, i, j, n]
    return dX
""",
        ("last|missing|stop|all|every|one (short|too few)",),
    ),
    Wrong(
        "again-max_pool_backward-hard-2",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    out = np.zeros(X.shape)
    c, oh, ow, m = dA.shape
    for i in range(oh):
        for j in range(ow):
            block = X[:, 2*i:2*i+2, 2*j:2*j+2].reshape(c, 4, m)
            k = block.argmax(axis=1)
            for ch in range(c):
                for n in range(m):
                    out[ch, 2*i + k[ch, n] // 2, 2*j + k[ch, n] % 2, n] = dA[ch, i, j, n]
    return out
""",
        (r"size|\b2\b|always",),
    ),
    Wrong(
        "again-max_pool_backward-tiny-noise-break",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    up = dA.repeat(size, axis=1).repeat(size, axis=2)
    top = max_pool(X, size).repeat(size, axis=1).repeat(size, axis=2)
    return up * (X >= top * 0.9)
""",
        ("largest|near|only|exactly|equal",),
    ),
    Wrong(
        "again-max_pool_backward-mean-of-counts-all",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    top = max_pool(X, size).repeat(size, axis=1).repeat(size, axis=2)
    mask = X == top
    up = dA.repeat(size, axis=1).repeat(size, axis=2)
    return up * mask / mask.sum()
""",
        ("divid|share|each square|own|whole|tie|square",),
    ),
    Wrong(
        "again-lenet_backward-predictions-hard",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (np.eye(A3.shape[0])[A3.argmax(axis=0)].T - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("A3|probabilit|argmax|dZ3",),
    ),
    Wrong(
        "again-lenet_backward-dA2-reshape-W3",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = (W3.reshape(-1, W3.shape[0]) @ dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        (r"transpos|W3|\.T|reshape|dA2",),
    ),
    Wrong(
        "again-lenet_backward-gate-on-gradient-1",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = relu(dA1)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("relu|gate|A1|dA1",),
    ),
    Wrong(
        "again-lenet_backward-gate-inverted",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, 0, dA2)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, 0, dA1)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("relu|gate|revers|inverted|positive",),
    ),
    Wrong(
        "again-lenet_backward-gate-sigmoid",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = dA2 * A2 * (1 - A2)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = dA1 * A1 * (1 - A1)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("relu|gate|sigmoid|deriv",),
    ),
    Wrong(
        "again-lenet_backward-gate-tanh",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = dA2 * (1 - A2**2)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = dA1 * (1 - A1**2)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("relu|gate|tanh|deriv",),
    ),
    Wrong(
        "again-lenet_backward-pool-relu-Z",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, -Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("pool|Z2|Z1|relu|tie",),
    ),
    Wrong(
        "again-lenet_backward-conv2-from-P1",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, max_pool(Z1, 2), W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("A1|relu|conv|went in|Z1",),
    ),
    Wrong(
        "again-lenet_backward-conv2-output-order",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = (lambda r: (r[1], r[2], r[0]))(conv_backward(dZ2, A1, W2, 1, 0))
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("order|dX|dW2|dA1",),
    ),
    Wrong(
        "again-lenet_backward-conv2-pad-1",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 1)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("pad|shape",),
    ),
    Wrong(
        "again-lenet_backward-conv1-stride-2",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 2, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("stride|shape",),
    ),
    Wrong(
        "again-lenet_backward-updated-params",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return W1 - 0.1*dW1, b1 - 0.1*db1, W2 - 0.1*dW2, b2 - 0.1*db2, W3 - 0.1*dW3, b3 - 0.1*db3
""",
        ("gradient|param|update|step",),
    ),
    Wrong(
        "again-lenet_backward-clipped",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return tuple(np.clip(g, -0.01, 0.01) for g in (dW1, db1, dW2, db2, dW3, db3))
""",
        (r"clip|large|limit|cut|bound|\b1\b|0\.0",),
    ),
    Wrong(
        "again-lenet_backward-caches-order",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    Z1, Z2, A1, A2, A3 = caches
    H = np.eye(A3.shape[0])[Y].T
    dZ3 = (A3 - H) / m
    dW3 = dZ3.dot(A2.reshape(-1, m).T)
    db3 = dZ3.sum(axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dP2 = np.where(A2 > 0, dA2, 0)
    dZ2 = max_pool_backward(dP2, Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dP1 = np.where(A1 > 0, dA1, 0)
    dZ1 = max_pool_backward(dP1, Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("order|caches",),
    ),
    Wrong(
        "again-lenet_backward-params-changed",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    d = (A3 - one_hot(Y)) / Y.size
    dW3, db3 = d @ flatten(A2).T, np.sum(d, axis=1, keepdims=True)
    W3 -= 0.1 * dW3
    d = max_pool_backward((W3.T @ d).reshape(A2.shape) * (A2 > 0), Z2, 2)
    d, dW2, db2 = conv_backward(d, A1, W2, 1, 0)
    d = max_pool_backward(d * (A1 > 0), Z1, 2)
    _, dW1, db1 = conv_backward(d, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("chang|copy|unchanged|alter|overwr|W3|update",),
    ),
    Wrong(
        "again-lenet_backward-fresh-forward-other-params",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = lenet_forward(X, (W1, b1 * 0, W2, b2 * 0, W3, b3 * 0))
    d = (A3 - one_hot(Y)) / Y.size
    dW3, db3 = d @ flatten(A2).T, np.sum(d, axis=1, keepdims=True)
    d = max_pool_backward((W3.T @ d).reshape(A2.shape) * (A2 > 0), Z2, 2)
    d, dW2, db2 = conv_backward(d, A1, W2, 1, 0)
    d = max_pool_backward(d * (A1 > 0), Z1, 2)
    _, dW1, db1 = conv_backward(d, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        ("bias|caches|b1|forward",),
    ),
    Wrong(
        "again-train_lenet-n//batch+1-empty",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(n // batch_size + 1):
            idx = perm[i * batch_size:(i + 1) * batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("empty|nan|last|even|multiple|zero",),
    ),
    Wrong(
        "again-train_lenet-alpha-squared",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("alpha|rate|step",),
    ),
    Wrong(
        "again-train_lenet-alpha-decay",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha / (1 + epoch) * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("alpha|rate|decay|same",),
    ),
    Wrong(
        "again-train_lenet-sign-of-gradient",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * np.sign(g) for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("sign|gradient|size|step",),
    ),
    Wrong(
        "again-train_lenet-gradient-normalised",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g / (np.linalg.norm(g) + 1e-8) for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("norm|length|gradient|divid",),
    ),
    Wrong(
        "again-train_lenet-weight-decay",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p * (1 - 0.01 * alpha) - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("decay|shrink|param|gradient|only|step",),
    ),
    Wrong(
        "again-train_lenet-loss-by-batch-size",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses.append(cross_entropy(cache[4], yb) * len(yb) / batch_size)
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("last|short|divid|mean|batch_size|own",),
    ),
    Wrong(
        "again-train_lenet-loss-negative",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses.append(-cross_entropy(cache[4], yb))
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("sign|minus|negative",),
    ),
    Wrong(
        "again-train_lenet-three-returned",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses, alpha
""",
        ("two|three|only|too many|values",),
    ),
    Wrong(
        "again-train_lenet-gradient-full-set",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(X, Y, params, lenet_forward(X, params))
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("batch|whole|all|full",),
    ),
    Wrong(
        "again-train_lenet-stale-start-params",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    start = list(params)
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, start)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, start, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("start|new|updated|params|first|latest|each",),
    ),
    Wrong(
        "again-train_lenet-stale-gradient-params-only",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    start = list(params)
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, start, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("params|old|start|new|updated|lenet_backward",),
    ),
    Wrong(
        "again-train_lenet-fresh-init",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    params = list(init_lenet(X.shape[1], params[0].shape[-1], (params[0].shape[0], params[2].shape[0]), 10, rng))
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("params|given|init|start|own",),
    ),
    Wrong(
        "again-train_lenet-accumulated-gradients",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    G = [0 * p for p in params]
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = [a + b for a, b in zip(G, lenet_backward(xb, yb, params, cache))]
            G = grads
            params = [p - alpha * g for p, g in zip(params, grads)]
            
        
    return params, losses
""",
        ("accumul|add|earlier|own|each|fresh|sum|step",),
    ),
    Wrong(
        "again-train_lenet-early-stop",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            if losses[-1] < 2.0:
                return params, losses
        
    return params, losses
""",
        ("stop|epoch|early|all|every",),
    ),
    Wrong(
        "again-train_lenet-early-stop-rise",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = list(params)
    n = Y.shape[0]
    losses = []
    
    for epoch in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, batch_size):
            idx = perm[i:i + batch_size]
            xb, yb = X[:, :, :, idx], Y[idx]
            cache = lenet_forward(xb, params)
            losses += [cross_entropy(cache[4], yb)]
            grads = lenet_backward(xb, yb, params, cache)
            params = [p - alpha * g for p, g in zip(params, grads)]
            if len(losses) > 1 and losses[-1] > losses[-2]:
                break
        
    return params, losses
""",
        ("stop|epoch|early|all|every|fewer",),
    ),
    Wrong(
        "again-train_lenet-unpacked-never-packed",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    W1, b1, W2, b2, W3, b3 = params
    for e in range(epochs):
        perm = rng.permutation(len(Y))
        for s in range(0, len(Y), batch_size):
            b = perm[s:s + batch_size]
            out = lenet_forward(X[..., b], params)
            losses.append(cross_entropy(out[-1], Y[b]))
            dW1, db1, dW2, db2, dW3, db3 = lenet_backward(X[..., b], Y[b], params, out)
            W1 = W1 - alpha * dW1
            b1 = b1 - alpha * db1
            W2 = W2 - alpha * dW2
            b2 = b2 - alpha * db2
            W3 = W3 - alpha * dW3
            b3 = b3 - alpha * db3
    return (W1, b1, W2, b2, W3, b3), losses
""",
        ("start|new|updated|params|first|latest|each|old",),
    ),
    Wrong(
        "again-train_lenet-losses-before-loop-caches",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    for e in range(epochs):
        perm = rng.permutation(len(Y))
        out_all = lenet_forward(X, params)
        for s in range(0, len(Y), batch_size):
            b = perm[s:s + batch_size]
            out = [a[..., b] for a in out_all]
            losses.append(cross_entropy(out[-1], Y[b]))
            params = [p - alpha * g for p, g in zip(params, lenet_backward(X[..., b], Y[b], params, out))]
    return params, losses
""",
        ("forward|new|updated|params|each batch|stale|old|epoch",),
    ),
    Wrong(
        "again-pad_images-s-pad-to-square",
        "pad_images",
        """
def pad_images(X, pad):
    c, h, w, m = X.shape
    s = max(h, w)
    out = np.zeros((c, s + 2*pad, s + 2*pad, m))
    out[:, pad:pad+h, pad:pad+w] = X
    return out
""",
        ("square|height|width|wide|size",),
    ),
    Wrong(
        "again-conv_output_size-s-bitwise",
        "conv_output_size",
        """
def conv_output_size(size, kernel, stride, pad):
    return (size + 2 * pad - kernel) % stride + 1
""",
        ("//|%|rest|remainder|divid|modulo",),
    ),
    Wrong(
        "again-im2col-s-stride-as-kernel-swap",
        "im2col",
        """
def im2col(X, stride, kernel):
    V = np.lib.stride_tricks.sliding_window_view(X, (kernel, kernel), axis=(1, 2))[:, ::stride, ::stride]
    return np.moveaxis(V, (4, 5), (1, 2)).reshape(X.shape[0] * kernel * kernel, -1)
""",
        ("order|swap|places|kernel and stride|stride and kernel|kernel.{0,40}stride",),
    ),
    Wrong(
        "again-im2col-s-unique-overwrites-loop-var",
        "im2col",
        """
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    oh, ow = (h - kernel)//stride + 1, (w - kernel)//stride + 1
    cols = np.zeros((c * kernel * kernel, oh * ow * m))
    for i in range(oh):
        for j in range(ow):
            patch = X[:, i*stride:i*stride+kernel, j*stride:j*stride+kernel].reshape(-1, m)
            cols[:, i*j*m:(i*j+1)*m] = patch
    return cols
""",
        ("zero|place|column|overwrit|index|missing|position",),
    ),
    Wrong(
        "again-conv_forward-s-last-row-of-kernel-ignored",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    P = pad_images(X, pad)
    oh, ow = (P.shape[1]-k)//stride + 1, (P.shape[2]-k)//stride + 1
    Z = np.zeros((f, oh, ow, X.shape[3])) + b[:, :, None, None]
    for i in range(k - 1):
        for j in range(k - 1):
            Z += np.tensordot(W[:, :, i, j], P[:, i:i+stride*(oh-1)+1:stride, j:j+stride*(ow-1)+1:stride], 1)
    return Z
""",
        ("kernel|last|all|range|weights",),
    ),
    Wrong(
        "again-conv_forward-s-max-instead-of-sum",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    P = pad_images(X, pad)
    V = np.lib.stride_tricks.sliding_window_view(P, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    prod = V[None] * W[:, :, None, None, None]
    return prod.max(axis=(1, 5, 6)) + b[:, :, None, None]
""",
        ("sum|add|largest|max",),
    ),
    Wrong(
        "again-conv_forward-s-normalised-patches",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    Wn = W / np.linalg.norm(W.reshape(f, -1), axis=1)[:, None, None, None]
    V = np.lib.stride_tricks.sliding_window_view(pad_images(X, pad), (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("chwmij,fcij->fhwm", V, Wn) + b[:, :, None, None]
""",
        ("norm|length|factor|divid|scale|W as it is|weights",),
    ),
    Wrong(
        "again-max_pool-s-dilated-3",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    k = size + 1
    out = np.zeros((c, h//size, w//size, m))
    for i in range(h//size):
        for j in range(w//size):
            out[:, i, j] = X[:, i*size:i*size+k, j*size:j*size+k].max(axis=(1, 2))
    return out
""",
        (r"overlap|too large|size \+ 1|one (row|too|more)|larger|neighbour|belong",),
    ),
    Wrong(
        "again-max_pool-s-transposed-block-index",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    out = np.zeros((c, h//size, w//size, m))
    for i in range(h//size):
        for j in range(w//size):
            out[:, i, j] = X[:, i*size:(i+1)*size, i*size:(i+1)*size].max(axis=(1, 2)) if (i+1)*size <= w else 0
    return out
""",
        (r"\bi\b|\bj\b|column|width|diagonal|place|same|row",),
    ),
    Wrong(
        "again-max_pool-s-l2",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    return np.sqrt((X.reshape(c, h//size, size, w//size, size, m)**2).sum(axis=(2, 4)))
""",
        ("square|root|sum|norm|largest",),
    ),
    Wrong(
        "again-max_pool-s-logsumexp",
        "max_pool",
        """
def max_pool(X, size):
    c, h, w, m = X.shape
    return np.log(np.exp(X.reshape(c, h//size, size, w//size, size, m)).sum(axis=(2, 4)))
""",
        ("log|exp|sum|soft|largest",),
    ),
    Wrong(
        "again-lenet_forward-s-base2-softmax",
        "lenet_forward",
        """
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, 1, 0)
    A1 = relu(max_pool(Z1, 2))
    Z2 = conv_forward(A1, W2, b2, 1, 0)
    A2 = relu(max_pool(Z2, 2))
    S = W3 @ flatten(A2) + b3
    E = 2 ** (S - S.max(axis=0))
    A3 = E / E.sum(axis=0)
    return Z1, A1, Z2, A2, A3
""",
        (r"softmax|exp|score|\b2\b|\be\b",),
    ),
    Wrong(
        "again-lenet_predictions-s-argmax-flat-unravel",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[-1]
    return np.unravel_index(A3.argmax(), A3.shape)
""",
        ("each|column|picture|axis|two|pair|tuple|whole|all",),
    ),
    Wrong(
        "again-lenet_predictions-s-mod",
        "lenet_predictions",
        """
def lenet_predictions(X, params):
    return (lenet_forward(X, params)[-1].argmax(axis=0) * 10) // 10 % 9
""",
        ("class|9|last",),
    ),
    Wrong(
        "again-col2im-s-mean-of-two",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh, ow = (h-kernel)//stride+1, (w-kernel)//stride+1
    P = cols.reshape(c, kernel, kernel, oh, ow, m)
    out = np.zeros(shape)
    for i in range(oh):
        for j in range(ow):
            s = np.s_[:, i*stride:i*stride+kernel, j*stride:j*stride+kernel]
            out[s] = (out[s] + P[:, :, :, i, j]) / 2
    return out
""",
        ("mean|half|add|divid|average",),
    ),
    Wrong(
        "again-col2im-s-abs",
        "col2im",
        """
def col2im(cols, shape, kernel, stride):
    c, h, w, m = shape
    oh, ow = (h-kernel)//stride+1, (w-kernel)//stride+1
    P = np.abs(cols).reshape(c, kernel, kernel, oh, ow, m)
    out = np.zeros(shape)
    for i in range(oh):
        for j in range(ow):
            out[:, i*stride:i*stride+kernel, j*stride:j*stride+kernel] += P[:, :, :, i, j]
    return out
""",
        ("sign|negative|abs",),
    ),
    Wrong(
        "again-max_pool_backward-s-share-by-abs",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    up = lambda a: a.repeat(size, axis=1).repeat(size, axis=2)
    s = sum(np.abs(X[:, i::size, j::size]) for i in range(size) for j in range(size))
    return up(dA) * np.abs(X) / up(s)
""",
        ("largest|share|all|only|proportion",),
    ),
    Wrong(
        "again-max_pool_backward-s-dA-summed",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    up = lambda a: a.repeat(size, axis=1).repeat(size, axis=2)
    return (X == up(max_pool(X, size))) * dA.sum()
""",
        ("dA|each|own|square|sum",),
    ),
    Wrong(
        "again-max_pool_backward-s-minus-from-all",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    up = lambda a: a.repeat(size, axis=1).repeat(size, axis=2)
    return (X == up(max_pool(X, size))) * up(dA) - up(dA) / size**2
""",
        ("0|largest|elsewhere|zero|subtract|mean",),
    ),
    Wrong(
        "again-train_lenet-s-sqrt-alpha",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    for e in range(epochs):
        order = rng.permutation(Y.size)
        for s in range(0, Y.size, batch_size):
            b = order[s:s + batch_size]
            caches = lenet_forward(X[..., b], params)
            losses.append(cross_entropy(caches[-1], Y[b]))
            g = lenet_backward(X[..., b], Y[b], params, caches)
            params = tuple(p - np.sqrt(alpha) * d for p, d in zip(params, g))
    return params, losses
""",
        ("alpha|root|far|step|times",),
    ),
]

# What an examiner found untold, falsely told or not caught.

WRONG += [
    Wrong(
        "deep-lf-pad2",
        "lenet_forward",
        """
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, 1, 2)
    A1 = relu(max_pool(Z1, 2))
    Z2 = conv_forward(A1, W2, b2, 1, 0)
    A2 = relu(max_pool(Z2, 2))
    A3 = softmax(W3 @ flatten(A2) + b3)
    return Z1, A1, Z2, A2, A3
""",
        (r"without padding|no padding",),
    ),
    Wrong(
        "deep-lf-stride2",
        "lenet_forward",
        """
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, 1, 0)
    A1 = relu(max_pool(Z1, 2))
    Z2 = conv_forward(A1, W2, b2, 1, 1)
    A2 = relu(max_pool(Z2, 2))
    A3 = softmax(W3 @ flatten(A2) + b3)
    return Z1, A1, Z2, A2, A3
""",
        (r"without padding|no padding",),
    ),
    Wrong(
        "deep-lb-relu-value",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = Y.size
    dZ3 = (A3 - one_hot(Y, A3.shape[0])) / m
    dW3 = dZ3 @ flatten(A2).T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = (W3.T @ dZ3).reshape(A2.shape)
    dZ2 = max_pool_backward(dA2 * relu(A2), Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        (r"value of ReLU.*derivative",),
    ),
    Wrong(
        "deep-tl-start-reset",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    m = Y.size
    for epoch in range(epochs):
        order = rng.permutation(m)
        for start in range(0, m, batch_size):
            idx = order[start : start + batch_size + 1]
            caches = lenet_forward(X[..., idx], params)
            losses.append(cross_entropy(caches[-1], Y[idx]))
            grads = lenet_backward(X[..., idx], Y[idx], params, caches)
            params = [p - alpha * g for p, g in zip(params, grads)]
    return params, losses
""",
        (r"one picture too long|overlap",),
    ),
    Wrong(
        "deep-tl-scale",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    m = Y.size
    for epoch in range(epochs):
        order = rng.permutation(m)
        for start in range(0, m, batch_size):
            idx = order[start : start + batch_size]
            caches = lenet_forward(X[..., idx], params)
            losses.append(cross_entropy(caches[-1], Y[idx]))
            grads = lenet_backward(X[..., idx], Y[idx], params, caches)
            params = [p - alpha * g * len(idx) / m for p, g in zip(params, grads)]
    return params, losses
""",
        (r"share of all pictures",),
    ),
    Wrong(
        "deep-tl-step-per-epoch",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(Y.size)
        for start in range(0, Y.size, batch_size):
            idx = order[start : start + batch_size]
            caches = lenet_forward(X[..., idx], params)
            losses.append(cross_entropy(caches[-1], Y[idx]))
            grads = lenet_backward(X[..., idx], Y[idx], params, caches)
        params = [p - alpha * g for p, g in zip(params, grads)]
    return params, losses
""",
        (r"one step in each epoch.*single batch",),
    ),
    Wrong(
        "deep-ii-W1-fan",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    s = conv_output_size(image_size, kernel, 1, 0) // 2
    q = conv_output_size(s, kernel, 1, 0) // 2
    W1 = rng.normal(0, np.sqrt(2 / (kernel * kernel)), (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.normal(0, np.sqrt(2 / (kernel * kernel)), (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, np.sqrt(2 / (f2 * q * q)), (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (r"channels",),
    ),
    Wrong(
        "deep-ii-all-same-fan",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    sd = np.sqrt(2 / kernel ** 2)
    out = []
    for s in ((f1, 1, kernel, kernel), (f2, f1, kernel, kernel), (n_classes, f2 * q * q)):
        out += [rng.normal(0, sd, s), np.zeros((s[0], 1))]
    return out
""",
        (r"kernel · kernel",),
    ),
    Wrong(
        "deep-cb-loop-assign",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, h, w, m = X.shape
    P = pad_images(X, pad)
    dP = np.zeros(P.shape)
    dW = np.zeros(W.shape)
    for i in range(dZ.shape[1]):
        for j in range(dZ.shape[2]):
            rows, cols = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dW += np.einsum("fm,cabm->fcab", dZ[:, i, j], P[:, rows, cols])
            dP[:, rows, cols] = np.einsum("fm,fcab->cabm", dZ[:, i, j], W)
    return dP[:, pad : pad + h, pad : pad + w], dW, dZ.sum(axis=(1, 2, 3)).reshape(-1, 1)
""",
        (r"last patch wins",),
    ),
    Wrong(
        "deep-mb-one-per-map",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for i in range(h // size):
            for j in range(w // size):
                for n in range(m):
                    sq = X[ch, i * size : (i + 1) * size, j * size : (j + 1) * size, n]
                    r, s = divmod(sq.argmax(), size)
                    dX[ch, i + r, j + s, n] += dA[ch, i, j, n]
    return dX
""",
        (r"place of the square",),
    ),
    Wrong(
        "deep-mb-global-argmax",
        "max_pool_backward",
        """
def max_pool_backward(dA, X, size):
    c, h, w, m = X.shape
    dX = np.zeros(X.shape)
    for ch in range(c):
        for i in range(h // size):
            for j in range(w // size):
                sq = X[ch, i * size : (i + 1) * size, j * size : (j + 1) * size]
                dX[ch, i * size : (i + 1) * size, j * size : (j + 1) * size] = (sq == sq.max()) * dA[ch, i, j]
    return dX
""",
        (r"among all pictures",),
    ),
    Wrong(
        "deep-cf-bias-flat",
        "conv_forward",
        """
def conv_forward(X, W, b, stride, pad):
    f, c, k, _ = W.shape
    oh = conv_output_size(X.shape[1], k, stride, pad)
    ow = conv_output_size(X.shape[2], k, stride, pad)
    Z = (W.reshape(f, -1) @ im2col(pad_images(X, pad), k, stride)).reshape(f, oh, ow, -1)
    return Z + b
""",
        (r"finished maps|before the reshape",),
    ),
    Wrong(
        "deep-cb-db-total",
        "conv_backward",
        """
def conv_backward(dZ, X, W, stride, pad):
    f, c, k, _ = W.shape
    _, h, w, m = X.shape
    P = pad_images(X, pad)
    D = dZ.reshape(f, -1)
    C = im2col(P, k, stride)
    dW = (D @ C.T).reshape(W.shape)
    db = np.full((f, 1), D.sum())
    dC = W.reshape(f, -1).T @ D
    dP = col2im(dC, P.shape, k, stride)
    dX = dP[:, pad : pad + h, pad : pad + w]
    return dX, dW, db
""",
        (r"same number for all filters",),
    ),
    Wrong(
        "deep-lb-m-rows",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[1]
    dZ3 = (A3 - one_hot(Y, A3.shape[0])) / m
    dW3 = dZ3 @ flatten(A2).T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = (W3.T @ dZ3).reshape(A2.shape)
    dZ2 = max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        (r"height",),
    ),
    Wrong(
        "deep-tl-decay",
        "train_lenet",
        """
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    m = Y.size
    for epoch in range(epochs):
        alpha = alpha * 0.9
        order = rng.permutation(m)
        for start in range(0, m, batch_size):
            idx = order[start : start + batch_size]
            caches = lenet_forward(X[..., idx], params)
            losses.append(cross_entropy(caches[-1], Y[idx]))
            grads = lenet_backward(X[..., idx], Y[idx], params, caches)
            params = [p - alpha * g for p, g in zip(params, grads)]
    return params, losses
""",
        (r"alpha becomes smaller|learning rate falls",),
    ),
    Wrong(
        "deep-fl-swap-last",
        "flatten",
        """
def flatten(A):
    m = A.shape[-1]
    return np.moveaxis(A, -1, 0).reshape(-1, m)
""",
        (r"move the examples",),
    ),
    Wrong(
        "deep-im-fortran",
        "im2col",
        """
def im2col(X, kernel, stride):
    c, h, w, m = X.shape
    oh = conv_output_size(h, kernel, stride, 0)
    ow = conv_output_size(w, kernel, stride, 0)
    cols = np.zeros((c, kernel, kernel, oh, ow, m), dtype=X.dtype)
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i : i + stride * oh : stride, j : j + stride * ow : stride]
    return cols.reshape(c * kernel * kernel, oh * ow * m, order='F')
""",
        (r"order='F'",),
    ),
    Wrong(
        "deep-ii-b-flat",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    s = conv_output_size(image_size, kernel, 1, 0) // 2
    q = conv_output_size(s, kernel, 1, 0) // 2
    W1 = rng.normal(0, np.sqrt(2 / (kernel * kernel)), (f1, 1, kernel, kernel))
    b1 = np.zeros(f1)
    W2 = rng.normal(0, np.sqrt(2 / (f1 * kernel * kernel)), (f2, f1, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, np.sqrt(2 / (f2 * q * q)), (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (r"flat",),
    ),
    Wrong(
        "deep-ii-W2-swapped",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    s = conv_output_size(image_size, kernel, 1, 0) // 2
    q = conv_output_size(s, kernel, 1, 0) // 2
    W1 = rng.normal(0, np.sqrt(2 / (kernel * kernel)), (f1, 1, kernel, kernel))
    b1 = np.zeros((f1, 1))
    W2 = rng.normal(0, np.sqrt(2 / (f1 * kernel * kernel)), (f1, f2, kernel, kernel))
    b2 = np.zeros((f2, 1))
    W3 = rng.normal(0, np.sqrt(2 / (f2 * q * q)), (n_classes, f2 * q * q))
    b3 = np.zeros((n_classes, 1))
    return W1, b1, W2, b2, W3, b3
""",
        (r"first two axes of W2",),
    ),
    Wrong(
        "deep-ii-flat-w",
        "init_lenet",
        """
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    out = []
    for s in ((f1, kernel * kernel), (f2, f1 * kernel * kernel), (n_classes, f2 * q * q)):
        out += [rng.normal(0, np.sqrt(2 / s[1]), s), np.zeros((s[0], 1))]
    return out
""",
        (r"rows of a matrix",),
    ),
    Wrong(
        "deep-pi-square",
        "pad_images",
        """
def pad_images(X, pad):
    c, h, w, m = X.shape
    out = np.zeros((c, h + 2 * pad, h + 2 * pad, m), dtype=X.dtype)
    out[:, pad : pad + h, pad : pad + h] = X
    return out
""",
        (r"height for the width",),
    ),
    Wrong(
        "deep-lb-m-pixels",
        "lenet_backward",
        """
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[0]
    dZ3 = (A3 - one_hot(Y, A3.shape[0])) / m
    dW3 = dZ3 @ flatten(A2).T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = (W3.T @ dZ3).reshape(A2.shape)
    dZ2 = max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)
    dX, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
        (r"X\.shape\[0\]",),
    ),
    Wrong(
        "deep-lf-x-twice",
        "lenet_forward",
        """
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, 1, 0)
    A1 = relu(max_pool(Z1, 2))
    Z2 = conv_forward(max_pool(Z1, 2), W2, b2, 1, 0)
    A2 = relu(max_pool(Z2, 2))
    return Z1, A1, Z2, A2, softmax(W3 @ flatten(A2) + b3)
""",
        (r"pooled Z1",),
    ),
]

BY_NAME = {wrong.name: wrong for wrong in WRONG}
TOGETHER = [
    ("pad-top-left-only", "cf-no-bias"),
    ("pad-twice", "cb-order"),
    ("cos-pad-once", "im-channel-last"),
    ("cos-no-plus-one", "lf-no-relu"),
    ("im-example-first", "ci-example-first"),
    ("im-kernel-transposed", "ci-ij-swapped"),
    ("cf-flipped", "cb-dx-flipped"),
    ("mp-mean", "mb-mean-pool"),
    ("mp-in-place", "mb-da-in-place"),
    ("fl-column-major", "lb-no-gates"),
    ("fl-rows", "lp-axis-1"),
    ("il-flat-biases", "tl-drop-short"),
    ("lf-no-softmax", "lb-sign"),
    ("ci-assign", "lb-m-twice"),
    ("lf-order", "lp-one-based"),
    ("mb-ties-all", "tl-one-order"),
]
PAIRS: list[Pair] = [
    Pair(
        f"{first}+{second}",
        BY_NAME[first].source + "\n\n" + BY_NAME[second].source,
        {BY_NAME[name].exercise: BY_NAME[name].says for name in (first, second)},
    )
    for first, second in TOGETHER
]
