import { type Kysely, sql } from "kysely";

/** Panels with their area, and the dated memberships of people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table panel (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    panel_type text not null references panel_type,
    bcu_code text not null references bcu,
    borough_gss text references borough,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create table panel_member (
    id uuid primary key default gen_random_uuid(),
    panel_id uuid not null references panel,
    account_id uuid not null references account,
    from_on date not null,
    to_on date,
    may_view_footage boolean not null default false,
    cleared_until date,
    chair_from_on date,
    chair_to_on date,
    unique (panel_id, account_id, from_on),
    check (to_on is null or to_on > from_on)
  )`.execute(db);
  await sql`create index panel_member_account on panel_member (account_id)`.execute(db);

  await sql`create function london_today() returns date language sql stable
    as $$ select (now() at time zone 'Europe/London')::date $$`.execute(db);
  await sql`grant execute on function london_today() to public`.execute(db);
  await sql`create function app_member_of(panel uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
    as $$ select m.id from panel_member m join account a on a.id = m.account_id
      where m.panel_id = panel and m.account_id = app_actor() and a.disabled_at is null
        and m.from_on <= london_today() and (m.to_on is null or m.to_on > london_today()) limit 1 $$`.execute(
    db,
  );
  await sql`create function app_chairs(panel uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from panel_member m where m.id = app_member_of(panel)
        and m.chair_from_on <= london_today() and (m.chair_to_on is null or m.chair_to_on > london_today())) $$`.execute(
    db,
  );
  for (const name of ["app_member_of(uuid)", "app_chairs(uuid)"]) {
    await sql`alter function ${sql.raw(name)} owner to sightline_definer`.execute(db);
    await sql`grant execute on function ${sql.raw(name)} to app_panel, sightline_definer`.execute(db);
  }

  for (const table of ["panel", "panel_member"]) {
    await sql`alter table ${sql.id(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.id(table)} force row level security`.execute(db);
    await sql`create policy definer on ${sql.id(table)} for select to sightline_definer using (true)`.execute(
      db,
    );
    await sql`create policy sign_in on ${sql.id(table)} for select to app_web using (true)`.execute(db);
    await sql`create policy administered on ${sql.id(table)} for select to app_admin using (true)`.execute(
      db,
    );
    await sql`grant select on ${sql.id(table)} to app_web, app_admin, app_panel, sightline_definer`.execute(
      db,
    );
  }
  await sql`create policy members on panel for select to app_panel using (app_member_of(id) is not null)`.execute(
    db,
  );
  await sql`create policy every_panel on panel for select to app_mopac, app_worker, app_audit using (true)`.execute(
    db,
  );
  await sql`grant select on panel to app_mopac, app_worker, app_audit`.execute(db);
  await sql`create policy own_panel on panel_member for select to app_panel using (account_id = app_actor() or app_chairs(panel_id))`.execute(
    db,
  );
  await sql`create policy fellow_members on account for select to app_panel using (
    exists (select from panel_member m where m.account_id = account.id))`.execute(db);
}
