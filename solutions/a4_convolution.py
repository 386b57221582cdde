# %% [markdown]
# # Digits from scratch: convolution
#
# The first network looked at 784 numbers and did not know that they were a picture. In this lesson you build one that
# does. It looks at small patches, with the same few weights wherever the patch lies, and it reads about 99 digits of
# 100. It is a small relative of *LeNet*, with which Yann LeCun and others read the amounts on bank cheques in the
# 1990s, and the grandparent of every network that looks at photographs today.
#
# **What you need.** The first lesson: forward, backward, update, and matrices whose columns are examples. Nothing else
# of it is asked for again: ReLU, softmax and cross-entropy are given below.
#
# **What you build.** Two layers of a new kind, each followed by a way of making pictures smaller, and at the end one
# layer of the kind that you know:
#
# ```text
#     X     ─ W1, b1 ─▶     Z1      ─ pool, ReLU ─▶     A1      ─ W2, b2 ─▶     Z2     ─ pool, ReLU ─▶     A2
# 1 × 28 × 28           8 × 24 × 24                 8 × 12 × 12             16 × 8 × 8                 16 × 4 × 4
#  picture             convolution 1                                      convolution 2
#
#    ─ flatten ─▶  256 numbers  ─ W3, b3 ─▶  10 scores  ─ softmax ─▶  A3, ten probabilities
# ```
#
# **How an exercise works.** As before: replace `raise NotImplementedError(...)`, run the check under it, and take a
# hint when you are stuck. In a terminal that is `autograder check im2col` and `autograder hint im2col`.
#
# **One convention carries this lesson too: the examples come last.** A batch of pictures is an array of the shape
# `(channels, height, width, m)`, and the last axis counts the pictures, from the pixels to the probabilities. A grey
# picture has one channel, and a layer of eight filters makes eight channels of it. There are two reasons:
#
# - It is the first lesson's convention. `X.reshape(1, 28, 28, m)` turns its columns into pictures without moving a
#   number, and at the end of the network pictures turn into columns again in the same way.
# - It is fast. Everything that we do is done to all pictures alike, and with the examples last the numbers that are
#   treated alike lie side by side in memory.
#
# Other books and libraries put the examples first, `(m, channels, height, width)`. Code that is copied from there
# fails here at the first axis, so better write your own.

# %%
import numpy as np

from autograder import check, confusion, data_path, plot_history, show_digits, show_weights

# %% [markdown]
# # Part 1. What the first network did not know
#
# Here are the parts of the first lesson that we need again. They are given; change nothing here.


# %%
def relu(Z):
    """The rectified linear unit, entry by entry: max(0, z)."""
    return np.maximum(0, Z)


def relu_deriv(Z):
    """The derivative of relu, entry by entry: 1 where z > 0, else 0."""
    return np.greater(Z, 0)


def softmax(Z):
    """Turn each column of logits, (n_classes, m), into a probability distribution."""
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


def one_hot(Y, n_classes=10):
    """Write each label of Y, (m,), as a column with a 1 in the label's row: (n_classes, m), in single precision."""
    H = np.zeros((n_classes, Y.size), dtype=np.float32)
    H[Y, np.arange(Y.size)] = 1
    return H


def cross_entropy(A, Y):
    """The mean of -log(probability of the true class) over the columns of A, (n_classes, m), as a float."""
    p = A[Y, np.arange(Y.size)]
    return float(-np.mean(np.log(np.maximum(p, 1e-15))))


def load_pictures(name):
    """Read a file of digits as pictures: X (1, 28, 28, m) from 0 to 1 in single precision, and Y (m,) labels."""
    table = np.loadtxt(data_path(name), delimiter=",", skiprows=1, dtype=np.uint8)
    X = np.array(table[:, 1:].T, dtype=np.float32, order="C").reshape(1, 28, 28, -1)
    return X / 255, table[:, 0].astype(int)


def as_columns(X):
    """Pictures (channels, height, width, m) as columns for show_digits, a column for each channel of each picture."""
    return np.moveaxis(X, 0, 2).reshape(X.shape[1] * X.shape[2], -1)


# %% [markdown]
# We work in *single precision*, `float32`: seven digits a number in place of sixteen. For learning that is plenty, and
# half the bytes are moved in half the time. Arithmetic of a `float32` array with another or with a plain number stays
# `float32`. Only an array that you make yourself can spoil it: `np.zeros(shape)` is `float64` unless you say
# `dtype=X.dtype`, and everything that it meets becomes `float64` as well. Both are right. One takes twice as long.

# %%
X_small, Y_small = load_pictures("mnist_test.csv.gz")

print("pictures", X_small.shape, X_small.dtype, "labels", Y_small.shape)
show_digits(as_columns(X_small[..., :10]), Y_small[:10])

# %% [markdown]
# The first network saw the same digits, but to it they might as well have looked like this:

# %%
shuffled_pixels = np.random.default_rng(0).permutation(28 * 28)

show_digits(as_columns(X_small[..., :10])[shuffled_pixels], Y_small[:10])

# %% [markdown] answer="shuffled-pixels"
# **Why?** All pixels have changed places, in the same way for each digit. Suppose the first network had been trained
# on such pictures from the start. How well would it read them, compared with before? What does this say about what it
# knew of neighbours, of strokes, of left and right?
#
# *Your answer:*

# %% [markdown]
# Two facts about pictures were of no use to it. **Near pixels belong together**: a stroke, a bend or an end of a line
# is a matter of a few pixels side by side. And **a stroke is a stroke wherever it is**: what has been learned about it
# in the middle should not have to be learned again in the corner.
#
# A *convolution* has both facts built in. A small stencil of weights, the *filter* or *kernel*, is laid on a patch of
# the picture; pixels are multiplied by weights and added up, as a unit of the first network did with the whole
# picture. Then the same stencil is moved on by one pixel, and so on over the whole picture. The results are a picture
# again, a *feature map*, which says where the stencil fits.

# %% [markdown]
# # Part 2. Convolution

# %% [markdown]
# ## Exercise 1: pad_images
#
# A stencil of 5 × 5 can't be centred on a corner: four fifths of it would hang out of the picture. So each convolution
# makes pictures smaller, and what stands at the edge is seen by fewer patches than what stands in the middle. The
# remedy is a frame of zeros, the *padding*.
#
# $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \quad\longrightarrow\quad
# \begin{pmatrix} 0 & 0 & 0 & 0 \\ 0 & 1 & 2 & 0 \\ 0 & 3 & 4 & 0 \\ 0 & 0 & 0 & 0 \end{pmatrix}
# \qquad \text{with } p = 1$$
#
# | array | shape |
# |---|---|
# | `X` | (channels, height, width, m) |
# | the result | (channels, height + 2p, width + 2p, m) |
#
# The frame goes round each picture. There is none between the channels and none between the examples: those two axes
# keep their length. With $p = 0$ the result equals `X`.


# %% exercise="pad_images"
def pad_images(X, pad):
    """Put a frame of zeros round each picture.

    X        (channels, height, width, m) pictures; left unchanged
    pad      how many rows and columns of zeros are put on each of the four sides; may be 0
    Returns  (channels, height + 2 * pad, width + 2 * pad, m)
    """
    ### BEGIN SOLUTION
    channels, height, width, m = X.shape
    padded = np.zeros((channels, height + 2 * pad, width + 2 * pad, m), dtype=X.dtype)
    padded[:, pad : pad + height, pad : pad + width] = X
    return padded
    ### END SOLUTION


