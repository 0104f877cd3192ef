import { compileEscalationReports } from "~/app/services/reports/compile-escalation-reports.server";
import { WORKER_ACTOR } from "~/domain/accounts/actor";
import { plantCast } from "~/seeds/scenarios/demo-cast";
import { plantHistory } from "~/seeds/scenarios/demo-history";
import type { Scenario } from "~/seeds/scenarios/scenario";

/** The cast and the past quarter of the demo, and nothing under way: journeys make what they need themselves. */
export const plantE2e: Scenario = async ({ withOwner, services }) => {
  await withOwner(async (trx) => plantHistory(trx, await plantCast(trx), services.now()));
  await compileEscalationReports({ ...services, actor: WORKER_ACTOR });
  return [];
};
