export type IdentifyingKind =
  | "e-mail"
  | "shoulder-number"
  | "name"
  | "registration"
  | "postcode"
  | "phone"
  | "long-number";

export interface IdentifyingFragment {
  readonly kind: IdentifyingKind;
  readonly fragment: string;
}

const RANK =
  "(?:PCSO|PC|WPC|TPC|PS|SC|DC|DS|DI|DCI|TDC|[Ss]gt|[Ss]ergeant|[Cc]onstable|[Ii]nspector|[Ii]nsp|[Oo]fficer)";

// In the order of precedence: what an earlier pattern found is not reported again by a later one.
const PATTERNS: readonly (readonly [IdentifyingKind, RegExp])[] = [
  ["e-mail", /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g],
  [
    "shoulder-number",
    new RegExp(`\\b${RANK}\\.?\\s{1,3}(?:(?:no|number)\\.?\\s{1,3})?\\d{2,6}\\s?[A-Z]{0,2}\\b`, "g"),
  ],
  [
    "shoulder-number",
    /\b(?:(?:shoulder|collar|badge|warrant)\s(?:no|number)\.?\s{1,3}(?:is\s)?)[A-Z]{0,2}\s?\d{1,6}/gi,
  ],
  ["name", new RegExp(`\\b(?:${RANK}|Mr|Mrs|Ms|Miss|Dr)\\.?\\s{1,3}[A-Z][\\p{L}'’-]{1,40}`, "gu")],
  [
    "name",
    /\b(?:called|named|name is|name's|name was)\s{1,3}[A-Z][\p{L}'’-]{1,40}(?:\s[A-Z][\p{L}'’-]{1,40})?/gu,
  ],
  ["registration", /\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b/gi],
  ["registration", /\b(?:[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z])\b/g],
  ["postcode", /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/gi],
  ["phone", /(?:\+44|\b0044|\b0)(?:[\s().-]{0,2}\d){9,11}\b/g],
  ["shoulder-number", /\b(?:\d{3,4}\s?[A-Z]{2}|[A-Z]{2}\s?\d{3,4})\b/g],
  ["long-number", /\d(?:[\s-]?\d){4,}/g],
];

/**
 * Fragments of free text that look like a name or a number of a person, an officer or a vehicle, in the order written.
 * It is a warning for the writer, not a guarantee: it knows no list of names, and it sometimes warns without cause.
 */
export function findIdentifyingText(text: string): readonly IdentifyingFragment[] {
  const found: { start: number; end: number; kind: IdentifyingKind }[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.every((earlier) => end <= earlier.start || start >= earlier.end))
        found.push({ start, end, kind });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind }) => ({ kind, fragment: text.slice(start, end).trim() }));
}
