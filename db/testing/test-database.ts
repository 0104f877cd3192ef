import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createPools, type Pools } from "~/db/client";
import { TEST_ROLE_SECRET } from "~/db/testing/throwaway-postgres";
import { createWithActor, type WithActor } from "~/db/with-actor";
import { createWithOwner, type WithOwner } from "~/db/with-owner";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

export interface TestDatabase {
  /** Owner's address of this copy. */
  readonly url: string;
  readonly roleSecret: string;
  readonly pools: Pools;
  readonly withActor: WithActor;
  /** Past every wall: for arranging and asserting only. */
  readonly withOwner: WithOwner;
  close(): Promise<void>;
}

function urlOf(templateUrl: string, database: string): string {
  const url = new URL(templateUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asMaintenance(templateUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(templateUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A copy of the migrated template with its reference data, for one test file; `close` removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = new URL(templateUrl).pathname.slice(1);
  await asMaintenance(templateUrl, `create database ${name} template ${template}`);
  const url = urlOf(templateUrl, name);
  const pools = createPools({ databaseUrl: url, roleSecret: TEST_ROLE_SECRET, max: 4 });
  const owner = createWithOwner(url);
  return {
    url,
    roleSecret: TEST_ROLE_SECRET,
    pools,
    withActor: createWithActor(pools),
    withOwner: owner.withOwner,
    close: async () => {
      await Promise.all([pools.close(), owner.close()]);
      await asMaintenance(templateUrl, `drop database ${name} with (force)`);
    },
  };
}
