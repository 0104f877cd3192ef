import { granted, type Result, refused } from "~/domain/result";

export type FootageContainer = "mp4" | "matroska";

/** What the packets of one stream say once all are read, whatever the container claims. Seconds on the file's own clock. */
export interface PacketFacts {
  readonly count: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** Width and height are those of the picture as shown: rotation and pixel shape are already applied. */
interface VideoFacts {
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  readonly pixelFormat: string | null;
  readonly claimedSeconds: number | null;
  readonly claimedFrames: number | null;
  /** What the track is said to last when nothing is cut from it; asked only when it shows fewer frames than it stores. */
  readonly uncutSeconds: number | null;
  readonly packets: PacketFacts;
}

interface AudioFacts {
  readonly codec: string;
  readonly packets: PacketFacts;
}

export interface MediaFacts {
  readonly kind: "media";
  readonly container: FootageContainer;
  readonly sizeBytes: number;
  /** The bytes that belong to some stream; the rest is index, padding, or something else's. */
  readonly packetBytes: number;
  readonly claimedSeconds: number | null;
  /** The latest end of any stream, and the earliest start. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly video: VideoFacts | null;
  readonly audio: AudioFacts | null;
}

/** What looking at a file brought to light: one of four ways of not being readable as video, or its measures. */
export type ProbeFacts =
  | { readonly kind: "empty" | "foreign" | "oversized-picture" | "unreadable" }
  | MediaFacts;

export interface InspectionLimits {
  readonly maxSeconds: number;
  readonly maxPixels: number;
  readonly minFramesPerSecond: number;
  readonly maxFramesPerSecond: number;
  readonly minBytesPerSecond: number;
  readonly maxBytesPerSecond: number;
  /** Bytes that may lie in the file without belonging to a stream, whatever its size; beyond them a quarter of it. */
  readonly strayBytes: number;
  readonly videoCodecs: readonly string[];
  readonly audioCodecs: readonly string[];
}

/** What is accepted as footage: H.264 or HEVC, AAC or silence, up to four hours and nine million pixels. */
export const INSPECTION_LIMITS: InspectionLimits = {
  maxSeconds: 4 * 3600,
  maxPixels: 9_000_000,
  minFramesPerSecond: 1,
  maxFramesPerSecond: 120,
  minBytesPerSecond: 50,
  maxBytesPerSecond: 40_000_000,
  strayBytes: 16 * 1024 * 1024,
  videoCodecs: ["h264", "hevc"],
  audioCodecs: ["aac"],
};

export type InspectionRefusal =
  | "empty-file"
  | "not-a-video"
  | "unreadable"
  | "no-video-stream"
  | "unsupported-codec"
  | "too-long"
  | "too-many-pixels"
  | "frame-rate-out-of-range"
  | "duration-implausible";

/** A file that may be transcoded. The duration is that of its video packets, in seconds. */
export interface AcceptedSource {
  readonly container: FootageContainer;
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly hasAudio: boolean;
}

/** How far two measures of one duration may lie apart, in seconds: half a second, or one per cent of it. */
export function durationTolerance(seconds: number): number {
  return Math.max(0.5, seconds * 0.01);
}

const WITHOUT_MEASURES = {
  empty: "empty-file",
  foreign: "not-a-video",
  "oversized-picture": "too-many-pixels",
  unreadable: "unreadable",
} as const satisfies Record<Exclude<ProbeFacts["kind"], "media">, InspectionRefusal>;

/** Accepts a file whose streams we can play and whose claims agree with its packets; otherwise names the first thing wrong. */
export function decideInspection(
  facts: ProbeFacts,
  limits: InspectionLimits = INSPECTION_LIMITS,
): Result<AcceptedSource, InspectionRefusal> {
  if (facts.kind !== "media") return refused(WITHOUT_MEASURES[facts.kind]);
  const { video, audio } = facts;
  if (!video) return refused("no-video-stream");
  if (!limits.videoCodecs.includes(video.codec)) return refused("unsupported-codec");
  if (audio && !limits.audioCodecs.includes(audio.codec)) return refused("unsupported-codec");
  if (video.packets.count === 0 || video.width < 1 || video.height < 1) return refused("unreadable");
  if (video.width * video.height > limits.maxPixels) return refused("too-many-pixels");

  const seconds = spanOf(video.packets);
  if (!claimsHold(facts, video))
    return refused(framesAreMissing(video) ? "unreadable" : "duration-implausible");
  if (hidesFramesInNoTime(video)) return refused("duration-implausible");
  if (seconds > limits.maxSeconds) return refused("too-long");
  const framesPerSecond = video.packets.count / seconds;
  // Written so that a duration of zero, which makes the rate infinite or NaN, falls out here too.
  if (!(framesPerSecond >= limits.minFramesPerSecond && framesPerSecond <= limits.maxFramesPerSecond)) {
    return refused("frame-rate-out-of-range");
  }
  if (!bytesArePlausible(facts, seconds, limits)) return refused("duration-implausible");
  if (audio && outlasts(audio.packets, video.packets)) return refused("duration-implausible");

  return granted({
    container: facts.container,
    durationSeconds: seconds,
    width: video.width,
    height: video.height,
    frameCount: video.packets.count,
    hasAudio: audio !== null,
  });
}

function spanOf(packets: PacketFacts): number {
  return packets.endSeconds - packets.startSeconds;
}

function claimsHold(facts: MediaFacts, video: VideoFacts): boolean {
  const span = facts.endSeconds - facts.startSeconds;
  // A container may count from the first packet or, when every stream starts late, from zero.
  const fileHolds =
    facts.claimedSeconds === null || [span, facts.endSeconds].some((s) => near(s, facts.claimedSeconds));
  return fileHolds && (video.claimedSeconds === null || near(spanOf(video.packets), video.claimedSeconds));
}

function near(measured: number, claimed: number | null): boolean {
  return claimed !== null && Math.abs(measured - claimed) <= durationTolerance(measured);
}

function framesAreMissing(video: VideoFacts): boolean {
  return video.claimedFrames !== null && video.packets.count < video.claimedFrames;
}

/** An edit list may lawfully leave pictures out, but then it leaves out their time as well; stretched timing does not. */
function hidesFramesInNoTime({ claimedFrames, uncutSeconds, packets }: VideoFacts): boolean {
  if (claimedFrames === null || uncutSeconds === null) return false;
  const shown = spanOf(packets);
  const hiddenFrames = claimedFrames - packets.count;
  const tolerance = durationTolerance(shown);
  return (hiddenFrames * shown) / packets.count > tolerance && uncutSeconds - shown <= tolerance;
}

function bytesArePlausible(facts: MediaFacts, seconds: number, limits: InspectionLimits): boolean {
  const rate = facts.sizeBytes / seconds;
  const stray = facts.sizeBytes - facts.packetBytes;
  return (
    rate >= limits.minBytesPerSecond &&
    rate <= limits.maxBytesPerSecond &&
    stray <= Math.max(limits.strayBytes, facts.sizeBytes / 4)
  );
}

/** Silence before or after speech is common on body-worn video; sound long after the last picture is a sign of shrunk timing. */
function outlasts(audio: PacketFacts, video: PacketFacts): boolean {
  return audio.count > 0 && audio.endSeconds - video.endSeconds > Math.max(2, spanOf(video) * 0.05);
}
