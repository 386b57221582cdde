"""A blind corpus for the assignment on better training: answers that are right, and slips that beginners make.

It was written from the lesson and the contract, without sight of the checks and of the catalogue. A wrong answer is
often a right one with a few words changed: what was changed is the mistake.
"""

from . import Pair, Right, Wrong


def changed(source: str, *changes: tuple[str, str]) -> str:
    """The source with each old text replaced by the new one, wherever it stands."""
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return source


START_PARAMS = """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng)
    b1 = np.zeros((n_hidden, 1))
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
"""
MINI_BATCHES = """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    batches = []
    for start in range(0, m, batch_size):
        batches.append(order[start:start + batch_size])
    return batches
"""
WARMUP_COSINE = """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return 0.5 * alpha * (1 + math.cos(math.pi * progress))
"""
MOMENTUM_STEP = """
def momentum_step(w, dw, v, alpha, beta=0.9):
    v = beta * v + (1 - beta) * dw
    w = w - alpha * v
    return w, v
"""
RMSPROP_STEP = """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw**2
    w = w - alpha * dw / (np.sqrt(s) + eps)
    return w, s
"""
ADAM_STEP = """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw**2
    m_hat = m / (1 - beta1**t)
    s_hat = s / (1 - beta2**t)
    w = w - alpha * m_hat / (np.sqrt(s_hat) + eps)
    return w, m, s
"""
EARLY_STOPPING = """
def early_stopping(losses, patience):
    best = int(np.argmin(losses))
    since = len(losses) - 1 - best
    return since >= patience, best
"""
ADAM_EPOCH = """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    params = list(params)
    ms, ss, t = list(state[0]), list(state[1]), state[2]
    for batch in mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = gradients(params, X[:, batch], Y[batch])
        for k in range(4):
            params[k], ms[k], ss[k] = adam_step(params[k], slopes[k], ms[k], ss[k], t, alpha)
    return params, (ms, ss, t)
"""
TRAIN_WITH_ADAM = """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = [np.zeros_like(p) for p in params]
    state = (zeros, zeros, 0)
    losses = []
    best_params = params
    for epoch in range(epochs):
        rate = warmup_cosine(alpha, epoch, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == epoch:
            best_params = params
        if stop:
            break
    return best_params, np.array(losses)
"""
COMPARE_RATES = """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    lowest = []
    for alpha in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng)
        lowest.append(np.min(losses))
    return np.array(lowest)
"""
XAVIER_WEIGHTS = """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.normal(0, sigma, (n_out, n_in))
"""
HE_WEIGHTS = """
def he_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / n_in)
    return rng.normal(0, sigma, (n_out, n_in))
"""
STEP_DECAY = """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (epoch // every)
"""
RIGHT: list[Right] = [
    Right(
        "xavier-scaled-standard",
        """
def xavier_weights(n_in, n_out, rng):
    return np.sqrt(2 / (n_in + n_out)) * rng.standard_normal((n_out, n_in))
""",
    ),
    Right(
        "xavier-uniform-six",
        """
def xavier_weights(n_in, n_out, rng):
    limit = (6 / (n_in + n_out)) ** 0.5
    return rng.uniform(-limit, limit, size=(n_out, n_in))
""",
    ),
    Right(
        "xavier-random-centred",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2.0 / (n_in + n_out))
    W = rng.random((n_out, n_in)) - 0.5
    W *= math.sqrt(12) * sigma
    return W
""",
    ),
    Right(
        "xavier-loops-lists",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    W = []
    for i in range(n_out):
        row = []
        for j in range(n_in):
            row.append(rng.normal(0, sigma))
        W.append(row)
    return W
""",
    ),
    Right(
        "xavier-float32",
        """
def xavier_weights(n_in, n_out, rng):
    return (rng.standard_normal((n_out, n_in), dtype=np.float32) * np.float32(math.sqrt(2 / (n_in + n_out))))
""",
    ),
    Right(
        "xavier-transposed-draw",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / (n_in + n_out)), (n_in, n_out)).T
""",
    ),
    Right(
        "xavier-signs",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return np.where(rng.random((n_out, n_in)) < 0.5, sigma, -sigma)
""",
    ),
    Right(
        "xavier-laplace",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.laplace(0.0, sigma / math.sqrt(2), (n_out, n_in))
""",
    ),
    Right(
        "xavier-flat-reshape",
        """
def xavier_weights(n_in, n_out, rng):
    variance = 2 / (n_in + n_out)
    numbers = rng.normal(loc=0.0, scale=variance ** 0.5, size=n_in * n_out)
    return numbers.reshape(n_out, n_in)
""",
    ),
    Right(
        "he-standard",
        """
def he_weights(n_in, n_out, rng):
    W = rng.standard_normal(size=(n_out, n_in))
    return W * np.sqrt(2.0 / n_in)
""",
    ),
    Right(
        "he-uniform",
        """
def he_weights(n_in, n_out, rng):
    a = math.sqrt(6 / n_in)
    return rng.uniform(-a, a, (n_out, n_in))
""",
    ),
    Right(
        "he-rows",
        """
def he_weights(n_in, n_out, rng):
    W = np.empty((n_out, n_in))
    for unit in range(n_out):
        W[unit] = rng.normal(0, (2 / n_in) ** 0.5, n_in)
    return W
""",
    ),
    Right(
        "he-columns-drawn",
        """
def he_weights(n_in, n_out, rng):
    W = np.zeros((n_out, n_in))
    for j in range(n_in):
        W[:, j] = rng.normal(scale=math.sqrt(2 / n_in), size=n_out)
    return W
""",
    ),
    Right(
        "he-via-helper",
        """
def spread_weights(sigma, shape, rng):
    return sigma * rng.normal(size=shape)

def he_weights(n_in, n_out, rng):
    return spread_weights(1 / math.sqrt(n_in / 2), (n_out, n_in), rng)
""",
    ),
    Right(
        "he-float32",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_in), (n_out, n_in)).astype('float32')
""",
    ),
    Right(
        "he-triangular",
        """
def he_weights(n_in, n_out, rng):
    s = math.sqrt(2 / n_in)
    return (rng.random((n_out, n_in)) - rng.random((n_out, n_in))) * s * math.sqrt(6)
""",
    ),
    Right(
        "he-tolist",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2) / math.sqrt(n_in), (n_out, n_in)).tolist()
""",
    ),
    Right(
        "start-inline",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = rng.normal(0, math.sqrt(2 / n_inputs), (n_hidden, n_inputs))
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.normal(0, math.sqrt(2 / (n_hidden + n_outputs)), (n_outputs, n_hidden))
    b2 = np.zeros((n_outputs, 1))
    return W1, b1, W2, b2
""",
    ),
    Right(
        "start-reverse-order-draw",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    b2 = [[0] for _ in range(n_outputs)]
    W1 = he_weights(n_inputs, n_hidden, rng)
    b1 = [[0] for _ in range(n_hidden)]
    return [W1, b1, W2, b2]
""",
    ),
    Right(
        "start-int-zeros",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    sizes = [n_inputs, n_hidden, n_outputs]
    b1, b2 = (np.zeros((size, 1), dtype=int) for size in sizes[1:])
    return (he_weights(*sizes[:2], rng), b1, xavier_weights(*sizes[1:], rng), b2)
""",
    ),
    Right(
        "start-zero-times",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng)
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    return W1, 0.0 * W1[:, :1], W2, W2[:, :1] * 0
""",
    ),
    Right(
        "start-float32",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    params = []
    params.append(np.asarray(he_weights(n_inputs, n_hidden, rng), np.float32))
    params.append(np.zeros((n_hidden, 1), np.float32))
    params.append(np.asarray(xavier_weights(n_hidden, n_outputs, rng), np.float32))
    params.append(np.zeros((n_outputs, 1), np.float32))
    return tuple(params)
""",
    ),
    Right(
        "start-keywords",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1, W2 = he_weights(n_in=n_inputs, n_out=n_hidden, rng=rng), xavier_weights(n_in=n_hidden, n_out=n_outputs, rng=rng)
    b1, b2 = np.full((n_hidden, 1), 0.0), np.full((n_outputs, 1), 0.0)
    return W1, b1, W2, b2
""",
    ),
    Right(
        "start-all-own",
        """
def draw(n_in, n_out, variance, rng):
    limit = math.sqrt(3 * variance)
    return rng.uniform(-limit, limit, (n_out, n_in))

def start_params(n_inputs, n_hidden, n_outputs, rng):
    return (draw(n_inputs, n_hidden, 2 / n_inputs, rng), np.zeros(n_hidden)[:, None],
            draw(n_hidden, n_outputs, 2 / (n_hidden + n_outputs), rng), np.zeros(n_outputs)[:, None])
""",
    ),
    Right(
        "batches-shuffle",
        """
def mini_batches(m, batch_size, rng):
    order = np.arange(m)
    rng.shuffle(order)
    batches = []
    start = 0
    while start < m:
        batches.append(order[start:start + batch_size])
        start += batch_size
    return batches
""",
    ),
    Right(
        "batches-array-split",
        """
def mini_batches(m, batch_size, rng):
    return np.split(rng.permutation(m), np.arange(batch_size, m, batch_size))
""",
    ),
    Right(
        "batches-argsort",
        """
def mini_batches(m, batch_size, rng):
    order = np.argsort(rng.random(m))
    n = math.ceil(m / batch_size)
    return [order[k * batch_size:min((k + 1) * batch_size, m)] for k in range(n)]
""",
    ),
    Right(
        "batches-choice",
        """
def mini_batches(m, batch_size, rng):
    order = rng.choice(m, m, replace=False)
    full = m // batch_size
    batches = [order[i * batch_size:(i + 1) * batch_size] for i in range(full)]
    if m % batch_size:
        batches.append(order[full * batch_size:])
    return batches
""",
    ),
    Right(
        "batches-pop",
        """
def mini_batches(m, batch_size, rng):
    left = list(range(m))
    batches, batch = [], []
    while left:
        batch.append(left.pop(int(rng.integers(len(left)))))
        if len(batch) == batch_size:
            batches.append(np.array(batch))
            batch = []
    if batch:
        batches.append(np.array(batch))
    return batches
""",
    ),
    Right(
        "batches-tuple-int32",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(np.arange(m, dtype=np.int32))
    return tuple(order[i:i + batch_size].copy() for i in range(0, m, batch_size))
""",
    ),
    Right(
        "batches-generator-list",
        """
def pieces(order, size):
    while len(order):
        yield order[:size]
        order = order[size:]

def mini_batches(m, batch_size, rng):
    return list(pieces(rng.permutation(m), batch_size))
""",
    ),
    Right(
        "batches-reshape-tail",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    whole = m - m % batch_size
    out = list(order[:whole].reshape(-1, batch_size))
    if whole < m:
        out.append(order[whole:])
    return out
""",
    ),
    Right(
        "batches-permuted-reversed",
        """
def mini_batches(m, batch_size, rng):
    p = rng.permutation(m)[::-1]
    return [p[a:a + batch_size] for a in np.arange(0, m, batch_size)]
""",
    ),
    Right(
        "decay-int-math",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * math.pow(factor, math.floor(epoch / every))
""",
    ),
    Right(
        "decay-loop",
        """
def step_decay(alpha, epoch, factor, every):
    rate = alpha
    for e in range(1, epoch + 1):
        if e % every == 0:
            rate *= factor
    return rate
""",
    ),
    Right(
        "decay-recursive",
        """
def step_decay(alpha, epoch, factor, every):
    if epoch < every:
        return alpha
    return factor * step_decay(alpha, epoch - every, factor, every)
""",
    ),
    Right(
        "decay-np",
        """
def step_decay(alpha, epoch, factor, every):
    return np.float64(alpha) * np.power(float(factor), np.floor(np.divide(epoch, every)))
""",
    ),
    Right(
        "decay-int",
        """
def step_decay(alpha, epoch, factor, every):
    stairs = int(epoch / every)
    return float(alpha * factor ** stairs)
""",
    ),
    Right(
        "decay-list",
        """
def step_decay(alpha, epoch, factor, every):
    rates = [alpha]
    while len(rates) <= epoch:
        rates.append(rates[-1] * (factor if len(rates) % every == 0 else 1))
    return rates[epoch]
""",
    ),
    Right(
        "decay-exp-log",
        """
def step_decay(alpha, epoch, factor, every):
    steps, _ = divmod(epoch, every)
    return alpha * math.prod([factor] * steps)
""",
    ),
    Right(
        "decay-array0d",
        """
def step_decay(alpha, epoch, factor, every):
    return np.array(alpha * factor ** (epoch // every))
""",
    ),
    Right(
        "cosine-ternary",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    down = alpha / 2 * (1 + np.cos(np.pi * (step - n_warmup) / (n_steps - n_warmup)))
    return alpha * (step + 1) / n_warmup if step < n_warmup else down
""",
    ),
    Right(
        "cosine-half-angle",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step >= n_warmup:
        return alpha * math.cos(math.pi / 2 * (step - n_warmup) / (n_steps - n_warmup)) ** 2
    return (step + 1) * alpha / n_warmup
""",
    ),
    Right(
        "cosine-degrees",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step + 1 <= n_warmup:
        return alpha * ((1 + step) / n_warmup)
    angle = math.radians(180 * (step - n_warmup) / (n_steps - n_warmup))
    return alpha * (1 + math.cos(angle)) / 2
""",
    ),
    Right(
        "cosine-list",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    rates = [alpha * (k + 1) / n_warmup for k in range(n_warmup)]
    length = n_steps - n_warmup
    rates += [0.5 * alpha * (1 + math.cos(math.pi * k / length)) for k in range(length)]
    return rates[step]
""",
    ),
    Right(
        "cosine-array-where",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    up = alpha * (step + 1) / max(n_warmup, 1)
    down = 0.5 * alpha * (1 + np.cos(np.pi * (step - n_warmup) / (n_steps - n_warmup)))
    return np.where(step < n_warmup, up, down)
""",
    ),
    Right(
        "cosine-sin",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if n_warmup > 0 and step < n_warmup:
        return np.linspace(alpha / n_warmup, alpha, n_warmup)[step]
    x = (step - n_warmup) / (n_steps - n_warmup)
    return alpha * (1 - math.sin(math.pi * x / 2) ** 2)
""",
    ),
    Right(
        "cosine-subtract-form",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step in range(n_warmup):
        return float(alpha) / n_warmup * (step + 1)
    left = (n_steps - step) / (n_steps - n_warmup)
    return alpha * 0.5 - alpha * 0.5 * math.cos(math.pi * left)
""",
    ),
    Right(
        "momentum-names",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    new_v = np.add(np.multiply(beta, v), np.multiply(1 - beta, dw))
    new_w = np.subtract(w, np.multiply(alpha, new_v))
    return [new_w, new_v]
""",
    ),
    Right(
        "momentum-copy-inplace",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    v = v.copy()
    v *= beta
    v += (1 - beta) * dw
    w = w.copy()
    w -= alpha * v
    return w, v
""",
    ),
    Right(
        "momentum-increment",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    v_new = v + (1 - beta) * (dw - v)
    return w + -alpha * v_new, v_new
""",
    ),
    Right(
        "momentum-nditer",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    nw, nv = np.zeros_like(w), np.zeros_like(v)
    for i in np.ndindex(w.shape):
        nv[i] = beta * v[i] + (1 - beta) * dw[i]
        nw[i] = w[i] - alpha * nv[i]
    return nw, nv
""",
    ),
    Right(
        "momentum-tolist",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    velocity = beta * v + (1 - beta) * dw
    return (w - velocity * alpha).tolist(), velocity.tolist()
""",
    ),
    Right(
        "momentum-average",
        """
def blend(old, new, keep):
    return keep * old + (1 - keep) * new

def momentum_step(w, dw, v, alpha, beta=0.9):
    v = blend(v, dw, beta)
    return w - alpha * v, v
""",
    ),
    Right(
        "momentum-expanded",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    return w - alpha * beta * v - alpha * (1 - beta) * dw, beta * v + dw - beta * dw
""",
    ),
    Right(
        "rms-square",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = np.multiply(beta, s) + np.multiply(1.0 - beta, np.square(dw))
    step = dw / (s ** 0.5 + eps)
    return w - step * alpha, s
""",
    ),
    Right(
        "rms-copy",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    new_s = np.array(s, dtype=float)
    new_s *= beta
    new_s += dw * dw * (1 - beta)
    new_w = np.array(w, dtype=float)
    new_w -= alpha / (np.sqrt(new_s) + eps) * dw
    return new_w, new_s
""",
    ),
    Right(
        "rms-loops",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    shape = w.shape
    ws, ss = [], []
    for a, d, q in zip(w.ravel(), dw.ravel(), s.ravel()):
        q = beta * q + (1 - beta) * d * d
        ws.append(a - alpha * d / (math.sqrt(q) + eps))
        ss.append(q)
    return np.reshape(ws, shape), np.reshape(ss, shape)
""",
    ),
    Right(
        "rms-einsum",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    squares = np.einsum('...,...->...', dw, dw)
    s = s + (1 - beta) * (squares - s)
    rate = alpha / (eps + np.sqrt(s))
    return w - rate * dw, s
""",
    ),
    Right(
        "rms-lists",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * np.abs(dw) ** 2
    return [(w - alpha * dw / (np.sqrt(s) + eps)).tolist(), s.tolist()]
""",
    ),
    Right(
        "rms-power",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    mean_square = beta * s + (1 - beta) * np.power(dw, 2)
    root = np.power(mean_square, 0.5)
    return np.subtract(w, np.divide(alpha * dw, root + eps)), mean_square
""",
    ),
    Right(
        "adam-textbook",
        """
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
        "adam-uses-others",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    _, m = momentum_step(w, dw, m, alpha, beta1)
    _, s = rmsprop_step(w, dw, s, alpha, beta2, eps)
    return w - alpha * (m / (1 - beta1**t)) / (np.sqrt(s / (1 - beta2**t)) + eps), m, s
""",
    ),
    Right(
        "adam-folded-rate",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (dw - m)
    s = s + (1 - beta2) * (dw * dw - s)
    c2 = math.sqrt(1 - beta2 ** t)
    rate = alpha * c2 / (1 - beta1 ** t)
    return w - rate * m / (np.sqrt(s) + eps * c2), m, s
""",
    ),
    Right(
        "adam-elementwise",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, s = w.copy(), m.copy(), s.copy()
    for i in np.ndindex(*w.shape):
        m[i] = beta1 * m[i] + (1 - beta1) * dw[i]
        s[i] = beta2 * s[i] + (1 - beta2) * dw[i] ** 2
        w[i] -= alpha * (m[i] / (1 - beta1 ** t)) / (math.sqrt(s[i] / (1 - beta2 ** t)) + eps)
    return [w, m, s]
""",
    ),
    Right(
        "adam-inner-helper",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    def running(old, new, beta):
        mean = beta * old + (1 - beta) * new
        return mean, mean / (1 - math.pow(beta, t))

    m_new, m_hat = running(m, dw, beta1)
    s_new, s_hat = running(s, np.square(dw), beta2)
    return np.subtract(w, alpha * np.divide(m_hat, np.sqrt(s_hat) + eps)), m_new, s_new
""",
    ),
    Right(
        "adam-out-own",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    new_m = np.empty_like(m)
    np.multiply(m, beta1, out=new_m)
    new_m += (1 - beta1) * dw
    new_s = np.copy(s)
    new_s *= beta2
    new_s += (1 - beta2) * dw * dw
    new_w = w.copy()
    new_w -= alpha * new_m / (1 - beta1**t) / (np.sqrt(new_s / (1 - beta2**t)) + eps)
    return new_w, new_m, new_s
""",
    ),
    Right(
        "early-loop",
        """
def early_stopping(losses, patience):
    best = 0
    for k in range(1, len(losses)):
        if losses[k] < losses[best]:
            best = k
    since = len(losses) - best - 1
    return since >= patience, best
""",
    ),
    Right(
        "early-index",
        """
def early_stopping(losses, patience):
    best = losses.index(min(losses))
    if len(losses[best + 1:]) >= patience:
        return True, best
    return False, best
""",
    ),
    Right(
        "early-numpy-bool",
        """
def early_stopping(losses, patience):
    losses = np.array(losses)
    best = np.argmin(losses)
    return np.bool_(losses.size - best > patience), best
""",
    ),
    Right(
        "early-sorted",
        """
def early_stopping(losses, patience):
    order = sorted(range(len(losses)), key=lambda k: (losses[k], k))
    best = order[0]
    return [not (len(losses) - 1 - best < patience), best]
""",
    ),
    Right(
        "early-where",
        """
def early_stopping(losses, patience):
    arr = np.asarray(losses, dtype=float)
    best = int(np.where(arr == arr.min())[0][0])
    return bool(best + patience <= len(losses) - 1), best
""",
    ),
    Right(
        "early-recent-min",
        """
def early_stopping(losses, patience):
    best = min(range(len(losses)), key=losses.__getitem__)
    waited = 0
    for _ in losses[best + 1:]:
        waited += 1
    return waited >= patience, best
""",
    ),
    Right(
        "early-counter",
        """
def early_stopping(losses, patience):
    lowest, best, waited = float('inf'), 0, 0
    for epoch, loss in enumerate(losses):
        if loss < lowest:
            lowest, best, waited = loss, epoch, 0
        else:
            waited += 1
    return waited >= patience, best
""",
    ),
    Right(
        "epoch-lists",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    params, ms, ss = list(params), list(ms), list(ss)
    for batch in mini_batches(Y.size, batch_size, rng):
        t = t + 1
        grads = gradients(params, X[:, batch], Y[batch])
        for k in range(4):
            params[k], ms[k], ss[k] = adam_step(params[k], grads[k], ms[k], ss[k], t, alpha)
    return params, (ms, ss, t)
""",
    ),
    Right(
        "epoch-new-lists",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    (ms, ss, t) = state
    for batch in mini_batches(X.shape[1], batch_size, rng):
        t += 1
        dparams = gradients(params, X[:, batch], Y[batch])
        new_p, new_m, new_s = [], [], []
        for p, g, m, s in zip(params, dparams, ms, ss):
            p, m, s = adam_step(p, g, m, s, t, alpha)
            new_p.append(p)
            new_m.append(m)
            new_s.append(s)
        params, ms, ss = tuple(new_p), tuple(new_m), tuple(new_s)
    return [params, [ms, ss, t]]
""",
    ),
    Right(
        "epoch-written-out",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    W1, b1, W2, b2 = params
    (mW1, mb1, mW2, mb2), (sW1, sb1, sW2, sb2), t = state
    for batch in mini_batches(len(Y), batch_size, rng):
        t += 1
        dW1, db1, dW2, db2 = gradients((W1, b1, W2, b2), X[:, batch], Y[batch])
        W1, mW1, sW1 = adam_step(W1, dW1, mW1, sW1, t, alpha)
        b1, mb1, sb1 = adam_step(b1, db1, mb1, sb1, t, alpha)
        W2, mW2, sW2 = adam_step(W2, dW2, mW2, sW2, t, alpha)
        b2, mb2, sb2 = adam_step(b2, db2, mb2, sb2, t, alpha)
    return (W1, b1, W2, b2), ((mW1, mb1, mW2, mb2), (sW1, sb1, sW2, sb2), t)
""",
    ),
    Right(
        "epoch-copies-inplace",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    params = [p.copy() for p in params]
    ms = [np.array(m) for m in state[0]]
    ss = [np.array(s) for s in state[1]]
    t = int(state[2])
    for batch in mini_batches(Y.size, batch_size, rng):
        t += 1
        for p, g, m, s in zip(params, gradients(params, X[:, batch], Y[batch]), ms, ss):
            p[...], m[...], s[...] = adam_step(p, g, m, s, t, alpha)
    return tuple(params), (tuple(ms), tuple(ss), t)
""",
    ),
    Right(
        "epoch-own-batches",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    order = rng.permutation(Y.size)
    for i in range(0, Y.size, batch_size):
        cols = order[i:i + batch_size]
        t += 1
        slopes = gradients(params, X[:, cols], Y[cols])
        out = [adam_step(params[k], slopes[k], ms[k], ss[k], t, alpha) for k in range(4)]
        params = tuple(o[0] for o in out)
        ms = tuple(o[1] for o in out)
        ss = tuple(o[2] for o in out)
    return params, (ms, ss, t)
""",
    ),
    Right(
        "epoch-enumerate",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, start = state
    t = start
    for t, batch in enumerate(mini_batches(Y.size, batch_size, rng), start + 1):
        slopes = gradients(params, np.take(X, batch, axis=1), np.take(Y, batch))
        results = list(map(lambda *a: adam_step(*a, t, alpha), params, slopes, ms, ss))
        params, ms, ss = (list(column) for column in zip(*results))
    return params, (ms, ss, t)
""",
    ),
    Right(
        "epoch-own-adam",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    for batch in mini_batches(Y.size, batch_size, rng):
        t += 1
        g = gradients(params, X[:, batch], Y[batch])
        ms = [0.9 * m + 0.1 * d for m, d in zip(ms, g)]
        ss = [0.999 * s + 0.001 * d ** 2 for s, d in zip(ss, g)]
        params = [p - alpha * (m / (1 - 0.9 ** t)) / (np.sqrt(s / (1 - 0.999 ** t)) + 1e-8)
                  for p, m, s in zip(params, ms, ss)]
    return params, (ms, ss, t)
""",
    ),
    Right(
        "epoch-t-array",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = list(state[0]), list(state[1]), np.array(state[2])
    params = list(params)
    for batch in mini_batches(Y.size, batch_size, rng):
        t = t + 1
        slopes = gradients(tuple(params), X[:, batch], Y[batch])
        for k, slope in enumerate(slopes):
            w, m, s = adam_step(params[k], slope, ms[k], ss[k], t, alpha)
            params[k] = w
            ms[k] = m
            ss[k] = s
    return tuple(params), (tuple(ms), tuple(ss), t)
""",
    ),
    Right(
        "train-plain-loop",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    ms = [np.zeros(p.shape) for p in params]
    ss = [np.zeros(p.shape) for p in params]
    state = (ms, ss, 0)
    losses = []
    best_params = None
    for k in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, k, epochs, 0), batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == k:
            best_params = params
        if stop:
            break
    return best_params, losses
""",
    ),
    Right(
        "train-all-kept",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = [0 * p for p in params]
    state = (zeros, zeros, 0)
    history, losses = [], []
    stop, epoch = False, 0
    while not stop and epoch < epochs:
        rate = warmup_cosine(alpha, epoch, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        history.append(params)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        epoch += 1
    return history[best], np.array(losses)
""",
    ),
    Right(
        "train-own-schedule",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0)
    losses = np.zeros(0)
    kept = params
    for epoch in range(epochs):
        rate = alpha / 2 * (1 + np.cos(np.pi * epoch / epochs))
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        loss = mean_loss(params, X_dev, Y_dev)
        if losses.size == 0 or loss < losses.min():
            kept = [p.copy() for p in params]
        losses = np.append(losses, loss)
        if losses.size - 1 - losses.argmin() >= patience:
            return kept, losses
    return kept, losses
""",
    ),
    Right(
        "train-counter",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = tuple(np.zeros_like(p) for p in params), tuple(np.zeros_like(p) for p in params), 0
    lowest, waited, out = float('inf'), 0, []
    current = tuple(np.array(p) for p in params)
    best = current
    for k in range(epochs):
        current, state = adam_epoch(X, Y, current, state, warmup_cosine(alpha, k, epochs, 0), batch_size, rng)
        out.append(mean_loss(current, X_dev, Y_dev))
        if out[-1] < lowest:
            lowest, waited, best = out[-1], 0, current
        else:
            waited += 1
        if waited >= patience:
            break
    return list(best), out
""",
    ),
    Right(
        "train-own-epoch",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    ms, ss, t = [0.0 * p for p in params], [0.0 * p for p in params], 0
    params = list(params)
    losses, saved = [], None
    for k in range(epochs):
        rate = warmup_cosine(alpha, k, epochs, 0)
        for batch in mini_batches(Y.size, batch_size, rng):
            t += 1
            g = gradients(params, X[:, batch], Y[batch])
            for i in range(4):
                params[i], ms[i], ss[i] = adam_step(params[i], g[i], ms[i], ss[i], t, rate)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == len(losses) - 1:
            saved = list(params)
        if stop:
            break
    return saved, np.array(losses)
""",
    ),
    Right(
        "train-float32-losses",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = [[np.zeros_like(v) for v in params] for _ in range(2)] + [0]
    kept, losses = {}, []
    for epoch in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, epoch, epochs, 0), batch_size, rng)
        kept[epoch] = params
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if stop:
            break
    return kept[best], tuple(losses)
