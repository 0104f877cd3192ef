const INVISIBLE_START = /^[\p{Z}\p{C}]+/u;
const INVISIBLE_END = /[\p{Z}\p{C}]+$/u;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const STARTS_FORMULA = new Set(["=", "+", "-", "@", "\u2212"]);

/**
 * A text cell that no spreadsheet takes for a formula: blanks and invisible characters are trimmed, line breaks and other
 * controls become a space, and a text that would begin a formula, in any width or height of its sign, gets an apostrophe.
 * The writer must quote every field as well; numbers need no such care.
 */
export function csvSafe(text: string): string {
  const plain = text.replace(INVISIBLE_START, "").replace(INVISIBLE_END, "").replace(CONTROLS, " ");
  const first = plain.normalize("NFKC").charAt(0);
  return STARTS_FORMULA.has(first) ? `'${plain}` : plain;
}
