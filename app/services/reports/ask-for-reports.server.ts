import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { enqueueJob } from "~/db/queries/jobs";
import { requirePermission } from "~/domain/accounts/permissions";

/** Asks the worker to freeze whatever quarters are over now, without waiting for the night. */
export async function askForReports(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx.actor, "report:view");
  await ctx.withActor(ctx.actor, async (trx) => {
    await enqueueJob(trx, "compile-reports", {}, { key: "compile-reports" });
    await recordAudit(trx, "REPORT_REQUESTED", { objectType: "report_release", objectId: null });
  });
}
