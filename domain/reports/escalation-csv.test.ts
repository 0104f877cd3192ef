import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountTable } from "~/domain/statistics/disclosure-control";
import { SDC_1 } from "./disclosure-rule";
import { ESCALATION_CSV_COLUMNS, escalationCsvRows } from "./escalation-csv";
import type { EscalationReport } from "./escalation-report";
import { protectEscalationReport } from "./protect-escalation-report";

const table = (counts: number[][]): CountTable => ({
  rows: counts.map((_row, r) => ["enc.search_person", ["AS", "CE"][r] ?? "NA"]),
  columns: ["seen", "not_seen", "not_settled"],
  cells: counts.map((row) => row.map((count) => ({ count, contributors: 3 }))),
});

const report = (counts: number[][], leftOut = 0): EscalationReport => ({
  quarter: "2026-Q1",
  stratum: "random",
  counts: table(counts),
  leftOut: {
    rows: [["all", "all"]],
    columns: ["too_few_observers"],
    cells: [[{ count: leftOut, contributors: 3 }]],
  },
});

function csvOf(...reports: EscalationReport[]) {
  const publishable = reports.map((each) => {
    const outcome = protectEscalationReport(each, SDC_1);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.value;
  });
  return escalationCsvRows(publishable, "edoi-1.0.0");
}

describe("the escalation file", () => {
  test("begins with the documented columns", () => {
    expect(csvOf()).toEqual([ESCALATION_CSV_COLUMNS.map(({ name }) => name)]);
  });

  test("says on every line what is counted, how it was selected, when, and under which versions", () => {
    const [, first] = csvOf(report([[12, 5, 6]]));
    expect(first).toEqual([
      "2026-Q1",
      "2026-01-01",
      "2026-03-31",
      "random",
      "enc.search_person",
      "AS",
      "seen",
      "12",
      "clip",
      "edoi-1.0.0",
      "sdc-1",
    ]);
  });

  test("gives the full product with its totals, and withholds what is small", () => {
    const counts = csvOf(
      report(
        [
          [12, 5, 6],
          [4, 7, 8],
        ],
        9,
      ),
    ).slice(1);
    expect(counts.map((line) => line.slice(4, 8).join(" "))).toEqual([
      "enc.search_person AS seen 12",
      "enc.search_person AS not_seen 5",
      "enc.search_person AS not_settled 6",
      "enc.search_person AS all 23",
      "enc.search_person CE seen [c]",
      "enc.search_person CE not_seen 7",
      "enc.search_person CE not_settled 8",
      "enc.search_person CE all [c]",
      "all all seen [c]",
      "all all not_seen 12",
      "all all not_settled 14",
      "all all all [c]",
      "all all too_few_observers 9",
    ]);
  });

  test("has as many lines for an empty report as for a full one", () => {
    expect(csvOf(report([[0, 0, 0]]))).toHaveLength(csvOf(report([[9, 9, 9]], 9)).length);
  });

  test("holds no count under the threshold, whatever the counts", () => {
    const counts = fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(counts, fc.nat(12), (given, leftOut) => {
        const printed = csvOf(report(given, leftOut))
          .slice(1)
          .map((line) => line[7] ?? "");
        for (const cell of printed) expect(cell === "[c]" || Number(cell) >= 5).toBe(true);
      }),
    );
  });

  test("has one cell for each column on every line", () => {
    for (const line of csvOf(report([[1, 2, 3]]))) expect(line).toHaveLength(ESCALATION_CSV_COLUMNS.length);
  });

  test("disarms a text that would run as a formula", () => {
    const hostile = report([[9, 9, 9]]);
    const rows = [["=1+1", "@AS"]];
    const [, line] = csvOf({ ...hostile, counts: { ...hostile.counts, rows } });
    expect(line?.slice(4, 6)).toEqual(["'=1+1", "'@AS"]);
  });
});

test("a report is not protected by a rule under the floor", () => {
  const weak = { ...SDC_1, threshold: 4 };
  expect(protectEscalationReport(report([[9, 9, 9]]), weak)).toEqual({
    ok: false,
    refusal: "threshold-below-five",
  });
});
