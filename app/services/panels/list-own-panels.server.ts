import type { ServiceContext } from "~/app/services/context.server";
import { listPanels, type PanelChoice } from "~/db/queries/panels";
import { requirePermission } from "~/domain/accounts/permissions";

/** The panels the actor belongs to today, by name. */
export async function listOwnPanels(ctx: ServiceContext): Promise<PanelChoice[]> {
  requirePermission(ctx.actor, "panel:list");
  const panelIds = ctx.actor.memberships.map(({ panelId }) => panelId);
  return ctx.withActor(ctx.actor, (trx) => listPanels(trx, panelIds));
}
