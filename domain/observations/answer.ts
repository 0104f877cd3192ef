/** One option: the answer to a single choice without extras, to a button ("pressed"), or an event question's way out. */
export type ChoiceAnswer = string;
/** Several options, in the order of the instrument, each once; empty only where the question may be left empty. */
export type ChoicesAnswer = readonly string[];
/** One option with the note or the media time (milliseconds) that its question also takes. */
export interface NotedAnswer {
  readonly choice: string;
  readonly note?: string;
  readonly atMs?: number;
}
/** Event codes picked from the list, with the few words beside them. */
export interface PicksAnswer {
  readonly picks: readonly string[];
  readonly note?: string;
}
/** Free text: trimmed, line breaks as "\n". */
export interface TextAnswer {
  readonly text: string;
}
/** A moment of the clip in milliseconds of media time, with a palette button or an event code. */
export interface EventAnswer {
  readonly atMs: number;
  readonly code: string;
}

/** What is stored for one question, as plain JSON; which shape is fixed by the question (see `parseAnswer`). */
export type AnswerValue = ChoiceAnswer | ChoicesAnswer | NotedAnswer | PicksAnswer | TextAnswer | EventAnswer;

/** An observer's answers by question id. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** The machine values an answer names: options chosen, codes picked; none for free text and a missing answer. */
export function choicesOf(answer: AnswerValue | undefined): readonly string[] {
  if (answer === undefined) return [];
  if (typeof answer === "string") return [answer];
  if (isList(answer)) return answer;
  if ("choice" in answer) return [answer.choice];
  if ("picks" in answer) return answer.picks;
  return "code" in answer ? [answer.code] : [];
}

function isList(answer: AnswerValue): answer is ChoicesAnswer {
  return Array.isArray(answer);
}
