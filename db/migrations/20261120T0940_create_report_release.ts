import { type Kysely, sql } from "kysely";

/** Frozen, disclosure-controlled tables; and the only view of sealed answers that the worker may make them from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table report_release (
    id uuid primary key default gen_random_uuid(),
    kind text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    stratum text not null check (stratum in ('random', 'targeted')),
    version integer not null default 1,
    rule_version text not null,
    instrument_version text not null,
    content jsonb not null,
    compiled_at timestamptz not null default now(),
    unique (kind, quarter, stratum, version)
  )`.execute(db);
  await sql`alter table report_release enable row level security`.execute(db);
  await sql`alter table report_release force row level security`.execute(db);
  await sql`create policy analysts on report_release for select to app_mopac using (true)`.execute(db);
  await sql`create policy worker on report_release to app_worker using (true) with check (true)`.execute(db);
  await sql`grant select on report_release to app_mopac`.execute(db);
  await sql`grant select, insert on report_release to app_worker`.execute(db);
  await sql`create trigger report_release_final before update or delete on report_release for each row execute function refuse_change()`.execute(
    db,
  );
  await sql`create trigger report_release_kept before truncate on report_release for each statement execute function refuse_change()`.execute(
    db,
  );

  await sql`create view rise_fact as
    select s.starts_at, dense_rank() over (partition by o.clip_id order by m.account_id)::integer as observer, e.encounter_type, e.bcu_code, sm.stratum, o.clip_id, s.panel_id, o.instrument_version,
      (select a.value #>> '{}' from answer a where a.observation_id = o.id and a.question_id = 'q.path.start') as temperature_start,
      (select a.value #>> '{}' from answer a where a.observation_id = o.id and a.question_id = 'q.path.peak') as temperature_peak
    from observation o
    join observation_author oa on oa.observation_id = o.id
    join panel_member m on m.id = oa.panel_member_id
    join session s on s.id = o.session_id
    join clip c on c.id = o.clip_id
    join encounter e on e.id = c.encounter_id
    join selection_method sm on sm.id = e.selection_method
    where o.sealed_on is not null and c.state <> 'withdrawn'`.execute(db);
  await sql`alter view rise_fact owner to sightline_definer`.execute(db);
  await sql`grant select on rise_fact to app_worker`.execute(db);
}
