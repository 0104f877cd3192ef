import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";

export interface SummaryRow {
  key: string;
  value: ReactNode;
  /** `hiddenText` completes the link for those who hear it alone: "Change place". */
  action?: { to: string; text: string; hiddenText: string } | undefined;
}

/** Facts about one thing. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const withActions = rows.some((row) => row.action);
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className={classNames(
            "govuk-summary-list__row",
            withActions && !action && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action ? (
            <dd className="govuk-summary-list__actions">
              <Link className="govuk-link" to={action.to}>
                {action.text}
                <span className="govuk-visually-hidden"> {action.hiddenText}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
