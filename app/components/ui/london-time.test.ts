import { describe, expect, test } from "vitest";
import { londonDate, londonTime } from "~/app/components/ui/london-time";

describe("London time", () => {
  test.each([
    ["2026-11-24T18:30:00Z", "Tue 24 November 2026", "6:30pm"],
    ["2026-07-01T18:00:00Z", "Wed 1 July 2026", "7pm"],
    ["2026-06-30T23:05:00Z", "Wed 1 July 2026", "12:05am"],
    ["2026-01-01T00:00:00Z", "Thu 1 January 2026", "midnight"],
    ["2026-01-01T12:00:00Z", "Thu 1 January 2026", "midday"],
    ["2026-01-01T12:30:00Z", "Thu 1 January 2026", "12:30pm"],
    ["2026-01-01T09:07:00Z", "Thu 1 January 2026", "9:07am"],
  ])("%s is said as %s, %s", (instant, date, time) => {
    expect(londonDate(new Date(instant))).toBe(date);
    expect(londonTime(new Date(instant))).toBe(time);
  });
});
