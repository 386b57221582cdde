"""Any network: this file is yours to edit.

Write each function where it says "Your code here.", in place of the line that raises NotImplementedError, and run
`autograder check` to learn whether it is right.

This file was derived from solutions/a3_any_network.py by `autograder build`.
"""

# %% [markdown]
# # Digits from scratch: any network
#
# Your first network had two layers, one kind of bend, and weights that training could push wherever it liked. In this
# lesson all three become choices. You write a network of any depth with any of four activations, a tool that finds
# mistakes in gradients, and three inventions that turned deep networks from a curiosity into a trade: weight decay,
# dropout and batch normalisation. At the end your network reads 98 of 100 digits that it has never seen. The one that
# you started with read 86.
#
# **What you need.** The first lesson: forward and backward propagation, softmax, cross-entropy. Adam, from the second,
# is given here, and nothing else of that lesson is used.
#
# **What you build.** The same parts as before, but as many of them as you like:
#
# ```text
#    X ─ W1, b1 ▶ Z1 ─ bend ▶ A1 ─ W2, b2 ▶ Z2 ─ bend ▶ A2  …  ─ WL, bL ▶ ZL ─ softmax ▶ AL
#                  └ hidden layer ┘            └ hidden layer ┘         └ output layer ┘
# ```
#
# Part 1 makes the bend a choice, Part 2 the number of layers. Part 3 builds a judge for gradients, and lets it loose
# on somebody else's code. Parts 4 and 5 keep a network from learning by heart and make deep ones trainable. Part 6
# puts everything together, and searches for good settings.
#
# **How an exercise works.** As in the first lesson: replace the line `raise NotImplementedError(...)`, then run the
# cell under it, or `autograder check activate` in a terminal. Three hints each: `autograder hint activate`.
#
# **Conventions.** Examples are still columns. The parameters of a network are now a single list, a layer after the
# other:
#
# | position | 0 | 1 | 2 | 3 | … | 2L − 2 | 2L − 1 |
# |---|---|---|---|---|---|---|---|
# | `params` | `W1` | `b1` | `W2` | `b2` | … | `WL` | `bL` |
#
# So `len(params) // 2` is the number of layers; weights stand in the even positions, `params[0::2]`, and biases in the
# odd ones, `params[1::2]`. Wherever a function returns such a list, a tuple is just as right.

# %%
import numpy as np

from autograder import check, data_path, plot_history, show_digits

# %% [markdown]
# ### What you bring along
#
# Three functions of the first lesson are given here, as you wrote them or nearly so. Read them again; you will call
# them by these names.

# %%
def one_hot(Y, n_classes):
    """Labels (m,) as columns (n_classes, m) with a single 1."""
    H = np.zeros((n_classes, Y.size), dtype=np.float32)
    H[Y, np.arange(Y.size)] = 1
    return H


def softmax(Z):
    """Logits (n_classes, m) as probabilities, a column each."""
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


def cross_entropy(A, Y):
    """The mean over examples of -log of the probability that A (n_classes, m) gives to the true class Y (m,)."""
    return float(-np.mean(np.log(np.maximum(A[Y, np.arange(Y.size)], 1e-15))))

# %% [markdown]
# # Part 1. Any bend
#
# Without a bend between them, layers collapse into one: that was a question of the first lesson. But *which* bend?
# ReLU is one answer of many, and the choice matters more the deeper the network is.

# %% [markdown]
# ## Exercise 1: activate
#
# Four activations, each with its character:
#
# $$\begin{aligned}
# \operatorname{relu}(z) &= \max(0, z) & \qquad
# \operatorname{leaky}(z) &= \begin{cases} z & \text{if } z > 0 \\ 0.01\, z & \text{otherwise} \end{cases} \\
# \tanh(z) &= \frac{e^z - e^{-z}}{e^z + e^{-z}} & \qquad
# \sigma(z) &= \frac{1}{1 + e^{-z}}
# \end{aligned}$$
#
# | $z$ | −2 | 0 | 1 | 3 | range |
# |---|---|---|---|---|---|
# | relu | 0 | 0 | 1 | 3 | from 0 up |
# | leaky relu | −0.02 | 0 | 1 | 3 | everything |
# | tanh | −0.964 | 0 | 0.762 | 0.995 | −1 to 1 |
# | sigmoid, $\sigma$ | 0.119 | 0.5 | 0.731 | 0.953 | 0 to 1 |
#
# The sigmoid is the oldest, borrowed from nerve cells that fire or do not. The hyperbolic tangent is a sigmoid
# stretched to be centred on 0. ReLU, used throughout only since about 2010, does not flatten out on the right. Leaky
# ReLU does not fall silent on the left either: a unit that is wrong about every digit can still be called back.
#
# The name of the one that is wanted comes as text: `"relu"`, `"leaky_relu"`, `"tanh"` or `"sigmoid"`.

# %% exercise="activate"
def activate(Z, activation):
    """Apply an activation, entry by entry.

    Z           an array of any shape; left unchanged
    activation  "relu", "leaky_relu" (with the slope 0.01 on the left), "tanh" or "sigmoid"
    Returns     an array of the same shape
    """
    # Your code here.
    raise NotImplementedError("activate: exercise 1")

# %% check="activate"
check("activate")

# %% [markdown]
# ## Exercise 2: activate_deriv
#
# On the way back, blame passes through the bend and is multiplied by its slope:
#
# $$\begin{aligned}
# \operatorname{relu}'(z) &= \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases} & \qquad
# \operatorname{leaky}'(z) &= \begin{cases} 1 & \text{if } z > 0 \\ 0.01 & \text{otherwise} \end{cases} \\
# \tanh'(z) &= 1 - \tanh^2(z) & \qquad
# \sigma'(z) &= \sigma(z)\,\bigl(1 - \sigma(z)\bigr)
# \end{aligned}$$
#
# | $z$ | −2 | 0 | 1 | 3 | steepest |
# |---|---|---|---|---|---|
# | relu′ | 0 | 0 | 1 | 1 | 1 |
# | leaky′ | 0.01 | 0.01 | 1 | 1 | 1 |
# | tanh′ | 0.071 | 1 | 0.420 | 0.010 | 1, at 0 |
# | $\sigma'$ | 0.105 | 0.25 | 0.197 | 0.045 | **0.25**, at 0 |
#
# For the sigmoid: with $s = 1/(1 + e^{-z})$ the chain rule gives $s' = e^{-z}/(1 + e^{-z})^2 = s \cdot e^{-z}/(1 +
# e^{-z}) = s\,(1 - s)$.
#
# The argument is $z$, what went *into* the bend. The formulas for tanh and the sigmoid are often written with the value
# that came out, $1 - a^2$ and $a (1 - a)$; that saves computing it twice, and has led many people to put the one where
# the other belongs. You will meet one of them in Part 3.
#
# Look at the last column. Ten layers of sigmoids multiply ten slopes of at most ¼: of a blame of 1 at the top, less
# than a millionth arrives at the bottom. This has a name, the *vanishing gradient*, and kept networks shallow for
# twenty years.

