import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import { NotFound } from "~/domain/errors";
import type { AccountId, ClipId, UploadId } from "~/domain/ids";

/** `created`: bytes may arrive; `received`: all are here; `discarded`: none of them will be used. */
export type UploadState = "created" | "received" | "discarded";

export interface OwnUpload {
  readonly uploadId: UploadId;
  readonly clipId: ClipId;
  readonly declaredBytes: number;
  readonly state: UploadState;
}

export interface NewUpload {
  readonly clipId: ClipId;
  readonly owner: AccountId;
  readonly declaredBytes: number;
}

/** Makes room for one file of a clip. Throws while the clip has another upload that is not discarded. */
export async function insertUpload(trx: Trx, upload: NewUpload): Promise<UploadId> {
  const row = await trx
    .insertInto("upload")
    .values({ clip_id: upload.clipId, owner_id: upload.owner, declared_bytes: upload.declaredBytes })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id as UploadId;
}

/** An upload of this officer's; throws NotFound for anybody else's. */
export async function getOwnUpload(trx: Trx, owner: AccountId, uploadId: UploadId): Promise<OwnUpload> {
  const row = await ownUploads(trx, owner).where("id", "=", uploadId).executeTakeFirst();
  if (row === undefined) throw new NotFound("upload");
  return toOwnUpload(row);
}

/** As `getOwnUpload`, holding it for this transaction. */
export async function lockOwnUpload(trx: Trx, owner: AccountId, uploadId: UploadId): Promise<OwnUpload> {
  const row = await ownUploads(trx, owner).where("id", "=", uploadId).forUpdate().executeTakeFirst();
  if (row === undefined) throw new NotFound("upload");
  return toOwnUpload(row);
}

/** This officer's upload of a clip that is under way or has arrived; null when there is none. */
export async function findOpenUpload(trx: Trx, owner: AccountId, clipId: ClipId): Promise<OwnUpload | null> {
  const row = await ownUploads(trx, owner)
    .where("clip_id", "=", clipId)
    .where("state", "<>", "discarded")
    .executeTakeFirst();
  return row === undefined ? null : toOwnUpload(row);
}

/** Notes that every byte of an upload has arrived. */
export async function updateUploadToReceived(trx: Trx, uploadId: UploadId): Promise<void> {
  await trx
    .updateTable("upload")
    .set({ state: "received", received_at: sql<Date>`now()` })
    .where("id", "=", uploadId)
    .execute();
}

/** Gives up this officer's uploads of a clip; answers those that were not given up before. */
export async function discardOwnUploads(trx: Trx, owner: AccountId, clipId: ClipId): Promise<UploadId[]> {
  const rows = await trx
    .updateTable("upload")
    .set({ state: "discarded" })
    .where("clip_id", "=", clipId)
    .where("owner_id", "=", owner)
    .where("state", "<>", "discarded")
    .returning("id")
    .execute();
  return rows.map((row) => row.id as UploadId);
}

/** Gives up the last upload of a clip that the actor has rejected in this transaction; null when it never had one. */
export async function discardRejectedUpload(trx: Trx, clipId: ClipId): Promise<UploadId | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select discard_rejected_upload(${clipId}::uuid) as id`.execute(trx);
  return (rows[0]?.id as UploadId | null | undefined) ?? null;
}

function ownUploads(trx: Trx, owner: AccountId) {
  return trx
    .selectFrom("upload")
    .select(["id", "clip_id", "declared_bytes", "state"])
    .where("owner_id", "=", owner);
}

function toOwnUpload(row: {
  readonly id: string;
  readonly clip_id: string;
  readonly declared_bytes: number;
  readonly state: string;
}): OwnUpload {
  return {
    uploadId: row.id as UploadId,
    clipId: row.clip_id as ClipId,
    declaredBytes: row.declared_bytes,
    state: row.state as UploadState,
  };
}
