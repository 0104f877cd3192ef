import { z } from "zod";
import { granted, type Result, refused } from "~/domain/result";
import type { AnswerValue } from "./answer";
import type { Instrument, Question } from "./instrument/instrument";
import { parsePlainText, type TextRefusal } from "./plain-text";

export type AnswerRefusal =
  | "unknown-question"
  | "wrong-shape"
  | "unknown-option"
  | "nothing-chosen"
  | "exclusive-option"
  | "too-many-picks"
  | "outside-clip"
  | TextRefusal;

type Parsed = Result<AnswerValue, AnswerRefusal>;

const noted = z.strictObject({
  choice: z.string(),
  note: z.string().optional(),
  atMs: z.number().optional(),
});
const picked = z.strictObject({ picks: z.array(z.string()), note: z.string().optional() });
const event = z.strictObject({ atMs: z.number(), code: z.string() });

/**
 * Reads one answer to one question of the instrument. Shapes by question: `one` a string, or `NotedAnswer` where the
 * question takes a note or a time (a bare string is read as its choice); `any` a list of strings, or `PicksAnswer`
 * where it picks from the event codes; `text` a `TextAnswer`; `event` an `EventAnswer` or one of the question's
 * options; `button` the string "pressed". Times are whole milliseconds within the clip.
 */
export function parseAnswer(
  instrument: Instrument,
  questionId: string,
  value: unknown,
  clipDurationMs: number,
): Parsed {
  const question = instrument.questions.find(({ id }) => id === questionId);
  if (!question) return refused("unknown-question");
  switch (question.type) {
    case "button":
      return parseChoice(question, value);
    case "one":
      return question.note || question.time
        ? parseNoted(question, value, clipDurationMs)
        : parseChoice(question, value);
    case "any":
      return question.picksFromCodes
        ? parsePicks(instrument, question, value)
        : parseChoices(question, value);
    case "text":
      return parseText(question, value);
    case "event":
      return typeof value === "string"
        ? parseChoice(question, value)
        : parseEvent(instrument, value, clipDurationMs);
  }
}

function parseChoice(question: Question, value: unknown): Result<string, AnswerRefusal> {
  if (typeof value !== "string") return refused("wrong-shape");
  return question.options.some((option) => option.value === value)
    ? granted(value)
    : refused("unknown-option");
}

function parseNoted(question: Question, value: unknown, clipDurationMs: number): Parsed {
  const shape = noted.safeParse(typeof value === "string" ? { choice: value } : value);
  if (!shape.success) return refused("wrong-shape");
  const { choice, note, atMs } = shape.data;
  const chosen = parseChoice(question, choice);
  if (!chosen.ok) return chosen;
  if (atMs !== undefined && !question.time) return refused("wrong-shape");
  if (atMs !== undefined && !isWithinClip(atMs, clipDurationMs)) return refused("outside-clip");
  const words = parseNote(question, note);
  if (!words.ok) return words;
  return granted({ choice, ...words.value, ...(atMs === undefined ? {} : { atMs }) });
}

function parseChoices(question: Question, value: unknown): Parsed {
  const shape = z.array(z.string()).safeParse(value);
  if (!shape.success) return refused("wrong-shape");
  const chosen = new Set(shape.data);
  const options = question.options.filter((option) => chosen.has(option.value));
  if (options.length < chosen.size) return refused("unknown-option");
  if (options.length === 0 && !question.optional) return refused("nothing-chosen");
  if (options.length > 1 && options.some((option) => option.exclusive)) return refused("exclusive-option");
  return granted(options.map((option) => option.value));
}

function parsePicks(instrument: Instrument, question: Question, value: unknown): Parsed {
  const shape = picked.safeParse(value);
  if (!shape.success) return refused("wrong-shape");
  const picks = [...new Set(shape.data.picks)];
  if (picks.length > (question.picksFromCodes?.max ?? 0)) return refused("too-many-picks");
  if (!picks.every((pick) => instrument.eventCodes.some(({ id }) => id === pick)))
    return refused("unknown-option");
  const words = parseNote(question, shape.data.note);
  return words.ok ? granted({ picks, ...words.value }) : words;
}

function parseText(question: Question, value: unknown): Parsed {
  const shape = z.strictObject({ text: z.string() }).safeParse(value);
  if (!shape.success) return refused("wrong-shape");
  const text = parsePlainText(shape.data.text, question.text ?? { min: 1, max: 280 });
  return text.ok ? granted({ text: text.value }) : text;
}

function parseEvent(instrument: Instrument, value: unknown, clipDurationMs: number): Parsed {
  const shape = event.safeParse(value);
  if (!shape.success) return refused("wrong-shape");
  const { atMs, code } = shape.data;
  const known = [...instrument.palette, ...instrument.eventCodes].some(({ id }) => id === code);
  if (!known) return refused("unknown-option");
  return isWithinClip(atMs, clipDurationMs) ? granted({ atMs, code }) : refused("outside-clip");
}

function parseNote(question: Question, note: string | undefined): Result<{ note?: string }, AnswerRefusal> {
  if (note === undefined || note.trim() === "") return granted({});
  if (!question.note) return refused("wrong-shape");
  const text = parsePlainText(note, { min: 1, max: question.note.max });
  return text.ok ? granted({ note: text.value }) : text;
}

function isWithinClip(ms: number, clipDurationMs: number): boolean {
  return Number.isInteger(ms) && ms >= 0 && ms <= clipDurationMs;
}
