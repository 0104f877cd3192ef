import type { ServiceContext } from "~/app/services/context.server";
import {
  type FootageGrant,
  type FootageRefusal,
  grantFootage,
} from "~/app/services/footage/grant-footage.server";
import type { FootageFile } from "~/app/services/footage/open-footage.server";
import { findPreviewable } from "~/db/queries/playback";
import { isPermitted } from "~/domain/accounts/permissions";
import { decideForCheck } from "~/domain/footage/redaction";
import type { ClipId } from "~/domain/ids";
import type { Result } from "~/domain/result";

/** One file of a clip, for an officer who checks it. */
export interface PreviewRequest {
  readonly clipId: ClipId;
  readonly file: FootageFile;
}

/** Opens one file to an officer of the clip's own command unit; refuses everybody else alike, and both leave an entry. */
export function grantPreview(
  ctx: ServiceContext,
  { clipId, file }: PreviewRequest,
): Promise<Result<FootageGrant, FootageRefusal>> {
  return grantFootage(ctx, { objectType: "clip", objectId: clipId }, file, async (trx) => {
    const { bcuCode } = ctx.actor;
    if (bcuCode === null || !isPermitted(ctx.actor, "footage:preview")) return null;
    const previewable = await findPreviewable(trx, bcuCode, clipId);
    if (previewable === null) return null;
    const redacted = decideForCheck(previewable.rendition, previewable);
    if (!redacted.ok) return null;
    const { totalBytes } = previewable;
    return {
      rendition: redacted.value,
      totalBytes,
      closesInMs: null,
      panelId: null,
      event: "FOOTAGE_PREVIEWED",
    };
  });
}
