import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import { type ClipFailure, parseClipFailure } from "~/domain/footage/clip-failure";
import type { ClipStageFacts, MediaState } from "~/domain/footage/clip-stage";
import type { AccountId, ClipId, RenditionId } from "~/domain/ids";

/** How the police described the encounter, in the words of the reference data; null means not recorded. */
export interface EncounterProfile {
  readonly encounterType: string;
  readonly occurredOn: string;
  readonly borough: string;
  readonly bcuName: string;
  readonly power: string | null;
  readonly object: string | null;
  readonly outcome: string | null;
  readonly ethnicity: string | null;
  readonly ageBand: string | null;
  readonly gender: string | null;
  readonly selection: string;
  readonly stratum: string;
}

export interface Rejection {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** Everything an officer of its command unit may know about a clip. */
export interface ClipProfile extends ClipStageFacts {
  readonly clipId: ClipId;
  readonly reference: string;
  readonly ageDays: number;
  readonly encounter: EncounterProfile;
  readonly uploader: string;
  readonly uploadedAt: Date | null;
  readonly releaser: string | null;
  /** The last time it was sent back, if ever. */
  readonly rejection: Rejection | null;
  /** Null also for a reason we no longer know. */
  readonly failure: ClipFailure | null;
}

export interface PreparedFootage {
  readonly renditionId: RenditionId;
  readonly durationMs: number;
}

/** A clip of the command unit; null when there is none. */
export async function findClipProfile(
  trx: Trx,
  bcuCode: string,
  clipId: ClipId,
): Promise<ClipProfile | null> {
  const row = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .innerJoin("encounter_type as t", "t.id", "e.encounter_type")
    .innerJoin("borough as b", "b.gss", "e.borough_gss")
    .innerJoin("bcu as u", "u.code", "e.bcu_code")
    .innerJoin("selection_method as s", "s.id", "e.selection_method")
    .leftJoin("power as p", "p.id", "e.power_id")
    .leftJoin("search_object as o", "o.id", "e.object_id")
    .leftJoin("outcome as r", "r.id", "e.outcome_id")
    .leftJoin("ethnicity as h", "h.id", "e.ethnicity_id")
    .leftJoin("age_band as a", "a.id", "e.age_band_id")
    .leftJoin("gender as g", "g.id", "e.gender_id")
    .leftJoin("account as uploader", "uploader.id", "c.uploaded_by")
    .leftJoin("account as releaser", "releaser.id", "c.released_by")
    .leftJoin("account as rejecter", "rejecter.id", "c.rejected_by")
    .select([
      "c.id",
      "c.reference",
      "c.media_state",
      "c.failure",
      "c.uploaded_by",
      "c.uploaded_at",
      "c.released_at",
      "c.pulled_at",
      "c.rejected_at",
      "c.rejection_reason",
      "e.occurred_on",
      "t.label as encounter_type",
      "b.name as borough",
      "u.name as bcu_name",
      "p.source_value as power",
      "o.source_value as object",
      "r.source_value as outcome",
      "h.source_value as ethnicity",
      "a.source_value as age_band",
      "g.source_value as gender",
      "s.meaning as selection",
      "s.stratum",
      "uploader.display_name as uploader",
      "releaser.display_name as releaser",
      "rejecter.display_name as rejecter",
      sql<number>`london_today() - e.occurred_on`.as("age_days"),
    ])
    .where("c.id", "=", clipId)
    .where("e.bcu_code", "=", bcuCode)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    clipId: row.id as ClipId,
    reference: row.reference,
    mediaState: row.media_state as MediaState,
    failure: parseClipFailure(row.failure),
    ageDays: row.age_days,
    uploadedBy: row.uploaded_by as AccountId,
    uploader: row.uploader ?? "",
    uploadedAt: row.uploaded_at,
    releaser: row.releaser,
    releasedAt: row.released_at,
    pulledAt: row.pulled_at,
    rejection:
      row.rejected_at === null
        ? null
        : { by: row.rejecter ?? "", at: row.rejected_at, reason: row.rejection_reason ?? "" },
    encounter: {
      encounterType: row.encounter_type,
      occurredOn: row.occurred_on,
      borough: row.borough,
      bcuName: row.bcu_name,
      power: row.power,
      object: row.object,
      outcome: row.outcome,
      ethnicity: row.ethnicity,
      ageBand: row.age_band,
      gender: row.gender,
      selection: row.selection,
      stratum: row.stratum,
    },
  };
}

/** What can be watched of a clip: its tallest rendition; null when there is none or the actor may not see it. */
export async function findPreparedFootage(trx: Trx, clipId: ClipId): Promise<PreparedFootage | null> {
  const row = await trx
    .selectFrom("rendition")
    .select(["id", "duration_ms"])
    .where("clip_id", "=", clipId)
    .orderBy("height", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { renditionId: row.id as RenditionId, durationMs: row.duration_ms };
}

/** The names of the other liaison officers of a command unit whose accounts are in use, in order. */
export async function listColleagues(trx: Trx, bcuCode: string, officer: AccountId): Promise<string[]> {
  const rows = await trx
    .selectFrom("account")
    .select("display_name")
    .where("kind", "=", "liaison")
    .where("bcu_code", "=", bcuCode)
    .where("disabled_at", "is", null)
    .where("id", "<>", officer)
    .orderBy("display_name")
    .execute();
  return rows.map((row) => row.display_name);
}
