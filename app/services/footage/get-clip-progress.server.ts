import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { getClipStageFacts } from "~/db/queries/clips";
import { findRunProgress } from "~/db/queries/job-runs";
import { requirePermission } from "~/domain/accounts/permissions";
import { type ClipStage, clipStage } from "~/domain/footage/clip-stage";
import type { RunProgress } from "~/domain/footage/job-run";
import type { ClipId } from "~/domain/ids";

export interface ClipProgress {
  readonly stage: ClipStage;
  readonly run: RunProgress | null;
}

/** How far a clip of the officer's own command unit has come, for a page that asks each second. */
export async function getClipProgress(ctx: ServiceContext, clipId: ClipId): Promise<ClipProgress> {
  requirePermission(ctx.actor, "clip:view");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const stage = clipStage(await getClipStageFacts(trx, bcuCode, clipId), accountId);
    return { stage, run: stage === "preparing" ? await findRunProgress(trx, clipId) : null };
  });
}
