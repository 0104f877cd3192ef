import { S3Error } from "./s3-error";

/** Bytes from `start` up to, not including, `end`. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Range header against an object's size. Null, meaning the whole object, for a missing or malformed header
 * and for several ranges at once, as HTTP allows; InvalidRange when nothing of the range is there.
 */
export function parseByteRange(header: string | undefined, size: number): Extent | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const start = first === "" ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(Number(last) + 1, size);
  if (first !== "" && last !== "" && Number(last) < start) return null;
  if (start >= size) throw new S3Error("InvalidRange", undefined, { ActualObjectSize: String(size) });
  return { start, end };
}
