// The drawing page at work: pointer and keys make strokes, strokes make ink, ink makes the picture that the network
// reads, and what the network makes of it is shown at once. Uses ink.js and network.js, which stand before it.

const data = JSON.parse(document.getElementById("data").textContent);
const layers = readNetwork(data.network);
const part = id => document.getElementById(id);
const percent = share => (share < 1 && share >= 0.9995 ? "> 99.9%" : `${(100 * share).toFixed(1)}%`);
const signed = value => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

// What is on the sheet: a list of strokes {points, thickness} and pictures {bytes}. `past` holds earlier lists, so
// that undo takes back a stroke, a clearing or a sample digit alike.
let items = [];
const past = [];
let stroke = null; // the one being drawn
let pen = null; // where the keys' pen is, [x, y], while the sheet has the focus and keys were used
let penDown = false;
const sheet = new Sheet();

// What the network makes of it.
let bytes = null; // 784, as the data set has them; null where nothing is drawn
let outputs = null;
let answer = null; // the digit that it reads
let why = null; // evidence for the digit that is explained
let asked = null; // the digit to explain, where the visitor chose one; else the answer
let chosenUnit = null; // the hidden unit to show large, where the visitor chose one; else the weightiest

// Pictures

let colours = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const rgb = name => style.getPropertyValue(name).match(/[0-9a-f]{2}/gi).map(pair => parseInt(pair, 16));
  colours = { bare: rgb("--card"), ink: rgb("--ink"), plus: rgb("--plus"), minus: rgb("--minus") };
}

