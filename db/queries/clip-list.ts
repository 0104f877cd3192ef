import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { ClipStageFacts, MediaState } from "~/domain/footage/clip-stage";
import type { AccountId, ClipId } from "~/domain/ids";

/** A clip as a list shows it. */
export interface ClipSummary extends ClipStageFacts {
  readonly clipId: ClipId;
  readonly reference: string;
  readonly encounterType: string;
  readonly occurredOn: string;
  /** Whole days since the encounter, by the calendar of London. */
  readonly ageDays: number;
  readonly borough: string;
  readonly uploader: string;
}

export interface ClipPage {
  readonly clips: readonly ClipSummary[];
  readonly total: number;
}

/**
 * One page of a command unit's clips, in the order of the stages they are at for this officer, and within a stage
 * the oldest footage first; what is released or over is newest first.
 */
export async function listClipSummaries(
  trx: Trx,
  bcuCode: string,
  officer: AccountId,
  page: { readonly limit: number; readonly offset: number },
): Promise<ClipPage> {
  const rank = sql<number>`case
    when c.media_state = 'erased' then 7 when c.pulled_at is not null then 6 when c.released_at is not null then 5
    when c.media_state = 'prepared' then case when c.uploaded_by = ${officer} then 4 else 3 end
    when c.media_state in ('received', 'preparing') then 2 when c.media_state = 'failed' then 1 else 0 end`;
  const rows = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .innerJoin("encounter_type as t", "t.id", "e.encounter_type")
    .innerJoin("borough as b", "b.gss", "e.borough_gss")
    .leftJoin("account as u", "u.id", "c.uploaded_by")
    .select([
      "c.id",
      "c.reference",
      "c.media_state",
      "c.uploaded_by",
      "c.released_at",
      "c.pulled_at",
      "e.occurred_on",
      "t.label",
      "b.name as borough",
      "u.display_name",
      sql<number>`london_today() - e.occurred_on`.as("age_days"),
      sql<number>`count(*) over ()`.as("total"),
    ])
    .where("e.bcu_code", "=", bcuCode)
    .orderBy(rank)
    .orderBy(sql`case when c.released_at is null then e.occurred_on end`)
    .orderBy("c.released_at", "desc")
    .orderBy("c.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    clips: rows.map((row) => ({
      clipId: row.id as ClipId,
      reference: row.reference,
      mediaState: row.media_state as MediaState,
      uploadedBy: row.uploaded_by as AccountId,
      releasedAt: row.released_at,
      pulledAt: row.pulled_at,
      encounterType: row.label,
      occurredOn: row.occurred_on,
      ageDays: row.age_days,
      borough: row.borough,
      uploader: row.display_name ?? "",
    })),
  };
}