""",
    ),
    Right(
        "rates-comprehension",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    rest = epochs, batch_size, epochs
    return [min(train_with_adam(X, Y, X_dev, Y_dev, params, a, *rest, np.random.default_rng(seed))[1]) for a in alphas]
""",
    ),
    Right(
        "rates-array",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    result = np.zeros(len(alphas))
    for i, alpha in enumerate(alphas):
        start = tuple(p.copy() for p in params)
        generator = np.random.default_rng(seed)
        trained, losses = train_with_adam(X, Y, X_dev, Y_dev, start, alpha, epochs, batch_size, epochs + 1, generator)
        result[i] = np.min(losses)
    return result
""",
    ),
    Right(
        "rates-best-params-loss",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    out = []
    for alpha in alphas:
        rng = np.random.default_rng(seed)
        best, _ = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, 10**9, rng)
        out.append(mean_loss(best, X_dev, Y_dev))
    return np.array(out)
""",
    ),
    Right(
        "rates-map",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    def run(alpha):
        rng = np.random.default_rng(seed)
        losses = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng)[1]
        return sorted(losses)[0]
    return np.array(list(map(run, alphas)))
""",
    ),
    Right(
        "rates-cache",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    known = {}
    for alpha in alphas:
        if alpha not in known:
            rng = np.random.default_rng(seed)
            _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, float('inf'), rng)
            known[alpha] = float(np.asarray(losses).min())
    return [known[alpha] for alpha in alphas]
""",
    ),
    Right(
        "rates-deepcopy",
        """
import copy


def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    lowest = np.full(len(alphas), np.inf)
    for k in range(len(alphas)):
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, copy.deepcopy(params), alphas[k], epochs, batch_size, epochs,
                                    np.random.default_rng(seed))
        for loss in losses:
            if loss < lowest[k]:
                lowest[k] = loss
    return lowest
""",
    ),
]

WRONG: list[Wrong] = [
    # takes the variance for the standard deviation
    Wrong(
        "xavier-no-root",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, 2 / (n_in + n_out), (n_out, n_in))
""",
        ("root|variance",),
    ),
    # the shape is (n_in, n_out)
    Wrong(
        "xavier-transposed",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.normal(0, sigma, (n_in, n_out))
""",
        ("transpos|n_out, n_in|swap|other way|shape",),
    ),
    # 1 instead of 2 in the root
    Wrong(
        "xavier-one-over-sum",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(1 / (n_in + n_out))
    return rng.normal(0, sigma, (n_out, n_in))
""",
        ("\\b2\\b.*\\b1\\b|\\b1\\b.*\\b2\\b|instead of 2|too small|0\\.7|root (of )?2|½",),
    ),
    # He's formula, without n_out
    Wrong(
        "xavier-he",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_in), (n_out, n_in))
""",
        ("n_out|He\\b|He'",),
    ),
    # n_out alone
    Wrong(
        "xavier-only-n-out",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_out), (n_out, n_in))
""",
        ("n_in|n_out",),
    ),
    # 1 / n_in in the root (LeCun)
    Wrong(
        "xavier-lecun",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_out, n_in))
""",
        ("n_out|1 / n_in|1/n_in|LeCun",),
    ),
    # 2 / n_in + n_out: the brackets are missing
    Wrong(
        "xavier-precedence",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_in + n_out), (n_out, n_in))
""",
        ("bracket|parenthes|too (large|wide)|large|wide",),
    ),
    # the uniform limit sqrt(6 / ...) as a standard deviation
    Wrong(
        "xavier-six-normal",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(6 / (n_in + n_out)), (n_out, n_in))
""",
        ("\\b6\\b|uniform|limit|root (of )?3|1\\.7",),
    ),
    # uniform from -sigma to sigma, whose standard deviation is smaller by root 3
    Wrong(
        "xavier-uniform-sigma",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.uniform(-sigma, sigma, (n_out, n_in))
""",
        ("uniform|root (of )?3|√3|1\\.7|0\\.58",),
    ),
    # all weights positive: random() isn't centred
    Wrong(
        "xavier-uniform-positive",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.random((n_out, n_in)) * sigma
""",
        ("mean|positive|negative|centred|0\\.5|half",),
    ),
    # sigma * (random - 0.5): 1/root 12 too small
    Wrong(
        "xavier-random-half",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return (rng.random((n_out, n_in)) - 0.5) * math.sqrt(2 / (n_in + n_out))
""",
        ("uniform|12|0\\.29|spread|too small|standard deviation",),
    ),
    # draws from np.random, not from rng
    Wrong(
        "xavier-np-random",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return np.random.randn(n_out, n_in) * np.sqrt(2 / (n_in + n_out))
""",
        ("rng",),
    ),
    # makes a generator of its own with seed 0
    Wrong(
        "xavier-own-generator",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    rng = np.random.default_rng(0)
    return rng.normal(0, math.sqrt(2 / (n_in + n_out)), (n_out, n_in))
""",
        ("rng|same numbers|generator|seed",),
    ),
    # normal(sigma, 1): mean and deviation in the wrong places
    Wrong(
        "xavier-mean-sigma",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.normal(sigma, 1, (n_out, n_in))
""",
        ("mean|order|place|swap",),
    ),
    # standard normal, no sigma
    Wrong(
        "xavier-standard",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in))
""",
        ("sigma|standard deviation|scale|1\\b",),
    ),
    # divided by sigma
    Wrong(
        "xavier-divided",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.standard_normal((n_out, n_in)) / sigma
""",
        ("divid|too (large|wide)|1 / sigma|multipl",),
    ),
    # whole-number division: all zeros
    Wrong(
        "xavier-floor",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 // (n_in + n_out)), (n_out, n_in))
""",
        ("zero|//|whole|are 0",),
    ),
    # absolute values
    Wrong(
        "xavier-abs",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return np.abs(rng.normal(0, math.sqrt(2 / (n_in + n_out)), (n_out, n_in)))
""",
        ("positive|negative|absolute|mean",),
    ),
    # one row for all units
    Wrong(
        "xavier-one-row",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    row = rng.normal(0, math.sqrt(2 / (n_in + n_out)), n_in)
    return np.array([row for _ in range(n_out)])
""",
        ("same|row|unit|once|equal",),
    ),
    # ±½ as in lesson one
    Wrong(
        "xavier-half-uniform",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.uniform(-0.5, 0.5, (n_out, n_in))
""",
        ("half|0\\.5|½|lesson|same.*size|sigma|depend",),
    ),
    # n_in * n_out instead of the sum
    Wrong(
        "xavier-product",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / (n_in * n_out)), (n_out, n_in))
""",
        ("multipl|product|added",),
    ),
    # 2 / ((n_in + n_out) / 2): the mean
    Wrong(
        "xavier-mean-not-sum",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    n = (n_in + n_out) / 2
    return rng.normal(0, math.sqrt(2 / n), (n_out, n_in))
""",
        ("twice|mean|root (of )?2|√2|1\\.4|4|too (large|wide)",),
    ),
    # variance for deviation
    Wrong(
        "he-no-root",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_out, n_in))
""",
        ("root|variance",),
    ),
    # scales by sigma squared
    Wrong(
        "he-variance-arg",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / n_in)
    return rng.standard_normal((n_out, n_in)) * sigma ** 2
""",
        ("root|variance|squar",),
    ),
    # shape (n_in, n_out)
    Wrong(
        "he-transposed",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * math.sqrt(2 / n_in)
""",
        ("transpos|n_out, n_in|swap|other way|shape",),
    ),
    # n_out in place of n_in
    Wrong(
        "he-n-out",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_out), (n_out, n_in))
""",
        ("n_in|n_out|inputs",),
    ),
    # Xavier's formula
    Wrong(
        "he-xavier",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / (n_in + n_out)), (n_out, n_in))
""",
        ("Xavier|n_out",),
    ),
    # xavier times root 2: still has n_out
    Wrong(
        "he-calls-xavier",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return math.sqrt(2) * rng.normal(0, math.sqrt(2 / (n_in + n_out)), (n_out, n_in))
""",
        ("Xavier|n_out",),
    ),
    # 1 / n_in in the root
    Wrong(
        "he-one",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_out, n_in))
""",
        ("2|twice|doubl|too small|0\\.7",),
    ),
    # root of 2 over n_in: root taken of the 2 only
    Wrong(
        "he-root-two-only-top",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2) / n_in, (n_out, n_in))
""",
        ("root|too small|n_in",),
    ),
    # 2 / sqrt(n_in): the 2 stands outside the root
    Wrong(
        "he-two-over-root",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, 2 / math.sqrt(n_in), (n_out, n_in))
""",
        ("root|too (large|wide)|outside|1\\.4",),
    ),
    # sqrt(n_in / 2), upside down
    Wrong(
        "he-inverse",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(n_in / 2), (n_out, n_in))
""",
        ("upside|divid|invers|too (large|wide)|large",),
    ),
    # uniform between ±sigma
    Wrong(
        "he-uniform-sigma",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / n_in)
    return rng.uniform(-sigma, sigma, (n_out, n_in))
""",
        ("uniform|root (of )?3|√3|1\\.7|0\\.58",),
    ),
    # uniform from 0 up
    Wrong(
        "he-uniform-zero-to-limit",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.uniform(0, math.sqrt(6 / n_in), (n_out, n_in))
""",
        ("mean|positive|negative",),
    ),
    # ReLU applied to the weights
    Wrong(
        "he-relu",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return np.maximum(rng.normal(0, math.sqrt(2 / n_in), (n_out, n_in)), 0)
""",
        ("negative|positive|relu|mean",),
    ),
    # np.random with a fixed seed
    Wrong(
        "he-np-random",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    np.random.seed(1)
    return np.random.randn(n_out, n_in) * np.sqrt(2 / n_in)
""",
        ("rng",),
    ),
    # a fresh default_rng()
    Wrong(
        "he-new-rng",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    generator = np.random.default_rng()
    return generator.normal(0, math.sqrt(2 / n_in), (n_out, n_in))
""",
        ("rng",),
    ),
    # 0.01 whatever n_in
    Wrong(
        "he-hundredth",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return 0.01 * rng.normal(size=(n_out, n_in))
""",
        ("0\\.01|n_in|depend|same|too",),
    ),
    # shape (n_in, n_in)
    Wrong(
        "he-square-shape",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_in), (n_in, n_in))
""",
        ("n_out|shape|row",),
    ),
    # flat array
    Wrong(
        "he-flat",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_in), n_out * n_in)
""",
        ("flat|one-dim|dimension|shape|tuple",),
    ),
    # normal(0, s, n_out, n_in) raises TypeError
    Wrong(
        "he-shape-not-tuple",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, math.sqrt(2 / n_in), n_out, n_in)
""",
        ("tuple|argument|bracket|parenthes",),
    ),
    # mean 1
    Wrong(
        "he-mean-one",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(1, math.sqrt(2 / n_in), (n_out, n_in))
""",
        ("mean",),
    ),
    # returns sigma only
    Wrong(
        "he-returns-sigma",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / n_in)
    return sigma
