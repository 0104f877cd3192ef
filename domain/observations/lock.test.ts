import { describe, expect, test } from "vitest";
import { edoi100 } from "./instrument/edoi-1-0-0";
import { decideLock } from "./lock";
import type { ObservationDraft } from "./observation-draft";
import { completeAnswers, questionFacts } from "./testing/complete-answers";

const facts = questionFacts();
const answers = completeAnswers(edoi100, "mode.lite", facts);
const noon = new Date("2026-05-04T12:00:00Z");

const draft = (changes: Partial<ObservationDraft> = {}): ObservationDraft => ({
  mode: "mode.lite",
  answers,
  facts,
  lockedAt: null,
  sealedAt: null,
  recusedAt: null,
  linkClearedByChair: false,
  ...changes,
});

const withAnswer = (id: string, value: string) => ({ ...answers, [id]: value });

describe("an observation can be locked", () => {
  test("when everything about the clip is answered, though nothing after the reveal is", () => {
    const watched = Object.fromEntries(
      Object.entries(answers).filter(([id]) => !/^q\.(rec|all|obs)\./.test(id)),
    );

    expect(decideLock(edoi100, draft({ answers: watched }))).toEqual({ ok: true, value: watched });
  });

  test("and is then stored as normalised", () => {
    const outcome = decideLock(edoi100, draft({ answers: withAnswer("q.foot.start", "under_way") }));

    expect(outcome).toMatchObject({ ok: true, value: { "q.open.words": "not_captured" } });
  });

  test("by an observer whose possible link the chair has cleared", () => {
    const linked = withAnswer("q.pre.conflict", "possible");
    expect(decideLock(edoi100, draft({ answers: linked, linkClearedByChair: true })).ok).toBe(true);
  });
});

describe("a lock is refused", () => {
  test.each<[string, Partial<ObservationDraft>, string]>([
    ["the second time", { lockedAt: noon }, "already-locked"],
    ["after the seal", { lockedAt: noon, sealedAt: noon }, "already-locked"],
    ["to a recused observer", { recusedAt: noon }, "recused"],
    ["to an observer with a link", { answers: withAnswer("q.pre.conflict", "yes") }, "stopped"],
    ["to an observer with a possible link", { answers: withAnswer("q.pre.conflict", "possible") }, "stopped"],
    ["to an observer who skips the clip", { answers: withAnswer("q.pre.ready", "skip_clip") }, "stopped"],
    [
      "to an observer who recognised someone, whatever the chair cleared",
      { answers: withAnswer("q.pre.recognised", "pressed"), linkClearedByChair: true },
      "stopped",
    ],
    ["while a routed question is open", { answers: withAnswer("q.foot.end", "cut_off") }, "answers-missing"],
    ["before anything is answered", { answers: {} }, "answers-missing"],
  ])("%s", (_title, changes, refusal) => {
    expect(decideLock(edoi100, draft(changes))).toEqual({ ok: false, refusal });
  });
});
