import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedDatabase, startEmbeddedPostgres } from "~/db/embedded/embedded-postgres";
import { freePort } from "~/db/testing/free-port";

/** The secret behind the role passphrases of throw-away databases. */
export const TEST_ROLE_SECRET = "throw-away-databases-have-this-role-secret";

/** A PostgreSQL in a temporary folder that forgets everything when stopped; fast because it never waits for a disk. */
export async function startThrowawayPostgres(): Promise<EmbeddedDatabase> {
  const directory = await mkdtemp(join(tmpdir(), "sightline-pg-"));
  const database = await startEmbeddedPostgres({
    directory,
    port: await freePort(),
    flags: [
      "-c",
      "fsync=off",
      "-c",
      "full_page_writes=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "max_connections=200",
    ],
  });
  return {
    url: database.url,
    stop: async () => {
      await database.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
