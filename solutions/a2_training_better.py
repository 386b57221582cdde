# %% [markdown]
# # Digits from scratch: training better
#
# In the first lesson you built a network and trained it by plain gradient descent: all digits in every step, the same
# short step everywhere. It read about 86 digits of 100. The network of this lesson has more units, 128 instead of 10,
# but otherwise not a wire is different. What is different is **how it is trained**, and it reads more than 97 of 100,
# after a few seconds.
#
# **What you need.** The first lesson, finished. What you wrote there is given here: the next cells hold a forward pass,
# a backward pass and a loss, so that a mistake of yesterday can't spoil today.
#
# **What you build.** Thirteen short functions, in five parts:
#
# | part | question | exercises |
# |---|---|---|
# | 1. Starting | How large should the first weights be? | 1 to 3 |
# | 2. Batches | Must one look at all digits before taking a step? | 4 |
# | 3. The learning rate | Should the last step be as long as the first? | 5 and 6 |
# | 4. Steps | Is straight downhill the best way down? | 7 to 9 |
# | 5. Training | When to stop, and how to tell which way was better? | 10 to 13 |
#
# Run a check in a notebook by its cell, or in a terminal by `autograder check adam_step`. `autograder hint adam_step`
# shows the hints one at a time.
#
# **The convention is the same as before: examples are columns.** `X` is (784, m), one digit a column; `Y` is (m,).
#
# **One rule is stricter.** Every function of this lesson returns new arrays and leaves what it was given as it was.
# Comparing two ways of training means starting twice from the same parameters, and they can't be the same if the first
# run has written over them.

# %%
import math

import numpy as np

from autograder import check, data_path, plot_history, show_digits

# %% [markdown]
# # What is given
#
# A network's parameters travel together here, as one tuple `params = (W1, b1, W2, b2)`. These are the functions that
# you know, in that form. Read them once; nothing in them is new.


# %%
def forward_prop(params, X):
    """Send digits through the network: Z1 (n_hidden, m), A1 (n_hidden, m) and the probabilities A2 (n_outputs, m)."""
    W1, b1, W2, b2 = params
    Z1 = b1 + W1 @ X
    A1 = np.maximum(Z1, 0)
    logits = W2 @ A1 + b2
    shares = np.exp(logits - logits.max(axis=0))
    return Z1, A1, shares / shares.sum(axis=0)


def gradients(params, X, Y):
    """The slopes (dW1, db1, dW2, db2) of the mean cross-entropy of the digits X (n_inputs, m) with labels Y (m,)."""
    Z1, A1, error = forward_prop(params, X)
    error[Y, np.arange(Y.size)] -= 1
    error /= Y.size
    back = (params[2].T @ error) * (Z1 > 0)
    return back @ X.T, back.sum(axis=1, keepdims=True), error @ A1.T, error.sum(axis=1, keepdims=True)


def mean_loss(params, X, Y):
    """The mean cross-entropy of the digits X with labels Y, a float."""
    truth = forward_prop(params, X)[2][Y, np.arange(Y.size)]
    return float(-np.log(np.maximum(truth, 1e-12)).mean())


def read_digits(params, X):
    """The classes (m,) that the network finds most probable for the digits X."""
    return forward_prop(params, X)[2].argmax(axis=0)


def share_right(params, X, Y):
    """The share of the digits X that the network reads as their labels Y, a float from 0 to 1."""
    return float((read_digits(params, X) == Y).mean())


# %% [markdown]
# And the digits, as pixels from 0 to 1. `float32` numbers have seven decimal places instead of sixteen. That is more
# than enough for ink, and the processor multiplies twice as many of them in the same time.


# %%
def load_digits(name):
    """The digits of a file in the course's data folder: X (784, m) from 0 to 1 and their labels Y (m,)."""
    table = np.loadtxt(data_path(name), delimiter=",", skiprows=1, dtype=np.uint8)
    return (table[:, 1:].astype(np.float32) / np.float32(255)).T, table[:, 0].astype(int)


X_all, Y_all = load_digits("mnist_test.csv.gz")
X_dev, Y_dev = X_all[:, :2000], Y_all[:2000]
X_train, Y_train = X_all[:, 2000:], Y_all[2000:]

print("train", X_train.shape, "dev", X_dev.shape)
show_digits(X_train, Y_train, count=10)

# %% [markdown]
# # Part 1. Starting
#
# ## Exercise 1: xavier_weights
#
# A unit adds up `n_in` products $w_j x_j$. If every weight is drawn independently with mean 0 and variance $\sigma^2$,
# the variances add up:
#
# $$\operatorname{Var}(z) = n_{\text{in}} \; \sigma^2 \; \overline{x^2}$$
#
# So with 784 inputs a sum is 28 times ($\sqrt{784}$) as wide as a single product. Stack ten layers, each of which
# widens its input five times, and what arrives is ten million times too wide; let each halve it, and it is a
# thousandth. For a layer to hand on numbers of the size that it got, $n_{\text{in}}\,\sigma^2$ should be 1. On the way
# back the blame flows through the same weights in the other direction, and there $n_{\text{out}}\,\sigma^2$ should be
# 1. Xavier Glorot and Yoshua Bengio (2010) proposed the compromise:
#
# $$\sigma = \sqrt{\frac{2}{n_{\text{in}} + n_{\text{out}}}}$$
#
# For example:
#
# | n_in | n_out | $\sigma$ |
# |---|---|---|
# | 1 | 1 | 1 |
# | 30 | 20 | 0.2 |
# | 128 | 10 | 0.120 |
#
# The letter $\sigma$ is the *standard deviation*, the root of the variance, and it is what you need: multiplying random
# numbers by $\sigma$ multiplies their spread by $\sigma$. `rng.normal(0, sigma, shape)` draws with mean 0 and standard
# deviation `sigma`. Uniform numbers with that standard deviation are as good.


