/** "1:23.4", or "1:02:03.4" from an hour on. Tenths are cut, not rounded: a mark never shows later than it lies. */
export function mediaTimeText(milliseconds: number): string {
  const tenths = Math.floor(Math.max(0, milliseconds) / 100);
  const seconds = Math.floor(tenths / 10);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const tail = `${pad(seconds % 60)}.${tenths % 10}`;
  return hours > 0 ? `${hours}:${pad(minutes % 60)}:${tail}` : `${minutes}:${tail}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
