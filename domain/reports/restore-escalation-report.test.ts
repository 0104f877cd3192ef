import { expect, test } from "vitest";
import { SDC_1 } from "./disclosure-rule";
import { buildEscalationReports } from "./escalation-report";
import { protectEscalationReport } from "./protect-escalation-report";
import { restoreEscalationReport } from "./restore-escalation-report";

const LABEL = { quarter: "2026-Q3", stratum: "random", ruleVersion: SDC_1.version } as const;

function storedReport(): Record<string, unknown> {
  const [report] = buildEscalationReports([], {
    encounterTypes: ["enc.taser"],
    bcus: ["NE"],
    quarters: [LABEL.quarter],
  });
  const published = report && protectEscalationReport(report, SDC_1);
  if (!published?.ok) throw new Error("an empty report can be protected");
  return JSON.parse(JSON.stringify(published.value));
}

test("a release comes back as the report that was stored", () => {
  const stored = storedReport();

  expect(JSON.parse(JSON.stringify(restoreEscalationReport(LABEL, stored)))).toEqual(stored);
});

test("a stored table that shows a count under the floor is refused", () => {
  const stored = storedReport();
  const counts = stored.counts as { cells: unknown[][] };
  counts.cells[0] = [{ shown: "count", count: 4 }, { shown: "suppressed" }, { shown: "suppressed" }];

  expect(() => restoreEscalationReport(LABEL, stored)).toThrow("does not hold publishable tables");
});

test("a stored table with a row too few is refused", () => {
  const stored = storedReport();
  (stored.counts as { cells: unknown[][] }).cells = [];

  expect(() => restoreEscalationReport(LABEL, stored)).toThrow("does not hold publishable tables");
});
