import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import { NotFound } from "~/domain/errors";
import type { ClipStageFacts, MediaState } from "~/domain/footage/clip-stage";
import type { ReleaseFacts } from "~/domain/footage/release";
import type { AccountId, ClipId, EncounterId, RenditionId } from "~/domain/ids";

export interface NewClip {
  readonly clipId: ClipId;
  readonly encounterId: EncounterId;
  readonly reference: string;
  readonly uploadedBy: AccountId;
}

/** Registers a clip that has no file yet; false when its reference is taken. */
export async function insertClip(trx: Trx, clip: NewClip): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await trx
    .insertInto("clip")
    .values({
      id: clip.clipId,
      encounter_id: clip.encounterId,
      reference: clip.reference,
      uploaded_by: clip.uploadedBy,
      state: "redacting",
      media_state: "awaiting_upload",
    })
    .onConflict((conflict) => conflict.column("reference").doNothing())
    .executeTakeFirst();
  return inserted === 1n;
}

/** Holds a clip of the command unit for this transaction; throws NotFound for any other. */
export async function lockClip(trx: Trx, bcuCode: string, clipId: ClipId): Promise<ReleaseFacts> {
  const row = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .select(["c.media_state", "c.uploaded_by", "c.released_at", "c.pulled_at"])
    .where("c.id", "=", clipId)
    .where("e.bcu_code", "=", bcuCode)
    .forUpdate("c")
    .executeTakeFirst();
  if (row === undefined) throw new NotFound("clip");
  // Asked after the lock is held, because what can be watched may have changed while waiting for it.
  const rendition = await trx
    .selectFrom("rendition")
    .select("id")
    .where("clip_id", "=", clipId)
    .orderBy("height", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    mediaState: row.media_state as MediaState,
    uploadedBy: row.uploaded_by as AccountId,
    releasedAt: row.released_at,
    pulledAt: row.pulled_at,
    renditionId: (rendition?.id as RenditionId | undefined) ?? null,
  };
}

/** What the stage of a clip follows from; throws NotFound for a clip of another command unit. */
export async function getClipStageFacts(trx: Trx, bcuCode: string, clipId: ClipId): Promise<ClipStageFacts> {
  const row = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .select(["c.media_state", "c.uploaded_by", "c.released_at", "c.pulled_at"])
    .where("c.id", "=", clipId)
    .where("e.bcu_code", "=", bcuCode)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound("clip");
  return {
    mediaState: row.media_state as MediaState,
    uploadedBy: row.uploaded_by as AccountId,
    releasedAt: row.released_at,
    pulledAt: row.pulled_at,
  };
}

/** Notes that the file of a clip has arrived whole. */
export async function updateClipToReceived(trx: Trx, clipId: ClipId): Promise<void> {
  await trx
    .updateTable("clip")
    .set({ media_state: "received", failure: null, uploaded_at: sql<Date>`now()` })
    .where("id", "=", clipId)
    .execute();
}

/** Opens a clip to panels, in the name of an officer. Throws when that officer uploaded it. */
export async function updateClipToReleased(trx: Trx, clipId: ClipId, officer: AccountId): Promise<void> {
  await trx
    .updateTable("clip")
    .set({ state: "ready", released_by: officer, released_at: sql<Date>`now()` })
    .where("id", "=", clipId)
    .execute();
}

/** Sends a clip back to be redacted and uploaded anew, with the reason. */
export async function updateClipToRejected(
  trx: Trx,
  clipId: ClipId,
  officer: AccountId,
  reason: string,
): Promise<void> {
  await trx
    .updateTable("clip")
    .set({
      state: "redacting",
      media_state: "awaiting_upload",
      uploaded_at: null,
      rejected_by: officer,
      rejected_at: sql<Date>`now()`,
      rejection_reason: reason,
    })
    .where("id", "=", clipId)
    .execute();
}

/** Takes a clip from everybody at once; from this commit on no query opens it to a panel. */
export async function updateClipToPulled(trx: Trx, clipId: ClipId): Promise<void> {
  await trx.updateTable("clip").set({ pulled_at: sql<Date>`now()` }).where("id", "=", clipId).execute();
}
