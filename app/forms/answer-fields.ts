import { readMediaTime } from "~/app/forms/media-time";
import type { Question } from "~/domain/observations/instrument/instrument";

/** Every field of a form, each as the list of its values. */
export type FieldValues = (name: string) => readonly string[];

/**
 * One answer as its fields give it, not yet checked; null when the question was left empty. The fields are named after
 * the question: `q.x` holds the choice, `q.x.note` words, `q.x.time` a time, `q.x.pick` event codes, `q.x.code` the
 * code of an event. A time nobody can read becomes one that no clip has.
 */
export function answerOfFields(question: Question, values: FieldValues): unknown {
  const { id, type } = question;
  const [choice = ""] = values(id);
  const words = (values(`${id}.note`)[0] ?? "").trim();
  switch (type) {
    case "text":
      return choice.trim() === "" ? null : { text: choice };
    case "event":
      return choice === "" ? null : eventOf(question, choice, values);
    case "any":
      return question.picksFromCodes ? picksOf(id, words, values) : chosenOf(values(id));
    case "button":
      return choice === "" ? null : choice;
    case "one": {
      const time = question.time ? (values(`${id}.time`)[0] ?? "").trim() : "";
      if (choice === "" && words === "" && time === "") return null;
      if (words === "" && time === "") return choice;
      return {
        choice,
        ...(words === "" ? {} : { note: words }),
        ...(time === "" ? {} : { atMs: readMediaTime(time) ?? -1 }),
      };
    }
  }
}

function eventOf(question: Question, choice: string, values: FieldValues): unknown {
  if (question.options.some(({ value }) => value === choice)) return choice;
  const [, ms, code] = /^at:(\d{1,9}):(.+)$/.exec(choice) ?? [];
  if (ms !== undefined && code !== undefined) return { atMs: Number(ms), code };
  const { id } = question;
  return {
    atMs: readMediaTime(values(`${id}.time`)[0] ?? "") ?? -1,
    code: values(`${id}.code`)[0] ?? "",
  };
}

function picksOf(id: string, note: string, values: FieldValues): unknown {
  const picks = values(`${id}.pick`).filter((pick) => pick !== "");
  if (picks.length === 0 && note === "") return null;
  return note === "" ? { picks } : { picks, note };
}

function chosenOf(chosen: readonly string[]): readonly string[] | null {
  return chosen.length === 0 ? null : chosen;
}
