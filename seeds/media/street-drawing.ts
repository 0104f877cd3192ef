import {
  blankDrawing,
  type Colour,
  type Drawing,
  drawBox,
  drawGradient,
  drawStroke,
} from "~/seeds/media/drawing";

interface Light {
  readonly skyTop: Colour;
  readonly skyLow: Colour;
  readonly lamp: Colour;
  readonly walls: readonly Colour[];
  readonly windows: Colour;
  readonly pavement: Colour;
  readonly road: Colour;
}

const DAY: Light = {
  skyTop: [120, 170, 214],
  skyLow: [214, 228, 236],
  lamp: [70, 74, 80],
  walls: [
    [150, 98, 82],
    [176, 158, 134],
    [128, 120, 124],
    [164, 124, 96],
    [108, 118, 128],
  ],
  windows: [206, 222, 230],
  pavement: [168, 166, 160],
  road: [84, 86, 90],
};

const DUSK: Light = {
  skyTop: [58, 64, 112],
  skyLow: [232, 158, 122],
  lamp: [255, 226, 160],
  walls: [
    [92, 66, 74],
    [110, 88, 92],
    [76, 72, 92],
    [98, 72, 70],
    [70, 74, 94],
  ],
  windows: [250, 212, 140],
  pavement: [122, 112, 118],
  road: [58, 56, 66],
};

const NIGHT: Light = {
  skyTop: [14, 20, 40],
  skyLow: [44, 54, 84],
  lamp: [255, 236, 184],
  walls: [
    [44, 40, 54],
    [54, 50, 60],
    [38, 44, 60],
    [56, 44, 48],
    [34, 38, 50],
  ],
  windows: [244, 204, 120],
  pavement: [82, 82, 94],
  road: [38, 40, 50],
};

/** An empty street: sky, a row of houses, pavement, kerb and road. The variant chooses the houses and the time of day. */
export function drawStreet(width: number, height: number, variant: number): Drawing {
  const light = [DAY, DUSK, NIGHT][variant % 3] ?? DAY;
  const street = blankDrawing(width, height);
  const unit = height / 100;
  drawGradient(street, 0, 58 * unit, light.skyTop, light.skyLow);
  drawHouses(street, unit, light, variant);
  drawGradient(street, 58 * unit, 82 * unit, light.pavement, darker(light.pavement, 0.9));
  for (let slab = 0; slab < width; slab += 14 * unit)
    drawBox(street, slab, 58 * unit, 0.3 * unit, 24 * unit, darker(light.pavement, 0.85));
  drawBox(street, 0, 82 * unit, width, 2 * unit, darker(light.pavement, 1.12));
  drawGradient(street, 84 * unit, height, light.road, darker(light.road, 0.85));
  for (let dash = 5 * unit; dash < width; dash += 30 * unit)
    drawBox(street, dash, 93 * unit, 16 * unit, 1.4 * unit, [214, 212, 204], 0.8);
  for (const post of [0.12, 0.88]) drawLamp(street, post * width, unit, light);
  return street;
}

function drawHouses(street: Drawing, unit: number, light: Light, variant: number): void {
  const roll = dice(variant + 1);
  for (let left = -4 * unit; left < street.width; ) {
    const width = (22 + 16 * roll()) * unit;
    const top = (14 + 18 * roll()) * unit;
    const wall = light.walls[Math.floor(roll() * light.walls.length)] ?? [120, 110, 110];
    drawBox(street, left, top, width, 58 * unit - top, wall);
    drawBox(street, left - unit, top - 1.6 * unit, width + unit, 2 * unit, darker(wall, 0.75));
    for (let x = left + 4 * unit; x < left + width - 6 * unit; x += 8 * unit) {
      for (let y = top + 5 * unit; y < 44 * unit; y += 10 * unit) {
        drawBox(street, x, y, 4 * unit, 6 * unit, roll() < 0.65 ? light.windows : darker(wall, 0.6));
      }
    }
    drawBox(street, left + width / 2 - 2.5 * unit, 47 * unit, 5 * unit, 11 * unit, darker(wall, 0.5));
    left += width;
  }
}

function drawLamp(street: Drawing, x: number, unit: number, light: Light): void {
  drawBox(street, x, 20 * unit, 1.2 * unit, 44 * unit, [48, 52, 58]);
  drawBox(street, x, 20 * unit, 8 * unit, 1 * unit, [48, 52, 58]);
  drawStroke(street, [x + 7 * unit, 22 * unit], [x + 9 * unit, 22 * unit], 1.4 * unit, light.lamp);
}

function darker([red, green, blue]: Colour, factor: number): Colour {
  return [Math.min(255, red * factor), Math.min(255, green * factor), Math.min(255, blue * factor)];
}

/** The same street for the same variant, always. */
function dice(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
