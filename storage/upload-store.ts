import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type DataStore, Upload } from "@tus/server";
import type { UploadId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import type { S3Config } from "./s3-config";
import { TusPartStore } from "./tus-part-store";
import { UploadDataStore } from "./upload-data-store";

export type ReceiveRefusal = "shorter-than-declared" | "longer-than-declared";

/** Where uploads arrive. Opens its own connections: only the doors make one, and close it. */
export interface UploadStore {
  /** For `@tus/server`, which knows uploads by their ids. */
  readonly dataStore: DataStore;
  /**
   * Takes a whole upload from one body, for a browser without JavaScript; answers its length in bytes. A body of
   * another length than declared is refused; then, and when anything fails, nothing of it stays behind.
   */
  receive(uploadId: UploadId, declaredBytes: number, body: Readable): Promise<Result<number, ReceiveRefusal>>;
  /** Removes everything of an upload, finished or not; an upload that is not there is no error. */
  discard(uploadId: UploadId): Promise<void>;
  /** Closes the connections; transfers under way end. */
  close(): Promise<void>;
}

/** Makes the store of uploads in the bucket of the settings, below `raw/`. */
export function createUploadStore(config: S3Config): UploadStore {
  const parts = new TusPartStore(config);
  const dataStore = new UploadDataStore(parts);
  return {
    dataStore,
    receive: (uploadId, declaredBytes, body) => receive(parts, dataStore, uploadId, declaredBytes, body),
    discard: (uploadId) => parts.discard(uploadId),
    close: async () => parts.close(),
  };
}

class TooLong extends Error {}

async function receive(
  parts: TusPartStore,
  dataStore: DataStore,
  uploadId: UploadId,
  declaredBytes: number,
  body: Readable,
): Promise<Result<number, ReceiveRefusal>> {
  try {
    await dataStore.create(new Upload({ id: uploadId, size: declaredBytes, offset: 0 }));
    const source = Readable.from(atMost(body, declaredBytes), { objectMode: false });
    // An upload of nothing is finished by being created; all that is left is to see that nothing comes.
    const received =
      declaredBytes === 0 ? (await buffer(source)).length : await dataStore.write(source, uploadId, 0);
    if (received === declaredBytes) return granted(received);
    await parts.discard(uploadId);
    return refused("shorter-than-declared");
  } catch (error) {
    await parts.discard(uploadId).catch(() => {});
    if (error instanceof TooLong) return refused("longer-than-declared");
    throw error;
  } finally {
    body.destroy();
  }
}

async function* atMost(body: Readable, bytes: number): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of body) {
    seen += chunk.length;
    if (seen > bytes) throw new TooLong();
    yield chunk;
  }
}
