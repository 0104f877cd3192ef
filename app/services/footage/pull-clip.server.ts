import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { lockClip, updateClipToPulled } from "~/db/queries/clips";
import { requirePermission } from "~/domain/accounts/permissions";
import { decidePull, type PullRefusal } from "~/domain/footage/release";
import type { ClipId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";

export interface ClipPull {
  readonly clipId: ClipId;
  readonly isConfirmed: boolean;
}

/** Takes a released clip from everybody at once, those included who are watching it now. */
export async function pullClip(
  ctx: ServiceContext,
  { clipId, isConfirmed }: ClipPull,
): Promise<Result<null, PullRefusal>> {
  requirePermission(ctx.actor, "clip:pull");
  const { bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const decision = decidePull({ isConfirmed }, await lockClip(trx, bcuCode, clipId));
    if (!decision.ok) return decision;
    await updateClipToPulled(trx, clipId);
    await recordAudit(trx, "CLIP_PULLED", { objectType: "clip", objectId: clipId });
    return granted(null);
  });
}
