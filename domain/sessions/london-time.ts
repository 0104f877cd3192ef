import { granted, type Result, refused } from "~/domain/result";

/** Which of the two instants is meant when the clocks go back and an hour is lived twice. */
export type Fold = "first" | "second";

export type LondonTimeRefusal = "not-a-date" | "not-a-time" | "no-such-time" | "ambiguous-time";

const DAY_MS = 86_400_000;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/**
 * The instant at which the clocks of London show a date (`2026-03-29`) and time (`19:30`). Refuses a time that is left
 * out when the clocks go forward, and one that comes twice when they go back unless told which is meant.
 */
export function londonInstant(date: string, time: string, fold?: Fold): Result<Date, LondonTimeRefusal> {
  const day = parseDay(date);
  if (day === null) return refused("not-a-date");
  const minutes = parseMinutes(time);
  if (minutes === null) return refused("not-a-time");
  const shown = day + minutes * 60_000;
  const offsets = new Set([offsetAt(shown - DAY_MS), offsetAt(shown + DAY_MS)]);
  const instants = [...offsets]
    .map((offset) => shown - offset)
    .filter((instant) => instant + offsetAt(instant) === shown)
    .sort((a, b) => a - b);
  const [first, second] = instants;
  if (first === undefined) return refused("no-such-time");
  if (second === undefined) return granted(new Date(first));
  if (fold === undefined) return refused("ambiguous-time");
  return granted(new Date(fold === "first" ? first : second));
}

/** What the clocks of London show at an instant, as a date and a time to the minute, as forms write them. */
export function londonWallClock(instant: Date): { readonly date: string; readonly time: string } {
  const shown = new Date(instant.getTime() + offsetAt(instant.getTime())).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

function parseDay(date: string): number | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(date)) return null;
  const day = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
  return exists ? day : null;
}

function parseMinutes(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** How far the clocks of London are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instantMs: number): number {
  const parts = clock.formatToParts(new Date(instantMs));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - Math.floor(instantMs / 1000) * 1000;
}
