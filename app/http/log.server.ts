/** All that a log line can say beside its time, level and event. There is no field for a text of anybody's making. */
export interface LogFields {
  readonly requestId?: string;
  /** The id of a route or the name of a mount, never an address as it was asked for. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly reference?: string;
  readonly errorName?: string;
  readonly errorCode?: string;
  readonly stack?: readonly string[];
}

type LogLevel = "info" | "warn" | "error";

/** Writes one line per event. Fields outside the list are dropped, whatever a caller's types say. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

const FIELDS = [
  "requestId",
  "route",
  "method",
  "status",
  "ms",
  "reference",
  "errorName",
  "errorCode",
  "stack",
] as const satisfies readonly (keyof LogFields)[];

const FRAME = /^at (?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:|\/)[^()]*:\d+:\d+\)?$/;
const FRAMES_KEPT = 12;

/** A log that hands JSON lines to `write`. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (level, event, fields = {}) => {
    const kept = FIELDS.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...Object.fromEntries(kept) })}\n`);
  };
}

/** What may be written down of an error: its name, its code and where it was thrown. Its message may quote anything. */
export function describeError(error: unknown): Pick<LogFields, "errorName" | "errorCode" | "stack"> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { errorCode: error.code } : {};
  const stack = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES_KEPT);
  return { errorName: error.name, ...code, stack };
}
