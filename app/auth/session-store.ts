import type { SignedInAccount } from "~/domain/accounts/signed-in-account";
import type { AccountId } from "~/domain/ids";

/** From where a login begins, coarsely enough to be kept. */
export interface AuthSessionOrigin {
  readonly ipPrefix: string;
  readonly deviceClass: string;
}

/** Logins, bound to one transaction. Whoever holds an id is signed in, so ids are never stored, only their hashes. */
export interface SessionStore {
  /** Begins a login and answers its id, which is fresh and cannot be guessed. */
  create(accountId: AccountId, origin: AuthSessionOrigin): Promise<string>;
  /** Whose login this is, or null when it is unknown or over; being asked counts as use. */
  find(id: string): Promise<SignedInAccount | null>;
  /** Ends a login; false when there was none. */
  end(id: string): Promise<boolean>;
}
