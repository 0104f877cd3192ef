import { listAnswers } from "~/db/queries/answers";
import { listEventMarks } from "~/db/queries/event-marks";
import type { OwnObservation, Viewing } from "~/db/queries/observations";
import type { Trx } from "~/db/with-actor";
import type { Answers } from "~/domain/observations/answer";
import type { EventMark } from "~/domain/observations/marks";
import type { QuestionFacts } from "~/domain/observations/question-facts";

/** What an observer has given so far, with the facts that decide what is asked. */
export interface ObservationContent {
  readonly answers: Answers;
  readonly marks: readonly EventMark[];
  readonly facts: QuestionFacts;
}

/** Reads answers and marks as they stand. */
export async function readContent(
  trx: Trx,
  viewing: Viewing,
  observation: OwnObservation,
): Promise<ObservationContent> {
  const answers = await listAnswers(trx, observation.id);
  const marks = await listEventMarks(trx, observation.id);
  const searchMarked = marks.some(({ code }) => code === "ev.mile.search");
  return { answers, marks, facts: { ...viewing.facts, searchMarked } };
}
