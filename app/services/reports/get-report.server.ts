import type { ServiceContext } from "~/app/services/context.server";
import { ESCALATION_REPORT, findRelease, listReportLabels, type Release } from "~/db/queries/reports";
import { requirePermission } from "~/domain/accounts/permissions";
import { NotFound } from "~/domain/errors";
import type { Stratum } from "~/domain/reports/escalation-report";
import type { PublishableEscalationReport } from "~/domain/reports/protect-escalation-report";
import type { Quarter } from "~/domain/reports/quarter";
import { restoreEscalationReport } from "~/domain/reports/restore-escalation-report";

export interface OpenedReport {
  readonly release: Release;
  readonly report: PublishableEscalationReport;
  readonly encounterTypes: readonly { readonly id: string; readonly label: string }[];
  readonly bcus: readonly { readonly id: string; readonly label: string }[];
}

/** One frozen release with the names of its rows; throws NotFound where there is none. */
export async function getReport(
  ctx: ServiceContext,
  key: { quarter: Quarter; stratum: Stratum },
): Promise<OpenedReport> {
  requirePermission(ctx.actor, "report:view");
  return ctx.withActor(ctx.actor, async (trx) => {
    const found = await findRelease(trx, { kind: ESCALATION_REPORT, ...key });
    if (!found) throw new NotFound(`report ${key.quarter} ${key.stratum}`);
    const { content, ...release } = found;
    const report = restoreEscalationReport({ ...key, ruleVersion: release.ruleVersion }, content);
    return { release, report, ...(await listReportLabels(trx)) };
  });
}
