import type { Option } from "./instrument";

const MISSING = new Set(["cant_tell", "redacted", "not_applicable", "not_captured"]);
const EXCLUSIVE = new Set(["none", "none_seen", "cant_tell"]);

/** Whether a value says that nothing could be judged, so that it stays out of every denominator. */
function isMissingCode(value: string): boolean {
  return MISSING.has(value);
}

/** The options of a single choice, in the order written, from machine value to the words people read. */
export function oneOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) =>
    isMissingCode(value) ? { value, label, missing: true } : { value, label },
  );
}

/** As `oneOf`, with the place in the given order as score; a missing code gets none. */
export function oneInOrder(labels: Readonly<Record<string, string>>): readonly Option[] {
  return oneOf(labels).map((option, score) => (option.missing ? option : { ...option, score }));
}

/** The options of a choice of several, in which "none" and "cannot tell" stand alone. */
export function anyOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return oneOf(labels).map((option) =>
    EXCLUSIVE.has(option.value) ? { ...option, exclusive: true } : option,
  );
}
