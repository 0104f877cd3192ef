import { describe, expect, test } from "vitest";
import { edoi100 } from "./instrument/edoi-1-0-0";
import { parseAnswer } from "./parse-answer";

const parse = (questionId: string, value: unknown) => parseAnswer(edoi100, questionId, value, 60_000);
const codes = edoi100.eventCodes.map(({ id }) => id);

describe("an answer is read", () => {
  test.each<[string, string, unknown, unknown]>([
    ["as one option", "q.foot.start", "at_contact", "at_contact"],
    ["as a missing code", "q.info.legal", "redacted", "redacted"],
    [
      "as several options in the order of the instrument",
      "q.per.vuln",
      ["other", "child"],
      ["child", "other"],
    ],
    ["with a repeated option once", "q.per.vuln", ["child", "child"], ["child"]],
    ["as an exclusive option alone", "q.per.vuln", ["none_seen"], ["none_seen"]],
    ["as no flag at all", "q.all.flags", [], []],
    [
      "as text, trimmed",
      "q.all.why",
      { text: "  A calm and clear search. " },
      { text: "A calm and clear search." },
    ],
    [
      "as text with line breaks of one kind",
      "q.all.why",
      { text: "One line of some length\r\nand another" },
      { text: "One line of some length\nand another" },
    ],
    [
      "as a choice with time and words",
      "q.de.missed",
      { choice: "yes", atMs: 4_000, note: " when he asked " },
      { choice: "yes", note: "when he asked", atMs: 4_000 },
    ],
    ["as a choice alone where a note is possible", "q.foot.redaction", "a_lot", { choice: "a_lot" }],
    [
      "without a note that is blank",
      "q.foot.redaction",
      { choice: "a_lot", note: "  " },
      { choice: "a_lot" },
    ],
    [
      "as a palette button at a moment",
      "q.path.turn",
      { atMs: 0, code: "l1.off_raise" },
      { atMs: 0, code: "l1.off_raise" },
    ],
    [
      "as an event code at the last moment",
      "q.path.turn",
      { atMs: 60_000, code: "ev.off.calm.space" },
      { atMs: 60_000, code: "ev.off.calm.space" },
    ],
    ["as the way out of an event question", "q.path.fall", "ended_hot", "ended_hot"],
    ["as codes picked", "q.all.good", { picks: codes.slice(0, 3) }, { picks: codes.slice(0, 3) }],
    [
      "as words beside no pick",
      "q.all.good",
      { picks: [], note: "patience" },
      { picks: [], note: "patience" },
    ],
    ["as a button pressed", "q.pre.recognised", "pressed", "pressed"],
  ])("%s", (_title, questionId, value, expected) => {
    expect(parse(questionId, value)).toEqual({ ok: true, value: expected });
  });
});

describe("an answer is refused", () => {
  test.each<[string, string, unknown, string]>([
    ["to a question that does not exist", "q.no.such", "yes", "unknown-question"],
    ["with an option of another question", "q.foot.start", "cut_off", "unknown-option"],
    ["as a list where one is asked", "q.foot.start", ["at_contact"], "wrong-shape"],
    ["as null", "q.foot.start", null, "wrong-shape"],
    ["as one string where several may be chosen", "q.per.vuln", "child", "wrong-shape"],
    ["with a list holding an unknown option", "q.per.vuln", ["child", "dog"], "unknown-option"],
    ["as an empty list where something must be said", "q.per.vuln", [], "nothing-chosen"],
    ["with none beside something", "q.per.vuln", ["none_seen", "child"], "exclusive-option"],
    ["with two exclusive options", "q.per.vuln", ["none_seen", "cant_tell"], "exclusive-option"],
    ["with a note where none is taken", "q.foot.view", { choice: "clear", note: "x" }, "wrong-shape"],
    ["with a time where none is taken", "q.foot.redaction", { choice: "a_lot", atMs: 1 }, "wrong-shape"],
    ["with a field nobody asked for", "q.de.missed", { choice: "no", officer: "x" }, "wrong-shape"],
    ["with a time after the clip", "q.de.missed", { choice: "yes", atMs: 60_001 }, "outside-clip"],
    [
      "with a note over 280 characters",
      "q.de.missed",
      { choice: "yes", note: "x".repeat(281) },
      "text-too-long",
    ],
    ["with an unknown choice beside a note", "q.de.missed", { choice: "maybe" }, "unknown-option"],
    ["with a sentence under 20 characters", "q.all.why", { text: `${"x".repeat(19)}   ` }, "text-too-short"],
    ["with a sentence over 400 characters", "q.all.why", { text: "x".repeat(401) }, "text-too-long"],
    ["with a bare string for free text", "q.all.why", "A calm and clear search.", "wrong-shape"],
    ["with a NUL in the text", "q.all.why", { text: `A calm and clear\u0000 search.` }, "text-not-plain"],
    [
      "with half a surrogate pair in the text",
      "q.all.why",
      { text: `A calm and clear\ud800 search.` },
      "text-not-plain",
    ],
    ["with an event before the clip", "q.path.turn", { atMs: -1, code: "l1.mile" }, "outside-clip"],
    ["with a fraction of a millisecond", "q.path.turn", { atMs: 1.5, code: "l1.mile" }, "outside-clip"],
    ["with a moment that is not finite", "q.path.turn", { atMs: Number.NaN, code: "l1.mile" }, "wrong-shape"],
    ["with an unknown event code", "q.path.turn", { atMs: 1, code: "ev.off.calm" }, "unknown-option"],
    ["with the way out of another event question", "q.path.turn", "nothing", "unknown-option"],
    ["with four picks", "q.all.learn", { picks: codes.slice(0, 4) }, "too-many-picks"],
    ["with a palette button as pick", "q.all.learn", { picks: ["l1.mile"] }, "unknown-option"],
    [
      "with words over 280 characters beside the picks",
      "q.all.learn",
      { picks: [], note: "x".repeat(281) },
      "text-too-long",
    ],
    ["with a button value it does not have", "q.pre.recognised", "yes", "unknown-option"],
  ])("%s", (_title, questionId, value, refusal) => {
    expect(parse(questionId, value)).toEqual({ ok: false, refusal });
  });

  test.each([20, 400])("not with a sentence of exactly %i characters", (length) => {
    expect(parse("q.all.why", { text: "x".repeat(length) }).ok).toBe(true);
  });
});
