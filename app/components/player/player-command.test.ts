import { expect, test } from "vitest";
import { commandOfKey, nextRate } from "~/app/components/player/player-command";

const press = (key: string, modifiers = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...modifiers,
});

test.each([
  [" ", "toggle-play"],
  ["ArrowLeft", "back"],
  ["ArrowRight", "forward"],
  [",", "frame-back"],
  [".", "frame-forward"],
  ["m", "toggle-mute"],
  ["M", "toggle-mute"],
])("the key %j means %s", (key, command) => {
  expect(commandOfKey(press(key), false)).toBe(command);
});

test.each(["1", "Tab", "Enter", "ArrowUp", "constructor", "f"])("the key %j is left alone", (key) => {
  expect(commandOfKey(press(key), false)).toBeNull();
});

test("the space bar presses the button that has the focus, and nothing else", () => {
  expect(commandOfKey(press(" "), true)).toBeNull();
  expect(commandOfKey(press("m"), true)).toBe("toggle-mute");
});

test.each(["ctrlKey", "altKey", "metaKey"])("a key with %s belongs to the browser", (modifier) => {
  expect(commandOfKey(press("m", { [modifier]: true }), false)).toBeNull();
});

test("the rates run from half to double and stop there", () => {
  const up = [0.5, 0.75, 1, 1.25, 1.5, 2].map((rate) => nextRate(rate, 1));
  const down = [0.5, 0.75, 1, 1.25, 1.5, 2].map((rate) => nextRate(rate, -1));

  expect(up).toEqual([0.75, 1, 1.25, 1.5, 2, 2]);
  expect(down).toEqual([0.5, 0.5, 0.75, 1, 1.25, 1.5]);
});
