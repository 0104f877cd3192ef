import type { ServiceContext } from "~/app/services/context.server";
import { recordClipFailure } from "~/app/services/footage/record-clip-failure.server";
import { lockClipToPrepare, type ReceivedUpload, updateClipToPreparing } from "~/db/queries/clip-media";
import { claimRun, settleRun } from "~/db/queries/job-runs";
import { enqueueJob } from "~/db/queries/jobs";
import { requirePermission } from "~/domain/accounts/permissions";
import { MOST_ATTEMPTS, type RunClaim } from "~/domain/footage/job-run";
import type { ClipId } from "~/domain/ids";
import { jobKey } from "~/domain/jobs";
import { granted, type Result, refused } from "~/domain/result";

export interface Preparation {
  readonly claim: RunClaim<ClipId>;
  readonly upload: ReceivedUpload;
}

/**
 * `nothing-to-do`: the clip is prepared, failed, or never arrived. `taken`: another worker has it; the job comes back
 * when that worker's lease would end. `gave-up`: it was begun too often, and is now marked as failed.
 */
export type PreparationRefusal = "nothing-to-do" | "taken" | "gave-up";

export interface PreparationRequest {
  readonly clipId: ClipId;
  readonly workerId: string;
  readonly leaseSeconds: number;
}

/** Takes a clip that arrived for this worker to prepare. */
export async function startPreparation(
  ctx: ServiceContext,
  { clipId, workerId, leaseSeconds }: PreparationRequest,
): Promise<Result<Preparation, PreparationRefusal>> {
  requirePermission(ctx.actor, "clip:prepare");
  return ctx.withActor(ctx.actor, async (trx) => {
    const upload = await lockClipToPrepare(trx, clipId);
    if (!upload) return refused("nothing-to-do");
    const outcome = await claimRun(trx, clipId, workerId, leaseSeconds);
    if (!outcome.isOurs) {
      const key = jobKey("transcode-clip", clipId);
      await enqueueJob(trx, "transcode-clip", { clipId }, { key, runAt: outcome.until });
      return refused("taken");
    }
    const { claim, attempt } = outcome;
    if (attempt > MOST_ATTEMPTS) {
      await settleRun(trx, claim, "refused");
      await recordClipFailure(trx, claim, upload.uploadId, "gave-up");
      return refused("gave-up");
    }
    await updateClipToPreparing(trx, clipId);
    return granted({ claim, upload });
  });
}
