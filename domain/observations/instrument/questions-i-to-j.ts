import { inSection } from "./in-section";
import { oneOf } from "./options";
import { done, extent4, yesNo } from "./response-sets";

const wasItDone = { type: "one", responseSet: done.id, options: done.options } as const;

const calming = inSection("I", "watch", [
  {
    id: "q.de.tried",
    row: "I1",
    label: "De-escalation by officers",
    type: "one",
    options: oneOf({
      worked: "Tried, and it worked",
      partly_worked: "Tried, and it partly worked",
      no_effect: "Tried, with no effect",
      not_tried_but_needed: "Not tried, though it was needed",
      not_needed: "Not needed",
      cant_tell: "Cannot tell from the footage",
    }),
    shown: "core",
  },
  {
    id: "q.de.before_force",
    row: "I2",
    label: "Tried before force",
    ...wasItDone,
    shown: "routed",
    shownWhen: { question: "q.force.any", includes: ["cuffs_only", "other", "both", "cant_tell"] },
  },
  {
    id: "q.de.missed",
    row: "I3",
    label: "A clear chance missed?",
    hint: "If so, you may say when, and add a few words.",
    type: "one",
    responseSet: yesNo.id,
    options: yesNo.options,
    time: true,
    note: { max: 280 },
    shown: "core",
  },
]);

const ending = inSection("J", "watch", [
  { id: "q.end.record", row: "J1", label: "Record or receipt offered", ...wasItDone, shown: "core" },
  { id: "q.end.outcome", row: "J2", label: "Outcome explained", ...wasItDone, shown: "extended" },
  { id: "q.end.complaint", row: "J3", label: "Told how to complain", ...wasItDone, shown: "extended" },
  {
    id: "q.end.close",
    row: "J4",
    label: "Courteous close",
    type: "one",
    responseSet: extent4.id,
    options: extent4.options,
    shown: "extended",
  },
]);

export const questionsIToJ = [...calming, ...ending];
