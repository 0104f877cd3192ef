import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { lockClip } from "~/db/queries/clips";
import { enqueueJob } from "~/db/queries/jobs";
import { discardOwnUploads, findOpenUpload, insertUpload } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import { decideUploadStart, type UploadStartRefusal } from "~/domain/footage/upload-start";
import type { ClipId, UploadId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";

export interface UploadStart {
  readonly clipId: ClipId;
  readonly declaredBytes: number;
  /** An upload of the same file that was broken off; it is gone on with when it still can be. */
  readonly resumed: UploadId | null;
}

/** Makes room for the file of a clip that the officer registered. Whatever they had begun to upload for it before is given up. */
export async function startUpload(
  ctx: ServiceContext,
  { clipId, declaredBytes, resumed }: UploadStart,
): Promise<Result<UploadId, UploadStartRefusal>> {
  requirePermission(ctx.actor, "clip:upload");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const clip = await lockClip(trx, bcuCode, clipId);
    const decision = decideUploadStart({ officer: accountId, declaredBytes }, clip);
    if (!decision.ok) return decision;
    const open = await findOpenUpload(trx, accountId, clipId);
    if (open !== null && open.uploadId === resumed && open.declaredBytes === declaredBytes) {
      return granted(open.uploadId);
    }
    for (const uploadId of await discardOwnUploads(trx, accountId, clipId)) {
      await enqueueJob(trx, "discard-upload", { uploadId }, { key: `discard-upload:${uploadId}` });
    }
    const uploadId = await insertUpload(trx, { clipId, owner: accountId, declaredBytes });
    await recordAudit(trx, "UPLOAD_STARTED", {
      objectType: "upload",
      objectId: uploadId,
      detail: { clipId, declaredBytes },
    });
    return granted(uploadId);
  });
}
