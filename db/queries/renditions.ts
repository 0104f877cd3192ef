import type { Trx } from "~/db/with-actor";
import type { ClipId, RenditionId } from "~/domain/ids";

export interface NewRendition {
  readonly renditionId: RenditionId;
  readonly clipId: ClipId;
  readonly generation: number;
  readonly objectPrefix: string;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly segmentCount: number;
  readonly hasAudio: boolean;
  /** Of all that lies below the prefix. */
  readonly totalBytes: number;
  /** Of the bytes that were uploaded. */
  readonly sourceSha256: Uint8Array;
}

/** A content key as it rests in the database: of no use without the master key it names. */
export interface RestingKey {
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array;
}

/** Notes an encoding that lies whole in the store. */
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

/** Keeps the key that opens a rendition, wrapped. */
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

/** The wrapped key of a rendition; null when the rendition does not open to this actor now. */
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
