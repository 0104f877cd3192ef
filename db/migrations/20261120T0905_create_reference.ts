import { type Kysely, sql } from "kysely";

const READERS =
  "app_web, app_panel, app_liaison, app_mopac, app_admin, app_worker, app_audit, sightline_definer";

/** Reference data: areas, powers, objects and so on, each row with the dates between which it holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const dates = sql`effective_from date not null default '2020-01-01', effective_to date,
    check (effective_to is null or effective_to > effective_from)`;
  const tables: [string, ReturnType<typeof sql>][] = [
    ["bcu", sql`code text primary key, name text not null`],
    ["borough", sql`gss text primary key, name text not null unique, bcu_code text not null references bcu`],
    ["power", sql`id text primary key, source_value text not null, seen text not null`],
    ["search_object", sql`id text primary key, source_value text not null, seen text not null`],
    ["outcome", sql`id text primary key, source_value text not null, status text not null, source_id text`],
    [
      "ethnicity",
      sql`id text primary key, source_value text not null, ethnic_group text not null, scheme text not null`,
    ],
    [
      "age_band",
      sql`id text primary key, band_scheme text not null, source_value text not null, reported_as text not null`,
    ],
    ["gender", sql`id text primary key, source_value text not null`],
    [
      "encounter_type",
      sql`id text primary key, label text not null, is_search boolean not null,
       video_policy text not null check (video_policy in ('clip', 'record-only', 'never'))`,
    ],
    [
      "selection_method",
      sql`id text primary key, stratum text not null check (stratum in ('random', 'targeted')), meaning text not null`,
    ],
    ["no_footage_reason", sql`id text primary key, label text not null`],
    [
      "conduct",
      sql`id text primary key, source_value text not null, ndm_rank smallint not null, mps_rank smallint not null`,
    ],
    [
      "tactic",
      sql`id text primary key, source_value text, equipment_state text, counts_as_force boolean not null`,
    ],
    [
      "panel_type",
      sql`id text primary key, label text not null, area_kind text not null check (area_kind in ('borough', 'bcu')),
       min_age smallint, quorum smallint not null default 3`,
    ],
  ];
  for (const [name, columns] of tables) {
    await sql`create table ${sql.id(name)} (${columns}, position smallint not null default 0, ${dates})`.execute(
      db,
    );
    await sql`grant select on ${sql.id(name)} to ${sql.raw(READERS)}`.execute(db);
  }
}
