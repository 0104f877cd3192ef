import type { Trx } from "~/db/with-actor";
import type { ClipFailure } from "~/domain/footage/clip-failure";
import type { ClipId, UploadId } from "~/domain/ids";

/** An upload that arrived whole and is to be made into a rendition. */
export interface ReceivedUpload {
  readonly uploadId: UploadId;
  readonly declaredBytes: number;
}

/** Holds the clip for this transaction; answers its received upload, or null when there is nothing to prepare. */
export async function lockClipToPrepare(trx: Trx, clipId: ClipId): Promise<ReceivedUpload | null> {
  const clip = await trx
    .selectFrom("clip")
    .select("id")
    .where("id", "=", clipId)
    .where("media_state", "in", ["received", "preparing"])
    .forUpdate()
    .executeTakeFirst();
  if (!clip) return null;
  const upload = await trx
    .selectFrom("upload")
    .select(["id", "declared_bytes"])
    .where("clip_id", "=", clipId)
    .where("state", "=", "received")
    .executeTakeFirst();
  return upload ? { uploadId: upload.id as UploadId, declaredBytes: upload.declared_bytes } : null;
}

/** Shows that the worker is busy with the clip. */
export async function updateClipToPreparing(trx: Trx, clipId: ClipId): Promise<void> {
  await trx.updateTable("clip").set({ media_state: "preparing" }).where("id", "=", clipId).execute();
}

/** Hands the clip to the second person who checks it; a clip that was withdrawn meanwhile stays withdrawn. */
export async function updateClipToPrepared(trx: Trx, clipId: ClipId): Promise<void> {
  await trx
    .updateTable("clip")
    .set((eb) => ({
      media_state: "prepared",
      failure: null,
      state: eb.case().when("state", "=", "redacting").then("qa").else(eb.ref("state")).end(),
    }))
    .where("id", "=", clipId)
    .execute();
}

/** Writes on the clip why it cannot be prepared. */
export async function updateClipToFailed(trx: Trx, clipId: ClipId, failure: ClipFailure): Promise<void> {
  await trx.updateTable("clip").set({ media_state: "failed", failure }).where("id", "=", clipId).execute();
}

/** Writes down the SHA-256 of an upload's bytes; false when another one was written down before. */
export async function updateUploadHash(trx: Trx, uploadId: UploadId, sha256: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(sha256);
  const { numUpdatedRows } = await trx
    .updateTable("upload")
    .set({ sha256: bytes })
    .where("id", "=", uploadId)
    .where((eb) => eb.or([eb("sha256", "is", null), eb("sha256", "=", bytes)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Marks an upload as one whose bytes are not to be used again; false when it was marked before or is not there. */
export async function updateUploadToDiscarded(trx: Trx, uploadId: UploadId): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("upload")
    .set({ state: "discarded" })
    .where("id", "=", uploadId)
    .where("state", "<>", "discarded")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Which clip an upload was for; null when there is no such upload. */
export async function findClipOfUpload(trx: Trx, uploadId: UploadId): Promise<ClipId | null> {
  const row = await trx.selectFrom("upload").select("clip_id").where("id", "=", uploadId).executeTakeFirst();
  return (row?.clip_id as ClipId | undefined) ?? null;
}
