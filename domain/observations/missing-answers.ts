import type { Answers } from "./answer";
import { holds } from "./holds";
import type { Mode } from "./instrument/condition";
import type { Instrument, Phase, Question } from "./instrument/instrument";
import { type AnswerRefusal, parseAnswer } from "./parse-answer";
import type { QuestionFacts } from "./question-facts";
import { normaliseAnswers, visibleQuestions } from "./route-questions";

export interface MissingAnswer {
  readonly questionId: string;
  readonly section: string;
  readonly why: "unanswered" | AnswerRefusal;
}

/** What still stands between these answers and the end of the given phases, in the order asked; optional questions never do. */
export function missingAnswers(
  instrument: Instrument,
  mode: Mode,
  answers: Answers,
  facts: QuestionFacts,
  phases: readonly Phase[],
): readonly MissingAnswer[] {
  const counted = normaliseAnswers(instrument, mode, answers, facts);
  const mayStayEmpty = ({ optional }: Question) =>
    optional === true || (!!optional && holds(optional, { instrument, mode, answers: counted, facts }));
  return visibleQuestions(instrument, mode, answers, facts)
    .filter((question) => phases.includes(question.phase))
    .flatMap((question): MissingAnswer[] => {
      const { id: questionId, section } = question;
      const answer = counted[questionId];
      if (answer === undefined)
        return mayStayEmpty(question) ? [] : [{ questionId, section, why: "unanswered" }];
      const parsed = parseAnswer(instrument, questionId, answer, facts.clipDurationMs);
      return parsed.ok ? [] : [{ questionId, section, why: parsed.refusal }];
    });
}
