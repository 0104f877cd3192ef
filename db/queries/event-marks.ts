import type { Trx } from "~/db/with-actor";
import type { EventMarkId, ObservationId, RenditionId } from "~/domain/ids";
import type { EventMark, EventMarkDraft } from "~/domain/observations/marks";

const COLUMNS = [
  "id",
  "code",
  "level",
  "kind",
  "t_start_ms",
  "t_end_ms",
  "auto_closed",
  "playback_rate",
  "pass",
] as const;

/** The marks of an observation in the order of the clip. */
export async function listEventMarks(trx: Trx, observationId: ObservationId): Promise<EventMark[]> {
  const rows = await trx
    .selectFrom("event_mark")
    .select(COLUMNS)
    .where("observation_id", "=", observationId)
    .orderBy("t_start_ms")
    .orderBy("code")
    .orderBy("id")
    .execute();
  return rows.map(toMark);
}

/** Writes a mark down; false when its id is taken, by this mark sent before or by any other. */
export async function insertEventMark(
  trx: Trx,
  observationId: ObservationId,
  id: EventMarkId,
  renditionId: RenditionId,
  draft: EventMarkDraft,
): Promise<boolean> {
  const row = await trx
    .insertInto("event_mark")
    .values({
      id,
      observation_id: observationId,
      code: draft.code,
      level: draft.level,
      kind: draft.kind,
      t_start_ms: draft.tStartMs,
      t_end_ms: draft.tEndMs,
      auto_closed: draft.autoClosed,
      playback_rate: draft.playbackRate,
      rendition_id: renditionId,
      pass: draft.pass,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** One mark of this observation, or null. */
export async function findEventMark(
  trx: Trx,
  observationId: ObservationId,
  id: EventMarkId,
): Promise<EventMark | null> {
  const row = await trx
    .selectFrom("event_mark")
    .select(COLUMNS)
    .where("observation_id", "=", observationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : toMark(row);
}

/** Takes a mark of this observation away; false when there was none. */
export async function deleteEventMark(
  trx: Trx,
  observationId: ObservationId,
  id: EventMarkId,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("event_mark")
    .where("observation_id", "=", observationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

interface MarkRow {
  readonly id: string;
  readonly code: string;
  readonly level: number;
  readonly kind: string;
  readonly t_start_ms: number;
  readonly t_end_ms: number;
  readonly auto_closed: boolean;
  readonly playback_rate: number;
  readonly pass: number;
}

// Who did it is not asked on the palette: the button says officer, person or somebody else.
function toMark(row: MarkRow): EventMark {
  return {
    id: row.id as EventMarkId,
    code: row.code,
    level: row.level as EventMark["level"],
    kind: row.kind as EventMark["kind"],
    tStartMs: row.t_start_ms,
    tEndMs: row.t_end_ms,
    playbackRate: row.playback_rate,
    pass: row.pass as EventMark["pass"],
    autoClosed: row.auto_closed,
    actor: null,
  };
}
