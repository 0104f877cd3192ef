import { actors, effects, intensities, triggers } from "./event-attributes";
import { eventCodes } from "./event-codes";
import { flags, grades } from "./grades-and-flags";
import type { Instrument } from "./instrument";
import { palette } from "./palette";
import { questionsAToB } from "./questions-a-to-b";
import { questionsAfterLock } from "./questions-after-lock";
import { questionsBeforePlaying } from "./questions-before-playing";
import { questionsC } from "./questions-c";
import { questionsDToE } from "./questions-d-to-e";
import { questionsF } from "./questions-f";
import { questionsGToH } from "./questions-g-to-h";
import { questionsIToJ } from "./questions-i-to-j";
import { conduct, done, extent4, quality, sure, temp5, yesNo } from "./response-sets";

/** The Escalation and De-escalation Observation Instrument, version 1.0.0, as data. */
export const edoi100: Instrument = {
  id: "edoi",
  version: "edoi-1.0.0",
  modes: [
    {
      id: "mode.lite",
      label: "Lite",
      content: "Watch once with one-tap marks, then the core questions.",
    },
    {
      id: "mode.standard",
      label: "Standard",
      content: "Watch once, mark key moments on a second pass, then the core questions.",
    },
    {
      id: "mode.full",
      label: "Full",
      content: "As standard, with fine codes, triggers, effects and the extended questions.",
    },
  ],
  responseSets: [done, quality, extent4, temp5, conduct, yesNo, sure],
  sections: [
    { id: "before", title: "Before playing" },
    { id: "A", title: "Footage" },
    { id: "B", title: "Opening" },
    { id: "C", title: "Information", shownWhen: { fact: "isSearch" } },
    { id: "D", title: "Treatment" },
    { id: "E", title: "The search", shownWhen: { any: [{ fact: "isSearch" }, { fact: "searchMarked" }] } },
    { id: "F", title: "Force" },
    { id: "G", title: "The person" },
    { id: "H", title: "Path" },
    { id: "I", title: "De-escalation" },
    { id: "J", title: "Ending" },
    { id: "R", title: "The written record" },
    { id: "K", title: "Overall" },
  ],
  questions: [
    ...questionsBeforePlaying,
    ...questionsAToB,
    ...questionsC,
    ...questionsDToE,
    ...questionsF,
    ...questionsGToH,
    ...questionsIToJ,
    ...questionsAfterLock,
  ],
  palette,
  eventCodes,
  actors,
  triggers,
  effects,
  intensities,
  grades,
  flags,
};
