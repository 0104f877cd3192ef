import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import { findOpenUpload } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import type { ClipId } from "~/domain/ids";

/** Finishes the officer's upload of a clip when all of it lies in the store and nobody noticed, as after a crash. */
export async function settleUpload(ctx: ServiceContext, clipId: ClipId): Promise<void> {
  requirePermission(ctx.actor, "clip:upload");
  const { accountId } = requireOfficer(ctx.actor);
  const open = await ctx.withActor(ctx.actor, (trx) => findOpenUpload(trx, accountId, clipId));
  if (open?.state === "created") await finishUpload(ctx, open.uploadId);
}
