import { describe, expect, test } from "vitest";
import type { ClipId } from "~/domain/ids";
import { decideMove, decideRemoval, type MoveDirection } from "./agenda-order";

const at = (time: string) => new Date(`2026-05-04T${time}Z`);
const session = { startsAt: at("18:00:00"), endsAt: at("20:00:00") };
const facts = { session, agenda: ["a", "b", "c"] as ClipId[] };

describe("a clip on the agenda", () => {
  test.each<[string, string, MoveDirection, string[]]>([
    ["moves up by one place", "c", "up", ["a", "c", "b"]],
    ["moves down by one place", "a", "down", ["b", "a", "c"]],
    ["that is first stays first when moved up", "a", "up", ["a", "b", "c"]],
    ["that is last stays last when moved down", "c", "down", ["a", "b", "c"]],
  ])("%s", (_title, clip, direction, order) => {
    expect(decideMove(clip as ClipId, direction, facts, at("19:00:00"))).toEqual({ ok: true, value: order });
  });

  test("is taken off while the session has not started", () => {
    expect(decideRemoval("b" as ClipId, facts, at("17:59:59"))).toEqual({ ok: true, value: ["a", "c"] });
  });

  test("stays from the start of the session on", () => {
    expect(decideRemoval("b" as ClipId, facts, at("18:00:00"))).toEqual({
      ok: false,
      refusal: "session-started",
    });
  });
});

test.each([
  ["once the session is over", "a", "20:00:00", "session-over"],
  ["of a clip that is not on the agenda", "z", "12:00:00", "not-on-agenda"],
])("no move and no removal %s", (_title, clip, now, refusal) => {
  expect(decideMove(clip as ClipId, "up", facts, at(now))).toEqual({ ok: false, refusal });
  expect(decideRemoval(clip as ClipId, facts, at(now))).toEqual({ ok: false, refusal });
});
