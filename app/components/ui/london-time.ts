import { londonWallClock } from "~/domain/sessions/london-time";

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

// Sentences are put together here, because the spaces and commas Intl chooses differ between
// Node and browsers, and then the page would not match itself on arrival.

/** "Tue 24 November 2026" */
export function londonDate(instant: Date): string {
  const day = new Date(londonWallClock(instant).date);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** "6:30pm", "9pm", "midday", "midnight" */
export function londonTime(instant: Date): string {
  const [hour = 0, minute = 0] = londonWallClock(instant).time.split(":").map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "midnight" : "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}
