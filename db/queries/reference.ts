import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";

export type ReferenceTable =
  | "bcu"
  | "borough"
  | "power"
  | "search_object"
  | "outcome"
  | "ethnicity"
  | "age_band"
  | "gender"
  | "encounter_type"
  | "selection_method"
  | "no_footage_reason"
  | "conduct"
  | "tactic"
  | "panel_type";

/** Inserts or updates the rows by their key and numbers them in the order given; rows not named stay. */
export async function plantReferenceRows(
  trx: Trx,
  table: ReferenceTable,
  key: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (const [position, row] of rows.entries()) {
    const values = { ...row, position };
    const names = Object.keys(values);
    const updates = names
      .filter((name) => name !== key)
      .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(Object.values(values))})
      on conflict (${sql.ref(key)}) do update set ${sql.join(updates)}`.execute(trx);
  }
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface EncounterTypeChoice extends Choice {
  readonly isSearch: boolean;
}

export interface BoroughChoice extends Choice {
  readonly bcuCode: string;
}

/** Everything an encounter can be described with today, in the order people expect. */
export interface EncounterChoices {
  readonly encounterTypes: readonly EncounterTypeChoice[];
  readonly bcus: readonly Choice[];
  readonly boroughs: readonly BoroughChoice[];
  readonly powers: readonly Choice[];
  readonly objects: readonly Choice[];
  readonly outcomes: readonly Choice[];
  readonly ethnicities: readonly Choice[];
  readonly ageBands: readonly Choice[];
  readonly genders: readonly Choice[];
  readonly selectionMethods: readonly (Choice & { readonly stratum: string })[];
}

const isCurrent = sql<boolean>`effective_from <= london_today() and (effective_to is null or effective_to > london_today())`;

/** The choices for registering a clip: only what is in force today, only encounter types that panels may see video of. */
export async function listEncounterChoices(trx: Trx): Promise<EncounterChoices> {
  const byValue = (table: "power" | "search_object" | "ethnicity" | "gender") =>
    trx
      .selectFrom(table)
      .select(["id", "source_value as label"])
      .where(isCurrent)
      .orderBy("position")
      .execute();
  return {
    encounterTypes: await trx
      .selectFrom("encounter_type")
      .select(["id", "label", "is_search as isSearch"])
      .where(isCurrent)
      .where("video_policy", "=", "clip")
      .orderBy("position")
      .execute(),
    bcus: await trx
      .selectFrom("bcu")
      .select(["code as id", "name as label"])
      .where(isCurrent)
      .orderBy("name")
      .execute(),
    boroughs: await trx
      .selectFrom("borough")
      .select(["gss as id", "name as label", "bcu_code as bcuCode"])
      .where(isCurrent)
      .orderBy("name")
      .execute(),
    powers: await byValue("power"),
    objects: await byValue("search_object"),
    outcomes: await trx
      .selectFrom("outcome")
      .select(["id", "source_value as label"])
      .where(isCurrent)
      .where("status", "=", "current")
      .orderBy("position")
      .execute(),
    ethnicities: await byValue("ethnicity"),
    ageBands: await trx
      .selectFrom("age_band")
      .select(["id", "source_value as label"])
      .where(isCurrent)
      .where("band_scheme", "=", "stops")
      .orderBy("position")
      .execute(),
    genders: await byValue("gender"),
    selectionMethods: await trx
      .selectFrom("selection_method")
      .select(["id", "meaning as label", "stratum"])
      .where(isCurrent)
      .orderBy("position")
      .execute(),
  };
}

/** Today by the calendar of London, as `yyyy-mm-dd`. */
export async function findToday(trx: Trx): Promise<string> {
  const { rows } = await sql<{ today: string }>`select london_today()::text as today`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error("the database did not say what day it is");
  return row.today;
}
