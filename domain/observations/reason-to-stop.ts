import { type Answers, choicesOf } from "./answer";

export type ReasonToStop = "recognised-someone" | "clip-skipped" | "possible-link";

/** Why this observer must not watch the clip, or go on watching it; null when nothing stands against it. */
export function reasonToStop(answers: Answers, linkClearedByChair: boolean): ReasonToStop | null {
  const said = (questionId: string, ...values: string[]) =>
    choicesOf(answers[questionId]).some((value) => values.includes(value));
  if (said("q.pre.recognised", "pressed")) return "recognised-someone";
  if (said("q.pre.ready", "skip_clip")) return "clip-skipped";
  return !linkClearedByChair && said("q.pre.conflict", "possible", "yes") ? "possible-link" : null;
}
