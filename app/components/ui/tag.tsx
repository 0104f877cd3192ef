import type { ReactNode } from "react";

/** neutral: nothing to do · active: under way · good: ready · attention: somebody must act · bad: failed · final: closed for ever. */
export type TagTone = "neutral" | "active" | "good" | "attention" | "bad" | "final";

/** The state of a thing in a word or two; the colour repeats the word and never replaces it. */
export function Tag({ tone = "neutral", children }: { tone?: TagTone; children: ReactNode }) {
  return <strong className={`govuk-tag app-tag--${tone}`}>{children}</strong>;
}
