import type { PassphraseVerifier } from "~/app/services/accounts/passphrase-hash.server";
import type { ServiceContext } from "~/app/services/context.server";
import { type AccountCredentials, findAccountCredentials } from "~/db/queries/accounts";
import { recordAudit } from "~/db/queries/audit";
import { deleteEndedAuthSessions } from "~/db/queries/auth-sessions";
import type { SignInLimiter } from "~/db/sign-in-limiter";
import type { Trx } from "~/db/with-actor";
import { type AccountKind, type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AccountId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

export type SignInRefusal = "not-recognised" | "too-many-attempts" | "too-busy";

/** What signing in and out stand on, beside the ServiceContext. */
export interface SignInMeans {
  readonly limiter: Pick<SignInLimiter, "admit" | "succeed">;
  readonly verifier: PassphraseVerifier;
  /** The logins, bound to a transaction. */
  readonly openLogins: (trx: Trx) => {
    create(accountId: AccountId, origin: SignInOrigin): Promise<string>;
    end(id: string): Promise<boolean>;
  };
}

/** From where somebody signs in, as far as it may be kept. */
export interface SignInOrigin {
  readonly ipPrefix: string;
  readonly deviceClass: string;
}

export interface SignInRequest {
  readonly email: string;
  readonly passphrase: string;
  /** The IPv4 address or IPv6 /64 that guesses are counted for. */
  readonly address: string;
  readonly origin: SignInOrigin;
  /** The login this browser held until now; it ends when the new one begins. */
  readonly formerSessionId: string | null;
}

export interface BegunLogin {
  readonly authSessionId: string;
  readonly kind: AccountKind;
}

/** Begins a login for whoever knows the passphrase. An unknown address, a disabled account and a wrong passphrase look the same. */
export async function signIn(
  ctx: Pick<ServiceContext, "withActor">,
  means: SignInMeans,
  request: SignInRequest,
): Promise<Result<BegunLogin, SignInRefusal>> {
  if (!(await means.limiter.admit(request))) return refuse(ctx, null, "too-many-attempts");
  const account = await ctx.withActor(PUBLIC_ACTOR, (trx) => findAccountCredentials(trx, request.email));
  const verification = await means.verifier.verify(account?.passphraseHash ?? null, request.passphrase);
  if (verification === "too-busy") return refuse(ctx, account, "too-busy");
  if (account === null || verification === "mismatch") return refuse(ctx, account, "not-recognised");

  const visitor: Actor = { ...PUBLIC_ACTOR, accountId: account.accountId };
  const authSessionId = await ctx.withActor(visitor, async (trx) => {
    const logins = means.openLogins(trx);
    if (request.formerSessionId !== null) await logins.end(request.formerSessionId);
    await deleteEndedAuthSessions(trx, account.accountId);
    const id = await logins.create(account.accountId, request.origin);
    await recordAudit(trx, "SIGNED_IN", { objectType: "account", objectId: account.accountId });
    return id;
  });
  await means.limiter.succeed(request);
  return granted({ authSessionId, kind: account.kind });
}

async function refuse(
  ctx: Pick<ServiceContext, "withActor">,
  account: AccountCredentials | null,
  refusal: SignInRefusal,
): Promise<Result<never, SignInRefusal>> {
  await ctx.withActor(PUBLIC_ACTOR, (trx) =>
    recordAudit(
      trx,
      "SIGN_IN_FAILED",
      { objectType: "account", objectId: account?.accountId ?? null, detail: { reason: refusal } },
      "refused",
    ),
  );
  return refused(refusal);
}
