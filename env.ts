import { createHash } from "node:crypto";
import { env } from "node:process";
import { z } from "zod";
import { LEASE_SECONDS } from "~/domain/footage/job-run";

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || `${url.origin}/` !== url.href) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK_HOSTS.includes(url.hostname));
}

function readMasterKey(text: string): { readonly key: Uint8Array; readonly id: string } {
  const key = Buffer.from(text, "base64");
  return { key, id: createHash("sha256").update(key).digest("hex").slice(0, 16) };
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535);

const REMEDIES: Readonly<Record<string, string>> = {
  NODE_ENV: "production, development or test",
  PORT: "a port from 1 to 65535; 3000 when absent",
  HOST: "the interface to listen on, such as 0.0.0.0; 127.0.0.1 when absent",
  PUBLIC_URL:
    "the address people type, such as https://portal.example (http only for localhost), without a path",
  TRUSTED_PROXY: "the exact IP address of the proxy whose X-Forwarded-For is believed",
  DATABASE_URL: "postgres://user:passphrase@host:5432/database",
  DATABASE_ROLE_SECRET: "at least 32 characters, the same as at the last migration (openssl rand -base64 48)",
  S3_ENDPOINT: "http(s)://host:port of the S3 service; leave it out for AWS",
  S3_BUCKET: "the name of the bucket that holds footage",
  S3_FORCE_PATH_STYLE: "true or false",
  AWS_REGION: "the region of the bucket, such as eu-west-2",
  AWS_ACCESS_KEY_ID: "the access key of an S3 user that may read and write the bucket",
  AWS_SECRET_ACCESS_KEY: "the secret that belongs to AWS_ACCESS_KEY_ID",
  FOOTAGE_MASTER_KEY: "32 bytes in base64 (openssl rand -base64 32); without it no clip can be opened again",
  MEDIA_SANDBOX: "auto, or none to run ffmpeg without walls around it",
  STAGING_DIR: "a folder with room for the largest clip; data/staging when absent",
  WORKER_CONCURRENCY: "how many jobs run at once, from 1 to 64; 1 when absent",
  WORKER_LEASE_SECONDS:
    "how long a worker may be silent before its work is given to another, from 2 to 600; 60 when absent",
};

const database = {
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/[^/]+\/.+/),
  DATABASE_ROLE_SECRET: z.string().min(32),
};

const footage = {
  ...database,
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  S3_FORCE_PATH_STYLE: z.stringbool().default(false),
  AWS_REGION: z.string().min(1),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  FOOTAGE_MASTER_KEY: z
    .base64()
    .transform(readMasterKey)
    .refine(({ key }) => key.length === 32),
};

const DOORS = {
  database: z.object(database),
  web: z.object({
    ...footage,
    PORT: port.default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    PUBLIC_URL: z
      .string()
      .refine(isSafeAddress)
      .transform((text) => new URL(text)),
    TRUSTED_PROXY: z.union([z.ipv4(), z.ipv6()]).optional(),
  }),
  worker: z.object({
    ...footage,
    MEDIA_SANDBOX: z.enum(["auto", "none"]).default("auto"),
    STAGING_DIR: z.string().min(1).default("data/staging"),
    WORKER_CONCURRENCY: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .refine((number) => number >= 1 && number <= 64)
      .default(1),
    WORKER_LEASE_SECONDS: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .refine((number) => number >= 2 && number <= 600)
      .default(LEASE_SECONDS),
  }),
};

/** A process that reads settings: the website, the worker (and the seeds), or a command that needs only the database. */
export type Door = keyof typeof DOORS;
export type Environment<D extends Door> = z.infer<(typeof DOORS)[D]>;

/** Says every missing or wrong name at once, with its remedy and never with its value. */
class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Reads the settings of one door from a record of variables. An empty variable counts as absent; throws EnvironmentError. */
export function parseEnvironment<D extends Door>(
  door: D,
  variables: Readonly<Record<string, string | undefined>>,
): Environment<D> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const withDefaults = { PUBLIC_URL: `http://localhost:${given.PORT ?? 3000}`, ...given };
  const outcome = DOORS[door].safeParse(withDefaults);
  if (outcome.success) return outcome.data as Environment<D>;
  const names = [...new Set(outcome.error.issues.map((issue) => String(issue.path[0])))];
  const lines = names.map(
    (name) => `  ${name} is ${given[name] === undefined ? "missing" : "wrong"}: expected ${REMEDIES[name]}`,
  );
  throw new EnvironmentError(`The ${door} process cannot start:\n${lines.join("\n")}`);
}

/** The settings of this process; on a fault it prints the whole list and ends the process with 1. */
export function readEnvironment<D extends Door>(door: D): Environment<D> {
  try {
    return parseEnvironment(door, env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The object store as the settings of web or worker name it. */
export function objectStoreOf(settings: Environment<"web"> | Environment<"worker">) {
  return {
    endpoint: settings.S3_ENDPOINT,
    region: settings.AWS_REGION,
    bucket: settings.S3_BUCKET,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE,
    credentials: {
      accessKeyId: settings.AWS_ACCESS_KEY_ID,
      secretAccessKey: settings.AWS_SECRET_ACCESS_KEY,
    },
  };
}
