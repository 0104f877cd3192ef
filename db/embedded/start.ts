import { env } from "node:process";
import { startEmbeddedPostgres } from "~/db/embedded/embedded-postgres";

const port = Number(env.EMBEDDED_PG_PORT ?? 5499);
const directory = env.EMBEDDED_PG_DIR ?? "data/postgres";

try {
  const database = await startEmbeddedPostgres({ directory, port });
  const stop = () => {
    void database.stop().then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.stdout.write(`ready ${database.url}\n`);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\nIs port ${port} taken? EMBEDDED_PG_PORT names another.\n`,
  );
  process.exit(1);
}
