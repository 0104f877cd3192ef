import type { Trx } from "~/db/with-actor";
import type { AccountId, ClipId, EncounterId } from "~/domain/ids";

export interface EncounterRow {
  readonly encounterType: string;
  /** A day as YYYY-MM-DD. */
  readonly occurredOn: string;
  readonly bcuCode: string;
  readonly boroughGss: string;
  readonly powerId: string | null;
  readonly objectId: string | null;
  readonly outcomeId: string | null;
  readonly ethnicityId: string | null;
  readonly ageBandId: string | null;
  readonly genderId: string | null;
  readonly selectionMethod: string;
}

/** Inserts an encounter as the owner of the schema. */
export async function plantEncounter(trx: Trx, row: EncounterRow): Promise<EncounterId> {
  const { id } = await trx
    .insertInto("encounter")
    .values({
      encounter_type: row.encounterType,
      occurred_on: row.occurredOn,
      bcu_code: row.bcuCode,
      borough_gss: row.boroughGss,
      power_id: row.powerId,
      object_id: row.objectId,
      outcome_id: row.outcomeId,
      ethnicity_id: row.ethnicityId,
      age_band_id: row.ageBandId,
      gender_id: row.genderId,
      selection_method: row.selectionMethod,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as EncounterId;
}

export interface ReleasedClipRow {
  readonly encounterId: EncounterId;
  readonly reference: string;
  readonly uploadedBy: AccountId;
  readonly releasedBy: AccountId;
  readonly releasedAt: Date;
  /** `erased` when the panel's use of it is over and the footage is gone. */
  readonly media: "prepared" | "erased";
  readonly state: "ready" | "observed";
}

/** Inserts a clip that was uploaded and released, as the owner of the schema. It brings no rendition. */
export async function plantReleasedClip(trx: Trx, row: ReleasedClipRow): Promise<ClipId> {
  const { id } = await trx
    .insertInto("clip")
    .values({
      encounter_id: row.encounterId,
      reference: row.reference,
      state: row.state,
      media_state: row.media,
      uploaded_by: row.uploadedBy,
      uploaded_at: row.releasedAt,
      released_by: row.releasedBy,
      released_at: row.releasedAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as ClipId;
}

/** Clips of a borough that panels may watch, oldest first. */
export async function listWatchableClips(trx: Trx, boroughGss: string): Promise<ClipId[]> {
  const rows = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .select("c.id")
    .where("e.borough_gss", "=", boroughGss)
    .where("c.media_state", "=", "prepared")
    .where("c.released_at", "is not", null)
    .where("c.pulled_at", "is", null)
    .orderBy("c.released_at")
    .execute();
  return rows.map(({ id }) => id as ClipId);
}

export interface RenditionRow {
  readonly clipId: ClipId;
  readonly objectPrefix: string;
  readonly durationMs: number;
  readonly segmentCount: number;
  readonly key: { readonly masterKeyId: string; readonly wrapped: Uint8Array };
  readonly renditionId: string;
}

/** Inserts a 720p rendition with its wrapped key as the owner of the schema; the objects are the caller's to store. */
export async function plantRendition(trx: Trx, row: RenditionRow): Promise<void> {
  await trx
    .insertInto("rendition")
    .values({
      id: row.renditionId,
      clip_id: row.clipId,
      generation: 1,
      width: 1280,
      height: 720,
      duration_ms: row.durationMs,
      segment_count: row.segmentCount,
      has_audio: false,
      total_bytes: 1_000,
      source_sha256: Buffer.alloc(32),
      object_prefix: row.objectPrefix,
    })
    .execute();
  await trx
    .insertInto("rendition_key")
    .values({
      rendition_id: row.renditionId,
      master_key_id: row.key.masterKeyId,
      wrapped: Buffer.from(row.key.wrapped),
    })
    .execute();
}
