import type { ServiceContext } from "~/app/services/context.server";
import { getPanel, type PanelProfile } from "~/db/queries/panels";
import { requirePermission } from "~/domain/accounts/permissions";
import type { PanelId } from "~/domain/ids";

/** The panel that a chair is about to book a session for. */
export async function getPanelToBook(ctx: ServiceContext, panelId: PanelId): Promise<PanelProfile> {
  requirePermission(ctx.actor, "session:book", panelId);
  return ctx.withActor(ctx.actor, (trx) => getPanel(trx, panelId));
}
