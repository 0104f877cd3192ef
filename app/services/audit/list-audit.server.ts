import type { ServiceContext } from "~/app/services/context.server";
import { type AuditEntry, listAuditEntries } from "~/db/queries/audit";
import { requirePermission } from "~/domain/accounts/permissions";

const PAGE = 100;

/** A page of the audit log, newest first, and where the next older page begins. */
export async function listAudit(
  ctx: ServiceContext,
  before: number | null,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly older: number | null }> {
  requirePermission(ctx.actor, "audit:view");
  const entries = await ctx.withActor(ctx.actor, (trx) => listAuditEntries(trx, before, PAGE));
  const last = entries.at(-1)?.seq ?? 1;
  return { entries, older: entries.length === PAGE && last > 1 ? last : null };
}
