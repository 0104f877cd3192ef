import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import { NotFound } from "~/domain/errors";
import type { ClipId, ObservationId, PanelId, PanelMemberId, RenditionId, SessionId } from "~/domain/ids";
import type { Mode } from "~/domain/observations/instrument/condition";
import type { QuestionFacts } from "~/domain/observations/question-facts";

/** A clip on the agenda of a session of a panel: where an observation is made. */
export interface ObservationPlace {
  readonly panelId: PanelId;
  readonly sessionId: SessionId;
  readonly clipId: ClipId;
}

/** A clip on an agenda as its observer may know it before locking. */
export interface Viewing {
  readonly reference: string;
  readonly position: number;
  readonly encounterType: string;
  readonly sessionPlace: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: Mode;
  /** Whether the actor may watch and write at this moment, by the database's clock. */
  readonly isOpenNow: boolean;
  /** Whether the actor recognised somebody in this clip or declared a link to it, here or in another session. */
  readonly isStopped: boolean;
  /** Null while the actor may not watch, and before a rendition is made. */
  readonly renditionId: RenditionId | null;
  /** Facts of the encounter and the clip; what the observer marked is not among them. */
  readonly facts: Omit<QuestionFacts, "searchMarked">;
}

/** The actor's own observation of a clip. Days are YYYY-MM-DD. */
export interface OwnObservation {
  readonly id: ObservationId;
  readonly mode: Mode;
  readonly lockedOn: string | null;
  readonly sealedOn: string | null;
  readonly contentSha256: Uint8Array | null;
}

/** What the police recorded of a search, in the words of the reference data. */
export interface PoliceRecord {
  readonly power: string | null;
  readonly object: string | null;
  readonly outcome: string | null;
}

