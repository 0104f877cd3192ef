import { expect, test } from "vitest";
import { palette } from "~/domain/observations/instrument/palette";
import { buttonOfKey, type KeyPress } from "./use-palette-keys";

function press(key: string, also: Partial<KeyPress> = {}): KeyPress {
  return { key, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...also };
}

test("the keys 1 to 0 and the hyphen each press one button, in the order of the palette", () => {
  const pressed = [..."1234567890-"].map((key) => buttonOfKey(palette, press(key), false)?.id);

  expect(pressed).toEqual(palette.map(({ id }) => id));
});

test.each([
  ["any other key", press("a"), false],
  ["a key held down", press("1", { repeat: true }), false],
  ["a shortcut of the browser", press("1", { ctrlKey: true }), false],
  ["a key typed into a field", press("1"), true],
])("%s presses no button", (_what, event, isTyping) => {
  expect(buttonOfKey(palette, event, isTyping)).toBeNull();
});
