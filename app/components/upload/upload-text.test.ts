import { expect, test } from "vitest";
import { bytesText } from "~/app/components/upload/bytes-text";
import { timeLeftText } from "~/app/components/upload/time-left-text";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_000, "1 kB"],
  [312_900_000, "312 MB"],
  [999_999_999, "999 MB"],
  [1_299_000_000, "1.2 GB"],
  [8_000_000_000, "8 GB"],
])("%d bytes are %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test.each([
  [0, "less than a minute left"],
  [59, "less than a minute left"],
  [60, "about 1 minute left"],
  [200, "about 3 minutes left"],
  [3_540, "about 59 minutes left"],
  [3_600, "about 1 hour left"],
  [5_000, "about 1 hour 20 minutes left"],
  [7_150, "about 2 hours left"],
])("%d seconds are %s", (seconds, text) => {
  expect(timeLeftText(seconds)).toBe(text);
});
