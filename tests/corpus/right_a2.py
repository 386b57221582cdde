"""Answers that are right by the contract of the second assignment, in the many forms that students write."""

from . import Right

RIGHT: list[Right] = [
    # Starting
    Right(
        "xavier-scaled-standard-normal",
        r"""
def xavier_weights(n_in, n_out, rng):
    return rng.standard_normal((n_out, n_in)) * np.sqrt(2.0 / (n_in + n_out))
""",
    ),
    Right(
        "xavier-uniform",
        r"""
def xavier_weights(n_in, n_out, rng):
    limit = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-limit, limit, size=(n_out, n_in))
""",
    ),
    Right(
        "xavier-float32-drawn-as-inputs-by-units",
        r"""
def xavier_weights(n_in, n_out, rng):
    std = ((n_in + n_out) / 2) ** -0.5
    W = rng.normal(size=(n_in, n_out)).T * std
    return W.astype(np.float32)
""",
    ),
    Right(
        "xavier-row-by-row",
        r"""
def xavier_weights(n_in, n_out, rng):
    fan = (n_in + n_out) / 2
    rows = []
    for unit in range(n_out):
        rows.append([rng.normal(0, 1 / fan ** .5) for _ in range(n_in)])
    return rows
""",
    ),
    Right(
        "he-scaled",
        r"""
def he_weights(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in)) * np.sqrt(2 / n_in)
""",
    ),
    Right(
        "he-uniform",
        r"""
def he_weights(n_in, n_out, rng):
    a = (6 / n_in) ** 0.5
    return (rng.random((n_out, n_in)) * 2 - 1) * a
""",
    ),
    Right(
        "he-over-root",
        r"""
def he_weights(n_in, n_out, rng):
    W = rng.standard_normal(n_out * n_in, dtype=np.float32).reshape(n_out, n_in)
    W /= math.sqrt(n_in / 2)
    return W
""",
    ),
    Right(
        "he-signs-and-sizes",
        r"""
def he_weights(n_in, n_out, rng):
    sizes = np.abs(rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)))
    signs = rng.choice([-1.0, 1.0], (n_out, n_in))
    return signs * sizes
""",
    ),
    Right(
        "start-by-formulas",
        r"""
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.normal(0, np.sqrt(2 / n_inputs), (n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.normal(0, np.sqrt(2 / (n_hidden + n_outputs)), (n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
    ),
    Right(
        "start-output-first-float32-list",
        r"""
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    W1 = he_weights(n_inputs, n_hidden, rng)
    params = [W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))]
    return [p.astype(np.float32) for p in params]
""",
    ),
    Right(
        "start-biases-times-zero",
        r"""
def start_params(n_inputs, n_hidden, n_outputs, rng):
    def layer(n_in, n_out, draw):
        W = draw(n_in, n_out, rng)
        return W, W[:, :1] * 0

    return layer(n_inputs, n_hidden, he_weights) + layer(n_hidden, n_outputs, xavier_weights)
""",
    ),
    Right(
        "start-integer-biases",
        r"""
def start_params(n_inputs, n_hidden, n_outputs, rng):
    weights = he_weights(n_inputs, n_hidden, rng), xavier_weights(n_hidden, n_outputs, rng)
    biases = [[0]] * n_hidden, [[0]] * n_outputs
    return weights[0], biases[0], weights[1], biases[1]
""",
    ),
    # Batches
    Right(
        "batches-shuffled-arange",
        r"""
def mini_batches(m, batch_size, rng):
    indices = np.arange(m)
    rng.shuffle(indices)
    batches = []
    for i in range(0, m, batch_size):
        batches.append(indices[i:i + batch_size])
    return batches
""",
    ),
    Right(
        "batches-while-loop-of-lists",
        r"""
def mini_batches(m, batch_size, rng):
    left = list(range(m))
    batches = []
    while left:
        batch = []
        while left and len(batch) < batch_size:
            batch.append(left.pop(int(rng.integers(len(left)))))
        batches.append(batch)
    return batches
