import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { lockClip, updateClipToRejected } from "~/db/queries/clips";
import { enqueueJob } from "~/db/queries/jobs";
import { deleteRenditionsOf } from "~/db/queries/renditions";
import { discardRejectedUpload } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import { decideRejection, type RejectionRefusal } from "~/domain/footage/release";
import type { ClipId, RenditionId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";

export interface ClipRejection {
  readonly clipId: ClipId;
  readonly renditionId: RenditionId;
  readonly reason: string;
}

/**
 * Sends a clip back to be redacted and uploaded anew. From this commit on nobody can watch it, for its keys are gone;
 * the worker removes the rest of it from the store.
 */
export async function rejectClip(
  ctx: ServiceContext,
  { clipId, reason, ...request }: ClipRejection,
): Promise<Result<null, RejectionRefusal>> {
  requirePermission(ctx.actor, "clip:reject");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const decision = decideRejection(request, await lockClip(trx, bcuCode, clipId));
    if (!decision.ok) return decision;
    await deleteRenditionsOf(trx, clipId);
    await updateClipToRejected(trx, clipId, accountId, reason);
    const uploadId = await discardRejectedUpload(trx, clipId);
    if (uploadId !== null) {
      await enqueueJob(trx, "discard-upload", { uploadId }, { key: `discard-upload:${uploadId}` });
    }
    await recordAudit(trx, "CLIP_REJECTED", {
      objectType: "clip",
      objectId: clipId,
      detail: { renditionId: decision.value },
    });
    return granted(null);
  });
}
