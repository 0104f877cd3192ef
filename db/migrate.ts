import { env } from "node:process";
import { migrateToLatest } from "~/db/migrator";

const databaseUrl = env.DATABASE_URL;
const roleSecret = env.DATABASE_ROLE_SECRET;
if (!databaseUrl || !roleSecret) {
  process.stderr.write(
    "migrate needs DATABASE_URL (with the owner's credentials) and DATABASE_ROLE_SECRET\n",
  );
  process.exit(1);
}
const done = await migrateToLatest(databaseUrl, roleSecret);
process.stdout.write(done.length === 0 ? "the schema is up to date\n" : `migrated: ${done.join(", ")}\n`);
