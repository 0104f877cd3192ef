import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edoi100 } from "./instrument/edoi-1-0-0";
import { decideMark, MARK_REACTION_MS, type MarkFacts, type MarkRequest, momentOfTap } from "./marks";

const request = (changes: Partial<MarkRequest> = {}): MarkRequest => ({
  code: "l1.off_raise",
  tStartMs: 4_000,
  tEndMs: 4_000,
  playbackRate: 1,
  pass: 1,
  ...changes,
});
const facts = (changes: Partial<MarkFacts> = {}): MarkFacts => ({
  clipDurationMs: 60_000,
  locked: false,
  recused: false,
  ...changes,
});

describe("the moment of a tap", () => {
  test.each([
    ["lies a second and a half before it", 10_000, 8_500],
    ["is the very start for an early tap", 700, 0],
    ["is whole", 10_000.4, 8_500],
    ["is the end of the clip for a tap long after it", 90_000, 60_000],
  ])("%s", (_title, tap, moment) => {
    expect(momentOfTap(tap, 60_000)).toBe(moment);
  });

  test("is always a time that a mark may have", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 70_000, noNaN: true }), (tap) => {
        const moment = momentOfTap(tap, 60_000);
        expect(decideMark(edoi100, request({ tStartMs: moment, tEndMs: moment }), facts()).ok).toBe(true);
      }),
    );
    expect(MARK_REACTION_MS).toBe(1500);
  });
});

describe("a mark", () => {
  test.each(edoi100.palette.map(({ id }) => id))(
    "may be set with the button %s, as a point of level 1",
    (code) => {
      expect(decideMark(edoi100, request({ code }), facts())).toEqual({
        ok: true,
        value: {
          code,
          level: 1,
          kind: "pt",
          tStartMs: 4_000,
          tEndMs: 4_000,
          playbackRate: 1,
          pass: 1,
          autoClosed: false,
          actor: null,
        },
      });
    },
  );

  test("keeps the actor it names", () => {
    const actor = { role: "act.off", label: "O2" } as const;
    expect(decideMark(edoi100, request({ actor }), facts())).toMatchObject({ value: { actor } });
  });

  test("may lie at the first and the last moment of the clip", () => {
    expect(decideMark(edoi100, request({ tStartMs: 0, tEndMs: 0 }), facts()).ok).toBe(true);
    expect(decideMark(edoi100, request({ tStartMs: 60_000, tEndMs: 60_000 }), facts()).ok).toBe(true);
  });

  test.each<[string, Partial<MarkRequest>, Partial<MarkFacts>, string]>([
    ["after the lock", {}, { locked: true }, "observation-locked"],
    ["after a recusal", {}, { recused: true }, "recused"],
    ["with an unknown button", { code: "l1.officer" }, {}, "unknown-code"],
    ["with a fine code, which is not a button", { code: "ev.off.raise.voice" }, {}, "unknown-code"],
    ["at a fraction of a millisecond", { tStartMs: 4_000.5, tEndMs: 4_001 }, {}, "time-not-whole"],
    ["at no number", { tStartMs: Number.NaN }, {}, "time-not-whole"],
    ["that ends before it starts", { tEndMs: 3_999 }, {}, "ends-before-start"],
    ["before the clip", { tStartMs: -1, tEndMs: -1 }, {}, "outside-clip"],
    ["after the clip", { tStartMs: 60_001, tEndMs: 60_001 }, {}, "outside-clip"],
    ["that lasts", { tEndMs: 4_001 }, {}, "not-a-point"],
    ["at a standstill", { playbackRate: 0 }, {}, "rate-out-of-range"],
    ["at no rate", { playbackRate: Number.NaN }, {}, "rate-out-of-range"],
    ["of a third pass", { pass: 3 }, {}, "unknown-pass"],
    [
      "by the person on an officer's button",
      { actor: { role: "act.per", label: "P1" } },
      {},
      "actor-does-not-fit",
    ],
    ["by an officer with a name", { actor: { role: "act.off", label: "Smith" } }, {}, "actor-does-not-fit"],
  ])("is refused %s", (_title, changes, state, refusal) => {
    expect(decideMark(edoi100, request(changes), facts(state))).toEqual({ ok: false, refusal });
  });

  test("of a milestone may name any actor", () => {
    const asked = request({ code: "l1.mile", actor: { role: "act.per", label: "P1" } });
    expect(decideMark(edoi100, asked, facts()).ok).toBe(true);
  });
});
