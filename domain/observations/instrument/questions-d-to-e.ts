import { inSection } from "./in-section";
import { anyOf } from "./options";
import { done, extent4, yesNo } from "./response-sets";

const howFar = { type: "one", responseSet: extent4.id, options: extent4.options } as const;
const wasItDone = { type: "one", responseSet: done.id, options: done.options } as const;
const beyondOuterClothing = {
  question: "q.search.extent",
  includes: ["more_than_jog", "intimate_exposed"],
};

const treatment = inSection("D", "watch", [
  { id: "q.pj.voice", row: "D1", label: "Person could speak and was heard", ...howFar, shown: "core" },
  {
    id: "q.pj.voice_used",
    row: "D2",
    label: "Officer responded to what was said",
    ...howFar,
    shown: "extended",
  },
  {
    id: "q.pj.neutral",
    row: "D3",
    label: "Decisions explained by facts, not assumptions",
    ...howFar,
    shown: "core",
    lowReliability: true,
  },
  {
    id: "q.pj.bias",
    row: "D4",
    label: "Any remark or act that looked like stereotyping?",
    type: "one",
    responseSet: yesNo.id,
    options: yesNo.options,
    note: { max: 280, askedFor: ["yes"] },
    shown: "extended",
  },
  { id: "q.pj.respect", row: "D5", label: "Polite and respectful", ...howFar, shown: "core" },
  {
    id: "q.pj.dignity",
    row: "D6",
    label: "Dignity kept (view of public, clothing, body)",
    ...howFar,
    shown: "extended",
  },
  { id: "q.pj.motive", row: "D7", label: "Showed concern for the person", ...howFar, shown: "core" },
  {
    id: "q.pj.purpose",
    row: "D8",
    label: "Linked the stop to keeping people safe",
    ...wasItDone,
    shown: "extended",
  },
]);

const search = inSection("E", "watch", [
  {
    id: "q.search.extent",
    row: "E1",
    label: "Furthest extent seen",
    type: "any",
    options: anyOf({
      none: "No search seen",
      pat_down: "Pat-down over clothing",
      jog: "Jacket, outer clothing or gloves",
      more_than_jog: "More than jacket, outer clothing or gloves",
      intimate_exposed: "Intimate parts exposed",
      bag_phone: "Bag or phone",
      vehicle: "Vehicle",
      cant_tell: "Cannot tell from the footage",
    }),
    shown: "extended",
    everyModeWhen: {
      any: [{ encounterTypeIn: ["enc.mtip", "enc.custody_strip"] }, { fact: "moreThanOuterClothing" }],
    },
  },
  {
    id: "q.search.within",
    row: "E2",
    label: "Search stayed within its object",
    ...wasItDone,
    note: { max: 280, askedFor: ["no"] },
    shown: "extended",
  },
  {
    id: "q.search.private",
    row: "E3",
    label: "Out of public view",
    ...wasItDone,
    shown: "routed",
    shownWhen: beyondOuterClothing,
  },
  {
    id: "q.search.samesex",
    row: "E4",
    label: "Same-sex officers",
    ...wasItDone,
    shown: "routed",
    shownWhen: beyondOuterClothing,
  },
  {
    id: "q.search.authority",
    row: "E5",
    label: "Supervisor authority mentioned",
    ...wasItDone,
    shown: "routed",
    shownWhen: beyondOuterClothing,
  },
  {
    id: "q.search.adult",
    row: "E6",
    label: "Appropriate adult present",
    ...wasItDone,
    shown: "routed",
    shownWhen: { all: [beyondOuterClothing, { fact: "personUnder18" }] },
  },
  {
    id: "q.search.ended",
    row: "E7",
    label: "Ended promptly once the reason fell away",
    ...wasItDone,
    shown: "extended",
  },
]);

export const questionsDToE = [...treatment, ...search];
