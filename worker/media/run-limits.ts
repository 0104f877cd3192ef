import type { RunLimits } from "~/worker/media/sandbox-command";

const GIB = 1024 ** 3;

/** What a look at a file may cost: reading 8 GiB from a slow disk, but hardly any thinking. */
export function probeLimits(): RunLimits {
  return { memoryBytes: 3 * GIB, cpuSeconds: 300, wallSeconds: 1200, fileBytes: 0, processes: 128 };
}

/**
 * What an encoding may cost: 4 times its duration of processor time per thread and 8 times on the clock, with a minute's
 * grace for short clips. `seconds` is the duration that inspection accepted, never the container's claim.
 */
export function transcodeLimits(seconds: number, threads: number): RunLimits {
  return {
    // Every thread reserves address space for its stack and its allocator, used or not.
    memoryBytes: 3 * GIB + threads * 192 * 1024 ** 2,
    cpuSeconds: 60 + Math.ceil(4 * seconds) * threads,
    wallSeconds: 60 + Math.ceil(8 * seconds),
    fileBytes: 4 * GIB,
    processes: 128 + 8 * threads,
  };
}
