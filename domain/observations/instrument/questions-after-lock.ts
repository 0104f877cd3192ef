import type { Condition } from "./condition";
import { flags, grades } from "./grades-and-flags";
import { inSection } from "./in-section";
import type { Option } from "./instrument";
import { anyOf, oneOf } from "./options";
import { sure, yesNo } from "./response-sets";

const routes: Readonly<Record<string, { offeredWhen: Condition } | { forcedWhen: Condition }>> = {
  "flag.safeguarding": { forcedWhen: { question: "q.search.adult", includes: ["no"] } },
  "flag.discrimination": { offeredWhen: { question: "q.pj.bias", includes: ["yes"] } },
};

const flagOptions: readonly Option[] = flags.map(({ id, label }) => ({ value: id, label, ...routes[id] }));

const recordCheck = inSection("R", "after_lock", [
  {
    id: "q.rec.match",
    row: "R1",
    label: "Record agrees with footage",
    type: "one",
    options: oneOf({
      yes: "Yes",
      minor_gap: "With a minor gap",
      conflict: "No, they conflict",
      no_record: "There is no record",
    }),
    shown: "core",
  },
  {
    id: "q.rec.what",
    row: "R2",
    label: "Where",
    type: "any",
    options: anyOf({
      grounds: "The grounds",
      force: "The force used",
      result: "The result",
      time_place: "Time or place",
      description: "The description of the person",
      object: "The object searched for",
      other: "Something else",
    }),
    shown: "routed",
    shownWhen: { question: "q.rec.match", includes: ["conflict"] },
  },
  {
    id: "q.rec.grounds",
    row: "R3",
    label: "In your view as a member of the public, were the grounds enough?",
    hint: "A lay view, not a legal finding.",
    type: "one",
    responseSet: yesNo.id,
    options: yesNo.options,
    shown: "extended",
  },
]);

const overall = inSection("K", "after_lock", [
  {
    id: "q.all.grade",
    row: "K1",
    label: "Overall",
    type: "one",
    options: grades.map(({ id, label }) => ({ value: id, label })),
    shown: "core",
  },
  {
    id: "q.all.why",
    row: "K2",
    label: "One sentence why",
    hint: "No names or numbers, please.",
    type: "text",
    options: [],
    text: { min: 20, max: 400 },
    shown: "routed",
    shownWhen: {
      question: "q.all.grade",
      includes: ["grade.1_exemplary", "grade.4_concern", "grade.5_serious"],
    },
  },
  {
    id: "q.all.good",
    row: "K3",
    label: "Done well",
    type: "any",
    options: [],
    picksFromCodes: { max: 3 },
    note: { max: 280 },
    shown: "core",
    optional: true,
  },
  {
    id: "q.all.learn",
    row: "K4",
    label: "To improve",
    type: "any",
    options: [],
    picksFromCodes: { max: 3 },
    note: { max: 280 },
    shown: "core",
    optional: true,
  },
  {
    id: "q.all.flags",
    row: "K5",
    label: "Raise",
    hint: "A flag asks somebody to look further. It is not a finding.",
    type: "any",
    options: flagOptions,
    shown: "core",
    optional: true,
  },
  {
    id: "q.all.sure",
    row: "K6",
    label: "How sure are you?",
    type: "one",
    responseSet: sure.id,
    options: sure.options,
    shown: "core",
  },
  {
    id: "q.obs.after",
    row: "K7",
    label: "How are you after watching?",
    hint: "Only the welfare contact sees a wish to be contacted.",
    type: "one",
    options: oneOf({
      fine: "Fine",
      affected: "It affected me",
      please_contact: "Please contact me",
    }),
    shown: "core",
    privateTo: "welfare_contact",
  },
]);

export const questionsAfterLock = [...recordCheck, ...overall];
