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

/** A report as it is read: a table for every encounter type with a figure to show, and the names of the others. */
export interface EscalationView {
  readonly tables: readonly { readonly encounterType: string; readonly lines: readonly EscalationLine[] }[];
  readonly withheldTypes: readonly string[];
  readonly total: string;
  readonly leftOut: string;
}

export interface Label {
  readonly id: string;
  readonly label: string;
}

/**
 * Arranges a protected report for reading. Which types get a table follows from published figures alone, so the
 * arrangement says nothing that the figures do not.
 */
export function buildEscalationView(
  report: PublishableEscalationReport,
  labels: { readonly encounterTypes: readonly Label[]; readonly bcus: readonly Label[] },
): EscalationView {
  const { counts, leftOut } = report;
  const column = (verdict: string) => counts.columns.indexOf(verdict);
  const [seen, notSeen, notSettled] = [column("seen"), column("not_seen"), column("not_settled")];
  const rowOf = (type: string, bcu: string) =>
    counts.rows.findIndex((key) => key[0] === type && key[1] === bcu);
  const hasFigure = (type: string) =>
    counts.rows.some(
      (key, row) => key[0] === type && counts.cells[row]?.some(({ shown }) => shown === "count"),
    );
  const shown = labels.encounterTypes.filter(({ id }) => hasFigure(id));
  return {
    tables: shown.map((type) => ({
      encounterType: type.label,
      lines: labels.bcus.map((bcu) => {
        const row = rowOf(type.id, bcu.id);
        const cells = counts.cells[row];
        return {
          bcu: bcu.label,
          seen: print(cells?.[seen]),
          notSeen: print(cells?.[notSeen]),
          notSettled: print(cells?.[notSettled]),
          all: print(counts.rowTotals[row]),
        };
      }),
    })),
    withheldTypes: labels.encounterTypes.filter((type) => !shown.includes(type)).map(({ label }) => label),
    total: print(counts.grandTotal),
    leftOut: print(leftOut.grandTotal),
  };
}

function print(cell: PublishedCell | undefined): string {
  return cell ? printCell(cell) : "[c]";
}
