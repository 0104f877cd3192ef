import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { Membership } from "~/domain/accounts/actor";
import { NotFound } from "~/domain/errors";
import type { PanelId, PanelMemberId } from "~/domain/ids";

/** A panel as its members know it. */
export interface PanelProfile {
  readonly panelId: PanelId;
  readonly name: string;
  /** The borough it watches, or its command unit when it watches the whole of one. */
  readonly areaName: string;
}

/** A panel to choose among several. */
export interface PanelChoice extends PanelProfile {
  /** Whether footage can be played at this moment, by the database's clock. */
  readonly isOpenNow: boolean;
  /** The start of its next session; null when none is booked. */
  readonly nextStartsAt: Date | null;
}

const nextStartsAt = sql<Date | null>`(select min(s.starts_at) from session s
  where s.panel_id = p.id and s.cancelled_at is null and s.starts_at > now())`;
const isOpenNow = sql<boolean>`exists (select from session s
  where s.panel_id = p.id and s.cancelled_at is null and s.starts_at <= now() and s.ends_at > now())`;

function selectProfiles(trx: Trx) {
  return trx
    .selectFrom("panel as p")
    .innerJoin("bcu as u", "u.code", "p.bcu_code")
    .leftJoin("borough as b", "b.gss", "p.borough_gss")
    .select(["p.id", "p.name", "u.name as bcu_name", "b.name as borough_name"]);
}

/** The panels named, by name; those the actor does not belong to are left out. */
export async function listPanels(trx: Trx, panelIds: readonly PanelId[]): Promise<PanelChoice[]> {
  if (panelIds.length === 0) return [];
  const rows = await selectProfiles(trx)
    .select([nextStartsAt.as("next_starts_at"), isOpenNow.as("is_open_now")])
    .where("p.id", "in", panelIds)
    .orderBy("p.name")
    .execute();
  return rows.map((row) => ({
    ...toProfile(row),
    isOpenNow: row.is_open_now,
    nextStartsAt: row.next_starts_at,
  }));
}

/** One panel; throws NotFound when there is none or the actor does not belong to it. */
export async function getPanel(trx: Trx, panelId: PanelId): Promise<PanelProfile> {
  const row = await selectProfiles(trx).where("p.id", "=", panelId).executeTakeFirst();
  if (row === undefined) throw new NotFound("panel");
  return toProfile(row);
}

/** The actor's membership of a panel as the database sees it today; throws NotFound when there is none. */
export async function getOwnMembership(trx: Trx, panelId: PanelId): Promise<Membership> {
  const row = await trx
    .selectFrom("panel_member as m")
    .select([
      "m.id",
      sql<boolean>`app_chairs(m.panel_id)`.as("is_chair"),
      sql<boolean>`m.may_view_footage and (m.cleared_until is null or m.cleared_until >= london_today())`.as(
        "may_view_footage",
      ),
    ])
    .where("m.panel_id", "=", panelId)
    .where("m.id", "=", sql<string>`app_member_of(${panelId})`)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound("membership");
  return {
    panelId,
    panelMemberId: row.id as PanelMemberId,
    isChair: row.is_chair,
    mayViewFootage: row.may_view_footage,
  };
}

function toProfile(row: {
  id: string;
  name: string;
  bcu_name: string;
  borough_name: string | null;
}): PanelProfile {
  return {
    panelId: row.id as PanelId,
    name: row.name,
    areaName: row.borough_name ?? row.bcu_name,
  };
}
