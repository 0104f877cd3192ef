import { expect, test } from "vitest";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { fieldsOfQuestion, outlineOfAnswer } from "./form-answers";

function aForm(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const form = aForm([
  ["asked", "q.force.t"],
  ["q.force.t", "yes"],
  ["q.force.types", "tac.baton"],
  ["q.de.missed", "yes"],
  ["q.de.missed.note", "At the car"],
  ["q.all.why", " "],
]);
const question = (id: string) => {
  const found = edoi100.questions.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};

test("the fields of a question are its own and not those of one whose name begins the same", () => {
  expect(fieldsOfQuestion(form, "q.force.t")).toEqual([
    ["asked", "q.force.t"],
    ["q.force.t", "yes"],
  ]);
  expect(fieldsOfQuestion(form, "q.de.missed")).toEqual([
    ["asked", "q.de.missed"],
    ["q.de.missed", "yes"],
    ["q.de.missed.note", "At the car"],
  ]);
});

test("a question left empty is sent too, so that its answer is taken back", () => {
  expect(fieldsOfQuestion(form, "q.per.vuln")).toEqual([["asked", "q.per.vuln"]]);
});

test("routing sees choices as the instrument stores them, and blank text as no answer", () => {
  expect(outlineOfAnswer(form, question("q.force.t"))).toBe("yes");
  expect(outlineOfAnswer(form, question("q.force.types"))).toEqual(["tac.baton"]);
  expect(outlineOfAnswer(form, question("q.all.why"))).toBeUndefined();
});
