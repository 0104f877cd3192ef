import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import {
  CreateMultipartUploadCommand,
  ListPartsCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { s3ClientSettings } from "../s3-client-settings";
import type { S3Config } from "../s3-config";
import { S3Store } from "../s3-store";

const MIB = 1024 * 1024;
const credentials = { accessKeyId: "door-key", secretAccessKey: "door-secret" };
let directory: string;
let children: ChildProcess[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "sightline-s3-door-"));
  children = [];
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await rm(directory, { recursive: true, force: true });
});

function start(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "storage/embedded/start.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_ENV: "test",
      EMBEDDED_S3_PORT: "0",
      EMBEDDED_S3_DIR: directory,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...settings,
    },
  });
  children.push(child);
  return child;
}

async function startReady(): Promise<{ child: ChildProcess; config: S3Config }> {
  const child = start();
  const [line] = await once(child.stdout, "data");
  const endpoint = /^ready (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line))?.[1];
  if (endpoint === undefined) throw new Error(`The door said ${String(line)}`);
  return {
    child,
    config: { endpoint, region: "eu-west-2", bucket: "door", credentials, forcePathStyle: true },
  };
}

async function outcome(
  child: ReturnType<typeof start>,
): Promise<{ code: number; said: string; out: string }> {
  const [[code], said, out] = await Promise.all([
    once(child, "exit"),
    text(child.stderr),
    text(child.stdout),
  ]);
  return { code, said, out };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

function slowBody(bytes: number, onHalf: () => void): Readable {
  async function* pieces() {
    for (let sent = 0; sent < bytes; sent += MIB) {
      if (sent * 2 >= bytes) onHalf();
      yield Buffer.alloc(MIB, 1);
    }
  }
  return Readable.from(pieces(), { objectMode: false });
}

describe("the door of the embedded S3", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("ends cleanly on %s", async (signal) => {
    const { child } = await startReady();

    child.kill(signal);

    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("names the port and its variable when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;

    const { code, said, out } = await outcome(start({ EMBEDDED_S3_PORT: String(port) }));
    other.close();

    expect(code).toBe(1);
    expect(said).toContain(String(port));
    expect(said).toContain("EMBEDDED_S3_PORT");
    expect(out).toBe("");
  });

  test.each([
    ["in production", { NODE_ENV: "production" }, "NODE_ENV"],
    ["without a secret", { AWS_SECRET_ACCESS_KEY: "" }, "AWS_SECRET_ACCESS_KEY"],
    ["without a directory", { EMBEDDED_S3_DIR: "" }, "EMBEDDED_S3_DIR"],
    ["on a port that is none", { EMBEDDED_S3_PORT: "70000" }, "EMBEDDED_S3_PORT"],
  ])("refuses to start %s and says which setting is at fault", async (_how, settings, name) => {
    const { code, said, out } = await outcome(start(settings));

    expect(code).toBe(1);
    expect(said).toContain(name);
    expect(out).toBe("");
  });
});

describe("a kill of the embedded S3", () => {
  test("in the middle of a put leaves the earlier object, and nothing unfinished after a restart", async () => {
    const first = await startReady();
    const store = new S3Store(first.config);
    await store.ensureBucket();
    await store.put("kept", Buffer.from("before"), { contentType: "text/plain" });
    const killed: Promise<void>[] = [];
    const body = slowBody(40 * MIB, () => void (killed.length === 0 && killed.push(kill(first.child))));

    await expect(store.put("kept", body, { contentType: "text/plain", length: 40 * MIB })).rejects.toThrow();
    await Promise.all(killed);
    await store.close();
    const left = await readdir(join(directory, "unfinished"));
    const second = await startReady();
    const again = new S3Store(second.config);

    expect(left).toHaveLength(1);
    expect(await readdir(join(directory, "unfinished"))).toEqual([]);
    const kept = await again.open("kept");
    expect(kept === null ? null : await text(kept.body)).toBe("before");
    await again.close();
  });

  test("loses no part that was acknowledged", async () => {
    const first = await startReady();
    const store = new S3Store(first.config);
    await store.ensureBucket();
    await store.close();
    const client = new S3Client(s3ClientSettings(first.config));
    const target = { Bucket: "door", Key: "in parts" };
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(target));
    const sent = await client.send(
      new UploadPartCommand({ ...target, UploadId, PartNumber: 1, Body: Buffer.alloc(MIB) }),
    );

    await kill(first.child);
    client.destroy();
    const second = await startReady();
    const again = new S3Client(s3ClientSettings(second.config));
    const { Parts } = await again.send(new ListPartsCommand({ ...target, UploadId }));
    again.destroy();

    expect(Parts?.map(({ ETag, Size }) => [ETag, Size])).toEqual([[sent.ETag, MIB]]);
  });
});

describe("memory", () => {
  const peakMegabytes = (pid: number | undefined) =>
    Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

  test("stays bounded on both sides while 256 MB are written and read", async () => {
    const { child, config } = await startReady();
    const store = new S3Store(config);
    await store.ensureBucket();
    const serverBefore = peakMegabytes(child.pid);
    const clientBefore = process.memoryUsage().rss / MIB;
    let clientMost = clientBefore;
    const watch = () => {
      clientMost = Math.max(clientMost, process.memoryUsage().rss / MIB);
    };

    await store.put("single", slowBody(256 * MIB, watch), { contentType: "video/mp4", length: 256 * MIB });
    await store.put("parts", slowBody(256 * MIB, watch), { contentType: "video/mp4" });
    let read = 0;
    for (const key of ["single", "parts"]) {
      const object = await store.open(key);
      for await (const piece of object?.body ?? []) {
        read += piece.length;
        watch();
      }
    }
    await store.close();

    expect(read).toBe(512 * MIB);
    expect(peakMegabytes(child.pid) - serverBefore).toBeLessThan(160);
    expect(clientMost - clientBefore).toBeLessThan(160);
  });
});
