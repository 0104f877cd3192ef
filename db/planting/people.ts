import type { Trx } from "~/db/with-actor";
import type { AccountKind } from "~/domain/accounts/actor";
import type { AccountId, PanelId, PanelMemberId } from "~/domain/ids";

export interface AccountRow {
  readonly email: string;
  readonly displayName: string;
  readonly shortCode: string;
  readonly kind: AccountKind;
  readonly bcuCode: string | null;
  readonly passphraseHash: string;
}

/** Inserts an account as the owner of the schema. */
export async function plantAccount(trx: Trx, row: AccountRow): Promise<AccountId> {
  const { id } = await trx
    .insertInto("account")
    .values({
      email: row.email.toLowerCase(),
      display_name: row.displayName,
      short_code: row.shortCode,
      kind: row.kind,
      bcu_code: row.bcuCode,
      passphrase_hash: row.passphraseHash,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as AccountId;
}

export interface PanelRow {
  readonly name: string;
  readonly panelType: string;
  readonly bcuCode: string;
  readonly boroughGss: string | null;
}

/** Inserts a panel as the owner of the schema. */
export async function plantPanel(trx: Trx, row: PanelRow): Promise<PanelId> {
  const { id } = await trx
    .insertInto("panel")
    .values({
      name: row.name,
      panel_type: row.panelType,
      bcu_code: row.bcuCode,
      borough_gss: row.boroughGss,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as PanelId;
}

export interface MemberRow {
  readonly panelId: PanelId;
  readonly accountId: AccountId;
  readonly isChair: boolean;
  readonly mayViewFootage: boolean;
  /** A day as YYYY-MM-DD. */
  readonly fromOn: string;
}

/** Inserts a membership as the owner of the schema; a chair leads from the day of joining. */
export async function plantMember(trx: Trx, row: MemberRow): Promise<PanelMemberId> {
  const { id } = await trx
    .insertInto("panel_member")
    .values({
      panel_id: row.panelId,
      account_id: row.accountId,
      from_on: row.fromOn,
      may_view_footage: row.mayViewFootage,
      chair_from_on: row.isChair ? row.fromOn : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as PanelMemberId;
}

/** Whether anybody has an account yet: an empty portal is one without people. */
export async function hasAccounts(trx: Trx): Promise<boolean> {
  const row = await trx.selectFrom("account").select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The account behind an e-mail address, for a scenario that goes on where an earlier run ended. */
export async function findPlantedAccount(trx: Trx, email: string): Promise<AccountId | null> {
  const row = await trx
    .selectFrom("account")
    .select("id")
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  return (row?.id as AccountId | undefined) ?? null;
}
