# %% [markdown]
# # Digits from scratch: a first network
#
# In this lesson you write sixteen short functions. Together they are a neural network that looks at a picture of a
# handwritten digit and says which digit it is. There is no library in it that knows what a neural network is: only
# NumPy, which multiplies matrices, and what you write. At the end, nothing in it will be a mystery, because there is
# nowhere left for one to hide.
#
# **What you need.** Python (functions, loops, indexing) and the multiplication of a matrix by a matrix. Everything
# else is explained before it is used.
#
# **What you build.** A picture of 28 × 28 = 784 pixels goes in at the left, ten probabilities come out at the right,
# one for each digit:
#
# ```text
#    X  ──── W1, b1 ────▶  Z1  ── ReLU ──▶  A1  ──── W2, b2 ────▶  Z2  ── softmax ──▶  A2
# (784, m)              (10, m)          (10, m)                (10, m)             (10, m)
#  pixels            hidden layer                             output layer       probabilities
# ```
#
# The arrows to the right are exercises 5 to 8. Then you measure how wrong the answer is (9), work out which way each
# of the 7,960 numbers inside should move to make it less wrong (10 and 11), and move them a little (12). Repeating
# that is all that learning is (13 to 16).
#
# **How an exercise works.** Each has the idea in plain words, a formula, an example small enough for pencil and
# paper, and a function in which you replace the line `raise NotImplementedError(...)` by your own, mostly two or
# three lines and often one. The cell under it checks your answer. It looks first at the type of what you return, then
# at its shape, then at its values, and where it recognises a mistake it tells you which one it is. A check costs
# nothing and can be repeated as often as you like.
#
# - In a notebook, run the cell `check("softmax")`.
# - In a file, run `autograder check softmax` in a terminal, or `autograder check` for everything.
# - The pictures appear in a notebook, or in an editor that runs a file cell by cell, and need Matplotlib.
# - Each exercise has three hints. `autograder hint softmax` shows them one at a time.
#
# **One convention carries the whole lesson: examples are columns.** `X` has one row for each pixel and one column for
# each of the `m` digits, and column `i` stays digit `i` all the way from the pixels to the probabilities. When a shape
# surprises you, ask of each axis: is this one the digits?

# %%
import csv
import gzip

import numpy as np

from autograder import check, confusion, data_path, plot_history, show_digits, show_weights

# %% [markdown]
# # Part 1. Pictures as numbers
#
# A network can only add, multiply and compare. So the first four functions turn a file of pictures into arrays that
# can be added, multiplied and compared.
#
# The digits are MNIST, 70,000 of them, written by American school pupils and census workers around 1990. Each is a
# grey picture 28 pixels high and 28 wide. A pixel is a whole number from 0 (paper) to 255 (ink).

# %% [markdown]
# ## Exercise 1: load_csv
#
# A digit is stored as a line of text: first the label, which is the digit that the picture shows, then its pixels, row
# of the picture after row. Above all of them stands a header. Here is such a file with two pictures of only three
# pixels each:
#
# ```text
# label,pixel0,pixel1,pixel2
# 7,0,128,255
# 2,64,0,0
# ```
#
# The file has one digit a line, and we want one digit a column. In symbols,
#
# $$X_{j,i} = \text{pixel } j \text{ of digit } i, \qquad Y_i = \text{label of digit } i,$$
#
# so the file above becomes
#
# $$X = \begin{pmatrix} 0 & 64 \\ 128 & 0 \\ 255 & 0 \end{pmatrix}, \qquad Y = \begin{pmatrix} 7 & 2 \end{pmatrix}.$$
#
# | array | shape here | shape for `m` digits | type |
# |---|---|---|---|
# | `X` | (3, 2) | (784, m) | float |
# | `Y` | (2,) | (m,) | int |
#
# Labels are whole numbers because we shall use them as indices. Pixels are floats because we shall do arithmetic with
# them: NumPy's one-byte integers count only to 255 and then begin again at 0, so that in them 200 + 100 is 44.
#
# The course's files are compressed, and their names end in `.gz`. `gzip.open(path, "rt")` reads such a file as text,
# just as `open(path)` reads an ordinary one; your function should accept both.


# %% exercise="load_csv"
def load_csv(path):
    """Read digits from a CSV file with a header and the label first.

    path     where the file is; compressed with gzip if its name ends in ".gz", else plain text
    Returns  X (n_pixels, m) float, the raw values 0 to 255, one digit a column
             Y (m,) int, their labels
    """
    ### BEGIN SOLUTION
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", newline="") as file:
        rows = csv.reader(file)
        next(rows)  # the header
        table = np.array(list(rows), dtype=float)
    Y = table[:, 0].astype(int)
    X = table[:, 1:].T
    return X, Y
    ### END SOLUTION


# %% check="load_csv"
check("load_csv")

# %% [markdown] hints="load_csv"
# 1. Read the whole file into one table first, a line of the file a row of the table, and take it apart afterwards.
#    `csv.reader(file)` gives the lines as lists of strings.
# 2. `next(rows)` steps over the header. `np.array(list(rows), dtype=float)` turns all the rest, which is text, into
#    numbers at once. Column 0 of that table is the labels.
# 3. With `table` of the shape (m, 1 + n_pixels): `Y = table[:, 0].astype(int)` and `X = table[:, 1:].T`. The `.T` puts
#    digits in columns; `reshape` would give the same shape with the pixels of different digits mixed up.

# %% [markdown]
# ## Exercise 2: normalize
#
# Soon every pixel will be multiplied by a weight of about the size of one half, and 784 such products will be added.
# With pixels up to 255 these sums run into the thousands, far outside the range in which the rest of the network can
# tell two answers apart. So we measure ink from 0 to 1 instead:
#
# $$x \;\leftarrow\; \frac{x}{255}$$
#
# | raw | 0 | 51 | 102 | 255 |
# |---|---|---|---|---|
# | normalised | 0 | 0.2 | 0.4 | 1 |
#
# The shape does not change, and neither should the argument: return a new array. The tempting `X /= 255` writes into
# the caller's own array. In a notebook, where a cell is easily run twice, that divides by 255 twice, and all pictures
# quietly turn into nearly blank paper.


# %% exercise="normalize"
def normalize(X):
    """Scale raw pixel values from 0..255 to 0..1.

    X        (n_pixels, m) raw values; left unchanged
    Returns  (n_pixels, m) float: x / 255
    """
    ### BEGIN SOLUTION
    return X / 255
    ### END SOLUTION


# %% check="normalize"
check("normalize")

# %% [markdown] hints="normalize"
# 1. NumPy applies arithmetic to each entry of an array by itself; no loop is needed.
# 2. One slash, not two: `//` rounds down, and nearly every pixel would become 0.
# 3. `return X / 255`

# %% [markdown]
# ## Exercise 3: train_dev_split
#
# Someone who has seen the exam questions can score full marks and understand nothing. The same goes for networks: one
# that is measured on the digits it was trained on may simply have memorised them. So we put some digits aside before
# we begin. The **training set** is what the network learns from. The **dev set** (for *development*) is never shown to
# it during training; it tells us how well we are doing on digits that are new.
#
# The choice must be random, because files are often sorted in some way: a split of a file sorted by label into "first
# part" and "last part" would train on zeros and ones and examine on nines.
#
# Draw one random order of the columns and use it for `X` *and* for `Y`; two separate shuffles would give every digit
# the label of another. With $\pi$ a random permutation of $0, \dots, m-1$,
#
# $$\text{dev} = \{\pi_0, \dots, \pi_{n_{\text{dev}}-1}\}, \qquad
# \text{train} = \{\pi_{n_{\text{dev}}}, \dots, \pi_{m-1}\}.$$
#
# For example, with `n_dev = 1` and the order 2, 0, 3, 1:
#
# | | pictures (one pixel each) | labels |
# |---|---|---|
# | all | 10, 11, 12, 13 | 5, 0, 4, 1 |
# | dev | 12 | 4 |
# | train | 10, 13, 11 | 5, 1, 0 |
#
# Random numbers come from a *generator*, `rng`, which the caller makes: `np.random.default_rng(0)` gives the same
# sequence of numbers each time it is made anew, so that an experiment can be repeated exactly. Draw from the `rng` that
# you are given rather than making your own. `rng.permutation(m)` is a random order of the numbers from 0 to `m - 1`.