// Numbers as a picture: zero is bare, `limit` is full colour, and below zero is the other colour.
function paint(canvas, values, width, limit, plus = colours.plus, minus = colours.minus) {
  const height = values.length / width, context = canvas.getContext("2d");
  canvas.width = width;
  canvas.height = height;
  const image = context.createImageData(width, height);
  for (let at = 0; at < values.length; at++) {
    const depth = Math.min(1, Math.abs(values[at]) / (limit || 1)), full = values[at] < 0 ? minus : plus;
    for (let c = 0; c < 3; c++) image.data[4 * at + c] = colours.bare[c] + depth * (full[c] - colours.bare[c]);
    image.data[4 * at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

const paintInk = (canvas, values, limit = 255) => paint(canvas, values, SIDE, limit, colours.ink, colours.ink);

const most = values => values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);

// So that a few extreme weights do not turn all others pale.
function usual(values) {
  const sizes = Float64Array.from(values, Math.abs).sort();
  return sizes[Math.floor(0.995 * (sizes.length - 1))];
}

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const paper = part("sheet");

function drawPaper() {
  const size = Math.round(paper.clientWidth * devicePixelRatio) || SHEET, context = paper.getContext("2d");
  if (paper.width !== size) paper.width = paper.height = size;
  context.setTransform(size / SHEET, 0, 0, size / SHEET, 0, 0);
  context.clearRect(0, 0, SHEET, SHEET);
  context.strokeStyle = `rgb(${colours.ink})`;
  context.lineCap = context.lineJoin = "round";
  for (const item of stroke ? [...items, stroke] : items) {
    if (item.bytes) {
      const small = document.createElement("canvas");
      paintInk(small, item.bytes);
      context.imageSmoothingEnabled = false;
      context.drawImage(small, 0, 0, SHEET, SHEET);
      continue;
    }
    context.lineWidth = item.thickness;
    context.beginPath();
    context.moveTo(...item.points[0]);
    for (const point of item.points) context.lineTo(...point);
    context.stroke();
  }
  if (pen) {
    context.strokeStyle = `rgb(${colours.plus})`;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(...pen, thickness() / 2 + 3, 0, 2 * Math.PI);
    context.stroke();
  }
}

// Drawing

const thickness = () => Number(part("thickness").value);

function lay(item) {
  if (item.bytes) sheet.picture(item.bytes);
  else sheet.stroke(item.points, item.thickness);
}

function begin(point) {
  stroke = { points: [point], thickness: thickness() };
  lay(stroke);
  update();
}

function go(point) {
  sheet.line(stroke.points.at(-1), point, stroke.thickness);
  stroke.points.push(point);
  update();
}

function end() {
  if (!stroke) return;
  const drawn = stroke;
  stroke = null;
  penDown = false;
  change([...items, drawn]);
}

// Put other items on the sheet, so that it can be undone.
function change(next) {
  past.push(items);
  show(next);
}

function show(next) {
  items = next;
  sheet.ink.fill(0);
  items.forEach(lay);
  update();
  settle();
}

function undo() {
  if (stroke) {
    stroke = null;
    penDown = false;
    show(items);
  } else if (past.length) {
    show(past.pop());
  }
}

function clear() {
  end();
  if (items.length) change([]);
}

function place(event) {
  const box = paper.getBoundingClientRect();
  return [((event.clientX - box.left) / box.width) * SHEET, ((event.clientY - box.top) / box.height) * SHEET];
}

paper.addEventListener("pointerdown", event => {
  if (!event.isPrimary || event.button !== 0) return;
  end();
  pen = null;
  paper.setPointerCapture(event.pointerId);
  begin(place(event));
});
paper.addEventListener("pointermove", event => {
  if (!stroke || penDown || !event.isPrimary) return;
  const between = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
  for (const each of between.length ? between : [event]) go(place(each));
});
for (const name of ["pointerup", "pointercancel"]) {
  paper.addEventListener(name, event => { if (event.isPrimary && !penDown) end(); });
}

// Keys, while the sheet has the focus: arrows move a pen, the space bar puts it down and lifts it.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
paper.addEventListener("keydown", event => {
  if (event.altKey) return;
  const key = event.key.toLowerCase();
  if (event.key in ARROWS) {
    const step = event.shiftKey ? 2 : 8;
    const [x, y] = pen || [SHEET / 2, SHEET / 2], [dx, dy] = ARROWS[event.key];
    pen = [x + step * dx, y + step * dy].map(at => Math.min(SHEET, Math.max(0, at)));
    if (penDown) go(pen);
    else drawPaper();
  } else if (key === " " || key === "enter") {
    pen = pen || [SHEET / 2, SHEET / 2];
    if (penDown) {
      end();
    } else {
      begin(pen);
      penDown = true;
      say("Pen down.");
    }
  } else if (key === "backspace" || (key === "z" && (event.ctrlKey || event.metaKey))) {
    undo();
  } else if (key === "delete") {
    clear();
  } else {
    return;
  }
  event.preventDefault();
});
paper.addEventListener("blur", () => {
  if (penDown) end();
  pen = null;
  drawPaper();
});

part("undo").addEventListener("click", undo);
part("clear").addEventListener("click", clear);

// Sample digits

for (const [id, samples] of [["samples", data.samples], ["misread", data.misread]]) {
  for (const { pixels, label, read } of samples) {
    const picture = make("canvas", { "aria-hidden": "true" });
    const words = id === "samples" ? `${label}` : `${label} read as ${read}`;
    const button = make("button", { type: "button", class: "sample", "aria-label": `Put on the sheet: a ${words}` },
      picture, make("span", {}, words));
    picture.bytes = decode(pixels, "u1");
    button.addEventListener("click", () => {
      end();
      pen = null;
      change([{ bytes: picture.bytes }]);
    });
    part(id).append(make("li", {}, button));
  }
}

// The answer

const rows = Array.from({ length: 10 }, (_, digit) => {
  const fill = make("span", { class: "fill" }), share = make("span", { class: "share" });
  const button = make("button", { type: "button", class: "choice", "aria-pressed": "false" },
    make("span", { class: "digit" }, `${digit}`), make("span", { class: "track" }, fill), share);
  button.addEventListener("click", () => {
    asked = asked === digit ? null : digit;
    update();
    settle();
  });
  part("bars").append(make("li", {}, button));
  return { button, fill, share };
});

function showAnswer() {
  const shares = outputs ? outputs.at(-1) : new Float64Array(10);
  const order = [...shares.keys()].sort((a, b) => shares[b] - shares[a]), [first, second] = order;
  rows.forEach(({ button, fill, share }, digit) => {
    fill.style.width = `${100 * shares[digit]}%`;
    share.textContent = outputs ? percent(shares[digit]) : "";
    button.classList.toggle("first", Boolean(outputs) && digit === first);
    button.setAttribute("aria-pressed", `${digit === asked}`);
    button.disabled = !outputs;
  });
  part("answer").textContent = outputs ? `${first}` : "–";
  part("answer").classList.toggle("none", !outputs);
  part("sure").textContent = !outputs ? "Nothing is drawn yet." : shares[first] < 0.5
    ? `Not sure: ${percent(shares[first])} for ${first}, ${percent(shares[second])} for ${second}.`
    : `${percent(shares[first])} sure. Next: ${second}, ${percent(shares[second])}.`;
  answer = outputs ? first : null;
}

// Why

function showWhy() {
  const digit = asked ?? answer, size = SIDE * SIDE;
  part("why-title").textContent = !outputs ? "Why" : digit === answer ? `Why ${digit}` : `Why not ${digit}`;
  for (const slot of document.querySelectorAll(".explained")) slot.textContent = outputs ? `${digit}` : "a digit";
  why = outputs && evidence(layers, outputs, digit);
  const gradient = why ? why.gradients[0] : new Float64Array(size);
  const shares = why ? gradient.map((slope, at) => slope * outputs[0][at]) : gradient;
  paint(part("said"), shares, SIDE, most(shares));
  paint(part("wanted"), gradient, SIDE, usual(gradient));
  let plus = 0, minus = 0;
  for (const share of shares) {
    if (share > 0) plus += share;
    else minus += share;
  }
  part("for").textContent = why ? signed(plus) : "";
  part("against").textContent = why ? signed(minus) : "";
  part("rest").textContent = why ? signed(why.lead - plus - minus) : "";
  part("lead").textContent = why ? signed(why.lead) : "";
}

// Hidden layers: each layer with weights but the last, and its output after what directly follows it.

const AFTER = ["batchnorm", "relu", "leaky_relu", "tanh", "sigmoid"];
const MOST_UNITS = 256; // tiles of one layer, so that a wide network does not make the page slow
const hidden = [];
layers.forEach((layer, at) => {
  if (layer.kind !== "dense" && layer.kind !== "conv2d") return;
  let last = at;
  while (last + 1 < layers.length && AFTER.includes(layers[last + 1].kind)) last++;
  hidden.push({ layer, at, output: last + 1, units: layer.after[0], each: count(layer.after) / layer.after[0] });
});
hidden.pop(); // the ten scores
const sees = hidden.length > 0 && layers.slice(0, hidden[0].at).every(({ kind }) => kind === "flatten");

function makeTiles() {
  hidden.forEach((panel, number) => {
    const { layer, units } = panel, conv = layer.kind === "conv2d", shown = Math.min(units, MOST_UNITS);
    const pictures = conv || (number === 0 && sees);
    panel.limit = number === 0 && !conv ? usual(layer.weights) : 0;
    const list = make("ul", { class: `tiles ${pictures ? (units > 40 ? "many" : "few") : "lights"}` });
    list.style.setProperty("--columns", [8, 7, 6, 5].find(columns => units % columns === 0) || 6);
    panel.tiles = Array.from({ length: shown }, (_, unit) => {
      const picture = pictures ? make("canvas", { "aria-hidden": "true" }) : null;
      const fill = make("span", { class: "fill" });
      const tile = make("button", { type: "button", class: "unit", tabindex: unit ? "-1" : "0" });
      if (picture) tile.append(picture);
      tile.append(make("span", { class: "push", "aria-hidden": "true" }, fill));
      tile.addEventListener("click", () => choose(number, chosenUnit && chosenUnit.tile === tile ? null : unit));
      list.append(make("li", {}, tile));
      return { tile, picture, fill };
    });
    // One stop for the tab key; arrows go from unit to unit.
    list.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const now = panel.tiles.findIndex(({ tile }) => tile === event.target), next = panel.tiles[now + step];
      if (!step || !next) return;
      panel.tiles[now].tile.tabIndex = -1;
      next.tile.tabIndex = 0;
      next.tile.focus();
      event.preventDefault();
    });
    const name = conv ? `${units} filters of ${kernelSide(layer)} × ${kernelSide(layer)}` : `${units} units`;
    const left = shown < units ? `, the first ${shown} of them here` : "";
    const title = hidden.length > 1 ? `Layer ${number + 1}: ${name}${left}` : `${name}${left}`;
    part("layers").append(make("h3", {}, title), list);
  });
  part("inside").hidden = hidden.length === 0;
}

