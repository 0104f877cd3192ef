import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MemoryStore } from "~/storage/memory-store";
import type { ObjectStore } from "~/storage/object-store";
import { type StoreRequest, storeRendition } from "~/worker/preparation/store-rendition";

let folder: string;
let store: MemoryStore;
let request: StoreRequest;
let order: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
  store = new MemoryStore();
  order = [];
  const [outputDir, posterDir] = [join(folder, "out"), join(folder, "poster")];
  await mkdir(outputDir);
  await mkdir(posterDir);
  for (let index = 0; index < 9; index += 1) await writeFile(join(outputDir, `segment-${index}.ts`), "12345");
  await writeFile(join(outputDir, "playlist.m3u8"), "#EXTM3U");
  await writeFile(join(posterDir, "poster.jpg"), "jpeg");
  const signal = new AbortController().signal;
  request = { store, prefix: "hls/clip/1/", outputDir, posterDir, signal, onProgress: () => {} };
});

afterEach(() => rm(folder, { recursive: true }));

const withPut = (put: ObjectStore["put"]): ObjectStore => ({
  put: (key, body, options) => {
    order.push(key.slice("hls/clip/1/".length));
    return put(key, body, options);
  },
  open: (key, options) => store.open(key, options),
  size: (key) => store.size(key),
  delete: (keys) => store.delete(keys),
  list: (prefix) => store.list(prefix),
});

async function stored(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list("")) keys.push(key);
  return keys;
}

test("segments and poster are stored first and the playlist last, with their types and counts", async () => {
  const facts = await storeRendition({
    ...request,
    store: withPut((key, body, options) => store.put(key, body, options)),
  });

  expect(facts).toEqual({ segmentCount: 9, totalBytes: 9 * 5 + 7 + 4 });
  expect(order.at(-1)).toBe("playlist.m3u8");
  expect((await store.open("hls/clip/1/segment-0.ts"))?.contentType).toBe("video/mp2t");
  expect((await store.open("hls/clip/1/poster.jpg"))?.contentType).toBe("image/jpeg");
  expect((await store.open("hls/clip/1/playlist.m3u8"))?.contentType).toBe("application/vnd.apple.mpegurl");
});

test("after a put that failed nothing more is put, and those under way are waited for", async () => {
  const put: ObjectStore["put"] = async (key, body, options) => {
    if (key.endsWith("segment-1.ts")) throw new Error("the store is away");
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return store.put(key, body, options);
  };

  await expect(storeRendition({ ...request, store: withPut(put) })).rejects.toThrow("the store is away");

  expect(order).toHaveLength(4);
  expect(await stored()).toHaveLength(3);
});

test("a put whose answer was lost counts as done when the same bytes are there", async () => {
  const put: ObjectStore["put"] = async (key, body, options) => {
    await store.put(key, body, options);
    return !key.endsWith("segment-1.ts");
  };

  await expect(storeRendition({ ...request, store: withPut(put) })).resolves.toMatchObject({
    segmentCount: 9,
  });
});

test("another object under the same key is never taken for ours", async () => {
  await store.put("hls/clip/1/segment-1.ts", Buffer.from("somebody else's"), { contentType: "video/mp2t" });

  await expect(storeRendition(request)).rejects.toThrow("segment-1.ts is there already");
});
