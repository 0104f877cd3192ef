import { runFfmpeg } from "~/seeds/media/run-ffmpeg";

export interface OddClipRequest {
  readonly path: string;
  readonly seconds: number;
  /** As ffmpeg writes it: "320x180". */
  readonly size: string;
  readonly fps: number;
  readonly audio: boolean;
  /** A chain of ffmpeg filters on the picture. */
  readonly filter?: string;
  /** ffmpeg output options that make it odd: codec, pixel format, metadata, timing. Without a codec, H.264. */
  readonly output?: readonly string[];
}

/** A short test pattern, sound in itself, with some unusual but lawful property. */
export async function makeOddClip(clip: OddClipRequest): Promise<void> {
  const { seconds, size, fps } = clip;
  await runFfmpeg([
    ...["-f", "lavfi", "-i", `testsrc2=s=${size}:r=${fps}:d=${seconds}`],
    ...(clip.audio ? ["-f", "lavfi", "-i", `sine=f=440:r=48000:d=${seconds}`] : []),
    ...(clip.filter ? ["-vf", clip.filter] : []),
    ...["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", ...(clip.output ?? []), clip.path],
  ]);
}
