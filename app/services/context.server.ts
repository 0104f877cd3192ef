import type { KeyRing } from "~/app/services/key-ring.server";
import type { WithActor } from "~/db/with-actor";
import type { Actor } from "~/domain/accounts/actor";
import type { ObjectStore } from "~/storage/object-store";

/** All that a use-case may touch. The door makes it once; `guard()` adds who acts. */
export interface ServiceContext {
  readonly actor: Actor;
  readonly withActor: WithActor;
  readonly store: ObjectStore;
  readonly keyRing: KeyRing;
  /** For facts that need no exactness; windows and expiries are asked of the database's clock. */
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What the door opened; who acts is added per request or job. */
export type SharedServices = Omit<ServiceContext, "actor">;
