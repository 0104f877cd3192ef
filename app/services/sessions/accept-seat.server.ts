import type { ServiceContext } from "~/app/services/context.server";
import { type AnswerRefusal, answerSeat, type OwnSeat } from "~/app/services/sessions/answer-seat.server";
import type { Result } from "~/domain/result";

/** Takes a seat in a session, if one is free and the member may view footage. */
export function acceptSeat(ctx: ServiceContext, seat: OwnSeat): Promise<Result<null, AnswerRefusal>> {
  return answerSeat(ctx, seat, "accepted");
}
