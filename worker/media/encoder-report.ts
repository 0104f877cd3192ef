/** What an ffmpeg run said about itself while it ran and when it ended. */
export interface EncoderReport {
  /** Takes one line of `-progress` output; answers the seconds written so far when the line tells them. */
  readonly read: (line: string) => number | null;
  readonly framesEncoded: () => number;
}

/** Follows ffmpeg's `-progress` output. */
export function followProgress(): EncoderReport {
  let frames = 0;
  return {
    read: (line) => {
      const [name, value] = line.split("=");
      if (name === "frame") frames = Number(value) || frames;
      if (name !== "out_time_us") return null;
      const microseconds = Number(value);
      return Number.isFinite(microseconds) ? Math.max(0, microseconds / 1_000_000) : null;
    },
    framesEncoded: () => frames,
  };
}

const DECODED = /Input stream #0:\d+ \(video\): \d+ packets read \(\d+ bytes\); (\d+) frames decoded/;

/** The number of pictures ffmpeg could decode, from its closing words. Throws when they are missing: then it is a version we do not know. */
export function readFramesDecoded(stderrTail: string): number {
  const frames = DECODED.exec(stderrTail)?.[1];
  if (frames === undefined) throw new Error("ffmpeg ended without saying how many frames it decoded");
  return Number(frames);
}
