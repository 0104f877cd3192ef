import { inSection } from "./in-section";
import type { Question } from "./instrument";
import { oneOf } from "./options";
import { done } from "./response-sets";

const silent = { question: "q.foot.sound", includes: ["none"] };
const unheard = { defaultsTo: { when: silent, value: "cant_tell" } };

function element(row: string, id: string, label: string, hint?: string): Omit<Question, "section" | "phase"> {
  const told = {
    id,
    row,
    label,
    type: "one",
    responseSet: done.id,
    options: done.options,
    shown: "core",
  } as const;
  return hint === undefined ? { ...told, ...unheard } : { ...told, ...unheard, hint };
}

const MASKED =
  "Where the sound is masked and no spoken marker says it was stated, answer 'hidden by redaction'.";

export const questionsC = inSection("C", "watch", [
  element("C1", "q.info.grounds", "Why: facts that led to the search"),
  element("C2", "q.info.object", "What they are looking for"),
  element("C3", "q.info.warrant", "Warrant card shown", "An officer in uniform need not: 'does not apply'."),
  element("C4", "q.info.identity", "Officer's name or number", MASKED),
  element("C5", "q.info.station", "Officer's station", MASKED),
  element("C6", "q.info.entitlement", "Right to a copy of the record"),
  element("C7", "q.info.legal", "Legal power"),
  element("C8", "q.info.detained", "Told they are detained for a search"),
  element("C9", "q.info.plain", "Explained so this person could follow"),
  {
    id: "q.info.when",
    row: "C10",
    label: "When was most of it said?",
    type: "one",
    options: oneOf({
      before_hands_on: "Before anybody was touched",
      before_search: "Before the search",
      during: "During the search",
      after: "After the search",
      never: "Never",
      cant_tell: "Cannot tell from the footage",
    }),
    shown: "core",
    ...unheard,
  },
]);
