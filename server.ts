import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { requireSoundBuild } from "~/app/http/boot-check.server";
import { createBuiltAssets } from "~/app/http/built-assets.server";
import { createDevelopmentBuild } from "~/app/http/development.server";
import { createFrontDoor, createLoadContext } from "~/app/http/front-door.server";
import { createLog } from "~/app/http/log.server";
import { createMounts } from "~/app/http/mounts.server";
import { policyTable } from "~/app/http/policy-table";
import { createSite } from "~/app/http/site.server";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createPools } from "~/db/client";
import { createSignInLimiter } from "~/db/sign-in-limiter";
import { createWithActor } from "~/db/with-actor";
import { objectStoreOf, readEnvironment } from "~/env";
import { S3Store } from "~/storage/s3-store";
import { createUploadStore } from "~/storage/upload-store";

const HEADERS_WITHIN_MS = 15_000;
const STANDSTILL_MS = 120_000;
const KEEP_ALIVE_MS = 65_000;
const LEAVE_WITHIN_MS = 10_000;

const settings = readEnvironment("web");
const {
  DATABASE_ROLE_SECRET: roleSecret,
  DATABASE_URL: databaseUrl,
  HOST,
  NODE_ENV,
  PORT,
  PUBLIC_URL,
} = settings;
const isDevelopment = NODE_ENV === "development";

const pools = createPools({ databaseUrl, roleSecret, max: 10 });
const limiter = createSignInLimiter({ databaseUrl, roleSecret });
const s3 = objectStoreOf(settings);
const store = new S3Store(s3);
const uploads = createUploadStore(s3);
const services = {
  withActor: createWithActor(pools),
  store,
  keyRing: createLocalKeyRing(settings.FOOTAGE_MASTER_KEY.key, settings.FOOTAGE_MASTER_KEY.id),
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
};
const log = createLog((line) => process.stdout.write(line));
const door = createFrontDoor({ publicUrl: PUBLIC_URL, services, limiter, log });
// Pages work without footage, so a store that is away now is for /health to tell and no reason to stay closed.
await store.ensureBucket().catch((error: unknown) => door.reportError(error));

const mounts = createMounts(door, uploads);

const source = isDevelopment ? await createDevelopmentBuild() : await openBuilt();
const loadCheckedBuild = async (): Promise<ServerBuild> => {
  const build = await source.loadBuild();
  requireSoundBuild(build, [...mounts, { name: "assets", policy: { GET: "account:sign-in" } }], policyTable);
  return build;
};
const build = await loadCheckedBuild();

const site = createSite({
  door,
  mounts,
  assets: source.assets,
  pages: createRequestHandler({
    build: isDevelopment ? loadCheckedBuild : build,
    mode: isDevelopment ? "development" : "production",
    getLoadContext: (request, response) => createLoadContext(door, request, response),
  }),
  trustedProxy: settings.TRUSTED_PROXY ?? null,
  isDevelopment,
});

// An upload of gigabytes may take hours, so no clock runs over whole requests: the gate times the bodies of forms,
// and a connection on which nothing moves is ended.
const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: 0 }, site);
server.keepAliveTimeout = KEEP_ALIVE_MS;
server.timeout = STANDSTILL_MS;

server.on("error", (error: NodeJS.ErrnoException) => {
  const isTaken = error.code === "EADDRINUSE";
  process.stderr.write(
    isTaken
      ? `Port ${PORT} on ${HOST} is taken. Set PORT to another one.\n`
      : `The website cannot listen on ${HOST}:${PORT} (${error.code ?? error.name}).\n`,
  );
  process.exit(1);
});
server.listen(PORT, HOST, () => process.stdout.write(`ready ${PUBLIC_URL.origin}\n`));

let isLeaving = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void leave());

async function leave(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  const hurry = setTimeout(() => server.closeAllConnections(), LEAVE_WITHIN_MS);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
  clearTimeout(hurry);
  await Promise.allSettled([pools.close(), limiter.close(), store.close(), uploads.close(), source.close()]);
  process.exit(0);
}

async function openBuilt() {
  const built = new URL("./build/", import.meta.url);
  const entry = new URL("server/index.js", built);
  const loaded = (await import(entry.href).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    process.stderr.write(
      "The website is not built, or its build lacks a package: run npm run build first.\n",
    );
    process.exit(1);
  })) as ServerBuild;
  return {
    assets: createBuiltAssets(fileURLToPath(new URL("client", built))),
    loadBuild: () => Promise.resolve(loaded),
    close: () => Promise.resolve(),
  };
}
