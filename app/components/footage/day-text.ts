import { londonDate } from "~/app/components/ui/london-time";

/** A day on the calendar, given as `yyyy-mm-dd`: "Thu 12 November 2026". */
export function dayText(day: string): string {
  return londonDate(new Date(`${day}T12:00:00Z`));
}
