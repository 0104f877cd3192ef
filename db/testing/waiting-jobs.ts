import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";

/** The names of the jobs that wait under a key ending in this id, for asserting as the owner. */
export async function waitingJobs(trx: Trx, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select task_identifier as name from graphile_worker.jobs
    where key like ${`%${id}`} order by key`.execute(trx);
  return rows.map(({ name }) => name);
}
