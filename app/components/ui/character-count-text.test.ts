import { expect, test } from "vitest";
import { characterCountText } from "~/app/components/ui/character-count-text";

test.each([
  [1200, null, "You can enter up to 1,200 characters"],
  [200, 0, "You have 200 characters remaining"],
  [200, 199, "You have 1 character remaining"],
  [200, 200, "You have 0 characters remaining"],
  [200, 205, "You have 5 characters too many"],
])("with a limit of %i and %s typed, the count says: %s", (limit, typed, text) => {
  expect(characterCountText(limit, typed)).toBe(text);
});
