import type { Condition } from "./condition";
import { forceTactics } from "./force-tactics";
import { inSection } from "./in-section";
import type { Question } from "./instrument";
import { oneOf } from "./options";
import { conduct, done, yesNo } from "./response-sets";

const forceIs = (...includes: string[]): Condition => ({ question: "q.force.any", includes });
const cuffsSeen = { shown: "routed", shownWhen: forceIs("cuffs_only", "both") } as const;
const wasItDone = { type: "one", responseSet: done.id, options: done.options } as const;

function planter(letter: string, label: string): Omit<Question, "section" | "phase"> {
  return {
    id: `q.force.${letter}`,
    row: "F8",
    label: `PLANTER: ${label}`,
    type: "one",
    responseSet: yesNo.id,
    options: yesNo.options,
    shown: "routed",
    shownWhen: {
      any: [forceIs("other", "both"), { all: [forceIs("cuffs_only"), { mode: "mode.full" }] }],
    },
  };
}

export const questionsF = inSection("F", "watch", [
  {
    id: "q.force.any",
    row: "F1",
    label: "Force seen",
    type: "one",
    options: oneOf({
      none: "None",
      cuffs_only: "Handcuffs only",
      other: "Other force, no handcuffs",
      both: "Handcuffs and other force",
      cant_tell: "Cannot tell from the footage",
    }),
    shown: "core",
  },
  {
    id: "q.cuffs.when",
    row: "F2",
    label: "Handcuffs applied",
    type: "one",
    options: oneOf({
      before_reason: "Before a reason was given",
      after_reason: "After a reason was given, before any search",
      during_search: "During the search",
      after_search: "After the search",
      cant_tell: "Cannot tell from the footage",
    }),
    ...cuffsSeen,
  },
  {
    id: "q.cuffs.conduct",
    row: "F3",
    label: "Person's behaviour just before",
    type: "one",
    responseSet: conduct.id,
    options: conduct.options,
    ...cuffsSeen,
  },
  { id: "q.cuffs.why", row: "F4", label: "Reason for handcuffs said aloud", ...wasItDone, ...cuffsSeen },
  { id: "q.cuffs.care", row: "F5", label: "Checked for comfort", ...wasItDone, ...cuffsSeen },
  { id: "q.cuffs.off", row: "F6", label: "Removed as soon as possible", ...wasItDone, ...cuffsSeen },
  {
    id: "q.force.types",
    row: "F7",
    label: "Which force",
    type: "any",
    options: forceTactics,
    shown: "routed",
    shownWhen: forceIs("cuffs_only", "other", "both"),
  },
  planter("p", "proportionate"),
  planter("l", "length of time acceptable"),
  planter("a", "actions of the person warranted it"),
  planter("n", "necessary"),
  planter("t", "least type of force"),
  planter("e", "ethical"),
  planter("r", "reasonable overall"),
]);
