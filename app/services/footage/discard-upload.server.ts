import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { findClipOfUpload, updateUploadToDiscarded } from "~/db/queries/clip-media";
import { isBeingPrepared } from "~/db/queries/job-runs";
import { listRenditionPrefixes } from "~/db/queries/renditions";
import { requirePermission } from "~/domain/accounts/permissions";
import type { ClipId, UploadId } from "~/domain/ids";
import { clipPrefix } from "~/storage/keys";
import type { UploadStore } from "~/storage/upload-store";

/**
 * Removes an upload's bytes, and whatever runs that did not publish have left of its clip in the store. Asking again
 * is harmless. While somebody is preparing the clip, that part is left to the end of that run.
 */
export async function discardUpload(
  ctx: ServiceContext,
  uploads: Pick<UploadStore, "discard">,
  uploadId: UploadId,
): Promise<void> {
  requirePermission(ctx.actor, "clip:prepare");
  const clipId = await ctx.withActor(ctx.actor, async (trx) => {
    const found = await findClipOfUpload(trx, uploadId);
    if (await updateUploadToDiscarded(trx, uploadId)) {
      await recordAudit(trx, "UPLOAD_DISCARDED", { objectType: "upload", objectId: uploadId });
    }
    return found;
  });
  await uploads.discard(uploadId);
  if (clipId) await removeUnpublished(ctx, clipId);
}

async function removeUnpublished(ctx: ServiceContext, clipId: ClipId): Promise<void> {
  const stray: string[] = [];
  for await (const { key } of ctx.store.list(clipPrefix(clipId))) stray.push(key);
  // Asked after listing, because whatever was listed then belongs to a run that is either alive, published, or over.
  const { isBusy, published } = await ctx.withActor(ctx.actor, async (trx) => ({
    isBusy: await isBeingPrepared(trx, clipId),
    published: await listRenditionPrefixes(trx, clipId),
  }));
  if (isBusy) return;
  const unpublished = stray.filter((key) => !published.some((prefix) => key.startsWith(prefix)));
  if (unpublished.length > 0) await ctx.store.delete(unpublished);
}