# %% exercise="activate_deriv"
def activate_deriv(Z, activation):
    """The slope of an activation, entry by entry.

    Z           an array of any shape: what went into the activation, not what came out; left unchanged
    activation  "relu", "leaky_relu", "tanh" or "sigmoid"
    Returns     an array of the same shape; at exactly 0, relu has the slope 0 and leaky_relu 0.01
    """
    # Your code here.
    raise NotImplementedError("activate_deriv: exercise 2")

# %% check="activate_deriv"
check("activate_deriv")

# %% [markdown] answer="why-saturated"
# **Why?** A tanh unit whose $z$ is 3 for one digit and −3 for another gives 0.995 and −0.995: it is quite sure. What is
# its slope there, and what does that mean for a unit that is quite sure and *wrong*? How does a ReLU unit with $z = 3$
# compare?
#
# *Your answer:*

# %% [markdown]
# # Part 2. Any depth
#
# A network is now described by a list of sizes. `[784, 128, 64, 10]` has 784 pixels, two hidden layers with 128 and 64
# units, and ten outputs: three layers of weights. Nothing in the functions of this part may count on a number of
# layers.

# %% [markdown]
# ## Exercise 3: init_layers
#
# In the first network all weights were drawn between −½ and ½, whatever the layer. With many layers that fails. A unit
# with $n$ inputs adds up $n$ random products, and such a sum grows as $\sqrt n$: if the weights have the standard
# deviation $s$ and the inputs are of about the size 1, $z$ is of about the size $s \sqrt n$. Feed that into the next
# layer, and it is multiplied again. After ten layers the numbers have either exploded or died away.
#
# So let each layer's weights be smaller the more inputs it has. ReLU silences about half of its units, which a factor
# of 2 makes good (He and others, 2015):
#
# $$W_{u,j} \sim \text{normal with mean 0 and standard deviation } \sqrt{2 / n_{\text{in}}}, \qquad b = 0$$
#
# | `sizes = [784, 128, 64, 10]` | shape | standard deviation |
# |---|---|---|
# | `W1`, `b1` | (128, 784), (128, 1) | $\sqrt{2/784} = 0.051$ |
# | `W2`, `b2` | (64, 128), (64, 1) | $\sqrt{2/128} = 0.125$ |
# | `W3`, `b3` | (10, 64), (10, 1) | $\sqrt{2/64} = 0.177$ |
#
# Four sizes make three layers. Xavier's variant, with $\sqrt{1/n_{\text{in}}}$ or $\sqrt{2/(n_{\text{in}} +
# n_{\text{out}})}$, is as right; so are uniform numbers of about that spread, and small random biases.

# %% exercise="init_layers"
def init_layers(sizes, rng):
    """Random starting parameters for a network of any depth.

    sizes    how many inputs, units in each hidden layer, and outputs there are, such as [784, 128, 64, 10]
    rng      a numpy.random.Generator, the source of the random numbers
    Returns  the list W1, b1, W2, b2, ...: W of each layer (units, inputs) normal with the standard deviation
             sqrt(2 / inputs), b (units, 1) zero
    """
    # Your code here.
    raise NotImplementedError("init_layers: exercise 3")

# %% check="init_layers"
check("init_layers")

# %% [markdown]
# ## Exercise 4: forward_deep
#
# Layer after layer, the same two steps. The output layer alone has softmax for its bend:
#
# $$Z_l = W_l A_{l-1} + b_l, \qquad
# A_l = \begin{cases} \operatorname{softmax}(Z_l) & \text{if } l = L \\
# \text{activate}(Z_l) & \text{otherwise,} \end{cases} \qquad \text{with } A_0 = X.$$
#
# All of them are returned, in the order in which they arise, for we need them on the way back:
#
# | position | 0 | 1 | 2 | 3 | … | 2L − 2 | 2L − 1 |
# |---|---|---|---|---|---|---|---|
# | `cache` | `Z1` | `A1` | `Z2` | `A2` | … | `ZL` | `AL` |
#
# So the probabilities are `cache[-1]`, and what goes into layer `l + 1` is what came out of layer `l`.
#
# A network of three layers, one unit in each hidden layer and ReLU: with $x = 2$, $W_1 = (1)$, $b_1 = (-1)$, $W_2 =
# (3)$, $b_2 = (0)$ and an output layer with the weights 1 and 0 and no bias,
#
# $$z_1 = 1, \quad a_1 = 1, \quad z_2 = 3, \quad a_2 = 3, \quad
# Z_3 = \begin{pmatrix} 3 \\ 0 \end{pmatrix}, \quad A_3 = \begin{pmatrix} 0.953 \\ 0.047 \end{pmatrix}.$$

# %% exercise="forward_deep"
def forward_deep(params, X, activation):
    """Send digits through a network of any depth.

    params      the list W1, b1, W2, b2, ..., WL, bL
    X           (n_inputs, m)
    activation  the name of the activation of all hidden layers; the output layer has softmax
    Returns     the list Z1, A1, Z2, A2, ..., ZL, AL, each with a row a unit and a column an example
    """
    # Your code here.
    raise NotImplementedError("forward_deep: exercise 4")

# %% check="forward_deep"
check("forward_deep")

# %% [markdown]
# ## Exercise 5: l2_penalty
#
# A network with many weights can learn its training digits by heart, and the first sign of it is large weights: to
# tell two nearly equal pictures apart, some weight has to make much of a tiny difference. So let large weights cost
# something. To the loss we add their squares:
#
# $$\frac{\lambda}{2} \sum_{l=1}^{L} \sum_{u,j} (W_l)_{u,j}^2$$
#
# This is called *L2 regularisation*, or *weight decay*. $\lambda$ (lambda, written `lam` here because `lambda` means
# something in Python) says how much we mind. The ½ is there for the derivative, which becomes $\lambda W$ without a 2.
# Biases go free: they do not multiply anything, so they can't make much of little. And the number of digits does not
# come into it: some books divide by $m$ as well, ours does not.
#
# With $W_1 = (1, -2)$, $b_1 = (5)$, $W_2 = (3)$, $b_2 = (-1)$ and $\lambda = 0.1$:
#
# $$\tfrac{0.1}{2}\, (1 + 4 + 9) = 0.7$$

