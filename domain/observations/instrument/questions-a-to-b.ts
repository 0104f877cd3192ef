import { inSection } from "./in-section";
import { anyOf, oneOf } from "./options";
import { quality } from "./response-sets";

const CANT_TELL = "Cannot tell from the footage";
const underWay = { question: "q.foot.start", includes: ["under_way"] };
const openingNotCaptured = {
  shownWhen: { not: underWay },
  storedWhenHidden: { when: underWay, value: "not_captured" },
};

const footage = inSection("A", "watch", [
  {
    id: "q.foot.start",
    row: "A1",
    label: "Where does the footage begin?",
    type: "one",
    options: oneOf({
      before_contact: "Before the officer speaks to the person",
      at_contact: "As the officer speaks to the person",
      under_way: "When the encounter is already under way",
      cant_tell: CANT_TELL,
    }),
    shown: "core",
  },
  {
    id: "q.foot.end",
    row: "A2",
    label: "Does it run to the end of the encounter?",
    type: "one",
    options: oneOf({
      to_end: "Yes, to the end",
      cut_off: "No, it is cut off",
      cant_tell: CANT_TELL,
    }),
    shown: "core",
  },
  {
    id: "q.foot.missing",
    row: "A3",
    label: "What did we not see?",
    type: "any",
    options: anyOf({
      search_result: "What the search found",
      record_offer: "Whether a record was offered",
      release: "The person being told they may go",
      complaint_info: "Whether they were told how to complain",
      other: "Something else",
    }),
    shown: "routed",
    shownWhen: { question: "q.foot.end", includes: ["cut_off"] },
  },
  {
    id: "q.foot.sound",
    row: "A4",
    label: "Sound",
    hint: "With no sound, the answers about information start as 'cannot tell'.",
    type: "one",
    responseSet: quality.id,
    options: quality.options,
    shown: "core",
  },
  {
    id: "q.foot.view",
    row: "A5",
    label: "View",
    type: "one",
    responseSet: quality.id,
    options: quality.options,
    shown: "core",
  },
  {
    id: "q.foot.redaction",
    row: "A6",
    label: "Did redaction stop you judging something?",
    type: "one",
    options: oneOf({ no: "No", a_little: "A little", a_lot: "A lot" }),
    note: { max: 280, askedFor: ["a_lot"] },
    shown: "core",
  },
]);

const opening = inSection("B", "watch", [
  {
    id: "q.open.words",
    row: "B1",
    label: "How did the officer open?",
    type: "one",
    options: oneOf({
      greeting: "With a greeting",
      reason: "With the reason",
      question: "With a question",
      order: "With an order",
      accusation: "With an accusation",
      not_captured: "The opening is not on the footage",
    }),
    shown: "core",
    ...openingNotCaptured,
  },
  {
    id: "q.open.reason30",
    row: "B2",
    label: "Was a reason given in the first 30 seconds?",
    type: "one",
    options: oneOf({
      yes: "Yes",
      later: "Later than that",
      never: "Never",
      not_captured: "The first 30 seconds are not on the footage",
      redacted: "Hidden by redaction",
    }),
    shown: "core",
    ...openingNotCaptured,
  },
  {
    id: "q.open.off_manner",
    row: "B3",
    label: "Officer's opening manner",
    type: "one",
    options: oneOf({
      calm: "Calm",
      neutral: "Neutral",
      abrupt: "Abrupt",
      hostile: "Hostile",
      cant_tell: CANT_TELL,
    }),
    shown: "core",
  },
  {
    id: "q.open.per_manner",
    row: "B4",
    label: "Person's opening manner",
    type: "one",
    options: oneOf({
      calm: "Calm",
      wary: "Wary",
      upset: "Upset",
      hostile: "Hostile",
      cant_tell: CANT_TELL,
    }),
    shown: "core",
  },
]);

export const questionsAToB = [...footage, ...opening];
