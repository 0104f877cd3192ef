import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { S3Store } from "../s3-store";
import type { Fault, FaultRequest } from "./fault";
import { sendSigned } from "./signed-request";
import { startEmbeddedS3 } from "./start-embedded-s3";
import { startTemporaryS3, type TemporaryS3 } from "./temporary-s3";

const PATH = "/sightline-test/object";
const BROKEN = /ECONNRESET|EPIPE|aborted|hang up/;
let s3: TemporaryS3;
let store: S3Store;
let fault: Fault | undefined;
let asked: FaultRequest[];

beforeAll(async () => {
  asked = [];
  s3 = await startTemporaryS3((request) => {
    asked.push(request);
    return fault;
  });
  store = new S3Store(s3.config);
  await store.ensureBucket();
  await store.put("object", Buffer.alloc(3_000_000, "x"), { contentType: "text/plain" });
});

beforeEach(() => {
  fault = undefined;
  asked = [];
});

afterAll(async () => {
  await store.close();
  await s3.close();
});

const get = () => sendSigned(s3.config, { path: PATH });
const put = (body: string | Buffer) =>
  sendSigned(s3.config, { method: "PUT", path: "/sightline-test/never", body });
const unfinished = () => readdir(join(s3.directory, "unfinished"));

describe("a fault hook", () => {
  test("is asked with operation, bucket and key, after the signature was verified", async () => {
    await get();
    await sendSigned(s3.config, { path: PATH, secretAccessKey: "guess" });

    expect(asked).toEqual([{ operation: "GetObject", bucket: "sightline-test", key: "object" }]);
  });

  test.each([
    [503, "SlowDown"],
    [500, "InternalError"],
  ] as const)("can refuse with %i", async (status, code) => {
    fault = { kind: "refuse", status };

    const reply = await get();

    expect(reply.status).toBe(status);
    expect(reply.body).toContain(`<Code>${code}</Code>`);
  });

  test.each([
    ["reset", 0],
    ["reset", 1_500_000],
    ["truncate", 1_500_000],
  ] as const)("can %s a download after %i bytes", async (kind, afterBytes) => {
    fault = { kind, afterBytes };

    await expect(get()).rejects.toThrow(BROKEN);
  });

  test("can reset an upload, of which nothing stays", async () => {
    fault = { kind: "reset", afterBytes: 1000 };

    await expect(put(Buffer.alloc(2_000_000))).rejects.toThrow(BROKEN);

    fault = undefined;
    expect(await store.size("never")).toBeNull();
    // The sender learns of the break before the endpoint has cleaned up behind it.
    await expect.poll(unfinished).toEqual([]);
  });

  test("can stall until the caller gives up", async () => {
    fault = { kind: "stall", afterBytes: 1000 };
    const abort = new AbortController();
    const object = await store.open("object", { signal: abort.signal });
    let seen = 0;
    const reading = (async () => {
      for await (const piece of object?.body ?? []) {
        seen += piece.length;
        abort.abort();
      }
    })();

    await expect(reading).rejects.toThrow(/abort/);
    expect(seen).toBe(1000);
  });

  test("that is not about the operation's bytes strikes at once", async () => {
    fault = { kind: "reset", afterBytes: 10_000 };

    await expect(sendSigned(s3.config, { method: "HEAD", path: PATH })).rejects.toThrow(BROKEN);
  });
});

describe("the endpoint", () => {
  test("goes on serving after clients broke off in every way", async () => {
    const { hostname, port } = new URL(s3.endpoint);
    for (const text of [
      "",
      "GET",
      "GET / HTTP/1.1\r\n",
      "nonsense\r\n\r\n",
      "PUT /b/k HTTP/1.1\r\nContent-Length: 9\r\n\r\nx",
    ]) {
      const socket = connect(Number(port), hostname);
      await once(socket, "connect");
      socket.end(text);
      socket.resume();
      socket.destroySoon();
      await once(socket, "close");
    }

    expect((await get()).status).toBe(200);
  });

  test.each(["0.0.0.0", "::", "10.0.0.1", "example.org"])("refuses to listen on %s", async (host) => {
    const starting = startEmbeddedS3({
      directory: s3.directory,
      port: 0,
      host,
      accessKeyId: "k",
      secretAccessKey: "s",
    });

    await expect(starting).rejects.toThrow(/loopback/);
  });

  test("refuses a directory that another endpoint is using, until that one is closed", async () => {
    const options = {
      directory: join(s3.directory, "claimed"),
      port: 0,
      accessKeyId: "k",
      secretAccessKey: "s",
    };
    const first = await startEmbeddedS3(options);

    await expect(startEmbeddedS3(options)).rejects.toThrow(/using the directory/);
    await first.close();
    const second = await startEmbeddedS3(options);

    expect(second.port).toBeGreaterThan(0);
    await second.close();
  });
});
