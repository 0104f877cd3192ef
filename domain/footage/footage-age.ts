/** Days since the encounter at which the footage behind a clip needs more and more attention. */
const FOOTAGE_AGE_WARNING_DAYS = [14, 21, 27] as const;

/** The day on which the Met deletes footage that nobody has held. */
export const FOOTAGE_AGE_STOP_DAYS = 31;

/** How pressing the age of footage is: no warning yet, the first to third warning, or past its deletion. */
export type FootageAgeLevel = "none" | "first" | "second" | "third" | "past-deletion";

/** The warning that footage of so many days calls for. */
export function footageAgeLevel(days: number): FootageAgeLevel {
  const [first, second, third] = FOOTAGE_AGE_WARNING_DAYS;
  if (days >= FOOTAGE_AGE_STOP_DAYS) return "past-deletion";
  if (days >= third) return "third";
  if (days >= second) return "second";
  return days >= first ? "first" : "none";
}
