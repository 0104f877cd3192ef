import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import {
  type ClipProfile,
  findClipProfile,
  findPreparedFootage,
  listColleagues,
  type PreparedFootage,
} from "~/db/queries/clip-details";
import { findRunProgress } from "~/db/queries/job-runs";
import { findOpenUpload } from "~/db/queries/uploads";
import { requirePermission } from "~/domain/accounts/permissions";
import { NotFound } from "~/domain/errors";
import { type ClipStage, clipStage } from "~/domain/footage/clip-stage";
import type { RunProgress } from "~/domain/footage/job-run";
import type { ClipId } from "~/domain/ids";

export interface ClipDetails extends ClipProfile {
  readonly stage: ClipStage;
  readonly isOwn: boolean;
  /** What can be watched of it; null before it is prepared. */
  readonly footage: PreparedFootage | null;
  /** Null unless it is being prepared. */
  readonly run: RunProgress | null;
  /** Whether bytes of this officer's file may be under way. */
  readonly hasOpenUpload: boolean;
  /** Names of those who may check it beside this officer. */
  readonly colleagues: readonly string[];
}

/** A clip of the officer's own command unit; throws NotFound for any other. */
export async function getClip(ctx: ServiceContext, clipId: ClipId): Promise<ClipDetails> {
  requirePermission(ctx.actor, "clip:view");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const clip = await findClipProfile(trx, bcuCode, clipId);
    if (clip === null) throw new NotFound("clip");
    const stage = clipStage(clip, accountId);
    const upload = await findOpenUpload(trx, accountId, clipId);
    return {
      ...clip,
      stage,
      isOwn: clip.uploadedBy === accountId,
      footage: clip.mediaState === "prepared" ? await findPreparedFootage(trx, clipId) : null,
      run: stage === "preparing" ? await findRunProgress(trx, clipId) : null,
      hasOpenUpload: upload?.state === "created",
      colleagues: await listColleagues(trx, bcuCode, accountId),
    };
  });
}
