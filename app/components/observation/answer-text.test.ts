import { expect, test } from "vitest";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { answeredSections } from "./answer-text";

test("answers are told in the words of the questions, and nothing else is", () => {
  const sections = answeredSections(edoi100, {
    "q.foot.view": "mostly",
    "q.per.vuln": ["child", "language"],
    "q.path.turn": { atMs: 42_500, code: "l1.off_calm" },
    "q.de.missed": { choice: "yes", atMs: 65_000, note: "At the car" },
    "q.all.why": { text: "They explained it." },
    "q.all.good": { picks: ["ev.off.calm.greet"], note: "Well done" },
    "q.all.flags": [],
  });

  expect(sections.map(({ rows, title }) => [title, ...rows.map(({ answer }) => answer)])).toEqual([
    ["Footage", "Mostly clear"],
    ["The person", "A child, A language barrier"],
    ["Path", "Officer calms, at 0:42.5"],
    ["De-escalation", "Yes, at 1:05.0. At the car"],
    ["Overall", "They explained it.", "Officer calms: greets, introduces self. Well done", "None"],
  ]);
});
