import { describe, expect, test } from "vitest";
import { edoi100 } from "./instrument/edoi-1-0-0";
import { missingAnswers } from "./missing-answers";
import { buildQuestionnaire, progressOf } from "./questionnaire";
import { visibleQuestions } from "./route-questions";
import { completeAnswers, questionFacts } from "./testing/complete-answers";

const facts = questionFacts();
const mode = "mode.full";
const all = completeAnswers(edoi100, mode, facts, { "q.force.any": "both", "q.per.vuln": ["child"] });
const askAbout = (phase: "watch" | "after_lock", answers: Record<string, unknown> = all) =>
  buildQuestionnaire(edoi100, { phase, mode, answers: answers as never, marks: [], facts });

describe("a page of questions", () => {
  test("shows what the whole instrument would show of its phase", () => {
    const expected = visibleQuestions(edoi100, mode, all, facts).filter(({ phase }) => phase === "watch");

    const { visible } = progressOf(askAbout("watch"), all);

    expect(visible.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test("holds no answer of another phase", () => {
    expect(
      Object.keys(askAbout("after_lock").answers).filter((id) => !/^q\.(rec|all|obs)\./.test(id)),
    ).toEqual([]);
  });

  test("brings the fine codes only where a question picks from them", () => {
    expect(askAbout("watch").codeGroups).toEqual([]);
    expect(askAbout("after_lock").codeGroups.flatMap(({ codes }) => codes)).toHaveLength(
      edoi100.eventCodes.length,
    );
  });

  test("says which flags other answers raise and which they suggest", () => {
    const page = buildQuestionnaire(edoi100, {
      phase: "after_lock",
      mode,
      marks: [],
      facts: questionFacts({ personUnder18: true }),
      answers: {
        "q.search.extent": ["intimate_exposed"],
        "q.search.adult": "no",
        "q.pj.bias": { choice: "yes" },
      },
    });

    expect(page.forced).toEqual(["flag.safeguarding"]);
    expect(page.offered).toEqual(["flag.discrimination"]);
  });
});

describe("the progress of a page", () => {
  test("agrees with what still stands against the lock", () => {
    const half = Object.fromEntries(Object.entries(all).filter((_entry, index) => index % 2 === 0));
    for (const answers of [{}, half, all]) {
      const missing = missingAnswers(edoi100, mode, answers, facts, ["watch"]);

      const { answered, needed } = progressOf(askAbout("watch", answers), answers);

      expect(needed - answered).toBe(missing.length);
    }
  });

  test("counts what the instrument fills in by itself as answered, and shows it", () => {
    const silent = { "q.foot.sound": "none" };

    const { counted } = progressOf(askAbout("watch", silent), silent);

    expect(counted["q.info.legal"]).toBe("cant_tell");
  });
});
