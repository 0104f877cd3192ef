import { expect, test } from "vitest";
import { spokenTime } from "~/app/components/player/player-text";

test.each([
  [0, "0 seconds"],
  [999, "0 seconds"],
  [1_000, "1 second"],
  [83_400, "1 minute 23 seconds"],
  [3_600_000, "1 hour"],
  [7_325_000, "2 hours 2 minutes 5 seconds"],
])("%d milliseconds are read out as %s", (milliseconds, text) => {
  expect(spokenTime(milliseconds)).toBe(text);
});