# %% exercise="l2_penalty"
def l2_penalty(params, lam):
    """What the weights cost: lam / 2 times the sum of the squares of all weights; biases cost nothing.

    params   the list W1, b1, W2, b2, ...
    lam      how much large weights are minded; 0 for not at all
    Returns  a float
    """
    # Your code here.
    raise NotImplementedError("l2_penalty: exercise 5")

# %% check="l2_penalty"
check("l2_penalty")

# %% [markdown]
# ## Exercise 6: deep_loss
#
# What training shall make small, in one number: how wrong the answers are, plus what the weights cost.
#
# $$L = \underbrace{\frac1m \sum_i -\log\,(A_L)_{Y_i,\,i}}_{\text{cross-entropy}}
# \;+\; \underbrace{\frac{\lambda}{2} \sum_l \lVert W_l \rVert^2}_{\text{L2 penalty}}$$
#
# The network of exercise 4 gives its example, if the true class is 0, the probability 0.953: a cross-entropy of 0.049.
# Its weights are 1, 3, 1 and 0. With $\lambda = 0.01$ they cost $0.005 \cdot (1 + 9 + 1 + 0) = 0.055$, and the loss is
# 0.104.

# %% exercise="deep_loss"
def deep_loss(params, X, Y, activation, lam):
    """The loss of a network of any depth: mean cross-entropy plus L2 penalty.

    params      the list W1, b1, W2, b2, ...
    X, Y        (n_inputs, m) digits and (m,) labels
    activation  the name of the activation of the hidden layers
    lam         the strength of the L2 penalty
    Returns     a float
    """
    # Your code here.
    raise NotImplementedError("deep_loss: exercise 6")

# %% check="deep_loss"
check("deep_loss")

# %% [markdown]
# ## Exercise 7: backward_deep
#
# The first lesson ended its derivation with the words "a network of a hundred layers has steps 4, 5 and 6 a hundred
# times, and nothing new". Here they are, once and for all layers. Blame starts at the output,
#
# $$dZ_L = A_L - H \qquad \text{with } H \text{ the one-hot labels,}$$
#
# and then for each layer $l = L, \dots, 1$, from the last to the first:
#
# $$dW_l = \tfrac1m\, dZ_l\, A_{l-1}^{\mathsf T} + \lambda W_l \qquad
# db_l = \tfrac1m \sum_i (dZ_l)_{\cdot,\,i} \qquad
# dZ_{l-1} = (W_l^{\mathsf T}\, dZ_l) \odot \operatorname{activate}'(Z_{l-1})$$
#
# The one addition is $\lambda W_l$, the derivative of $\frac\lambda2 \lVert W_l \rVert^2$. It belongs to the weight and
# not to the examples, so it takes no part in the mean. In a step it takes away the same share of each weight, hence the
# name weight decay. The biases, which cost nothing, have no such term.
#
# | in layer `l` (from 0) | stands in |
# |---|---|
# | weights, biases | `params[2 * l]`, `params[2 * l + 1]` |
# | what came in | `cache[2 * l - 1]`, or `X` for the first layer |
# | the `Z` of the layer below | `cache[2 * l - 2]` |
#
# The gradients are found from the last to the first, and returned from the first to the last: `dW1, db1, dW2, db2, …`,
# each with the shape of its parameter.

# %% exercise="backward_deep"
def backward_deep(params, cache, X, Y, activation, lam):
    """The gradients of deep_loss with respect to all parameters.

    params      the list W1, b1, W2, b2, ...
    cache       the list Z1, A1, Z2, A2, ... from forward_deep
    X, Y        (n_inputs, m) digits and (m,) labels
    activation  the name of the activation of the hidden layers
    lam         the strength of the L2 penalty
    Returns     the list dW1, db1, dW2, db2, ..., each with the shape of its parameter
    """
    # Your code here.
    raise NotImplementedError("backward_deep: exercise 7")

# %% check="backward_deep"
check("backward_deep")

# %% [markdown]
# ### Depth, and what it does to each bend
#
# You have a network of any depth with any bend. To see what that is worth, we load real digits and train a few. Adam
# and the mini-batches of the second lesson are given.

# %%
def load_digits(name, count=None):
    """The first `count` digits of one of the course's files: X (784, m) from 0 to 1, Y (m,)."""
    table = np.loadtxt(data_path(name), delimiter=",", skiprows=1, dtype=np.uint8, max_rows=count)
    return table[:, 1:].T / np.float32(255), table[:, 0].astype(int)


def adam_step(params, gradients, moments, step, alpha):
    """Move each parameter, in place, by one step of Adam; `moments` holds two running means for each of them."""
    rate = alpha * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
    for parameter, gradient, (first, second) in zip(params, gradients, moments, strict=True):
        first += 0.1 * (gradient - first)
        second += 0.001 * (gradient * gradient - second)
        parameter -= (float(rate) * first / (np.sqrt(second) + 1e-8)).astype(parameter.dtype)


def new_moments(params):
    """Two arrays of zeros for each parameter."""
    return [(np.zeros_like(parameter), np.zeros_like(parameter)) for parameter in params]


def share_right(params, X, Y, activation="relu"):
    """The share of digits that a network reads rightly."""
    return float(np.mean(forward_deep(params, X, activation)[-1].argmax(axis=0) == Y))


def train_plain(sizes, X, Y, activation="relu", lam=0.0, steps=300, alpha=0.001, report_every=25):
    """Train a network of any depth on X, Y; give its parameters, and a history measured on the dev digits."""
    rng = np.random.default_rng(1)
    params = [parameter.astype(np.float32) for parameter in init_layers(sizes, rng)]
    moments, history = new_moments(params), []
    for step in range(1, steps + 1):
        batch = rng.choice(Y.size, 100, replace=False)
        cache = forward_deep(params, X[:, batch], activation)
        adam_step(params, backward_deep(params, cache, X[:, batch], Y[batch], activation, lam), moments, step, alpha)
        if step % report_every == 0:
            A_dev = forward_deep(params, X_dev, activation)[-1]
            history.append((step, cross_entropy(A_dev, Y_dev), float(np.mean(A_dev.argmax(axis=0) == Y_dev))))
    return params, history


