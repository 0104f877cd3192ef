import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { StoredRendition } from "~/domain/footage/redaction";
import type { ClipId, PanelId, RenditionId, SessionId } from "~/domain/ids";

/** Footage that opens to the acting member at this moment. */
export interface Watchable {
  readonly rendition: StoredRendition;
  /** Of all segments together. */
  readonly totalBytes: number;
  readonly panelId: PanelId;
  readonly releasedAt: Date | null;
  readonly pulledAt: Date | null;
  /** Milliseconds until the session's window closes, by the database's clock. */
  readonly closesInMs: number;
}

/** Footage that an officer of the clip's command unit can check. */
export interface Previewable {
  readonly rendition: StoredRendition;
  /** Of all segments together. */
  readonly totalBytes: number;
  readonly mediaState: string;
}

/**
 * The one question behind every byte a panel sees, by the database's clock; null unless all of it holds now: the
 * session is not cancelled and its half-open window is open, the acting member belongs to the panel today, may view
 * footage, is cleared and has accepted a seat, and the clip is on the agenda, released and not pulled. It asks in
 * full what row-level security asks again behind it.
 */
export async function findWatchable(
  trx: Trx,
  sessionId: SessionId,
  clipId: ClipId,
): Promise<Watchable | null> {
  const row = await trx
    .selectFrom("session as s")
    .innerJoin("session_clip as sc", "sc.session_id", "s.id")
    .innerJoin("clip as c", "c.id", "sc.clip_id")
    .innerJoin("rendition as r", "r.clip_id", "c.id")
    .innerJoin("booking as b", "b.session_id", "s.id")
    .innerJoin("panel_member as m", (join) =>
      join.onRef("m.id", "=", "b.panel_member_id").onRef("m.panel_id", "=", "s.panel_id"),
    )
    .select([
      "s.panel_id",
      "c.released_at",
      "c.pulled_at",
      sql<number>`(extract(epoch from s.ends_at - now()) * 1000)::float8`.as("closes_in_ms"),
      ...RENDITION_COLUMNS,
    ])
    .where("s.id", "=", sessionId)
    .where("c.id", "=", clipId)
    .where("s.cancelled_at", "is", null)
    .where(sql<boolean>`now() >= s.starts_at and now() < s.ends_at`)
    .where("b.state", "=", "accepted")
    .where(sql<boolean>`m.account_id = app_actor()`)
    .where(sql<boolean>`m.from_on <= london_today() and (m.to_on is null or m.to_on > london_today())`)
    .where("m.may_view_footage", "=", true)
    .where(sql<boolean>`(m.cleared_until is null or m.cleared_until >= london_today())`)
    .where("c.released_at", "is not", null)
    .where("c.pulled_at", "is", null)
    .orderBy("r.height", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    rendition: toRendition(row),
    totalBytes: row.total_bytes,
    panelId: row.panel_id as PanelId,
    releasedAt: row.released_at,
    pulledAt: row.pulled_at,
    closesInMs: row.closes_in_ms,
  };
}

/** What an officer of this command unit can check of a clip; null for a clip of another unit, or one that is not prepared. */
export async function findPreviewable(
  trx: Trx,
  bcuCode: string,
  clipId: ClipId,
): Promise<Previewable | null> {
  const row = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .innerJoin("rendition as r", "r.clip_id", "c.id")
    .select(["c.media_state", ...RENDITION_COLUMNS])
    .where("c.id", "=", clipId)
    .where("e.bcu_code", "=", bcuCode)
    .where("c.media_state", "=", "prepared")
    .orderBy("r.height", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { rendition: toRendition(row), totalBytes: row.total_bytes, mediaState: row.media_state };
}

const RENDITION_COLUMNS = [
  "r.id as rendition_id",
  "r.clip_id",
  "r.object_prefix",
  "r.width",
  "r.height",
  "r.duration_ms",
  "r.segment_count",
  "r.has_audio",
  "r.total_bytes",
] as const;

interface RenditionRow {
  readonly rendition_id: string;
  readonly clip_id: string;
  readonly object_prefix: string;
  readonly width: number;
  readonly height: number;
  readonly duration_ms: number;
  readonly segment_count: number;
  readonly has_audio: boolean;
}

function toRendition(row: RenditionRow): StoredRendition {
  return {
    renditionId: row.rendition_id as RenditionId,
    clipId: row.clip_id as ClipId,
    objectPrefix: row.object_prefix,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    segmentCount: row.segment_count,
    hasAudio: row.has_audio,
  };
}
