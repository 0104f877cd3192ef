import { recordAudit } from "~/db/queries/audit";
import { updateClipToFailed, updateUploadToDiscarded } from "~/db/queries/clip-media";
import { enqueueJob } from "~/db/queries/jobs";
import type { Trx } from "~/db/with-actor";
import type { ClipFailure } from "~/domain/footage/clip-failure";
import type { RunClaim } from "~/domain/footage/job-run";
import type { ClipId, UploadId } from "~/domain/ids";
import { jobKey } from "~/domain/jobs";

/** The last steps of a transaction in which a clip's run was refused: the reason, and the end of its upload. */
export async function recordClipFailure(
  trx: Trx,
  claim: RunClaim<ClipId>,
  uploadId: UploadId,
  failure: ClipFailure,
): Promise<void> {
  await updateClipToFailed(trx, claim.subject, failure);
  await updateUploadToDiscarded(trx, uploadId);
  await enqueueJob(trx, "discard-upload", { uploadId }, { key: jobKey("discard-upload", uploadId) });
  await recordAudit(trx, "CLIP_FAILED", {
    objectType: "clip",
    objectId: claim.subject,
    detail: { failure, uploadId, generation: claim.generation },
  });
}
