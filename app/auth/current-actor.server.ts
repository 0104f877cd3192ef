import { openLuciaStore } from "~/app/auth/lucia.server";
import { hashSessionId } from "~/app/auth/session-id.server";
import type { SignInCookie } from "~/app/auth/sign-in-cookie.server";
import type { ServiceContext } from "~/app/services/context.server";
import { type AccountKind, type Actor, audienceOf, PUBLIC_ACTOR } from "~/domain/accounts/actor";

/** Who is signed in on this request. */
export interface SignedIn {
  readonly actor: Actor;
  readonly authSessionIdHash: Uint8Array;
  readonly displayName: string;
  readonly shortCode: string;
  readonly kind: AccountKind;
}

/** Reads a Cookie header; null when it signs nobody in. */
export type ResolveActor = (cookieHeader: string | undefined) => Promise<SignedIn | null>;

/** Binds the question "who is this?" to one database and one cookie. An answer costs one transaction and one query. */
export function createResolveActor(
  services: Pick<ServiceContext, "withActor">,
  cookie: SignInCookie,
): ResolveActor {
  return async (cookieHeader) => {
    const id = cookie.read(cookieHeader);
    if (id === null) return null;
    const account = await services.withActor(PUBLIC_ACTOR, (trx) => openLuciaStore(trx).find(id));
    if (account === null) return null;
    const { accountId, bcuCode, displayName, kind, memberships, shortCode } = account;
    return {
      actor: { accountId, audience: audienceOf(kind), bcuCode, memberships },
      authSessionIdHash: hashSessionId(id),
      displayName,
      kind,
      shortCode,
    };
  };
}
