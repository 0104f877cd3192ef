import type { ServiceContext } from "~/app/services/context.server";
import { subjectAt } from "~/app/services/observations/write-to-observation.server";
import { recordAudit } from "~/db/queries/audit";
import {
  findOwnObservation,
  getViewing,
  insertObservation,
  type ObservationPlace,
} from "~/db/queries/observations";
import { refusedWriteOf } from "~/db/refused-write";
import { membershipOf } from "~/domain/accounts/actor";
import { requirePermission } from "~/domain/accounts/permissions";
import { NotFound } from "~/domain/errors";
import type { ObservationId } from "~/domain/ids";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { granted, type Result, refused } from "~/domain/result";

export type OpenRefusal = "window-closed" | "stopped";

/** Opens the actor's observation of a clip, once per seat: asked again, it changes nothing and leaves no entry. */
export async function openObservation(
  ctx: ServiceContext,
  place: ObservationPlace,
): Promise<Result<null, OpenRefusal>> {
  requirePermission(ctx.actor, "observation:record", place.panelId);
  const membership = membershipOf(ctx.actor, place.panelId);
  if (membership === null) throw new NotFound("membership");
  try {
    return await ctx.withActor(ctx.actor, async (trx) => {
      const viewing = await getViewing(trx, place);
      if (viewing.isStopped) return refused("stopped");
      if ((await findOwnObservation(trx, place)) !== null) return granted(null);
      if (!viewing.isOpenNow) return refused("window-closed");
      const isNew = await insertObservation(trx, place, {
        id: ctx.newId() as ObservationId,
        memberId: membership.panelMemberId,
        instrumentVersion: edoi100.version,
        mode: viewing.mode,
      });
      if (isNew) await recordAudit(trx, "OBSERVATION_OPENED", subjectAt(place));
      return granted(null);
    });
  } catch (thrown) {
    if (refusedWriteOf(thrown) === "closed") return refused("window-closed");
    throw thrown;
  }
}