# %% check="pad_images"
check("pad_images")

# %% [markdown] hints="pad_images"
# 1. Begin with zeros of the final shape, and write the pictures into their middle. Or look up `np.pad`, which takes a
#    pair of numbers for each axis.
# 2. In the padded picture, the old rows begin at `pad` and end before `pad + height`. A slice from `pad` to `-pad`
#    looks shorter and is empty when `pad` is 0.
# 3. `padded[:, pad : pad + height, pad : pad + width] = X` fills the middle. With `np.pad` the pairs are
#    `((0, 0), (pad, pad), (pad, pad), (0, 0))`: nothing before and after on the first axis and on the last.

# %% [markdown]
# ## Exercise 2: conv_output_size
#
# How many places are there for the stencil? On a side of $n$ pixels with a frame of $p$ on both ends, a kernel of $k$
# pixels has its first pixel at 0, and at most at $n + 2p - k$. If it moves on by $s$ pixels at a time, the *stride*,
# that makes
#
# $$\left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# places. The brackets mean: rounded down. If the last step would take the stencil over the edge, it is not taken.
#
# | $n$ | $k$ | $s$ | $p$ | places |
# |---|---|---|---|---|
# | 28 | 5 | 1 | 0 | 24 |
# | 28 | 5 | 1 | 2 | 28 |
# | 7 | 3 | 2 | 0 | 3, at 0, 2 and 4 |
# | 8 | 3 | 2 | 0 | 3, at 0, 2 and 4; the last pixel is not seen |
#
# The second row is a popular choice: with $p = (k - 1) / 2$ and a stride of 1, pictures keep their size.


# %% exercise="conv_output_size"
def conv_output_size(size, kernel, stride, pad):
    """How many places a kernel has along one side of a picture: (size + 2 pad - kernel) / stride, rounded down, plus 1.

    size     height or width of the picture
    kernel   height or width of the kernel
    stride   how many pixels the kernel moves on at a time
    pad      how many zeros are put at each end
    Returns  an int
    """
    ### BEGIN SOLUTION
    return (size + 2 * pad - kernel) // stride + 1
    ### END SOLUTION


# %% check="conv_output_size"
check("conv_output_size")

# %% [markdown] hints="conv_output_size"
# 1. Count on your fingers first: a side of 5, a kernel of 3, a stride of 1. Then a stride of 2.
# 2. The frame is at both ends. Rounding down comes before adding 1, and `//` rounds down.
# 3. `return (size + 2 * pad - kernel) // stride + 1`

# %% [markdown]
# ## Exercise 3: im2col
#
# Four nested loops (rows, columns, and the rows and columns of the stencil) compute a convolution, and in Python they
# take for ever. But a unit that multiplies and adds is something that a matrix product can do, if only each patch were
# a column! So we make it one. The function is known by the name *im2col*, image to columns.
#
# Take one picture of 3 × 3, a kernel of 2 × 2 and a stride of 1. There are four patches: top left, top right, bottom
# left, bottom right. Each becomes a column, read row by row:
#
# $$\begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \\ 2 & 0 & 1 \end{pmatrix} \quad\longrightarrow\quad
# \begin{pmatrix} 1 & 2 & 0 & 1 \\ 2 & 0 & 1 & 3 \\ 0 & 1 & 2 & 0 \\ 1 & 3 & 0 & 1 \end{pmatrix}$$
#
# Now look at a *row* of the result. The first holds the top left pixel of every patch: 1, 2, 0, 1. In the picture
# these four stand in a square, and that square is a slice of it. The second row, the top right pixel of every patch,
# is the slice one column further on. So there is no need to walk over the patches, of which there are many. It is
# enough to walk over the $k \cdot k$ pixels of the kernel, and each time to copy one slice of all pictures at once.
#
# With channels and many pictures, the order is this:
#
# | | counts, the last one fastest | length |
# |---|---|---|
# | rows | channel, row in the kernel, column in the kernel | channels · k · k |
# | columns | row of the patch, column of the patch, example | out_height · out_width · m |
#
# Both orders follow from one array of the shape `(channels, k, k, out_height, out_width, m)`, reshaped at the end. As
# the examples are the last to be counted in `X` and here, every copy moves whole runs of numbers.


# %% exercise="im2col"
def im2col(X, kernel, stride):
    """Write each patch of each picture as a column.

    X        (channels, height, width, m) pictures, already padded; left unchanged
    kernel   height and width of a patch
    stride   how many pixels lie between neighbouring patches
    Returns  (channels * kernel * kernel, out_height * out_width * m): rows count (channel, row, column) within the
             patch, columns count (row of the patch, column of the patch, example)
    """
    ### BEGIN SOLUTION
    channels, height, width, m = X.shape
    out_height = conv_output_size(height, kernel, stride, 0)
    out_width = conv_output_size(width, kernel, stride, 0)
    cols = np.empty((channels, kernel, kernel, out_height, out_width, m), dtype=X.dtype)
    for i in range(kernel):
        for j in range(kernel):
            cols[:, i, j] = X[:, i : i + stride * out_height : stride, j : j + stride * out_width : stride]
    return cols.reshape(channels * kernel * kernel, -1)
    ### END SOLUTION


# %% check="im2col"
check("im2col")

# %% [markdown] hints="im2col"
# 1. Make an empty array with six axes, `(channels, kernel, kernel, out_height, out_width, m)`. Two loops over the
#    kernel's rows `i` and columns `j` fill `cols[:, i, j]`, which has the shape of a small batch of pictures.
# 2. Pixel `(i, j)` of all patches is a slice of `X` that begins at row `i` and column `j`, takes steps of `stride`,
#    and has `out_height` rows and `out_width` columns. In `a[first : last : step]`, `first + step * count` is an end
#    that gives `count` entries.
# 3. `cols[:, i, j] = X[:, i : i + stride * out_height : stride, j : j + stride * out_width : stride]` in both loops,
#    and after them `return cols.reshape(channels * kernel * kernel, -1)`.

# %%
tiny_X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 0.0, 1.0]]).reshape(1, 3, 3, 1)

print(im2col(tiny_X, 2, 1))

