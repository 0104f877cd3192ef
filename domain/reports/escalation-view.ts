import { type PublishedCell, printCell } from "~/domain/statistics/disclosure-control";
import type { PublishableEscalationReport } from "./protect-escalation-report";

/** One line of a printed table: an area and its figures, each a count or `[c]`. */
export interface EscalationLine {
  readonly bcu: string;
  readonly seen: string;
  readonly notSeen: string;
  readonly notSettled: string;
  readonly all: string;
}

/** One encounter type by area: the areas with a figure to show, and how many have none. */
export interface EscalationTable {
  readonly encounterType: string;
  readonly lines: readonly EscalationLine[];
  readonly withheldAreas: number;
}

/** A report as it is read: a table for every encounter type with a figure to show, and the names of the others. */
export interface EscalationView {
  readonly tables: readonly EscalationTable[];
  readonly withheldTypes: readonly string[];
  readonly total: string;
  readonly leftOut: string;
}

export interface Label {
  readonly id: string;
  readonly label: string;
}

/**
 * Arranges a protected report for reading. Which types get a table, and which areas a line, follows from published
 * figures alone, so the arrangement says nothing that the figures do not.
 */
export function buildEscalationView(
  report: PublishableEscalationReport,
  labels: { readonly encounterTypes: readonly Label[]; readonly bcus: readonly Label[] },
): EscalationView {
  const { counts, leftOut } = report;
  const column = (verdict: string) => counts.columns.indexOf(verdict);
  const [seen, notSeen, notSettled] = [column("seen"), column("not_seen"), column("not_settled")];
  const rowOf = (type: Label, bcu: Label) =>
    counts.rows.findIndex((key) => key[0] === type.id && key[1] === bcu.id);
  const hasFigure = (row: number) => counts.cells[row]?.some(({ shown }) => shown === "count") === true;
  const lineOf = (row: number, bcu: Label): EscalationLine => ({
    bcu: bcu.label,
    seen: print(counts.cells[row]?.[seen]),
    notSeen: print(counts.cells[row]?.[notSeen]),
    notSettled: print(counts.cells[row]?.[notSettled]),
    all: print(counts.rowTotals[row]),
  });
  const tables = labels.encounterTypes.map((type) => {
    const shown = labels.bcus.filter((bcu) => hasFigure(rowOf(type, bcu)));
    return {
      encounterType: type.label,
      lines: shown.map((bcu) => lineOf(rowOf(type, bcu), bcu)),
      withheldAreas: labels.bcus.length - shown.length,
    };
  });
  return {
    tables: tables.filter(({ lines }) => lines.length > 0),
    withheldTypes: tables.filter(({ lines }) => lines.length === 0).map(({ encounterType }) => encounterType),
    total: print(counts.grandTotal),
    leftOut: print(leftOut.grandTotal),
  };
}

function print(cell: PublishedCell | undefined): string {
  return cell ? printCell(cell) : "[c]";
}
