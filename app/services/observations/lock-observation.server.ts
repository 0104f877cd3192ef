import type { ServiceContext } from "~/app/services/context.server";
import { storeNormalised } from "~/app/services/observations/store-normalised.server";
import {
  subjectAt,
  type WriteRefusal,
  writeToObservation,
} from "~/app/services/observations/write-to-observation.server";
import { recordAudit } from "~/db/queries/audit";
import { type ObservationPlace, updateLocked } from "~/db/queries/observations";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { decideLock } from "~/domain/observations/lock";
import { granted, type Result, refused } from "~/domain/result";

export type LockObservationRefusal = Exclude<WriteRefusal, "locked"> | "answers-missing";

/** Makes sections A to J and the marks final, and so opens the police record. Asked again, it changes nothing. */
export async function lockObservation(
  ctx: ServiceContext,
  place: ObservationPlace,
): Promise<Result<null, LockObservationRefusal>> {
  const outcome = await writeToObservation(
    ctx,
    place,
    async (trx, { answers, facts, observation }): Promise<Result<null, LockObservationRefusal>> => {
      if (observation.lockedOn !== null) return granted(null);
      const { id, mode } = observation;
      const stand = { lockedAt: null, sealedAt: null, recusedAt: null, linkClearedByChair: false };
      const decision = decideLock(edoi100, { mode, answers, facts, ...stand });
      if (!decision.ok)
        return refused(decision.refusal === "answers-missing" ? "answers-missing" : "stopped");
      await storeNormalised(trx, id, ["before", "watch"], answers, decision.value);
      await updateLocked(trx, id);
      await recordAudit(trx, "OBSERVATION_LOCKED", subjectAt(place));
      return granted(null);
    },
  );
  if (outcome.ok) return outcome;
  return outcome.refusal === "locked" ? granted(null) : refused(outcome.refusal);
}
