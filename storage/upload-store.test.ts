import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ListMultipartUploadsCommand, S3Client } from "@aws-sdk/client-s3";
import { ERRORS, Upload } from "@tus/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { UploadId } from "~/domain/ids";
import type { Fault, FaultRequest } from "./embedded/fault";
import { startTemporaryS3, type TemporaryS3 } from "./embedded/temporary-s3";
import { rawKey } from "./keys";
import { s3ClientSettings } from "./s3-client-settings";
import { S3Store } from "./s3-store";
import { createUploadStore, type UploadStore } from "./upload-store";

const MIB = 1024 * 1024;

let s3: TemporaryS3;
let store: S3Store;
let uploads: UploadStore;
let client: S3Client;
let fault: (request: FaultRequest) => Fault | undefined;

beforeAll(async () => {
  s3 = await startTemporaryS3((request) => fault(request));
  fault = () => undefined;
  store = new S3Store(s3.config);
  await store.ensureBucket();
  uploads = createUploadStore(s3.config);
  client = new S3Client(s3ClientSettings(s3.config));
});

beforeEach(() => {
  fault = () => undefined;
});

afterAll(async () => {
  await uploads.close();
  await store.close();
  client.destroy();
  await s3.close();
});

const newId = () => randomUUID() as UploadId;

function pieces(bytes: Buffer): Readable {
  const cut = Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, index) =>
    bytes.subarray(index * 100_000, (index + 1) * 100_000),
  );
  return Readable.from(cut, { objectMode: false });
}

async function stored(id: UploadId): Promise<Buffer | null> {
  const object = await store.open(rawKey(id));
  return object === null ? null : buffer(object.body);
}

async function traces(id: UploadId): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of store.list(rawKey(id))) found.push(key);
  const page = await client.send(
    new ListMultipartUploadsCommand({ Bucket: s3.config.bucket, Prefix: rawKey(id) }),
  );
  return [...found, ...(page.Uploads ?? []).map(({ Key }) => `multipart ${Key}`)];
}

async function create(size: number): Promise<UploadId> {
  const id = newId();
  await uploads.dataStore.create(new Upload({ id, size, offset: 0, metadata: { contentType: "text/html" } }));
  return id;
}

describe("an upload received in one body", () => {
  test.each([0, 1, 5 * MIB, 8 * MIB, 19 * MIB + 7])(
    "of %i bytes is stored below raw/ byte for byte",
    async (size) => {
      const id = newId();
      const bytes = randomBytes(size);

      const outcome = await uploads.receive(id, size, pieces(bytes));

      expect(outcome).toEqual({ ok: true, value: size });
      expect((await stored(id))?.equals(bytes)).toBe(true);
    },
  );

  test.each([
    ["longer", 10 * MIB, 10 * MIB + 1, "longer-than-declared"],
    ["much longer", 10, 20 * MIB, "longer-than-declared"],
    ["longer than nothing", 0, 1, "longer-than-declared"],
    ["shorter", 10 * MIB, 10 * MIB - 1, "shorter-than-declared"],
    ["empty", 10, 0, "shorter-than-declared"],
  ])("that is %s than declared is refused and leaves nothing", async (_what, declared, size, refusal) => {
    const id = newId();

    const outcome = await uploads.receive(id, declared, pieces(Buffer.alloc(size)));

    expect(outcome).toEqual({ ok: false, refusal });
    expect(await traces(id)).toEqual([]);
  });

  test("whose source breaks off leaves nothing", async () => {
    const id = newId();
    async function* breaking() {
      yield Buffer.alloc(12 * MIB);
      throw new Error("the browser went away");
    }

    const receiving = uploads.receive(id, 20 * MIB, Readable.from(breaking(), { objectMode: false }));

    await expect(receiving).rejects.toThrow("the browser went away");
    expect(await traces(id)).toEqual([]);
  });

  test("puts nothing into the temporary directory", async () => {
    const temporary = await mkdtemp(join(tmpdir(), "sightline-empty-"));
    vi.stubEnv("TMPDIR", temporary);
    let most = 0;
    async function* watched() {
      for (let index = 0; index < 20; index += 1) {
        yield Buffer.alloc(MIB);
        most = Math.max(most, (await readdir(temporary)).length);
      }
    }

    await uploads.receive(newId(), 20 * MIB, Readable.from(watched(), { objectMode: false }));

    expect(tmpdir()).toBe(temporary);
    expect(most).toBe(0);
    vi.unstubAllEnvs();
    await rm(temporary, { recursive: true });
  });
});

