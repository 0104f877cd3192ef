import { z } from "zod";
import { answerOfFields } from "~/app/forms/answer-fields";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";

const QUESTIONS = new Map(edoi100.questions.map((question) => [question.id, question]));
const PART = /\.(?:note|time|pick|code)$/;
const TOO_LONG = 4_000;

const text = z.string().max(TOO_LONG);
const fields = z.record(z.string(), z.union([text, z.array(text).max(100)]));

/**
 * The questions of a page and what was answered. `asked` names every question the page held, so that a box without a
 * tick is told from a question that was not there; `step` says where the person wants to go.
 */
export const AnswersForm = fields.transform(({ asked, step = "save", ...rest }, context) => {
  const given: Record<string, unknown> = {};
  const values = (name: string) => (Object.hasOwn(rest, name) ? [rest[name] ?? []].flat() : []);
  for (const name of Object.keys(rest)) {
    if (!QUESTIONS.has(name.replace(PART, "")))
      context.addIssue({
        code: "custom",
        message: "This page has no such question",
        path: [name],
        input: name,
      });
  }
  for (const questionId of [asked ?? []].flat()) {
    const question = QUESTIONS.get(questionId);
    if (question) given[questionId] = answerOfFields(question, values);
  }
  return { given, step: step === "continue" ? ("continue" as const) : ("save" as const) };
});
