import type { StatisticsResult } from "./statistics-result";

/** A count and the number of distinct contributors (panels, for example) behind it. */
export interface CountCell {
  readonly count: number;
  readonly contributors: number;
}

/** True counts of one classification by another: `cells[r][c]` belongs to `rows[r]` (a composite key) and `columns[c]`. */
export interface CountTable {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly CountCell[])[];
}

export interface DisclosurePolicy {
  /** The smallest count that may be published. */
  readonly threshold: number;
  /** The smallest number of distinct contributors that may stand behind a published count. */
  readonly minContributors: number;
}

export type PublishedCell =
  | { readonly shown: "count"; readonly count: number }
  | { readonly shown: "suppressed" };

const publishable: unique symbol = Symbol("publishable");

/** A table that may leave the house. Nothing but `protectTable` can make one, so that unprotected counts do not typecheck. */
export interface PublishableTable {
  readonly [publishable]: true;
  readonly rows: CountTable["rows"];
  readonly columns: CountTable["columns"];
  readonly cells: readonly (readonly PublishedCell[])[];
  readonly rowTotals: readonly PublishedCell[];
  readonly columnTotals: readonly PublishedCell[];
  readonly grandTotal: PublishedCell;
}

export type ProtectionRefusal = "threshold-below-five" | "contributors-below-three" | "malformed-table";

const SUPPRESSED: PublishedCell = { shown: "suppressed" };

/**
 * Suppresses every count under the threshold or with too few contributors, and every total with a suppressed count
 * beneath it; what remains is true, and no sum of it says anything about what was suppressed. Zeros are suppressed too:
 * until a rule on group disclosure tells harmless zeros from telling ones, "nobody" counts as a small number. Refuses a
 * policy under the floor (5 and 3) and a table that is empty, ragged or holds anything but whole counts.
 */
export function protectTable(
  table: CountTable,
  policy: DisclosurePolicy,
): StatisticsResult<PublishableTable, ProtectionRefusal> {
  if (!(policy.threshold >= 5)) return { ok: false, refusal: "threshold-below-five" };
  if (!(policy.minContributors >= 3)) return { ok: false, refusal: "contributors-below-three" };
  if (!isWellFormed(table)) return { ok: false, refusal: "malformed-table" };
  const cells = table.cells.map((row) => row.map((cell) => publish(cell, policy)));
  const { rows, columns } = table;
  return {
    ok: true,
    value: {
      [publishable]: true,
      rows,
      columns,
      cells,
      rowTotals: cells.map(total),
      columnTotals: columns.map((_column, c) => total(cells.map((row) => row[c] ?? SUPPRESSED))),
      grandTotal: total(cells.flat()),
    },
  };
}

/** How a cell is printed everywhere: the count, or one symbol that says nothing about the reason. */
export function printCell(cell: PublishedCell): string {
  return cell.shown === "count" ? String(cell.count) : "[c]";
}

function publish({ count, contributors }: CountCell, policy: DisclosurePolicy): PublishedCell {
  const large = count >= policy.threshold && contributors >= policy.minContributors;
  return large ? { shown: "count", count } : SUPPRESSED;
}

function total(beneath: readonly PublishedCell[]): PublishedCell {
  let count = 0;
  for (const cell of beneath) {
    if (cell.shown === "suppressed") return SUPPRESSED;
    count += cell.count;
  }
  return { shown: "count", count };
}

function isWellFormed({ rows, columns, cells }: CountTable): boolean {
  const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0;
  return (
    rows.length > 0 &&
    columns.length > 0 &&
    cells.length === rows.length &&
    cells.every((row) => row.length === columns.length) &&
    cells.flat().every(({ count, contributors }) => isCount(count) && isCount(contributors))
  );
}

/**
 * Reads back a table that was published before and stored as JSON. Null when it is not of that shape or shows a count
 * under the floor, so that nothing but what `protectTable` made comes back as publishable.
 */
export function restorePublishableTable(stored: unknown): PublishableTable | null {
  if (!isRecord(stored)) return null;
  const { rows, columns, cells, rowTotals, columnTotals, grandTotal } = stored;
  const isShaped =
    isArrayOf(rows, (row): row is string[] => isArrayOf(row, isText)) &&
    isArrayOf(columns, isText) &&
    isArrayOf(cells, (row): row is PublishedCell[] => isArrayOf(row, isPublishedCell)) &&
    isArrayOf(rowTotals, isPublishedCell) &&
    isArrayOf(columnTotals, isPublishedCell) &&
    isPublishedCell(grandTotal) &&
    cells.length === rows.length &&
    rowTotals.length === rows.length &&
    cells.every((row) => row.length === columns.length);
  if (!isShaped) return null;
  return { [publishable]: true, rows, columns, cells, rowTotals, columnTotals, grandTotal };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isArrayOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isPublishedCell(value: unknown): value is PublishedCell {
  if (!isRecord(value)) return false;
  if (value.shown === "suppressed") return true;
  return value.shown === "count" && Number.isSafeInteger(value.count) && Number(value.count) >= 5;
}
