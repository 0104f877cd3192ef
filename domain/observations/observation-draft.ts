import type { Answers } from "./answer";
import type { Mode } from "./instrument/condition";
import type { QuestionFacts } from "./question-facts";

/** An observation as it stands while its observer works on it. */
export interface ObservationDraft {
  readonly mode: Mode;
  readonly answers: Answers;
  readonly facts: QuestionFacts;
  readonly lockedAt: Date | null;
  readonly sealedAt: Date | null;
  readonly recusedAt: Date | null;
  /** Whether the chair let the observer go on after a possible link was declared. */
  readonly linkClearedByChair: boolean;
}