X_7000, Y_7000 = load_digits("mnist_train.csv.gz", 7000)
X_some, Y_some, X_dev, Y_dev = X_7000[:, :5000], Y_7000[:5000], X_7000[:, 5000:], Y_7000[5000:]
show_digits(X_some, Y_some, count=10)

# %%
runs = {}
for activation in ("relu", "tanh", "sigmoid"):
    for sizes in ([784, 64, 10], [784, 64, 64, 64, 64, 64, 64, 10]):
        _, runs[f"{activation}, {len(sizes) - 2} hidden"] = train_plain(sizes, X_some, Y_some, activation)
plot_history(runs)

# %% [markdown] answer="why-sigmoids-fail"
# **Look.** With one hidden layer the bends differ little. With six, one of them lies on the dotted line for guessing
# for a long time, and is far behind at the end. Which, and why? Print the sizes of its gradients, `[np.abs(g).mean()
# for g in backward_deep(...)]`, from the first layer to the last, and compare the numbers with those of tanh.
#
# *Your answer:*

# %% [markdown]
# # Part 3. A judge for gradients
#
# Gradients are easy to get wrong, and a wrong one is hard to notice: it often still points downhill, the network still
# learns, only not as well as it should. Hence this part. You build the tool with which people who write gradients for
# a living make sure, and then you use it to find a mistake in code that you have not written.

# %% [markdown]
# ## Exercise 8: numerical_gradient
#
# The derivative is what the loss does when one dial is turned by a hair. So turn it. For one entry $w$ of one
# parameter, with everything else as it is:
#
# $$\frac{\partial L}{\partial w} \approx \frac{L(w + \varepsilon) - L(w - \varepsilon)}{2 \varepsilon}$$
#
# Both directions, and the distance between the two points is $2\varepsilon$. The one-sided $\bigl(L(w + \varepsilon) -
# L(w)\bigr)/\varepsilon$ is right too in the limit, but worse before it. Take $L(w) = w^3$ at $w = 1$, where the
# derivative is 3:
#
# | $\varepsilon$ | both sides | error | one side | error |
# |---|---|---|---|---|
# | 0.1 | 3.01 | 0.01 | 3.31 | 0.31 |
# | 0.01 | 3.0001 | 0.0001 | 3.0301 | 0.0301 |
#
# A tenth of the step makes one error a tenth, the other a hundredth. But a hair can be too fine: the two losses agree
# in all but their last digits, and the difference of two nearly equal numbers keeps only what is left of their
# precision. Floats of 64 bits carry 16 digits, and $\varepsilon = 10^{-5}$ is a good hair. Those of 32 bits carry 7,
# and there is hardly a good one.
#
# Do this for every entry of every parameter. It takes two forward passes an entry, which is why nobody trains like
# this, and why we do it on tiny networks. **Leave `params` as you found it**: nudge a copy, or turn the dial back.

# %% exercise="numerical_gradient"
def numerical_gradient(params, X, Y, activation, lam, epsilon):
    """The gradients of deep_loss, found by turning every dial: (L(w + epsilon) - L(w - epsilon)) / (2 epsilon).

    params      the list W1, b1, W2, b2, ...; left unchanged
    X, Y        (n_inputs, m) digits and (m,) labels
    activation  the name of the activation of the hidden layers
    lam         the strength of the L2 penalty
    epsilon     how far a dial is turned, up and down, such as 1e-5
    Returns     the list dW1, db1, dW2, db2, ..., each with the shape of its parameter
    """
    # Your code here.
    raise NotImplementedError("numerical_gradient: exercise 8")

# %% check="numerical_gradient"
check("numerical_gradient")

# %% [markdown]
# ## Exercise 9: gradient_check
#
# Two gradients, one computed by formula and one by dials. They will never agree to the last digit. What counts is how
# far they are apart *compared with how large they are*, for each parameter by itself:
#
# $$\text{error} = \frac{\lVert a - n \rVert}{\lVert a \rVert + \lVert n \rVert}$$
#
# $a$ is the one by formula, $n$ the numerical one, and $\lVert\cdot\rVert$ the root of the sum of the squares of all
# entries, which `np.linalg.norm` computes. For $a = (3, 4)$ and $n = (3, 4.1)$ it is $0.1 / (5 + 5.08) = 0.0099$.
#
# | error | verdict |
# |---|---|
# | below $10^{-7}$ | the same, but for rounding |
# | about $10^{-4}$ | suspicious: perhaps a bend with a kink, perhaps a small mistake |
# | above $10^{-2}$ | a mistake |
# | 1 | they have nothing to do with each other, or point opposite ways |
#
# Two gradients that are both exactly 0 agree: their error is 0, not 0/0.

# %% exercise="gradient_check"
def gradient_check(gradients, numerical):
    """How far two lists of gradients are apart: norm(a - n) / (norm(a) + norm(n)), a number for each parameter.

    gradients  the list dW1, db1, dW2, db2, ... by formula
    numerical  the same by numerical_gradient
    Returns    (number of parameters,) relative errors, from 0 to 1; 0 where both gradients are zero
    """
    # Your code here.
    raise NotImplementedError("gradient_check: exercise 9")

# %% check="gradient_check"
check("gradient_check")

# %% [markdown]
# ## Exercise 10: wrong_gradients
#
# Put the two together into a detective: given gradients that somebody has computed, say *which* of them are wrong.
#
# | `gradients` handed in | is | answer |
# |---|---|---|
# | `dW1, db1, dW2, db2` | all right | no positions |
# | `dW1, db1, dW2, db2` | `db1` summed wrongly | 1 |
# | `dW1, db1, dW2, db2, dW3, db3` | everything below the last layer wrong | 0, 1, 2, 3 |
#
# Take $\varepsilon = 10^{-5}$, and call a gradient wrong whose relative error is above $10^{-5}$. Where the wrong ones
# stand tells where the mistake is: blame flows from the last layer to the first, so everything below a mistake is wrong
# and everything above it right.

# %% exercise="wrong_gradients"
def wrong_gradients(gradients, params, X, Y, activation, lam):
    """Which of these gradients of deep_loss are wrong: those with a relative error above 1e-5.

    gradients   the list dW1, db1, dW2, db2, ..., as somebody has computed it
    params      the list W1, b1, W2, b2, ...
    X, Y        (n_inputs, m) digits and (m,) labels
    activation  the name of the activation of the hidden layers
    lam         the strength of the L2 penalty
    Returns     the positions of the wrong ones in the list, counted from 0, in order; none where all are right
    """
    # Your code here.
    raise NotImplementedError("wrong_gradients: exercise 10")

# %% check="wrong_gradients"
check("wrong_gradients")

