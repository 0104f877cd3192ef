import type { Answers } from "./answer";
import type { Mode } from "./instrument/condition";
import type { EventMark } from "./marks";

/** All that a seal covers. */
export interface SealedContent {
  readonly instrumentVersion: string;
  readonly mode: Mode;
  /** Normalised, as `decideSeal` gives them. */
  readonly answers: Answers;
  readonly marks: readonly EventMark[];
}

/**
 * The one text that stands for an observation, whose SHA-256 is kept with the seal: JSON without blanks, the keys of
 * every object sorted by code unit, marks by their id. Equal content gives equal text, whatever order it was read in.
 */
export function sealedContentText(content: SealedContent): string {
  const { answers, instrumentVersion, mode } = content;
  const marks = [...content.marks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonical({ answers, instrumentVersion, marks, mode });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}