""",
        ("number|array|shape|sigma",),
    ),
    # returns nothing
    Wrong(
        "he-no-return",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / n_in)
    W = rng.normal(0, sigma, (n_out, n_in))
""",
        ("return|None",),
    ),
    # He for W2 too
    Wrong(
        "start-he-twice",
        "start_params",
        changed(START_PARAMS, ("xavier_weights(", "he_weights(")),
        ("W2.*(He|Xavier)|Xavier.*W2|He.*(both|W2|output)",),
    ),
    # Xavier for W1 too
    Wrong(
        "start-xavier-twice",
        "start_params",
        changed(START_PARAMS, ("= he_weights(", "= xavier_weights(")),
        ("W1.*(He|Xavier)|Xavier.*(both|W1|hidden)",),
    ),
    # Xavier for W1, He for W2
    Wrong(
        "start-swapped",
        "start_params",
        changed(
            START_PARAMS,
            ("= he_weights(", "= qq("),
            ("= xavier_weights(", "= he_weights("),
            ("= qq(", "= xavier_weights("),
        ),
        ("swap|exchang|other way|W1.*W2",),
    ),
    # biases flat
    Wrong(
        "start-flat-bias",
        "start_params",
        changed(START_PARAMS, ("(n_hidden, 1)", "n_hidden"), ("(n_outputs, 1)", "n_outputs")),
        ("column|1\\)|shape|flat|dimension",),
    ),
    # biases are rows
    Wrong(
        "start-row-bias",
        "start_params",
        changed(START_PARAMS, ("(n_hidden, 1)", "(1, n_hidden)"), ("(n_outputs, 1)", "(1, n_outputs)")),
        ("column|row|transpos|shape",),
    ),
    # biases 1
    Wrong("start-bias-ones", "start_params", changed(START_PARAMS, ("np.zeros", "np.ones")), ("bias|b1|b2",)),
    # biases random
    Wrong(
        "start-bias-random",
        "start_params",
        changed(
            START_PARAMS,
            ("b1 = np.zeros((n_hidden, 1))", "b1 = rng.normal(0, 0.1, (n_hidden, 1))"),
            ("b2 = np.zeros((n_outputs, 1))", "b2 = rng.normal(0, 0.1, (n_outputs, 1))"),
        ),
        ("bias|b1|b2",),
    ),
    # biases drawn by he_weights(1, n)
    Wrong(
        "start-bias-he",
        "start_params",
        changed(
            START_PARAMS,
            ("b1 = np.zeros((n_hidden, 1))", "b1 = he_weights(1, n_hidden, rng)"),
            ("b2 = np.zeros((n_outputs, 1))", "b2 = he_weights(1, n_outputs, rng)"),
        ),
        ("bias|b1|b2",),
    ),
    # returns W1, W2, b1, b2
    Wrong(
        "start-order",
        "start_params",
        changed(START_PARAMS, ("return W1, b1, W2, b2", "return W1, W2, b1, b2")),
        ("order",),
    ),
    # he_weights(n_hidden, n_inputs): transposed and wrong scale
    Wrong(
        "start-args-swapped",
        "start_params",
        changed(START_PARAMS, ("he_weights(n_inputs, n_hidden", "he_weights(n_hidden, n_inputs")),
        ("transpos|n_in|W1|swap|order|shape",),
    ),
    # xavier_weights(n_outputs, n_hidden)
    Wrong(
        "start-w2-args-swapped",
        "start_params",
        changed(START_PARAMS, ("xavier_weights(n_hidden, n_outputs", "xavier_weights(n_outputs, n_hidden")),
        ("transpos|W2|swap|order|shape",),
    ),
    # W2 of (n_outputs, n_inputs)
    Wrong(
        "start-w2-from-inputs",
        "start_params",
        changed(START_PARAMS, ("xavier_weights(n_hidden, n_outputs", "xavier_weights(n_inputs, n_outputs")),
        ("W2",),
    ),
    # each weight from a fresh default_rng(0)
    Wrong(
        "start-seeded-rng",
        "start_params",
        changed(
            START_PARAMS,
            ("_inputs, n_hidden, rng)", "_inputs, n_hidden, np.random.default_rng(0))"),
            ("ghts(n_hidden, n_outputs, rng)", "ghts(n_hidden, n_outputs, np.random.default_rng(0))"),
        ),
        ("rng|same numbers",),
    ),
    # rng is made anew inside
    Wrong(
        "start-reseeded",
        "start_params",
        changed(START_PARAMS, ("    W1 =", "    rng = np.random.default_rng(1)\n    W1 =")),
        ("rng|same numbers|generator",),
    ),
    # b1 has n_inputs rows
    Wrong(
        "start-b1-n-inputs",
        "start_params",
        changed(START_PARAMS, ("b1 = np.zeros((n_hidden", "b1 = np.zeros((n_inputs")),
        ("b1|bias",),
    ),
    # b2 has n_hidden rows
    Wrong(
        "start-b2-n-hidden",
        "start_params",
        changed(START_PARAMS, ("b2 = np.zeros((n_outputs", "b2 = np.zeros((n_hidden")),
        ("b2|bias",),
    ),
    # W2 returned transposed
    Wrong(
        "start-w2-transposed",
        "start_params",
        changed(START_PARAMS, ("return W1, b1, W2, b2", "return W1, b1, W2.T, b2")),
        ("W2|transpos",),
    ),
    # returns weights only
    Wrong(
        "start-no-biases",
        "start_params",
        changed(START_PARAMS, ("return W1, b1, W2, b2", "return W1, W2")),
        ("four|bias|2|two",),
    ),
    # draws W2 with He's sigma of the inputs
    Wrong(
        "start-w2-sigma-n-inputs",
        "start_params",
        changed(
            START_PARAMS,
            (
                "xavier_weights(n_hidden, n_outputs, rng)",
                "rng.normal(0, math.sqrt(2 / n_inputs), (n_outputs, n_hidden))",
            ),
        ),
        ("W2",),
    ),
    # 784, 128, 10 written in
    Wrong(
        "start-fixed-sizes",
        "start_params",
        changed(
            START_PARAMS,
            ("he_weights(n_inputs, n_hidden", "he_weights(784, 128"),
            ("(n_hidden, 1)", "(128, 1)"),
            ("xavier_weights(n_hidden, n_outputs", "xavier_weights(128, 10"),
            ("(n_outputs, 1)", "(10, 1)"),
        ),
        ("784|size|argument|shape|always",),
    ),
    # the ±½ of lesson one
    Wrong(
        "start-half",
        "start_params",
        changed(
            START_PARAMS,
            ("he_weights(n_inputs, n_hidden, rng)", "rng.random((n_hidden, n_inputs)) - 0.5"),
            ("xavier_weights(n_hidden, n_outputs, rng)", "rng.random((n_outputs, n_hidden)) - 0.5"),
        ),
        ("spread|scale|half|½|0\\.5|lesson|W1|He",),
    ),
    # returns a dict
    Wrong(
        "start-dict",
        "start_params",
        changed(START_PARAMS, ("return W1, b1, W2, b2", "return {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}")),
        ("dict",),
    ),
    # short last batch is dropped
    Wrong(
        "batches-drops-last",
        "mini_batches",
        changed(MINI_BATCHES, ("range(0, m, batch_size)", "range(0, m - batch_size + 1, batch_size)")),
        ("last|left|short|missing|left out",),
    ),
    # m // batch_size batches
    Wrong(
        "batches-floor-count",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    return [order[k * batch_size:(k + 1) * batch_size] for k in range(m // batch_size)]
""",
        ("last|left|short|missing|left out",),
    ),
    # appends only full batches
    Wrong(
        "batches-if-full",
        "mini_batches",
        changed(
            MINI_BATCHES,
            (
                "        batches.append(order[start:start + batch_size])",
                "        if start + batch_size <= m:\n            batches.append(order[start:start + batch_size])",
            ),
        ),
        ("last|left|short|missing|left out",),
    ),
    # no shuffling
    Wrong(
        "batches-unshuffled",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "np.arange(m)")),
        ("order|random|shuffl",),
    ),
    # np.random.permutation
    Wrong(
        "batches-np-random",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation", "np.random.permutation")),
        ("rng",),
    ),
    # new generator inside: same order every epoch
    Wrong(
        "batches-seeded",
        "mini_batches",
        changed(MINI_BATCHES, ("    order", "    rng = np.random.default_rng(0)\n    order")),
        ("rng|same order|epoch",),
    ),
    # rng.integers: digits twice or never
    Wrong(
        "batches-replacement",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "rng.integers(0, m, m)")),
        ("twice|once|more than|missing|replac|repeat",),
    ),
    # each batch drawn anew
    Wrong(
        "batches-choice-each",
        "mini_batches",
        changed(
            MINI_BATCHES,
            ("order[start:start + batch_size]", "rng.choice(m, min(batch_size, m - start), replace=False)"),
            ("    order = rng.permutation(m)\n", ""),
        ),
        ("twice|once|more than|anew|several|repeat",),
    ),
    # permutes anew for each batch
    Wrong(
        "batches-permutation-each",
        "mini_batches",
        changed(
            MINI_BATCHES,
            ("    order = rng.permutation(m)\n", ""),
            ("        batches", "        order = rng.permutation(m)\n        batches"),
        ),
        ("twice|once|more than|anew|several|repeat",),
    ),
    # consecutive numbers in batches, order of batches random
    Wrong(
        "batches-batches-shuffled-only",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    batches = [np.arange(s, min(s + batch_size, m)) for s in range(0, m, batch_size)]
    return [batches[k] for k in rng.permutation(len(batches))]
""",
        ("consecutive|neighbour|next to|within|each other|digits|shuffl",),
    ),
    # shuffled only within consecutive batches
    Wrong(
        "batches-within-only",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    batches = []
    for s in range(0, m, batch_size):
        batch = np.arange(s, min(s + batch_size, m))
        rng.shuffle(batch)
        batches.append(batch)
    return batches
""",
        ("within|consecutive|neighbour|batch|all",),
    ),
    # numbers 1 to m
    Wrong(
        "batches-from-one",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "rng.permutation(m) + 1")),
        ("from 0|\\b0\\b|1",),
    ),
    # permutation(m - 1): last digit never
    Wrong(
        "batches-m-minus-one",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "rng.permutation(m - 1)")),
        ("missing|never|last|left out|m [-−] 1",),
    ),
    # batches overlap by one (slice end + 1)
    Wrong(
        "batches-overlap",
        "mini_batches",
        changed(MINI_BATCHES, ("start + batch_size]", "start + batch_size + 1]")),
        ("twice|more than|overlap|once|too (long|many|large)|batch_size",),
    ),
    # slice end - 1: one digit of each batch is lost
    Wrong(
        "batches-short-by-one",
        "mini_batches",
        changed(MINI_BATCHES, ("start + batch_size]", "start + batch_size - 1]")),
        ("missing|left out|never|lost|too (short|few|small)|batch_size",),
    ),
    # batch_size batches (array_split into that many)
    Wrong(
        "batches-size-as-count",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    return np.array_split(rng.permutation(m), batch_size)
""",
        ("number of batches|how many|batch_size|size",),
    ),
    # array_split into ceil batches of equal size: not batch_size
    Wrong(
        "batches-equal-split",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    return np.array_split(rng.permutation(m), math.ceil(m / batch_size))
""",
        ("batch_size|size|full|even|equal",),
    ),
    # an empty batch when m is a multiple
    Wrong(
        "batches-empty-last",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    return [order[k * batch_size:(k + 1) * batch_size] for k in range(m // batch_size + 1)]
""",
        ("empty",),
    ),
    # last batch is filled from the start
    Wrong(
        "batches-padded",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    n = -(-m // batch_size)
    order = np.resize(order, n * batch_size)
    return list(order.reshape(n, batch_size))
""",
        ("twice|more than|short|last|fill",),
    ),
    # last batch is the last batch_size numbers
    Wrong(
        "batches-last-backwards",
        "mini_batches",
        changed(
            MINI_BATCHES, ("        batches", "        start = min(start, max(0, m - batch_size))\n        batches")
        ),
        ("twice|more than|short|last|overlap",),
    ),
    # the short batch comes first
    Wrong(
        "batches-short-first",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    rest = m % batch_size
    batches = [order[:rest]] if rest else []
    for start in range(rest, m, batch_size):
        batches.append(order[start:start + batch_size])
    return batches
""",
        ("first|last|short",),
    ),
    # returns inside the loop: only the first batch
    Wrong(
        "batches-first-only",
        "mini_batches",
        changed(MINI_BATCHES, ("    return batches", "        return batches")),
        ("first|one batch|only|missing",),
    ),
    # indices are floats
    Wrong(
        "batches-floats",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "rng.permutation(m).astype(float)")),
        ("whole|float|integer|int",),
    ),
    # order[k::n]: sizes even instead of batch_size
    Wrong(
        "batches-strided",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    n = math.ceil(m / batch_size)
    return [order[k::n] for k in range(n)]
""",
        ("batch_size|size|full|even|equal|last",),
    ),
    # returns the order, uncut
    Wrong(
        "batches-concatenated",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    return rng.permutation(m)
""",
        ("list|cut|batches|one array",),
    ),
    # the rest is added to the last full batch
    Wrong(
        "batches-tail-merged",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    full = max(1, m // batch_size)
    batches = [order[k * batch_size:(k + 1) * batch_size] for k in range(full - 1)]
    batches.append(order[(full - 1) * batch_size:])
    return batches
""",
        ("last|rest|too (long|large|many)|batch_size|more",),
    ),
    # true division, no rounding down
    Wrong(
        "decay-smooth",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (epoch / every)
""",
        ("round|whole|//|smooth|stair",),
    ),
    # multiplied by the count, not a power
    Wrong(
        "decay-times",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor * (epoch // every)
""",
        ("power|\\*\\*|multipl",),
    ),
    # each epoch
    Wrong(
        "decay-no-every",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** epoch
""",
        ("every",),
    ),
    # remainder instead of quotient
    Wrong(
        "decay-modulo",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (epoch % every)
""",
        ("remainder|%|modulo",),
    ),
    # epoch + 1: one epoch early
    Wrong(
        "decay-plus-one",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** ((epoch + 1) // every)
""",
        ("early|one epoch|from 0|\\+ ?1|off",),
    ),
    # epoch - 1: one late, and epoch 0 wrong
    Wrong(
        "decay-minus-one",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** ((epoch - 1) // every)
""",
        ("late|from 0|one epoch|- ?1|counted",),
    ),
    # rounded up
    Wrong(
        "decay-ceil",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** math.ceil(epoch / every)
""",
        ("up",),
    ),
    # rounded to nearest
    Wrong(
        "decay-round",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** round(epoch / every)
""",
        ("nearest|round",),
    ),
    # one stair too many from the start
    Wrong(
        "decay-one-extra",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (1 + epoch // every)
""",
        ("one (step|factor|stair|time)|once|beginning|start|epoch 0|first|already",),
    ),
    # divides by the factor: grows
    Wrong(
        "decay-divide",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha / factor ** (epoch // every)
""",
        ("divid|grow|larger|rise|climb|multipl",),
    ),
    # (alpha * factor) ** k
    Wrong(
        "decay-alpha-in-power",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return (alpha * factor) ** (epoch // every)
""",
        ("bracket|alpha.*power|power.*alpha|only the factor",),
    ),
    # forgets alpha
    Wrong(
        "decay-no-alpha",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return factor ** (epoch // every)
""",
        ("alpha",),
    ),
    # 1 - factor
    Wrong(
        "decay-one-minus",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * (1 - factor) ** (epoch // every)
""",
        ("1 ?[-−] ?factor|factor",),
    ),
    # every // epoch swapped
    Wrong(
        "decay-every-epoch",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (every // epoch)
""",
        ("swap|upside|exchang|order|divid",),
    ),
    # 0.5 instead of factor
    Wrong(
        "decay-hard-half",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * 0.5 ** (epoch // every)
""",
        ("factor|0\\.5",),
    ),
    # 3 instead of every
    Wrong(
        "decay-hard-three",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (epoch // 3)
""",
        ("every|3",),
    ),
    # factor applied once only
    Wrong(
        "decay-only-once",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor if epoch >= every else alpha
""",
        ("once|only|further|again|power|one",),
    ),
    # reduced only in the epochs that are multiples
    Wrong(
        "decay-at-multiples",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor if epoch and epoch % every == 0 else alpha
""",
        ("multiple|stay|only|remember|back",),
    ),
    # factor ** epoch // every: brackets missing
    Wrong(
        "decay-precedence",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** epoch // every
""",
        ("bracket|parenthes|first|precedence|before",),
    ),
    # exp(-factor * k)
    Wrong(
        "decay-exponential",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * math.exp(-factor * (epoch // every))
""",
        ("exp|power|factor",),
    ),
    # alpha / (1 + factor * k)
    Wrong(
        "decay-inverse-time",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha / (1 + factor * (epoch // every))
""",
        ("power|factor|\\*\\*",),
    ),
    # epoch // (every + 1): stair one epoch too long
    Wrong(
        "decay-off-by-every-plus",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (epoch // (every + 1))
""",
        ("every|too long|late|one epoch",),
    ),
    # loop counts > instead of >=: the fall comes one epoch late
    Wrong(
        "decay-strict",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    rate = alpha
    while epoch > every:
        rate = rate * factor
        epoch = epoch - every
    return rate
""",
        ("late|one epoch|too long|\\bevery",),
    ),
    # ^ instead of **
    Wrong(
        "decay-xor",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ^ (epoch // every)
""",
        ("\\*\\*|\\^|power",),
    ),
    # loop multiplies at epoch 0 too
    Wrong(
        "decay-loop-epoch",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    for e in range(epoch + 1):
        if e % every == 0:
            alpha *= factor
    return alpha
""",
        ("epoch 0|first|start|one|early|too (early|small)|already",),
    ),
    # step / n_warmup: step 0 has the rate 0
    Wrong(
        "cosine-no-plus-one",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step + 1)", "step")),
        ("\\+ ?1|rate (is|of) 0|wast",),
    ),
    # step + 2? counts one too far
    Wrong(
        "cosine-plus-two",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step + 1)", "(step + 2)")),
        ("too (far|large|high)|one|\\+ ?1",),
    ),
    # step <= n_warmup
    Wrong(
        "cosine-le",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("step < n_warmup", "step <= n_warmup and n_warmup")),
        ("<=|one step|too long|highest|n_warmup",),
    ),
    # step <= n_warmup, divides by 0 without a warm-up
    Wrong(
        "cosine-le-zero",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("step < n_warmup", "step <= n_warmup")),
        ("0|zero|<=",),
    ),
    # divided by n_warmup + 1
    Wrong(
        "cosine-warmup-n-plus",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("/ n_warmup", "/ (n_warmup + 1)")),
        ("n_warmup \\+ 1|never reaches|too (small|low)|n_warmup|highest",),
    ),
    # step / n_steps: the cosine forgets the warm-up
    Wrong(
        "cosine-no-offset",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step - n_warmup) / (n_steps - n_warmup)", "step / n_steps")),
        ("n_warmup|warm-up",),
    ),
    # denominator n_steps
    Wrong(
        "cosine-no-offset-below",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("/ (n_steps - n_warmup)", "/ n_steps")),
        ("n_steps|n_warmup|end",),
    ),
    # numerator step
    Wrong(
        "cosine-no-offset-above",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step - n_warmup) /", "step /")),
        ("n_warmup|warm-up|numerator|step",),
    ),
    # 1 - cos
    Wrong(
        "cosine-minus-cos",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("1 + math.cos", "1 - math.cos")),
        ("1 ?[-−]|sign|rise|climb|minus|up",),
    ),
    # cos without 1 +
    Wrong(
        "cosine-no-one",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(1 + math.cos(math.pi * progress))", "math.cos(math.pi * progress)")),
        ("1 \\+|negative|below",),
    ),
    # without 1/2: twice as large
    Wrong("cosine-no-half", "warmup_cosine", changed(WARMUP_COSINE, ("0.5 * alpha", "alpha")), ("half|twice|two|2|½",)),
    # cos(progress)
    Wrong(
        "cosine-no-pi", "warmup_cosine", changed(WARMUP_COSINE, ("math.pi * progress", "progress")), ("pi|radian|π",)
    ),
    # cos(180 * progress)
    Wrong(
        "cosine-degrees",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("math.pi * progress", "180 * progress")),
        ("radian|degree|180|pi|π",),
    ),
    # 2 pi: a whole wave
    Wrong(
        "cosine-two-pi",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("math.pi * progress", "2 * math.pi * progress")),
        ("2|whole|half a wave|twice|pi|π",),
    ),
    # pi / 2: a quarter wave
    Wrong(
        "cosine-half-pi",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("math.pi * progress", "math.pi / 2 * progress")),
        ("half|quarter|pi|π",),
    ),
    # n_steps - n_warmup - 1: ends at 0
    Wrong(
        "cosine-minus-one-end",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(n_steps - n_warmup)", "(n_steps - n_warmup - 1)")),
        ("n_steps|last|- ?1|\\b0\\b|one",),
    ),
    # sine
    Wrong("cosine-sin", "warmup_cosine", changed(WARMUP_COSINE, ("math.cos", "math.sin")), ("sin",)),
    # whole-number division
    Wrong(
        "cosine-floor", "warmup_cosine", changed(WARMUP_COSINE, (") / (n_steps", ") // (n_steps")), ("whole|//|round",)
    ),
    # straight line down
    Wrong(
        "cosine-linear",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("0.5 * alpha * (1 + math.cos(math.pi * progress))", "alpha * (1 - progress)")),
        ("straight|linear|cos",),
    ),
    # no warm-up branch
    Wrong(
        "cosine-no-warmup",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("    if step < n_warmup:\n        return alpha * (step + 1) / n_warmup\n", "")),
        ("warm",),
    ),
    # (step + 1) / n_warmup without alpha
    Wrong(
        "cosine-warmup-no-alpha",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("alpha * (step + 1)", "(step + 1)")),
        ("alpha",),
    ),
    # cosine without alpha
    Wrong("cosine-cos-no-alpha", "warmup_cosine", changed(WARMUP_COSINE, ("0.5 * alpha", "0.5")), ("alpha",)),
    # branches swapped
    Wrong(
        "cosine-branches-swapped",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("step < n_warmup", "step >= n_warmup")),
        ("swap|exchang|branch|case|<|>",),
    ),
    # the warm-up and the cosine are multiplied
    Wrong(
        "cosine-clip-one",
        "warmup_cosine",
        changed(
            WARMUP_COSINE,
            (
                "    if step < n_warmup:\n        return alpha * (step + 1) / n_warmup\n",
                "    if step < n_warmup:\n        alpha = alpha * (step + 1) / n_warmup\n",
            ),
        ),
        ("multipl|both|warm",),
    ),
    # warm-up over n_steps
    Wrong(
        "cosine-warmup-n-steps",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("/ n_warmup", "/ n_steps")),
        ("n_steps|n_warmup",),
    ),
    # 0.5 * alpha + cos: brackets
    Wrong(
        "cosine-half-outside-one",
        "warmup_cosine",
        changed(
            WARMUP_COSINE,
            ("0.5 * alpha * (1 + math.cos(math.pi * progress))", "0.5 * alpha + math.cos(math.pi * progress)"),
        ),
        ("bracket|parenthes|alpha",),
    ),
    # step + 1 in the cosine too
    Wrong(
        "cosine-step-plus-one-cos",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step - n_warmup) /", "(step + 1 - n_warmup) /")),
        ("one|\\+ ?1|early",),
    ),
    # v = beta v + dw
    Wrong(
        "momentum-no-one-minus", "momentum_step", changed(MOMENTUM_STEP, ("(1 - beta) * dw", "dw")), ("1 ?[-−] ?beta",)
    ),
    # beta and 1 - beta swapped
    Wrong(
        "momentum-swapped-betas",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1 - beta) * dw", "(1 - beta) * v + beta * dw")),
        ("swap|exchang|other way|wrong way",),
    ),
    # step along the old velocity
    Wrong(
        "momentum-old-v",
        "momentum_step",
        changed(
            MOMENTUM_STEP,
            (
                "    v = beta * v + (1 - beta) * dw\n    w = w - alpha * v\n",
                "    w = w - alpha * v\n    v = beta * v + (1 - beta) * dw\n",
            ),
        ),
        ("old|new|order",),
    ),
    # w + alpha v
    Wrong(
        "momentum-uphill",
        "momentum_step",
        changed(MOMENTUM_STEP, ("w - alpha", "w + alpha")),
        ("sign|plus|minus|uphill|added|subtract|direction",),
    ),
    # steps along dw
    Wrong(
        "momentum-plain",
        "momentum_step",
        changed(MOMENTUM_STEP, ("w - alpha * v", "w - alpha * dw")),
        ("dw|gradient|velocity",),
    ),
    # returns v, w
    Wrong(
        "momentum-order",
        "momentum_step",
        changed(MOMENTUM_STEP, ("return w, v", "return v, w")),
        ("order|exchang|swap",),
    ),
    # v *= beta changes the caller's array
    Wrong(
        "momentum-v-inplace",
        "momentum_step",
        changed(MOMENTUM_STEP, ("    v = beta * v + (1 - beta) * dw\n", "    v *= beta\n    v += (1 - beta) * dw\n")),
        ("chang|own|copy|argument|write|new array",),
    ),
    # w -= ...
    Wrong(
        "momentum-w-inplace",
        "momentum_step",
        changed(MOMENTUM_STEP, ("w = w - alpha * v", "w -= alpha * v")),
        ("chang|own|copy|argument|write|new array",),
    ),
    # w[...] =
    Wrong(
        "momentum-slice-inplace",
        "momentum_step",
        changed(MOMENTUM_STEP, ("w = w - alpha * v", "w[...] = w - alpha * v")),
        ("chang|own|copy|argument|write|new array",),
    ),
    # alpha in the velocity and in the step
    Wrong(
        "momentum-alpha-in-v",
        "momentum_step",
        changed(MOMENTUM_STEP, ("(1 - beta) * dw", "alpha * (1 - beta) * dw")),
        ("alpha.*(twice|again|velocity|v\\b)|twice",),
    ),
    # alpha in the velocity only
    Wrong(
        "momentum-alpha-only-in-v",
        "momentum_step",
        changed(MOMENTUM_STEP, ("(1 - beta) * dw", "alpha * (1 - beta) * dw"), ("w - alpha * v", "w - v")),
        ("alpha|velocity",),
    ),
    # w - v
    Wrong("momentum-no-alpha", "momentum_step", changed(MOMENTUM_STEP, ("alpha * v", "v")), ("alpha",)),
    # 0.9 instead of beta
    Wrong(
        "momentum-fixed-beta",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1 - beta) * dw", "0.9 * v + 0.1 * dw")),
        ("beta|0\\.9",),
    ),
    # v = beta v - (1 - beta) dw, but w - alpha v
    Wrong(
        "momentum-minus-dw",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1", "beta * v - (1")),
        ("sign|minus|plus|subtract|added",),
    ),
    # velocity holds the opposite sign, w + alpha v
    Wrong(
        "momentum-negative-velocity",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1", "beta * v - (1"), ("w - alpha", "w + alpha")),
        ("sign|minus|opposite|negative",),
    ),
    # v + (1 - beta) dw
    Wrong(
        "momentum-no-beta-v",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v +", "v +")),
        ("beta|old velocity|kept|forget",),
    ),
    # (1 - beta) dw alone
    Wrong(
        "momentum-no-memory",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1 - beta) * dw", "(1 - beta) * dw")),
        ("old|v\\b|velocity",),
    ),
    # dw squared
    Wrong("momentum-beta-squared", "momentum_step", changed(MOMENTUM_STEP, ("* dw\n", "* dw**2\n")), ("squar",)),
    # the new velocity isn't returned
    Wrong(
        "momentum-returns-old-v",
        "momentum_step",
        changed(
            MOMENTUM_STEP,
            (
                "    v = beta * v + (1 - beta) * dw\n    w = w - alpha * v\n",
                "    v_new = beta * v + (1 - beta) * dw\n    w = w - alpha * v_new\n",
            ),
        ),
        ("old|new|velocity|unchanged|v ",),
    ),
    # w - alpha (beta v + (1-beta) dw) (Nesterov)
    Wrong(
        "momentum-nesterov",
        "momentum_step",
        changed(MOMENTUM_STEP, ("w - alpha * v", "w - alpha * (beta * v + (1 - beta) * dw)")),
        ("velocity|twice|new|v\\b|Nesterov",),
    ),
    # returns w only
    Wrong(
        "momentum-only-w",
        "momentum_step",
        changed(MOMENTUM_STEP, ("return w, v", "return w")),
        ("two|v\\b|both|2|only",),
    ),
    # velocity in a global
    Wrong(
        "momentum-global",
        "momentum_step",
        changed(
            MOMENTUM_STEP,
            (
                "    v = beta * v + (1 - beta) * dw\n",
                "    global velocity\n    velocity = beta * velocity + (1 - beta) * dw\n    v = velocity\n",
            ),
            ("def momentum", "velocity = 0\n\n\ndef momentum"),
        ),
        ("state|kept|global|remember|argument|v\\b|old",),
    ),
    # divided by 1 - beta: velocity corrected
    Wrong(
        "momentum-corrected",
        "momentum_step",
        changed(MOMENTUM_STEP, ("w - alpha * v", "w - alpha * v / (1 - beta)")),
        ("1 ?[-−] ?beta|correct|too (large|long)",),
    ),
    # dw.mean()
    Wrong(
        "momentum-mean-dw",
        "momentum_step",
        changed(MOMENTUM_STEP, ("* dw\n", "* dw.mean()\n")),
        ("mean|each|own|number by number|all",),
    ),
    # divides by s, no root
    Wrong("rms-no-root", "rmsprop_step", changed(RMSPROP_STEP, ("np.sqrt(s)", "s")), ("root",)),
    # dw not squared
    Wrong("rms-no-square", "rmsprop_step", changed(RMSPROP_STEP, ("dw**2", "dw")), ("squar",)),
    # abs(dw) instead of the square
    Wrong("rms-abs", "rmsprop_step", changed(RMSPROP_STEP, ("dw**2", "np.abs(dw)")), ("squar|absolute",)),
    # eps inside the root
    Wrong(
        "rms-eps-inside",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("(np.sqrt(s) + eps)", "np.sqrt(s + eps)")),
        ("eps|inside|outside",),
    ),
    # no eps
    Wrong(
        "rms-no-eps",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("(np.sqrt(s) + eps)", "np.sqrt(s)")),
        ("eps|divi.*0|0.*divi|nan",),
    ),
    # dw / sqrt(s) + eps: brackets missing
    Wrong(
        "rms-precedence",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("(np.sqrt(s) + eps)", "np.sqrt(s) + eps")),
        ("bracket|parenthes|eps",),
    ),
    # root of the old s
    Wrong(
        "rms-old-s",
        "rmsprop_step",
        changed(
            RMSPROP_STEP,
            (
                "    s = beta * s + (1 - beta) * dw**2\n    w = w - alpha * dw / (np.sqrt(s) + eps)\n",
                "    w = w - alpha * dw / (np.sqrt(s) + eps)\n    s = beta * s + (1 - beta) * dw**2\n",
            ),
        ),
        ("old|new|order",),
    ),
    # beta and 1 - beta swapped
    Wrong(
        "rms-swapped-betas",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("beta * s + (1 - beta) * dw**2", "(1 - beta) * s + beta * dw**2")),
        ("swap|exchang|other way|wrong way",),
    ),
    # s = beta s + dw^2
    Wrong(
        "rms-no-one-minus", "rmsprop_step", changed(RMSPROP_STEP, ("(1 - beta) * dw**2", "dw**2")), ("1 ?[-−] ?beta",)
    ),
    # ((1-beta) dw)^2: the weight is squared too
    Wrong(
        "rms-square-all",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("(1 - beta) * dw**2", "((1 - beta) * dw)**2")),
        ("squar|bracket",),
    ),
    # plus
    Wrong(
        "rms-uphill",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("w - alpha", "w + alpha")),
        ("sign|plus|minus|uphill|added|subtract|direction",),
    ),
    # returns s, w
    Wrong("rms-order", "rmsprop_step", changed(RMSPROP_STEP, ("return w, s", "return s, w")), ("order|exchang|swap",)),
    # s *= beta
    Wrong(
        "rms-s-inplace",
        "rmsprop_step",
        changed(
            RMSPROP_STEP, ("    s = beta * s + (1 - beta) * dw**2\n", "    s *= beta\n    s += (1 - beta) * dw**2\n")
        ),
        ("chang|own|copy|argument|write|new array",),
    ),
    # w -=
    Wrong(
        "rms-w-inplace",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("w = w - alpha", "w -= alpha")),
        ("chang|own|copy|argument|write|new array",),
    ),
    # np.multiply(out=s)
    Wrong(
        "rms-s-out",
        "rmsprop_step",
        changed(
            RMSPROP_STEP,
            (
                "    s = beta * s + (1 - beta) * dw**2\n",
                "    np.multiply(s, beta, out=s)\n    s += (1 - beta) * dw**2\n",
            ),
        ),
        ("chang|own|copy|argument|write|new array",),
    ),
    # mean over the whole array: one rate for all
    Wrong(
        "rms-mean-square-one",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("dw**2", "np.mean(dw**2)")),
        ("mean|each|own|all|one number|number by number",),
    ),
    # norm of the gradient
    Wrong(
        "rms-norm",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("np.sqrt(s)", "np.linalg.norm(s)")),
        ("norm|each|own|all|number by number|root of",),
    ),
    # alpha forgotten
    Wrong("rms-no-alpha", "rmsprop_step", changed(RMSPROP_STEP, ("alpha * dw", "dw")), ("alpha",)),
    # times the root instead of divided
    Wrong(
        "rms-multiplied",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("dw / (np.sqrt(s) + eps)", "dw * (np.sqrt(s) + eps)")),
        ("divi|multipl",),
    ),
    # alpha / root, without dw
    Wrong("rms-no-dw", "rmsprop_step", changed(RMSPROP_STEP, ("alpha * dw /", "alpha /")), ("dw|gradient",)),
    # s / root in place of dw
    Wrong("rms-s-in-step", "rmsprop_step", changed(RMSPROP_STEP, ("alpha * dw /", "alpha * s /")), ("dw|gradient",)),
    # the root is what is returned
    Wrong(
        "rms-root-stored",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("    w =", "    s = np.sqrt(s)\n    w ="), ("(np.sqrt(s) + eps)", "(s + eps)")),
        ("root|square",),
    ),
    # eps is added to s and returned
    Wrong(
        "rms-eps-in-s",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("dw**2\n", "dw**2 + eps\n"), ("(np.sqrt(s) + eps)", "np.sqrt(s)")),
        ("eps",),
    ),
    # old s is forgotten
    Wrong(
        "rms-no-memory",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("beta * s + (1 - beta) * dw**2", "(1 - beta) * dw**2")),
        ("old|s\\b",),
    ),
    # s + dw^2, a sum (Adagrad)
    Wrong(
        "rms-adagrad",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("beta * s + (1 - beta) * dw**2", "s + dw**2")),
        ("beta|sum|mean",),
    ),
    # 0.9 written in
    Wrong(
        "rms-fixed-beta",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("beta * s + (1 - beta) * dw**2", "0.9 * s + 0.1 * dw**2")),
        ("beta|0\\.9",),
    ),
    # it is momentum
    Wrong(
        "rms-momentum",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("dw**2", "dw"), ("alpha * dw / (np.sqrt(s) + eps)", "alpha * s")),
        ("root|squar|momentum",),
    ),
    # 2 * dw for the square
    Wrong("rms-double", "rmsprop_step", changed(RMSPROP_STEP, ("dw**2", "dw * 2")), ("squar|twice",)),
    # correction 1 - beta as in Adam
    Wrong(
        "rms-corrected",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("np.sqrt(s) +", "np.sqrt(s / (1 - beta)) +")),
        ("correct|1 ?[-−] ?beta",),
    ),
    # 1e-8 in place of eps
    Wrong("rms-fixed-eps", "rmsprop_step", changed(RMSPROP_STEP, ("+ eps", "+ 1e-8")), ("eps",)),
    # no bias correction
    Wrong(
        "adam-no-correction",
        "adam_step",
        changed(ADAM_STEP, ("m / (1 - beta1**t)", "m"), ("s / (1 - beta2**t)", "s")),
        ("correct|1 ?[-−] ?beta.?.?t|β.*t",),
    ),
    # m not corrected
    Wrong(
        "adam-no-m-correction",
        "adam_step",
        changed(ADAM_STEP, ("m / (1 - beta1**t)", "m")),
        ("\\bm\\b.*correct|correct.*\\bm\\b|m_hat",),
    ),
    # s not corrected
    Wrong(
        "adam-no-s-correction",
        "adam_step",
        changed(ADAM_STEP, ("s / (1 - beta2**t)", "s")),
        ("\\bs\\b.*correct|correct.*\\bs\\b|s_hat",),
    ),
    # returns the corrected means
    Wrong(
        "adam-returns-hats",
        "adam_step",
        changed(ADAM_STEP, ("return w, m, s", "return w, m_hat, s_hat")),
        ("correct|hat",),
    ),
    # 1 - beta instead of 1 - beta^t
    Wrong(
        "adam-no-t",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "beta1"), ("beta2**t", "beta2")),
        ("\\bt\\b|power|step",),
    ),
    # t + 1
    Wrong(
        "adam-t-plus-one",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "beta1**(t + 1)"), ("beta2**t", "beta2**(t + 1)")),
        ("\\bt\\b.*1|count|t \\+ 1",),
    ),
    # beta * t
    Wrong(
        "adam-times-t",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "beta1 * t"), ("beta2**t", "beta2 * t")),
        ("power|\\*\\*|times",),
    ),
    # t - 1: divides by 0 in the first step
    Wrong(
        "adam-t-minus-one",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "beta1**(t - 1)"), ("beta2**t", "beta2**(t - 1)")),
        ("\\bt\\b|0",),
    ),
    # beta2 in m's correction and beta1 in s's
    Wrong(
        "adam-beta-swapped-corr",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "betaX**t"), ("beta2**t", "beta1**t"), ("betaX**t", "beta2**t")),
        ("beta1|beta2",),
    ),
    # beta1 for s too
    Wrong(
        "adam-beta1-for-s",
        "adam_step",
        changed(ADAM_STEP, ("beta2 * s + (1 - beta2)", "beta1 * s + (1 - beta1)")),
        ("beta2|beta1",),
    ),
    # beta1 wherever beta2 belongs
    Wrong(
        "adam-beta1-everywhere",
        "adam_step",
        changed(ADAM_STEP, ("beta2 * s + (1 - beta2)", "beta1 * s + (1 - beta1)"), ("beta2**t", "beta1**t")),
        ("beta2|beta1",),
    ),
    # beta1 and beta2 exchanged
    Wrong(
        "adam-betas-exchanged",
        "adam_step",
        changed(
            ADAM_STEP,
            ("beta1 * m + (1 - beta1)", "bX * m + (1 - bX)"),
            ("beta2 * s + (1 - beta2)", "beta1 * s + (1 - beta1)"),
            ("bX * m + (1 - bX)", "beta2 * m + (1 - beta2)"),
            ("beta1**t", "bY**t"),
            ("beta2**t", "beta1**t"),
            ("bY**t", "beta2**t"),
        ),
        ("beta1|beta2|exchang|swap",),
    ),
    # no root
    Wrong("adam-no-root", "adam_step", changed(ADAM_STEP, ("np.sqrt(s_hat)", "s_hat")), ("root",)),
    # dw not squared in s
    Wrong("adam-no-square", "adam_step", changed(ADAM_STEP, ("dw**2", "dw")), ("squar",)),
    # s from m^2
    Wrong("adam-m-squared", "adam_step", changed(ADAM_STEP, ("dw**2", "m**2")), ("dw|\\bm\\b|squar",)),
    # eps inside the root
    Wrong(
        "adam-eps-inside",
        "adam_step",
        changed(ADAM_STEP, ("(np.sqrt(s_hat) + eps)", "np.sqrt(s_hat + eps)")),
        ("eps|inside|outside",),
    ),
    # no eps
    Wrong(
        "adam-no-eps",
        "adam_step",
        changed(ADAM_STEP, ("(np.sqrt(s_hat) + eps)", "np.sqrt(s_hat)")),
        ("eps|divi.*0|0.*divi|nan",),
    ),
    # brackets missing around root + eps
    Wrong(
        "adam-precedence",
        "adam_step",
        changed(ADAM_STEP, ("(np.sqrt(s_hat) + eps)", "np.sqrt(s_hat) + eps")),
        ("bracket|parenthes|eps",),
    ),
    # steps along dw (RMSProp with correction)
    Wrong("adam-dw-in-step", "adam_step", changed(ADAM_STEP, ("alpha * m_hat", "alpha * dw")), ("dw|\\bm\\b|mean",)),
    # plus
    Wrong(
        "adam-uphill",
        "adam_step",
        changed(ADAM_STEP, ("w - alpha", "w + alpha")),
        ("sign|plus|minus|uphill|added|subtract|direction",),
    ),
    # m = (1-beta1) m + beta1 dw
    Wrong(
        "adam-swapped-m",
        "adam_step",
        changed(ADAM_STEP, ("beta1 * m + (1 - beta1) * dw", "(1 - beta1) * m + beta1 * dw")),
        ("swap|exchang|other way|wrong way",),
    ),
    # the (1 - beta) missing in both
    Wrong(
        "adam-no-one-minus",
        "adam_step",
        changed(ADAM_STEP, ("(1 - beta1) * dw", "dw"), ("(1 - beta2) * dw**2", "dw**2")),
        ("1 ?[-−] ?beta",),
    ),
    # (1 - beta2) missing in s
    Wrong("adam-no-one-minus-s", "adam_step", changed(ADAM_STEP, ("(1 - beta2) * dw**2", "dw**2")), ("1 ?[-−] ?beta",)),
    # returns m, s, w
    Wrong("adam-order", "adam_step", changed(ADAM_STEP, ("return w, m, s", "return m, s, w")), ("order",)),
    # returns w, s, m
    Wrong(
        "adam-s-m-order", "adam_step", changed(ADAM_STEP, ("return w, m, s", "return w, s, m")), ("order|exchang|swap",)
    ),
    # m and s changed in place
    Wrong(
        "adam-m-inplace",
        "adam_step",
        changed(
            ADAM_STEP,
            (
                "    m = beta1 * m + (1 - beta1) * dw\n    s = beta2 * s + (1 - beta2) * dw**2\n",
                "    m *= beta1\n    m += (1 - beta1) * dw\n    s *= beta2\n    s += (1 - beta2) * dw**2\n",
            ),
        ),
        ("chang|own|copy|argument|write|new array",),
    ),
    # w changed in place
    Wrong(
        "adam-w-inplace",
        "adam_step",
        changed(ADAM_STEP, ("w = w - alpha", "w -= alpha")),
        ("chang|own|copy|argument|write|new array",),
    ),
    # steps with the old means
    Wrong(
        "adam-old-means",
        "adam_step",
        changed(
            ADAM_STEP,
            ("m / (1 - beta1**t)", "m_old / (1 - beta1**t)"),
            ("s / (1 - beta2**t)", "s_old / (1 - beta2**t)"),
            ("    m = beta1", "    m_old, s_old = m, s\n    m = beta1"),
        ),
        ("old|new|order",),
    ),
    # m = m / (1 - beta^t): corrected means returned
    Wrong("adam-correct-in-place", "adam_step", changed(ADAM_STEP, ("m_hat", "m"), ("s_hat", "s")), ("correct|hat",)),
    # corrects the old m before the mean
    Wrong(
        "adam-correct-old",
        "adam_step",
        changed(
            ADAM_STEP,
            ("beta1 * m +", "beta1 * m / (1 - beta1**t) +"),
            ("beta2 * s +", "beta2 * s / (1 - beta2**t) +"),
            ("m_hat = m / (1 - beta1**t)", "m_hat = m"),
            ("s_hat = s / (1 - beta2**t)", "s_hat = s"),
        ),
        ("correct|1 ?[-−] ?beta.?.?t|β.*t",),
    ),
    # multiplied by 1 - beta^t
    Wrong(
        "adam-multiplied-correction",
        "adam_step",
        changed(ADAM_STEP, ("m / (1", "m * (1"), ("s / (1", "s * (1")),
        ("multipl|divi",),
    ),
    # alpha missing
    Wrong("adam-no-alpha", "adam_step", changed(ADAM_STEP, ("alpha * m_hat", "m_hat")), ("alpha",)),
    # 0.9 and 0.999 written in
    Wrong(
        "adam-ignores-betas",
        "adam_step",
        changed(
            ADAM_STEP,
            ("beta1", "b1"),
            ("beta2", "b2"),
            ("b1=0.9, b2=0.999", "beta1=0.9, beta2=0.999"),
            ("    m = ", "    b1, b2 = 0.9, 0.999\n    m = "),
        ),
        ("beta|0\\.9",),
    ),
    # ^ for **
    Wrong(
        "adam-xor",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "beta1^t"), ("beta2**t", "beta2^t")),
        ("\\*\\*|\\^|power",),
    ),
    # root of s, correction outside the root
    Wrong(
        "adam-root-of-correction",
        "adam_step",
        changed(ADAM_STEP, ("np.sqrt(s_hat)", "np.sqrt(s) / (1 - beta2**t)")),
        ("root|correct",),
    ),
    # > instead of >=
    Wrong(
        "early-strict", "early_stopping", changed(EARLY_STOPPING, (">=", ">")), (">=|one epoch|late|at least|too long",)
    ),
    # len - best: one too many
    Wrong(
        "early-no-minus-one",
        "early_stopping",
        changed(EARLY_STOPPING, ("len(losses) - 1 - best", "len(losses) - best")),
        ("one|early|- ?1|len",),
    ),
    # argmax
    Wrong(
        "early-argmax",
        "early_stopping",
        changed(EARLY_STOPPING, ("argmin", "argmax")),
        ("largest|highest|lowest|argmax|max|worst",),
    ),
    # the last of several lowest
    Wrong(
        "early-last-of-ties",
        "early_stopping",
        changed(EARLY_STOPPING, ("int(np.argmin(losses))", "len(losses) - 1 - int(np.argmin(losses[::-1]))")),
        ("first|last|several|tie|equal",),
    ),
    # best counted from 1
    Wrong(
        "early-from-one",
        "early_stopping",
        changed(EARLY_STOPPING, ("patience, best", "patience, best + 1")),
        ("from 0|\\b0\\b|1",),
    ),
    # returns the lowest loss, not the number
    Wrong(
        "early-returns-loss",
        "early_stopping",
        changed(EARLY_STOPPING, ("patience, best", "patience, min(losses)")),
        ("number|loss|which epoch",),
    ),
    # returns best, stop
    Wrong(
        "early-order",
        "early_stopping",
        changed(EARLY_STOPPING, ("return since >= patience, best", "return best, since >= patience")),
        ("order|exchang|swap",),
    ),
    # stops after patience epochs in all
    Wrong(
        "early-len-only",
        "early_stopping",
        changed(EARLY_STOPPING, ("since >= patience", "len(losses) >= patience")),
        ("since|best|in all|altogether",),
    ),
    # stop is inverted: True as long as it goes on
    Wrong(
        "early-inverted",
        "early_stopping",
        changed(EARLY_STOPPING, ("since >= patience", "since < patience")),
        ("opposite|invert|not|wrong way|True",),
    ),
    # best >= patience
    Wrong(
        "early-best-ge",
        "early_stopping",
        changed(EARLY_STOPPING, ("since >= patience", "best >= patience")),
        ("since|best",),
    ),
    # returns stop only
    Wrong(
        "early-only-stop",
        "early_stopping",
        changed(EARLY_STOPPING, ("patience, best", "patience")),
        ("two|best|both|2",),
    ),
    # returns since instead of best
    Wrong(
        "early-returns-since",
        "early_stopping",
        changed(EARLY_STOPPING, ("patience, best", "patience, since")),
        ("since|best|number of the epoch|which epoch",),
    ),
    # stop is a text
    Wrong(
        "early-string",
        "early_stopping",
        changed(
            EARLY_STOPPING,
            ("return since >= patience, best", "return ('stop' if since >= patience else 'go on'), best"),
        ),
        ("text|str|True",),
    ),
    # sorts the caller's list
    Wrong(
        "early-sorts",
        "early_stopping",
        changed(
            EARLY_STOPPING,
            ("    best = int(np.argmin(losses))", "    lowest = losses[0]\n    losses.sort()\n    best = 0"),
        ),
        ("chang|sort|argument|order|own",),
    ),
    # == instead of >=
    Wrong("early-equals", "early_stopping", changed(EARLY_STOPPING, (">=", "==")), (">=|exactly|==|at least|more",)),
    # looks only at the last two losses
    Wrong(
        "early-compares-last",
        "early_stopping",
        """
def early_stopping(losses, patience):
    worse = 0
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            worse += 1
        else:
            worse = 0
    return worse >= patience, int(np.argmin(losses))
""",
        ("last|previous|before|best|lowest",),
    ),
    # counts all epochs without improvement, never starts anew
    Wrong(
        "early-total-bad",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best, bad = 0, 0
    for k in range(1, len(losses)):
        if losses[k] < losses[best]:
            best = k
        else:
            bad += 1
    return bad >= patience, best
""",
        ("since|again|anew|reset|count|in all|altogether",),
    ),
    # best is the last epoch
    Wrong(
        "early-best-is-stop-epoch",
        "early_stopping",
        """
def early_stopping(losses, patience):
    since = len(losses) - 1 - int(np.argmin(losses))
    return since >= patience, len(losses) - 1
""",
        ("last|newest|lowest",),
    ),
    # <=: the last of several equals
    Wrong(
        "early-le",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best = 0
    for k, loss in enumerate(losses):
        if loss <= losses[best]:
            best = k
    return len(losses) - 1 - best >= patience, best
""",
        ("first|last|several|tie|equal",),
    ),
    # starts from loss infinity but skips epoch 0
    Wrong(
        "early-skips-first",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best, lowest = 0, float('inf')
    for k in range(1, len(losses)):
        if losses[k] < lowest:
            lowest = losses[k]
            best = k
    return len(losses) - 1 - best >= patience, best
""",
        ("first|epoch 0|\\b0\\b",),
    ),
    # best only among the last `patience` epochs
    Wrong(
        "early-min-until-patience",
        "early_stopping",
        """
def early_stopping(losses, patience):
    recent = losses[-patience:]
    best = len(losses) - len(recent) + int(np.argmin(recent))
    return min(recent) > min(losses), best
""",
        ("all|last|window|patience",),
    ),
    # state in a default argument
    Wrong(
        "early-state",
        "early_stopping",
        """
def early_stopping(losses, patience, memory=[float('inf'), 0]):
    for k, loss in enumerate(losses):
        if loss < memory[0]:
            memory[0], memory[1] = loss, k
    return len(losses) - 1 - memory[1] >= patience, memory[1]
""",
        ("call|state|kept|remember|earlier|before|default",),
    ),
    # t goes up with each parameter
    Wrong(
        "epoch-t-per-parameter",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("        t += 1\n", ""),
            ("        for k in range(4):\n", "        for k in range(4):\n            t += 1\n"),
        ),
        ("four|parameter|\\bt\\b",),
    ),
    # t goes up after the step
    Wrong(
        "epoch-t-after",
        "adam_epoch",
        changed(
            ADAM_EPOCH, ("        t += 1\n", ""), ("ss[k], t, alpha)\n", "ss[k], max(t, 1), alpha)\n        t += 1\n")
        ),
        ("before|after|\\bt\\b",),
    ),
    # t after the step, t = 0 in the first
    Wrong(
        "epoch-t-after-zero",
        "adam_epoch",
        changed(ADAM_EPOCH, ("        t += 1\n", ""), ("ss[k], t, alpha)\n", "ss[k], t, alpha)\n        t += 1\n")),
        ("before|after|\\bt\\b|0",),
    ),
    # t starts at 0 in each epoch
    Wrong(
        "epoch-t-restart",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("ss, t = list(state[0]), list(state[1]), state[2]", "ss, t = list(state[0]), list(state[1]), 0"),
        ),
        ("\\bt\\b|count|epoch",),
    ),
    # t goes up once an epoch
    Wrong(
        "epoch-t-per-epoch",
        "adam_epoch",
        changed(ADAM_EPOCH, ("        t += 1\n", ""), ("    for batch", "    t += 1\n    for batch")),
        ("\\bt\\b|each (mini-)?batch|once",),
    ),
    # the old t is returned
    Wrong(
        "epoch-t-old-returned", "adam_epoch", changed(ADAM_EPOCH, ("(ms, ss, t)", "(ms, ss, state[2])")), ("\\bt\\b",)
    ),
    # t never counts
    Wrong(
        "epoch-t-never",
        "adam_epoch",
        changed(ADAM_EPOCH, ("        t += 1\n", ""), ("state[2]", "state[2] or 1")),
        ("\\bt\\b|count",),
    ),
    # starts with zeros, ignores the state
    Wrong(
        "epoch-fresh-state",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "list(state[0]), list(state[1])",
                "[np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params]",
            ),
        ),
        ("state|zero|mean",),
    ),
    # zeros for each batch
    Wrong(
        "epoch-reset-in-loop",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "        t += 1\n",
                "        t += 1\n        ms = [0 * p for p in params]\n        ss = [0 * p for p in params]\n",
            ),
        ),
        ("batch|zero|state|mean",),
    ),
    # gradient over all digits
    Wrong(
        "epoch-whole-set",
        "adam_epoch",
        changed(ADAM_EPOCH, ("X[:, batch], Y[batch]", "X, Y")),
        ("all (the )?digits|batch",),
    ),
    # X of the batch, first labels of Y
    Wrong("epoch-labels-not-batched", "adam_epoch", changed(ADAM_EPOCH, ("Y[batch]", "Y[:len(batch)]")), ("label",)),
    # X[batch]: rows
    Wrong("epoch-rows", "adam_epoch", changed(ADAM_EPOCH, ("X[:, batch]", "X[batch]")), ("row|column|X\\[",)),
    # gradients always at the first params
    Wrong(
        "epoch-start-params-each",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("gradients(params, X", "gradients(start, X"),
            ("    params = list(params)\n", "    start = params\n    params = list(params)\n"),
        ),
        ("start|first|old|new|gradient|moved",),
    ),
    # return inside the loop
    Wrong(
        "epoch-first-batch-only",
        "adam_epoch",
        changed(ADAM_EPOCH, ("    return params", "        return params")),
        ("first|one batch|only|loop|batches",),
    ),
    # batches in order, not shuffled
    Wrong(
        "epoch-no-shuffle",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "mini_batches(Y.size, batch_size, rng)",
                "[np.arange(Y.size)[i:i + batch_size] for i in range(0, Y.size, batch_size)]",
            ),
        ),
        ("order|random|shuffl|mini_batches|rng",),
    ),
    # own generator
    Wrong(
        "epoch-new-rng",
        "adam_epoch",
        changed(ADAM_EPOCH, ("(Y.size, batch_size, rng)", "(Y.size, batch_size, np.random.default_rng(0))")),
        ("rng|generator|same order",),
    ),
    # skips the short batch
    Wrong(
        "epoch-drops-short",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("        t += 1\n", "        if len(batch) < batch_size:\n            continue\n        t += 1\n"),
        ),
        ("last|short|left",),
    ),
    # m and s swapped in the call
    Wrong(
        "epoch-m-s-swapped-args",
        "adam_epoch",
        changed(ADAM_EPOCH, ("ms[k], ss[k], t", "ss[k], ms[k], t")),
        ("\\bm\\b|\\bs\\b|order|swap|exchang",),
    ),
    # returns (ss, ms, t)
    Wrong(
        "epoch-state-order", "adam_epoch", changed(ADAM_EPOCH, ("(ms, ss, t)", "(ss, ms, t)")), ("order|place|exchang",)
    ),
    # returns (t, ms, ss)
    Wrong("epoch-t-first", "adam_epoch", changed(ADAM_EPOCH, ("(ms, ss, t)", "(t, ms, ss)")), ("order|form",)),
    # returns the state that came in
    Wrong(
        "epoch-state-lost",
        "adam_epoch",
        changed(ADAM_EPOCH, ("return params, (ms, ss, t)", "return params, (state[0], state[1], t)")),
        ("state|mean|old",),
    ),
    # returns the params that came in
    Wrong(
        "epoch-params-lost",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("return params, (ms", "return before, (ms"),
            ("    params = list(params)\n", "    before = params\n    params = list(params)\n"),
        ),
        ("param|old|unchang|not.*train",),
    ),
    # biases are not trained
    Wrong("epoch-weights-only", "adam_epoch", changed(ADAM_EPOCH, ("range(4)", "(0, 2)")), ("bias|b1",)),
    # range(3): b2 forgotten
    Wrong("epoch-three-params", "adam_epoch", changed(ADAM_EPOCH, ("range(4)", "range(3)")), ("b2|fourth|last|four",)),
    # the same m for all: ms[0]
    Wrong(
        "epoch-one-state",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("ms[k], ss[k] = ", "ms[k], ss[k] = "),
            ("slopes[k], ms[k], ss[k], t", "slopes[k], 0 * params[k], ss[k], t"),
        ),
        ("mean|state|own|shape|m\\b",),
    ),
    # params changed in place
    Wrong(
        "epoch-inplace",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("            params[k], ms[k], ss[k] = adam_step(", "            new, ms[k], ss[k] = adam_step("),
            ("t, alpha)\n", "t, alpha)\n            params[k][...] = new\n"),
        ),
        ("chang|own|copy|argument|write|new array",),
    ),
    # the state's lists are written over
    Wrong(
        "epoch-state-inplace",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            ("list(state[0]), list(state[1]), state[2]", "state[0], state[1], state[2]"),
            ("            params[k], ms[k], ss[k] = adam_step(", "            params[k], m, s = adam_step("),
            ("t, alpha)\n", "t, alpha)\n            ms[k][...] = m\n            ss[k][...] = s\n"),
        ),
        ("chang|own|copy|argument|write|new|state",),
    ),
    # slopes divided by batch_size again
    Wrong(
        "epoch-divided-again",
        "adam_epoch",
        changed(ADAM_EPOCH, ("adam_step(params[k], slopes[k],", "adam_step(params[k], slopes[k] / batch_size,")),
        ("batch_size|divi|mean|again|twice",),
    ),
    # plain descent in place of adam_step
    Wrong(
        "epoch-plain",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "params[k], ms[k], ss[k] = adam_step(params[k], slopes[k], ms[k], ss[k], t, alpha)",
                "params[k] = params[k] - alpha * slopes[k]",
            ),
        ),
        ("adam|plain|m\\b|mean",),
    ),
    # alpha and t swapped
    Wrong("epoch-alpha-t", "adam_epoch", changed(ADAM_EPOCH, ("t, alpha)", "alpha, t)")), ("alpha|\\bt\\b|order",)),
    # two passes
    Wrong(
        "epoch-extra-epoch",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "    for batch in mini_batches(Y.size, batch_size, rng):",
                "    for batch in mini_batches(Y.size, batch_size, rng) + mini_batches(Y.size, batch_size, rng):",
            ),
        ),
        ("twice|two|2|once|epoch",),
    ),
    # gradients computed anew after each parameter
    Wrong(
        "epoch-gradients-in-k",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "        for k in range(4):\n",
                "        for k in range(4):\n            slopes = gradients(params, X[:, batch], Y[batch])\n",
            ),
        ),
        ("once|gradient|before|moved|new|each parameter",),
    ),
    # arguments of mini_batches swapped
    Wrong(
        "epoch-m-batches",
        "adam_epoch",
        changed(ADAM_EPOCH, ("mini_batches(Y.size, batch_size, rng)", "mini_batches(batch_size, Y.size, rng)")),
        ("batch|order|swap",),
    ),
    # X.shape[0] as m
    Wrong(
        "epoch-rows-m",
        "adam_epoch",
        changed(ADAM_EPOCH, ("Y.size", "X.shape[0]")),
        ("shape|n_inputs|digits|row|column|number",),
    ),
    # returns the last parameters
    Wrong(
        "train-last-params",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("return best_params", "return params")),
        ("last|best|lowest",),
    ),
    # alpha constant
    Wrong(
        "train-no-schedule",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("state, rate,", "state, alpha,")),
        ("rate|cosine|schedule|alpha|warmup",),
    ),
    # warmup_cosine(alpha, epoch + 1, ...)
    Wrong(
        "train-epoch-plus-one",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("warmup_cosine(alpha, epoch,", "warmup_cosine(alpha, epoch + 1,")),
        ("rate|epoch|one|early|0",),
    ),
    # n_warmup 1
    Wrong("train-warmup-one", "train_with_adam", changed(TRAIN_WITH_ADAM, ("epochs, 0)", "epochs, 1)")), ("warm",)),
    # n_warmup 2
    Wrong("train-warmup-two", "train_with_adam", changed(TRAIN_WITH_ADAM, ("epochs, 0)", "epochs, 2)")), ("warm",)),
    # alpha is overwritten by the rate: shrinks twice
    Wrong(
        "train-decay-compounds",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("rate = warmup", "alpha = warmup"), ("state, rate,", "state, alpha,")),
        ("alpha|rate|again|overwr|shrink|twice",),
    ),
    # step_decay instead of the cosine
    Wrong(
        "train-step-decay",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("warmup_cosine(alpha, epoch, epochs, 0)", "step_decay(alpha, epoch, 0.5, 3)")),
        ("cosine|rate|schedule|stair",),
    ),
    # alpha * (1 - epoch / epochs)
    Wrong(
        "train-linear",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("warmup_cosine(alpha, epoch, epochs, 0)", "alpha * (1 - epoch / epochs)")),
        ("cosine|rate|schedule|straight|linear",),
    ),
    # never stops early
    Wrong(
        "train-no-stop",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("        if stop:\n            break\n", "")),
        ("stop|patience|end",),
    ),
    # stops as soon as it isn't the best (ignores patience)
    Wrong(
        "train-stop-at-best",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("if stop:", "if best != epoch:")),
        ("patience|early|soon",),
    ),
    # breaks before the loss is noted
    Wrong(
        "train-stop-before-note",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("np.array(losses)", "np.array(losses[:-1]) if stop else np.array(losses)")),
        ("last|loss|one|missing|each epoch",),
    ),
    # loss of the training digits
    Wrong(
        "train-train-loss",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("mean_loss(params, X_dev, Y_dev)", "mean_loss(params, X, Y)")),
        ("train|dev",),
    ),
    # trains on the dev digits
    Wrong(
        "train-trains-on-dev",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("adam_epoch(X, Y,", "adam_epoch(X_dev, Y_dev,")),
        ("dev|train",),
    ),
    # state of zeros in each epoch
    Wrong(
        "train-state-each-epoch",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            ("    state = (zeros, zeros, 0)\n", ""),
            ("        rate =", "        state = (zeros, zeros, 0)\n        rate ="),
        ),
        ("state|zero|epoch",),
    ),
    # state from adam_epoch is thrown away
    Wrong(
        "train-state-dropped",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("params, state = adam", "params, _ = adam")),
        ("state|zero|epoch",),
    ),
    # state starts with t = 1
    Wrong(
        "train-start-t-one",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("zeros, 0)\n    losses", "zeros, 1)\n    losses")),
        ("\\bt\\b|count|state",),
    ),
    # state of ones
    Wrong(
        "train-ones-state",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("np.zeros_like", "np.ones_like")),
        ("zero|ones|state",),
    ),
    # each epoch starts from the first params
    Wrong(
        "train-params-not-moved",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            ("        params, state = adam_epoch(X, Y, params,", "        new, state = adam_epoch(X, Y, params,"),
            ("mean_loss(params", "mean_loss(new"),
            ("best_params = params\n        if", "best_params = new\n        if"),
        ),
        ("start|same|on from|each epoch|first",),
    ),
    # the loss before training is noted first
    Wrong(
        "train-initial-loss",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            (
                "    best_params = params\n    for",
                "    losses.append(mean_loss(params, X_dev, Y_dev))\n    best_params = params\n    for",
            ),
            ("if best == epoch", "if best == epoch + 1"),
        ),
        ("before|start|first|one",),
    ),
    # the loss is noted before the epoch
    Wrong(
        "train-loss-before-epoch",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            ("        losses.append(mean_loss(params, X_dev, Y_dev))\n", ""),
            ("        params, state", "        losses.append(mean_loss(params, X_dev, Y_dev))\n        params, state"),
        ),
        ("before|after",),
    ),
    # returns the lowest loss only
    Wrong(
        "train-lowest-only",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("np.array(losses)", "min(losses)")),
        ("each epoch|lowest|one|array",),
    ),
    # returns losses, params
    Wrong(
        "train-order",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("return best_params, np.array(losses)", "return np.array(losses), best_params")),
        ("order|swap|exchang",),
    ),
    # returns params only
    Wrong(
        "train-only-params",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("return best_params, np.array(losses)", "return best_params")),
        ("loss|two|both",),
    ),
    # losses only until the best epoch
    Wrong(
        "train-until-best",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("np.array(losses)", "np.array(losses[:best + 1])")),
        ("until|after|best|each epoch|took place",),
    ),
    # losses padded with zeros to epochs
    Wrong(
        "train-losses-padded",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("np.array(losses)", "np.array(losses + [0] * (epochs - len(losses)))")),
        ("zero|pad|took place|epochs|long",),
    ),
    # patience + 1
    Wrong(
        "train-patience-plus",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("early_stopping(losses, patience)", "early_stopping(losses, patience + 1)")),
        ("patience|late|one",),
    ),
    # new generator in each epoch
    Wrong(
        "train-new-rng-each",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("        rate =", "        rng = np.random.default_rng(0)\n        rate =")),
        ("rng|generator|order",),
    ),
    # keeps the params if loss is higher (wrong comparison)
    Wrong(
        "train-keep-first",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("if best == epoch:", "if losses[-1] >= max(losses):")),
        ("best|lowest|worst|highest",),
    ),
    # keeps params whenever it doesn't stop
    Wrong(
        "train-keep-if-not-stop",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("if best == epoch:", "if not stop:")),
        ("best|lowest|last",),
    ),
    # keeps the params from before the epoch
    Wrong(
        "train-keep-before",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            ("        params, state = adam", "        old = params\n        params, state = adam"),
            ("            best_params = params\n", "            best_params = old\n"),
        ),
        ("before|after|one epoch",),
    ),
    # range(epochs - 1)
    Wrong(
        "train-one-epoch-less",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("range(epochs)", "range(epochs - 1)")),
        ("epochs|one|few",),
    ),
    # range(epochs + 1)
    Wrong(
        "train-one-epoch-more",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("range(epochs)", "range(epochs + 1)")),
        ("epochs|one|many",),
    ),
    # epochs as number of batches... batch_size= epochs
    Wrong(
        "train-epochs-batch-swapped",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("rate, batch_size, rng", "rate, epochs, rng")),
        ("batch_size|batch|epochs",),
    ),
    # accuracy instead of loss
    Wrong(
        "train-accuracy",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("mean_loss(params, X_dev, Y_dev)", "share_right(params, X_dev, Y_dev)")),
        ("loss|share|accura|right",),
    ),
    # one batch of all digits
    Wrong(
        "train-full-batch",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("rate, batch_size, rng", "rate, Y.size, rng")),
        ("batch",),
    ),
    # on stopping the last parameters are returned
    Wrong(
        "train-break-keeps-last",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            ("        if stop:\n            break", "        if stop:\n            return params, np.array(losses)"),
        ),
        ("last|best|lowest",),
    ),
    # writes the trained params into the caller's arrays
    Wrong(
        "train-inplace",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            (
                "    return best_params",
                "    for old, new in zip(start, best_params):\n        old[...] = new\n    return best_params",
            ),
            ("    losses = []\n", "    losses = []\n    start = params\n"),
        ),
        ("chang|own|copy|argument|write|new array",),
    ),
    # params are overwritten: next run goes on
    Wrong(
        "rates-goes-on",
        "compare_rates",
        changed(COMPARE_RATES, ("_, losses =", "params, losses =")),
        ("start|went on|goes on|params|left behind",),
    ),
    # one generator for all runs
    Wrong(
        "rates-one-rng",
        "compare_rates",
        changed(
            COMPARE_RATES,
            ("        rng = np.random.default_rng(seed)\n", ""),
            ("    lowest = []\n", "    lowest = []\n    rng = np.random.default_rng(seed)\n"),
        ),
        ("rng|generator|luck|seed|order",),
    ),
    # default_rng() without the seed
    Wrong(
        "rates-no-seed",
        "compare_rates",
        changed(COMPARE_RATES, ("default_rng(seed)", "default_rng()")),
        ("seed|generator",),
    ),
    # default_rng(0)
    Wrong(
        "rates-seed-zero", "compare_rates", changed(COMPARE_RATES, ("default_rng(seed)", "default_rng(0)")), ("seed",)
    ),
    # another seed for each run
    Wrong(
        "rates-seed-plus-i",
        "compare_rates",
        changed(
            COMPARE_RATES,
            ("for alpha in alphas", "for i, alpha in enumerate(alphas)"),
            ("default_rng(seed)", "default_rng(seed + i)"),
        ),
        ("seed|luck|same",),
    ),
    # the last loss, not the lowest
    Wrong(
        "rates-last-loss", "compare_rates", changed(COMPARE_RATES, ("np.min(losses)", "losses[-1]")), ("last|lowest",)
    ),
    # the first loss
    Wrong(
        "rates-first-loss", "compare_rates", changed(COMPARE_RATES, ("np.min(losses)", "losses[0]")), ("first|lowest",)
    ),
    # the mean of the losses
    Wrong(
        "rates-mean-loss",
        "compare_rates",
        changed(COMPARE_RATES, ("np.min(losses)", "np.mean(losses)")),
        ("mean|average|lowest",),
    ),
    # the highest
    Wrong(
        "rates-max-loss",
        "compare_rates",
        changed(COMPARE_RATES, ("np.min(losses)", "np.max(losses)")),
        ("highest|largest|max|lowest",),
    ),
    # patience 1: stops early
    Wrong(
        "rates-patience-one",
        "compare_rates",
        changed(COMPARE_RATES, ("batch_size, epochs, rng", "batch_size, 1, rng")),
        ("patience|stop",),
    ),
    # patience 2
    Wrong(
        "rates-patience-three",
        "compare_rates",
        changed(COMPARE_RATES, ("batch_size, epochs, rng", "batch_size, 2, rng")),
        ("patience|stop",),
    ),
    # X, Y in place of the dev set
    Wrong(
        "rates-train-data-dev",
        "compare_rates",
        changed(COMPARE_RATES, ("X_dev, Y_dev, params, alpha,", "X, Y, params, alpha,")),
        ("dev|train",),
    ),
    # returns the best alpha only
    Wrong(
        "rates-best-alpha",
        "compare_rates",
        changed(COMPARE_RATES, ("return np.array(lowest)", "return alphas[int(np.argmin(lowest))]")),
        ("each|rate|alpha|one|number",),
    ),
    # only the last run is returned
    Wrong(
        "rates-only-last",
        "compare_rates",
        changed(COMPARE_RATES, ("return np.array(lowest)", "return np.array(lowest[-1:])")),
        ("one|each|last|run|number",),
    ),
    # the lowest of all runs
    Wrong(
        "rates-min-of-all",
        "compare_rates",
        changed(COMPARE_RATES, ("return np.array(lowest)", "return np.min(lowest)")),
        ("each|one|all|number",),
    ),
    # sorted losses
    Wrong(
        "rates-sorted",
        "compare_rates",
        changed(COMPARE_RATES, ("np.array(lowest)", "np.array(sorted(lowest))")),
        ("order|sort",),
    ),
    # the epoch with the lowest loss
    Wrong(
        "rates-argmin",
        "compare_rates",
        changed(COMPARE_RATES, ("np.min(losses)", "np.argmin(losses)")),
        ("number of the epoch|which epoch|epoch|argmin",),
    ),
    # returns after the first run
    Wrong(
        "rates-return-in-loop",
        "compare_rates",
        changed(COMPARE_RATES, ("    return np.array(lowest)", "        return np.array(lowest)")),
        ("first|one|each|loop",),
    ),
    # all losses of each run
    Wrong(
        "rates-all-losses",
        "compare_rates",
        changed(COMPARE_RATES, ("np.min(losses)", "losses")),
        ("lowest|all|one number|shape",),
    ),
    # one epoch only
    Wrong(
        "rates-epochs-one",
        "compare_rates",
        changed(COMPARE_RATES, ("batch_size, epochs, rng", "batch_size, 1, rng"), ("alpha, epochs", "alpha, 1")),
        ("epochs",),
    ),
    # loss on the training digits of the best params
    Wrong(
        "rates-train-loss",
        "compare_rates",
        changed(COMPARE_RATES, ("_, losses =", "best, losses ="), ("np.min(losses)", "mean_loss(best, X, Y)")),
        ("train|dev",),
    ),
    # accuracy in place of loss
    Wrong(
        "rates-accuracy",
        "compare_rates",
        changed(
            COMPARE_RATES, ("_, losses =", "best, losses ="), ("np.min(losses)", "share_right(best, X_dev, Y_dev)")
        ),
        ("loss|share|accura|right",),
    ),
    # alphas[0] each time
    Wrong(
        "rates-errors-of-alpha",
        "compare_rates",
        changed(COMPARE_RATES, ("params, alpha, epochs", "params, alphas[0], epochs")),
        ("alpha|rate|same",),
    ),
    # start_params new in each run: another start
    Wrong(
        "rates-start-inside",
        "compare_rates",
        changed(
            COMPARE_RATES,
            (
                "        rng = np.random.default_rng(seed)\n",
                (
                    "        rng = np.random.default_rng(seed)\n"
                    "        params = start_params(len(X), len(params[0]), len(params[3]), rng)\n"
                ),
            ),
        ),
        ("start|params",),
    ),
    # pairs of alpha and loss
    Wrong(
        "rates-pairs",
        "compare_rates",
        changed(COMPARE_RATES, ("lowest.append(np.min(losses))", "lowest.append((alpha, np.min(losses)))")),
        ("pair|alpha|only|shape|one number",),
    ),
    # relative to the best
    Wrong(
        "rates-divides-best",
        "compare_rates",
        changed(COMPARE_RATES, ("return np.array(lowest)", "return np.array(lowest) / min(lowest)")),
        ("divid|relative|itself|as it is|best",),
    ),
    # epochs and batch_size swapped
    Wrong(
        "rates-batch-epochs-swapped",
        "compare_rates",
        changed(COMPARE_RATES, ("alpha, epochs, batch_size, epochs", "alpha, batch_size, epochs, epochs")),
        ("swap|exchang|order|batch_size|epochs",),
    ),
    # 1 over the mean of the sizes: (n_in + n_out) / 2, forgot root
    Wrong(
        "again-xavier-four-mean-fan",
        "xavier_weights",
        changed(XAVIER_WEIGHTS, ("math.sqrt(2 / (n_in + n_out))", "1 / ((n_in + n_out) / 2)")),
        ("root|variance",),
    ),
    # 3 in place of 2
    Wrong(
        "again-xavier-cube",
        "xavier_weights",
        changed(XAVIER_WEIGHTS, ("2 /", "3 /")),
        ("3|2\\b|large|standard deviation",),
    ),
    # uniform from 0 to the limit
    Wrong(
        "again-xavier-rand-01",
        "xavier_weights",
        changed(
            XAVIER_WEIGHTS,
            ("rng.normal(0, sigma, (n_out, n_in))", "rng.uniform(0, sigma * math.sqrt(3), (n_out, n_in))"),
        ),
        ("centred|mean|negative",),
    ),
    # integers -1, 0, 1 times sigma
    Wrong(
        "again-xavier-integers",
        "xavier_weights",
        changed(XAVIER_WEIGHTS, ("rng.normal(0, sigma, (n_out, n_in))", "sigma * rng.integers(-1, 2, (n_out, n_in))")),
        ("standard deviation|spread",),
    ),
    # n_in - n_out
    Wrong(
        "again-xavier-minus",
        "xavier_weights",
        changed(XAVIER_WEIGHTS, ("n_in + n_out", "abs(n_in - n_out)")),
        ("minus|add|sum|standard deviation|\\+",),
    ),
    # sigma ** 2 passed
    Wrong(
        "again-xavier-sigma-squared",
        "xavier_weights",
        changed(XAVIER_WEIGHTS, ("normal(0, sigma,", "normal(0, sigma ** 2,")),
        ("variance|root",),
    ),
    # root taken twice
    Wrong(
        "again-xavier-root-sigma",
        "xavier_weights",
        changed(XAVIER_WEIGHTS, ("normal(0, sigma,", "normal(0, math.sqrt(sigma),")),
        ("twice|root|standard deviation",),
    ),
    # one column of numbers repeated for all inputs
    Wrong(
        "again-xavier-one-column",
        "xavier_weights",
        changed(
            XAVIER_WEIGHTS,
            ("rng.normal(0, sigma, (n_out, n_in))", "np.repeat(rng.normal(0, sigma, (n_out, 1)), n_in, axis=1)"),
        ),
        ("same|alike|column|input|repeat|equal",),
    ),
    # no return
    Wrong("again-xavier-none", "xavier_weights", changed(XAVIER_WEIGHTS, ("return ", "W = ")), ("return",)),
    # 2 / (n_in + 1)?? counts the bias
    Wrong(
        "again-he-sum", "he_weights", changed(HE_WEIGHTS, ("2 / n_in", "2 / (n_in + 20)")), ("standard|inputs|n_in",)
    ),
    # doubles Xavier's spread
    Wrong(
        "again-he-two-times",
        "he_weights",
        changed(HE_WEIGHTS, ("math.sqrt(2 / n_in)", "2 * math.sqrt(2 / (n_in + n_out))")),
        ("Xavier|n_out|units",),
    ),
    # 2 / n_in ** 2
    Wrong("again-he-sqrt-n", "he_weights", changed(HE_WEIGHTS, ("2 / n_in", "2 / n_in ** 2")), ("standard|root|n_in",)),
    # half in place of double: 1 / (2 n_in)
    Wrong(
        "again-he-relu-loss",
        "he_weights",
        changed(HE_WEIGHTS, ("2 / n_in", "1 / (2 * n_in)")),
        ("2|half|doubl|standard",),
    ),
    # absolute
    Wrong(
        "again-he-abs",
        "he_weights",
        changed(HE_WEIGHTS, ("rng.normal(0, sigma, (n_out, n_in))", "abs(rng.normal(0, sigma, (n_out, n_in)))")),
        ("centred|positive|mean",),
    ),
    # 6 / n_in with normal
    Wrong("again-he-six", "he_weights", changed(HE_WEIGHTS, ("2 / n_in", "6 / n_in")), ("6",)),
    # zeros
    Wrong(
        "again-he-zeros",
        "he_weights",
        changed(HE_WEIGHTS, ("rng.normal(0, sigma, (n_out, n_in))", "np.zeros((n_out, n_in))")),
        ("0|zero",),
    ),
    # bias missing dimension for b2 only
    Wrong(
        "again-start-w1-xavier-arg",
        "start_params",
        changed(START_PARAMS, ("np.zeros((n_outputs, 1))", "np.zeros(n_outputs)")),
        ("b2|bias|column",),
    ),
    # b1 random
    Wrong(
        "again-start-b1-only",
        "start_params",
        changed(START_PARAMS, ("np.zeros((n_hidden, 1))", "rng.normal(size=(n_hidden, 1))")),
        ("b1|bias",),
    ),
    # b1, W1, b2, W2
    Wrong(
        "again-start-order-b-first",
        "start_params",
        changed(START_PARAMS, ("return W1, b1, W2, b2", "return b1, W1, b2, W2")),
        ("order|place",),
    ),
    # W2, b2, W1, b1
    Wrong(
        "again-start-layers-swapped",
        "start_params",
        changed(START_PARAMS, ("return W1, b1, W2, b2", "return W2, b2, W1, b1")),
        ("order|place",),
    ),
    # zeros everywhere
    Wrong(
        "again-start-zero-weights",
        "start_params",
        changed(
            START_PARAMS,
            ("he_weights(n_inputs, n_hidden, rng)", "np.zeros((n_hidden, n_inputs))"),
            ("xavier_weights(n_hidden, n_outputs, rng)", "np.zeros((n_outputs, n_hidden))"),
        ),
        ("zero|0",),
    ),
    # W1 multiplied by 0.01
    Wrong(
        "again-start-scaled-again",
        "start_params",
        changed(START_PARAMS, ("= he_weights(", "= 0.01 * he_weights(")),
        ("W1|spread|standard",),
    ),
    # biases are the number 0
    Wrong(
        "again-start-ints-bias-scalar",
        "start_params",
        changed(START_PARAMS, ("np.zeros((n_hidden, 1))", "0"), ("np.zeros((n_outputs, 1))", "0")),
        ("column|shape|bias|b1",),
    ),
    # each batch sorted before cut: order sorted
    Wrong(
        "again-batches-sorted",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "np.sort(rng.permutation(m))")),
        ("order|shuffl|random",),
    ),
    # range step 1
    Wrong(
        "again-batches-start-twice",
        "mini_batches",
        changed(MINI_BATCHES, ("range(0, m, batch_size)", "range(m)")),
        ("twice|overlap|sizes|each single place",),
    ),
    # range begins at 1
    Wrong(
        "again-batches-from-start-1",
        "mini_batches",
        changed(MINI_BATCHES, ("range(0, m, batch_size)", "range(1, m, batch_size)")),
        ("missing|first|never|no batch|lost",),
    ),
    # order[:start + batch_size]: batches grow
    Wrong(
        "again-batches-cumulative",
        "mini_batches",
        changed(MINI_BATCHES, ("order[start:start", "order[:start")),
        ("grow|twice|begin|first|sizes",),
    ),
    # order[start:]
    Wrong(
        "again-batches-no-slice-end",
        "mini_batches",
        changed(MINI_BATCHES, ("order[start:start + batch_size]", "order[start:]")),
        ("end|twice|rest|sizes|more",),
    ),
    # order[start:batch_size]: forgets start +
    Wrong(
        "again-batches-start-as-end",
        "mini_batches",
        changed(MINI_BATCHES, ("start + batch_size]", "batch_size]")),
        ("empty|start|first|sizes",),
    ),
    # rng.shuffle returns None
    Wrong(
        "again-batches-shuffle-result",
        "mini_batches",
        changed(MINI_BATCHES, ("rng.permutation(m)", "rng.shuffle(np.arange(m))")),
        ("None|shuffle|TypeError|subscript",),
    ),
    # array of lists reshape, last dropped
    Wrong(
        "again-batches-2d",
        "mini_batches",
        changed(
            MINI_BATCHES,
            ("    return batches", "    return np.array(order[:m // batch_size * batch_size]).reshape(-1, batch_size)"),
        ),
        ("last|left",),
    ),
    # power of alpha and factor swapped
    Wrong(
        "again-decay-factor-times",
        "step_decay",
        changed(STEP_DECAY, ("alpha * factor **", "factor * alpha **")),
        ("exchang|swap|alpha",),
    ),
    # int() around everything
    Wrong(
        "again-decay-int-all",
        "step_decay",
        changed(STEP_DECAY, ("alpha * factor ** (epoch // every)", "int(alpha * factor ** (epoch / every))")),
        ("0|round|whole",),
    ),
    # 1 + epoch // every -> one step too many
    Wrong(
        "again-decay-plus-one-both",
        "step_decay",
        changed(STEP_DECAY, ("(epoch // every)", "(epoch // every + 1)")),
        ("one step|first|begin",),
    ),
    # epoch // every - 1: one step too few
    Wrong(
        "again-decay-minus-one-step",
        "step_decay",
        changed(STEP_DECAY, ("(epoch // every)", "(epoch // every - 1)")),
        ("one step|late|first|begin|few|up",),
    ),
    # alpha * (1 - factor * k)
    Wrong(
        "again-decay-linear-factor",
        "step_decay",
        changed(STEP_DECAY, ("factor ** (epoch // every)", "(1 - factor * (epoch // every))")),
        ("power|multipl|straight|linear|subtract",),
    ),
    # alpha - factor * k
    Wrong(
        "again-decay-subtract",
        "step_decay",
        changed(STEP_DECAY, ("alpha * factor ** (epoch // every)", "alpha - factor * (epoch // every)")),
        ("subtract|multipl|power",),
    ),
    # factor ** (epoch * every)
    Wrong(
        "again-decay-every-epoch-half",
        "step_decay",
        changed(STEP_DECAY, ("epoch // every", "epoch * every")),
        ("every|divid|multipl",),
    ),
    # prints instead of returning
    Wrong(
        "again-decay-none",
        "step_decay",
        changed(STEP_DECAY, ("return", "print("), ("every)\n", "every))\n")),
        ("return|None",),
    ),
    # n_steps - 1 in cosine without warm-up
    Wrong(
        "again-cosine-k-over-n",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(n_steps - n_warmup)", "(n_steps - 1 - n_warmup)")),
        ("0|end|last|- ?1",),
    ),
    # cos(pi + progress)
    Wrong(
        "again-cosine-plus-pi",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("math.pi * progress", "math.pi + progress")),
        ("pi|π|multipl|add",),
    ),
    # cos squared of pi progress
    Wrong(
        "again-cosine-squared",
        "warmup_cosine",
        changed(
            WARMUP_COSINE,
            ("0.5 * alpha * (1 + math.cos(math.pi * progress))", "alpha * math.cos(math.pi * progress) ** 2"),
        ),
        ("squar|wave|values",),
    ),
    # warm-up multiplied by 0.5
    Wrong(
        "again-cosine-alpha-half-up",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("return alpha * (step + 1)", "return 0.5 * alpha * (step + 1)")),
        ("half|warm",),
    ),
    # alpha / 4 (0.5 twice)
    Wrong(
        "again-cosine-quarter",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("0.5 * alpha", "0.25 * alpha")),
        ("half|twice|too small",),
    ),
    # // in warm-up
    Wrong(
        "again-cosine-warmup-floor",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step + 1) / n_warmup", "((step + 1) // n_warmup)")),
        ("//|round|whole|0",),
    ),
    # progress upside down
    Wrong(
        "again-cosine-progress-inverted",
        "warmup_cosine",
        changed(
            WARMUP_COSINE, ("(step - n_warmup) / (n_steps - n_warmup)", "(n_steps - n_warmup) / (step - n_warmup)")
        ),
        ("upside|divid|exchang|fraction|0",),
    ),
    # n_steps - step: runs backwards
    Wrong(
        "again-cosine-restart",
        "warmup_cosine",
        changed(WARMUP_COSINE, ("(step - n_warmup) /", "(n_steps - step) /")),
        ("backward|climb|rise|minus",),
    ),
    # (1 - beta) multiplies both
    Wrong(
        "again-momentum-v-plus",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1 - beta) * dw", "(1 - beta) * (v + dw)")),
        ("beta|both|old",),
    ),
    # beta * (v + dw)
    Wrong(
        "again-momentum-beta-dw",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1 - beta) * dw", "beta * v + beta * dw")),
        ("beta",),
    ),
    # w - v / alpha
    Wrong(
        "again-momentum-divide", "momentum_step", changed(MOMENTUM_STEP, ("alpha * v", "v / alpha")), ("divid|alpha",)
    ),
    # beta - 1
    Wrong(
        "again-momentum-minus-one",
        "momentum_step",
        changed(MOMENTUM_STEP, ("(1 - beta)", "(beta - 1)")),
        ("sign|beta|minus",),
    ),
    # alpha in the place of beta
    Wrong(
        "again-momentum-alpha-for-beta",
        "momentum_step",
        changed(MOMENTUM_STEP, ("beta * v + (1 - beta) * dw", "alpha * v + (1 - alpha) * dw")),
        ("alpha|beta",),
    ),
    # w - beta * v
    Wrong(
        "again-momentum-beta-alpha", "momentum_step", changed(MOMENTUM_STEP, ("alpha * v", "beta * v")), ("alpha|beta",)
    ),
    # v from w instead of dw
    Wrong(
        "again-momentum-w-in-v",
        "momentum_step",
        changed(MOMENTUM_STEP, ("(1 - beta) * dw", "(1 - beta) * w")),
        ("dw|gradient|w\\b",),
    ),
    # returns v, v
    Wrong(
        "again-momentum-v-only",
        "momentum_step",
        changed(MOMENTUM_STEP, ("return w, v", "return v, v")),
        ("w\\b|same|v",),
    ),
    # eps multiplied
    Wrong(
        "again-rms-alpha-over",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("np.sqrt(s) + eps", "np.sqrt(s) * eps")),
        ("eps",),
    ),
    # alpha in s
    Wrong(
        "again-rms-alpha-in-s",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("(1 - beta) * dw**2", "alpha * (1 - beta) * dw**2")),
        ("alpha",),
    ),
    # dw squared above the line
    Wrong(
        "again-rms-dw2-on-top",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("alpha * dw /", "alpha * dw**2 /")),
        ("squar|dw",),
    ),
    # divides by sqrt(dw**2)
    Wrong(
        "again-rms-root-of-dw",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("np.sqrt(s) + eps", "np.sqrt(dw**2) + eps")),
        ("s\\b|mean|own",),
    ),
    # beta * s - (1 - beta)
    Wrong(
        "again-rms-minus-s",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("beta * s + (1", "beta * s - (1")),
        ("minus|sign|subtract|add|NaN",),
    ),
    # beta on both
    Wrong(
        "again-rms-beta-both", "rmsprop_step", changed(RMSPROP_STEP, ("(1 - beta) * dw**2", "beta * dw**2")), ("beta",)
    ),
    # returns the old s
    Wrong(
        "again-rms-old-s-returned",
        "rmsprop_step",
        changed(RMSPROP_STEP, ("    s = beta", "    new = beta"), ("np.sqrt(s)", "np.sqrt(new)")),
        ("old",),
    ),
    # s**2 instead of root
    Wrong("again-rms-square-of-root", "rmsprop_step", changed(RMSPROP_STEP, ("np.sqrt(s)", "s**2")), ("root|squar",)),
    # t ** beta
    Wrong(
        "again-adam-t-star-beta",
        "adam_step",
        changed(ADAM_STEP, ("beta1**t", "t**beta1"), ("beta2**t", "t**beta2")),
        ("power|\\bt\\b|exchang",),
    ),
    # computes the hats but uses m and s
    Wrong(
        "again-adam-no-hat-in-step",
        "adam_step",
        changed(ADAM_STEP, ("alpha * m_hat / (np.sqrt(s_hat)", "alpha * m / (np.sqrt(s)")),
        ("correct",),
    ),
    # s instead of s_hat
    Wrong(
        "again-adam-only-m-hat-used", "adam_step", changed(ADAM_STEP, ("np.sqrt(s_hat)", "np.sqrt(s)")), ("\\bs\\b",)
    ),
    # returns m_hat, s
    Wrong(
        "again-adam-m-hat-returned",
        "adam_step",
        changed(ADAM_STEP, ("return w, m, s", "return w, m_hat, s")),
        ("correct|m\\b",),
    ),
    # 1 + beta^t
    Wrong(
        "again-adam-plus-beta",
        "adam_step",
        changed(ADAM_STEP, ("1 - beta1**t", "1 + beta1**t"), ("1 - beta2**t", "1 + beta2**t")),
        ("minus|1 [-−]|sign|plus",),
    ),
    # eps times
    Wrong(
        "again-adam-eps-missing-outside",
        "adam_step",
        changed(ADAM_STEP, ("(np.sqrt(s_hat) + eps)", "np.sqrt(s_hat) * eps")),
        ("eps",),
    ),
    # root over m too
    Wrong(
        "again-adam-root-on-m",
        "adam_step",
        changed(ADAM_STEP, ("alpha * m_hat /", "alpha * np.sqrt(m_hat) /")),
        ("root|NaN",),
    ),
    # m from dw**2
    Wrong(
        "again-adam-m-square", "adam_step", changed(ADAM_STEP, ("(1 - beta1) * dw", "(1 - beta1) * dw**2")), ("squar",)
    ),
    # returns the old w
    Wrong(
        "again-adam-w-returned-old",
        "adam_step",
        changed(ADAM_STEP, ("    w = w - alpha", "    new_w = w - alpha")),
        ("w|old|unchanged|argument",),
    ),
    # beta2 for m's mean
    Wrong(
        "again-adam-beta2-m",
        "adam_step",
        changed(ADAM_STEP, ("beta1 * m + (1 - beta1)", "beta2 * m + (1 - beta2)")),
        ("beta",),
    ),
    # t = t + 1 at the start
    Wrong(
        "again-adam-t-over",
        "adam_step",
        changed(ADAM_STEP, ("    m = beta1", "    t = t + 1\n    m = beta1")),
        ("\\bt\\b",),
    ),
    # since counted to patience from the last improvement over previous epoch
    Wrong(
        "again-early-last-best",
        "early_stopping",
        changed(
            EARLY_STOPPING,
            ("int(np.argmin(losses))", "max([0] + [k for k in range(1, len(losses)) if losses[k] < losses[k - 1]])"),
        ),
        ("best|succession|lowest|previous",),
    ),
    # argmin of the last element removed
    Wrong(
        "again-early-min",
        "early_stopping",
        changed(EARLY_STOPPING, ("np.argmin(losses)", "np.argmin(losses[:-1] or losses)")),
        ("newest|last|best",),
    ),
    # best counted from the end
    Wrong(
        "again-early-len",
        "early_stopping",
        changed(EARLY_STOPPING, ("return since >= patience, best", "return since >= patience, -since - 1")),
        ("end|beginning|number|place|since|long ago",),
    ),
    # stops if the newest loss is higher than best
    Wrong(
        "again-early-mul",
        "early_stopping",
        changed(EARLY_STOPPING, ("since >= patience", "losses[-1] > losses[best]")),
        ("patience",),
    ),
    # patience - 1
    Wrong(
        "again-early-patience-minus",
        "early_stopping",
        changed(EARLY_STOPPING, (">= patience", ">= patience - 1")),
        ("early|one",),
    ),
    # rounds the losses
    Wrong(
        "again-early-abs",
        "early_stopping",
        changed(EARLY_STOPPING, ("np.argmin(losses)", "np.argmin(np.round(losses))")),
        ("round|values|lowest",),
    ),
    # pops from the list
    Wrong(
        "again-early-pops",
        "early_stopping",
        changed(
            EARLY_STOPPING, ("    since = len(losses) - 1 - best", "    losses.pop()\n    since = len(losses) - best")
        ),
        ("chang|list|argument",),
    ),
    # t + 1 in the call after t += 1
    Wrong(
        "again-epoch-t-plus-two",
        "adam_epoch",
        changed(ADAM_EPOCH, ("ss[k], t, alpha)", "ss[k], t + 1, alpha)")),
        ("\\bt\\b",),
    ),
    # alpha multiplied by batch size
    Wrong(
        "again-epoch-alpha-m",
        "adam_epoch",
        changed(ADAM_EPOCH, ("t, alpha)", "t, alpha * batch_size)")),
        ("alpha|batch|multipl",),
    ),
    # Y not indexed
    Wrong(
        "again-epoch-y-all",
        "adam_epoch",
        changed(ADAM_EPOCH, ("Y[batch]", "Y")),
        ("label|Y|IndexError|broadcast|shape",),
    ),
    # returns params, ms, ss, t
    Wrong(
        "again-epoch-returns-three",
        "adam_epoch",
        changed(ADAM_EPOCH, ("return params, (ms, ss, t)", "return params, ms, ss, t")),
        ("state|two|order|values",),
    ),
    # returns state, params
    Wrong(
        "again-epoch-state-first",
        "adam_epoch",
        changed(ADAM_EPOCH, ("return params, (ms, ss, t)", "return (ms, ss, t), params")),
        ("order|first|place|param",),
    ),
    # t as last of params
    Wrong(
        "again-epoch-dict-state",
        "adam_epoch",
        changed(ADAM_EPOCH, ("return params, (ms, ss, t)", "return (params, ms, ss), t")),
        ("state|order|values",),
    ),
    # all steps with the first gradient
    Wrong(
        "again-epoch-same-grad",
        "adam_epoch",
        changed(ADAM_EPOCH, ("slopes[k], ms", "slopes[0].mean() + 0 * slopes[k], ms")),
        ("gradient|first|W1|slope",),
    ),
    # 0.001 in place of alpha
    Wrong(
        "again-epoch-constant-alpha",
        "adam_epoch",
        changed(ADAM_EPOCH, ("t, alpha)", "t, 0.001)")),
        ("alpha|0\\.001|learning rate",),
    ),
    # momentum_step instead of adam_step
    Wrong(
        "again-epoch-momentum",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "params[k], ms[k], ss[k] = adam_step(params[k], slopes[k], ms[k], ss[k], t, alpha)",
                "params[k], ms[k] = momentum_step(params[k], slopes[k], ms[k], alpha)",
            ),
        ),
        ("adam_step",),
    ),
    # rmsprop_step instead of adam_step
    Wrong(
        "again-epoch-rms",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                "params[k], ms[k], ss[k] = adam_step(params[k], slopes[k], ms[k], ss[k], t, alpha)",
                "params[k], ss[k] = rmsprop_step(params[k], slopes[k], ss[k], alpha)",
            ),
        ),
        ("adam_step",),
    ),
    # t counts digits, += len(batch)
    Wrong(
        "again-epoch-t-len", "adam_epoch", changed(ADAM_EPOCH, ("t += 1", "t += len(batch)")), ("\\bt\\b|digit|batch",)
    ),
    # all but the last loop body dedented: one step with the last batch
    Wrong(
        "again-epoch-last-only",
        "adam_epoch",
        changed(
            ADAM_EPOCH,
            (
                (
                    "        t += 1\n"
                    "        slopes = gradients(params, X[:, batch], Y[batch])\n"
                    "        for k in range(4):\n"
                    "            params"
                ),
                (
                    "        pass\n"
                    "    t += 1\n"
                    "    slopes = gradients(params, X[:, batch], Y[batch])\n"
                    "    for k in range(4):\n"
                    "        params"
                ),
            ),
        ),
        ("one step|last|loop|each batch",),
    ),
    # stop and best unpacked the other way
    Wrong(
        "again-train-best-stop",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("stop, best =", "best, stop =")),
        ("best|stop|exchang|order",),
    ),
    # warmup_cosine(alpha, 0, epochs, 0) each epoch
    Wrong(
        "again-train-epochs-0",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("warmup_cosine(alpha, epoch,", "warmup_cosine(alpha, 0,")),
        ("rate|schedule|alpha",),
    ),
    # epochs and epoch swapped in warmup_cosine
    Wrong(
        "again-train-step-t",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("warmup_cosine(alpha, epoch, epochs, 0)", "warmup_cosine(alpha, epochs, epoch, 0)")),
        ("rate|epoch|exchang|order|0|divid",),
    ),
    # warm-up of patience
    Wrong(
        "again-train-patience-epochs",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("epochs, 0)", "epochs, min(patience, epochs - 1))")),
        ("warm",),
    ),
    # keeps by training loss
    Wrong(
        "again-train-best-of-train",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("X_dev, Y_dev))", "X, Y))")),
        ("train|dev",),
    ),
    # dev and train swapped
    Wrong(
        "again-train-dev-swapped",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            ("adam_epoch(X, Y,", "adam_epoch(X_dev, Y_dev,"),
            ("mean_loss(params, X_dev, Y_dev)", "mean_loss(params, X, Y)"),
        ),
        ("dev|train",),
    ),
    # loss measured at best_params
    Wrong(
        "again-train-loss-of-best",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("mean_loss(params, X_dev", "mean_loss(best_params if epoch else params, X_dev")),
        ("best|kept|loss",),
    ),
    # never updates best: returns the start
    Wrong(
        "again-train-kept-not-updated",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("            best_params = params\n", "            pass\n")),
        ("start|begin|never|argument|unchanged|came in",),
    ),
    # returns after the first epoch
    Wrong(
        "again-train-return-in-loop",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("    return best_params", "        return best_params")),
        ("first|one epoch|loop",),
    ),
    # loss per batch: mean of losses
    Wrong(
        "again-train-same-zeros-inplace",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("np.array(losses)", "np.mean(losses)")),
        ("each epoch|lowest|one number|mean",),
    ),
    # losses rounded
    Wrong(
        "again-train-rounded",
        "train_with_adam",
        changed(
            TRAIN_WITH_ADAM,
            (
                "losses.append(mean_loss(params, X_dev, Y_dev))",
                "losses.append(round(mean_loss(params, X_dev, Y_dev), 2))",
            ),
        ),
        ("round|decimal",),
    ),
    # stops at the first epoch that isn't the best + patience ignored
    Wrong(
        "again-train-alpha-halved-stop",
        "train_with_adam",
        changed(TRAIN_WITH_ADAM, ("early_stopping(losses, patience)", "early_stopping(losses, 1)")),
        ("patience|rise|first",),
    ),
    # default_rng(int(alpha))
    Wrong(
        "again-rates-seed-alpha",
        "compare_rates",
        changed(COMPARE_RATES, ("default_rng(seed)", "default_rng(int(1000 * alpha))")),
        ("seed",),
    ),
    # patience = epochs // 2
    Wrong(
        "again-rates-epochs-patience-1",
        "compare_rates",
        changed(COMPARE_RATES, ("batch_size, epochs, rng", "batch_size, max(1, epochs // 2), rng")),
        ("patience|stop|early|budget",),
    ),
    # measures the loss of the start params
    Wrong(
        "again-rates-params0",
        "compare_rates",
        changed(COMPARE_RATES, ("np.min(losses)", "mean_loss(params, X_dev, Y_dev)")),
        ("start|same|before|train",),
    ),
    # batch_size ignored: one batch of all
    Wrong(
        "again-rates-whole-batch",
        "compare_rates",
        changed(COMPARE_RATES, ("epochs, batch_size, epochs", "epochs, Y.size, epochs")),
        ("batch",),
    ),
    # returns the params
    Wrong(
        "again-rates-params-returned",
        "compare_rates",
        changed(
            COMPARE_RATES,
            ("_, losses =", "best, losses ="),
            ("np.min(losses)", "best"),
            ("return np.array(lowest)", "return lowest"),
        ),
        ("loss|param|lowest|list|number",),
    ),
    # result array of ints
    Wrong(
        "again-rates-int",
        "compare_rates",
        changed(COMPARE_RATES, ("np.array(lowest)", "np.array(lowest, dtype=int)")),
        ("whole|int|round|0",),
    ),
    # in reverse order
    Wrong(
        "again-rates-reversed",
        "compare_rates",
        changed(COMPARE_RATES, ("np.array(lowest)", "np.array(lowest[::-1])")),
        ("order|revers|backward",),
    ),
    # sum of the losses
    Wrong(
        "again-rates-sum",
        "compare_rates",
        changed(COMPARE_RATES, ("np.min(losses)", "np.sum(losses)")),
        ("sum|lowest",),
    ),
    # mean of all runs
    Wrong(
        "again-rates-mean-of-all",
        "compare_rates",
        changed(COMPARE_RATES, ("np.array(lowest)", "np.mean(lowest)")),
        ("each|one|number|shape",),
    ),
    # what failed at first in a third round: passed, was not told, or broke the judge
    Wrong(
        "late-x-pytorch-uniform-1-over-sqrt",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    k = 1 / math.sqrt(n_in)
    return rng.uniform(low=-k, high=k, size=(n_out, n_in))
""",
        (r"n_out|uniform|1 / sqrt\(n_in\)|both",),
    ),
    Wrong(
        "late-x-floordiv",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 // (n_in + n_out))
    return rng.normal(0, sigma, (n_out, n_in))
""",
        ("//|rounds?|zero|all 0|whole",),
    ),
    Wrong(
        "late-h-leaky-gain",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    a = math.sqrt(5)
    gain = math.sqrt(2 / (1 + a ** 2))
    bound = gain * math.sqrt(3 / n_in)
    return rng.uniform(-bound, bound, (n_out, n_in))
""",
        (r"too (small|narrow)|gain|smaller|factor|sqrt\(6|PyTorch",),
    ),
    Wrong(
        "late-h-relu-applied",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))
    return np.maximum(W, 0)
