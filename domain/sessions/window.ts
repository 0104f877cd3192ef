/** The half-open span [startsAt, endsAt) in which a session's clips may be played. */
export interface SessionWindow {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export type SessionPhase = "before" | "in" | "after";

/** Where an instant lies to a session, for display; access is decided by the database's clock alone. */
export function sessionPhase({ startsAt, endsAt }: SessionWindow, now: Date): SessionPhase {
  if (now < startsAt) return "before";
  return now < endsAt ? "in" : "after";
}

/** Whether two sessions share any time; one that starts as the other ends does not overlap it. */
export function overlaps(one: SessionWindow, other: SessionWindow): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
