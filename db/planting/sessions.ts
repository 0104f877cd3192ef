import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { ClipId, PanelId, PanelMemberId, SessionId } from "~/domain/ids";

export interface SessionRow {
  readonly panelId: PanelId;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly bookedBy: PanelMemberId;
}

/** Inserts a session at any time, past ones included, as the owner of the schema. */
export async function plantSession(trx: Trx, row: SessionRow): Promise<SessionId> {
  const { id } = await trx
    .insertInto("session")
    .values({
      panel_id: row.panelId,
      place: row.place,
      starts_at: row.startsAt,
      ends_at: row.endsAt,
      capacity: row.capacity,
      booked_by: row.bookedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as SessionId;
}

/** Puts the clips on the agenda in the order given, as the owner of the schema. */
export async function plantAgenda(trx: Trx, sessionId: SessionId, clipIds: readonly ClipId[]): Promise<void> {
  if (clipIds.length === 0) return;
  await trx
    .insertInto("session_clip")
    .values(clipIds.map((clipId, index) => ({ session_id: sessionId, clip_id: clipId, position: index + 1 })))
    .execute();
}

/** Seats the members, as the owner of the schema. */
export async function plantSeats(
  trx: Trx,
  sessionId: SessionId,
  members: readonly PanelMemberId[],
): Promise<void> {
  if (members.length === 0) return;
  await trx
    .insertInto("booking")
    .values(members.map((id) => ({ session_id: sessionId, panel_member_id: id, state: "accepted" })))
    .execute();
}

/** The panel's session that is open now, or null. */
export async function findOpenSession(trx: Trx, panelId: PanelId, now: Date): Promise<SessionId | null> {
  const row = await trx
    .selectFrom("session")
    .select("id")
    .where("panel_id", "=", panelId)
    .where("cancelled_at", "is", null)
    .where("starts_at", "<=", now)
    .where("ends_at", ">", now)
    .executeTakeFirst();
  return (row?.id as SessionId | undefined) ?? null;
}

/** When the panel's next session after `now` begins, or null. */
export async function findNextSessionStart(trx: Trx, panelId: PanelId, now: Date): Promise<Date | null> {
  const row = await trx
    .selectFrom("session")
    .select("starts_at")
    .where("panel_id", "=", panelId)
    .where("cancelled_at", "is", null)
    .where("starts_at", ">", now)
    .orderBy("starts_at")
    .limit(1)
    .executeTakeFirst();
  return row?.starts_at ?? null;
}

/** Moves a session to begin so many minutes from now (before now when negative), keeping its length; for scenes that cannot wait. */
export async function moveSession(trx: Trx, sessionId: SessionId, startingInMinutes: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("session")
    .set({
      starts_at: sql<Date>`now() + make_interval(mins => ${startingInMinutes}::integer)`,
      ends_at: sql<Date>`now() + make_interval(mins => ${startingInMinutes}::integer) + (ends_at - starts_at)`,
    })
    .where("id", "=", sessionId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Error(`no session ${sessionId}`);
}
