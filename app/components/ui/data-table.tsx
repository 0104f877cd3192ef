import { type ReactNode, useId } from "react";
import { classNames } from "~/app/components/ui/class-names";

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The cell that names its row. */
  rowHeader?: boolean;
}

interface DataTableProps<Row> {
  caption: ReactNode;
  captionSize?: "s" | "m" | "l" | "hidden";
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On a phone: each row a card, or, for tables of figures, the table to be pushed sideways. */
  narrow?: "cards" | "scroll";
  note?: ReactNode;
}

// Because WebKit forgets that an element laid out as a block was a table, the roles are said again.
const ROLE = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
};
const COLUMN_HEADER = { role: "columnheader", scope: "col" };
const ROW_HEADER = { role: "rowheader", scope: "row" };

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionSize = "m", columns, rows, rowKey, narrow = "cards", note } = props;
  const captionId = useId();
  const table = (
    <table className={classNames("govuk-table", narrow === "cards" && "app-table--cards")} {...ROLE.table}>
      <caption id={captionId} className={captionClass(captionSize)}>
        {narrow === "scroll" ? <span className="app-table-scroll__caption">{caption}</span> : caption}
      </caption>
      <thead className="govuk-table__head" {...ROLE.group}>
        <tr className="govuk-table__row" {...ROLE.row}>
          {columns.map(({ header, numeric }) => (
            <th
              key={header}
              className={classNames("govuk-table__header", numeric && "govuk-table__header--numeric")}
              {...COLUMN_HEADER}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" {...ROLE.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="govuk-table__row" {...ROLE.row}>
            {columns.map((column) => (
              <Cell key={column.header} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {narrow === "scroll" ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className="app-table-scroll" aria-labelledby={captionId} tabIndex={0}>
          {table}
        </section>
      ) : (
        table
      )}
      {note ? <p className="govuk-body app-table-note">{note}</p> : null}
    </>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th className="govuk-table__header" {...ROW_HEADER}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      className={classNames("govuk-table__cell", column.numeric && "govuk-table__cell--numeric")}
      data-label={column.header}
      {...ROLE.cell}
    >
      {column.cell(row)}
    </td>
  );
}

function captionClass(size: "s" | "m" | "l" | "hidden"): string {
  return size === "hidden"
    ? "govuk-table__caption govuk-visually-hidden"
    : `govuk-table__caption govuk-table__caption--${size}`;
}
