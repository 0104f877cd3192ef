/** One way of fencing a media program in. The prefix is what comes before the limits. */
export interface SandboxWay {
  readonly kind: "bwrap" | "unshare" | "none";
  readonly prefix: readonly string[];
  /** Only a user namespace of its own makes the process limit count this program's processes and no others. */
  readonly countsOwnProcesses: boolean;
}

/** Absolute paths on this machine: one readable file, one folder to write to, one readable folder with a key. */
export interface SandboxMounts {
  readonly input?: string;
  readonly outputDir?: string;
  readonly keyDir?: string;
}

export interface RunLimits {
  readonly memoryBytes: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly fileBytes: number;
  readonly processes: number;
}

export interface SandboxedCommand {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/** Where the program finds its input and key: the same everywhere inside bubblewrap, the real paths elsewhere. */
export function pathsInside(way: SandboxWay, mounts: SandboxMounts): { input: string; keyDir: string } {
  const fenced = way.kind === "bwrap";
  return {
    input: fenced ? "/in/input" : (mounts.input ?? ""),
    keyDir: fenced ? "/in/k" : (mounts.keyDir ?? ""),
  };
}

/** The whole command line of a fenced program. Its working folder is the output folder, so outputs are named relatively. */
export function buildSandboxedCommand(
  way: SandboxWay,
  mounts: SandboxMounts,
  limits: RunLimits,
  program: readonly string[],
): SandboxedCommand {
  const orphanGuard = way.kind === "bwrap" ? [] : ["setpriv", "--no-new-privs", "--pdeathsig", "KILL"];
  const argv = [
    ...orphanGuard,
    ...way.prefix,
    ...(way.kind === "bwrap" ? bindMounts(mounts) : []),
    ...limitProcess(limits, way.countsOwnProcesses),
    // The guard again, because timeout forks: without it the program would outlive a killed timeout.
    ...orphanGuard,
    ...program,
  ];
  return { argv, cwd: way.kind === "bwrap" ? "/" : (mounts.outputDir ?? "/") };
}

function bindMounts({ input, outputDir, keyDir }: SandboxMounts): string[] {
  return [
    ...(input ? ["--ro-bind", input, "/in/input"] : []),
    ...(keyDir ? ["--ro-bind", keyDir, "/in/k"] : []),
    ...(outputDir ? ["--bind", outputDir, "/out", "--chdir", "/out"] : ["--chdir", "/"]),
  ];
}

function limitProcess(limits: RunLimits, countsOwnProcesses: boolean): string[] {
  return [
    "prlimit",
    `--as=${limits.memoryBytes}`,
    // Soft below hard, because only the soft limit's SIGXCPU can be told from a stranger's SIGKILL.
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 10}`,
    `--fsize=${limits.fileBytes}`,
    "--nofile=64",
    ...(countsOwnProcesses ? [`--nproc=${limits.processes}`] : []),
    "--core=0",
    "nice",
    "-n",
    "10",
    "timeout",
    "-s",
    "KILL",
    String(limits.wallSeconds),
  ];
}
