import { granted, type Result, refused } from "~/domain/result";
import type { Answers } from "./answer";
import type { Instrument } from "./instrument/instrument";
import { missingAnswers } from "./missing-answers";
import type { ObservationDraft } from "./observation-draft";
import { normaliseAnswers } from "./route-questions";

export type SealRefusal = "already-sealed" | "recused" | "not-locked" | "answers-missing" | "why-required";

/**
 * Whether the whole observation may become immutable; gives the normalised answers to store, forced flags included.
 * Refuses `why-required` when only the sentence behind grade 1, 4 or 5 is absent or not of 20 to 400 characters.
 */
export function decideSeal(instrument: Instrument, draft: ObservationDraft): Result<Answers, SealRefusal> {
  const { mode, answers, facts } = draft;
  if (draft.sealedAt) return refused("already-sealed");
  if (draft.recusedAt) return refused("recused");
  if (!draft.lockedAt) return refused("not-locked");
  const missing = missingAnswers(instrument, mode, answers, facts, ["before", "watch", "after_lock"]);
  if (missing.some(({ questionId }) => questionId !== "q.all.why")) return refused("answers-missing");
  if (missing.length > 0) return refused("why-required");
  return granted(normaliseAnswers(instrument, mode, answers, facts));
}
