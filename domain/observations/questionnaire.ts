import type { Answers } from "./answer";
import { holds } from "./holds";
import type { Mode } from "./instrument/condition";
import type { Instrument, Phase, Question } from "./instrument/instrument";
import type { EventMark } from "./marks";
import type { QuestionFacts } from "./question-facts";
import { normaliseAnswers, visibleQuestions } from "./route-questions";

/** A moment the observer marked, to be pointed at from a question. */
export interface MarkedMoment {
  readonly atMs: number;
  readonly code: string;
  readonly label: string;
}

/** Event codes that stand under one palette button. */
export interface CodeGroup {
  readonly label: string;
  readonly codes: readonly { readonly id: string; readonly label: string }[];
}

/** All that one page of questions needs, as plain data small enough to send to a browser. */
export interface Questionnaire {
  /** The instrument with the questions of this page alone, shown or not, and the palette. */
  readonly instrument: Instrument;
  readonly mode: Mode;
  readonly facts: QuestionFacts;
  /** As given, to the questions of this page. */
  readonly answers: Answers;
  readonly moments: readonly MarkedMoment[];
  /** Empty unless a question picks from the codes. */
  readonly codeGroups: readonly CodeGroup[];
  /** Options that other answers raise whether they are chosen or not, and options they suggest. */
  readonly forced: readonly string[];
  readonly offered: readonly string[];
}

export interface QuestionnaireRequest {
  readonly phase: Phase;
  readonly mode: Mode;
  readonly answers: Answers;
  readonly marks: readonly EventMark[];
  readonly facts: QuestionFacts;
}

/** Cuts the questions of one phase out of the instrument, with the observer's answers to them. */
export function buildQuestionnaire(instrument: Instrument, request: QuestionnaireRequest): Questionnaire {
  const { facts, marks, mode, phase } = request;
  const counted = normaliseAnswers(instrument, mode, request.answers, facts);
  const situation = { instrument, mode, answers: counted, facts };
  const questions = instrument.questions.filter((question) => question.phase === phase);
  const options = questions.flatMap((question) => question.options);
  const answers = Object.entries(request.answers).filter(([id]) => questions.some((each) => each.id === id));
  return {
    instrument: {
      ...instrument,
      responseSets: [],
      eventCodes: [],
      actors: [],
      triggers: [],
      effects: [],
      intensities: [],
      grades: [],
      flags: [],
      questions,
      sections: instrument.sections.filter(({ id }) => questions.some(({ section }) => section === id)),
    },
    mode,
    facts,
    answers: Object.fromEntries(answers),
    moments: marks.map(({ code, tStartMs }) => ({
      atMs: tStartMs,
      code,
      label: instrument.palette.find(({ id }) => id === code)?.label ?? code,
    })),
    codeGroups: questions.some(({ picksFromCodes }) => picksFromCodes) ? codeGroupsOf(instrument) : [],
    forced: options.filter((o) => o.forcedWhen && holds(o.forcedWhen, situation)).map((o) => o.value),
    offered: options.filter((o) => o.offeredWhen && holds(o.offeredWhen, situation)).map((o) => o.value),
  };
}

/** Where somebody stands with a page: the questions they see now, and how many of those that need an answer have one. */
export interface QuestionnaireProgress {
  readonly visible: readonly Question[];
  /** What counts for a visible question that nobody has answered. */
  readonly counted: Answers;
  readonly answered: number;
  readonly needed: number;
}

/** How far the answers go; `answers` are those of this moment, which the page may know before anybody else. */
export function progressOf(questionnaire: Questionnaire, answers: Answers): QuestionnaireProgress {
  const { facts, instrument, mode } = questionnaire;
  const visible = visibleQuestions(instrument, mode, answers, facts);
  const counted = normaliseAnswers(instrument, mode, answers, facts);
  const situation = { instrument, mode, answers: counted, facts };
  const needed = visible.filter(
    ({ optional }) => optional === undefined || (optional !== true && !holds(optional, situation)),
  );
  const answered = needed.filter(({ id }) => counted[id] !== undefined).length;
  return { visible, counted, answered, needed: needed.length };
}

function codeGroupsOf(instrument: Instrument): readonly CodeGroup[] {
  return instrument.palette.map(({ id, label }) => ({
    label,
    codes: instrument.eventCodes
      .filter(({ button, retiredIn }) => button === id && retiredIn === null)
      .map((code) => ({ id: code.id, label: code.definition })),
  }));
}
