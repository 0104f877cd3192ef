/** A stretch of a clip in milliseconds: from its beginning up to, but not including, its end. */
export interface WatchedRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Adds a stretch to what was watched already: in order, and joined where stretches touch or overlap. Empty ones add nothing. */
export function addWatched(watched: readonly WatchedRange[], stretch: WatchedRange): WatchedRange[] {
  if (stretch.toMs <= stretch.fromMs) return [...watched];
  const before = watched.filter(({ toMs }) => toMs < stretch.fromMs);
  const after = watched.filter(({ fromMs }) => fromMs > stretch.toMs);
  const touching = watched.filter(({ fromMs, toMs }) => toMs >= stretch.fromMs && fromMs <= stretch.toMs);
  const joined = {
    fromMs: Math.min(stretch.fromMs, ...touching.map(({ fromMs }) => fromMs)),
    toMs: Math.max(stretch.toMs, ...touching.map(({ toMs }) => toMs)),
  };
  return [...before, joined, ...after];
}

/** How many seconds of the clip were watched at least once. */
export function coveredSeconds(watched: readonly WatchedRange[]): number {
  return watched.reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs), 0) / 1000;
}

// A player tells its time about four times a second; a longer step, or one backwards, is a jump.
const LONGEST_STEP_MS = 1_000;

/** The stretch that playing on from one told time to the next has shown; null when it was a jump. */
export function playedBetween(fromMs: number, toMs: number, playbackRate: number): WatchedRange | null {
  const step = toMs - fromMs;
  return step > 0 && step <= LONGEST_STEP_MS * playbackRate ? { fromMs, toMs } : null;
}
