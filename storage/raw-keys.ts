import type { UploadId } from "~/domain/ids";
import { rawKey } from "./keys";

/** Every key at which something of an upload can lie: the object, its state and a part that is not yet whole. */
export function rawKeys(uploadId: UploadId): readonly string[] {
  const key = rawKey(uploadId);
  return [key, `${key}.info`, `${key}.part`];
}
