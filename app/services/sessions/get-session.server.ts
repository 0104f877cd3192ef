import type { ServiceContext } from "~/app/services/context.server";
import { type AgendaItem, listAgenda } from "~/db/queries/agenda";
import { listSeatedMembers, type SeatedMember } from "~/db/queries/bookings";
import { getOwnMembership, getPanel, type PanelProfile } from "~/db/queries/panels";
import { getSessionDetail, type SessionDetail } from "~/db/queries/sessions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { PanelId, SessionId } from "~/domain/ids";

/** A session as one member of its panel sees it. */
export interface SessionView {
  readonly panel: PanelProfile;
  readonly session: SessionDetail;
  readonly agenda: readonly AgendaItem[];
  readonly isChair: boolean;
  readonly mayViewFootage: boolean;
  /** Who accepted a seat; null to anyone but the chair. */
  readonly seated: readonly SeatedMember[] | null;
}

/** What a member sees of a session of their panel. */
export async function getSession(
  ctx: ServiceContext,
  { panelId, sessionId }: { readonly panelId: PanelId; readonly sessionId: SessionId },
): Promise<SessionView> {
  requirePermission(ctx.actor, "session:view", panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const { isChair, mayViewFootage, panelMemberId } = await getOwnMembership(trx, panelId);
    const session = await getSessionDetail(trx, panelId, sessionId, panelMemberId);
    return {
      panel: await getPanel(trx, panelId),
      session,
      agenda: await listAgenda(trx, panelId, sessionId, panelMemberId),
      isChair,
      mayViewFootage,
      seated: isChair ? await listSeatedMembers(trx, panelId, sessionId) : null,
    };
  });
}
