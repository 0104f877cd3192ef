import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { ClipId, PanelId } from "~/domain/ids";

export const ESCALATION_REPORT = "escalation-by-type-and-bcu";

/** One sealed observation, as far as the escalation report may know it. */
export interface RiseFact {
  readonly clipId: ClipId;
  readonly panelId: PanelId;
  /** Numbers the people who observed this clip; means nothing elsewhere. */
  readonly observer: number;
  readonly startsAt: Date;
  readonly encounterType: string;
  readonly bcuCode: string;
  readonly stratum: "random" | "targeted";
  readonly start: unknown;
  readonly peak: unknown;
}

function required<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`rise_fact.${name} is null`);
  return value;
}

/** Every sealed observation of sessions that started in the half-open span, in the order of their sessions. */
export async function listRiseFacts(trx: Trx, span: { startsAt: Date; endsAt: Date }): Promise<RiseFact[]> {
  const rows = await trx
    .selectFrom("rise_fact")
    .selectAll()
    .where("starts_at", ">=", span.startsAt)
    .where("starts_at", "<", span.endsAt)
    .orderBy("starts_at")
    .execute();
  return rows.map((row) => ({
    clipId: required(row.clip_id, "clip_id") as ClipId,
    panelId: required(row.panel_id, "panel_id") as PanelId,
    observer: required(row.observer, "observer"),
    startsAt: required(row.starts_at, "starts_at"),
    encounterType: required(row.encounter_type, "encounter_type"),
    bcuCode: required(row.bcu_code, "bcu_code"),
    stratum: required(row.stratum, "stratum") as RiseFact["stratum"],
    start: row.temperature_start,
    peak: row.temperature_peak,
  }));
}

/** When the first session with a sealed observation began, and what time it is, by the database's clock. */
export async function findReportingSpan(trx: Trx): Promise<{ first: Date | null; now: Date }> {
  const row = await trx
    .selectFrom("rise_fact")
    .select((eb) => [eb.fn.min("starts_at").as("first"), sql<Date>`now()`.as("now")])
    .executeTakeFirstOrThrow();
  return { first: row.first, now: row.now };
}

export interface ReleaseDraft {
  readonly kind: string;
  readonly quarter: string;
  readonly stratum: string;
  readonly ruleVersion: string;
  readonly instrumentVersion: string;
  readonly content: unknown;
}

/** Freezes a release; false when this kind, quarter and stratum has one already. */
export async function insertRelease(trx: Trx, draft: ReleaseDraft): Promise<boolean> {
  const row = await trx
    .insertInto("report_release")
    .values({
      kind: draft.kind,
      quarter: draft.quarter,
      stratum: draft.stratum,
      rule_version: draft.ruleVersion,
      instrument_version: draft.instrumentVersion,
      content: JSON.stringify(draft.content),
    })
    .onConflict((conflict) => conflict.columns(["kind", "quarter", "stratum", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface Release {
  readonly quarter: string;
  readonly stratum: string;
  readonly version: number;
  readonly ruleVersion: string;
  readonly instrumentVersion: string;
  readonly compiledAt: Date;
}

const RELEASE_COLUMNS = [
  "quarter",
  "stratum",
  "version",
  "rule_version as ruleVersion",
  "instrument_version as instrumentVersion",
  "compiled_at as compiledAt",
] as const;

/** All releases of a kind, newest quarter first. */
export function listReleases(trx: Trx, kind: string): Promise<Release[]> {
  return trx
    .selectFrom("report_release")
    .select(RELEASE_COLUMNS)
    .where("kind", "=", kind)
    .orderBy("quarter", "desc")
    .orderBy("stratum")
    .execute();
}

/** The newest version of one release with its content, or null. */
export async function findRelease(
  trx: Trx,
  key: { kind: string; quarter: string; stratum: string },
): Promise<(Release & { readonly content: unknown }) | null> {
  const row = await trx
    .selectFrom("report_release")
    .select([...RELEASE_COLUMNS, "content"])
    .where("kind", "=", key.kind)
    .where("quarter", "=", key.quarter)
    .where("stratum", "=", key.stratum)
    .orderBy("version", "desc")
    .executeTakeFirst();
  return row ?? null;
}

/** Names of the rows of a report: encounter types by id and command units by code. */
export async function listReportLabels(trx: Trx): Promise<{
  readonly encounterTypes: readonly { readonly id: string; readonly label: string }[];
  readonly bcus: readonly { readonly id: string; readonly label: string }[];
}> {
  const encounterTypes = await trx
    .selectFrom("encounter_type")
    .select(["id", "label"])
    .where("video_policy", "=", "clip")
    .orderBy("position")
    .execute();
  const bcus = await trx.selectFrom("bcu").select(["code as id", "name as label"]).orderBy("name").execute();
  return { encounterTypes, bcus };
}
