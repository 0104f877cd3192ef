import type { ServiceContext } from "~/app/services/context.server";
import { listRenditionPrefixes } from "~/db/queries/renditions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { RunClaim } from "~/domain/footage/job-run";
import type { ClipId } from "~/domain/ids";
import { renditionPrefix } from "~/storage/keys";

/** Removes from the store what one run made, unless it was published after all. Ask when the run is over. */
export async function discardOutput(ctx: ServiceContext, claim: RunClaim<ClipId>): Promise<void> {
  requirePermission(ctx.actor, "clip:prepare");
  const prefix = renditionPrefix(claim.subject, claim.generation);
  const published = await ctx.withActor(ctx.actor, (trx) => listRenditionPrefixes(trx, claim.subject));
  if (published.includes(prefix)) return;
  const keys: string[] = [];
  for await (const { key } of ctx.store.list(prefix)) keys.push(key);
  if (keys.length > 0) await ctx.store.delete(keys);
}
