import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MemoryStore } from "~/storage/memory-store";
import type { ObjectStore } from "~/storage/object-store";
import { type FetchRequest, fetchUpload } from "~/worker/preparation/fetch-upload";

const bytes = Buffer.alloc(300_000, "footage");
let folder: string;
let store: MemoryStore;
let request: FetchRequest;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fetch-"));
  store = new MemoryStore();
  await store.put("raw/1", bytes, { contentType: "video/mp4" });
  const signal = new AbortController().signal;
  const path = join(folder, "upload");
  request = { store, key: "raw/1", declaredBytes: bytes.length, path, signal, onProgress: () => {} };
});

afterEach(() => rm(folder, { recursive: true }));

/** A store that hands out another body than the object's. */
const sending = (body: () => Readable): ObjectStore =>
  Object.assign(Object.create(store) as ObjectStore, {
    open: async () => ({
      body: body(),
      length: bytes.length,
      size: bytes.length,
      contentType: "video/mp4",
    }),
  });

test("an upload arrives byte for byte, readable by nobody else, with its hash and its progress", async () => {
  const seen: number[] = [];

  const outcome = await fetchUpload({ ...request, onProgress: (fraction) => seen.push(fraction) });

  expect(outcome).toEqual({ ok: true, value: { sha256: createHash("sha256").update(bytes).digest() } });
  expect((await readFile(request.path)).equals(bytes)).toBe(true);
  expect((await stat(request.path)).mode & 0o077).toBe(0);
  expect(seen.at(-1)).toBe(1);
});

test("an upload that is not there is refused, and so is one of another length", async () => {
  const lost = await fetchUpload({ ...request, key: "raw/2" });
  const short = await fetchUpload({ ...request, declaredBytes: bytes.length + 1 });

  expect([lost, short]).toEqual([
    { ok: false, refusal: "upload-lost" },
    { ok: false, refusal: "upload-incomplete" },
  ]);
});

test("a transfer that ends early is a failure and not a shorter upload", async () => {
  const store = sending(() => Readable.from([bytes.subarray(0, 1000)]));

  await expect(fetchUpload({ ...request, store })).rejects.toThrow("sent 1000 bytes");
});

test("a transfer ends when the lease does", async () => {
  const lease = new AbortController();
  const store = sending(() => new Readable({ read() {} }));

  const fetching = fetchUpload({ ...request, store, signal: lease.signal });
  lease.abort(new Error("the lease is lost"));

  await expect(fetching).rejects.toThrow();
});