# %% exercise="train_dev_split"
def train_dev_split(X, Y, n_dev, rng):
    """Divide digits at random into a training set and a dev set.

    X        (n_pixels, m)
    Y        (m,) labels
    n_dev    how many digits go to the dev set
    rng      a numpy.random.Generator, the source of the random order
    Returns  X_train (n_pixels, m - n_dev), Y_train (m - n_dev,), X_dev (n_pixels, n_dev), Y_dev (n_dev,):
             each digit is in exactly one of the two sets, with its own label
    """
    ### BEGIN SOLUTION
    order = rng.permutation(X.shape[1])
    dev, train = order[:n_dev], order[n_dev:]
    return X[:, train], Y[train], X[:, dev], Y[dev]
    ### END SOLUTION


# %% check="train_dev_split"
check("train_dev_split")

# %% [markdown] hints="train_dev_split"
# 1. The number of digits is `X.shape[1]`. A list of column numbers is a valid index: `X[:, [4, 0, 2]]` is columns 4, 0
#    and 2, in that order.
# 2. Make one random order of all column numbers. Its first `n_dev` entries are the dev set's columns, the rest the
#    training set's.
# 3. `order = rng.permutation(X.shape[1])`, then `dev, train = order[:n_dev], order[n_dev:]`. The training pictures are
#    `X[:, train]` with the labels `Y[train]`; likewise for `dev`. Mind the order in which the four are returned.

# %% [markdown]
# ### Look at the data
#
# Your first three functions are enough to load real digits. MNIST comes as two files, one of 60,000 digits and one of
# 10,000. This lesson works with the smaller one throughout, as it loads in about a second, and makes its own training
# set and dev set from it.
#
# The arrays are not called `X` and `Y` here on purpose: a function of yours that used `X` from out here, instead of its
# own argument, would seem to work today and fail on other digits tomorrow.

# %%
pixels, labels = load_csv(data_path("mnist_test.csv.gz"))
X_train, Y_train, X_dev, Y_dev = train_dev_split(normalize(pixels), labels, 1000, np.random.default_rng(0))

print("train", X_train.shape, Y_train.shape)
print("dev  ", X_dev.shape, Y_dev.shape)
print("ink runs from", X_train.min(), "to", X_train.max())
show_digits(X_train, Y_train)

# %% [markdown]
# Always look before you compute. If the pictures are recognisable and the labels over them are right, then `.T`,
# `/ 255` and the shuffle are right too: a mistake in any of them would show here at a glance.

# %% [markdown] answer="why-a-dev-set"
# **Why?** A friend reports 99% accuracy. The network was measured on its own training digits. What does the number
# say, and what does it leave open?
#
# *Your answer:*

# %% [markdown]
# ## Exercise 4: one_hot
#
# The network will answer with ten probabilities, one for each digit. To say how far such an answer is from the truth,
# the truth has to be written in the same form: ten numbers, a 1 at the right digit and 0 elsewhere. That is called a
# *one-hot* column.
#
# $$H_{k,i} = \begin{cases} 1 & \text{if } Y_i = k \\ 0 & \text{otherwise} \end{cases}$$
#
# For the labels 2, 0, 1, 2 and four classes:
#
# $$Y = \begin{pmatrix} 2 & 0 & 1 & 2 \end{pmatrix}
# \quad\longrightarrow\quad
# H = \begin{pmatrix} 0 & 1 & 0 & 0 \\ 0 & 0 & 1 & 0 \\ 1 & 0 & 0 & 1 \\ 0 & 0 & 0 & 0 \end{pmatrix}$$
#
# | array | shape | |
# |---|---|---|
# | `Y` | (m,) | labels |
# | `H` | (n_classes, m) | each column has a single 1 |
#
# The last row of the example is empty: no label is a 3. It has to be there nevertheless, which is why the number of
# classes is an argument. `Y.max() + 1` works on most batches of digits and fails on the first one without a nine.


# %% exercise="one_hot"
def one_hot(Y, n_classes=10):
    """Write each label as a column with a 1 in the label's row and 0 elsewhere.

    Y          (m,) int labels from 0 to n_classes - 1
    n_classes  how many classes there are, also where some do not occur in Y
    Returns    (n_classes, m) of 0 and 1
    """
    ### BEGIN SOLUTION
    H = np.zeros((n_classes, Y.size))
    H[Y, np.arange(Y.size)] = 1
    return H
    ### END SOLUTION


# %% check="one_hot"
check("one_hot")

# %% [markdown] hints="one_hot"
# 1. Start from zeros of the right shape. In column `i` a single entry becomes 1, the one in row `Y[i]`. A loop over the
#    columns is perfectly right.
# 2. Without a loop: an array may be indexed by two lists of the same length, one of rows and one of columns. `H[:, Y]`
#    is something else, whole columns.
# 3. `H = np.zeros((n_classes, Y.size))`, then `H[Y, np.arange(Y.size)] = 1`: row `Y[0]` of column 0, row `Y[1]` of
#    column 1, and so on.

# %% [markdown] answer="why-ten-outputs"
# **Why?** A network could have a single output, a number between 0 and 9, and would need no one-hot columns. What would
# such a network be saying, in effect, about a picture that might be a 1 or might be a 7?
#
# *Your answer:*

# %% [markdown]
# # Part 2. A network that guesses
#
# **What a unit computes.** A unit has one weight for each pixel. It multiplies every pixel by its weight, adds up the
# products, and adds one more number of its own, the *bias*:
#
# $$z = w_0 x_0 + w_1 x_1 + \dots + w_{783}\, x_{783} + b$$
#
# Think of the weights as a stencil laid over the picture. Where a weight is positive, ink speaks for the unit; where it
# is negative, ink speaks against it; the sum says how well the picture fits the stencil. The bias says how much it
# takes to be convinced.
#
# **What a layer computes.** A layer is some units side by side, all looking at the same picture. Put the weights of
# each unit in a row of a matrix, and one matrix product does the sums of all units for all digits:
#
# $$Z = W X + b$$
#
# Row $u$ of $W$ is unit $u$'s stencil, column $i$ of $X$ is digit $i$, and $Z_{u,i}$ is how well the one fits the
# other.
#
# Our network has two layers. The *hidden* layer looks at 784 pixels with ten units. The *output* layer looks at the ten
# results of the hidden layer with one unit for each digit. The numbers in `W1`, `b1`, `W2` and `b2` are the
# *parameters*. They are all that the network knows, and all that training changes.

# %% [markdown]
# ## Exercise 5: init_params
#
# The parameters have to start somewhere. Zero seems the natural, neutral choice, and it is the one choice that cannot
# work. If two hidden units have the same weights, coming in and going out, they compute the same result for every
# digit. So they share the blame equally, so they are changed equally, so they have the same weights again, for ever.
# Ten identical units are worth one. (With *all* weights zero it is worse still, as an experiment at the end will show.)
#
# Random numbers break the symmetry: each unit starts out preferring slightly different pictures, and training
# amplifies the differences. They should be small, so that no unit begins with a strong opinion, and centred on 0, so
# that ink is as likely to speak for a unit as against it. Uniform numbers between −½ and ½ will do:
#
# $$w = r - \tfrac12, \qquad r \text{ uniform in } [0, 1)$$
#
# so that the draws 0.1, 0.5 and 0.9 give the weights −0.4, 0 and 0.4.
#
# | parameter | shape | in this network | numbers |
# |---|---|---|---|
# | `W1` | (n_hidden, n_inputs) | (10, 784) | 7,840 |
# | `b1` | (n_hidden, 1) | (10, 1) | 10 |
# | `W2` | (n_outputs, n_hidden) | (10, 10) | 100 |
# | `b2` | (n_outputs, 1) | (10, 1) | 10 |
# | | | together | 7,960 |
#
# The rule for the shapes: a layer's matrix has **a row for each unit and a column for each input**. Write `n_hidden`
# and `n_outputs`, not 10. In this network both happen to be 10, and a confusion of the two would stay hidden until
# somebody changes one of them. The checks do.
#
# `rng.random((3, 4))` gives a (3, 4) array of uniform numbers from 0 up to 1.


# %% exercise="init_params"
def init_params(n_inputs, n_hidden, n_outputs, rng):
    """Random starting values for the parameters of both layers.

    n_inputs, n_hidden, n_outputs  the sizes of the network: 784, 10 and 10 for ours
    rng      a numpy.random.Generator, the source of the random numbers
    Returns  W1 (n_hidden, n_inputs), b1 (n_hidden, 1), W2 (n_outputs, n_hidden), b2 (n_outputs, 1):
             small random numbers centred on 0, such as uniform ones between -0.5 and 0.5
    """
    ### BEGIN SOLUTION
    W1 = rng.random((n_hidden, n_inputs)) - 0.5
    b1 = rng.random((n_hidden, 1)) - 0.5
    W2 = rng.random((n_outputs, n_hidden)) - 0.5
    b2 = rng.random((n_outputs, 1)) - 0.5
    return W1, b1, W2, b2
    ### END SOLUTION


