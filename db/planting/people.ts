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

export interface PlantedPanel {
  readonly panelId: PanelId;
  /** The chair first, then by day of joining and name. */
  readonly members: readonly { readonly memberId: PanelMemberId; readonly displayName: string }[];
}

/** A panel planted earlier, by its name, or null. */
export async function findPlantedPanel(trx: Trx, name: string): Promise<PlantedPanel | null> {
  const rows = await trx
    .selectFrom("panel as p")
    .innerJoin("panel_member as m", "m.panel_id", "p.id")
    .innerJoin("account as a", "a.id", "m.account_id")
    .select(["p.id as panel_id", "m.id", "a.display_name", "m.chair_from_on"])
    .where("p.name", "=", name)
    .orderBy("a.created_at")
    .execute();
  const [first] = rows;
  if (!first) return null;
  const chairFirst = [...rows].sort(
    (a, b) => Number(b.chair_from_on !== null) - Number(a.chair_from_on !== null),
  );
  return {
    panelId: first.panel_id as PanelId,
    members: chairFirst.map((row) => ({ memberId: row.id as PanelMemberId, displayName: row.display_name })),
  };
}