""",
        ("relu|negative|positive|maximum|half",),
    ),
    Wrong(
        "late-h-cube-root",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    return rng.normal(0, (2 / n_in) ** 1 / 2, (n_out, n_in))
""",
        (r"bracket|parenthes|\*\*|root|half|halv",),
    ),
    Wrong(
        "late-h-returns-sigma",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    sigma = np.sqrt(2 / n_in)
    W = rng.normal(0, sigma, (n_out, n_in))
    return W, sigma
""",
        ("tuple|two|one array|weights (alone|only)|only|2 (things|values|results)",),
    ),
    Wrong(
        "late-s-args-swapped-then-T",
        "start_params",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_hidden, n_inputs, rng).T
    W2 = xavier_weights(n_outputs, n_hidden, rng).T
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("n_hidden|order|swap|inputs|exchanged|other way",),
    ),
    Wrong(
        "late-s-w2-from-inputs",
        "start_params",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng)
    W2 = rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_outputs, n_hidden))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("n_inputs|n_hidden|inputs of|W2",),
    ),
    Wrong(
        "late-s-scalar-bias",
        "start_params",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng)
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    return W1, 0, W2, 0
""",
        (r"column|\(n_hidden, 1\)|number|array",),
    ),
    Wrong(
        "late-s-no-rng-w2",
        "start_params",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng)
    W2 = xavier_weights(n_hidden, n_outputs, np.random.default_rng(0))
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
""",
        ("rng|generator|W2.*same|same.*W2",),
    ),
    Wrong(
        "late-m-range-stop-short",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    return [order[k:k + batch_size] for k in range(0, m - 1, batch_size)]
""",
        ("last|missing|left|m - 1",),
    ),
    Wrong(
        "late-d-every-over-epoch",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    if epoch == 0:
        return alpha
    return alpha * factor ** (every // epoch)
""",
        ("every // epoch|epoch // every|wrong way|other way|swap|exchang",),
    ),
    Wrong(
        "late-d-cumulative-each-epoch",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    for e in range(1, epoch + 1):
        if e >= every:
            alpha = alpha * factor
    return alpha
""",
        ("each epoch|every epoch|too often|once|staircase|stair|power|multiple",),
    ),
    Wrong(
        "late-c-swapped-branches",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step > n_warmup and n_warmup:
        return alpha * (step + 1) / n_warmup
    return alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)))
