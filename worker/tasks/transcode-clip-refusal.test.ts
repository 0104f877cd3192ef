import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { makeEmptyFile, makeLyingDuration, makeTextFile, makeTruncated } from "~/seeds/media/make-broken";
import { MemoryStore } from "~/storage/memory-store";
import type { TaskRun, WorkerContext } from "~/worker/task";
import { transcodeClip } from "~/worker/tasks/transcode-clip";
import { createHesitantStore } from "~/worker/testing/hesitant-store";
import { type ArrivedClip, createWorkerScene, type WorkerScene } from "~/worker/testing/worker-scene";

let database: TestDatabase;
let store: MemoryStore;
let scene: WorkerScene;

beforeAll(async () => {
  database = await createTestDatabase();
  store = new MemoryStore();
  scene = await createWorkerScene(database, store);
});

afterAll(async () => {
  await scene.close();
  await database.close();
});

const by = (workerId: string, signal = new AbortController().signal): TaskRun => ({ workerId, signal });
const work = (clip: ArrivedClip, ctx: WorkerContext = scene.context(), run = by("worker-a")): Promise<void> =>
  transcodeClip(ctx, { clipId: clip.clipId }, run);
const generations = (keys: string[]): string[] => [...new Set(keys.map((key) => key.split("/")[0] ?? ""))];

describe("a file that can never be shown", () => {
  test.each([
    ["is a text named .mp4", makeTextFile, "not-a-video"],
    ["is empty", makeEmptyFile, "empty-file"],
    ["was cut off", (path: string) => makeTruncated(scene.film, path, 0.6), "unreadable"],
    [
      "lies about its duration",
      (path: string) => makeLyingDuration(scene.film, path, "mvhd", 20),
      "duration-implausible",
    ],
  ])(
    "fails its clip with the reason and leaves nothing in the store when it %s",
    async (_, make, failure) => {
      const path = join(scene.filmDir, `${failure}.mp4`);
      await make(path);
      const clip = await scene.arrivedClip(path);

      await work(clip);

      expect(await scene.clip(clip)).toEqual({ state: "redacting", media_state: "failed", failure });
      expect(await scene.objectsOf(clip)).toEqual([]);
      expect(await scene.staged()).toEqual([]);
      expect(await scene.upload(clip)).toMatchObject({ state: "discarded" });
      expect(await scene.auditOf(clip)).toEqual(["CLIP_FAILED"]);
      expect(await scene.renditions(clip)).toEqual([]);
    },
  );

  test("fails its clip when the store no longer has it", async () => {
    const clip = await scene.arrivedClip();
    await store.delete([`raw/${clip.uploadId}`]);

    await work(clip);

    expect(await scene.clip(clip)).toMatchObject({ failure: "upload-lost" });
  });

  test("fails its clip when the store has another number of bytes than was declared", async () => {
    const clip = await scene.arrivedClip();
    await store.put(`raw/${clip.uploadId}`, Buffer.from("short"), { contentType: "video/mp4" });

    await work(clip);

    expect(await scene.clip(clip)).toMatchObject({ failure: "upload-incomplete" });
  });

  test("fails its clip when its bytes changed between two tries", async () => {
    const clip = await scene.arrivedClip();
    const broken = createHesitantStore(store, () => Promise.reject(new Error("the store is away")));
    await expect(work(clip, scene.context({ store: broken }))).rejects.toThrow("the store is away");
    const bytes = await readFile(scene.film);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await store.put(`raw/${clip.uploadId}`, bytes, { contentType: "video/mp4" });

    await work(clip);

    expect(await scene.clip(clip)).toMatchObject({ failure: "upload-altered" });
  });

  test("may be followed by another, which is then published", async () => {
    const path = join(scene.filmDir, "text.mp4");
    await makeTextFile(path);
    const clip = await scene.arrivedClip(path);
    await work(clip);
    const again = await scene.arrivedClip();
    await database.withOwner(async (trx) => {
      await trx
        .updateTable("upload")
        .set({ clip_id: clip.clipId })
        .where("id", "=", again.uploadId)
        .execute();
      const fresh = { media_state: "received", failure: null };
      await trx.updateTable("clip").set(fresh).where("id", "=", clip.clipId).execute();
    });

    await work(clip);

    expect(await scene.clip(clip)).toMatchObject({ media_state: "prepared" });
    expect(generations(await scene.objectsOf(clip))).toEqual(["2"]);
    expect(await scene.run(clip)).toMatchObject({ attempt: 1 });
  });
});