# %% [markdown]
# ### Somebody else's code
#
# A colleague has written a backward pass too. It is elegant, it passed all tests, and the network trained well. All
# tests used ReLU.

# %%
def colleagues_backward(params, cache, X, Y, activation, lam):
    """A colleague's backward pass. There is one mistake in it."""
    inputs = [X, *cache[1:-1:2]]
    dZ, found = cache[-1] - one_hot(Y, len(cache[-1])), []
    for W, A in zip(params[-2::-2], inputs[::-1], strict=True):
        found = [dZ @ A.T / Y.size + lam * W, dZ.mean(axis=1, keepdims=True), *found]
        dZ = (W.T @ dZ) * activate_deriv(A, activation)
    return found


def examine(backward, activation):
    """Check a backward function on a small network with three layers."""
    rng = np.random.default_rng(5)
    params = [parameter + rng.normal(0, 0.1, parameter.shape) for parameter in init_layers([6, 5, 4, 3], rng)]
    X, Y = rng.normal(size=(6, 8)), rng.integers(0, 3, 8)
    gradients = backward(params, forward_deep(params, X, activation), X, Y, activation, 0.1)
    wrong = wrong_gradients(gradients, params, X, Y, activation, 0.1)
    names = [f"{letter}{layer}" for layer in (1, 2, 3) for letter in ("dW", "db")]
    print(f"{backward.__name__:20} {activation:10} wrong:", [names[at] for at in wrong] or "none")


for activation in ("relu", "leaky_relu", "tanh", "sigmoid"):
    examine(backward_deep, activation)
    examine(colleagues_backward, activation)

# %% [markdown] answer="planted-bug"
# **Find it.** Your detective says which gradients of the colleague's are wrong, and with which activations. The last
# layer's are always right, so the mistake lies between the last layer and the one before. Which line is it, and what
# should stand there? Mend it above and run the cell again. And why did nobody notice with ReLU, where the mistake makes
# no difference at all?
#
# *Your answer:*

# %% [markdown]
# # Part 4. Not by heart
#
# Large networks remember. First, how bad it is: a network with 784-128-64-10 trained on 500 digits only, without and
# with a price on its weights. Loss and accuracy are measured on the dev digits.

# %%
few_X, few_Y = X_some[:, :500], Y_some[:500]
runs = {}
for lam in (0.0, 0.001, 0.01, 0.3):
    params, runs[f"lambda {lam}"] = train_plain([784, 128, 64, 10], few_X, few_Y, lam=lam, steps=600, alpha=0.003)
    training, dev = share_right(params, few_X, few_Y), share_right(params, X_dev, Y_dev)
    largest = max(float(np.abs(W).max()) for W in params[0::2])
    print(f"lambda {lam:5}: training digits {training:.1%}, dev digits {dev:.1%}, largest weight {largest:.2f}")
plot_history(runs)

# %% [markdown] answer="which-lambda"
# **Look.** All but the last know every training digit, and read about as many others. Yet one of the losses climbs all
# the time, though its accuracy does not fall: what must be happening to the network's opinion of the digits that it
# misreads? What do the weights have to do with it? And what has happened at $\lambda = 0.3$?
#
# *Your answer:*

# %% [markdown]
# ## Exercise 11: dropout_forward
#
# Here is a stranger idea (Srivastava, Hinton and others, 2014): at each step of training, switch off a random part of
# the units. No unit can rely on a certain other one being there, so each has to find something that is useful by
# itself. It is as if every step trained another network, thousands of them, all with shared weights, and the network
# that answers in the end were the average of them all.
#
# For each entry of $A$ by itself, with the probability `keep` it stays, else it becomes 0:
#
# $$M_{u,i} = \begin{cases} 1 & \text{with probability keep} \\ 0 & \text{otherwise} \end{cases}
# \qquad\qquad A' = \frac{A \odot M}{\text{keep}}$$
#
# Why divide? With `keep = 0.8` a fifth of the units is missing, and the next layer's sums would be a fifth too small;
# at test time, when all units are there, they would suddenly be larger than ever in training. The division makes good
# for the loss on the average, so that nothing at all has to be done at test time: *inverted* dropout. For
#
# $$A = \begin{pmatrix} 4 & 1 & 2 \\ 3 & 8 & 6 \end{pmatrix}, \quad \text{keep} = 0.8, \quad
# M = \begin{pmatrix} 1 & 1 & 0 \\ 1 & 0 & 1 \end{pmatrix} \qquad\text{gives}\qquad
# A' = \begin{pmatrix} 5 & 1.25 & 0 \\ 3.75 & 0 & 7.5 \end{pmatrix}.$$
#
# A uniform random number between 0 and 1, from `rng.random(...)`, is below 0.8 with probability 0.8. The mask is
# returned as well, since blame has to come back the same way.

# %% exercise="dropout_forward"
def dropout_forward(A, keep, rng):
    """Switch off entries at random and scale up the others: inverted dropout.

    A        (units, m) what a layer passes on; left unchanged
    keep     the probability with which an entry stays, above 0 and at most 1
    rng      a numpy.random.Generator
    Returns  A_dropped (units, m) = A times the mask, divided by keep
             mask (units, m) of 1 and 0 (or True and False): 1 where the entry has stayed
    """
    # Your code here.
    raise NotImplementedError("dropout_forward: exercise 11")

# %% check="dropout_forward"
check("dropout_forward")

# %% [markdown]
# ## Exercise 12: dropout_backward
#
# An entry that was switched off did not influence the answer: no blame for it. One that stayed was multiplied by
# $1/\text{keep}$, so its blame is too:
#
# $$dA = \frac{dA' \odot M}{\text{keep}}$$
#
# With the mask of the *same* forward pass. A fresh one would blame units for answers that they had no part in.

# %% exercise="dropout_backward"
def dropout_backward(dA_dropped, mask, keep):
    """Blame on the way back through dropout.

    dA_dropped  (units, m) the derivatives with respect to A_dropped; left unchanged
    mask        (units, m) from dropout_forward
    keep        the probability with which an entry stayed
    Returns     (units, m) the derivatives with respect to A
    """
    # Your code here.
    raise NotImplementedError("dropout_backward: exercise 12")

# %% check="dropout_backward"
check("dropout_backward")

# %% [markdown] answer="why-inverted"
# **Why?** Suppose dropout did not divide by `keep`. What would have to be done at test time instead, and to what?
# Which of the two would you rather have in code that thousands of people call, and why?
#
# *Your answer:*

