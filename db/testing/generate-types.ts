import { execFileSync } from "node:child_process";
import { migrateToLatest } from "~/db/migrator";
import { startThrowawayPostgres, TEST_ROLE_SECRET } from "~/db/testing/throwaway-postgres";

const outFile = process.argv[2] ?? "db/schema.ts";
const database = await startThrowawayPostgres();
try {
  await migrateToLatest(database.url, TEST_ROLE_SECRET);
  execFileSync(
    "kysely-codegen",
    [
      "--dialect=postgres",
      `--url=${database.url}`,
      "--date-parser=string",
      '--type-mapping={"int8":"number"}',
      "--default-schema=public",
      "--include-pattern=public.*",
      "--exclude-pattern=kysely_*",
      "--exclude-pattern=public.kysely_*",
      "--type-only-imports",
      `--out-file=${outFile}`,
    ],
    { stdio: "inherit" },
  );
} finally {
  await database.stop();
}
process.exit(0);
