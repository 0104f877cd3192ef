import type { MediaState } from "~/domain/footage/clip-stage";
import type { AccountId, RenditionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

/** What is known of a clip at the moment an officer decides about it. */
export interface ReleaseFacts {
  readonly mediaState: MediaState;
  readonly uploadedBy: AccountId;
  readonly releasedAt: Date | null;
  readonly pulledAt: Date | null;
  /** What can be watched of it now; null while nothing is prepared. */
  readonly renditionId: RenditionId | null;
}

export interface ReleaseRequest {
  readonly officer: AccountId;
  /** What the officer watched; another file may have taken its place since. */
  readonly renditionId: RenditionId;
  readonly hasWatchedAll: boolean;
}

export type ReleaseRefusal =
  | "already-released"
  | "own-upload"
  | "not-prepared"
  | "replaced-meanwhile"
  | "confirmation-missing";

/** Whether an officer may release a clip to panels: never their own upload, and only what they have watched to the end. */
export function decideRelease(
  request: ReleaseRequest,
  facts: ReleaseFacts,
): Result<RenditionId, ReleaseRefusal> {
  if (facts.releasedAt !== null) return refused("already-released");
  if (facts.uploadedBy === request.officer) return refused("own-upload");
  if (facts.mediaState !== "prepared" || facts.renditionId === null) return refused("not-prepared");
  if (facts.renditionId !== request.renditionId) return refused("replaced-meanwhile");
  return request.hasWatchedAll ? granted(facts.renditionId) : refused("confirmation-missing");
}

/** How much may be said about what has to change, in characters. */
export const LONGEST_REJECTION_REASON = 500;

export type RejectionRefusal = "already-released" | "not-prepared" | "replaced-meanwhile";

/** Whether a clip may be sent back: any officer of the unit may, the uploader included, as long as it is not released. */
export function decideRejection(
  request: Pick<ReleaseRequest, "renditionId">,
  facts: ReleaseFacts,
): Result<RenditionId, RejectionRefusal> {
  if (facts.releasedAt !== null) return refused("already-released");
  if (facts.mediaState !== "prepared" || facts.renditionId === null) return refused("not-prepared");
  if (facts.renditionId !== request.renditionId) return refused("replaced-meanwhile");
  return granted(facts.renditionId);
}

export type PullRefusal = "not-released" | "already-pulled" | "confirmation-missing";

/** Whether a clip may be taken from everybody at once: any officer of the unit may, once it is released. */
export function decidePull(
  request: { readonly isConfirmed: boolean },
  facts: Pick<ReleaseFacts, "releasedAt" | "pulledAt">,
): Result<null, PullRefusal> {
  if (facts.releasedAt === null) return refused("not-released");
  if (facts.pulledAt !== null) return refused("already-pulled");
  return request.isConfirmed ? granted(null) : refused("confirmation-missing");
}
