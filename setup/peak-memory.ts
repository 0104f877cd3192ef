import { readFile } from "node:fs/promises";
import type { Door } from "~/setup/child";

/** The most memory that a running process has held at once, in megabytes, as the kernel counted it. */
export async function peakMegabytes({ name, process: { pid } }: Door): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (!kibibytes) throw new Error(`the kernel tells no peak memory of ${name}`);
  return (Number(kibibytes) * 1024) / 1_000_000;
}
