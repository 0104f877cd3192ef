import { describe, expect, test } from "vitest";
import { AnswersForm } from "~/app/forms/answers-form";
import { fieldsOf, readForm } from "~/app/forms/form-input";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { parseAnswer } from "~/domain/observations/parse-answer";

function given(body: string): Record<string, unknown> {
  const input = readForm(AnswersForm, fieldsOf(new URLSearchParams(body)));
  if (!input.ok) throw new Error(JSON.stringify(input));
  return input.value.given;
}

describe("the fields of a page of questions", () => {
  test.each([
    ["one choice", "q.foot.view=clear", "q.foot.view", "clear"],
    [
      "words beside a choice",
      "q.foot.redaction=a_lot&q.foot.redaction.note=+The+face+",
      "q.foot.redaction",
      { choice: "a_lot", note: "The face" },
    ],
    [
      "a time and words",
      "q.de.missed=yes&q.de.missed.time=1:05&q.de.missed.note=",
      "q.de.missed",
      { choice: "yes", atMs: 65_000 },
    ],
    ["several boxes", "q.per.vuln=child&q.per.vuln=distress", "q.per.vuln", ["child", "distress"]],
    ["a single box", "q.per.vuln=child", "q.per.vuln", ["child"]],
    [
      "one of one's own marks",
      "q.path.turn=at:42000:l1.off_calm",
      "q.path.turn",
      { atMs: 42_000, code: "l1.off_calm" },
    ],
    [
      "a moment typed in",
      "q.path.turn=other&q.path.turn.time=0:42&q.path.turn.code=l1.mile",
      "q.path.turn",
      { atMs: 42_000, code: "l1.mile" },
    ],
    ["a way out of an event", "q.path.fall=nothing", "q.path.fall", "nothing"],
    [
      "picks from the codes",
      "q.all.good.pick=ev.off.calm.greet&q.all.good.pick=&q.all.good.note=Well+done",
      "q.all.good",
      { picks: ["ev.off.calm.greet"], note: "Well done" },
    ],
    [
      "a sentence",
      "q.all.why=They+explained+every+step.",
      "q.all.why",
      { text: "They explained every step." },
    ],
  ])("give %s in the shape the instrument reads", (_what, body, questionId, value) => {
    const answer = given(`asked=${questionId}&${body}`)[questionId];

    expect(answer).toEqual(value);
    expect(parseAnswer(edoi100, questionId, answer, 120_000).ok).toBe(true);
  });

  test.each(["q.foot.view", "q.per.vuln", "q.path.turn", "q.all.good", "q.all.why", "q.de.missed"])(
    "left empty take the answer to %s back",
    (questionId) => {
      expect(given(`asked=${questionId}`)).toEqual({ [questionId]: null });
    },
  );

  test("say nothing about a question that the page did not hold", () => {
    expect(given("asked=q.foot.view&q.foot.view=clear&q.foot.sound=clear")).toEqual({
      "q.foot.view": "clear",
    });
  });

  test("with a time nobody can read make an answer that is refused, not one without a time", () => {
    const answer = given("asked=q.de.missed&q.de.missed=yes&q.de.missed.time=soon")["q.de.missed"];

    expect(parseAnswer(edoi100, "q.de.missed", answer, 120_000)).toEqual({
      ok: false,
      refusal: "outside-clip",
    });
  });

  test("with words but no choice make an answer that is refused, so that the words come back", () => {
    const answer = given("asked=q.foot.redaction&q.foot.redaction.note=The+face")["q.foot.redaction"];

    expect(parseAnswer(edoi100, "q.foot.redaction", answer, 120_000).ok).toBe(false);
  });

  test("that belong to no question are refused (T25)", () => {
    expect(readForm(AnswersForm, { asked: "q.foot.view", panelId: "mine" }).ok).toBe(false);
    expect(readForm(AnswersForm, { asked: "q.foot.view", "q.foot.view.author": "me" }).ok).toBe(false);
  });
});
