const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d))?$/;

/** Reads a place in a clip as people write it ("1:05", "1:05.5", "1:02:03"): whole milliseconds, or null. */
export function readMediaTime(text: string): number | null {
  const parts = CLOCK.exec(text.trim());
  if (parts === null) return null;
  const [hours, minutes, seconds, tenths] = parts.slice(1).map((part) => Number(part ?? 0));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000 + (tenths ?? 0) * 100;
}