# %% check="init_params"
check("init_params")

# %% [markdown] hints="init_params"
# 1. Four arrays, each drawn from `rng` and shifted so that its middle is 0. The shapes stand in the table.
# 2. `rng.random(shape)` lies between 0 and 1. Subtract one half. The shape is one argument, a tuple, so there are two
#    pairs of brackets.
# 3. `W1 = rng.random((n_hidden, n_inputs)) - 0.5`, and the same three times more with the other shapes. The biases have
#    the shape `(n_hidden, 1)` and `(n_outputs, 1)`: columns, so that they can be added to columns.


# %%
def fresh_params(n_hidden=10):
    """New starting parameters for a run; always the same ones, since the generator starts from the same seed."""
    return init_params(784, n_hidden, 10, np.random.default_rng(1))


show_weights(fresh_params()[0])

# %% [markdown]
# Each square is one hidden unit's stencil, folded back into the form of a picture: orange where ink speaks for the
# unit, purple where it speaks against it, white for zero. So far there is nothing to see but noise. Remember the
# sight; we come back to it after ten steps of training, and after three hundred.

# %% [markdown]
# ## Exercise 6: relu
#
# Why should there be anything between the two layers? Without it, the two would be
#
# $$W_2 (W_1 x + b_1) + b_2 = (W_2 W_1)\, x + (W_2 b_1 + b_2),$$
#
# which is a single layer with the weights $W_2 W_1$ and the bias $W_2 b_1 + b_2$. However many such layers are stacked,
# they collapse into one, and a single layer can only weigh each pixel for itself, never say "these two strokes count
# only if both are there".
#
# A bend is enough to prevent the collapse, and the simplest bend is the *rectified linear unit*: keep what is positive,
# put zero for what is negative.
#
# $$\operatorname{relu}(z) = \max(0, z)$$
#
# For example
#
# $$\operatorname{relu} \begin{pmatrix} -2 & 0 & 3 \\ 1.5 & -0.5 & 4 \end{pmatrix}
# = \begin{pmatrix} 0 & 0 & 3 \\ 1.5 & 0 & 4 \end{pmatrix}.$$
#
# The unit is now silent until its stencil fits well enough, and then speaks the louder the better it fits. How much a
# bend can do shows in one line: $|x| = \operatorname{relu}(x) + \operatorname{relu}(-x)$. Two units make a V, which no
# straight line can; many units make any curve you like, piece by piece.


# %% exercise="relu"
def relu(Z):
    """The rectified linear unit, entry by entry: max(0, z).

    Z        an array of any shape; left unchanged
    Returns  an array of the same shape
    """
    ### BEGIN SOLUTION
    return np.maximum(0, Z)
    ### END SOLUTION


# %% check="relu"
check("relu")

# %% [markdown] hints="relu"
# 1. Each entry is compared with 0 by itself, so the result has the shape of `Z`.
# 2. NumPy has two functions with similar names. `np.max` finds the largest entry of one array; `np.maximum` compares
#    two arrays entry by entry, and one of them may be a plain number.
# 3. `return np.maximum(0, Z)`

# %% [markdown] answer="why-a-bend"
# **Why?** Suppose `relu` returned `Z` unchanged. The network would still have 7,960 parameters. How many would a single
# layer need that computes exactly the same thing? Count weights and biases.
#
# *Your answer:*

# %% [markdown]
# ## Exercise 7: softmax
#
# The output layer gives ten scores a digit, called *logits*: any numbers, positive or negative, of any size. We want
# probabilities: none of them negative, all ten together 1. Softmax does it in two moves. The exponential makes every
# score positive and keeps the order; dividing by the sum makes the total 1.
#
# $$\operatorname{softmax}(z)_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# | | $k=0$ | $k=1$ | $k=2$ | sum |
# |---|---|---|---|---|
# | logits $z$ | 2 | 1 | 0 | |
# | $e^{z}$ | 7.389 | 2.718 | 1 | 11.107 |
# | softmax | 0.665 | 0.245 | 0.090 | 1 |
#
# Only differences between logits matter: one more in the logit makes a class $e \approx 2.718$ times as probable,
# whether the step is from 0 to 1 or from 100 to 101. It is a *soft* maximum: the largest score gets the largest share,
# but the others are heard.
#
# `Z` has a column for each digit, and **each column is a distribution of its own**. Shape `(n_classes, m)` in, shape
# `(n_classes, m)` out.
#
# Now try the formula as it stands, on logits that differ by exactly as much as those in the table.

# %%
for logits in (np.array([2.0, 1.0, 0.0]), np.array([1002.0, 1001.0, 1000.0])):
    with np.errstate(over="ignore", invalid="ignore"):  # NumPy would warn, and rightly
        print(logits, "->", np.exp(logits) / np.exp(logits).sum())

# %% [markdown]
# The second answer should be the same as the first. Instead it is `nan`, *not a number*. A float ends near
# $1.8 \cdot 10^{308}$, which is $e^{709.8}$; anything beyond is `inf`, and `inf / inf` has no value. A single `nan`
# poisons every sum that it enters, so after one training step all parameters would be `nan`. This is not far-fetched:
# forget to normalise the pixels, and logits of a thousand are an ordinary sight.
#
# The way out is exact, not a trick with tolerances. Subtract the same number $c$ from all logits of a column:
#
# $$\frac{e^{z_k - c}}{\sum_j e^{z_j - c}} = \frac{e^{-c}\, e^{z_k}}{e^{-c} \sum_j e^{z_j}}
# = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# Nothing changes, whatever $c$ is. So choose for $c$ the column's own maximum. Then the largest exponent is 0, the
# largest exponential 1, and nothing can overflow; a logit far below the maximum gives 0, which is what it should
# give. It has to be the *column's own* maximum: next to a column of thousands, a column around 0 would turn into
# zeros altogether, and 0 / 0 is `nan` again.


# %% exercise="softmax"
def softmax(Z):
    """Turn each column of logits into a probability distribution, without overflow.

    Z        (n_classes, m) logits, also very large ones; left unchanged
    Returns  (n_classes, m): exp(z_k) / (sum over j of exp(z_j)), the sum running down the column
    """
    ### BEGIN SOLUTION
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)
    ### END SOLUTION


# %% check="softmax"
check("softmax")

# %% [markdown] hints="softmax"
# 1. Two lines: the exponentials of the shifted logits, then each divided by the sum of its column. Which axis runs down
#    a column?
# 2. `Z.max(axis=0)` is one maximum for each column, and `E.sum(axis=0)` one sum for each. Add `keepdims=True` to keep
#    them as a row of the shape `(1, m)`, which NumPy then stretches over all rows.
# 3. `E = np.exp(Z - Z.max(axis=0, keepdims=True))`; what you return is `E` divided by
#    `E.sum(axis=0, keepdims=True)`.

# %% [markdown] answer="why-the-maximum"
# **Why?** Any $c$ cancels in the formula, the column's *minimum* too. Why is the maximum safe and the minimum not?
# Give a column of two logits for which subtracting the minimum fails.
#
# *Your answer:*

# %% [markdown]
# ## Exercise 8: forward_prop
#
# Now the parts are put together. *Forward propagation* sends the digits through both layers, from pixels to
# probabilities:
#
# $$\begin{aligned}
# Z_1 &= W_1 X + b_1 \\
# A_1 &= \operatorname{relu}(Z_1) \\
# Z_2 &= W_2 A_1 + b_2 \\
# A_2 &= \operatorname{softmax}(Z_2)
# \end{aligned}$$
#
# $Z$ is what a layer has summed up, $A$ (for *activation*) what it passes on. All four are returned, for we shall need
# them on the way back.
#
# | step | shapes | result |
# |---|---|---|
# | `W1` times `X` | (n_hidden, n_inputs) · (n_inputs, m) | (n_hidden, m) |
# | plus `b1` | (n_hidden, m) + (n_hidden, 1) | (n_hidden, m) |
# | `W2` times `A1` | (n_outputs, n_hidden) · (n_hidden, m) | (n_outputs, m) |
# | plus `b2` | (n_outputs, m) + (n_outputs, 1) | (n_outputs, m) |
#
# In a matrix product the two inner sizes meet and vanish. A bias has a single column; NumPy adds it to every column of
# the product, which is just what we want, for a unit has the same bias for all digits. That is called *broadcasting*.
#
# **A tiny network** will go with us through the next exercises. It has two inputs, three hidden units and two outputs,
# and one example, $x = (1, 2)$, whose class is 0. Its numbers are chosen so that you can do everything in your head:
#
# $$W_1 = \begin{pmatrix} 1 & -1 \\ 2 & 1 \\ -1 & 1 \end{pmatrix},\;
# b_1 = \begin{pmatrix} 0 \\ -1 \\ 1 \end{pmatrix},\;
# W_2 = \begin{pmatrix} 1 & 1 & 0 \\ 2 & 0 & 1 \end{pmatrix},\;
# b_2 = \begin{pmatrix} 0 \\ 1 \end{pmatrix}$$
#
# $$Z_1 = \begin{pmatrix} 1 - 2 + 0 \\ 2 + 2 - 1 \\ -1 + 2 + 1 \end{pmatrix}
# = \begin{pmatrix} -1 \\ 3 \\ 2 \end{pmatrix},\;
# A_1 = \begin{pmatrix} 0 \\ 3 \\ 2 \end{pmatrix},\;
# Z_2 = \begin{pmatrix} 0 + 3 + 0 + 0 \\ 0 + 0 + 2 + 1 \end{pmatrix} = \begin{pmatrix} 3 \\ 3 \end{pmatrix},\;
# A_2 = \begin{pmatrix} 0.5 \\ 0.5 \end{pmatrix}$$
#
# It cannot decide between its two classes. That will change.


