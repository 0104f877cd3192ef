import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createPools } from "~/db/client";
import { QUEUE_ROLE, urlForRole } from "~/db/database-roles";
import { createWithActor } from "~/db/with-actor";
import { WORKER_ACTOR } from "~/domain/accounts/actor";
import { objectStoreOf, readEnvironment } from "~/env";
import { S3Store } from "~/storage/s3-store";
import { createUploadStore } from "~/storage/upload-store";
import { createWorkerLog, describeFailure } from "~/worker/log";
import { chooseSandbox } from "~/worker/media/sandbox";
import { startWorker } from "~/worker/start-worker";

const LEAVE_WITHIN_MS = 8_000;

const settings = readEnvironment("worker");
const {
  DATABASE_ROLE_SECRET: roleSecret,
  DATABASE_URL: databaseUrl,
  WORKER_CONCURRENCY: concurrency,
} = settings;
const log = createWorkerLog((line) => process.stdout.write(line));

let leave = async (): Promise<void> => {};
let isLeaving = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (isLeaving) return;
    isLeaving = true;
    setTimeout(() => process.exit(1), LEAVE_WITHIN_MS).unref();
    void leave().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  });
}

const sandbox = await chooseSandbox(settings.MEDIA_SANDBOX, AbortSignal.timeout(60_000)).catch(
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
if (sandbox.warning !== null) log("warn", sandbox.warning);

const stagingDir = resolve(settings.STAGING_DIR);
await mkdir(stagingDir, { recursive: true, mode: 0o700 });

const s3 = objectStoreOf(settings);
const pools = createPools({ databaseUrl, roleSecret, max: 2 * concurrency + 3 });
const store = new S3Store(s3);
const uploads = createUploadStore(s3);

const worker = await startWorker(
  {
    actor: WORKER_ACTOR,
    withActor: createWithActor(pools),
    store,
    uploads,
    keyRing: createLocalKeyRing(settings.FOOTAGE_MASTER_KEY.key, settings.FOOTAGE_MASTER_KEY.id),
    now: () => new Date(),
    newId: randomUUID,
    sandbox,
    stagingDir,
    leaseSeconds: settings.WORKER_LEASE_SECONDS,
    log,
  },
  { queueUrl: urlForRole(databaseUrl, roleSecret, QUEUE_ROLE), concurrency },
).catch(fail);

leave = async () => {
  await worker.stop();
  await Promise.allSettled([pools.close(), store.close(), uploads.close()]);
};
worker.ended.catch((error: unknown) => {
  if (!isLeaving) fail(error);
});
process.stdout.write(`ready worker ${worker.workerId}\n`);

function fail(error: unknown): never {
  log("error", "the worker cannot go on", describeFailure(error));
  process.exit(1);
}