""",
        ("condition|swap|other way|turned|branch|<|after|revers",),
    ),
    Wrong(
        "late-c-n-warmup-zero-returns-alpha",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if n_warmup == 0:
        return alpha
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    return alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)))
""",
        ("n_warmup.*0|without (a )?warm|at once",),
    ),
    Wrong(
        "late-mo-beta-on-step",
        "momentum_step",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    v = beta * v + (1 - beta) * dw
    return beta * w - alpha * v, v
""",
        ("beta|w itself|w .*(shr|multipl)|multipl",),
    ),
    Wrong(
        "late-rm-xor-2",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ^ 2
    return w - alpha * dw / (np.sqrt(s) + eps), s
""",
        (r"\^|\*\*|power",),
    ),
    Wrong(
        "late-rm-norm",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * np.sum(dw ** 2)
    return w - alpha * dw / (np.sqrt(s) + eps), s
""",
        ("sum|each|number by number|own|one number",),
    ),
    Wrong(
        "late-rm-mean-all",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * np.mean(dw ** 2, axis=0)
    return w - alpha * dw / (np.sqrt(s) + eps), s
""",
        ("mean|each|number by number|own|one number|average",),
    ),
    Wrong(
        "late-rm-eps-hard-big",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ** 2
    return w - alpha * dw / (np.sqrt(s) + 1e-3), s
""",
        ("eps",),
    ),
    Wrong(
        "late-rm-centered",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * (dw - dw.mean()) ** 2
    return w - alpha * dw / (np.sqrt(s) + eps), s
""",
        ("mean|subtract|varianc|centr",),
    ),
    Wrong(
        "late-ad-adabelief",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m1 = beta1 * m + (1 - beta1) * dw
    s1 = beta2 * s + (1 - beta2) * (dw - m1) ** 2
    mh = m1 / (1 - beta1 ** t)
    sh = s1 / (1 - beta2 ** t)
    return w - alpha * mh / (np.sqrt(sh) + eps), m1, s1
""",
        ("dw|gradient|subtract|varianc|difference|minus",),
    ),
    Wrong(
        "late-ad-adamw",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    mh = m / (1 - beta1 ** t)
    sh = s / (1 - beta2 ** t)
    w = w - alpha * 0.01 * w
    return w - alpha * mh / (np.sqrt(sh) + eps), m, s
""",
        (r"decay|w itself|shrink|0\.01|multipl|part of w",),
    ),
    Wrong(
        "late-ad-amsgrad",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = np.maximum(s, beta2 * s + (1 - beta2) * dw ** 2)
    mh = m / (1 - beta1 ** t)
    sh = s / (1 - beta2 ** t)
    return w - alpha * mh / (np.sqrt(sh) + eps), m, s
""",
        ("max|larger|amsgrad|never (fall|sink|shrink)|fall|sink",),
    ),
    Wrong(
        "late-ad-adamax",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = np.maximum(beta2 * s, np.abs(dw))
    return w - alpha / (1 - beta1 ** t) * m / (s + eps), m, s
""",
        ("squar|max|adamax",),
    ),
    Wrong(
        "late-ad-calls-helpers",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    w1, m = momentum_step(w, dw, m, alpha, beta1)
    w2, s = rmsprop_step(w1, dw, s, alpha, beta2, eps)
    return w2, m, s
""",
        ("two steps|both|correct|one step|twice|1 - beta",),
    ),
    Wrong(
        "late-ad-loops-t",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    for i in range(1, t + 1):
        m = beta1 * m + (1 - beta1) * dw
        s = beta2 * s + (1 - beta2) * dw ** 2
        mh = m / (1 - beta1 ** i)
        sh = s / (1 - beta2 ** i)
        w = w - alpha * mh / (np.sqrt(sh) + eps)
    return w, m, s
""",
        ("one step|t steps|loop|several|only one|t times",),
    ),
    Wrong(
        "late-ad-sqrt-alpha-decay",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    alpha = alpha / np.sqrt(t)
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    mh = m / (1 - beta1 ** t)
    sh = s / (1 - beta2 ** t)
    return w - alpha * mh / (np.sqrt(sh) + eps), m, s
""",
        (r"alpha|learning rate|sqrt\(t\)|root of t",),
    ),
    Wrong(
        "late-es-last-window",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best = int(np.argmin(losses))
    if len(losses) <= patience:
        return False, best
    return losses[-1] > losses[-1 - patience], best
""",
        ("since the best|lowest|patience.*(ago|before)|compare|best",),
    ),
    Wrong(
        "late-es-reversed",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best = int(np.argmin(losses))
    return len(losses) - 1 - best <= patience, best
""",
        ("<=|>=|turned|other way|opposite|reverse",),
    ),
    Wrong(
        "late-es-first-rise",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best = 0
    while best + 1 < len(losses) and losses[best + 1] < losses[best]:
        best += 1
    return len(losses) - 1 - best >= patience, best
""",
        ("first (rise|valley|time)|later|lower|local|goes on|bump|again|stops looking",),
    ),
    Wrong(
        "late-es-min-delta",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best, wait = 0, 0
    for i, l in enumerate(losses):
        if l < losses[best] - 1e-2:
            best, wait = i, 0
        elif i > 0:
            wait += 1
    return wait >= patience, best
""",
        (r"small|little|any|margin|lower|0\.01|tiny|thresh|lowest",),
    ),
    Wrong(
        "late-ae-decay-alpha",
        "adam_epoch",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    batches = mini_batches(Y.size, batch_size, rng)
    for k, batch in enumerate(batches):
        t += 1
        lr = warmup_cosine(alpha, k, len(batches), 0)
        grads = gradients(params, X[:, batch], Y[batch])
        new = [adam_step(p, g, m, s, t, lr) for p, g, m, s in zip(params, grads, ms, ss)]
        params, ms, ss = zip(*new)
    return params, (ms, ss, t)
""",
        ("alpha|learning rate|schedule|cosine",),
    ),
    Wrong(
        "late-ae-shuffles-data-apart",
        "adam_epoch",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    m = X.shape[1]
    X_s = X[:, rng.permutation(m)]
    Y_s = Y[rng.permutation(m)]
    for i in range(0, m, batch_size):
        t += 1
        grads = gradients(params, X_s[:, i:i+batch_size], Y_s[i:i+batch_size])
        new = [adam_step(p, g, mm, s, t, alpha) for p, g, mm, s in zip(params, grads, ms, ss)]
        params, ms, ss = zip(*new)
    return params, (ms, ss, t)
""",
        ("label|apart|same order|two (random )?orders|match|belong",),
    ),
    Wrong(
        "late-tr-bad-never-reset",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0)
    losses, best_params, bad, lowest = [], params, 0, np.inf
    for k in range(epochs):
        lr = warmup_cosine(alpha, k, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, lr, batch_size, rng)
        loss = mean_loss(params, X_dev, Y_dev)
        losses.append(loss)
        if loss < lowest:
            lowest, best_params = loss, params
        else:
            bad += 1
        if bad >= patience:
            break
    return best_params, losses
""",
        ("early|again|since|reset|0|total|in all",),
    ),
    Wrong(
        "late-tr-best-on-accuracy",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0)
    losses, best_params, top = [], params, -1
    for k in range(epochs):
        lr = warmup_cosine(alpha, k, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, lr, batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        acc = share_right(params, X_dev, Y_dev)
        if acc > top:
            top, best_params = acc, params
        if early_stopping(losses, patience)[0]:
            break
    return best_params, losses
""",
        ("accuracy|share|loss|lowest",),
    ),
    Wrong(
        "late-tr-restore-best",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0)
    losses, best_params = [], params
    for k in range(epochs):
        lr = warmup_cosine(alpha, k, epochs, 0)
        new, state = adam_epoch(X, Y, best_params, state, lr, batch_size, rng)
        losses.append(mean_loss(new, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == k:
            best_params = new
        if stop:
            break
    return best_params, losses
""",
        ("go(es)? on|best|last|went on|continue|epoch before",),
    ),
    Wrong(
        "late-tr-patience-epochs",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0)
    losses, best_params = [], params
    for k in range(epochs):
        lr = warmup_cosine(alpha, k, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, lr, batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, epochs)
        if best == k:
            best_params = params
        if stop:
            break
    return best_params, losses
