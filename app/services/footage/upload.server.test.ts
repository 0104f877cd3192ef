import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import { getUpload } from "~/app/services/footage/get-upload.server";
import { giveUpUpload } from "~/app/services/footage/give-up-upload.server";
import { registerClip } from "~/app/services/footage/register-clip.server";
import { settleUpload } from "~/app/services/footage/settle-upload.server";
import { startUpload } from "~/app/services/footage/start-upload.server";
import { createFootageScene, type FootageScene } from "~/app/services/footage/testing/footage-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { waitingJobs } from "~/db/testing/waiting-jobs";
import type { Actor } from "~/domain/accounts/actor";
import { LARGEST_UPLOAD_BYTES } from "~/domain/footage/upload-limits";
import type { AccountId, ClipId, UploadId } from "~/domain/ids";
import { rawKey } from "~/storage/keys";
import { MemoryStore } from "~/storage/memory-store";

const store = new MemoryStore();
let database: TestDatabase;
let scene: FootageScene;
let officer: Actor & { readonly accountId: AccountId };
let clipId: ClipId;
beforeAll(async () => {
  database = await createTestDatabase();
  scene = createFootageScene(database, store);
});
afterAll(() => database.close());
beforeEach(async () => {
  officer = await scene.officer("NE");
  const outcome = await registerClip(scene.contextOf(officer), await scene.encounter());
  if (!outcome.ok) throw new Error(outcome.refusal);
  clipId = outcome.value;
});

