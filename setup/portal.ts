import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { type Door, openDoor, whenDone, whenReady } from "~/setup/child";
import { localSecrets } from "~/setup/secrets";

export interface PortalPorts {
  readonly web: number;
  readonly postgres: number;
  readonly s3: number;
}

export interface PortalOptions {
  /** Everything the portal keeps, logs included. */
  readonly directory: string;
  readonly ports: PortalPorts;
  /** A PostgreSQL of the operator's own instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** AWS and S3 variables of a real S3 instead of the embedded one. */
  readonly s3?: Readonly<Record<string, string>> | undefined;
  /** Further variables for web and worker. */
  readonly env?: Readonly<Record<string, string>>;
  readonly isDevelopment?: boolean;
  readonly onStep?: (text: string) => void;
}

/** A whole portal: database, object store, website and worker. */
export interface Portal {
  readonly url: string;
  readonly databaseUrl: string;
  /** The variables that web, worker and seeds run with. */
  readonly env: Readonly<Record<string, string>>;
  readonly web: Door;
  readonly worker: Door;
  /** Runs a scenario of seeds/run.ts against this portal and answers what it printed. */
  plant(...args: string[]): Promise<string>;
  /** Starts website or worker again after it ended. */
  reopen(name: "web" | "worker"): Promise<Door>;
  /** Resolves with the name of the first process that ends on its own. */
  readonly firstToEnd: Promise<string>;
  close(): Promise<void>;
}

/** Starts every part in order, each waiting for the one before, and migrates in between. On failure it stops what it started. */
export async function openPortal(options: PortalOptions): Promise<Portal> {
  const directory = resolve(options.directory);
  const logs = `${directory}/logs`;
  await mkdir(logs, { recursive: true });
  const secrets = await localSecrets(directory);
  const say = options.onStep ?? (() => undefined);
  const doors = new Map<string, Door>();
  const open = (
    name: string,
    script: string,
    env: Readonly<Record<string, string>>,
    args: readonly string[] = [],
  ) => {
    const door = openDoor({ name, script, env, args, logFile: `${logs}/${name}.log` });
    doors.set(name, door);
    return door;
  };
  const close = async () => {
    for (const name of ["web", "worker", "s3", "postgres"]) await doors.get(name)?.stop();
  };

  try {
    let databaseUrl = options.databaseUrl;
    if (!databaseUrl) {
      say("Starting PostgreSQL");
      databaseUrl = await whenReady(
        open("postgres", "db/embedded/start.ts", {
          EMBEDDED_PG_PORT: String(options.ports.postgres),
          EMBEDDED_PG_DIR: `${directory}/postgres`,
        }),
      );
    }
    let s3 = options.s3;
    if (!s3) {
      say("Starting the object store");
      const credentials = {
        AWS_ACCESS_KEY_ID: secrets.s3AccessKeyId,
        AWS_SECRET_ACCESS_KEY: secrets.s3SecretAccessKey,
      };
      const endpoint = await whenReady(
        open("s3", "storage/embedded/start.ts", {
          ...credentials,
          EMBEDDED_S3_PORT: String(options.ports.s3),
          EMBEDDED_S3_DIR: `${directory}/s3`,
        }),
      );
      s3 = {
        ...credentials,
        S3_ENDPOINT: endpoint,
        S3_BUCKET: "sightline",
        S3_FORCE_PATH_STYLE: "true",
        AWS_REGION: "eu-west-2",
      };
    }
    const url = `http://localhost:${options.ports.web}`;
    const env: Record<string, string> = {
      NODE_ENV: options.isDevelopment ? "development" : "production",
      DATABASE_URL: databaseUrl,
      DATABASE_ROLE_SECRET: secrets.roleSecret,
      FOOTAGE_MASTER_KEY: secrets.masterKey,
      STAGING_DIR: `${directory}/staging`,
      PORT: String(options.ports.web),
      PUBLIC_URL: url,
      ...s3,
      ...options.env,
    };
    say("Migrating the database");
    await whenDone(open("migrate", "db/migrate.ts", env));
    await whenDone(open("seed", "seeds/run.ts", env, ["reference"]));
    say("Starting the worker and the website");
    const worker = open("worker", "worker/main.ts", env);
    const web = open("web", "server.ts", env);
    await Promise.all([whenReady(worker), whenReady(web)]);
    const lasting = ["postgres", "s3", "worker", "web"].flatMap((name) => doors.get(name) ?? []);
    return {
      url,
      databaseUrl,
      env,
      web,
      worker,
      plant: (...args) => whenDone(open("seed", "seeds/run.ts", env, args)),
      async reopen(name) {
        const door = open(name, name === "web" ? "server.ts" : "worker/main.ts", env);
        await whenReady(door);
        return door;
      },
      firstToEnd: Promise.race(lasting.map((door) => door.ended.then(() => door.name))),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
