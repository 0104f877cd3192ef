import type { ServiceContext } from "~/app/services/context.server";
import {
  subjectAt,
  type WriteRefusal,
  writeToObservation,
} from "~/app/services/observations/write-to-observation.server";
import { recordAudit } from "~/db/queries/audit";
import { deleteEventMark } from "~/db/queries/event-marks";
import type { ObservationPlace } from "~/db/queries/observations";
import type { EventMarkId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

/** Takes back one of the actor's own marks. One that is gone already is no fault and leaves no entry. */
export function removeMark(
  ctx: ServiceContext,
  place: ObservationPlace,
  markId: EventMarkId,
): Promise<Result<null, WriteRefusal>> {
  return writeToObservation(ctx, place, async (trx, { observation }): Promise<Result<null, WriteRefusal>> => {
    if (observation.lockedOn !== null) return refused("locked");
    if (await deleteEventMark(trx, observation.id, markId))
      await recordAudit(trx, "MARK_REMOVED", subjectAt(place));
    return granted(null);
  });
}
