import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";

/** Says that this worker process is alive, and will be for `leaseSeconds` by the database's clock. */
export async function renewWorkerLease(trx: Trx, workerId: string, leaseSeconds: number): Promise<void> {
  await sql`
    insert into worker_lease (worker_id, lease_until) values (${workerId}, now() + make_interval(secs => ${leaseSeconds}))
    on conflict (worker_id) do update set lease_until = excluded.lease_until`.execute(trx);
}

/** Says that this worker process leaves of its own will. */
export async function deleteWorkerLease(trx: Trx, workerId: string): Promise<void> {
  await trx.deleteFrom("worker_lease").where("worker_id", "=", workerId).execute();
}

/** Forgets every worker process that has been silent for longer than its lease; answers who they were. */
export async function deleteExpiredWorkers(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ worker_id: string }>`
    delete from worker_lease using
      (select worker_id from worker_lease where lease_until <= now() for update skip locked) lost
    where worker_lease.worker_id = lost.worker_id returning worker_lease.worker_id`.execute(trx);
  return rows.map((row) => row.worker_id);
}

/** Makes the jobs that the queue has handed to these worker processes ready for others. */
export async function releaseJobsOf(trx: Trx, workerIds: readonly string[]): Promise<void> {
  await sql`select release_jobs_of(${workerIds}::text[])`.execute(trx);
}

/** Seconds until the next lease of any kind ends unless it is renewed; null when there is none. */
export async function secondsToNextExpiry(trx: Trx): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from min(lease_until) - now())::float8 as seconds from (
      select lease_until from worker_lease
      union all select lease_until from job_run where state = 'running') leases`.execute(trx);
  return rows[0]?.seconds ?? null;
}