# %% exercise="forward_prop"
def forward_prop(W1, b1, W2, b2, X):
    """Send digits through the network, from pixels to probabilities.

    W1 (n_hidden, n_inputs), b1 (n_hidden, 1), W2 (n_outputs, n_hidden), b2 (n_outputs, 1)  the parameters
    X        (n_inputs, m) normalised pixels
    Returns  Z1 (n_hidden, m) = W1 times X, plus b1
             A1 (n_hidden, m) = relu of Z1
             Z2 (n_outputs, m) = W2 times A1, plus b2
             A2 (n_outputs, m) = softmax of Z2
    """
    ### BEGIN SOLUTION
    Z1 = W1 @ X + b1
    A1 = relu(Z1)
    Z2 = W2 @ A1 + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2
    ### END SOLUTION


# %% check="forward_prop"
check("forward_prop")

# %% [markdown] hints="forward_prop"
# 1. One line for each of the four formulas, in their order, with the functions that you have already written.
# 2. The matrix product is written `@`. The star `*` multiplies entry by entry, which is something else. Nothing has to
#    be transposed: the shapes in the table fit as they are.
# 3. `Z1 = W1 @ X + b1` and `A1 = relu(Z1)`; then the same for the second layer, which takes `A1` in place of `X` and
#    `softmax` in place of `relu`. Return `Z1, A1, Z2, A2`.

# %%
tiny_params = (
    np.array([[1.0, -1.0], [2.0, 1.0], [-1.0, 1.0]]),  # W1
    np.array([[0.0], [-1.0], [1.0]]),  # b1
    np.array([[1.0, 1.0, 0.0], [2.0, 0.0, 1.0]]),  # W2
    np.array([[0.0], [1.0]]),  # b2
)
tiny_X, tiny_Y = np.array([[1.0], [2.0]]), np.array([0])

for name, array in zip(("Z1", "A1", "Z2", "A2"), forward_prop(*tiny_params, tiny_X), strict=True):
    print(name, array.ravel())

# %% [markdown]
# You now have a complete neural network. It knows nothing, so it guesses. The rest of the lesson is about knowing.

# %% [markdown]
# # Part 3. Learning
#
# Learning needs three things: a number that says how wrong the network is (exercise 9), the direction in which every
# parameter should move to make that number smaller (10 and 11), and a step in that direction (12).

# %% [markdown]
# ## Exercise 9: cross_entropy
#
# Only one of the ten probabilities matters for how wrong an answer is: the one given to the class that turned out to be
# right. Call it $p$. If $p = 1$, the network was sure and right, and there is nothing to blame. The smaller $p$, the
# greater the surprise at the truth, and the measure of surprise is $-\log p$ (the natural logarithm):
#
# | $p$ | 1 | 0.9 | 0.5 | 0.1 | 0.01 | 0.001 |
# |---|---|---|---|---|---|---|
# | $-\log p$ | 0 | 0.105 | 0.693 | 2.303 | 4.605 | 6.908 |
#
# Hesitating costs little, and being sure of something false costs a great deal, without limit as $p$ approaches 0. The
# *cross-entropy* loss is the mean surprise over all examples:
#
# $$L = \frac{1}{m} \sum_{i=1}^{m} L_i, \qquad L_i = -\log\,(A_2)_{Y_i,\,i}$$
#
# For example, with the labels 0 and 1 and
#
# $$A_2 = \begin{pmatrix} 0.7 & 0.1 \\ 0.2 & 0.8 \\ 0.1 & 0.1 \end{pmatrix}, \qquad
# L = \frac{-\log 0.7 - \log 0.8}{2} = \frac{0.357 + 0.223}{2} = 0.290.$$
#
# | array | shape |
# |---|---|
# | `A2` | (n_classes, m) |
# | `Y` | (m,) |
# | the loss | a single float |
#
# One practical point. With extreme logits a probability can be rounded to exactly 0, and $\log 0$ is $-\infty$. So do
# not let $p$ fall below a tiny floor such as $10^{-15}$ before you take the logarithm. The loss of that example is then
# 34.5: large, but a number, and training goes on.
#
# **The first loss can be predicted.** A network that knows nothing gives each of ten digits the probability 0.1, and
# its loss is $-\log 0.1 = 2.303$. Keep that number in mind: it is the loss of an honest guess. A network above it is
# confidently wrong; a network that stays at it has learned nothing.


# %% exercise="cross_entropy"
def cross_entropy(A2, Y):
    """The mean over examples of -log(probability of the true class).

    A2       (n_classes, m) probabilities, a column for each example
    Y        (m,) int labels
    Returns  a float; finite also where a probability is 0, which counts as a tiny one such as 1e-15
    """
    ### BEGIN SOLUTION
    p = A2[Y, np.arange(Y.size)]
    return float(-np.mean(np.log(np.maximum(p, 1e-15))))
    ### END SOLUTION


# %% check="cross_entropy"
check("cross_entropy")

# %% [markdown] hints="cross_entropy"
# 1. Three steps: pick one probability from each column, take the logarithm of each, and return minus their mean.
# 2. `A2[Y, np.arange(Y.size)]` picks, from column `i`, the entry in row `Y[i]`: `m` numbers, one for each example.
#    Put a floor under them with `np.maximum` before the logarithm.
# 3. With `p` for the picked numbers, return `float(-np.mean(np.log(np.maximum(p, 1e-15))))`. The mean is over the `m`
#    examples, not over all `10 * m` entries of `A2`.

# %%
A2_start = forward_prop(*fresh_params(), X_train)[3]
A2_small = forward_prop(*(parameter / 100 for parameter in fresh_params()), X_train)[3]

print("the tiny network       ", cross_entropy(forward_prop(*tiny_params, tiny_X)[3], tiny_Y))
print("ours, at the start     ", cross_entropy(A2_start, Y_train))
print("with weights 100x less ", cross_entropy(A2_small, Y_train))

# %% [markdown]
# The tiny network's loss is $-\log 0.5 = 0.693$. Ours, with all its weights divided by 100, has logits so close to 0
# that softmax makes all ten nearly equal, and there is the 2.303. With weights drawn between −½ and ½ as they are,
# the logits are larger, the network has random opinions before it has seen a single digit, and its first loss usually
# lies somewhere between 2.5 and 4.5. Compare your first loss with 2.303 whenever you build a classifier of ten
# classes. It takes a second and finds many bugs.

# %% [markdown] answer="first-loss"
# **Why?** You build a network that reads the 26 letters. Which first loss do you expect, with small weights? And what
# has probably happened if it is 60?
#
# *Your answer:*

# %% [markdown]
# ### Which way is down?
#
# The loss depends on 7,960 parameters. Take one of them and imagine a dial with which you can turn it up a very little,
# while all others stay put. The loss will rise or fall a very little. The ratio of the two changes,
#
# $$\frac{\partial L}{\partial w} = \frac{\text{change of the loss}}{\text{change of } w}
# \quad \text{for a very small change,}$$
#
# is the *derivative* of the loss with respect to $w$. If it is 3, the loss rises three times as fast as $w$ does, so
# $w$ should go down. If it is −0.1, $w$ should go up, but it matters little. All 7,960 derivatives together are the
# *gradient*. In code, the gradient of `W1` is called `dW1`, and it has the same shape as `W1`: one derivative for
# each weight, in its place.
#
# We could find every one by turning every dial, at the cost of 7,960 forward passes for a single step. *Backward
# propagation* finds all of them in about the time of two or three, with one idea from school:
#
# **The chain rule.** If turning $w$ moves $z$ at 2 times its speed, and $z$ moves the loss at 3 times its own, then
# $w$ moves the loss at $3 \cdot 2 = 6$ times. Along a path, rates multiply. If $w$ reaches the loss along several
# paths, their contributions add up. Besides this, we need only two derivatives that may be looked up in any table: that
# of $e^z$, which is $e^z$ again, and that of $\log s$, which is $1/s$.

