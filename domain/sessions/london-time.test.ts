import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { londonInstant, londonWallClock } from "./london-time";

const HOUR = 3_600_000;

/** The law of 2002: clocks change at 01:00 UTC on the last Sundays of March and October. */
function lastSunday(year: number, month: 3 | 10): string {
  const last = new Date(Date.UTC(year, month, 0));
  return new Date(last.getTime() - last.getUTCDay() * 24 * HOUR).toISOString().slice(0, 10);
}

const years = Array.from({ length: 16 }, (_, step) => 2020 + step);
const minute = fc.integer({ min: 0, max: 59 }).map((m) => `01:${String(m).padStart(2, "0")}`);

describe("a time in London", () => {
  test.each([
    ["2026-01-15", "19:30", "2026-01-15T19:30:00.000Z"],
    ["2026-07-15", "19:30", "2026-07-15T18:30:00.000Z"],
    ["2026-07-15", "00:10", "2026-07-14T23:10:00.000Z"],
    ["2026-03-29", "00:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25", "00:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
    ["2028-02-29", "12:00", "2028-02-29T12:00:00.000Z"],
  ])("%s %s is the instant %s", (date, time, instant) => {
    expect(londonInstant(date, time)).toEqual({ ok: true, value: new Date(instant) });
  });

  test.each([
    ["2026-02-29", "12:00", "not-a-date"],
    ["2026-04-31", "12:00", "not-a-date"],
    ["2026-13-01", "12:00", "not-a-date"],
    ["29/03/2026", "12:00", "not-a-date"],
    ["", "12:00", "not-a-date"],
    ["2026-03-01", "24:00", "not-a-time"],
    ["2026-03-01", "9:00", "not-a-time"],
    ["2026-03-01", "12:60", "not-a-time"],
    ["2026-03-01", "", "not-a-time"],
  ])("is refused for “%s” “%s” as %s", (date, time, refusal) => {
    expect(londonInstant(date, time)).toEqual({ ok: false, refusal });
  });

  test("reads back as it was written, wherever the clocks do not change", () => {
    const instants = fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2035-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const whole = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
        const { date, time } = londonWallClock(whole);
        const read = [londonInstant(date, time, "first"), londonInstant(date, time, "second")];
        expect(read).toContainEqual({ ok: true, value: whole });
      }),
      { numRuns: 500 },
    );
  });
});

describe.each(years)("in %i", (year) => {
  test("no time exists in the hour that the clocks skip", () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(undefined, "first" as const, "second" as const), (time, fold) => {
        expect(londonInstant(lastSunday(year, 3), time, fold)).toEqual({
          ok: false,
          refusal: "no-such-time",
        });
      }),
    );
  });

  test("a time in the hour lived twice is ambiguous until one is chosen, an hour apart", () => {
    fc.assert(
      fc.property(minute, (time) => {
        const date = lastSunday(year, 10);
        const inUtc = Date.parse(`${date}T${time}:00Z`);

        expect(londonInstant(date, time)).toEqual({ ok: false, refusal: "ambiguous-time" });
        expect(londonInstant(date, time, "first")).toEqual({ ok: true, value: new Date(inUtc - HOUR) });
        expect(londonInstant(date, time, "second")).toEqual({ ok: true, value: new Date(inUtc) });
      }),
    );
  });

  test("an evening before and after each change keeps its hour on the clock", () => {
    const evening = (date: string) => londonInstant(date, "19:30");
    const dayBefore = (date: string) => new Date(Date.parse(date) - 24 * HOUR).toISOString().slice(0, 10);
    const [spring, autumn] = [lastSunday(year, 3), lastSunday(year, 10)];

    expect(evening(dayBefore(spring))).toMatchObject({ value: new Date(`${dayBefore(spring)}T19:30:00Z`) });
    expect(evening(spring)).toMatchObject({ value: new Date(`${spring}T18:30:00Z`) });
    expect(evening(dayBefore(autumn))).toMatchObject({ value: new Date(`${dayBefore(autumn)}T18:30:00Z`) });
    expect(evening(autumn)).toMatchObject({ value: new Date(`${autumn}T19:30:00Z`) });
  });
});
