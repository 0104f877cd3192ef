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
  const message = error instanceof Error ? error.message : String(error);
  const isTaken = /already in use|could not bind/.test(message);
  process.stderr.write(
    isTaken ? `Port ${port} is taken. EMBEDDED_PG_PORT names another.\n${message}\n` : `${message}\n`,
  );
  process.exit(1);
}
