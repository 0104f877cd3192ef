/** What the worker is doing with a clip at the moment. */
export type RunStage = "waiting" | "fetching" | "inspecting" | "preparing" | "storing" | "done";

/** How far a run has come: the share of its present stage that is done, from 0 to 1. */
export interface RunProgress {
  readonly stage: RunStage;
  readonly progress: number;
}

/** One worker's hold on the preparation of one clip. A later run has a higher generation, and then this one counts no more. */
export interface RunClaim<Subject extends string> {
  readonly subject: Subject;
  readonly generation: number;
  readonly workerId: string;
}

/** How long a worker may be silent before its work is given to another. */
export const LEASE_SECONDS = 60;

/** How often one upload is begun before we give up: a file that kills its worker must not do so for ever. */
export const MOST_ATTEMPTS = 10;

const SECONDS_BETWEEN_WRITES = 1;

/**
 * Whether progress is worth writing down now: at once when the stage changes, at most every second within a stage,
 * and for the lease's sake after a quarter of it even when nothing has moved.
 */
export function isWorthWriting(
  written: RunProgress,
  present: RunProgress,
  secondsSince: number,
  leaseSeconds: number,
): boolean {
  if (present.stage !== written.stage || secondsSince >= leaseSeconds / 4) return true;
  return present.progress !== written.progress && secondsSince >= SECONDS_BETWEEN_WRITES;
}
