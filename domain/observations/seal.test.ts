import { describe, expect, test } from "vitest";
import type { AnswerValue } from "./answer";
import { edoi100 } from "./instrument/edoi-1-0-0";
import type { ObservationDraft } from "./observation-draft";
import { decideSeal } from "./seal";
import { completeAnswers, questionFacts } from "./testing/complete-answers";

const facts = questionFacts();
const graded = (grade: string, rest: Readonly<Record<string, AnswerValue>> = {}) => ({
  ...completeAnswers(edoi100, "mode.lite", facts, { "q.all.grade": "grade.2_good" }),
  "q.all.grade": grade,
  ...rest,
});
const noon = new Date("2026-05-04T12:00:00Z");

const draft = (changes: Partial<ObservationDraft> = {}): ObservationDraft => ({
  mode: "mode.lite",
  answers: graded("grade.2_good"),
  facts,
  lockedAt: noon,
  sealedAt: null,
  recusedAt: null,
  linkClearedByChair: false,
  ...changes,
});

describe("an observation can be sealed", () => {
  test.each(["grade.2_good", "grade.3_learning", "grade.0_cannot"])("with %s and no sentence", (grade) => {
    const answers = graded(grade);
    expect(decideSeal(edoi100, draft({ answers }))).toEqual({ ok: true, value: answers });
  });

  test.each(["grade.1_exemplary", "grade.4_concern", "grade.5_serious"])(
    "with %s and a sentence",
    (grade) => {
      const answers = graded(grade, { "q.all.why": { text: "He kept explaining and waited." } });
      expect(decideSeal(edoi100, draft({ answers }))).toEqual({ ok: true, value: answers });
    },
  );

  test("and loses a sentence the grade no longer asks for", () => {
    const answers = graded("grade.2_good", { "q.all.why": { text: "He kept explaining and waited." } });
    expect(decideSeal(edoi100, draft({ answers }))).toEqual({ ok: true, value: graded("grade.2_good") });
  });
});

describe("a seal is refused", () => {
  test.each<[string, Partial<ObservationDraft>, string]>([
    ["the second time", { sealedAt: noon }, "already-sealed"],
    ["before the lock", { lockedAt: null }, "not-locked"],
    ["after a recusal", { recusedAt: noon }, "recused"],
    ["to grade 1 without a sentence", { answers: graded("grade.1_exemplary") }, "why-required"],
    ["to grade 4 without a sentence", { answers: graded("grade.4_concern") }, "why-required"],
    ["to grade 5 without a sentence", { answers: graded("grade.5_serious") }, "why-required"],
    [
      "to grade 5 with too short a sentence",
      { answers: graded("grade.5_serious", { "q.all.why": { text: "Too rough." } }) },
      "why-required",
    ],
    [
      "while the place of a conflict with the record is open",
      { answers: graded("grade.2_good", { "q.rec.match": "conflict" }) },
      "answers-missing",
    ],
    [
      "for missing answers first, when the sentence is missing too",
      { answers: graded("grade.5_serious", { "q.rec.match": "conflict" }) },
      "answers-missing",
    ],
  ])("%s", (_title, changes, refusal) => {
    expect(decideSeal(edoi100, draft(changes))).toEqual({ ok: false, refusal });
  });
});
