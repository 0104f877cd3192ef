import { type Kysely, sql } from "kysely";

/**
 * The one way to enqueue a job: inside the caller's transaction, through a function that belongs to the owner of
 * the queue. The queue's own tables are laid by the migrator afterwards; no audience has rights in its schema.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function enqueue_job(p_name text, p_payload json, p_run_at timestamptz, p_key text)
    returns void language plpgsql security definer set search_path = public as $$
    begin
      perform graphile_worker.add_job(p_name, p_payload, run_at => p_run_at, max_attempts => 10, job_key => p_key, job_key_mode => 'preserve_run_at');
    end $$`.execute(db);
  await sql`alter function enqueue_job(text, json, timestamptz, text) owner to app_queue`.execute(db);
  await sql`grant execute on function enqueue_job(text, json, timestamptz, text) to app_liaison, app_mopac, app_worker, app_panel`.execute(
    db,
  );
}