# %% exercise="xavier_weights"
def xavier_weights(n_in, n_out, rng):
    """Random starting weights for a layer, of Xavier Glorot's scale.

    n_in, n_out  how many inputs and how many units the layer has
    rng          a numpy.random.Generator, the source of the random numbers
    Returns      (n_out, n_in): mean 0, standard deviation sqrt(2 / (n_in + n_out))
    """
    ### BEGIN SOLUTION
    sigma = math.sqrt(2 / (n_in + n_out))
    return rng.normal(0, sigma, (n_out, n_in))
    ### END SOLUTION


# %% check="xavier_weights"
check("xavier_weights")

# %% [markdown] hints="xavier_weights"
# 1. Work out sigma first, then draw an array of the right shape: a row for each unit, a column for each input.
# 2. `rng.normal(0, sigma, shape)` takes the standard deviation, not the variance; so the square root must be there. The
#    shape is a tuple.
# 3. `sigma = math.sqrt(2 / (n_in + n_out))`, and then `return rng.normal(0, sigma, (n_out, n_in))`

# %% [markdown]
# ## Exercise 2: he_weights
#
# Xavier's argument leaves out the bend between the layers. ReLU puts zero for everything negative, which is half of
# what arrives, so half of $\overline{x^2}$ is lost at every layer. Kaiming He and others (2015) put the half back by
# doubling the variance, and looked at the way forward alone:
#
# $$\sigma = \sqrt{\frac{2}{n_{\text{in}}}}$$
#
# | n_in | 2 | 8 | 50 | 784 |
# |---|---|---|---|---|
# | $\sigma$ | 1 | 0.5 | 0.2 | 0.0505 |
#
# So He's weights are for a layer with ReLU behind it, Xavier's for one without.


# %% exercise="he_weights"
def he_weights(n_in, n_out, rng):
    """Random starting weights for a layer that is followed by ReLU, of Kaiming He's scale.

    n_in, n_out  how many inputs and how many units the layer has
    rng          a numpy.random.Generator, the source of the random numbers
    Returns      (n_out, n_in): mean 0, standard deviation sqrt(2 / n_in)
    """
    ### BEGIN SOLUTION
    return rng.normal(0, math.sqrt(2 / n_in), (n_out, n_in))
    ### END SOLUTION


# %% check="he_weights"
check("he_weights")

# %% [markdown] hints="he_weights"
# 1. The same as before with another sigma; the shape stays the same.
# 2. Only the inputs count. The number of units appears in the shape and nowhere else.
# 3. `return rng.normal(0, math.sqrt(2 / n_in), (n_out, n_in))`

# %% [markdown]
# Ten layers of 200 units show the difference. The numbers are the spread of what comes out of each layer: a factor that
# is only a little wrong has ten chances to multiply.

# %%
for name, scale in (("0.01", 0.01), ("Xavier", math.sqrt(2 / 400)), ("He", math.sqrt(2 / 200)), ("0.15", 0.15)):
    generator = np.random.default_rng(0)
    layer = generator.normal(size=(200, 300))
    spreads = []
    for _ in range(10):
        layer = np.maximum(generator.normal(0, scale, (200, 200)) @ layer, 0)
        spreads.append(f"{layer.std():8.2g}")
    print(f"{name:>6}", *spreads)

# %% [markdown] answer="why-not-constant-spread"
# **Why?** In which row do the numbers stay about the same, and why does Xavier's row shrink by about $\sqrt{1/2}$ at
# each layer? What would become of the *gradients* of the first layer in the top row?
#
# *Your answer:*

# %% [markdown]
# ## Exercise 3: start_params
#
# Now the whole network. Its hidden layer is followed by ReLU and gets He's weights, its output layer is not and gets
# Xavier's. The biases start at 0: the weights have broken the symmetry already, and a bias that starts at random would
# only make some units louder than others for no reason.
#
# | parameter | shape | starts as |
# |---|---|---|
# | `W1` | (n_hidden, n_inputs) | He |
# | `b1` | (n_hidden, 1) | 0 |
# | `W2` | (n_outputs, n_hidden) | Xavier |
# | `b2` | (n_outputs, 1) | 0 |
#
# For 784, 128 and 10 that makes $\sigma$ = 0.0505 for `W1` and 0.120 for `W2`. Both of your functions are to draw from
# the one `rng`, so that `W1` and `W2` are not made of the same numbers.


# %% exercise="start_params"
def start_params(n_inputs, n_hidden, n_outputs, rng):
    """The parameters of a network before training: He for the hidden layer, Xavier for the output layer, biases 0.

    n_inputs, n_hidden, n_outputs  the sizes of the network
    rng      a numpy.random.Generator, the source of the random numbers
    Returns  W1 (n_hidden, n_inputs), b1 (n_hidden, 1), W2 (n_outputs, n_hidden), b2 (n_outputs, 1)
    """
    ### BEGIN SOLUTION
    W1 = he_weights(n_inputs, n_hidden, rng)
    W2 = xavier_weights(n_hidden, n_outputs, rng)
    return W1, np.zeros((n_hidden, 1)), W2, np.zeros((n_outputs, 1))
    ### END SOLUTION


# %% check="start_params"
check("start_params")

# %% [markdown] hints="start_params"
# 1. Two calls of what you have written, and two arrays of zeros. What goes *into* the output layer are the hidden
#    units.
# 2. `he_weights(n_inputs, n_hidden, rng)` has the shape (n_hidden, n_inputs) already. A bias is a column: the shape
#    `(n_hidden, 1)`.
# 3. `W1 = he_weights(n_inputs, n_hidden, rng)`, `W2 = xavier_weights(n_hidden, n_outputs, rng)`, and the biases are
#    `np.zeros((n_hidden, 1))` and `np.zeros((n_outputs, 1))`. Return them in the order W1, b1, W2, b2.


