import type { SignInMeans } from "~/app/services/accounts/sign-in.server";
import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";

/** Ends the login of this browser; when it is over already there is nothing to do. */
export async function signOut(
  ctx: Pick<ServiceContext, "actor" | "withActor">,
  means: Pick<SignInMeans, "openLogins">,
  authSessionId: string | null,
): Promise<void> {
  const { accountId } = ctx.actor;
  if (authSessionId === null || accountId === null) return;
  const leaver: Actor = { ...PUBLIC_ACTOR, accountId };
  await ctx.withActor(leaver, async (trx) => {
    const hadLogin = await means.openLogins(trx).end(authSessionId);
    if (!hadLogin) return;
    await recordAudit(trx, "SIGNED_OUT", { objectType: "account", objectId: accountId });
  });
}
