import { inSection } from "./in-section";
import { oneOf } from "./options";

export const questionsBeforePlaying = inSection("before", "before", [
  {
    id: "q.pre.conflict",
    row: "q.pre.conflict",
    label: "Do you have any link to this place, person or incident?",
    hint: "If you might, stop here: the chair decides whether you watch this clip.",
    type: "one",
    options: oneOf({ none: "No link", possible: "Possibly", yes: "Yes" }),
    shown: "core",
  },
  {
    id: "q.pre.ready",
    row: "q.pre.ready",
    label: "You may see distressing material. Ready?",
    hint: "You may skip any clip and need not say why.",
    type: "one",
    options: oneOf({ yes: "Yes, I am ready", skip_clip: "Skip this clip" }),
    shown: "core",
  },
  {
    id: "q.pre.recognised",
    row: "q.pre.recognised",
    label: "I recognise someone",
    hint: "Stops the clip for you at once. You take no further part in it.",
    type: "button",
    options: oneOf({ pressed: "I recognise someone" }),
    shown: "core",
    optional: true,
  },
]);