# %%
def fresh_params(n_hidden=32):
    """The same start for every run of this lesson, in float32."""
    return tuple(array.astype(np.float32) for array in start_params(784, n_hidden, 10, np.random.default_rng(1)))


print("the loss before any training:", mean_loss(fresh_params(), X_dev, Y_dev))

# %% [markdown]
# A network that knows nothing should give each digit a tenth: $-\log \tfrac{1}{10} = 2.303$. A start of a good scale
# comes near to it. The ±½ of the first lesson began at 3.6: it had strong opinions, all of them wrong, and had to
# unlearn them first.

# %% [markdown]
# # Part 2. Batches
#
# ## Exercise 4: mini_batches
#
# In the first lesson each step looked at all digits. But a gradient is a mean, and the mean of a hundred digits points
# nearly where the mean of ten thousand does. It costs a hundredth. So: put the digits in a random order, cut it into
# *mini-batches* of, say, 64, and take a step after each. A run through all batches is an *epoch*.
#
# Three things go wrong easily:
#
# - **The last batch is short** if the number of digits is no multiple of the batch size. It is a batch all the same.
#   Leave it out, and some digits are never learned from.
# - **Each digit is in exactly one batch of an epoch.** Drawing every batch anew would show some digits twice and others
#   not at all.
# - **The order is new in each epoch**, since it comes from `rng`, which goes on from where it stands.
#
# What your function returns are not digits but their *numbers*: a list of arrays of column numbers, which serve to
# index `X` and `Y` alike. For seven digits, a batch size of 3, and the random order 4, 0, 6, 2, 1, 5, 3:
#
# $$[\,4,\,0,\,6\,], \quad [\,2,\,1,\,5\,], \quad [\,3\,]$$
#
# | in general | |
# |---|---|
# | batches | $\lceil m / \text{batch size} \rceil$, the last one perhaps shorter |
# | each | a whole-number array (batch_size,) |
# | all together | each of $0, \dots, m - 1$ once |


# %% exercise="mini_batches"
def mini_batches(m, batch_size, rng):
    """Cut the numbers from 0 to m - 1, in a random order, into mini-batches.

    m           how many digits there are
    batch_size  how many digits a batch has; the last one has what is left
    rng         a numpy.random.Generator, the source of the random order
    Returns     a list of int arrays; each number from 0 to m - 1 is in exactly one of them
    """
    ### BEGIN SOLUTION
    order = rng.permutation(m)
    return [order[start : start + batch_size] for start in range(0, m, batch_size)]
    ### END SOLUTION


# %% check="mini_batches"
check("mini_batches")

# %% [markdown] hints="mini_batches"
# 1. One random order of all the numbers, then cut it. `range(0, m, batch_size)` gives the places where the batches
#    begin.
# 2. `rng.permutation(m)` is the order. A slice that goes past the end of an array is simply shorter, so the last batch
#    needs no care of its own.
# 3. `order = rng.permutation(m)`; the batch that begins at `start` is `order[start : start + batch_size]`.

# %% [markdown]
# Is it worth it? The same start and the same number of digits looked at: 6 steps with all 8,000, or 6 epochs of
# mini-batches, which are 750 steps with 64 each.


# %%
def descend(params, alpha, epochs, batch_size):
    """Plain gradient descent in mini-batches from `params`; the trained parameters, and a history for the plot."""
    rng = np.random.default_rng(0)
    history = [(0, mean_loss(params, X_dev, Y_dev), share_right(params, X_dev, Y_dev))]
    for done in range(1, epochs + 1):
        for batch in mini_batches(Y_train.size, batch_size, rng):
            slopes = gradients(params, X_train[:, batch], Y_train[batch])
            params = tuple(value - alpha * slope for value, slope in zip(params, slopes, strict=True))
        history.append((done, mean_loss(params, X_dev, Y_dev), share_right(params, X_dev, Y_dev)))
    return params, history


runs = {f"batches of {size}": descend(fresh_params(), 0.1, 6, size)[1] for size in (8000, 1000, 64)}
plot_history(runs)

# %% [markdown] answer="why-mini-batches"
# **Why?** Each curve has seen every digit six times. Which has taken more steps, and why may its steps be cruder? What
# would a batch size of 1 be good and bad at?
#
# *Your answer:*

# %% [markdown]
# # Part 3. The learning rate
#
# ## Exercise 5: step_decay
#
# Far from the valley's floor long steps are good; near it they overshoot, and with mini-batches they also rattle, as
# each batch points somewhere slightly else. So the learning rate should shrink. The simplest *schedule* multiplies it
# by a factor, such as one half, after every few epochs:
#
# $$\alpha_{\text{epoch}} = \alpha \cdot \text{factor}^{\lfloor \text{epoch} / \text{every} \rfloor}$$
#
# With $\alpha$ = 0.8, factor = 0.5 and every = 3, epochs counted from 0:
#
# | epoch | 0 | 1 | 2 | 3 | 4 | 5 | 6 |
# |---|---|---|---|---|---|---|---|
# | rate | 0.8 | 0.8 | 0.8 | 0.4 | 0.4 | 0.4 | 0.2 |
#
# The brackets $\lfloor\;\rfloor$ round down. It is a staircase: within three epochs the rate stands still.


