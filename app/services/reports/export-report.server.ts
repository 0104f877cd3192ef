import { stringify } from "csv-stringify/sync";
import type { ServiceContext } from "~/app/services/context.server";
import { getReport } from "~/app/services/reports/get-report.server";
import { requirePermission } from "~/domain/accounts/permissions";
import { escalationCsvRows } from "~/domain/reports/escalation-csv";
import type { Stratum } from "~/domain/reports/escalation-report";
import type { Quarter } from "~/domain/reports/quarter";

/** One frozen release as a CSV file, every field quoted so that no spreadsheet takes text for a formula. */
export async function exportReport(
  ctx: ServiceContext,
  key: { quarter: Quarter; stratum: Stratum },
): Promise<{ fileName: string; text: string }> {
  requirePermission(ctx.actor, "report:export");
  const { report, release } = await getReport(ctx, key);
  const rows = escalationCsvRows([report], release.instrumentVersion);
  return {
    fileName: `sightline-escalation-${key.quarter}-${key.stratum}-v${release.version}.csv`,
    text: stringify(
      rows.map((row) => [...row]),
      { quoted: true, record_delimiter: "windows" },
    ),
  };
}
