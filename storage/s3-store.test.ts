import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { ListMultipartUploadsCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fault, FaultRequest } from "./embedded/fault";
import { startTemporaryS3, type TemporaryS3 } from "./embedded/temporary-s3";
import { s3ClientSettings } from "./s3-client-settings";
import { S3Store } from "./s3-store";

const MIB = 1024 * 1024;
const TYPE = { contentType: "video/mp2t" };

let s3: TemporaryS3;
let store: S3Store;
let client: S3Client;
let seen: string[];
let nextFault: (request: FaultRequest) => Fault | undefined;

beforeAll(async () => {
  s3 = await startTemporaryS3((request) => {
    seen.push(request.operation);
    return nextFault(request);
  });
  store = new S3Store(s3.config);
  client = new S3Client(s3ClientSettings(s3.config));
  nextFault = () => undefined;
  seen = [];
  await store.ensureBucket();
});

beforeEach(() => {
  seen = [];
  nextFault = () => undefined;
});

afterAll(async () => {
  await store.close();
  client.destroy();
  await s3.close();
});

function onceAt(operation: string, fault: Fault): (request: FaultRequest) => Fault | undefined {
  let struck = false;
  return (request) => {
    if (struck || request.operation !== operation) return undefined;
    struck = true;
    return fault;
  };
}

async function openUploads(): Promise<number> {
  const page = await client.send(new ListMultipartUploadsCommand({ Bucket: s3.config.bucket }));
  return page.Uploads?.length ?? 0;
}

const parts = (count: number) =>
  Readable.from(
    Array.from({ length: count * 8 }, () => Buffer.alloc(MIB, 5)),
    { objectMode: false },
  );

describe("the S3 store when S3 fails", () => {
  test("a busy S3 is asked again", async () => {
    nextFault = onceAt("PutObject", { kind: "refuse", status: 503 });

    expect(await store.put("busy", Buffer.from("abc"), TYPE)).toBe(true);
    expect(seen).toEqual(["PutObject", "PutObject"]);
  });

  test("a body cut off by a reset is an error and never a short object", async () => {
    await store.put("cut", Buffer.alloc(4 * MIB), TYPE);
    nextFault = onceAt("GetObject", { kind: "reset", afterBytes: 2 * MIB });

    const object = await store.open("cut");

    await expect(buffer(object?.body ?? Readable.from([]))).rejects.toThrow();
  });

  test("a body that ends early in good order is an error and never a short object", async () => {
    await store.put("early", Buffer.alloc(4 * MIB), TYPE);
    nextFault = onceAt("GetObject", { kind: "truncate", afterBytes: 2 * MIB });

    const object = await store.open("early");

    await expect(buffer(object?.body ?? Readable.from([]))).rejects.toThrow();
  });

  test("an upload in parts that fails for good leaves no part behind", async () => {
    nextFault = ({ operation }) => (operation === "UploadPart" ? { kind: "refuse", status: 500 } : undefined);

    await expect(store.put("in parts", parts(3), TYPE)).rejects.toThrow();

    expect(await openUploads()).toBe(0);
    expect(await store.size("in parts")).toBeNull();
  });

  test("an error in a completion answered with 200 is an error", async () => {
    nextFault = ({ operation }) =>
      operation === "CompleteMultipartUpload" ? { kind: "error-in-200" } : undefined;

    await expect(store.put("late error", parts(2), TYPE)).rejects.toThrow(/internal error/);

    expect(await openUploads()).toBe(0);
    expect(await store.size("late error")).toBeNull();
  });

  test("a completion whose connection broke is asked for again and succeeds", async () => {
    nextFault = onceAt("CompleteMultipartUpload", { kind: "reset", afterBytes: 0 });

    expect(await store.put("broken", parts(2), TYPE)).toBe(true);
    expect(await store.size("broken")).toBe(16 * MIB);
  });

  test("a connection reset while a long stream is sent stores nothing and ends the stream", async () => {
    nextFault = onceAt("PutObject", { kind: "reset", afterBytes: MIB });
    const body = parts(3);

    await expect(store.put("reset", body, { ...TYPE, length: 24 * MIB })).rejects.toThrow();

    expect(body.destroyed).toBe(true);
    expect(await store.size("reset")).toBeNull();
  });

  test("a bucket that is not there is an error and not an absent object", async () => {
    const elsewhere = new S3Store({ ...s3.config, bucket: "never-made" });

    await expect(elsewhere.open("x")).rejects.toThrow(/bucket/);
    await elsewhere.close();
  });

  test("making sure of a bucket twice at once makes it once", async () => {
    const other = new S3Store({ ...s3.config, bucket: "made-twice" });

    await Promise.all([other.ensureBucket(), other.ensureBucket()]);

    expect(await other.size("anything")).toBeNull();
    await other.close();
  });
});

describe("the S3 store's connections", () => {
  const abortable = async (end: (object: { body: Readable }, abort: AbortController) => void) => {
    const replies: ServerResponse[] = [];
    const server = createServer((_request, response) => {
      replies.push(response);
      response.writeHead(200, { "content-length": 1024 * MIB });
      response.write(Buffer.alloc(MIB));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const upstream = new S3Store({ ...s3.config, endpoint: `http://127.0.0.1:${port}` });
    const abort = new AbortController();
    const object = await upstream.open("endless", { signal: abort.signal });
    const [reply] = replies;
    if (object === null || reply === undefined) throw new Error("nothing was opened");

    const ended = once(reply, "close");
    end(object, abort);
    await ended;

    await upstream.close();
    server.close();
    return object;
  };

  test("aborting the signal ends the upstream transfer, even while nobody reads", async () => {
    const object = await abortable((_object, abort) => abort.abort());

    expect(object.body.destroyed).toBe(true);
  });

  test("destroying the body ends the upstream transfer", async () => {
    await expect(abortable(({ body }) => body.destroy())).resolves.toBeDefined();
  });

  test("one connection serves one object after another", async () => {
    await store.put("kept", Buffer.alloc(1000), TYPE);
    const sockets = new Set<unknown>();

    for (let round = 0; round < 5; round += 1) {
      const object = await store.open("kept");
      sockets.add(object !== null && "socket" in object.body ? object.body.socket : round);
      await buffer(object?.body ?? Readable.from([]));
      await setImmediate();
    }

    expect(sockets.size).toBe(1);
  });
});
