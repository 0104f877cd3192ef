import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { enqueueJob } from "~/db/queries/jobs";
import type { WithActor } from "~/db/with-actor";
import type { WithOwner } from "~/db/with-owner";
import { WORKER_ACTOR } from "~/domain/accounts/actor";
import { LEASE_SECONDS } from "~/domain/footage/job-run";
import type { AccountId, ClipId, EncounterId, UploadId } from "~/domain/ids";
import { jobKey } from "~/domain/jobs";
import { generateClip } from "~/seeds/media/generate-clip";
import { rawKey } from "~/storage/keys";
import type { ObjectStore } from "~/storage/object-store";
import { chooseSandbox } from "~/worker/media/sandbox";
import type { WorkerContext } from "~/worker/task";

/** As much of a test database as a scene needs. */
interface SceneDatabase {
  readonly withActor: WithActor;
  readonly withOwner: WithOwner;
}

export interface ArrivedClip {
  readonly clipId: ClipId;
  readonly uploadId: UploadId;
}

/** A clip's worth of arrangement and a look past every wall, for tests of the worker. */
export async function createWorkerScene({ withActor, withOwner }: SceneDatabase, store: ObjectStore) {
  const stagingDir = await mkdtemp(join(tmpdir(), "staging-"));
  const filmDir = await mkdtemp(join(tmpdir(), "films-"));
  const film = join(filmDir, "film.mp4");
  await generateClip({
    ...{ path: film, seconds: 2, width: 320, height: 180, fps: 25 },
    audio: true,
    variant: 1,
  });
  const never = new AbortController().signal;
  const sandbox = await chooseSandbox("auto", never).catch(() => chooseSandbox("none", never));
  const keyRing = createLocalKeyRing(Buffer.alloc(32, 7), "test");
  const uploads = {
    discard: (uploadId: UploadId) => store.delete([rawKey(uploadId), `${rawKey(uploadId)}.info`]),
  };

  async function insertRows(declaredBytes: number): Promise<ArrivedClip> {
    return withOwner(async (trx) => {
      const code = randomUUID();
      const account = { kind: "liaison", bcu_code: "NE", passphrase_hash: "-", display_name: "Officer" };
      const officer = await trx
        .insertInto("account")
        .values({ ...account, email: `${code}@example.test`, short_code: code })
        .returning("id")
        .executeTakeFirstOrThrow();
      const encounter = await trx
        .insertInto("encounter")
        .values({
          encounter_type: "enc.search_person",
          occurred_on: "2026-11-10",
          bcu_code: "NE",
          borough_gss: "E09000025",
          selection_method: "sel.random_count",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const clip = await trx
        .insertInto("clip")
        .values({
          encounter_id: encounter.id as EncounterId,
          reference: code,
          media_state: "received",
          uploaded_by: officer.id as AccountId,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const upload = await trx
        .insertInto("upload")
        .values({
          clip_id: clip.id,
          owner_id: officer.id,
          declared_bytes: declaredBytes,
          state: "received",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return { clipId: clip.id as ClipId, uploadId: upload.id as UploadId };
    });
  }

  return {
    sandbox,
    stagingDir,
    keyRing,
    /** Where further films can be made, and one of two seconds that is sound. */
    filmDir,
    film,
    /** Every line that a context of this scene has logged, as its event and refusal. */
    logged: [] as string[],

    context(changes: Partial<WorkerContext> = {}): WorkerContext {
      return {
        ...{ actor: WORKER_ACTOR, withActor, store, uploads, keyRing, sandbox, stagingDir },
        leaseSeconds: LEASE_SECONDS,
        now: () => new Date(),
        newId: () => randomUUID(),
        log: (_, event, fields) => void this.logged.push([event, fields?.refusal].join(" ").trim()),
        ...changes,
      };
    },

    /** A clip whose file lies whole in the store, waiting for the worker. */
    async arrivedClip(path: string = film): Promise<ArrivedClip> {
      const bytes = await readFile(path);
      const clip = await insertRows(bytes.length);
      const contentType = "application/octet-stream";
      await store.put(rawKey(clip.uploadId), bytes, { contentType });
      await store.put(`${rawKey(clip.uploadId)}.info`, Buffer.from("{}"), { contentType });
      return clip;
    },

    askFor: ({ clipId }: ArrivedClip) =>
      withActor(WORKER_ACTOR, (trx) =>
        enqueueJob(trx, "transcode-clip", { clipId }, { key: jobKey("transcode-clip", clipId) }),
      ),

    clip: ({ clipId }: ArrivedClip) =>
      withOwner((trx) =>
        trx
          .selectFrom("clip")
          .select(["state", "media_state", "failure"])
          .where("id", "=", clipId)
          .executeTakeFirstOrThrow(),
      ),

    upload: ({ uploadId }: ArrivedClip) =>
      withOwner((trx) =>
        trx.selectFrom("upload").selectAll().where("id", "=", uploadId).executeTakeFirstOrThrow(),
      ),

    run: ({ clipId }: ArrivedClip) =>
      withOwner((trx) =>
        trx.selectFrom("job_run").selectAll().where("subject", "=", clipId).executeTakeFirst(),
      ),

    renditions: ({ clipId }: ArrivedClip) =>
      withOwner((trx) =>
        trx
          .selectFrom("rendition")
          .innerJoin("rendition_key", "rendition_key.rendition_id", "rendition.id")
          .selectAll()
          .where("clip_id", "=", clipId)
          .execute(),
      ),

    async auditOf({ clipId }: ArrivedClip): Promise<string[]> {
      const rows = await withOwner((trx) =>
        trx
          .selectFrom("audit_event")
          .select("event")
          .where("object_id", "=", clipId)
          .orderBy("seq")
          .execute(),
      );
      return rows.map(({ event }) => event);
    },

    /** Lets a minute pass for the leases of one worker, or of all. */
    async endLeases(workerId?: string): Promise<void> {
      const past = new Date(0);
      await withOwner(async (trx) => {
        for (const table of ["job_run", "worker_lease"] as const) {
          const update = trx.updateTable(table).set({ lease_until: past });
          await (workerId === undefined ? update : update.where("worker_id", "=", workerId)).execute();
        }
      });
    },

    /** Keys in the store that belong to a clip, without what they have in common. */
    async objectsOf({ clipId, uploadId }: ArrivedClip): Promise<string[]> {
      const keys: string[] = [];
      for await (const { key } of store.list(rawKey(uploadId))) keys.push(key);
      for await (const { key } of store.list(`hls/${clipId}/`)) keys.push(key.slice(`hls/${clipId}/`.length));
      return keys;
    },

    staged: () => readdir(stagingDir),

    async close(): Promise<void> {
      for (const folder of [stagingDir, filmDir]) await rm(folder, { recursive: true, force: true });
    },
  };
}

export type WorkerScene = Awaited<ReturnType<typeof createWorkerScene>>;
