import { describe, expect, test } from "vitest";
import { overlaps, sessionPhase } from "./window";

const at = (time: string) => new Date(`2026-05-04T${time}Z`);
const span = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const evening = span("18:00:00", "20:00:00");

describe("a session window", () => {
  test.each([
    ["17:59:59.999", "before"],
    ["18:00:00", "in"],
    ["19:59:59.999", "in"],
    ["20:00:00", "after"],
  ])("is half-open: at %s it is %s", (now, phase) => {
    expect(sessionPhase(evening, at(now))).toBe(phase);
  });

  test.each([
    ["one inside it", span("18:30:00", "19:00:00"), true],
    ["one around it", span("17:00:00", "21:00:00"), true],
    ["one that runs into it", span("17:00:00", "18:00:01"), true],
    ["one that ends as it starts", span("17:00:00", "18:00:00"), false],
    ["one that starts as it ends", span("20:00:00", "21:00:00"), false],
  ])("against %s: %o overlaps it: %s", (_title, other, expected) => {
    expect(overlaps(evening, other)).toBe(expected);
    expect(overlaps(other, evening)).toBe(expected);
  });
});
