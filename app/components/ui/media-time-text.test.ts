import { expect, test } from "vitest";
import { mediaTimeText } from "~/app/components/ui/media-time-text";

test.each([
  [0, "0:00.0"],
  [83_499, "1:23.4"],
  [59_999, "0:59.9"],
  [3_723_400, "1:02:03.4"],
  [-5, "0:00.0"],
])("%i milliseconds into a clip is shown as %s", (milliseconds, text) => {
  expect(mediaTimeText(milliseconds)).toBe(text);
});
