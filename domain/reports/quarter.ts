/** A calendar quarter in Europe/London, written as in "2026-Q3". */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const DAY_MS = 86_400_000;

const londonMonth = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "numeric",
});

/** The quarter in which an instant falls by the clocks of London. */
export function quarterOf(instant: Date): Quarter {
  const { year, month } = monthOf(instant);
  return quarterAt(year * 4 + Math.floor((month - 1) / 3));
}

/** The half-open span of a quarter, from its first London midnight to that of the next quarter. */
export function quarterSpan(quarter: Quarter): { readonly startsAt: Date; readonly endsAt: Date } {
  const place = placeOf(quarter);
  return { startsAt: startOf(place), endsAt: startOf(place + 1) };
}

/** The first and last day of a quarter, as ISO dates. */
export function quarterDays(quarter: Quarter): { readonly firstDay: string; readonly lastDay: string } {
  const place = placeOf(quarter);
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { firstDay: day(firstDayUtc(place)), lastDay: day(firstDayUtc(place + 1) - DAY_MS) };
}

/** The quarters that are over and may be reported on, oldest first, from that of the first session; none before it. */
export function closedQuarters(firstSession: Date, now: Date): readonly Quarter[] {
  const first = placeOf(quarterOf(firstSession));
  const current = placeOf(quarterOf(now));
  return Array.from({ length: Math.max(0, current - first) }, (_, step) => quarterAt(first + step));
}

/** Reads a quarter from a URL or a form: null when it is not one. */
export function parseQuarter(text: unknown): Quarter | null {
  return typeof text === "string" && /^[1-9]\d{3}-Q[1-4]$/.test(text) ? (text as Quarter) : null;
}

function placeOf(quarter: Quarter): number {
  return Number(quarter.slice(0, -3)) * 4 + Number(quarter.slice(-1)) - 1;
}

function quarterAt(place: number): Quarter {
  return `${Math.floor(place / 4)}-Q${((place % 4) + 1) as 1 | 2 | 3 | 4}`;
}

function firstDayUtc(place: number): number {
  return Date.UTC(Math.floor(place / 4), (place % 4) * 3, 1);
}

function startOf(place: number): Date {
  const midnightUtc = new Date(firstDayUtc(place));
  const hourBefore = new Date(midnightUtc.getTime() - 3_600_000);
  return monthOf(hourBefore).month === monthOf(midnightUtc).month ? hourBefore : midnightUtc;
}

function monthOf(instant: Date): { year: number; month: number } {
  const parts = londonMonth.formatToParts(instant);
  const part = (type: "year" | "month") => Number(parts.find((found) => found.type === type)?.value);
  return { year: part("year"), month: part("month") };
}
