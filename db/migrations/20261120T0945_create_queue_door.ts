import { type Kysely, sql } from "kysely";

/**
 * The one way to enqueue a job: inside the caller's transaction, through a function that belongs to the owner of
 * the queue. The queue's own tables are laid by the migrator afterwards; no audience has rights in its schema.
 * Worker processes keep a lease here, so that the jobs of one that died can be given to another at once: the queue
 * itself would hold them for four hours.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function enqueue_job(p_name text, p_payload json, p_run_at timestamptz, p_key text)
    returns void language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform graphile_worker.add_job(p_name, p_payload, run_at => p_run_at, max_attempts => 25, job_key => p_key, job_key_mode => 'preserve_run_at');
    end $$`.execute(db);
  await sql`alter function enqueue_job(text, json, timestamptz, text) owner to app_queue`.execute(db);
  await sql`grant execute on function enqueue_job(text, json, timestamptz, text) to app_liaison, app_mopac, app_worker, app_panel`.execute(
    db,
  );

  await sql`create table worker_lease (
    worker_id text primary key,
    lease_until timestamptz not null
  )`.execute(db);
  await sql`alter table worker_lease enable row level security`.execute(db);
  await sql`alter table worker_lease force row level security`.execute(db);
  await sql`create policy worker on worker_lease to app_worker using (true) with check (true)`.execute(db);
  await sql`grant select, insert, update, delete on worker_lease to app_worker`.execute(db);
  await sql`create function release_jobs_of(p_workers text[])
    returns void language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform graphile_worker.force_unlock_workers(p_workers);
    end $$`.execute(db);
  await sql`alter function release_jobs_of(text[]) owner to app_queue`.execute(db);
  await sql`grant execute on function release_jobs_of(text[]) to app_worker`.execute(db);
}