# %% [markdown]
# ## Exercise 10: relu_deriv
#
# We begin with the simplest link of the chain. How does $\operatorname{relu}(z)$ move when $z$ moves a little? Where
# $z$ is positive, relu hands it on, and the two move together: the rate is 1. Where $z$ is negative, relu gives 0
# whatever $z$ does: the rate is 0.
#
# $$\operatorname{relu}'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}$$
#
# For example
#
# $$\operatorname{relu}' \begin{pmatrix} -2 & 0 & 3 \\ 1.5 & -0.5 & 4 \end{pmatrix}
# = \begin{pmatrix} 0 & 0 & 1 \\ 1 & 0 & 1 \end{pmatrix}.$$
#
# At exactly 0 there is a kink and no derivative; by custom we take 0. The result is a gate for each unit and each
# digit, open or shut. On the way back, blame passes through an open gate unchanged and does not pass through a shut
# one: a unit that was silent about a digit did not influence the answer, and has nothing to learn from it.


# %% exercise="relu_deriv"
def relu_deriv(Z):
    """The derivative of relu, entry by entry: 1 where z > 0, else 0.

    Z        an array of any shape: the values that went into relu, not those that came out
    Returns  an array of the same shape, of numbers or booleans
    """
    ### BEGIN SOLUTION
    return Z > 0
    ### END SOLUTION


# %% check="relu_deriv"
check("relu_deriv")

# %% [markdown] hints="relu_deriv"
# 1. The result holds no value of `Z`, only an answer to one question about each of them.
# 2. A comparison of an array with a number is made entry by entry and gives an array of `True` and `False`. In
#    arithmetic they count as 1 and 0, so they need not be converted, though you may.
# 3. `return Z > 0`

# %% [markdown]
# ### The gradients, line by line
#
# This is the centre of the lesson. Take your time, and a pencil. Everything before it can be guessed with some common
# sense; this is the part that, once seen, makes the rest of machine learning readable.
#
# We follow one example first, with the column $x$ of pixels and the true class $y$, and write $z$ for its column of
# logits and $a$ for its column of probabilities. Its own loss is $L_i = -\log a_y$. We start at the loss and walk
# backwards. As $dW_1$ holds the derivatives with respect to $W_1$, so $dZ_2$ will hold those with respect to $Z_2$,
# with the derivatives of example $i$'s own loss in column $i$.
#
# **Step 1: from the loss to the logits.** Put the definition of softmax into the loss. The logarithm of a quotient is a
# difference, and the logarithm undoes the exponential:
#
# $$L_i = -\log \frac{e^{z_y}}{\sum_j e^{z_j}} = -z_y + \log \sum_j e^{z_j}$$
#
# Turn the dial $z_k$. The first term answers only if $k$ is the true class, and then at the rate −1. The second is a
# logarithm of a sum $s$: the logarithm moves at the rate $1/s$ of the sum, and the sum at the rate $e^{z_k}$. So
#
# $$\frac{\partial L_i}{\partial z_k} = \frac{e^{z_k}}{\sum_j e^{z_j}} - [k = y] = a_k - [k = y],$$
#
# where $[k = y]$ is 1 if $k$ is the true class and 0 if not: the one-hot column. So much machinery, and what remains is
# **the probability that was given, minus the probability that would have been right**. For all digits at once, a column
# each:
#
# $$\boxed{\,dZ_2 = A_2 - H\,} \qquad \text{with } H \text{ the one-hot labels;} \qquad
# (n_{\text{out}}, m) = (n_{\text{out}}, m) - (n_{\text{out}}, m)$$
#
# If a digit 7 is given 0.6 for the 7 and 0.4 for the 1, its column has −0.4 in row 7 and +0.4 in row 1: raise the
# logit of the 7, lower that of the 1, each by as much as it is wrong. Every column of $dZ_2$ sums to 0, for what one
# class has too much of, the others lack.
#
# **Step 2: from the logits to the weights of the output layer.** The logit $k$ is
# $z_k = \sum_u (W_2)_{k,u}\, a_u + (b_2)_k$, with $a_u$ the activation of hidden unit $u$. Turn the dial $(W_2)_{k,u}$:
# only $z_k$ moves, at the rate $a_u$. By the chain rule, for this example,
#
# $$\frac{\partial L_i}{\partial (W_2)_{k,u}} = \frac{\partial L_i}{\partial z_k} \cdot a_u
# \qquad \text{(blame of the output, times activity of the input).}$$
#
# The loss is the mean of all $L_i$, so its derivative is the mean of theirs:
#
# $$\frac{\partial L}{\partial (W_2)_{k,u}} = \frac1m \sum_{i=1}^m (dZ_2)_{k,i}\, (A_1)_{u,i}.$$
#
# A sum over $i$ of products, with the row $k$ of one matrix and the row $u$ of the other: that is a matrix product,
# once $A_1$ is transposed. The sum over the examples happens inside it.
#
# $$\boxed{\,dW_2 = \tfrac1m\, dZ_2\, A_1^{\mathsf T}\,} \qquad (n_{\text{out}}, n_{\text{hid}}) =
# (n_{\text{out}}, m) \cdot (m, n_{\text{hid}})$$
#
# **Step 3: the biases of the output layer.** Turn the dial $(b_2)_k$: the logit $z_k$ moves at the rate 1. But it moves
# in *every* column, since one bias serves all examples, and contributions along several paths add up:
#
# $$\boxed{\,db_2 = \tfrac1m \sum_{i} (dZ_2)_{\cdot,\,i}\,} \qquad (n_{\text{out}}, 1) \text{: the sum along each row}$$
#
# That is what broadcasting comes to on the way back. Forward, one column was copied to `m`; backward, `m` columns are
# added into one.
#
# **Where does 1/m come in?** Once, where examples are put together, which is in the gradients of parameters. Column
# $i$ of $dZ_2$ belongs to example $i$ alone and gets no factor. (To divide $dZ_2$ itself by $m$ and nothing later is
# equally right. To do both is not.) As a mean, the gradient does not grow with the number of digits, so a learning
# rate that suits a hundred digits suits a thousand too.
#
# **Step 4: back through W2.** Hidden activation $a_u$ influences *all* logits, $z_k$ at the rate $(W_2)_{k,u}$. Several
# paths, so we add:
#
# $$\frac{\partial L_i}{\partial a_u} = \sum_k (W_2)_{k,u}\, (dZ_2)_{k,i} \qquad
# \boxed{\,dA_1 = W_2^{\mathsf T}\, dZ_2\,} \qquad
# (n_{\text{hid}}, m) = (n_{\text{hid}}, n_{\text{out}}) \cdot (n_{\text{out}}, m)$$
#
# Forward, `W2` leads from hidden units to outputs; backward, its transpose leads from outputs to hidden units, along
# the same connections and with the same weights. Blame is sent back in proportion to influence.
#
# **Step 5: back through ReLU.** Each entry passes its own gate and no other, so this product is entry by entry, which
# is written $\odot$ here and `*` in NumPy:
#
# $$\boxed{\,dZ_1 = dA_1 \odot \operatorname{relu}'(Z_1)\,} \qquad (n_{\text{hid}}, m)$$
#
# **Step 6: the first layer's parameters.** Steps 2 and 3 once more, word for word. Only the names change: the layer's
# input is now $X$ instead of $A_1$.
#
# $$\boxed{\,dW_1 = \tfrac1m\, dZ_1\, X^{\mathsf T}\,} \quad (n_{\text{hid}}, n_{\text{in}}) =
# (n_{\text{hid}}, m) \cdot (m, n_{\text{in}}) \qquad\quad
# \boxed{\,db_1 = \tfrac1m \sum_{i} (dZ_1)_{\cdot,\,i}\,} \quad (n_{\text{hid}}, 1)$$
#
# There we are. A network of a hundred layers has steps 4, 5 and 6 a hundred times, and nothing new.

