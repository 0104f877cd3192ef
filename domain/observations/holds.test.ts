import { describe, expect, test } from "vitest";
import type { Answers } from "./answer";
import { holds } from "./holds";
import type { Condition, Mode } from "./instrument/condition";
import { edoi100 } from "./instrument/edoi-1-0-0";
import type { QuestionFacts } from "./question-facts";
import { questionFacts } from "./testing/complete-answers";

const read = (
  condition: Condition,
  answers: Answers,
  facts: Partial<QuestionFacts> = {},
  mode: Mode = "mode.lite",
) => holds(condition, { instrument: edoi100, mode, answers, facts: questionFacts(facts) });

const cutOff: Condition = { question: "q.foot.end", includes: ["cut_off"] };
const cooled: Condition = { higher: "q.path.peak", than: "q.path.end" };
const path = (peak: string, end: string) => ({ "q.path.peak": peak, "q.path.end": end });

describe("a condition", () => {
  test.each<[string, Condition, Answers, boolean]>([
    ["is true of a single answer it names", cutOff, { "q.foot.end": "cut_off" }, true],
    ["is false of another single answer", cutOff, { "q.foot.end": "to_end" }, false],
    ["is false of an unanswered question", cutOff, {}, false],
    [
      "is true when one of several choices is named",
      { question: "q.per.vuln", includes: ["child", "other"] },
      { "q.per.vuln": ["distress", "child"] },
      true,
    ],
    [
      "reads the choice of an answer with a note",
      { question: "q.pj.bias", includes: ["yes"] },
      { "q.pj.bias": { choice: "yes", note: "a remark" } },
      true,
    ],
    ["compares two temperatures", cooled, path("heated", "calm"), true],
    ["does not take an equal temperature for a higher one", cooled, path("tense", "tense"), false],
    ["does not take a lower temperature for a higher one", cooled, path("calm", "tense"), false],
    ["is false when the higher side is a missing code", cooled, path("cant_tell", "calm"), false],
    ["is false when the lower side is a missing code", cooled, path("heated", "cant_tell"), false],
    ["needs every part of an all", { all: [cutOff, cooled] }, { "q.foot.end": "cut_off" }, false],
    ["needs one part of an any", { any: [cutOff, cooled] }, { "q.foot.end": "cut_off" }, true],
    ["is turned round by a not", { not: cutOff }, {}, true],
  ])("%s", (_title, condition, answers, expected) => {
    expect(read(condition, answers)).toBe(expected);
  });

  test("reads the facts of the encounter", () => {
    expect(read({ fact: "personUnder18" }, {}, { personUnder18: true })).toBe(true);
    expect(read({ fact: "personUnder18" }, {})).toBe(false);
  });

  test("looks through all types of the encounter", () => {
    const strip: Condition = { encounterTypeIn: ["enc.mtip"] };
    expect(read(strip, {}, { encounterTypes: ["enc.search_person", "enc.mtip"] })).toBe(true);
    expect(read(strip, {})).toBe(false);
  });

  test("reads the mode", () => {
    expect(read({ mode: "mode.full" }, {}, {}, "mode.full")).toBe(true);
    expect(read({ mode: "mode.full" }, {}, {}, "mode.standard")).toBe(false);
  });
});
