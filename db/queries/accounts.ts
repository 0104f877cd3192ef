import type { Trx } from "~/db/with-actor";
import type { AccountKind } from "~/domain/accounts/actor";
import type { AccountId } from "~/domain/ids";

/** What sign-in needs to know of an account. */
export interface AccountCredentials {
  readonly accountId: AccountId;
  readonly kind: AccountKind;
  readonly passphraseHash: string;
}

/** The credentials behind an e-mail address in any letter case; null when nobody holds it or the account is disabled. */
export async function findAccountCredentials(trx: Trx, email: string): Promise<AccountCredentials | null> {
  const row = await trx
    .selectFrom("account")
    .select(["id", "kind", "passphrase_hash"])
    .where("email", "=", email.toLowerCase())
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    accountId: row.id as AccountId,
    kind: row.kind as AccountKind,
    passphraseHash: row.passphrase_hash,
  };
}

/** What an administrator sees of an account. */
export interface AccountSummary {
  readonly accountId: AccountId;
  readonly displayName: string;
  readonly email: string;
  readonly kind: AccountKind;
  readonly bcuCode: string | null;
  readonly isDisabled: boolean;
  readonly createdAt: Date;
}

/** All accounts by name. */
export async function listAccounts(trx: Trx): Promise<AccountSummary[]> {
  const rows = await trx
    .selectFrom("account")
    .select(["id", "display_name", "email", "kind", "bcu_code", "disabled_at", "created_at"])
    .orderBy("display_name")
    .execute();
  return rows.map((row) => ({
    accountId: row.id as AccountId,
    displayName: row.display_name,
    email: row.email,
    kind: row.kind as AccountKind,
    bcuCode: row.bcu_code,
    isDisabled: row.disabled_at !== null,
    createdAt: row.created_at,
  }));
}
