import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { ClipId, PanelId, PanelMemberId, SessionId } from "~/domain/ids";
import type { AgendaFacts, AgendaItemDraft } from "~/domain/sessions/agenda";

/** What a panel may know of a clip before an observer has locked. */
export interface ClipSummary {
  readonly clipId: ClipId;
  readonly reference: string;
  readonly encounterType: string;
  readonly borough: string;
  /** Null until a rendition is made. */
  readonly lengthMs: number | null;
}

/** How far a member's own observation of a clip has come in one session. */
export type ObservationProgress = "none" | "open" | "locked" | "sealed";

export interface AgendaItem extends ClipSummary {
  readonly position: number;
  readonly isPulled: boolean;
  /** Whether the actor may play it at this moment, by the database's clock. */
  readonly mayWatch: boolean;
  readonly myObservation: ObservationProgress;
}

/** A released clip that is not on the agenda yet. */
export interface AgendaCandidate extends ClipSummary {
  /** The start of the panel's latest other session that has it on its agenda. */
  readonly lastOnAgendaAt: Date | null;
}

function selectClips(trx: Trx) {
  return trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .innerJoin("encounter_type as t", "t.id", "e.encounter_type")
    .innerJoin("borough as b", "b.gss", "e.borough_gss")
    .select([
      "c.id",
      "c.reference",
      "t.label",
      "b.name",
      sql<number | null>`clip_length_ms(c.id)`.as("length_ms"),
    ]);
}

/** The agenda of a session of the panel, in order, with the member's own progress. */
export async function listAgenda(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
  memberId: PanelMemberId,
): Promise<AgendaItem[]> {
  const rows = await selectClips(trx)
    .innerJoin("session_clip as i", "i.clip_id", "c.id")
    .innerJoin("session as s", "s.id", "i.session_id")
    .leftJoin("observation_author as w", (join) =>
      join
        .onRef("w.session_id", "=", "i.session_id")
        .onRef("w.clip_id", "=", "i.clip_id")
        .on("w.panel_member_id", "=", memberId),
    )
    .leftJoin("observation as o", "o.id", "w.observation_id")
    .select([
      "i.position",
      "c.pulled_at",
      sql<boolean>`app_may_watch(i.session_id, i.clip_id)`.as("may_watch"),
      sql<ObservationProgress>`case when o.id is null then 'none' when o.sealed_on is not null then 'sealed'
        when o.locked_on is not null then 'locked' else 'open' end`.as("progress"),
    ])
    .where("s.panel_id", "=", panelId)
    .where("s.id", "=", sessionId)
    .orderBy("i.position")
    .execute();
  return rows.map((row) => ({
    ...toSummary(row),
    position: row.position,
    isPulled: row.pulled_at !== null,
    mayWatch: row.may_watch,
    myObservation: row.progress,
  }));
}

/**
 * The clips of a panel's area that can be watched and that one of its sessions has not on its agenda, at most `limit`:
 * first those the panel has never had, then the latest release. Only a chair of the panel sees any.
 */
export async function listAgendaCandidates(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
  limit: number,
): Promise<AgendaCandidate[]> {
  const lastOnAgendaAt = sql<Date | null>`(select max(s.starts_at) from session_clip i join session s on s.id = i.session_id
    where i.clip_id = c.id and s.panel_id = ${panelId} and s.cancelled_at is null)`;
  const rows = await selectClips(trx)
    .innerJoin("panel as p", (join) =>
      join
        .onRef("p.bcu_code", "=", "e.bcu_code")
        .on(({ eb, or, ref }) =>
          or([eb("p.borough_gss", "is", null), eb("p.borough_gss", "=", ref("e.borough_gss"))]),
        ),
    )
    .select(lastOnAgendaAt.as("last_on_agenda_at"))
    .where("p.id", "=", panelId)
    .where("c.released_at", "is not", null)
    .where("c.pulled_at", "is", null)
    .where("c.media_state", "=", "prepared")
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom("session_clip as here")
            .select("here.clip_id")
            .whereRef("here.clip_id", "=", "c.id")
            .where("here.session_id", "=", sessionId),
        ),
      ),
    )
    .orderBy(sql`${lastOnAgendaAt} is not null`)
    .orderBy("c.released_at", "desc")
    .orderBy("c.reference")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toSummary(row), lastOnAgendaAt: row.last_on_agenda_at }));
}

