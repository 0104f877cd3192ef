import { constants } from "node:os";
import { type ProcessEnd, runProcess } from "~/worker/media/run-process";
import type { MediaSandbox } from "~/worker/media/sandbox";
import {
  buildSandboxedCommand,
  pathsInside,
  type RunLimits,
  type SandboxMounts,
} from "~/worker/media/sandbox-command";

export interface SandboxedRun {
  readonly sandbox: MediaSandbox;
  readonly mounts: SandboxMounts;
  readonly limits: RunLimits;
  /** The program and its arguments, given the paths it will see. */
  readonly program: (inside: { input: string; keyDir: string }) => readonly string[];
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** "failed" and "out-of-time" are the file's doing and would come again; what is the machine's doing is thrown. */
export interface SandboxedEnd {
  readonly verdict: "done" | "failed" | "out-of-time";
  readonly stderrTail: string;
}

const { SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGXCPU } = constants.signals;

/** A wrapper's own complaint; a media program prefixes its lines otherwise. */
const WRAPPER_TROUBLE =
  /^(?:bwrap|unshare|setpriv|prlimit|nice|timeout|\/[a-z/]+\/(?:bwrap|timeout|nice)): .*$/m;
const MACHINE_TROUBLE =
  /No space left on device|Resource temporarily unavailable|Read-only file system|Disk quota exceeded/;

/** Runs one program in the sandbox. Throws when aborted, killed from outside, or when sandbox or machine are at fault. */
export async function runSandboxed(run: SandboxedRun): Promise<SandboxedEnd> {
  const program = run.program(pathsInside(run.sandbox, run.mounts));
  const { argv, cwd } = buildSandboxedCommand(run.sandbox, run.mounts, run.limits, program);
  const end = await runProcess(argv, {
    cwd,
    signal: run.signal,
    ...(run.onLine ? { onLine: run.onLine } : {}),
  });
  return { verdict: judge(end, run.limits, program[0] ?? ""), stderrTail: end.stderrTail };
}

function judge(end: ProcessEnd, limits: RunLimits, name: string): SandboxedEnd["verdict"] {
  if (end.status === 0) return "done";
  if (end.status === 128 + SIGXCPU) return "out-of-time";
  if (end.status === 128 + SIGKILL && end.elapsedSeconds >= limits.wallSeconds) return "out-of-time";
  if ([SIGKILL, SIGTERM, SIGINT, SIGHUP].some((signal) => end.status === 128 + signal)) {
    throw new Error(`${name} was killed from outside (status ${end.status})`);
  }
  const trouble = WRAPPER_TROUBLE.exec(end.stderrTail) ?? MACHINE_TROUBLE.exec(end.stderrTail);
  if (trouble) throw new Error(`${name} could not work here (status ${end.status}): ${trouble[0]}`);
  if (end.status === 126 || end.status === 127) throw new Error(`${name} is not installed or not executable`);
  return "failed";
}
