import type { ServiceContext } from "~/app/services/context.server";
import { getOwnMembership, getPanel, type PanelProfile } from "~/db/queries/panels";
import { listComingSessions, listPastSessions, type PanelSession } from "~/db/queries/sessions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { PanelId } from "~/domain/ids";

const PAST_SESSIONS_SHOWN = 20;

/** A panel with its sessions, as one of its members finds it. */
export interface PanelHome {
  readonly panel: PanelProfile;
  readonly isChair: boolean;
  readonly mayViewFootage: boolean;
  /** Those that are not over, the next one first. */
  readonly coming: readonly PanelSession[];
  /** The latest ones that are over. */
  readonly past: readonly PanelSession[];
}

/** What a member sees of their panel. */
export async function getPanelHome(ctx: ServiceContext, panelId: PanelId): Promise<PanelHome> {
  requirePermission(ctx.actor, "panel:view", panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const { isChair, mayViewFootage, panelMemberId } = await getOwnMembership(trx, panelId);
    return {
      panel: await getPanel(trx, panelId),
      isChair,
      mayViewFootage,
      coming: await listComingSessions(trx, panelId, panelMemberId),
      past: await listPastSessions(trx, panelId, panelMemberId, PAST_SESSIONS_SHOWN),
    };
  });
}
