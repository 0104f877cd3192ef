import { randomBytes } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { atMost, type Measurement } from "~/bench/measurement";
import { measureSideBySide } from "~/bench/side-by-side";
import { inTemporaryFolder } from "~/bench/temporary-folder";
import { type AcceptedSource, decideInspection } from "~/domain/footage/inspection";
import { buildRenditionLadder, type RenditionPlan } from "~/domain/footage/renditions";
import { generateClip } from "~/seeds/media/generate-clip";
import { buildTranscode } from "~/worker/media/ffmpeg-arguments";
import { probe } from "~/worker/media/probe";
import { runProcess } from "~/worker/media/run-process";
import { chooseSandbox, type MediaSandbox } from "~/worker/media/sandbox";
import { transcode } from "~/worker/media/transcode";

const ROUNDS = 3;
const { signal } = new AbortController();

interface Task {
  readonly input: string;
  readonly source: AcceptedSource;
  readonly plan: RenditionPlan;
  readonly sandbox: MediaSandbox;
}

/** What fence, checks and bookkeeping of the worker's transcode cost beside the bare ffmpeg command, on a minute of 720p. */
export function benchTranscode(): Promise<readonly Measurement[]> {
  return inTemporaryFolder(async (folder) => {
    const input = join(folder, "clip.mp4");
    await generateClip({
      path: input,
      seconds: 60,
      width: 1280,
      height: 720,
      fps: 25,
      audio: true,
      variant: 1,
    });
    const sandbox = await chooseSandbox("auto", signal).catch(() => chooseSandbox("none", signal));
    const accepted = decideInspection(await probe({ input, sandbox, signal }));
    if (!accepted.ok) throw new Error(`the generated clip was refused: ${accepted.refusal}`);
    const [plan] = buildRenditionLadder(accepted.value);
    if (!plan) throw new Error("the ladder has no rung");
    const task = { input, source: accepted.value, plan, sandbox };

    const { ratio } = await measureSideBySide(ROUNDS, {
      ours: () => inEmptyFolders(folder, (outputDir, scratchDir) => ours(task, outputDir, scratchDir)),
      bare: () => inEmptyFolders(folder, (outputDir, scratchDir) => bare(task, outputDir, scratchDir)),
    });
    return [
      atMost(1.1, { bench: "transcode", metric: "wall time over bare ffmpeg", value: ratio, unit: "ratio" }),
    ];
  });
}

async function inEmptyFolders(
  folder: string,
  work: (outputDir: string, scratchDir: string) => Promise<void>,
): Promise<number> {
  const [outputDir, scratchDir] = [join(folder, "out"), join(folder, "scratch")];
  await mkdir(outputDir);
  await mkdir(scratchDir);
  const began = performance.now();
  await work(outputDir, scratchDir);
  const seconds = (performance.now() - began) / 1000;
  await Promise.all([outputDir, scratchDir].map((path) => rm(path, { recursive: true })));
  return seconds;
}

async function ours(task: Task, outputDir: string, scratchDir: string): Promise<void> {
  const made = await transcode({
    ...task,
    outputDir,
    scratchDir,
    key: randomBytes(16),
    keyUri: "key",
    signal,
  });
  if (!made.ok) throw new Error(`the worker refused the clip: ${made.refusal}`);
}

async function bare({ input, plan, source }: Task, outputDir: string, scratchDir: string): Promise<void> {
  const keyInfoFile = join(scratchDir, "info");
  await writeFile(join(scratchDir, "key"), randomBytes(16));
  await writeFile(keyInfoFile, `key\n${join(scratchDir, "key")}\n`);
  const command = buildTranscode({ input, keyInfoFile, plan, source, threads: availableParallelism() });
  // The same politeness as in the worker, or other processes would make the difference.
  const end = await runProcess(["nice", "-n", "10", ...command], { cwd: outputDir, signal });
  if (end.status !== 0) throw new Error(`bare ffmpeg ended with ${end.status}`);
}
