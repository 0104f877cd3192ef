const SECOND_MS = 1_000;

/** "42 sec", "4 min 14 sec", "1 hr 2 min": how long a clip lasts, to the nearest second. */
export function lengthText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} sec`;
  if (minutes < 60) return [`${minutes} min`, ...(seconds % 60 ? [`${seconds % 60} sec`] : [])].join(" ");
  return [`${Math.floor(minutes / 60)} hr`, ...(minutes % 60 ? [`${minutes % 60} min`] : [])].join(" ");
}

/** "3 clips, about 12 min of footage"; the time is left out while a length is not known. */
export function agendaLengthText(lengths: readonly (number | null)[]): string {
  const clips = lengths.length === 1 ? "1 clip" : `${lengths.length} clips`;
  if (lengths.length === 0 || lengths.some((length) => length === null)) return clips;
  const total = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0);
  return `${clips}, about ${Math.max(1, Math.round(total / 60_000))} min of footage`;
}
