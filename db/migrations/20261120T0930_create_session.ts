import { type Kysely, sql } from "kysely";

/** Viewing sessions, their agenda and seats, and the one question that opens footage to a panel member. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table session (
    id uuid primary key default gen_random_uuid(),
    panel_id uuid not null references panel,
    place text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity smallint not null check (capacity between 1 and 30),
    observation_mode text not null default 'mode.standard' check (observation_mode in ('mode.lite', 'mode.standard', 'mode.full')),
    booked_by uuid not null references panel_member,
    booked_at timestamptz not null default now(),
    cancelled_at timestamptz,
    check (ends_at > starts_at),
    constraint one_session_at_a_time exclude using gist (panel_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null)
  )`.execute(db);
  await sql`create table session_clip (
    session_id uuid not null references session,
    clip_id uuid not null references clip,
    position smallint not null check (position >= 1),
    added_at timestamptz not null default now(),
    primary key (session_id, clip_id),
    constraint one_clip_per_place unique (session_id, position) deferrable initially deferred
  )`.execute(db);
  await sql`create index session_clip_clip on session_clip (clip_id)`.execute(db);
  await sql`create table booking (
    id uuid primary key default gen_random_uuid(),
    session_id uuid not null references session,
    panel_member_id uuid not null references panel_member,
    state text not null check (state in ('accepted', 'declined')),
    decided_at timestamptz not null default now(),
    unique (session_id, panel_member_id)
  )`.execute(db);

  await sql`create function app_covers(panel uuid, clip uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from panel p join clip c on c.id = $2 join encounter e on e.id = c.encounter_id
      where p.id = $1 and p.bcu_code = e.bcu_code and (p.borough_gss is null or p.borough_gss = e.borough_gss)) $$`.execute(
    db,
  );
  await sql`create function app_sees_clip(clip uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from session_clip sc join session s on s.id = sc.session_id
        where sc.clip_id = $1 and app_member_of(s.panel_id) is not null)
      or exists (select from clip c join encounter e on e.id = c.encounter_id
        join panel p on p.bcu_code = e.bcu_code and (p.borough_gss is null or p.borough_gss = e.borough_gss)
        where c.id = $1 and c.released_at is not null and c.pulled_at is null and app_chairs(p.id)) $$`.execute(
    db,
  );
  await sql`create function app_seated_in(session uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
    as $$ select m.id from session s join panel_member m on m.id = app_member_of(s.panel_id)
      join booking b on b.session_id = s.id and b.panel_member_id = m.id and b.state = 'accepted'
      where s.id = $1 and s.cancelled_at is null and now() >= s.starts_at and now() < s.ends_at
        and m.may_view_footage and (m.cleared_until is null or m.cleared_until >= london_today()) $$`.execute(
    db,
  );
  await sql`create function app_may_watch(session uuid, clip uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select app_seated_in($1) is not null and exists (select from session_clip sc join clip c on c.id = sc.clip_id
      where sc.session_id = $1 and sc.clip_id = $2 and c.released_at is not null and c.pulled_at is null) $$`.execute(
    db,
  );
  for (const name of [
    "app_covers(uuid, uuid)",
    "app_sees_clip(uuid)",
    "app_seated_in(uuid)",
    "app_may_watch(uuid, uuid)",
  ]) {
    await sql`alter function ${sql.raw(name)} owner to sightline_definer`.execute(db);
    await sql`grant execute on function ${sql.raw(name)} to app_panel, sightline_definer`.execute(db);
  }

  for (const table of ["session", "session_clip", "booking"]) {
    await sql`alter table ${sql.id(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.id(table)} force row level security`.execute(db);
    await sql`create policy definer on ${sql.id(table)} for select to sightline_definer using (true)`.execute(
      db,
    );
    await sql`grant select on ${sql.id(table)} to sightline_definer`.execute(db);
  }
  await sql`create policy members on session for select to app_panel using (app_member_of(panel_id) is not null)`.execute(
    db,
  );
  await sql`create policy chair_books on session for insert to app_panel
    with check (app_chairs(panel_id) and booked_by = app_member_of(panel_id))`.execute(db);
  await sql`create policy seat_counter on session for update to app_panel using (app_member_of(panel_id) is not null)
    with check (app_chairs(panel_id))`.execute(db);
  await sql`create policy members on session_clip for select to app_panel using (exists (select from session s where s.id = session_id))`.execute(
    db,
  );
  await sql`create policy chair_adds on session_clip for insert to app_panel with check (
    exists (select from session s join clip c on c.id = clip_id where s.id = session_id
      and app_chairs(s.panel_id) and app_covers(s.panel_id, clip_id)
      and s.cancelled_at is null and s.ends_at > now()
      and c.released_at is not null and c.pulled_at is null and c.media_state = 'prepared'))`.execute(db);
  await sql`create policy chair_orders on session_clip for update to app_panel using (
    exists (select from session s where s.id = session_id and app_chairs(s.panel_id) and s.ends_at > now()))`.execute(
    db,
  );
  await sql`create policy chair_removes on session_clip for delete to app_panel using (
    exists (select from session s where s.id = session_id and app_chairs(s.panel_id) and s.starts_at > now()))`.execute(
    db,
  );
  await sql`create policy own_or_chaired on booking for select to app_panel using (
    exists (select from session s where s.id = session_id and (app_chairs(s.panel_id) or panel_member_id = app_member_of(s.panel_id))))`.execute(
    db,
  );
  await sql`create policy own_seat on booking for insert to app_panel with check (
    exists (select from session s where s.id = session_id and panel_member_id = app_member_of(s.panel_id)))`.execute(
    db,
  );
  await sql`create policy own_seat_changed on booking for update to app_panel
    using (exists (select from session s where s.id = session_id and panel_member_id = app_member_of(s.panel_id)))`.execute(
    db,
  );
  await sql`grant select, insert on session to app_panel`.execute(db);
  await sql`grant update (cancelled_at) on session to app_panel`.execute(db);
  await sql`grant select, insert, update (position), delete on session_clip to app_panel`.execute(db);
  await sql`grant select, insert on booking to app_panel`.execute(db);
  await sql`grant update (state, decided_at) on booking to app_panel`.execute(db);
  await sql`create function seats_taken(session uuid) returns integer language sql stable security definer set search_path = public, pg_temp
    as $$ select count(*)::integer from booking b join session s on s.id = b.session_id
      where b.session_id = $1 and b.state = 'accepted' and app_member_of(s.panel_id) is not null $$`.execute(
    db,
  );
  await sql`alter function seats_taken(uuid) owner to sightline_definer`.execute(db);
  await sql`grant execute on function seats_taken(uuid) to app_panel`.execute(db);

  // Renditions stay closed outside the window, but how long a clip lasts may be known before, to plan an evening.
  await sql`create function clip_length_ms(clip uuid) returns integer language sql stable security definer set search_path = public, pg_temp
    as $$ select max(r.duration_ms) from rendition r where r.clip_id = $1 and app_sees_clip($1) $$`.execute(
    db,
  );
  await sql`alter function clip_length_ms(uuid) owner to sightline_definer`.execute(db);
  await sql`grant execute on function clip_length_ms(uuid) to app_panel`.execute(db);

  await sql`create policy panel on encounter for select to app_panel using (
    exists (select from clip c where c.encounter_id = encounter.id))`.execute(db);
  await sql`create policy panel on clip for select to app_panel using (app_sees_clip(id))`.execute(db);
  await sql`create policy inside_the_window on rendition for select to app_panel using (
    exists (select from session_clip sc where sc.clip_id = rendition.clip_id and app_may_watch(sc.session_id, sc.clip_id)))`.execute(
    db,
  );
  await sql`create policy inside_the_window on rendition_key for select to app_panel using (
    exists (select from rendition r where r.id = rendition_id))`.execute(db);
  // What the police recorded of the search (power, object, outcome) stays closed until an observer has locked.
  await sql`grant select (id, encounter_type, occurred_on, bcu_code, borough_gss, ethnicity_id, age_band_id, gender_id) on encounter to app_panel`.execute(
    db,
  );
  await sql`grant select (id, encounter_id, reference, state, media_state, released_at, pulled_at) on clip to app_panel`.execute(
    db,
  );
  await sql`grant select on rendition, rendition_key to app_panel`.execute(db);
}