async function started(declaredBytes = 7, resumed: UploadId | null = null): Promise<UploadId> {
  const outcome = await startUpload(scene.contextOf(officer), { clipId, declaredBytes, resumed });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

const jobsFor = (id: string) => database.withOwner((trx) => waitingJobs(trx, id));

async function arrived(uploadId: UploadId, bytes = 7): Promise<void> {
  await store.put(rawKey(uploadId), Buffer.alloc(bytes, 1), { contentType: "video/mp4" });
}

describe("starting an upload", () => {
  test("makes room for one file and leaves an entry", async () => {
    const uploadId = await started();

    expect(await scene.upload(uploadId)).toMatchObject({
      clip_id: clipId,
      owner_id: officer.accountId,
      state: "created",
    });
    expect(await scene.auditOf(uploadId)).toEqual(["UPLOAD_STARTED done"]);
  });

  test("again with another file gives up the first, and the worker is to remove it", async () => {
    const first = await started();
    const second = await started(9);

    expect((await scene.upload(first)).state).toBe("discarded");
    expect((await scene.upload(second)).state).toBe("created");
    expect(await jobsFor(first)).toEqual(["discard-upload"]);
  });

  test("goes on with a broken-off upload of the same file", async () => {
    const first = await started();

    expect(await started(7, first)).toBe(first);
  });

  test("begins anew when the file remembered has another length", async () => {
    const first = await started();

    expect(await started(8, first)).not.toBe(first);
  });

  test.each([
    ["empty-file", 0],
    ["file-too-large", LARGEST_UPLOAD_BYTES + 1],
  ])("is refused as %s for %d bytes, and makes no room", async (refusal, declaredBytes) => {
    const outcome = await startUpload(scene.contextOf(officer), { clipId, declaredBytes, resumed: null });

    expect(outcome).toEqual({ ok: false, refusal });
    expect(await scene.auditOf(clipId)).toEqual(["CLIP_REGISTERED done"]);
  });

  test("is refused to a colleague, who could otherwise release their own upload", async () => {
    const colleague = await scene.officer("NE");

    const outcome = await startUpload(scene.contextOf(colleague), {
      clipId,
      declaredBytes: 7,
      resumed: null,
    });

    expect(outcome).toEqual({ ok: false, refusal: "not-the-uploader" });
  });

  test("for a clip of another command unit finds no such clip", async () => {
    const stranger = await scene.officer("CE");
    const ctx = scene.contextOf(stranger);

    await expect(startUpload(ctx, { clipId, declaredBytes: 7, resumed: null })).rejects.toThrow(
      expect.objectContaining({ name: "NotFound" }),
    );
  });

  test("for a colleague's clip is refused by the database too", async () => {
    const colleague = await scene.officer("NE");

    await expect(
      database.withActor(colleague, (trx) =>
        trx
          .insertInto("upload")
          .values({ clip_id: clipId, owner_id: colleague.accountId, declared_bytes: 7 })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("finishing an upload", () => {
  test("hands the clip to the worker, once", async () => {
    const uploadId = await started();
    await arrived(uploadId);
    const ctx = scene.contextOf(officer);

    const outcomes = [await finishUpload(ctx, uploadId), await finishUpload(ctx, uploadId)];

    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect((await scene.clip(clipId)).media_state).toBe("received");
    expect((await scene.clip(clipId)).uploaded_at).toBeInstanceOf(Date);
    expect((await scene.upload(uploadId)).received_at).toBeInstanceOf(Date);
    expect(await scene.auditOf(uploadId)).toEqual(["UPLOAD_STARTED done", "UPLOAD_FINISHED done"]);
    expect(await jobsFor(clipId)).toEqual(["transcode-clip"]);
  });

  test("at two places at once happens once", async () => {
    const uploadId = await started();
    await arrived(uploadId);
    const ctx = scene.contextOf(officer);

    await Promise.all([finishUpload(ctx, uploadId), finishUpload(ctx, uploadId)]);

    expect(await scene.auditOf(uploadId)).toEqual(["UPLOAD_STARTED done", "UPLOAD_FINISHED done"]);
  });

  test.each([
    ["nothing has arrived", null],
    ["a byte is missing", 6],
    ["there is a byte too many", 8],
  ])("is refused while %s", async (_, bytes) => {
    const uploadId = await started();
    if (bytes !== null) await arrived(uploadId, bytes);

    const outcome = await finishUpload(scene.contextOf(officer), uploadId);

    expect(outcome).toEqual({ ok: false, refusal: "incomplete" });
    expect((await scene.clip(clipId)).media_state).toBe("awaiting_upload");
  });

  test("that was given up meanwhile is refused, and its bytes are removed once more", async () => {
    const first = await started();
    await started(9);
    await arrived(first);

    const outcome = await finishUpload(scene.contextOf(officer), first);

    expect(outcome).toEqual({ ok: false, refusal: "given-up" });
    expect((await scene.clip(clipId)).media_state).toBe("awaiting_upload");
    expect(await jobsFor(first)).toEqual(["discard-upload"]);
  });

  test("clears away why an earlier file failed", async () => {
    await database.withOwner((trx) =>
      trx
        .updateTable("clip")
        .set({ media_state: "failed", failure: "not-a-video" })
        .where("id", "=", clipId)
        .execute(),
    );
    const uploadId = await started();
    await arrived(uploadId);

    await finishUpload(scene.contextOf(officer), uploadId);

    expect(await scene.clip(clipId)).toMatchObject({ media_state: "received", failure: null });
  });

  test("is done by the clip's page when the last request got lost", async () => {
    const uploadId = await started();
    await arrived(uploadId);

    await settleUpload(scene.contextOf(officer), clipId);

    expect((await scene.upload(uploadId)).state).toBe("received");
  });

  test("leaves an upload that is under way alone when its clip is looked at", async () => {
    const uploadId = await started();

    await settleUpload(scene.contextOf(officer), clipId);

    expect((await scene.upload(uploadId)).state).toBe("created");
  });
});

describe("an upload of a colleague", () => {
  test.each([
    ["read", getUpload],
    ["finished", finishUpload],
    ["given up", giveUpUpload],
  ])("cannot be %s: there is no such upload", async (_, act) => {
    const uploadId = await started();
    await arrived(uploadId);
    const colleague = await scene.officer("NE");

    await expect(act(scene.contextOf(colleague), uploadId)).rejects.toThrow(
      expect.objectContaining({ name: "NotFound" }),
    );
    expect((await scene.upload(uploadId)).state).toBe("created");
  });

  test("is out of sight and out of reach in the database too", async () => {
    const uploadId = await started();
    const colleague = await scene.officer("NE");

    const changed = await database.withActor(colleague, async (trx) => ({
      seen: await trx.selectFrom("upload").selectAll().where("id", "=", uploadId).execute(),
      updated: await trx
        .updateTable("upload")
        .set({ state: "discarded" })
        .where("id", "=", uploadId)
        .executeTakeFirst(),
    }));

    expect(changed.seen).toEqual([]);
    expect(changed.updated.numUpdatedRows).toBe(0n);
  });
});

describe("giving up an upload", () => {
  test("has its bytes removed", async () => {
    const uploadId = await started();

    expect(await giveUpUpload(scene.contextOf(officer), uploadId)).toEqual({ ok: true, value: null });
    expect((await scene.upload(uploadId)).state).toBe("discarded");
    expect(await jobsFor(uploadId)).toEqual(["discard-upload"]);
    expect(await scene.auditOf(uploadId)).toEqual(["UPLOAD_STARTED done", "UPLOAD_DISCARDED done"]);
  });

  test("that has arrived whole is refused", async () => {
    const uploadId = await started();
    await arrived(uploadId);
    await finishUpload(scene.contextOf(officer), uploadId);

    const outcome = await giveUpUpload(scene.contextOf(officer), uploadId);

    expect(outcome).toEqual({ ok: false, refusal: "already-received" });
  });
});
