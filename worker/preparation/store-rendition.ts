import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { PLAYLIST_NAME, POSTER_NAME } from "~/storage/keys";
import type { ObjectStore } from "~/storage/object-store";

export interface StoreRequest {
  readonly store: ObjectStore;
  readonly prefix: string;
  readonly outputDir: string;
  readonly posterDir: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

const AT_ONCE = 4;
const SEGMENT_TYPE = "video/mp2t";
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  [PLAYLIST_NAME]: "application/vnd.apple.mpegurl",
  [POSTER_NAME]: "image/jpeg",
};

/**
 * Puts segments, poster and playlist under the prefix, where nothing may lie yet. The playlist comes last. When it
 * throws, none of its puts is under way any more, so that what came to be there can be removed.
 */
export async function storeRendition(
  request: StoreRequest,
): Promise<{ readonly segmentCount: number; readonly totalBytes: number }> {
  const segments = (await readdir(request.outputDir)).filter((name) => name !== PLAYLIST_NAME).sort();
  const paths = [
    ...segments.map((name) => join(request.outputDir, name)),
    join(request.posterDir, POSTER_NAME),
  ];
  const failed = new AbortController();
  const signal = AbortSignal.any([request.signal, failed.signal]);
  const waiting = paths.values();
  let stored = 0;
  let totalBytes = 0;
  const putNext = async (): Promise<void> => {
    for (const path of waiting) {
      const size = await putFile(request, path, signal);
      totalBytes += size;
      stored += 1;
      request.onProgress(stored / (paths.length + 1));
    }
  };
  const stop = (reason: unknown): void => failed.abort(reason);
  await Promise.all(Array.from({ length: AT_ONCE }, () => putNext().catch(stop)));
  totalBytes += await putFile(request, join(request.outputDir, PLAYLIST_NAME), signal);
  request.onProgress(1);
  return { segmentCount: segments.length, totalBytes };
}

async function putFile({ store, prefix }: StoreRequest, path: string, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const name = basename(path);
  const key = `${prefix}${name}`;
  const { size } = await stat(path);
  const isNew = await store.put(key, createReadStream(path), {
    contentType: CONTENT_TYPES[name] ?? SEGMENT_TYPE,
    length: size,
    onlyIfAbsent: true,
  });
  // The prefix is this run's alone, so what is there can only be our own put whose answer was lost on the way.
  if (!isNew && (await store.size(key)) !== size) throw new Error(`${key} is there already, and another one`);
  return size;
}
