import { randomUUID } from "node:crypto";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createPools } from "~/db/client";
import { createWithActor } from "~/db/with-actor";
import { createWithOwner } from "~/db/with-owner";
import type { Means } from "~/seeds/scenarios/scenario";
import type { Portal } from "~/setup/portal";
import { storeConfigOf } from "~/setup/portal-store";
import type { S3Config } from "~/storage/s3-config";
import { S3Store } from "~/storage/s3-store";

/** What a bench or a drill needs to set its scene and to look at what became of it, beside the portal's own doors. */
export interface OpenedMeans extends Omit<Means, "wishes"> {
  readonly store: S3Store;
  readonly s3: S3Config;
  close(): Promise<void>;
}

/** Opens connections of our own to the database and the object store of a portal. */
export function openMeans({ databaseUrl, env }: Pick<Portal, "databaseUrl" | "env">): OpenedMeans {
  const s3 = storeConfigOf({ env });
  const owner = createWithOwner(databaseUrl);
  const pools = createPools({ databaseUrl, roleSecret: given(env, "DATABASE_ROLE_SECRET"), max: 2 });
  const store = new S3Store(s3);
  return {
    s3,
    store,
    withOwner: owner.withOwner,
    services: {
      withActor: createWithActor(pools),
      store,
      keyRing: createLocalKeyRing(Buffer.from(given(env, "FOOTAGE_MASTER_KEY"), "base64"), "bench"),
      now: () => new Date(),
      newId: randomUUID,
    },
    close: async () => {
      await Promise.all([owner.close(), pools.close(), store.close()]);
    },
  };
}

function given(env: Portal["env"], name: string): string {
  const value = env[name];
  if (!value) throw new Error(`the portal runs without ${name}`);
  return value;
}
