import { blankDrawing, type Colour, type Drawing, drawBox, drawStroke } from "~/seeds/media/drawing";

/** Which of the seven strokes each digit has: top, upper right, lower right, bottom, lower left, upper left, middle. */
const STROKES = [
  "1111110",
  "0110000",
  "1101101",
  "1111001",
  "0110011",
  "1011011",
  "1011111",
  "1110000",
  "1111111",
  "1111011",
];
const INK: Colour = [255, 255, 255];

/** The ten digits, each `height` tall and six tenths as wide. Drawn, not written, so that no font need be installed. */
export function drawDigits(height: number): Drawing[] {
  const width = 2 * Math.round(height * 0.3);
  const edge = 0.14 * height;
  const [left, right, top, bottom, middle] = [edge, width - edge, edge, height - edge, height / 2];
  const lines = [
    [
      [left, top],
      [right, top],
    ],
    [
      [right, top],
      [right, middle],
    ],
    [
      [right, middle],
      [right, bottom],
    ],
    [
      [left, bottom],
      [right, bottom],
    ],
    [
      [left, middle],
      [left, bottom],
    ],
    [
      [left, top],
      [left, middle],
    ],
    [
      [left, middle],
      [right, middle],
    ],
  ] as const;
  return STROKES.map((strokes) => {
    const digit = blankDrawing(width, height);
    lines.forEach(([from, to], index) => {
      if (strokes[index] === "1") drawStroke(digit, from, to, 0.055 * height, INK);
    });
    return digit;
  });
}

/** The dark plate behind the digits, with the colon and a recording dot. Digits stand at 1, 2, 3.5 and 4.5 digit widths. */
export function drawPlate(digitHeight: number): Drawing {
  const digit = 2 * Math.round(digitHeight * 0.3);
  const plate = blankDrawing(Math.ceil((6 * digit) / 2) * 2, 2 * Math.round(digitHeight * 0.7));
  const middle = plate.height / 2;
  drawBox(plate, 0, 0, plate.width, plate.height, [0, 0, 0], 0.55);
  drawStroke(plate, [digit / 2, middle], [digit / 2, middle], 0.16 * digitHeight, [226, 40, 40]);
  for (const offset of [-0.16, 0.16]) {
    const dot = [3.25 * digit, middle + offset * digitHeight] as const;
    drawStroke(plate, dot, dot, 0.06 * digitHeight, INK);
  }
  return plate;
}
