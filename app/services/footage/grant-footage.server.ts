import type { ServiceContext } from "~/app/services/context.server";
import {
  type FootageFile,
  footageFileName,
  hasFootageFile,
} from "~/app/services/footage/open-footage.server";
import { recordAudit } from "~/db/queries/audit";
import { findRenditionKey, type RestingKey } from "~/db/queries/renditions";
import type { Trx } from "~/db/with-actor";
import type { AuditEvent, AuditSubject } from "~/domain/accounts/audit-events";
import type { RedactedRendition } from "~/domain/footage/redaction";
import type { PanelId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

/** Leave to read one file, given now. */
export interface FootageGrant {
  readonly rendition: RedactedRendition;
  readonly totalBytes: number;
  /** Milliseconds after which it ends whatever happens; null where nothing but a change ends it. */
  readonly closesInMs: number | null;
  /** The 16 bytes of the content key, where the key was what was asked for. */
  readonly key: Uint8Array | null;
}

/** Why is not said, since whether a thing exists is information too. */
export type FootageRefusal = "not-available";

/** What the database answered before anybody was told. */
export interface FootageAnswer {
  readonly rendition: RedactedRendition;
  readonly totalBytes: number;
  readonly closesInMs: number | null;
  /** The panel on whose agenda it stands, if it was asked for there. */
  readonly panelId: PanelId | null;
  readonly event: AuditEvent;
}

/**
 * Asks for one file in one transaction, writes the answer into the audit log there, and opens the key after the
 * commit. Refuses when `ask` answers null or the rendition has no such file.
 */
export async function grantFootage(
  ctx: ServiceContext,
  subject: AuditSubject,
  file: FootageFile,
  ask: (trx: Trx) => Promise<FootageAnswer | null>,
): Promise<Result<FootageGrant, FootageRefusal>> {
  const entry = { ...subject, detail: { file: footageFileName(file) } };
  const outcome = await ctx.withActor(ctx.actor, async (trx) => {
    const answer = await ask(trx);
    if (answer === null || !hasFootageFile(answer.rendition, file)) {
      await recordAudit(trx, "FOOTAGE_REFUSED", entry, "denied");
      return null;
    }
    const storedKey = file.kind === "key" ? await getContentKey(trx, answer.rendition) : null;
    await recordAudit(trx, answer.event, { ...entry, panelId: answer.panelId });
    return { ...answer, storedKey };
  });
  if (outcome === null) return refused("not-available");
  const { closesInMs, rendition, storedKey, totalBytes } = outcome;
  const key = storedKey === null ? null : ctx.keyRing.openKey(rendition.renditionId, storedKey);
  return granted({ rendition, totalBytes, closesInMs, key });
}

/** Writes down that somebody asked for footage whose address cannot exist. */
export async function refuseUnknownFootage(ctx: ServiceContext): Promise<void> {
  await ctx.withActor(ctx.actor, (trx) =>
    recordAudit(trx, "FOOTAGE_REFUSED", { objectType: "clip", objectId: null }, "denied"),
  );
}

/** Writes down that somebody pulled footage far faster than it can be watched. */
export async function recordHaste(ctx: ServiceContext, subject: AuditSubject): Promise<void> {
  await ctx.withActor(ctx.actor, (trx) =>
    recordAudit(trx, "FOOTAGE_REFUSED", { ...subject, detail: { reason: "pace" } }, "refused"),
  );
}

async function getContentKey(trx: Trx, { renditionId }: RedactedRendition): Promise<RestingKey> {
  const stored = await findRenditionKey(trx, renditionId);
  if (stored === null) throw new Error(`rendition ${renditionId} has no content key`);
  return stored;
}
