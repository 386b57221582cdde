// From a drawing to what a network was trained on: strokes become ink on a sheet, and the sheet becomes a picture of
// 28 x 28 pixels made as MNIST's were. Written out instead of read back from a canvas, so that every browser gives the
// same picture, those too that blur what a page reads from its canvas. Knows nothing of the page.

const SIDE = 28; // of a picture, in pixels
const BOX = 20; // MNIST's digits fill 20 x 20 of these
const MIDDLE = 14; // the pixel, of row and of column, nearest to which a digit's centre of mass lies
const FINE = 10; // sheet units a pixel
const SHEET = SIDE * FINE;

// A sheet of ink: SHEET x SHEET numbers from 0 (bare) to 1, row after row.
class Sheet {
  constructor() {
    this.ink = new Float32Array(SHEET * SHEET);
  }

  // A stroke with a round pen along points [x, y], in sheet units. The rim of the ink is smooth: one unit wide.
  stroke(points, thickness) {
    if (points.length === 1) this.line(points[0], points[0], thickness);
    for (let at = 1; at < points.length; at++) this.line(points[at - 1], points[at], thickness);
  }

  line([x0, y0], [x1, y1], thickness) {
    const radius = thickness / 2, reach = radius + 0.5;
    const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
    const right = Math.min(SHEET, Math.ceil(Math.max(x0, x1) + reach));
    const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    const bottom = Math.min(SHEET, Math.ceil(Math.max(y0, y1) + reach));
    const dx = x1 - x0, dy = y1 - y0, square = dx * dx + dy * dy;
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const x = column + 0.5 - x0, y = row + 0.5 - y0;
        const along = square ? Math.min(1, Math.max(0, (x * dx + y * dy) / square)) : 0;
        const distance = Math.hypot(x - along * dx, y - along * dy);
        const cover = Math.min(1, reach - distance), at = row * SHEET + column;
        if (cover > this.ink[at]) this.ink[at] = cover;
      }
    }
  }

  // A picture of 28 x 28 bytes, each pixel a square of FINE x FINE.
  picture(bytes) {
    for (let row = 0; row < SHEET; row++) {
      for (let column = 0; column < SHEET; column++) {
        const cover = bytes[Math.floor(row / FINE) * SIDE + Math.floor(column / FINE)] / 255;
        const at = row * SHEET + column;
        if (cover > this.ink[at]) this.ink[at] = cover;
      }
    }
  }
}

// The smallest rectangle that holds all ink, {left, top, width, height}; null on a bare sheet.
function inkBox(ink) {
  let left = SHEET, right = -1, top = SHEET, bottom = -1;
  for (let row = 0; row < SHEET; row++) {
    for (let column = 0; column < SHEET; column++) {
      if (ink[row * SHEET + column] > 0) {
        if (column < left) left = column;
        if (column > right) right = column;
        if (row < top) top = row;
        bottom = row;
      }
    }
  }
  return bottom < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

// For each of BOX pixels, which source cells it covers and how much of the pixel each takes. The ink lies in `length`
// cells from `start` on, and `longest` cells fill the box. What is shorter stands in the middle; where it fills whole
// pixels it keeps to them, so that a digit of the data set, put on the sheet, comes back as it was.
function coverage(start, length, longest) {
  const scale = BOX / longest, filled = (length * BOX) / longest;
  const margin = Number.isInteger(filled) ? Math.floor((BOX - filled) / 2) : (BOX - filled) / 2;
  return Array.from({ length: BOX }, (_, pixel) => {
    const from = Math.max(0, (pixel - margin) / scale), to = Math.min(length, (pixel + 1 - margin) / scale);
    const parts = [];
    for (let cell = Math.floor(from); cell < to; cell++) {
      const share = (Math.min(to, cell + 1) - Math.max(from, cell)) * scale;
      if (share > 0) parts.push([start + cell, share]);
    }
    return parts;
  });
}

// The 784 pixels, bytes from 0 to 255 as in the data set, of a sheet of ink; null where it is bare.
// 1. Scale, keeping the shape, until the longer side of the ink takes 20 pixels; each pixel is the mean of what it
//    covers. The shorter side stands in the middle of the 20 x 20 box.
// 2. Move the box by whole pixels, so that the centre of mass comes nearest to pixel (14, 14) of the 28 x 28.
function likeMnist(ink) {
  const found = inkBox(ink);
  if (!found) return null;
  const longest = Math.max(found.width, found.height);
  const across = coverage(found.left, found.width, longest), down = coverage(found.top, found.height, longest);
  const narrow = new Float64Array(SHEET * BOX);
  for (let row = found.top; row < found.top + found.height; row++) {
    across.forEach((parts, pixel) => {
      let sum = 0;
      for (const [column, share] of parts) sum += share * ink[row * SHEET + column];
      narrow[row * BOX + pixel] = sum;
    });
  }
  const box = new Float64Array(BOX * BOX);
  let mass = 0, massX = 0, massY = 0;
  down.forEach((parts, row) => {
    for (let column = 0; column < BOX; column++) {
      let sum = 0;
      for (const [cell, share] of parts) sum += share * narrow[cell * BOX + column];
      box[row * BOX + column] = sum;
      mass += sum;
      massX += sum * column;
      massY += sum * row;
    }
  });
  const right = MIDDLE - Math.round(massX / mass), low = MIDDLE - Math.round(massY / mass);
  const bytes = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < BOX; row++) {
    for (let column = 0; column < BOX; column++) {
      const y = row + low, x = column + right;
      if (y < 0 || x < 0 || y >= SIDE || x >= SIDE) continue; // only for ink that is nearly all in a corner
      bytes[y * SIDE + x] = Math.round(255 * Math.min(1, box[row * BOX + column]));
    }
  }
  return bytes;
}
