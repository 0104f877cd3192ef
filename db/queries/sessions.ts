import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import { NotFound } from "~/domain/errors";
import type { PanelId, PanelMemberId, SessionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import type { SessionBookingFacts, SessionDraft } from "~/domain/sessions/booking";
import type { SeatState } from "~/domain/sessions/seat";
import type { SessionPhase, SessionWindow } from "~/domain/sessions/window";

/** A session as one member sees it; its phase is what the database's clock says. */
export interface PanelSession extends SessionWindow {
  readonly sessionId: SessionId;
  readonly place: string;
  readonly phase: SessionPhase;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly clipCount: number;
  /** What this member answered; null when nothing. */
  readonly mySeat: SeatState | null;
  /** Seconds until the phase changes; null when it is over. */
  readonly secondsToNextPhase: number | null;
}

/** A session with what its own page needs beside. */
export interface SessionDetail extends PanelSession {
  /** Whether the actor has a seat that opens footage at this moment. */
  readonly isSeatedNow: boolean;
}

/** A session held until the transaction ends, and the database's time. */
export interface LockedSession extends SessionWindow {
  readonly capacity: number;
  readonly now: Date;
}

const phase = sql<SessionPhase>`case when now() < s.starts_at then 'before' when now() < s.ends_at then 'in' else 'after' end`;

const secondsToNextPhase = sql<
  number | null
>`ceil(extract(epoch from (case when now() < s.starts_at then s.starts_at
  when now() < s.ends_at then s.ends_at end) - now()))::float8`;

function selectSessions(trx: Trx, panelId: PanelId, memberId: PanelMemberId) {
  return trx
    .selectFrom("session as s")
    .leftJoin("booking as b", (join) =>
      join.onRef("b.session_id", "=", "s.id").on("b.panel_member_id", "=", memberId),
    )
    .select((eb) => [
      "s.id",
      "s.place",
      "s.starts_at",
      "s.ends_at",
      "s.capacity",
      "b.state",
      phase.as("phase"),
      secondsToNextPhase.as("seconds_to_next_phase"),
      sql<number>`seats_taken(s.id)`.as("seats_taken"),
      eb
        .selectFrom("session_clip as c")
        .select((count) => count.fn.countAll<number>().as("count"))
        .whereRef("c.session_id", "=", "s.id")
        .as("clip_count"),
    ])
    .where("s.panel_id", "=", panelId)
    .where("s.cancelled_at", "is", null);
}

/** The panel's sessions that are not over, the next one first. */
export async function listComingSessions(
  trx: Trx,
  panelId: PanelId,
  memberId: PanelMemberId,
): Promise<PanelSession[]> {
  const rows = await selectSessions(trx, panelId, memberId)
    .where("s.ends_at", ">", sql<Date>`now()`)
    .orderBy("s.starts_at")
    .execute();
  return rows.map(toSession);
}

/** The panel's sessions that are over, the latest first, at most `limit`. */
export async function listPastSessions(
  trx: Trx,
  panelId: PanelId,
  memberId: PanelMemberId,
  limit: number,
): Promise<PanelSession[]> {
  const rows = await selectSessions(trx, panelId, memberId)
    .where("s.ends_at", "<=", sql<Date>`now()`)
    .orderBy("s.starts_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(toSession);
}

/** One session of the panel; throws NotFound when the panel has no such session. */
export async function getSessionDetail(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
  memberId: PanelMemberId,
): Promise<SessionDetail> {
  const row = await selectSessions(trx, panelId, memberId)
    .select(sql<boolean>`app_seated_in(s.id) is not null`.as("is_seated_now"))
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound("session");
  return { ...toSession(row), isSeatedNow: row.is_seated_now };
}

/**
 * Holds a session of the panel until the transaction ends, so that seats and agenda change one after the other;
 * throws NotFound when the panel has no such session. What is counted must be counted in a later statement.
 */
export async function lockSession(trx: Trx, panelId: PanelId, sessionId: SessionId): Promise<LockedSession> {
  const row = await trx
    .selectFrom("session")
    .select(["starts_at", "ends_at", "capacity", sql<Date>`clock_timestamp()`.as("now")])
    .where("panel_id", "=", panelId)
    .where("id", "=", sessionId)
    .where("cancelled_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new NotFound("session");
  return { startsAt: row.starts_at, endsAt: row.ends_at, capacity: row.capacity, now: row.now };
}

/** The sessions of the panel that share time with the one asked for; cancelled ones do not count. */
export async function findSessionBookingFacts(
  trx: Trx,
  panelId: PanelId,
  { startsAt, endsAt }: SessionWindow,
): Promise<SessionBookingFacts> {
  const rows = await trx
    .selectFrom("session")
    .select(["starts_at as startsAt", "ends_at as endsAt"])
    .where("panel_id", "=", panelId)
    .where("cancelled_at", "is", null)
    .where("starts_at", "<", endsAt)
    .where("ends_at", ">", startsAt)
    .execute();
  return { otherSessions: rows };
}

/** Books a session; refuses when the panel's calendar was taken meanwhile, and the transaction stays usable. */
export async function insertSession(
  trx: Trx,
  draft: SessionDraft,
  bookedBy: PanelMemberId,
): Promise<Result<SessionId, "overlaps-another-session">> {
  const row = await trx
    .insertInto("session")
    .values({
      panel_id: draft.panelId,
      place: draft.place,
      starts_at: draft.startsAt,
      ends_at: draft.endsAt,
      capacity: draft.capacity,
      booked_by: bookedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row === undefined ? refused("overlaps-another-session") : granted(row.id as SessionId);
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>["executeTakeFirstOrThrow"]>>;

function toSession(row: SessionRow): PanelSession {
  return {
    sessionId: row.id as SessionId,
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    phase: row.phase,
    capacity: row.capacity,
    seatsTaken: row.seats_taken,
    clipCount: row.clip_count ?? 0,
    mySeat: row.state as SeatState | null,
    secondsToNextPhase: row.seconds_to_next_phase,
  };
}
