import { granted, type Result, refused } from "~/domain/result";
import type { Answers } from "./answer";
import type { Instrument } from "./instrument/instrument";
import { missingAnswers } from "./missing-answers";
import type { ObservationDraft } from "./observation-draft";
import { reasonToStop } from "./reason-to-stop";
import { normaliseAnswers } from "./route-questions";

export type LockRefusal = "already-locked" | "recused" | "stopped" | "answers-missing";

/**
 * Whether the answers about the clip (sections A to J) may become immutable so that the police record can be revealed;
 * gives the normalised answers to store. Refuses a recused or stopped observer and open questions.
 */
export function decideLock(instrument: Instrument, draft: ObservationDraft): Result<Answers, LockRefusal> {
  const { mode, answers, facts } = draft;
  if (draft.lockedAt || draft.sealedAt) return refused("already-locked");
  if (draft.recusedAt) return refused("recused");
  if (reasonToStop(answers, draft.linkClearedByChair)) return refused("stopped");
  if (missingAnswers(instrument, mode, answers, facts, ["before", "watch"]).length > 0)
    return refused("answers-missing");
  return granted(normaliseAnswers(instrument, mode, answers, facts));
}
