import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import { getClip } from "~/app/services/footage/get-clip.server";
import { pullClip } from "~/app/services/footage/pull-clip.server";
import { registerClip } from "~/app/services/footage/register-clip.server";
import { rejectClip } from "~/app/services/footage/reject-clip.server";
import { releaseClip } from "~/app/services/footage/release-clip.server";
import { startUpload } from "~/app/services/footage/start-upload.server";
import { createFootageScene, type FootageScene } from "~/app/services/footage/testing/footage-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { waitingJobs } from "~/db/testing/waiting-jobs";
import type { Actor } from "~/domain/accounts/actor";
import type { AccountId, ClipId, RenditionId } from "~/domain/ids";
import { rawKey } from "~/storage/keys";
import { MemoryStore } from "~/storage/memory-store";

type Officer = Actor & { readonly accountId: AccountId };

const store = new MemoryStore();
let database: TestDatabase;
let scene: FootageScene;
let uploader: Officer;
let checker: Officer;
let stranger: Officer;
let clipId: ClipId;
let renditionId: RenditionId;
beforeAll(async () => {
  database = await createTestDatabase();
  scene = createFootageScene(database, store);
});
afterAll(() => database.close());
beforeEach(async () => {
  uploader = await scene.officer("NE");
  checker = await scene.officer("NE");
  stranger = await scene.officer("CE");
  const ctx = scene.contextOf(uploader);
  const registered = await registerClip(ctx, await scene.encounter());
  if (!registered.ok) throw new Error(registered.refusal);
  clipId = registered.value;
  const started = await startUpload(ctx, { clipId, declaredBytes: 3, resumed: null });
  if (!started.ok) throw new Error(started.refusal);
  await store.put(rawKey(started.value), Buffer.alloc(3), { contentType: "video/mp4" });
  await finishUpload(ctx, started.value);
  renditionId = await scene.prepare(clipId);
});

const release = (officer: Actor, hasWatchedAll = true) =>
  releaseClip(scene.contextOf(officer), { clipId, renditionId, hasWatchedAll });
const reject = (officer: Actor) =>
  rejectClip(scene.contextOf(officer), { clipId, renditionId, reason: "A face shows at 0:12" });