const kernelSide = ({ weights, before, after }) =>
  Math.round(Math.sqrt(weights.length / (after[0] * asPicture(before)[0])));

function choose(number, unit) {
  chosenUnit = unit === null ? null : { number, unit, tile: hidden[number].tiles[unit].tile };
  showInside();
}

// What a unit sends on, and what that does for the digit that is explained: [activation, share of the lead].
function unitSays({ output, each }, unit) {
  if (!outputs) return [0, 0];
  let strongest = 0, share = 0;
  for (let at = unit * each; at < (unit + 1) * each; at++) {
    if (Math.abs(outputs[output][at]) > Math.abs(strongest)) strongest = outputs[output][at];
    share += outputs[output][at] * why.gradients[output][at];
  }
  return [strongest, share];
}

// Where a filter finds what it looks for.
const mapOf = ({ output, each }, unit) =>
  outputs ? outputs[output].slice(unit * each, (unit + 1) * each) : new Float64Array(each);

function showInside() {
  hidden.forEach(panel => {
    const says = panel.tiles.map((_, unit) => unitSays(panel, unit));
    const brightest = most(says.map(([activation]) => activation)), weightiest = most(says.map(([, share]) => share));
    panel.says = says;
    panel.tiles.forEach(({ tile, picture, fill }, unit) => {
      const [activation, share] = says[unit], light = brightest ? Math.abs(activation) / brightest : 0;
      tile.style.setProperty("--lit", light.toFixed(3));
      fill.className = share < 0 ? "fill minus" : "fill plus";
      fill.style.width = `${weightiest ? (50 * Math.abs(share)) / weightiest : 0}%`;
      if (picture && panel.layer.kind === "conv2d") {
        paint(picture, mapOf(panel, unit), panel.layer.after[2], brightest, colours.ink, colours.minus);
      }
      tile.setAttribute("aria-pressed", `${Boolean(chosenUnit) && chosenUnit.tile === tile}`);
    });
  });
  showUnit();
}

