import type { SignedIn } from "~/app/auth/current-actor.server";
import type { SignInCookie } from "~/app/auth/sign-in-cookie.server";
import type { SignInMeans, SignInOrigin } from "~/app/services/accounts/sign-in.server";
import type { ServiceContext } from "~/app/services/context.server";

/** What the door opened for the services; who acts is added per request. */
export type SharedServices = Omit<ServiceContext, "actor">;

/** Whoever sent this request, signed in or not. */
interface Visitor {
  readonly address: string;
  readonly origin: SignInOrigin;
  readonly authSessionId: string | null;
}

/** What only the pages that sign people in and out may touch. */
export interface Access {
  readonly publicUrl: URL;
  readonly means: SignInMeans;
  readonly cookie: SignInCookie;
  readonly visitor: Visitor;
}

/** What the front door hands to Remix with each request. */
interface RequestContext {
  readonly cspNonce: string;
  readonly requestId: string;
  readonly services: SharedServices;
  /** Asked once per request, however many loaders run. */
  readonly signedIn: () => Promise<SignedIn | null>;
  readonly access: Access;
  /** Writes a failure to the log and answers the reference a person can quote. */
  readonly reportError: (error: unknown) => string;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

declare global {
  namespace Express {
    interface Locals {
      cspNonce: string;
      requestId: string;
      /** The mount that answers, for the log; absent for pages. */
      route?: string;
    }
  }
}