""",
    ),
    Right(
        "batches-split-at-places",
        r"""
def mini_batches(m, batch_size, rng):
    return np.split(rng.permutation(m), np.arange(batch_size, m, batch_size))
""",
    ),
    Right(
        "batches-count-rounded-up",
        r"""
def mini_batches(m, batch_size, rng):
    order = rng.choice(m, size=m, replace=False)
    n_batches = math.ceil(m / batch_size)
    return [order[k * batch_size:min((k + 1) * batch_size, m)] for k in range(n_batches)]
""",
    ),
    Right(
        "batches-tuple-from-sorted-noise",
        r"""
def mini_batches(m, batch_size, rng):
    order = rng.random(m).argsort().astype(np.int32)
    full = m // batch_size
    batches = [order[k * batch_size:(k + 1) * batch_size] for k in range(full)]
    if m % batch_size != 0:
        batches.append(order[full * batch_size:])
    return tuple(batches)
""",
    ),
    # Schedules
    Right(
        "decay-loop",
        r"""
def step_decay(alpha, epoch, factor, every):
    rate = alpha
    for k in range(1, epoch + 1):
        if k % every == 0:
            rate = rate * factor
    return rate
""",
    ),
    Right(
        "decay-floor-and-power",
        r"""
def step_decay(alpha, epoch, factor, every):
    return alpha * np.power(float(factor), np.floor(epoch / every))
""",
    ),
    Right(
        "decay-recursive",
        r"""
def step_decay(alpha, epoch, factor, every):
    if epoch < every:
        return alpha
    return factor * step_decay(alpha, epoch - every, factor, every)
""",
    ),
    Right(
        "decay-by-exp-of-log",
        r"""
def step_decay(alpha, epoch, factor, every):
    steps = int(epoch / every)
    return math.exp(math.log(alpha) + steps * math.log(factor))
""",
    ),
    Right(
        "cosine-numpy",
        r"""
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    else:
        return alpha / 2 * (1 + np.cos(np.pi * (step - n_warmup) / (n_steps - n_warmup)))
""",
    ),
    Right(
        "cosine-of-half-angle-squared",
        r"""
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if n_warmup and step + 1 <= n_warmup:
        return alpha / n_warmup * (step + 1)
    angle = math.pi / 2 * (step - n_warmup) / (n_steps - n_warmup)
    return alpha * math.cos(angle) ** 2
""",
    ),
    Right(
        "cosine-from-the-other-end",
        r"""
def warmup_cosine(alpha, step, n_steps, n_warmup):
    warm = step < n_warmup
    left = n_steps - step
    down = 0.5 * alpha * (1 - math.cos(math.pi * left / max(1, n_steps - n_warmup)))
    return alpha * (step + 1) / n_warmup if warm else down
""",
    ),
    Right(
        "cosine-whole-schedule-then-picked",
        r"""
def warmup_cosine(alpha, step, n_steps, n_warmup):
    up = [alpha * (k + 1) / n_warmup for k in range(n_warmup)]
    n_down = n_steps - n_warmup
    down = [alpha * (1 + math.cos(math.pi * k / n_down)) / 2 for k in range(n_down)]
    return (up + down)[step]
""",
    ),
    # Steps
    Right(
        "momentum-difference-form",
        r"""
def momentum_step(w, dw, v, alpha, beta=0.9):
    new_v = v + (1 - beta) * (dw - v)
    new_w = w - alpha * new_v
    return new_w, new_v
""",
    ),
    Right(
        "momentum-copies-then-in-place",
        r"""
def momentum_step(w, dw, v, alpha, beta=0.9):
    w, v = w.copy(), v.copy()
    v *= beta
    v += (1 - beta) * dw
    w -= alpha * v
    return [w, v]
""",
    ),
    Right(
        "momentum-negative-velocity-inside",
        r"""
