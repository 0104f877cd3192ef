import { mediaTimeText } from "~/app/components/ui/media-time-text";
import type { Answers, AnswerValue } from "~/domain/observations/answer";
import type { Instrument, Question } from "~/domain/observations/instrument/instrument";

export interface AnsweredSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { readonly question: string; readonly answer: string }[];
}

/** What somebody answered, in the words they saw, section by section; what was not asked is left out. */
export function answeredSections(instrument: Instrument, answers: Answers): readonly AnsweredSection[] {
  return instrument.sections.flatMap(({ id, title }) => {
    const rows = instrument.questions.flatMap((question) => {
      const answer = answers[question.id];
      if (question.section !== id || answer === undefined) return [];
      return [{ question: question.label, answer: answerText(instrument, question, answer) }];
    });
    return rows.length === 0 ? [] : [{ id, title, rows }];
  });
}

/** One answer in words. */
function answerText(instrument: Instrument, question: Question, answer: AnswerValue): string {
  const label = (value: string) => question.options.find((option) => option.value === value)?.label ?? value;
  if (typeof answer === "string") return label(answer);
  if ("text" in answer) return answer.text;
  if ("code" in answer) return `${codeText(instrument, answer.code)}, at ${mediaTimeText(answer.atMs)}`;
  if ("picks" in answer) {
    const words = answer.note === undefined ? [] : [answer.note];
    return (
      [...answer.picks.map((pick) => codeText(instrument, pick)), ...words].join(". ") || "Nothing chosen"
    );
  }
  if ("choice" in answer) {
    const at = answer.atMs === undefined ? "" : `, at ${mediaTimeText(answer.atMs)}`;
    return `${label(answer.choice)}${at}${answer.note === undefined ? "" : `. ${answer.note}`}`;
  }
  return answer.map(label).join(", ") || "None";
}

function codeText({ eventCodes, palette }: Instrument, id: string): string {
  const button = palette.find((each) => each.id === id);
  if (button) return button.label;
  const code = eventCodes.find((each) => each.id === id);
  if (!code) return id;
  const family = palette.find((each) => each.id === code.button)?.label;
  return family === undefined ? code.definition : `${family}: ${code.definition}`;
}
