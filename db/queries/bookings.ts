import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { PanelId, PanelMemberId, SessionId } from "~/domain/ids";
import type { SeatDraft, SeatState } from "~/domain/sessions/seat";

/** A member who accepted a seat, for the chair. */
export interface SeatedMember {
  readonly panelMemberId: PanelMemberId;
  readonly displayName: string;
}

/** What a member answered about a session of the panel; null when nothing. */
export async function findSeat(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
  memberId: PanelMemberId,
): Promise<SeatState | null> {
  const row = await trx
    .selectFrom("booking as b")
    .innerJoin("session as s", "s.id", "b.session_id")
    .select("b.state")
    .where("s.panel_id", "=", panelId)
    .where("s.id", "=", sessionId)
    .where("b.panel_member_id", "=", memberId)
    .executeTakeFirst();
  return (row?.state ?? null) as SeatState | null;
}

/** Seats of a session of the panel accepted by anybody; 0 when the panel has no such session. */
export async function countSeatsTaken(trx: Trx, panelId: PanelId, sessionId: SessionId): Promise<number> {
  const row = await trx
    .selectFrom("session")
    .select(sql<number>`seats_taken(id)`.as("taken"))
    .where("panel_id", "=", panelId)
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return row?.taken ?? 0;
}

/**
 * Writes down a member's answer about a session of the panel, in place of an earlier one. Hold the session first,
 * else two may take the last seat.
 */
export async function saveSeat(trx: Trx, panelId: PanelId, seat: SeatDraft): Promise<void> {
  await trx
    .insertInto("booking")
    .columns(["session_id", "panel_member_id", "state"])
    .expression((eb) =>
      eb
        .selectFrom("session as s")
        .select([
          "s.id",
          sql<string>`${seat.memberId}::uuid`.as("member"),
          sql<string>`${seat.state}::text`.as("state"),
        ])
        .where("s.panel_id", "=", panelId)
        .where("s.id", "=", seat.sessionId),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["session_id", "panel_member_id"])
        .doUpdateSet({ state: seat.state, decided_at: sql<Date>`now()` }),
    )
    .execute();
}

/** Who accepted a seat, by name. To anyone but the chair of the panel the list is their own seat at most. */
export async function listSeatedMembers(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
): Promise<SeatedMember[]> {
  const rows = await trx
    .selectFrom("booking as b")
    .innerJoin("session as s", "s.id", "b.session_id")
    .innerJoin("panel_member as m", "m.id", "b.panel_member_id")
    .innerJoin("account as a", "a.id", "m.account_id")
    .select(["m.id", "a.display_name"])
    .where("s.panel_id", "=", panelId)
    .where("s.id", "=", sessionId)
    .where("b.state", "=", "accepted")
    .orderBy("a.display_name")
    .execute();
  return rows.map((row) => ({ panelMemberId: row.id as PanelMemberId, displayName: row.display_name }));
}
