import { blankDrawing, type Colour, type Drawing, drawBox, drawStroke } from "~/seeds/media/drawing";

/** A figure without a face: what it wears is all there is to tell it by. */
export interface Outfit {
  readonly coat: Colour;
  readonly legs: Colour;
  readonly band: Colour | null;
  readonly cap: Colour | null;
}

/** The same for everybody, and nobody's skin: these figures stand for no group of people. */
const HEAD: Colour = [200, 192, 182];

type Point = readonly [x: number, y: number];

/** One stride in eight pictures, walking to the right. */
export function drawWalk(outfit: Outfit, height: number): Drawing[] {
  return Array.from({ length: 8 }, (_, step) => {
    const swing = Math.sin((step / 8) * 2 * Math.PI);
    return drawFigure(outfit, height, {
      legs: [swing * 0.5, -swing * 0.5],
      arms: [-swing * 0.5, swing * 0.5],
      bob: Math.abs(swing) * 0.01,
      facing: 1,
    });
  });
}

/** Eight pictures of standing and talking: one arm rises and falls, by `liveliness` (0: hardly, 1: above the shoulder). */
export function drawTalk(outfit: Outfit, height: number, facing: 1 | -1, liveliness: number): Drawing[] {
  return Array.from({ length: 8 }, (_, step) => {
    const wave = 0.5 - 0.5 * Math.cos((step / 8) * 2 * Math.PI);
    return drawFigure(outfit, height, {
      legs: [0.1, -0.1],
      arms: [-0.1, facing * (0.3 + liveliness * (0.5 + 1.3 * wave))],
      bob: wave * 0.006,
      facing,
    });
  });
}

interface Pose {
  /** Angles from hanging straight down, in radians; positive is to the right. */
  readonly legs: readonly [number, number];
  readonly arms: readonly [number, number];
  readonly bob: number;
  readonly facing: 1 | -1;
}

/** The width is six tenths of the height, the feet stand on the lower edge. */
function drawFigure(outfit: Outfit, height: number, pose: Pose): Drawing {
  const width = 2 * Math.round(height * 0.3);
  const picture = blankDrawing(width, height);
  const at = (x: number, y: number): Point => [width / 2 + x * height, (y - pose.bob) * height];
  const limb = (from: Point, angle: number, length: number, radius: number, colour: Colour): Point => {
    const to: Point = [
      from[0] + Math.sin(angle) * length * height,
      from[1] + Math.cos(angle) * length * height,
    ];
    drawStroke(picture, from, to, radius * height, colour);
    return to;
  };

  drawBox(picture, width / 2 - 0.16 * height, 0.965 * height, 0.32 * height, 0.03 * height, [0, 0, 0], 0.25);
  const arm = (angle: number, tone: number): void => {
    const sleeve = shade(outfit.coat, tone);
    const elbow = limb(at(0, 0.27), angle, 0.15, 0.035, sleeve);
    const hand = limb(elbow, angle * 1.35, 0.13, 0.032, sleeve);
    drawStroke(picture, hand, hand, 0.033 * height, HEAD);
  };
  const leg = (angle: number, tone: number): void => {
    const knee = limb(at(0, 0.54), angle, 0.21, 0.048, shade(outfit.legs, tone));
    const foot = limb(knee, angle * 0.5, 0.2, 0.042, shade(outfit.legs, tone));
    drawStroke(picture, foot, [foot[0] + pose.facing * 0.05 * height, foot[1]], 0.026 * height, [36, 34, 34]);
  };
  arm(pose.arms[0], 0.75);
  leg(pose.legs[0], 0.8);
  leg(pose.legs[1], 1);
  drawStroke(picture, at(0, 0.28), at(0, 0.53), 0.085 * height, outfit.coat);
  if (outfit.band) {
    for (const y of [0.36, 0.44]) drawStroke(picture, at(-0.06, y), at(0.06, y), 0.016 * height, outfit.band);
  }
  arm(pose.arms[1], 1.1);
  drawStroke(picture, at(0, 0.17), at(0, 0.2), 0.03 * height, HEAD);
  drawStroke(picture, at(0, 0.105), at(0, 0.12), 0.068 * height, HEAD);
  if (outfit.cap) {
    drawStroke(picture, at(-0.045, 0.058), at(0.045, 0.058), 0.03 * height, outfit.cap);
    drawStroke(
      picture,
      at(-pose.facing * 0.06, 0.085),
      at(pose.facing * 0.07, 0.085),
      0.012 * height,
      outfit.cap,
    );
  }
  return picture;
}

function shade([red, green, blue]: Colour, factor: number): Colour {
  return [Math.min(255, red * factor), Math.min(255, green * factor), Math.min(255, blue * factor)];
}
