import { spawn } from "node:child_process";
import { constants } from "node:os";

/** How a process ended. A signal is given as the shell would: 128 plus its number. */
export interface ProcessEnd {
  readonly status: number;
  /** The last 16 KiB of what it complained about. May quote the media file's own words: never log it whole. */
  readonly stderrTail: string;
  readonly elapsedSeconds: number;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
}

const STDERR_BYTES = 16 * 1024;
const LINE_LENGTH = 64 * 1024;

/** The whole environment of a media program: no setting, secret or proxy of ours reaches it. */
const ENVIRONMENT = {
  PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
  LC_ALL: "C",
  // Only because the framework types demand it of every environment.
  NODE_ENV: "production",
} as const;

/**
 * Runs a program without a shell and resolves when it has ended, whatever its status. Rejects when it cannot be started, when
 * `onLine` throws, and with the signal's reason when aborted: its process group is then killed and gone.
 */
export function runProcess(argv: readonly string[], options: ProcessOptions): Promise<ProcessEnd> {
  const { cwd, signal, onLine } = options;
  signal.throwIfAborted();
  const [program, ...args] = argv;
  if (program === undefined) throw new Error("runProcess was given an empty command");

  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(program, args, {
      cwd,
      env: ENVIRONMENT,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = Buffer.alloc(0);
    let failure: { readonly reason: unknown } | null = null;

    const stop = (reason: unknown): void => {
      failure ??= { reason };
      killGroup(child.pid);
    };
    const onAbort = (): void => stop(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });

    const splitter = splitLines((line) => {
      try {
        onLine?.(line);
      } catch (error) {
        stop(error);
      }
    });
    child.stdout.setEncoding("utf8").on("data", splitter.push);
    child.stderr.on("data", (chunk: Buffer) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES);
    });
    child.on("error", stop);
    child.on("close", (code, signalName) => {
      signal.removeEventListener("abort", onAbort);
      if (!failure) splitter.flush();
      if (failure) return reject(failure.reason);
      const status = code ?? 128 + (signalName ? constants.signals[signalName] : 0);
      const elapsedSeconds = (performance.now() - startedAt) / 1000;
      resolve({ status, stderrTail: stderr.toString("utf8"), elapsedSeconds });
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // ESRCH: it ended by itself between our decision and the blow.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function splitLines(onLine: (line: string) => void): { push: (text: string) => void; flush: () => void } {
  let rest = "";
  return {
    push: (text) => {
      const lines = (rest + text).split("\n");
      // A program that never ends its line must not fill our memory.
      rest = (lines.pop() ?? "").slice(0, LINE_LENGTH);
      for (const line of lines) onLine(line);
    },
    flush: () => {
      if (rest !== "") onLine(rest);
    },
  };
}
