import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import { createResolveActor, type ResolveActor, type SignedIn } from "~/app/auth/current-actor.server";
import { openLuciaStore } from "~/app/auth/lucia.server";
import { createSignInCookie, type SignInCookie } from "~/app/auth/sign-in-cookie.server";
import { addressForLimits, addressToKeep, deviceClassOf } from "~/app/http/client-address.server";
import { createReference } from "~/app/http/error-response.server";
import type { SharedServices } from "~/app/http/load-context";
import { describeError, type Log } from "~/app/http/log.server";
import { createPassphraseVerifier } from "~/app/services/accounts/passphrase-hash.server";
import type { SignInMeans } from "~/app/services/accounts/sign-in.server";
import type { SignInLimiter } from "~/db/sign-in-limiter";

/** What the door holds for as long as the process runs; pages and mounts share it. */
export interface FrontDoor {
  readonly publicUrl: URL;
  readonly services: SharedServices;
  readonly cookie: SignInCookie;
  readonly means: SignInMeans;
  readonly resolveActor: ResolveActor;
  readonly log: Log;
  /** Writes a failure to the log and answers the reference a person can quote. */
  readonly reportError: (error: unknown, requestId?: string) => string;
}

/** Makes the front door out of what was opened. */
export function createFrontDoor(opened: {
  readonly publicUrl: URL;
  readonly services: SharedServices;
  readonly limiter: SignInLimiter;
  readonly log: Log;
}): FrontDoor {
  const { limiter, log, publicUrl, services } = opened;
  const cookie = createSignInCookie(publicUrl);
  return {
    publicUrl,
    services,
    cookie,
    log,
    means: { limiter, verifier: createPassphraseVerifier(), openLogins: openLuciaStore },
    resolveActor: createResolveActor(services, cookie),
    reportError(error, requestId) {
      const reference = createReference();
      log("error", "failure", { ...(requestId && { requestId }), reference, ...describeError(error) });
      return reference;
    },
  };
}

/** What Remix gets with one request. */
export function createLoadContext(door: FrontDoor, request: Request, response: Response): AppLoadContext {
  const { cookie, means, publicUrl, services } = door;
  const { cspNonce, requestId } = response.locals;
  let answer: Promise<SignedIn | null> | null = null;
  return {
    cspNonce,
    requestId,
    services,
    signedIn: () => {
      answer ??= door.resolveActor(request.headers.cookie);
      return answer;
    },
    access: {
      publicUrl,
      means,
      cookie,
      visitor: {
        address: addressForLimits(request.ip),
        origin: {
          ipPrefix: addressToKeep(request.ip),
          deviceClass: deviceClassOf(request.headers["user-agent"]),
        },
        authSessionId: cookie.read(request.headers.cookie),
      },
    },
    reportError: (error) => door.reportError(error, requestId),
  };
}
