import type { ServiceContext } from "~/app/services/context.server";
import { ESCALATION_REPORT, listReleases, type Release } from "~/db/queries/reports";
import { requirePermission } from "~/domain/accounts/permissions";

/** Every release an analyst may open, newest quarter first. */
export async function listReports(ctx: ServiceContext): Promise<readonly Release[]> {
  requirePermission(ctx.actor, "report:list");
  return ctx.withActor(ctx.actor, (trx) => listReleases(trx, ESCALATION_REPORT));
}
