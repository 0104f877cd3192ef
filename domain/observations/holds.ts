import { type Answers, choicesOf } from "./answer";
import type { Condition, Mode } from "./instrument/condition";
import type { Instrument } from "./instrument/instrument";
import type { QuestionFacts } from "./question-facts";

/** What a condition is read against. */
export interface Situation {
  readonly instrument: Instrument;
  readonly mode: Mode;
  readonly answers: Answers;
  readonly facts: QuestionFacts;
}

/** Whether a condition of the instrument is true of the answers and facts given; an unanswered question includes nothing. */
export function holds(condition: Condition, situation: Situation): boolean {
  const { answers, facts, mode } = situation;
  if ("question" in condition)
    return choicesOf(answers[condition.question]).some((v) => condition.includes.includes(v));
  if ("higher" in condition) return isHigher(condition.higher, condition.than, situation);
  if ("fact" in condition) return facts[condition.fact];
  if ("encounterTypeIn" in condition)
    return facts.encounterTypes.some((type) => condition.encounterTypeIn.includes(type));
  if ("mode" in condition) return mode === condition.mode;
  if ("all" in condition) return condition.all.every((part) => holds(part, situation));
  if ("any" in condition) return condition.any.some((part) => holds(part, situation));
  return !holds(condition.not, situation);
}

function isHigher(higher: string, lower: string, situation: Situation): boolean {
  const above = scoreOf(higher, situation);
  const below = scoreOf(lower, situation);
  return above !== undefined && below !== undefined && above > below;
}

function scoreOf(questionId: string, { instrument, answers }: Situation): number | undefined {
  const chosen = answers[questionId];
  const question = instrument.questions.find(({ id }) => id === questionId);
  return question?.options.find(({ value }) => value === chosen)?.score;
}
