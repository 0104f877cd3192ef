import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { type ClipSummary, listClipSummaries } from "~/db/queries/clip-list";
import { requirePermission } from "~/domain/accounts/permissions";
import { type ClipStage, clipStage } from "~/domain/footage/clip-stage";

export const CLIPS_PER_PAGE = 25;

export interface ListedClip extends ClipSummary {
  readonly stage: ClipStage;
  readonly isOwn: boolean;
}

export interface ClipList {
  readonly clips: readonly ListedClip[];
  /** Counted from 1. */
  readonly page: number;
  readonly pageCount: number;
}

/** One page of the clips of the officer's own command unit, most urgent first. A page beyond the last is empty. */
export async function listClips(ctx: ServiceContext, page: number): Promise<ClipList> {
  requirePermission(ctx.actor, "clip:list");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  const { clips, total } = await ctx.withActor(ctx.actor, (trx) =>
    listClipSummaries(trx, bcuCode, accountId, {
      limit: CLIPS_PER_PAGE,
      offset: (page - 1) * CLIPS_PER_PAGE,
    }),
  );
  return {
    page,
    pageCount: Math.ceil(total / CLIPS_PER_PAGE),
    clips: clips.map((clip) => ({
      ...clip,
      stage: clipStage(clip, accountId),
      isOwn: clip.uploadedBy === accountId,
    })),
  };
}
