import { Readable } from "node:stream";
import { DataStore, ERRORS, Upload } from "@tus/server";
import { parseId, type UploadId } from "~/domain/ids";
import { rawKey } from "./keys";
import { isRefusal } from "./s3-refusal";
import type { TusPartStore } from "./tus-part-store";

/**
 * What @tus/server writes to. Its ids are our upload ids and nothing else; the object lies at `raw/<upload id>`.
 * Lengths must be declared at creation, the client's metadata is dropped, and there is no way to read.
 */
export class UploadDataStore extends DataStore {
  override extensions = ["creation", "creation-with-upload", "termination"];

  constructor(private readonly parts: TusPartStore) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const key = keyOf(upload.id);
    const { size } = upload;
    if (size === undefined) throw ERRORS.INVALID_LENGTH;
    await this.parts.create(new Upload({ id: key, size, offset: 0 }));
    // An empty upload gets no further request that could finish it.
    if (size === 0) await this.parts.write(Readable.from([]), key, 0);
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const key = keyOf(id);
    try {
      return await this.parts.write(stream, key, offset);
    } catch (error) {
      // Nothing can be written to a finished upload; being asked to write nothing at its end is no failure.
      if (!isRefusal(error, "NoSuchUpload")) throw error;
      const { size } = await this.parts.getUpload(key);
      if (offset !== size) throw error;
      stream.resume();
      return offset;
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const upload = await this.parts.getUpload(keyOf(id));
    upload.id = id;
    return upload;
  }

  override async remove(id: string): Promise<void> {
    await this.parts.discard(requireUploadId(id));
  }
}

function keyOf(id: string): string {
  return rawKey(requireUploadId(id));
}

function requireUploadId(id: string): UploadId {
  const uploadId = parseId<UploadId>(id);
  if (uploadId === null) throw ERRORS.FILE_NOT_FOUND;
  return uploadId;
}
