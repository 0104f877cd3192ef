import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { MemoryStore } from "~/storage/memory-store";
import type { TaskRun, WorkerContext } from "~/worker/task";
import { discardUpload } from "~/worker/tasks/discard-upload";
import { transcodeClip } from "~/worker/tasks/transcode-clip";
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
const PUBLISHED = ["playlist.m3u8", "poster.jpg", "segment-00000.ts"];

describe("an upload that is discarded", () => {
  test("is gone from the store with its information, is marked, and may be discarded again", async () => {
    const clip = await scene.arrivedClip();
    const discard = () => discardUpload(scene.context(), { uploadId: clip.uploadId }, by("worker-a"));

    await discard();
    await discard();

    const events = await database.withOwner((trx) =>
      trx.selectFrom("audit_event").select("event").where("object_id", "=", clip.uploadId).execute(),
    );
    expect(await scene.objectsOf(clip)).toEqual([]);
    expect(await scene.upload(clip)).toMatchObject({ state: "discarded" });
    expect(events).toEqual([{ event: "UPLOAD_DISCARDED" }]);
  });

  test("takes what unpublished runs have stored with it, but nothing that was published", async () => {
    const clip = await scene.arrivedClip();
    await work(clip);
    await store.put(`hls/${clip.clipId}/0/segment-00000.ts`, Buffer.from("half"), {
      contentType: "video/mp2t",
    });

    await discardUpload(scene.context(), { uploadId: clip.uploadId }, by("worker-a"));

    expect(await scene.objectsOf(clip)).toEqual(PUBLISHED.map((name) => `1/${name}`));
  });
});
