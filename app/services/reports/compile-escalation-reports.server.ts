import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import {
  ESCALATION_REPORT,
  findReportingSpan,
  insertRelease,
  listReleases,
  listReportLabels,
  listRiseFacts,
  type RiseFact,
} from "~/db/queries/reports";
import type { Trx } from "~/db/with-actor";
import { NotPermitted } from "~/domain/errors";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { SDC_1 } from "~/domain/reports/disclosure-rule";
import { judgeEscalation } from "~/domain/reports/escalation";
import { buildEscalationReports, type ReportableClip, STRATA } from "~/domain/reports/escalation-report";
import { protectEscalationReport } from "~/domain/reports/protect-escalation-report";
import { closedQuarters, type Quarter, quarterSpan } from "~/domain/reports/quarter";

// A session that began in the last minutes of a quarter may still be open; none lasts longer than this.
const LONGEST_SESSION_MS = 24 * 3_600_000;

/**
 * Freezes a release for every quarter that is over and has none yet, per stratum. Only the worker may. A quarter is
 * over when nothing can be sealed in it any more, so its figures never change. Answers how many releases it made.
 */
export async function compileEscalationReports(ctx: ServiceContext): Promise<number> {
  if (ctx.actor.audience !== "worker") throw new NotPermitted("report:compile");
  const missing = await ctx.withActor(ctx.actor, findMissingQuarters);
  let made = 0;
  for (const quarter of missing)
    made += await ctx.withActor(ctx.actor, (trx) => compileQuarter(trx, quarter));
  return made;
}

async function findMissingQuarters(trx: Trx): Promise<readonly Quarter[]> {
  const { first, now } = await findReportingSpan(trx);
  if (first === null) return [];
  const released = await listReleases(trx, ESCALATION_REPORT);
  const isWhole = (quarter: Quarter) =>
    STRATA.every((stratum) => released.some((one) => one.quarter === quarter && one.stratum === stratum));
  return closedQuarters(first, new Date(now.getTime() - LONGEST_SESSION_MS)).filter(
    (quarter) => !isWhole(quarter),
  );
}

async function compileQuarter(trx: Trx, quarter: Quarter): Promise<number> {
  const facts = await listRiseFacts(trx, quarterSpan(quarter));
  const labels = await listReportLabels(trx);
  const reports = buildEscalationReports(reportableClips(facts, quarter), {
    encounterTypes: labels.encounterTypes.map(({ id }) => id),
    bcus: labels.bcus.map(({ id }) => id),
    quarters: [quarter],
  });
  const made: string[] = [];
  for (const report of reports) {
    const protectedReport = protectEscalationReport(report, SDC_1);
    if (!protectedReport.ok)
      throw new Error(`the report of ${quarter} cannot be protected: ${protectedReport.refusal}`);
    const { counts, leftOut } = protectedReport.value;
    const isNew = await insertRelease(trx, {
      kind: ESCALATION_REPORT,
      quarter,
      stratum: report.stratum,
      ruleVersion: SDC_1.version,
      instrumentVersion: edoi100.version,
      content: { counts, leftOut },
    });
    if (isNew) made.push(report.stratum);
  }
  for (const stratum of made) {
    await recordAudit(trx, "REPORT_COMPILED", {
      objectType: "report_release",
      objectId: `${quarter}/${stratum}`,
      detail: { rule_version: SDC_1.version, instrument_version: edoi100.version },
    });
  }
  return made.length;
}

function reportableClips(facts: readonly RiseFact[], quarter: Quarter): ReportableClip[] {
  const byClip = Map.groupBy(facts, ({ clipId }) => clipId);
  return [...byClip.entries()].flatMap(([clipId, observations]) => {
    const first = observations[0];
    if (!first) return [];
    return {
      clipId,
      encounterType: first.encounterType,
      bcu: first.bcuCode,
      stratum: first.stratum,
      quarter,
      panelIds: [...new Set(observations.map(({ panelId }) => panelId))],
      verdict: judgeEscalation(
        observations.map(({ observer, startsAt, start, peak }) => ({
          observerId: String(observer),
          sealedAt: startsAt,
          start,
          peak,
        })),
      ),
    };
  });
}