/** The clip of an agenda as the actor sees it; throws NotFound when the panel has no such session or clip. */
export async function getViewing(trx: Trx, place: ObservationPlace): Promise<Viewing> {
  const row = await trx
    .selectFrom("session as s")
    .innerJoin("session_clip as i", "i.session_id", "s.id")
    .innerJoin("clip as c", "c.id", "i.clip_id")
    .innerJoin("encounter as e", "e.id", "c.encounter_id")
    .innerJoin("encounter_type as t", "t.id", "e.encounter_type")
    .leftJoin("age_band as a", "a.id", "e.age_band_id")
    .select((eb) => [
      "c.reference",
      "i.position",
      "t.label",
      "t.is_search",
      "e.encounter_type",
      "a.reported_as",
      "s.place",
      "s.starts_at",
      "s.ends_at",
      "s.observation_mode",
      sql<boolean>`app_may_watch(s.id, c.id)`.as("is_open_now"),
      sql<boolean>`app_stopped(c.id)`.as("is_stopped"),
      sql<number | null>`clip_length_ms(c.id)`.as("length_ms"),
      eb
        .selectFrom("rendition as r")
        .select("r.id")
        .whereRef("r.clip_id", "=", "c.id")
        .orderBy("r.height", "desc")
        .limit(1)
        .as("rendition_id"),
    ])
    .where("s.panel_id", "=", place.panelId)
    .where("s.id", "=", place.sessionId)
    .where("c.id", "=", place.clipId)
    .where("s.cancelled_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound("clip on the agenda");
  return {
    reference: row.reference,
    position: row.position,
    encounterType: row.label,
    sessionPlace: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mode: row.observation_mode as Mode,
    isOpenNow: row.is_open_now,
    isStopped: row.is_stopped,
    renditionId: row.rendition_id as RenditionId | null,
    facts: {
      encounterTypes: [row.encounter_type],
      isSearch: row.is_search,
      personUnder18: row.reported_as === "under 18",
      // The register holds the kind of encounter and nothing finer about clothing; the kinds that mean it are asked for by themselves.
      moreThanOuterClothing: false,
      clipDurationMs: row.length_ms ?? 0,
    },
  };
}

function selectOwn(trx: Trx, place: ObservationPlace) {
  return trx
    .selectFrom("observation as o")
    .innerJoin("observation_author as w", "w.observation_id", "o.id")
    .innerJoin("session as s", "s.id", "o.session_id")
    .select(["o.id", "o.mode", "o.locked_on", "o.sealed_on", "o.content_sha256"])
    .where("s.panel_id", "=", place.panelId)
    .where("o.session_id", "=", place.sessionId)
    .where("o.clip_id", "=", place.clipId);
}

/** The actor's own observation of the clip in this session, or null. Nobody else's is ever seen. */
export async function findOwnObservation(trx: Trx, place: ObservationPlace): Promise<OwnObservation | null> {
  const row = await selectOwn(trx, place).executeTakeFirst();
  return row === undefined ? null : toOwn(row);
}

/**
 * As `findOwnObservation`, holding it until the transaction ends, so that what is saved, locked and sealed comes one
 * after the other; null also while the actor may not write to it.
 */
export async function lockOwnObservation(trx: Trx, place: ObservationPlace): Promise<OwnObservation | null> {
  const row = await selectOwn(trx, place).forUpdate("o").executeTakeFirst();
  return row === undefined ? null : toOwn(row);
}

/**
 * Opens an observation for a seat; false when the seat already has one. The database refuses it outside the window
 * and without a seat.
 */
export async function insertObservation(
  trx: Trx,
  place: ObservationPlace,
  draft: {
    readonly id: ObservationId;
    readonly memberId: PanelMemberId;
    readonly instrumentVersion: string;
    readonly mode: Mode;
  },
): Promise<boolean> {
  const author = await trx
    .insertInto("observation_author")
    .values({
      observation_id: draft.id,
      session_id: place.sessionId,
      clip_id: place.clipId,
      panel_member_id: draft.memberId,
    })
    .onConflict((conflict) => conflict.constraint("one_observation_each").doNothing())
    .returning("observation_id")
    .executeTakeFirst();
  if (author === undefined) return false;
  await trx
    .insertInto("observation")
    .values({
      id: draft.id,
      session_id: place.sessionId,
      clip_id: place.clipId,
      instrument_version: draft.instrumentVersion,
      mode: draft.mode,
    })
    .execute();
  return true;
}

/** Makes sections A to J and the marks final from now on. */
export async function updateLocked(trx: Trx, id: ObservationId): Promise<void> {
  await trx
    .updateTable("observation")
    .set({ locked_on: sql<string>`london_today()` })
    .where("id", "=", id)
    .execute();
}

/** Makes the whole observation final, with the SHA-256 of its content. */
export async function updateSealed(trx: Trx, id: ObservationId, contentSha256: Uint8Array): Promise<void> {
  await trx
    .updateTable("observation")
    .set({ sealed_on: sql<string>`london_today()`, content_sha256: Buffer.from(contentSha256) })
    .where("id", "=", id)
    .execute();
}

/** The police record behind the actor's own observation; null until that is locked. */
export async function findPoliceRecord(trx: Trx, id: ObservationId): Promise<PoliceRecord | null> {
  const { rows } = await sql<PoliceRecord>`
    select p.source_value as power, s.source_value as object, o.source_value as outcome
    from police_record(${id}) as r
    left join power p on p.id = r.power_id
    left join search_object s on s.id = r.object_id
    left join outcome o on o.id = r.outcome_id`.execute(trx);
  return rows[0] ?? null;
}

type OwnRow = Awaited<ReturnType<ReturnType<typeof selectOwn>["executeTakeFirstOrThrow"]>>;

function toOwn(row: OwnRow): OwnObservation {
  return {
    id: row.id as ObservationId,
    mode: row.mode as Mode,
    lockedOn: row.locked_on,
    sealedOn: row.sealed_on,
    contentSha256: row.content_sha256,
  };
}
