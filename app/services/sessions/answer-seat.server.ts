import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { countSeatsTaken, findSeat, saveSeat } from "~/db/queries/bookings";
import { getOwnMembership } from "~/db/queries/panels";
import { lockSession } from "~/db/queries/sessions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { PanelId, SessionId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";
import { decideSeat, type SeatRefusal, type SeatState } from "~/domain/sessions/seat";

/** A seat in a session of a panel, for whoever acts. */
export interface OwnSeat {
  readonly panelId: PanelId;
  readonly sessionId: SessionId;
}

/** Why an answer about a seat is refused; giving the same answer twice is no fault. */
export type AnswerRefusal = Exclude<SeatRefusal, "already-accepted" | "already-declined">;

const EVENT = { accepted: "SEAT_ACCEPTED", declined: "SEAT_DECLINED" } as const;

/** Writes down what a member answers about their seat. The same answer again changes nothing and leaves no entry. */
export async function answerSeat(
  ctx: ServiceContext,
  { panelId, sessionId }: OwnSeat,
  answer: SeatState,
): Promise<Result<null, AnswerRefusal>> {
  requirePermission(ctx.actor, "seat:decide", panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const membership = await getOwnMembership(trx, panelId);
    const memberId = membership.panelMemberId;
    const session = await lockSession(trx, panelId, sessionId);
    const facts = {
      session,
      membership,
      seat: await findSeat(trx, panelId, sessionId, memberId),
      acceptedSeats: await countSeatsTaken(trx, panelId, sessionId),
    };
    const decision = decideSeat({ sessionId, memberId, answer }, facts, session.now);
    if (!decision.ok) {
      const { refusal } = decision;
      if (refusal === "already-accepted" || refusal === "already-declined") return granted(null);
      return { ok: false, refusal };
    }
    await saveSeat(trx, panelId, decision.value);
    await recordAudit(trx, EVENT[answer], { objectType: "session", objectId: sessionId, panelId, sessionId });
    return granted(null);
  });
}
