import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { JobName, JobPayload } from "~/domain/jobs";

/**
 * Hands work to the worker in the caller's transaction: no commit, no job. A waiting job with the same key is
 * replaced, so asking twice is asking once.
 */
export async function enqueueJob<N extends JobName>(
  trx: Trx,
  name: N,
  payload: JobPayload<N>,
  options: { readonly key?: string; readonly runAt?: Date } = {},
): Promise<void> {
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null})`.execute(
    trx,
  );
}
