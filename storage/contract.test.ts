import { randomBytes, randomUUID } from "node:crypto";
import { env } from "node:process";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startTemporaryS3 } from "./embedded/temporary-s3";
import { compareKeys } from "./key-order";
import { MemoryStore } from "./memory-store";
import type { ListedObject, ObjectStore } from "./object-store";
import { S3Store } from "./s3-store";
import { UnsatisfiableRange } from "./unsatisfiable-range";

interface Opened {
  readonly store: ObjectStore;
  close(): Promise<void>;
}

const RealS3 = z.object({
  S3_TEST_ENDPOINT: z.url(),
  S3_TEST_BUCKET: z.string(),
  AWS_REGION: z.string().default("us-east-1"),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
});
const realS3 = RealS3.safeParse(env);

const stores: [string, () => Promise<Opened>][] = [
  ["the memory store", async () => ({ store: new MemoryStore(), close: async () => {} })],
  ["the S3 store on the embedded endpoint", openEmbedded],
];
if (realS3.success) stores.push(["the S3 store on a real S3", () => openReal(realS3.data)]);

async function openEmbedded(): Promise<Opened> {
  const s3 = await startTemporaryS3();
  const store = new S3Store(s3.config);
  await store.ensureBucket();
  return { store, close: () => store.close().then(s3.close) };
}

async function openReal(settings: z.infer<typeof RealS3>): Promise<Opened> {
  const store = new S3Store({
    endpoint: settings.S3_TEST_ENDPOINT,
    region: settings.AWS_REGION,
    bucket: settings.S3_TEST_BUCKET,
    credentials: {
      accessKeyId: settings.AWS_ACCESS_KEY_ID,
      secretAccessKey: settings.AWS_SECRET_ACCESS_KEY,
    },
    forcePathStyle: true,
  });
  await store.ensureBucket();
  return { store, close: () => store.close() };
}

const MIB = 1024 * 1024;
const TYPE = { contentType: "video/mp2t" };

function streamOf(bytes: Buffer, pieceBytes = 65_536): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) pieces.push(bytes.subarray(at, at + pieceBytes));
  return Readable.from(pieces, { objectMode: false });
}

function failingStream(afterBytes: number): Readable {
  async function* pieces() {
    for (let sent = 0; sent < afterBytes; sent += MIB) yield Buffer.alloc(MIB);
    throw new Error("the source broke");
  }
  return Readable.from(pieces(), { objectMode: false });
}

async function listed(store: ObjectStore, prefix: string): Promise<ListedObject[]> {
  const found: ListedObject[] = [];
  for await (const object of store.list(prefix)) found.push(object);
  return found;
}

