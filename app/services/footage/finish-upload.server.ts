import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { updateClipToReceived } from "~/db/queries/clips";
import { enqueueJob } from "~/db/queries/jobs";
import { getOwnUpload, lockOwnUpload, updateUploadToReceived } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import type { UploadId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { rawKey } from "~/storage/keys";

/** `incomplete`: the store does not hold all of it. `given-up`: another file was chosen meanwhile. */
export type UploadFinishRefusal = "incomplete" | "given-up";

/**
 * Hands a file that lies whole in the store to the worker. Asking again changes nothing, so it may be asked by
 * whoever notices: the last request of an upload, one that resumes it, or a page that shows the clip.
 */
export async function finishUpload(
  ctx: ServiceContext,
  uploadId: UploadId,
): Promise<Result<null, UploadFinishRefusal>> {
  requirePermission(ctx.actor, "clip:upload");
  const { accountId } = requireOfficer(ctx.actor);
  const before = await ctx.withActor(ctx.actor, (trx) => getOwnUpload(trx, accountId, uploadId));
  if (before.state === "received") return granted(null);
  const storedBytes = await ctx.store.size(rawKey(uploadId));
  if (storedBytes !== before.declaredBytes) return refused("incomplete");
  return ctx.withActor(ctx.actor, async (trx) => {
    const { clipId, state } = await lockOwnUpload(trx, accountId, uploadId);
    if (state === "received") return granted(null);
    if (state === "discarded") {
      // Its bytes may have become an object only after the first attempt to remove them.
      await enqueueJob(trx, "discard-upload", { uploadId }, { key: `discard-upload:${uploadId}` });
      return refused("given-up");
    }
    await updateUploadToReceived(trx, uploadId);
    await updateClipToReceived(trx, clipId);
    await enqueueJob(trx, "transcode-clip", { clipId }, { key: `transcode-clip:${clipId}` });
    await recordAudit(trx, "UPLOAD_FINISHED", {
      objectType: "upload",
      objectId: uploadId,
      detail: { clipId, declaredBytes: before.declaredBytes },
    });
    return granted(null);
  });
}
