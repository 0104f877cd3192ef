import { writeFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPreparation } from "~/app/services/footage/start-preparation.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { MOST_ATTEMPTS } from "~/domain/footage/job-run";
import { MemoryStore } from "~/storage/memory-store";
import { openStaging } from "~/worker/preparation/staging";
import { sweep, tidyStaging } from "~/worker/sweeper";
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

describe("a preparation that does not come to its end", () => {
  test("stores nothing and can be tried again at once after a failure", async () => {
    const clip = await scene.arrivedClip();
    const broken = createHesitantStore(store, () => Promise.reject(new Error("the store is away")));

    await expect(work(clip, scene.context({ store: broken }))).rejects.toThrow("the store is away");
    expect(await scene.run(clip)).toMatchObject({ state: "waiting", stage: "waiting", attempt: 1 });
    expect(generations(await scene.objectsOf(clip))).toEqual(["raw"]);
    expect(await scene.staged()).toEqual([]);

    await work(clip);
    expect(generations(await scene.objectsOf(clip))).toEqual(["2"]);
    expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
  });

  test("is begun anew after a crash, and what the dead run left goes", async () => {
    const clip = await scene.arrivedClip();
    const request = { clipId: clip.clipId, workerId: "worker-dead", leaseSeconds: 60 };
    await startPreparation(scene.context(), request);
    await store.put(`hls/${clip.clipId}/1/segment-00000.ts`, Buffer.from("half"), {
      contentType: "video/mp2t",
    });
    const staging = await openStaging(scene.stagingDir, clip.clipId, 1);
    await writeFile(staging.input, "half an upload");
    await tidyStaging(scene.context());
    expect(await scene.staged()).toEqual([clip.clipId]);

    await scene.endLeases("worker-dead");
    await sweep(scene.context());
    await tidyStaging(scene.context());
    await work(clip);

    expect(await scene.clip(clip)).toMatchObject({ media_state: "prepared" });
    expect(generations(await scene.objectsOf(clip))).toEqual(["3"]);
    expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
    expect(await scene.staged()).toEqual([]);
  });

  test("is handed back without counting as a try when its worker is stopped", async () => {
    const clip = await scene.arrivedClip();
    const leaving = new AbortController();
    const stopping = createHesitantStore(store, async () =>
      leaving.abort(new Error("the worker is being stopped")),
    );

    await work(clip, scene.context({ store: stopping }), by("worker-a", leaving.signal));

    const { rows } = await database.withOwner((trx) =>
      sql`select from graphile_worker.jobs where key = ${`transcode-clip:${clip.clipId}`} and locked_at is null`.execute(
        trx,
      ),
    );
    expect(rows).toHaveLength(1);
    expect(await scene.run(clip)).toMatchObject({ state: "waiting", attempt: 0 });
    expect(generations(await scene.objectsOf(clip))).toEqual(["raw"]);
  });

  test("is given up after ten tries, and the officer is told", async () => {
    const clip = await scene.arrivedClip();
    const request = { clipId: clip.clipId, workerId: "worker-dead", leaseSeconds: 60 };
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await startPreparation(scene.context(), request);
      await scene.endLeases("worker-dead");
    }

    await work(clip);

    expect(await scene.clip(clip)).toMatchObject({ media_state: "failed", failure: "gave-up" });
    expect(await scene.run(clip)).toMatchObject({ state: "refused" });
    expect(await scene.auditOf(clip)).toEqual(["CLIP_FAILED"]);
  });
});
