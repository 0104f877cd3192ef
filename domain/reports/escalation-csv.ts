import { type PublishedCell, printCell } from "~/domain/statistics/disclosure-control";
import { csvSafe } from "./csv-cell";
import type { PublishableEscalationReport } from "./protect-escalation-report";
import { quarterDays } from "./quarter";

/** The columns of the file and what each holds, in order; the names are its first row. */
export const ESCALATION_CSV_COLUMNS = [
  { name: "period", meaning: "calendar quarter in which the clips were observed" },
  { name: "period_first_day", meaning: "first day of the quarter in London" },
  { name: "period_last_day", meaning: "last day of the quarter in London" },
  {
    name: "selection_stratum",
    meaning: "how the clips were selected: random or targeted, never added together",
  },
  { name: "encounter_type", meaning: "primary type of the encounter, or all" },
  { name: "bcu", meaning: "police area, or all" },
  {
    name: "escalation",
    meaning:
      "seen, not_seen or not_settled; all for their sum; too_few_observers for the clips left out of the rest",
  },
  { name: "count", meaning: "a true count, or [c] where it is withheld" },
  { name: "unit_of_count", meaning: "what one of the count is" },
  { name: "instrument_version", meaning: "the instrument the clips were observed with" },
  { name: "rule_version", meaning: "the disclosure rule the counts were released under" },
] as const;

const ALL = "all";

/**
 * The rows of the report as a file, header first, every line complete in itself: each encounter type by BCU by verdict,
 * the totals, then the clips left out. Every text is safe to open in a spreadsheet if the writer quotes all fields.
 */
export function escalationCsvRows(
  reports: readonly PublishableEscalationReport[],
  instrumentVersion: string,
): readonly (readonly string[])[] {
  const header = ESCALATION_CSV_COLUMNS.map(({ name }) => name);
  return [header, ...reports.flatMap((report) => reportRows(report, instrumentVersion))];
}

function reportRows(report: PublishableEscalationReport, instrumentVersion: string): string[][] {
  const { quarter, stratum, ruleVersion, counts, leftOut } = report;
  const { firstDay, lastDay } = quarterDays(quarter);
  const line = (key: readonly string[], cell: PublishedCell | undefined): string[] =>
    [
      ...[quarter, firstDay, lastDay, stratum, ...key],
      ...[cell ? printCell(cell) : "[c]", "clip", instrumentVersion, ruleVersion],
    ].map(csvSafe);
  return [
    ...counts.rows.flatMap((key, r) => [
      ...counts.columns.map((verdict, c) => line([...key, verdict], counts.cells[r]?.[c])),
      line([...key, ALL], counts.rowTotals[r]),
    ]),
    ...counts.columns.map((verdict, c) => line([ALL, ALL, verdict], counts.columnTotals[c])),
    line([ALL, ALL, ALL], counts.grandTotal),
    ...leftOut.columns.map((reason, c) => line([ALL, ALL, reason], leftOut.columnTotals[c])),
  ];
}
