import { type Kysely, sql } from "kysely";

/** People who can sign in, their signed-in state, and who is acting in this transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function app_actor() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('app.actor', true), '')::uuid $$`.execute(db);
  await sql`grant execute on function app_actor() to public`.execute(db);

  await sql`create table account (
    id uuid primary key default gen_random_uuid(),
    email text not null unique check (email = lower(email)),
    display_name text not null,
    short_code text not null unique,
    kind text not null check (kind in ('panel_member', 'liaison', 'mopac_analyst', 'auditor', 'administrator')),
    bcu_code text references bcu,
    passphrase_hash text not null,
    disabled_at timestamptz,
    created_at timestamptz not null default now(),
    check ((kind = 'liaison') = (bcu_code is not null))
  )`.execute(db);
  await sql`create table auth_session (
    id_hash bytea primary key,
    public_id uuid not null default gen_random_uuid() unique,
    account_id uuid not null references account on delete cascade,
    created_at timestamptz not null default now(),
    touched_at timestamptz not null default now(),
    idle_until timestamptz not null,
    absolute_until timestamptz not null,
    ip_prefix text not null default '',
    device_class text not null default ''
  )`.execute(db);
  await sql`create index auth_session_account on auth_session (account_id)`.execute(db);
  await sql`create table sign_in_limit (key text primary key, points integer not null default 0, expire bigint)`.execute(
    db,
  );

  await sql`create function app_bcu() returns text language sql stable security definer set search_path = public, pg_temp
    as $$ select bcu_code from account where id = app_actor() and disabled_at is null $$`.execute(db);
  await sql`create function end_auth_sessions_of_disabled_account() returns trigger language plpgsql security definer set search_path = public, pg_temp
    as $$ begin delete from auth_session where account_id = new.id; return new; end $$`.execute(db);
  await sql`create trigger account_disabled after update of disabled_at on account for each row
    when (new.disabled_at is not null) execute function end_auth_sessions_of_disabled_account()`.execute(db);

  for (const table of ["account", "auth_session", "sign_in_limit"]) {
    await sql`alter table ${sql.id(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.id(table)} force row level security`.execute(db);
  }
  await sql`create policy sign_in on account for select to app_web using (true)`.execute(db);
  await sql`create policy definer on account for select to sightline_definer using (true)`.execute(db);
  await sql`create policy administered on account for select to app_admin using (true)`.execute(db);
  await sql`create policy oneself on account for select to app_panel, app_liaison, app_mopac, app_audit using (id = app_actor())`.execute(
    db,
  );
  await sql`create policy colleagues on account for select to app_liaison
    using (kind = 'liaison' and bcu_code = app_bcu())`.execute(db);
  await sql`create policy sign_in on auth_session to app_web using (true) with check (true)`.execute(db);
  await sql`create policy definer on auth_session for delete to sightline_definer using (true)`.execute(db);
  await sql`create policy definer_reads on auth_session for select to sightline_definer using (true)`.execute(
    db,
  );
  await sql`create policy sign_in on sign_in_limit to app_web using (true) with check (true)`.execute(db);

  await sql`grant select on account to app_web`.execute(db);
  await sql`grant select on account to sightline_definer`.execute(db);
  await sql`grant select (id, display_name, short_code, kind, bcu_code) on account to app_panel, app_liaison, app_mopac, app_audit`.execute(
    db,
  );
  await sql`grant select (disabled_at) on account to app_liaison`.execute(db);
  await sql`grant select (id, email, display_name, short_code, kind, bcu_code, disabled_at, created_at) on account to app_admin`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on auth_session to app_web`.execute(db);
  await sql`grant select, delete on auth_session to sightline_definer`.execute(db);
  await sql`grant select, insert, update, delete on sign_in_limit to app_web`.execute(db);
  await sql`alter function app_bcu() owner to sightline_definer`.execute(db);
  await sql`alter function end_auth_sessions_of_disabled_account() owner to sightline_definer`.execute(db);
  await sql`grant execute on function app_bcu() to app_liaison, app_panel`.execute(db);
}
