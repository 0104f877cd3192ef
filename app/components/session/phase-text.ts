import { londonDate, londonTime } from "~/app/components/ui/london-time";
import type { SessionPhase, SessionWindow } from "~/domain/sessions/window";

/** When footage opens or closes, as a sentence without its full stop. */
export function phaseText(phase: SessionPhase, { startsAt, endsAt }: SessionWindow): string {
  switch (phase) {
    case "before":
      return `Footage opens on ${londonDate(startsAt)} at ${londonTime(startsAt)}`;
    case "in":
      return londonDate(startsAt) === londonDate(endsAt)
        ? `Open until ${londonTime(endsAt)}`
        : `Open until ${londonDate(endsAt)} at ${londonTime(endsAt)}`;
    case "after":
      return `Closed since ${londonDate(endsAt)} at ${londonTime(endsAt)}`;
  }
}

/** "Tue 24 November 2026, 6:30pm to 9pm": the name by which people know a session. */
export function sessionName({ startsAt, endsAt }: SessionWindow): string {
  const sameDay = londonDate(startsAt) === londonDate(endsAt);
  const end = sameDay ? londonTime(endsAt) : `${londonDate(endsAt)}, ${londonTime(endsAt)}`;
  return `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${end}`;
}
