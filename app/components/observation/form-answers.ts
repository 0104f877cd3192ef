import type { AnswerValue } from "~/domain/observations/answer";
import type { Question } from "~/domain/observations/instrument/instrument";
import type { Fields } from "./send-form";

/** The fields of one question as they would be sent, the question named first. */
export function fieldsOfQuestion(form: FormData, questionId: string): Fields {
  const own = [...form].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && (entry[0] === questionId || entry[0].startsWith(`${questionId}.`)),
  );
  return [["asked", questionId], ...own];
}

/** As much of an answer as routing and progress look at; undefined when the question is left empty. */
export function outlineOfAnswer(form: FormData, { id, type }: Question): AnswerValue | undefined {
  const chosen = form.getAll(id).filter((value) => typeof value === "string" && value.trim() !== "");
  const [first] = chosen;
  if (typeof first !== "string") return undefined;
  if (type === "any") return chosen.map(String);
  return type === "text" ? { text: first } : first;
}

/** Unticks what cannot stand beside the option just ticked: "none" stands alone. */
export function untickOthers(ticked: HTMLInputElement, { id, options }: Question): void {
  if (ticked.type !== "checkbox" || !ticked.checked) return;
  const isExclusive = (value: string) => options.some((option) => option.value === value && option.exclusive);
  const boxes = ticked.form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [];
  for (const box of boxes) {
    const isOther = box !== ticked && box.name === id && !box.disabled;
    if (isOther && (isExclusive(ticked.value) || isExclusive(box.value))) box.checked = false;
  }
}
