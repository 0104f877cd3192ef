import {
  type ProtectionRefusal,
  type PublishableTable,
  protectTable,
} from "~/domain/statistics/disclosure-control";
import type { StatisticsResult } from "~/domain/statistics/statistics-result";
import type { DisclosureRule } from "./disclosure-rule";
import type { EscalationReport, Stratum } from "./escalation-report";
import type { Quarter } from "./quarter";

/** An escalation report that may be shown and exported, with the version of the rule it was made under. */
export interface PublishableEscalationReport {
  readonly quarter: Quarter;
  readonly stratum: Stratum;
  readonly ruleVersion: string;
  readonly counts: PublishableTable;
  readonly leftOut: PublishableTable;
}

/** Puts both tables of a report under disclosure control; refuses as `protectTable` does. */
export function protectEscalationReport(
  report: EscalationReport,
  rule: DisclosureRule,
): StatisticsResult<PublishableEscalationReport, ProtectionRefusal> {
  const counts = protectTable(report.counts, rule);
  if (!counts.ok) return counts;
  const leftOut = protectTable(report.leftOut, rule);
  if (!leftOut.ok) return leftOut;
  const { quarter, stratum } = report;
  const tables = { counts: counts.value, leftOut: leftOut.value };
  return { ok: true, value: { quarter, stratum, ruleVersion: rule.version, ...tables } };
}
