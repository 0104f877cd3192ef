import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { granted, type Result, refused } from "~/domain/result";
import type { ObjectStore } from "~/storage/object-store";

export interface FetchRequest {
  readonly store: ObjectStore;
  readonly key: string;
  /** What the uploader said it would hold. */
  readonly declaredBytes: number;
  /** Where to write it; nothing may be there yet. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** Brings an upload from the store to this machine, a piece at a time, and answers the SHA-256 of its bytes. */
export async function fetchUpload(
  request: FetchRequest,
): Promise<Result<{ readonly sha256: Uint8Array }, "upload-lost" | "upload-incomplete">> {
  const { store, key, declaredBytes, path, signal, onProgress } = request;
  const object = await store.open(key, { signal });
  if (!object) return refused("upload-lost");
  if (object.size !== declaredBytes) {
    object.body.destroy();
    return refused("upload-incomplete");
  }
  const hash = createHash("sha256");
  let fetched = 0;
  const measure = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      hash.update(piece);
      fetched += piece.length;
      onProgress(fetched / object.size);
      yield piece;
    }
  };
  await pipeline(object.body, measure, createWriteStream(path, { flags: "wx", mode: 0o600 }), { signal });
  if (fetched !== object.size) {
    throw new Error(`the store sent ${fetched} bytes of ${key}, which has ${object.size}`);
  }
  return granted({ sha256: hash.digest() });
}
