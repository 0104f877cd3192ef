import type { ServiceContext } from "~/app/services/context.server";
import { recordClipFailure } from "~/app/services/footage/record-clip-failure.server";
import { lockClipToPrepare } from "~/db/queries/clip-media";
import { settleRun } from "~/db/queries/job-runs";
import { requirePermission } from "~/domain/accounts/permissions";
import type { ClipFailure } from "~/domain/footage/clip-failure";
import type { RunClaim } from "~/domain/footage/job-run";
import type { ClipId, UploadId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

export interface FailedPreparation {
  readonly claim: RunClaim<ClipId>;
  readonly uploadId: UploadId;
  readonly failure: ClipFailure;
}

/** Writes on the clip that it can never be prepared from this upload, and why; refuses a worker whose lease is no longer alive. */
export async function failClip(
  ctx: ServiceContext,
  { claim, uploadId, failure }: FailedPreparation,
): Promise<Result<null, "lease-lost">> {
  requirePermission(ctx.actor, "clip:prepare");
  return ctx.withActor(ctx.actor, async (trx) => {
    await lockClipToPrepare(trx, claim.subject);
    if (!(await settleRun(trx, claim, "refused"))) return refused("lease-lost");
    await recordClipFailure(trx, claim, uploadId, failure);
    return granted(null);
  });
}
