import { SummaryList } from "~/app/components/ui/summary-list";

interface PoliceRecordProps {
  power: string | null;
  object: string | null;
  outcome: string | null;
}

const UNKNOWN = "Not recorded";

/** What the police wrote down, shown once an observer has locked. */
export function PoliceRecord({ object, outcome, power }: PoliceRecordProps) {
  return (
    <section className="app-record" aria-labelledby="police-record">
      <h2 id="police-record" className="govuk-heading-m">
        What the police recorded
      </h2>
      <SummaryList
        rows={[
          { key: "Power used", value: power ?? UNKNOWN },
          { key: "Looking for", value: object ?? UNKNOWN },
          { key: "Outcome", value: outcome ?? UNKNOWN },
        ]}
      />
    </section>
  );
}
