import { type Kysely, sql } from "kysely";

/**
 * Observations with their answers and marks. Who observed stands in a table of its own; rows keep the day and
 * not the instant; what is locked or sealed is final for every role, the owner included.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table observation (
    id uuid primary key,
    session_id uuid not null,
    clip_id uuid not null,
    instrument_version text not null,
    mode text not null,
    opened_on date not null default london_today(),
    locked_on date,
    sealed_on date,
    content_sha256 bytea,
    foreign key (session_id, clip_id) references session_clip,
    check (sealed_on is null or locked_on is not null),
    check ((sealed_on is null) = (content_sha256 is null))
  )`.execute(db);
  await sql`create index observation_clip on observation (clip_id)`.execute(db);
  await sql`create table observation_author (
    observation_id uuid primary key references observation deferrable initially deferred,
    session_id uuid not null,
    clip_id uuid not null,
    panel_member_id uuid not null references panel_member,
    constraint one_observation_each unique (session_id, clip_id, panel_member_id)
  )`.execute(db);
  await sql`create table answer (
    observation_id uuid not null references observation,
    question_id text not null,
    value jsonb not null,
    primary key (observation_id, question_id)
  )`.execute(db);
  await sql`create table event_mark (
    id uuid primary key,
    observation_id uuid not null references observation,
    code text not null,
    level smallint not null,
    kind text not null check (kind in ('pt', 'iv')),
    t_start_ms integer not null check (t_start_ms >= 0),
    t_end_ms integer not null,
    auto_closed boolean not null default false,
    playback_rate real not null default 1,
    rendition_id uuid not null,
    pass smallint not null default 1,
    check (t_end_ms >= t_start_ms)
  )`.execute(db);
  await sql`create index event_mark_observation on event_mark (observation_id)`.execute(db);

  await sql`create function app_wrote(observation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from observation_author a join panel_member m on m.id = a.panel_member_id
      where a.observation_id = $1 and m.account_id = app_actor()) $$`.execute(db);
  // Whoever recognised somebody, or declared a link the chair has not cleared, takes no further part in the clip, in any session.
  await sql`create function app_stopped(clip uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from observation_author a join panel_member m on m.id = a.panel_member_id
      join answer w on w.observation_id = a.observation_id
      where a.clip_id = $1 and m.account_id = app_actor()
        and (w.question_id = 'q.pre.recognised' or (w.question_id = 'q.pre.conflict' and w.value <> '"none"'))) $$`.execute(
    db,
  );
  await sql`create or replace function app_may_watch(session uuid, clip uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select app_seated_in($1) is not null and exists (select from session_clip sc join clip c on c.id = sc.clip_id
      where sc.session_id = $1 and sc.clip_id = $2 and c.released_at is not null and c.pulled_at is null) and not app_stopped($2) $$`.execute(
    db,
  );
  await sql`create function app_may_edit(observation uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from observation_author a join observation o on o.id = a.observation_id
      where a.observation_id = $1 and o.sealed_on is null and a.panel_member_id = app_seated_in(a.session_id)
        and app_may_watch(a.session_id, a.clip_id)) $$`.execute(db);
  await sql`create function police_record(observation uuid)
    returns table (power_id text, object_id text, outcome_id text) language sql stable security definer set search_path = public, pg_temp
    as $$ select e.power_id, e.object_id, e.outcome_id from observation o join clip c on c.id = o.clip_id
      join encounter e on e.id = c.encounter_id where o.id = $1 and o.locked_on is not null and app_wrote(o.id) $$`.execute(
    db,
  );

  await sql`create function keep_locked_observation() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.sealed_on is not null then
        raise exception 'a sealed observation is final' using errcode = 'SL001';
      end if;
      if (new.id, new.session_id, new.clip_id, new.instrument_version, new.mode, new.opened_on)
          is distinct from (old.id, old.session_id, old.clip_id, old.instrument_version, old.mode, old.opened_on)
        or (old.locked_on is not null and new.locked_on is distinct from old.locked_on) then
        raise exception 'a locked observation is final' using errcode = 'SL001';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger observation_final before update or delete on observation for each row execute function keep_locked_observation()`.execute(
    db,
  );
  await sql`create function keep_locked_parts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_observation uuid := case when tg_op = 'DELETE' then old.observation_id else new.observation_id end;
      v_locked date; v_sealed date; v_after_lock boolean := false;
    begin
      if tg_op = 'UPDATE' and new.observation_id <> old.observation_id then
        raise exception 'an answer or mark stays with its observation' using errcode = 'SL001';
      end if;
      select locked_on, sealed_on into v_locked, v_sealed from observation where id = v_observation for share;
      if tg_table_name = 'answer' then
        if tg_op = 'UPDATE' and new.question_id <> old.question_id then
          raise exception 'an answer stays with its question' using errcode = 'SL001';
        end if;
        v_after_lock := case when tg_op = 'DELETE' then old.question_id else new.question_id end ~ '^q[.](rec|all|obs)[.]';
      end if;
      if v_sealed is not null or (v_locked is not null and not v_after_lock) then
        raise exception 'the observation is %', case when v_sealed is not null then 'sealed' else 'locked' end using errcode = 'SL001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  for (const table of ["answer", "event_mark"]) {
    await sql`create trigger ${sql.id(`${table}_final`)} before insert or update or delete on ${sql.id(table)}
      for each row execute function keep_locked_parts()`.execute(db);
  }
  await sql`create function keep_author() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select from observation o where o.id = old.observation_id) then
        raise exception 'the author of an observation is final' using errcode = 'SL001';
      end if;
      return old;
    end $$`.execute(db);
  await sql`create trigger observation_author_final before update or delete on observation_author for each row execute function keep_author()`.execute(
    db,
  );
  for (const table of ["observation", "observation_author", "answer", "event_mark"]) {
    await sql`create trigger ${sql.id(`${table}_kept`)} before truncate on ${sql.id(table)} for each statement execute function refuse_change()`.execute(
      db,
    );
    await sql`alter table ${sql.id(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.id(table)} force row level security`.execute(db);
    await sql`create policy definer on ${sql.id(table)} for select to sightline_definer using (true)`.execute(
      db,
    );
    await sql`grant select on ${sql.id(table)} to sightline_definer`.execute(db);
  }
  // SELECT … FOR SHARE in the trigger asks for the right to update.
  await sql`create policy definer_locks on observation for update to sightline_definer using (true) with check (false)`.execute(
    db,
  );
  await sql`grant update (locked_on) on observation to sightline_definer`.execute(db);

  for (const name of [
    "app_stopped(uuid)",
    "app_wrote(uuid)",
    "app_may_edit(uuid)",
    "police_record(uuid)",
    "keep_locked_parts()",
    "keep_author()",
  ]) {
    await sql`alter function ${sql.raw(name)} owner to sightline_definer`.execute(db);
  }
  for (const name of ["app_stopped(uuid)", "app_wrote(uuid)", "app_may_edit(uuid)", "police_record(uuid)"]) {
    await sql`grant execute on function ${sql.raw(name)} to app_panel, sightline_definer`.execute(db);
  }
  await sql`create policy own on observation for select to app_panel using (app_wrote(id))`.execute(db);
  await sql`create policy in_the_window on observation for insert to app_panel with check (
    app_may_watch(session_id, clip_id) and locked_on is null and sealed_on is null)`.execute(db);
  await sql`create policy own_open on observation for update to app_panel using (app_may_edit(id)) with check (app_wrote(id))`.execute(
    db,
  );
  await sql`create policy own on observation_author for select to app_panel using (
    exists (select from panel_member m where m.id = panel_member_id and m.account_id = app_actor()))`.execute(
    db,
  );
  await sql`create policy own_seat on observation_author for insert to app_panel with check (panel_member_id = app_seated_in(session_id))`.execute(
    db,
  );
  for (const table of ["answer", "event_mark"]) {
    await sql`create policy own on ${sql.id(table)} for select to app_panel using (app_wrote(observation_id))`.execute(
      db,
    );
    await sql`create policy own_open on ${sql.id(table)} for insert to app_panel with check (app_may_edit(observation_id))`.execute(
      db,
    );
    await sql`create policy own_open_changed on ${sql.id(table)} for update to app_panel using (app_may_edit(observation_id))`.execute(
      db,
    );
    await sql`create policy own_open_removed on ${sql.id(table)} for delete to app_panel using (app_may_edit(observation_id))`.execute(
      db,
    );
  }
  await sql`grant select, insert on observation, observation_author to app_panel`.execute(db);
  await sql`grant update (locked_on, sealed_on, content_sha256) on observation to app_panel`.execute(db);
  await sql`grant select, insert, update (value), delete on answer to app_panel`.execute(db);
  await sql`grant select, insert, delete on event_mark to app_panel`.execute(db);
}
