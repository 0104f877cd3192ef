import type { Answers, AnswerValue } from "../answer";
import type { Mode } from "../instrument/condition";
import type { Instrument, Question } from "../instrument/instrument";
import { missingAnswers } from "../missing-answers";
import type { QuestionFacts } from "../question-facts";

/** Facts of an ordinary person search of two minutes; override what the case is about. */
export function questionFacts(facts: Partial<QuestionFacts> = {}): QuestionFacts {
  return {
    encounterTypes: ["enc.search_person"],
    isSearch: true,
    searchMarked: false,
    personUnder18: false,
    moreThanOuterClothing: false,
    clipDurationMs: 120_000,
    ...facts,
  };
}

/** The given answers, with the first option (or some valid text, moment or note) for every question still open. */
export function completeAnswers(
  instrument: Instrument,
  mode: Mode,
  facts: QuestionFacts,
  given: Answers = {},
): Answers {
  const open = missingAnswers(instrument, mode, given, facts, ["before", "watch", "after_lock"])[0];
  if (!open) return given;
  if (open.why !== "unanswered")
    throw new Error(`the answer given to ${open.questionId} is refused: ${open.why}`);
  const question = instrument.questions.find(({ id }) => id === open.questionId);
  if (!question) throw new Error(`no question ${open.questionId} in ${instrument.version}`);
  return completeAnswers(instrument, mode, facts, { ...given, [question.id]: simplestAnswer(question) });
}

function simplestAnswer(question: Question): AnswerValue {
  const first = question.options[0]?.value ?? "";
  if (question.type === "text") return { text: "The officer explained every step calmly." };
  if (question.type === "event") return { atMs: 1_000, code: "l1.off_calm" };
  if (question.type === "any") return [first];
  return question.note || question.time ? { choice: first } : first;
}
