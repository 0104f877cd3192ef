import { describe, expect, test } from "vitest";
import type { Answers } from "./answer";
import { edoi100 } from "./instrument/edoi-1-0-0";
import { missingAnswers } from "./missing-answers";
import { completeAnswers, questionFacts } from "./testing/complete-answers";

const facts = questionFacts();
const missing = (answers: Answers, phases: Parameters<typeof missingAnswers>[4] = ["before", "watch"]) =>
  missingAnswers(edoi100, "mode.lite", answers, facts, phases);

const complete = completeAnswers(edoi100, "mode.lite", facts);
const without = (...ids: string[]) =>
  Object.fromEntries(Object.entries(complete).filter(([id]) => !ids.includes(id)));

describe("missing answers", () => {
  test("are none when every question asked is answered", () => {
    expect(missing(complete, ["before", "watch", "after_lock"])).toEqual([]);
  });

  test("are named with their section and why, in the order asked", () => {
    expect(missing(without("q.end.record", "q.foot.view"))).toEqual([
      { questionId: "q.foot.view", section: "A", why: "unanswered" },
      { questionId: "q.end.record", section: "J", why: "unanswered" },
    ]);
  });

  test("leave out the phases not asked about", () => {
    expect(missing(without("q.all.grade"))).toEqual([]);
    expect(missing(without("q.all.grade"), ["after_lock"])).toHaveLength(1);
  });

  test("never include the optional questions", () => {
    const open = missing({}, ["before", "watch", "after_lock"]).map(({ questionId }) => questionId);
    for (const id of ["q.pre.recognised", "q.all.good", "q.all.learn", "q.all.flags"])
      expect(open).not.toContain(id);
    expect(open).toHaveLength(40);
  });

  test("do not include what the instrument fills in", () => {
    const underWay = { ...without("q.open.words", "q.open.reason30"), "q.foot.start": "under_way" };
    expect(missing(underWay)).toEqual([]);
  });

  test("include the turning point unless nobody could tell who raised it", () => {
    expect(missing(without("q.path.turn"))).toHaveLength(1);
    expect(missing({ ...without("q.path.turn"), "q.path.first": "cant_tell" })).toEqual([]);
  });

  test("include an answer that is no longer valid, with its refusal", () => {
    expect(missing({ ...complete, "q.path.turn": { atMs: 999_999, code: "l1.mile" } })).toEqual([
      { questionId: "q.path.turn", section: "H", why: "outside-clip" },
    ]);
  });
});
