import type { JobName } from "~/domain/jobs";

/** All that a line can say beside its time, level and event: ids, measures and names of our own making. */
export interface WorkerLogFields {
  readonly workerId?: string;
  readonly job?: JobName;
  readonly jobId?: string;
  readonly clipId?: string;
  readonly uploadId?: string;
  readonly generation?: number;
  readonly refusal?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly errorName?: string;
  readonly errorCode?: string;
  readonly stack?: readonly string[];
}

/** Writes one JSON line per event. */
export type WorkerLog = (level: "info" | "warn" | "error", event: string, fields?: WorkerLogFields) => void;

const FRAME = /^at (?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:|\/)[^()]*:\d+:\d+\)?$/;
const FRAMES_KEPT = 12;

/** A log that hands its lines to `write`. */
export function createWorkerLog(
  write: (line: string) => void,
  now: () => Date = () => new Date(),
): WorkerLog {
  return (level, event, fields = {}) =>
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
}

/** What may be written down of an error: its name, its code and where it was thrown. Its message may quote anything. */
export function describeFailure(error: unknown): Pick<WorkerLogFields, "errorName" | "errorCode" | "stack"> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { errorCode: error.code } : {};
  const frames = (error.stack ?? "").replace(error.message, "").split("\n");
  const stack = frames.map((line) => line.trim()).filter((line) => FRAME.test(line));
  return { errorName: error.name, ...code, stack: stack.slice(0, FRAMES_KEPT) };
}
