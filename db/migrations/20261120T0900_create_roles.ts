import { type Kysely, sql } from "kysely";

const AUDIENCES = [
  "app_web",
  "app_panel",
  "app_liaison",
  "app_mopac",
  "app_admin",
  "app_worker",
  "app_audit",
  "app_queue",
];

/** One role per audience, none of them an owner of what it reads; and a nameless owner for the functions that see more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const role of [...AUDIENCES, "sightline_definer"]) {
    await sql`
      do $$ begin
        if not exists (select from pg_roles where rolname = ${sql.lit(role)}) then
          create role ${sql.id(role)} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db);
  }
  await sql`grant sightline_definer, app_queue to current_user`.execute(db);
  await sql`revoke all on schema public from public`.execute(db);
  await sql`grant usage, create on schema public to sightline_definer, app_queue`.execute(db);
  for (const role of AUDIENCES) await sql`grant usage on schema public to ${sql.id(role)}`.execute(db);
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`alter default privileges revoke execute on functions from public`.execute(db);
}
