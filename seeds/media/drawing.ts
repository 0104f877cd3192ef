export type Colour = readonly [red: number, green: number, blue: number];

/** A small picture in RGBA, transparent at first, with smooth edges. Coordinates are pixels from the top left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function blankDrawing(width: number, height: number): Drawing {
  return { width, height, pixels: new Uint8Array(width * height * 4) };
}

/** A line with round ends, `radius` to either side; a disc when both ends are one. */
export function drawStroke(
  on: Drawing,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  radius: number,
  colour: Colour,
): void {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const box = {
    left: Math.min(x1, x2) - radius,
    top: Math.min(y1, y2) - radius,
    right: Math.max(x1, x2) + radius,
    bottom: Math.max(y1, y2) + radius,
  };
  paint(on, box, colour, (x, y) => {
    const along =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    return radius - Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
  });
}

export function drawBox(
  on: Drawing,
  left: number,
  top: number,
  width: number,
  height: number,
  colour: Colour,
  opacity = 1,
): void {
  const box = { left, top, right: left + width, bottom: top + height };
  paint(on, box, colour, (x, y) => Math.min(x - left, left + width - x, y - top, top + height - y), opacity);
}

/** Fills the whole width between two heights, from one colour to the other. */
export function drawGradient(on: Drawing, top: number, bottom: number, from: Colour, to: Colour): void {
  for (let y = Math.floor(top); y < bottom; y += 1) {
    const part = (y - top) / (bottom - top);
    const mixed: Colour = [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
    drawBox(on, -1, y, on.width + 2, 2, mixed);
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Covers each pixel as far as it lies inside; `depth` is the distance from its centre to the edge, negative outside. */
function paint(
  on: Drawing,
  box: Box,
  colour: Colour,
  depth: (x: number, y: number) => number,
  opacity = 1,
): void {
  const firstRow = Math.max(0, Math.floor(box.top - 1));
  const lastRow = Math.min(on.height - 1, Math.ceil(box.bottom + 1));
  const firstColumn = Math.max(0, Math.floor(box.left - 1));
  const lastColumn = Math.min(on.width - 1, Math.ceil(box.right + 1));
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const cover = opacity * Math.max(0, Math.min(1, depth(column + 0.5, row + 0.5) + 0.5));
      if (cover > 0) blend(on.pixels, (row * on.width + column) * 4, colour, cover);
    }
  }
}

function blend(pixels: Uint8Array, at: number, [red, green, blue]: Colour, cover: number): void {
  const below = (pixels[at + 3] ?? 0) / 255;
  const alpha = cover + below * (1 - cover);
  const channel = (old: number | undefined, fresh: number): number =>
    (fresh * cover + (old ?? 0) * below * (1 - cover)) / alpha;
  pixels[at] = channel(pixels[at], red);
  pixels[at + 1] = channel(pixels[at + 1], green);
  pixels[at + 2] = channel(pixels[at + 2], blue);
  pixels[at + 3] = alpha * 255;
}

function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
