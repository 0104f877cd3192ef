import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closedQuarters, parseQuarter, quarterDays, quarterOf, quarterSpan } from "./quarter";

const instants = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2035-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("the quarter of an instant", () => {
  test.each([
    ["2026-01-01T00:00:00Z", "2026-Q1"],
    ["2025-12-31T23:59:59.999Z", "2025-Q4"],
    ["2026-03-31T22:59:59.999Z", "2026-Q1"],
    ["2026-03-31T23:00:00Z", "2026-Q2"],
    ["2026-06-30T22:59:59.999Z", "2026-Q2"],
    ["2026-06-30T23:00:00Z", "2026-Q3"],
    ["2026-09-30T22:59:59.999Z", "2026-Q3"],
    ["2026-09-30T23:00:00Z", "2026-Q4"],
  ])("follows the clocks of London: %s lies in %s", (instant, quarter) => {
    expect(quarterOf(new Date(instant))).toBe(quarter);
  });

  test("is the one whose span holds it", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { startsAt, endsAt } = quarterSpan(quarterOf(instant));
        expect(startsAt.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(instant.getTime()).toBeLessThan(endsAt.getTime());
        expect(quarterOf(endsAt)).not.toBe(quarterOf(instant));
        expect(quarterOf(new Date(endsAt.getTime() - 1))).toBe(quarterOf(instant));
      }),
    );
  });
});

test.each([
  ["2026-Q1", "2026-01-01", "2026-03-31"],
  ["2026-Q2", "2026-04-01", "2026-06-30"],
  ["2026-Q3", "2026-07-01", "2026-09-30"],
  ["2026-Q4", "2026-10-01", "2026-12-31"],
] as const)("%s runs from %s to %s", (quarter, firstDay, lastDay) => {
  expect(quarterDays(quarter)).toEqual({ firstDay, lastDay });
});

describe("the quarters open to reports", () => {
  test.each([
    ["are none within the first quarter", "2026-01-10T12:00:00Z", "2026-03-31T22:59:59Z", []],
    [
      "gain a quarter at its last London midnight",
      "2026-01-10T12:00:00Z",
      "2026-03-31T23:00:00Z",
      ["2026-Q1"],
    ],
    [
      "run on across the year, never with the current one",
      "2025-09-30T23:30:00Z",
      "2026-08-01T12:00:00Z",
      ["2025-Q4", "2026-Q1", "2026-Q2"],
    ],
    ["are none before the first session", "2026-08-01T12:00:00Z", "2026-01-01T12:00:00Z", []],
  ])("%s", (_title, first, now, quarters) => {
    expect(closedQuarters(new Date(first), new Date(now))).toEqual(quarters);
  });
});

test.each([
  ["2026-Q1", "2026-Q1"],
  ["2026-Q5", null],
  ["2026-q1", null],
  ["026-Q1", null],
  [" 2026-Q1", null],
  [20261, null],
])("the text %j is read as the quarter %j", (text, quarter) => {
  expect(parseQuarter(text)).toBe(quarter);
});
