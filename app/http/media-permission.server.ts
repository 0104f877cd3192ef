import { hashSessionId } from "~/app/auth/session-id.server";
import type { FrontDoor } from "~/app/http/front-door.server";
import type { MediaAddress } from "~/app/http/media-address.server";
import { createDecisions, type Decision } from "~/app/http/media-decisions.server";
import type { ServiceContext } from "~/app/services/context.server";
import { type FootageGrant, refuseUnknownFootage } from "~/app/services/footage/grant-footage.server";
import { grantPreview } from "~/app/services/footage/grant-preview.server";
import { grantViewing } from "~/app/services/footage/grant-viewing.server";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";

/** A grant and who holds it. */
export interface HeldGrant extends FootageGrant {
  readonly ctx: ServiceContext;
  readonly personId: string;
}

/** Answers who may have which file, and leaves an entry in the audit log for each answer that is not a kept one. */
export interface MediaPermission {
  decide(address: MediaAddress, cookies: string | undefined): Promise<Decision<HeldGrant> | null>;
  /** Leaves the entry of a refusal for an address that cannot exist. */
  refuseUnknown(cookies: string | undefined): Promise<void>;
}

/**
 * Decides about every file for itself, sign-in included. Only decisions about segments are kept, for at most `keepMs`,
 * one per login, session and clip.
 */
export function createMediaPermission(
  door: FrontDoor,
  clock: { readonly keepMs: number; readonly monotonic: () => number },
): MediaPermission {
  const decisions = createDecisions<HeldGrant>(clock);
  const contextOf = async (cookies: string | undefined): Promise<ServiceContext> => {
    const signedIn = await door.resolveActor(cookies);
    return { ...door.services, actor: signedIn?.actor ?? PUBLIC_ACTOR };
  };
  return {
    decide(address, cookies) {
      const ask = async () => askForGrant(await contextOf(cookies), address);
      const authId = door.cookie.read(cookies);
      if (address.file.kind !== "segment" || authId === null) return decisions.fresh(ask);
      const login = Buffer.from(hashSessionId(authId)).toString("base64");
      return decisions.recent(`${login} ${placeOf(address)}`, ask);
    },
    async refuseUnknown(cookies) {
      await refuseUnknownFootage(await contextOf(cookies));
    },
  };
}

/** Names the session and clip of an address, or the clip and that it is previewed. */
export function placeOf(address: MediaAddress): string {
  return `${address.place === "session" ? address.sessionId : "preview"} ${address.clipId}`;
}

async function askForGrant(ctx: ServiceContext, address: MediaAddress): Promise<HeldGrant | null> {
  const outcome =
    address.place === "session" ? await grantViewing(ctx, address) : await grantPreview(ctx, address);
  const personId = ctx.actor.accountId;
  return outcome.ok && personId !== null ? { ...outcome.value, ctx, personId } : null;
}
