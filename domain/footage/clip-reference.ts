import type { ClipId } from "~/domain/ids";

// Without vowels, which would spell words, and without letters and digits that are taken for one another.
const LETTERS = "BCDFGHJKMNPQRTVWXYZ2346789";
const LENGTH = 4;

/**
 * The short name of a clip among people, such as `NE-7F3K`: its command unit and four letters drawn from the
 * randomness of its id. Two clips of one unit share a name once in 457,000 pairs, so the database has to refuse it.
 */
export function clipReference(bcuCode: string, clipId: ClipId): string {
  let number = Number.parseInt(clipId.slice(0, 8), 16);
  let letters = "";
  for (let place = 0; place < LENGTH; place += 1) {
    letters += LETTERS.charAt(number % LETTERS.length);
    number = Math.floor(number / LETTERS.length);
  }
  return `${bcuCode}-${letters}`;
}