/** What decides whether a panel may have a clip on an agenda; null when its footage is gone or the actor may not know of it. */
export async function findClipFacts(
  trx: Trx,
  panelId: PanelId,
  clipId: ClipId,
): Promise<Pick<AgendaFacts, "panelArea" | "clip"> | null> {
  const row = await trx
    .selectFrom("clip as c")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .innerJoin("panel as p", (join) => join.on("p.id", "=", panelId))
    .select([
      "c.released_at",
      "c.pulled_at",
      "e.bcu_code",
      "e.borough_gss",
      "p.bcu_code as panel_bcu",
      "p.borough_gss as panel_borough",
    ])
    .where("c.id", "=", clipId)
    .where("c.media_state", "=", "prepared")
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    panelArea: { bcu: row.panel_bcu, borough: row.panel_borough },
    clip: {
      releasedAt: row.released_at,
      pulledAt: row.pulled_at,
      bcu: row.bcu_code,
      borough: row.borough_gss,
    },
  };
}

/** The ids on the agenda of a session of the panel, in order. */
export async function listAgendaClipIds(trx: Trx, panelId: PanelId, sessionId: SessionId): Promise<ClipId[]> {
  const rows = await trx
    .selectFrom("session_clip as i")
    .innerJoin("session as s", "s.id", "i.session_id")
    .select("i.clip_id")
    .where("s.panel_id", "=", panelId)
    .where("s.id", "=", sessionId)
    .orderBy("i.position")
    .execute();
  return rows.map((row) => row.clip_id as ClipId);
}

/** Puts a clip on the agenda of a session of the panel; does nothing when the panel has no such session. */
export async function insertAgendaItem(trx: Trx, panelId: PanelId, draft: AgendaItemDraft): Promise<void> {
  await trx
    .insertInto("session_clip")
    .columns(["session_id", "clip_id", "position"])
    .expression((eb) =>
      eb
        .selectFrom("session as s")
        .select([
          "s.id",
          sql<string>`${draft.clipId}::uuid`.as("clip_id"),
          sql<number>`${draft.position}::smallint`.as("position"),
        ])
        .where("s.panel_id", "=", panelId)
        .where("s.id", "=", draft.sessionId),
    )
    .execute();
}

/** Takes a clip off the agenda of a session of the panel; the others keep their places until they are numbered anew. */
export async function deleteAgendaItem(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
  clipId: ClipId,
): Promise<void> {
  await trx
    .deleteFrom("session_clip as i")
    .using("session as s")
    .whereRef("s.id", "=", "i.session_id")
    .where("s.panel_id", "=", panelId)
    .where("s.id", "=", sessionId)
    .where("i.clip_id", "=", clipId)
    .execute();
}

/** Numbers the agenda of a session of the panel from 1 in the order given. */
export async function updateAgendaOrder(
  trx: Trx,
  panelId: PanelId,
  sessionId: SessionId,
  clipIds: readonly ClipId[],
): Promise<void> {
  await sql`update session_clip as i set position = o.position
    from unnest(${[...clipIds]}::uuid[]) with ordinality as o (clip_id, position), session as s
    where s.id = i.session_id and s.panel_id = ${panelId} and s.id = ${sessionId}
      and i.clip_id = o.clip_id and i.position <> o.position`.execute(trx);
}

function toSummary(row: {
  id: string;
  reference: string;
  label: string;
  name: string;
  length_ms: number | null;
}): ClipSummary {
  return {
    clipId: row.id as ClipId,
    reference: row.reference,
    encounterType: row.label,
    borough: row.name,
    lengthMs: row.length_ms,
  };
}
