import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { lockClipToPrepare, updateClipToPrepared, updateUploadToDiscarded } from "~/db/queries/clip-media";
import { settleRun } from "~/db/queries/job-runs";
import { enqueueJob } from "~/db/queries/jobs";
import {
  deleteRenditionsOf,
  insertRendition,
  insertRenditionKey,
  type NewRendition,
  type RestingKey,
} from "~/db/queries/renditions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { RunClaim } from "~/domain/footage/job-run";
import type { ClipId, UploadId } from "~/domain/ids";
import { jobKey } from "~/domain/jobs";
import { granted, type Result, refused } from "~/domain/result";

export interface FinishedRendition {
  readonly claim: RunClaim<ClipId>;
  readonly uploadId: UploadId;
  readonly rendition: Omit<NewRendition, "clipId" | "generation">;
  readonly key: RestingKey;
}

/**
 * Makes a stored rendition the clip's own and hands the clip to the second person who checks it, in one commit.
 * Refuses a worker whose lease is no longer alive: what it stored belongs to nobody.
 */
export async function publishRendition(
  ctx: ServiceContext,
  { claim, uploadId, rendition, key }: FinishedRendition,
): Promise<Result<null, "lease-lost">> {
  requirePermission(ctx.actor, "clip:prepare");
  const { subject: clipId, generation } = claim;
  return ctx.withActor(ctx.actor, async (trx) => {
    await lockClipToPrepare(trx, clipId);
    if (!(await settleRun(trx, claim, "done"))) return refused("lease-lost");
    await deleteRenditionsOf(trx, clipId);
    await insertRendition(trx, { ...rendition, clipId, generation });
    await insertRenditionKey(trx, rendition.renditionId, key);
    await updateClipToPrepared(trx, clipId);
    await updateUploadToDiscarded(trx, uploadId);
    await enqueueJob(trx, "discard-upload", { uploadId }, { key: jobKey("discard-upload", uploadId) });
    await recordAudit(trx, "CLIP_READY_FOR_CHECK", {
      objectType: "clip",
      objectId: clipId,
      detail: {
        renditionId: rendition.renditionId,
        uploadId,
        generation,
        sourceSha256: Buffer.from(rendition.sourceSha256).toString("hex"),
      },
    });
    return granted(null);
  });
}
