import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { getOwnMembership } from "~/db/queries/panels";
import { findSessionBookingFacts, insertSession } from "~/db/queries/sessions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { SessionId } from "~/domain/ids";
import type { Result } from "~/domain/result";
import {
  decideSessionBooking,
  type SessionBookingRefusal,
  type SessionBookingRequest,
} from "~/domain/sessions/booking";

/** Books a session for a panel, in the name of its chair. */
export async function bookSession(
  ctx: ServiceContext,
  request: SessionBookingRequest,
): Promise<Result<SessionId, SessionBookingRefusal>> {
  const { panelId } = request;
  requirePermission(ctx.actor, "session:book", panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const { panelMemberId } = await getOwnMembership(trx, panelId);
    const facts = await findSessionBookingFacts(trx, panelId, request);
    const decision = decideSessionBooking(request, facts, ctx.now());
    if (!decision.ok) return decision;
    const session = await insertSession(trx, decision.value, panelMemberId);
    if (!session.ok) return session;
    const sessionId = session.value;
    await recordAudit(trx, "SESSION_BOOKED", {
      objectType: "session",
      objectId: sessionId,
      panelId,
      sessionId,
    });
    return session;
  });
}
