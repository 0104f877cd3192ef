import { expect, test } from "vitest";
import { readMediaTime } from "~/app/forms/media-time";

test.each([
  ["0:42", 42_000],
  [" 1:05.5 ", 65_500],
  ["12:00", 720_000],
  ["1:02:03", 3_723_000],
])("the time %j is %d milliseconds", (text, ms) => {
  expect(readMediaTime(text)).toBe(ms);
});

test.each(["", "42", "1:5", "1:60", "-1:00", "1:05.55", "a:bc", "1:05pm"])(
  "%j is no time in a clip",
  (text) => {
    expect(readMediaTime(text)).toBeNull();
  },
);