# %% [markdown]
# # Part 5. The right size
#
# He's initialisation gives every layer numbers of a good size, at the start. Then training moves the weights, and with
# them the sizes: each layer finds its inputs changing under it while it learns. Batch normalisation (Ioffe and Szegedy,
# 2015) puts things right at every layer and every step, by measuring.

# %% [markdown]
# ## Exercise 13: batch_norm_forward
#
# Between the sums $Z$ of a layer and its bend. For each unit, which is each *row* of $Z$, take the mean and the
# variance over the digits of the batch, and bring them to 0 and 1:
#
# $$\mu = \frac1m \sum_i Z_{\cdot,\,i} \qquad v = \frac1m \sum_i (Z_{\cdot,\,i} - \mu)^2 \qquad
# \hat Z = \frac{Z - \mu}{\sqrt{v + 10^{-5}}}$$
#
# The tiny number keeps a unit that gives the same for all digits from dividing by 0. But perhaps mean 0 and variance 1
# are not what is best for the next layer. So the unit may choose another mean $\beta$ and another spread $\gamma$,
# which are parameters and learned as all others are:
#
# $$\text{out} = \gamma \odot \hat Z + \beta$$
#
# For a unit with $\gamma = 2$, $\beta = 1$ and the three digits $z = (1, 2, 6)$: $\mu = 3$, $v = (4 + 1 + 9)/3 =
# 4.667$, $\hat z = (-0.926, -0.463, 1.389)$, out $= (-0.852, 0.074, 3.777)$.
#
# **At test time** there may be a single digit, and a batch of one has no spread. So while training we keep a *running*
# mean and a running variance, a slow average over many batches, and use these later on:
#
# $$\text{running} \leftarrow 0.9 \cdot \text{running} + 0.1 \cdot \text{this batch's}$$
#
# The 0.9 is called `momentum`. With a running mean of 5 and this batch's $\mu = 3$, the new one is 4.8.
#
# | array | shape | |
# |---|---|---|
# | `Z`, `out`, `Z_hat` | (units, m) | |
# | `gamma`, `beta` | (units, 1) | learned |
# | `std` | (units, 1) | $\sqrt{v + 10^{-5}}$, needed on the way back |
# | `running_mean`, `running_var` | (units, 1) | measured; no part in training |

# %% exercise="batch_norm_forward"
def batch_norm_forward(Z, gamma, beta, running_mean, running_var, momentum=0.9):
    """Batch normalisation in training: each row to mean 0 and variance 1, then to the spread gamma and the mean beta.

    Z             (units, m); left unchanged
    gamma, beta   (units, 1)
    running_mean, running_var  (units, 1) the averages so far
    momentum      how much of the old averages is kept
    Returns       out (units, m) = gamma times Z_hat, plus beta
                  Z_hat (units, m) = (Z - mean) / std, with the mean of each row of this batch
                  std (units, 1) = sqrt(var + 1e-5), with the variance of each row (divided by m) of this batch
                  running_mean, running_var (units, 1): momentum times the old, plus (1 - momentum) times this batch's
    """
    # Your code here.
    raise NotImplementedError("batch_norm_forward: exercise 13")

# %% check="batch_norm_forward"
check("batch_norm_forward")

# %% [markdown]
# ## Exercise 14: batch_norm_backward
#
# Given the derivatives of the loss with respect to `out`, find those with respect to $\gamma$, $\beta$ and $Z$. The
# first two are easy, as $\gamma$ and $\beta$ serve all digits and contributions add up:
#
# $$d\gamma = \sum_i (d\text{out} \odot \hat Z)_{\cdot,\,i} \qquad
# d\beta = \sum_i d\text{out}_{\cdot,\,i} \qquad
# d\hat Z = \gamma \odot d\text{out}$$
#
# (There is no $1/m$ here. `dout` holds derivatives of the whole loss, in which it is contained already; the training
# loop of Part 6 divides at the start, in $dZ_L$.)
#
# The third is the one with a twist. Turn up one $Z_{u,i}$ by a hair: $\hat Z_{u,i}$ rises at the rate 1/std. But the
# row's *mean* rises as well, by a share of $1/m$, and pulls all entries of the row down; and the row's *spread*
# changes, in proportion to $\hat Z_{u,i}$, and draws all of them together or apart. Collecting the three paths gives
#
# $$dZ = \frac{1}{\text{std}} \left( d\hat Z - \operatorname{mean}(d\hat Z)
# - \hat Z \odot \operatorname{mean}(d\hat Z \odot \hat Z) \right)$$
#
# with the means along each row. Read it so: of the blame, whatever would only shift the row, or only stretch it, is
# taken away. Normalisation undoes shifts and stretches anyway, so there is no point in asking for them.
#
# For the unit of the last exercise and $d\text{out} = (1, 0, 0)$: $d\hat z = (2, 0, 0)$, its mean 0.667, the mean of
# $d\hat z \odot \hat z$ is $-0.617$, and $dz = (0.352, -0.441, 0.088)$. The three add up to 0, as they must.

# %% exercise="batch_norm_backward"
def batch_norm_backward(dout, Z_hat, std, gamma):
    """Blame on the way back through batch normalisation.

    dout        (units, m) the derivatives of the loss with respect to out; left unchanged
    Z_hat, std  (units, m) and (units, 1) from batch_norm_forward
    gamma       (units, 1)
    Returns     dZ (units, m) = (dZ_hat - its row mean - Z_hat times the row mean of dZ_hat times Z_hat) / std,
                where dZ_hat = gamma times dout
                dgamma (units, 1) = row sums of dout times Z_hat
                dbeta (units, 1) = row sums of dout
    """
    # Your code here.
    raise NotImplementedError("batch_norm_backward: exercise 14")

# %% check="batch_norm_backward"
check("batch_norm_backward")

# %% [markdown]
# The detective of Part 3 works here as well: nudge an entry of `Z` and look what a loss does. The following cell takes
# the sum of `out` times some fixed numbers for the loss, because then `dout` is just these numbers.

# %%
rng = np.random.default_rng(2)
Z_try, gamma_try, beta_try = rng.normal(3, 2, (4, 6)), rng.normal(1, 0.3, (4, 1)), rng.normal(size=(4, 1))
numbers = rng.normal(size=(4, 6))


def total(Z):
    """A loss that makes `numbers` the derivatives with respect to out."""
    return float(np.sum(numbers * batch_norm_forward(Z, gamma_try, beta_try, np.zeros((4, 1)), np.ones((4, 1)))[0]))


