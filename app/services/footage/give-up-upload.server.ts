import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { enqueueJob } from "~/db/queries/jobs";
import { discardOwnUploads, lockOwnUpload } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import type { UploadId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

/** Gives up an upload that is under way; what has arrived of it is removed. One that has arrived whole is refused. */
export async function giveUpUpload(
  ctx: ServiceContext,
  uploadId: UploadId,
): Promise<Result<null, "already-received">> {
  requirePermission(ctx.actor, "clip:upload");
  const { accountId } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const { clipId, state } = await lockOwnUpload(trx, accountId, uploadId);
    if (state === "received") return refused("already-received");
    if (state === "discarded") return granted(null);
    await discardOwnUploads(trx, accountId, clipId);
    await enqueueJob(trx, "discard-upload", { uploadId }, { key: `discard-upload:${uploadId}` });
    await recordAudit(trx, "UPLOAD_DISCARDED", {
      objectType: "upload",
      objectId: uploadId,
      detail: { clipId },
    });
    return granted(null);
  });
}
