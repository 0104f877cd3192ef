import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { getOwnUpload, type OwnUpload } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import type { UploadId } from "~/domain/ids";

/** An upload that the officer began; throws NotFound for anybody else's. */
export async function getUpload(ctx: ServiceContext, uploadId: UploadId): Promise<OwnUpload> {
  requirePermission(ctx.actor, "clip:upload");
  const { accountId } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, (trx) => getOwnUpload(trx, accountId, uploadId));
}
