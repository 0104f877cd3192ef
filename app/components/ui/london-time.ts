/** The one zone in which people read times here. */
export const LONDON = "Europe/London";

const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: LONDON,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

// Sentences are put together here, because the spaces and commas Intl chooses differ between
// Node and browsers, and then the page would not match itself on arrival.
function readClock(instant: Date): Clock {
  const found = new Map(PARTS.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? Number.NaN;
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
  };
}

/** "Tue 24 November 2026" */
export function londonDate(instant: Date): string {
  const { year, month, day } = readClock(instant);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${weekday} ${day} ${MONTHS[month - 1]} ${year}`;
}

/** "6:30pm", "9pm", "midday", "midnight" */
export function londonTime(instant: Date): string {
  const { hour, minute } = readClock(instant);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** `yyyy-mm-dd`, as a date input holds it. */
export function londonDateInput(instant: Date): string {
  const { year, month, day } = readClock(instant);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `hh:mm`, as a time input holds it. */
export function londonTimeInput(instant: Date): string {
  const { hour, minute } = readClock(instant);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