# %% exercise="step_decay"
def step_decay(alpha, epoch, factor, every):
    """The learning rate of an epoch, by a staircase.

    alpha    the rate at the beginning
    epoch    which epoch, counted from 0
    factor   what the rate is multiplied by at each step of the staircase
    every    how many epochs a step lasts
    Returns  a float: alpha * factor ** (epoch / every, rounded down)
    """
    ### BEGIN SOLUTION
    return alpha * factor ** (epoch // every)
    ### END SOLUTION


# %% check="step_decay"
check("step_decay")

# %% [markdown] hints="step_decay"
# 1. How many times has the rate been multiplied by the factor after that many epochs?
# 2. Python divides and rounds down in one go: `7 // 3` is 2. A power is written `**`.
# 3. `return alpha * factor ** (epoch // every)`

# %% [markdown]
# ## Exercise 6: warmup_cosine
#
# The schedule that most large networks are trained with has two parts. First a *warm-up*: in the first `n_warmup` steps
# the rate climbs in a straight line, because the first gradients, of a network that knows nothing, are wild. Then it
# sinks along half a wave of the cosine, slowly at first, slowly again at the end (Loshchilov and Hutter, 2016). With
# $k$ the number of the step, from 0, of $n$ steps with $w$ of them for the warm-up:
#
# $$\alpha_k = \begin{cases} \alpha \; \dfrac{k + 1}{w} & k < w \\[2ex]
# \dfrac{\alpha}{2} \left( 1 + \cos \left( \pi \, \dfrac{k - w}{n - w} \right) \right) & k \ge w \end{cases}$$
#
# For $\alpha$ = 0.4, with 10 steps of which 2 for the warm-up:
#
# | step | 0 | 1 | 2 | 4 | 6 | 8 | 9 |
# |---|---|---|---|---|---|---|---|
# | rate | 0.2 | 0.4 | 0.4 | 0.341 | 0.2 | 0.059 | 0.015 |
#
# There is a `+ 1` in the first line, so that step 0 is not wasted with a rate of 0. With `n_warmup` 0 the cosine begins
# at once.


# %% exercise="warmup_cosine"
def warmup_cosine(alpha, step, n_steps, n_warmup):
    """The learning rate of a step: up in a straight line, then down along half a cosine.

    alpha     the highest rate
    step      which step, from 0 to n_steps - 1
    n_steps   how many steps there are in all
    n_warmup  how many of them are for the warm-up; may be 0
    Returns   a float: alpha * (step + 1) / n_warmup before the end of the warm-up, after it
              alpha / 2 * (1 + cos(pi * (step - n_warmup) / (n_steps - n_warmup)))
    """
    ### BEGIN SOLUTION
    if step < n_warmup:
        return alpha * (step + 1) / n_warmup
    progress = (step - n_warmup) / (n_steps - n_warmup)
    return 0.5 * alpha * (1 + math.cos(math.pi * progress))
    ### END SOLUTION


# %% check="warmup_cosine"
check("warmup_cosine")

# %% [markdown] hints="warmup_cosine"
# 1. Two cases, told apart by an `if`. In the second, work out first how far along the way down the step is, as a number
#    from 0 to 1.
# 2. The way down begins at step `n_warmup` and has `n_steps - n_warmup` steps. `math.cos` counts in radians: half a
#    wave is `math.pi`.
# 3. With `progress = (step - n_warmup) / (n_steps - n_warmup)` the second case is
#    `0.5 * alpha * (1 + math.cos(math.pi * progress))`; the first is `alpha * (step + 1) / n_warmup`.

# %%
for step in range(20):
    cosine, stairs = warmup_cosine(1.0, step, 20, 4), step_decay(1.0, step, 0.5, 5)
    print(f"{step:3}  {'▇' * round(30 * cosine):30}  {'▇' * round(30 * stairs)}")

# %% [markdown] answer="why-decay"
# **Why?** With all digits in each step, plain gradient descent with a small fixed rate comes to rest in the end, since
# the gradient itself becomes 0 there. With mini-batches it does not come to rest. Why not, and what does a shrinking
# rate do about it?
#
# *Your answer:*

# %% [markdown]
# # Part 4. Steps
#
# The gradient says where it is steepest *here*. In a long narrow valley that is across the valley, and plain descent
# zigzags from wall to wall while it creeps along the floor. The next three functions remember earlier gradients, each
# in its own way. All three are the rule for one parameter array `w` with its gradient `dw`, of any shape; a network of
# four parameters calls it four times. What has to be remembered, the *state*, goes in and comes out, so that nothing is
# hidden in a global variable.
#
# ## Exercise 7: momentum_step
#
# A ball that rolls does not turn at once. Keep a *velocity* `v`, a running mean of the gradients, and step along it:
#
# $$v \leftarrow \beta\, v + (1 - \beta)\, dw, \qquad w \leftarrow w - \alpha\, v$$
#
# Where gradients alternate, across the valley, they cancel in the mean; where they agree, along the floor, they add up.
# With $\beta = 0.9$ the mean reaches back about ten steps.
#
# An example with one number: $w = 1$, $v = 0.5$, $dw = 2$, $\alpha = 0.1$, $\beta = 0.9$:
#
# | | | |
# |---|---|---|
# | new $v$ | 0.9 · 0.5 + 0.1 · 2 | 0.65 |
# | new $w$ | 1 − 0.1 · 0.65 | 0.935 |
#
# The step uses the *new* velocity. (Some books leave out the factor $1 - \beta$; their velocity is ten times as large,
# and their $\alpha$ a tenth. With the factor, $\alpha$ means the same whatever $\beta$ is.)


# %% exercise="momentum_step"
def momentum_step(w, dw, v, alpha, beta=0.9):
    """One step of gradient descent with momentum, for one parameter array.

    w        the parameter, of any shape
    dw       its gradient, of the same shape
    v        the velocity so far, of the same shape; zeros before the first step
    alpha    the learning rate
    beta     how much of the old velocity is kept
    Returns  w, v after the step, in new arrays: v = beta v + (1 - beta) dw, then w = w - alpha v
    """
    ### BEGIN SOLUTION
    v = beta * v + (1 - beta) * dw
    return w - alpha * v, v
    ### END SOLUTION


# %% check="momentum_step"
check("momentum_step")

# %% [markdown] hints="momentum_step"
# 1. Two lines, in the order of the formulas: first the velocity, then the parameter, which uses it.
# 2. Write `v = ...` and not `v *= ...`: the second would write into the caller's own array.
# 3. `v = beta * v + (1 - beta) * dw`, and then `return w - alpha * v, v`

# %% [markdown]
# ## Exercise 8: rmsprop_step
#
# Some weights see large gradients and some see tiny ones: a pixel in the middle of the picture is inked in most digits,
# one at the edge in hardly any. One learning rate can't suit both. So give each weight its own: divide by how large its
# gradients usually are. Keep a running mean `s` of the *squares*, and take the root of it (*root mean square*):
#
# $$s \leftarrow \beta\, s + (1 - \beta)\, dw^2, \qquad w \leftarrow w - \alpha\, \frac{dw}{\sqrt{s} + \varepsilon}$$
#
# All operations are number by number. The tiny $\varepsilon$, outside the root, only prevents a division by 0.
#
# With $w = 1$, $s = 4$, $dw = 2$, $\alpha = 0.1$, $\beta = 0.9$: the new $s$ is 0.9 · 4 + 0.1 · 4 = 4, its root is 2,
# so the new $w$ is 1 − 0.1 · 2 / 2 = 0.9. Had all gradients been a thousand times as large, the step would be the same.


# %% exercise="rmsprop_step"
def rmsprop_step(w, dw, s, alpha, beta=0.9, eps=1e-8):
    """One step of RMSProp, for one parameter array.

    w        the parameter, of any shape
    dw       its gradient, of the same shape
    s        the mean square of its gradients so far, of the same shape; zeros before the first step
    alpha    the learning rate
    beta     how much of the old mean square is kept
    eps      added to the root, against a division by 0
    Returns  w, s after the step, in new arrays: s = beta s + (1 - beta) dw^2, then w = w - alpha dw / (sqrt(s) + eps)
    """
    ### BEGIN SOLUTION
    s = beta * s + (1 - beta) * dw**2
    return w - alpha * dw / (np.sqrt(s) + eps), s
    ### END SOLUTION


# %% check="rmsprop_step"
check("rmsprop_step")

# %% [markdown] hints="rmsprop_step"
# 1. First the mean square, then the step, which divides the gradient itself by the root of it.
# 2. `dw**2` squares each number. The root is taken of the new `s`, and `eps` is added after the root.
# 3. `s = beta * s + (1 - beta) * dw**2`, and then `return w - alpha * dw / (np.sqrt(s) + eps), s`

# %% [markdown]
# ## Exercise 9: adam_step
#
# Adam (Kingma and Ba, 2014) is both at once, a mean of the gradients over the root of the mean of their squares, and
# one thing more. Both means start at 0, and so in the first steps they are too small. After one step, $m$ is only a
# tenth of the gradient and $s$ a thousandth of its square. The remedy is exact: after $t$ steps a mean that started at
# 0 carries the weight $1 - \beta^t$ in all, so divide by that.
#
# $$\begin{aligned}
# m &\leftarrow \beta_1 m + (1 - \beta_1)\, dw & \hat m &= \frac{m}{1 - \beta_1^t} \\
# s &\leftarrow \beta_2 s + (1 - \beta_2)\, dw^2 & \hat s &= \frac{s}{1 - \beta_2^t} \\
# w &\leftarrow w - \alpha\, \frac{\hat m}{\sqrt{\hat s} + \varepsilon}
# \end{aligned}$$
#
# The first step has $t = 1$. (With $t = 0$ one would divide by 0.) The corrected $\hat m$ and $\hat s$ are for this
# step only; what is returned, and goes in again, are $m$ and $s$ themselves.
#
# The first step with $w = 1$, $m = s = 0$, $dw = 2$, $\alpha = 0.1$, $\beta_1 = 0.9$, $\beta_2 = 0.999$:
#
# | $m$ | $s$ | $\hat m$ | $\hat s$ | step | $w$ |
# |---|---|---|---|---|---|
# | 0.2 | 0.004 | 2 | 4 | 0.1 · 2 / 2 | 0.9 |
#
# Without the correction it would be 0.1 · 0.2 / 0.063 = 0.32, more than three times too long.


# %% exercise="adam_step"
def adam_step(w, dw, m, s, t, alpha, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam, for one parameter array.

    w             the parameter, of any shape
    dw            its gradient, of the same shape
    m, s          the means of its gradients and of their squares so far, of the same shape; zeros before the first step
    t             the number of this step, from 1
    alpha         the learning rate
    beta1, beta2  how much of the old m and of the old s is kept
    eps           added to the root, against a division by 0
    Returns       w, m, s after the step, in new arrays; m and s without the correction by 1 - beta^t
    """
    ### BEGIN SOLUTION
    # In few new arrays: for 100,000 weights, getting memory for each takes longer than the arithmetic. A single number
    # becomes an array too, as it has to take the step's place.
    m = beta1 * m
    m += (1 - beta1) * dw
    s = beta2 * s
    s += (1 - beta2) * dw**2
    step = np.asarray(np.sqrt(s / (1 - beta2**t)))
    step += eps
    np.divide(m, step, out=step)
    step *= alpha / (1 - beta1**t)
    return np.subtract(w, step, out=step), m, s
    ### END SOLUTION


# %% check="adam_step"
check("adam_step")

# %% [markdown] hints="adam_step"
# 1. The two means first, then their corrected forms under names of their own, then the step. `dw` itself does not occur
#    in the step any more.
# 2. `m_hat = m / (1 - beta1**t)`, and the same for `s` with `beta2`. The root is of the corrected one, and `eps` is
#    added after the root.
# 3. After the two means and the two corrected ones: `return w - alpha * m_hat / (np.sqrt(s_hat) + eps), m, s`. What is
#    returned are `m` and `s`, not the corrected ones.

# %% [markdown]
# Now a race. It is a fair one: the same start, the same batches in the same order, the same number of steps, and for
# each method a learning rate that suits it.


# %%
def race(rule, n_states, alpha, epochs=3, batch_size=64):
    """Train with a rule for steps; `n_states` arrays are remembered for each parameter. A history for the plot."""
    rng, params = np.random.default_rng(0), fresh_params()
    states = [[np.zeros_like(value)] * n_states for value in params]
    history, t = [], 0
    for _ in range(epochs):
        for batch in mini_batches(Y_train.size, batch_size, rng):
            if t % 25 == 0:
                history.append((t, mean_loss(params, X_dev, Y_dev), share_right(params, X_dev, Y_dev)))
            t += 1
            slopes = gradients(params, X_train[:, batch], Y_train[batch])
            moved = [rule(w, dw, state, t, alpha) for w, dw, state in zip(params, slopes, states, strict=True)]
            params = tuple(w for w, *_ in moved)
            states = [state for _, *state in moved]
    return history


runs = {
    "plain": race(lambda w, dw, state, t, alpha: (w - alpha * dw,), 0, 0.1),
    "momentum": race(lambda w, dw, state, t, alpha: momentum_step(w, dw, *state, alpha), 1, 0.3),
    "RMSProp": race(lambda w, dw, state, t, alpha: rmsprop_step(w, dw, *state, alpha), 1, 0.002),
    "Adam": race(lambda w, dw, state, t, alpha: adam_step(w, dw, *state, t, alpha), 2, 0.004),
}
plot_history(runs)

# %% [markdown] answer="why-adam"
# **Why?** RMSProp and Adam lead most clearly in the first hundred steps. What do they do that the other two can't? In
# the second formula of RMSProp, what happens to the step if every gradient is multiplied by 1,000, and what does that
# say about choosing $\alpha$ for a new problem?
#
# *Your answer:*

# %% [markdown]
# # Part 5. Training
#
# ## Exercise 10: early_stopping
#
# As training goes on, the loss on the training digits sinks and sinks. The loss on the dev digits sinks, stands, and
# begins to rise, when the network learns by heart what is particular to its training digits. The time to stop is when
# the dev loss has not got better for a while; the parameters to keep are those from before it stopped getting better.
#
# Look at the dev losses so far, one an epoch, and answer two questions. *Which epoch was the best?* The one with the
# lowest loss; the first of them if there are several. *Is it time to stop?* Yes, if there have been at least `patience`
# epochs since the best one.
#
# | dev losses so far | patience | epochs since the best | stop | best |
# |---|---|---|---|---|
# | 0.9, 0.5, 0.6 | 2 | 1 | False | 1 |
# | 0.9, 0.5, 0.6, 0.7 | 2 | 2 | True | 1 |
# | 0.9, 0.5, 0.6, 0.4 | 2 | 0 | False | 3 |
#
# Patience is needed because the dev loss is a bumpy road: one bad epoch does not mean that the best is over.


# %% exercise="early_stopping"
def early_stopping(losses, patience):
    """Which epoch was the best so far, and whether to stop.

    losses    a list with the dev loss of each epoch so far, at least one
    patience  after how many epochs without a new lowest loss to stop
    Returns   stop, best: True or False, and the number of the epoch with the lowest loss, counted from 0
    """
    ### BEGIN SOLUTION
    best = int(np.argmin(losses))
    return len(losses) - 1 - best >= patience, best
    ### END SOLUTION


# %% check="early_stopping"
check("early_stopping")

# %% [markdown] hints="early_stopping"
# 1. The best epoch first. The newest epoch has the number `len(losses) - 1`.
# 2. `np.argmin` gives the place of the smallest number, and the first place if there are several. Count the epochs from
#    there to the newest one.
# 3. `best = int(np.argmin(losses))`; it is time to stop if `len(losses) - 1 - best >= patience`.

# %% [markdown]
# ## Exercise 11: adam_epoch
#
# One epoch of training, with Adam. For each mini-batch: the gradients of its digits, then a step for each of the four
# parameters. Adam's state for the whole network is a tuple of three:
#
# | part of `state` | | before the first step |
# |---|---|---|
# | `ms` | the four means `m`, in the order of the parameters | four arrays of zeros |
# | `ss` | the four mean squares `s` | four arrays of zeros |
# | `t` | how many steps have been taken | 0 |
#
# `t` goes up by one for each batch, *before* its step; all four parameters take the same `t`. And it goes on from epoch
# to epoch, as the means do: that is why the state goes in and comes out.
#
# With 10 digits and a batch size of 4, an epoch takes three steps, the last one with two digits. A state that came in
# with $t = 5$ goes out with $t = 8$. The gradient of the last batch is the mean over its *two* digits; `gradients` sees
# to that, if it gets those two and no others.


# %% exercise="adam_epoch"
def adam_epoch(X, Y, params, state, alpha, batch_size, rng):
    """Train for one epoch with Adam, in mini-batches.

    X           (n_inputs, m) digits, and Y (m,) their labels
    params      the tuple (W1, b1, W2, b2)
    state       the tuple (ms, ss, t): Adam's four means, four mean squares, and the steps taken so far
    alpha       the learning rate
    batch_size  how many digits a mini-batch has
    rng         a numpy.random.Generator, the source of the order of the digits
    Returns     params, state after the epoch, in the same form
    """
    ### BEGIN SOLUTION
    ms, ss, t = state
    for batch in mini_batches(Y.size, batch_size, rng):
        t += 1
        slopes = gradients(params, X[:, batch], Y[batch])
        moved = [adam_step(*entry, t, alpha) for entry in zip(params, slopes, ms, ss, strict=True)]
        params, ms, ss = zip(*moved, strict=True)
    return params, (ms, ss, t)
    ### END SOLUTION


# %% check="adam_epoch"
check("adam_epoch")

# %% [markdown] hints="adam_epoch"
# 1. A loop over the mini-batches. In it: count the step, compute the gradients with the digits *and* the labels of the
#    batch, and take four steps, whose results replace what they came from.
# 2. `X[:, batch]` are the digits of a batch, `Y[batch]` their labels, and `gradients` takes the parameters first. For
#    the four steps a loop over `range(4)` is fine: collect the new `w`, `m` and `s` in three lists.
# 3. In the loop over the batches: `t += 1`; `slopes = gradients(params, X[:, batch], Y[batch])`; and for each `k` of 0
#    to 3 `adam_step(params[k], slopes[k], ms[k], ss[k], t, alpha)`, which gives the new `w, m, s`. At the end
#    `return params, (ms, ss, t)`.

# %% [markdown]
# ## Exercise 12: train_with_adam
#
# All of it together. Start with a state of zeros. In each epoch:
#
# | step | with |
# |---|---|
# | the learning rate of this epoch, of `epochs` in all | `warmup_cosine`, without a warm-up |
# | train for an epoch | `adam_epoch` |
# | note the loss on the dev digits | `mean_loss` |
# | if this is the best epoch so far, keep its parameters | `early_stopping` |
# | if it is time to stop, stop | `early_stopping` |
#
# What you return are the *best* parameters, which need not be the last ones, and the dev losses as an array, one for
# each epoch that took place. For example, with `patience=2` and the dev losses 0.4, 0.3, 0.35, 0.32 training ends after
# four epochs, and what is returned are the parameters as they were after the second.


# %% exercise="train_with_adam"
def train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, patience, rng):
    """Train a network with Adam in mini-batches, with a cosine schedule and early stopping.

    X, Y          (n_inputs, m) digits to learn from, and (m,) their labels
    X_dev, Y_dev  (n_inputs, m_dev) digits to measure the loss with, and (m_dev,) their labels
    params        the tuple (W1, b1, W2, b2) to start from
    alpha         the learning rate of the first epoch; that of epoch k is warmup_cosine(alpha, k, epochs, 0)
    epochs        how many epochs at most
    batch_size    how many digits a mini-batch has
    patience      after how many epochs without a new lowest dev loss to stop
    rng           a numpy.random.Generator, the source of the order of the digits
    Returns       params, losses: those after the epoch with the lowest dev loss, and the dev loss after each epoch
    """
    ### BEGIN SOLUTION
    zeros = tuple(np.zeros_like(value) for value in params)
    state, losses, kept = (zeros, zeros, 0), [], params
    for epoch in range(epochs):
        rate = warmup_cosine(alpha, epoch, epochs, 0)
        params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)
        losses.append(mean_loss(params, X_dev, Y_dev))
        stop, best = early_stopping(losses, patience)
        if best == epoch:
            kept = params
        if stop:
            break
    return kept, np.array(losses)
    ### END SOLUTION


# %% check="train_with_adam"
check("train_with_adam")

# %% [markdown] hints="train_with_adam"
# 1. Before the loop: a state of zeros (two tuples of four arrays like the parameters, and 0), an empty list for the
#    losses. In the loop stand the rows of the table, in their order.
# 2. `np.zeros_like(value)` has the shape and type of `value`. `early_stopping` gives `stop` and `best`; the epoch is
#    the best so far if `best == epoch`, and then its parameters are kept under another name.
# 3. In the loop: `rate = warmup_cosine(alpha, epoch, epochs, 0)`, then
#    `params, state = adam_epoch(X, Y, params, state, rate, batch_size, rng)`, then
#    `losses.append(mean_loss(params, X_dev, Y_dev))`, then the two questions. At the end return what was kept, and
#    `np.array(losses)`.

# %% [markdown]
# ## Exercise 13: compare_rates
#
# Which learning rate is best? Somebody tries 0.01 and then, in the same notebook, 0.001, and finds the second better.
# Of course it is: it went on from where the first had got to. A comparison is fair only if the runs differ in *one*
# thing. So each run must have
#
# - **the same start**: the same `params`, not what the run before it left behind;
# - **the same luck**: a new generator from the same `seed`, so that the digits come in the same order;
# - **the same budget**: the same number of epochs, with nobody stopped early. (A patience of `epochs` does that.)
#
# And the same judge: the lowest dev loss of each run.
#
# | `alphas` | 0.1 | 0.001 | 0.1 |
# |---|---|---|---|
# | lowest dev loss | 0.52 | 0.61 | 0.52 |
#
# The first and the last are the same number, to the last digit. That is the test of a fair comparison: the same setting
# twice gives the same result twice.


# %% exercise="compare_rates"
def compare_rates(X, Y, X_dev, Y_dev, params, alphas, epochs, batch_size, seed):
    """Train once with each learning rate, all else equal, and measure each run by its lowest dev loss.

    X, Y          (n_inputs, m) digits to learn from, and (m,) their labels
    X_dev, Y_dev  (n_inputs, m_dev) digits to measure the loss with, and (m_dev,) their labels
    params        the tuple (W1, b1, W2, b2) that each run starts from
    alphas        a list of learning rates
    epochs        how many epochs each run has; none of them stops early
    batch_size    how many digits a mini-batch has
    seed          each run draws from a new np.random.default_rng(seed)
    Returns       (len(alphas),) float: the lowest dev loss of each run, in the order of alphas
    """
    ### BEGIN SOLUTION
    lowest = []
    for alpha in alphas:
        rng = np.random.default_rng(seed)
        _, losses = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng)
        lowest.append(min(losses))
    return np.array(lowest)
    ### END SOLUTION


# %% check="compare_rates"
check("compare_rates")

# %% [markdown] hints="compare_rates"
# 1. A loop over the rates. What must be new in each run is made inside the loop; what must be the same is never
#    assigned to.
# 2. `train_with_adam` returns parameters and losses. Only the losses matter, and the parameters must not be called
#    `params`, or the next run starts from them.
# 3. In the loop: `rng = np.random.default_rng(seed)`, then
#    `_, losses = train_with_adam(X, Y, X_dev, Y_dev, params, alpha, epochs, batch_size, epochs, rng)`, and note
#    `min(losses)`.

# %%
rates = [0.0001, 0.001, 0.004, 0.02, 0.1]
lowest = compare_rates(X_train, Y_train, X_dev, Y_dev, fresh_params(), rates, 4, 64, 0)
for rate, loss in zip(rates, lowest, strict=True):
    print(f"alpha {rate:<7} lowest dev loss {loss:.3f}  {'▇' * round(60 * min(loss, 1))}")

# %% [markdown] answer="fair-comparison"
# **Why?** Someone compares plain descent at $\alpha$ = 0.001 with Adam at $\alpha$ = 0.001: "the same learning rate, so
# it is fair". Is it? And if you try twenty rates and report the dev loss of the best one, why is that number a little
# too good?
#
# *Your answer:*

# %% [markdown]
# # Part 6. The test
#
# 128 hidden units, 60,000 digits, mini-batches, Adam, a cosine schedule, early stopping. Reading the large file takes
# longer than the training.

# %%
X_many, Y_many = load_digits("mnist_train.csv.gz")
network, losses = train_with_adam(
    X_many, Y_many, X_dev, Y_dev, fresh_params(128), 0.002, 5, 64, 3, np.random.default_rng(0)
)

print("dev losses:", losses.round(3))
print(f"digits read rightly, of 8,000 that it has never seen: {share_right(network, X_train, Y_train):.2%}")

# %% [markdown]
# (The 8,000 are those of the small file, on which the earlier parts of this lesson trained. This network has not.)
#
# One check remains. The grader takes your `start_params` and your `train_with_adam`, trains 784-128-10 on 50,000 digits
# of its choice, and shows the network 9,000 others. To pass, it has to read 97 of 100.

# %% check="dev_accuracy_97"
check("dev_accuracy_97")

# %%
guesses = read_digits(network, X_train)
wrong = guesses != Y_train

show_digits(X_train[:, wrong], Y_train[wrong], guesses[wrong], count=30)

# %% [markdown] answer="misread-digits"
# **Look.** Compare these with the misread digits of the first lesson. How many of them would you have misread yourself?
#
# *Your answer:*

# %% [markdown]
# # Part 7. Experiments
#
# **Write down what you expect before you run each of these.**
#
# ## Experiment 1: the size of a batch
#
# The same start, the same number of epochs, Adam with the same rate. What changes is how many digits are looked at
# before each step.

# %%
for batch_size in (8, 64, 512, 4096):
    _, losses = train_with_adam(
        X_train, Y_train, X_dev, Y_dev, fresh_params(), 0.002, 4, batch_size, 4, np.random.default_rng(0)
    )
    print(f"batches of {batch_size:5}: dev losses {losses.round(3)}")

# %% [markdown] answer="batch-size"
# **Explain.** Which batch size is the best after four epochs, which took the most time, and which would you choose? Is
# the comparison fair, given that large batches take fewer steps? What would a fair one keep the same?
#
# *Your answer:*

# %% [markdown]
# ## Experiment 2: too many epochs
#
# A small training set, a large network, and all the patience in the world.

# %%
few = 400
kept, losses = train_with_adam(
    X_train[:, :few], Y_train[:few], X_dev, Y_dev, fresh_params(128), 0.01, 30, 32, 30, np.random.default_rng(0)
)
for epoch, loss in enumerate(losses):
    print(f"{epoch:3}  {loss:.3f}  {'▇' * round(60 * loss)}{'  best' if loss == losses.min() else ''}")

# %% [markdown] answer="overfitting"
# **Explain.** When would `patience=3` have stopped, and what would have been lost or saved? Why does the dev *loss*
# rise again while the dev *accuracy* hardly falls? (What does a network that is wrong and very sure of it pay?)
#
# *Your answer:*

# %% [markdown] answer="your-own-question"
# ## Experiment 3: a question of your own
#
# Some that are worth asking. Does momentum of 0.99 still help? What does Adam do without its correction by
# $1 - \beta^t$: does it matter after a hundred steps? Does a warm-up help this network? How far can one go with plain
# descent and a good schedule? With weights of 0.01, or of ±½, instead of He's?
#
# *My question, what I expect, and what happened:*

# %% [markdown]
# # What you have built
#
# The same two layers, better trained: from about 86 digits of 100 to more than 97. Nothing in it is a trick for digits.
# He's weights, mini-batches, Adam, a warm-up and a cosine, and a dev set that says when to stop are how the large
# networks of our time are trained, with the very formulas that you have written.