def momentum_step(w, dw, v, alpha, beta=0.9):
    u = -v
    u = beta * u - (1 - beta) * dw
    return w + alpha * u, -u
""",
    ),
    Right(
        "momentum-loops",
        r"""
def momentum_step(w, dw, v, alpha, beta=0.9):
    w2, v2 = np.empty(w.shape), np.empty(w.shape)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            v2[i, j] = beta * v[i, j] + (1 - beta) * dw[i, j]
            w2[i, j] = w[i, j] - alpha * v2[i, j]
    return w2, v2
""",
    ),
    Right(
        "rmsprop-named-parts",
        r"""
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    mean_square = beta * s + (1.0 - beta) * np.square(dw)
    scaled = dw / (mean_square ** 0.5 + eps)
    return w - alpha * scaled, mean_square
""",
    ),
    Right(
        "rmsprop-rate-for-each",
        r"""
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = s * beta + dw * dw * (1 - beta)
    rates = alpha / (np.sqrt(s) + eps)
    return w - rates * dw, s
""",
    ),
    Right(
        "rmsprop-difference-form",
        r"""
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = s - (1 - beta) * (s - np.power(dw, 2))
    return w + alpha * (-dw) / (eps + np.sqrt(s)), s
""",
    ),
    Right(
        "rmsprop-float32",
        r"""
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    w, dw, s = (np.asarray(a, dtype=np.float32) for a in (w, dw, s))
    s = np.float32(beta) * s + np.float32(1 - beta) * dw ** 2
    return w - np.float32(alpha) * dw / (np.sqrt(s) + np.float32(eps)), s
""",
    ),
    Right(
        "adam-textbook",
        r"""
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    m_hat = m / (1 - beta1 ** t)
    s_hat = s / (1 - beta2 ** t)
    w = w - alpha * m_hat / (np.sqrt(s_hat) + eps)
    return w, m, s
""",
    ),
    Right(
        "adam-rate-corrected-eps-scaled",
        r"""
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw * dw
    root = math.sqrt(1 - beta2 ** t)
    rate = alpha * root / (1 - beta1 ** t)
    return w - rate * m / (np.sqrt(s) + eps * root), m, s
""",
    ),
    Right(
        "adam-copies-then-in-place",
        r"""
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, s = w.copy(), m.copy(), s.copy()
    m += (1 - beta1) * (dw - m)
    s += (1 - beta2) * (dw * dw - s)
    w -= alpha * (m / (1 - beta1 ** t)) / ((s / (1 - beta2 ** t)) ** 0.5 + eps)
    return w, m, s
""",
    ),
    Right(
        "adam-in-pieces-with-a-helper",
        r"""
def decaying_mean(old, new, beta):
    return beta * old + (1 - beta) * new


def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    new_m, new_s = decaying_mean(m, dw, beta1), decaying_mean(s, np.square(dw), beta2)
    correct = lambda mean, beta: mean / (1 - np.power(beta, t))
    return w - alpha * correct(new_m, beta1) / (np.sqrt(correct(new_s, beta2)) + eps), new_m, new_s
""",
    ),
    Right(
        "adam-float32",
        r"""
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    w, dw, m, s = (np.asarray(a, dtype=np.float32) for a in (w, dw, m, s))
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw**2
    m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
    return (w - alpha * m_hat / (np.sqrt(s_hat) + eps)).astype(np.float32), m, s
""",
    ),
    # Stopping
    Right(
        "stopping-index-of-min",
        r"""
def early_stopping(losses, patience):
    best = losses.index(min(losses))
    return len(losses) - best > patience, best
""",
    ),
    Right(
        "stopping-loop-with-a-counter",
        r"""
def early_stopping(losses, patience):
    best, waited = 0, 0
    for epoch, loss in enumerate(losses):
        if epoch == 0 or loss < losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
    if waited >= patience:
        return True, best
    return False, best
""",
    ),
    Right(
        "stopping-numpy-scalars",
        r"""
