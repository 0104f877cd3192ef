import type { ServiceContext } from "~/app/services/context.server";
import { type AccountSummary, listAccounts as listAccountRows } from "~/db/queries/accounts";
import { requirePermission } from "~/domain/accounts/permissions";

/** Everybody who has an account, by name; no content of any kind. */
export async function listAccounts(ctx: ServiceContext): Promise<readonly AccountSummary[]> {
  requirePermission(ctx.actor, "account:list");
  return ctx.withActor(ctx.actor, listAccountRows);
}
