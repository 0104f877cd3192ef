import type { Trx } from "~/db/with-actor";
import { decideRedacted, type RedactedRendition, type StoredRendition } from "~/domain/footage/redaction";
import type { ClipId, RenditionId } from "~/domain/ids";

export interface NewRendition extends StoredRendition {
  readonly generation: number;
  readonly totalBytes: number;
  readonly sourceSha256: Uint8Array;
}

/** A content key as it rests in the database: of no use without the master key it names. */
export interface RestingKey {
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array;
}

export async function insertRendition(trx: Trx, rendition: NewRendition): Promise<void> {
  await trx
    .insertInto("rendition")
    .values({
      id: rendition.renditionId,
      clip_id: rendition.clipId,
      generation: rendition.generation,
      width: rendition.width,
      height: rendition.height,
      duration_ms: rendition.durationMs,
      segment_count: rendition.segmentCount,
      has_audio: rendition.hasAudio,
      total_bytes: rendition.totalBytes,
      source_sha256: Buffer.from(rendition.sourceSha256),
      object_prefix: rendition.objectPrefix,
    })
    .execute();
}

export async function insertRenditionKey(trx: Trx, renditionId: RenditionId, key: RestingKey): Promise<void> {
  await trx
    .insertInto("rendition_key")
    .values({
      rendition_id: renditionId,
      master_key_id: key.masterKeyId,
      wrapped: Buffer.from(key.wrapped),
    })
    .execute();
}

/** Removes a clip's renditions and their keys; without its key a rendition can never be opened again. */
export async function deleteRenditionsOf(trx: Trx, clipId: ClipId): Promise<void> {
  await trx.deleteFrom("rendition").where("clip_id", "=", clipId).execute();
}

/** The tallest rendition of a clip for those who check it; null when there is none or the actor may not see it. */
export async function findRenditionToCheck(trx: Trx, clipId: ClipId): Promise<StoredRendition | null> {
  const row = await renditionsOf(trx, clipId).executeTakeFirst();
  return row ? toStored(row) : null;
}

/** The tallest rendition of a clip for those who watch it: null also while it is not released, and once it is pulled. */
export async function findRedactedRendition(trx: Trx, clipId: ClipId): Promise<RedactedRendition | null> {
  const row = await renditionsOf(trx, clipId)
    .innerJoin("clip", "clip.id", "rendition.clip_id")
    .select(["clip.released_at", "clip.pulled_at"])
    .executeTakeFirst();
  if (!row) return null;
  const decision = decideRedacted(toStored(row), { releasedAt: row.released_at, pulledAt: row.pulled_at });
  return decision.ok ? decision.value : null;
}

/** The wrapped key of a rendition; null when the actor may not see the rendition. */
export async function findRenditionKey(trx: Trx, renditionId: RenditionId): Promise<RestingKey | null> {
  const row = await trx
    .selectFrom("rendition_key")
    .select(["master_key_id", "wrapped"])
    .where("rendition_id", "=", renditionId)
    .executeTakeFirst();
  return row ? { masterKeyId: row.master_key_id, wrapped: row.wrapped } : null;
}

/** Where in the store the clip's renditions lie. */
export async function listRenditionPrefixes(trx: Trx, clipId: ClipId): Promise<string[]> {
  const rows = await trx
    .selectFrom("rendition")
    .select("object_prefix")
    .where("clip_id", "=", clipId)
    .execute();
  return rows.map((row) => row.object_prefix);
}

function renditionsOf(trx: Trx, clipId: ClipId) {
  return trx
    .selectFrom("rendition")
    .select([
      "rendition.id",
      "rendition.clip_id",
      "rendition.object_prefix",
      "rendition.width",
      "rendition.height",
      "rendition.duration_ms",
      "rendition.segment_count",
      "rendition.has_audio",
    ])
    .where("rendition.clip_id", "=", clipId)
    .orderBy("rendition.height", "desc")
    .limit(1);
}

type RenditionRow = NonNullable<Awaited<ReturnType<ReturnType<typeof renditionsOf>["executeTakeFirst"]>>>;

function toStored(row: RenditionRow): StoredRendition {
  return {
    renditionId: row.id as RenditionId,
    clipId: row.clip_id as ClipId,
    objectPrefix: row.object_prefix,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    segmentCount: row.segment_count,
    hasAudio: row.has_audio,
  };
}
