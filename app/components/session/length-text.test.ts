import { expect, test } from "vitest";
import { agendaLengthText, lengthText } from "./length-text";

test.each([
  [42_400, "42 sec"],
  [60_000, "1 min"],
  [59_600, "1 min"],
  [254_000, "4 min 14 sec"],
  [3_600_000, "1 hr"],
  [3_725_000, "1 hr 2 min"],
])("a clip of %i milliseconds lasts %s", (milliseconds, text) => {
  expect(lengthText(milliseconds)).toBe(text);
});

test.each<[readonly (number | null)[], string]>([
  [[], "0 clips"],
  [[20_000], "1 clip, about 1 min of footage"],
  [[254_000, 466_000], "2 clips, about 12 min of footage"],
  [[254_000, null], "2 clips"],
])("an agenda of %j says %s", (lengths, text) => {
  expect(agendaLengthText(lengths)).toBe(text);
});
