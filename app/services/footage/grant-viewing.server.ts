import type { ServiceContext } from "~/app/services/context.server";
import {
  type FootageGrant,
  type FootageRefusal,
  grantFootage,
} from "~/app/services/footage/grant-footage.server";
import type { FootageFile } from "~/app/services/footage/open-footage.server";
import { findWatchable } from "~/db/queries/playback";
import type { AuditEvent } from "~/domain/accounts/audit-events";
import { isPermitted } from "~/domain/accounts/permissions";
import { decideRedacted } from "~/domain/footage/redaction";
import type { ClipId, SessionId } from "~/domain/ids";
import type { Result } from "~/domain/result";

/** One file of a clip on the agenda of a session. The panel is not in the address: the seat says which it is. */
export interface ViewingRequest {
  readonly sessionId: SessionId;
  readonly clipId: ClipId;
  readonly file: FootageFile;
}

const EVENT = {
  playlist: "FOOTAGE_OPENED",
  key: "FOOTAGE_KEY_FETCHED",
  poster: "FOOTAGE_POSTER_VIEWED",
  segment: "FOOTAGE_PLAYED",
} as const satisfies Record<FootageFile["kind"], AuditEvent>;

/** Opens one file to a seated member inside the session's window; refuses everybody else alike, and both leave an entry. */
export function grantViewing(
  ctx: ServiceContext,
  { sessionId, clipId, file }: ViewingRequest,
): Promise<Result<FootageGrant, FootageRefusal>> {
  const subject = { objectType: "clip", objectId: clipId, sessionId };
  return grantFootage(ctx, subject, file, async (trx) => {
    if (ctx.actor.audience !== "panel") return null;
    const watchable = await findWatchable(trx, sessionId, clipId);
    if (watchable === null || !isPermitted(ctx.actor, "footage:view", watchable.panelId)) return null;
    const redacted = decideRedacted(watchable.rendition, watchable);
    if (!redacted.ok) return null;
    const { closesInMs, panelId, totalBytes } = watchable;
    return { rendition: redacted.value, totalBytes, closesInMs, event: EVENT[file.kind], panelId };
  });
}
