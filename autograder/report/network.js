// The network in the page: the forward pass of autograder/network.py for every kind of layer, in the same double
// precision, and the way back, which says what each pixel and each hidden unit does to an answer. One digit at a time;
// pictures lie channel after channel, row after row. Knows nothing of the page.

function decode(text, type) {
  const raw = atob(text), bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  if (type === "u1") return bytes;
  return type === "f4" ? Float64Array.from(new Float32Array(bytes.buffer)) : new Float64Array(bytes.buffer);
}

// The layers as the page holds them: names of arrays replaced by their numbers, and each with the shapes of one
// example before and after it.
function readNetwork({ layers, shapes, arrays }) {
  const values = {};
  for (const [name, { type, base64 }] of Object.entries(arrays)) values[name] = decode(base64, type);
  return layers.map((layer, at) => {
    const read = { ...layer, before: shapes[at], after: shapes[at + 1] };
    for (const key of ["weights", "bias", "gamma", "beta", "mean", "variance"]) {
      if (key in layer) read[key] = values[layer[key]];
    }
    return read;
  });
}

const count = shape => shape.reduce((product, side) => product * side, 1);

// A picture's [channels, height, width]; 784 numbers are one of 28 x 28.
const asPicture = shape => (shape.length === 3 ? shape : [1, 28, 28]);

// Calls visit(output, weight, input) with positions, for each product in a convolution.
function eachProduct(layer, visit) {
  const [channels, height, width] = asPicture(layer.before), [filters, rows, columns] = layer.after;
  const k = Math.round(Math.sqrt(layer.weights.length / (filters * channels)));
  for (let filter = 0, output = 0; filter < filters; filter++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, output++) {
        for (let channel = 0; channel < channels; channel++) {
          for (let i = 0; i < k; i++) {
            const y = row * layer.stride + i - layer.padding;
            if (y < 0 || y >= height) continue;
            for (let j = 0; j < k; j++) {
              const x = column * layer.stride + j - layer.padding;
              if (x < 0 || x >= width) continue;
              visit(output, ((filter * channels + channel) * k + i) * k + j, (channel * height + y) * width + x);
            }
          }
        }
      }
    }
  }
}

// For each square of a pooling layer, the position of its largest number.
function largest(layer, a) {
  const [channels, height, width] = asPicture(layer.before), [, rows, columns] = layer.after;
  const found = new Int32Array(channels * rows * columns);
  for (let channel = 0, output = 0; channel < channels; channel++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, output++) {
        let best = (channel * height + row * layer.size) * width + column * layer.size;
        for (let i = 0; i < layer.size; i++) {
          for (let j = 0; j < layer.size; j++) {
            const at = (channel * height + row * layer.size + i) * width + column * layer.size + j;
            if (a[at] > a[best]) best = at;
          }
        }
        found[output] = best;
      }
    }
  }
  return found;
}

// For each kind of layer: forward(layer, a) is its output, and backward(layer, gradient, a, output) the gradient of a
// sum with respect to `a`, from the gradient with respect to the output.
const elementwise = (f, slope) => ({
  forward: (layer, a) => a.map(z => f(z, layer)),
  backward: (layer, gradient, a, output) => gradient.map((g, at) => g * slope(a[at], output[at], layer)),
});
const KINDS = {
  dense: {
    forward({ weights, bias }, a) {
      return Float64Array.from(bias, (b, unit) => {
        let sum = 0;
        for (let at = 0, w = unit * a.length; at < a.length; at++, w++) sum += weights[w] * a[at];
        return sum + b;
      });
    },
    backward({ weights }, gradient, a) {
      const back = new Float64Array(a.length);
      gradient.forEach((g, unit) => {
        for (let at = 0, w = unit * a.length; at < a.length; at++, w++) back[at] += g * weights[w];
      });
      return back;
    },
  },
  conv2d: {
    forward(layer, a) {
      const each = layer.after[1] * layer.after[2];
      const out = new Float64Array(count(layer.after));
      eachProduct(layer, (output, weight, input) => { out[output] += layer.weights[weight] * a[input]; });
      return out.map((sum, at) => sum + layer.bias[Math.floor(at / each)]);
    },
    backward(layer, gradient, a) {
      const back = new Float64Array(a.length);
      eachProduct(layer, (output, weight, input) => { back[input] += layer.weights[weight] * gradient[output]; });
      return back;
    },
  },
  maxpool: {
    forward: (layer, a) => Float64Array.from(largest(layer, a), at => a[at]),
    backward(layer, gradient, a) {
      const back = new Float64Array(a.length);
      largest(layer, a).forEach((at, output) => { back[at] += gradient[output]; });
      return back;
    },
  },
  flatten: { forward: (layer, a) => a, backward: (layer, gradient) => gradient },
  batchnorm: {
    forward({ gamma, beta, mean, variance, epsilon }, a) {
      const each = a.length / gamma.length;
      return a.map((z, at) => {
        const of = Math.floor(at / each);
        return (gamma[of] / Math.sqrt(variance[of] + epsilon)) * (z - mean[of]) + beta[of];
      });
    },
    backward({ gamma, variance, epsilon }, gradient) {
      const each = gradient.length / gamma.length;
      return gradient.map((g, at) => {
        const of = Math.floor(at / each);
        return (g * gamma[of]) / Math.sqrt(variance[of] + epsilon);
      });
    },
  },
  relu: elementwise(z => Math.max(z, 0), z => (z > 0 ? 1 : 0)),
  leaky_relu: elementwise((z, { slope }) => (z > 0 ? z : slope * z), (z, _, { slope }) => (z > 0 ? 1 : slope)),
  tanh: elementwise(Math.tanh, (_, a) => 1 - a * a),
  sigmoid: elementwise(z => 0.5 * (1 + Math.tanh(0.5 * z)), (_, a) => a * (1 - a)),
  softmax: {
    forward(_, a) {
      const top = Math.max(...a), powers = a.map(z => Math.exp(z - top));
      const sum = powers.reduce((total, power) => total + power, 0);
      return powers.map(power => power / sum);
    },
    backward(_, gradient, a, output) {
      const mean = gradient.reduce((total, g, at) => total + g * output[at], 0);
      return gradient.map((g, at) => output[at] * (g - mean));
    },
  },
};

// The input and every layer's output, for 784 pixels in [0, 1].
function forward(layers, pixels) {
  const outputs = [Float64Array.from(pixels)];
  for (const layer of layers) outputs.push(KINDS[layer.kind].forward(layer, outputs.at(-1)));
  return outputs;
}

// What speaks for a class: the lead of its score, before the last softmax, over the mean score of all ten, and that
// lead's gradient with respect to the input and to every layer's output up to the scores. The mean is taken off
// because softmax does not see what all scores have in common. Where all activations are ReLUs, gradient times number,
// summed over a layer, is that layer's exact share of the lead; the rest comes from the biases after it.
function evidence(layers, outputs, digit) {
  const scores = outputs[layers.length - 1], classes = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / classes;
  const gradients = [scores.map((_, at) => (at === digit ? 1 : 0) - 1 / classes)];
  for (let at = layers.length - 2; at >= 0; at--) {
    const layer = layers[at];
    gradients.unshift(KINDS[layer.kind].backward(layer, gradients[0], outputs[at], outputs[at + 1]));
  }
  return { lead: scores[digit] - mean, gradients };
}
