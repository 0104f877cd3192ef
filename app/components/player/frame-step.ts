/** Every rendition has a constant rate, so a frame is always as long. */
const FRAME_MS = 40;

/**
 * The middle of the next or the previous frame. The middle, because a player asked for the very edge between two
 * frames may show either.
 */
export function frameStep(currentMs: number, direction: 1 | -1): number {
  // A player tells times in seconds with fractions, which may fall a hair short of the edge they mean.
  const frame = Math.floor((currentMs + 0.5) / FRAME_MS);
  return Math.max(0, frame + direction) * FRAME_MS + FRAME_MS / 2;
}