describe.each(stores)("%s", (_name, openStore) => {
  let opened: Opened;
  let store: ObjectStore;
  let prefix: string;
  const key = (name: string) => `${prefix}${name}`;
  const read = async (name: string) => {
    const object = await store.open(key(name));
    return object === null ? null : buffer(object.body);
  };

  beforeAll(async () => {
    opened = await openStore();
    store = opened.store;
    prefix = `contract/${randomUUID()}/`;
  });

  afterAll(async () => {
    const left = await listed(store, prefix);
    await store.delete(left.map((object) => object.key));
    await opened.close();
  });

  test.each([
    ["an empty buffer", 0, (bytes: Buffer) => bytes, false],
    ["a buffer", 2_000_003, (bytes: Buffer) => bytes, false],
    ["a short stream of known length", 70_001, streamOf, true],
    ["a long stream of known length", 9 * MIB + 5, streamOf, true],
    ["an empty stream of unknown length", 0, streamOf, false],
    ["a short stream of unknown length", 70_001, streamOf, false],
    ["a stream of unknown length and exactly one part", 8 * MIB, streamOf, false],
    ["a stream of unknown length and several parts", 17 * MIB + 1, streamOf, false],
  ])("reads back %s byte for byte", async (name, size, makeBody, isKnown) => {
    const bytes = randomBytes(size);

    const stored = await store.put(key(name), makeBody(bytes), {
      ...TYPE,
      ...(isKnown ? { length: size } : {}),
    });
    const object = await store.open(key(name));

    expect(stored).toBe(true);
    expect(object).toMatchObject({ length: size, size, contentType: "video/mp2t" });
    expect(object !== null && (await buffer(object.body)).equals(bytes)).toBe(true);
    expect(await store.size(key(name))).toBe(size);
  });

  test("a key that is not there opens as null and has no size", async () => {
    expect(await store.open(key("nothing"))).toBeNull();
    expect(await store.size(key("nothing"))).toBeNull();
  });

  test("a later put replaces the object whole", async () => {
    await store.put(key("replaced"), Buffer.from("a long first version"), TYPE);
    await store.put(key("replaced"), Buffer.from("second"), { contentType: "text/plain" });

    expect((await store.open(key("replaced")))?.contentType).toBe("text/plain");
    expect(String(await read("replaced"))).toBe("second");
  });

  test.each([
    ["from the middle", { start: 2, end: 4 }, "cde"],
    ["of one byte", { start: 0, end: 0 }, "a"],
    ["to the end", { start: 7 }, "hij"],
    ["that asks for more than there is", { start: 7, end: 99 }, "hij"],
  ])("opens a range %s", async (_range, range, expected) => {
    await store.put(key("ranged"), Buffer.from("abcdefghij"), TYPE);

    const object = await store.open(key("ranged"), { range });

    expect(object).toMatchObject({ length: expected.length, size: 10 });
    expect(object !== null && String(await buffer(object.body))).toBe(expected);
  });

  test("a range across the parts of a large object is the same as in the whole", async () => {
    const bytes = randomBytes(17 * MIB);
    await store.put(key("parts"), streamOf(bytes), TYPE);

    const object = await store.open(key("parts"), { range: { start: 8 * MIB - 3, end: 16 * MIB + 2 } });

    expect(object?.length).toBe(8 * MIB + 6);
    expect(
      object !== null && (await buffer(object.body)).equals(bytes.subarray(8 * MIB - 3, 16 * MIB + 3)),
    ).toBe(true);
  });

  test("a range that begins at the end is refused with the size", async () => {
    await store.put(key("short"), Buffer.from("abc"), TYPE);

    const refusal = await store.open(key("short"), { range: { start: 3 } }).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(UnsatisfiableRange);
    expect(refusal).toMatchObject({ size: 3 });
  });

  test.each([
    ["a buffer", () => Buffer.from("second")],
    ["a stream in parts", () => streamOf(Buffer.alloc(9 * MIB))],
  ])("putting %s only if absent changes nothing where the key is taken", async (name, makeBody) => {
    const first = await store.put(key(`once ${name}`), Buffer.from("first"), { ...TYPE, onlyIfAbsent: true });
    const second = await store.put(key(`once ${name}`), makeBody(), { ...TYPE, onlyIfAbsent: true });

    expect([first, second]).toEqual([true, false]);
    expect(String(await read(`once ${name}`))).toBe("first");
  });

  test("of many writers who put only if absent one succeeds", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        store.put(key("raced"), Buffer.from(`writer ${index}`), { ...TYPE, onlyIfAbsent: true }),
      ),
    );

    expect(outcomes.filter((outcome) => outcome)).toHaveLength(1);
    expect(String(await read("raced"))).toBe(`writer ${outcomes.indexOf(true)}`);
  });

  test.each([
    ["shorter and small", 100, 99],
    ["longer and small", 100, 101],
    ["shorter and large", 9 * MIB, 9 * MIB - 1],
    ["longer and large", 9 * MIB, 9 * MIB + 1],
    ["much longer", 100, 17 * MIB],
  ])(
    "a body that is %s, against its declared length, is refused and not stored",
    async (name, length, size) => {
      const put = store.put(key(name), streamOf(Buffer.alloc(size)), { ...TYPE, length });

      await expect(put).rejects.toThrow(/declared/);
      expect(await store.size(key(name))).toBeNull();
    },
  );

  test.each([
    ["at once", 0, undefined],
    ["in a part", 3 * MIB, undefined],
    ["after a part", 20 * MIB, undefined],
    ["in a body of known length", 10 * MIB, 30 * MIB],
  ])("a stream that fails %s is thrown on and not stored", async (name, afterBytes, length) => {
    const body = failingStream(afterBytes);

    const put = store.put(key(name), body, { ...TYPE, ...(length === undefined ? {} : { length }) });

    await expect(put).rejects.toThrow("the source broke");
    expect(body.destroyed).toBe(true);
    expect(await store.size(key(name))).toBeNull();
  });

  test("deleting removes what is there and passes over what is not", async () => {
    await store.put(key("gone/a"), Buffer.from("a"), TYPE);
    await store.put(key("gone/b"), Buffer.from("b"), TYPE);

    await store.delete([key("gone/a"), key("gone/never"), key("gone/b")]);
    await store.delete([]);

    expect(await listed(store, key("gone/"))).toEqual([]);
    expect(await store.open(key("gone/a"))).toBeNull();
  });

  test("a listing holds every key below its prefix, in order, however many pages it takes", async () => {
    const names = Array.from({ length: 1005 }, (_, index) => key(`many/${String(index).padStart(4, "0")}`));
    const waiting = [...names].reverse();
    const putNext = async () => {
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        await store.put(name, Buffer.from(name), TYPE);
      }
    };
    await Promise.all(Array.from({ length: 16 }, putNext));
    await store.put(key("many"), Buffer.from("outside"), TYPE);

    const found = await listed(store, key("many/"));

    expect(found.map((object) => object.key)).toEqual(names);
    expect(found[0]?.size).toBe(Buffer.byteLength(names[0] ?? ""));
    expect(found[0]?.modifiedAt).toBeInstanceOf(Date);
    await store.delete(names);
    expect(await listed(store, key("many/"))).toEqual([]);
  });

  test("aborting the signal ends a body that is being read", async () => {
    await store.put(key("aborted"), Buffer.alloc(12 * MIB), TYPE);
    const abort = new AbortController();
    const object = await store.open(key("aborted"), { signal: abort.signal });

    const reading = buffer(object?.body ?? Readable.from([]));
    abort.abort();

    await expect(reading).rejects.toThrow(/abort/);
    expect(object?.body.destroyed).toBe(true);
  });

  test("a signal aborted beforehand refuses to open", async () => {
    await store.put(key("never opened"), Buffer.from("x"), TYPE);

    const opening = store.open(key("never opened"), { signal: AbortSignal.abort() });

    await expect(opening).rejects.toThrow();
  });

  test("any keys are told apart, listed in order and read back", async () => {
    const segment = fc.oneof(
      fc.constantFrom("..", ".", "", "a", "a/b", "+", "%2e%2e", "%", "&<>\"'", " x ", "\uFF5E", "\u{1F600}"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !/\p{Cc}/u.test(text)),
    );
    const anyKey = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((segments) => `k${segments.join("/")}`);

    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyKey, { minLength: 1, maxLength: 5 }), async (names) => {
        const below = key(`${randomUUID()}/`);
        const keys = names.map((name) => `${below}${name}`);
        for (const name of keys) await store.put(name, Buffer.from(name), TYPE);

        const found = await listed(store, below);
        const contents = await Promise.all(
          keys.map(async (name) => String(await buffer((await store.open(name))?.body ?? Readable.from([])))),
        );

        expect(found.map((object) => object.key)).toEqual([...keys].sort(compareKeys));
        expect(contents).toEqual(keys);
        await store.delete(keys);
        expect(await listed(store, below)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
