import type { ResponseSet } from "./instrument";
import { oneInOrder, oneOf } from "./options";

const CANT_TELL = "Cannot tell from the footage";
const REDACTED = "Hidden by redaction";

export const done: ResponseSet = {
  id: "rs.done",
  options: oneOf({
    yes: "Yes",
    partly: "Partly",
    no: "No",
    not_applicable: "Does not apply here",
    cant_tell: CANT_TELL,
    redacted: REDACTED,
  }),
};

export const quality: ResponseSet = {
  id: "rs.quality",
  options: oneOf({ clear: "Clear", mostly: "Mostly clear", poor: "Poor", none: "None" }),
};

export const extent4: ResponseSet = {
  id: "rs.extent4",
  options: oneInOrder({
    not_at_all: "Not at all",
    a_little: "A little",
    mostly: "Mostly",
    fully: "Fully",
    cant_tell: CANT_TELL,
    redacted: REDACTED,
  }),
};

export const temp5: ResponseSet = {
  id: "rs.temp5",
  options: oneInOrder({
    calm: "Calm: ordinary talk",
    uneasy: "Uneasy: curt or wary",
    tense: "Tense: argument, raised voice, crowding",
    heated: "Heated: shouting, threats, pulling",
    physical: "Physical: struggle, force beyond compliant handcuffs, or assault",
    cant_tell: CANT_TELL,
  }),
};

export const conduct: ResponseSet = {
  id: "rs.conduct",
  options: oneOf({
    "cond.compliant": "Went along with what was asked",
    "cond.verbal": "Argued or gestured",
    "cond.passive": "Did not move or cooperate, without fighting it",
    "cond.active": "Pulled away or tensed against the officers",
    "cond.aggressive": "Threatened or fought",
    "cond.serious": "Used or threatened serious violence",
    cant_tell: CANT_TELL,
  }),
};

export const yesNo: ResponseSet = {
  id: "rs.yesno",
  options: oneOf({ yes: "Yes", no: "No", unsure: "Not sure" }),
};

export const sure: ResponseSet = {
  id: "rs.sure",
  options: oneOf({ sure: "Sure", fairly: "Fairly sure", unsure: "Not sure" }),
};
