import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { generateClip } from "~/seeds/media/generate-clip";
import { type EmbeddedS3, startEmbeddedS3 } from "~/storage/embedded/start-embedded-s3";
import { S3Store } from "~/storage/s3-store";
import { type ArrivedClip, createWorkerScene, type WorkerScene } from "~/worker/testing/worker-scene";

const credentials = { accessKeyId: "worker-test", secretAccessKey: "worker-test-secret" };
const children: ChildProcess[] = [];
let database: TestDatabase;
let s3: EmbeddedS3;
let store: S3Store;
let scene: WorkerScene;
let folder: string;
let longFilm: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "worker-main-"));
  database = await createTestDatabase();
  s3 = await startEmbeddedS3({ directory: join(folder, "s3"), port: 0, ...credentials });
  const bucket = { region: "eu-west-2", bucket: "footage", forcePathStyle: true };
  store = new S3Store({ endpoint: s3.endpoint, ...bucket, credentials });
  await store.ensureBucket();
  scene = await createWorkerScene(database, store);
  longFilm = join(folder, "long.mp4");
  await generateClip({
    ...{ path: longFilm, seconds: 20, width: 640, height: 360, fps: 25 },
    audio: false,
    variant: 2,
  });
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

afterAll(async () => {
  await scene.close();
  await store.close();
  await s3.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

interface RunningDoor {
  readonly workerId: string;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

/** The worker as an operator starts it; resolves at its ready line. */
async function startDoor(): Promise<RunningDoor> {
  const child = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    env: {
      NODE_ENV: "test",
      DATABASE_URL: database.url,
      DATABASE_ROLE_SECRET: database.roleSecret,
      S3_ENDPOINT: s3.endpoint,
      S3_BUCKET: "footage",
      S3_FORCE_PATH_STYLE: "true",
      AWS_REGION: "eu-west-2",
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      FOOTAGE_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
      MEDIA_SANDBOX: scene.sandbox.kind === "none" ? "none" : "auto",
      STAGING_DIR: scene.stagingDir,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const workerId = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      if (line.startsWith("ready worker ")) resolve(line.slice("ready worker ".length));
    });
    child.on("exit", () => reject(new Error(`the worker ended before it was ready:\n${said.join("\n")}`)));
  });
  return { workerId, child, ended };
}

const untilStage = (clip: ArrivedClip, stage: string): Promise<void> =>
  expect.poll(async () => (await scene.run(clip))?.stage, { timeout: 20_000, interval: 20 }).toBe(stage);
const untilPrepared = (clip: ArrivedClip): Promise<void> =>
  expect
    .poll(async () => (await scene.clip(clip)).media_state, { timeout: 40_000, interval: 100 })
    .toBe("prepared");

async function expectPublishedOnce(clip: ArrivedClip): Promise<void> {
  const generation = String((await scene.run(clip))?.generation);
  const segments = [0, 1, 2, 3].map((index) => `segment-0000${index}.ts`);
  const objects = ["playlist.m3u8", "poster.jpg", ...segments].map((name) => `${generation}/${name}`);
  expect(await scene.auditOf(clip)).toEqual(["CLIP_READY_FOR_CHECK"]);
  expect(await scene.renditions(clip)).toHaveLength(1);
  await expect.poll(() => scene.objectsOf(clip), { timeout: 10_000 }).toEqual(objects);
  await expect.poll(() => scene.staged(), { timeout: 10_000 }).toEqual([]);
}

describe("a worker process", () => {
  test("that is killed while it encodes leaves a clip that the next one makes ready, once", {
    timeout: 90_000,
  }, async () => {
    const clip = await scene.arrivedClip(longFilm);
    await scene.askFor(clip);
    const first = await startDoor();
    await untilStage(clip, "preparing");
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await scene.run(clip)).toMatchObject({ state: "running", worker_id: first.workerId });
    expect(await scene.staged()).toEqual([clip.clipId]);
    await scene.endLeases(first.workerId);

    const second = await startDoor();
    await untilPrepared(clip);

    expect(second.workerId).not.toBe(first.workerId);
    await expectPublishedOnce(clip);
  });

  test("that is told to stop gives its clip back and leaves within seconds", {
    timeout: 90_000,
  }, async () => {
    const clip = await scene.arrivedClip(longFilm);
    await scene.askFor(clip);
    const first = await startDoor();
    await untilStage(clip, "preparing");

    const toldAt = performance.now();
    first.child.kill("SIGTERM");

    expect(await first.ended).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(5000);
    expect(await scene.run(clip)).toMatchObject({ state: "waiting", attempt: 0 });
    expect(await scene.staged()).toEqual([]);
    const leases = await database.withOwner((trx) =>
      trx.selectFrom("worker_lease").select("worker_id").execute(),
    );
    expect(leases).not.toContainEqual({ worker_id: first.workerId });
    await startDoor();
    await untilPrepared(clip);
    await expectPublishedOnce(clip);
  });
});
