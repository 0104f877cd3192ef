import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "~/db/schema";
import type { Trx } from "~/db/with-actor";

/** One transaction as the owner of the schema. */
export type WithOwner = <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;

/**
 * The owner's way in, for loading reference data, planting a demo and arranging tests. No page and no job has it:
 * with it row-level security does not hold when the owner is a superuser.
 */
export function createWithOwner(ownerUrl: string): { withOwner: WithOwner; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on("error", () => undefined);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { withOwner: (work) => db.transaction().execute(work), close: () => db.destroy() };
}
