import { FOOTAGE_AGE_STOP_DAYS } from "~/domain/footage/footage-age";

/** How old footage is: "8 days old". */
export function footageAgeText(days: number): string {
  if (days <= 0) return "from today";
  return `${days} ${days === 1 ? "day" : "days"} old`;
}

/** How long the Met's own copy is still there: "10 days until the original is deleted". */
export function footageLeftText(days: number): string {
  const left = FOOTAGE_AGE_STOP_DAYS - days;
  if (left <= 0) return "the original may be deleted";
  return `${left} ${left === 1 ? "day" : "days"} until the original is deleted`;
}