_, Z_hat_try, std_try, _, _ = batch_norm_forward(Z_try, gamma_try, beta_try, np.zeros((4, 1)), np.ones((4, 1)))
by_formula = batch_norm_backward(numbers, Z_hat_try, std_try, gamma_try)[0]
by_dial = np.zeros_like(Z_try)
for place in np.ndindex(Z_try.shape):
    nudge = np.zeros_like(Z_try)
    nudge[place] = 1e-5
    by_dial[place] = (total(Z_try + nudge) - total(Z_try - nudge)) / 2e-5
print("relative error of dZ:", gradient_check([by_formula], [by_dial]))

# %% [markdown]
# ## Exercise 15: batch_norm_predict
#
# At test time the answer to one digit must not depend on which others happen to be asked about at the same time. So the
# running averages stand in for the batch's:
#
# $$\text{out} = \gamma \odot \frac{Z - \text{running mean}}{\sqrt{\text{running variance} + 10^{-5}}} + \beta$$
#
# With $\gamma = 2$, $\beta = 1$, a running mean of 3 and a running variance of 4, $z = 7$ becomes $2 \cdot 4/2 + 1 =
# 5$. A batch of one is no difficulty now.

# %% exercise="batch_norm_predict"
def batch_norm_predict(Z, gamma, beta, running_mean, running_var):
    """Batch normalisation at test time, with the running averages in the place of the batch's.

    Z            (units, m), m may be 1; left unchanged
    gamma, beta, running_mean, running_var  (units, 1)
    Returns      (units, m): gamma times (Z - running_mean) / sqrt(running_var + 1e-5), plus beta
    """
    # Your code here.
    raise NotImplementedError("batch_norm_predict: exercise 15")

# %% check="batch_norm_predict"
check("batch_norm_predict")

# %% [markdown] answer="bias-before-batch-norm"
# **Why?** A layer with batch normalisation has no use for its bias $b$: whatever $b$ is, `out` is the same. Why? Which
# of the other parameters does its work?
#
# *Your answer:*

# %% [markdown]
# # Part 6. Everything together
#
# You have all the parts. Put together they are a network whose hidden layers do four things:
#
# $$Z = W A \;\longrightarrow\; \text{batch norm} \;\longrightarrow\; \text{bend} \;\longrightarrow\; \text{dropout}$$
#
# The putting together is given, as it is bookkeeping. But read it: every step calls a function of yours, and the way
# back is the way forward from bottom to top. A hidden layer is the list `[W, gamma, beta, running_mean, running_var]`,
# the output layer `[W, b]`.

# %%
def start_network(sizes, rng):
    """A fresh network: hidden layers [W, gamma, beta, running mean, running variance], then the output layer [W, b]."""
    params = [np.asarray(parameter, dtype=np.float32) for parameter in init_layers(sizes, rng)]
    hidden = [
        [W, np.ones_like(b), b, np.zeros_like(b), np.ones_like(b)]
        for W, b in zip(params[0:-2:2], params[1:-2:2], strict=True)
    ]
    return [*hidden, params[-2:]]


def network_gradients(net, X, Y, activation, keep, rng):
    """One pass forward and one back. Gives the gradients of [W, gamma, beta] or [W, b], a layer after the other.

    The running averages in `net` are brought up to date on the way.
    """
    A, notes = X, []
    for layer in net[:-1]:
        W, gamma, beta, mean, var = layer
        out, Z_hat, std, layer[3], layer[4] = batch_norm_forward(W @ A, gamma, beta, mean, var)
        bent = activate(out, activation)
        dropped, mask = dropout_forward(bent, keep, rng) if keep < 1 else (bent, None)
        notes.append((A, out, Z_hat, std, mask))
        A = dropped
    W, b = net[-1]
    dZ = (softmax(W @ A + b) - one_hot(Y, len(W))) / Y.size
    gradients = [dZ @ A.T, dZ.sum(axis=1, keepdims=True)]
    dA = W.T @ dZ
    for (W, gamma, *_), (A, out, Z_hat, std, mask) in zip(net[-2::-1], notes[::-1], strict=True):
        blame = dA if mask is None else dropout_backward(dA, mask, keep)
        dZ, dgamma, dbeta = batch_norm_backward(blame * activate_deriv(out, activation), Z_hat, std, gamma)
        gradients = [dZ @ A.T, dgamma, dbeta, *gradients]
        dA = W.T @ dZ
    return gradients


def train_network(net, X, Y, steps, alpha, keep, rng, batch=128, activation="relu"):
    """Train `net` by Adam on mini-batches of X (784, m), Y (m,), each digit once before any comes again."""
    net = [[np.array(array, dtype=np.float32) for array in layer] for layer in net]
    trained = [array for layer in net for array in (layer[:3] if len(layer) == 5 else layer)]
    moments, pictures, queue = new_moments(trained), np.ascontiguousarray(X.T), np.zeros(0, dtype=int)
    for step in range(1, steps + 1):
        if queue.size < min(batch, Y.size):
            queue = rng.permutation(Y.size)
        chosen, queue = queue[:batch], queue[batch:]
        gradients = network_gradients(net, pictures[chosen].T, Y[chosen], activation, keep, rng)
        adam_step(trained, gradients, moments, step, alpha)
    return net


def fold_network(net):
    """The same network as plain parameters W1, b1, W2, b2, ...: at test time batch norm is only a scale and a shift."""
    params = []
    for W, gamma, beta, mean, var in net[:-1]:
        scale = gamma / np.sqrt(var + 1e-5)
        params += [scale * W, beta - scale * mean]
    return [*params, *net[-1]]

# %% [markdown]
# `fold_network` deserves a look. With the running averages fixed, batch normalisation multiplies each unit's sum by one
# number and adds another. So it can be folded into the weights and the bias of its layer, and what remains is a plain
# network, which your `forward_deep` can read with. The next cell makes sure that this is so.

# %%
rng = np.random.default_rng(3)
net = train_network(start_network([784, 32, 10], rng), X_some, Y_some, 30, 0.003, 1.0, rng)
W, gamma, beta, mean, var = net[0]

by_layers = activate(batch_norm_predict(W @ X_dev, gamma, beta, mean, var), "relu")
folded = forward_deep(fold_network(net), X_dev, "relu")[1]
print("largest difference:", float(np.abs(by_layers - folded).max()))

# %% [markdown]
# ## What batch normalisation is worth
#
# Six hidden layers of sigmoids hardly learned in Part 2. The same network once more, with and without batch
# normalisation, and ReLU beside it.

