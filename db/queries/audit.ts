import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { AuditEvent, AuditOutcome, AuditSubject } from "~/domain/accounts/audit-events";

/**
 * Appends one entry to the chain, in the caller's transaction. Make it the last statement before the commit: it
 * holds the chain's lock until then. The actor and the database role are taken from the transaction itself.
 */
export async function recordAudit(
  trx: Trx,
  event: AuditEvent,
  subject: AuditSubject,
  outcome: AuditOutcome = "done",
): Promise<void> {
  await sql`select audit_append(${event}, ${outcome}, ${subject.objectType}, ${subject.objectId}, ${subject.panelId ?? null}::uuid,
    ${subject.sessionId ?? null}::uuid, ${JSON.stringify(subject.detail ?? {})}::jsonb)`.execute(trx);
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: Date;
  readonly event: string;
  readonly outcome: string;
  readonly actor: string | null;
  readonly actorRole: string;
  readonly objectType: string;
  readonly objectId: string | null;
}

/** One page of the log, newest first, below `before` when given. */
export async function listAuditEntries(
  trx: Trx,
  before: number | null,
  limit: number,
): Promise<AuditEntry[]> {
  let query = trx
    .selectFrom("audit_event")
    .select(["seq", "at", "event", "outcome", "actor", "actor_role", "object_type", "object_id"])
    .orderBy("seq", "desc")
    .limit(limit);
  if (before !== null) query = query.where("seq", "<", before);
  const rows = await query.execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    event: row.event,
    outcome: row.outcome,
    actor: row.actor,
    actorRole: row.actor_role,
    objectType: row.object_type,
    objectId: row.object_id,
  }));
}
