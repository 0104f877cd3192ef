import { type Kysely, sql } from "kysely";

/** Encounters, the clips that show them, and everything made from a clip. Visibility to panels comes with the sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table encounter (
    id uuid primary key default gen_random_uuid(),
    encounter_type text not null references encounter_type,
    occurred_on date not null,
    bcu_code text not null references bcu,
    borough_gss text not null references borough,
    power_id text references power,
    object_id text references search_object,
    outcome_id text references outcome,
    ethnicity_id text references ethnicity,
    age_band_id text references age_band,
    gender_id text references gender,
    selection_method text not null references selection_method,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create table clip (
    id uuid primary key default gen_random_uuid(),
    encounter_id uuid not null unique references encounter,
    reference text not null unique,
    state text not null default 'redacting' check (state in ('requested', 'located', 'not_found', 'held', 'redacting', 'qa', 'ready',
      'scheduled', 'viewed', 'observed', 'agreed', 'sent', 'replied', 'closed', 'erased', 'withdrawn', 'expired', 'no_footage')),
    media_state text not null default 'awaiting_upload'
      check (media_state in ('awaiting_upload', 'received', 'preparing', 'prepared', 'failed', 'erased')),
    failure text,
    uploaded_by uuid not null references account,
    uploaded_at timestamptz,
    released_by uuid references account,
    released_at timestamptz,
    pulled_at timestamptz,
    rejected_by uuid references account,
    rejected_at timestamptz,
    rejection_reason text,
    created_at timestamptz not null default now(),
    constraint released_by_a_second_person check (released_by <> uploaded_by),
    constraint released_by_somebody check ((released_by is null) = (released_at is null)),
    constraint failure_has_a_reason check ((media_state = 'failed') = (failure is not null))
  )`.execute(db);
  await sql`create index clip_state on clip (state, created_at)`.execute(db);
  await sql`create table upload (
    id uuid primary key default gen_random_uuid(),
    clip_id uuid not null references clip,
    owner_id uuid not null references account,
    declared_bytes bigint not null check (declared_bytes >= 0),
    state text not null default 'created' check (state in ('created', 'received', 'discarded')),
    sha256 bytea,
    created_at timestamptz not null default now(),
    received_at timestamptz
  )`.execute(db);
  await sql`create unique index upload_one_open_per_clip on upload (clip_id) where state in ('created', 'received')`.execute(
    db,
  );
  await sql`create table rendition (
    id uuid primary key default gen_random_uuid(),
    clip_id uuid not null references clip,
    generation integer not null,
    width integer not null,
    height integer not null,
    duration_ms integer not null check (duration_ms > 0),
    segment_count integer not null check (segment_count > 0),
    has_audio boolean not null,
    total_bytes bigint not null,
    source_sha256 bytea not null,
    object_prefix text not null unique,
    created_at timestamptz not null default now(),
    unique (clip_id, height)
  )`.execute(db);
  await sql`create table rendition_key (
    rendition_id uuid primary key references rendition on delete cascade,
    master_key_id text not null,
    wrapped bytea not null
  )`.execute(db);
  await sql`create table job_run (
    subject uuid not null,
    job text not null,
    generation integer not null default 0,
    worker_id text not null,
    lease_until timestamptz not null,
    state text not null check (state in ('waiting', 'running', 'done', 'refused')),
    attempt integer not null default 1,
    stage text not null default 'waiting',
    progress real not null default 0,
    primary key (subject, job)
  )`.execute(db);

  for (const table of ["encounter", "clip", "upload", "rendition", "rendition_key", "job_run"]) {
    await sql`alter table ${sql.id(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.id(table)} force row level security`.execute(db);
    await sql`create policy definer on ${sql.id(table)} for select to sightline_definer using (true)`.execute(
      db,
    );
    await sql`grant select on ${sql.id(table)} to sightline_definer`.execute(db);
    await sql`create policy worker on ${sql.id(table)} to app_worker using (true) with check (true)`.execute(
      db,
    );
  }
  await sql`grant select on encounter to app_worker`.execute(db);
  await sql`grant select, update (state, media_state, failure, uploaded_at) on clip to app_worker`.execute(
    db,
  );
  await sql`grant select, update on upload to app_worker`.execute(db);
  await sql`grant select, insert, delete on rendition, rendition_key to app_worker`.execute(db);
  await sql`grant select, insert, update on job_run to app_worker`.execute(db);

  await sql`create policy own_bcu on encounter to app_liaison using (bcu_code = app_bcu()) with check (bcu_code = app_bcu())`.execute(
    db,
  );
  await sql`create policy own_bcu on clip for select to app_liaison
    using (exists (select from encounter e where e.id = encounter_id))`.execute(db);
  await sql`create policy own_bcu_changed on clip for update to app_liaison
    using (exists (select from encounter e where e.id = encounter_id))`.execute(db);
  await sql`create policy registered_by_oneself on clip for insert to app_liaison
    with check (uploaded_by = app_actor() and exists (select from encounter e where e.id = encounter_id))`.execute(
    db,
  );
  // Whoever could upload into a colleague's clip could then release their own upload.
  await sql`create policy own_clip on upload for insert to app_liaison
    with check (owner_id = app_actor() and exists (select from clip c where c.id = clip_id and c.uploaded_by = app_actor()))`.execute(
    db,
  );
  await sql`create policy own_upload on upload for select to app_liaison using (owner_id = app_actor())`.execute(
    db,
  );
  await sql`create policy own_upload_changed on upload for update to app_liaison using (owner_id = app_actor())`.execute(
    db,
  );
  for (const table of ["rendition", "job_run"]) {
    const clip = table === "rendition" ? sql.raw("clip_id") : sql.raw("subject");
    await sql`create policy own_bcu on ${sql.id(table)} for select to app_liaison
      using (exists (select from clip c where c.id = ${clip}))`.execute(db);
  }
  await sql`create policy unreleased on rendition for delete to app_liaison
    using (exists (select from clip c where c.id = clip_id and c.released_at is null))`.execute(db);
  await sql`create policy own_bcu on rendition_key for select to app_liaison
    using (exists (select from rendition r where r.id = rendition_id))`.execute(db);
  await sql`grant select, insert on encounter to app_liaison`.execute(db);
  await sql`grant select, insert on clip to app_liaison`.execute(db);
  await sql`grant update (state, media_state, failure, uploaded_at, released_by, released_at, pulled_at, rejected_by, rejected_at, rejection_reason)
    on clip to app_liaison`.execute(db);
  await sql`grant select, insert on upload to app_liaison`.execute(db);
  await sql`grant update (state, received_at) on upload to app_liaison`.execute(db);
  await sql`grant select on rendition, rendition_key, job_run to app_liaison`.execute(db);
  await sql`grant delete on rendition to app_liaison`.execute(db);

  // Nobody signs for somebody else; the owner of the schema acts for nobody and is let through.
  await sql`create function clip_signed_by_oneself() returns trigger language plpgsql
    as $$ begin
      if (new.released_by is distinct from old.released_by and new.released_by <> app_actor())
        or (new.rejected_by is distinct from old.rejected_by and new.rejected_by <> app_actor()) then
        raise exception 'a clip is released and rejected in one''s own name only' using errcode = 'SL002';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger clip_signed before update of released_by, rejected_by on clip for each row
    execute function clip_signed_by_oneself()`.execute(db);

  await sql`create policy rejected on upload for update to sightline_definer using (true)`.execute(db);
  await sql`grant update (state) on upload to sightline_definer`.execute(db);
  await sql`create function discard_rejected_upload(clip uuid) returns uuid
    language sql security definer set search_path = public, pg_temp
    as $$ update upload u set state = 'discarded'
      where u.id = (select l.id from upload l where l.clip_id = $1 order by l.created_at desc, l.id limit 1)
      and exists (select from clip c where c.id = $1 and c.rejected_by = app_actor() and c.media_state = 'awaiting_upload')
      returning u.id $$`.execute(db);
  await sql`alter function discard_rejected_upload(uuid) owner to sightline_definer`.execute(db);
  await sql`grant execute on function discard_rejected_upload(uuid) to app_liaison`.execute(db);
}
