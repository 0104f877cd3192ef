import { expect, test } from "vitest";
import { type FootageAgeLevel, footageAgeLevel } from "~/domain/footage/footage-age";

test.each<[number, FootageAgeLevel]>([
  [0, "none"],
  [13, "none"],
  [14, "first"],
  [20, "first"],
  [21, "second"],
  [26, "second"],
  [27, "third"],
  [30, "third"],
  [31, "past-deletion"],
  [400, "past-deletion"],
])("footage %d days old calls for the warning: %s", (days, level) => {
  expect(footageAgeLevel(days)).toBe(level);
});