describe("an upload by tus", () => {
  test("cut anywhere goes on at the offset that was told, and ends with every byte", async () => {
    const bytes = randomBytes(30 * MIB);
    const id = await create(bytes.length);
    const cuts = [1, 3 * MIB, 5 * MIB, 5 * MIB + 1, 17 * MIB, 29 * MIB, bytes.length];
    let offset = 0;

    for (const cut of cuts) {
      const told = await uploads.dataStore.getUpload(id);
      expect(told).toMatchObject({ id, offset, size: bytes.length });
      offset = await uploads.dataStore.write(pieces(bytes.subarray(offset, cut)), id, offset);
    }

    const whole = (await stored(id)) ?? Buffer.alloc(0);
    expect(createHash("sha256").update(whole).digest("hex")).toBe(
      createHash("sha256").update(bytes).digest("hex"),
    );
    expect(await uploads.dataStore.getUpload(id)).toMatchObject({ offset: bytes.length });
  });

  test("that fails in the middle tells an offset that leaves no gap", async () => {
    const bytes = randomBytes(40 * MIB);
    const id = await create(bytes.length);
    let count = 0;
    fault = ({ operation }) => {
      if (operation !== "UploadPart") return undefined;
      count += 1;
      return count >= 3 ? { kind: "refuse", status: 503 } : undefined;
    };

    await expect(uploads.dataStore.write(pieces(bytes), id, 0)).rejects.toThrow();
    fault = () => undefined;
    const { offset } = await uploads.dataStore.getUpload(id);
    await uploads.dataStore.write(pieces(bytes.subarray(offset)), id, offset);

    expect(offset).toBe(16 * MIB);
    expect((await stored(id))?.equals(bytes)).toBe(true);
  });

  test("of nothing is finished at once", async () => {
    const id = await create(0);

    expect((await stored(id))?.length).toBe(0);
    expect(await uploads.dataStore.write(Readable.from([]), id, 0)).toBe(0);
  });

  test("drops what the client says about the file", async () => {
    const id = await create(3);
    await uploads.dataStore.write(pieces(Buffer.from("abc")), id, 0);

    const object = await store.open(rawKey(id));
    object?.body.resume();

    expect(object?.contentType).not.toBe("text/html");
    expect((await uploads.dataStore.getUpload(id)).metadata ?? {}).toEqual({});
  });

  test("without a length is refused", async () => {
    const creating = uploads.dataStore.create(new Upload({ id: newId(), offset: 0 }));

    await expect(creating).rejects.toBe(ERRORS.INVALID_LENGTH);
    expect(uploads.dataStore.hasExtension("creation-defer-length")).toBe(false);
  });

  test.each(["../hls/x", "raw", "", "a/b", `${randomUUID()}.info`])("has no id like %j", async (id) => {
    await expect(uploads.dataStore.getUpload(id)).rejects.toBe(ERRORS.FILE_NOT_FOUND);
    await expect(uploads.dataStore.write(Readable.from([]), id, 0)).rejects.toBe(ERRORS.FILE_NOT_FOUND);
    await expect(uploads.dataStore.remove(id)).rejects.toBe(ERRORS.FILE_NOT_FOUND);
  });

  test("that never was is not found", async () => {
    await expect(uploads.dataStore.getUpload(newId())).rejects.toBe(ERRORS.FILE_NOT_FOUND);
  });

  test("is not reported missing while S3 is down", async () => {
    const id = await create(10);
    fault = () => ({ kind: "refuse", status: 500 });

    await expect(uploads.dataStore.getUpload(id)).rejects.not.toBe(ERRORS.FILE_NOT_FOUND);
  });

  test("whose object has gone is not reported complete", async () => {
    const id = await create(3);
    await uploads.dataStore.write(pieces(Buffer.from("abc")), id, 0);
    await store.delete([rawKey(id)]);

    await expect(uploads.dataStore.getUpload(id)).rejects.toBe(ERRORS.FILE_NOT_FOUND);
  });

  test("cannot be read back through tus", () => {
    expect("read" in uploads.dataStore).toBe(false);
  });
});

describe("discarding an upload", () => {
  test.each([
    ["just created", [] as number[]],
    ["with an incomplete part", [MIB]],
    ["with parts", [17 * MIB]],
    ["finished", [17 * MIB, 20 * MIB]],
  ])("%s leaves nothing of it and all of its neighbour", async (_state, cuts) => {
    const bytes = randomBytes(20 * MIB);
    const id = await create(bytes.length);
    const neighbour = await create(3);
    let offset = 0;
    for (const cut of cuts) {
      offset = await uploads.dataStore.write(pieces(bytes.subarray(offset, cut)), id, offset);
    }

    await uploads.discard(id);

    expect(await traces(id)).toEqual([]);
    expect(await traces(neighbour)).toHaveLength(2);
    await expect(uploads.dataStore.getUpload(id)).rejects.toBe(ERRORS.FILE_NOT_FOUND);
  });

  test("aborts every multipart upload under its key", async () => {
    const id = newId();
    for (let round = 0; round < 3; round += 1) {
      await uploads.dataStore.create(new Upload({ id, size: 5, offset: 0 }));
    }

    await uploads.discard(id);

    expect(await traces(id)).toEqual([]);
  });

  test("that is not there is no error", async () => {
    await expect(uploads.discard(newId())).resolves.toBeUndefined();
  });
});
