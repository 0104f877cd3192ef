import { readdir } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { QUEUE_ROLE, ROLE_OF_AUDIENCE, rolePassphrase, urlForRole } from "~/db/database-roles";

const MIGRATIONS = new URL("./migrations/", import.meta.url);

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".ts")).sort();
  const entries = names.map(
    async (name): Promise<[string, Migration]> => [
      name.replace(/[.]ts$/, ""),
      (await import(new URL(name, MIGRATIONS).href)) as Migration,
    ],
  );
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Brings the database at `ownerUrl` to the newest schema, gives every role its passphrase and lays the queue's
 * tables. Running it again changes nothing. Throws at the first migration that fails, which leaves no trace.
 */
export async function migrateToLatest(ownerUrl: string, roleSecret: string): Promise<readonly string[]> {
  const owner = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }),
  });
  try {
    const migrator = new Migrator({ db: owner, provider: { getMigrations: readMigrations } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    for (const role of [...Object.values(ROLE_OF_AUDIENCE), QUEUE_ROLE]) {
      await sql`alter role ${sql.id(role)} login password ${sql.lit(rolePassphrase(roleSecret, role))}`.execute(
        owner,
      );
    }
    await layQueueTables(owner, ownerUrl, roleSecret);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await owner.destroy();
  }
}

async function layQueueTables(owner: Kysely<unknown>, ownerUrl: string, roleSecret: string): Promise<void> {
  const database = sql.id(new URL(ownerUrl).pathname.slice(1));
  await sql`grant create on database ${database} to ${sql.id(QUEUE_ROLE)}`.execute(owner);
  try {
    await runMigrations({ connectionString: urlForRole(ownerUrl, roleSecret, QUEUE_ROLE) });
  } finally {
    await sql`revoke create on database ${database} from ${sql.id(QUEUE_ROLE)}`.execute(owner);
  }
}
