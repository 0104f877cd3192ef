import type { Trx } from "~/db/with-actor";
import type { ClipId } from "~/domain/ids";

/** What became of an uploaded clip, as far as the database knows. */
export interface ClipOutcome {
  readonly mediaState: string;
  readonly failure: string | null;
  readonly renditions: readonly { readonly objectPrefix: string; readonly segmentCount: number }[];
  /** How often the log says that it is ready to be checked. */
  readonly readyEntries: number;
  /** Uploads that are neither given up nor taken in. */
  readonly openUploads: number;
}

/** Reads, as the owner of the schema, what became of a clip. */
export async function getClipOutcome(trx: Trx, clipId: ClipId): Promise<ClipOutcome> {
  const clip = await trx
    .selectFrom("clip")
    .select(["media_state", "failure"])
    .where("id", "=", clipId)
    .executeTakeFirstOrThrow();
  const renditions = await trx
    .selectFrom("rendition")
    .select(["object_prefix", "segment_count"])
    .where("clip_id", "=", clipId)
    .execute();
  const entries = await trx
    .selectFrom("audit_event")
    .select("seq")
    .where("event", "=", "CLIP_READY_FOR_CHECK")
    .where("object_id", "=", clipId)
    .execute();
  const uploads = await trx
    .selectFrom("upload")
    .select("id")
    .where("clip_id", "=", clipId)
    .where("state", "<>", "discarded")
    .execute();
  return {
    mediaState: clip.media_state,
    failure: clip.failure,
    renditions: renditions.map((row) => ({
      objectPrefix: row.object_prefix,
      segmentCount: row.segment_count,
    })),
    readyEntries: entries.length,
    openUploads: uploads.length,
  };
}