# %% [markdown]
# ## Exercise 4: conv_forward
#
# With the patches in columns, a convolution is the layer that you know. A filter is a row of weights, one for each row
# of `cols`; all filters together are a matrix, and
#
# $$Z = W_{\text{rows}} \cdot \operatorname{im2col}(X) + b.$$
#
# | array | shape | as a matrix |
# |---|---|---|
# | `X`, padded | (channels, height, width, m) | `im2col`: (channels · k · k, out_height · out_width · m) |
# | `W` | (filters, channels, k, k) | (filters, channels · k · k) |
# | `b` | (filters, 1) | (filters, 1) |
# | `Z` | (filters, out_height, out_width, m) | (filters, out_height · out_width · m) |
#
# `W` and `Z` change between the two columns of this table by `reshape` alone. No number moves, because the orders of
# the axes agree. That is what the order in im2col is good for.
#
# **The tiny picture** of exercise 3 will go with us. Its filter and bias are
#
# $$W = \begin{pmatrix} 1 & -1 \\ 0 & 2 \end{pmatrix}, \quad b = 1, \qquad
# Z = \begin{pmatrix} 1 - 2 + 2 + 1 & 2 - 0 + 6 + 1 \\ 0 - 1 + 0 + 1 & 1 - 3 + 2 + 1 \end{pmatrix}
# = \begin{pmatrix} 2 & 9 \\ 0 & 1 \end{pmatrix}.$$
#
# A filter looks at *all* channels of its patch at once and adds everything up: out of eight channels and one filter
# comes one map. (Mathematicians turn the kernel by 180° before they lay it on, and call our version *correlation*. For
# weights that are learned it makes no difference, and all libraries leave it out.)


# %% exercise="conv_forward"
def conv_forward(X, W, b, stride, pad):
    """A layer of filters, each laid on every patch of the padded pictures.

    X        (channels, height, width, m) pictures
    W        (filters, channels, kernel, kernel) weights, and b (filters, 1) biases
    stride   how many pixels a filter moves on at a time
    pad      width of the frame of zeros
    Returns  Z (filters, out_height, out_width, m): for each patch the sum of pixel times weight, plus the filter's bias
    """
    ### BEGIN SOLUTION
    filters, _, kernel, _ = W.shape
    _, height, width, m = X.shape
    out_height = conv_output_size(height, kernel, stride, pad)
    out_width = conv_output_size(width, kernel, stride, pad)
    Z = W.reshape(filters, -1) @ im2col(pad_images(X, pad), kernel, stride) + b
    return Z.reshape(filters, out_height, out_width, m)
    ### END SOLUTION


# %% check="conv_forward"
check("conv_forward")

# %% [markdown] hints="conv_forward"
# 1. Three steps: pad, make columns of the patches, multiply by the filters as a matrix and add the biases. Then give
#    the result the shape of pictures.
# 2. `W.reshape(filters, -1)` has a row for each filter. The biases are a column, and broadcasting adds each of them to
#    its filter's whole row. The output sizes come from `conv_output_size`, with the size *before* padding and `pad`.
# 3. `Z = W.reshape(filters, -1) @ im2col(pad_images(X, pad), kernel, stride) + b`, and then
#    `Z.reshape(filters, out_height, out_width, m)`.

# %%
tiny_W, tiny_b = np.array([[1.0, -1.0], [0.0, 2.0]]).reshape(1, 1, 2, 2), np.array([[1.0]])

print(conv_forward(tiny_X, tiny_W, tiny_b, 1, 0).reshape(2, 2))

# %% [markdown]
# ### Filters made by hand
#
# Before a network learns filters, make some. The first looks for an upper edge: ink below, paper above. The others are
# the same for a lower, a left and a right edge.

