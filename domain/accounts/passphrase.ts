import { granted, type Result, refused } from "~/domain/result";

export type PassphraseRefusal = "too-short" | "too-long";

const SHORTEST = 15;
/** Longer text is refused before it is hashed, because hashing it costs in proportion to its length. */
export const PASSPHRASE_LONGEST = 200;

/** One spelling per passphrase, so that a keyboard that composes accents differently still opens the account. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize("NFKC");
}

/** Whether a new passphrase is good enough: its length in characters alone decides, with no rule on composition. */
export function decidePassphrase(typed: string): Result<string, PassphraseRefusal> {
  const passphrase = normalisePassphrase(typed);
  const length = [...passphrase].length;
  if (length < SHORTEST) return refused("too-short");
  return length > PASSPHRASE_LONGEST ? refused("too-long") : granted(passphrase);
}
