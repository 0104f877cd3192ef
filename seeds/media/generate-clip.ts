import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Drawing } from "~/seeds/media/drawing";
import { drawTalk, drawWalk, type Outfit } from "~/seeds/media/figure-drawing";
import { runFfmpeg } from "~/seeds/media/run-ffmpeg";
import { drawStreet } from "~/seeds/media/street-drawing";
import { drawDigits, drawPlate } from "~/seeds/media/timecode-drawing";

export interface ClipRequest {
  /** Where to write it; the ending (.mp4, .mov, .mkv) chooses the container. */
  readonly path: string;
  readonly seconds: number;
  /** Even numbers of pixels. */
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly audio: boolean;
  /** Any whole number from 0: street, time of day and coats differ, and the same number gives the same clip. */
  readonly variant: number;
}

const OFFICER: Outfit = { coat: [34, 44, 78], legs: [28, 30, 44], band: [224, 236, 60], cap: [24, 28, 48] };
const COATS = [
  [178, 62, 52],
  [70, 120, 84],
  [196, 138, 52],
  [112, 84, 148],
  [60, 124, 150],
] as const;

/**
 * Makes a synthetic clip: an officer walks up to somebody in a street, they talk, the other walks on. Two abstract figures without
 * faces, a camera that sways as if worn, a running clock, and street noise if asked for.
 */
export async function generateClip(clip: ClipRequest): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "clip-"));
  try {
    const layers = await drawLayers(clip, folder);
    const sound = `anoisesrc=color=brown:amplitude=0.12:seed=${clip.variant + 1}[hum];sine=f=170:beep_factor=3[tone];[hum][tone]amix=weights=1 0.15`;
    await runFfmpeg([
      ...layers.flatMap((layer) => layer.input),
      ...(clip.audio ? ["-f", "lavfi", "-i", sound] : []),
      ...["-filter_complex", composeLayers(layers, clip), "-map", "[out]"],
      ...(clip.audio ? ["-map", `${layers.length}:a`, "-c:a", "aac", "-b:a", "96k", "-ar", "48000"] : []),
      ...["-t", String(clip.seconds), "-c:v", "libx264", "-preset", "veryfast", "-crf", "23"],
      ...["-g", String(Math.round(clip.fps * 2)), "-pix_fmt", "yuv420p", clip.path],
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Layer {
  readonly input: readonly string[];
  /** The overlay's own options; null for the backdrop, which the others are laid upon. */
  readonly overlay: string | null;
  /** Fixed to the frame rather than to the street. */
  readonly onGlass: boolean;
}

async function drawLayers(
  { width, height, seconds, variant, fps }: ClipRequest,
  folder: string,
): Promise<Layer[]> {
  let count = 0;
  const layer = async (
    pictures: Drawing[],
    rate: string,
    overlay: string | null,
    onGlass = false,
  ): Promise<Layer> => {
    const [first] = pictures;
    if (!first) throw new Error("A layer needs at least one picture");
    const path = join(folder, `layer-${count++}.rgba`);
    await writeFile(path, Buffer.concat(pictures.map((picture) => picture.pixels)));
    const size = `${first.width}x${first.height}`;
    const input = [
      "-stream_loop",
      "-1",
      "-f",
      "rawvideo",
      "-pix_fmt",
      "rgba",
      "-s",
      size,
      "-framerate",
      rate,
      "-i",
      path,
    ];
    return { input, overlay, onGlass };
  };

  const stage = { width: evenUp(width * 1.1), height: evenUp(height * 1.06) };
  const tall = evenUp(height * 0.5);
  const other: Outfit = {
    coat: COATS[variant % COATS.length] ?? COATS[0],
    legs: [62, 66, 82],
    band: null,
    cap: null,
  };
  const [met, parted] = [seconds * 0.22, seconds * 0.84];
  const [left, right] = [stage.width * 0.34, stage.width * 0.55];
  const feet = stage.height * 0.8 - tall;
  const place = (x: string, y: number, from: number, to: number): string =>
    `x='${x}':y=${Math.round(y)}:enable='between(t,${from.toFixed(3)},${to.toFixed(3)})'`;

  const digits = drawDigits(evenUp(height * 0.06));
  const digit = digits[0]?.width ?? 2;
  const margin = Math.round(height * 0.04);
  const ink = margin + Math.round(height * 0.012);
  const clock = (
    [
      [1, 6, "1/600"],
      [2, 10, "1/60"],
      [3.5, 6, "1/10"],
      [4.5, 10, "1"],
    ] as const
  ).map(([slot, values, rate]) =>
    layer(digits.slice(0, values), rate, `x=${Math.round(margin + slot * digit)}:y=${ink}`, true),
  );
  return Promise.all([
    layer([drawStreet(stage.width, stage.height, variant)], String(fps), null),
    layer(drawTalk(other, tall, -1, 0.9), "7", place(`${right}`, feet, 0, parted)),
    layer(
      drawWalk(other, tall),
      "12",
      place(`${right}+(t-${parted})*${(stage.width * 0.6) / (seconds - parted)}`, feet, parted, seconds),
    ),
    layer(
      drawWalk(OFFICER, tall),
      "12",
      place(`-${tall}+t*${(left + tall) / met}`, feet + height * 0.02, 0, met),
    ),
    layer(drawTalk(OFFICER, tall, 1, 0.35), "5", place(`${left}`, feet + height * 0.02, met, seconds + 1)),
    layer([drawPlate(evenUp(height * 0.06))], "1", `x=${margin}:y=${margin}`, true),
    ...clock,
  ]);
}

/** The street and its people first, then the camera's sway over them, then what is burnt in. */
function composeLayers(layers: readonly Layer[], { width, height, fps }: ClipRequest): string {
  const sway = `crop=${width}:${height}:'(iw-ow)*(0.5+0.4*sin(t*0.9))':'(ih-oh)*(0.5+0.4*sin(t*1.7))'`;
  const steps = [`[0]format=yuv420p,loop=loop=-1:size=1,setpts=N/(${fps}*TB),fps=${fps}[l0]`];
  let last = "l0";
  let swayed = false;
  layers.forEach(({ overlay, onGlass }, index) => {
    if (overlay === null) return;
    if (onGlass && !swayed) {
      steps.push(`[${last}]${sway}[glass]`);
      last = "glass";
      swayed = true;
    }
    steps.push(`[${last}][${index}]overlay=${overlay}[l${index}]`);
    last = `l${index}`;
  });
  return [...steps, `[${last}]null[out]`].join(";");
}

function evenUp(pixels: number): number {
  return 2 * Math.ceil(pixels / 2);
}
