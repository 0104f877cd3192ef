import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Trx } from "~/db/with-actor";
import type { AccountKind, Membership } from "~/domain/accounts/actor";
import type { SignedInAccount } from "~/domain/accounts/signed-in-account";
import type { AccountId, PanelId, PanelMemberId } from "~/domain/ids";

const IDLE = sql.lit("30 minutes");
const ABSOLUTE = sql.lit("12 hours");
const TOUCH_EVERY = sql.lit("1 minute");

/** A login about to begin; of its id only the SHA-256 is ever stored. */
export interface AuthSessionDraft {
  readonly idHash: Uint8Array;
  readonly accountId: AccountId;
  readonly ipPrefix: string;
  readonly deviceClass: string;
}

/** A live auth session, and whether its idle end has not been moved for a minute. */
export interface LiveAuthSession {
  readonly account: SignedInAccount;
  readonly isTouchDue: boolean;
}

/** Begins a login: it ends after 30 minutes without use and after 12 hours in any case, by the database's clock. */
export async function insertAuthSession(trx: Trx, draft: AuthSessionDraft): Promise<void> {
  await trx
    .insertInto("auth_session")
    .values({
      id_hash: Buffer.from(draft.idHash),
      account_id: draft.accountId,
      ip_prefix: draft.ipPrefix,
      device_class: draft.deviceClass,
      idle_until: sql<Date>`now() + interval ${IDLE}`,
      absolute_until: sql<Date>`now() + interval ${ABSOLUTE}`,
    })
    .execute();
}

/** The live auth session behind a hash, in one query; null when it is unknown or over or its account is disabled. */
export async function findLiveAuthSession(trx: Trx, idHash: Uint8Array): Promise<LiveAuthSession | null> {
  const row = await trx
    .selectFrom("auth_session as s")
    .innerJoin("account as a", "a.id", "s.account_id")
    .select((eb) => [
      "a.id",
      "a.kind",
      "a.bcu_code",
      "a.display_name",
      "a.short_code",
      sql<boolean>`s.touched_at <= now() - interval ${TOUCH_EVERY}`.as("is_touch_due"),
      jsonArrayFrom(
        eb
          .selectFrom("panel_member as m")
          .select([
            "m.id",
            "m.panel_id",
            sql<boolean>`coalesce(m.chair_from_on <= london_today()
              and (m.chair_to_on is null or m.chair_to_on > london_today()), false)`.as("is_chair"),
            sql<boolean>`m.may_view_footage
              and (m.cleared_until is null or m.cleared_until >= london_today())`.as("may_view_footage"),
          ])
          .whereRef("m.account_id", "=", "a.id")
          .where(sql<boolean>`m.from_on <= london_today() and (m.to_on is null or m.to_on > london_today())`)
          .orderBy("m.panel_id"),
      ).as("memberships"),
    ])
    .where("s.id_hash", "=", Buffer.from(idHash))
    .where(sql<boolean>`s.idle_until > now() and s.absolute_until > now()`)
    .where("a.disabled_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    isTouchDue: row.is_touch_due,
    account: {
      accountId: row.id as AccountId,
      kind: row.kind as AccountKind,
      bcuCode: row.bcu_code,
      displayName: row.display_name,
      shortCode: row.short_code,
      memberships: row.memberships.map(
        (membership): Membership => ({
          panelId: membership.panel_id as PanelId,
          panelMemberId: membership.id as PanelMemberId,
          isChair: membership.is_chair,
          mayViewFootage: membership.may_view_footage,
        }),
      ),
    },
  };
}

/** Moves the idle end to 30 minutes from now, at most once a minute, and never wakes a login that is over. */
export async function touchAuthSession(trx: Trx, idHash: Uint8Array): Promise<void> {
  await trx
    .updateTable("auth_session")
    .set({ touched_at: sql<Date>`now()`, idle_until: sql<Date>`now() + interval ${IDLE}` })
    .where("id_hash", "=", Buffer.from(idHash))
    .where(sql<boolean>`touched_at <= now() - interval ${TOUCH_EVERY}`)
    .where(sql<boolean>`idle_until > now() and absolute_until > now()`)
    .execute();
}

/** Ends a login; false when there was none. */
export async function deleteAuthSession(trx: Trx, idHash: Uint8Array): Promise<boolean> {
  const outcome = await trx
    .deleteFrom("auth_session")
    .where("id_hash", "=", Buffer.from(idHash))
    .executeTakeFirst();
  return outcome.numDeletedRows > 0n;
}

/** Clears away the logins of an account that are over. */
export async function deleteEndedAuthSessions(trx: Trx, accountId: AccountId): Promise<void> {
  await trx
    .deleteFrom("auth_session")
    .where("account_id", "=", accountId)
    .where(sql<boolean>`(idle_until <= now() or absolute_until <= now())`)
    .execute();
}