""",
        ("patience",),
    ),
    Wrong(
        "late-tr-shared-zero-inplace",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    state = ([np.zeros_like(p) for p in params], [np.ones_like(p) for p in params], 0)
    losses, best_params = [], params
    for k in range(epochs):
        lr = warmup_cosine(alpha, k, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, lr, batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == k:
            best_params = params
        if stop:
            break
    return best_params, losses
""",
        ("zero|0|state|ones",),
    ),
    Wrong(
        "late-cr-sorted",
        "compare_rates",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    out = []
    for a in sorted(alphas):
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, a, epochs, batch_size, epochs, rng)
        out.append(min(losses))
    return np.array(out)
""",
        ("order|sort",),
    ),
    Wrong(
        "late-cr-dict",
        "compare_rates",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    results = {}
    for a in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, a, epochs, batch_size, epochs, rng)
        results[a] = min(losses)
    return np.array(list(results.values()))
""",
        ("twice|once|dict|repeat|same rate|each|both|as many",),
    ),
    Wrong(
        "late-cr-patience-3",
        "compare_rates",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    out = []
    for a in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, a, epochs, batch_size, 3, rng)
        out.append(min(losses))
    return np.array(out)
""",
        ("patience|stop|epochs",),
    ),
    Wrong(
        "late-cr-dev-as-train",
        "compare_rates",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    out = []
    for a in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X_dev, Y_dev, X_dev, Y_dev, params, a, epochs, batch_size, epochs, rng)
        out.append(min(losses))
    return np.array(out)
""",
        ("dev|train",),
    ),
    Wrong(
        "late-x-kron",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    a = rng.standard_normal((n_out, 1))
    b = rng.standard_normal((1, n_in))
    return a * b * np.sqrt(2 / (n_in + n_out))
""",
        ("each weight|independent|product|own|multiple|row|column|itself|alike|proportion",),
    ),
    Wrong(
        "late-h-log2",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    sd = np.sqrt(2 / np.sqrt(n_in))
    return rng.normal(scale=sd, size=(n_out, n_in))
""",
        ("root|sqrt|twice|n_in",),
    ),
    Wrong(
        "late-h-row-loop-shape",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    rows = []
    for i in range(n_out):
        rows.append(np.sqrt(2 / len(rows + [0])) * rng.standard_normal(n_in))
    return np.array(rows)
""",
        ("n_in|scale|spread|row|alike|same standard",),
    ),
    Wrong(
        "late-h-lastzero",
        "he_weights",
        """
def he_weights(n_in, n_out, rng):
    W = np.zeros((n_out, n_in))
    for i in range(n_out - 1):
        W[i] = rng.normal(0, np.sqrt(2 / n_in), n_in)
    return W
""",
        ("last|zero|0|row|unit",),
    ),
    Wrong(
        "late-s-layers",
        "start_params",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    return [(he_weights(n_inputs, n_hidden, rng), np.zeros((n_hidden, 1))),
            (xavier_weights(n_hidden, n_outputs, rng), np.zeros((n_outputs, 1)))]
""",
        ("four|4|flat|pairs|nested|W1, b1, W2, b2|two",),
    ),
    Wrong(
        "late-m-shift",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    start = rng.integers(m)
    order = np.roll(np.arange(m), start)
    return [order[i:i + batch_size] for i in range(0, m, batch_size)]
""",
        ("random|shuffl|row|neighbo|order|consecutive|follow",),
    ),
    Wrong(
        "late-c-min-lr",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    p = (step - n_warmup) / (n_steps - n_warmup)
    min_lr = 0.1 * alpha
    return min_lr + (alpha - min_lr) / 2 * (1 + math.cos(math.pi * p))
""",
        ("0|tenth|floor|lowest|end|towards|minimum|least|sink",),
    ),
    Wrong(
        "late-mo-v-old-plus",
        "momentum_step",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    v = (v + dw) / 2
    return w - alpha * v, v
""",
        (r"beta|mean of the two|half|0\.5",),
    ),
    Wrong(
        "late-mo-copied-ema-w",
        "momentum_step",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    g = dw / np.linalg.norm(dw)
    v = beta * v + (1 - beta) * g
    return w - alpha * v, v
""",
        ("norm|length|divid|scal",),
    ),
    Wrong(
        "late-rm-one-s",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ** 2
    return w - alpha * dw / (np.sqrt(np.mean(s)) + eps), s
""",
        ("each|number by number|own|mean|one number|average|shared|whole",),
    ),
    Wrong(
        "late-ad-t-minus",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    return w - alpha * (m / (1 - beta1 ** max(t - 1, 1))) / (np.sqrt(s / (1 - beta2 ** max(t - 1, 1))) + eps), m, s
""",
        (r"t - 1|from 1|\bt\b",),
    ),
    Wrong(
        "late-ad-nadam",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    mh = (beta1 * m + (1 - beta1) * dw) / (1 - beta1 ** t)
    sh = s / (1 - beta2 ** t)
    return w - alpha * mh / (np.sqrt(sh) + eps), m, s
""",
        ("nadam|nesterov|twice|ahead|m_hat|again",),
    ),
    Wrong(
        "late-ad-sign",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    return w - alpha * np.sign(m), m, s
""",
        ("sign|root|size|divid",),
    ),
    Wrong(
        "late-es-any",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best = int(np.argmin(losses))
    stop = all(l > losses[best] for l in losses[-patience:])
    return stop, best
""",
        ("since|patience|fewer|short|at least|epochs|early|enough",),
    ),
    Wrong(
        "late-ae-default-batch",
        "adam_epoch",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    for batch in mini_batches(Y.size, Y.size, rng):
        t += 1
        grads = gradients(params, X[:, batch], Y[batch])
        new = [adam_step(p, g, m, s, t, alpha) for p, g, m, s in zip(params, grads, ms, ss)]
        params, ms, ss = zip(*new)
    return params, (ms, ss, t)
""",
        ("batch_size|batch size|all digits|one batch",),
    ),
    Wrong(
        "late-tr-keep-index",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = tuple(np.zeros(p.shape) for p in params)
    state = (zeros, zeros, 0)
    losses, best_params = [], params
    for k in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, k, epochs, 0), batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if stop:
            best_params = params
        if stop:
            break
    return best_params, np.array(losses)
