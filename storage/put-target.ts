/** Where an object goes and under what conditions. */
export interface PutTarget {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  /** Bytes of the body, where they are known. */
  readonly length?: number;
  readonly onlyIfAbsent?: boolean;
}

/** The part of a request's input that says where and under what conditions. */
export function targetInput({ bucket, key }: PutTarget): { Bucket: string; Key: string } {
  return { Bucket: bucket, Key: key };
}

/** The condition of a request that may only create, in the SDK's words. */
export function onlyIfAbsentInput({ onlyIfAbsent }: PutTarget): { IfNoneMatch?: string } {
  return onlyIfAbsent ? { IfNoneMatch: "*" } : {};
}

/** Throws when a length was declared and another one was seen. */
export function requireLength({ key, length }: PutTarget, seen: number): void {
  if (length === undefined || length === seen) return;
  throw new Error(`The body for ${key} was declared as ${length} bytes and held ${seen}.`);
}