// One unit of the first layer, or the one that was chosen, large.
function showUnit() {
  if (!hidden.length) return;
  const { number, unit } = chosenUnit || { number: 0, unit: weightiestUnit(hidden[0]) };
  const panel = hidden[number], { layer } = panel, [activation, share] = panel.says[unit];
  const width = layer.weights.length / panel.units, weights = layer.weights.slice(unit * width, (unit + 1) * width);
  const input = outputs ? outputs[panel.at] : null;
  const conv = layer.kind === "conv2d", looks = number === 0 && (conv || sees);
  const where = hidden.length > 1 ? ` of layer ${number + 1}` : "";
  part("unit-title").textContent = `${conv ? "Filter" : "Unit"} ${unit}${where}`;
  part("unit-pictures").hidden = !looks;
  if (looks) {
    paint(part("unit-weights"), weights, conv ? kernelSide(layer) : SIDE, conv ? most(weights) : panel.limit);
    part("unit-found-words").textContent = conv ? "where it finds that" : "weight × pixel";
    if (conv) {
      const map = mapOf(panel, unit);
      paint(part("unit-found"), map, layer.after[2], most(map), colours.ink, colours.minus);
    } else {
      paint(part("unit-found"), weights.map((w, at) => (input ? w * input[at] : 0)), SIDE, panel.limit);
    }
  }
  const digit = asked ?? answer;
  const does = Math.abs(share) < 0.005 ? `says nothing about ${digit}`
    : share > 0 ? `speaks for ${digit} (${signed(share)})` : `speaks against ${digit} (${signed(share)})`;
  const sends = `It sends on ${activation.toFixed(2)}${conv ? " at most" : ""}`;
  part("unit-words").textContent = outputs ? `${sends}, and ${does}.` : "It waits for a digit.";
}

const weightiestUnit = ({ says }) =>
  says.reduce((best, [, share], unit) => (Math.abs(share) > Math.abs(says[best][1]) ? unit : best), 0);

// All of it

let waiting = false;
function update() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(refresh);
}

function refresh() {
  waiting = false;
  bytes = likeMnist(sheet.ink);
  outputs = bytes && forward(layers, Float64Array.from(bytes, byte => byte / 255));
  if (!outputs) asked = null;
  drawPaper();
  paintInk(part("seen"), bytes || new Uint8Array(SIDE * SIDE));
  showAnswer();
  showWhy();
  showInside();
  part("invitation").hidden = Boolean(outputs);
  part("undo").disabled = !past.length && !stroke;
  part("clear").disabled = !outputs;
}

// Once a drawing rests, those who do not see it hear what it is read as.
let resting = 0;
function settle() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    say(outputs ? `Read as ${part("answer").textContent}. ${part("sure").textContent}` : "The sheet is bare.");
    hidden.forEach(panel => panel.tiles.forEach(({ tile }, unit) => {
      const [activation, share] = panel.says[unit];
      const says = `sends on ${activation.toFixed(2)}, ${signed(share)} for the digit`;
      tile.setAttribute("aria-label", `Unit ${unit}: ${says}`);
    }));
  }, 400);
}

function say(words) {
  part("spoken").textContent = words;
}

function paintAll() {
  readColours();
  for (const picture of document.querySelectorAll(".sample canvas")) paintInk(picture, picture.bytes);
  if (sees && hidden[0].layer.kind === "dense") {
    const { layer, units, tiles, limit } = hidden[0], width = layer.weights.length / units;
    tiles.forEach(({ picture }, unit) => {
      paint(picture, layer.weights.slice(unit * width, (unit + 1) * width), SIDE, limit);
    });
  }
  refresh();
}

makeTiles();
paintAll();
settle();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintAll);
new ResizeObserver(drawPaper).observe(paper);