# %%
upper = np.array([[-1.0, -1.0, -1.0], [0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
by_hand = np.stack([upper, upper[::-1], upper.T, upper.T[:, ::-1]]).reshape(4, 1, 3, 3)
edges = relu(conv_forward(X_small[..., :5], by_hand, np.zeros((4, 1)), 1, 1))

show_weights(by_hand.reshape(4, 9))

# %%
for example in range(3):
    show_digits(as_columns(np.concatenate([X_small[..., [example]], edges[..., [example]] / 3])), count=5)

# %% [markdown]
# At the left the digit, then what each of the four filters found in it. Nine weights are enough to see all upper edges
# of all digits, wherever they are. A unit of the first network would have needed a stencil of its own for each place.

# %% [markdown] answer="weights-shared"
# **Why?** Eight filters of 5 × 5 on a picture of 28 × 28 give 8 · 24 · 24 = 4,608 numbers from 208 parameters. How many
# parameters would an ordinary layer need that computes 4,608 numbers from 784 pixels? Most of them would be 0 if it
# computed the same. Which would not?
#
# *Your answer:*

# %% [markdown]
# # Part 3. A small LeNet, forward

# %% [markdown]
# ## Exercise 5: max_pool
#
# That there is an upper edge *around here* matters. Whether it is a pixel higher or lower does not, as no two people
# write alike. *Max-pooling* cuts each map into squares and keeps the largest number of each: how well did the filter
# fit, at best, in this square? Small shifts no longer show, and there are four times fewer numbers to work with.
#
# $$\begin{pmatrix} 2 & 9 & 1 & 0 \\ 0 & 1 & 3 & 4 \\ 5 & 2 & 7 & 6 \\ 1 & 8 & 2 & 0 \end{pmatrix}
# \quad\longrightarrow\quad \begin{pmatrix} 9 & 4 \\ 8 & 7 \end{pmatrix} \qquad \text{with squares of } 2 \times 2$$
#
# | array | shape |
# |---|---|
# | `X` | (channels, height, width, m) |
# | the result | (channels, height / size, width / size, m) |
#
# Height and width are multiples of the size of the squares, so that nothing is left over, and the squares do not
# overlap. Each channel and each picture is treated by itself.


# %% exercise="max_pool"
def max_pool(X, size):
    """Keep the largest number of each square of size x size; the squares do not overlap.

    X        (channels, height, width, m); height and width are multiples of size; left unchanged
    Returns  (channels, height / size, width / size, m)
    """
    ### BEGIN SOLUTION
    largest = X[:, ::size, ::size]
    for i in range(size):
        for j in range(size):
            largest = np.maximum(largest, X[:, i::size, j::size])
    return largest
    ### END SOLUTION


# %% check="max_pool"
check("max_pool")

# %% [markdown] hints="max_pool"
# 1. Think of slices again. `X[:, ::size, ::size]` is the top left number of every square. What is the top right one?
# 2. `X[:, i::size, j::size]` is number `(i, j)` of every square, and `np.maximum` compares two arrays entry by entry.
#    Another way is a reshape: the height becomes two axes, (height / size, size), the width as well, and the maximum
#    is taken over the two axes of length `size`.
# 3. Start with `largest = X[:, ::size, ::size]`, and in two loops over `i` and `j` set
#    `largest = np.maximum(largest, X[:, i::size, j::size])`.

# %% [markdown] answer="pool-and-relu"
# **Why?** Most books put ReLU before the pooling; our network has it after. Why is the result the same? Why is ours
# faster? Would it still be the same if the pooling kept the mean of each square?
#
# *Your answer:*

# %% [markdown]
# ## Exercise 6: flatten
#
# After two rounds of convolution and pooling, a digit is 16 tiny maps of 4 × 4. The last layer is the one that you
# know. It wants a column for each example, and with the examples last that is a single reshape: the first three axes
# become one.
#
# $$(\text{channels}, \text{height}, \text{width}, m) \quad\longrightarrow\quad
# (\text{channels} \cdot \text{height} \cdot \text{width},\; m)$$
#
# For example, one channel of 1 × 2 pixels and three examples, in the shape (1, 1, 2, 3), become
#
# $$\begin{pmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{pmatrix},$$
#
# where the first example has the pixels 1 and 4, the second 2 and 5, the third 3 and 6. It is the very same numbers in
# the same order.


# %% exercise="flatten"
def flatten(A):
    """Write each example's maps as one column: the channels one after the other, each row by row.

    A        (channels, height, width, m)
    Returns  (channels * height * width, m)
    """
    ### BEGIN SOLUTION
    return A.reshape(-1, A.shape[-1])
    ### END SOLUTION


# %% check="flatten"
check("flatten")

# %% [markdown] hints="flatten"
# 1. The last axis stays as it is; all others become one.
# 2. In a reshape one length may be given as -1; NumPy finds it from the number of entries.
# 3. `return A.reshape(-1, A.shape[-1])`

# %% [markdown]
# ## Exercise 7: init_lenet
#
# The network has three layers with parameters. To know the shape of the last, follow the picture's size through the
# network, for a kernel of $k$ and no padding:
#
# | step | size | with 28 and $k = 5$ |
# |---|---|---|
# | picture | $n$ | 28 |
# | convolution 1 | $n - k + 1$ | 24 |
# | pooling by 2 | half of it | 12 |
# | convolution 2 | minus $k$, plus 1 | 8 |
# | pooling by 2 | half of it: $q$ | 4 |
#
# So a column of the last layer's input has $f_2 \cdot q \cdot q$ numbers, where $f_1$ and $f_2$ are the numbers of
# filters.
#
# | parameter | shape | here | numbers |
# |---|---|---|---|
# | `W1` | ($f_1$, 1, k, k) | (8, 1, 5, 5) | 200 |
# | `b1` | ($f_1$, 1) | (8, 1) | 8 |
# | `W2` | ($f_2$, $f_1$, k, k) | (16, 8, 5, 5) | 3,200 |
# | `b2` | ($f_2$, 1) | (16, 1) | 16 |
# | `W3` | (n_classes, $f_2 q^2$) | (10, 256) | 2,560 |
# | `b3` | (n_classes, 1) | (10, 1) | 10 |
# | | | together | 5,994 |
#
# The first network had 7,960.
#
# **How large should the weights be?** A number that adds up $n$ random products spreads like $\sqrt n$ times one of
# them. So that signals neither die out nor explode from layer to layer, weights are drawn with a standard deviation of
#
# $$\sigma = \sqrt{2 / n_{\text{in}}}, \qquad n_{\text{in}} = \text{the number of products in one sum,}$$
#
# which is Kaiming He's rule for layers with ReLU. A filter of the first layer adds 25 products, one of the second
# $8 \cdot 25 = 200$, a unit of the last layer 256. Biases start at 0.
#
# `rng.normal(0, sigma, shape)` draws normal numbers of that spread, and `.astype(np.float32)` makes them single.


# %% exercise="init_lenet"
def init_lenet(image_size, kernel, filters, n_classes, rng):
    """Random starting values for a small LeNet: convolution, pooling by 2, convolution, pooling by 2, output layer.

    image_size  height and width of the pictures, which have one channel
    kernel      height and width of all filters; there is no padding, and the stride is 1
    filters     (f1, f2): how many filters the two convolutions have
    n_classes   how many outputs
    rng         a numpy.random.Generator, the source of the random numbers
    Returns     W1 (f1, 1, kernel, kernel), b1 (f1, 1), W2 (f2, f1, kernel, kernel), b2 (f2, 1),
                W3 (n_classes, f2 * q * q), b3 (n_classes, 1), where q is the size of the last maps;
                weights normal with the standard deviation sqrt(2 / products in one sum), biases 0
    """
    ### BEGIN SOLUTION
    f1, f2 = filters
    half = conv_output_size(image_size, kernel, 1, 0) // 2
    q = conv_output_size(half, kernel, 1, 0) // 2
    parameters = []
    for shape in ((f1, 1, kernel, kernel), (f2, f1, kernel, kernel), (n_classes, f2 * q * q)):
        sigma = np.sqrt(2 / np.prod(shape[1:]))
        parameters.append(rng.normal(0, sigma, shape).astype(np.float32))
        parameters.append(np.zeros((shape[0], 1), dtype=np.float32))
    return tuple(parameters)
    ### END SOLUTION


# %% check="init_lenet"
check("init_lenet")

# %% [markdown] hints="init_lenet"
# 1. First the sizes: follow the table from `image_size` to `q` with `conv_output_size` and `// 2`. Then three weights
#    and three biases, in the order of the parameters' table.
# 2. The number of products in one sum is the product of all lengths of the weights' shape but the first:
#    `kernel * kernel` for `W1`, `f1 * kernel * kernel` for `W2`, `f2 * q * q` for `W3`.
# 3. `W1 = rng.normal(0, np.sqrt(2 / (kernel * kernel)), (f1, 1, kernel, kernel)).astype(np.float32)`, and
#    `b1 = np.zeros((f1, 1), dtype=np.float32)`; the other two layers likewise. With `half` for
#    `conv_output_size(image_size, kernel, 1, 0) // 2`, `q` is `conv_output_size(half, kernel, 1, 0) // 2`.


# %%
def fresh_lenet(filters=(8, 16), seed=1):
    """New starting parameters for a run; the same ones for the same seed."""
    return init_lenet(28, 5, filters, 10, np.random.default_rng(seed))


for name, parameter in zip(("W1", "b1", "W2", "b2", "W3", "b3"), fresh_lenet(), strict=True):
    print(name, parameter.shape, parameter.dtype)

# %% [markdown]
# ## Exercise 8: lenet_forward
#
# From the pictures to the probabilities. Both convolutions have stride 1 and no padding, both poolings squares of 2:
#
# $$\begin{aligned}
# Z_1 &= \operatorname{conv}(X, W_1, b_1) & \qquad A_1 &= \operatorname{relu}(\operatorname{pool}(Z_1)) \\
# Z_2 &= \operatorname{conv}(A_1, W_2, b_2) & \qquad A_2 &= \operatorname{relu}(\operatorname{pool}(Z_2)) \\
# & & A_3 &= \operatorname{softmax}(W_3 \operatorname{flatten}(A_2) + b_3)
# \end{aligned}$$
#
# | array | shape | with our sizes |
# |---|---|---|
# | `X` | (1, n, n, m) | (1, 28, 28, m) |
# | `Z1` | ($f_1$, n − k + 1, n − k + 1, m) | (8, 24, 24, m) |
# | `A1` | half as high and wide | (8, 12, 12, m) |
# | `Z2` | ($f_2$, …, …, m) | (16, 8, 8, m) |
# | `A2` | ($f_2$, q, q, m) | (16, 4, 4, m) |
# | `A3` | (n_classes, m) | (10, m) |
#
# All five are returned, for we shall need them on the way back. `params` is the tuple of six that `init_lenet`
# returns.


# %% exercise="lenet_forward"
def lenet_forward(X, params):
    """Send pictures through the network.

    X        (1, n, n, m) pictures
    params   W1, b1, W2, b2, W3, b3, as from init_lenet
    Returns  Z1 = convolution of X, A1 = relu of the pooled Z1,
             Z2 = convolution of A1, A2 = relu of the pooled Z2,
             A3 (n_classes, m) = softmax of (W3 times the flattened A2, plus b3)
    """
    ### BEGIN SOLUTION
    W1, b1, W2, b2, W3, b3 = params
    Z1 = conv_forward(X, W1, b1, 1, 0)
    A1 = relu(max_pool(Z1, 2))
    Z2 = conv_forward(A1, W2, b2, 1, 0)
    A2 = relu(max_pool(Z2, 2))
    A3 = softmax(W3 @ flatten(A2) + b3)
    return Z1, A1, Z2, A2, A3
    ### END SOLUTION


# %% check="lenet_forward"
check("lenet_forward")

# %% [markdown] hints="lenet_forward"
# 1. Unpack the six parameters, then one line for each of the five formulas.
# 2. Pool first, then ReLU. The second convolution looks at `A1`, not at `X` or `Z1`.
# 3. `Z1 = conv_forward(X, W1, b1, 1, 0)` and `A1 = relu(max_pool(Z1, 2))`; the second pair likewise from `A1`; then
#    `A3 = softmax(W3 @ flatten(A2) + b3)`.

# %% [markdown]
# ## Exercise 9: lenet_predictions
#
# From pictures to answers: forward, and then the most probable class of each column.
#
# | array | shape |
# |---|---|
# | `X` | (1, n, n, m) |
# | the result | (m,) |
#
# If the probabilities of three digits are
#
# $$A_3 = \begin{pmatrix} 0.7 & 0.1 & 0.3 \\ 0.2 & 0.8 & 0.3 \\ 0.1 & 0.1 & 0.4 \end{pmatrix}, \qquad
# \text{the answers are } \begin{pmatrix} 0 & 1 & 2 \end{pmatrix}.$$


# %% exercise="lenet_predictions"
def lenet_predictions(X, params):
    """Read digits with a given network: the most probable class of each picture.

    X        (1, n, n, m) pictures
    params   W1, b1, W2, b2, W3, b3
    Returns  (m,) int predicted classes
    """
    ### BEGIN SOLUTION
    return np.argmax(lenet_forward(X, params)[-1], axis=0)
    ### END SOLUTION


# %% check="lenet_predictions"
check("lenet_predictions")

# %% [markdown] hints="lenet_predictions"
# 1. Forward propagation gives five arrays, and only the last is needed.
# 2. `np.argmax` finds the place of the largest entry. Along which axis are the classes?
# 3. `return np.argmax(lenet_forward(X, params)[-1], axis=0)`


# %%
def accuracy(X, Y, params):
    """The share of the pictures that are read rightly; 500 at a time, as the patches of thousands fill the memory."""
    parts = range(0, Y.size, 500)
    read = np.concatenate([lenet_predictions(X[..., i : i + 500], params) for i in parts])
    return float(np.mean(read == Y))


A3_start = lenet_forward(X_small[..., :500], fresh_lenet())[-1]
print(f"untrained: {accuracy(X_small, Y_small, fresh_lenet()):.1%}, loss {cross_entropy(A3_start, Y_small[:500]):.3f}")

# %% [markdown]
# About one digit in ten, as guessing gets. The loss should be within one or two of 2.303, the loss of an honest guess;
# you remember why.

# %% [markdown]
# # Part 4. Backward
#
# In the first lesson each gradient of a parameter was divided by $m$. With more layers it is simpler to do that once,
# at the start: the loss is the mean over the examples, so its derivative with respect to the last layer's logits is
#
# $$dZ_3 = (A_3 - H) / m,$$
#
# and from there on the chain rule is all there is. **No layer knows about $m$ any more.** What comes down from above,
# `dZ`, is the derivative of the mean loss; a layer adds up, and never divides.

# %% [markdown]
# ## Exercise 10: col2im
#
# Forward, im2col copied each pixel into every patch that it belongs to. A pixel that was copied four times influences
# the loss along four paths, and contributions along several paths add up. So on the way back the columns are laid back
# on the picture, each patch in its place, and where patches overlap, the numbers are **added**. That is *col2im*.
#
# With the tiny picture's four patches of 2 × 2, a matrix of ones comes back as the number of patches in which each
# pixel took part:
#
# $$\begin{pmatrix} 1 & 1 & 1 & 1 \\ 1 & 1 & 1 & 1 \\ 1 & 1 & 1 & 1 \\ 1 & 1 & 1 & 1 \end{pmatrix}
# \quad\longrightarrow\quad \begin{pmatrix} 1 & 2 & 1 \\ 2 & 4 & 2 \\ 1 & 2 & 1 \end{pmatrix}$$
#
# | array | shape |
# |---|---|
# | `cols` | (channels · k · k, out_height · out_width · m), ordered as by im2col |
# | the result | `shape`, the (channels, height, width, m) that went into im2col |
#
# It is im2col read from right to left: the same two loops over the kernel, the same slices. What was copied from a
# slice is now added to it. A pixel that no patch covered gets 0.


# %% exercise="col2im"
def col2im(cols, shape, kernel, stride):
    """Lay columns back on pictures, each patch in its place; where patches overlap, the numbers are added.

    cols     (channels * kernel * kernel, out_height * out_width * m), ordered as im2col orders them
    shape    (channels, height, width, m), the shape of the pictures
    kernel   height and width of a patch, and stride, the step between patches
    Returns  an array of that shape: for each pixel, the sum over all patches that it belongs to
    """
    ### BEGIN SOLUTION
    channels, height, width, m = shape
    out_height = conv_output_size(height, kernel, stride, 0)
    out_width = conv_output_size(width, kernel, stride, 0)
    patches = cols.reshape(channels, kernel, kernel, out_height, out_width, m)
    X = np.zeros(shape, dtype=cols.dtype)
    for i in range(kernel):
        for j in range(kernel):
            X[:, i : i + stride * out_height : stride, j : j + stride * out_width : stride] += patches[:, i, j]
    return X
    ### END SOLUTION


# %% check="col2im"
check("col2im")

# %% [markdown] hints="col2im"
# 1. Start from your im2col. The columns get six axes again, `(channels, kernel, kernel, out_height, out_width, m)`,
#    and the pictures start as zeros of the given shape.
# 2. In the two loops the sides change places, and `=` becomes `+=`: with `=`, a later patch would wipe out what an
#    earlier one has left.
# 3. `X[:, i : i + stride * out_height : stride, j : j + stride * out_width : stride] += patches[:, i, j]`

# %%
print(col2im(np.ones((4, 4)), (1, 3, 3, 1), 2, 1).reshape(3, 3))

# %% [markdown]
# ## Exercise 11: conv_backward
#
# As a matrix product the layer was $Z = W C + b$, with $W$ the filters as rows and $C$ the patches as columns. For that
# you know the way back. Write $D$ for `dZ` as a matrix, (filters, out_height · out_width · m):
#
# $$dW = D\, C^{\mathsf T}, \qquad db = \text{the sum of each row of } D, \qquad dC = W^{\mathsf T} D$$
#
# The sums now run over examples *and* places: a filter's weights are used at every place, and contributions along
# several paths add up. Then $dC$ is laid back on the padded pictures by col2im, and the frame, which is no part of
# $X$, is cut off.
#
# | array | as a matrix | shape that is returned |
# |---|---|---|
# | `dW` | (filters, channels · k · k) | (filters, channels, k, k), as `W` |
# | `db` | (filters, 1) | (filters, 1), as `b` |
# | `dX` | | (channels, height, width, m), as `X` |
#
# **The tiny picture by hand.** With $dZ = \begin{pmatrix} 1 & 3 \\ 0 & -1 \end{pmatrix}$ and the patches $C$ of
# exercise 3, the first weight's derivative is its row of $C$ times $dZ$: $1 \cdot 1 + 3 \cdot 2 + 0 \cdot 0 - 1 \cdot 1
# = 6$. In the same way
#
# $$dW = \begin{pmatrix} 6 & -1 \\ 3 & 9 \end{pmatrix}, \qquad db = 1 + 3 + 0 - 1 = 3.$$
#
# For `dX`, the filter is laid on each place, times the number in `dZ` there, and everything is added:
#
# $$dX = \begin{pmatrix} 1 & -1 & 0 \\ 0 & 2 & 0 \\ 0 & 0 & 0 \end{pmatrix}
# + \begin{pmatrix} 0 & 3 & -3 \\ 0 & 0 & 6 \\ 0 & 0 & 0 \end{pmatrix}
# + \begin{pmatrix} 0 & 0 & 0 \\ 0 & -1 & 1 \\ 0 & 0 & -2 \end{pmatrix}
# = \begin{pmatrix} 1 & 2 & -3 \\ 0 & 1 & 7 \\ 0 & 0 & -2 \end{pmatrix}$$


# %% exercise="conv_backward"
def conv_backward(dZ, X, W, stride, pad):
    """The gradients of a convolution: of its pictures, its filters and its biases.

    dZ       (filters, out_height, out_width, m): the derivative of the loss with respect to what conv_forward gave
    X        (channels, height, width, m) the pictures that went into conv_forward
    W        (filters, channels, kernel, kernel) the filters
    stride, pad  as in conv_forward
    Returns  dX as X, dW as W, db (filters, 1)
             where, with D for dZ as a matrix and C for im2col of the padded X:
             dW = D times C transposed, db = D's row sums, dX = col2im of (W transposed, times D), without the frame
    """
    ### BEGIN SOLUTION
    filters, _, kernel, _ = W.shape
    _, height, width, _ = X.shape
    padded = pad_images(X, pad)
    D = dZ.reshape(filters, -1)
    dW = (D @ im2col(padded, kernel, stride).T).reshape(W.shape)
    db = D.sum(axis=1, keepdims=True)
    dpadded = col2im(W.reshape(filters, -1).T @ D, padded.shape, kernel, stride)
    return dpadded[:, pad : pad + height, pad : pad + width], dW, db
    ### END SOLUTION


# %% check="conv_backward"
check("conv_backward")

# %% [markdown] hints="conv_backward"
# 1. Make the matrices first: `D = dZ.reshape(filters, -1)` and the patches of the *padded* pictures. Then a line for
#    each of the three gradients.
# 2. `dW` needs the shape of `W` at the end. `db` is a sum along rows that keeps its dimension. col2im has to be told
#    the padded shape, and the frame is cut off afterwards, from `pad` to `pad + height`: a slice that ends at `-pad`
#    is empty when `pad` is 0.
# 3. `dW = (D @ im2col(padded, kernel, stride).T).reshape(W.shape)`, `db = D.sum(axis=1, keepdims=True)`, and
#    `col2im(W.reshape(filters, -1).T @ D, padded.shape, kernel, stride)`, of which you return the middle as `dX`. Mind
#    the order: `dX`, `dW`, `db`.

# %%
tiny_dZ = np.array([[1.0, 3.0], [0.0, -1.0]]).reshape(1, 2, 2, 1)
tiny_dX, tiny_dW, tiny_db = conv_backward(tiny_dZ, tiny_X, tiny_W, 1, 0)

print(tiny_dX.reshape(3, 3), tiny_dW.reshape(2, 2), tiny_db, sep="\n")

# %% [markdown] answer="convolution-backwards"
# **Why?** Look at how `dX` was made by hand. It is a convolution again, of `dZ` with a wide frame of zeros. What has to
# be done to the filter so that this convolution gives the same numbers?
#
# *Your answer:*

# %% [markdown]
# ## Exercise 12: max_pool_backward
#
# Only the largest number of each square went on, so only it has influenced the loss. It gets the whole derivative, and
# the others get 0.
#
# $$X = \begin{pmatrix} 2 & 9 & 1 & 0 \\ 0 & 1 & 3 & 4 \\ 5 & 2 & 7 & 6 \\ 1 & 8 & 2 & 0 \end{pmatrix}, \quad
# dA = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
# \quad\longrightarrow\quad
# dX = \begin{pmatrix} 0 & 1 & 0 & 0 \\ 0 & 0 & 0 & 2 \\ 0 & 0 & 4 & 0 \\ 0 & 3 & 0 & 0 \end{pmatrix}$$
#
# | array | shape |
# |---|---|
# | `dA` | (channels, height / size, width / size, m) |
# | `X`, `dX` | (channels, height, width, m) |
#
# **And if two are equally large?** That is no rare case: over blank paper a filter gives the same number everywhere. To
# give the derivative to all of them would count it several times. One of them gets it, whichever you like, or they
# share it. Within each square, `dX` adds up to what came from above.


# %% exercise="max_pool_backward"
def max_pool_backward(dA, X, size):
    """The gradient of max-pooling: each square's derivative goes to the place of its largest number.

    dA       (channels, height / size, width / size, m): the derivative of the loss with respect to what max_pool gave
    X        (channels, height, width, m): what went into max_pool
    size     the squares are size x size
    Returns  dX (channels, height, width, m): dA at the largest number of each square, 0 elsewhere; of several that are
             equally large one gets it, or they share it
    """
    ### BEGIN SOLUTION
    largest = max_pool(X, size)
    rest = dA  # what has not found its place yet
    dX = np.zeros(X.shape, dtype=dA.dtype)
    for i in range(size):
        for j in range(size):
            is_largest = X[:, i::size, j::size] == largest
            dX[:, i::size, j::size] = rest * is_largest
            rest = rest * ~is_largest
    return dX
    ### END SOLUTION


# %% check="max_pool_backward"
check("max_pool_backward")

# %% [markdown] hints="max_pool_backward"
# 1. Find again which number of each square is the largest: compare the slice `X[:, i::size, j::size]` with
#    `max_pool(X, size)`. Where they are equal, `dA` goes into the slice of `dX`.
# 2. True counts as 1 and False as 0, so `dA * (a == b)` is `dA` where they are equal and 0 elsewhere. To treat ties
#    rightly, keep what is still to be given out: once a square has given its derivative away, nothing is left for the
#    next place.
# 3. Begin with `rest = dA`. In both loops `is_largest = X[:, i::size, j::size] == largest`, then
#    `dX[:, i::size, j::size] = rest * is_largest` and `rest = rest * ~is_largest`.

# %% [markdown]
# ## Exercise 13: lenet_backward
#
# Everything is there. Walk back through the five lines of exercise 8, each undone by what you have just written:
#
# $$\begin{aligned}
# dZ_3 &= (A_3 - H) / m & dW_3 &= dZ_3 \operatorname{flatten}(A_2)^{\mathsf T} \qquad
# db_3 = \text{row sums of } dZ_3 \\
# dA_2 &= W_3^{\mathsf T} dZ_3 \text{, in the shape of } A_2 & \\
# dZ_2 &= \text{unpool}(dA_2 \odot \operatorname{relu}'(A_2)) & dA_1, dW_2, db_2 &= \text{conv backward from } dZ_2 \\
# dZ_1 &= \text{unpool}(dA_1 \odot \operatorname{relu}'(A_1)) & dX, dW_1, db_1 &= \text{conv backward from } dZ_1
# \end{aligned}$$
#
# | step | shapes |
# |---|---|
# | $dA_2$ | `W3.T @ dZ3` is ($f_2 q^2$, m), reshaped to ($f_2$, q, q, m) |
# | $dZ_2$ | ($f_2$, 2q, 2q, m), as `Z2` |
# | $dA_1$ | as `A1`, and $dZ_1$ as `Z1` |
#
# Why may ReLU's gate be asked of $A_1$, which has been through ReLU already? Because $A_1$ is positive exactly where
# the pooled $Z_1$ was. The last thing computed, $dX$, says how the loss would change if the *pixels* changed; nobody
# trains pixels, so it is dropped.


# %% exercise="lenet_backward"
def lenet_backward(X, Y, params, caches):
    """The gradients of the mean cross-entropy with respect to all parameters.

    X        (1, n, n, m) the pictures, and Y (m,) their labels
    params   W1, b1, W2, b2, W3, b3
    caches   Z1, A1, Z2, A2, A3, as lenet_forward returned them
    Returns  dW1, db1, dW2, db2, dW3, db3, each in the shape of its parameter, where
             dZ3 = (A3 minus one-hot labels) / m, and no later step divides by m
    """
    ### BEGIN SOLUTION
    W1, _, W2, _, W3, _ = params
    Z1, A1, Z2, A2, A3 = caches
    dZ3 = (A3 - one_hot(Y, A3.shape[0])) / Y.size
    dW3 = dZ3 @ flatten(A2).T
    db3 = dZ3.sum(axis=1, keepdims=True)
    dA2 = (W3.T @ dZ3).reshape(A2.shape)
    dZ2 = max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)
    dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)
    dZ1 = max_pool_backward(dA1 * relu_deriv(A1), Z1, 2)
    _, dW1, db1 = conv_backward(dZ1, X, W1, 1, 0)
    return dW1, db1, dW2, db2, dW3, db3
    ### END SOLUTION


# %% check="lenet_backward"
check("lenet_backward")

# %% [markdown] hints="lenet_backward"
# 1. Unpack `params` and `caches`, then one line for each formula: first row by row down to $dA_2$, then twice the
#    same pair of lines.
# 2. The output layer is that of the first lesson, with `flatten(A2)` as its input. Each convolution's backward pass
#    needs what went *into* it: `A1` for the second, `X` for the first. The pooling needs what went into the pooling.
# 3. `dA2 = (W3.T @ dZ3).reshape(A2.shape)`, `dZ2 = max_pool_backward(dA2 * relu_deriv(A2), Z2, 2)` and
#    `dA1, dW2, db2 = conv_backward(dZ2, A1, W2, 1, 0)`. Then the last two lines once more, one layer further down.

# %% [markdown]
# ### Turn the dial
#
# The judge that needs no formula: change one weight by a hair, and look at the loss. In double precision, as a hair is
# lost in single; and with biases of 0.1. With 0, a filter gives exactly 0 over blank paper, which is where ReLU has its
# kink, and at a kink the two sides of the hair have different slopes.


# %%
def loss_of(parameters):
    """The loss on thirty digits."""
    return cross_entropy(lenet_forward(X_small[..., :30].astype(float), parameters)[-1], Y_small[:30])


exact = tuple(p.astype(float) + (0.1 if p.shape[1:] == (1,) else 0.0) for p in fresh_lenet((3, 4)))
exact_caches = lenet_forward(X_small[..., :30].astype(float), exact)
exact_gradients = lenet_backward(X_small[..., :30].astype(float), Y_small[:30], exact, exact_caches)

print("     lenet_backward         dial")
for index, name in enumerate(("W1", "b1", "W2", "b2", "W3", "b3")):
    gradient = exact_gradients[index]
    position = np.unravel_index(np.abs(gradient).argmax(), gradient.shape)
    sides = []
    for step in (1e-6, -1e-6):
        nudged = [parameter.copy() for parameter in exact]
        nudged[index][position] += step
        sides.append(loss_of(nudged))
    print(f"d{name}  {gradient[position]:13.8f}  {(sides[0] - sides[1]) / 2e-6:13.8f}")

# %% [markdown]
# # Part 5. Training

# %% [markdown]
# ## Exercise 14: train_lenet
#
# In the first lesson each step looked at all digits. With 60,000 that is wasteful: after 32 digits one already knows
# quite well which way is down. So the digits are put in a random order, cut into *mini-batches*, and each of them makes
# a step. When all have had their turn, one *epoch* is over. Then a new order is drawn.
#
# | for each epoch | |
# |---|---|
# | draw a new order | `rng.permutation(m)` |
# | for each mini-batch of it | forward, loss, backward, and $p \leftarrow p - \alpha\, dp$ for all six parameters |
#
# For example, ten digits in the order 3, 7, 0, 9, 1, 4, 8, 2, 6, 5 and batches of 4:
#
# | batch | digits |
# |---|---|
# | 1 | 3, 7, 0, 9 |
# | 2 | 1, 4, 8, 2 |
# | 3 | 6, 5 |
#
# The last batch may be shorter. It counts like the others, and its gradient is the mean over its own two digits.
# `X[..., batch]` picks the pictures with those numbers, whatever the other axes are. Each batch's loss, from the
# forward pass *before* its step, is appended to a list: three entries here, for one epoch.


# %% exercise="train_lenet"
def train_lenet(X, Y, params, alpha, batch_size, epochs, rng):
    """Train a network with mini-batch gradient descent.

    X           (1, n, n, m) pictures, and Y (m,) their labels
    params      W1, b1, W2, b2, W3, b3 to start from
    alpha       the learning rate
    batch_size  how many pictures make a step; the last batch of an epoch may have fewer
    epochs      how often all pictures are used, each time in a new random order
    rng         a numpy.random.Generator, the source of the random orders
    Returns     params, losses: the trained six, and a list with the loss of every batch before its step
    """
    ### BEGIN SOLUTION
    losses = []
    for _ in range(epochs):
        order = rng.permutation(Y.size)
        for start in range(0, Y.size, batch_size):
            batch = order[start : start + batch_size]
            caches = lenet_forward(X[..., batch], params)
            losses.append(cross_entropy(caches[-1], Y[batch]))
            gradients = lenet_backward(X[..., batch], Y[batch], params, caches)
            params = tuple(p - alpha * dp for p, dp in zip(params, gradients, strict=True))
    return params, losses
    ### END SOLUTION


# %% check="train_lenet"
check("train_lenet")

# %% [markdown] hints="train_lenet"
# 1. Two loops, one in the other: epochs, and batches. The order is drawn in the outer loop. In the inner one stand
#    forward, loss, backward, step.
# 2. `range(0, Y.size, batch_size)` gives the place where each batch starts, and a slice that ends beyond the end of
#    `order` is just shorter. The new parameters have to replace `params`, so that the next batch starts from them.
# 3. `batch = order[start : start + batch_size]`; `caches = lenet_forward(X[..., batch], params)`; the loss of
#    `caches[-1]` and `Y[batch]` goes on the list; `gradients` come from lenet_backward; and
#    `params = tuple(p - alpha * dp for p, dp in zip(params, gradients))`.

# %% [markdown]
# ### First, fifty digits
#
# A network that can't learn fifty digits by heart has a bug. Here are forty epochs of them, a second or two:

# %%
by_heart, losses = train_lenet(X_small[..., :50], Y_small[:50], fresh_lenet(), 0.1, 10, 40, np.random.default_rng(0))

print(f"first loss {losses[0]:.3f}, last {losses[-1]:.4f}")
print(f"the fifty digits: {accuracy(X_small[..., :50], Y_small[:50], by_heart):.1%}")
print(f"others:           {accuracy(X_small[..., 50:1050], Y_small[50:1050], by_heart):.1%}")

# %% [markdown]
# Compare the last number with what the first network made of *its* fifty digits. Fewer ways to go wrong are open to a
# network that knows what a picture is.

# %% [markdown]
# ### All sixty thousand
#
# The file takes some seconds to read, and the training about half a minute: each digit is looked at twice, a fifth of
# them at a time. The learning rate falls on the way: large steps to get near, small ones to settle. The test digits are
# never trained on. After each fifth the first 2,000 of them tell how far it has come.

# %%
X_train, Y_train = load_pictures("mnist_train.csv.gz")
X_test, Y_test = X_small, Y_small

# %%
trained, curve = fresh_lenet(), []
shuffler = np.random.default_rng(0)
for part in range(10):
    fifth, alpha = slice(part % 5, None, 5), 0.15 * (1 - part / 10)
    trained, losses = train_lenet(X_train[..., fifth], Y_train[fifth], trained, alpha, 32, 1, shuffler)
    curve.append((375 * (part + 1), float(np.mean(losses)), accuracy(X_test[..., :2000], Y_test[:2000], trained)))
    print(f"alpha {alpha:.2f}: loss {curve[-1][1]:.3f}, new digits {curve[-1][2]:.1%}")

print(f"all test digits: {accuracy(X_test, Y_test, trained):.2%}")
plot_history(curve)

# %% [markdown]
# The first network read 86 digits of 100 with 7,960 parameters. This one has 5,994, and misreads little more than one
# digit in a hundred. It is not larger. It knows two things more about pictures.

# %% [markdown]
# ## The test
#
# The grader takes your own functions and trains 8 and then 24 filters, somewhat more than here, on the digits of
# MNIST's training file, perhaps as in a mirror and with the classes under other names. Then it shows them all 10,000
# digits of the test file. To pass, your network has to read 98.5% of them. This takes about a minute. Functions that
# are three times slower than they could be are still in time.

# %% check="lenet_accuracy"
check("lenet_accuracy")

# %% [markdown]
# ## Look inside
#
# These are the filters that the first layer has learned, and below them what they make of a digit.

# %%
show_weights(trained[0].reshape(8, 25))

# %%
for example in (0, 1, 2):
    maps = lenet_forward(X_test[..., [example]], trained)[1]
    show_digits(as_columns(maps / maps.max()), np.arange(8))

# %% [markdown] answer="learned-filters"
# **Look.** Which of the filters are edges like those that you made by hand, and in which directions? Are there some
# that do something else? Which maps are nearly blank, and do they stay blank for all digits?
#
# *Your answer:*

# %% [markdown]
# And here are the digits that it still misreads.

# %%
read = np.concatenate([lenet_predictions(X_test[..., i : i + 500], trained) for i in range(0, 10000, 500)])
wrong = read != Y_test

show_digits(as_columns(X_test[..., wrong]), Y_test[wrong], read[wrong], count=30)

# %%
confusion(read, Y_test)

# %% [markdown]
# # Part 6. Experiments
#
# Write down what you expect before you run each of them. All use 10,000 digits and the following function, which takes
# some seconds.


# %%
def experiment(X, X_new, filters=(8, 16)):
    """Train on the first 10,000 of the pictures X for two epochs; print the accuracy on the first 2,000 of X_new."""
    start = init_lenet(X.shape[1], 5, filters, 10, np.random.default_rng(1))
    result, _ = train_lenet(X[..., :10000], Y_train[:10000], start, 0.1, 32, 2, np.random.default_rng(2))
    print(f"filters {filters}: {accuracy(X_new[..., :2000], Y_test[:2000], result):.1%} of new digits")
    return result


# %% [markdown]
# ## Experiment 1: does it really need neighbours?
#
# The same network, the same digits, but all pixels have changed places as in the picture at the beginning.


# %%
def shuffled(X):
    """The same pictures with their pixels in another order, the same for all."""
    return X.reshape(784, -1)[shuffled_pixels].reshape(1, 28, 28, -1)


ordinary = experiment(X_train, X_test)
scrambled = experiment(shuffled(X_train[..., :10000]), shuffled(X_test[..., :2000]))

# %%
show_weights(scrambled[0].reshape(8, 25))

# %% [markdown] answer="experiment-neighbours"
# **Explain.** How far did the accuracy fall, and why did it not fall to that of a guess? How do the filters differ
# from those of the ordinary network? For which data other than pictures would you expect convolution to help, and for
# which not?
#
# *Your answer:*

# %% [markdown]
# ## Experiment 2: shifted digits
#
# Every test digit is moved to the right, pixel by pixel. The network has never seen such digits.

# %%
for shift in (0, 1, 2, 3, 4):
    moved = np.roll(X_test[..., :2000], shift, axis=2)
    print(f"moved by {shift}: {accuracy(moved, Y_test[:2000], trained):.1%}")

# %% [markdown] answer="experiment-shift"
# **Explain.** How much of a shift does the pooling forgive? The filters find a stroke wherever it is, and yet the
# accuracy falls. Which part of the network does care about places?
#
# *Your answer:*

# %% [markdown]
# ## Experiment 3: how many filters?

# %%
for filters in ((1, 4), (4, 8), (16, 32)):
    experiment(X_train, X_test, filters)

# %% [markdown] answer="experiment-filters"
# **Explain.** A single filter in the first layer: what can be in that map so that digits can still be told apart? What
# do more filters bring, and what do they cost?
#
# *Your answer:*

# %% [markdown] answer="experiment-your-own"
# ## Experiment 4: a question of your own
#
# Some that are worth asking. What if the four filters that you made by hand are used in the first layer and never
# change? If pooling keeps the mean? If the frame of zeros is put round the pictures first, with `pad_images`? If you
# train for ten more epochs? If each digit is also shown shifted by a pixel or two?
#
# *My question, what I expect, and what happened:*

# %% [markdown]
# # What you have built
#
# Fourteen functions, about sixty lines, and among them the whole of a convolutional network: padding, patches as
# columns, filters, pooling, and the way back through all of them. The libraries compute the same sums, on hardware
# that does thousands of them at once, with layers by the dozen. But they too turn patches into columns when nothing
# better is known, add up where patches overlap, and send the derivative to the largest of each square.
