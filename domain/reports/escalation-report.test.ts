import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClipId, PanelId } from "~/domain/ids";
import {
  buildEscalationReports,
  type ReportableClip,
  type ReportClassification,
  STRATA,
  VERDICTS,
} from "./escalation-report";

const classification: ReportClassification = {
  encounterTypes: ["enc.search_person", "enc.taser"],
  bcus: ["AS", "CE"],
  quarters: ["2026-Q1", "2026-Q2"],
};

let made = 0;
const aClip = (changes: Partial<ReportableClip> = {}): ReportableClip => ({
  clipId: `clip ${made++}` as ClipId,
  encounterType: "enc.search_person",
  bcu: "AS",
  stratum: "random",
  quarter: "2026-Q1",
  panelIds: ["panel 1" as PanelId],
  verdict: "seen",
  ...changes,
});

const build = (...clips: ReportableClip[]) => buildEscalationReports(clips, classification);
const counts = (report: ReturnType<typeof build>[number] | undefined) =>
  report?.counts.cells.map((row) => row.map(({ count }) => count));

describe("the escalation reports", () => {
  test("are one for each quarter and stratum, even without a clip", () => {
    expect(build().map(({ quarter, stratum }) => [quarter, stratum])).toEqual([
      ["2026-Q1", "random"],
      ["2026-Q1", "targeted"],
      ["2026-Q2", "random"],
      ["2026-Q2", "targeted"],
    ]);
  });

  test("hold a row for every encounter type and BCU, even without a clip", () => {
    for (const { counts: table } of build()) {
      expect(table.rows).toEqual([
        ["enc.search_person", "AS"],
        ["enc.search_person", "CE"],
        ["enc.taser", "AS"],
        ["enc.taser", "CE"],
      ]);
      expect(table.columns).toEqual(["seen", "not_seen", "not_settled"]);
      expect(table.cells.flat()).toEqual(Array(12).fill({ count: 0, contributors: 0 }));
    }
  });

  test("count each clip in the cell of its type, BCU and verdict", () => {
    const [report] = build(
      aClip(),
      aClip({ verdict: "not_seen" }),
      aClip({ bcu: "CE", verdict: "not_settled" }),
      aClip({ encounterType: "enc.taser", bcu: "CE" }),
      aClip({ encounterType: "enc.taser", bcu: "CE" }),
    );
    expect(counts(report)).toEqual([
      [1, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
      [2, 0, 0],
    ]);
  });

  test("never pool random with targeted clips, nor one quarter with another", () => {
    const reports = build(aClip(), aClip({ stratum: "targeted" }), aClip({ quarter: "2026-Q2" }));
    expect(reports.map((report) => counts(report)?.[0]?.[0])).toEqual([1, 1, 1, 0]);
  });

  test("leave aside the clips of a quarter that is not asked for", () => {
    const reports = build(aClip({ quarter: "2026-Q3" }));
    expect(reports.flatMap((report) => counts(report)?.flat())).toEqual(Array(48).fill(0));
  });

  test("count the distinct panels behind each cell", () => {
    const panels = (...names: string[]) => ({ panelIds: names as PanelId[] });
    const [report] = build(aClip(panels("a", "b")), aClip(panels("b")), aClip(panels("c")));
    expect(report?.counts.cells[0]?.[0]).toEqual({ count: 3, contributors: 3 });
  });

  test("count a clip with too few observers apart, and in no other cell", () => {
    const [report] = build(
      aClip({ verdict: null }),
      aClip({ verdict: null, panelIds: ["panel 2" as PanelId] }),
      aClip(),
    );
    expect(report?.leftOut.cells).toEqual([[{ count: 2, contributors: 2 }]]);
    expect(
      counts(report)
        ?.flat()
        .reduce((a, b) => a + b),
    ).toBe(1);
  });

  test("refuse a clip given twice", () => {
    const clip = aClip();
    expect(() => build(clip, clip)).toThrow(/given twice/);
  });

  test.each([{ bcu: "XX" }, { encounterType: "enc.unknown" }])(
    "refuse a clip outside the classification: %j",
    (stray) => {
      expect(() => build(aClip(stray))).toThrow(/outside the report's classification/);
    },
  );

  test("count every clip exactly once, whatever the clips", () => {
    const clips = fc.array(
      fc.record({
        encounterType: fc.constantFrom(...classification.encounterTypes),
        bcu: fc.constantFrom(...classification.bcus),
        stratum: fc.constantFrom(...STRATA),
        quarter: fc.constantFrom(...classification.quarters),
        verdict: fc.constantFrom(...VERDICTS, null),
      }),
    );
    fc.assert(
      fc.property(clips, (given) => {
        const reports = build(...given.map(aClip));
        const all = reports.flatMap(({ counts: table, leftOut }) => [
          ...table.cells.flat(),
          ...leftOut.cells.flat(),
        ]);
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
      }),
    );
  });
});
