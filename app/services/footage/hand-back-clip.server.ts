import type { ServiceContext } from "~/app/services/context.server";
import { handBackRun } from "~/db/queries/job-runs";
import { enqueueJob } from "~/db/queries/jobs";
import { requirePermission } from "~/domain/accounts/permissions";
import type { RunClaim } from "~/domain/footage/job-run";
import type { ClipId } from "~/domain/ids";
import { jobKey } from "~/domain/jobs";

/**
 * Lets go of a clip whose preparation did not come to an end. `stumbled`: the present job will try again. `leaving`:
 * the worker is being stopped, which is no fault of the clip's, and a new job is there for the next one at once.
 * False when the clip was no longer this worker's.
 */
export async function handBackClip(
  ctx: ServiceContext,
  claim: RunClaim<ClipId>,
  reason: "stumbled" | "leaving",
): Promise<boolean> {
  requirePermission(ctx.actor, "clip:prepare");
  const clipId = claim.subject;
  return ctx.withActor(ctx.actor, async (trx) => {
    const wasOurs = await handBackRun(trx, claim, { countsAsAttempt: reason === "stumbled" });
    if (wasOurs && reason === "leaving") {
      await enqueueJob(trx, "transcode-clip", { clipId }, { key: jobKey("transcode-clip", clipId) });
    }
    return wasOurs;
  });
}
