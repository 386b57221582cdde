"""Answers to the assignment on convolution that are right by the contract, in the many forms that students write."""

from . import Right

RIGHT: list[Right] = [
    # pad_images
    Right(
        "pad-np-pad",
        r"""
def pad_images(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
""",
    ),
    Right(
        "pad-np-pad-constant-list",
        r"""
def pad_images(X, pad):
    width = [(0, 0)] * X.ndim
    width[1] = width[2] = (pad, pad)
    return np.pad(X, width, mode="constant", constant_values=0.0)
""",
    ),
    Right(
        "pad-float64-zeros-and-special-case",
        r"""
def pad_images(X, pad):
    if pad == 0:
        return X
    C, H, W, m = X.shape
    out = np.zeros((C, H + 2 * pad, W + 2 * pad, m))
    out[:, pad:-pad, pad:-pad, :] = X
    return out
""",
    ),
    Right(
        "pad-concatenate",
        r"""
def pad_images(X, pad):
    C, H, W, m = X.shape
    rows = np.zeros((C, pad, W, m))
    X = np.concatenate([rows, X, rows], axis=1)
    columns = np.zeros((C, X.shape[1], pad, m))
    return np.concatenate([columns, X, columns], axis=2)
""",
    ),
    # conv_output_size
    Right(
        "size-int-of-division",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return int((size + 2 * pad - kernel) / stride) + 1
""",
    ),
    Right(
        "size-counted",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return len(range(0, size + 2 * pad - kernel + 1, stride))
""",
    ),
    Right(
        "size-numpy-floor",
        r"""
def conv_output_size(size, kernel, stride, pad):
    return np.floor((size - kernel + 2 * pad) / stride + 1).astype(int)
""",
    ),
    # im2col
    Right(
        "im2col-four-loops",
        r"""
def im2col(X, kernel, stride):
    C, H, W, m = X.shape
    rows = []
    for c in range(C):
        for i in range(kernel):
            for j in range(kernel):
                row = []
                for y in range(0, H - kernel + 1, stride):
                    for x in range(0, W - kernel + 1, stride):
                        row.append(X[c, y + i, x + j, :])
                rows.append(np.concatenate(row))
    return np.array(rows)
""",
    ),
    Right(
        "im2col-sliding-windows",
        r"""
from numpy.lib.stride_tricks import sliding_window_view

def im2col(X, kernel, stride):
    view = sliding_window_view(X, (kernel, kernel), axis=(1, 2))[:, ::stride, ::stride]
    return view.transpose(0, 4, 5, 1, 2, 3).reshape(X.shape[0] * kernel ** 2, -1)
""",
    ),
    Right(
        "im2col-as-strided",
        r"""
def im2col(X, kernel, stride):
    X = np.ascontiguousarray(X)
    C, H, W, m = X.shape
    oh = (H - kernel) // stride + 1
    ow = (W - kernel) // stride + 1
    s = X.strides
    view = np.lib.stride_tricks.as_strided(
        X, (C, kernel, kernel, oh, ow, m), (s[0], s[1], s[2], s[1] * stride, s[2] * stride, s[3])
    )
    return view.reshape(C * kernel * kernel, oh * ow * m)
""",
    ),
    Right(
        "im2col-fancy-indices",
        r"""
def im2col(X, kernel, stride):
    C, H, W, m = X.shape
    oh, ow = (H - kernel) // stride + 1, (W - kernel) // stride + 1
    i = np.repeat(np.arange(kernel), kernel)[:, None] + stride * np.repeat(np.arange(oh), ow)[None, :]
    j = np.tile(np.arange(kernel), kernel)[:, None] + stride * np.tile(np.arange(ow), oh)[None, :]
    return X[:, i, j, :].reshape(C * kernel * kernel, oh * ow * m)
""",
    ),
    Right(
        "im2col-patch-by-patch",
        r"""
def im2col(X, kernel, stride):
    C, H, W, m = X.shape
    patches = []
    y = 0
    while y + kernel <= H:
        x = 0
        while x + kernel <= W:
            patches.append(X[:, y:y + kernel, x:x + kernel, :].reshape(-1, m))
            x += stride
        y += stride
    return np.concatenate(patches, axis=1)
""",
    ),
    # conv_forward
    Right(
        "conv-nested-loops",
        r"""
def conv_forward(X, W, b, stride, pad):
    Xp = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    F, C, k, _ = W.shape
    oh = (Xp.shape[1] - k) // stride + 1
    ow = (Xp.shape[2] - k) // stride + 1
    Z = np.zeros((F, oh, ow, X.shape[3]))
    for f in range(F):
        for y in range(oh):
            for x in range(ow):
                patch = Xp[:, y * stride:y * stride + k, x * stride:x * stride + k, :]
                Z[f, y, x] = (patch * W[f][..., None]).sum(axis=(0, 1, 2)) + b[f, 0]
    return Z
""",
    ),
    Right(
        "conv-einsum-over-windows",
        r"""
def conv_forward(X, W, b, stride, pad):
    Xp = pad_images(X, pad)
    k = W.shape[-1]
    view = np.lib.stride_tricks.sliding_window_view(Xp, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("fcij,cyxmij->fyxm", W, view) + b[:, :, None, None]
""",
    ),
    Right(
        "conv-tensordot",
        r"""
def conv_forward(X, W, b, stride, pad):
    Xp = pad_images(X, pad)
    k = W.shape[2]
    oh = conv_output_size(X.shape[1], k, stride, pad)
    ow = conv_output_size(X.shape[2], k, stride, pad)
    Z = 0
    for i in range(k):
        for j in range(k):
            part = Xp[:, i:i + stride * oh:stride, j:j + stride * ow:stride]
            Z = Z + np.tensordot(W[:, :, i, j], part, axes=(1, 0))
    return Z + b.reshape(-1, 1, 1, 1)
""",
    ),
    Right(
        "conv-padded-sizes-float32",
        r"""
def conv_forward(X, W, b, stride, pad):
    X = pad_images(X, pad).astype(np.float32)
    n_filters, _, k, _ = W.shape
    height, width = conv_output_size(X.shape[1], k, stride, 0), conv_output_size(X.shape[2], k, stride, 0)
    cols = im2col(X, k, stride)
    Z = np.dot(W.reshape((n_filters, cols.shape[0])).astype(np.float32), cols)
    Z += b.astype(np.float32)
    return Z.reshape((n_filters, height, width, X.shape[3]))
""",
    ),
    # max_pool
    Right(
        "pool-reshape",
        r"""
def max_pool(X, size):
    C, H, W, m = X.shape
    return X.reshape(C, H // size, size, W // size, size, m).max(axis=(2, 4))
""",
    ),
    Right(
        "pool-nested-loops",
        r"""
def max_pool(X, size):
    C, H, W, m = X.shape
    out = np.zeros((C, H // size, W // size, m))
    for y in range(H // size):
        for x in range(W // size):
            out[:, y, x] = X[:, y * size:(y + 1) * size, x * size:(x + 1) * size].max(axis=(1, 2))
    return out
""",
    ),
    Right(
        "pool-stack",
        r"""
def max_pool(X, size):
    return np.stack([X[:, i::size, j::size] for i in range(size) for j in range(size)]).max(axis=0)
""",
    ),
    Right(
        "pool-two-steps-from-minus-infinity",
        r"""
def max_pool(X, size):
    rows = np.full((X.shape[0], X.shape[1] // size, X.shape[2], X.shape[3]), -np.inf)
    for i in range(size):
        rows = np.maximum(rows, X[:, i::size])
    out = np.full(rows.shape[:2] + (X.shape[2] // size, X.shape[3]), -np.inf)
    for j in range(size):
        out = np.maximum(out, rows[:, :, j::size])
    return out
""",
    ),
    # flatten
    Right(
        "flatten-sizes",
        r"""
def flatten(A):
    c, h, w, m = A.shape
    return A.reshape(c * h * w, m)
""",
    ),
    Right(
        "flatten-each-example",
        r"""
def flatten(A):
    return np.array([A[..., i].ravel() for i in range(A.shape[3])]).T
""",
    ),
    Right(
        "flatten-moveaxis",
        r"""
def flatten(A):
    examples = np.moveaxis(A, -1, 0)
    return examples.reshape(len(examples), -1).transpose()
""",
    ),
    # init_lenet
    Right(
        "init-lenet-line-by-line-float64",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    n1, n2 = filters
    size = (image_size - kernel + 1) // 2
    size = (size - kernel + 1) // 2
    W1 = rng.standard_normal((n1, 1, kernel, kernel)) * np.sqrt(2 / kernel**2)
    W2 = rng.standard_normal((n2, n1, kernel, kernel)) * np.sqrt(2 / (n1 * kernel**2))
    W3 = rng.standard_normal((n_classes, n2 * size**2)) * np.sqrt(2 / (n2 * size**2))
    return W1, np.zeros((n1, 1)), W2, np.zeros((n2, 1)), W3, np.zeros((n_classes, 1))
""",
    ),
    Right(
        "init-lenet-xavier",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = conv_output_size(conv_output_size(image_size, kernel, 1, 0) // 2, kernel, 1, 0) // 2

    def weights(*shape):
        n = 1
        for length in shape[1:]:
            n *= length
        return rng.normal(0, 1 / n ** 0.5, size=shape)

    b = [np.zeros((n, 1), np.float32) for n in (f1, f2, n_classes)]
    W1, W2, W3 = weights(f1, 1, kernel, kernel), weights(f2, f1, kernel, kernel), weights(n_classes, f2 * q * q)
    return [W1, b[0], W2, b[1], W3, b[2]]
""",
    ),
    Right(
        "init-lenet-uniform",
        r"""
def init_lenet(image_size, kernel, filters, n_classes, rng):
    f1, f2 = filters
    q = ((image_size - kernel + 1) // 2 - kernel + 1) // 2
    params = ()
    for shape in [(f1, 1, kernel, kernel), (f2, f1, kernel, kernel), (n_classes, f2 * q * q)]:
        limit = np.sqrt(6 / np.prod(shape[1:]))
        params += (rng.uniform(-limit, limit, shape).astype("float32"), np.zeros((shape[0], 1), "float32"))
    return params
""",
    ),
    # lenet_forward
    Right(
        "lenet-forward-steps",
        r"""
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, stride=1, pad=0)
    P1 = max_pool(Z1, 2)
    A1 = np.maximum(P1, 0)
    Z2 = conv_forward(A1, W2, b2, stride=1, pad=0)
    P2 = max_pool(Z2, 2)
    A2 = np.maximum(P2, 0)
    logits = np.dot(W3, flatten(A2)) + b3
    return Z1, A1, Z2, A2, softmax(logits)
""",
    ),
    Right(
        "lenet-forward-relu-first",
        r"""
def lenet_forward(X, params):
    caches = []
    A = X
    for layer in range(2):
        Z = conv_forward(A, params[2 * layer], params[2 * layer + 1], 1, 0)
        A = max_pool(relu(Z), 2)
        caches += [Z, A]
    return [*caches, softmax(params[4] @ flatten(A) + params[5])]
""",
    ),
    Right(
        "lenet-forward-picture-by-picture",
        r"""
def lenet_forward(X, params):
    W1, b1, W2, b2, W3, b3 = params
    found = []
    for i in range(X.shape[3]):
        Z1 = conv_forward(X[..., i:i + 1], W1, b1, 1, 0)
        A1 = relu(max_pool(Z1, 2))
        Z2 = conv_forward(A1, W2, b2, 1, 0)
        A2 = relu(max_pool(Z2, 2))
        found.append((Z1, A1, Z2, A2, softmax(W3 @ A2.reshape(-1, 1) + b3)))
    return tuple(np.concatenate(arrays, axis=-1) for arrays in zip(*found))
""",
    ),
    # lenet_predictions
    Right(
        "lenet-predictions-unpacked",
        r"""
def lenet_predictions(X, params):
    _, _, _, _, A3 = lenet_forward(X, params)
    return A3.argmax(0)
""",
    ),
    Right(
        "lenet-predictions-list",
        r"""
def lenet_predictions(X, params):
    A3 = lenet_forward(X, params)[4]
    return [int(np.argmax(column)) for column in A3.T]
""",
    ),
    Right(
        "lenet-predictions-in-batches-float",
        r"""
def lenet_predictions(X, params):
    out = np.zeros(X.shape[-1])
    for start in range(0, X.shape[-1], 5):
        part = slice(start, start + 5)
        out[part] = np.argmax(lenet_forward(X[..., part], params)[-1], axis=0)
    return out
""",
    ),
    # col2im
    Right(
        "col2im-place-by-place",
        r"""
def col2im(cols, shape, kernel, stride):
    C, H, W, m = shape
    X = np.zeros(shape)
    place = 0
    for y in range(0, H - kernel + 1, stride):
        for x in range(0, W - kernel + 1, stride):
            patch = cols[:, place * m:(place + 1) * m].reshape(C, kernel, kernel, m)
            X[:, y:y + kernel, x:x + kernel, :] += patch
            place += 1
    return X
""",
    ),
    Right(
        "col2im-add-at",
        r"""
def col2im(cols, shape, kernel, stride):
    C, H, W, m = shape
    oh, ow = (H - kernel) // stride + 1, (W - kernel) // stride + 1
    i = np.repeat(np.arange(kernel), kernel)[:, None] + stride * np.repeat(np.arange(oh), ow)[None, :]
    j = np.tile(np.arange(kernel), kernel)[:, None] + stride * np.tile(np.arange(ow), oh)[None, :]
    X = np.zeros(shape)
    np.add.at(X, (slice(None), i, j), cols.reshape(C, kernel * kernel, oh * ow, m))
    return X
""",
    ),
    Right(
        "col2im-bincount",
        r"""
def col2im(cols, shape, kernel, stride):
    size = int(np.prod(shape))
    where = np.lib.stride_tricks.sliding_window_view(np.arange(size).reshape(shape), (kernel, kernel), axis=(1, 2))
    where = where[:, ::stride, ::stride].transpose(0, 4, 5, 1, 2, 3).ravel()
    return np.bincount(where, weights=cols.ravel(), minlength=size).reshape(shape)
""",
    ),
    # conv_backward
    Right(
        "conv-backward-nested-loops",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    Xp = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dXp, dW = np.zeros(Xp.shape), np.zeros(W.shape)
    F, C, k, _ = W.shape
    for f in range(F):
        for y in range(dZ.shape[1]):
            for x in range(dZ.shape[2]):
                rows, columns = slice(y * stride, y * stride + k), slice(x * stride, x * stride + k)
                dW[f] += (Xp[:, rows, columns] * dZ[f, y, x]).sum(axis=3)
                dXp[:, rows, columns] += W[f][..., None] * dZ[f, y, x]
    db = dZ.sum(axis=(1, 2, 3)).reshape(-1, 1)
    H, V = X.shape[1:3]
    return dXp[:, pad:pad + H, pad:pad + V], dW, db
""",
    ),
    Right(
        "conv-backward-einsum",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    Xp = pad_images(X, pad)
    k = W.shape[2]
    oh, ow = dZ.shape[1:3]
    dXp, dW = np.zeros(Xp.shape), np.zeros(W.shape)
    for i in range(k):
        for j in range(k):
            place = np.s_[:, i:i + stride * oh:stride, j:j + stride * ow:stride]
            dW[:, :, i, j] = np.einsum("fyxm,cyxm->fc", dZ, Xp[place])
            dXp[place] += np.einsum("fc,fyxm->cyxm", W[:, :, i, j], dZ)
    if pad:
        dXp = dXp[:, pad:-pad, pad:-pad]
    return dXp, dW, np.einsum("fyxm->f", dZ)[:, None]
""",
    ),
    Right(
        "conv-backward-matrices",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    padded = pad_images(X, pad)
    cols = im2col(padded, W.shape[-1], stride)
    rows = dZ.reshape(len(W), -1)
    dW = np.dot(rows, cols.T).reshape(W.shape)
    db = np.sum(rows, 1, keepdims=True)
    dX = col2im(np.dot(W.reshape(len(W), -1).T, rows), padded.shape, W.shape[-1], stride)
    dX = dX[:, pad:dX.shape[1] - pad, pad:dX.shape[2] - pad, :]
    return [dX, dW, db]
""",
    ),
    Right(
        "conv-backward-cols-transposed",
        r"""
def conv_backward(dZ, X, W, stride, pad):
    F, C, k, _ = W.shape
    padded = pad_images(X, pad)
    D = dZ.transpose(1, 2, 3, 0).reshape(-1, F)
    dW = (im2col(padded, k, stride) @ D).T.reshape(F, C, k, k)
    db = D.sum(axis=0)[:, np.newaxis]
    back = col2im((D @ W.reshape(F, -1)).T, padded.shape, k, stride)
    return back[:, pad:pad + X.shape[1], pad:pad + X.shape[2]], dW, db
""",
    ),
    # max_pool_backward
    Right(
        "pool-backward-argmax",
        r"""
def max_pool_backward(dA, X, size):
    C, H, W, m = X.shape
    windows = X.reshape(C, H // size, size, W // size, size, m).transpose(0, 1, 3, 5, 2, 4)
    windows = windows.reshape(C, H // size, W // size, m, size * size)
    best = windows.argmax(axis=-1)
    dwindows = np.zeros(windows.shape)
    np.put_along_axis(dwindows, best[..., None], dA[..., None], axis=-1)
    dwindows = dwindows.reshape(C, H // size, W // size, m, size, size)
    return dwindows.transpose(0, 1, 4, 2, 5, 3).reshape(X.shape)
""",
    ),
    Right(
        "pool-backward-shared-among-ties",
        r"""
def max_pool_backward(dA, X, size):
    big = max_pool(X, size).repeat(size, axis=1).repeat(size, axis=2)
    mask = (X == big).astype(float)
    C, H, W, m = X.shape
    count = mask.reshape(C, H // size, size, W // size, size, m).sum(axis=(2, 4))
    share = dA / count
    return mask * share.repeat(size, axis=1).repeat(size, axis=2)
""",
    ),
    Right(
        "pool-backward-nested-loops-last-tie",
        r"""
def max_pool_backward(dA, X, size):
    dX = np.zeros(X.shape)
    C, H, W, m = X.shape
    for c in range(C):
        for y in range(H // size):
            for x in range(W // size):
                for n in range(m):
                    best = (-np.inf, 0, 0)
                    for i in range(size):
                        for j in range(size):
                            value = X[c, y * size + i, x * size + j, n]
                            if value >= best[0]:
                                best = (value, i, j)
                    dX[c, y * size + best[1], x * size + best[2], n] = dA[c, y, x, n]
    return dX
""",
    ),
    # lenet_backward
    Right(
        "lenet-backward-by-index",
        r"""
def lenet_backward(X, Y, params, caches):
    W1, b1, W2, b2, W3, b3 = params
    Z1, A1, Z2, A2, A3 = caches
    m = X.shape[-1]
    dZ3 = A3.copy()
    dZ3[Y, np.arange(m)] -= 1
    dZ3 /= m
    F = flatten(A2)
    dW3 = np.dot(dZ3, F.T)
    db3 = np.sum(dZ3, axis=1).reshape(-1, 1)
    dA2 = np.dot(W3.T, dZ3).reshape(A2.shape)
    dA2[A2 <= 0] = 0
    dA1, dW2, db2 = conv_backward(max_pool_backward(dA2, Z2, 2), A1, W2, 1, 0)
    dA1 = np.where(A1 > 0, dA1, 0)
    _, dW1, db1 = conv_backward(max_pool_backward(dA1, Z1, 2), X, W1, 1, 0)
    return [dW1, db1, dW2, db2, dW3, db3]
""",
    ),
    Right(
        "lenet-backward-divided-at-the-end",
        r"""
def lenet_backward(X, Y, params, caches):
    Z1, A1, Z2, A2, A3 = caches
    d = A3 - one_hot(Y)
    grads = [d @ flatten(A2).T, d.sum(axis=1, keepdims=True)]
    d = (params[4].T @ d).reshape(A2.shape)
    for Z, A, below, W in ((Z2, A2, A1, params[2]), (Z1, A1, X, params[0])):
        d, dW, db = conv_backward(max_pool_backward(d * relu_deriv(A), Z, 2), below, W, 1, 0)
        grads = [dW, db] + grads
    return tuple(g / len(Y) for g in grads)
""",
    ),
    Right(
        "lenet-backward-gate-after-unpooling",
        r"""
def lenet_backward(X, Y, params, caches):
    W1, _, W2, _, W3, _ = params
    Z1, A1, Z2, A2, A3 = caches
    dZ3 = (A3 - np.eye(A3.shape[0])[Y].T) / Y.shape[0]
    dW3, db3 = dZ3 @ flatten(A2).T, dZ3.sum(1, keepdims=True)
    dA2 = W3.T.dot(dZ3).reshape(A2.shape)
    dZ2 = max_pool_backward(dA2, Z2, 2) * (Z2 > 0)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = max_pool_backward(dA1, Z1, 2) * (Z1 > 0)
    _, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
""",
    ),
    # train_lenet
    Right(
        "train-lenet-line-by-line",
        r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    W1, b1, W2, b2, W3, b3 = params
    losses = []
    m = len(Y)
    for epoch in range(epochs):
        perm = rng.permutation(m)
        Xs, Ys = X[:, :, :, perm], Y[perm]
        for k in range(0, m, batch_size):
            xb, yb = Xs[..., k:k + batch_size], Ys[k:k + batch_size]
            cache = lenet_forward(xb, (W1, b1, W2, b2, W3, b3))
            losses.append(cross_entropy(cache[4], yb))
            dW1, db1, dW2, db2, dW3, db3 = lenet_backward(xb, yb, (W1, b1, W2, b2, W3, b3), cache)
            W1 = W1 - alpha * dW1
            b1 = b1 - alpha * db1
            W2 = W2 - alpha * dW2
            b2 = b2 - alpha * db2
            W3 = W3 - alpha * dW3
            b3 = b3 - alpha * db3
    return (W1, b1, W2, b2, W3, b3), losses
""",
    ),
    Right(
        "train-lenet-in-place-numpy-losses",
        r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    losses = []
    for _ in range(epochs):
        indices = np.arange(Y.size)
        rng.shuffle(indices)
        while indices.size:
            batch, indices = indices[:batch_size], indices[batch_size:]
            caches = lenet_forward(X[..., batch], params)
            losses.append(cross_entropy(caches[-1], Y[batch]))
            for p, g in zip(params, lenet_backward(X[..., batch], Y[batch], params, caches)):
                p -= alpha * g
    return params, np.array(losses)
""",
    ),
    Right(
        "train-lenet-counted-batches",
        r"""
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    params = [np.array(p) for p in params]
    losses = []
    n_batches = int(np.ceil(Y.shape[0] / batch_size))
    for epoch in range(epochs):
        order = rng.choice(Y.shape[0], Y.shape[0], replace=False)
        for n in range(n_batches):
            chosen = order[n * batch_size:min((n + 1) * batch_size, Y.shape[0])]
            out = lenet_forward(np.take(X, chosen, axis=3), params)
            losses += [np.float32(cross_entropy(out[-1], Y[chosen]))]
            grads = lenet_backward(np.take(X, chosen, axis=3), Y[chosen], params, out)
            params = [p - alpha * g for p, g in zip(params, grads)]
    return params, losses
""",
    ),
]
