import { type AcceptedSource, durationTolerance } from "~/domain/footage/inspection";
import { granted, type Result, refused } from "~/domain/result";

/** One encoding of a clip: even width and height in pixels, a constant frame rate, and segments that each start anew. */
export interface RenditionPlan {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly segmentSeconds: number;
  readonly groupOfPictures: number;
  readonly maxVideoKilobits: number;
  readonly audioKilobits: number;
}

const FRAMES_PER_SECOND = 25;
const SEGMENT_SECONDS = 6;

/** The rungs we offer, tallest first. */
const LADDER = [{ height: 720, maxVideoKilobits: 2500 }] as const;

/** The encodings to make of a source: one per rung, none taller than the source, no height twice. */
export function buildRenditionLadder(
  source: Pick<AcceptedSource, "width" | "height">,
  ladder: ReadonlyArray<{ height: number; maxVideoKilobits: number }> = LADDER,
): RenditionPlan[] {
  const plans = new Map<number, RenditionPlan>();
  for (const rung of ladder) {
    const height = Math.min(rung.height, toEven(source.height));
    if (plans.has(height)) continue;
    // The nearest even width, so that the shape is off by a pixel at most, but never wider than the source.
    const width = Math.max(2, 2 * Math.round((source.width * height) / source.height / 2));
    plans.set(height, {
      width: height < toEven(source.height) ? width : toEven(source.width),
      height,
      framesPerSecond: FRAMES_PER_SECOND,
      segmentSeconds: SEGMENT_SECONDS,
      groupOfPictures: FRAMES_PER_SECOND * SEGMENT_SECONDS,
      maxVideoKilobits: rung.maxVideoKilobits,
      audioKilobits: 128,
    });
  }
  return [...plans.values()];
}

/** The nearest even number not above it, but at least 2: the encoder halves both sides for colour. */
function toEven(pixels: number): number {
  return Math.max(2, 2 * Math.floor(pixels / 2));
}

/** What lies in the output folder after an encoding, and what the encoder counted. */
export interface RenditionFacts {
  readonly playlistEnded: boolean;
  readonly keyLines: number;
  readonly segments: ReadonlyArray<{ readonly seconds: number; readonly bytes: number | null }>;
  readonly framesDecoded: number;
  readonly framesEncoded: number;
  readonly videoStreams: number;
  readonly audioStreams: number;
}

export type RenditionRefusal =
  | "transcode-failed"
  | "transcode-took-too-long"
  | "rendition-incomplete"
  | "frames-missing"
  | "duration-mismatch";

/** Accepts an encoding only when all of it is there and it is as long as its source; the encoder's exit code proves neither. */
export function decideRendition(
  made: RenditionFacts,
  plan: RenditionPlan,
  source: Pick<AcceptedSource, "durationSeconds" | "frameCount" | "hasAudio">,
): Result<{ readonly durationSeconds: number }, RenditionRefusal> {
  const whole =
    made.playlistEnded &&
    made.keyLines === 1 &&
    made.segments.length > 0 &&
    made.segments.every((segment) => segment.bytes !== null && segment.bytes > 0) &&
    made.videoStreams === 1 &&
    made.audioStreams === (source.hasAudio ? 1 : 0);
  if (!whole) return refused("rendition-incomplete");

  const tolerance = durationTolerance(source.durationSeconds);
  const lostFrames = source.frameCount - made.framesDecoded;
  if (lostFrames > (source.frameCount / source.durationSeconds) * tolerance) return refused("frames-missing");

  const listed = made.segments.reduce((sum, segment) => sum + segment.seconds, 0);
  const encoded = made.framesEncoded / plan.framesPerSecond;
  const holds = [listed, encoded].every((seconds) => Math.abs(seconds - source.durationSeconds) <= tolerance);
  return holds ? granted({ durationSeconds: listed }) : refused("duration-mismatch");
}

/** Names inside a rendition's folder, as the playlist writes them. */
export const RENDITION_PLAYLIST = "playlist.m3u8";
export const RENDITION_SEGMENT_PATTERN = "segment-%05d.ts";