describe("releasing a clip", () => {
  test("is for a second person of the same command unit", async () => {
    expect(await release(checker)).toEqual({ ok: true, value: null });

    expect(await scene.clip(clipId)).toMatchObject({ state: "ready", released_by: checker.accountId });
    expect((await scene.clip(clipId)).released_at).toBeInstanceOf(Date);
    expect(await scene.auditOf(clipId)).toEqual(["CLIP_REGISTERED done", "CLIP_RELEASED done"]);
  });

  test("is refused to whoever uploaded it", async () => {
    expect(await release(uploader)).toEqual({ ok: false, refusal: "own-upload" });
    expect((await scene.clip(clipId)).released_at).toBeNull();
  });

  test("without having watched all of it is refused", async () => {
    expect(await release(checker, false)).toEqual({ ok: false, refusal: "confirmation-missing" });
  });

  test("twice is refused, and the first name stays", async () => {
    const third = await scene.officer("NE");
    await release(checker);

    expect(await release(third)).toEqual({ ok: false, refusal: "already-released" });
    expect((await scene.clip(clipId)).released_by).toBe(checker.accountId);
  });

  test("by two officers at once happens once", async () => {
    const third = await scene.officer("NE");

    const outcomes = await Promise.all([release(checker), release(third)]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("what was replaced since it was watched is refused", async () => {
    await database.withOwner((trx) => trx.deleteFrom("rendition").where("clip_id", "=", clipId).execute());
    await scene.prepare(clipId);

    expect(await release(checker)).toEqual({ ok: false, refusal: "replaced-meanwhile" });
  });

  test("finds no such clip in another command unit", async () => {
    await expect(release(stranger)).rejects.toThrow(expect.objectContaining({ name: "NotFound" }));
  });
});

describe("the database, past every guard, refuses", () => {
  const setReleased = (actor: Actor, by: AccountId) =>
    database.withActor(actor, (trx) =>
      trx
        .updateTable("clip")
        .set({ released_by: by, released_at: new Date() })
        .where("id", "=", clipId)
        .executeTakeFirst(),
    );

  test("a release by the uploader", async () => {
    await expect(setReleased(uploader, uploader.accountId)).rejects.toThrow(/released_by_a_second_person/);
  });

  test("a release by the uploader in a colleague's name", async () => {
    await expect(setReleased(uploader, checker.accountId)).rejects.toThrow(/one's own name/);
  });

  test("a rejection in a colleague's name", async () => {
    await expect(
      database.withActor(uploader, (trx) =>
        trx.updateTable("clip").set({ rejected_by: checker.accountId }).where("id", "=", clipId).execute(),
      ),
    ).rejects.toThrow(/one's own name/);
  });

  test("a release from another command unit", async () => {
    expect((await setReleased(stranger, stranger.accountId)).numUpdatedRows).toBe(0n);
  });

  test("that an officer makes a colleague's upload their own", async () => {
    await expect(
      database.withActor(checker, (trx) =>
        trx.updateTable("clip").set({ uploaded_by: checker.accountId }).where("id", "=", clipId).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test("that what was released loses its renditions", async () => {
    await release(checker);

    const removed = await database.withActor(checker, (trx) =>
      trx.deleteFrom("rendition").where("clip_id", "=", clipId).executeTakeFirst(),
    );

    expect(removed.numDeletedRows).toBe(0n);
  });
});

describe("rejecting a clip", () => {
  test.each([
    ["a second person", () => checker],
    ["its uploader", () => uploader],
  ])("by %s sends it back, with nothing left to watch", async (_, officer) => {
    expect(await reject(officer())).toEqual({ ok: true, value: null });

    expect(await scene.clip(clipId)).toMatchObject({
      state: "redacting",
      media_state: "awaiting_upload",
      rejected_by: officer().accountId,
      rejection_reason: "A face shows at 0:12",
      uploaded_at: null,
    });
    const left = await database.withOwner(async (trx) => ({
      renditions: await trx.selectFrom("rendition").selectAll().where("clip_id", "=", clipId).execute(),
      keys: await trx
        .selectFrom("rendition_key")
        .selectAll()
        .where("rendition_id", "=", renditionId)
        .execute(),
      upload: await trx
        .selectFrom("upload")
        .select(["id", "state"])
        .where("clip_id", "=", clipId)
        .executeTakeFirstOrThrow(),
    }));
    expect(left).toMatchObject({ renditions: [], keys: [], upload: { state: "discarded" } });
    expect(await database.withOwner((trx) => waitingJobs(trx, left.upload.id))).toEqual(["discard-upload"]);
    expect(await scene.auditOf(clipId)).toEqual(["CLIP_REGISTERED done", "CLIP_REJECTED done"]);
  });

  test("lets its uploader upload another file, and tells why", async () => {
    await reject(checker);

    const clip = await getClip(scene.contextOf(uploader), clipId);
    const again = await startUpload(scene.contextOf(uploader), { clipId, declaredBytes: 5, resumed: null });

    expect(clip).toMatchObject({ stage: "awaiting-upload", rejection: { reason: "A face shows at 0:12" } });
    expect(again.ok).toBe(true);
  });

  test("that is released is refused", async () => {
    await release(checker);

    expect(await reject(checker)).toEqual({ ok: false, refusal: "already-released" });
  });

  test("finds no such clip in another command unit", async () => {
    await expect(reject(stranger)).rejects.toThrow(expect.objectContaining({ name: "NotFound" }));
  });
});

describe("pulling a clip", () => {
  const pull = (officer: Actor, isConfirmed = true) =>
    pullClip(scene.contextOf(officer), { clipId, isConfirmed });

  test("takes it from everybody, whoever released it", async () => {
    await release(checker);

    expect(await pull(uploader)).toEqual({ ok: true, value: null });
    expect((await scene.clip(clipId)).pulled_at).toBeInstanceOf(Date);
    expect(await scene.auditOf(clipId)).toContain("CLIP_PULLED done");
  });

  test("that nobody can watch yet is refused", async () => {
    expect(await pull(checker)).toEqual({ ok: false, refusal: "not-released" });
  });

  test("without being sure is refused", async () => {
    await release(checker);

    expect(await pull(checker, false)).toEqual({ ok: false, refusal: "confirmation-missing" });
    expect((await scene.clip(clipId)).pulled_at).toBeNull();
  });

  test("finds no such clip in another command unit", async () => {
    await release(checker);

    await expect(pull(stranger)).rejects.toThrow(expect.objectContaining({ name: "NotFound" }));
  });
});
