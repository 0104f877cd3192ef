import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { ROLE_OF_AUDIENCE, urlForRole } from "~/db/database-roles";
import type { DB } from "~/db/schema";
import type { Audience } from "~/domain/accounts/actor";

export type Pools = Readonly<Record<Audience, Kysely<DB>>> & { close(): Promise<void> };

export interface PoolOptions {
  /** Host, port and database; its credentials are not used. */
  readonly databaseUrl: string;
  readonly roleSecret: string;
  /** Connections per audience, at most. */
  readonly max: number;
}

// A date is a day on the calendar, not an instant: it stays text. A bigint here counts bytes or rows and fits a number.
const PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Opens one pool per audience, each under its own database role. Nothing connects before the first query. */
export function createPools(options: PoolOptions): Pools {
  const open = (audience: Audience) => {
    const pool = new pg.Pool({
      connectionString: urlForRole(options.databaseUrl, options.roleSecret, ROLE_OF_AUDIENCE[audience]),
      max: options.max,
      types,
      application_name: `sightline ${audience}`,
    });
    // An idle connection that the server ends is replaced at the next query; unheard, its error would end the process.
    pool.on("error", () => undefined);
    return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  };
  const pools = {
    web: open("web"),
    panel: open("panel"),
    liaison: open("liaison"),
    mopac: open("mopac"),
    audit: open("audit"),
    admin: open("admin"),
    worker: open("worker"),
  };
  return {
    ...pools,
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.destroy()));
    },
  };
}