# %%
def train_normalised(sizes, X, Y, activation="relu", keep=1.0, steps=300, alpha=0.001, report_every=25):
    """As train_plain, for a network with batch normalisation and dropout."""
    rng = np.random.default_rng(1)
    net, history = start_network(sizes, rng), []
    for step in range(report_every, steps + 1, report_every):
        net = train_network(net, X, Y, report_every, alpha, keep, rng, 100, activation)
        A_dev = forward_deep(fold_network(net), X_dev, activation)[-1]
        history.append((step, cross_entropy(A_dev, Y_dev), float(np.mean(A_dev.argmax(axis=0) == Y_dev))))
    return fold_network(net), history


deep = [784, 64, 64, 64, 64, 64, 64, 10]
runs = {}
for activation in ("relu", "sigmoid"):
    _, runs[f"{activation}, plain"] = train_plain(deep, X_some, Y_some, activation)
    _, runs[f"{activation}, batch norm"] = train_normalised(deep, X_some, Y_some, activation)
plot_history(runs)

# %% [markdown] answer="why-batch-norm-helps"
# **Explain.** The slopes of a sigmoid are still at most ¼, and there are still six of them. Why can the blame reach the
# first layer now? (What does the division by std in exercise 14 do to a dZ if the numbers in that layer lie close
# together?)
#
# *Your answer:*

# %% [markdown]
# ## Exercise 16: log_uniform
#
# Learning rate, width, depth, `keep`, λ: nobody can compute the best values, so people search. Two things about that
# are known (Bergstra and Bengio, 2012). Random trials beat a grid, as each of them tries a new value of *every*
# setting. And settings such as the learning rate should be drawn on a *logarithmic* scale: 0.001 and 0.002 differ as
# much as 0.1 and 0.2, and between 0.0001 and 1 ordinary uniform numbers would put nine of ten trials above 0.1.
#
# $$x = e^{u}, \qquad u \text{ uniform between } \log(\text{low}) \text{ and } \log(\text{high})$$
#
# Then every power of ten gets the same share of the trials:
#
# | between | 0.0001 and 0.001 | 0.001 and 0.01 | 0.01 and 0.1 | 0.1 and 1 |
# |---|---|---|---|---|
# | uniform | 0.1% | 0.9% | 9% | 90% |
# | log-uniform | 25% | 25% | 25% | 25% |
#
# `rng.uniform(a, b, n)` draws `n` uniform numbers between `a` and `b`.

# %% exercise="log_uniform"
def log_uniform(low, high, n, rng):
    """Random numbers of which each power of ten gets an equal share.

    low, high  the smallest and the largest that may come, both above 0
    n          how many
    rng        a numpy.random.Generator
    Returns    (n,) numbers whose logarithms are uniform between log(low) and log(high)
    """
    # Your code here.
    raise NotImplementedError("log_uniform: exercise 16")

# %% check="log_uniform"
check("log_uniform")

# %% [markdown]
# ## The search
#
# Twelve trials with 5,000 digits, 300 steps each. Every trial has a learning rate and a share of units of its own, and
# the dev digits decide. (Not the test digits: whoever chooses among many networks by the test has trained on the test.)

# %%
rng = np.random.default_rng(7)
trials = []
for alpha, keep in zip(log_uniform(1e-4, 1, 12, rng), rng.uniform(0.5, 1, 12), strict=True):
    params, _ = train_normalised([784, 64, 64, 10], X_some, Y_some, keep=keep, alpha=alpha)
    trials.append((share_right(params, X_dev, Y_dev), alpha, keep))
    print(f"alpha {alpha:8.5f}, keep {keep:.2f}: dev digits {trials[-1][0]:.1%}")
print("best: dev digits {:.1%} with alpha {:.5f} and keep {:.2f}".format(*max(trials)))

# %% [markdown] answer="what-the-search-says"
# **Look.** Sort the trials by learning rate. Over how many powers of ten is it nearly the same which one you take?
# Where does it begin to matter? What can twelve trials say about `keep`, and what not?
#
# *Your answer:*

# %% [markdown]
# ## Sixty thousand digits
#
# And now in earnest: all digits of the training file, two hidden layers of 256 and 128 units, and a learning rate that
# falls as training goes on. Reading the file takes a while, training about half a minute on one core. You may write the
# settings that your search has found in the place of these.

# %%
X_train, Y_train = load_digits("mnist_train.csv.gz")
X_test, Y_test = load_digits("mnist_test.csv.gz")

rng = np.random.default_rng(0)
net, history = start_network([784, 256, 128, 10], rng), []
for epoch, alpha in enumerate((0.003, 0.002, 0.001, 0.0005, 0.0002), 1):
    net = train_network(net, X_train, Y_train, 469, alpha, 0.9, rng)
    A_test = forward_deep(fold_network(net), X_test, "relu")[-1]
    history.append((469 * epoch, cross_entropy(A_test, Y_test), float(np.mean(A_test.argmax(axis=0) == Y_test))))
    print(f"epoch {epoch}: loss {history[-1][1]:.3f}, test digits {history[-1][2]:.2%}")

# %%
predictions = A_test.argmax(axis=0)
wrong = predictions != Y_test
show_digits(X_test[:, wrong], Y_test[wrong], predictions[wrong], count=40)

# %% [markdown]
# Look at them for a while. Some you would have misread yourself. The first network, with one hidden layer of ten units,
# left 1,400 such pictures in 10,000; this one leaves fewer than 200.

# %% [markdown]
# ## The test
#
# The grader takes your own functions, trains such a network on digits whose pixels and classes it has put in an order
# of its own, and asks for 98% of the 10,000 test digits.

# %% check="test_accuracy"
check("test_accuracy")

# %% [markdown] answer="your-own-network"
# # Part 7. An experiment of your own
#
# Everything is a setting now. Some questions that are worth asking, each a line or two of code. Which helps more with
# 1,000 digits: dropout or weight decay? Does dropout on 60,000 digits help at all, and if the network is four times as
# wide? How deep can a network with tanh be before it stops learning, with and without batch normalisation? What
# happens with batches of 4? How much of the difference between 86% and 98% is due to the number of digits, how much to
# the number of units, and how much to Parts 4 and 5? Write down what you expect first.
#
# *My question, what I expect, and what happened:*

# %% [markdown]
# # What you have built
#
# Sixteen functions, most of them a line or two. They make a network of any depth with any bend, a judge that no wrong
# gradient escapes, and the three inventions without which no network in use today could be trained. What they still
# lack is a sense of place: shuffle the pixels of all pictures in the same way, and this network reads them just as
# well. It does not know that two pixels are neighbours. The next lesson is about that.
