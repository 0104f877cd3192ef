import { createDecipheriv, createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { MemoryStore } from "~/storage/memory-store";
import type { TaskRun, WorkerContext } from "~/worker/task";
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

describe("a clip that arrived", () => {
  test("is published once, with its audit entry, and leaves neither upload nor staging behind", async () => {
    const clip = await scene.arrivedClip();

    await work(clip);

    expect(await scene.clip(clip)).toEqual({ state: "qa", media_state: "prepared", failure: null });
    expect(await scene.objectsOf(clip)).toEqual(PUBLISHED.map((name) => `1/${name}`));
    expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
    expect(await scene.run(clip)).toMatchObject({ state: "done", stage: "done", progress: 1 });
    expect(await scene.staged()).toEqual([]);
  });

  test("has its facts and the hash of its source written down", async () => {
    const clip = await scene.arrivedClip();
    const sha256 = createHash("sha256")
      .update(await readFile(scene.film))
      .digest();

    await work(clip);

    expect(await scene.renditions(clip)).toMatchObject([
      {
        generation: 1,
        width: 320,
        height: 180,
        segment_count: 1,
        has_audio: true,
        source_sha256: sha256,
        object_prefix: `hls/${clip.clipId}/1/`,
      },
    ]);
    const [rendition] = await scene.renditions(clip);
    expect(Math.abs((rendition?.duration_ms ?? 0) - 2000)).toBeLessThan(100);
    expect(await scene.upload(clip)).toMatchObject({ state: "discarded", sha256 });
  });

  test("opens with the wrapped key and with no other", async () => {
    const clip = await scene.arrivedClip();
    await work(clip);
    const [rendition] = await scene.renditions(clip);
    if (!rendition) throw new Error("nothing was published");

    const wrapped = { masterKeyId: rendition.master_key_id, wrapped: rendition.wrapped };
    const key = scene.keyRing.openKey(rendition.id, wrapped);
    const segment = await store.open(`${rendition.object_prefix}segment-00000.ts`);
    const cipher = createDecipheriv("aes-128-cbc", key, Buffer.alloc(16));
    const pieces: Buffer[] = [];
    for await (const piece of segment?.body ?? []) pieces.push(piece);
    const clear = Buffer.concat([cipher.update(Buffer.concat(pieces)), cipher.final()]);

    expect(clear[0]).toBe(0x47);
    expect(clear[188]).toBe(0x47);
    expect(() => scene.keyRing.openKey(clip.clipId, wrapped)).toThrow();
  });

  test("is left alone when it is prepared already", async () => {
    const clip = await scene.arrivedClip();
    await work(clip);

    await work(clip);

    expect(await scene.run(clip)).toMatchObject({ generation: 1, state: "done" });
    expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
  });

  test("shows each stage of its preparation in turn", async () => {
    const clip = await scene.arrivedClip();
    await database.withOwner(async (trx) => {
      await sql`create table seen (number integer generated always as identity, subject uuid, stage text)`.execute(
        trx,
      );
      await sql`create function note_stage() returns trigger language plpgsql security definer
        as $$ begin insert into public.seen (subject, stage) values (new.subject, new.stage); return new; end $$`.execute(
        trx,
      );
      await sql`grant execute on function note_stage() to public`.execute(trx);
      await sql`create trigger noted after insert or update on job_run for each row execute function note_stage()`.execute(
        trx,
      );
    });

    await work(clip);

    const stages = await database.withOwner(async (trx) => {
      const { rows } = await sql<{ stage: string }>`
        select stage from seen where subject = ${clip.clipId} order by number`.execute(trx);
      await sql`drop trigger noted on job_run`.execute(trx);
      return rows.map(({ stage }) => stage).filter((stage, index, all) => stage !== all[index - 1]);
    });
    expect(stages).toEqual(["fetching", "inspecting", "preparing", "storing", "done"]);
  });
});
