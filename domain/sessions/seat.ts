import type { PanelMemberId, SessionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { type SessionWindow, sessionPhase } from "./window";

export type SeatState = "accepted" | "declined";

export interface SeatRequest {
  readonly sessionId: SessionId;
  readonly memberId: PanelMemberId;
  readonly answer: SeatState;
}

export interface SeatFacts {
  readonly session: SessionWindow & { readonly capacity: number };
  /** The member's current membership of the session's panel; null when there is none. */
  readonly membership: { readonly mayViewFootage: boolean } | null;
  /** What this member answered before; null when nothing. */
  readonly seat: SeatState | null;
  /** Seats of the session accepted by anybody. */
  readonly acceptedSeats: number;
}

export interface SeatDraft {
  readonly sessionId: SessionId;
  readonly memberId: PanelMemberId;
  readonly state: SeatState;
}

export type SeatRefusal =
  | "not-a-member"
  | "session-over"
  | "already-accepted"
  | "already-declined"
  | "may-not-view-footage"
  | "session-full";

/** Whether a member may take, or give back, a seat: taking one needs the right to view footage and a free seat. */
export function decideSeat(
  request: SeatRequest,
  facts: SeatFacts,
  now: Date,
): Result<SeatDraft, SeatRefusal> {
  const { sessionId, memberId, answer } = request;
  const { session, membership, seat, acceptedSeats } = facts;
  if (!membership) return refused("not-a-member");
  if (sessionPhase(session, now) === "after") return refused("session-over");
  if (seat === answer) return refused(answer === "accepted" ? "already-accepted" : "already-declined");
  if (answer === "accepted" && !membership.mayViewFootage) return refused("may-not-view-footage");
  if (answer === "accepted" && acceptedSeats >= session.capacity) return refused("session-full");
  return granted({ sessionId, memberId, state: answer });
}
