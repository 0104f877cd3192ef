import type { ServiceContext } from "~/app/services/context.server";
import { type ObservationContent, readContent } from "~/app/services/observations/read-content.server";
import {
  findOwnObservation,
  getViewing,
  lockOwnObservation,
  type ObservationPlace,
  type OwnObservation,
  type Viewing,
} from "~/db/queries/observations";
import { refusedWriteOf } from "~/db/refused-write";
import type { Trx } from "~/db/with-actor";
import type { AuditSubject } from "~/domain/accounts/audit-events";
import { requirePermission } from "~/domain/accounts/permissions";
import { type Result, refused } from "~/domain/result";

/** Why nothing can be written to an observation now, whatever it is. */
export type WriteRefusal = "window-closed" | "not-opened" | "stopped" | "locked" | "sealed";

/** The actor's own observation, held against every other writer until the transaction ends. */
export interface HeldObservation extends ObservationContent {
  readonly viewing: Viewing;
  readonly observation: OwnObservation;
}

/**
 * Runs one write to the actor's own unsealed observation in one transaction. The database has the last word on window,
 * lock and seal; what it refuses comes back as a refusal, and nothing is written then.
 */
export async function writeToObservation<Outcome>(
  ctx: ServiceContext,
  place: ObservationPlace,
  work: (trx: Trx, held: HeldObservation) => Promise<Outcome>,
): Promise<Outcome | Result<never, WriteRefusal>> {
  requirePermission(ctx.actor, "observation:record", place.panelId);
  try {
    return await ctx.withActor(ctx.actor, async (trx) => {
      const viewing = await getViewing(trx, place);
      const observation = await lockOwnObservation(trx, place);
      if (observation === null) return refused(await whyNotHeld(trx, place, viewing));
      if (observation.sealedOn !== null) return refused("sealed");
      return work(trx, { viewing, observation, ...(await readContent(trx, viewing, observation)) });
    });
  } catch (thrown) {
    const refusal = refusedWriteOf(thrown);
    if (refusal === "closed") return refused("window-closed");
    if (refusal === "final") return refused(await ctx.withActor(ctx.actor, (trx) => whyFinal(trx, place)));
    throw thrown;
  }
}

/** How an act on an observation is written down: by the clip, never by the observation, which must not lead to its author. */
export function subjectAt({ clipId, panelId, sessionId }: ObservationPlace): AuditSubject {
  return { objectType: "clip", objectId: clipId, panelId, sessionId };
}

async function whyNotHeld(trx: Trx, place: ObservationPlace, viewing: Viewing): Promise<WriteRefusal> {
  if (viewing.isStopped) return "stopped";
  const observation = await findOwnObservation(trx, place);
  if (observation !== null && observation.sealedOn !== null) return "sealed";
  return observation === null && viewing.isOpenNow ? "not-opened" : "window-closed";
}

async function whyFinal(trx: Trx, place: ObservationPlace): Promise<WriteRefusal> {
  const observation = await findOwnObservation(trx, place);
  return observation?.sealedOn ? "sealed" : "locked";
}
