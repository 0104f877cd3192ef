import type { Actor } from "~/domain/accounts/actor";
import { NotPermitted } from "~/domain/errors";
import type { AccountId } from "~/domain/ids";

/** A liaison officer and the command unit they serve. */
export interface Officer {
  readonly accountId: AccountId;
  readonly bcuCode: string;
}

/** The liaison officer who acts; throws NotPermitted when whoever acts serves no command unit. */
export function requireOfficer(actor: Actor): Officer {
  const { accountId, bcuCode } = actor;
  if (accountId === null || bcuCode === null) throw new NotPermitted("of liaison officers");
  return { accountId, bcuCode };
}
