import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateClip } from "~/seeds/media/generate-clip";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "generate-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
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