# %% [markdown]
# ## Exercise 11: backward_prop
#
# Six lines from above, one after the other: each takes what the line before has found and hands it one layer further
# back.
#
# $$\begin{aligned}
# dZ_2 &= A_2 - H & dZ_1 &= (W_2^{\mathsf T}\, dZ_2) \odot \operatorname{relu}'(Z_1) \\
# dW_2 &= \tfrac1m\, dZ_2\, A_1^{\mathsf T} & dW_1 &= \tfrac1m\, dZ_1\, X^{\mathsf T} \\
# db_2 &= \tfrac1m \textstyle\sum_i (dZ_2)_{\cdot,\,i} & db_1 &= \tfrac1m \textstyle\sum_i (dZ_1)_{\cdot,\,i}
# \end{aligned}$$
#
# | array | shape | array | shape |
# |---|---|---|---|
# | `dZ2` | (n_outputs, m) | `dZ1` | (n_hidden, m) |
# | `dW2`, as `W2` | (n_outputs, n_hidden) | `dW1`, as `W1` | (n_hidden, n_inputs) |
# | `db2`, as `b2` | (n_outputs, 1) | `db1`, as `b1` | (n_hidden, 1) |
#
# A gradient always has the shape of its parameter. If it does not, a transpose is missing or one too many. And `m` is
# the number of examples *in this call*: take it from `Y` or `X`, not from a variable outside.
#
# **The tiny network by hand.** Forward, it had $Z_1 = (-1, 3, 2)$, $A_1 = (0, 3, 2)$ and $A_2 = (0.5, 0.5)$. The
# example is $x = (1, 2)$, the true class is 0, and $m = 1$.
#
# $$dZ_2 = \begin{pmatrix} 0.5 - 1 \\ 0.5 - 0 \end{pmatrix} = \begin{pmatrix} -0.5 \\ 0.5 \end{pmatrix} = db_2, \qquad
# dW_2 = \begin{pmatrix} -0.5 \\ 0.5 \end{pmatrix} \begin{pmatrix} 0 & 3 & 2 \end{pmatrix}
# = \begin{pmatrix} 0 & -1.5 & -1 \\ 0 & 1.5 & 1 \end{pmatrix}$$
#
# $$W_2^{\mathsf T} dZ_2 = \begin{pmatrix} 1 & 2 \\ 1 & 0 \\ 0 & 1 \end{pmatrix}
# \begin{pmatrix} -0.5 \\ 0.5 \end{pmatrix} = \begin{pmatrix} 0.5 \\ -0.5 \\ 0.5 \end{pmatrix}, \qquad
# dZ_1 = \begin{pmatrix} 0.5 \\ -0.5 \\ 0.5 \end{pmatrix} \odot \begin{pmatrix} 0 \\ 1 \\ 1 \end{pmatrix}
# = \begin{pmatrix} 0 \\ -0.5 \\ 0.5 \end{pmatrix} = db_1$$
#
# $$dW_1 = \begin{pmatrix} 0 \\ -0.5 \\ 0.5 \end{pmatrix} \begin{pmatrix} 1 & 2 \end{pmatrix}
# = \begin{pmatrix} 0 & 0 \\ -0.5 & -1 \\ 0.5 & 1 \end{pmatrix}$$
#
# Hidden unit 0 was silent ($z = -1$). Its gate is shut, and so its row of $dW_1$ and its column of $dW_2$ are 0.


# %% exercise="backward_prop"
def backward_prop(Z1, A1, A2, W2, X, Y):
    """The gradients of the mean cross-entropy with respect to all parameters.

    Z1, A1   (n_hidden, m) from forward_prop
    A2       (n_outputs, m) from forward_prop
    W2       (n_outputs, n_hidden)
    X        (n_inputs, m) the digits, and Y (m,) their labels
    Returns  dW1 (n_hidden, n_inputs), db1 (n_hidden, 1), dW2 (n_outputs, n_hidden), db2 (n_outputs, 1),
             where dZ2 = A2 minus one-hot labels, dZ1 = (W2 transposed, times dZ2), gated by relu_deriv of Z1,
             each dW = 1/m times dZ, times the layer's input transposed, and each db = 1/m times dZ's row sums
    """
    ### BEGIN SOLUTION
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2
    ### END SOLUTION


# %% check="backward_prop"
check("backward_prop")

# %% [markdown] hints="backward_prop"
# 1. Start with `m`, then one line of code for each of the six formulas: first the left column of the formulas from top
#    to bottom, then the right. Write the shapes beside each line; they tell you where `.T` belongs.
# 2. Between matrices, a product that sums over something is `@`; the gate of ReLU is `*`. The sums for the biases run
#    along rows, `axis=1`, one sum for each unit, and `keepdims=True` keeps them as a column.
# 3. `dZ2 = A2 - one_hot(Y, A2.shape[0])`, as the tiny network below has two classes and not ten;
#    `dW2 = dZ2 @ A1.T / m`, `db2 = dZ2.sum(axis=1, keepdims=True) / m` and `dZ1 = (W2.T @ dZ2) * relu_deriv(Z1)`. The
#    two last lines are those for `dW2` and `db2` with `dZ1` for `dZ2` and `X` for `A1`.

# %% [markdown]
# ### Turn the dial yourself
#
# There is a judge for every gradient that needs no formula: turn one parameter up by a hair, then down by a hair, and
# see what the loss does. The following cell does that for one entry of each of the four gradients, the entry that
# your function says is the largest, on a hundred real digits.


# %%
def loss_of(W1, b1, W2, b2):
    """The loss on the first hundred training digits."""
    A2 = forward_prop(W1, b1, W2, b2, X_train[:, :100])[3]
    return cross_entropy(A2, Y_train[:100])


def slope(parameters, index, position, hair=1e-5):
    """The derivative of the loss with respect to one entry of one parameter: (L(w + h) - L(w - h)) / 2h."""
    losses = []
    for step in (hair, -hair):
        nudged = [parameter.astype(float) for parameter in parameters]  # astype makes copies
        nudged[index][position] += step
        losses.append(loss_of(*nudged))
    return (losses[0] - losses[1]) / (2 * hair)


Z1_start, A1_start, _, A2_start = forward_prop(*fresh_params(), X_train[:, :100])
gradients = backward_prop(Z1_start, A1_start, A2_start, fresh_params()[2], X_train[:, :100], Y_train[:100])

print("      backward_prop   dial")
for index, name in enumerate(("dW1", "db1", "dW2", "db2")):
    position = np.unravel_index(np.abs(gradients[index]).argmax(), gradients[index].shape)
    print(f"{name}  {gradients[index][position]:13.8f}  {slope(fresh_params(), index, position):13.8f}")

# %% [markdown]
# Two quite different ways to the same number. Take a minute to break a line of your `backward_prop` on purpose, run
# the cell again and watch the columns part. Then mend it. People who train networks for a living use this very check
# when they have written a gradient by hand.

# %% [markdown] answer="bias-gradients"
# **Why?** A well-known version of this network on the web computes the bias gradient as `1 / m * np.sum(dZ2)`: one
# number, summed over rows *and* columns. It trains, and about as well. What is that number, always, for the output
# layer? And what then becomes of `b2`?
#
# *Your answer:*

# %% [markdown]
# ## Exercise 12: update_params
#
# The gradient points uphill, to where the loss rises fastest. So take a step the other way. How long a step is up to
# us: it is the *learning rate* $\alpha$ (alpha).
#
# $$\begin{aligned}
# W_1 &\leftarrow W_1 - \alpha\, dW_1 & \qquad b_1 &\leftarrow b_1 - \alpha\, db_1 \\
# W_2 &\leftarrow W_2 - \alpha\, dW_2 & \qquad b_2 &\leftarrow b_2 - \alpha\, db_2
# \end{aligned}$$
#
# A gradient is a promise about very small steps only. If $\alpha$ is too small, learning takes for ever; if it is too
# large, the step overshoots the valley and lands higher up on the other side. Values from 0.1 to 0.5 suit this network.
#
# The tiny network, after one step with $\alpha = 0.1$:
#
# | | before | gradient | after |
# |---|---|---|---|
# | `W2` | (1, 1, 0), (2, 0, 1) | (0, −1.5, −1), (0, 1.5, 1) | (1, 1.15, 0.1), (2, −0.15, 0.9) |
# | `b2` | 0, 1 | −0.5, 0.5 | 0.05, 0.95 |
# | loss | 0.693 | | 0.123 |
#
# A single step, and the probability of the right class has risen from 0.5 to 0.884.


# %% exercise="update_params"
def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    """One step of gradient descent: each parameter minus alpha times its gradient.

    W1, b1, W2, b2      the parameters
    dW1, db1, dW2, db2  their gradients, of the same shapes
    alpha               the learning rate, a positive float
    Returns             W1, b1, W2, b2 after the step
    """
    ### BEGIN SOLUTION
    return W1 - alpha * dW1, b1 - alpha * db1, W2 - alpha * dW2, b2 - alpha * db2
    ### END SOLUTION


# %% check="update_params"
check("update_params")

