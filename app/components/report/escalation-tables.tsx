import { DataTable } from "~/app/components/ui/data-table";
import { EmptyState } from "~/app/components/ui/empty-state";
import type { EscalationLine, EscalationView } from "~/domain/reports/escalation-view";

const COLUMNS = [
  { header: "Area", cell: (line: EscalationLine) => line.bcu, rowHeader: true },
  { header: "Seen", cell: (line: EscalationLine) => line.seen, numeric: true },
  { header: "Not seen", cell: (line: EscalationLine) => line.notSeen, numeric: true },
  { header: "Not settled", cell: (line: EscalationLine) => line.notSettled, numeric: true },
  { header: "All clips", cell: (line: EscalationLine) => line.all, numeric: true },
];

/** Every encounter type that has a figure to show, by area; the others by name. */
export function EscalationTables({ view }: { view: EscalationView }) {
  if (view.tables.length === 0) {
    return (
      <EmptyState heading="Not enough clips yet">
        Every count of this quarter is below 5 clips or rests on fewer than 3 panels, so none can be shown.
        Figures appear when more panels have observed more clips of a kind.
      </EmptyState>
    );
  }
  return (
    <>
      {view.tables.map(({ encounterType, lines, withheldAreas }) => (
        <DataTable
          key={encounterType}
          caption={encounterType}
          columns={COLUMNS}
          rows={lines}
          rowKey={({ bcu }) => bcu}
          narrow="scroll"
          note={withheldAreas > 0 ? `Every figure is withheld for the other ${withheldAreas} areas.` : null}
        />
      ))}
      <h2 className="govuk-heading-m">Kinds of encounter with no figure to show</h2>
      <p className="govuk-body">Every count is withheld for: {view.withheldTypes.join("; ")}.</p>
    </>
  );
}
