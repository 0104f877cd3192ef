import type { Trx } from "~/db/with-actor";
import type { ClipId, ObservationId, PanelMemberId, SessionId } from "~/domain/ids";
import type { EventMark } from "~/domain/observations/marks";

export interface SealedObservationRow {
  readonly id: ObservationId;
  readonly sessionId: SessionId;
  readonly clipId: ClipId;
  readonly memberId: PanelMemberId;
  readonly instrumentVersion: string;
  readonly mode: string;
  /** The day it was sealed, as YYYY-MM-DD. */
  readonly on: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly marks: readonly EventMark[];
  readonly renditionId: string;
  readonly contentSha256: Uint8Array;
}

/** Inserts an observation with answers and marks and then seals it, as the owner of the schema; from then on it is final. */
export async function plantSealedObservation(trx: Trx, row: SealedObservationRow): Promise<void> {
  await trx
    .insertInto("observation")
    .values({
      id: row.id,
      session_id: row.sessionId,
      clip_id: row.clipId,
      instrument_version: row.instrumentVersion,
      mode: row.mode,
      opened_on: row.on,
    })
    .execute();
  await trx
    .insertInto("observation_author")
    .values({
      observation_id: row.id,
      session_id: row.sessionId,
      clip_id: row.clipId,
      panel_member_id: row.memberId,
    })
    .execute();
  await trx
    .insertInto("answer")
    .values(
      Object.entries(row.answers).map(([questionId, value]) => ({
        observation_id: row.id,
        question_id: questionId,
        value: JSON.stringify(value),
      })),
    )
    .execute();
  if (row.marks.length > 0) {
    await trx
      .insertInto("event_mark")
      .values(
        row.marks.map((mark) => ({
          id: mark.id,
          observation_id: row.id,
          code: mark.code,
          level: mark.level,
          kind: mark.kind,
          t_start_ms: mark.tStartMs,
          t_end_ms: mark.tEndMs,
          auto_closed: mark.autoClosed,
          playback_rate: mark.playbackRate,
          pass: mark.pass,
          rendition_id: row.renditionId,
        })),
      )
      .execute();
  }
  await trx
    .updateTable("observation")
    .set({ locked_on: row.on, sealed_on: row.on, content_sha256: Buffer.from(row.contentSha256) })
    .where("id", "=", row.id)
    .execute();
}