# %% [markdown] hints="update_params"
# 1. The same short formula four times. Mind the sign: we want to go down.
# 2. Each parameter has its own gradient; all four share `alpha`. The new values have to be returned.
# 3. `W1 - alpha * dW1` is the new `W1`. Return the four of them in the order `W1, b1, W2, b2`.

# %%
before = [parameter.copy() for parameter in tiny_params]
tiny_Z1, tiny_A1, _, tiny_A2 = forward_prop(*before, tiny_X)
after = update_params(*before, *backward_prop(tiny_Z1, tiny_A1, tiny_A2, before[2], tiny_X, tiny_Y), 0.1)

print("loss before the step:", cross_entropy(tiny_A2, tiny_Y))
print("loss after it:       ", cross_entropy(forward_prop(*after, tiny_X)[3], tiny_Y))

# %% [markdown]
# # Part 4. Reading digits
#
# Everything that is difficult is done. Three small functions turn probabilities into answers and answers into a mark,
# and a loop makes the network learn.

# %% [markdown]
# ## Exercise 13: get_predictions
#
# Asked for one answer, the network gives the digit that it thinks most probable:
#
# $$\hat{y}_i = \arg\max_k\, (A_2)_{k,i}$$
#
# "Arg max" is not the largest probability but the *place* where it stands. Rows are numbered from 0, as digits are,
# so the place is the digit. For example
#
# $$A_2 = \begin{pmatrix} 0.7 & 0.1 & 0.3 \\ 0.2 & 0.8 & 0.3 \\ 0.1 & 0.1 & 0.4 \end{pmatrix}
# \quad\longrightarrow\quad \hat{y} = \begin{pmatrix} 0 & 1 & 2 \end{pmatrix}.$$
#
# Shape `(n_classes, m)` in, shape `(m,)` out: one answer for each column.


# %% exercise="get_predictions"
def get_predictions(A2):
    """The most probable class of each column.

    A2       (n_classes, m) probabilities
    Returns  (m,) int: the row number of each column's largest entry
    """
    ### BEGIN SOLUTION
    return np.argmax(A2, axis=0)
    ### END SOLUTION


# %% check="get_predictions"
check("get_predictions")

# %% [markdown] hints="get_predictions"
# 1. NumPy has a function for "the place of the largest entry". Without an axis it takes the whole array for one long
#    list.
# 2. You want one place for each column, so the search runs down the rows.
# 3. `return np.argmax(A2, axis=0)`

# %% [markdown]
# ## Exercise 14: get_accuracy
#
# The share of digits that were read correctly, from 0 to 1:
#
# $$\text{accuracy} = \frac1m \sum_{i=1}^m [\hat{y}_i = Y_i]$$
#
# If 7, 2, 1, 0 were read as 7, 2, 7, 0, three of four are right: 0.75.
#
# | array | shape |
# |---|---|
# | `predictions` | (m,) |
# | `Y` | (m,) |
# | the accuracy | a single float |
#
# Why not train for accuracy itself, as it is what we are after? Because it answers no dial. Turn a weight by a hair,
# and no prediction changes; the accuracy stands still, and its gradient is 0. The loss notices each hair.


# %% exercise="get_accuracy"
def get_accuracy(predictions, Y):
    """The share of predictions that are right.

    predictions  (m,) the classes that were read
    Y            (m,) the true classes
    Returns      a float from 0 to 1: (number of right answers) / m
    """
    ### BEGIN SOLUTION
    return float(np.mean(predictions == Y))
    ### END SOLUTION


# %% check="get_accuracy"
check("get_accuracy")

# %% [markdown] hints="get_accuracy"
# 1. Compare the two arrays entry by entry and count how often they agree, as a share of all.
# 2. `predictions == Y` gives `True` and `False`, which count as 1 and 0; their mean is the share of `True`.
# 3. `return float(np.mean(predictions == Y))`

# %% [markdown]
# ## Exercise 15: make_predictions
#
# From pixels to answers in one call, for someone who has a trained network and does not care what is inside:
#
# $$X \;\xrightarrow{\ \text{forward}\ }\; A_2 \;\xrightarrow{\ \arg\max\ }\; \hat{y}$$
#
# | array | shape |
# |---|---|
# | `X` | (n_inputs, m) |
# | the result | (m,) |
#
# The tiny network after its one step gives its example the probabilities 0.884 and 0.116, so its prediction is class 0.
# You have written both parts. Use them.


# %% exercise="make_predictions"
def make_predictions(X, W1, b1, W2, b2):
    """Read digits with a given network: forward propagation, then the most probable class.

    X        (n_inputs, m) normalised pixels
    W1 (n_hidden, n_inputs), b1 (n_hidden, 1), W2 (n_outputs, n_hidden), b2 (n_outputs, 1)  the parameters
    Returns  (m,) int predicted classes
    """
    ### BEGIN SOLUTION
    _, _, _, A2 = forward_prop(W1, b1, W2, b2, X)
    return get_predictions(A2)
    ### END SOLUTION


# %% check="make_predictions"
check("make_predictions")

# %% [markdown] hints="make_predictions"
# 1. Two functions that you have written, one after the other.
# 2. `forward_prop` returns four arrays, and only the last of them is needed. Mind the order of its arguments, which
#    is not the order of yours.
# 3. `_, _, _, A2 = forward_prop(W1, b1, W2, b2, X)`, and then the predictions of `A2`.

# %% [markdown]
# ## Exercise 16: gradient_descent
#
# And this is learning: look, see how wrong you are, find out which way to change, change a little, again.
#
# $$\text{forward} \;\rightarrow\; \text{backward} \;\rightarrow\; \text{update} \;\rightarrow\; \text{forward}
# \;\rightarrow\; \dots$$
#
# | in each iteration | function | gives |
# |---|---|---|
# | send all digits through the network | `forward_prop` | `Z1, A1, Z2, A2` |
# | if a report is due: measure, note, print | `cross_entropy`, `get_predictions`, `get_accuracy` | a history entry |
# | find the gradients | `backward_prop` | `dW1, db1, dW2, db2` |
# | take a step | `update_params` | new `W1, b1, W2, b2` |
#
# The parameters of one iteration are the starting point of the next. `params` holds the four of them as a tuple, and
# at the end you return four again.
#
# The *history* is a list with an entry `(iteration, loss, accuracy)` for every `report_every` iterations. With 50
# iterations and `report_every=10` there is one for each of the iterations 0, 10, 20, 30 and 40. (To count 10, 20, …
# 50 instead is right as well.) Print each entry too; a training run that says nothing is a long wait. For example:
#
# ```text
# step    0: loss 3.610, accuracy 11.1%
# step   10: loss 2.002, accuracy 28.3%
# ```


# %% exercise="gradient_descent"
def gradient_descent(X, Y, params, alpha, iterations, report_every=10):
    """Train a network: forward, backward, update, again and again, with all digits in each step.

    X             (n_inputs, m) normalised pixels, and Y (m,) their labels
    params        the tuple (W1, b1, W2, b2) to start from
    alpha         the learning rate
    iterations    how many steps to take
    report_every  after how many steps loss and accuracy are noted in the history, and printed
    Returns       params, history: the trained (W1, b1, W2, b2), and a list of (iteration, loss, accuracy)
    """
    ### BEGIN SOLUTION
    W1, b1, W2, b2 = params
    history = []
    for iteration in range(iterations):
        Z1, A1, _, A2 = forward_prop(W1, b1, W2, b2, X)
        if iteration % report_every == 0:
            loss = cross_entropy(A2, Y)
            accuracy = get_accuracy(get_predictions(A2), Y)
            history.append((iteration, loss, accuracy))
            print(f"step {iteration:4}: loss {loss:.3f}, accuracy {accuracy:.1%}")
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
    return (W1, b1, W2, b2), history
    ### END SOLUTION


# %% check="gradient_descent"
check("gradient_descent")

# %% [markdown] hints="gradient_descent"
# 1. Unpack the parameters once, before the loop, and start an empty history. In the loop stand the four rows of the
#    table. The return comes after the loop, not in it.
# 2. `iteration % report_every == 0` is true at every `report_every`-th iteration. For an entry you need the loss of
#    `A2` and the accuracy of its predictions. What `update_params` returns has to replace `W1, b1, W2, b2`.
# 3. In the loop: `Z1, A1, _, A2 = forward_prop(W1, b1, W2, b2, X)`; the report, if it is due;
#    `dW1, db1, dW2, db2 = backward_prop(Z1, A1, A2, W2, X, Y)`; and
#    `W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)`. At the end
#    `return (W1, b1, W2, b2), history`.

