import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishRendition } from "~/app/services/footage/publish-rendition.server";
import { startPreparation } from "~/app/services/footage/start-preparation.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import type { RenditionId } from "~/domain/ids";
import { MemoryStore } from "~/storage/memory-store";
import { LeaseLost } from "~/worker/lease";
import { sweep } from "~/worker/sweeper";
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

describe("two workers with the same clip", () => {
  test("publish it once, and the later one's job comes back when the lease would end", async () => {
    const clip = await scene.arrivedClip();

    await Promise.all([
      work(clip, scene.context(), by("worker-a")),
      work(clip, scene.context(), by("worker-b")),
    ]);

    const jobs = await database.withOwner(async (trx) => {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from run_at - now())::float8 as seconds from graphile_worker.jobs
        where key = ${`transcode-clip:${clip.clipId}`}`.execute(trx);
      return rows;
    });
    expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
    expect(await scene.run(clip)).toMatchObject({ generation: 1, state: "done" });
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.seconds).toBeGreaterThan(30);
  });

  test("of which one fell silent end with the other's rendition and none of the first one's", async () => {
    const clip = await scene.arrivedClip();
    const slow = createHesitantStore(store, async () => {
      await scene.endLeases("worker-a");
      await sweep(scene.context());
      await work(clip, scene.context(), by("worker-b"));
    });

    const zombie = work(clip, scene.context({ store: slow }), by("worker-a"));

    await expect(zombie).rejects.toBeInstanceOf(LeaseLost);
    expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
    expect(generations(await scene.objectsOf(clip))).toEqual(["3"]);
    expect(await scene.renditions(clip)).toMatchObject([{ generation: 3 }]);
  });

  test("cannot both publish, because a generation that is over is refused", async () => {
    const clip = await scene.arrivedClip();
    const request = { clipId: clip.clipId, leaseSeconds: 60 };
    const first = await startPreparation(scene.context(), { ...request, workerId: "worker-a" });
    await scene.endLeases("worker-a");
    await startPreparation(scene.context(), { ...request, workerId: "worker-b" });
    if (!first.ok) throw new Error(first.refusal);

    const outcome = await publishRendition(scene.context(), {
      claim: first.value.claim,
      uploadId: clip.uploadId,
      rendition: {
        renditionId: "6b1f2d1e-38b6-4c7a-9f0e-0d6f3b9a7c11" as RenditionId,
        objectPrefix: `hls/${clip.clipId}/1/`,
        ...{ width: 320, height: 180, durationMs: 2000, segmentCount: 1, hasAudio: true, totalBytes: 1 },
        sourceSha256: Buffer.alloc(32),
      },
      key: { masterKeyId: "test", wrapped: Buffer.alloc(44) },
    });

    expect(outcome).toEqual({ ok: false, refusal: "lease-lost" });
    expect(await scene.renditions(clip)).toEqual([]);
    expect(await scene.clip(clip)).toMatchObject({ media_state: "preparing" });
    expect(await scene.auditOf(clip)).toEqual([]);
  });

  test("cannot publish with a lease that has ended, even when nobody else has begun", async () => {
    const clip = await scene.arrivedClip();
    const slow = createHesitantStore(store, () => scene.endLeases("worker-a"));

    const late = work(clip, scene.context({ store: slow }), by("worker-a"));

    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    expect(await scene.renditions(clip)).toEqual([]);
    expect(generations(await scene.objectsOf(clip))).toEqual(["raw"]);
  });
});
