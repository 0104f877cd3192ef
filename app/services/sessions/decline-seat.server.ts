import type { ServiceContext } from "~/app/services/context.server";
import { type AnswerRefusal, answerSeat, type OwnSeat } from "~/app/services/sessions/answer-seat.server";
import type { Result } from "~/domain/result";

/** Declines a seat in a session, or gives it back. */
export function declineSeat(ctx: ServiceContext, seat: OwnSeat): Promise<Result<null, AnswerRefusal>> {
  return answerSeat(ctx, seat, "declined");
}