def early_stopping(losses, patience):
    losses = np.array(losses)
    best = np.argmin(losses)
    return np.bool_(losses.size - best - 1 >= patience), best
""",
    ),
    Right(
        "stopping-newest-are-no-better",
        r"""
def early_stopping(losses, patience):
    best = min(range(len(losses)), key=lambda epoch: (losses[epoch], epoch))
    before, newest = losses[:-patience], losses[-patience:]
    stop = len(before) > 0 and min(before) <= min(newest)
    return stop, best
""",
    ),
    # Training
    Right(
        "epoch-lists",
        r"""
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    params = list(params)
    ms, ss, t = list(state[0]), list(state[1]), state[2]
    for batch in mini_batches(len(Y), batch_size, rng):
        t = t + 1
        grads = gradients(params, X[:, batch], Y[batch])
        for k in range(4):
            params[k], ms[k], ss[k] = adam_step(params[k], grads[k], ms[k], ss[k], t, alpha)
    return params, [ms, ss, t]
""",
    ),
    Right(
        "epoch-shuffled-at-once",
        r"""
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    order = rng.permutation(Y.size)
    X, Y = X[:, order], Y[order]
    ms, ss, t = state
    for start in range(0, Y.size, batch_size):
        t += 1
        grads = gradients(params, X[:, start:start + batch_size], Y[start:start + batch_size])
        new = [adam_step(p, g, m, s, t, alpha) for p, g, m, s in zip(params, grads, ms, ss)]
        params = tuple(n[0] for n in new)
        ms = tuple(n[1] for n in new)
        ss = tuple(n[2] for n in new)
    return params, (ms, ss, t)
""",
    ),
    Right(
        "epoch-own-gradients",
        r"""
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    (W1, b1, W2, b2), (ms, ss, t) = params, state
    for batch in mini_batches(Y.shape[0], batch_size, rng):
        x, y = X[:, batch], Y[batch]
        Z1 = W1 @ x + b1
        A1 = Z1 * (Z1 > 0)
        Z2 = W2 @ A1 + b2
        E = np.exp(Z2 - Z2.max(axis=0, keepdims=True))
        dZ2 = (E / E.sum(axis=0, keepdims=True) - np.eye(W2.shape[0])[:, y]) / y.size
        dZ1 = (W2.T @ dZ2) * (Z1 > 0)
        slopes = dZ1 @ x.T, dZ1.sum(axis=1, keepdims=True), dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)
        t += 1
        new = [adam_step(w, d, m, s, t, alpha) for w, d, m, s in zip((W1, b1, W2, b2), slopes, ms, ss)]
        (W1, b1, W2, b2), ms, ss = zip(*new)
    return (W1, b1, W2, b2), (ms, ss, t)
""",
    ),
    Right(
        "epoch-copies-in-place-t-from-enumerate",
        r"""
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    params = [p.copy() for p in params]
    ms, ss = [m.copy() for m in state[0]], [s.copy() for s in state[1]]
    for t, batch in enumerate(mini_batches(Y.size, batch_size, rng), state[2] + 1):
        for k, dw in enumerate(gradients(tuple(params), X[:, batch], Y[batch])):
            params[k][...], ms[k][...], ss[k][...] = adam_step(params[k], dw, ms[k], ss[k], t, alpha)
    return tuple(params), (tuple(ms), tuple(ss), t)
""",
    ),
    Right(
        "train-losses-first-then-asked",
        r"""
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([0 * p for p in params], [0 * p for p in params], 0)
    losses, all_params = [], []
    for epoch in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, epoch, epochs, 0), batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        all_params.append(params)
        stop, best = early_stopping(losses, patience)
        if stop:
            break
    return all_params[best], losses
