import type { ClipId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { type SessionWindow, sessionPhase } from "./window";

export type MoveDirection = "up" | "down";

export type MoveRefusal = "session-over" | "not-on-agenda";
export type RemovalRefusal = MoveRefusal | "session-started";

interface OrderFacts {
  readonly session: SessionWindow;
  /** The clips on the session's agenda, in order. */
  readonly agenda: readonly ClipId[];
}

/** The agenda with one clip moved by a place; the first cannot go further up, nor the last down, and the order stays. */
export function decideMove(
  clipId: ClipId,
  direction: MoveDirection,
  { session, agenda }: OrderFacts,
  now: Date,
): Result<readonly ClipId[], MoveRefusal> {
  if (sessionPhase(session, now) === "after") return refused("session-over");
  const from = agenda.indexOf(clipId);
  if (from === -1) return refused("not-on-agenda");
  const to = direction === "up" ? Math.max(from - 1, 0) : Math.min(from + 1, agenda.length - 1);
  return granted(agenda.toSpliced(from, 1).toSpliced(to, 0, clipId));
}

/** The agenda without one clip. Once the session has started every clip stays, for somebody may be watching it. */
export function decideRemoval(
  clipId: ClipId,
  { session, agenda }: OrderFacts,
  now: Date,
): Result<readonly ClipId[], RemovalRefusal> {
  const phase = sessionPhase(session, now);
  if (phase === "after") return refused("session-over");
  if (!agenda.includes(clipId)) return refused("not-on-agenda");
  if (phase === "in") return refused("session-started");
  return granted(agenda.filter((other) => other !== clipId));
}
