import { createHash } from "node:crypto";
import type { ServiceContext } from "~/app/services/context.server";
import { storeNormalised } from "~/app/services/observations/store-normalised.server";
import {
  subjectAt,
  type WriteRefusal,
  writeToObservation,
} from "~/app/services/observations/write-to-observation.server";
import { recordAudit } from "~/db/queries/audit";
import { findOwnObservation, type ObservationPlace, updateSealed } from "~/db/queries/observations";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { decideSeal } from "~/domain/observations/seal";
import { type SealedContent, sealedContentText } from "~/domain/observations/sealed-content";
import { granted, type Result, refused } from "~/domain/result";

/** What stands from now on, for good. */
export interface SealedObservation {
  /** SHA-256 of the sealed content, in hexadecimal. */
  readonly contentSha256: string;
}

export type SealObservationRefusal =
  | Exclude<WriteRefusal, "sealed" | "locked">
  | "not-locked"
  | "answers-missing"
  | "why-required";

type Outcome = Result<SealedObservation, SealObservationRefusal | "locked">;

/** Seals the actor's own observation in one act. Asked again, also after the window, it answers the same hash. */
export async function sealObservation(
  ctx: ServiceContext,
  place: ObservationPlace,
): Promise<Result<SealedObservation, SealObservationRefusal>> {
  const outcome = await writeToObservation(
    ctx,
    place,
    async (trx, { answers, facts, marks, observation }): Promise<Outcome> => {
      const { id, mode } = observation;
      const lockedAt = observation.lockedOn === null ? null : new Date(observation.lockedOn);
      const stand = { lockedAt, sealedAt: null, recusedAt: null, linkClearedByChair: false };
      const decision = decideSeal(edoi100, { mode, answers, facts, ...stand });
      if (!decision.ok) return refused(toRefusal(decision.refusal));
      await storeNormalised(trx, id, ["after_lock"], answers, decision.value);
      const instrumentVersion = edoi100.version;
      const hash = hashOf({ instrumentVersion, mode, answers: decision.value, marks });
      await updateSealed(trx, id, hash);
      await recordAudit(trx, "OBSERVATION_SEALED", subjectAt(place));
      return granted({ contentSha256: hash.toString("hex") });
    },
  );
  if (outcome.ok) return outcome;
  if (outcome.refusal === "sealed") return granted(await getSealed(ctx, place));
  // Nothing of sections A to J is written here, so a locked answer can only mean that it was sealed meanwhile.
  return refused(outcome.refusal === "locked" ? "not-locked" : outcome.refusal);
}

function hashOf(content: SealedContent): Buffer {
  return createHash("sha256").update(sealedContentText(content), "utf8").digest();
}

async function getSealed(ctx: ServiceContext, place: ObservationPlace): Promise<SealedObservation> {
  const observation = await ctx.withActor(ctx.actor, (trx) => findOwnObservation(trx, place));
  const hash = observation?.contentSha256;
  if (!hash) throw new Error(`the observation of clip ${place.clipId} is sealed without a hash`);
  return { contentSha256: Buffer.from(hash).toString("hex") };
}

function toRefusal(
  refusal: "already-sealed" | "recused" | "not-locked" | "answers-missing" | "why-required",
): SealObservationRefusal {
  return refusal === "already-sealed" || refusal === "recused" ? "stopped" : refusal;
}
