import { describe, expect, test } from "vitest";
import type { ClipId, SessionId } from "~/domain/ids";
import { type AgendaFacts, decideAgenda } from "./agenda";

const at = (time: string) => new Date(`2026-05-04T${time}Z`);
const clipId = "clip" as ClipId;
const request = { sessionId: "session" as SessionId, clipId };

const clip: AgendaFacts["clip"] = {
  releasedAt: at("09:00:00"),
  pulledAt: null,
  bcu: "AS",
  borough: "E09000022",
};
const facts = (changes: Partial<AgendaFacts> = {}): AgendaFacts => ({
  session: { startsAt: at("18:00:00"), endsAt: at("20:00:00") },
  panelArea: { bcu: "AS", borough: "E09000022" },
  clip,
  agenda: [],
  ...changes,
});

describe("a clip", () => {
  test("is put at the end of the agenda", () => {
    const agenda = ["a", "b"] as ClipId[];
    expect(decideAgenda(request, facts({ agenda }), at("12:00:00"))).toEqual({
      ok: true,
      value: { ...request, position: 3 },
    });
  });

  test("may be added while the session runs", () => {
    expect(decideAgenda(request, facts(), at("19:59:59")).ok).toBe(true);
  });

  test("of any borough in its BCU is open to a BCU panel", () => {
    const panelArea = { bcu: "AS", borough: null };
    const elsewhere = { ...clip, borough: "E09000028" };
    expect(decideAgenda(request, facts({ panelArea, clip: elsewhere }), at("12:00:00")).ok).toBe(true);
  });

  test.each<[string, Partial<AgendaFacts>, string, string]>([
    ["once the session is over", {}, "20:00:00", "session-over"],
    ["before its release", { clip: { ...clip, releasedAt: null } }, "12:00:00", "clip-not-released"],
    ["after it was pulled", { clip: { ...clip, pulledAt: at("10:00:00") } }, "12:00:00", "clip-pulled"],
    [
      "of another borough, though of the same BCU",
      { clip: { ...clip, borough: "E09000028" } },
      "12:00:00",
      "outside-panel-area",
    ],
    [
      "of another BCU, to a BCU panel",
      { panelArea: { bcu: "CE", borough: null } },
      "12:00:00",
      "outside-panel-area",
    ],
    ["a second time", { agenda: [clipId] }, "12:00:00", "already-on-agenda"],
  ])("is refused %s", (_title, changes, now, refusal) => {
    expect(decideAgenda(request, facts(changes), at(now))).toEqual({ ok: false, refusal });
  });
});
