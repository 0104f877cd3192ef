import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startPreparation } from "~/app/services/footage/start-preparation.server";
import { renewWorkerLease } from "~/db/queries/worker-leases";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { WORKER_ACTOR } from "~/domain/accounts/actor";
import { MemoryStore } from "~/storage/memory-store";
import { sweep } from "~/worker/sweeper";
import { type ArrivedClip, createWorkerScene, type WorkerScene } from "~/worker/testing/worker-scene";

let database: TestDatabase;
let scene: WorkerScene;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = await createWorkerScene(database, new MemoryStore());
});

afterAll(async () => {
  await scene.close();
  await database.close();
});

beforeEach(() =>
  database.withOwner(async (trx) => {
    await trx.deleteFrom("worker_lease").execute();
    await trx.updateTable("job_run").set({ state: "done" }).execute();
  }),
);

const register = (workerId: string, seconds: number): Promise<void> =>
  database.withActor(WORKER_ACTOR, (trx) => renewWorkerLease(trx, workerId, seconds));

/** A clip whose job the queue has handed to a worker. */
async function clipInHandsOf(workerId: string): Promise<ArrivedClip> {
  const clip = await scene.arrivedClip();
  await scene.askFor(clip);
  await database.withOwner((trx) =>
    sql`update graphile_worker._private_jobs set locked_by = ${workerId}, locked_at = now(), attempts = 1
      where key = ${`transcode-clip:${clip.clipId}`}`.execute(trx),
  );
  return clip;
}

async function holderOf(clip: ArrivedClip): Promise<string | null | undefined> {
  const { rows } = await database.withOwner((trx) =>
    sql<{ locked_by: string | null }>`
      select locked_by from graphile_worker.jobs where key = ${`transcode-clip:${clip.clipId}`}`.execute(trx),
  );
  return rows[0]?.locked_by;
}

describe("a sweep", () => {
  test("frees the job of a worker that died before it had begun with it", async () => {
    await register("pool-dead", 60);
    const clip = await clipInHandsOf("pool-dead");
    await scene.endLeases("pool-dead");

    const { lostWorkers } = await sweep(scene.context());

    expect(lostWorkers).toBe(1);
    expect(await holderOf(clip)).toBeNull();
  });

  test("leaves the jobs and runs of living workers alone", async () => {
    await register("pool-alive", 60);
    const clip = await clipInHandsOf("pool-alive");
    const request = { clipId: clip.clipId, workerId: "pool-alive", leaseSeconds: 60 };
    await startPreparation(scene.context(), request);

    const { lostWorkers } = await sweep(scene.context());

    expect(lostWorkers).toBe(0);
    expect(await holderOf(clip)).toBe("pool-alive");
    expect(await scene.run(clip)).toMatchObject({ state: "running", generation: 1 });
  });

  test("raises the generation of a run whose lease has ended, and frees its job", async () => {
    const clip = await clipInHandsOf("pool-dead");
    const request = { clipId: clip.clipId, workerId: "pool-dead", leaseSeconds: 60 };
    await startPreparation(scene.context(), request);
    await scene.endLeases("pool-dead");

    await sweep(scene.context());

    expect(await scene.run(clip)).toMatchObject({ state: "waiting", stage: "waiting", generation: 2 });
    expect(await holderOf(clip)).toBeNull();
  });

  test("by two workers at once finds each lost run once", async () => {
    const clip = await clipInHandsOf("pool-dead");
    const request = { clipId: clip.clipId, workerId: "pool-dead", leaseSeconds: 60 };
    await startPreparation(scene.context(), request);
    await scene.endLeases("pool-dead");

    const sweeps = await Promise.all([sweep(scene.context()), sweep(scene.context())]);

    expect(sweeps[0].lostWorkers + sweeps[1].lostWorkers).toBe(1);
    expect(await scene.run(clip)).toMatchObject({ generation: 2 });
  });

  test("is repeated when the next lease would end, and after fifteen seconds at the latest", async () => {
    expect((await sweep(scene.context())).nextInSeconds).toBe(15);

    await register("pool-alive", 60);
    expect((await sweep(scene.context())).nextInSeconds).toBe(15);

    await register("pool-brief", 5);
    const { nextInSeconds } = await sweep(scene.context());
    expect(nextInSeconds).toBeGreaterThan(4);
    expect(nextInSeconds).toBeLessThanOrEqual(5.1);
  });
});