""",
    ),
    Right(
        "train-while-with-own-counter",
        r"""
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    ms = tuple(np.zeros(p.shape) for p in params)
    ss = tuple(np.zeros(p.shape) for p in params)
    state, losses, epoch, waited = (ms, ss, 0), [], 0, 0
    lowest, best_params = float("inf"), None
    while epoch < epochs and waited < patience:
        rate = 0.5 * alpha * (1 + np.cos(np.pi * epoch / epochs))
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        loss = mean_loss(params, X_dev, Y_dev)
        losses.append(loss)
        if loss < lowest:
            lowest, best_params, waited = loss, tuple(p.copy() for p in params), 0
        else:
            waited += 1
        epoch += 1
    return best_params, np.array(losses)
""",
    ),
    Right(
        "train-prints-progress",
        r"""
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = [np.zeros_like(p) for p in params]
    state = (zeros, list(zeros), 0)
    losses = np.zeros(0)
    kept = params
    for epoch in range(epochs):
        rate = warmup_cosine(alpha, epoch, epochs, n_warmup=0)
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng=rng)
        losses = np.append(losses, mean_loss(params, X_dev, Y_dev))
        print(f"epoch {epoch}: dev loss {losses[-1]:.3f}")
        stop, best = early_stopping(list(losses), patience)
        kept = params if best == epoch else kept
        if stop:
            print("stopped early")
            return kept, losses
    return kept, losses
""",
    ),
    Right(
        "train-own-epoch-inside",
        r"""
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    params = list(params)
    m = [np.zeros_like(p) for p in params]
    s = [np.zeros_like(p) for p in params]
    t, losses, best = 0, [], None
    for epoch in range(epochs):
        rate = warmup_cosine(alpha, epoch, epochs, 0)
        for batch in mini_batches(Y.size, batch_size, rng):
            t += 1
            for k, dw in enumerate(gradients(params, X[:, batch], Y[batch])):
                params[k], m[k], s[k] = adam_step(params[k], dw, m[k], s[k], t, rate)
        losses.append(mean_loss(params, X_dev, Y_dev))
        if best is None or losses[-1] < min(losses[:-1]):
            best = list(params)
        if early_stopping(losses, patience)[0]:
            break
    return best, losses
""",
    ),
    Right(
        "compare-list-comprehension",
        r"""
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    return [
        min(train_with_adam(X, Y, X_dev, Y_dev, params, a, epochs, batch_size, epochs, np.random.default_rng(seed))[1])
        for a in alphas
    ]
""",
    ),
    Right(
        "compare-fills-an-array-from-copies",
        r"""
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    results = np.zeros(len(alphas))
    for k, alpha in enumerate(alphas):
        start = tuple(np.copy(p) for p in params)
        rng = np.random.default_rng(seed)
        trained, losses = train_with_adam(X, Y, X_dev, Y_dev, start, alpha, epochs, batch_size, epochs + 1, rng)
        results[k] = np.min(losses)
    return results
""",
    ),
    Right(
        "compare-loss-of-the-kept-parameters",
        r"""
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    lowest = []
    for alpha in alphas:
        trained, _ = train_with_adam(
            X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, 10**6, np.random.default_rng(seed)
        )
        lowest.append(mean_loss(trained, X_dev, Y_dev))
    return np.array(lowest, dtype=np.float32)
""",
    ),
    Right(
        "compare-with-a-run-of-its-own",
        r"""
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    def run(alpha):
        rng = np.random.default_rng(seed)
        return sorted(train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng)[1])[0]

    return np.array(list(map(run, alphas)))
""",
    ),
    # All of one precision
    Right(
        "everything-in-float32",
        r"""
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng).astype(np.float32)
    W2 = xavier_weights(n_hidden, n_outputs, rng).astype(np.float32)
    return W1, np.zeros((n_hidden, 1), np.float32), W2, np.zeros((n_outputs, 1), np.float32)


def momentum_step(w, dw, v, alpha, beta=0.9):
    v = np.float32(beta) * v.astype(np.float32) + np.float32(1 - beta) * dw.astype(np.float32)
    return w.astype(np.float32) - np.float32(alpha) * v, v
""",
    ),
]
