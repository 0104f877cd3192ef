import type { PanelId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { overlaps, type SessionWindow } from "./window";

const MINUTE_MS = 60_000;

export const SHORTEST_SESSION_MINUTES = 15;
export const LONGEST_SESSION_HOURS = 12;
export const LARGEST_CAPACITY = 30;

export interface SessionBookingRequest extends SessionWindow {
  readonly panelId: PanelId;
  readonly place: string;
  /** Seats for members. */
  readonly capacity: number;
}

export interface SessionBookingFacts {
  /** The panel's other sessions that stand, cancelled ones left out. */
  readonly otherSessions: readonly SessionWindow[];
}

/** A session that may be booked, its place trimmed. */
export type SessionDraft = SessionBookingRequest;

export type SessionBookingRefusal =
  | "place-missing"
  | "capacity-out-of-range"
  | "ends-before-start"
  | "too-short"
  | "too-long"
  | "in-the-past"
  | "overlaps-another-session";

/** Whether a panel may hold a session then and there: 15 minutes to 12 hours, 1 to 30 seats, none of its sessions beside it. */
export function decideSessionBooking(
  request: SessionBookingRequest,
  facts: SessionBookingFacts,
  now: Date,
): Result<SessionDraft, SessionBookingRefusal> {
  const { startsAt, endsAt, capacity } = request;
  const place = request.place.trim();
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
  if (place === "") return refused("place-missing");
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > LARGEST_CAPACITY)
    return refused("capacity-out-of-range");
  if (!(minutes > 0)) return refused("ends-before-start");
  if (minutes < SHORTEST_SESSION_MINUTES) return refused("too-short");
  if (minutes > LONGEST_SESSION_HOURS * 60) return refused("too-long");
  if (startsAt < now) return refused("in-the-past");
  if (facts.otherSessions.some((other) => overlaps(request, other)))
    return refused("overlaps-another-session");
  return granted({ ...request, place });
}