# %% [markdown]
# # Part 5. Training
#
# ## First, fifty digits
#
# Before you train on thousands, train on fifty. With 7,960 numbers to adjust, a network can learn fifty pictures by
# heart, so the loss must sink nearly to 0 and the accuracy must reach 100%. If it does not, something is wrong with
# the code, and no amount of data would have mended it. This sanity check takes a moment and saves hours.

# %%
by_heart, _ = gradient_descent(X_train[:, :50], Y_train[:50], fresh_params(), 0.3, 300, report_every=50)

print(f"the fifty digits: {get_accuracy(make_predictions(X_train[:, :50], *by_heart), Y_train[:50]):.1%}")
print(f"the dev set:      {get_accuracy(make_predictions(X_dev, *by_heart), Y_dev):.1%}")

# %% [markdown]
# The second number is why there is a dev set. Perfect on the digits it has seen, the network is much worse on all
# others: it has learned these fifty pictures and not what a digit looks like. That is called *overfitting*. The
# remedy that always helps is more digits.

# %% [markdown]
# ## Ten steps
#
# Now 4,000 digits. First only ten steps, with a report on each.

# %%
ten_steps, _ = gradient_descent(X_train[:, :4000], Y_train[:4000], fresh_params(), 0.3, 10, report_every=1)

show_weights(ten_steps[0] - fresh_params()[0])

# %% [markdown]
# The picture shows what the ten steps have *changed*: the weights now, minus the weights at the start. The noise is
# gone, since it was in both. What is left are the first strokes that the units have begun to look for. The corners
# are white: there, none of the 4,000 digits has any ink, so those pixels are always 0, so their gradient is 0 (step
# 6), and their weights stay as they were drawn.

# %% [markdown]
# ## Three hundred steps
#
# This takes a few seconds. You wrote every operation of it.

# %%
trained, history = gradient_descent(X_train[:, :4000], Y_train[:4000], fresh_params(), 0.3, 300)

print(f"the dev set: {get_accuracy(make_predictions(X_dev, *trained), Y_dev):.1%}")
plot_history(history)

# %%
show_weights(trained[0])

# %%
show_weights(trained[0] - fresh_params()[0])

# %% [markdown]
# The first picture is the weights as they are; the noise of the start still lies over everything. The second, again,
# is what training has changed, and it is worth a long look. Nobody told the units what strokes are, or loops, or that
# digits are made of them. All they were ever told was "a little less of this, a little more of that", three hundred
# times.
#
# Perhaps a unit or two are nearly blank. They have fallen silent for almost every digit, from the start or in the
# first rough steps. Gates that are shut let no blame through, and without blame there is nothing to learn.

# %% [markdown]
# ## The test
#
# One check remains. The grader takes your own functions, trains them on 1,000 digits of its choice, and shows them
# 1,000 others. To pass, your network has to read 750 of them.

# %% check="dev_accuracy"
check("dev_accuracy")

# %% [markdown]
# ## Look at the mistakes
#
# A single number hides who is confused with whom. In the following picture each row is a true digit and each column
# what it was read as; the grey diagonal is right, the rest is wrong.

# %%
predictions = make_predictions(X_dev, *trained)

confusion(predictions, Y_dev)

# %%
wrong = predictions != Y_dev

show_digits(X_dev[:, wrong], Y_dev[wrong], predictions[wrong], count=30)

# %% [markdown] answer="misread-digits"
# **Look.** Which pairs of digits are confused most often, and what do their shapes have in common? How many of the
# misread digits above would you have misread yourself? What does the network seem not to see in the others?
#
# *Your answer:*

# %% [markdown]
# # Part 6. Experiments
#
# The best way to understand a machine is to make it fail on purpose. Before you run each of these, **write down what
# you expect**. Being wrong about it is when one learns most, and you now know how that works: the greater the
# surprise, the greater the step.
#
# All of them use 2,000 digits and the following function. The dev set says how well the result reads digits that are
# new.


# %%
def experiment(start, alpha, steps, report_every=20):
    """Train on 2,000 digits from the parameters `start`; print the accuracy on the dev set; return what came of it."""
    result, its_history = gradient_descent(X_train[:, :2000], Y_train[:2000], start, alpha, steps, report_every)
    print(f"dev set: {get_accuracy(make_predictions(X_dev, *result), Y_dev):.1%}\n")
    return result, its_history


# %% [markdown]
# ## Experiment 1: the learning rate
#
# The same start, the same digits, the same hundred steps, with $\alpha$ = 0.01, 0.1, 0.3 and 1.

# %%
runs = {}
for alpha in (0.01, 0.1, 0.3, 1.0):
    print("alpha", alpha)
    _, runs[f"alpha {alpha}"] = experiment(fresh_params(), alpha, 100, report_every=5)
plot_history(runs)

# %% [markdown]
# Now set it to 10 and watch, step by step.

# %%
ruined, _ = experiment(fresh_params(), 10, 25, report_every=1)

ruined_A1 = forward_prop(*ruined, X_train[:, :2000])[1]
print("hidden units that answer to any digit at all:", (ruined_A1 > 0).any(axis=1).sum(), "of 10")

# %% [markdown] answer="learning-rate"
# **Explain.** What does too small a learning rate look like in the curves, and what too large a one? With $\alpha =
# 10$ the loss leaps up, more than once, and then comes to rest a little below 2.303, a number that you know. What
# does the network answer from then on? Look at the last line of the output: why can no later step, with any $\alpha$,
# bring those units back?
#
# *Your answer:*

# %% [markdown]
# ## Experiment 2: all weights zero
#
# Exercise 5 said that zeros cannot work. Do not take its word for it.

# %%
zeros = tuple(np.zeros_like(parameter) for parameter in fresh_params())
from_zeros, _ = experiment(zeros, 0.3, 100)

for name, parameter in zip(("W1", "b1", "W2", "b2"), from_zeros, strict=True):
    print(name, "lies between", parameter.min(), "and", parameter.max())
print("answers given on the dev set:", np.unique(make_predictions(X_dev, *from_zeros)))

# %% [markdown] answer="all-zeros"
# **Explain.** Go through the six formulas of exercise 11 with all parameters 0. Which gradients are 0, and which is
# not? What can the one parameter that moves learn about digits, and why is the loss stuck at the same 2.296 that you
# saw with $\alpha = 10$?
#
# *Your answer:*

# %% [markdown]
# ## Experiment 3: three hidden units, or fifty
#
# The sizes 784 and 10 are given by the problem. The size in the middle is ours to choose.

# %%
for n_hidden in (3, 10, 50):
    print(n_hidden, "hidden units")
    experiment(fresh_params(n_hidden), 0.3, 200, report_every=50)

# %% [markdown] answer="hidden-units"
# **Explain.** Three units must tell ten digits apart. How can they do so at all? With fifty units, compare the last
# training accuracy with the accuracy on the dev set, and do the same for ten. What do the additional units bring, and
# what not?
#
# *Your answer:*

# %% [markdown]
# ## Experiment 4: a quieter start
#
# Weights between −½ and ½ were the simplest choice, not the best. Here everything starts at a tenth of that.

# %%
quiet, _ = experiment(tuple(parameter / 10 for parameter in fresh_params()), 0.3, 100)

show_weights(quiet[0])

# %% [markdown]
# Now the strokes are plain to see without any subtraction. A sum of 784 random products is large merely because it
# has so many terms, and training has to quieten this noise before anything else. For layers with ReLU a standard
# deviation of $\sqrt{2 / n_{\text{inputs}}}$ has proved right (He and others, 2015), which is 0.05 for ours. Numbers
# between −½ and ½ have 0.29. If the curves above persuade you, go back to your `init_params`; any sensible scale
# passes its check.

# %% [markdown] answer="your-own-question"
# ## Experiment 5: a question of your own
#
# Some that are worth asking. Does it help to train on all 9,000 digits, or on the 60,000 of `mnist_train.csv.gz`? What
# happens if the pixels are not normalised? If every picture is shifted by two pixels? If the labels of fifty digits are
# wrong? If `relu_deriv` always returned 1?
#
# *My question, what I expect, and what happened:*

# %% [markdown]
# # What you have built
#
# Sixteen functions, fewer than sixty lines. They read about 86 digits of 100, from the raw pixels, and learned it from
# examples alone. You know for each of the 7,960 numbers why it moves, and could compute by hand how far.
#
# The networks in the news are larger by a factor of a hundred million. They have other layers between input and
# output, better steps than plain gradient descent, and a great deal more data. But they end in a softmax, they are
# judged by cross-entropy, and they learn by sending `A2 - one_hot(Y)` backwards through the chain rule. You have seen
# how that works, in full, and you have checked it by turning the dial.
