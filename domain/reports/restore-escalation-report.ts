import { restorePublishableTable } from "~/domain/statistics/disclosure-control";
import type { Stratum } from "./escalation-report";
import type { PublishableEscalationReport } from "./protect-escalation-report";
import type { Quarter } from "./quarter";

/** Where a stored release says it belongs. */
export interface ReleaseLabel {
  readonly quarter: Quarter;
  readonly stratum: Stratum;
  readonly ruleVersion: string;
}

/** Makes a report of a stored release again; throws when what is stored was never publishable. */
export function restoreEscalationReport(label: ReleaseLabel, content: unknown): PublishableEscalationReport {
  const stored = content as { counts?: unknown; leftOut?: unknown } | null;
  const counts = restorePublishableTable(stored?.counts);
  const leftOut = restorePublishableTable(stored?.leftOut);
  if (!counts || !leftOut)
    throw new Error(`the release of ${label.quarter}, ${label.stratum}, does not hold publishable tables`);
  return { ...label, counts, leftOut };
}
