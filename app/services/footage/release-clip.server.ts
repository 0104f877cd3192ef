import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { lockClip, updateClipToReleased } from "~/db/queries/clips";
import { requirePermission } from "~/domain/accounts/permissions";
import { decideRelease, type ReleaseRefusal } from "~/domain/footage/release";
import type { ClipId, RenditionId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";

export interface ClipRelease {
  readonly clipId: ClipId;
  /** What the officer watched. */
  readonly renditionId: RenditionId;
  readonly hasWatchedAll: boolean;
}

/** Opens a clip to panels, in the name of an officer who did not upload it. The database refuses the uploader once more. */
export async function releaseClip(
  ctx: ServiceContext,
  { clipId, ...request }: ClipRelease,
): Promise<Result<null, ReleaseRefusal>> {
  requirePermission(ctx.actor, "clip:release");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const facts = await lockClip(trx, bcuCode, clipId);
    const decision = decideRelease({ officer: accountId, ...request }, facts);
    if (!decision.ok) return decision;
    await updateClipToReleased(trx, clipId, accountId);
    await recordAudit(trx, "CLIP_RELEASED", {
      objectType: "clip",
      objectId: clipId,
      detail: { renditionId: decision.value },
    });
    return granted(null);
  });
}
