import { expect, test } from "vitest";
import { footageAgeText, footageLeftText } from "~/app/components/footage/footage-age-text";

test.each([
  [0, "from today"],
  [1, "1 day old"],
  [14, "14 days old"],
])("footage of %d days is %s", (days, text) => {
  expect(footageAgeText(days)).toBe(text);
});

test.each([
  [14, "17 days until the original is deleted"],
  [30, "1 day until the original is deleted"],
  [31, "the original may be deleted"],
  [90, "the original may be deleted"],
])("at %d days there are %s", (days, text) => {
  expect(footageLeftText(days)).toBe(text);
});