""",
        ("best|lowest|stop|never",),
    ),
    Wrong(
        "late-tr-batch-rng",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = tuple(np.zeros(p.shape) for p in params)
    state = (zeros, zeros, 0)
    losses, best_params = [], params
    for k in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, k, patience + epochs, 0), batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == k:
            best_params = params
        if stop:
            break
    return best_params, np.array(losses)
""",
        ("rate|epochs",),
    ),
    Wrong(
        "late-cr-argbest",
        "compare_rates",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    out = []
    for a in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, a, epochs, batch_size, epochs, rng)
        out.append(min(losses))
    return np.argmin(out)
""",
        ("each|argmin|all|number of|which|losses",),
    ),
    Wrong(
        "late-x-cbrt",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, np.cbrt(2 / (n_in + n_out)), (n_out, n_in))
""",
        ("root|sqrt|√",),
    ),
    Wrong(
        "late-x-max",
        "xavier_weights",
        """
def xavier_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / max(n_in, n_out)), (n_out, n_in))
""",
        (r"sum|n_in|larger|both|\+",),
    ),
    Wrong(
        "late-m-repeat",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    batches = []
    for i in range(0, m, batch_size):
        batches += [order[i:i + batch_size]] * 2
    return batches
""",
        ("twice|once|double|each number",),
    ),
    Wrong(
        "late-d-prev",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    if epoch > every:
        return alpha * factor ** (epoch // every)
    return alpha
""",
        ("epoch every|first|late|>=|one epoch|at `?every|stair",),
    ),
    Wrong(
        "late-d-sum",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    total = alpha
    for k in range(epoch // every):
        total += alpha * factor
    return total
""",
        ("multipl|add|sum|power",),
    ),
    Wrong(
        "late-d-min",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return max(alpha * factor ** (epoch // every), 0.01 * alpha)
""",
        ("floor|lowest|least|below|bound|max|limit|small|stop",),
    ),
    Wrong(
        "late-c-abs",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    return alpha * abs(math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)))
