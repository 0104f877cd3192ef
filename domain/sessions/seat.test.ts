import { describe, expect, test } from "vitest";
import type { PanelMemberId, SessionId } from "~/domain/ids";
import { decideSeat, type SeatFacts, type SeatState } from "./seat";

const at = (time: string) => new Date(`2026-05-04T${time}Z`);
const own = { sessionId: "session" as SessionId, memberId: "member" as PanelMemberId };
const session = { startsAt: at("18:00:00"), endsAt: at("20:00:00"), capacity: 3 };

const facts = (changes: Partial<SeatFacts> = {}): SeatFacts => ({
  session,
  membership: { mayViewFootage: true },
  seat: null,
  acceptedSeats: 2,
  ...changes,
});

const decide = (answer: SeatState, changes: Partial<SeatFacts> = {}, now = "12:00:00") =>
  decideSeat({ ...own, answer }, facts(changes), at(now));

describe("a member", () => {
  test.each<[string, SeatState, Partial<SeatFacts>, string]>([
    ["may take the last seat", "accepted", {}, "12:00:00"],
    ["may take a seat while the session runs", "accepted", {}, "19:59:59"],
    ["may take a seat after declining one", "accepted", { seat: "declined" }, "12:00:00"],
    ["may decline a seat", "declined", {}, "12:00:00"],
    [
      "may give a seat back, though all are taken",
      "declined",
      { seat: "accepted", acceptedSeats: 3 },
      "12:00:00",
    ],
    [
      "may decline without the right to view footage",
      "declined",
      { membership: { mayViewFootage: false } },
      "12:00:00",
    ],
  ])("%s", (_title, answer, changes, now) => {
    expect(decide(answer, changes, now)).toEqual({ ok: true, value: { ...own, state: answer } });
  });

  test.each<[string, SeatState, Partial<SeatFacts>, string, string]>([
    ["of another panel takes no seat", "accepted", { membership: null }, "12:00:00", "not-a-member"],
    ["of another panel declines no seat", "declined", { membership: null }, "12:00:00", "not-a-member"],
    ["takes no seat once the session is over", "accepted", {}, "20:00:00", "session-over"],
    ["declines no seat once the session is over", "declined", {}, "20:00:00", "session-over"],
    [
      "takes no second seat",
      "accepted",
      { seat: "accepted", acceptedSeats: 3 },
      "12:00:00",
      "already-accepted",
    ],
    ["declines only once", "declined", { seat: "declined" }, "12:00:00", "already-declined"],
    [
      "who may not view footage takes no seat",
      "accepted",
      { membership: { mayViewFootage: false } },
      "12:00:00",
      "may-not-view-footage",
    ],
    ["takes no seat beyond the capacity", "accepted", { acceptedSeats: 3 }, "12:00:00", "session-full"],
  ])("%s", (_title, answer, changes, now, refusal) => {
    expect(decide(answer, changes, now)).toEqual({ ok: false, refusal });
  });
});
