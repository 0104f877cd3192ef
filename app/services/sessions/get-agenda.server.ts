import type { ServiceContext } from "~/app/services/context.server";
import { type AgendaCandidate, type AgendaItem, listAgenda, listAgendaCandidates } from "~/db/queries/agenda";
import { getOwnMembership, getPanel, type PanelProfile } from "~/db/queries/panels";
import { getSessionDetail, type SessionDetail } from "~/db/queries/sessions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { PanelId, SessionId } from "~/domain/ids";

const CANDIDATES_SHOWN = 100;

/** An agenda as the chair works on it. */
export interface AgendaView {
  readonly panel: PanelProfile;
  readonly session: SessionDetail;
  readonly agenda: readonly AgendaItem[];
  /** Released clips of the panel's area that may be added, at most a hundred. */
  readonly candidates: readonly AgendaCandidate[];
}

/** What a chair sees of the agenda of a session of their panel. */
export async function getAgenda(
  ctx: ServiceContext,
  { panelId, sessionId }: { readonly panelId: PanelId; readonly sessionId: SessionId },
): Promise<AgendaView> {
  requirePermission(ctx.actor, "agenda:edit", panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const { panelMemberId } = await getOwnMembership(trx, panelId);
    const session = await getSessionDetail(trx, panelId, sessionId, panelMemberId);
    const isOver = session.phase === "after";
    return {
      panel: await getPanel(trx, panelId),
      session,
      agenda: await listAgenda(trx, panelId, sessionId, panelMemberId),
      candidates: isOver ? [] : await listAgendaCandidates(trx, panelId, sessionId, CANDIDATES_SHOWN),
    };
  });
}