""",
        (r"1 \+|abs|half|negative",),
    ),
    Wrong(
        "late-c-sq",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    return alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)) ** 2)
""",
        ("squar",),
    ),
    Wrong(
        "late-c-w-1",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    return alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup + 1) / (n_steps - n_warmup + 1)))
""",
        (r"\+ 1|one step|ahead|early|alpha",),
    ),
    Wrong(
        "late-mo-2",
        "momentum_step",
        """
def momentum_step(w, dw, v, alpha, beta=0.9):
    nv = beta ** 2 * v + (1 - beta ** 2) * dw
    return w - alpha * nv, nv
""",
        ("beta",),
    ),
    Wrong(
        "late-rm-1",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ** 2
    return w - np.sqrt(alpha) * dw / (np.sqrt(s) + eps), s
""",
        ("alpha",),
    ),
    Wrong(
        "late-rm-2",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ** 2
    return w - alpha * np.sign(dw) / (np.sqrt(s) + eps), s
""",
        ("sign|dw|gradient",),
    ),
    Wrong(
        "late-rm-4",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ** 2
    step = alpha * dw / (np.sqrt(s) + eps)
    return w - step - alpha * dw, s
""",
        ("dw|gradient|twice|two|both",),
    ),
    Wrong(
        "late-tr-2",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):

    zeros = tuple(np.zeros(p.shape) for p in params)
    state = (zeros, zeros, 0)
    losses, best_params = [], params
    for k in range(epochs):
        rate = warmup_cosine(alpha, k, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience - 1)
        if best == k:
            best_params = params
        if stop:
            break
    return best_params, np.array(losses)
""",
        ("patience|early|one epoch",),
    ),
    Wrong(
        "late-tr-3",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):

    zeros = tuple(np.zeros(p.shape) for p in params)
    state = (zeros, zeros, 0)
    losses, best_params = [], params
    for k in range(epochs):
        rate = warmup_cosine(alpha, k, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        losses.append(mean_loss(best_params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == k:
            best_params = params
        if stop:
            break
    return best_params, np.array(losses)
""",
        ("params|best|start|newest",),
    ),
    Wrong(
        "batches-array-split-of-full",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    return np.array_split(rng.permutation(m), m // batch_size)
""",
        ("evenly|array_split",),
    ),
    Wrong(
        "batches-size-of-64",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    return [order[i:i + 64] for i in range(0, m, 64)]
""",
        ("batch_size. has no effect|always the same",),
    ),
    Wrong(
        "batches-one-of-all",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    return [rng.permutation(m)]
""",
        ("batch_size. has no effect|one batch as a whole",),
    ),
    Wrong(
        "batches-reshaped",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    return rng.permutation(m).reshape(-1, batch_size)
""",
        ("left over",),
    ),
    Wrong(
        "batches-ragged-array",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    return np.array([order[i:i + batch_size] for i in range(0, m, batch_size)])
""",
        ("left over",),
    ),
    Wrong(
        "batches-split-equally",
        "mini_batches",
        """
def mini_batches(m, batch_size, rng):
    order = rng.permutation(m)
    return np.split(order, m // batch_size)
""",
        ("left over",),
    ),
    Wrong(
        "adam-betas-fixed-in-correction",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * dw ** 2
    mh = m / (1 - 0.9 ** t)
    sh = s / (1 - 0.999 ** t)
    return w - alpha * mh / (np.sqrt(sh) + eps), m, s
""",
        (r"0\.9 and 0\.999",),
    ),
    Wrong(
        "cosine-min-of-both",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    warm = alpha * (step + 1) / n_warmup
    cos = alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)))
    return min(warm, cos)
""",
        ("smaller",),
    ),
    Wrong(
        "cosine-min-of-both-guarded",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    warm = alpha * (step + 1) / n_warmup if n_warmup else alpha
    cos = alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)))
    return min(warm, cos)
""",
        ("smaller",),
    ),
    Wrong(
        "cosine-warmup-short",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    if step + 1 < n_warmup:
        return alpha * (step + 1) / n_warmup
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return alpha / 2 * (1 + math.cos(math.pi * progress))
""",
        ("one step too short",),
    ),
    Wrong(
        "cosine-warmup-of-one",
        "warmup_cosine",
        """
def warmup_cosine(alpha, step, n_steps, n_warmup):
    n_warmup = max(n_warmup, 1)
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    return alpha / 2 * (1 + math.cos(math.pi * (step - n_warmup) / (n_steps - n_warmup)))
""",
        ("n_warmup is 0",),
    ),
    Wrong(
        "decay-turned-guarded",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    return alpha * factor ** (every // max(epoch, 1))
""",
        ("wrong way round|divide .every. by",),
    ),
    Wrong(
        "decay-back-to-alpha",
        "step_decay",
        """
def step_decay(alpha, epoch, factor, every):
    if epoch % every == 0:
        return alpha * factor ** (epoch // every)
    return alpha
""",
        ("alpha again",),
    ),
    Wrong(
        "early-answers-at-once",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best = 0
    for i in range(len(losses)):
        if losses[i] < losses[best]:
            best = i
        if i - best >= patience:
            return True, best
    return False, best
""",
        ("first time that patience ran out",),
    ),
    Wrong(
        "early-sticky",
        "early_stopping",
        """
def early_stopping(losses, patience):
    best, stop = 0, False
    for i in range(len(losses)):
        if losses[i] < losses[best]:
            best = i
        if i - best >= patience:
            stop = True
    return stop, best
""",
        ("for good",),
    ),
    Wrong(
        "early-count-never-reset",
        "early_stopping",
        """
def early_stopping(losses, patience):
    lowest, best, count = losses[0], 0, 0
    for i, l in enumerate(losses):
        if l < lowest:
            lowest, best = l, i
        else:
            count += 1
    return count >= patience, best
""",
        ("count all epochs",),
    ),
    Wrong(
        "early-first-counted",
        "early_stopping",
        """
def early_stopping(losses, patience):
    lowest, best, count = losses[0], 0, 0
    for i, l in enumerate(losses):
        if l < lowest:
            lowest, best, count = l, i, 0
        else:
            count += 1
    return count >= patience, best
""",
        ("count that epoch too",),
    ),
    Wrong(
        "rms-matrix-transposed",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * (dw @ dw.T)
    return w - alpha * dw / (np.sqrt(s) + eps), s
""",
        ("as a matrix",),
    ),
    Wrong(
        "rms-matrix-dot",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * np.dot(dw, dw)
    return w - alpha * dw / (np.sqrt(s) + eps), s
""",
        ("as a matrix",),
    ),
    Wrong(
        "rms-maximum",
        "rmsprop_step",
        """
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * dw ** 2
    return w - alpha * dw / np.maximum(np.sqrt(s), eps), s
""",
        ("larger",),
    ),
    Wrong(
        "adam-matrix",
        "adam_step",
        """
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * dw
    s = beta2 * s + (1 - beta2) * (dw @ dw.T)
    mh = m / (1 - beta1 ** t)
    sh = s / (1 - beta2 ** t)
    return w - alpha * mh / (np.sqrt(sh) + eps), m, s
""",
        ("as a matrix",),
    ),
    Wrong(
        "train-error-rate",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = tuple(np.zeros_like(p) for p in params)
    state, losses, kept = (zeros, zeros, 0), [], params
    for epoch in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, epoch, epochs, 0), batch_size, rng)
        losses.append(1 - share_right(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == epoch:
            kept = params
        if stop:
            break
    return kept, np.array(losses)
""",
        ("wrong answers",),
    ),
    Wrong(
        "train-accuracy-stops",
        "train_with_adam",
        """
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    zeros = tuple(np.zeros_like(p) for p in params)
    state, losses, kept = (zeros, zeros, 0), [], params
    for epoch in range(epochs):
        params, state = adam_epoch(X, Y, params, state, warmup_cosine(alpha, epoch, epochs, 0), batch_size, rng)
        losses.append(share_right(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == epoch:
            kept = params
        if stop:
            break
    return kept, np.array(losses)
""",
        ("accuracy",),
    ),
    Wrong(
        "epoch-m-and-s-throughout",
        "adam_epoch",
        """
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    ms, ss, t = state
    for batch in mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = gradients(params, X[:, batch], Y[batch])
        moved = [adam_step(*e, t, alpha) for e in zip(params, slopes, ss, ms)]
        params, ss, ms = zip(*moved)
    return params, (ms, ss, t)
""",
        ("m and s are exchanged",),
    ),
    Wrong(
        "rates-patience-of-three",
        "compare_rates",
        """
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    lowest = []
    for alpha in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, 3, rng)
        lowest.append(losses.min())
    return np.array(lowest)
""",
        ("patience of three",),
    ),
    Wrong(
        "start-b2-of-hidden",
        "start_params",
        """
def start_params(n_inputs, n_hidden, n_outputs, rng):
    W1 = he_weights(n_inputs, n_hidden, rng)
    b1 = np.zeros((n_hidden, 1))
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    b2 = np.zeros((n_hidden, 1))
    return W1, b1, W2, b2
""",
        ("b2",),
    ),
]

BY_NAME = {wrong.name: wrong for wrong in WRONG}


def pair(first: str, second: str) -> Pair:
    """Two of the wrong answers in one file."""
    one, other = BY_NAME[first], BY_NAME[second]
    wrong = {one.exercise: one.says, other.exercise: other.says}
    return Pair(f"{first}+{second}", one.source + "\n\n" + other.source, wrong)


PAIRS: list[Pair] = [
    pair("xavier-no-root", "he-no-root"),
    pair("xavier-transposed", "start-order"),
    pair("he-n-out", "start-he-twice"),
    pair("batches-drops-last", "adam-no-correction"),
    pair("batches-unshuffled", "epoch-t-restart"),
    pair("adam-returns-hats", "epoch-t-per-epoch"),
    pair("adam-eps-inside", "epoch-weights-only"),
    pair("decay-plus-one", "cosine-no-plus-one"),
    pair("cosine-no-half", "train-last-params"),
    pair("early-argmax", "train-no-schedule"),
    pair("early-order", "rates-one-rng"),
    pair("adam-m-inplace", "rates-goes-on"),
    pair("momentum-old-v", "rms-old-s"),
    pair("batches-np-random", "train-state-each-epoch"),
    pair("epoch-first-batch-only", "train-train-loss"),
    pair("epoch-inplace", "rates-last-loss"),
    pair("train-last-params", "rates-patience-one"),
    pair("train-order", "rates-sorted"),
]
