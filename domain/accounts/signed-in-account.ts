import type { AccountKind, Membership } from "~/domain/accounts/actor";
import type { AccountId } from "~/domain/ids";

/** Whom a live auth session belongs to, with the memberships that hold today. */
export interface SignedInAccount {
  readonly accountId: AccountId;
  readonly kind: AccountKind;
  readonly bcuCode: string | null;
  readonly displayName: string;
  readonly shortCode: string;
  readonly memberships: readonly Membership[];
}
