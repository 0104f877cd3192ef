import { describe, expect, test } from "vitest";
import type { PanelId } from "~/domain/ids";
import { decideSessionBooking, type SessionBookingFacts, type SessionBookingRequest } from "./booking";

const at = (time: string) => new Date(`2026-05-${time}Z`);
const now = at("01T09:00:00");
const panelId = "5b0f7a5e-36a1-4a3f-9a52-0a8f5d0a7c11" as PanelId;

const request = (changes: Partial<SessionBookingRequest> = {}): SessionBookingRequest => ({
  panelId,
  place: "Town hall, room 3",
  startsAt: at("04T18:00:00"),
  endsAt: at("04T20:00:00"),
  capacity: 8,
  ...changes,
});
const alone: SessionBookingFacts = { otherSessions: [] };
const beside = (startsAt: string, endsAt: string): SessionBookingFacts => ({
  otherSessions: [{ startsAt: at(startsAt), endsAt: at(endsAt) }],
});

describe("a session can be booked", () => {
  test("with its place trimmed", () => {
    expect(decideSessionBooking(request({ place: "  Town hall, room 3 " }), alone, now)).toEqual({
      ok: true,
      value: request(),
    });
  });

  test.each<[string, Partial<SessionBookingRequest>, SessionBookingFacts]>([
    ["for 15 minutes", { endsAt: at("04T18:15:00") }, alone],
    ["for 12 hours", { endsAt: at("05T06:00:00") }, alone],
    ["with one seat", { capacity: 1 }, alone],
    ["with 30 seats", { capacity: 30 }, alone],
    ["from this moment on", { startsAt: now, endsAt: at("01T10:00:00") }, alone],
    ["right after another one", {}, beside("04T16:00:00", "04T18:00:00")],
    ["right before another one", {}, beside("04T20:00:00", "04T21:00:00")],
  ])("%s", (_title, changes, facts) => {
    expect(decideSessionBooking(request(changes), facts, now).ok).toBe(true);
  });
});

describe("a session cannot be booked", () => {
  test.each<[string, Partial<SessionBookingRequest>, SessionBookingFacts, string]>([
    ["without a place", { place: " \t" }, alone, "place-missing"],
    ["without a seat", { capacity: 0 }, alone, "capacity-out-of-range"],
    ["with 31 seats", { capacity: 31 }, alone, "capacity-out-of-range"],
    ["with half a seat", { capacity: 1.5 }, alone, "capacity-out-of-range"],
    ["with seats that are no number", { capacity: Number.NaN }, alone, "capacity-out-of-range"],
    ["ending as it starts", { endsAt: at("04T18:00:00") }, alone, "ends-before-start"],
    ["ending before it starts", { endsAt: at("04T17:00:00") }, alone, "ends-before-start"],
    ["at no time at all", { startsAt: new Date(Number.NaN) }, alone, "ends-before-start"],
    ["for less than 15 minutes", { endsAt: at("04T18:14:59") }, alone, "too-short"],
    ["for more than 12 hours", { endsAt: at("05T06:00:01") }, alone, "too-long"],
    ["a moment ago", { startsAt: at("01T08:59:59"), endsAt: at("01T10:00:00") }, alone, "in-the-past"],
    ["inside another one", {}, beside("04T17:00:00", "04T21:00:00"), "overlaps-another-session"],
    ["over the start of another one", {}, beside("04T19:59:59", "04T22:00:00"), "overlaps-another-session"],
  ])("%s", (_title, changes, facts, refusal) => {
    expect(decideSessionBooking(request(changes), facts, now)).toEqual({ ok: false, refusal });
  });
});
