import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideInspection } from "~/domain/footage/inspection";
import { generateClip } from "~/seeds/media/generate-clip";
import { probe } from "~/worker/media/probe";
import { chooseSandbox } from "~/worker/media/sandbox";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "generate-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("a generated clip has the size, length, rate and sound asked for, and passes inspection", async () => {
  const signal = new AbortController().signal;
  const path = join(folder, "clip.mp4");
  await generateClip({ path, seconds: 2, width: 320, height: 180, fps: 20, audio: true, variant: 4 });

  const sandbox = await chooseSandbox("auto", signal).catch(() => chooseSandbox("none", signal));
  const decision = decideInspection(await probe({ input: path, sandbox, signal }));

  expect(decision).toMatchObject({
    ok: true,
    value: { width: 320, height: 180, frameCount: 40, hasAudio: true },
  });
});

test("the same variant gives the same clip, another gives another", async () => {
  const [first, again, other] = [join(folder, "1.mp4"), join(folder, "2.mp4"), join(folder, "3.mp4")];
  const clip = { seconds: 1, width: 160, height: 90, fps: 10, audio: false };
  await generateClip({ ...clip, path: first, variant: 1 });
  await generateClip({ ...clip, path: again, variant: 1 });
  await generateClip({ ...clip, path: other, variant: 2 });

  const [a, b, c] = await Promise.all([first, again, other].map((path) => readFile(path)));

  expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  expect(a?.equals(c ?? Buffer.alloc(0))).toBe(false);
});
