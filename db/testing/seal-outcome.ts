import type { ObservationPlace } from "~/db/queries/observations";
import type { Trx } from "~/db/with-actor";

/** What the database holds of all observations of one clip in one session. */
export interface SealOutcome {
  /** Of those that are sealed, the hash in hexadecimal. */
  readonly hashes: readonly string[];
  readonly observations: number;
  /** How often the log says that one was sealed. */
  readonly sealedEntries: number;
}

/** Reads, as the owner of the schema, what became of the observations of a clip in a session. */
export async function getSealOutcome(
  trx: Trx,
  { clipId, sessionId }: Pick<ObservationPlace, "clipId" | "sessionId">,
): Promise<SealOutcome> {
  const observations = await trx
    .selectFrom("observation")
    .select("content_sha256")
    .where("session_id", "=", sessionId)
    .where("clip_id", "=", clipId)
    .execute();
  const entries = await trx
    .selectFrom("audit_event")
    .select("seq")
    .where("event", "=", "OBSERVATION_SEALED")
    .where("session_id", "=", sessionId)
    .where("object_id", "=", clipId)
    .execute();
  return {
    hashes: observations.flatMap((row) => (row.content_sha256 ? [row.content_sha256.toString("hex")] : [])),
    observations: observations.length,
    sealedEntries: entries.length,
  };
}
