/** How many bytes had been sent at a moment, in milliseconds. */
export interface TransferSample {
  readonly atMs: number;
  readonly bytes: number;
}

const WINDOW_MS = 20_000;
const SHORTEST_MS = 2_000;

/** The samples of the last 20 seconds with a new one; where fewer bytes were sent than before, the count begins anew. */
export function addSample(
  samples: readonly TransferSample[],
  sample: TransferSample,
): readonly TransferSample[] {
  const last = samples.at(-1);
  if (last !== undefined && sample.bytes < last.bytes) return [sample];
  return [...samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS), sample];
}

/** Seconds until everything is sent at the rate of the samples; null while there are too few, or nothing moves. */
export function secondsLeft(samples: readonly TransferSample[], totalBytes: number): number | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.atMs - first.atMs < SHORTEST_MS) return null;
  const bytesPerMs = (last.bytes - first.bytes) / (last.atMs - first.atMs);
  return bytesPerMs > 0 ? (totalBytes - last.bytes) / bytesPerMs / 1_000 : null;
}
