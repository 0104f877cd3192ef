import type { Answers, AnswerValue } from "./answer";
import { choicesOf } from "./answer";
import { holds, type Situation } from "./holds";
import type { Mode } from "./instrument/condition";
import type { Instrument, Question } from "./instrument/instrument";
import type { QuestionFacts } from "./question-facts";

/**
 * The questions this observer is asked, in the order of the instrument. A hidden question counts as unanswered for the
 * routing of those after it, whatever was once answered to it.
 */
export function visibleQuestions(
  instrument: Instrument,
  mode: Mode,
  answers: Answers,
  facts: QuestionFacts,
): readonly Question[] {
  return route(instrument, mode, answers, facts).visible;
}

/**
 * The answers as they count: those to hidden or unknown questions are dropped, what the instrument stores for a hidden
 * or unanswered question is filled in, forced flags are raised, missing codes stay. Keep drafts as they were given and
 * normalise for reading, at lock and at seal, because a filled-in value must vanish when its reason does.
 */
export function normaliseAnswers(
  instrument: Instrument,
  mode: Mode,
  answers: Answers,
  facts: QuestionFacts,
): Answers {
  return route(instrument, mode, answers, facts).answers;
}

function route(instrument: Instrument, mode: Mode, given: Answers, facts: QuestionFacts) {
  const answers: Record<string, AnswerValue> = {};
  const situation: Situation = { instrument, mode, answers, facts };
  const visible: Question[] = [];
  for (const question of instrument.questions) {
    const shown = isShown(question, situation);
    if (shown) visible.push(question);
    const value = shown ? answered(question, given, situation) : storedUnasked(question, situation);
    if (value !== undefined) answers[question.id] = value;
  }
  return { visible, answers };
}

function isShown(question: Question, situation: Situation): boolean {
  const section = situation.instrument.sections.find(({ id }) => id === question.section);
  if (section?.shownWhen && !holds(section.shownWhen, situation)) return false;
  if (question.shownWhen && !holds(question.shownWhen, situation)) return false;
  if (question.shown !== "extended" || situation.mode === "mode.full") return true;
  return question.everyModeWhen !== undefined && holds(question.everyModeWhen, situation);
}

function storedUnasked({ storedWhenHidden }: Question, situation: Situation): AnswerValue | undefined {
  return storedWhenHidden && holds(storedWhenHidden.when, situation) ? storedWhenHidden.value : undefined;
}

function answered(question: Question, given: Answers, situation: Situation): AnswerValue | undefined {
  const own = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
  const forced = question.options.filter((o) => o.forcedWhen && holds(o.forcedWhen, situation));
  if (forced.length > 0) {
    const chosen = new Set([...choicesOf(own), ...forced.map(({ value }) => value)]);
    return question.options.map(({ value }) => value).filter((value) => chosen.has(value));
  }
  if (own !== undefined) return own;
  const preset = question.defaultsTo;
  return preset && holds(preset.when, situation) ? preset.value : undefined;
}
