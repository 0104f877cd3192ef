import { inSection } from "./in-section";
import { anyOf, oneOf } from "./options";
import { conduct, done, temp5 } from "./response-sets";

const CANT_TELL = "Cannot tell from the footage";
const temperature = { type: "one", responseSet: temp5.id, options: temp5.options, shown: "core" } as const;

const needs = {
  child: "A child",
  language: "A language barrier",
  mental_health: "Mental health",
  distress: "Distress",
  disability_neuro: "A disability or neurodivergence",
  intoxicated: "Drink or drugs",
  injury_ill: "Injury or illness",
  pregnant: "Pregnancy",
  other: "Something else",
};

const rights = {
  asked_reason: "Asked for the reason",
  asked_identity: "Asked who the officer is",
  declined_details: "Declined to give details",
  filmed: "Filmed",
  said_unfair: "Said it was unfair",
  complained: "Complained",
};

const person = inSection("G", "watch", [
  {
    id: "q.per.peak",
    row: "G1",
    label: "Strongest behaviour by the person",
    type: "one",
    responseSet: conduct.id,
    options: conduct.options,
    shown: "core",
  },
  {
    id: "q.per.vuln",
    row: "G2",
    label: "Signs of need",
    type: "any",
    options: anyOf({ ...needs, none_seen: "None seen", cant_tell: CANT_TELL }),
    shown: "core",
  },
  {
    id: "q.per.adjust",
    row: "G3",
    label: "Officers adapted",
    type: "one",
    responseSet: done.id,
    options: done.options,
    shown: "routed",
    shownWhen: { question: "q.per.vuln", includes: Object.keys(needs) },
  },
  {
    id: "q.per.rights",
    row: "G4",
    label: "Rights used",
    type: "any",
    options: anyOf({ ...rights, none: "None" }),
    shown: "extended",
  },
  {
    id: "q.per.rights_resp",
    row: "G5",
    label: "Officer's response",
    type: "one",
    options: oneOf({
      respected: "Respected it",
      tolerated: "Put up with it",
      discouraged: "Discouraged it",
      penalised: "Made the person pay for it",
      cant_tell: CANT_TELL,
    }),
    shown: "routed",
    shownWhen: { question: "q.per.rights", includes: Object.keys(rights) },
  },
]);

const path = inSection("H", "watch", [
  { id: "q.path.start", row: "H1", label: "Temperature at the start", ...temperature },
  { id: "q.path.peak", row: "H1", label: "Temperature at its peak", ...temperature },
  { id: "q.path.end", row: "H1", label: "Temperature at the end", ...temperature },
  {
    id: "q.path.first",
    row: "H2",
    label: "Who raised it first?",
    type: "one",
    options: oneOf({
      officer: "An officer",
      person: "The person stopped",
      third_party: "Somebody else",
      circumstance: "Circumstances",
      no_rise: "It did not rise",
      cant_tell: CANT_TELL,
    }),
    shown: "core",
  },
  {
    id: "q.path.turn",
    row: "H3",
    label: "Main turning point",
    hint: "Choose the moment and what happened. Leave it empty if you could not tell who raised it.",
    type: "event",
    options: [],
    shown: "core",
    shownWhen: { not: { question: "q.path.first", includes: ["no_rise"] } },
    optional: { question: "q.path.first", includes: ["cant_tell"] },
  },
  {
    id: "q.path.fall",
    row: "H4",
    label: "What brought it down?",
    type: "event",
    options: oneOf({ nothing: "Nothing in particular", ended_hot: "It ended hot" }),
    shown: "extended",
    shownWhen: { higher: "q.path.peak", than: "q.path.end" },
  },
]);

export const questionsGToH = [...person, ...path];
